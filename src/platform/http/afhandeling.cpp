// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/afhandeling.hpp"

#include <spdlog/spdlog.h>

#include <boost/core/demangle.hpp>
#include <typeinfo>

#include "platform/http/antwoord.hpp"
#include "platform/http/kop.hpp"
#include "platform/http/randfout.hpp"

namespace damwand::http {
namespace {

void meld(const Verzoek& verzoek, std::string wat) {
    for (char& c : wat) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';  // one event, one line
    }
    spdlog::error("verzoek={} pad={} fout={}", verzoek.id, pad_voor_log(verzoek.pad), wat);
}

}  // namespace

std::string soort_van(const std::exception& fout) { return boost::core::demangle(typeid(fout).name()); }

Antwoord handel_af(const Server::Afhandelaar& afhandelaar, const Verzoek& verzoek) {
    try {
        auto antwoord = afhandelaar(verzoek);
        if (is_schrijfbaar(antwoord)) return antwoord;
        meld(verzoek, "antwoord-onschrijfbaar");
    } catch (const Fout& fout) {
        if (!fout.voor_log().empty() || status_van(fout.soort()) >= 500) {
            meld(verzoek, fout.code() + " " + fout.voor_log());
        }
        return probleem(fout, verzoek.id);
    } catch (const std::exception& fout) {
        meld(verzoek, soort_van(fout));
    } catch (...) {
        meld(verzoek, "onbekend");
    }
    return probleem(rand_fouten::interne_fout, verzoek.id);
}

}  // namespace damwand::http

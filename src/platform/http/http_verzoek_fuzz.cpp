// SPDX-License-Identifier: EUPL-1.2
// Request heads, paths, queries and cookies. What passes must hold what the rest of the program relies on.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "base/tekst.hpp"
#include "platform/http/kop.hpp"

namespace {

using namespace damwand::http;

void moet(bool waar) {
    if (!waar) std::abort();
}

void keur_tekst(const std::string& tekst) {
    moet(damwand::is_nette_tekst(tekst));
    moet(tekst.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
}

void keur_pad(const std::string& pad) {
    keur_tekst(pad);
    moet(!pad.empty() && pad.front() == '/' && pad.find("//") == std::string::npos);
    moet(pad.find('\\') == std::string::npos);
    const auto rond = pad + "/";
    moet(rond.find("/../") == std::string::npos && rond.find("/./") == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view ruw(reinterpret_cast<const char*>(data), size);
    if (const auto pad = lees_pad(ruw)) keur_pad(*pad);
    if (const auto query = lees_query(ruw)) {
        moet(query->size() <= 100);
        for (const auto& [naam, waarde] : *query) {
            moet(!naam.empty());
            keur_tekst(naam);
            keur_tekst(waarde);
        }
    }
    const auto log = pad_voor_log(ruw);
    moet(std::all_of(log.begin(), log.end(), [](char c) {
        return c == '/' || c == '*' || c == '-' || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'F');
    }));

    Verzoek verzoek;
    verzoek.koppen["cookie"] = ruw;
    if (const auto koekje = verzoek.koekje("a")) moet(koekje->find(';') == std::string::npos);

    const auto uit = lees_kop(ruw);
    if (const auto* kop = std::get_if<Kop>(&uit)) {
        keur_pad(kop->pad);
        moet(kop->koppen.count("host") == 1);
        moet(!(kop->in_stukken && kop->koppen.count("content-length") == 1));
        moet(kop->in_stukken == (kop->koppen.count("transfer-encoding") == 1));
        moet(kop->lengte == 0 || kop->koppen.count("content-length") == 1);
        for (const auto& [naam, waarde] : kop->koppen) {
            moet(is_token(naam) && naam == klein(naam));
            keur_tekst(waarde);
        }
    }
    return 0;
}

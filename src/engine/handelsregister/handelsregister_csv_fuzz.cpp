// SPDX-License-Identifier: EUPL-1.2
// CSV of the Handelsregister: whatever stands in it, every row is counted once and nothing of a shielded address is kept.
#include <cstdlib>
#include <sstream>

#include "base/fout.hpp"
#include "engine/handelsregister/regels.hpp"

namespace {

using namespace damwand;

struct Teller : handelsregister::Afnemer {
    std::uint64_t aantal = 0;
    static void toets(const std::vector<handelsregister::Adres>& adressen) {
        for (const auto& a : adressen) {
            if (a.afgeschermd && !(a.straat + a.postcode + a.plaats + a.volledig).empty()) std::abort();
        }
    }
    void ontvang(handelsregister::Onderneming& o) override {
        ++aantal;
        if (o.kvk_nummer.size() != 8 || o.naam.empty()) std::abort();
        toets(o.adressen);
    }
    void ontvang(handelsregister::Vestiging& v) override {
        ++aantal;
        if (v.nummer.size() != 12 || v.kvk_nummer.size() != 8) std::abort();
        toets(v.adressen);
    }
    void ontvang(const handelsregister::Afkeuring& a) override {
        ++aantal;
        if (a.fouten.empty() || a.regel < 2) std::abort();
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t aantal) {
    std::istringstream in(std::string(reinterpret_cast<const char*>(bytes), aantal));
    Teller teller;
    try {
        const auto v = handelsregister::lees_csv(in, "fuzz", aantal, Datum{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}}, teller);
        if (teller.aantal != v.regels || v.regels != v.ondernemingen + v.vestigingen + v.afgekeurd) std::abort();
    } catch (const Fout& fout) {
        if (fout.code() != "csv-kop" || teller.aantal != 0) std::abort();
    }
    return 0;
}

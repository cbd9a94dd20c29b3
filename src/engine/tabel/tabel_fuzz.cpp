// SPDX-License-Identifier: EUPL-1.2
// Tables from anywhere: whatever stands in the file, every row has as many cells as there are names, each is text, and the counts add up.
#include <cstdlib>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "engine/tabel/tabel.hpp"

namespace {

using namespace damwand;

struct Teller : tabel::Afnemer {
    std::size_t kolommen = 0;
    std::uint64_t rijen = 0, afgekeurd = 0;
    void kop(const std::vector<std::string>& namen) override {
        if (kolommen != 0 || namen.empty() || namen.size() > tabel::meeste_kolommen) std::abort();
        kolommen = namen.size();
    }
    void rij(std::uint64_t regel, const std::vector<std::string>& cellen) override {
        if (kolommen == 0 || cellen.size() != kolommen || regel == 0) std::abort();
        for (const auto& cel : cellen) {
            if (cel.size() > tabel::langste_cel || !is_nette_tekst(cel)) std::abort();
        }
        ++rijen;
    }
    void ontvang(const tabel::Afkeuring& a) override {
        if (a.reden.empty()) std::abort();
        ++afgekeurd;
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t aantal) {
    Teller teller;
    try {
        const auto verslag = tabel::lees_inhoud({reinterpret_cast<const char*>(bytes), aantal}, {}, teller);
        if (verslag.gelezen != teller.rijen || verslag.afgekeurd != teller.afgekeurd) std::abort();
    } catch (const Fout& fout) {
        if (fout.code() != "tabel-ongeldig" && fout.code() != "tabel-kop") std::abort();
    }
    return 0;
}

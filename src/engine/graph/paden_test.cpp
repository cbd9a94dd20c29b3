// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/paden.hpp"

#include <gmock/gmock.h>

#include "engine/graph/proefgraaf.hpp"

namespace damwand::graph {
namespace {

using proef::Lijst;
using Weg = std::vector<Sleutel>;

/// A second solver: every simple path, by trying everything.
struct Proberen {
    std::map<Sleutel, std::set<Sleutel>> buren;
    std::vector<Weg> wegen;
    Proberen(const Lijst& lijst, Richting richting) {
        for (const auto& b : lijst.banden) {
            if (richting != Richting::in) buren[b.van].insert(b.naar);
            if (richting != Richting::uit) buren[b.naar].insert(b.van);
        }
    }
    void zoek(Weg& weg, Sleutel naar, std::size_t langste) {
        if (weg.back() == naar) {
            wegen.push_back(weg);
            return;
        }
        if (weg.size() > langste) return;
        for (const auto v : buren[weg.back()]) {
            if (std::find(weg.begin(), weg.end(), v) != weg.end()) continue;
            weg.push_back(v);
            zoek(weg, naar, langste);
            weg.pop_back();
        }
    }
    std::vector<Weg> alle(Sleutel van, Sleutel naar, std::size_t langste) {
        Weg weg{van};
        wegen.clear();
        zoek(weg, naar, langste);
        std::sort(wegen.begin(), wegen.end(), [](const Weg& a, const Weg& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
        return wegen;
    }
};

std::vector<Weg> alle_van(KortstePaden paden, const Blik& blik) {
    std::vector<Weg> uit;
    while (const auto pad = paden.volgende()) uit.push_back(proef::sleutels(blik, *pad));
    return uit;
}

TEST(GraafPaden, ZijnWatProberenVindtOpWatDeVragerZiet) {
    std::mt19937 toeval(21);
    Werkblad werkblad;
    std::size_t meervoudig = 0, langer = 0;
    for (int ronde = 0; ronde < 120; ++ronde) {
        const auto heel = proef::toevallig(toeval, 12, 60);
        const auto masker = proef::toevallig_masker(toeval);
        auto filter = proef::toevallig_filter(toeval);
        const auto over = proef::snijd(heel, masker, filter);
        const auto blik = proef::kijk(heel, masker, filter), gesneden = proef::kijk(over, {}, {.richting = filter.richting});
        Proberen proberen(over, filter.richting);
        for (std::size_t i = 0; i + 1 < over.knopen.size(); ++i) {
            const auto van = over.knopen[i].sleutel, naar = over.knopen[i + 1].sleutel;
            const auto alle = proberen.alle(van, naar, 6);
            const Padvraag vraag{.meeste_stappen = 6};
            auto paden = alle_kortste(blik, blik.eis(van), blik.eis(naar), vraag, werkblad);
            ASSERT_EQ(paden.uitkomst() == Uitkomst::gevonden, !alle.empty());
            std::vector<Weg> kortste;
            std::copy_if(alle.begin(), alle.end(), std::back_inserter(kortste), [&](const Weg& w) { return w.size() == alle[0].size(); });
            ASSERT_EQ(paden.aantal(), kortste.size());
            ASSERT_EQ(alle_van(paden, blik), kortste);
            meervoudig += kortste.size() > 1 ? 1 : 0;

            const auto k = kortste_paden(blik, blik.eis(van), blik.eis(naar), 5, vraag, werkblad);
            ASSERT_EQ(k.size(), std::min<std::size_t>(5, alle.size()));
            std::set<Weg> anders;
            for (std::size_t p = 0; p < k.size(); ++p) {
                const auto weg = proef::sleutels(blik, k[p]);
                ASSERT_EQ(weg.size(), alle[p].size());  // as long as the p-th of all
                ASSERT_TRUE(std::find(alle.begin(), alle.end(), weg) != alle.end());
                ASSERT_TRUE(anders.insert(weg).second);
                langer += weg.size() > alle[0].size() ? 1 : 0;
            }
            const auto kg = kortste_paden(gesneden, gesneden.eis(van), gesneden.eis(naar), 5, vraag, werkblad);
            ASSERT_EQ(k.size(), kg.size());
            for (std::size_t p = 0; p < k.size(); ++p) ASSERT_EQ(proef::sleutels(blik, k[p]), proef::sleutels(gesneden, kg[p]));
        }
    }
    EXPECT_GT(meervoudig, 50U);
    EXPECT_GT(langer, 100U);
}

TEST(GraafPaden, TeltZonderAlleWegenTeLopen) {
    // a ladder: two ways at each of 63 rungs
    Lijst lijst;
    for (Sleutel s = 0; s < 3 * 64; ++s) lijst.knopen.push_back({.sleutel = s});
    const auto leg = [&](Sleutel a, Sleutel b) { lijst.banden.push_back({.van = a, .naar = b, .kenmerk = {}}); };
    for (Sleutel i = 0; i < 63; ++i) {
        for (const Sleutel zij : {1U, 2U}) leg(3 * i, 3 * i + zij), leg(3 * i + zij, 3 * i + 3);
    }
    Werkblad werkblad;
    const auto blik = proef::kijk(lijst);
    auto paden = alle_kortste(blik, blik.eis(0), blik.eis(189), {.meeste_stappen = 200}, werkblad);
    EXPECT_EQ(paden.aantal(), std::uint64_t{1} << 63U);
    EXPECT_FALSE(paden.ontelbaar());
    EXPECT_EQ(paden.stappen(), 126U);
    for (int i = 0; i < 1000; ++i) ASSERT_TRUE(paden.volgende());
}

TEST(GraafPaden, MijdenWatGemedenMoetWorden) {
    Werkblad werkblad;
    const auto blik = proef::kijk(proef::teken("a-b b-d a-c c-d"));
    auto paden = alle_kortste(blik, blik.eis('a'), blik.eis('d'), {.mijd = {blik.eis('b')}}, werkblad);
    EXPECT_EQ(paden.aantal(), 1U);
    EXPECT_EQ(kortste_paden(blik, blik.eis('a'), blik.eis('d'), 9, {.mijd = {blik.eis('b')}}, werkblad).size(), 1U);
    auto zelf = alle_kortste(blik, blik.eis('a'), blik.eis('a'), {}, werkblad);
    EXPECT_EQ(alle_van(zelf, blik), (std::vector<Weg>{{'a'}}));
}

}  // namespace
}  // namespace damwand::graph

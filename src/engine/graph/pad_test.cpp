// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/pad.hpp"

#include <gmock/gmock.h>

#include "base/fout.hpp"
#include "engine/graph/buurt.hpp"
#include "engine/graph/proefgraaf.hpp"

namespace damwand::graph {
namespace {

using proef::Lijst;
using testing::ElementsAre;

std::vector<Sleutel> pad_tussen(const Blik& blik, Sleutel van, Sleutel naar, Padvraag vraag = {}) {
    Werkblad werkblad;
    const auto pad = kortste_pad(blik, blik.eis(van), blik.eis(naar), vraag, werkblad);
    return proef::sleutels(blik, pad.knopen);
}

TEST(GraafPad, NeemtDeKortsteWeg) {
    const auto blik = proef::kijk(proef::teken("a-b b-c c-d d-e a-x x-e"));
    EXPECT_THAT(pad_tussen(blik, 'a', 'e'), ElementsAre('a', 'x', 'e'));
    EXPECT_THAT(pad_tussen(blik, 'a', 'a'), ElementsAre('a'));
}

TEST(GraafPad, GaatNietDoorWatDeVragerNietMagZien) {
    auto lijst = proef::teken("a-b b-c c-d d-e a-x x-e");
    for (auto& k : lijst.knopen) {
        if (k.sleutel == 'x') k.zichten = {7};
    }
    EXPECT_THAT(pad_tussen(proef::kijk(lijst), 'a', 'e'), ElementsAre('a', 'b', 'c', 'd', 'e'));
    EXPECT_THAT(pad_tussen(proef::kijk(lijst, {7}), 'a', 'e'), ElementsAre('a', 'x', 'e'));
    EXPECT_THROW(static_cast<void>(proef::kijk(lijst).eis('x')), Fout);
}

TEST(GraafPad, EenBandIsZichtbaarDoorElkeRijDieMag) {
    auto lijst = proef::teken("a-b a-b");
    lijst.banden[0].kenmerk.zicht = 5;
    lijst.banden[1].kenmerk.zicht = 6;
    for (const Zicht z : {5U, 6U}) {
        const auto blik = proef::kijk(lijst, {z});
        EXPECT_THAT(pad_tussen(blik, 'a', 'b'), ElementsAre('a', 'b'));
        EXPECT_THAT(blik.banden(blik.eis('b'), blik.eis('a')), ElementsAre(lijst.banden[z - 5]));
    }
    EXPECT_THAT(pad_tussen(proef::kijk(lijst), 'a', 'b'), ElementsAre());
}

TEST(GraafPad, LangsEnBuitenOm) {
    const auto blik = proef::kijk(proef::teken("a-b b-c a-d d-c d-e e-c"));
    EXPECT_THAT(pad_tussen(blik, 'a', 'c', {.via = {}, .mijd = {blik.eis('b')}}), ElementsAre('a', 'd', 'c'));
    EXPECT_THAT(pad_tussen(blik, 'a', 'c', {.via = {blik.eis('e')}, .mijd = {}}), ElementsAre('a', 'd', 'e', 'c'));
    EXPECT_THAT(pad_tussen(blik, 'a', 'c', {.via = {}, .mijd = {blik.eis('b'), blik.eis('d')}}), ElementsAre());
}

TEST(GraafPad, ZegtOfErGeenIsOfDatDeGrensIsBereikt) {
    Werkblad werkblad;
    const auto blik = proef::kijk(proef::teken("a-b b-c c-d x-y"));
    const auto vraag = [&](char van, char naar, Padvraag v) { return kortste_pad(blik, blik.eis(static_cast<Sleutel>(van)), blik.eis(static_cast<Sleutel>(naar)), v, werkblad).uitkomst; };
    EXPECT_EQ(vraag('a', 'd', {.meeste_stappen = 3}), Uitkomst::gevonden);
    EXPECT_EQ(vraag('a', 'd', {.meeste_stappen = 2}), Uitkomst::buiten_grens);
    EXPECT_EQ(vraag('a', 'y', {}), Uitkomst::geen);
    EXPECT_EQ(vraag('a', 'd', {.meeste_pijlen = 1}), Uitkomst::buiten_grens);
}

TEST(GraafPad, LaatZichAfbreken) {
    Werkblad werkblad;
    const auto blik = proef::kijk(proef::teken("a-b b-c"));
    const Padvraag vraag{.voortgang = [](const Stand&) { return false; }};
    EXPECT_THROW(kortste_pad(blik, blik.eis('a'), blik.eis('c'), vraag, werkblad), Fout);
}

/// Every answer for a mask and a filter equals the answer on the graph with the hidden part cut out; its length that of a second solver.
TEST(GraafPad, IsDatVanDeGraafMetHetVerborgeneEruitgesneden) {
    std::mt19937 toeval(5);
    Werkblad werkblad;
    unsigned gevonden = 0, lang = 0;
    for (int ronde = 0; ronde < 150; ++ronde) {
        const auto heel = proef::toevallig(toeval, 60, 110);
        const auto masker = proef::toevallig_masker(toeval);
        const auto filter = proef::toevallig_filter(toeval);
        const auto over = proef::snijd(heel, masker, filter);
        const auto blik = proef::kijk(heel, masker, filter), gesneden = proef::kijk(over, {}, {.richting = filter.richting});
        for (int i = 0; i < 20; ++i) {
            const auto van = heel.knopen[toeval() % heel.knopen.size()].sleutel, naar = heel.knopen[toeval() % heel.knopen.size()].sleutel;
            ASSERT_EQ(blik.vind(van).has_value(), gesneden.vind(van).has_value());
            if (!blik.vind(van) || !blik.vind(naar)) continue;
            const auto pad = pad_tussen(blik, van, naar);
            ASSERT_EQ(pad, pad_tussen(gesneden, van, naar));
            const auto afstanden = proef::afstanden(over, van, filter.richting);
            ASSERT_EQ(pad.empty(), !afstanden.contains(naar));
            if (pad.empty()) continue;
            ASSERT_EQ(pad.size(), afstanden.at(naar) + 1);
            for (std::size_t s = 0; s + 1 < pad.size(); ++s) ASSERT_FALSE(blik.banden(blik.eis(pad[s]), blik.eis(pad[s + 1])).empty());
            ++gevonden;
            lang += pad.size() > 4 ? 1 : 0;
        }
    }
    EXPECT_GT(gevonden, 300U);
    EXPECT_GT(lang, 30U);
}

TEST(GraafBuurt, IsDieVanDeGraafMetHetVerborgeneEruitgesneden) {
    std::mt19937 toeval(6);
    Werkblad werkblad;
    unsigned vergeleken = 0;
    for (int ronde = 0; ronde < 100; ++ronde) {
        const auto heel = proef::toevallig(toeval, 60, 110);
        const auto masker = proef::toevallig_masker(toeval);
        const auto filter = proef::toevallig_filter(toeval);
        const auto over = proef::snijd(heel, masker, filter);
        const auto blik = proef::kijk(heel, masker, filter), gesneden = proef::kijk(over, {}, {.richting = filter.richting});
        for (const auto& k : over.knopen) {
            const auto b = blik.eis(k.sleutel), g = gesneden.eis(k.sleutel);
            const auto van_blik = buurt(blik, b, {.stappen = 3}, werkblad), van_gesneden = buurt(gesneden, g, {.stappen = 3}, werkblad);
            ASSERT_EQ(van_blik.per_type, van_gesneden.per_type);
            std::map<Sleutel, unsigned> gelaagd{{k.sleutel, 0}};
            for (unsigned laag = 0; laag < van_blik.lagen.size(); ++laag) {
                for (const auto s : proef::sleutels(blik, van_blik.lagen[laag])) gelaagd[s] = laag + 1;
            }
            auto afstanden = proef::afstanden(over, k.sleutel, filter.richting);
            std::erase_if(afstanden, [](const auto& a) { return a.second > 3; });
            ASSERT_EQ(gelaagd, afstanden);
            ASSERT_EQ(tel_buren(blik, b), tel_buren(gesneden, g));
            const auto van = buren(blik, b);
            ASSERT_EQ(van.totaal, buren(gesneden, g).totaal);
            for (const auto& buur : van.buren) ASSERT_FALSE(buur.banden.empty());
            const std::vector paar{b, blik.eis(over.knopen.front().sleutel)}, paar_g{g, gesneden.eis(over.knopen.front().sleutel)};
            ASSERT_EQ(proef::sleutels(blik, gemeenschappelijke_buren(blik, paar, 100, werkblad)), proef::sleutels(gesneden, gemeenschappelijke_buren(gesneden, paar_g, 100, werkblad)));
            ++vergeleken;
        }
    }
    EXPECT_GT(vergeleken, 1000U);
}

TEST(GraafBuurt, TeltPerSoortVoordatZijUitklapt) {
    auto lijst = proef::teken("a-b a-c c-a a-d");
    for (auto& k : lijst.knopen) k.type = k.sleutel == 'd' ? 2 : 1;
    lijst.banden[1].kenmerk.type = 9;
    const auto blik = proef::kijk(lijst);
    EXPECT_THAT(tel_buren(blik, blik.eis('a')), ElementsAre(Burentelling{0, 1, 2}, Burentelling{0, 2, 1}, Burentelling{9, 1, 1}));
    const auto pagina = buren(blik, blik.eis('a'), {.bandtypen = {}, .knooptypen = {}, .na = 'b', .vervolg = true, .meeste = 1});
    EXPECT_EQ(pagina.totaal, 3U);
    ASSERT_EQ(pagina.buren.size(), 1U);
    EXPECT_EQ(blik.sleutel(pagina.buren[0].knoop), Sleutel{'c'});
    EXPECT_EQ(pagina.buren[0].banden.size(), 2U);
}

TEST(GraafBuurt, HoudtOpBijDeGrens) {
    Werkblad werkblad;
    const auto blik = proef::kijk(proef::teken("a-b a-c a-d d-e"));
    const auto uit = buurt(blik, blik.eis('a'), {.stappen = 2, .meeste_knopen = 2}, werkblad);
    EXPECT_TRUE(uit.afgekapt);
    ASSERT_EQ(uit.lagen.size(), 1U);
    EXPECT_EQ(uit.lagen[0].size(), 2U);
}

}  // namespace
}  // namespace damwand::graph

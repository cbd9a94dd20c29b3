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

struct Vergeleken {
    unsigned gevonden = 0, lang = 0, buiten = 0;
};
/// Every answer for a mask and a filter equals the answer on the graph with the hidden part cut out; its length that of a second solver.
void vergelijk(std::mt19937& toeval, unsigned knopen, unsigned banden, int vragen, Vergeleken& uit) {
    Werkblad werkblad;
    const auto heel = proef::toevallig(toeval, knopen, banden);
    const auto masker = proef::toevallig_masker(toeval);
    const auto filter = proef::toevallig_filter(toeval);
    const auto over = proef::snijd(heel, masker, filter);
    const auto blik = proef::kijk(heel, masker, filter), gesneden = proef::kijk(over, {}, {.richting = filter.richting});
    for (int i = 0; i < vragen; ++i) {
        const auto van = heel.knopen[toeval() % heel.knopen.size()].sleutel, naar = heel.knopen[toeval() % heel.knopen.size()].sleutel;
        const unsigned grens = toeval() % 3 == 0 ? 1 + static_cast<unsigned>(toeval() % 6) : 30;
        ASSERT_EQ(blik.vind(van).has_value(), gesneden.vind(van).has_value());
        if (!blik.vind(van) || !blik.vind(naar)) continue;
        const auto pad = pad_tussen(blik, van, naar, {.meeste_stappen = grens});
        ASSERT_EQ(pad, pad_tussen(gesneden, van, naar, {.meeste_stappen = grens}));
        const auto afstanden = proef::afstanden(over, van, filter.richting);
        const bool ver = afstanden.contains(naar) && afstanden.at(naar) > grens;
        uit.buiten += ver ? 1 : 0;
        ASSERT_EQ(pad.empty(), !afstanden.contains(naar) || ver);
        if (pad.empty()) continue;
        ASSERT_EQ(pad.size(), afstanden.at(naar) + 1);
        for (std::size_t s = 0; s + 1 < pad.size(); ++s) ASSERT_FALSE(blik.banden(blik.eis(pad[s]), blik.eis(pad[s + 1])).empty());
        ++uit.gevonden;
        uit.lang += pad.size() > 4 ? 1 : 0;
    }
}

TEST(GraafPad, IsDatVanDeGraafMetHetVerborgeneEruitgesneden) {
    std::mt19937 toeval(5);
    Vergeleken uit;
    for (int ronde = 0; ronde < 200; ++ronde) vergelijk(toeval, 60, 110, 20, uit);
    EXPECT_GT(uit.gevonden, 300U);
    EXPECT_GT(uit.lang, 30U);
    EXPECT_GT(uit.buiten, 30U);
}

/// Rows so long that they are not walked to see whether the fronts touch; hundreds of them at once, and a few.
TEST(GraafPad, IsDatOokLangsKnopenMetLangeRijen) {
    std::mt19937 toeval(15);
    Vergeleken uit;
    for (int ronde = 0; ronde < 24; ++ronde) vergelijk(toeval, 1500, 3000 + 1500 * static_cast<unsigned>(ronde % 4), 40, uit);
    EXPECT_GT(uit.gevonden, 100U);
    EXPECT_GT(uit.lang, 30U);
}

/// Two hubs of a thousand, with a tie between them or only a node in common: seen from both ends.
TEST(GraafPad, VindtDeBandTussenTweeKnopenMetLangeRijen) {
    for (const bool direct : {true, false}) {
        proef::Lijst lijst;
        const auto leg = [&](Sleutel a, Sleutel b) { lijst.banden.push_back({.van = a, .naar = b, .kenmerk = {}, .id = lijst.banden.size() + 1}); };
        for (Sleutel s = 1; s <= 2100; ++s) lijst.knopen.push_back({.sleutel = s});
        for (Sleutel s = 10; s < 1000; ++s) leg(s, 1), leg(s + 1000, 2);
        leg(3, 1);
        leg(4, 2);
        leg(2050, 1);
        leg(2050, 2);
        if (direct) leg(1, 2);
        const auto blik = proef::kijk(lijst);
        const auto midden = direct ? std::vector<Sleutel>{3, 1, 2, 4} : std::vector<Sleutel>{3, 1, 2050, 2, 4};
        EXPECT_EQ(pad_tussen(blik, 3, 4), midden);
        EXPECT_EQ(pad_tussen(blik, 4, 3), std::vector<Sleutel>(midden.rbegin(), midden.rend()));
        EXPECT_EQ(pad_tussen(blik, 3, 4, {.meeste_stappen = 3}).empty(), !direct);
    }
}

/// Two hubs with three nodes in common: past the one with the lowest key, in whatever order they came in.
TEST(GraafPad, NeemtVanGelijkeDeLaagsteSleutel) {
    for (const bool omgekeerd : {false, true}) {
        proef::Lijst lijst;
        const auto leg = [&](Sleutel a, Sleutel b) { lijst.banden.push_back({.van = a, .naar = b, .kenmerk = {}, .id = lijst.banden.size() + 1}); };
        for (Sleutel s = 1; s <= 2100; ++s) lijst.knopen.push_back({.sleutel = s});
        for (Sleutel s = 10; s < 1000; ++s) leg(s, 1), leg(s + 1000, 2);
        leg(3, 1);
        leg(4, 2);
        for (const Sleutel s : {2050, 2070, 2060}) leg(s, 1), leg(s, 2);
        if (omgekeerd) {
            std::ranges::reverse(lijst.knopen);
            std::ranges::reverse(lijst.banden);
        }
        const auto blik = proef::kijk(lijst);
        for (const unsigned stappen : {4U, 8U}) {
            EXPECT_THAT(pad_tussen(blik, 3, 4, {.meeste_stappen = stappen}), ElementsAre(3, 1, 2050, 2, 4)) << omgekeerd;
            EXPECT_THAT(pad_tussen(blik, 4, 3, {.meeste_stappen = stappen}), ElementsAre(4, 2, 2050, 1, 3)) << omgekeerd;
        }
    }
}

/// A long row against so many short ones that it is the cheaper one to walk.
TEST(GraafPad, LooptEenLangeRijWaarDieHetKortsteIs) {
    proef::Lijst lijst;
    const auto leg = [&](Sleutel a, Sleutel b) { lijst.banden.push_back({.van = a, .naar = b, .kenmerk = {}, .id = lijst.banden.size() + 1}); };
    for (Sleutel s = 1; s <= 4000; ++s) lijst.knopen.push_back({.sleutel = s});
    for (Sleutel s = 10; s < 310; ++s) leg(s, 1);
    leg(3, 1);
    for (Sleutel s = 1000; s < 1100; ++s) {
        leg(5, s);
        for (Sleutel blad = 0; blad < 20; ++blad) leg(s, 1100 + (s - 1000) * 20 + blad);
    }
    EXPECT_THAT(pad_tussen(proef::kijk(lijst), 3, 5, {.meeste_stappen = 3}), ElementsAre());
    leg(1050, 1);
    EXPECT_THAT(pad_tussen(proef::kijk(lijst), 3, 5, {.meeste_stappen = 3}), ElementsAre(3, 1, 1050, 5));
    EXPECT_THAT(pad_tussen(proef::kijk(lijst), 5, 3, {.meeste_stappen = 3}), ElementsAre(5, 1050, 1, 3));
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

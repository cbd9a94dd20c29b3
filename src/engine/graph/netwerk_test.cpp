// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/netwerk.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <map>
#include <random>
#include <thread>

#include "base/fout.hpp"
#include "engine/graph/proefgraaf.hpp"

namespace damwand::graph {
namespace {

using proef::Lijst;

/// Everything a row says, in its order.
std::vector<std::tuple<Sleutel, Kenmerk>> rij(const Blik& blik, Sleutel sleutel) {
    std::vector<std::tuple<Sleutel, Kenmerk>> uit;
    if (const auto k = blik.vind(sleutel)) {
        blik.elke_buur(*k, [&](Knoop v, std::uint32_t kenmerk) { uit.emplace_back(blik.sleutel(v), blik.opname().kenmerk(kenmerk)); });
    }
    return uit;
}

void zelfde(const Blik& een, const Blik& ander, const Lijst& lijst) {
    for (const auto& k : lijst.knopen) {
        ASSERT_EQ(een.vind(k.sleutel).has_value(), ander.vind(k.sleutel).has_value());
        ASSERT_EQ(rij(een, k.sleutel), rij(ander, k.sleutel));
        if (!een.vind(k.sleutel)) continue;
        ASSERT_EQ(een.type(een.eis(k.sleutel)), ander.type(ander.eis(k.sleutel)));
        for (const auto& [sleutel, kenmerk] : rij(een, k.sleutel))
            ASSERT_EQ(een.banden(een.eis(k.sleutel), een.eis(sleutel)), ander.banden(ander.eis(k.sleutel), ander.eis(sleutel)));
    }
}

/// A graph that grew and shrank by changes says in every row, in every order, what one built at once says; merged or not.
TEST(GraafNetwerk, VeranderdIsHetzelfdeAlsOpnieuwGebouwd) {
    std::mt19937 toeval(7);
    for (int ronde = 0; ronde < 40; ++ronde) {
        auto heel = proef::toevallig(toeval, 40, 90);
        Lijst begin;
        const auto grens = heel.knopen.size() / 2;
        begin.knopen.assign(heel.knopen.begin(), heel.knopen.begin() + static_cast<std::ptrdiff_t>(grens));
        std::set<Sleutel> erin;
        for (const auto& k : begin.knopen) erin.insert(k.sleutel);
        std::vector<Mutatie> later;
        for (std::size_t i = grens; i < heel.knopen.size(); ++i) later.emplace_back(heel.knopen[i]);
        for (const auto& b : heel.banden) {
            if (erin.contains(b.van) && erin.contains(b.naar) && toeval() % 2 == 0) begin.banden.push_back(b);
            else later.emplace_back(b);
        }
        Netwerk netwerk(proef::bouw(begin));
        const auto eerst = netwerk.opname();
        // in two goes, with a merge between them every other round
        EXPECT_EQ(netwerk.verwerk(std::span(later).first(later.size() / 2)).geweigerd, 0U);
        if (ronde % 2 == 0) netwerk.voeg_samen();
        EXPECT_EQ(netwerk.verwerk(std::span(later).subspan(later.size() / 2)).geweigerd, 0U);
        // some ties, some nodes go
        Lijst over;
        std::set<Sleutel> weg;
        std::vector<Mutatie> wissen;
        for (auto& k : heel.knopen) {
            if (toeval() % 8 == 0) {
                weg.insert(k.sleutel);
                wissen.emplace_back(WisKnoop{k.sleutel});
            } else {
                if (toeval() % 8 == 0) {
                    k.zichten = {3};
                    k.type = 9;
                    wissen.emplace_back(k);
                }
                over.knopen.push_back(k);
            }
        }
        std::vector<Mutatie> banden_weg;
        for (const auto& b : heel.banden) {
            const bool kan = !weg.contains(b.van) && !weg.contains(b.naar);
            if (toeval() % 4 == 0) banden_weg.emplace_back(WisBand{b.van, b.naar, b.id});
            else if (kan) over.banden.push_back(b);
        }
        EXPECT_EQ(netwerk.verwerk(banden_weg).geweigerd, 0U);
        EXPECT_GT(netwerk.verwerk(banden_weg).geweigerd, 0U);
        EXPECT_EQ(netwerk.verwerk(wissen).geweigerd, 0U);
        // the order of parallel rows is that in which they came: first those of the beginning
        Lijst verwacht = over;
        std::stable_sort(verwacht.banden.begin(), verwacht.banden.end(), [&](const Band& a, const Band& b) {
            const auto plek = [&](const Band& x) {
                const auto in = std::find_if(begin.banden.begin(), begin.banden.end(), [&](const Band& y) { return y.id == x.id; });
                return in == begin.banden.end() ? 1 : 0;
            };
            return plek(a) < plek(b);
        });
        const auto masker = proef::toevallig_masker(toeval);
        const auto filter = proef::toevallig_filter(toeval);
        const auto opnieuw = proef::kijk(verwacht, masker, filter);
        zelfde({netwerk.opname(), masker, filter}, opnieuw, heel);
        zelfde(Blik(eerst, masker, filter).op(netwerk.opname()), opnieuw, heel);
        zelfde({eerst, masker, filter}, proef::kijk(begin, masker, filter), begin);  // an Opname does not change
        netwerk.voeg_samen();
        EXPECT_EQ(netwerk.wijzigingen(), 0U);
        EXPECT_EQ(netwerk.opname()->knopen(), verwacht.knopen.size());
        zelfde({netwerk.opname(), masker, filter}, opnieuw, heel);
    }
}

TEST(GraafNetwerk, EenTeruggezetteKnoopHeeftGeenOudeBanden) {
    Netwerk netwerk(proef::bouw(proef::teken("a-b b-c")));
    netwerk.verwerk(WisKnoop{'b'});
    EXPECT_FALSE(Blik(netwerk.opname(), {}).vind('b'));
    netwerk.verwerk(Knoopgegeven{.sleutel = 'b'});
    netwerk.verwerk(Band{.van = 'b', .naar = 'c', .kenmerk = {}, .id = 9});
    const Blik blik(netwerk.opname(), {});
    EXPECT_EQ(rij(blik, 'b').size(), 1U);
    EXPECT_EQ(rij(blik, 'a').size(), 0U);
    EXPECT_EQ(netwerk.verwerk(WisKnoop{'q'}).geweigerd, 1U);
    EXPECT_EQ(netwerk.verwerk(Band{.van = 'q', .naar = 'c', .kenmerk = {}, .id = 9}).geweigerd, 1U);
}

TEST(GraafNetwerk, EenIngetrokkenRechtIsEenBit) {
    auto lijst = proef::teken("a-b");
    lijst.banden[0].kenmerk.zicht = 70;
    Masker masker{70, 3};
    EXPECT_EQ(rij(proef::kijk(lijst, masker), 'a').size(), 1U);
    masker.ontneem(70);
    EXPECT_EQ(rij(proef::kijk(lijst, masker), 'a').size(), 0U);
    EXPECT_THROW(masker.geef(hoogste_zicht + 1), std::invalid_argument);
}

TEST(GraafNetwerk, WeigertBandenZonderKnoop) {
    Bouwer bouwer;
    bouwer.knoop({.sleutel = 1});
    EXPECT_FALSE(bouwer.band({.van = 1, .naar = 2, .kenmerk = {}, .id = 0}));
    EXPECT_EQ(bouwer.losse_banden(), 1U);
    bouwer.knoop({.sleutel = 0});  // also after a tie
    EXPECT_TRUE(bouwer.band({.van = 1, .naar = 0, .kenmerk = {}, .id = 0}));
    EXPECT_EQ(std::move(bouwer).klaar()->banden(), 1U);
}

/// More than a million ties, so that several work on it: every row is in the order of the keys it goes to, then as given, and hubs come first.
TEST(GraafNetwerk, VeelTegelijkWordtHetzelfdeAlsEenVoorEen) {
    constexpr std::uint32_t knopen = 3000, banden = 1'200'000;
    std::mt19937_64 toeval(7);
    std::vector<Sleutel> sleutels;
    for (std::uint32_t i = 0; i < knopen; ++i) sleutels.push_back(toeval());
    Bouwer bouwer;
    const auto even = bouwer.klasse(4, {9, 8, 9}), oneven = bouwer.klasse(5, {});
    std::vector<std::uint32_t> een, plekken;
    for (std::uint32_t i = 0; i < knopen; ++i) {
        bouwer.plekken(std::span(&sleutels[i], 1), i % 2 == 0 ? even : oneven, een);
        plekken.push_back(een.at(0));
    }
    bouwer.plekken(sleutels, even, een);  // known already: they stay what they are
    EXPECT_EQ(een, plekken);
    std::map<std::pair<Sleutel, Sleutel>, std::vector<std::pair<std::int32_t, std::uint64_t>>> verwacht;  // day, id
    std::map<Sleutel, std::uint32_t> graad;
    for (std::uint64_t i = 1; i <= banden; ++i) {
        const auto van = toeval() % knopen, naar = toeval() % 10 == 0 ? 5 : toeval() % knopen;
        const auto dag = static_cast<std::int32_t>(toeval() % 500);
        bouwer.band(plekken[van], plekken[naar], bouwer.kenmerk({.periode = {dag, dag}}), i);
        verwacht[{sleutels[van], sleutels[naar]}].emplace_back(dag, i);
        ++graad[sleutels[van]];
        ++graad[sleutels[naar]];
    }
    const auto basis = std::move(bouwer).klaar();
    ASSERT_EQ(basis->banden(), banden);
    EXPECT_EQ(basis->sleutels[0], sleutels[5]);
    EXPECT_EQ(basis->kenmerken.size(), 500U);
    std::map<std::pair<Sleutel, Sleutel>, std::vector<std::pair<std::int32_t, std::uint64_t>>> hier;
    for (Knoop k = 0; k < knopen; ++k) {
        const auto sleutel = basis->sleutels[k];
        EXPECT_EQ(basis->begin[k + 1] - basis->begin[k], graad[sleutel]);
        if (k > 0) {
            EXPECT_GE(std::pair(graad[basis->sleutels[k - 1]], sleutel), std::pair(graad[sleutel], basis->sleutels[k - 1]));
        }
        const auto& klasse = basis->klassen[basis->klasse[k]];
        const bool is_even = (std::ranges::find(sleutels, sleutel) - sleutels.begin()) % 2 == 0;
        EXPECT_EQ(klasse, (is_even ? Klasse{4, {8, 9}} : Klasse{5, {}}));
        for (auto p = basis->begin[k]; p < basis->begin[k + 1]; ++p) {
            if (p + 1 != basis->midden[k] && p + 1 < basis->begin[k + 1]) {
                ASSERT_LE(basis->sleutels[basis->pijlen[p].naar], basis->sleutels[basis->pijlen[p + 1].naar]);
            }
            if (p < basis->midden[k]) hier[{sleutel, basis->sleutels[basis->pijlen[p].naar]}].emplace_back(basis->kenmerken[basis->pijlen[p].kenmerk].periode.van, basis->ids[basis->uit_begin[k] + p - basis->begin[k]]);
        }
    }
    EXPECT_TRUE(hier == verwacht);
    // Inward rows say the same, in the same order.
    for (Knoop k = 0; k < knopen; ++k) {
        std::map<Sleutel, std::size_t> gehad;
        for (auto p = basis->midden[k]; p < basis->begin[k + 1]; ++p) {
            const auto van = basis->sleutels[basis->pijlen[p].naar];
            ASSERT_EQ(basis->kenmerken[basis->pijlen[p].kenmerk].periode.van, (verwacht.at({van, basis->sleutels[k]}).at(gehad[van]++).first));
        }
    }
}

TEST(GraafNetwerk, SamenvoegenLaatZichAfbrekenEnLaatDeGraafZoals) {
    Netwerk netwerk(proef::bouw(proef::teken("a-b")));
    netwerk.verwerk(Knoopgegeven{.sleutel = 'c'});
    EXPECT_THROW(netwerk.voeg_samen([](const Stand&) { return false; }), Fout);
    EXPECT_TRUE(Blik(netwerk.opname(), {}).vind('c'));
}

/// Readers, a writer and merges at the same time: every Opname is whole, and nothing written is lost.
TEST(GraafNetwerk, LezersSchrijverEnSamenvoegingTegelijk) {
    Netwerk netwerk;
    for (Sleutel s = 0; s < 100; ++s) netwerk.verwerk(Knoopgegeven{.sleutel = s});
    std::atomic<bool> klaar = false;
    std::thread schrijver([&] {
        for (std::uint64_t i = 0; i < 2000; ++i) netwerk.verwerk(Band{.van = i % 100, .naar = (i * 7 + 1) % 100, .kenmerk = {}, .id = i + 1});
        klaar = true;
    });
    std::thread samenvoeger([&] {
        while (!klaar) netwerk.voeg_samen();
    });
    std::size_t vorige = 0;
    while (!klaar) {
        const Blik blik(netwerk.opname(), {});
        std::size_t uit = 0;
        for (Knoop k = 0; k < blik.opname().knopen(); ++k) blik.elke_buur(k, [&](Knoop, std::uint32_t) { ++uit; });
        ASSERT_EQ(uit % 2, 0U);
        ASSERT_GE(uit, vorige);
        vorige = uit;
    }
    schrijver.join();
    samenvoeger.join();
    const Blik blik(netwerk.opname(), {});
    std::size_t uit = 0;
    for (Knoop k = 0; k < blik.opname().knopen(); ++k) blik.elke_buur(k, [&](Knoop, std::uint32_t) { ++uit; });
    EXPECT_EQ(uit, 4000U);
}

}  // namespace
}  // namespace damwand::graph

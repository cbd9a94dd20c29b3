// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/maten.hpp"
#include "engine/graph/samen.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "base/fout.hpp"
#include "engine/graph/groepen.hpp"
#include "engine/graph/proefgraaf.hpp"

namespace damwand::graph {
namespace {

using proef::Lijst;
using testing::ElementsAre;
using testing::Pair;

Deelgraaf deel(const std::string& tekst, Richting richting = Richting::beide) { return neem_deel(proef::kijk(proef::teken(tekst), {}, {.richting = richting})); }

template <class T>
std::map<char, T> per_letter(const Deelgraaf& d, const std::vector<T>& waarden) {
    std::map<char, T> uit;
    for (Plek p = 0; p < d.knopen(); ++p) uit[static_cast<char>(d.sleutels[p])] = waarden[p];
    return uit;
}

TEST(GraafMaten, VanEenKetenEnEenDriehoek) {
    const auto d = deel("a-b b-c c-a c-d e-e");
    EXPECT_THAT(per_letter(d, graden(d)), ElementsAre(Pair('a', 2), Pair('b', 2), Pair('c', 3), Pair('d', 1), Pair('e', 2)));
    EXPECT_THAT(per_letter(d, kernen(d)), ElementsAre(Pair('a', 2), Pair('b', 2), Pair('c', 2), Pair('d', 1), Pair('e', 2)));
    EXPECT_THAT(per_letter(d, componenten(d)), ElementsAre(Pair('a', 0), Pair('b', 0), Pair('c', 0), Pair('d', 0), Pair('e', 1)));
    const auto c = centraliteit(d);
    EXPECT_THAT(per_letter(d, c.tussenliggend), ElementsAre(Pair('a', 0.0), Pair('b', 0.0), Pair('c', 2.0), Pair('d', 0.0), Pair('e', 0.0)));
    const auto nabij = per_letter(d, c.nabijheid);
    EXPECT_DOUBLE_EQ(nabij.at('c'), 1.0);
    EXPECT_DOUBLE_EQ(nabij.at('d'), 0.6);
    EXPECT_TRUE(std::isnan(nabij.at('e')));
    const auto b = breuken(d);
    ASSERT_EQ(b.bruggen.size(), 1U);
    EXPECT_EQ(d.sleutels[b.bruggen[0].first], Sleutel{'c'});
    ASSERT_EQ(b.scharnieren.size(), 1U);
    EXPECT_EQ(d.sleutels[b.scharnieren[0]], Sleutel{'c'});
}

TEST(GraafMaten, TweeBandenZijnGeenBrug) {
    const auto d = deel("a-b a-b b-c");
    const auto b = breuken(d);
    ASSERT_EQ(b.bruggen.size(), 1U);
    EXPECT_EQ(d.sleutels[b.bruggen[0].first], Sleutel{'b'});
    EXPECT_EQ(d.sleutels[b.bruggen[0].second], Sleutel{'c'});
}

TEST(GraafMaten, WerkInStukkenDektAllesInVolgordeEnMeldtDeEersteFout) {
    std::vector<int> geraakt(1000);
    std::vector<std::size_t> volgorde;
    Beurt beurt;
    samen(geraakt.size(), 37, [&](std::size_t stuk, std::size_t van, std::size_t tot) {
        for (auto i = van; i < tot; ++i) ++geraakt[i];
        EXPECT_TRUE(beurt.neem(stuk, [&] { volgorde.push_back(stuk); }));
    });
    EXPECT_EQ(std::count(geraakt.begin(), geraakt.end(), 1), 1000);
    EXPECT_EQ(volgorde.size(), 37U);
    EXPECT_TRUE(std::is_sorted(volgorde.begin(), volgorde.end()));
    Beurt ander;
    EXPECT_THROW(samen(100, 10, [&](std::size_t stuk, std::size_t, std::size_t) {
        if (stuk == 3) {
            ander.mis();
            throw std::runtime_error("stuk");
        }
        ander.neem(stuk, [] {});  // those after it must not wait for ever
    }), std::runtime_error);
}

TEST(GraafMaten, PagerankVolgtDeRichtingEnVerdeeltWatNietVerderKan) {
    const auto d = deel("a-b b-c", Richting::uit);
    const auto p = per_letter(d, pagerank(d));
    EXPECT_NEAR(p.at('b') / p.at('a'), 1.85, 1e-9);  // b gets its own share and .85 of a's
    EXPECT_NEAR(p.at('a') + p.at('b') + p.at('c'), 1, 1e-12);
    EXPECT_NEAR(p.at('c') - p.at('a'), 0.85 * p.at('b'), 1e-9);
}

/// Rows of every length (also none, and longer than those with a loop of their own), loops and double ties, over many pieces: the equations hold in every node.
TEST(GraafMaten, PagerankKloptInElkStukVoorElkeRijlengte) {
    std::mt19937 toeval(12);
    Lijst lijst;
    constexpr Sleutel knopen = 30'000;
    for (Sleutel s = 0; s < knopen; ++s) lijst.knopen.push_back({.sleutel = s});
    for (Sleutel s = 0; s < knopen; ++s) {
        const auto r = s % 26;
        const auto leg = [&](Sleutel naar) { lijst.banden.push_back({.van = s, .naar = naar, .kenmerk = {}}); };
        for (auto i = r; r < 13 && i > 0; --i) leg(i == 12 ? s : s - r + toeval() % r);
        if (r == 15 || r == 17 || r == 18) leg(s - 1);  // a pair, a row of three; 13 has nobody
        if (r > 19) leg(s - r + 19);                     // a star
    }
    for (int i = 0; i < 500; ++i) lijst.banden.push_back({.van = 26 * (toeval() % 1000) + 1, .naar = 5, .kenmerk = {}});
    const auto d = neem_deel(proef::kijk(lijst));
    std::set<std::size_t> lengten;
    const auto pr = pagerank(d);
    double fout = 0, som = 0, los = 0;
    for (Plek p = 0; p < d.knopen(); ++p) los += d.alle.graad(p) == 0 ? pr[p] : 0;
    for (Plek p = 0; p < d.knopen(); ++p) {
        lengten.insert(d.alle.graad(p));
        auto rechts = 0.15 / static_cast<double>(knopen);
        for (const auto v : d.alle[p]) rechts += 0.85 * pr[v] / static_cast<double>(d.alle.graad(v));
        fout += std::abs(pr[p] - rechts - 0.85 * los / static_cast<double>(knopen));
        som += pr[p];
    }
    EXPECT_GE(lengten.size(), 20U);
    EXPECT_THAT(lengten, testing::IsSupersetOf({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12}));
    EXPECT_GT(*lengten.rbegin(), 400U);
    EXPECT_NEAR(som, 1, 1e-12);
    EXPECT_LT(fout, 1e-12);
    EXPECT_EQ(pr, pagerank(d));
}

// ---- second solvers, by the definition and nothing else ----

/// Number of shortest paths between all pairs, parallel ties counting each, by adding up walks of the right length.
struct Alles {
    std::vector<std::vector<double>> paden;
    std::vector<std::vector<unsigned>> afstand;
    static constexpr unsigned ver = 1U << 30U;
    Alles(const Lijst& lijst, std::map<Sleutel, std::size_t>& plek, bool gericht) {
        for (const auto& k : lijst.knopen) plek.emplace(k.sleutel, plek.size());
        const auto n = plek.size();
        std::vector<std::vector<double>> ties(n, std::vector<double>(n));
        for (const auto& b : lijst.banden) {
            const auto x = plek.at(b.van), y = plek.at(b.naar);
            ties[x][y] += 1;
            if (!gericht) ties[y][x] += 1;
        }
        paden.assign(n, std::vector<double>(n));
        afstand.assign(n, std::vector<unsigned>(n, ver));
        for (std::size_t s = 0; s < n; ++s) {
            auto nu = std::vector<double>(n);
            nu[s] = 1;
            for (unsigned stap = 0; stap < n; ++stap) {
                std::vector<double> volgende(n);
                for (std::size_t v = 0; v < n; ++v) {
                    if (nu[v] == 0) continue;
                    afstand[s][v] = stap;
                    paden[s][v] = nu[v];
                }
                for (std::size_t v = 0; v < n; ++v) {
                    for (std::size_t w = 0; w < n && nu[v] != 0; ++w) {
                        if (afstand[s][w] == ver) volgende[w] += nu[v] * ties[v][w];
                    }
                }
                nu = volgende;
            }
        }
    }
};

TEST(GraafMaten, KloppenMetDeDefinitieOpWatDeVragerZiet) {
    std::mt19937 toeval(11);
    for (int ronde = 0; ronde < 60; ++ronde) {
        const auto heel = proef::toevallig(toeval, 25, 45);
        const auto masker = proef::toevallig_masker(toeval);
        const auto filter = proef::toevallig_filter(toeval);
        const auto over = proef::snijd(heel, masker, filter);
        const auto blik = proef::kijk(heel, masker, filter);
        const auto d = neem_deel(blik);
        // exactly the part that is left when the hidden is cut out: then whatever is worked out from it is the same too
        const auto gesneden = neem_deel(proef::kijk(over, {}, {.richting = filter.richting}));
        ASSERT_EQ(d.sleutels, gesneden.sleutels);
        ASSERT_EQ(d.alle.begin, gesneden.alle.begin);
        ASSERT_EQ(d.alle.naar, gesneden.alle.naar);
        ASSERT_EQ(d.uit.naar, gesneden.uit.naar);
        ASSERT_EQ(d.gericht, gesneden.gericht);

        Lijst gekeerd = over;
        if (filter.richting == Richting::in) {
            for (auto& b : gekeerd.banden) std::swap(b.van, b.naar);
        }
        std::map<Sleutel, std::size_t> plek;
        const Alles alles(gekeerd, plek, d.gericht);
        const auto n = plek.size();
        const auto c = centraliteit(d);
        const auto g = graden(d);
        const auto comp = componenten(d);
        const auto heen_weer = proef::afstanden(over, over.knopen.empty() ? 0 : over.knopen[0].sleutel, Richting::beide);
        for (Plek p = 0; p < d.knopen(); ++p) {
            const auto v = plek.at(d.sleutels[p]);
            double tussen = 0, som = 0, bereikt = 0;
            for (std::size_t s = 0; s < n; ++s) {
                if (s != v && alles.afstand[v][s] != Alles::ver) som += alles.afstand[v][s], ++bereikt;
                for (std::size_t t = 0; t < n; ++t) {
                    if (s == t || s == v || t == v || alles.afstand[s][t] == Alles::ver || alles.afstand[s][v] == Alles::ver || alles.afstand[v][t] == Alles::ver) continue;
                    if (alles.afstand[s][v] + alles.afstand[v][t] == alles.afstand[s][t]) tussen += alles.paden[s][v] * alles.paden[v][t] / alles.paden[s][t];
                }
            }
            ASSERT_NEAR(c.tussenliggend[p], d.gericht ? tussen : tussen / 2, 1e-9);
            if (bereikt == 0) ASSERT_TRUE(std::isnan(c.nabijheid[p]));
            else ASSERT_NEAR(c.nabijheid[p], bereikt / som, 1e-12);
            ASSERT_EQ(g[p], std::count_if(over.banden.begin(), over.banden.end(), [&](auto& b) { return b.van == d.sleutels[p]; }) +
                                std::count_if(over.banden.begin(), over.banden.end(), [&](auto& b) { return b.naar == d.sleutels[p]; }));
            if (!over.knopen.empty()) {
                const auto nul = static_cast<Plek>(std::find(d.sleutels.begin(), d.sleutels.end(), over.knopen[0].sleutel) - d.sleutels.begin());
                ASSERT_EQ(comp[p] == comp[nul], heen_weer.contains(d.sleutels[p]));
            }
        }
        // the equations of PageRank hold in every node
        const auto pr = pagerank(d);
        double los = 0;
        for (Plek p = 0; p < d.knopen(); ++p) los += d.volg().graad(p) == 0 ? pr[p] : 0;
        std::vector<double> rechts(d.knopen(), (0.15 + 0.85 * los) / static_cast<double>(d.knopen()));
        for (Plek p = 0; p < d.knopen(); ++p) {
            for (const auto v : d.volg()[p]) rechts[v] += 0.85 * pr[p] / static_cast<double>(d.volg().graad(p));
        }
        for (Plek p = 0; p < d.knopen(); ++p) ASSERT_NEAR(pr[p], rechts[p], 1e-11);
        // cores: take away who has fewer than k ties until nobody has
        const auto kern = kernen(d);
        for (std::uint32_t k = 1; k < 8; ++k) {
            std::vector<bool> in(d.knopen(), true);
            for (bool anders = true; anders;) {
                anders = false;
                for (Plek p = 0; p < d.knopen(); ++p) {
                    if (in[p] && std::count_if(d.alle[p].begin(), d.alle[p].end(), [&](Plek v) { return in[v]; }) < k) in[p] = false, anders = true;
                }
            }
            for (Plek p = 0; p < d.knopen(); ++p) ASSERT_EQ(in[p], kern[p] >= k);
        }
    }
}

std::size_t aantal_componenten(const Lijst& lijst) {
    std::set<Sleutel> nog;
    for (const auto& k : lijst.knopen) nog.insert(k.sleutel);
    std::size_t uit = 0;
    for (; !nog.empty(); ++uit) {
        for (const auto& [s, _] : proef::afstanden(lijst, *nog.begin(), Richting::beide)) nog.erase(s);
    }
    return uit;
}

TEST(GraafGroepen, BreukenZijnWatDeGraafUitElkaarLaatVallen) {
    std::mt19937 toeval(12);
    std::size_t bruggen = 0, scharnieren = 0;
    for (int ronde = 0; ronde < 60; ++ronde) {
        const auto lijst = proef::toevallig(toeval, 20, 24);
        const auto d = neem_deel(proef::kijk(lijst, {1, 2, 3, 4}));
        const auto b = breuken(d);
        const auto heel = aantal_componenten(lijst);
        std::set<std::pair<Sleutel, Sleutel>> verwacht, gekregen;
        for (std::size_t i = 0; i < lijst.banden.size(); ++i) {
            auto zonder = lijst;
            zonder.banden.erase(zonder.banden.begin() + static_cast<std::ptrdiff_t>(i));
            const auto& weg = lijst.banden[i];
            if (aantal_componenten(zonder) > heel) verwacht.insert(std::minmax(weg.van, weg.naar));
        }
        for (const auto& [x, y] : b.bruggen) gekregen.insert({d.sleutels[x], d.sleutels[y]});
        ASSERT_EQ(gekregen, verwacht);
        std::set<Sleutel> scharnier, verwacht_scharnier;
        for (const auto p : b.scharnieren) scharnier.insert(d.sleutels[p]);
        for (const auto& k : lijst.knopen) {
            auto zonder = lijst;
            std::erase_if(zonder.knopen, [&](const auto& x) { return x.sleutel == k.sleutel; });
            std::erase_if(zonder.banden, [&](const auto& x) { return x.van == k.sleutel || x.naar == k.sleutel; });
            if (aantal_componenten(zonder) > heel) verwacht_scharnier.insert(k.sleutel);
        }
        ASSERT_EQ(scharnier, verwacht_scharnier);
        bruggen += gekregen.size();
        scharnieren += scharnier.size();
    }
    EXPECT_GT(bruggen, 50U);
    EXPECT_GT(scharnieren, 50U);
}

TEST(GraafGroepen, VindtDichteDelen) {
    Lijst lijst;
    for (Sleutel s = 0; s < 40; ++s) lijst.knopen.push_back({.sleutel = s});
    for (Sleutel g = 0; g < 4; ++g) {
        for (Sleutel a = 0; a < 10; ++a) {
            for (Sleutel b = a + 1; b < 10; ++b) lijst.banden.push_back({.van = g * 10 + a, .naar = g * 10 + b, .kenmerk = {}});
        }
        lijst.banden.push_back({.van = g * 10, .naar = (g * 10 + 11) % 40, .kenmerk = {}});
    }
    const auto d = neem_deel(proef::kijk(lijst));
    const auto g = groepen(d);
    ASSERT_EQ(g.aantal, 4U);
    for (Plek p = 0; p < d.knopen(); ++p) EXPECT_EQ(g.groep[p], d.sleutels[p] / 10);
    EXPECT_EQ(g.groep, groepen(d).groep);
}

/// No single move of a node to another group betters it, every group is connected, and what it says of itself is so.
TEST(GraafGroepen, StaanInEenPlaatselijkBesteIndeling) {
    std::mt19937 toeval(13);
    for (int ronde = 0; ronde < 30; ++ronde) {
        const auto d = neem_deel(proef::kijk(proef::toevallig(toeval, 40, 90), {1, 2, 3, 4}));
        const auto g = groepen(d, {.zaad = static_cast<std::uint64_t>(ronde)});
        const auto m = static_cast<double>(d.alle.naar.size());
        double zelf = 0;
        for (Plek p = 0; p < d.knopen(); ++p) {
            for (Plek q = 0; q < d.knopen(); ++q) {
                if (g.groep[p] != g.groep[q]) continue;
                const auto banden = static_cast<double>(std::count(d.alle[p].begin(), d.alle[p].end(), q));
                zelf += banden / m - static_cast<double>(d.alle.graad(p)) * static_cast<double>(d.alle.graad(q)) / m / m;
            }
        }
        ASSERT_NEAR(g.modulariteit, zelf, 1e-9);
        ASSERT_GT(g.modulariteit, 0.2);
        for (Plek p = 0; p < d.knopen(); ++p) {
            for (std::uint32_t naar = 0; naar < g.aantal; ++naar) {
                auto anders = g.groep;
                anders[p] = naar;
                ASSERT_LE(modulariteit(d, anders), g.modulariteit + 1e-9);
            }
        }
    }
}

/// Large enough for work in pieces, with hubs, loops and double ties: every group connected, what it says of itself so, and each time the same.
TEST(GraafGroepen, ZijnOokInStukkenVerbondenEnTelkensDezelfde) {
    std::mt19937 toeval(15);
    Lijst lijst;
    constexpr Sleutel knopen = 20'000, dorp = 200;
    for (Sleutel s = 0; s < knopen; ++s) lijst.knopen.push_back({.sleutel = s});
    for (Sleutel s = 0; s < knopen; ++s) {
        for (int i = 0; i < 3; ++i) lijst.banden.push_back({.van = s, .naar = s - s % dorp + toeval() % dorp, .kenmerk = {}});
        if (s % 4 == 0) lijst.banden.push_back({.van = s, .naar = s % 8 == 0 ? toeval() % 3 : toeval() % knopen, .kenmerk = {}});
    }
    const auto d = neem_deel(proef::kijk(lijst));
    const auto g = groepen(d);
    EXPECT_GT(g.modulariteit, 0.8);
    EXPECT_NEAR(g.modulariteit, modulariteit(d, g.groep), 1e-12);
    EXPECT_EQ(g.groep, groepen(d).groep);
    std::vector<bool> gezien(d.knopen()), begonnen(g.aantal);
    for (Plek p = 0; p < d.knopen(); ++p) {
        if (gezien[p]) continue;
        ASSERT_FALSE(begonnen[g.groep[p]]) << "a group in two pieces";
        begonnen[g.groep[p]] = gezien[p] = true;
        for (std::vector<Plek> stapel{p}; !stapel.empty();) {
            const auto q = stapel.back();
            stapel.pop_back();
            for (const auto v : d.alle[q]) {
                if (gezien[v] || g.groep[v] != g.groep[p]) continue;
                gezien[v] = true;
                stapel.push_back(v);
            }
        }
    }
    EXPECT_EQ(std::count(begonnen.begin(), begonnen.end(), false), 0);
}

TEST(GraafMaten, DeSteekproefBlijftBinnenWatZeBelooft) {
    std::mt19937 toeval(14);
    unsigned mis = 0;
    for (int ronde = 0; ronde < 30; ++ronde) {
        auto filter = Filter{};
        filter.richting = ronde % 2 == 0 ? Richting::beide : Richting::uit;
        const auto d = neem_deel(proef::kijk(proef::toevallig(toeval, 50, 90), {1, 2, 3, 4}, filter));
        const auto precies = centraliteit(d).tussenliggend;
        const auto geschat = schat_tussenliggend(d, {.fout = 0.02, .kans = 0.1, .zaad = static_cast<std::uint64_t>(ronde)});
        EXPECT_GT(geschat.getrokken, 1000U);
        double ergste = 0;
        for (Plek p = 0; p < d.knopen(); ++p) ergste = std::max(ergste, std::abs(precies[p] - geschat.tussenliggend[p]));
        mis += ergste > geschat.hoogste_fout ? 1 : 0;
        EXPECT_GT(*std::max_element(geschat.tussenliggend.begin(), geschat.tussenliggend.end()), 0);
    }
    EXPECT_LE(mis, 3U);
}

TEST(GraafMaten, LatenZichAfbreken) {
    const auto blik = proef::kijk(proef::teken("a-b b-c c-a c-d"));
    const auto d = neem_deel(blik);
    const Voortgang stop = [](const Stand&) { return false; };
    EXPECT_THROW(neem_deel(blik, stop), Fout);
    EXPECT_THROW(centraliteit(d, stop), Fout);
    EXPECT_THROW(pagerank(d, {.voortgang = stop}), Fout);
    EXPECT_THROW(schat_tussenliggend(d, {.voortgang = stop}), Fout);
    EXPECT_THROW(groepen(d, {.voortgang = stop}), Fout);
    EXPECT_THROW(breuken(d, stop), Fout);
}

}  // namespace
}  // namespace damwand::graph

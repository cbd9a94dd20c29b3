// SPDX-License-Identifier: EUPL-1.2
// Held against igraph's C core, on random graphs and on the published networks beside the project.
#include <gmock/gmock.h>

#ifndef DAMWAND_IGRAPH
TEST(GraafTegenIgraph, Vergelijkt) { GTEST_SKIP() << "libigraph is not installed (libigraph-dev)"; }
#else
#include <zlib.h>

#include <cmath>
#include <filesystem>
#include <sstream>

#include "engine/graph/groepen.hpp"
#include "engine/graph/igraph.hpp"
#include "engine/graph/lijst.hpp"
#include "engine/graph/maten.hpp"
#include "engine/graph/paden.hpp"
#include "engine/graph/proefgraaf.hpp"

namespace damwand::graph {
namespace {

namespace fs = std::filesystem;
const fs::path netwerken = fs::path{DAMWAND_BRONMAP}.parent_path() / "shared" / "data" / "graph";

/// The same graph for both; the key of a node is its number in igraph.
struct Paar {
    Blik blik;
    Deelgraaf deel;
    igraph::Graaf ander;
    Paar(std::size_t knopen, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& banden, bool gericht)
        : blik(kijk(knopen, banden, gericht)), deel(neem_deel(blik)), ander(knopen, banden, gericht) {}
    static Blik kijk(std::size_t knopen, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& banden, bool gericht) {
        proef::Lijst lijst;
        for (std::size_t i = 0; i < knopen; ++i) lijst.knopen.push_back({.sleutel = i});
        for (const auto& [a, b] : banden) lijst.banden.push_back({.van = a, .naar = b, .kenmerk = {}});
        return proef::kijk(lijst, {}, {.richting = gericht ? Richting::uit : Richting::beide});
    }
};

void vergelijk_goedkoop(const Paar& p, std::mt19937& toeval) {
    const auto n = p.deel.knopen();
    const auto* g = &p.ander.g;
    const bool gericht = p.deel.gericht;
    igraph::Gehelen graad, kern, component, groottes;
    igraph::Getallen rang;
    igraph_degree(g, &graad.v, igraph_vss_all(), IGRAPH_ALL, true);
    igraph_coreness(g, &kern.v, IGRAPH_ALL);
    igraph_connected_components(g, &component.v, &groottes.v, nullptr, IGRAPH_WEAK);
    igraph_real_t waarde = 0;
    igraph_pagerank(g, IGRAPH_PAGERANK_ALGO_PRPACK, &rang.v, &waarde, igraph_vss_all(), gericht, 0.85, nullptr, nullptr);
    const auto eigen_graad = graden(p.deel), eigen_kern = kernen(p.deel), eigen_component = componenten(p.deel);
    const auto eigen_rang = pagerank(p.deel);
    std::map<igraph_integer_t, std::uint32_t> nummer;
    for (Plek i = 0; i < n; ++i) {
        const auto v = p.deel.sleutels[i];
        ASSERT_EQ(eigen_graad[i], graad[v]);
        ASSERT_EQ(eigen_kern[i], kern[v]);
        ASSERT_NEAR(eigen_rang[i], rang[v], 1e-9);
        ASSERT_EQ(nummer.emplace(component[v], eigen_component[i]).first->second, eigen_component[i]);
    }
    ASSERT_EQ(nummer.size(), groottes.size());

    igraph::Gehelen bruggen, scharnieren;
    igraph_bridges(g, &bruggen.v);
    igraph_articulation_points(g, &scharnieren.v);
    const auto eigen = breuken(p.deel);
    std::set<std::pair<Sleutel, Sleutel>> a, b;
    for (const auto& [x, y] : eigen.bruggen) a.insert({p.deel.sleutels[x], p.deel.sleutels[y]});
    for (std::size_t i = 0; i < bruggen.size(); ++i) {
        igraph_integer_t x = 0, y = 0;
        igraph_edge(g, bruggen[i], &x, &y);
        b.insert(std::minmax(static_cast<Sleutel>(x), static_cast<Sleutel>(y)));
    }
    ASSERT_EQ(a, b);
    std::set<Sleutel> c, d;
    for (const auto s : eigen.scharnieren) c.insert(p.deel.sleutels[s]);
    for (std::size_t i = 0; i < scharnieren.size(); ++i) d.insert(static_cast<Sleutel>(scharnieren[i]));
    ASSERT_EQ(c, d);

    Werkblad werkblad;
    for (int i = 0; i < 20 && n > 1; ++i) {
        const auto van = toeval() % n, naar = toeval() % n;
        igraph::Gehelen pad;
        igraph_get_shortest_path(g, &pad.v, nullptr, static_cast<igraph_integer_t>(van), static_cast<igraph_integer_t>(naar), IGRAPH_OUT);
        const auto ons = kortste_pad(p.blik, p.blik.eis(van), p.blik.eis(naar), {.meeste_stappen = 10000}, werkblad);
        ASSERT_EQ(ons.knopen.size(), pad.size());
    }
}

void vergelijk_centraal(const Paar& p) {
    igraph::Getallen tussen, nabij;
    igraph_betweenness(&p.ander.g, &tussen.v, igraph_vss_all(), p.deel.gericht, nullptr);
    igraph_closeness(&p.ander.g, &nabij.v, nullptr, nullptr, igraph_vss_all(), IGRAPH_OUT, nullptr, true);
    const auto eigen = centraliteit(p.deel);
    for (Plek i = 0; i < p.deel.knopen(); ++i) {
        const auto v = p.deel.sleutels[i];
        ASSERT_NEAR(eigen.tussenliggend[i], tussen[v], 1e-6 * (1 + tussen[v]));
        if (std::isnan(nabij[v])) ASSERT_TRUE(std::isnan(eigen.nabijheid[i]));
        else ASSERT_NEAR(eigen.nabijheid[i], nabij[v], 1e-9);
    }
}

double modulariteit_van_igraph(const Paar& p) {
    igraph::Gehelen groep;
    igraph::Getallen gewicht;
    igraph_rng_seed(igraph_rng_default(), 1);
    igraph_integer_t aantal = 0;
    igraph_real_t kwaliteit = 0;
    igraph::Gehelen graad;
    igraph_degree(&p.ander.g, &graad.v, igraph_vss_all(), IGRAPH_ALL, true);
    igraph_vector_resize(&gewicht.v, static_cast<igraph_integer_t>(p.deel.knopen()));
    for (std::size_t i = 0; i < p.deel.knopen(); ++i) VECTOR(gewicht.v)[i] = static_cast<double>(graad[i]);
    igraph_community_leiden(&p.ander.g, nullptr, &gewicht.v, 1.0 / static_cast<double>(p.deel.alle.naar.size()), 0.01, false, 10, &groep.v, &aantal, &kwaliteit);
    igraph_real_t uit = 0;
    igraph_modularity(&p.ander.g, &groep.v, nullptr, 1, false, &uit);
    return uit;
}

TEST(GraafTegenIgraph, OpToevalligeGrafenMetLussenEnDubbeleBanden) {
    std::mt19937 toeval(41);
    for (int ronde = 0; ronde < 60; ++ronde) {
        const auto n = static_cast<std::uint32_t>(5 + toeval() % 60);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> banden;
        for (std::uint32_t i = 0; i < n * 2; ++i) banden.emplace_back(i % 3 == 0 ? toeval() % 3 : toeval() % n, toeval() % n);
        const Paar p(n, banden, ronde % 2 == 1);
        vergelijk_goedkoop(p, toeval);
        vergelijk_centraal(p);
        if (testing::Test::HasFatalFailure()) FAIL() << "round " << ronde;
    }
}

/// Edge list of a published network, packed or not; ids as they come.
std::optional<Paar> gepubliceerd(const std::string& naam, bool gericht = false) {
    const auto bestand = netwerken / naam;
    if (!fs::exists(bestand)) return std::nullopt;
    std::string tekst;
    const auto in = gzopen(bestand.c_str(), "rb");
    std::vector<char> stuk(65536);
    for (int aantal = 0; (aantal = gzread(in, stuk.data(), 65536)) > 0;) tekst.append(stuk.data(), static_cast<std::size_t>(aantal));
    gzclose(in);
    std::istringstream stroom(tekst);
    Leesverslag verslag;
    const auto lijst = lees(stroom, Formaat::csv, verslag);
    EXPECT_EQ(verslag.afgekeurd, 0U);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> banden;
    for (const auto& b : lijst.banden) banden.emplace_back(b.van, b.naar);
    return std::optional<Paar>(std::in_place, lijst.knopen.size(), banden, gericht);
}

TEST(GraafTegenIgraph, OpKleineGepubliceerdeNetwerken) {
    std::mt19937 toeval(42);
    if (!fs::exists(netwerken)) GTEST_SKIP() << "the published networks are not beside the project";
    for (const std::string naam : {"covert_10__caviar__1", "covert_41__siren", "covert_42__slumlords__1", "covert_42__slumlords__2", "covert_42__slumlords__3", "covert_42__slumlords__4",
                                   "covert_42__slumlords__5", "covert_42__slumlords__6", "covert_42__slumlords__7"}) {
        for (const bool gericht : {false, true}) {
            const auto p = gepubliceerd(naam + ".edges.csv", gericht);
            ASSERT_TRUE(p) << naam;
            vergelijk_goedkoop(*p, toeval);
            vergelijk_centraal(*p);
            if (HasFatalFailure()) FAIL() << naam;
        }
    }
}

TEST(GraafTegenIgraph, OpGroteGepubliceerdeNetwerken) {
    std::mt19937 toeval(43);
    if (!fs::exists(netwerken)) GTEST_SKIP() << "the published networks are not beside the project";
    for (const auto& [naam, knopen, banden] : {std::tuple{"facebook-combined.tsv.gz", 4039U, 88234U}, std::tuple{"as-caida20071105.tsv.gz", 26475U, 53381U}}) {
        const auto p = gepubliceerd(naam);
        ASSERT_TRUE(p) << naam;
        EXPECT_EQ(p->deel.knopen(), knopen);
        EXPECT_EQ(p->deel.banden(), banden);
        vergelijk_goedkoop(*p, toeval);
        EXPECT_GE(groepen(p->deel).modulariteit, modulariteit_van_igraph(*p) * 0.99) << naam;
    }
}

}  // namespace
}  // namespace damwand::graph
#endif

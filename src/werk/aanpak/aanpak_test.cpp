// SPDX-License-Identifier: EUPL-1.2
#include "werk/aanpak/aanpak.hpp"

#include <gmock/gmock.h>

namespace damwand::aanpak {
namespace {

using testing::ElementsAre;
using namespace std::chrono_literals;

Tijdstip op(int dag) { return Tijdstip{} + std::chrono::hours(24 * dag); }
Uuid id(std::uint8_t n) {
    Uuid uit;
    uit.bytes.back() = n;
    return uit;
}

Gelijkende zaak(std::string naam, int laatst, std::vector<std::pair<std::string, int>> redenen) {
    Gelijkende g;
    g.casus = CasusId::nieuw();
    g.werknaam = std::move(naam);
    g.laatste_activiteit = op(laatst);
    for (auto& [soort, aantal] : redenen) g.redenen.push_back({std::move(soort), aantal, {}});
    return g;
}
std::vector<std::string> namen(const auto& alle) {
    std::vector<std::string> uit;
    for (const auto& een : alle) uit.push_back(een.werknaam);
    return uit;
}

TEST(Gelijkende, EenAdresGaatVoorVijfDezelfdeThemasEnBijGelijkDeLaatsteEerst) {
    std::vector<Gelijkende> alle{zaak("thema", 9, {{"thema", 1}, {"branche", 4}}), zaak("twee bedrijven", 1, {{"bedrijf", 2}}), zaak("oud", 1, {{"thema", 1}}), zaak("adres", 1, {{"adres", 1}}),
                                 zaak("bedrijf en persoon", 9, {{"bedrijf", 1}, {"persoon", 5}}), zaak("nieuw", 3, {{"thema", 1}}), zaak("niets", 8, {})};
    zet_op_volgorde(alle);
    EXPECT_THAT(namen(alle), ElementsAre("adres", "twee bedrijven", "bedrijf en persoon", "thema", "nieuw", "oud", "niets"));
}

Prioriteit casus(std::string naam, int laatst, std::vector<std::pair<Uuid, int>> treden) {
    Prioriteit p;
    p.casus = CasusId::nieuw();
    p.werknaam = std::move(naam);
    p.laatste_activiteit = op(laatst);
    for (const auto& [criterium, trede] : treden) p.beoordelingen.push_back({criterium, trede, "", {}, {}});
    return p;
}

TEST(Prioritering, HetEersteCriteriumBeslistEnNietDeSom) {
    const auto ernst = id(1);
    const auto spoed = id(2);
    // Added up, `laag maar haast` would stand first.
    std::vector<Prioriteit> alle{casus("laag maar haast", 1, {{ernst, 2}, {spoed, 1}}), casus("hoog zonder haast", 1, {{ernst, 1}, {spoed, 5}}), casus("niet beoordeeld", 0, {{spoed, 1}}),
                                 casus("hoog, ligt stil", 0, {{ernst, 1}, {spoed, 5}})};
    zet_op_volgorde(alle, {ernst, spoed});
    EXPECT_THAT(namen(alle), ElementsAre("hoog, ligt stil", "hoog zonder haast", "laag maar haast", "niet beoordeeld"));
    zet_op_volgorde(alle, {spoed});
    EXPECT_THAT(namen(alle), ElementsAre("niet beoordeeld", "laag maar haast", "hoog, ligt stil", "hoog zonder haast"));
}

TEST(Weegtafel, KentWatEerstStrafrechtelijkWas) {
    for (const auto* bron : {"rapportage", "politie", "om"}) EXPECT_TRUE(komt_van_strafrecht(bron)) << bron;
    for (const auto* bron : {"meldpunt", "mma", "partner"}) EXPECT_FALSE(komt_van_strafrecht(bron)) << bron;
}

}  // namespace
}  // namespace damwand::aanpak

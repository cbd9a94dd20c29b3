// SPDX-License-Identifier: EUPL-1.2
#include "werk/dossier/dossier.hpp"

#include <gmock/gmock.h>

namespace damwand::dossier {
namespace {

constexpr Datum dag(unsigned d) { return Datum{std::chrono::year{2026}, std::chrono::month{6}, std::chrono::day{d}}; }

Dossier vol() {
    Dossier d;
    d.casus.fase = "uitvoering";
    casus::Bron bron;
    bron.naam = "Politie";
    bron.status = "gevraagd";
    bron.termijn = dag(9);
    d.bronnen = {bron};
    bron.status = "ontvangen";
    bron.termijn = dag(1);
    d.bronnen.push_back(bron);
    interventie::Interventie interventie;
    interventie.status = "bezig";
    interventie.omschrijving = "Brief";
    interventie.termijn = dag(5);
    d.interventies = {interventie};
    return d;
}

TEST(Dossier, DeEersteTermijnIsDieVanWatNogOpenstaat) {
    auto d = vol();
    EXPECT_EQ(eerste_termijn(d)->wat, "Brief");
    d.interventies[0].status = "uitgevoerd";
    EXPECT_EQ(eerste_termijn(d)->wat, "Politie");
    d.casus.monitor_tot = dag(3);
    EXPECT_EQ(eerste_termijn(d)->soort, "monitoring");
    auto& actie = d.acties.emplace_back();
    actie.staat = "open";
    actie.wat = "Bellen";
    actie.datum = dag(2);
    EXPECT_EQ(eerste_termijn(d)->wat, "Bellen");
    actie.staat = "gedaan";
    EXPECT_EQ(eerste_termijn(d)->soort, "monitoring");
    d.casus.fase = "archief";
    EXPECT_EQ(eerste_termijn(d), std::nullopt);
}

TEST(Dossier, LosgemaaktZegtHetNietsOverAndereDossiers) {
    Dossier d;
    entiteit::Vermelding v;
    v.elders = 3;
    signaal::SignaalInDossier s;
    s.zelfde_adres = 2;
    s.vermeldingen = {v};
    d.signalen = {s};
    d.vermeldingen = {v};
    maak_los(d);
    EXPECT_EQ(d.signalen[0].zelfde_adres, 0);
    EXPECT_EQ(d.signalen[0].vermeldingen[0].elders, 0);
    EXPECT_EQ(d.vermeldingen[0].elders, 0);
}

TEST(Dossier, KentElkeNaamDieErinStaat) {
    Dossier d;
    int teller = 0;
    const auto iemand = [&] { return toegang::Collega{GebruikerId::nieuw(), "naam " + std::to_string(++teller)}; };
    entiteit::Vermelding v;
    v.door = iemand();
    signaal::SignaalInDossier s;
    s.gemeld_door = iemand();
    s.behandelaar = iemand();
    s.wegingen.emplace_back().door = iemand();
    s.verloop.emplace_back().door = iemand();
    s.vermeldingen.emplace_back().door = iemand();
    d.casus.trekker = iemand();
    d.casus.leden = {{iemand(), std::nullopt, std::nullopt}};
    d.signalen = {s};
    d.vermeldingen = {v};
    d.bronnen.emplace_back().door = iemand();
    d.bronnen[0].inhoud.emplace().door = iemand();
    auto& toets = d.privacytoetsen.emplace_back();
    toets.door = iemand();
    toets.besloten_door = iemand();
    toets.leden = {iemand()};
    d.interventies.emplace_back().door = iemand();
    d.interventies[0].eigenaar = iemand();
    d.acties.emplace_back().door = iemand();
    d.acties[0].eigenaar = iemand();
    d.tijdlijn.emplace_back().door = iemand();
    EXPECT_EQ(namen_in(d).size(), static_cast<std::size_t>(teller));
}

}  // namespace
}  // namespace damwand::dossier

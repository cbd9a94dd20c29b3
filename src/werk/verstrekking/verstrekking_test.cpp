// SPDX-License-Identifier: EUPL-1.2
#include "werk/verstrekking/verstrekking.hpp"

#include <gmock/gmock.h>

#include "platform/documenten/odtproef.hpp"

namespace damwand::verstrekking {
namespace {

using testing::HasSubstr;
using testing::Not;

Feit feit(std::string regime, std::string doorgifte, std::string soort = "bron") {
    return {.soort = std::move(soort), .rij = Uuid::willekeurig(), .naam = "Vergunningen", .tekst = "Er is een vergunning.", .regime = std::move(regime), .doorgifte = std::move(doorgifte)};
}
const Ontvanger politie{.code = "politie", .naam_nl = "Politie", .naam_en = "Police", .regimes = {"open", "avg", "wpg"}};
const Namen namen{.organisatie = "Gemeente Damstede", .ontvanger = "Politie", .grondslag = "Gemeentewet art. 172", .label = "Politiegegevens (Wpg)", .casus = "C-2026-7K4QP9"};

std::string code(const Feit& f, bool overlegd = false) {
    const auto fout = weigering(f, politie, overlegd, "/feiten/0");
    return fout ? fout->code : "mag";
}

TEST(Verstrekking, WeigertWatDeOntvangerNietMagHebbenEnZegtWelkFeitEnWatTeDoen) {
    EXPECT_EQ(code(feit("avg", "vrij")), "mag");
    EXPECT_EQ(code(feit("wpg", "vrij")), "mag");
    EXPECT_EQ(code(feit("bibob", "vrij")), "regime-past-niet");
    EXPECT_EQ(code(feit("nieuw-regime", "vrij")), "regime-past-niet");
    EXPECT_EQ(code(feit("avg", "niet")), "niet-doorgeven");
    EXPECT_EQ(code(feit("avg", "niet"), true), "niet-doorgeven");  // talking it over does not help
    EXPECT_EQ(code(feit("avg", "na_overleg")), "overleg-ontbreekt");
    EXPECT_EQ(code(feit("avg", "na_overleg"), true), "mag");
    EXPECT_EQ(code(feit("bibob", "na_overleg"), true), "regime-past-niet");
    const auto fout = weigering(feit("bibob", "vrij"), politie, true, "/feiten/0");
    EXPECT_EQ(fout->veld, "/feiten/0");
    for (const auto* wel : {"Vergunningen", "Politie", "Laat het weg"}) EXPECT_THAT(fout->uitleg, HasSubstr(wel));
}

Verstrekking gegeven() {
    Verstrekking v;
    v.kenmerk = "A-2026-7K4QP9";
    v.ontvanger = "politie";
    v.ter_attentie_van = "Team Oost";
    v.doel = "Toezicht op de loods.";
    v.tot = lees_datum("2027-05-01");
    v.door = {GebruikerId::nieuw(), "Hanna Rietveld"};
    v.op = lees_tijdstip("2026-11-22T09:30:00Z").value();
    return v;
}

TEST(Afschrift, ZegtOpElkeBladzijdeVoorWieWanneerEnMetWelkNummer) {
    const auto bytes = afschrift(gegeven(), {feit("avg", "vrij"), feit("avg", "vrij", "casus")}, namen);
    const auto tekst = proef::tekst_van_odt(bytes);
    for (const auto* wel : {"Er is een vergunning.", "Het beeld", "Wat bronnen antwoordden", "Politiegegevens (Wpg)", "Toezicht op de loods.", "Gemeentewet art. 172", "1 mei 2027"}) EXPECT_THAT(tekst, HasSubstr(wel));
    EXPECT_THAT(tekst, Not(HasSubstr("Maatregelen")));
    const auto merk = watermerk(gegeven(), "Politie");
    for (const auto* wel : {"A-2026-7K4QP9", "Politie", "Team Oost", "Hanna Rietveld", "22 november 2026", "niet verder"}) EXPECT_THAT(merk, HasSubstr(wel));
    EXPECT_THAT(proef::inhoud_van_odt(bytes, "styles.xml"), HasSubstr(merk));
    EXPECT_EQ(bytes, afschrift(gegeven(), {feit("avg", "vrij"), feit("avg", "vrij", "casus")}, namen));
}

TEST(Kennisgeving, ZegtWatHetWerdEnVanWatWegIsAlleenDatHetWegIs) {
    auto v = gegeven();
    const auto nu = feit("avg", "vrij");
    const auto gewist = feit("avg", "vrij");
    const auto gedaan = feit("avg", "vrij");
    for (const auto& [f, naam, aanleiding, staat] : {std::tuple{&nu, "Antwoord", "gewijzigd", "open"}, {&gewist, "Zwager", "wissen", "open"}, {&gedaan, "Oud", "gewijzigd", "verstuurd"}}) {
        v.feiten.push_back({.soort = f->soort, .rij = f->rij, .naam = naam, .regime = "avg"});
        Kennisgeving k;
        k.soort = f->soort;
        k.rij = f->rij;
        k.aanleiding = aanleiding;
        k.staat = staat;
        v.kennisgevingen.push_back(k);
    }
    auto weg = gewist;
    weg.tekst = "Staat er nog even.";  // granted, not yet carried out
    const auto tekst = proef::tekst_van_odt(kennisgeving(v, {nu, weg, gedaan}, namen, lees_datum("2026-12-01").value()));
    for (const auto* wel : {"AVG art. 19", "Antwoord", "Er is een vergunning.", "Zwager", "Wis het bij u", "A-2026-7K4QP9", "1 december 2026"}) EXPECT_THAT(tekst, HasSubstr(wel));
    for (const auto* niet : {"Oud", "Staat er nog even."}) EXPECT_THAT(tekst, Not(HasSubstr(niet)));
}

}  // namespace
}  // namespace damwand::verstrekking

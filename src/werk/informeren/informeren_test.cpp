// SPDX-License-Identifier: EUPL-1.2
#include "werk/informeren/informeren.hpp"

#include <gmock/gmock.h>

#include "platform/documenten/odtproef.hpp"

namespace damwand::informeren {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Datum dag(std::string_view tekst) { return lees_datum(tekst).value(); }
const Datum vandaag = dag("2026-11-22");
const std::vector<Grond> alle{{.code = "uavg-41-d", .naam_nl = "", .naam_en = "", .artikel = "", .weging = true}, {.code = "avg-14-b", .naam_nl = "", .naam_en = "", .artikel = "", .weging = false}};
Weging41 vol() {
    Weging41 uit;
    for (auto* deel : {&uit.doeleinden, &uit.categorieen, &uit.reikwijdte, &uit.waarborgen, &uit.verantwoordelijke, &uit.opslagperiode, &uit.risicos, &uit.kennisgeving}) deel->waarde = "Gewogen.";
    return uit;
}
InformatiebesluitNieuw nieuw(std::string besluit) {
    InformatiebesluitNieuw uit;
    uit.besluit.waarde = std::move(besluit);
    return uit;
}
std::vector<std::string> fouten(const InformatiebesluitNieuw& b) {
    std::vector<std::string> uit;
    for (const auto& f : fouten_in(b, alle, vandaag)) uit.push_back(f.veld + " " + f.code);
    return uit;
}

TEST(Informeren, MoetBinnenEenMaandEnEindigtOpEenWerkdag) {
    EXPECT_EQ(informeren_voor(dag("2026-11-03")), dag("2026-12-03"));
    EXPECT_EQ(informeren_voor(dag("2026-11-25")), dag("2026-12-28"));  // Christmas and a weekend
    EXPECT_EQ(informeren_voor(dag("2027-01-31")), dag("2027-03-01"));  // the last day of February is a Sunday
}

TEST(Informeren, VraagtPerBesluitWatErbijHoort) {
    EXPECT_THAT(fouten(nieuw("zomaar")), ElementsAre("/besluit onbekende-code", "/motivering ontbreekt", "/grond ontbreekt"));
    EXPECT_THAT(fouten(nieuw("geinformeerd")), ElementsAre("/verzondenOp ontbreekt", "/wijze ontbreekt"));
    auto gedaan = nieuw("geinformeerd");
    gedaan.verzonden_op = vandaag;
    gedaan.wijze = Code{"brief"};
    EXPECT_THAT(fouten(gedaan), ElementsAre());
    gedaan.verzonden_op = dag("2026-11-23");
    gedaan.tot = dag("2026-11-30");
    gedaan.grond = Code{"avg-14-b"};
    EXPECT_THAT(fouten(gedaan), ElementsAre("/verzondenOp in-toekomst", "/grond past-niet", "/tot past-niet"));

    auto uitstel = nieuw("uitgesteld");
    EXPECT_THAT(fouten(uitstel), ElementsAre("/motivering ontbreekt", "/grond ontbreekt", "/tot ontbreekt"));
    uitstel.motivering = Tekst<10, 4000>("Er loopt een onderzoek.");
    uitstel.grond = Code{"uavg-41-d"};
    uitstel.tot = vandaag;
    EXPECT_THAT(fouten(uitstel), ElementsAre("/weging ontbreekt", "/tot in-verleden"));
    uitstel.weging = vol();
    uitstel.tot = dag("2026-11-23");
    EXPECT_THAT(fouten(uitstel), ElementsAre());
    uitstel.weging->risicos.waarde.clear();
    EXPECT_THAT(fouten(uitstel), ElementsAre("/weging ontbreekt"));
    uitstel.grond = Code{"avg-14-b"};  // an exception of AVG 14(5) is for good
    EXPECT_THAT(fouten(uitstel), ElementsAre("/grond past-niet"));

    auto nooit = nieuw("afgezien");
    nooit.motivering = Tekst<10, 4000>("Er is geen adres bekend.");
    nooit.grond = Code{"avg-14-b"};
    EXPECT_THAT(fouten(nooit), ElementsAre());
    nooit.grond = Code{"juist"};
    EXPECT_THAT(fouten(nooit), ElementsAre("/grond onbekende-code"));
}

TEST(Informeren, KomtTerugOpDeDagTotWanneerHetIsUitgesteld) {
    Informatietaak taak;
    zet_stand(taak, dag("2026-11-03"));
    EXPECT_EQ(taak.staat, "open");
    EXPECT_EQ(taak.termijn, dag("2026-12-03"));
    taak.besluiten.resize(2);
    taak.besluiten[0].besluit = "uitgesteld";
    taak.besluiten[0].tot = dag("2027-02-01");
    taak.besluiten[1].besluit = "afgezien";  // older: no longer holds
    zet_stand(taak, dag("2026-11-03"));
    EXPECT_EQ(taak.staat, "uitgesteld");
    EXPECT_EQ(taak.termijn, dag("2027-02-01"));
    taak.besluiten[0].besluit = "geinformeerd";
    zet_stand(taak, dag("2026-11-03"));
    EXPECT_FALSE(taak.termijn);
}

TEST(Informatiebrief, ZegtWatElkeBrievenlezerMagWeten) {
    const Doel doel{.naam = "Casussen behandelen", .doel = "Een beeld vormen.", .grondslag = "AVG art. 6; Gemeentewet", .gegevens = "naam, rol", .ontvangers = "kernteam", .bewaartermijn = "5 jaar"};
    const auto tekst = proef::tekst_van_odt(brief("Zeger Wulpenhorst", "C-2026-7K4QP9", "Gemeente Damstede", {doel}, vandaag));
    for (const auto* wel : {"Zeger Wulpenhorst", "C-2026-7K4QP9", "22 november 2026", "AVG art. 14", "naam, rol", "kernteam", "5 jaar", "AVG art. 77", "functionaris gegevensbescherming"}) EXPECT_THAT(tekst, HasSubstr(wel));
    for (const auto* niet : {"Politie", "melder", "casus ", "onderzoek"}) EXPECT_THAT(tekst, Not(HasSubstr(niet)));
}

}  // namespace
}  // namespace damwand::informeren

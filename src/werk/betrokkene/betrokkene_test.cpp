// SPDX-License-Identifier: EUPL-1.2
#include "werk/betrokkene/betrokkene.hpp"

#include <gmock/gmock.h>

#include "platform/documenten/odtproef.hpp"

namespace damwand::betrokkene {
namespace {

using proef::tekst_van_odt;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Datum dag(std::string_view tekst) { return lees_datum(tekst).value(); }
const Grond opsporing{"uavg-41-d", "het voorkomen van strafbare feiten", "", "UAVG art. 41 lid 1 onder d", true};
const Grond juist{"juist", "het gegeven is juist", "", "AVG art. 16", false};
const Doel doel{"Casussen behandelen", "Een beeld vormen.", "AVG art. 6", "naam, rol", "kernteam", "5 jaar"};

Gegeven gegeven(std::string regime, std::optional<std::string> beslissing, std::optional<std::string> tekst = {}) {
    Gegeven g;
    g.id = GegevenId::nieuw();
    g.soort = "bron";
    g.naam = "Antwoord van een bron";
    g.dossier_soort = "casus";
    g.kenmerk = "C-2026-7K4QP9";
    g.hoort = true;
    g.bron = "Bron " + regime;
    g.dag = dag("2026-03-01");
    g.inhoud = "GEHEIM-" + regime;
    g.regime = std::move(regime);
    g.beslissing = std::move(beslissing);
    g.tekst = std::move(tekst);
    if (g.beslissing && *g.beslissing != "toewijzen") {
        g.grond = opsporing.code;
        g.herzien_op = dag("2027-01-01");
    }
    return g;
}
Verzoek verzoek() {
    Verzoek v;
    v.kenmerk = "V-2026-7K4QP9";
    v.soort = "inzage";
    v.naam = "A. Verzonnen";
    v.vraag = "Wat weet u van mij?";
    v.ontvangen_op = dag("2026-11-02");
    v.zoekslagen.push_back({});
    v.gronden = {opsporing};
    v.besloten_op = dag("2026-11-20");
    v.motivering = "Een onderzoek loopt.";
    return v;
}
Weging41 volle_weging() {
    const Tekst<0, 2000> t{"Gewogen."};
    return {t, t, t, t, t, t, t, t};
}
std::string brieftekst(const Verzoek& v) { return tekst_van_odt(brief(v, "Gemeente Damstede", {doel}, dag("2026-11-22"))); }

TEST(Verzoek, MoetBinnenEenMaandEnVerlengdBinnenDrie) {
    EXPECT_EQ(antwoord_voor(dag("2026-11-02"), false), dag("2026-12-02"));
    EXPECT_EQ(antwoord_voor(dag("2026-01-31"), false), dag("2026-03-02"));  // 28 February is a Saturday (Atw 1)
    EXPECT_EQ(antwoord_voor(dag("2026-11-27"), false), dag("2026-12-28"));  // past Christmas, on a Sunday
    EXPECT_EQ(antwoord_voor(dag("2026-11-02"), true), dag("2027-02-02"));
    EXPECT_EQ(bezwaar_tot(dag("2026-11-13")), dag("2026-12-28"));  // recht.md §1.2, first vector
}

TEST(Verzoek, GaatAlleenLangsDeRanden) {
    EXPECT_THAT(stappen("ontvangen"), ElementsAre("onderzoek", "ingetrokken"));
    EXPECT_THAT(stappen("onderzoek"), ElementsAre("besloten", "ingetrokken"));
    EXPECT_THAT(stappen("besloten"), ElementsAre("onderzoek", "afgerond"));
    EXPECT_TRUE(stappen("afgerond").empty() && stappen("ingetrokken").empty());
    EXPECT_TRUE(rand("besloten", "onderzoek")->reden);
    EXPECT_EQ(rand("ontvangen", "besloten"), nullptr);
}

TEST(Verzoek, WordtPasBeslotenAlsVanElkGegevenVaststaatWatErmeeGebeurt) {
    auto v = verzoek();
    EXPECT_TRUE(beletselen(v).empty());
    v.zoekslagen.clear();
    v.gegevens = {gegeven("avg", std::nullopt)};
    EXPECT_THAT(beletselen(v), ElementsAre("niet-gezocht", "gegeven-onbeslist"));
    v = verzoek();
    v.gegevens = {gegeven("avg", "toewijzen", "x"), gegeven("wpg", "weigeren")};
    v.motivering.reset();
    EXPECT_THAT(beletselen(v), ElementsAre("motivering-ontbreekt", "weging-ontbreekt"));
    v.motivering = "Zo.";
    v.weging = volle_weging();
    EXPECT_TRUE(beletselen(v).empty());
    v.weging->risicos = {};
    EXPECT_THAT(beletselen(v), ElementsAre("weging-ontbreekt"));
    v.weging = volle_weging();
    v.gegevens[0].veranderd = true;
    EXPECT_THAT(beletselen(v), ElementsAre("gegeven-veranderd"));
    v.gegevens = {gegeven("wpg", std::nullopt)};
    v.gegevens[0].hoort = false;  // somebody else's
    EXPECT_TRUE(beletselen(v).empty());
}

TEST(Gegeven, WeigerenVraagtEenGrondEnEenDagVanHerziening) {
    const std::vector<Grond> gronden{opsporing, juist};
    const auto vandaag = dag("2026-11-22");
    const auto velden = [&](const GegevenBesluit& b, std::string_view soort = "inzage") {
        std::vector<std::string> uit;
        for (const auto& f : fouten_in(b, soort, gronden, vandaag)) uit.push_back(f.veld + " " + f.code);
        return uit;
    };
    const auto later = dag("2027-01-01");
    EXPECT_THAT(velden({{"toewijzen"}, {}, {}, {}}), ElementsAre());
    EXPECT_THAT(velden({{"toewijzen"}, Tekst<1, 20000>{"x"}, {}, {}}), ElementsAre("/tekst past-niet"));
    EXPECT_THAT(velden({{"toewijzen"}, {}, {}, {}}, "rectificatie"), ElementsAre("/tekst ontbreekt"));
    EXPECT_THAT(velden({{"toewijzen"}, {}, Code{"uavg-41-d"}, later}), ElementsAre("/grond past-niet", "/herzienOp past-niet"));
    EXPECT_THAT(velden({{"deels"}, {}, {}, {}}), ElementsAre("/tekst ontbreekt", "/grond ontbreekt", "/herzienOp ontbreekt"));
    EXPECT_THAT(velden({{"weigeren"}, {}, Code{"uavg-41-d"}, later}), ElementsAre());
    EXPECT_THAT(velden({{"weigeren"}, Tekst<1, 20000>{"x"}, Code{"verzonnen"}, vandaag}), ElementsAre("/tekst past-niet", "/grond onbekende-code", "/herzienOp in-verleden"));
    EXPECT_THAT(velden({{"misschien"}, {}, {}, {}}), ElementsAre("/beslissing onbekende-code"));
}

TEST(Brief, NoemtVanDrieRegimesNietsVanWatGeweigerdIs) {
    auto v = verzoek();
    v.gegevens = {gegeven("avg", "toewijzen", "GEGEVEN-AVG"), gegeven("wpg", "weigeren"), gegeven("bibob", "deels", "GEGEVEN-BIBOB"), gegeven("wgs", "weigeren")};
    const auto tekst = brieftekst(v);
    for (const auto* wel : {"GEGEVEN-AVG", "GEGEVEN-BIBOB", "(gedeeltelijk)", "Bron avg", "1 maart 2026", "UAVG art. 41 lid 1 onder d", "Een onderzoek loopt.", "1 januari 2027",
                            "binnen zes weken", "V-2026-7K4QP9", "2 november 2026", "Autoriteit Persoonsgegevens", "Een beeld vormen."}) {
        EXPECT_THAT(tekst, HasSubstr(wel));
    }
    for (const auto* niet : {"GEHEIM", "Bron wpg", "Bron wgs", "wpg", "Wpg", "wgs", "C-2026"}) EXPECT_THAT(tekst, Not(HasSubstr(niet)));
}

TEST(Brief, IsZonderMeldingDezelfdeAlsWanneerErNietsWasGeweigerd) {
    auto met = verzoek();
    met.beperking_melden = false;
    met.gegevens = {gegeven("avg", "toewijzen", "GEGEVEN-AVG"), gegeven("wpg", "weigeren")};
    auto zonder = met;
    zonder.gegevens.pop_back();
    EXPECT_EQ(brieftekst(met), brieftekst(zonder));
    EXPECT_EQ(brief(met, "D", {doel}, dag("2026-11-22")), brief(zonder, "D", {doel}, dag("2026-11-22")));
    // Also when nothing at all is given.
    met.gegevens.erase(met.gegevens.begin());
    zonder.gegevens.clear();
    EXPECT_EQ(brieftekst(met), brieftekst(zonder));
    met.beperking_melden = true;
    EXPECT_NE(brieftekst(met), brieftekst(zonder));
}

}  // namespace
}  // namespace damwand::betrokkene

// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "engine/handelsregister/regels.hpp"

namespace {

using namespace damwand;
using namespace damwand::handelsregister;
using namespace std::chrono;
using testing::ElementsAre;
using testing::Pair;

constexpr Datum voor{year{2025}, September, day{4}};
constexpr Datum na{year{2026}, January, day{1}};

Profiel lees(std::string_view json, Datum dag = na) {
    std::map<std::string, std::uint64_t> onbekend;
    return lees_profiel(json, dag, onbekend);
}

std::vector<std::string> fouten(std::string_view json) {
    std::vector<std::string> uit;
    try {
        (void)lees(json);
    } catch (const Fout& fout) {
        for (const auto& v : fout.velden()) uit.push_back(v.veld + " " + v.code);
    }
    return uit;
}

// Invented, in the shape of the API.
constexpr std::string_view vestiging = R"({"vestigingsnummer":"000099990001","kvkNummer":"99990001","eersteHandelsnaam":"Kapsalon  De\tVerzonnen Schaar",
"indHoofdvestiging":"Ja","indCommercieleVestiging":"Ja","totaalWerkzamePersonen":2,"formeleRegistratiedatum":"20240311","materieleRegistratie":{"datumAanvang":"20240300"},
"handelsnamen":[{"naam":"Schaar Twee","volgorde":1},{"naam":"Kapsalon De Verzonnen Schaar","volgorde":0},{"naam":"Schaar Twee","volgorde":2}],
"sbiActiviteiten":[{"sbiCode":"96210","sbiOmschrijving":"Kappers","indHoofdactiviteit":"Ja"},{"sbiCode":"4775","sbiOmschrijving":"Winkels","indHoofdactiviteit":"Nee"}],
"adressen":[{"type":"bezoekadres","indAfgeschermd":"Nee","volledigAdres":"Hoogstraat 7 A     9999AB Damstede","straatnaam":"Hoogstraat","huisnummer":7,"huisletter":"A","postcode":"9999 AB","plaats":"Damstede","land":"Nederland",
"geoData":{"addresseerbaarObjectId":"9999010000000007","nummerAanduidingId":"9999200000000007"}},
{"type":"correspondentieadres","indAfgeschermd":"Ja","volledigAdres":"Geheimlaan 1","straatnaam":"Geheimlaan","huisnummer":1,"postcode":"9999XY","plaats":"Nergens","land":"Nederland"}],"lift":"nee"})";

TEST(Handelsregister, LeestEenVestigingMetAlWatErtoeDoet) {
    std::map<std::string, std::uint64_t> onbekend;
    const auto v = std::get<Vestiging>(lees_profiel(vestiging, na, onbekend));
    EXPECT_EQ(v.nummer, "000099990001");
    EXPECT_EQ(v.kvk_nummer, "99990001");
    EXPECT_EQ(v.naam, "Kapsalon De Verzonnen Schaar");
    EXPECT_THAT(v.handelsnamen, ElementsAre("Kapsalon De Verzonnen Schaar", "Schaar Twee"));
    EXPECT_TRUE(v.hoofdvestiging && v.commercieel);
    EXPECT_EQ(v.werkzame_personen, 2);
    EXPECT_EQ(tekst(*v.aanvang), "2024-03");
    EXPECT_EQ(tekst(*v.geregistreerd), "2024-03-11");
    EXPECT_FALSE(v.einde);
    ASSERT_EQ(v.activiteiten.size(), 2U);
    EXPECT_EQ(v.activiteiten[0].versie, 2025);
    EXPECT_EQ(v.activiteiten[1].versie, 2008) << "four digits are of the old edition on any day";
    ASSERT_EQ(v.adressen.size(), 2U);
    EXPECT_EQ(v.adressen[0].postcode, "9999AB");
    EXPECT_EQ(v.adressen[0].nummeraanduiding, 9999200000000007);
    EXPECT_EQ(v.adressen[0].adresseerbaar_object, 9999010000000007);
    EXPECT_THAT(onbekend, ElementsAre(Pair("vestiging/lift", 1)));
}

TEST(Handelsregister, HoudtVanEenAfgeschermdAdresNietsVast) {
    const auto v = std::get<Vestiging>(lees(vestiging));
    Adres niets;
    niets.soort = Adressoort::correspondentie;
    niets.afgeschermd = true;
    EXPECT_EQ(v.adressen.at(1), niets);
}

TEST(Handelsregister, DeUitgaveVanEenSbiCodeHangtVanDeDagAf) {
    EXPECT_EQ(sbi_versie("96210", voor), 2008);
    EXPECT_EQ(sbi_versie("96210", na), 2025);
    EXPECT_EQ(sbi_versie("9621", na), 2008);
}

TEST(Handelsregister, EenDagMagOnbekendeDelenHebben) {
    EXPECT_EQ(tekst(*lees_deeldatum("20090000")), "2009");
    EXPECT_EQ(tekst(*lees_deeldatum("20090100")), "2009-01");
    EXPECT_EQ(tekst(*lees_deeldatum("20240229")), "2024-02-29");
    for (const auto* fout : {"20230229", "20091300", "20090001", "2009", "200901011", "2009-1-1", "", "00000000"}) EXPECT_FALSE(lees_deeldatum(fout)) << fout;
}

TEST(Handelsregister, NoemtAlleFoutenTegelijkMetHunPad) {
    EXPECT_THAT(fouten(R"({"kvkNummer":"123","naam":"","formeleRegistratiedatum":"gisteren","totaalWerkzamePersonen":-1,"handelsnamen":[{"volgorde":0}],
        "sbiActiviteiten":[{"sbiCode":"A1","indHoofdactiviteit":"misschien"},{"sbiCode":"123456"}],
        "_embedded":{"eigenaar":{"rsin":"12","adressen":[{"type":"woonadres","indAfgeschermd":"Nee","geoData":{"nummerAanduidingId":7}}]},"hoofdvestiging":[]}})"),
                ElementsAre("/kvkNummer geen-nummer", "/naam ontbreekt", "/handelsnamen/0/naam ontbreekt", "/formeleRegistratiedatum geen-dag", "/totaalWerkzamePersonen geen-getal",
                            "/sbiActiviteiten/0/indHoofdactiviteit geen-janee", "/sbiActiviteiten/0/sbiCode geen-sbi", "/sbiActiviteiten/1/sbiCode geen-sbi",
                            "/_embedded/hoofdvestiging geen-object", "/_embedded/hoofdvestiging/vestigingsnummer ontbreekt", "/_embedded/hoofdvestiging/kvkNummer ontbreekt",
                            "/_embedded/hoofdvestiging/eersteHandelsnaam ontbreekt", "/_embedded/eigenaar/rsin geen-nummer",
                            "/_embedded/eigenaar/adressen/0/type onbekende-code", "/_embedded/eigenaar/adressen/0/geoData/nummerAanduidingId geen-nummer"));
    EXPECT_THAT(fouten("[]"), testing::Contains(" geen-object"));
}

struct Verzamelaar : Afnemer {
    std::vector<std::string> namen;
    std::vector<Afkeuring> afkeuringen;
    void ontvang(Onderneming& o) override { namen.push_back(o.naam); }
    void ontvang(Vestiging& v) override { namen.push_back(v.naam); }
    void ontvang(const Afkeuring& a) override { afkeuringen.push_back(a); }
};

std::string op_een_regel(std::string_view json) {
    std::string uit(json);
    std::erase(uit, '\n');
    return uit;
}

TEST(Handelsregister, LeestRegelVoorRegelEnGaatDoorNaEenSlechte) {
    std::string bestand = "\xEF\xBB\xBF" + op_een_regel(vestiging) + "\r\n\n{\"kvkNummer\":\"99990002\",\"naam\":\"B.V. Verzonnen\"}\n{half\n" + std::string(2'000'000, 'x') +
                          "\n{\"kvkNummer\":\"99990003\",\"naam\":\"\xFF\"}\n{\"kvkNummer\":\"99990004\",\"naam\":\"Zonder einde\"}";
    std::istringstream in(bestand);
    Verzamelaar v;
    std::uint64_t gezien = 0;
    const auto verslag = lees_regels(in, "bulk.jsonl", bestand.size(), na, v, [&](const Stand& s) { gezien = s.gedaan; return s.totaal == bestand.size(); });
    EXPECT_THAT(v.namen, ElementsAre("Kapsalon De Verzonnen Schaar", "B.V. Verzonnen", "Zonder einde"));
    EXPECT_EQ(gezien, bestand.size());
    EXPECT_EQ(verslag.regels, 6U);
    EXPECT_EQ(verslag.ondernemingen, 2U);
    EXPECT_EQ(verslag.vestigingen, 1U);
    EXPECT_EQ(verslag.afgekeurd, 3U);
    EXPECT_EQ(verslag.afgeschermd, 1U);
    std::vector<std::string> waar;
    for (const auto& a : v.afkeuringen) waar.push_back(fmt::format("{}:{} {}", a.bestand, a.regel, a.fouten.at(0).code));
    EXPECT_THAT(waar, ElementsAre("bulk.jsonl:4 json-ongeldig", "bulk.jsonl:5 te-lang", "bulk.jsonl:6 json-ongeldig"));
}

TEST(Handelsregister, LeestOokEenAntwoordOverMeerRegels) {
    for (const auto& [bestand, goed] : {std::pair<std::string, bool>{"{\r\n \"kvkNummer\": \"99990002\",\n\n \"naam\": \"B.V. Verzonnen\"\n}\n", true}, {"{\n \"kvkNummer\": ", false}, {"{\n" + std::string(2'000'000, ' ') + "}", false}}) {
        std::istringstream in(bestand);
        Verzamelaar v;
        const auto verslag = lees_regels(in, "een.json", bestand.size(), na, v);
        EXPECT_EQ(verslag.regels, 1U);
        EXPECT_EQ(verslag.ondernemingen, goed ? 1U : 0U);
        EXPECT_EQ(verslag.afgekeurd, goed ? 0U : 1U);
    }
}

struct Csv {
    Leesverslag verslag;
    std::vector<Vestiging> vestigingen;
    std::vector<Onderneming> ondernemingen;
    std::vector<std::string> fouten;
};

Csv lees_csv_tekst(const std::string& tekst) {
    struct Bewaarder : Afnemer {
        Csv uit;
        void ontvang(Onderneming& o) override { uit.ondernemingen.push_back(o); }
        void ontvang(Vestiging& v) override { uit.vestigingen.push_back(v); }
        void ontvang(const Afkeuring& a) override { uit.fouten.push_back(fmt::format("{}:{} {}", a.regel, a.fouten.at(0).veld, a.fouten.at(0).code)); }
    } bewaarder;
    std::istringstream in(tekst);
    const auto verslag = lees_csv(in, "bulk.csv", tekst.size(), na, bewaarder);
    bewaarder.uit.verslag = verslag;
    return bewaarder.uit;
}

TEST(Handelsregister, LeestCsvMetNamenVanKolommen) {
    const auto c = lees_csv_tekst("\xEF\xBB\xBFKVKNUMMER;vestigingsnummer;eersteHandelsnaam;straatnaam;huisnummer;postcode;plaats;sbiCode;sbiOmschrijving;rechtsvorm;kleur\r\n"
                                  "99990001;;\"Café \"\"De Hoek\"\"; binnen\";;;;;;;Eenmanszaak;\r\n"
                                  "99990001;000099990001;\"Twee\nregels\";Hoogstraat;7;9999 AB;Damstede;5630|96210;Cafés|Kappers;;rood\r\n");
    EXPECT_THAT(c.fouten, testing::IsEmpty());
    EXPECT_EQ(c.verslag.regels, 2U);
    ASSERT_EQ(c.ondernemingen.size(), 1U);
    EXPECT_EQ(c.ondernemingen[0].naam, "Café \"De Hoek\"; binnen");
    EXPECT_EQ(c.ondernemingen[0].rechtsvorm, "Eenmanszaak");
    ASSERT_EQ(c.vestigingen.size(), 1U);
    const auto& v = c.vestigingen[0];
    EXPECT_EQ(v.naam, "Twee regels");
    ASSERT_EQ(v.activiteiten.size(), 2U);
    EXPECT_TRUE(v.activiteiten[0].hoofdactiviteit);
    EXPECT_EQ(v.activiteiten[1].omschrijving, "Kappers");
    EXPECT_EQ(v.adressen.at(0).postcode, "9999AB");
    EXPECT_EQ(v.adressen.at(0).huisnummer, 7);
    EXPECT_THAT(c.verslag.onbekend, ElementsAre(Pair("kolom/kleur", 1)));
}

TEST(Handelsregister, CsvNoemtElkeSlechteRegelEnGaatDoor) {
    const auto c = lees_csv_tekst("kvkNummer,naam,huisnummer\n1,Te kort,\n99990002,Caf\xE9,\n99990003,Goed,\n99990004\n99990005,\"half\"er,\n99990006,Zo niet,7a\n\n99990007,Ook goed,12");
    EXPECT_THAT(c.fouten, ElementsAre("2:kolom kvkNummer geen-nummer", "3: geen-utf8", "5: csv-kolommen", "6: csv-aanhaling", "7:kolom huisnummer geen-getal"));
    ASSERT_EQ(c.ondernemingen.size(), 2U);
    EXPECT_EQ(c.ondernemingen[1].naam, "Ook goed");
    EXPECT_EQ(c.verslag.regels, 7U);
    EXPECT_EQ(c.verslag.afgekeurd, 5U);
}

TEST(Handelsregister, CsvVanEenAfgeschermdAdresHoudtNietsVast) {
    const auto c = lees_csv_tekst("kvkNummer,vestigingsnummer,naam,indAfgeschermd,straatnaam,postcode\n99990001,000099990001,Een,Ja,Geheimlaan,9999XY\n");
    Adres niets;
    niets.afgeschermd = true;
    ASSERT_EQ(c.vestigingen.size(), 1U);
    EXPECT_EQ(c.vestigingen[0].adressen.at(0), niets);
    EXPECT_EQ(c.verslag.afgeschermd, 1U);
}

TEST(Handelsregister, EenCsvDieErGeenIsWordtInEenZinGeweigerd) {
    for (const auto& tekst : {std::string("\xFF\xFEk\0v\0k\0", 8), std::string("kvkNummer;na\xE9m\n"), std::string("naam;plaats\n1;2\n"), std::string("kvkNummer,kvknummer\n"), std::string("{\"kvkNummer\": 1}\n")}) {
        try {
            lees_csv_tekst(tekst);
            FAIL() << tekst;
        } catch (const Fout& fout) {
            EXPECT_EQ(fout.code(), "csv-kop");
        }
    }
    EXPECT_EQ(lees_csv_tekst("").verslag.regels, 0U);
    const auto lang = lees_csv_tekst("kvkNummer,naam\n99990001,\"" + std::string(3'000'000, 'x') + "\"\n99990002,Goed\n");
    EXPECT_THAT(lang.fouten, ElementsAre("2: te-lang"));
    EXPECT_EQ(lang.ondernemingen.size(), 1U);
}

TEST(Handelsregister, WieVanNatuurlijkePersonenIs) {
    for (const auto* vorm : {"Eenmanszaak", "VennootschapOnderFirma", "Vennootschap onder firma", "Maatschap", "CommanditaireVennootschap", ""}) EXPECT_TRUE(van_natuurlijke_personen(vorm)) << vorm;
    for (const auto* vorm : {"BeslotenVennootschap", "Besloten vennootschap", "Stichting", "Naamloze vennootschap", "Vereniging van eigenaars"}) EXPECT_FALSE(van_natuurlijke_personen(vorm)) << vorm;
}

TEST(Handelsregister, StoptOpVerzoek) {
    std::istringstream in("{}\n");
    Verzamelaar v;
    try {
        lees_regels(in, "x", 3, na, v, [](const Stand&) { return false; });
        FAIL();
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), "afgebroken");
    }
}

/// The recorded answers of KVK's own test environment: every profile is read whole, and nothing in it is unknown.
TEST(Handelsregister, LeestDeAntwoordenVanDeProefomgevingVanDeKvk) {
    const std::filesystem::path map = std::filesystem::path(DAMWAND_BRONMAP) / "../shared/data/kvk";
    if (!std::filesystem::exists(map)) GTEST_SKIP() << map << " is not here";
    int gelezen = 0;
    for (const auto& [naam, bedrijf] : {std::pair{"v1_basisprofielen_69599084.json", "Test EMZ Dagobert"}, {"v1_vestigingsprofielen_000037178598.json", "Test BV Donald"},
                                        {"v1_vestigingsprofielen_000038509504.json", "Test EMZ Dagobert"}, {"basisprofiel_response.json", "Test EMZ Dagobert"}, {"basisprofiel_response_vve.json", "Global Conron"}}) {
        std::ifstream in(map / naam);
        const std::string json{std::istreambuf_iterator<char>(in), {}};
        std::map<std::string, std::uint64_t> onbekend;
        const auto profiel = lees_profiel(json, na, onbekend);
        const auto* o = std::get_if<Onderneming>(&profiel);
        EXPECT_EQ(o != nullptr ? o->naam : std::get<Vestiging>(profiel).naam, bedrijf) << naam;
        EXPECT_THAT(onbekend, testing::IsEmpty()) << naam;
        EXPECT_FALSE((o != nullptr ? o->activiteiten : std::get<Vestiging>(profiel).activiteiten).empty()) << naam;
        ++gelezen;
    }
    EXPECT_EQ(gelezen, 5);
}

}  // namespace

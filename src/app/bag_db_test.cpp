// SPDX-License-Identifier: EUPL-1.2
// The bag commands as people run them: exit codes, words on stderr, data on stdout, and the database as it was.
#include <gmock/gmock.h>
#include <zip.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "app/bag.hpp"
#include "app/voortgang.hpp"
#include "steun/proefomgeving.hpp"
#include "werk/register/register.hpp"
#include "steun/werkmap.hpp"

namespace damwand::app {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

proef::Omgeving& omgeving() {
    static proef::Omgeving een({});
    return een;
}
struct Uitslag {
    int code = 0;
    std::string uit, woorden;
};

Uitslag draai(const std::string& regel, bool database = true) {
    std::ostringstream uit, woorden;
    const BagWerkplek werkplek{.dsn = [&](std::string_view rol) -> std::string {
                                   if (!database) throw std::runtime_error("this command needs no database");
                                   return omgeving().cluster().dsn(std::string(rol));
                               },
                               .uit = uit,
                               .woorden = woorden,
                               .terminal = false};
    const int code = bag_opdracht(werkplek, regel);
    return {code, uit.str(), woorden.str()};
}

std::string damstede() {
    static const auto gemaakt = draai("maak --adressen 200 --zaad 3 --uit " + (proef::werkmap() / "damstede").string(), false);
    EXPECT_EQ(gemaakt.code, 0) << gemaakt.woorden;
    return gemaakt.uit.substr(0, gemaakt.uit.find('\n'));
}

std::string inhoud(const fs::path& bestand) {
    std::ifstream in(bestand, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

fs::path schrijf(const std::string& naam, const std::string& tekst) {
    std::ofstream(proef::werkmap() / naam, std::ios::binary) << tekst;
    return proef::werkmap() / naam;
}

/// A zip with a Leveringsdocument and one part of our own making.
fs::path levering(const std::string& naam, const std::string& deelnaam, const std::string& deel) {
    const std::string document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<xb:BAG-Extract-Levering xmlns:xb=\"http://www.kadaster.nl/schemas/lvbag/extract-levering/v20200601\""
        " xmlns:s=\"http://www.kadaster.nl/schemas/lvbag/extract-selecties/v20200601\"><xb:SelectieGegevens>"
        "<s:LVC-Extract><s:StandTechnischeDatum>2026-11-08</s:StandTechnischeDatum></s:LVC-Extract>"
        "<s:Gebied-Registratief><s:Gebied-GEM><s:GemeenteCollectie><s:Gemeente><s:GemeenteIdentificatie>9001</"
        "s:GemeenteIdentificatie>"
        "<s:GemeenteNaam>Damstede</s:GemeenteNaam></s:Gemeente></s:GemeenteCollectie></s:Gebied-GEM></"
        "s:Gebied-Registratief>"
        "</xb:SelectieGegevens><xb:SchemaInfo><xb:naam>BagvsExtractDeelbestandExtractLvc-2.1.0.xsd</xb:naam>"
        "<xb:versie>20200601</xb:versie></xb:SchemaInfo></xb:BAG-Extract-Levering>";
    const auto pad = proef::werkmap() / naam;
    int fout = 0;
    zip_t* archief = zip_open(pad.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &fout);
    if (archief == nullptr) throw std::runtime_error("zip_open");
    for (const auto& [bestand, tekst] :
         {std::pair<std::string, const std::string*>{"Leveringsdocument-BAG-Extract.xml", &document},
          {deelnaam, &deel}}) {
        zip_file_add(archief, bestand.c_str(), zip_source_buffer(archief, tekst->data(), tekst->size(), 0),
                     ZIP_FL_OVERWRITE);
    }
    if (zip_close(archief) != 0) throw std::runtime_error("zip_close");
    return pad;
}

std::string toestand() {
    auto beheer = omgeving().beheer();
    return beheer
        .doe(
            "select (select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from "
            "register.pand t)"
            " || ' ' || (select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from "
            "register.adres t)"
            " || ' ' || (select count(*) from register.lading) as som")[0]
        .veld<std::string>("som");
}

TEST(BagOpdracht, MaaktControleertLaadtEnToont) {
    const auto bron = damstede();
    const auto gecontroleerd = draai("controleer --json " + bron, false);
    EXPECT_EQ(gecontroleerd.code, 0) << gecontroleerd.woorden;
    const auto json = boost::json::parse(gecontroleerd.uit);
    EXPECT_EQ(json.at("standdatum").as_string(), "2026-11-08");
    EXPECT_EQ(json.at("afgekeurd").as_int64(), 0);
    EXPECT_GE(json.at("typen").at("NUM").at("objecten").as_int64(), 200);

    const auto geladen = draai("laad --json " + bron);
    ASSERT_EQ(geladen.code, 0) << geladen.woorden;
    EXPECT_THAT(geladen.woorden,
                AllOf(HasSubstr("9001 Damstede"), HasSubstr("gelezen"), HasSubstr("opgeslagen"), HasSubstr("PND")))
        << "a report in words";
    const auto verslag = boost::json::parse(geladen.uit);
    EXPECT_EQ(verslag.at("typen").at("NUM").at("stand").at("objecten"), json.at("typen").at("NUM").at("objecten"));
    EXPECT_EQ(verslag.at("totaal").at("gelezen").as_int64(),
              verslag.at("totaal").at("opgeslagen").as_int64() + verslag.at("totaal").at("afgekeurd").as_int64());

    auto beheer = omgeving().beheer();
    const auto pand =
        beheer
            .doe("select lpad(identificatie::text, 16, '0') as id from register.pand order by identificatie limit 1")[0]
            .veld<std::string>("id");
    const auto getoond = draai("toon " + pand);
    EXPECT_EQ(getoond.code, 0) << getoond.woorden;
    const auto object = boost::json::parse(getoond.uit);
    EXPECT_EQ(object.at("identificatie").as_string(), pand);
    EXPECT_EQ(object.at("voorkomens").at(0).at("identificatie").as_string(), pand);
    EXPECT_EQ(object.at("voorkomens").at(0).at("geometrie").at("type").as_string(), "Polygon");
    EXPECT_EQ(draai("toon 9001100099999999").code, 1);
    EXPECT_EQ(draai("toon kerkstraat", false).code, 2);
}

/// Each broken file: exit code 2, words that name the file and what to do, and the register as it was.
TEST(BagOpdracht, NoemtBijKapotteInvoerBestandEnWatTeDoen) {
    ASSERT_EQ(draai("laad " + damstede()).code, 0);
    const auto toen = toestand();
    const auto heel = inhoud(damstede());
    const std::string bagstand =
        "<sl-bag-extract:bagStand "
        "xmlns:sl-bag-extract=\"http://www.kadaster.nl/schemas/lvbag/extract-deelbestand-lvc/{}\"></"
        "sl-bag-extract:bagStand>";
    const auto met_versie = [&](const std::string& versie) {
        return std::string(bagstand).replace(bagstand.find("{}"), 2, versie);
    };
    std::string bom = "<?xml version=\"1.0\"?>\n<!DOCTYPE bom [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c <= 'j'; ++c) {
        bom += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i) bom += std::string("&") + static_cast<char>(c - 1) + ";";
        bom += "\">";
    }
    bom += "]>\n<bom>&j;</bom>";
    const std::vector<std::pair<fs::path, std::string>> gevallen{
        {schrijf("afgekapt.zip", heel.substr(0, heel.size() * 2 / 3)), "afgekapt.zip"},
        {schrijf("geen.zip", "dit is geen zip"), "geen.zip"},
        {schrijf("leeg.zip", ""), "leeg.zip"},
        {levering("bom.zip", "9001PND08112026-000001.xml", bom), "9001PND08112026-000001.xml"},
        {levering("versie.zip", "9001PND08112026-000001.xml", met_versie("v20991231")), "9001PND08112026-000001.xml"},
        {levering("half.zip", "9001PND08112026-000001.xml", met_versie("v20200601").substr(0, 120)),
         "9001PND08112026-000001.xml"},
        {proef::werkmap() / "bestaat-niet.zip", "bestaat-niet.zip"},
    };
    for (const auto& [bestand, naam] : gevallen) {
        const auto uitslag = draai("laad " + bestand.string());
        EXPECT_EQ(uitslag.code, 2) << bestand << uitslag.woorden;
        EXPECT_THAT(uitslag.woorden, AllOf(HasSubstr("damwand: "), HasSubstr(naam))) << bestand;
        EXPECT_EQ(uitslag.uit, "") << "words go to stderr";
        EXPECT_EQ(toestand(), toen) << bestand;
    }
    EXPECT_THAT(draai("laad " + (proef::werkmap() / "bom.zip").string()).woorden, HasSubstr("regel 2")) << "the line is named";
}

TEST(BagOpdracht, StoptOpCtrlCEnLaatAllesZoalsHetWas) {
    ASSERT_EQ(draai("laad " + damstede()).code, 0);
    const auto toen = toestand();
    sigset_t signalen, oud;
    sigemptyset(&signalen);
    sigaddset(&signalen, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signalen, &oud);
    raise(SIGINT);
    const auto uitslag = draai("laad " + damstede());
    pthread_sigmask(SIG_SETMASK, &oud, nullptr);
    EXPECT_EQ(uitslag.code, 2);
    EXPECT_THAT(uitslag.woorden, HasSubstr("afgebroken"));
    EXPECT_EQ(toestand(), toen);
}

TEST(BagOpdracht, WeigertEenVerkeerdeOpdrachtregel) {
    EXPECT_EQ(draai("laad", false).code, 2);
    EXPECT_EQ(draai("wat", false).code, 2);
    EXPECT_EQ(draai("maak --adressen 3 --uit x", false).code, 2);
    EXPECT_EQ(draai("--help", false).code, 0);
}

TEST(Voortgangsbalk, TeltInHetNederlands) {
    EXPECT_EQ(met_punten(0), "0");
    EXPECT_EQ(met_punten(999), "999");
    EXPECT_EQ(met_punten(1234567), "1.234.567");
}

TEST(Voortgangsbalk, SchrijftBuitenEenTerminalEenRegelPerFaseEnPerTienSeconden) {
    std::ostringstream woorden;
    auto nu = std::chrono::steady_clock::time_point{};
    Voortgangsbalk balk(woorden, false, [&] { return nu; });
    balk.toon("lezen", {.gedaan = 0, .totaal = 100}, 0);
    nu += std::chrono::seconds(5);
    balk.toon("lezen", {.gedaan = 10, .totaal = 100}, 5000);
    EXPECT_EQ(woorden.str(), "lezen  0 %\n");
    nu += std::chrono::seconds(5);
    balk.toon("lezen", {.gedaan = 50, .totaal = 100}, 20000);
    EXPECT_EQ(woorden.str(), "lezen  0 %\nlezen  50 %  20.000 records  2.000/s  nog 0:10\n");
}

}  // namespace
}  // namespace damwand::app

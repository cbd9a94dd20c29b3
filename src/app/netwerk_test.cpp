// SPDX-License-Identifier: EUPL-1.2
#include "app/netwerk.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/fout.hpp"

namespace damwand::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

struct Uitslag {
    int code = 0;
    std::string uit, woorden;
};

class NetwerkOpdracht : public testing::Test {
  protected:
    NetwerkOpdracht() : m_map(fs::temp_directory_path() / ("damwand-netwerk-" + std::to_string(getpid()))) { fs::create_directories(m_map); }
    ~NetwerkOpdracht() override { fs::remove_all(m_map); }

    std::string bestand(const std::string& naam, const std::string& inhoud) const {
        std::ofstream(m_map / naam) << inhoud;
        return (m_map / naam).string();
    }
    static Uitslag draai(const std::string& regel) {
        std::ostringstream uit, woorden;
        Uitslag u;
        CLI::App app("netwerk");
        const NetwerkWerkplek werkplek{.uit = uit, .woorden = woorden};
        netwerk_opdrachten(app, werkplek, u.code);
        app.parse(regel);
        u.uit = uit.str();
        u.woorden = woorden.str();
        return u;
    }
    fs::path m_map;
};

TEST_F(NetwerkOpdracht, GeeftDeMatenInDeBeloofdeVorm) {
    const auto csv = bestand("e.csv", "from,to\na,b\nb,c\nc,a\nc,d\ne,e\n");
    const auto u = draai("maten " + csv + " --json");
    EXPECT_EQ(u.code, 0);
    EXPECT_THAT(u.uit, testing::StartsWith("{\"knopen\":[{\"id\":\"a\",\"graad\":2,\"tussenliggend\":0,\"nabijheid\":0.75,\"pagerank\":0."));
    EXPECT_THAT(u.uit, testing::EndsWith("\"kern\":2,\"component\":1}],\"gericht\":false}\n"));
    const auto alles = boost::json::parse(u.uit);
    const auto& knopen = alles.at("knopen").as_array();
    ASSERT_EQ(knopen.size(), 5U);
    EXPECT_EQ(knopen[2].at("tussenliggend").to_number<double>(), 2);
    EXPECT_TRUE(knopen[4].at("nabijheid").is_null());
    double som = 0;
    for (const auto& k : knopen) som += k.at("pagerank").to_number<double>();
    EXPECT_NEAR(som, 1, 1e-14);
    EXPECT_THAT(draai("maten " + csv + " --json --gericht").uit, testing::EndsWith("\"gericht\":true}\n"));
    EXPECT_THAT(draai("maten " + csv).uit, HasSubstr("c\t3\t2\t1\t"));
}

/// Published: Morselli 2009, betweenness of the Caviar network.
TEST_F(NetwerkOpdracht, KloptMetHetGepubliceerdeNetwerkCaviar) {
    const auto csv = fs::path{DAMWAND_BRONMAP}.parent_path() / "shared" / "data" / "graph" / "covert_10__caviar__1.edges.csv";
    if (!fs::exists(csv)) GTEST_SKIP() << "the published networks are not beside the project";
    const auto u = draai("maten " + csv.string() + " --json");
    const auto alles = boost::json::parse(u.uit);
    std::vector<std::pair<double, std::string>> tussen;
    for (const auto& k : alles.at("knopen").as_array()) tussen.emplace_back(-k.at("tussenliggend").to_number<double>(), k.at("id").as_string());
    std::sort(tussen.begin(), tussen.end());
    EXPECT_EQ(tussen.size(), 110U);
    EXPECT_EQ(tussen[0].second, "1");
    EXPECT_NEAR(-tussen[0].first, 3752.1, 0.05);
    EXPECT_EQ(tussen[1].second, "19");  // named 12
    EXPECT_NEAR(-tussen[1].first, 1719.5, 0.05);
    EXPECT_EQ(tussen[2].second, "32");  // named 87
}

TEST_F(NetwerkOpdracht, VindtEenPadMetDeVerbanden) {
    const auto csv = bestand("e.csv", "van;naar;type;geldigVan;geldigTot;betrouwbaarheid\nA;B;eigenaar;2020-01-01;2021-01-01;A1\nC;B;eigenaar;2022-01-01;;F6\nA;D;;;;\nD;E;;;;\nE;C;;;;\n");
    const auto u = draai("pad " + csv + " --van A --naar C");
    EXPECT_EQ(u.code, 0);
    EXPECT_EQ(u.uit, "A\n  → eigenaar\nB\n  ← eigenaar\nC\n");
    EXPECT_THAT(draai("pad " + csv + " --van A --naar C --mijd B --json").uit, HasSubstr("[\"A\",\"D\",\"E\",\"C\"]"));
    EXPECT_THAT(draai("pad " + csv + " --van A --naar C --periode 2022-01-01..2022-12-31 --json").uit, HasSubstr("[\"A\",\"D\",\"E\",\"C\"]"));
    const auto geen = draai("pad " + csv + " --van A --naar C --type eigenaar --betrouwbaarheid B2");
    EXPECT_EQ(geen.code, 1);
    EXPECT_EQ(geen.uit, "Er is geen pad.\n");
    EXPECT_EQ(draai("pad " + csv + " --van A --naar C --stappen 1").uit, "Niet gevonden binnen de grens.\n");
    EXPECT_EQ(draai("buurt " + csv + " --van A --stappen 1").uit, "1\tB\n1\tD\n");
    EXPECT_THROW(draai("pad " + csv + " --van A --naar Q"), Fout);
    EXPECT_THROW(draai("pad " + csv + " --van A --naar C --type onbekend"), Fout);
    EXPECT_THROW(draai("pad " + csv + " --van A --naar C --periode 2022"), Fout);
}

TEST_F(NetwerkOpdracht, GeeftMeerPadenEnPatronen) {
    const auto csv = bestand("e.csv", "van,naar,type,geldigVan\na,b,verkoopt,2024-01-01\nb,d,verkoopt,2024-01-20\na,c,verkoopt,2024-01-01\nc,d,verkoopt,2025-01-01\nc,e,huurt,\ne,d,huurt,\n");
    EXPECT_EQ(draai("pad " + csv + " --van a --naar d --alle").uit, "a - b - d\na - c - d\n");
    EXPECT_EQ(draai("pad " + csv + " --van a --naar d --alle --meeste 1 --json").uit, "{\"paden\":[[\"a\",\"b\",\"d\"]],\"aantal\":2}\n");
    EXPECT_EQ(draai("pad " + csv + " --van a --naar d --aantal 9").uit, "a - b - d\na - c - d\na - c - e - d\n");
    const auto abc = bestand("abc.json", R"({"knopen":{"a":{},"b":{},"c":{}},"verbanden":[{"van":"a","naar":"b","type":"verkoopt","naam":"x"},{"van":"b","naar":"c","type":"verkoopt","naam":"y"}],
        "vensters":[{"verbanden":["x","y"],"dagen":30}],"volgorde":["x","y"]})");
    EXPECT_EQ(draai("patroon " + csv + " --patroon " + abc).uit, "a=a  b=b  c=d\n");
    EXPECT_EQ(draai("patroon " + csv + " --patroon " + abc + " --periode 2024-01-01..2024-01-10").code, 1);
    EXPECT_THROW(draai("patroon " + csv + " --patroon " + bestand("kapot.json", "{")), Fout);
}

TEST_F(NetwerkOpdracht, ZegtWatErinStaatEnWatNietKlopt) {
    const auto csv = bestand("e.csv", "van,naar,geldigVan\na,b,2020-01-01\na,b,gisteren\nc\n\"x\na,a,\n");
    const auto u = draai("laad " + csv + " --json");
    EXPECT_EQ(u.code, 1);
    EXPECT_THAT(u.woorden, HasSubstr("e.csv, regel 3, kolom geldigVan: Dit is geen datum"));
    EXPECT_THAT(u.woorden, HasSubstr("e.csv, regel 4: "));
    EXPECT_THAT(u.uit, HasSubstr("\"knopen\":2,\"verbanden\":1,"));
    EXPECT_THAT(draai("laad " + bestand("leeg.csv", "")).uit, HasSubstr("0 knopen"));
    EXPECT_THROW(draai("laad " + bestand("iets.doc", "a,b\n")), Fout);
    EXPECT_THROW(draai("laad " + (m_map / "niet.csv").string()), Fout);
}

TEST_F(NetwerkOpdracht, ZetOmNaarAndereFormatenEnTerug) {
    const auto csv = bestand("e.csv", "van,naar,type\na,b,kent\nb,c,woont\n");
    const auto maten = draai("maten " + csv + " --json").uit;
    for (const std::string eind : {"graphml", "gexf", "ftm", "csv"}) {
        const auto doel = (m_map / ("uit." + eind)).string();
        EXPECT_EQ(draai("export " + csv + " --naar " + doel).code, 0);
        EXPECT_EQ(draai("maten " + doel + " --json").uit, maten) << eind;
    }
    EXPECT_THAT(draai("export " + csv + " --naar i2").uit, HasSubstr("a;;a;b;;b;kent;geen"));
}

TEST_F(NetwerkOpdracht, VindtGroepenEnBruggen) {
    const auto csv = bestand("e.csv", "1,2\n2,3\n3,1\n4,5\n5,6\n6,4\n3,4\n");
    const auto u = draai("groepen " + csv + " --json");
    EXPECT_THAT(u.uit, HasSubstr("{\"groepen\":2,"));
    EXPECT_THAT(u.uit, HasSubstr("\"bruggen\":[[\"3\",\"4\"]],\"scharnieren\":[\"3\",\"4\"]"));
}

}  // namespace
}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#include "app/handelsregister.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace damwand::app {
namespace {

struct Uitslag {
    int code = -1;
    std::string uit, woorden;
};

Uitslag draai(const std::string& opdrachtregel) {
    std::ostringstream uit, woorden;
    const BagWerkplek werkplek{.dsn = [](std::string_view) -> std::string { throw std::logic_error("no database is needed"); }, .uit = uit, .woorden = woorden};
    CLI::App app("damwand handelsregister");
    Uitslag u;
    handelsregister_opdrachten(app, werkplek, u.code);
    app.parse(opdrachtregel);
    u.uit = uit.str();
    u.woorden = woorden.str();
    return u;
}

class HandelsregisterOpdracht : public testing::Test {
  protected:
    const std::filesystem::path pad = std::filesystem::temp_directory_path() / ("damwand-kvk-" + std::to_string(getpid()) + ".jsonl");
    void TearDown() override { std::filesystem::remove(pad); }
    void schrijf(std::string_view regels) const { std::ofstream(pad) << regels; }
};

TEST_F(HandelsregisterOpdracht, TeltEnNoemtWatNietKlopt) {
    schrijf(R"({"kvkNummer":"99990001","naam":"B.V. Een"}
{"vestigingsnummer":"000099990001","kvkNummer":"99990001","eersteHandelsnaam":"Een","adressen":[{"type":"bezoekadres","indAfgeschermd":"Nee","geoData":{"nummerAanduidingId":"9999200000000007"}}]}
{"kvkNummer":"99990001","naam":"B.V. Een","kleur":"rood"}
{"kvkNummer":"1","naam":"B.V. Fout"}
)");
    const auto u = draai("controleer " + pad.string() + " --peildatum 2026-01-01 --json");
    EXPECT_EQ(u.code, 1);
    EXPECT_EQ(boost::json::parse(u.uit), boost::json::parse(R"({"regels":4,"ondernemingen":2,"vestigingen":1,"afgekeurd":1,"dubbel":1,"afgeschermd":0,"vestigingenMetBagId":1,"onbekend":{"basisprofiel/kleur":1}})"));
    EXPECT_THAT(u.woorden, testing::HasSubstr("regel 4, /kvkNummer: Hier hoort een nummer van 8 cijfers te staan."));
    EXPECT_THAT(u.woorden, testing::Not(testing::HasSubstr("B.V. Fout")));
    const auto leesbaar = draai("controleer " + pad.string());
    EXPECT_THAT(leesbaar.uit, testing::HasSubstr("Ondernemingen"));
    EXPECT_THAT(leesbaar.woorden, testing::HasSubstr("Onbekend veld basisprofiel/kleur: 1 keer"));
}

TEST_F(HandelsregisterOpdracht, EenBestandDatErNietIsOfEenDagDieNietBestaatIsEenDuidelijkWoord) {
    EXPECT_EQ(draai("controleer /is/er/niet.jsonl").code, 2);
    schrijf("");
    const auto u = draai("controleer " + pad.string() + " --peildatum 2026-02-30");
    EXPECT_EQ(u.code, 2);
    EXPECT_THAT(u.woorden, testing::HasSubstr("--peildatum"));
    EXPECT_EQ(draai("controleer " + pad.string()).code, 0);
}

}  // namespace
}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
// The handelsregister commands that need a database, as people run them: exit codes, words on stderr, data on stdout.
#include <gmock/gmock.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/handelsregister.hpp"
#include "steun/proefomgeving.hpp"

namespace damwand::app {
namespace {

namespace fs = std::filesystem;
namespace bj = boost::json;

struct Uitslag {
    int code = 0;
    std::string uit, woorden;
};

proef::Omgeving& huis() {
    static proef::Omgeving een({});
    return een;
}

Uitslag draai_handelsregister(const std::string& regel) {
    std::ostringstream uit, woorden;
    const BagWerkplek werkplek{.dsn = [](std::string_view rol) { return huis().cluster().dsn(std::string(rol)); }, .uit = uit, .woorden = woorden, .terminal = false};
    const int code = handelsregister_opdracht(werkplek, regel);
    return {code, uit.str(), woorden.str()};
}

class HandelsregisterLaad : public testing::Test {
  protected:
    const fs::path pad = fs::temp_directory_path() / ("damwand-kvk-laad-" + std::to_string(getpid()) + ".csv");
    void TearDown() override { fs::remove(pad); }
    void schrijf(std::string_view regels) const { std::ofstream(pad) << regels; }
    static std::int64_t vestigingen() { return huis().beheer().doe("select count(*) as n from register.vestiging where tot is null")[0].veld<std::int64_t>("n"); }
};

TEST_F(HandelsregisterLaad, VertelWatErVanWerdEnLaatZienWatGeenAdresHeeft) {
    schrijf("kvkNummer;vestigingsnummer;naam;straatnaam;huisnummer;plaats\n99990001;000099990001;Een;Straat van niets;1;Nergens\n1;;Fout;;;\n");
    const auto niets = draai_handelsregister("laad " + pad.string() + " --standdatum 2026-01-01 --alles-of-niets");
    EXPECT_EQ(niets.code, 2);
    EXPECT_THAT(niets.woorden, testing::AllOf(testing::HasSubstr("regel 3, kolom kvkNummer: "), testing::HasSubstr("Er is niets gewijzigd.")));
    EXPECT_EQ(vestigingen(), 0);
    const auto eerste = draai_handelsregister("laad " + pad.string() + " --standdatum 2026-01-01 --json");
    EXPECT_EQ(eerste.code, 1) << eerste.woorden;
    const auto verslag = bj::parse(eerste.uit);
    EXPECT_EQ(verslag.at("afgekeurd").as_int64(), 1);
    EXPECT_EQ(verslag.at("vestigingen").at("nieuw").as_int64(), 1);
    EXPECT_EQ(verslag.at("koppeling").at("onbekend").as_int64(), 1);
    EXPECT_THAT(eerste.woorden, testing::Not(testing::HasSubstr("Fout;")));
    EXPECT_EQ(vestigingen(), 1);
    const auto open = draai_handelsregister("ongekoppeld");
    EXPECT_EQ(open.code, 1);
    EXPECT_EQ(open.uit, "000099990001  onbekend    Straat van niets 1 Nergens\n");
    EXPECT_EQ(draai_handelsregister("ongekoppeld --na 99990001").code, 0);
    EXPECT_EQ(huis().beheer().doe("select count(*) as n from logboek.audit where actie = 'bedrijvenOngekoppeldTonen'")[0].veld<int>("n"), 2) << "a list of people's companies is a look";
    schrijf("naam;plaats\nEen;Nergens\n");
    const auto kop = draai_handelsregister("laad " + pad.string());
    EXPECT_EQ(kop.code, 2);
    EXPECT_THAT(kop.woorden, testing::HasSubstr("geen kolom kvkNummer"));
    EXPECT_EQ(draai_handelsregister("laad /is/er/niet.csv").code, 2);
    EXPECT_EQ(vestigingen(), 1);
}

}  // namespace
}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#include "engine/geojson/lezer.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "base/fout.hpp"

namespace damwand::geojson {
namespace {

struct Verzamelaar : Afnemer {
    std::vector<std::string> namen, vormen, redenen;
    void ontvang(Vorm& v) override {
        namen.emplace_back(v.eigenschappen.contains("naam") ? v.eigenschappen.at("naam").as_string() : "");
        vormen.push_back(v.geometrie);
    }
    void ontvang(const Afkeuring& a) override { redenen.push_back(std::to_string(a.nummer) + ": " + a.reden); }
};

Leesverslag lees_tekst(const std::string& tekst, Verzamelaar& uit) {
    std::istringstream in(tekst);
    return lees(in, tekst.size(), uit);
}

std::string foutcode(const std::string& tekst) {
    Verzamelaar weg;
    try {
        (void)lees_tekst(tekst, weg);
    } catch (const Fout& fout) {
        return fout.code();
    }
    return "";
}

TEST(GeoJson, GeeftVormenInVolgordeEnHetStelselDatHetBestandNoemt) {
    Verzamelaar uit;
    const auto verslag = lees_tekst(
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[)"
        R"({"type":"Feature","properties":{"naam":"Een } \" ]"},"geometry":{"type":"Point","coordinates":[1,2]}},)"
        R"({"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[3,4]}}],"features_over":[{"a":1}]})",
        uit);
    EXPECT_EQ(verslag.gelezen, 2U);
    EXPECT_EQ(verslag.afgekeurd, 0U);
    EXPECT_EQ(verslag.stelsel, 28992);
    EXPECT_THAT(uit.namen, testing::ElementsAre("Een } \" ]", ""));
    EXPECT_THAT(uit.vormen, testing::ElementsAre(testing::HasSubstr("[1,2]"), testing::HasSubstr("[3,4]")));
}

TEST(GeoJson, KeurtEenVormAfEnGaatVerder) {
    Verzamelaar uit;
    const auto verslag = lees_tekst("\xEF\xBB\xBF" R"({"features":[{"geometry":null},{"geometry":{},"properties":{"naam":tru}},{"geometry":{"type":"Point"},"properties":{"naam":"goed"}}]})", uit);
    EXPECT_EQ(verslag.gelezen, 3U);
    EXPECT_EQ(verslag.afgekeurd, 2U);
    EXPECT_EQ(verslag.stelsel, std::nullopt);
    EXPECT_THAT(uit.redenen, testing::ElementsAre("1: zonder vorm (geometry)", "2: geen geldige JSON"));
    EXPECT_THAT(uit.namen, testing::ElementsAre("goed"));
}

TEST(GeoJson, WeigertEenBestandDatAfbreektOfIetsAndersIs) {
    for (const auto* tekst : {"", "[]", "{}", R"({"features":{}})", R"({"features":[{"geometry":{}})", R"({"features":[}])", R"({"features":[]}{})", R"({"features":["a)"}) {
        EXPECT_EQ(foutcode(tekst), "geojson-ongeldig") << tekst;
    }
    EXPECT_EQ(foutcode(R"({"features":)" + std::string(40, '[')), "geojson-ongeldig");
    EXPECT_EQ(foutcode(R"({"features":[]})"), "");
}

TEST(GeoJson, SlaatEenTeGroteVormOverZonderHaarTeBewaren) {
    Verzamelaar uit;
    const auto verslag = lees_tekst(R"({"features":[{"geometry":{"x":")" + std::string(meeste_bytes, 'a') + R"("}},{"geometry":{"type":"Point"},"properties":{"naam":"goed"}}]})", uit);
    EXPECT_EQ(verslag.gelezen, 2U);
    EXPECT_THAT(uit.redenen, testing::ElementsAre("1: groter dan 32 MB"));
    EXPECT_THAT(uit.namen, testing::ElementsAre("goed"));
}

}  // namespace
}  // namespace damwand::geojson

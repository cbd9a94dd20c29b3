// SPDX-License-Identifier: EUPL-1.2
// The small parts of a record: moments, numbers, coordinates, ids.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/bag/geometrie.hpp"
#include "engine/bag/objecten.hpp"
#include "engine/bag/waarden.hpp"

namespace damwand::bag {
namespace {

using namespace std::chrono;

const Datum stand = year{2026} / 11 / 8;

TEST(Waarden, LeestNederlandsePlaatselijkeTijd) {
    const auto utc = [](std::string_view t) { return tekst(*lees_bag_tijdstip(t)); };
    EXPECT_EQ(utc("2021-01-15T12:00:00.000"), "2021-01-15T11:00:00.000000Z");
    EXPECT_EQ(utc("2021-07-15T12:00:00"), "2021-07-15T10:00:00.000000Z");
    EXPECT_EQ(utc("2021-03-28T01:59:59"), "2021-03-28T00:59:59.000000Z");
    EXPECT_EQ(utc("2021-03-28T03:00:00"), "2021-03-28T01:00:00.000000Z");
    EXPECT_EQ(utc("2021-10-31T02:30:00"), "2021-10-31T00:30:00.000000Z") << "the doubled hour is its first pass";
    EXPECT_EQ(utc("2021-10-31T03:00:00"), "2021-10-31T02:00:00.000000Z");
    EXPECT_EQ(utc("2021-01-15T12:00:00.5+01:00"), "2021-01-15T11:00:00.500000Z");
    EXPECT_EQ(utc("2021-01-15T12:00:00.50Z"), "2021-01-15T12:00:00.500000Z") << "as long as a moment without an offset";
    EXPECT_EQ(utc("1887-07-15T12:00:00.000"), "1887-07-15T10:00:00.000000Z");
    EXPECT_EQ(utc("2150-03-29T02:59:59.999"), "2150-03-29T01:59:59.999000Z") << "beyond the table of summer times";
    EXPECT_EQ(utc("2150-03-29T03:00:00.000"), "2150-03-29T01:00:00.000000Z");
    for (const auto* fout : {"", "2021-01-15", "2021-01-15 12:00:00", "2021-01-15T12:00:00.1+2", "2021-01-15T12:00:00+1:0", "2/21-01-15T12:00:00", "2021-0:-15T12:00:00", "2021-01-15T12:00", "2021-01-15T12:00:00.",
                             "2021-01-15T24:00:00", "2021-13-15T12:00:00", "2021-01-15T12:00:00.1234567890"})
        EXPECT_FALSE(lees_bag_tijdstip(fout)) << fout;
}

TEST(Waarden, LeestZestienCijfersEnNietsAnders) {
    EXPECT_EQ(lees_id(ObjectType::pand, "9999109999999999"), 9'999'109'999'999'999U);
    EXPECT_EQ(lees_id(ObjectType::verblijfsobject, "0000010000000000"), 10'000'000'000U);
    EXPECT_EQ(lees_id(ObjectType::nummeraanduiding, "1234201234567890"), 1'234'201'234'567'890U);
    for (std::size_t plek = 0; plek < 16; ++plek) {
        for (const char anders : {'/', ':', ' ', 'a', 'p', '\0', '\xB1', '@', '?', '-', '+', '.'}) {
            std::string id = "9001101234567890";
            id[plek] = anders;
            EXPECT_FALSE(lees_id(ObjectType::pand, id)) << plek << ' ' << anders;
        }
    }
    for (const auto* id : {"", "900110123456789", "90011012345678901", "9001201234567890"}) EXPECT_FALSE(lees_id(ObjectType::pand, id)) << id;
    EXPECT_EQ(lees_id(ObjectType::woonplaats, "0042"), 42U);
    EXPECT_FALSE(lees_id(ObjectType::woonplaats, "00a2"));
}

TEST(Geometrie, LeestMetersOpDeMillimeter) {
    bool afgerond = false;
    const auto mm = [&](std::string_view t) { return lees_millimeters(t, afgerond); };
    EXPECT_EQ(mm("132743.9"), 132743900);
    EXPECT_EQ(mm("481800.107"), 481800107);
    EXPECT_EQ(mm("-0.5"), -500);
    EXPECT_EQ(mm("7"), 7000);
    EXPECT_EQ(mm("7.0000"), 7000);
    EXPECT_FALSE(afgerond);
    EXPECT_EQ(mm("7.0005"), 7001);
    EXPECT_TRUE(afgerond);
    EXPECT_EQ(mm("7.00049"), 7000);
    for (const auto* fout :
         {"", "-", ".", "1.", ".5", "1e5", "0x1", "1,5", "nan", "99999999999999999999", "1 2", "--1"})
        EXPECT_FALSE(mm(fout)) << fout;
}

TEST(Geometrie, SchrijftEwkbZoalsPostgisHetSchrijft) {
    // SELECT encode(ST_AsEWKB('SRID=28992;POINT(131009 482405.5)'::geometry, 'NDR'), 'hex')
    const auto hex = [](const std::string& bytes) {
        std::string uit;
        for (const char c : bytes) {
            constexpr std::string_view cijfers = "0123456789abcdef";
            uit += cijfers[static_cast<unsigned char>(c) >> 4U];
            uit += cijfers[static_cast<unsigned char>(c) & 15U];
        }
        return uit;
    };
    Geometrie punt;
    punt.soort = GeometrieSoort::punt;
    punt.punten = {{131009000, 482405500}};
    EXPECT_EQ(hex(ewkb(punt)),
              "01010000204071000000000000"
              "10fcff40"
              "00000000"
              "96711d41");
    Geometrie vlak;
    vlak.soort = GeometrieSoort::vlak;
    vlak.punten = {{0, 0}, {1000, 0}, {0, 1000}, {0, 0}};
    vlak.ring_einde = {4};
    vlak.vlak_einde = {1};
    EXPECT_EQ(hex(ewkb(vlak)).substr(0, 36),
              "010300002040710000"
              "01000000"
              "04000000"
              "00");
    EXPECT_EQ(ewkb(vlak).size(), 9U + 4U + 4U + 4U * 16U);
    EXPECT_TRUE(ewkb(Geometrie{}).empty());
}

TEST(BagId, PastAlleenBijZijnType) {
    EXPECT_EQ(PandId::lees("0457100000056701")->tekst(), "0457100000056701");
    EXPECT_FALSE(PandId::lees("0457010000056701"));
    EXPECT_FALSE(PandId::lees("045710000005670"));
    EXPECT_FALSE(PandId::lees("04571000000567x1"));
    EXPECT_EQ(WoonplaatsId::lees("0012")->waarde, 12U);
    EXPECT_FALSE(WoonplaatsId::lees("12"));
    static_assert(!std::is_convertible_v<PandId, VerblijfsobjectId>, "an id cannot be passed for another");
}

TEST(Voorkomen, IsActueelZolangHetLoopt) {
    Voorkomen v{.begin_geldigheid = year{2020} / 1 / 1};
    EXPECT_TRUE(is_actueel(v, stand));
    EXPECT_FALSE(is_actueel(v, year{2019} / 12 / 31));
    v.eind_geldigheid = stand;
    EXPECT_FALSE(is_actueel(v, stand));
    v.eind_geldigheid = year{2027} / 1 / 1;
    EXPECT_TRUE(is_actueel(v, stand));
    v.tijdstip_niet_bag_lv = Tijdstip{};
    EXPECT_FALSE(is_actueel(v, stand));
}

}  // namespace
}  // namespace damwand::bag

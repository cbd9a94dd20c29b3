// SPDX-License-Identifier: EUPL-1.2
#include "platform/logboek/zegel.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "platform/logboek/getuige.hpp"
#include "steun/werkmap.hpp"

namespace damwand::logboek {
namespace {

TEST(Zegel, SumsTravelAsHex) {
    const auto som = sha256("abc");
    EXPECT_EQ(als_hex(som), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-2, B.1
    EXPECT_EQ(som_van_hex(als_hex(som)), som);
    EXPECT_EQ(som_van_hex("ba78"), std::nullopt);
    EXPECT_EQ(som_van_hex(std::string(64, 'z')), std::nullopt);
}

TEST(Zegel, ATupleIsReadOrRefused) {
    const std::string goed("\0\2\0\0\0\2\0\7\377\377\377\377", 12);
    const Tupel tupel(goed);
    EXPECT_EQ(tupel.getal(0), 7);
    EXPECT_TRUE(tupel.leeg(1));
    EXPECT_TRUE(Tupel(std::string("\377\377", 2)).einde());
    for (std::size_t lengte = 0; lengte < goed.size(); ++lengte) EXPECT_ANY_THROW(Tupel(goed.substr(0, lengte))) << lengte;
}

class Getuigen : public ::testing::Test {
  protected:
    [[nodiscard]] std::string regel(std::int64_t nummer, const Som& vorige, std::int64_t kop) const {
        return Getuigenis{.nummer = nummer, .database = "d", .tijd = Tijdstip{}, .vorige = vorige, .koppen = {{{1, 3}, {kop, sha256(std::to_string(kop))}}}}.regel(sleutel);
    }
    void schrijf(std::initializer_list<std::string> regels) const {
        std::ofstream uit(map / "getuige");
        for (const auto& r : regels) uit << r;
    }
    [[nodiscard]] Getuigenissen lees() const { return lees_getuigenissen(map / "getuige", sleutel.openbaar()); }
    proef::Werkmap werkmap;
    const std::filesystem::path& map = werkmap.pad();
    Zegelsleutel sleutel{std::filesystem::temp_directory_path() / ("damwand-zegelproef-" + std::to_string(getpid()))};
};

TEST_F(Getuigen, FoldIntoTheHeadsOfEveryLane) {
    const auto een = regel(1, Som{}, 5), twee = regel(2, sha256(een), 9);
    schrijf({een, "\n", twee, "\n"});
    const auto g = lees();
    EXPECT_EQ(g.nummer, 2);
    ASSERT_EQ(g.koppen.at({1, 3}).size(), 2U);
    EXPECT_EQ(g.koppen.at({1, 3}).back().volgnummer, 9);
}

TEST_F(Getuigen, ALineCutOffWhileWritingIsLeftOutAndTheNextOneFollows) {
    const auto een = regel(1, Som{}, 5), twee = regel(2, sha256(een), 9);
    schrijf({een, "\n", twee.substr(0, twee.size() / 2), "\n", twee, "\n"});
    EXPECT_EQ(lees().nummer, 2);
}

TEST_F(Getuigen, ALineThatCameTwiceCountsOnce) {
    const auto een = regel(1, Som{}, 5), twee = regel(2, sha256(een), 9), drie = regel(3, sha256(twee), 12);
    schrijf({een, "\n", twee, "\n", twee, "\n", drie, "\n"});
    EXPECT_EQ(lees().nummer, 3);
    EXPECT_EQ(lees().koppen.at({1, 3}).size(), 3U);
}

TEST_F(Getuigen, GoToAFileToSyslogOrOverHttps) {
    for (const auto* goed : {"syslog", "bestand:/tmp/x", "https://elders.example", "https://elders.example/damwand"}) EXPECT_NO_THROW(Bestemming{goed}) << goed;
    for (const auto* fout : {"", "bestand:x", "http://elders.example/", "http://127.0.0.1:9/", "https://", "ftp://x"}) EXPECT_THROW(Bestemming{fout}, Fout) << fout;
    EXPECT_EQ(Bestemming("bestand:/tmp/x", {}, "/tmp/kopie").bestand(), "/tmp/x");
    EXPECT_EQ(Bestemming("https://elders.example", {}, "/tmp/kopie").bestand(), "/tmp/kopie");
    EXPECT_EQ(Bestemming("syslog").bestand(), std::nullopt);
}

TEST_F(Getuigen, WhatGoesWhereItCannotBeReadBackIsKeptHereToo) {
    const auto kopie = map / "kopie";
    const Bestemming bestemming("syslog", {}, kopie);
    const auto een = regel(1, Som{}, 5), twee = regel(2, sha256(een), 9);
    bestemming.breng(een);
    bestemming.breng(twee);
    EXPECT_EQ(lees_getuigenissen(kopie, sleutel.openbaar()).nummer, 2);
}

TEST_F(Getuigen, WhatWasTouchedIsRefusedWithItsLine) {
    const auto een = regel(1, Som{}, 5), twee = regel(2, sha256(een), 9), drie = regel(3, sha256(twee), 12);
    auto vals = twee;
    vals[vals.find("[[1,3,9") + 6] = '8';
    for (const auto& regels : {std::initializer_list<std::string>{een, "\n", vals, "\n"}, {een, "\n", drie, "\n"}, {een, "\n", "{\"}", "\n"}}) {
        schrijf(regels);
        try {
            (void)lees();
            FAIL() << "accepted";
        } catch (const Fout& fout) {
            EXPECT_NE(fout.uitleg().find("regel 2"), std::string::npos) << fout.uitleg();
        }
    }
}

TEST_F(Getuigen, AnotherKeyDoesNotVerify) {
    schrijf({regel(1, Som{}, 5), "\n"});
    EXPECT_THROW((void)lees_getuigenissen(map / "getuige", std::string(64, 'a')), Fout);
}

}  // namespace
}  // namespace damwand::logboek

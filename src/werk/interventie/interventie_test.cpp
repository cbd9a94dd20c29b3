// SPDX-License-Identifier: EUPL-1.2
#include "werk/interventie/interventie.hpp"

#include <gmock/gmock.h>

namespace damwand::interventie {
namespace {

constexpr Datum dag(int jaar) { return Datum{std::chrono::year{jaar}, std::chrono::month{6}, std::chrono::day{1}}; }

Interventie met_status(std::string status) {
    Interventie i;
    i.status = std::move(status);
    return i;
}

TEST(Interventie, StaatOpenZolangZeNietIsUitgevoerdOfVervallen) {
    EXPECT_TRUE(staat_open("gepland"));
    EXPECT_TRUE(staat_open("bezig"));
    EXPECT_FALSE(staat_open("uitgevoerd"));
    EXPECT_FALSE(staat_open("vervallen"));
}

TEST(Interventie, UitgevoerdVraagtEenResultaat) {
    auto i = met_status("uitgevoerd");
    ASSERT_EQ(fouten_in(i, dag(2026)).size(), 1U);
    EXPECT_EQ(fouten_in(i, dag(2026))[0].veld, "/resultaat");
    i.resultaat = "Het pand is gesloten.";
    EXPECT_TRUE(fouten_in(i, dag(2026)).empty());
}

TEST(Interventie, EenDatumVanHetResultaatHoortBijHetEindeEnNietInDeToekomst) {
    auto i = met_status("gepland");
    i.resultaat_op = dag(2027);
    std::vector<std::string> codes;
    for (const auto& fout : fouten_in(i, dag(2026))) codes.push_back(fout.code);
    EXPECT_THAT(codes, testing::ElementsAre("hier-niet", "in-toekomst"));
    i.status = "vervallen";
    i.resultaat_op = dag(2026);
    EXPECT_TRUE(fouten_in(i, dag(2026)).empty());
}

TEST(Interventie, KentAlleenDeVierStatussen) {
    EXPECT_EQ(fouten_in(met_status("klaar"), dag(2026))[0].code, "onbekende-code");
}

}  // namespace
}  // namespace damwand::interventie

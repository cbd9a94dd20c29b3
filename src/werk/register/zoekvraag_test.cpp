// SPDX-License-Identifier: EUPL-1.2
#include "werk/register/zoekvraag.hpp"

#include <gmock/gmock.h>

namespace damwand::registers {
namespace {

using testing::Contains;
using testing::IsEmpty;

Lezing lezing(std::vector<std::string> woorden, int huisnummer, std::string achter = {}, std::string postcode = {},
              bool open_einde = false) {
    return {.woorden = std::move(woorden),
            .huisnummer = huisnummer,
            .achter = std::move(achter),
            .postcode = std::move(postcode),
            .open_einde = open_einde};
}

TEST(Zoekvraag, LeestStraatNummerEnPlaats) {
    EXPECT_THAT(lezingen("kerkstr 12b weesp"), Contains(lezing({"kerkstr", "weesp"}, 12, "b", {}, true)));
    EXPECT_THAT(lezingen("Weesp, Kerkstraat 12-B"), Contains(lezing({"weesp", "kerkstraat"}, 12, "b")));
    EXPECT_THAT(lezingen("12 b 3 kerkstraat"), Contains(lezing({"kerkstraat"}, 12, "b3", {}, true)));
}

TEST(Zoekvraag, LeestEenPostcodeInElkeVorm) {
    for (const auto* typt : {"1381ab 12", "1381 AB 12", "12 1381AB", "1381ab12", "1381ab nr. 12"}) {
        EXPECT_THAT(lezingen(typt), Contains(testing::AllOf(testing::Field(&Lezing::postcode, "1381AB"),
                                                            testing::Field(&Lezing::huisnummer, 12))))
            << typt;
    }
    EXPECT_THAT(lezingen("1381 AB 12-3"), Contains(lezing({}, 12, "3", "1381AB")));
    EXPECT_THAT(lezingen("1381"), Contains(testing::Field(&Lezing::postcode, "1381")));
    EXPECT_THAT(lezingen("1381a"), Contains(testing::Field(&Lezing::postcode, "1381A")));
}

TEST(Zoekvraag, HaaltUitElkaarWatIsVastgeplakt) {
    EXPECT_THAT(lezingen("kerkstraat12b"), Contains(lezing({"kerkstraat"}, 12, "b")));
}

TEST(Zoekvraag, HoudtEenGetalInDeNaamOokAlsWoord) {
    EXPECT_THAT(lezingen("plein 1944 8"), Contains(lezing({"plein", "1944"}, 8)));
    EXPECT_THAT(lezingen("2e dwarsstraat 5"), Contains(lezing({"2e", "dwarsstraat"}, 5)));
}

TEST(Zoekvraag, GeeftNietsOpNiets) {
    EXPECT_THAT(lezingen(""), IsEmpty());
    EXPECT_THAT(lezingen(" ,.- "), IsEmpty());
}

TEST(Zoekvraag, BlijftBegrensdBijOnzin) {
    EXPECT_LE(lezingen("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20").size(), 40U);
    EXPECT_LE(lezingen(std::string(200, '1')).size(), 40U);
}

}  // namespace
}  // namespace damwand::registers

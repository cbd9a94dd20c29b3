// SPDX-License-Identifier: EUPL-1.2
#include "app/termijn.hpp"

#include <gmock/gmock.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <sstream>

#include "base/fout.hpp"

namespace damwand::app {
namespace {

using testing::HasSubstr;

std::string draai(const std::string& regel) {
    std::ostringstream uit;
    CLI::App app("termijn");
    termijn_opdracht(app, uit);
    app.parse(regel);
    return uit.str();
}

/// The field that is wrong, as it is told to people.
std::string fout_van(const std::string& regel) {
    try {
        return "gelukt: " + draai(regel);
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.soort(), FoutSoort::ongeldig);
        EXPECT_FALSE(fout.velden().at(0).uitleg.empty());
        return fout.velden().at(0).veld;
    }
}

TEST(TermijnOpdracht, ZegtWanneerDeBezwaartermijnEindigtEnWaarom) {
    const auto woorden = draai("AWB-6:7 --vanaf 2026-11-13");
    EXPECT_THAT(woorden, HasSubstr("Eerste dag: za 2026-11-14\n"));
    EXPECT_THAT(woorden, HasSubstr("vr 2026-12-25 (eerste-kerstdag)"));
    EXPECT_THAT(woorden, HasSubstr("Einde:      ma 2026-12-28: "));
    const auto json = boost::json::parse(draai("AWB-6:7 --vanaf 2026-11-13 --json")).as_object();
    EXPECT_EQ(json.at("ruwEinde"), "2026-12-25");
    EXPECT_EQ(json.at("einde"), "2026-12-28");
    EXPECT_EQ(json.at("reden"), "vrije-dag");
    EXPECT_EQ(json.at("overgeslagen").as_array().size(), 3U);
}

TEST(TermijnOpdracht, ToontAlleKlokken) {
    EXPECT_THAT(draai(""), HasSubstr("AVG-33          72 uur na kennisname"));
    const auto alle = boost::json::parse(draai("--json")).as_array();
    EXPECT_EQ(alle.size(), 25U);
    EXPECT_EQ(alle.at(0).at("id"), "AWB-4:8");
}

TEST(TermijnOpdracht, KentLengteVerlengingOpschortingEnUren) {
    EXPECT_THAT(draai("AWB-5:32a --vanaf 2026-12-15 --lengte 10d"), HasSubstr("vr 2026-12-25: geen in een wet"));
    EXPECT_THAT(draai("WOO-4.4 --vanaf 2026-11-02 --met verdaging --opschorting 2026-11-10..2026-11-20"), HasSubstr("Opgeschort: 10 dagen\n"));
    EXPECT_THAT(draai("AVG-33 --vanaf 2026-11-13T10:00:00+01:00"), HasSubstr("Einde: 2026-11-16T09:00:00"));
}

TEST(TermijnOpdracht, ZegtWatErNietKlopt) {
    EXPECT_EQ(fout_van("AWB-9:99 --vanaf 2026-11-13"), "klok");
    EXPECT_EQ(fout_van("AWB-6:7"), "--vanaf");
    EXPECT_EQ(fout_van("AWB-6:7 --vanaf 13-11-2026"), "--vanaf");
    EXPECT_EQ(fout_van("AWB-6:7 --vanaf 2026-02-30"), "--vanaf");
    EXPECT_EQ(fout_van("AVG-33 --vanaf 2026-11-13"), "--vanaf");
    EXPECT_EQ(fout_van("AWB-5:32a --vanaf 2026-11-13 --lengte tien"), "--lengte");
    EXPECT_EQ(fout_van("AWB-6:7 --vanaf 2026-11-13 --lengte 8w"), "/lengte");
    EXPECT_EQ(fout_van("AWB-6:7 --vanaf 2026-11-13 --met verdaging"), "/verlengingen");
    EXPECT_EQ(fout_van("WOO-4.4 --vanaf 2026-11-13 --opschorting 2026-11-20"), "--opschorting");
}

}  // namespace
}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#include "platform/post/uitnodiging.hpp"

#include <gmock/gmock.h>
#include <libical/ical.h>

#include <memory>

#include "base/fout.hpp"

namespace damwand::post {
namespace {

using testing::HasSubstr;

Datum dag(int jaar, unsigned maand, unsigned d) { return Datum{std::chrono::year{jaar}, std::chrono::month{maand}, std::chrono::day{d}}; }

Uitnodiging voorbeeld() {
    return {.id = Uuid::lees("6f1c9d0e-0000-4000-8000-00000000abcd").value(),
            .volgnummer = 3,
            .gemaakt = Tijdstip(std::chrono::sys_days(dag(2026, 11, 23)) + std::chrono::hours(8)),
            .datum = dag(2026, 12, 1),
            .begin = 9 * 60 + 30,
            .eind = 11 * 60,
            .titel = "Kernteam; deel 1, met\nvertaling",
            .plaats = "Raadhuis, kamer 2",
            .adres = "https://damwand.example/overleggen/6f1c9d0e-0000-4000-8000-00000000abcd"};
}

/// The meeting as a calendar reads it.
struct Gelezen {
    explicit Gelezen(const std::string& tekst) : agenda(icalparser_parse_string(tekst.c_str()), icalcomponent_free), punt(icalcomponent_get_first_component(agenda.get(), ICAL_VEVENT_COMPONENT)) {}
    std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> agenda;
    icalcomponent* punt;
    /// A moment of it in UTC, worked out by the rules in the file itself.
    std::string utc(icalproperty_kind soort) {
        auto* p = icalcomponent_get_first_property(punt, soort);
        const auto t = icalproperty_get_datetime_with_component(p, agenda.get());
        return icaltime_as_ical_string(icaltime_convert_to_zone(t, icaltimezone_get_utc_timezone()));
    }
};

TEST(Uitnodiging, ZegtWanneerWaarEnAlsHoeveelste) {
    const auto tekst = ics(voorbeeld());
    Gelezen g(tekst);
    ASSERT_NE(g.punt, nullptr);
    EXPECT_EQ(icalcomponent_count_errors(g.agenda.get()), 0);
    EXPECT_STREQ(icalcomponent_get_uid(g.punt), "6f1c9d0e-0000-4000-8000-00000000abcd@damwand");
    EXPECT_EQ(icalcomponent_get_sequence(g.punt), 3);
    EXPECT_STREQ(icalcomponent_get_summary(g.punt), "Kernteam; deel 1, met vertaling");
    EXPECT_STREQ(icalcomponent_get_location(g.punt), "Raadhuis, kamer 2");
    EXPECT_EQ(g.utc(ICAL_DTSTART_PROPERTY), "20261201T083000Z");  // winter
    EXPECT_EQ(g.utc(ICAL_DTEND_PROPERTY), "20261201T100000Z");
    EXPECT_THAT(tekst, HasSubstr("BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n"));
    EXPECT_THAT(tekst, HasSubstr("DTSTART;TZID=Europe/Amsterdam:20261201T093000\r\n"));
    EXPECT_EQ(tekst, ics(voorbeeld()));
}

TEST(Uitnodiging, VolgtDeKlokInDeZomerEnOverMiddernacht) {
    auto u = voorbeeld();
    u.datum = dag(2027, 7, 1);
    EXPECT_EQ(Gelezen(ics(u)).utc(ICAL_DTSTART_PROPERTY), "20270701T073000Z");
    u.datum = dag(2027, 3, 28);  // the night the clocks change
    EXPECT_EQ(Gelezen(ics(u)).utc(ICAL_DTSTART_PROPERTY), "20270328T073000Z");
    u.begin = 23 * 60;
    u.eind = 30;
    EXPECT_EQ(Gelezen(ics(u)).utc(ICAL_DTEND_PROPERTY), "20270328T223000Z");
}

TEST(Uitnodiging, AfzeggenEnAfgelastenGaanOverDezelfdeAfspraak) {
    for (const auto weg : {&Uitnodiging::afgezegd, &Uitnodiging::afgelast}) {
        auto u = voorbeeld();
        u.*weg = true;
        ++u.volgnummer;
        const auto tekst = ics(u);
        Gelezen g(tekst);
        EXPECT_EQ(icalcomponent_get_method(g.agenda.get()), ICAL_METHOD_CANCEL);
        EXPECT_EQ(icalcomponent_get_status(g.punt), ICAL_STATUS_CANCELLED);
        EXPECT_STREQ(icalcomponent_get_uid(g.punt), "6f1c9d0e-0000-4000-8000-00000000abcd@damwand");
    }
}

TEST(Uitnodiging, WieEenRegelWilSmokkelenKrijgtTekst) {
    auto u = voorbeeld();
    u.titel = "x\r\nATTENDEE:mailto:iemand@elders.example\r\nEND:VEVENT";
    Gelezen g(ics(u));
    EXPECT_EQ(icalcomponent_get_first_property(g.punt, ICAL_ATTENDEE_PROPERTY), nullptr);
    u.begin = 24 * 60;
    EXPECT_THROW(static_cast<void>(ics(u)), Fout);
}

}  // namespace
}  // namespace damwand::post

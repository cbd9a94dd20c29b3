// SPDX-License-Identifier: EUPL-1.2
#include "platform/post/uitnodiging.hpp"

#include <fmt/format.h>
#include <libical/ical.h>

#include <chrono>
#include <memory>

#include "base/fout.hpp"

namespace damwand::post {
namespace {

struct Los {
    void operator()(icalcomponent* c) const { icalcomponent_free(c); }
};
using Onderdeel = std::unique_ptr<icalcomponent, Los>;

/// The rule of the European Union since 1996 (Directive 2000/84/EC): last Sunday of March and October, one o'clock UTC.
constexpr const char* zone =
    "BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n"
    "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
    "END:VTIMEZONE\r\n";

icaltimetype wandklok(std::chrono::sys_days dag, int minuten) {
    const std::chrono::year_month_day d{dag};
    auto t = icaltime_null_time();
    t.year = static_cast<int>(d.year());
    t.month = static_cast<int>(static_cast<unsigned>(d.month()));
    t.day = static_cast<int>(static_cast<unsigned>(d.day()));
    t.hour = minuten / 60;
    t.minute = minuten % 60;
    return t;
}

/// One line of text: no line ends, no control characters.
std::string regel(const std::string& tekst) {
    std::string uit;
    for (const char c : tekst) uit += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return uit;
}

icalproperty* op_de_klok(icalproperty* eigenschap) {
    icalproperty_add_parameter(eigenschap, icalparameter_new_tzid("Europe/Amsterdam"));
    return eigenschap;
}

}  // namespace

std::string ics(const Uitnodiging& u) {
    if (u.begin < 0 || u.begin >= 24 * 60 || u.eind < 0 || u.eind >= 24 * 60 || !u.datum.ok()) throw Fout(FoutSoort::intern, "ics", "De uitnodiging kon niet worden gemaakt.");
    const bool weg = u.afgezegd || u.afgelast;
    const auto dag = std::chrono::sys_days(u.datum);
    const auto moment = std::chrono::floor<std::chrono::seconds>(u.gemaakt);
    const Onderdeel agenda(icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"), icalproperty_new_prodid("-//Damwand//NL"),
                                               icalproperty_new_method(weg ? ICAL_METHOD_CANCEL : ICAL_METHOD_PUBLISH), nullptr));
    auto* tijdzone = icalcomponent_new_from_string(zone);
    auto* punt = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    if (!agenda || tijdzone == nullptr || punt == nullptr) throw Fout(FoutSoort::intern, "ics", "De uitnodiging kon niet worden gemaakt.");
    icalcomponent_add_component(agenda.get(), tijdzone);
    icalcomponent_add_component(agenda.get(), punt);
    const auto zet = [&](icalproperty* eigenschap) { icalcomponent_add_property(punt, eigenschap); };
    zet(icalproperty_new_uid(fmt::format("{}@damwand", u.id.tekst()).c_str()));
    zet(icalproperty_new_sequence(u.volgnummer));
    zet(icalproperty_new_dtstamp(icaltime_from_timet_with_zone(static_cast<time_t>(moment.time_since_epoch().count()), 0, icaltimezone_get_utc_timezone())));
    zet(op_de_klok(icalproperty_new_dtstart(wandklok(dag, u.begin))));
    zet(op_de_klok(icalproperty_new_dtend(wandklok(u.eind <= u.begin ? dag + std::chrono::days(1) : dag, u.eind))));
    zet(icalproperty_new_summary(regel(u.titel).c_str()));
    if (!u.plaats.empty()) zet(icalproperty_new_location(regel(u.plaats).c_str()));
    if (!u.adres.empty()) zet(icalproperty_new_url(regel(u.adres).c_str()));
    zet(icalproperty_new_class(ICAL_CLASS_CONFIDENTIAL));
    zet(icalproperty_new_status(weg ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    const std::unique_ptr<char, decltype(&free)> tekst(icalcomponent_as_ical_string_r(agenda.get()), &free);
    if (!tekst) throw Fout(FoutSoort::intern, "ics", "De uitnodiging kon niet worden gemaakt.");
    return tekst.get();
}

}  // namespace damwand::post

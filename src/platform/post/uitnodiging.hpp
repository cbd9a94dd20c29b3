// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>

#include "base/id.hpp"
#include "base/tijd.hpp"

/// What leaves the house for people's own mailbox and calendar: never the name of a dossier.
namespace damwand::post {

/// A meeting in somebody's calendar (iCalendar, RFC 5545; invitation: RFC 5546). Times are those of the clock in Amsterdam, also
/// after the clocks change.
struct Uitnodiging {
    Uuid id;              ///< the same for every version of it: the calendar finds the meeting by it
    int volgnummer = 0;   ///< goes up with every change
    Tijdstip gemaakt{};   ///< when this version was made
    Datum datum{};
    int begin = 0, eind = 0;  ///< minutes since midnight; an end before the begin is on the next day
    std::string titel, plaats;
    std::string adres;        ///< of the screen of the meeting; empty: none
    bool afgezegd = false;    ///< he takes no part in it any more
    bool afgelast = false;    ///< it will not be held
};
/// The file (text/calendar, lines end in CR LF). Throws Fout `ics` when it cannot be written.
[[nodiscard]] std::string ics(const Uitnodiging& uitnodiging);

}  // namespace damwand::post

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/tijd.hpp"

/// Terms of administrative law: when a term begins, when it ends, and why there. Everything is a parameter; nothing here
/// knows what day it is. Source: Algemene termijnenwet (Atw) art. 1–4, Awb 4:15 for suspension.
namespace damwand::termijn {

enum class Eenheid { uren, dagen, werkdagen, weken, maanden, jaren };

struct Lengte {
    int aantal = 0;  ///< 1 … 100 years' worth
    Eenheid eenheid = Eenheid::dagen;
    friend bool operator==(const Lengte&, const Lengte&) = default;
};

/// `in_wet`: set in a law, so that the Atw applies. A term set in a decision (begunstigingstermijn) or a bye-law is taken
/// literally.
struct Termijn {
    Lengte lengte;
    bool in_wet = true;
};

/// Days on which the term stands still: `van` is the first, `tot` the day on which it runs again.
struct Periode {
    Datum van, tot;
};

/// What bears on one term. Periods may overlap and come in any order; a period that begins after the end does nothing.
struct Omstandigheden {
    std::vector<Periode> opschorting{};
    std::vector<Datum> gelijkgesteld{};  ///< days a royal decree equates with a holiday (Atw 3, third paragraph)
};

/// What a day is to the Atw. The order is that of art. 3; a holiday in a weekend is named as the holiday.
enum class Dagsoort {
    werkdag, zaterdag, zondag, nieuwjaarsdag, goede_vrijdag, tweede_paasdag, koningsdag, bevrijdingsdag, hemelvaartsdag,
    tweede_pinksterdag, eerste_kerstdag, tweede_kerstdag, gelijkgesteld
};

/// Why the end is where it is.
enum class Reden {
    eindigt_op_werkdag,  ///< nothing to extend
    vrije_dag,           ///< Atw 1: the last day was a Saturday, Sunday or holiday
    twee_werkdagen,      ///< Atw 2: a term of three days or more holds two working days
    niet_in_wet,         ///< the Atw does not apply: not set in a law
    uitgezonderd         ///< the Atw does not apply: > 90 days, > 12 weeks, > 3 months, or years (Atw 4)
};

struct Overgeslagen {
    Datum dag;
    Dagsoort soort = Dagsoort::werkdag;
    friend bool operator==(const Overgeslagen&, const Overgeslagen&) = default;
};

struct Uitkomst {
    Datum eerste_dag;               ///< the day after the event (Awb 6:8)
    Datum ruw_einde;                ///< last day with suspension, before the Atw
    Datum einde;                    ///< last day
    Reden reden = Reden::eindigt_op_werkdag;
    std::vector<Overgeslagen> overgeslagen;  ///< `ruw_einde` up to but not including `einde`, save suspended days
    int opgeschorte_dagen = 0;
};

/// The term after the event on `vanaf`. A term in months or years ends on the day of the same number, or the last day of a
/// shorter month. Each suspended day pushes the end by a day. Throws Fout `termijn-ongeldig` for a length out of bounds, a
/// period that ends before it begins, or a length in hours.
[[nodiscard]] Uitkomst bereken(Datum vanaf, const Termijn& termijn, const Omstandigheden& omstandigheden = {});
/// A term in hours: literally, through weekends (Atw 4). Throws as above for another unit.
[[nodiscard]] Tijdstip bereken_uren(Tijdstip vanaf, Lengte lengte);

/// Easter Sunday of the Gregorian calendar, years 1583–9999 (Butcher's algorithm, as in J. Meeus, Astronomical Algorithms, ch. 8).
[[nodiscard]] Datum pasen(std::chrono::year jaar);
/// Koningsdag by the rule since 2014, Koninginnedag by the rule of 1980–2013.
[[nodiscard]] Dagsoort dagsoort(Datum dag);

/// Stable codes for API and screens: `eindigt-op-werkdag`, `eerste-kerstdag`, `weken`.
[[nodiscard]] std::string_view code(Reden reden);
[[nodiscard]] std::string_view code(Dagsoort soort);
[[nodiscard]] std::string_view code(Eenheid eenheid);

// ---- the clocks of the law ----

/// A named longer term: adjournment, an advisory committee.
struct Verlenging {
    std::string_view code;
    Lengte lengte;
};

/// One statutory clock. A municipality's own value goes before this one: pass it as `eigen`.
struct Wettermijn {
    std::string_view id;     ///< "AWB-6:7"
    std::string_view bron;   ///< articles
    std::string_view stand;  ///< year of the text the length was read in; empty: not checked against the text yet
    std::string_view naam_nl, naam_en;
    std::string_view begin;  ///< code of the event; the term's first day is the day after it
    bool in_wet = true;
    std::optional<Lengte> lengte;     ///< none: a decision, a judge or a bye-law sets it
    bool zelf_te_stellen = false;     ///< another length than `lengte` may be given; must be, without one
    std::optional<Lengte> hoogstens;  ///< the most that may be given
    std::vector<Verlenging> verlengingen{};
    std::string_view opschorting{};   ///< articles under which it stands still; empty: it does not

    /// The term with `eigen` for its length where that is allowed, lengthened by the named `verlengingen`, each once.
    /// Throws Fout `termijn-ongeldig` with every fault.
    [[nodiscard]] Termijn termijn(std::optional<Lengte> eigen, std::span<const std::string> verlengingen) const;
};

/// Of the rules and lengths in this engine together: one higher at each change of what it answers. Whoever stores an end
/// stores this with it (recht.md §3, 20).
inline constexpr int regelversie = 1;

/// All clocks, by law and article.
[[nodiscard]] std::span<const Wettermijn> wettermijnen();
/// Null when there is no such clock.
[[nodiscard]] const Wettermijn* vind(std::string_view id);

}  // namespace damwand::termijn

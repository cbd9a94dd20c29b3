// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace damwand {

/// A moment in UTC, to the microsecond (as PostgreSQL keeps it). JSON: `2026-11-22T01:38:00.000001Z`.
using Tijdstip = std::chrono::sys_time<std::chrono::microseconds>;

/// A calendar day. JSON: `2026-11-22`. What day "today" is, is decided in Europe/Amsterdam.
using Datum = std::chrono::year_month_day;

[[nodiscard]] std::string tekst(Tijdstip tijdstip);
[[nodiscard]] std::string tekst(Datum datum);
/// As letters say it, in Dutch: "1 december 2026".
[[nodiscard]] std::string voluit(Datum datum);
/// A term in Dutch: "5 jaar", "18 maanden".
[[nodiscard]] std::string in_woorden(int maanden);
/// ISO 8601 with `T` and an offset (`Z`, `+02:00`); `-00:00` is refused (ADR core/date-time).
[[nodiscard]] std::optional<Tijdstip> lees_tijdstip(std::string_view tekst) noexcept;
/// Exactly `JJJJ-MM-DD`, an existing day between 1500 and 9999.
[[nodiscard]] std::optional<Datum> lees_datum(std::string_view tekst) noexcept;
/// The day in Europe/Amsterdam (EU summer-time rule: last Sundays of March and October, 01:00 UTC).
[[nodiscard]] Datum dag_in_amsterdam(Tijdstip tijdstip) noexcept;

/// The only clock rooms may use. The server's clock reads the shift that demo and tests set in the database.
class Klok {
  public:
    virtual ~Klok() = default;
    [[nodiscard]] virtual Tijdstip nu() const = 0;
};

/// The machine's own clock.
class SysteemKlok final : public Klok {
  public:
    [[nodiscard]] Tijdstip nu() const override {
        return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
    }
};

}  // namespace damwand

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"
#include "base/voortgang.hpp"

/// Reads a table as people keep it: CSV (RFC 4180, and what spreadsheets make of it), XLSX (ECMA-376) or ODS (OASIS OpenDocument 1.3), a
/// row at a time. Of XLSX and ODS one sheet, through libzip and libxml2: no DTD, no entities, nothing from elsewhere, and every size below
/// is held before memory is taken for it.
namespace damwand::tabel {

inline constexpr std::size_t meeste_kolommen = csv::meeste_cellen;
inline constexpr std::size_t langste_cel = std::size_t{64} * 1024;           ///< bytes of UTF-8
inline constexpr std::size_t langste_rij = csv::langste_rij;         ///< likewise
inline constexpr std::uint64_t meeste_rijen = 5'000'000;
inline constexpr std::uint64_t grootste_deel = std::uint64_t{512} << 20U;    ///< bytes of one file in the zip, unpacked
inline constexpr std::uint64_t grootste_woorden = std::uint64_t{128} << 20U; ///< bytes of all shared strings of an XLSX

enum class Soort { csv, xlsx, ods };
enum class Tekenset { utf8, windows1252 };

/// What is not said is found out.
struct Opties {
    std::optional<Tekenset> tekenset{};  ///< of CSV
    std::optional<char> scheiding{};     ///< of CSV: ; , | or a tab
    std::string blad{};                  ///< of XLSX and ODS: the name of the sheet; the first one when empty
    std::uint64_t kopregel = 1;          ///< the row that names the columns; what stands before it is passed over
};

/// A row that cannot be used. Data, not an error: reading goes on.
struct Afkeuring {
    std::uint64_t regel = 0;  ///< of the file, 1-based
    std::string reden;        ///< Dutch, one sentence; never repeats a value
};

/// Receives the names of the columns once, then the rows in the order of the file. What it throws reaches the caller.
class Afnemer {
  public:
    virtual ~Afnemer() = default;
    virtual void kop(const std::vector<std::string>& namen) = 0;
    /// As many cells as there are names, trimmed UTF-8 without control characters but line ends. Dates are `2026-11-13`, with
    /// ` 14:05` behind them where the cell has a time; yes and no are `ja` and `nee`. Rows without anything are passed over.
    virtual void rij(std::uint64_t regel, const std::vector<std::string>& cellen) = 0;
    virtual void ontvang(const Afkeuring& afkeuring) = 0;
};

/// gelezen = given to `rij` + refused.
struct Leesverslag {
    Soort soort = Soort::csv;
    std::uint64_t gelezen = 0, afgekeurd = 0;
    std::optional<Tekenset> tekenset;  ///< of CSV: as it was read
    std::optional<char> scheiding;
};

/// Reads to the end. Throws Fout `onleesbaar`, `tabel-ongeldig` (no table, broken, or past a limit; says which), `tabel-kop` (names that are
/// missing, empty or twice there; no such sheet), "afgebroken" when `voortgang` returned false.
Leesverslag lees(const std::filesystem::path& pad, const Opties& opties, Afnemer& afnemer, const Voortgang& voortgang = {});

/// The same of what is in memory.
Leesverslag lees_inhoud(std::string_view inhoud, const Opties& opties, Afnemer& afnemer);

}  // namespace damwand::tabel

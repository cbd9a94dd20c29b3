// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/tijd.hpp"
#include "platform/documenten/sleutels.hpp"

/// Backups of the database: what pg_dump says (custom format), closed piece by piece with a key of its own (libsodium
/// secretstream) while it is written, so that nothing readable ever touches the disk, and a backup that was cut off or
/// altered does not open (ADR 0046). Files of dossiers and the key store are not in it.
namespace damwand::reservekopie {

using documenten::Sleutel;

/// What a backup says of itself, in front of its content and under the same seal.
struct Kop {
    std::string gemaakt;    ///< instant, UTC
    std::string programma;  ///< version that made it
    std::string meester;    ///< mark of the master key it was made beside; see `merk_van`
    std::int64_t boek = 0;  ///< lines of the destruction ledger at that moment
};

/// A whole backup: its head, and how much stands behind it.
struct Inhoud {
    Kop kop;
    std::int64_t bytes = 0;
    std::int64_t onderdelen = 0;  ///< entries pg_restore finds in it: tables, rows, rules
};

/// 32 bytes in hexadecimal, in a file that nobody else may read. Throws Fout `sleutelbestand` in plain Dutch.
[[nodiscard]] Sleutel lees_sleutel(const std::filesystem::path& bestand);
/// Makes such a file (0400). Throws Fout `sleutel-bestaat-al`: an old one still opens old backups.
void maak_sleutel(const std::filesystem::path& bestand);

/// Sixteen hexadecimal digits that differ for two files; "" when there is none. Says nothing of what is in it.
[[nodiscard]] std::string merk_van(const std::filesystem::path& bestand);

constexpr int bewaardagen = 30;  ///< ontwerp.md §3: rows in backups are gone after at most these days

/// The name of a backup made at this instant.
[[nodiscard]] std::string naam_van(Tijdstip moment);
/// Backups in this folder that are older than `bewaardagen` on this day, by their names, and what a write that was broken
/// off left behind. Nothing else in the folder is looked at.
[[nodiscard]] std::vector<std::filesystem::path> verlopen(const std::filesystem::path& map, Datum vandaag);

/// Writes a backup of the database behind `dsn` (its user must see every row) to `bestand`: whole and on disk, or not at
/// all. Returns its size in bytes. Throws Fout `reservekopie` with the reason in Dutch.
std::int64_t maak(const std::string& dsn, const std::filesystem::path& bestand, const Sleutel& sleutel, const Kop& kop);

/// Reads all of it, to the last seal, and has pg_restore list what is in it; changes nothing. Throws Fout
/// `reservekopie-kapot`: cut off, altered, another key, or no backup of ours.
[[nodiscard]] Inhoud controleer(const std::filesystem::path& bestand, const Sleutel& sleutel);

/// Puts it into the empty database behind `dsn`, in one transaction. Throws Fout `reservekopie-kapot` or `herstel`.
void zet_terug(const std::filesystem::path& bestand, const Sleutel& sleutel, const std::string& dsn);

}  // namespace damwand::reservekopie

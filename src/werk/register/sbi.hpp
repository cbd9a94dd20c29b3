// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/voortgang.hpp"
#include "platform/db/db.hpp"
#include "werk/register/bedrijf.hpp"

/// From the SBI 2008 to the SBI 2025 and back, by the table that CBS publishes. Part of the room's front door (register.hpp). The table tells which codes may stand for
/// one activity, not what a company does: one code may have become several, and KVK chose between them per company.
namespace damwand::registers {

/// A table to load: CSV, XLSX or ODS with a column of codes of each edition.
struct Sbibestand {
    std::filesystem::path bestand;
    std::string oud{}, nieuw{};  ///< names of the columns; empty: the only one that names that year and no words
    std::string blad{};      ///< of a spreadsheet; the first when empty
    Voortgang voortgang{};
};

struct Sbiafkeuring {
    std::uint64_t regel = 0;  ///< of the file
    std::string reden;        ///< Dutch, one sentence
};

/// gelezen = opgeslagen + dubbel + zonder_tegenhanger + refused.
struct Sbiverslag {
    int lading = 0;
    std::string oud, nieuw;  ///< the columns that were read
    std::uint64_t gelezen = 0, opgeslagen = 0, dubbel = 0, zonder_tegenhanger = 0, afgekeurd = 0;
    std::vector<Sbiafkeuring> afkeuringen;  ///< the first thousand
};

/// Replaces the table in one transaction as role `lader`. Throws Fout (what tabel::lees throws, `sbi-kolom` when a column is not found or cannot be chosen, `sbi-leeg` when no
/// row can be used, `laden-bezig`) or DbFout; then the table is as it was.
[[nodiscard]] Sbiverslag laad_sbi(db::Pool& lader, const Sbibestand& bestand);

/// Of these activities those that the table knows, each once. A code of 2008 that the table only has in parts (4520, where it has 45201) is all of its parts.
[[nodiscard]] std::vector<SbiOmzetting> sbi_omzettingen(db::Transactie& tx, const std::vector<Bedrijfsactiviteit>& activiteiten);

}  // namespace damwand::registers

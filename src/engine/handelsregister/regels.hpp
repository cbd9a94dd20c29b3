// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <istream>

#include "base/fout.hpp"
#include "base/voortgang.hpp"
#include "engine/handelsregister/profiel.hpp"

/// Bulk files, as JSON lines or CSV. JSON lines: one profile of KVK's API per line, of either kind and in any order; or one answer as people save it, over
/// several lines, when the first holds nothing but its brace.
namespace damwand::handelsregister {

/// A line that cannot be used. Data, not an error: reading goes on.
struct Afkeuring {
    std::string bestand;
    std::uint64_t regel = 0;  ///< 1-based
    std::vector<VeldFout> fouten;
};

/// Receives the profiles in the order of the file. The reference is good during the call only; moving from it is allowed. A
/// thrown exception ends the reading and reaches the caller.
class Afnemer {
  public:
    virtual ~Afnemer() = default;
    virtual void ontvang(Onderneming&) {}
    virtual void ontvang(Vestiging&) {}
    virtual void ontvang(const Afkeuring&) {}
};

/// regels = ondernemingen + vestigingen + afgekeurd; empty lines are none.
struct Leesverslag {
    std::uint64_t regels = 0, ondernemingen = 0, vestigingen = 0, afgekeurd = 0;
    std::uint64_t afgeschermd = 0;                 ///< profiles with a shielded address
    std::map<std::string, std::uint64_t> onbekend;  ///< members the reader does not know, "adres/lift"
};

/// Reads a file to its end. A line longer than 1 MiB is refused and passed over; memory does not grow with the file. `voortgang`
/// is called at least once per 64 KiB with the bytes done; returning false ends the reading with Fout "afgebroken".
Leesverslag lees_regels(std::istream& in, const std::string& bestand, std::uint64_t bytes, Datum peildatum, Afnemer& afnemer, const Voortgang& voortgang = {});

/// The same for CSV (RFC 4180; a comma or semicolon, whichever the first line has more of): UTF-8, and on the first line the names of the columns as the
/// API writes its fields, in any order: kvkNummer, vestigingsnummer (filled: the row is an establishment), naam or
/// eersteHandelsnaam, statutaireNaam, rechtsvorm, rsin, handelsnamen, sbiCode, sbiOmschrijving (several: with | between, the main one
/// first), datumAanvang, datumEinde, formeleRegistratiedatum, totaalWerkzamePersonen, indHoofdvestiging, indCommercieleVestiging,
/// indAfgeschermd, straatnaam, huisnummer, huisletter, huisnummerToevoeging, postcode, plaats, land, volledigAdres,
/// nummerAanduidingId, addresseerbaarObjectId. A line that is no UTF-8 is refused and passed over; Fout `csv-kop` when the first
/// line cannot be used, UTF-16 included.
Leesverslag lees_csv(std::istream& in, const std::string& bestand, std::uint64_t bytes, Datum peildatum, Afnemer& afnemer, const Voortgang& voortgang = {});

/// A file by its name: `.csv` is CSV, everything else JSON lines. Throws Fout `onleesbaar`.
Leesverslag lees_bestand(const std::filesystem::path& pad, Datum peildatum, Afnemer& afnemer, const Voortgang& voortgang = {});

}  // namespace damwand::handelsregister

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <istream>

#include "base/fout.hpp"
#include "base/voortgang.hpp"
#include "engine/handelsregister/profiel.hpp"

/// Bulk files: JSON lines, one profile of KVK's API per line, of either kind and in any order; or one answer as people save it, over
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

}  // namespace damwand::handelsregister

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/db/db.hpp"
#include "platform/poort/poort.hpp"
#include "werk/gemeenteregister/mapping.hpp"
#include "werk/register/register.hpp"

/// Registers that a municipality keeps (permits, transactions, vehicles, …), loaded from a table by a mapping. They are of one organisation, stand
/// under row-level security, and are personal data: loggable, under a purpose of their own, and forgotten after a term.
namespace damwand::gemeenteregister {

using RegelId = Id<struct GemeenteregelMerk>;
using GenoemdId = Id<struct GemeentegenoemdMerk>;

// ---- loading ----

struct LaadOpties {
    std::string organisatie;      ///< code
    Datum standdatum{};           ///< the day the file shows
    bool alles_of_niets = false;  ///< one refused row, and nothing is taken
    bool volledig = false;        ///< what is not in the file is no longer there; implies alles_of_niets
    std::function<bool(std::string_view fase, const Stand& bytes, std::uint64_t rijen)> voortgang{};  ///< false: Fout "afgebroken"
};

struct Afkeuring {
    std::uint64_t regel = 0;
    std::string kolom, uitleg;  ///< kolom empty: the row as a whole
};

/// gelezen + afgekeurd = rows in the file; gelezen = nieuw + gewijzigd + gelijk + dubbel + verlopen.
struct Laadverslag {
    std::string register_;
    std::uint64_t gelezen = 0, afgekeurd = 0;
    std::uint64_t nieuw = 0, gewijzigd = 0, gelijk = 0, dubbel = 0;
    std::uint64_t verlopen = 0;   ///< ended longer ago than its register is kept: not taken
    std::uint64_t vervallen = 0;  ///< stood, and is not in a complete delivery
    std::uint64_t vergeten = 0;   ///< destroyed because their term was over
    std::uint64_t adressen = 0, adressen_gevonden = 0;  ///< of the rows that were taken
    std::vector<Afkeuring> afkeuringen;                 ///< the first ten thousand
    std::vector<std::string> ongebruikt;                ///< columns that the mapping does not name
};

/// Loads a table in ONE transaction as role `lader`. Throws Fout (`mapping-ongeldig`, `organisatie`, `register-ouder`, `register-afgekeurd`, and
/// what tabel::lees throws) or DbFout; then the register is as it was. `verslag` holds what was refused, also when it throws.
void laad(db::Pool& lader, const std::filesystem::path& mapping, const std::filesystem::path& bestand, const LaadOpties& opties, Laadverslag& verslag);

/// Destroys what is past its term, of every register of an organisation (code; empty: of all). Returns the number of rows.
std::uint64_t vergeet(db::Pool& lader, const std::string& organisatie);

// ---- showing ----

struct Gemeentegenoemd {
    GenoemdId genoemd;
    std::string rol, soort, tekst, regime;
    std::optional<std::string> sleutel;                ///< KVK number, plate or nummeraanduiding
    std::optional<registers::BedrijfId> bedrijf;       ///< when the Handelsregister knows it
    std::optional<std::string> zekerheid;              ///< of an address: how sure the tie to the BAG is
};
BOOST_DESCRIBE_STRUCT(Gemeentegenoemd, (), (genoemd, rol, soort, tekst, regime, sleutel, bedrijf, zekerheid))

struct Gemeenteverband {
    std::string soort;
    GenoemdId wie, wat;
};
BOOST_DESCRIBE_STRUCT(Gemeenteverband, (), (soort, wie, wat))

/// A row of a register as it was delivered.
struct Gemeenteregel {
    RegelId id;
    std::string register_, naam, bron;  ///< naam: of the register
    std::string titel, kenmerk;
    std::optional<Datum> van, tot;
    std::vector<Veld> velden;
    std::vector<Gemeentegenoemd> genoemd;
    std::vector<Gemeenteverband> verbanden;
    Datum gezien_van{};               ///< first delivery that showed it so
    std::optional<Datum> gezien_tot;  ///< first one that did not; absent: it stands
    Datum standdatum{};               ///< of the last delivery
};
BOOST_DESCRIBE_STRUCT(Gemeenteregel, (), (id, register_, naam, bron, titel, kenmerk, van, tot, velden, genoemd, verbanden, gezien_van, gezien_tot, standdatum))

/// Exactly one of the two.
struct Gemeenteregistervraag {
    std::optional<Tekst<16, 16>> pand;
    std::optional<registers::BedrijfId> bedrijf;
};
BOOST_DESCRIBE_STRUCT(Gemeenteregistervraag, (), (pand, bedrijf))

struct Gemeenteregels {
    int registers = 0;                      ///< how many this organisation has; 0: nothing was ever loaded
    std::vector<Gemeenteregel> resultaten;  ///< those that stand first, then the newest; at most 200
};
BOOST_DESCRIBE_STRUCT(Gemeenteregels, (), (registers, resultaten))

/// POST /v1/gemeenteregisters/_zoek
[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::gemeenteregister

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/tijd.hpp"
#include "base/voortgang.hpp"
#include "engine/bag/lezer.hpp"
#include "platform/db/db.hpp"
#include "platform/poort/poort.hpp"
#include "werk/register/adres.hpp"
#include "werk/register/bedrijf.hpp"
#include "werk/register/ophalen.hpp"
#include "werk/register/pand.hpp"
#include "werk/register/sbi.hpp"
#include "werk/register/wfs.hpp"

/// Public base data: the BAG as delivered, and looking up an address in it. No row-level security, since everybody may
/// know these rows; rights and logs stand on the routes. (`register` is a word of C++, hence the plural.)
namespace damwand::registers {

// ---- loading ----

/// A file that something was loaded from.
struct Bron {
    std::string naam;
    std::uint64_t bytes = 0;
    std::string sha256;
};
/// Name, size and SHA-256 of each file. A folder counts as its files, in order of name. `stap` is called after each MiB.
[[nodiscard]] std::vector<Bron> lees_bronnen(std::span<const std::filesystem::path> paden, const std::function<void()>& stap);

/// How far a load is.
struct Laadstand {
    std::string_view fase;      ///< Dutch, what is going on: "lezen", "adressen opbouwen"
    Stand bytes;                ///< compressed bytes read, of all
    std::uint64_t records = 0;  ///< read so far
};

struct LaadOpties {
    /// Called now and then from the reading thread; false ends the load with Fout "afgebroken", nothing changed.
    std::function<bool(const Laadstand&)> voortgang{};
    std::size_t meeste_afkeuringen = 10'000;  ///< kept in the register; all are counted
};

/// What became of the records of one type and one kind of file: gelezen = opgeslagen + afgekeurd.
struct Laadtelling {
    std::uint64_t gelezen = 0, opgeslagen = 0, afgekeurd = 0;
    std::uint64_t objecten = 0;  ///< distinct ids among the stored
};

struct Ontbrekend {
    std::string van_type, van, naar_type, naar;  ///< "NUM", 16 digits, "OPR", 16 digits
};

struct Laadverslag {
    int lading = 0;  ///< id in register.lading
    Datum standdatum{};
    bool heel_nederland = false;
    std::vector<bag::Leveringsgebied> gemeenten;
    std::array<std::array<Laadtelling, bag::aantal_objecttypen>, bag::aantal_bestandsoorten> typen{};
    Laadtelling in_onderzoek, gemeente_woonplaats, vreemd;
    std::uint64_t actueel = 0;                ///< rows that stand on the reference date
    std::uint64_t dubbel = 0;                 ///< second current voorkomens of one object, moved to the history
    std::vector<bag::Afkeuring> afkeuringen;  ///< the first `meeste_afkeuringen`
    std::vector<Ontbrekend> ontbrekend;       ///< the first hundred; after mutations of the touched objects
    std::uint64_t aantal_ontbrekend = 0;
    std::uint64_t adressen = 0, adressen_inactief = 0;  ///< in register.adres for these municipalities, after the load
    std::map<std::string, std::uint64_t> onbekend, overgeslagen;  ///< elements and files, as the reader counted them
    std::optional<Datum> mutaties_vanaf;  ///< of mutations: the day they start from
    [[nodiscard]] Laadtelling totaal() const;
};

/// Loads deliveries (zip or folder, with their Leveringsdocument) in ONE transaction as role `lader`: replaces exactly
/// the municipalities they name, keeps their former addresses as inactive, and writes the audit line. Throws Fout (see
/// bag::lees) or DbFout; then the register is as it was.
[[nodiscard]] Laadverslag laad(db::Pool& lader, std::span<const std::filesystem::path> bronnen,
                               const LaadOpties& opties = {});

struct MuteerOpties {
    std::function<bool(const Laadstand&)> voortgang{};  ///< as in LaadOpties
    bool sla_over = false;  ///< take what fits and list the rest; without it one misfit refuses the delivery
};

/// A mutation that does not follow from what the register holds.
struct Misfit {
    std::string type, identificatie;  ///< "VBO", 16 digits
    int voorkomen = 0;
    std::string bestand;
    int regel = 0;
    std::string reden;  ///< Dutch, half a sentence
};

/// `typen[stand]`: records read (`was` and `wordt` each are one). gelezen = opgeslagen + afgekeurd.
struct Muteerverslag : Laadverslag {
    Datum vanaf{};
    std::uint64_t mutaties = 0;  ///< additions, changes and removals read
    std::uint64_t elders = 0;    ///< of those: about municipalities the register does not hold
    std::uint64_t aantal_misfit = 0;
    std::vector<Misfit> misfits;  ///< the first hundred
};

/// Puts ONE delivery of mutations (zip, folder or file) in the register, in one transaction as role `lader`. Throws Fout and leaves
/// the register as it was when the delivery begins on another day than the register is of ("bag-al-verwerkt", "bag-volgorde",
/// "bag-gebied"), when a mutation does not fit or is no good ("bag-misfit", unless `sla_over`), and what bag::lees throws.
[[nodiscard]] Muteerverslag muteer(db::Pool& lader, const std::filesystem::path& bron, const MuteerOpties& opties = {});

/// An object with all its voorkomens, by id (4 digits: woonplaats), as the register holds it; nothing when it does not.
[[nodiscard]] std::optional<json::bj::value> toon_object(db::Transactie& tx, std::string_view identificatie);

// ---- areas ----

/// A file of areas of one kind and year. It replaces all of that kind and year.
struct Gebiedbestand {
    std::filesystem::path bestand;  ///< GeoJSON
    std::string soort;              ///< gemeente, wijk, buurt, bedrijventerrein, overig
    int jaar = 0;                   ///< 1900–2200
    std::optional<int> stelsel{};   ///< EPSG number of its coordinates; else what the file says, else 4326
    std::string codeveld{}, naamveld{};  ///< members that hold them; empty: the usual names of CBS
    Voortgang voortgang{};               ///< bytes; false ends with Fout "afgebroken"
};

struct Gebiedafkeuring {
    std::uint64_t nummer = 0;  ///< of the feature, 1-based
    std::string code, reden;
};

/// gelezen = opgeslagen + afgekeurd.
struct Gebiedverslag {
    int lading = 0;
    std::uint64_t gelezen = 0, opgeslagen = 0, afgekeurd = 0;
    std::vector<Gebiedafkeuring> afkeuringen;  ///< the first thousand
};

/// Loads areas in one transaction as role `lader`. Throws Fout (`geojson-ongeldig`, `gebied-leeg` when none can be used,
/// `onleesbaar`) or DbFout; then the register is as it was.
[[nodiscard]] Gebiedverslag laad_gebieden(db::Pool& lader, const Gebiedbestand& bestand);

/// POST /v1/adressen/_zoek and /_toon, GET /v1/panden/{id}, and those of bedrijf.hpp.
[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::registers

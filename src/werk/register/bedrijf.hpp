// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/json.hpp"
#include "base/tijd.hpp"
#include "engine/handelsregister/regels.hpp"
#include "platform/db/db.hpp"
#include "platform/poort/poort.hpp"

/// The Handelsregister: companies and their establishments as they were delivered, in versions, tied to the BAG. Part of the room's
/// front door (register.hpp). KVK numbers have 8 digits here, numbers of establishments 12, BAG ids 16.
namespace damwand::registers {

/// What a company is called in an URL and in the logs: register.bedrijf.
using BedrijfId = Id<struct BedrijfMerk>;

// ---- loading ----

struct BedrijvenOpties {
    Datum standdatum{};            ///< the day the files show: versions begin and end on it
    bool alles_of_niets = false;   ///< one refused record, and nothing is taken
    bool volledig = false;         ///< what is not in the files is no longer there; implies alles_of_niets
    std::function<bool(std::string_view fase, const Stand& bytes, std::uint64_t records)> voortgang{};  ///< false: Fout "afgebroken"
    std::size_t meeste_afkeuringen = 10'000;  ///< kept in the register; all are counted
};

/// What became of the records of one kind: aangeboden = nieuw + gewijzigd + gelijk + ouder + dubbel.
struct Bedrijventelling {
    std::uint64_t aangeboden = 0;
    std::uint64_t nieuw = 0, gewijzigd = 0, gelijk = 0;
    std::uint64_t ouder = 0;   ///< the register holds a later version
    std::uint64_t dubbel = 0;  ///< delivered again further on
    std::uint64_t vervallen = 0;
};

struct Bedrijvenverslag {
    int lading = 0;  ///< id in register.kvk_lading
    handelsregister::Leesverslag gelezen;  ///< of all files together
    Bedrijventelling ondernemingen, vestigingen;
    std::vector<handelsregister::Afkeuring> afkeuringen;  ///< the first `meeste_afkeuringen`
    std::map<std::string, std::uint64_t> koppeling;       ///< reason → how many establishments that stand
};

/// Loads files of the Handelsregister in ONE transaction as role `lader`. Throws Fout (`onleesbaar`, `csv-kop`, `bedrijven-afgekeurd`,
/// `laden-bezig`, `afgebroken`) or DbFout; then the register is as it was. The same files a second time change nothing.
/// `verslag` holds what was refused, also when it throws.
void laad_bedrijven(db::Pool& lader, std::span<const std::filesystem::path> bestanden, const BedrijvenOpties& opties, Bedrijvenverslag& verslag);

// ---- showing ----

struct Bedrijfsactiviteit {
    std::string code;
    std::string omschrijving;  ///< as KVK delivered it; may be empty
    int uitgave = 2008;        ///< of the SBI: 2008 or 2025
};
BOOST_DESCRIBE_STRUCT(Bedrijfsactiviteit, (), (code, omschrijving, uitgave))

/// What a code of the SBI is in the other edition, by the table of CBS (sbi.hpp).
struct SbiOmzetting {
    std::string code;
    int uitgave = 2008;              ///< of `code`: 2008 or 2025
    std::vector<std::string> codes;  ///< of the other edition, in order; never empty
};
BOOST_DESCRIBE_STRUCT(SbiOmzetting, (), (code, uitgave, codes))

/// A version of the register in words, of a company or an establishment.
struct Bedrijfsregel {
    BedrijfId bedrijf;
    std::string kvk_nummer;
    std::optional<std::string> vestigingsnummer;  ///< absent: the company itself
    std::string naam;
    std::vector<std::string> handelsnamen;
    std::optional<std::string> aanvang, einde;  ///< 2009, 2009-01 or 2009-01-31
    std::optional<int> werkzame_personen;
    std::vector<Bedrijfsactiviteit> activiteiten;  ///< the main one first
    bool afgeschermd = false;
    std::optional<std::string> adres;            ///< in one line
    std::optional<std::string> nummeraanduiding;  ///< the address in the BAG it was tied to
    std::string koppeling;                       ///< how that was done, or why not
    std::optional<std::string> zekerheid;        ///< zeker, waarschijnlijk or onzeker
    Datum van{};                ///< first seen so
    std::optional<Datum> tot;   ///< first seen otherwise; absent: as it stands
    bool hoofdvestiging = false;
};
BOOST_DESCRIBE_STRUCT(Bedrijfsregel, (), (bedrijf, kvk_nummer, vestigingsnummer, naam, handelsnamen, aanvang, einde, werkzame_personen, activiteiten, afgeschermd, adres,
                                          nummeraanduiding, koppeling, zekerheid, van, tot, hoofdvestiging))

/// Another company at an address where this one is or was.
struct Buurbedrijf {
    BedrijfId bedrijf;
    std::string naam, kvk_nummer, adres, nummeraanduiding;
    Datum van{};
    std::optional<Datum> tot;
    bool tegelijk = false;  ///< both were there at one time
};
BOOST_DESCRIBE_STRUCT(Buurbedrijf, (), (bedrijf, naam, kvk_nummer, adres, nummeraanduiding, van, tot, tegelijk))

struct Bedrijf {
    BedrijfId id;
    std::string kvk_nummer, naam;
    std::optional<std::string> statutaire_naam, rechtsvorm, rsin;
    bool natuurlijk = true;  ///< of natural persons, or not known: showing it is logged as theirs
    std::vector<Bedrijfsregel> onderneming;  ///< its versions, the newest first; none when only establishments were delivered
    std::vector<Bedrijfsregel> vestigingen;  ///< versions of all of them, those that stand first
    std::vector<SbiOmzetting> omzettingen;   ///< of the activities above, those the table knows; none when it was not loaded
    std::vector<Buurbedrijf> buren;          ///< at most 200
    std::optional<Datum> standdatum;         ///< of the last load
};
BOOST_DESCRIBE_STRUCT(Bedrijf, (), (id, kvk_nummer, naam, statutaire_naam, rechtsvorm, rsin, natuurlijk, onderneming, vestigingen, omzettingen, buren, standdatum))

/// A company that was looked for, as it is called now.
struct GevondenBedrijf {
    BedrijfId bedrijf;
    std::string kvk_nummer, naam;
    std::optional<std::string> adres;  ///< of its main establishment, in one line
    bool huidig = true;                ///< false: no longer in the register
    bool natuurlijk = true;            ///< of natural persons, or not known
};
BOOST_DESCRIBE_STRUCT(GevondenBedrijf, (), (bedrijf, kvk_nummer, naam, adres, huidig, natuurlijk))

struct BedrijvenBijAdres {
    Tekst<16, 16> nummeraanduiding;
};
BOOST_DESCRIBE_STRUCT(BedrijvenBijAdres, (), (nummeraanduiding))

struct BedrijvenInPand {
    Tekst<16, 16> pand;
};
BOOST_DESCRIBE_STRUCT(BedrijvenInPand, (), (pand))

struct OngekoppeldVraag {
    std::optional<Tekst<12, 12>> na;  ///< vestigingsnummer of the last one seen
    std::optional<Getal<1, 200>> aantal;  ///< 50 when absent
};
BOOST_DESCRIBE_STRUCT(OngekoppeldVraag, (), (na, aantal))

struct BedrijvenLijst {
    std::vector<Bedrijfsregel> resultaten;
    std::optional<Datum> standdatum;  ///< of the last load; absent: nothing was ever loaded
};
BOOST_DESCRIBE_STRUCT(BedrijvenLijst, (), (resultaten, standdatum))

/// The company with its history; throws onbekend().
[[nodiscard]] Bedrijf toon_bedrijf(db::Transactie& tx, const BedrijfId& id);

/// Companies and establishments at these addresses, now and before; those that stand first, at most 500. Ones that moved in and out are there once per stay.
[[nodiscard]] std::vector<Bedrijfsregel> bedrijven_bij_adressen(db::Transactie& tx, const std::vector<std::string>& nummeraanduidingen);

/// Establishments that stand and have no address in the BAG although they should, in order of number; for a human.
[[nodiscard]] std::vector<Bedrijfsregel> ongekoppelde_vestigingen(db::Transactie& tx, std::string_view na, int aantal);

/// A line in both logs for such a list at the command line.
void meld_ongekoppeld(db::Transactie& tx);

/// Those of these companies whose owners are natural persons: what the logs must say.
[[nodiscard]] std::vector<BedrijfId> van_natuurlijke_personen(db::Transactie& tx, std::span<const BedrijfId> bedrijven);

[[nodiscard]] std::optional<Datum> bedrijven_standdatum(db::Transactie& tx);

/// Looks up companies by a name they have or had, typed as people type them, or by the number of the company or of an establishment. Thread
/// safe. Keeps the distinct words of the names in memory and reads them again when a load was committed since.
class Bedrijfszoeker {
  public:
    Bedrijfszoeker();
    ~Bedrijfszoeker();
    Bedrijfszoeker(const Bedrijfszoeker&) = delete;
    Bedrijfszoeker& operator=(const Bedrijfszoeker&) = delete;
    /// The best first, at most `aantal`. Tells the logs nothing.
    [[nodiscard]] std::vector<GevondenBedrijf> zoek(db::Transactie& tx, std::string_view tekst, std::size_t aantal);

  private:
    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m;
};


/// GET /v1/bedrijven/{id}, POST /v1/bedrijven/_bij-adres, /_in-pand and /_ongekoppeld.
[[nodiscard]] std::vector<poort::Route> bedrijf_routes();

}  // namespace damwand::registers

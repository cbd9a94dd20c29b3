// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/tijd.hpp"
#include "engine/bag/geometrie.hpp"

/// The records of a BAG 2.0 extract, one struct per object type (IMBAGLV 2.1.0, namespace version v20200601).
/// One struct is one *voorkomen* (version) of an object. Field names are those of the standard.
namespace damwand::bag {

enum class ObjectType : std::uint8_t {
    woonplaats,
    openbare_ruimte,
    nummeraanduiding,
    verblijfsobject,
    ligplaats,
    standplaats,
    pand
};
inline constexpr std::size_t aantal_objecttypen = 7;
inline constexpr std::array<ObjectType, aantal_objecttypen> alle_objecttypen{ObjectType::woonplaats,
                                                                             ObjectType::openbare_ruimte,
                                                                             ObjectType::nummeraanduiding,
                                                                             ObjectType::verblijfsobject,
                                                                             ObjectType::ligplaats,
                                                                             ObjectType::standplaats,
                                                                             ObjectType::pand};

/// "WPL", "OPR", "NUM", "VBO", "LIG", "STA", "PND".
[[nodiscard]] std::string_view code(ObjectType type) noexcept;
/// "Woonplaats", "OpenbareRuimte", …: the element name.
[[nodiscard]] std::string_view naam(ObjectType type) noexcept;

/// A BAG identification: 16 digits (gemeentecode 4, type 2, number 10), a woonplaats 4. Fits a bigint.
/// Strong per type: a pand cannot be passed for a verblijfsobject.
template <ObjectType Type>
struct BagId {
    std::uint64_t waarde = 0;
    auto operator<=>(const BagId&) const = default;
    /// With leading zeros, as delivered.
    [[nodiscard]] std::string tekst() const {
        constexpr std::size_t cijfers = Type == ObjectType::woonplaats ? 4 : 16;
        const std::string kaal = std::to_string(waarde);
        return kaal.size() < cijfers ? std::string(cijfers - kaal.size(), '0') + kaal : kaal;
    }
    /// Checks length, digits and the type code at position 5–6.
    [[nodiscard]] static std::optional<BagId> lees(std::string_view tekst) noexcept;
};
using WoonplaatsId = BagId<ObjectType::woonplaats>;
using OpenbareRuimteId = BagId<ObjectType::openbare_ruimte>;
using NummeraanduidingId = BagId<ObjectType::nummeraanduiding>;
using VerblijfsobjectId = BagId<ObjectType::verblijfsobject>;
using LigplaatsId = BagId<ObjectType::ligplaats>;
using StandplaatsId = BagId<ObjectType::standplaats>;
using PandId = BagId<ObjectType::pand>;

/// The number behind an id text of any type; nothing when the form or the type code is wrong.
[[nodiscard]] std::optional<std::uint64_t> lees_id(ObjectType type, std::string_view tekst) noexcept;

/// CBS code of a municipality, 4 digits.
struct Gemeentecode {
    std::int16_t waarde = 0;
    auto operator<=>(const Gemeentecode&) const = default;
    [[nodiscard]] std::string tekst() const;
    [[nodiscard]] static std::optional<Gemeentecode> lees(std::string_view tekst) noexcept;
};

// ---- value lists; the number is ours and stable (store it), the name is the delivered text ----

enum class WoonplaatsStatus : std::uint8_t { aangewezen = 1, ingetrokken };
enum class NaamgevingStatus : std::uint8_t { uitgegeven = 1, ingetrokken };
enum class PlaatsStatus : std::uint8_t { aangewezen = 1, ingetrokken };
enum class VerblijfsobjectStatus : std::uint8_t {
    gevormd = 1,
    niet_gerealiseerd,
    in_gebruik_niet_ingemeten,
    in_gebruik,
    verbouwing,
    ingetrokken,
    buiten_gebruik,
    ten_onrechte_opgevoerd
};
enum class PandStatus : std::uint8_t {
    bouwvergunning_verleend = 1,
    niet_gerealiseerd,
    bouw_gestart,
    in_gebruik_niet_ingemeten,
    in_gebruik,
    verbouwing,
    sloopvergunning_verleend,
    gesloopt,
    buiten_gebruik,
    ten_onrechte_opgevoerd
};
enum class Gebruiksdoel : std::uint8_t {
    woonfunctie = 1,
    bijeenkomstfunctie,
    celfunctie,
    gezondheidszorgfunctie,
    industriefunctie,
    kantoorfunctie,
    logiesfunctie,
    onderwijsfunctie,
    sportfunctie,
    winkelfunctie,
    overige_gebruiksfunctie
};
enum class OpenbareRuimteType : std::uint8_t {
    weg = 1,
    water,
    spoorbaan,
    terrein,
    kunstwerk,
    landschappelijk_gebied,
    administratief_gebied
};
enum class AdresseerbaarObject : std::uint8_t { verblijfsobject = 1, standplaats, ligplaats };

/// The delivered text of a value: "Pand in gebruik (niet ingemeten)", "woonfunctie", "Weg".
[[nodiscard]] std::string_view naam(WoonplaatsStatus waarde) noexcept;
[[nodiscard]] std::string_view naam(NaamgevingStatus waarde) noexcept;
[[nodiscard]] std::string_view naam(PlaatsStatus waarde) noexcept;
[[nodiscard]] std::string_view naam(VerblijfsobjectStatus waarde) noexcept;
[[nodiscard]] std::string_view naam(PandStatus waarde) noexcept;
[[nodiscard]] std::string_view naam(Gebruiksdoel waarde) noexcept;
[[nodiscard]] std::string_view naam(OpenbareRuimteType waarde) noexcept;
[[nodiscard]] std::string_view naam(AdresseerbaarObject waarde) noexcept;

/// The value of a delivered text; nothing when it is not in the list. Instantiated for every enum above.
template <class Waarde>
[[nodiscard]] std::optional<Waarde> lees_waarde(std::string_view tekst) noexcept;

/// End statuses: the object no longer exists (or never did). Such a version is not current.
[[nodiscard]] constexpr bool is_eindstatus(WoonplaatsStatus s) noexcept { return s == WoonplaatsStatus::ingetrokken; }
[[nodiscard]] constexpr bool is_eindstatus(NaamgevingStatus s) noexcept { return s == NaamgevingStatus::ingetrokken; }
[[nodiscard]] constexpr bool is_eindstatus(PlaatsStatus s) noexcept { return s == PlaatsStatus::ingetrokken; }
[[nodiscard]] constexpr bool is_eindstatus(VerblijfsobjectStatus s) noexcept {
    return s == VerblijfsobjectStatus::niet_gerealiseerd || s == VerblijfsobjectStatus::ingetrokken ||
           s == VerblijfsobjectStatus::ten_onrechte_opgevoerd;
}
[[nodiscard]] constexpr bool is_eindstatus(PandStatus s) noexcept {
    return s == PandStatus::niet_gerealiseerd || s == PandStatus::gesloopt || s == PandStatus::ten_onrechte_opgevoerd;
}

// ---- what every object has ----

/// Which kind of file the record came from. Inactief and NietBag hold the same objects, but none of them is current.
enum class Bestandsoort : std::uint8_t { stand = 1, inactief, niet_bag };
inline constexpr std::size_t aantal_bestandsoorten = 3;
[[nodiscard]] std::string_view naam(Bestandsoort soort) noexcept;  ///< "stand", "inactief", "nietBag"

/// The history of one version. Dates are days; moments are delivered in Dutch local time without an offset and are
/// given here in UTC (the doubled hour in October is read as its first, summer-time pass). Milliseconds are kept.
struct Voorkomen {
    std::int32_t identificatie = 0;
    Datum begin_geldigheid{};
    std::optional<Datum> eind_geldigheid{};
    Tijdstip tijdstip_registratie{};
    std::optional<Tijdstip> eind_registratie{};
    std::optional<Tijdstip> tijdstip_inactief{};
    Tijdstip tijdstip_registratie_lv{};
    std::optional<Tijdstip> tijdstip_eind_registratie_lv{};
    std::optional<Tijdstip> tijdstip_inactief_lv{};
    std::optional<Tijdstip> tijdstip_niet_bag_lv{};
    bool operator==(const Voorkomen&) const = default;
};

/// True when this version stands on `dag`: begun, not ended on or before that day, not ended in the registration, not
/// inactive, not "niet BAG". The status must still be looked at (`is_eindstatus`).
[[nodiscard]] bool is_actueel(const Voorkomen& voorkomen, Datum dag) noexcept;

struct BagObject {
    Bestandsoort bestandsoort = Bestandsoort::stand;
    bool geconstateerd = false;
    Datum documentdatum{};
    std::string documentnummer{};  ///< at most 40 characters
    Voorkomen voorkomen;
    bool operator==(const BagObject&) const = default;
};

// ---- the seven objects ----

struct Woonplaats : BagObject {
    WoonplaatsId identificatie;
    std::string naam{};   ///< at most 80 characters
    Geometrie geometrie;  ///< polygon or several
    WoonplaatsStatus status{};
    bool operator==(const Woonplaats&) const = default;
};

struct OpenbareRuimte : BagObject {
    OpenbareRuimteId identificatie;
    std::string naam{};           ///< at most 80 characters
    std::string verkorte_naam{};  ///< at most 24 characters, often empty
    OpenbareRuimteType type{};
    NaamgevingStatus status{};
    WoonplaatsId ligt_in;
    bool operator==(const OpenbareRuimte&) const = default;
};

struct Nummeraanduiding : BagObject {
    NummeraanduidingId identificatie;
    std::int32_t huisnummer = 0;         ///< 1–99999
    std::string huisletter{};            ///< empty or one letter
    std::string huisnummertoevoeging{};  ///< empty or at most four letters and digits
    std::string postcode{};              ///< empty or 9999AA
    AdresseerbaarObject type_adresseerbaar_object{};
    NaamgevingStatus status{};
    std::optional<WoonplaatsId> ligt_in{};  ///< only when it differs from the woonplaats of the openbare ruimte
    OpenbareRuimteId ligt_aan;
    bool operator==(const Nummeraanduiding&) const = default;
};

struct AdresseerbaarBagObject : BagObject {
    NummeraanduidingId hoofdadres;
    std::vector<NummeraanduidingId> nevenadressen{};
    Geometrie geometrie;
    bool operator==(const AdresseerbaarBagObject&) const = default;
};

struct Verblijfsobject : AdresseerbaarBagObject {
    VerblijfsobjectId identificatie;
    std::vector<Gebruiksdoel> gebruiksdoelen{};  ///< at least one, in the delivered order
    std::int32_t oppervlakte = 0;                ///< m², 1–999999
    VerblijfsobjectStatus status{};
    std::vector<PandId> maakt_deel_uit_van{};  ///< at least one
    bool operator==(const Verblijfsobject&) const = default;
};

struct Ligplaats : AdresseerbaarBagObject {
    LigplaatsId identificatie;
    PlaatsStatus status{};
    bool operator==(const Ligplaats&) const = default;
};

struct Standplaats : AdresseerbaarBagObject {
    StandplaatsId identificatie;
    PlaatsStatus status{};
    bool operator==(const Standplaats&) const = default;
};

struct Pand : BagObject {
    PandId identificatie;
    Geometrie geometrie;
    std::int16_t oorspronkelijk_bouwjaar = 0;
    PandStatus status{};
    bool operator==(const Pand&) const = default;
};

// ---- beside the objects ----

/// "This attribute of that object is (or was) under investigation". From the InOnderzoek files.
struct InOnderzoek {
    ObjectType type{};
    std::uint64_t identificatie = 0;  ///< of the object, see `type`
    std::string kenmerk{};            ///< "geometrie", "oorspronkelijk bouwjaar", "heeft als hoofdadres", …
    bool in_onderzoek = false;
    Datum documentdatum{};
    std::string documentnummer{};
    Datum begin_geldigheid{};
    std::optional<Datum> eind_geldigheid{};
    Tijdstip tijdstip_registratie{};
    std::optional<Tijdstip> eind_registratie{};
    Tijdstip tijdstip_registratie_lv{};
    std::optional<Tijdstip> tijdstip_eind_registratie_lv{};
    bool operator==(const InOnderzoek&) const = default;
};

enum class RelatieStatus : std::uint8_t { voorlopig = 1, definitief };
[[nodiscard]] std::string_view naam(RelatieStatus waarde) noexcept;

/// GEM-WPL-RELATIE: which municipality a woonplaats belongs to, and when. The file is always nation-wide.
struct GemeenteWoonplaatsRelatie {
    Gemeentecode gemeente;
    WoonplaatsId woonplaats;
    Datum begindatum{};
    std::optional<Datum> einddatum{};
    RelatieStatus status{};
    bool operator==(const GemeenteWoonplaatsRelatie&) const = default;
};

/// What the delivery says about itself (Leveringsdocument, or the head of a part file when there is none).
struct Leveringsgebied {
    Gemeentecode gemeente;
    std::string naam{};  ///< empty when the delivery does not tell
    bool operator==(const Leveringsgebied&) const = default;
};
struct Levering {
    Datum standdatum{};
    bool heel_nederland = false;
    std::vector<Leveringsgebied> gemeenten{};  ///< ordered by code
    std::string schema{};                      ///< "BagvsExtractDeelbestandExtractLvc-2.1.0.xsd", or empty
    /// Of a delivery of mutations: they lead from the state of this day to that of `standdatum`.
    std::optional<Datum> mutaties_vanaf{};
    bool operator==(const Levering&) const = default;
};

// ---- mutations ----

enum class Mutatiesoort : std::uint8_t { toevoeging = 1, wijziging, verwijdering };
[[nodiscard]] std::string_view naam(Mutatiesoort soort) noexcept;

/// What the record that follows it is in a mutation message: how an object was, or what it becomes.
struct Mutatie {
    std::uint64_t nummer = 0;  ///< 1, 2, … in the order of the delivery; `was` and `wordt` of one change share it
    Mutatiesoort soort = Mutatiesoort::toevoeging;
    bool was = false;
    std::string_view bestand{};  ///< the whole way to the file; good during the call only
    int regel = 0;
};

}  // namespace damwand::bag

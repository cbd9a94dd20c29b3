// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/objecten.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace damwand::bag {

namespace {

using namespace std::string_view_literals;

// One list per enum, in the order of its numbers, which begin at 1.
template <class Waarde>
constexpr std::array<std::string_view, 0> namen{};
template <>
constexpr std::array namen<WoonplaatsStatus>{"Woonplaats aangewezen"sv, "Woonplaats ingetrokken"sv};
template <>
constexpr std::array namen<NaamgevingStatus>{"Naamgeving uitgegeven"sv, "Naamgeving ingetrokken"sv};
template <>
constexpr std::array namen<PlaatsStatus>{"Plaats aangewezen"sv, "Plaats ingetrokken"sv};
template <>
constexpr std::array namen<VerblijfsobjectStatus>{"Verblijfsobject gevormd"sv,
                                                  "Niet gerealiseerd verblijfsobject"sv,
                                                  "Verblijfsobject in gebruik (niet ingemeten)"sv,
                                                  "Verblijfsobject in gebruik"sv,
                                                  "Verbouwing verblijfsobject"sv,
                                                  "Verblijfsobject ingetrokken"sv,
                                                  "Verblijfsobject buiten gebruik"sv,
                                                  "Verblijfsobject ten onrechte opgevoerd"sv};
template <>
constexpr std::array namen<PandStatus>{
    "Bouwvergunning verleend"sv,          "Niet gerealiseerd pand"sv, "Bouw gestart"sv,
    "Pand in gebruik (niet ingemeten)"sv, "Pand in gebruik"sv,        "Verbouwing pand"sv,
    "Sloopvergunning verleend"sv,         "Pand gesloopt"sv,          "Pand buiten gebruik"sv,
    "Pand ten onrechte opgevoerd"sv};
template <>
constexpr std::array namen<Gebruiksdoel>{"woonfunctie"sv,
                                         "bijeenkomstfunctie"sv,
                                         "celfunctie"sv,
                                         "gezondheidszorgfunctie"sv,
                                         "industriefunctie"sv,
                                         "kantoorfunctie"sv,
                                         "logiesfunctie"sv,
                                         "onderwijsfunctie"sv,
                                         "sportfunctie"sv,
                                         "winkelfunctie"sv,
                                         "overige gebruiksfunctie"sv};
template <>
constexpr std::array namen<OpenbareRuimteType>{"Weg"sv,
                                               "Water"sv,
                                               "Spoorbaan"sv,
                                               "Terrein"sv,
                                               "Kunstwerk"sv,
                                               "Landschappelijk gebied"sv,
                                               "Administratief gebied"sv};
template <>
constexpr std::array namen<AdresseerbaarObject>{"Verblijfsobject"sv, "Standplaats"sv, "Ligplaats"sv};
template <>
constexpr std::array namen<RelatieStatus>{"voorlopig"sv, "definitief"sv};
template <>
constexpr std::array namen<Bestandsoort>{"stand"sv, "inactief"sv, "nietBag"sv};

template <class Waarde>
std::string_view naam_van(Waarde waarde) noexcept {
    const auto plaats = static_cast<std::size_t>(waarde) - 1;
    return plaats < namen<Waarde>.size() ? namen<Waarde>[plaats] : std::string_view{};
}

bool alleen_cijfers(std::string_view tekst) noexcept {
    return std::all_of(tekst.begin(), tekst.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::uint64_t getal(std::string_view cijfers) noexcept {
    std::uint64_t waarde = 0;
    for (const char c : cijfers) waarde = waarde * 10 + static_cast<std::uint64_t>(c - '0');
    return waarde;
}

constexpr std::array codes{"WPL"sv, "OPR"sv, "NUM"sv, "VBO"sv, "LIG"sv, "STA"sv, "PND"sv};
constexpr std::array elementnamen{
    "Woonplaats"sv, "OpenbareRuimte"sv, "Nummeraanduiding"sv, "Verblijfsobject"sv, "Ligplaats"sv, "Standplaats"sv,
    "Pand"sv};
constexpr std::array typecodes{""sv, "30"sv, "20"sv, "01"sv, "02"sv, "03"sv, "10"sv};  // NEN 3610 ids, IMBAGLV 2.1.0

/// The number in sixteen digits, eight at a time; nothing when there is anything else among them.
std::optional<std::uint64_t> zestien(const char* p) noexcept {
    static_assert(std::endian::native == std::endian::little, "the first digit is in the lowest byte");
    constexpr std::uint64_t een = 0x0101010101010101U;
    std::uint64_t uit = 0;
    for (int helft = 0; helft < 2; ++helft, p += 8) {
        std::uint64_t w = 0;
        std::memcpy(&w, p, sizeof w);
        // A digit keeps its high half at 3, also when six is added.
        if ((w & een * 0xF0U) != een * 0x30U || ((w + een * 6U) & een * 0xF0U) != een * 0x30U) return std::nullopt;
        w -= een * 0x30U;
        w = (w * 10U + (w >> 8U)) & 0x00FF00FF00FF00FFU;  // pairs
        w = (w * 100U + (w >> 16U)) & 0x0000FFFF0000FFFFU;
        w = (w * 10000U + (w >> 32U)) & 0xFFFFFFFFU;
        uit = uit * 100'000'000U + w;
    }
    return uit;
}

}  // namespace

std::string_view code(ObjectType type) noexcept { return codes[static_cast<std::size_t>(type)]; }
std::string_view naam(ObjectType type) noexcept { return elementnamen[static_cast<std::size_t>(type)]; }

std::optional<std::uint64_t> lees_id(ObjectType type, std::string_view tekst) noexcept {
    if (type != ObjectType::woonplaats) {
        const auto& code = typecodes[static_cast<std::size_t>(type)];
        if (tekst.size() != 16 || tekst[4] != code[0] || tekst[5] != code[1]) return std::nullopt;
        return zestien(tekst.data());
    }
    if (!alleen_cijfers(tekst)) return std::nullopt;
    if (tekst.size() != 4) return std::nullopt;
    return getal(tekst);
}

template <ObjectType Type>
std::optional<BagId<Type>> BagId<Type>::lees(std::string_view tekst) noexcept {
    if (const auto waarde = lees_id(Type, tekst)) return BagId{*waarde};
    return std::nullopt;
}
template struct BagId<ObjectType::woonplaats>;
template struct BagId<ObjectType::openbare_ruimte>;
template struct BagId<ObjectType::nummeraanduiding>;
template struct BagId<ObjectType::verblijfsobject>;
template struct BagId<ObjectType::ligplaats>;
template struct BagId<ObjectType::standplaats>;
template struct BagId<ObjectType::pand>;

std::string Gemeentecode::tekst() const {
    std::string kaal = std::to_string(waarde);
    return kaal.size() < 4 ? std::string(4 - kaal.size(), '0') + kaal : kaal;
}

std::optional<Gemeentecode> Gemeentecode::lees(std::string_view tekst) noexcept {
    if (tekst.size() != 4 || !alleen_cijfers(tekst)) return std::nullopt;
    return Gemeentecode{static_cast<std::int16_t>(getal(tekst))};
}

std::string_view naam(WoonplaatsStatus waarde) noexcept { return naam_van(waarde); }
std::string_view naam(NaamgevingStatus waarde) noexcept { return naam_van(waarde); }
std::string_view naam(PlaatsStatus waarde) noexcept { return naam_van(waarde); }
std::string_view naam(VerblijfsobjectStatus waarde) noexcept { return naam_van(waarde); }
std::string_view naam(PandStatus waarde) noexcept { return naam_van(waarde); }
std::string_view naam(Gebruiksdoel waarde) noexcept { return naam_van(waarde); }
std::string_view naam(OpenbareRuimteType waarde) noexcept { return naam_van(waarde); }
std::string_view naam(AdresseerbaarObject waarde) noexcept { return naam_van(waarde); }
std::string_view naam(RelatieStatus waarde) noexcept { return naam_van(waarde); }
std::string_view naam(Bestandsoort soort) noexcept { return naam_van(soort); }

template <class Waarde>
std::optional<Waarde> lees_waarde(std::string_view tekst) noexcept {
    const auto& lijst = namen<Waarde>;
    const auto* gevonden = std::find(lijst.begin(), lijst.end(), tekst);
    if (gevonden == lijst.end()) return std::nullopt;
    return static_cast<Waarde>(gevonden - lijst.begin() + 1);
}
template std::optional<WoonplaatsStatus> lees_waarde(std::string_view) noexcept;
template std::optional<NaamgevingStatus> lees_waarde(std::string_view) noexcept;
template std::optional<PlaatsStatus> lees_waarde(std::string_view) noexcept;
template std::optional<VerblijfsobjectStatus> lees_waarde(std::string_view) noexcept;
template std::optional<PandStatus> lees_waarde(std::string_view) noexcept;
template std::optional<Gebruiksdoel> lees_waarde(std::string_view) noexcept;
template std::optional<OpenbareRuimteType> lees_waarde(std::string_view) noexcept;
template std::optional<AdresseerbaarObject> lees_waarde(std::string_view) noexcept;
template std::optional<RelatieStatus> lees_waarde(std::string_view) noexcept;

std::string_view naam(Mutatiesoort soort) noexcept {
    static constexpr std::array<std::string_view, 3> namen{"toevoeging", "wijziging", "verwijdering"};
    return namen[static_cast<std::size_t>(soort) - 1];
}

bool is_actueel(const Voorkomen& v, Datum dag) noexcept {
    return v.begin_geldigheid <= dag && (!v.eind_geldigheid || *v.eind_geldigheid > dag) && !v.eind_registratie &&
           !v.tijdstip_eind_registratie_lv && !v.tijdstip_inactief && !v.tijdstip_inactief_lv &&
           !v.tijdstip_niet_bag_lv;
}

}  // namespace damwand::bag

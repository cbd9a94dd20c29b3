// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// The vocabulary of BAG 2.0 extracts: which element may stand where. Internal to the reader.
namespace damwand::bag {

/// Every element the reader knows, one entry per (namespace, local name).
enum class Element : std::uint8_t {
    geen,  ///< above the root
    onbekend,
    // documents
    bag_stand,
    bag_mutaties,
    levering,
    gwr,
    // head of a part file and of the Leveringsdocument
    bag_info,
    selectie_gegevens,
    schema_info,
    schema_naam,
    schema_versie,
    gebied_registratief,
    gebied_gem,
    gebied_nld,
    gemeente_collectie,
    gemeente,
    gemeente_identificatie,
    gemeente_naam,
    lvc_extract,
    apd_extract,
    stand_technische_datum,
    stand_peildatum,
    mut_extract,
    mutatieperiode,
    mutatiedatum_vanaf,
    mutatiedatum_tot,
    stand_bestand,
    dataset,
    inhoud,
    inhoud_gebied,
    leverings_id,
    objecttypen,
    objecttype,
    // a mutation message; in the order of Mutatiesoort
    mutatie_bericht,
    mutatie_groep,
    toevoeging,
    wijziging,
    verwijdering,
    was,
    wordt,
    // records
    stand,
    bag_object,
    kenmerk_in_onderzoek,
    woonplaats,
    openbare_ruimte,
    nummeraanduiding,
    verblijfsobject,
    ligplaats,
    standplaats,
    pand,
    // attributes
    identificatie,
    naam,
    geometrie,
    vlak,
    multivlak,
    punt,
    status,
    geconstateerd,
    documentdatum,
    documentnummer,
    voorkomen,
    type,
    ligt_in,
    ligt_aan,
    verkorte_naam,
    verkorte_naam_groep,
    verkorte_naam_tekst,
    huisnummer,
    huisletter,
    huisnummertoevoeging,
    postcode,
    type_adresseerbaar_object,
    heeft_als_hoofdadres,
    heeft_als_nevenadres,
    gebruiksdoel,
    oppervlakte,
    maakt_deel_uit_van,
    oorspronkelijk_bouwjaar,
    woonplaats_ref,
    openbare_ruimte_ref,
    nummeraanduiding_ref,
    pand_ref,
    // geometry
    polygon,
    point,
    multi_surface,
    surface_member,
    exterior,
    interior,
    linear_ring,
    pos_list,
    pos,
    // history
    historie_voorkomen,
    voorkomenidentificatie,
    begin_geldigheid,
    eind_geldigheid,
    tijdstip_registratie,
    eind_registratie,
    tijdstip_inactief,
    beschikbaar_lv,
    tijdstip_registratie_lv,
    tijdstip_eind_registratie_lv,
    tijdstip_inactief_lv,
    tijdstip_niet_bag_lv,
    historie_in_onderzoek_groep,
    historie_in_onderzoek,
    beschikbaar_lv_in_onderzoek,
    // under investigation; in the order of ObjectType
    io_woonplaats,
    io_openbare_ruimte,
    io_nummeraanduiding,
    io_verblijfsobject,
    io_ligplaats,
    io_standplaats,
    io_pand,
    io_kenmerk,
    io_id_woonplaats,
    io_id_openbare_ruimte,
    io_id_nummeraanduiding,
    io_id_verblijfsobject,
    io_id_ligplaats,
    io_id_standplaats,
    io_id_pand,
    io_in_onderzoek,
    io_documentdatum,
    io_documentnummer,
    // GEM-WPL-RELATIE
    gwr_selectie,
    gwr_product,
    gwr_collectie,
    gwr_relatie,
    gwr_tijdvak,
    gwr_begindatum,
    gwr_einddatum,
    gwr_woonplaats,
    gwr_gemeente,
    gwr_identificatie,
    gwr_status,
    aantal
};
inline constexpr std::size_t aantal_elementen = static_cast<std::size_t>(Element::aantal);

/// The element of a namespace and a local name, `onbekend` when it has none.
[[nodiscard]] Element zoek_element(std::string_view namespace_uri, std::string_view naam) noexcept;
/// What the standard says of elements, as bits: looked at for each start tag.
struct Elementtabel {
    static constexpr std::size_t woorden = (aantal_elementen + 63) / 64;
    std::array<std::array<std::uint64_t, woorden>, aantal_elementen> kinderen{};
    std::array<bool, aantal_elementen> bladen{};
    std::array<std::string_view, aantal_elementen> namen{};
};
extern const Elementtabel elementtabel;
/// May `kind` stand directly in `ouder`?
[[nodiscard]] inline bool mag_in(Element ouder, Element kind) noexcept {
    const auto k = static_cast<std::size_t>(kind);
    return (elementtabel.kinderen[static_cast<std::size_t>(ouder)][k / 64] >> (k % 64) & 1U) != 0;
}
/// Does it hold text we want?
[[nodiscard]] inline bool is_blad(Element element) noexcept { return elementtabel.bladen[static_cast<std::size_t>(element)]; }
/// The local name, for messages.
[[nodiscard]] std::string_view elementnaam(Element element) noexcept;
/// When `uri` is a namespace of ours but in another version: the version we read ("v20200601").
[[nodiscard]] std::optional<std::string_view> andere_versie(std::string_view uri) noexcept;
/// Is this the namespace of mutation messages, any version?
[[nodiscard]] bool is_mutatie(std::string_view uri) noexcept;

}  // namespace damwand::bag

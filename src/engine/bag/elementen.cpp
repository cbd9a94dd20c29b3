// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/elementen.hpp"

#include <array>
#include <initializer_list>

namespace damwand::bag {

namespace {

using E = Element;
using namespace std::string_view_literals;

enum class Ruimte : std::uint8_t { sl, ex, sel, obj, ref, his, nen, kio, gml, lev, gwb, gwp, bt, ml, mlm };

constexpr std::array ruimten{
    "http://www.kadaster.nl/schemas/standlevering-generiek/1.0"sv,
    "http://www.kadaster.nl/schemas/lvbag/extract-deelbestand-lvc/v20200601"sv,
    "http://www.kadaster.nl/schemas/lvbag/extract-selecties/v20200601"sv,
    "www.kadaster.nl/schemas/lvbag/imbag/objecten/v20200601"sv,
    "www.kadaster.nl/schemas/lvbag/imbag/objecten-ref/v20200601"sv,
    "www.kadaster.nl/schemas/lvbag/imbag/historie/v20200601"sv,
    "www.kadaster.nl/schemas/lvbag/imbag/nen5825/v20200601"sv,
    "www.kadaster.nl/schemas/lvbag/imbag/kenmerkinonderzoek/v20200601"sv,
    "http://www.opengis.net/gml/3.2"sv,
    "http://www.kadaster.nl/schemas/lvbag/extract-levering/v20200601"sv,
    "www.kadaster.nl/schemas/lvbag/gem-wpl-rel/gwr-deelbestand-lvc/v20200601"sv,
    "www.kadaster.nl/schemas/lvbag/gem-wpl-rel/gwr-producten-lvc/v20200601"sv,
    "www.kadaster.nl/schemas/lvbag/gem-wpl-rel/bag-types/v20200601"sv,
    "http://www.kadaster.nl/schemas/mutatielevering-generiek/1.0"sv,
    "http://www.kadaster.nl/schemas/lvbag/extract-deelbestand-mutaties-lvc/v20200601"sv,
};

struct Regel {
    std::string_view naam;
    E element;
    Ruimte ruimte;
    bool blad;
    std::initializer_list<E> ouders;
};

constexpr bool blad = true, tak = false;
constexpr std::initializer_list<E> alle_objecten{
    E::woonplaats, E::openbare_ruimte, E::nummeraanduiding, E::verblijfsobject, E::ligplaats, E::standplaats, E::pand};
constexpr std::initializer_list<E> alle_io{E::io_woonplaats,
                                           E::io_openbare_ruimte,
                                           E::io_nummeraanduiding,
                                           E::io_verblijfsobject,
                                           E::io_ligplaats,
                                           E::io_standplaats,
                                           E::io_pand};

/// Source: the XSDs of LVBAG 2.1.0 and the deliveries of 2020 and 2021.
constexpr Regel regels[] = {
    {"bagStand", E::bag_stand, Ruimte::ex, tak, {E::geen}},
    {"bagMutaties", E::bag_mutaties, Ruimte::mlm, tak, {E::geen}},
    {"BAG-Extract-Levering", E::levering, Ruimte::lev, tak, {E::geen}},
    {"BAG-GWR-Deelbestand-LVC", E::gwr, Ruimte::gwb, tak, {E::geen}},

    {"bagInfo", E::bag_info, Ruimte::ex, tak, {E::bag_stand}},
    {"bagInfo", E::bag_info, Ruimte::mlm, tak, {E::bag_mutaties}},
    {"SelectieGegevens", E::selectie_gegevens, Ruimte::lev, tak, {E::levering}},
    {"SchemaInfo", E::schema_info, Ruimte::lev, tak, {E::levering}},
    {"naam", E::schema_naam, Ruimte::lev, blad, {E::schema_info}},
    {"versie", E::schema_versie, Ruimte::lev, blad, {E::schema_info}},
    {"Gebied-Registratief", E::gebied_registratief, Ruimte::sel, tak, {E::bag_info, E::selectie_gegevens}},
    {"Gebied-GEM", E::gebied_gem, Ruimte::sel, tak, {E::gebied_registratief}},
    {"Gebied-NLD", E::gebied_nld, Ruimte::sel, tak, {E::gebied_registratief}},
    {"GemeenteCollectie", E::gemeente_collectie, Ruimte::sel, tak, {E::gebied_gem}},
    {"Gemeente", E::gemeente, Ruimte::sel, tak, {E::gemeente_collectie}},
    {"GemeenteIdentificatie", E::gemeente_identificatie, Ruimte::sel, blad, {E::gemeente}},
    {"GemeenteNaam", E::gemeente_naam, Ruimte::sel, blad, {E::gemeente}},
    {"LVC-Extract", E::lvc_extract, Ruimte::sel, tak, {E::bag_info, E::selectie_gegevens}},
    {"APD-Extract", E::apd_extract, Ruimte::sel, tak, {E::bag_info, E::selectie_gegevens}},
    {"StandTechnischeDatum",
     E::stand_technische_datum,
     Ruimte::sel,
     blad,
     {E::lvc_extract, E::apd_extract, E::mut_extract, E::gwr_selectie}},
    {"MUT-Extract", E::mut_extract, Ruimte::sel, tak, {E::bag_info, E::selectie_gegevens}},
    {"Mutatieperiode", E::mutatieperiode, Ruimte::sel, tak, {E::mut_extract}},
    {"MutatiedatumVanaf", E::mutatiedatum_vanaf, Ruimte::sel, blad, {E::mutatieperiode}},
    {"MutatiedatumTot", E::mutatiedatum_tot, Ruimte::sel, blad, {E::mutatieperiode}},
    {"peildatum", E::stand_peildatum, Ruimte::sel, blad, {E::apd_extract}},
    {"standBestand", E::stand_bestand, Ruimte::sl, tak, {E::bag_stand}},
    {"dataset", E::dataset, Ruimte::sl, tak, {E::stand_bestand}},
    {"inhoud", E::inhoud, Ruimte::sl, tak, {E::stand_bestand}},
    {"gebied", E::inhoud_gebied, Ruimte::sl, tak, {E::inhoud}},
    {"leveringsId", E::leverings_id, Ruimte::sl, tak, {E::inhoud}},
    {"objectTypen", E::objecttypen, Ruimte::sl, tak, {E::inhoud}},
    {"objectType", E::objecttype, Ruimte::sl, tak, {E::objecttypen}},

    // Deliveries put dataset and inhoud before the message, the XSD puts them in it.
    {"dataset", E::dataset, Ruimte::ml, tak, {E::bag_mutaties, E::mutatie_bericht}},
    {"inhoud", E::inhoud, Ruimte::ml, tak, {E::bag_mutaties, E::mutatie_bericht}},
    {"gebied", E::inhoud_gebied, Ruimte::ml, tak, {E::inhoud}},
    {"leveringsId", E::leverings_id, Ruimte::ml, tak, {E::inhoud}},
    {"objectTypen", E::objecttypen, Ruimte::ml, tak, {E::inhoud}},
    {"objectType", E::objecttype, Ruimte::ml, tak, {E::objecttypen}},
    {"mutatieBericht", E::mutatie_bericht, Ruimte::ml, tak, {E::bag_mutaties}},
    {"mutatieGroep", E::mutatie_groep, Ruimte::ml, tak, {E::mutatie_bericht}},
    {"toevoeging", E::toevoeging, Ruimte::ml, tak, {E::mutatie_groep}},
    {"wijziging", E::wijziging, Ruimte::ml, tak, {E::mutatie_groep}},
    {"verwijdering", E::verwijdering, Ruimte::ml, tak, {E::mutatie_groep}},
    {"was", E::was, Ruimte::ml, tak, {E::wijziging, E::verwijdering}},
    {"wordt", E::wordt, Ruimte::ml, tak, {E::toevoeging, E::wijziging}},
    {"bagObject", E::bag_object, Ruimte::mlm, tak, {E::was, E::wordt}},
    {"kenmerkInOnderzoek", E::kenmerk_in_onderzoek, Ruimte::mlm, tak, {E::was, E::wordt}},

    {"stand", E::stand, Ruimte::sl, tak, {E::stand_bestand}},
    {"bagObject", E::bag_object, Ruimte::ex, tak, {E::stand}},
    {"kenmerkInOnderzoek", E::kenmerk_in_onderzoek, Ruimte::ex, tak, {E::stand}},
    {"Woonplaats", E::woonplaats, Ruimte::obj, tak, {E::bag_object}},
    {"OpenbareRuimte", E::openbare_ruimte, Ruimte::obj, tak, {E::bag_object}},
    {"Nummeraanduiding", E::nummeraanduiding, Ruimte::obj, tak, {E::bag_object}},
    {"Verblijfsobject", E::verblijfsobject, Ruimte::obj, tak, {E::bag_object}},
    {"Ligplaats", E::ligplaats, Ruimte::obj, tak, {E::bag_object}},
    {"Standplaats", E::standplaats, Ruimte::obj, tak, {E::bag_object}},
    {"Pand", E::pand, Ruimte::obj, tak, {E::bag_object}},

    {"identificatie", E::identificatie, Ruimte::obj, blad, alle_objecten},
    {"naam", E::naam, Ruimte::obj, blad, {E::woonplaats, E::openbare_ruimte}},
    {"geometrie",
     E::geometrie,
     Ruimte::obj,
     tak,
     {E::woonplaats, E::verblijfsobject, E::ligplaats, E::standplaats, E::pand}},
    {"vlak", E::vlak, Ruimte::obj, tak, {E::geometrie}},
    {"multivlak", E::multivlak, Ruimte::obj, tak, {E::geometrie}},
    {"punt", E::punt, Ruimte::obj, tak, {E::geometrie}},
    {"status", E::status, Ruimte::obj, blad, alle_objecten},
    {"geconstateerd", E::geconstateerd, Ruimte::obj, blad, alle_objecten},
    {"documentdatum", E::documentdatum, Ruimte::obj, blad, alle_objecten},
    {"documentnummer", E::documentnummer, Ruimte::obj, blad, alle_objecten},
    {"voorkomen", E::voorkomen, Ruimte::obj, tak, alle_objecten},
    {"type", E::type, Ruimte::obj, blad, {E::openbare_ruimte}},
    {"ligtIn", E::ligt_in, Ruimte::obj, tak, {E::openbare_ruimte, E::nummeraanduiding}},
    {"ligtAan", E::ligt_aan, Ruimte::obj, tak, {E::nummeraanduiding}},
    {"verkorteNaam", E::verkorte_naam, Ruimte::obj, tak, {E::openbare_ruimte}},
    {"VerkorteNaamOpenbareRuimte", E::verkorte_naam_groep, Ruimte::nen, tak, {E::verkorte_naam}},
    {"verkorteNaam", E::verkorte_naam_tekst, Ruimte::nen, blad, {E::verkorte_naam_groep}},
    {"huisnummer", E::huisnummer, Ruimte::obj, blad, {E::nummeraanduiding}},
    {"huisletter", E::huisletter, Ruimte::obj, blad, {E::nummeraanduiding}},
    {"huisnummertoevoeging", E::huisnummertoevoeging, Ruimte::obj, blad, {E::nummeraanduiding}},
    {"postcode", E::postcode, Ruimte::obj, blad, {E::nummeraanduiding}},
    {"typeAdresseerbaarObject", E::type_adresseerbaar_object, Ruimte::obj, blad, {E::nummeraanduiding}},
    {"heeftAlsHoofdadres",
     E::heeft_als_hoofdadres,
     Ruimte::obj,
     tak,
     {E::verblijfsobject, E::ligplaats, E::standplaats}},
    {"heeftAlsNevenadres",
     E::heeft_als_nevenadres,
     Ruimte::obj,
     tak,
     {E::verblijfsobject, E::ligplaats, E::standplaats}},
    {"gebruiksdoel", E::gebruiksdoel, Ruimte::obj, blad, {E::verblijfsobject}},
    {"oppervlakte", E::oppervlakte, Ruimte::obj, blad, {E::verblijfsobject}},
    {"maaktDeelUitVan", E::maakt_deel_uit_van, Ruimte::obj, tak, {E::verblijfsobject}},
    {"oorspronkelijkBouwjaar", E::oorspronkelijk_bouwjaar, Ruimte::obj, blad, {E::pand}},
    {"WoonplaatsRef", E::woonplaats_ref, Ruimte::ref, blad, {E::ligt_in}},
    {"OpenbareRuimteRef", E::openbare_ruimte_ref, Ruimte::ref, blad, {E::ligt_aan}},
    {"NummeraanduidingRef",
     E::nummeraanduiding_ref,
     Ruimte::ref,
     blad,
     {E::heeft_als_hoofdadres, E::heeft_als_nevenadres}},
    {"PandRef", E::pand_ref, Ruimte::ref, blad, {E::maakt_deel_uit_van}},

    {"Polygon", E::polygon, Ruimte::gml, tak, {E::geometrie, E::vlak, E::surface_member}},
    {"Point", E::point, Ruimte::gml, tak, {E::punt}},
    {"MultiSurface", E::multi_surface, Ruimte::gml, tak, {E::multivlak}},
    {"surfaceMember", E::surface_member, Ruimte::gml, tak, {E::multi_surface}},
    {"exterior", E::exterior, Ruimte::gml, tak, {E::polygon}},
    {"interior", E::interior, Ruimte::gml, tak, {E::polygon}},
    {"LinearRing", E::linear_ring, Ruimte::gml, tak, {E::exterior, E::interior}},
    {"posList", E::pos_list, Ruimte::gml, blad, {E::linear_ring}},
    {"pos", E::pos, Ruimte::gml, blad, {E::point}},

    {"Voorkomen", E::historie_voorkomen, Ruimte::his, tak, {E::voorkomen}},
    {"voorkomenidentificatie", E::voorkomenidentificatie, Ruimte::his, blad, {E::historie_voorkomen}},
    {"beginGeldigheid", E::begin_geldigheid, Ruimte::his, blad, {E::historie_voorkomen, E::historie_in_onderzoek}},
    {"eindGeldigheid", E::eind_geldigheid, Ruimte::his, blad, {E::historie_voorkomen, E::historie_in_onderzoek}},
    {"tijdstipRegistratie",
     E::tijdstip_registratie,
     Ruimte::his,
     blad,
     {E::historie_voorkomen, E::historie_in_onderzoek}},
    {"eindRegistratie", E::eind_registratie, Ruimte::his, blad, {E::historie_voorkomen, E::historie_in_onderzoek}},
    {"tijdstipInactief", E::tijdstip_inactief, Ruimte::his, blad, {E::historie_voorkomen}},
    {"BeschikbaarLV", E::beschikbaar_lv, Ruimte::his, tak, {E::historie_voorkomen}},
    {"tijdstipRegistratieLV",
     E::tijdstip_registratie_lv,
     Ruimte::his,
     blad,
     {E::beschikbaar_lv, E::beschikbaar_lv_in_onderzoek}},
    {"tijdstipEindRegistratieLV",
     E::tijdstip_eind_registratie_lv,
     Ruimte::his,
     blad,
     {E::beschikbaar_lv, E::beschikbaar_lv_in_onderzoek}},
    {"tijdstipInactiefLV", E::tijdstip_inactief_lv, Ruimte::his, blad, {E::beschikbaar_lv}},
    {"tijdstipNietBagLV", E::tijdstip_niet_bag_lv, Ruimte::his, blad, {E::beschikbaar_lv}},

    {"historieInOnderzoek", E::historie_in_onderzoek_groep, Ruimte::kio, tak, alle_io},
    {"HistorieInOnderzoek", E::historie_in_onderzoek, Ruimte::his, tak, {E::historie_in_onderzoek_groep}},
    {"BeschikbaarLVInOnderzoek", E::beschikbaar_lv_in_onderzoek, Ruimte::his, tak, {E::historie_in_onderzoek}},
    {"KenmerkWoonplaatsInOnderzoek", E::io_woonplaats, Ruimte::kio, tak, {E::kenmerk_in_onderzoek}},
    {"KenmerkOpenbareruimteInOnderzoek", E::io_openbare_ruimte, Ruimte::kio, tak, {E::kenmerk_in_onderzoek}},
    {"KenmerkNummeraanduidingInOnderzoek", E::io_nummeraanduiding, Ruimte::kio, tak, {E::kenmerk_in_onderzoek}},
    {"KenmerkVerblijfsobjectInOnderzoek", E::io_verblijfsobject, Ruimte::kio, tak, {E::kenmerk_in_onderzoek}},
    {"KenmerkLigplaatsInOnderzoek", E::io_ligplaats, Ruimte::kio, tak, {E::kenmerk_in_onderzoek}},
    {"KenmerkStandplaatsInOnderzoek", E::io_standplaats, Ruimte::kio, tak, {E::kenmerk_in_onderzoek}},
    {"KenmerkPandInOnderzoek", E::io_pand, Ruimte::kio, tak, {E::kenmerk_in_onderzoek}},
    {"kenmerk", E::io_kenmerk, Ruimte::kio, blad, alle_io},
    {"identificatieVanWoonplaats", E::io_id_woonplaats, Ruimte::kio, blad, {E::io_woonplaats}},
    {"identificatieVanOpenbareruimte", E::io_id_openbare_ruimte, Ruimte::kio, blad, {E::io_openbare_ruimte}},
    {"identificatieVanNummeraanduiding", E::io_id_nummeraanduiding, Ruimte::kio, blad, {E::io_nummeraanduiding}},
    {"identificatieVanVerblijfsobject", E::io_id_verblijfsobject, Ruimte::kio, blad, {E::io_verblijfsobject}},
    {"identificatieVanLigplaats", E::io_id_ligplaats, Ruimte::kio, blad, {E::io_ligplaats}},
    {"identificatieVanStandplaats", E::io_id_standplaats, Ruimte::kio, blad, {E::io_standplaats}},
    {"identificatieVanPand", E::io_id_pand, Ruimte::kio, blad, {E::io_pand}},
    {"inOnderzoek", E::io_in_onderzoek, Ruimte::kio, blad, alle_io},
    {"documentdatum", E::io_documentdatum, Ruimte::kio, blad, alle_io},
    {"documentnummer", E::io_documentnummer, Ruimte::kio, blad, alle_io},

    {"SelectieGegevens", E::gwr_selectie, Ruimte::gwb, tak, {E::gwr}},
    {"Product", E::gwr_product, Ruimte::gwb, tak, {E::gwr}},
    {"GemeenteWoonplaatsRelatieProduct", E::gwr_collectie, Ruimte::gwp, tak, {E::gwr_product}},
    {"GemeenteWoonplaatsRelatie", E::gwr_relatie, Ruimte::gwp, tak, {E::gwr_collectie}},
    {"tijdvakgeldigheid", E::gwr_tijdvak, Ruimte::gwp, tak, {E::gwr_relatie}},
    {"begindatumTijdvakGeldigheid", E::gwr_begindatum, Ruimte::bt, blad, {E::gwr_tijdvak}},
    {"einddatumTijdvakGeldigheid", E::gwr_einddatum, Ruimte::bt, blad, {E::gwr_tijdvak}},
    {"gerelateerdeWoonplaats", E::gwr_woonplaats, Ruimte::gwp, tak, {E::gwr_relatie}},
    {"gerelateerdeGemeente", E::gwr_gemeente, Ruimte::gwp, tak, {E::gwr_relatie}},
    {"identificatie", E::gwr_identificatie, Ruimte::gwp, blad, {E::gwr_woonplaats, E::gwr_gemeente}},
    {"status", E::gwr_status, Ruimte::gwp, blad, {E::gwr_relatie}},
};

/// The rules, turned into tables that the parser can index.
constexpr Elementtabel maak_tabel() {
    Elementtabel uit;
    for (const auto& regel : regels) {
        const auto nummer = static_cast<std::size_t>(regel.element);
        uit.namen[nummer] = regel.naam;
        uit.bladen[nummer] = regel.blad;
        for (const E ouder : regel.ouders) uit.kinderen[static_cast<std::size_t>(ouder)][nummer / 64] |= std::uint64_t{1} << (nummer % 64);
    }
    return uit;
}

/// Without the last path segment, which is the version.
std::string_view zonder_versie(std::string_view uri) noexcept {
    const auto streep = uri.rfind('/');
    return streep == std::string_view::npos ? std::string_view{} : uri.substr(0, streep);
}

}  // namespace

constinit const Elementtabel elementtabel = maak_tabel();

Element zoek_element(std::string_view namespace_uri, std::string_view naam) noexcept {
    for (const auto& regel : regels) {
        if (regel.naam == naam && ruimten[static_cast<std::size_t>(regel.ruimte)] == namespace_uri)
            return regel.element;
    }
    return Element::onbekend;
}

std::string_view elementnaam(Element element) noexcept { return elementtabel.namen[static_cast<std::size_t>(element)]; }

std::optional<std::string_view> andere_versie(std::string_view uri) noexcept {
    const auto stam = zonder_versie(uri);
    if (stam.find("kadaster.nl") == std::string_view::npos) return std::nullopt;
    for (const auto ruimte : ruimten) {
        if (ruimte != uri && zonder_versie(ruimte) == stam) return ruimte.substr(ruimte.rfind('/') + 1);
    }
    return std::nullopt;
}

bool is_mutatie(std::string_view uri) noexcept {
    return uri.find("kadaster.nl/schemas/") != std::string_view::npos &&
           (uri.find("mutaties") != std::string_view::npos || uri.find("mutatielevering") != std::string_view::npos);
}

}  // namespace damwand::bag

// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/elementen.hpp"

#include <array>
#include <bitset>
#include <initializer_list>

namespace damwand::bag {

namespace {

using E = Element;
using namespace std::string_view_literals;

enum class Ruimte : std::uint8_t { sl, ex, sel, obj, ref, his, nen, kio, gml, lev, gwb, gwp, bt };

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
};

struct Regel {
    E element;
    Ruimte ruimte;
    std::string_view naam;
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
    {E::bag_stand, Ruimte::ex, "bagStand", tak, {E::geen}},
    {E::levering, Ruimte::lev, "BAG-Extract-Levering", tak, {E::geen}},
    {E::gwr, Ruimte::gwb, "BAG-GWR-Deelbestand-LVC", tak, {E::geen}},

    {E::bag_info, Ruimte::ex, "bagInfo", tak, {E::bag_stand}},
    {E::selectie_gegevens, Ruimte::lev, "SelectieGegevens", tak, {E::levering}},
    {E::schema_info, Ruimte::lev, "SchemaInfo", tak, {E::levering}},
    {E::schema_naam, Ruimte::lev, "naam", blad, {E::schema_info}},
    {E::schema_versie, Ruimte::lev, "versie", blad, {E::schema_info}},
    {E::gebied_registratief, Ruimte::sel, "Gebied-Registratief", tak, {E::bag_info, E::selectie_gegevens}},
    {E::gebied_gem, Ruimte::sel, "Gebied-GEM", tak, {E::gebied_registratief}},
    {E::gebied_nld, Ruimte::sel, "Gebied-NLD", tak, {E::gebied_registratief}},
    {E::gemeente_collectie, Ruimte::sel, "GemeenteCollectie", tak, {E::gebied_gem}},
    {E::gemeente, Ruimte::sel, "Gemeente", tak, {E::gemeente_collectie}},
    {E::gemeente_identificatie, Ruimte::sel, "GemeenteIdentificatie", blad, {E::gemeente}},
    {E::gemeente_naam, Ruimte::sel, "GemeenteNaam", blad, {E::gemeente}},
    {E::lvc_extract, Ruimte::sel, "LVC-Extract", tak, {E::bag_info, E::selectie_gegevens}},
    {E::apd_extract, Ruimte::sel, "APD-Extract", tak, {E::bag_info, E::selectie_gegevens}},
    {E::stand_technische_datum,
     Ruimte::sel,
     "StandTechnischeDatum",
     blad,
     {E::lvc_extract, E::apd_extract, E::gwr_selectie}},
    {E::stand_peildatum, Ruimte::sel, "peildatum", blad, {E::apd_extract}},
    {E::stand_bestand, Ruimte::sl, "standBestand", tak, {E::bag_stand}},
    {E::dataset, Ruimte::sl, "dataset", tak, {E::stand_bestand}},
    {E::inhoud, Ruimte::sl, "inhoud", tak, {E::stand_bestand}},
    {E::inhoud_gebied, Ruimte::sl, "gebied", tak, {E::inhoud}},
    {E::leverings_id, Ruimte::sl, "leveringsId", tak, {E::inhoud}},
    {E::objecttypen, Ruimte::sl, "objectTypen", tak, {E::inhoud}},
    {E::objecttype, Ruimte::sl, "objectType", tak, {E::objecttypen}},

    {E::stand, Ruimte::sl, "stand", tak, {E::stand_bestand}},
    {E::bag_object, Ruimte::ex, "bagObject", tak, {E::stand}},
    {E::kenmerk_in_onderzoek, Ruimte::ex, "kenmerkInOnderzoek", tak, {E::stand}},
    {E::woonplaats, Ruimte::obj, "Woonplaats", tak, {E::bag_object}},
    {E::openbare_ruimte, Ruimte::obj, "OpenbareRuimte", tak, {E::bag_object}},
    {E::nummeraanduiding, Ruimte::obj, "Nummeraanduiding", tak, {E::bag_object}},
    {E::verblijfsobject, Ruimte::obj, "Verblijfsobject", tak, {E::bag_object}},
    {E::ligplaats, Ruimte::obj, "Ligplaats", tak, {E::bag_object}},
    {E::standplaats, Ruimte::obj, "Standplaats", tak, {E::bag_object}},
    {E::pand, Ruimte::obj, "Pand", tak, {E::bag_object}},

    {E::identificatie, Ruimte::obj, "identificatie", blad, alle_objecten},
    {E::naam, Ruimte::obj, "naam", blad, {E::woonplaats, E::openbare_ruimte}},
    {E::geometrie,
     Ruimte::obj,
     "geometrie",
     tak,
     {E::woonplaats, E::verblijfsobject, E::ligplaats, E::standplaats, E::pand}},
    {E::vlak, Ruimte::obj, "vlak", tak, {E::geometrie}},
    {E::multivlak, Ruimte::obj, "multivlak", tak, {E::geometrie}},
    {E::punt, Ruimte::obj, "punt", tak, {E::geometrie}},
    {E::status, Ruimte::obj, "status", blad, alle_objecten},
    {E::geconstateerd, Ruimte::obj, "geconstateerd", blad, alle_objecten},
    {E::documentdatum, Ruimte::obj, "documentdatum", blad, alle_objecten},
    {E::documentnummer, Ruimte::obj, "documentnummer", blad, alle_objecten},
    {E::voorkomen, Ruimte::obj, "voorkomen", tak, alle_objecten},
    {E::type, Ruimte::obj, "type", blad, {E::openbare_ruimte}},
    {E::ligt_in, Ruimte::obj, "ligtIn", tak, {E::openbare_ruimte, E::nummeraanduiding}},
    {E::ligt_aan, Ruimte::obj, "ligtAan", tak, {E::nummeraanduiding}},
    {E::verkorte_naam, Ruimte::obj, "verkorteNaam", tak, {E::openbare_ruimte}},
    {E::verkorte_naam_groep, Ruimte::nen, "VerkorteNaamOpenbareRuimte", tak, {E::verkorte_naam}},
    {E::verkorte_naam_tekst, Ruimte::nen, "verkorteNaam", blad, {E::verkorte_naam_groep}},
    {E::huisnummer, Ruimte::obj, "huisnummer", blad, {E::nummeraanduiding}},
    {E::huisletter, Ruimte::obj, "huisletter", blad, {E::nummeraanduiding}},
    {E::huisnummertoevoeging, Ruimte::obj, "huisnummertoevoeging", blad, {E::nummeraanduiding}},
    {E::postcode, Ruimte::obj, "postcode", blad, {E::nummeraanduiding}},
    {E::type_adresseerbaar_object, Ruimte::obj, "typeAdresseerbaarObject", blad, {E::nummeraanduiding}},
    {E::heeft_als_hoofdadres,
     Ruimte::obj,
     "heeftAlsHoofdadres",
     tak,
     {E::verblijfsobject, E::ligplaats, E::standplaats}},
    {E::heeft_als_nevenadres,
     Ruimte::obj,
     "heeftAlsNevenadres",
     tak,
     {E::verblijfsobject, E::ligplaats, E::standplaats}},
    {E::gebruiksdoel, Ruimte::obj, "gebruiksdoel", blad, {E::verblijfsobject}},
    {E::oppervlakte, Ruimte::obj, "oppervlakte", blad, {E::verblijfsobject}},
    {E::maakt_deel_uit_van, Ruimte::obj, "maaktDeelUitVan", tak, {E::verblijfsobject}},
    {E::oorspronkelijk_bouwjaar, Ruimte::obj, "oorspronkelijkBouwjaar", blad, {E::pand}},
    {E::woonplaats_ref, Ruimte::ref, "WoonplaatsRef", blad, {E::ligt_in}},
    {E::openbare_ruimte_ref, Ruimte::ref, "OpenbareRuimteRef", blad, {E::ligt_aan}},
    {E::nummeraanduiding_ref,
     Ruimte::ref,
     "NummeraanduidingRef",
     blad,
     {E::heeft_als_hoofdadres, E::heeft_als_nevenadres}},
    {E::pand_ref, Ruimte::ref, "PandRef", blad, {E::maakt_deel_uit_van}},

    {E::polygon, Ruimte::gml, "Polygon", tak, {E::geometrie, E::vlak, E::surface_member}},
    {E::point, Ruimte::gml, "Point", tak, {E::punt}},
    {E::multi_surface, Ruimte::gml, "MultiSurface", tak, {E::multivlak}},
    {E::surface_member, Ruimte::gml, "surfaceMember", tak, {E::multi_surface}},
    {E::exterior, Ruimte::gml, "exterior", tak, {E::polygon}},
    {E::interior, Ruimte::gml, "interior", tak, {E::polygon}},
    {E::linear_ring, Ruimte::gml, "LinearRing", tak, {E::exterior, E::interior}},
    {E::pos_list, Ruimte::gml, "posList", blad, {E::linear_ring}},
    {E::pos, Ruimte::gml, "pos", blad, {E::point}},

    {E::historie_voorkomen, Ruimte::his, "Voorkomen", tak, {E::voorkomen}},
    {E::voorkomenidentificatie, Ruimte::his, "voorkomenidentificatie", blad, {E::historie_voorkomen}},
    {E::begin_geldigheid, Ruimte::his, "beginGeldigheid", blad, {E::historie_voorkomen, E::historie_in_onderzoek}},
    {E::eind_geldigheid, Ruimte::his, "eindGeldigheid", blad, {E::historie_voorkomen, E::historie_in_onderzoek}},
    {E::tijdstip_registratie,
     Ruimte::his,
     "tijdstipRegistratie",
     blad,
     {E::historie_voorkomen, E::historie_in_onderzoek}},
    {E::eind_registratie, Ruimte::his, "eindRegistratie", blad, {E::historie_voorkomen, E::historie_in_onderzoek}},
    {E::tijdstip_inactief, Ruimte::his, "tijdstipInactief", blad, {E::historie_voorkomen}},
    {E::beschikbaar_lv, Ruimte::his, "BeschikbaarLV", tak, {E::historie_voorkomen}},
    {E::tijdstip_registratie_lv,
     Ruimte::his,
     "tijdstipRegistratieLV",
     blad,
     {E::beschikbaar_lv, E::beschikbaar_lv_in_onderzoek}},
    {E::tijdstip_eind_registratie_lv,
     Ruimte::his,
     "tijdstipEindRegistratieLV",
     blad,
     {E::beschikbaar_lv, E::beschikbaar_lv_in_onderzoek}},
    {E::tijdstip_inactief_lv, Ruimte::his, "tijdstipInactiefLV", blad, {E::beschikbaar_lv}},
    {E::tijdstip_niet_bag_lv, Ruimte::his, "tijdstipNietBagLV", blad, {E::beschikbaar_lv}},

    {E::historie_in_onderzoek_groep, Ruimte::kio, "historieInOnderzoek", tak, alle_io},
    {E::historie_in_onderzoek, Ruimte::his, "HistorieInOnderzoek", tak, {E::historie_in_onderzoek_groep}},
    {E::beschikbaar_lv_in_onderzoek, Ruimte::his, "BeschikbaarLVInOnderzoek", tak, {E::historie_in_onderzoek}},
    {E::io_woonplaats, Ruimte::kio, "KenmerkWoonplaatsInOnderzoek", tak, {E::kenmerk_in_onderzoek}},
    {E::io_openbare_ruimte, Ruimte::kio, "KenmerkOpenbareruimteInOnderzoek", tak, {E::kenmerk_in_onderzoek}},
    {E::io_nummeraanduiding, Ruimte::kio, "KenmerkNummeraanduidingInOnderzoek", tak, {E::kenmerk_in_onderzoek}},
    {E::io_verblijfsobject, Ruimte::kio, "KenmerkVerblijfsobjectInOnderzoek", tak, {E::kenmerk_in_onderzoek}},
    {E::io_ligplaats, Ruimte::kio, "KenmerkLigplaatsInOnderzoek", tak, {E::kenmerk_in_onderzoek}},
    {E::io_standplaats, Ruimte::kio, "KenmerkStandplaatsInOnderzoek", tak, {E::kenmerk_in_onderzoek}},
    {E::io_pand, Ruimte::kio, "KenmerkPandInOnderzoek", tak, {E::kenmerk_in_onderzoek}},
    {E::io_kenmerk, Ruimte::kio, "kenmerk", blad, alle_io},
    {E::io_id_woonplaats, Ruimte::kio, "identificatieVanWoonplaats", blad, {E::io_woonplaats}},
    {E::io_id_openbare_ruimte, Ruimte::kio, "identificatieVanOpenbareruimte", blad, {E::io_openbare_ruimte}},
    {E::io_id_nummeraanduiding, Ruimte::kio, "identificatieVanNummeraanduiding", blad, {E::io_nummeraanduiding}},
    {E::io_id_verblijfsobject, Ruimte::kio, "identificatieVanVerblijfsobject", blad, {E::io_verblijfsobject}},
    {E::io_id_ligplaats, Ruimte::kio, "identificatieVanLigplaats", blad, {E::io_ligplaats}},
    {E::io_id_standplaats, Ruimte::kio, "identificatieVanStandplaats", blad, {E::io_standplaats}},
    {E::io_id_pand, Ruimte::kio, "identificatieVanPand", blad, {E::io_pand}},
    {E::io_in_onderzoek, Ruimte::kio, "inOnderzoek", blad, alle_io},
    {E::io_documentdatum, Ruimte::kio, "documentdatum", blad, alle_io},
    {E::io_documentnummer, Ruimte::kio, "documentnummer", blad, alle_io},

    {E::gwr_selectie, Ruimte::gwb, "SelectieGegevens", tak, {E::gwr}},
    {E::gwr_product, Ruimte::gwb, "Product", tak, {E::gwr}},
    {E::gwr_collectie, Ruimte::gwp, "GemeenteWoonplaatsRelatieProduct", tak, {E::gwr_product}},
    {E::gwr_relatie, Ruimte::gwp, "GemeenteWoonplaatsRelatie", tak, {E::gwr_collectie}},
    {E::gwr_tijdvak, Ruimte::gwp, "tijdvakgeldigheid", tak, {E::gwr_relatie}},
    {E::gwr_begindatum, Ruimte::bt, "begindatumTijdvakGeldigheid", blad, {E::gwr_tijdvak}},
    {E::gwr_einddatum, Ruimte::bt, "einddatumTijdvakGeldigheid", blad, {E::gwr_tijdvak}},
    {E::gwr_woonplaats, Ruimte::gwp, "gerelateerdeWoonplaats", tak, {E::gwr_relatie}},
    {E::gwr_gemeente, Ruimte::gwp, "gerelateerdeGemeente", tak, {E::gwr_relatie}},
    {E::gwr_identificatie, Ruimte::gwp, "identificatie", blad, {E::gwr_woonplaats, E::gwr_gemeente}},
    {E::gwr_status, Ruimte::gwp, "status", blad, {E::gwr_relatie}},
};

/// The rules, turned into tables that the parser can index.
struct Woordenboek {
    std::array<std::bitset<aantal_elementen>, aantal_elementen> kinderen;
    std::bitset<aantal_elementen> bladen;
    std::array<std::string_view, aantal_elementen> namen;

    Woordenboek() {
        for (const auto& regel : regels) {
            const auto nummer = static_cast<std::size_t>(regel.element);
            namen[nummer] = regel.naam;
            bladen[nummer] = regel.blad;
            for (const E ouder : regel.ouders) kinderen[static_cast<std::size_t>(ouder)].set(nummer);
        }
    }
};

const Woordenboek& woordenboek() {
    static const Woordenboek boek;
    return boek;
}

/// Without the last path segment, which is the version.
std::string_view zonder_versie(std::string_view uri) noexcept {
    const auto streep = uri.rfind('/');
    return streep == std::string_view::npos ? std::string_view{} : uri.substr(0, streep);
}

}  // namespace

Element zoek_element(std::string_view namespace_uri, std::string_view naam) noexcept {
    for (const auto& regel : regels) {
        if (regel.naam == naam && ruimten[static_cast<std::size_t>(regel.ruimte)] == namespace_uri)
            return regel.element;
    }
    return Element::onbekend;
}

bool mag_in(Element ouder, Element kind) noexcept {
    return woordenboek().kinderen[static_cast<std::size_t>(ouder)][static_cast<std::size_t>(kind)];
}

bool is_blad(Element element) noexcept { return woordenboek().bladen[static_cast<std::size_t>(element)]; }

std::string_view elementnaam(Element element) noexcept {
    return woordenboek().namen[static_cast<std::size_t>(element)];
}

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

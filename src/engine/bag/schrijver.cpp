// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/schrijver.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <iterator>

namespace damwand::bag {

namespace {

using namespace std::chrono;

/// Text between tags; everything else of the file is ours.
std::string ontsnap(std::string_view tekst) {
    std::string uit;
    uit.reserve(tekst.size());
    for (const char c : tekst) {
        switch (c) {
            case '&':
                uit += "&amp;";
                break;
            case '<':
                uit += "&lt;";
                break;
            case '>':
                uit += "&gt;";
                break;
            default:
                uit += c;
        }
    }
    return uit;
}

void element(std::string& uit, std::string_view naam, std::string_view tekst) {
    fmt::format_to(std::back_inserter(uit), "<{0}>{1}</{0}>", naam, tekst);
}

/// UTC to Dutch local time without an offset, to the millisecond: the inverse of the reader.
std::string plaatselijk(Tijdstip tijdstip) {
    const auto jaar = Datum{floor<days>(tijdstip)}.year();
    const auto begin = sys_days{jaar / March / Sunday[last]} + hours{1};
    const auto einde = sys_days{jaar / October / Sunday[last]} + hours{1};
    const auto hier = tijdstip + hours{tijdstip >= begin && tijdstip < einde ? 2 : 1};
    const auto dag = floor<days>(hier);
    const hh_mm_ss tijd{floor<milliseconds>(hier - dag)};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}", tekst(Datum{dag}), tijd.hours().count(), tijd.minutes().count(),
                       tijd.seconds().count(), tijd.subseconds().count());
}

void datum(std::string& uit, std::string_view naam, const std::optional<Datum>& waarde) {
    if (waarde) element(uit, naam, tekst(*waarde));
}

void tijdstip(std::string& uit, std::string_view naam, const std::optional<Tijdstip>& waarde) {
    if (waarde) element(uit, naam, plaatselijk(*waarde));
}

void verwijzing(std::string& uit, std::string_view naam, std::string_view domein, std::string_view id) {
    fmt::format_to(std::back_inserter(uit), "<Objecten-ref:{0}Ref domein=\"NL.IMBAG.{1}\">{2}</Objecten-ref:{0}Ref>",
                   naam, domein, id);
}

/// Metres with one to three decimals, as delivered: 132743.9, 481800.107, 131009.0.
void meters(std::string& uit, std::int32_t mm) {
    if (mm < 0) uit += '-';
    const auto waarde = std::abs(static_cast<std::int64_t>(mm));
    auto rest = waarde % 1000;
    fmt::format_to(std::back_inserter(uit), "{}.", waarde / 1000);
    if (rest % 100 == 0)
        fmt::format_to(std::back_inserter(uit), "{}", rest / 100);
    else if (rest % 10 == 0)
        fmt::format_to(std::back_inserter(uit), "{:02}", rest / 10);
    else
        fmt::format_to(std::back_inserter(uit), "{:03}", rest);
}

void positie(std::string& uit, RdPunt punt, int dimensie) {
    meters(uit, punt.x_mm);
    uit += ' ';
    meters(uit, punt.y_mm);
    if (dimensie == 3) uit += " 0.0";
}

void vlak(std::string& uit, const Geometrie& g, std::size_t welk, int dimensie) {
    fmt::format_to(std::back_inserter(uit),
                   "<gml:Polygon srsName=\"urn:ogc:def:crs:EPSG::28992\" srsDimension=\"{}\">\n", dimensie);
    const std::size_t eerste = welk == 0 ? 0 : g.vlak_einde[welk - 1];
    std::size_t punt = eerste == 0 ? 0 : g.ring_einde[eerste - 1];
    for (std::size_t ring = eerste; ring < g.vlak_einde[welk]; ++ring) {
        const std::string_view soort = ring == eerste ? "exterior" : "interior";
        fmt::format_to(std::back_inserter(uit), "  <gml:{}>\n    <gml:LinearRing>\n      <gml:posList count=\"{}\">",
                       soort, g.ring_einde[ring] - punt);
        for (const std::size_t van = punt; punt < g.ring_einde[ring]; ++punt) {
            if (punt != van) uit += ' ';
            positie(uit, g.punten[punt], dimensie);
        }
        fmt::format_to(std::back_inserter(uit), "</gml:posList>\n    </gml:LinearRing>\n  </gml:{}>\n", soort);
    }
    uit += "</gml:Polygon>";
}

void geometrie(std::string& uit, const Geometrie& g, int dimensie) {
    switch (g.soort) {
        case GeometrieSoort::leeg:
            return;
        case GeometrieSoort::punt:
            uit += "<gml:Point srsName=\"urn:ogc:def:crs:EPSG::28992\" srsDimension=\"3\">\n  <gml:pos>";
            positie(uit, g.punten.front(), 3);
            uit += "</gml:pos>\n</gml:Point>";
            return;
        case GeometrieSoort::vlak:
            return vlak(uit, g, 0, dimensie);
        case GeometrieSoort::multivlak:
            uit += "<gml:MultiSurface srsName=\"urn:ogc:def:crs:EPSG::28992\">";
            for (std::size_t i = 0; i < g.vlak_einde.size(); ++i) {
                uit += "<gml:surfaceMember>";
                vlak(uit, g, i, dimensie);
                uit += "</gml:surfaceMember>";
            }
            uit += "</gml:MultiSurface>";
    }
}

void document(std::string& uit, const BagObject& o) {
    element(uit, "Objecten:geconstateerd", o.geconstateerd ? "J" : "N");
    element(uit, "Objecten:documentdatum", tekst(o.documentdatum));
    element(uit, "Objecten:documentnummer", ontsnap(o.documentnummer));
}

void voorkomen(std::string& uit, const Voorkomen& v) {
    uit += "<Objecten:voorkomen><Historie:Voorkomen>";
    element(uit, "Historie:voorkomenidentificatie", std::to_string(v.identificatie));
    datum(uit, "Historie:beginGeldigheid", v.begin_geldigheid);
    datum(uit, "Historie:eindGeldigheid", v.eind_geldigheid);
    tijdstip(uit, "Historie:tijdstipRegistratie", v.tijdstip_registratie);
    tijdstip(uit, "Historie:eindRegistratie", v.eind_registratie);
    tijdstip(uit, "Historie:tijdstipInactief", v.tijdstip_inactief);
    uit += "<Historie:BeschikbaarLV>";
    tijdstip(uit, "Historie:tijdstipRegistratieLV", v.tijdstip_registratie_lv);
    tijdstip(uit, "Historie:tijdstipEindRegistratieLV", v.tijdstip_eind_registratie_lv);
    tijdstip(uit, "Historie:tijdstipInactiefLV", v.tijdstip_inactief_lv);
    tijdstip(uit, "Historie:tijdstipNietBagLV", v.tijdstip_niet_bag_lv);
    uit += "</Historie:BeschikbaarLV></Historie:Voorkomen></Objecten:voorkomen>";
}

void begin_object(std::string& uit, ObjectType type) {
    fmt::format_to(std::back_inserter(uit), "<sl:stand><sl-bag-extract:bagObject><Objecten:{}>", naam(type));
}

void einde_object(std::string& uit, ObjectType type) {
    fmt::format_to(std::back_inserter(uit), "</Objecten:{}></sl-bag-extract:bagObject></sl:stand>", naam(type));
}

/// In the domain names, and in those of the investigations, OpenbareRuimte is written with a small r.
std::string_view domein(ObjectType type) { return type == ObjectType::openbare_ruimte ? "Openbareruimte" : naam(type); }

void identificatie(std::string& uit, ObjectType type, std::string_view id) {
    fmt::format_to(std::back_inserter(uit),
                   "<Objecten:identificatie domein=\"NL.IMBAG.{}\">{}</Objecten:identificatie>", domein(type), id);
}

void adressen(std::string& uit, const AdresseerbaarBagObject& o) {
    uit += "<Objecten:heeftAlsHoofdadres>";
    verwijzing(uit, "Nummeraanduiding", "Nummeraanduiding", o.hoofdadres.tekst());
    uit += "</Objecten:heeftAlsHoofdadres>";
    voorkomen(uit, o.voorkomen);
    if (o.nevenadressen.empty()) return;
    uit += "<Objecten:heeftAlsNevenadres>";
    for (const auto& neven : o.nevenadressen) verwijzing(uit, "Nummeraanduiding", "Nummeraanduiding", neven.tekst());
    uit += "</Objecten:heeftAlsNevenadres>";
}

void ligt_in(std::string& uit, WoonplaatsId woonplaats) {
    uit += "<Objecten:ligtIn>";
    verwijzing(uit, "Woonplaats", "Woonplaats", woonplaats.tekst());
    uit += "</Objecten:ligtIn>";
}

template <class Plaats>
void schrijf_plaats(const Plaats& o, ObjectType type, std::string& uit) {
    begin_object(uit, type);
    adressen(uit, o);
    identificatie(uit, type, o.identificatie.tekst());
    element(uit, "Objecten:status", naam(o.status));
    uit += "<Objecten:geometrie>";
    geometrie(uit, o.geometrie, 2);
    uit += "</Objecten:geometrie>";
    document(uit, o);
    einde_object(uit, type);
}

constexpr std::string_view kop =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<sl-bag-extract:bagStand xmlns:DatatypenNEN3610="www.kadaster.nl/schemas/lvbag/imbag/datatypennen3610/v20200601" xmlns:Objecten="www.kadaster.nl/schemas/lvbag/imbag/objecten/v20200601" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:Historie="www.kadaster.nl/schemas/lvbag/imbag/historie/v20200601" xmlns:Objecten-ref="www.kadaster.nl/schemas/lvbag/imbag/objecten-ref/v20200601" xmlns:nen5825="www.kadaster.nl/schemas/lvbag/imbag/nen5825/v20200601" xmlns:KenmerkInOnderzoek="www.kadaster.nl/schemas/lvbag/imbag/kenmerkinonderzoek/v20200601" xmlns:selecties-extract="http://www.kadaster.nl/schemas/lvbag/extract-selecties/v20200601" xmlns:sl-bag-extract="http://www.kadaster.nl/schemas/lvbag/extract-deelbestand-lvc/v20200601" xmlns:sl="http://www.kadaster.nl/schemas/standlevering-generiek/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema">
)";

}  // namespace

void schrijf(const Woonplaats& o, std::string& uit) {
    begin_object(uit, ObjectType::woonplaats);
    identificatie(uit, ObjectType::woonplaats, o.identificatie.tekst());
    element(uit, "Objecten:naam", ontsnap(o.naam));
    const bool meer = o.geometrie.soort == GeometrieSoort::multivlak;
    uit += meer ? "<Objecten:geometrie><Objecten:multivlak>" : "<Objecten:geometrie><Objecten:vlak>";
    geometrie(uit, o.geometrie, 2);
    uit += meer ? "</Objecten:multivlak></Objecten:geometrie>" : "</Objecten:vlak></Objecten:geometrie>";
    element(uit, "Objecten:status", naam(o.status));
    document(uit, o);
    voorkomen(uit, o.voorkomen);
    einde_object(uit, ObjectType::woonplaats);
}

void schrijf(const OpenbareRuimte& o, std::string& uit) {
    begin_object(uit, ObjectType::openbare_ruimte);
    identificatie(uit, ObjectType::openbare_ruimte, o.identificatie.tekst());
    element(uit, "Objecten:naam", ontsnap(o.naam));
    element(uit, "Objecten:type", naam(o.type));
    element(uit, "Objecten:status", naam(o.status));
    document(uit, o);
    ligt_in(uit, o.ligt_in);
    voorkomen(uit, o.voorkomen);
    if (!o.verkorte_naam.empty()) {
        uit += "<Objecten:verkorteNaam><nen5825:VerkorteNaamOpenbareRuimte>";
        element(uit, "nen5825:verkorteNaam", ontsnap(o.verkorte_naam));
        uit += "</nen5825:VerkorteNaamOpenbareRuimte></Objecten:verkorteNaam>";
    }
    einde_object(uit, ObjectType::openbare_ruimte);
}

void schrijf(const Nummeraanduiding& o, std::string& uit) {
    begin_object(uit, ObjectType::nummeraanduiding);
    identificatie(uit, ObjectType::nummeraanduiding, o.identificatie.tekst());
    element(uit, "Objecten:huisnummer", std::to_string(o.huisnummer));
    if (!o.huisletter.empty()) element(uit, "Objecten:huisletter", o.huisletter);
    if (!o.huisnummertoevoeging.empty()) element(uit, "Objecten:huisnummertoevoeging", o.huisnummertoevoeging);
    if (!o.postcode.empty()) element(uit, "Objecten:postcode", o.postcode);
    element(uit, "Objecten:typeAdresseerbaarObject", naam(o.type_adresseerbaar_object));
    element(uit, "Objecten:status", naam(o.status));
    document(uit, o);
    if (o.ligt_in) ligt_in(uit, *o.ligt_in);
    voorkomen(uit, o.voorkomen);
    uit += "<Objecten:ligtAan>";
    verwijzing(uit, "OpenbareRuimte", "Openbareruimte", o.ligt_aan.tekst());
    uit += "</Objecten:ligtAan>";
    einde_object(uit, ObjectType::nummeraanduiding);
}

void schrijf(const Verblijfsobject& o, std::string& uit) {
    begin_object(uit, ObjectType::verblijfsobject);
    adressen(uit, o);
    identificatie(uit, ObjectType::verblijfsobject, o.identificatie.tekst());
    const bool punt = o.geometrie.soort == GeometrieSoort::punt;
    uit += punt ? "<Objecten:geometrie><Objecten:punt>" : "<Objecten:geometrie><Objecten:vlak>";
    geometrie(uit, o.geometrie, 3);
    uit += punt ? "</Objecten:punt></Objecten:geometrie>" : "</Objecten:vlak></Objecten:geometrie>";
    for (const auto doel : o.gebruiksdoelen) element(uit, "Objecten:gebruiksdoel", naam(doel));
    element(uit, "Objecten:oppervlakte", std::to_string(o.oppervlakte));
    element(uit, "Objecten:status", naam(o.status));
    document(uit, o);
    uit += "<Objecten:maaktDeelUitVan>";
    for (const auto& pand : o.maakt_deel_uit_van) verwijzing(uit, "Pand", "Pand", pand.tekst());
    uit += "</Objecten:maaktDeelUitVan>";
    einde_object(uit, ObjectType::verblijfsobject);
}

void schrijf(const Ligplaats& o, std::string& uit) { schrijf_plaats(o, ObjectType::ligplaats, uit); }
void schrijf(const Standplaats& o, std::string& uit) { schrijf_plaats(o, ObjectType::standplaats, uit); }

void schrijf(const Pand& o, std::string& uit) {
    begin_object(uit, ObjectType::pand);
    identificatie(uit, ObjectType::pand, o.identificatie.tekst());
    uit += "<Objecten:geometrie>";
    geometrie(uit, o.geometrie, 3);
    uit += "</Objecten:geometrie>";
    element(uit, "Objecten:oorspronkelijkBouwjaar", fmt::format("{:04}", o.oorspronkelijk_bouwjaar));
    element(uit, "Objecten:status", naam(o.status));
    document(uit, o);
    voorkomen(uit, o.voorkomen);
    einde_object(uit, ObjectType::pand);
}

void schrijf(const InOnderzoek& io, std::string& uit) {
    const auto soort = domein(io.type);
    const auto id = io.type == ObjectType::woonplaats ? fmt::format("{:04}", io.identificatie)
                                                      : fmt::format("{:016}", io.identificatie);
    const auto door = std::back_inserter(uit);
    fmt::format_to(door, "<sl:stand><sl-bag-extract:kenmerkInOnderzoek><KenmerkInOnderzoek:Kenmerk{}InOnderzoek>",
                   soort);
    element(uit, "KenmerkInOnderzoek:kenmerk", ontsnap(io.kenmerk));
    fmt::format_to(door, "<KenmerkInOnderzoek:identificatieVan{0} domein=\"NL.IMBAG.{0}\">{1}", soort, id);
    fmt::format_to(door, "</KenmerkInOnderzoek:identificatieVan{}>", soort);
    element(uit, "KenmerkInOnderzoek:inOnderzoek", io.in_onderzoek ? "J" : "N");
    element(uit, "KenmerkInOnderzoek:documentdatum", tekst(io.documentdatum));
    element(uit, "KenmerkInOnderzoek:documentnummer", ontsnap(io.documentnummer));
    uit += "<KenmerkInOnderzoek:historieInOnderzoek><Historie:HistorieInOnderzoek>";
    tijdstip(uit, "Historie:tijdstipRegistratie", io.tijdstip_registratie);
    tijdstip(uit, "Historie:eindRegistratie", io.eind_registratie);
    datum(uit, "Historie:beginGeldigheid", io.begin_geldigheid);
    datum(uit, "Historie:eindGeldigheid", io.eind_geldigheid);
    uit += "<Historie:BeschikbaarLVInOnderzoek>";
    tijdstip(uit, "Historie:tijdstipRegistratieLV", io.tijdstip_registratie_lv);
    tijdstip(uit, "Historie:tijdstipEindRegistratieLV", io.tijdstip_eind_registratie_lv);
    uit +=
        "</Historie:BeschikbaarLVInOnderzoek></Historie:HistorieInOnderzoek></KenmerkInOnderzoek:historieInOnderzoek>";
    fmt::format_to(door, "</KenmerkInOnderzoek:Kenmerk{}InOnderzoek></sl-bag-extract:kenmerkInOnderzoek></sl:stand>",
                   soort);
}

std::string bestand_begin(ObjectType type, Gemeentecode gemeente, Datum standdatum) {
    return fmt::format(
        R"({}  <sl-bag-extract:bagInfo>
    <selecties-extract:Gebied-Registratief>
      <selecties-extract:Gebied-GEM>
        <selecties-extract:GemeenteCollectie>
          <selecties-extract:Gemeente>
            <selecties-extract:GemeenteIdentificatie>{}</selecties-extract:GemeenteIdentificatie>
          </selecties-extract:Gemeente>
        </selecties-extract:GemeenteCollectie>
      </selecties-extract:Gebied-GEM>
    </selecties-extract:Gebied-Registratief>
    <selecties-extract:LVC-Extract>
      <selecties-extract:StandTechnischeDatum>{}</selecties-extract:StandTechnischeDatum>
    </selecties-extract:LVC-Extract>
  </sl-bag-extract:bagInfo>
  <sl:standBestand>
    <sl:dataset>LVBAG</sl:dataset>
    <sl:inhoud>
      <sl:gebied>GEMEENTE</sl:gebied>
      <sl:leveringsId>0000000001</sl:leveringsId>
      <sl:objectTypen>
        <sl:objectType>{}</sl:objectType>
      </sl:objectTypen>
    </sl:inhoud>)",
        kop, gemeente.tekst(), tekst(standdatum), code(type));
}

std::string_view bestand_einde() noexcept { return "\n  </sl:standBestand>\n</sl-bag-extract:bagStand>\n"; }

std::string leveringsdocument(const Levering& levering) {
    std::string gemeenten;
    for (const auto& g : levering.gemeenten) {
        gemeenten += "          <selecties-extract:Gemeente>\n            ";
        element(gemeenten, "selecties-extract:GemeenteIdentificatie", g.gemeente.tekst());
        gemeenten += "\n            ";
        element(gemeenten, "selecties-extract:GemeenteNaam", ontsnap(g.naam));
        gemeenten += "\n          </selecties-extract:Gemeente>\n";
    }
    return fmt::format(
        R"(<?xml version="1.0" encoding="UTF-8"?>
<xb:BAG-Extract-Levering xmlns:xb="http://www.kadaster.nl/schemas/lvbag/extract-levering/v20200601" xmlns:selecties-extract="http://www.kadaster.nl/schemas/lvbag/extract-selecties/v20200601">
  <xb:SelectieGegevens>
    <selecties-extract:LVC-Extract>
      <selecties-extract:StandTechnischeDatum>{}</selecties-extract:StandTechnischeDatum>
    </selecties-extract:LVC-Extract>
    <selecties-extract:Gebied-Registratief>
      <selecties-extract:Gebied-GEM>
        <selecties-extract:GemeenteCollectie>
{}        </selecties-extract:GemeenteCollectie>
      </selecties-extract:Gebied-GEM>
    </selecties-extract:Gebied-Registratief>
  </xb:SelectieGegevens>
  <xb:SchemaInfo>
    <xb:naam>{}</xb:naam>
    <xb:versie>20200601</xb:versie>
  </xb:SchemaInfo>
</xb:BAG-Extract-Levering>
)",
        tekst(levering.standdatum), gemeenten, ontsnap(levering.schema));
}

std::string gemeente_woonplaats_bestand(std::span<const GemeenteWoonplaatsRelatie> relaties, Datum standdatum) {
    std::string uit = fmt::format(
        R"(<?xml version="1.0" encoding="UTF-8"?>
<gwr-bestand:BAG-GWR-Deelbestand-LVC xmlns:gwr-bestand="www.kadaster.nl/schemas/lvbag/gem-wpl-rel/gwr-deelbestand-lvc/v20200601" xmlns:selecties-extract="http://www.kadaster.nl/schemas/lvbag/extract-selecties/v20200601" xmlns:bagtypes="www.kadaster.nl/schemas/lvbag/gem-wpl-rel/bag-types/v20200601" xmlns:gwr-product="www.kadaster.nl/schemas/lvbag/gem-wpl-rel/gwr-producten-lvc/v20200601">
  <gwr-bestand:SelectieGegevens>
    <selecties-extract:StandTechnischeDatum>{}</selecties-extract:StandTechnischeDatum>
  </gwr-bestand:SelectieGegevens>
  <gwr-bestand:Product>
    <gwr-product:GemeenteWoonplaatsRelatieProduct>)",
        tekst(standdatum));
    for (const auto& r : relaties) {
        uit += "<gwr-product:GemeenteWoonplaatsRelatie><gwr-product:tijdvakgeldigheid>";
        datum(uit, "bagtypes:begindatumTijdvakGeldigheid", r.begindatum);
        datum(uit, "bagtypes:einddatumTijdvakGeldigheid", r.einddatum);
        uit += "</gwr-product:tijdvakgeldigheid><gwr-product:gerelateerdeWoonplaats>";
        element(uit, "gwr-product:identificatie", r.woonplaats.tekst());
        uit += "</gwr-product:gerelateerdeWoonplaats><gwr-product:gerelateerdeGemeente>";
        element(uit, "gwr-product:identificatie", r.gemeente.tekst());
        uit += "</gwr-product:gerelateerdeGemeente>";
        element(uit, "gwr-product:status", naam(r.status));
        uit += "</gwr-product:GemeenteWoonplaatsRelatie>";
    }
    uit +=
        "</gwr-product:GemeenteWoonplaatsRelatieProduct>\n  </gwr-bestand:Product>\n"
        "</gwr-bestand:BAG-GWR-Deelbestand-LVC>\n";
    return uit;
}

}  // namespace damwand::bag

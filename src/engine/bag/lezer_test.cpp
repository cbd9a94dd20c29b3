// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/lezer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "base/fout.hpp"
#include "engine/bag/overzicht.hpp"
#include "engine/bag/schrijver.hpp"
#include "engine/bag/waarden.hpp"

namespace damwand::bag {
namespace {

using testing::HasSubstr;
using namespace std::chrono;

const Datum stand = year{2026} / 11 / 8;

/// Keeps copies of everything.
struct Vanger : Afnemer {
    using Afnemer::ontvang;
    void ontvang(const Levering& l) override { leveringen.push_back(l); }
    void ontvang(Woonplaats& o) override { woonplaatsen.push_back(o); }
    void ontvang(OpenbareRuimte& o) override { openbare_ruimten.push_back(o); }
    void ontvang(Nummeraanduiding& o) override { nummers.push_back(o); }
    void ontvang(Verblijfsobject& o) override { verblijfsobjecten.push_back(o); }
    void ontvang(Ligplaats& o) override { ligplaatsen.push_back(o); }
    void ontvang(Standplaats& o) override { standplaatsen.push_back(o); }
    void ontvang(Pand& o) override { panden.push_back(o); }
    void ontvang(InOnderzoek& o) override { onderzoeken.push_back(o); }
    void ontvang(GemeenteWoonplaatsRelatie& o) override { relaties.push_back(o); }
    void ontvang(const Afkeuring& a) override { afkeuringen.push_back(a); }
    std::vector<Levering> leveringen;
    std::vector<Woonplaats> woonplaatsen;
    std::vector<OpenbareRuimte> openbare_ruimten;
    std::vector<Nummeraanduiding> nummers;
    std::vector<Verblijfsobject> verblijfsobjecten;
    std::vector<Ligplaats> ligplaatsen;
    std::vector<Standplaats> standplaatsen;
    std::vector<Pand> panden;
    std::vector<InOnderzoek> onderzoeken;
    std::vector<GemeenteWoonplaatsRelatie> relaties;
    std::vector<Afkeuring> afkeuringen;
};

// ---- one-line fixtures, hand-written in the shape of the real files ----

const std::string voorkomen =
    "<Objecten:voorkomen><Historie:Voorkomen><Historie:voorkomenidentificatie>2</Historie:voorkomenidentificatie>"
    "<Historie:beginGeldigheid>2015-06-01</Historie:beginGeldigheid><Historie:eindGeldigheid>2018-01-29</"
    "Historie:eindGeldigheid>"
    "<Historie:tijdstipRegistratie>2015-06-01T13:24:58.120</Historie:tijdstipRegistratie>"
    "<Historie:eindRegistratie>2018-01-29T09:00:00.000</Historie:eindRegistratie><Historie:BeschikbaarLV>"
    "<Historie:tijdstipRegistratieLV>2015-06-01T13:31:21.792</Historie:tijdstipRegistratieLV>"
    "<Historie:tijdstipEindRegistratieLV>2018-01-29T09:30:00</Historie:tijdstipEindRegistratieLV>"
    "</Historie:BeschikbaarLV></Historie:Voorkomen></Objecten:voorkomen>";
const std::string bron_document =
    "<Objecten:geconstateerd>N</Objecten:geconstateerd><Objecten:documentdatum>2015-05-20</Objecten:documentdatum>"
    "<Objecten:documentnummer>B&amp;W-1887</Objecten:documentnummer>";
const std::string vierkant =
    "<gml:Polygon srsName=\"urn:ogc:def:crs:EPSG::28992\" "
    "srsDimension=\"3\"><gml:exterior><gml:LinearRing><gml:posList "
    "count=\"5\">147000.0 508000.5 0.0 147010.125 508000.5 0.0 147010.125 508010.0 0.0 147000.0 508010.0 0.0 "
    "147000.0 508000.5 0.0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>";
const std::string hoofdadres =
    "<Objecten:heeftAlsHoofdadres><Objecten-ref:NummeraanduidingRef "
    "domein=\"NL.IMBAG.Nummeraanduiding\">9001200000000001"
    "</Objecten-ref:NummeraanduidingRef></Objecten:heeftAlsHoofdadres>";

std::string id(std::string_view domein, std::string_view nummer) {
    return "<Objecten:identificatie domein=\"NL.IMBAG." + std::string(domein) + "\">" + std::string(nummer) +
           "</Objecten:identificatie>";
}
std::string object(const std::string& naam, const std::string& inhoud) {
    return "<sl:stand><sl-bag-extract:bagObject><Objecten:" + naam + ">" + inhoud + "</Objecten:" + naam +
           "></sl-bag-extract:bagObject></sl:stand>";
}
std::string pand(const std::string& vlak = vierkant, std::string_view nummer = "9001100000000007") {
    return object("Pand",
                  id("Pand", nummer) + "<Objecten:geometrie>" + vlak +
                      "</Objecten:geometrie><Objecten:oorspronkelijkBouwjaar>1898</Objecten:oorspronkelijkBouwjaar>"
                      "<Objecten:status>Pand in gebruik (niet ingemeten)</Objecten:status>" +
                      bron_document + voorkomen);
}
std::string nummer_met(const std::string& adres) {
    return object(
        "Nummeraanduiding",
        id("Nummeraanduiding", "9001200000000001") + adres +
            "<Objecten:typeAdresseerbaarObject>Verblijfsobject</Objecten:typeAdresseerbaarObject>"
            "<Objecten:status>Naamgeving uitgegeven</Objecten:status>" +
            bron_document + voorkomen +
            "<Objecten:ligtAan><Objecten-ref:OpenbareRuimteRef>9001300000000003</Objecten-ref:OpenbareRuimteRef>"
            "</Objecten:ligtAan>");
}
std::string in_bestand(const std::string& records) {
    return bestand_begin(ObjectType::pand, {9001}, stand) + records + std::string(bestand_einde());
}

Leesverslag lees_tekst(const std::string& xml, Vanger& vanger, std::string_view naam = "9001PND.xml") {
    return lees_geheugen(xml, naam, vanger);
}

/// Reads and expects the records to be rejected for one reason.
void verwacht_afkeuring(const std::string& record, std::string_view pad, std::string_view reden) {
    Vanger v;
    const auto verslag = lees_tekst(in_bestand(record + pand()), v);
    ASSERT_EQ(v.afkeuringen.size(), 1U) << reden;
    EXPECT_EQ(v.afkeuringen.front().pad, pad);
    EXPECT_THAT(v.afkeuringen.front().reden, HasSubstr(std::string(reden)));
    EXPECT_GT(v.afkeuringen.front().regel, 20);
    EXPECT_EQ(v.panden.size(), 1U) << "reading must go on";
    const auto som = verslag.totaal();
    EXPECT_EQ(som.gelezen, som.aangeboden + som.afgekeurd);
    EXPECT_EQ(som.gelezen, 2U);
}

void verwacht_fout(const std::string& xml, std::string_view code, std::string_view deel,
                   std::string_view naam = "9001PND.xml") {
    Vanger v;
    try {
        (void)lees_geheugen(xml, naam, v);
        FAIL() << "must throw " << code;
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), code);
        EXPECT_THAT(fout.uitleg(), HasSubstr(std::string(naam)));
        EXPECT_THAT(fout.uitleg(), HasSubstr(std::string(deel)));
        EXPECT_EQ(fout.soort(), FoutSoort::ongeldig);
    }
}

// ---- good records ----

TEST(Lezer, LeestEenPandMetAlleVelden) {
    Vanger v;
    const auto verslag = lees_tekst(in_bestand(pand()), v);
    ASSERT_EQ(v.panden.size(), 1U);
    const auto& p = v.panden.front();
    EXPECT_EQ(p.identificatie.tekst(), "9001100000000007");
    EXPECT_EQ(p.oorspronkelijk_bouwjaar, 1898);
    EXPECT_EQ(p.status, PandStatus::in_gebruik_niet_ingemeten);
    EXPECT_FALSE(p.geconstateerd);
    EXPECT_EQ(p.documentnummer, "B&W-1887");
    EXPECT_EQ(tekst(p.documentdatum), "2015-05-20");
    EXPECT_EQ(p.voorkomen.identificatie, 2);
    EXPECT_EQ(tekst(p.voorkomen.begin_geldigheid), "2015-06-01");
    EXPECT_EQ(tekst(*p.voorkomen.eind_geldigheid), "2018-01-29");
    EXPECT_EQ(tekst(p.voorkomen.tijdstip_registratie), "2015-06-01T11:24:58.120000Z") << "summer time";
    EXPECT_EQ(tekst(*p.voorkomen.eind_registratie), "2018-01-29T08:00:00.000000Z") << "winter time";
    EXPECT_EQ(tekst(*p.voorkomen.tijdstip_eind_registratie_lv), "2018-01-29T08:30:00.000000Z");
    EXPECT_FALSE(p.voorkomen.tijdstip_inactief);
    EXPECT_EQ(p.geometrie.soort, GeometrieSoort::vlak);
    ASSERT_EQ(p.geometrie.punten.size(), 5U);
    EXPECT_EQ(p.geometrie.punten[1], (RdPunt{147010125, 508000500}));
    EXPECT_EQ(p.bestandsoort, Bestandsoort::stand);
    EXPECT_EQ(verslag.telling(Bestandsoort::stand, ObjectType::pand), (Telling{1, 1, 0}));
    EXPECT_EQ(verslag.levering.standdatum, stand);
    EXPECT_EQ(verslag.levering.gemeenten.front().gemeente.waarde, 9001);
}

TEST(Lezer, LeestEenVerblijfsobjectMetNevenadressenEnTweePanden) {
    Vanger v;
    (void)lees_tekst(
        in_bestand(
            object("Verblijfsobject",
                   hoofdadres + voorkomen +
                       "<Objecten:heeftAlsNevenadres><Objecten-ref:NummeraanduidingRef>9001200000000002"
                       "</Objecten-ref:NummeraanduidingRef><Objecten-ref:NummeraanduidingRef>9001200000000003"
                       "</Objecten-ref:NummeraanduidingRef></Objecten:heeftAlsNevenadres>" +
                       id("Verblijfsobject", "9001010000000009") +
                       "<Objecten:geometrie><Objecten:punt><gml:Point srsName=\"urn:ogc:def:crs:EPSG::28992\" "
                       "srsDimension=\"3\">\n"
                       "<gml:pos>147005.5 508005.0 0.0</gml:pos></gml:Point></Objecten:punt></Objecten:geometrie>"
                       "<Objecten:gebruiksdoel>woonfunctie</Objecten:gebruiksdoel><Objecten:gebruiksdoel>winkelfunctie"
                       "</Objecten:gebruiksdoel><Objecten:oppervlakte>999999</Objecten:oppervlakte>"
                       "<Objecten:status>Verblijfsobject in gebruik</Objecten:status>" +
                       bron_document +
                       "<Objecten:maaktDeelUitVan><Objecten-ref:PandRef>9001100000000007</Objecten-ref:PandRef>"
                       "<Objecten-ref:PandRef>0457100000056701</Objecten-ref:PandRef></Objecten:maaktDeelUitVan>")),
        v);
    ASSERT_EQ(v.verblijfsobjecten.size(), 1U);
    const auto& o = v.verblijfsobjecten.front();
    EXPECT_EQ(o.hoofdadres.tekst(), "9001200000000001");
    ASSERT_EQ(o.nevenadressen.size(), 2U);
    EXPECT_EQ(o.nevenadressen[1].tekst(), "9001200000000003");
    EXPECT_EQ(o.gebruiksdoelen, (std::vector{Gebruiksdoel::woonfunctie, Gebruiksdoel::winkelfunctie}));
    EXPECT_EQ(o.oppervlakte, 999999);
    ASSERT_EQ(o.maakt_deel_uit_van.size(), 2U);
    EXPECT_EQ(o.maakt_deel_uit_van[1].tekst(), "0457100000056701") << "leading zero kept";
    EXPECT_EQ(o.geometrie.soort, GeometrieSoort::punt);
    EXPECT_EQ(o.geometrie.punten.front(), (RdPunt{147005500, 508005000}));
}

TEST(Lezer, LeestEenNummeraanduidingMetEnZonderPostcode) {
    Vanger v;
    (void)lees_tekst(
        in_bestand(
            nummer_met("<Objecten:huisnummer>12</Objecten:huisnummer><Objecten:huisletter>b</Objecten:huisletter>"
                       "<Objecten:huisnummertoevoeging>2hg</Objecten:huisnummertoevoeging>"
                       "<Objecten:postcode>2300AU</Objecten:postcode>") +
            nummer_met("<Objecten:huisnummer>99999</Objecten:huisnummer>")),
        v);
    ASSERT_EQ(v.nummers.size(), 2U);
    EXPECT_EQ(v.nummers[0].huisletter, "b");
    EXPECT_EQ(v.nummers[0].huisnummertoevoeging, "2hg");
    EXPECT_EQ(v.nummers[0].postcode, "2300AU");
    EXPECT_EQ(v.nummers[0].ligt_aan.tekst(), "9001300000000003");
    EXPECT_FALSE(v.nummers[0].ligt_in);
    EXPECT_EQ(v.nummers[1].huisnummer, 99999);
    EXPECT_TRUE(v.nummers[1].postcode.empty()) << "nothing of the record before";
    EXPECT_TRUE(v.nummers[1].huisletter.empty());
}

TEST(Lezer, LeestEenOpenbareRuimteMetAccentEnVerkorteNaam) {
    Vanger v;
    (void)lees_tekst(
        in_bestand(object(
            "OpenbareRuimte",
            id("Openbareruimte", "9001300000000003") +
                "<Objecten:naam>Henri&#xeb;tte Cura\xC3\xA7"
                "aohof</Objecten:naam><Objecten:type>Landschappelijk gebied</Objecten:type>"
                "<Objecten:status>Naamgeving ingetrokken</Objecten:status>" +
                bron_document +
                "<Objecten:ligtIn><Objecten-ref:WoonplaatsRef>0012</Objecten-ref:WoonplaatsRef></Objecten:ligtIn>" +
                voorkomen +
                "<Objecten:verkorteNaam><nen5825:VerkorteNaamOpenbareRuimte><nen5825:verkorteNaam>H Cura\xC3\xA7"
                "aohof</nen5825:verkorteNaam></nen5825:VerkorteNaamOpenbareRuimte></Objecten:verkorteNaam>")),
        v);
    ASSERT_EQ(v.openbare_ruimten.size(), 1U);
    EXPECT_EQ(v.openbare_ruimten.front().naam,
              "Henri\xC3\xABtte Cura\xC3\xA7"
              "aohof");
    EXPECT_EQ(v.openbare_ruimten.front().verkorte_naam,
              "H Cura\xC3\xA7"
              "aohof");
    EXPECT_EQ(v.openbare_ruimten.front().type, OpenbareRuimteType::landschappelijk_gebied);
    EXPECT_EQ(v.openbare_ruimten.front().ligt_in.tekst(), "0012");
}

TEST(Lezer, LeestEenWoonplaatsMetGatenEnMeerVlakken) {
    const std::string met_gat =
        "<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList srsDimension=\"2\">1000 400000 2000 400000 2000 "
        "401000 1000 "
        "401000 1000 "
        "400000</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>1100 400100 "
        "1100 400200 1200 400200 1100 400100</gml:posList></gml:LinearRing></gml:interior></gml:Polygon>";
    Vanger v;
    (void)lees_tekst(
        in_bestand(
            object("Woonplaats", id("Woonplaats", "9901") +
                                     "<Objecten:naam>'s-Damsterland</Objecten:naam>"
                                     "<Objecten:geometrie><Objecten:multivlak><gml:MultiSurface "
                                     "srsName=\"urn:ogc:def:crs:EPSG::28992\"><gml:surfaceMember>" +
                                     met_gat + "</gml:surfaceMember><gml:surfaceMember>" + vierkant +
                                     "</gml:surfaceMember></gml:MultiSurface></Objecten:multivlak></Objecten:geometrie>"
                                     "<Objecten:status>Woonplaats aangewezen</Objecten:status>" +
                                     bron_document + voorkomen)),
        v);
    ASSERT_EQ(v.woonplaatsen.size(), 1U);
    const auto& g = v.woonplaatsen.front().geometrie;
    EXPECT_EQ(g.soort, GeometrieSoort::multivlak);
    EXPECT_EQ(g.ring_einde, (std::vector<std::uint32_t>{5, 9, 14}));
    EXPECT_EQ(g.vlak_einde, (std::vector<std::uint32_t>{2, 3}));
}

TEST(Lezer, LeestLigplaatsEnStandplaats) {
    const auto plaats = [](const std::string& naam, const std::string& nummer) {
        return object(naam, hoofdadres + voorkomen + id(naam, nummer) +
                                "<Objecten:status>Plaats aangewezen</Objecten:status><Objecten:geometrie>" + vierkant +
                                "</Objecten:geometrie>" + bron_document);
    };
    Vanger v;
    (void)lees_tekst(in_bestand(plaats("Ligplaats", "9001020000000001") + plaats("Standplaats", "9001030000000001")),
                     v);
    ASSERT_EQ(v.ligplaatsen.size(), 1U);
    ASSERT_EQ(v.standplaatsen.size(), 1U);
    EXPECT_EQ(v.standplaatsen.front().status, PlaatsStatus::aangewezen);
}

TEST(Lezer, LeestWatInOnderzoekIs) {
    InOnderzoek io{.type = ObjectType::openbare_ruimte,
                   .identificatie = 9001300000000003ULL,
                   .kenmerk = "naam",
                   .in_onderzoek = true,
                   .documentdatum = year{2021} / 2 / 10,
                   .documentnummer = "Z.1/D.2",
                   .begin_geldigheid = year{2021} / 2 / 10,
                   .eind_geldigheid = year{2021} / 7 / 14,
                   .tijdstip_registratie = sys_days{year{2021} / 2 / 10} + hours{13},
                   .eind_registratie = sys_days{year{2021} / 7 / 14} + hours{6},
                   .tijdstip_registratie_lv = sys_days{year{2021} / 2 / 10} + hours{14},
                   .tijdstip_eind_registratie_lv = sys_days{year{2021} / 7 / 14} + hours{7}};
    std::string xml;
    schrijf(io, xml);
    Vanger v;
    const auto verslag = lees_tekst(in_bestand(xml), v, "9001IOOPR08112026-000001.xml");
    EXPECT_THAT(v.onderzoeken, testing::ElementsAre(io));
    EXPECT_EQ(verslag.in_onderzoek, (Telling{1, 1, 0}));
}

TEST(Lezer, LeestLeveringsdocumentEnGemeenteWoonplaatsRelatie) {
    const Levering levering{
        .standdatum = stand, .heel_nederland = false, .gemeenten = {{{9001}, "Damstede & co"}}, .schema = "x.xsd"};
    Vanger v;
    auto verslag = lees_tekst(leveringsdocument(levering), v, "Leveringsdocument-BAG-Extract.xml");
    EXPECT_THAT(v.leveringen, testing::ElementsAre(levering));
    EXPECT_EQ(verslag.levering, levering);
    const std::vector<GemeenteWoonplaatsRelatie> relaties{
        {{9002}, WoonplaatsId{9903}, year{2010} / 7 / 23, year{2014} / 1 / 1, RelatieStatus::definitief},
        {{9001}, WoonplaatsId{9903}, year{2014} / 1 / 1, {}, RelatieStatus::voorlopig}};
    verslag = lees_tekst(gemeente_woonplaats_bestand(relaties, stand), v);
    EXPECT_EQ(v.relaties, relaties);
    EXPECT_EQ(verslag.gemeente_woonplaats, (Telling{2, 2, 0}));
}

TEST(Lezer, WeetVanWelkSoortBestandEenRecordKomt) {
    for (const auto& [naam, soort] : {std::pair{"0457PND15102021-000001.xml", Bestandsoort::stand},
                                      std::pair{"0457IAPND15102021-000001.xml", Bestandsoort::inactief},
                                      std::pair{"0457NBPND15102021-000001.xml", Bestandsoort::niet_bag},
                                      std::pair{"los.xml", Bestandsoort::stand}}) {
        Vanger v;
        const auto verslag = lees_tekst(in_bestand(pand()), v, naam);
        EXPECT_EQ(v.panden.front().bestandsoort, soort) << naam;
        EXPECT_EQ(verslag.telling(soort, ObjectType::pand).aangeboden, 1U);
    }
    std::string niet_bag = pand();
    const std::string waar = "</Historie:BeschikbaarLV>";
    niet_bag.insert(niet_bag.find(waar),
                    "<Historie:tijdstipNietBagLV>2018-01-30T10:00:00.000</Historie:tijdstipNietBagLV>");
    Vanger v;
    (void)lees_tekst(in_bestand(niet_bag), v, "los.xml");
    EXPECT_EQ(v.panden.front().bestandsoort, Bestandsoort::niet_bag) << "when the name does not tell, the record does";
}

TEST(Lezer, TeltOnbekendeElementenEnLeestDoor) {
    std::string xml = pand();
    xml.insert(xml.find("<Objecten:status>"), "<Objecten:kleur><Objecten:tint>rood</Objecten:tint></Objecten:kleur>");
    Vanger v;
    const auto verslag = lees_tekst(in_bestand(xml + xml), v);
    EXPECT_EQ(v.panden.size(), 2U);
    EXPECT_THAT(verslag.onbekend, testing::ElementsAre(testing::Pair("Pand/kleur", 2)));
}

TEST(Lezer, BegrijptAndereVoorvoegselsCommentaarEnCdata) {
    std::string xml = in_bestand(pand());
    xml.replace(xml.find("1898"), 4, "<!-- built --><![CDATA[18]]>98");
    for (std::size_t i = 0; (i = xml.find("Objecten:", i)) != std::string::npos;) {
        if (i > 0 && (xml[i - 1] == '<' || xml[i - 1] == '/')) xml.replace(i, 9, "o:");
        ++i;
    }
    xml.replace(xml.find("xmlns:Objecten="), 15, "xmlns:o=");
    Vanger v;
    (void)lees_tekst(xml, v);
    ASSERT_EQ(v.panden.size(), 1U);
    EXPECT_EQ(v.panden.front().oorspronkelijk_bouwjaar, 1898);
}

// ---- bad records: data, reading goes on ----

TEST(Lezer, KeurtEenFoutRecordAfMetPlaatsEnReden) {
    const auto zonder = [](std::string tekst, const std::string& weg, const std::string& voor = {}) {
        return tekst.replace(tekst.find(weg), weg.size(), voor);
    };
    verwacht_afkeuring(zonder(pand(), "1898", "98"), "Pand 9001100000000007/oorspronkelijkBouwjaar", "bouwjaar");
    verwacht_afkeuring(zonder(pand(), "Pand in gebruik (niet ingemeten)", "Pand zoek"), "Pand 9001100000000007/status",
                       "status");
    verwacht_afkeuring(zonder(pand(), "2015-06-01<", "2015-02-30<"),
                       "Pand 9001100000000007/voorkomen/Voorkomen/beginGeldigheid", "bestaande datum");
    verwacht_afkeuring(zonder(pand(), "13:24:58.120", "25:24:58.120"),
                       "Pand 9001100000000007/voorkomen/Voorkomen/tijdstipRegistratie", "tijdstip");
    verwacht_afkeuring(pand(vierkant, "9001200000000007"), "Pand 9001200000000007/identificatie",
                       "past niet bij een Pand");
    verwacht_afkeuring(zonder(pand(), id("Pand", "9001100000000007")), "Pand", "identificatie ontbreekt");
    verwacht_afkeuring(zonder(pand(), vierkant), "Pand 9001100000000007", "geometrie ontbreekt");
    verwacht_afkeuring(zonder(pand(), voorkomen), "Pand 9001100000000007", "beginGeldigheid ontbreekt");
    verwacht_afkeuring(zonder(pand(), bron_document, bron_document + bron_document),
                       "Pand 9001100000000007/geconstateerd", "twee keer");
    verwacht_afkeuring(zonder(pand(), "B&amp;W-1887", std::string(41, 'x')), "Pand 9001100000000007/documentnummer",
                       "langer dan 40");
    verwacht_afkeuring(zonder(pand(), "B&amp;W-1887", std::string(9000, 'x')), "Pand 9001100000000007/documentnummer",
                       "veel te lang");
    verwacht_afkeuring(zonder(pand(), "B&amp;W-1887"), "Pand 9001100000000007/documentnummer", "leeg");
    verwacht_afkeuring(nummer_met("<Objecten:huisnummer>0</Objecten:huisnummer>"),
                       "Nummeraanduiding 9001200000000001/huisnummer", "1 tot en met 99999");
    verwacht_afkeuring(
        nummer_met("<Objecten:huisnummer>1</Objecten:huisnummer><Objecten:huisletter>ab</Objecten:huisletter>"),
        "Nummeraanduiding 9001200000000001/huisletter", "enkele letter");
    verwacht_afkeuring(
        nummer_met("<Objecten:huisnummer>1</Objecten:huisnummer><Objecten:postcode>0300AU</Objecten:postcode>"),
        "Nummeraanduiding 9001200000000001/postcode", "9999AA");
    verwacht_afkeuring(object("Kasteel", id("Kasteel", "1")), "bagObject", "type dat de BAG niet kent");
}

TEST(Lezer, KeurtEenKapotteGeometrieAf) {
    const auto met = [](const std::string& oud, const std::string& nieuw) {
        std::string vlak = vierkant;
        vlak.replace(vlak.find(oud), oud.size(), nieuw);
        return pand(vlak);
    };
    const std::string pad = "Pand 9001100000000007/geometrie/Polygon";
    const std::string lijst = pad + "/exterior/LinearRing/posList";
    verwacht_afkeuring(met("147010.125", "147010,125"), lijst, "geen rij posities");
    verwacht_afkeuring(met(" 0.0</gml:posList>", "</gml:posList>"), lijst, "geen rij posities");
    verwacht_afkeuring(met("147000.0 508000.5 0.0</gml:posList>", "147000.0 508000.6 0.0</gml:posList>"), lijst,
                       "niet gesloten");
    verwacht_afkeuring(met("147010.125 508010.0 0.0 147000.0 508010.0 0.0 ", ""), lijst, "minder dan vier");
    verwacht_afkeuring(met("147010.125", "900000.0"), lijst, "buiten Nederland");
    verwacht_afkeuring(met("28992", "4326"), lijst, "RD");
    verwacht_afkeuring(met("srsDimension=\"3\"", "srsDimension=\"4\""), lijst, "srsDimension");
    verwacht_afkeuring(pand(vierkant + vierkant), lijst, "meer dan een geometrie");
    verwacht_afkeuring(pand("<gml:Polygon></gml:Polygon>"), pad, "geen omtrek");
}

TEST(Lezer, TeltHoogtenEnTeFijneCoordinaten) {
    std::string vlak = vierkant;
    vlak.replace(vlak.find("508010.0 0.0"), 12, "508010.0 2.5");
    vlak.replace(vlak.find("508010.0 0.0"), 12, "508010.0004 0.0");
    Vanger v;
    const auto verslag = lees_tekst(in_bestand(pand(vlak)), v);
    EXPECT_EQ(verslag.met_hoogte, 1U);
    EXPECT_EQ(verslag.afgerond, 1U);
    EXPECT_EQ(v.panden.front().geometrie.punten[3].y_mm, 508010000);
}

// ---- broken files: a message with file and line ----

TEST(Lezer, WeigertEenXmlBom) {
    const std::string bom =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE bagStand [\n<!ENTITY a \"ha\">\n<!ENTITY b \"&a;&a;&a;\">\n]>\n";
    verwacht_fout(bom + in_bestand(pand()).substr(39), "bag-doctype", "regel 2");
    verwacht_fout(bom + in_bestand(pand()).substr(39), "bag-doctype", "DOCTYPE");
    std::string entiteit = in_bestand(pand());
    entiteit.replace(entiteit.find("1898"), 4, "&lol9;");
    verwacht_fout(entiteit, "bag-doctype", "entiteiten");
    verwacht_fout("<!DOCTYPE x SYSTEM \"file:///etc/hostname\"><x/>", "bag-doctype", "regel 1");
}

TEST(Lezer, WeigertEenAndereSchemaversie) {
    std::string wortel = in_bestand(pand());
    for (std::size_t i = 0; (i = wortel.find("extract-deelbestand-lvc/v20200601", i)) != std::string::npos; ++i)
        wortel.replace(i, 33, "extract-deelbestand-lvc/v20250101");
    verwacht_fout(wortel, "bag-schemaversie", "v20200601");
    std::string binnen = in_bestand(pand());
    binnen.replace(binnen.find("imbag/objecten/v20200601"), 24, "imbag/objecten/v20180601");
    verwacht_fout(binnen, "bag-schemaversie", "regel ");
    verwacht_fout(
        "<a:BAG-Extract-Deelbestand-LVC xmlns:a=\"http://www.kadaster.nl/schemas/bag-verstrekkingen/"
        "extract-deelbestand-lvc/v20090901\"/>",
        "bag-schemaversie", "BAG 2.0 Extract");
}

TEST(Lezer, WeigertWatGeenBagIs) {
    verwacht_fout("<html><body/></html>", "bag-geen-bag", "regel 1");
    verwacht_fout("", "bag-xml-kapot", "leeg");
    verwacht_fout("dit is geen xml", "bag-xml-kapot", "geen XML");
    verwacht_fout(
        "<mlm:bagMutaties "
        "xmlns:mlm=\"http://www.kadaster.nl/schemas/lvbag/extract-deelbestand-mutaties-lvc/v20200601\"/>",
        "bag-mutatie", "mutatiebericht");
}

TEST(Lezer, ZegtWaarEenHalfBestandOphoudt) {
    const std::string heel = in_bestand(pand() + "\n" + pand());
    verwacht_fout(heel.substr(0, heel.size() - 200), "bag-xml-kapot", "regel 26: het bestand houdt halverwege op");
    verwacht_fout(heel.substr(0, heel.find("</sl:standBestand>")), "bag-xml-kapot", "halverwege");
    // Wherever it breaks off: an error, never a crash and never silence.
    for (std::size_t i = 0; i < heel.size() - 10; i += 37) {
        Vanger v;
        EXPECT_THROW((void)lees_tekst(heel.substr(0, i), v), Fout) << i;
    }
}

TEST(Lezer, WeigertTeDiepeNesting) {
    std::string diep = bestand_begin(ObjectType::pand, {9001}, stand);
    for (int i = 0; i < 100; ++i) diep += "<sl:stand>";
    verwacht_fout(diep, "bag-te-groot", "te diep");
    std::string onbekend = bestand_begin(ObjectType::pand, {9001}, stand);
    for (int i = 0; i < 100; ++i) onbekend += "<x>";
    verwacht_fout(onbekend, "bag-te-groot", "te diep");
}

TEST(Lezer, WeigertTeVeelAttributenEnTeGroteBestanden) {
    std::string veel = "<sl:stand";
    for (int i = 0; i < 100; ++i) veel += " a" + std::to_string(i) + "=\"1\"";
    verwacht_fout(in_bestand(veel + "/>"), "bag-te-groot", "attributen");
    Vanger v;
    EXPECT_THROW((void)lees_geheugen(in_bestand(pand()), "x.xml", v, {.grootste_xml = 500}), Fout);
}

TEST(Lezer, WeigertEenBestandZonderOfMetKapotteStanddatum) {
    std::string zonder = in_bestand(pand());
    zonder.replace(zonder.find("2026-11-08"), 10, "2026-13-08");
    verwacht_fout(zonder, "bag-standdatum", "standdatum");
    verwacht_fout(
        "<a:bagStand xmlns:a=\"http://www.kadaster.nl/schemas/lvbag/extract-deelbestand-lvc/v20200601\" "
        "xmlns:sl=\"http://www.kadaster.nl/schemas/standlevering-generiek/1.0\"><sl:standBestand/></a:bagStand>",
        "bag-standdatum", "ontbreekt");
}

TEST(Lezer, GeeftEenFoutVanDeAfnemerOngewijzigdDoor) {
    struct Boos : Afnemer {
        using Afnemer::ontvang;
        void ontvang(Pand&) override { throw std::runtime_error("the database is gone"); }
    } boos;
    EXPECT_THROW((void)lees_geheugen(in_bestand(pand()), "x.xml", boos), std::runtime_error);
}

TEST(Lezer, StoptOpVerzoek) {
    Vanger v;
    try {
        (void)lees_geheugen(in_bestand(pand()), "x.xml", v, {.voortgang = [](const Stand&) { return false; }});
        FAIL() << "must stop";
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), "afgebroken");
    }
}

TEST(Lezer, MeldtVoortgangTotHetEinde) {
    std::vector<Stand> standen;
    std::string veel;
    for (int i = 0; i < 300; ++i) veel += pand();
    Vanger v;
    const std::string xml = in_bestand(veel);
    (void)lees_geheugen(xml, "x.xml", v, {.voortgang = [&](const Stand& s) {
                            standen.push_back(s);
                            return true;
                        }});
    ASSERT_GT(standen.size(), 3U);
    EXPECT_EQ(standen.back().gedaan, xml.size());
    EXPECT_EQ(standen.back().totaal, xml.size());
    EXPECT_TRUE(std::is_sorted(standen.begin(), standen.end(),
                               [](const Stand& a, const Stand& b) { return a.gedaan < b.gedaan; }));
}

// ---- small parts ----

TEST(Waarden, LeestNederlandsePlaatselijkeTijd) {
    const auto utc = [](std::string_view t) { return tekst(*lees_bag_tijdstip(t)); };
    EXPECT_EQ(utc("2021-01-15T12:00:00.000"), "2021-01-15T11:00:00.000000Z");
    EXPECT_EQ(utc("2021-07-15T12:00:00"), "2021-07-15T10:00:00.000000Z");
    EXPECT_EQ(utc("2021-03-28T01:59:59"), "2021-03-28T00:59:59.000000Z");
    EXPECT_EQ(utc("2021-03-28T03:00:00"), "2021-03-28T01:00:00.000000Z");
    EXPECT_EQ(utc("2021-10-31T02:30:00"), "2021-10-31T00:30:00.000000Z") << "the doubled hour is its first pass";
    EXPECT_EQ(utc("2021-10-31T03:00:00"), "2021-10-31T02:00:00.000000Z");
    EXPECT_EQ(utc("2021-01-15T12:00:00.5+01:00"), "2021-01-15T11:00:00.500000Z");
    EXPECT_EQ(utc("2021-01-15T12:00:00.50Z"), "2021-01-15T12:00:00.500000Z") << "as long as a moment without an offset";
    EXPECT_EQ(utc("1887-07-15T12:00:00.000"), "1887-07-15T10:00:00.000000Z");
    EXPECT_EQ(utc("2150-03-29T02:59:59.999"), "2150-03-29T01:59:59.999000Z") << "beyond the table of summer times";
    EXPECT_EQ(utc("2150-03-29T03:00:00.000"), "2150-03-29T01:00:00.000000Z");
    for (const auto* fout : {"", "2021-01-15", "2021-01-15 12:00:00", "2021-01-15T12:00:00.1+2", "2021-01-15T12:00:00+1:0", "2/21-01-15T12:00:00", "2021-0:-15T12:00:00", "2021-01-15T12:00", "2021-01-15T12:00:00.",
                             "2021-01-15T24:00:00", "2021-13-15T12:00:00", "2021-01-15T12:00:00.1234567890"})
        EXPECT_FALSE(lees_bag_tijdstip(fout)) << fout;
}

TEST(Waarden, LeestZestienCijfersEnNietsAnders) {
    EXPECT_EQ(lees_id(ObjectType::pand, "9999109999999999"), 9'999'109'999'999'999U);
    EXPECT_EQ(lees_id(ObjectType::verblijfsobject, "0000010000000000"), 10'000'000'000U);
    EXPECT_EQ(lees_id(ObjectType::nummeraanduiding, "1234201234567890"), 1'234'201'234'567'890U);
    for (std::size_t plek = 0; plek < 16; ++plek) {
        for (const char anders : {'/', ':', ' ', 'a', 'p', '\0', '\xB1', '@', '?', '-', '+', '.'}) {
            std::string id = "9001101234567890";
            id[plek] = anders;
            EXPECT_FALSE(lees_id(ObjectType::pand, id)) << plek << ' ' << anders;
        }
    }
    for (const auto* id : {"", "900110123456789", "90011012345678901", "9001201234567890"}) EXPECT_FALSE(lees_id(ObjectType::pand, id)) << id;
    EXPECT_EQ(lees_id(ObjectType::woonplaats, "0042"), 42U);
    EXPECT_FALSE(lees_id(ObjectType::woonplaats, "00a2"));
}

TEST(Geometrie, LeestMetersOpDeMillimeter) {
    bool afgerond = false;
    const auto mm = [&](std::string_view t) { return lees_millimeters(t, afgerond); };
    EXPECT_EQ(mm("132743.9"), 132743900);
    EXPECT_EQ(mm("481800.107"), 481800107);
    EXPECT_EQ(mm("-0.5"), -500);
    EXPECT_EQ(mm("7"), 7000);
    EXPECT_EQ(mm("7.0000"), 7000);
    EXPECT_FALSE(afgerond);
    EXPECT_EQ(mm("7.0005"), 7001);
    EXPECT_TRUE(afgerond);
    EXPECT_EQ(mm("7.00049"), 7000);
    for (const auto* fout :
         {"", "-", ".", "1.", ".5", "1e5", "0x1", "1,5", "nan", "99999999999999999999", "1 2", "--1"})
        EXPECT_FALSE(mm(fout)) << fout;
}

TEST(Geometrie, SchrijftEwkbZoalsPostgisHetSchrijft) {
    // SELECT encode(ST_AsEWKB('SRID=28992;POINT(131009 482405.5)'::geometry, 'NDR'), 'hex')
    const auto hex = [](const std::string& bytes) {
        std::string uit;
        for (const char c : bytes) {
            constexpr std::string_view cijfers = "0123456789abcdef";
            uit += cijfers[static_cast<unsigned char>(c) >> 4U];
            uit += cijfers[static_cast<unsigned char>(c) & 15U];
        }
        return uit;
    };
    Geometrie punt;
    punt.soort = GeometrieSoort::punt;
    punt.punten = {{131009000, 482405500}};
    EXPECT_EQ(hex(ewkb(punt)),
              "01010000204071000000000000"
              "10fcff40"
              "00000000"
              "96711d41");
    Geometrie vlak;
    vlak.soort = GeometrieSoort::vlak;
    vlak.punten = {{0, 0}, {1000, 0}, {0, 1000}, {0, 0}};
    vlak.ring_einde = {4};
    vlak.vlak_einde = {1};
    EXPECT_EQ(hex(ewkb(vlak)).substr(0, 36),
              "010300002040710000"
              "01000000"
              "04000000"
              "00");
    EXPECT_EQ(ewkb(vlak).size(), 9U + 4U + 4U + 4U * 16U);
    EXPECT_TRUE(ewkb(Geometrie{}).empty());
}

TEST(BagId, PastAlleenBijZijnType) {
    EXPECT_EQ(PandId::lees("0457100000056701")->tekst(), "0457100000056701");
    EXPECT_FALSE(PandId::lees("0457010000056701"));
    EXPECT_FALSE(PandId::lees("045710000005670"));
    EXPECT_FALSE(PandId::lees("04571000000567x1"));
    EXPECT_EQ(WoonplaatsId::lees("0012")->waarde, 12U);
    EXPECT_FALSE(WoonplaatsId::lees("12"));
    static_assert(!std::is_convertible_v<PandId, VerblijfsobjectId>, "an id cannot be passed for another");
}

TEST(Voorkomen, IsActueelZolangHetLoopt) {
    Voorkomen v{.begin_geldigheid = year{2020} / 1 / 1};
    EXPECT_TRUE(is_actueel(v, stand));
    EXPECT_FALSE(is_actueel(v, year{2019} / 12 / 31));
    v.eind_geldigheid = stand;
    EXPECT_FALSE(is_actueel(v, stand));
    v.eind_geldigheid = year{2027} / 1 / 1;
    EXPECT_TRUE(is_actueel(v, stand));
    v.tijdstip_niet_bag_lv = Tijdstip{};
    EXPECT_FALSE(is_actueel(v, stand));
}

}  // namespace
}  // namespace damwand::bag

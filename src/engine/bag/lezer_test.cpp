// SPDX-License-Identifier: EUPL-1.2
// Good records with all their fields, and bad ones, which are data: they are listed and reading goes on.
#include "engine/bag/lezer.hpp"

#include "engine/bag/overzicht.hpp"
#include "engine/bag/proefrecord.hpp"

namespace damwand::bag {
namespace {

using testing::HasSubstr;
using namespace proef;
using namespace std::chrono;

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

}  // namespace
}  // namespace damwand::bag

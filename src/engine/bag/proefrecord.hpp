// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/fout.hpp"
#include "engine/bag/lezer.hpp"
#include "engine/bag/schrijver.hpp"

/// For tests: single records, hand-written in the shape of the real files, and what comes of reading them.
namespace damwand::bag::proef {

inline const Datum stand = std::chrono::year{2026} / 11 / 8;

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

inline const std::string voorkomen =
    "<Objecten:voorkomen><Historie:Voorkomen><Historie:voorkomenidentificatie>2</Historie:voorkomenidentificatie>"
    "<Historie:beginGeldigheid>2015-06-01</Historie:beginGeldigheid><Historie:eindGeldigheid>2018-01-29</"
    "Historie:eindGeldigheid>"
    "<Historie:tijdstipRegistratie>2015-06-01T13:24:58.120</Historie:tijdstipRegistratie>"
    "<Historie:eindRegistratie>2018-01-29T09:00:00.000</Historie:eindRegistratie><Historie:BeschikbaarLV>"
    "<Historie:tijdstipRegistratieLV>2015-06-01T13:31:21.792</Historie:tijdstipRegistratieLV>"
    "<Historie:tijdstipEindRegistratieLV>2018-01-29T09:30:00</Historie:tijdstipEindRegistratieLV>"
    "</Historie:BeschikbaarLV></Historie:Voorkomen></Objecten:voorkomen>";
inline const std::string bron_document =
    "<Objecten:geconstateerd>N</Objecten:geconstateerd><Objecten:documentdatum>2015-05-20</Objecten:documentdatum>"
    "<Objecten:documentnummer>B&amp;W-1887</Objecten:documentnummer>";
inline const std::string vierkant =
    "<gml:Polygon srsName=\"urn:ogc:def:crs:EPSG::28992\" "
    "srsDimension=\"3\"><gml:exterior><gml:LinearRing><gml:posList "
    "count=\"5\">147000.0 508000.5 0.0 147010.125 508000.5 0.0 147010.125 508010.0 0.0 147000.0 508010.0 0.0 "
    "147000.0 508000.5 0.0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>";
inline const std::string hoofdadres =
    "<Objecten:heeftAlsHoofdadres><Objecten-ref:NummeraanduidingRef "
    "domein=\"NL.IMBAG.Nummeraanduiding\">9001200000000001"
    "</Objecten-ref:NummeraanduidingRef></Objecten:heeftAlsHoofdadres>";

inline std::string id(std::string_view domein, std::string_view nummer) {
    return "<Objecten:identificatie domein=\"NL.IMBAG." + std::string(domein) + "\">" + std::string(nummer) +
           "</Objecten:identificatie>";
}
inline std::string object(const std::string& naam, const std::string& inhoud) {
    return "<sl:stand><sl-bag-extract:bagObject><Objecten:" + naam + ">" + inhoud + "</Objecten:" + naam +
           "></sl-bag-extract:bagObject></sl:stand>";
}
inline std::string pand(const std::string& vlak = vierkant, std::string_view nummer = "9001100000000007") {
    return object("Pand",
                  id("Pand", nummer) + "<Objecten:geometrie>" + vlak +
                      "</Objecten:geometrie><Objecten:oorspronkelijkBouwjaar>1898</Objecten:oorspronkelijkBouwjaar>"
                      "<Objecten:status>Pand in gebruik (niet ingemeten)</Objecten:status>" +
                      bron_document + voorkomen);
}
inline std::string nummer_met(const std::string& adres) {
    return object(
        "Nummeraanduiding",
        id("Nummeraanduiding", "9001200000000001") + adres +
            "<Objecten:typeAdresseerbaarObject>Verblijfsobject</Objecten:typeAdresseerbaarObject>"
            "<Objecten:status>Naamgeving uitgegeven</Objecten:status>" +
            bron_document + voorkomen +
            "<Objecten:ligtAan><Objecten-ref:OpenbareRuimteRef>9001300000000003</Objecten-ref:OpenbareRuimteRef>"
            "</Objecten:ligtAan>");
}
inline std::string in_bestand(const std::string& records) {
    return bestand_begin(ObjectType::pand, {9001}, stand) + records + std::string(bestand_einde());
}

inline Leesverslag lees_tekst(const std::string& xml, Vanger& vanger, std::string_view naam = "9001PND.xml") {
    return lees_geheugen(xml, naam, vanger);
}

/// Reads and expects the records to be rejected for one reason.
inline void verwacht_afkeuring(const std::string& record, std::string_view pad, std::string_view reden) {
    Vanger v;
    const auto verslag = lees_tekst(in_bestand(record + pand()), v);
    ASSERT_EQ(v.afkeuringen.size(), 1U) << reden;
    EXPECT_EQ(v.afkeuringen.front().pad, pad);
    EXPECT_THAT(v.afkeuringen.front().reden, testing::HasSubstr(std::string(reden)));
    EXPECT_GT(v.afkeuringen.front().regel, 20);
    EXPECT_EQ(v.panden.size(), 1U) << "reading must go on";
    const auto som = verslag.totaal();
    EXPECT_EQ(som.gelezen, som.aangeboden + som.afgekeurd);
    EXPECT_EQ(som.gelezen, 2U);
}

inline void verwacht_fout(const std::string& xml, std::string_view code, std::string_view deel,
                   std::string_view naam = "9001PND.xml") {
    Vanger v;
    try {
        (void)lees_geheugen(xml, naam, v);
        FAIL() << "must throw " << code;
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), code);
        EXPECT_THAT(fout.uitleg(), testing::HasSubstr(std::string(naam)));
        EXPECT_THAT(fout.uitleg(), testing::HasSubstr(std::string(deel)));
        EXPECT_EQ(fout.soort(), FoutSoort::ongeldig);
    }
}

}  // namespace damwand::bag::proef

// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/snellezer.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstring>
#include <random>

#include "base/fout.hpp"
#include "engine/bag/document.hpp"
#include "engine/bag/schrijver.hpp"

// The tokeniser of our own against libxml2: whatever the bytes, the reader tells the same story with either, to the words and lines of its messages.
namespace damwand::bag {
namespace {

/// All that came by, as text.
struct Verteller : Afnemer {
    using Afnemer::ontvang;
    void ontvang(const Levering& l) override { verhaal += fmt::format("levering {} {} {} {}\n", damwand::tekst(l.standdatum), l.schema, l.gemeenten.size(), l.heel_nederland); }
    void ontvang(Woonplaats& o) override { neem(o); }
    void ontvang(OpenbareRuimte& o) override { neem(o); }
    void ontvang(Nummeraanduiding& o) override { neem(o); }
    void ontvang(Verblijfsobject& o) override { neem(o); }
    void ontvang(Ligplaats& o) override { neem(o); }
    void ontvang(Standplaats& o) override { neem(o); }
    void ontvang(Pand& o) override { neem(o); }
    void ontvang(InOnderzoek& o) override { neem(o); }
    void ontvang(const Afkeuring& a) override { verhaal += fmt::format("afgekeurd {}:{} {}: {}\n", a.bestand, a.regel, a.pad, a.reden); }
    template <class Record>
    void neem(const Record& record) {
        schrijf(record, verhaal);
    }
    std::string verhaal;
};

std::string lees_met(const std::string& xml, std::size_t stuk, bool alleen_libxml2) {
    Verteller uit;
    Leesverslag verslag;
    std::string_view rest = xml;
    const Lees bron = [&](char* buffer, std::size_t grootte) {
        const auto aantal = std::min({grootte, stuk, rest.size()});
        std::memcpy(buffer, rest.data(), aantal);
        rest.remove_prefix(aantal);
        return aantal;
    };
    try {
        lees_document("9001PND.xml", bron, uit, verslag, {.alleen_libxml2 = alleen_libxml2});
    } catch (const Fout& fout) {
        uit.verhaal += fmt::format("fout {}: {}\n", fout.code(), fout.uitleg());
    }
    const auto som = verslag.totaal();
    uit.verhaal += fmt::format("gelezen {} aangeboden {} afgekeurd {} bestanden {}\n", som.gelezen, som.aangeboden, som.afgekeurd, verslag.xml_bestanden);
    for (const auto& [naam, aantal] : verslag.onbekend) uit.verhaal += fmt::format("onbekend {} {}\n", naam, aantal);
    return uit.verhaal;
}
void eis_gelijk(const std::string& xml, std::size_t stuk = 4096) { ASSERT_EQ(lees_met(xml, stuk, false), lees_met(xml, stuk, true)) << xml; }

const std::string pand = R"(<sl:stand>
  <sl-bag-extract:bagObject><Objecten:Pand><Objecten:identificatie domein="NL.IMBAG.Pand">9001100000000007</Objecten:identificatie>
  <Objecten:geometrie><gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992" srsDimension="3"><gml:exterior><gml:LinearRing>
  <gml:posList count="5">147000.0 508000.5 0.0 147010.125 508000.5 0.0 147010.125 508010.0 0.0
  147000.0 508010.0 0.0 147000.0 508000.5 0.0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></Objecten:geometrie>
  <Objecten:oorspronkelijkBouwjaar>1898</Objecten:oorspronkelijkBouwjaar><Objecten:status>Pand in gebruik (niet ingemeten)</Objecten:status>
  <Objecten:geconstateerd>N</Objecten:geconstateerd><Objecten:documentdatum>2015-05-20</Objecten:documentdatum>
  <Objecten:documentnummer>B&amp;W Súdwest 1887</Objecten:documentnummer>
  <Objecten:voorkomen><Historie:Voorkomen><Historie:voorkomenidentificatie>2</Historie:voorkomenidentificatie>
  <Historie:beginGeldigheid>2015-06-01</Historie:beginGeldigheid><Historie:tijdstipRegistratie>2015-06-01T13:24:58.120</Historie:tijdstipRegistratie>
  <Historie:BeschikbaarLV><Historie:tijdstipRegistratieLV>2015-06-01T13:31:21.792</Historie:tijdstipRegistratieLV></Historie:BeschikbaarLV>
  </Historie:Voorkomen></Objecten:voorkomen></Objecten:Pand></sl-bag-extract:bagObject></sl:stand>
)";
std::string in_bestand(const std::string& records) {
    return bestand_begin(ObjectType::pand, {9001}, std::chrono::year{2026} / 11 / 8) + records + std::string(bestand_einde());
}
std::string met(std::string xml, std::string_view oud, std::string_view nieuw) {
    const auto plek = xml.find(oud);
    EXPECT_NE(plek, std::string::npos) << oud;
    return xml.replace(plek, oud.size(), nieuw);
}

TEST(Snellezer, LeestEenLeveringZonderLibxml2) {
    const auto xml = in_bestand(pand + pand);
    std::string_view rest = xml;
    const std::function<std::size_t(char*, std::size_t)> bron = [&](char* buffer, std::size_t grootte) {
        const auto aantal = std::min(grootte, rest.size());
        std::memcpy(buffer, rest.data(), aantal);
        rest.remove_prefix(aantal);
        return aantal;
    };
    Snellezer snel(bron);
    std::size_t begonnen = 0, geeindigd = 0;
    for (;;) {
        const auto teken = snel.volgende(false);
        if (teken == Snellezer::Teken::klaar) break;
        ASSERT_NE(teken, Snellezer::Teken::opgegeven) << snel.rest().substr(0, 200);
        ++(teken == Snellezer::Teken::begin ? begonnen : geeindigd);
    }
    EXPECT_GT(begonnen, 40U);
    EXPECT_EQ(begonnen, geeindigd);
    EXPECT_NE(lees_met(xml, 4096, false).find("B&amp;W Súdwest 1887"), std::string::npos);
}

TEST(Snellezer, WaarDeBytesOokWordenGeknipt) {
    const auto xml = in_bestand(pand + pand);
    const auto heel = lees_met(xml, 1U << 20U, true);
    for (const std::size_t stuk : {1, 2, 3, 7, 64, 1000, 65536}) EXPECT_EQ(lees_met(xml, stuk, false), heel) << stuk;
}

TEST(Snellezer, LeestAndereXmlAlsLibxml2) {
    const auto xml = in_bestand(pand + pand);
    const std::pair<std::string_view, std::string_view> anders[]{
        {"2015-05-20", "<![CDATA[2015-05-20]]>"}, {"2015-05-20", "2015<!-- een dag -->-05-20"}, {"2015-05-20", "2015-&#48;5-20"}, {"2015-05-20", "<b>2015</b>-05-20"}, {"2015-05-20", ""},
        {"2015-05-20", "2015-05-20]]>"}, {"2015-05-20", "2015-05-20 ] ]]"}, {"2015-05-20", "\r\n2015-05-20\r"}, {"2015-05-20", "2015-05-\x01"}, {"2015-05-20", "2015-05-\xff"}, {"2015-05-20", "\xEF\xBF\xBE"},
        {"&amp;", "&lt;&gt;&apos;&quot;&amp;"}, {"&amp;", "&"}, {"&amp;", "&e;"}, {"&amp;", "&#0;"}, {"&amp;", "\xC2\x85"}, {"&amp;", "\x7f"},
        {"<sl:stand>", "<!-- begin --><sl:stand>"}, {"<sl:stand>", "<!-- a -- b --><sl:stand>"}, {"<sl:stand>", "<!---><sl:stand>"}, {"<sl:stand>", "<?php x ?><sl:stand>"}, {"<sl:stand>", "tekst<sl:stand>"},
        {"<sl:stand>", "<sl:stand >"}, {"</sl:stand>", "</sl:stand >"}, {"</sl:stand>", "</sl:stant>"}, {"<sl:stand>", "<sl:stand a='>'>"}, {"<sl:stand>", "<sl:stand a=\"1\" a=\"2\">"}, {"<sl:stand>", "<sl:stand a=1>"},
        {"<sl:stand>", "<sl:stand x:a='1'>"}, {"<sl:stand>", "<sl:stand xmlns:x='urn:x' x:a='1'>"}, {"<sl:stand>", "<sl:stand xmlns='urn:x'>"}, {"<sl:stand>", "<sl:stand a='&lt;'>"}, {"<sl:stand>", "<sl:stand a='<'>"},
        {"<sl:stand>", "<sl:onbekend><z>a&amp;b</z></sl:onbekend><sl:stand>"}, {"<sl:stand>", "<sl:onbekend/><sl:stand>"}, {"<sl:stand>", "<y:onbekend/><sl:stand>"}, {"<sl:stand>", "<1/><sl:stand>"}, {"<sl:stand>", "<é/><sl:stand>"},
        {"<Objecten:oorspronkelijkBouwjaar>1898</Objecten:oorspronkelijkBouwjaar>", "<Objecten:oorspronkelijkBouwjaar/>"}, {"srsDimension=\"3\"", "srsDimension='4'"}, {"srsDimension=\"3\"", "gml:id='een' gml:srsDimension=\"3\""},
        {"EPSG::28992", "EPSG::4326"}, {"<?xml", " <?xml"}, {"<?xml", "\xEF\xBB\xBF<?xml"}, {"version=\"1.0\"", "version=\"1.1\""}, {"UTF-8", "ISO-8859-1"}, {"UTF-8", "utf-8"}, {"?>", "?><!DOCTYPE a []>"}, {"?>", "?>\n<!-- kop -->"},
        {"domein=\"NL.IMBAG.Pand\"", "domein='NL\n.IMBAG.Pand'\n"}, {"1898", "18\n98"}, {"1898", " 1898 "},
    };
    for (const auto& [oud, nieuw] : anders) {
        eis_gelijk(met(xml, oud, nieuw));
        if (HasFatalFailure()) return;
    }
    for (const auto* achter : {" ", "\n<!-- klaar -->\n", "<a/>", "tekst", "</a>", "&amp;", "<?x?>", "<![CDATA[x]]>"}) eis_gelijk(xml + achter);
    for (const auto* los : {"", " ", "<", "<a", "<a/>", "<a>", "</a>", "x", "<?xml version='1.0'?>", "<?xml version='1.0'?>\n\n", "<!-- a -->"}) eis_gelijk(los);
    for (std::size_t tot = 0; tot < xml.size(); tot += 11) eis_gelijk(xml.substr(0, tot));
}

// Text is looked at sixteen bytes at a time: whatever stands at whatever place in it.
TEST(Snellezer, ZietElkTekenOpElkePlekInEenTekst) {
    for (const std::string_view teken : {"&amp;", "&", "]", "]]>", "\n", "\x01", "\x7f", "é", "\xff", "<!-- x -->", "<b/>"}) {
        for (std::size_t voor = 0; voor < 36; ++voor) {
            for (const std::size_t na : {0U, 1U, 15U, 16U}) {
                eis_gelijk(in_bestand(met(pand, "B&amp;W Súdwest 1887", std::string(voor, 'a') + std::string(teken) + std::string(na, 'b')) + pand));
                if (HasFatalFailure()) return;
            }
        }
    }
    // Lines are counted the same way, also when there are more than a byte holds.
    for (const std::size_t regels : {1U, 15U, 16U, 17U, 4079U, 4080U, 4081U, 9000U}) {
        const auto verhaal = lees_met(in_bestand(std::string(regels, '\n') + met(pand, "1898", "18")), 65536, false);
        const auto leeg = lees_met(in_bestand(met(pand, "1898", "18")), 65536, true);
        const auto regel = [](const std::string& v) { return std::stoul(v.substr(v.find(".xml:") + 5)); };
        EXPECT_EQ(regel(verhaal), regel(leeg) + regels);
    }
}

// What is missing shows at the end of a record, and its message names the line of its beginning, however far back that is.
TEST(Snellezer, OnthoudtDeRegelVanEenRecord) {
    for (const std::size_t regels : {0U, 1U, 100U, 70'000U, 300'000U}) {
        const auto zonder = met(pand, "<Objecten:geconstateerd>N</Objecten:geconstateerd>", std::string(regels, '\n'));
        for (const auto& xml : {in_bestand(pand + zonder + pand), in_bestand(zonder + met(pand, "<sl:stand>", "<sl:stand><?php x ?>")), in_bestand(met(zonder, "2015-05-20", "<![CDATA[2015-05-20]]>"))}) {
            const auto traag = lees_met(xml, 65536, true);
            EXPECT_NE(traag.find("geconstateerd ontbreekt"), std::string::npos);
            for (const std::size_t stuk : {777U, 65536U}) ASSERT_EQ(lees_met(xml, stuk, false), traag) << regels;
        }
    }
}

TEST(Snellezer, LeestVerminkteXmlAlsLibxml2) {
    std::mt19937 toeval(4);
    const auto xml = in_bestand(pand + met(pand, "1898", "18") + pand);
    static constexpr std::string_view tekens{"<>&\"'/ =]!-?x:\n\r\0\xC3\xEF\xBF\xBB;#1", 24};
    for (int keer = 0; keer < 6000; ++keer) {
        auto stuk = xml;
        for (auto aantal = 1U + toeval() % 3U; aantal > 0; --aantal) {
            const auto plek = toeval() % stuk.size();
            switch (toeval() % 4U) {
                case 0: stuk[plek] = tekens[toeval() % tekens.size()]; break;
                case 1: stuk.insert(plek, 1, tekens[toeval() % tekens.size()]); break;
                case 2: stuk.erase(plek, 1U + toeval() % 20U); break;
                default: stuk.insert(plek, xml.substr(toeval() % xml.size(), 1U + toeval() % 40U)); break;
            }
            if (stuk.empty()) break;
        }
        eis_gelijk(stuk, 1U + toeval() % 5000U);
        if (HasFatalFailure()) return;
    }
}

}  // namespace
}  // namespace damwand::bag

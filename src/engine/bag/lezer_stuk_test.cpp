// SPDX-License-Identifier: EUPL-1.2
// Files that are broken, too large or no BAG at all: a message with file and line. And reading that is stopped.
#include <algorithm>
#include <stdexcept>

#include "engine/bag/proefrecord.hpp"

namespace damwand::bag {
namespace {

using namespace proef;

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

}  // namespace
}  // namespace damwand::bag

// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/lijst.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "base/fout.hpp"

namespace damwand::graph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Gelezen {
    Lijst lijst;
    Leesverslag verslag;
    std::string fout, uitleg;
};

Gelezen lees_tekst(const std::string& tekst, Formaat formaat, LeesOpties opties = {.bestand = "proef"}) {
    std::istringstream in(tekst);
    Gelezen uit;
    try {
        uit.lijst = lees(in, formaat, uit.verslag, opties);
    } catch (const Fout& fout) {
        uit.fout = fout.code();
        uit.uitleg = fout.uitleg();
    }
    return uit;
}

std::string geschreven(const Lijst& lijst, Formaat formaat) {
    std::ostringstream uit;
    schrijf(uit, formaat, lijst);
    return uit.str();
}

Lijst voorbeeld() {
    Lijst l;
    l.gericht = true;
    l.knooptypen = {"", "Person", "Company"};
    l.bandtypen = {"", "Directorship", "huurt"};
    l.knopen = {{.id = "p1", .type = 1, .naam = "J. de \"Vries\" & <zn>", .eigenschappen = {{"country", "nl"}, {"notes", "twee\nregels"}}}, {.id = "c;1", .type = 2, .naam = "Bedrijf"}, {.id = "=x", .type = 2}};
    l.banden = {{.van = 0, .naar = 1, .type = 1, .id = "d1", .periode = {*lees_dag("2020-02-29"), *lees_dag("2021-03-01")}, .eigenschappen = {{"status", "oud"}}},
                {.van = 1, .naar = 2, .type = 2, .id = "l2", .periode = {*lees_dag("2022-01-01"), Periode{}.tot}}};
    return l;
}

TEST(GraafFormaten, LezenWatZeSchreven) {
    for (const auto formaat : {Formaat::graphml, Formaat::gexf, Formaat::ftm}) {
        const auto terug = lees_tekst(geschreven(voorbeeld(), formaat), formaat);
        EXPECT_EQ(terug.fout, "") << terug.uitleg;
        EXPECT_EQ(terug.lijst, voorbeeld()) << geschreven(terug.lijst, formaat);
        EXPECT_EQ(terug.verslag.gelezen, 5U);
        EXPECT_THAT(terug.verslag.onbekend, IsEmpty());
    }
    auto zonder_knopen = voorbeeld();  // CSV has a place for ties only
    for (auto& k : zonder_knopen.knopen) k = {.id = k.id};
    zonder_knopen.knooptypen = {""};
    zonder_knopen.gericht = false;
    zonder_knopen.banden[0].betrouwbaarheid = {1, 2};
    EXPECT_EQ(lees_tekst(geschreven(zonder_knopen, Formaat::csv), Formaat::csv).lijst, zonder_knopen);
    EXPECT_THAT(geschreven(voorbeeld(), Formaat::i2), HasSubstr("p1;Person;\"J. de \"\"Vries\"\" & <zn>\";\"c;1\";Company;Bedrijf;Directorship;heen;2020-02-29;2021-03-01;F;6\r\n"));
    EXPECT_EQ(lees_tekst("", Formaat::i2).fout, "graaf-formaat");
}

TEST(GraafFormaten, CsvHerkentKopScheidingEnOpmerkingen) {
    const auto snap = lees_tekst("# Undirected graph\n# from to\n0 1\n0 2\n", Formaat::csv);
    EXPECT_EQ(snap.lijst.banden.size(), 2U);
    EXPECT_EQ(snap.lijst.knopen.front().id, "0");
    EXPECT_EQ(lees_tekst("persoon,adres\n1,2\n", Formaat::csv).lijst.banden.size(), 1U);  // words above numbers
    EXPECT_EQ(lees_tekst("jan,kerkstraat\npiet,kerkstraat\n", Formaat::csv).lijst.banden.size(), 2U);
    EXPECT_EQ(lees_tekst("jan,kerkstraat\npiet,kerkstraat\n", Formaat::csv, {.kop = true}).lijst.banden.size(), 1U);
    EXPECT_EQ(lees_tekst("\xEF\xBB\xBF\"van\"\t\"naar\"\r\na\t\"b \"\"c\"\"\"\r\n", Formaat::csv).lijst.knopen.back().id, "b \"c\"");
    EXPECT_EQ(lees_tekst("van,naar,kleur\na,b,rood\n", Formaat::csv).lijst.banden[0].eigenschappen, (std::vector<Eigenschap>{{"kleur", "rood"}}));
    EXPECT_THAT(lees_tekst("a,b,c\n", Formaat::csv).verslag.onbekend, ElementsAre("kolom 3"));
    EXPECT_EQ(lees_tekst("a,a\n", Formaat::csv).lijst.knopen.size(), 1U);
}

TEST(GraafFormaten, CsvZegtVanElkeRegelWatErMisIs) {
    const auto u = lees_tekst("van,naar,geldigVan,betrouwbaarheid\na,b,2020-13-01,\na,b,,G9\na\n,b,,\na,\xFF,,\na,b,2020-01-01,B2\n", Formaat::csv);
    EXPECT_EQ(u.lijst.banden.size(), 1U);
    EXPECT_EQ(u.verslag.gelezen, 6U);
    EXPECT_EQ(u.verslag.afgekeurd, 5U);
    std::vector<std::uint64_t> regels;
    for (const auto& a : u.verslag.afkeuringen) regels.push_back(a.regel);
    EXPECT_THAT(regels, ElementsAre(2, 3, 4, 5, 6));
    EXPECT_EQ(u.verslag.afkeuringen[0].pad, "kolom geldigVan");
    EXPECT_EQ(lees_tekst("alleen\n", Formaat::csv).fout, "graaf-csv");
    EXPECT_EQ(lees_tekst("\xFF\xFE\xC0,b\n", Formaat::csv).fout, "graaf-csv");
    EXPECT_EQ(lees_tekst("a,b\nc,d\n", Formaat::csv, {.meeste_knopen = 3}).fout, "graaf-te-groot");
    EXPECT_EQ(lees_tekst("a,b\nc,d\n", Formaat::csv, {.meeste_banden = 1}).fout, "graaf-te-groot");
    EXPECT_EQ(lees_tekst("a,b\nc,d\n", Formaat::csv, {.voortgang = [](const Stand&) { return false; }}).fout, "afgebroken");
    EXPECT_EQ(lees_tekst("a,b\n" + std::string(2 << 20, 'x') + "\nc,d\n", Formaat::csv).verslag.afgekeurd, 1U);
}

std::string graphml(const std::string& inhoud) { return "<graphml><key id='k' for='node' attr.name='type'/><graph edgedefault='undirected'>" + inhoud + "</graph></graphml>"; }

TEST(GraafFormaten, GraphmlWeigertWatNietKlopt) {
    const auto goed = lees_tekst(graphml("<edge source='a' target='b'/><node id='a'><data key='k'>pand</data></node><node id='b'/>"), Formaat::graphml);
    EXPECT_EQ(goed.lijst.banden.size(), 1U);  // the tie waited for its nodes
    EXPECT_EQ(goed.lijst.knooptypen.back(), "pand");
    EXPECT_FALSE(goed.lijst.gericht);
    const auto los = lees_tekst(graphml("<node id='a'/>\n<edge source='a' target='weg'/>\n<node id='a'/><edge source='a'/><node/>"), Formaat::graphml);
    EXPECT_EQ(los.verslag.gelezen, 5U);
    EXPECT_EQ(los.verslag.afgekeurd, 4U);
    EXPECT_EQ(los.verslag.afkeuringen.back().regel, 2U);
    EXPECT_THAT(lees_tekst(graphml("<node id='a'><graph><node id='b'/></graph></node><hyperedge/>"), Formaat::graphml).verslag.onbekend, ElementsAre("graph", "hyperedge"));
    EXPECT_EQ(lees_tekst(graphml("<node id='a'>"), Formaat::graphml).fout, "graaf-xml");
    EXPECT_EQ(lees_tekst("<graphml>", Formaat::graphml).fout, "graaf-xml");
    EXPECT_EQ(lees_tekst("<gexf/>", Formaat::graphml).fout, "graaf-xml");
    EXPECT_EQ(lees_tekst("", Formaat::graphml).fout, "graaf-xml");
    EXPECT_THAT(lees_tekst(graphml("\n\n<node id='a'></edge>"), Formaat::graphml).uitleg, HasSubstr("proef, regel 3: "));
}

TEST(GraafFormaten, VijandigeXmlKomtErNietIn) {
    EXPECT_EQ(lees_tekst("<!DOCTYPE g [<!ENTITY a 'b'>]>" + graphml("<node id='&a;'/>"), Formaat::graphml).fout, "graaf-doctype");
    EXPECT_EQ(lees_tekst("<!DOCTYPE g SYSTEM 'file:///etc/passwd'>" + graphml(""), Formaat::gexf).fout, "graaf-doctype");
    EXPECT_EQ(lees_tekst(graphml("<node id='&lol;'/>"), Formaat::graphml).fout, "graaf-doctype");
    EXPECT_EQ(lees_tekst(graphml("<node id='a&amp;b'/>"), Formaat::graphml).lijst.knopen[0].id, "a&b");
    std::string diep;
    for (int i = 0; i < 100; ++i) diep += "<data>";
    EXPECT_EQ(lees_tekst(graphml("<node id='a'>" + diep), Formaat::graphml).fout, "graaf-te-groot");
    std::string breed = "<node id='a'";
    for (int i = 0; i < 100; ++i) breed += " a" + std::to_string(i) + "='x'";
    EXPECT_EQ(lees_tekst(graphml(breed + "/>"), Formaat::graphml).fout, "graaf-te-groot");
}

TEST(GraafFormaten, GexfLeestSoortPeriodeEnWaarden) {
    const auto u = lees_tekst("<gexf version='1.3'><meta><creator>x</creator></meta><graph defaultedgetype='directed'><attributes class='node'><attribute id='0' title='soort'/></attributes>"
                              "<nodes><node id='a' label='Jan'><attvalues><attvalue for='0' value='persoon'/></attvalues></node><node id='b'/></nodes>"
                              "<edges><edge id='e' source='a' target='b' kind='kent' start='2020-01-01' end='2020-12-31' weight='2'/></edges></graph></gexf>", Formaat::gexf);
    EXPECT_EQ(u.lijst.knopen[0].naam, "Jan");
    EXPECT_EQ(u.lijst.knooptypen.at(u.lijst.knopen[0].type), "persoon");
    EXPECT_EQ(u.lijst.bandtypen.at(u.lijst.banden.at(0).type), "kent");
    EXPECT_EQ(u.lijst.banden[0].periode.tot, lees_dag("2020-12-31"));
    EXPECT_EQ(u.lijst.banden[0].eigenschappen, (std::vector<Eigenschap>{{"weight", "2"}}));
    EXPECT_THAT(u.verslag.onbekend, ElementsAre("meta"));
    EXPECT_TRUE(u.lijst.gericht);
}

TEST(GraafFormaten, FtmMaaktVerbandenVanRandenEnAdressen) {
    const std::string regels = R"({"id":"p","schema":"Person","properties":{"name":["Jan"],"addressEntity":["a"]}}
{"id":"o","schema":"Ownership","properties":{"owner":["p"],"asset":["c"],"startDate":["2020-01-01"],"percentage":["50"]}}

{"id":"c","schema":"Company","properties":{"name":"Bedrijf"}}
{"id":"a","schema":"Address","properties":{}}
)";
    for (const auto& tekst : {regels, "[" + [&] {
             std::string lijst;
             std::istringstream in(regels);
             for (std::string r; std::getline(in, r);) lijst += r.empty() ? "" : (lijst.empty() ? "" : ",") + r;
             return lijst;
         }() + "]"}) {
        const auto u = lees_tekst(tekst, Formaat::ftm);
        ASSERT_EQ(u.fout, "") << u.uitleg;
        EXPECT_EQ(u.lijst.knopen.size(), 3U);
        ASSERT_EQ(u.lijst.banden.size(), 2U);
        EXPECT_EQ(u.lijst.knopen[1].naam, "Bedrijf");
        std::vector<std::string> typen;
        for (const auto& b : u.lijst.banden) typen.push_back(u.lijst.bandtypen[b.type]);
        EXPECT_THAT(typen, testing::UnorderedElementsAre("Ownership", "addressEntity"));
        EXPECT_EQ(u.verslag.gelezen, 5U);
    }
}

TEST(GraafFormaten, FtmZegtWatErMisIs) {
    const auto u = lees_tekst("{\"id\":\"p\",\"schema\":\"Person\"}\nkapot\n[]\n{\"id\":\"q\"}\n{\"id\":\"o\",\"schema\":\"Family\",\"properties\":{\"person\":[\"p\"]}}\n", Formaat::ftm);
    EXPECT_EQ(u.verslag.gelezen, 5U);
    EXPECT_EQ(u.verslag.afgekeurd, 4U);
    EXPECT_EQ(u.verslag.afkeuringen[0].regel, 2U);
    EXPECT_EQ(lees_tekst("kapot", Formaat::ftm).fout, "graaf-json");
    EXPECT_EQ(lees_tekst("[{]", Formaat::ftm).fout, "graaf-json");
    EXPECT_EQ(lees_tekst("[1,2]", Formaat::ftm).verslag.afkeuringen[1].pad, "/1/");
    EXPECT_EQ(lees_tekst("[" + std::string(100, '[') + std::string(100, ']') + "]", Formaat::ftm).fout, "graaf-json");
    EXPECT_EQ(lees_tekst("", Formaat::ftm).lijst.knopen.size(), 0U);
}

}  // namespace
}  // namespace damwand::graph

// SPDX-License-Identifier: EUPL-1.2
// The map through the gate, against a second method: raw versions of the BAG, days and polygons worked out here.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <numbers>
#include <random>
#include <set>

#include "base/fout.hpp"
#include "engine/tabel/tabel.hpp"
#include "steun/casusproef.hpp"
#include "werk/kaart/proefkaart.hpp"

namespace damwand::kaart {
namespace {

value vraag(const value& waar, std::string_view wat, std::string_view dag, int aantal = 500, int vanaf = 0) {
    return {{"waar", waar}, {"wat", wat}, {"peildatum", dag}, {"aantal", aantal}, {"vanaf", vanaf}};
}

/// Every row of a selection, page by page.
std::vector<object> alles(const value& waar, std::string_view wat, std::string_view dag) {
    std::vector<object> uit;
    for (;;) {
        const auto blad = omgeving().eis(200, analist(), post, "/v1/kaart/selectie/_toon", vraag(waar, wat, dag, 500, static_cast<int>(uit.size())));
        for (const auto& r : blad.at("resultaten").as_array()) uit.push_back(r.as_object());
        if (blad.at("resultaten").as_array().empty() || std::ssize(uit) >= blad.at("aantal").as_int64()) {
            EXPECT_EQ(blad.at("aantal").as_int64(), std::ssize(uit));
            return uit;
        }
    }
}

// ── The second method ───────────────────────────────────────────────────────────────────────────────────────────────

using Ring = std::vector<Plek>;

/// By the number of edges that a ray to the east crosses.
bool binnen(const std::vector<Ring>& ringen, Plek p) {
    bool uit = false;
    for (const auto& ring : ringen) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if ((ring[i].y > p.y) != (ring[j].y > p.y) && p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x) uit = !uit;
        }
    }
    return uit;
}

/// Whether the edge runs within a centimetre: drawn in metres of the screen and turned into RD, an edge is not told apart from what stands that near.
bool op_de_rand(const std::vector<Ring>& ringen, Plek p) {
    constexpr double zo_dicht = 0.01;
    for (const auto& ring : ringen) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const double dx = ring[j].x - ring[i].x, dy = ring[j].y - ring[i].y;
            const double t = std::clamp(((p.x - ring[i].x) * dx + (p.y - ring[i].y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
            if (std::hypot(p.x - ring[i].x - t * dx, p.y - ring[i].y - t * dy) < zo_dicht) return true;
        }
    }
    return false;
}

/// One version as it was delivered.
struct Versie {
    std::int64_t id = 0;
    std::string van, tot;  ///< tot empty: still
    int status = 0;
    Plek plek;
    std::vector<std::int64_t> panden;
    std::set<int> doelen;
    [[nodiscard]] bool geldt(std::string_view dag) const { return van <= dag && (tot.empty() || tot > dag); }
};

std::vector<Versie> versies(const std::string& tabel, const std::string& extra) {
    std::vector<Versie> uit;
    auto beheer = omgeving().beheer();
    for (const auto rij : beheer.doe(fmt::format("select identificatie, begin_geldigheid::text as van, coalesce(eind_geldigheid::text, '') as tot, status, public.st_x(p) as x, public.st_y(p) as y, {}"
                                                 "  from (select *, public.st_pointonsurface(geometrie) as p from register.{}_voorkomen where bestandsoort = 1) v order by identificatie, voorkomen, tijdstip_registratie",
                                                 extra, tabel))) {
        Versie een{.id = rij.veld<std::int64_t>("identificatie"), .van = rij.veld<std::string>("van"), .tot = rij.veld<std::string>("tot"), .status = rij.veld<int>("status"),
                   .plek = {rij.veld<double>("x"), rij.veld<double>("y")}, .panden = {}, .doelen = {}};
        for (const auto& p : rij.veld<std::vector<std::string>>("panden")) een.panden.push_back(std::stoll(p));
        for (const auto& d : rij.veld<std::vector<std::string>>("doelen")) een.doelen.insert(std::stoi(d));
        uit.push_back(std::move(een));
    }
    return uit;
}

/// Everything delivered, read once; again after another load.
struct Geleverd {
    std::vector<Versie> panden, objecten, plaatsen;
    void lees() {
        panden = versies("pand", "'{}'::text[] as panden, '{}'::text[] as doelen");
        objecten = versies("verblijfsobject", "panden::text[] as panden, gebruiksdoelen::text[] as doelen");
        std::erase_if(objecten, [](const Versie& v) { return !(v.status == 3 || v.status == 4 || v.status == 5 || v.status == 7); });
        plaatsen = versies("standplaats", "'{}'::text[] as panden, '{}'::text[] as doelen");
        for (auto& v : versies("ligplaats", "'{}'::text[] as panden, '{}'::text[] as doelen")) plaatsen.push_back(std::move(v));
        std::erase_if(plaatsen, [](const Versie& v) { return v.status != 1; });
    }
};
Geleverd& geleverd() {
    static Geleverd een = [] {
        Geleverd uit;
        uit.lees();
        return uit;
    }();
    return een;
}
const std::vector<Versie>& panden() { return geleverd().panden; }
const std::vector<Versie>& objecten() { return geleverd().objecten; }
const std::vector<Versie>& plaatsen() { return geleverd().plaatsen; }
bool staat_er(int status) { return (status >= 4 && status <= 7) || status == 9; }

using Pandbeeld = std::pair<std::string, int>;  ///< use, and how much is in it
std::map<std::string, Pandbeeld> panden_in(const std::vector<Ring>& ringen, std::string_view dag) {
    std::map<std::int64_t, std::pair<std::set<int>, std::set<std::int64_t>>> inhoud;
    for (const auto& o : objecten()) {
        if (!o.geldt(dag)) continue;
        for (const auto p : o.panden) {
            inhoud[p].first.insert(o.doelen.begin(), o.doelen.end());
            inhoud[p].second.insert(o.id);
        }
    }
    std::map<std::string, Pandbeeld> uit;
    for (const auto& p : panden()) {
        if (!p.geldt(dag) || !staat_er(p.status) || !binnen(ringen, p.plek)) continue;
        const auto& [doelen, wie] = inhoud[p.id];
        const auto nummer = doelen.empty() ? 0U : doelen.size() > 1 ? 12U : static_cast<unsigned>(*doelen.begin());
        uit[fmt::format("{:016}", p.id)] = {std::string(gebruiken.at(nummer)), static_cast<int>(wie.size())};
    }
    return uit;
}

/// What stands on the edge, whose side nobody can say.
std::set<std::string> op_de_rand_van(const std::vector<Ring>& ringen) {
    std::set<std::string> uit;
    for (const auto* soort : {&panden(), &objecten(), &plaatsen()}) {
        for (const auto& o : *soort) {
            if (op_de_rand(ringen, o.plek)) uit.insert(fmt::format("{:016}", o.id));
        }
    }
    return uit;
}

std::set<std::string> objecten_in(const std::vector<Ring>& ringen, std::string_view dag) {
    std::set<std::string> uit;
    for (const auto* soort : {&objecten(), &plaatsen()}) {
        for (const auto& o : *soort) {
            if (o.geldt(dag) && binnen(ringen, o.plek)) uit.insert(fmt::format("{:016}", o.id));
        }
    }
    return uit;
}

struct Getekend {
    value waar;                 ///< as the screen sends it
    std::vector<Ring> in_rd;
};

/// A star around a point of the register, with a hole in its middle.
Getekend teken(std::mt19937& toeval, const registers::RdPlek& midden) {
    std::uniform_real_distribution<double> straal(60, 420);
    std::vector<Ring> ringen(2);
    constexpr int hoeken = 11;
    for (int i = 0; i < hoeken; ++i) {
        const double r = straal(toeval), hoek = 2 * std::numbers::pi * i / hoeken;
        ringen[0].push_back({midden.x + r * std::cos(hoek), midden.y + r * std::sin(hoek)});
        ringen[1].push_back({midden.x + 0.4 * r * std::cos(hoek), midden.y + 0.4 * r * std::sin(hoek)});
    }
    array op_scherm;
    auto beheer = omgeving().beheer();
    for (const auto& ring : ringen) {
        array punten;
        for (const auto& p : ring) {
            const auto r = beheer.doe("select public.st_x(p) as x, public.st_y(p) as y from public.st_transform(public.st_setsrid(public.st_makepoint($1, $2), 28992), 3857) p", p.x, p.y);
            punten.push_back(object{{"x", r[0].veld<double>("x")}, {"y", r[0].veld<double>("y")}});
        }
        op_scherm.push_back(std::move(punten));
    }
    return {object{{"ringen", std::move(op_scherm)}}, std::move(ringen)};
}

constexpr std::array dagen{"2026-11-08", "2016-06-30", "2009-12-31"};

/// Twenty drawn areas with a hole, each around a building of these: lists and counts of three days are those of the second method.
void twintig_gebieden(const std::vector<Versie>& middens) {
    std::mt19937 toeval(20);
    std::size_t alle_panden = 0, alle_objecten = 0;
    for (int n = 0; n < 20; ++n) {
        const auto& midden = middens.at(toeval() % middens.size()).plek;
        const auto gebied = teken(toeval, {midden.x, midden.y});
        const auto rand = op_de_rand_van(gebied.in_rd);
        EXPECT_LE(rand.size(), 5U);
        const auto zonder_rand = [&rand](auto gevonden, const auto& sleutel) {
            std::erase_if(gevonden, [&](const auto& een) { return rand.contains(sleutel(een)); });
            return gevonden;
        };
        for (const auto* dag : dagen) {
            std::map<std::string, Pandbeeld> gevonden;
            for (const auto& r : alles(gebied.waar, "panden", dag)) gevonden[std::string(r.at("identificatie").as_string())] = {std::string(r.at("gebruik").as_string()), static_cast<int>(r.at("objecten").as_int64())};
            const auto eigen_id = [](const auto& een) { return een.first; };
            const auto links = zonder_rand(gevonden, eigen_id), verwacht = zonder_rand(panden_in(gebied.in_rd, dag), eigen_id);
            std::vector<std::pair<std::string, Pandbeeld>> anders;
            std::set_symmetric_difference(links.begin(), links.end(), verwacht.begin(), verwacht.end(), std::back_inserter(anders));
            EXPECT_THAT(anders, testing::IsEmpty()) << n << " " << dag << ": " << gevonden.size() << " and " << verwacht.size();
            alle_panden += gevonden.size();
            std::set<std::string> ids;
            for (const auto& r : alles(gebied.waar, "objecten", dag)) ids.emplace(r.at("identificatie").as_string());
            const auto zelf = [](const std::string& een) { return een; };
            EXPECT_EQ(zonder_rand(ids, zelf), zonder_rand(objecten_in(gebied.in_rd, dag), zelf)) << n << " " << dag;
            alle_objecten += ids.size();
        }
    }
    EXPECT_GT(alle_panden, 500U);
    EXPECT_GT(alle_objecten, 500U);
}

TEST(Kaart, TeltTwintigGetekendeGebiedenMetGatenOpDrieDagenZoalsEenTweedeWijze) { twintig_gebieden(panden()); }

TEST(Kaart, TeltTwintigGebiedenInEenEchteGemeenteZoalsEenTweedeWijze) {
    const auto weesp = fs::path{DAMWAND_BRONMAP}.parent_path() / "shared" / "data" / "bag" / "weesp-0457" / "BAGGEM0457L-15102021.zip";
    if (!fs::exists(weesp)) GTEST_SKIP() << "the real data are not here: " << weesp;
    (void)omgeving();
    db::Pool lader(omgeving().cluster().dsn("lader"), 1);
    (void)registers::laad(lader, std::array{weesp});
    geleverd().lees();
    auto echt = panden();
    std::erase_if(echt, [](const Versie& v) { return v.id / 1'000'000'000'000 != 457; });
    ASSERT_GT(echt.size(), 5'000U);
    twintig_gebieden(echt);
    auto v = omgeving().beheer();  // the other tests are about Damstede alone
    v.script("select register.wis('{457}', false); delete from register.adres where gemeente = 457; select register.bouw_kaart('{457}', false)");
    geleverd().lees();
}

TEST(Kaart, VerandertMetDeDag) {
    std::set<std::size_t> aantallen;
    const Ring overal{{-1e7, -1e7}, {1e7, -1e7}, {1e7, 1e7}, {-1e7, 1e7}};
    for (const auto* dag : dagen) {
        const auto panden_toen = panden_in({overal}, dag).size();
        aantallen.insert(panden_toen);
        for (int groep = 1; groep <= 4; ++groep)
            EXPECT_EQ(omgeving().beheer().doe("select coalesce(sum(aantal), 0) as som from register.kaartcel where groep = $1 and dag <= $2::date and (tot is null or tot > $2::date)", groep, dag)[0].veld<std::size_t>("som"), panden_toen) << groep << " " << dag;
    }
    EXPECT_EQ(aantallen.size(), dagen.size()) << "the invented town does not change: this proves nothing";
}

TEST(Kaart, TeltPerGebiedWatErSamenInDeGemeenteStaat) {
    const auto per = [](std::string_view soort, std::string_view wat) {
        const auto lijst = omgeving().eis(200, analist(), post, "/v1/kaart/gebieden/_tel", {{"soort", soort}, {"peildatum", "2019-06-30"}});
        std::int64_t som = 0;
        for (const auto& g : lijst.at("resultaten").as_array()) som += g.at(wat).as_int64();
        return som;
    };
    const auto buurten = omgeving().eis(200, analist(), post, "/v1/kaart/gebieden/_tel", {{"soort", "buurt"}, {"binnen", {{"soort", "wijk"}, {"code", "WK900101"}}}});
    EXPECT_EQ(buurten.at("resultaten").as_array().size(), 9U);
    for (const auto* wat : {"panden", "objecten", "woningen", "bedrijfsruimten"}) {
        EXPECT_GT(per("gemeente", wat), 0);
        EXPECT_EQ(per("buurt", wat), per("gemeente", wat)) << wat;
        EXPECT_EQ(per("wijk", wat), per("gemeente", wat)) << wat;
    }
    EXPECT_EQ(per("gemeente", "panden"), std::ssize(alles({{"gebied", {{"soort", "gemeente"}, {"code", "GM9001"}}}}, "panden", "2019-06-30")));
}

TEST(Kaart, SorteertFiltertEnBladertOverAlles) {
    const value waar{{"gebied", {{"soort", "gemeente"}, {"code", "GM9001"}}}};
    auto v = vraag(waar, "objecten", "2026-11-08", 40).as_object();
    v["sorteer"] = "oppervlakte";
    v["aflopend"] = true;
    v["gebruik"] = array{"winkel", "kantoor"};
    const auto blad = omgeving().eis(200, analist(), post, "/v1/kaart/selectie/_toon", v);
    std::int64_t vorige = 1'000'000;
    for (const auto& r : blad.at("resultaten").as_array()) {
        EXPECT_LE(r.at("oppervlakte").as_int64(), vorige);
        vorige = r.at("oppervlakte").as_int64();
        EXPECT_THAT(std::string(r.at("gebruik").as_string()), testing::AnyOf("winkel", "kantoor"));
        EXPECT_FALSE(r.at("adres").as_string().empty());
    }
    EXPECT_LT(vorige, 1'000'000);
    v["sorteer"] = "naam";
    v["gebruik"] = array{"villa"};
    v["wat"] = "mensen";
    const auto fout = omgeving().eis(400, analist(), post, "/v1/kaart/selectie/_toon", v);
    EXPECT_EQ(fout.at("fouten").as_array().size(), 3U);
}

TEST(Kaart, VergelijktTweeDagen) {
    const value waar{{"gebied", {{"soort", "gemeente"}, {"code", "GM9001"}}}};
    for (const auto* wat : {"objecten", "panden"}) {
        auto v = vraag(waar, wat, "2026-11-08").as_object();
        v["eerder"] = "2012-12-31";
        const auto uit = omgeving().eis(200, analist(), post, "/v1/kaart/selectie/_vergelijk", v);
        // The second method: both lists whole, held against each other here.
        std::map<std::string, object> toen;
        for (const auto& r : alles(waar, wat, "2012-12-31")) toen[std::string(r.at("identificatie").as_string())] = r;
        std::int64_t gekomen = 0, anders = 0;
        for (const auto& r : alles(waar, wat, "2026-11-08")) {
            const auto was = toen.find(std::string(r.at("identificatie").as_string()));
            if (was == toen.end()) {
                ++gekomen;
                continue;
            }
            if (was->second.at("gebruik") != r.at("gebruik") || was->second.at("oppervlakte") != r.at("oppervlakte")) ++anders;
            toen.erase(was);
        }
        EXPECT_EQ(uit.at("gekomen").as_int64(), gekomen) << wat;
        EXPECT_EQ(uit.at("anders").as_int64(), anders) << wat;
        EXPECT_EQ(uit.at("gegaan").as_int64(), std::ssize(toen)) << wat;
        EXPECT_GT(gekomen, 0) << wat;
        EXPECT_EQ(std::ssize(uit.at("resultaten").as_array()), std::min<std::int64_t>(500, gekomen + anders + std::ssize(toen)));
        v["eerder"] = "2026-11-08";
        EXPECT_EQ(omgeving().roep(analist(), post, "/v1/kaart/selectie/_vergelijk", v).status, 400);
    }
}

TEST(Kaart, GeeftDeObjectenVanEenPand) {
    const auto rijen = omgeving().beheer().doe("select k.identificatie, k.objecten from register.kaartpand k where k.tot is null order by k.objecten desc, 1 limit 1");
    const auto id = fmt::format("{:016}", rijen[0].veld<std::int64_t>("identificatie"));
    EXPECT_EQ(std::ssize(alles({{"pand", id}}, "objecten", "2026-11-08")), rijen[0].veld<std::int64_t>("objecten"));
    EXPECT_EQ(omgeving().roep(analist(), post, "/v1/kaart/selectie/_toon", vraag({{"pand", "9999100000000000"}}, "objecten", "2026-11-08")).status, 404);
}

TEST(Kaart, WeigertWatGeenGebiedIs) {
    const auto ring = [](std::initializer_list<Plek> punten) {
        array uit;
        for (const auto& p : punten) uit.push_back(object{{"x", p.x}, {"y", p.y}});
        return uit;
    };
    const std::vector<value> kwaad{
        object{}, {{"pand", "12"}}, {{"ringen", array{}}}, {{"ringen", array{ring({{6e5, 68e5}, {6.1e5, 68e5}})}}},
        {{"ringen", array{ring({{6e5, 68e5}, {6.1e5, 68.1e5}, {6.1e5, 68e5}, {6e5, 68.1e5}})}}},  // a bow tie
        {{"ringen", array{ring({{6e5, 68e5}, {6.1e5, 68e5}, {9e9, 68e5}})}}}, {{"gebied", {{"soort", "straat"}, {"code", "x"}}}},
        {{"gebied", {{"soort", "buurt"}, {"code", "BU90010101"}}}, {"pand", "9001100000000001"}}};
    for (const auto& waar : kwaad) EXPECT_EQ(omgeving().roep(analist(), post, "/v1/kaart/selectie/_toon", vraag(waar, "panden", "2026-11-08")).status, 400) << boost::json::serialize(waar);
    EXPECT_EQ(omgeving().roep(analist(), post, "/v1/kaart/selectie/_toon", vraag({{"gebied", {{"soort", "buurt"}, {"code", "BU1"}}}}, "panden", "2026-11-08")).status, 404);
}

TEST(Kaart, GeeftEenLijstMeeAlsCsvEnGeoJsonEnSchrijftElkeKeerEenRegel) {
    const value waar{{"gebied", {{"soort", "wijk"}, {"code", "WK900102"}}}};
    const auto hoeveel = std::ssize(alles(waar, "objecten", "2026-11-08"));
    auto v = vraag(waar, "objecten", "2026-11-08").as_object();
    const auto eerst = tel("logboek.audit where actie = 'kaartselectieExporteren'");
    v["formaat"] = "csv";
    const auto csv = omgeving().roep(analist(), post, "/v1/kaart/selectie/_exporteer", v);
    EXPECT_EQ(csv.status, 200);
    EXPECT_EQ(std::count(csv.lijf.begin(), csv.lijf.end(), '\n'), hoeveel + 1);
    EXPECT_TRUE(csv.lijf.starts_with("\xEF\xBB\xBFSoort;Identificatie;"));
    v["formaat"] = "geojson";
    const auto vormen = boost::json::parse(omgeving().roep(analist(), post, "/v1/kaart/selectie/_exporteer", v).lijf);
    EXPECT_EQ(std::ssize(vormen.at("features").as_array()), hoeveel);
    const auto& plek = vormen.at("features").at(0).at("geometry").at("coordinates");
    EXPECT_NEAR(plek.at(0).as_double(), 5.2, 0.5);
    EXPECT_NEAR(plek.at(1).as_double(), 52.6, 0.5);
    v["formaat"] = "xlsx";
    struct Teller : tabel::Afnemer {
        std::vector<std::string> namen;
        std::vector<std::vector<std::string>> rijen;
        void kop(const std::vector<std::string>& n) override { namen = n; }
        void rij(std::uint64_t, const std::vector<std::string>& r) override { rijen.push_back(r); }
        void ontvang(const tabel::Afkeuring& a) override { ADD_FAILURE() << a.reden; }
    } blad;
    (void)tabel::lees_inhoud(omgeving().roep(analist(), post, "/v1/kaart/selectie/_exporteer", v).lijf, {}, blad);
    ASSERT_EQ(std::ssize(blad.rijen), hoeveel);
    EXPECT_EQ(blad.rijen[0].at(1), vormen.at("features").at(0).at("id").as_string()) << "sixteen digits, not a rounded number";
    EXPECT_EQ(tel("logboek.audit where actie = 'kaartselectieExporteren'"), eerst + 3);
}

// ── Tiles ───────────────────────────────────────────────────────────────────────────────────────────────────────────

TEST(Kaart, IsErAlleenVoorWieHaarMagZien) {
    const auto beleid = omgeving().gebruiker({"beleid"});
    EXPECT_EQ(omgeving().roep(beleid, get, "/v1/kaart").status, 403);
    EXPECT_EQ(omgeving().roep(beleid, get, tegelpad(16, ergens())).status, 403);
    const auto jurist = omgeving().gebruiker({"jurist"});
    EXPECT_EQ(omgeving().roep(jurist, get, "/v1/kaart").status, 200);
    for (const auto* pad : {"/v1/kaart/signalen/_zoek", "/v1/kaart/signalen/_tel"}) EXPECT_EQ(omgeving().roep(jurist, post, pad, {{"soort", "buurt"}}).status, 403) << pad;
}

// ── Establishments ──────────────────────────────────────────────────────────────────────────────────────────────────

TEST(Kaart, TeltEnTekentVestigingenNaarBranche) {
    const auto rijen = omgeving().beheer().doe("select lpad(nummeraanduiding::text, 16, '0') as id, lpad(pand::text, 16, '0') as pand, public.st_x(punt) as x, public.st_y(punt) as y from register.kaartobject"
                                               " where tot is null and soort = 1 order by identificatie limit 1");
    const auto adres = rijen[0].veld<std::string>("id");
    const auto bestand = werkmap() / "bedrijven.jsonl";
    {
        std::ofstream uit(bestand);
        // SBI of 2008 and 2025, one without; one that has ended; cars as 2025 has them, and what 2008 had in that place; one shielded, which stands nowhere.
        for (const auto& [nr, sbi, meer] : {std::tuple{1, "5630", ""}, {2, "56101", ""}, {3, "4520", ""}, {4, "", ""}, {5, "5510", R"(,"materieleRegistratie":{"datumEinde":"20200101"})"},
                                          {6, "95310", ""}, {7, "4677", ""}, {8, "46710", ""}}) {
            uit << fmt::format(R"({{"vestigingsnummer":"00009000000{0}","kvkNummer":"9000000{0}","eersteHandelsnaam":"Bedrijf {0}"{3},{1}"adressen":[{{"type":"bezoekadres","indAfgeschermd":"Nee","straatnaam":"X","huisnummer":1,"plaats":"Damstede","land":"Nederland","geoData":{{"nummerAanduidingId":"{2}"}}}}]}})", nr,
                               *sbi == 0 ? std::string() : fmt::format(R"("sbiActiviteiten":[{{"sbiCode":"{}","sbiOmschrijving":"x","indHoofdactiviteit":"Ja"}}],)", sbi), adres, meer) << "\n";
        }
    }
    db::Pool lader(omgeving().cluster().dsn("lader"), 1);
    registers::Bedrijvenverslag verslag;
    const std::array bestanden{bestand};
    registers::laad_bedrijven(lader, bestanden, {.standdatum = *lees_datum("2026-10-01")}, verslag);
    ASSERT_EQ(verslag.vestigingen.nieuw, 8U);
    const auto per_branche = [&](std::string_view dag) {
        std::map<std::string, std::int64_t> uit;
        const auto blad = omgeving().eis(200, analist(), post, "/v1/kaart/selectie/_toon", vraag({{"pand", rijen[0].veld<std::string>("pand")}}, "objecten", dag));
        for (const auto& b : blad.at("perBranche").as_array()) uit[std::string(b.at("branche").as_string())] = b.at("aantal").as_int64();
        return uit;
    };
    EXPECT_EQ(per_branche("2026-11-08"), (std::map<std::string, std::int64_t>{{"horeca", 2}, {"auto", 3}, {"groothandel", 1}, {"onbekend", 1}}));
    EXPECT_TRUE(per_branche("2026-09-30").empty()) << "before the first delivery nothing is known";
    const auto tegel = [&](int z, std::string_view dag) {
        const auto antwoord = omgeving().roep(analist(), get, tegelpad(z, {rijen[0].veld<double>("x"), rijen[0].veld<double>("y")}, "vestigingen") + "?peildatum=" + std::string(dag));
        EXPECT_EQ(antwoord.status, 200);
        return antwoord.gedeeld ? *antwoord.gedeeld : antwoord.lijf;
    };
    EXPECT_THAT(tegel(16, "2026-11-08"), testing::HasSubstr("branche"));
    EXPECT_EQ(tegel(16, "2026-11-08").find("Bedrijf"), std::string::npos) << "no names, no numbers";
    EXPECT_TRUE(tegel(16, "2026-09-30").empty());
    EXPECT_TRUE(tegel(14, "2026-11-08").empty()) << "close by only";
}

// ── Signalen ────────────────────────────────────────────────────────────────────────────────────────────────────────

TEST(Kaart, ToontAlleenSignalenDieDeVragerMagZienEnSchrijftZeOp) {
    const auto collega = omgeving().gebruiker({"informatieanalist"});
    const auto elders = omgeving().gebruiker({"informatieanalist"}, 2);
    const auto adres = omgeving().beheer().doe("select lpad(nummeraanduiding::text, 16, '0') as id from register.kaartobject where tot is null and soort = 1 order by identificatie limit 1")[0].veld<std::string>("id");
    const auto maak = [&](const char* titel, const value& alleen) {
        const auto s = omgeving().eis(201, analist(), post, "/v1/signalen", {{"titel", titel}, {"omschrijving", ""}, {"bron", "toezicht"}, {"adres", {{"nummeraanduiding", adres}}}, {"alleen", alleen}});
        return std::string(s.at("id").as_string());
    };
    const auto zien = [&](const Gebruiker& wie, const value& waar = nullptr) {
        std::set<std::string> uit;
        const auto gevonden = omgeving().eis(200, wie, post, "/v1/kaart/signalen/_zoek", {{"waar", waar}});
        for (const auto& s : gevonden.at("resultaten").as_array()) uit.emplace(s.at("id").as_string());
        return uit;
    };
    const auto open = maak("Open", nullptr), dicht = maak("Onder embargo", array{});
    EXPECT_EQ(zien(analist()), (std::set{open, dicht}));
    EXPECT_EQ(zien(collega), std::set{open});
    EXPECT_TRUE(zien(elders).empty());
    const auto [x, y] = ergens();
    const auto vierkant = [&, x = x, y = y](double om) {
        return value{{"ringen", array{array{object{{"x", x - om}, {"y", y - om}}, object{{"x", x + om}, {"y", y - om}}, object{{"x", x + om}, {"y", y + om}}, object{{"x", x - om}, {"y", y + om}}}}}};
    };
    EXPECT_EQ(zien(collega, vierkant(5)), std::set{open});
    EXPECT_EQ(tel(fmt::format("logboek.audit a join logboek.geraakt g using (organisatie, operatie) where a.actie = 'kaartsignalenZoeken' and a.actor = '{}' and g.object = '{}'", collega.id.tekst(), open)), 2);
    EXPECT_EQ(tel(fmt::format("logboek.audit a join logboek.geraakt g using (organisatie, operatie) where a.actie = 'kaartsignalenZoeken' and a.actor = '{}' and g.object = '{}'", collega.id.tekst(), dicht)), 0);

    const auto per_buurt = [&](const Gebruiker& wie) { return omgeving().eis(200, wie, post, "/v1/kaart/signalen/_tel", {{"soort", "buurt"}}).at("resultaten").as_array(); };
    ASSERT_EQ(per_buurt(collega).size(), 1U);
    EXPECT_TRUE(per_buurt(collega)[0].at("aantal").is_null()) << "one or two point at somebody";
    EXPECT_TRUE(per_buurt(elders).empty());
    for (int i = 0; i < 9; ++i) maak("Nog een", nullptr);
    EXPECT_EQ(per_buurt(collega)[0].at("aantal").as_int64(), 10);
    EXPECT_EQ(per_buurt(analist())[0].at("aantal").as_int64(), 11);
    EXPECT_EQ(kop(omgeving().roep(collega, post, "/v1/kaart/signalen/_zoek", {{"waar", nullptr}}), "Cache-Control"), "") << "the server says no-store where a handler says nothing";
}

TEST(Kaart, ToontCasussenAanWieEraanDeelneemtOokOpEenGenoemdAdres) {
    const auto coordinator = omgeving().gebruiker({"coordinator"}), collega = omgeving().gebruiker({"coordinator"});
    const auto rijen = omgeving().beheer().doe("select lpad(nummeraanduiding::text, 16, '0') as id, lpad(pand::text, 16, '0') as pand from register.kaartobject"
                                               " where tot is null and soort = 1 order by identificatie desc limit 2");
    const auto adres = rijen[0].veld<std::string>("id"), genoemd = rijen[1].veld<std::string>("id");
    const auto signaal = proef::gewogen_signaal(omgeving(), coordinator);
    const auto versie = proef::versie_van(omgeving().eis(200, coordinator, get, "/v1/signalen/" + signaal));
    omgeving().eis(200, coordinator, patch, "/v1/signalen/" + signaal, {{"adres", {{"nummeraanduiding", adres}}}}, proef::gezien(versie));
    const auto casus = proef::id_van(omgeving().eis(201, coordinator, post, "/v1/casussen",
                                                    {{"signalen", array{signaal}}, {"werknaam", "Loods"}, {"thema", "hennep"}, {"trekker", coordinator.id.tekst()}, {"leden", array{}}}));
    omgeving().eis(201, coordinator, post, "/v1/casussen/" + casus + "/vermeldingen", {{"soort", "adres"}, {"tekst", "De loods erachter"}, {"sleutel", genoemd}});
    const auto zien = [&](const Gebruiker& wie, std::string_view wat, const value& waar) {
        std::set<std::string> uit;
        const auto gevonden = omgeving().eis(200, wie, post, fmt::format("/v1/kaart/{}/_zoek", wat), {{"waar", waar}});
        for (const auto& s : gevonden.at("resultaten").as_array()) uit.emplace(s.at(wat == "casussen" ? "id" : "casus").as_string());
        return uit;
    };
    for (int nr : {0, 1}) {
        const value waar{{"pand", rijen[nr].veld<std::string>("pand")}};
        EXPECT_EQ(zien(coordinator, "casussen", waar), std::set{casus}) << nr;
        EXPECT_TRUE(zien(collega, "casussen", waar).empty()) << nr;
    }
    EXPECT_EQ(zien(coordinator, "signalen", {{"pand", rijen[0].veld<std::string>("pand")}}), std::set{casus}) << "the signaal it began with";
    EXPECT_TRUE(zien(collega, "signalen", {{"pand", rijen[0].veld<std::string>("pand")}}).empty());
    EXPECT_TRUE(zien(coordinator, "casussen", nullptr).contains(casus));
    const auto gelogd = [&](const Gebruiker& wie) {
        return tel(fmt::format("logboek.audit a join logboek.geraakt g using (organisatie, operatie) where a.actie = 'kaartcasussenZoeken' and a.actor = '{}' and g.object = '{}'", wie.id.tekst(), casus));
    };
    EXPECT_EQ(gelogd(coordinator), 3);
    EXPECT_EQ(gelogd(collega), 0);
    EXPECT_EQ(omgeving().roep(omgeving().gebruiker({"beleid"}), post, "/v1/kaart/casussen/_zoek", {{"waar", nullptr}}).status, 403);
}

}  // namespace
}  // namespace damwand::kaart

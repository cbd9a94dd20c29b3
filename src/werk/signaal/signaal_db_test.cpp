// SPDX-License-Identifier: EUPL-1.2
// The room through the gate: a real private cluster, two municipalities, both logs.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <thread>

#include "steun/proefomgeving.hpp"
#include "werk/signaal/signaal.hpp"

namespace damwand::signaal {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using enum http::Methode;
using proef::gezien;
using proef::Gebruiker;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr const char* nummeraanduiding = "9999200000000001";

/// What a later room does with a signaal, as routes of the test: open a casus on it, and read the casus' signalen.
struct CasusProef {
    std::vector<SignaalInDossier> signalen;
};
BOOST_DESCRIBE_STRUCT(CasusProef, (), (signalen))

std::vector<poort::Route> alle_routes() {
    auto uit = routes();
    for (auto& r : entiteit::routes()) uit.push_back(std::move(r));
    uit.push_back(poort::route<poort::Niets, poort::Niets>(
        {.methode = put, .pad = "/v1/proef/{id}/casus/{casus}", .naam = "proefCasus", .recht = "casus.openen", .activiteit = "casus-behandelen",
         .audit = poort::Audit::schrijven, .tarief = poort::Tarief::gewoon, .export_klasse = poort::Export::geen},
        [](poort::Gang& gang) {
            const auto casus = gang.id<CasusId>("casus");
            const auto zicht = gang.tx().een("select zicht from casus.casus where organisatie = $1 and id = $2", gang.wie().organisatie, casus)[0].veld<int>("zicht");
            word_casus(gang, vergrendel(gang, gang.id<SignaalId>("id")), casus, zicht);
        }));
    uit.push_back(poort::route<poort::Niets, CasusProef>(
        {.methode = get, .pad = "/v1/proef/{casus}", .naam = "proefCasusTonen", .recht = "casus.lezen", .activiteit = "casus-behandelen",
         .audit = poort::Audit::lezen, .tarief = poort::Tarief::gewoon, .export_klasse = poort::Export::geen, .vragen = {{"bekendOp", ""}}},
        [](poort::Gang& gang) {
            const auto casus = gang.id<CasusId>("casus");
            const auto zicht = gang.tx().een("select zicht from casus.casus where organisatie = $1 and id = $2", gang.wie().organisatie, casus)[0].veld<int>("zicht");
            gang.sta_toe({"casus", casus.waarde, gang.wie().organisatie, zicht});
            std::optional<Tijdstip> moment;
            if (const auto vraag = gang.vraag("bekendOp")) moment = lees_tijdstip(*vraag);
            return CasusProef{van_casus(gang, casus, moment)};
        }));
    return uit;
}

class SignaalDb : public testing::Test {
  protected:
    static proef::Omgeving& omgeving() {
        static proef::Omgeving een(alle_routes());
        static const bool adres = [] {
            auto v = een.beheer();
            v.script("insert into register.adres (nummeraanduiding, gemeente, actief, straatnaam, gevouwen, huisnummer, postcode, woonplaats, woonplaatsnaam)"
                     " select 9999200000000000 + n, 9999, true, 'Kerkstraat', 'kerkstraat', 11 + n, '1234AB', 9999, 'Damstede' from generate_series(1, 2) n");
            return true;
        }();
        static_cast<void>(adres);
        return een;
    }
    static const Gebruiker& analist() {
        static const auto een = omgeving().gebruiker({"informatieanalist"});
        return een;
    }
    static const Gebruiker& coordinator() {
        static const auto een = omgeving().gebruiker({"coordinator"});
        return een;
    }
    static const Gebruiker& vreemde() {
        static const auto een = omgeving().gebruiker({"coordinator"}, 2);
        return een;
    }

    static value nieuw(object extra = {}) {
        object lijf{{"titel", "Ramen dag en nacht dicht"}, {"omschrijving", "Veel bezoek in de nacht."}, {"bron", "mma"}, {"thema", "hennep"}};
        for (const auto& lid : extra) lijf[lid.key()] = lid.value();
        return lijf;
    }
    static value maak(const Gebruiker& wie, object extra = {}) { return omgeving().eis(201, wie, post, "/v1/signalen", nieuw(std::move(extra))); }
    static std::string pad(const value& signaal, std::string_view verder = "") {
        return fmt::format("/v1/signalen/{}{}", std::string(signaal.at("id").as_string()), verder);
    }
    static std::int64_t versie(const value& object) { return object.at("versie").as_int64(); }
    static std::string tekst(const value& object, const char* veld) { return std::string(object.at(veld).as_string()); }

    static value weeg(const value& signaal, int stap, const char* uitkomst, object extra = {}) {
        object lijf{{"stap", stap}, {"antwoorden", array{}}, {"uitkomst", uitkomst}, {"motivering", "Besproken in het overleg."}};
        for (const auto& lid : extra) lijf[lid.key()] = lid.value();
        return omgeving().eis(201, analist(), post, pad(signaal, "/wegingen"), lijf, gezien(versie(signaal)));
    }
    static value zet(const value& signaal, const char* naar, object extra = {}, int status = 200) {
        object lijf{{"naar", naar}};
        for (const auto& lid : extra) lijf[lid.key()] = lid.value();
        return omgeving().eis(status, analist(), post, pad(signaal, "/overgangen"), lijf, gezien(versie(signaal)));
    }
    static value gewogen_signaal() {
        auto s = maak(analist());
        s = weeg(s, 1, "ja");
        s = weeg(s, 2, "ja");
        return weeg(s, 3, "gecompliceerd");
    }
    /// A casus of the test's own, with these members; returns its id.
    static std::string maak_casus(const std::vector<Gebruiker>& leden) {
        auto v = omgeving().beheer();
        v.script("set damwand.operatie = '00000000-0000-4000-8000-000000000001'");
        const auto id = Uuid::willekeurig();
        const auto zicht = v.doe("insert into toegang.zicht (organisatie, zicht, soort, object)"
                                 " select 1, max(zicht) + 1, 'casus', $1::uuid from toegang.zicht where organisatie = 1 returning zicht", id)[0].veld<int>("zicht");
        for (const auto& lid : leden) {
            v.doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker) values (1, $1, $2)", zicht, lid.id);
        }
        v.doe("insert into casus.casus (organisatie, id, zicht, kenmerk, fase, werknaam, zoektekst, thema, trekker, geopend_op,"
              " laatste_activiteit, activiteit, van, operatie) values (1, $1, $2, $3, 'informatie', 'Havenloods', 'havenloods', 'hennep', $4, now(), now(), 2,"
              " now(), gen_random_uuid())", id, zicht, nieuw_kenmerk('C', 2026), leden.front().id);
        return id.tekst();
    }
    /// For this user the signaal (with a mention) is nowhere: every verb answers as if it did not exist.
    static void eis_onzichtbaar(const Gebruiker& wie, const value& s) {
        const auto vermelding = pad(s, "/vermeldingen/" + tekst(s.at("vermeldingen").at(0), "id"));
        omgeving().eis(404, wie, get, pad(s));
        omgeving().eis(404, wie, patch, pad(s), {{"titel", "y"}}, gezien(versie(s)));
        omgeving().eis(404, wie, post, pad(s, "/wegingen"), {{"stap", 1}, {"antwoorden", array{}}, {"uitkomst", "ja"}, {"motivering", "x"}}, gezien(versie(s)));
        omgeving().eis(404, wie, post, pad(s, "/overgangen"), {{"naar", "in_weging"}}, gezien(versie(s)));
        omgeving().eis(404, wie, post, pad(s, "/vermeldingen"), {{"soort", "persoon"}, {"tekst", "y"}});
        omgeving().eis(404, wie, patch, vermelding, {{"tekst", "y"}}, gezien(1));
        omgeving().eis(404, wie, verwijder, vermelding, nullptr, gezien(1));
        if (wie.id != analist().id) omgeving().eis(404, wie, post, pad(s, "/melder/_toon"), {{"reden", "nieuwsgierig"}});
        EXPECT_THAT(ids(omgeving().eis(200, wie, post, "/v1/signalen/_zoek", {{"tekst", s.at("kenmerk")}})), IsEmpty());
        for (const auto* vraag : {"", "&sorteer=ontvangenOp", "&sorteer=-gewijzigdOp", "&status=nieuw,in_weging,casus"}) {
            const auto lijst = ids(omgeving().eis(200, wie, get, fmt::format("/v1/signalen?aantal=200{}", vraag)));
            EXPECT_EQ(std::count(lijst.begin(), lijst.end(), tekst(s, "id")), 0) << vraag;
        }
        // Nor by pointing at it, by sharing its address, or by naming the same thing.
        const auto eigen = maak(wie);
        EXPECT_THAT(veldfouten(omgeving().eis(400, wie, post, pad(eigen, "/overgangen"),
                        {{"naar", "duplicaat"}, {"reden", "x"}, {"duplicaatVan", s.at("id")}}, gezien(1))),
                    UnorderedElementsAre("/duplicaatVan onbekend-signaal"));
        const auto adres = s.at("adres").is_null() ? value(nullptr) : value{{"nummeraanduiding", s.at("adres").at("nummeraanduiding")}};
        const auto buur = maak(wie, {{"adres", adres}, {"vermeldingen", array{{{"soort", "voertuig"}, {"tekst", "x"}, {"sleutel", "GE-HE-01"}}}}});
        for (const auto& b : buur.at("opZelfdeAdres").as_array()) EXPECT_NE(b.at("id"), s.at("id"));
        if (!adres.is_null()) {
            const auto daar = omgeving().eis(200, wie, post, "/v1/signalen/_zoek", {{"adres", adres.at("nummeraanduiding")}, {"aantal", 200}});
            EXPECT_THAT(ids(daar), testing::Not(testing::Contains(tekst(s, "id"))));
            EXPECT_EQ(daar.at("resultaten").at(0).at("zelfdeAdres").as_int64() + 1, static_cast<std::int64_t>(ids(daar).size()));
        }
        EXPECT_EQ(buur.at("zelfdeAdres").as_int64(), static_cast<std::int64_t>(buur.at("opZelfdeAdres").as_array().size()));
    }
    static std::set<std::string> veldfouten(const value& probleem) {
        std::set<std::string> uit;
        for (const auto& f : probleem.at("fouten").as_array()) uit.insert(tekst(f, "veld") + " " + tekst(f, "code"));
        return uit;
    }
    static std::vector<std::string> ids(const value& lijst) {
        std::vector<std::string> uit;
        for (const auto& r : lijst.at("resultaten").as_array()) uit.push_back(tekst(r, "id"));
        return uit;
    }
    static std::int64_t tel(const std::string& sql) { return omgeving().beheer().doe("select count(*) as n from " + sql)[0].veld<std::int64_t>("n"); }
};

TEST_F(SignaalDb, LegtVastMetAdresVermeldingenEnMelder) {
    const auto antwoord = omgeving().roep(analist(), post, "/v1/signalen",
        nieuw({{"adres", {{"nummeraanduiding", nummeraanduiding}}}, {"bronBetrouwbaarheid", "B"}, {"informatieWaarde", 2},
               {"melder", {{"naam", "Melder van Proef"}, {"contact", "06-00000000"}}},
               {"vermeldingen", array{{{"soort", "persoon"}, {"tekst", "de lange man"}}, {{"soort", "voertuig"}, {"tekst", "grijze bus"}, {"sleutel", "vk-12-zz"}}}}}));
    ASSERT_EQ(antwoord.status, 201) << antwoord.lijf;
    const auto s = boost::json::parse(antwoord.lijf);
    EXPECT_EQ(tekst(s, "status"), "nieuw");
    EXPECT_EQ(s.at("wegingStap"), 0);
    EXPECT_TRUE(is_kenmerk(tekst(s, "kenmerk")));
    EXPECT_EQ(tekst(s.at("adres"), "weergave"), "Kerkstraat 12, 1234 AB Damstede");
    EXPECT_EQ(s.at("heeftMelder"), true);
    EXPECT_EQ(antwoord.lijf.find("Melder van Proef"), std::string::npos);
    ASSERT_EQ(s.at("vermeldingen").as_array().size(), 2U);
    EXPECT_FALSE(s.at("vermeldingen").at(0).at("entiteit").is_null());
    EXPECT_EQ(tekst(s.at("vermeldingen").at(1), "sleutel"), "vk-12-zz");
    EXPECT_EQ(s.at("verloop").as_array().size(), 1U);
    EXPECT_EQ(s.at("verloop").at(0).at("van"), nullptr);
    EXPECT_EQ(s.at("stappen").as_array().size(), 5U);
    EXPECT_EQ(tel("entiteit.entiteit where sleutel = 'VK12ZZ' and soort = 'voertuig'"), 1);
    // The same on its own page.
    EXPECT_EQ(omgeving().eis(200, analist(), get, pad(s)), s);
}

TEST_F(SignaalDb, NoemtAlleFoutenVanHetNieuweSignaal) {
    const auto p = omgeving().eis(400, analist(), post, "/v1/signalen",
        nieuw({{"bron", "kroeg"}, {"thema", "onzin"}, {"adres", {{"nummeraanduiding", "9999200000000009"}}}, {"ontvangenOp", "2999-01-01T00:00:00Z"},
               {"vermeldingen", array{{{"soort", "hond"}, {"tekst", "x"}}, {{"soort", "bedrijf"}, {"tekst", "x"}, {"sleutel", "12"}}, {{"soort", "persoon"}, {"tekst", "x"}, {"sleutel", "1"}}}}}));
    EXPECT_THAT(veldfouten(p), UnorderedElementsAre("/bron onbekende-code", "/thema onbekende-code", "/adres/nummeraanduiding onbekend-adres",
                                                    "/ontvangenOp in-de-toekomst", "/vermeldingen/0/soort onbekende-code",
                                                    "/vermeldingen/1/sleutel geen-kvk-nummer", "/vermeldingen/2/sleutel geen-bsn"));
}

TEST_F(SignaalDb, GeeftDezelfdeSleutelDezelfdeEntiteitEnTeltElders) {
    const object bus{{"soort", "voertuig"}, {"tekst", "bus"}, {"sleutel", "EL-12-DR"}};
    const auto a = maak(analist(), {{"vermeldingen", array{bus}}});
    object zelfde = bus;
    zelfde["sleutel"] = "el12dr";
    const auto b = maak(analist(), {{"vermeldingen", array{zelfde}}});
    EXPECT_EQ(a.at("vermeldingen").at(0).at("entiteit"), b.at("vermeldingen").at(0).at("entiteit"));
    EXPECT_EQ(b.at("vermeldingen").at(0).at("elders"), 1);
    EXPECT_EQ(omgeving().eis(200, analist(), get, pad(a)).at("vermeldingen").at(0).at("elders"), 1);
    // Two people with the same words stay two people.
    const object man{{"soort", "persoon"}, {"tekst", "de lange man"}};
    const auto c = maak(analist(), {{"vermeldingen", array{man, man}}});
    EXPECT_NE(c.at("vermeldingen").at(0).at("entiteit"), c.at("vermeldingen").at(1).at("entiteit"));
    // Another municipality with the same plate gets its own, and counts nothing.
    const auto d = maak(vreemde(), {{"vermeldingen", array{bus}}});
    EXPECT_NE(d.at("vermeldingen").at(0).at("entiteit"), a.at("vermeldingen").at(0).at("entiteit"));
    EXPECT_EQ(d.at("vermeldingen").at(0).at("elders"), 0);
}

TEST_F(SignaalDb, EenTweedeGemeenteZietNiets) {
    const auto s = maak(analist(), {{"melder", {{"naam", "x"}, {"contact", nullptr}}}, {"vermeldingen", array{{{"soort", "persoon"}, {"tekst", "x"}}}}});
    eis_onzichtbaar(vreemde(), s);
    // Plain SQL as the application role, with every condition left out; the rightful municipality is the twin.
    const std::vector<std::string> tabellen{"signaal.signaal", "signaal.signaal_verleden", "signaal.weging", "signaal.overgang", "signaal.melder",
                                            "entiteit.vermelding", "entiteit.vermelding_verleden", "entiteit.entiteit"};
    std::map<std::string, std::int64_t> eigen;
    for (const auto* wie : {&coordinator(), &vreemde()}) {
        db::Transactie tx(omgeving().toepassing(), {.organisatie = wie->organisatie, .gebruiker = wie->id, .operatie = OperatieId::nieuw()});
        for (const auto& tabel : tabellen) {
            const auto kolom = tabel == "signaal.signaal" ? "id" : tabel == "signaal.weging" || tabel == "signaal.overgang" || tabel == "signaal.melder" ? "signaal" : "";
            if (*kolom == '\0') {
                const auto vreemd = tx.doe("select count(*) as n from " + tabel + " where organisatie <> $1", wie->organisatie)[0].veld<std::int64_t>("n");
                EXPECT_EQ(vreemd, 0) << tabel;
            } else {
                eigen[tabel] += tx.doe(fmt::format("select count(*) as n from {} where {} = $1", tabel, kolom), tekst(s, "id"))[0].veld<std::int64_t>("n") *
                                (wie == &vreemde() ? 1000 : 1);
            }
        }
    }
    EXPECT_EQ(eigen["signaal.signaal"], 1);
    EXPECT_EQ(eigen["signaal.overgang"], 1);
    EXPECT_EQ(eigen["signaal.melder"], 1);
}

TEST_F(SignaalDb, DeEersteMuurHoudtOokZonderDeTweede) {
    const object inhoud{{"melder", {{"naam", "x"}, {"contact", "y"}}}, {"adres", {{"nummeraanduiding", nummeraanduiding}}},
                        {"vermeldingen", array{{{"soort", "voertuig"}, {"tekst", "bus"}, {"sleutel", "GE-HE-01"}}}}};
    const auto s = maak(analist(), inhoud);
    auto van_casus = weeg(weeg(weeg(maak(analist(), inhoud), 1, "ja"), 2, "ja"), 3, "gecompliceerd");
    omgeving().eis(204, coordinator(), put, fmt::format("/v1/proef/{}/casus/{}", tekst(van_casus, "id"), maak_casus({coordinator()})));

    // In an audience of nobody, as an embargo would be; another signaal was its duplicate.
    const auto embargo = maak(analist(), inhoud);
    const auto duplicaat = zet(maak(analist()), "duplicaat", {{"reden", "Zelfde bus."}, {"duplicaatVan", embargo.at("id")}});
    EXPECT_FALSE(duplicaat.at("duplicaatVan").is_null());
    omgeving().beheer().script("set damwand.operatie = '00000000-0000-4000-8000-000000000003';"
                               "insert into toegang.zicht (organisatie, zicht, soort) values (1, 30000, 'embargo');"
                               "update signaal.signaal set zicht = 30000 where id = '" + tekst(embargo, "id") + "';"
                               "update entiteit.vermelding set zicht = 30000 where dossier = '" + tekst(embargo, "id") + "'");

    struct ZonderMuur {
        static void zet(const std::string& stand) {
            auto v = omgeving().beheer();
            for (const auto rij : v.doe("select format('%I.%I', schemaname, tablename) as t from pg_tables"
                                        " where schemaname in ('signaal', 'entiteit') and tablename <> 'wegingsprofiel'")) {
                v.script("alter table " + rij.veld<std::string>("t") + " " + stand + " row level security");
            }
        }
        ZonderMuur() { zet("disable"); }
        ~ZonderMuur() { zet("enable"); }
    };
    std::optional<ZonderMuur> zonder(std::in_place);
    {
        db::Transactie tx(omgeving().toepassing(), {.organisatie = {2}, .gebruiker = vreemde().id, .operatie = OperatieId::nieuw()});
        EXPECT_EQ(tx.doe("select count(*) as n from signaal.signaal where id = $1", tekst(s, "id"))[0].veld<int>("n"), 1);  // it is off
    }
    eis_onzichtbaar(vreemde(), s);
    eis_onzichtbaar(vreemde(), van_casus);
    eis_onzichtbaar(analist(), van_casus);
    eis_onzichtbaar(analist(), embargo);
    EXPECT_TRUE(omgeving().eis(200, analist(), get, pad(duplicaat)).at("duplicaatVan").is_null());
    EXPECT_EQ(omgeving().eis(200, vreemde(), get, "/v1/signalen/tellingen").at("totaal"), tel("signaal.signaal where organisatie = 2"));
    for (const auto* wie : {&vreemde(), &analist()}) {
        const auto eigen = maak(*wie, inhoud);
        EXPECT_EQ(eigen.at("vermeldingen").at(0).at("elders"),
                  tel(fmt::format("entiteit.vermelding v join entiteit.entiteit e on e.organisatie = v.organisatie and e.id = v.entiteit"
                                  " where v.organisatie = {} and v.zicht = 1 and e.sleutel = 'GEHE01'", wie->organisatie.waarde)) - 1);
    }
    zonder.reset();
    omgeving().eis(200, analist(), get, pad(s));
    omgeving().eis(200, coordinator(), get, pad(van_casus));
}

TEST_F(SignaalDb, WatDePolitieGafZietAlleenWieDatRegimeMagZien) {
    const auto toezichthouder = omgeving().gebruiker({"toezichthouder"});
    const auto voor = omgeving().eis(200, toezichthouder, get, "/v1/signalen").at("resultaten");
    const auto s = maak(analist(), {{"bron", "rapportage"}, {"vermeldingen", array{{{"soort", "persoon"}, {"tekst", "x"}}}}});
    EXPECT_EQ(tekst(s, "regime"), "wpg");
    EXPECT_EQ(omgeving().eis(200, toezichthouder, get, "/v1/signalen").at("resultaten"), voor);
    EXPECT_EQ(omgeving().roep(toezichthouder, get, pad(s)).status, 404);
    omgeving().eis(200, coordinator(), get, pad(s));
    // whoever may do everything with a signaal, but is not among those roles
    omgeving().beheer().script("delete from toegang.compartiment_rol where organisatie = 1 and compartiment = 'wpg' and rol = 'coordinator'");
    eis_onzichtbaar(coordinator(), s);
    omgeving().beheer().script("insert into toegang.compartiment_rol values (1, 'wpg', 'coordinator')");
    // whose role does not open it, does not put it there either
    EXPECT_EQ(omgeving().roep(toezichthouder, post, "/v1/signalen", nieuw({{"bron", "rapportage"}})).status, 400);
    omgeving().eis(201, toezichthouder, post, "/v1/signalen", nieuw({{"bron", "toezicht"}}));
}

TEST_F(SignaalDb, EenEmbargoMetEenDagLooptDanVanzelfAf) {
    const auto kijker = omgeving().gebruiker({"coordinator"});
    const auto morgen = [](int dagen) { return omgeving().beheer().doe("select (basis.vandaag() + $1::integer)::text as d", dagen)[0].veld<std::string>("d"); };
    EXPECT_EQ(omgeving().roep(analist(), post, "/v1/signalen", nieuw({{"embargoTot", morgen(3)}})).status, 400);
    EXPECT_EQ(omgeving().roep(analist(), post, "/v1/signalen", nieuw({{"alleen", array{}}, {"embargoTot", morgen(0)}})).status, 400);
    const auto s = maak(analist(), {{"alleen", array{}}, {"embargoTot", morgen(3)}});
    const auto politie = maak(analist(), {{"alleen", array{}}, {"embargoTot", morgen(3)}, {"regime", "wpg"}});
    EXPECT_EQ(s.at("embargoTot").as_string(), morgen(3));
    EXPECT_EQ(omgeving().roep(kijker, get, pad(s)).status, 404);
    const auto zet = [](int dagen) {
        omgeving().zet_klok(std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now()) + std::chrono::days(dagen));
        omgeving().beheer().script("update toegang.sessie set laatst_op = basis.nu(), begonnen_op = basis.nu(), bewezen_op = basis.nu()");
    };
    zet(2);
    EXPECT_EQ(omgeving().roep(kijker, get, pad(s)).status, 404);
    zet(3);
    const auto nu = omgeving().eis(200, kijker, get, pad(s));
    EXPECT_TRUE(nu.at("alleen").is_null());
    EXPECT_TRUE(nu.at("embargoTot").is_null());
    omgeving().eis(200, kijker, get, pad(politie));
    EXPECT_EQ(omgeving().roep(omgeving().gebruiker({"toezichthouder"}), get, pad(politie)).status, 404);  // his role does not open the compartment
    EXPECT_EQ(omgeving().roep(analist(), post, pad(s, "/vrijgaven"), nullptr, gezien(versie(nu))).status, 409);
    zet(0);
}

TEST_F(SignaalDb, OnderEmbargoBestaatHetAlleenVoorWieGekozenIs) {
    const auto gekozen = omgeving().gebruiker({"deelnemer"});
    const auto beleid = omgeving().gebruiker({"beleid"});
    const auto totaal = omgeving().eis(200, coordinator(), get, "/v1/signalen/tellingen").at("totaal");
    const auto s = maak(analist(), {{"alleen", array{gekozen.id.tekst()}}, {"melder", {{"naam", "x"}, {"contact", nullptr}}},
                                    {"vermeldingen", array{{{"soort", "persoon"}, {"tekst", "x"}}}}});
    EXPECT_EQ(s.at("alleen").as_array().size(), 2U);
    EXPECT_EQ(omgeving().eis(200, coordinator(), get, "/v1/signalen/tellingen").at("totaal"), totaal);
    eis_onzichtbaar(coordinator(), s);
    const auto gezien_door = omgeving().eis(200, gekozen, get, pad(s));
    EXPECT_EQ(gezien_door.at("titel"), s.at("titel"));
    // not to somebody who could not see it otherwise, nor without a trace of who chose
    const auto fout = omgeving().roep(analist(), post, "/v1/signalen", nieuw({{"alleen", array{beleid.id.tekst()}}}));
    EXPECT_EQ(fout.status, 400);
    EXPECT_NE(fout.lijf.find("/alleen/0"), std::string::npos);
    EXPECT_EQ(omgeving().roep(analist(), post, "/v1/signalen", nieuw({{"bron", "rapportage"}, {"alleen", array{gekozen.id.tekst()}}})).status, 400);
    // opened: from then on it is the team's, with its past
    EXPECT_EQ(omgeving().roep(coordinator(), post, pad(s, "/vrijgaven"), nullptr, gezien(versie(s))).status, 404);
    const auto vrij = omgeving().eis(200, gekozen, post, pad(s, "/vrijgaven"), nullptr, gezien(versie(s)));
    EXPECT_TRUE(vrij.at("alleen").is_null());
    const auto nu = omgeving().eis(200, coordinator(), get, pad(s));
    EXPECT_EQ(nu.at("verloop").as_array().size(), 1U);
    EXPECT_EQ(nu.at("vermeldingen").as_array().size(), 1U);
    EXPECT_EQ(omgeving().roep(gekozen, post, pad(s, "/vrijgaven"), nullptr, gezien(versie(nu))).status, 409);
}

TEST_F(SignaalDb, BewaartEenBsnGeslotenEnToontHetMetEenReden) {
    const object persoon{{"soort", "persoon"}, {"tekst", "J. Proef"}, {"sleutel", "1234.56.782"}};
    const auto s = maak(analist(), {{"vermeldingen", array{persoon}}});
    const auto& v = s.at("vermeldingen").at(0);
    EXPECT_TRUE(v.at("sleutel").is_null());
    EXPECT_TRUE(v.at("heeftBsn").as_bool());
    EXPECT_THAT(veldfouten(omgeving().eis(400, analist(), post, "/v1/signalen", nieuw({{"vermeldingen", array{{{"soort", "persoon"}, {"tekst", "x"}, {"sleutel", "123456789"}}}}}))), testing::ElementsAre("/vermeldingen/0/sleutel geen-bsn"));
    const auto bij = pad(s, "/vermeldingen/" + tekst(v, "id"));
    // a change of something else keeps it, in the past too; nowhere in the database does it stand open
    omgeving().eis(200, analist(), patch, bij, {{"rol", "huurder"}}, gezien(1));
    auto v2 = omgeving().beheer();
    for (const std::string tabel : {"vermelding", "vermelding_verleden", "entiteit", "bsn_getoond"}) {
        EXPECT_EQ(v2.doe("select count(*) as n from entiteit." + tabel + " t where t::text like '%123456782%' or t::text like '%1234.56%'")[0].veld<int>("n"), 0) << tabel;
    }
    EXPECT_EQ(tel("entiteit.vermelding where id = '" + tekst(v, "id") + "' and octet_length(bsn) > 9"), 1);
    EXPECT_EQ(tel("entiteit.vermelding_verleden where id = '" + tekst(v, "id") + "' and bsn is not null"), 1);
    // on request: the right, the signaal, a reason
    const auto vraag = bij + "/bsn/_toon";
    omgeving().eis(403, omgeving().gebruiker({"toezichthouder"}), post, vraag, {{"reden", "nieuwsgierig"}});
    omgeving().eis(404, vreemde(), post, vraag, {{"reden", "nieuwsgierig"}});
    omgeving().eis(400, analist(), post, vraag, {{"reden", ""}});
    const auto bewees = [](const char* geleden) {
        omgeving().beheer().doe("update toegang.sessie set bewezen_op = basis.nu() - $2::interval where gebruiker = $1", analist().id, geleden);
    };
    bewees("11 minutes");  // an act that shows what is closed asks fresh proof
    const auto oud = omgeving().eis(403, analist(), post, vraag, {{"reden", "Gemeentelijke basisadministratie bevragen."}});
    EXPECT_EQ(tekst(oud, "code"), "opnieuw-aanmelden");
    EXPECT_EQ(tel("entiteit.bsn_getoond where dossier = '" + tekst(s, "id") + "'"), 0);
    bewees("9 minutes");
    EXPECT_EQ(tekst(omgeving().eis(200, analist(), post, vraag, {{"reden", "Gemeentelijke basisadministratie bevragen."}}), "bsn"), "123456782");
    bewees("0 minutes");
    EXPECT_EQ(tel("entiteit.bsn_getoond where reden = 'Gemeentelijke basisadministratie bevragen.'"), 1);
    EXPECT_EQ(tel("logboek.audit where actie = 'signaalBsnTonen' and resultaat = 'gelukt' and object_id = '" + tekst(s, "id") + "'"), 1);
    // taken out again
    omgeving().eis(200, analist(), patch, bij, {{"sleutel", nullptr}}, gezien(2));
    omgeving().eis(404, analist(), post, vraag, {{"reden", "nog eens"}});
}

TEST_F(SignaalDb, EistHetRechtVoorElkWerkwoord) {
    const auto s = maak(analist(), {{"melder", {{"naam", "x"}, {"contact", "y"}}}});
    const auto toezicht = omgeving().gebruiker({"toezichthouder"});
    const auto beleid = omgeving().gebruiker({"beleid"});
    omgeving().eis(403, toezicht, post, pad(s, "/overgangen"), {{"naar", "in_weging"}}, gezien(1));
    omgeving().eis(403, toezicht, post, pad(s, "/wegingen"), {{"stap", 1}, {"antwoorden", array{}}, {"uitkomst", "ja"}, {"motivering", "x"}}, gezien(1));
    omgeving().eis(403, toezicht, get, "/v1/signalen/tellingen");
    omgeving().eis(403, analist(), post, pad(s, "/melder/_toon"), {{"reden", "terugbellen"}});
    omgeving().eis(403, beleid, get, "/v1/signalen");
    omgeving().eis(403, beleid, get, pad(s));
    omgeving().eis(403, beleid, post, "/v1/signalen", nieuw());
    omgeving().eis(403, beleid, get, "/v1/wegingsprofiel");
    omgeving().eis(200, toezicht, patch, pad(s), {{"titel", "Ramen dicht"}}, gezien(1));
    EXPECT_EQ(omgeving().eis(200, beleid, get, "/v1/signalen/tellingen").at("totaal"), 0);  // counts only what he may see
}

TEST_F(SignaalDb, WijzigtVeldenEnHoudtDeVersieVast) {
    const auto s = maak(analist(), {{"adres", {{"tekst", "achter het station"}}}});
    EXPECT_EQ(s.at("adres").at("nummeraanduiding"), nullptr);
    omgeving().eis(400, analist(), patch, pad(s), {{"titel", "y"}});
    const auto t = omgeving().eis(200, analist(), patch, pad(s),
        {{"titel", "Andere titel"}, {"thema", nullptr}, {"behandelaar", coordinator().id.tekst()}, {"adres", {{"nummeraanduiding", nummeraanduiding}}}, {"informatieWaarde", 1}}, gezien(1));
    EXPECT_EQ(versie(t), 2);
    EXPECT_EQ(t.at("thema"), nullptr);
    EXPECT_EQ(tekst(t.at("behandelaar"), "id"), coordinator().id.tekst());
    EXPECT_EQ(t.at("omschrijving"), s.at("omschrijving"));
    EXPECT_EQ(tekst(omgeving().eis(412, analist(), patch, pad(s), {{"titel", "Te laat"}}, gezien(1)), "code"), "verouderd");
    EXPECT_THAT(veldfouten(omgeving().eis(400, analist(), patch, pad(s),
                    {{"titel", nullptr}, {"thema", "onzin"}, {"behandelaar", vreemde().id.tekst()}, {"adres", {{"tekst", "a"}, {"nummeraanduiding", nummeraanduiding}}}}, gezien(2))),
                UnorderedElementsAre("/titel mag-niet-leeg", "/thema onbekende-code", "/behandelaar onbekende-collega", "/adres een-van-beide"));
    const auto beleid = omgeving().gebruiker({"beleid"});  // a colleague, but not of this audience
    EXPECT_THAT(veldfouten(omgeving().eis(400, analist(), patch, pad(s), {{"behandelaar", beleid.id.tekst()}}, gezien(2))),
                UnorderedElementsAre("/behandelaar onbekende-collega"));
    EXPECT_EQ(tekst(omgeving().eis(200, analist(), get, pad(s)), "titel"), "Andere titel");
    EXPECT_EQ(tel("signaal.signaal_verleden where id = '" + tekst(s, "id") + "'"), 1);
}

TEST_F(SignaalDb, WeegtStapVoorStapInDeVolgorde) {
    auto s = maak(analist());
    const object lijf{{"stap", 2}, {"antwoorden", array{}}, {"uitkomst", "ja"}, {"motivering", "x"}};
    EXPECT_EQ(tekst(omgeving().eis(409, analist(), post, pad(s, "/wegingen"), lijf, gezien(1)), "code"), "weging-niet-aan-de-beurt");
    s = weeg(s, 1, "ja", {{"antwoorden", array{{{"vraag", "verwevenheid"}, {"antwoord", "ja"}, {"toelichting", "zie foto"}}}}});
    EXPECT_EQ(tekst(s, "status"), "in_weging");
    EXPECT_EQ(s.at("wegingStap"), 2);
    EXPECT_EQ(s.at("verloop").as_array().size(), 2U);
    omgeving().eis(409, analist(), post, pad(s, "/wegingen"), {{"stap", 1}, {"antwoorden", array{}}, {"uitkomst", "ja"}, {"motivering", "x"}}, gezien(versie(s)));
    EXPECT_THAT(veldfouten(omgeving().eis(400, analist(), post, pad(s, "/wegingen"),
                    {{"stap", 2}, {"antwoorden", array{{{"vraag", "schaal"}, {"antwoord", "plek"}}}}, {"uitkomst", "doorsturen"}, {"motivering", "x"}}, gezien(versie(s)))),
                UnorderedElementsAre("/antwoorden/0/vraag onbekende-vraag", "/naarWie ontbreekt"));
    EXPECT_THAT(veldfouten(omgeving().eis(400, analist(), post, pad(s, "/wegingen"),
                    {{"stap", 2}, {"antwoorden", array{}}, {"uitkomst", "ja"}, {"motivering", "  "}}, gezien(versie(s)))),
                ElementsAre(HasSubstr("/motivering")));
    omgeving().eis(412, analist(), post, pad(s, "/wegingen"), lijf, gezien(1));
    s = weeg(s, 2, "ja");
    s = weeg(s, 3, "gecompliceerd");
    EXPECT_EQ(tekst(s, "status"), "in_weging");
    EXPECT_EQ(s.at("wegingStap"), gewogen);
    EXPECT_EQ(s.at("wegingen").as_array().size(), 3U);
    EXPECT_EQ(tekst(s.at("wegingen").at(0).at("antwoorden").at(0), "toelichting"), "zie foto");
    EXPECT_EQ(s.at("wegingen").at(2).at("profielVersie"), 1);
    omgeving().eis(400, analist(), post, pad(s, "/wegingen"), {{"stap", 4}, {"antwoorden", array{}}, {"uitkomst", "ja"}, {"motivering", "x"}}, gezien(versie(s)));
}

TEST_F(SignaalDb, LaatDeUitkomstDeStatusBepalen) {
    struct Geval {
        int stap;
        const char* uitkomst;
        const char* status;
        bool naar;
    };
    for (const auto& [stap, uitkomst, status, naar] :
         {Geval{1, "nee", "niet_opgepakt", false}, Geval{2, "nee", "niet_opgepakt", false}, Geval{2, "doorsturen", "doorgestuurd", true},
          Geval{3, "eenvoudig", "monodisciplinair", true}, Geval{3, "complex", "bij_riec", false}}) {
        auto s = maak(analist());
        for (int vorige = 1; vorige < stap; ++vorige) s = weeg(s, vorige, "ja");
        s = weeg(s, stap, uitkomst, naar ? object{{"naarWie", "Team handhaving"}} : object{});
        EXPECT_EQ(tekst(s, "status"), status);
        const auto laatste = s.at("verloop").as_array().back();
        EXPECT_EQ(tekst(laatste, "naar"), status);
        EXPECT_EQ(tekst(laatste, "reden"), "Besproken in het overleg.");
        EXPECT_EQ(!laatste.at("naarWie").is_null(), naar);
    }
}

TEST_F(SignaalDb, ZetInTriageBeideOvergangenVast) {
    const auto s = maak(analist());
    EXPECT_THAT(veldfouten(zet(s, "niet_opgepakt", {}, 400)), UnorderedElementsAre("/reden ontbreekt"));
    omgeving().eis(400, analist(), post, pad(s, "/overgangen"), {{"naar", "in_weging"}});
    omgeving().eis(412, analist(), post, pad(s, "/overgangen"), {{"naar", "in_weging"}}, gezien(7));
    const auto t = zet(s, "niet_opgepakt", {{"reden", "Geen ondermijning."}});
    EXPECT_EQ(tekst(t, "status"), "niet_opgepakt");
    ASSERT_EQ(t.at("verloop").as_array().size(), 3U);
    EXPECT_EQ(tekst(t.at("verloop").at(1), "naar"), "in_weging");
    EXPECT_EQ(tekst(t.at("verloop").at(2), "van"), "in_weging");
    EXPECT_EQ(versie(t), 2);
    // Closed; with a reason it is weighed from the start again.
    EXPECT_EQ(tekst(omgeving().eis(409, analist(), patch, pad(t), {{"titel", "y"}}, gezien(2)), "code"), "signaal-gesloten");
    omgeving().eis(409, analist(), post, pad(t, "/vermeldingen"), {{"soort", "persoon"}, {"tekst", "x"}});
    const auto u = zet(t, "in_weging", {{"reden", "Nieuwe melding."}});
    EXPECT_EQ(u.at("wegingStap"), 1);
}

TEST_F(SignaalDb, SteltUitTotEenDagDieNogKomt) {
    auto s = maak(analist());
    s = weeg(s, 1, "ja");
    EXPECT_THAT(veldfouten(zet(s, "uitgesteld", {{"reden", "x"}}, 400)), UnorderedElementsAre("/tot ontbreekt"));
    EXPECT_THAT(veldfouten(zet(s, "uitgesteld", {{"reden", "x"}, {"tot", "2026-01-01"}, {"naarWie", "y"}}, 400)),
                UnorderedElementsAre("/tot niet-in-de-toekomst", "/naarWie hoort-hier-niet"));
    s = zet(s, "uitgesteld", {{"reden", "Wacht op controle."}, {"tot", "2199-01-01"}});
    EXPECT_EQ(tekst(s, "uitgesteldTot"), "2199-01-01");
    s = zet(s, "in_weging", {{"reden", "De controle was er."}});
    EXPECT_EQ(s.at("uitgesteldTot"), nullptr);
    EXPECT_EQ(s.at("wegingStap"), 2);  // goes on where it was
}

TEST_F(SignaalDb, WijstEenDuplicaatNaarHetOrigineel) {
    const auto a = maak(analist());
    const auto b = maak(analist());
    const auto c = maak(analist());
    const auto ver = maak(vreemde());
    const auto wijs = [&](const value& s, const value& naar, int status) { return zet(s, "duplicaat", {{"reden", "Zelfde pand."}, {"duplicaatVan", naar.at("id")}}, status); };
    EXPECT_THAT(veldfouten(wijs(b, b, 400)), UnorderedElementsAre("/duplicaatVan zichzelf"));
    EXPECT_THAT(veldfouten(wijs(b, ver, 400)), UnorderedElementsAre("/duplicaatVan onbekend-signaal"));
    const auto t = wijs(b, a, 200);
    EXPECT_EQ(t.at("duplicaatVan").at("kenmerk"), a.at("kenmerk"));
    EXPECT_THAT(veldfouten(wijs(c, b, 400)), UnorderedElementsAre("/duplicaatVan is-duplicaat"));
}

TEST_F(SignaalDb, KentAlleenDeToegestaneOvergangen) {
    // Every state but destroyed, reached by the API's own roads; then every target, allowed or not.
    const std::map<std::string, std::function<value()>> wegen{
        {"nieuw", [] { return maak(analist()); }},
        {"in_weging", [] { return zet(maak(analist()), "in_weging"); }},
        {"niet_opgepakt", [] { return weeg(maak(analist()), 1, "nee"); }},
        {"doorgestuurd", [] { return zet(maak(analist()), "doorgestuurd", {{"reden", "x"}, {"naarWie", "y"}}); }},
        {"duplicaat", [] { return zet(maak(analist()), "duplicaat", {{"reden", "x"}, {"duplicaatVan", maak(analist()).at("id")}}); }},
        {"uitgesteld", [] { return zet(maak(analist()), "uitgesteld", {{"reden", "x"}, {"tot", "2199-01-01"}}); }},
        {"monodisciplinair", [] { return weeg(weeg(weeg(maak(analist()), 1, "ja"), 2, "ja"), 3, "eenvoudig", {{"naarWie", "VTH"}}); }},
        {"bij_riec", [] { return weeg(weeg(weeg(maak(analist()), 1, "ja"), 2, "ja"), 3, "complex"); }},
        {"afgehandeld", [] { return zet(weeg(weeg(weeg(maak(analist()), 1, "ja"), 2, "ja"), 3, "complex"), "afgehandeld", {{"reden", "x"}}); }},
        {"casus", [] {
             const auto s = gewogen_signaal();
             omgeving().eis(204, coordinator(), put, fmt::format("/v1/proef/{}/casus/{}", tekst(s, "id"), maak_casus({coordinator(), analist()})));
             return omgeving().eis(200, analist(), get, pad(s));
         }}};
    int toegestaan = 0;
    for (const auto& [van, maak_zo] : wegen) {
        auto s = maak_zo();
        ASSERT_EQ(tekst(s, "status"), van);
        for (const auto naar : statussen()) {
            object lijf{{"naar", naar}, {"reden", "x"}};
            if (naar == "uitgesteld") lijf["tot"] = "2199-01-01";
            if (naar == "doorgestuurd") lijf["naarWie"] = "y";
            if (naar == "duplicaat") lijf["duplicaatVan"] = maak(analist()).at("id");
            const auto antwoord = omgeving().roep(analist(), post, pad(s, "/overgangen"), lijf, gezien(versie(s)));
            const bool mag = rand(van, naar, Deur::overgang) != nullptr;
            EXPECT_EQ(antwoord.status, mag ? 200 : 409) << van << " > " << naar << " " << antwoord.lijf;
            if (mag) {
                ++toegestaan;
                s = maak_zo();
            } else {
                EXPECT_THAT(antwoord.lijf, HasSubstr("overgang-niet-toegestaan"));
            }
        }
    }
    EXPECT_EQ(toegestaan, 13);
    EXPECT_EQ(wegen.size(), statussen().size() - 1);
}

TEST_F(SignaalDb, WijzigtEnVerwijdertVermeldingenVanDitSignaalAlleen) {
    const auto s = maak(analist());
    const auto ander = maak(analist());
    const auto v = omgeving().eis(201, analist(), post, pad(s, "/vermeldingen"), {{"soort", "telefoon"}, {"tekst", "nummer op briefje"}, {"sleutel", "06-87654321"}});
    const auto onder = [&](const value& bij) { return pad(bij, "/vermeldingen/" + tekst(v, "id")); };
    omgeving().eis(404, analist(), patch, onder(ander), {{"tekst", "y"}}, gezien(1));
    omgeving().eis(404, analist(), verwijder, onder(ander), nullptr, gezien(1));
    EXPECT_THAT(veldfouten(omgeving().eis(400, analist(), patch, onder(s), {{"sleutel", "112"}, {"tekst", nullptr}}, gezien(1))),
                UnorderedElementsAre("/sleutel geen-telefoonnummer", "/tekst mag-niet-leeg"));
    const auto w = omgeving().eis(200, analist(), patch, onder(s), {{"rol", "contact"}, {"informatieWaarde", 3}}, gezien(1));
    EXPECT_EQ(w.at("entiteit"), v.at("entiteit"));
    EXPECT_EQ(versie(w), 2);
    const auto x = omgeving().eis(200, analist(), patch, onder(s), {{"sleutel", nullptr}}, gezien(2));
    EXPECT_EQ(x.at("entiteit"), nullptr);
    omgeving().eis(412, analist(), verwijder, onder(s), nullptr, gezien(2));
    omgeving().eis(204, analist(), verwijder, onder(s), nullptr, gezien(3));
    EXPECT_TRUE(omgeving().eis(200, analist(), get, pad(s)).at("vermeldingen").as_array().empty());
    EXPECT_EQ(tel("entiteit.vermelding_verleden where id = '" + tekst(v, "id") + "'"), 3);
}

TEST_F(SignaalDb, ToontDeMelderAlleenBinnenHetCompartimentMetEenReden) {
    const auto toezicht = omgeving().gebruiker({"toezichthouder"});  // may put one in, may not look
    const auto s = maak(toezicht, {{"melder", {{"naam", "Bewoner van Proef"}, {"contact", "06-00000001"}}}});
    omgeving().eis(400, coordinator(), post, pad(s, "/melder/_toon"), object{});
    omgeving().eis(400, coordinator(), post, pad(s, "/melder/_toon"), {{"reden", " "}});
    const auto m = omgeving().eis(200, coordinator(), post, pad(s, "/melder/_toon"), {{"reden", "Terugbellen."}});
    EXPECT_EQ(tekst(m, "naam"), "Bewoner van Proef");
    EXPECT_EQ(tel("signaal.melder_getoond where reden = 'Terugbellen.' and signaal = '" + tekst(s, "id") + "'"), 1);
    EXPECT_EQ(tel("logboek.audit a join logboek.verwerking v using (organisatie, operatie) where a.actie = 'melderTonen' and v.betrokkene is not null and a.object_id = '" + tekst(s, "id") + "'"), 1);
    omgeving().eis(404, coordinator(), post, pad(maak(analist()), "/melder/_toon"), {{"reden", "x"}});  // there is none
    db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = analist().id, .operatie = OperatieId::nieuw()});
    EXPECT_EQ(tx.doe("select count(*) as n from signaal.melder")[0].veld<int>("n"), 0);
}

TEST_F(SignaalDb, BladertDoorDeLijstZonderGatOfDubbel) {
    const auto wie = omgeving().gebruiker({"coordinator"}, 2);
    std::set<std::string> gemaakt;
    for (int i = 0; i < 7; ++i) {  // two by two at the same moment: the id decides
        gemaakt.insert(tekst(maak(wie, {{"ontvangenOp", fmt::format("2026-10-0{}T12:00:00Z", 1 + i / 2)}, {"thema", "omg"}, {"bron", "controle"}}), "id"));
    }
    for (const std::string sorteer : {"-ontvangenOp", "ontvangenOp", "-gewijzigdOp"}) {
        std::vector<std::string> alles;
        std::string na;
        int bladen = 0;
        do {
            const auto blad = omgeving().eis(200, wie, get, fmt::format("/v1/signalen?thema=omg&bron=controle&status=nieuw,in_weging&aantal=3&sorteer={}{}", sorteer, na));
            for (const auto& id : ids(blad)) alles.push_back(id);
            na = blad.at("volgende").is_null() ? "" : "&na=" + tekst(blad, "volgende");
            ++bladen;
        } while (!na.empty() && bladen < 10);
        EXPECT_EQ(bladen, 3) << sorteer;
        EXPECT_EQ(alles.size(), gemaakt.size()) << sorteer;
        EXPECT_EQ(std::set<std::string>(alles.begin(), alles.end()), gemaakt) << sorteer;
    }
    EXPECT_EQ(tekst(omgeving().eis(400, wie, get, "/v1/signalen?na=abc"), "code"), "na-ongeldig");
    EXPECT_THAT(veldfouten(omgeving().eis(400, wie, get, "/v1/signalen?status=open&aantal=0&sorteer=titel&behandelaar=ik&thema=Z")),
                UnorderedElementsAre("/query/status onbekende-code", "/query/aantal buiten-bereik", "/query/sorteer onbekende-code",
                                     "/query/behandelaar geen-id", "/query/thema geen-code"));
}

TEST_F(SignaalDb, FiltertOpBehandelaarEnOntbrekendThema) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    const auto s = maak(wie, {{"thema", nullptr}});
    omgeving().eis(200, wie, patch, pad(s), {{"behandelaar", wie.id.tekst()}}, gezien(1));
    EXPECT_THAT(ids(omgeving().eis(200, wie, get, "/v1/signalen?behandelaar=" + wie.id.tekst())), ElementsAre(tekst(s, "id")));
    EXPECT_THAT(ids(omgeving().eis(200, wie, get, "/v1/signalen?thema=geen&behandelaar=" + wie.id.tekst())), ElementsAre(tekst(s, "id")));
    EXPECT_THAT(ids(omgeving().eis(200, wie, get, "/v1/signalen?thema=hennep&behandelaar=" + wie.id.tekst())), IsEmpty());
}

TEST_F(SignaalDb, FiltertOpDagenVanOntvangstInAmsterdam) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    const auto op = [&](std::string_view moment) {  // the filter on the colleague keeps other tests' rows out
        const auto s = maak(wie, {{"ontvangenOp", moment}});
        omgeving().eis(200, wie, patch, pad(s), {{"behandelaar", wie.id.tekst()}}, gezien(1));
        return tekst(s, "id");
    };
    const auto vroeg = op("2026-09-30T21:59:59Z");  // the last second of September in Amsterdam, summer time
    const auto eerst = op("2026-09-30T22:00:00Z");
    const auto laatst = op("2026-10-31T22:59:59Z");  // winter time
    const auto laat = op("2026-10-31T23:00:00Z");
    const auto lijst = [&](const std::string& vraag) { return ids(omgeving().eis(200, wie, get, "/v1/signalen?behandelaar=" + wie.id.tekst() + vraag)); };
    EXPECT_THAT(lijst("&ontvangenVanaf=2026-10-01&ontvangenTotEnMet=2026-10-31"), ElementsAre(laatst, eerst));
    EXPECT_THAT(lijst("&ontvangenTotEnMet=2026-09-30"), ElementsAre(vroeg));
    EXPECT_THAT(lijst("&ontvangenVanaf=2026-11-01&sorteer=ontvangenOp"), ElementsAre(laat));
    EXPECT_THAT(veldfouten(omgeving().eis(400, wie, get, "/v1/signalen?ontvangenVanaf=gisteren&ontvangenTotEnMet=2026-02-30&wachtOp=koffie")),
                UnorderedElementsAre("/query/ontvangenVanaf geen-datum", "/query/ontvangenTotEnMet geen-datum", "/query/wachtOp onbekende-code"));
}

TEST_F(SignaalDb, WatIemandZochtStaatAlleenAlsHashInHetLogboek) {
    auto& o = omgeving();
    const auto hash_van = [&](const char* tekst) {
        o.eis(200, analist(), post, "/v1/signalen/_zoek", {{"tekst", tekst}});
        return o.beheer().doe("select toelichting from logboek.audit where actie = 'signalenZoeken' order by tijd desc limit 1")[0].veld<std::string>("toelichting");
    };
    const auto eerst = hash_van("Kwibus Verzonnenaar");
    EXPECT_THAT(eerst, testing::MatchesRegex("zoek-[0-9a-f]{32}"));
    EXPECT_EQ(hash_van("kwibus  VERZONNENAAR"), eerst) << "the same search is known again";
    EXPECT_NE(hash_van("Kwibus Anders"), eerst);
    EXPECT_EQ(o.beheer().doe("select count(*) as n from logboek.audit a where a::text ilike '%kwibus%'")[0].veld<int>("n"), 0);
}

TEST_F(SignaalDb, ZoektZoalsMensenTypen) {
    const auto s = maak(analist(), {{"titel", "Café 't IJsje: rolluik 100% dicht"}, {"adres", {{"tekst", "Burgemeester Meërenstraat"}}}});
    const auto zoek = [&](object vraag) { return ids(omgeving().eis(200, analist(), post, "/v1/signalen/_zoek", vraag)); };
    for (const std::string_view woorden : {"cafe t ijsje", "YSJE rolluik", "meerenstraat", "rolluik burgemeester", "100%"}) {
        EXPECT_THAT(zoek({{"tekst", woorden}}), testing::Contains(tekst(s, "id"))) << woorden;
    }
    EXPECT_THAT(zoek({{"tekst", "rolluik paard"}}), IsEmpty());
    auto kenmerk = tekst(s, "kenmerk");
    std::transform(kenmerk.begin(), kenmerk.end(), kenmerk.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    EXPECT_THAT(zoek({{"tekst", kenmerk}}), ElementsAre(tekst(s, "id")));
    EXPECT_THAT(zoek({{"tekst", "ysje"}, {"status", array{"casus"}}}), IsEmpty());
    omgeving().eis(400, analist(), post, "/v1/signalen/_zoek", {{"status", array{"open"}}});
}

TEST_F(SignaalDb, TeltBurenOpHetzelfdeAdres) {
    const auto wie = omgeving().gebruiker({"coordinator"}, 2);
    const object adres{{"adres", {{"nummeraanduiding", "9999200000000002"}}}};
    maak(wie, adres);
    const auto b = maak(wie, adres);
    EXPECT_EQ(b.at("zelfdeAdres"), 1);
    ASSERT_EQ(b.at("opZelfdeAdres").as_array().size(), 1U);
    const auto gevonden = omgeving().eis(200, wie, post, "/v1/signalen/_zoek", {{"adres", "9999200000000002"}});
    ASSERT_EQ(ids(gevonden).size(), 2U);
    EXPECT_EQ(gevonden.at("resultaten").at(0).at("zelfdeAdres"), 1);
    EXPECT_EQ(gevonden.at("resultaten").at(0).at("id"), b.at("id"));
}

TEST_F(SignaalDb, TeltWatDeVragerZiet) {
    const auto wie = omgeving().gebruiker({"coordinator"}, 2);
    const auto som = [](const value& t, const char* veld) {
        std::int64_t uit = 0;
        for (const auto& r : t.at(veld).as_array()) uit += r.at("aantal").as_int64();
        return uit;
    };
    const auto voor = omgeving().eis(200, wie, get, "/v1/signalen/tellingen").at("totaal").as_int64();
    maak(wie, {{"ontvangenOp", "2026-05-31T23:00:00Z"}, {"thema", nullptr}});  // June in Amsterdam
    maak(analist());
    const auto t = omgeving().eis(200, wie, get, "/v1/signalen/tellingen");
    EXPECT_EQ(t.at("totaal"), voor + 1);
    for (const auto* veld : {"perStatus", "perThema", "perBron", "perMaand"}) EXPECT_EQ(som(t, veld), voor + 1) << veld;
    EXPECT_THAT(boost::json::serialize(t.at("perMaand")), HasSubstr("2026-06"));
    EXPECT_THAT(boost::json::serialize(t.at("perThema")), HasSubstr("geen"));
}

TEST_F(SignaalDb, LogtPreciesDeSignalenVanHetAntwoord) {
    const auto wie = omgeving().gebruiker({"coordinator"}, 2);
    maak(wie, {{"vermeldingen", array{{{"soort", "persoon"}, {"tekst", "x"}}, {{"soort", "bedrijf"}, {"tekst", "y"}}, {{"soort", "voertuig"}, {"tekst", "z"}}}}});
    const auto lijst = omgeving().eis(200, wie, get, "/v1/signalen?aantal=5");
    auto v = omgeving().beheer();
    std::set<std::string> gelogd;
    for (const auto rij : v.doe("select g.object from logboek.geraakt g where g.organisatie = 2 and g.operatie ="
                                " (select operatie from logboek.audit where actie = 'signalenTonen' and organisatie = 2 order by tijd desc limit 1)")) {
        gelogd.insert(rij.veld<Uuid>("object").tekst());
    }
    const auto in_antwoord = ids(lijst);
    EXPECT_EQ(gelogd, std::set<std::string>(in_antwoord.begin(), in_antwoord.end()));
    const auto betrokkenen = [&](const char* actie) {
        return v.doe("select count(betrokkene) as n from logboek.verwerking where organisatie = 2 and operatie ="
                     " (select operatie from logboek.audit where actie = $1 and organisatie = 2 order by tijd desc limit 1)", actie)[0].veld<int>("n");
    };
    EXPECT_EQ(betrokkenen("signaalVastleggen"), 2);  // the person and the company, not the car
    EXPECT_EQ(betrokkenen("signalenTonen"), 0);      // lists show nobody
}

TEST_F(SignaalDb, GaatMetDeCasusMeeUitHetZichtVanHetTeam) {
    auto s = maak(analist(), {{"vermeldingen", array{{{"soort", "bedrijf"}, {"tekst", "Loods BV"}, {"sleutel", "87654321"}}}}});
    s = omgeving().eis(200, analist(), patch, pad(s), {{"titel", "Loods aan de haven"}}, gezien(1));
    const auto jurist = omgeving().gebruiker({"jurist"});
    const auto casus = maak_casus({coordinator(), jurist});
    const auto naar_casus = fmt::format("/v1/proef/{}/casus/{}", tekst(s, "id"), casus);
    EXPECT_EQ(tekst(omgeving().eis(409, coordinator(), put, naar_casus), "code"), "overgang-niet-toegestaan");
    s = weeg(weeg(weeg(s, 1, "ja"), 2, "ja"), 3, "gecompliceerd");
    omgeving().eis(204, coordinator(), put, naar_casus);
    // The analyst is no member: it is gone for him, its mentions and past too.
    omgeving().eis(404, analist(), get, pad(s));
    {
        db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = analist().id, .operatie = OperatieId::nieuw()});
        for (const std::string waar : {"signaal.signaal where id", "signaal.signaal_verleden where id", "signaal.weging where signaal",
                                       "signaal.overgang where signaal", "entiteit.vermelding where dossier", "entiteit.vermelding_verleden where dossier"}) {
            EXPECT_EQ(tx.doe("select count(*) as n from " + waar + " = $1", tekst(s, "id"))[0].veld<int>("n"), 0) << waar;
        }
    }
    // The members have all of it.
    const auto van_lid = omgeving().eis(200, coordinator(), get, pad(s));
    EXPECT_EQ(tekst(van_lid, "status"), "casus");
    EXPECT_EQ(tekst(van_lid.at("casus"), "werknaam"), "Havenloods");
    EXPECT_EQ(van_lid.at("wegingen").as_array().size(), 3U);
    const auto dossier = omgeving().eis(200, jurist, get, "/v1/proef/" + casus);
    ASSERT_EQ(dossier.at("signalen").as_array().size(), 1U);
    EXPECT_EQ(dossier.at("signalen").at(0).at("verloop").as_array().size(), 3U);
    EXPECT_EQ(dossier.at("signalen").at(0).at("vermeldingen").as_array().size(), 1U);
    omgeving().eis(409, coordinator(), put, naar_casus);  // once
}

TEST_F(SignaalDb, ToontHetDossierZoalsHetToenWas) {
    const auto casus = maak_casus({coordinator()});
    auto s = gewogen_signaal();
    const auto v = omgeving().eis(201, analist(), post, pad(s, "/vermeldingen"), {{"soort", "persoon"}, {"tekst", "de lange man"}});
    const auto weg = omgeving().eis(201, analist(), post, pad(s, "/vermeldingen"), {{"soort", "voertuig"}, {"tekst", "bus"}, {"sleutel", "TO-EN-01"}});
    omgeving().eis(204, coordinator(), put, fmt::format("/v1/proef/{}/casus/{}", tekst(s, "id"), casus));
    const auto toen = omgeving().roep(coordinator(), get, "/v1/proef/" + casus).lijf;
    const auto moment = damwand::tekst(omgeving().beheer().doe("select basis.tik() as nu")[0].veld<Tijdstip>("nu"));

    s = omgeving().eis(200, coordinator(), get, pad(s));
    omgeving().eis(200, coordinator(), patch, pad(s), {{"titel", "Later"}, {"omschrijving", "Later."}, {"adres", {{"tekst", "later"}}}, {"thema", "omg"}}, gezien(versie(s)));
    omgeving().eis(200, coordinator(), patch, pad(s, "/vermeldingen/" + tekst(v, "id")), {{"tekst", "de korte man"}}, gezien(1));
    omgeving().eis(204, coordinator(), verwijder, pad(s, "/vermeldingen/" + tekst(weg, "id")), nullptr, gezien(1));
    omgeving().eis(201, coordinator(), post, pad(s, "/vermeldingen"), {{"soort", "email"}, {"tekst", "mail"}, {"sleutel", "a@voorbeeld.nl"}});
    maak(coordinator(), {{"vermeldingen", array{{{"soort", "voertuig"}, {"tekst", "bus"}, {"sleutel", "TO-EN-01"}}}}});

    const auto nu = omgeving().roep(coordinator(), get, "/v1/proef/" + casus).lijf;
    EXPECT_NE(nu, toen);
    EXPECT_EQ(omgeving().roep(coordinator(), get, "/v1/proef/" + casus + "?bekendOp=" + moment).lijf, toen);
}

TEST_F(SignaalDb, BlijftDichtAlsDeCasusInHetArchiefLigt) {
    const auto s = gewogen_signaal();
    const auto casus = maak_casus({coordinator()});
    omgeving().eis(204, coordinator(), put, fmt::format("/v1/proef/{}/casus/{}", tekst(s, "id"), casus));
    auto v = omgeving().beheer();
    v.script("set damwand.operatie = '00000000-0000-4000-8000-000000000002'");
    v.doe("update casus.casus set fase = 'archief' where id = $1", casus);
    EXPECT_EQ(tekst(omgeving().eis(409, coordinator(), patch, pad(s), {{"titel", "y"}}, gezien(5)), "code"), "casus-gesloten");
}

TEST_F(SignaalDb, MeldtElkeWijzigingAanDeLijsten) {
    const auto s = maak(analist());
    omgeving().eis(200, analist(), patch, pad(s), {{"titel", "y"}}, gezien(1));
    EXPECT_EQ(tel("gebeurtenis.uit where soort = 'signaal' and object = '" + tekst(s, "id") + "'"), 2);
}

TEST_F(SignaalDb, GeeftProfielEnStamgegevensInTweeTalen) {
    const auto p = omgeving().eis(200, analist(), get, "/v1/wegingsprofiel");
    EXPECT_EQ(tekst(p, "code"), "zoetermeer");
    EXPECT_EQ(p.at("stappen").as_array().size(), 3U);
    const auto t = omgeving().eis(200, analist(), get, "/v1/stamgegevens");
    for (const auto& lijst : t.as_object()) {
        EXPECT_FALSE(lijst.value().as_array().empty()) << lijst.key();
        for (const auto& code : lijst.value().as_array()) EXPECT_FALSE(tekst(code, "naamEn").empty() || tekst(code, "naamNl").empty()) << lijst.key();
    }
}

TEST_F(SignaalDb, TweeTegelijkGeeftEenWinnaar) {
    const auto s = maak(analist());
    std::vector<int> uitslag(8);
    std::vector<std::thread> draden;
    for (auto& een : uitslag) {
        draden.emplace_back([&] { een = omgeving().roep(analist(), patch, pad(s), {{"titel", "tegelijk"}}, gezien(1)).status; });
    }
    for (auto& draad : draden) draad.join();
    EXPECT_EQ(std::count(uitslag.begin(), uitslag.end(), 200), 1);
    EXPECT_EQ(std::count(uitslag.begin(), uitslag.end(), 412), 7);
}

}  // namespace
}  // namespace damwand::signaal

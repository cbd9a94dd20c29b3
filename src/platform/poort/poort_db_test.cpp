// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <liboath/oath.h>

#include <ctime>

#include "steun/proefomgeving.hpp"

namespace damwand {
namespace {

using http::Methode;
using poort::Audit;
using poort::Export;
using poort::Tarief;

struct Ding {
    Tekst<1, 10> naam;
};
BOOST_DESCRIBE_STRUCT(Ding, (), (naam))

const Uuid vast = *Uuid::lees("3f6c0000-0000-4000-8000-000000000001");
int keer = 0;

std::vector<poort::Route> proefroutes() {
    return {poort::route<Ding, Ding>({.methode = Methode::post, .pad = "/v1/dingen", .naam = "dingMaken", .recht = "signaal.schrijven",
                                      .activiteit = "signalen-wegen", .audit = Audit::schrijven, .tarief = Tarief::gewoon, .export_klasse = Export::geen, .maakt = true},
                                     [](poort::Gang& gang, const Ding& ding) {
                                         ++keer;
                                         gang.onderwerp("signaal", vast);
                                         gang.raakt_persoon(vast);
                                         gang.gemaakt("/v1/dingen/" + vast.tekst(), vast);
                                         return ding;
                                     }),
            poort::route<Ding, Ding>({.methode = Methode::post, .pad = "/v1/schijndingen", .naam = "schijndingMaken", .recht = "signaal.schrijven",
                                      .activiteit = "signalen-wegen", .audit = Audit::schrijven, .tarief = Tarief::gewoon, .export_klasse = Export::geen, .maakt = true},
                                     [](poort::Gang&, const Ding& ding) { return ding; }),
            poort::route<poort::Niets, Ding>({.methode = Methode::get, .pad = "/v1/dingen/{id}", .naam = "dingTonen", .recht = "signaal.lezen",
                                              .activiteit = "signalen-wegen", .audit = Audit::lezen, .tarief = Tarief::licht, .export_klasse = Export::geen,
                                              .vragen = {{"soort", "proef"}}},
                                             [](poort::Gang& gang) {
                                                 const auto id = gang.id<SignaalId>("id");
                                                 gang.sta_toe({"signaal", id.waarde, gang.wie().organisatie, id.waarde == vast ? 1 : 77});
                                                 gang.etag(3);
                                                 return Ding{Tekst<1, 10>("hallo")};
                                             })};
}

proef::Omgeving& omgeving() {
    static proef::Omgeving een(proefroutes());
    return een;
}

std::int64_t tel(const std::string& sql) {
    auto v = omgeving().beheer();
    return v.doe("select count(*) as n from " + sql)[0].veld<std::int64_t>("n");
}

TEST(Poort, SchrijftBeideLoggenInDeTransactie) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    const auto audit = tel("logboek.audit where actie = 'dingMaken'");
    omgeving().eis(201, wie, Methode::post, "/v1/dingen", {{"naam", "x"}});
    EXPECT_EQ(tel("logboek.audit where actie = 'dingMaken' and resultaat = 'gelukt' and actor is not null"), audit + 1);
    EXPECT_EQ(tel("logboek.audit a join logboek.verwerking v using (organisatie, operatie) join logboek.geraakt g using (organisatie, operatie)"
                  " where a.actie = 'dingMaken' and v.betrokkene is not null and v.activiteit = 1 and g.object = a.object_id"), audit + 1);
}

TEST(Poort, AntwoordtWatDeBeschrijvingZegt) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    const auto paden = omgeving().loket().openapi().at("paths");
    EXPECT_TRUE(paden.at("/dingen").at("post").at("responses").as_object().contains("201"));
    EXPECT_TRUE(paden.at("/dingen/{id}").at("get").at("responses").as_object().contains("200"));
    // says that it makes something, and does not: our own mistake, found at the first call
    EXPECT_THROW(omgeving().roep(wie, Methode::post, "/v1/schijndingen", {{"naam", "x"}}), std::logic_error);
}

TEST(Poort, GeeftNietsAlsHetLogboekNietSchrijft) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    auto beheer = omgeving().beheer();
    beheer.script("revoke insert on logboek.verwerking from toepassing");
    const auto antwoord = omgeving().roep(wie, Methode::get, "/v1/dingen/" + vast.tekst());
    beheer.script("grant insert on logboek.verwerking to toepassing");
    EXPECT_EQ(antwoord.status, 503);
    EXPECT_EQ(antwoord.lijf.find("hallo"), std::string::npos);
    EXPECT_EQ(omgeving().roep(wie, Methode::get, "/v1/dingen/" + vast.tekst()).status, 200);
}

TEST(Poort, GeeftNietsAlsDeGetuigeTeLangZwijgt) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    const auto pad = "/v1/dingen/" + vast.tekst();
    const auto toen = keer;
    omgeving().laat_getuige_zwijgen(true);
    for (const auto& antwoord : {omgeving().roep(wie, Methode::get, pad), omgeving().roep(wie, Methode::post, "/v1/dingen", {{"naam", "x"}})}) {
        EXPECT_EQ(antwoord.status, 503);
        EXPECT_THAT(antwoord.lijf, testing::HasSubstr("getuige-zwijgt"));
        EXPECT_THAT(antwoord.lijf, testing::Not(testing::HasSubstr("hallo")));
        EXPECT_THAT(antwoord.koppen, testing::Contains(testing::Field(&std::pair<std::string, std::string>::first, "Retry-After")));
    }
    EXPECT_EQ(keer, toen);
    EXPECT_EQ(omgeving().roep(wie, Methode::get, "/livez").status, 200);
    omgeving().laat_getuige_zwijgen(false);
    EXPECT_EQ(omgeving().roep(wie, Methode::get, pad).status, 200);
}

TEST(Poort, DezelfdeSleutelDoetHetWerkEenKeer) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    const auto sleutel = Uuid::willekeurig().tekst();
    const int voor = keer;
    const auto gelezen = [] { return tel("logboek.audit a join logboek.geraakt g using (organisatie, operatie) where a.actie = 'dingMaken'"); };
    const auto al_gelezen = gelezen();
    const auto eerste = omgeving().roep(wie, Methode::post, "/v1/dingen", {{"naam", "x"}}, {{"idempotency-key", sleutel}});
    const auto tweede = omgeving().roep(wie, Methode::post, "/v1/dingen", {{"naam", "x"}}, {{"idempotency-key", sleutel}});
    const auto ander = omgeving().roep(wie, Methode::post, "/v1/dingen", {{"naam", "y"}}, {{"idempotency-key", sleutel}});
    EXPECT_EQ(eerste.status, 201);
    EXPECT_EQ(tweede.status, 201);
    EXPECT_EQ(ander.status, 409);
    EXPECT_EQ(keer, voor + 1);
    EXPECT_EQ(gelezen(), al_gelezen + 2) << "the repeated answer shows the object again, and the read log must know";
    EXPECT_EQ(omgeving().roep(wie, Methode::post, "/v1/dingen", {{"naam", "x"}}, {{"idempotency-key", "nee"}}).status, 400);
}

TEST(Poort, NietErIsHetzelfdeAlsNietVanU) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    auto foutloos = [](std::string lijf) { return lijf.substr(0, lijf.find("\"verzoek\"")); };
    const auto vreemd = omgeving().roep(wie, Methode::get, "/v1/dingen/" + Uuid::willekeurig().tekst());
    const auto kapot = omgeving().roep(wie, Methode::get, "/v1/dingen/12");
    const auto geen = omgeving().roep(wie, Methode::get, "/v1/bestaatniet");
    EXPECT_EQ(vreemd.status, 404);
    EXPECT_EQ(foutloos(vreemd.lijf), foutloos(kapot.lijf));
    EXPECT_EQ(foutloos(vreemd.lijf), foutloos(geen.lijf));
}

TEST(Poort, WeigertZonderSessieRechtActiviteitOfEigenPagina) {
    const auto analist = omgeving().gebruiker({"informatieanalist"});
    const auto communicatie = omgeving().gebruiker({"communicatie"});
    const auto pad = "/v1/dingen/" + vast.tekst();
    EXPECT_EQ(omgeving().roep({}, Methode::get, pad).status, 401);
    EXPECT_EQ(omgeving().roep(communicatie, Methode::get, pad).status, 403);
    EXPECT_EQ(omgeving().roep(analist, Methode::get, pad, nullptr, {{"verwerkingsactiviteit", "archiveren-vernietigen"}}).status, 403);
    EXPECT_EQ(omgeving().roep(analist, Methode::get, pad, nullptr, {{"verwerkingsactiviteit", "casus-behandelen"}}).status, 403);  // his, but not for this
    EXPECT_EQ(omgeving().roep(analist, Methode::get, pad, nullptr, {{"verwerkingsactiviteit", "riec-samenwerking"}}).status, 403);  // for this, but not his
    const auto coordinator = omgeving().gebruiker({"coordinator"});
    EXPECT_EQ(omgeving().roep(coordinator, Methode::get, pad, nullptr, {{"verwerkingsactiviteit", "riec-samenwerking"}}).status, 200);
    EXPECT_EQ(omgeving().roep(analist, Methode::get, pad).status, 200);
    EXPECT_EQ(omgeving().roep(analist, Methode::post, "/v1/dingen", {{"naam", "x"}}, {{"x-csrf-token", "mis"}}).status, 403);
    EXPECT_EQ(omgeving().roep(analist, Methode::post, "/v1/dingen", {{"naam", "x"}}, {{"origin", "https://elders.example"}}).status, 403);
    EXPECT_EQ(omgeving().roep(analist, Methode::get, pad + "?bestaatniet=1").status, 400);
    EXPECT_EQ(omgeving().roep(analist, Methode::patch, pad, {{"naam", "x"}}).status, 405);
    EXPECT_GE(tel("logboek.audit where resultaat = 'geweigerd' and toelichting = 'activiteit-ongeldig'"), 1);
}

TEST(Poort, EenDoelDatVandaagNietGeldtOpentNiets) {
    const auto analist = omgeving().gebruiker({"informatieanalist"});
    const auto pad = "/v1/dingen/" + vast.tekst();
    auto beheer = omgeving().beheer();
    const auto geldt = [&](const std::string& van, const std::string& tot) {
        beheer.script("update logboek.activiteit set geldig_van = " + van + ", geldig_tot = " + tot + " where code = 'signalen-wegen'");
        const auto leest = omgeving().roep(analist, Methode::get, pad);
        const auto schrijft = omgeving().roep(analist, Methode::post, "/v1/dingen", {{"naam", "x"}});
        const auto genoemd = omgeving().roep(analist, Methode::get, pad, nullptr, {{"verwerkingsactiviteit", "signalen-wegen"}});
        EXPECT_EQ(leest.status == 200, schrijft.status == 201);
        EXPECT_EQ(leest.status, genoemd.status);
        if (leest.status != 200) {
            EXPECT_THAT(leest.lijf, testing::HasSubstr("activiteit-ongeldig"));
        }
        return leest.status;
    };
    const std::string oud = "'2000-01-01'";
    EXPECT_EQ(geldt(oud, "null"), 200);
    EXPECT_EQ(geldt(oud, "basis.vandaag() + 1"), 200);  // its last day
    EXPECT_EQ(geldt(oud, "basis.vandaag()"), 403);
    EXPECT_EQ(geldt(oud, "basis.vandaag() - 100"), 403);
    EXPECT_EQ(geldt("basis.vandaag() + 1", "null"), 403);
    EXPECT_EQ(geldt("basis.vandaag()", "null"), 200);  // its first
    const auto gedaan = tel("logboek.verwerking where activiteit = (select id from logboek.activiteit where code = 'signalen-wegen')");
    geldt(oud, "basis.vandaag()");
    EXPECT_EQ(tel("logboek.verwerking where activiteit = (select id from logboek.activiteit where code = 'signalen-wegen')"), gedaan);
    geldt(oud, "null");
}

TEST(Poort, EenIngetrokkenRolGeldtMeteen) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    const auto pad = "/v1/dingen/" + vast.tekst();
    EXPECT_EQ(omgeving().roep(wie, Methode::get, pad).status, 200);
    auto beheer = omgeving().beheer();
    beheer.doe("update toegang.gebruiker_rol set tot = now() - interval '1 second' where gebruiker = $1", wie.id);
    EXPECT_NE(omgeving().roep(wie, Methode::get, pad).status, 200);
}

TEST(Poort, EenSessieEindigtNaEenKwartierStilte) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    auto beheer = omgeving().beheer();
    beheer.doe("update toegang.sessie set laatst_op = laatst_op - interval '16 minutes' where gebruiker = $1", wie.id);
    EXPECT_EQ(omgeving().roep(wie, Methode::get, "/v1/sessie").status, 401);
}

TEST(Poort, AlleenWieZelfIetsDoetHoudtZijnSessieInLeven) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    auto beheer = omgeving().beheer();
    beheer.doe("update toegang.sessie set laatst_op = laatst_op - interval '14 minutes' where gebruiker = $1", wie.id);
    const auto stil = [&] {
        return beheer.doe("select laatst_op < basis.nu() - interval '10 minutes' as stil from toegang.sessie where gebruiker = $1", wie.id)[0].veld<bool>("stil");
    };
    EXPECT_EQ(omgeving().roep(wie, Methode::get, "/v1/dingen/" + vast.tekst(), nullptr, {{"automatisch", "ja"}}).status, 200);
    EXPECT_EQ(omgeving().roep(wie, Methode::get, "/v1/gebeurtenissen").status, 200);
    EXPECT_TRUE(stil());
    EXPECT_EQ(omgeving().roep(wie, Methode::get, "/v1/dingen/" + vast.tekst()).status, 200);
    EXPECT_FALSE(stil());
}

TEST(Poort, EenStroomZegtHetAanWieIetsNietMeerMagZienEnAanNiemandAnders) {
    const auto wie = omgeving().gebruiker({"coordinator"}), ander = omgeving().gebruiker({"coordinator"});
    const auto stroom = omgeving().roep(wie, Methode::get, "/v1/gebeurtenissen").stroom, zijne = omgeving().roep(ander, Methode::get, "/v1/gebeurtenissen").stroom;
    ASSERT_TRUE(stroom && zijne);
    const auto gemeld = [](http::Stroom& s) { return s.haal().value().find("event: rechten") != std::string::npos; };
    EXPECT_FALSE(gemeld(*stroom));
    EXPECT_FALSE(gemeld(*zijne));
    omgeving().beheer().doe("with z as (insert into toegang.zicht (organisatie, zicht, soort, object) values (1, 9000, 'casus', gen_random_uuid()) returning zicht)"
                            " insert into toegang.zicht_lid (organisatie, zicht, gebruiker) select 1, 9000, $1 from z", wie.id);
    EXPECT_FALSE(gemeld(*stroom));  // of what is new the rows themselves tell
    omgeving().beheer().script("delete from toegang.zicht_lid where zicht = 9000");
    EXPECT_TRUE(gemeld(*stroom));
    EXPECT_FALSE(gemeld(*stroom));
    EXPECT_FALSE(gemeld(*zijne));  // of somebody else's he hears nothing
}

TEST(Poort, HetAccountOnthoudtDeTaal) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    const auto ander = omgeving().gebruiker({"informatieanalist"});
    const auto taal = [](const proef::Gebruiker& van) { return json::bj::parse(omgeving().roep(van, Methode::get, "/v1/sessie").lijf).at("taal"); };
    EXPECT_TRUE(taal(wie).is_null());
    EXPECT_EQ(omgeving().roep(wie, Methode::put, "/v1/sessie/taal", boost::json::object{{"taal", "en"}}).status, 200);
    EXPECT_EQ(taal(wie), "en");
    EXPECT_TRUE(taal(ander).is_null());
    EXPECT_EQ(omgeving().roep(wie, Methode::put, "/v1/sessie/taal", boost::json::object{{"taal", "fy"}}).status, 400);
    EXPECT_EQ(taal(wie), "en");
}

TEST(Poort, AfmeldenEindigtDeSessie) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    EXPECT_EQ(omgeving().roep(wie, Methode::verwijder, "/v1/sessie").status, 204);
    EXPECT_EQ(omgeving().roep(wie, Methode::get, "/v1/sessie").status, 401);
}

TEST(Database, ElkeTabelMetOrganisatieHeeftEenMuur) {
    auto beheer = omgeving().beheer();
    std::vector<std::string> open;
    for (const auto rij : beheer.doe("select n.nspname || '.' || c.relname as naam from pg_attribute a join pg_class c on c.oid = a.attrelid"
                                     " join pg_namespace n on n.oid = c.relnamespace where a.attname = 'organisatie' and c.relkind in ('r', 'p')"
                                     " and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))"
                                     " and n.nspname || '.' || c.relname <> 'toegang.organisatie_cbs' order by 1")) {
        open.push_back(rij.veld<std::string>("naam"));
    }
    EXPECT_EQ(open, std::vector<std::string>{});
}

TEST(Database, ToepassingKanGeenLogWijzigenOfLezen) {
    for (const std::string sql : {"update logboek.audit set status = 1", "delete from logboek.audit", "truncate logboek.audit", "select * from logboek.audit",
                                  "delete from logboek.verwerking", "update logboek.geraakt set tijd = now()", "delete from signaal.signaal_verleden",
                                  "update signaal.weging set motivering = 'x'", "delete from signaal.signaal", "update basis.omgeving set verschuiving = '1 day'",
                                  "select basis.zet_klok(now())", "set role eigenaar", "alter table signaal.signaal disable row level security"}) {
        db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        EXPECT_THROW(tx.verbinding().script(sql), db::DbFout) << sql;
    }
}

TEST(Database, DeIdentiteitBestaatUitCijfersEnStreepjes) {
    const auto tekst = db::zet_identiteit({.organisatie = {-32768}, .gebruiker = GebruikerId::nieuw(), .operatie = OperatieId::nieuw()});
    EXPECT_EQ(tekst.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-=;' "), std::string::npos);
}

}  // namespace
}  // namespace damwand

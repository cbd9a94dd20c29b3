// SPDX-License-Identifier: EUPL-1.2
#include "werk/actie/actie.hpp"

#include <gmock/gmock.h>

#include "steun/casusproef.hpp"

namespace damwand {
namespace {

using namespace proef;
using testing::ElementsAre;
using testing::IsEmpty;

/// What room overleg will do, as a route: an action of a free item.
struct Vrij {
    GebruikerId eigenaar;
    int zicht = 0;
    Uuid overleg;
};
BOOST_DESCRIBE_STRUCT(Vrij, (), (eigenaar, zicht, overleg))

Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), actie::routes()}) alle.insert(alle.end(), kamer.begin(), kamer.end());
        alle.push_back(poort::route<Vrij, poort::Lijst<actie::ActieRegel>>(
            {.methode = Methode::post,
             .pad = std::string_view("/v1/_vrij"),
             .naam = std::string_view("proefVrij"),
             .recht = std::string_view("actie.schrijven"),
             .activiteit = std::string_view("acties-volgen"),
             .audit = poort::Audit::schrijven,
             .tarief = poort::Tarief::gewoon,
             .export_klasse = poort::Export::geen},
            [](poort::Gang& gang, const Vrij& v) {
                static_cast<void>(actie::leg_vast(gang, {.wat = "Zaal boeken", .eigenaar = v.eigenaar, .datum = Datum{std::chrono::year{2099}, std::chrono::month{1}, std::chrono::day{2}}, .overleg = v.overleg, .zicht = v.zicht}));
                return poort::Lijst<actie::ActieRegel>{.resultaten = actie::van_overleg(gang, v.overleg), .volgende = {}};
            }));
        return alle;
    }());
    return o;
}

object nieuw(const Gebruiker& eigenaar, const std::string& wat = "De verhuurder bellen", const std::string& datum = "2099-04-01") {
    return {{"wat", wat}, {"eigenaar", eigenaar.id.tekst()}, {"datum", datum}};
}
std::string pad_van_actie(const value& actie) { return "/v1/acties/" + id_van(actie); }
std::vector<std::string> wat_in(const value& lijst) {
    std::vector<std::string> uit;
    for (const auto& a : lijst.at("resultaten").as_array()) uit.emplace_back(a.at("wat").as_string());
    return uit;
}
value lijst(const Gebruiker& wie, const std::string& vraag = "") { return omgeving().eis(200, wie, Methode::get, "/v1/acties" + vraag); }

/// The lines of a casus about actions: "tekst" of each.
std::vector<std::string> tijdlijn(const value& casus) {
    std::vector<std::string> uit;
    auto beheer = omgeving().beheer();
    for (const auto rij : beheer.doe("select tekst from casus.gebeurtenis where casus = $1 and soort = 'actie' order by op", id_van(casus))) uit.push_back(rij.veld<std::string>("tekst"));
    return uit;
}

TEST(Actie, StaatInDeTijdlijnEnDeTermijnenVanDeCasusTotZijGedaanIs) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto jurist = o.gebruiker({"jurist"});
    const auto zaak = nieuwe_casus(o, coordinator, {jurist});
    const auto a = o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/acties", nieuw(jurist));
    EXPECT_EQ(a.at("staat").as_string(), "open");
    EXPECT_EQ(a.at("eigenaar").at("id").as_string(), jurist.id.tekst());
    EXPECT_EQ(a.at("dossier"), (object{{"soort", "casus"}, {"id", id_van(zaak)}, {"kenmerk", zaak.at("kenmerk")}, {"naam", zaak.at("werknaam")}}));
    EXPECT_EQ(o.eis(200, coordinator, Methode::get, pad_van(zaak)).at("eersteTermijn"), (object{{"datum", "2099-04-01"}, {"wat", "De verhuurder bellen"}, {"soort", "actie"}}));
    const auto klaar = o.eis(200, jurist, Methode::patch, pad_van_actie(a), object{{"staat", "gedaan"}, {"resultaat", "Hij werkt mee."}}, gezien(1));
    EXPECT_EQ(klaar.at("staat").as_string(), "gedaan");
    EXPECT_FALSE(klaar.at("geslotenOp").is_null());
    EXPECT_TRUE(o.eis(200, coordinator, Methode::get, pad_van(zaak)).at("eersteTermijn").is_null());
    EXPECT_THAT(tijdlijn(zaak), ElementsAre("De verhuurder bellen", "De verhuurder bellen: Hij werkt mee."));
    // taken back: open again, without a result
    const auto terug = o.eis(200, jurist, Methode::patch, pad_van_actie(a), object{{"staat", "open"}}, gezien(2));
    EXPECT_TRUE(terug.at("resultaat").is_null());
    EXPECT_EQ(o.eis(200, coordinator, Methode::get, pad_van(zaak)).at("eersteTermijn").at("soort").as_string(), "actie");
    EXPECT_EQ(o.roep(jurist, Methode::patch, pad_van_actie(a), object{{"staat", "gedaan"}}, gezien(2)).status, 412);
}

TEST(Actie, WieHaarDoetEnGeenLidIsZietAlleenHaarWoorden) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto buiten = o.gebruiker({"toezichthouder"});
    const auto ander = o.gebruiker({"toezichthouder"});
    const auto zaak = nieuwe_casus(o, coordinator, {}, "Geheime loods");
    const auto zijn = o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/acties", nieuw(buiten, "Kijk of de poort open is"));
    o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/acties", nieuw(coordinator, "Rest van het plan"));
    const auto gezien_door = lijst(buiten, "?wie=alle");
    EXPECT_THAT(wat_in(gezien_door), ElementsAre("Kijk of de poort open is"));
    const auto tekst = boost::json::serialize(gezien_door);
    for (const auto& geheim : {std::string("Geheime loods"), std::string(zaak.at("kenmerk").as_string()), id_van(zaak)}) EXPECT_EQ(tekst.find(geheim), std::string::npos) << geheim;
    EXPECT_TRUE(gezien_door.at("resultaten").at(0).at("dossier").is_null());
    EXPECT_FALSE(gezien_door.at("resultaten").at(0).at("magWijzigen").as_bool());
    EXPECT_EQ(o.roep(buiten, Methode::get, "/v1/acties?casus=" + id_van(zaak)).status, 404);
    EXPECT_EQ(o.roep(buiten, Methode::get, pad_van(zaak)).status, 404);
    EXPECT_THAT(wat_in(lijst(ander, "?wie=alle")), IsEmpty());
    EXPECT_EQ(o.roep(ander, Methode::patch, pad_van_actie(zijn), object{{"staat", "gedaan"}}, gezien(1)).status, 404);
    // the words, the day and the owner are the team's
    EXPECT_EQ(o.roep(buiten, Methode::patch, pad_van_actie(zijn), object{{"datum", "2099-05-05"}}, gezien(1)).status, 403);
    EXPECT_EQ(o.roep(buiten, Methode::patch, pad_van_actie(zijn), object{{"staat", "vervallen"}}, gezien(1)).status, 403);
    // what he did stands in the casus at once, and its members hear of it
    const auto voor = o.beheer().doe("select count(*) as n from gebeurtenis.uit where object = $1 and soort = 'casus'", id_van(zaak))[0].veld<int>("n");
    o.eis(200, buiten, Methode::patch, pad_van_actie(zijn), object{{"staat", "gedaan"}, {"resultaat", "Dicht."}}, gezien(1));
    EXPECT_THAT(tijdlijn(zaak), ElementsAre("Kijk of de poort open is", "Rest van het plan", "Kijk of de poort open is: Dicht."));
    EXPECT_GT(o.beheer().doe("select count(*) as n from gebeurtenis.uit where object = $1 and soort = 'casus'", id_van(zaak))[0].veld<int>("n"), voor);
    EXPECT_EQ(o.eis(200, coordinator, Methode::get, pad_van(zaak)).at("eersteTermijn").at("wat").as_string(), "Rest van het plan");
    EXPECT_EQ(o.beheer().doe("select count(*) as n from actie.actie_verleden where id = $1", id_van(zijn))[0].veld<int>("n"), 1);
    // another owner: it is no longer his to know of
    o.eis(200, coordinator, Methode::patch, pad_van_actie(zijn), object{{"staat", "open"}, {"eigenaar", ander.id.tekst()}}, gezien(2));
    EXPECT_THAT(wat_in(lijst(buiten, "?wie=alle&staat=alle")), IsEmpty());
    EXPECT_THAT(wat_in(lijst(ander)), ElementsAre("Kijk of de poort open is"));
    // and the wall behind it says the same
    db::Transactie tx(o.toepassing(), {.organisatie = buiten.organisatie, .gebruiker = buiten.id, .operatie = OperatieId::nieuw()});
    EXPECT_TRUE(tx.doe("select from actie.actie where dossier = $1", id_van(zaak)).leeg());
    EXPECT_EQ(tx.doe("update actie.actie set resultaat = 'x' where dossier = $1", id_van(zaak)).geraakt(), 0);
    // In plain SQL who must do it reads no row either, and what he is given has no id of what it belongs to.
    db::Transactie zijne(o.toepassing(), {.organisatie = ander.organisatie, .gebruiker = ander.id, .operatie = OperatieId::nieuw(), .niveau = 3});
    EXPECT_TRUE(zijne.doe("select from actie.actie").leeg());
    const auto eigen = zijne.doe("select wat, coalesce(dossier, overleg, punt) is null and zicht = 0 as kaal from actie.eigen()");
    ASSERT_EQ(eigen.aantal(), 1);
    EXPECT_EQ(eigen[0].veld<std::string>("wat"), "Kijk of de poort open is");
    EXPECT_TRUE(eigen[0].veld<bool>("kaal"));
}

TEST(Actie, VanEenSignaalGaatMeeNaarDeCasus) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto collega = o.gebruiker({"deelnemer"});
    const auto signaal = gewogen_signaal(o, coordinator);
    const auto a = o.eis(201, collega, Methode::post, "/v1/signalen/" + signaal + "/acties", nieuw(coordinator, "Adres nakijken"));
    EXPECT_EQ(a.at("dossier").at("soort").as_string(), "signaal");
    EXPECT_THAT(wat_in(lijst(collega, "?wie=alle&signaal=" + signaal)), ElementsAre("Adres nakijken"));
    const auto zaak = o.eis(201, coordinator, Methode::post, "/v1/casussen", object{{"signalen", array{signaal}}, {"werknaam", "Loods"}, {"thema", "hennep"}, {"trekker", coordinator.id.tekst()}});
    EXPECT_EQ(o.roep(collega, Methode::get, "/v1/acties?wie=alle&signaal=" + signaal).status, 404);
    EXPECT_THAT(wat_in(lijst(collega, "?wie=alle")), IsEmpty());
    EXPECT_THAT(wat_in(lijst(coordinator, "?wie=alle&casus=" + id_van(zaak))), ElementsAre("Adres nakijken"));
}

TEST(Actie, VervaltAlsDeCasusHetArchiefInGaat) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto buiten = o.gebruiker({"toezichthouder"});
    auto zaak = nieuwe_casus(o, coordinator);
    const auto a = o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/acties", nieuw(buiten));
    for (const auto& naar : weg_naar("archief")) zaak = stap(o, coordinator, zaak, naar);
    EXPECT_THAT(wat_in(lijst(buiten)), IsEmpty());
    EXPECT_THAT(wat_in(lijst(buiten, "?staat=vervallen")), ElementsAre("De verhuurder bellen"));
    const auto nog_eens = o.roep(buiten, Methode::patch, pad_van_actie(a), object{{"staat", "gedaan"}}, gezien(2));
    EXPECT_EQ(nog_eens.status, 409);
    EXPECT_EQ(boost::json::parse(nog_eens.lijf).at("code").as_string(), "actie-dicht");
    EXPECT_EQ(o.beheer().doe("select count(*) as n from casus.termijn where casus = $1", id_van(zaak))[0].veld<int>("n"), 0);
}

TEST(Actie, NoemtElkeFoutEnElkeVraagDieNietKan) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto techniek = o.gebruiker({"techniek"});
    const auto zaak = nieuwe_casus(o, coordinator);
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::post, pad_van(zaak) + "/acties", object{{"wat", "Bellen"}, {"eigenaar", techniek.id.tekst()}, {"datum", "2001-01-01"}})),
                ElementsAre("/datum in-verleden", "/eigenaar geen-collega"));
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::post, pad_van(zaak) + "/acties", object{{"wat", " "}})), ElementsAre("/wat leeg", "/eigenaar ontbreekt", "/datum ontbreekt"));
    const auto a = o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/acties", nieuw(coordinator));
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::patch, pad_van_actie(a), object{{"staat", "klaar"}}, gezien(1))), ElementsAre("/staat onbekende-code"));
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::patch, pad_van_actie(a), object{{"resultaat", "Half"}}, gezien(1))), ElementsAre("/resultaat hier-niet"));
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::get, "/v1/acties?wie=wij&staat=klaar")), ElementsAre("/query/wie onbekende-code", "/query/staat onbekende-code"));
    EXPECT_EQ(o.roep(techniek, Methode::get, "/v1/acties").status, 403);
    EXPECT_EQ(o.roep(o.gebruiker({"beleid"}), Methode::post, pad_van(zaak) + "/acties", nieuw(coordinator)).status, 403);
}

TEST(Actie, StaatOpDagEnPerBladzijde) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, coordinator);
    for (int i = 52; i > 0; --i) {
        const auto dag = std::string("2099-0") + (i > 28 ? "2-" : "1-") + (i % 28 + 1 < 10 ? "0" : "") + std::to_string(i % 28 + 1);
        o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/acties", nieuw(coordinator, "nr " + std::to_string(i), dag));
    }
    const auto een = lijst(coordinator);
    const auto twee = lijst(coordinator, "?na=" + std::string(een.at("volgende").as_string()));
    ASSERT_EQ(een.at("resultaten").as_array().size(), 50U);
    ASSERT_EQ(twee.at("resultaten").as_array().size(), 2U);
    EXPECT_TRUE(twee.at("volgende").is_null());
    std::vector<std::string> dagen;
    std::set<std::string> namen;
    for (const auto& blad : {een, twee}) {
        for (const auto& a : blad.at("resultaten").as_array()) {
            dagen.emplace_back(a.at("datum").as_string());
            namen.emplace(a.at("wat").as_string());
        }
    }
    EXPECT_TRUE(std::ranges::is_sorted(dagen));
    EXPECT_EQ(namen.size(), 52U);
}

TEST(Actie, GaatNaEenWeekNaarWieLeidtEnDaarGaatMailOverZonderInhoud) {
    auto& o = omgeving();
    const auto trekker = o.gebruiker({"coordinator"});
    const auto doener = o.gebruiker({"toezichthouder"});
    const auto zaak = nieuwe_casus(o, trekker);
    const auto a = o.eis(201, trekker, Methode::post, pad_van(zaak) + "/acties", nieuw(doener));
    const auto op_tijd = o.eis(201, trekker, Methode::post, pad_van(zaak) + "/acties", nieuw(doener, "Later"));
    auto beheer = ingreep(o);
    for (const auto& wie : {trekker, doener}) beheer.doe("insert into post.adres (organisatie, gebruiker, adres, van, operatie) values (1, $1, $2, basis.nu(), basis.operatie())", wie.id, wie.id.tekst() + "@damstede.example");
    EXPECT_THROW(beheer.doe("insert into post.adres (organisatie, gebruiker, adres, van, operatie) values (1, $1, $2, basis.nu(), basis.operatie())", o.gebruiker({"jurist"}).id, "a@b.example>\r\nBcc: x@y.example"), db::DbFout);
    const auto dagwerk = [&] {
        db::Transactie tx(o.toepassing(), {.organisatie = trekker.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        actie::doe_dagwerk(tx, o.pseudoniem());
        tx.leg_vast();
    };
    const auto zet = [&](int dagen) { beheer.doe("update actie.actie set datum = basis.vandaag() - $2::integer where id = $1", id_van(a), dagen); };
    const auto aantallen = [&](const Gebruiker& wie) {
        const auto rijen = beheer.doe("select aantallen::text as a from post.uit where gebruiker = $1", wie.id);
        return rijen.leeg() ? std::string{} : rijen[0].veld<std::string>("a");
    };
    zet(6);
    dagwerk();
    EXPECT_TRUE(lijst(trekker, "?wie=alle").at("resultaten").at(0).at("geescaleerdOp").is_null());
    EXPECT_EQ(aantallen(doener), R"({"teLaat": 1, "vragen": 0, "binnenkort": 0, "overleggen": 0, "geescaleerd": 0})");
    EXPECT_EQ(aantallen(trekker), "");  // nothing waits for him
    zet(7);
    dagwerk();
    dagwerk();
    EXPECT_FALSE(lijst(trekker, "?wie=alle").at("resultaten").at(0).at("geescaleerdOp").is_null());
    EXPECT_EQ(aantallen(trekker), R"({"teLaat": 0, "vragen": 0, "binnenkort": 0, "overleggen": 0, "geescaleerd": 1})");
    EXPECT_EQ(beheer.doe("select count(*) as n from post.uit where gebruiker = $1", doener.id)[0].veld<int>("n"), 1);  // once a day
    // more time: it is no longer with him, and may come again
    o.eis(200, trekker, Methode::patch, pad_van_actie(a), object{{"datum", "2099-01-01"}}, gezien(1));
    EXPECT_EQ(beheer.doe("select count(*) as n from actie.actie where id = $1 and geescaleerd_op is null and geescaleerd_aan is null", id_van(a))[0].veld<int>("n"), 1);
    EXPECT_EQ(beheer.doe("select count(*) as n from actie.actie_verleden where id = $1 and geescaleerd_op is not null", id_van(a))[0].veld<int>("n"), 1);  // and that it was is history
    // no text gets in
    EXPECT_THROW(beheer.doe("update post.uit set aantallen = jsonb_build_object('teLaat', 'Geheime loods') where gebruiker = $1", doener.id), db::DbFout);
    static_cast<void>(op_tijd);
}

TEST(Actie, VanEenVrijPuntIsVoorWieHetOverlegIs) {
    auto& o = omgeving();
    const auto voorzitter = o.gebruiker({"coordinator"});
    const auto deelnemer = o.gebruiker({"toezichthouder"});
    const auto ander = o.gebruiker({"toezichthouder"});
    const auto overleg = Uuid::willekeurig();
    auto beheer = o.beheer();
    beheer.doe("insert into toegang.zicht (organisatie, zicht, soort, object) select 1, max(zicht) + 1, 'team', $1 from toegang.zicht where organisatie = 1", overleg);
    const auto zicht = beheer.doe("select zicht from toegang.zicht where object = $1", overleg)[0].veld<int>("zicht");
    for (const auto& wie : {voorzitter, deelnemer}) beheer.doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker) values (1, $1, $2)", zicht, wie.id);
    const auto gaf = o.eis(200, voorzitter, Methode::post, "/v1/_vrij", object{{"eigenaar", voorzitter.id.tekst()}, {"zicht", zicht}, {"overleg", overleg.tekst()}});
    EXPECT_THAT(wat_in(gaf), ElementsAre("Zaal boeken"));
    EXPECT_EQ(gaf.at("resultaten").at(0).at("overleg").as_string(), overleg.tekst());
    EXPECT_THAT(wat_in(lijst(deelnemer, "?wie=alle")), ElementsAre("Zaal boeken"));
    EXPECT_THAT(wat_in(lijst(ander, "?wie=alle")), IsEmpty());
    const auto a = gaf.at("resultaten").at(0);
    EXPECT_EQ(o.eis(200, deelnemer, Methode::patch, pad_van_actie(a), object{{"staat", "gedaan"}}, gezien(1)).at("staat").as_string(), "gedaan");
}

}  // namespace
}  // namespace damwand

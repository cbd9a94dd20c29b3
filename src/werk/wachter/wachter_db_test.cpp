// SPDX-License-Identifier: EUPL-1.2
// What a watcher tells, to whom, and when it is silent.
#include <algorithm>
#include <chrono>
#include <thread>

#include "werk/wachter/proefwachter.hpp"

namespace damwand {
namespace {

using namespace proefwachter;

TEST(Wachter, ZegtHetMeteenEnDaarnaZodraHetErbijKomtEenmaal) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"}), collega = o.gebruiker({"deelnemer"});
    maak_signaal(analist, "Eerste nacht", {voertuig("WA-001-P")});
    maak_signaal(analist, "Tweede nacht", {voertuig("WA-001-P")});
    const auto w = maak_wachter(analist);
    EXPECT_EQ(w.at("waakt"), true);
    ASSERT_EQ(met(analist, w, "WA-001-P").size(), 1U);
    EXPECT_THAT(rollen(met(analist, w, "WA-001-P")[0]), UnorderedElementsAre("voertuig", "signaal", "signaal"));
    // The rule, who is in it and every source of it.
    const auto s = met(collega, w, "WA-001-P")[0];
    EXPECT_EQ(s.at("vorm"), "voertuig-in-signalen");
    EXPECT_EQ(s.at("waarom"), "Reeks nachtelijke leveringen");
    EXPECT_EQ(s.at("beeld").at("banden").as_array().size(), 2U);
    EXPECT_EQ(s.at("besloten"), false);

    EXPECT_EQ(loop(), 0U) << "the same twice";
    maak_signaal(analist, "Ander busje, een", {voertuig("WA-002-P")});
    EXPECT_EQ(loop(), 0U) << "one signaal is no pattern";
    maak_signaal(analist, "Ander busje, twee", {voertuig("WA-002-P")});
    EXPECT_EQ(loop(), 1U);
    EXPECT_EQ(loop(), 0U);
    EXPECT_EQ(met(collega, w, "WA-002-P").size(), 1U);
    // What nobody weighed yet grows; it is still one.
    maak_signaal(analist, "Ander busje, drie", {voertuig("WA-002-P")});
    EXPECT_EQ(loop(), 1U);
    ASSERT_EQ(met(collega, w, "WA-002-P").size(), 1U);
    EXPECT_EQ(rollen(met(collega, w, "WA-002-P")[0]).size(), 4U);
    o.eis(204, analist, Methode::verwijder, pad_wachter(w));
}

TEST(Wachter, LetOpDeDagenEnOpDeBetrouwbaarheid) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto op = [](const char* dag) {
        auto bus = voertuig("WA-011-P");
        bus["peildatum"] = dag;
        bus["bronBetrouwbaarheid"] = "B";
        return bus;
    };
    maak_signaal(analist, "Lang geleden", {op("2020-01-01")});
    maak_signaal(analist, "Later", {op("2020-05-01")});
    const auto kort = maak_wachter(analist, nieuw("voertuig-in-signalen", {{"dagen", 90}}));
    const auto lang = maak_wachter(analist, nieuw("voertuig-in-signalen", {{"dagen", 200}}));
    const auto streng = maak_wachter(analist, nieuw("voertuig-in-signalen", {{"dagen", 200}, {"betrouwbaarheid", "A"}}));
    EXPECT_THAT(met(analist, kort, "WA-011-P"), IsEmpty());
    EXPECT_EQ(met(analist, lang, "WA-011-P").size(), 1U);
    EXPECT_THAT(met(analist, streng, "WA-011-P"), IsEmpty());
    for (const auto& w : {kort, lang, streng}) o.eis(204, analist, Methode::verwijder, pad_wachter(w));
}

TEST(Wachter, WieNietAllesErvanMagZienWeetVanDeSuggestieNiets) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"}), ander = o.gebruiker({"informatieanalist"});
    maak_signaal(analist, "Open een", {voertuig("WA-021-P")});
    const auto stil = maak_signaal(analist, "Stil", {voertuig("WA-021-P")}, {{"alleen", array{}}});
    const auto w = maak_wachter(analist);
    const auto zijne = met(analist, w, "WA-021-P");
    ASSERT_EQ(zijne.size(), 1U);
    EXPECT_EQ(zijne[0].at("besloten"), true);
    EXPECT_THAT(met(ander, w, "WA-021-P"), IsEmpty());
    EXPECT_EQ(o.roep(ander, Methode::get, pad_suggestie(zijne[0])).status, 404);
    EXPECT_EQ(o.roep(ander, Methode::put, pad_suggestie(zijne[0]) + "/weging", weging("weg")).status, 404);
    // Nor does the database give it away.
    db::Transactie tx(o.toepassing(), {.organisatie = {1}, .gebruiker = ander.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = std::int16_t{0}});
    EXPECT_TRUE(tx.doe("select from wachter.suggestie where id = $1", id_van(zijne[0])).leeg());
    EXPECT_EQ(tx.doe("select from wachter.bewijs where suggestie = $1", id_van(zijne[0])).aantal(), 1);
    // A third signaal that all may see: that pair is told apart, to all, and says nothing of the other.
    maak_signaal(analist, "Open twee", {voertuig("WA-021-P")});
    loop();
    const auto van_ander = met(ander, w, "WA-021-P");
    ASSERT_EQ(van_ander.size(), 1U);
    EXPECT_EQ(rollen(van_ander[0]).size(), 3U);
    EXPECT_EQ(boost::json::serialize(van_ander[0]).find(id_van(stil)), std::string::npos);
    // Another organisation knows of no watcher at all.
    EXPECT_EQ(o.roep(o.gebruiker({"informatieanalist"}, 2), Methode::get, pad_wachter(w)).status, 404);
    EXPECT_EQ(o.roep(o.gebruiker({"toezichthouder"}), Methode::get, "/v1/netwerk/wachters").status, 403);
    o.eis(204, analist, Methode::verwijder, pad_wachter(w));
}

TEST(Wachter, ZwijgtAlsZijnMakerHetNietMeerMagZien) {
    auto& o = omgeving();
    const auto maker = o.gebruiker({"informatieanalist"}), collega = o.gebruiker({"informatieanalist"});
    maak_signaal(maker, "Een", {voertuig("WA-031-P")});
    maak_signaal(maker, "Twee", {voertuig("WA-031-P")});
    const auto w = maak_wachter(maker);
    ASSERT_EQ(met(collega, w, "WA-031-P").size(), 1U);
    // His role goes: what was found is not there until he has it again, nothing new is found, and it says why.
    o.beheer().script("update toegang.gebruiker_rol set tot = now() - interval '1 hour' where gebruiker = '" + maker.id.tekst() + "'");
    EXPECT_THAT(met(collega, w, "WA-031-P"), IsEmpty());
    EXPECT_EQ(o.eis(200, collega, Methode::get, pad_wachter(w)).at("waakt"), false);
    maak_signaal(collega, "Drie", {voertuig("WA-032-P")});
    maak_signaal(collega, "Vier", {voertuig("WA-032-P")});
    EXPECT_EQ(loop(), 0U);
    o.beheer().script("update toegang.gebruiker_rol set tot = null where gebruiker = '" + maker.id.tekst() + "'");
    EXPECT_EQ(met(collega, w, "WA-031-P").size(), 1U);
    EXPECT_EQ(loop(), 1U);
    EXPECT_EQ(met(collega, w, "WA-032-P").size(), 1U);
    // Asleep it finds nothing either; only its maker does that to it.
    EXPECT_EQ(o.roep(collega, Methode::verwijder, pad_wachter(w) + "/aan").status, 403);
    o.eis(200, maker, Methode::verwijder, pad_wachter(w) + "/aan");
    maak_signaal(collega, "Vijf", {voertuig("WA-033-P")});
    maak_signaal(collega, "Zes", {voertuig("WA-033-P")});
    EXPECT_EQ(loop(), 0U);
    o.eis(200, maker, Methode::put, pad_wachter(w) + "/aan");
    EXPECT_EQ(met(maker, w, "WA-033-P").size(), 1U) << "awake again it looks at once";
    EXPECT_EQ(loop(), 0U);
    EXPECT_EQ(o.roep(collega, Methode::verwijder, pad_wachter(w)).status, 403);
    o.eis(204, maker, Methode::verwijder, pad_wachter(w));
}

TEST(Wachter, WatDeMakerAlleenInEenNoodZietVindtZijnWachterNiet) {
    auto& o = omgeving();
    const auto ander = o.gebruiker({"informatieanalist"}), maker = o.gebruiker({"informatieanalist"});
    maak_signaal(ander, "Open", {voertuig("WA-041-P")});
    const auto stil = maak_signaal(ander, "Van een ander", {voertuig("WA-041-P")}, {{"alleen", array{}}});
    o.beheer().script("insert into toegang.noodtoegang (organisatie, id, gebruiker, object_soort, object, zicht, kenmerk, reden, begonnen_op, tot, beoordelen_voor, operatie)"
                      " select organisatie, gen_random_uuid(), '" + maker.id.tekst() + "', 'signaal', id, zicht, kenmerk, 'Nood', now(), now() + interval '1 hour', current_date + 7, gen_random_uuid()"
                      " from signaal.signaal where id = '" + id_van(stil) + "'");
    EXPECT_EQ(o.eis(200, maker, Methode::get, "/v1/signalen/" + id_van(stil)).at("titel"), "Van een ander") << "he sees it himself, or this proves nothing";
    const auto w = maak_wachter(maker);
    EXPECT_THAT(met(maker, w, "WA-041-P"), IsEmpty());
    loop();
    EXPECT_THAT(met(maker, w, "WA-041-P"), IsEmpty());
    o.eis(204, maker, Methode::verwijder, pad_wachter(w));
}

TEST(Wachter, NaarPersonenKijktHijAlleenVoorEenCasusMetEenGrondEnAlleenDaar) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"}), lid = o.gebruiker({"informatieanalist"}), buiten = o.gebruiker({"informatieanalist"});
    EXPECT_THAT(codes_van(o.roep(lid, Methode::post, "/v1/netwerk/wachters", nieuw("persoon-bedrijf-adres"))), ElementsAre("/casus personen-zonder-casus"));
    const auto zaak = nieuwe_casus(o, coordinator, {lid}), elders = nieuwe_casus(o, coordinator, {lid}, "Elders");
    EXPECT_THAT(codes_van(o.roep(lid, Methode::post, "/v1/netwerk/wachters", nieuw("persoon-bedrijf-adres", {{"casus", id_van(zaak)}}))), ElementsAre("/grond ontbreekt"));
    EXPECT_EQ(o.roep(buiten, Methode::post, "/v1/netwerk/wachters", nieuw("persoon-bedrijf-adres", {{"casus", id_van(zaak)}, {"grond", "Omdat."}})).status, 404);

    const auto bouw = [&](const value& in, const std::string& naam) {
        const auto erin = [&](const object& wat) { return o.eis(201, lid, Methode::post, pad_van(in) + "/vermeldingen", wat); };
        const auto man = erin({{"soort", "persoon"}, {"tekst", naam}}), zaakje = erin({{"soort", "bedrijf"}, {"tekst", naam + " BV"}}), plek = erin({{"soort", "adres"}, {"tekst", naam + "straat 1"}});
        const auto knoop = [&](const char* soort, const value& wie, const value& wat) {
            o.eis(201, lid, Methode::post, pad_van(in) + "/verbanden", object{{"soort", soort}, {"wie", wie.at("id")}, {"wat", wat.at("id")}, {"bron", "Uittreksel"}, {"geldigVan", "2020-01-01"}});
        };
        knoop("bestuurder", man, zaakje);
        knoop("woont", man, plek);
        knoop("gevestigd", zaakje, plek);
    };
    bouw(zaak, "Isidoor");
    bouw(elders, "Leopold");
    const auto w = maak_wachter(lid, nieuw("persoon-bedrijf-adres", {{"casus", id_van(zaak)}, {"grond", "Wie stuurt de loods aan?"}}));
    EXPECT_EQ(w.at("casus").at("werknaam"), "Loods aan de kade");
    ASSERT_EQ(met(lid, w, "Isidoor").size(), 1U);
    EXPECT_THAT(rollen(met(lid, w, "Isidoor")[0]), UnorderedElementsAre("persoon", "bedrijf", "adres"));
    EXPECT_THAT(met(lid, w, "Leopold"), IsEmpty()) << "of another casus, though he is a member of it";
    // Who is not a member of the casus does not know of the watcher.
    EXPECT_EQ(o.roep(buiten, Methode::get, pad_wachter(w)).status, 404);
    EXPECT_EQ(boost::json::serialize(o.eis(200, buiten, Methode::get, "/v1/netwerk/wachters")).find(id_van(w)), std::string::npos);
    // The same shape without a casus looks at no person: a company as director is something else.
    const auto bedrijven = maak_wachter(lid, nieuw("bedrijven-adres-bestuurder"));
    for (const auto& s : o.eis(200, lid, Methode::get, pad_wachter(bedrijven)).at("suggesties").as_array()) {
        EXPECT_EQ(boost::json::serialize(o.eis(200, lid, Methode::get, pad_suggestie(s)).at("rollen")).find("\"persoon\""), std::string::npos);
    }
    // He leaves the casus: his watcher is silent.
    const auto nu = o.eis(200, coordinator, Methode::get, pad_van(zaak));
    EXPECT_EQ(o.roep(coordinator, Methode::verwijder, pad_van(zaak) + "/leden/" + lid.id.tekst(), nullptr, gezien(versie_van(nu))).status / 100, 2);
    EXPECT_EQ(o.roep(lid, Methode::get, pad_wachter(w)).status, 404);
    EXPECT_EQ(o.eis(200, coordinator, Methode::get, pad_wachter(w)).at("waakt"), false);
    EXPECT_THAT(met(coordinator, w, "Isidoor"), IsEmpty());
    o.eis(204, lid, Methode::verwijder, pad_wachter(bedrijven));
}

TEST(Wachter, TweeBedrijvenEenAdresEenBestuurderEnEenAbcTransactie) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, coordinator);
    const auto erin = [&](const char* soort, const std::string& naam) { return o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/vermeldingen", object{{"soort", soort}, {"tekst", naam}}); };
    const auto knoop = [&](const char* soort, const value& wie, const value& wat, const char* dag) {
        o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/verbanden", object{{"soort", soort}, {"wie", wie.at("id")}, {"wat", wat.at("id")}, {"bron", "Uittreksel"}, {"geldigVan", dag}});
    };
    const auto baas = erin("persoon", "Bartholomeus"), een = erin("bedrijf", "Eén BV"), twee = erin("bedrijf", "Twee BV"), drie = erin("bedrijf", "Drie BV"), plek = erin("adres", "Kade 7");
    for (const auto& b : {een, twee, drie}) knoop("gevestigd", b, plek, "2020-01-01");
    knoop("bestuurder", baas, een, "2021-01-01");
    knoop("bestuurder", baas, twee, "2021-11-01");
    knoop("bestuurder", baas, drie, "2024-01-01");  // not within a year
    knoop("eigenaar", een, plek, "2021-02-01");
    knoop("eigenaar", twee, plek, "2021-03-01");
    knoop("eigenaar", drie, plek, "2021-04-01");
    const object voor{{"casus", id_van(zaak)}, {"grond", "Wie zit erachter?"}};
    const auto directeuren = maak_wachter(coordinator, nieuw("bedrijven-adres-bestuurder", voor));
    const auto s = met(coordinator, directeuren, "Bartholomeus");
    ASSERT_EQ(s.size(), 1U);
    EXPECT_THAT(rollen(s[0]), UnorderedElementsAre("adres", "bestuurder", "bedrijf", "bedrijf"));
    EXPECT_EQ(boost::json::serialize(s[0]).find("Drie BV"), std::string::npos);
    // Companies only: an ABC transaction asks no casus.
    const auto abc = maak_wachter(coordinator, nieuw("abc-transactie"));
    ASSERT_EQ(met(coordinator, abc, "Drie BV").size(), 1U);
    EXPECT_THAT(rollen(met(coordinator, abc, "Drie BV")[0]), UnorderedElementsAre("adres", "eigenaar", "eigenaar", "eigenaar"));
    const auto snel = maak_wachter(coordinator, nieuw("abc-transactie", {{"dagen", 40}}));
    EXPECT_THAT(met(coordinator, snel, "Drie BV"), IsEmpty());
    for (const auto& w : {directeuren, abc, snel}) o.eis(204, coordinator, Methode::verwijder, pad_wachter(w));
}

TEST(Wachter, EenMensWeegtZetWegMaaktEenSignaalOfNeemtOpInEenCasus) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"}), collega = o.gebruiker({"informatieanalist"});
    for (const auto* k : {"WA-051-P", "WA-052-P", "WA-053-P"}) {
        maak_signaal(analist, std::string("Een ") + k, {voertuig(k)});
        maak_signaal(analist, std::string("Twee ") + k, {voertuig(k)});
    }
    const auto w = maak_wachter(analist);
    const auto weg = met(collega, w, "WA-051-P")[0], tot_signaal = met(collega, w, "WA-052-P")[0], in_casus = met(collega, w, "WA-053-P")[0];
    EXPECT_THAT(codes_van(o.roep(collega, Methode::put, pad_suggestie(weg) + "/weging", weging("zomaar"))), ElementsAre("/besluit onbekend"));
    auto na = o.eis(200, collega, Methode::put, pad_suggestie(weg) + "/weging", weging("weg"));
    EXPECT_EQ(na.at("staat"), "weg");
    EXPECT_EQ(id_van(na.at("gewogenDoor")), collega.id.tekst());
    EXPECT_EQ(o.roep(analist, Methode::put, pad_suggestie(weg) + "/weging", weging("weg")).status, 409);
    EXPECT_EQ(loop(), 0U) << "what was put away stays away";
    // Something more is something new.
    maak_signaal(analist, "Drie WA-051-P", {voertuig("WA-051-P")});
    EXPECT_EQ(loop(), 1U);

    EXPECT_THAT(codes_van(o.roep(collega, Methode::put, pad_suggestie(tot_signaal) + "/weging", weging("signaal"))), ElementsAre("/titel ontbreekt"));
    na = o.eis(200, collega, Methode::put, pad_suggestie(tot_signaal) + "/weging", weging("signaal", {{"titel", "Busje keert terug"}}));
    EXPECT_EQ(na.at("staat"), "signaal");
    const auto signaal = o.eis(200, collega, Methode::get, "/v1/signalen/" + id_van(na.at("dossier")));
    EXPECT_EQ(signaal.at("titel"), "Busje keert terug");
    ASSERT_EQ(signaal.at("vermeldingen").as_array().size(), 1U);
    EXPECT_EQ(signaal.at("vermeldingen").at(0).at("sleutel"), "WA-052-P");
    EXPECT_EQ(signaal.at("vermeldingen").at(0).at("bron"), "Wachter: Busjes die terugkomen");
    EXPECT_TRUE(signaal.at("alleen").is_null());

    const auto zaak = nieuwe_casus(o, collega);
    EXPECT_EQ(o.roep(analist, Methode::put, pad_suggestie(in_casus) + "/weging", weging("casus", {{"casus", id_van(zaak)}})).status, 404) << "not his casus";
    na = o.eis(200, collega, Methode::put, pad_suggestie(in_casus) + "/weging", weging("casus", {{"casus", id_van(zaak)}}));
    EXPECT_EQ(na.at("dossier").at("kenmerk"), zaak.at("kenmerk"));
    const auto erin = o.beheer().doe("select count(*) as n from entiteit.vermelding where dossier = $1 and sleutel = 'WA-053-P'", id_van(zaak));
    EXPECT_EQ(erin[0].veld<std::int64_t>("n"), 1);
    // Who weighed it sees which casus; who is no member does not.
    EXPECT_TRUE(o.eis(200, analist, Methode::get, pad_suggestie(in_casus)).at("dossier").is_null());
    o.eis(204, analist, Methode::verwijder, pad_wachter(w));
}

TEST(Wachter, EenSignaalVanWatNietIedereenZietBegintOnderEmbargo) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"}), ander = o.gebruiker({"informatieanalist"});
    maak_signaal(analist, "Open", {voertuig("WA-061-P")});
    maak_signaal(analist, "Stil", {voertuig("WA-061-P")}, {{"alleen", array{}}});
    const auto w = maak_wachter(analist);
    const auto na = o.eis(200, analist, Methode::put, pad_suggestie(met(analist, w, "WA-061-P")[0]) + "/weging", weging("signaal", {{"titel", "Alleen ik"}}));
    EXPECT_EQ(o.roep(ander, Methode::get, "/v1/signalen/" + id_van(na.at("dossier"))).status, 404);
    EXPECT_EQ(o.eis(200, analist, Methode::get, "/v1/signalen/" + id_van(na.at("dossier"))).at("alleen").as_array().size(), 1U);
    o.eis(204, analist, Methode::verwijder, pad_wachter(w));
}

TEST(Wachter, VergeetMetHetDossierEnMetWatErUitGehaaldIs) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    maak_signaal(analist, "Blijft", {voertuig("WA-071-P")});
    const auto weg = maak_signaal(analist, "Gaat", {voertuig("WA-071-P")});
    const auto een = maak_signaal(analist, "Blijft ook", {voertuig("WA-072-P")});
    maak_signaal(analist, "En deze", {voertuig("WA-072-P")});
    const auto w = maak_wachter(analist);
    const auto s = met(analist, w, "WA-071-P")[0], t = met(analist, w, "WA-072-P")[0];
    auto beheer = o.beheer();
    beheer.script("set damwand.organisatie = '1'; set damwand.operatie = '00000000-0000-4000-8000-000000000000'; set role vernietiger");
    beheer.doe("select archief.wis($1)", id_van(weg));
    EXPECT_EQ(tel("wachter.suggestie where id = '" + id_van(s) + "'"), 0);
    EXPECT_EQ(tel("wachter.bewijs where suggestie = '" + id_van(s) + "'"), 0);
    EXPECT_EQ(o.roep(analist, Methode::get, pad_suggestie(s)).status, 404);
    // A mention is taken out: nobody sees the suggestion from then on, and the next round takes it away.
    const auto vermelding = id_van(een.at("vermeldingen").at(0));
    EXPECT_EQ(o.roep(analist, Methode::verwijder, "/v1/signalen/" + id_van(een) + "/vermeldingen/" + vermelding, nullptr, gezien(1)).status / 100, 2);
    EXPECT_EQ(o.roep(analist, Methode::get, pad_suggestie(t)).status, 404);
    loop();
    EXPECT_EQ(tel("wachter.suggestie where id = '" + id_van(t) + "'"), 0);
    o.eis(204, analist, Methode::verwijder, pad_wachter(w));
}

TEST(Wachter, WatDeGraafTeVeelWeetWordtGeenSuggestieMaarEenIncident) {
    auto& o = omgeving();
    const auto maker = o.gebruiker({"informatieanalist"}), ander = o.gebruiker({"informatieanalist"});
    maak_signaal(ander, "Open", {voertuig("WA-081-P")});
    const auto stil = maak_signaal(ander, "Niet van hem", {voertuig("WA-081-P")}, {{"alleen", array{}}});
    const Lek lek;
    const auto w = maak_wachter(maker);
    EXPECT_EQ(tel("wachter.bewijs where dossier = '" + id_van(stil) + "'"), 0);
    EXPECT_GT(tel("logboek.incident where soort = 'netwerk-onzeker'"), lek.incidenten);
    o.eis(204, maker, Methode::verwijder, pad_wachter(w));
}

TEST(Wachter, ElkeNachtStaatInBeideLogboekenDatHijLiep) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto w = maak_wachter(analist);
    const auto regels = [&] { return tel("logboek.audit where actie = 'wachterLopen' and object_id = '" + id_van(w) + "'"); };
    loop();
    EXPECT_EQ(regels(), 0);
    loop(true);
    EXPECT_EQ(regels(), 1);
    // What it finds is in the log with the dossiers it stands in.
    const auto een = maak_signaal(analist, "Log een", {voertuig("WA-091-P")});
    maak_signaal(analist, "Log twee", {voertuig("WA-091-P")});
    loop();
    EXPECT_EQ(regels(), 2);
    EXPECT_EQ(tel("logboek.audit where actie = 'wachterLopen' and geraakt @> array['" + id_van(een) + "'::uuid]"), 1);
    o.eis(204, analist, Methode::verwijder, pad_wachter(w));
}

/// Waits until it is so; a test that waits in vain fails at `tot` rather than hanging.
template <class Zo>
bool wordt(Zo zo) {
    const auto tot = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!zo()) {
        if (std::chrono::steady_clock::now() > tot) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return true;
}

/// What the server does by itself: nobody asks for a round here.
TEST(Wachter, DeRondeLooptVanzelfAlsHetNetwerkWisseltEnDaarnaNiet) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto w = maak_wachter(analist);
    const auto gelopen = [&] { return tel("logboek.audit where actie = 'wachterLopen' and object_id = '" + id_van(w) + "'"); };
    const auto ververs = [&] {
        db::Transactie tx(o.toepassing(), {.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        geheugen().ververs(tx);
    };
    const auto laatst = [&] { return o.beheer().doe("select coalesce(max(gelopen_op)::text, '') as op from wachter.wachter where id = $1::uuid", id_van(w))[0].veld<std::string>("op"); };
    wachter::Ronde ronde(o.toepassing(), geheugen(), o.pseudoniem(), std::chrono::milliseconds(20));
    ronde.start();
    // The first round after a start is a whole one, and stands in the logs though it finds nothing.
    ASSERT_TRUE(wordt([&] { return gelopen() == 1; }));

    maak_signaal(analist, "Ronde een", {voertuig("WA-095-P")});
    maak_signaal(analist, "Ronde twee", {voertuig("WA-095-P")});
    ververs();
    ASSERT_TRUE(wordt([&] { return met(analist, w, "WA-095-P").size() == 1; }));
    EXPECT_EQ(gelopen(), 2);
    // Looking at it changes nothing in the network: it is not walked again and again.
    const auto toen = laatst();
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    EXPECT_EQ(laatst(), toen);

    ronde.stop();
    maak_signaal(analist, "Ronde drie", {voertuig("WA-096-P")});
    maak_signaal(analist, "Ronde vier", {voertuig("WA-096-P")});
    ververs();
    EXPECT_EQ(loop(), 1U) << "a round that was stopped leaves it to the next";
    // It may start again, and goes when its house does.
    ronde.start();
    ASSERT_TRUE(wordt([&] { return gelopen() == 4; }));
    o.eis(204, analist, Methode::verwijder, pad_wachter(w));
}

}  // namespace
}  // namespace damwand

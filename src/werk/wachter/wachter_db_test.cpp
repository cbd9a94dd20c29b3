// SPDX-License-Identifier: EUPL-1.2
// What a watcher tells, to whom, and when it is silent.
#include "werk/wachter/wachter.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

#include "steun/casusproef.hpp"
#include "werk/casus/casus.hpp"
#include "werk/register/register.hpp"
#include "werk/signaal/signaal.hpp"

namespace damwand {
namespace {

using namespace proef;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

netwerk::Geheugen& geheugen() {
    static netwerk::Geheugen een;
    return een;
}
Omgeving& omgeving() {
    static Omgeving* zelf = nullptr;
    static Omgeving o([] {
        const netwerk::Diensten diensten{.geheugen = &geheugen(), .incident = [](OrganisatieId wie, OperatieId operatie, int rijen) { netwerk::meld_incident(zelf->toepassing(), wie, operatie, rijen); }};
        std::vector<poort::Route> alle;
        for (auto&& kamer : {registers::routes(), entiteit::routes(), signaal::routes(), casus::routes(), netwerk::routes(diensten), wachter::routes(diensten)}) {
            alle.insert(alle.end(), kamer.begin(), kamer.end());
        }
        return alle;
    }());
    zelf = &o;
    return o;
}
/// One round, as the server makes it. Returns how many suggestions are new.
std::size_t loop(bool nacht = false) { return wachter::loop_alle(omgeving().toepassing(), geheugen(), omgeving().pseudoniem(), nacht); }

object voertuig(const std::string& kenteken) { return {{"soort", "voertuig"}, {"tekst", "busje"}, {"sleutel", kenteken}}; }
value maak_signaal(const Gebruiker& wie, const std::string& titel, const array& vermeldingen, object meer = {}) {
    object lijf{{"titel", titel}, {"omschrijving", ""}, {"bron", "meldpunt"}, {"vermeldingen", vermeldingen}};
    for (const auto& veld : meer) lijf[veld.key()] = veld.value();
    return omgeving().eis(201, wie, Methode::post, "/v1/signalen", lijf);
}
object nieuw(const std::string& vorm = "voertuig-in-signalen", object meer = {}) {
    object lijf{{"vorm", vorm}, {"naam", "Busjes die terugkomen"}, {"waarom", "Reeks nachtelijke leveringen"}};
    for (const auto& veld : meer) lijf[veld.key()] = veld.value();
    return lijf;
}
value maak_wachter(const Gebruiker& wie, const object& lijf = nieuw()) { return omgeving().eis(201, wie, Methode::post, "/v1/netwerk/wachters", lijf); }
std::string pad_wachter(const value& w) { return "/v1/netwerk/wachters/" + id_van(w); }
std::string pad_suggestie(const value& s) { return "/v1/netwerk/suggesties/" + id_van(s); }

/// The suggestions of a watcher in which this one sees a member with this mark, whole.
std::vector<value> met(const Gebruiker& wie, const value& w, const std::string& kenmerk) {
    std::vector<value> uit;
    const auto beeld = omgeving().eis(200, wie, Methode::get, pad_wachter(w));
    for (const auto& kort : beeld.at("suggesties").as_array()) {
        auto s = omgeving().eis(200, wie, Methode::get, pad_suggestie(kort));
        for (const auto& k : s.at("beeld").at("knopen").as_array()) {
            if (k.at("kenmerk") == value(kenmerk) || k.at("naam") == value(kenmerk)) {
                uit.push_back(std::move(s));
                break;
            }
        }
    }
    return uit;
}
std::vector<std::string> rollen(const value& s) {
    std::vector<std::string> uit;
    for (const auto& lid : s.at("rollen").as_array()) uit.emplace_back(lid.at("rol").as_string());
    return uit;
}
object weging(const std::string& besluit, object meer = {}) {
    object lijf{{"besluit", besluit}, {"reden", "Twee keer hetzelfde busje in een week."}};
    for (const auto& veld : meer) lijf[veld.key()] = veld.value();
    return lijf;
}
std::int64_t tel(const std::string& wat) { return omgeving().beheer().doe("select count(*) as n from " + wat)[0].veld<std::int64_t>("n"); }

/// A fault that is planted: as long as it is there the graph takes every row of the first organisation for the team's.
struct Lek {
    std::int64_t incidenten = tel("logboek.incident where soort = 'netwerk-onzeker'");
    Lek() {
        auto beheer = omgeving().beheer();
        const auto team = beheer.doe("select zicht::text as z from toegang.zicht where organisatie = 1 and naam = 'signalen'")[0].veld<std::string>("z");
        for (const auto* wat : {"knoop", "band"}) {
            const std::string v = wat;
            const auto kolommen = v == "knoop" ? "organisatie, rij, soort, knoop, " + team + "::integer as zicht, dossier_soort"
                                               : "organisatie, rij, soort, van_soort, van, naar_soort, naar, " + team + "::integer as zicht, dossier_soort, begin, eind, bron_betrouwbaarheid, informatie_waarde";
            beheer.script("alter view netwerk." + v + " rename to " + v + "_echt; create view netwerk." + v + " as select " + kolommen + " from netwerk." + v + "_echt; grant select on netwerk." + v + " to netwerker");
        }
        lees_opnieuw();
    }
    ~Lek() {
        for (const auto* v : {"knoop", "band"}) omgeving().beheer().script(std::string("drop view netwerk.") + v + "; alter view netwerk." + v + "_echt rename to " + v);
        lees_opnieuw();
    }
    Lek(const Lek&) = delete;
    Lek& operator=(const Lek&) = delete;
    static void lees_opnieuw() {
        omgeving().beheer().script("insert into netwerk.gewijzigd (organisatie, rij) select 1, id from entiteit.vermelding where organisatie = 1; insert into netwerk.gewijzigd (organisatie, rij) select 1, id from signaal.signaal where organisatie = 1");
    }
};

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

// ---- patterns of somebody's own ------------------------------------------------------------------------------------------

array banden(std::initializer_list<object> lijst) {
    array uit;
    for (const auto& een : lijst) uit.push_back(een);
    return uit;
}
object band(int van, int naar, value soort = nullptr, bool venster = false, object meer = {}) {
    object uit{{"van", van}, {"naar", naar}, {"soort", std::move(soort)}, {"begin", nullptr}, {"eind", nullptr}, {"venster", venster}};
    for (const auto& veld : meer) uit[veld.key()] = veld.value();
    return uit;
}
/// A vehicle in two signalen, of somebody's own making.
object busjes() { return {{"onderdelen", array{"voertuig", "signaal", "signaal"}}, {"banden", banden({band(1, 0, "genoemd", true), band(2, 0, "genoemd", true)})}, {"opVolgorde", false}}; }
object vraag(const object& patroon, object meer = {}) {
    object uit{{"patroon", patroon}, {"dagen", 90}, {"betrouwbaarheid", nullptr}};
    for (const auto& veld : meer) uit[veld.key()] = veld.value();
    return uit;
}
/// The places that this one sees, of those with a member of this mark.
std::vector<value> plekken_met(const value& antwoord, const std::string& kenmerk) {
    std::set<std::string> ids;
    for (const auto& k : antwoord.at("beeld").at("knopen").as_array()) {
        if (k.at("kenmerk") == value(kenmerk) || k.at("naam") == value(kenmerk)) ids.insert(std::string(k.at("id").as_string()));
    }
    std::vector<value> uit;
    for (const auto& plek : antwoord.at("plekken").as_array()) {
        if (std::ranges::any_of(plek.at("leden").as_array(), [&](const value& lid) { return ids.contains(std::string(lid.at("id").as_string())); })) uit.push_back(plek);
    }
    return uit;
}
const std::string zoek_patronen = "/v1/netwerk/patronen/_zoek";

TEST(EigenPatroon, ZegtMeteenWaarHetZitMetElkeBronEnVoorIederZijnEigen) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"}), ander = o.gebruiker({"informatieanalist"});
    maak_signaal(analist, "Eigen een", {voertuig("EP-001-P")});
    EXPECT_THAT(plekken_met(o.eis(200, analist, Methode::post, zoek_patronen, vraag(busjes())), "EP-001-P"), IsEmpty());
    maak_signaal(analist, "Eigen twee", {voertuig("EP-001-P")});
    const auto stil = maak_signaal(analist, "Eigen stil", {voertuig("EP-001-P")}, {{"alleen", array{}}});
    const auto van_hem = o.eis(200, analist, Methode::post, zoek_patronen, vraag(busjes())), van_ander = o.eis(200, ander, Methode::post, zoek_patronen, vraag(busjes()));
    ASSERT_EQ(plekken_met(van_hem, "EP-001-P").size(), 3U) << "each pair once, and not its mirror image";
    ASSERT_EQ(plekken_met(van_ander, "EP-001-P").size(), 1U);
    EXPECT_EQ(van_hem.at("aantal").as_int64() - van_ander.at("aantal").as_int64(), 2);
    EXPECT_EQ(boost::json::serialize(van_ander).find(id_van(stil)), std::string::npos);
    EXPECT_THAT(rollen(value{{"rollen", plekken_met(van_ander, "EP-001-P")[0].at("leden")}}), ElementsAre("A", "B", "C"));
    // Another organisation finds its own, which is nothing.
    EXPECT_EQ(o.eis(200, o.gebruiker({"informatieanalist"}, 2), Methode::post, zoek_patronen, vraag(busjes())).at("aantal"), 0);
    EXPECT_EQ(o.roep(o.gebruiker({"toezichthouder"}), Methode::post, zoek_patronen, vraag(busjes())).status, 403);
    // Looking is in the log with the dossiers that were shown, and keeps nothing.
    EXPECT_GE(tel("logboek.audit where actie = 'patroonZoeken' and geraakt @> array['" + id_van(stil) + "'::uuid]"), 1);
    EXPECT_EQ(tel("wachter.wachter where vorm = 'eigen'"), 0);
}

TEST(EigenPatroon, VraagtSoortRichtingPeriodeVensterVolgordeEnBetrouwbaarheid) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"}), lid = o.gebruiker({"informatieanalist"});
    const auto zaak = nieuwe_casus(o, coordinator, {lid});
    const auto erin = [&](const object& wat) { return o.eis(201, lid, Methode::post, pad_van(zaak) + "/vermeldingen", wat); };
    const auto moeder = erin({{"soort", "bedrijf"}, {"tekst", "Moeder EP2 BV"}}), een = erin({{"soort", "bedrijf"}, {"tekst", "Een EP2 BV"}}), twee = erin({{"soort", "bedrijf"}, {"tekst", "Twee EP2 BV"}}),
               plek = erin({{"soort", "adres"}, {"tekst", "EP2straat 1"}});
    const auto knoop = [&](const char* soort, const value& wie, const value& wat, const char* van) {
        o.eis(201, lid, Methode::post, pad_van(zaak) + "/verbanden", object{{"soort", soort}, {"wie", wie.at("id")}, {"wat", wat.at("id")}, {"bron", "Uittreksel"}, {"geldigVan", van}, {"bronBetrouwbaarheid", "C"}});
    };
    knoop("gevestigd", een, plek, "2021-03-01");
    knoop("gevestigd", twee, plek, "2021-09-01");
    knoop("bestuurder", moeder, een, "2021-04-01");
    knoop("bestuurder", moeder, twee, "2021-10-01");
    // Two companies, one address, one director within a year; the issue's own example.
    const auto vorm = [](object anders = {}) {
        object uit{{"onderdelen", array{"bedrijf", "bedrijf", "bedrijf", "adres"}},
                   {"banden", banden({band(0, 1, "bestuurder", true), band(0, 2, "bestuurder", true), band(1, 3, "gevestigd"), band(2, 3, "gevestigd")})},
                   {"opVolgorde", false}};
        for (const auto& veld : anders) uit[veld.key()] = veld.value();
        return uit;
    };
    const auto hoeveel = [&](const object& patroon, object meer = {}) { return plekken_met(o.eis(200, lid, Methode::post, zoek_patronen, vraag(patroon, std::move(meer))), "EP2straat 1").size(); };
    EXPECT_EQ(hoeveel(vorm(), {{"dagen", 365}}), 1U);
    EXPECT_EQ(hoeveel(vorm(), {{"dagen", 182}}), 0U) << "half a year and a day lie between them";
    EXPECT_EQ(hoeveel(vorm(), {{"dagen", 183}}), 1U);
    EXPECT_EQ(hoeveel(vorm(), {{"dagen", 365}, {"betrouwbaarheid", "C"}}), 1U);
    EXPECT_EQ(hoeveel(vorm(), {{"dagen", 365}, {"betrouwbaarheid", "B"}}), 0U);
    // Which way a tie goes, and what kind it is.
    const auto om = [&](object b) { return vorm({{"banden", banden({std::move(b), band(0, 2, "bestuurder"), band(1, 3, "gevestigd"), band(2, 3, "gevestigd")})}}); };
    EXPECT_EQ(hoeveel(om(band(0, 1, "bestuurder"))), 1U);
    EXPECT_EQ(hoeveel(om(band(1, 0, "bestuurder"))), 0U);
    EXPECT_EQ(hoeveel(om(band(1, 0))), 2U) << "of any kind, either way: the two are no longer alike, so either may be the first";
    EXPECT_EQ(hoeveel(om(band(0, 1, "eigenaar"))), 0U);
    // When it held.
    const auto toen = [&](const char* begin, const char* eind) { return hoeveel(om(band(0, 1, "bestuurder", false, {{"begin", begin}, {"eind", eind}}))); };
    EXPECT_EQ(toen("2021-01-01", "2021-05-01"), 1U);
    EXPECT_EQ(toen("2020-01-01", "2021-03-31"), 0U);
    // One after the other.
    EXPECT_EQ(hoeveel(vorm({{"banden", banden({band(0, 1, "bestuurder", true), band(1, 3, "gevestigd", true), band(0, 2, "bestuurder"), band(2, 3, "gevestigd")})}}), {{"dagen", 60}}), 2U);
    EXPECT_EQ(hoeveel(vorm({{"banden", banden({band(0, 1, "bestuurder", true), band(1, 3, "gevestigd", true), band(0, 2, "bestuurder"), band(2, 3, "gevestigd")})}, {"opVolgorde", true}}), {{"dagen", 60}}), 0U)
        << "they were established before they had a director";
    EXPECT_EQ(hoeveel(vorm({{"banden", banden({band(1, 3, "gevestigd", true), band(0, 1, "bestuurder", true), band(0, 2, "bestuurder"), band(2, 3, "gevestigd")})}, {"opVolgorde", true}}), {{"dagen", 60}}), 2U);
}

TEST(EigenPatroon, ZegtAlleFoutenTegelijkEnNeemtNietsAan) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto fouten = [&](const object& patroon) { return codes_van(o.roep(analist, Methode::post, zoek_patronen, vraag(patroon))); };
    const auto met_banden = [](array lijst, array rollen = {"voertuig", "signaal", "signaal"}) { return object{{"onderdelen", std::move(rollen)}, {"banden", std::move(lijst)}, {"opVolgorde", false}}; };
    EXPECT_THAT(fouten(met_banden({}, {"boot"})), ElementsAre("/patroon/onderdelen buiten-grenzen", "/patroon/onderdelen/0 onbekend", "/patroon/banden buiten-grenzen"));
    EXPECT_THAT(fouten(met_banden(banden({band(0, 0), band(0, 4)}))), ElementsAre("/patroon/banden/0 dezelfde", "/patroon/banden/1 dezelfde"));
    EXPECT_THAT(fouten(met_banden(banden({band(1, 0)}))), ElementsAre("/patroon/banden past-niet"));
    EXPECT_THAT(fouten(met_banden(banden({band(1, 0, nullptr, true), band(2, 0)}))), ElementsAre("/patroon/banden past-niet"));
    EXPECT_THAT(fouten(met_banden(banden({band(1, 0, nullptr, false, {{"begin", "2024-02-01"}, {"eind", "2024-01-01"}}), band(2, 0)}))), ElementsAre("/patroon/banden/0/eind te-vroeg"));
    array veel;
    for (int i = 0; i < 11; ++i) veel.push_back(band(1, 0));
    EXPECT_THAT(fouten(met_banden(veel)), ElementsAre("/patroon/banden buiten-grenzen"));
    EXPECT_THAT(fouten(met_banden(banden({band(0, 1), band(1, 2), band(2, 3), band(3, 4)}), {"adres", "adres", "adres", "adres", "adres", "adres"})), ElementsAre("/patroon/onderdelen buiten-grenzen"));
    EXPECT_EQ(o.roep(analist, Methode::post, zoek_patronen, vraag(met_banden(banden({band(5, 0)})))).status, 400);
    // A watcher's pattern is judged the same, and belongs to the shape `eigen` alone.
    EXPECT_THAT(codes_van(o.roep(analist, Methode::post, "/v1/netwerk/wachters", nieuw("eigen"))), ElementsAre("/patroon ontbreekt"));
    EXPECT_THAT(codes_van(o.roep(analist, Methode::post, "/v1/netwerk/wachters", nieuw("eigen", {{"patroon", met_banden(banden({band(1, 0)}))}}))), ElementsAre("/patroon/banden past-niet"));
    EXPECT_THAT(codes_van(o.roep(analist, Methode::post, "/v1/netwerk/wachters", nieuw("abc-transactie", {{"patroon", busjes()}}))), ElementsAre("/patroon onbekend-veld"));
}

TEST(EigenPatroon, BewaardWaaktHetZoalsElkeWachterOfPasAlsHijDatZegt) {
    auto& o = omgeving();
    const auto maker = o.gebruiker({"informatieanalist"}), collega = o.gebruiker({"informatieanalist"});
    const auto wakker = maak_wachter(maker, nieuw("eigen", {{"patroon", busjes()}, {"dagen", 90}}));
    const auto slaapt = maak_wachter(maker, nieuw("eigen", {{"patroon", busjes()}, {"dagen", 90}, {"aan", false}}));
    EXPECT_EQ(wakker.at("patroon").at("onderdelen"), (array{"voertuig", "signaal", "signaal"}));
    EXPECT_EQ(slaapt.at("aan"), false);
    maak_signaal(collega, "Wakker een", {voertuig("EP-031-P")});
    const auto stil = maak_signaal(maker, "Wakker stil", {voertuig("EP-031-P")}, {{"alleen", array{}}});
    maak_signaal(collega, "Wakker twee", {voertuig("EP-031-P")});
    EXPECT_EQ(loop(), 2U) << "what all may see, and apart from it what only he may";
    EXPECT_THAT(met(maker, slaapt, "EP-031-P"), IsEmpty());
    const auto s = met(collega, wakker, "EP-031-P");
    ASSERT_EQ(s.size(), 1U);
    EXPECT_EQ(s[0].at("vorm"), "eigen");
    EXPECT_EQ(s[0].at("patroon").at("onderdelen"), (array{"voertuig", "signaal", "signaal"}));
    EXPECT_THAT(rollen(s[0]), UnorderedElementsAre("A", "B", "C"));
    EXPECT_EQ(boost::json::serialize(s[0]).find(id_van(stil)), std::string::npos);
    // One that sleeps is looked for when somebody asks, by each with his own rights.
    EXPECT_EQ(plekken_met(o.eis(200, maker, Methode::post, pad_wachter(slaapt) + "/_zoek"), "EP-031-P").size(), 3U);
    EXPECT_EQ(plekken_met(o.eis(200, collega, Methode::post, pad_wachter(slaapt) + "/_zoek"), "EP-031-P").size(), 1U);
    EXPECT_EQ(o.roep(o.gebruiker({"informatieanalist"}, 2), Methode::post, pad_wachter(slaapt) + "/_zoek").status, 404);
    o.eis(200, maker, Methode::put, pad_wachter(slaapt) + "/aan");
    EXPECT_EQ(met(collega, slaapt, "EP-031-P").size(), 1U);
    for (const auto& w : {wakker, slaapt}) o.eis(204, maker, Methode::verwijder, pad_wachter(w));
}

TEST(EigenPatroon, OverPersonenAlleenBewaardVoorEenCasusMetEenGrondEnAlleenDaar) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"}), lid = o.gebruiker({"informatieanalist"}), buiten = o.gebruiker({"informatieanalist"});
    const object mensen{{"onderdelen", array{"persoon", "bedrijf"}}, {"banden", banden({band(0, 1, "bestuurder")})}, {"opVolgorde", false}};
    for (const auto* soort : {"persoon", "telefoon", "email", "rekening"}) {
        const object van_iemand{{"onderdelen", array{soort, "casus"}}, {"banden", banden({band(1, 0)})}, {"opVolgorde", false}};
        EXPECT_THAT(codes_van(o.roep(lid, Methode::post, zoek_patronen, vraag(van_iemand))), ElementsAre("/patroon/onderdelen personen-zonder-casus")) << soort;
        EXPECT_THAT(codes_van(o.roep(lid, Methode::post, "/v1/netwerk/wachters", nieuw("eigen", {{"patroon", van_iemand}}))), ElementsAre("/casus personen-zonder-casus")) << soort;
    }
    const auto zaak = nieuwe_casus(o, coordinator, {lid}), elders = nieuwe_casus(o, coordinator, {lid}, "Elders");
    EXPECT_THAT(codes_van(o.roep(lid, Methode::post, "/v1/netwerk/wachters", nieuw("eigen", {{"patroon", mensen}, {"casus", id_van(zaak)}}))), ElementsAre("/grond ontbreekt"));
    const auto bouw = [&](const value& in, const std::string& naam) {
        const auto erin = [&](const object& wat) { return o.eis(201, lid, Methode::post, pad_van(in) + "/vermeldingen", wat); };
        const auto man = erin({{"soort", "persoon"}, {"tekst", naam}}), zaakje = erin({{"soort", "bedrijf"}, {"tekst", naam + " BV"}});
        o.eis(201, lid, Methode::post, pad_van(in) + "/verbanden", object{{"soort", "bestuurder"}, {"wie", man.at("id")}, {"wat", zaakje.at("id")}, {"bron", "Uittreksel"}});
    };
    bouw(zaak, "Wolfgang");
    bouw(elders, "Hendrikje");
    const auto w = maak_wachter(lid, nieuw("eigen", {{"patroon", mensen}, {"casus", id_van(zaak)}, {"grond", "Wie stuurt de loods aan?"}, {"aan", false}}));
    const auto nu = o.eis(200, lid, Methode::post, pad_wachter(w) + "/_zoek");
    EXPECT_EQ(plekken_met(nu, "Wolfgang").size(), 1U);
    EXPECT_EQ(nu.at("aantal"), 1) << "nothing of the other casus, though he is a member of it";
    EXPECT_EQ(boost::json::serialize(nu).find("Hendrikje"), std::string::npos);
    EXPECT_EQ(o.roep(buiten, Methode::post, pad_wachter(w) + "/_zoek").status, 404);
    // Its maker leaves the casus: it answers nobody any more.
    const auto stand = o.eis(200, coordinator, Methode::get, pad_van(zaak));
    EXPECT_EQ(o.roep(coordinator, Methode::verwijder, pad_van(zaak) + "/leden/" + lid.id.tekst(), nullptr, gezien(versie_van(stand))).status / 100, 2);
    EXPECT_EQ(o.roep(lid, Methode::post, pad_wachter(w) + "/_zoek").status, 404);
    EXPECT_EQ(o.roep(coordinator, Methode::post, pad_wachter(w) + "/_zoek").status, 403);
}

TEST(EigenPatroon, WatDeGraafTeVeelWeetGeeftGeenAntwoordMaarEenIncident) {
    auto& o = omgeving();
    const auto vrager = o.gebruiker({"informatieanalist"}), ander = o.gebruiker({"informatieanalist"});
    maak_signaal(ander, "Open", {voertuig("EP-051-P")});
    maak_signaal(ander, "Niet van hem", {voertuig("EP-051-P")}, {{"alleen", array{}}});
    EXPECT_THAT(plekken_met(o.eis(200, vrager, Methode::post, zoek_patronen, vraag(busjes())), "EP-051-P"), IsEmpty());
    const Lek lek;
    const auto antwoord = o.roep(vrager, Methode::post, zoek_patronen, vraag(busjes()));
    EXPECT_EQ(antwoord.status, 503);
    EXPECT_EQ(antwoord.lijf.find("EP-051-P"), std::string::npos);
    EXPECT_GT(tel("logboek.incident where soort = 'netwerk-onzeker'"), lek.incidenten);
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

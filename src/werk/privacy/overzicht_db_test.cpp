// SPDX-License-Identifier: EUPL-1.2
// What the privacy officer oversees without opening a file: whom the casussen should have told by now, and what they gave to
// others. Through the gate, and against the role of the application.
#include <gmock/gmock.h>

#include "steun/casusproef.hpp"
#include "werk/entiteit/entiteit.hpp"
#include "werk/informeren/informeren.hpp"
#include "werk/privacy/privacy.hpp"
#include "werk/signaal/signaal.hpp"
#include "werk/verstrekking/verstrekking.hpp"

namespace damwand::privacy {
namespace {

using namespace proef;
using testing::HasSubstr;
using testing::Not;

Omgeving& omgeving() {
    static Omgeving een([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), informeren::routes(), verstrekking::routes(), privacy::routes()}) alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return een;
}
std::string dag(int over) { return tekst(Datum{std::chrono::sys_days(dag_in_amsterdam(SysteemKlok().nu())) + std::chrono::days(over)}); }
std::string kenmerk_van(const value& wat) { return std::string(wat.at("kenmerk").as_string()); }
value noem(const Gebruiker& wie, const value& casus, const char* naam) {
    return omgeving().eis(201, wie, Methode::post, pad_van(casus) + "/vermeldingen", object{{"soort", "persoon"}, {"tekst", naam}, {"rol", "huurder"}});
}
/// As if it was recorded so many days ago.
void ouder(const value& vermelding, int dagen) {
    omgeving().beheer().script("set session_replication_role = replica; update entiteit.vermelding set op = op - interval '" + std::to_string(dagen) + " days' where id = '" + id_van(vermelding) + "'");
}
/// The lines about this casus in a list of the privacy officer.
array van(const Gebruiker& wie, const std::string& pad, const std::string& kenmerk, const char* veld) {
    array uit;
    const auto lijst = omgeving().eis(200, wie, Methode::get, pad);
    for (const auto& regel : lijst.at("resultaten").as_array()) {
        if (regel.at(veld).as_string() == kenmerk) uit.push_back(regel);
    }
    return uit;
}
std::int64_t gezien_door(const Gebruiker& wie, const value& casus) {
    return omgeving().beheer().doe("select count(*) as n from logboek.audit where actor = $1 and $2::uuid = any (geraakt)", wie.id, id_van(casus))[0].veld<std::int64_t>("n");
}
/// Rows that plain SQL shows somebody as the role of the application.
std::int64_t in_sql(const Gebruiker& wie, const std::string& functie) {
    db::Transactie tx(omgeving().toepassing(), {.organisatie = wie.organisatie, .gebruiker = wie.id, .operatie = OperatieId::nieuw()});
    return tx.een("select count(*) as n from " + functie)[0].veld<std::int64_t>("n");
}

const std::string informeren_pad = "/v1/toezicht/informatietaken", verstrekt_pad = "/v1/toezicht/verstrekkingen";

struct Overzicht : ::testing::Test {
    Gebruiker trekker = omgeving().gebruiker({"coordinator", "jurist"});
    Gebruiker toezicht = omgeving().gebruiker({"privacy"});
    value casus = nieuwe_casus(omgeving(), trekker);
};

TEST_F(Overzicht, NoemtDeCasusWaarinMensenAlIngelichtHaddenMoetenZijnEnNiemandErin) {
    auto& o = omgeving();
    const auto eerste = noem(trekker, casus, "Man met de hoed"), tweede = noem(trekker, casus, "Zwager"), derde = noem(trekker, casus, "Buurvrouw");
    EXPECT_TRUE(van(toezicht, informeren_pad, kenmerk_van(casus), "kenmerk").empty()) << "a month has not passed";
    ouder(eerste, 60);
    ouder(tweede, 50);
    ouder(derde, 50);
    auto regel = van(toezicht, informeren_pad, kenmerk_van(casus), "kenmerk");
    ASSERT_EQ(regel.size(), 1U);
    EXPECT_EQ(regel[0].at("aantal").as_int64(), 3);
    EXPECT_EQ(regel[0].at("trekker").at("id").as_string(), trekker.id.tekst());
    const auto verkregen = dag_in_amsterdam(SysteemKlok().nu() - std::chrono::days(60));
    EXPECT_EQ(regel[0].at("termijn").as_string(), tekst(informeren::informeren_voor(verkregen)));
    EXPECT_THAT(boost::json::serialize(regel), Not(HasSubstr("hoed")));
    EXPECT_GE(gezien_door(toezicht, casus), 1) << "that he looked is in the read log of the casus";
    // told, put off, and put off until a day that has passed
    const auto besluit = [&](const value& wie, const object& wat) { o.eis(200, trekker, Methode::post, pad_van(casus) + "/informeren/" + id_van(wie) + "/besluiten", wat); };
    besluit(eerste, {{"besluit", "geinformeerd"}, {"verzondenOp", dag(0)}, {"wijze", "brief"}});
    object weging;
    for (const auto* factor : {"doeleinden", "categorieen", "reikwijdte", "waarborgen", "verantwoordelijke", "opslagperiode", "risicos", "kennisgeving"}) weging[factor] = "Gewogen.";
    besluit(tweede, {{"besluit", "uitgesteld"}, {"grond", "uavg-41-d"}, {"motivering", "Er loopt een onderzoek."}, {"weging", weging}, {"tot", dag(20)}});
    regel = van(toezicht, informeren_pad, kenmerk_van(casus), "kenmerk");
    ASSERT_EQ(regel.size(), 1U);
    EXPECT_EQ(regel[0].at("aantal").as_int64(), 1);
    o.beheer().doe("update informeren.besluit set tot = $2::date where casus = $1 and besluit = 'uitgesteld'", id_van(casus), dag(-1));
    regel = van(toezicht, informeren_pad, kenmerk_van(casus), "kenmerk");
    EXPECT_EQ(regel.at(0).at("aantal").as_int64(), 2);
    // a closed casus asks nothing any more
    o.beheer().script("set session_replication_role = replica; update casus.casus set fase = 'archief' where id = '" + id_van(casus) + "'");
    EXPECT_TRUE(van(toezicht, informeren_pad, kenmerk_van(casus), "kenmerk").empty());
}

TEST_F(Overzicht, TeltOokWieInEenCompartimentGenoemdWordt) {
    auto& o = omgeving();
    const auto bron = o.eis(201, trekker, Methode::post, pad_van(casus) + "/bronnen", object{{"bronsoort", "politie"}, {"vraag", "Bekend?"}, {"grondslag", "x"}, {"regime", "wpg"}});
    const auto apart = o.eis(201, trekker, Methode::post, pad_van(casus) + "/vermeldingen", object{{"soort", "persoon"}, {"tekst", "Alleen de politie weet dit"}, {"uitBron", id_van(bron)}});
    ouder(apart, 60);
    EXPECT_EQ(van(toezicht, informeren_pad, kenmerk_van(casus), "kenmerk").size(), 1U);
}

TEST_F(Overzicht, ToontWatVerstrektIsAanWieEnHoeveelEnNietWatErInStond) {
    auto& o = omgeving();
    const auto persoon = noem(trekker, casus, "Zwager");
    const object lijf{{"ontvanger", "politie"}, {"terAttentieVan", "Brigadier Verzonnen"}, {"doel", "Toezicht op de blauwe loods."}, {"grondslag", "gemeentewet-172"}, {"overleg", "Met de bron besproken."},
                      {"teNoemen", false}, {"feiten", array{object{{"soort", "vermelding"}, {"rij", id_van(persoon)}}}}};
    const auto gegeven = o.eis(201, trekker, Methode::post, pad_van(casus) + "/verstrekkingen", lijf);
    auto regel = van(toezicht, verstrekt_pad, kenmerk_van(casus), "casus");
    ASSERT_EQ(regel.size(), 1U);
    EXPECT_EQ(regel[0].at("kenmerk").as_string(), kenmerk_van(gegeven));
    EXPECT_EQ(regel[0].at("ontvanger").as_string(), "politie");
    EXPECT_EQ(regel[0].at("grondslag").as_string(), "gemeentewet-172");
    EXPECT_EQ(regel[0].at("feiten").as_int64(), 1);
    EXPECT_EQ(regel[0].at("personen").as_int64(), 1);
    EXPECT_EQ(regel[0].at("openBerichten").as_int64(), 0);
    for (const auto* niet : {"Zwager", "Brigadier", "loods"}) EXPECT_THAT(boost::json::serialize(regel), Not(HasSubstr(niet)));
    EXPECT_GE(gezien_door(toezicht, casus), 1);
    // what changed since, and was not told, counts; also of somebody who is no longer named
    o.eis(204, trekker, Methode::verwijder, pad_van(casus) + "/vermeldingen/" + id_van(persoon), value(), gezien(1));
    regel = van(toezicht, verstrekt_pad, kenmerk_van(casus), "casus");
    EXPECT_EQ(regel.at(0).at("openBerichten").as_int64(), 1);
    EXPECT_EQ(regel.at(0).at("personen").as_int64(), 1);
    // of a period
    EXPECT_TRUE(van(toezicht, verstrekt_pad + "?totEnMet=" + dag(-1), kenmerk_van(casus), "casus").empty());
    EXPECT_EQ(van(toezicht, verstrekt_pad + "?van=" + dag(0), kenmerk_van(casus), "casus").size(), 1U);
    o.eis(400, toezicht, Methode::get, verstrekt_pad + "?van=" + dag(-400));
    o.eis(400, toezicht, Methode::get, verstrekt_pad + "?van=ooit");
}

TEST_F(Overzicht, IsVoorDePrivacyOfficerVanHetEigenHuisOokInGewoneSql) {
    auto& o = omgeving();
    ouder(noem(trekker, casus, "Man met de hoed"), 60);
    const auto elders = o.gebruiker({"privacy"}, 2);
    for (const auto& pad : {informeren_pad, verstrekt_pad}) {
        o.eis(403, trekker, Methode::get, pad);
        EXPECT_TRUE(o.eis(200, elders, Methode::get, pad).at("resultaten").as_array().empty());
    }
    EXPECT_GE(in_sql(toezicht, "informeren.stand_van_alle()"), 1);
    EXPECT_EQ(in_sql(trekker, "informeren.stand_van_alle()"), 0);
    EXPECT_EQ(in_sql(elders, "informeren.stand_van_alle()"), 0);
    EXPECT_EQ(in_sql(trekker, "verstrekking.overzicht('2000-01-01', '2100-01-01', 100)"), 0);
}

}  // namespace
}  // namespace damwand::privacy

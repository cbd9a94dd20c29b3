// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "steun/casusproef.hpp"
#include "werk/interventie/interventie.hpp"
#include "werk/werkvoorraad/werkvoorraad.hpp"

namespace damwand {
namespace {

using namespace proef;

Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer :
             {entiteit::routes(), signaal::routes(), casus::routes(), interventie::routes(), actie::routes(), werkvoorraad::routes()}) {
            alle.insert(alle.end(), kamer.begin(), kamer.end());
        }
        return alle;
    }());
    return o;
}

TEST(MijnWerk, NoemtTermijnenVanEigenCasussenOpVolgordeVanDag) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto jurist = o.gebruiker({"jurist"});
    const auto een = nieuwe_casus(o, coordinator, {jurist}, "Een");
    const auto ander = nieuwe_casus(o, coordinator, {}, "Ander");
    o.eis(201, coordinator, Methode::post, pad_van(een) + "/interventies",
          object{{"type", "waarschuwing"},
                 {"omschrijving", "Brief"},
                 {"uitvoerder", "Handhaving"},
                 {"termijn", "2099-02-02"}});
    const auto bron =
        o.eis(201, coordinator, Methode::post, pad_van(een) + "/bronnen",
              object{{"bronsoort", "politie"}, {"vraag", "?"}, {"grondslag", "wpg-16"}, {"termijn", "2099-01-01"}});
    o.eis(201, coordinator, Methode::post, pad_van(ander) + "/bronnen",
          object{{"bronsoort", "politie"}, {"vraag", "?"}, {"grondslag", "wpg-16"}, {"termijn", "2099-01-05"}});
    const auto werk = o.eis(200, jurist, Methode::get, "/v1/mijn-werk");
    ASSERT_EQ(werk.at("termijnen").as_array().size(), 2U);
    EXPECT_EQ(werk.at("termijnen").at(0),
              (object{{"casus", object{{"id", id_van(een)}, {"kenmerk", een.at("kenmerk")}, {"werknaam", "Een"}}},
                      {"soort", "bron"},
                      {"object", id_van(bron)},
                      {"wat", "Politie"},
                      {"datum", "2099-01-01"},
                      {"aantal", 1}}));
    EXPECT_EQ(werk.at("termijnen").at(1).at("soort").as_string(), "interventie");
    EXPECT_EQ(werk.at("mijnCasussen").as_int64(), 1);
    EXPECT_EQ(werk.at("teWegen").as_int64(), 0);  // a lawyer weighs no signalen
    EXPECT_EQ(o.eis(200, coordinator, Methode::get, "/v1/mijn-werk").at("termijnen").as_array().size(), 3U);
}

TEST(MijnWerk, NoemtEigenActiesApartEnDieVanCollegasBijDeTermijnen) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto jurist = o.gebruiker({"jurist"});
    const auto buiten = o.gebruiker({"toezichthouder"});
    const auto zaak = nieuwe_casus(o, coordinator, {jurist});
    const auto maak = [&](const Gebruiker& eigenaar, const std::string& wat) {
        o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/acties", object{{"wat", wat}, {"eigenaar", eigenaar.id.tekst()}, {"datum", "2099-04-01"}});
    };
    maak(jurist, "Brief schrijven");
    maak(buiten, "Langsgaan");
    const auto van = [&](const Gebruiker& wie, const char* lijst) {
        std::vector<std::string> uit;
        const auto werk = o.eis(200, wie, Methode::get, "/v1/mijn-werk");
        for (const auto& een : werk.at(lijst).as_array()) {
            if (std::string_view(lijst) == "acties" || een.at("soort").as_string() == "actie") uit.emplace_back(een.at("wat").as_string());
        }
        return uit;
    };
    using testing::ElementsAre, testing::IsEmpty;
    EXPECT_THAT(van(jurist, "acties"), ElementsAre("Brief schrijven"));
    EXPECT_THAT(van(jurist, "termijnen"), ElementsAre("Langsgaan"));
    EXPECT_THAT(van(coordinator, "acties"), IsEmpty());
    EXPECT_THAT(van(coordinator, "termijnen"), testing::UnorderedElementsAre("Brief schrijven", "Langsgaan"));
    EXPECT_THAT(van(buiten, "acties"), ElementsAre("Langsgaan"));
    EXPECT_THAT(van(buiten, "termijnen"), IsEmpty());
}

TEST(MijnWerk, NoemtPerCasusHoeveelMensenIngelichtMoetenWordenAanWieHemLeidt) {
    auto& o = omgeving();
    const auto trekker = o.gebruiker({"coordinator"});
    const auto casus = nieuwe_casus(o, trekker, {}, "Steiger");
    for (const auto* naam : {"Man met de hoed", "Zwager"}) o.eis(201, trekker, Methode::post, pad_van(casus) + "/vermeldingen", object{{"soort", "persoon"}, {"tekst", naam}});
    const auto werk = [&] {
        array uit;
        const auto alle = o.eis(200, trekker, Methode::get, "/v1/mijn-werk").at("termijnen");
        for (const auto& t : alle.as_array()) {
            if (t.at("soort").as_string() == "informeren") uit.push_back(t);
        }
        return uit;
    };
    ASSERT_EQ(werk().size(), 1U);
    EXPECT_EQ(werk()[0].at("aantal").as_int64(), 2);
    EXPECT_EQ(werk()[0].at("casus").at("id").as_string(), id_van(casus));
    EXPECT_TRUE(werk()[0].at("wat").as_string().empty());  // nobody's name in a list
    auto beheer = ingreep(o);
    const auto besluit = [&](const std::string& naam, const std::string& wat) {
        beheer.doe("insert into informeren.besluit (organisatie, id, casus, zicht, vermelding, besluit, " + wat + ", door, op, operatie)"
                   " select organisatie, gen_random_uuid(), dossier, zicht, id, " + (wat == "verzonden_op, wijze" ? "'geinformeerd', basis.vandaag(), 'brief'" : "'uitgesteld', 'uavg-41-d', 'x', basis.vandaag() + 1") +
                   ", door, basis.nu(), basis.operatie() from entiteit.vermelding where tekst = $1 and dossier = $2", naam, id_van(casus));
    };
    besluit("Zwager", "verzonden_op, wijze");
    EXPECT_EQ(werk()[0].at("aantal").as_int64(), 1);
    besluit("Man met de hoed", "grond, motivering, tot");
    EXPECT_TRUE(werk().empty());  // until the day comes
    beheer.script("alter table informeren.besluit disable trigger user");
    beheer.doe("update informeren.besluit set tot = basis.vandaag() where besluit = 'uitgesteld' and casus = $1", id_van(casus));
    ASSERT_EQ(werk().size(), 1U);
    EXPECT_EQ(werk()[0].at("datum").as_string(), o.beheer().doe("select basis.vandaag()::text as d")[0].veld<std::string>("d"));
}

TEST(MijnWerk, TeltWatWachtOpWegingOfOpEenCasus) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"}, 2);
    const auto tel = [&] {
        const auto werk = o.eis(200, analist, Methode::get, "/v1/mijn-werk");
        for (const auto& [tal, reden] : {std::pair{"teWegen", "weging"}, {"casusTeOpenen", "casus"}, {"uitgesteldVerlopen", "heroverweging"}}) {
            const auto rijen = o.eis(200, analist, Methode::get, std::string("/v1/signalen?wachtOp=") + reden);
            EXPECT_EQ(werk.at(tal).as_int64(), static_cast<std::int64_t>(rijen.at("resultaten").as_array().size())) << tal;
        }
        return std::vector<std::int64_t>{werk.at("teWegen").as_int64(), werk.at("casusTeOpenen").as_int64(),
                                         werk.at("uitgesteldVerlopen").as_int64(), werk.at("mijnCasussen").as_int64()};
    };
    EXPECT_THAT(tel(), testing::ElementsAre(0, 0, 0, 0));
    gewogen_signaal(o, analist);
    o.eis(201, analist, Methode::post, "/v1/signalen",
          object{{"titel", "Nieuw"}, {"omschrijving", ""}, {"bron", "mma"}});
    EXPECT_THAT(tel(), testing::ElementsAre(1, 1, 0, 0));
    nieuwe_casus(o, analist);
    EXPECT_THAT(tel(), testing::ElementsAre(1, 1, 0, 1));
    auto uitgesteld = o.eis(201, analist, Methode::post, "/v1/signalen",
                            object{{"titel", "Later"}, {"omschrijving", ""}, {"bron", "mma"}});
    const auto pad = "/v1/signalen/" + id_van(uitgesteld);
    uitgesteld = o.eis(200, analist, Methode::post, pad + "/overgangen", object{{"naar", "in_weging"}},
                       gezien(versie_van(uitgesteld)));
    const auto morgen = o.beheer().doe("select basis.vandaag() + 1 as d")[0].veld<std::string>("d");
    o.eis(200, analist, Methode::post, pad + "/overgangen",
          object{{"naar", "uitgesteld"}, {"reden", "Wachten"}, {"tot", morgen}}, gezien(versie_van(uitgesteld)));
    EXPECT_THAT(tel(), testing::ElementsAre(1, 1, 0, 1));
    o.zet_klok(o.beheer().doe("select basis.nu() as nu")[0].veld<Tijdstip>("nu") + std::chrono::hours(24));
    verleng_sessies(o);
    EXPECT_THAT(tel(), testing::ElementsAre(1, 1, 1, 1));
}

TEST(MijnWerk, NoemtPrivacytoetsenVoorWieMagBesluitenEnErbijHoort) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto jurist = o.gebruiker({"jurist"});
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto ander = o.gebruiker({"jurist"});
    const auto casus = nieuwe_casus(o, coordinator, {jurist, analist});
    const auto toetsen = [&](const Gebruiker& wie) { return o.eis(200, wie, Methode::get, "/v1/mijn-werk").at("toetsen").as_array(); };
    EXPECT_EQ(toetsen(jurist).size(), 0U);
    const auto toets = proef::toets(o, analist, casus, "2a", object{{"leden", array{jurist.id.tekst()}}}, "");
    for (const auto& wie : {coordinator, jurist}) {
        ASSERT_EQ(toetsen(wie).size(), 1U);
        EXPECT_EQ(toetsen(wie)[0].at("id"), toets.at("id"));
        EXPECT_EQ(id_van(toetsen(wie)[0].at("casus")), id_van(casus));
        EXPECT_EQ(toetsen(wie)[0].at("soort").as_string(), "2a");
    }
    for (const auto& wie : {analist, ander}) EXPECT_EQ(toetsen(wie).size(), 0U);  // may not decide; is no member
    o.eis(200, jurist, Methode::post, pad_van(casus) + "/privacytoetsen/" + id_van(toets) + "/besluiten", object{{"besluit", "akkoord"}}, gezien(versie_van(toets)));
    EXPECT_EQ(toetsen(coordinator).size(), 0U);
}

TEST(MijnWerk, HerinnertAanEenEmbargoDatAfloopt) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto over = [&](int dagen) { return o.beheer().doe("select (basis.vandaag() + $1::integer)::text as d", dagen)[0].veld<std::string>("d"); };
    const auto maak = [&](int dagen) {
        return o.eis(201, analist, Methode::post, "/v1/signalen",
                     object{{"titel", "Stil"}, {"omschrijving", ""}, {"bron", "toezicht"}, {"vermeldingen", array{}}, {"alleen", array{}}, {"embargoTot", over(dagen)}});
    };
    maak(15);
    const auto spoedig = maak(14);
    const auto embargos = [&](const Gebruiker& wie) { return o.eis(200, wie, Methode::get, "/v1/mijn-werk").at("embargos").as_array(); };
    ASSERT_EQ(embargos(analist).size(), 1U);
    EXPECT_EQ(embargos(analist)[0].at("kenmerk"), spoedig.at("kenmerk"));
    EXPECT_EQ(embargos(analist)[0].at("tot").as_string(), over(14));
    EXPECT_EQ(embargos(o.gebruiker({"informatieanalist"})).size(), 0U);
}

TEST(MijnWerk, VraagtHetRechtOmCasussenTeLezen) {
    auto& o = omgeving();
    EXPECT_EQ(o.roep(o.gebruiker({"beleid"}), Methode::get, "/v1/mijn-werk").status, 403);
    EXPECT_EQ(o.roep(o.gebruiker({"partner"}), Methode::get, "/v1/mijn-werk").status, 200);
}

}  // namespace
}  // namespace damwand

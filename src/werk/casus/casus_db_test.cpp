// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <chrono>
#include <set>

#include "steun/casusproef.hpp"
#include "werk/casus/casus.hpp"

namespace damwand {
namespace {

using namespace proef;

Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes()})
            alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return o;
}

std::string code_van(const http::Antwoord& antwoord) {
    return std::string(boost::json::parse(antwoord.lijf).at("code").as_string());
}

std::vector<std::string> ids_in(const value& lijst) {
    std::vector<std::string> uit;
    for (const auto& regel : lijst.at("resultaten").as_array()) uit.push_back(id_van(regel));
    return uit;
}

object nieuwe_bron() {
    return {{"bronsoort", "belastingdienst"},
            {"vraag", "Zijn er schulden?"},
            {"grondslag", "awr-67"},
            {"termijn", "2099-05-01"}};
}

// ---- opening ---------------------------------------------------------------------------------------------------

TEST(CasusOpenen, MaaktVanEenGewogenSignaalEenCasusMetLeden) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto jurist = o.gebruiker({"jurist"});
    const auto signaal = gewogen_signaal(o, analist);
    const auto casus = o.eis(201, analist, Methode::post, "/v1/casussen",
                             object{{"signalen", array{signaal}},
                                    {"werknaam", "Loods"},
                                    {"thema", "hennep"},
                                    {"trekker", coordinator.id.tekst()},
                                    {"leden", array{jurist.id.tekst()}}});
    EXPECT_EQ(casus.at("fase").as_string(), "informatie");
    EXPECT_TRUE(is_kenmerk(std::string_view(casus.at("kenmerk").as_string())));
    EXPECT_EQ(casus.at("leden").as_array().size(), 3U);
    EXPECT_EQ(casus.at("aantalSignalen").as_int64(), 1);
    EXPECT_EQ(o.eis(200, jurist, Methode::get, pad_van(casus)).at("werknaam").as_string(), "Loods");
    const auto gelezen = o.eis(200, jurist, Methode::get, pad_van(casus));
    EXPECT_EQ(gelezen, casus);
}

TEST(CasusOpenen, NeemtHetSignaalMeeUitDeLijstVanWieGeenLidIs) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto ander = o.gebruiker({"informatieanalist"});
    const auto signaal = gewogen_signaal(o, analist);
    EXPECT_EQ(o.roep(ander, Methode::get, "/v1/signalen/" + signaal).status, 200);
    o.eis(
        201, analist, Methode::post, "/v1/casussen",
        object{
            {"signalen", array{signaal}}, {"werknaam", "Loods"}, {"thema", "hennep"}, {"trekker", analist.id.tekst()}});
    EXPECT_EQ(o.roep(ander, Methode::get, "/v1/signalen/" + signaal).status, 404);
    EXPECT_EQ(o.eis(200, analist, Methode::get, "/v1/signalen/" + signaal).at("status").as_string(), "casus");
}

TEST(CasusOpenen, NoemtAlleFoutenTegelijk) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto beleid = o.gebruiker({"beleid"});
    const auto elders = o.gebruiker({"coordinator"}, 2);
    const auto signaal = gewogen_signaal(o, analist);
    const auto ongewogen = id_van(o.eis(201, analist, Methode::post, "/v1/signalen",
                                        object{{"titel", "Los"}, {"omschrijving", ""}, {"bron", "mma"}}));
    const auto antwoord = o.roep(analist, Methode::post, "/v1/casussen",
                                 object{{"signalen", array{signaal, ongewogen, Uuid::willekeurig().tekst(), signaal}},
                                        {"werknaam", "x"},
                                        {"thema", "bestaat-niet"},
                                        {"trekker", beleid.id.tekst()},
                                        {"leden", array{analist.id.tekst(), elders.id.tekst()}}});
    EXPECT_EQ(antwoord.status, 400);
    const auto codes = codes_van(antwoord);
    EXPECT_THAT(codes, testing::IsSupersetOf({"/thema onbekende-code", "/trekker geen-collega", "/leden/1 geen-collega",
                                              "/signalen/1 niet-gewogen", "/signalen/2 geen-signaal"}));
    EXPECT_EQ(codes.size(), 6U);  // and one of the two that are the same is a duplicate
    EXPECT_EQ(o.eis(200, analist, Methode::get, "/v1/signalen/" + signaal).at("status").as_string(), "in_weging");
}

TEST(CasusOpenen, VraagtHetRechtErop) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto deelnemer = o.gebruiker({"deelnemer"});
    const object lijf{{"signalen", array{gewogen_signaal(o, analist)}},
                      {"werknaam", "x"},
                      {"thema", "hennep"},
                      {"trekker", deelnemer.id.tekst()}};
    EXPECT_EQ(o.roep(deelnemer, Methode::post, "/v1/casussen", lijf).status, 403);
    EXPECT_EQ(o.roep(analist, Methode::post, "/v1/casussen", lijf).status, 201);
}

TEST(CasusSignaal, GewogenSignaalKomtErbijEenOngewogenNiet) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto casus = nieuwe_casus(o, analist);
    const auto signaal = gewogen_signaal(o, analist, "Nog een");
    EXPECT_EQ(o.eis(201, analist, Methode::post, pad_van(casus) + "/signalen", object{{"signaal", signaal}})
                  .at("aantalSignalen")
                  .as_int64(),
              2);
    EXPECT_EQ(o.eis(200, analist, Methode::get, "/v1/signalen/" + signaal).at("casus").at("id").as_string(),
              id_van(casus));
    const auto nog_eens = o.roep(analist, Methode::post, pad_van(casus) + "/signalen", object{{"signaal", signaal}});
    EXPECT_EQ(nog_eens.status, 400);
    EXPECT_THAT(codes_van(nog_eens), testing::ElementsAre("/signaal niet-gewogen"));
}

// ---- states ----------------------------------------------------------------------------------------------------

TEST(CasusOvergang, ElkPaarIsViaDeApiToegestaanOfGeeft409) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto probeer = [&](const value& zaak, casus::Fase naar) {
        object lijf{{"naar", casus::code(naar)}, {"reden", "Besloten."}};
        if (naar == casus::Fase::monitoring) lijf["tot"] = "2099-01-31";
        return o.roep(coordinator, Methode::post, pad_van(zaak) + "/overgangen", lijf, gezien(versie_van(zaak)));
    };
    std::size_t wel = 0;
    std::size_t niet = 0;
    for (const auto van : casus::alle_fasen) {
        if (van == casus::Fase::vernietigd) continue;  // nothing is left to ask about
        const std::string fase(casus::code(van));
        const auto vaste = casus_in(o, coordinator, fase);
        for (const auto naar : casus::alle_fasen) {
            const auto* rand = casus::rand(van, naar);
            if (rand != nullptr && !rand->recht.empty()) {
                const auto zaak = casus_in(o, coordinator, fase);
                toets_voor(o, coordinator, zaak, std::string(casus::code(naar)));
                const auto antwoord = probeer(zaak, naar);
                EXPECT_EQ(antwoord.status, 200) << fase << " → " << casus::code(naar) << antwoord.lijf;
                EXPECT_EQ(o.eis(200, coordinator, Methode::get, pad_van(zaak)).at("fase").as_string(),
                          casus::code(naar));
                ++wel;
            } else {
                const auto antwoord = probeer(vaste, naar);
                EXPECT_EQ(antwoord.status, 409) << fase << " → " << casus::code(naar);
                EXPECT_EQ(code_van(antwoord), "overgang-niet-toegestaan");
                EXPECT_EQ(o.eis(200, coordinator, Methode::get, pad_van(vaste)), vaste);
                ++niet;
            }
        }
    }
    EXPECT_EQ(wel, 12U);
    EXPECT_EQ(niet, 44U);
}

TEST(CasusOvergang, VraagtEenRedenEnWatBijDeStapHoort) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = casus_in(o, coordinator, "uitvoering");
    const auto pad = pad_van(zaak) + "/overgangen";
    const auto versie = gezien(versie_van(zaak));
    EXPECT_THAT(
        codes_van(o.roep(coordinator, Methode::post, pad, object{{"naar", "afronding"}, {"reden", " "}}, versie)),
        testing::ElementsAre("/reden leeg"));
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::post, pad,
                                 object{{"naar", "monitoring"}, {"reden", "x"}, {"einddatum", "2026-01-01"}}, versie)),
                testing::ElementsAre("/tot ontbreekt", "/einddatum hier-niet"));
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::post, pad,
                                 object{{"naar", "monitoring"}, {"reden", "x"}, {"tot", "2020-01-01"}}, versie)),
                testing::ElementsAre("/tot in-verleden"));
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::post, pad,
                                 object{{"naar", "afronding"}, {"reden", "x"}, {"tot", "2099-01-01"}}, versie)),
                testing::ElementsAre("/tot hier-niet"));
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::post, pad, object{{"naar", "klaar"}, {"reden", "x"}}, versie)),
                testing::ElementsAre("/naar onbekende-code"));
    EXPECT_EQ(o.roep(coordinator, Methode::post, pad, object{{"naar", "afronding"}, {"reden", "x"}}, gezien(1)).status,
              412);
    EXPECT_EQ(o.roep(coordinator, Methode::post, pad, object{{"naar", "afronding"}, {"reden", "x"}}).status, 400);
}

TEST(CasusOvergang, SluitenEnHeropenenZijnNietVoorWieAlleenMagSchrijven) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto deelnemer = o.gebruiker({"deelnemer"});
    auto zaak = nieuwe_casus(o, coordinator, {deelnemer});
    for (const auto* naar : {"plan", "uitvoering"}) zaak = stap(o, deelnemer, zaak, naar, 200, &coordinator);
    stap(o, deelnemer, zaak, "afronding", 403);
    for (const auto* naar : {"afronding", "archief"}) zaak = stap(o, coordinator, zaak, naar);
    stap(o, deelnemer, zaak, "informatie", 403);
    EXPECT_EQ(stap(o, coordinator, zaak, "informatie").at("fase").as_string(), "informatie");
}

TEST(CasusArchief, LegtEinddatumEnBewaartermijnVastVolgensDeRegelVanDieDag) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = casus_in(o, coordinator, "afronding");
    auto beheer = o.beheer();
    beheer.doe(
        "insert into archief.bewaarregel (organisatie, soort, resultaat, geldig_van, termijn, grond, nummer) values "
        "(1, 'casus', 'zonder_maatregel', basis.vandaag() + 1, interval '2 years', 'Nog niet', '')");
    const auto dicht = stap(o, coordinator, zaak, "archief");
    const auto vandaag = std::string(beheer.doe("select basis.vandaag() as d")[0].veld<std::string>("d"));
    EXPECT_EQ(dicht.at("einddatum").as_string(), vandaag);
    const auto over_vijf_jaar =
        beheer.doe("select (basis.vandaag() + interval '5 years')::date as d")[0].veld<std::string>("d");
    EXPECT_EQ(dicht.at("bewarenTot").as_string(), over_vijf_jaar);
    EXPECT_THAT(std::string(dicht.at("bewaarGrond").as_string()), testing::HasSubstr("vijf jaar"));
    beheer.doe("delete from archief.bewaarregel where grond = 'Nog niet'");
}

TEST(CasusArchief, WeigertEenEinddatumInDeToekomstOfVoorHetOpenen) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = casus_in(o, coordinator, "afronding");
    const auto pad = pad_van(zaak) + "/overgangen";
    const auto probeer = [&](const char* dag) {
        return codes_van(o.roep(coordinator, Methode::post, pad,
                                object{{"naar", "archief"}, {"reden", "x"}, {"einddatum", dag}},
                                gezien(versie_van(zaak))));
    };
    EXPECT_THAT(probeer("2099-01-01"), testing::ElementsAre("/einddatum in-toekomst"));
    EXPECT_THAT(probeer("2020-01-01"), testing::ElementsAre("/einddatum te-vroeg"));
}

TEST(CasusArchief, NietsKanWordenGewijzigdBehalveDoorHeropenen) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto ander = o.gebruiker({"jurist"});
    auto zaak = casus_in(o, coordinator, "uitvoering");
    const auto pad = pad_van(zaak);
    const auto bron = o.eis(201, coordinator, Methode::post, pad + "/bronnen", nieuwe_bron());
    const auto vermelding = o.eis(201, coordinator, Methode::post, pad + "/vermeldingen",
                                  object{{"soort", "persoon"}, {"tekst", "P. Proef"}});
    for (const auto* naar : {"afronding", "archief"}) zaak = stap(o, coordinator, zaak, naar);
    const auto signaal = gewogen_signaal(o, coordinator);
    struct Poging {
        Methode methode;
        std::string pad;
        value lijf;
    };
    const std::vector<Poging> pogingen{
        {Methode::patch, "", object{{"beeld", "anders"}}},
        {Methode::patch, "/plan", object{{"doel", "anders"}}},
        {Methode::post, "/bronnen", nieuwe_bron()},
        {Methode::patch, "/bronnen/" + id_van(bron), object{{"vraag", "anders"}}},
        {Methode::verwijder, "/bronnen/" + id_van(bron), nullptr},
        {Methode::post, "/vermeldingen", object{{"soort", "persoon"}, {"tekst", "Q. Proef"}}},
        {Methode::patch, "/vermeldingen/" + id_van(vermelding), object{{"tekst", "anders"}}},
        {Methode::verwijder, "/vermeldingen/" + id_van(vermelding), nullptr},
        {Methode::post, "/notities", object{{"tekst", "anders"}}},
        {Methode::post, "/signalen", object{{"signaal", signaal}}},
        {Methode::post, "/leden", object{{"gebruiker", ander.id.tekst()}}},
        {Methode::verwijder, "/leden/" + coordinator.id.tekst(), nullptr}};
    for (const auto& poging : pogingen) {
        const auto antwoord =
            o.roep(coordinator, poging.methode, pad + poging.pad, poging.lijf, gezien(versie_van(zaak)));
        EXPECT_EQ(antwoord.status, 409) << poging.pad;
        EXPECT_EQ(code_van(antwoord), "casus-gesloten") << poging.pad;
    }
    zaak = stap(o, coordinator, zaak, "informatie");
    EXPECT_TRUE(zaak.at("einddatum").is_null());
    EXPECT_TRUE(zaak.at("bewarenTot").is_null());
    EXPECT_TRUE(zaak.at("bewaarGrond").is_null());
    o.eis(201, coordinator, Methode::post, pad + "/notities", object{{"tekst", "Weer open"}});
}

TEST(CasusArchief, HeropenenKanNietMeerNaDeBewaartermijn) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = casus_in(o, coordinator, "archief");
    ingreep(o).doe("update casus.casus set bewaren_tot = basis.vandaag() - 1 where id = $1", id_van(zaak));
    stap(o, coordinator, zaak, "informatie", 409);
    ingreep(o).doe("update casus.casus set bewaren_tot = basis.vandaag() where id = $1", id_van(zaak));
    stap(o, coordinator, zaak, "informatie", 200);
}

TEST(CasusMonitoring, IsEenTermijnDieMetDeFaseVerdwijnt) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    auto zaak = casus_in(o, coordinator, "monitoring");
    EXPECT_EQ(zaak.at("monitorTot").as_string(), "2099-01-31");
    EXPECT_EQ(zaak.at("eersteTermijn").at("soort").as_string(), "monitoring");
    zaak = stap(o, coordinator, zaak, "informatie");
    EXPECT_TRUE(zaak.at("monitorTot").is_null());
    EXPECT_TRUE(zaak.at("eersteTermijn").is_null());
}

// ---- changing --------------------------------------------------------------------------------------------------

TEST(CasusWijzigen, TweeMensenTegelijkKrijgt412EnNietsGaatVerloren) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto zaak = nieuwe_casus(o, analist);
    const auto pad = pad_van(zaak);
    const auto eerste =
        o.eis(200, analist, Methode::patch, pad, object{{"beeld", "Van de een"}}, gezien(versie_van(zaak)));
    EXPECT_EQ(o.roep(analist, Methode::patch, pad, object{{"beeld", "Van de ander"}}, gezien(versie_van(zaak))).status,
              412);
    EXPECT_EQ(o.eis(200, analist, Methode::get, pad).at("beeld").as_string(), "Van de een");
    const auto plan = o.eis(200, analist, Methode::patch, pad + "/plan", object{{"doel", "Stoppen"}}, gezien(1));
    EXPECT_EQ(plan.at("plan").at("versie").as_int64(), 2);
    EXPECT_EQ(plan.at("plan").at("doel").as_string(), "Stoppen");
    EXPECT_EQ(versie_van(plan), versie_van(eerste));
    EXPECT_EQ(o.roep(analist, Methode::patch, pad + "/plan", object{{"doel", "Anders"}}, gezien(1)).status, 412);
}

TEST(CasusWijzigen, NieuweTrekkerWordtLid) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, analist);
    EXPECT_EQ(o.roep(coordinator, Methode::get, pad_van(zaak)).status, 404);
    o.eis(200, analist, Methode::patch, pad_van(zaak), object{{"trekker", coordinator.id.tekst()}},
          gezien(versie_van(zaak)));
    EXPECT_EQ(o.eis(200, coordinator, Methode::get, pad_van(zaak)).at("trekker").at("id").as_string(),
              coordinator.id.tekst());
}

TEST(CasusWijzigen, WeigertLeegMakenEnOnbekendeVelden) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto zaak = nieuwe_casus(o, analist);
    EXPECT_THAT(codes_van(o.roep(analist, Methode::patch, pad_van(zaak),
                                 object{{"werknaam", nullptr}, {"thema", "nergens"}}, gezien(versie_van(zaak)))),
                testing::ElementsAre("/werknaam leeg", "/thema onbekende-code"));
    EXPECT_THAT(codes_van(o.roep(analist, Methode::patch, pad_van(zaak), object{{"fase", "archief"}},
                                 gezien(versie_van(zaak)))),
                testing::ElementsAre("/fase onbekend-veld"));
}

TEST(Bronnen, NeemtNaamRegimeEnTermijnOverEnVolgtHetAntwoord) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, analist, {coordinator});
    const auto pad = pad_van(zaak);
    const auto bron = gevraagde_bron(o, analist, coordinator, zaak, nieuwe_bron());
    EXPECT_EQ(bron.at("naam").as_string(), "Belastingdienst");
    EXPECT_EQ(bron.at("regime").as_string(), "fiscaal");
    EXPECT_FALSE(bron.at("intern").as_bool());
    EXPECT_FALSE(bron.at("gevraagdOp").is_null());
    auto gelezen = o.eis(200, analist, Methode::get, pad);
    EXPECT_EQ(gelezen.at("eersteTermijn").at("datum").as_string(), "2099-05-01");
    EXPECT_EQ(gelezen.at("eersteTermijn").at("wat").as_string(), "Belastingdienst");

    const auto hier = pad + "/bronnen/" + id_van(bron);
    const auto termijn = [&] { return o.eis(200, analist, Methode::get, pad).at("eersteTermijn"); };
    const auto bekend = o.eis(200, analist, Methode::patch, hier, object{{"status", "bekend"}}, gezien(2));
    EXPECT_TRUE(termijn().is_null());  // it answered: whether more is needed is another choice
    o.eis(200, coordinator, Methode::post, hier + "/inhoud", object{{"motivering", "Nodig."}});
    EXPECT_EQ(termijn().at("datum").as_string(), "2099-05-01");
    EXPECT_THAT(codes_van(o.roep(analist, Methode::patch, hier, object{{"status", "ontvangen"}}, gezien(3))),
                testing::ElementsAre("/antwoord ontbreekt"));
    const auto klaar =
        o.eis(200, analist, Methode::patch, hier, object{{"status", "ontvangen"}, {"antwoord", "Ja"}}, gezien(3));
    EXPECT_GT(klaar.at("antwoordOp").as_string(), bekend.at("antwoordOp").as_string());
    EXPECT_EQ(o.roep(analist, Methode::patch, hier, object{{"termijn", nullptr}}, gezien(3)).status, 412);
    EXPECT_TRUE(termijn().is_null());

    EXPECT_EQ(o.roep(analist, Methode::verwijder, hier, nullptr, gezien(3)).status, 412);
    EXPECT_EQ(o.roep(analist, Methode::verwijder, hier, nullptr, gezien(4)).status, 204);
    EXPECT_EQ(o.roep(analist, Methode::verwijder, hier, nullptr, gezien(4)).status, 404);
}

TEST(Bronnen, NoemtAlleFoutenTegelijk) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto zaak = nieuwe_casus(o, analist);
    const auto antwoord = o.roep(analist, Methode::post, pad_van(zaak) + "/bronnen",
                                 object{{"bronsoort", "nergens"},
                                        {"vraag", "x"},
                                        {"grondslag", "x"},
                                        {"regime", "geen"},
                                        {"status", "gevraagd"},
                                        {"gevraagdOp", "2099-01-01T00:00:00Z"},
                                        {"termijn", "2000-01-01"},
                                        {"antwoord", "te vroeg"}});
    EXPECT_THAT(codes_van(antwoord),
                testing::UnorderedElementsAre("/bronsoort onbekende-code", "/regime onbekende-code",
                                              "/antwoord hier-niet", "/gevraagdOp in-toekomst", "/termijn te-vroeg"));
}

TEST(Bronnen, VanEenAndereCasusBestaanHierNiet) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto een = nieuwe_casus(o, analist);
    const auto twee = nieuwe_casus(o, analist);
    const auto bron = o.eis(201, analist, Methode::post, pad_van(een) + "/bronnen", nieuwe_bron());
    EXPECT_EQ(
        o.roep(analist, Methode::patch, pad_van(twee) + "/bronnen/" + id_van(bron), object{{"vraag", "x"}}, gezien(1))
            .status,
        404);
    EXPECT_EQ(
        o.roep(analist, Methode::verwijder, pad_van(twee) + "/bronnen/" + id_van(bron), nullptr, gezien(1)).status,
        404);
}

TEST(Notities, StaanOpDeTijdlijnMetHetMomentDatErbijHoort) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto zaak = nieuwe_casus(o, analist);
    const auto notitie = o.eis(201, analist, Methode::post, pad_van(zaak) + "/notities",
                               object{{"tekst", "Gebeld"}, {"wanneer", "2026-01-02T10:00:00Z"}});
    EXPECT_EQ(notitie.at("soort").as_string(), "notitie");
    EXPECT_EQ(notitie.at("wanneer").as_string(), "2026-01-02T10:00:00.000000Z");
    EXPECT_NE(notitie.at("vastgelegdOp"), notitie.at("wanneer"));
    EXPECT_EQ(o.roep(analist, Methode::post, pad_van(zaak) + "/notities",
                     object{{"tekst", "x"}, {"wanneer", "2099-01-02T10:00:00Z"}})
                  .status,
              400);
}

TEST(Tijdlijn, HeeftVanElkeWijzigingEenRegel) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto jurist = o.gebruiker({"jurist"});
    const auto zaak = nieuwe_casus(o, coordinator);
    const auto pad = pad_van(zaak);
    o.eis(200, coordinator, Methode::patch, pad, object{{"beeld", "Beeld"}}, gezien(versie_van(zaak)));
    o.eis(200, coordinator, Methode::patch, pad + "/plan", object{{"doel", "Doel"}}, gezien(1));
    const auto bron = o.eis(201, coordinator, Methode::post, pad + "/bronnen", nieuwe_bron());
    o.eis(200, coordinator, Methode::patch, pad + "/bronnen/" + id_van(bron), object{{"vraag", "Meer?"}}, gezien(1));
    o.eis(204, coordinator, Methode::verwijder, pad + "/bronnen/" + id_van(bron), nullptr, gezien(2));
    const auto vermelding = o.eis(201, coordinator, Methode::post, pad + "/vermeldingen",
                                  object{{"soort", "persoon"}, {"tekst", "P. Proef"}});
    o.eis(200, coordinator, Methode::patch, pad + "/vermeldingen/" + id_van(vermelding), object{{"rol", "huurder"}},
          gezien(1));
    o.eis(204, coordinator, Methode::verwijder, pad + "/vermeldingen/" + id_van(vermelding), nullptr, gezien(2));
    o.eis(201, coordinator, Methode::post, pad + "/notities", object{{"tekst", "Notitie"}});
    o.eis(200, coordinator, Methode::post, pad + "/leden", object{{"gebruiker", jurist.id.tekst()}});
    o.eis(204, coordinator, Methode::verwijder, pad + "/leden/" + jurist.id.tekst());
    o.eis(201, coordinator, Methode::post, pad + "/signalen", object{{"signaal", gewogen_signaal(o, coordinator)}});
    stap(o, coordinator, zaak, "plan");
    std::vector<std::string> soorten;
    auto beheer = o.beheer();
    bool oplopend = true;
    std::optional<Tijdstip> vorige;
    for (const auto rij :
         beheer.doe("select soort, op, door from casus.gebeurtenis where casus = $1 order by op", id_van(zaak))) {
        soorten.push_back(rij.veld<std::string>("soort"));
        EXPECT_EQ(rij.veld<GebruikerId>("door"), coordinator.id);
        oplopend = oplopend && (!vorige || *vorige <= rij.veld<Tijdstip>("op"));
        vorige = rij.veld<Tijdstip>("op");
    }
    EXPECT_THAT(soorten,
                testing::ElementsAre("geopend", "lid", "beeld", "plan", "bron", "bron", "bron", "vermelding",
                                     "vermelding", "vermelding", "notitie", "lid", "lid", "signaal", "privacytoets", "overgang"));
    const auto leeft = beheer.doe(
        "select laatste_activiteit >= (select max(op) from casus.gebeurtenis where casus = c.id) - interval '1 second' "
        "as ja, "
        "not exists (select from casus.gebeurtenis where casus = c.id and gegevens::text like '%Proef%') as "
        "zonder_naam "
        "from casus.casus c where id = $1",
        id_van(zaak));
    EXPECT_TRUE(leeft[0].veld<bool>("ja"));
    EXPECT_TRUE(leeft[0].veld<bool>("zonder_naam"));
}

// ---- members ---------------------------------------------------------------------------------------------------

TEST(Leden, WieGeenLidIsKrijgtOveral404EnTeltNietsMee) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto buiten = o.gebruiker({"coordinator"});
    const auto elders = o.gebruiker({"coordinator"}, 2);
    const auto zaak = nieuwe_casus(o, coordinator);
    const auto pad = pad_van(zaak);
    const auto bron = o.eis(201, coordinator, Methode::post, pad + "/bronnen", nieuwe_bron());
    struct Poging {
        Methode methode;
        std::string pad;
        value lijf;
    };
    const std::vector<Poging> pogingen{{Methode::get, "", nullptr},
                                       {Methode::patch, "", object{{"beeld", "x"}}},
                                       {Methode::patch, "/plan", object{{"doel", "x"}}},
                                       {Methode::post, "/bronnen", nieuwe_bron()},
                                       {Methode::patch, "/bronnen/" + id_van(bron), object{{"vraag", "x"}}},
                                       {Methode::verwijder, "/bronnen/" + id_van(bron), nullptr},
                                       {Methode::post, "/vermeldingen", object{{"soort", "persoon"}, {"tekst", "x"}}},
                                       {Methode::post, "/notities", object{{"tekst", "x"}}},
                                       {Methode::post, "/signalen", object{{"signaal", Uuid::willekeurig().tekst()}}},
                                       {Methode::post, "/leden", object{{"gebruiker", buiten.id.tekst()}}},
                                       {Methode::verwijder, "/leden/" + coordinator.id.tekst(), nullptr},
                                       {Methode::post, "/overgangen", object{{"naar", "plan"}, {"reden", "x"}}}};
    for (const auto& wie : {buiten, elders}) {
        for (const auto& poging : pogingen) {
            const auto antwoord = o.roep(wie, poging.methode, pad + poging.pad, poging.lijf, gezien(1));
            EXPECT_EQ(antwoord.status, 404) << poging.pad << antwoord.lijf;
            // Word for word what a casus that never was answers.
            auto nooit = o.roep(wie, poging.methode, "/v1/casussen/" + Uuid::willekeurig().tekst() + poging.pad,
                                poging.lijf, gezien(1));
            auto a = boost::json::parse(antwoord.lijf);
            auto b = boost::json::parse(nooit.lijf);
            a.as_object().erase("verzoek");
            b.as_object().erase("verzoek");
            EXPECT_EQ(a, b) << poging.pad;
        }
        EXPECT_EQ(o.eis(200, wie, Methode::get, "/v1/casussen/tellingen").at("totaal").as_int64(), 0);
        EXPECT_TRUE(ids_in(o.eis(200, wie, Methode::get, "/v1/casussen")).empty());
        EXPECT_TRUE(ids_in(o.eis(200, wie, Methode::post, "/v1/casussen/_zoek",
                                 object{{"tekst", zaak.at("kenmerk").as_string()}}))
                        .empty());
    }
    EXPECT_EQ(o.eis(200, coordinator, Methode::get, "/v1/casussen/tellingen").at("totaal").as_int64(), 1);
    EXPECT_EQ(o.roep(coordinator, Methode::get, pad).status, 200);
}

TEST(Leden, DeTweedeMuurLaatEenAndereGemeenteEnEenNietLidNietsZien) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto buiten = o.gebruiker({"coordinator"});
    const auto elders = o.gebruiker({"coordinator"}, 2);
    const auto zaak = nieuwe_casus(o, coordinator);
    o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/bronnen", nieuwe_bron());
    const auto tel = [&](const Gebruiker& wie) {
        db::Transactie tx(o.toepassing(),
                          {.organisatie = wie.organisatie, .gebruiker = wie.id, .operatie = OperatieId::nieuw()});
        std::int64_t uit = 0;
        for (const auto* tabel : {"casus", "casus_verleden", "plan", "bron", "bron_verleden", "lid", "lid_verleden",
                                  "overgang", "gebeurtenis", "termijn", "privacytoets", "privacytoets_verleden",
                                  "inhoudkeuze", "van_voor_toets"}) {
            uit += tx.doe("select count(*) as n from casus." + std::string(tabel))[0].veld<std::int64_t>("n");
        }
        return uit;
    };
    EXPECT_GT(tel(coordinator), 5);
    EXPECT_EQ(tel(buiten), 0);
    EXPECT_EQ(tel(elders), 0);
}

TEST(Leden, IemandToegangGevenVraagtVersBewijs) {
    auto& o = omgeving();
    const auto trekker = o.gebruiker({"coordinator"});
    const auto collega = o.gebruiker({"jurist"}), ander = o.gebruiker({"coordinator"});
    const auto casus = nieuwe_casus(o, trekker);
    toets(o, trekker, casus, "2a", object{{"leden", array{collega.id.tekst()}}});
    const auto signaal = gewogen_signaal(o, trekker);
    o.beheer().doe("update toegang.sessie set bewezen_op = basis.nu() - interval '11 minutes' where gebruiker = $1", trekker.id);
    const auto open = [&](const std::string& leider, const array& leden) {
        return o.roep(trekker, Methode::post, "/v1/casussen", object{{"signalen", array{signaal}}, {"werknaam", "Kade"}, {"thema", "hennep"}, {"trekker", leider}, {"leden", leden}});
    };
    for (const auto& antwoord : {o.roep(trekker, Methode::post, pad_van(casus) + "/leden", object{{"gebruiker", collega.id.tekst()}}), open(trekker.id.tekst(), array{collega.id.tekst()}),
                                 open(ander.id.tekst(), {})}) {
        EXPECT_EQ(antwoord.status, 403);
        EXPECT_EQ(boost::json::parse(antwoord.lijf).at("code").as_string(), "opnieuw-aanmelden");
    }
    EXPECT_EQ(open(trekker.id.tekst(), {}).status, 201) << "a casus of his own lets nobody in";
    o.beheer().doe("update toegang.sessie set bewezen_op = basis.nu() where gebruiker = $1", trekker.id);
    o.eis(200, trekker, Methode::post, pad_van(casus) + "/leden", object{{"gebruiker", collega.id.tekst()}});
}

TEST(Leden, VerwijderenWerktMeteen) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto jurist = o.gebruiker({"jurist"});
    const auto zaak = nieuwe_casus(o, coordinator, {jurist});
    EXPECT_EQ(o.roep(jurist, Methode::get, pad_van(zaak)).status, 200);
    EXPECT_EQ(o.roep(coordinator, Methode::verwijder, pad_van(zaak) + "/leden/" + jurist.id.tekst()).status, 204);
    EXPECT_EQ(o.roep(jurist, Methode::get, pad_van(zaak)).status, 404);
    EXPECT_EQ(o.roep(coordinator, Methode::verwijder, pad_van(zaak) + "/leden/" + jurist.id.tekst()).status, 404);
    EXPECT_EQ(o.eis(200, coordinator, Methode::get, pad_van(zaak)).at("leden").as_array().size(), 1U);
}

TEST(Leden, WieZichzelfVerwijdertZietDeCasusNietMeer) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto deelnemer = o.gebruiker({"deelnemer"});
    const auto zaak = nieuwe_casus(o, coordinator, {deelnemer});
    EXPECT_EQ(o.roep(deelnemer, Methode::verwijder, pad_van(zaak) + "/leden/" + deelnemer.id.tekst()).status, 204);
    EXPECT_EQ(o.roep(deelnemer, Methode::get, pad_van(zaak)).status, 404);
}

TEST(Leden, ToegangTotEenDagEindigtNaDieDag) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto partner = o.gebruiker({"partner"});
    const auto zaak = nieuwe_casus(o, coordinator);
    const auto pad = pad_van(zaak);
    const auto vandaag = o.beheer().doe("select basis.vandaag() as d")[0].veld<std::string>("d");
    const auto gisteren = o.beheer().doe("select basis.vandaag() - 1 as d")[0].veld<std::string>("d");
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::post, pad + "/leden",
                                 object{{"gebruiker", partner.id.tekst()}, {"tot", gisteren}})),
                testing::ElementsAre("/tot in-verleden"));
    o.eis(200, coordinator, Methode::post, pad + "/leden", object{{"gebruiker", partner.id.tekst()}, {"tot", vandaag}});
    EXPECT_EQ(o.roep(partner, Methode::get, pad).status, 200);
    const auto nu = o.beheer().doe("select basis.nu() as nu")[0].veld<Tijdstip>("nu");
    o.zet_klok(nu + std::chrono::hours(24));
    verleng_sessies(o);
    EXPECT_EQ(o.roep(partner, Methode::get, pad).status, 404);
    EXPECT_EQ(o.eis(200, partner, Methode::get, "/v1/casussen/tellingen").at("totaal").as_int64(), 0);
    EXPECT_EQ(o.eis(200, coordinator, Methode::get, pad).at("leden").as_array().size(),
              2U);  // the file still says that he was
}

TEST(Leden, DeTrekkerEnDeLaatsteCoordinatorBlijven) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto tweede = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, analist, {coordinator});
    const auto pad = pad_van(zaak) + "/leden";
    EXPECT_EQ(code_van(o.roep(analist, Methode::verwijder, pad + "/" + analist.id.tekst())), "trekker-blijft-lid");
    EXPECT_EQ(
        code_van(o.roep(analist, Methode::post, pad, object{{"gebruiker", analist.id.tekst()}, {"tot", "2099-01-01"}})),
        "trekker-blijft-lid");
    EXPECT_EQ(code_van(o.roep(analist, Methode::verwijder, pad + "/" + coordinator.id.tekst())), "laatste-coordinator");
    o.eis(200, analist, Methode::post, pad, object{{"gebruiker", tweede.id.tekst()}, {"tot", "2099-01-01"}});
    EXPECT_EQ(o.roep(analist, Methode::verwijder, pad + "/" + coordinator.id.tekst()).status,
              409);  // one who leaves does not count
    o.eis(200, analist, Methode::post, pad, object{{"gebruiker", tweede.id.tekst()}});
    EXPECT_EQ(o.roep(analist, Methode::verwijder, pad + "/" + coordinator.id.tekst()).status, 204);
}

// ---- lists -----------------------------------------------------------------------------------------------------

TEST(Casuslijst, BladertInElkeVolgordeLangsAllesEenKeer) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    std::vector<std::string> gemaakt;
    for (int i = 0; i < 7; ++i) {
        const auto zaak = nieuwe_casus(o, analist, {}, "Zaak " + std::to_string(i));
        gemaakt.push_back(id_van(zaak));
        if (i % 2 == 0) {
            auto bron = nieuwe_bron();
            bron["termijn"] = "2099-0" + std::to_string(9 - i) + "-01";
            o.eis(201, analist, Methode::post, pad_van(zaak) + "/bronnen", bron);
        }
    }
    const auto alles = [&](const std::string& sorteer) {
        std::vector<std::string> uit;
        std::string pad = "/v1/casussen?aantal=2&sorteer=" + sorteer;
        for (std::string na; uit.size() < 20;) {
            const auto blad = o.eis(200, analist, Methode::get, pad + na);
            for (auto& id : ids_in(blad)) uit.push_back(id);
            if (blad.at("volgende").is_null()) break;
            na = "&na=" + std::string(blad.at("volgende").as_string());
        }
        return uit;
    };
    const auto verwacht = [&](std::vector<int> volgorde) {
        std::vector<std::string> uit;
        for (const int i : volgorde) uit.push_back(gemaakt.at(static_cast<std::size_t>(i)));
        return uit;
    };
    EXPECT_EQ(alles("-laatsteActiviteit"), verwacht({6, 5, 4, 3, 2, 1, 0}));
    EXPECT_EQ(alles("laatsteActiviteit"), verwacht({0, 1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(alles("-geopendOp"), verwacht({6, 5, 4, 3, 2, 1, 0}));
    auto op_termijn = alles("eersteTermijn");
    ASSERT_EQ(op_termijn.size(), 7U);
    EXPECT_EQ(std::vector<std::string>(op_termijn.begin(), op_termijn.begin() + 4), verwacht({6, 4, 2, 0}));
    std::sort(op_termijn.begin() + 4, op_termijn.end());
    auto zonder = verwacht({1, 3, 5});
    std::sort(zonder.begin(), zonder.end());
    EXPECT_EQ(std::vector<std::string>(op_termijn.begin() + 4, op_termijn.end()), zonder);
}

TEST(Casuslijst, FiltertOpFaseThemaEnTrekkerEnWeigertOnzin) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto ander = o.gebruiker({"informatieanalist"});
    const auto een = nieuwe_casus(o, coordinator, {ander});
    auto twee = casus_in(o, coordinator, "plan");
    toets(o, coordinator, twee, "2a", object{{"leden", array{ander.id.tekst()}}});
    twee = o.eis(200, coordinator, Methode::patch, pad_van(twee),
                 object{{"thema", "witwassen"}, {"trekker", ander.id.tekst()}}, gezien(versie_van(twee)));
    const auto met = [&](const std::string& vraag) {
        return ids_in(o.eis(200, coordinator, Methode::get, "/v1/casussen?" + vraag));
    };
    EXPECT_THAT(met("fase=informatie"), testing::ElementsAre(id_van(een)));
    EXPECT_THAT(met("fase=plan,archief"), testing::ElementsAre(id_van(twee)));
    EXPECT_THAT(met("thema=witwassen"), testing::ElementsAre(id_van(twee)));
    EXPECT_THAT(met("trekker=" + ander.id.tekst()), testing::ElementsAre(id_van(twee)));
    EXPECT_THAT(met("fase=informatie&trekker=" + ander.id.tekst()), testing::IsEmpty());
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::get, "/v1/casussen?fase=weg&trekker=x&sorteer=y&aantal=0")),
                testing::ElementsAre("/query/fase onbekende-code", "/query/trekker geen-id",
                                     "/query/sorteer onbekende-code", "/query/aantal buiten-grenzen"));
    EXPECT_EQ(o.roep(coordinator, Methode::get, "/v1/casussen?na=zomaar").status, 400);
    EXPECT_EQ(o.roep(coordinator, Methode::get, "/v1/casussen?naam=x").status, 400);
}

TEST(Casuslijst, ZoektOpKenmerkEnOpWerknaamZoalsMensenTypen) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto een = nieuwe_casus(o, analist, {}, "Café aan de IJsselkade");
    nieuwe_casus(o, analist, {}, "100% iets anders");
    const auto zoek = [&](const std::string& tekst) {
        return ids_in(o.eis(200, analist, Methode::post, "/v1/casussen/_zoek", object{{"tekst", tekst}}));
    };
    EXPECT_THAT(zoek("cafe"), testing::ElementsAre(id_van(een)));
    EXPECT_THAT(zoek("ysselkade"), testing::ElementsAre(id_van(een)));
    EXPECT_THAT(zoek(std::string(een.at("kenmerk").as_string())), testing::ElementsAre(id_van(een)));
    EXPECT_THAT(zoek("%"), testing::SizeIs(2));  // punctuation folds away: everything
    EXPECT_THAT(zoek("bestaat niet"), testing::IsEmpty());
    EXPECT_THAT(zoek(""), testing::SizeIs(2));
}

TEST(Casuslijst, TeltPerFaseEnPerThemaWatMenZiet) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    nieuwe_casus(o, coordinator);
    casus_in(o, coordinator, "plan");
    casus_in(o, coordinator, "plan");
    const auto tellingen = o.eis(200, coordinator, Methode::get, "/v1/casussen/tellingen");
    EXPECT_EQ(tellingen.at("totaal").as_int64(), 3);
    EXPECT_EQ(tellingen.at("perFase"),
              (array{object{{"code", "plan"}, {"aantal", 2}}, object{{"code", "informatie"}, {"aantal", 1}}}));
    EXPECT_EQ(tellingen.at("perThema"), (array{object{{"code", "hennep"}, {"aantal", 3}}}));
}

// ---- compartments ----------------------------------------------------------------------------------------------

constexpr std::int16_t casus_behandelen = 2;  ///< version of the activity (db/code/50_rechten.sql)

TEST(Casuscompartiment, PolitiegegevensZijnErNietVoorEenLidWiensRolErNietInMag) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto deelnemer = o.gebruiker({"deelnemer"});
    const auto zaak = nieuwe_casus(o, coordinator, {deelnemer});
    const auto pad = pad_van(zaak);
    const auto antwoord_van = [&](const Gebruiker& wie) { return o.eis(200, wie, Methode::get, pad); };
    const auto voor = antwoord_van(deelnemer);
    const object politie{{"bronsoort", "politie"}, {"vraag", "Kanariewoord?"}, {"grondslag", "wpg-16"}, {"termijn", "2099-01-31"}};
    const auto bron = gevraagde_bron(o, coordinator, coordinator, zaak, politie);
    const auto bronpad = pad + "/bronnen/" + id_van(bron);
    o.eis(200, coordinator, Methode::patch, bronpad, object{{"status", "bekend"}}, gezien(2));
    o.eis(200, coordinator, Methode::post, bronpad + "/inhoud", object{{"motivering", "Nodig."}});

    // nothing of it shows: not the row, not the line on the timeline, not the term, not the moment of the last activity
    EXPECT_EQ(antwoord_van(deelnemer), voor);
    auto als_deelnemer = [&](const std::string& sql) {
        db::Transactie tx(o.toepassing(), {.organisatie = {1}, .gebruiker = deelnemer.id, .operatie = OperatieId::nieuw()});
        return tx.doe(sql, id_van(zaak))[0].veld<int>("n");
    };
    for (const std::string tabel : {"casus.bron", "casus.bron_verleden", "casus.termijn", "casus.privacytoets",
                                    "casus.privacytoets_verleden", "casus.inhoudkeuze"}) {
        EXPECT_EQ(als_deelnemer("select count(*) as n from " + tabel + " where casus = $1"), 0) << tabel;
    }
    EXPECT_EQ(als_deelnemer("select count(*) as n from casus.gebeurtenis where casus = $1 and soort in ('bron', 'privacytoets')"), 0);
    // A check about it is refused in the words for a source that never was.
    const auto over = [&](const std::string& id) {
        const auto antwoord = o.roep(deelnemer, Methode::post, pad + "/privacytoetsen", toetslijf("1", object{{"bron", id}}, ""));
        EXPECT_EQ(antwoord.status, 400);
        return codes_van(antwoord);
    };
    EXPECT_EQ(over(id_van(bron)), over(Uuid::willekeurig().tekst()));
    o.eis(404, deelnemer, Methode::patch, bronpad, object{{"vraag", "x"}}, gezien(1));
    o.eis(404, deelnemer, Methode::verwijder, bronpad, nullptr, gezien(1));
    o.eis(400, deelnemer, Methode::post, pad + "/bronnen", politie);

    // the twin: who may, sees, changes and removes
    o.eis(200, coordinator, Methode::patch, bronpad, object{{"status", "ontvangen"}, {"antwoord", "Bekend."}}, gezien(3));
    o.eis(400, coordinator, Methode::patch, bronpad, object{{"regime", "avg"}}, gezien(4));
    EXPECT_EQ(antwoord_van(deelnemer), voor);
    o.eis(204, coordinator, Methode::verwijder, bronpad, nullptr, gezien(4));
    EXPECT_EQ(antwoord_van(deelnemer), voor);
}

TEST(Casuscompartiment, GaatOpenMetDeRolEnDichtMetHetLidmaatschap) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto jurist = o.gebruiker({"jurist"});
    const auto zaak = nieuwe_casus(o, coordinator, {jurist});
    o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/bronnen", object{{"bronsoort", "politie"}, {"vraag", "Bekend?"}, {"grondslag", "wpg-16"}});
    auto telt = [&] {
        db::Transactie tx(o.toepassing(), {.organisatie = {1}, .gebruiker = jurist.id, .operatie = OperatieId::nieuw(), .activiteit = casus_behandelen});
        return tx.doe("select count(*) as n from casus.bron where casus = $1", id_van(zaak))[0].veld<int>("n");
    };
    EXPECT_EQ(telt(), 1);
    o.beheer().script("delete from toegang.compartiment_rol where organisatie = 1 and compartiment = 'wpg' and rol = 'jurist'");
    EXPECT_EQ(telt(), 0);
    o.beheer().script("insert into toegang.compartiment_rol values (1, 'wpg', 'jurist')");
    EXPECT_EQ(telt(), 1);
    o.eis(204, coordinator, Methode::verwijder, pad_van(zaak) + "/leden/" + jurist.id.tekst());
    EXPECT_EQ(telt(), 0);
}

// AVG art. 5(1)(b): one user, two purposes, and what is there for the one only opens under it.
TEST(Casuscompartiment, GaatAlleenOpenVoorHetDoelWaarvoorHetErIs) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto jurist = o.gebruiker({"jurist"});
    const auto zaak = nieuwe_casus(o, coordinator, {jurist});
    const auto pad = pad_van(zaak);
    const std::map<std::string, std::string> bibob{{"verwerkingsactiviteit", "bibob-onderzoek"}};
    const object advies{{"bronsoort", "vergunningen"}, {"vraag", "Advies van het Landelijk Bureau?"}, {"grondslag", "bibob-7a"}, {"regime", "bibob"}};
    EXPECT_THAT(codes_van(o.roep(jurist, Methode::post, pad + "/bronnen", advies)), testing::ElementsAre("/regime geen-compartiment"));
    const auto gewoon = o.eis(200, jurist, Methode::get, pad);
    const auto bron = o.eis(201, jurist, Methode::post, pad + "/bronnen", advies, bibob);
    const auto bronpad = pad + "/bronnen/" + id_van(bron);

    EXPECT_EQ(o.eis(200, jurist, Methode::get, pad), gewoon);
    o.eis(404, jurist, Methode::patch, bronpad, object{{"vraag", "x"}}, gezien(1));
    auto gezien_onder_bibob = gezien(1);
    gezien_onder_bibob.insert(bibob.begin(), bibob.end());
    o.eis(200, jurist, Methode::patch, bronpad, object{{"vraag", "Welk advies gaf het Landelijk Bureau?"}}, gezien_onder_bibob);
    // a purpose opens nothing to a role that it is not for
    EXPECT_EQ(o.roep(coordinator, Methode::get, pad, nullptr, bibob).status, 403);
    EXPECT_EQ(o.eis(200, coordinator, Methode::get, pad), gewoon);
    // the database says the same: per purpose, and nothing without one
    const auto telt = [&](std::optional<std::int16_t> activiteit) {
        db::Transactie tx(o.toepassing(), {.organisatie = {1}, .gebruiker = jurist.id, .operatie = OperatieId::nieuw(), .activiteit = activiteit});
        return tx.doe("select count(*) as n from casus.bron where casus = $1", id_van(zaak))[0].veld<int>("n");
    };
    EXPECT_EQ(telt(std::nullopt), 0);
    EXPECT_EQ(telt(casus_behandelen), 0);
    EXPECT_EQ(telt(11), 1);  // bibob-onderzoek
    // the log says under which of the two it was seen
    EXPECT_EQ(o.beheer().doe("select count(*) as n from logboek.audit where actor = $1 and actie = 'bronWijzigen' and activiteit = 11 and resultaat = 'gelukt'",
                             jurist.id)[0].veld<int>("n"), 1);
}

TEST(Casuscompartiment, EenSignaalVanDePolitieGaatNaarHetCompartimentVanDeCasus) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto deelnemer = o.gebruiker({"deelnemer"});
    const auto zaak = nieuwe_casus(o, coordinator, {deelnemer});
    const auto politie = gewogen_signaal(o, coordinator, "Rapportage over een loods", {}, "rapportage");
    const auto voor = o.eis(200, deelnemer, Methode::get, pad_van(zaak));
    EXPECT_EQ(o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/signalen", object{{"signaal", politie}}).at("aantalSignalen").as_int64(), 2);
    // for a member whose role does not open it nothing happened: not the number, not the version, not the last activity
    EXPECT_EQ(o.eis(200, deelnemer, Methode::get, pad_van(zaak)), voor);
    EXPECT_EQ(o.roep(deelnemer, Methode::get, "/v1/signalen/" + politie).status, 404);
    EXPECT_EQ(o.eis(200, coordinator, Methode::get, "/v1/signalen/" + politie).at("casus").at("id").as_string(), id_van(zaak));
    // opened on one: the timeline that all members read does not name it
    const auto eigen = gewogen_signaal(o, coordinator, "Nog een rapportage", {}, "rapportage");
    const auto tweede = o.eis(201, coordinator, Methode::post, "/v1/casussen",
                              object{{"signalen", array{eigen}}, {"werknaam", "Rapportage"}, {"thema", "hennep"}, {"trekker", coordinator.id.tekst()}, {"leden", array{deelnemer.id.tekst()}}});
    EXPECT_EQ(tweede.at("aantalSignalen").as_int64(), 1);
    EXPECT_EQ(o.eis(200, deelnemer, Methode::get, pad_van(tweede)).at("aantalSignalen").as_int64(), 0);
    const auto regels = o.beheer().doe("select gegevens::text as g from casus.gebeurtenis where casus = $1 and zicht = (select zicht from casus.casus where id = $1)", id_van(tweede));
    for (const auto rij : regels) EXPECT_THAT(rij.veld<std::string>("g"), testing::Not(testing::HasSubstr(eigen)));
}

// ---- logs and events -------------------------------------------------------------------------------------------

TEST(Casuslog, NoemtDeCasusEnDeGenoemdeMensen) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto zaak = nieuwe_casus(o, analist);
    o.eis(201, analist, Methode::post, pad_van(zaak) + "/vermeldingen",
          object{{"soort", "persoon"}, {"tekst", "P. Proef"}});
    o.eis(200, analist, Methode::get, pad_van(zaak));
    auto beheer = o.beheer();
    const auto vermeld = beheer.doe(
        "select count(*) filter (where v.betrokkene is not null) as n from logboek.audit a join logboek.verwerking v "
        "using (organisatie, operatie) "
        "where a.actie = 'casusVermeldingToevoegen' and a.casus = $1",
        id_van(zaak));
    EXPECT_EQ(vermeld[0].veld<int>("n"), 1);
    const auto gelezen = beheer.doe(
        "select count(*) as n from logboek.audit a join logboek.geraakt g using (organisatie, operatie) "
        "where a.actie = 'casusTonen' and g.object = $1 and a.object_id = $1",
        id_van(zaak));
    EXPECT_EQ(gelezen[0].veld<int>("n"), 1);
    const auto gemeld =
        beheer.doe("select count(*) as n from gebeurtenis.uit where object = $1 and soort = 'casus'", id_van(zaak));
    EXPECT_GE(gemeld[0].veld<int>("n"), 2);
}

}  // namespace
}  // namespace damwand

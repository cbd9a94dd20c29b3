// SPDX-License-Identifier: EUPL-1.2
// From weighed signalen to a casus, through its phases to the archive and back.
#include "werk/casus/proefcasus.hpp"

namespace damwand {
namespace {

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

}  // namespace
}  // namespace damwand

// SPDX-License-Identifier: EUPL-1.2
// Whose a casus is: members, and the compartments inside it.
#include "werk/casus/proefcasus.hpp"

namespace damwand {
namespace {

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

TEST(Leden, HebbenEenRolInHetTeamEnWieTrektHeeftDieVanzelf) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto lid = o.gebruiker({"deelnemer"});
    const auto zaak = nieuwe_casus(o, coordinator, {lid});
    const auto rol_van = [&](const value& casus, const Gebruiker& wie) {
        for (const auto& l : casus.at("leden").as_array()) {
            if (l.at("gebruiker").at("id").as_string() == wie.id.tekst()) return l.at("rol").is_null() ? std::string("-") : std::string(l.at("rol").as_string());
        }
        return std::string("?");
    };
    const auto nu = [&] { return o.eis(200, coordinator, Methode::get, pad_van(zaak)); };
    const auto zet = [&](const object& lijf, int status = 200) {
        auto alles = lijf;
        alles["gebruiker"] = lid.id.tekst();
        return o.eis(status, coordinator, Methode::post, pad_van(zaak) + "/leden", alles);
    };
    EXPECT_EQ(rol_van(nu(), coordinator), "trekker");
    EXPECT_EQ(rol_van(nu(), lid), "-");
    EXPECT_EQ(rol_van(zet({{"rol", "secretaris"}}), lid), "secretaris");
    EXPECT_EQ(rol_van(zet({{"tot", "2099-01-01"}}), lid), "secretaris") << "another last day says nothing of the part";
    for (const auto* fout : {"trekker", "baas"}) EXPECT_THAT(codes_van(o.roep(coordinator, Methode::post, pad_van(zaak) + "/leden", object{{"gebruiker", lid.id.tekst()}, {"rol", fout}})), testing::ElementsAre(testing::StartsWith("/rol ")));
    EXPECT_EQ(o.beheer().doe("select string_agg(gegevens ->> 'rol', ',') as r from casus.gebeurtenis where soort = 'lid' and casus = $1", id_van(zaak))[0].veld<std::string>("r"), "secretaris");
}

}  // namespace
}  // namespace damwand

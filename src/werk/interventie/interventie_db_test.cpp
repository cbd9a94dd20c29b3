// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <algorithm>

#include "platform/db/migratie.hpp"
#include "werk/interventie/proefinterventie.hpp"

namespace damwand {
namespace {

using namespace proef;

object nieuwe_interventie() {
    return {{"type", "sluiting-13b"},
            {"omschrijving", "Sluiting van de loods"},
            {"uitvoerder", "Juridische zaken"},
            {"termijn", "2099-03-01"}};
}

TEST(Interventie, KrijgtCategorieEnGrondslagUitDeLijstEnEenTermijn) {
    auto& o = interventieomgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto jurist = o.gebruiker({"jurist"});
    const auto zaak = nieuwe_casus(o, coordinator, {jurist});
    auto lijf = nieuwe_interventie();
    lijf["eigenaar"] = jurist.id.tekst();
    const auto interventie = o.eis(201, jurist, Methode::post, pad_van(zaak) + "/interventies", lijf);
    EXPECT_EQ(interventie.at("categorie").as_string(), "bestuurlijk");
    EXPECT_EQ(interventie.at("grondslag").as_string(), "Opiumwet art. 13b");
    EXPECT_EQ(interventie.at("status").as_string(), "gepland");
    EXPECT_EQ(interventie.at("eigenaar").at("id").as_string(), jurist.id.tekst());
    const auto termijn = o.eis(200, coordinator, Methode::get, pad_van(zaak)).at("eersteTermijn");
    EXPECT_EQ(termijn, (object{{"datum", "2099-03-01"}, {"wat", "Sluiting van de loods"}, {"soort", "interventie"}}));
}

TEST(Interventie, MetResultaatVerdwijntDeTermijnEnKomtDeDag) {
    auto& o = interventieomgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, coordinator);
    const auto interventie =
        o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/interventies", nieuwe_interventie());
    const auto hier = pad_van(zaak) + "/interventies/" + id_van(interventie);
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::patch, hier, object{{"status", "uitgevoerd"}}, gezien(1))),
                testing::ElementsAre("/resultaat ontbreekt"));
    toets(o, coordinator, zaak, "2b", object{{"interventies", array{interventie.at("id")}}});
    const auto klaar = o.eis(200, coordinator, Methode::patch, hier,
                             object{{"status", "uitgevoerd"}, {"resultaat", "Drie maanden dicht"}}, gezien(1));
    EXPECT_EQ(klaar.at("resultaatOp").as_string(),
              o.beheer().doe("select basis.vandaag() as d")[0].veld<std::string>("d"));
    EXPECT_TRUE(o.eis(200, coordinator, Methode::get, pad_van(zaak)).at("eersteTermijn").is_null());
    EXPECT_EQ(o.roep(coordinator, Methode::patch, hier, object{{"termijn", nullptr}}, gezien(1)).status, 412);
}

TEST(Interventie, StaatMetElkeWijzigingOpDeTijdlijn) {
    auto& o = interventieomgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, coordinator);
    const auto interventie =
        o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/interventies", nieuwe_interventie());
    const auto hier = pad_van(zaak) + "/interventies/" + id_van(interventie);
    toets(o, coordinator, zaak, "2b", object{{"interventies", array{interventie.at("id")}}});
    o.eis(200, coordinator, Methode::patch, hier, object{{"status", "bezig"}}, gezien(1));
    o.eis(204, coordinator, Methode::verwijder, hier, nullptr, gezien(2));
    std::vector<std::string> regels;
    for (const auto rij : o.beheer().doe(
             "select (gegevens ->> 'verandering') || ' ' || (gegevens ->> 'status') as wat from casus.gebeurtenis "
             "where casus = $1 and soort = 'interventie' order by op",
             id_van(zaak))) {
        regels.push_back(rij.veld<std::string>("wat"));
    }
    EXPECT_THAT(regels, testing::ElementsAre("toegevoegd gepland", "gewijzigd bezig", "verwijderd bezig"));
    EXPECT_EQ(o.roep(coordinator, Methode::patch, hier, object{{"status", "bezig"}}, gezien(2)).status, 404);
}

TEST(Interventie, NoemtAlleFoutenTegelijk) {
    auto& o = interventieomgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto beleid = o.gebruiker({"beleid"});
    const auto zaak = nieuwe_casus(o, coordinator);
    const auto antwoord = o.roep(coordinator, Methode::post, pad_van(zaak) + "/interventies",
                                 object{{"type", "toveren"},
                                        {"omschrijving", "x"},
                                        {"uitvoerder", "x"},
                                        {"eigenaar", beleid.id.tekst()},
                                        {"status", "uitgevoerd"},
                                        {"resultaatOp", "2099-01-01"}});
    EXPECT_THAT(codes_van(antwoord), testing::UnorderedElementsAre("/type onbekende-code", "/eigenaar geen-collega",
                                                                   "/resultaat ontbreekt", "/resultaatOp in-toekomst"));
}

TEST(Interventie, IsAlleenVoorLedenMetHetRechtEnNietInHetArchief) {
    auto& o = interventieomgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto burgemeester = o.gebruiker({"burgemeester"});
    const auto buiten = o.gebruiker({"coordinator"});
    const auto elders = o.gebruiker({"coordinator"}, 2);
    auto zaak = nieuwe_casus(o, coordinator, {burgemeester});
    const auto pad = pad_van(zaak) + "/interventies";
    const auto interventie = o.eis(201, coordinator, Methode::post, pad, nieuwe_interventie());
    EXPECT_EQ(o.roep(burgemeester, Methode::post, pad, nieuwe_interventie()).status, 403);
    for (const auto& wie : {buiten, elders}) {
        EXPECT_EQ(o.roep(wie, Methode::post, pad, nieuwe_interventie()).status, 404);
        EXPECT_EQ(
            o.roep(wie, Methode::patch, pad + "/" + id_van(interventie), object{{"status", "bezig"}}, gezien(1)).status,
            404);
        EXPECT_EQ(o.roep(wie, Methode::verwijder, pad + "/" + id_van(interventie), nullptr, gezien(1)).status, 404);
        db::Transactie tx(o.toepassing(),
                          {.organisatie = wie.organisatie, .gebruiker = wie.id, .operatie = OperatieId::nieuw()});
        EXPECT_TRUE(tx.doe("select from interventie.interventie").leeg());
    }
    for (const auto* naar : {"plan", "uitvoering", "afronding", "archief"}) zaak = stap(o, coordinator, zaak, naar);
    EXPECT_TRUE(zaak.at("eersteTermijn").is_null());
    EXPECT_EQ(o.roep(coordinator, Methode::post, pad, nieuwe_interventie()).status, 409);
    EXPECT_EQ(
        o.roep(coordinator, Methode::patch, pad + "/" + id_van(interventie), object{{"status", "bezig"}}, gezien(1))
            .status,
        409);
    EXPECT_EQ(o.roep(coordinator, Methode::verwijder, pad + "/" + id_van(interventie), nullptr, gezien(1)).status, 409);
    zaak = stap(o, coordinator, zaak, "informatie");
    EXPECT_EQ(zaak.at("eersteTermijn").at("datum").as_string(), "2099-03-01");
}

// ---- privacy check 2B ------------------------------------------------------------------------------------------

std::string code_van(const http::Antwoord& antwoord) {
    return std::string(boost::json::parse(antwoord.lijf).at("code").as_string());
}

TEST(Privacytoets2b, ZonderBegintGeenInterventieEnEenToetsMagErMeerNoemen) {
    auto& o = interventieomgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto toezicht = o.gebruiker({"toezichthouder"});
    const auto zaak = nieuwe_casus(o, coordinator, {toezicht});
    const auto pad = pad_van(zaak) + "/interventies";
    const auto maak = [&] { return id_van(o.eis(201, coordinator, Methode::post, pad, nieuwe_interventie())); };
    const auto een = maak();
    const auto twee = maak();
    const auto begin = [&](const std::string& id) {
        return o.roep(toezicht, Methode::patch, pad + "/" + id, object{{"status", "bezig"}}, gezien(1));
    };
    for (const auto* status : {"bezig", "uitgevoerd"}) {
        auto meteen = nieuwe_interventie();
        meteen["status"] = status;
        meteen["resultaat"] = "Gedaan.";
        const auto antwoord = o.roep(coordinator, Methode::post, pad, meteen);
        EXPECT_EQ(antwoord.status, 409);
        EXPECT_EQ(code_van(antwoord), "privacytoets-2b-ontbreekt");
    }
    EXPECT_EQ(code_van(begin(een)), "privacytoets-2b-ontbreekt");
    toets(o, coordinator, zaak, "2b", object{{"interventies", array{een, twee}}}, "");
    EXPECT_EQ(begin(een).status, 409);  // asked for is not agreed
    toets(o, coordinator, zaak, "2b", object{{"interventies", array{een, twee}}});
    EXPECT_EQ(begin(een).status, 200);
    EXPECT_EQ(begin(maak()).status, 409);  // what is agreed upon later has its own
    toets(o, coordinator, zaak, "2b", object{{"interventies", array{twee}}}, "niet_akkoord");
    EXPECT_EQ(begin(twee).status, 409);  // a newer one takes the place of an older
    // What was begun may be finished: the fact is there.
    o.eis(200, toezicht, Methode::patch, pad + "/" + een, object{{"status", "uitgevoerd"}, {"resultaat", "Dicht."}}, gezien(2));
}

TEST(Privacytoets2b, GeldtVoorDezeSoortEnDezeUitvoerder) {
    auto& o = interventieomgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, coordinator);
    const auto pad = pad_van(zaak) + "/interventies";
    const auto id = id_van(o.eis(201, coordinator, Methode::post, pad, nieuwe_interventie()));
    const auto t = toets(o, coordinator, zaak, "2b", object{{"interventies", array{id}}});
    for (const auto& anders : {object{{"type", "stopgesprek"}}, object{{"uitvoerder", "Een partner"}}}) {
        const auto antwoord = o.roep(coordinator, Methode::patch, pad + "/" + id, anders, gezien(1));
        EXPECT_EQ(antwoord.status, 409);
        EXPECT_EQ(code_van(antwoord), "toets-ligt-vast");
    }
    o.eis(200, coordinator, Methode::patch, pad + "/" + id, object{{"omschrijving", "Duidelijker gezegd"}}, gezien(1));
    o.eis(200, coordinator, Methode::post, pad_van(zaak) + "/privacytoetsen/" + id_van(t) + "/besluiten",
          object{{"besluit", "ingetrokken"}, {"reden", "Het wordt een gesprek."}}, gezien(1));
    o.eis(200, coordinator, Methode::patch, pad + "/" + id, object{{"type", "stopgesprek"}}, gezien(2));
}

TEST(Privacytoets2b, HoudtDeUitvoeringTegenTotHetHelePlanGetoetstIs) {
    auto& o = interventieomgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    auto zaak = nieuwe_casus(o, coordinator);
    zaak = stap(o, coordinator, zaak, "plan");
    const auto weigert = [&] {
        const auto antwoord = o.roep(coordinator, Methode::post, pad_van(zaak) + "/overgangen",
                                     object{{"naar", "uitvoering"}, {"reden", "Besloten."}}, gezien(versie_van(zaak)));
        EXPECT_EQ(antwoord.status, 409);
        EXPECT_EQ(code_van(antwoord), "privacytoets-2b-ontbreekt");
    };
    weigert();  // there is nothing to carry out
    const auto pad = pad_van(zaak) + "/interventies";
    const auto een = id_van(o.eis(201, coordinator, Methode::post, pad, nieuwe_interventie()));
    const auto twee = id_van(o.eis(201, coordinator, Methode::post, pad, nieuwe_interventie()));
    toets(o, coordinator, zaak, "2b", object{{"interventies", array{een}}});
    weigert();
    // What was dropped needs none.
    o.eis(200, coordinator, Methode::patch, pad + "/" + twee, object{{"status", "vervallen"}, {"resultaat", "Niet nodig."}}, gezien(1));
    o.eis(200, coordinator, Methode::post, pad_van(zaak) + "/overgangen", object{{"naar", "uitvoering"}, {"reden", "Besloten."}},
          gezien(versie_van(zaak)));
}

TEST(Privacytoets2b, NoemtAlleenInterventiesVanDezeCasus) {
    auto& o = interventieomgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, coordinator);
    const auto elders = nieuwe_casus(o, coordinator);
    const auto hier = o.eis(201, coordinator, Methode::post, pad_van(zaak) + "/interventies", nieuwe_interventie());
    const auto daar = o.eis(201, coordinator, Methode::post, pad_van(elders) + "/interventies", nieuwe_interventie());
    const auto pad = pad_van(zaak) + "/privacytoetsen";
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::post, pad, toetslijf("2b", object{{"interventies", array{hier.at("id"), daar.at("id")}}}))),
                testing::ElementsAre("/interventies/1 geen-interventie"));
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::post, pad, toetslijf("2b", object{}))),
                testing::ElementsAre("/interventies leeg"));
}

TEST(Privacytoets2b, WatBegonVoorErToetsenWarenGaatDoor) {
    auto& o = interventieomgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, coordinator);
    const auto pad = pad_van(zaak) + "/interventies";
    const auto id = id_van(o.eis(201, coordinator, Methode::post, pad, nieuwe_interventie()));
    ingreep(o).doe(
        "insert into casus.van_voor_toets select organisatie, id, casus, zicht from interventie.interventie where id = $1", id);
    o.eis(200, coordinator, Methode::patch, pad + "/" + id, object{{"status", "bezig"}}, gezien(1));
}

/// The step of the migration itself, on files as they were before it: what was asked or begun is marked, the rest is not.
TEST(Privacytoets2b, DeMigratieMerktWatGevraagdOfBegonnenWas) {
    auto& o = interventieomgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, coordinator);
    const auto pad = pad_van(zaak);
    const object bron{{"bronsoort", "brp"}, {"vraag", "Wie?"}, {"grondslag", "wet-brp"}};
    const auto gevraagd = id_van(gevraagde_bron(o, coordinator, coordinator, zaak, bron));
    const auto te_vragen = id_van(o.eis(201, coordinator, Methode::post, pad + "/bronnen", bron));
    const auto maak = [&] { return id_van(o.eis(201, coordinator, Methode::post, pad + "/interventies", nieuwe_interventie())); };
    const auto begonnen = maak();
    const auto gepland = maak();
    auto beheer = ingreep(o);
    beheer.doe("update interventie.interventie set status = 'bezig' where id = $1", begonnen);
    beheer.doe("delete from casus.privacytoets where casus = $1", id_van(zaak));
    const auto& alle = db::sql_migraties();
    const auto bestand = std::find_if(alle.begin(), alle.end(), [](const auto& een) { return std::string_view(een.naam).find("0020_") != std::string_view::npos; });
    ASSERT_NE(bestand, alle.end());
    const std::string tekst(bestand->tekst);
    const auto begin = tekst.find("insert into casus.van_voor_toets");
    ASSERT_NE(begin, std::string::npos);
    beheer.script("set role eigenaar; " + tekst.substr(begin, tekst.find(';', begin) - begin) + "; reset role");
    const auto merk = [&](const std::string& id) { return !beheer.doe("select from casus.van_voor_toets where object = $1", id).leeg(); };
    EXPECT_TRUE(merk(gevraagd));
    EXPECT_TRUE(merk(begonnen));
    EXPECT_FALSE(merk(te_vragen));
    EXPECT_FALSE(merk(gepland));
    // They go on, without a check that nobody made.
    o.eis(200, coordinator, Methode::patch, pad + "/bronnen/" + gevraagd, object{{"status", "niets_bekend"}}, gezien(2));
    o.eis(200, coordinator, Methode::patch, pad + "/interventies/" + begonnen, object{{"status", "uitgevoerd"}, {"resultaat", "Dicht."}}, gezien(1));
}

}  // namespace
}  // namespace damwand

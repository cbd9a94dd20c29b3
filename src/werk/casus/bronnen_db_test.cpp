// SPDX-License-Identifier: EUPL-1.2
// What a casus gathers: sources, notes, and the timeline that tells of all of it.
#include "werk/casus/proefcasus.hpp"

namespace damwand {
namespace {

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

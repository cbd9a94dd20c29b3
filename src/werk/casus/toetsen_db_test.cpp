// SPDX-License-Identifier: EUPL-1.2
// The privacy checks as steps that block: what is refused without them, and what they say afterwards (recht.md §3 nrs 5, 6).
#include "werk/casus/proefcasus.hpp"

namespace damwand {
namespace {

void eis_409(const http::Antwoord& antwoord, const std::string& code) {
    EXPECT_EQ(antwoord.status, 409) << antwoord.lijf;
    EXPECT_EQ(boost::json::parse(antwoord.lijf).at("code").as_string(), code);
}

object brp() { return {{"bronsoort", "brp"}, {"vraag", "Wie staat er ingeschreven?"}, {"grondslag", "wet-brp"}}; }

/// An analyst who asks, a coordinator who decides, and a source that is recorded and not asked.
struct Plek {
    Omgeving& o = omgeving();
    Gebruiker analist = o.gebruiker({"informatieanalist"}), coordinator = o.gebruiker({"coordinator"});
    value casus = nieuwe_casus(o, analist, {coordinator});
    std::string pad = pad_van(casus);
    value bron = o.eis(201, analist, Methode::post, pad + "/bronnen", brp());
    std::string bronpad = pad + "/bronnen/" + id_van(bron);

    http::Antwoord zet(const std::string& status, int versie, const std::string& antwoord = "") {
        object lijf{{"status", status}};
        if (!antwoord.empty()) lijf["antwoord"] = antwoord;
        return o.roep(analist, Methode::patch, bronpad, lijf, gezien(versie));
    }
    value toets_bron(const std::string& besluit = "akkoord") {
        return toets(o, coordinator, casus, "1", object{{"bron", bron.at("id")}}, besluit);
    }
    http::Antwoord besluit(const value& t, object lijf, int versie = 1) {
        return o.roep(coordinator, Methode::post, pad + "/privacytoetsen/" + id_van(t) + "/besluiten", lijf, gezien(versie));
    }
    http::Antwoord kies(const Gebruiker& wie) {
        return o.roep(wie, Methode::post, bronpad + "/inhoud", object{{"motivering", "Zonder namen is niet te zien wie er woont."}});
    }
    int acties(const std::string& actie) {
        return o.beheer().doe("select count(*) as n from logboek.audit where casus = $1 and actie = $2 and resultaat = 'gelukt'", id_van(casus), actie)[0].veld<int>("n");
    }
};

TEST(Privacytoets1, ZonderWordtEenBronVastgelegdMaarNietBevraagd) {
    Plek p;
    for (const auto* status : {"gevraagd", "bekend", "niets_bekend", "geweigerd"}) {
        eis_409(p.zet(status, 1), "privacytoets-ontbreekt");
        auto meteen = brp();
        meteen["status"] = status;
        eis_409(p.o.roep(p.analist, Methode::post, p.pad + "/bronnen", meteen), "privacytoets-ontbreekt");
    }
    eis_409(p.zet("ontvangen", 1, "Twee personen."), "privacytoets-ontbreekt");
    const auto t = p.toets_bron("");
    EXPECT_EQ(t.at("staat").as_string(), "voorgelegd");
    eis_409(p.zet("gevraagd", 1), "privacytoets-ontbreekt");  // asked for is not agreed
    EXPECT_EQ(p.besluit(t, object{{"besluit", "akkoord"}}).status, 200);
    EXPECT_EQ(p.zet("gevraagd", 1).status, 200);
    EXPECT_EQ(p.acties("privacytoetsVoorleggen"), 1);
    EXPECT_EQ(p.acties("privacytoetsBesluiten"), 1);
}

TEST(Privacytoets1, EerstAlleenBekendOfNietDaarnaDeInhoudNaEenTweedeKeuze) {
    Plek p;
    p.toets_bron();
    EXPECT_EQ(p.zet("gevraagd", 1).status, 200);
    eis_409(p.kies(p.coordinator), "bron-niet-bekend");
    eis_409(p.zet("ontvangen", 2, "Twee personen."), "inhoudkeuze-ontbreekt");
    for (const auto* status : {"bekend", "niets_bekend"}) eis_409(p.zet(status, 2, "Twee personen."), "inhoudkeuze-ontbreekt");
    EXPECT_EQ(p.zet("bekend", 2).status, 200);
    eis_409(p.zet("ontvangen", 3, "Twee personen."), "inhoudkeuze-ontbreekt");
    eis_409(p.o.roep(p.analist, Methode::patch, p.bronpad, object{{"antwoord", "Twee personen."}}, gezien(3)), "inhoudkeuze-ontbreekt");

    EXPECT_EQ(p.kies(p.analist).status, 403);
    EXPECT_EQ(codes_van(p.o.roep(p.coordinator, Methode::post, p.bronpad + "/inhoud", object{{"motivering", " "}})),
              std::vector<std::string>{"/motivering leeg"});
    const auto voor = p.acties("bronInhoudKiezen");
    const auto gekozen = p.o.eis(200, p.coordinator, Methode::post, p.bronpad + "/inhoud", object{{"motivering", "Nodig."}});
    EXPECT_EQ(p.acties("bronInhoudKiezen"), voor + 1);  // a line of its own
    EXPECT_EQ(gekozen.at("inhoud").at("motivering").as_string(), "Nodig.");
    EXPECT_EQ(gekozen.at("inhoud").at("door").at("id").as_string(), p.coordinator.id.tekst());
    eis_409(p.kies(p.coordinator), "inhoud-al-gekozen");
    EXPECT_EQ(p.zet("ontvangen", 3, "Twee personen.").status, 200);
    const auto regels = p.o.beheer().doe(
        "select string_agg(coalesce(gegevens ->> 'verandering', '') || ' ' || coalesce(gegevens ->> 'status', gegevens ->> 'soort'), ', ' order by op) as alles "
        "from casus.gebeurtenis where casus = $1 and soort in ('bron', 'privacytoets')", id_van(p.casus));
    EXPECT_EQ(regels[0].veld<std::string>("alles"),
              "toegevoegd te_vragen, akkoord 1, gewijzigd gevraagd, gewijzigd bekend, inhoud_gekozen bekend, gewijzigd ontvangen");
}

TEST(Privacytoets1, ElkVanDeVierGrondenIsNodigEnAlleFoutenKomenTegelijk) {
    Plek p;
    auto leeg = toetslijf("1", object{{"bron", p.bron.at("id")}});
    for (const auto* grond : {"grondslag", "verenigbaarheid", "noodzaak", "proportionaliteit"}) leeg[grond] = "  ";
    const auto antwoord = p.o.roep(p.coordinator, Methode::post, p.pad + "/privacytoetsen", leeg);
    EXPECT_EQ(antwoord.status, 400);
    EXPECT_THAT(codes_van(antwoord), testing::UnorderedElementsAre("/grondslag leeg", "/verenigbaarheid leeg", "/noodzaak leeg", "/proportionaliteit leeg"));
    // The database says the same.
    EXPECT_THROW(ingreep(p.o).doe("insert into casus.privacytoets (organisatie, id, casus, zicht, soort, over, grondslag, verenigbaarheid, noodzaak, "
                                  "proportionaliteit, staat, door, op, van, operatie) select organisatie, gen_random_uuid(), id, zicht, '2a', array[id], 'x', 'x', ' ', 'x', "
                                  "'voorgelegd', trekker, now(), now(), operatie from casus.casus where id = $1", id_van(p.casus)),
                 std::exception);
    EXPECT_THAT(codes_van(p.o.roep(p.coordinator, Methode::post, p.pad + "/privacytoetsen",
                                   toetslijf("1", object{{"leden", array{}}, {"riec", true}}, "niet_akkoord"))),
                testing::UnorderedElementsAre("/bron ontbreekt", "/leden hier-niet", "/riec hier-niet"));
    auto zonder_reden = toetslijf("1", object{{"bron", p.bron.at("id")}});
    zonder_reden["besluit"] = "niet_akkoord";
    EXPECT_THAT(codes_van(p.o.roep(p.coordinator, Methode::post, p.pad + "/privacytoetsen", zonder_reden)), testing::ElementsAre("/reden ontbreekt"));
    EXPECT_THAT(codes_van(p.o.roep(p.coordinator, Methode::post, p.pad + "/privacytoetsen", toetslijf("3", object{}))), testing::ElementsAre("/soort onbekende-code"));
    const auto elders = nieuwe_casus(p.o, p.coordinator);
    EXPECT_THAT(codes_van(p.o.roep(p.coordinator, Methode::post, pad_van(elders) + "/privacytoetsen", toetslijf("1", object{{"bron", p.bron.at("id")}}))),
                testing::ElementsAre("/bron geen-bron"));
}

TEST(Privacytoets1, BesluitenIsAlleenVoorWieDatMagEnGebeurtEenKeer) {
    Plek p;
    EXPECT_EQ(p.o.roep(p.analist, Methode::post, p.pad + "/privacytoetsen", toetslijf("1", object{{"bron", p.bron.at("id")}})).status, 403);
    const auto t = toets(p.o, p.analist, p.casus, "1", object{{"bron", p.bron.at("id")}}, "");
    const auto pad = p.pad + "/privacytoetsen/" + id_van(t) + "/besluiten";
    EXPECT_EQ(p.o.roep(p.analist, Methode::post, pad, object{{"besluit", "akkoord"}}, gezien(1)).status, 403);
    EXPECT_THAT(codes_van(p.besluit(t, object{{"besluit", "niet_akkoord"}})), testing::ElementsAre("/reden ontbreekt"));
    EXPECT_THAT(codes_van(p.besluit(t, object{{"besluit", "voorgelegd"}})), testing::ElementsAre("/besluit onbekende-code"));
    EXPECT_EQ(p.besluit(t, object{{"besluit", "niet_akkoord"}, {"reden", "Niet nodig."}}).status, 200);
    EXPECT_EQ(p.besluit(t, object{{"besluit", "akkoord"}}).status, 412);
    eis_409(p.besluit(t, object{{"besluit", "akkoord"}}, 2), "toets-besloten");
    eis_409(p.zet("gevraagd", 1), "privacytoets-ontbreekt");
    // A newer one takes its place; withdrawn, it holds no longer and the older does not come back.
    const auto nieuw = p.toets_bron();
    EXPECT_EQ(p.zet("gevraagd", 1).status, 200);
    EXPECT_EQ(p.besluit(nieuw, object{{"besluit", "ingetrokken"}, {"reden", "De vraag was te ruim."}}).status, 200);
    eis_409(p.zet("bekend", 2), "privacytoets-ontbreekt");
    // Grounds are never edited, not by the application's role either.
    db::Transactie tx(p.o.toepassing(), {.organisatie = {1}, .gebruiker = p.coordinator.id, .operatie = OperatieId::nieuw()});
    EXPECT_THROW(tx.doe("update casus.privacytoets set noodzaak = 'anders' where casus = $1", id_van(p.casus)), std::exception);
}

TEST(Privacytoets1, GeldtVoorDezeBronEnDezeVraag) {
    Plek p;
    p.toets_bron();
    for (const auto& anders : {object{{"vraag", "Wie werkt er?"}}, object{{"bronsoort", "sociaal"}}}) {
        eis_409(p.o.roep(p.analist, Methode::patch, p.bronpad, anders, gezien(1)), "toets-ligt-vast");
    }
    // Nor is it got round by a name: what is asked of an open kind is not asked of another.
    const auto open = p.o.eis(201, p.analist, Methode::post, p.pad + "/bronnen",
                              object{{"bronsoort", "bag"}, {"vraag", "Welk pand?"}, {"grondslag", "openbaar"}, {"status", "ontvangen"}, {"antwoord", "Een loods."}});
    eis_409(p.o.roep(p.analist, Methode::patch, p.pad + "/bronnen/" + id_van(open), object{{"bronsoort", "brp"}}, gezien(1)), "privacytoets-ontbreekt");
    auto vermomd = brp();
    vermomd["regime"] = "open";
    vermomd["status"] = "gevraagd";
    eis_409(p.o.roep(p.analist, Methode::post, p.pad + "/bronnen", vermomd), "privacytoets-ontbreekt");
}

TEST(Privacytoets1, WatErVoorDeToetsenAlGevraagdWasGaatDoorMaarGeeftGeenInhoudZonderKeuze) {
    Plek p;
    ingreep(p.o).doe("insert into casus.van_voor_toets select organisatie, id, casus, zicht from casus.bron where id = $1", id_van(p.bron));
    EXPECT_EQ(p.zet("gevraagd", 1).status, 200);
    EXPECT_EQ(p.zet("bekend", 2).status, 200);
    eis_409(p.zet("ontvangen", 3, "Iets."), "inhoudkeuze-ontbreekt");
    EXPECT_EQ(p.kies(p.coordinator).status, 200);
    EXPECT_EQ(p.zet("ontvangen", 3, "Iets.").status, 200);
}

TEST(Privacytoets2a, HoudtHetPlanTegenTotIedereenDieMeedoetIsGenoemd) {
    Plek p;
    const auto naar_plan = [&] {
        const auto nu = p.o.eis(200, p.analist, Methode::get, p.pad);
        return p.o.roep(p.analist, Methode::post, p.pad + "/overgangen", object{{"naar", "plan"}, {"reden", "Het beeld is er."}}, gezien(versie_van(nu)));
    };
    const auto noem = [&](const array& wie, const std::string& besluit = "akkoord") { return toets(p.o, p.coordinator, p.casus, "2a", object{{"leden", wie}}, besluit); };
    const auto een = value(p.analist.id.tekst());
    const auto twee = value(p.coordinator.id.tekst());
    eis_409(naar_plan(), "privacytoets-2a-ontbreekt");
    noem({een});
    eis_409(naar_plan(), "privacytoets-2a-ontbreekt");
    noem({een, twee}, "");
    eis_409(naar_plan(), "privacytoets-2a-ontbreekt");
    const auto t = noem({twee, een});
    EXPECT_EQ(t.at("leden").as_array().size(), 2U);
    EXPECT_EQ(naar_plan().status, 200);
    // Back for new information: what was learnt since is judged again.
    auto zaak = stap(p.o, p.analist, p.casus, "uitvoering", 200, &p.coordinator);
    zaak = stap(p.o, p.analist, zaak, "informatie");
    eis_409(naar_plan(), "privacytoets-2a-ontbreekt");
    noem({een, twee});
    EXPECT_EQ(naar_plan().status, 200);
    EXPECT_THAT(codes_van(p.o.roep(p.coordinator, Methode::post, p.pad + "/privacytoetsen", toetslijf("2a", object{{"leden", array{}}}))), testing::ElementsAre("/leden leeg"));
    const auto buiten = p.o.gebruiker({"beleid"});
    EXPECT_THAT(codes_van(p.o.roep(p.coordinator, Methode::post, p.pad + "/privacytoetsen", toetslijf("2a", object{{"leden", array{een, buiten.id.tekst()}}}))),
                testing::ElementsAre("/leden/1 geen-collega"));
}

TEST(Privacytoets2a, WieErLaterBijKomtIsErEerstInGenoemd) {
    Plek p;
    const auto vroeg = p.o.gebruiker({"deelnemer"});
    const auto laat = p.o.gebruiker({"deelnemer"});
    const auto leden = p.pad + "/leden";
    p.o.eis(200, p.analist, Methode::post, leden, object{{"gebruiker", vroeg.id.tekst()}});  // who gathers the information
    stap(p.o, p.analist, p.casus, "plan", 200, &p.coordinator);
    const object erbij{{"gebruiker", laat.id.tekst()}};
    eis_409(p.o.roep(p.analist, Methode::post, leden, erbij), "privacytoets-lid-ontbreekt");
    const auto trekker = [&] {
        const auto nu = p.o.eis(200, p.analist, Methode::get, p.pad);
        return p.o.roep(p.analist, Methode::patch, p.pad, object{{"trekker", laat.id.tekst()}}, gezien(versie_van(nu)));
    };
    eis_409(trekker(), "privacytoets-lid-ontbreekt");
    EXPECT_EQ(p.o.roep(laat, Methode::get, p.pad).status, 404);
    toets(p.o, p.coordinator, p.casus, "2a", object{{"leden", array{laat.id.tekst()}}});
    p.o.eis(200, p.analist, Methode::post, leden, erbij);
    EXPECT_EQ(p.o.roep(laat, Methode::get, p.pad).status, 200);
    EXPECT_EQ(trekker().status, 200);
    // A member stays one: another last day asks nothing.
    p.o.eis(200, p.analist, Methode::post, leden, object{{"gebruiker", vroeg.id.tekst()}, {"tot", "2099-01-01"}});
}

TEST(Privacytoets2b, GaatVoorafAanHetInbrengenBijHetRiec) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = casus_in(o, coordinator, "uitvoering");
    const auto breng_in = [&] {
        return o.roep(coordinator, Methode::post, pad_van(zaak) + "/overgangen", object{{"naar", "bij_riec"}, {"reden", "Te complex."}}, gezien(versie_van(zaak)));
    };
    eis_409(breng_in(), "privacytoets-riec-ontbreekt");
    const auto t = toets(o, coordinator, zaak, "2b", object{{"riec", true}});
    EXPECT_TRUE(t.at("riec").as_bool());
    EXPECT_TRUE(t.at("interventies").as_array().empty());
    EXPECT_EQ(breng_in().status, 200);
}

TEST(Privacytoets, StaatInHetDossierMaarNietVoorWieHetCompartimentNietInMag) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto deelnemer = o.gebruiker({"deelnemer"});
    const auto zaak = nieuwe_casus(o, coordinator, {deelnemer});
    const auto bron = gevraagde_bron(o, coordinator, coordinator, zaak, object{{"bronsoort", "politie"}, {"vraag", "Bekend?"}, {"grondslag", "wpg-16"}});
    const auto t = toets(o, coordinator, zaak, "1", object{{"bron", bron.at("id")}}, "");
    const auto pad = pad_van(zaak) + "/privacytoetsen/" + id_van(t) + "/besluiten";
    const auto jurist_zonder = o.roep(deelnemer, Methode::post, pad, object{{"besluit", "akkoord"}}, gezien(1));
    EXPECT_EQ(jurist_zonder.status, 403);  // his role decides nothing, whatever is there
    // Somebody who may decide, whose role may not enter: what is there and what never was answer the same.
    o.beheer().script("delete from toegang.compartiment_rol where organisatie = 1 and compartiment = 'wpg' and rol = 'jurist'");
    const auto jurist = o.gebruiker({"jurist"});
    o.eis(200, coordinator, Methode::post, pad_van(zaak) + "/leden", object{{"gebruiker", jurist.id.tekst()}});
    EXPECT_EQ(o.roep(jurist, Methode::post, pad, object{{"besluit", "akkoord"}}, gezien(1)).status, 404);
    EXPECT_EQ(o.roep(jurist, Methode::post, pad_van(zaak) + "/bronnen/" + id_van(bron) + "/inhoud", object{{"motivering", "x"}}).status, 404);
    o.beheer().script("insert into toegang.compartiment_rol values (1, 'wpg', 'jurist')");
    EXPECT_EQ(o.roep(jurist, Methode::post, pad, object{{"besluit", "akkoord"}}, gezien(1)).status, 200);
}

}  // namespace
}  // namespace damwand

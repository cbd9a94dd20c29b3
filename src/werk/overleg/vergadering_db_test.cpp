// SPDX-License-Identifier: EUPL-1.2
// The meeting under way: who hears what, writing together, and what is decided lands in the files.
#include "werk/overleg/proefoverleg.hpp"

namespace damwand::overleg {
namespace {

array standpunten(const Gebruiker& eens, const Gebruiker& anders) {
    return {object{{"gebruiker", eens.id.tekst()}, {"eens", true}}, object{{"gebruiker", anders.id.tekst()}, {"eens", false}, {"reden", "Er is te weinig bekend."}}};
}

TEST(Vergadering, BeeldIsWatIederDieErIsMagZien) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "beeld-");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern", "voorgenomen"}), Tafel::verdeling(t.partner, {"kern"})});
    const auto beeld = [&] { return eis(200, t.voorzitter, Methode::get, t.pad + "/beeld"); };
    const auto soorten = [&] {
        std::string uit;
        const auto nu = beeld();
        for (const auto& d : nu.at("delen").as_array()) uit += std::string(d.at("soort").as_string()) + " ";
        return uit;
    };
    EXPECT_TRUE(beeld().at("titel").is_null());
    t.begin(p);
    EXPECT_EQ(soorten(), "");  // nobody is recorded: nothing is shown
    t.stand(t.voorzitter, "aanwezig");
    EXPECT_EQ(soorten(), "kern toelichting personen adressen bronnen voorgenomen ");
    t.stand(t.gast, "laat");
    EXPECT_EQ(soorten(), "kern voorgenomen ");
    t.stand(t.partner, "aanwezig");
    EXPECT_EQ(soorten(), "kern ");
    eis(200, t.voorzitter, Methode::put, t.pad + "/deelnemers/" + t.buiten.id.tekst(), object{{"geheimhouding", "ambtseed"}});
    t.stand(t.buiten, "aanwezig");
    EXPECT_TRUE(beeld().at("zonderBeeld").as_bool());
    EXPECT_TRUE(beeld().at("titel").is_null());
    EXPECT_EQ(t.lees(t.voorzitter).at("punten").at(0).at("waarschuwing").at(0).at("id").as_string(), t.buiten.id.tekst());
    t.stand(t.buiten, "vertrokken");
    EXPECT_EQ(soorten(), "kern ");
    EXPECT_TRUE(eis(200, t.voorzitter, Methode::put, t.pad + "/beeld", object{{"zwart", true}}).at("zwart").as_bool());
}

TEST(Vergadering, OnthoudtWieWatHoorde) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "gehoord-");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    t.stand(t.voorzitter, "aanwezig");
    t.stand(t.partner, "aanwezig");
    const auto gehoord = [&](const Gebruiker& wie) {
        std::vector<std::string> uit;
        for (const auto rij : omgeving().beheer().doe("select array_to_string(delen, ' ') || case when gehoord_tot is null then ' ...' else '' end as wat from overleg.gehoord where punt = $1 and gebruiker = $2 order by gehoord_van",
                                                      p, wie.id))
            uit.push_back(rij.veld<std::string>("wat"));
        return uit;
    };
    t.begin(p);
    const std::string alles = "adressen bronnen kern personen toelichting voorgenomen";
    EXPECT_THAT(gehoord(t.voorzitter), ElementsAre(alles + " ..."));
    EXPECT_THAT(gehoord(t.partner), IsEmpty());
    EXPECT_THAT(gehoord(t.gast), IsEmpty());
    t.stand(t.gast, "laat");
    EXPECT_THAT(gehoord(t.gast), ElementsAre("kern ..."));
    t.toets(p, {Tafel::verdeling(t.gast, {"kern", "adressen"})});
    EXPECT_THAT(gehoord(t.gast), ElementsAre("kern", "adressen kern ..."));
    t.stand(t.gast, "vertrokken");
    EXPECT_THAT(gehoord(t.gast), ElementsAre("kern", "adressen kern"));
    eis(200, t.voorzitter, Methode::post, t.pad + "/punten/" + p + "/_besproken", object{});
    EXPECT_THAT(gehoord(t.voorzitter), ElementsAre(alles));
}

TEST(Vergadering, SluitOokWatDeVoorzitterNietMagWeten) {
    Tafel t;
    // The secretary prepares an item of a casus that the chair is no member of.
    const auto casus = nieuwe_casus(omgeving(), t.secretaris, {t.lid}, "Niet van de voorzitter");
    const auto verborgen = t.punt_over(casus, "v-", &t.secretaris);
    const auto open = t.punt_over(t.casus(), "o-");
    EXPECT_EQ(t.lees(t.voorzitter).at("punten").as_array().size(), 1U);
    eis(200, t.voorzitter, Methode::put, t.pad + "/volgorde", object{{"punten", array{open}}});
    eis(200, t.secretaris, Methode::post, t.pad + "/_begin");
    eis(200, t.secretaris, Methode::post, t.pad + "/punten/" + verborgen + "/_begin");
    EXPECT_TRUE(t.lees(t.voorzitter).at("huidig").is_null());
    EXPECT_TRUE(t.lees(t.partner).at("huidig").is_null());
    eis(404, t.voorzitter, Methode::post, t.pad + "/punten/" + verborgen + "/_begin");
    t.begin(open);  // what was on has been discussed
    EXPECT_EQ(t.lees(t.lid).at("huidig").as_string(), open);
    EXPECT_EQ(eis(200, t.lid, Methode::get, t.pad + "/punten/" + verborgen).at("staat").as_string(), "besproken");
    eis(200, t.voorzitter, Methode::post, t.pad + "/_sluit");
    EXPECT_EQ(t.lees(t.partner).at("staat").as_string(), "gesloten");
    EXPECT_EQ(code_van(eis(409, t.voorzitter, Methode::post, t.pad + "/_begin")), "overleg-gesloten");
}

TEST(Vergadering, EenPuntDatBegintOfEindigtLaatInGeenAnderDossierEenSpoor) {
    Tafel t;
    const auto ander = t.casus("Ander dossier");
    t.punt_over(ander, "a-");
    const auto verborgen = t.punt_over(nieuwe_casus(omgeving(), t.voorzitter, {}, "Alleen van de voorzitter"), "v-");
    const auto vrij = id_van(eis(201, t.voorzitter, Methode::post, t.pad + "/punten", object{{"titel", "Rondvraag"}}));
    eis(200, t.voorzitter, Methode::post, t.pad + "/_begin");
    const auto sporen = [&] {
        return omgeving().beheer().doe("select count(*)::integer as n from logboek.geraakt where object = $1", id_van(ander))[0].veld<int>("n");
    };
    const auto was = sporen();
    for (const auto& punt : {verborgen, vrij}) {
        const auto p = eis(200, t.voorzitter, Methode::post, t.pad + "/punten/" + punt + "/_begin");
        EXPECT_EQ(id_van(p), punt);
        EXPECT_EQ(p.at("staat").as_string(), "bezig");
    }
    EXPECT_EQ(eis(200, t.voorzitter, Methode::post, t.pad + "/punten/" + vrij + "/_besproken", object{{"doorschuiven", true}}).at("staat").as_string(), "doorgeschoven");
    EXPECT_EQ(sporen(), was);
    (void)t.lees(t.lid);  // a look is one
    EXPECT_EQ(sporen(), was + 1);
}

TEST(Stroom, VertelVanEenPuntAlleenWieHetMagKennen) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "s-");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    omgeving().beheer().script("delete from gebeurtenis.uit");
    t.begin(p);
    const auto hoort = [&](const Gebruiker& wie) {
        return omgeving().beheer().doe("select count(*) as n from gebeurtenis.uit u where u.soort = 'agendapunt' and u.object = $1 and u.zicht in (select l.zicht from toegang.zicht_lid l where l.gebruiker = $2)", p, wie.id)[0].veld<int>("n");
    };
    EXPECT_GT(hoort(t.lid), 0);
    EXPECT_GT(hoort(t.gast), 0);
    EXPECT_EQ(hoort(t.partner), 0);
    EXPECT_EQ(hoort(t.buiten), 0);
}

TEST(Bewerken, VoegtPerAlineaSamenEnToontBijEenBotsingAllebei) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "b-");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    const auto doe = [&](const Gebruiker& wie, int gezien, const std::string& waarde, int status = 200, const std::string& veld = "aantekening") {
        return eis(status, wie, Methode::post, t.pad + "/_bewerk", bewerking(p, veld, gezien, waarde));
    };
    const auto stand = [](const value& b) { return std::string(b.at("uitkomst").as_string()) + " " + std::to_string(b.at("versie").as_int64()) + " " + std::string(b.at("waarde").as_string()); };
    EXPECT_EQ(stand(doe(t.lid, 0, "een\ntwee")), "toegepast 1 een\ntwee");
    EXPECT_EQ(stand(doe(t.gast, 1, "een\ntwee\ndrie")), "toegepast 2 een\ntwee\ndrie");
    EXPECT_EQ(stand(doe(t.voorzitter, 1, "EEN\ntwee")), "samengevoegd 3 EEN\ntwee\ndrie");
    EXPECT_EQ(stand(doe(t.secretaris, 3, "EEN\ntwee\ndrie")), "toegepast 3 EEN\ntwee\ndrie");  // it was so already
    const auto botst = doe(t.lid, 1, "eentje\ntwee");
    EXPECT_EQ(stand(botst), "botsing 3 eentje\ntwee");
    EXPECT_EQ(botst.at("anders").at("waarde").as_string(), "EEN\ntwee\ndrie");
    EXPECT_EQ(botst.at("anders").at("door").at("id").as_string(), t.voorzitter.id.tekst());
    EXPECT_EQ(veld_in(t.lees(t.gast).at("punten").at(0), "aantekening"), "3 EEN\ntwee\ndrie");
    EXPECT_THAT(veldfouten(doe(t.lid, 9, "x", 400)), ElementsAre("/gezien nooit-geweest"));
    EXPECT_THAT(veldfouten(doe(t.lid, 0, "x", 400, "iets")), ElementsAre("/veld onbekende-code"));
    // Who sees nothing of the item writes nothing in it, and the plan is the casus's own.
    EXPECT_EQ(code_van(doe(t.partner, 3, "x", 404)), "niet-gevonden");
    EXPECT_EQ(code_van(doe(t.gast, 1, "x", 404, "hypothese")), "niet-gevonden");
}

TEST(Bewerken, GeeftVoorDezelfdeSleutelHetzelfdeBewijs) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "b-");
    const auto sleutel = Uuid::willekeurig();
    const auto doe = [&](const object& b, int status = 200) { return eis(status, t.lid, Methode::post, t.pad + "/_bewerk", b); };
    const auto eerst = doe(bewerking(p, "aantekening", 0, "een", sleutel));
    doe(bewerking(p, "aantekening", 1, "een\ntwee"));
    EXPECT_EQ(doe(bewerking(p, "aantekening", 0, "een", sleutel)), eerst);
    EXPECT_EQ(code_van(doe(bewerking(p, "aantekening", 0, "iets anders", sleutel), 409)), "sleutel-gebruikt");
    EXPECT_EQ(veld_in(t.lees(t.lid).at("punten").at(0), "aantekening"), "2 een\ntwee");
    const auto botsing = bewerking(p, "aantekening", 1, "EEN", Uuid::willekeurig());
    doe(bewerking(p, "aantekening", 2, "uno\ntwee"));
    const auto bewijs = doe(botsing);
    EXPECT_EQ(bewijs.at("uitkomst").as_string(), "botsing");
    doe(bewerking(p, "aantekening", 3, "weer anders"));
    EXPECT_EQ(doe(botsing), bewijs);
}

TEST(Bewerken, SchrijftHetPlanVanDeCasusTerwijlHetGezegdWordt) {
    Tafel t;
    const auto casus = t.casus();
    const auto p = t.punt_over(casus, "b-");
    const auto versie = eis(200, t.lid, Methode::get, pad_van(casus)).at("plan").at("versie").as_int64();
    const auto doe = [&](const Gebruiker& wie, const std::string& veld, std::int64_t gezien, const std::string& waarde) {
        return eis(200, wie, Methode::post, t.pad + "/_bewerk", bewerking(p, veld, static_cast<int>(gezien), waarde));
    };
    EXPECT_EQ(doe(t.lid, "hypothese", versie, "Kweek.").at("versie").as_int64(), versie + 1);
    EXPECT_EQ(doe(t.secretaris, "doel", versie, "Sluiten.").at("uitkomst").as_string(), "samengevoegd");  // another field of the same plan
    doe(t.lid, "hypothese", versie + 2, "Kweek.\nEn handel.");
    EXPECT_EQ(doe(t.voorzitter, "hypothese", versie + 1, "Handel.").at("uitkomst").as_string(), "botsing");
    const auto plan = eis(200, t.lid, Methode::get, pad_van(casus)).at("plan");
    EXPECT_EQ(plan.at("hypothese").as_string(), "Kweek.\nEn handel.");
    EXPECT_EQ(plan.at("doel").as_string(), "Sluiten.");
    // One line in the timeline per field, with the meeting.
    EXPECT_EQ(omgeving().beheer().doe("select count(*) as n from casus.gebeurtenis where casus = $1 and soort = 'plan' and gegevens ? 'overleg'", id_van(casus))[0].veld<int>("n"), 2);
}

TEST(Besluiten, WegenInHetSignaalMetWieErAndersOverDachtEnHetOverlegAlsBron) {
    Tafel t("lip");
    auto signaal = eis(201, t.voorzitter, Methode::post, "/v1/signalen", object{{"titel", "Bussen"}, {"omschrijving", "In de nacht."}, {"bron", "meldpunt"}, {"thema", "hennep"}});
    const auto p = eis(201, t.voorzitter, Methode::post, t.pad + "/punten", object{{"dossier", object{{"soort", "signaal"}, {"id", signaal.at("id")}}}});
    const auto punt = t.pad + "/punten/" + id_van(p);
    const auto weeg = [&](int stap, const std::string& uitkomst, int status = 201) {
        return eis(status, t.voorzitter, Methode::post, punt + "/weging",
                   object{{"stap", stap}, {"antwoorden", array{}}, {"uitkomst", uitkomst}, {"motivering", "Zo is het besproken."}, {"standpunten", standpunten(t.secretaris, t.lid)}});
    };
    EXPECT_EQ(code_van(weeg(1, "ja", 409)), "overleg-niet-bezig");
    t.stand(t.voorzitter, "aanwezig");
    t.begin(id_van(p));
    t.stand(t.partner, "aanwezig");
    EXPECT_EQ(code_van(weeg(1, "ja", 409)), "punttoets-2a-ontbreekt");  // the partner may hear nothing of it
    EXPECT_EQ(eis(200, t.voorzitter, Methode::get, "/v1/signalen/" + id_van(signaal)).at("status").as_string(), "nieuw");
    t.stand(t.partner, "vertrokken");
    weeg(1, "ja");
    weeg(2, "ja");
    const auto na = weeg(3, "gecompliceerd");
    EXPECT_EQ(na.at("besluiten").as_array().size(), 3U);
    EXPECT_EQ(na.at("besluiten").at(0).at("standpunten").as_array().size(), 2U);
    signaal = eis(200, t.voorzitter, Methode::get, "/v1/signalen/" + id_van(signaal));
    const auto& w = signaal.at("wegingen").at(0);
    EXPECT_EQ(w.at("overleg").at("naam").as_string(), "Kernteam");
    EXPECT_EQ("/v1/overleggen/" + std::string(w.at("overleg").at("id").as_string()), t.pad);
    int anders = 0;
    for (const auto& s : w.at("standpunten").as_array()) {
        if (s.at("eens").as_bool()) continue;
        ++anders;
        EXPECT_EQ(s.at("gebruiker").at("id").as_string(), t.lid.id.tekst());
        EXPECT_EQ(s.at("reden").as_string(), "Er is te weinig bekend.");
    }
    EXPECT_EQ(anders, 1);
    EXPECT_EQ(code_van(weeg(1, "ja", 409)), "weging-niet-aan-de-beurt");
    // And the casus that comes of it.
    const auto besluit = object{{"soort", "casus_openen"}, {"tekst", "Wij openen een casus."}, {"standpunten", array{}}};
    EXPECT_THAT(veldfouten(eis(400, t.voorzitter, Methode::post, punt + "/besluiten", besluit)), UnorderedElementsAre("/werknaam ontbreekt", "/thema ontbreekt"));
    auto met_naam = besluit;
    met_naam["werknaam"] = "Bussen in de nacht";
    met_naam["thema"] = "hennep";
    eis(201, t.voorzitter, Methode::post, punt + "/besluiten", met_naam);
    signaal = eis(200, t.voorzitter, Methode::get, "/v1/signalen/" + id_van(signaal));
    EXPECT_EQ(signaal.at("status").as_string(), "casus");
    EXPECT_EQ(signaal.at("casus").at("werknaam").as_string(), "Bussen in de nacht");
    // The item went along: who is of the team and not of the casus sees nothing of it any more.
    EXPECT_EQ(t.lees(t.voorzitter).at("punten").as_array().size(), 1U);
    EXPECT_EQ(t.lees(t.lid).at("punten").as_array().size(), 0U);
    const auto verhaal = omgeving().beheer().doe("select tekst from casus.gebeurtenis where casus = $1 and soort = 'besluit'", std::string(signaal.at("casus").at("id").as_string()))[0].veld<std::string>("tekst");
    EXPECT_THAT(verhaal, HasSubstr("Besloten in Kernteam, "));
}

TEST(Besluiten, BrengenDeCasusVerderEnBewarenWieErAndersOverDacht) {
    Tafel t;
    const auto casus = t.casus();
    toets_voor(omgeving(), t.voorzitter, casus, "plan");
    const auto p = t.punt_over(casus, "c-");
    const auto punt = t.pad + "/punten/" + p;
    t.stand(t.voorzitter, "aanwezig");
    t.stand(t.lid, "aanwezig");
    t.begin(p);
    const auto besluit = [&](const std::string& soort, int status = 201, const value& tot = nullptr) {
        return eis(status, t.voorzitter, Methode::post, punt + "/besluiten", object{{"soort", soort}, {"tekst", "Wij gaan door."}, {"standpunten", standpunten(t.voorzitter, t.lid)}, {"tot", tot}});
    };
    const auto kan = [&](const Gebruiker& wie) {
        std::vector<std::string> uit;
        const auto gezien = eis(200, wie, Methode::get, punt).at("keuzes");
        if (gezien.is_null()) return std::vector<std::string>{"-"};
        for (const auto& k : gezien.as_array()) {
            if (k.at("niet").is_null()) uit.emplace_back(k.at("soort").as_string());
        }
        return uit;
    };
    EXPECT_THAT(veldfouten(besluit("casus_openen", 400)), ElementsAre("/soort past-niet"));
    EXPECT_EQ(code_van(besluit("naar_uitvoering", 409)), "overgang-niet-toegestaan");
    EXPECT_THAT(kan(t.voorzitter), UnorderedElementsAre("plan_vaststellen", "anders"));
    EXPECT_THAT(kan(t.lid), ElementsAre("-"));  // he does not lead
    besluit("plan_vaststellen");
    EXPECT_THAT(kan(t.voorzitter), testing::Contains("naar_uitvoering"));
    // From the catalogue into the plan, an action to somebody, and what a colleague knows.
    eis(201, t.voorzitter, Methode::post, punt + "/interventies", object{{"type", "waarschuwing"}, {"omschrijving", "Brief"}, {"uitvoerder", "Handhaving"}});
    const auto met_actie = eis(201, t.voorzitter, Methode::post, punt + "/acties", object{{"wat", "De verhuurder bellen"}, {"eigenaar", t.lid.id.tekst()}, {"datum", "2099-01-01"}});
    EXPECT_EQ(met_actie.at("acties").at(0).at("wat").as_string(), "De verhuurder bellen");
    eis(201, t.voorzitter, Methode::post, punt + "/informatie", object{{"tekst", "De loods staat leeg."}, {"bronsoort", "handhaving"}, {"naam", "Toezicht"}});
    EXPECT_EQ(code_van(besluit("naar_uitvoering", 409)), "privacytoets-2b-ontbreekt");  // the casus asks its own check
    besluit("anders");
    const auto nu = eis(200, t.lid, Methode::get, pad_van(casus));
    EXPECT_EQ(nu.at("fase").as_string(), "plan");
    std::string verhaal;
    for (const auto rij : omgeving().beheer().doe("select soort, coalesce(tekst, '') as tekst, gegevens from casus.gebeurtenis where casus = $1 order by op", id_van(casus)))
        verhaal += rij.veld<std::string>("soort") + ": " + rij.veld<std::string>("tekst") + "\n";
    for (const auto* wel : {"overgang: Wij gaan door.\nBesloten in Kernteam, ", "Anders: ", "Er is te weinig bekend.", "interventie: ", "actie: ", "informatie: De loods staat leeg.\nBron: Toezicht (", "besluit: Wij gaan door."})
        EXPECT_THAT(verhaal, HasSubstr(wel));
    EXPECT_EQ(omgeving().beheer().doe("select count(*) as n from overleg.standpunt s join overleg.besluit b on b.id = s.besluit where b.punt = $1 and not s.eens", p)[0].veld<int>("n"), 2);
    // A step is refused while somebody who may not hear it is in the room, whatever the step.
    t.stand(t.gast, "aanwezig");
    const auto weigert = [&](const std::string& pad, const object& lijf) { return code_van(eis(409, t.voorzitter, Methode::post, punt + pad, lijf)); };
    EXPECT_EQ(weigert("/besluiten", object{{"soort", "anders"}, {"tekst", "x"}, {"standpunten", array{}}}), "punttoets-2a-ontbreekt");
    EXPECT_EQ(weigert("/acties", object{{"wat", "x"}, {"eigenaar", t.lid.id.tekst()}, {"datum", "2099-01-01"}}), "punttoets-2a-ontbreekt");
    EXPECT_EQ(weigert("/informatie", object{{"tekst", "x"}, {"bronsoort", "handhaving"}, {"naam", "y"}}), "punttoets-2a-ontbreekt");
    EXPECT_EQ(weigert("/interventies", object{{"type", "waarschuwing"}, {"omschrijving", "x"}, {"uitvoerder", "y"}}), "punttoets-2a-ontbreekt");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    besluit("anders");
    // The next meeting of the series begins with what is still open.
    const auto volgende = eis(201, t.voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", t.reeks}});
    EXPECT_EQ(volgende.at("voorgaandeActies").at(0).at("wat").as_string(), "De verhuurder bellen");
}

}  // namespace
}  // namespace damwand::overleg

// SPDX-License-Identifier: EUPL-1.2
// A meeting through the gate: each participant sees his own part of the agenda, and nothing of what is not his.
#include "werk/overleg/proefoverleg.hpp"

namespace damwand::overleg {
namespace {

TEST(Reeks, PlantOverleggenInHetRitmeMetWieErVastBijHoort) {
    Tafel t;
    const auto o = t.lees(t.partner);
    EXPECT_EQ(o.at("reeks").at("naam").as_string(), "Kernteam");
    EXPECT_EQ(o.at("deelnemers").as_array().size(), 5U);
    EXPECT_EQ(o.at("ik").at("rol").as_string(), "deelnemer");
    EXPECT_FALSE(o.at("ik").at("magLeiden").as_bool());
    EXPECT_TRUE(t.lees(t.secretaris).at("ik").at("magLeiden").as_bool());
    const auto eerste = lees_datum(o.at("datum").as_string()).value();
    EXPECT_EQ(eerste, volgende_dag(lees_datum(vandaag()).value(), 4, 3, std::nullopt));
    const auto tweede = eis(201, t.voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", t.reeks}});
    EXPECT_EQ(lees_datum(tweede.at("datum").as_string()).value(), volgende_dag(lees_datum(vandaag()).value(), 4, 3, eerste));
    EXPECT_THAT(veldfouten(eis(400, t.voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", t.reeks}, {"datum", o.at("datum")}})), ElementsAre("/datum bestaat-al"));
    // Who joins later takes part in what is planned; who leaves sees nothing of it any more.
    auto nieuw = omgeving().gebruiker({"jurist"});
    eis(404, nieuw, Methode::get, t.pad);
    t.zet_lid(nieuw);
    eis(200, nieuw, Methode::get, t.pad);
    eis(204, t.voorzitter, Methode::verwijder, "/v1/overlegreeksen/" + t.reeks + "/leden/" + nieuw.id.tekst());
    eis(404, nieuw, Methode::get, t.pad);
    eis(404, nieuw, Methode::get, "/v1/overlegreeksen/" + t.reeks);
}

TEST(Reeks, NodigtUitPerMailOokAlsHetVerandertOfNietMeerHoeft) {
    Tafel t;
    auto& o = omgeving();
    auto beheer = ingreep(o);
    for (const auto* wie : {&t.voorzitter, &t.gast, &t.partner}) {
        beheer.doe("insert into post.adres (organisatie, gebruiker, adres, van, operatie) values (1, $1, $2, basis.nu(), basis.operatie())", wie->id, wie->id.tekst() + "@damstede.example");
    }
    // What the program would send to somebody, in the order in which it lies there.
    const auto brieven = [&](const Gebruiker& wie) {
        std::vector<std::string> uit;
        db::Transactie tx(o.toepassing(), {.organisatie = wie.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        for (const auto rij : tx.doe("select id from post.uit where gebruiker = $1 and soort = 'uitnodiging' order by op, id", wie.id)) {
            const auto u = uitnodiging(tx, rij.veld<Uuid>("id"));
            uit.push_back(!u ? "-" : fmt::format("{} {} {} {} {}{}", u->titel, tekst(u->datum), u->begin, u->eind, u->plaats, u->afgezegd ? " af" : u->afgelast ? " gaat niet door" : ""));
        }
        return uit;
    };
    EXPECT_THAT(brieven(t.gast), IsEmpty());  // nobody had an address when it was planned
    auto dag = [](const value& v) { return std::string(v.at("datum").as_string()); };
    const auto volgend = eis(201, t.voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", t.reeks}});
    const auto pad = "/v1/overleggen/" + id_van(volgend);
    EXPECT_THAT(brieven(t.gast), ElementsAre("Kernteam " + dag(volgend) + " 570 660 Kamer 2.12"));
    EXPECT_THAT(brieven(t.lid), IsEmpty());  // he has no address
    // Another time and place: a new one, and the first says nothing any more. Other words of the meeting change nothing in a calendar.
    auto nu = eis(200, t.voorzitter, Methode::patch, pad, object{{"begin", "13:00"}, {"plaats", "Raadzaal"}}, gezien(1));
    eis(200, t.voorzitter, Methode::patch, pad, object{{"secretaris", t.voorzitter.id.tekst()}}, gezien(versie_van(nu)));
    EXPECT_THAT(brieven(t.gast), ElementsAre("-", "Kernteam " + dag(volgend) + " 780 870 Raadzaal"));
    eis(204, t.voorzitter, Methode::verwijder, pad + "/deelnemers/" + t.gast.id.tekst());
    EXPECT_THAT(brieven(t.gast), ElementsAre("-", "-", "Kernteam " + dag(volgend) + " 780 870 Raadzaal af"));
    EXPECT_THAT(brieven(t.partner), ElementsAre("-", "Kernteam " + dag(volgend) + " 780 870 Raadzaal"));
    // Called off: whoever takes part hears it, and who does no more hears nothing new.
    eis(200, t.voorzitter, Methode::post, pad + "/_gelastaf");
    EXPECT_THAT(brieven(t.partner), ElementsAre("-", "-", "Kernteam " + dag(volgend) + " 780 870 Raadzaal gaat niet door"));
    EXPECT_THAT(brieven(t.gast), ElementsAre("-", "-", "Kernteam " + dag(volgend) + " 780 870 Raadzaal af"));
    // Only the program reads the outbox, and what lies in it.
    db::Transactie tx(o.toepassing(), {.organisatie = t.gast.organisatie, .gebruiker = t.voorzitter.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
    EXPECT_TRUE(tx.doe("select 1 from post.uit").leeg());
    EXPECT_THROW(tx.doe("select overleg.nodig_uit($1, array[$2])", id_van(volgend), t.buiten.id), db::DbFout);
}

TEST(Reeks, IsErNietVoorWieErNietBijHoort) {
    Tafel t;
    eis(404, t.buiten, Methode::get, t.pad);
    eis(404, t.buiten, Methode::get, "/v1/overlegreeksen/" + t.reeks);
    eis(404, t.buiten, Methode::post, t.pad + "/_begin");
    EXPECT_THAT(veldfouten(eis(400, t.buiten, Methode::post, "/v1/overleggen", object{{"reeks", t.reeks}})), ElementsAre("/reeks geen-reeks"));
    EXPECT_THAT(eis(200, t.buiten, Methode::get, "/v1/overleggen").at("resultaten").as_array(), IsEmpty());
    const auto vreemd = omgeving().gebruiker({"coordinator"}, 2);
    eis(404, vreemd, Methode::get, t.pad);
    // Of this meeting, but not to lead.
    EXPECT_EQ(code_van(eis(403, t.partner, Methode::post, t.pad + "/_begin")), "geen-recht");
    eis(200, t.voorzitter, Methode::put, t.pad + "/deelnemers/" + t.buiten.id.tekst(), object{{"geheimhouding", "ambtseed"}});
    EXPECT_EQ(code_van(eis(403, t.buiten, Methode::post, t.pad + "/_begin")), "niet-voorzitter");
}

TEST(Agenda, ToontIederZijnEigenDeelEnVanEenAnderGeenGat) {
    Tafel t;
    const auto eerste = t.punt_over(t.casus(), "kanarie-een-");
    eis(201, t.voorzitter, Methode::post, t.pad + "/punten", object{{"titel", "Rondvraag"}});
    const auto tweede = t.punt_over(t.casus("Tweede zaak"), "kanarie-twee-");
    const std::string alles = " kern toelichting personen adressen bronnen voorgenomen";
    EXPECT_THAT(delen_in(t.lees(t.voorzitter)), ElementsAre("1:" + alles, "2:", "3:" + alles));
    EXPECT_THAT(delen_in(t.lees(t.lid)), ElementsAre("1:" + alles, "2:", "3:" + alles));
    EXPECT_THAT(delen_in(t.lees(t.gast)), ElementsAre("1:"));  // the free item, and it is the first
    t.toets(tweede, {Tafel::verdeling(t.gast, {"kern", "voorgenomen"}), Tafel::verdeling(t.partner, {"adressen"})});
    EXPECT_THAT(delen_in(t.lees(t.gast)), ElementsAre("1:", "2: kern voorgenomen"));
    EXPECT_THAT(delen_in(t.lees(t.partner)), ElementsAre("1:", "2: adressen"));
    // Not what it is about, nor who proposed what, nor who sees what.
    const auto gezien = t.lees(t.gast).at("punten").at(1);
    EXPECT_TRUE(gezien.at("dossier").is_null());
    for (const auto* veld : {"toetsen", "verdeling", "waarschuwing", "reden"}) EXPECT_TRUE(gezien.at(veld).is_null()) << veld;
    const auto alle = serialize(t.lees(t.gast)) + serialize(eis(200, t.gast, Methode::get, t.pad + "/punten/" + tweede)) + serialize(eis(200, t.gast, Methode::get, "/v1/overleggen"));
    for (const auto* niet : {"kanarie-een", "kanarie-twee-toelichting", "kanarie-twee-personen", "kanarie-twee-adressen", "Tweede zaak", "Loods"}) EXPECT_THAT(alle, Not(HasSubstr(niet)));
    eis(404, t.gast, Methode::get, t.pad + "/punten/" + eerste);
    eis(404, t.partner, Methode::get, t.pad + "/punten/" + eerste);
    EXPECT_EQ(eis(200, t.gast, Methode::get, "/v1/overleggen").at("resultaten").at(0).at("aantalPunten").as_int64(), 2);
    EXPECT_EQ(eis(200, t.lid, Methode::get, "/v1/overleggen").at("resultaten").at(0).at("aantalPunten").as_int64(), 3);
    // Who leads sees who sees what.
    const auto verdeling = t.lees(t.voorzitter).at("punten").at(2).at("verdeling");
    for (const auto& v : verdeling.as_array()) {
        if (v.at("gebruiker").at("id").as_string() == t.partner.id.tekst()) {
            EXPECT_EQ(serialize(v.at("delen")), R"(["adressen"])");
        }
        EXPECT_EQ(v.at("vanDossier").as_bool(), v.at("gebruiker").at("id").as_string() != t.partner.id.tekst() && v.at("gebruiker").at("id").as_string() != t.gast.id.tekst());
    }
}

TEST(Agenda, EenToetsDieNeeZegtOfIngetrokkenWordtNeemtHetWeerWeg) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "x");
    const auto punt = t.pad + "/punten/" + p;
    // Proposed is not decided.
    auto voorstel = eis(201, t.secretaris, Methode::post, punt + "/toetsen", Tafel::toetslijf({Tafel::verdeling(t.gast, {"kern"})}, ""));
    EXPECT_THAT(delen_in(t.lees(t.gast)), IsEmpty());
    const auto toets = punt + "/toetsen/" + id_van(voorstel.at("toetsen").at(0));
    EXPECT_EQ(code_van(eis(403, t.secretaris, Methode::post, toets + "/besluit", object{{"staat", "akkoord"}}, gezien(1))), "geen-recht");
    eis(200, t.voorzitter, Methode::post, toets + "/besluit", object{{"staat", "akkoord"}}, gezien(1));
    EXPECT_THAT(delen_in(t.lees(t.gast)), ElementsAre("1: kern"));
    EXPECT_EQ(code_van(eis(409, t.voorzitter, Methode::put, punt + "/delen/kern", object{{"tekst", "anders"}})), "toets-ligt-vast");
    t.schrijf(p, "toelichting", "mag nog");
    EXPECT_THAT(veldfouten(eis(400, t.voorzitter, Methode::post, toets + "/besluit", object{{"staat", "ingetrokken"}}, gezien(2))), ElementsAre("/reden ontbreekt"));
    eis(200, t.voorzitter, Methode::post, toets + "/besluit", object{{"staat", "ingetrokken"}, {"reden", "Niet nodig."}}, gezien(2));
    EXPECT_THAT(delen_in(t.lees(t.gast)), IsEmpty());
    eis(404, t.gast, Methode::get, punt);
    // The newest that names him counts.
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"}), Tafel::verdeling(t.partner, {"kern"})});
    t.toets(p, {Tafel::verdeling(t.gast, {"adressen"})});
    EXPECT_THAT(delen_in(t.lees(t.gast)), ElementsAre("1: adressen"));
    EXPECT_THAT(delen_in(t.lees(t.partner)), ElementsAre("1: kern"));
    EXPECT_THAT(veldfouten(t.toets(p, {Tafel::verdeling(t.buiten, {"kern"}), Tafel::verdeling(t.gast, {"raar"}), Tafel::verdeling(t.gast, {})}, 400)),
                ElementsAre("/leden/0/gebruiker geen-deelnemer", "/leden/1/delen/0 geen-deel", "/leden/2/gebruiker dubbel", "/leden/2/delen leeg"));
    EXPECT_EQ(code_van(eis(409, t.voorzitter, Methode::verwijder, punt, nullptr, gezien(1))), "punt-getoetst");
}

TEST(Muur, WatVoorafTeLezenIsStaatOokInSqlAlleenVoorHetDossier) {
    Tafel t;
    const auto punt = t.punt_over(t.casus(), "deel");
    const auto nu = eis(200, t.voorzitter, Methode::get, t.pad + "/punten/" + punt);
    eis(200, t.voorzitter, Methode::patch, t.pad + "/punten/" + punt, object{{"voorbereiding", "vooraflezen"}}, gezien(versie_van(nu)));
    t.toets(punt, {Tafel::verdeling(t.gast, {"kern"})});
    EXPECT_EQ(eis(200, t.lid, Methode::get, t.pad + "/punten/" + punt).at("voorbereiding").as_string(), "vooraflezen");
    EXPECT_EQ(eis(200, t.gast, Methode::get, t.pad + "/punten/" + punt).at("voorbereiding").as_string(), "");
    EXPECT_THAT(delen_in(t.lees(t.lid)), ElementsAre("1: kern toelichting personen adressen bronnen voorgenomen"));
    EXPECT_THAT(teksten_onder_de_muur(t.gast), ElementsAre("deelkern"));
    db::Transactie tx(omgeving().toepassing(), {.organisatie = t.gast.organisatie, .gebruiker = t.gast.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
    EXPECT_EQ(tx.doe("select count(*) as n from overleg.punt where voorbereiding <> '' and id = $1", punt)[0].veld<int>("n"), 0);
    // Nor may a check give it.
    EXPECT_THAT(veldfouten(eis(400, t.voorzitter, Methode::post, t.pad + "/punten/" + punt + "/toetsen", Tafel::toetslijf({Tafel::verdeling(t.gast, {"voorbereiding"})}))), ElementsAre("/leden/0/delen/0 geen-deel"));
}

TEST(Muur, ToontOokZonderDeKamerGeenDeelDatNietVanHemIs) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "muur-");
    EXPECT_EQ(teksten_onder_de_muur(t.lid).size(), 6U);
    EXPECT_THAT(teksten_onder_de_muur(t.gast), IsEmpty());
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    EXPECT_THAT(teksten_onder_de_muur(t.gast), ElementsAre("muur-kern"));
    EXPECT_THAT(teksten_onder_de_muur(t.partner), IsEmpty());
    // What he may read he may not write.
    db::Transactie tx(omgeving().toepassing(), {.organisatie = t.gast.organisatie, .gebruiker = t.gast.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
    EXPECT_EQ(tx.doe("update overleg.deel set tekst = 'x'").geraakt(), 0);
    EXPECT_EQ(tx.doe("delete from overleg.deel").geraakt(), 0);
}

TEST(Muur, DezeProefZietEenGatInDeTweedeMuur) {
    Tafel t;
    t.punt_over(t.casus(), "gat-");
    auto beheer = omgeving().beheer();
    beheer.script("create policy gat on overleg.deel for select using (true)");
    EXPECT_THAT(teksten_onder_de_muur(t.gast), Not(IsEmpty()));
    beheer.script("drop policy gat on overleg.deel");
    EXPECT_THAT(teksten_onder_de_muur(t.gast), IsEmpty());
}

TEST(Agenda, VultZichzelfEnZegtWaarom) {
    Tafel lip("lip");
    const auto signaal = eis(201, lip.voorzitter, Methode::post, "/v1/signalen", object{{"titel", "Te wegen"}, {"omschrijving", "x"}, {"bron", "meldpunt"}, {"thema", "hennep"}});
    const auto eigen = [&](const value& lijst, const value& id) {
        for (const auto& v : lijst.as_array()) {
            if (v.at("dossier").at("id") == id) return std::string(v.at("reden").as_string());
        }
        return std::string("-");
    };
    EXPECT_EQ(eigen(eis(200, lip.voorzitter, Methode::get, lip.pad + "/voorstellen").at("resultaten"), signaal.at("id")), "te_wegen");
    // Taken over by itself it keeps the reason, as all of them do together.
    const auto los = eis(201, lip.voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", lip.reeks}});
    EXPECT_EQ(eis(201, lip.voorzitter, Methode::post, "/v1/overleggen/" + id_van(los) + "/punten", object{{"dossier", object{{"soort", "signaal"}, {"id", signaal.at("id")}}}}).at("reden").as_string(), "te_wegen");
    const auto gevuld = eis(200, lip.voorzitter, Methode::post, lip.pad + "/_vul");
    EXPECT_EQ(eigen(gevuld.at("toegevoegd"), signaal.at("id")), "te_wegen");
    const auto aantal = gevuld.at("overleg").at("punten").as_array().size();
    EXPECT_EQ(gevuld.at("toegevoegd").as_array().size(), aantal);
    const auto nogmaals = eis(200, lip.voorzitter, Methode::post, lip.pad + "/_vul");
    EXPECT_THAT(nogmaals.at("toegevoegd").as_array(), IsEmpty());
    EXPECT_EQ(nogmaals.at("overleg").at("punten").as_array().size(), aantal);
    for (const auto& p : nogmaals.at("overleg").at("punten").as_array()) EXPECT_EQ(p.at("soort").as_string(), "signaal");
    // A kernteam: casussen that wait, each for whom it is; and what was not reached comes back.
    Tafel t;
    const auto casus = t.casus();
    toets(omgeving(), t.voorzitter, casus, "2a", object{{"leden", array{t.lid.id.tekst()}}}, "");
    EXPECT_EQ(eigen(eis(200, t.voorzitter, Methode::get, t.pad + "/voorstellen").at("resultaten"), casus.at("id")), "toets_nodig");
    eis(200, t.voorzitter, Methode::post, t.pad + "/_vul");
    eis(200, t.voorzitter, Methode::post, t.pad + "/_begin");
    eis(200, t.voorzitter, Methode::post, t.pad + "/_sluit");
    EXPECT_THAT(delen_in(t.lees(t.partner)), IsEmpty());
    const auto volgende = eis(201, t.voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", t.reeks}});
    EXPECT_EQ(eigen(eis(200, t.voorzitter, Methode::get, "/v1/overleggen/" + id_van(volgende) + "/voorstellen").at("resultaten"), casus.at("id")), "doorgeschoven");
}

TEST(Agenda, VanEenAfgelastOverlegLeestNiemandNogWatErVoorHemWas) {
    Tafel t;
    const auto casus = t.casus("Wacht op een volgende keer");
    const auto p = t.punt_over(casus, "af-");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern", "adressen"})});
    const auto vrij = id_van(eis(201, t.voorzitter, Methode::post, t.pad + "/punten", object{{"titel", "Rondvraag"}}));
    EXPECT_THAT(delen_in(t.lees(t.gast)), ElementsAre("1: kern adressen", "2:"));
    EXPECT_EQ(code_van(eis(403, t.lid, Methode::post, t.pad + "/_gelastaf")), "geen-recht");
    eis(404, t.buiten, Methode::post, t.pad + "/_gelastaf");
    EXPECT_EQ(t.lees(t.lid).at("staat").as_string(), "gepland");
    const auto na = eis(200, t.voorzitter, Methode::post, t.pad + "/_gelastaf");
    EXPECT_EQ(na.at("staat").as_string(), "afgelast");
    EXPECT_EQ(eis(200, t.secretaris, Methode::post, t.pad + "/_gelastaf").at("versie"), na.at("versie"));  // said twice
    // Everybody sees that it is off, and by a check of it nothing more; whose the dossier is keeps it.
    EXPECT_EQ(t.lees(t.gast).at("staat").as_string(), "afgelast");
    EXPECT_THAT(delen_in(t.lees(t.gast)), ElementsAre("1:"));
    EXPECT_THAT(teksten_onder_de_muur(t.gast), IsEmpty());
    EXPECT_EQ(delen_in(t.lees(t.lid)).size(), 2U);
    // Nothing of it changes any more.
    for (const auto& [m, pad, lijf] : std::vector<std::tuple<Methode, std::string, value>>{
             {Methode::post, "/_begin", nullptr},
             {Methode::post, "/_vul", nullptr},
             {Methode::post, "/punten", object{{"titel", "Toch nog"}}},
             {Methode::post, "/punten/" + p + "/toetsen", Tafel::toetslijf({Tafel::verdeling(t.gast, {"kern"})})},
             {Methode::put, "/punten/" + p + "/delen/kern", object{{"tekst", "anders"}}},
             {Methode::post, "/_bewerk", bewerking(vrij, "aantekening", 0, "nog iets")},
             {Methode::put, "/aanwezigheid/" + t.gast.id.tekst(), object{{"stand", "aanwezig"}}},
             {Methode::put, "/deelnemers/" + t.buiten.id.tekst(), object{{"geheimhouding", "ambtseed"}}},
             {Methode::verwijder, "/deelnemers/" + t.gast.id.tekst(), nullptr}}) {
        EXPECT_EQ(code_van(eis(409, t.voorzitter, m, t.pad + pad, lijf)), "overleg-afgelast") << pad;
    }
    EXPECT_EQ(code_van(eis(409, t.voorzitter, Methode::patch, t.pad, object{{"plaats", "Elders"}}, gezien(versie_van(na)))), "overleg-afgelast");
    eis(409, t.voorzitter, Methode::post, t.pad + "/_sluit");
    // Not even by the function that writes down what checks come to.
    {
        db::Transactie tx(omgeving().toepassing(), {.organisatie = t.voorzitter.organisatie, .gebruiker = t.voorzitter.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
        tx.doe("select overleg.verdeel($1)", p);
        tx.leg_vast();
    }
    EXPECT_THAT(teksten_onder_de_muur(t.gast), IsEmpty());
    // On the same day another can be held, and what waited is on its way there.
    const auto nieuw = eis(201, t.voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", t.reeks}, {"datum", na.at("datum")}});
    const auto wacht = eis(200, t.voorzitter, Methode::get, "/v1/overleggen/" + id_van(nieuw) + "/voorstellen").at("resultaten");
    std::string reden;
    for (const auto& v : wacht.as_array()) {
        if (v.at("dossier").at("id") == casus.at("id")) reden = std::string(v.at("reden").as_string());
    }
    EXPECT_EQ(reden, "doorgeschoven");
    // One that is on, or was, is not called off.
    eis(200, t.voorzitter, Methode::post, "/v1/overleggen/" + id_van(nieuw) + "/_begin");
    EXPECT_EQ(code_van(eis(409, t.voorzitter, Methode::post, "/v1/overleggen/" + id_van(nieuw) + "/_gelastaf")), "overleg-begonnen");
}

TEST(Agenda, StaatKlaarMetWatEenBesluitVraagtEnWatTeLaatIs) {
    Tafel t;
    auto& o = omgeving();
    const auto te_besluiten = stap(o, t.voorzitter, t.casus("Plan ligt er"), "plan");
    const auto met_vraag = t.casus("Antwoord blijft uit");
    gevraagde_bron(o, t.voorzitter, t.voorzitter, met_vraag, object{{"bronsoort", "politie"}, {"vraag", "Is dit adres bekend?"}, {"grondslag", "gemeentewet-172"}, {"termijn", "2099-01-01"}});
    const auto met_actie = t.casus("Nog niet gebeld");
    eis(201, t.voorzitter, Methode::post, pad_van(met_actie) + "/acties", object{{"wat", "Bellen"}, {"eigenaar", t.lid.id.tekst()}, {"datum", "2099-01-01"}});
    const auto reden = [&](const value& casus) {
        const auto alle = eis(200, t.voorzitter, Methode::get, t.pad + "/voorstellen").at("resultaten");
        for (const auto& v : alle.as_array()) {
            if (v.at("dossier").at("id") == casus.at("id")) return std::string(v.at("reden").as_string());
        }
        return std::string("-");
    };
    EXPECT_EQ(reden(te_besluiten), "besluit_nodig");
    EXPECT_EQ(reden(met_vraag), "-");  // not yet
    EXPECT_EQ(reden(met_actie), "-");
    auto beheer = ingreep(o);
    for (const auto* casus : {&met_vraag, &met_actie}) beheer.doe("update casus.termijn set datum = basis.vandaag() - 1 where casus = $1", id_van(*casus));
    beheer.doe("update actie.actie set datum = basis.vandaag() - 1 where dossier = $1", id_van(met_actie));
    EXPECT_EQ(reden(met_vraag), "termijn_voorbij");
    EXPECT_EQ(reden(met_actie), "actie_te_laat");
}

TEST(Reeks, WisseltVanSamenstellingMetMandaatEnGeheimhouding) {
    Tafel t;
    const auto leden = "/v1/overlegreeksen/" + t.reeks + "/leden/";
    eis(200, t.voorzitter, Methode::put, leden + t.gast.id.tekst(), object{{"organisatie", "Sociaal domein"}, {"mandaat", "Mag besluiten over hulp"}, {"geheimhouding", "wettelijk"}, {"vast", false}});
    eis(200, t.voorzitter, Methode::put, leden + t.partner.id.tekst(), object{{"geheimhouding", "verklaring"}, {"vast", true}, {"tot", vandaag()}});
    const auto volgend = eis(201, t.voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", t.reeks}});
    const auto pad = "/v1/overleggen/" + id_van(volgend);
    const auto wie = [](const value& o) {
        std::map<std::string, std::string> uit;
        for (const auto& d : o.at("deelnemers").as_array())
            uit[std::string(d.at("gebruiker").at("id").as_string())] = fmt::format("{}|{}|{}", std::string(d.at("organisatie").as_string()), std::string(d.at("mandaat").as_string()), std::string(d.at("geheimhouding").as_string()));
        return uit;
    };
    EXPECT_EQ(wie(volgend).count(t.lid.id.tekst()), 1U);
    EXPECT_EQ(wie(volgend).count(t.gast.id.tekst()), 0U);     // comes when he is asked
    EXPECT_EQ(wie(volgend).count(t.partner.id.tekst()), 0U);  // belonged to it until today
    eis(404, t.gast, Methode::get, pad);
    const auto na = eis(200, t.voorzitter, Methode::put, pad + "/deelnemers/" + t.gast.id.tekst(), object{{"organisatie", "Sociaal domein"}, {"mandaat", "Mag besluiten over hulp"}, {"geheimhouding", "wettelijk"}});
    EXPECT_EQ(wie(na).at(t.gast.id.tekst()), "Sociaal domein|Mag besluiten over hulp|wettelijk");
    eis(200, t.gast, Methode::get, pad);
}

TEST(Leestermijn, LooptAfMaarNietVoorWieHetDossierHeeft) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "later-");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    auto beheer = ingreep(omgeving());
    beheer.doe("update toegang.zicht_lid l set tot = basis.nu() - interval '1 second' from overleg.punt p where p.id = $1 and l.zicht = p.tafel and l.organisatie = p.organisatie", p);
    beheer.doe("update overleg.deeltoegang set toegang_tot = basis.nu() - interval '1 second' where punt = $1", p);
    EXPECT_THAT(delen_in(t.lees(t.gast)), IsEmpty());
    EXPECT_THAT(teksten_onder_de_muur(t.gast), IsEmpty());
    EXPECT_EQ(delen_in(t.lees(t.lid)).size(), 1U);
}

TEST(Vergeten, EenVernietigdeCasusLaatNietsOpEenAgenda) {
    Tafel t;
    const auto casus = t.casus();
    const auto p = t.punt_over(casus, "weg-");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    t.begin(p);
    auto beheer = ingreep(omgeving());
    beheer.doe("select set_config('damwand.organisatie', '1', false)");
    beheer.doe("select archief.wis($1)", id_van(casus));
    for (const auto* tabel : {"veld", "bewerking", "besluit", "standpunt", "punt", "punt_verleden", "deel", "deel_verleden", "toets", "toets_verleden", "deeltoegang", "gehoord"}) {
        EXPECT_EQ(beheer.doe("select count(*) as n from overleg." + std::string(tabel) + " x where x.dossier = $1", id_van(casus))[0].veld<int>("n"), 0) << tabel;
    }
    EXPECT_THAT(delen_in(t.lees(t.gast)), IsEmpty());
}

}  // namespace
}  // namespace damwand::overleg

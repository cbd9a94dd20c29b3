// SPDX-License-Identifier: EUPL-1.2
// The search finds every text of every compartment, and only for its handler; and it says who saw it.
#include "werk/betrokkene/proefbetrokkene.hpp"

namespace damwand::betrokkene {
namespace {

// What a file says is not searched. Of every file of a dossier in which something was found somebody says so before there is a decision.
TEST(Betrokkene, VanEenMinderjarigeStaatOokDatErBij) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto casus = nieuwe_casus(o, coordinator);
    o.eis(201, coordinator, Methode::post, pad_van(casus) + "/vermeldingen", object{{"soort", "persoon"}, {"tekst", "Dobbelsteentje"}, {"minderjarig", true}});
    o.eis(201, coordinator, Methode::post, pad_van(casus) + "/vermeldingen", object{{"soort", "persoon"}, {"tekst", "Dobbelsteen Senior"}});
    auto z = in_onderzoek();
    const auto teksten = [&](const char* woord) { return boost::json::serialize(z.zoek("woorden", woord).at("resultaten")); };
    EXPECT_NE(teksten("dobbelsteentje").find("Minderjarig"), std::string::npos);
    EXPECT_EQ(teksten("senior").find("Minderjarig"), std::string::npos);
}

TEST(Betrokkene, ElkBestandVanEenGevondenDossierWordtMetDeHandNagekeken) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto casus = nieuwe_casus(o, coordinator);
    const auto ander = nieuwe_casus(o, coordinator);
    o.eis(201, coordinator, Methode::post, pad_van(casus) + "/vermeldingen", object{{"soort", "persoon"}, {"tekst", "Kwikhalsje"}});
    std::set<std::string> bestanden;
    for (const auto* naam : {"een.txt", "twee.txt"}) {
        const auto antwoord = o.stuur(coordinator, pad_van(casus) + "/documenten", std::string("Iets over iemand, ") + naam, {{"bestandsnaam", naam}, {"document-regime", "avg"}});
        ASSERT_EQ(antwoord.status, 201);
        bestanden.insert(id_van(boost::json::parse(antwoord.lijf)));
    }
    ASSERT_EQ(o.stuur(coordinator, pad_van(ander) + "/documenten", "elders", {{"bestandsnaam", "kwikstaart.txt"}, {"document-regime", "avg"}}).status, 201);
    while (wereld().keuring.keur_volgende(0s) && tel("select count(*) as n from documenten.document where staat = 'wordt_gecontroleerd'") > 0) {
    }
    auto z = in_onderzoek();
    const auto uitkomst = z.zoek("woorden", "kwikhalsje");
    std::set<std::string> gevonden;
    for (const auto& v : uitkomst.at("resultaten").as_array()) {
        if (v.at("soort").as_string() == "bestand") gevonden.insert(std::string(v.at("rij").as_string()));
        else z.wijs_aan(v);
    }
    EXPECT_EQ(gevonden, bestanden);  // those of this dossier, and not of another
    const auto op_naam = z.zoek("woorden", "kwikstaart");
    EXPECT_EQ(std::ranges::count_if(op_naam.at("resultaten").as_array(), [](const value& v) { return v.at("soort").as_string() == "bestand"; }), 1);  // found by its name
    const auto beletsel = [&] {
        z.stand = o.eis(200, z.wie, Methode::get, z.pad());
        return std::ranges::any_of(z.stand.at("beletselen").as_array(), [](const value& b) { return b.as_string() == "bestanden-niet-nagekeken"; });
    };
    ASSERT_EQ(z.stand.at("gegevens").as_array().size(), 1U);
    z.besluit(z.stand.at("gegevens").at(0), object{{"beslissing", "toewijzen"}});
    EXPECT_TRUE(beletsel());
    EXPECT_EQ(z.stap("besloten", 409).at("code").as_string(), "bestanden-niet-nagekeken");
    for (const auto& v : uitkomst.at("resultaten").as_array()) {
        if (v.at("soort").as_string() != "bestand") continue;
        EXPECT_TRUE(beletsel());
        z.wijs_aan(v, false);
    }
    EXPECT_FALSE(beletsel());
    z.stap("besloten");
}

TEST(Betrokkene, ZoektInElkeTekstVanElkCompartiment) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto casus = volle_casus(o, coordinator, [] {
        while (wereld().keuring.keur_volgende(0s) && tel("select count(*) as n from documenten.document where staat = 'wordt_gecontroleerd'") > 0) {
        }
    });
    const auto geplant = plant(o, id_van(casus));
    EXPECT_GE(geplant.size(), 100U);
    auto z = in_onderzoek();
    const auto uitkomst = z.zoek("woorden", std::string(kanarie));
    EXPECT_FALSE(uitkomst.at("meer").as_bool());
    std::string alles;
    for (const auto& v : uitkomst.at("resultaten").as_array()) alles += std::string(v.at("tekst").as_string()) + "\n";
    // What is no text that somebody wrote: codes and lists, names of rules, what is worked out from what is searched.
    const std::set<std::string> geen_tekst{
        "zoektekst", "kenmerk", "soort", "object_soort", "dossier_soort", "status", "bron_betrouwbaarheid", "regime", "thema", "nummeraanduiding", "inhoud", "staat",
        "van_fase", "naar_fase", "van_status", "naar_status", "uitkomst", "profiel", "bronsoort", "type", "categorie", "oordeel", "fase", "bewaar_grond", "wat", "ontvanger", "label", "aanleiding", "doorgifte", "informatie_waarde", "partij", "keuze", "effect"};
    for (const auto& [kolom, woord] : geplant) {
        const auto naam = kolom.substr(kolom.rfind('.') + 1);
        if (geen_tekst.contains(naam) || (naam == "reden" && kolom.starts_with("documenten.")) || (naam == "bron" && kolom.starts_with("signaal.")) || kolom == "zoek.tekst.tekst" || kolom == "informeren.besluit.grond" || kolom.starts_with("verstrekking.feit.") || (kolom.starts_with("overleg.punt") && (naam == "reden" || naam == "doel")) || (kolom.starts_with("overleg.toets") && naam == "verdeling") || (kolom.starts_with("casus.lid") && naam == "rol") || kolom == "verstrekking.verstrekking.grondslag") continue;
        EXPECT_THAT(alles, HasSubstr(woord + "\n")) << kolom;
    }
    // Each file in which something was found stands in the read log of this look; the words that were searched do not.
    EXPECT_GE(tel("select count(*) as n from logboek.geraakt g join logboek.audit a using (organisatie, operatie) where a.actie = 'verzoekGegevensZoeken' and g.object = '" + id_van(casus) + "'"), 1);
    EXPECT_EQ(tel("select count(*) as n from logboek.audit a where a::text like '%kanariepiet%'"), 0);
    EXPECT_GE(tel("select count(*) as n from logboek.verwerking where naam = 'verzoekGegevensZoeken' and betrokkene is not null"), 2);  // who asks, and the reporter
}

TEST(Betrokkene, VindtMensenZoalsZijGeschrevenWorden) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"coordinator"});
    const auto leg_vast = [&](const std::string& titel, const std::string& tekst, const array& vermeldingen = {}) {
        o.eis(201, wie, Methode::post, "/v1/signalen", object{{"titel", titel}, {"omschrijving", tekst}, {"bron", "meldpunt"}, {"vermeldingen", vermeldingen}});
    };
    leg_vast("Schrijfwijzen", "Gezien: dhr. MEEREN-QUIST, Omer (van der). Belt met 06-12 34 98 76.");
    leg_vast("Auto", "Een bus.", array{object{{"soort", "voertuig"}, {"tekst", "Witte bus"}, {"sleutel", "QX-987-Z"}}, object{{"soort", "telefoon"}, {"tekst", "+31 6 12349876"}, {"sleutel", "+31 6 12349876"}}});
    leg_vast("Boot", "De IJsbeer ligt er; vraag naar Dzjengis Ivanov, Иван.");
    auto z = in_onderzoek();
    EXPECT_EQ(aantal(z.zoek("woorden", "Ömer van der Meëren-Quist")), 1U);
    EXPECT_EQ(aantal(z.zoek("woorden", "quist omer")), 1U);
    EXPECT_EQ(aantal(z.zoek("woorden", "meer omer")), 1U);        // the beginning of a word
    EXPECT_EQ(aantal(z.zoek("woorden", "eeren quist")), 0U);      // not its middle
    EXPECT_EQ(aantal(z.zoek("nummer", "0031612349876")), 2U);     // as it was written here, and there
    EXPECT_EQ(aantal(z.zoek("nummer", "06 1234 9876")), 2U);
    EXPECT_EQ(aantal(z.zoek("nummer", "qx987z")), 1U);
    EXPECT_EQ(aantal(z.zoek("woorden", "ysbeer")), 1U);
    EXPECT_EQ(aantal(z.zoek("woorden", "ИВАН")), 1U);
    EXPECT_EQ(code_van(z.zoek("nummer", "1-2", 400)), "invoer-ongeldig");
    // Another municipality's are not ours.
    const auto buren = o.gebruiker({"coordinator"}, 2);
    o.eis(201, buren, Methode::post, "/v1/signalen", object{{"titel", "Buren"}, {"omschrijving", "Quist Omer"}, {"bron", "meldpunt"}, {"vermeldingen", array{}}});
    EXPECT_EQ(aantal(z.zoek("woorden", "quist omer")), 1U);
    EXPECT_EQ(tel("select count(*) as n from betrokkene.zoekslag where verzoek = '" + id_van(z.stand) + "'"), 10);
}

TEST(Betrokkene, AlleenWieHetBehandeltZoektEnPasAlsVaststaatWieVraagt) {
    auto& o = omgeving();
    auto z = nieuw();
    EXPECT_EQ(code_van(z.zoek("woorden", "omer", 409)), "niet-in-onderzoek");
    EXPECT_EQ(code_van(z.stap("onderzoek", 409)), "identiteit-ontbreekt");
    z.wijzig({{"identiteit", "Paspoort gezien aan de balie."}});
    z.stap("onderzoek");
    auto ander = z;
    ander.wie = o.gebruiker({"privacy"});
    EXPECT_EQ(code_van(ander.zoek("woorden", "omer", 403)), "niet-behandelaar");
    EXPECT_EQ(code_van(ander.stap("ingetrokken", 403, {{"reden", "Toch niet."}})), "niet-behandelaar");
    for (const auto* rol : {"coordinator", "archivaris", "beheer", "burgemeester"}) {
        ander.wie = o.gebruiker({rol});
        ander.doe(403, Methode::get, "");
        ander.zoek("woorden", "omer", 403);
    }
    ander.wie = o.gebruiker({"privacy"}, 2);
    ander.doe(404, Methode::get, "");
    EXPECT_EQ(aantal(o.eis(200, ander.wie, Methode::get, "/v1/verzoeken")), 0U);
    // Past the program, as the role of the application: the function itself refuses, also when the right is over.
    const auto functie = [&](const Gebruiker& wie) {
        db::Transactie tx(o.toepassing(), {.organisatie = wie.organisatie, .gebruiker = wie.id, .operatie = OperatieId::nieuw(), .niveau = 3});
        return tx.doe("select from betrokkene.zoek($1, '{omer}', '{}', 10)", id_van(z.stand)).aantal();
    };
    EXPECT_NO_THROW(functie(z.wie));
    EXPECT_THROW(functie(o.gebruiker({"privacy"})), db::DbFout);
    EXPECT_THROW(functie(o.gebruiker({"coordinator"})), db::DbFout);
    o.beheer().doe("update toegang.gebruiker_rol set tot = basis.nu() where gebruiker = $1", z.wie.id);
    EXPECT_THROW(functie(z.wie), db::DbFout);
    o.beheer().doe("update toegang.gebruiker_rol set tot = null where gebruiker = $1", z.wie.id);
    // Taken over by a colleague who may; the first one then no longer can.
    const auto collega = o.gebruiker({"privacy"});
    z.wijzig({{"behandelaar", o.gebruiker({"coordinator"}).id.tekst()}}, 400);
    z.wijzig({{"behandelaar", collega.id.tekst()}});
    EXPECT_THROW(functie(z.wie), db::DbFout);
    EXPECT_NO_THROW(functie(collega));
}

TEST(Betrokkene, WieDeGegevensZagStaatErPerDossierBij) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto casus = nieuwe_casus(o, coordinator, {}, "Waterhoen");
    o.eis(200, coordinator, Methode::get, pad_van(casus) + "/dossier");
    auto z = in_onderzoek();
    z.wijs_aan(z.zoek("woorden", "waterhoen").at("resultaten").as_array()[0]);
    const auto inzagen = z.doe(200, Methode::get, "/inzagen").at("resultaten").as_array();
    ASSERT_EQ(inzagen.size(), 1U);
    EXPECT_EQ(inzagen[0].at("kenmerk"), casus.at("kenmerk"));
    const auto tekst = boost::json::serialize(inzagen[0]);
    EXPECT_THAT(tekst, HasSubstr("dossierTonen"));
    EXPECT_THAT(tekst, HasSubstr(coordinator.id.tekst()));
    EXPECT_THAT(tekst, HasSubstr("verzoekGegevensZoeken"));  // the officer's own look too
}

TEST(Betrokkene, WieEenDeelEenActieOfEenVraagZagZonderHetDossierStaatBijHetDossierEnWieIetsKreegWordtGenoemd) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto gast = o.gebruiker({"beleid"});
    const auto doener = o.gebruiker({"toezichthouder"});
    const auto partner = o.gebruiker({"partner"});
    const auto casus = nieuwe_casus(o, coordinator, {}, "Roerdomp");
    const auto ander = nieuwe_casus(o, coordinator);
    const auto bron = o.eis(201, coordinator, Methode::post, pad_van(casus) + "/bronnen", object{{"bronsoort", "omgevingsdienst"}, {"vraag", "Is er iets bekend?"}, {"grondslag", "Awb"}, {"status", "te_vragen"}});
    toets(o, coordinator, casus, "1", object{{"bron", bron.at("id")}});
    o.eis(201, coordinator, Methode::post, pad_van(casus) + "/vragen",
                             object{{"bron", bron.at("id")}, {"partner", partner.id.tekst()}, {"ontvanger", "omgevingsdienst"}, {"tekst", "Kent u Wulpsema van der Plas?"}, {"tot", o.beheer().doe("select (basis.vandaag() + 14)::text as d")[0].veld<std::string>("d")}});
    o.eis(201, coordinator, Methode::post, pad_van(casus) + "/acties", object{{"wat", "Kijken of het hek open staat"}, {"eigenaar", doener.id.tekst()}, {"datum", "2099-01-01"}});
    const auto reeks = o.eis(201, coordinator, Methode::post, "/v1/overlegreeksen",
                             object{{"naam", "LIP"}, {"soort", "lip"}, {"ritmeWeken", 3}, {"weekdag", 4}, {"begin", "09:30"}, {"duurMinuten", 60}, {"vanaf", vandaag()}});
    o.eis(200, coordinator, Methode::put, "/v1/overlegreeksen/" + id_van(reeks) + "/leden/" + gast.id.tekst(), object{{"geheimhouding", "ambtseed"}, {"vast", true}});
    const auto overleg = "/v1/overleggen/" + id_van(o.eis(201, coordinator, Methode::post, "/v1/overleggen", object{{"reeks", reeks.at("id")}}));
    const auto punt = overleg + "/punten/" + id_van(o.eis(201, coordinator, Methode::post, overleg + "/punten", object{{"dossier", object{{"soort", "casus"}, {"id", casus.at("id")}}}}));
    o.eis(200, coordinator, Methode::put, punt + "/delen/kern", object{{"tekst", "Er is een loods."}});
    auto toets_2a = toetslijf("2a", {{"leden", array{object{{"gebruiker", gast.id.tekst()}, {"delen", array{"kern"}}}}}});
    toets_2a.erase("soort");
    o.eis(201, coordinator, Methode::post, punt + "/toetsen", toets_2a);
    for (const auto& [wie, pad] : std::vector<std::pair<const Gebruiker*, std::string>>{{&gast, overleg}, {&doener, "/v1/acties"}, {&partner, "/v1/vragen"}}) {
        EXPECT_THAT(boost::json::serialize(o.eis(200, *wie, Methode::get, pad)), Not(HasSubstr(id_van(casus))));
    }
    const auto inzagen = boost::json::serialize(o.eis(200, coordinator, Methode::get, pad_van(casus) + "/inzagen"));
    for (const auto* wie : {&gast, &doener, &partner}) EXPECT_THAT(inzagen, HasSubstr(wie->id.tekst()));
    EXPECT_THAT(inzagen, HasSubstr("overlegTonen"));
    EXPECT_THAT(boost::json::serialize(o.eis(200, coordinator, Methode::get, pad_van(ander) + "/inzagen")), Not(HasSubstr(gast.id.tekst())));
    // The data subject is told who was asked.
    auto z = in_onderzoek();
    const auto gevonden = z.zoek("woorden", "Wulpsema van der Plas").at("resultaten").as_array();
    ASSERT_EQ(gevonden.size(), 1U);
    EXPECT_EQ(gevonden[0].at("soort").as_string(), "vraag");
    z.wijs_aan(gevonden[0]);
    ASSERT_EQ(z.stand.at("gegevenAan").as_array().size(), 1U);
    EXPECT_EQ(z.stand.at("gegevenAan").at(0).at("ontvanger").as_string(), "omgevingsdienst");
    EXPECT_EQ(z.stand.at("gegevenAan").at(0).at("teNoemen").as_bool(), true);
    z.besluit(z.stand.at("gegevens").at(0), {{"beslissing", "toewijzen"}});
    z.wijzig({{"ontvangersNoemen", true}});
    z.stap("besloten");
    EXPECT_THAT(z.brief(), HasSubstr("Omgevingsdienst"));
}

TEST(Betrokkene, EenVrijPuntVanEenOverlegEnEenLesWordenGevondenEnEenLopendVerzoekHoudtHetOverlegVast) {
    auto& o = omgeving();
    const auto begin = SysteemKlok().nu();
    const auto wie = o.gebruiker({"coordinator"});
    const auto reeks = o.eis(201, wie, Methode::post, "/v1/overlegreeksen",
                             object{{"naam", "LIP"}, {"soort", "lip"}, {"ritmeWeken", 3}, {"weekdag", 4}, {"begin", "09:30"}, {"duurMinuten", 60}, {"vanaf", vandaag()}});
    const auto overleg = id_van(o.eis(201, wie, Methode::post, "/v1/overleggen", object{{"reeks", reeks.at("id")}, {"datum", vandaag()}}));
    o.eis(201, wie, Methode::post, "/v1/overleggen/" + overleg + "/punten", object{{"titel", "Rondvraag over Quintijn Kraaiveld"}});
    auto beheer = o.beheer();
    beheer.script("set damwand.organisatie = '1'; set damwand.operatie = '00000000-0000-4000-8000-000000000000'; insert into leren.les (organisatie, id, thema, titel, tekst, instrumenten, maand) values (1, gen_random_uuid(), 'hennep', 'Praten met Quintijn Kraaiveld', 'Helpt.', '{}', '2026-11-01')");
    auto z = in_onderzoek();
    const auto gevonden = z.zoek("woorden", "Quintijn Kraaiveld").at("resultaten").as_array();
    std::set<std::string> soorten;
    for (const auto& v : gevonden) soorten.insert(std::string(v.at("soort").as_string()));
    EXPECT_EQ(soorten, (std::set<std::string>{"agendapunt", "les"}));
    for (const auto& v : gevonden) z.wijs_aan(v);
    // The term is over and the request still runs.
    o.zet_klok(Tijdstip(begin + std::chrono::days(400)));
    const auto vergeet = [&] {
        db::Transactie tx(o.toepassing(), {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        const auto n = tx.doe("select overleg.vergeet() as n")[0].veld<std::int64_t>("n");
        tx.leg_vast();
        return n;
    };
    const auto staat_er = [&] { return tel("select count(*) as n from overleg.punt where titel like '%Kraaiveld%'"); };
    vergeet();
    EXPECT_EQ(staat_er(), 1);
    beheer.script("update betrokkene.verzoek set staat = 'ingetrokken', gesloten_op = basis.vandaag() where id = '" + id_van(z.stand) + "'");
    EXPECT_GT(vergeet(), 0);
    EXPECT_EQ(staat_er(), 0);
    EXPECT_EQ(tel("select count(*) as n from betrokkene.gegeven where dossier = '" + overleg + "'"), 0);
    beheer.script("delete from betrokkene.gegeven where dossier_soort = 'les'; delete from leren.les where titel like '%Kraaiveld%'");
    o.zet_klok(begin);
}

}  // namespace
}  // namespace damwand::betrokkene

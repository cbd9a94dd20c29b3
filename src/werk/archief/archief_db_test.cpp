// SPDX-License-Identifier: EUPL-1.2
// Forgetting, through the gate and against the database: what is due and when, what stands in the way, and two people.
#include "werk/archief/archief.hpp"

#include "werk/archief/proefarchief.hpp"

namespace damwand::archief {

Wereld& wereld() {
    static Wereld w(DAMWAND_ONTLEDER);
    return w;
}

namespace {

TEST_F(Archief, ElkeTabelVanEenOrganisatieHeeftEenRegelVoorVergeten) {
    auto beheer = omgeving().beheer();
    std::vector<std::string> zonder;
    for (const auto rij : beheer.doe("select z from archief.zonder_regel() z")) zonder.push_back(rij.veld<std::string>("z"));
    EXPECT_THAT(zonder, testing::IsEmpty()) << "give each a rule in db/code/75_archief.sql";
    beheer.script("begin; create table casus.vergeten (organisatie smallint, x text)");
    EXPECT_EQ(beheer.doe("select archief.zonder_regel() as z")[0].veld<std::string>("z"), "casus.vergeten");
    beheer.script("rollback");
    EXPECT_GE(tel("select count(*) as n from archief.vergeetregel where hoe = 'dossier'"), 30);
}

TEST_F(Archief, ElkeBewaarregelEindigtOpZijnDagEnGeenDagEerder) {
    const auto wie = omgeving().gebruiker({"coordinator"});
    struct Geval {
        std::string resultaat, id;
        int jaren;
    };
    std::vector<Geval> gevallen{{"zonder_maatregel", id_van(gesloten_casus(wie)), 5}, {"met_maatregel", id_van(gesloten_casus(wie, true)), 10}};
    for (const auto& [status, jaren] : std::map<std::string, int>{{"niet_opgepakt", 1}, {"doorgestuurd", 1}, {"duplicaat", 1}, {"afgehandeld", 5}}) {
        gevallen.push_back({status, id_van(gesloten_signaal(wie, status)), jaren});
    }
    std::set<std::string> regels;  // those of requests: betrokkene_db_test; of sign-ins: below; of meetings: overleg_vergeten_db_test; of the logs: controleer_db_test
    for (const auto rij : omgeving().beheer().doe("select distinct soort || ' ' || resultaat as r from archief.bewaarregel where organisatie = 1 and soort not in ('verzoek', 'aanmelding', 'overleg', 'logboek')")) regels.insert(rij.veld<std::string>("r"));
    ASSERT_EQ(regels.size(), gevallen.size()) << "a rule without a case here";
    for (const auto& g : gevallen) {
        omgeving().zet_klok(nu());
        const auto tot = over_jaren(g.jaren);
        reis_naar(tot);
        EXPECT_FALSE(kandidaat(omgeving().gebruiker({"archivaris"}), g.id)) << g.resultaat;
        reis_naar(tot, 1);
        const auto k = kandidaat(omgeving().gebruiker({"archivaris"}), g.id);
        ASSERT_TRUE(k) << g.resultaat;
        EXPECT_EQ(k->at("bewarenTot").as_string(), tekst(tot));
        EXPECT_EQ(k->at("resultaat").as_string(), g.resultaat);
        EXPECT_THAT(std::string(k->at("grond").as_string()), testing::HasSubstr("selectielijst"));
    }
}

TEST_F(Archief, AanmeldingenGaanZesMaandenNaHunLaatsteHandelingVanzelfWeg) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"coordinator"});
    o.eis(200, wie, Methode::get, "/v1/sessie");
    const auto sessies = [&] { return tel("select count(*) as n from toegang.sessie where gebruiker = '" + wie.id.tekst() + "'"); };
    const auto pogingen = [&] { return tel("select count(*) as n from toegang.aanmeldpoging where naam_hash = '\\xabcd'"); };
    o.beheer().script("insert into toegang.aanmeldpoging (organisatie, naam_hash, mislukt, laatst_op) values (1, '\\xabcd', 3, basis.nu())");
    ASSERT_EQ(sessies(), 1);
    const auto tot = over_maanden(6);
    reis_naar(tot);
    wereld().uitvoerder.vergeet_aanmeldingen();
    EXPECT_EQ(sessies(), 1);
    EXPECT_EQ(pogingen(), 1);
    reis_naar(tot, 1);
    const auto later = o.gebruiker({"coordinator"});
    EXPECT_GE(wereld().uitvoerder.vergeet_aanmeldingen(), 2U);
    EXPECT_EQ(sessies(), 0);
    EXPECT_EQ(pogingen(), 0);
    o.eis(200, later, Methode::get, "/v1/sessie");
    EXPECT_EQ(tel("select count(*) as n from logboek.audit where actie = 'aanmeldingenVergeten' and actor is null and organisatie = 1"), 1);
    EXPECT_EQ(wereld().uitvoerder.vergeet_aanmeldingen(), 0U);
}

TEST_F(Archief, EenNieuweTermijnGeldtVoorWatDaarnaSluitEnDeOudeBlijftStaan) {
    auto& o = omgeving();
    const auto archivaris = o.gebruiker({"archivaris"});
    const auto vandaag = tekst(dag_in_amsterdam(nu()));
    object regel{{"soort", "signaal"}, {"resultaat", "doorgestuurd"}, {"geldigVan", "2020-01-01"}, {"maanden", 6}, {"grond", "Zes maanden is genoeg"}, {"reden", "Zo besloot het college."}};
    const auto pad = std::string("/v1/vernietiging/bewaarregels");
    o.eis(400, archivaris, Methode::post, pad, regel);
    regel["geldigVan"] = vandaag;
    o.eis(403, o.gebruiker({"coordinator"}), Methode::post, pad, regel);
    const auto eerder = id_van(gesloten_signaal(o.gebruiker({"coordinator"}), "niet_opgepakt"));
    regel["resultaat"] = "niet_opgepakt";
    regel["geldigVan"] = tekst(Datum(std::chrono::sys_days(dag_in_amsterdam(nu())) + std::chrono::days(10)));
    const auto alle = o.eis(200, archivaris, Methode::post, pad, regel).at("resultaten").as_array();
    o.eis(409, archivaris, Methode::post, pad, regel);
    const auto gezet = std::find_if(alle.begin(), alle.end(), [](const value& r) { return r.at("grond").as_string() == "Zes maanden is genoeg"; });
    ASSERT_NE(gezet, alle.end());
    EXPECT_EQ(gezet->at("reden").as_string(), "Zo besloot het college.");
    EXPECT_EQ(id_van(gezet->at("door")), archivaris.id.tekst());
    auto zonder = regel;
    zonder.erase("reden");
    o.eis(400, archivaris, Methode::post, pad, zonder);
    EXPECT_EQ(std::count_if(alle.begin(), alle.end(), [](const value& r) { return r.at("resultaat").as_string() == "niet_opgepakt"; }), 2);
    reis_naar(dag_in_amsterdam(nu()), 20);
    const auto later = id_van(gesloten_signaal(o.gebruiker({"coordinator"}), "niet_opgepakt"));
    reis_naar(dag_in_amsterdam(nu()), 20 + 190);
    const auto nieuwe = o.gebruiker({"archivaris"});
    EXPECT_TRUE(kandidaat(nieuwe, later));
    EXPECT_FALSE(kandidaat(nieuwe, eerder));
    o.beheer().script("delete from archief.bewaarregel where grond = 'Zes maanden is genoeg'");
    EXPECT_THROW(db::Transactie(o.toepassing(), {.organisatie = {1}, .gebruiker = archivaris.id, .operatie = OperatieId::nieuw()}).doe("delete from archief.bewaarregel"), db::DbFout);
    EXPECT_EQ(o.eis(200, o.gebruiker({"archivaris"}, 2), Methode::get, "/v1/vernietiging/kandidaten").at("resultaten").as_array().size(), 0U);
}

TEST_F(Archief, ElkeBlokkadeHoudtVernietigingTegenInDeDatabaseZelf) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"coordinator"});
    std::vector<std::pair<std::string, value>> zaken;
    for (const auto* soort : {"bezwaar", "vordering", "verzoek", "bewaarplicht", "riec"}) zaken.emplace_back(soort, gesloten_casus(wie));
    const auto tot = over_jaren(5);
    reis_naar(tot, 1);
    const Mensen m;
    for (const auto& [soort, zaak] : zaken) {
        const auto id = id_van(zaak);
        const auto vooraf = maak_lijst(m.maker, {id});
        const auto blokkade = o.eis(201, m.archivaris, Methode::post, "/v1/vernietiging/blokkades", object{{"kenmerk", zaak.at("kenmerk")}, {"soort", soort}, {"reden", "Het loopt nog."}});
        EXPECT_EQ(kandidaat(m.archivaris, id)->at("blokkades").as_array().at(0).at("soort").as_string(), soort);
        maak_lijst(m.maker, {id}, 409);
        keur_goed(m.archivaris, vooraf);
        keur_goed(m.ander, vooraf);
        const auto antwoord = o.roep(m.maker, Methode::post, lijstpad(vooraf) + "/_voer-uit");
        EXPECT_EQ(code_van(antwoord), "geblokkeerd") << soort;
        // Whoever says it has begun does not get past the function either.
        o.beheer().doe("update archief.lijst set begonnen_op = basis.nu(), begonnen_door = door where id = $1", id_van(vooraf));
        EXPECT_EQ(wereld().uitvoerder.werk_af(), 0U);
        EXPECT_TRUE(kandidaat(m.archivaris, id));
        o.beheer().doe("update archief.lijst set begonnen_op = null, begonnen_door = null where id = $1", id_van(vooraf));
        o.eis(204, m.archivaris, Methode::verwijder, "/v1/vernietiging/blokkades/" + id_van(blokkade));
        voer_uit(m.maker, vooraf);
        EXPECT_EQ(wereld().uitvoerder.werk_af(), 1U) << soort;
        EXPECT_FALSE(kandidaat(m.archivaris, id));
    }
    // A block on a signaal of the casus counts for the casus, and ends by itself on its day.
    const auto met_einde = id_van(nieuw_signaal(m.maker));
    o.eis(400, m.archivaris, Methode::post, "/v1/vernietiging/blokkades", object{{"kenmerk", "S-2026-AAAAAA"}, {"soort", "iets"}, {"reden", "Het loopt nog."}});
    o.eis(404, m.archivaris, Methode::post, "/v1/vernietiging/blokkades", object{{"kenmerk", "S-2026-AAAAAA"}, {"soort", "riec"}, {"reden", "Het loopt nog."}});
    o.eis(403, o.gebruiker({"deelnemer"}), Methode::post, "/v1/vernietiging/blokkades", object{{"kenmerk", "S-2026-AAAAAA"}, {"soort", "riec"}, {"reden", "Het loopt nog."}});
    EXPECT_FALSE(met_einde.empty());
}

TEST_F(Archief, NoemtEenDossierAlleenBijKenmerkVoorWieHetMagZien) {
    auto& o = omgeving();
    const auto trekker = o.gebruiker({"coordinator"});
    const auto zaak = gesloten_casus(trekker);
    const auto id = id_van(zaak);
    reis_naar(over_jaren(5), 1);
    o.beheer().script("update toegang.sessie set laatst_op = basis.nu(), begonnen_op = basis.nu(), bewezen_op = basis.nu()");
    const Mensen m;
    const auto genoemd = [&](const Gebruiker& wie) { return std::string(kandidaat(wie, id)->at("kenmerk").as_string()); };
    EXPECT_EQ(genoemd(trekker), zaak.at("kenmerk").as_string());
    const auto verwijzing = genoemd(m.archivaris);
    EXPECT_TRUE(verwijzing.starts_with("D-") && verwijzing.size() == 12) << verwijzing;
    EXPECT_EQ(genoemd(m.maker), verwijzing);  // a coordinator who is no member
    // by that reference he blocks it; why is told to who may see the file, and to himself
    const auto blokkade = o.eis(201, m.archivaris, Methode::post, "/v1/vernietiging/blokkades", object{{"kenmerk", verwijzing}, {"soort", "bezwaar"}, {"reden", "De buurman maakt bezwaar."}});
    const auto reden = [&](const Gebruiker& wie) { return kandidaat(wie, id)->at("blokkades").as_array().at(0).at("reden"); };
    EXPECT_TRUE(reden(m.archivaris).is_string() && reden(trekker).is_string());
    EXPECT_TRUE(reden(m.maker).is_null());
    for (const auto& wie : {m.archivaris, m.maker, m.ander}) {
        const auto alles = boost::json::serialize(o.eis(200, wie, Methode::get, "/v1/vernietiging/kandidaten")) + boost::json::serialize(o.eis(200, wie, Methode::get, "/v1/vernietiging/blokkades"));
        EXPECT_EQ(alles.find(std::string(zaak.at("kenmerk").as_string())), std::string::npos);
    }
    o.eis(204, m.archivaris, Methode::verwijder, "/v1/vernietiging/blokkades/" + id_van(blokkade));
    // and the list goes its way without anybody who made or approved it knowing more
    const auto lijst = maak_lijst(m.maker, {id});
    EXPECT_EQ(lijst.at("regels").as_array().at(0).at("kenmerk").as_string(), verwijzing);
    EXPECT_EQ(o.eis(200, trekker, Methode::get, lijstpad(lijst)).at("regels").as_array().at(0).at("kenmerk"), zaak.at("kenmerk"));
    keur_goed(m.archivaris, lijst);
    keur_goed(m.ander, lijst);
    voer_uit(m.maker, lijst);
    EXPECT_EQ(wereld().uitvoerder.werk_af(), 1U);
}

TEST_F(Archief, EenBlokkadeOpEenSignaalGeldtVoorZijnCasusTotZijnLaatsteDag) {
    auto& o = omgeving();
    const auto zaak = gesloten_casus(o.gebruiker({"coordinator"}));
    const auto kenmerk = o.beheer().doe("select kenmerk from signaal.signaal where casus = $1", id_van(zaak))[0].veld<std::string>("kenmerk");
    const auto tot = over_jaren(5);
    reis_naar(tot, 1);
    const auto archivaris = o.gebruiker({"archivaris"});
    o.eis(201, archivaris, Methode::post, "/v1/vernietiging/blokkades",
          object{{"kenmerk", kenmerk}, {"soort", "verzoek"}, {"reden", "Inzageverzoek loopt."}, {"tot", tekst(Datum(std::chrono::sys_days(tot) + std::chrono::days(3)))}});
    reis_naar(tot, 3);
    EXPECT_EQ(kandidaat(o.gebruiker({"archivaris"}), id_van(zaak))->at("blokkades").as_array().size(), 1U);
    reis_naar(tot, 4);
    EXPECT_EQ(kandidaat(o.gebruiker({"archivaris"}), id_van(zaak))->at("blokkades").as_array().size(), 0U);
}

TEST_F(Archief, TweeVerschillendeMensenWaarvanEenArchivarisEnNietDeMaker) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto een = id_van(gesloten_signaal(coordinator, "niet_opgepakt"));
    const auto twee = id_van(gesloten_signaal(coordinator, "doorgestuurd"));
    reis_naar(over_jaren(1), 1);
    const Mensen m;
    const auto lijst = maak_lijst(m.maker, {een});
    keur_goed(m.maker, lijst, 403);
    EXPECT_EQ(code_van(o.roep(m.maker, Methode::post, lijstpad(lijst) + "/_voer-uit")), "akkoord-ontbreekt");
    keur_goed(m.ander, lijst);
    keur_goed(m.ander, lijst, 409);
    keur_goed(o.gebruiker({"privacy"}), lijst, 409);  // the other seat is an archivist's
    EXPECT_EQ(code_van(o.roep(m.maker, Methode::post, lijstpad(lijst) + "/_voer-uit")), "akkoord-ontbreekt");
    o.eis(403, o.gebruiker({"deelnemer"}), Methode::post, lijstpad(lijst) + "/akkoorden", object{{"inhoud", lijst.at("inhoud")}});
    o.eis(404, o.gebruiker({"archivaris"}, 2), Methode::get, lijstpad(lijst));
    o.eis(409, m.archivaris, Methode::post, lijstpad(lijst) + "/akkoorden", object{{"inhoud", std::string(64, '0')}});
    keur_goed(m.archivaris, lijst);
    // The application itself cannot say it has begun, nor speak for another, nor sit where it may not.
    const auto als = [&](const std::string& sql) {
        db::Transactie tx(o.toepassing(), {.organisatie = {1}, .gebruiker = m.maker.id, .operatie = OperatieId::nieuw()});
        tx.doe(sql);
    };
    const auto invoer = "insert into archief.akkoord (organisatie, lijst, plaats, gebruiker, rol, maker, inhoud, op) select organisatie, id, 1, '" + m.archivaris.id.tekst() +
                        "', 'archivaris', door, inhoud, basis.nu() from archief.lijst where id = '" + id_van(maak_lijst(m.maker, {twee})) + "'";
    for (const auto& sql : {std::string("update archief.lijst set begonnen_op = basis.nu()"), std::string("select archief.wis('" + een + "')"), invoer,
                            std::string("delete from archief.akkoord"), std::string("set local role vernietiger")}) {
        EXPECT_THROW(als(sql), db::DbFout) << sql;
    }
    EXPECT_THROW(o.beheer().script("update archief.akkoord set gebruiker = maker"), db::DbFout);
    EXPECT_THROW(o.beheer().script("update archief.akkoord set rol = 'coordinator'"), db::DbFout);
    // Another line than what was approved.
    auto beheer = o.beheer();
    beheer.doe("insert into archief.lijst_regel select organisatie, $1, object_soort, object, kenmerk, resultaat, grond, gesloten_op, bewaren_tot, versie from archief.lijst_regel where object = $2 limit 1",
               id_van(lijst), twee);
    EXPECT_EQ(code_van(o.roep(m.maker, Methode::post, lijstpad(lijst) + "/_voer-uit")), "lijst-veranderd");
    beheer.doe("delete from archief.lijst_regel where lijst = $1 and object = $2", id_van(lijst), twee);
    // An approval is a day old: no longer.
    reis_naar(lees_datum(beheer.doe("select basis.vandaag()::text as d")[0].veld<std::string>("d")).value(), 2);
    const Mensen later;
    EXPECT_EQ(code_van(o.roep(later.maker, Methode::post, lijstpad(lijst) + "/_voer-uit")), "akkoord-ontbreekt");
    keur_goed(later.ander, lijst);
    keur_goed(later.archivaris, lijst);
    voer_uit(later.maker, lijst);
    EXPECT_EQ(code_van(o.roep(later.maker, Methode::post, lijstpad(lijst) + "/_voer-uit")), "al-begonnen");
    EXPECT_EQ(wereld().uitvoerder.werk_af(), 1U);
    EXPECT_EQ(wereld().uitvoerder.werk_af(), 0U);
    EXPECT_EQ(o.eis(200, later.maker, Methode::get, lijstpad(lijst)).at("staat").as_string(), "uitgevoerd");
    EXPECT_EQ(o.eis(200, later.maker, Methode::get, lijstpad(lijst)).at("regels").as_array().size(), 0U);
}

TEST_F(Archief, GoedkeurenEnVernietigenVragenVersBewijs) {
    auto& o = omgeving();
    const auto een = id_van(gesloten_signaal(o.gebruiker({"coordinator"}), "niet_opgepakt"));
    reis_naar(over_jaren(1), 1);
    const Mensen m;
    const auto lijst = maak_lijst(m.maker, {een});
    const auto bewees = [&](const Gebruiker& wie, const std::string& geleden) {
        o.beheer().doe("update toegang.sessie set bewezen_op = basis.nu() - $2::interval where gebruiker = $1", wie.id, geleden);
    };
    const auto weigert = [&](const Gebruiker& wie, const std::string& stap, const value& lijf) {
        bewees(wie, "11 minutes");
        const auto antwoord = o.roep(wie, Methode::post, lijstpad(lijst) + stap, lijf);
        EXPECT_EQ(antwoord.status, 403) << stap;
        EXPECT_EQ(code_van(antwoord), "opnieuw-aanmelden") << stap;
        bewees(wie, "9 minutes");
    };
    weigert(m.archivaris, "/akkoorden", object{{"inhoud", lijst.at("inhoud")}});
    keur_goed(m.archivaris, lijst);
    keur_goed(m.ander, lijst);
    weigert(m.maker, "/_voer-uit", nullptr);
    EXPECT_EQ(wereld().uitvoerder.werk_af(), 0U);
    EXPECT_EQ(tel("select count(*) as n from signaal.signaal where id = '" + een + "'"), 1);
    voer_uit(m.maker, lijst);
    EXPECT_EQ(wereld().uitvoerder.werk_af(), 1U);
}

TEST_F(Archief, WatIntussenVeranderdeWordtNietVernietigd) {
    auto& o = omgeving();
    const auto s = gesloten_signaal(o.gebruiker({"coordinator"}), "niet_opgepakt");
    reis_naar(over_jaren(1), 1);
    const Mensen m;
    const auto lijst = maak_lijst(m.maker, {id_van(s)});
    keur_goed(m.archivaris, lijst);
    keur_goed(m.ander, lijst);
    zet_over(m.maker, s, {{"naar", "in_weging"}, {"reden", "Toch wel."}});
    EXPECT_EQ(code_van(o.roep(m.maker, Methode::post, lijstpad(lijst) + "/_voer-uit")), "lijst-verouderd");
    o.eis(204, m.maker, Methode::verwijder, lijstpad(lijst));
    o.eis(404, m.maker, Methode::get, lijstpad(lijst));
}

TEST_F(Archief, VanafHetBesluitStaatHetStilEnEenUitgevallenProgrammaGaatVerder) {
    auto& o = omgeving();
    auto& w = wereld();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto s = gesloten_signaal(coordinator, "niet_opgepakt");
    const auto een = id_van(s);
    const auto twee = id_van(gesloten_signaal(coordinator, "niet_opgepakt"));
    const documenten::Dossier dossier{{1}, "signaal", uuid_van(s)};
    (void)w.plek.opslag.bewaar(dossier, *w.plek.opgevangen("een bestand"));
    reis_naar(over_jaren(1), 1);
    const Mensen m;
    const auto lijst = maak_lijst(m.maker, {een, twee});
    keur_goed(m.archivaris, lijst);
    keur_goed(m.ander, lijst);
    voer_uit(m.maker, lijst);
    EXPECT_THROW(ingreep(o).doe("update signaal.signaal set titel = 'x' where id = $1", een), db::DbFout);
    EXPECT_EQ(o.roep(m.archivaris, Methode::post, "/v1/vernietiging/blokkades", object{{"kenmerk", s.at("kenmerk")}, {"soort", "riec"}, {"reden", "Te laat."}}).status, 409);
    o.eis(409, m.maker, Methode::verwijder, lijstpad(lijst));
    // The disk refuses the ledger: nothing is destroyed.
    Vernietigingsboek dicht("/proc/vernietigd.jsonl");
    Uitvoerder zonder(o.toepassing(), w.plek.opslag, dicht, o.pseudoniem());
    EXPECT_THROW(zonder.werk_af(), Fout);
    EXPECT_TRUE(w.plek.opslag.heeft(dossier));
    EXPECT_EQ(tel("select count(*) as n from signaal.signaal where id = '" + een + "'"), 1);
    // It fell after ledger, key and files, and before the commit.
    w.boek.schrijf({{.dossier = dossier, .bij = dossier.id, .lijst = uuid_van(lijst), .dag = dag_in_amsterdam(nu())}});
    w.plek.opslag.vernietig(dossier);
    db::Pool beheer(o.cluster().dsn("beheer"), 1);
    EXPECT_EQ(herhaal(beheer, w.plek.opslag, w.boek, o.pseudoniem()), 1U);
    EXPECT_EQ(herhaal(beheer, w.plek.opslag, w.boek, o.pseudoniem()), 0U);
    EXPECT_EQ(tel("select count(*) as n from signaal.signaal where id = '" + een + "'"), 0);
    EXPECT_EQ(w.uitvoerder.werk_af(), 2U);
    EXPECT_EQ(tel("select count(*) as n from signaal.signaal where id = '" + twee + "'"), 0);
    EXPECT_EQ(o.eis(200, m.maker, Methode::get, lijstpad(lijst)).at("staat").as_string(), "uitgevoerd");
}

TEST_F(Archief, EenDubbelSignaalBlijftEnEenEntiteitDieElderstGenoemdWordtOok) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto kenteken = [](const char* k) { return array{object{{"soort", "voertuig"}, {"tekst", "een bus"}, {"sleutel", k}}}; };
    const auto maak = [&](const array& v) {
        return o.eis(201, coordinator, Methode::post, "/v1/signalen", object{{"titel", "Bus"}, {"omschrijving", "Een bus."}, {"bron", "meldpunt"}, {"thema", "hennep"}, {"vermeldingen", v}});
    };
    auto weg = maak(kenteken("X-001-XX"));
    const auto alleen_hier = maak(kenteken("X-002-XX"));
    const auto blijft = maak(kenteken("X-001-XX"));
    zet_over(coordinator, weg, {{"naar", "niet_opgepakt"}, {"reden", "Niets."}});
    zet_over(coordinator, alleen_hier, {{"naar", "niet_opgepakt"}, {"reden", "Niets."}});
    const auto dubbel = nieuw_signaal(coordinator);
    zet_over(coordinator, dubbel, {{"naar", "duplicaat"}, {"reden", "Zelfde."}, {"duplicaatVan", id_van(weg)}});
    o.beheer().doe("update signaal.overgang set op = op + interval '1 month' where signaal = $1", id_van(dubbel));
    reis_naar(over_jaren(1), 1);
    vernietig({}, {id_van(weg), id_van(alleen_hier)});
    EXPECT_EQ(tel("select count(*) as n from entiteit.entiteit where sleutel = 'X001XX'"), 1);
    EXPECT_EQ(tel("select count(*) as n from entiteit.entiteit where sleutel = 'X002XX'"), 0);
    EXPECT_EQ(tel("select count(*) as n from signaal.signaal where id = '" + id_van(dubbel) + "' and duplicaat_van is null"), 1);
    EXPECT_EQ(tel("select count(*) as n from signaal.signaal where id = '" + id_van(blijft) + "'"), 1);
    o.eis(200, o.gebruiker({"coordinator"}), Methode::get, "/v1/signalen/" + id_van(dubbel));
}

// ── The proof ──────────────────────────────────────────────────────────────────────────────────────────────────────────

}  // namespace
}  // namespace damwand::archief

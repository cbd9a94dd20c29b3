// SPDX-License-Identifier: EUPL-1.2
// A request from receipt to letter, through the gate and against the database: nothing withheld is copied, and what a request is about is not
// destroyed.
#include "werk/betrokkene/proefbetrokkene.hpp"

namespace damwand::betrokkene {
namespace {

TEST(Betrokkene, VanOntvangstTotBriefMetDrieRegimes) {
    auto& o = omgeving();
    const auto jurist = o.gebruiker({"coordinator", "bibob"});
    const auto casus = nieuwe_casus(o, jurist);
    // Past the privacy checks, which are the casus's own to prove.
    const auto antwoordt = [&](const std::string& bron, const std::string& antwoord) {
        ingreep(o).doe("update casus.bron set status = 'ontvangen', antwoord = $2, antwoord_op = basis.nu() where id = $1", bron, antwoord);
    };
    const auto vraag = [&](const std::string& soort, const std::string& regime, const std::string& antwoord, const std::map<std::string, std::string>& koppen = {}) {
        const auto bron = o.eis(201, jurist, Methode::post, pad_van(casus) + "/bronnen", object{{"bronsoort", soort}, {"vraag", "Wat is hierover bekend?"}, {"grondslag", "x"}, {"regime", regime}}, koppen);
        antwoordt(id_van(bron), antwoord);
    };
    vraag("vergunningen", "avg", "Zwaluwstaart heeft een vergunning OPENHEID.");
    vraag("politie", "wpg", "Zwaluwstaart wordt onderzocht HEIMELIJK-A.");
    vraag("anders", "bibob", "Zwaluwstaart: advies, en HEIMELIJK-B.", {{"verwerkingsactiviteit", "bibob-onderzoek"}});
    auto z = in_onderzoek();
    const auto gevonden = z.zoek("woorden", "zwaluwstaart");
    ASSERT_EQ(aantal(gevonden), 3U);
    for (const auto& v : gevonden.at("resultaten").as_array()) z.wijs_aan(v);
    EXPECT_EQ(code_van(z.stap("besloten", 409)), "gegeven-onbeslist");
    const object weiger{{"beslissing", "weigeren"}, {"grond", "uavg-41-d"}, {"herzienOp", later()}};
    z.besluit(*z.van_regime("wpg"), {{"beslissing", "weigeren"}}, 400);
    z.besluit(*z.van_regime("wpg"), weiger);
    z.besluit(*z.van_regime("bibob"), {{"beslissing", "deels"}, {"tekst", "Er is een advies gevraagd."}, {"grond", "uavg-41-h"}, {"herzienOp", later()}});
    z.besluit(*z.van_regime("avg"), {{"beslissing", "toewijzen"}});
    EXPECT_EQ(code_van(z.stap("besloten", 409)), "motivering-ontbreekt");
    z.wijzig({{"motivering", "Een onderzoek van een ander loopt nog."}});
    EXPECT_EQ(code_van(z.stap("besloten", 409)), "weging-ontbreekt");
    object weging;
    for (const auto* factor : {"doeleinden", "categorieen", "reikwijdte", "waarborgen", "verantwoordelijke", "opslagperiode", "risicos", "kennisgeving"}) weging[factor] = "Gewogen.";
    z.wijzig({{"weging", weging}});
    // What is withheld is nowhere in what the request keeps.
    EXPECT_EQ(tel("select count(*) as n from betrokkene.gegeven g where g::text like '%HEIMELIJK%'"), 0);
    EXPECT_EQ(tel("select count(*) as n from betrokkene.gegeven g where g.tekst like '%OPENHEID%'"), 1);
    // A row that changes after it was decided is decided again.
    const auto bronnen = o.eis(200, jurist, Methode::get, pad_van(casus) + "/dossier").at("bronnen");
    for (const auto& b : bronnen.as_array()) {
        if (b.at("regime").as_string() != "wpg") continue;
        antwoordt(id_van(b), "Zwaluwstaart wordt niet meer onderzocht HEIMELIJK-C.");
    }
    EXPECT_EQ(code_van(z.stap("besloten", 409)), "gegeven-veranderd");
    z.doe(200, Methode::get, "");
    EXPECT_TRUE(z.van_regime("wpg")->at("veranderd").as_bool());
    z.besluit(*z.van_regime("wpg"), weiger);
    EXPECT_EQ(code_van(z.doe(409, Methode::get, "/brief")), "geen-besluit");
    z.stap("besloten");
    const auto brief = z.brief();
    for (const auto* wel : {"OPENHEID", "Er is een advies gevraagd.", "Vergunningen", "UAVG art. 41 lid 1 onder d", "UAVG art. 41 lid 1 onder h", "Een onderzoek van een ander", "binnen zes weken"}) EXPECT_THAT(brief, HasSubstr(wel));
    for (const auto* niet : {"HEIMELIJK", "Politie", "wpg", "bibob"}) EXPECT_THAT(brief, Not(HasSubstr(niet)));
    // The letter is an export: it asks fresh proof.
    o.beheer().doe("update toegang.sessie set bewezen_op = basis.nu() - interval '11 minutes' where gebruiker = $1", z.wie.id);
    EXPECT_EQ(code_van(z.doe(403, Methode::get, "/brief")), "opnieuw-aanmelden");
    o.beheer().doe("update toegang.sessie set bewezen_op = basis.nu() where gebruiker = $1", z.wie.id);
    EXPECT_EQ(code_van(z.stap("afgerond", 400)), "invoer-ongeldig");
    z.stap("afgerond", 200, {{"verzondenOp", vandaag()}});
    EXPECT_FALSE(z.stand.at("bezwaarTot").is_null());
    EXPECT_EQ(code_van(z.zoek("woorden", "zwaluwstaart", 409)), "verzoek-gesloten");
    EXPECT_EQ(z.brief(), brief);
    // What the rows say is no longer shown.
    z.doe(200, Methode::get, "");
    EXPECT_THAT(boost::json::serialize(z.stand), Not(HasSubstr("HEIMELIJK")));
    EXPECT_GE(tel("select count(*) as n from logboek.audit where actie = 'verzoekTonen' and object_soort = 'verzoek' and object_id = '" + id_van(z.stand) + "'"), 2);
}

TEST(Betrokkene, WatWordtGecorrigeerdHorenDeOntvangersEnDatStaatEr) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator", "jurist"});
    const auto casus = nieuwe_casus(o, coordinator);
    const auto v = o.eis(201, coordinator, Methode::post, pad_van(casus) + "/vermeldingen", object{{"soort", "persoon"}, {"tekst", "Kemphaan"}, {"toelichting", "Huurt de loods."}});
    const auto geef = [&](const std::string& ontvanger, bool te_noemen) {
        return o.eis(201, coordinator, Methode::post, pad_van(casus) + "/verstrekkingen",
                     object{{"ontvanger", ontvanger}, {"terAttentieVan", "Team Oost"}, {"doel", "Toezicht op de loods."}, {"grondslag", "gemeentewet-172"}, {"teNoemen", te_noemen},
                            {"feiten", array{object{{"soort", "vermelding"}, {"rij", id_van(v)}}}}});
    };
    geef("omgevingsdienst", true);
    const auto bedekt = geef("politie", false);
    auto z = in_onderzoek("rectificatie");
    z.wijs_aan(z.zoek("woorden", "kemphaan").at("resultaten").as_array()[0]);
    EXPECT_EQ(z.stand.at("gegevenAan").as_array().size(), 2U);
    EXPECT_TRUE(z.stand.at("gegevenAan").at(0).at("staat").is_null());  // nothing was decided
    z.besluit(z.stand.at("gegevens").at(0), {{"beslissing", "toewijzen"}, {"tekst", "Huurde de loods tot maart."}});
    z.wijzig({{"ontvangersNoemen", true}});
    z.stap("besloten");
    const auto open = [&] { return tel("select count(*) as n from verstrekking.kennisgeving where staat = 'open' and verzoek = '" + id_van(z.stand) + "'"); };
    EXPECT_EQ(open(), 2);
    z.stap("onderzoek", 200, {{"reden", "Er kwam nog iets bij."}});
    EXPECT_EQ(open(), 0);
    z.stap("besloten");
    EXPECT_EQ(open(), 2);
    const auto brief = z.brief();
    for (const auto* wel : {"Huurde de loods tot maart.", "Wie deze gegevens van ons kreeg", "Omgevingsdienst"}) EXPECT_THAT(brief, HasSubstr(wel));
    for (const auto* niet : {"Politie", "Team Oost", "A-20"}) EXPECT_THAT(brief, Not(HasSubstr(niet)));
    // Not silently: it is said that not everybody was told.
    EXPECT_EQ(code_van(z.stap("afgerond", 409, {{"verzondenOp", vandaag()}})), "berichten-open");
    // The team of the casus tells the one; the other waits, and the officer says that he knows.
    const auto pad = pad_van(casus) + "/verstrekkingen/" + id_van(bedekt);
    const auto bericht = tekst_van_odt(o.roep(coordinator, Methode::get, pad + "/kennisgeving").lijf);
    EXPECT_THAT(bericht, HasSubstr("Kemphaan"));
    EXPECT_THAT(bericht, Not(HasSubstr("Meëren")));  // who asked for it is not told to the recipient
    const auto alle = o.eis(200, coordinator, Methode::get, pad_van(casus) + "/verstrekkingen").at("resultaten");
    for (const auto& een : alle.as_array()) {
        if (id_van(een) != id_van(bedekt)) continue;
        EXPECT_EQ(een.at("kennisgevingen").at(0).at("aanleiding").as_string(), "rectificatie");
        o.eis(200, coordinator, Methode::post, pad + "/kennisgevingen", object{{"kennisgevingen", array{een.at("kennisgevingen").at(0).at("id")}}, {"staat", "verstuurd"}, {"gedaanOp", vandaag()}});
    }
    EXPECT_EQ(open(), 1);
    EXPECT_EQ(code_van(z.stap("afgerond", 409, {{"verzondenOp", vandaag()}})), "berichten-open");
    z.stap("afgerond", 200, {{"verzondenOp", vandaag()}, {"metOpenBerichten", true}});
    EXPECT_EQ(z.brief(), brief);
    // Of what is only given to its subject, nobody else hears.
    auto inzage = in_onderzoek("inzage");
    inzage.wijs_aan(inzage.zoek("woorden", "kemphaan").at("resultaten").as_array()[0]);
    inzage.besluit(inzage.stand.at("gegevens").at(0), {{"beslissing", "toewijzen"}});
    inzage.stap("besloten");
    EXPECT_EQ(tel("select count(*) as n from verstrekking.kennisgeving where verzoek = '" + id_van(inzage.stand) + "'"), 0);
    EXPECT_THAT(inzage.brief(), Not(HasSubstr("Wie deze gegevens van ons kreeg")));  // he did not ask
}

TEST(Betrokkene, VerlengtEenKeerEnOpTijd) {
    auto z = nieuw();
    const auto eerst = z.stand.at("termijn");
    z.doe(200, Methode::post, "/verlengingen", object{{"reden", "Er zijn veel dossiers te lezen."}});
    EXPECT_NE(z.stand.at("termijn"), eerst);
    EXPECT_EQ(z.stand.at("termijnRegel").as_string(), "AVG-12(3)");
    EXPECT_EQ(z.stand.at("termijnVersie").as_int64(), 1);
    EXPECT_EQ(code_van(z.doe(409, Methode::post, "/verlengingen", object{{"reden", "Nog een keer dan maar."}})), "al-verlengd");
    auto laat = nieuw();
    omgeving().beheer().doe("alter table betrokkene.verzoek disable trigger user");
    omgeving().beheer().doe("update betrokkene.verzoek set termijn = basis.vandaag() - 1 where id = $1", id_van(laat.stand));
    omgeving().beheer().doe("alter table betrokkene.verzoek enable trigger user");
    EXPECT_EQ(code_van(laat.doe(409, Methode::post, "/verlengingen", object{{"reden", "Er zijn veel dossiers te lezen."}})), "termijn-voorbij");
}

TEST(Betrokkene, EenLopendVerzoekHoudtVernietigingTegen) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto casus = nieuwe_casus(o, coordinator, {}, "Kwartelkoning");
    auto z = in_onderzoek();
    const auto gevonden = z.zoek("woorden", "kwartelkoning");
    ASSERT_EQ(aantal(gevonden), 1U);
    z.wijs_aan(gevonden.at("resultaten").as_array()[0], false);
    const auto archivaris = o.gebruiker({"archivaris"});
    // The casus is closed and due: what is shown of it is the same to all who see what is due.
    auto beheer = ingreep(o);
    beheer.doe("update casus.casus set fase = 'archief', einddatum = basis.vandaag() - 10, bewaren_tot = basis.vandaag() - 1, bewaar_grond = 'x' where id = $1", id_van(casus));
    const auto blokkades = [&] {
        const auto alle = o.eis(200, archivaris, Methode::get, "/v1/vernietiging/kandidaten");
        for (const auto& k : alle.at("resultaten").as_array()) {
            if (k.at("object").as_string() == id_van(casus)) return k.at("blokkades").as_array();
        }
        return array{"not due"};
    };
    const object lijst{{"objecten", array{id_van(casus)}}};
    EXPECT_TRUE(blokkades().empty());
    z.wijs_aan(gevonden.at("resultaten").as_array()[0], true);
    z.wijs_aan(gevonden.at("resultaten").as_array()[0], true);
    ASSERT_EQ(blokkades().size(), 1U);
    EXPECT_EQ(blokkades()[0].at("soort").as_string(), "verzoek");
    EXPECT_EQ(code_van(o.eis(409, archivaris, Methode::post, "/v1/vernietiging/lijsten", lijst)), "geen-kandidaat");
    // Nobody lifts it, and it does not show that a file exists to who is not told of it otherwise.
    EXPECT_EQ(code_van(o.eis(409, archivaris, Methode::verwijder, "/v1/vernietiging/blokkades/" + id_van(z.stand))), "verzoek-loopt");
    EXPECT_TRUE(o.eis(200, archivaris, Methode::get, "/v1/vernietiging/blokkades").at("resultaten").as_array().empty());
    z.stap("ingetrokken", 200, {{"reden", "De verzoeker trok het in."}});
    EXPECT_TRUE(blokkades().empty());
    // What is being destroyed is not held back any more.
    const auto gemaakt = o.eis(201, archivaris, Methode::post, "/v1/vernietiging/lijsten", lijst);
    beheer.doe("update archief.lijst set begonnen_op = basis.nu(), begonnen_door = door where id = $1", id_van(gemaakt));
    auto laat = in_onderzoek();
    const auto nog = laat.zoek("woorden", "kwartelkoning").at("resultaten").as_array()[0];
    EXPECT_EQ(code_van(laat.doe(409, Methode::post, "/gegevens", object{{"gegevens", array{object{{"soort", nog.at("soort")}, {"rij", nog.at("rij")}, {"moment", nullptr}, {"hoort", true}}}}})), "wordt-vernietigd");
}

TEST(Betrokkene, ElkeBewaarregelVanEenVerzoekEindigtOpZijnDagEnGeenDagEerder) {
    auto& o = omgeving();
    auto klaar = in_onderzoek();
    klaar.zoek("woorden", "niemand");
    klaar.stap("besloten");
    klaar.stap("afgerond", 200, {{"verzondenOp", vandaag()}});
    auto terug = nieuw();
    terug.stap("ingetrokken", 200, {{"reden", "De verzoeker trok het in."}});
    auto beheer = o.beheer();
    beheer.script("set damwand.organisatie = '1'; set damwand.operatie = '00000000-0000-4000-8000-000000000000'");
    const std::map<std::string, std::pair<std::string, int>> gevallen{{"afgerond", {id_van(klaar.stand), 5}}, {"ingetrokken", {id_van(terug.stand), 1}}};
    EXPECT_EQ(tel("select count(distinct resultaat) as n from archief.bewaarregel where organisatie = 1 and soort = 'verzoek'"), std::ssize(gevallen)) << "a rule without a case here";
    const auto kandidaat = [&](const std::string& id) {
        const auto alle = o.eis(200, o.gebruiker({"archivaris"}), Methode::get, "/v1/vernietiging/kandidaten");
        for (const auto& k : alle.at("resultaten").as_array()) {
            if (k.at("object").as_string() == id) return std::optional(k);
        }
        return std::optional<value>{};
    };
    const auto begin = SysteemKlok().nu();
    for (const auto& [resultaat, geval] : gevallen) {
        o.zet_klok(begin);
        const auto tot = lees_datum(beheer.doe("select (basis.vandaag() + make_interval(years => $1))::date::text as d", geval.second)[0].veld<std::string>("d")).value();
        o.zet_klok(Tijdstip(std::chrono::sys_days(tot)) + 12h);
        EXPECT_FALSE(kandidaat(geval.first)) << resultaat;
        o.zet_klok(Tijdstip(std::chrono::sys_days(tot)) + 36h);
        const auto k = kandidaat(geval.first);
        ASSERT_TRUE(k) << resultaat;
        EXPECT_EQ(k->at("resultaat").as_string(), resultaat);
        EXPECT_EQ(k->at("bewarenTot").as_string(), tekst(tot));
        EXPECT_THAT(boost::json::serialize(beheer.doe("select archief.wis($1) as t", geval.first)[0].veld<boost::json::value>("t")), HasSubstr("betrokkene.verzoek_verleden"));
        EXPECT_EQ(tel("select count(*) as n from betrokkene.overgang where verzoek = '" + geval.first + "'"), 0);
        EXPECT_FALSE(beheer.doe("select archief.er_is_nog($1) as n", geval.first)[0].veld<bool>("n"));
    }
    o.zet_klok(begin);
}

}  // namespace
}  // namespace damwand::betrokkene

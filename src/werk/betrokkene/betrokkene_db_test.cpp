// SPDX-License-Identifier: EUPL-1.2
// A request from receipt to letter, through the gate and against the database: the search finds every text of every
// compartment and only for its handler, nothing withheld is copied, and what a request is about is not destroyed.
#include "werk/betrokkene/betrokkene.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "platform/documenten/keuring.hpp"
#include "platform/documenten/odtproef.hpp"
#include "platform/documenten/proefplek.hpp"
#include "steun/kanarie.hpp"
#include "werk/aanpak/aanpak.hpp"
#include "werk/actie/actie.hpp"
#include "werk/archief/archief.hpp"
#include "werk/casus/casus.hpp"
#include "werk/document/document.hpp"
#include "werk/dossier/dossier.hpp"
#include "werk/entiteit/entiteit.hpp"
#include "werk/informeren/informeren.hpp"
#include "werk/overleg/overleg.hpp"
#include "werk/interventie/interventie.hpp"
#include "werk/leren/leren.hpp"
#include "werk/verstrekking/verstrekking.hpp"
#include "werk/vraag/vraag.hpp"

namespace damwand::betrokkene {
namespace {

using namespace proef;
using namespace std::chrono_literals;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

struct Wereld {
    Documentplek plek{DAMWAND_ONTLEDER};
    Omgeving o{[this] {
                   std::vector<poort::Route> alle;
                   for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), document::routes({.opslag = &plek.opslag, .wek = {}}), interventie::routes(), actie::routes(), aanpak::routes(), leren::routes(), overleg::routes(), informeren::routes(), verstrekking::routes(), vraag::routes(),
                                        dossier::routes(), privacy::routes(), archief::routes(), betrokkene::routes()}) {
                       alle.insert(alle.end(), kamer.begin(), kamer.end());
                   }
                   return alle;
               }(),
               "fsync=off full_page_writes=off", [this] { return plek.opslag.vang_op(); }};
    documenten::Keuring keuring{o.toepassing(), plek.opslag, o.pseudoniem(), plek.gereedschap};
};
Wereld& wereld() {
    static Wereld w;
    return w;
}
Omgeving& omgeving() { return wereld().o; }
std::int64_t tel(const std::string& sql) { return omgeving().beheer().doe(sql)[0].veld<std::int64_t>("n"); }
std::string code_van(const value& probleem) { return std::string(probleem.at("code").as_string()); }
std::string vandaag() { return tekst(dag_in_amsterdam(SysteemKlok().nu())); }
std::string later() { return tekst(Datum{std::chrono::sys_days(dag_in_amsterdam(SysteemKlok().nu())) + std::chrono::days(200)}); }

/// Everything a user sees of this request.
struct Zaak {
    Gebruiker wie;
    value stand;
    [[nodiscard]] std::string pad() const { return "/v1/verzoeken/" + id_van(stand); }
    value doe(int status, Methode methode, const std::string& waar, const value& lijf = nullptr, const std::map<std::string, std::string>& koppen = {}) {
        auto uit = omgeving().eis(status, wie, methode, pad() + waar, lijf, koppen);
        if (status < 300 && uit.is_object() && uit.as_object().contains("beletselen")) stand = uit;
        return uit;
    }
    void wijzig(const object& wat, int status = 200) { doe(status, Methode::patch, "", wat, gezien(versie_van(stand))); }
    value stap(const std::string& naar, int status = 200, object meer = {}) {
        meer["naar"] = naar;
        return doe(status, Methode::post, "/overgangen", meer, gezien(versie_van(stand)));
    }
    value zoek(const std::string& soort, const std::string& waarde, int status = 200) {
        return doe(status, Methode::post, "/_zoek", object{{"termen", array{object{{"soort", soort}, {"waarde", waarde}}}}});
    }
    void wijs_aan(const value& vondst, bool hoort = true) {
        doe(200, Methode::post, "/gegevens", object{{"gegevens", array{object{{"soort", vondst.at("soort")}, {"rij", vondst.at("rij")}, {"moment", vondst.at("moment")}, {"hoort", hoort}}}}});
    }
    value besluit(const value& gegeven, const object& wat, int status = 200) {
        return doe(status, Methode::patch, "/gegevens/" + id_van(gegeven), wat, gezien(versie_van(gegeven)));
    }
    [[nodiscard]] const value* van_regime(std::string_view regime) const {
        const auto& alle = stand.at("gegevens").as_array();
        const auto plek = std::ranges::find_if(alle, [&](const value& g) { return g.at("regime").as_string() == regime; });
        return plek == alle.end() ? nullptr : &*plek;
    }
    std::string brief() { return tekst_van_odt(omgeving().roep(wie, Methode::get, pad() + "/brief").lijf); }
};
Zaak nieuw(const std::string& soort = "inzage", const std::string& naam = "Ömer van der Meëren") {
    const auto wie = omgeving().gebruiker({"privacy"});
    return {wie, omgeving().eis(201, wie, Methode::post, "/v1/verzoeken",
                                object{{"soort", soort}, {"ontvangenOp", vandaag()}, {"naam", naam}, {"adres", "Kade 1\nDamstede"}, {"vraag", "Wat weet u van mij?"}})};
}
Zaak in_onderzoek(const std::string& soort = "inzage") {
    auto z = nieuw(soort);
    z.wijzig({{"identiteit", "Aan de balie, met een geldig paspoort gezien."}});
    z.stap("onderzoek");
    return z;
}
std::size_t aantal(const value& uitkomst) { return uitkomst.at("resultaten").as_array().size(); }

// What a file says is not searched. Of every file of a dossier in which something was found somebody says so before there is a decision.
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

TEST(Verwerkingen, StaanInHetRegisterEnDeDpiaMetRollenTermijnenEnCompartimenten) {
    auto& o = omgeving();
    const auto privacy = o.gebruiker({"privacy"});
    const auto csv = o.roep(privacy, Methode::get, "/v1/verwerkingen/register");
    EXPECT_EQ(csv.status, 200);
    EXPECT_EQ(std::count(csv.lijf.begin(), csv.lijf.end(), '\n') - 1, tel("select count(*) as n from logboek.activiteit"));
    EXPECT_THAT(csv.lijf, HasSubstr("Verzoeken van betrokkenen behandelen;verzoeken-behandelen;1;"));
    const auto dpia = o.roep(privacy, Methode::get, "/v1/verwerkingen/dpia");
    EXPECT_EQ(dpia.status, 200);
    for (const auto* wel : {"Casussen behandelen", "12.2", "Handhavingsjurist", "In te vullen: het advies"}) EXPECT_THAT(tekst_van_odt(dpia.lijf), HasSubstr(wel));
    o.eis(403, o.gebruiker({"coordinator"}), Methode::get, "/v1/verwerkingen/dpia");
}

TEST(Verwerkingen, ZeggenWaarHunDpiaStaatPerGemeente) {
    auto& o = omgeving();
    const auto privacy = o.gebruiker({"privacy"});
    const std::string pad = "/v1/verwerkingsactiviteiten/casus-behandelen/dpia";
    const auto verwijs = [&](const std::string& waar, const std::string& dag, int status = 200) { o.eis(status, privacy, Methode::post, pad, object{{"verwijzing", waar}, {"vastgesteldOp", dag}}); };
    const auto in_register = [&](const Gebruiker& wie) {
        const auto alle = o.eis(200, wie, Methode::get, "/v1/verwerkingsactiviteiten").at("resultaten");
        for (const auto& v : alle.as_array()) {
            if (v.at("code").as_string() == "casus-behandelen") return v;
        }
        return value{};
    };
    EXPECT_TRUE(in_register(privacy).at("dpia").is_null());
    EXPECT_EQ(in_register(privacy).at("bewaarmaanden").as_int64(), 60);
    EXPECT_THAT(boost::json::serialize(in_register(privacy).at("rollen")), HasSubstr("jurist"));
    verwijs("DPIA-2025-12", "2025-12-01");
    verwijs("DPIA-2024-03", "2024-03-01");  // recorded later, adopted earlier
    EXPECT_EQ(in_register(o.gebruiker({"techniek"})).at("dpia").at("verwijzing").as_string(), "DPIA-2025-12");
    EXPECT_TRUE(in_register(o.gebruiker({"privacy"}, 2)).at("dpia").is_null());
    EXPECT_THAT(o.roep(privacy, Methode::get, "/v1/verwerkingen/register").lijf, HasSubstr("DPIA-2025-12 (2025-12-01)"));
    EXPECT_THAT(tekst_van_odt(o.roep(privacy, Methode::get, "/v1/verwerkingen/dpia").lijf), HasSubstr("DPIA-2025-12 (2025-12-01)"));
    verwijs("Komt nog", later(), 400);
    o.eis(404, privacy, Methode::post, "/v1/verwerkingsactiviteiten/bestaat-niet/dpia", object{{"verwijzing", "DPIA-9"}, {"vastgesteldOp", "2025-12-01"}});
    o.eis(403, o.gebruiker({"coordinator"}), Methode::post, pad, object{{"verwijzing", "DPIA-9"}, {"vastgesteldOp", "2025-12-01"}});
}

}  // namespace
}  // namespace damwand::betrokkene

// SPDX-License-Identifier: EUPL-1.2
// Signs of misuse, through the gate: planted behaviour is named by its rule with what stands behind it, ordinary work is not.
#include <gmock/gmock.h>

#include "steun/casusproef.hpp"
#include "werk/actie/actie.hpp"
#include "werk/casus/casus.hpp"
#include "werk/dossier/dossier.hpp"
#include "werk/entiteit/entiteit.hpp"
#include "werk/privacy/privacy.hpp"
#include "werk/register/register.hpp"
#include "werk/signaal/signaal.hpp"
#include "werk/zoek/zoek.hpp"

namespace damwand::privacy {
namespace {

using namespace proef;

Omgeving& omgeving() {
    static Omgeving een([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {registers::bedrijf_routes(), entiteit::routes(), signaal::routes(), casus::routes(), actie::routes(), dossier::routes(), zoek::routes(), privacy::routes()}) alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return een;
}

std::string kenmerk_van(const value& iets) { return std::string(iets.at("kenmerk").as_string()); }

/// Each test has a winter month of its own, so that one does not see the work of another: Amsterdam is UTC + 1.
class Signaleringen : public ::testing::Test {
  protected:
    explicit Signaleringen(int jaar) : m_jaar(jaar) { het_is(12, 10); }

    Omgeving& o = omgeving();

    std::string dag(int welke) const { return tekst(Datum{std::chrono::year(m_jaar), std::chrono::January, std::chrono::day(static_cast<unsigned>(welke))}); }
    /// From now on it is that day in January at that hour in Amsterdam, and who was signed in still is.
    void het_is(int welke, int uur) {
        o.zet_klok(*lees_tijdstip(dag(welke) + "T00:00:00Z") + std::chrono::hours(uur - 1));
        verleng_sessies(o);
    }
    array van_tot(int van, int tot_en_met) {
        const auto lijst = o.eis(200, toezicht, Methode::get, "/v1/signaleringen?van=" + dag(van) + "&totEnMet=" + dag(tot_en_met));
        return lijst.at("resultaten").as_array();
    }
    /// The one sign of this rule on that day; fails the test when there is another number of them.
    value enige(const std::string& regel, int welke) {
        array gevonden;
        for (const auto& s : van_tot(welke, welke)) {
            if (s.at("regel").as_string() == regel) gevonden.push_back(s);
        }
        EXPECT_EQ(gevonden.size(), 1U) << regel;
        return gevonden.empty() ? value(object{{"aantal", 0}, {"gebruiker", object{{"id", ""}}}, {"handelingen", array{}}}) : gevonden[0];
    }
    void mist(const Gebruiker& wie, int keer) {
        for (int i = 0; i < keer; ++i) o.eis(404, wie, Methode::get, "/v1/casussen/" + CasusId::nieuw().tekst());
    }
    value nieuw_signaal(const Gebruiker& wie) {
        return o.eis(201, wie, Methode::post, "/v1/signalen",
                     object{{"titel", "Iets"}, {"omschrijving", "Verzonnen."}, {"bron", "meldpunt"}, {"vermeldingen", array{}}});
    }
    void open(const Gebruiker& wie, const std::vector<value>& signalen, std::size_t hoeveel) {
        for (std::size_t i = 0; i < hoeveel; ++i) o.eis(200, wie, Methode::get, "/v1/signalen/" + id_van(signalen.at(i)));
    }

    /// A signaal about this person that was not taken up: nobody's work any more.
    value dicht_signaal(const std::string& naam) {
        const auto s = o.eis(201, trekker, Methode::post, "/v1/signalen",
                             object{{"titel", "Iets"}, {"omschrijving", "Verzonnen."}, {"bron", "meldpunt"}, {"vermeldingen", array{object{{"soort", "persoon"}, {"tekst", naam}}}}});
        return o.eis(200, trekker, Methode::post, "/v1/signalen/" + id_van(s) + "/overgangen", object{{"naar", "niet_opgepakt"}, {"reden", "Geen ondermijning."}}, gezien(versie_van(s)));
    }
    void geef_actie(const value& signaal, const Gebruiker& wie) {
        o.eis(201, trekker, Methode::post, "/v1/signalen/" + id_van(signaal) + "/acties", object{{"wat", "Nog eens nakijken"}, {"eigenaar", wie.id.tekst()}, {"datum", dag(28)}});
    }

    Gebruiker trekker = o.gebruiker({"coordinator"});
    Gebruiker collega = o.gebruiker({"informatieanalist"});
    Gebruiker toezicht = o.gebruiker({"privacy"});

  private:
    int m_jaar;
};

std::string_view wie(const value& s) { return s.at("gebruiker").at("id").as_string(); }

struct Gewoon : Signaleringen { Gewoon() : Signaleringen(2031) {} };
TEST_F(Gewoon, OrdinaryWorkStaysSilent) {
    const auto casus = nieuwe_casus(o, trekker, {collega});
    for (int i = 0; i < 8; ++i) {
        o.eis(200, collega, Methode::get, pad_van(casus) + "/dossier");
        o.eis(200, trekker, Methode::get, pad_van(casus));
        o.eis(200, collega, Methode::get, "/v1/casussen");
        o.eis(200, collega, Methode::get, "/v1/signalen");
    }
    mist(collega, 9);  // old links
    het_is(12, 19);
    o.eis(200, collega, Methode::get, pad_van(casus));
    het_is(13, 7);
    o.eis(200, collega, Methode::get, pad_van(casus));
    o.eis(204, trekker, Methode::verwijder, pad_van(casus) + "/leden/" + collega.id.tekst());
    EXPECT_EQ(boost::json::serialize(van_tot(1, 31)), "[]");  // who was a member then looked as a member
}

struct Geweigerd : Signaleringen { Geweigerd() : Signaleringen(2032) {} };
TEST_F(Geweigerd, ManyLooksAtWhatIsNotThere) {
    mist(collega, 10);
    mist(trekker, 9);
    const auto s = enige("vaak-geweigerd", 12);
    EXPECT_EQ(wie(s), collega.id.tekst());
    EXPECT_EQ(s.at("aantal").as_int64(), 10);
    EXPECT_EQ(s.at("grens").as_int64(), 10);
    ASSERT_EQ(s.at("handelingen").as_array().size(), 10U);
    EXPECT_EQ(s.at("handelingen").as_array()[0].at("actie").as_string(), "casusTonen");
    EXPECT_TRUE(s.at("handelingen").as_array()[0].at("kenmerk").is_null());
}

struct Nacht : Signaleringen { Nacht() : Signaleringen(2033) {} };
TEST_F(Nacht, FilesOpenedAtNightBelongToTheDayThatTheNightBegan) {
    const auto casus = nieuwe_casus(o, trekker, {collega});
    het_is(12, 22);
    o.eis(200, collega, Methode::get, pad_van(casus));
    o.eis(200, trekker, Methode::get, pad_van(casus));
    het_is(13, 3);
    for (int i = 0; i < 2; ++i) o.eis(200, collega, Methode::get, pad_van(casus));
    const auto s = enige("nacht", 12);
    EXPECT_EQ(wie(s), collega.id.tekst());
    EXPECT_EQ(s.at("aantal").as_int64(), 3);
    EXPECT_EQ(s.at("handelingen").as_array()[2].at("kenmerk").as_string(), kenmerk_van(casus));
    EXPECT_EQ(van_tot(13, 13).size(), 0U);
}

struct VanCollega : Signaleringen { VanCollega() : Signaleringen(2034) {} };
TEST_F(VanCollega, AFileOpenedInAnEmergency) {
    const auto casus = nieuwe_casus(o, trekker);
    o.eis(201, collega, Methode::post, "/v1/noodtoegangen", object{{"kenmerk", kenmerk_van(casus)}, {"reden", "Er is nu een inval en de trekker is onbereikbaar."}});
    o.eis(200, collega, Methode::get, pad_van(casus));
    o.eis(200, collega, Methode::get, "/v1/noodtoegangen");  // the bar on the screen asks this: no look at the file
    const auto s = enige("dossier-van-collega", 12);
    EXPECT_EQ(wie(s), collega.id.tekst());
    EXPECT_EQ(s.at("aantal").as_int64(), 1);
    EXPECT_TRUE(s.at("handelingen").as_array()[0].at("noodtoegang").as_bool());
}

struct PerLijst : Signaleringen { PerLijst() : Signaleringen(2035) {} };
TEST_F(PerLijst, AFileThatAListGaveToWhoIsNoMember) {
    const auto casus = nieuwe_casus(o, trekker, {collega});
    // A leak: he is taken out, and his audience stays.
    ingreep(o).script("delete from casus.lid where gebruiker = '" + collega.id.tekst() + "'");
    het_is(14, 10);
    o.eis(200, trekker, Methode::get, "/v1/casussen");
    o.eis(200, collega, Methode::get, "/v1/casussen");
    const auto s = enige("dossier-van-collega", 14);
    EXPECT_EQ(wie(s), collega.id.tekst());
    EXPECT_EQ(s.at("handelingen").as_array()[0].at("actie").as_string(), "casussenTonen");
    EXPECT_EQ(s.at("handelingen").as_array()[0].at("kenmerk").as_string(), kenmerk_van(casus));
    // that the privacy officer saw its kenmerk here stands in the read log of the file
    EXPECT_FALSE(o.beheer().doe("select from logboek.audit where actie = 'signaleringenTonen' and geraakt @> array[$1::uuid]", id_van(casus)).leeg());
}

struct Veel : Signaleringen { Veel() : Signaleringen(2036) {} };
TEST_F(Veel, MoreThanThreeTimesHisOwnUsualDay) {
    std::vector<value> signalen;
    for (int i = 0; i < 46; ++i) signalen.push_back(nieuw_signaal(trekker));
    const auto nieuweling = o.gebruiker({"informatieanalist"});
    const auto veellezer = o.gebruiker({"informatieanalist"});
    for (int d = 13; d < 18; ++d) {
        het_is(d, 11);
        open(collega, signalen, 12);
        open(veellezer, signalen, 20);
    }
    het_is(18, 11);
    open(collega, signalen, 37);
    for (int i = 0; i < 3; ++i) open(veellezer, signalen, 46);  // the same files again are the same files
    open(nieuweling, signalen, 46);                              // of whom no usual day is known yet
    const auto s = enige("ongewoon-veel", 18);
    EXPECT_EQ(wie(s), collega.id.tekst());
    EXPECT_EQ(s.at("aantal").as_int64(), 37);
    EXPECT_EQ(s.at("gewoon").as_int64(), 12);
    EXPECT_EQ(s.at("grens").as_int64(), 37);
}

struct ZonderCasus : Signaleringen { ZonderCasus() : Signaleringen(2037) {} };
TEST_F(ZonderCasus, ClosedSignalenThatAreNobodysWorkAnyMore) {
    std::vector<value> dicht, nieuw;
    for (int i = 0; i < 5; ++i) {
        const auto s = nieuw_signaal(trekker);
        dicht.push_back(o.eis(200, trekker, Methode::post, "/v1/signalen/" + id_van(s) + "/overgangen",
                              object{{"naar", "niet_opgepakt"}, {"reden", "Geen ondermijning."}}, gezien(versie_van(s))));
        nieuw.push_back(nieuw_signaal(trekker));
    }
    het_is(14, 10);
    const auto ander = o.gebruiker({"informatieanalist"});
    open(collega, dicht, 5);
    open(trekker, dicht, 5);  // who weighed them
    open(ander, nieuw, 5);    // everybody's work
    open(ander, dicht, 4);
    const auto doet = o.gebruiker({"informatieanalist"});
    for (const auto& een : dicht) geef_actie(een, doet);
    open(doet, dicht, 5);     // who has something to do about them
    const auto s = enige("zonder-casus", 14);
    EXPECT_EQ(wie(s), collega.id.tekst());
    EXPECT_EQ(s.at("aantal").as_int64(), 5);
}

struct MensenZonderDossier : Signaleringen { MensenZonderDossier() : Signaleringen(2044) {} };
TEST_F(MensenZonderDossier, PeopleWhoWereSearchedForAndAreInNoFileOfHis) {
    const std::vector<std::string> namen{"Wolfert Zuiderzee", "Adelbrecht Kwintsheul", "Hildegonda Vossemeer", "Ghisbert Oudorp", "Theodora Wemeldinge"};
    std::vector<value> gesloten;
    for (const auto& naam : namen) gesloten.push_back(dicht_signaal(naam));
    const auto zoekt = [&](const Gebruiker& wie, int keer, const std::string& wat = "") {
        for (int i = 0; i < keer; ++i) {
            const auto uit = o.eis(200, wie, Methode::post, "/v1/_zoek", object{{"tekst", wat.empty() ? namen.at(static_cast<std::size_t>(i) % namen.size()) : wat}, {"aantal", 50}}, {{"verwerkingsactiviteit", "signalen-wegen"}});
            EXPECT_GE(uit.at("vermeldingen").as_array().size(), 1U);
        }
    };
    const auto doet = o.gebruiker({"informatieanalist"});
    for (const auto& een : gesloten) geef_actie(een, doet);
    const auto weinig = o.gebruiker({"informatieanalist"});
    const auto weegt = o.gebruiker({"informatieanalist"});
    o.eis(201, trekker, Methode::post, "/v1/signalen",
          object{{"titel", "Iets"}, {"omschrijving", "Verzonnen."}, {"bron", "meldpunt"}, {"vermeldingen", array{object{{"soort", "persoon"}, {"tekst", "Ysbrandt Terneuzen"}}}}});
    het_is(14, 10);
    zoekt(collega, 15);
    zoekt(doet, 15);     // he has something to do about each
    zoekt(trekker, 15);  // who recorded them
    zoekt(weinig, 14);
    zoekt(weegt, 15, "Ysbrandt Terneuzen");  // an open signaal is everybody's work
    const auto s = enige("mensen-zonder-dossier", 14);
    EXPECT_EQ(wie(s), collega.id.tekst());
    EXPECT_EQ(s.at("aantal").as_int64(), 15);
    EXPECT_EQ(s.at("grens").as_int64(), 15);
    EXPECT_EQ(s.at("handelingen").at(0).at("actie").as_string(), "zoeken");
    EXPECT_TRUE(s.at("handelingen").at(0).at("kenmerk").is_null());
    EXPECT_EQ(boost::json::serialize(van_tot(14, 14)).find("Zuiderzee"), std::string::npos) << "who was looked for is not said";
}

struct BedrijfZonderDossier : Signaleringen { BedrijfZonderDossier() : Signaleringen(2043) {} };
TEST_F(BedrijfZonderDossier, CompaniesOfAPersonThatNoFileOfHisNames) {
    auto v = o.beheer();
    v.script("insert into register.kvk_lading values (1, gen_random_uuid(), now(), now(), '[]', '2026-01-01', '{}', '{}')");
    std::vector<std::string> ids;
    array genoemd;
    for (int nummer = 90002001; nummer < 90002012; ++nummer) {  // the last is of a legal person
        v.doe("insert into register.onderneming (kvk_nummer, van, naam, handelsnamen, sbi, sbi_tekst, sbi_uitgave, afgeschermd, koppeling, natuurlijk)"
              " values ($1, '2026-01-01', 'Verzonnen Kapsalon', '{}', '{}', '{}', '{}', false, 'geen-adres', $2)", nummer, nummer < 90002011);
        ids.push_back(v.doe("insert into register.bedrijf (kvk_nummer) values ($1) returning id", nummer)[0].veld<std::string>("id"));
        if (nummer < 90002006) genoemd.push_back(object{{"soort", "bedrijf"}, {"tekst", "Verzonnen Kapsalon"}, {"sleutel", std::to_string(nummer)}});
    }
    const auto kijk = [&](const Gebruiker& wie, std::size_t van, std::size_t tot) {
        for (auto i = van; i < tot; ++i) o.eis(200, wie, Methode::get, "/v1/bedrijven/" + ids.at(i));
    };
    const auto ander = o.gebruiker({"informatieanalist"});
    const auto lid = o.gebruiker({"informatieanalist"});
    const auto zaak = o.eis(201, trekker, Methode::post, "/v1/casussen", object{{"signalen", array{gewogen_signaal(o, trekker)}}, {"werknaam", "Kade"}, {"thema", "hennep"}, {"trekker", trekker.id.tekst()}, {"leden", array{lid.id.tekst()}}});
    for (const auto& een : genoemd) o.eis(201, trekker, Methode::post, pad_van(zaak) + "/vermeldingen", een);
    het_is(14, 10);
    kijk(lid, 0, 5);         // in a casus of his
    kijk(collega, 0, 5);     // the same ones, in no casus of his
    kijk(ander, 5, 9);       // four
    kijk(ander, 10, 11);     // of a legal person
    for (int i = 0; i < 3; ++i) kijk(ander, 5, 6);  // the same again
    const auto s = enige("bedrijf-zonder-dossier", 14);
    EXPECT_EQ(wie(s), collega.id.tekst());
    EXPECT_EQ(s.at("aantal").as_int64(), 5);
    EXPECT_EQ(s.at("handelingen").at(0).at("kenmerk").as_string(), "90002001");
    o.eis(201, trekker, Methode::post, "/v1/signalen", object{{"titel", "Iets"}, {"omschrijving", "Verzonnen."}, {"bron", "meldpunt"}, {"vermeldingen", genoemd}});
    for (const auto& nog : van_tot(14, 14)) EXPECT_NE(nog.at("regel").as_string(), "bedrijf-zonder-dossier");  // an open signaal is everybody's work
}

struct Eigen : Signaleringen {
    Eigen() : Signaleringen(2040) {}
    static object over(const Gebruiker& wie, const char* naam) { return {{"gebruiker", wie.id.tekst()}, {"familienamen", array{naam}}, {"adressen", array{}}}; }
    value signaal_over(const char* naam) {
        return o.eis(201, trekker, Methode::post, "/v1/signalen",
                     object{{"titel", "Iets"}, {"omschrijving", "Verzonnen."}, {"bron", "meldpunt"}, {"vermeldingen", array{object{{"soort", "persoon"}, {"tekst", naam}}}}});
    }
};
TEST_F(Eigen, AFileThatNamesSomebodyOfHisNameAndASearchForIt) {
    const auto genoemd = signaal_over("J. van Wyk");
    const auto ander = signaal_over("Wijk Jansen");  // a first name
    o.eis(200, collega, Methode::get, "/v1/signalen/" + id_van(genoemd));  // before anything was known of him
    o.eis(200, toezicht, Methode::post, "/v1/eigen-kenmerken", over(collega, "van Wijk-de Groot"));
    het_is(14, 10);
    for (const auto& lezer : {collega, trekker}) {
        o.eis(200, lezer, Methode::get, "/v1/signalen/" + id_van(genoemd));
        o.eis(200, lezer, Methode::get, "/v1/signalen/" + id_van(ander));
        o.eis(200, lezer, Methode::post, "/v1/signalen/_zoek", object{{"tekst", "groot"}});
        o.eis(200, lezer, Methode::post, "/v1/casussen/_zoek", object{{"tekst", "loods"}});
    }
    const auto s = enige("eigen-naam", 14);
    EXPECT_EQ(wie(s), collega.id.tekst());
    EXPECT_EQ(s.at("aantal").as_int64(), 2);
    EXPECT_EQ(s.at("handelingen").as_array()[0].at("kenmerk").as_string(), kenmerk_van(genoemd));
    EXPECT_EQ(s.at("handelingen").as_array()[1].at("actie").as_string(), "signalenZoeken");
    EXPECT_EQ(van_tot(12, 12).size(), 0U);
}
TEST_F(Eigen, AnAddressThatIsHisByKeyAndAsTyped) {
    const std::string sleutel = "0344200000123456";
    het_is(16, 10);
    {  // the BAG is another room's: what the screen would add of an address
        db::Transactie tx(o.toepassing(), {.organisatie = {1}, .gebruiker = toezicht.id, .operatie = OperatieId::nieuw()});
        auto merken = logboek::merken_van_nummeraanduiding(sleutel);
        merken.merge(logboek::merken_van_adres("Kerkstraat", "1234AB", "12a"));
        bewaar_kenmerken(tx, o.pseudoniem(), collega.id, {.namen = {}, .adressen = merken});
        tx.leg_vast();
    }
    for (const auto& lezer : {collega, trekker}) {
        o.eis(200, lezer, Methode::post, "/v1/signalen/_zoek", object{{"adres", sleutel}});
        o.eis(200, lezer, Methode::post, "/v1/signalen/_zoek", object{{"tekst", "overlast kerkstraat 12 a"}});
        o.eis(200, lezer, Methode::post, "/v1/signalen/_zoek", object{{"tekst", "kerkstraat 14"}});
    }
    const auto s = enige("eigen-adres", 16);
    EXPECT_EQ(wie(s), collega.id.tekst());
    EXPECT_EQ(s.at("aantal").as_int64(), 2);
}
TEST_F(Eigen, AGuestOfACasusIsNoColleagueOfTheOfficer) {
    const auto casus = nieuwe_casus(o, trekker);
    const auto tot = o.beheer().doe("select (basis.vandaag() + 30)::text as d")[0].veld<std::string>("d");
    const auto gast = o.eis(201, trekker, Methode::post, pad_van(casus) + "/gasten", object{{"naam", "Kanariegast"}, {"organisatie", "polderveen"}, {"tot", tot}});
    EXPECT_EQ(boost::json::serialize(o.eis(200, toezicht, Methode::get, "/v1/eigen-kenmerken")).find("Kanariegast"), std::string::npos);
    Gebruiker wie;
    wie.id = *GebruikerId::lees(std::string(gast.at("gebruiker").as_string()));
    EXPECT_EQ(o.roep(toezicht, Methode::post, "/v1/eigen-kenmerken", over(wie, "Kanarie")).status, 404);
}
TEST_F(Eigen, WhatIsGivenIsKeptAsHashesAndTakenAwayByAnother) {
    const std::string pad = "/v1/eigen-kenmerken";
    o.eis(403, collega, Methode::post, pad, over(trekker, "Anders"));
    o.eis(403, collega, Methode::get, pad);
    o.eis(400, collega, Methode::post, pad, object{{"familienamen", array{"van der"}}, {"adressen", array{}}});
    o.eis(400, collega, Methode::post, pad, object{{"familienamen", array{}}, {"adressen", array{"0344200000999999"}}});
    EXPECT_TRUE(o.eis(200, collega, Methode::post, pad, object{{"familienamen", array{"Nachtegaal"}}, {"adressen", array{}}}).at("namen").as_bool());
    EXPECT_TRUE(o.eis(200, toezicht, Methode::post, pad, over(toezicht, "Dijkgraaf")).at("namen").as_bool());
    const auto lijst = boost::json::serialize(o.eis(200, toezicht, Methode::get, pad));
    EXPECT_EQ(lijst.find("achtegaal"), std::string::npos);
    const auto bewaard = o.beheer().doe("select count(*) as n from toegang.eigen_kenmerk k where k.gebruiker = '" + collega.id.tekst() + "' and octet_length(merk) = 32")[0].veld<std::int64_t>("n");
    EXPECT_EQ(bewaard, 1);
    o.eis(403, collega, Methode::verwijder, pad + "/" + collega.id.tekst());
    o.eis(403, toezicht, Methode::verwijder, pad + "/" + toezicht.id.tekst());
    {  // the database says so too
        db::Transactie tx(o.toepassing(), {.organisatie = {1}, .gebruiker = toezicht.id, .operatie = OperatieId::nieuw()});
        EXPECT_EQ(tx.doe("delete from toegang.eigen_kenmerk where gebruiker = $1", toezicht.id).geraakt(), 0);
    }
    o.eis(204, toezicht, Methode::verwijder, pad + "/" + collega.id.tekst());
    o.eis(404, o.gebruiker({"privacy"}, 2), Methode::verwijder, pad + "/" + collega.id.tekst());
}

struct Wegen : Signaleringen { Wegen() : Signaleringen(2038) {} };
TEST_F(Wegen, APersonExplainsASignAndMoreOfTheSameAsksANewLook) {
    mist(collega, 10);
    const object verklaring{{"regel", "vaak-geweigerd"}, {"gebruiker", collega.id.tekst()}, {"dag", dag(12)}, {"toelichting", "Nagevraagd: oude links in een mail."}};
    const std::string pad = "/v1/signaleringen/verklaringen";
    o.eis(403, trekker, Methode::post, pad, verklaring);
    auto elders = verklaring;
    elders["dag"] = dag(11);
    o.eis(404, toezicht, Methode::post, pad, elders);
    const auto na = o.eis(200, toezicht, Methode::post, pad, verklaring);
    EXPECT_EQ(na.at("verklaring").at("door").at("id").as_string(), toezicht.id.tekst());
    EXPECT_EQ(na.at("verklaring").at("aantal").as_int64(), 10);
    o.eis(409, toezicht, Methode::post, pad, verklaring);
    mist(collega, 1);
    const auto meer = enige("vaak-geweigerd", 12);
    EXPECT_EQ(meer.at("aantal").as_int64(), 11);
    EXPECT_EQ(meer.at("verklaring").at("aantal").as_int64(), 10);
    EXPECT_EQ(o.eis(200, toezicht, Methode::post, pad, verklaring).at("verklaring").at("aantal").as_int64(), 11);
}

struct Zelf : Signaleringen { Zelf() : Signaleringen(2039) {} };
TEST_F(Zelf, NobodyExplainsHisOwnNorAnotherMunicipalitys) {
    for (int i = 0; i < 10; ++i) o.eis(404, toezicht, Methode::get, "/v1/noodtoegangen/" + CasusId::nieuw().tekst());
    const object verklaring{{"regel", "vaak-geweigerd"}, {"gebruiker", toezicht.id.tekst()}, {"dag", dag(12)}, {"toelichting", "Dat was ik zelf, geen zorgen."}};
    o.eis(403, toezicht, Methode::post, "/v1/signaleringen/verklaringen", verklaring);
    const auto buur = o.gebruiker({"privacy"}, 2);
    o.eis(404, buur, Methode::post, "/v1/signaleringen/verklaringen", verklaring);
    EXPECT_EQ(o.eis(200, buur, Methode::get, "/v1/signaleringen").at("resultaten").as_array().size(), 0U);
    o.eis(200, o.gebruiker({"privacy"}), Methode::post, "/v1/signaleringen/verklaringen", verklaring);
    o.eis(403, trekker, Methode::get, "/v1/signaleringen");
    EXPECT_THROW(o.beheer().script("update logboek.verklaring set door = gebruiker"), db::DbFout);
}

struct Periode : Signaleringen { Periode() : Signaleringen(2040) {} };
TEST_F(Periode, IsAtMostAMonthAndSaysWhatIsWrong) {
    for (const auto* vraag : {"?van=2040-01-01&totEnMet=2040-02-01", "?van=2040-01-02&totEnMet=2040-01-01", "?van=gisteren"}) {
        o.eis(400, toezicht, Methode::get, std::string("/v1/signaleringen") + vraag);
    }
    o.eis(200, toezicht, Methode::get, "/v1/signaleringen?van=2040-01-01&totEnMet=2040-01-31");
}

struct Machine : Signaleringen { Machine() : Signaleringen(2041) {} };
TEST_F(Machine, WhatTheMachineThatAllShareMetIsToldToEach) {
    o.beheer().script("insert into logboek.incident (organisatie, tijd, soort, aantal) values (0, now(), 'getuige-onbereikbaar', 4000)");
    for (const std::int16_t organisatie : {std::int16_t{1}, std::int16_t{2}}) {
        const auto lijst = o.eis(200, o.gebruiker({"privacy"}, organisatie), Methode::get, "/v1/incidenten").at("resultaten").as_array();
        ASSERT_EQ(lijst.size(), 1U);
        EXPECT_EQ(lijst[0].at("soort").as_string(), "getuige-onbereikbaar");
    }
}

}  // namespace
}  // namespace damwand::privacy

// SPDX-License-Identifier: EUPL-1.2
// Guests of another organisation: in one casus, through their own sign-in, until a day or until they are withdrawn.
#include <fmt/format.h>

#include "werk/casus/proefcasus.hpp"

namespace damwand {
namespace {

std::string over_dagen(int dagen) { return omgeving().beheer().doe("select (basis.vandaag() + $1::integer)::text as d", dagen)[0].veld<std::string>("d"); }

/// A casus with somebody of the other municipality invited; step by step.
struct Uitnodiging {
    Omgeving& o = omgeving();
    Gebruiker trekker = o.gebruiker({"coordinator"});
    Gebruiker thuis = o.gebruiker({"jurist"}, 2);
    value zaak = nieuwe_casus(o, trekker);
    value gast;

    explicit Uitnodiging(int dagen = 30) {
        gast = o.eis(201, trekker, Methode::post, pad_van(zaak) + "/gasten", object{{"naam", "J. de Wit"}, {"organisatie", "polderveen"}, {"tot", over_dagen(dagen)}});
    }
    [[nodiscard]] std::string id() const { return std::string(gast.at("gebruiker").as_string()); }
    value neem_op(const Gebruiker& wie, int status = 200) const { return o.eis(status, wie, Methode::post, "/v1/gastplekken/_opnemen", object{{"code", gast.at("code")}}); }
    http::Antwoord word_lid(const value& tot) const { return o.roep(trekker, Methode::post, pad_van(zaak) + "/leden", object{{"gebruiker", id()}, {"tot", tot}}); }
    void alles() const {
        neem_op(thuis);
        toets(o, trekker, zaak, "2a", object{{"leden", array{id()}}});
        EXPECT_EQ(word_lid(gast.at("tot")).status, 200);
    }
    /// The guest as he works here: with the cookie that opening his place gave.
    [[nodiscard]] Gebruiker open() const {
        const auto a = o.roep(thuis, Methode::post, "/v1/gastplekken/" + id_van(gast) + "/_open");
        EXPECT_EQ(a.status, 204) << a.lijf;
        return als(a, {1}, id());
    }
    [[nodiscard]] Gebruiker als(const http::Antwoord& a, OrganisatieId organisatie, const std::string& wie) const {
        Gebruiker uit;
        uit.organisatie = organisatie;
        uit.id = *GebruikerId::lees(wie);
        for (const auto& [naam, waarde] : a.koppen) {
            if (naam == "Set-Cookie") uit.koekje = waarde.substr(0, waarde.find(';'));
        }
        uit.csrf = std::string(o.eis(200, uit, Methode::get, "/v1/sessie").at("csrf").as_string());
        return uit;
    }
    [[nodiscard]] int ziet(const Gebruiker& wie) const { return o.roep(wie, Methode::get, pad_van(zaak)).status; }
};

/// Rows of casussen in plain SQL, as this user.
std::int64_t casussen_in_sql(const Gebruiker& wie) {
    db::Transactie tx(omgeving().toepassing(), {.organisatie = wie.organisatie, .gebruiker = wie.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
    return tx.doe("select count(*) as n from casus.casus")[0].veld<std::int64_t>("n");
}

TEST(Gast, ZietDeEneCasusEnVerderNietsEnIsErVoorEenAnderNiet) {
    Uitnodiging u;
    auto& o = u.o;
    nieuwe_casus(o, u.trekker);
    const auto buiten = o.gebruiker({"coordinator"});
    u.alles();
    const auto gast = u.open();
    EXPECT_EQ(u.ziet(gast), 200);
    EXPECT_EQ(ids_in(o.eis(200, gast, Methode::get, "/v1/casussen")), std::vector{id_van(u.zaak)});
    EXPECT_EQ(casussen_in_sql(gast), 1);
    EXPECT_EQ(casussen_in_sql(u.thuis), 0);
    EXPECT_EQ(u.ziet(u.thuis), 404) << "at home there is no such casus";
    EXPECT_TRUE(o.eis(200, gast, Methode::get, "/v1/sessie").at("teGast").as_bool());
    EXPECT_FALSE(o.eis(200, u.thuis, Methode::get, "/v1/sessie").at("teGast").as_bool());
    o.eis(403, gast, Methode::get, "/v1/signalen");
    o.eis(403, gast, Methode::get, "/v1/collegas");
    o.eis(403, gast, Methode::patch, pad_van(u.zaak), object{{"beeld", "x"}}, gezien(1));
    // That he is here is for who is in the casus.
    EXPECT_EQ(o.eis(200, u.trekker, Methode::get, pad_van(u.zaak) + "/gasten").at("resultaten").at(0).at("staat").as_string(), "lid");
    o.eis(404, buiten, Methode::get, pad_van(u.zaak) + "/gasten");
    for (const auto& wie : {buiten, u.trekker}) EXPECT_EQ(boost::json::serialize(o.eis(200, wie, Methode::get, "/v1/collegas")).find("de Wit"), std::string::npos);
    db::Transactie tx(o.toepassing(), {.organisatie = buiten.organisatie, .gebruiker = buiten.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
    EXPECT_EQ(tx.doe("select count(*) as n from toegang.gast where casus = $1", id_van(u.zaak))[0].veld<std::int64_t>("n"), 0);
    // Both organisations know: his own that he went, the other what he saw.
    const auto telt = [&](const std::string& actie, int organisatie, const Gebruiker& wie) {
        return o.beheer().doe("select count(*) as n from logboek.audit where actie = $1 and organisatie = $2 and actor = $3 and resultaat = 'gelukt'", actie, organisatie, wie.id)[0].veld<std::int64_t>("n");
    };
    EXPECT_EQ(telt("gastplekOpenen", 2, u.thuis), 1);
    EXPECT_GE(telt("casusTonen", 1, gast), 1);
    EXPECT_EQ(telt("casusTonen", 2, u.thuis), 0) << "what he could not see";
}

TEST(Gast, KomtInGeenCompartimentOokNietAlsDeGemeenteDatVoorPartnersOpent) {
    Uitnodiging u;
    auto& o = u.o;
    o.eis(201, u.trekker, Methode::post, pad_van(u.zaak) + "/bronnen", object{{"bronsoort", "politie"}, {"vraag", "Bekend?"}, {"grondslag", "Wpg art. 16"}, {"regime", "wpg"}});
    u.alles();
    const auto gast = u.open();
    const auto bronnen = [&](const Gebruiker& wie) {
        db::Transactie tx(o.toepassing(), {.organisatie = wie.organisatie, .gebruiker = wie.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
        return tx.doe("select count(*) as n from casus.bron where casus = $1", id_van(u.zaak))[0].veld<std::int64_t>("n");
    };
    const auto partner = o.gebruiker({"partner"});
    toets(o, u.trekker, u.zaak, "2a", object{{"leden", array{partner.id.tekst()}}});
    o.eis(200, u.trekker, Methode::post, pad_van(u.zaak) + "/leden", object{{"gebruiker", partner.id.tekst()}});
    o.beheer().script("insert into toegang.compartiment_rol values (1, 'wpg', 'partner')");
    EXPECT_EQ(bronnen(partner), 1) << "the twin: an account of the municipality itself";
    EXPECT_EQ(bronnen(gast), 0);
    o.beheer().script("delete from toegang.compartiment_rol where rol = 'partner'");
}

TEST(Gast, WordtLidAlsIederNaToets2aMetEenEindeEnNadatHijZichThuisMeldde) {
    Uitnodiging u(10);
    auto& o = u.o;
    EXPECT_EQ(code_van(u.word_lid(u.gast.at("tot"))), "gast-nog-niet-aangemeld");
    const auto ander = o.gebruiker({"jurist"}, 2);
    const auto hier = o.gebruiker({"jurist"});
    EXPECT_EQ(codes_van(o.roep(u.thuis, Methode::post, "/v1/gastplekken/_opnemen", object{{"code", "0123-4567-89ab-cdef-0123-4567-89ab-cdef"}})), std::vector<std::string>{"/code geen-uitnodiging"});
    u.neem_op(hier, 400);  // not of the organisation that was asked
    EXPECT_EQ(u.neem_op(u.thuis).at("resultaten").as_array().size(), 1U);
    u.neem_op(ander, 400);  // a code works once
    EXPECT_EQ(o.eis(200, ander, Methode::get, "/v1/gastplekken").at("resultaten").as_array().size(), 0U);
    EXPECT_EQ(o.roep(ander, Methode::post, "/v1/gastplekken/" + id_van(u.gast) + "/_open").status, 404);
    const auto vooraf = u.open();
    EXPECT_EQ(u.ziet(vooraf), 404) << "invited is not in";
    EXPECT_EQ(code_van(u.word_lid(u.gast.at("tot"))), "privacytoets-lid-ontbreekt");
    toets(o, u.trekker, u.zaak, "2a", object{{"leden", array{u.id()}}});
    EXPECT_THAT(codes_van(u.word_lid(nullptr)), testing::ElementsAre("/tot ontbreekt"));
    EXPECT_THAT(codes_van(u.word_lid(value(over_dagen(11)))), testing::ElementsAre("/tot te-lang"));
    EXPECT_EQ(u.word_lid(value(over_dagen(10))).status, 200);
    EXPECT_EQ(u.ziet(vooraf), 200);
    // Of no other casus, whoever asks; and none of the table, the trekker, or another role.
    const auto tweede = nieuwe_casus(o, u.trekker);
    EXPECT_EQ(code_van(o.roep(u.trekker, Methode::post, pad_van(tweede) + "/leden", object{{"gebruiker", u.id()}, {"tot", over_dagen(1)}})), "gast-niet-hier");
    EXPECT_EQ(o.roep(u.trekker, Methode::patch, pad_van(u.zaak), object{{"trekker", u.id()}}, gezien(versie_van(o.eis(200, u.trekker, Methode::get, pad_van(u.zaak))))).status, 400);
}

TEST(Gast, UitnodigenDoetDeTrekkerMetVersBewijsEnNaarEenAndereOrganisatie) {
    Uitnodiging u;
    auto& o = u.o;
    const auto lid = o.gebruiker({"jurist"});
    toets(o, u.trekker, u.zaak, "2a", object{{"leden", array{lid.id.tekst()}}});
    o.eis(200, u.trekker, Methode::post, pad_van(u.zaak) + "/leden", object{{"gebruiker", lid.id.tekst()}});
    const auto nodig_uit = [&](const Gebruiker& wie, const std::string& organisatie, const std::string& tot) {
        return o.roep(wie, Methode::post, pad_van(u.zaak) + "/gasten", object{{"naam", "Iemand"}, {"organisatie", organisatie}, {"tot", tot}});
    };
    EXPECT_EQ(code_van(nodig_uit(lid, "polderveen", over_dagen(1))), "niet-de-trekker");
    EXPECT_EQ(nodig_uit(o.gebruiker({"coordinator"}), "polderveen", over_dagen(1)).status, 404);
    EXPECT_THAT(codes_van(nodig_uit(u.trekker, "damstede", over_dagen(-1))), testing::ElementsAre("/organisatie onbekende-code", "/tot in-verleden"));
    EXPECT_THAT(codes_van(nodig_uit(u.trekker, "polderveen", over_dagen(400))), testing::ElementsAre("/tot te-lang"));
    o.beheer().doe("update toegang.sessie set bewezen_op = basis.nu() - interval '11 minutes' where gebruiker = $1", u.trekker.id);
    EXPECT_EQ(code_van(nodig_uit(u.trekker, "polderveen", over_dagen(1))), "opnieuw-aanmelden");
}

TEST(Gast, EindigtMeteenAlsHijIngetrokkenWordtOfThuisNietMeerWerkt) {
    for (const std::string hoe : {"ingetrokken", "geen lid meer", "thuis afgemeld", "thuis uitgezet", "thuis geen rol meer", "afgemeld"}) {
        Uitnodiging u;
        auto& o = u.o;
        u.alles();
        const auto gast = u.open();
        ASSERT_EQ(u.ziet(gast), 200);
        if (hoe == "ingetrokken") o.eis(204, u.trekker, Methode::verwijder, pad_van(u.zaak) + "/gasten/" + id_van(u.gast));
        if (hoe == "geen lid meer") o.eis(204, u.trekker, Methode::verwijder, pad_van(u.zaak) + "/leden/" + u.id());
        if (hoe == "thuis afgemeld") o.eis(204, u.thuis, Methode::verwijder, "/v1/sessie");
        if (hoe == "thuis uitgezet") ingreep(o).doe("update toegang.gebruiker set actief = false where organisatie = 2 and id = $1", u.thuis.id);
        if (hoe == "thuis geen rol meer") o.beheer().doe("delete from toegang.gebruiker_rol where organisatie = 2 and gebruiker = $1", u.thuis.id);
        if (hoe == "afgemeld") {
            o.eis(204, gast, Methode::verwijder, "/v1/sessie");
            EXPECT_EQ(o.roep(u.thuis, Methode::get, "/v1/sessie").status, 401) << "signing off ends both";
        }
        EXPECT_EQ(u.ziet(gast), hoe == "geen lid meer" ? 404 : 401) << hoe;
        if (hoe == "ingetrokken") {
            EXPECT_EQ(o.eis(200, u.thuis, Methode::get, "/v1/gastplekken").at("resultaten").as_array().size(), 0U);
            EXPECT_EQ(o.roep(u.thuis, Methode::post, "/v1/gastplekken/" + id_van(u.gast) + "/_open").status, 404);
            EXPECT_EQ(code_van(u.word_lid(u.gast.at("tot"))), "gast-niet-hier");
            EXPECT_EQ(casussen_in_sql(gast), 0);
        }
    }
}

TEST(Gast, EindigtNaZijnLaatsteDag) {
    Uitnodiging u(3);
    u.alles();
    const auto dag = [&](int dagen) {
        u.o.zet_klok(SysteemKlok().nu() + std::chrono::hours(24 * dagen));
        verleng_sessies(u.o);
    };
    const auto gast = u.open();
    dag(3);
    EXPECT_EQ(u.ziet(gast), 200);
    dag(4);
    EXPECT_EQ(u.ziet(gast), 401);
    EXPECT_EQ(casussen_in_sql(gast), 0);
    EXPECT_EQ(u.o.eis(200, u.thuis, Methode::get, "/v1/gastplekken").at("resultaten").as_array().size(), 0U);
    dag(0);
}

TEST(Gast, GaatTerugNaarZijnEigenWerkOnderEenNieuwTeken) {
    Uitnodiging u;
    u.alles();
    const auto gast = u.open();
    const auto terug = u.o.roep(gast, Methode::post, "/v1/sessie/_naar-huis");
    ASSERT_EQ(terug.status, 204) << terug.lijf;
    const auto weer = u.als(terug, {2}, u.thuis.id.tekst());
    EXPECT_EQ(u.o.eis(200, weer, Methode::get, "/v1/sessie").at("organisatie").at("code").as_string(), "polderveen");
    EXPECT_EQ(u.ziet(gast), 401);
    EXPECT_EQ(u.o.roep(u.thuis, Methode::get, "/v1/sessie").status, 401) << "the token of before";
    EXPECT_EQ(code_van(u.o.roep(weer, Methode::post, "/v1/sessie/_naar-huis")), "niet-te-gast");
    EXPECT_EQ(u.o.roep(u.o.gebruiker({"jurist"}, 2), Methode::post, "/v1/gastplekken/" + id_van(u.gast) + "/_open").status, 404);
}

/// Rows about this account in plain SQL as this user: the account, its role, its earlier names, its session and its membership.
std::vector<std::int64_t> account_in_sql(const Gebruiker& wie, const std::string& account) {
    db::Transactie tx(omgeving().toepassing(), {.organisatie = wie.organisatie, .gebruiker = wie.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
    std::vector<std::int64_t> uit;
    for (const auto* wat : {"gebruiker where id", "gebruiker_rol where gebruiker", "gebruiker_verleden where id", "sessie where gebruiker", "zicht_lid where gebruiker"})
        uit.push_back(tx.doe(fmt::format("select count(*) as n from toegang.{} = $1", wat), account)[0].veld<std::int64_t>("n"));
    return uit;
}

TEST(Gast, ZijnAccountIsErAlleenVoorWieInDeCasusIsEnVoorDePrivacyOfficer) {
    Uitnodiging u;
    auto& o = u.o;
    const std::vector<std::int64_t> alles{1, 1, 1, 1, 1};
    const std::vector<std::int64_t> niets{0, 0, 0, 0, 0};
    u.alles();
    const auto gast = u.open();
    ingreep(o).doe("update toegang.gebruiker set naam = naam || ' junior' where id = $1", u.id());
    EXPECT_EQ(account_in_sql(u.trekker, u.id()), alles);
    EXPECT_EQ(account_in_sql(gast, u.id()), alles);
    EXPECT_EQ(account_in_sql(o.gebruiker({"privacy"}), u.id()), alles);
    for (const auto& wie : {o.gebruiker({"coordinator"}), o.gebruiker({"beheer"}), u.thuis}) EXPECT_EQ(account_in_sql(wie, u.id()), niets);
    // the twin: a colleague is known to all who work here
    EXPECT_EQ(account_in_sql(o.gebruiker({"beheer"}), u.trekker.id.tekst()).at(0), 1);
    // who he is at home, and the hash of his code, are nobody's
    for (const auto* kolom : {"thuis_gebruiker", "code_hash"}) {
        db::Transactie tx(o.toepassing(), {.organisatie = {1}, .gebruiker = u.trekker.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
        EXPECT_THROW(tx.doe(fmt::format("select {} from toegang.gast", kolom)), db::DbFout) << kolom;
    }
    // His casus is destroyed: he is nobody's colleague, and nobody's audience has him. The officer reads a name behind the log.
    ingreep(o).doe("delete from toegang.zicht_lid where gebruiker = $1", u.id());
    ingreep(o).doe("delete from toegang.gast where gebruiker = $1", u.id());
    EXPECT_EQ(account_in_sql(u.trekker, u.id()), niets);
    EXPECT_EQ(account_in_sql(o.gebruiker({"privacy"}), u.id()).at(0), 1);
    for (const auto& wie : {u.trekker, o.gebruiker({"privacy"})}) EXPECT_EQ(boost::json::serialize(o.eis(200, wie, Methode::get, "/v1/collegas")).find("de Wit"), std::string::npos);
}

// Whatever a room forgets: the database keeps a guest in his one casus. And this proof sees it when it does not.
TEST(Gast, DeDatabaseHoudtHemInZijnEneCasus) {
    Uitnodiging u;
    auto& o = u.o;
    const auto tweede = nieuwe_casus(o, u.trekker);
    u.alles();
    const auto gast = u.open();
    const auto erbij = [&] {
        db::Transactie tx(o.toepassing(), {.organisatie = {1}, .gebruiker = u.trekker.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
        tx.doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker, tot) select 1, zicht, $2, basis.nu() + interval '1 day' from casus.casus where id = $1", id_van(tweede), u.id());
        tx.leg_vast();
    };
    EXPECT_THROW(erbij(), db::DbFout);
    EXPECT_THROW(ingreep(o).doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker) select 1, zicht, $1 from toegang.zicht where naam = 'signalen' and organisatie = 1", u.id()), db::DbFout);
    EXPECT_THROW(ingreep(o).doe("insert into toegang.gebruiker_rol (organisatie, gebruiker, rol) values (1, $1, 'coordinator')", u.id()), db::DbFout);
    EXPECT_THROW(o.aanmelder().meld_aan_zonder("damstede", "gast-" + u.id()), db::DbFout);
    EXPECT_FALSE(o.aanmelder().meld_aan({Tekst<1, 40>("damstede"), Tekst<1, 60>("gast-" + u.id()), Tekst<1, 200>("*"), Tekst<6, 8>("000000")}).teken);
    EXPECT_EQ(casussen_in_sql(gast), 1);
    o.beheer().script("alter table toegang.zicht_lid disable trigger gast");
    EXPECT_NO_THROW(erbij());
    o.beheer().script("alter table toegang.zicht_lid enable trigger gast");
    EXPECT_EQ(casussen_in_sql(gast), 2) << "the planted fault is seen";
}

}  // namespace
}  // namespace damwand

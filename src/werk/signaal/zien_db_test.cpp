// SPDX-License-Identifier: EUPL-1.2
// Who sees a signaal and what is in it, and who does not.
#include "werk/signaal/proefsignaal.hpp"

namespace damwand::signaal {
namespace {

TEST_F(SignaalDb, EenTweedeGemeenteZietNiets) {
    const auto s = maak(analist(), {{"melder", {{"naam", "x"}, {"contact", nullptr}}}, {"vermeldingen", array{{{"soort", "persoon"}, {"tekst", "x"}}}}});
    eis_onzichtbaar(vreemde(), s);
    // Plain SQL as the application role, with every condition left out; the rightful municipality is the twin.
    const std::vector<std::string> tabellen{"signaal.signaal", "signaal.signaal_verleden", "signaal.weging", "signaal.overgang", "signaal.melder",
                                            "entiteit.vermelding", "entiteit.vermelding_verleden", "entiteit.entiteit"};
    std::map<std::string, std::int64_t> eigen;
    for (const auto* wie : {&coordinator(), &vreemde()}) {
        db::Transactie tx(omgeving().toepassing(), {.organisatie = wie->organisatie, .gebruiker = wie->id, .operatie = OperatieId::nieuw()});
        for (const auto& tabel : tabellen) {
            const auto kolom = tabel == "signaal.signaal" ? "id" : tabel == "signaal.weging" || tabel == "signaal.overgang" || tabel == "signaal.melder" ? "signaal" : "";
            if (*kolom == '\0') {
                const auto vreemd = tx.doe("select count(*) as n from " + tabel + " where organisatie <> $1", wie->organisatie)[0].veld<std::int64_t>("n");
                EXPECT_EQ(vreemd, 0) << tabel;
            } else {
                eigen[tabel] += tx.doe(fmt::format("select count(*) as n from {} where {} = $1", tabel, kolom), tekst(s, "id"))[0].veld<std::int64_t>("n") *
                                (wie == &vreemde() ? 1000 : 1);
            }
        }
    }
    EXPECT_EQ(eigen["signaal.signaal"], 1);
    EXPECT_EQ(eigen["signaal.overgang"], 1);
    EXPECT_EQ(eigen["signaal.melder"], 1);
}

TEST_F(SignaalDb, DeEersteMuurHoudtOokZonderDeTweede) {
    const object inhoud{{"melder", {{"naam", "x"}, {"contact", "y"}}}, {"adres", {{"nummeraanduiding", nummeraanduiding}}},
                        {"vermeldingen", array{{{"soort", "voertuig"}, {"tekst", "bus"}, {"sleutel", "GE-HE-01"}}}}};
    const auto s = maak(analist(), inhoud);
    auto van_casus = weeg(weeg(weeg(maak(analist(), inhoud), 1, "ja"), 2, "ja"), 3, "gecompliceerd");
    omgeving().eis(204, coordinator(), put, fmt::format("/v1/proef/{}/casus/{}", tekst(van_casus, "id"), maak_casus({coordinator()})));

    // In an audience of nobody, as an embargo would be; another signaal was its duplicate.
    const auto embargo = maak(analist(), inhoud);
    const auto duplicaat = zet(maak(analist()), "duplicaat", {{"reden", "Zelfde bus."}, {"duplicaatVan", embargo.at("id")}});
    EXPECT_FALSE(duplicaat.at("duplicaatVan").is_null());
    omgeving().beheer().script("set damwand.operatie = '00000000-0000-4000-8000-000000000003';"
                               "insert into toegang.zicht (organisatie, zicht, soort) values (1, 30000, 'embargo');"
                               "update signaal.signaal set zicht = 30000 where id = '" + tekst(embargo, "id") + "';"
                               "update entiteit.vermelding set zicht = 30000 where dossier = '" + tekst(embargo, "id") + "'");

    struct ZonderMuur {
        static void zet(const std::string& stand) {
            auto v = omgeving().beheer();
            for (const auto rij : v.doe("select format('%I.%I', schemaname, tablename) as t from pg_tables"
                                        " where schemaname in ('signaal', 'entiteit') and tablename <> 'wegingsprofiel'")) {
                v.script("alter table " + rij.veld<std::string>("t") + " " + stand + " row level security");
            }
        }
        ZonderMuur() { zet("disable"); }
        ~ZonderMuur() { zet("enable"); }
    };
    std::optional<ZonderMuur> zonder(std::in_place);
    {
        db::Transactie tx(omgeving().toepassing(), {.organisatie = {2}, .gebruiker = vreemde().id, .operatie = OperatieId::nieuw()});
        EXPECT_EQ(tx.doe("select count(*) as n from signaal.signaal where id = $1", tekst(s, "id"))[0].veld<int>("n"), 1);  // it is off
    }
    eis_onzichtbaar(vreemde(), s);
    eis_onzichtbaar(vreemde(), van_casus);
    eis_onzichtbaar(analist(), van_casus);
    eis_onzichtbaar(analist(), embargo);
    EXPECT_TRUE(omgeving().eis(200, analist(), get, pad(duplicaat)).at("duplicaatVan").is_null());
    EXPECT_EQ(omgeving().eis(200, vreemde(), get, "/v1/signalen/tellingen").at("totaal"), tel("signaal.signaal where organisatie = 2"));
    for (const auto* wie : {&vreemde(), &analist()}) {
        const auto eigen = maak(*wie, inhoud);
        EXPECT_EQ(eigen.at("vermeldingen").at(0).at("elders"),
                  tel(fmt::format("entiteit.vermelding v join entiteit.entiteit e on e.organisatie = v.organisatie and e.id = v.entiteit"
                                  " where v.organisatie = {} and v.zicht = 1 and e.sleutel = 'GEHE01'", wie->organisatie.waarde)) - 1);
    }
    zonder.reset();
    omgeving().eis(200, analist(), get, pad(s));
    omgeving().eis(200, coordinator(), get, pad(van_casus));
}

TEST_F(SignaalDb, WatDePolitieGafZietAlleenWieDatRegimeMagZien) {
    const auto toezichthouder = omgeving().gebruiker({"toezichthouder"});
    const auto voor = omgeving().eis(200, toezichthouder, get, "/v1/signalen").at("resultaten");
    const auto s = maak(analist(), {{"bron", "rapportage"}, {"vermeldingen", array{{{"soort", "persoon"}, {"tekst", "x"}}}}});
    EXPECT_EQ(tekst(s, "regime"), "wpg");
    EXPECT_EQ(omgeving().eis(200, toezichthouder, get, "/v1/signalen").at("resultaten"), voor);
    EXPECT_EQ(omgeving().roep(toezichthouder, get, pad(s)).status, 404);
    omgeving().eis(200, coordinator(), get, pad(s));
    // whoever may do everything with a signaal, but is not among those roles
    omgeving().beheer().script("delete from toegang.compartiment_rol where organisatie = 1 and compartiment = 'wpg' and rol = 'coordinator'");
    eis_onzichtbaar(coordinator(), s);
    omgeving().beheer().script("insert into toegang.compartiment_rol values (1, 'wpg', 'coordinator')");
    // whose role does not open it, does not put it there either
    EXPECT_EQ(omgeving().roep(toezichthouder, post, "/v1/signalen", nieuw({{"bron", "rapportage"}})).status, 400);
    omgeving().eis(201, toezichthouder, post, "/v1/signalen", nieuw({{"bron", "toezicht"}}));
}

TEST_F(SignaalDb, EenEmbargoMetEenDagLooptDanVanzelfAf) {
    const auto kijker = omgeving().gebruiker({"coordinator"});
    const auto morgen = [](int dagen) { return omgeving().beheer().doe("select (basis.vandaag() + $1::integer)::text as d", dagen)[0].veld<std::string>("d"); };
    EXPECT_EQ(omgeving().roep(analist(), post, "/v1/signalen", nieuw({{"embargoTot", morgen(3)}})).status, 400);
    EXPECT_EQ(omgeving().roep(analist(), post, "/v1/signalen", nieuw({{"alleen", array{}}, {"embargoTot", morgen(0)}})).status, 400);
    const auto s = maak(analist(), {{"alleen", array{}}, {"embargoTot", morgen(3)}});
    const auto politie = maak(analist(), {{"alleen", array{}}, {"embargoTot", morgen(3)}, {"regime", "wpg"}});
    EXPECT_EQ(s.at("embargoTot").as_string(), morgen(3));
    EXPECT_EQ(omgeving().roep(kijker, get, pad(s)).status, 404);
    const auto zet = [](int dagen) {
        omgeving().zet_klok(std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now()) + std::chrono::days(dagen));
        omgeving().beheer().script("update toegang.sessie set laatst_op = basis.nu(), begonnen_op = basis.nu(), bewezen_op = basis.nu()");
    };
    zet(2);
    EXPECT_EQ(omgeving().roep(kijker, get, pad(s)).status, 404);
    zet(3);
    const auto nu = omgeving().eis(200, kijker, get, pad(s));
    EXPECT_TRUE(nu.at("alleen").is_null());
    EXPECT_TRUE(nu.at("embargoTot").is_null());
    omgeving().eis(200, kijker, get, pad(politie));
    EXPECT_EQ(omgeving().roep(omgeving().gebruiker({"toezichthouder"}), get, pad(politie)).status, 404);  // his role does not open the compartment
    EXPECT_EQ(omgeving().roep(analist(), post, pad(s, "/vrijgaven"), nullptr, gezien(versie(nu))).status, 409);
    zet(0);
}

TEST_F(SignaalDb, OnderEmbargoBestaatHetAlleenVoorWieGekozenIs) {
    const auto gekozen = omgeving().gebruiker({"deelnemer"});
    const auto beleid = omgeving().gebruiker({"beleid"});
    const auto totaal = omgeving().eis(200, coordinator(), get, "/v1/signalen/tellingen").at("totaal");
    const auto s = maak(analist(), {{"alleen", array{gekozen.id.tekst()}}, {"melder", {{"naam", "x"}, {"contact", nullptr}}},
                                    {"vermeldingen", array{{{"soort", "persoon"}, {"tekst", "x"}}}}});
    EXPECT_EQ(s.at("alleen").as_array().size(), 2U);
    EXPECT_EQ(omgeving().eis(200, coordinator(), get, "/v1/signalen/tellingen").at("totaal"), totaal);
    eis_onzichtbaar(coordinator(), s);
    const auto gezien_door = omgeving().eis(200, gekozen, get, pad(s));
    EXPECT_EQ(gezien_door.at("titel"), s.at("titel"));
    // not to somebody who could not see it otherwise, nor without a trace of who chose
    const auto fout = omgeving().roep(analist(), post, "/v1/signalen", nieuw({{"alleen", array{beleid.id.tekst()}}}));
    EXPECT_EQ(fout.status, 400);
    EXPECT_NE(fout.lijf.find("/alleen/0"), std::string::npos);
    EXPECT_EQ(omgeving().roep(analist(), post, "/v1/signalen", nieuw({{"bron", "rapportage"}, {"alleen", array{gekozen.id.tekst()}}})).status, 400);
    // opened: from then on it is the team's, with its past
    EXPECT_EQ(omgeving().roep(coordinator(), post, pad(s, "/vrijgaven"), nullptr, gezien(versie(s))).status, 404);
    const auto vrij = omgeving().eis(200, gekozen, post, pad(s, "/vrijgaven"), nullptr, gezien(versie(s)));
    EXPECT_TRUE(vrij.at("alleen").is_null());
    const auto nu = omgeving().eis(200, coordinator(), get, pad(s));
    EXPECT_EQ(nu.at("verloop").as_array().size(), 1U);
    EXPECT_EQ(nu.at("vermeldingen").as_array().size(), 1U);
    EXPECT_EQ(omgeving().roep(gekozen, post, pad(s, "/vrijgaven"), nullptr, gezien(versie(nu))).status, 409);
}

TEST_F(SignaalDb, BewaartEenBsnGeslotenEnToontHetMetEenReden) {
    const object persoon{{"soort", "persoon"}, {"tekst", "J. Proef"}, {"sleutel", "1234.56.782"}};
    const auto s = maak(analist(), {{"vermeldingen", array{persoon}}});
    const auto& v = s.at("vermeldingen").at(0);
    EXPECT_TRUE(v.at("sleutel").is_null());
    EXPECT_TRUE(v.at("heeftBsn").as_bool());
    EXPECT_THAT(veldfouten(omgeving().eis(400, analist(), post, "/v1/signalen", nieuw({{"vermeldingen", array{{{"soort", "persoon"}, {"tekst", "x"}, {"sleutel", "123456789"}}}}}))), testing::ElementsAre("/vermeldingen/0/sleutel geen-bsn"));
    const auto bij = pad(s, "/vermeldingen/" + tekst(v, "id"));
    // a change of something else keeps it, in the past too; nowhere in the database does it stand open
    omgeving().eis(200, analist(), patch, bij, {{"rol", "huurder"}}, gezien(1));
    auto v2 = omgeving().beheer();
    for (const std::string tabel : {"vermelding", "vermelding_verleden", "entiteit", "bsn_getoond"}) {
        EXPECT_EQ(v2.doe("select count(*) as n from entiteit." + tabel + " t where t::text like '%123456782%' or t::text like '%1234.56%'")[0].veld<int>("n"), 0) << tabel;
    }
    EXPECT_EQ(tel("entiteit.vermelding where id = '" + tekst(v, "id") + "' and octet_length(bsn) > 9"), 1);
    EXPECT_EQ(tel("entiteit.vermelding_verleden where id = '" + tekst(v, "id") + "' and bsn is not null"), 1);
    // on request: the right, the signaal, a reason
    const auto vraag = bij + "/bsn/_toon";
    omgeving().eis(403, omgeving().gebruiker({"toezichthouder"}), post, vraag, {{"reden", "nieuwsgierig"}});
    omgeving().eis(404, vreemde(), post, vraag, {{"reden", "nieuwsgierig"}});
    omgeving().eis(400, analist(), post, vraag, {{"reden", ""}});
    const auto bewees = [](const char* geleden) {
        omgeving().beheer().doe("update toegang.sessie set bewezen_op = basis.nu() - $2::interval where gebruiker = $1", analist().id, geleden);
    };
    bewees("11 minutes");  // an act that shows what is closed asks fresh proof
    const auto oud = omgeving().eis(403, analist(), post, vraag, {{"reden", "Gemeentelijke basisadministratie bevragen."}});
    EXPECT_EQ(tekst(oud, "code"), "opnieuw-aanmelden");
    EXPECT_EQ(tel("entiteit.bsn_getoond where dossier = '" + tekst(s, "id") + "'"), 0);
    bewees("9 minutes");
    EXPECT_EQ(tekst(omgeving().eis(200, analist(), post, vraag, {{"reden", "Gemeentelijke basisadministratie bevragen."}}), "bsn"), "123456782");
    bewees("0 minutes");
    EXPECT_EQ(tel("entiteit.bsn_getoond where reden = 'Gemeentelijke basisadministratie bevragen.'"), 1);
    EXPECT_EQ(tel("logboek.audit where actie = 'signaalBsnTonen' and resultaat = 'gelukt' and object_id = '" + tekst(s, "id") + "'"), 1);
    // taken out again
    omgeving().eis(200, analist(), patch, bij, {{"sleutel", nullptr}}, gezien(2));
    omgeving().eis(404, analist(), post, vraag, {{"reden", "nog eens"}});
}

TEST_F(SignaalDb, EistHetRechtVoorElkWerkwoord) {
    const auto s = maak(analist(), {{"melder", {{"naam", "x"}, {"contact", "y"}}}});
    const auto toezicht = omgeving().gebruiker({"toezichthouder"});
    const auto beleid = omgeving().gebruiker({"beleid"});
    omgeving().eis(403, toezicht, post, pad(s, "/overgangen"), {{"naar", "in_weging"}}, gezien(1));
    omgeving().eis(403, toezicht, post, pad(s, "/wegingen"), {{"stap", 1}, {"antwoorden", array{}}, {"uitkomst", "ja"}, {"motivering", "x"}}, gezien(1));
    omgeving().eis(403, toezicht, get, "/v1/signalen/tellingen");
    omgeving().eis(403, analist(), post, pad(s, "/melder/_toon"), {{"reden", "terugbellen"}});
    omgeving().eis(403, beleid, get, "/v1/signalen");
    omgeving().eis(403, beleid, get, pad(s));
    omgeving().eis(403, beleid, post, "/v1/signalen", nieuw());
    omgeving().eis(403, beleid, get, "/v1/wegingsprofiel");
    omgeving().eis(200, toezicht, patch, pad(s), {{"titel", "Ramen dicht"}}, gezien(1));
    EXPECT_EQ(omgeving().eis(200, beleid, get, "/v1/signalen/tellingen").at("totaal"), 0);  // counts only what he may see
}

TEST_F(SignaalDb, ToontDeMelderAlleenBinnenHetCompartimentMetEenReden) {
    const auto toezicht = omgeving().gebruiker({"toezichthouder"});  // may put one in, may not look
    const auto s = maak(toezicht, {{"melder", {{"naam", "Bewoner van Proef"}, {"contact", "06-00000001"}}}});
    omgeving().eis(400, coordinator(), post, pad(s, "/melder/_toon"), object{});
    omgeving().eis(400, coordinator(), post, pad(s, "/melder/_toon"), {{"reden", " "}});
    const auto m = omgeving().eis(200, coordinator(), post, pad(s, "/melder/_toon"), {{"reden", "Terugbellen."}});
    EXPECT_EQ(tekst(m, "naam"), "Bewoner van Proef");
    EXPECT_EQ(tel("signaal.melder_getoond where reden = 'Terugbellen.' and signaal = '" + tekst(s, "id") + "'"), 1);
    EXPECT_EQ(tel("logboek.audit a join logboek.verwerking v using (organisatie, operatie) where a.actie = 'melderTonen' and v.betrokkene is not null and a.object_id = '" + tekst(s, "id") + "'"), 1);
    omgeving().eis(404, coordinator(), post, pad(maak(analist()), "/melder/_toon"), {{"reden", "x"}});  // there is none
    db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = analist().id, .operatie = OperatieId::nieuw()});
    EXPECT_EQ(tx.doe("select count(*) as n from signaal.melder")[0].veld<int>("n"), 0);
}

TEST_F(SignaalDb, GaatMetDeCasusMeeUitHetZichtVanHetTeam) {
    auto s = maak(analist(), {{"vermeldingen", array{{{"soort", "bedrijf"}, {"tekst", "Loods BV"}, {"sleutel", "87654321"}}}}});
    s = omgeving().eis(200, analist(), patch, pad(s), {{"titel", "Loods aan de haven"}}, gezien(1));
    const auto jurist = omgeving().gebruiker({"jurist"});
    const auto casus = maak_casus({coordinator(), jurist});
    const auto naar_casus = fmt::format("/v1/proef/{}/casus/{}", tekst(s, "id"), casus);
    EXPECT_EQ(tekst(omgeving().eis(409, coordinator(), put, naar_casus), "code"), "overgang-niet-toegestaan");
    s = weeg(weeg(weeg(s, 1, "ja"), 2, "ja"), 3, "gecompliceerd");
    omgeving().eis(204, coordinator(), put, naar_casus);
    // The analyst is no member: it is gone for him, its mentions and past too.
    omgeving().eis(404, analist(), get, pad(s));
    {
        db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = analist().id, .operatie = OperatieId::nieuw()});
        for (const std::string waar : {"signaal.signaal where id", "signaal.signaal_verleden where id", "signaal.weging where signaal",
                                       "signaal.overgang where signaal", "entiteit.vermelding where dossier", "entiteit.vermelding_verleden where dossier"}) {
            EXPECT_EQ(tx.doe("select count(*) as n from " + waar + " = $1", tekst(s, "id"))[0].veld<int>("n"), 0) << waar;
        }
    }
    // The members have all of it.
    const auto van_lid = omgeving().eis(200, coordinator(), get, pad(s));
    EXPECT_EQ(tekst(van_lid, "status"), "casus");
    EXPECT_EQ(tekst(van_lid.at("casus"), "werknaam"), "Havenloods");
    EXPECT_EQ(van_lid.at("wegingen").as_array().size(), 3U);
    const auto dossier = omgeving().eis(200, jurist, get, "/v1/proef/" + casus);
    ASSERT_EQ(dossier.at("signalen").as_array().size(), 1U);
    EXPECT_EQ(dossier.at("signalen").at(0).at("verloop").as_array().size(), 3U);
    EXPECT_EQ(dossier.at("signalen").at(0).at("vermeldingen").as_array().size(), 1U);
    omgeving().eis(409, coordinator(), put, naar_casus);  // once
}

TEST_F(SignaalDb, BlijftDichtAlsDeCasusInHetArchiefLigt) {
    const auto s = gewogen_signaal();
    const auto casus = maak_casus({coordinator()});
    omgeving().eis(204, coordinator(), put, fmt::format("/v1/proef/{}/casus/{}", tekst(s, "id"), casus));
    auto v = omgeving().beheer();
    v.script("set damwand.operatie = '00000000-0000-4000-8000-000000000002'");
    v.doe("update casus.casus set fase = 'archief' where id = $1", casus);
    EXPECT_EQ(tekst(omgeving().eis(409, coordinator(), patch, pad(s), {{"titel", "y"}}, gezien(5)), "code"), "casus-gesloten");
}

}  // namespace
}  // namespace damwand::signaal

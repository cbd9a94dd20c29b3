// SPDX-License-Identifier: EUPL-1.2
// What a signaal holds: as it was told, as it was changed, as it was known then.
#include "werk/signaal/proefsignaal.hpp"

namespace damwand::signaal {
namespace {

TEST_F(SignaalDb, LegtVastMetAdresVermeldingenEnMelder) {
    const auto antwoord = omgeving().roep(analist(), post, "/v1/signalen",
        nieuw({{"adres", {{"nummeraanduiding", nummeraanduiding}}}, {"bronBetrouwbaarheid", "B"}, {"informatieWaarde", 2},
               {"melder", {{"naam", "Melder van Proef"}, {"contact", "06-00000000"}}},
               {"vermeldingen", array{{{"soort", "persoon"}, {"tekst", "de lange man"}}, {{"soort", "voertuig"}, {"tekst", "grijze bus"}, {"sleutel", "vk-12-zz"}}}}}));
    ASSERT_EQ(antwoord.status, 201) << antwoord.lijf;
    const auto s = boost::json::parse(antwoord.lijf);
    EXPECT_EQ(tekst(s, "status"), "nieuw");
    EXPECT_EQ(s.at("wegingStap"), 0);
    EXPECT_TRUE(is_kenmerk(tekst(s, "kenmerk")));
    EXPECT_EQ(tekst(s.at("adres"), "weergave"), "Kerkstraat 12, 1234 AB Damstede");
    EXPECT_EQ(s.at("heeftMelder"), true);
    EXPECT_EQ(antwoord.lijf.find("Melder van Proef"), std::string::npos);
    ASSERT_EQ(s.at("vermeldingen").as_array().size(), 2U);
    EXPECT_FALSE(s.at("vermeldingen").at(0).at("entiteit").is_null());
    EXPECT_EQ(tekst(s.at("vermeldingen").at(1), "sleutel"), "vk-12-zz");
    EXPECT_EQ(s.at("verloop").as_array().size(), 1U);
    EXPECT_EQ(s.at("verloop").at(0).at("van"), nullptr);
    EXPECT_EQ(s.at("stappen").as_array().size(), 5U);
    EXPECT_EQ(tel("entiteit.entiteit where sleutel = 'VK12ZZ' and soort = 'voertuig'"), 1);
    // The same on its own page.
    EXPECT_EQ(omgeving().eis(200, analist(), get, pad(s)), s);
}

TEST_F(SignaalDb, NoemtAlleFoutenVanHetNieuweSignaal) {
    const auto p = omgeving().eis(400, analist(), post, "/v1/signalen",
        nieuw({{"bron", "kroeg"}, {"thema", "onzin"}, {"adres", {{"nummeraanduiding", "9999200000000009"}}}, {"ontvangenOp", "2999-01-01T00:00:00Z"},
               {"vermeldingen", array{{{"soort", "hond"}, {"tekst", "x"}}, {{"soort", "bedrijf"}, {"tekst", "x"}, {"sleutel", "12"}}, {{"soort", "persoon"}, {"tekst", "x"}, {"sleutel", "1"}}}}}));
    EXPECT_THAT(veldfouten(p), UnorderedElementsAre("/bron onbekende-code", "/thema onbekende-code", "/adres/nummeraanduiding onbekend-adres",
                                                    "/ontvangenOp in-de-toekomst", "/vermeldingen/0/soort onbekende-code",
                                                    "/vermeldingen/1/sleutel geen-kvk-nummer", "/vermeldingen/2/sleutel geen-bsn"));
}

TEST_F(SignaalDb, GeeftDezelfdeSleutelDezelfdeEntiteitEnTeltElders) {
    const object bus{{"soort", "voertuig"}, {"tekst", "bus"}, {"sleutel", "EL-12-DR"}};
    const auto a = maak(analist(), {{"vermeldingen", array{bus}}});
    object zelfde = bus;
    zelfde["sleutel"] = "el12dr";
    const auto b = maak(analist(), {{"vermeldingen", array{zelfde}}});
    EXPECT_EQ(a.at("vermeldingen").at(0).at("entiteit"), b.at("vermeldingen").at(0).at("entiteit"));
    EXPECT_EQ(b.at("vermeldingen").at(0).at("elders"), 1);
    EXPECT_EQ(omgeving().eis(200, analist(), get, pad(a)).at("vermeldingen").at(0).at("elders"), 1);
    // Two people with the same words stay two people.
    const object man{{"soort", "persoon"}, {"tekst", "de lange man"}};
    const auto c = maak(analist(), {{"vermeldingen", array{man, man}}});
    EXPECT_NE(c.at("vermeldingen").at(0).at("entiteit"), c.at("vermeldingen").at(1).at("entiteit"));
    // Another municipality with the same plate gets its own, and counts nothing.
    const auto d = maak(vreemde(), {{"vermeldingen", array{bus}}});
    EXPECT_NE(d.at("vermeldingen").at(0).at("entiteit"), a.at("vermeldingen").at(0).at("entiteit"));
    EXPECT_EQ(d.at("vermeldingen").at(0).at("elders"), 0);
}

TEST_F(SignaalDb, WijzigtVeldenEnHoudtDeVersieVast) {
    const auto s = maak(analist(), {{"adres", {{"tekst", "achter het station"}}}});
    EXPECT_EQ(s.at("adres").at("nummeraanduiding"), nullptr);
    omgeving().eis(400, analist(), patch, pad(s), {{"titel", "y"}});
    const auto t = omgeving().eis(200, analist(), patch, pad(s),
        {{"titel", "Andere titel"}, {"thema", nullptr}, {"behandelaar", coordinator().id.tekst()}, {"adres", {{"nummeraanduiding", nummeraanduiding}}}, {"informatieWaarde", 1}}, gezien(1));
    EXPECT_EQ(versie(t), 2);
    EXPECT_EQ(t.at("thema"), nullptr);
    EXPECT_EQ(tekst(t.at("behandelaar"), "id"), coordinator().id.tekst());
    EXPECT_EQ(t.at("omschrijving"), s.at("omschrijving"));
    EXPECT_EQ(tekst(omgeving().eis(412, analist(), patch, pad(s), {{"titel", "Te laat"}}, gezien(1)), "code"), "verouderd");
    EXPECT_THAT(veldfouten(omgeving().eis(400, analist(), patch, pad(s),
                    {{"titel", nullptr}, {"thema", "onzin"}, {"behandelaar", vreemde().id.tekst()}, {"adres", {{"tekst", "a"}, {"nummeraanduiding", nummeraanduiding}}}}, gezien(2))),
                UnorderedElementsAre("/titel mag-niet-leeg", "/thema onbekende-code", "/behandelaar onbekende-collega", "/adres een-van-beide"));
    const auto beleid = omgeving().gebruiker({"beleid"});  // a colleague, but not of this audience
    EXPECT_THAT(veldfouten(omgeving().eis(400, analist(), patch, pad(s), {{"behandelaar", beleid.id.tekst()}}, gezien(2))),
                UnorderedElementsAre("/behandelaar onbekende-collega"));
    EXPECT_EQ(tekst(omgeving().eis(200, analist(), get, pad(s)), "titel"), "Andere titel");
    EXPECT_EQ(tel("signaal.signaal_verleden where id = '" + tekst(s, "id") + "'"), 1);
}

TEST_F(SignaalDb, WijzigtEnVerwijdertVermeldingenVanDitSignaalAlleen) {
    const auto s = maak(analist());
    const auto ander = maak(analist());
    const auto v = omgeving().eis(201, analist(), post, pad(s, "/vermeldingen"), {{"soort", "telefoon"}, {"tekst", "nummer op briefje"}, {"sleutel", "06-87654321"}});
    const auto onder = [&](const value& bij) { return pad(bij, "/vermeldingen/" + tekst(v, "id")); };
    omgeving().eis(404, analist(), patch, onder(ander), {{"tekst", "y"}}, gezien(1));
    omgeving().eis(404, analist(), verwijder, onder(ander), nullptr, gezien(1));
    EXPECT_THAT(veldfouten(omgeving().eis(400, analist(), patch, onder(s), {{"sleutel", "112"}, {"tekst", nullptr}}, gezien(1))),
                UnorderedElementsAre("/sleutel geen-telefoonnummer", "/tekst mag-niet-leeg"));
    const auto w = omgeving().eis(200, analist(), patch, onder(s), {{"rol", "contact"}, {"informatieWaarde", 3}}, gezien(1));
    EXPECT_EQ(w.at("entiteit"), v.at("entiteit"));
    EXPECT_EQ(versie(w), 2);
    const auto x = omgeving().eis(200, analist(), patch, onder(s), {{"sleutel", nullptr}}, gezien(2));
    EXPECT_EQ(x.at("entiteit"), nullptr);
    omgeving().eis(412, analist(), verwijder, onder(s), nullptr, gezien(2));
    omgeving().eis(204, analist(), verwijder, onder(s), nullptr, gezien(3));
    EXPECT_TRUE(omgeving().eis(200, analist(), get, pad(s)).at("vermeldingen").as_array().empty());
    EXPECT_EQ(tel("entiteit.vermelding_verleden where id = '" + tekst(v, "id") + "'"), 3);
}

TEST_F(SignaalDb, ToontHetDossierZoalsHetToenWas) {
    const auto casus = maak_casus({coordinator()});
    auto s = gewogen_signaal();
    const auto v = omgeving().eis(201, analist(), post, pad(s, "/vermeldingen"), {{"soort", "persoon"}, {"tekst", "de lange man"}});
    const auto weg = omgeving().eis(201, analist(), post, pad(s, "/vermeldingen"), {{"soort", "voertuig"}, {"tekst", "bus"}, {"sleutel", "TO-EN-01"}});
    omgeving().eis(204, coordinator(), put, fmt::format("/v1/proef/{}/casus/{}", tekst(s, "id"), casus));
    const auto toen = omgeving().roep(coordinator(), get, "/v1/proef/" + casus).lijf;
    const auto moment = damwand::tekst(omgeving().beheer().doe("select basis.tik() as nu")[0].veld<Tijdstip>("nu"));

    s = omgeving().eis(200, coordinator(), get, pad(s));
    omgeving().eis(200, coordinator(), patch, pad(s), {{"titel", "Later"}, {"omschrijving", "Later."}, {"adres", {{"tekst", "later"}}}, {"thema", "omg"}}, gezien(versie(s)));
    omgeving().eis(200, coordinator(), patch, pad(s, "/vermeldingen/" + tekst(v, "id")), {{"tekst", "de korte man"}}, gezien(1));
    omgeving().eis(204, coordinator(), verwijder, pad(s, "/vermeldingen/" + tekst(weg, "id")), nullptr, gezien(1));
    omgeving().eis(201, coordinator(), post, pad(s, "/vermeldingen"), {{"soort", "email"}, {"tekst", "mail"}, {"sleutel", "a@voorbeeld.nl"}});
    maak(coordinator(), {{"vermeldingen", array{{{"soort", "voertuig"}, {"tekst", "bus"}, {"sleutel", "TO-EN-01"}}}}});

    const auto nu = omgeving().roep(coordinator(), get, "/v1/proef/" + casus).lijf;
    EXPECT_NE(nu, toen);
    EXPECT_EQ(omgeving().roep(coordinator(), get, "/v1/proef/" + casus + "?bekendOp=" + moment).lijf, toen);
}

TEST_F(SignaalDb, MeldtElkeWijzigingAanDeLijsten) {
    const auto s = maak(analist());
    omgeving().eis(200, analist(), patch, pad(s), {{"titel", "y"}}, gezien(1));
    EXPECT_EQ(tel("gebeurtenis.uit where soort = 'signaal' and object = '" + tekst(s, "id") + "'"), 2);
}

TEST_F(SignaalDb, GeeftProfielEnStamgegevensInTweeTalen) {
    const auto p = omgeving().eis(200, analist(), get, "/v1/wegingsprofiel");
    EXPECT_EQ(tekst(p, "code"), "zoetermeer");
    EXPECT_EQ(p.at("stappen").as_array().size(), 3U);
    const auto t = omgeving().eis(200, analist(), get, "/v1/stamgegevens");
    for (const auto& lijst : t.as_object()) {
        EXPECT_FALSE(lijst.value().as_array().empty()) << lijst.key();
        for (const auto& code : lijst.value().as_array()) EXPECT_FALSE(tekst(code, "naamEn").empty() || tekst(code, "naamNl").empty()) << lijst.key();
    }
}

TEST_F(SignaalDb, TweeTegelijkGeeftEenWinnaar) {
    const auto s = maak(analist());
    std::vector<int> uitslag(8);
    std::vector<std::thread> draden;
    for (auto& een : uitslag) {
        draden.emplace_back([&] { een = omgeving().roep(analist(), patch, pad(s), {{"titel", "tegelijk"}}, gezien(1)).status; });
    }
    for (auto& draad : draden) draad.join();
    EXPECT_EQ(std::count(uitslag.begin(), uitslag.end(), 200), 1);
    EXPECT_EQ(std::count(uitslag.begin(), uitslag.end(), 412), 7);
}

}  // namespace
}  // namespace damwand::signaal

// SPDX-License-Identifier: EUPL-1.2
// Finding signalen: lists, filters, search and counts, over what the asker may see.
#include "werk/signaal/proefsignaal.hpp"

namespace damwand::signaal {
namespace {

TEST_F(SignaalDb, BladertDoorDeLijstZonderGatOfDubbel) {
    const auto wie = omgeving().gebruiker({"coordinator"}, 2);
    std::set<std::string> gemaakt;
    for (int i = 0; i < 7; ++i) {  // two by two at the same moment: the id decides
        gemaakt.insert(tekst(maak(wie, {{"ontvangenOp", fmt::format("2026-10-0{}T12:00:00Z", 1 + i / 2)}, {"thema", "omg"}, {"bron", "controle"}}), "id"));
    }
    for (const std::string sorteer : {"-ontvangenOp", "ontvangenOp", "-gewijzigdOp"}) {
        std::vector<std::string> alles;
        std::string na;
        int bladen = 0;
        do {
            const auto blad = omgeving().eis(200, wie, get, fmt::format("/v1/signalen?thema=omg&bron=controle&status=nieuw,in_weging&aantal=3&sorteer={}{}", sorteer, na));
            for (const auto& id : ids(blad)) alles.push_back(id);
            na = blad.at("volgende").is_null() ? "" : "&na=" + tekst(blad, "volgende");
            ++bladen;
        } while (!na.empty() && bladen < 10);
        EXPECT_EQ(bladen, 3) << sorteer;
        EXPECT_EQ(alles.size(), gemaakt.size()) << sorteer;
        EXPECT_EQ(std::set<std::string>(alles.begin(), alles.end()), gemaakt) << sorteer;
    }
    EXPECT_EQ(tekst(omgeving().eis(400, wie, get, "/v1/signalen?na=abc"), "code"), "na-ongeldig");
    EXPECT_THAT(veldfouten(omgeving().eis(400, wie, get, "/v1/signalen?status=open&aantal=0&sorteer=titel&behandelaar=ik&thema=Z")),
                UnorderedElementsAre("/query/status onbekende-code", "/query/aantal buiten-bereik", "/query/sorteer onbekende-code",
                                     "/query/behandelaar geen-id", "/query/thema geen-code"));
}

TEST_F(SignaalDb, FiltertOpBehandelaarEnOntbrekendThema) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    const auto s = maak(wie, {{"thema", nullptr}});
    omgeving().eis(200, wie, patch, pad(s), {{"behandelaar", wie.id.tekst()}}, gezien(1));
    EXPECT_THAT(ids(omgeving().eis(200, wie, get, "/v1/signalen?behandelaar=" + wie.id.tekst())), ElementsAre(tekst(s, "id")));
    EXPECT_THAT(ids(omgeving().eis(200, wie, get, "/v1/signalen?thema=geen&behandelaar=" + wie.id.tekst())), ElementsAre(tekst(s, "id")));
    EXPECT_THAT(ids(omgeving().eis(200, wie, get, "/v1/signalen?thema=hennep&behandelaar=" + wie.id.tekst())), IsEmpty());
}

TEST_F(SignaalDb, FiltertOpDagenVanOntvangstInAmsterdam) {
    const auto wie = omgeving().gebruiker({"informatieanalist"});
    const auto op = [&](std::string_view moment) {  // the filter on the colleague keeps other tests' rows out
        const auto s = maak(wie, {{"ontvangenOp", moment}});
        omgeving().eis(200, wie, patch, pad(s), {{"behandelaar", wie.id.tekst()}}, gezien(1));
        return tekst(s, "id");
    };
    const auto vroeg = op("2026-09-30T21:59:59Z");  // the last second of September in Amsterdam, summer time
    const auto eerst = op("2026-09-30T22:00:00Z");
    const auto laatst = op("2026-10-31T22:59:59Z");  // winter time
    const auto laat = op("2026-10-31T23:00:00Z");
    const auto lijst = [&](const std::string& vraag) { return ids(omgeving().eis(200, wie, get, "/v1/signalen?behandelaar=" + wie.id.tekst() + vraag)); };
    EXPECT_THAT(lijst("&ontvangenVanaf=2026-10-01&ontvangenTotEnMet=2026-10-31"), ElementsAre(laatst, eerst));
    EXPECT_THAT(lijst("&ontvangenTotEnMet=2026-09-30"), ElementsAre(vroeg));
    EXPECT_THAT(lijst("&ontvangenVanaf=2026-11-01&sorteer=ontvangenOp"), ElementsAre(laat));
    EXPECT_THAT(veldfouten(omgeving().eis(400, wie, get, "/v1/signalen?ontvangenVanaf=gisteren&ontvangenTotEnMet=2026-02-30&wachtOp=koffie")),
                UnorderedElementsAre("/query/ontvangenVanaf geen-datum", "/query/ontvangenTotEnMet geen-datum", "/query/wachtOp onbekende-code"));
}

TEST_F(SignaalDb, WatIemandZochtStaatAlleenAlsHashInHetLogboek) {
    auto& o = omgeving();
    const auto hash_van = [&](const char* tekst) {
        o.eis(200, analist(), post, "/v1/signalen/_zoek", {{"tekst", tekst}});
        return o.beheer().doe("select toelichting from logboek.audit where actie = 'signalenZoeken' order by tijd desc limit 1")[0].veld<std::string>("toelichting");
    };
    const auto eerst = hash_van("Kwibus Verzonnenaar");
    EXPECT_THAT(eerst, testing::MatchesRegex("zoek-[0-9a-f]{32}"));
    EXPECT_EQ(hash_van("kwibus  VERZONNENAAR"), eerst) << "the same search is known again";
    EXPECT_NE(hash_van("Kwibus Anders"), eerst);
    EXPECT_EQ(o.beheer().doe("select count(*) as n from logboek.audit a where a::text ilike '%kwibus%'")[0].veld<int>("n"), 0);
}

TEST_F(SignaalDb, ZoektZoalsMensenTypen) {
    const auto s = maak(analist(), {{"titel", "Café 't IJsje: rolluik 100% dicht"}, {"adres", {{"tekst", "Burgemeester Meërenstraat"}}}});
    const auto zoek = [&](object vraag) { return ids(omgeving().eis(200, analist(), post, "/v1/signalen/_zoek", vraag)); };
    for (const std::string_view woorden : {"cafe t ijsje", "YSJE rolluik", "meerenstraat", "rolluik burgemeester", "100%"}) {
        EXPECT_THAT(zoek({{"tekst", woorden}}), testing::Contains(tekst(s, "id"))) << woorden;
    }
    EXPECT_THAT(zoek({{"tekst", "rolluik paard"}}), IsEmpty());
    auto kenmerk = tekst(s, "kenmerk");
    std::transform(kenmerk.begin(), kenmerk.end(), kenmerk.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    EXPECT_THAT(zoek({{"tekst", kenmerk}}), ElementsAre(tekst(s, "id")));
    EXPECT_THAT(zoek({{"tekst", "ysje"}, {"status", array{"casus"}}}), IsEmpty());
    omgeving().eis(400, analist(), post, "/v1/signalen/_zoek", {{"status", array{"open"}}});
}

TEST_F(SignaalDb, TeltBurenOpHetzelfdeAdres) {
    const auto wie = omgeving().gebruiker({"coordinator"}, 2);
    const object adres{{"adres", {{"nummeraanduiding", "9999200000000002"}}}};
    maak(wie, adres);
    const auto b = maak(wie, adres);
    EXPECT_EQ(b.at("zelfdeAdres"), 1);
    ASSERT_EQ(b.at("opZelfdeAdres").as_array().size(), 1U);
    const auto gevonden = omgeving().eis(200, wie, post, "/v1/signalen/_zoek", {{"adres", "9999200000000002"}});
    ASSERT_EQ(ids(gevonden).size(), 2U);
    EXPECT_EQ(gevonden.at("resultaten").at(0).at("zelfdeAdres"), 1);
    EXPECT_EQ(gevonden.at("resultaten").at(0).at("id"), b.at("id"));
}

TEST_F(SignaalDb, TeltWatDeVragerZiet) {
    const auto wie = omgeving().gebruiker({"coordinator"}, 2);
    const auto som = [](const value& t, const char* veld) {
        std::int64_t uit = 0;
        for (const auto& r : t.at(veld).as_array()) uit += r.at("aantal").as_int64();
        return uit;
    };
    const auto voor = omgeving().eis(200, wie, get, "/v1/signalen/tellingen").at("totaal").as_int64();
    maak(wie, {{"ontvangenOp", "2026-05-31T23:00:00Z"}, {"thema", nullptr}});  // June in Amsterdam
    maak(analist());
    const auto t = omgeving().eis(200, wie, get, "/v1/signalen/tellingen");
    EXPECT_EQ(t.at("totaal"), voor + 1);
    for (const auto* veld : {"perStatus", "perThema", "perBron", "perMaand"}) EXPECT_EQ(som(t, veld), voor + 1) << veld;
    EXPECT_THAT(boost::json::serialize(t.at("perMaand")), HasSubstr("2026-06"));
    EXPECT_THAT(boost::json::serialize(t.at("perThema")), HasSubstr("geen"));
}

TEST_F(SignaalDb, LogtPreciesDeSignalenVanHetAntwoord) {
    const auto wie = omgeving().gebruiker({"coordinator"}, 2);
    maak(wie, {{"vermeldingen", array{{{"soort", "persoon"}, {"tekst", "x"}}, {{"soort", "bedrijf"}, {"tekst", "y"}}, {{"soort", "voertuig"}, {"tekst", "z"}}}}});
    const auto lijst = omgeving().eis(200, wie, get, "/v1/signalen?aantal=5");
    auto v = omgeving().beheer();
    std::set<std::string> gelogd;
    for (const auto rij : v.doe("select g.object from logboek.geraakt g where g.organisatie = 2 and g.operatie ="
                                " (select operatie from logboek.audit where actie = 'signalenTonen' and organisatie = 2 order by tijd desc limit 1)")) {
        gelogd.insert(rij.veld<Uuid>("object").tekst());
    }
    const auto in_antwoord = ids(lijst);
    EXPECT_EQ(gelogd, std::set<std::string>(in_antwoord.begin(), in_antwoord.end()));
    const auto betrokkenen = [&](const char* actie) {
        return v.doe("select count(betrokkene) as n from logboek.verwerking where organisatie = 2 and operatie ="
                     " (select operatie from logboek.audit where actie = $1 and organisatie = 2 order by tijd desc limit 1)", actie)[0].veld<int>("n");
    };
    EXPECT_EQ(betrokkenen("signaalVastleggen"), 2);  // the person and the company, not the car
    EXPECT_EQ(betrokkenen("signalenTonen"), 0);      // lists show nobody
}

}  // namespace
}  // namespace damwand::signaal

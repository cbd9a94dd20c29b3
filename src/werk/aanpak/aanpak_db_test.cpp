// SPDX-License-Identifier: EUPL-1.2
// Templates, criteria, casussen that resemble each other, the weighing table: what people decide, and that nothing of a casus
// that somebody may not see shows in what he sees.
#include "werk/aanpak/aanpak.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "steun/casusproef.hpp"

namespace damwand::aanpak {
namespace {

using namespace proef;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), interventie::routes(), aanpak::routes()}) alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return o;
}
std::string code_van(const value& probleem) { return std::string(probleem.at("code").as_string()); }
std::string vandaag() { return tekst(dag_in_amsterdam(SysteemKlok().nu())); }

void noem(const Gebruiker& wie, const value& casus, const std::string& soort, const std::string& tekst, const std::string& sleutel) {
    object lijf{{"soort", soort}, {"tekst", tekst}};
    if (!sleutel.empty()) lijf["sleutel"] = sleutel;
    omgeving().eis(201, wie, Methode::post, pad_van(casus) + "/vermeldingen", lijf);
}
value gelijkende(const Gebruiker& wie, const value& casus) { return omgeving().eis(200, wie, Methode::get, pad_van(casus) + "/gelijkende").at("resultaten"); }
/// "working name: kind count, kind count".
std::vector<std::string> kort(const value& alle) {
    std::vector<std::string> uit;
    for (const auto& g : alle.as_array()) {
        std::string regel(g.at("werknaam").as_string());
        for (const auto& r : g.at("redenen").as_array()) regel += " | " + std::string(r.at("soort").as_string()) + " " + std::to_string(r.at("aantal").as_int64());
        uit.push_back(regel);
    }
    return uit;
}

// ---- templates -----------------------------------------------------------------------------------------------------

const value* van_thema(const value& lijst, std::string_view thema) {
    for (const auto& s : lijst.at("resultaten").as_array()) {
        if (s.at("thema").as_string() == thema) return &s;
    }
    return nullptr;
}

TEST(Sjablonen, ZijnErVoorElkThemaInTweeTalenMetCodesDieBestaan) {
    auto& o = omgeving();
    const auto lijst = o.eis(200, o.gebruiker({"informatieanalist"}), Methode::get, "/v1/sjablonen");
    auto beheer = o.beheer();
    for (const auto rij : beheer.doe("select code from basis.stamcode where lijst = 'thema'")) {
        const auto* s = van_thema(lijst, rij.veld<std::string>("code"));
        ASSERT_NE(s, nullptr) << rij.veld<std::string>("code");
        EXPECT_FALSE(s->at("eigen").as_bool());
        for (const auto* taal : {"nl", "en"}) {
            const auto& in = s->at(taal);
            EXPECT_FALSE(in.at("hypothese").as_string().empty());
            for (const auto* deel : {"doelen", "strategieen", "bronnen", "interventies", "stappen"}) EXPECT_FALSE(in.at(deel).as_array().empty()) << rij.veld<std::string>("code") << " " << deel;
            for (const auto& b : in.at("bronnen").as_array()) EXPECT_FALSE(beheer.doe("select from basis.stamcode where lijst = 'bronsoort' and code = $1", std::string(b.at("bronsoort").as_string())).leeg());
            for (const auto& i : in.at("interventies").as_array()) EXPECT_FALSE(beheer.doe("select from basis.stamcode where lijst = 'interventietype' and code = $1", std::string(i.at("type").as_string())).leeg());
        }
        EXPECT_NE(s->at("nl"), s->at("en"));
    }
}

TEST(Sjablonen, StelVastMetRechtEnVersieEnZetTerug) {
    auto& o = omgeving();
    const auto beheer = o.gebruiker({"beheer"});
    const object inhoud{{"hypothese", "Zo zien wij het."}, {"doelen", array{"Een doel"}}, {"strategieen", array{}}, {"bronnen", array{object{{"bronsoort", "bag"}, {"vraag", "Wat is het?"}, {"grondslag", "Openbare bron"}}}},
                        {"interventies", array{object{{"type", "waarschuwing"}, {"omschrijving", "Brief"}}}}, {"stappen", array{object{{"wat", "Bellen"}, {"dagen", 7}}}}};
    const object lijf{{"thema", "gokken"}, {"inhoud", inhoud}};
    EXPECT_EQ(o.roep(o.gebruiker({"jurist"}), Methode::post, "/v1/sjablonen", lijf, gezien(0)).status, 403);
    const auto eigen = o.eis(200, beheer, Methode::post, "/v1/sjablonen", lijf, gezien(0));
    EXPECT_TRUE(eigen.at("eigen").as_bool());
    EXPECT_EQ(eigen.at("nl"), eigen.at("en"));
    o.eis(412, beheer, Methode::post, "/v1/sjablonen", lijf, gezien(0));
    EXPECT_EQ(versie_van(o.eis(200, beheer, Methode::post, "/v1/sjablonen", lijf, gezien(1))), 2);
    // Of this organisation only.
    EXPECT_FALSE(van_thema(o.eis(200, o.gebruiker({"beheer"}, 2), Methode::get, "/v1/sjablonen"), "gokken")->at("eigen").as_bool());
    auto fout = lijf;
    fout["inhoud"].as_object()["bronnen"].as_array()[0].as_object()["bronsoort"] = "geroddel";
    EXPECT_THAT(codes_van(o.roep(beheer, Methode::post, "/v1/sjablonen", fout, gezien(2))), ElementsAre("/inhoud/bronnen/0/bronsoort onbekende-code"));
    const auto terug = o.eis(200, beheer, Methode::post, "/v1/sjablonen/_zet-terug", object{{"thema", "gokken"}}, gezien(2));
    EXPECT_FALSE(terug.at("eigen").as_bool());
    EXPECT_EQ(versie_van(terug), 0);
}

// ---- casussen that resemble each other -------------------------------------------------------------------------------

TEST(Gelijkende, NoemtWatZijDelenEnMensenBevestigenOfLeggenWeg) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"coordinator"});
    const auto a = nieuwe_casus(o, wie, {}, "A");
    const auto b = nieuwe_casus(o, wie, {}, "B");
    const auto c = nieuwe_casus(o, wie, {}, "C");
    for (const auto& zaak : {a, b}) {
        noem(wie, zaak, "bedrijf", "Kadewerk bv", "90001354");
        noem(wie, zaak, "voertuig", "Bus", "X-003-XX");
    }
    noem(wie, a, "persoon", "Zwager", "");
    noem(wie, c, "persoon", "Zwager", "");  // the same words are not the same man
    EXPECT_THAT(kort(gelijkende(wie, a)), ElementsAre("B | bedrijf 1 | voertuig 1 | thema 1", "C | thema 1"));
    EXPECT_EQ(gelijkende(wie, a).at(0).at("redenen").at(0).at("wat").at(0).at("tekst").as_string(), "Kadewerk bv");
    // Whom a reason shows stands in the processing log, and the other file in the read log.
    EXPECT_GE(o.beheer().doe("select count(*) as n from logboek.verwerking where naam = 'gelijkendeCasussenTonen' and betrokkene is not null")[0].veld<int>("n"), 1);
    EXPECT_GE(o.beheer().doe("select count(*) as n from logboek.geraakt g join logboek.audit l using (organisatie, operatie) where l.actie = 'gelijkendeCasussenTonen' and g.object = $1", id_van(b))[0].veld<int>("n"), 1);

    const auto pad = pad_van(a) + "/gelijkende/";
    const auto na = o.eis(200, wie, Methode::post, pad + id_van(b), object{{"stand", "bevestigd"}, {"reden", "Hetzelfde bedrijf huurt beide."}}).at("resultaten");
    EXPECT_EQ(na.at(0).at("samenhang").at("stand").as_string(), "bevestigd");
    o.eis(200, wie, Methode::post, pad + id_van(c), object{{"stand", "weggelegd"}, {"reden", "Alleen hetzelfde thema."}});
    // It is said of both.
    const auto van_b = gelijkende(wie, b);
    EXPECT_EQ(van_b.at(0).at("samenhang").at("reden").as_string(), "Hetzelfde bedrijf huurt beide.");
    EXPECT_THAT(codes_van(o.roep(wie, Methode::post, pad + id_van(b), object{{"stand", "misschien"}, {"reden", "Dat weet ik niet zeker."}})), ElementsAre("/stand onbekende-code"));
    o.eis(404, wie, Methode::post, pad + id_van(a), object{{"stand", "bevestigd"}, {"reden", "Met zichzelf kan dat niet."}});
    o.eis(204, wie, Methode::verwijder, pad_van(b) + "/gelijkende/" + id_van(a));
    EXPECT_TRUE(gelijkende(wie, a).at(0).at("samenhang").is_null());
    o.eis(404, wie, Methode::verwijder, pad_van(b) + "/gelijkende/" + id_van(a));
}

TEST(Gelijkende, EenVerborgenDubbelgangerVerandertGeenByte) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"coordinator"}, 2);
    const auto ander = o.gebruiker({"coordinator"}, 2);
    const auto a = nieuwe_casus(o, wie, {}, "A");
    const auto b = nieuwe_casus(o, wie, {}, "B");
    for (const auto& zaak : {a, b}) noem(wie, zaak, "bedrijf", "Werf bv", "90001362");
    const auto pad = pad_van(a) + "/gelijkende";
    const auto voor = o.roep(wie, Methode::get, pad).lijf;
    EXPECT_THAT(voor, HasSubstr("Werf bv"));
    const auto dossier_voor = o.roep(wie, Methode::get, pad_van(a)).lijf;
    // Somebody else's casus, alike in everything, and tied by him who may know of both.
    const auto verborgen = nieuwe_casus(o, ander, {}, "Verborgen");
    noem(ander, verborgen, "bedrijf", "Werf bv", "90001362");
    EXPECT_EQ(o.roep(wie, Methode::get, pad).lijf, voor);
    const auto beide = o.gebruiker({"coordinator"}, 2);
    for (const auto& zaak : {a, verborgen}) ingreep(o).doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker) select 2, zicht, $2 from casus.casus where id = $1", id_van(zaak), beide.id);
    EXPECT_THAT(kort(gelijkende(beide, a)), ElementsAre("Verborgen | bedrijf 1 | thema 1"));
    o.eis(200, beide, Methode::post, pad + "/" + id_van(verborgen), object{{"stand", "bevestigd"}, {"reden", "Hetzelfde bedrijf huurt beide."}});
    EXPECT_EQ(o.roep(wie, Methode::get, pad).lijf, voor);
    EXPECT_EQ(o.roep(wie, Methode::get, pad_van(a)).lijf, dossier_voor) << "neither casus counts as touched";
    // To him it is not there: the same as an id that nobody has.
    const object zegt{{"stand", "weggelegd"}, {"reden", "Eens kijken of dit bestaat."}};
    const auto kaal = [](http::Antwoord x) { return std::to_string(x.status) + x.lijf.substr(0, x.lijf.find("\"verzoek\"")); };
    EXPECT_EQ(kaal(o.roep(wie, Methode::post, pad + "/" + id_van(verborgen), zegt)), kaal(o.roep(wie, Methode::post, pad + "/" + CasusId::nieuw().tekst(), zegt)));
    // The second wall by itself: whoever knows of one of the two sees no row.
    const auto rijen = [&](const Gebruiker& u) {
        db::Transactie tx(o.toepassing(), {.organisatie = u.organisatie, .gebruiker = u.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = std::int16_t{0}});
        return tx.doe("select from aanpak.samenhang").aantal();
    };
    EXPECT_EQ(rijen(beide), 1);
    EXPECT_EQ(rijen(wie), 0);
    EXPECT_EQ(rijen(ander), 0);
}

TEST(Gelijkende, LaatNietsUitEenCompartimentMeetellen) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"coordinator"});
    const auto deelnemer = o.gebruiker({"deelnemer"});
    const auto a = nieuwe_casus(o, wie, {deelnemer}, "Open");
    const auto b = nieuwe_casus(o, wie, {deelnemer}, "Politie");
    noem(wie, a, "voertuig", "Bus", "PX-003-X");
    o.eis(201, wie, Methode::post, pad_van(b) + "/vermeldingen", object{{"soort", "voertuig"}, {"tekst", "Bus"}, {"sleutel", "PX-003-X"}, {"regime", "wpg"}});
    EXPECT_THAT(kort(gelijkende(wie, a)), Contains("Politie | voertuig 1 | thema 1"));
    EXPECT_THAT(kort(gelijkende(deelnemer, a)), ElementsAre("Politie | thema 1"));
}

// ---- criteria --------------------------------------------------------------------------------------------------------

TEST(Criteria, EenAnderNiveauMaaktEenNieuwCriteriumEnEenAndereNaamNiet) {
    auto& o = omgeving();
    const auto beheer = o.gebruiker({"coordinator"}, 2);
    const auto lijst = o.eis(200, beheer, Methode::get, "/v1/criteria");
    ASSERT_EQ(lijst.at("criteria").as_array().size(), 5U);
    EXPECT_FALSE(lijst.at("eigen").as_bool());
    const auto over = [](const value& c, const std::string& naam, array treden) {
        return object{{"id", c.at("id")}, {"naam", naam}, {"vraag", c.at("vraagNl")}, {"treden", treden}};
    };
    const auto& een = lijst.at("criteria").at(0);
    const auto& twee = lijst.at("criteria").at(1);
    const object lijf{{"criteria", array{over(twee, "Haast", twee.at("tredenNl").as_array()), over(een, "Ernst", array{"Veel", "Weinig"})}}};
    EXPECT_EQ(o.roep(o.gebruiker({"informatieanalist"}, 2), Methode::post, "/v1/criteria", lijf, gezien(0)).status, 403);
    const auto nu = o.eis(200, beheer, Methode::post, "/v1/criteria", lijf, gezien(0));
    EXPECT_EQ(nu.at("versie").as_int64(), 1);
    EXPECT_EQ(nu.at("criteria").at(0).at("id"), twee.at("id"));
    EXPECT_EQ(nu.at("criteria").at(0).at("naamEn").as_string(), "Haast");
    EXPECT_EQ(nu.at("criteria").at(0).at("vraagEn"), twee.at("vraagEn")) << "what was left as it was keeps its other language";
    EXPECT_NE(nu.at("criteria").at(1).at("id"), een.at("id"));
    o.eis(412, beheer, Methode::post, "/v1/criteria", lijf, gezien(0));
    EXPECT_THAT(codes_van(o.roep(beheer, Methode::post, "/v1/criteria", object{{"criteria", array{object{{"naam", "X"}, {"vraag", "Y?"}, {"treden", array{"een"}}}}}}, gezien(1))), ElementsAre("/criteria/0/treden buiten-grenzen"));
    EXPECT_FALSE(o.eis(200, o.gebruiker({"beheer"}), Methode::get, "/v1/criteria").at("eigen").as_bool()) << "of one organisation only";
}

TEST(Prioritering, OrdentOpWatIsVastgelegdEnNietsAnders) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"coordinator"});
    const auto lijst = o.eis(200, wie, Methode::get, "/v1/criteria").at("criteria");
    const auto ernst = lijst.at(0).at("id");
    const auto spoed = lijst.at(1).at("id");
    const auto a = nieuwe_casus(o, wie, {}, "A");
    const auto b = nieuwe_casus(o, wie, {}, "B");
    const auto c = nieuwe_casus(o, wie, {}, "C");
    const auto zet = [&](const value& zaak, const value& criterium, int trede) {
        o.eis(200, wie, Methode::post, pad_van(zaak) + "/beoordelingen", object{{"criterium", criterium}, {"trede", trede}, {"motivering", "Zo staat het ervoor."}});
    };
    zet(a, ernst, 2);
    zet(a, spoed, 1);
    zet(b, ernst, 1);
    zet(b, spoed, 3);
    const auto volgorde = [&](const std::string& vraag) {
        std::vector<std::string> uit;
        const auto alle = o.eis(200, wie, Methode::get, "/v1/casussen/prioritering" + vraag);
        for (const auto& r : alle.at("resultaten").as_array()) uit.push_back(std::string(r.at("werknaam").as_string()));
        return uit;
    };
    EXPECT_THAT(volgorde(""), ElementsAre("B", "A", "C"));
    EXPECT_THAT(volgorde("?criterium=" + std::string(spoed.as_string())), ElementsAre("A", "B", "C"));
    EXPECT_EQ(o.roep(wie, Methode::get, "/v1/casussen/prioritering?criterium=" + Uuid::willekeurig().tekst()).status, 400);
    zet(c, ernst, 1);
    zet(c, spoed, 1);
    EXPECT_THAT(volgorde(""), ElementsAre("C", "B", "A"));
    // What was said before stays in history; what is said now is one.
    EXPECT_EQ(o.beheer().doe("select count(*) as n from aanpak.beoordeling where casus = $1", id_van(c))[0].veld<int>("n"), 2);
    zet(c, ernst, 3);
    EXPECT_EQ(o.beheer().doe("select count(*) as n from aanpak.beoordeling_verleden where casus = $1", id_van(c))[0].veld<int>("n"), 1);
    // About the situation: who is named in the casus is not named in a motivation.
    noem(wie, a, "persoon", "Zwagerman", "");
    EXPECT_THAT(codes_van(o.roep(wie, Methode::post, pad_van(a) + "/beoordelingen", object{{"criterium", ernst}, {"trede", 1}, {"motivering", "Omdat zwagerman weer bezig is."}})), ElementsAre("/motivering noemt-persoon"));
    EXPECT_THAT(codes_van(o.roep(wie, Methode::post, pad_van(a) + "/beoordelingen", object{{"criterium", ernst}, {"trede", 5}, {"motivering", "Zo staat het ervoor."}})), ElementsAre("/trede onbekende-code"));
    EXPECT_EQ(o.roep(o.gebruiker({"coordinator"}), Methode::get, pad_van(a) + "/beoordelingen").status, 404);
    EXPECT_EQ(o.roep(o.gebruiker({"burgemeester"}), Methode::post, pad_van(a) + "/beoordelingen", object{{"criterium", ernst}, {"trede", 1}, {"motivering", "Zo staat het ervoor."}}).status, 403);
}

// ---- labels ------------------------------------------------------------------------------------------------------------

TEST(Etiketten, StaanMetRedenInCasusLijstEnFilter) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"coordinator"});
    const auto a = nieuwe_casus(o, wie, {}, "Met label");
    nieuwe_casus(o, wie, {}, "Zonder label");
    noem(wie, a, "persoon", "Zwagerman", "");
    const auto pad = pad_van(a) + "/etiketten";
    EXPECT_THAT(codes_van(o.roep(wie, Methode::post, pad, object{{"soort", "buikpijn"}, {"reden", "Bij Zwagerman klopt het niet."}})), ElementsAre("/reden noemt-persoon"));
    EXPECT_THAT(codes_van(o.roep(wie, Methode::post, pad, object{{"soort", "spannend"}, {"reden", "Er klopt hier iets niet."}})), ElementsAre("/soort onbekende-code"));
    const auto na = o.eis(200, wie, Methode::post, pad, object{{"soort", "buikpijn"}, {"reden", "Er klopt hier iets niet."}});
    EXPECT_EQ(na.at("waaromEtiket").at(0).at("reden").as_string(), "Er klopt hier iets niet.");
    const auto lijst = [&](const std::string& vraag) { return o.eis(200, wie, Methode::get, "/v1/casussen" + vraag).at("resultaten"); };
    EXPECT_EQ(lijst("?etiket=buikpijn").as_array().size(), 1U);
    EXPECT_EQ(lijst("?etiket=buikpijn").at(0).at("etiketten").at(0).as_string(), "buikpijn");
    EXPECT_TRUE(lijst("?etiket=betekenisvol").as_array().empty());
    EXPECT_EQ(o.roep(wie, Methode::get, "/v1/casussen?etiket=x").status, 400);
    o.eis(204, wie, Methode::verwijder, pad + "/buikpijn");
    o.eis(404, wie, Methode::verwijder, pad + "/buikpijn");
    EXPECT_TRUE(lijst("?etiket=buikpijn").as_array().empty());
    EXPECT_EQ(o.beheer().doe("select count(*) as n from casus.etiket_verleden where casus = $1", id_van(a))[0].veld<int>("n"), 1);
    EXPECT_EQ(o.roep(o.gebruiker({"coordinator"}), Methode::post, pad, object{{"soort", "buikpijn"}, {"reden", "Er klopt hier iets niet."}}).status, 404);
}

// ---- weighing table ------------------------------------------------------------------------------------------------------

TEST(Weegtafel, NeemtAanWatNietStrafrechtelijkIsOpgepaktEnMensenWegen) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"coordinator"});
    const auto signaal = [&](const std::string& bron) {
        return "/v1/signalen/" + id_van(o.eis(201, wie, Methode::post, "/v1/signalen", object{{"titel", "Vondst"}, {"omschrijving", "Een loods."}, {"bron", bron}, {"thema", "drugs"}, {"regime", "avg"}}));
    };
    const object feit{{"partij", "om"}, {"gemeldOp", vandaag()}, {"waarom", "Te weinig bewijs."}};
    const auto melding = signaal("meldpunt");
    EXPECT_FALSE(o.eis(200, wie, Methode::get, melding + "/weegtafel").at("kan").as_bool());
    EXPECT_EQ(code_van(o.eis(409, wie, Methode::post, melding + "/weegtafel", feit)), "niet-van-strafrecht");
    EXPECT_EQ(code_van(o.eis(409, wie, Methode::post, melding + "/weegtafel/besluiten", object{{"keuze", "oppakken"}, {"motivering", "Bestuurlijk kan het wel."}}, gezien(1))), "ligt-niet-op-weegtafel");
    const auto pad = signaal("rapportage") + "/weegtafel";
    EXPECT_THAT(codes_van(o.roep(wie, Methode::post, pad, object{{"partij", "wijkteam"}, {"gemeldOp", "2099-01-01"}, {"waarom", "x"}})), ElementsAre("/partij onbekende-code", "/gemeldOp in-toekomst"));
    const auto regel = o.eis(201, wie, Methode::post, pad, feit);
    EXPECT_TRUE(regel.at("aanDeBeurt").as_bool());
    EXPECT_EQ(code_van(o.eis(409, wie, Methode::post, pad, feit)), "ligt-al-op-weegtafel");
    const auto besluiten = pad + "/besluiten";
    EXPECT_THAT(codes_van(o.roep(wie, Methode::post, besluiten, object{{"keuze", "bewaren"}, {"motivering", "Eerst afwachten."}}, gezien(1))), ElementsAre("/bewarenTot ontbreekt"));
    const auto bewaard = o.eis(200, wie, Methode::post, besluiten, object{{"keuze", "bewaren"}, {"bewarenTot", "2098-01-01"}, {"motivering", "Eerst afwachten."}}, gezien(1));
    EXPECT_FALSE(bewaard.at("aanDeBeurt").as_bool());
    o.eis(412, wie, Methode::post, besluiten, object{{"keuze", "oppakken"}, {"motivering", "Toch nu al doen."}}, gezien(1));
    EXPECT_EQ(o.roep(o.gebruiker({"toezichthouder"}), Methode::post, besluiten, object{{"keuze", "oppakken"}, {"motivering", "Toch nu al doen."}}, gezien(2)).status, 403);
    EXPECT_EQ(o.roep(o.gebruiker({"coordinator"}, 2), Methode::get, pad).status, 404);
    // The day comes.
    ingreep(o).doe("update aanpak.weegtafel set bewaren_tot = basis.vandaag() where signaal = $1", std::string(regel.at("signaal").as_string()));
    EXPECT_TRUE(o.eis(200, wie, Methode::get, pad).at("regel").at("aanDeBeurt").as_bool());
    EXPECT_FALSE(o.eis(200, wie, Methode::get, "/v1/weegtafel").at("resultaten").as_array().empty());
    EXPECT_TRUE(o.eis(200, o.gebruiker({"coordinator"}, 2), Methode::get, "/v1/weegtafel").at("resultaten").as_array().empty());
}

TEST(Weegtafel, GaatMeeAlsHetSignaalVanKringVerandert) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"coordinator"});
    const auto id = gewogen_signaal(o, wie, "Vondst", {}, "om");
    const auto pad = "/v1/signalen/" + id + "/weegtafel";
    o.eis(201, wie, Methode::post, pad, object{{"partij", "om"}, {"gemeldOp", vandaag()}, {"waarom", "Te weinig bewijs."}});
    o.eis(200, wie, Methode::post, pad + "/besluiten", object{{"keuze", "oppakken"}, {"motivering", "Bestuurlijk kan het wel."}}, gezien(1));
    o.eis(201, wie, Methode::post, "/v1/casussen", object{{"signalen", array{id}}, {"werknaam", "Loods"}, {"thema", "drugs"}, {"trekker", wie.id.tekst()}});
    const auto standen = o.beheer().doe("select count(*) as alle, count(*) filter (where w.zicht = s.zicht) as mee from (select signaal, zicht from aanpak.weegtafel union all select signaal, zicht from aanpak.weegtafel_verleden) w"
                                        " join signaal.signaal s on s.id = w.signaal where s.id = $1", id);
    EXPECT_EQ(standen[0].veld<int>("alle"), 3) << "as recorded, as decided, and the move itself";
    EXPECT_EQ(standen[0].veld<int>("mee"), 3);
    // Who is no member of the casus no longer finds it on the table.
    const auto buiten = o.gebruiker({"coordinator"});
    EXPECT_THAT(o.roep(buiten, Methode::get, "/v1/weegtafel").lijf, Not(HasSubstr(id)));
    EXPECT_THAT(o.roep(wie, Methode::get, "/v1/weegtafel").lijf, HasSubstr(id));
}

}  // namespace
}  // namespace damwand::aanpak

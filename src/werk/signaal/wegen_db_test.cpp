// SPDX-License-Identifier: EUPL-1.2
// From triage to a decision: weighing, and the moves that are allowed.
#include "werk/signaal/proefsignaal.hpp"

namespace damwand::signaal {
namespace {

TEST_F(SignaalDb, WeegtStapVoorStapInDeVolgorde) {
    auto s = maak(analist());
    const object lijf{{"stap", 2}, {"antwoorden", array{}}, {"uitkomst", "ja"}, {"motivering", "x"}};
    EXPECT_EQ(tekst(omgeving().eis(409, analist(), post, pad(s, "/wegingen"), lijf, gezien(1)), "code"), "weging-niet-aan-de-beurt");
    s = weeg(s, 1, "ja", {{"antwoorden", array{{{"vraag", "verwevenheid"}, {"antwoord", "ja"}, {"toelichting", "zie foto"}}}}});
    EXPECT_EQ(tekst(s, "status"), "in_weging");
    EXPECT_EQ(s.at("wegingStap"), 2);
    EXPECT_EQ(s.at("verloop").as_array().size(), 2U);
    omgeving().eis(409, analist(), post, pad(s, "/wegingen"), {{"stap", 1}, {"antwoorden", array{}}, {"uitkomst", "ja"}, {"motivering", "x"}}, gezien(versie(s)));
    EXPECT_THAT(veldfouten(omgeving().eis(400, analist(), post, pad(s, "/wegingen"),
                    {{"stap", 2}, {"antwoorden", array{{{"vraag", "schaal"}, {"antwoord", "plek"}}}}, {"uitkomst", "doorsturen"}, {"motivering", "x"}}, gezien(versie(s)))),
                UnorderedElementsAre("/antwoorden/0/vraag onbekende-vraag", "/naarWie ontbreekt"));
    EXPECT_THAT(veldfouten(omgeving().eis(400, analist(), post, pad(s, "/wegingen"),
                    {{"stap", 2}, {"antwoorden", array{}}, {"uitkomst", "ja"}, {"motivering", "  "}}, gezien(versie(s)))),
                ElementsAre(HasSubstr("/motivering")));
    omgeving().eis(412, analist(), post, pad(s, "/wegingen"), lijf, gezien(1));
    s = weeg(s, 2, "ja");
    s = weeg(s, 3, "gecompliceerd");
    EXPECT_EQ(tekst(s, "status"), "in_weging");
    EXPECT_EQ(s.at("wegingStap"), gewogen);
    EXPECT_EQ(s.at("wegingen").as_array().size(), 3U);
    EXPECT_EQ(tekst(s.at("wegingen").at(0).at("antwoorden").at(0), "toelichting"), "zie foto");
    EXPECT_EQ(s.at("wegingen").at(2).at("profielVersie"), 1);
    omgeving().eis(400, analist(), post, pad(s, "/wegingen"), {{"stap", 4}, {"antwoorden", array{}}, {"uitkomst", "ja"}, {"motivering", "x"}}, gezien(versie(s)));
}

TEST_F(SignaalDb, LaatDeUitkomstDeStatusBepalen) {
    struct Geval {
        int stap;
        const char* uitkomst;
        const char* status;
        bool naar;
    };
    for (const auto& [stap, uitkomst, status, naar] :
         {Geval{1, "nee", "niet_opgepakt", false}, Geval{2, "nee", "niet_opgepakt", false}, Geval{2, "doorsturen", "doorgestuurd", true},
          Geval{3, "eenvoudig", "monodisciplinair", true}, Geval{3, "complex", "bij_riec", false}}) {
        auto s = maak(analist());
        for (int vorige = 1; vorige < stap; ++vorige) s = weeg(s, vorige, "ja");
        s = weeg(s, stap, uitkomst, naar ? object{{"naarWie", "Team handhaving"}} : object{});
        EXPECT_EQ(tekst(s, "status"), status);
        const auto laatste = s.at("verloop").as_array().back();
        EXPECT_EQ(tekst(laatste, "naar"), status);
        EXPECT_EQ(tekst(laatste, "reden"), "Besproken in het overleg.");
        EXPECT_EQ(!laatste.at("naarWie").is_null(), naar);
    }
}

TEST_F(SignaalDb, ZetInTriageBeideOvergangenVast) {
    const auto s = maak(analist());
    EXPECT_THAT(veldfouten(zet(s, "niet_opgepakt", {}, 400)), UnorderedElementsAre("/reden ontbreekt"));
    omgeving().eis(400, analist(), post, pad(s, "/overgangen"), {{"naar", "in_weging"}});
    omgeving().eis(412, analist(), post, pad(s, "/overgangen"), {{"naar", "in_weging"}}, gezien(7));
    const auto t = zet(s, "niet_opgepakt", {{"reden", "Geen ondermijning."}});
    EXPECT_EQ(tekst(t, "status"), "niet_opgepakt");
    ASSERT_EQ(t.at("verloop").as_array().size(), 3U);
    EXPECT_EQ(tekst(t.at("verloop").at(1), "naar"), "in_weging");
    EXPECT_EQ(tekst(t.at("verloop").at(2), "van"), "in_weging");
    EXPECT_EQ(versie(t), 2);
    // Closed; with a reason it is weighed from the start again.
    EXPECT_EQ(tekst(omgeving().eis(409, analist(), patch, pad(t), {{"titel", "y"}}, gezien(2)), "code"), "signaal-gesloten");
    omgeving().eis(409, analist(), post, pad(t, "/vermeldingen"), {{"soort", "persoon"}, {"tekst", "x"}});
    const auto u = zet(t, "in_weging", {{"reden", "Nieuwe melding."}});
    EXPECT_EQ(u.at("wegingStap"), 1);
}

TEST_F(SignaalDb, SteltUitTotEenDagDieNogKomt) {
    auto s = maak(analist());
    s = weeg(s, 1, "ja");
    EXPECT_THAT(veldfouten(zet(s, "uitgesteld", {{"reden", "x"}}, 400)), UnorderedElementsAre("/tot ontbreekt"));
    EXPECT_THAT(veldfouten(zet(s, "uitgesteld", {{"reden", "x"}, {"tot", "2026-01-01"}, {"naarWie", "y"}}, 400)),
                UnorderedElementsAre("/tot niet-in-de-toekomst", "/naarWie hoort-hier-niet"));
    s = zet(s, "uitgesteld", {{"reden", "Wacht op controle."}, {"tot", "2199-01-01"}});
    EXPECT_EQ(tekst(s, "uitgesteldTot"), "2199-01-01");
    s = zet(s, "in_weging", {{"reden", "De controle was er."}});
    EXPECT_EQ(s.at("uitgesteldTot"), nullptr);
    EXPECT_EQ(s.at("wegingStap"), 2);  // goes on where it was
}

TEST_F(SignaalDb, WijstEenDuplicaatNaarHetOrigineel) {
    const auto a = maak(analist());
    const auto b = maak(analist());
    const auto c = maak(analist());
    const auto ver = maak(vreemde());
    const auto wijs = [&](const value& s, const value& naar, int status) { return zet(s, "duplicaat", {{"reden", "Zelfde pand."}, {"duplicaatVan", naar.at("id")}}, status); };
    EXPECT_THAT(veldfouten(wijs(b, b, 400)), UnorderedElementsAre("/duplicaatVan zichzelf"));
    EXPECT_THAT(veldfouten(wijs(b, ver, 400)), UnorderedElementsAre("/duplicaatVan onbekend-signaal"));
    const auto t = wijs(b, a, 200);
    EXPECT_EQ(t.at("duplicaatVan").at("kenmerk"), a.at("kenmerk"));
    EXPECT_THAT(veldfouten(wijs(c, b, 400)), UnorderedElementsAre("/duplicaatVan is-duplicaat"));
}

TEST_F(SignaalDb, KentAlleenDeToegestaneOvergangen) {
    // Every state but destroyed, reached by the API's own roads; then every target, allowed or not.
    const std::map<std::string, std::function<value()>> wegen{
        {"nieuw", [] { return maak(analist()); }},
        {"in_weging", [] { return zet(maak(analist()), "in_weging"); }},
        {"niet_opgepakt", [] { return weeg(maak(analist()), 1, "nee"); }},
        {"doorgestuurd", [] { return zet(maak(analist()), "doorgestuurd", {{"reden", "x"}, {"naarWie", "y"}}); }},
        {"duplicaat", [] { return zet(maak(analist()), "duplicaat", {{"reden", "x"}, {"duplicaatVan", maak(analist()).at("id")}}); }},
        {"uitgesteld", [] { return zet(maak(analist()), "uitgesteld", {{"reden", "x"}, {"tot", "2199-01-01"}}); }},
        {"monodisciplinair", [] { return weeg(weeg(weeg(maak(analist()), 1, "ja"), 2, "ja"), 3, "eenvoudig", {{"naarWie", "VTH"}}); }},
        {"bij_riec", [] { return weeg(weeg(weeg(maak(analist()), 1, "ja"), 2, "ja"), 3, "complex"); }},
        {"afgehandeld", [] { return zet(weeg(weeg(weeg(maak(analist()), 1, "ja"), 2, "ja"), 3, "complex"), "afgehandeld", {{"reden", "x"}}); }},
        {"casus", [] {
             const auto s = gewogen_signaal();
             omgeving().eis(204, coordinator(), put, fmt::format("/v1/proef/{}/casus/{}", tekst(s, "id"), maak_casus({coordinator(), analist()})));
             return omgeving().eis(200, analist(), get, pad(s));
         }}};
    int toegestaan = 0;
    for (const auto& [van, maak_zo] : wegen) {
        auto s = maak_zo();
        ASSERT_EQ(tekst(s, "status"), van);
        for (const auto naar : statussen()) {
            object lijf{{"naar", naar}, {"reden", "x"}};
            if (naar == "uitgesteld") lijf["tot"] = "2199-01-01";
            if (naar == "doorgestuurd") lijf["naarWie"] = "y";
            if (naar == "duplicaat") lijf["duplicaatVan"] = maak(analist()).at("id");
            const auto antwoord = omgeving().roep(analist(), post, pad(s, "/overgangen"), lijf, gezien(versie(s)));
            const bool mag = rand(van, naar, Deur::overgang) != nullptr;
            EXPECT_EQ(antwoord.status, mag ? 200 : 409) << van << " > " << naar << " " << antwoord.lijf;
            if (mag) {
                ++toegestaan;
                s = maak_zo();
            } else {
                EXPECT_THAT(antwoord.lijf, HasSubstr("overgang-niet-toegestaan"));
            }
        }
    }
    EXPECT_EQ(toegestaan, 13);
    EXPECT_EQ(wegen.size(), statussen().size() - 1);
}

}  // namespace
}  // namespace damwand::signaal

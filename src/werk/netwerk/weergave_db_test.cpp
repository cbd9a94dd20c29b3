// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "werk/netwerk/proefnetwerk.hpp"
#include "werk/netwerk/weergave.hpp"

/// Charts that are kept, and charts on paper.
namespace damwand {
namespace {

using namespace proef;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

object plek(const Ref& ref, const std::string& notitie = "") {
    object uit{{"soort", ref.soort}, {"id", ref.id}, {"x", 10}, {"y", -20}, {"vast", true}};
    if (!notitie.empty()) uit["notitie"] = notitie;
    return uit;
}
value bewaar(const Gebruiker& wie, const Ref& dossier, const array& knopen, int status = 201) {
    return omgeving().eis(status, wie, Methode::post, "/v1/netwerk/weergaven", object{{"dossier", dossier.als_json()}, {"naam", "Overleg"}, {"knopen", knopen}});
}

TEST(Weergave, BewaartPlaatsenEnToontElkWatHijDanMagZien) {
    auto& o = omgeving();
    const auto ander = o.gebruiker({"informatieanalist"}, 2);
    const auto open = maak_signaal(analist(), "Voor allen", {persoon("Een")}), stil = maak_signaal(analist(), "Voor mij", {}, {{"alleen", array{}}});
    const Ref een{"signaal", id_van(open)}, geheim{"signaal", id_van(stil)}, nergens{"signaal", "00000000-0000-4000-8000-00000000abcd"};
    const auto w = bewaar(analist(), een, {plek(een, "Hier begint het"), plek(geheim), plek(nergens)});
    const auto pad = "/v1/netwerk/weergaven/" + id_van(w);
    const auto mijn = o.eis(200, analist(), Methode::get, pad);
    EXPECT_EQ(mijn.at("knopen").as_array().size(), 2U);  // what is nowhere was not kept
    EXPECT_EQ(mijn.at("knopen").at(0).at("notitie"), "Hier begint het");
    EXPECT_EQ(mijn.at("knopen").at(0).at("y"), -20);
    const auto zijn = o.roep(ander, Methode::get, pad);
    EXPECT_EQ(boost::json::parse(zijn.lijf).at("knopen").as_array().size(), 1U);
    EXPECT_THAT(zijn.lijf, testing::Not(HasSubstr(geheim.id)));
    EXPECT_EQ(o.roep(o.gebruiker({"informatieanalist"}, 1), Methode::get, pad).status, 404);
    EXPECT_EQ(o.roep(ander, Methode::verwijder, pad).status, 403);
    EXPECT_EQ(o.eis(200, analist(), Methode::verwijder, pad).at("id"), w.at("id"));
    EXPECT_EQ(o.roep(analist(), Methode::get, pad).status, 404);
}

TEST(Weergave, WieHaarMaakteGeeftHaarEenAndereNaamOfBewaartHaarOpnieuw) {
    auto& o = omgeving();
    const auto ander = o.gebruiker({"informatieanalist"}, 2);
    const auto s = maak_signaal(analist(), "Nog eens", {persoon("Een")});
    const Ref hier{"signaal", id_van(s)};
    const auto pad = "/v1/netwerk/weergaven/" + id_van(bewaar(analist(), hier, {plek(hier, "Eerst")}));
    EXPECT_EQ(o.roep(ander, Methode::patch, pad, object{{"naam", "Van mij"}}).status, 403);
    auto nu = o.eis(200, analist(), Methode::patch, pad, object{{"naam", "Overleg 13"}});
    EXPECT_EQ(nu.at("naam"), "Overleg 13");
    EXPECT_EQ(nu.at("knopen").at(0).at("notitie"), "Eerst");
    auto anders = plek(hier, "Later");
    anders["stap"] = 2;
    nu = o.eis(200, analist(), Methode::patch, pad, object{{"knopen", array{anders, plek({"signaal", "00000000-0000-4000-8000-00000000abcd"})}}});
    EXPECT_EQ(nu.at("naam"), "Overleg 13");
    ASSERT_EQ(nu.at("knopen").as_array().size(), 1U);  // what is nowhere is not kept now either
    EXPECT_EQ(nu.at("knopen").at(0).at("notitie"), "Later");
    EXPECT_EQ(nu.at("knopen").at(0).at("stap"), 2);
    EXPECT_EQ(o.roep(o.gebruiker({"informatieanalist"}, 1), Methode::patch, pad, object{{"naam", "x"}}).status, 404);
}

TEST(Weergave, HoortBijEenDossierEnGaatErmeeWeg) {
    auto& o = omgeving();
    const auto s = maak_signaal(analist(), "Weg ermee", {});
    const Ref dossier{"signaal", id_van(s)};
    const auto w = bewaar(analist(), dossier, {plek(dossier)});
    EXPECT_EQ(bewaar(analist(), {"adres", "9001200000000001"}, {plek(dossier)}, 404).at("code"), "niet-gevonden");
    EXPECT_EQ(bewaar(analist(), dossier, {}, 400).at("code"), "invoer-ongeldig");
    auto beheer = o.beheer();
    beheer.script("set damwand.organisatie = '2'; set damwand.operatie = '00000000-0000-4000-8000-000000000000'; set role vernietiger");
    beheer.doe("select archief.wis($1)", id_van(s));
    EXPECT_EQ(o.roep(analist(), Methode::get, "/v1/netwerk/weergaven/" + id_van(w)).status, 404);
    EXPECT_EQ(o.beheer().doe("select count(*)::int as n from netwerk.weergave where id = $1", id_van(w))[0].veld<int>("n"), 0);
}

TEST(Weergave, GaatMeeAlsHetDossierEenAnderPubliekKrijgt) {
    auto& o = omgeving();
    const auto ander = o.gebruiker({"informatieanalist"}, 2);
    const auto s = maak_signaal(analist(), "Straks vrij", {}, {{"alleen", array{}}});
    const Ref dossier{"signaal", id_van(s)};
    const auto pad = "/v1/netwerk/weergaven/" + id_van(bewaar(analist(), dossier, {plek(dossier)}));
    EXPECT_EQ(o.roep(ander, Methode::get, pad).status, 404);
    o.eis(200, analist(), Methode::post, "/v1/signalen/" + id_van(s) + "/vrijgaven", nullptr, gezien(versie_van(s)));
    EXPECT_EQ(o.roep(ander, Methode::get, pad).status, 200);
}

TEST(Blad, NoemtWieHetWaarvoorMeeneemtEnHetStrengsteRegime) {
    auto& o = omgeving();
    auto strikt = persoon("Onder BRP");
    strikt["regime"] = "brp";
    const auto s = maak_signaal(analist(), "Papier", {persoon("Gewoon"), strikt});
    const Ref hier{"signaal", id_van(s)};
    array knopen{hier.als_json()};
    const auto om = breid_uit(analist(), hier, {hier});
    for (const auto& k : om.at("knopen").as_array()) knopen.push_back(object{{"soort", k.at("soort")}, {"id", k.at("id")}});
    const auto blad = o.eis(200, analist(), Methode::post, "/v1/netwerk/_exporteer", object{{"knopen", knopen}, {"reden", "Overleg"}});
    EXPECT_EQ(blad.at("reden"), "Overleg");
    EXPECT_EQ(blad.at("regime"), "brp");
    EXPECT_EQ(blad.at("doorgifte"), "na_overleg");
    EXPECT_EQ(blad.at("personen"), 2);
    EXPECT_EQ(blad.at("beeld").at("knopen").as_array().size(), 3U);
    EXPECT_EQ(o.beheer().doe("select count(*)::int as n from logboek.audit where operatie = $1 and actie = 'netwerkExporteren'", std::string(blad.at("kenmerk").as_string()))[0].veld<int>("n"), 1);
    EXPECT_EQ(o.roep(analist(), Methode::post, "/v1/netwerk/_exporteer", object{{"knopen", knopen}, {"reden", ""}}).status, 400);
}

TEST(Bestand, NoemtNiemandEnHoudtAchterWatNietDoorgegevenMagWorden) {
    auto& o = omgeving();
    auto strikt = voertuig("ZX-841-P"), overleg = voertuig("ZX-842-P");
    strikt["doorgifte"] = "niet";
    overleg["regime"] = "brp";  // after consulting its source
    auto man = persoon("Hieronymus Naamloos");
    man["toelichting"] = "Woont bij zijn moeder";
    const auto s = maak_signaal(analist(), "Hieronymus in de loods", {man, telefoon("06-98765841"), strikt, overleg});
    const Ref hier{"signaal", id_van(s)};
    array knopen{hier.als_json()};
    const auto om = breid_uit(analist(), hier, {hier});
    for (const auto& k : om.at("knopen").as_array()) knopen.push_back(object{{"soort", k.at("soort")}, {"id", k.at("id")}});
    object lijf{{"knopen", knopen}, {"vorm", "graphml"}, {"reden", "Analyse"}};
    const auto bestand = o.eis(200, analist(), Methode::post, "/v1/netwerk/_bestand", lijf);
    const std::string inhoud(bestand.at("inhoud").as_string());
    for (const auto* weg : {"Hieronymus", "moeder", "98765841", "ZX-841-P", "ZX-842-P"}) EXPECT_THAT(inhoud, testing::Not(HasSubstr(weg)));
    EXPECT_THAT(inhoud, testing::Not(HasSubstr(hier.id)));
    for (const auto* erin : {"<graphml", "persoon 1", "telefoon 1", "genoemd"}) EXPECT_THAT(inhoud, HasSubstr(erin));
    EXPECT_THAT(inhoud, HasSubstr(std::string(s.at("kenmerk").as_string())));
    EXPECT_EQ(bestand.at("bronnenWeggelaten"), 2);
    EXPECT_EQ(bestand.at("onderdelenWeggelaten"), 2);
    // Whoever consulted the source says with whom, and takes that along; never what is not to be passed on.
    lijf["overleg"] = "Burgerzaken, vandaag";
    lijf["vorm"] = "csv";
    const auto meer = o.eis(200, analist(), Methode::post, "/v1/netwerk/_bestand", lijf);
    EXPECT_THAT(std::string(meer.at("naam").as_string()), HasSubstr(".csv"));
    EXPECT_EQ(meer.at("bronnenWeggelaten"), 1);
    EXPECT_EQ(o.beheer().doe("select count(*)::int as n from logboek.audit where operatie = $1 and actie = 'netwerkbestandMaken'", std::string(meer.at("kenmerk").as_string()))[0].veld<int>("n"), 1);
    lijf["vorm"] = "xlsx";
    EXPECT_THAT(codes_van(o.roep(analist(), Methode::post, "/v1/netwerk/_bestand", lijf)), ElementsAre("/vorm onbekend"));
}

TEST(Blad, WeigertMeerDanVijftigPersonen) {
    auto& o = omgeving();
    array velen;
    for (int i = 0; i < 51; ++i) velen.push_back(persoon("Nummer " + std::to_string(i)));
    const auto s = maak_signaal(analist(), "Massa", velen);
    const Ref hier{"signaal", id_van(s)};
    array knopen{hier.als_json()};
    const auto om = breid_uit(analist(), hier, {hier}, {{"hoogstens", 100}});
    EXPECT_EQ(om.at("knopen").as_array().size(), 51U);
    EXPECT_EQ(breid_uit(analist(), hier, {hier}).at("meer"), 1);
    for (const auto& k : om.at("knopen").as_array()) knopen.push_back(object{{"soort", k.at("soort")}, {"id", k.at("id")}});
    EXPECT_THAT(o.roep(analist(), Methode::post, "/v1/netwerk/_exporteer", object{{"knopen", knopen}, {"reden", "x"}}).lijf, HasSubstr("te-veel-personen"));
    knopen.pop_back();
    EXPECT_EQ(o.roep(analist(), Methode::post, "/v1/netwerk/_exporteer", object{{"knopen", knopen}, {"reden", "x"}}).status, 200);
}

TEST(Netwerkgrootte, TweeduizendOnderdelenPassenEenMeerNiet) {
    auto& o = omgeving();
    array knopen;
    for (int i = 0; i < 2000; ++i) knopen.push_back(object{{"soort", "signaal"}, {"id", Uuid::willekeurig().tekst()}});
    EXPECT_EQ(o.roep(analist(), Methode::post, "/v1/netwerk/_toon", object{{"knopen", knopen}}).status, 200);
    knopen.push_back(knopen.front());
    EXPECT_THAT(codes_van(o.roep(analist(), Methode::post, "/v1/netwerk/_toon", object{{"knopen", knopen}})), ElementsAre("/knopen te-veel"));
}

}  // namespace
}  // namespace damwand

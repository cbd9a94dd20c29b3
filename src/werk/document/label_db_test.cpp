// SPDX-License-Identifier: EUPL-1.2
// Labels on every kind of fact: how a fact comes by one, and that no copy loses it.
#include <gmock/gmock.h>

#include "werk/document/proefwereld.hpp"

namespace damwand {
namespace {

using namespace proef;

std::string veld(const value& v, const char* naam) {
    const auto& w = v.at(naam);
    return w.is_null() ? "" : std::string(w.as_string());
}
std::string label(const value& v) { return veld(v, "regime") + " " + veld(v, "doorgifte") + (veld(v, "doorgifteReden").empty() ? "" : " met reden"); }

value neem_op(const Gebruiker& wie, const std::string& pad, const std::string& inhoud, std::map<std::string, std::string> koppen = {}) {
    koppen.emplace("bestandsnaam", "brief.txt");
    const auto antwoord = wereld().o.stuur(wie, pad + "/documenten", inhoud, koppen);
    EXPECT_EQ(antwoord.status, 201) << antwoord.lijf;
    return boost::json::parse(antwoord.lijf);
}

object persoon(const std::string& tekst, const object& erbij = {}) {
    object uit{{"soort", "persoon"}, {"tekst", tekst}};
    for (const auto& v : erbij) uit[v.key()] = v.value();
    return uit;
}

TEST(Label, StaatMetZijnGrondInDeStamgegevens) {
    auto& o = wereld().o;
    const auto wie = o.gebruiker({"coordinator"});
    const auto lijsten = o.eis(200, wie, Methode::get, "/v1/stamgegevens");
    std::vector<std::string> regimes;
    for (const auto& r : lijsten.at("regimes").as_array()) {
        EXPECT_FALSE(veld(r, "doorgifteGrond").empty()) << r;
        regimes.push_back(veld(r, "code") + " " + veld(r, "doorgifte"));
    }
    EXPECT_THAT(regimes, testing::UnorderedElementsAre("open vrij", "avg vrij", "brp na_overleg", "fiscaal niet", "wpg niet", "wgs niet", "bibob niet"));
    std::vector<std::string> doorgiften;
    for (const auto& d : lijsten.at("doorgiften").as_array()) doorgiften.push_back(veld(d, "code"));
    EXPECT_THAT(doorgiften, testing::ElementsAreArray(doorgiften_naar_strengheid));
}

TEST(Label, DeDatabaseKentDezelfdeVolgorde) {
    auto db = wereld().o.beheer();
    const auto vergelijk = [&](const std::string& lijst, auto orde, auto strengheid) {
        for (const auto een : orde) {
            for (const auto ander : orde) {
                const auto rij = db.doe("select basis.strengheid($1, $2) as n, basis.strengste($1, array[$2, $3]) as s", lijst, een, ander);
                EXPECT_EQ(rij[0].template veld<int>("n"), strengheid(een));
                EXPECT_EQ(rij[0].template veld<std::string>("s"), strengheid(een) >= strengheid(ander) ? een : ander);
            }
        }
        EXPECT_EQ(db.doe("select count(*)::integer as n from basis.stamcode where lijst = $1 and basis.strengheid($1, code) is not null", lijst)[0].template veld<int>("n"),
                  static_cast<int>(orde.size()));
    };
    vergelijk("regime", regimes_naar_strengheid, strengheid_regime);
    vergelijk("doorgifte", doorgiften_naar_strengheid, strengheid_doorgifte);
}

TEST(Label, EenSignaalKrijgtWatVoorZijnRegimeGeldtEnWordtAlleenMetRedenRuimer) {
    auto& o = wereld().o;
    const auto wie = o.gebruiker({"coordinator"});
    const object lijf{{"titel", "Gezien"}, {"omschrijving", ""}, {"bron", "rapportage"}, {"ontvangenOp", "2026-01-10T09:00:00Z"}};
    auto signaal = o.eis(201, wie, Methode::post, "/v1/signalen", lijf);
    EXPECT_EQ(label(signaal), "wpg niet");
    EXPECT_EQ(veld(signaal, "peildatum"), "2026-01-10");
    const auto pad = "/v1/signalen/" + id_van(signaal);

    EXPECT_THAT(codes_van(o.roep(wie, Methode::patch, pad, object{{"doorgifte", "na_overleg"}}, gezien(1))), testing::ElementsAre("/doorgifteReden ontbreekt"));
    EXPECT_THAT(codes_van(o.roep(wie, Methode::patch, pad, object{{"doorgifte", "soms"}}, gezien(1))), testing::ElementsAre("/doorgifte onbekende-code"));
    signaal = o.eis(200, wie, Methode::patch, pad, object{{"doorgifte", "na_overleg"}, {"doorgifteReden", "De politie stemde in."}, {"peildatum", "2026-01-08"}}, gezien(1));
    EXPECT_EQ(label(signaal), "wpg na_overleg met reden");
    EXPECT_EQ(veld(signaal, "peildatum"), "2026-01-08");
    EXPECT_THAT(codes_van(o.roep(wie, Methode::patch, pad, object{{"doorgifteReden", ""}}, gezien(2))), testing::ElementsAre("/doorgifteReden ontbreekt"));
    EXPECT_THAT(codes_van(o.roep(wie, Methode::patch, pad, object{{"peildatum", "2026-01-11"}}, gezien(2))), testing::ElementsAre("/peildatum na-ontvangst"));
    EXPECT_EQ(label(o.eis(200, wie, Methode::patch, pad, object{{"titel", "Anders"}}, gezien(2))), "wpg na_overleg met reden");
    EXPECT_EQ(label(o.eis(200, wie, Methode::patch, pad, object{{"doorgifte", nullptr}}, gezien(3))), "wpg niet");  // and the reason goes
    // Stricter needs no reason.
    EXPECT_EQ(label(o.eis(201, wie, Methode::post, "/v1/signalen", object{{"titel", "x"}, {"omschrijving", ""}, {"bron", "open"}, {"doorgifte", "niet"}})), "open niet");
}

TEST(Label, EenVermeldingInEenSignaalIsMinstensZoStrengAlsHetSignaal) {
    auto& o = wereld().o;
    const auto wie = o.gebruiker({"coordinator"});
    const auto signaal = o.eis(201, wie, Methode::post, "/v1/signalen",
                               object{{"titel", "x"}, {"omschrijving", ""}, {"bron", "rapportage"},
                                      {"vermeldingen", array{persoon("A"), persoon("B", {{"regime", "open"}, {"doorgifte", "niet"}}), persoon("C", {{"peildatum", "2026-02-01"}, {"bron", "kenteken op de foto"}})}}});
    const auto& v = signaal.at("vermeldingen").as_array();
    for (const auto& een : v) EXPECT_EQ(label(een), "wpg niet");
    EXPECT_EQ(veld(v[2], "peildatum"), "2026-02-01");
    EXPECT_EQ(veld(v[2], "bron"), "kenteken op de foto");
    const auto pad = "/v1/signalen/" + id_van(signaal) + "/vermeldingen";
    EXPECT_THAT(codes_van(o.roep(wie, Methode::post, pad, persoon("D", {{"doorgifte", "vrij"}}))), testing::ElementsAre("/doorgifteReden ontbreekt"));
    EXPECT_THAT(codes_van(o.roep(wie, Methode::post, pad, persoon("D", {{"regime", "bibob"}}))), testing::ElementsAre("/regime twee-regimes", "/regime alleen-in-casus"));
    EXPECT_THAT(codes_van(o.roep(wie, Methode::post, pad, persoon("D", {{"uitBron", Uuid::willekeurig().tekst()}}))), testing::ElementsAre("/uitBron hoort-hier-niet"));

    // An ordinary one: made stricter, and so is what it says.
    const auto gewoon = o.eis(201, wie, Methode::post, "/v1/signalen", object{{"titel", "x"}, {"omschrijving", ""}, {"bron", "inwoner"}, {"vermeldingen", array{persoon("E")}}});
    const auto hier = "/v1/signalen/" + id_van(gewoon);
    neem_op(wie, hier, "Bij het gewone signaal.");
    EXPECT_EQ(label(gewoon.at("vermeldingen").at(0)), "avg vrij");
    const auto strenger = o.eis(200, wie, Methode::patch, hier, object{{"doorgifte", "niet"}}, gezien(1));
    EXPECT_EQ(label(strenger.at("vermeldingen").at(0)), "avg niet");
    EXPECT_EQ(label(o.eis(200, wie, Methode::get, hier + "/documenten").at("resultaten").at(0)), "avg niet");
}

TEST(Label, EenVermeldingUitEenBronNeemtHaarLabelMeeEnStaatWaarDieStaat) {
    auto& o = wereld().o;
    const auto wie = o.gebruiker({"coordinator"});
    const auto lid = o.gebruiker({"deelnemer"});
    const auto zaak = nieuwe_casus(o, wie, {lid});
    const auto pad = pad_van(zaak) + "/vermeldingen";
    const auto politie = beantwoorde_bron(o, wie, wie, zaak, {{"bronsoort", "politie"}, {"vraag", "Bekend?"}, {"grondslag", "wpg-16"}, {"peildatum", nullptr}}, "Ja.");
    EXPECT_EQ(label(politie), "wpg niet");
    const auto v = o.eis(201, wie, Methode::post, pad, persoon("Kanarie", {{"uitBron", id_van(politie)}}));
    EXPECT_EQ(label(v), "wpg niet");
    EXPECT_EQ(veld(v, "bron"), "Politie");
    EXPECT_EQ(veld(v, "uitBron"), id_van(politie));
    EXPECT_EQ(veld(v, "peildatum"), veld(politie, "peildatum"));

    // Whoever may not know of the source cannot know of it, nor of its line, nor use the source's id.
    const auto bij_lid = o.roep(lid, Methode::get, pad_van(zaak)).lijf;
    {
        db::Transactie tx(o.toepassing(), {.organisatie = lid.organisatie, .gebruiker = lid.id, .operatie = OperatieId::nieuw()});
        EXPECT_TRUE(tx.doe("select from entiteit.vermelding where id = $1", id_van(v)).leeg());
        EXPECT_TRUE(tx.doe("select from casus.gebeurtenis where gegevens ->> 'vermelding' = $1", id_van(v)).leeg());
    }
    EXPECT_EQ(o.roep(lid, Methode::patch, pad + "/" + id_van(v), object{{"rol", "x"}}, gezien(1)).status, 404);
    EXPECT_EQ(o.roep(lid, Methode::verwijder, pad + "/" + id_van(v), nullptr, gezien(1)).status, 404);
    EXPECT_THAT(codes_van(o.roep(lid, Methode::post, pad, persoon("x", {{"uitBron", id_van(politie)}}))), testing::ElementsAre("/uitBron onbekende-bron"));
    EXPECT_THAT(codes_van(o.roep(lid, Methode::post, pad, persoon("x", {{"regime", "wpg"}}))), testing::ElementsAre("/regime geen-compartiment"));
    EXPECT_THAT(codes_van(o.roep(wie, Methode::post, pad, persoon("x", {{"uitBron", id_van(politie)}, {"regime", "wgs"}}))), testing::Contains("/regime twee-regimes"));
    EXPECT_THAT(codes_van(o.roep(wie, Methode::patch, pad + "/" + id_van(v), object{{"doorgifte", "vrij"}}, gezien(1))), testing::ElementsAre("/doorgifteReden ontbreekt"));
    EXPECT_EQ(label(o.eis(200, wie, Methode::patch, pad + "/" + id_van(v), object{{"doorgifte", "vrij"}, {"doorgifteReden", "Stond in de krant."}}, gezien(1))), "wpg vrij met reden");
    o.eis(204, wie, Methode::verwijder, pad + "/" + id_van(v), nullptr, gezien(2));
}

TEST(Label, WatVanEenBronKomtWordtStrengerMetDeBron) {
    auto& o = wereld().o;
    const auto wie = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, wie);
    const auto pad = pad_van(zaak);
    const auto bron = beantwoorde_bron(o, wie, wie, zaak, {{"bronsoort", "vergunningen"}, {"vraag", "Wie?"}, {"grondslag", "apv"}}, "Deze.");
    const auto van = o.eis(201, wie, Methode::post, pad + "/vermeldingen", persoon("Van de bron", {{"uitBron", id_van(bron)}}));
    const auto los = o.eis(201, wie, Methode::post, pad + "/vermeldingen", persoon("Los"));
    EXPECT_EQ(label(van), "avg vrij");
    EXPECT_EQ(label(o.eis(200, wie, Methode::patch, pad + "/bronnen/" + id_van(bron), object{{"regime", "fiscaal"}}, gezien(4))), "fiscaal niet");
    const auto nu = [&](const value& v) {
        const auto rij = o.beheer().doe("select regime || ' ' || doorgifte as l from entiteit.vermelding where id = $1", id_van(v));
        return rij[0].veld<std::string>("l");
    };
    EXPECT_EQ(nu(van), "fiscaal niet");
    EXPECT_EQ(nu(los), "avg vrij");
    // What it said before is kept.
    EXPECT_EQ(o.beheer().doe("select regime || ' ' || doorgifte as l from entiteit.vermelding_verleden where id = $1", id_van(van))[0].veld<std::string>("l"), "avg vrij");
}

TEST(Label, EenDocumentHoudtHetBijDeKopieNaarDeCasus) {
    auto& o = wereld().o;
    const auto wie = o.gebruiker({"coordinator"});
    const auto lid = o.gebruiker({"deelnemer"});
    const auto signaal = gewogen_signaal(o, wie, "Van de politie", {}, "rapportage");
    // Nobody said that this file falls under the Wpg; the signaal does.
    const auto d = neem_op(wie, "/v1/signalen/" + signaal, "Bij een rapport van de politie.");
    EXPECT_EQ(label(d), "wpg niet");
    const auto zaak = o.eis(201, wie, Methode::post, "/v1/casussen",
                            object{{"signalen", array{signaal}}, {"werknaam", "Kade"}, {"thema", "hennep"}, {"trekker", wie.id.tekst()}, {"leden", array{lid.id.tekst()}}});
    wereld().keur_alles();
    const auto kopie = o.eis(201, wie, Methode::post, pad_van(zaak) + "/documentkopieen", object{{"signaal", signaal}, {"document", id_van(d)}});
    EXPECT_EQ(label(kopie), "wpg niet");
    EXPECT_TRUE(o.eis(200, lid, Methode::get, pad_van(zaak) + "/documenten").at("resultaten").as_array().empty());
    EXPECT_EQ(o.roep(lid, Methode::get, pad_van(zaak) + "/documenten/" + id_van(kopie)).status, 404);
    // The signaal itself went along with its label.
    const auto mee = o.eis(200, wie, Methode::get, "/v1/signalen/" + signaal);
    EXPECT_EQ(label(mee), "wpg niet");

    const auto met_reden = neem_op(wie, pad_van(zaak), "Belasting.", {{"document-regime", "fiscaal"}, {"document-doorgifte", "vrij"}, {"document-doorgifte-reden", "Ontheffing%20verleend."}});
    EXPECT_EQ(label(met_reden), "fiscaal vrij met reden");
    EXPECT_THAT(codes_van(o.stuur(wie, pad_van(zaak) + "/documenten", "x", {{"bestandsnaam", "b.txt"}, {"document-regime", "fiscaal"}, {"document-doorgifte", "vrij"}})),
                testing::ElementsAre("/kop/doorgifteReden ontbreekt"));
    const auto v = o.eis(201, wie, Methode::post, pad_van(zaak) + "/vermeldingen", persoon("Uit de brief", {{"uitDocument", id_van(met_reden)}}));
    EXPECT_EQ(label(v), "fiscaal vrij met reden");
    EXPECT_EQ(veld(v, "bron"), "brief.txt");
}

TEST(Label, EmbargoEnVrijgaveVeranderenHetNiet) {
    auto& o = wereld().o;
    const auto wie = o.gebruiker({"coordinator"});
    auto signaal = o.eis(201, wie, Methode::post, "/v1/signalen",
                         object{{"titel", "Stil"}, {"omschrijving", ""}, {"bron", "rapportage"}, {"alleen", array{}}, {"vermeldingen", array{persoon("A")}}});
    signaal = o.eis(200, wie, Methode::post, "/v1/signalen/" + id_van(signaal) + "/vrijgaven", nullptr, gezien(1));
    EXPECT_EQ(label(signaal), "wpg niet");
    EXPECT_EQ(label(signaal.at("vermeldingen").at(0)), "wpg niet");
}

}  // namespace
}  // namespace damwand

// SPDX-License-Identifier: EUPL-1.2
// Ties: one row per source, each with its own audience and label, and the tie is what the rows one may see say together.
#include <gmock/gmock.h>

#include "steun/casusproef.hpp"
#include "werk/dossier/dossier.hpp"

namespace damwand {
namespace {

using namespace proef;

Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), dossier::routes()}) alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return o;
}

std::string veld(const value& v, const char* naam) { return std::string(v.at(naam).as_string()); }
std::string label(const value& v) { return veld(v, "regime") + " " + veld(v, "doorgifte"); }

/// A casus with a coordinator, who may see police data, and a deelnemer, who may not; a man and a company in it.
struct Plek {
    Omgeving& o = omgeving();
    Gebruiker coordinator = o.gebruiker({"coordinator"}), deelnemer = o.gebruiker({"deelnemer"});
    value casus = nieuwe_casus(o, coordinator, {deelnemer});
    std::string pad = pad_van(casus), hier = pad + "/verbanden";
    value jansen = noem("persoon", "Jansen"), bv = noem("bedrijf", "Kade BV");

    value noem(const std::string& soort, const std::string& tekst, const object& erbij = {}) {
        object lijf{{"soort", soort}, {"tekst", tekst}};
        for (const auto& v : erbij) lijf[v.key()] = v.value();
        return o.eis(201, coordinator, Methode::post, pad + "/vermeldingen", lijf);
    }
    object lijf(const object& erbij = {}) const {
        object uit{{"soort", "bestuurder"}, {"wie", jansen.at("id")}, {"wat", bv.at("id")}};
        for (const auto& v : erbij) uit[v.key()] = v.value();
        return uit;
    }
    value leg(const object& erbij = {}) { return o.eis(201, coordinator, Methode::post, hier, lijf(erbij)); }
    std::vector<std::string> fouten(const object& wat, const Gebruiker* wie = nullptr) {
        return codes_van(o.roep(wie == nullptr ? coordinator : *wie, Methode::post, hier, wat));
    }
    value lijst(const Gebruiker& wie) { return o.eis(200, wie, Methode::get, hier).at("resultaten"); }
    value politie() {
        return beantwoorde_bron(o, coordinator, coordinator, casus, {{"bronsoort", "politie"}, {"vraag", "Bekend?"}, {"grondslag", "wpg-16"}}, "Ja.");
    }
};

TEST(Verband, HeeftEenRijPerBronEnIsDaarSamenEenVerbandVan) {
    Plek p;
    p.leg({{"bron", "Handelsregister"}, {"geldigVan", "2024-03-01"}, {"peildatum", "2026-01-02"}});
    const auto handhaving = beantwoorde_bron(p.o, p.coordinator, p.coordinator, p.casus, {{"bronsoort", "woz"}, {"vraag", "Wie?"}, {"grondslag", "awr-67"}}, "Jansen.");
    const auto tweede = p.leg({{"uitBron", handhaving.at("id")}, {"geldigVan", "2025-01-01"}, {"toelichting", "Tekende de brief."}});
    EXPECT_EQ(label(tweede), "fiscaal niet");
    EXPECT_EQ(veld(tweede, "bron"), veld(handhaving, "naam"));
    const auto lijst = p.lijst(p.deelnemer).as_array();
    ASSERT_EQ(lijst.size(), 1U);
    EXPECT_EQ(label(lijst[0]), "fiscaal niet");
    EXPECT_EQ(veld(lijst[0].at("wie"), "tekst") + " " + veld(lijst[0], "soort") + " " + veld(lijst[0].at("wat"), "tekst"), "Jansen bestuurder Kade BV");
    const auto& bronnen = lijst[0].at("bronnen").as_array();
    ASSERT_EQ(bronnen.size(), 2U);
    EXPECT_EQ(label(bronnen[0]), "avg vrij");
    EXPECT_EQ(veld(bronnen[0], "geldigVan"), "2024-03-01");
    EXPECT_EQ(veld(bronnen[0], "peildatum"), "2026-01-02");
    EXPECT_THAT(p.fouten(p.lijf({{"uitBron", handhaving.at("id")}})), testing::ElementsAre("/uitBron al-vastgelegd"));
}

TEST(Verband, ToontAlleenDeRijenDieMenMagZienEnAlleenHunLabel) {
    Plek p;
    p.leg({{"bron", "Handelsregister"}});
    const auto voor = p.o.roep(p.deelnemer, Methode::get, p.hier).lijf;
    const auto dossier_voor = p.o.eis(200, p.deelnemer, Methode::get, p.pad + "/dossier").at("tijdlijn");
    const auto van_politie = p.leg({{"uitBron", p.politie().at("id")}, {"toelichting", "kanariewoord"}});
    EXPECT_EQ(label(van_politie), "wpg niet");
    // Byte for byte what he saw before: no row, no count, no stricter label.
    EXPECT_EQ(p.o.roep(p.deelnemer, Methode::get, p.hier).lijf, voor);
    const auto dossier = p.o.eis(200, p.deelnemer, Methode::get, p.pad + "/dossier");
    EXPECT_EQ(dossier.at("verbanden"), boost::json::parse(voor).at("resultaten"));
    EXPECT_EQ(dossier.at("tijdlijn"), dossier_voor);
    EXPECT_EQ(boost::json::serialize(dossier).find("kanariewoord"), std::string::npos);
    const auto rijpad = p.hier + "/" + id_van(van_politie);
    EXPECT_EQ(p.o.roep(p.deelnemer, Methode::patch, rijpad, object{{"toelichting", "x"}}, gezien(1)).status, 404);
    EXPECT_EQ(p.o.roep(p.deelnemer, Methode::verwijder, rijpad, nullptr, gezien(1)).status, 404);
    {
        db::Transactie tx(p.o.toepassing(), {.organisatie = {1}, .gebruiker = p.deelnemer.id, .operatie = OperatieId::nieuw()});
        EXPECT_EQ(tx.doe("select from entiteit.verband").aantal(), 1);
    }
    // The twin.
    const auto alles = p.lijst(p.coordinator).as_array();
    ASSERT_EQ(alles.size(), 1U);
    EXPECT_EQ(alles[0].at("bronnen").as_array().size(), 2U);
    EXPECT_EQ(label(alles[0]), "wpg niet");
}

TEST(Verband, IsErNietVoorWieEenVanDeTweeNietMagZien) {
    Plek p;
    const auto man = p.noem("persoon", "Kanarie", {{"regime", "wpg"}});
    const auto rij = p.leg({{"wie", man.at("id")}});
    EXPECT_EQ(label(rij), "wpg niet");
    EXPECT_TRUE(p.lijst(p.deelnemer).as_array().empty());
    EXPECT_EQ(p.lijst(p.coordinator).as_array().size(), 1U);
    EXPECT_EQ(p.fouten(p.lijf({{"wie", man.at("id")}}), &p.deelnemer), p.fouten(p.lijf({{"wie", Uuid::willekeurig().tekst()}}), &p.deelnemer));
}

TEST(Verband, UitTweeAfgeschermdeRegimesBestaatNiet) {
    Plek p;
    const auto man = p.noem("persoon", "Politie", {{"regime", "wpg"}});
    EXPECT_THAT(p.fouten(p.lijf({{"wie", man.at("id")}, {"regime", "wgs"}})), testing::Contains("/regime twee-regimes"));
    // A compartment that the asker's work does not open takes nothing in: no tie from Bibob or WGS stands in the casus itself.
    for (const auto* regime : {"bibob", "wgs"}) EXPECT_THAT(p.fouten(p.lijf({{"regime", regime}})), testing::Contains("/regime geen-compartiment")) << regime;
}

TEST(Verband, NoemtAlleFouten) {
    Plek p;
    EXPECT_THAT(p.fouten(p.lijf({{"soort", "vriend"}, {"geldigVan", "2025-01-01"}, {"geldigTot", "2024-01-01"}, {"peildatum", "2999-01-01"}, {"doorgifte", "soms"}})),
                testing::UnorderedElementsAre("/soort onbekende-code", "/geldigTot te-vroeg", "/peildatum in-toekomst", "/doorgifte onbekende-code"));
    EXPECT_THAT(p.fouten(p.lijf({{"soort", "woont"}})), testing::ElementsAre("/soort past-niet"));
    EXPECT_THAT(p.fouten(p.lijf({{"wat", p.jansen.at("id")}})), testing::Contains("/wat dezelfde"));
    Plek elders;
    EXPECT_THAT(p.fouten(p.lijf({{"wie", elders.jansen.at("id")}})), testing::ElementsAre("/wie onbekende-vermelding"));
    EXPECT_EQ(p.o.roep(elders.coordinator, Methode::get, p.hier).status, 404);
}

TEST(Verband, WordtGewijzigdEnWeggehaaldEnHetVerledenBlijft) {
    Plek p;
    const auto rij = p.leg({{"bron", "Gesprek"}});
    const auto toen = p.o.roep(p.coordinator, Methode::get, p.pad + "/dossier");
    const auto pad = p.hier + "/" + id_van(rij);
    EXPECT_THAT(codes_van(p.o.roep(p.coordinator, Methode::patch, pad, object{{"geldigVan", "2025-01-01"}, {"geldigTot", "2024-01-01"}, {"peildatum", nullptr}}, gezien(1))),
                testing::UnorderedElementsAre("/geldigTot te-vroeg", "/peildatum mag-niet-leeg"));
    const auto na = p.o.eis(200, p.coordinator, Methode::patch, pad, object{{"geldigTot", "2025-12-31"}, {"doorgifte", "niet"}, {"bronBetrouwbaarheid", "B"}}, gezien(1));
    EXPECT_EQ(label(na), "avg niet");
    EXPECT_EQ(veld(na, "geldigTot"), "2025-12-31");
    EXPECT_EQ(p.o.roep(p.coordinator, Methode::patch, pad, object{{"toelichting", "x"}}, gezien(1)).status, 412);
    p.o.eis(204, p.coordinator, Methode::verwijder, pad, nullptr, gezien(2));
    EXPECT_TRUE(p.lijst(p.coordinator).as_array().empty());
    const auto moment = std::find_if(toen.koppen.begin(), toen.koppen.end(), [](const auto& k) { return k.first == "Bekend-Op"; })->second;
    EXPECT_EQ(p.o.roep(p.coordinator, Methode::get, p.pad + "/dossier?bekendOp=" + moment).lijf, toen.lijf);
    std::vector<std::string> regels;
    for (const auto rij2 : p.o.beheer().doe("select gegevens ->> 'verandering' as v from casus.gebeurtenis where casus = $1 and soort = 'verband' order by op", id_van(p.casus))) {
        regels.push_back(rij2.veld<std::string>("v"));
    }
    EXPECT_THAT(regels, testing::ElementsAre("toegevoegd", "gewijzigd", "verwijderd"));
}

TEST(Verband, WordtStrengerMetZijnEindenEnGaatMetHenWeg) {
    Plek p;
    p.leg({{"bron", "Gesprek"}});
    const auto man = p.pad + "/vermeldingen/" + id_van(p.jansen);
    p.o.eis(200, p.coordinator, Methode::patch, man, object{{"doorgifte", "na_overleg"}}, gezien(1));
    EXPECT_EQ(label(p.lijst(p.coordinator).at(0)), "avg na_overleg");
    const auto rij = p.lijst(p.coordinator).at(0).at("bronnen").at(0);
    EXPECT_THAT(codes_van(p.o.roep(p.coordinator, Methode::patch, p.hier + "/" + id_van(rij), object{{"doorgifte", "vrij"}}, gezien(versie_van(rij)))),
                testing::ElementsAre("/doorgifteReden ontbreekt"));
    p.leg({{"uitBron", p.politie().at("id")}});
    // Whoever does not see the second row takes the man out: nobody sees a tie of a man who is not there.
    p.o.eis(204, p.deelnemer, Methode::verwijder, man, nullptr, gezien(2));
    EXPECT_TRUE(p.lijst(p.coordinator).as_array().empty());
    EXPECT_TRUE(p.lijst(p.deelnemer).as_array().empty());
}

TEST(Verband, StaatInHetVerwerkingenlogBijBeideBetrokkenen) {
    Plek p;
    p.leg();
    const auto voor = p.o.beheer().doe("select count(*)::integer as n from logboek.verwerking")[0].veld<int>("n");
    p.lijst(p.deelnemer);
    EXPECT_GE(p.o.beheer().doe("select count(*)::integer as n from logboek.verwerking")[0].veld<int>("n"), voor + 2);
    // A tie makes nobody the same as another.
    const auto entiteiten = p.o.beheer().doe("select count(distinct entiteit)::integer as n from entiteit.vermelding where id in ($1, $2)", id_van(p.jansen), id_van(p.bv));
    EXPECT_EQ(entiteiten[0].veld<int>("n"), 1);  // the company has no key and so no entity; the man is his own
}

}  // namespace
}  // namespace damwand

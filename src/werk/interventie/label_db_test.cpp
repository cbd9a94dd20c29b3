// SPDX-License-Identifier: EUPL-1.2
// Notes and interventions carry a label as every other fact does: from their regime, from what they were taken from, and no
// less strict when that becomes stricter.
#include <gmock/gmock.h>

#include "werk/interventie/proefinterventie.hpp"

namespace damwand {
namespace {

using namespace proef;

std::string veld(const value& v, const char* naam) {
    const auto& w = v.at(naam);
    return w.is_null() ? "" : std::string(w.as_string());
}
std::string label(const value& v) { return veld(v, "regime") + " " + veld(v, "doorgifte") + (veld(v, "doorgifteReden").empty() ? "" : " met reden"); }

object met(object uit, const object& erbij) {
    for (const auto& v : erbij) uit[v.key()] = v.value();
    return uit;
}
object ingreep(const object& erbij = {}) {
    return met({{"type", "stopgesprek"}, {"omschrijving", "Kanarieingreep"}, {"uitvoerder", "Wijkteam"}}, erbij);
}

struct Zaak {
    Omgeving& o = interventieomgeving();
    Gebruiker wie = o.gebruiker({"coordinator"});
    Gebruiker lid = o.gebruiker({"deelnemer"});
    value casus = nieuwe_casus(o, wie, {lid});
    std::string pad = pad_van(casus);

    value bron(const char* soort, const char* grondslag) const {
        return beantwoorde_bron(o, wie, wie, casus, {{"bronsoort", soort}, {"vraag", "Bekend?"}, {"grondslag", grondslag}, {"peildatum", nullptr}}, "Ja.");
    }
    value noteer(const object& erbij, int status = 201) const { return o.eis(status, wie, Methode::post, pad + "/notities", met({{"tekst", "Kanarienotitie"}}, erbij)); }
    value grijp_in(const object& erbij) const { return o.eis(201, wie, Methode::post, pad + "/interventies", ingreep(erbij)); }
    /// How many rows of this table the member without the compartment reaches in plain SQL.
    int bij_lid(const std::string& waar) const {
        db::Transactie tx(o.toepassing(), {.organisatie = lid.organisatie, .gebruiker = lid.id, .operatie = OperatieId::nieuw()});
        return tx.doe("select count(*)::int as n from " + waar)[0].veld<int>("n");
    }
    /// As the timeline says it now.
    std::string in_tijdlijn(const value& notitie) const {
        db::Transactie tx(o.toepassing(), {.organisatie = wie.organisatie, .gebruiker = wie.id, .operatie = OperatieId::nieuw()});
        const auto r = tx.doe("select l.regime || ' ' || l.doorgifte as l from casus.gebeurtenis g cross join lateral casus.label_van(g, null) l where g.id = $1", id_van(notitie));
        return r[0].veld<std::string>("l");
    }
};

TEST(Label, EenNotitieKrijgtWatVoorHaarRegimeEnHaarBronGeldt) {
    const Zaak z;
    EXPECT_EQ(label(z.noteer({})), "avg vrij");
    EXPECT_EQ(label(z.noteer({{"regime", "brp"}})), "brp na_overleg");
    EXPECT_EQ(label(z.noteer({{"doorgifte", "niet"}})), "avg niet");
    EXPECT_THAT(codes_van(z.o.roep(z.wie, Methode::post, z.pad + "/notities", object{{"tekst", "x"}, {"regime", "fiscaal"}, {"doorgifte", "vrij"}})), testing::ElementsAre("/doorgifteReden ontbreekt"));
    EXPECT_THAT(codes_van(z.o.roep(z.wie, Methode::post, z.pad + "/notities", object{{"tekst", "x"}, {"regime", "geheim"}})), testing::ElementsAre("/regime onbekende-code"));
    EXPECT_THAT(codes_van(z.o.roep(z.wie, Methode::post, z.pad + "/notities", object{{"tekst", "x"}, {"uitBron", Uuid::willekeurig().tekst()}})), testing::ElementsAre("/uitBron onbekende-bron"));

    const auto fiscus = z.bron("belastingdienst", "awr-67");
    const auto uit = z.noteer({{"uitBron", id_van(fiscus)}, {"regime", "open"}});
    EXPECT_EQ(label(uit), "fiscaal niet");  // never less strict than what it was taken from
    EXPECT_EQ(veld(uit, "bron"), "Belastingdienst");
    EXPECT_EQ(veld(uit, "uitBron"), id_van(fiscus));
    EXPECT_EQ(label(z.noteer({{"uitBron", id_van(fiscus)}, {"doorgifte", "na_overleg"}, {"doorgifteReden", "De inspecteur stemde in."}})), "fiscaal na_overleg met reden");
}

TEST(Label, EenNotitieEnEenInterventieUitPolitiegegevensZijnErNietVoorWieDieNietMagZien) {
    const Zaak z;
    const auto politie = z.bron("politie", "wpg-16");
    const auto voor = z.o.eis(200, z.lid, Methode::get, z.pad);
    const auto notitie = z.noteer({{"uitBron", id_van(politie)}});
    const auto i = z.grijp_in({{"uitBron", id_van(politie)}, {"termijn", "2099-01-31"}});
    EXPECT_EQ(label(notitie), "wpg niet");
    EXPECT_EQ(label(i), "wpg niet");
    const auto hier = z.pad + "/interventies/" + id_van(i);

    EXPECT_EQ(z.bij_lid("casus.gebeurtenis where tekst like 'Kanarie%'"), 0);
    EXPECT_EQ(z.bij_lid("interventie.interventie"), 0);
    EXPECT_EQ(z.bij_lid("casus.termijn where soort = 'interventie'"), 0);
    EXPECT_EQ(z.o.eis(200, z.lid, Methode::get, z.pad), voor);
    EXPECT_EQ(z.o.roep(z.lid, Methode::patch, hier, object{{"status", "vervallen"}}, gezien(1)).status, 404);
    // Nor from a check that names it: that stands where it stands.
    const auto toets2b = toets(z.o, z.wie, z.casus, "2b", object{{"interventies", array{i.at("id")}}});
    EXPECT_EQ(z.bij_lid("casus.privacytoets where soort = '2b'"), 0);
    EXPECT_EQ(z.bij_lid("casus.gebeurtenis where soort in ('privacytoets', 'interventie')"), 0);
    const auto gewoon = z.grijp_in({});
    EXPECT_EQ(z.bij_lid("interventie.interventie"), 1);  // the twin
    const object vier{{"soort", "2b"}, {"grondslag", "x"}, {"verenigbaarheid", "x"}, {"noodzaak", "x"}, {"proportionaliteit", "x"}};
    EXPECT_THAT(codes_van(z.o.roep(z.wie, Methode::post, z.pad + "/privacytoetsen", met(vier, {{"interventies", array{i.at("id"), gewoon.at("id")}}}))),
                testing::ElementsAre("/interventies twee-compartimenten"));
    z.o.eis(200, z.wie, Methode::patch, hier, object{{"status", "bezig"}}, gezien(1));
    EXPECT_THAT(codes_van(z.o.roep(z.wie, Methode::patch, z.pad + "/interventies/" + id_van(gewoon), object{{"regime", "wpg"}}, gezien(1))), testing::ElementsAre("/regime regime-ligt-vast"));
    EXPECT_EQ(z.o.roep(z.wie, Methode::verwijder, hier, {}, gezien(2)).status, 204);
    EXPECT_EQ(z.bij_lid("casus.gebeurtenis where soort = 'interventie'"), 1);
}

TEST(Label, WordtEenBronStrengerDanOokWatErUitGeschrevenIs) {
    const Zaak z;
    auto bron = z.bron("sociaal", "avg-6e");
    const auto notitie = z.noteer({{"uitBron", id_van(bron)}});
    const auto los = z.noteer({});
    auto i = z.grijp_in({{"uitBron", id_van(bron)}});
    const auto was = label(bron);
    EXPECT_EQ(label(notitie), was);
    EXPECT_EQ(label(i), was);
    ASSERT_NE(veld(bron, "doorgifte"), "niet");
    const auto toen = z.o.beheer().doe("select basis.tik() as t")[0].veld<std::string>("t");
    bron = z.o.eis(200, z.wie, Methode::patch, z.pad + "/bronnen/" + id_van(bron), object{{"doorgifte", "niet"}}, gezien(versie_van(bron)));
    const auto streng = veld(bron, "regime") + " niet";
    EXPECT_EQ(z.in_tijdlijn(notitie), streng);
    EXPECT_EQ(z.in_tijdlijn(los), "avg vrij");
    const auto rij = z.o.beheer().doe("select regime || ' ' || doorgifte as l, versie from interventie.interventie where id = $1", id_van(i));
    EXPECT_EQ(rij[0].veld<std::string>("l"), streng);
    EXPECT_EQ(rij[0].veld<int>("versie"), 2);
    // What was known before does not change by it: the line itself was not edited.
    const auto eerder = z.o.beheer().doe("select l.regime || ' ' || l.doorgifte as l from casus.gebeurtenis g cross join lateral casus.label_van(g, $2::timestamptz) l where g.id = $1", id_van(notitie), toen);
    EXPECT_EQ(eerder[0].veld<std::string>("l"), was);
    // And looser again changes nothing else; nor does a second time add a line.
    bron = z.o.eis(200, z.wie, Methode::patch, z.pad + "/bronnen/" + id_van(bron), object{{"doorgifte", nullptr}}, gezien(versie_van(bron)));
    EXPECT_EQ(z.in_tijdlijn(notitie), streng);
    z.o.eis(200, z.wie, Methode::patch, z.pad + "/bronnen/" + id_van(bron), object{{"doorgifte", "niet"}}, gezien(versie_van(bron)));
    EXPECT_EQ(z.o.beheer().doe("select count(*)::int as n from casus.verscherping where gebeurtenis = $1", id_van(notitie))[0].veld<int>("n"), 1);
}

TEST(Label, EenInterventieWordtAlleenMetRedenRuimer) {
    const Zaak z;
    const auto i = z.grijp_in({{"regime", "brp"}});
    EXPECT_EQ(label(i), "brp na_overleg");
    const auto hier = z.pad + "/interventies/" + id_van(i);
    EXPECT_THAT(codes_van(z.o.roep(z.wie, Methode::patch, hier, object{{"doorgifte", "vrij"}}, gezien(1))), testing::ElementsAre("/doorgifteReden ontbreekt"));
    EXPECT_EQ(label(z.o.eis(200, z.wie, Methode::patch, hier, object{{"doorgifte", "vrij"}, {"doorgifteReden", "Staat in de krant."}}, gezien(1))), "brp vrij met reden");
    EXPECT_EQ(label(z.o.eis(200, z.wie, Methode::patch, hier, object{{"omschrijving", "Anders"}, {"bron", "krant"}}, gezien(2))), "brp vrij met reden");
    EXPECT_EQ(label(z.o.eis(200, z.wie, Methode::patch, hier, object{{"regime", "fiscaal"}}, gezien(3))), "fiscaal niet");
}

// What the team wrote out of all of it is as strict as the strictest of its notes and interventions.
TEST(Label, HetBeeldIsZoStrengAlsDeStrengsteNotitieOfInterventie) {
    const Zaak z;
    z.o.eis(200, z.wie, Methode::patch, z.pad, object{{"beeld", "Er wordt gehandeld."}}, gezien(versie_van(z.o.eis(200, z.wie, Methode::get, z.pad))));
    const auto beeld = [&] {
        db::Transactie tx(z.o.toepassing(), {.organisatie = z.wie.organisatie, .gebruiker = z.wie.id, .operatie = OperatieId::nieuw()});
        std::string uit;
        for (const auto rij : tx.doe("select f.soort || ' ' || f.regime || ' ' || f.doorgifte as l from verstrekking.feiten($1, null) f where f.soort in ('casus', 'interventie') order by 1", id_van(z.casus))) {
            uit += (uit.empty() ? "" : ", ") + rij.veld<std::string>("l");
        }
        return uit;
    };
    EXPECT_EQ(beeld(), "casus avg vrij");
    z.noteer({{"regime", "brp"}});
    EXPECT_EQ(beeld(), "casus brp na_overleg");
    z.grijp_in({{"regime", "fiscaal"}});
    EXPECT_EQ(beeld(), "casus fiscaal niet, interventie fiscaal niet");
    z.noteer({{"uitBron", id_van(z.bron("politie", "wpg-16"))}});  // in a compartment: not in the picture of the file
    EXPECT_EQ(beeld(), "casus fiscaal niet, interventie fiscaal niet");
}

}  // namespace
}  // namespace damwand

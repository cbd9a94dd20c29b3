// SPDX-License-Identifier: EUPL-1.2
#include "werk/vraag/vraag.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "steun/casusproef.hpp"

namespace damwand {
namespace {

using namespace proef;
using testing::HasSubstr;
using testing::Not;

Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), interventie::routes(), actie::routes(), overleg::routes(), verstrekking::routes(), vraag::routes()}) alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return o;
}

std::string dag(int over) { return omgeving().beheer().doe("select (basis.vandaag() + $1::integer)::text as d", over)[0].veld<std::string>("d"); }

/// A casus with a source that may be asked.
struct Wereld {
    Omgeving& o = omgeving();
    Gebruiker trekker = o.gebruiker({"coordinator"}), partner = o.gebruiker({"partner"}), ander = o.gebruiker({"partner"});
    value casus = nieuwe_casus(o, trekker, {}, "Geheime loods");
    value bron;
    explicit Wereld(bool getoetst = true) {
        bron = o.eis(201, trekker, Methode::post, pad_van(casus) + "/bronnen", object{{"bronsoort", "omgevingsdienst"}, {"vraag", "Is er iets bekend?"}, {"grondslag", "Awb"}, {"status", "te_vragen"}});
        if (getoetst) toets(o, trekker, casus, "1", object{{"bron", bron.at("id")}});
    }
    object nieuw() const {
        return {{"bron", bron.at("id")}, {"partner", partner.id.tekst()}, {"ontvanger", "omgevingsdienst"}, {"tekst", "Is er een melding over dit adres?"}, {"gedeeld", "Kade 3, Damstede"}, {"tot", dag(14)}};
    }
    value stel(int status = 201) { return o.eis(status, trekker, Methode::post, pad_van(casus) + "/vragen", nieuw()); }
    value mijn(const Gebruiker& wie) { return o.eis(200, wie, Methode::get, "/v1/vragen").at("resultaten"); }
    value antwoord(const value& vraag, object lijf, int status = 200) {
        const auto nu = mijn(partner);
        std::int64_t versie = 0;
        for (const auto& v : nu.as_array()) {
            if (v.at("id") == vraag.at("id")) versie = versie_van(v);
        }
        return o.eis(status, partner, Methode::post, "/v1/vragen/" + id_van(vraag) + "/antwoorden", std::move(lijf), gezien(versie));
    }
    value bron_nu() { return o.eis(200, trekker, Methode::get, pad_van(casus) + "/vragen"); }
    std::string bronstatus() { return o.beheer().doe("select status from casus.bron where id = $1", id_van(bron))[0].veld<std::string>("status"); }
};

TEST(Vraag, KomtPasNaDePrivacytoetsEnAlleenMetWatDezePartnerMagHebben) {
    Wereld zonder(false);
    EXPECT_EQ(zonder.stel(409).at("code").as_string(), "privacytoets-ontbreekt");
    Wereld w;
    auto lijf = w.nieuw();
    lijf["regime"] = "wpg";  // what the police gave does not go to an environmental service
    EXPECT_THAT(codes_van(w.o.roep(w.trekker, Methode::post, pad_van(w.casus) + "/vragen", lijf)), testing::ElementsAre("/gedeeld niet-doorgeven"));
    lijf = w.nieuw();
    lijf["regime"] = "brp";
    EXPECT_THAT(codes_van(w.o.roep(w.trekker, Methode::post, pad_van(w.casus) + "/vragen", lijf)), testing::ElementsAre("/gedeeld regime-past-niet"));
    lijf = w.nieuw();
    lijf["partner"] = w.trekker.id.tekst();
    lijf["tot"] = dag(120);
    EXPECT_THAT(codes_van(w.o.roep(w.trekker, Methode::post, pad_van(w.casus) + "/vragen", lijf)), testing::ElementsAre("/partner geen-partner", "/tot te-ver"));
    const auto vraag = w.stel();
    EXPECT_EQ(vraag.at("staat").as_string(), "gesteld");
    EXPECT_EQ(w.bronstatus(), "gevraagd");
    EXPECT_EQ(w.stel(409).at("code").as_string(), "vraag-loopt");
    EXPECT_EQ(w.o.roep(w.o.gebruiker({"coordinator"}), Methode::get, pad_van(w.casus) + "/vragen").status, 404);
    EXPECT_EQ(w.o.roep(w.trekker, Methode::get, "/v1/vragen").status, 403);
}

TEST(Vraag, KanUitEenAgendapuntKomenAlsDaarNiemandZitDieErNietsVanMagHoren) {
    Wereld w;
    const auto gast = w.o.gebruiker({"beleid"});
    const auto reeks = w.o.eis(201, w.trekker, Methode::post, "/v1/overlegreeksen",
                               object{{"naam", "Kernteam"}, {"soort", "kernteam"}, {"ritmeWeken", 3}, {"weekdag", 4}, {"begin", "09:30"}, {"duurMinuten", 60}, {"vanaf", dag(0)}});
    w.o.eis(200, w.trekker, Methode::put, "/v1/overlegreeksen/" + id_van(reeks) + "/leden/" + gast.id.tekst(), object{{"geheimhouding", "ambtseed"}, {"vast", true}});
    const auto overleg = "/v1/overleggen/" + id_van(w.o.eis(201, w.trekker, Methode::post, "/v1/overleggen", object{{"reeks", reeks.at("id")}}));
    const auto ander = nieuwe_casus(w.o, w.trekker);
    const auto zet_op = [&](const value& casus) { return w.o.eis(201, w.trekker, Methode::post, overleg + "/punten", object{{"dossier", object{{"soort", "casus"}, {"id", casus.at("id")}}}}); };
    const auto punt = zet_op(w.casus);
    auto lijf = w.nieuw();
    lijf["punt"] = zet_op(ander).at("id");
    EXPECT_THAT(codes_van(w.o.roep(w.trekker, Methode::post, pad_van(w.casus) + "/vragen", lijf)), testing::ElementsAre("/punt geen-punt"));
    lijf["punt"] = punt.at("id");
    w.o.eis(200, w.trekker, Methode::post, overleg + "/_begin");
    w.o.eis(200, w.trekker, Methode::post, overleg + "/punten/" + id_van(punt) + "/_begin");
    w.o.eis(200, w.trekker, Methode::put, overleg + "/aanwezigheid/" + gast.id.tekst(), object{{"stand", "aanwezig"}});
    EXPECT_EQ(w.o.eis(409, w.trekker, Methode::post, pad_van(w.casus) + "/vragen", lijf).at("code").as_string(), "punttoets-2a-ontbreekt");
    w.o.eis(200, w.trekker, Methode::put, overleg + "/aanwezigheid/" + gast.id.tekst(), object{{"stand", "vertrokken"}});
    const auto v = w.o.eis(201, w.trekker, Methode::post, pad_van(w.casus) + "/vragen", lijf);
    EXPECT_EQ(v.at("overleg").at("naam").as_string(), "Kernteam");
    EXPECT_EQ(v.at("overleg").at("punt"), punt.at("id"));
    EXPECT_EQ(w.bron_nu().at("resultaten").at(0).at("overleg"), v.at("overleg"));
    EXPECT_EQ(w.o.beheer().doe("select gegevens ->> 'overleg' as o from casus.gebeurtenis where casus = $1 and soort = 'vraag'", id_van(w.casus))[0].veld<std::string>("o"), overleg.substr(overleg.rfind('/') + 1));
    // The partner hears nothing of where it came from.
    EXPECT_THAT(boost::json::serialize(w.mijn(w.partner)), Not(testing::AnyOf(HasSubstr("Kernteam"), HasSubstr(id_van(punt)))));
}

TEST(Vraag, DePartnerZietZijnVraagEnNietsAnders) {
    Wereld w;
    w.stel();
    const auto alle = w.mijn(w.partner);
    ASSERT_EQ(alle.as_array().size(), 1U);
    EXPECT_EQ(alle.at(0).at("inhoud").at("tekst").as_string(), "Is er een melding over dit adres?");
    EXPECT_EQ(alle.at(0).at("inhoud").at("gedeeld").as_string(), "Kade 3, Damstede");
    const auto tekst = boost::json::serialize(alle);
    for (const auto& geheim : {std::string("Geheime loods"), std::string(w.casus.at("kenmerk").as_string()), id_van(w.casus), id_van(w.bron)}) EXPECT_THAT(tekst, Not(HasSubstr(geheim)));
    EXPECT_TRUE(w.mijn(w.ander).as_array().empty());
    EXPECT_EQ(w.o.roep(w.ander, Methode::post, "/v1/vragen/" + id_van(alle.at(0)) + "/antwoorden", object{{"staat", "geaccepteerd"}}, gezien(1)).status, 404);
    EXPECT_EQ(w.o.roep(w.partner, Methode::get, pad_van(w.casus)).status, 404);
    EXPECT_EQ(w.o.roep(w.partner, Methode::get, pad_van(w.casus) + "/vragen").status, 404);
    // and the wall behind it says the same
    db::Transactie tx(w.o.toepassing(), {.organisatie = w.partner.organisatie, .gebruiker = w.partner.id, .operatie = OperatieId::nieuw()});
    EXPECT_TRUE(tx.doe("select from casus.bron where id = $1", id_van(w.bron)).leeg());
    EXPECT_TRUE(tx.doe("select from casus.gebeurtenis where casus = $1", id_van(w.casus)).leeg());
}

TEST(Vraag, HetAntwoordLandtBijDeBronEnInDeTijdlijnEnKanTerug) {
    Wereld w;
    const auto vraag = w.stel();
    w.antwoord(vraag, {{"staat", "geaccepteerd"}});
    EXPECT_EQ(w.bronstatus(), "gevraagd");
    w.antwoord(vraag, {{"staat", "beantwoord"}, {"antwoord", "Drie meldingen."}}, 400);  // not asked yet
    auto nu = w.antwoord(vraag, {{"staat", "bekend"}});
    EXPECT_EQ(w.bronstatus(), "bekend");
    EXPECT_FALSE(nu.at("naarInhoud").as_bool());
    w.o.eis(200, w.trekker, Methode::post, pad_van(w.casus) + "/bronnen/" + id_van(w.bron) + "/inhoud", object{{"motivering", "Alleen zo is te zien of er iets speelt."}});
    nu = w.antwoord(vraag, {{"staat", "beantwoord"}, {"antwoord", "Drie meldingen van stank."}, {"doorgifte", "niet"}});
    EXPECT_EQ(nu.at("staat").as_string(), "beantwoord");
    const auto bron = w.o.beheer().doe("select status, antwoord, doorgifte, doorgifte_reden from casus.bron where id = $1", id_van(w.bron));
    EXPECT_EQ(bron[0].veld<std::string>("status"), "ontvangen");
    EXPECT_EQ(bron[0].veld<std::string>("antwoord"), "Drie meldingen van stank.");
    EXPECT_EQ(bron[0].veld<std::string>("doorgifte"), "niet");
    EXPECT_TRUE(bron[0].leeg("doorgifte_reden"));  // a reason is for more, and this is less
    EXPECT_EQ(w.o.beheer().doe("select string_agg(gegevens ->> 'staat', ',' order by op) as s from casus.gebeurtenis where casus = $1 and soort = 'vraag'", id_van(w.casus))[0].veld<std::string>("s"), "gesteld,geaccepteerd,bekend,beantwoord");
    // each line has the label of its source as it was then: it became stricter with the answer
    EXPECT_EQ(w.o.beheer().doe("select string_agg(regime || ' ' || doorgifte, ', ' order by op) as s from casus.gebeurtenis where casus = $1 and soort = 'vraag' and gegevens ->> 'staat' in ('geaccepteerd', 'beantwoord')", id_van(w.casus))[0].veld<std::string>("s"), "avg vrij, avg niet");
    // the team says what it did with it
    const auto lijst = w.bron_nu().at("resultaten").at(0);
    EXPECT_EQ(lijst.at("inhoud").at("antwoord").as_string(), "Drie meldingen van stank.");
    w.o.eis(200, w.trekker, Methode::patch, pad_van(w.casus) + "/vragen/" + id_van(vraag), object{{"terugkoppeling", "Er komt een controle."}}, gezien(versie_van(lijst)));
    EXPECT_EQ(w.mijn(w.partner).at(0).at("inhoud").at("terugkoppeling").as_string(), "Er komt een controle.");
    // taken back: nobody uses it any more
    w.antwoord(vraag, {{"staat", "herroepen"}}, 400);
    w.antwoord(vraag, {{"staat", "herroepen"}, {"reden", "Het ging om een ander adres."}});
    EXPECT_EQ(w.bronstatus(), "geweigerd");
    EXPECT_TRUE(w.o.beheer().doe("select antwoord from casus.bron where id = $1", id_van(w.bron))[0].leeg("antwoord"));
    EXPECT_TRUE(w.mijn(w.partner).at(0).at("stappen").as_array().empty());
}

TEST(Vraag, NaDeLaatsteDagIsErAlleenNogDatErEenVraagWas) {
    Wereld w;
    const auto vraag = w.stel();
    w.o.beheer().script("update vraag.vraag set tot = basis.vandaag() - 1 where id = '" + id_van(vraag) + "'");
    const auto na = w.mijn(w.partner).at(0);
    EXPECT_TRUE(na.at("inhoud").is_null());
    EXPECT_TRUE(na.at("stappen").as_array().empty());
    EXPECT_EQ(w.antwoord(vraag, {{"staat", "geaccepteerd"}}, 409).at("code").as_string(), "vraag-dicht");
    db::Transactie tx(w.o.toepassing(), {.organisatie = w.partner.organisatie, .gebruiker = w.partner.id, .operatie = OperatieId::nieuw()});
    // In plain SQL he reads no row of it, on no day: the rows hold the ids of the casus and its source.
    for (const auto* tabel : {"vraag", "inhoud", "stap"}) EXPECT_TRUE(tx.doe(fmt::format("select from vraag.{}", tabel)).leeg()) << tabel;
    EXPECT_FALSE(w.bron_nu().at("resultaten").at(0).at("inhoud").at("tekst").as_string().empty());  // the team still knows what it asked
}

TEST(Vraag, WatWordtIngetrokkenZegtDePartnerNietsMeer) {
    Wereld w;
    const auto vraag = w.stel();
    w.o.eis(400, w.trekker, Methode::patch, pad_van(w.casus) + "/vragen/" + id_van(vraag), object{}, gezien(1));
    w.o.eis(200, w.trekker, Methode::patch, pad_van(w.casus) + "/vragen/" + id_van(vraag), object{{"intrekken", "Niet meer nodig."}}, gezien(1));
    EXPECT_TRUE(w.mijn(w.partner).at(0).at("inhoud").is_null());
    EXPECT_EQ(w.mijn(w.partner).at(0).at("staat").as_string(), "ingetrokken");
    w.stel();  // and another may be put
}

TEST(Vraag, WachtZijDanGaatErMailZonderInhoudNaarDePartner) {
    Wereld w;
    const auto vraag = w.stel();
    auto beheer = ingreep(w.o);
    beheer.doe("insert into post.adres (organisatie, gebruiker, adres, van, operatie) values (1, $1, 'partner@elders.example', basis.nu(), basis.operatie())", w.partner.id);
    const auto klaar = [&] {
        db::Transactie tx(w.o.toepassing(), {.organisatie = w.partner.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        tx.doe("select post.leg_dagoverzichten_klaar()");
        tx.leg_vast();
        const auto rijen = beheer.doe("select aantallen ->> 'vragen' as n from post.uit where gebruiker = $1", w.partner.id);
        return rijen.leeg() ? std::string{} : rijen[0].veld<std::string>("n");
    };
    EXPECT_EQ(klaar(), "1");
    beheer.doe("delete from post.uit where gebruiker = $1", w.partner.id);
    w.antwoord(vraag, {{"staat", "niets_bekend"}});
    EXPECT_EQ(klaar(), "");  // nothing waits any more
}

TEST(Vraag, IsDichtAlsDeCasusHetArchiefInGaat) {
    Wereld w;
    const auto vraag = w.stel();
    w.o.beheer().script("set session_replication_role = replica; update casus.casus set fase = 'archief' where id = '" + id_van(w.casus) + "'");
    EXPECT_EQ(w.antwoord(vraag, {{"staat", "geaccepteerd"}}, 409).at("code").as_string(), "vraag-dicht");
}

}  // namespace
}  // namespace damwand

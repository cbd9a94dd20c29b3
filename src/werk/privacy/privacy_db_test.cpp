// SPDX-License-Identifier: EUPL-1.2
// Access in an emergency and who looked at what, through the gate, and against the role of the application.
#include "werk/privacy/privacy.hpp"

#include <gmock/gmock.h>

#include "steun/casusproef.hpp"
#include "werk/casus/casus.hpp"
#include "werk/dossier/dossier.hpp"
#include "werk/entiteit/entiteit.hpp"
#include "werk/signaal/signaal.hpp"

namespace damwand::privacy {
namespace {

using namespace proef;

Omgeving& omgeving() {
    static Omgeving een([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {signaal::routes(), casus::routes(), dossier::routes(), privacy::routes()}) alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return een;
}

std::string kenmerk_van(const value& casus) { return std::string(casus.at("kenmerk").as_string()); }
object noodvraag(const value& casus) { return {{"kenmerk", kenmerk_van(casus)}, {"reden", "Er is nu een inval en de trekker is onbereikbaar."}}; }
std::size_t aantal(const value& lijst) { return lijst.at("resultaten").as_array().size(); }
std::int64_t tel(const std::string& sql) { return omgeving().beheer().doe(sql)[0].veld<std::int64_t>("n"); }

class Nood : public ::testing::Test {
  protected:
    Gebruiker trekker = omgeving().gebruiker({"coordinator"});
    Gebruiker buiten = omgeving().gebruiker({"informatieanalist"});
    Gebruiker toezicht = omgeving().gebruiker({"privacy"});
    value casus = nieuwe_casus(omgeving(), trekker);
};

TEST_F(Nood, OpensOneFileForAnHourAndNoLonger) {
    auto& o = omgeving();
    o.eis(404, buiten, Methode::get, pad_van(casus));
    const auto nood = o.eis(201, buiten, Methode::post, "/v1/noodtoegangen", noodvraag(casus));
    EXPECT_TRUE(nood.at("loopt").as_bool());
    o.eis(200, buiten, Methode::get, pad_van(casus));
    o.eis(409, buiten, Methode::post, "/v1/noodtoegangen", noodvraag(casus));
    o.zet_klok(std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now()) + std::chrono::minutes(61));
    const auto opnieuw = o.gebruiker({"informatieanalist"});  // sessions ended with the clock; another outsider is refused alike
    o.eis(404, opnieuw, Methode::get, pad_van(casus));
    EXPECT_EQ(tel("select count(*) as n from toegang.noodtoegang where gebruiker = '" + buiten.id.tekst() + "' and tot > basis.nu()"), 0);
    o.zet_klok(std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now()));
}

TEST_F(Nood, ClosesWhenTheUserIsDone) {
    auto& o = omgeving();
    const auto nood = o.eis(201, buiten, Methode::post, "/v1/noodtoegangen", noodvraag(casus));
    const auto pad = "/v1/noodtoegangen/" + id_van(nood);
    o.eis(403, trekker, Methode::verwijder, pad);
    EXPECT_FALSE(o.eis(200, buiten, Methode::verwijder, pad).at("loopt").as_bool());
    o.eis(404, buiten, Methode::get, pad_van(casus));
}

TEST_F(Nood, IsToldToTheTeamAndThePrivacyOfficerAndMarksEveryAct) {
    auto& o = omgeving();
    const auto nood = o.eis(201, buiten, Methode::post, "/v1/noodtoegangen", noodvraag(casus));
    EXPECT_EQ(aantal(o.eis(200, trekker, Methode::get, "/v1/noodtoegangen")), 1U);
    EXPECT_GE(aantal(o.eis(200, toezicht, Methode::get, "/v1/noodtoegangen")), 1U);
    o.eis(404, omgeving().gebruiker({"informatieanalist"}), Methode::get, "/v1/noodtoegangen/" + id_van(nood));
    EXPECT_EQ(tel("select count(*) as n from gebeurtenis.uit where soort = 'noodtoegang' and object = '" + id_van(nood) + "'"), 1);
    const auto dossier = boost::json::serialize(o.eis(200, trekker, Methode::get, pad_van(casus) + "/dossier"));
    EXPECT_NE(dossier.find("\"soort\":\"noodtoegang\""), std::string::npos);
    o.eis(200, buiten, Methode::get, pad_van(casus));
    EXPECT_GE(tel("select count(*) as n from logboek.audit where toelichting = 'noodtoegang' and actor = '" + buiten.id.tekst() + "'"), 1);
    EXPECT_EQ(tel("select count(*) as n from logboek.audit where toelichting = 'noodtoegang' and actor = '" + trekker.id.tekst() + "'"), 0);
}

TEST_F(Nood, IsJudgedBySomebodyElseOnce) {
    auto& o = omgeving();
    const auto pad = "/v1/noodtoegangen/" + id_van(o.eis(201, buiten, Methode::post, "/v1/noodtoegangen", noodvraag(casus))) + "/beoordelingen";
    const object oordeel{{"oordeel", "terecht"}, {"toelichting", "De inval is nagezien bij de politie."}};
    o.eis(403, buiten, Methode::post, pad, oordeel);
    o.eis(403, trekker, Methode::post, pad, oordeel);
    o.eis(400, toezicht, Methode::post, pad, object{{"oordeel", "misschien"}, {"toelichting", "Ik weet het niet zeker."}});
    const auto na = o.eis(200, toezicht, Methode::post, pad, oordeel);
    EXPECT_EQ(na.at("oordeel").as_string(), "terecht");
    o.eis(409, toezicht, Methode::post, pad, oordeel);
}

TEST_F(Nood, IsNotForEveryRoleNorForAnotherMunicipality) {
    auto& o = omgeving();
    o.eis(403, o.gebruiker({"toezichthouder"}), Methode::post, "/v1/noodtoegangen", noodvraag(casus));
    o.eis(404, o.gebruiker({"coordinator"}, 2), Methode::post, "/v1/noodtoegangen", noodvraag(casus));
    o.eis(400, buiten, Methode::post, "/v1/noodtoegangen", object{{"kenmerk", kenmerk_van(casus)}, {"reden", "kort"}});
}

TEST_F(Nood, TheDatabaseRefusesMoreThanAnHourAndAJudgementOfOnesOwn) {
    auto& o = omgeving();
    const auto nood = o.eis(201, buiten, Methode::post, "/v1/noodtoegangen", noodvraag(casus));
    for (const std::string sql : {"update toegang.noodtoegang set tot = tot + interval '1 minute' where id = '", "update toegang.noodtoegang set oordeel = 'terecht', toelichting = 'x', beoordeeld_op = now(), beoordeeld_door = gebruiker where id = '"}) {
        EXPECT_THROW(o.beheer().script(sql + id_van(nood) + "'"), db::DbFout);
    }
}

class Inzien : public Nood {};

TEST_F(Inzien, WhoSawAFileAndWhatFor) {
    auto& o = omgeving();
    const auto collega = o.gebruiker({"informatieanalist"});
    o.eis(200, trekker, Methode::post, pad_van(casus) + "/leden", object{{"gebruiker", collega.id.tekst()}});
    o.eis(200, collega, Methode::get, pad_van(casus));
    const auto gezien_door = o.eis(200, trekker, Methode::get, pad_van(casus) + "/inzagen").at("resultaten").as_array();
    const auto van_collega = std::find_if(gezien_door.begin(), gezien_door.end(), [&](const value& i) { return i.at("wie").at("id").as_string() == collega.id.tekst(); });
    ASSERT_NE(van_collega, gezien_door.end());
    EXPECT_EQ(van_collega->at("actie").as_string(), "casusTonen");
    EXPECT_EQ(van_collega->at("activiteit").as_string(), "casus-behandelen");
    o.eis(403, collega, Methode::get, pad_van(casus) + "/inzagen");  // may see the file, not who saw it
    o.eis(404, o.gebruiker({"coordinator"}), Methode::get, pad_van(casus) + "/inzagen");
    // reading the read log is in the read log
    EXPECT_EQ(o.eis(200, trekker, Methode::get, pad_van(casus) + "/inzagen").at("resultaten").as_array()[0].at("actie").as_string(), "casusInzagenTonen");
}

TEST_F(Inzien, ThePrivacyOfficerSeesWhoLookedAndNotWhatItSays) {
    auto& o = omgeving();
    o.eis(200, trekker, Methode::get, pad_van(casus));
    const auto lijst = o.eis(200, toezicht, Methode::post, "/v1/inzagen/_zoek", object{{"kenmerk", kenmerk_van(casus)}});
    EXPECT_GE(aantal(lijst), 1U);
    EXPECT_EQ(boost::json::serialize(lijst).find("Loods aan de kade"), std::string::npos);
    o.eis(403, toezicht, Methode::get, pad_van(casus));
    o.eis(403, trekker, Methode::post, "/v1/inzagen/_zoek", object{{"kenmerk", kenmerk_van(casus)}});
    o.eis(404, o.gebruiker({"privacy"}, 2), Methode::post, "/v1/inzagen/_zoek", object{{"kenmerk", kenmerk_van(casus)}});
}

TEST_F(Inzien, IncidentsAreForThePrivacyOfficerOfTheSameMunicipality) {
    auto& o = omgeving();
    o.beheer().script("insert into logboek.incident (organisatie, tijd, soort, aantal) values (1, now(), 'logboek-verbroken', 3)");
    EXPECT_EQ(aantal(o.eis(200, toezicht, Methode::get, "/v1/incidenten")), 1U);
    EXPECT_EQ(aantal(o.eis(200, o.gebruiker({"privacy"}, 2), Methode::get, "/v1/incidenten")), 0U);
    o.eis(403, trekker, Methode::get, "/v1/incidenten");
}

}  // namespace
}  // namespace damwand::privacy

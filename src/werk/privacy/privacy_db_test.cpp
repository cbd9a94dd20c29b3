// SPDX-License-Identifier: EUPL-1.2
// Access in an emergency and who looked at what, through the gate, and against the role of the application.
#include "werk/privacy/privacy.hpp"

#include <gmock/gmock.h>

#include <set>

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

/// The path of the n-th signaal of a casus, as `wie` finds it in the file.
std::string signaal_pad(const Gebruiker& wie, const value& casus, std::size_t n) {
    return "/v1/signalen/" + id_van(omgeving().eis(200, wie, Methode::get, pad_van(casus) + "/dossier").at("signalen").as_array().at(n));
}

TEST_F(Nood, OpensOneSignaalOfACasusAndNotTheCasusNorTheOther) {
    auto& o = omgeving();
    const auto twee = o.eis(201, trekker, Methode::post, "/v1/casussen",
                            object{{"signalen", array{gewogen_signaal(o, trekker), gewogen_signaal(o, trekker)}}, {"werknaam", "Twee"}, {"thema", "hennep"}, {"trekker", trekker.id.tekst()}});
    const auto dit = signaal_pad(trekker, twee, 0);
    const auto ander = signaal_pad(trekker, twee, 1);
    const auto vooraf = o.eis(200, trekker, Methode::get, dit);
    o.eis(404, buiten, Methode::get, dit);
    o.eis(201, buiten, Methode::post, "/v1/noodtoegangen", noodvraag(vooraf));
    const auto in_nood = o.eis(200, buiten, Methode::get, dit);
    EXPECT_EQ(in_nood.at("wegingen").as_array().size(), 3U);
    EXPECT_EQ(in_nood.at("titel"), vooraf.at("titel"));
    o.eis(404, buiten, Methode::get, ander);
    o.eis(404, buiten, Methode::get, pad_van(twee));
    // the team keeps what it had
    EXPECT_EQ(o.eis(200, trekker, Methode::get, dit), vooraf);
    EXPECT_EQ(o.eis(200, trekker, Methode::get, pad_van(twee) + "/dossier").at("signalen").as_array().size(), 2U);
    o.eis(409, trekker, Methode::post, "/v1/noodtoegangen", noodvraag(vooraf));
    EXPECT_EQ(aantal(o.eis(200, trekker, Methode::get, "/v1/noodtoegangen")), 1U);
}

TEST_F(Nood, OpensOneSignaalOfTheTeamToSomebodyOutsideIt) {
    auto& o = omgeving();
    o.beheer().script("delete from toegang.zicht_rol where organisatie = 1 and zicht = 1 and rol = 'informatieanalist'");
    const object lijf{{"titel", "Wagens"}, {"omschrijving", "Verzonnen."}, {"bron", "toezicht"}, {"vermeldingen", array{object{{"soort", "persoon"}, {"tekst", "Bas Nachtegaal"}}}}};
    const auto dit = o.eis(201, trekker, Methode::post, "/v1/signalen", lijf);
    o.eis(201, trekker, Methode::post, "/v1/signalen", lijf);
    const auto pad = "/v1/signalen/" + id_van(dit);
    o.eis(404, buiten, Methode::get, pad);
    o.eis(201, buiten, Methode::post, "/v1/noodtoegangen", noodvraag(dit));
    EXPECT_EQ(o.eis(200, buiten, Methode::get, pad).at("vermeldingen").as_array().size(), 1U);
    EXPECT_EQ(aantal(o.eis(200, buiten, Methode::get, "/v1/signalen")), 1U);
    EXPECT_GE(aantal(o.eis(200, trekker, Methode::get, "/v1/signalen")), 2U);
    // it still goes where the team takes it, and then leaves the audience on loan
    auto verder = o.eis(200, trekker, Methode::post, pad + "/overgangen", object{{"naar", "in_weging"}}, gezien(versie_van(dit)));
    for (int stap = 1; stap <= 3; ++stap) {
        verder = o.eis(201, trekker, Methode::post, pad + "/wegingen",
                       object{{"stap", stap}, {"antwoorden", array{}}, {"uitkomst", stap == 3 ? "gecompliceerd" : "ja"}, {"motivering", "Zo."}}, gezien(versie_van(verder)));
    }
    o.eis(201, trekker, Methode::post, "/v1/casussen", object{{"signalen", array{id_van(dit)}}, {"werknaam", "Wagens"}, {"thema", "hennep"}, {"trekker", trekker.id.tekst()}});
    o.eis(404, buiten, Methode::get, pad);
    o.eis(200, trekker, Methode::get, pad);
    o.beheer().script("insert into toegang.zicht_rol (organisatie, zicht, rol) values (1, 1, 'informatieanalist')");
}

TEST_F(Nood, OpensAnEmbargoAndNoCompartment) {
    auto& o = omgeving();
    object lijf{{"titel", "Stil"}, {"omschrijving", "Verzonnen."}, {"bron", "toezicht"}, {"alleen", array{}}};
    const auto stil = o.eis(201, trekker, Methode::post, "/v1/signalen", lijf);
    o.eis(404, buiten, Methode::get, "/v1/signalen/" + id_van(stil));
    o.eis(201, buiten, Methode::post, "/v1/noodtoegangen", noodvraag(stil));
    o.eis(200, buiten, Methode::get, "/v1/signalen/" + id_van(stil));
    lijf.erase("alleen");
    lijf["regime"] = "wpg";
    const auto politie = o.eis(201, trekker, Methode::post, "/v1/signalen", lijf);
    o.beheer().script("update toegang.compartiment_rol set rol = 'bibob' where organisatie = 1 and compartiment = 'wpg' and rol = 'informatieanalist'");
    o.eis(404, buiten, Methode::post, "/v1/noodtoegangen", noodvraag(politie));
    o.beheer().script("update toegang.compartiment_rol set rol = 'informatieanalist' where organisatie = 1 and compartiment = 'wpg' and rol = 'bibob'");
}

TEST_F(Nood, NeedsTheRightToReadAndFreshProof) {
    auto& o = omgeving();
    const auto jurist = o.gebruiker({"jurist"});  // reads casussen, not signalen
    const auto signaal = o.eis(200, trekker, Methode::get, signaal_pad(trekker, casus, 0));
    const object nergens{{"kenmerk", "S-2026-7K4QP9"}, {"reden", "Er is nu een inval en de trekker is onbereikbaar."}};
    for (const auto& lijf : {noodvraag(signaal), nergens}) EXPECT_EQ(o.eis(403, jurist, Methode::post, "/v1/noodtoegangen", lijf).at("code").as_string(), "geen-recht");
    o.beheer().script("update toegang.sessie set bewezen_op = basis.nu() - interval '11 minutes' where gebruiker = '" + buiten.id.tekst() + "'");
    EXPECT_EQ(o.eis(403, buiten, Methode::post, "/v1/noodtoegangen", noodvraag(casus)).at("code").as_string(), "opnieuw-aanmelden");
    o.eis(404, buiten, Methode::get, pad_van(casus));
    o.beheer().script("update toegang.sessie set bewezen_op = basis.nu() where gebruiker = '" + buiten.id.tekst() + "'");
    o.eis(201, buiten, Methode::post, "/v1/noodtoegangen", noodvraag(casus));
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

TEST_F(Inzien, WhoSawACompanyOrAnAddressIsKnownByTheFilesThatNameIt) {
    auto& o = omgeving();
    o.beheer().script("insert into register.adres (nummeraanduiding, gemeente, actief, straatnaam, gevouwen, huisnummer, woonplaats, woonplaatsnaam, object, objectsoort)"
                      " values (200000000000001, 0, true, 'Kade', 'kade', 1, 0, 'Damstede', 10000000000001, 1) on conflict do nothing");
    const auto signaal = [&](object erbij) {
        object lijf{{"titel", "Proef"}, {"omschrijving", "Verzonnen."}, {"bron", "meldpunt"}};
        for (auto& [naam, waarde] : erbij) lijf[naam] = waarde;
        return o.eis(201, trekker, Methode::post, "/v1/signalen", lijf);
    };
    const auto bedrijf = signaal({{"vermeldingen", array{object{{"soort", "bedrijf"}, {"tekst", "Proefbedrijf"}, {"sleutel", "90004760"}}}}});
    const auto adres = signaal({});
    o.beheer().script("set session_replication_role = replica; update signaal.signaal set nummeraanduiding = '0200000000000001' where id = '" + id_van(adres) + "'");
    const auto ander = signaal({});
    const auto lezer = o.gebruiker({"coordinator"});
    for (const auto* s : {&bedrijf, &adres, &ander}) o.eis(200, lezer, Methode::get, "/v1/signalen/" + id_van(*s));
    const auto wie_zag = [&](const char* wat) {
        std::set<std::string> kenmerken;
        const auto inzagen = o.eis(200, toezicht, Methode::post, "/v1/inzagen/_zoek", object{{"kenmerk", wat}});
        for (const auto& i : inzagen.at("resultaten").as_array()) {
            if (i.at("wie").at("id").as_string() == lezer.id.tekst()) kenmerken.emplace(i.at("kenmerk").as_string());
        }
        return kenmerken;
    };
    EXPECT_THAT(wie_zag("90004760"), testing::ElementsAre(kenmerk_van(bedrijf)));
    EXPECT_THAT(wie_zag("0200000000000001"), testing::ElementsAre(kenmerk_van(adres)));
    EXPECT_THAT(wie_zag("0010000000000001"), testing::ElementsAre(kenmerk_van(adres))) << "the object of that address";
    o.eis(404, toezicht, Methode::post, "/v1/inzagen/_zoek", object{{"kenmerk", "90004761"}});
    o.eis(404, o.gebruiker({"privacy"}, 2), Methode::post, "/v1/inzagen/_zoek", object{{"kenmerk", "90004760"}});
    EXPECT_TRUE(o.eis(200, toezicht, Methode::post, "/v1/inzagen/_zoek", object{{"kenmerk", kenmerk_van(ander)}}).at("resultaten").as_array()[0].at("kenmerk").is_null());
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

// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "platform/http/antwoord.hpp"
#include "platform/http/randfout.hpp"

namespace damwand::http {
namespace {

TEST(Probleem, HeeftDeAfgesprokenVorm) {
    const Fout fout(FoutSoort::ongeldig, "invoer-ongeldig", "De invoer \"klopt\" niet.\n",
                    {{"/adres/huisnummer", "te-klein", "Eén of hoger."}, {"/naam", "leeg", "Vul dit in."}}, "geheim");
    const auto antwoord = probleem(fout, "v-1");
    EXPECT_EQ(antwoord.status, 400);
    EXPECT_EQ(antwoord.type, "application/problem+json");
    EXPECT_EQ(
        antwoord.lijf,
        R"({"status":400,"code":"invoer-ongeldig","title":"Ongeldige invoer","detail":"De invoer \"klopt\" niet.\n",)"
        R"("fouten":[{"veld":"/adres/huisnummer","code":"te-klein","uitleg":"Eén of hoger."},)"
        R"({"veld":"/naam","code":"leeg","uitleg":"Vul dit in."}],"verzoek":"v-1"})");
}

TEST(Probleem, ElkeSoortHeeftZijnStatus) {
    const std::vector<std::pair<FoutSoort, int>> verwacht = {
        {FoutSoort::ongeldig, 400}, {FoutSoort::niet_aangemeld, 401}, {FoutSoort::verboden, 403},
        {FoutSoort::onbekend, 404}, {FoutSoort::botsing, 409},        {FoutSoort::verouderd, 412},
        {FoutSoort::te_groot, 413}, {FoutSoort::te_vaak, 429},        {FoutSoort::niet_beschikbaar, 503},
        {FoutSoort::intern, 500}};
    for (const auto& [soort, status] : verwacht) {
        EXPECT_EQ(status_van(soort), status);
        const auto antwoord = probleem(Fout(soort, "code", "Uitleg."), "v");
        EXPECT_EQ(antwoord.status, status);
        const auto lijf = boost::json::parse(antwoord.lijf);
        EXPECT_EQ(lijf.at("status").to_number<int>(), status);
        EXPECT_FALSE(lijf.at("title").as_string().empty());
    }
}

TEST(Probleem, WieMoetWachtenHoortHoeLang) {
    using Koppen = std::vector<std::pair<std::string, std::string>>;
    const auto koppen = [](Fout fout) { return probleem(fout, "v").koppen; };
    EXPECT_EQ(koppen(Fout(FoutSoort::niet_beschikbaar, "c", "U.")), (Koppen{{"Retry-After", "5"}}));
    EXPECT_EQ(koppen(Fout(FoutSoort::te_vaak, "c", "U.")), (Koppen{{"Retry-After", "1"}}));
    EXPECT_EQ(koppen(Fout(FoutSoort::te_vaak, "c", "U.").na(std::chrono::seconds(64))), (Koppen{{"Retry-After", "64"}}));
    EXPECT_TRUE(koppen(Fout(FoutSoort::botsing, "c", "U.").na(std::chrono::seconds(64))).empty());
}

TEST(Probleem, KapotteTekstGeeftNogSteedsGoedeJson) {
    const auto antwoord = probleem(Fout(FoutSoort::intern, "c", "a\xff\x01"), "v");
    EXPECT_EQ(boost::json::parse(antwoord.lijf).at("detail").as_string(), "a??");
}

TEST(AntwoordKop, WeigertKoppenDieEenKopKunnenBeginnen) {
    Antwoord antwoord;
    EXPECT_TRUE(is_schrijfbaar(antwoord));
    for (const auto& [naam, waarde] : std::vector<std::pair<std::string, std::string>>{{"X", "a\r\nSet-Cookie: b"},
                                                                                       {"X\r\nY", "a"},
                                                                                       {"X Y", "a"},
                                                                                       {"", "a"},
                                                                                       {"X", "a\nb"},
                                                                                       {"X", std::string(1, '\0')}}) {
        antwoord.koppen = {{naam, waarde}};
        EXPECT_FALSE(is_schrijfbaar(antwoord));
    }
    antwoord = {};
    antwoord.type = "text/plain\r\nX: y";
    EXPECT_FALSE(is_schrijfbaar(antwoord));
    antwoord = {};
    antwoord.status = 100;
    EXPECT_FALSE(is_schrijfbaar(antwoord));
}

TEST(AntwoordKop, EenEigenKopVervangtDeGewoneMaarNietHetRaamwerk) {
    Antwoord antwoord;
    antwoord.koppen = {{"cache-control", "max-age=60"},
                       {"Content-Length", "1"},
                       {"Server", "x"},
                       {"Set-Cookie", "a=b"},
                       {"Set-Cookie", "c=d"}};
    const auto kop = antwoord_kop(antwoord, 7, {"1.2.3", "nu", false, false});
    EXPECT_EQ(kop.find("no-store"), std::string::npos);
    EXPECT_NE(kop.find("cache-control: max-age=60\r\n"), std::string::npos);
    EXPECT_NE(kop.find("Content-Length: 7\r\n"), std::string::npos);
    EXPECT_EQ(kop.find("Content-Length: 1\r\n"), std::string::npos);
    EXPECT_EQ(kop.find("Server"), std::string::npos);
    EXPECT_NE(kop.find("Set-Cookie: a=b\r\nSet-Cookie: c=d\r\n"), std::string::npos);
    EXPECT_NE(kop.find("API-Version: 1.2.3\r\n"), std::string::npos);
}

TEST(AntwoordKop, AlleenHtmlMagDeSchermenLaden) {
    Antwoord antwoord;
    antwoord.type = "text/html; charset=utf-8";
    const Schrijfwijze wijze{"1", "nu", false, false};
    EXPECT_NE(antwoord_kop(antwoord, 0, wijze).find("script-src 'self'; style-src 'self'"), std::string::npos);
    for (const auto* type : {"application/json", "image/svg+xml", "text/plain"}) {
        antwoord.type = type;
        EXPECT_NE(antwoord_kop(antwoord, 0, wijze)
                      .find("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"),
                  std::string::npos);
    }
}

TEST(HttpDatum, StaatInHetEngelsEnInGmt) {
    using namespace std::chrono_literals;
    const std::chrono::sys_seconds tijd = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + 1h + 2min + 3s;
    EXPECT_EQ(http_datum(tijd), "Sun, 22 Nov 2026 01:02:03 GMT");
}

}  // namespace
}  // namespace damwand::http

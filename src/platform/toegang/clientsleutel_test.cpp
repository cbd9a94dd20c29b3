// SPDX-License-Identifier: EUPL-1.2
#include "platform/toegang/clientsleutel.hpp"

#include <cjose/cjose.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "base/json.hpp"
#include "platform/toegang/bytes.hpp"

namespace damwand::toegang {
namespace {

namespace bj = boost::json;

class Sleutelmap : public ::testing::TestWithParam<const char*> {
  protected:
    std::filesystem::path map = std::filesystem::temp_directory_path() / ("damwand-sleutel-" + std::to_string(getpid()));
    std::filesystem::path bestand = map / "oidc";
    void SetUp() override { std::filesystem::create_directories(map); }
    void TearDown() override { std::filesystem::remove_all(map); }
};

bj::object deel(std::string_view jwt, int welk) {
    for (; welk > 0; --welk) jwt.remove_prefix(jwt.find('.') + 1);
    return bj::parse(*uit_base64url(jwt.substr(0, jwt.find('.')))).as_object();
}

bool klopt(const std::string& jwt, const std::string& jwk) {
    cjose_err fout{};
    const std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)> jws(cjose_jws_import(jwt.data(), jwt.size(), &fout), cjose_jws_release);
    const std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)> sleutel(cjose_jwk_import(jwk.data(), jwk.size(), &fout), cjose_jwk_release);
    return jws && sleutel && cjose_jws_verify(jws.get(), sleutel.get(), &fout);
}

TEST_P(Sleutelmap, TekentMetEenKortBewijsDatAlleenDeOpenbareHelftNodigHeeft) {
    Clientsleutel::maak(bestand, GetParam());
    struct stat st{};
    ASSERT_EQ(stat(bestand.c_str(), &st), 0);
    EXPECT_EQ(st.st_mode & 0777, 0400U);
    const Clientsleutel sleutel(bestand);
    const auto openbaar = bj::parse(sleutel.jwks()).at("keys").at(0).as_object();
    for (const auto* prive : {"d", "p", "q", "dp", "dq", "qi"}) EXPECT_FALSE(openbaar.contains(prive)) << prive;
    const Tijdstip nu{std::chrono::seconds(1'800'000'000)};
    const auto jwt = sleutel.bewijs("damwand", "https://dienst.example/token", nu);
    EXPECT_TRUE(klopt(jwt, bj::serialize(openbaar)));
    EXPECT_EQ(deel(jwt, 0).at("alg"), GetParam());
    EXPECT_EQ(deel(jwt, 0).at("kid"), openbaar.at("kid"));
    const auto inhoud = deel(jwt, 1);
    EXPECT_EQ(inhoud.at("iss"), "damwand");
    EXPECT_EQ(inhoud.at("sub"), "damwand");
    EXPECT_EQ(inhoud.at("aud"), "https://dienst.example/token");
    EXPECT_EQ(inhoud.at("exp").as_int64() - inhoud.at("iat").as_int64(), 60);
    EXPECT_NE(inhoud.at("jti"), deel(sleutel.bewijs("damwand", "https://dienst.example/token", nu), 1).at("jti"));
    // a second key is another one, and does not vouch for the first
    Clientsleutel::maak(map / "ander", GetParam());
    EXPECT_FALSE(klopt(jwt, bj::serialize(bj::parse(Clientsleutel(map / "ander").jwks()).at("keys").at(0))));
    EXPECT_THROW(Clientsleutel::maak(bestand, GetParam()), Fout);
}
INSTANTIATE_TEST_SUITE_P(Algoritmen, Sleutelmap, ::testing::Values("PS256", "ES256"));

TEST_F(Sleutelmap, WeigertWatGeenSleutelIsOfOpenStaat) {
    EXPECT_THROW(Clientsleutel(map / "nergens"), Fout);
    const auto schrijf = [&](const std::string& inhoud, mode_t mag) {
        std::filesystem::remove(bestand);
        std::ofstream(bestand) << inhoud;
        chmod(bestand.c_str(), mag);
    };
    Clientsleutel::maak(map / "goed", "ES256");
    const auto openbaar = bj::serialize(bj::parse(Clientsleutel(map / "goed").jwks()).at("keys").at(0));
    for (const auto& [inhoud, mag] : std::initializer_list<std::pair<std::string, mode_t>>{
             {"geheim", 0400}, {R"({"kty":"oct","k":"AAAA"})", 0400}, {openbaar, 0400}, {"", 0400}}) {
        schrijf(inhoud, mag);
        EXPECT_THROW((Clientsleutel(bestand)), Fout) << inhoud;
    }
    chmod((map / "goed").c_str(), 0440);
    EXPECT_THROW((Clientsleutel(map / "goed")), Fout);
}

}  // namespace
}  // namespace damwand::toegang

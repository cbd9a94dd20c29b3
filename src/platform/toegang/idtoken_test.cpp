// SPDX-License-Identifier: EUPL-1.2
// The clock's edges and the keys; forged tokens are tried against the whole program in tests/api/oidc.test.ts.
#include "platform/toegang/idtoken.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>


namespace damwand::toegang {
namespace {

using std::chrono::seconds;
constexpr seconds uitgegeven{1795305600};

/// A token and its keys, as the fuzz corpus keeps them: first line and rest.
struct Paar {
    std::string token, jwks;
};

Paar lees(const std::string& naam) {
    std::ifstream in(std::filesystem::path(DAMWAND_BRONMAP) / "tests/fuzz/toegang_idtoken" / naam);
    Paar uit;
    std::getline(in, uit.token);
    std::getline(in, uit.jwks);
    return uit;
}

/// Why it is refused `later` seconds after it was given out; empty when it is not.
std::string weigering(const std::string& naam, seconds later = seconds{0}, std::optional<seconds> vers = {}) {
    try {
        const auto paar = lees(naam);
        const auto claims = lees_idtoken(paar.token, lees_sleutels(paar.jwks, "RS256"),
                                         {.issuer = "https://aanbieder.example", .client_id = "damwand", .alg = "RS256", .nonce = "n", .vers = vers}, "groups",
                                         Tijdstip{uitgegeven + later});
        EXPECT_EQ(claims.groepen, std::vector<std::string>{"g"});
        return {};
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), "aanmelden-mislukt");
        return fout.voor_log();
    }
}

TEST(IdToken, GeldtTotEenMinuutNaZijnEinde) {
    EXPECT_EQ(weigering("goed"), "");
    EXPECT_EQ(weigering("goed", seconds{359}), "");
    EXPECT_EQ(weigering("goed", seconds{360}), "oidc-exp");
    EXPECT_EQ(weigering("goed", seconds{-60}), "");
    EXPECT_EQ(weigering("goed", seconds{-61}), "oidc-iat");
}

TEST(IdToken, ZonderAuthTimeIsErGeenVersBewijs) { EXPECT_EQ(weigering("goed", seconds{0}, seconds{600}), "oidc-auth-time"); }

TEST(IdToken, NeemtAlleenDeAfgesprokenHandtekeningEnSleutel) {
    EXPECT_EQ(weigering("alg_none"), "oidc-alg");
    EXPECT_EQ(weigering("hs256"), "oidc-alg");
    EXPECT_EQ(weigering("zonder_handtekening"), "oidc-handtekening");
    EXPECT_EQ(weigering("oct"), "oidc-kid");
    EXPECT_EQ(weigering("n_rommel"), "oidc-handtekening");
    EXPECT_EQ(weigering("geen_jwks"), "oidc-sleutels");
    EXPECT_EQ(weigering("zonder_kid"), "");
    EXPECT_EQ(weigering("aud_lijst"), "");
    EXPECT_EQ(weigering("tijd_vreemd"), "oidc-exp");
}

}  // namespace
}  // namespace damwand::toegang

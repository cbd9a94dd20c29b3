// SPDX-License-Identifier: EUPL-1.2
#include "platform/toegang/aanmelden.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <liboath/oath.h>

#include <cstdio>
#include <ctime>

#include "steun/proefomgeving.hpp"

namespace damwand {
namespace {

using http::Methode;

proef::Omgeving& omgeving() {
    static proef::Omgeving een({});
    return een;
}

std::string code_nu(const std::string& base32, int stappen = 0) {
    char* geheim = nullptr;
    std::size_t lengte = 0;
    oath_base32_decode(base32.data(), base32.size(), &geheim, &lengte);
    char code[7];
    oath_totp_generate(geheim, lengte, std::time(nullptr) + 30 * stappen, 30, 0, 6, code);
    free(geheim);
    return code;
}

struct Iemand {
    std::string naam, totp;
    boost::json::object aanmelding(const std::string& wachtwoord, const std::string& code) const {
        return {{"organisatie", "damstede"}, {"gebruikersnaam", naam}, {"wachtwoord", wachtwoord}, {"totp", code}};
    }
};

Iemand nieuw_iemand(const std::string& naam) {
    db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto gemaakt = omgeving().aanmelder().maak_gebruiker(tx, {naam, "Iemand", "een heel lang wachtwoord", {"coordinator"}});
    tx.leg_vast();
    return {naam, gemaakt.totp};
}

http::Antwoord meld_aan(const boost::json::object& aanmelding, const std::map<std::string, std::string>& koppen = {}) {
    return omgeving().roep({}, Methode::post, "/v1/sessie", aanmelding, koppen);
}

std::string zonder_verzoek(const std::string& lijf) { return lijf.substr(0, lijf.find("\"verzoek\"")); }

TEST(Aanmelden, GaatMetWachtwoordEnCode) {
    const auto wie = nieuw_iemand("anna");
    const auto goed = meld_aan(wie.aanmelding("een heel lang wachtwoord", code_nu(wie.totp)));
    ASSERT_EQ(goed.status, 201) << goed.lijf;
    std::string koekje;
    for (const auto& [naam, waarde] : goed.koppen) {
        if (naam == "Set-Cookie") koekje = waarde;
    }
    EXPECT_NE(koekje.find("__Host-damwand=1."), std::string::npos);
    for (const auto* woord : {"HttpOnly", "Secure", "SameSite=Strict", "Path=/"}) EXPECT_NE(koekje.find(woord), std::string::npos) << woord;
    EXPECT_EQ(boost::json::parse(goed.lijf).at("rollen").at(0).as_string(), "coordinator");
}

TEST(Aanmelden, EenCodeWerktEenKeer) {
    const auto wie = nieuw_iemand("bram");
    const auto code = code_nu(wie.totp);
    EXPECT_EQ(meld_aan(wie.aanmelding("een heel lang wachtwoord", code)).status, 201);
    EXPECT_EQ(meld_aan(wie.aanmelding("een heel lang wachtwoord", code)).status, 401);
}

TEST(Aanmelden, ZegtNooitWatErMisWas) {
    const auto wie = nieuw_iemand("carla");
    const auto wachtwoord = meld_aan(wie.aanmelding("een verkeerd wachtwoord!", code_nu(wie.totp)));
    const auto code = meld_aan(wie.aanmelding("een heel lang wachtwoord", "000000"));
    const auto naam = meld_aan({{"organisatie", "damstede"}, {"gebruikersnaam", "bestaatniet"}, {"wachtwoord", "x"}, {"totp", "123456"}});
    const auto plaats = meld_aan({{"organisatie", "nergens"}, {"gebruikersnaam", "bestaatniet"}, {"wachtwoord", "x"}, {"totp", "123456"}});
    for (const auto* a : {&wachtwoord, &code, &naam, &plaats}) {
        EXPECT_EQ(a->status, 401);
        EXPECT_EQ(zonder_verzoek(a->lijf), zonder_verzoek(wachtwoord.lijf));
    }
}

TEST(Aanmelden, SluitBuitenNaVijfMissersOokVoorOnbekenden) {
    for (const std::string naam : {"dirk", "bestaatnietdirk"}) {
        if (naam == "dirk") nieuw_iemand(naam);
        const Iemand wie{naam, ""};
        for (int i = 0; i < 5; ++i) EXPECT_EQ(meld_aan(wie.aanmelding("mis", "000000")).status, 401) << naam << i;
        EXPECT_EQ(meld_aan(wie.aanmelding("mis", "000000")).status, 429) << naam;
    }
    auto beheer = omgeving().beheer();
    EXPECT_GE(beheer.doe("select count(*) as n from logboek.audit where actie = 'aanmelden' and resultaat = 'geweigerd'")[0].veld<int>("n"), 12);
    EXPECT_EQ(beheer.doe("select count(*) as n from logboek.audit where toelichting like '%dirk%'")[0].veld<int>("n"), 0);
}

TEST(Aanmelden, KomtNietVanEenAndereSite) {
    const auto wie = nieuw_iemand("els");
    EXPECT_EQ(meld_aan(wie.aanmelding("een heel lang wachtwoord", code_nu(wie.totp)), {{"origin", "https://elders.example"}}).status, 403);
}

TEST(Gebruiker, HeeftInEenAfschriftVanDeDatabaseGeenLeesbaarGeheim) {
    const auto wie = nieuw_iemand("afgeschreven");
    ASSERT_EQ(meld_aan(wie.aanmelding("een heel lang wachtwoord", code_nu(wie.totp))).status, 201);
    char* ruw = nullptr;
    std::size_t lengte = 0;
    ASSERT_EQ(oath_base32_decode(wie.totp.data(), wie.totp.size(), &ruw, &lengte), OATH_OK);
    const std::string geheim(ruw, lengte);
    free(ruw);
    std::string hex;
    for (const char c : geheim) hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
    std::string afschrift;
    auto* pijp = popen(("/usr/lib/postgresql/15/bin/pg_dump --dbname='" + omgeving().cluster().dsn("beheer") + "'").c_str(), "r");
    for (char blok[65536]; const auto n = fread(blok, 1, sizeof blok, pijp);) afschrift.append(blok, n);
    ASSERT_EQ(pclose(pijp), 0);
    EXPECT_NE(afschrift.find("afgeschreven"), std::string::npos);  // he is in it
    EXPECT_EQ(afschrift.find(hex), std::string::npos);
    EXPECT_EQ(afschrift.find(wie.totp), std::string::npos);
    EXPECT_EQ(afschrift.find("een heel lang wachtwoord"), std::string::npos);
}

TEST(Gebruiker, WordtGeweigerdMetAlleFouten) {
    db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    try {
        (void)omgeving().aanmelder().maak_gebruiker(tx, {"kort", "", "kort", {"keizer"}});
        FAIL();
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.velden().size(), 3U);
    }
}

}  // namespace
}  // namespace damwand

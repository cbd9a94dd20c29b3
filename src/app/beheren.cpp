// SPDX-License-Identifier: EUPL-1.2
#include "app/beheren.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <iostream>

#include "app/geheim.hpp"
#include "base/tekst.hpp"
#include "platform/db/migratie.hpp"
#include "werk/privacy/privacy.hpp"

namespace damwand::app {
namespace {

/// Twenty characters of base 32, about 100 bits: to be changed into a password of one's own.
std::string maak_wachtwoord() {
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";
    std::string uit;
    for (int i = 0; i < 20; ++i) uit += letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
    return uit;
}

}  // namespace

int maak_organisatie(const Instellingen& i, int nummer, const std::string& code, const std::string& naam, const std::string& soort) {
    Bestand bestand(i);
    bestand.maak_en_migreer(false);
    db::Verbinding beheer(bestand.beheer_dsn("damwand"));
    try {
        beheer.script("set role eigenaar");
        beheer.doe("select toegang.maak_organisatie($1::smallint, $2, $3, $4)", nummer, code, naam, soort);
    } catch (const db::DbFout& fout) {
        if (fout.sqlstate() == "23505") throw Fout(FoutSoort::botsing, "bestaat-al", "Er is al een organisatie met dit nummer of deze code.");
        if (fout.sqlstate() == "23514") throw Fout(FoutSoort::ongeldig, "ongeldig", "Code: kleine letters, cijfers en streepjes. Soort: gemeente, regio of partner.");
        throw;
    }
    fmt::print("Organisatie {} ({}) is gemaakt.\n", naam, code);
    return 0;
}

int maak_gebruiker(const Instellingen& i, const std::string& organisatie, const std::string& gebruikersnaam, const std::string& naam,
                   const std::vector<std::string>& rollen, const std::string& wachtwoordbestand, bool als_json) {
    Bestand bestand(i);
    bestand.maak_en_migreer(false);
    Huis huis(i, bestand);
    OrganisatieId nummer;
    {
        db::Verbinding beheer(bestand.beheer_dsn("damwand"));
        const auto r = beheer.doe("select nummer from toegang.organisatie where code = $1", organisatie);
        if (r.leeg()) throw Fout(FoutSoort::ongeldig, "organisatie", "Deze organisatie is er niet. Maak haar eerst met: damwand organisatie maak");
        nummer = r[0].veld<OrganisatieId>("nummer");
    }
    const auto wachtwoord = wachtwoordbestand.empty() ? maak_wachtwoord() : lees_geheim(wachtwoordbestand);
    db::Transactie tx(huis.toepassing, {.organisatie = nummer, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto gemaakt = huis.aanmelder.maak_gebruiker(tx, {gebruikersnaam, naam, wachtwoord, rollen});
    logboek::Regels regels;
    regels.object_soort = "gebruiker";
    regels.object = gemaakt.id.waarde;
    logboek::schrijf(tx, {.naam = "gebruikerMaken", .activiteit = std::nullopt, .actor = std::nullopt, .rol = "techniek", .acr = "opdrachtregel",
                          .sessie = std::nullopt, .status = 201, .oorsprong = "opdrachtregel", .toelichting = std::nullopt, .verwerkt = false},
                     regels, huis.pseudoniem);
    tx.leg_vast();
    const auto adres = gemaakt.otpauth(organisatie, gebruikersnaam);
    if (als_json) {
        fmt::print("{}\n", boost::json::serialize(boost::json::object{{"id", gemaakt.id.tekst()}, {"gebruikersnaam", gebruikersnaam},
                                                                       {"wachtwoord", wachtwoordbestand.empty() ? boost::json::value(wachtwoord) : nullptr},
                                                                       {"totp", gemaakt.totp}, {"otpauth", adres}}));
    } else {
        fmt::print("Gebruiker {} is gemaakt.\n", gebruikersnaam);
        if (wachtwoordbestand.empty()) fmt::print("  Wachtwoord: {}\n", wachtwoord);
        fmt::print("  Sleutel voor de authenticator-app: {}\n  {}\nBewaar dit veilig; het wordt niet nog eens getoond.\n", gemaakt.totp, adres);
    }
    return 0;
}

int voeg_kenmerken_toe(const Instellingen& i, const std::string& organisatie, const std::string& gebruikersnaam) {
    privacy::EigenKenmerkNieuw nieuw;
    for (std::string regel; std::getline(std::cin, regel);) {
        const std::string_view kaal = trim(regel);
        if (kaal.starts_with("naam ")) nieuw.familienamen.emplace_back(std::string(trim(kaal.substr(5))));
        else if (kaal.starts_with("adres ")) nieuw.adressen.emplace_back(std::string(trim(kaal.substr(6))));
        else if (!kaal.empty()) throw Fout(FoutSoort::ongeldig, "regel", "Elke regel begint met naam of adres.");
    }
    Bestand bestand(i);
    bestand.maak_en_migreer(false);
    Huis huis(i, bestand);
    db::Transactie tx(huis.toepassing, {.organisatie = huis.aanmelder.organisatie_van(organisatie), .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto gevonden = tx.doe("select id from toegang.gebruiker where organisatie = $1 and gebruikersnaam = $2", tx.wie().organisatie, gebruikersnaam);
    if (gevonden.leeg()) throw Fout(FoutSoort::ongeldig, "gebruiker", "Deze gebruiker is er niet.");
    const auto wie = gevonden[0].veld<GebruikerId>("id");
    privacy::bewaar_kenmerken(tx, huis.pseudoniem, wie, privacy::lees_merken(tx, nieuw));
    logboek::Regels regels;
    regels.object_soort = "gebruiker";
    regels.object = wie.waarde;
    logboek::schrijf(tx, {.naam = "eigenKenmerkenToevoegen", .activiteit = std::nullopt, .actor = std::nullopt, .rol = "techniek", .acr = "opdrachtregel",
                          .sessie = std::nullopt, .status = 200, .oorsprong = "opdrachtregel", .toelichting = std::nullopt, .verwerkt = false},
                     regels, huis.pseudoniem);
    tx.leg_vast();
    fmt::print("Vastgelegd, als versleutelde hash.\n");
    return 0;
}

int zet_adres(const Instellingen& i, const std::string& organisatie, const std::string& gebruikersnaam, const std::string& adres) {
    Bestand bestand(i);
    bestand.maak_en_migreer(false);
    Huis huis(i, bestand);
    db::Transactie tx(huis.toepassing, {.organisatie = huis.aanmelder.organisatie_van(organisatie), .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto gevonden = tx.doe("select id from toegang.gebruiker where organisatie = $1 and gebruikersnaam = $2", tx.wie().organisatie, gebruikersnaam);
    if (gevonden.leeg()) throw Fout(FoutSoort::ongeldig, "gebruiker", "Deze gebruiker is er niet.");
    const auto wie = gevonden[0].veld<GebruikerId>("id");
    tx.doe("delete from post.adres where organisatie = $1 and gebruiker = $2", tx.wie().organisatie, wie);
    if (!adres.empty()) {
        try {
            tx.doe("insert into post.adres (organisatie, gebruiker, adres, van, operatie) values ($1, $2, $3, basis.nu(), basis.operatie())", tx.wie().organisatie, wie, adres);
        } catch (const db::DbFout& fout) {
            if (fout.sqlstate() != "23514") throw;
            throw Fout(FoutSoort::ongeldig, "adres", "Dit is geen e-mailadres.");
        }
    }
    logboek::Regels regels;
    regels.object_soort = "gebruiker";
    regels.object = wie.waarde;
    logboek::schrijf(tx, {.naam = "gebruikerAdres", .activiteit = std::nullopt, .actor = std::nullopt, .rol = "techniek", .acr = "opdrachtregel",
                          .sessie = std::nullopt, .status = 200, .oorsprong = "opdrachtregel", .toelichting = std::nullopt, .verwerkt = false},
                     regels, huis.pseudoniem);
    tx.leg_vast();
    fmt::print("{}\n", adres.empty() ? "Het adres is weggehaald." : "Het adres is vastgelegd.");
    return 0;
}

namespace {
int druk_stand(const Bestand& bestand, bool als_json) {
    db::Verbinding beheer(bestand.beheer_dsn("damwand"));
    const auto stand = db::migratiestand(beheer);
    if (als_json) {
        const boost::json::array toegepast(stand.toegepast.begin(), stand.toegepast.end());
        const boost::json::array te_doen(stand.te_doen.begin(), stand.te_doen.end());
        fmt::print("{}\n", boost::json::serialize(boost::json::object{{"toegepast", toegepast}, {"teDoen", te_doen}, {"codeActueel", stand.code_actueel}}));
    } else {
        for (const auto& naam : stand.toegepast) fmt::print("toegepast  {}\n", naam);
        for (const auto& naam : stand.te_doen) fmt::print("te doen    {}\n", naam);
        fmt::print("functies en regels: {}\n", stand.code_actueel ? "actueel" : "te vernieuwen");
    }
    return stand.te_doen.empty() && stand.code_actueel ? 0 : 1;
}
}  // namespace

int db_status(const Instellingen& i, bool als_json) {
    const Bestand bestand(i);
    if (!bestand.bestaat()) {
        fmt::print(stderr, "Er is nog geen database in {}. Maak haar met: damwand db migreer\n", i.map.string());
        return 1;
    }
    return druk_stand(bestand, als_json);
}

int db_migreer(const Instellingen& i) {
    Bestand bestand(i);
    bestand.maak_en_migreer(false);
    return druk_stand(bestand, false);
}

int openapi() {
    auto routes = alle_routes();
    for (auto& route : poort::platformroutes(std::nullopt)) routes.push_back(std::move(route));
    fmt::print("{}\n", boost::json::serialize(poort::openapi_van(routes, versie)));
    return 0;
}

}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#include "steun/proefomgeving.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "platform/db/migratie.hpp"
#include "steun/werkmap.hpp"

namespace damwand::proef {
namespace fs = std::filesystem;
struct Omgeving::Binnenwerk {
    /// The database's user goes through it.
    Werkmap tijdelijk{fs::perms::group_exec | fs::perms::others_exec};
    db::Cluster cluster;
    db::Pool toepassing;
    logboek::Pseudoniem pseudoniem;
    toegang::Zegel kluis;
    toegang::Aanmelder aanmelder;
    poort::Loket loket;
    int teller = 0;
    bool getuige_zwijgt = false;

    Binnenwerk(std::vector<poort::Route> routes, const std::string& instellingen, std::function<std::shared_ptr<http::Ontvanger>()> opvang)
        : cluster(tijdelijk.pad() / "db", instellingen), toepassing((maak(), cluster.dsn("toepassing")), 16),
          pseudoniem(tijdelijk.pad() / "sleutels" / "pseudoniem"), kluis(tijdelijk.pad() / "sleutels" / "meester", "persoons"),
          aanmelder(toepassing, tijdelijk.pad() / "sleutels" / "meester", true),
          loket(std::move(routes), {.pool = toepassing, .aanmelder = aanmelder, .pseudoniem = pseudoniem, .demo = true, .opvang = std::move(opvang), .tempo = 1000, .kluis = &kluis, .dicht = [this] { return getuige_zwijgt; }}) {}

    void maak() {
        {
            db::Verbinding server(cluster.dsn("beheer", "postgres"));
            db::maak_database(server, "damwand");
        }
        db::Verbinding beheer(cluster.dsn("beheer"));
        db::migreer(beheer);
        beheer.script("set role eigenaar; update basis.omgeving set soort = 'demo';"
                      "select toegang.maak_organisatie(1::smallint, 'damstede', 'Gemeente Damstede', 'gemeente');"
                      "select toegang.maak_organisatie(2::smallint, 'polderveen', 'Gemeente Polderveen', 'gemeente')");
    }
};

Omgeving::Omgeving(std::vector<poort::Route> routes, const std::string& instellingen, std::function<std::shared_ptr<http::Ontvanger>()> opvang)
    : m(std::make_unique<Binnenwerk>(std::move(routes), instellingen, std::move(opvang))) {}
Omgeving::~Omgeving() = default;

Gebruiker Omgeving::gebruiker(const std::vector<std::string>& rollen, std::int16_t organisatie) {
    const auto naam = fmt::format("proef{}", ++m->teller);
    Gebruiker uit;
    uit.organisatie = {organisatie};
    {
        db::Transactie tx(m->toepassing, {.organisatie = uit.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        uit.id = m->aanmelder.maak_gebruiker(tx, {naam, "Proef " + std::to_string(m->teller), "een lang wachtwoord", rollen}).id;
        tx.leg_vast();
    }
    const auto uitslag = m->aanmelder.meld_aan_zonder(organisatie == 1 ? "damstede" : "polderveen", naam);
    uit.koekje = "__Host-damwand=" + uitslag.teken->tekst();
    const auto sessie = roep(uit, http::Methode::get, "/v1/sessie");
    uit.csrf = std::string(boost::json::parse(sessie.lijf).at("csrf").as_string());
    return uit;
}

http::Antwoord Omgeving::roep(const Gebruiker& wie, http::Methode methode, const std::string& pad, const boost::json::value& lijf,
                              const std::map<std::string, std::string>& koppen) {
    http::Verzoek v;
    v.methode = methode;
    v.id = Uuid::willekeurig().tekst();
    v.afkomst = "127.0.0.1";
    const auto vraagteken = pad.find('?');
    v.pad = pad.substr(0, vraagteken);
    if (vraagteken != std::string::npos) {
        for (std::size_t i = vraagteken + 1; i < pad.size();) {
            const auto einde = std::min(pad.find('&', i), pad.size());
            const auto deel = pad.substr(i, einde - i);
            v.query.emplace(deel.substr(0, deel.find('=')), deel.substr(deel.find('=') + 1));
            i = einde + 1;
        }
    }
    if (!lijf.is_null()) v.lijf = boost::json::serialize(lijf);
    v.koppen = {{"cookie", wie.koekje}, {"host", "localhost"}, {"content-type", "application/json"}, {"x-csrf-token", wie.csrf}};
    if (methode == http::Methode::post) v.koppen["idempotency-key"] = Uuid::willekeurig().tekst();
    for (const auto& [naam, waarde] : koppen) v.koppen[naam] = waarde;
    return m->loket.doe(v);
}

http::Antwoord Omgeving::stuur(const Gebruiker& wie, const std::string& pad, const std::string& inhoud, const std::map<std::string, std::string>& koppen) {
    http::Verzoek v;
    v.methode = http::Methode::post;
    v.id = Uuid::willekeurig().tekst();
    v.afkomst = "127.0.0.1";
    v.pad = pad;
    v.koppen = {{"cookie", wie.koekje}, {"host", "localhost"}, {"content-type", "application/octet-stream"}, {"x-csrf-token", wie.csrf},
                {"content-length", std::to_string(inhoud.size())}, {"idempotency-key", Uuid::willekeurig().tekst()}};
    for (const auto& [naam, waarde] : koppen) v.koppen[naam] = waarde;
    try {
        v.ontvangen = m->loket.vang_op(v);
        for (std::size_t i = 0; v.ontvangen && i < inhoud.size(); i += 100'000) v.ontvangen->neem(std::string_view(inhoud).substr(i, 100'000));
    } catch (const Fout& fout) {
        return http::probleem(fout, v.id);
    }
    return m->loket.doe(v);
}

boost::json::value Omgeving::eis(int status, const Gebruiker& wie, http::Methode methode, const std::string& pad, const boost::json::value& lijf,
                                 const std::map<std::string, std::string>& koppen) {
    const auto antwoord = roep(wie, methode, pad, lijf, koppen);
    EXPECT_EQ(antwoord.status, status) << pad << "\n" << boost::json::serialize(lijf) << "\n" << antwoord.lijf;
    return antwoord.lijf.empty() ? boost::json::value(nullptr) : boost::json::parse(antwoord.lijf);
}

db::Verbinding Omgeving::beheer() { return db::Verbinding(m->cluster.dsn("beheer")); }
db::Pool& Omgeving::toepassing() { return m->toepassing; }
poort::Loket& Omgeving::loket() { return m->loket; }
const logboek::Pseudoniem& Omgeving::pseudoniem() { return m->pseudoniem; }
toegang::Aanmelder& Omgeving::aanmelder() { return m->aanmelder; }
db::Cluster& Omgeving::cluster() { return m->cluster; }

void Omgeving::laat_getuige_zwijgen(bool zwijgt) { m->getuige_zwijgt = zwijgt; }

void Omgeving::zet_klok(Tijdstip moment) {
    auto v = beheer();
    v.script("set role eigenaar");
    v.doe("select basis.zet_klok($1::timestamptz)", moment);
}

}  // namespace damwand::proef

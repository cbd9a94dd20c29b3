// SPDX-License-Identifier: EUPL-1.2
#include "app/huis.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <spdlog/spdlog.h>

#include "platform/db/migratie.hpp"
#include "werk/actie/actie.hpp"
#include "werk/overleg/overleg.hpp"

namespace damwand::app {

Bestand::Bestand(const Instellingen& instellingen, Bezet bezet) : m_dsn(instellingen.dsn) {
    if (m_dsn.empty()) m_cluster.emplace(instellingen.map / "database", std::string{}, bezet);
}

std::string Bestand::dsn(std::string_view rol) const {
    if (m_cluster) return m_cluster->dsn(std::string(rol));
    return fmt::format("{} user={} application_name=damwand", m_dsn, rol);
}

std::string Bestand::beheer_dsn(std::string_view database) const {
    if (m_cluster) return m_cluster->dsn("beheer", std::string(database));
    return m_dsn + " application_name=damwand";
}

bool Bestand::bestaat() const {
    if (!m_cluster) return true;
    db::Verbinding server(beheer_dsn("postgres"));
    return !server.doe("select 1 from pg_database where datname = 'damwand'").leeg();
}

void Bestand::maak_en_migreer(bool demo) {
    const bool nieuw = !bestaat();
    if (nieuw) {
        db::Verbinding server(beheer_dsn("postgres"));
        db::maak_database(server, "damwand");
    }
    db::Verbinding beheer(beheer_dsn("damwand"));
    if (m_cluster && m_cluster->gast()) {
        const auto stand = db::migratiestand(beheer);
        if (stand.te_doen.empty() && stand.code_actueel) return;
        throw Fout(FoutSoort::botsing, "server-ouder", "De server die nu draait is van een andere versie dan deze opdracht. Stop hem, en probeer het daarna opnieuw.");
    }
    for (const auto& naam : db::migreer(beheer)) spdlog::info("migration {} applied", naam);
    if (nieuw && demo) beheer.script("set role eigenaar; update basis.omgeving set soort = 'demo', gereed = false; reset role");
}

void Bestand::gooi_weg() {
    if (bestaat() && !demo()) throw Fout(FoutSoort::botsing, "geen-demo", "Deze map bevat een echte database. Kies een andere map voor de demo.");
    db::Verbinding server(beheer_dsn("postgres"));
    server.script("drop database if exists damwand with (force)");
}

bool Bestand::demo() const {
    db::Verbinding beheer(beheer_dsn("damwand"));
    return beheer.doe("select soort = 'demo' as demo from basis.omgeving")[0].veld<bool>("demo");
}

bool Bestand::verhaal_klaar() const {
    db::Verbinding beheer(beheer_dsn("damwand"));
    return beheer.doe("select gereed from basis.omgeving")[0].veld<bool>("gereed");
}

void Bestand::verhaal_is_klaar() {
    db::Verbinding beheer(beheer_dsn("damwand"));
    beheer.script("set role eigenaar; update basis.omgeving set gereed = true, verschuiving = '0'");
}

bool Bestand::waak() { return m_cluster && m_cluster->waak(); }

Huis::Huis(const Instellingen& i, Bestand& bestand, std::function<bool()> dicht)
    : toepassing(bestand.dsn("toepassing"), i.werkers + 4),
      pseudoniem(i.map / "sleutels" / "pseudoniem"),
      aanmelder(toepassing, i.map / "sleutels" / "meester"),
      oidc(i.oidc.aan() ? std::make_unique<toegang::Oidc>(i.oidc, i.map / "sleutels" / "meester", klok) : nullptr),
      zegel(i.map / "sleutels" / "meester"),
      kluis(i.map / "sleutels" / "meester", "persoons"),
      sleutels(i.map / "sleutels" / "dossiers", zegel),
      opslag(i.map / "documenten", sleutels),
      keuring(toepassing, opslag, pseudoniem,
              {.ontleder = programmamap() / "damwand-ontleder", .scanner = i.scanner, .signaturen = i.signaturen}, i.sleutelkopie),
      boek(vernietigingsboek(i)),
      vernietiger(toepassing, opslag, boek, pseudoniem),
      verdeler(bestand.dsn("toepassing")),
      wachters(toepassing, netwerk, pseudoniem),
      bezorger(toepassing, i.post, [this](db::Transactie& tx) { actie::doe_dagwerk(tx, pseudoniem); }, overleg::uitnodiging),
      achtergrond(i.achtergrondkaart.aan() ? std::make_unique<kaart::Achtergrond>(i.achtergrondkaart, i.map / "achtergrondkaart") : nullptr),
      loket(alle_routes({.opslag = &opslag, .wek = [this] { keuring.wek(); }}, {.wek = [this] { vernietiger.wek(); }},
                        {.geheugen = &netwerk, .incident = [this](OrganisatieId o, OperatieId operatie, int rijen) { netwerk::meld_incident(toepassing, o, operatie, rijen); }},
                        {.achtergrond = achtergrond.get()}),
            {.pool = toepassing, .aanmelder = aanmelder, .pseudoniem = pseudoniem, .verdeler = &verdeler, .demo = bestand.demo(), .versie = versie,
             .opvang = [this] { return opslag.vang_op(); }, .tempo = i.tempo, .oidc = oidc.get(), .kluis = &kluis, .dicht = std::move(dicht)}) {
    if (!oidc) return;
    db::Transactie tx(toepassing, {.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    if (tx.doe("select 1 from toegang.organisatie where code = $1 and nummer > 0", i.oidc.organisatie).leeg()) {
        throw Fout(FoutSoort::ongeldig, "instellingen", "De instellingen kloppen niet.", {{"oidc.organisatie", "onbekend", "Deze organisatie is er niet."}});
    }
}

Huis::~Huis() {
    bezorger.stop();
    vernietiger.stop();
    keuring.stop();
    wachters.stop();
    netwerk.stop();
    verdeler.stop();
}

std::filesystem::path vernietigingsboek(const Instellingen& i) { return i.map / "sleutels" / "vernietigd.jsonl"; }

std::filesystem::path programmamap() {
    std::error_code fout;
    return std::filesystem::read_symlink("/proc/self/exe", fout).parent_path();
}

void houd_signalen_vast() {
    sigset_t einde;
    sigemptyset(&einde);
    sigaddset(&einde, SIGINT);
    sigaddset(&einde, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &einde, nullptr);
    signal(SIGPIPE, SIG_IGN);
}

void wacht_op_einde(const std::function<void()>& intussen) {
    sigset_t einde;
    sigemptyset(&einde);
    sigaddset(&einde, SIGINT);
    sigaddset(&einde, SIGTERM);
    const timespec even{0, 300'000'000};
    while (sigtimedwait(&einde, nullptr, &even) < 0) intussen();
}

}  // namespace damwand::app

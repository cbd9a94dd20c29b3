// SPDX-License-Identifier: EUPL-1.2
// Reads the command line and the configuration, and runs. No decisions.
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/archief.hpp"
#include "app/bag.hpp"
#include "app/gebied.hpp"
#include "app/gemeenteregister.hpp"
#include "app/handelsregister.hpp"
#include "app/beheren.hpp"
#include "app/logboek.hpp"
#include "app/netwerk.hpp"
#include "app/oidc.hpp"
#include "app/reserve.hpp"
#include "app/serveren.hpp"
#include "app/termijn.hpp"

namespace {

using namespace damwand;
using namespace damwand::app;

/// Words for people on stderr: what is wrong, where, and what to do. Exit code 2.
int vertel(const Fout& fout) {
    fmt::print(stderr, "damwand: {}\n", fout.uitleg());
    for (const auto& veld : fout.velden()) fmt::print(stderr, "  {}: {}\n", veld.veld, veld.uitleg);
    if (!fout.voor_log().empty()) fmt::print(stderr, "  ({})\n", fout.voor_log());
    return 2;
}

struct Opdrachtregel {
    std::string config = "damwand.toml";
    std::string map, adres, web, dsn, bag;
    int poort = -1, werkers = 0, tempo = 0;
    bool stil = false, als_json = false;
    int nummer = 0;
    std::string code, naam, soort = "gemeente", organisatie, gebruikersnaam, wachtwoordbestand;
    std::vector<std::string> rollen;
    std::string getuige, sleutel, dossier;
    int uitkomst = 0;
};

Instellingen instellingen_van(const Opdrachtregel& o, bool config_genoemd) {
    auto i = lees_instellingen(o.config, config_genoemd);
    if (!o.map.empty()) i.map = o.map;
    if (!o.adres.empty()) i.adres = o.adres;
    if (!o.web.empty()) i.web = o.web;
    if (!o.dsn.empty()) i.dsn = o.dsn;
    if (o.poort >= 0) i.poort = static_cast<std::uint16_t>(o.poort);
    if (o.werkers > 0) i.werkers = static_cast<unsigned>(o.werkers);
    if (o.tempo > 0) i.tempo = static_cast<unsigned>(o.tempo);
    spdlog::set_level(spdlog::level::from_str(i.logniveau));
    return i;
}

}  // namespace

int main(int argc, char** argv) {
    // One event per line on stderr; no personal data in it.
    spdlog::set_default_logger(spdlog::stderr_logger_mt("damwand"));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    houd_signalen_vast();

    Opdrachtregel o;
    CLI::App app("Damwand: van signaal naar interventie, en op tijd vergeten.\n\n"
                 "Voorbeelden:\n"
                 "  damwand demo --map gegevens --poort 8080\n"
                 "  damwand bag controleer levering.zip --json\n"
                 "  damwand organisatie maak --nummer 1 --code damstede --naam 'Gemeente Damstede'\n"
                 "  damwand gebruiker maak --organisatie damstede --gebruikersnaam a.jansen --naam 'A. Jansen' --rol coordinator\n"
                 "  damwand serve --map gegevens");
    app.require_subcommand(1);
    app.set_help_flag("-h,--help", "Toon deze uitleg");
    app.set_version_flag("--version", std::string("damwand ") + versie);
    auto* config = app.add_option("--config", o.config, "Instellingenbestand (standaard damwand.toml)");
    app.add_option("--map", o.map, "Gegevensmap");
    app.add_option("--dsn", o.dsn, "Een eigen PostgreSQL: host en dbname");
    app.fallthrough();
    const auto instellingen = [&] { return instellingen_van(o, config->count() > 0); };

    const auto server_opties = [&](CLI::App* c) {
        c->add_option("--poort", o.poort, "Poort (standaard 8080)")->check(CLI::Range(0, 65535));
        c->add_option("--adres", o.adres, "Adres (standaard 127.0.0.1)");
        c->add_option("--web", o.web, "Map met de gebouwde schermen");
        c->add_option("--werkers", o.werkers, "Verzoeken tegelijk")->check(CLI::Range(1, 64));
        c->add_option("--tempo", o.tempo, "Factor op de grenzen per gebruiker")->check(CLI::Range(1, 1000));
        c->add_flag("--stil", o.stil, "Geen aanwijzing voor de browser");
    };
    auto* serve = app.add_subcommand("serve", "Draait de server");
    server_opties(serve);
    serve->add_option("--bag", o.bag, "Laadt eerst deze BAG-levering");
    serve->callback([&] { o.uitkomst = serveer(instellingen(), o.stil, o.bag.empty() ? std::nullopt : std::optional<std::filesystem::path>(o.bag)); });
    auto* demo = app.add_subcommand("demo", "Maakt de demogemeente als die er nog niet is, en draait de server");
    server_opties(demo);
    demo->callback([&] { o.uitkomst = serveer_demo(instellingen(), o.stil); });

    std::optional<Bestand> bestand;
    const BagWerkplek werkplek{.dsn = [&](std::string_view rol) {
                                   if (!bestand) {
                                       bestand.emplace(instellingen());
                                       bestand->maak_en_migreer(false);
                                   }
                                   return bestand->dsn(rol);
                               },
                               .uit = std::cout, .woorden = std::cerr, .terminal = isatty(STDERR_FILENO) != 0};
    auto* bag = app.add_subcommand("bag", "Basisregistratie Adressen en Gebouwen: laden, controleren, maken");
    bag->require_subcommand(1);
    bag_opdrachten(*bag, werkplek, o.uitkomst);

    auto* gebied = app.add_subcommand("gebied", "Gebieden: gemeenten, wijken, buurten, bedrijventerreinen");
    gebied->require_subcommand(1);
    gebied_opdrachten(*gebied, werkplek, o.uitkomst);

    auto* handelsregister = app.add_subcommand("handelsregister", "Handelsregister van de KVK: laden, controleren, nalopen");
    handelsregister->require_subcommand(1);
    handelsregister_opdrachten(*handelsregister, werkplek, o.uitkomst);

    auto* eigen = app.add_subcommand("register", "Registers van de gemeente uit een tabel: laden, controleren, vergeten");
    eigen->require_subcommand(1);
    gemeenteregister_opdrachten(*eigen, werkplek, o.uitkomst);

    NetwerkWerkplek netwerkplek{.uit = std::cout, .woorden = std::cerr, .terminal = werkplek.terminal};
    netwerkplek.databank = [&](bool als_json) { return netwerk_uit_databank(werkplek.dsn("toepassing"), netwerkplek, als_json); };
    auto* netwerk = app.add_subcommand("netwerk", "Netwerken in bestanden: paden, maten, groepen, omzetten");
    netwerk->require_subcommand(1);
    netwerk_opdrachten(*netwerk, netwerkplek, o.uitkomst);

    termijn_opdracht(*app.add_subcommand("termijn"), std::cout);

    auto* db = app.add_subcommand("db", "De database: stand, migraties en reservekopieën");
    db->require_subcommand(1);
    auto* status = db->add_subcommand("status", "Welke migraties zijn toegepast");
    status->add_flag("--json", o.als_json, "JSON voor machines");
    status->callback([&] { o.uitkomst = db_status(instellingen(), o.als_json); });
    db->add_subcommand("migreer", "Brengt de database bij de tijd")->callback([&] { o.uitkomst = db_migreer(instellingen()); });
    reserve_opdrachten(*db, instellingen, o.uitkomst);

    auto* organisatie = app.add_subcommand("organisatie", "Organisaties: gemeente, regio of partner");
    organisatie->require_subcommand(1);
    auto* org_maak = organisatie->add_subcommand("maak", "Maakt een organisatie");
    org_maak->add_option("--nummer", o.nummer, "Eigen nummer; verandert nooit")->required()->check(CLI::Range(1, 32000));
    org_maak->add_option("--code", o.code, "Korte code om mee aan te melden")->required();
    org_maak->add_option("--naam", o.naam, "Naam")->required();
    org_maak->add_option("--soort", o.soort, "gemeente, regio of partner");
    org_maak->callback([&] { o.uitkomst = maak_organisatie(instellingen(), o.nummer, o.code, o.naam, o.soort); });

    auto* gebruiker = app.add_subcommand("gebruiker", "Gebruikers");
    gebruiker->require_subcommand(1);
    auto* gebr_maak = gebruiker->add_subcommand("maak", "Maakt een gebruiker met rollen en een tweede factor");
    gebr_maak->add_option("--organisatie", o.organisatie, "Code van de organisatie")->required();
    gebr_maak->add_option("--gebruikersnaam", o.gebruikersnaam, "Waarmee hij zich aanmeldt")->required();
    gebr_maak->add_option("--naam", o.naam, "Naam zoals collega's hem zien")->required();
    gebr_maak->add_option("--rol", o.rollen, "Rol; mag vaker")->required();
    gebr_maak->add_option("--wachtwoordbestand", o.wachtwoordbestand, "Bestand (0600) met het wachtwoord; anders wordt er een gemaakt");
    gebr_maak->add_flag("--json", o.als_json, "JSON voor machines");
    gebr_maak->callback([&] { o.uitkomst = maak_gebruiker(instellingen(), o.organisatie, o.gebruikersnaam, o.naam, o.rollen, o.wachtwoordbestand, o.als_json); });

    auto* gebr_adres = gebruiker->add_subcommand("adres", "Legt vast waar een gebruiker mail krijgt over wat er wacht; leeg haalt het weg\n\nVoorbeelden:\n"
                                                          "  damwand gebruiker adres --organisatie damstede --gebruikersnaam a.jansen --adres a.jansen@damstede.example");
    gebr_adres->add_option("--organisatie", o.organisatie, "Code van de organisatie")->required();
    gebr_adres->add_option("--gebruikersnaam", o.gebruikersnaam, "Van wie")->required();
    gebr_adres->add_option("--adres", o.naam, "E-mailadres");
    gebr_adres->callback([&] { o.uitkomst = zet_adres(instellingen(), o.organisatie, o.gebruikersnaam, o.naam); });
    auto* gebr_kenmerken = gebruiker->add_subcommand("kenmerken", "Voegt eigen familienamen en adressen van een gebruiker toe, als versleutelde hash\n\nLeest regels van stdin:\n  naam van den Broek\n  adres 0344200000123456");
    gebr_kenmerken->add_option("--organisatie", o.organisatie, "Code van de organisatie")->required();
    gebr_kenmerken->add_option("--gebruikersnaam", o.gebruikersnaam, "Van wie")->required();
    gebr_kenmerken->callback([&] { o.uitkomst = voeg_kenmerken_toe(instellingen(), o.organisatie, o.gebruikersnaam); });

    auto* logboek = app.add_subcommand("logboek", "De logboeken: wie zag en deed wat");
    logboek->require_subcommand(1);
    auto* logboek_controle = logboek->add_subcommand("controleer", "Zegt of er iets aan de logboeken is veranderd, en waar het eerst");
    logboek_controle->add_option("--getuige", o.getuige, "Bestand van de getuige, van elders gehaald");
    logboek_controle->add_option("--sleutel", o.sleutel, "Openbare sleutel waarmee de getuige is ondertekend");
    logboek_controle->add_flag("--json", o.als_json, "JSON voor machines");
    logboek_controle->callback([&] { o.uitkomst = logboek_controleer(instellingen(), o.getuige, o.sleutel, o.als_json); });
    logboek->add_subcommand("sleutel", "Toont de openbare sleutel van de getuige")->callback([&] { o.uitkomst = logboek_sleutel(instellingen()); });

    auto* archief = app.add_subcommand("archief", "Bewaren en vernietigen");
    archief->require_subcommand(1);
    auto* archief_wat = archief->add_subcommand("kandidaten", "Wat vandaag vernietigd moet worden, met de regel en wat in de weg staat");
    archief_wat->add_option("--organisatie", o.organisatie, "Code van de organisatie; anders alle");
    archief_wat->add_flag("--json", o.als_json, "JSON voor machines");
    archief_wat->callback([&] { o.uitkomst = archief_kandidaten(instellingen(), o.organisatie, o.als_json); });
    auto* archief_weg = archief->add_subcommand("bewijs", "Zoekt overal naar wat er van een vernietigd dossier over is");
    archief_weg->add_option("dossier", o.dossier, "Id van de casus of het signaal")->required();
    archief_weg->add_flag("--json", o.als_json, "JSON voor machines");
    archief_weg->callback([&] { o.uitkomst = archief_bewijs(instellingen(), o.dossier, o.als_json); });

    auto* oidc = app.add_subcommand("oidc", "De aanmelddienst: groepen, rollen en zekerheid");
    oidc->require_subcommand(1);
    oidc_opdrachten(*oidc, instellingen);

    auto* conf = app.add_subcommand("config", "Instellingen");
    conf->require_subcommand(1);
    conf->add_subcommand("toon", "De geldende instellingen, met uitleg")->callback([&] { fmt::print("{}", toon(instellingen())); });
    conf->add_subcommand("controleer", "Zegt alle fouten in de instellingen")->callback([&] {
        controleer(instellingen());
        fmt::print("De instellingen kloppen.\n");
    });
    app.add_subcommand("openapi", "Het API-contract (OpenAPI 3.1), zonder database")->callback([&] { o.uitkomst = openapi(); });

    try {
        app.parse(argc, argv);
        return o.uitkomst;
    } catch (const CLI::ParseError& fout) {
        return app.exit(fout) == 0 ? 0 : 2;
    } catch (const Fout& fout) {
        return vertel(fout);
    } catch (const db::DbFout& fout) {
        fmt::print(stderr, "damwand: de database weigert of antwoordt niet ({}).\n  Kijk in postgresql.log in de gegevensmap, en of er plaats op de schijf is.\n", fout.sqlstate());
        return 2;
    } catch (const std::exception& fout) {
        fmt::print(stderr, "damwand: onverwachte fout: {}\n", fout.what());
        return 2;
    }
}

// SPDX-License-Identifier: EUPL-1.2
#include "app/serveren.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <iostream>

#include "app/archief.hpp"
#include "app/bag.hpp"
#include "app/demo/demo.hpp"
#include "app/logboek.hpp"
#include "platform/http/http.hpp"

namespace damwand::app {
namespace {

namespace fs = std::filesystem;

/// The built UI: as configured, else web/dist of the tree this program was built in (bouw/<preset>/damwand).
fs::path webmap(const Instellingen& i) {
    if (!i.web.empty()) return i.web;
    return programmamap().parent_path().parent_path() / "web" / "dist";
}

int draai(const Instellingen& i, Bestand& bestand, bool stil) {
    const Logwacht logwacht(i, bestand);
    Huis huis(i, bestand, [&] { return logwacht.zwijgt_te_lang(); });
    const http::Bestanden bestanden(webmap(i));
    http::Server server({.adres = i.adres, .poort = i.poort, .werkers = i.werkers, .api_versie = versie, .achter_proxy = i.achter_proxy},
                        [&](const http::Verzoek& verzoek) -> http::Antwoord {
                            const bool api = verzoek.pad.starts_with("/v1") || verzoek.pad == "/livez" || verzoek.pad == "/readyz";
                            if (!api) {
                                if (auto bestand_uit = bestanden.antwoord(verzoek)) return std::move(*bestand_uit);
                            }
                            return huis.loket.doe(verzoek);
                        },
                        [&](const http::Verzoek& kop) { return huis.loket.vang_op(kop); });
    maak_vergeten_af(bestand, huis);
    huis.vernietiger.start();
    huis.verdeler.start();
    huis.netwerk.start(huis.toepassing, huis.verdeler);
    huis.wachters.start();
    huis.keuring.start();
    huis.bezorger.start();
    server.start();
    const auto plek = fmt::format("http://localhost:{}", server.poort());
    fmt::print("Damwand draait op {}\n", plek);
    if (bestand.demo()) {
        fmt::print("\n  Demogemeente Damstede. Alles is verzonnen. Aanmelden met één klik: {}/demo\n", plek);
        db::Transactie tx(huis.toepassing, {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        for (const auto rij : tx.doe("select g.gebruikersnaam, g.naam, y.naam_nl from toegang.gebruiker g join toegang.gebruiker_rol r"
                                     " on r.organisatie = g.organisatie and r.gebruiker = g.id join toegang.rol y on y.code = r.rol"
                                     " where g.organisatie = 1 and y.volgorde <= 6 order by y.volgorde")) {
            fmt::print("    {:<14} {:<22} {}\n", rij.veld<std::string>("gebruikersnaam"), rij.veld<std::string>("naam"), rij.veld<std::string>("naam_nl"));
        }
    }
    if (!stil) fmt::print("\n  Open {} in een browser. Stoppen: Ctrl-C.\n", plek);
    std::fflush(stdout);
    wacht_op_einde([&] {
        try {
            if (bestand.waak()) spdlog::error("the database had gone and was started again");
        } catch (const Fout& fout) {
            spdlog::error("the database does not start: {}", fout.uitleg());
        }
    });
    spdlog::info("stopping");
    server.stop();
    huis.bezorger.stop();
    huis.vernietiger.stop();
    huis.keuring.stop();
    huis.wachters.stop();
    huis.netwerk.stop();
    huis.verdeler.stop();
    return 0;
}

BagWerkplek werkplek(const Bestand& bestand) {
    return {.dsn = [&bestand](std::string_view rol) { return bestand.dsn(rol); },
            .uit = std::cout, .woorden = std::cerr, .terminal = isatty(STDERR_FILENO) != 0};
}

}  // namespace

int serveer(const Instellingen& i, bool stil, const std::optional<fs::path>& bag) {
    controleer(i);
    Bestand bestand(i, Bestand::Bezet::weiger);
    bestand.maak_en_migreer(false);
    if (bag) {
        const auto plek = werkplek(bestand);
        if (const int uitkomst = bag_opdracht(plek, fmt::format("laad \"{}\"", bag->string())); uitkomst != 0) return uitkomst;
    }
    return draai(i, bestand, stil);
}

int serveer_demo(const Instellingen& i, bool stil) {
    controleer(i);
    Bestand bestand(i, Bestand::Bezet::weiger);
    if (bestand.bestaat() && bestand.demo() && !bestand.verhaal_klaar()) bestand.gooi_weg();
    if (!bestand.bestaat()) {
        bestand.maak_en_migreer(true);
        demo::bouw(i, bestand, werkplek(bestand));
        bestand.verhaal_is_klaar();
    } else {
        bestand.maak_en_migreer(true);
        if (!bestand.demo()) {
            throw Fout(FoutSoort::botsing, "geen-demo", "Deze map bevat een echte database. Kies met --map een andere map voor de demo, of start met --leeg.");
        }
    }
    return draai(i, bestand, stil);
}

}  // namespace damwand::app

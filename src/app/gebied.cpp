// SPDX-License-Identifier: EUPL-1.2
#include "app/gebied.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <vector>

#include "app/vectorbestand.hpp"
#include "app/voortgang.hpp"
#include "base/fout.hpp"
#include "base/tijdelijk.hpp"
#include "engine/bag/maker.hpp"
#include "werk/register/register.hpp"

namespace damwand::app {
namespace {

constexpr std::size_t meeste_getoond = 20;  // refused areas told in words
constexpr http::Antwoordmaat bladzijmaat{.bytes = std::size_t{64} << 20U, .duur = std::chrono::seconds(60)};  // of a WFS: a thousand shapes

int laad(const BagWerkplek& werkplek, registers::Gebiedbestand bestand, const std::string& laag, bool als_json) {
    const Tijdelijkemap tussen;  // for what GDAL makes of a file
    if (is_vectorbestand(bestand.bestand)) {
        bestand.bestand = maak_geojson(bestand.bestand, laag, tussen.pad());
        bestand.stelsel = 28992;
    }
    Stopknop stop;
    db::Pool lader(werkplek.dsn("lader"), 1);
    Voortgangsbalk balk(werkplek.woorden, werkplek.terminal);
    bestand.voortgang = [&](const Stand& stand) {
        balk.toon("lezen", stand, 0);
        return !stop.gevraagd();
    };
    const auto v = registers::laad_gebieden(lader, bestand);
    balk.klaar();
    fmt::print(werkplek.woorden, "{} {}: gelezen {} = opgeslagen {} + afgekeurd {}\n", bestand.soort, bestand.jaar, met_punten(v.gelezen), met_punten(v.opgeslagen), met_punten(v.afgekeurd));
    for (std::size_t i = 0; i < std::min(meeste_getoond, v.afkeuringen.size()); ++i)
        fmt::print(werkplek.woorden, "  vorm {}{}{}: {}\n", met_punten(v.afkeuringen[i].nummer), v.afkeuringen[i].code.empty() ? "" : ", ", v.afkeuringen[i].code, v.afkeuringen[i].reden);
    if (als_json) {
        json::bj::array afgekeurd;
        for (const auto& a : v.afkeuringen) afgekeurd.push_back(json::bj::object{{"nummer", a.nummer}, {"code", a.code}, {"reden", a.reden}});
        werkplek.uit << json::bj::serialize(json::bj::object{{"soort", bestand.soort}, {"jaar", bestand.jaar}, {"gelezen", v.gelezen}, {"opgeslagen", v.opgeslagen}, {"afgekeurd", v.afgekeurd},
                                                             {"afkeuringen", std::move(afgekeurd)}}) << "\n";
    }
    return v.afgekeurd == 0 ? 0 : 1;
}

struct Haalinvoer {
    registers::WfsVraag vraag;
    std::vector<double> vlak;
    std::filesystem::path ca;
    bool intern = false;
};

int haal(const BagWerkplek& werkplek, Haalinvoer invoer) {
    if (!invoer.vlak.empty()) invoer.vraag.vlak = {invoer.vlak[0], invoer.vlak[1], invoer.vlak[2], invoer.vlak[3]};
    const http::Uitgaand dienst(http::oorsprong_van(invoer.vraag.dienst), invoer.intern, invoer.ca, "dienst", bladzijmaat);
    Stopknop stop;
    Voortgangsbalk balk(werkplek.woorden, werkplek.terminal);
    registers::WfsOpties opties;
    opties.haal = [&](const std::string& url) { return dienst.haal(url); };
    opties.wacht = [&](std::chrono::milliseconds duur) { stop.wacht(duur); };
    opties.voortgang = [&](const Stand& stand) {
        balk.toon("ophalen", stand, stand.gedaan);
        return !stop.gevraagd();
    };
    const auto v = registers::haal_wfs(invoer.vraag, opties);
    balk.klaar();
    fmt::print(werkplek.woorden, "Gehaald: {} vormen in {} bladzijden; opnieuw gevraagd: {}. Laad ze met damwand gebied laad {}.\n", met_punten(v.gehaald), met_punten(v.bladzijden), met_punten(v.herhaald),
               invoer.vraag.uit.string());
    return 0;
}

}  // namespace

void gebied_opdrachten(CLI::App& gebied, const BagWerkplek& werkplek, int& uitkomst) {
    struct Invoer {
        registers::Gebiedbestand bestand;
        std::string laag;
        bool json = false;
    };
    const auto invoer = std::make_shared<Invoer>();
    auto* sub = gebied.add_subcommand("laad",
        "Laadt gebieden uit GeoJSON, een GeoPackage of een Shapefile; ze vervangen alle van die soort en dat jaar. 1 als er een is afgekeurd\n\n"
        "Voorbeelden:\n  damwand gebied laad buurten.geojson --soort buurt --jaar 2026\n"
        "  damwand gebied laad terreinen.gpkg --laag terreinen --soort bedrijventerrein --jaar 2025 --code RIN_NUM --naam PLAN_NAAM\n"
        "  damwand gebied laad terreinen.geojson --soort bedrijventerrein --jaar 2025 --stelsel 28992 --code RIN_NUM --naam PLAN_NAAM");
    sub->add_option("bestand", invoer->bestand.bestand, "GeoJSON zoals PDOK en CBS het geven (FeatureCollection); .gpkg, .shp of .zip met een Shapefile gaat door GDAL")->required();
    sub->add_option("--laag", invoer->laag, "Laag van een GeoPackage, als er meer dan een in zit");
    sub->add_option("--soort", invoer->bestand.soort, "gemeente, wijk, buurt, bedrijventerrein of overig")->required()->check(CLI::IsMember({"gemeente", "wijk", "buurt", "bedrijventerrein", "overig"}));
    sub->add_option("--jaar", invoer->bestand.jaar, "Het jaar van deze indeling")->required()->check(CLI::Range(1900, 2200));
    sub->add_option("--stelsel", invoer->bestand.stelsel, "EPSG-nummer van de coördinaten; anders wat het bestand zegt, en anders graden (4326)")->check(CLI::IsMember({4326, 4258, 3857, 28992}));
    sub->add_option("--code", invoer->bestand.codeveld, "Veld met de code; anders statcode, SOORTcode of code");
    sub->add_option("--naam", invoer->bestand.naamveld, "Veld met de naam; anders statnaam, SOORTnaam of naam");
    sub->add_flag("--json", invoer->json, "Het verslag als JSON op stdout");
    sub->callback([&werkplek, &uitkomst, invoer] { uitkomst = voer_uit(werkplek, [&] { return laad(werkplek, invoer->bestand, invoer->laag, invoer->json); }); });

    const auto haalinvoer = std::make_shared<Haalinvoer>();
    sub = gebied.add_subcommand("haal",
        "Haalt een laag bij een WFS (zoals die van PDOK of een provincie) op als GeoJSON, voor laad\n\n"
        "Voorbeeld:\n  damwand gebied haal https://service.pdok.nl/cbs/wijkenbuurten/2024/wfs/v1_0 --laag wijkenbuurten:buurten --uit buurten.geojson --vlak 80000 440000 100000 460000");
    sub->add_option("dienst", haalinvoer->vraag.dienst, "Het adres van de dienst (https)")->required();
    sub->add_option("--laag", haalinvoer->vraag.laag, "De naam van de laag, zoals GetCapabilities die geeft")->required();
    sub->add_option("--uit", haalinvoer->vraag.uit, "Het bestand; wordt pas vervangen als alles er is")->required();
    sub->add_option("--vlak", haalinvoer->vlak, "Alleen wat in deze rechthoek ligt: xmin ymin xmax ymax in RD, meters")->expected(4);
    sub->add_option("--ca", haalinvoer->ca, "Certificaten in plaats van die van het systeem");
    sub->add_flag("--intern", haalinvoer->intern, "De dienst staat in het eigen netwerk");
    sub->callback([&werkplek, &uitkomst, haalinvoer] { uitkomst = voer_uit(werkplek, [&] { return haal(werkplek, *haalinvoer); }); });

    struct Wens {
        bag::MaakOpties opties;
        std::filesystem::path uit;
    };
    const auto wens = std::make_shared<Wens>();
    sub = gebied.add_subcommand("maak",
        "Maakt de gemeente, wijken en buurten van de verzonnen gemeente Damstede als GeoJSON, passend bij damwand bag maak\n\n"
        "Voorbeeld:\n  damwand gebied maak --adressen 8000 --zaad 1 --uit gebieden/");
    sub->add_option("--adressen", wens->opties.adressen, "Zoals bij damwand bag maak")->check(CLI::Range(100, 20'000'000));
    sub->add_option("--zaad", wens->opties.zaad, "Zoals bij damwand bag maak");
    sub->add_option("--uit", wens->uit, "Map voor de bestanden")->required();
    sub->callback([&werkplek, &uitkomst, wens] {
        uitkomst = voer_uit(werkplek, [&] {
            bag::maak_gebieden(wens->opties, wens->uit);
            return 0;
        });
    });
}

}  // namespace damwand::app

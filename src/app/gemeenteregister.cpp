// SPDX-License-Identifier: EUPL-1.2
#include "app/gemeenteregister.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iterator>
#include <memory>

#include "app/opdrachtregel.hpp"
#include "app/voortgang.hpp"
#include "base/json.hpp"
#include "werk/gemeenteregister/gemeenteregister.hpp"

namespace damwand::app {
namespace {

namespace fs = std::filesystem;
namespace bj = boost::json;
namespace gr = gemeenteregister;

constexpr std::size_t meeste_getoond = 20;  // refused rows told in words

/// What CLI11 fills in.
struct Invoer {
    fs::path mapping, bestand;
    std::string organisatie, dag;
    bool json = false, alles_of_niets = false, volledig = false;
};

void toon_afkeuringen(std::ostream& woorden, const std::vector<gr::Afkeuring>& afkeuringen, std::uint64_t rijen) {
    if (rijen != 0) fmt::print(woorden, "Afgekeurd: {} regels\n", met_punten(rijen));
    for (std::size_t nr = 0; nr < std::min(afkeuringen.size(), meeste_getoond); ++nr) {
        const auto& a = afkeuringen[nr];
        fmt::print(woorden, "  regel {}{}{}: {}\n", met_punten(a.regel), a.kolom.empty() ? "" : ", kolom ", a.kolom, a.uitleg);
    }
    if (afkeuringen.size() > meeste_getoond) fmt::print(woorden, "  … en meer\n");
}

bj::array als_json(const std::vector<gr::Afkeuring>& afkeuringen) {
    bj::array uit;
    for (const auto& a : afkeuringen) uit.push_back(bj::object{{"regel", a.regel}, {"kolom", a.kolom}, {"uitleg", a.uitleg}});
    return uit;
}

int laad(const BagWerkplek& werkplek, const Invoer& invoer) {
    Stopknop stop;
    Voortgangsbalk balk(werkplek.woorden, werkplek.terminal);
    const auto dag = invoer.dag.empty() ? std::optional(dag_in_amsterdam(SysteemKlok().nu())) : lees_datum(invoer.dag);
    if (!dag) throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "--standdatum: geef een bestaande dag, zoals 2026-11-13.");
    gr::LaadOpties opties{.organisatie = invoer.organisatie, .standdatum = *dag, .alles_of_niets = invoer.alles_of_niets, .volledig = invoer.volledig};
    opties.voortgang = [&](std::string_view fase, const Stand& stand, std::uint64_t rijen) {
        balk.toon(fase, stand, rijen);
        return !stop.gevraagd();
    };
    db::Pool lader(werkplek.dsn("lader"), 1);
    gr::Laadverslag v;
    try {
        gr::laad(lader, invoer.mapping, invoer.bestand, opties, v);
    } catch (const Fout& fout) {
        for (const auto& f : fout.velden()) fmt::print(werkplek.woorden, "  {}: {}\n", f.veld, f.uitleg);
        toon_afkeuringen(werkplek.woorden, v.afkeuringen, v.afgekeurd);
        throw;
    }
    balk.klaar();
    fmt::print(werkplek.woorden, "Geladen: {}, stand {}: nieuw {}, gewijzigd {}, gelijk {}, vervallen {}, dubbel {}, over de termijn {}, vergeten {}.\n", v.register_, tekst(*dag), met_punten(v.nieuw),
               met_punten(v.gewijzigd), met_punten(v.gelijk), met_punten(v.vervallen), met_punten(v.dubbel), met_punten(v.verlopen), met_punten(v.vergeten));
    if (v.adressen != 0) fmt::print(werkplek.woorden, "Adressen: {} van {} in de BAG gevonden.\n", met_punten(v.adressen_gevonden), met_punten(v.adressen));
    if (!v.ongebruikt.empty()) fmt::print(werkplek.woorden, "Niet gelezen, want niet in de mapping: {}.\n", fmt::join(v.ongebruikt, ", "));
    toon_afkeuringen(werkplek.woorden, v.afkeuringen, v.afgekeurd);
    if (invoer.json)
        werkplek.uit << bj::serialize(bj::object{{"register", v.register_}, {"standdatum", tekst(*dag)}, {"gelezen", v.gelezen}, {"afgekeurd", v.afgekeurd}, {"nieuw", v.nieuw}, {"gewijzigd", v.gewijzigd},
                                                 {"gelijk", v.gelijk}, {"dubbel", v.dubbel}, {"verlopen", v.verlopen}, {"vervallen", v.vervallen}, {"vergeten", v.vergeten}, {"adressen", v.adressen},
                                                 {"adressenGevonden", v.adressen_gevonden}, {"afkeuringen", als_json(v.afkeuringen)}}) << "\n";
    return v.afgekeurd == 0 ? 0 : 1;
}

/// Reads as `laad` does and keeps nothing.
struct Kijker : tabel::Afnemer {
    explicit Kijker(const gr::Mapping& m) : mapping(m) {}
    const gr::Mapping& mapping;
    std::optional<gr::Rijmaker> maker;
    std::uint64_t goed = 0, afgekeurd = 0;
    std::vector<gr::Afkeuring> afkeuringen;
    void kop(const std::vector<std::string>& namen) override { maker.emplace(mapping, namen); }
    void rij(std::uint64_t regel, const std::vector<std::string>& cellen) override {
        const auto uit = maker->maak(cellen);
        if (const auto* fouten = std::get_if<std::vector<gr::Celfout>>(&uit)) {
            ++afgekeurd;
            for (const auto& f : *fouten) afkeuringen.push_back({regel, f.kolom, f.uitleg});
        } else {
            ++goed;
        }
    }
    void ontvang(const tabel::Afkeuring& a) override {
        ++afgekeurd;
        afkeuringen.push_back({a.regel, "", "Deze regel " + a.reden + "."});
    }
};

int controleer(const BagWerkplek& werkplek, const Invoer& invoer) {
    std::ifstream in(invoer.mapping, std::ios::binary);
    if (!in) throw Fout(FoutSoort::ongeldig, "onleesbaar", invoer.mapping.string() + ": deze mapping kan niet worden gelezen. Controleer de naam en de rechten.");
    gr::Mapping mapping;
    Kijker kijker(mapping);
    try {
        mapping = gr::lees_mapping(std::string(std::istreambuf_iterator<char>(in), {}));
        if (!invoer.bestand.empty()) (void)tabel::lees(invoer.bestand, gr::tabelopties(mapping), kijker);
    } catch (const Fout& fout) {
        for (const auto& f : fout.velden()) fmt::print(werkplek.woorden, "  {}: {}\n", f.veld, f.uitleg);
        throw;
    }
    fmt::print(werkplek.woorden, "De mapping {} klopt.\n", *mapping.register_);
    if (!invoer.bestand.empty()) fmt::print(werkplek.woorden, "Goede regels: {}\n", met_punten(kijker.goed));
    toon_afkeuringen(werkplek.woorden, kijker.afkeuringen, kijker.afgekeurd);
    if (invoer.json)
        werkplek.uit << bj::serialize(bj::object{{"register", *mapping.register_}, {"gelezen", kijker.goed}, {"afgekeurd", kijker.afgekeurd}, {"afkeuringen", als_json(kijker.afkeuringen)}}) << "\n";
    return kijker.afgekeurd == 0 ? 0 : 1;
}

int vergeet(const BagWerkplek& werkplek, const Invoer& invoer) {
    db::Pool lader(werkplek.dsn("lader"), 1);
    const auto aantal = gr::vergeet(lader, invoer.organisatie);
    fmt::print(werkplek.woorden, "Vernietigd omdat de termijn voorbij is: {} regels.\n", met_punten(aantal));
    if (invoer.json) werkplek.uit << bj::serialize(bj::object{{"vergeten", aantal}}) << "\n";
    return 0;
}

}  // namespace

void gemeenteregister_opdrachten(CLI::App& registers, const BagWerkplek& werkplek, int& uitkomst) {
    const auto invoer = std::make_shared<Invoer>();
    const auto opdracht = [&](const char* naam, const char* uitleg, int (*doe)(const BagWerkplek&, const Invoer&)) {
        auto* sub = registers.add_subcommand(naam, uitleg);
        sub->callback([&werkplek, &uitkomst, invoer, doe] { uitkomst = voer_uit(werkplek, [&] { return doe(werkplek, *invoer); }); });
        sub->add_flag("--json", invoer->json, "Het verslag als JSON op stdout");
        return sub;
    };
    constexpr auto tabellen = "CSV, XLSX of ODS";
    auto* sub = opdracht("laad",
                         "Laadt een register van de gemeente uit een tabel, zoals de mapping zegt; 1 als er regels zijn afgekeurd\n\n"
                         "Voorbeelden:\n  damwand register laad --mapping mappings/vergunningen.json --organisatie damstede vergunningen.csv\n"
                         "  damwand register laad --mapping eigen.json --organisatie damstede --volledig --standdatum 2026-11-01 uitvoer.xlsx",
                         laad);
    sub->add_option("bestand", invoer->bestand, tabellen)->required();
    sub->add_option("--mapping", invoer->mapping, "JSON-bestand dat zegt welke kolom wat is (docs/registers.md)")->required();
    sub->add_option("--organisatie", invoer->organisatie, "Code van de organisatie waarvan het register is")->required();
    sub->add_option("--standdatum", invoer->dag, "De dag die het bestand toont (JJJJ-MM-DD); vandaag als u niets zegt");
    sub->add_flag("--alles-of-niets", invoer->alles_of_niets, "Neemt niets over als er ook maar één regel wordt afgekeurd");
    sub->add_flag("--volledig", invoer->volledig, "Wat niet in het bestand staat, is er niet meer; neemt niets over als er een regel wordt afgekeurd");

    sub = opdracht("controleer",
                   "Controleert een mapping, en leest een tabel zonder iets op te slaan; 1 als er regels worden afgekeurd\n\n"
                   "Voorbeeld:\n  damwand register controleer --mapping eigen.json uitvoer.ods",
                   controleer);
    sub->add_option("bestand", invoer->bestand, tabellen);
    sub->add_option("--mapping", invoer->mapping, "JSON-bestand dat zegt welke kolom wat is")->required();

    sub = opdracht("vergeet", "Vernietigt nu de regels waarvan de bewaartermijn voorbij is; de server doet dat elke dag\n\nVoorbeeld:\n  damwand register vergeet", vergeet);
    sub->add_option("--organisatie", invoer->organisatie, "Code van de organisatie; anders alle");
}

int gemeenteregister_opdracht(const BagWerkplek& werkplek, std::string_view opdrachtregel) { return voer_uit("damwand register", gemeenteregister_opdrachten, werkplek, opdrachtregel); }

}  // namespace damwand::app

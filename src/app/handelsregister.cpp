// SPDX-License-Identifier: EUPL-1.2
#include "app/handelsregister.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>

#include "app/voortgang.hpp"
#include "base/json.hpp"
#include "engine/handelsregister/regels.hpp"

namespace damwand::app {
namespace {

namespace fs = std::filesystem;
namespace bj = boost::json;
using namespace handelsregister;

constexpr std::size_t meeste_getoond = 20;  // refused lines told in words

/// Counts what a file holds, and keeps the first refused lines. Of the numbers it keeps eight bytes each, for what occurs twice.
struct Teller : Afnemer {
    std::set<std::uint64_t> kvk, vestigingen;
    std::uint64_t dubbel = 0, met_bag = 0;
    std::vector<Afkeuring> afkeuringen;

    void ontvang(Onderneming& o) override {
        if (!kvk.insert(std::stoull(o.kvk_nummer)).second) ++dubbel;
    }
    void ontvang(Vestiging& v) override {
        if (!vestigingen.insert(std::stoull(v.nummer)).second) ++dubbel;
        if (std::any_of(v.adressen.begin(), v.adressen.end(), [](const Adres& a) { return a.nummeraanduiding != 0; })) ++met_bag;
    }
    void ontvang(const Afkeuring& a) override {
        if (afkeuringen.size() < meeste_getoond) afkeuringen.push_back(a);
    }
};

struct Vraag {
    std::string bestand, peildatum;
    bool json = false;
};

int controleer(const BagWerkplek& werkplek, const Vraag& vraag) {
    const auto peildatum = vraag.peildatum.empty() ? std::optional(dag_in_amsterdam(SysteemKlok().nu())) : lees_datum(vraag.peildatum);
    if (!peildatum) throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "--peildatum: geef een bestaande dag, zoals 2026-11-13.");
    std::ifstream in(vraag.bestand, std::ios::binary);
    std::error_code geen;
    const auto bytes = fs::file_size(vraag.bestand, geen);
    if (!in || geen) throw Fout(FoutSoort::ongeldig, "onleesbaar", vraag.bestand + ": dit bestand kan niet worden gelezen. Controleer de naam en de rechten.");
    Stopknop stop;
    Voortgangsbalk balk(werkplek.woorden, werkplek.terminal);
    Teller teller;
    const auto v = lees_regels(in, fs::path(vraag.bestand).filename().string(), bytes, *peildatum, teller, [&](const Stand& stand) {
        balk.toon("lezen", stand, 0);
        return !stop.gevraagd();
    });
    balk.klaar();
    if (vraag.json) {
        bj::object onbekend;
        for (const auto& [naam, aantal] : v.onbekend) onbekend[naam] = aantal;
        werkplek.uit << bj::serialize(bj::object{{"regels", v.regels}, {"ondernemingen", v.ondernemingen}, {"vestigingen", v.vestigingen}, {"afgekeurd", v.afgekeurd},
                                                 {"dubbel", teller.dubbel}, {"afgeschermd", v.afgeschermd}, {"vestigingenMetBagId", teller.met_bag}, {"onbekend", std::move(onbekend)}}) << "\n";
    } else {
        for (const auto& [naam, aantal] : {std::pair{"Ondernemingen", v.ondernemingen}, {"Vestigingen", v.vestigingen}, {"  met een BAG-id", teller.met_bag},
                                           {"Met een afgeschermd adres", v.afgeschermd}, {"Nog eens genoemd", teller.dubbel}, {"Afgekeurd", v.afgekeurd}})
            fmt::print(werkplek.uit, "{:<26}{:>12}\n", naam, met_punten(aantal));
        for (const auto& [naam, aantal] : v.onbekend) fmt::print(werkplek.woorden, "Onbekend veld {}: {} keer, overgeslagen.\n", naam, met_punten(aantal));
    }
    for (const auto& a : teller.afkeuringen) {
        for (const auto& f : a.fouten) fmt::print(werkplek.woorden, "  {}, regel {}{}{}: {}\n", a.bestand, met_punten(a.regel), f.veld.empty() ? "" : ", ", f.veld, f.uitleg);
    }
    if (v.afgekeurd > teller.afkeuringen.size()) fmt::print(werkplek.woorden, "  … en nog {} regels\n", met_punten(v.afgekeurd - teller.afkeuringen.size()));
    return v.afgekeurd == 0 ? 0 : 1;
}

}  // namespace

void handelsregister_opdrachten(CLI::App& handelsregister, const BagWerkplek& werkplek, int& uitkomst) {
    const auto vraag = std::make_shared<Vraag>();
    auto* sub = handelsregister.add_subcommand("controleer",
        "Leest een bestand met profielen zonder iets op te slaan en telt wat erin zit; 1 als er regels zijn afgekeurd\n\n"
        "Voorbeeld:\n  damwand handelsregister controleer profielen.jsonl --peildatum 2026-11-01 --json");
    sub->add_option("bestand", vraag->bestand, "JSON-regels: per regel een basisprofiel of vestigingsprofiel zoals de API van de KVK het geeft")->required();
    sub->add_option("--peildatum", vraag->peildatum, "De dag waarop de profielen zijn gegeven (JJJJ-MM-DD); vandaag als u niets zegt");
    sub->add_flag("--json", vraag->json, "JSON op stdout");
    sub->callback([&werkplek, &uitkomst, vraag] {
        try {
            uitkomst = controleer(werkplek, *vraag);
        } catch (const Fout& fout) {
            fmt::print(werkplek.woorden, "damwand: {}\n", fout.uitleg());
            uitkomst = 2;
        }
    });
}

}  // namespace damwand::app

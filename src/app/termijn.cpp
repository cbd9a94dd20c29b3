// SPDX-License-Identifier: EUPL-1.2
#include "app/termijn.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <memory>

#include "base/fout.hpp"
#include "base/json.hpp"
#include "engine/termijn/termijn.hpp"

namespace damwand::app {
namespace {

namespace bj = boost::json;
using namespace termijn;

struct Vraag {
    std::string id, vanaf, lengte;
    std::vector<std::string> verlengingen, opschorting, gelijkgesteld;
    bool json = false;
};

Fout ongeldig(std::string veld, std::string uitleg) {
    return {FoutSoort::ongeldig, "invoer-ongeldig", "Deze vraag klopt niet.", {{std::move(veld), "ongeldig", std::move(uitleg)}}};
}

Datum lees_dag(const char* optie, std::string_view tekst) {
    const auto dag = lees_datum(tekst);
    if (!dag) throw ongeldig(optie, "Geef een bestaande dag, zoals 2026-11-13.");
    return *dag;
}

/// "10d", "5wd", "6w", "3m", "1j", "72u".
Lengte lees_lengte(std::string_view tekst) {
    static constexpr std::array<std::string_view, 6> letters{"u", "d", "wd", "w", "m", "j"};
    Lengte uit;
    const auto [einde, fout] = std::from_chars(tekst.data(), tekst.data() + tekst.size(), uit.aantal);
    const auto eenheid = std::ranges::find(letters, tekst.substr(static_cast<std::size_t>(einde - tekst.data())));
    if (fout != std::errc{} || eenheid == letters.end()) {
        throw ongeldig("--lengte", "Geef een getal met u (uren), d (dagen), wd (werkdagen), w (weken), m (maanden) of j (jaren), zoals 10d.");
    }
    uit.eenheid = static_cast<Eenheid>(eenheid - letters.begin());
    return uit;
}

Omstandigheden lees_omstandigheden(const Vraag& vraag) {
    Omstandigheden uit;
    for (const auto& o : vraag.opschorting) {
        if (o.size() != 22 || o.substr(10, 2) != "..") throw ongeldig("--opschorting", "Geef twee dagen, zoals 2026-12-01..2026-12-15.");
        uit.opschorting.push_back({lees_dag("--opschorting", o.substr(0, 10)), lees_dag("--opschorting", o.substr(12))});
    }
    for (const auto& g : vraag.gelijkgesteld) uit.gelijkgesteld.push_back(lees_dag("--gelijkgesteld", g));
    return uit;
}

std::string in_woorden(Lengte l) {
    static constexpr std::array<std::string_view, 6> een{"uur", "dag", "werkdag", "week", "maand", "jaar"};
    const bool een_woord = l.aantal == 1 || l.eenheid == Eenheid::uren || l.eenheid == Eenheid::jaren;  // "72 uur", "5 jaar"
    return fmt::format("{} {}", l.aantal, een_woord ? een.at(static_cast<std::size_t>(l.eenheid)) : code(l.eenheid));
}

std::string in_woorden(Datum dag) {
    static constexpr std::array<std::string_view, 7> week{"zo", "ma", "di", "wo", "do", "vr", "za"};
    return fmt::format("{} {}", week.at(std::chrono::weekday{std::chrono::sys_days{dag}}.c_encoding()), tekst(dag));
}

std::string in_woorden(Reden reden) {
    switch (reden) {
        case Reden::eindigt_op_werkdag: return "de laatste dag is een werkdag";
        case Reden::vrije_dag: return "de laatste dag is een zaterdag, zondag of feestdag (Atw 1)";
        case Reden::twee_werkdagen: return "in de termijn vallen ten minste twee werkdagen (Atw 2)";
        case Reden::niet_in_wet: return "geen in een wet gestelde termijn: letterlijk genomen";
        case Reden::uitgezonderd: return "te lang voor verlenging (Atw 4)";
    }
    return {};
}

bj::value json_van(std::optional<Lengte> l) {
    if (!l) return nullptr;
    return bj::object{{"aantal", l->aantal}, {"eenheid", code(l->eenheid)}};
}

bj::object json_van(const Wettermijn& t) {
    bj::array verlengingen;
    for (const auto& v : t.verlengingen) verlengingen.push_back(bj::object{{"code", v.code}, {"lengte", json_van(v.lengte)}});
    return {{"id", t.id}, {"bron", t.bron}, {"stand", t.stand.empty() ? bj::value(nullptr) : bj::value(t.stand)}, {"naamNl", t.naam_nl}, {"naamEn", t.naam_en},
            {"begin", t.begin}, {"inWet", t.in_wet}, {"lengte", json_van(t.lengte)}, {"zelfTeStellen", t.zelf_te_stellen},
            {"hoogstens", json_van(t.hoogstens)}, {"verlengingen", std::move(verlengingen)}, {"opschorting", t.opschorting.empty() ? bj::value(nullptr) : bj::value(t.opschorting)}};
}

void toon_alle(const Vraag& vraag, std::ostream& uit) {
    if (vraag.json) {
        bj::array alle;
        for (const auto& t : wettermijnen()) alle.push_back(json_van(t));
        fmt::print(uit, "{}\n", bj::serialize(alle));
        return;
    }
    for (const auto& t : wettermijnen()) {
        std::string duur = t.lengte ? in_woorden(*t.lengte) : t.hoogstens ? "ten hoogste " + in_woorden(*t.hoogstens) : "zelf te stellen";
        for (const auto& v : t.verlengingen) duur += fmt::format(" (+ {} {})", in_woorden(v.lengte), v.code);
        fmt::print(uit, "{:<15} {} na {}: {}. {}{}\n", t.id, duur, t.begin, t.naam_nl, t.bron, t.stand.empty() ? " (nog niet aan de wettekst getoetst)" : "");
    }
}

void toon_uren(const Vraag& vraag, const Wettermijn& klok, Lengte lengte, std::ostream& uit) {
    const auto vanaf = lees_tijdstip(vraag.vanaf);
    if (!vanaf) throw ongeldig("--vanaf", "Deze termijn telt uren: geef een tijdstip, zoals 2026-11-13T10:00:00+01:00.");
    const auto einde = bereken_uren(*vanaf, lengte);
    if (vraag.json) fmt::print(uit, "{}\n", bj::serialize(bj::object{{"id", klok.id}, {"vanaf", tekst(*vanaf)}, {"lengte", json_van(lengte)}, {"einde", tekst(einde)}}));
    else fmt::print(uit, "{}: {} ({})\nEinde: {}\n", klok.id, klok.naam_nl, klok.bron, tekst(einde));
}

void toon_een(const Vraag& vraag, std::ostream& uit) {
    const auto* klok = vind(vraag.id);
    if (klok == nullptr) throw ongeldig("klok", "Deze klok bestaat niet. Alle klokken: damwand termijn");
    if (vraag.vanaf.empty()) throw ongeldig("--vanaf", fmt::format("Geef de dag van: {}.", klok->begin));
    const auto termijn = klok->termijn(vraag.lengte.empty() ? std::nullopt : std::optional(lees_lengte(vraag.lengte)), vraag.verlengingen);
    if (termijn.lengte.eenheid == Eenheid::uren) return toon_uren(vraag, *klok, termijn.lengte, uit);
    const auto vanaf = lees_dag("--vanaf", vraag.vanaf);
    const auto u = bereken(vanaf, termijn, lees_omstandigheden(vraag));
    if (vraag.json) {
        bj::array overgeslagen;
        for (const auto& o : u.overgeslagen) overgeslagen.push_back(bj::object{{"dag", tekst(o.dag)}, {"soort", code(o.soort)}});
        fmt::print(uit, "{}\n", bj::serialize(bj::object{{"id", klok->id}, {"vanaf", tekst(vanaf)}, {"lengte", json_van(termijn.lengte)}, {"inWet", termijn.in_wet},
                                                          {"eersteDag", tekst(u.eerste_dag)}, {"ruwEinde", tekst(u.ruw_einde)}, {"einde", tekst(u.einde)},
                                                          {"reden", code(u.reden)}, {"overgeslagen", std::move(overgeslagen)}, {"opgeschorteDagen", u.opgeschorte_dagen}}));
        return;
    }
    fmt::print(uit, "{}: {} ({}), {}\nEerste dag: {}\n", klok->id, klok->naam_nl, klok->bron, in_woorden(termijn.lengte), in_woorden(u.eerste_dag));
    if (u.opgeschorte_dagen > 0) fmt::print(uit, "Opgeschort: {}\n", in_woorden(Lengte{u.opgeschorte_dagen, Eenheid::dagen}));
    for (const auto& o : u.overgeslagen) fmt::print(uit, "Niet:       {} ({})\n", in_woorden(o.dag), code(o.soort));
    fmt::print(uit, "Einde:      {}: {}\n", in_woorden(u.einde), in_woorden(u.reden));
}

}  // namespace

void termijn_opdracht(CLI::App& opdracht, std::ostream& uit) {
    const auto vraag = std::make_shared<Vraag>();
    opdracht.description(
        "De termijnen van de wet: welke er zijn, en wanneer er een eindigt\n\n"
        "Voorbeelden:\n  damwand termijn\n  damwand termijn AWB-6:7 --vanaf 2026-11-13\n"
        "  damwand termijn AWB-7:10 --vanaf 2026-12-28 --met commissie --opschorting 2027-01-04..2027-01-18 --json\n"
        "  damwand termijn AWB-5:32a --vanaf 2026-11-13 --lengte 10d");
    opdracht.add_option("klok", vraag->id, "Welke termijn, zoals AWB-6:7; zonder: alle");
    opdracht.add_option("--vanaf", vraag->vanaf, "Dag van de gebeurtenis; de termijn begint de dag erna");
    opdracht.add_option("--lengte", vraag->lengte, "Lengte die het besluit of de verordening stelt, zoals 10d of 6w");
    opdracht.add_option("--met", vraag->verlengingen, "Verlenging van deze termijn; mag vaker");
    opdracht.add_option("--opschorting", vraag->opschorting, "Eerste dag van stilstand..dag waarop de termijn weer loopt; mag vaker");
    opdracht.add_option("--gelijkgesteld", vraag->gelijkgesteld, "Dag die bij besluit met een feestdag gelijkstaat; mag vaker");
    opdracht.add_flag("--json", vraag->json, "JSON voor machines");
    opdracht.callback([vraag, &uit] { vraag->id.empty() ? toon_alle(*vraag, uit) : toon_een(*vraag, uit); });
}

}  // namespace damwand::app

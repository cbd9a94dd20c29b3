// SPDX-License-Identifier: EUPL-1.2
#include "app/handelsregister.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>

#include "app/geheim.hpp"
#include "app/opdrachtregel.hpp"
#include "app/voortgang.hpp"
#include "base/json.hpp"
#include "base/tekst.hpp"
#include "werk/register/register.hpp"

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

/// What CLI11 fills in.
struct Invoer {
    std::vector<fs::path> bestanden;
    fs::path uit, sleutel, ca;
    std::string oud, nieuw, blad;
    std::string dag, na = "0", adres = "https://api.kvk.nl/api";
    unsigned per_seconde = 5;
    bool json = false, alles_of_niets = false, volledig = false, met_vestigingen = false;
    int aantal = 50;
};

Datum lees_dag(const Invoer& invoer, std::string_view optie) {
    const auto dag = invoer.dag.empty() ? std::optional(dag_in_amsterdam(SysteemKlok().nu())) : lees_datum(invoer.dag);
    if (!dag) throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", fmt::format("{}: geef een bestaande dag, zoals 2026-11-13.", optie));
    return *dag;
}

void toon_afkeuringen(std::ostream& woorden, const std::vector<Afkeuring>& afkeuringen, std::uint64_t alle) {
    const auto getoond = std::min(afkeuringen.size(), meeste_getoond);
    for (std::size_t nr = 0; nr < getoond; ++nr) {
        const auto& a = afkeuringen[nr];
        for (const auto& f : a.fouten) fmt::print(woorden, "  {}, regel {}{}{}: {}\n", a.bestand, met_punten(a.regel), f.veld.empty() ? "" : ", ", f.veld, f.uitleg);
    }
    if (alle > getoond) fmt::print(woorden, "  … en nog {} regels\n", met_punten(alle - getoond));
}

void toon_vreemds(std::ostream& woorden, const std::map<std::string, std::uint64_t>& onbekend) {
    for (const auto& [naam, aantal] : onbekend) fmt::print(woorden, "Onbekend veld {}: {} keer, overgeslagen.\n", naam, met_punten(aantal));
}

// ---- laad ----

bj::object als_json(const registers::Bedrijventelling& t) {
    return {{"aangeboden", t.aangeboden}, {"nieuw", t.nieuw}, {"gewijzigd", t.gewijzigd}, {"gelijk", t.gelijk}, {"ouder", t.ouder}, {"dubbel", t.dubbel}, {"vervallen", t.vervallen}};
}

int laad(const BagWerkplek& werkplek, const Invoer& invoer) {
    Stopknop stop;
    registers::BedrijvenOpties opties{.standdatum = lees_dag(invoer, "--standdatum"), .alles_of_niets = invoer.alles_of_niets, .volledig = invoer.volledig};
    for (const auto& pad : invoer.bestanden) {
        // Before a database is started for nothing.
        if (!fs::exists(pad)) throw Fout(FoutSoort::ongeldig, "onleesbaar", pad.string() + ": dit bestand bestaat niet. Controleer de naam.");
    }
    Voortgangsbalk balk(werkplek.woorden, werkplek.terminal);
    opties.voortgang = [&](std::string_view fase, const Stand& bytes, std::uint64_t records) {
        balk.toon(fase, bytes, records);
        return !stop.gevraagd();
    };
    db::Pool lader(werkplek.dsn("lader"), 1);
    registers::Bedrijvenverslag v;
    try {
        registers::laad_bedrijven(lader, invoer.bestanden, opties, v);
    } catch (const Fout&) {
        toon_afkeuringen(werkplek.woorden, v.afkeuringen, v.gelezen.afgekeurd);
        throw;
    }
    balk.klaar();
    fmt::print(werkplek.woorden, "Geladen: Handelsregister, stand {} (lading {}).\n{:<14}{:>12}{:>12}{:>12}{:>12}{:>12}{:>12}{:>12}\n", tekst(opties.standdatum), v.lading, "", "aangeboden", "nieuw",
               "gewijzigd", "gelijk", "ouder", "dubbel", "vervallen");
    for (const auto& [naam, t] : {std::pair{"Ondernemingen", v.ondernemingen}, {"Vestigingen", v.vestigingen}})
        fmt::print(werkplek.woorden, "{:<14}{:>12}{:>12}{:>12}{:>12}{:>12}{:>12}{:>12}\n", naam, met_punten(t.aangeboden), met_punten(t.nieuw), met_punten(t.gewijzigd), met_punten(t.gelijk),
                   met_punten(t.ouder), met_punten(t.dubbel), met_punten(t.vervallen));
    bj::object koppeling;
    fmt::print(werkplek.woorden, "Adres van de vestigingen:");
    for (const auto& [reden, aantal] : v.koppeling) {
        fmt::print(werkplek.woorden, " {} {};", reden, met_punten(aantal));
        koppeling[reden] = aantal;
    }
    fmt::print(werkplek.woorden, "\n");
    if (v.gelezen.afgekeurd != 0) fmt::print(werkplek.woorden, "Afgekeurd: {}\n", met_punten(v.gelezen.afgekeurd));
    toon_afkeuringen(werkplek.woorden, v.afkeuringen, v.gelezen.afgekeurd);
    toon_vreemds(werkplek.woorden, v.gelezen.onbekend);
    if (invoer.json)
        werkplek.uit << bj::serialize(bj::object{{"lading", v.lading}, {"standdatum", tekst(opties.standdatum)}, {"regels", v.gelezen.regels}, {"afgekeurd", v.gelezen.afgekeurd},
                                                 {"afgeschermd", v.gelezen.afgeschermd}, {"ondernemingen", als_json(v.ondernemingen)}, {"vestigingen", als_json(v.vestigingen)},
                                                 {"koppeling", std::move(koppeling)}}) << "\n";
    return v.gelezen.afgekeurd == 0 ? 0 : 1;
}

// ---- controleer ----

int controleer(const BagWerkplek& werkplek, const Invoer& invoer) {
    const auto peildatum = lees_dag(invoer, "--peildatum");
    Stopknop stop;
    Voortgangsbalk balk(werkplek.woorden, werkplek.terminal);
    Teller teller;
    const auto v = lees_bestand(invoer.bestanden.at(0), peildatum, teller, [&](const Stand& stand) {
        balk.toon("lezen", stand, 0);
        return !stop.gevraagd();
    });
    balk.klaar();
    if (invoer.json) {
        bj::object onbekend;
        for (const auto& [naam, aantal] : v.onbekend) onbekend[naam] = aantal;
        werkplek.uit << bj::serialize(bj::object{{"regels", v.regels}, {"ondernemingen", v.ondernemingen}, {"vestigingen", v.vestigingen}, {"afgekeurd", v.afgekeurd},
                                                 {"dubbel", teller.dubbel}, {"afgeschermd", v.afgeschermd}, {"vestigingenMetBagId", teller.met_bag}, {"onbekend", std::move(onbekend)}}) << "\n";
    } else {
        for (const auto& [naam, aantal] : {std::pair{"Ondernemingen", v.ondernemingen}, {"Vestigingen", v.vestigingen}, {"  met een BAG-id", teller.met_bag},
                                           {"Met een afgeschermd adres", v.afgeschermd}, {"Nog eens genoemd", teller.dubbel}, {"Afgekeurd", v.afgekeurd}})
            fmt::print(werkplek.uit, "{:<26}{:>12}\n", naam, met_punten(aantal));
        toon_vreemds(werkplek.woorden, v.onbekend);
    }
    toon_afkeuringen(werkplek.woorden, teller.afkeuringen, v.afgekeurd);
    return v.afgekeurd == 0 ? 0 : 1;
}

// ---- haal ----

int haal(const BagWerkplek& werkplek, const Invoer& invoer) {
    std::vector<std::string> nummers;
    std::ifstream in(invoer.bestanden.at(0));
    if (!in) throw Fout(FoutSoort::ongeldig, "onleesbaar", invoer.bestanden[0].string() + ": dit bestand kan niet worden gelezen. Controleer de naam en de rechten.");
    for (std::string regel; std::getline(in, regel);) nummers.emplace_back(trim(regel));
    const auto kop = "apikey: " + lees_geheim(invoer.sleutel);
    const http::Uitgaand kvk(http::oorsprong_van(invoer.adres), false, invoer.ca, "--adres");
    Stopknop stop;
    Voortgangsbalk balk(werkplek.woorden, werkplek.terminal);
    registers::OphaalOpties opties;
    opties.haal = [&](const std::string& pad) { return kvk.haal(invoer.adres + pad, kop); };
    opties.wacht = [&](std::chrono::milliseconds duur) { stop.wacht(duur); };
    opties.per_seconde = invoer.per_seconde;
    opties.vestigingen = invoer.met_vestigingen;
    opties.voortgang = [&](const Stand& stand) {
        balk.toon("ophalen", stand, stand.gedaan);
        return !stop.gevraagd();
    };
    registers::Ophaalverslag v;
    try {
        registers::haal_bedrijven(nummers, invoer.uit, opties, v);
    } catch (const Fout& fout) {
        for (const auto& f : fout.velden()) fmt::print(werkplek.woorden, "  {}: {}\n", f.veld, f.uitleg);
        throw;
    }
    balk.klaar();
    fmt::print(werkplek.woorden, "Gehaald: {}; stond er al: {}; niet bekend bij de KVK: {}; opnieuw gevraagd: {}.\n", met_punten(v.gehaald), met_punten(v.eerder), met_punten(v.niet_gevonden),
               met_punten(v.herhaald));
    if (invoer.met_vestigingen) fmt::print(werkplek.woorden, "Vestigingen die daarbij horen, gehaald: {}.\n", met_punten(v.vestigingen));
    if (invoer.json)
        werkplek.uit << bj::serialize(bj::object{{"nummers", v.nummers}, {"gehaald", v.gehaald}, {"eerder", v.eerder}, {"nietGevonden", v.niet_gevonden}, {"vestigingen", v.vestigingen}, {"herhaald", v.herhaald}}) << "\n";
    return v.niet_gevonden == 0 ? 0 : 1;
}

// ---- ongekoppeld ----

int ongekoppeld(const BagWerkplek& werkplek, const Invoer& invoer) {
    db::Pool pool(werkplek.dsn("lader"), 1);
    db::Transactie tx(pool, db::Identiteit{.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto regels = registers::ongekoppelde_vestigingen(tx, invoer.na, invoer.aantal);
    registers::meld_ongekoppeld(tx);
    tx.leg_vast();
    bj::array uit;
    for (const auto& r : regels) {
        if (invoer.json) uit.push_back(bj::object{{"vestigingsnummer", r.vestigingsnummer.value_or("")}, {"kvkNummer", r.kvk_nummer}, {"adres", r.adres.value_or("")}, {"reden", r.koppeling}});
        else fmt::print(werkplek.uit, "{}  {:<10}  {}\n", r.vestigingsnummer.value_or(""), r.koppeling, r.adres.value_or("(geen adres)"));
    }
    if (invoer.json) werkplek.uit << bj::serialize(uit) << "\n";
    if (static_cast<int>(regels.size()) == invoer.aantal) fmt::print(werkplek.woorden, "Verder: --na {}\n", *regels.back().vestigingsnummer);
    return regels.empty() ? 0 : 1;
}

// ---- sbi ----

int sbi(const BagWerkplek& werkplek, const Invoer& invoer) {
    Stopknop stop;
    db::Pool lader(werkplek.dsn("lader"), 1);
    Voortgangsbalk balk(werkplek.woorden, werkplek.terminal);
    const auto v = registers::laad_sbi(lader, {.bestand = invoer.bestanden.at(0), .oud = invoer.oud, .nieuw = invoer.nieuw, .blad = invoer.blad, .voortgang = [&](const Stand& stand) {
                                                   balk.toon("lezen", stand, 0);
                                                   return !stop.gevraagd();
                                               }});
    balk.klaar();
    fmt::print(werkplek.woorden, "SBI 2008 (kolom {}) naar SBI 2025 (kolom {}): gelezen {} = opgeslagen {} + dubbel {} + zonder tegenhanger {} + afgekeurd {}\n", v.oud, v.nieuw, met_punten(v.gelezen),
               met_punten(v.opgeslagen), met_punten(v.dubbel), met_punten(v.zonder_tegenhanger), met_punten(v.afgekeurd));
    bj::array afgekeurd;
    for (const auto& a : v.afkeuringen) {
        if (afgekeurd.size() < meeste_getoond) fmt::print(werkplek.woorden, "  regel {}: {}\n", met_punten(a.regel), a.reden);
        afgekeurd.push_back(bj::object{{"regel", a.regel}, {"reden", a.reden}});
    }
    if (invoer.json)
        werkplek.uit << bj::serialize(bj::object{{"gelezen", v.gelezen}, {"opgeslagen", v.opgeslagen}, {"dubbel", v.dubbel}, {"zonderTegenhanger", v.zonder_tegenhanger}, {"afgekeurd", v.afgekeurd},
                                                 {"afkeuringen", std::move(afgekeurd)}}) << "\n";
    return v.afgekeurd == 0 ? 0 : 1;
}

}  // namespace

void handelsregister_opdrachten(CLI::App& handelsregister, const BagWerkplek& werkplek, int& uitkomst) {
    const auto invoer = std::make_shared<Invoer>();
    const auto opdracht = [&](const char* naam, const char* uitleg, int (*doe)(const BagWerkplek&, const Invoer&)) {
        auto* sub = handelsregister.add_subcommand(naam, uitleg);
        sub->callback([&werkplek, &uitkomst, invoer, doe] { uitkomst = voer_uit(werkplek, [&] { return doe(werkplek, *invoer); }); });
        sub->add_flag("--json", invoer->json, "JSON op stdout");
        return sub;
    };
    constexpr auto soorten = "JSON-regels zoals de API van de KVK ze geeft, of CSV (UTF-8, met kolomnamen op de eerste regel)";
    auto* sub = opdracht("laad",
                         "Laadt profielen in het register en houdt bij wat er eerder stond; 1 als er regels zijn afgekeurd\n\n"
                         "Voorbeelden:\n  damwand handelsregister laad profielen.jsonl --standdatum 2026-11-01\n  damwand handelsregister laad vestigingen.csv --alles-of-niets",
                         laad);
    sub->add_option("bestand", invoer->bestanden, soorten)->required();
    sub->add_option("--standdatum", invoer->dag, "De dag die de bestanden tonen (JJJJ-MM-DD); vandaag als u niets zegt");
    sub->add_flag("--alles-of-niets", invoer->alles_of_niets, "Neemt niets over als er ook maar één regel wordt afgekeurd");
    sub->add_flag("--volledig", invoer->volledig, "Wat niet in de bestanden staat, bestaat niet meer; neemt niets over als er een regel wordt afgekeurd");

    sub = opdracht("controleer",
                   "Leest een bestand met profielen zonder iets op te slaan en telt wat erin zit; 1 als er regels zijn afgekeurd\n\n"
                   "Voorbeeld:\n  damwand handelsregister controleer profielen.jsonl --peildatum 2026-11-01 --json",
                   controleer);
    sub->add_option("bestand", invoer->bestanden, soorten)->required()->expected(1);
    sub->add_option("--peildatum", invoer->dag, "De dag waarop de profielen zijn gegeven (JJJJ-MM-DD); vandaag als u niets zegt");

    sub = opdracht("haal",
                   "Haalt profielen bij de API van de KVK en voegt ze toe aan een bestand voor laad; gaat verder waar het was; 1 als de KVK nummers niet kent\n\n"
                   "Voorbeeld:\n  damwand handelsregister haal nummers.txt --uit profielen.jsonl --sleutel kvk.sleutel",
                   haal);
    sub->add_option("bestand", invoer->bestanden, "Per regel een KVK-nummer (8 cijfers) of een vestigingsnummer (12)")->required()->expected(1);
    sub->add_option("--uit", invoer->uit, "Bestand waar de profielen bij komen; wat de KVK niet kent komt in <bestand>.niet")->required();
    sub->add_option("--sleutel", invoer->sleutel, "Bestand (0400) met de API-sleutel")->required();
    sub->add_flag("--met-vestigingen", invoer->met_vestigingen, "Haalt van elk KVK-nummer ook alle vestigingen; wat daarvan klaar is staat in <bestand>.vestigingen");
    sub->add_option("--per-seconde", invoer->per_seconde, "Hoeveel vragen per seconde ten hoogste")->check(CLI::Range(1, 100));
    sub->add_option("--adres", invoer->adres, "Andere API, zoals de proefomgeving: https://api.kvk.nl/test/api");
    sub->add_option("--ca", invoer->ca, "Certificaten in plaats van die van het systeem");

    sub = opdracht("ongekoppeld",
                   "Noemt vestigingen waarvan het adres niet in de BAG is gevonden, met de reden; 1 als die er zijn\n\n"
                   "Voorbeeld:\n  damwand handelsregister ongekoppeld --aantal 200",
                   ongekoppeld);
    sub->add_option("--na", invoer->na, "Vestigingsnummer van de laatste die u zag")->check(CLI::TypeValidator<std::uint64_t>());
    sub->add_option("--aantal", invoer->aantal, "Hoeveel ten hoogste")->check(CLI::Range(1, 100'000));

    sub = opdracht("sbi",
                   "Laadt de tabel van het CBS die zegt welke code van de SBI 2008 welke van de SBI 2025 is geworden; ze vervangt de vorige; 1 als er regels zijn afgekeurd\n\n"
                   "Voorbeelden:\n  damwand handelsregister sbi omzettabel.xlsx\n  damwand handelsregister sbi omzettabel.csv --oud \"SBI 2008\" --nieuw \"SBI 2025\"",
                   sbi);
    sub->add_option("bestand", invoer->bestanden, "CSV, XLSX of ODS met een kolom van codes van elke uitgave; codes zijn tekst, zodat de nul vooraan blijft staan")->required()->expected(1);
    sub->add_option("--oud", invoer->oud, "Kolom met de codes van de SBI 2008; anders de enige met 2008 in de naam");
    sub->add_option("--nieuw", invoer->nieuw, "Kolom met de codes van de SBI 2025; anders de enige met 2025 in de naam");
    sub->add_option("--blad", invoer->blad, "Blad van een rekenblad; anders het eerste");
}

int handelsregister_opdracht(const BagWerkplek& werkplek, std::string_view opdrachtregel) { return voer_uit("damwand handelsregister", handelsregister_opdrachten, werkplek, opdrachtregel); }

}  // namespace damwand::app

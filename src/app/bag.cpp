// SPDX-License-Identifier: EUPL-1.2
#include "app/bag.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <array>
#include <filesystem>
#include <memory>
#include <ostream>
#include <vector>

#include "app/opdrachtregel.hpp"
#include "app/voortgang.hpp"
#include "base/fout.hpp"
#include "engine/bag/maker.hpp"
#include "engine/bag/overzicht.hpp"
#include "werk/register/register.hpp"

namespace damwand::app {
namespace {

namespace fs = std::filesystem;
namespace bj = boost::json;

constexpr int gelukt = 0;
constexpr int iets_gevonden = 1;
constexpr int mislukt = 2;
constexpr std::size_t meeste_getoond = 20;  // rejections and missing partners told in words

void toon_afkeuringen(std::ostream& woorden, const std::vector<bag::Afkeuring>& afkeuringen, std::uint64_t alle) {
    if (alle == 0) return;
    fmt::print(woorden, "Afgekeurd: {}\n", met_punten(alle));
    for (std::size_t i = 0; i < std::min(meeste_getoond, afkeuringen.size()); ++i) {
        const auto& a = afkeuringen[i];
        fmt::print(woorden, "  {}, regel {}, {}: {}\n", a.bestand, a.regel, a.pad, a.reden);
    }
    if (alle > meeste_getoond) fmt::print(woorden, "  … en nog {}\n", met_punten(alle - meeste_getoond));
}

void toon_vreemds(std::ostream& woorden, const std::map<std::string, std::uint64_t>& onbekend,
                  const std::map<std::string, std::uint64_t>& overgeslagen) {
    for (const auto& [naam, aantal] : onbekend)
        fmt::print(woorden, "Onbekend element {}: {} keer, overgeslagen.\n", naam, met_punten(aantal));
    for (const auto& [naam, aantal] : overgeslagen)
        fmt::print(woorden, "Geen deel van de levering: {} ({} keer), overgeslagen.\n", naam, aantal);
}

// ---- laad ----

void vertel(std::ostream& woorden, const registers::Laadverslag& v) {
    std::string gemeenten = v.heel_nederland ? "heel Nederland" : "";
    for (const auto& g : v.gemeenten)
        gemeenten += fmt::format("{}{} {}", gemeenten.empty() ? "" : ", ", g.gemeente.tekst(), g.naam);
    fmt::print(woorden, "Geladen: {}, stand {} (lading {}).\n", gemeenten, tekst(v.standdatum), v.lading);
    fmt::print(woorden, "{:<22}{:>12}{:>12}{:>12}{:>12}\n", "", "gelezen", "opgeslagen", "afgekeurd", "objecten");
    const auto rij = [&](std::string_view naam, const registers::Laadtelling& t, bool altijd) {
        if (!altijd && t.gelezen == 0) return;
        fmt::print(woorden, "{:<22}{:>12}{:>12}{:>12}{:>12}\n", naam, met_punten(t.gelezen), met_punten(t.opgeslagen),
                   met_punten(t.afgekeurd), t.objecten == 0 ? "" : met_punten(t.objecten));
    };
    for (std::size_t soort = 0; soort < bag::aantal_bestandsoorten; ++soort) {
        for (const auto type : bag::alle_objecttypen) {
            const auto naam = soort == 0 ? std::string(bag::code(type))
                                         : fmt::format("{} {}", bag::code(type),
                                                       bag::naam(static_cast<bag::Bestandsoort>(soort + 1)));
            rij(naam, v.typen[soort][static_cast<std::size_t>(type)], soort == 0);
        }
    }
    rij("InOnderzoek", v.in_onderzoek, false);
    rij("gemeente-woonplaats", v.gemeente_woonplaats, false);
    rij("vreemde objecten", v.vreemd, false);
    rij("alles samen", v.totaal(), true);
    fmt::print(woorden, "Adressen: {}, waarvan {} niet meer in gebruik.\n", met_punten(v.adressen),
               met_punten(v.adressen_inactief));
    if (v.dubbel != 0)
        fmt::print(woorden, "Objecten met meer dan een geldig voorkomen: {}; het nieuwste geldt.\n",
                   met_punten(v.dubbel));
    toon_afkeuringen(woorden, v.afkeuringen, v.totaal().afgekeurd);
    if (v.aantal_ontbrekend != 0) {
        fmt::print(woorden, "Verwijzingen naar wat niet in de levering zit: {}\n", met_punten(v.aantal_ontbrekend));
        for (std::size_t i = 0; i < std::min(meeste_getoond, v.ontbrekend.size()); ++i) {
            const auto& o = v.ontbrekend[i];
            fmt::print(woorden, "  {} {} → {} {}\n", o.van_type, o.van, o.naar_type, o.naar);
        }
        if (v.aantal_ontbrekend > meeste_getoond)
            fmt::print(woorden, "  … en nog {}\n", met_punten(v.aantal_ontbrekend - meeste_getoond));
    }
    toon_vreemds(woorden, v.onbekend, v.overgeslagen);
}

bj::object als_json(const registers::Laadtelling& t) {
    return {{"gelezen", t.gelezen}, {"opgeslagen", t.opgeslagen}, {"afgekeurd", t.afgekeurd}, {"objecten", t.objecten}};
}

bj::object als_json(const registers::Laadverslag& v) {
    bj::array gemeenten, ontbrekend;
    for (const auto& g : v.gemeenten) gemeenten.push_back(bj::object{{"code", g.gemeente.tekst()}, {"naam", g.naam}});
    for (const auto& o : v.ontbrekend) {
        ontbrekend.push_back(
            bj::object{{"vanType", o.van_type}, {"van", o.van}, {"naarType", o.naar_type}, {"naar", o.naar}});
    }
    bj::object typen;
    for (const auto type : bag::alle_objecttypen) {
        bj::object per_soort;
        for (std::size_t soort = 0; soort < bag::aantal_bestandsoorten; ++soort) {
            per_soort[bag::naam(static_cast<bag::Bestandsoort>(soort + 1))] =
                als_json(v.typen[soort][static_cast<std::size_t>(type)]);
        }
        typen[bag::code(type)] = std::move(per_soort);
    }
    return {{"lading", v.lading},
            {"standdatum", tekst(v.standdatum)},
            {"gemeenten", std::move(gemeenten)},
            {"typen", std::move(typen)},
            {"inOnderzoek", als_json(v.in_onderzoek)},
            {"gemeenteWoonplaats", als_json(v.gemeente_woonplaats)},
            {"totaal", als_json(v.totaal())},
            {"adressen", v.adressen},
            {"adressenInactief", v.adressen_inactief},
            {"aantalOntbrekend", v.aantal_ontbrekend},
            {"ontbrekend", std::move(ontbrekend)}};
}

int laad(const BagWerkplek& werkplek, const std::vector<fs::path>& bronnen, bool json) {
    Stopknop stop;
    for (const auto& bron : bronnen) {
        // Before a database is started for nothing.
        if (!fs::exists(bron)) {
            throw Fout(FoutSoort::ongeldig, "bag-onleesbaar",
                       fmt::format("{}: dit bestand bestaat niet. Controleer de naam.", bron.string()));
        }
    }
    db::Pool lader(werkplek.dsn("lader"), 1);
    Voortgangsbalk balk(werkplek.woorden, werkplek.terminal);
    registers::LaadOpties opties;
    opties.voortgang = [&](const registers::Laadstand& stand) {
        balk.toon(stand.fase, stand.bytes, stand.records);
        return !stop.gevraagd();
    };
    const auto verslag = registers::laad(lader, bronnen, opties);
    balk.klaar();
    vertel(werkplek.woorden, verslag);
    if (json) werkplek.uit << bj::serialize(als_json(verslag)) << "\n";
    return gelukt;
}

// ---- muteer ----

void vertel(std::ostream& woorden, const registers::Muteerverslag& v) {
    fmt::print(woorden, "Verwerkt: mutaties van {} tot {} (lading {}): {} in {} gemeenten.\n", tekst(v.vanaf), tekst(v.standdatum), v.lading, met_punten(v.mutaties),
               met_punten(v.gemeenten.size()));
    if (v.elders != 0) fmt::print(woorden, "Over gemeenten die niet in het register staan: {}, overgeslagen.\n", met_punten(v.elders));
    if (v.aantal_misfit != 0) {
        fmt::print(woorden, "Past niet bij het register, overgeslagen: {}\n", met_punten(v.aantal_misfit));
        for (std::size_t i = 0; i < std::min(meeste_getoond, v.misfits.size()); ++i) {
            const auto& m = v.misfits[i];
            fmt::print(woorden, "  {}, regel {}, {} {} voorkomen {}: {}\n", m.bestand, m.regel, m.type, m.identificatie, m.voorkomen, m.reden);
        }
        if (v.aantal_misfit > meeste_getoond) fmt::print(woorden, "  … en nog {}\n", met_punten(v.aantal_misfit - meeste_getoond));
    }
    toon_afkeuringen(woorden, v.afkeuringen, v.totaal().afgekeurd);
    toon_vreemds(woorden, v.onbekend, v.overgeslagen);
}

bj::object als_json(const registers::Muteerverslag& v) {
    bj::array misfits;
    for (const auto& m : v.misfits) {
        misfits.push_back(bj::object{{"type", m.type}, {"identificatie", m.identificatie}, {"voorkomen", m.voorkomen}, {"bestand", m.bestand}, {"regel", m.regel}, {"reden", m.reden}});
    }
    return {{"lading", v.lading},
            {"vanaf", tekst(v.vanaf)},
            {"standdatum", tekst(v.standdatum)},
            {"mutaties", v.mutaties},
            {"elders", v.elders},
            {"afgekeurd", v.totaal().afgekeurd},
            {"aantalMisfit", v.aantal_misfit},
            {"misfits", std::move(misfits)}};
}

/// One delivery after the other, each whole or not at all; the first that does not fit ends it.
int muteer(const BagWerkplek& werkplek, const std::vector<fs::path>& bronnen, bool sla_over, bool json) {
    Stopknop stop;
    db::Pool lader(werkplek.dsn("lader"), 1);
    bool alles = true;
    for (const auto& bron : bronnen) {
        Voortgangsbalk balk(werkplek.woorden, werkplek.terminal);
        registers::MuteerOpties opties;
        opties.sla_over = sla_over;
        opties.voortgang = [&](const registers::Laadstand& stand) {
            balk.toon(stand.fase, stand.bytes, stand.records);
            return !stop.gevraagd();
        };
        const auto verslag = registers::muteer(lader, bron, opties);
        balk.klaar();
        vertel(werkplek.woorden, verslag);
        if (json) werkplek.uit << bj::serialize(als_json(verslag)) << "\n";
        alles = alles && verslag.aantal_misfit == 0 && verslag.totaal().afgekeurd == 0;
    }
    return alles ? gelukt : iets_gevonden;
}

// ---- controleer ----

int controleer(const BagWerkplek& werkplek, const std::vector<fs::path>& bronnen, bool json) {
    Stopknop stop;
    Voortgangsbalk balk(werkplek.woorden, werkplek.terminal);
    bag::LeesOpties opties;
    opties.voortgang = [&](const Stand& stand) {
        balk.toon("lezen", stand, 0);
        return !stop.gevraagd();
    };
    const auto overzicht = bag::overzicht(bronnen, opties);
    balk.klaar();
    const auto totaal = overzicht.verslag.totaal();
    if (json) {
        werkplek.uit << bag::als_json(overzicht) << "\n";
    } else {
        fmt::print(werkplek.uit, "{}, stand {}\n{:<8}{:>14}{:>14}\n", overzicht.bestand,
                   tekst(overzicht.verslag.levering.standdatum), "", "voorkomens", "objecten");
        for (const auto type : bag::alle_objecttypen) {
            const auto& t = overzicht.telling(type);
            fmt::print(werkplek.uit, "{:<8}{:>14}{:>14}\n", bag::code(type), met_punten(t.voorkomens),
                       met_punten(t.objecten));
        }
        fmt::print(werkplek.uit, "gelezen {} = goed {} + afgekeurd {}\n", met_punten(totaal.gelezen),
                   met_punten(totaal.aangeboden), met_punten(totaal.afgekeurd));
    }
    toon_afkeuringen(werkplek.woorden, overzicht.afkeuringen, totaal.afgekeurd);
    if (!json) toon_vreemds(werkplek.woorden, overzicht.verslag.onbekend, overzicht.verslag.overgeslagen);
    return totaal.afgekeurd == 0 ? gelukt : iets_gevonden;
}

// ---- maak, toon ----

int maak(const BagWerkplek& werkplek, std::uint64_t adressen, std::uint64_t zaad, const fs::path& uit) {
    Stopknop stop;
    Voortgangsbalk balk(werkplek.woorden, werkplek.terminal);
    bag::MaakOpties opties;
    opties.adressen = adressen;
    opties.zaad = zaad;
    opties.voortgang = [&](const Stand& stand) {
        balk.toon("schrijven", stand, stand.gedaan);
        return !stop.gevraagd();
    };
    const auto verslag = bag::maak(opties, uit);
    balk.klaar();
    for (const auto type : bag::alle_objecttypen) {
        const auto& t = verslag.telling(type);
        fmt::print(werkplek.woorden, "{:<8}{:>14} voorkomens van {} objecten\n", bag::code(type),
                   met_punten(t.voorkomens), met_punten(t.objecten));
    }
    werkplek.uit << verslag.bestand.string() << "\n";
    return gelukt;
}

int toon(const BagWerkplek& werkplek, const std::string& identificatie) {
    if (identificatie.find_first_not_of("0123456789") != std::string::npos ||
        (identificatie.size() != 16 && identificatie.size() != 4)) {
        throw Fout(FoutSoort::ongeldig, "bag-identificatie",
                   "Een identificatie heeft 16 cijfers, die van een woonplaats 4.");
    }
    db::Pool pool(werkplek.dsn("toepassing"), 1);
    db::Transactie tx(pool,
                      db::Identiteit{.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto object = registers::toon_object(tx, identificatie);
    if (!object) {
        fmt::print(werkplek.woorden, "damwand: {} zit niet in het register.\n", identificatie);
        return iets_gevonden;
    }
    werkplek.uit << bj::serialize(*object) << "\n";
    return gelukt;
}

/// What CLI11 fills in.
struct Invoer {
    std::vector<fs::path> bronnen;
    bool json = false, sla_over = false;
    std::uint64_t adressen = 8000, zaad = 1;
    fs::path uit;
    std::string identificatie;
};

}  // namespace

int voer_uit(const BagWerkplek& werkplek, const std::function<int()>& opdracht) {
    try {
        return opdracht();
    } catch (const Fout& fout) {
        fmt::print(werkplek.woorden, "damwand: {}\n", fout.uitleg());
        if (fout.soort() == FoutSoort::intern && !fout.voor_log().empty())
            fmt::print(werkplek.woorden, "  ({})\n", fout.voor_log());
    } catch (const db::DbFout& fout) {
        fmt::print(werkplek.woorden,
                   "damwand: de database weigert of antwoordt niet ({}: {}).\n"
                   "  Er is niets gewijzigd. Controleer of de database draait en of er plaats op de schijf is.\n",
                   fout.sqlstate(), fout.what());
    } catch (const std::exception& fout) {
        fmt::print(werkplek.woorden, "damwand: onverwachte fout: {}\n", fout.what());
    }
    return mislukt;
}

void bag_opdrachten(CLI::App& bag, const BagWerkplek& werkplek, int& uitkomst) {
    const auto invoer = std::make_shared<Invoer>();
    const auto opdracht = [&](const char* naam, const char* uitleg, std::function<int()> doe) {
        auto* sub = bag.add_subcommand(naam, uitleg);
        sub->callback([&werkplek, &uitkomst, doe = std::move(doe)] { uitkomst = voer_uit(werkplek, doe); });
        return sub;
    };
    auto* sub =
        opdracht("laad",
                 "Laadt BAG-leveringen in het register: de genoemde gemeenten worden in hun geheel vervangen\n\n"
                 "Voorbeelden:\n  damwand bag laad BAGGEM0457L-15102021.zip\n  damwand bag laad leveringen/ --json",
                 [&werkplek, invoer] { return laad(werkplek, invoer->bronnen, invoer->json); });
    sub->add_option("bestand", invoer->bronnen, "Zipbestand of map, zoals het Kadaster die leverde")->required();
    sub->add_flag("--json", invoer->json, "Het verslag als JSON op stdout");

    sub = opdracht("muteer",
                   "Verwerkt mutatieleveringen in het register, in de genoemde volgorde; elke moet beginnen waar het register staat\n\n"
                   "Voorbeelden:\n  damwand bag muteer BAGNLDM-13012021-14012021.zip\n  damwand bag muteer maandag.zip dinsdag.zip --sla-over",
                   [&werkplek, invoer] { return muteer(werkplek, invoer->bronnen, invoer->sla_over, invoer->json); });
    sub->add_option("bestand", invoer->bronnen, "Zipbestand, XML-bestand of map, zoals het Kadaster die leverde")->required();
    sub->add_flag("--sla-over", invoer->sla_over, "Verwerkt wat past en noemt de rest (dan 1); anders weigert een mutatie die niet past de hele levering");
    sub->add_flag("--json", invoer->json, "Per levering een verslag als JSON op stdout");

    sub = opdracht("controleer",
                   "Leest leveringen zonder iets op te slaan en telt wat erin zit; 1 als er iets is afgekeurd\n\n"
                   "Voorbeeld:\n  damwand bag controleer BAGGEM0457L-15102021.zip --json",
                   [&werkplek, invoer] { return controleer(werkplek, invoer->bronnen, invoer->json); });
    sub->add_option("bestand", invoer->bronnen, "Zipbestand, XML-bestand of map")->required();
    sub->add_flag("--json", invoer->json, "JSON op stdout");

    sub = opdracht("maak",
                   "Maakt de verzonnen gemeente Damstede als BAG-levering; hetzelfde zaad geeft dezelfde bytes\n\n"
                   "Voorbeeld:\n  damwand bag maak --adressen 8000 --zaad 1 --uit leveringen/",
                   [&werkplek, invoer] { return maak(werkplek, invoer->adressen, invoer->zaad, invoer->uit); });
    sub->add_option("--adressen", invoer->adressen, "Adressen in gebruik")->check(CLI::Range(100, 20'000'000));
    sub->add_option("--zaad", invoer->zaad, "Zaad van het toeval");
    sub->add_option("--uit", invoer->uit, "Map voor het zipbestand")->required();

    sub = opdracht("toon",
                   "Toont een BAG-object met al zijn voorkomens als JSON; 1 als het er niet is\n\n"
                   "Voorbeeld:\n  damwand bag toon 0457100000056701",
                   [&werkplek, invoer] { return toon(werkplek, invoer->identificatie); });
    sub->add_option("identificatie", invoer->identificatie, "16 cijfers, of 4 voor een woonplaats")->required();
}

int bag_opdracht(const BagWerkplek& werkplek, std::string_view opdrachtregel) { return voer_uit("damwand bag", bag_opdrachten, werkplek, opdrachtregel); }

}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "werk/aanpak/handelingen.hpp"
#include "werk/aanpak/store.hpp"

namespace damwand::aanpak {
namespace {

constexpr std::size_t meeste_criteria = 8;
constexpr std::size_t meeste_rijen = 200;

std::vector<std::string> teksten(const std::vector<Tekst<1, 80>>& in) {
    std::vector<std::string> uit;
    for (const auto& t : in) uit.push_back(*t);
    return uit;
}

/// What was typed, in both languages; what was left as it was keeps the other language it had.
Criterium van(const CriteriumNieuw& nieuw, const Criterialijst& nu) {
    const auto treden = teksten(nieuw.treden);
    Criterium uit{.id = Uuid::willekeurig(), .naam_nl = *nieuw.naam, .naam_en = *nieuw.naam, .vraag_nl = *nieuw.vraag, .vraag_en = *nieuw.vraag, .treden_nl = treden, .treden_en = treden};
    if (!nieuw.id) return uit;
    const auto was = std::ranges::find(nu.criteria, *nieuw.id, &Criterium::id);
    if (was == nu.criteria.end() || (treden != was->treden_nl && treden != was->treden_en)) return uit;
    uit.id = was->id;
    uit.treden_nl = was->treden_nl;
    uit.treden_en = was->treden_en;
    if (*nieuw.naam == was->naam_nl || *nieuw.naam == was->naam_en) uit.naam_nl = was->naam_nl, uit.naam_en = was->naam_en;
    if (*nieuw.vraag == was->vraag_nl || *nieuw.vraag == was->vraag_en) uit.vraag_nl = was->vraag_nl, uit.vraag_en = was->vraag_en;
    return uit;
}

}  // namespace

Criterialijst toon_criteria(poort::Gang& gang) {
    auto uit = store::criteria(gang);
    gang.etag(uit.versie);
    return uit;
}

Criterialijst stel_criteria_vast(poort::Gang& gang, const CriterialijstNieuw& nieuw) {
    const int versie = store::criteriaversie(gang);
    gang.eis_gezien(versie);
    const auto nu = store::criteria(gang);
    std::vector<VeldFout> fouten;
    if (nieuw.criteria.empty() || nieuw.criteria.size() > meeste_criteria) {
        fouten.push_back({"/criteria", nieuw.criteria.empty() ? "leeg" : "te-veel", "Kies een tot en met acht criteria."});
    }
    std::vector<Criterium> criteria;
    std::set<std::string> namen;
    for (std::size_t i = 0; i < nieuw.criteria.size(); ++i) {
        const auto& een = nieuw.criteria[i];
        if (een.treden.size() < 2 || een.treden.size() > 5) fouten.push_back({fmt::format("/criteria/{}/treden", i), "buiten-grenzen", "Een criterium heeft twee tot en met vijf niveaus."});
        if (!namen.insert(*een.naam).second) fouten.push_back({fmt::format("/criteria/{}/naam", i), "dubbel", "Deze naam staat er twee keer."});
        criteria.push_back(van(een, nu));
    }
    entiteit::eis_geen(std::move(fouten));
    store::zet_criteria(gang, criteria, versie + 1);
    return toon_criteria(gang);
}

poort::Lijst<Beoordeling> toon_beoordelingen(poort::Gang& gang) {
    const auto greep = casus::houd_stil(gang, gang.id<CasusId>("id"));
    return {.resultaten = store::beoordelingen(gang, greep), .volgende = {}};
}

poort::Lijst<Beoordeling> beoordeel(poort::Gang& gang, const BeoordelingNieuw& nieuw) {
    const auto greep = casus::grijp(gang, gang.id<CasusId>("id"));
    const auto lijst = store::criteria(gang);
    const auto criterium = std::ranges::find(lijst.criteria, nieuw.criterium, &Criterium::id);
    std::vector<VeldFout> fouten;
    if (criterium == lijst.criteria.end()) fouten.push_back({"/criterium", "onbekende-code", "Kies iets uit de lijst."});
    else if (static_cast<std::size_t>(*nieuw.trede) > criterium->treden_nl.size()) fouten.push_back({"/trede", "onbekende-code", "Kies iets uit de lijst."});
    for (const auto& h : casus::herkenbaar(gang, greep.id, *nieuw.motivering)) {
        if (h.soort == "persoon") {
            fouten.push_back({"/motivering", "noemt-persoon", "Hier staat de naam van iemand uit de casus. Beschrijf de situatie zonder namen."});
            break;
        }
    }
    entiteit::eis_geen(std::move(fouten));
    store::beoordeel(gang, greep, nieuw);
    casus::teken_aan(gang, greep, {.soort = "beoordeling", .tekst = *nieuw.motivering, .gegevens = boost::json::object{{"criterium", nieuw.criterium.tekst()}, {"trede", *nieuw.trede}}});
    return {.resultaten = store::beoordelingen(gang, greep), .volgende = {}};
}

Prioritering toon_prioritering(poort::Gang& gang) {
    Prioritering uit{.resultaten = store::prioriteiten(gang), .volgorde = {}, .meer = false};
    const auto lijst = store::criteria(gang);
    if (const auto eerst = gang.vraag("criterium")) {
        const auto id = Uuid::lees(*eerst);
        if (!id || std::ranges::find(lijst.criteria, *id, &Criterium::id) == lijst.criteria.end()) {
            entiteit::eis_geen({{"/query/criterium", "onbekende-code", "Kies iets uit de lijst."}});
        }
        uit.volgorde = {*id};
    } else {
        for (const auto& c : lijst.criteria) uit.volgorde.push_back(c.id);
    }
    for (auto& rij : uit.resultaten) {
        std::erase_if(rij.beoordelingen, [&](const Beoordeling& b) { return std::ranges::find(lijst.criteria, b.criterium, &Criterium::id) == lijst.criteria.end(); });
    }
    zet_op_volgorde(uit.resultaten, uit.volgorde);
    uit.meer = uit.resultaten.size() > meeste_rijen;
    if (uit.meer) uit.resultaten.resize(meeste_rijen);
    for (const auto& rij : uit.resultaten) gang.raakt(rij.casus.waarde);
    return uit;
}

}  // namespace damwand::aanpak

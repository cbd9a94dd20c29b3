// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "base/fout.hpp"
#include "werk/kaart/bevragen.hpp"
#include "werk/kaart/store.hpp"

/// What may be asked of the map.
namespace damwand::kaart {
namespace {

constexpr std::array<std::string_view, 5> soorten{"gemeente", "wijk", "buurt", "bedrijventerrein", "overig"};
constexpr int meeste_punten = 2000;
constexpr double rand_van_de_wereld = 20'037'508.35;

}  // namespace

bool is_gebiedsoort(std::string_view woord) { return std::ranges::find(soorten, woord) != soorten.end(); }

void keur(const Gebiedskeuze& keuze, const std::string& plek, std::vector<VeldFout>& fouten) {
    if (keuze.gebied.has_value() + keuze.ringen.has_value() + keuze.pand.has_value() != 1) {
        fouten.push_back({plek, "een-van-deze", "Kies een gebied of een pand, of teken een gebied."});
    } else if (keuze.gebied && !is_gebiedsoort(*keuze.gebied->soort)) {
        fouten.push_back({plek + "/gebied/soort", "onbekend", "Deze soort gebied bestaat niet."});
    } else if (keuze.pand && !bag::PandId::lees(**keuze.pand)) {
        fouten.push_back({plek + "/pand", "onbekend", "Dit is geen identificatie van een pand."});
    } else if (keuze.ringen) {
        std::size_t punten = 0;
        bool goed = !keuze.ringen->empty();
        for (const auto& ring : *keuze.ringen) {
            punten += ring.size();
            goed = goed && ring.size() >= 3 && std::ranges::all_of(ring, [](const KaartPunt& p) { return std::abs(p.x) <= rand_van_de_wereld && std::abs(p.y) <= rand_van_de_wereld; });
        }
        if (!goed || punten > meeste_punten) fouten.push_back({plek + "/ringen", "gebied-ongeldig", "Een gebied heeft drie tot 2000 punten."});
    }
}

void eis(std::vector<VeldFout> fouten) {
    if (!fouten.empty()) throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "De invoer klopt niet. Zie de genoemde velden.", std::move(fouten));
}

void keur_gebied(poort::Gang& gang, const Gebiedskeuze& keuze, const std::string& plek) {
    std::vector<VeldFout> fouten;
    keur(keuze, plek, fouten);
    eis(std::move(fouten));
    (void)store::vlak(gang.tx(), keuze, store::dag(gang.tx(), std::nullopt));
}

void eis_soort(const Code& soort) {
    if (!is_gebiedsoort(*soort)) eis({{"/soort", "onbekend", "Deze soort gebied bestaat niet."}});
}

}  // namespace damwand::kaart

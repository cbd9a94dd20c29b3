// SPDX-License-Identifier: EUPL-1.2
#include "werk/entiteit/label.hpp"

#include <algorithm>

#include "werk/entiteit/store.hpp"

namespace damwand::entiteit {
namespace {

bool losser(const std::string& een, const std::string& ander) { return strengheid_doorgifte(een) < strengheid_doorgifte(ander); }

}  // namespace

Label standaardlabel(poort::Gang& gang, const std::string& regime) {
    return {.regime = regime, .doorgifte = store::doorgifte_van(gang, regime), .doorgifte_reden = std::nullopt};
}

Doorgiftewens wens_van(const std::optional<Code>& doorgifte, const std::optional<Reden>& reden) {
    return {.doorgifte = tekst_van(doorgifte), .reden = tekst_van(reden)};
}

Doorgiftewens wens_van(const Wijziging<Code>& doorgifte, const Wijziging<Reden>& reden, const Label& nu) {
    Doorgiftewens uit{.doorgifte = nu.doorgifte, .reden = nu.doorgifte_reden};
    if (doorgifte.aanwezig) uit = {.doorgifte = tekst_van(doorgifte.waarde), .reden = std::nullopt};
    if (reden.aanwezig) uit.reden = tekst_van(reden.waarde);
    return uit;
}

Label stel_vast(poort::Gang& gang, const Label& minstens, const Doorgiftewens& wens, std::string_view pad, std::vector<VeldFout>& fouten) {
    if (!wens.doorgifte) return minstens;
    if (std::find(doorgiften_naar_strengheid.begin(), doorgiften_naar_strengheid.end(), *wens.doorgifte) == doorgiften_naar_strengheid.end()) {
        fouten.push_back({std::string(pad) + "/doorgifte", "onbekende-code", "Deze code staat niet in de lijst."});
        return minstens;
    }
    auto uit = minstens;
    uit.doorgifte = *wens.doorgifte;
    if (losser(uit.doorgifte, minstens.doorgifte)) {
        uit.doorgifte_reden = wens.reden;
        if (!wens.reden) fouten.push_back({std::string(pad) + "/doorgifteReden", "ontbreekt", "Geef een reden waarom dit ruimer mag worden gedeeld."});
    } else if (!losser(uit.doorgifte, standaardlabel(gang, uit.regime).doorgifte)) {
        uit.doorgifte_reden = std::nullopt;
    } else if (wens.reden) {
        uit.doorgifte_reden = wens.reden;
    }
    return uit;
}

Label feitlabel(poort::Gang& gang, Label minstens, const std::optional<std::string>& regime, const Doorgiftewens& wens, std::string_view pad,
                std::vector<VeldFout>& fouten) {
    if (regime && is_regime(*regime)) minstens = samen(minstens, standaardlabel(gang, *regime), std::string(pad) + "/regime", fouten);
    return stel_vast(gang, minstens, wens, pad, fouten);
}

Label stel_bij(poort::Gang& gang, const Label& minstens, const Label& nu, const Wijziging<Code>& doorgifte, const Wijziging<Reden>& reden,
               std::vector<VeldFout>& fouten) {
    if (doorgifte.aanwezig || reden.aanwezig) return stel_vast(gang, minstens, wens_van(doorgifte, reden, nu), "", fouten);
    if (minstens.regime == nu.regime || !is_regime(minstens.regime)) return nu;
    auto uit = strengste(minstens, nu);
    uit.regime = minstens.regime;
    return uit;
}

Label samen(const Label& een, const Label& ander, std::string_view veld, std::vector<VeldFout>& fouten) {
    if (een.regime != ander.regime && heeft_compartiment(een.regime) && heeft_compartiment(ander.regime)) {
        fouten.push_back({std::string(veld), "twee-regimes", "Wat onder twee afgeschermde regimes valt hoort in geen van beide. Leg het per bron apart vast."});
    }
    return strengste(een, ander);
}

void toets_peildatum(poort::Gang& gang, const std::optional<Datum>& dag, std::string veld, std::vector<VeldFout>& fouten) {
    if (dag && *dag > dag_in_amsterdam(gang.tx().nu())) fouten.push_back({std::move(veld), "in-toekomst", "Deze dag ligt in de toekomst."});
}

}  // namespace damwand::entiteit

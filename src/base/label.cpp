// SPDX-License-Identifier: EUPL-1.2
#include "base/label.hpp"

#include <algorithm>
#include <stdexcept>

namespace damwand {
namespace {

template <std::size_t N>
int plaats(const std::array<std::string_view, N>& orde, std::string_view code) {
    const auto gevonden = std::find(orde.begin(), orde.end(), code);
    if (gevonden == orde.end()) throw std::invalid_argument("no such code in a label");
    return static_cast<int>(gevonden - orde.begin());
}

}  // namespace

bool is_regime(std::string_view code) noexcept {
    return std::find(regimes_naar_strengheid.begin(), regimes_naar_strengheid.end(), code) != regimes_naar_strengheid.end();
}
int strengheid_regime(std::string_view code) { return plaats(regimes_naar_strengheid, code); }
int strengheid_doorgifte(std::string_view code) { return plaats(doorgiften_naar_strengheid, code); }

bool strenger(const Label& een, const Label& dan) {
    return strengheid_regime(een.regime) > strengheid_regime(dan.regime) || strengheid_doorgifte(een.doorgifte) > strengheid_doorgifte(dan.doorgifte);
}

Label strengste(const Label& een, const Label& ander) {
    auto uit = strengheid_doorgifte(een.doorgifte) < strengheid_doorgifte(ander.doorgifte) ? ander : een;
    if (!uit.doorgifte_reden && een.doorgifte == ander.doorgifte) uit.doorgifte_reden = ander.doorgifte_reden;
    uit.regime = strengheid_regime(een.regime) < strengheid_regime(ander.regime) ? ander.regime : een.regime;
    return uit;
}

Label strengste(std::span<const Label> labels) {
    if (labels.empty()) throw std::invalid_argument("the strictest of no labels");
    auto uit = labels.front();
    for (const auto& label : labels.subspan(1)) uit = strengste(uit, label);
    return uit;
}

}  // namespace damwand

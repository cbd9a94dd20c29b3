// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>

#include "werk/netwerk/geheugen.hpp"

namespace damwand::netwerk {

/// Inside the room: the graph through somebody's eyes, as it is at this moment.
struct Blikveld {
    const Geheugen::Graaf& geheugen;
    graph::Blik blik;

    Blikveld(const Geheugen::Graaf& g, const Kijker& kijker, const graph::Filter& filter) : geheugen(g), blik(maak(g, kijker, filter)) {}
    static graph::Blik maak(const Geheugen::Graaf& g, const Kijker& kijker, const graph::Filter& filter) {
        auto zicht = g.zicht(kijker);
        return {std::move(zicht.opname), std::move(zicht.masker), filter};
    }
    [[nodiscard]] std::optional<graph::Knoop> vind(const KnoopRef& ref) const {
        const auto sleutel = geheugen.sleutel(ref);
        const auto knoop = sleutel ? blik.vind(*sleutel) : std::nullopt;
        return knoop && geheugen.soort(blik.type(*knoop)) == ref.soort ? knoop : std::nullopt;
    }
    [[nodiscard]] KnoopRef ref(graph::Knoop knoop) const { return geheugen.ref(blik.opname(), knoop); }
};

}  // namespace damwand::netwerk

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <vector>

#include "base/voortgang.hpp"
#include "engine/graph/blik.hpp"
#include "engine/graph/werkblad.hpp"

/// What lies around a node, for drawing it and for the counts before that.
namespace damwand::graph {

/// Distinct neighbours of a node by the type of tie and of neighbour: what unfolding it would show. A neighbour with ties of two types
/// counts under both.
struct Burentelling {
    std::uint16_t bandtype = 0, knooptype = 0;
    std::uint64_t knopen = 0;
    auto operator<=>(const Burentelling&) const = default;
};
/// Ordered by types. Costs the length of the row: ask before you unfold a hub.
[[nodiscard]] std::vector<Burentelling> tel_buren(const Blik& blik, Knoop knoop);

struct Buur {
    Knoop knoop = 0;
    std::vector<Band> banden;  ///< the visible rows between the two
};
struct Burenvraag {
    std::vector<std::uint16_t> bandtypen{}, knooptypen{};  ///< empty: all
    Sleutel na = 0;                ///< with `vervolg`: only keys above this one, for the next page
    bool vervolg = false;
    std::size_t meeste = 50;
};
struct Buren {
    std::vector<Buur> buren;   ///< ordered by key
    std::uint64_t totaal = 0;  ///< distinct neighbours that fit, on all pages
};
/// The neighbours of a node, a page of them.
[[nodiscard]] Buren buren(const Blik& blik, Knoop knoop, const Burenvraag& vraag = {});

struct Buurtvraag {
    unsigned stappen = 2;
    std::size_t meeste_knopen = 100'000;  ///< reached nodes; beyond it the answer is cut off
    Voortgang voortgang{};
};
struct Buurt {
    /// Nodes by their distance, from 1 step on; each layer ordered by key. The last layer is not whole when cut off.
    std::vector<std::vector<Knoop>> lagen;
    std::vector<std::map<std::uint16_t, std::uint64_t>> per_type;  ///< of each layer, counts by type of node
    bool afgekapt = false;
};
/// Everything within so many steps.
[[nodiscard]] Buurt buurt(const Blik& blik, Knoop knoop, const Buurtvraag& vraag, Werkblad& werkblad);

/// Nodes that are a neighbour of each of these, ordered by key; at least one must be given. At most `meeste`.
[[nodiscard]] std::vector<Knoop> gemeenschappelijke_buren(const Blik& blik, std::span<const Knoop> knopen, std::size_t meeste, Werkblad& werkblad);

}  // namespace damwand::graph

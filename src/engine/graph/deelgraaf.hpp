// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <vector>

#include "base/voortgang.hpp"
#include "engine/graph/blik.hpp"

namespace damwand::graph {

/// The place of a node in a Deelgraaf.
using Plek = std::uint32_t;

struct Rijen {
    std::vector<std::uint32_t> begin;  ///< n + 1
    std::vector<Plek> naar;
    [[nodiscard]] std::span<const Plek> operator[](Plek p) const noexcept { return {naar.data() + begin[p], naar.data() + begin[p + 1]}; }
    [[nodiscard]] std::size_t graad(Plek p) const noexcept { return begin[p + 1] - begin[p]; }
};

/// Rows of whom each is reached from.
[[nodiscard]] Rijen keer_om(const Rijen& rijen);

/// What one asker sees, taken out of the graph: what the measures of the whole work on. Mask and filter were applied once, here, so that
/// no measure can forget them; nodes are numbered by falling visible degree, then key, so that nothing hidden shows in an order either.
///
/// Parallel rows count each, as in igraph: two rows between a and b are two ties. A tie of a node to itself stands twice in its row.
struct Deelgraaf {
    std::vector<Sleutel> sleutels;
    Rijen alle;  ///< both ways: every tie in the rows of both ends
    Rijen uit;   ///< outward only; empty unless `gericht`
    bool gericht = false;
    [[nodiscard]] std::size_t knopen() const noexcept { return sleutels.size(); }
    [[nodiscard]] std::size_t banden() const noexcept { return alle.naar.size() / 2; }
    /// The rows that paths follow.
    [[nodiscard]] const Rijen& volg() const noexcept { return gericht ? uit : alle; }
};

/// All visible nodes, or those of `selectie` that are. Directed when the filter of `blik` follows one way (for `in`: turned about).
/// `voortgang` counts nodes; throws Fout "afgebroken" when it returns false.
[[nodiscard]] Deelgraaf neem_deel(const Blik& blik, const Voortgang& voortgang = {});
[[nodiscard]] Deelgraaf neem_deel(const Blik& blik, std::span<const Knoop> selectie, const Voortgang& voortgang = {});

}  // namespace damwand::graph

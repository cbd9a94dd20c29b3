// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "base/voortgang.hpp"
#include "engine/graph/deelgraaf.hpp"

/// How a graph falls into parts. Directions are left aside.
namespace damwand::graph {

struct GroepOpties {
    double resolutie = 1;        ///< above 1: more and smaller groups
    std::uint64_t zaad = 1;      ///< the same seed gives the same groups
    unsigned meeste_rondes = 10; ///< each starts from what the one before it found
    Voortgang voortgang{};       ///< counts rounds; false ends it with Fout "afgebroken"
};
struct Groepen {
    std::vector<std::uint32_t> groep;  ///< per place, numbered from 0 by falling size (then lowest key)
    std::uint32_t aantal = 0;
    double modulariteit = 0;           ///< Newman 2006, with this resolution
};
/// Communities by the Leiden algorithm (Traag, Waltman, van Eck 2019) on modularity; every group is connected. Other than in the paper nodes are moved in
/// an order in which neighbours stand near each other; what is by chance there, refining, is so here, within each group apart. On several cores, the same
/// on any number of them.
[[nodiscard]] Groepen groepen(const Deelgraaf& deel, const GroepOpties& opties = {});
/// The modularity of any division.
[[nodiscard]] double modulariteit(const Deelgraaf& deel, const std::vector<std::uint32_t>& groep, double resolutie = 1);

struct Breuken {
    std::vector<std::pair<Plek, Plek>> bruggen;  ///< ties without which a component falls apart; of each the lower key first, ordered by keys
    std::vector<Plek> scharnieren;               ///< nodes without which it does, ordered by key
};
/// Bridges (Tarjan 1974) and articulation points (Tarjan and Vishkin 1985) from a breadth-first tree numbered in preorder: passes over the ties in an
/// order that is known ahead, where a depth-first search waits for memory at every node. Two ties between the same two are no bridge.
[[nodiscard]] Breuken breuken(const Deelgraaf& deel, const Voortgang& voortgang = {});

}  // namespace damwand::graph

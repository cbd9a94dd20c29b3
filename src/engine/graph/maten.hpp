// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <vector>

#include "base/voortgang.hpp"
#include "engine/graph/deelgraaf.hpp"

/// Measures of nodes, one value per place of a Deelgraaf. Deterministic. `voortgang` returning false ends any of them with Fout
/// "afgebroken". Parallel ties count each and a tie to oneself counts twice, as in igraph.
namespace damwand::graph {

/// Number of ties of each node; in and out together.
[[nodiscard]] std::vector<std::uint32_t> graden(const Deelgraaf& deel);

/// Weakly connected components, numbered from 0 by falling size (then lowest key). Union–find on a sample of the neighbours first, after
/// which whoever is in the largest component is passed over: Afforest (Sutton, Ben-Nun, Barak 2018).
[[nodiscard]] std::vector<std::uint32_t> componenten(const Deelgraaf& deel);

/// The largest k such that the node is in a part where everybody has k ties within it, directions left aside: Batagelj and
/// Zaveršnik 2003, peeled a level at a time (Dasari, Ranjan, Zubair 2014).
[[nodiscard]] std::vector<std::uint32_t> kernen(const Deelgraaf& deel);

struct PagerankOpties {
    double demping = 0.85;
    double nauwkeurig = 1e-12;  ///< the most that all nodes together are off by
    unsigned meeste_rondes = 1000;
    Voortgang voortgang{};
};
/// PageRank (Brin and Page 1998): where somebody ends who follows ties at random, and starts anew anywhere with chance 1 − demping or where
/// there are none. Sums to 1. Directed by Gauss–Seidel sweeps (Arasu et al. 2002); undirected the equations are symmetric with a known spectrum, and
/// Chebyshev's semi-iterative method (Golub and Varga 1961) needs 47 rounds for twelve digits where following ties needs 170.
[[nodiscard]] std::vector<double> pagerank(const Deelgraaf& deel, const PagerankOpties& opties = {});

struct Centraliteit {
    /// Of each node the number of pairs of others whose shortest paths pass it, a pair counting for the share of its paths that do. Not
    /// normalised; undirected each pair counts once.
    std::vector<double> tussenliggend;
    /// One divided by the mean distance to whom the node can reach; NaN when that is nobody.
    std::vector<double> nabijheid;
};
/// Both, exact, from one search per node: Brandes 2001, walking back only the ties that shortest paths follow. Costs nodes × ties. `voortgang` counts nodes.
[[nodiscard]] Centraliteit centraliteit(const Deelgraaf& deel, const Voortgang& voortgang = {});

struct Steekproef {
    double fout = 0.01;       ///< of the share of all pairs (0 … 1)
    double kans = 0.1;        ///< that any node is further off than that
    std::uint64_t zaad = 1;
    Voortgang voortgang{};
};
struct Geschat {
    std::vector<double> tussenliggend;  ///< on the scale of `centraliteit`
    double hoogste_fout = 0;            ///< on that scale; holds for all nodes together with chance 1 − kans
    std::uint64_t getrokken = 0;        ///< pairs drawn
};
/// Betweenness by drawing pairs and one of their shortest paths each: Riondato and Kornaropoulos 2016, the number of draws following from
/// the bound on the error and on the longest shortest path.
[[nodiscard]] Geschat schat_tussenliggend(const Deelgraaf& deel, const Steekproef& steekproef = {});

}  // namespace damwand::graph

// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <numeric>

#include "engine/graph/groepen.hpp"
#include "engine/graph/stop.hpp"

namespace damwand::graph {
namespace {

/// Nodes ahead whose memory is asked for: where the row is, the row, the numbers of who is in it, what stands under those numbers.
constexpr std::uint32_t knoop_vooruit = 24, rij_vooruit = 18, buren_vooruit = 12, nummers_vooruit = 6;
constexpr std::size_t meeste_vooruit = 16;  // neighbours of one node

/// A spanning tree of every component, breadth-first, and what its numbering tells. Places here are numbers in preorder: the subtree of t is
/// [t, t + omvang[t]), and what lies in it is told without walking it.
struct Boom {
    std::vector<Plek> plek;  ///< per number its place
    std::vector<std::uint32_t> nummer, ouder, omvang;  ///< per place its number; per number that of its parent (geen_knoop: a root) and its size
};

Boom boom_van(const Deelgraaf& deel, Tik& tik) {
    const auto n = deel.knopen();
    // In the order in which they were reached; a parent by its turn, which only rises: so that what follows walks memory in one direction.
    std::vector<Plek> orde;
    std::vector<std::uint32_t> ouder;
    std::vector<bool> bereikt(n);
    orde.reserve(n);
    ouder.reserve(n);
    const auto bereik = [&](Plek p, std::uint32_t van) {
        bereikt[p] = true;
        orde.push_back(p);
        ouder.push_back(van);
    };
    for (Plek wortel = 0; wortel < n; ++wortel) {
        if (bereikt[wortel]) continue;
        auto i = static_cast<std::uint32_t>(orde.size());
        for (bereik(wortel, geen_knoop); i < orde.size(); ++i) {
            if (i + knoop_vooruit < orde.size()) __builtin_prefetch(&deel.alle.begin[orde[i + knoop_vooruit]]);
            if (i + rij_vooruit < orde.size()) __builtin_prefetch(deel.alle.naar.data() + deel.alle.begin[orde[i + rij_vooruit]]);
            const auto rij = deel.alle[orde[i]];
            tik(rij.size());
            for (const auto v : rij) {
                if (!bereikt[v]) bereik(v, i);
            }
        }
    }
    Boom uit{std::vector<Plek>(n), std::vector<std::uint32_t>(n), std::vector<std::uint32_t>(n, geen_knoop), std::vector<std::uint32_t>(n)};
    std::vector<std::uint32_t> omvang(n, 1), nummer(n), vrij(n);  // per turn; `vrij`: the number for its next child
    for (auto i = n; i-- > 0;) {
        if (ouder[i] != geen_knoop) omvang[ouder[i]] += omvang[i];
    }
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < n; ++i) {
        auto& van = ouder[i] == geen_knoop ? begin : vrij[ouder[i]];
        const auto t = std::exchange(van, van + omvang[i]);
        nummer[i] = t;
        vrij[i] = t + 1;
        uit.nummer[orde[i]] = t;
        uit.plek[t] = orde[i];
        uit.omvang[t] = omvang[i];
        if (ouder[i] != geen_knoop) uit.ouder[t] = nummer[ouder[i]];
    }
    return uit;
}

std::uint32_t wortel_van(std::vector<std::uint32_t>& wortel, std::uint32_t t) {
    while (wortel[t] != t) t = wortel[t] = wortel[wortel[t]];
    return t;
}
void verbind(std::vector<std::uint32_t>& wortel, std::uint32_t a, std::uint32_t b) {
    a = wortel_van(wortel, a);
    b = wortel_van(wortel, b);
    if (a != b) wortel[std::max(a, b)] = std::min(a, b);
}

}  // namespace

Breuken breuken(const Deelgraaf& deel, const Voortgang& voortgang) {
    const auto n = static_cast<std::uint32_t>(deel.knopen());
    Tik tik(voortgang, deel.alle.naar.size() * 2);
    const auto boom = boom_van(deel, tik);
    // How far down and up the ties of a subtree reach, the one tie to its own parent left aside; a tree tie stands for itself in `blok`, by its lower end,
    // and two are joined when a cycle passes both. Children have higher numbers: theirs are in already.
    Breuken uit;
    std::vector<std::uint32_t> blok(n);
    std::iota(blok.begin(), blok.end(), 0U);
    auto laagste = blok, hoogste = blok;
    const auto eerste_buren = [&](std::uint32_t t) {
        const auto rij = deel.alle[boom.plek[t]];
        return rij.first(std::min(rij.size(), meeste_vooruit));
    };
    for (auto t = n; t-- > 0;) {
        if (t >= knoop_vooruit) __builtin_prefetch(&deel.alle.begin[boom.plek[t - knoop_vooruit]]);
        if (t >= rij_vooruit) __builtin_prefetch(deel.alle.naar.data() + deel.alle.begin[boom.plek[t - rij_vooruit]]);
        if (t >= buren_vooruit) {
            for (const auto v : eerste_buren(t - buren_vooruit)) __builtin_prefetch(&boom.nummer[v]);
        }
        if (t >= nummers_vooruit) {
            for (const auto v : eerste_buren(t - nummers_vooruit)) {
                __builtin_prefetch(&boom.omvang[boom.nummer[v]]);
                __builtin_prefetch(&blok[boom.nummer[v]], 1);
            }
        }
        const auto boven = boom.ouder[t];
        auto laag = laagste[t], hoog = hoogste[t];
        bool heen = false;
        const auto rij = deel.alle[boom.plek[t]];
        tik(rij.size());
        for (const auto v : rij) {
            const auto u = boom.nummer[v];
            if (u == boven && !std::exchange(heen, true)) continue;
            laag = std::min(laag, u);
            hoog = std::max(hoog, u);
            if (u < t && u + boom.omvang[u] <= t) verbind(blok, u, t);  // neither is above the other
        }
        if (boven == geen_knoop) continue;
        laagste[boven] = std::min(laagste[boven], laag);
        hoogste[boven] = std::max(hoogste[boven], hoog);
        if (laag >= t && hoog < t + boom.omvang[t]) uit.bruggen.emplace_back(boom.plek[boven], boom.plek[t]);
        if (boom.ouder[boven] != geen_knoop && (laag < boven || hoog >= boven + boom.omvang[boven])) verbind(blok, boven, t);
    }
    // An articulation point is in two blocks or more: of its children, and of its own tie upward.
    std::vector<std::uint32_t> eerste(n, geen_knoop);
    std::vector<bool> scharnier(n);
    for (std::uint32_t t = 0; t < n; ++t) {
        const auto boven = boom.ouder[t];
        if (boven == geen_knoop) continue;
        const auto hier = wortel_van(blok, t);
        if (boom.ouder[boven] != geen_knoop && eerste[boven] == geen_knoop) eerste[boven] = wortel_van(blok, boven);
        if (eerste[boven] == geen_knoop) eerste[boven] = hier;
        else if (eerste[boven] != hier) scharnier[boven] = true;
    }
    const auto sleutel = [&](Plek p) { return deel.sleutels[p]; };
    for (std::uint32_t t = 0; t < n; ++t) {
        if (scharnier[t]) uit.scharnieren.push_back(boom.plek[t]);
    }
    for (auto& [a, b] : uit.bruggen) {
        if (sleutel(b) < sleutel(a)) std::swap(a, b);
    }
    std::sort(uit.scharnieren.begin(), uit.scharnieren.end(), [&](Plek a, Plek b) { return sleutel(a) < sleutel(b); });
    std::sort(uit.bruggen.begin(), uit.bruggen.end(), [&](const auto& x, const auto& y) { return std::pair{sleutel(x.first), sleutel(x.second)} < std::pair{sleutel(y.first), sleutel(y.second)}; });
    return uit;
}

}  // namespace damwand::graph

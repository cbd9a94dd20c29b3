// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/maten.hpp"

#include <algorithm>
#include <numeric>

#include "engine/graph/stop.hpp"

namespace damwand::graph {
namespace {

/// Nodes ahead whose memory is asked for: where the row is, the row, what stands under who is in it.
constexpr std::size_t knoop_vooruit = 24, rij_vooruit = 16, buren_vooruit = 8, wortel_vooruit = 16;
constexpr std::size_t meeste_vooruit = 16;  // neighbours of one node

std::span<const Plek> eerste_van(std::span<const Plek> rij, std::size_t hoogstens) noexcept { return rij.first(std::min(rij.size(), hoogstens)); }

/// Afforest's union: links the higher root to the lower.
void verbind(std::vector<Plek>& wortel, Plek a, Plek b) {
    a = wortel[a];
    b = wortel[b];
    while (a != b) {
        if (a < b) std::swap(a, b);
        if (wortel[a] == a) {
            wortel[a] = b;
            return;
        }
        a = wortel[a];
    }
}

void druk_samen(std::vector<Plek>& wortel) {
    for (Plek p = 0; p < wortel.size(); ++p) {
        while (wortel[p] != wortel[wortel[p]]) wortel[p] = wortel[wortel[p]];
    }
}

/// Roots to numbers by falling size, then lowest key.
std::vector<std::uint32_t> nummer(const Deelgraaf& deel, const std::vector<Plek>& wortel) {
    const auto n = wortel.size();
    std::vector<std::uint32_t> grootte(n), uit(n);
    std::vector<Sleutel> laagste(n, std::numeric_limits<Sleutel>::max());
    for (Plek p = 0; p < n; ++p) {
        ++grootte[wortel[p]];
        laagste[wortel[p]] = std::min(laagste[wortel[p]], deel.sleutels[p]);
    }
    std::vector<Plek> wortels;
    for (Plek p = 0; p < n; ++p) {
        if (wortel[p] == p) wortels.push_back(p);
    }
    std::sort(wortels.begin(), wortels.end(), [&](Plek a, Plek b) { return grootte[a] != grootte[b] ? grootte[a] > grootte[b] : laagste[a] < laagste[b]; });
    for (std::uint32_t i = 0; i < wortels.size(); ++i) grootte[wortels[i]] = i;
    for (Plek p = 0; p < n; ++p) uit[p] = grootte[wortel[p]];
    return uit;
}

}  // namespace

std::vector<std::uint32_t> graden(const Deelgraaf& deel) {
    std::vector<std::uint32_t> uit(deel.knopen());
    for (Plek p = 0; p < uit.size(); ++p) uit[p] = static_cast<std::uint32_t>(deel.alle.graad(p));
    return uit;
}

std::vector<std::uint32_t> componenten(const Deelgraaf& deel) {
    constexpr std::size_t eerste_buren = 2, trekkingen = 1024;
    const auto n = deel.knopen();
    std::vector<Plek> wortel(n);
    std::iota(wortel.begin(), wortel.end(), Plek{0});
    for (Plek p = 0; p < n; ++p) {
        if (p + wortel_vooruit < n) {
            for (const auto v : eerste_van(deel.alle[p + wortel_vooruit], eerste_buren)) __builtin_prefetch(&wortel[v], 1);
        }
        for (const auto v : eerste_van(deel.alle[p], eerste_buren)) verbind(wortel, p, v);
    }
    druk_samen(wortel);
    // The component most of a sample of places is in; which one it is changes only the cost.
    std::vector<Plek> steek;
    for (std::size_t i = 0; i < trekkingen && n > 0; ++i) steek.push_back(wortel[i * n / trekkingen]);
    std::sort(steek.begin(), steek.end());
    Plek grootste = geen_knoop;
    std::size_t meest = 0;
    for (std::size_t i = 0; i < steek.size();) {
        const auto eind = static_cast<std::size_t>(std::upper_bound(steek.begin(), steek.end(), steek[i]) - steek.begin());
        if (eind - i > meest) meest = eind - i, grootste = steek[i];
        i = eind;
    }
    for (Plek p = 0; p < n; ++p) {
        if (wortel[p] == grootste) continue;
        for (const auto v : deel.alle[p]) verbind(wortel, p, v);
    }
    druk_samen(wortel);
    return nummer(deel, wortel);
}

std::vector<std::uint32_t> kernen(const Deelgraaf& deel) {
    auto graad = graden(deel);
    std::vector<Plek> over(deel.knopen()), rij;
    std::iota(over.begin(), over.end(), Plek{0});
    // Level by level: who has no more than k ties left goes, and whom that brings down to k goes with them.
    for (std::uint32_t k = 0; !over.empty(); ++k) {
        rij.clear();
        std::erase_if(over, [&](Plek p) {
            if (graad[p] > k) return false;
            if (graad[p] == k) rij.push_back(p);  // below: it went as a neighbour
            return true;
        });
        for (std::size_t i = 0; i < rij.size(); ++i) {
            if (i + knoop_vooruit < rij.size()) __builtin_prefetch(&deel.alle.begin[rij[i + knoop_vooruit]]);
            if (i + rij_vooruit < rij.size()) __builtin_prefetch(deel.alle.naar.data() + deel.alle.begin[rij[i + rij_vooruit]]);
            if (i + buren_vooruit < rij.size()) {
                for (const auto v : eerste_van(deel.alle[rij[i + buren_vooruit]], meeste_vooruit)) __builtin_prefetch(&graad[v], 1);
            }
            for (const auto v : deel.alle[rij[i]]) {
                if (graad[v] > k && --graad[v] == k) rij.push_back(v);
            }
        }
    }
    return graad;
}

}  // namespace damwand::graph

// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/maten.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/graph/stop.hpp"

namespace damwand::graph {
namespace {

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
        const auto rij = deel.alle[p];
        for (std::size_t i = 0; i < std::min(eerste_buren, rij.size()); ++i) verbind(wortel, p, rij[i]);
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
    const auto n = deel.knopen();
    auto graad = graden(deel);
    const auto hoogste = n == 0 ? 0 : *std::max_element(graad.begin(), graad.end());
    // Places in buckets by what is left of their degree; taking one away moves its neighbours a bucket down.
    std::vector<std::uint32_t> begin(std::size_t{hoogste} + 2), plek(n);
    std::vector<Plek> rij(n);
    for (const auto g : graad) ++begin[g + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    for (Plek p = 0; p < n; ++p) {
        plek[p] = begin[graad[p]]++;
        rij[plek[p]] = p;
    }
    std::rotate(begin.begin(), begin.end() - 1, begin.end());
    begin[0] = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        const auto p = rij[i];
        for (const auto v : deel.alle[p]) {
            if (graad[v] <= graad[p]) continue;
            const auto eerste = rij[begin[graad[v]]];
            std::swap(rij[plek[v]], rij[plek[eerste]]);
            std::swap(plek[v], plek[eerste]);
            ++begin[graad[v]--];
        }
    }
    return graad;
}

std::vector<double> pagerank(const Deelgraaf& deel, const PagerankOpties& opties) {
    const auto n = deel.knopen();
    if (n == 0) return {};
    const auto omgekeerd = deel.gericht ? keer_om(deel.uit) : Rijen{};
    const auto& van = deel.gericht ? omgekeerd : deel.alle;
    const auto& naar = deel.volg();
    std::vector<double> deling(n), stroom(n);  // 1 / ties outward; what flows over each of them
    double los = 0;                            // what stands where nothing flows on: it starts anew
    const auto begin = 1.0 / static_cast<double>(n);
    std::vector<double> uit(n, begin);
    for (Plek p = 0; p < n; ++p) {
        const auto graad = naar.graad(p);
        deling[p] = graad == 0 ? 0 : 1.0 / static_cast<double>(graad);
        stroom[p] = begin * deling[p];
        if (graad == 0) los += begin;
    }
    Tik tik(opties.voortgang, 0);
    for (unsigned ronde = 0; ronde < opties.meeste_rondes; ++ronde) {
        double verschil = 0;
        for (Plek p = 0; p < n; ++p) {
            tik();
            double som = 0;
            for (const auto v : van[p]) som += stroom[v];
            // what the node gives itself by starting anew belongs on the left-hand side
            const double eigen = deling[p] == 0 ? opties.demping * begin : 0;
            const double nieuw = ((1 - opties.demping) * begin + opties.demping * (som + (los - (deling[p] == 0 ? uit[p] : 0)) * begin)) / (1 - eigen);
            if (deling[p] == 0) los += nieuw - uit[p];
            verschil += std::abs(nieuw - uit[p]);
            uit[p] = nieuw;
            stroom[p] = nieuw * deling[p];
        }
        if (verschil < opties.nauwkeurig) break;
    }
    const double som = std::accumulate(uit.begin(), uit.end(), 0.0);
    for (auto& x : uit) x /= som;
    return uit;
}

}  // namespace damwand::graph

// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "engine/graph/maten.hpp"
#include "engine/graph/samen.hpp"
#include "engine/graph/stop.hpp"

namespace damwand::graph {
namespace {

/// What one round of Chebyshev's iteration reads and writes. `volgende` holds the round before the last until it is overwritten, place by place.
struct Ronde {
    const std::uint32_t* begin = nullptr;
    const Plek* naar = nullptr;
    const double* nu = nullptr;
    double* volgende = nullptr;
    double demping = 0, gewicht = 1;
};

/// Nodes [van, tot), all with `vast` ties each, or any number when that is 0; answers by how much their equations are off together. Nodes are numbered
/// by falling degree, so that rows of one length stand together; a length known to the compiler takes a third off the time.
template <std::uint32_t vast>
double zet_rijen(const Ronde& ronde, std::size_t van, std::size_t tot) {
    const auto [begin, naar, nu, volgende, demping, gewicht] = ronde;
    double over = 0;
    const auto* rij = naar + begin[van];
    for (auto p = van; p < tot; ++p) {
        const auto banden = vast > 0 ? vast : begin[p + 1] - begin[p];
        double buren = 0;
#pragma GCC unroll 8
        for (std::uint32_t k = 0; k < banden; ++k) buren += nu[rij[k]];
        rij += banden;
        const auto graad = static_cast<double>(banden);
        const auto rest = 1 - graad * nu[p] + demping * buren;
        over += std::abs(rest);
        volgende[p] += gewicht * (nu[p] - volgende[p] + (vast > 0 ? rest * (1 / graad) : rest / graad));
    }
    return over;
}
constexpr std::array vaste_rijen{zet_rijen<1>, zet_rijen<2>, zet_rijen<3>, zet_rijen<4>, zet_rijen<5>, zet_rijen<6>, zet_rijen<7>, zet_rijen<8>};

/// Undirected: with z the rank per tie, D the degrees and W the ties, (D − demping·W) z = 1 up to scale. D⁻¹W has its eigenvalues within −1 … 1 whatever
/// the graph, so that the weights of Chebyshev's iteration are known ahead: one pass over the ties a round and no sums to wait for in between.
std::vector<double> ongericht(const Deelgraaf& deel, const PagerankOpties& opties, Tik& tik) {
    const auto n = deel.knopen();
    const auto& begin = deel.alle.begin;
    std::array<std::size_t, vaste_rijen.size() + 1> vanaf{};  // per degree the first node that has no more
    for (std::size_t graad = 0; graad < vanaf.size(); ++graad) {
        std::size_t laag = 0, hoog = n;
        while (laag < hoog) {
            const auto midden = (laag + hoog) / 2;
            if (deel.alle.graad(static_cast<Plek>(midden)) > graad) laag = midden + 1;
            else hoog = midden;
        }
        vanaf.at(graad) = laag;
    }
    const auto met_banden = vanaf[0];
    const auto demping = opties.demping;
    std::vector<double> z(n, static_cast<double>(met_banden) / ((1 - demping) * std::max(1.0, static_cast<double>(deel.alle.naar.size())))), vorige = z;
    // In pieces on several cores; sums per piece are added in order.
    const std::size_t stukken = std::clamp<std::size_t>(met_banden / 4096, 1, 64);
    std::vector<double> over(stukken);
    double gewicht = 1;
    for (unsigned nummer = 0; nummer < opties.meeste_rondes && met_banden > 0; ++nummer) {
        tik(n);
        if (nummer == 1) gewicht = 2 / (2 - demping * demping);
        if (nummer > 1) gewicht = 4 / (4 - demping * demping * gewicht);
        const Ronde ronde{begin.data(), deel.alle.naar.data(), z.data(), vorige.data(), demping, gewicht};
        samen(met_banden, stukken, [&](std::size_t stuk, std::size_t van, std::size_t tot) {
            double som = 0;
            const auto tot_lang = std::min(tot, vanaf[vaste_rijen.size()]);
            if (van < tot_lang) som += zet_rijen<0>(ronde, van, tot_lang);
            for (auto graad = vaste_rijen.size(); graad > 0; --graad) {
                const auto eerste = std::max(van, vanaf.at(graad)), laatste = std::min(tot, vanaf.at(graad - 1));
                if (eerste < laatste) som += vaste_rijen.at(graad - 1)(ronde, eerste, laatste);
            }
            over[stuk] = som;
        });
        // Scaled like this all ranks together are met_banden / (1 − demping), and off by at most what is left over / (1 − demping).
        if (std::accumulate(over.begin(), over.end(), 0.0) <= opties.nauwkeurig * static_cast<double>(met_banden)) break;
        std::swap(z, vorige);
    }
    for (Plek p = 0; p < n; ++p) z[p] = p < met_banden ? z[p] * static_cast<double>(deel.alle.graad(p)) : 1;
    return z;
}

std::vector<double> gericht(const Deelgraaf& deel, const PagerankOpties& opties, Tik& tik) {
    const auto n = deel.knopen();
    const auto van = keer_om(deel.uit);
    std::vector<double> deling(n), stroom(n);  // 1 / ties outward; what flows over each of them
    double los = 0;                            // what stands where nothing flows on: it starts anew
    const auto begin = 1.0 / static_cast<double>(n);
    std::vector<double> uit(n, begin);
    for (Plek p = 0; p < n; ++p) {
        const auto graad = deel.uit.graad(p);
        deling[p] = graad == 0 ? 0 : 1.0 / static_cast<double>(graad);
        stroom[p] = begin * deling[p];
        if (graad == 0) los += begin;
    }
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
        if (verschil * opties.demping <= opties.nauwkeurig * (1 - opties.demping)) break;
    }
    return uit;
}

}  // namespace

std::vector<double> pagerank(const Deelgraaf& deel, const PagerankOpties& opties) {
    if (deel.knopen() == 0) return {};
    Tik tik(opties.voortgang, 0);
    auto uit = deel.gericht ? gericht(deel, opties, tik) : ongericht(deel, opties, tik);
    const double som = std::accumulate(uit.begin(), uit.end(), 0.0);
    for (auto& x : uit) x /= som;
    return uit;
}

}  // namespace damwand::graph

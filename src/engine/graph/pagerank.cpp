// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/graph/maten.hpp"
#include "engine/graph/samen.hpp"
#include "engine/graph/stop.hpp"

namespace damwand::graph {
namespace {

/// Undirected: with z the rank per tie, D the degrees and W the ties, (D − demping·W) z = 1 up to scale; symmetric and diagonally dominant.
std::vector<double> ongericht(const Deelgraaf& deel, const PagerankOpties& opties, Tik& tik) {
    const auto n = deel.knopen();
    std::vector<double> z(n), rest(n, 1), richting(n), beeld(n);
    const auto graad = [&](Plek p) { return static_cast<double>(deel.alle.graad(p)); };
    const auto beeld_van = [&](const std::vector<double>& van, Plek p) {
        double som = 0;
        for (const auto v : deel.alle[p]) som += van[v];
        return graad(p) * van[p] - opties.demping * som;
    };
    double met_banden = 0;
    for (Plek p = 0; p < n; ++p) met_banden += graad(p) > 0 ? 1 : 0;
    const auto begin = met_banden / ((1 - opties.demping) * std::max(1.0, static_cast<double>(deel.alle.naar.size())));
    double rho = 0;
    for (Plek p = 0; p < n; ++p) {
        if (graad(p) == 0) continue;
        rest[p] = 1 - (1 - opties.demping) * graad(p) * begin;  // what is left when all z are equal
        z[p] = begin;
        richting[p] = rest[p] / graad(p);
        rho += rest[p] * richting[p];
    }
    // In pieces on several cores; sums per piece are added in order.
    const std::size_t stukken = std::clamp<std::size_t>(n / 4096, 1, 64);
    struct Som {
        double langs = 0, over = 0, gewogen = 0, volgende = 0;
    };
    std::vector<Som> sommen(stukken);
    const auto elk = [&](auto doe) {
        samen(n, stukken, [&](std::size_t stuk, std::size_t van, std::size_t tot) {
            Som som;
            for (auto p = static_cast<Plek>(van); p < tot; ++p) doe(som, p);
            sommen[stuk] = som;
        });
    };
    const auto tel = [&](double Som::*wat) {
        double uit = 0;
        for (const auto& som : sommen) uit += som.*wat;
        return uit;
    };
    for (unsigned ronde = 0; ronde < opties.meeste_rondes && rho > 0; ++ronde) {
        tik(n);
        elk([&](Som& som, Plek p) {
            beeld[p] = beeld_van(richting, p);
            som.langs += richting[p] * beeld[p];
        });
        const auto stap = rho / tel(&Som::langs);
        elk([&](Som& som, Plek p) {
            if (graad(p) == 0) return;
            z[p] += stap * richting[p];
            rest[p] -= stap * beeld[p];
            som.over += std::abs(rest[p]);
            som.gewogen += graad(p) * z[p];
            som.volgende += rest[p] * rest[p] / graad(p);
        });
        const auto volgende = tel(&Som::volgende), over = tel(&Som::over), gewogen = tel(&Som::gewogen);
        if (over <= opties.nauwkeurig * (1 - opties.demping) * gewogen) break;
        const auto deel_oud = volgende / rho;
        rho = volgende;
        elk([&](Som&, Plek p) {
            if (graad(p) > 0) richting[p] = rest[p] / graad(p) + deel_oud * richting[p];
        });
    }
    for (Plek p = 0; p < n; ++p) z[p] = graad(p) == 0 ? 1 : z[p] * graad(p);
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

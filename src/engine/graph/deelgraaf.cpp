// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/deelgraaf.hpp"

#include <algorithm>
#include <numeric>

#include "engine/graph/stop.hpp"

namespace damwand::graph {
namespace {

Deelgraaf maak(const Blik& blik, std::vector<Knoop> knopen, const Voortgang& voortgang) {
    Deelgraaf uit;
    const auto n = knopen.size();
    uit.gericht = blik.filter().richting != Richting::beide;
    Tik tik(voortgang, n * 2);
    // Degrees first: they give the order, and the order the places.
    std::vector<Plek> plek(blik.opname().knopen(), geen_knoop);
    for (const auto k : knopen) plek[k] = 0;
    std::vector<std::uint32_t> graad_voor(n), graad_tegen(uit.gericht ? n : 0);
    const auto tel = [&](Knoop k, bool omgekeerd) {
        std::uint32_t aantal = 0;
        blik.elke_pijl(k, [&](Knoop v, std::uint32_t) { return aantal += plek[v] != geen_knoop ? 1 : 0, true; }, omgekeerd);
        return aantal;
    };
    for (std::size_t i = 0; i < n; ++i) {
        tik();
        graad_voor[i] = tel(knopen[i], false);
        if (uit.gericht) graad_tegen[i] = tel(knopen[i], true);
    }
    const auto graad = [&](std::uint32_t i) { return std::uint64_t{graad_voor[i]} + (uit.gericht ? graad_tegen[i] : 0); };
    std::vector<std::uint32_t> orde(n);
    std::iota(orde.begin(), orde.end(), 0U);
    std::sort(orde.begin(), orde.end(), [&](auto a, auto b) {
        const auto ga = graad(a), gb = graad(b);
        return ga != gb ? ga > gb : blik.sleutel(knopen[a]) < blik.sleutel(knopen[b]);
    });
    uit.sleutels.reserve(n);
    uit.alle.begin.assign(1, 0);
    if (uit.gericht) uit.uit.begin.assign(1, 0);
    std::uint64_t pijlen = 0;
    for (const auto i : orde) {
        plek[knopen[i]] = static_cast<Plek>(uit.sleutels.size());
        uit.sleutels.push_back(blik.sleutel(knopen[i]));
        pijlen += graad(i);
        if (pijlen > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("a part beyond two milliard ties");
        uit.alle.begin.push_back(static_cast<std::uint32_t>(pijlen));
        if (uit.gericht) uit.uit.begin.push_back(uit.uit.begin.back() + graad_voor[i]);
    }
    uit.alle.naar.reserve(pijlen);
    for (const auto i : orde) {
        tik();
        const auto leg = [&](std::vector<Plek>& naar, bool omgekeerd) {
            blik.elke_pijl(knopen[i], [&](Knoop v, std::uint32_t) {
                if (plek[v] != geen_knoop) naar.push_back(plek[v]);
                return true;
            }, omgekeerd);
        };
        leg(uit.alle.naar, false);
        if (uit.gericht) {
            leg(uit.alle.naar, true);
            leg(uit.uit.naar, false);
        }
    }
    return uit;
}

}  // namespace

Rijen keer_om(const Rijen& rijen) {
    const auto n = rijen.begin.size() - 1;
    Rijen uit{std::vector<std::uint32_t>(n + 1), std::vector<Plek>(rijen.naar.size())};
    for (const auto v : rijen.naar) ++uit.begin[v + 1];
    std::partial_sum(uit.begin.begin(), uit.begin.end(), uit.begin.begin());
    auto volgende = uit.begin;
    for (Plek p = 0; p < n; ++p) {
        for (const auto v : rijen[p]) uit.naar[volgende[v]++] = p;
    }
    return uit;
}

Deelgraaf neem_deel(const Blik& blik, const Voortgang& voortgang) {
    std::vector<Knoop> knopen;
    for (Knoop k = 0; k < blik.opname().knopen(); ++k) {
        if (blik.ziet(k)) knopen.push_back(k);
    }
    return maak(blik, std::move(knopen), voortgang);
}

Deelgraaf neem_deel(const Blik& blik, std::span<const Knoop> selectie, const Voortgang& voortgang) {
    std::vector<Knoop> knopen;
    for (const auto k : selectie) {
        if (blik.ziet(k)) knopen.push_back(k);
    }
    std::sort(knopen.begin(), knopen.end());
    knopen.erase(std::unique(knopen.begin(), knopen.end()), knopen.end());
    return maak(blik, std::move(knopen), voortgang);
}

}  // namespace damwand::graph

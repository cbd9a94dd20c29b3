// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "engine/graph/groepen.hpp"
#include "engine/graph/stop.hpp"

namespace damwand::graph {

Breuken breuken(const Deelgraaf& deel, const Voortgang& voortgang) {
    const auto n = deel.knopen();
    Breuken uit;
    Tik tik(voortgang, deel.alle.naar.size());
    // Of a node only its number is kept, so that looking at a neighbour touches as little memory as can be; the rest stands on the way there.
    struct Trede {
        Plek p, ouder;
        std::uint32_t volgende, einde, laagste;
        bool heen;  ///< the tie to the parent was passed over once
    };
    std::vector<std::uint32_t> nummer(n);  // 0: not reached yet
    std::vector<bool> scharnier(n);
    std::vector<Trede> pad;
    std::uint32_t teller = 0;
    const auto betreed = [&](Plek p, Plek ouder) {
        nummer[p] = ++teller;
        pad.push_back({p, ouder, deel.alle.begin[p], deel.alle.begin[p + 1], teller, false});
    };
    for (Plek wortel = 0; wortel < n; ++wortel) {
        if (nummer[wortel] != 0) continue;
        std::size_t takken = 0;
        betreed(wortel, geen_knoop);
        while (!pad.empty()) {
            auto& hier = pad.back();
            if (hier.volgende < hier.einde) {
                tik();
                const auto v = deel.alle.naar[hier.volgende++];
                if (v == hier.ouder && !hier.heen) {
                    hier.heen = true;
                } else if (nummer[v] != 0) {
                    hier.laagste = std::min(hier.laagste, nummer[v]);
                } else {
                    takken += hier.p == wortel ? 1 : 0;
                    betreed(v, hier.p);
                }
                continue;
            }
            const auto af = hier;
            pad.pop_back();
            if (pad.empty()) continue;
            auto& boven = pad.back();
            boven.laagste = std::min(boven.laagste, af.laagste);
            if (af.laagste > nummer[boven.p]) uit.bruggen.emplace_back(boven.p, af.p);
            if (af.laagste >= nummer[boven.p] && boven.p != wortel) scharnier[boven.p] = true;
        }
        scharnier[wortel] = takken > 1;
    }
    const auto sleutel = [&](Plek p) { return deel.sleutels[p]; };
    for (Plek p = 0; p < n; ++p) {
        if (scharnier[p]) uit.scharnieren.push_back(p);
    }
    for (auto& [a, b] : uit.bruggen) {
        if (sleutel(b) < sleutel(a)) std::swap(a, b);
    }
    std::sort(uit.scharnieren.begin(), uit.scharnieren.end(), [&](Plek a, Plek b) { return sleutel(a) < sleutel(b); });
    std::sort(uit.bruggen.begin(), uit.bruggen.end(), [&](const auto& x, const auto& y) { return std::pair{sleutel(x.first), sleutel(x.second)} < std::pair{sleutel(y.first), sleutel(y.second)}; });
    return uit;
}

}  // namespace damwand::graph

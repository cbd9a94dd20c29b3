// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "engine/graph/groepen.hpp"
#include "engine/graph/stop.hpp"

namespace damwand::graph {

Breuken breuken(const Deelgraaf& deel, const Voortgang& voortgang) {
    const auto n = deel.knopen();
    Breuken uit;
    Tik tik(voortgang, deel.alle.naar.size());
    struct Stand {  // in one cache line
        std::uint32_t nummer = 0, laagste = 0, volgende = 0;  // nummer 0: not reached yet
        Plek ouder = geen_knoop;
    };
    std::vector<Stand> stand(n);
    std::vector<bool> heen(n), scharnier(n);  // heen: the tie to the parent was passed over once
    std::vector<Plek> stapel;
    std::uint32_t teller = 0;
    for (Plek wortel = 0; wortel < n; ++wortel) {
        if (stand[wortel].nummer != 0) continue;
        std::size_t takken = 0;
        stand[wortel].nummer = stand[wortel].laagste = ++teller;
        stapel.push_back(wortel);
        while (!stapel.empty()) {
            const auto p = stapel.back();
            auto& hier = stand[p];
            const auto rij = deel.alle[p];
            if (hier.volgende < rij.size()) {
                tik();
                const auto v = rij[hier.volgende++];
                auto& daar = stand[v];
                if (v == hier.ouder && !heen[p]) {
                    heen[p] = true;
                } else if (daar.nummer == 0) {
                    daar.ouder = p;
                    daar.nummer = daar.laagste = ++teller;
                    stapel.push_back(v);
                    takken += p == wortel ? 1 : 0;
                } else {
                    hier.laagste = std::min(hier.laagste, daar.nummer);
                }
                continue;
            }
            stapel.pop_back();
            if (hier.ouder == geen_knoop) continue;
            auto& boven = stand[hier.ouder];
            boven.laagste = std::min(boven.laagste, hier.laagste);
            if (hier.laagste > boven.nummer) uit.bruggen.emplace_back(hier.ouder, p);
            if (hier.laagste >= boven.nummer && hier.ouder != wortel) scharnier[hier.ouder] = true;
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

// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "engine/graph/groepen.hpp"
#include "engine/graph/stop.hpp"

namespace damwand::graph {

Breuken breuken(const Deelgraaf& deel, const Voortgang& voortgang) {
    const auto n = deel.knopen();
    Breuken uit;
    Tik tik(voortgang, deel.alle.naar.size());
    std::vector<std::uint32_t> nummer(n), laagste(n), volgende(n);  // nummer 0: not reached yet
    std::vector<Plek> ouder(n, geen_knoop);
    std::vector<bool> heen(n), scharnier(n);  // heen: the tie to the parent was passed over once
    std::vector<Plek> stapel;
    std::uint32_t teller = 0;
    for (Plek wortel = 0; wortel < n; ++wortel) {
        if (nummer[wortel] != 0) continue;
        std::size_t takken = 0;
        nummer[wortel] = laagste[wortel] = ++teller;
        stapel.push_back(wortel);
        while (!stapel.empty()) {
            const auto p = stapel.back();
            const auto rij = deel.alle[p];
            if (volgende[p] < rij.size()) {
                tik();
                const auto v = rij[volgende[p]++];
                if (v == ouder[p] && !heen[p]) {
                    heen[p] = true;
                } else if (nummer[v] == 0) {
                    ouder[v] = p;
                    nummer[v] = laagste[v] = ++teller;
                    stapel.push_back(v);
                    takken += p == wortel ? 1 : 0;
                } else {
                    laagste[p] = std::min(laagste[p], nummer[v]);
                }
                continue;
            }
            stapel.pop_back();
            const auto boven = ouder[p];
            if (boven == geen_knoop) continue;
            laagste[boven] = std::min(laagste[boven], laagste[p]);
            if (laagste[p] > nummer[boven]) uit.bruggen.emplace_back(std::min(boven, p), std::max(boven, p));
            if (laagste[p] >= nummer[boven] && boven != wortel) scharnier[boven] = true;
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

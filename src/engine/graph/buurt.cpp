// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/buurt.hpp"

#include <algorithm>

#include "engine/graph/stop.hpp"

namespace damwand::graph {
namespace {

bool past(const std::vector<std::uint16_t>& lijst, std::uint16_t type) { return lijst.empty() || std::find(lijst.begin(), lijst.end(), type) != lijst.end(); }

void op_sleutel(const Blik& blik, std::vector<Knoop>& knopen) {
    std::sort(knopen.begin(), knopen.end(), [&](Knoop a, Knoop b) { return blik.sleutel(a) < blik.sleutel(b); });
}

}  // namespace

std::vector<Burentelling> tel_buren(const Blik& blik, Knoop knoop) {
    std::vector<std::pair<std::uint16_t, Knoop>> gezien;
    if (!blik.ziet(knoop)) return {};
    blik.elke_buur(knoop, [&](Knoop v, std::uint32_t kenmerk) { gezien.emplace_back(blik.opname().kenmerk(kenmerk).type, v); });
    std::sort(gezien.begin(), gezien.end());
    gezien.erase(std::unique(gezien.begin(), gezien.end()), gezien.end());
    std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint64_t> telling;
    for (const auto& [type, v] : gezien) ++telling[{type, blik.type(v)}];
    std::vector<Burentelling> uit;
    for (const auto& [typen, aantal] : telling) uit.push_back({typen.first, typen.second, aantal});
    return uit;
}

Buren buren(const Blik& blik, Knoop knoop, const Burenvraag& vraag) {
    Buren uit;
    if (!blik.ziet(knoop)) return uit;
    std::vector<Knoop> gevonden;
    blik.elke_buur(knoop, [&](Knoop v, std::uint32_t kenmerk) {
        if (past(vraag.bandtypen, blik.opname().kenmerk(kenmerk).type) && past(vraag.knooptypen, blik.type(v))) gevonden.push_back(v);
    });
    op_sleutel(blik, gevonden);
    gevonden.erase(std::unique(gevonden.begin(), gevonden.end()), gevonden.end());
    uit.totaal = gevonden.size();
    for (const auto v : gevonden) {
        if (vraag.vervolg && blik.sleutel(v) <= vraag.na) continue;
        if (uit.buren.size() == vraag.meeste) break;
        Buur buur{v, blik.banden(knoop, v)};
        std::erase_if(buur.banden, [&](const Band& b) { return !past(vraag.bandtypen, b.kenmerk.type); });
        uit.buren.push_back(std::move(buur));
    }
    return uit;
}

Buurt buurt(const Blik& blik, Knoop knoop, const Buurtvraag& vraag, Werkblad& werkblad) {
    Buurt uit;
    if (!blik.ziet(knoop)) return uit;
    werkblad.begin(blik.opname().knopen());
    werkblad.zet(knoop, 1);
    Tik tik(vraag.voortgang, 0);
    std::vector<Knoop> front{knoop};
    std::size_t bereikt = 0;
    for (unsigned stap = 0; stap < vraag.stappen && !front.empty() && !uit.afgekapt; ++stap) {
        std::vector<Knoop> laag;
        for (const auto k : front) {
            blik.elke_pijl(k, [&](Knoop v, std::uint32_t) {
                tik();
                if (werkblad.merk(v) != 0) return true;
                if (!blik.ziet(v)) {
                    werkblad.zet(v, 2);
                    return true;
                }
                if (bereikt == vraag.meeste_knopen) return !(uit.afgekapt = true);
                werkblad.zet(v, 1);
                laag.push_back(v);
                ++bereikt;
                return true;
            });
            if (uit.afgekapt) break;
        }
        if (laag.empty()) break;
        op_sleutel(blik, laag);
        auto& per_type = uit.per_type.emplace_back();
        for (const auto k : laag) ++per_type[blik.type(k)];
        front = laag;
        uit.lagen.push_back(std::move(laag));
    }
    return uit;
}

std::vector<Knoop> gemeenschappelijke_buren(const Blik& blik, std::span<const Knoop> knopen, std::size_t meeste, Werkblad& werkblad) {
    std::vector<Knoop> over;
    for (std::size_t i = 0; i < knopen.size(); ++i) {
        if (!blik.ziet(knopen[i])) return {};
        werkblad.begin(blik.opname().knopen());
        for (const auto k : over) werkblad.zet(k, 1);
        std::vector<Knoop> nu;
        blik.elke_pijl(knopen[i], [&](Knoop v, std::uint32_t) {
            const auto merk = werkblad.merk(v);
            if (merk == (i == 0 ? 0U : 1U) && (i != 0 || blik.ziet(v))) {
                werkblad.zet(v, 2);
                nu.push_back(v);
            }
            return true;
        });
        over = std::move(nu);
        if (over.empty()) break;
    }
    op_sleutel(blik, over);
    if (over.size() > meeste) over.resize(meeste);
    return over;
}

}  // namespace damwand::graph

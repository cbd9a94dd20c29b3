// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/patroon.hpp"

#include <algorithm>
#include <set>

#include "werk/netwerk/blikveld.hpp"

/// Shapes in the graph, for the rooms after this one.
namespace damwand::netwerk {
namespace {

constexpr std::uint64_t meeste_pijlen = 20'000'000;  // looked at for one shape

/// The shape with one kind for each role; none where the graph has nothing of such a kind.
std::optional<graph::Patroon> met_soorten(const Geheugen::Graaf& graaf, const Patroon& patroon, const std::vector<std::size_t>& keuze) {
    graph::Patroon uit;
    for (std::size_t i = 0; i < patroon.rollen.size(); ++i) {
        const auto type = graaf.type(patroon.rollen[i].soorten[keuze[i]]);
        if (!type) return std::nullopt;
        uit.knopen.push_back({patroon.rollen[i].naam, type});
    }
    for (const auto& band : patroon.banden) {
        const auto type = band.soort ? graaf.type(*band.soort) : std::nullopt;
        if (band.soort && !type) return std::nullopt;
        uit.banden.push_back({.naam = {}, .van = band.van, .naar = band.naar, .type = type, .beide = !band.soort});
    }
    if (!patroon.venster.empty()) uit.vensters.push_back({patroon.venster, patroon.dagen});
    if (patroon.op_volgorde) uit.volgorde = patroon.venster;
    return uit;
}

/// To the next choice of kinds; false when there is none.
bool volgende(const Patroon& patroon, std::vector<std::size_t>& keuze) {
    for (std::size_t i = 0; i < keuze.size(); ++i) {
        if (++keuze[i] < patroon.rollen[i].soorten.size()) return true;
        keuze[i] = 0;
    }
    return false;
}

}  // namespace

Vondsten zoek_patroon(const Geheugen& geheugen, const Kijker& kijker, const Patroon& patroon, const std::optional<std::string>& slechtste, std::size_t meeste) {
    graph::Filter filter;
    if (slechtste) filter.slechtste.bron = static_cast<std::uint8_t>((*slechtste)[0] - 'A');
    const Blikveld veld(geheugen.graaf(), kijker, filter);
    std::set<Vondst> gevonden;
    Vondsten uit;
    std::vector<std::size_t> keuze(patroon.rollen.size());
    do {
        const auto vorm = met_soorten(veld.geheugen, patroon, keuze);
        if (!vorm) continue;
        graph::Patroonvraag vraag;
        vraag.meeste = meeste;
        vraag.meeste_pijlen = meeste_pijlen;
        const auto treffers = graph::zoek_patroon(veld.blik, *vorm, vraag);
        uit.vol = uit.vol || treffers.afgekapt;
        for (const auto& treffer : treffers.treffers) {
            Vondst vondst;
            for (const auto knoop : treffer.knopen) vondst.leden.push_back(veld.ref(knoop));
            bool heel = true;
            for (const auto& band : treffer.banden) {
                if (band.id == 0) continue;  // of a public register
                const auto rij = veld.geheugen.rij(band.id);
                if (rij) vondst.rijen.push_back(*rij);
                else heel = false;  // went while we looked
            }
            std::ranges::sort(vondst.rijen);
            const auto dubbel = std::ranges::unique(vondst.rijen);
            vondst.rijen.erase(dubbel.begin(), dubbel.end());
            if (heel) gevonden.insert(std::move(vondst));
        }
    } while (volgende(patroon, keuze));
    uit.vondsten.assign(gevonden.begin(), gevonden.end());
    return uit;
}

bool kent(const Geheugen& geheugen, const Kijker& kijker, const std::vector<KnoopRef>& knopen) {
    const Blikveld veld(geheugen.graaf(), kijker, {});
    return std::ranges::all_of(knopen, [&](const KnoopRef& knoop) { return veld.vind(knoop).has_value(); });
}

}  // namespace damwand::netwerk

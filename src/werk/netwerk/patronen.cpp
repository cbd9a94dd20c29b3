// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/patroon.hpp"

#include <algorithm>
#include <set>

#include "werk/netwerk/blikveld.hpp"

/// Shapes in the graph, for the rooms after this one.
namespace damwand::netwerk {
namespace {

constexpr std::uint64_t meeste_pijlen = 20'000'000;  // looked at for one shape

/// The shape in the numbers of the graph; none where the graph has nothing of a kind that it asks for.
std::optional<graph::Patroon> in_getallen(const Geheugen::Graaf& graaf, const Patroon& patroon) {
    const auto dag = [](Datum d) { return static_cast<std::int32_t>(std::chrono::sys_days(d).time_since_epoch().count()); };
    graph::Patroon uit;
    for (const auto& rol : patroon.rollen) {
        graph::Patroonknoop knoop{rol.naam, {}};
        for (const auto& soort : rol.soorten) {
            if (const auto type = graaf.type(soort)) knoop.typen.push_back(*type);
        }
        if (knoop.typen.empty()) return std::nullopt;
        uit.knopen.push_back(std::move(knoop));
    }
    for (const auto& band : patroon.banden) {
        const auto type = band.soort ? graaf.type(*band.soort) : std::nullopt;
        if (band.soort && !type) return std::nullopt;
        graph::Patroonband b{.naam = {}, .van = band.van, .naar = band.naar, .type = type, .beide = !band.soort};
        if (band.begin) b.periode.van = dag(*band.begin);
        if (band.eind) b.periode.tot = dag(*band.eind);
        uit.banden.push_back(std::move(b));
    }
    if (!patroon.venster.empty()) uit.vensters.push_back({patroon.venster, patroon.dagen});
    if (patroon.op_volgorde) uit.volgorde = patroon.venster;
    return uit;
}

/// Where a search may begin: what a row of a dossier that this one sees is about. Registers hold millions, and a place that stands in
/// those alone is not told.
std::vector<graph::Knoop> zaden(const Blikveld& veld) {
    std::vector<graph::Knoop> uit;
    for (const auto sleutel : veld.geheugen.van_dossiers()) {
        const auto knoop = veld.blik.vind(sleutel);
        if (!knoop) continue;
        bool raakt = false;
        veld.blik.elke_buur(*knoop, [&](graph::Knoop, std::uint32_t kenmerk) {
            raakt = Geheugen::Graaf::van_dossier(veld.blik.opname().kenmerk(kenmerk).zicht);
            return !raakt;
        });
        if (raakt) uit.push_back(*knoop);
    }
    return uit;
}

}  // namespace

Vondsten zoek_patroon(const Geheugen& geheugen, const Kijker& kijker, const Patroon& patroon, const std::optional<std::string>& slechtste, std::size_t meeste,
                      const Voortgang& voortgang) {
    graph::Filter filter;
    if (slechtste) filter.slechtste.bron = static_cast<std::uint8_t>((*slechtste)[0] - 'A');
    const Blikveld veld(geheugen.graaf(), kijker, filter);
    Vondsten uit;
    const auto vorm = in_getallen(veld.geheugen, patroon);
    if (!vorm) return uit;
    graph::Patroonvraag vraag;
    vraag.meeste = meeste;
    vraag.meeste_pijlen = meeste_pijlen;
    vraag.zaden = zaden(veld);
    vraag.met_rij = true;
    vraag.voortgang = voortgang;
    const auto treffers = graph::zoek_patroon(veld.blik, *vorm, vraag);
    uit.vol = treffers.afgekapt;
    std::set<Vondst> gevonden;
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
    uit.vondsten.assign(gevonden.begin(), gevonden.end());
    return uit;
}

bool kent(const Geheugen& geheugen, const Kijker& kijker, const std::vector<KnoopRef>& knopen) {
    const Blikveld veld(geheugen.graaf(), kijker, {});
    return std::ranges::all_of(knopen, [&](const KnoopRef& knoop) { return veld.vind(knoop).has_value(); });
}

}  // namespace damwand::netwerk

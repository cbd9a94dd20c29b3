// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "werk/aanpak/handelingen.hpp"
#include "werk/aanpak/store.hpp"

namespace damwand::aanpak {
namespace {

constexpr std::size_t hoogstens = 20;  ///< of what nobody said anything about yet

poort::Lijst<Gelijkende> lees(poort::Gang& gang, const CasusId& casus) {
    auto alle = store::gelijkende(gang, casus);
    zet_op_volgorde(alle);
    std::size_t vrij = 0;
    std::erase_if(alle, [&](const Gelijkende& g) { return !g.samenhang && ++vrij > hoogstens; });
    for (const auto& g : alle) {
        gang.raakt(g.casus.waarde);
        for (const auto& reden : g.redenen) {
            for (const auto& f : reden.wat) {
                if (f.entiteit && (reden.soort == "persoon" || reden.soort == "bedrijf")) gang.raakt_persoon(f.entiteit->waarde);
            }
        }
    }
    return {.resultaten = std::move(alle), .volgende = {}};
}

/// The other casus of the path, if it is the asker's to know of: else it is not there.
struct Ander {
    CasusId id;
    int zicht;
};
Ander ander_van(poort::Gang& gang, const CasusId& casus) {
    const auto id = gang.id<CasusId>("ander");
    const auto zicht = store::zicht_van(gang, id);
    if (!zicht || id == casus) throw onbekend();
    gang.raakt(id.waarde);
    return {id, *zicht};
}

}  // namespace

poort::Lijst<Gelijkende> toon_gelijkende(poort::Gang& gang) {
    const auto greep = casus::houd_stil(gang, gang.id<CasusId>("id"));
    return lees(gang, greep.id);
}

// Neither timeline tells of it, and neither casus counts as touched: that would tell whoever may know of only one of the two.
poort::Lijst<Gelijkende> leg_samenhang_vast(poort::Gang& gang, const SamenhangNieuw& nieuw) {
    const auto greep = casus::grijp(gang, gang.id<CasusId>("id"));
    const auto ander = ander_van(gang, greep.id);
    if (*nieuw.stand != "bevestigd" && *nieuw.stand != "weggelegd") entiteit::eis_geen({{"/stand", "onbekende-code", "Kies iets uit de lijst."}});
    store::zet_samenhang(gang, greep, ander.id, ander.zicht, nieuw);
    return lees(gang, greep.id);
}

void haal_samenhang_weg(poort::Gang& gang) {
    const auto greep = casus::grijp(gang, gang.id<CasusId>("id"));
    const auto ander = ander_van(gang, greep.id);
    if (!store::wis_samenhang(gang, greep.id, ander.id)) throw onbekend();
}

}  // namespace damwand::aanpak

// SPDX-License-Identifier: EUPL-1.2
#include "werk/verstrekking/verstrekking.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace damwand::verstrekking {

std::optional<VeldFout> weigering(const Feit& feit, const Ontvanger& ontvanger, bool overlegd, std::string veld) {
    if (feit.doorgifte == "niet") {
        return VeldFout{std::move(veld), "niet-doorgeven", fmt::format("“{}” mag niet worden doorgegeven. Laat het weg, of vraag de bron om het zelf te geven.", feit.naam)};
    }
    if (std::ranges::find(ontvanger.regimes, feit.regime) == ontvanger.regimes.end()) {
        return VeldFout{std::move(veld), "regime-past-niet",
                        fmt::format("“{}” kreeg de gemeente onder een regime dat doorgeven aan {} niet toestaat. Laat het weg, of vraag de bron om het zelf te geven.", feit.naam, ontvanger.naam_nl)};
    }
    if (feit.doorgifte == "na_overleg" && !overlegd) {
        return VeldFout{std::move(veld), "overleg-ontbreekt", fmt::format("“{}” mag alleen na overleg met de bron. Schrijf op met wie u overlegde en wat die zei.", feit.naam)};
    }
    return std::nullopt;
}

std::string watermerk(const Verstrekking& v, std::string_view ontvanger) {
    auto uit = fmt::format("Afschrift {} · voor {}, {} · gegeven door {} op {}", v.kenmerk, ontvanger, v.ter_attentie_van, v.door.naam, voluit(dag_in_amsterdam(v.op)));
    if (v.tot) uit += fmt::format(" · te bewaren tot en met {}", voluit(*v.tot));
    return uit + " · niet verder verspreiden";
}

}  // namespace damwand::verstrekking

// SPDX-License-Identifier: EUPL-1.2
#include "werk/actie/actie.hpp"

#include <algorithm>
#include <array>

namespace damwand::actie {

std::vector<VeldFout> fouten_in(const Actie& a, bool nieuwe_datum, Datum vandaag) {
    static constexpr std::array<std::string_view, 3> staten{"open", "gedaan", "vervallen"};
    std::vector<VeldFout> fouten;
    if (std::ranges::find(staten, a.staat) == staten.end()) {
        fouten.push_back({"/staat", "onbekende-code", "Een actie is open, gedaan of vervallen."});
    }
    if (a.wat.find_first_not_of(" \t\r\n") == std::string::npos) fouten.push_back({"/wat", "ontbreekt", "Schrijf op wat er moet gebeuren."});
    if (nieuwe_datum && a.datum < vandaag) fouten.push_back({"/datum", "in-verleden", "Deze dag is al voorbij. Kies vandaag of later."});
    if (a.staat == "open" && a.resultaat) fouten.push_back({"/resultaat", "hier-niet", "Een resultaat hoort bij een actie die gedaan of vervallen is."});
    return fouten;
}

}  // namespace damwand::actie

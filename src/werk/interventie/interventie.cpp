// SPDX-License-Identifier: EUPL-1.2
#include "werk/interventie/interventie.hpp"

#include <algorithm>
#include <array>

namespace damwand::interventie {

bool staat_open(std::string_view status) noexcept { return status == "gepland" || status == "bezig"; }

bool is_begonnen(std::string_view status) noexcept { return status == "bezig" || status == "uitgevoerd"; }

std::string wat(const Interventie& interventie) { return casus::kort(interventie.omschrijving); }

std::vector<VeldFout> fouten_in(const Interventie& i, Datum vandaag) {
    static constexpr std::array<std::string_view, 4> statussen{"gepland", "bezig", "uitgevoerd", "vervallen"};
    std::vector<VeldFout> fouten;
    if (std::find(statussen.begin(), statussen.end(), i.status) == statussen.end()) {
        fouten.push_back({"/status", "onbekende-code", "Deze status bestaat niet."});
        return fouten;
    }
    if (i.status == "uitgevoerd" && !i.resultaat) {
        fouten.push_back({"/resultaat", "ontbreekt", "Vul in wat de interventie opleverde."});
    }
    if (staat_open(i.status) && i.resultaat_op) {
        fouten.push_back(
            {"/resultaatOp", "hier-niet", "Een datum van het resultaat hoort bij een afgeronde interventie."});
    }
    if (i.resultaat_op && *i.resultaat_op > vandaag) {
        fouten.push_back({"/resultaatOp", "in-toekomst", "Deze dag ligt in de toekomst."});
    }
    return fouten;
}

}  // namespace damwand::interventie

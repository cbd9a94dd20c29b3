// SPDX-License-Identifier: EUPL-1.2
#include "werk/zoek/store.hpp"

namespace damwand::zoek::store {

std::map<std::string, std::vector<Uuid>> vind(poort::Gang& gang, const std::vector<std::string>& woorden, const std::vector<std::string>& soorten, int hoogstens) {
    std::map<std::string, std::vector<Uuid>> uit;
    if (woorden.empty() || soorten.empty()) return uit;
    for (const auto rij : gang.tx().doe("select soort, rij from zoek.vind($1::text[], $2::text[], $3)", woorden, soorten, hoogstens)) {
        uit[rij.veld<std::string>("soort")].push_back(rij.veld<Uuid>("rij"));
    }
    return uit;
}

}  // namespace damwand::zoek::store

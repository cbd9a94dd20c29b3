// SPDX-License-Identifier: EUPL-1.2
#include "werk/dossier/store.hpp"

namespace damwand::dossier::store {

Tijdstip tik(poort::Gang& gang) { return gang.tx().een("select basis.tik() as nu")[0].veld<Tijdstip>("nu"); }

bool heette_anders(poort::Gang& gang, const std::map<GebruikerId, std::string>& getoond, Tijdstip moment) {
    std::vector<GebruikerId> ids;
    for (const auto& [id, naam] : getoond) ids.push_back(id);
    gang.tx().doe(
        "select from toegang.gebruiker where organisatie = $1 and id = any ($2::uuid[]) order by id for share",
        gang.wie().organisatie, ids);
    // Not the locked rows: one of them may have been changed twice, the first time before the moment.
    for (const auto rij : gang.tx().doe("select id, naam from toegang.gebruiker_op($3::timestamptz) where organisatie "
                                        "= $1 and id = any ($2::uuid[])",
                                        gang.wie().organisatie, ids, moment)) {
        if (rij.veld<std::string>("naam") != getoond.at(rij.veld<GebruikerId>("id"))) return true;
    }
    return false;
}

}  // namespace damwand::dossier::store

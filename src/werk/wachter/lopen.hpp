// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <set>

#include "werk/wachter/store.hpp"

namespace damwand::wachter {

/// Where a shape is, for whoever the transaction is: every row of each place was read as him.
struct Plekken {
    std::vector<netwerk::Vondst> vondsten;
    std::map<Uuid, store::Rijplek> rijen;  ///< of these and of what was left out
    bool vol = false;                      ///< there may be more
    int mist = 0;                          ///< places whose rows he may not see, though the graph said so
};
/// `casus`: only places with a row of that casus. Throws Fout "afgebroken" when `voortgang` says so.
[[nodiscard]] Plekken zoek(db::Transactie& tx, netwerk::Geheugen& geheugen, const netwerk::Kijker& kijker, const netwerk::Patroon& patroon, const std::optional<std::string>& slechtste,
                           const std::optional<Uuid>& casus, const Voortgang& voortgang = {});

/// What one run found, for the logs: ids of dossiers whose rows are in something new, and of persons in it.
struct Verslag {
    std::vector<SuggestieId> nieuw;
    std::set<Uuid> dossiers, personen;
    int mist = 0;  ///< matches whose rows the maker may not see, though the graph said so
};
/// Looks for it as whoever the transaction is, who must have made the watcher, and keeps what is new.
[[nodiscard]] Verslag loop(db::Transactie& tx, netwerk::Geheugen& geheugen, const netwerk::Kijker& kijker, const store::Opdracht& opdracht);

}  // namespace damwand::wachter

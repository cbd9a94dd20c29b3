// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/verstrekking/verstrekking.hpp"

/// The only SQL of this room.
namespace damwand::verstrekking::store {

/// A fact with where it stands and whom it is about.
struct Gelezen {
    Feit feit;
    int zicht = 0;
    std::optional<Uuid> persoon;
};
/// What the casus says, as known at `moment` (none: now).
[[nodiscard]] std::vector<Gelezen> feiten(poort::Gang& gang, const CasusId& casus, const std::optional<Tijdstip>& moment);
[[nodiscard]] std::vector<Ontvanger> ontvangers(poort::Gang& gang);
[[nodiscard]] int over_vandaag(poort::Gang& gang);
/// The privacy check 2B that says the casus may be shared with the RIEC; none when the newest does not.
[[nodiscard]] std::optional<Uuid> riec_akkoord(poort::Gang& gang, const CasusId& casus);
void bewaar_riec(poort::Gang& gang, const casus::Greep& greep, const VerstrekkingId& id, const RiecNieuw& nieuw, const Uuid& toets);
/// `zicht`: where the verstrekking stands.
void bewaar_riec_bericht(poort::Gang& gang, const CasusId& casus, int zicht, const VerstrekkingId& id, const RiecBerichtNieuw& nieuw);

void maak(poort::Gang& gang, const casus::Greep& greep, const VerstrekkingId& id, const std::string& kenmerk, const VerstrekkingNieuw& nieuw, const std::string& label,
          const std::vector<Gelezen>& feiten);
struct Gegeven {
    Verstrekking verstrekking;
    int zicht = 0;
};
/// Newest first; of this casus, or the one with this id.
[[nodiscard]] std::vector<Gegeven> lees(poort::Gang& gang, const CasusId& casus, const std::optional<VerstrekkingId>& id);
/// How many of these were open, of this verstrekking, and are not any more.
[[nodiscard]] std::size_t sluit(poort::Gang& gang, const VerstrekkingId& id, const KennisgevingBesluit& besluit);
[[nodiscard]] Namen namen(poort::Gang& gang, const casus::Greep& greep, const Verstrekking& v);

}  // namespace damwand::verstrekking::store

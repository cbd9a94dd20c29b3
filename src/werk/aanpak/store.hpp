// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/aanpak/aanpak.hpp"

/// The only SQL of the room. Checks nothing but what the SQL itself says: permission is the caller's.
namespace damwand::aanpak::store {

// Templates.
[[nodiscard]] std::vector<Sjabloon> sjablonen(poort::Gang& gang);
/// The organisation's own, locked: its version; 0 when there is none.
[[nodiscard]] int eigen_sjabloon(poort::Gang& gang, const std::string& thema);
void zet_sjabloon(poort::Gang& gang, const SjabloonNieuw& nieuw);
void wis_sjabloon(poort::Gang& gang, const std::string& thema);

// Casussen that resemble this one: what the asker may see, in no order.
[[nodiscard]] std::vector<Gelijkende> gelijkende(poort::Gang& gang, const CasusId& casus);
/// The audience of a casus that the asker may see.
[[nodiscard]] std::optional<int> zicht_van(poort::Gang& gang, const CasusId& casus);
void zet_samenhang(poort::Gang& gang, const casus::Greep& greep, const CasusId& ander, int ander_zicht, const SamenhangNieuw& nieuw);
[[nodiscard]] bool wis_samenhang(poort::Gang& gang, const CasusId& een, const CasusId& ander);

// Criteria.
[[nodiscard]] Criterialijst criteria(poort::Gang& gang);
/// Locks the organisation's list: its version; 0 when it is the shipped one.
[[nodiscard]] int criteriaversie(poort::Gang& gang);
void zet_criteria(poort::Gang& gang, const std::vector<Criterium>& criteria, int versie);
[[nodiscard]] std::vector<Beoordeling> beoordelingen(poort::Gang& gang, const casus::Greep& greep);
void beoordeel(poort::Gang& gang, const casus::Greep& greep, const BeoordelingNieuw& nieuw);
/// Open casussen the asker belongs to, with what was judged.
[[nodiscard]] std::vector<Prioriteit> prioriteiten(poort::Gang& gang);

// Weighing table.
/// Of one signaal, or (none) of all that the asker may see, those whose turn it is first.
[[nodiscard]] std::vector<WeegtafelRegel> weegtafel(poort::Gang& gang, const std::optional<SignaalId>& signaal);
[[nodiscard]] std::string bron_van(poort::Gang& gang, const SignaalId& signaal);
void zet_weegtafel(poort::Gang& gang, const signaal::SignaalStand& stand, const WeegtafelNieuw& nieuw);
void besluit_weegtafel(poort::Gang& gang, const SignaalId& signaal, const WeegtafelBesluit& besluit);

}  // namespace damwand::aanpak::store

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/aanpak/aanpak.hpp"

/// What people do in this room, one function per verb.
namespace damwand::aanpak {

[[nodiscard]] poort::Lijst<Sjabloon> toon_sjablonen(poort::Gang& gang);
Sjabloon stel_sjabloon_vast(poort::Gang& gang, const SjabloonNieuw& nieuw);
Sjabloon zet_sjabloon_terug(poort::Gang& gang, const SjabloonTerug& terug);

[[nodiscard]] poort::Lijst<Gelijkende> toon_gelijkende(poort::Gang& gang);
poort::Lijst<Gelijkende> leg_samenhang_vast(poort::Gang& gang, const SamenhangNieuw& nieuw);
void haal_samenhang_weg(poort::Gang& gang);

[[nodiscard]] Criterialijst toon_criteria(poort::Gang& gang);
Criterialijst stel_criteria_vast(poort::Gang& gang, const CriterialijstNieuw& nieuw);
[[nodiscard]] poort::Lijst<Beoordeling> toon_beoordelingen(poort::Gang& gang);
poort::Lijst<Beoordeling> beoordeel(poort::Gang& gang, const BeoordelingNieuw& nieuw);
[[nodiscard]] Prioritering toon_prioritering(poort::Gang& gang);

[[nodiscard]] poort::Lijst<WeegtafelRegel> toon_weegtafel(poort::Gang& gang);
[[nodiscard]] WeegtafelVanSignaal toon_weegtafel_van(poort::Gang& gang);
WeegtafelRegel leg_op_weegtafel(poort::Gang& gang, const WeegtafelNieuw& nieuw);
WeegtafelRegel besluit_weegtafel(poort::Gang& gang, const WeegtafelBesluit& besluit);

}  // namespace damwand::aanpak

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/informeren/informeren.hpp"

/// The only SQL of this room.
namespace damwand::informeren::store {

/// A task with the audience and the data subject of its first mention.
struct Gelezen {
    Informatietaak taak;
    int zicht = 0;
    Uuid persoon;
};
/// Of every person in this casus, or of the one that `vermelding` names.
[[nodiscard]] std::vector<Gelezen> lees(poort::Gang& gang, const CasusId& casus, const std::optional<VermeldingId>& vermelding);
void besluit(poort::Gang& gang, const casus::Greep& greep, const Gelezen& van, const InformatiebesluitNieuw& besluit);

}  // namespace damwand::informeren::store

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/dossier/dossier.hpp"

/// The only SQL of the room.
namespace damwand::dossier::store {

/// This moment of the database's clock; later than every change that was committed before the file was held still.
[[nodiscard]] Tijdstip tik(poort::Gang& gang);
/// Waits for changes of these colleagues that are under way. True when one of them had another name at `moment` than
/// `getoond` says: the change began before the moment and was committed after the names were read.
[[nodiscard]] bool heette_anders(poort::Gang& gang, const std::map<GebruikerId, std::string>& getoond, Tijdstip moment);

}  // namespace damwand::dossier::store

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/werkvoorraad/werkvoorraad.hpp"

/// The only SQL of the room.
namespace damwand::werkvoorraad::store {

/// Fills the three counts of signalen in one look at the index (organisatie, zicht, status).
void tel_signalen(poort::Gang& gang, MijnWerk& werk);

}  // namespace damwand::werkvoorraad::store

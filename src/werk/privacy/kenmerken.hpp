// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/privacy/privacy.hpp"

/// Inside the room: a colleague's own family names and addresses (docs/adr/0033).
namespace damwand::privacy {

[[nodiscard]] poort::Lijst<EigenKenmerk> toon_kenmerken(poort::Gang& gang);
/// One's own, or with the right those of a colleague. Adds; takes nothing away.
[[nodiscard]] EigenKenmerk voeg_kenmerken_toe(poort::Gang& gang, const EigenKenmerkNieuw& nieuw);
/// All of a colleague's, never one's own: after a move or a divorce they are given again.
void wis_kenmerken(poort::Gang& gang);

}  // namespace damwand::privacy

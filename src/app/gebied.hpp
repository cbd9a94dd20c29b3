// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "app/bag.hpp"

/// `damwand gebied laad | maak`.
namespace damwand::app {

/// Adds the commands under `gebied`; as bag_opdrachten.
void gebied_opdrachten(CLI::App& gebied, const BagWerkplek& werkplek, int& uitkomst);

}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "app/bag.hpp"

/// `damwand handelsregister controleer`.
namespace damwand::app {

/// Adds the commands under `handelsregister`, as bag_opdrachten does: exit code in `uitkomst` (0 ok, 1 lines were refused, 2 wrong
/// input or failure), errors told in `werkplek.woorden`. Needs no database.
void handelsregister_opdrachten(CLI::App& handelsregister, const BagWerkplek& werkplek, int& uitkomst);

}  // namespace damwand::app

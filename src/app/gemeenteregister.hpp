// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "app/bag.hpp"

/// `damwand register laad | controleer | vergeet`: registers of the municipality, by a mapping.
namespace damwand::app {

/// Adds the commands under `register`, as bag_opdrachten does: exit code in `uitkomst` (0 ok, 1 rows were refused, 2 wrong input or
/// failure), errors told in `werkplek.woorden`.
void gemeenteregister_opdrachten(CLI::App& registers, const BagWerkplek& werkplek, int& uitkomst);

/// The same for one command line without the leading "damwand register": what tests and `damwand demo` call.
[[nodiscard]] int gemeenteregister_opdracht(const BagWerkplek& werkplek, std::string_view opdrachtregel);

}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "app/bag.hpp"

/// `damwand handelsregister laad | haal | controleer | ongekoppeld | sbi`.
namespace damwand::app {

/// Adds the commands under `handelsregister`, as bag_opdrachten does: exit code in `uitkomst` (0 ok, 1 lines were refused, 2 wrong
/// input or failure), errors told in `werkplek.woorden`.
void handelsregister_opdrachten(CLI::App& handelsregister, const BagWerkplek& werkplek, int& uitkomst);

/// The same for one command line without the leading "damwand handelsregister": what tests and `damwand demo` call.
[[nodiscard]] int handelsregister_opdracht(const BagWerkplek& werkplek, std::string_view opdrachtregel);

}  // namespace damwand::app

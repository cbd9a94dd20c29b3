// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <CLI/CLI.hpp>
#include <string_view>

#include "app/bag.hpp"

namespace damwand::app {

/// One command line of a group of commands, without the leading `naam` ("damwand bag"): what tests and `damwand demo` call. `opdrachten`
/// adds them. Exit code of the command; 0 after help, 2 for a line that is not one.
[[nodiscard]] int voer_uit(const char* naam, void (*opdrachten)(CLI::App&, const BagWerkplek&, int&), const BagWerkplek& werkplek, std::string_view opdrachtregel);

}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <optional>

#include "app/huis.hpp"

namespace damwand::app {

/// Serves until SIGINT or SIGTERM. Prints the address (and, in a demo, how to sign in) on stdout. Returns the exit code.
int serveer(const Instellingen& instellingen, bool stil, const std::optional<std::filesystem::path>& bag);

/// Makes the demo when it is not there — invented municipality, users, story — and serves it.
int serveer_demo(const Instellingen& instellingen, bool stil);

}  // namespace damwand::app

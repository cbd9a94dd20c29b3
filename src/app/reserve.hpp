// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <CLI/CLI.hpp>
#include <functional>

#include "app/huis.hpp"

namespace damwand::app {

/// `damwand db {backup,controleer,herstel,sleutel}` below `db`. `uitkomst`: the exit code.
void reserve_opdrachten(CLI::App& db, const std::function<Instellingen()>& instellingen, int& uitkomst);

}  // namespace damwand::app

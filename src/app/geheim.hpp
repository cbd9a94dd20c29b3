// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <string>

namespace damwand::app {

/// The first line of a file that nobody else may read (a password, a key). Throws Fout `geheimbestand` when it is not there, is open to others or empty.
[[nodiscard]] std::string lees_geheim(const std::filesystem::path& bestand);

}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>

#include "app/demo/verteller.hpp"
#include "platform/db/db.hpp"

/// The Handelsregister of Damstede: the companies the story names and others around them, all invented, in three deliveries, so that
/// one sees who was somewhere before, who moved and who had his address shielded.
namespace damwand::app::demo {

struct Bedrijvenlevering {
    std::filesystem::path bestand;  ///< JSON lines, as KVK's API answers
    Datum standdatum{};
};

/// Writes the deliveries in `map`, the oldest first. Reads the addresses of the BAG that is loaded; the same BAG gives the same bytes.
[[nodiscard]] std::vector<Bedrijvenlevering> schrijf_bedrijven(db::Verbinding& verbinding, const Kalender& kalender, const std::filesystem::path& map);

}  // namespace damwand::app::demo

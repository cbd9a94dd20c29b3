// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/tijd.hpp"

/// Numbers, days and moments as BAG files write them. Internal to the reader.
namespace damwand::bag {

/// All digits, within bounds; nothing otherwise.
[[nodiscard]] std::optional<std::int32_t> lees_geheel(std::string_view tekst, std::int32_t laagste,
                                                      std::int32_t hoogste) noexcept;
/// xs:date without offset, years 1 to 9999 (the BAG holds documents of before 1500).
[[nodiscard]] std::optional<Datum> lees_bag_datum(std::string_view tekst) noexcept;
/// Moment in Dutch local time (no offset) or with an offset, as xs:dateTime; in UTC. See Voorkomen.
[[nodiscard]] std::optional<Tijdstip> lees_bag_tijdstip(std::string_view tekst) noexcept;

}  // namespace damwand::bag

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

/// Invented, Dutch-sounding street names. Internal to the generator.
namespace damwand::bag {

enum class Thema : std::uint8_t {
    centrum,
    bedrijven,
    haven,
    dorp,  // bound to a kind of neighbourhood
    bomen,
    vogels,
    ambachten,
    bloemen,
    overzee,
    personen,
    water,
    sterren,
    muziek,
    stenen,
    aantal
};

/// The n-th street name of a theme; different for every n. "Eikenlaan", "Curaçaostraat", "Nieuwe Brède Hilledijk".
[[nodiscard]] std::string straatnaam(Thema thema, std::uint32_t nummer);

/// At most 24 characters, or empty when the name itself is short enough (NEN 5825).
[[nodiscard]] std::string verkorte_straatnaam(std::string_view naam);

}  // namespace damwand::bag

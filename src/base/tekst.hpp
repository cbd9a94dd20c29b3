// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace damwand {

/// True when `tekst` is well-formed UTF-8 without NUL or other control characters but tab and line ends.
[[nodiscard]] bool is_nette_tekst(std::string_view tekst) noexcept;

/// Number of code points; undefined for text that is not well-formed.
[[nodiscard]] std::size_t lengte(std::string_view tekst) noexcept;

/// Folds Dutch text for comparing: lower case, Latin diacritics removed (é→e, ï→i), ij and ÿ to y, punctuation to one
/// space, runs of space to one, no space at the ends. "Van der Meëren-straat" → "van der meeren straat",
/// "IJsselkade" and "Ysselkade" → "ysselkade". Characters outside Latin stay as they are.
[[nodiscard]] std::string vouw(std::string_view tekst);

/// Without white space at both ends.
[[nodiscard]] std::string_view trim(std::string_view tekst) noexcept;

/// The parts between `scheiding`, without the empty ones.
[[nodiscard]] std::vector<std::string> splits(std::string_view tekst, char scheiding);

/// Two small hexadecimal digits for each byte.
[[nodiscard]] std::string als_hex(std::span<const unsigned char> bytes);

}  // namespace damwand

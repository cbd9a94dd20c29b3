// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <string>
#include <string_view>

/// CSV as Dutch spreadsheets open it: semicolons, UTF-8 with a mark, lines end in CRLF.
namespace damwand::csv {

inline constexpr std::string_view merk = "\xEF\xBB\xBF";  ///< before the first line

/// One line with its end. What a spreadsheet would read as a formula gets an apostrophe before it.
[[nodiscard]] std::string regel(std::span<const std::string> velden);

}  // namespace damwand::csv

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>
#include <vector>

namespace damwand::app::demo {

/// A file of mappings/, as it was when the program was built.
struct Meegeleverd {
    std::string_view naam, inhoud;
};
[[nodiscard]] const std::vector<Meegeleverd>& meegeleverd();

}  // namespace damwand::app::demo

// SPDX-License-Identifier: EUPL-1.2
#include "werk/leren/leren.hpp"

#include <algorithm>
#include <array>

namespace damwand::leren {

bool is_effect(std::string_view code) noexcept {
    static constexpr std::array<std::string_view, 5> alle{"bereikt", "deels", "niet", "averechts", "onbekend"};
    return std::ranges::find(alle, code) != alle.end();
}

}  // namespace damwand::leren

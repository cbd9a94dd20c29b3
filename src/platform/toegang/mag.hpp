// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "platform/toegang/aanmelden.hpp"

/// The short question of who may have what is public.
namespace damwand::toegang {

/// What somebody may at this moment of what is public.
struct Mag {
    GebruikerId gebruiker;
    std::set<std::string, std::less<>> rechten;  ///< of those asked
    bool bijwerken = false;                      ///< his session must be told that he is still there: wie_is does
    std::string stand;                           ///< what the expression gave
};
/// One statement and no transaction of its own, for answers of class openbaar; as wie_is, without audiences. `stand`: an SQL expression over public tables, a literal
/// of the program. None when wie_is would give none, or when the activity `doel` is not his.
[[nodiscard]] std::optional<Mag> mag_nu(db::Pool& pool, const Teken& teken, std::string_view doel, const std::vector<std::string>& rechten, std::string_view stand);

}  // namespace damwand::toegang

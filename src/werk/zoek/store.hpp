// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <string>
#include <vector>

#include "platform/poort/poort.hpp"

namespace damwand::zoek::store {

/// Rows of these kinds (signaal, casus, vermelding, document) that may hold the words, of those the asker may see: the likeliest
/// first, at most `hoogstens` of each kind.
[[nodiscard]] std::map<std::string, std::vector<Uuid>> vind(poort::Gang& gang, const std::vector<std::string>& woorden,
                                                            const std::vector<std::string>& soorten, int hoogstens);

}  // namespace damwand::zoek::store

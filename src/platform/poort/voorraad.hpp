// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/poort/poort.hpp"
#include "platform/toegang/mag.hpp"

/// Answers that lie ready.
namespace damwand::poort {

using Segmenten = std::map<std::string, std::string, std::less<>>;

/// Put as the `stroom` of a GET of class openbaar: what can be answered from memory to everybody who may ask at all. The gate finds it by its type. The session and the rights
/// are asked for each time, in one statement (toegang::mag_nu); whatever is out of the ordinary goes the whole way, and comes to `anders`.
/// A line of class openbaar is written when somebody begins and about once a minute, a minute and a half at most.
struct Voorraad {
    std::vector<std::string> rechten;  ///< what an answer may hang on beside the right of the route
    std::string_view stand;            ///< an SQL expression over public tables, a literal: what the answer follows from
    /// None: not in memory, or not for who has these rights.
    std::function<std::optional<http::Antwoord>(const http::Verzoek&, const Segmenten&, const toegang::Mag&)> vind;
    std::function<http::Antwoord(Gang&)> anders;
    http::Antwoord operator()(Gang& gang) const { return anders(gang); }
};

}  // namespace damwand::poort

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <gmock/gmock.h>

#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "steun/casusproef.hpp"
#include "werk/casus/casus.hpp"

/// For the database tests of this room.
namespace damwand {

using namespace proef;

inline Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes()})
            alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return o;
}

inline std::string code_van(const http::Antwoord& antwoord) {
    return std::string(boost::json::parse(antwoord.lijf).at("code").as_string());
}

inline std::vector<std::string> ids_in(const value& lijst) {
    std::vector<std::string> uit;
    for (const auto& regel : lijst.at("resultaten").as_array()) uit.push_back(id_van(regel));
    return uit;
}

inline object nieuwe_bron() {
    return {{"bronsoort", "belastingdienst"},
            {"vraag", "Zijn er schulden?"},
            {"grondslag", "awr-67"},
            {"termijn", "2099-05-01"}};
}

}  // namespace damwand

// SPDX-License-Identifier: EUPL-1.2
// The house the tests of this room share.
#pragma once

#include "steun/casusproef.hpp"
#include "werk/interventie/interventie.hpp"

namespace damwand::proef {

/// One database with the routes of this room and of what it stands on; made once per program.
inline Omgeving& interventieomgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), interventie::routes()}) alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return o;
}

}  // namespace damwand::proef

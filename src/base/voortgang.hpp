// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <functional>

namespace damwand {

/// How far a long task is. `totaal` 0 means unknown.
struct Stand {
    std::uint64_t gedaan = 0;
    std::uint64_t totaal = 0;
};

/// Called now and then by engines; returns false to ask the engine to stop at the next safe point.
using Voortgang = std::function<bool(const Stand&)>;

}  // namespace damwand

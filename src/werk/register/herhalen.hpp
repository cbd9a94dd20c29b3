// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "base/fout.hpp"
#include "platform/http/uitgaand.hpp"

/// Asking a service again that is busy or silent. Internal to the room.
namespace damwand::registers {

struct Herhaling {
    std::function<http::UitAntwoord(const std::string&)> haal;  ///< throws Fout `niet-beschikbaar` when no answer comes
    std::function<void(std::chrono::milliseconds)> wacht;
    unsigned pogingen = 6;
};

/// The first answer that is neither 429 nor 5xx. In between it waits 1, 2, 4 … seconds, a minute at most, and counts in `herhaald`. Out of attempts: the last
/// answer, with status 0 when there was none.
inline http::UitAntwoord vraag_tot_antwoord(const Herhaling& hoe, const std::string& waar, std::uint64_t& herhaald) {
    constexpr std::chrono::milliseconds langste_wacht{60'000};
    http::UitAntwoord antwoord;
    for (unsigned poging = 0; poging < hoe.pogingen; ++poging) {
        if (poging != 0) {
            ++herhaald;
            hoe.wacht(std::min(langste_wacht, std::chrono::milliseconds(1000) * (1U << std::min(poging - 1, 6U))));
        }
        try {
            antwoord = hoe.haal(waar);
        } catch (const Fout& fout) {
            if (fout.soort() != FoutSoort::niet_beschikbaar) throw;
            antwoord = {};
            continue;
        }
        if (antwoord.status != 429 && antwoord.status < 500) break;
    }
    return antwoord;
}

}  // namespace damwand::registers

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What somebody may have meant by the address he typed. Pure; internal to the room.
namespace damwand::registers {

/// One way to read the typed text. "kerkstr 12 b weesp" has several: 12b with place Weesp, 12 with words "b weesp", …
struct Lezing {
    std::vector<std::string> woorden;  ///< folded: street and place, in the order typed
    std::int32_t huisnummer = 0;       ///< 0: none
    std::string achter;                ///< huisletter and toevoeging together, lower case: "b3"
    std::string postcode;              ///< "1381AB", or its first four digits; empty: none
    bool open_einde = false;           ///< the last word is the last thing typed: it may be half
    bool operator==(const Lezing&) const = default;
};

/// All readings worth trying, the likeliest first; at most forty. Empty when nothing was typed that folds to a word.
[[nodiscard]] std::vector<Lezing> lezingen(std::string_view tekst);

}  // namespace damwand::registers

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/voortgang.hpp"
#include "engine/graph/blik.hpp"
#include "engine/graph/werkblad.hpp"

/// Paths of the fewest steps. What is hidden for the asker has no influence on the answer, not even on which of equal paths is given.
namespace damwand::graph {

struct Padvraag {
    std::vector<Knoop> via{};   ///< each of these must be passed, in this order
    std::vector<Knoop> mijd{};  ///< none of these may be
    std::vector<Knoop> niet_eerst{};  ///< the first step goes to none of these
    unsigned meeste_stappen = 30;
    std::uint64_t meeste_pijlen = 1'500'000;  ///< visible ties looked at, over the whole question: some 0.18 s at fifty million, where what is found within eight steps took 15,400 at most
    Voortgang voortgang{};                     ///< called every some ten thousand ties; false ends it with Fout "afgebroken"
};

enum class Uitkomst {
    gevonden,
    geen,         ///< there is none, however long
    buiten_grens  ///< none was found within the bound of steps or ties: there may be one
};

struct Pad {
    Uitkomst uitkomst = Uitkomst::geen;
    std::vector<Knoop> knopen;    ///< from begin to end; steps = knopen − 1; empty unless found
    std::uint64_t bekeken = 0;    ///< visible ties looked at; not those of the last step, which finds nothing new
};

/// One path of the fewest steps, by breadth-first search from both ends at once (Pohl 1971), the two taking turns by the ties they look
/// at, so that a hub on one side costs no more than the other side does. With `via` the shortest way from each to the next: a node may
/// then be passed twice. Deterministic: the same visible graph gives the same path, whatever is hidden.
[[nodiscard]] Pad kortste_pad(const Blik& blik, Knoop van, Knoop naar, const Padvraag& vraag, Werkblad& werkblad);

}  // namespace damwand::graph

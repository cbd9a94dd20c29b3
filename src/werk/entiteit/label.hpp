// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/label.hpp"
#include "platform/poort/poort.hpp"

/// How a fact comes by its label: from its regime's default, from what it was taken from, and from what somebody wants.
namespace damwand::entiteit {

/// A regime with its default for being passed on. An unknown one is a fault elsewhere, and goes to nobody.
[[nodiscard]] Label standaardlabel(poort::Gang& gang, const std::string& regime);

/// What somebody wants of a label; none: as it comes.
struct Doorgiftewens {
    std::optional<std::string> doorgifte, reden;
};
using Reden = Tekst<0, 2000>;
[[nodiscard]] Doorgiftewens wens_van(const std::optional<Code>& doorgifte, const std::optional<Reden>& reden);
/// Of a change to `nu`: null is as it comes, absent is as it was.
[[nodiscard]] Doorgiftewens wens_van(const Wijziging<Code>& doorgifte, const Wijziging<Reden>& reden, const Label& nu);

/// The label of something that has at least `minstens`: stricter for whoever wants it, looser only with a reason, which is
/// kept. Adds faults at /doorgifte and /doorgifteReden below `pad`.
[[nodiscard]] Label stel_vast(poort::Gang& gang, const Label& minstens, const Doorgiftewens& wens, std::string_view pad,
                              std::vector<VeldFout>& fouten);
/// Of something that changes: as it was, unless something is wanted or its regime is another.
[[nodiscard]] Label stel_bij(poort::Gang& gang, const Label& minstens, const Label& nu, const Wijziging<Code>& doorgifte,
                             const Wijziging<Reden>& reden, std::vector<VeldFout>& fouten);

/// A day as of which something is true: adds a fault at `veld` when that is after today.
void toets_peildatum(poort::Gang& gang, const std::optional<Datum>& dag, std::string veld, std::vector<VeldFout>& fouten);

}  // namespace damwand::entiteit

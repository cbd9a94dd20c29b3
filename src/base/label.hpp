// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace damwand {

/// Regimes from the least strict on: what is open; personal data (AVG); the persons register (Wet BRP art. 3.8); tax secrecy
/// (AWR art. 67); police data (Wpg art. 7 and 16); a partnership's results (WGS); Bibob (Wet Bibob art. 28), which may be used
/// for its one decision only. The database has the same order: basis.strengheid.
inline constexpr std::array<std::string_view, 7> regimes_naar_strengheid{"open", "avg", "brp", "fiscaal", "wpg", "wgs", "bibob"};
/// Whether it may be passed on, likewise: freely, after consulting its source, not.
inline constexpr std::array<std::string_view, 3> doorgiften_naar_strengheid{"vrij", "na_overleg", "niet"};

/// What a fact takes along wherever it is copied, exported or derived from.
struct Label {
    std::string regime = "avg";
    std::string doorgifte = "vrij";
    std::optional<std::string> doorgifte_reden;  ///< why it may be passed on more freely than its regime's default
};
/// The label of anything that has these three fields.
template <class T>
[[nodiscard]] Label label_van(const T& iets) {
    return {iets.regime, iets.doorgifte, iets.doorgifte_reden};
}

[[nodiscard]] bool is_regime(std::string_view code) noexcept;
/// 0 for the least strict. Throws std::invalid_argument for a code that is not one.
[[nodiscard]] int strengheid_regime(std::string_view code);
[[nodiscard]] int strengheid_doorgifte(std::string_view code);

/// Whether this one is stricter in either part.
[[nodiscard]] bool strenger(const Label& een, const Label& dan);

/// The label of what is derived from all of these: of each part the strictest, with the reason that goes with it. Throws
/// std::invalid_argument for none at all: what comes from nowhere has no label.
[[nodiscard]] Label strengste(std::span<const Label> labels);
[[nodiscard]] Label strengste(const Label& een, const Label& ander);

}  // namespace damwand

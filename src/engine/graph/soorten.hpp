// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <compare>
#include <cstdint>
#include <limits>
#include <variant>
#include <vector>

/// A typed, directed multigraph in memory, seen through the eyes of one asker. No SQL, no names, no clock.
namespace damwand::graph {

/// The caller's number of a node: any 64 bits, stable. Order in answers is order of keys.
using Sleutel = std::uint64_t;
/// The engine's number of a node, good within one Opname.
using Knoop = std::uint32_t;
inline constexpr Knoop geen_knoop = std::numeric_limits<Knoop>::max();

/// An audience (column `zicht` of a row). Everybody belongs to `openbaar`: the layer of public registers.
using Zicht = std::uint32_t;
inline constexpr Zicht openbaar = 0;
inline constexpr Zicht hoogste_zicht = (1U << 26U) - 1;

/// Days since 1970-01-01, both inclusive; the widest values mean an open end.
struct Periode {
    std::int32_t van = std::numeric_limits<std::int32_t>::min();
    std::int32_t tot = std::numeric_limits<std::int32_t>::max();
    auto operator<=>(const Periode&) const = default;
    [[nodiscard]] bool raakt(const Periode& ander) const noexcept { return van <= ander.tot && ander.van <= tot; }
};

/// Reliability of the source (0 for A … 5 for F) and of what it says (1 … 6): the 6×6 system. Lower is better.
struct Betrouwbaarheid {
    std::uint8_t bron = 5, waarde = 6;
    auto operator<=>(const Betrouwbaarheid&) const = default;
};

/// What a filter or a mask may ask of a tie.
struct Kenmerk {
    Periode periode{};
    Zicht zicht = openbaar;
    std::uint16_t type = 0;
    Betrouwbaarheid betrouwbaarheid{};
    auto operator<=>(const Kenmerk&) const = default;
};
static_assert(sizeof(Kenmerk) == 16);

/// One row of one source about a tie: a tie that two sources know is two of these, and is seen through any of them.
struct Band {
    Sleutel van = 0, naar = 0;
    Kenmerk kenmerk{};
    std::uint64_t id = 0;  ///< the caller's number of the row, its evidence; 0: none
    auto operator<=>(const Band&) const = default;
};

/// A node: seen through any of its audiences; without any by nobody.
struct Knoopgegeven {
    Sleutel sleutel = 0;
    std::uint16_t type = 0;
    std::vector<Zicht> zichten{openbaar};
    auto operator<=>(const Knoopgegeven&) const = default;
};

/// Takes the node and all its ties away. A node put back under the same key begins without ties.
struct WisKnoop {
    Sleutel sleutel = 0;
};
/// Takes the row with this id away.
struct WisBand {
    Sleutel van = 0, naar = 0;
    std::uint64_t id = 0;
};
/// A Knoopgegeven for a known key replaces type and audiences and keeps the ties.
using Mutatie = std::variant<Knoopgegeven, Band, WisKnoop, WisBand>;

}  // namespace damwand::graph

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace damwand::bag {

/// A position in the Dutch national grid (RD New, EPSG:28992), in whole millimetres: exact as delivered.
/// No degrees, no metres: the type is the coordinate system and the unit.
struct RdPunt {
    std::int32_t x_mm = 0;
    std::int32_t y_mm = 0;
    auto operator<=>(const RdPunt&) const = default;
};

enum class GeometrieSoort : std::uint8_t { leeg, punt, vlak, multivlak };

/// A point, a polygon with holes or several polygons, flat in memory so that a reader can reuse it.
/// `ring_einde[i]` is the end index in `punten` of ring i, `vlak_einde[j]` the end index in `ring_einde` of polygon j;
/// the first ring of a polygon is its outline, the others are holes. Rings are closed (first point = last point).
/// Heights are dropped (they are 0.0 throughout the BAG); `hoogte_weg` says that one other than zero was among them.
struct Geometrie {
    GeometrieSoort soort = GeometrieSoort::leeg;
    bool hoogte_weg = false;
    bool afgerond = false;  ///< a delivered coordinate was finer than a millimetre and was rounded
    std::vector<RdPunt> punten;
    std::vector<std::uint32_t> ring_einde;
    std::vector<std::uint32_t> vlak_einde;

    bool operator==(const Geometrie&) const = default;
    /// Empties without giving memory back.
    void wis() noexcept;
};

/// Reads one decimal number of metres ("132743.9", "-3", "1.5e2" is refused) into whole millimetres.
/// More than three decimals are rounded half away from zero and set `afgerond` when they were not zeros.
[[nodiscard]] std::optional<std::int32_t> lees_millimeters(std::string_view tekst, bool& afgerond) noexcept;

/// Appends the positions of a gml:pos or gml:posList to `uit.punten`; `dimensie` is 2 or 3.
/// False when the text is not a whole number of positions or a number is not one; `uit` is then half filled.
[[nodiscard]] bool lees_posities(std::string_view tekst, int dimensie, Geometrie& uit);

/// Appends little-endian EWKB with SRID 28992, 2-D, coordinates in metres: Point, Polygon or MultiPolygon.
/// Rings are written as they are. An empty geometry appends nothing.
void ewkb(const Geometrie& geometrie, std::string& uit);
[[nodiscard]] std::string ewkb(const Geometrie& geometrie);

}  // namespace damwand::bag

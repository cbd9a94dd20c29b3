// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace damwand::kaart {

/// The zooms of which there are tiles: further out one would hold more hexagons than there are people to look at them.
inline constexpr int verste_zoom = 7, dichtste_zoom = 20;

/// Edges of a tile in metres of EPSG:3857.
struct Tegelvlak {
    double west = 0, zuid = 0, oost = 0, noord = 0;
};
[[nodiscard]] Tegelvlak tegelvlak(int z, int x, int y);

/// Edges of the same in RD (EPSG:28992), to some decimetres: for a log line in whole kilometres, not for drawing.
[[nodiscard]] Tegelvlak in_rd(const Tegelvlak& vlak);

/// Writes one layer of a Mapbox Vector Tile (version 2.1, extent 4096). Shapes come as EWKB in EPSG:3857 and are not clipped: what crosses the edge
/// is whole in every tile that it touches. PostGIS clips and repairs each shape, which takes ten times what reading and writing it takes.
class Tegelmaker {
  public:
    Tegelmaker(std::string_view laag, const Tegelvlak& vlak);

    /// One shape with its properties. Returns false, and writes nothing, when nothing of it is left on the grid.
    [[nodiscard]] bool begin_ewkb(std::string_view ewkb);
    void begin_veelhoek(const std::vector<std::pair<double, double>>& ring);  ///< one outer ring, open, metres
    void getal(std::string_view naam, std::int64_t waarde);
    void tekst(std::string_view naam, std::string_view waarde);
    void ja_nee(std::string_view naam, bool waarde);
    void einde();

    /// The tile; empty when it holds no shape.
    [[nodiscard]] std::string klaar() const;

  private:
    struct Punt {
        std::int32_t x = 0, y = 0;
    };
    [[nodiscard]] Punt raster(double x, double y) const;
    bool ring(bool buiten);
    void punt(Punt p);
    void waarde(std::string_view naam, std::string gecodeerd);

    std::string m_laag;
    Tegelvlak m_vlak;
    double m_schaal;
    std::unordered_map<std::string, std::uint32_t> m_namen, m_waarden;
    std::vector<const std::string*> m_namen_op_rij, m_waarden_op_rij;
    std::string m_vormen;
    std::string m_meetkunde, m_merken;  ///< of the shape being written
    int m_soort = 0;
    Punt m_pen;
    std::vector<Punt> m_ring;
};

}  // namespace damwand::kaart

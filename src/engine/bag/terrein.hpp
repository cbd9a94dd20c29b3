// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>

#include "engine/bag/geometrie.hpp"

/// From the plan of the town to positions in RD. Internal to the generator. Only + - * / and sqrt are used: IEEE 754
/// gives those the same result everywhere, which sin and cos are not promised to do.
namespace damwand::bag {

/// Metres on the plan (u to the east, v to the north, before turning and bending).
struct PlanPunt {
    double u = 0, v = 0;
};

/// Metres in a block's own rigid frame: x along the street, y across it.
struct BlokPunt {
    double x = 0, y = 0;
};

/// Where a plan position lies in RD.
[[nodiscard]] RdPunt op_kaart(PlanPunt punt) noexcept;

/// A rigid frame around a plan position: no stretching, so that buildings keep their right angles.
class Blok {
  public:
    /// `langs_v`: the street runs along v rather than along u.
    Blok(PlanPunt midden, bool langs_v) noexcept;
    [[nodiscard]] RdPunt op_kaart(BlokPunt punt) const noexcept;
    /// A polygon from open rings; the first is the outline. Turned so that outlines run counter-clockwise, holes
    /// clockwise.
    [[nodiscard]] Geometrie vlak(std::span<const std::span<const BlokPunt>> ringen) const;
    [[nodiscard]] Geometrie vlak(std::span<const BlokPunt> omtrek) const;
    [[nodiscard]] Geometrie punt(BlokPunt punt) const;

  private:
    double m_x, m_y, m_ax, m_ay, m_bx, m_by;
};

/// Appends a closed ring, counter-clockwise or not.
void voeg_ring_toe(Geometrie& uit, std::span<const RdPunt> open_ring, bool tegen_de_klok);

}  // namespace damwand::bag

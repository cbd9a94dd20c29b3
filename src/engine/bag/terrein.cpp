// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/terrein.hpp"

#include <algorithm>
#include <cmath>

namespace damwand::bag {

namespace {

constexpr double midden_x = 147000, midden_y = 508000;  // the Markermeer
constexpr double cosinus = 0.96, sinus = 0.28;          // 7-24-25: a turn of 16.26 degrees, exactly
constexpr double buiging = 40, golf_u = 2600, golf_v = 2300;

/// A smooth wave with period 1 between -1 and 1, made of parabolas.
double golf(double t) noexcept {
    t -= std::floor(t);
    return t < 0.5 ? 16 * t * (0.5 - t) : -16 * (t - 0.5) * (1 - t);
}

struct Meters {
    double x, y;
};

Meters buig(PlanPunt p) noexcept {
    const double u = p.u + buiging * golf(p.v / golf_v);
    const double v = p.v + buiging * golf(p.u / golf_u);
    return {midden_x + cosinus * u - sinus * v, midden_y + sinus * u + cosinus * v};
}

RdPunt rond(double x, double y) noexcept {
    return {static_cast<std::int32_t>(std::llround(x * 1000)), static_cast<std::int32_t>(std::llround(y * 1000))};
}

/// Twice the signed area; positive when the ring runs counter-clockwise. Exact.
__extension__ using Breed = __int128;
bool loopt_tegen_de_klok(std::span<const RdPunt> ring) noexcept {
    Breed som = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& a = ring[i];
        const auto& b = ring[(i + 1) % ring.size()];
        som += static_cast<Breed>(a.x_mm) * b.y_mm - static_cast<Breed>(b.x_mm) * a.y_mm;
    }
    return som > 0;
}

}  // namespace

RdPunt op_kaart(PlanPunt punt) noexcept {
    const auto [x, y] = buig(punt);
    return rond(x, y);
}

Blok::Blok(PlanPunt midden, bool langs_v) noexcept {
    const auto [x, y] = buig(midden);
    const double du = langs_v ? 0 : 5, dv = langs_v ? 5 : 0;
    const auto voor = buig({midden.u + du, midden.v + dv});
    const auto achter = buig({midden.u - du, midden.v - dv});
    const double lengte =
        std::sqrt((voor.x - achter.x) * (voor.x - achter.x) + (voor.y - achter.y) * (voor.y - achter.y));
    m_x = x;
    m_y = y;
    m_ax = (voor.x - achter.x) / lengte;
    m_ay = (voor.y - achter.y) / lengte;
    // y runs to growing v when the street runs along u, and to growing u when it runs along v.
    m_bx = langs_v ? m_ay : -m_ay;
    m_by = langs_v ? -m_ax : m_ax;
}

RdPunt Blok::op_kaart(BlokPunt p) const noexcept {
    return rond(m_x + p.x * m_ax + p.y * m_bx, m_y + p.x * m_ay + p.y * m_by);
}

void voeg_ring_toe(Geometrie& uit, std::span<const RdPunt> open_ring, bool tegen_de_klok) {
    const auto begin = static_cast<std::ptrdiff_t>(uit.punten.size());
    uit.punten.insert(uit.punten.end(), open_ring.begin(), open_ring.end());
    if (loopt_tegen_de_klok(open_ring) != tegen_de_klok) std::reverse(uit.punten.begin() + begin, uit.punten.end());
    const RdPunt eerste = uit.punten[static_cast<std::size_t>(begin)];
    uit.punten.push_back(eerste);
    uit.ring_einde.push_back(static_cast<std::uint32_t>(uit.punten.size()));
}

Geometrie Blok::vlak(std::span<const std::span<const BlokPunt>> ringen) const {
    Geometrie uit;
    uit.soort = GeometrieSoort::vlak;
    std::vector<RdPunt> punten;
    for (const auto& ring : ringen) {
        punten.clear();
        for (const auto& p : ring) punten.push_back(op_kaart(p));
        voeg_ring_toe(uit, punten, uit.ring_einde.empty());
    }
    uit.vlak_einde.push_back(static_cast<std::uint32_t>(uit.ring_einde.size()));
    return uit;
}

Geometrie Blok::vlak(std::span<const BlokPunt> omtrek) const { return vlak(std::span{&omtrek, 1}); }

Geometrie Blok::punt(BlokPunt punt) const {
    Geometrie uit;
    uit.soort = GeometrieSoort::punt;
    uit.punten.push_back(op_kaart(punt));
    return uit;
}

}  // namespace damwand::bag

// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/masker.hpp"

#include <algorithm>
#include <stdexcept>

namespace damwand::graph {

void Masker::geef(Zicht zicht) {
    if (zicht > hoogste_zicht) throw std::invalid_argument("an audience beyond the bound of the mask");
    if (zicht / 64 >= m_bits.size()) m_bits.resize(zicht / 64 + 1);
    m_bits[zicht / 64] |= std::uint64_t{1} << (zicht % 64);
}

void Masker::ontneem(Zicht zicht) noexcept {
    if (zicht / 64 < m_bits.size()) m_bits[zicht / 64] &= ~(std::uint64_t{1} << (zicht % 64));
}

bool Masker::ziet(std::span<const Zicht> een_van) const noexcept {
    return std::any_of(een_van.begin(), een_van.end(), [this](Zicht z) { return ziet(z); });
}

bool Filter::laat_door(const Kenmerk& k) const noexcept {
    return (bandtypen.empty() || std::find(bandtypen.begin(), bandtypen.end(), k.type) != bandtypen.end()) && (!periode || k.periode.raakt(*periode)) &&
           k.betrouwbaarheid.bron <= slechtste.bron && k.betrouwbaarheid.waarde <= slechtste.waarde;
}

bool Filter::laat_door_knoop(std::uint16_t type) const noexcept {
    return knooptypen.empty() || std::find(knooptypen.begin(), knooptypen.end(), type) != knooptypen.end();
}

}  // namespace damwand::graph

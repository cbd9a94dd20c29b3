// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <limits>
#include <vector>

#include "engine/graph/soorten.hpp"

namespace damwand::graph {

/// Room to work in for one search at a time: eight bytes per node that need no clearing between searches (a mark holds only in its own
/// round). Keep one per thread and hand it to every search.
class Werkblad {
  public:
    /// Marks 1 … 7; 0 is none.
    void begin(std::size_t knopen) {
        if (m_plekken.size() < knopen) m_plekken.resize(knopen);
        if (++m_ronde == std::numeric_limits<std::uint32_t>::max() / 8) {
            m_plekken.assign(m_plekken.size(), {});
            m_ronde = 1;
        }
    }
    [[nodiscard]] unsigned merk(Knoop k) const noexcept {
        const auto m = m_plekken[k].merk;
        return m / 8 == m_ronde ? m % 8 : 0;
    }
    [[nodiscard]] Knoop ouder(Knoop k) const noexcept { return m_plekken[k].ouder; }
    void zet(Knoop k, unsigned merk, Knoop ouder = geen_knoop) noexcept { m_plekken[k] = {m_ronde * 8 + merk, ouder}; }
    void haal_voor(Knoop k) const noexcept { __builtin_prefetch(&m_plekken[k], 1, 1); }

  private:
    struct Plek {
        std::uint32_t merk = 0;
        Knoop ouder = 0;
    };
    std::vector<Plek> m_plekken;
    std::uint32_t m_ronde = 0;
};

}  // namespace damwand::graph

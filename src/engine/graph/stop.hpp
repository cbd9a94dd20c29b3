// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "base/fout.hpp"
#include "base/voortgang.hpp"

namespace damwand::graph {

/// Tells how far an algorithm is, every some ten thousand steps, and ends it when it is asked to. Internal to the library.
class Tik {
  public:
    Tik(const Voortgang& voortgang, std::uint64_t totaal) : m_voortgang(voortgang), m_totaal(totaal) {}
    void operator()(std::uint64_t stappen = 1) {
        m_gedaan += stappen;
        if (m_gedaan < m_volgende) return;
        m_volgende = m_gedaan + 1 + elke;
        if (m_voortgang && !m_voortgang({m_gedaan, m_totaal})) throw Fout(FoutSoort::botsing, "afgebroken", "Het zoeken is op verzoek afgebroken.");
    }

  private:
    static constexpr std::uint64_t elke = 16384;
    const Voortgang& m_voortgang;
    std::uint64_t m_totaal = 0, m_gedaan = 0, m_volgende = 0;
};

}  // namespace damwand::graph

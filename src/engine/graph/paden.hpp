// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <vector>

#include "engine/graph/pad.hpp"

/// More than one path between the same two.
namespace damwand::graph {

/// All paths of the fewest steps, as the layers they run through: nodes, not rows, make a path. Of Padvraag `via` and `niet_eerst` are not
/// looked at.
class KortstePaden {
  public:
    [[nodiscard]] Uitkomst uitkomst() const noexcept { return m_uitkomst; }
    /// How many there are, exactly, unless `ontelbaar`: then more than fit in 64 bits.
    [[nodiscard]] std::uint64_t aantal() const noexcept { return m_aantal; }
    [[nodiscard]] bool ontelbaar() const noexcept { return m_ontelbaar; }
    /// Steps of each.
    [[nodiscard]] std::size_t stappen() const noexcept { return m_lagen.empty() ? 0 : m_lagen.size() - 1; }
    /// Nodes that are so many steps from the begin on some shortest path, ordered by key.
    [[nodiscard]] const std::vector<Knoop>& laag(std::size_t stap) const { return m_lagen.at(stap).knopen; }
    /// The next path, worked out when it is asked for; in the order of their keys. None: that was the last.
    [[nodiscard]] std::optional<std::vector<Knoop>> volgende();

  private:
    friend KortstePaden alle_kortste(const Blik&, Knoop, Knoop, const Padvraag&, Werkblad&);
    struct Laag {
        std::vector<Knoop> knopen;
        std::vector<std::uint32_t> begin, naar;  ///< of each node the places in the next layer it leads to
    };
    void verbind(std::size_t laag, std::vector<std::pair<Knoop, Knoop>>& stappen, const Blik& blik);
    void tel();
    Uitkomst m_uitkomst = Uitkomst::geen;
    std::uint64_t m_aantal = 0;
    bool m_ontelbaar = false, m_klaar = false;
    std::vector<Laag> m_lagen;
    std::vector<std::uint32_t> m_stand;  ///< per layer which of the places in `naar` is next to try
};

/// Breadth-first from both ends to the middle, then only what lies on a shortest path is kept. Costs more than one path does: whole levels.
[[nodiscard]] KortstePaden alle_kortste(const Blik& blik, Knoop van, Knoop naar, const Padvraag& vraag, Werkblad& werkblad);

/// The `k` shortest paths that pass no node twice, shortest first, then by keys (Yen 1971). Fewer when there are no more within the bound.
/// Where paths of equal length compete for the last places, which of them are given follows from the visible graph alone.
[[nodiscard]] std::vector<std::vector<Knoop>> kortste_paden(const Blik& blik, Knoop van, Knoop naar, std::size_t k, const Padvraag& vraag, Werkblad& werkblad);

}  // namespace damwand::graph

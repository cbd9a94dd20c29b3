// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "engine/graph/masker.hpp"
#include "engine/graph/opname.hpp"

namespace damwand::graph {

/// A graph as one asker may see it, through one filter: what is hidden does not exist here, not as a node on the way, a degree or a count.
/// Every algorithm takes one. Made once per mask and filter (a pass over the dictionaries, not over the graph); after that each test in a
/// traversal is one bit. Never changes; may be read by many threads.
class Blik {
  public:
    Blik(std::shared_ptr<const Opname> opname, Masker masker, Filter filter = {});
    /// The same eyes on a later moment; cheap as long as no merge came between.
    [[nodiscard]] Blik op(std::shared_ptr<const Opname> later) const;

    [[nodiscard]] const Opname& opname() const noexcept { return *m_opname; }
    [[nodiscard]] const Masker& masker() const noexcept { return m_masker; }
    [[nodiscard]] const Filter& filter() const noexcept { return m_filter; }

    [[nodiscard]] bool ziet(Knoop k) const noexcept { return bit(m_klassen, m_opname->staat(k).klasse); }
    [[nodiscard]] bool ziet_kenmerk(std::uint32_t nummer) const noexcept { return bit(m_kenmerken, nummer); }
    /// None: not there, or not for this asker. The same answer.
    [[nodiscard]] std::optional<Knoop> vind(Sleutel sleutel) const;
    /// The same; throws Fout `onbekend`.
    [[nodiscard]] Knoop eis(Sleutel sleutel) const;
    [[nodiscard]] Sleutel sleutel(Knoop k) const noexcept { return m_opname->sleutel(k); }
    [[nodiscard]] std::uint16_t type(Knoop k) const noexcept { return m_opname->knooptype(k); }

    /// Calls f(other end, number of the kenmerk) for every visible tie of `k`, the way of the filter (`omgekeerd`: against it): outward
    /// ties by the key of the other end, then inward ones. A tie from a node to itself comes twice when both ways are followed. `f` may
    /// answer bool: false stops.
    template <class F>
    void elke_buur(Knoop k, F&& f, bool omgekeerd = false) const {
        elke_pijl(k, [&](Knoop v, std::uint32_t kenmerk) {
            if (!ziet(v)) return true;
            if constexpr (std::is_same_v<decltype(f(v, kenmerk)), bool>) return f(v, kenmerk);
            else return f(v, kenmerk), true;
        }, omgekeerd);
    }
    /// The same before it is asked whether the other end is visible; for algorithms that ask it themselves. `f` answers false to stop.
    template <class F>
    void elke_pijl(Knoop k, F&& f, bool omgekeerd = false) const {
        auto lezer = rij(k, omgekeerd);
        for (auto stuk = lezer.volgende(); !stuk.empty(); stuk = lezer.volgende()) {
            for (const auto& p : stuk) {
                if (bit(m_kenmerken, p.kenmerk) && !f(p.naar, p.kenmerk)) return;
            }
        }
    }
    /// The row that elke_pijl walks, nothing tested yet.
    [[nodiscard]] Rijlezer rij(Knoop k, bool omgekeerd = false) const noexcept {
        const bool uit = m_filter.richting == Richting::beide || (m_filter.richting == Richting::uit) != omgekeerd;
        return {*m_opname, k, uit, m_filter.richting == Richting::beide || !uit};
    }
    /// How many arrows of that row there are, hidden ones too: what walking it costs. Nothing of an answer may follow from it.
    [[nodiscard]] std::size_t rijlengte(Knoop k) const noexcept {
        const auto lengte = [&](bool uit) {
            const auto [begin, einde] = m_opname->rij(k, uit);
            const auto* anders = m_opname->wijzigingen(k, uit);
            return einde - begin + (anders == nullptr ? 0 : anders->size());
        };
        return lengte(true) + lengte(false);
    }
    /// Is there a visible tie from `van` to `naar`, the way of the filter? Does not ask whether they are visible themselves.
    [[nodiscard]] bool verbonden(Knoop van, Knoop naar) const;
    /// The visible rows between two nodes, both ways or the way of the filter: the evidence of a step. At most `meeste`, ordered by
    /// direction (van → naar first), then as they lie.
    [[nodiscard]] std::vector<Band> banden(Knoop van, Knoop naar, std::size_t meeste = 1000) const;

  private:
    using Bits = std::vector<std::uint64_t>;
    [[nodiscard]] static bool bit(const Bits& bits, std::uint32_t i) noexcept { return ((bits.data()[i / 64] >> (i % 64)) & 1U) != 0; }
    void vul();
    void banden_uit(Knoop van, Knoop naar, std::size_t meeste, std::vector<Band>& uit) const;

    std::shared_ptr<const Opname> m_opname;
    Masker m_masker;
    Filter m_filter;
    Bits m_kenmerken, m_klassen;
    std::size_t m_bekende_kenmerken = 0, m_bekende_klassen = 0;
};

}  // namespace damwand::graph

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/graph/bladen.hpp"
#include "engine/graph/soorten.hpp"

/// How a graph lies in memory. Callers use Netwerk to fill one and Blik to look at one; the algorithms of this library use this.
namespace damwand::graph {

/// One end of a tie, eight bytes: where it goes, and which kenmerk of the dictionary it has.
struct Pijl {
    Knoop naar = 0;
    std::uint32_t kenmerk = 0;
};

/// Type and audiences of nodes; number 0 is of what was taken away.
struct Klasse {
    std::uint16_t type = 0;
    std::vector<Zicht> zichten;
    auto operator<=>(const Klasse&) const = default;
};

/// Compressed rows: those of Knoop u are pijlen[begin[u], midden[u]) outward and [midden[u], begin[u + 1]) inward, each ordered by
/// the key of the other end, then as given. Nodes are numbered by falling degree (then key), so that hubs share cache lines.
struct Basis {
    std::vector<Sleutel> sleutels;
    std::vector<Knoop> op_sleutel;
    std::vector<std::uint32_t> begin, midden;
    std::vector<Pijl> pijlen;
    std::vector<Kenmerk> kenmerken;
    std::vector<Klasse> klassen;
    std::vector<std::uint32_t> klasse;      ///< per node its place in `klassen`
    std::vector<std::uint64_t> ids;         ///< per tie, in the order of outward rows; empty when no tie has one
    std::vector<std::uint32_t> uit_begin;   ///< per node where its ids begin; empty likewise
    [[nodiscard]] std::size_t knopen() const noexcept { return sleutels.size(); }
    [[nodiscard]] std::size_t banden() const noexcept { return pijlen.size() / 2; }
    [[nodiscard]] std::size_t bytes() const noexcept;
};

/// What changed in the rows of one node: before place `plek` of the basis comes this arrow, or (`weg`) the arrow there is gone.
struct Wijziging {
    std::uint32_t plek = 0;
    bool weg = false;
    Pijl pijl;
    std::uint64_t id = 0;
};
struct Deltarij {
    std::vector<Wijziging> uit, in;
};
struct Knoopstaat {
    std::uint32_t klasse = 0;
    std::uint32_t delta = 0;  ///< 1 + place of its Deltarij; 0 for none
};

/// One moment of a graph: a basis and what changed since. Never changes; may be read by many threads.
class Opname {
  public:
    [[nodiscard]] std::size_t knopen() const noexcept { return m_staat.size(); }
    [[nodiscard]] const Basis& basis() const noexcept { return *m_basis; }
    [[nodiscard]] const std::shared_ptr<const Basis>& basis_deel() const noexcept { return m_basis; }
    [[nodiscard]] Sleutel sleutel(Knoop k) const noexcept {
        const auto n = m_basis->knopen();
        return k < n ? m_basis->sleutels[k] : m_nieuw[k - n];
    }
    [[nodiscard]] const Knoopstaat& staat(Knoop k) const noexcept { return m_staat[k]; }
    [[nodiscard]] std::size_t kenmerken() const noexcept { return m_basis->kenmerken.size() + m_kenmerken.size(); }
    [[nodiscard]] const Kenmerk& kenmerk(std::uint32_t nummer) const noexcept {
        const auto n = m_basis->kenmerken.size();
        return nummer < n ? m_basis->kenmerken[nummer] : m_kenmerken[nummer - n];
    }
    [[nodiscard]] std::size_t klassen() const noexcept { return m_basis->klassen.size() + m_klassen.size(); }
    [[nodiscard]] const Klasse& klasse(std::uint32_t nummer) const noexcept {
        const auto n = m_basis->klassen.size();
        return nummer < n ? m_basis->klassen[nummer] : m_klassen[nummer - n];
    }
    [[nodiscard]] std::uint16_t knooptype(Knoop k) const noexcept { return klasse(m_staat[k].klasse).type; }
    /// Also finds what was taken away: then its klasse is 0.
    [[nodiscard]] std::optional<Knoop> vind(Sleutel sleutel) const;

    /// Calls f(pijl, place, change) for the arrows of one side of a row, in the order of Basis; `change` is null for an arrow of the
    /// basis. `f` answers false to stop; so does this then. What was taken away is still reached: ask for its klasse.
    template <class F>
    bool elke(Knoop k, bool uit, F&& f) const;
    /// The same for the outward arrows of `k` to `naar` only, without walking the row.
    template <class F>
    void elke_naar(Knoop k, Knoop naar, F&& f) const;
    /// Places of the basis in that row whose other end has this key.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> met_sleutel(Knoop k, bool uit, Sleutel sleutel) const noexcept;
    /// The id of the tie at place `p` outward of `k` in the basis.
    [[nodiscard]] std::uint64_t id(Knoop k, std::uint32_t p) const noexcept {
        return m_basis->ids.empty() ? 0 : m_basis->ids[m_basis->uit_begin[k] + (p - m_basis->begin[k])];
    }
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> rij(Knoop k, bool uit) const noexcept {
        if (k >= m_basis->knopen()) return {0, 0};
        return uit ? std::pair{m_basis->begin[k], m_basis->midden[k]} : std::pair{m_basis->midden[k], m_basis->begin[k + 1]};
    }
    /// What changed in that row; none: nothing.
    [[nodiscard]] const std::vector<Wijziging>* wijzigingen(Knoop k, bool uit) const noexcept {
        const auto d = m_staat[k].delta;
        if (d == 0) return nullptr;
        const auto& rij = *m_delta[d - 1];
        return uit ? &rij.uit : &rij.in;
    }
    /// Ask memory for what will be read soon: whether a node is visible; where its row is; the row, once that is known.
    void haal_staat_voor(Knoop k) const noexcept { __builtin_prefetch(&m_staat[k]); }
    void haal_knoop_voor(Knoop k) const noexcept {
        haal_staat_voor(k);
        if (k < m_basis->knopen()) __builtin_prefetch(&m_basis->begin[k]);
    }
    void haal_rij_voor(Knoop k) const noexcept {
        if (k < m_basis->knopen()) __builtin_prefetch(m_basis->pijlen.data() + m_basis->begin[k]);
    }
    [[nodiscard]] std::size_t delta_bytes() const noexcept { return m_staat.bytes() + m_delta.bytes() + m_nieuw.bytes() + m_kenmerken.bytes(); }

  private:
    friend class Netwerk;
    std::shared_ptr<const Basis> m_basis;
    Bladen<Knoopstaat> m_staat;
    Bladen<std::shared_ptr<const Deltarij>> m_delta;
    Bladen<Sleutel> m_nieuw;
    Bladen<Kenmerk> m_kenmerken;
    Bladen<Klasse> m_klassen;
    Bladen<std::uint32_t> m_tafel;  ///< new nodes by key: open addressing, 1 + node; its size a power of two
    void onthoud(Knoop knoop);
};

/// Walks the arrows of a row in pieces, so that a walk can be put aside half-way a hub.
class Rijlezer {
  public:
    Rijlezer() = default;
    Rijlezer(const Opname& opname, Knoop k, bool uit, bool in) : m_opname(&opname), m_knoop(k), m_nog_in(in) {
        if (uit && in && opname.staat(k).delta == 0) {
            m_nog_in = false;
            std::tie(m_p, m_einde) = std::pair{opname.rij(k, true).first, opname.rij(k, false).second};
        } else if (uit) {
            begin(true);
        }
    }
    /// The next piece of the row; empty at its end. Good as long as the Opname.
    [[nodiscard]] std::span<const Pijl> volgende() noexcept {
        for (;;) {
            if (m_w != m_w_einde && m_w->plek == m_p) {
                const auto& w = *m_w++;
                if (!w.weg) return {&w.pijl, 1};
                ++m_p;
                continue;
            }
            const auto tot = m_w == m_w_einde ? m_einde : m_w->plek;
            if (m_p < tot) {
                const auto van = std::exchange(m_p, tot);
                return {m_opname->basis().pijlen.data() + van, tot - van};
            }
            if (!m_nog_in) return {};
            m_nog_in = false;
            begin(false);
        }
    }

  private:
    void begin(bool uit) noexcept {
        std::tie(m_p, m_einde) = m_opname->rij(m_knoop, uit);
        if (const auto* anders = m_opname->wijzigingen(m_knoop, uit)) m_w = anders->data(), m_w_einde = m_w + anders->size();
        else m_w = m_w_einde = nullptr;
    }
    const Opname* m_opname = nullptr;
    const Wijziging *m_w = nullptr, *m_w_einde = nullptr;
    Knoop m_knoop = 0;
    std::uint32_t m_p = 0, m_einde = 0;
    bool m_nog_in = false;
};

template <class F>
bool Opname::elke(Knoop k, bool uit, F&& f) const {
    auto [p, einde] = rij(k, uit);
    if (const auto* anders = wijzigingen(k, uit)) {
        for (const auto& w : *anders) {
            for (; p < w.plek; ++p) {
                if (!f(m_basis->pijlen[p], p, nullptr)) return false;
            }
            if (w.weg) ++p;
            else if (!f(w.pijl, p, &w)) return false;
        }
    }
    for (; p < einde; ++p) {
        if (!f(m_basis->pijlen[p], p, nullptr)) return false;
    }
    return true;
}

template <class F>
void Opname::elke_naar(Knoop k, Knoop naar, F&& f) const {
    auto [p, einde] = met_sleutel(k, true, sleutel(naar));
    const auto een = [&](const Pijl& pijl, const Wijziging* w) { return pijl.naar != naar || f(pijl, p, w); };
    if (const auto* anders = wijzigingen(k, true)) {
        auto w = std::partition_point(anders->begin(), anders->end(), [&](const Wijziging& x) { return x.plek < p; });
        for (; w != anders->end() && w->plek <= einde; ++w) {
            for (; p < w->plek; ++p) {
                if (!een(m_basis->pijlen[p], nullptr)) return;
            }
            if (w->weg) {
                if (w->plek == einde) return;
                ++p;
            } else if (!een(w->pijl, &*w)) {
                return;
            }
        }
    }
    for (; p < einde; ++p) {
        if (!een(m_basis->pijlen[p], nullptr)) return;
    }
}

}  // namespace damwand::graph

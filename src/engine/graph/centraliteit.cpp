// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/graph/maten.hpp"
#include "engine/graph/samen.hpp"
#include "engine/graph/stop.hpp"
#include "engine/graph/toeval.hpp"

namespace damwand::graph {
namespace {

constexpr std::uint32_t niet_bereikt = std::numeric_limits<std::uint32_t>::max();

/// Breadth-first search from one place that counts shortest paths; used again and again without clearing all.
class Ronde {
  public:
    /// `met_stappen`: keeps which ties the shortest paths follow, so that walking them back looks at no other.
    explicit Ronde(const Rijen& rijen, std::size_t knopen, bool met_stappen = false)
        : m_rijen(rijen), m_afstand(knopen, niet_bereikt), m_paden(knopen), m_orde(knopen), m_stappen(met_stappen ? rijen.naar.size() : 0), m_begin(met_stappen ? knopen + 1 : 0) {}

    /// Ends before the level after that of `tot`, when given.
    void zoek(Plek van, Plek tot = geen_knoop) {
        for (std::size_t i = 0; i < m_aantal; ++i) m_afstand[m_orde[i]] = niet_bereikt;
        m_aantal = 0;
        leg(van, 0, 1);
        if (m_begin.empty()) loop<false>(tot);
        else loop<true>(tot);
    }
    /// Of the i-th in the order: who comes after it on a shortest path, once for every tie.
    [[nodiscard]] std::span<const Plek> verder(std::size_t i) const noexcept { return {m_stappen.data() + m_begin[i], m_stappen.data() + m_begin[i + 1]}; }
    [[nodiscard]] std::span<const Plek> orde() const noexcept { return {m_orde.data(), m_aantal}; }
    [[nodiscard]] std::uint32_t afstand(Plek p) const noexcept { return m_afstand[p]; }
    [[nodiscard]] double paden(Plek p) const noexcept { return m_paden[p]; }

  private:
    template <bool met_stappen>
    void loop(Plek tot) {
        std::uint32_t stap = 0;
        for (std::size_t i = 0; i < m_aantal; ++i) {
            const auto p = m_orde[i];
            const auto verder = m_afstand[p] + 1;
            if (tot != geen_knoop && m_afstand[tot] < verder) break;
            const auto paden = m_paden[p];
            if constexpr (met_stappen) m_begin[i] = stap;
            for (const auto v : m_rijen[p]) {
                const auto daar = m_afstand[v];
                if (daar < verder) continue;
                if constexpr (met_stappen) m_stappen[stap++] = v;
                if (daar == niet_bereikt) leg(v, verder, paden);
                else m_paden[v] += paden;  // breadth first: it is as far as those found last
            }
        }
        if constexpr (met_stappen) m_begin[m_aantal] = stap;
    }
    void leg(Plek p, std::uint32_t afstand, double paden) {
        m_afstand[p] = afstand;
        m_paden[p] = paden;
        m_orde[m_aantal++] = p;
    }
    const Rijen& m_rijen;
    std::vector<std::uint32_t> m_afstand;
    std::vector<double> m_paden;
    std::vector<Plek> m_orde, m_stappen;
    std::vector<std::uint32_t> m_begin;  ///< in m_stappen, per turn
    std::size_t m_aantal = 0;
};

/// An upper bound on the nodes of a longest shortest path: from one place of each component the two longest distances and one (Riondato
/// and Kornaropoulos, §4.1), directions left aside; directed all nodes but the unreached count, since that argument needs ways back.
std::uint64_t langste_pad(const Deelgraaf& deel) {
    std::vector<bool> gezien(deel.knopen());
    Ronde ronde(deel.alle, deel.knopen());
    std::uint64_t uit = 2;
    for (Plek p = 0; p < deel.knopen(); ++p) {
        if (gezien[p]) continue;
        ronde.zoek(p);
        const auto orde = ronde.orde();
        for (const auto v : orde) gezien[v] = true;
        std::uint64_t nu = orde.size();
        if (!deel.gericht && orde.size() > 2) nu = std::min<std::uint64_t>(nu, std::uint64_t{ronde.afstand(orde[orde.size() - 1])} + ronde.afstand(orde[orde.size() - 2]) + 1);
        uit = std::max(uit, nu);
    }
    return uit;
}

}  // namespace

Centraliteit centraliteit(const Deelgraaf& deel, const Voortgang& voortgang) {
    const auto n = deel.knopen();
    const auto& rijen = deel.volg();
    Centraliteit uit{std::vector<double>(n), std::vector<double>(n, std::numeric_limits<double>::quiet_NaN())};
    const double maal = deel.gericht ? 1 : 0.5;
    // Each piece of the starting places adds up by itself; joined in order, so that the sums are the same on any number of cores.
    const std::size_t stukken = std::clamp<std::size_t>(n / 64, 1, 64);
    Beurt beurt;
    std::mutex slot;
    std::size_t klaar = 0;
    samen(n, stukken, [&](std::size_t stuk, std::size_t van, std::size_t tot) {
        try {
            Ronde ronde(rijen, n, true);
            std::vector<double> per_pad(n), tussen(n);  // per_pad: what hangs on a node and itself, for each path to it
            for (auto s = static_cast<Plek>(van); s < tot; ++s) {
                if (voortgang) {
                    const std::lock_guard houd(slot);
                    if (!voortgang({klaar++, n})) throw Fout(FoutSoort::botsing, "afgebroken", "Het rekenen is op verzoek afgebroken.");
                }
                ronde.zoek(s);
                const auto orde = ronde.orde();
                std::uint64_t som = 0;
                for (auto i = orde.size(); i-- > 0;) {
                    const auto p = orde[i];
                    som += ronde.afstand(p);
                    double afhankelijk = 0;
                    for (const auto v : ronde.verder(i)) afhankelijk += per_pad[v];
                    const auto paden = ronde.paden(p), hangt_af = afhankelijk * paden;
                    per_pad[p] = (1 + hangt_af) / paden;
                    if (i > 0) tussen[p] += hangt_af * maal;
                }
                if (som > 0) uit.nabijheid[s] = static_cast<double>(orde.size() - 1) / static_cast<double>(som);
            }
            beurt.neem(stuk, [&] {
                for (Plek p = 0; p < n; ++p) uit.tussenliggend[p] += tussen[p];
            });
        } catch (...) {
            beurt.mis();
            throw;
        }
    });
    return uit;
}

Geschat schat_tussenliggend(const Deelgraaf& deel, const Steekproef& steekproef) {
    const auto n = deel.knopen();
    Geschat uit{std::vector<double>(n), 0, 0};
    if (n < 3) return uit;
    const double paren = static_cast<double>(n) * static_cast<double>(n - 1) * (deel.gericht ? 1 : 0.5);
    const auto langste = langste_pad(deel);
    const double vc = langste > 2 ? std::floor(std::log2(static_cast<double>(langste - 2))) + 1 : 1;
    const auto trekkingen = static_cast<std::uint64_t>(std::ceil(0.5 / (steekproef.fout * steekproef.fout) * (vc + std::log(1 / steekproef.kans))));
    const auto omgekeerd = deel.gericht ? keer_om(deel.uit) : Rijen{};
    const auto& tegen = deel.gericht ? omgekeerd : deel.alle;
    Ronde ronde(deel.volg(), n);
    Toeval toeval(steekproef.zaad);
    std::vector<std::uint64_t> geraakt(n);
    for (std::uint64_t i = 0; i < trekkingen; ++i) {
        if (steekproef.voortgang && !steekproef.voortgang({i, trekkingen})) throw Fout(FoutSoort::botsing, "afgebroken", "Het rekenen is op verzoek afgebroken.");
        const auto s = static_cast<Plek>(toeval.onder(n));
        auto t = static_cast<Plek>(toeval.onder(n - 1));
        t += t >= s ? 1 : 0;
        ronde.zoek(s, t);
        if (ronde.afstand(t) == niet_bereikt) continue;
        // back along one path, each with the same chance: a step weighs the paths behind it
        for (auto p = t; ronde.afstand(p) > 1;) {
            double rest = toeval.deel() * ronde.paden(p);
            Plek gekozen = geen_knoop;
            for (const auto v : tegen[p]) {
                if (ronde.afstand(v) + 1 != ronde.afstand(p)) continue;
                gekozen = v;
                if ((rest -= ronde.paden(v)) < 0) break;
            }
            p = gekozen;
            ++geraakt[p];
        }
    }
    for (Plek p = 0; p < n; ++p) uit.tussenliggend[p] = static_cast<double>(geraakt[p]) / static_cast<double>(trekkingen) * paren;
    uit.hoogste_fout = steekproef.fout * paren;
    uit.getrokken = trekkingen;
    return uit;
}

}  // namespace damwand::graph

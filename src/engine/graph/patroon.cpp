// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/patroon.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "engine/graph/stop.hpp"

namespace damwand::graph {
namespace {

constexpr std::size_t meeste_rijen = 10'000;  // rows of one tie that are tried for windows and order

/// All ways to let nodes of the pattern change places that leave it as it is.
std::vector<std::vector<std::size_t>> gelijkvormig(const Patroon& p) {
    std::vector<std::size_t> orde(p.knopen.size());
    std::iota(orde.begin(), orde.end(), 0U);
    const auto vorm = [&](const std::vector<std::size_t>& naar) {
        // each tie with its ends, type and what time asks of it
        std::vector<std::tuple<std::size_t, std::size_t, int, bool, Periode, std::vector<std::size_t>>> uit;
        for (std::size_t i = 0; i < p.banden.size(); ++i) {
            const auto& b = p.banden[i];
            std::vector<std::size_t> tijd;
            for (std::size_t v = 0; v < p.vensters.size(); ++v) {
                if (std::find(p.vensters[v].banden.begin(), p.vensters[v].banden.end(), i) != p.vensters[v].banden.end()) tijd.push_back(v);
            }
            for (std::size_t v = 0; v < p.volgorde.size(); ++v) {
                if (p.volgorde[v] == i) tijd.push_back(1000 + v);
            }
            auto van = naar[b.van], doel = naar[b.naar];
            if (b.beide && doel < van) std::swap(van, doel);
            uit.emplace_back(van, doel, b.type ? *b.type : -1, b.beide, b.periode, tijd);
        }
        std::sort(uit.begin(), uit.end());
        return uit;
    };
    const auto eigen = vorm(orde);
    std::vector<std::vector<std::size_t>> uit;
    do {
        bool past = true;
        for (std::size_t i = 0; i < orde.size(); ++i) past = past && p.knopen[i].typen == p.knopen[orde[i]].typen;
        if (past && vorm(orde) == eigen) uit.push_back(orde);
    } while (std::next_permutation(orde.begin(), orde.end()));
    return uit;
}

class Zoeker {
  public:
    Zoeker(const Blik& blik, const Patroon& patroon, const Patroonvraag& vraag)
        : m_blik(blik), m_patroon(op_orde(patroon)), m_vraag(vraag), m_tik(vraag.voortgang, 0), m_wissels(gelijkvormig(m_patroon)), m_gekozen(patroon.knopen.size(), geen_knoop), m_graad(patroon.knopen.size()) {}

    Treffers zoek() {
        if (m_vraag.met) {
            // the node in each role in turn; a match it has two roles in cannot be, and mirrored ones are told apart at the end
            for (std::size_t rol = 0; rol < m_gekozen.size(); ++rol) probeer(rol, *m_vraag.met);
        } else if (m_vraag.zaden) {
            // each match from the first of these that is in it, so that none is walked twice
            auto zaden = *m_vraag.zaden;
            std::sort(zaden.begin(), zaden.end(), [&](Knoop a, Knoop b) { return m_blik.sleutel(a) < m_blik.sleutel(b); });
            for (const auto k : zaden) m_zaden.try_emplace(k, m_zaden.size());
            for (const auto k : zaden) {
                m_zaad = m_zaden.at(k);
                for (std::size_t rol = 0; rol < m_gekozen.size(); ++rol) probeer(rol, k);
            }
        } else {
            const auto rol = zeldzaamste();
            for (const auto k : m_begin) probeer(rol, k);
        }
        const auto sleutels = [&](const Treffer& t) {
            std::vector<Sleutel> uit;
            for (const auto k : t.knopen) uit.push_back(m_blik.sleutel(k));
            return uit;
        };
        auto& t = m_uit.treffers;
        std::sort(t.begin(), t.end(), [&](const auto& a, const auto& b) { return sleutels(a) < sleutels(b); });
        t.erase(std::unique(t.begin(), t.end(), [](const auto& a, const auto& b) { return a.knopen == b.knopen; }), t.end());
        return std::move(m_uit);
    }

  private:
    static Patroon op_orde(Patroon p) {
        for (auto& k : p.knopen) std::sort(k.typen.begin(), k.typen.end());
        return p;
    }
    [[nodiscard]] bool past(std::size_t rol, Knoop k) const {
        const auto& typen = m_patroon.knopen[rol].typen;
        return typen.empty() || std::find(typen.begin(), typen.end(), m_blik.type(k)) != typen.end();
    }
    /// A seed before this one: what it is in was told from there.
    [[nodiscard]] bool al_gehad(Knoop k) const {
        if (m_zaden.empty()) return false;
        const auto plek = m_zaden.find(k);
        return plek != m_zaden.end() && plek->second < m_zaad;
    }

    /// The role that fewest visible nodes can have, and those nodes by key.
    std::size_t zeldzaamste() {
        const auto& o = m_blik.opname();
        std::vector<std::uint64_t> aantal(m_gekozen.size());
        for (Knoop k = 0; k < o.knopen(); ++k) {
            if (!m_blik.ziet(k)) continue;
            for (std::size_t rol = 0; rol < aantal.size(); ++rol) aantal[rol] += past(rol, k) ? 1 : 0;
        }
        const auto rol = static_cast<std::size_t>(std::min_element(aantal.begin(), aantal.end()) - aantal.begin());
        for (Knoop k = 0; k < o.knopen(); ++k) {
            if (m_blik.ziet(k) && past(rol, k)) m_begin.push_back(k);
        }
        std::sort(m_begin.begin(), m_begin.end(), [&](Knoop a, Knoop b) { return m_blik.sleutel(a) < m_blik.sleutel(b); });
        return rol;
    }

    void probeer(std::size_t rol, Knoop k) {
        if (m_uit.afgekapt || !m_blik.ziet(k) || !past(rol, k) || al_gehad(k) || std::find(m_gekozen.begin(), m_gekozen.end(), k) != m_gekozen.end()) return;
        m_gekozen[rol] = k;
        m_graad[rol] = 0;
        m_blik.elke_buur(k, [&](Knoop, std::uint32_t) { ++m_graad[rol]; });
        kijk_door(m_graad[rol]);
        if (banden_er(rol)) verder();
        m_gekozen[rol] = geen_knoop;
    }

    /// Whether every tie between the new node and those chosen before is there.
    bool banden_er(std::size_t rol) {
        return std::all_of(m_patroon.banden.begin(), m_patroon.banden.end(), [&](const Patroonband& b) {
            return (b.van != rol && b.naar != rol) || m_gekozen[b.van] == geen_knoop || m_gekozen[b.naar] == geen_knoop || !rijen(b).empty();
        });
    }

    /// The visible rows that can be this tie of the pattern.
    std::vector<Band> rijen(const Patroonband& b) const {
        auto uit = m_blik.banden(m_gekozen[b.van], m_gekozen[b.naar], meeste_rijen);
        std::erase_if(uit, [&](const Band& rij) { return (b.type && rij.kenmerk.type != *b.type) || (!b.beide && rij.van != m_blik.sleutel(m_gekozen[b.van])) || !rij.kenmerk.periode.raakt(b.periode); });
        // rows of the caller's first: then a choice without one is the last that is tried
        if (m_vraag.met_rij) std::stable_partition(uit.begin(), uit.end(), [](const Band& rij) { return rij.id != 0; });
        return uit;
    }

    void verder() {
        // the next node: from the chosen node with the fewest ties that the pattern ties to one not chosen yet
        std::size_t vanaf = m_gekozen.size(), rol = 0;
        for (const auto& b : m_patroon.banden) {
            for (const auto& [een, ander] : {std::pair{b.van, b.naar}, std::pair{b.naar, b.van}}) {
                if (m_gekozen[een] == geen_knoop || m_gekozen[ander] != geen_knoop) continue;
                if (vanaf == m_gekozen.size() || m_graad[een] < m_graad[vanaf]) vanaf = een, rol = ander;
            }
        }
        if (vanaf == m_gekozen.size()) return neem();
        std::vector<Knoop> buren;
        m_blik.elke_buur(m_gekozen[vanaf], [&](Knoop v, std::uint32_t) { buren.push_back(v); });
        kijk_door(buren.size());
        std::sort(buren.begin(), buren.end(), [&](Knoop a, Knoop b) { return m_blik.sleutel(a) < m_blik.sleutel(b); });
        buren.erase(std::unique(buren.begin(), buren.end()), buren.end());
        for (const auto v : buren) probeer(rol, v);
    }

    void kijk_door(std::uint64_t pijlen) {
        m_tik(pijlen);
        m_uit.bekeken += pijlen;
        m_uit.afgekapt = m_uit.afgekapt || m_uit.bekeken > m_vraag.meeste_pijlen;
    }

    /// All nodes are chosen: is it the one of its mirror images that is told, and is there a choice of rows that time allows?
    void neem() {
        for (const auto& wissel : m_wissels) {
            for (std::size_t i = 0; i < wissel.size(); ++i) {
                const auto hier = m_blik.sleutel(m_gekozen[i]), daar = m_blik.sleutel(m_gekozen[wissel[i]]);
                if (hier < daar) break;
                if (daar < hier) return;
            }
        }
        std::vector<std::vector<Band>> keuzen;
        for (const auto& b : m_patroon.banden) keuzen.push_back(rijen(b));
        std::vector<Band> gekozen;
        if (!kies(keuzen, gekozen)) return;
        if (m_vraag.met_rij && std::all_of(gekozen.begin(), gekozen.end(), [](const Band& b) { return b.id == 0; })) return;
        if (m_uit.treffers.size() == m_vraag.meeste) {
            m_uit.afgekapt = true;
            return;
        }
        m_uit.treffers.push_back({m_gekozen, std::move(gekozen)});
    }

    bool kies(const std::vector<std::vector<Band>>& keuzen, std::vector<Band>& gekozen) {
        if (!tijd_past(gekozen)) return false;
        if (gekozen.size() == keuzen.size()) return true;
        kijk_door(keuzen[gekozen.size()].size());
        if (m_uit.afgekapt) return false;
        for (const auto& rij : keuzen[gekozen.size()]) {
            if (std::any_of(gekozen.begin(), gekozen.end(), [&](const Band& b) { return b == rij; })) continue;  // two ties are two rows
            gekozen.push_back(rij);
            if (kies(keuzen, gekozen)) return true;
            gekozen.pop_back();
            if (m_uit.afgekapt) break;
        }
        return false;
    }

    /// Of the rows chosen so far.
    [[nodiscard]] bool tijd_past(const std::vector<Band>& gekozen) const {
        const auto begin = [&](std::size_t band) { return gekozen[band].kenmerk.periode.van; };
        constexpr auto onbekend = Periode{}.van;
        for (const auto& v : m_patroon.vensters) {
            std::optional<std::int64_t> eerste, laatste;
            for (const auto b : v.banden) {
                if (b >= gekozen.size()) continue;
                if (begin(b) == onbekend) return false;
                eerste = std::min<std::int64_t>(eerste.value_or(begin(b)), begin(b));
                laatste = std::max<std::int64_t>(laatste.value_or(begin(b)), begin(b));
            }
            if (eerste && *laatste - *eerste > v.dagen) return false;
        }
        std::optional<std::int32_t> vorige;
        for (const auto b : m_patroon.volgorde) {
            if (b >= gekozen.size()) continue;
            if (begin(b) == onbekend || begin(b) < vorige.value_or(begin(b))) return false;
            vorige = begin(b);
        }
        return true;
    }

    const Blik& m_blik;
    const Patroon m_patroon;
    const Patroonvraag& m_vraag;
    Tik m_tik;
    std::vector<std::vector<std::size_t>> m_wissels;
    std::vector<Knoop> m_gekozen, m_begin;
    std::unordered_map<Knoop, std::size_t> m_zaden;
    std::size_t m_zaad = 0;
    std::vector<std::uint64_t> m_graad;
    Treffers m_uit;
};

}  // namespace

Treffers zoek_patroon(const Blik& blik, const Patroon& patroon, const Patroonvraag& vraag) { return Zoeker(blik, patroon, vraag).zoek(); }

}  // namespace damwand::graph

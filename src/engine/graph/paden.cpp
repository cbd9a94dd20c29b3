// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/paden.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "engine/graph/stop.hpp"

namespace damwand::graph {
namespace {

constexpr unsigned heen = 1, terug = 2, dicht = 4;  // bits of a mark

bool op_sleutel(const Blik& blik, Knoop a, Knoop b) { return blik.sleutel(a) < blik.sleutel(b); }

/// Levels of a breadth-first search of so many steps. Marks with `kant`; the step stands in the place of the parent.
std::vector<std::vector<Knoop>> niveaus(const Blik& blik, Knoop van, std::size_t stappen, unsigned kant, Werkblad& werkblad, Tik& tik) {
    std::vector<std::vector<Knoop>> uit{{van}};
    werkblad.zet(van, werkblad.merk(van) | kant, kant == heen ? 0 : werkblad.ouder(van));
    for (std::size_t stap = 1; stap <= stappen; ++stap) {
        std::vector<Knoop> laag;
        for (const auto k : uit.back()) {
            blik.elke_pijl(k, [&](Knoop v, std::uint32_t) {
                tik();
                const auto merk = werkblad.merk(v);
                if ((merk & (kant | dicht)) != 0) return true;
                if (merk == 0 && !blik.ziet(v)) {
                    werkblad.zet(v, dicht);
                    return true;
                }
                werkblad.zet(v, merk | kant, kant == heen ? static_cast<Knoop>(stap) : werkblad.ouder(v));
                laag.push_back(v);
                return true;
            }, kant == terug);
        }
        uit.push_back(std::move(laag));
    }
    return uit;
}

}  // namespace

/// Lays the ties between a layer and the next, whose nodes are ordered already; of this one only those stay that lead on.
void KortstePaden::verbind(std::size_t laag, std::vector<std::pair<Knoop, Knoop>>& stappen, const Blik& blik) {
    std::sort(stappen.begin(), stappen.end(), [&](const auto& a, const auto& b) {
        return std::pair{blik.sleutel(a.first), blik.sleutel(a.second)} < std::pair{blik.sleutel(b.first), blik.sleutel(b.second)};
    });
    stappen.erase(std::unique(stappen.begin(), stappen.end()), stappen.end());
    auto& l = m_lagen[laag];
    const auto& verder = m_lagen[laag + 1].knopen;
    l = {};
    for (const auto& [van, naar] : stappen) {
        if (l.knopen.empty() || l.knopen.back() != van) {
            l.knopen.push_back(van);
            l.begin.push_back(static_cast<std::uint32_t>(l.naar.size()));
        }
        const auto plek = std::lower_bound(verder.begin(), verder.end(), naar, [&](Knoop a, Knoop b) { return op_sleutel(blik, a, b); });
        l.naar.push_back(static_cast<std::uint32_t>(plek - verder.begin()));
    }
    l.begin.push_back(static_cast<std::uint32_t>(l.naar.size()));
}

void KortstePaden::tel() {
    std::vector<std::uint64_t> na{1};
    for (auto i = m_lagen.size() - 1; i-- > 0;) {
        const auto& l = m_lagen[i];
        std::vector<std::uint64_t> nu(l.knopen.size());
        for (std::size_t k = 0; k < nu.size(); ++k) {
            for (auto p = l.begin[k]; p < l.begin[k + 1]; ++p) m_ontelbaar = __builtin_add_overflow(nu[k], na[l.naar[p]], &nu[k]) || m_ontelbaar;
        }
        na = std::move(nu);
    }
    m_aantal = m_ontelbaar ? std::numeric_limits<std::uint64_t>::max() : na[0];
}

KortstePaden alle_kortste(const Blik& blik, Knoop van, Knoop naar, const Padvraag& vraag, Werkblad& werkblad) {
    KortstePaden uit;
    auto kaal = vraag;
    kaal.via.clear();
    kaal.niet_eerst.clear();
    const auto een = kortste_pad(blik, van, naar, kaal, werkblad);
    uit.m_uitkomst = een.uitkomst;
    if (een.uitkomst != Uitkomst::gevonden) return uit;
    const auto lengte = een.knopen.size() - 1, midden = lengte - lengte / 2;
    Tik tik(vraag.voortgang, 0);
    werkblad.begin(blik.opname().knopen());
    for (const auto k : vraag.mijd) werkblad.zet(k, dicht);
    static_cast<void>(niveaus(blik, van, midden, heen, werkblad, tik));
    const auto achter = niveaus(blik, naar, lengte - midden, terug, werkblad, tik);
    uit.m_lagen.resize(lengte + 1);
    auto& in_midden = uit.m_lagen[midden].knopen;
    for (const auto k : achter.back()) {
        if ((werkblad.merk(k) & heen) != 0 && werkblad.ouder(k) == midden) in_midden.push_back(k);
    }
    std::sort(in_midden.begin(), in_midden.end(), [&](Knoop a, Knoop b) { return op_sleutel(blik, a, b); });
    // From the middle back to the begin: who is one step nearer to it.
    std::vector<std::pair<Knoop, Knoop>> stappen;
    for (auto i = midden; i-- > 0;) {
        stappen.clear();
        for (const auto k : uit.m_lagen[i + 1].knopen) {
            blik.elke_pijl(k, [&](Knoop v, std::uint32_t) {
                tik();
                if ((werkblad.merk(v) & heen) != 0 && werkblad.ouder(v) == i) stappen.emplace_back(v, k);
                return true;
            }, true);
        }
        uit.verbind(i, stappen, blik);
    }
    // From the middle on to the end: the layers first, then the ties between them, from the end back.
    werkblad.begin(blik.opname().knopen());
    for (std::size_t afstand = 0; afstand < achter.size(); ++afstand) {
        for (const auto k : achter[afstand]) werkblad.zet(k, 1, static_cast<Knoop>(afstand));
    }
    std::vector<std::vector<std::pair<Knoop, Knoop>>> na(lengte);
    auto front = uit.m_lagen[midden].knopen;
    for (auto i = midden; i < lengte; ++i) {
        std::vector<Knoop> verder;
        for (const auto k : front) {
            blik.elke_pijl(k, [&](Knoop v, std::uint32_t) {
                tik();
                if (werkblad.merk(v) != 0 && werkblad.ouder(v) == lengte - i - 1) {
                    na[i].emplace_back(k, v);
                    verder.push_back(v);
                }
                return true;
            });
        }
        std::sort(verder.begin(), verder.end(), [&](Knoop a, Knoop b) { return op_sleutel(blik, a, b); });
        verder.erase(std::unique(verder.begin(), verder.end()), verder.end());
        uit.m_lagen[i + 1].knopen = front = std::move(verder);
    }
    for (auto i = midden; i < lengte; ++i) uit.verbind(i, na[i], blik);
    uit.tel();
    return uit;
}

std::optional<std::vector<Knoop>> KortstePaden::volgende() {
    if (m_uitkomst != Uitkomst::gevonden || m_klaar) return std::nullopt;
    if (m_stand.empty()) {
        for (std::size_t i = 0; i + 1 < m_lagen.size(); ++i) m_stand.push_back(0);
    }
    std::vector<Knoop> uit;
    std::vector<std::uint32_t> plekken{0};
    for (std::size_t i = 0; i + 1 < m_lagen.size(); ++i) plekken.push_back(m_lagen[i].naar[m_lagen[i].begin[plekken[i]] + m_stand[i]]);
    for (std::size_t i = 0; i < m_lagen.size(); ++i) uit.push_back(m_lagen[i].knopen[plekken[i]]);
    // the last step that can go on does; those after it begin again
    m_klaar = true;
    for (auto i = m_stand.size(); i-- > 0;) {
        if (m_lagen[i].begin[plekken[i]] + m_stand[i] + 1 < m_lagen[i].begin[plekken[i] + 1]) {
            ++m_stand[i];
            std::fill(m_stand.begin() + static_cast<std::ptrdiff_t>(i) + 1, m_stand.end(), 0U);
            m_klaar = false;
            break;
        }
    }
    return uit;
}

std::vector<std::vector<Knoop>> kortste_paden(const Blik& blik, Knoop van, Knoop naar, std::size_t k, const Padvraag& vraag, Werkblad& werkblad) {
    using Weg = std::vector<Knoop>;
    const auto eerder = [&](const Weg& a, const Weg& b) {
        if (a.size() != b.size()) return a.size() < b.size();
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [&](Knoop x, Knoop y) { return op_sleutel(blik, x, y); });
    };
    std::vector<Weg> uit;
    std::set<Weg, decltype(eerder)> kandidaten(eerder);
    auto begin = vraag;
    begin.via.clear();
    auto eerste = kortste_pad(blik, van, naar, begin, werkblad);
    if (eerste.uitkomst == Uitkomst::gevonden) kandidaten.insert(std::move(eerste.knopen));
    while (uit.size() < k && !kandidaten.empty()) {
        uit.push_back(kandidaten.extract(kandidaten.begin()).value());
        const auto weg = uit.back();
        // Leave the path at each of its nodes in turn, by a step that no path with the same beginning took.
        for (std::size_t i = 0; i + 1 < weg.size() && uit.size() < k; ++i) {
            auto deel = begin;
            const auto stam = weg.begin() + static_cast<std::ptrdiff_t>(i);
            deel.mijd.insert(deel.mijd.end(), weg.begin(), stam);
            deel.niet_eerst = i == 0 ? begin.niet_eerst : std::vector<Knoop>{};
            for (const auto& p : uit) {
                if (p.size() > i + 1 && std::equal(weg.begin(), stam + 1, p.begin())) deel.niet_eerst.push_back(p[i + 1]);
            }
            deel.meeste_stappen = begin.meeste_stappen - std::min(begin.meeste_stappen, static_cast<unsigned>(i));
            const auto rest = kortste_pad(blik, *stam, naar, deel, werkblad);
            if (rest.uitkomst != Uitkomst::gevonden) continue;
            Weg heel(weg.begin(), stam);
            heel.insert(heel.end(), rest.knopen.begin(), rest.knopen.end());
            kandidaten.insert(std::move(heel));
        }
    }
    return uit;
}

}  // namespace damwand::graph

// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/pad.hpp"

#include <algorithm>

#include "engine/graph/stop.hpp"

namespace damwand::graph {
namespace {

constexpr std::uint64_t per_beurt = 128;  // visible ties, then it is the other side's turn
constexpr std::size_t per_greep = 32;     // arrows whose memory is asked for at once
constexpr std::size_t lange_rij = 256;    // arrows: above this a row is not walked only to see whether a few are in it
constexpr std::size_t per_rij = 8, per_zoek = 64;  // what beginning a row and looking up a tie cost, in arrows
constexpr std::size_t rij_vooruit = 3, knoop_vooruit = 8;  // nodes of the front ahead, likewise

/// Marks: the side and whether its level is odd, or closed: hidden for the asker, or to be avoided.
constexpr unsigned dicht = 7;
constexpr unsigned merk_van(unsigned kant, unsigned niveau) { return 1 + kant * 2 + niveau % 2; }

struct Kant {
    std::vector<Knoop> front, volgende;
    std::size_t plek = 0;             ///< in front
    std::span<const Pijl> stuk;       ///< what is left of the piece of the row at hand
    Rijlezer rij;
    Knoop knoop = geen_knoop;         ///< whose row it is
    unsigned niveau = 0;              ///< steps from its end to `front`
    std::uint64_t bekeken = 0;        ///< visible ties in this level
};

/// Where the fronts touch: the place of a node in what is left of one, and a node of the other.
struct Raakpunt {
    std::size_t plek = std::numeric_limits<std::size_t>::max();
    Knoop overkant = geen_knoop;
};

class Zoektocht {
  public:
    Zoektocht(const Blik& blik, Werkblad& werkblad, const Padvraag& vraag, Pad& pad, Tik& tik) : m_blik(blik), m_werk(werkblad), m_vraag(vraag), m_pad(pad), m_tik(tik) {}

    void zoek(Knoop van, Knoop naar) {
        m_van = van;
        m_werk.begin(m_blik.opname().knopen());
        for (const auto k : m_vraag.mijd) m_werk.zet(k, dicht);
        begin(0, van);
        begin(1, naar);
        for (;;) {
            const unsigned kant = m_kanten[1].bekeken < m_kanten[0].bekeken ? 1 : 0;
            const auto stappen = m_kanten[0].niveau + m_kanten[1].niveau + 1;
            if (stappen > m_vraag.meeste_stappen) return eindig(Uitkomst::buiten_grens);
            const bool niveau_klaar = beurt(kant);
            if (!m_kort && (m_lang || stappen == m_vraag.meeste_stappen)) {
                // All that is left to know is whether the fronts touch: nothing new has to be found.
                zoek_raakpunt();
                if (!m_kort && stappen == m_vraag.meeste_stappen) return eindig(Uitkomst::buiten_grens);
            }
            if (m_kort || m_lang) return leg_pad();
            if (niveau_klaar) {
                auto& k = m_kanten[kant];
                ++k.niveau;
                k.front.swap(k.volgende);
                k.volgende.clear();
                k.plek = 0;
                k.bekeken = 0;
                if (k.front.empty()) return eindig(Uitkomst::geen);
            }
            if (m_pad.bekeken >= m_vraag.meeste_pijlen) return eindig(Uitkomst::buiten_grens);
        }
    }

  private:
    void begin(unsigned kant, Knoop k) {
        m_werk.zet(k, merk_van(kant, 0));
        m_kanten[kant].front = {k};
    }
    [[nodiscard]] bool verboden(Knoop een, Knoop ander) const {
        return een == m_van && std::find(m_vraag.niet_eerst.begin(), m_vraag.niet_eerst.end(), ander) != m_vraag.niet_eerst.end();
    }
    void eindig(Uitkomst uitkomst) {
        m_pad.uitkomst = uitkomst;
        m_pad.knopen.clear();
    }

    /// One turn of one side; true when its level is done. A tie to the other side's front is a shortest path; one to what the other side
    /// found in its own unfinished level is a step longer, and the shortest if this level ends without the first.
    bool beurt(unsigned kant) {
        auto& k = m_kanten[kant];
        const auto eigen = merk_van(kant, k.niveau), nieuw = merk_van(kant, k.niveau + 1);
        const auto anders_front = merk_van(1 - kant, m_kanten[1 - kant].niveau);
        std::uint64_t bekeken = 0;
        bool klaar = false;
        while (bekeken < per_beurt) {
            if (k.stuk.empty() && !volgend_stuk(k, kant)) {
                klaar = true;
                break;
            }
            const auto greep = k.stuk.first(std::min(per_greep, k.stuk.size()));
            for (const auto& [naar, kenmerk] : greep) {
                if (!m_blik.ziet_kenmerk(kenmerk)) continue;
                m_werk.haal_voor(naar);
                m_blik.opname().haal_staat_voor(naar);
            }
            std::size_t i = 0;
            for (; i < greep.size() && bekeken < per_beurt; ++i) {
                const auto [naar, kenmerk] = greep[i];
                if (!m_blik.ziet_kenmerk(kenmerk)) continue;
                const auto merk = m_werk.merk(naar);
                if (merk == dicht) continue;
                if (merk == 0 && !m_blik.ziet(naar)) {
                    m_werk.zet(naar, dicht);
                    continue;
                }
                ++bekeken;
                if (!m_vraag.niet_eerst.empty() && verboden(kant == 0 ? k.knoop : naar, kant == 0 ? naar : k.knoop)) continue;
                if (merk == 0) {
                    m_werk.zet(naar, nieuw, k.knoop);
                    k.volgende.push_back(naar);
                } else if (merk != eigen && merk != nieuw && (merk == anders_front || !m_lang)) {
                    auto& brug = merk == anders_front ? m_kort : m_lang;
                    brug = kant == 0 ? std::pair{k.knoop, naar} : std::pair{naar, k.knoop};
                    if (m_kort) break;
                }
            }
            k.stuk = k.stuk.subspan(i);
            if (m_kort) break;
        }
        k.bekeken += bekeken;
        m_pad.bekeken += bekeken;
        m_tik(bekeken);
        return klaar;
    }

    bool volgend_stuk(Kant& k, unsigned kant) {
        for (;;) {
            k.stuk = k.rij.volgende();
            if (!k.stuk.empty()) return true;
            if (k.plek == k.front.size()) {
                k.rij = {};
                k.knoop = geen_knoop;
                return false;
            }
            haal_voor(k.front, k.plek);
            k.knoop = k.front[k.plek++];
            k.rij = m_blik.rij(k.knoop, kant == 1);
        }
    }

    /// What of the front was not walked to its end.
    [[nodiscard]] static std::span<const Knoop> rest(const Kant& k) {
        const bool halverwege = k.plek > 0 && k.knoop != geen_knoop;
        return std::span(k.front).subspan(k.plek - (halverwege ? 1 : 0));
    }
    /// `een` is of side `kant`, `ander` of the other: may the path take a tie between them?
    [[nodiscard]] bool mag(unsigned kant, Knoop een, Knoop ander) const { return m_vraag.niet_eerst.empty() || !verboden(kant == 0 ? een : ander, kant == 0 ? ander : een); }
    [[nodiscard]] bool raakt(unsigned kant, Knoop een, Knoop ander) const {
        return mag(kant, een, ander) && (kant == 0 ? m_blik.verbonden(een, ander) : m_blik.verbonden(ander, een));
    }

    /// A tie between the two fronts, of what was not walked yet: of the side with fewer nodes left the first that has one, to the lowest key. That
    /// follows from what is visible alone; how it is found goes by what is cheap, which may go by all ties. Long rows are not walked: what they
    /// have in common with short ones these tell, and between two long ones a tie is looked up by key.
    void zoek_raakpunt() {
        const unsigned kant = rest(m_kanten[1]).size() < rest(m_kanten[0]).size() ? 1 : 0;
        const auto eigen = rest(m_kanten[kant]), ander = rest(m_kanten[1 - kant]);
        const auto anders_front = merk_van(1 - kant, m_kanten[1 - kant].niveau);
        Raakpunt beste;
        const auto meld = [&](std::size_t plek, Knoop overkant) {
            if (plek > beste.plek || (plek == beste.plek && m_blik.sleutel(overkant) >= m_blik.sleutel(beste.overkant))) return;
            beste = {plek, overkant};
        };
        const auto loop = [&](std::size_t plek) {
            m_tik(m_blik.rijlengte(eigen[plek]));
            elke_pijl(eigen[plek], kant, [&](Knoop v) {
                if (m_werk.merk(v) == anders_front && mag(kant, eigen[plek], v)) meld(plek, v);
            });
        };
        std::vector<std::pair<Knoop, std::size_t>> lang_eigen;
        std::size_t pijlen_eigen = 0;
        for (std::size_t i = 0; i < eigen.size() && i <= beste.plek; ++i) {
            haal_voor(eigen, i);
            if (const auto lengte = m_blik.rijlengte(eigen[i]); lengte > lange_rij) {
                lang_eigen.emplace_back(eigen[i], i);
                pijlen_eigen += lengte;
            } else {
                loop(i);
            }
        }
        if (!lang_eigen.empty()) {
            std::vector<Knoop> lang_ander;
            std::size_t pijlen_ander = 0;
            for (std::size_t i = 0; i < ander.size(); ++i) {
                haal_voor(ander, i);
                const auto lengte = m_blik.rijlengte(ander[i]);
                if (lengte > lange_rij) lang_ander.push_back(ander[i]);
                else pijlen_ander += lengte + per_rij;
            }
            if (pijlen_eigen < pijlen_ander + lang_eigen.size() * lang_ander.size() * per_zoek) {
                for (const auto& [k, plek] : lang_eigen) {
                    if (plek < beste.plek) loop(plek);
                }
            } else {
                for (const auto o : lang_ander) {
                    for (const auto& [k, plek] : lang_eigen) {
                        if (plek > beste.plek) break;
                        if (raakt(kant, k, o)) meld(plek, o);
                    }
                }
                std::sort(lang_eigen.begin(), lang_eigen.end());
                for (std::size_t i = 0; i < ander.size(); ++i) {
                    haal_voor(ander, i);
                    const auto lengte = m_blik.rijlengte(ander[i]);
                    if (lengte > lange_rij) continue;
                    m_tik(lengte);
                    elke_pijl(ander[i], 1 - kant, [&](Knoop v) {
                        if (v > lang_eigen.back().first) return;
                        const auto hier = std::lower_bound(lang_eigen.begin(), lang_eigen.end(), std::pair{v, std::size_t{0}});
                        if (hier->first == v && mag(kant, v, ander[i])) meld(hier->second, ander[i]);
                    });
                }
            }
        }
        if (beste.overkant != geen_knoop) m_kort = kant == 0 ? std::pair{eigen[beste.plek], beste.overkant} : std::pair{beste.overkant, eigen[beste.plek]};
    }
    template <class F>
    void elke_pijl(Knoop k, unsigned kant, F&& f) const {
        m_blik.elke_pijl(k, [&](Knoop v, std::uint32_t) { return f(v), true; }, kant == 1);
    }
    void haal_voor(std::span<const Knoop> knopen, std::size_t i) const {
        if (i + knoop_vooruit < knopen.size()) m_blik.opname().haal_knoop_voor(knopen[i + knoop_vooruit]);
        if (i + rij_vooruit < knopen.size()) m_blik.opname().haal_rij_voor(knopen[i + rij_vooruit]);
    }

    void leg_pad() {
        const auto [links, rechts] = m_kort ? *m_kort : *m_lang;
        m_pad.uitkomst = Uitkomst::gevonden;
        auto& uit = m_pad.knopen;
        for (auto k = links; k != geen_knoop; k = m_werk.ouder(k)) uit.push_back(k);
        std::reverse(uit.begin(), uit.end());
        for (auto k = rechts; k != geen_knoop; k = m_werk.ouder(k)) uit.push_back(k);
    }

    const Blik& m_blik;
    Werkblad& m_werk;
    const Padvraag& m_vraag;
    Pad& m_pad;
    Tik& m_tik;
    Knoop m_van = geen_knoop;
    std::array<Kant, 2> m_kanten;
    std::optional<std::pair<Knoop, Knoop>> m_kort, m_lang;  ///< the tie where the sides met
};

}  // namespace

Pad kortste_pad(const Blik& blik, Knoop van, Knoop naar, const Padvraag& vraag, Werkblad& werkblad) {
    Pad uit;
    const auto begaanbaar = [&](Knoop k) { return blik.ziet(k) && std::find(vraag.mijd.begin(), vraag.mijd.end(), k) == vraag.mijd.end(); };
    auto punten = vraag.via;
    punten.insert(punten.begin(), van);
    punten.push_back(naar);
    if (!std::all_of(punten.begin(), punten.end(), begaanbaar)) return uit;
    Tik tik(vraag.voortgang, vraag.meeste_pijlen);
    uit.uitkomst = Uitkomst::gevonden;
    uit.knopen = {van};
    for (std::size_t i = 0; i + 1 < punten.size(); ++i) {
        if (punten[i] == punten[i + 1]) continue;
        auto deelvraag = vraag;
        if (i > 0) deelvraag.niet_eerst.clear();
        deelvraag.meeste_stappen -= std::min(deelvraag.meeste_stappen, static_cast<unsigned>(uit.knopen.size() - 1));
        Pad deel;
        deel.bekeken = uit.bekeken;
        Zoektocht(blik, werkblad, deelvraag, deel, tik).zoek(punten[i], punten[i + 1]);
        uit.bekeken = deel.bekeken;
        if (deel.uitkomst != Uitkomst::gevonden) {
            uit.uitkomst = deel.uitkomst;
            uit.knopen.clear();
            return uit;
        }
        uit.knopen.insert(uit.knopen.end(), deel.knopen.begin() + 1, deel.knopen.end());
    }
    return uit;
}

}  // namespace damwand::graph

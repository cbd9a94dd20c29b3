// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/graph/groepen.hpp"
#include "engine/graph/samen.hpp"
#include "engine/graph/stop.hpp"
#include "engine/graph/toeval.hpp"

namespace damwand::graph {
namespace {

constexpr double warmte = 0.01;  // θ of the paper: how greedy the refinement is

/// So many ties of the first level go this way. Whole numbers of four bytes: what a node looks at is read again and again.
struct Bundel {
    Plek naar;
    std::uint32_t gewicht;
};

/// A weighted graph of one level; ties of a node to itself are only in `gewicht`.
struct Laag {
    std::vector<std::uint32_t> begin{0};
    std::vector<Bundel> naar;
    std::vector<double> gewicht;  ///< of a node: the sum of its ties, those to itself twice
    [[nodiscard]] std::size_t knopen() const noexcept { return gewicht.size(); }
    [[nodiscard]] std::span<const Bundel> operator[](Plek p) const noexcept { return {naar.data() + begin[p], naar.data() + begin[p + 1]}; }
    /// Ask memory for what will be read soon: where the row of a node is; the row, once that is known; something of each who stands in it first.
    void haal_knoop_voor(Plek p) const noexcept {
        __builtin_prefetch(&begin[p]);
        __builtin_prefetch(&gewicht[p]);
    }
    void haal_rij_voor(Plek p) const noexcept { __builtin_prefetch(naar.data() + begin[p]); }
    /// Always as many, also of the rows after it: a loop whose length cannot be foretold costs more than asking in vain.
    template <class Doe>
    void elke_eerste(Plek p, Doe doe) const noexcept {
        const auto* rij = naar.data() + begin[p];
#pragma GCC unroll 6
        for (std::size_t i = 0; i < over; ++i) doe(rij[i].naar);
    }
    static constexpr std::size_t over = 6;  ///< stand in `naar` behind the last row, for that
};
/// How far ahead of a node memory is asked for where its row is, for the row, for the groups of who stands in it, and for what those groups weigh.
constexpr std::size_t knoop_vooruit = 16, rij_vooruit = 12, groepen_vooruit = 8, sommen_vooruit = 4;

using Indeling = std::vector<std::uint32_t>;

/// In how many pieces work on so many nodes is cut: the same on every machine.
std::size_t stukken_van(std::size_t aantal) { return std::clamp<std::size_t>(aantal / 8192, 1, 32); }

/// Numbers from 0 without gaps, in order of appearance; answers how many.
std::uint32_t hernummer(Indeling& groep) {
    std::vector<std::uint32_t> nieuw(groep.size(), geen_knoop);
    std::uint32_t aantal = 0;
    for (auto& g : groep) {
        if (nieuw[g] == geen_knoop) nieuw[g] = aantal++;
        g = nieuw[g];
    }
    return aantal;
}

/// Who is in each group, by number.
struct Leden {
    std::vector<std::uint32_t> begin;
    std::vector<Plek> leden;
    Leden(const Indeling& groep, std::uint32_t aantal) : begin(aantal + 1), leden(groep.size()) {
        for (const auto g : groep) ++begin[g + 1];
        std::partial_sum(begin.begin(), begin.end(), begin.begin());
        auto volgende = begin;
        for (Plek p = 0; p < groep.size(); ++p) leden[volgende[groep[p]]++] = p;
    }
    /// Asks memory for what is read soon after the member at place `i`, in its group or the next ones before group `tot` (what lies there another core may
    /// be shuffling): the row, and the groups of who stands in it.
    void haal_voor(const Laag& laag, const Indeling& groep, std::size_t i, std::uint32_t tot) const noexcept {
        if (i + knoop_vooruit >= begin[tot]) return;
        laag.haal_knoop_voor(leden[i + knoop_vooruit]);
        laag.haal_rij_voor(leden[i + rij_vooruit]);
        laag.elke_eerste(leden[i + groepen_vooruit], [&](Plek v) { __builtin_prefetch(&groep[v]); });
    }
    /// Calls doe(piece, group, group past the last), pieces with about as many nodes each.
    template <class Doe>
    void in_stukken(Doe doe) const {
        const auto groep_op = [&](std::size_t plek) { return static_cast<std::uint32_t>(std::lower_bound(begin.begin(), begin.end(), plek) - begin.begin()); };
        samen(leden.size(), stukken_van(leden.size()), [&](std::size_t stuk, std::size_t van, std::size_t tot) { doe(stuk, groep_op(van), groep_op(tot)); });
    }
};

/// Groups that are in pieces become groups of their own; that never costs modularity.
void maak_verbonden(const Laag& laag, Indeling& groep) {
    Indeling nieuw(groep.size(), geen_knoop);
    std::uint32_t aantal = 0;
    std::vector<Plek> stapel;
    for (Plek begin = 0; begin < groep.size(); ++begin) {
        if (nieuw[begin] != geen_knoop) continue;
        nieuw[begin] = aantal;
        for (stapel = {begin}; !stapel.empty();) {
            const auto p = stapel.back();
            stapel.pop_back();
            for (const auto& bundel : laag[p]) {
                if (nieuw[bundel.naar] != geen_knoop || groep[bundel.naar] != groep[p]) continue;
                nieuw[bundel.naar] = aantal;
                stapel.push_back(bundel.naar);
            }
        }
        ++aantal;
    }
    groep = std::move(nieuw);
}

class Leiden {
  public:
    Leiden(double totaal, const GroepOpties& opties) : m_totaal(totaal), m_resolutie(opties.resolutie), m_per_gewicht(opties.resolutie / totaal), m_toeval(opties.zaad) {}

    struct Ronde {
        Indeling groep;
        double modulariteit = 0;
    };
    /// One whole round from `groep` on; the groups of the first level, each connected.
    Ronde ronde(const Laag& eerste, Indeling groep) {
        std::vector<Indeling> fijner;  // of each node of a level its node in the next
        Laag hoger;
        const auto* laag = &eerste;
        for (;;) {
            verplaats(*laag, groep);
            const auto aantal = hernummer(groep);
            if (aantal == laag->knopen()) break;
            auto fijn = verfijn(*laag, groep, aantal);
            const auto delen = hernummer(fijn);
            if (delen == laag->knopen()) break;
            Indeling boven(delen);
            for (Plek p = 0; p < laag->knopen(); ++p) boven[fijn[p]] = groep[p];
            hoger = vat_samen(*laag, fijn, delen);
            laag = &hoger;
            fijner.push_back(std::move(fijn));
            groep = std::move(boven);
        }
        // A node of a higher level is a connected part of the first, so that it is enough to look here.
        maak_verbonden(*laag, groep);
        Ronde uit{.groep = {}, .modulariteit = kwaliteit(*laag, groep)};
        for (; !fijner.empty(); fijner.pop_back()) {
            Indeling onder(fijner.back().size());
            for (Plek p = 0; p < onder.size(); ++p) onder[p] = groep[fijner.back()[p]];
            groep = std::move(onder);
        }
        hernummer(groep);
        uit.groep = std::move(groep);
        return uit;
    }

  private:
    /// Moves nodes to where they gain most, and looks again only at neighbours of what moved (MoveNodesFast). Nodes come in the order in which they lie,
    /// neighbours near each other, not in one by chance as in the paper: their rows and groups are then where memory was read just before.
    void verplaats(const Laag& laag, Indeling& groep) const {
        const auto n = laag.knopen();
        struct Groep {
            double som = 0;                     ///< of what its members weigh
            std::uint32_t naar = 0, leden = 0;  ///< ties to it of the node at hand; members
        };
        std::vector<Groep> van(n);
        std::vector<std::uint32_t> leeg;
        for (Plek p = 0; p < n; ++p) {
            van[groep[p]].som += laag.gewicht[p];
            ++van[groep[p]].leden;
        }
        for (auto g = static_cast<std::uint32_t>(n); g-- > 0;) {
            if (van[g].leden == 0) leeg.push_back(g);
        }
        // Each node waits at most once, so that a ring of n places is enough.
        std::vector<Plek> orde(n);
        std::iota(orde.begin(), orde.end(), 0U);
        std::vector<std::uint8_t> wacht(n, 1);
        for (std::size_t voor = 0, in_rij = n; in_rij > 0; --in_rij) {
            const auto plek = [&](std::size_t i) { return voor + i < n ? voor + i : voor + i - n; };
            if (in_rij > knoop_vooruit) {
                laag.haal_knoop_voor(orde[plek(knoop_vooruit)]);
                laag.haal_rij_voor(orde[plek(rij_vooruit)]);
                laag.elke_eerste(orde[plek(groepen_vooruit)], [&](Plek v) { __builtin_prefetch(&groep[v]); });
                laag.elke_eerste(orde[plek(sommen_vooruit)], [&](Plek v) { __builtin_prefetch(&van[groep[v]], 1); });
            }
            const auto p = orde[voor];
            voor = plek(1);
            wacht[p] = 0;
            const auto oud = groep[p];
            const auto rij = laag[p];
            for (const auto& [v, gewicht] : rij) van[groep[v]].naar += gewicht;
            van[oud].som -= laag.gewicht[p];
            const auto maal = laag.gewicht[p] * m_per_gewicht;
            const auto winst = [&](const Groep& g) { return g.naar - maal * g.som; };
            auto beste = oud;
            auto meeste = winst(van[oud]);
            for (const auto& bundel : rij) {
                const auto g = groep[bundel.naar];
                const auto hier = winst(van[g]);
                const bool meer = hier > meeste + 1e-12;
                meeste = meer ? hier : meeste;
                beste = meer ? g : beste;
            }
            for (const auto& bundel : rij) van[groep[bundel.naar]].naar = 0;
            if (meeste < -1e-12 && van[oud].leden > 1) beste = leeg.back();
            van[beste].som += laag.gewicht[p];
            if (beste == oud) continue;
            if (van[beste].leden++ == 0) leeg.pop_back();
            if (--van[oud].leden == 0) leeg.push_back(oud);
            groep[p] = beste;
            for (const auto& bundel : rij) {
                const auto v = bundel.naar;
                if (groep[v] == beste || wacht[v] != 0) continue;
                wacht[v] = 1;
                orde[plek(in_rij - 1)] = v;
                ++in_rij;
            }
        }
    }

    /// Splits each group into well-connected parts: nodes join a part by chance, the more gain the likelier (RefinePartition). No group has to do with
    /// another, so that they are done in pieces on several cores.
    Indeling verfijn(const Laag& laag, const Indeling& groep, std::uint32_t aantal) {
        const auto n = laag.knopen();
        Indeling fijn(n);
        std::iota(fijn.begin(), fijn.end(), 0U);
        std::vector<Onderdeel> delen(n);
        const auto zaad = m_toeval();
        Leden leden(groep, aantal);
        leden.in_stukken([&](std::size_t stuk, std::uint32_t van, std::uint32_t tot) {
            Toeval toeval(meng(zaad + stuk));
            std::vector<Keuze> keuze;
            for (auto g = van; g < tot; ++g) {
                std::span orde(leden.leden.data() + leden.begin[g], leden.leden.data() + leden.begin[g + 1]);
                double heel = 0;
                for (auto i = leden.begin[g]; i < leden.begin[g + 1]; ++i) {
                    leden.haal_voor(laag, groep, i, tot);
                    const auto p = leden.leden[i];
                    std::uint32_t buiten = 0;
                    for (const auto& [v, gewicht] : laag[p]) buiten += groep[v] == g ? gewicht : 0;
                    delen[p] = {.som = laag.gewicht[p], .buiten = static_cast<double>(buiten)};
                    heel += laag.gewicht[p];
                }
                toeval.schud(orde);
                for (const auto p : orde) {
                    if (delen[p].alleen && fijn[p] == p) voeg_bij(laag, groep, p, heel, fijn, delen, keuze, toeval);
                }
            }
        });
        return fijn;
    }
    struct Onderdeel {
        double som = 0, buiten = 0;  ///< what its nodes weigh; ties from it to the rest of its group
        std::uint32_t naar = 0;      ///< ties to it of the node at hand
        bool alleen = true;          ///< nobody joined who began it
    };
    struct Keuze {
        std::uint32_t deel = 0, naar = 0;
        double kans = 0;
    };
    /// Lets node `p`, alone in its part, join another part of its group, whose nodes weigh `heel` together, or stay.
    void voeg_bij(const Laag& laag, const Indeling& groep, Plek p, double heel, Indeling& fijn, std::vector<Onderdeel>& delen, std::vector<Keuze>& keuze, Toeval& toeval) const {
        const auto eigen = laag.gewicht[p];
        const auto hecht = [&](const Onderdeel& deel) { return deel.buiten >= deel.som * (heel - deel.som) * m_per_gewicht; };
        if (!hecht(delen[p])) return;
        const auto rij = laag[p];
        if (keuze.size() <= rij.size()) keuze.resize(rij.size() + 1);
        // Its own part stands for whoever is of another group, and is never a choice. Written without branches: which way they go nobody can foretell.
        delen[p].naar = 1;
        std::size_t aantal = 1;
        for (const auto& [v, gewicht] : rij) {
            const auto deel = groep[v] == groep[p] ? fijn[v] : p;
            keuze[aantal].deel = deel;
            aantal += delen[deel].naar == 0 ? 1 : 0;
            delen[deel].naar += gewicht;
        }
        delen[p].naar = 0;
        keuze[0] = {.deel = p, .naar = 0, .kans = 0};
        double meeste = 0;
        std::size_t over = 1;
        for (std::size_t i = 1; i < aantal; ++i) {
            auto& deel = delen[keuze[i].deel];
            const auto naar = std::exchange(deel.naar, 0);
            const auto winst = naar - eigen * deel.som * m_per_gewicht;
            if (winst < 0 || !hecht(deel)) continue;
            keuze[over++] = {.deel = keuze[i].deel, .naar = naar, .kans = winst};
            meeste = std::max(meeste, winst);
        }
        if (over == 1) return;
        double kansen = 0;
        const std::span keuzes(keuze.data(), over);
        for (auto& een : keuzes) kansen += een.kans = een.kans - meeste < -40 * warmte ? 0 : std::exp((een.kans - meeste) / warmte);
        auto trek = toeval.deel() * kansen;
        auto gekozen = keuzes.back();
        for (const auto& een : keuzes) {
            if ((trek -= een.kans) < 0) {
                gekozen = een;
                break;
            }
        }
        if (gekozen.deel == p) return;
        auto& deel = delen[gekozen.deel];
        deel.buiten += delen[p].buiten - 2.0 * gekozen.naar;
        deel.som += eigen;
        deel.alleen = false;
        fijn[p] = gekozen.deel;
    }

    /// Each part becomes a node.
    static Laag vat_samen(const Laag& laag, const Indeling& deel, std::uint32_t aantal) {
        const Leden leden(deel, aantal);
        Laag uit;
        uit.gewicht.resize(aantal);
        uit.begin.resize(aantal + 1);
        std::vector<std::vector<Bundel>> rijen(stukken_van(deel.size()));
        leden.in_stukken([&](std::size_t stuk, std::uint32_t van, std::uint32_t tot) {
            auto& rij = rijen[stuk];
            std::vector<std::uint32_t> naar(aantal);
            std::size_t eind = 0;
            for (auto d = van; d < tot; ++d) {
                const auto begin = eind;
                naar[d] = 1;  // so that it never stands in its own row
                for (auto i = leden.begin[d]; i < leden.begin[d + 1]; ++i) {
                    leden.haal_voor(laag, deel, i, tot);
                    const auto p = leden.leden[i];
                    uit.gewicht[d] += laag.gewicht[p];
                    const auto bundels = laag[p];
                    if (rij.size() <= eind + bundels.size()) rij.resize(2 * rij.size() + bundels.size() + 1);
                    for (const auto& [v, gewicht] : bundels) {
                        const auto g = deel[v];
                        rij[eind].naar = g;
                        eind += naar[g] == 0 ? 1 : 0;
                        naar[g] += gewicht;
                    }
                }
                naar[d] = 0;
                for (auto i = begin; i < eind; ++i) rij[i].gewicht = std::exchange(naar[rij[i].naar], 0);
                uit.begin[d + 1] = static_cast<std::uint32_t>(eind - begin);
            }
            rij.resize(eind);
        });
        std::partial_sum(uit.begin.begin(), uit.begin.end(), uit.begin.begin());
        uit.naar.reserve(uit.begin.back() + Laag::over);
        for (const auto& rij : rijen) uit.naar.insert(uit.naar.end(), rij.begin(), rij.end());
        uit.naar.resize(uit.naar.size() + Laag::over);
        return uit;
    }

    /// The modularity of the whole graph, from any level of it.
    [[nodiscard]] double kwaliteit(const Laag& laag, const Indeling& groep) const {
        std::vector<double> som(laag.knopen());
        double binnen = 0;
        for (Plek p = 0; p < laag.knopen(); ++p) {
            som[groep[p]] += laag.gewicht[p];
            binnen += laag.gewicht[p];
            for (const auto& [v, gewicht] : laag[p]) binnen -= groep[v] == groep[p] ? 0 : gewicht;
        }
        double uit = binnen / m_totaal;
        for (const auto s : som) uit -= m_resolutie * (s / m_totaal) * (s / m_totaal);
        return uit;
    }

    double m_totaal, m_resolutie, m_per_gewicht;
    Toeval m_toeval;
};

/// Nodes in an order in which neighbours stand near each other: breadth-first, from the fewest ties on, and not by way of who has very many.
std::vector<Plek> rangschik(const Deelgraaf& deel) {
    constexpr std::size_t veel = 128;
    const auto n = static_cast<Plek>(deel.knopen());
    std::vector<Plek> orde;
    orde.reserve(n);
    std::vector<bool> gezien(n);
    for (auto begin = n; begin-- > 0;) {
        if (gezien[begin]) continue;
        gezien[begin] = true;
        orde.push_back(begin);
        for (auto i = orde.size() - 1; i < orde.size(); ++i) {
            if (i + rij_vooruit < orde.size()) __builtin_prefetch(&deel.alle.begin[orde[i + rij_vooruit]]);
            if (i + sommen_vooruit < orde.size()) __builtin_prefetch(deel.alle.naar.data() + deel.alle.begin[orde[i + sommen_vooruit]]);
            const auto rij = deel.alle[orde[i]];
            if (rij.size() > veel) continue;
            for (const auto v : rij) {
                if (gezien[v]) continue;
                gezien[v] = true;
                orde.push_back(v);
            }
        }
    }
    return orde;
}

/// The graph in that order. Parallel ties stay apart: whoever reads a row adds them up.
Laag eerste_laag(const Deelgraaf& deel, const std::vector<Plek>& orde) {
    const auto n = orde.size();
    std::vector<Plek> plek(n);
    for (Plek i = 0; i < n; ++i) plek[orde[i]] = i;
    Laag uit;
    uit.gewicht.resize(n);
    uit.begin.resize(n + 1);
    const auto stukken = stukken_van(n);
    samen(n, stukken, [&](std::size_t, std::size_t van, std::size_t tot) {
        for (auto i = van; i < tot; ++i) {
            const auto rij = deel.alle[orde[i]];
            uit.gewicht[i] = static_cast<double>(rij.size());
            uit.begin[i + 1] = static_cast<std::uint32_t>(rij.size()) - static_cast<std::uint32_t>(std::count(rij.begin(), rij.end(), orde[i]));
        }
    });
    std::partial_sum(uit.begin.begin(), uit.begin.end(), uit.begin.begin());
    uit.naar.resize(uit.begin.back() + Laag::over);
    samen(n, stukken, [&](std::size_t, std::size_t van, std::size_t tot) {
        for (auto i = van; i < tot; ++i) {
            auto* naar = uit.naar.data() + uit.begin[i];
            for (const auto v : deel.alle[orde[i]]) {
                if (v != orde[i]) *naar++ = {plek[v], 1};
            }
        }
    });
    return uit;
}

void op_grootte(const Deelgraaf& deel, Groepen& uit) {
    std::vector<std::uint32_t> grootte(uit.aantal), orde(uit.aantal), nieuw(uit.aantal);
    std::vector<Sleutel> laagste(uit.aantal, std::numeric_limits<Sleutel>::max());
    for (Plek p = 0; p < deel.knopen(); ++p) {
        ++grootte[uit.groep[p]];
        laagste[uit.groep[p]] = std::min(laagste[uit.groep[p]], deel.sleutels[p]);
    }
    std::iota(orde.begin(), orde.end(), 0U);
    std::sort(orde.begin(), orde.end(), [&](auto a, auto b) { return grootte[a] != grootte[b] ? grootte[a] > grootte[b] : laagste[a] < laagste[b]; });
    for (std::uint32_t i = 0; i < orde.size(); ++i) nieuw[orde[i]] = i;
    for (auto& g : uit.groep) g = nieuw[g];
}

}  // namespace

double modulariteit(const Deelgraaf& deel, const std::vector<std::uint32_t>& groep, double resolutie) {
    const auto totaal = static_cast<double>(deel.alle.naar.size());
    if (totaal == 0) return 0;
    std::vector<double> som(deel.knopen());
    double binnen = 0;
    for (Plek p = 0; p < deel.knopen(); ++p) {
        som[groep[p]] += static_cast<double>(deel.alle.graad(p));
        for (const auto v : deel.alle[p]) binnen += groep[v] == groep[p] ? 1 : 0;
    }
    double uit = binnen / totaal;
    for (const auto s : som) uit -= resolutie * (s / totaal) * (s / totaal);
    return uit;
}

Groepen groepen(const Deelgraaf& deel, const GroepOpties& opties) {
    Groepen uit;
    uit.groep.resize(deel.knopen());
    std::iota(uit.groep.begin(), uit.groep.end(), 0U);
    const auto totaal = static_cast<double>(deel.alle.naar.size());
    if (totaal > 0) {
        const auto orde = rangschik(deel);
        const auto laag = eerste_laag(deel, orde);
        Leiden leiden(totaal, opties);
        auto groep = uit.groep;
        for (unsigned ronde = 0; ronde < opties.meeste_rondes; ++ronde) {
            if (opties.voortgang && !opties.voortgang({ronde, opties.meeste_rondes})) throw Fout(FoutSoort::botsing, "afgebroken", "Het rekenen is op verzoek afgebroken.");
            auto nieuw = leiden.ronde(laag, groep);
            if (ronde > 0 && nieuw.modulariteit <= uit.modulariteit + 1e-9) break;
            groep = std::move(nieuw.groep);
            uit.modulariteit = nieuw.modulariteit;
        }
        for (Plek i = 0; i < orde.size(); ++i) uit.groep[orde[i]] = groep[i];
    }
    for (const auto g : uit.groep) uit.aantal = std::max(uit.aantal, g + 1);
    op_grootte(deel, uit);
    return uit;
}

}  // namespace damwand::graph

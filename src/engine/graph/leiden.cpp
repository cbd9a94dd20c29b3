// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/graph/groepen.hpp"
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
    /// Ask memory for what will be read soon: where the row of a node is; the row, once that is known.
    void haal_knoop_voor(Plek p) const noexcept {
        __builtin_prefetch(&begin[p]);
        __builtin_prefetch(&gewicht[p]);
    }
    void haal_rij_voor(Plek p) const noexcept { __builtin_prefetch(naar.data() + begin[p]); }
};
/// How far ahead of a node in an order without places near each other memory is asked for its row, for who stands in it, and for their groups.
constexpr std::size_t knoop_vooruit = 16, rij_vooruit = 12, buren_vooruit = 8, groepen_vooruit = 4;
constexpr std::size_t meeste_vooruit = 16;  // neighbours of one node

using Indeling = std::vector<std::uint32_t>;

/// Adds up weights per group without clearing all: for the neighbours of one node at a time.
class Optelling {
  public:
    explicit Optelling(std::size_t groepen) : m_som(groepen) {}
    void tel(std::uint32_t groep, std::uint32_t gewicht) {
        if (m_som[groep] == 0) m_groepen.push_back(groep);
        m_som[groep] += gewicht;
    }
    void haal_voor(std::uint32_t groep) const noexcept { __builtin_prefetch(&m_som[groep], 1); }
    [[nodiscard]] std::uint32_t van(std::uint32_t groep) const noexcept { return m_som[groep]; }
    [[nodiscard]] const std::vector<std::uint32_t>& groepen() const noexcept { return m_groepen; }
    void leeg() {
        for (const auto g : m_groepen) m_som[g] = 0;
        m_groepen.clear();
    }

  private:
    std::vector<std::uint32_t> m_som, m_groepen;
};

class Leiden {
  public:
    Leiden(double totaal, const GroepOpties& opties) : m_per_gewicht(opties.resolutie / totaal), m_toeval(opties.zaad) {}

    /// One whole round from `begin` on; the groups of the first level.
    Indeling ronde(const Laag& eerste, Indeling begin) {
        Indeling van_knoop(eerste.knopen());  // of each node of the first level its node in the level at hand
        std::iota(van_knoop.begin(), van_knoop.end(), 0U);
        Laag laag = eerste;
        Indeling groep = std::move(begin);
        for (;;) {
            verplaats(laag, groep);
            const auto aantal = hernummer(groep);
            if (aantal == laag.knopen()) break;
            auto fijn = verfijn(laag, groep, aantal);
            const auto fijner = hernummer(fijn);
            if (fijner == laag.knopen()) break;
            Indeling boven(fijner);
            for (Plek p = 0; p < laag.knopen(); ++p) boven[fijn[p]] = groep[p];
            laag = vat_samen(laag, fijn, fijner);
            for (auto& k : van_knoop) k = fijn[k];
            groep = std::move(boven);
        }
        Indeling uit(eerste.knopen());
        for (Plek p = 0; p < uit.size(); ++p) uit[p] = groep[van_knoop[p]];
        hernummer(uit);
        return uit;
    }

  private:
    /// Numbers from 0 without gaps, in order of appearance; answers how many.
    static std::uint32_t hernummer(Indeling& groep) {
        std::vector<std::uint32_t> nieuw(groep.size(), geen_knoop);
        std::uint32_t aantal = 0;
        for (auto& g : groep) {
            if (nieuw[g] == geen_knoop) nieuw[g] = aantal++;
            g = nieuw[g];
        }
        return aantal;
    }

    /// Memory for what comes next in turn: `volgende(i)` is the i-th node from here, `geen_knoop` past the end.
    template <class Volgende, class Groep>
    static void haal_voor(const Laag& laag, const std::vector<std::uint32_t>& van, Volgende volgende, Groep groep) {
        const auto elke_buur = [&](Plek p, auto doe) {
            const auto rij = laag[p];
            for (const auto& [v, gewicht] : rij.first(std::min(rij.size(), meeste_vooruit))) doe(v);
        };
        if (const auto p = volgende(knoop_vooruit); p != geen_knoop) laag.haal_knoop_voor(p);
        if (const auto p = volgende(rij_vooruit); p != geen_knoop) laag.haal_rij_voor(p);
        if (const auto p = volgende(buren_vooruit); p != geen_knoop) elke_buur(p, [&](Plek v) { __builtin_prefetch(&van[v]); });
        if (const auto p = volgende(groepen_vooruit); p != geen_knoop) elke_buur(p, [&](Plek v) { groep(van[v]); });
    }

    /// Moves nodes to where they gain most, and looks again only at neighbours of what moved (MoveNodesFast).
    void verplaats(const Laag& laag, Indeling& groep) {
        const auto n = laag.knopen();
        std::vector<double> som(n);
        std::vector<std::uint32_t> leden(n), leeg;
        for (Plek p = 0; p < n; ++p) {
            som[groep[p]] += laag.gewicht[p];
            ++leden[groep[p]];
        }
        for (auto g = static_cast<std::uint32_t>(n); g-- > 0;) {
            if (leden[g] == 0) leeg.push_back(g);
        }
        std::vector<Plek> orde(n);
        std::iota(orde.begin(), orde.end(), 0U);
        m_toeval.schud(orde);
        // Each node waits at most once, so that a ring of n places is enough.
        std::vector<bool> wacht(n, true);
        Optelling naar(n);
        for (std::size_t voor = 0, in_rij = n; in_rij > 0; --in_rij) {
            haal_voor(laag, groep, [&](std::size_t i) { return i < in_rij ? orde[voor + i < n ? voor + i : voor + i - n] : geen_knoop; }, [&](std::uint32_t g) {
                naar.haal_voor(g);
                __builtin_prefetch(&som[g]);
            });
            const auto p = orde[voor];
            voor = voor + 1 == n ? 0 : voor + 1;
            wacht[p] = false;
            const auto oud = groep[p];
            for (const auto& [v, gewicht] : laag[p]) naar.tel(groep[v], gewicht);
            som[oud] -= laag.gewicht[p];
            const auto winst = [&](std::uint32_t g) { return naar.van(g) - laag.gewicht[p] * som[g] * m_per_gewicht; };
            auto beste = oud;
            auto meeste = winst(oud);
            for (const auto g : naar.groepen()) {
                if (winst(g) > meeste + 1e-12) meeste = winst(g), beste = g;
            }
            if (meeste < -1e-12 && leden[oud] > 1) beste = leeg.back();
            som[beste] += laag.gewicht[p];
            if (beste != oud) {
                if (leden[beste]++ == 0) leeg.pop_back();
                if (--leden[oud] == 0) leeg.push_back(oud);
                groep[p] = beste;
                for (const auto& [v, gewicht] : laag[p]) {
                    if (groep[v] != beste && !wacht[v]) {
                        wacht[v] = true;
                        orde[voor + in_rij - 1 < n ? voor + in_rij - 1 : voor + in_rij - 1 - n] = v;
                        ++in_rij;
                    }
                }
            }
            naar.leeg();
        }
    }

    /// Splits each group into well-connected parts: nodes join a part by chance, the more gain the likelier (RefinePartition).
    Indeling verfijn(const Laag& laag, const Indeling& groep, std::uint32_t aantal) {
        const auto n = laag.knopen();
        std::vector<double> som_groep(aantal), som = laag.gewicht, naar_buiten(n);  // naar_buiten: from a part to the rest of its group
        for (Plek p = 0; p < n; ++p) som_groep[groep[p]] += laag.gewicht[p];
        for (Plek p = 0; p < n; ++p) {
            for (const auto& [v, gewicht] : laag[p]) naar_buiten[p] += groep[v] == groep[p] ? gewicht : 0;
        }
        Indeling fijn(n);
        std::iota(fijn.begin(), fijn.end(), 0U);
        std::vector<bool> alleen(n, true);
        std::vector<Plek> orde(n);
        std::iota(orde.begin(), orde.end(), 0U);
        m_toeval.schud(orde);
        Optelling naar(n);
        std::vector<std::pair<std::uint32_t, double>> keuze;
        const auto hecht = [&](double buiten, double gewicht, std::uint32_t g) { return buiten >= gewicht * (som_groep[g] - gewicht) * m_per_gewicht; };
        for (std::size_t i = 0; i < n; ++i) {
            haal_voor(laag, fijn, [&](std::size_t ver) { return i + ver < n ? orde[i + ver] : geen_knoop; }, [&](std::uint32_t deel) {
                naar.haal_voor(deel);
                __builtin_prefetch(&som[deel]);
                __builtin_prefetch(&naar_buiten[deel]);
            });
            if (i + buren_vooruit < n) {
                for (const auto& [v, gewicht] : laag[orde[i + buren_vooruit]].first(std::min(laag[orde[i + buren_vooruit]].size(), meeste_vooruit))) __builtin_prefetch(&groep[v]);
            }
            const auto p = orde[i];
            const auto g = groep[p];
            if (!alleen[p] || !hecht(naar_buiten[fijn[p]], laag.gewicht[p], g)) continue;
            for (const auto& [v, gewicht] : laag[p]) {
                if (groep[v] == g) naar.tel(fijn[v], gewicht);
            }
            keuze.assign(1, {fijn[p], 0.0});
            double meeste = 0;
            for (const auto deel : naar.groepen()) {
                const auto winst = naar.van(deel) - laag.gewicht[p] * som[deel] * m_per_gewicht;
                if (deel == fijn[p] || winst < 0 || !hecht(naar_buiten[deel], som[deel], g)) continue;
                keuze.emplace_back(deel, winst);
                meeste = std::max(meeste, winst);
            }
            if (keuze.size() == 1) {
                naar.leeg();
                continue;
            }
            double heel = 0;
            for (auto& [deel, winst] : keuze) heel += winst = winst - meeste < -40 * warmte ? 0 : std::exp((winst - meeste) / warmte);
            auto trek = m_toeval.deel() * heel;
            auto gekozen = keuze.back().first;
            for (const auto& [deel, kans] : keuze) {
                if ((trek -= kans) < 0) {
                    gekozen = deel;
                    break;
                }
            }
            if (gekozen != fijn[p]) {
                naar_buiten[gekozen] += naar_buiten[fijn[p]] - 2.0 * naar.van(gekozen);
                som[gekozen] += laag.gewicht[p];
                som[fijn[p]] = naar_buiten[fijn[p]] = 0;
                fijn[p] = gekozen;
                alleen[gekozen] = false;
            }
            naar.leeg();
        }
        return fijn;
    }

    static Laag vat_samen(const Laag& laag, const Indeling& deel, std::uint32_t aantal) {
        std::vector<std::uint32_t> begin(aantal + 1);
        for (const auto d : deel) ++begin[d + 1];
        std::partial_sum(begin.begin(), begin.end(), begin.begin());
        std::vector<Plek> leden(deel.size());
        auto volgende = begin;
        for (Plek p = 0; p < deel.size(); ++p) leden[volgende[deel[p]]++] = p;
        Laag uit;
        uit.gewicht.resize(aantal);
        Optelling naar(aantal);
        for (std::uint32_t d = 0; d < aantal; ++d) {
            for (auto i = begin[d]; i < begin[d + 1]; ++i) {
                if (i + knoop_vooruit < leden.size()) laag.haal_knoop_voor(leden[i + knoop_vooruit]);
                if (i + rij_vooruit < leden.size()) laag.haal_rij_voor(leden[i + rij_vooruit]);
                uit.gewicht[d] += laag.gewicht[leden[i]];
                for (const auto& [v, gewicht] : laag[leden[i]]) {
                    if (deel[v] != d) naar.tel(deel[v], gewicht);
                }
            }
            for (const auto g : naar.groepen()) uit.naar.push_back({g, naar.van(g)});
            uit.begin.push_back(static_cast<std::uint32_t>(uit.naar.size()));
            naar.leeg();
        }
        return uit;
    }

    double m_per_gewicht;
    Toeval m_toeval;
};

/// Parallel ties added up.
Laag eerste_laag(const Deelgraaf& deel) {
    Laag uit;
    Optelling naar(deel.knopen());
    for (Plek p = 0; p < deel.knopen(); ++p) {
        uit.gewicht.push_back(static_cast<double>(deel.alle.graad(p)));
        for (const auto v : deel.alle[p]) {
            if (v != p) naar.tel(v, 1);
        }
        for (const auto v : naar.groepen()) uit.naar.push_back({v, naar.van(v)});
        uit.begin.push_back(static_cast<std::uint32_t>(uit.naar.size()));
        naar.leeg();
    }
    return uit;
}

/// Groups that are in pieces become groups of their own; that never costs modularity.
void maak_verbonden(const Deelgraaf& deel, Indeling& groep) {
    Indeling nieuw(groep.size(), geen_knoop);
    std::uint32_t aantal = 0;
    std::vector<Plek> stapel;
    for (Plek begin = 0; begin < groep.size(); ++begin) {
        if (nieuw[begin] != geen_knoop) continue;
        nieuw[begin] = aantal;
        for (stapel = {begin}; !stapel.empty();) {
            const auto p = stapel.back();
            stapel.pop_back();
            for (const auto v : deel.alle[p]) {
                if (nieuw[v] != geen_knoop || groep[v] != groep[p]) continue;
                nieuw[v] = aantal;
                stapel.push_back(v);
            }
        }
        ++aantal;
    }
    groep = std::move(nieuw);
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
        const auto laag = eerste_laag(deel);
        Leiden leiden(totaal, opties);
        uit.modulariteit = modulariteit(deel, uit.groep, opties.resolutie);
        for (unsigned ronde = 0; ronde < opties.meeste_rondes; ++ronde) {
            if (opties.voortgang && !opties.voortgang({ronde, opties.meeste_rondes})) throw Fout(FoutSoort::botsing, "afgebroken", "Het rekenen is op verzoek afgebroken.");
            auto nieuw = leiden.ronde(laag, uit.groep);
            maak_verbonden(deel, nieuw);
            const auto kwaliteit = modulariteit(deel, nieuw, opties.resolutie);
            if (kwaliteit <= uit.modulariteit + 1e-9 && ronde > 0) break;
            uit.groep = std::move(nieuw);
            uit.modulariteit = kwaliteit;
        }
    }
    for (const auto g : uit.groep) uit.aantal = std::max(uit.aantal, g + 1);
    op_grootte(deel, uit);
    return uit;
}

}  // namespace damwand::graph

// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <numeric>
#include <stdexcept>
#include <thread>

#include "engine/graph/netwerk.hpp"
#include "engine/graph/samen.hpp"
#include "engine/graph/tafel.hpp"

namespace damwand::graph {
namespace {

/// A tie whose ends are places in the order in which nodes were given.
struct Ruw {
    std::uint32_t van = 0, naar = 0, kenmerk = 0;
};
constexpr std::size_t per_blok = std::size_t{1} << 20U;
constexpr std::uint32_t weinig = 4096;  // most nodes have fewer ties: those are ordered by counting

/// Shares of the nodes, with as many ties each: where share `deel` of so many begins. `tot_hier`: ties before each node, and all of them.
std::uint32_t deel_vanaf(const std::vector<std::uint32_t>& tot_hier, std::size_t deel, std::size_t delen) {
    const auto doel = std::uint64_t{tot_hier.back()} * deel / delen;
    return static_cast<std::uint32_t>(deel == delen ? tot_hier.size() - 1 : static_cast<std::size_t>(std::lower_bound(tot_hier.begin(), tot_hier.end(), doel) - tot_hier.begin()));
}

}  // namespace

std::size_t Basis::bytes() const noexcept {
    return sleutels.size() * sizeof(Sleutel) + (op_sleutel.size() + begin.size() + midden.size() + uit_begin.size()) * 4 + pijlen.size() * sizeof(Pijl) +
           kenmerken.size() * sizeof(Kenmerk) + klassen.size() * sizeof(Klasse) + ids.size() * 8;
}

struct Bouwer::Werk {
    std::vector<Sleutel> sleutels;
    std::vector<std::uint32_t> klasse;
    std::vector<Klasse> klassen{Klasse{}};
    std::map<Klasse, std::uint32_t> op_klasse;
    std::vector<Kenmerk> kenmerken;
    Tafel op_sleutel, op_kenmerk;
    std::vector<std::vector<Ruw>> blokken;  // a single vector would double while it grows
    std::vector<std::uint64_t> ids;
    std::size_t banden = 0;
    std::uint64_t los = 0;

    [[nodiscard]] std::vector<std::uint32_t> rangen();
    [[nodiscard]] std::vector<std::uint32_t> nummer(Basis& basis, const std::vector<std::uint32_t>& rang) const;
    void leg_rijen(Basis& basis, std::vector<std::uint32_t> rang, const std::vector<std::uint32_t>& nieuw);
    template <class F>
    void elke(F&& f) const {
        std::size_t i = 0;
        for (const auto& blok : blokken) {
            for (const auto& b : blok) f(b, i++);
        }
    }
};

Bouwer::Bouwer() : m_werk(std::make_unique<Werk>()) {}
Bouwer::~Bouwer() = default;
Bouwer::Bouwer(Bouwer&&) noexcept = default;
Bouwer& Bouwer::operator=(Bouwer&&) noexcept = default;
std::uint64_t Bouwer::losse_banden() const noexcept { return m_werk->los; }

std::uint32_t Bouwer::klasse(std::uint16_t type, std::vector<Zicht> zichten) {
    auto& w = *m_werk;
    Klasse klasse{type, std::move(zichten)};
    std::sort(klasse.zichten.begin(), klasse.zichten.end());
    klasse.zichten.erase(std::unique(klasse.zichten.begin(), klasse.zichten.end()), klasse.zichten.end());
    const auto [plek, nieuw] = w.op_klasse.try_emplace(klasse, static_cast<std::uint32_t>(w.klassen.size()));
    if (nieuw) w.klassen.push_back(std::move(klasse));
    return plek->second;
}

void Bouwer::knoop(const Knoopgegeven& knoop) { m_werk->klasse[plek(knoop.sleutel, 0)] = klasse(knoop.type, knoop.zichten); }

std::uint32_t Bouwer::plek(Sleutel sleutel, std::uint32_t klasse) {
    auto& w = *m_werk;
    const auto nummer = w.op_sleutel.nummer(w.sleutels, sleutel);
    if (nummer == w.klasse.size()) w.klasse.push_back(klasse);
    return nummer;
}

/// In three rounds over a handful of keys: what the next round reads is asked of memory meanwhile.
void Bouwer::plekken(std::span<const Sleutel> sleutels, std::uint32_t klasse, std::vector<std::uint32_t>& uit) {
    constexpr std::size_t handvol = 32;
    const auto& w = *m_werk;
    uit.clear();
    for (std::size_t i = 0; i < sleutels.size(); i += handvol) {
        const auto deel = sleutels.subspan(i, std::min(handvol, sleutels.size() - i));
        for (const auto s : deel) w.op_sleutel.haal_voor(s);
        for (const auto s : deel) w.op_sleutel.haal_voor(w.sleutels, s);
        for (const auto s : deel) uit.push_back(plek(s, klasse));
    }
}

std::uint32_t Bouwer::kenmerk(const Kenmerk& kenmerk) { return m_werk->op_kenmerk.nummer(m_werk->kenmerken, kenmerk); }

void Bouwer::band(std::uint32_t van, std::uint32_t naar, std::uint32_t kenmerk, std::uint64_t id) {
    auto& w = *m_werk;
    if (w.banden % per_blok == 0) w.blokken.emplace_back().reserve(w.banden == 0 ? 0 : per_blok);
    w.blokken.back().push_back({van, naar, kenmerk});
    if (id != 0 && w.ids.empty()) w.ids.resize(w.banden);
    if (id != 0 || !w.ids.empty()) w.ids.push_back(id);
    ++w.banden;
}

bool Bouwer::band(const Band& band) {
    auto& w = *m_werk;
    const auto van = w.op_sleutel.vind(w.sleutels, band.van), naar = w.op_sleutel.vind(w.sleutels, band.naar);
    if (van == geen_knoop || naar == geen_knoop) {
        ++w.los;
        return false;
    }
    this->band(van, naar, kenmerk(band.kenmerk), band.id);
    return true;
}

/// Puts nodes in the order of their keys; says of each place where it is now.
std::vector<std::uint32_t> Bouwer::Werk::rangen() {
    const auto n = sleutels.size();
    std::vector<std::uint32_t> rang(n), oud(n);
    std::vector<std::pair<Sleutel, std::uint32_t>> paren;
    paren.reserve(n);
    for (std::uint32_t i = 0; i < n; ++i) paren.emplace_back(sleutels[i], i);
    std::sort(paren.begin(), paren.end());
    for (std::uint32_t i = 0; i < n; ++i) {
        sleutels[i] = paren[i].first;
        oud[i] = klasse[paren[i].second];
        rang[paren[i].second] = i;
    }
    klasse = std::move(oud);
    return rang;
}

/// Numbers by falling degree, then key; fills everything of the basis that is per node.
std::vector<std::uint32_t> Bouwer::Werk::nummer(Basis& basis, const std::vector<std::uint32_t>& rang) const {
    const auto n = sleutels.size();
    std::vector<std::uint32_t> uit(n), in(n);
    samen(n, 2, [&](std::size_t stuk, std::size_t, std::size_t) {
        auto& graden = stuk == 0 ? uit : in;
        elke([&](const Ruw& b, std::size_t) { ++graden[stuk == 0 ? b.van : b.naar]; });
    });
    // By place until here, by rank from here on.
    std::vector<std::uint32_t> graad(n), uit_graad(n);
    for (std::size_t p = 0; p < n; ++p) {
        graad[rang[p]] = uit[p] + in[p];
        uit_graad[rang[p]] = uit[p];
    }
    uit = {};
    in = {};
    std::vector<std::uint32_t> veel, begin(weinig + 1), orde(n), nieuw(n);
    for (std::uint32_t r = 0; r < n; ++r) {
        if (graad[r] >= weinig) veel.push_back(r);
        else ++begin[weinig - 1 - graad[r] + 1];
    }
    std::sort(veel.begin(), veel.end(), [&](auto a, auto b) { return graad[a] != graad[b] ? graad[a] > graad[b] : a < b; });
    std::copy(veel.begin(), veel.end(), orde.begin());
    begin[0] = static_cast<std::uint32_t>(veel.size());
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    for (std::uint32_t r = 0; r < n; ++r) {
        if (graad[r] < weinig) orde[begin[weinig - 1 - graad[r]]++] = r;
    }
    basis.sleutels.resize(n);
    basis.op_sleutel.resize(n);
    basis.begin.resize(n + 1);
    basis.midden.resize(n);
    if (!ids.empty()) basis.uit_begin.resize(n);
    std::uint32_t plek = 0, banden_voor = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        const auto r = orde[i];
        nieuw[r] = i;
        basis.sleutels[i] = sleutels[r];
        basis.op_sleutel[r] = i;
        basis.begin[i] = plek;
        basis.midden[i] = plek + uit_graad[r];
        if (!ids.empty()) basis.uit_begin[i] = banden_voor;
        plek += graad[r];
        banden_voor += uit_graad[r];
    }
    basis.begin[n] = plek;
    return nieuw;
}

/// Outward rows from the ties in the order of the key they go to; then inward rows by walking the outward rows in the order of keys: so every row comes
/// out ordered without being sorted. Every round is done by several at once, who all go past everything and write what is in their own share of the nodes.
void Bouwer::Werk::leg_rijen(Basis& basis, std::vector<std::uint32_t> rang, const std::vector<std::uint32_t>& nieuw) {
    const auto n = sleutels.size();
    const std::size_t delen = banden < per_blok ? 1 : std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    samen(blokken.size(), blokken.size(), [&](std::size_t blok, std::size_t, std::size_t) {
        for (auto& b : blokken[blok]) b = {nieuw[rang[b.van]], rang[b.naar], b.kenmerk};
    });
    rang = {};
    std::vector<std::uint32_t> plek(n + 1);
    for (std::size_t r = 0; r < n; ++r) plek[r + 1] = plek[r] + basis.begin[nieuw[r] + 1] - basis.midden[nieuw[r]];
    const auto grens = plek;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> op_naar(banden);  // from (its new number), kenmerk
    std::vector<std::uint64_t> ids_op_naar(ids.size());
    samen(delen, delen, [&](std::size_t deel, std::size_t, std::size_t) {
        const auto eerste = deel_vanaf(grens, deel, delen), laatste = deel_vanaf(grens, deel + 1, delen);
        elke([&](const Ruw& b, std::size_t i) {
            if (b.naar < eerste || b.naar >= laatste) return;
            const auto p = plek[b.naar]++;
            op_naar[p] = {b.van, b.kenmerk};
            if (!ids.empty()) ids_op_naar[p] = ids[i];
        });
    });
    blokken = {};
    ids = {};
    basis.pijlen.resize(banden * 2);
    basis.ids.resize(ids_op_naar.size());
    auto& volgende = plek;
    volgende = basis.begin;
    samen(delen, delen, [&](std::size_t deel, std::size_t, std::size_t) {
        const auto eerste = deel_vanaf(basis.begin, deel, delen), laatste = deel_vanaf(basis.begin, deel + 1, delen);
        for (std::uint32_t r = 0; r < n; ++r) {
            const auto naar = nieuw[r];
            for (auto p = grens[r]; p < grens[r + 1]; ++p) {
                const auto [van, kenmerk] = op_naar[p];
                if (van < eerste || van >= laatste) continue;
                if (!ids_op_naar.empty()) basis.ids[basis.uit_begin[van] + (volgende[van] - basis.begin[van])] = ids_op_naar[p];
                basis.pijlen[volgende[van]++] = {naar, kenmerk};
            }
        }
    });
    op_naar = {};
    volgende = basis.midden;
    samen(delen, delen, [&](std::size_t deel, std::size_t, std::size_t) {
        const auto eerste = deel_vanaf(basis.begin, deel, delen), laatste = deel_vanaf(basis.begin, deel + 1, delen);
        for (const auto van : basis.op_sleutel) {
            for (auto p = basis.begin[van]; p < basis.midden[van]; ++p) {
                const auto [naar, kenmerk] = basis.pijlen[p];
                if (naar >= eerste && naar < laatste) basis.pijlen[volgende[naar]++] = {van, kenmerk};
            }
        }
    });
}

std::shared_ptr<const Basis> Bouwer::klaar() && {
    auto& w = *m_werk;
    if (w.banden > std::numeric_limits<std::uint32_t>::max() / 2 || w.sleutels.size() >= geen_knoop) throw std::length_error("a graph beyond two milliard ties");
    auto basis = std::make_shared<Basis>();
    w.op_sleutel = {};
    w.op_kenmerk = {};
    auto rang = w.rangen();
    const auto nieuw = w.nummer(*basis, rang);
    w.leg_rijen(*basis, std::move(rang), nieuw);
    basis->klasse.resize(w.klasse.size());
    for (std::size_t r = 0; r < nieuw.size(); ++r) basis->klasse[nieuw[r]] = w.klasse[r];
    basis->kenmerken = std::move(w.kenmerken);
    basis->kenmerken.shrink_to_fit();
    basis->klassen = std::move(w.klassen);
    m_werk.reset();
    return basis;
}

}  // namespace damwand::graph

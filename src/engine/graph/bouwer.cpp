// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <numeric>
#include <stdexcept>

#include "engine/graph/netwerk.hpp"
#include "engine/graph/tafel.hpp"

namespace damwand::graph {
namespace {

/// A tie whose ends are ranks in the order of keys.
struct Ruw {
    std::uint32_t van = 0, naar = 0, kenmerk = 0;
};
constexpr std::size_t per_blok = std::size_t{1} << 20U;

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
    bool gesorteerd = false;

    void sorteer();
    [[nodiscard]] std::vector<std::uint32_t> nummer(Basis& basis) const;
    void leg_rijen(Basis& basis, const std::vector<std::uint32_t>& nieuw);
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

void Bouwer::knoop(const Knoopgegeven& knoop) {
    auto& w = *m_werk;
    if (w.gesorteerd) throw std::logic_error("a node after the first tie");
    Klasse klasse{knoop.type, knoop.zichten};
    std::sort(klasse.zichten.begin(), klasse.zichten.end());
    klasse.zichten.erase(std::unique(klasse.zichten.begin(), klasse.zichten.end()), klasse.zichten.end());
    const auto [plek, nieuw] = w.op_klasse.try_emplace(klasse, static_cast<std::uint32_t>(w.klassen.size()));
    if (nieuw) w.klassen.push_back(std::move(klasse));
    const auto nummer = w.op_sleutel.nummer(w.sleutels, knoop.sleutel);
    if (nummer == w.klasse.size()) w.klasse.push_back(plek->second);
    else w.klasse[nummer] = plek->second;
}

/// Nodes in the order of their keys.
void Bouwer::Werk::sorteer() {
    if (gesorteerd) return;
    gesorteerd = true;
    std::vector<std::pair<Sleutel, std::uint32_t>> paren;
    paren.reserve(sleutels.size());
    for (std::size_t i = 0; i < sleutels.size(); ++i) paren.emplace_back(sleutels[i], klasse[i]);
    std::sort(paren.begin(), paren.end());
    for (std::size_t i = 0; i < paren.size(); ++i) std::tie(sleutels[i], klasse[i]) = paren[i];
    op_sleutel.hernummer(sleutels);
}

bool Bouwer::band(const Band& band) {
    auto& w = *m_werk;
    w.sorteer();
    const Ruw ruw{w.op_sleutel.vind(w.sleutels, band.van), w.op_sleutel.vind(w.sleutels, band.naar), w.op_kenmerk.nummer(w.kenmerken, band.kenmerk)};
    if (ruw.van == geen_knoop || ruw.naar == geen_knoop) {
        ++w.los;
        return false;
    }
    if (w.banden % per_blok == 0) w.blokken.emplace_back().reserve(w.banden == 0 ? 0 : per_blok);
    w.blokken.back().push_back(ruw);
    if (band.id != 0 && w.ids.empty()) w.ids.resize(w.banden);
    if (band.id != 0 || !w.ids.empty()) w.ids.push_back(band.id);
    ++w.banden;
    return true;
}

/// Numbers by falling degree, then key; fills everything of the basis that is per node.
std::vector<std::uint32_t> Bouwer::Werk::nummer(Basis& basis) const {
    const auto n = sleutels.size();
    std::vector<std::uint32_t> uit(n), in(n), orde(n), nieuw(n);
    elke([&](const Ruw& b, std::size_t) {
        ++uit[b.van];
        ++in[b.naar];
    });
    std::iota(orde.begin(), orde.end(), 0U);
    const auto graad = [&](auto r) { return std::uint64_t{uit[r]} + in[r]; };
    std::sort(orde.begin(), orde.end(), [&](auto a, auto b) { return graad(a) != graad(b) ? graad(a) > graad(b) : a < b; });
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
        basis.midden[i] = plek + uit[r];
        if (!ids.empty()) basis.uit_begin[i] = banden_voor;
        plek += uit[r] + in[r];
        banden_voor += uit[r];
    }
    basis.begin[n] = plek;
    return nieuw;
}

/// Outward rows from the ties in the order of the key they go to; then inward rows by walking the outward rows in the order of keys:
/// so every row comes out ordered without being sorted.
void Bouwer::Werk::leg_rijen(Basis& basis, const std::vector<std::uint32_t>& nieuw) {
    const auto n = sleutels.size();
    std::vector<std::uint32_t> plek(n + 1);
    elke([&](const Ruw& b, std::size_t) { ++plek[b.naar + 1]; });
    std::partial_sum(plek.begin(), plek.end(), plek.begin());
    const auto grens = plek;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> op_naar(banden);  // from, kenmerk
    std::vector<std::uint64_t> ids_op_naar(ids.size());
    elke([&](const Ruw& b, std::size_t i) {
        const auto p = plek[b.naar]++;
        op_naar[p] = {b.van, b.kenmerk};
        if (!ids.empty()) ids_op_naar[p] = ids[i];
    });
    blokken = {};
    ids = {};
    basis.pijlen.resize(banden * 2);
    basis.ids.resize(ids_op_naar.size());
    auto& volgende = plek;
    volgende = basis.begin;
    for (std::uint32_t naar = 0; naar < n; ++naar) {
        for (auto p = grens[naar]; p < grens[naar + 1]; ++p) {
            const auto van = nieuw[op_naar[p].first];
            if (!ids_op_naar.empty()) basis.ids[basis.uit_begin[van] + (volgende[van] - basis.begin[van])] = ids_op_naar[p];
            basis.pijlen[volgende[van]++] = {nieuw[naar], op_naar[p].second};
        }
    }
    volgende = basis.midden;
    for (const auto van : basis.op_sleutel) {
        for (auto p = basis.begin[van]; p < basis.midden[van]; ++p) basis.pijlen[volgende[basis.pijlen[p].naar]++] = {van, basis.pijlen[p].kenmerk};
    }
}

std::shared_ptr<const Basis> Bouwer::klaar() && {
    auto& w = *m_werk;
    w.sorteer();
    if (w.banden > std::numeric_limits<std::uint32_t>::max() / 2 || w.sleutels.size() >= geen_knoop) throw std::length_error("a graph beyond two milliard ties");
    auto basis = std::make_shared<Basis>();
    w.op_sleutel = {};
    w.op_kenmerk = {};
    const auto nieuw = w.nummer(*basis);
    std::vector<std::uint32_t> klasse(w.klasse.size());
    w.leg_rijen(*basis, nieuw);
    for (std::size_t r = 0; r < nieuw.size(); ++r) klasse[nieuw[r]] = w.klasse[r];
    basis->klasse = std::move(klasse);
    basis->kenmerken = std::move(w.kenmerken);
    basis->kenmerken.shrink_to_fit();
    basis->klassen = std::move(w.klassen);
    m_werk.reset();
    return basis;
}

}  // namespace damwand::graph

// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/blik.hpp"

#include <algorithm>

#include "base/fout.hpp"

namespace damwand::graph {

Blik::Blik(std::shared_ptr<const Opname> opname, Masker masker, Filter filter) : m_opname(std::move(opname)), m_masker(std::move(masker)), m_filter(std::move(filter)) { vul(); }

Blik Blik::op(std::shared_ptr<const Opname> later) const {
    if (later->basis_deel() != m_opname->basis_deel()) return {std::move(later), m_masker, m_filter};
    Blik uit = *this;
    uit.m_opname = std::move(later);
    uit.vul();
    return uit;
}

/// The dictionaries only grow while the basis is the same: what is known stays.
void Blik::vul() {
    m_kenmerken.resize(m_opname->kenmerken() / 64 + 1);
    for (auto i = m_bekende_kenmerken; i < m_opname->kenmerken(); ++i) {
        const auto& k = m_opname->kenmerk(static_cast<std::uint32_t>(i));
        const std::uint64_t zichtbaar = m_filter.laat_door(k) && m_masker.ziet(k.zicht) ? 1 : 0;
        m_kenmerken[i / 64] = (m_kenmerken[i / 64] & ~(std::uint64_t{1} << (i % 64))) | (zichtbaar << (i % 64));
    }
    m_bekende_kenmerken = m_opname->kenmerken();
    m_klassen.resize(m_opname->klassen() / 64 + 1);
    for (auto i = m_bekende_klassen; i < m_opname->klassen(); ++i) {
        const auto& k = m_opname->klasse(static_cast<std::uint32_t>(i));
        if (i != 0 && m_filter.laat_door_knoop(k.type) && m_masker.ziet(k.zichten)) m_klassen[i / 64] |= std::uint64_t{1} << (i % 64);
    }
    m_bekende_klassen = m_opname->klassen();
}

std::optional<Knoop> Blik::vind(Sleutel sleutel) const {
    const auto k = m_opname->vind(sleutel);
    return k && ziet(*k) ? k : std::nullopt;
}

Knoop Blik::eis(Sleutel sleutel) const {
    if (const auto k = vind(sleutel)) return *k;
    throw onbekend();
}

bool Blik::verbonden(Knoop van, Knoop naar) const {
    bool uit = false;
    const auto zie = [&](const Pijl& p, std::uint32_t, const Wijziging*) { return !(uit = ziet_kenmerk(p.kenmerk)); };
    if (m_filter.richting != Richting::in) m_opname->elke_naar(van, naar, zie);
    if (!uit && m_filter.richting != Richting::uit) m_opname->elke_naar(naar, van, zie);
    return uit;
}

void Blik::banden_uit(Knoop van, Knoop naar, std::size_t meeste, std::vector<Band>& uit) const {
    const auto& o = *m_opname;
    m_opname->elke_naar(van, naar, [&](const Pijl& p, std::uint32_t plek, const Wijziging* w) {
        if (ziet_kenmerk(p.kenmerk)) uit.push_back({sleutel(van), sleutel(naar), o.kenmerk(p.kenmerk), w == nullptr ? o.id(van, plek) : w->id});
        return uit.size() < meeste;
    });
}

std::vector<Band> Blik::banden(Knoop van, Knoop naar, std::size_t meeste) const {
    std::vector<Band> uit;
    if (!ziet(van) || !ziet(naar)) return uit;
    if (m_filter.richting != Richting::in) banden_uit(van, naar, meeste, uit);
    if (m_filter.richting != Richting::uit && (van != naar || m_filter.richting == Richting::in) && uit.size() < meeste) banden_uit(naar, van, meeste, uit);
    return uit;
}

}  // namespace damwand::graph

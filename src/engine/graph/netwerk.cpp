// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/netwerk.hpp"

#include <algorithm>

#include "base/fout.hpp"
#include "engine/graph/tafel.hpp"

namespace damwand::graph {
namespace {

constexpr std::size_t eerste_tafel = 64;

void voeg_in(const Opname& o, std::vector<Wijziging>& rij, Knoop k, bool uit, Pijl pijl, std::uint64_t id) {
    const auto sleutel = o.sleutel(pijl.naar);
    const auto plek = o.met_sleutel(k, uit, sleutel).second;
    const auto na = std::partition_point(rij.begin(), rij.end(), [&](const Wijziging& w) {
        return w.plek < plek || (w.plek == plek && !w.weg && o.sleutel(w.pijl.naar) <= sleutel);
    });
    rij.insert(na, {plek, false, pijl, id});
}

/// Takes one arrow that fits away: one of the changes, or else one of the basis (whose inward rows know no ids). Answers which kenmerk
/// it had; none: it was not there.
template <class Past>
std::optional<std::uint32_t> neem_weg(const Opname& o, std::vector<Wijziging>& rij, Knoop k, bool uit, Knoop ander, const Past& past) {
    const auto toegevoegd = std::find_if(rij.begin(), rij.end(), [&](const Wijziging& w) { return !w.weg && w.pijl.naar == ander && past(w.pijl, std::optional(w.id)); });
    if (toegevoegd != rij.end()) {
        const auto kenmerk = toegevoegd->pijl.kenmerk;
        rij.erase(toegevoegd);
        return kenmerk;
    }
    auto [p, einde] = o.met_sleutel(k, uit, o.sleutel(ander));
    for (; p < einde; ++p) {
        const auto& pijl = o.basis().pijlen[p];
        if (pijl.naar != ander || !past(pijl, uit ? std::optional(o.id(k, p)) : std::nullopt)) continue;
        const auto plek = std::partition_point(rij.begin(), rij.end(), [&](const Wijziging& w) { return w.plek < p || (w.plek == p && !w.weg); });
        if (plek != rij.end() && plek->plek == p) continue;  // gone already
        rij.insert(plek, {p, true, {}, 0});
        return pijl.kenmerk;
    }
    return std::nullopt;
}

}  // namespace

std::pair<std::uint32_t, std::uint32_t> Opname::met_sleutel(Knoop k, bool uit, Sleutel s) const noexcept {
    const auto [begin, einde] = rij(k, uit);
    const auto eerste = m_basis->pijlen.begin() + begin, laatste = m_basis->pijlen.begin() + einde;
    const auto onder = std::partition_point(eerste, laatste, [&](const Pijl& p) { return sleutel(p.naar) < s; });
    const auto boven = std::partition_point(onder, laatste, [&](const Pijl& p) { return sleutel(p.naar) <= s; });
    return {static_cast<std::uint32_t>(onder - m_basis->pijlen.begin()), static_cast<std::uint32_t>(boven - m_basis->pijlen.begin())};
}

std::optional<Knoop> Opname::vind(Sleutel s) const {
    if (m_tafel.size() != 0) {
        const auto rond = m_tafel.size() - 1;
        for (auto h = meng(s); m_tafel[h & rond] != 0; ++h) {
            const auto k = m_tafel[h & rond] - 1;
            if (sleutel(k) == s) return k;
        }
    }
    const auto& op = m_basis->op_sleutel;
    const auto plek = std::partition_point(op.begin(), op.end(), [&](Knoop k) { return m_basis->sleutels[k] < s; });
    if (plek == op.end() || m_basis->sleutels[*plek] != s) return std::nullopt;
    return *plek;
}

void Opname::onthoud(Knoop knoop) {
    if (m_nieuw.size() * 2 > m_tafel.size()) {
        const auto groot = std::max(eerste_tafel, m_tafel.size() * 2);
        m_tafel = {};
        while (m_tafel.size() < groot) m_tafel.push_back(0);
        for (std::size_t i = 0; i < m_nieuw.size(); ++i) onthoud(static_cast<Knoop>(m_basis->knopen() + i));
        return;
    }
    const auto rond = m_tafel.size() - 1;
    auto h = meng(sleutel(knoop));
    while (m_tafel[h & rond] != 0 && sleutel(m_tafel[h & rond] - 1) != sleutel(knoop)) ++h;
    m_tafel.schrijf(h & rond) = knoop + 1;
}

std::size_t Netwerk::Meng::operator()(const Kenmerk& kenmerk) const noexcept { return meng(kenmerk); }

Netwerk::Netwerk(std::shared_ptr<const Basis> basis) {
    if (!basis) basis = Bouwer().klaar();
    begin_met(std::move(basis));
    geef_uit();
}

void Netwerk::begin_met(std::shared_ptr<const Basis> basis) {
    m_nu = {};
    for (const auto k : basis->klasse) m_nu.m_staat.push_back({k, 0});
    m_nu.m_basis = std::move(basis);
    m_eigen.clear();
    m_kenmerken.clear();
    m_klassen.clear();
    m_aantal = 0;
}

void Netwerk::geef_uit() {
    auto uit = std::make_shared<Opname>();
    uit->m_basis = m_nu.m_basis;
    uit->m_staat = m_nu.m_staat.deel();
    uit->m_delta = m_nu.m_delta.deel();
    uit->m_nieuw = m_nu.m_nieuw.deel();
    uit->m_kenmerken = m_nu.m_kenmerken.deel();
    uit->m_klassen = m_nu.m_klassen.deel();
    uit->m_tafel = m_nu.m_tafel.deel();
    m_uit = std::move(uit);
    m_eigen.clear();
}

std::shared_ptr<const Opname> Netwerk::opname() const {
    const std::scoped_lock slot(m_slot);
    return m_uit;
}

std::size_t Netwerk::wijzigingen() const {
    const std::scoped_lock slot(m_slot);
    return m_aantal;
}

Verwerking Netwerk::verwerk(std::span<const Mutatie> mutaties) {
    const std::scoped_lock slot(m_slot);
    Verwerking uit;
    for (const auto& m : mutaties) ++(pas_toe(m) ? uit.verwerkt : uit.geweigerd);
    if (m_voegt_samen) m_logboek.insert(m_logboek.end(), mutaties.begin(), mutaties.end());
    geef_uit();
    return uit;
}

bool Netwerk::pas_toe(const Mutatie& mutatie) {
    const bool gedaan = std::visit([this](const auto& m) { return zet(m); }, mutatie);
    m_aantal += gedaan ? 1 : 0;
    return gedaan;
}

std::optional<Knoop> Netwerk::vind(Sleutel sleutel) const {
    const auto k = m_nu.vind(sleutel);
    return k && m_nu.staat(*k).klasse != 0 ? k : std::nullopt;
}

std::uint32_t Netwerk::klasse_van(const Knoopgegeven& knoop) {
    Klasse klasse{knoop.type, knoop.zichten};
    std::sort(klasse.zichten.begin(), klasse.zichten.end());
    klasse.zichten.erase(std::unique(klasse.zichten.begin(), klasse.zichten.end()), klasse.zichten.end());
    const auto [plek, nieuw] = m_klassen.try_emplace(klasse, static_cast<std::uint32_t>(m_nu.klassen()));
    if (nieuw) m_nu.m_klassen.push_back(std::move(klasse));
    return plek->second;
}

std::uint32_t Netwerk::kenmerk_van(const Kenmerk& kenmerk) {
    const auto [plek, nieuw] = m_kenmerken.try_emplace(kenmerk, static_cast<std::uint32_t>(m_nu.kenmerken()));
    if (nieuw) m_nu.m_kenmerken.push_back(kenmerk);
    return plek->second;
}

Deltarij& Netwerk::rij(Knoop knoop) {
    auto delta = m_nu.staat(knoop).delta;
    if (delta == 0) {
        m_nu.m_delta.push_back(nullptr);
        delta = static_cast<std::uint32_t>(m_nu.m_delta.size());
        m_nu.m_staat.schrijf(knoop).delta = delta;
    }
    auto& eigen = m_eigen[delta];
    if (!eigen) {
        const auto& oud = m_nu.m_delta[delta - 1];
        eigen = oud ? std::make_shared<Deltarij>(*oud) : std::make_shared<Deltarij>();
        m_nu.m_delta.schrijf(delta - 1) = eigen;
    }
    return *eigen;
}

bool Netwerk::zet(const Knoopgegeven& knoop) {
    const auto klasse = klasse_van(knoop);
    if (const auto k = vind(knoop.sleutel)) {
        m_nu.m_staat.schrijf(*k).klasse = klasse;
        return true;
    }
    if (m_nu.knopen() >= geen_knoop - 1) throw std::length_error("a graph beyond four milliard nodes");
    m_nu.m_staat.push_back({klasse, 0});
    m_nu.m_nieuw.push_back(knoop.sleutel);
    m_nu.onthoud(static_cast<Knoop>(m_nu.knopen() - 1));
    return true;
}

bool Netwerk::zet(const Band& band) {
    const auto van = vind(band.van), naar = vind(band.naar);
    if (!van || !naar) return false;
    const auto kenmerk = kenmerk_van(band.kenmerk);
    voeg_in(m_nu, rij(*van).uit, *van, true, {*naar, kenmerk}, band.id);
    voeg_in(m_nu, rij(*naar).in, *naar, false, {*van, kenmerk}, band.id);
    return true;
}

bool Netwerk::zet(const WisKnoop& knoop) {
    const auto k = vind(knoop.sleutel);
    if (!k) return false;
    m_nu.m_staat.schrijf(*k) = {};  // nobody sees class 0; its arrows lead nowhere until a merge drops them
    return true;
}

bool Netwerk::zet(const WisBand& band) {
    const auto van = vind(band.van), naar = vind(band.naar);
    if (!van || !naar) return false;
    const auto kenmerk = neem_weg(m_nu, rij(*van).uit, *van, true, *naar, [&](const Pijl&, std::optional<std::uint64_t> id) { return id == band.id; });
    if (!kenmerk) return false;
    auto& in = rij(*naar).in;
    const auto zelfde = [&](const Pijl& p, std::optional<std::uint64_t> id) { return p.kenmerk == *kenmerk && id.value_or(band.id) == band.id; };
    static_cast<void>(neem_weg(m_nu, in, *naar, false, *van, zelfde));
    return true;
}

void Netwerk::voeg_samen(const Voortgang& voortgang) {
    const std::scoped_lock een_tegelijk(m_samenvoeging);
    std::shared_ptr<const Opname> van;
    {
        const std::scoped_lock slot(m_slot);
        van = m_uit;
        m_logboek.clear();
        m_voegt_samen = true;
    }
    std::shared_ptr<const Basis> basis;
    try {
        basis = verenig(*van, voortgang);
    } catch (...) {
        const std::scoped_lock slot(m_slot);
        m_voegt_samen = false;
        m_logboek = {};
        throw;
    }
    const std::scoped_lock slot(m_slot);
    begin_met(std::move(basis));
    for (const auto& m : m_logboek) pas_toe(m);
    m_voegt_samen = false;
    m_logboek = {};
    geef_uit();
}

std::shared_ptr<const Basis> Netwerk::verenig(const Opname& van, const Voortgang& voortgang) {
    const auto n = static_cast<Knoop>(van.knopen());
    const auto meld = [&](Knoop k) {
        if (voortgang && k % 4096 == 0 && !voortgang({k, n})) throw Fout(FoutSoort::botsing, "afgebroken", "Het samenvoegen is op verzoek afgebroken.");
    };
    Bouwer bouwer;
    for (Knoop k = 0; k < n; ++k) {
        const auto& klasse = van.klasse(van.staat(k).klasse);
        if (van.staat(k).klasse != 0) bouwer.knoop({van.sleutel(k), klasse.type, klasse.zichten});
    }
    for (Knoop k = 0; k < n; ++k) {
        meld(k);
        if (van.staat(k).klasse == 0) continue;
        van.elke(k, true, [&](const Pijl& p, std::uint32_t plek, const Wijziging* w) {
            if (van.staat(p.naar).klasse != 0) bouwer.band({van.sleutel(k), van.sleutel(p.naar), van.kenmerk(p.kenmerk), w == nullptr ? van.id(k, plek) : w->id});
            return true;
        });
    }
    return std::move(bouwer).klaar();
}

}  // namespace damwand::graph

// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/stadsplan.hpp"

#include <algorithm>
#include <cmath>

#include "base/fout.hpp"
#include "engine/bag/buurtbouwer.hpp"
#include "engine/bag/terrein.hpp"

namespace damwand::bag {

namespace {

constexpr std::array<WoonplaatsId, aantal_woonplaatsen> ids{WoonplaatsId{9901}, WoonplaatsId{9902}, WoonplaatsId{9903}};
constexpr std::array<std::string_view, aantal_woonplaatsen> namen{"Damstede", "Kraaiënhoek", "'s-Damsterland"};

/// The n-th place of a square spiral around (0, 0): ring 1 is places 1–8, ring 2 is 9–24, …
std::pair<int, int> spiraal(std::uint32_t n) {
    if (n == 0) return {0, 0};
    int ring = 1;
    while (static_cast<std::uint32_t>((2 * ring + 1) * (2 * ring + 1)) <= n) ++ring;
    const int plaats = static_cast<int>(n) - (2 * ring - 1) * (2 * ring - 1);
    const int zijde = plaats / (2 * ring), rest = plaats % (2 * ring);
    switch (zijde) {
        case 0:
            return {ring, -ring + 1 + rest};
        case 1:
            return {ring - 1 - rest, ring};
        case 2:
            return {-ring, ring - 1 - rest};
        default:
            return {-ring + 1 + rest, -ring};
    }
}

/// A generous estimate of how many rings of neighbourhoods a number of addresses takes.
int straal_voor(std::uint64_t adressen) {
    const double buurten = static_cast<double>(adressen) / 60.0 + 9;
    return static_cast<int>(std::ceil(std::sqrt(buurten) / 2.0)) + 1;
}

/// What share of the town's addresses its first neighbourhoods may take, in thousandths; the rest fills up.
struct Begin {
    BuurtSoort soort;
    std::uint64_t promille;
};
constexpr std::array begin_stad{Begin{BuurtSoort::centrum, 140}, Begin{BuurtSoort::haven, 40},
                                Begin{BuurtSoort::bedrijven, 60}, Begin{BuurtSoort::flats, 120}};

BuurtSoort kies_soort(std::size_t woonplaats, std::uint32_t nummer, Toeval& toeval) {
    if (woonplaats != 0) return nummer == 0 || toeval.kans(400) ? BuurtSoort::dorp : BuurtSoort::rijtjes;
    if (nummer < begin_stad.size()) return begin_stad[nummer].soort;
    constexpr std::array soorten{BuurtSoort::rijtjes,   BuurtSoort::vrijstaand, BuurtSoort::flats,
                                 BuurtSoort::bedrijven, BuurtSoort::centrum,    BuurtSoort::haven};
    constexpr std::array gewichten{60, 17, 8, 9, 5, 1};
    return soorten[toeval.gewogen(gewichten)];
}

}  // namespace

Stadsplan::Stadsplan(std::uint64_t adressen, std::uint64_t zaad) : m_zaad(zaad), m_totaal(adressen) {
    m_budget[1] = adressen * 7 / 100;
    m_budget[2] = adressen * 4 / 100;
    m_budget[0] = adressen - m_budget[1] - m_budget[2];
    for (std::size_t i = 0; i < aantal_woonplaatsen; ++i) m_straal[i] = straal_voor(m_budget[i]);
    // The villages lie to the west and the east of the town, with a strip of land between.
    m_midden[1] = -(m_straal[0] + m_straal[1] + 3);
    m_midden[2] = m_straal[0] + m_straal[2] + 3;
}

bool Stadsplan::volgende(Buurt& uit) {
    uit.straten.clear();
    uit.panden.clear();
    uit.adressen.clear();
    while (m_woonplaats < aantal_woonplaatsen && m_budget[m_woonplaats] == 0) {
        ++m_woonplaats;
        m_nummer = 0;
    }
    if (m_woonplaats == aantal_woonplaatsen) return false;

    auto& budget = m_budget[m_woonplaats];
    Toeval toeval{meng(m_zaad, meng(m_woonplaats, m_nummer))};
    const auto soort = kies_soort(m_woonplaats, m_nummer, toeval);
    const bool eerste = m_woonplaats == 0 && m_nummer < begin_stad.size();
    const auto deel =
        eerste ? std::min(budget, std::max<std::uint64_t>(4, m_totaal * begin_stad[m_nummer].promille / 1000)) : budget;
    const auto [kolom, rij] = spiraal(m_nummer);
    if (std::max(std::abs(kolom), std::abs(rij)) > m_straal[m_woonplaats])
        throw Fout(FoutSoort::intern, "bag-maker", "De bedachte gemeente past niet binnen haar grens.");
    BuurtBouwer bouwer{uit,  m_uitgifte, m_woonplaats, ids[m_woonplaats], m_midden[m_woonplaats] + kolom, rij,
                       deel, toeval,     eerste};
    bouwer.bouw(soort);
    budget -= deel - bouwer.over();
    ++m_nummer;
    return true;
}

std::array<PlanWoonplaats, aantal_woonplaatsen> Stadsplan::woonplaatsen() const {
    std::array<PlanWoonplaats, aantal_woonplaatsen> uit;
    // Grid lines that two neighbours share are broken at the same places, so that their edges are the same.
    const int west = m_midden[0] - m_straal[0] - 1, oost = m_midden[0] + m_straal[0] + 2;
    const std::array<std::array<int, 4>, aantal_woonplaatsen> randen{{
        {west, oost, -m_straal[0] - 1, m_straal[0] + 2},
        {m_midden[1] - m_straal[1] - 1, west, -m_straal[1] - 1, m_straal[1] + 2},
        {oost, m_midden[2] + m_straal[2] + 2, -m_straal[2] - 1, m_straal[2] + 2},
    }};
    for (std::size_t i = 0; i < aantal_woonplaatsen; ++i) {
        const auto [k1, k2, r1, r2] = randen[i];
        std::vector<RdPunt> rand;
        const auto zet = [&](int kolom, int rij) {
            rand.push_back(op_kaart(PlanPunt{kolom * buurt_maat, rij * buurt_maat}));
        };
        for (int k = k1; k < k2; ++k) zet(k, r1);
        for (int r = r1; r < r2; ++r) zet(k2, r);
        for (int k = k2; k > k1; --k) zet(k, r2);
        for (int r = r2; r > r1; --r) zet(k1, r);
        uit[i].id = ids[i];
        uit[i].naam = namen[i];
        uit[i].geometrie.soort = GeometrieSoort::vlak;
        voeg_ring_toe(uit[i].geometrie, rand, true);
        uit[i].geometrie.vlak_einde.push_back(1);
    }
    return uit;
}

}  // namespace damwand::bag

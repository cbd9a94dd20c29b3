// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/stadsplan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/fout.hpp"
#include "engine/bag/buurtbouwer.hpp"
#include "engine/bag/maker.hpp"
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

Stadsplan::Rechthoek Stadsplan::rand_van(std::size_t woonplaats) const {
    // The villages reach to the town, so that there is nothing between them.
    const int west = m_midden[0] - m_straal[0] - 1, oost = m_midden[0] + m_straal[0] + 2;
    const int onder = -m_straal[woonplaats] - 1, boven = m_straal[woonplaats] + 2;
    if (woonplaats == 0) return {west, oost, onder, boven};
    if (woonplaats == 1) return {m_midden[1] - m_straal[1] - 1, west, onder, boven};
    return {oost, m_midden[2] + m_straal[2] + 2, onder, boven};
}

void Stadsplan::voeg_toe(Geometrie& uit, const Rechthoek& r) {
    // Grid lines that two neighbours share are broken at the same places, so that their edges are the same.
    std::vector<RdPunt> rand;
    const auto zet = [&](int kolom, int rij) { rand.push_back(op_kaart(PlanPunt{kolom * buurt_maat, rij * buurt_maat})); };
    for (int k = r.west; k < r.oost; ++k) zet(k, r.onder);
    for (int j = r.onder; j < r.boven; ++j) zet(r.oost, j);
    for (int k = r.oost; k > r.west; --k) zet(k, r.boven);
    for (int j = r.boven; j > r.onder; --j) zet(r.west, j);
    uit.soort = uit.vlak_einde.empty() ? GeometrieSoort::vlak : GeometrieSoort::multivlak;
    voeg_ring_toe(uit, rand, true);
    uit.vlak_einde.push_back(static_cast<std::uint32_t>(uit.ring_einde.size()));
}

std::array<PlanWoonplaats, aantal_woonplaatsen> Stadsplan::woonplaatsen() const {
    std::array<PlanWoonplaats, aantal_woonplaatsen> uit;
    for (std::size_t i = 0; i < aantal_woonplaatsen; ++i) {
        uit[i].id = ids[i];
        uit[i].naam = namen[i];
        voeg_toe(uit[i].geometrie, rand_van(i));
    }
    return uit;
}

std::vector<PlanGebied> Stadsplan::gebieden() const {
    static constexpr std::array<std::string_view, 9> streken{"Zuidwest", "Zuid", "Zuidoost", "West", "Centrum", "Oost", "Noordwest", "Noord", "Noordoost"};
    std::vector<PlanGebied> uit{{.soort = "gemeente", .code = fmt::format("GM{}", damstede.waarde), .naam = std::string(namen[0]), .geometrie = {}}};
    for (std::size_t i = 0; i < aantal_woonplaatsen; ++i) {
        const auto heel = rand_van(i);
        voeg_toe(uit.front().geometrie, heel);
        const auto wijk = fmt::format("WK{}{:02}", damstede.waarde, i + 1);
        voeg_toe(uit.emplace_back(PlanGebied{"wijk", wijk, std::string(namen[i]), {}}).geometrie, heel);
        // The town in nine, a village is one.
        const int delen = i == 0 ? 3 : 1;
        const auto deel = [&](int van, int tot, int nr) { return van + (tot - van) * nr / delen; };
        for (int j = 0; j < delen * delen; ++j) {
            const int k = j % delen, r = j / delen;
            const auto naam = delen == 1 ? std::string(namen[i]) : std::string(streken.at(static_cast<std::size_t>(j)));
            voeg_toe(uit.emplace_back(PlanGebied{"buurt", fmt::format("BU{}{:02}{:02}", damstede.waarde, i + 1, j + 1), naam, {}}).geometrie,
                     {deel(heel.west, heel.oost, k), deel(heel.west, heel.oost, k + 1), deel(heel.onder, heel.boven, r), deel(heel.onder, heel.boven, r + 1)});
        }
    }
    return uit;
}

}  // namespace damwand::bag

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/bag/objecten.hpp"
#include "engine/bag/straatnamen.hpp"
#include "engine/bag/toeval.hpp"

/// The town plan of the invented municipality: what stands where, without history. Internal to the generator.
///
/// The municipality lies in the Markermeer, where there is water, so that no real place is meant. It is a grid of
/// neighbourhoods of 300 by 300 m, turned and gently bent as a whole; blocks of buildings are placed rigidly on it,
/// with room enough between them for the bend, so that nothing overlaps.
namespace damwand::bag {

struct PlanStraat {
    OpenbareRuimteId id;
    WoonplaatsId woonplaats;
    std::string naam;
    OpenbareRuimteType type = OpenbareRuimteType::weg;
};

struct PlanPand {
    PandId id;
    Geometrie geometrie;
    Geometrie vroeger;  ///< its outline before it was extended; empty when it never was
    int bouwjaar = 0;
    bool gesloopt = false;
};

struct PlanAdres {
    AdresseerbaarObject type = AdresseerbaarObject::verblijfsobject;
    std::uint64_t object = 0;  ///< identification of the verblijfsobject, ligplaats or standplaats
    NummeraanduidingId hoofdadres;
    std::optional<NummeraanduidingId> nevenadres;
    OpenbareRuimteId straat;
    int huisnummer = 0;
    std::string huisletter, toevoeging, postcode;
    Geometrie geometrie;
    std::vector<Gebruiksdoel> doelen;
    int oppervlakte = 0;
    std::vector<PandId> panden;
    int bouwjaar = 0;
    bool ingetrokken = false;  ///< a predecessor that was pulled down; does not count as an address
};

struct Buurt {
    std::vector<PlanStraat> straten;
    std::vector<PlanPand> panden;
    std::vector<PlanAdres> adressen;
};

struct PlanWoonplaats {
    WoonplaatsId id;
    std::string naam;
    Geometrie geometrie;
};

/// The municipality, a wijk or a buurt, numbered as CBS does.
struct PlanGebied {
    std::string soort, code, naam;
    Geometrie geometrie;
};

inline constexpr std::size_t aantal_woonplaatsen = 3;

/// What has been given out so far: running numbers, per woonplaats postcodes and street names.
struct Uitgifte {
    std::uint64_t straten = 0, nummers = 0, verblijfsobjecten = 0, ligplaatsen = 0, standplaatsen = 0, panden = 0;
    std::array<std::uint32_t, aantal_woonplaatsen> postcodes{};
    std::array<std::array<std::uint32_t, static_cast<std::size_t>(Thema::aantal)>, aantal_woonplaatsen> namen{};
};

/// Hands out the plan neighbourhood by neighbourhood; two plans with the same numbers are the same.
class Stadsplan {
  public:
    Stadsplan(std::uint64_t adressen, std::uint64_t zaad);
    /// The next neighbourhood; false when all addresses have been given out.
    bool volgende(Buurt& uit);
    [[nodiscard]] std::array<PlanWoonplaats, aantal_woonplaatsen> woonplaatsen() const;
    /// The municipality, its wijken and its buurten; each kind covers the whole without overlap.
    [[nodiscard]] std::vector<PlanGebied> gebieden() const;

  private:
    /// Columns and rows of the grid of neighbourhoods, the last not included.
    struct Rechthoek {
        int west, oost, onder, boven;
    };
    [[nodiscard]] Rechthoek rand_van(std::size_t woonplaats) const;
    static void voeg_toe(Geometrie& uit, const Rechthoek& r);
    std::uint64_t m_zaad;
    std::array<std::uint64_t, aantal_woonplaatsen> m_budget{};  ///< addresses still to give out
    std::array<int, aantal_woonplaatsen> m_straal{};            ///< neighbourhoods from the middle to the edge
    std::array<int, aantal_woonplaatsen> m_midden{};            ///< grid column of the middle
    std::uint64_t m_totaal;
    std::size_t m_woonplaats = 0;
    std::uint32_t m_nummer = 0;  ///< of the neighbourhood within its woonplaats
    Uitgifte m_uitgifte;
};

}  // namespace damwand::bag

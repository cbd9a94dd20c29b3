// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <initializer_list>
#include <string>
#include <vector>

#include "engine/bag/maker.hpp"
#include "engine/bag/stadsplan.hpp"
#include "engine/bag/terrein.hpp"

/// Fills one neighbourhood with streets, buildings and addresses. Internal to the generator.
namespace damwand::bag {

inline constexpr double buurt_maat = 300;     ///< metres
inline constexpr double rand_van_buurt = 12;  ///< metres free at both ends of a street

enum class BuurtSoort : std::uint8_t { centrum, haven, bedrijven, flats, rijtjes, vrijstaand, dorp };

class BuurtBouwer {
  public:
    /// `kolom`, `rij`: place in the grid. At most `budget` addresses are made. `eerste`: it gets what a town has once:
    /// the market, "Bedrijventerrein De Kolk", the harbour basin, the caravan site.
    BuurtBouwer(Buurt& uit, Uitgifte& uitgifte, std::size_t woonplaats, WoonplaatsId woonplaats_id, int kolom, int rij,
                std::uint64_t budget, Toeval toeval, bool eerste);
    void bouw(BuurtSoort soort);
    [[nodiscard]] std::uint64_t over() const noexcept { return m_budget; }

  private:
    /// One side of a street: its numbers run up by two, its postcode changes after a while.
    struct Zijde {
        OpenbareRuimteId straat;
        int nummer = 1;
        std::string postcode;
        int op_postcode = 0;
    };
    struct Straat {
        double b = 0;  ///< the middle of the street, across the neighbourhood
        Zijde oneven, even;
    };
    struct Woonvorm {
        std::vector<Gebruiksdoel> doelen;
        int oppervlakte;
        std::string letter, toevoeging;
    };

    void centrum();
    void haven();
    void bedrijven();
    void flats();
    void rijtjes();
    void vrijstaand(bool dorp);

    void winkelrij(Straat& straat, int kant, double van);
    void hofje(Straat& straat, int kant, double van);
    void huizenrij(Straat& straat, int kant, double van, double tot);
    void villa(Straat& straat, int kant, double midden, double breedte, bool boerderij);
    void hal(Straat& straat, int kant, double midden, double breedte);
    void flat(Straat& straat, int kant, double midden);
    void voorziening(Straat& straat, int kant, double midden, Gebruiksdoel doel, bool patio);
    void ligplaatsen(Straat& straat, int kant);
    void standplaatsen(Straat& straat, int kant);

    [[nodiscard]] Straat straat(double b, Thema thema);
    OpenbareRuimteId openbare_ruimte(std::string naam, OpenbareRuimteType type);
    [[nodiscard]] std::string naam(Thema thema);
    [[nodiscard]] static Zijde& zijde(Straat& straat, int kant) noexcept {
        return kant > 0 ? straat.even : straat.oneven;
    }
    [[nodiscard]] Blok blok(double a, double b) const noexcept;
    PandId pand(Geometrie geometrie, int bouwjaar, Geometrie vroeger = {});
    /// Gives the next house number of this side, or the same one with a letter or addition.
    void adres(Zijde& zijde, bool nieuw_nummer, const Woonvorm& vorm, std::initializer_list<PandId> panden,
               Geometrie punt, int bouwjaar);
    void plaats(Zijde& zijde, AdresseerbaarObject type, Geometrie vlak);
    void voorganger(Geometrie vlak, Geometrie punt, const Zijde& zijde);
    void schuur(const Blok& blok, double x, double y, double breedte, double diepte, int bouwjaar);
    PlanAdres& nieuw_adres(Zijde& zijde, bool nieuw_nummer);
    [[nodiscard]] bool vol() const noexcept { return m_budget == 0; }
    [[nodiscard]] int bouwjaar();
    /// A width in whole decimetres.
    [[nodiscard]] double maat(double laagste, double hoogste);

    Buurt& m_uit;
    Uitgifte& m_uitgifte;
    std::size_t m_woonplaats;
    WoonplaatsId m_woonplaats_id;
    int m_kolom, m_rij;
    std::uint64_t m_budget;
    Toeval m_toeval;
    bool m_eerste;
    bool m_langs_v;
    int m_jaar = 1960;
    Thema m_thema = Thema::bomen;
};

}  // namespace damwand::bag

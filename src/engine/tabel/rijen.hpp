// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/fout.hpp"
#include "engine/tabel/tabel.hpp"

/// What every kind of table has in common: the names of the columns, then rows of as many cells. Internal to the library.
namespace damwand::tabel {

[[nodiscard]] Fout ongeldig(std::string uitleg);

class Rijenteller {
  public:
    Rijenteller(const Opties& opties, Afnemer& afnemer) : m_opties(opties), m_afnemer(afnemer) {}
    /// `precies`: a row has as many cells as there are names (CSV); else what is missing is empty (a sheet has no ends).
    void rij(std::uint64_t regel, std::vector<std::string>& cellen, bool precies);
    void keur_af(std::uint64_t regel, std::string reden);
    [[nodiscard]] Leesverslag klaar(Soort soort) &&;  ///< throws when no names were seen
    [[nodiscard]] bool kop_gezien() const noexcept { return m_kolommen != 0; }

  private:
    void lees_kop(std::vector<std::string>& cellen);
    const Opties& m_opties;
    Afnemer& m_afnemer;
    Leesverslag m_verslag;
    std::size_t m_kolommen = 0;
};

}  // namespace damwand::tabel

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

#include "base/csv.hpp"
#include "engine/tabel/rijen.hpp"

/// CSV, in pieces. Internal to the library.
namespace damwand::tabel {

class Csvlezer {
  public:
    Csvlezer(const Opties& opties, Rijenteller& rijen) : m_opties(opties), m_rijen(rijen), m_tekenset(opties.tekenset), m_scheiding(opties.scheiding) {}
    void neem(std::string_view stuk);
    void sluit();  ///< a last row without an end is a row too
    [[nodiscard]] std::optional<Tekenset> tekenset() const noexcept { return m_tekenset; }
    [[nodiscard]] std::optional<char> scheiding() const noexcept { return m_scheiding; }

  private:
    void begin();
    void snijd(std::string_view stuk);
    void rij(const csv::Snijder::Rij& rij);

    const Opties& m_opties;
    Rijenteller& m_rijen;
    std::optional<Tekenset> m_tekenset;
    std::optional<char> m_scheiding;
    std::string m_kop;  ///< the beginning of the file, until it is known how to read it
    std::optional<csv::Snijder> m_snijder;  ///< from when it is known
};

}  // namespace damwand::tabel

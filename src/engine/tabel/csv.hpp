// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

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
    void teken(char c);
    void voeg_toe(char c);
    void rij_klaar();

    enum class In { begin, los, aanhaling, na_aanhaling };
    const Opties& m_opties;
    Rijenteller& m_rijen;
    std::optional<Tekenset> m_tekenset;
    std::optional<char> m_scheiding;
    std::string m_kop;  ///< the beginning of the file, until it is known how to read it
    bool m_begonnen = false;
    std::vector<std::string> m_cellen;
    std::string m_cel;
    std::size_t m_bytes = 0;  ///< of this row
    In m_in = In::begin;
    bool m_te_lang = false, m_rommel = false;
    std::uint64_t m_regel = 1, m_rijbegin = 1;
};

}  // namespace damwand::tabel

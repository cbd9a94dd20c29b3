// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/handelsregister/oogst.hpp"

/// Rows of CSV made into the same profiles as the API gives. Internal to the library; see lees_csv.
namespace damwand::handelsregister {

class Csvlezer {
  public:
    explicit Csvlezer(Oogst& oogst) : m_oogst(oogst) {}
    void neem(std::string_view stuk);
    void sluit();  ///< a last row without an end is a row too

  private:
    void teken(char c);
    void rij_klaar();
    void lees_kop();
    void lees_rij();
    [[nodiscard]] std::string_view cel(std::size_t kolom) const;

    enum class In { begin, los, aanhaling, na_aanhaling };
    Oogst& m_oogst;
    std::string m_rij;                 ///< the cells of the row, one after the other
    std::vector<std::size_t> m_einden;  ///< where each cell ends
    std::vector<std::size_t> m_kolommen;  ///< per column its place in the list of known ones; past its end: unknown
    std::vector<std::string> m_namen;
    std::string m_kop;  ///< the first line, until it is known what parts its cells
    char m_scheiding = 0;
    In m_in = In::begin;
    bool m_te_lang = false, m_rommel = false;
    std::uint64_t m_regel = 1, m_rijbegin = 1;
};

}  // namespace damwand::handelsregister

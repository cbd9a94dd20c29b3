// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"
#include "engine/handelsregister/oogst.hpp"

/// Rows of CSV made into the same profiles as the API gives. Internal to the library; see lees_csv.
namespace damwand::handelsregister {

class Csvlezer {
  public:
    explicit Csvlezer(Oogst& oogst) : m_oogst(oogst) {}
    void neem(std::string_view stuk);
    void sluit();  ///< a last row without an end is a row too

  private:
    void lees_kop();
    void rij(const csv::Snijder::Rij& rij);
    void lees_rij(const csv::Snijder::Rij& rij);

    Oogst& m_oogst;
    std::vector<std::size_t> m_kolommen;  ///< per column its place in the list of known ones; past its end: unknown
    std::vector<std::string> m_namen;
    std::string m_kop;  ///< the first line, until it is known what parts its cells
    std::optional<csv::Snijder> m_snijder;  ///< from when it is known
};

}  // namespace damwand::handelsregister

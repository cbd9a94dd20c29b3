// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "platform/http/http.hpp"

namespace damwand::kaart {

/// Tiles of public layers, ready to be sent; the longest unused give way. The same for everybody who may see the map:
/// nothing of a user may come in here. Thread safe.
class Tegelkast {
  public:
    explicit Tegelkast(std::size_t bytes) : m_grens(bytes) {}
    [[nodiscard]] std::optional<http::Gepakt> vind(const std::string& sleutel);
    void bewaar(const std::string& sleutel, const http::Gepakt& tegel);

  private:
    struct Plek {
        std::string sleutel;
        http::Gepakt tegel;
    };
    std::mutex m_slot;
    std::list<Plek> m_plekken;  ///< last used first
    std::map<std::string, std::list<Plek>::iterator, std::less<>> m_wijzer;
    std::size_t m_bytes = 0, m_grens;
};

}  // namespace damwand::kaart

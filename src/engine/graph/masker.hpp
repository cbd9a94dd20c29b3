// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <initializer_list>
#include <optional>
#include <span>
#include <vector>

#include "engine/graph/soorten.hpp"

namespace damwand::graph {

/// The audiences an asker belongs to, one bit each; a withdrawn right is one bit cleared. Everybody sees `openbaar`.
class Masker {
  public:
    Masker() = default;
    Masker(std::initializer_list<Zicht> zichten) : Masker(std::span<const Zicht>(zichten.begin(), zichten.size())) {}
    explicit Masker(std::span<const Zicht> zichten) {
        for (const auto z : zichten) geef(z);
    }
    /// Throws std::invalid_argument above `hoogste_zicht`.
    void geef(Zicht zicht);
    void ontneem(Zicht zicht) noexcept;
    [[nodiscard]] bool ziet(Zicht zicht) const noexcept {
        return zicht == openbaar || (zicht / 64 < m_bits.size() && ((m_bits[zicht / 64] >> (zicht % 64)) & 1U) != 0);
    }
    [[nodiscard]] bool ziet(std::span<const Zicht> een_van) const noexcept;

  private:
    std::vector<std::uint64_t> m_bits;
};

/// Which way ties are followed.
enum class Richting { beide, uit, in };

/// What the asker wants to see of what he may see. Empty lists ask nothing.
struct Filter {
    std::vector<std::uint16_t> bandtypen{}, knooptypen{};
    std::optional<Periode> periode{};             ///< ties that were there at some day of it
    Betrouwbaarheid slechtste{};                ///< of the source and of what it says, each at least this good
    Richting richting = Richting::beide;
    [[nodiscard]] bool laat_door(const Kenmerk& kenmerk) const noexcept;
    [[nodiscard]] bool laat_door_knoop(std::uint16_t type) const noexcept;
};

}  // namespace damwand::graph

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>
#include <mutex>

/// Names in memory, read anew when a load was committed since. Internal to the room.
namespace damwand::registers {

template <class Wijzer>
class Wijzerkast {
  public:
    /// `laatste`: number of the last load. `lees`: all names, of that load. Thread safe; who comes first reads, the others wait.
    template <class F>
    [[nodiscard]] std::shared_ptr<const Wijzer> actueel(std::int64_t laatste, F lees) {
        const std::lock_guard bezet(m_slot);
        if (m_lading != laatste || !m_wijzer) {
            m_wijzer = std::make_shared<const Wijzer>(lees());
            m_lading = laatste;
        }
        return m_wijzer;
    }

  private:
    std::mutex m_slot;
    std::int64_t m_lading = -1;
    std::shared_ptr<const Wijzer> m_wijzer;
};

}  // namespace damwand::registers

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <map>
#include <mutex>

#include "platform/poort/poort.hpp"

namespace damwand::poort {

/// Token buckets per user and rate class, on the steady clock. Thread safe. Keyed on the user, never on a header.
class Tempo {
  public:
    explicit Tempo(unsigned factor) : m_factor(factor) {}
    /// 0 when the request may go on, else the seconds to wait.
    [[nodiscard]] int wacht(GebruikerId gebruiker, Tarief tarief);

  private:
    struct Emmer {
        double inhoud = 0;
        std::chrono::steady_clock::time_point laatst{};
        bool vol = false;
    };
    unsigned m_factor;
    std::mutex m_slot;
    std::map<std::pair<Uuid, Tarief>, Emmer> m_emmers;
};

}  // namespace damwand::poort

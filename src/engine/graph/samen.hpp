// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

/// Work over many nodes on several cores, with the same outcome to the last bit on any number of them. Internal to the library.
namespace damwand::graph {

/// Cuts [0, aantal) into `stukken` pieces and calls `doe(stuk, van, tot)` for each, on as many threads as there are cores (at most four); what
/// is added up per piece and joined in their order does not depend on how many. The first exception is thrown on when all have stopped.
template <class Doe>
void samen(std::size_t aantal, std::size_t stukken, Doe doe) {
    std::atomic<std::size_t> volgende{0};
    std::mutex slot;
    std::exception_ptr fout;
    const auto werk = [&] {
        try {
            for (std::size_t stuk; (stuk = volgende++) < stukken;) doe(stuk, aantal * stuk / stukken, aantal * (stuk + 1) / stukken);
        } catch (...) {
            volgende = stukken;
            const std::lock_guard houd(slot);
            if (!fout) fout = std::current_exception();
        }
    };
    const auto handen = std::min<std::size_t>({std::max(1U, std::thread::hardware_concurrency()), 4, stukken});
    {
        std::vector<std::jthread> draden;
        for (std::size_t i = 1; i < handen; ++i) draden.emplace_back(werk);
        werk();
    }
    if (fout) std::rethrow_exception(fout);
}

/// Lets pieces in one after another, in their order, whoever is done first.
class Beurt {
  public:
    /// Waits for the pieces before; false when one of them failed.
    template <class Doe>
    bool neem(std::size_t stuk, Doe doe) {
        std::unique_lock houd(m_slot);
        m_om.wait(houd, [&] { return m_aan == stuk || m_mis; });
        if (m_mis) return false;
        doe();
        ++m_aan;
        m_om.notify_all();
        return true;
    }
    void mis() {
        {
            const std::lock_guard houd(m_slot);
            m_mis = true;
        }
        m_om.notify_all();
    }

  private:
    std::mutex m_slot;
    std::condition_variable m_om;
    std::size_t m_aan = 0;
    bool m_mis = false;
};

}  // namespace damwand::graph

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "engine/bag/lezer.hpp"

/// Files of a delivery that are read beside each other. Internal to the reader.
namespace damwand::bag {

/// A file that may be read beside others.
struct Taak {
    std::function<void(Taak&, bool)> doe;  ///< told whether the calling thread does it
    std::unique_ptr<Afnemer> tak;
    Leesverslag verslag;
    std::exception_ptr fout;
    bool klaar = false;
};

/// Two at work: the thread that gives and one more. What is done is taken back in the order in which it was given, so which thread did what cannot be seen.
class Ploeg {
  public:
    /// `neem`: called on the giving thread with each task that is done, in order.
    explicit Ploeg(std::function<void(Taak&)> neem);
    ~Ploeg();
    Ploeg(const Ploeg&) = delete;
    Ploeg& operator=(const Ploeg&) = delete;

    /// Keeps one waiting for the other thread; does work itself when there is more. Throws what the first task that failed threw.
    void geef(std::shared_ptr<Taak> taak);
    /// Until nothing is left; calls `intussen` now and then. Throws as `geef` does.
    void maak_af(const std::function<void()>& intussen);

  private:
    bool doe_er_een(std::size_t vanaf);
    void neem_af();
    void werk();

    std::function<void(Taak&)> m_neem;
    std::deque<std::shared_ptr<Taak>> m_orde;  ///< of the giving thread only
    std::mutex m_slot;
    std::condition_variable m_nieuw, m_af;
    std::deque<std::shared_ptr<Taak>> m_wacht;
    bool m_dicht = false;
    std::thread m_draad;
};

}  // namespace damwand::bag

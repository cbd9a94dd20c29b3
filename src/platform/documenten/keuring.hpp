// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "platform/documenten/documenten.hpp"
#include "platform/documenten/keurmeester.hpp"
#include "platform/logboek/logboek.hpp"

namespace damwand::documenten {

/// The inspector: takes the files that wait one by one, and writes what came of each, with its line in the audit log. A
/// file without a verdict (no scanner, no signatures) waits in quarantine and is tried again. One thread; several
/// servers may share a database.
class Keuring {
  public:
    Keuring(db::Pool& pool, Opslag& opslag, const logboek::Pseudoniem& pseudoniem, Gereedschap gereedschap,
            std::filesystem::path sleutelkopie = {});
    ~Keuring();
    Keuring(const Keuring&) = delete;
    Keuring& operator=(const Keuring&) = delete;

    void start();
    void stop();  ///< waits for the file that is being looked at
    void wek();   ///< there may be work
    /// Inspects the next file; false when none waits. `rust`: how long a file is left alone after it was tried.
    bool keur_volgende(std::chrono::seconds rust = std::chrono::minutes(3));
    /// What is done once a day: leftovers are removed, and the key store is copied when a folder for that was given.
    void nachtwerk();

  private:
    void werk();
    db::Pool& m_pool;
    Opslag& m_opslag;
    const logboek::Pseudoniem& m_pseudoniem;
    Gereedschap m_gereedschap;
    std::filesystem::path m_sleutelkopie;
    std::mutex m_slot;
    std::condition_variable m_bel;
    std::atomic<bool> m_stop = false;
    bool m_gewekt = false;
    std::thread m_draad;
};

}  // namespace damwand::documenten

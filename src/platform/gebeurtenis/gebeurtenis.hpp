// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>

#include "platform/db/db.hpp"

/// Events: an outbox row in the user's transaction, one dispatcher that puts them in order, listeners woken without
/// content (ontwerp.md §3).
namespace damwand::gebeurtenis {

/// Writes the outbox row. Only ids and a version: what changed is read again, under the reader's own rights.
void publiceer(db::Transactie& tx, std::string_view soort, const Uuid& object, int versie, int zicht);

/// Hands events on and wakes listeners. Several servers may share a database: an advisory lock lets one dispatch, and
/// every one of them hears the NOTIFY.
class Verdeler {
  public:
    explicit Verdeler(std::string dsn);
    ~Verdeler();
    Verdeler(const Verdeler&) = delete;
    Verdeler& operator=(const Verdeler&) = delete;

    void start();
    void stop();
    void wek();  ///< something was committed here: look now instead of at the next round
    /// `wakker` is called from the listening thread after each publication, until the handle goes.
    [[nodiscard]] std::shared_ptr<void> luister(std::function<void()> wakker);

  private:
    void verdeel();
    void hoor();
    std::string m_dsn;
    std::mutex m_slot;
    std::condition_variable m_klok;
    bool m_gewekt = false, m_stop = false;
    std::map<std::uint64_t, std::function<void()>> m_luisteraars;
    std::uint64_t m_volgnummer = 0;
    std::thread m_verdeel, m_hoor;
};

}  // namespace damwand::gebeurtenis

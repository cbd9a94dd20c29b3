// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

/// Inside the room: the threads on which handlers run and may block.
namespace damwand::http {

/// A fixed number of threads behind a queue with a hard end. Thread safe, but for `stop`, which is called once.
class Werkers {
  public:
    using Klus = std::function<void()>;  ///< must not throw
    Werkers(unsigned aantal, std::size_t wachtrij) : m_aantal(aantal), m_wachtrij(wachtrij) {}
    ~Werkers() { stop(); }
    Werkers(const Werkers&) = delete;
    Werkers& operator=(const Werkers&) = delete;

    void start();
    /// False when the queue is full or the pool stops; the job is then not run.
    [[nodiscard]] bool neem(Klus klus);
    /// Runs what is queued, then joins.
    void stop();

  private:
    void werk();
    const unsigned m_aantal;
    const std::size_t m_wachtrij;
    std::mutex m_slot;
    std::condition_variable m_bel;
    std::deque<Klus> m_klussen;
    bool m_stop = false;
    std::vector<std::thread> m_draden;
};

/// Starts a thread that leaves every signal to the threads of the program.
[[nodiscard]] std::thread stille_draad(std::function<void()> werk);

}  // namespace damwand::http

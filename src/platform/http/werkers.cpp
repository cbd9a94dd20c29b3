// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/werkers.hpp"

#include <pthread.h>

#include <csignal>
#include <utility>

namespace damwand::http {

std::thread stille_draad(std::function<void()> werk) {
    sigset_t alle;
    sigset_t oud;
    sigfillset(&alle);
    pthread_sigmask(SIG_SETMASK, &alle, &oud);  // inherited by the new thread
    std::thread draad(std::move(werk));
    pthread_sigmask(SIG_SETMASK, &oud, nullptr);
    return draad;
}

void Werkers::start() {
    for (unsigned i = 0; i < m_aantal; ++i) m_draden.push_back(stille_draad([this] { werk(); }));
}

bool Werkers::neem(Klus klus) {
    {
        const std::lock_guard slot(m_slot);
        if (m_stop || m_klussen.size() >= m_wachtrij) return false;
        m_klussen.push_back(std::move(klus));
    }
    m_bel.notify_one();
    return true;
}

void Werkers::stop() {
    {
        const std::lock_guard slot(m_slot);
        m_stop = true;
    }
    m_bel.notify_all();
    for (auto& draad : m_draden) draad.join();
    m_draden.clear();
}

void Werkers::werk() {
    std::unique_lock slot(m_slot);
    while (true) {
        m_bel.wait(slot, [this] { return m_stop || !m_klussen.empty(); });
        if (m_klussen.empty()) return;
        {
            const Klus klus = std::move(m_klussen.front());
            m_klussen.pop_front();
            slot.unlock();
            klus();
        }  // what the job held is let go before the lock is taken again
        slot.lock();
    }
}

}  // namespace damwand::http

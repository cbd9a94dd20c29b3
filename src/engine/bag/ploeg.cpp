// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/ploeg.hpp"

#include <chrono>
#include <utility>

namespace damwand::bag {

namespace {

void voer_uit(Taak& taak, bool eigen) {
    try {
        taak.doe(taak, eigen);
    } catch (...) {
        taak.fout = std::current_exception();
    }
    taak.doe = nullptr;
}

}  // namespace

Ploeg::Ploeg(std::function<void(Taak&)> neem) : m_neem(std::move(neem)) {}

Ploeg::~Ploeg() {
    {
        const std::lock_guard slot(m_slot);
        m_dicht = true;
        m_wacht.clear();
    }
    m_nieuw.notify_all();
    if (m_draad.joinable()) m_draad.join();
}

void Ploeg::geef(std::shared_ptr<Taak> taak) {
    if (!m_draad.joinable()) m_draad = std::thread([this] { werk(); });
    m_orde.push_back(taak);
    {
        const std::lock_guard slot(m_slot);
        m_wacht.push_back(std::move(taak));
    }
    m_nieuw.notify_one();
    while (doe_er_een(2)) {
    }
    neem_af();
}

void Ploeg::maak_af(const std::function<void()>& intussen) {
    while (doe_er_een(1)) {
    }
    while (!m_orde.empty()) {
        {
            std::unique_lock slot(m_slot);
            m_af.wait_for(slot, std::chrono::milliseconds(50), [&] { return m_orde.front()->klaar; });
        }
        intussen();
        neem_af();
    }
}

bool Ploeg::doe_er_een(std::size_t vanaf) {
    std::shared_ptr<Taak> taak;
    {
        const std::lock_guard slot(m_slot);
        if (m_wacht.size() < vanaf) return false;
        taak = std::move(m_wacht.front());
        m_wacht.pop_front();
    }
    voer_uit(*taak, true);
    const std::lock_guard slot(m_slot);
    taak->klaar = true;
    return true;
}

void Ploeg::neem_af() {
    for (;;) {
        {
            const std::lock_guard slot(m_slot);
            if (m_orde.empty() || !m_orde.front()->klaar) return;
        }
        const auto taak = std::move(m_orde.front());
        m_orde.pop_front();
        if (taak->fout) {
            const std::lock_guard slot(m_slot);
            m_wacht.clear();
            m_orde.clear();
            std::rethrow_exception(taak->fout);
        }
        m_neem(*taak);
    }
}

void Ploeg::werk() {
    for (;;) {
        std::shared_ptr<Taak> taak;
        {
            std::unique_lock slot(m_slot);
            m_nieuw.wait(slot, [&] { return m_dicht || !m_wacht.empty(); });
            if (m_wacht.empty()) return;
            taak = std::move(m_wacht.front());
            m_wacht.pop_front();
        }
        voer_uit(*taak, false);
        {
            const std::lock_guard slot(m_slot);
            taak->klaar = true;
        }
        m_af.notify_one();
    }
}

}  // namespace damwand::bag

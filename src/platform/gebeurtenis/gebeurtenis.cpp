// SPDX-License-Identifier: EUPL-1.2
#include "platform/gebeurtenis/gebeurtenis.hpp"

#include <spdlog/spdlog.h>

#include <optional>

namespace damwand::gebeurtenis {

using namespace std::chrono_literals;

void publiceer(db::Transactie& tx, std::string_view soort, const Uuid& object, int versie, int zicht) {
    tx.doe("insert into gebeurtenis.uit (organisatie, id, zicht, soort, object, versie, op) values ($1, $2, $3, $4, $5, $6, basis.tik())",
           tx.wie().organisatie, Uuid::willekeurig(), zicht, soort, object, versie);
}

Verdeler::Verdeler(std::string dsn) : m_dsn(std::move(dsn)) {}
Verdeler::~Verdeler() { stop(); }

void Verdeler::start() {
    m_verdeel = std::thread([this] { verdeel(); });
    m_hoor = std::thread([this] { hoor(); });
}

void Verdeler::stop() {
    {
        const std::lock_guard slot(m_slot);
        m_stop = true;
    }
    m_klok.notify_all();
    if (m_verdeel.joinable()) m_verdeel.join();
    if (m_hoor.joinable()) m_hoor.join();
}

void Verdeler::wek() {
    {
        const std::lock_guard slot(m_slot);
        m_gewekt = true;
    }
    m_klok.notify_all();
}

std::shared_ptr<void> Verdeler::luister(std::function<void()> wakker) {
    const std::lock_guard slot(m_slot);
    const auto nummer = ++m_volgnummer;
    m_luisteraars.emplace(nummer, std::move(wakker));
    return {this, [nummer](void* zelf) {
                auto& verdeler = *static_cast<Verdeler*>(zelf);
                const std::lock_guard weer(verdeler.m_slot);
                verdeler.m_luisteraars.erase(nummer);
            }};
}

void Verdeler::verdeel() {
    std::optional<db::Verbinding> verbinding;
    while (true) {
        {
            std::unique_lock slot(m_slot);
            m_klok.wait_for(slot, 500ms, [&] { return m_gewekt || m_stop; });
            if (m_stop) return;
            m_gewekt = false;
        }
        try {
            if (!verbinding) verbinding.emplace(m_dsn);
            while (verbinding->doe("select gebeurtenis.verdeel() as aantal")[0].veld<int>("aantal") == 1000) {
            }
        } catch (const std::exception& fout) {
            spdlog::warn("events: dispatcher lost the database ({})", fout.what());
            verbinding.reset();
            std::this_thread::sleep_for(500ms);
        }
    }
}

void Verdeler::hoor() {
    std::optional<db::Verbinding> verbinding;
    while (true) {
        {
            const std::lock_guard slot(m_slot);
            if (m_stop) return;
        }
        try {
            if (!verbinding) {
                verbinding.emplace(m_dsn);
                verbinding->script("listen damwand_gebeurtenis");
            }
            if (!verbinding->wacht_op_bericht(500ms)) continue;
            const std::lock_guard slot(m_slot);
            for (const auto& [nummer, wakker] : m_luisteraars) wakker();
        } catch (const std::exception& fout) {
            spdlog::warn("events: listener lost the database ({})", fout.what());
            verbinding.reset();
            std::this_thread::sleep_for(500ms);
        }
    }
}

}  // namespace damwand::gebeurtenis

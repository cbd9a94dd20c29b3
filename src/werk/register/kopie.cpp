// SPDX-License-Identifier: EUPL-1.2
#include "werk/register/kopie.hpp"

#include <algorithm>
#include <utility>

namespace damwand::registers {
namespace {

using namespace std::chrono;
constexpr sys_days begin_van_postgres = year{2000} / 1 / 1;
constexpr std::string_view kop{"PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19};
constexpr std::string_view staart{"\377\377", 2};

}  // namespace

void Rijschrijver::datum(Datum w) { veld(static_cast<std::int32_t>((sys_days{w} - begin_van_postgres).count())); }
void Rijschrijver::tijdstip(Tijdstip w) {
    veld(static_cast<std::int64_t>((w - time_point_cast<microseconds>(begin_van_postgres)).count()));
}

Kopieerder::Kopieerder(db::Verbinding& verbinding, std::size_t hoogstens)
    : m_verbinding(verbinding), m_hoogstens(hoogstens), m_draad([this] { draai(); }) {}

Kopieerder::~Kopieerder() { sluit(true); }

void Kopieerder::sluit(bool weggooien) {
    {
        const std::lock_guard slot(m_slot);
        m_dicht = true;
        if (weggooien) m_rij.clear();
    }
    m_leeg.notify_all();
    if (m_draad.joinable()) m_draad.join();
}

void Kopieerder::geef(Werk werk) {
    {
        std::unique_lock slot(m_slot);
        m_vol.wait(slot, [&] { return m_rij.size() < m_hoogstens || m_fout; });
        if (m_fout) std::rethrow_exception(m_fout);
        m_rij.push_back(std::move(werk));
    }
    m_leeg.notify_one();
}

void Kopieerder::rijen(const std::string& kopieer, std::string bytes) {
    geef({.kopieer = &kopieer, .bytes = std::move(bytes), .opdracht = {}});
}

void Kopieerder::doe(std::function<void(db::Verbinding&)> opdracht) {
    geef({.kopieer = nullptr, .bytes = {}, .opdracht = std::move(opdracht)});
}

void Kopieerder::klaar() {
    sluit(false);
    if (m_fout) std::rethrow_exception(m_fout);
}

std::string Kopieerder::buffer() {
    const std::lock_guard slot(m_slot);
    if (m_vrij.empty()) return {};
    auto uit = std::move(m_vrij.back());
    m_vrij.pop_back();
    return uit;
}

void Kopieerder::draai() {
    const std::string* bezig = nullptr;
    const auto rond_af = [&] {
        if (bezig == nullptr) return;
        bezig = nullptr;
        m_verbinding.kopieer(staart);
        m_verbinding.kopieer_einde();
    };
    try {
        for (;;) {
            Werk werk;
            {
                std::unique_lock slot(m_slot);
                m_leeg.wait(slot, [&] { return !m_rij.empty() || m_dicht; });
                if (m_rij.empty()) break;
                // Another table takes another COPY: first what waits for this one, but nothing goes past a statement.
                const auto tot = std::find_if(m_rij.begin(), m_rij.end(), [](const Werk& w) { return w.kopieer == nullptr; });
                auto plek = std::find_if(m_rij.begin(), tot, [&](const Werk& w) { return w.kopieer == bezig; });
                if (plek == tot) plek = m_rij.begin();
                werk = std::move(*plek);
                m_rij.erase(plek);
            }
            m_vol.notify_one();
            if (werk.kopieer == nullptr) {
                rond_af();
                werk.opdracht(m_verbinding);
                continue;
            }
            if (bezig != werk.kopieer) {
                rond_af();
                m_verbinding.kopieer_begin(*werk.kopieer);
                m_verbinding.kopieer(kop);
                bezig = werk.kopieer;
            }
            m_verbinding.kopieer(werk.bytes);
            werk.bytes.clear();
            const std::lock_guard slot(m_slot);
            m_vrij.push_back(std::move(werk.bytes));
        }
        rond_af();
    } catch (...) {
        const std::lock_guard slot(m_slot);
        m_fout = std::current_exception();
        m_vol.notify_all();
    }
}

}  // namespace damwand::registers

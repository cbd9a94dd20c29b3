// SPDX-License-Identifier: EUPL-1.2
#include "app/voortgang.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <thread>

namespace damwand::app {
namespace {

using namespace std::chrono;
constexpr auto tik_terminal = milliseconds(100);
constexpr auto tik_regel = seconds(10);
constexpr std::size_t breedte = 30;

std::string duur(double seconden) {
    const auto s = static_cast<std::uint64_t>(std::lround(seconden));
    if (s >= 3600) return fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
    return fmt::format("{}:{:02}", s / 60, s % 60);
}

}  // namespace

std::string met_punten(std::uint64_t getal) {
    auto uit = std::to_string(getal);
    for (auto plek = static_cast<std::ptrdiff_t>(uit.size()) - 3; plek > 0; plek -= 3)
        uit.insert(static_cast<std::size_t>(plek), 1, '.');
    return uit;
}

Voortgangsbalk::Voortgangsbalk(std::ostream& woorden, bool terminal, Nu nu)
    : m_woorden(woorden), m_terminal(terminal), m_nu(std::move(nu)), m_begin(m_nu()), m_laatst(m_begin) {}

Voortgangsbalk::~Voortgangsbalk() { klaar(); }

void Voortgangsbalk::toon(std::string_view fase, const Stand& stand, std::uint64_t records) {
    const auto nu = m_nu();
    const bool nieuw = fase != m_fase;
    if (!nieuw && nu - m_laatst < (m_terminal ? duration_cast<steady_clock::duration>(tik_terminal)
                                              : duration_cast<steady_clock::duration>(tik_regel)))
        return;
    m_laatst = nu;
    m_fase = fase;
    const double verstreken = duration<double>(nu - m_begin).count();
    const double deel =
        stand.totaal == 0 ? 0 : std::min(1.0, static_cast<double>(stand.gedaan) / static_cast<double>(stand.totaal));
    std::string regel{fase};
    if (stand.totaal != 0) {
        if (m_terminal) {
            const auto vol = static_cast<std::size_t>(deel * static_cast<double>(breedte));
            regel = fmt::format("[{}{}] {}", std::string(vol, '#'), std::string(breedte - vol, '.'), fase);
        }
        regel += fmt::format("  {} %", static_cast<int>(deel * 100));
    }
    if (records != 0) {
        regel += fmt::format("  {} records", met_punten(records));
        if (verstreken >= 0.5)
            regel += fmt::format("  {}/s",
                                 met_punten(static_cast<std::uint64_t>(static_cast<double>(records) / verstreken)));
    }
    if (deel > 0.01 && deel < 1 && verstreken >= 0.5)
        regel += fmt::format("  nog {}", duur(verstreken / deel - verstreken));
    if (m_terminal)
        m_woorden << "\r\033[K" << regel << std::flush;
    else
        m_woorden << regel << "\n" << std::flush;
    m_iets = true;
}

void Voortgangsbalk::klaar() {
    if (m_iets && m_terminal) m_woorden << "\r\033[K" << std::flush;
    m_iets = false;
}

Stopknop::Stopknop() {
    sigemptyset(&m_signalen);
    sigaddset(&m_signalen, SIGINT);
    sigaddset(&m_signalen, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signalen, &m_oud);
}

Stopknop::~Stopknop() { pthread_sigmask(SIG_SETMASK, &m_oud, nullptr); }

bool Stopknop::gevraagd() {
    if (m_gevraagd) return true;
    const timespec meteen{};
    if (sigtimedwait(&m_signalen, nullptr, &meteen) > 0) {
        m_gevraagd = true;
        pthread_sigmask(SIG_UNBLOCK, &m_signalen, nullptr);
    }
    return m_gevraagd;
}

void Stopknop::wacht(milliseconds duur) {
    constexpr milliseconds stap{100};  // Ctrl-C need not wait for a minute
    for (auto over = duur; over.count() > 0 && !gevraagd(); over -= stap) std::this_thread::sleep_for(std::min(over, stap));
}

}  // namespace damwand::app

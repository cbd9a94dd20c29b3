// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <signal.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "base/voortgang.hpp"

namespace damwand::app {

/// Whole number with the points people expect: 1234567 → "1.234.567".
[[nodiscard]] std::string met_punten(std::uint64_t getal);

/// Tells how far a long command is: a moving bar on a terminal, a plain line per phase and per ten seconds elsewhere.
class Voortgangsbalk {
  public:
    using Nu = std::function<std::chrono::steady_clock::time_point()>;
    Voortgangsbalk(std::ostream& woorden, bool terminal, Nu nu = [] { return std::chrono::steady_clock::now(); });
    ~Voortgangsbalk();
    Voortgangsbalk(const Voortgangsbalk&) = delete;
    Voortgangsbalk& operator=(const Voortgangsbalk&) = delete;

    /// `stand` is what the time left follows from (bytes of all bytes); `records` is what people count.
    void toon(std::string_view fase, const Stand& stand, std::uint64_t records);
    /// Takes the bar away; the next words begin on a clean line.
    void klaar();

  private:
    std::ostream& m_woorden;
    bool m_terminal;
    Nu m_nu;
    std::chrono::steady_clock::time_point m_begin, m_laatst;
    std::string m_fase;
    bool m_iets = false;
};

/// While it lives, SIGINT and SIGTERM wait instead of ending the program; `gevraagd()` says whether one came.
/// A second one after that does what signals do.
class Stopknop {
  public:
    Stopknop();
    ~Stopknop();
    Stopknop(const Stopknop&) = delete;
    Stopknop& operator=(const Stopknop&) = delete;
    [[nodiscard]] bool gevraagd();
    /// Sleeps so long, or until it was asked.
    void wacht(std::chrono::milliseconds duur);

  private:
    sigset_t m_signalen{}, m_oud{};
    bool m_gevraagd = false;
};

}  // namespace damwand::app

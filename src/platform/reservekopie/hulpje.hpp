// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/duurzaam.hpp"

namespace damwand::reservekopie {

/// Inside the room: a program of PostgreSQL as a child, with its input, its output or both in our hands. What it says
/// on stderr is kept for the reason only, and cut before the first value it quotes. Ended with this object.
class Hulpje {
  public:
    enum class Kant { lees, schrijf, beide };
    /// Throws Fout `proces` when it cannot be started.
    Hulpje(std::string_view programma, std::vector<std::string> woorden, Kant kant);
    ~Hulpje();
    Hulpje(const Hulpje&) = delete;
    Hulpje& operator=(const Hulpje&) = delete;

    [[nodiscard]] std::string haal();      ///< the next piece of its output; empty at the end. Only `lees`
    void geef(std::string_view bytes);     ///< to its input; what it does not want any more is dropped
    [[nodiscard]] std::string uitkomst();  ///< all it printed, after its input was closed. Only `beide`
    /// Closes its input and waits for it. None when it did what it was asked; else why not, for the operator.
    [[nodiscard]] std::optional<std::string> einde();

  private:
    Handvat m_in, m_uit, m_klachten;
    std::string m_gezegd;
    std::thread m_luister;
    pid_t m_pid = -1;
    bool m_doof = false;
};

}  // namespace damwand::reservekopie

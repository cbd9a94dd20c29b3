// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "app/huis.hpp"

/// The watch over the logs: checkpoints that leave the machine, and verification by hand and by night.
namespace damwand::app {

/// `damwand logboek controleer`: 0 whole, 1 broken (each break on stdout), 2 it could not be verified.
/// `getuige`: a copy of the witness brought from elsewhere; empty: the configured one. `sleutel`: its public key, empty: ours.
int logboek_controleer(const Instellingen& i, const std::filesystem::path& getuige, const std::string& sleutel, bool als_json);
/// `damwand logboek sleutel`: prints the public key that checkpoints are verified with.
int logboek_sleutel(const Instellingen& i);

/// While the server runs: a checkpoint at least every ten seconds, a verification every night at three; what is wrong
/// becomes an incident for the privacy officer.
class Logwacht {
  public:
    Logwacht(const Instellingen& i, const Bestand& bestand);
    ~Logwacht();
    Logwacht(const Logwacht&) = delete;
    Logwacht& operator=(const Logwacht&) = delete;
    [[nodiscard]] bool zwijgt_te_lang() const noexcept;  ///< no checkpoint left for `getuige_uiterste`

  private:
    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m;
};

}  // namespace damwand::app

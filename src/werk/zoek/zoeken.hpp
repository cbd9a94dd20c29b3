// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/zoek/zoek.hpp"

namespace damwand::zoek {

/// Names of the registers, in memory.
struct Zoekers {
    registers::Adreszoeker adressen;
    registers::Bedrijfszoeker bedrijven;
};

/// Looks for `vraag` in what the asker may see. `in_alles`: also for people, signs and files, which asks a purpose. Tells the logs
/// every file and person that it shows.
[[nodiscard]] AllesGevonden zoek(poort::Gang& gang, Zoekers& zoekers, const AllesZoeken& vraag, bool in_alles);

}  // namespace damwand::zoek

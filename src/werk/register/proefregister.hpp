// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <filesystem>
#include <string>

#include "engine/bag/maker.hpp"
#include "steun/proefomgeving.hpp"
#include "steun/werkmap.hpp"
#include "werk/register/register.hpp"

/// For the database tests of this room: one environment for the binary, and deliveries to load in it.
namespace damwand::registers::proef {

namespace fs = std::filesystem;

inline damwand::proef::Omgeving& omgeving() {
    static damwand::proef::Omgeving een(registers::routes());
    return een;
}

/// The real extracts, beside the project; tests that need them are skipped where they are absent.
inline fs::path echte_data() { return fs::path{DAMWAND_BRONMAP}.parent_path() / "shared" / "data" / "bag"; }
inline fs::path weesp() { return echte_data() / "weesp-0457" / "BAGGEM0457L-15102021.zip"; }
inline fs::path doesburg() { return echte_data() / "doesburg-0221-klein" / "lv" / "BAGNLDL-15092020-small.zip"; }

#define ZONDER_ECHTE_DATA_OVERSLAAN(pad) \
    if (!std::filesystem::exists(pad)) GTEST_SKIP() << "the real data are not here: " << (pad)

using damwand::proef::werkmap;

/// Damstede with few addresses; the same seed gives the same file.
inline fs::path damstede(std::uint64_t adressen = 300, std::uint64_t zaad = 1) {
    bag::MaakOpties opties;
    opties.adressen = adressen;
    opties.zaad = zaad;
    return bag::maak(opties, werkmap() / ("damstede-" + std::to_string(adressen) + "-" + std::to_string(zaad))).bestand;
}

inline Laadverslag laad_bron(const fs::path& bron, const LaadOpties& opties = {}) {
    db::Pool lader(omgeving().cluster().dsn("lader"), 1);
    const std::array bronnen{bron};
    return laad(lader, bronnen, opties);
}

}  // namespace damwand::registers::proef

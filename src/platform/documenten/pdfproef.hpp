// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "base/id.hpp"

/// For tests: what a PDF says, as poppler reads it. Its letters are numbers of a font: looking through the bytes finds no word.
namespace damwand::proef {

inline std::string tekst_van_pdf(const std::string& bytes) {
    const auto plek = std::filesystem::temp_directory_path() / ("damwand-proef-" + Uuid::willekeurig().tekst() + ".pdf");
    std::ofstream(plek, std::ios::binary) << bytes;
    std::string uit;
    auto* pijp = popen(("pdftotext -raw '" + plek.string() + "' -").c_str(), "r");
    for (char blok[16384]; const auto n = fread(blok, 1, sizeof blok, pijp);) uit.append(blok, n);
    const auto afloop = pclose(pijp);
    std::filesystem::remove(plek);
    if (afloop != 0) throw std::runtime_error("no PDF that poppler reads");
    return uit;
}

}  // namespace damwand::proef

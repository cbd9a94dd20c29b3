// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "engine/tabel/pakket.hpp"
#include "engine/tabel/rijen.hpp"

/// Sheets of XLSX and ODS. Internal to the library.
namespace damwand::tabel {

void lees_xlsx(const Pakket& pakket, const Opties& opties, Rijenteller& rijen, const Voortgang& voortgang);
void lees_ods(const Pakket& pakket, const Opties& opties, Rijenteller& rijen, const Voortgang& voortgang);

[[nodiscard]] Fout geen_blad(const std::string& naam);
/// Adds to a cell; past `langste_cel` there is one byte more, so that the row is refused and memory stays bounded.
void voeg_toe(std::string& cel, std::string_view stuk);

}  // namespace damwand::tabel

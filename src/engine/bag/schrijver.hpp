// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "engine/bag/objecten.hpp"

/// Writes BAG 2.0 XML: the reader's counterpart. What it writes, the reader reads back unchanged.
namespace damwand::bag {

/// Appends one `sl:stand` element.
void schrijf(const Woonplaats& object, std::string& uit);
void schrijf(const OpenbareRuimte& object, std::string& uit);
void schrijf(const Nummeraanduiding& object, std::string& uit);
void schrijf(const Verblijfsobject& object, std::string& uit);
void schrijf(const Ligplaats& object, std::string& uit);
void schrijf(const Standplaats& object, std::string& uit);
void schrijf(const Pand& object, std::string& uit);
void schrijf(const InOnderzoek& record, std::string& uit);

/// What stands before and after the records of a part file of one municipality.
[[nodiscard]] std::string bestand_begin(ObjectType type, Gemeentecode gemeente, Datum standdatum);
[[nodiscard]] std::string_view bestand_einde() noexcept;

/// The Leveringsdocument and the GEM-WPL-RELATIE file, whole.
[[nodiscard]] std::string leveringsdocument(const Levering& levering);
[[nodiscard]] std::string gemeente_woonplaats_bestand(std::span<const GemeenteWoonplaatsRelatie> relaties,
                                                      Datum standdatum);

}  // namespace damwand::bag

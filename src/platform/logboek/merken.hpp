// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <set>
#include <string>
#include <string_view>

/// What may show that somebody looks at his own: the words of a family name and the ways an address is written, folded. A
/// mark stands in memory only; it is kept, and compared with a colleague's own, as a keyed hash (Pseudoniem::merk).
namespace damwand::logboek {

using Merken = std::set<std::string>;

/// Of a family name as its bearer gives it: every word but the particles ("van den Broek-de Wit" → broek, wit).
[[nodiscard]] Merken merken_van_familienaam(std::string_view naam);
/// Of a person as he is written in a file: what stands before a comma, else every word but the first and the initials.
[[nodiscard]] Merken merken_van_persoon(std::string_view tekst);
/// Of an address by its register key (16 digits).
[[nodiscard]] Merken merken_van_nummeraanduiding(std::string_view nummeraanduiding);
/// Of an address as it is written once in full: street or postcode with the number.
[[nodiscard]] Merken merken_van_adres(std::string_view straat, std::string_view postcode, std::string_view nummer);
/// Of anything that somebody typed, in a search or as a place: every word as a family name, and every run of at most six
/// of the first sixteen words that holds a digit as an address.
[[nodiscard]] Merken merken_van_tekst(std::string_view tekst);

}  // namespace damwand::logboek

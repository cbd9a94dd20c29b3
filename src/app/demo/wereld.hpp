// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <boost/json.hpp>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The people who work in Damstede, and the numbers of a world that does not exist.
namespace damwand::app::demo {

struct Medewerker {
    std::string_view gebruikersnaam, naam, rol;
};
/// One user per role, and colleagues so that a file has several members.
[[nodiscard]] std::span<const Medewerker> medewerkers();

/// Words that fold, so that a choice does not depend on the machine. FNV-1a.
[[nodiscard]] std::uint64_t hutsel(std::string_view tekst) noexcept;

/// True for eight or nine digits that pass the check of a BSN: such numbers may not stand in the story.
[[nodiscard]] bool lijkt_bsn(std::string_view cijfers) noexcept;
/// KVK number of an invented company: 00 and six digits, a series that was never given out.
[[nodiscard]] std::string kvk_van(std::string_view naam);
/// 06-000 and five digits, the first from `volg` on that is no BSN.
[[nodiscard]] std::string telefoon_van(int volg);
/// An IBAN of a bank that is not there, with right check digits.
[[nodiscard]] std::string iban_van(int volg);

/// "b Zorgbureau De Brug|zorgaanbieder; v QA-417-E|busje" → VermeldingNieuw objects. Kinds: p person, b company,
/// v vehicle (plate), t phone (a number below 100000), e e-mail, r account (a small number), s ship (a small number).
[[nodiscard]] boost::json::array lees_vermeldingen(std::string_view tekst, std::string_view graad);

}  // namespace damwand::app::demo

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <string>
#include <vector>

#include "werk/gemeenteregister/gemeenteregister.hpp"

/// The only SQL of the room. Internal to it.
namespace damwand::gemeenteregister::store {

/// Number of the organisation with this code; throws `organisatie`.
[[nodiscard]] OrganisatieId organisatie_van(db::Pool& lader, const std::string& code);
[[nodiscard]] std::vector<std::pair<std::string, OrganisatieId>> organisaties(db::Pool& lader);

/// Throws `mapping-ongeldig` for kinds of ties that do not exist, `register-ouder` when a later delivery was loaded.
void begin(db::Transactie& tx, const Mapping& mapping, Datum standdatum);
/// Rows on their way to the register; `eerste` is the number of the first in the file.
void voeg_toe(db::Transactie& tx, std::span<const Rij> rijen, std::uint64_t eerste);
/// Takes them in; fills the counts. Throws when they do not add up.
void verwerk(db::Transactie& tx, const Mapping& mapping, const LaadOpties& opties, Laadverslag& verslag);
void leg_vast(db::Transactie& tx, const Mapping& mapping, const registers::Bron& bron, const LaadOpties& opties, const Laadverslag& verslag);
[[nodiscard]] std::uint64_t vergeet(db::Transactie& tx);
void meld(db::Transactie& tx, std::string_view handeling, std::string_view resultaat, int status, const std::optional<std::string>& code);

[[nodiscard]] int aantal_registers(db::Transactie& tx);
[[nodiscard]] std::vector<Gemeenteregel> bij_adressen(db::Transactie& tx, const std::vector<std::string>& adressen);
[[nodiscard]] std::vector<Gemeenteregel> bij_bedrijf(db::Transactie& tx, const registers::BedrijfId& bedrijf);

}  // namespace damwand::gemeenteregister::store

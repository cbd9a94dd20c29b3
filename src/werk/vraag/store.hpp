// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/vraag/vraag.hpp"

/// The only SQL of the room.
namespace damwand::vraag::store {

/// The asker's own questions, the newest first; `id`: that one only, locked.
[[nodiscard]] std::vector<PartnerVraag> van_partner(poort::Gang& gang, const std::optional<VraagId>& id);
[[nodiscard]] std::vector<CasusVraag> van_casus(poort::Gang& gang, const CasusId& casus, const std::optional<VraagId>& id);
/// Somebody of this organisation who answers questions.
[[nodiscard]] bool is_partner(poort::Gang& gang, const GebruikerId& wie);
[[nodiscard]] std::optional<verstrekking::Ontvanger> ontvanger(poort::Gang& gang, const std::string& code);
/// What a regime says about passing on.
[[nodiscard]] std::string doorgifte_van(poort::Gang& gang, const std::string& regime);
/// Privacy check 1 lets this source be asked.
[[nodiscard]] bool mag_vragen(poort::Gang& gang, const CasusId& casus, const BronId& bron);
[[nodiscard]] int zicht_van_bron(poort::Gang& gang, const CasusId& casus, const BronId& bron);
/// Throws `vraag-loopt` (409) when this source has one under way.
void maak(poort::Gang& gang, const CasusId& casus, int zicht, const VraagId& id, const VraagNieuw& nieuw, const std::string& regime, const std::optional<overleg::Gelegenheid>& bij, bool te_noemen);
void vraag_bron(poort::Gang& gang, const CasusId& casus, const BronId& bron);
void trek_in(poort::Gang& gang, const CasusVraag& vraag, int zicht, const std::string& reden);
void koppel_terug(poort::Gang& gang, const VraagId& vraag, const std::string& tekst);
/// Locks the casus; whether what is known may be told. Throws `vraag-dicht` (409).
[[nodiscard]] bool houd_casus(poort::Gang& gang, const VraagId& id);
void antwoord(poort::Gang& gang, const VraagId& id, const AntwoordNieuw& antwoord);

}  // namespace damwand::vraag::store

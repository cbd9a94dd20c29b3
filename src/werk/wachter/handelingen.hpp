// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/wachter/store.hpp"

/// What users do with watchers and with what they met.
namespace damwand::wachter {

/// Saves a watcher and runs it at once.
[[nodiscard]] Wachterbeeld maak(poort::Gang& gang, const netwerk::Diensten& diensten, const WachterNieuw& nieuw);
[[nodiscard]] std::vector<WachterKort> lijst(poort::Gang& gang);
/// Throws onbekend().
[[nodiscard]] Wachterbeeld toon(poort::Gang& gang, const netwerk::Diensten& diensten, const WachterId& id);
/// Only by who made it (Fout `niet-van-u`).
[[nodiscard]] Wachterbeeld zet_aan(poort::Gang& gang, const netwerk::Diensten& diensten, const WachterId& id, bool aan);
void gooi_weg(poort::Gang& gang, const WachterId& id);

/// Where it is now, for the asker. One about persons only when it is kept for a casus (field fault `personen-zonder-casus`). Throws
/// `netwerk-onzeker` (503) when graph and rows do not agree.
[[nodiscard]] PatroonPlekken plekken(poort::Gang& gang, const netwerk::Diensten& diensten, const PatroonVraag& vraag);
/// The same of one that is kept: for whoever may know of it, with his own rights. Throws `geen-recht` (403) when one for a casus is silent.
[[nodiscard]] PatroonPlekken plekken(poort::Gang& gang, const netwerk::Diensten& diensten, const WachterId& id);

/// With everything of it read again for the asker; what he may not wholly know of is not there. Throws onbekend().
[[nodiscard]] Suggestie toon_suggestie(poort::Gang& gang, const netwerk::Diensten& diensten, const SuggestieId& id);
/// Put away, made a signaal of, or added to a casus; by a person, with a reason. Throws `al-gewogen` (409).
[[nodiscard]] Suggestie weeg(poort::Gang& gang, const netwerk::Diensten& diensten, const SuggestieId& id, const SuggestieWeging& weging);

}  // namespace damwand::wachter

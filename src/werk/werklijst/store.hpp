// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/werklijst/werklijst.hpp"

/// The only SQL of the room. Internal to it.
namespace damwand::werklijst::store {

[[nodiscard]] std::vector<EigenGebied> gebieden(poort::Gang& gang, const std::optional<EigenGebiedId>& een);
void maak_gebied(poort::Gang& gang, const EigenGebiedId& id, const EigenGebiedNieuw& nieuw);
/// False: not there, not his to see, or not his.
[[nodiscard]] bool gooi_gebied_weg(poort::Gang& gang, const EigenGebiedId& id);

/// With its audience; newest first.
struct Rij {
    WerklijstKort kort;
    int zicht = 0;
};
[[nodiscard]] std::vector<Rij> lijsten(poort::Gang& gang, const std::optional<WerklijstId>& een);
[[nodiscard]] std::vector<toegang::Collega> leden(poort::Gang& gang, const WerklijstId& id);
[[nodiscard]] std::vector<Werkregel> regels(poort::Gang& gang, const WerklijstId& id);
void maak(poort::Gang& gang, const WerklijstId& id, const WerklijstNieuw& nieuw, Datum tot, const std::vector<kaart::Selectieregel>& regels);
/// A row of a list, held for a change. Throws onbekend().
[[nodiscard]] Werkregel houd(poort::Gang& gang, const WerklijstId& lijst, const WerkregelId& id);
void wijzig(poort::Gang& gang, const Werkregel& regel);
/// False when the asker did not make the list, or there is no such colleague.
[[nodiscard]] bool zet_lid(poort::Gang& gang, const WerklijstId& id, const GebruikerId& wie, bool erbij);
[[nodiscard]] bool gooi_weg(poort::Gang& gang, const WerklijstId& id);

}  // namespace damwand::werklijst::store

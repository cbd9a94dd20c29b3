// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/leren/leren.hpp"

/// The only SQL of the room. Permission is the caller's.
namespace damwand::leren::store {

/// Without its effects and proposals.
[[nodiscard]] Evaluatie evaluatie(poort::Gang& gang, const casus::Greep& greep);
[[nodiscard]] std::vector<Effect> effecten(poort::Gang& gang, const casus::Greep& greep);
void zet_evaluatie(poort::Gang& gang, const casus::Greep& greep, const EvaluatieNieuw& nieuw);
/// In the audience of the intervention itself; false when the asker may not know of that intervention of this casus.
[[nodiscard]] bool zet_effect(poort::Gang& gang, const casus::Greep& greep, const EffectNieuw& nieuw);

/// One, or all of the casus.
[[nodiscard]] std::vector<Lesvoorstel> voorstellen(poort::Gang& gang, const casus::Greep& greep, const std::optional<LesvoorstelId>& id);
void maak_voorstel(poort::Gang& gang, const casus::Greep& greep, const LesvoorstelId& id, const LesvoorstelNieuw& nieuw);
void wijzig_voorstel(poort::Gang& gang, const LesvoorstelId& id, const LesvoorstelNieuw& nieuw);
void besluit(poort::Gang& gang, const LesvoorstelId& id, const LesvoorstelBesluit& besluit);

[[nodiscard]] std::vector<Les> lessen(poort::Gang& gang);
void maak_les(poort::Gang& gang, const Lesvoorstel& van);
[[nodiscard]] bool wis_les(poort::Gang& gang, const LesId& id);

}  // namespace damwand::leren::store

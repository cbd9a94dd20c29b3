// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/signaal/store.hpp"

/// What users do with a signaal, one file per verb. Each changes, logs, tells the live lists; none answers.
namespace damwand::signaal {

void wijzig(poort::Gang& gang, SignaalId id, const SignaalWijziging& wijziging);
void weeg(poort::Gang& gang, SignaalId id, const WegingNieuw& weging);
void laat_overgaan(poort::Gang& gang, SignaalId id, const SignaalOvergangNieuw& nieuw);
/// Ends the embargo: from here on it is the team's. Throws `geen-embargo` (409).
void geef_vrij(poort::Gang& gang, SignaalId id);

/// The whole signaal with its surroundings, for the answer; permission is asked here.
[[nodiscard]] Signaal toon(poort::Gang& gang, SignaalId id);

/// Fills in the address, or adds the faults of it below `/adres`.
void zet_adres(poort::Gang& gang, store::Gegevens& gegevens, const std::optional<SignaalAdresNieuw>& adres,
               std::vector<VeldFout>& fouten);
/// The label of a mention that comes in below `pad`, in a signaal with this label; adds every fault of it.
[[nodiscard]] Label toets_vermelding(poort::Gang& gang, const Label& signaal, const entiteit::VermeldingNieuw& nieuw, std::string_view pad,
                                     entiteit::Codetoets& codes, std::vector<VeldFout>& fouten);
/// Adds a fault when it was seen after it was received.
void toets_peildatum(const store::Gegevens& gegevens, std::vector<VeldFout>& fouten);
/// Takes the edge: changes `gegevens`, and records the change of state. The caller has checked it, and stores.
void neem_rand(poort::Gang& gang, store::Gegevens& gegevens, const store::Overgang& overgang);
/// Throws `signaal-gesloten` (409).
void eis_open(const store::Gegevens& gegevens);
/// Tells the live lists.
void meld(poort::Gang& gang, const store::Gegevens& gegevens);

}  // namespace damwand::signaal

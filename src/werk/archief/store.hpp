// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/archief/gegevens.hpp"

namespace damwand::archief::store {

[[nodiscard]] std::vector<Bewaarregel> regels(db::Transactie& tx);
void maak_regel(poort::Gang& gang, const BewaarregelNieuw& nieuw);

/// Everything that stands in the way today in the organisation, or only this one.
[[nodiscard]] std::vector<Blokkade> blokkades(db::Transactie& tx, const std::optional<BlokkadeId>& id);
/// None when there is nothing with this kenmerk, or not for the asker.
[[nodiscard]] std::optional<Uuid> blokkeer(poort::Gang& gang, const BlokkadeId& id, const BlokkadeNieuw& nieuw);
void hef_op(poort::Gang& gang, const BlokkadeId& id);
/// A block that nobody placed: it is a running request of a data subject itself.
[[nodiscard]] bool is_lopend_verzoek(poort::Gang& gang, const BlokkadeId& id);

/// Newest first; the open ones and those of the last year.
[[nodiscard]] std::vector<Lijst> lijsten(db::Transactie& tx, const std::optional<LijstId>& id);
/// How many of the objects came on it.
int maak_lijst(poort::Gang& gang, const LijstId& id, const std::vector<Uuid>& objecten);
void verwijder_lijst(poort::Gang& gang, const LijstId& id);
/// In the archivist's seat or the other; false when somebody valid sits there.
[[nodiscard]] bool keur_goed(poort::Gang& gang, const Lijst& lijst, bool archivaris, const std::string& rol);
/// Code of what stands in the way; none: it has begun.
[[nodiscard]] std::optional<std::string> begin(poort::Gang& gang, const LijstId& id);

[[nodiscard]] std::vector<Vernietigingsverklaring> verklaringen(db::Transactie& tx, const std::optional<VerklaringId>& id);

}  // namespace damwand::archief::store

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/actie/actie.hpp"

/// The only SQL of the room.
namespace damwand::actie::store {

/// A row, with what decides.
struct Rij {
    ActieRegel regel;  ///< `dossier` with its kind and id only
    int zicht = 0;
    bool kent_dossier = false;  ///< the audience is the asker's; otherwise he is its owner
};
/// Throws onbekend.
[[nodiscard]] Rij lees(poort::Gang& gang, const ActieId& id, bool vergrendel);

struct Filter {
    std::optional<GebruikerId> eigenaar;
    std::optional<std::string> staat;
    std::optional<std::vector<Uuid>> dossiers, overleggen;
    std::optional<Uuid> punt;
    std::optional<GebruikerId> geescaleerd_aan{};
};
/// In the order of their days (`af`: the last first), at most `aantal`, after a bookmark.
[[nodiscard]] std::vector<Rij> lijst(poort::Gang& gang, const Filter& filter, bool af, int aantal, const std::optional<signaal::Bladwijzer>& na);
/// A casus and its signalen that the asker may see.
[[nodiscard]] std::vector<Uuid> dossiers_van(poort::Gang& gang, const CasusId& casus);
void maak(poort::Gang& gang, const Rij& rij, const std::optional<Uuid>& punt);
void wijzig(poort::Gang& gang, const Actie& actie);
/// Nobody can be asked to do something who may not see it.
[[nodiscard]] bool kan_eigenaar_zijn(poort::Gang& gang, const GebruikerId& wie);
/// For the owner who is no member: see db/code/84_actie.sql. Throws `actie-dicht` (409).
/// That its owner, who is not of the dossier, did it.
void vink_af(poort::Gang& gang, const Actie& actie);
void houd_dossier(poort::Gang& gang, const ActieId& id);
void teken_aan(poort::Gang& gang, const ActieId& id, const std::string& tekst, const std::string& kort, const boost::json::value& gegevens);

}  // namespace damwand::actie::store

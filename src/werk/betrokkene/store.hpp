// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/betrokkene/betrokkene.hpp"
#include "werk/betrokkene/verwerkingen.hpp"

/// The only SQL of this room.
namespace damwand::betrokkene::store {

/// As it is looked at: with its audience, and what the rows of its items say now when `inhoud`.
struct Gelezen {
    Verzoek verzoek;
    int zicht = 0;
    std::vector<Uuid> personen;  ///< data subjects in what was read
    std::vector<Uuid> casussen;  ///< that gave one of the items to somebody
};

[[nodiscard]] std::vector<VerzoekRegel> lijst(poort::Gang& gang);
/// None when it is not there for the asker. `vergrendel`: nobody else changes it until the end.
[[nodiscard]] std::optional<Gelezen> lees(poort::Gang& gang, const VerzoekId& id, bool vergrendel);
void maak(poort::Gang& gang, const VerzoekId& id, const std::string& kenmerk, const VerzoekNieuw& nieuw, Datum termijn);
/// Stores what may change of it: everything but its id, kind, kenmerk and day of receipt. Returns the new version.
int bewaar(poort::Gang& gang, const Verzoek& verzoek);
void overgang(poort::Gang& gang, const VerzoekId& id, const std::optional<std::string>& van, const std::string& naar, const std::optional<std::string>& reden);

/// What a search found, and the data subjects and objects in it.
struct Gevonden {
    Zoekuitkomst uitkomst;
    std::vector<Uuid> objecten, personen;
};
[[nodiscard]] Gevonden zoek(poort::Gang& gang, const Verzoek& verzoek, const std::vector<Zoekterm>& termen, int hoogstens);

/// Where a row stands; none when it is not there.
struct Plaats {
    std::string dossier_soort;
    Uuid dossier;
    std::string kenmerk, regime;
};
[[nodiscard]] std::optional<Plaats> vind(poort::Gang& gang, const VerzoekId& verzoek, const Aanwijzing& wat);
/// Puts it with the request, or changes whether it belongs to it; that undoes what was decided.
void wijs_aan(poort::Gang& gang, const VerzoekId& verzoek, const Aanwijzing& wat, const Plaats& plaats);
void besluit(poort::Gang& gang, const Verzoek& verzoek, const Gegeven& gegeven, const GegevenBesluit& besluit);

/// The notices that follow from how the request stands now.
void meld_ontvangers(poort::Gang& gang, const VerzoekId& id);
[[nodiscard]] bool mag_behandelen(poort::Gang& gang, const GebruikerId& wie);
/// All versions, by activity.
[[nodiscard]] std::vector<Verwerking> verwerkingen(poort::Gang& gang);
/// False when there is no such activity.
[[nodiscard]] bool verwijs(poort::Gang& gang, const std::string& activiteit, const Dpiaverwijzing& verwijzing);
[[nodiscard]] std::vector<Compartiment> compartimenten(poort::Gang& gang);

}  // namespace damwand::betrokkene::store

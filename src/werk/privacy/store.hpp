// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/privacy/privacy.hpp"

/// The only SQL of this room.
namespace damwand::privacy::store {

/// What a kenmerk means, whoever may see it.
struct Gevonden {
    std::string soort;
    Uuid object;
    int zicht = 0;
};
[[nodiscard]] std::optional<Gevonden> vind_in_nood(poort::Gang& gang, const std::string& kenmerk);

/// The audience that holds this signaal alone, made when there is none; none when it stands in a compartment.
[[nodiscard]] std::optional<int> zonder_af(poort::Gang& gang, const Uuid& signaal);

/// The audience of the privacy officer.
[[nodiscard]] int zicht_van_toezicht(poort::Gang& gang);

void maak(poort::Gang& gang, const NoodtoegangId& id, const Gevonden& wat, const std::string& kenmerk, const std::string& reden, int minuten);
/// Those the asker may know of: his own, those to an object of his audiences, all of them for who judges. Newest first.
[[nodiscard]] std::vector<Noodtoegang> lees(poort::Gang& gang, const std::optional<NoodtoegangId>& id);
void sluit(poort::Gang& gang, const NoodtoegangId& id);
void beoordeel(poort::Gang& gang, const NoodtoegangId& id, const NoodtoegangOordeel& oordeel);

/// Looks at an object, newest first; `voor`: only older ones.
/// Of one or more objects; with their kenmerken (in the same order) each look says which it was of.
/// A file, and what is read apart from it by people who may not see it: who saw one of those saw something of it.
[[nodiscard]] std::vector<Uuid> met_kinderen(poort::Gang& gang, const Uuid& object);
[[nodiscard]] std::vector<Inzage> inzagen(poort::Gang& gang, const std::vector<Uuid>& objecten, const std::vector<std::string>& kenmerken, const std::optional<Tijdstip>& voor, int hoogstens);
struct TeVinden {
    std::string soort;
    Uuid object;
    std::string kenmerk;
};
/// What the privacy officer may ask about, by what it is called (db/code/36_toezicht.sql); empty: there is nothing of the kind.
[[nodiscard]] std::vector<TeVinden> te_vinden(poort::Gang& gang, const std::string& wat);
/// Of the asker's organisation, and of the machine that all share.
[[nodiscard]] std::vector<Incident> incidenten(poort::Gang& gang);

/// Signs of the days `van` to `tot_en_met`, newest day first, each with its last explanation.
[[nodiscard]] std::vector<Signalering> signaleringen(poort::Gang& gang, Datum van, Datum tot_en_met);
void verklaar(poort::Gang& gang, const Signalering& wat, const std::string& toelichting);

/// Of the colleague with `id`, or of all who work here, by name.
[[nodiscard]] std::vector<EigenKenmerk> eigen_kenmerken(poort::Gang& gang, const std::optional<GebruikerId>& id);
void wis(poort::Gang& gang, GebruikerId wie);

/// What somebody should have been told by today, per casus; the longest overdue first.
[[nodiscard]] std::vector<TeInformeren> te_informeren(poort::Gang& gang);
/// What was given from `van` up to and including `tot_en_met`, newest first.
[[nodiscard]] std::vector<Verstrekt> verstrekt(poort::Gang& gang, Datum van, Datum tot_en_met, int hoogstens);

}  // namespace damwand::privacy::store

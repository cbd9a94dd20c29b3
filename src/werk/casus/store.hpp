// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "werk/casus/casus.hpp"
#include "werk/casus/invoer.hpp"

/// The only SQL of the room. Every function takes the caller's transaction (in the gang) and checks nothing but what
/// the SQL itself says: organisation and audience are in every statement, permission is the caller's.
namespace damwand::casus::store {

enum class Slot { wijzigen, lezen, geen };
/// The row that decides, locked as asked; none when it is not there or not the asker's.
[[nodiscard]] std::optional<Greep> vergrendel(poort::Gang& gang, const CasusId& id, Slot slot);

// Lists.
enum class Sorteer { laatste_af, laatste_op, termijn_op, geopend_af };
struct Filter {
    std::optional<std::vector<std::string>> fasen;
    std::optional<std::string> thema;
    std::optional<GebruikerId> trekker;
    std::optional<std::string> etiket;
    std::optional<std::string> kenmerk;    ///< this one, or …
    std::optional<std::string> zoektekst;  ///< … a working name that holds this, folded
};
/// Rows after the bookmark, one more than `aantal` when there are more.
[[nodiscard]] std::vector<CasusRegel> lijst(poort::Gang& gang, const Filter& filter, Sorteer sorteer, int aantal,
                                            const std::optional<signaal::Bladwijzer>& na);
/// What the bookmark of this row is, under this sort.
[[nodiscard]] signaal::Bladwijzer bladwijzer(const CasusRegel& regel, Sorteer sorteer);
[[nodiscard]] CasusTellingen tellingen(poort::Gang& gang);

// The file itself.
[[nodiscard]] int maak_zicht(poort::Gang& gang, const CasusId& id);
void maak(poort::Gang& gang, const Greep& greep, const CasusNieuw& nieuw);
void wijzig(poort::Gang& gang, const Greep& greep, const CasusWijziging& wijziging);
void zet_plan(poort::Gang& gang, const Greep& greep, const PlanWijziging& wijziging);
/// As it is, or as it was at this version; none when it never had that.
[[nodiscard]] std::optional<Planveld> planveld(poort::Gang& gang, const Greep& greep, std::string_view veld, const std::optional<int>& versie);
[[nodiscard]] int planversie(poort::Gang& gang, const Greep& greep);
void nieuwe_versie(poort::Gang& gang, const Greep& greep);
void raak_aan(poort::Gang& gang, const Greep& greep);

// Labels.
void zet_etiket(poort::Gang& gang, const Greep& greep, const EtiketNieuw& nieuw);
/// Whether there was one.
[[nodiscard]] bool wis_etiket(poort::Gang& gang, const Greep& greep, const std::string& soort);

// Members: in the file, and in the audience that decides.
void zet_lid(poort::Gang& gang, const Greep& greep, const GebruikerId& wie, const std::optional<Datum>& tot, const std::optional<std::string>& rol);
// Guests (store_gasten.cpp).
[[nodiscard]] std::vector<Gast> gasten(poort::Gang& gang, const Greep& greep);
[[nodiscard]] std::vector<Gastorganisatie> gastorganisaties(poort::Gang& gang);
void nodig_gast_uit(poort::Gang& gang, const Greep& greep, const Uuid& id, const GebruikerId& gebruiker, const GastNieuw& nieuw, const std::string& hash);
/// False when he was withdrawn before.
bool trek_gast_in(poort::Gang& gang, const Uuid& id);
/// The last day of a guest of this casus; throws (409) `gast-niet-hier` for one of another, `gast-nog-niet-aangemeld` before he brought his code. None: no guest.
[[nodiscard]] std::optional<Datum> gast_tot(poort::Gang& gang, const Greep& greep, const GebruikerId& wie);

void verwijder_lid(poort::Gang& gang, const Greep& greep, const GebruikerId& wie);
struct Lid {
    std::optional<Datum> tot;
    std::optional<std::string> rol;
};
[[nodiscard]] std::optional<Lid> lid(poort::Gang& gang, const Greep& greep, const GebruikerId& wie);
[[nodiscard]] GebruikerId trekker(poort::Gang& gang, const Greep& greep);
/// Members without an end date who may close this file.
[[nodiscard]] std::set<GebruikerId> blijvende_sluiters(poort::Gang& gang, const Greep& greep);
[[nodiscard]] std::string naam(poort::Gang& gang, const GebruikerId& wie);

// States.
struct Stand {
    std::optional<Datum> monitor_tot, einddatum, bewaren_tot;
    std::optional<std::string> bewaar_grond;
};
void zet_fase(poort::Gang& gang, const Greep& greep, Fase fase, const Stand& stand);
void overgang(poort::Gang& gang, const Greep& greep, Fase naar, const std::string& reden,
              const std::optional<Datum>& tot);
[[nodiscard]] Stand stand(poort::Gang& gang, const Greep& greep);
[[nodiscard]] Datum geopend_op(poort::Gang& gang, const Greep& greep);
struct Bewaring {
    Datum tot;
    std::string grond;
};
/// The retention rule valid on the end date, for a casus with or without a measure; none when the organisation has not
/// set any.
[[nodiscard]] std::optional<Bewaring> bewaring(poort::Gang& gang, const Greep& greep, const Datum& einddatum);
[[nodiscard]] Datum vandaag(poort::Gang& gang);

// Sources.
struct Bronsoort {
    std::string naam, regime;
    bool intern = false;
};
[[nodiscard]] std::optional<Bronsoort> bronsoort(poort::Gang& gang, const std::string& code);
/// Now, without a lock of its own: the file is held. Throws onbekend.
[[nodiscard]] Bron bron(poort::Gang& gang, const Greep& greep, const BronId& id);
void maak_bron(poort::Gang& gang, const Greep& greep, const Bron& bron);
void wijzig_bron(poort::Gang& gang, const Greep& greep, const Bron& bron);
void verwijder_bron(poort::Gang& gang, const Greep& greep, const BronId& id);
/// What was written from this source, as strict as the source at least.
void verscherp(poort::Gang& gang, const Greep& greep, const Bron& bron);

// Privacy checks.
/// A check with the audience it stands in. Throws onbekend.
struct ToetsInZicht {
    Privacytoets toets;
    int zicht = 0;
};
[[nodiscard]] ToetsInZicht toets(poort::Gang& gang, const Greep& greep, const PrivacytoetsId& id);
void maak_toets(poort::Gang& gang, const Greep& greep, const PrivacytoetsId& id, const PrivacytoetsNieuw& nieuw,
                const std::vector<Uuid>& over);
void besluit_toets(poort::Gang& gang, const Greep& greep, const PrivacytoetsId& id, std::string_view staat,
                   const std::optional<std::string>& reden);
void kies_inhoud(poort::Gang& gang, const Greep& greep, const BronId& bron, const std::string& motivering);
/// Whether the newest decided check of this kind that names this says yes.
[[nodiscard]] bool toets_akkoord(poort::Gang& gang, const Greep& greep, std::string_view soort, const Uuid& over);
[[nodiscard]] bool is_van_voor_toets(poort::Gang& gang, const Uuid& object);
/// Once some 2A was approved, or the informatie phase is over: from then on everybody who joins is named in one.
[[nodiscard]] bool is_gedeeld(poort::Gang& gang, const Greep& greep);
[[nodiscard]] bool allen_in_2a(poort::Gang& gang, const Greep& greep);
[[nodiscard]] bool plan_heeft_2b(poort::Gang& gang, const Greep& greep);
/// Those of these that are no intervention of this casus.
/// The audiences in which these interventions stand.
[[nodiscard]] std::set<int> zichten_van(poort::Gang& gang, const Greep& greep, const std::vector<Uuid>& interventies);
[[nodiscard]] std::set<InterventieId> niet_van_casus(poort::Gang& gang, const Greep& greep,
                                                     const std::vector<InterventieId>& ids);

// Timeline and deadlines.
[[nodiscard]] Gebeurtenis voeg_toe(poort::Gang& gang, const Greep& greep, const Feit& feit);
void wis_termijn(poort::Gang& gang, std::string_view soort, const Uuid& object);

}  // namespace damwand::casus::store

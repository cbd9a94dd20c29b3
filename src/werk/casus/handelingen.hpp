// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/casus/invoer.hpp"

/// What people do to a casus, one function per verb. Each locks the file first, asks permission on it, collects every
/// fault before it writes, and leaves a line on the timeline.
namespace damwand::casus {

Casus open_casus(poort::Gang& gang, const CasusNieuw& nieuw);
Casus voeg_signaal_toe(poort::Gang& gang, const CasusSignaal& nieuw);

Casus toon(poort::Gang& gang);
Casus wijzig(poort::Gang& gang, const CasusWijziging& wijziging);
Casus wijzig_plan(poort::Gang& gang, const PlanWijziging& wijziging);
Casus ga_over(poort::Gang& gang, const CasusOvergangNieuw& overgang);

Casus plak_etiket(poort::Gang& gang, const EtiketNieuw& nieuw);
void haal_etiket_weg(poort::Gang& gang);

Casus voeg_lid_toe(poort::Gang& gang, const CasusLidNieuw& nieuw);
void verwijder_lid(poort::Gang& gang);
[[nodiscard]] Gasten toon_gasten(poort::Gang& gang);
Gast nodig_gast_uit(poort::Gang& gang, const GastNieuw& nieuw);
void trek_gast_in(poort::Gang& gang);

Bron voeg_bron_toe(poort::Gang& gang, const BronNieuw& nieuw);
Bron wijzig_bron(poort::Gang& gang, const BronWijziging& wijziging);
void verwijder_bron(poort::Gang& gang);

Privacytoets leg_toets_voor(poort::Gang& gang, const PrivacytoetsNieuw& nieuw);
Privacytoets besluit_toets(poort::Gang& gang, const PrivacytoetsBesluit& besluit);
Bron kies_inhoud(poort::Gang& gang, const InhoudkeuzeNieuw& keuze);

Gebeurtenis noteer(poort::Gang& gang, const NotitieNieuw& nieuw);
entiteit::Vermelding voeg_vermelding_toe(poort::Gang& gang, const entiteit::VermeldingNieuw& nieuw);
entiteit::Vermelding wijzig_vermelding(poort::Gang& gang, const entiteit::VermeldingWijziging& wijziging);
[[nodiscard]] entiteit::Bsn toon_bsn(poort::Gang& gang, const entiteit::BsnVraag& vraag);
void verwijder_vermelding(poort::Gang& gang);

entiteit::VerbandBron voeg_verband_toe(poort::Gang& gang, const entiteit::VerbandNieuw& nieuw);
entiteit::VerbandBron wijzig_verband(poort::Gang& gang, const entiteit::VerbandWijziging& wijziging);
void verwijder_verband(poort::Gang& gang);
[[nodiscard]] poort::Lijst<entiteit::Verband> toon_verbanden(poort::Gang& gang);

poort::Lijst<CasusRegel> toon_lijst(poort::Gang& gang);
poort::Lijst<CasusRegel> zoek(poort::Gang& gang, const CasusZoekvraag& vraag);

/// A timeline line for a change of the casus' own row, which that change has already marked as touched.
Gebeurtenis teken_aan_zonder_aanraken(poort::Gang& gang, const Greep& greep, const Feit& feit);
/// The casus as it is now, with the logs and the ETag told: what most verbs answer.
Casus antwoord(poort::Gang& gang, const Greep& greep);
/// A member of the file from now on, or with another end; nothing when that is already so. Leaves a line.
void maak_lid(poort::Gang& gang, const Greep& greep, const GebruikerId& wie, const std::optional<Datum>& tot, const std::optional<std::string>& rol = {});

[[nodiscard]] entiteit::Dossier dossier_van(const Greep& greep, const Label& label = {});

// What the checks forbid, as a 409 that says which one is missing (toetsen.cpp).
/// A source is asked, or says whether it knows something: after an approved check 1 that names it.
void eis_toets_1(poort::Gang& gang, const Greep& greep, const Bron& bron);
/// What the source knows: after the second choice.
void eis_inhoudkeuze(const Bron& bron);
/// Another participant: once the casus was shared, after an approved 2A that names him. A member stays one.
void eis_toets_2a_voor(poort::Gang& gang, const Greep& greep, const GebruikerId& wie);
/// The phases before which the casus is shared further: plan, uitvoering and bij_riec.
void eis_toetsen_voor(poort::Gang& gang, const Greep& greep, Fase naar);

}  // namespace damwand::casus

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/overleg/store.hpp"

/// What people do in a meeting, one function per verb. Each asks permission first, collects every fault before it writes, and
/// tells those who may know of it.
namespace damwand::overleg {

// Series and meetings (reeksen.cpp).
Overlegreeks maak_reeks(poort::Gang& gang, const ReeksNieuw& nieuw);
Overlegreeks wijzig_reeks(poort::Gang& gang, const ReeksWijziging& w);
Overlegreeks zet_reekslid(poort::Gang& gang, const ReeksLidNieuw& lid);
void haal_reekslid_weg(poort::Gang& gang);
poort::Lijst<Overlegreeks> toon_reeksen(poort::Gang& gang);
Overlegreeks toon_reeks(poort::Gang& gang);
poort::Lijst<OverlegRegel> toon_lijst(poort::Gang& gang);
Overleg maak(poort::Gang& gang, const OverlegNieuw& nieuw);
Overleg wijzig(poort::Gang& gang, const OverlegWijziging& w);
Overleg zet_deelnemer(poort::Gang& gang, const DeelnemerNieuw& d);
void haal_deelnemer_weg(poort::Gang& gang);
Overleg toon(poort::Gang& gang);

// The agenda fills itself (vullen.cpp).
/// Why the product would put a dossier on this agenda; none: it would not.
[[nodiscard]] std::optional<std::string> reden_voor(poort::Gang& gang, const store::Zitting& z, const Uuid& dossier);
poort::Lijst<Voorstel> toon_voorstellen(poort::Gang& gang);
Gevuld vul(poort::Gang& gang);

// What goes on paper and in a calendar (verslag.cpp, api.cpp).
http::Antwoord open_verslag(poort::Gang& gang);
http::Antwoord open_uitnodiging(poort::Gang& gang);

// The agenda (agenda.cpp).
Agendapunt voeg_punt_toe(poort::Gang& gang, const PuntNieuw& nieuw);
Agendapunt toon_punt(poort::Gang& gang);
Agendapunt wijzig_punt(poort::Gang& gang, const PuntWijziging& w);
void verwijder_punt(poort::Gang& gang);
Overleg zet_volgorde(poort::Gang& gang, const Agendavolgorde& v);
Agendapunt zet_deel(poort::Gang& gang, const DeelTekst& deel);
Agendapunt leg_toets_voor(poort::Gang& gang, const PunttoetsNieuw& nieuw);
Agendapunt besluit_toets(poort::Gang& gang, const PunttoetsBesluit& besluit);

// Linked meetings (koppelen.cpp).
Overlegreeks koppel_reeks(poort::Gang& gang);
void ontkoppel_reeks(poort::Gang& gang);
poort::Lijst<Inbrengkeuze> toon_inbreng(poort::Gang& gang);
Agendapunt breng_in(poort::Gang& gang, const InbrengNieuw& nieuw);
Agendapunt besluit_inbreng(poort::Gang& gang, const PunttoetsBesluit& besluit);

// The meeting under way (leiden.cpp).
Overleg begin(poort::Gang& gang);
Overleg sluit(poort::Gang& gang);
Overleg gelast_af(poort::Gang& gang);
Overleg zet_aanwezig(poort::Gang& gang, const Aanwezigheid& a);
Agendapunt begin_punt(poort::Gang& gang);
Agendapunt besproken(poort::Gang& gang, const Besproken& b);
Beeld toon_beeld(poort::Gang& gang);
Beeld zet_beeld(poort::Gang& gang, const BeeldStand& b);

// What is written together (bewerken.cpp).
Ontvangstbewijs bewerk(poort::Gang& gang, const BewerkingNieuw& b);

// What lands in signaal and casus as it is said (besluiten.cpp).
Agendapunt weeg(poort::Gang& gang, const OverlegwegingNieuw& nieuw);
Agendapunt besluit(poort::Gang& gang, const OverlegbesluitNieuw& nieuw);
Agendapunt leg_informatie_vast(poort::Gang& gang, const OverleginformatieNieuw& nieuw);
Agendapunt voeg_interventie_toe(poort::Gang& gang, const interventie::InterventieNieuw& nieuw);
Agendapunt voeg_actie_toe(poort::Gang& gang, const actie::ActieNieuw& nieuw);

// For these files.
/// The meeting in the path; throws onbekend (404). `slot`: held for a change.
[[nodiscard]] store::Zitting neem(poort::Gang& gang, store::Slot slot = store::Slot::lezen);
/// The same, for who leads it: throws `niet-voorzitter` (403).
[[nodiscard]] store::Zitting neem_als_leider(poort::Gang& gang);
/// Something can still change in it: throws `overleg-gesloten`, `overleg-afgelast` (409).
void eis_open(const store::Zitting& z);
/// The item in the path, locked; throws onbekend (404) when it is not there or not his.
[[nodiscard]] store::Puntstand neem_punt(poort::Gang& gang, const store::Zitting& z, store::Slot slot = store::Slot::wijzigen);
/// A series that is the asker's to lead: throws onbekend (404), `niet-voorzitter` (403).
[[nodiscard]] store::Reeksstand neem_reeks_als_leider(poort::Gang& gang, const ReeksId& id);
[[nodiscard]] Overlegreeks antwoord_reeks(poort::Gang& gang, const ReeksId& id);
/// Faults of a decision that is taken with a check.
void toets_besluit(const std::optional<std::string>& besluit, const std::optional<std::string>& reden, std::vector<VeldFout>& fouten);
/// Decides on a check 2A of this item, or takes it back; what it comes to is there at once, and told to who has it and who had it.
void besluit_over_toets(poort::Gang& gang, const store::Puntstand& p, const PunttoetsId& id, const PunttoetsBesluit& besluit);
/// The meeting as it is now, for the answer.
[[nodiscard]] Overleg antwoord(poort::Gang& gang, const OverlegId& id);
[[nodiscard]] Agendapunt antwoord(poort::Gang& gang, const store::Zitting& z, const PuntId& id);
void meld(poort::Gang& gang, const store::Zitting& z);
[[nodiscard]] std::optional<std::string> gevuld(const std::optional<Tekst<0, 2000>>& tekst);

}  // namespace damwand::overleg

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <set>

#include "werk/overleg/overleg.hpp"

/// The only SQL of the room. Organisation and audience stand in every statement; permission is the caller's.
namespace damwand::overleg::store {

enum class Slot { wijzigen, lezen };

// ── Series ──
struct Reeksstand {
    ReeksId id;
    int zicht = 0;
    GebruikerId voorzitter, secretaris;
    int versie = 1;
};
[[nodiscard]] std::optional<Reeksstand> reeks(poort::Gang& gang, const ReeksId& id, Slot slot);
/// All that the asker may see, or this one.
[[nodiscard]] std::vector<Overlegreeks> lees_reeksen(poort::Gang& gang, const std::optional<ReeksId>& id);
[[nodiscard]] ReeksId maak_reeks(poort::Gang& gang, const ReeksNieuw& nieuw, const GebruikerId& voorzitter, const GebruikerId& secretaris);
void wijzig_reeks(poort::Gang& gang, const ReeksId& id, const ReeksWijziging& w);
void zet_reekslid(poort::Gang& gang, const Reeksstand& reeks, const GebruikerId& wie, const ReeksLidNieuw& lid);
/// False when he was none.
[[nodiscard]] bool haal_reekslid_weg(poort::Gang& gang, const Reeksstand& reeks, const GebruikerId& wie);
/// Planned meetings of a series from today on.
[[nodiscard]] std::vector<OverlegId> geplande(poort::Gang& gang, const ReeksId& id);

// ── Meetings ──
/// A meeting under way in this transaction.
struct Zitting {
    OverlegId id;
    ReeksId reeks;
    int zicht = 0;
    std::string staat;
    GebruikerId voorzitter, secretaris;
    Datum datum{};
    int versie = 1;
    bool leidt = false;  ///< the asker chairs it or is its secretary, and may
};
[[nodiscard]] std::optional<Zitting> zitting(poort::Gang& gang, const OverlegId& id, Slot slot);
[[nodiscard]] std::vector<OverlegRegel> lijst(poort::Gang& gang, bool komend);
/// Without its items.
[[nodiscard]] Overleg lees(poort::Gang& gang, const Zitting& z);
/// The last day on which this series meets or met; none when it never did.
[[nodiscard]] std::optional<Datum> laatste_dag(poort::Gang& gang, const ReeksId& id);
[[nodiscard]] bool vergadert_op(poort::Gang& gang, const ReeksId& id, Datum dag);
/// A meeting with the standing members of its series.
[[nodiscard]] OverlegId maak(poort::Gang& gang, const Overlegreeks& reeks, Datum dag);
void wijzig(poort::Gang& gang, const Zitting& z, const OverlegWijziging& w);
/// The day changed: until when it may be read goes along.
void verzet(poort::Gang& gang, const Zitting& z);
void zet_staat(poort::Gang& gang, const Zitting& z, std::string_view staat);
void zet_zwart(poort::Gang& gang, const Zitting& z, bool zwart);
[[nodiscard]] bool is_zwart(poort::Gang& gang, const Zitting& z);
void zet_deelnemer(poort::Gang& gang, const Zitting& z, const GebruikerId& wie, const std::string& namens, const std::string& mandaat, const std::string& geheimhouding);
[[nodiscard]] std::set<GebruikerId> deelnemers(poort::Gang& gang, const OverlegId& id);
[[nodiscard]] bool haal_deelnemer_weg(poort::Gang& gang, const Zitting& z, const GebruikerId& wie);
/// False when he takes no part.
[[nodiscard]] bool zet_aanwezig(poort::Gang& gang, const Zitting& z, const GebruikerId& wie, std::string_view stand);
/// The kinds of these ids (by place) that are no active user with this right.
[[nodiscard]] std::vector<std::size_t> zonder_recht(poort::Gang& gang, const std::vector<GebruikerId>& wie, std::string_view recht);
[[nodiscard]] std::string naam(poort::Gang& gang, const GebruikerId& wie);
/// Of what series this meeting is.
[[nodiscard]] ReeksKort naam_van(poort::Gang& gang, const Zitting& z);

// ── Items ──
struct Puntstand {
    PuntId id;
    int zicht = 0;
    bool van_dossier = false;  ///< the asker is in the audience it stands in: of the dossier, or of the meeting for a free item
    std::optional<std::string> dossier_soort;
    std::optional<Uuid> dossier;
    std::string staat, titel;
    int versie = 1;
    std::optional<std::string> herkomst;  ///< name of the linked series that put it before this meeting
};
/// Locks it; none when it is not there or not the asker's to know of.
[[nodiscard]] std::optional<Puntstand> punt(poort::Gang& gang, const Zitting& z, const PuntId& id, Slot slot);
/// What the asker sees of the items: of all, or of this one (which then has the number 0).
[[nodiscard]] std::vector<Agendapunt> punten(poort::Gang& gang, const Zitting& z, const std::optional<PuntId>& id);
/// What the product knows of a dossier that comes on the agenda.
struct Dossierstand {
    int zicht = 0;
    std::string titel;   ///< for the table: its theme
    std::string regime;  ///< the strictest of what stands there
    bool gesloten = false;
};
[[nodiscard]] std::optional<Dossierstand> dossier(poort::Gang& gang, std::string_view soort, const Uuid& id);
/// The meeting of an item about this dossier, of which the asker may know.
[[nodiscard]] std::optional<OverlegId> overleg_van(poort::Gang& gang, const PuntId& id, const Uuid& dossier);
[[nodiscard]] bool staat_al(poort::Gang& gang, const Zitting& z, const Uuid& dossier);
[[nodiscard]] PuntId voeg_punt_toe(poort::Gang& gang, const Zitting& z, int zicht, const std::optional<PuntDossierNieuw>& dossier, const std::string& titel,
                                   std::string_view doel, int minuten, const std::string& voorbereiding, const std::optional<std::string>& reden);
void wijzig_punt(poort::Gang& gang, const Puntstand& p, const PuntWijziging& w);
void zet_puntstaat(poort::Gang& gang, const Puntstand& p, std::string_view staat);
/// Removes it with its parts. False when a check was made of it, here or at a linked meeting.
[[nodiscard]] bool verwijder_punt(poort::Gang& gang, const Puntstand& p);
void zet_volgorde(poort::Gang& gang, const std::vector<PuntId>& punten);

[[nodiscard]] bool deel_is_gegeven(poort::Gang& gang, const Puntstand& p, std::string_view soort);
void zet_deel(poort::Gang& gang, const Puntstand& p, std::string_view soort, int zicht, const std::string& tekst, const std::string& regime);
[[nodiscard]] std::set<std::string> deelsoorten_van(poort::Gang& gang, const Puntstand& p);

[[nodiscard]] PunttoetsId maak_toets(poort::Gang& gang, const Puntstand& p, const PunttoetsNieuw& nieuw);
struct Toetsstand {
    PunttoetsId id;
    std::string staat;
    int versie = 1;
};
[[nodiscard]] std::optional<Toetsstand> toets(poort::Gang& gang, const Puntstand& p, const PunttoetsId& id);
void besluit_toets(poort::Gang& gang, const Puntstand& p, const PunttoetsId& id, std::string_view staat, const std::optional<std::string>& reden);
/// What the checks of this item come to.
void verdeel(poort::Gang& gang, const Puntstand& p);

// ── Linked meetings (store_koppelen.cpp) ──
/// Adds what each of these series is linked with.
void lees_koppelingen(poort::Gang& gang, std::vector<Overlegreeks>& reeksen);
void koppel(poort::Gang& gang, const Reeksstand& reeks, const Reeksstand& naar);
/// In whatever direction. False when there was none.
[[nodiscard]] bool ontkoppel(poort::Gang& gang, const ReeksId& een, const ReeksId& ander);
/// Before which meetings this item may be put; for who leads its meeting, of a dossier that is his.
[[nodiscard]] std::vector<Inbrengkeuze> kan_inbrengen(poort::Gang& gang, const PuntId& id);
/// A copy of these parts at that meeting. None when the dossier stands on that agenda.
[[nodiscard]] std::optional<PuntId> breng_in(poort::Gang& gang, const Puntstand& p, const OverlegId& naar, const std::string& titel, std::string_view doel, int minuten, const std::vector<std::string>& delen);
/// Adds to the items of this meeting where they came from and what became of them elsewhere.
void lees_inbreng(poort::Gang& gang, const Zitting& z, std::vector<Agendapunt>& punten);
/// What this item became at a linked meeting, and where that stands; none when it was not put before one under this id.
struct Inbrengstand {
    Puntstand punt;
    OverlegId overleg;
    PunttoetsId toets;
};
[[nodiscard]] std::optional<Inbrengstand> inbreng(poort::Gang& gang, const Zitting& z, const Puntstand& herkomst, const PuntId& id);
/// What a linked meeting came to goes back to where it came from.
void teken_uitkomst_aan(poort::Gang& gang, const Uuid& besluit, const std::string& tekst);

// ── What is written together ──
/// The field of an item, held until the transaction ends: two operations on it come one after the other. Version 0 when nobody wrote.
[[nodiscard]] Puntveld houd_veld(poort::Gang& gang, const Zitting& z, const Puntstand& p, std::string_view veld);
/// What the field was at this version; none when it never had it.
[[nodiscard]] std::optional<std::string> veld_toen(poort::Gang& gang, const Puntstand& p, std::string_view veld, int versie);
void zet_veld(poort::Gang& gang, const Puntstand& p, std::string_view veld, const std::string& waarde, int versie);
/// An operation as it was sent.
struct Bewerking {
    PuntId punt;
    std::string veld, waarde;
    int gezien = 0;
};
struct Bewaard {
    Bewerking wat;
    Ontvangstbewijs bewijs;
};
/// The receipt that this user has for this key.
[[nodiscard]] std::optional<Bewaard> bewijs(poort::Gang& gang, const Uuid& sleutel);
/// `staat`: what the field became; none when it was so already, or it clashed.
void bewaar_bewijs(poort::Gang& gang, const Zitting& z, const Puntstand& p, const Uuid& sleutel, const Bewerking& wat, const Ontvangstbewijs& bewijs, const std::optional<std::string>& staat);
/// Whether this field of this item was written before in this meeting.
[[nodiscard]] bool is_geschreven(poort::Gang& gang, const Puntstand& p, std::string_view veld);
/// Who wrote this version of a field of the plan.
[[nodiscard]] toegang::Collega planschrijver(poort::Gang& gang, const CasusId& casus);

// ── Decisions ──
void leg_besluit_vast(poort::Gang& gang, const Zitting& z, const Puntstand& p, const Uuid& id, std::string_view soort, const std::string& tekst, const std::optional<Datum>& tot,
                      const std::vector<StandpuntNieuw>& standpunten);
/// Earlier meetings of the same series that the asker may see, the last first.
[[nodiscard]] std::vector<Uuid> voorgaande(poort::Gang& gang, const Zitting& z);
/// Dossiers of items that an earlier meeting of this series did not reach, and that the asker may see, with their kind.
[[nodiscard]] std::vector<PuntDossierNieuw> doorgeschoven(poort::Gang& gang, const Zitting& z);
/// Dossiers of which an action is overdue, that the asker may see.
[[nodiscard]] std::vector<PuntDossierNieuw> met_late_actie(poort::Gang& gang);
/// Dossiers on this agenda that the asker may see.
[[nodiscard]] std::set<Uuid> op_agenda(poort::Gang& gang, const Zitting& z);
/// When it begins and ends, in minutes since midnight in Amsterdam.
struct Tijden {
    int begin = 0, eind = 0;
};
[[nodiscard]] Tijden tijden(poort::Gang& gang, const Zitting& z);
/// What overleg::uitnodiging says.
[[nodiscard]] std::optional<post::Uitnodiging> uitnodiging(db::Transactie& tx, const Uuid& uit);
/// A name in a list of codes; the code itself when it has none.
[[nodiscard]] std::optional<std::string> codenaam(poort::Gang& gang, std::string_view lijst, std::string_view code);

// ── The meeting under way ──
void begin_punt(poort::Gang& gang, const Zitting& z, const PuntId& id);
void sluit(poort::Gang& gang, const Zitting& z);
/// Puts its items off to a next one, and takes back what its checks gave.
void gelast_af(poort::Gang& gang, const Zitting& z);
void werk_gehoord_bij(poort::Gang& gang, const Zitting& z);
/// Kinds of the parts that everybody who is there sees, of the item that is on.
[[nodiscard]] std::set<std::string> gedeeld(poort::Gang& gang, const Zitting& z);
/// Names of who is there and may hear nothing of this item.
[[nodiscard]] std::vector<toegang::Collega> zonder_2a(poort::Gang& gang, const Zitting& z, const PuntId& id);
void meld_punt(poort::Gang& gang, const PuntId& id, int versie);

}  // namespace damwand::overleg::store

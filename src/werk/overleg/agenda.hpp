// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/overleg/reeks.hpp"

/// A meeting and its agenda: items in parts, the check 2A that says who sees which, who was there, and what the shared screen shows. Part of the room's front door (overleg.hpp).
namespace damwand::overleg {

inline constexpr std::array<std::string_view, 6> deelsoorten{"kern", "toelichting", "personen", "adressen", "bronnen", "voorgenomen"};
inline constexpr std::array<std::string_view, 3> doelen{"informeren", "verrijken", "besluiten"};
inline constexpr std::array<std::string_view, 4> standen{"aanwezig", "laat", "afwezig", "vertrokken"};

struct OverlegRegel {
    OverlegId id;
    ReeksKort reeks;
    Datum datum{};
    Tijdstip begin, eind;
    std::string plaats, staat;
    toegang::Collega voorzitter, secretaris;
    int aantal_punten = 0;  ///< that the asker sees
    int versie = 1;
};
BOOST_DESCRIBE_STRUCT(OverlegRegel, (), (id, reeks, datum, begin, eind, plaats, staat, voorzitter, secretaris, aantal_punten, versie))

struct OverlegIk {
    std::string rol;  ///< voorzitter, secretaris or deelnemer
    bool mag_leiden = false;
};
BOOST_DESCRIBE_STRUCT(OverlegIk, (), (rol, mag_leiden))

struct Deelnemer {
    toegang::Collega gebruiker;
    std::string organisatie, mandaat, geheimhouding;
    std::optional<std::string> aanwezig;  ///< aanwezig, laat, afwezig or vertrokken
    std::optional<Tijdstip> sinds;
};
BOOST_DESCRIBE_STRUCT(Deelnemer, (), (gebruiker, organisatie, mandaat, geheimhouding, aanwezig, sinds))

struct PuntDossier {
    std::string soort;
    Uuid id;
    std::string kenmerk, naam;
};
BOOST_DESCRIBE_STRUCT(PuntDossier, (), (soort, id, kenmerk, naam))

struct Agendadeel {
    std::string soort, tekst, regime;
    int versie = 1;
};
BOOST_DESCRIBE_STRUCT(Agendadeel, (), (soort, tekst, regime, versie))

/// What a participant sees of an item; `van_dossier`: all of it.
struct Puntverdeling {
    toegang::Collega gebruiker;
    bool van_dossier = false;
    std::vector<std::string> delen;
};
BOOST_DESCRIBE_STRUCT(Puntverdeling, (), (gebruiker, van_dossier, delen))

struct PuntverdelingNieuw {
    GebruikerId gebruiker;
    std::vector<Code> delen;
};
BOOST_DESCRIBE_STRUCT(PuntverdelingNieuw, (), (gebruiker, delen))

/// Privacy check 2A of an item.
struct Agendatoets {
    PunttoetsId id;
    std::vector<PuntverdelingNieuw> leden;
    std::string grondslag, verenigbaarheid, noodzaak, proportionaliteit;
    std::string staat;  ///< voorgelegd, akkoord, niet_akkoord or ingetrokken
    std::optional<std::string> reden;
    toegang::Collega door;
    Tijdstip op;
    std::optional<toegang::Collega> besloten_door;
    std::optional<Tijdstip> besloten_op;
    int versie = 1;
};
BOOST_DESCRIBE_STRUCT(Agendatoets, (), (id, leden, grondslag, verenigbaarheid, noodzaak, proportionaliteit, staat, reden, door, op, besloten_door, besloten_op, versie))

/// A field of an item that several people write in: aantekening, besluittekst; of a casus whose plan is his: hypothese, doel, strategie.
struct Puntveld {
    std::string veld, waarde;
    int versie = 0;  ///< what an edit says it saw; 0: nobody wrote anything
    std::optional<toegang::Collega> door;
    std::optional<Tijdstip> op;
};
BOOST_DESCRIBE_STRUCT(Puntveld, (), (veld, waarde, versie, door, op))

struct Standpunt {
    toegang::Collega gebruiker;
    bool eens = true;
    std::optional<std::string> reden;
};
BOOST_DESCRIBE_STRUCT(Standpunt, (), (gebruiker, eens, reden))

struct Overlegbesluit {
    Uuid id;
    std::string soort;  ///< weging, afsluiten, monitoren, riec, terug_informatie, plan_vaststellen, naar_uitvoering, casus_openen, niet_oppakken or anders
    std::string tekst;
    std::optional<Datum> tot;
    std::vector<Standpunt> standpunten;
    toegang::Collega door;
    Tijdstip op;
};
BOOST_DESCRIBE_STRUCT(Overlegbesluit, (), (id, soort, tekst, tot, standpunten, door, op))

/// An item that was put before a linked meeting, as it stands at the item it came from: for whom the dossier is.
struct Ingebracht {
    PuntId id;          ///< of the item there
    std::string reeks;  ///< name of the series
    Datum datum{};
    std::string staat;  ///< of the item there
    PunttoetsId toets;  ///< its newest check 2A
    std::string toets_staat;
    int toets_versie = 1;
    std::vector<Overlegbesluit> uitkomsten;
};
BOOST_DESCRIBE_STRUCT(Ingebracht, (), (id, reeks, datum, staat, toets, toets_staat, toets_versie, uitkomsten))

/// A decision on an item, and why it cannot be taken now; none: it can. `fase`: where the dossier stands does not lead there; `weging`: it is
/// not weighed to the end yet; `recht`: the asker may not; `dossier`: the dossier is not his.
struct Besluitkeuze {
    std::string soort;
    std::optional<std::string> niet;
};
BOOST_DESCRIBE_STRUCT(Besluitkeuze, (), (soort, niet))

struct Agendapunt {
    PuntId id;
    int nummer = 0;     ///< in the asker's view
    std::string soort;  ///< signaal, casus or vrij
    std::optional<PuntDossier> dossier;  ///< for whom the dossier is
    std::string titel;                   ///< for this table: everybody who sees the item sees it
    std::string doel;
    int minuten = 5;
    std::string voorbereiding;
    std::optional<std::string> reden;  ///< code: why the product proposed it; for whom the dossier is
    std::string staat;
    std::optional<Tijdstip> begonnen_op;
    std::vector<Agendadeel> delen;
    std::vector<Puntveld> velden;
    std::vector<Overlegbesluit> besluiten;   ///< in the order they were taken
    std::vector<actie::ActieRegel> acties;   ///< agreed here, that the asker may see
    std::optional<std::vector<Agendatoets>> toetsen;    ///< newest first; for who leads, of a dossier that is his
    std::optional<std::vector<Puntverdeling>> verdeling;  ///< the same
    std::optional<std::vector<toegang::Collega>> waarschuwing;  ///< who is there and may hear nothing of it; for who leads
    std::optional<std::vector<Besluitkeuze>> keuzes;            ///< what can be decided on it now; for who leads, while the meeting is on
    std::optional<std::string> herkomst;     ///< name of the linked series that put it before this meeting
    std::vector<Ingebracht> ingebracht;      ///< before which linked meetings it was put, and what they came to; for whom the dossier is
    int versie = 1;
};
BOOST_DESCRIBE_STRUCT(Agendapunt, (), (id, nummer, soort, dossier, titel, doel, minuten, voorbereiding, reden, staat, begonnen_op, delen, velden, besluiten, acties, toetsen, verdeling, waarschuwing, keuzes, herkomst, ingebracht, versie))

struct Overleg {
    OverlegId id;
    ReeksKort reeks;
    Datum datum{};
    Tijdstip begin, eind;
    std::string plaats, staat;
    toegang::Collega voorzitter, secretaris;
    OverlegIk ik;
    std::optional<Tijdstip> begonnen_op, gesloten_op;
    std::vector<Deelnemer> deelnemers;
    std::vector<Agendapunt> punten;
    std::optional<PuntId> huidig;
    std::vector<actie::ActieRegel> voorgaande_acties;  ///< still open, of earlier meetings of this series
    int versie = 1;
};
BOOST_DESCRIBE_STRUCT(Overleg, (), (id, reeks, datum, begin, eind, plaats, staat, voorzitter, secretaris, ik, begonnen_op, gesloten_op, deelnemers, punten, huidig, voorgaande_acties, versie))

// ── What goes in ────────────────────────────────────────────────────────────────────────────────────────────────────

struct OverlegNieuw {
    ReeksId reeks;
    std::optional<Datum> datum;  ///< the next of the rhythm when none
};
BOOST_DESCRIBE_STRUCT(OverlegNieuw, (), (reeks, datum))

struct OverlegWijziging {
    Wijziging<Datum> datum;
    Wijziging<Tekst<5, 5>> begin;
    Wijziging<Getal<5, 600>> duur_minuten;
    Wijziging<Tekst<0, 200>> plaats;
    Wijziging<GebruikerId> voorzitter, secretaris;
};
BOOST_DESCRIBE_STRUCT(OverlegWijziging, (), (datum, begin, duur_minuten, plaats, voorzitter, secretaris))

struct DeelnemerNieuw {
    std::optional<Tekst<0, 100>> organisatie;
    std::optional<Tekst<0, 300>> mandaat;
    Code geheimhouding;
};
BOOST_DESCRIBE_STRUCT(DeelnemerNieuw, (), (organisatie, mandaat, geheimhouding))

struct PuntDossierNieuw {
    Code soort;
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(PuntDossierNieuw, (), (soort, id))

struct PuntNieuw {
    std::optional<PuntDossierNieuw> dossier;  ///< none: a free item, for everybody
    std::optional<Tekst<0, 150>> titel;       ///< of a dossier: its theme when none
    std::optional<Code> doel;
    std::optional<Getal<1, 240>> minuten;
    std::optional<Tekst<0, 4000>> voorbereiding;
};
BOOST_DESCRIBE_STRUCT(PuntNieuw, (), (dossier, titel, doel, minuten, voorbereiding))

struct PuntWijziging {
    Wijziging<Tekst<1, 150>> titel;
    Wijziging<Code> doel;
    Wijziging<Getal<1, 240>> minuten;
    Wijziging<Tekst<0, 4000>> voorbereiding;
};
BOOST_DESCRIBE_STRUCT(PuntWijziging, (), (titel, doel, minuten, voorbereiding))

struct Agendavolgorde {
    std::vector<PuntId> punten;  ///< those that the asker sees, all of them, in the order he wants
};
BOOST_DESCRIBE_STRUCT(Agendavolgorde, (), (punten))

struct DeelTekst {
    Tekst<0, 4000> tekst;          ///< empty: it goes
    std::optional<Code> regime;    ///< stricter than the dossier's own, when it was taken from something stricter
};
BOOST_DESCRIBE_STRUCT(DeelTekst, (), (tekst, regime))

struct PunttoetsNieuw {
    std::vector<PuntverdelingNieuw> leden;
    Tekst<1, 4000> grondslag, verenigbaarheid, noodzaak, proportionaliteit;
    std::optional<Code> besluit;  ///< akkoord or niet_akkoord, by who may decide
    std::optional<Tekst<0, 2000>> reden;
};
BOOST_DESCRIBE_STRUCT(PunttoetsNieuw, (), (leden, grondslag, verenigbaarheid, noodzaak, proportionaliteit, besluit, reden))

struct PunttoetsBesluit {
    Code staat;  ///< akkoord, niet_akkoord or ingetrokken
    std::optional<Tekst<0, 2000>> reden;
};
BOOST_DESCRIBE_STRUCT(PunttoetsBesluit, (), (staat, reden))

/// A meeting of a linked series before which an item may be put, and who will be there.
struct Inbrengdeelnemer {
    toegang::Collega gebruiker;
    bool leidt = false;
    bool van_dossier = false;  ///< sees all of the dossier without a check
};
BOOST_DESCRIBE_STRUCT(Inbrengdeelnemer, (), (gebruiker, leidt, van_dossier))

struct Inbrengkeuze {
    OverlegId overleg;
    std::string reeks;
    Datum datum{};
    std::vector<Inbrengdeelnemer> deelnemers;
};
BOOST_DESCRIBE_STRUCT(Inbrengkeuze, (), (overleg, reeks, datum, deelnemers))

/// Puts an item before a linked meeting: the parts that its check 2A gives to somebody there, and no others.
struct InbrengNieuw {
    OverlegId naar;
    std::optional<Tekst<0, 150>> titel;  ///< that of the item when none
    std::optional<Code> doel;
    std::optional<Getal<1, 240>> minuten;
    std::vector<PuntverdelingNieuw> leden;
    Tekst<1, 4000> grondslag, verenigbaarheid, noodzaak, proportionaliteit;
    std::optional<Code> besluit;  ///< akkoord or niet_akkoord, by who may decide
    std::optional<Tekst<0, 2000>> reden;
};
BOOST_DESCRIBE_STRUCT(InbrengNieuw, (), (naar, titel, doel, minuten, leden, grondslag, verenigbaarheid, noodzaak, proportionaliteit, besluit, reden))

struct Aanwezigheid {
    Code stand;
};
BOOST_DESCRIBE_STRUCT(Aanwezigheid, (), (stand))

struct Besproken {
    std::optional<bool> doorschuiven;
};
BOOST_DESCRIBE_STRUCT(Besproken, (), (doorschuiven))

/// What the shared screen shows: of the item that is on only what everybody who is there sees.
struct Beeld {
    std::optional<std::string> titel;  ///< none: nothing is on, or it is discussed without a picture
    bool zonder_beeld = false;         ///< an item is on, and there is nothing of it that everybody may see
    std::vector<Agendadeel> delen;
    std::optional<std::string> besluittekst;  ///< what is being written as the decision; none: nothing, or without a picture
    bool zwart = false;
};
BOOST_DESCRIBE_STRUCT(Beeld, (), (titel, zonder_beeld, delen, besluittekst, zwart))

struct BeeldStand {
    bool zwart = false;
};
BOOST_DESCRIBE_STRUCT(BeeldStand, (), (zwart))

/// What the product would put on the agenda, and why.
struct Voorstel {
    PuntDossier dossier;
    std::string reden;  ///< te_wegen, heroverwegen, casus_openen, besluit_nodig, toets_nodig, termijn_voorbij, actie_te_laat or doorgeschoven
    std::string doel;
    int minuten = 5;
};
BOOST_DESCRIBE_STRUCT(Voorstel, (), (dossier, reden, doel, minuten))

/// What filling the agenda came to.
struct Gevuld {
    std::vector<Voorstel> toegevoegd;
    Overleg overleg;
};
BOOST_DESCRIBE_STRUCT(Gevuld, (), (toegevoegd, overleg))

}  // namespace damwand::overleg

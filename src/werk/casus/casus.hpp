// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/json.hpp"
#include "base/tijd.hpp"
#include "platform/poort/poort.hpp"
#include "platform/toegang/toegang.hpp"
#include "werk/signaal/signaal.hpp"

/// The casus: one situation under the municipality's direction, from picture and plan to closing and archive
/// (domein.md §1, fase 2 to 4). Nobody sees a casus but its members.
namespace damwand::casus {

// ---- the state machine -----------------------------------------------------------------------------------------

enum class Fase { informatie, plan, uitvoering, bij_riec, monitoring, afronding, archief, vernietigd };
inline constexpr std::array alle_fasen{Fase::informatie, Fase::plan,      Fase::uitvoering, Fase::bij_riec,
                                       Fase::monitoring, Fase::afronding, Fase::archief,    Fase::vernietigd};
[[nodiscard]] std::string_view code(Fase fase) noexcept;
[[nodiscard]] std::optional<Fase> lees_fase(std::string_view code) noexcept;
/// In the archive or gone: the file says what it said, and only reopening changes that.
[[nodiscard]] constexpr bool gesloten(Fase fase) noexcept { return fase == Fase::archief || fase == Fase::vernietigd; }

/// One allowed transition. `recht` is needed besides the route's own; empty: no user may make it.
struct Rand {
    Fase van, naar;
    std::string_view recht;
    std::string_view waarom;  ///< why this edge exists, with its source
};
/// Every allowed edge; what is not here is forbidden.
[[nodiscard]] std::span<const Rand> randen() noexcept;
[[nodiscard]] const Rand* rand(Fase van, Fase naar) noexcept;
/// The phases a user may choose next. Depends on the phase alone: not on the day, not on who asks.
[[nodiscard]] std::vector<std::string> stappen(Fase van);

// ---- what the API shows ----------------------------------------------------------------------------------------

/// The first thing that is due: an open request to a source, an open intervention, or the end of monitoring.
struct CasusTermijn {
    Datum datum;
    std::string wat;    ///< as typed; empty for monitoring
    std::string soort;  ///< bron, interventie or monitoring
};
BOOST_DESCRIBE_STRUCT(CasusTermijn, (), (datum, wat, soort))

struct CasusRegel {
    CasusId id;
    std::string kenmerk, werknaam, thema, fase;
    toegang::Collega trekker;
    Tijdstip geopend_op, laatste_activiteit;
    int aantal_signalen = 0;
    std::optional<CasusTermijn> eerste_termijn;
    std::optional<Datum> monitor_tot, einddatum, bewaren_tot;
    std::vector<std::string> etiketten;  ///< codes of its labels: betekenisvol, buikpijn
    int versie = 0;
};
BOOST_DESCRIBE_STRUCT(CasusRegel, (),
                      (id, kenmerk, werknaam, thema, fase, trekker, geopend_op, laatste_activiteit, aantal_signalen,
                       eerste_termijn, monitor_tot, einddatum, bewaren_tot, etiketten, versie))

/// Why a casus is more than its turn in the queue (domein.md, R §2): `betekenisvol`, one that says something about a whole
/// district; `buikpijn`, a gut feeling without facts yet.
struct Etiket {
    std::string soort, reden;
    toegang::Collega door;
    Tijdstip op;
};
BOOST_DESCRIBE_STRUCT(Etiket, (), (soort, reden, door, op))
[[nodiscard]] bool is_etiket(std::string_view soort) noexcept;

struct CasusLid {
    toegang::Collega gebruiker;
    std::optional<Datum> tot;  ///< last day of access
    std::optional<std::string> rol;  ///< in the team: stamcode teamrol; trekker of who leads
};
BOOST_DESCRIBE_STRUCT(CasusLid, (), (gebruiker, tot, rol))

/// Plan van aanpak: what is going on, what is to be reached, and how.
struct CasusPlan {
    std::string hypothese, doel, strategie;
    int versie = 0;
};
BOOST_DESCRIBE_STRUCT(CasusPlan, (), (hypothese, doel, strategie, versie))

struct Casus : CasusRegel {
    std::string beeld;
    std::optional<std::string> bewaar_grond;  ///< the retention rule that applied at closing
    std::vector<CasusLid> leden;
    CasusPlan plan;
    std::vector<std::string> stappen;
    std::vector<Etiket> waarom_etiket;  ///< the same labels, each with its reason
    int minderjarigen = 0;              ///< people named in it or its signalen, as far as the asker may see, who are under eighteen today
};
BOOST_DESCRIBE_STRUCT(Casus, (CasusRegel), (beeld, bewaar_grond, leden, plan, stappen, waarom_etiket, minderjarigen))

/// The second choice on a source that knows something: to ask what it knows, and why that is needed.
struct Inhoudkeuze {
    std::string motivering;
    toegang::Collega door;
    Tijdstip op;
};
BOOST_DESCRIBE_STRUCT(Inhoudkeuze, (), (motivering, door, op))

/// A source that was or will be consulted, each under its own regime. It first answers `bekend` or `niets_bekend`; what it
/// knows comes after `inhoud` was chosen.
struct Bron {
    BronId id;
    std::string bronsoort, naam;
    bool intern = false;
    std::string vraag, grondslag, regime, status;
    std::optional<Tijdstip> gevraagd_op;
    std::optional<Datum> termijn;
    std::optional<std::string> antwoord;
    std::optional<Tijdstip> antwoord_op;
    std::optional<Datum> peildatum;  ///< as of when the answer is true; none before there is one
    std::string doorgifte;
    std::optional<std::string> doorgifte_reden;
    std::optional<Inhoudkeuze> inhoud;
    bool van_voor_toets = false;  ///< asked before there were privacy checks
    toegang::Collega door;
    Tijdstip op;
    int versie = 0;
};
BOOST_DESCRIBE_STRUCT(Bron, (),
                      (id, bronsoort, naam, intern, vraag, grondslag, regime, status, gevraagd_op, termijn, antwoord,
                       antwoord_op, peildatum, doorgifte, doorgifte_reden, inhoud, van_voor_toets, door, op, versie))
/// True while an answer is awaited: its term then counts.
[[nodiscard]] bool wacht_op_antwoord(const Bron& bron) noexcept;
/// A source of personal data is asked only after privacy check 1. Exempt is what anybody may look up: a kind that is open by
/// itself, asked as an open source.
[[nodiscard]] constexpr bool vraagt_toets(std::string_view regime, std::string_view regime_van_soort) noexcept {
    return regime != "open" || regime_van_soort != "open";
}

/// A privacy check of the model protocol (recht.md §1.1.2): 1 before a source is asked, 2a before the casus is shared with
/// colleagues, 2b before an intervention begins or the casus goes to the RIEC. Its four grounds are never edited: a newer
/// check about the same thing takes its place.
struct Privacytoets {
    PrivacytoetsId id;
    std::string soort;                        ///< 1, 2a or 2b
    std::optional<BronId> bron;               ///< of 1
    std::vector<toegang::Collega> leden;      ///< of 2a
    std::vector<InterventieId> interventies;  ///< of 2b
    bool riec = false;                        ///< of 2b
    std::string grondslag, verenigbaarheid, noodzaak, proportionaliteit;
    std::string staat;                 ///< voorgelegd, akkoord, niet_akkoord or ingetrokken
    std::optional<std::string> reden;  ///< of the decision
    toegang::Collega door;
    Tijdstip op;
    std::optional<toegang::Collega> besloten_door;
    std::optional<Tijdstip> besloten_op;
    int versie = 0;
};
BOOST_DESCRIBE_STRUCT(Privacytoets, (),
                      (id, soort, bron, leden, interventies, riec, grondslag, verenigbaarheid, noodzaak,
                       proportionaliteit, staat, reden, door, op, besloten_door, besloten_op, versie))
/// The states a decision may bring a check in; nothing else changes it.
[[nodiscard]] bool kan_worden(std::string_view staat, std::string_view besluit) noexcept;

/// One line of the timeline: who did what, when and why. `gegevens` holds ids and codes. Its label is that of what it was taken
/// from when that became stricter since; `wanneer` is the day as of which it is true.
struct Gebeurtenis {
    Uuid id;
    std::string soort;
    std::optional<std::string> tekst;
    boost::json::value gegevens;
    Tijdstip wanneer, vastgelegd_op;
    toegang::Collega door;
    std::string regime, bron;  ///< bron: where it came from, in words; empty when nobody said
    std::optional<BronId> uit_bron;
    std::optional<DocumentId> uit_document;
    std::string doorgifte;
    std::optional<std::string> doorgifte_reden;
};
BOOST_DESCRIBE_STRUCT(Gebeurtenis, (),
                      (id, soort, tekst, gegevens, wanneer, vastgelegd_op, door, regime, bron, uit_bron, uit_document, doorgifte, doorgifte_reden))

/// A deadline in the list of work.
struct Werktermijn {
    CasusId casus;
    std::string kenmerk, werknaam, soort;
    Uuid object;
    std::string wat;
    Datum datum;
};

/// A privacy check that waits for a decision, in the list of work.
struct Werktoets {
    CasusId casus;
    std::string kenmerk, werknaam;
    PrivacytoetsId id;
    std::string soort;
    toegang::Collega door;
    Tijdstip op;
};

// ---- for the rooms after this one ------------------------------------------------------------------------------

std::vector<poort::Route> routes();

/// A casus held by this transaction: the subject may do to it what the route asks (checked).
struct Greep {
    CasusId id;
    int zicht = 0;
    Fase fase = Fase::informatie;
    int versie = 0;
    std::string kenmerk, werknaam;
    bool apart = false;  ///< `zicht` is a compartment of the casus: what happens there does not show outside it
};
using entiteit::heeft_compartiment;
/// The file as something under this regime sees it: its compartment, or the file itself. Adds a fault at `veld` when the
/// asker's roles, or what he is doing, do not open it.
[[nodiscard]] Greep in_compartiment(poort::Gang& gang, const Greep& greep, const std::string& regime, std::string_view veld,
                                    std::vector<VeldFout>& fouten);
/// Locks the file for a change. Every writer calls it before its first write, so that "as known on X" is exact.
/// Throws onbekend (404), verboden (403) and `casus-gesloten` (409) when it lies in the archive.
[[nodiscard]] Greep grijp(poort::Gang& gang, const CasusId& id);
/// Holds the file still for a reader who needs one moment of it all; writers wait.
[[nodiscard]] Greep houd_stil(poort::Gang& gang, const CasusId& id);

// What mentions, ties, notes and interventions share.
/// What a fact was taken from; none when that is not there for the asker.
[[nodiscard]] std::optional<entiteit::Herkomst> herkomst_van(poort::Gang& gang, const Greep& greep, const std::optional<BronId>& bron,
                                                             const std::optional<DocumentId>& document);
/// The same for a fact that comes in, with a fault when it is not there.
[[nodiscard]] std::optional<entiteit::Herkomst> kies_herkomst(poort::Gang& gang, const Greep& greep, const std::optional<BronId>& bron,
                                                              const std::optional<DocumentId>& document, std::vector<VeldFout>& fouten);
/// Where something under this regime stands already.
[[nodiscard]] Greep plaats_van(poort::Gang& gang, const Greep& greep, const std::string& regime);

/// What in a text would be recognised as somebody or something of this casus: over what the asker may see.
struct Herkenning {
    std::string soort;  ///< stamcode vermeldingsoort, or kenmerk
    std::string woord;
};
BOOST_DESCRIBE_STRUCT(Herkenning, (), (soort, woord))
[[nodiscard]] std::vector<Herkenning> herkenbaar(poort::Gang& gang, const CasusId& id, const std::string& tekst);

/// What the timeline will say.
struct Feit {
    std::string_view soort;
    std::optional<std::string> tekst{};
    boost::json::value gegevens = boost::json::object{};
    std::optional<Tijdstip> wanneer{};  ///< none: now
    Label label{};  ///< in a compartment: that one's, and not to be passed on, when it is less strict
    std::string_view bron{};
    std::optional<BronId> uit_bron{};
    std::optional<DocumentId> uit_document{};
};
/// Appends to the timeline, marks the casus as touched and tells listeners. Returns the line.
Gebeurtenis teken_aan(poort::Gang& gang, const Greep& greep, const Feit& feit);

/// Sets, moves or (none) removes the one deadline of an object of this file.
void zet_termijn(poort::Gang& gang, const Greep& greep, std::string_view soort, const Uuid& object,
                 std::string_view wat, const std::optional<Datum>& datum);
/// The first line of a text, at most 120 characters: what a deadline is called.
[[nodiscard]] std::string kort(std::string_view tekst);

/// The casus as known at `moment` (now when none); `eerste_termijn` only when now. Throws onbekend before it existed.
[[nodiscard]] Casus lees(poort::Gang& gang, const Greep& greep, const std::optional<Tijdstip>& moment);
[[nodiscard]] std::vector<Bron> lees_bronnen(poort::Gang& gang, const Greep& greep,
                                             const std::optional<Tijdstip>& moment);
[[nodiscard]] std::vector<Privacytoets> lees_toetsen(poort::Gang& gang, const Greep& greep,
                                                     const std::optional<Tijdstip>& moment);
/// Throws `privacytoets-2b-ontbreekt` (409) unless privacy check 2B says that this intervention may begin.
void eis_toets_2b(poort::Gang& gang, const Greep& greep, const InterventieId& interventie);
/// Throws `toets-ligt-vast` (409) when an approved check holds for this as it is.
void eis_geen_toets(poort::Gang& gang, const Greep& greep, std::string_view soort, const Uuid& over);
[[nodiscard]] std::vector<Gebeurtenis> lees_tijdlijn(poort::Gang& gang, const Greep& greep,
                                                     const std::optional<Tijdstip>& moment);
/// What a meeting does to a casus: each locks it, asks permission for it with the route's own right and with what the step itself
/// asks, and does what the user's own verb does, without a version that somebody saw. `erbij` goes into the timeline's data.
struct Overstap {
    Fase naar = Fase::informatie;
    std::string reden;
    std::optional<Datum> tot{};  ///< for monitoring
    boost::json::object erbij{};
};
void laat_overgaan(poort::Gang& gang, const CasusId& id, const Overstap& stap);
struct Opening {
    std::vector<SignaalId> signalen;
    std::string werknaam, thema;
    GebruikerId trekker;
    std::vector<GebruikerId> leden{};
};
CasusId open(poort::Gang& gang, const Opening& opening);
/// A field of the plan: hypothese, doel or strategie. Null `versie`: as it is now. No row when the plan never had that version.
struct Planveld {
    std::string waarde;
    int versie = 0;  ///< of the whole plan
};
[[nodiscard]] std::optional<Planveld> lees_planveld(poort::Gang& gang, const Greep& greep, std::string_view veld, const std::optional<int>& versie);
/// Returns the new version. `aantekenen`: a line in the timeline; without one the members are told all the same.
int zet_planveld(poort::Gang& gang, const Greep& greep, std::string_view veld, const std::string& waarde, bool aantekenen, boost::json::object erbij);

/// The earliest of these; ties by kind and name of the object's id are the caller's order.
[[nodiscard]] std::optional<CasusTermijn> eerste(const std::vector<CasusTermijn>& termijnen);

/// A casus in a list of another room.
struct CasusKort {
    CasusId id;
    std::string kenmerk, werknaam, fase;
};
BOOST_DESCRIBE_STRUCT(CasusKort, (), (id, kenmerk, werknaam, fase))
/// Those of these that the asker may see, in no order. Tells the logs nothing: the caller does, of what it shows.
[[nodiscard]] std::vector<CasusKort> lees_kort(poort::Gang& gang, const std::vector<CasusId>& ids);
/// Files of the asker that ask for a decision by their phase: a plan to be agreed on, a file to be closed. The longest still first.
[[nodiscard]] std::vector<CasusKort> lees_wachtend(poort::Gang& gang, int hoogstens);
/// An address of the BAG that a casus is about (of one of its signalen) or names, for a map.
struct CasusPlek {
    CasusId id;
    std::string kenmerk, werknaam, fase;
    std::string nummeraanduiding;
};
/// Of the files the subject belongs to, the last worked on first; each once per address. `adressen` (16 digits): only those of these.
[[nodiscard]] std::vector<CasusPlek> plekken(poort::Gang& gang, int hoogstens, const std::optional<std::vector<std::string>>& adressen = {});
/// Deadlines in the files the subject belongs to, earliest first.
[[nodiscard]] std::vector<Werktermijn> lees_termijnen(poort::Gang& gang, int hoogstens);
/// Privacy checks in the open files the subject belongs to that wait for a decision, the longest first; none for whom may not
/// decide.
[[nodiscard]] std::vector<Werktoets> lees_te_besluiten(poort::Gang& gang, int hoogstens);
/// Open files the subject belongs to.
[[nodiscard]] int tel_open(poort::Gang& gang);

/// A guest of the casus. `staat`: uitgenodigd, opgenomen (signed in at home with the code), lid, voorbij or ingetrokken.
struct Gast {
    Uuid id;
    GebruikerId gebruiker;
    std::string naam, organisatie, staat;
    Datum tot{};
    std::optional<std::string> code;  ///< in the answer to the invitation only
};
BOOST_DESCRIBE_STRUCT(Gast, (), (id, gebruiker, naam, organisatie, staat, tot, code))
struct Gastorganisatie {
    std::string code, naam;
};
BOOST_DESCRIBE_STRUCT(Gastorganisatie, (), (code, naam))
/// `organisaties`: those who can be asked for a guest.
struct Gasten {
    std::vector<Gast> resultaten;
    std::vector<Gastorganisatie> organisaties;
};
BOOST_DESCRIBE_STRUCT(Gasten, (), (resultaten, organisaties))

/// A colleague somebody points at: `veld` is the JSON pointer.
struct Aangewezen {
    std::string veld;
    GebruikerId gebruiker;
};
/// Adds a fault for each who is not active here or may not read a casus.
void controleer_collegas(poort::Gang& gang, const std::vector<Aangewezen>& wie, std::vector<VeldFout>& fouten);

}  // namespace damwand::casus

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "platform/poort/poort.hpp"
#include "werk/entiteit/entiteit.hpp"

/// A signaal: what somebody saw, and the three questions a team asks about it (domein.md §1, fase 1).
namespace damwand::signaal {

// ── States ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/// By which door an edge may be taken.
enum class Deur {
    overgang,  ///< a person says so, POST …/overgangen
    weging,    ///< the outcome of a weighing
    casus,     ///< the casus room, when a casus is opened or joined
    archief    ///< destruction, never through this room
};

/// One allowed change of state. `triage` edges leave `nieuw` by way of `in_weging`: both changes are recorded.
struct Rand {
    std::string_view van, naar;
    Deur deur;
    bool reden;  ///< a reason must be given
    bool triage = false;
};
/// The state machine: everything that is not here is forbidden.
[[nodiscard]] std::span<const Rand> randen();
[[nodiscard]] const Rand* rand(std::string_view van, std::string_view naar, Deur deur);
[[nodiscard]] std::span<const std::string_view> statussen();
/// Closed: nothing in it may be changed, unless it is weighed again.
[[nodiscard]] bool is_gesloten(std::string_view status);
/// `weging_stap` after the third weighing said gecompliceerd: a casus is to be opened.
inline constexpr int gewogen = 4;
[[nodiscard]] bool is_rijp_voor_casus(std::string_view status, int weging_stap);
/// The states a person may choose next; `casus` (through the casus room) only when it is ripe for it.
[[nodiscard]] std::vector<std::string> stappen(std::string_view status, int weging_stap);

// ── What goes in ────────────────────────────────────────────────────────────────────────────────────────────────────

/// Exactly one of the two: an address of the BAG, or what was written where there is none.
struct SignaalAdresNieuw {
    std::optional<Tekst<16, 16>> nummeraanduiding;
    std::optional<Tekst<1, 200>> tekst;
};
BOOST_DESCRIBE_STRUCT(SignaalAdresNieuw, (), (nummeraanduiding, tekst))

struct MelderNieuw {
    Tekst<1, 200> naam;
    std::optional<Tekst<0, 300>> contact;
};
BOOST_DESCRIBE_STRUCT(MelderNieuw, (), (naam, contact))

struct SignaalNieuw {
    Tekst<1, 150> titel;
    Tekst<0, 10000> omschrijving;
    Code bron;
    std::optional<Code> thema;
    std::optional<Tijdstip> ontvangen_op;
    std::optional<SignaalAdresNieuw> adres;
    std::optional<entiteit::Betrouwbaarheid> bron_betrouwbaarheid;
    std::optional<Getal<1, 6>> informatie_waarde;
    std::optional<Code> regime;
    std::optional<MelderNieuw> melder;
    std::optional<std::vector<entiteit::VermeldingNieuw>> vermeldingen;
    std::optional<std::vector<GebruikerId>> alleen;  ///< under embargo: only these colleagues, and who records it
    std::optional<Datum> embargo_tot;                ///< the day on which it ends by itself; none: until it is released
    std::optional<Datum> peildatum;                  ///< when it was seen; the day it was received when not given
    std::optional<Code> doorgifte;                   ///< the regime's default when not given
    std::optional<entiteit::Reden> doorgifte_reden;
};
BOOST_DESCRIBE_STRUCT(SignaalNieuw, (),
                      (titel, omschrijving, bron, thema, ontvangen_op, adres, bron_betrouwbaarheid, informatie_waarde,
                       regime, melder, vermeldingen, alleen, embargo_tot, peildatum, doorgifte, doorgifte_reden))

struct SignaalWijziging {
    Wijziging<Tekst<1, 150>> titel;
    Wijziging<Tekst<0, 10000>> omschrijving;
    Wijziging<Code> thema;
    Wijziging<GebruikerId> behandelaar;
    Wijziging<SignaalAdresNieuw> adres;
    Wijziging<entiteit::Betrouwbaarheid> bron_betrouwbaarheid;
    Wijziging<Getal<1, 6>> informatie_waarde;
    Wijziging<Datum> peildatum;
    Wijziging<Code> doorgifte;
    Wijziging<entiteit::Reden> doorgifte_reden;
};
BOOST_DESCRIBE_STRUCT(SignaalWijziging, (),
                      (titel, omschrijving, thema, behandelaar, adres, bron_betrouwbaarheid, informatie_waarde, peildatum, doorgifte,
                       doorgifte_reden))

struct WegingAntwoord {
    Code vraag;
    Tekst<0, 2000> antwoord;
    std::optional<Tekst<0, 2000>> toelichting;
};
BOOST_DESCRIBE_STRUCT(WegingAntwoord, (), (vraag, antwoord, toelichting))

struct WegingNieuw {
    Getal<1, 3> stap;
    std::vector<WegingAntwoord> antwoorden;
    Code uitkomst;
    Tekst<1, 4000> motivering;
    std::optional<Tekst<1, 200>> naar_wie;
};
BOOST_DESCRIBE_STRUCT(WegingNieuw, (), (stap, antwoorden, uitkomst, motivering, naar_wie))

struct SignaalOvergangNieuw {
    Code naar;
    std::optional<Tekst<1, 2000>> reden;
    std::optional<Datum> tot;
    std::optional<Tekst<1, 200>> naar_wie;
    std::optional<SignaalId> duplicaat_van;
};
BOOST_DESCRIBE_STRUCT(SignaalOvergangNieuw, (), (naar, reden, tot, naar_wie, duplicaat_van))

struct SignaalZoekvraag {
    std::optional<Tekst<0, 200>> tekst;
    std::optional<Tekst<16, 16>> adres;  ///< nummeraanduiding
    std::optional<std::vector<Code>> status;
    std::optional<Getal<1, 200>> aantal;
    std::optional<Tekst<1, 60>> na;
};
BOOST_DESCRIBE_STRUCT(SignaalZoekvraag, (), (tekst, adres, status, aantal, na))

struct MelderVraag {
    Tekst<1, 2000> reden;
};
BOOST_DESCRIBE_STRUCT(MelderVraag, (), (reden))

// ── What comes out ──────────────────────────────────────────────────────────────────────────────────────────────────

struct SignaalAdres {
    std::optional<std::string> nummeraanduiding;
    std::string weergave;  ///< as it was when it was chosen
};
BOOST_DESCRIBE_STRUCT(SignaalAdres, (), (nummeraanduiding, weergave))

struct SignaalRegel {
    SignaalId id;
    std::string kenmerk, status;
    int weging_stap = 0;
    std::string titel;
    std::optional<std::string> thema;
    std::string bron;
    Tijdstip ontvangen_op{};
    std::optional<SignaalAdres> adres;
    std::string bron_betrouwbaarheid;
    int informatie_waarde = 6;
    std::optional<toegang::Collega> behandelaar;
    std::optional<Datum> uitgesteld_tot;
    int zelfde_adres = 0;  ///< other signalen the asker may see at this address
    int versie = 1;
};
BOOST_DESCRIBE_STRUCT(SignaalRegel, (),
                      (id, kenmerk, status, weging_stap, titel, thema, bron, ontvangen_op, adres, bron_betrouwbaarheid,
                       informatie_waarde, behandelaar, uitgesteld_tot, zelfde_adres, versie))

/// What somebody at the table thought of a weighing.
struct WegingStandpunt {
    toegang::Collega gebruiker;
    bool eens = true;
    std::optional<std::string> reden;
};
BOOST_DESCRIBE_STRUCT(WegingStandpunt, (), (gebruiker, eens, reden))

/// The meeting in which a weighing was made, as it was called then.
struct WegingOverleg {
    Uuid id;
    std::string naam;
    Datum dag{};
};
BOOST_DESCRIBE_STRUCT(WegingOverleg, (), (id, naam, dag))

struct Weging {
    WegingId id;
    int stap = 1;
    std::string profiel;
    int profiel_versie = 1;
    json::bj::value antwoorden;
    std::string uitkomst, motivering;
    toegang::Collega door;
    Tijdstip op{};
    std::optional<WegingOverleg> overleg;
    std::vector<WegingStandpunt> standpunten;  ///< of those who were there; by name
};
BOOST_DESCRIBE_STRUCT(Weging, (), (id, stap, profiel, profiel_versie, antwoorden, uitkomst, motivering, door, op, overleg, standpunten))

struct SignaalVerloop {
    std::optional<std::string> van;
    std::string naar;
    std::optional<std::string> reden;
    toegang::Collega door;
    Tijdstip op{};
    std::optional<Datum> tot;
    std::optional<std::string> naar_wie;
};
BOOST_DESCRIBE_STRUCT(SignaalVerloop, (), (van, naar, reden, door, op, tot, naar_wie))

struct SignaalCasus {
    CasusId id;
    std::string kenmerk, werknaam;
};
BOOST_DESCRIBE_STRUCT(SignaalCasus, (), (id, kenmerk, werknaam))

struct SignaalVerwijzing {
    SignaalId id;
    std::string kenmerk;
};
BOOST_DESCRIBE_STRUCT(SignaalVerwijzing, (), (id, kenmerk))

struct SignaalBuur {
    SignaalId id;
    std::string kenmerk, titel, status;
    Tijdstip ontvangen_op{};
};
BOOST_DESCRIBE_STRUCT(SignaalBuur, (), (id, kenmerk, titel, status, ontvangen_op))

/// A signaal as a dossier shows it: everything of itself at one moment.
struct SignaalInDossier : SignaalRegel {
    std::string omschrijving, regime;
    Datum peildatum{};  ///< when it was seen
    std::string doorgifte;
    std::optional<std::string> doorgifte_reden;
    bool heeft_melder = false;
    toegang::Collega gemeld_door;
    std::vector<entiteit::Vermelding> vermeldingen;
    std::vector<Weging> wegingen;
    std::vector<SignaalVerloop> verloop;
    std::optional<SignaalCasus> casus;  ///< none also when the asker may not know of it
    std::optional<SignaalVerwijzing> duplicaat_van;
    int zicht = 0;  ///< not shown
};
BOOST_DESCRIBE_STRUCT(SignaalInDossier, (SignaalRegel),
                      (omschrijving, regime, peildatum, doorgifte, doorgifte_reden, heeft_melder, gemeld_door, vermeldingen, wegingen, verloop, casus, duplicaat_van))

/// The same on its own page: with its surroundings and what may happen next.
struct Signaal : SignaalInDossier {
    std::vector<SignaalBuur> op_zelfde_adres;  ///< at most 50, latest first
    std::vector<std::string> stappen;
    std::optional<std::vector<toegang::Collega>> alleen;  ///< under embargo: the only ones who know of it, by name
    std::optional<Datum> embargo_tot;                     ///< the day on which that ends by itself
};
BOOST_DESCRIBE_STRUCT(Signaal, (SignaalInDossier), (op_zelfde_adres, stappen, alleen, embargo_tot))

struct Melder {
    std::string naam, contact;
};
BOOST_DESCRIBE_STRUCT(Melder, (), (naam, contact))

struct Telling {
    std::string code;
    int aantal = 0;
};
BOOST_DESCRIBE_STRUCT(Telling, (), (code, aantal))
struct MaandTelling {
    std::string maand;  ///< 2026-11, in Europe/Amsterdam
    int aantal = 0;
};
BOOST_DESCRIBE_STRUCT(MaandTelling, (), (maand, aantal))
struct SignaalTellingen {
    int totaal = 0;
    std::vector<Telling> per_status, per_thema, per_bron;
    std::vector<MaandTelling> per_maand;
};
BOOST_DESCRIBE_STRUCT(SignaalTellingen, (), (totaal, per_status, per_thema, per_bron, per_maand))

// ── Weighing profile ────────────────────────────────────────────────────────────────────────────────────────────────

struct ProfielVraag {
    std::string code, naam_nl, naam_en;
    std::string soort;  ///< ja_nee, tekst or keuze
    std::vector<entiteit::Stamcode> keuzes;
    std::string hulp_nl, hulp_en;
};
BOOST_DESCRIBE_STRUCT(ProfielVraag, (), (code, naam_nl, naam_en, soort, keuzes, hulp_nl, hulp_en))
struct ProfielUitkomst {
    std::string code, naam_nl, naam_en;
    std::string gevolg;      ///< a status, "verder" or "casus_openen"
    bool naar_wie = false;   ///< says to whom it goes
};
BOOST_DESCRIBE_STRUCT(ProfielUitkomst, (), (code, naam_nl, naam_en, gevolg, naar_wie))
struct ProfielStap {
    int stap = 1;
    std::string code, naam_nl, naam_en;
    std::vector<ProfielVraag> vragen;
    std::vector<ProfielUitkomst> uitkomsten;
};
BOOST_DESCRIBE_STRUCT(ProfielStap, (), (stap, code, naam_nl, naam_en, vragen, uitkomsten))
struct Wegingsprofiel {
    std::string code;
    int versie = 1;
    std::string naam_nl, naam_en;
    std::vector<ProfielStap> stappen;
};
BOOST_DESCRIBE_STRUCT(Wegingsprofiel, (), (code, versie, naam_nl, naam_en, stappen))

/// A profile as it is stored; throws when it is unfit (see profielfouten): it came in by a migration, not by a user.
[[nodiscard]] Wegingsprofiel profiel_van(std::string code, int versie, const json::bj::value& inhoud);
/// What a profile is worth: every fault, none when it may be used. Steps 1, 2, 3 in order; codes unique; each outcome
/// leads to a status the state machine allows from in_weging.
[[nodiscard]] std::vector<std::string> profielfouten(const Wegingsprofiel& profiel);
/// Every fault of this weighing against the profile; none when it may be recorded.
[[nodiscard]] std::vector<VeldFout> wegingsfouten(const Wegingsprofiel& profiel, const WegingNieuw& weging);
/// The outcome with this code, after `wegingsfouten` found none.
[[nodiscard]] const ProfielUitkomst& uitkomst_van(const Wegingsprofiel& profiel, int stap, const std::string& code);

// ── For the rooms after this one ────────────────────────────────────────────────────────────────────────────────────

/// Stores a new signaal with its mentions and reporter.
SignaalId leg_vast(poort::Gang& gang, const SignaalNieuw& nieuw);
/// What a later room must know of a signaal it locked.
struct SignaalStand {
    SignaalId id;
    int zicht = 0;
    std::string kenmerk, titel, status;
    Label label;
    int weging_stap = 0;
    std::optional<std::string> thema;
    std::optional<CasusId> casus;
    int versie = 1;
};
/// Locks the signaal until the transaction ends, and asks permission for it. Lock a casus before its signalen.
SignaalStand vergrendel(poort::Gang& gang, SignaalId id);
/// How many of the signalen the asker may see wait for something; the list's filter `wachtOp` gives the rows of each.
struct Wachtend {
    int weging = 0;         ///< new, or not weighed to the end
    int casus = 0;          ///< weighed gecompliceerd, without a casus
    int heroverweging = 0;  ///< put off until a day that has come
};
[[nodiscard]] Wachtend tel_wachtend(poort::Gang& gang);
/// A signaal of the asker whose embargo ends soon.
struct AflopendEmbargo {
    SignaalId id;
    std::string kenmerk, titel;
    Datum tot;
};
BOOST_DESCRIBE_STRUCT(AflopendEmbargo, (), (id, kenmerk, titel, tot))
/// Those that end within so many days and that he may know of now, earliest first, at most 100.
[[nodiscard]] std::vector<AflopendEmbargo> aflopende_embargos(poort::Gang& gang, int dagen);
/// A signaal in a list of another room.
struct SignaalKort {
    SignaalId id;
    std::string kenmerk, titel, status;
    std::optional<std::string> adres;  ///< as it was when it was chosen
};
BOOST_DESCRIBE_STRUCT(SignaalKort, (), (id, kenmerk, titel, status, adres))
/// Those of these that the asker may see, in no order. Tells the logs nothing: the caller does, of what it shows.
[[nodiscard]] std::vector<SignaalKort> lees_kort(poort::Gang& gang, const std::vector<SignaalId>& ids);
/// A signaal with an address of the BAG, for a map.
struct SignaalPlek {
    SignaalId id;
    std::string kenmerk, titel, status;
    std::optional<std::string> thema;
    std::optional<CasusId> casus;  ///< who may see a signaal of a casus is a member of it
    std::string nummeraanduiding;
};
/// Those the asker may know of, the last received first; `adressen` (16 digits): only those that are about one of these or name it,
/// each then once per address.
[[nodiscard]] std::vector<SignaalPlek> plekken(poort::Gang& gang, int hoogstens, const std::optional<std::vector<std::string>>& adressen = {});
struct AdresTelling {
    std::string nummeraanduiding;
    int aantal = 0;
};
/// How many of them there are per address.
[[nodiscard]] std::vector<AdresTelling> tel_per_adres(poort::Gang& gang);
/// The audience of a signaal, to read what hangs on it: asks permission and makes it the subject of the logs.
[[nodiscard]] int zicht_van(poort::Gang& gang, SignaalId id);
/// Weighed gecompliceerd, or put before the RIEC: a casus may be opened on it.
[[nodiscard]] bool is_rijp_voor_casus(const SignaalStand& stand);
/// The signaal goes with the casus: its state, and its audience becomes the casus' own (the compartment of its regime,
/// where that has one), history and mentions too. The asker must already belong to `casus_zicht`. Throws `overgang-niet-toegestaan` (409) when it is not ripe for it.
void word_casus(poort::Gang& gang, const SignaalStand& stand, CasusId casus, int casus_zicht);
/// What a meeting does: each locks the signaal, asks permission for it with the route's own right, and does what the user's own
/// verb does, without a version that somebody saw. Throws as those do.
struct WegingHerkomst {
    WegingOverleg overleg;
    std::vector<WegingStandpunt> standpunten;
};
/// Records a weighing with its meeting; returns the name of the outcome in Dutch.
std::string weeg_in_overleg(poort::Gang& gang, SignaalId id, const WegingNieuw& weging, const WegingHerkomst& herkomst);
void laat_overgaan_in_overleg(poort::Gang& gang, SignaalId id, const SignaalOvergangNieuw& overgang);
/// Adds a paragraph to what the signaal says.
void vul_aan(poort::Gang& gang, SignaalId id, const std::string& alinea);
/// A signaal that waits for somebody's decision, and why: te_wegen, casus_openen or heroverwegen.
struct WachtendSignaal : SignaalKort {
    std::string reden;
};
/// The longest waiting first.
[[nodiscard]] std::vector<WachtendSignaal> lees_wachtend(poort::Gang& gang, int hoogstens);

/// The signalen of a casus that the asker may see, in the order they were received, as known at `moment` (none: now). The
/// caller has permission for the casus and holds it: whoever changes one of its signalen locks the casus first.
[[nodiscard]] std::vector<SignaalInDossier> van_casus(poort::Gang& gang, CasusId casus, std::optional<Tijdstip> moment);

/// A place in a sorted list: the last row's sort moment and id. Opaque to the caller, bound to its sort.
struct Bladwijzer {
    char sorteer = 'o';
    Tijdstip moment{};
    Uuid id;
    auto operator<=>(const Bladwijzer&) const = default;
    [[nodiscard]] std::string tekst() const;
    [[nodiscard]] static std::optional<Bladwijzer> lees(std::string_view tekst) noexcept;
    /// The same, or Fout `na-ongeldig` (400) when it is malformed or belongs to another sort.
    [[nodiscard]] static Bladwijzer eis(std::string_view tekst, char sorteer);
};

[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::signaal

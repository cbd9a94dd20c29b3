// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/post/uitnodiging.hpp"
#include "werk/actie/actie.hpp"
#include "werk/interventie/interventie.hpp"

/// Meetings: a series, its meetings, and an agenda of which each participant sees his own part. A signaal or casus comes on the
/// table in parts (delen); who is not of the dossier sees a part only after a privacy check 2A of the item that named him and it.
/// An item of which somebody sees nothing does not exist for him.
namespace damwand::overleg {

using ReeksId = Id<struct OverlegreeksMerk>;
using OverlegId = Id<struct OverlegMerk>;
using PuntId = Id<struct AgendapuntMerk>;
using PunttoetsId = Id<struct PunttoetsMerk>;

inline constexpr std::array<std::string_view, 5> reekssoorten{"lip", "kernteam", "tafel", "ambtelijk", "anders"};
inline constexpr std::array<std::string_view, 6> deelsoorten{"kern", "toelichting", "personen", "adressen", "bronnen", "voorgenomen"};
inline constexpr std::array<std::string_view, 3> doelen{"informeren", "verrijken", "besluiten"};
inline constexpr std::array<std::string_view, 9> besluitsoorten{"afsluiten", "monitoren", "riec", "terug_informatie", "plan_vaststellen", "naar_uitvoering", "casus_openen", "niet_oppakken", "anders"};
inline constexpr std::array<std::string_view, 4> standen{"aanwezig", "laat", "afwezig", "vertrokken"};
inline constexpr std::array<std::string_view, 3> geheimhoudingen{"ambtseed", "verklaring", "wettelijk"};
[[nodiscard]] bool is_een_van(std::string_view code, std::span<const std::string_view> lijst) noexcept;

// ── Rules ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The day of the meeting after `na` (none: the first) of a rhythm that began on `vanaf`: every so many weeks on this weekday
/// (1: Monday), and when that is a weekend or a public holiday (Atw 3) the first working day after it. Always after `na`.
[[nodiscard]] Datum volgende_dag(Datum vanaf, int weekdag, int ritme_weken, const std::optional<Datum>& na);
/// Whether `tekst` is a time of the day as "09:30".
[[nodiscard]] bool is_tijd(std::string_view tekst) noexcept;

/// The phase of a casus to which a decision leads; none: to no other phase.
[[nodiscard]] std::optional<casus::Fase> fase_na(std::string_view besluit) noexcept;
/// The same of a signaal: its status; `casus` when one is opened.
[[nodiscard]] std::optional<std::string_view> status_na(std::string_view besluit) noexcept;
struct Besluitkeuze;
/// What can be decided on an item about a dossier of this kind ("vrij": about none) that stands there (`weging_stap`: of a signaal), by who has these rights. `eigen`: the
/// dossier is his; of another only what a linked meeting says of it.
[[nodiscard]] std::vector<Besluitkeuze> keuzes(std::string_view soort, std::string_view staat, int weging_stap, bool eigen, const std::set<std::string, std::less<>>& rechten);

/// Two people changed the same text: `staat` stands there now, `nieuw` comes in, both were made of `basis`. Paragraphs (split at line
/// ends) that only one of them touched are taken from him; the same change by both is one change; paragraphs that both put in at the
/// same place both stay, what stood there first. None when both changed the same paragraph otherwise, or it cannot be said.
[[nodiscard]] std::optional<std::string> samengevoegd(std::string_view basis, std::string_view staat, std::string_view nieuw);

// ── Series ──────────────────────────────────────────────────────────────────────────────────────────────────────────

struct ReeksLid {
    toegang::Collega gebruiker;
    std::string organisatie;  ///< for which department or organisation he speaks
    std::string mandaat, geheimhouding;
    bool vast = true;  ///< takes part in every meeting; else when asked
    std::optional<Datum> tot;
};
BOOST_DESCRIBE_STRUCT(ReeksLid, (), (gebruiker, organisatie, mandaat, geheimhouding, vast, tot))

/// A series that this one is linked with. `naar`: items of this one may be put before it; `van`: it may put items before this one.
struct Koppeling {
    ReeksId id;
    std::string naam, soort, richting;
};
BOOST_DESCRIBE_STRUCT(Koppeling, (), (id, naam, soort, richting))

struct Overlegreeks {
    ReeksId id;
    std::string naam, soort;
    int ritme_weken = 3, weekdag = 1;
    std::string begin;  ///< "09:30", in Europe/Amsterdam
    int duur_minuten = 60;
    std::string plaats;
    toegang::Collega voorzitter, secretaris;
    Datum vanaf{};
    std::vector<ReeksLid> leden;
    std::vector<Koppeling> koppelingen;
    bool mag_leiden = false;
    int versie = 1;
};
BOOST_DESCRIBE_STRUCT(Overlegreeks, (), (id, naam, soort, ritme_weken, weekdag, begin, duur_minuten, plaats, voorzitter, secretaris, vanaf, leden, koppelingen, mag_leiden, versie))

struct ReeksNieuw {
    Tekst<1, 100> naam;
    Code soort;
    Getal<1, 52> ritme_weken;
    Getal<1, 7> weekdag;
    Tekst<5, 5> begin;
    Getal<5, 600> duur_minuten;
    std::optional<Tekst<0, 200>> plaats;
    std::optional<GebruikerId> voorzitter, secretaris;  ///< who makes it when none
    Datum vanaf{};
};
BOOST_DESCRIBE_STRUCT(ReeksNieuw, (), (naam, soort, ritme_weken, weekdag, begin, duur_minuten, plaats, voorzitter, secretaris, vanaf))

struct ReeksWijziging {
    Wijziging<Tekst<1, 100>> naam;
    Wijziging<Getal<1, 52>> ritme_weken;
    Wijziging<Getal<1, 7>> weekdag;
    Wijziging<Tekst<5, 5>> begin;
    Wijziging<Getal<5, 600>> duur_minuten;
    Wijziging<Tekst<0, 200>> plaats;
    Wijziging<GebruikerId> voorzitter, secretaris;
};
BOOST_DESCRIBE_STRUCT(ReeksWijziging, (), (naam, ritme_weken, weekdag, begin, duur_minuten, plaats, voorzitter, secretaris))

struct ReeksLidNieuw {
    std::optional<Tekst<0, 100>> organisatie;
    std::optional<Tekst<0, 300>> mandaat;
    Code geheimhouding;
    bool vast = true;
    std::optional<Datum> tot;
};
BOOST_DESCRIBE_STRUCT(ReeksLidNieuw, (), (organisatie, mandaat, geheimhouding, vast, tot))

// ── A meeting ───────────────────────────────────────────────────────────────────────────────────────────────────────

struct ReeksKort {
    ReeksId id;
    std::string naam, soort;
};
BOOST_DESCRIBE_STRUCT(ReeksKort, (), (id, naam, soort))

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

/// The minutes of a meeting as one participant may read them, as ODT or PDF (bytes). The same overleg gives the same bytes.
enum class Verslagvorm { odt, pdf };
[[nodiscard]] std::string verslag(const Overleg& overleg, const std::string& organisatie, const std::string& lezer, Verslagvorm vorm);

/// One operation on one field. The same `sleutel` gives the same receipt; the browser keeps it until it has one.
struct BewerkingNieuw {
    Uuid sleutel;
    PuntId punt;
    Code veld;
    Getal<0, 1000000> gezien;  ///< the version of the field it was made of
    Tekst<0, 10000> waarde;
};
BOOST_DESCRIBE_STRUCT(BewerkingNieuw, (), (sleutel, punt, veld, gezien, waarde))

struct BewerkingAnders {
    std::string waarde;
    toegang::Collega door;
    int versie = 0;
};
BOOST_DESCRIBE_STRUCT(BewerkingAnders, (), (waarde, door, versie))

/// The receipt. `toegepast`: it stands as it was sent; `samengevoegd`: together with what others wrote meanwhile; `botsing`: nothing
/// was stored, and `anders` says what stands there.
struct Ontvangstbewijs {
    std::string uitkomst;
    int versie = 0;
    std::string waarde;  ///< what stands there now; of a clash what was sent
    std::optional<BewerkingAnders> anders;
};
BOOST_DESCRIBE_STRUCT(Ontvangstbewijs, (), (uitkomst, versie, waarde, anders))

struct StandpuntNieuw {
    GebruikerId gebruiker;
    bool eens = true;
    std::optional<Tekst<0, 2000>> reden;
};
BOOST_DESCRIBE_STRUCT(StandpuntNieuw, (), (gebruiker, eens, reden))

struct OverlegwegingNieuw {
    Getal<1, 3> stap;
    std::vector<signaal::WegingAntwoord> antwoorden;
    Code uitkomst;
    Tekst<1, 4000> motivering;
    std::optional<Tekst<1, 200>> naar_wie;
    std::vector<StandpuntNieuw> standpunten;
};
BOOST_DESCRIBE_STRUCT(OverlegwegingNieuw, (), (stap, antwoorden, uitkomst, motivering, naar_wie, standpunten))

struct OverlegbesluitNieuw {
    Code soort;
    Tekst<1, 1500> tekst;
    std::optional<Datum> tot;  ///< with monitoren
    std::vector<StandpuntNieuw> standpunten;
    std::optional<Tekst<1, 100>> werknaam;  ///< with casus_openen
    std::optional<Code> thema;
    std::optional<GebruikerId> trekker;  ///< who leads the meeting when none
};
BOOST_DESCRIBE_STRUCT(OverlegbesluitNieuw, (), (soort, tekst, tot, standpunten, werknaam, thema, trekker))

struct OverleginformatieNieuw {
    Tekst<1, 4000> tekst;
    Code bronsoort;
    Tekst<1, 200> naam;  ///< who said it, or where it stands
    std::optional<Code> regime;
    std::optional<Datum> peildatum;
};
BOOST_DESCRIBE_STRUCT(OverleginformatieNieuw, (), (tekst, bronsoort, naam, regime, peildatum))

/// For rooms after this one: where something was asked or agreed.
struct Gelegenheid {
    OverlegId overleg;
    std::string naam;
    Datum datum{};
    std::vector<toegang::Collega> zonder_2a;  ///< who is there, while it is on, and may hear nothing of it
};
/// The meeting of an item about this dossier; none when the asker does not take part in it, or may not know of the item.
[[nodiscard]] std::optional<Gelegenheid> gelegenheid(poort::Gang& gang, const PuntId& punt, const Uuid& dossier);

/// What an invitation in the outbox says now, for the program that sends it; none: a later one says it, or the meeting is gone.
[[nodiscard]] std::optional<post::Uitnodiging> uitnodiging(db::Transactie& tx, const Uuid& uit);

[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::overleg

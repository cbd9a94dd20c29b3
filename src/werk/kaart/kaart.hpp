// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "werk/casus/casus.hpp"
#include "werk/kaart/achtergrond.hpp"
#include "werk/register/register.hpp"
#include "werk/signaal/signaal.hpp"

/// The map: public registers as tiles, lists and counts of areas, and signalen for who may know them. Coordinates on
/// the wire are those of the screen (EPSG:3857, metres), so that the browser needs no projection.
namespace damwand::kaart {

/// What a building or an object is used for, as numbered in register.kaartpand and in the tiles.
inline constexpr std::array<std::string_view, 13> gebruiken{"geen",     "wonen",   "bijeenkomst", "cel",   "gezondheidszorg", "industrie", "kantoor",
                                                            "logies",   "onderwijs", "sport",     "winkel", "overig",         "gemengd"};

/// What a company does, as numbered by register.branche_van and in the tiles.
inline constexpr std::array<std::string_view, 13> branches{"onbekend", "bouw",     "industrie", "auto",       "groothandel", "winkel", "vervoer",
                                                           "horeca",   "zakelijk", "zorg",      "vrije-tijd", "persoonlijk", "overig"};

using registers::KaartPunt;
using registers::Uitsnede;

/// A division of the country that is loaded: of which kind, and of which years.
struct Gebiedsindeling {
    std::string soort;
    std::vector<int> jaren;
};
BOOST_DESCRIBE_STRUCT(Gebiedsindeling, (), (soort, jaren))

/// A map of somebody else that may lie under ours: whose it is, and the closest zoom at which it has tiles.
struct Achtergrondkeuze {
    std::string bron;
    int dichtste = 0;
};
BOOST_DESCRIBE_STRUCT(Achtergrondkeuze, (), (bron, dichtste))

/// What there is to see. `stand` changes with every load: tiles of another stand are other tiles.
struct Kaartstand {
    std::string stand;
    std::optional<Uitsnede> uitsnede;  ///< none: nothing is loaded
    std::optional<Datum> vanaf;        ///< the first day anything stood here
    std::optional<Datum> standdatum;   ///< of the newest delivery
    std::vector<Gebiedsindeling> indelingen;
    std::optional<Achtergrondkeuze> achtergrond{};  ///< none: it is not configured
};
BOOST_DESCRIBE_STRUCT(Kaartstand, (), (stand, uitsnede, vanaf, standdatum, indelingen, achtergrond))

// ── Areas and what is in them ───────────────────────────────────────────────────────────────────────────────────────

struct GebiedSleutel {
    Code soort;  ///< gemeente, wijk, buurt, bedrijventerrein, overig
    Tekst<1, 40> code;
};
BOOST_DESCRIBE_STRUCT(GebiedSleutel, (), (soort, code))

/// Counts of every area of a kind, on a day. `binnen`: only those whose middle lies in this area.
struct Telvraag {
    Code soort;
    std::optional<Datum> peildatum;  ///< today when absent
    std::optional<GebiedSleutel> binnen;
};
BOOST_DESCRIBE_STRUCT(Telvraag, (), (soort, peildatum, binnen))

struct Gebiedstelling {
    std::string soort, code, naam;
    int jaar = 0;
    Uitsnede uitsnede;
    int panden = 0, objecten = 0, woningen = 0;  ///< woningen: objects with wonen as their one use
    int bedrijfsruimten = 0;                     ///< objects with a use that is not wonen, mixed ones included
};
BOOST_DESCRIBE_STRUCT(Gebiedstelling, (), (soort, code, naam, jaar, uitsnede, panden, objecten, woningen, bedrijfsruimten))

struct Tellijst {
    Datum peildatum{};
    std::vector<Gebiedstelling> resultaten;
};
BOOST_DESCRIBE_STRUCT(Tellijst, (), (peildatum, resultaten))

/// An area as one asks for it: exactly one of a loaded one, a drawn one (outline first, then holes; closed or not), or the
/// outline of a building on that day.
struct Gebiedskeuze {
    std::optional<GebiedSleutel> gebied;
    std::optional<std::vector<std::vector<KaartPunt>>> ringen;
    std::optional<Tekst<16, 16>> pand;
};
BOOST_DESCRIBE_STRUCT(Gebiedskeuze, (), (gebied, ringen, pand))

/// Everything in an area, on a day. `wat`: objecten (addresses) or panden; `sorteer`: adres, gebruik, oppervlakte, bouwjaar.
struct Selectievraag {
    Gebiedskeuze waar;
    Code wat;
    std::optional<Datum> peildatum;
    std::optional<std::vector<Code>> gebruik;
    std::optional<Getal<0, 9999>> bouwjaar_vanaf, bouwjaar_tot_en_met;
    std::optional<Code> sorteer;
    std::optional<bool> aflopend;
    std::optional<Getal<0, 1'000'000>> vanaf;  ///< how many to pass over
    std::optional<Getal<1, 500>> aantal;       ///< 100 when absent
};
BOOST_DESCRIBE_STRUCT(Selectievraag, (), (waar, wat, peildatum, gebruik, bouwjaar_vanaf, bouwjaar_tot_en_met, sorteer, aflopend, vanaf, aantal))

struct Selectieregel {
    std::string soort;  ///< pand, verblijfsobject, standplaats, ligplaats
    std::string identificatie;
    std::optional<std::string> nummeraanduiding;  ///< of a pand: the first address in it
    std::string adres;                            ///< empty when it has none
    std::string gebruik;
    std::optional<int> oppervlakte, bouwjaar;  ///< m²; of a standplaats or ligplaats neither
    int objecten = 0;                          ///< in the pand
    KaartPunt punt;
    registers::RdPlek rd;
};
BOOST_DESCRIBE_STRUCT(Selectieregel, (), (soort, identificatie, nummeraanduiding, adres, gebruik, oppervlakte, bouwjaar, objecten, punt, rd))

struct Gebruikstelling {
    std::string gebruik;
    int aantal = 0;
};
BOOST_DESCRIBE_STRUCT(Gebruikstelling, (), (gebruik, aantal))

/// Establishments of the Handelsregister of which the address is known.
struct Branchetelling {
    std::string branche;
    int aantal = 0;
};
BOOST_DESCRIBE_STRUCT(Branchetelling, (), (branche, aantal))

struct Selectie {
    Datum peildatum{};
    int aantal = 0;                            ///< of all, however many are shown
    std::vector<Gebruikstelling> per_gebruik;  ///< of all
    std::vector<Branchetelling> per_branche;   ///< of all; also when `wat` is panden
    std::vector<Selectieregel> resultaten;
};
BOOST_DESCRIBE_STRUCT(Selectie, (), (peildatum, aantal, per_gebruik, per_branche, resultaten))

/// The same question on two days: `peildatum`, and an earlier one. Paging is passed over.
struct Vergelijkvraag : Selectievraag {
    Datum eerder{};
};
BOOST_DESCRIBE_STRUCT(Vergelijkvraag, (Selectievraag), (eerder))

struct Verschil {
    std::string wat;  ///< gekomen, gegaan, or anders: another use or area; by a filter on use, what got or lost that use comes or goes
    Selectieregel regel;  ///< as it is; of what is gone as it was
    std::optional<std::string> gebruik_was;  ///< of what is otherwise
    std::optional<int> oppervlakte_was;
};
BOOST_DESCRIBE_STRUCT(Verschil, (), (wat, regel, gebruik_was, oppervlakte_was))

struct Vergelijking {
    Datum peildatum{}, eerder{};
    int gekomen = 0, gegaan = 0, anders = 0;  ///< of all
    std::vector<Verschil> resultaten;         ///< at most 500: what came and what is otherwise in the order asked for, then what went
};
BOOST_DESCRIBE_STRUCT(Vergelijking, (), (peildatum, eerder, gekomen, gegaan, anders, resultaten))

/// `formaat`: csv, xlsx or geojson.
struct Exportvraag : Selectievraag {
    Code formaat;
};
BOOST_DESCRIBE_STRUCT(Exportvraag, (Selectievraag), (formaat))

// ── Signalen and casussen ────────────────────────────────────────────────────────────────────────────────────────────────────────

struct SignaalOpKaart {
    SignaalId id;
    std::string kenmerk, titel, status;
    std::optional<std::string> thema;
    std::optional<CasusId> casus;
    std::string nummeraanduiding, adres;
    KaartPunt punt;
};
BOOST_DESCRIBE_STRUCT(SignaalOpKaart, (), (id, kenmerk, titel, status, thema, casus, nummeraanduiding, adres, punt))

/// In an area, or anywhere when `waar` is absent. In a building: what is about one of its addresses, or names one.
struct Plekvraag {
    std::optional<Gebiedskeuze> waar;
};
BOOST_DESCRIBE_STRUCT(Plekvraag, (), (waar))

struct SignalenOpKaart {
    bool afgekapt = false;  ///< there are more than were looked at
    std::vector<SignaalOpKaart> resultaten;
};
BOOST_DESCRIBE_STRUCT(SignalenOpKaart, (), (afgekapt, resultaten))

/// One of a casus' addresses.
struct CasusOpKaart {
    CasusId id;
    std::string kenmerk, werknaam, fase;
    std::string nummeraanduiding, adres;
    KaartPunt punt;
};
BOOST_DESCRIBE_STRUCT(CasusOpKaart, (), (id, kenmerk, werknaam, fase, nummeraanduiding, adres, punt))

struct CasussenOpKaart {
    bool afgekapt = false;  ///< there are more than were looked at
    std::vector<CasusOpKaart> resultaten;
};
BOOST_DESCRIBE_STRUCT(CasussenOpKaart, (), (afgekapt, resultaten))

/// Fewer than this are not counted out: a number of one or two in a small area is a pointer at somebody.
inline constexpr int kleinste_aantal = 10;

struct Signaaltelling {
    std::string code;
    std::optional<int> aantal;  ///< none: there are some, but fewer than `kleinste_aantal`
};
BOOST_DESCRIBE_STRUCT(Signaaltelling, (), (code, aantal))

/// Areas without a signaal are left out.
struct Signaaltellingen {
    std::vector<Signaaltelling> resultaten;
};
BOOST_DESCRIBE_STRUCT(Signaaltellingen, (), (resultaten))

/// What the whole needs of the house. All outlive it.
struct Diensten {
    Achtergrond* achtergrond = nullptr;  ///< none: no map but our own
};
[[nodiscard]] std::vector<poort::Route> routes(const Diensten& diensten = {});

// ---- for the rooms after this one ------------------------------------------------------------------------------

/// Everything in an area, as the route says it. Throws `invoer-ongeldig` with faults at the places of the question, onbekend().
[[nodiscard]] Selectie selecteer(poort::Gang& gang, const Selectievraag& vraag);
/// Throws what a question about this area would throw; `plek`: where it stands in the body.
void keur_gebied(poort::Gang& gang, const Gebiedskeuze& keuze, const std::string& plek);

}  // namespace damwand::kaart

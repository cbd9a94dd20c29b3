// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/poort/poort.hpp"
#include "werk/informeren/informeren.hpp"
#include "werk/privacy/privacy.hpp"

/// Requests of data subjects (AVG 12, 15–18, 21; UAVG 34, 41): one search over all compartments, a decision per item by a
/// person, a letter, and the clock. The machine gathers; it decides nothing.
namespace damwand::betrokkene {

struct Verzoekwens;
using VerzoekId = Id<Verzoekwens>;
struct Gegevenwens;
using GegevenId = Id<Gegevenwens>;

// ── States ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/// One allowed change of state: everything that is not here is forbidden.
struct Rand {
    std::string_view van, naar;
    bool reden;  ///< a reason must be given
};
[[nodiscard]] std::span<const Rand> randen() noexcept;
[[nodiscard]] const Rand* rand(std::string_view van, std::string_view naar) noexcept;
[[nodiscard]] std::vector<std::string> stappen(std::string_view staat);
/// Nothing in it changes any more.
[[nodiscard]] bool is_gesloten(std::string_view staat) noexcept;

using informeren::Doel;
using informeren::Grond;
using informeren::Weging41;

// ── What goes in ────────────────────────────────────────────────────────────────────────────────────────────────────

struct VerzoekNieuw {
    Code soort;  ///< inzage, rectificatie, wissen, beperking, bezwaar
    Datum ontvangen_op;
    Tekst<2, 200> naam;
    std::optional<Tekst<0, 500>> adres;  ///< where the letter goes
    Tekst<3, 4000> vraag;
};
BOOST_DESCRIBE_STRUCT(VerzoekNieuw, (), (soort, ontvangen_op, naam, adres, vraag))

struct VerzoekWijziging {
    Wijziging<Tekst<2, 200>> naam;
    Wijziging<Tekst<0, 500>> adres;
    Wijziging<Tekst<3, 4000>> vraag;
    Wijziging<Tekst<5, 1000>> identiteit;  ///< how it was made sure who asks: a note, never a copy
    Wijziging<GebruikerId> behandelaar;
    Wijziging<Weging41> weging;
    Wijziging<Tekst<10, 4000>> motivering;  ///< as the letter says it
    Wijziging<bool> beperking_melden;
    Wijziging<bool> ontvangers_noemen;  ///< he asked who received it
};
BOOST_DESCRIBE_STRUCT(VerzoekWijziging, (), (naam, adres, vraag, identiteit, behandelaar, weging, motivering, beperking_melden, ontvangers_noemen))

struct VerzoekOvergang {
    Code naar;
    std::optional<Tekst<5, 2000>> reden;
    std::optional<Datum> verzonden_op;  ///< with afgerond: the day the letter went out
    std::optional<bool> met_open_berichten;  ///< with afgerond: it is known that recipients have not been told yet
};
BOOST_DESCRIBE_STRUCT(VerzoekOvergang, (), (naar, reden, verzonden_op, met_open_berichten))

struct Verlenging {
    Tekst<10, 2000> reden;
};
BOOST_DESCRIBE_STRUCT(Verlenging, (), (reden))

/// Words (a name, an address: every word must be there) or a number or sign (KVK, telephone, number plate, account, e-mail:
/// whatever stands between its characters).
struct Zoekterm {
    Code soort;  ///< woorden, nummer
    Tekst<2, 100> waarde;
};
BOOST_DESCRIBE_STRUCT(Zoekterm, (), (soort, waarde))

struct VerzoekZoekvraag {
    std::vector<Zoekterm> termen;
};
BOOST_DESCRIBE_STRUCT(VerzoekZoekvraag, (), (termen))

/// One row that a search found, and whether it is about this person.
struct Aanwijzing {
    Code soort;
    Uuid rij;
    std::optional<Tijdstip> moment;
    bool hoort = false;
};
BOOST_DESCRIBE_STRUCT(Aanwijzing, (), (soort, rij, moment, hoort))

struct GegevensNieuw {
    std::vector<Aanwijzing> gegevens;
};
BOOST_DESCRIBE_STRUCT(GegevensNieuw, (), (gegevens))

struct GegevenBesluit {
    Code beslissing;                     ///< toewijzen, deels, weigeren
    std::optional<Tekst<1, 20000>> tekst;  ///< with deels: what is given; with another kind than inzage: what it becomes
    std::optional<Code> grond;           ///< with deels and weigeren: stamcode weigeringsgrond
    std::optional<Datum> herzien_op;     ///< with a ground: when it is looked at again
};
BOOST_DESCRIBE_STRUCT(GegevenBesluit, (), (beslissing, tekst, grond, herzien_op))

// ── What comes out ──────────────────────────────────────────────────────────────────────────────────────────────────

/// Something a search found. `dossier_soort` and `kenmerk` say where it stands.
struct Vondst {
    std::string soort;
    Uuid rij;
    std::optional<Tijdstip> moment;  ///< until when it said so; none: it does now
    std::string dossier_soort, kenmerk, regime, bron;
    Datum dag{};
    std::string tekst;
    std::optional<bool> hoort;  ///< what was said of it before, in this request
};
BOOST_DESCRIBE_STRUCT(Vondst, (), (soort, rij, moment, dossier_soort, kenmerk, regime, bron, dag, tekst, hoort))

struct Zoekuitkomst {
    std::vector<Vondst> resultaten;
    bool meer = false;  ///< there is more than is shown at once: search narrower
};
BOOST_DESCRIBE_STRUCT(Zoekuitkomst, (), (resultaten, meer))

struct Zoekslag {
    Tijdstip op;
    std::vector<Zoekterm> termen;
    int gevonden = 0;
    bool meer = false;
};
BOOST_DESCRIBE_STRUCT(Zoekslag, (), (op, termen, gevonden, meer))

struct Gegeven {
    GegevenId id;
    std::string soort, naam;  ///< `naam`: of the kind, as the letter says it (Dutch)
    std::optional<Tijdstip> moment;
    std::string dossier_soort;
    Uuid dossier;
    std::string kenmerk, regime;
    bool hoort = false;
    std::optional<std::string> bron;
    std::optional<Datum> dag;
    std::optional<std::string> inhoud;  ///< what it says now; only for the handler while the request runs
    std::optional<std::string> beslissing, tekst, grond;
    std::optional<Datum> herzien_op;
    bool veranderd = false;  ///< it says something else than when it was decided, or is gone
    int versie = 1;
};
BOOST_DESCRIBE_STRUCT(Gegeven, (), (id, soort, naam, moment, dossier_soort, dossier, kenmerk, regime, hoort, bron, dag, inhoud, beslissing, tekst, grond,
                                    herzien_op, veranderd, versie))

struct VerzoekStap {
    std::optional<std::string> van;
    std::string naar;
    std::optional<std::string> reden;
    toegang::Collega door;
    Tijdstip op;
};
BOOST_DESCRIBE_STRUCT(VerzoekStap, (), (van, naar, reden, door, op))

/// What a list shows: nobody's name.
struct VerzoekRegel {
    VerzoekId id;
    std::string kenmerk, soort, staat;
    Datum ontvangen_op{}, termijn{};
    toegang::Collega behandelaar;
    int versie = 1;
};
BOOST_DESCRIBE_STRUCT(VerzoekRegel, (), (id, kenmerk, soort, staat, ontvangen_op, termijn, behandelaar, versie))

/// Somebody outside who received one of the items. `naam`: as the letter says it (Dutch).
struct GegevenOntvanger {
    GegevenId gegeven;
    std::string verstrekking, kenmerk, ontvanger, naam;  ///< kenmerk: of the casus
    bool te_noemen = false;
    Tijdstip op;
    std::optional<std::string> staat;  ///< of the notice to him; none: nothing to tell
};
BOOST_DESCRIBE_STRUCT(GegevenOntvanger, (), (gegeven, verstrekking, kenmerk, ontvanger, naam, te_noemen, op, staat))

struct Verzoek : VerzoekRegel {
    std::string naam, adres, vraag;
    std::optional<std::string> identiteit;
    std::string termijn_regel;
    int termijn_versie = 0;
    std::optional<Datum> verlengd_op;
    std::optional<std::string> verlenging_reden;
    std::optional<Weging41> weging;
    std::optional<std::string> motivering;
    bool beperking_melden = true;
    bool ontvangers_noemen = false;
    std::vector<std::string> ontvangers;         ///< that the letter names, since the decision
    std::vector<GegevenOntvanger> gegeven_aan;  ///< only for the handler while the request runs
    std::optional<Datum> besloten_op, verzonden_op, gesloten_op;
    std::optional<toegang::Collega> besloten_door;
    std::optional<Datum> bezwaar_tot;  ///< last day to object, once it was sent
    std::vector<Gegeven> gegevens;
    std::vector<Zoekslag> zoekslagen;
    std::vector<VerzoekStap> verloop;
    std::vector<Grond> gronden;        ///< that this kind of request can be refused on
    std::vector<std::string> stappen;
    std::vector<std::string> beletselen;  ///< codes of what stands in the way of a decision
};
BOOST_DESCRIBE_STRUCT(Verzoek, (VerzoekRegel),
                      (naam, adres, vraag, identiteit, termijn_regel, termijn_versie, verlengd_op, verlenging_reden, weging, motivering, beperking_melden, ontvangers_noemen,
                       ontvangers, gegeven_aan, besloten_op, verzonden_op, gesloten_op, besloten_door, bezwaar_tot, gegevens, zoekslagen, verloop, gronden, stappen, beletselen))

/// Who saw one of the dossiers of a request.
struct DossierInzagen {
    std::string kenmerk;
    std::vector<privacy::Inzage> inzagen;  ///< newest first, at most 100; older ones by kenmerk in the read log
};
BOOST_DESCRIBE_STRUCT(DossierInzagen, (), (kenmerk, inzagen))

// ── Rules ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The last day to answer a request received on this day (AVG 12(3)): a month, with its extension three.
[[nodiscard]] Datum antwoord_voor(Datum ontvangen_op, bool verlengd);
/// The last day to object to a decision sent on this day (Awb 6:7, 6:8).
[[nodiscard]] Datum bezwaar_tot(Datum verzonden_op);
/// What keeps this request from being decided, as codes: none when it may be.
[[nodiscard]] std::vector<std::string> beletselen(const Verzoek& verzoek);
/// Every fault of a decision on one item.
[[nodiscard]] std::vector<VeldFout> fouten_in(const GegevenBesluit& besluit, std::string_view soort_verzoek, std::span<const Grond> gronden, Datum vandaag);

/// The recipients that the letter names: of what is given or changed, each once; nobody whom it may not name. Whether there
/// are others does not show.
[[nodiscard]] std::vector<std::string> te_noemen(const Verzoek& verzoek);
/// Recipients who have not been told yet of what changes.
[[nodiscard]] bool heeft_open_berichten(const Verzoek& verzoek);
/// The letter as an ODT (bytes). Made of what is given and of the grounds alone: it never sees what is withheld, and when the
/// restriction is not told it is the same letter as when nothing was withheld.
[[nodiscard]] std::string brief(const Verzoek& verzoek, std::string_view organisatie, const std::vector<Doel>& doelen, Datum vandaag);

[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::betrokkene

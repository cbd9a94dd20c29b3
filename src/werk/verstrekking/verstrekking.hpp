// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/label.hpp"
#include "werk/casus/casus.hpp"

/// What a casus gives to others: an afschrift with chosen facts, for a recipient, a purpose and a ground; and the notice to
/// that recipient when a fact turns out to be otherwise (AVG 5(1)(d), 19). What was given is kept as ids and a moment: the
/// afschrift is made again from history, so nothing is kept twice.
namespace damwand::verstrekking {

struct Verstrekkingmerk;
using VerstrekkingId = Id<Verstrekkingmerk>;
struct Kennisgevingmerk;
using KennisgevingId = Id<Kennisgevingmerk>;

inline constexpr std::size_t personen_hoogstens = 50;  ///< in one afschrift (ontwerp.md §4)

/// One thing that a casus says. `soort` is a place of betrokkene.vindplaatsen(): casus (the picture), vermelding, bron
/// (what a source answered) or interventie.
struct Feitkeuze {
    Code soort;
    Uuid rij;
};
BOOST_DESCRIBE_STRUCT(Feitkeuze, (), (soort, rij))

struct Feit {
    std::string soort;
    Uuid rij;
    std::string naam, tekst;
    std::string regime;
    std::string doorgifte;  ///< vrij, na_overleg or niet
    bool minderjarig = false;  ///< a mention of somebody under eighteen
};
BOOST_DESCRIBE_STRUCT(Feit, (), (soort, rij, naam, tekst, regime, doorgifte, minderjarig))

/// Somebody outside who may receive, with the regimes that his own law lets him receive from a municipality.
struct Ontvanger {
    std::string code, naam_nl, naam_en;
    std::vector<std::string> regimes;
};
BOOST_DESCRIBE_STRUCT(Ontvanger, (), (code, naam_nl, naam_en, regimes))

/// What may be chosen now.
struct Verstrekbaar {
    std::vector<Ontvanger> ontvangers;
    std::vector<Feit> feiten;
    int over = 0;  ///< afschriften that the asker may still make today
};
BOOST_DESCRIBE_STRUCT(Verstrekbaar, (), (ontvangers, feiten, over))

/// With an extract for the RIEC (WGS; recht.md 1.10.4): why it goes there, and to which of its participants.
struct RiecNieuw {
    Tekst<10, 2000> vermoeden;     ///< what points at organised crime
    Tekst<10, 2000> samenwerking;  ///< why the municipality cannot do it alone
    Tekst<10, 2000> noodzaak;      ///< why these data, and no fewer
    std::vector<Code> deelnemers;  ///< stamcode partner: what comes of it goes to these only
};
BOOST_DESCRIBE_STRUCT(RiecNieuw, (), (vermoeden, samenwerking, noodzaak, deelnemers))

/// What the RIEC said: that it arrived, or what was done with it and what is wrong in it.
struct RiecBericht {
    std::string soort;  ///< ontvangst or terugkoppeling
    Datum dag{};
    std::string tekst;
    std::optional<std::string> correctie;
    toegang::Collega door;
    Tijdstip op;
};
BOOST_DESCRIBE_STRUCT(RiecBericht, (), (soort, dag, tekst, correctie, door, op))

struct RiecBerichtNieuw {
    Code soort;
    Datum dag{};
    Tekst<2, 2000> tekst;
    std::optional<Tekst<10, 2000>> correctie;  ///< with terugkoppeling
};
BOOST_DESCRIBE_STRUCT(RiecBerichtNieuw, (), (soort, dag, tekst, correctie))

/// What is recorded of it. Who decided, and when, is privacy check 2B.
struct Riec {
    std::string vermoeden, samenwerking, noodzaak;
    std::vector<std::string> deelnemers;
    toegang::Collega besloten_door;
    Tijdstip besloten_op;
    std::vector<RiecBericht> berichten;  ///< oldest first
};
BOOST_DESCRIBE_STRUCT(Riec, (), (vermoeden, samenwerking, noodzaak, deelnemers, besloten_door, besloten_op, berichten))

struct VerstrekkingNieuw {
    Code ontvanger;  ///< stamcode partner
    Tekst<2, 200> ter_attentie_van;
    Tekst<10, 2000> doel;
    Code grondslag;                          ///< stamcode grondslag
    std::optional<Tekst<10, 2000>> overleg;  ///< with whom of the source it was discussed, and what he said
    std::optional<Datum> tot;                ///< until when the recipient may keep it
    bool te_noemen = false;                  ///< the recipient may be named to a data subject who asks
    std::vector<Feitkeuze> feiten;
    std::optional<RiecNieuw> riec;  ///< when the recipient is the RIEC, and only then
};
BOOST_DESCRIBE_STRUCT(VerstrekkingNieuw, (), (ontvanger, ter_attentie_van, doel, grondslag, overleg, tot, te_noemen, feiten, riec))

/// A fact in an afschrift: what, not what it said.
struct GegevenFeit {
    std::string soort;
    Uuid rij;
    std::string naam, regime;
    bool weg = false;  ///< it is no longer in the casus
};
BOOST_DESCRIBE_STRUCT(GegevenFeit, (), (soort, rij, naam, regime, weg))

/// That a recipient must hear of a fact that is otherwise now.
struct Kennisgeving {
    KennisgevingId id;
    std::string soort;
    Uuid rij;
    std::string aanleiding;  ///< gewijzigd, verwijderd, or the kind of request that was granted
    std::string staat;       ///< open, verstuurd or niet_verstuurd
    Tijdstip op;
    std::optional<Datum> gedaan_op;
    std::optional<std::string> reden;
};
BOOST_DESCRIBE_STRUCT(Kennisgeving, (), (id, soort, rij, aanleiding, staat, op, gedaan_op, reden))

struct Verstrekking {
    VerstrekkingId id;
    std::string kenmerk, ontvanger, ter_attentie_van, doel, grondslag;
    std::optional<std::string> overleg;
    std::string label;  ///< the strictest regime of what is in it
    std::optional<Datum> tot;
    bool te_noemen = false;
    toegang::Collega door;
    Tijdstip op;
    std::vector<GegevenFeit> feiten;
    std::vector<Kennisgeving> kennisgevingen;  ///< oldest first
    std::optional<Riec> riec;
};
BOOST_DESCRIBE_STRUCT(Verstrekking, (), (id, kenmerk, ontvanger, ter_attentie_van, doel, grondslag, overleg, label, tot, te_noemen, door, op, feiten, kennisgevingen, riec))

/// What was done about notices: all of these at once, as one letter tells them.
struct KennisgevingBesluit {
    std::vector<KennisgevingId> kennisgevingen;
    Code staat;                                ///< verstuurd or niet_verstuurd
    std::optional<Datum> gedaan_op;            ///< with verstuurd
    std::optional<Tekst<10, 2000>> reden;      ///< with niet_verstuurd: why it is not possible or not needed (AVG 19)
};
BOOST_DESCRIBE_STRUCT(KennisgevingBesluit, (), (kennisgevingen, staat, gedaan_op, reden))

// ── Rules ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Why this recipient may not have a fact, as a fault at `veld` that says which fact, why and what to do; none when he may.
[[nodiscard]] std::optional<VeldFout> weigering(const Feit& feit, const Ontvanger& ontvanger, bool overlegd, std::string veld);

/// What stands on every page of an afschrift.
[[nodiscard]] std::string watermerk(const Verstrekking& v, std::string_view ontvanger);
/// How letters name the codes of a verstrekking.
struct Namen {
    std::string organisatie, ontvanger, grondslag, label;
    std::string casus;  ///< kenmerk
};
/// The afschrift as an ODT (bytes), with the facts as they were when it was given.
[[nodiscard]] std::string afschrift(const Verstrekking& v, const std::vector<Feit>& feiten, const Namen& namen);
/// The notice of what is otherwise now: `feiten` as they are now; what is gone is not among them.
[[nodiscard]] std::string kennisgeving(const Verstrekking& v, const std::vector<Feit>& feiten, const Namen& namen, Datum vandaag);

/// A casus that the asker leads in which notices are open.
struct Werkregel {
    CasusId casus;
    std::string kenmerk, werknaam;
    int aantal = 0;
    Datum datum{};  ///< since when: a notice is due at once
};
[[nodiscard]] std::vector<Werkregel> mijn_werk(poort::Gang& gang);

[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::verstrekking

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
};
BOOST_DESCRIBE_STRUCT(Feit, (), (soort, rij, naam, tekst, regime, doorgifte))

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

struct VerstrekkingNieuw {
    Code ontvanger;  ///< stamcode partner
    Tekst<2, 200> ter_attentie_van;
    Tekst<10, 2000> doel;
    Code grondslag;                          ///< stamcode grondslag
    std::optional<Tekst<10, 2000>> overleg;  ///< with whom of the source it was discussed, and what he said
    std::optional<Datum> tot;                ///< until when the recipient may keep it
    bool te_noemen = false;                  ///< the recipient may be named to a data subject who asks
    std::vector<Feitkeuze> feiten;
};
BOOST_DESCRIBE_STRUCT(VerstrekkingNieuw, (), (ontvanger, ter_attentie_van, doel, grondslag, overleg, tot, te_noemen, feiten))

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
};
BOOST_DESCRIBE_STRUCT(Verstrekking, (), (id, kenmerk, ontvanger, ter_attentie_van, doel, grondslag, overleg, label, tot, te_noemen, door, op, feiten, kennisgevingen))

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

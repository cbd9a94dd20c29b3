// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "platform/toegang/toegang.hpp"
#include "werk/entiteit/label.hpp"

/// Ties between what a casus mentions: "wie is bestuurder van wat". One row per source that says so, each with its own
/// audience and label; a tie is what the rows that the asker may see say together, and nothing more (ontwerp.md §3).
namespace damwand::entiteit {

struct VerbandNieuw {
    Code soort;             ///< stamcode verbandsoort
    VermeldingId wie, wat;  ///< mentions of the casus, or of its signalen
    std::optional<Datum> geldig_van, geldig_tot;  ///< when it was so
    std::optional<Tekst<0, 2000>> toelichting;
    std::optional<Betrouwbaarheid> bron_betrouwbaarheid;  ///< F when not given
    std::optional<Getal<1, 6>> informatie_waarde;         ///< 6 when not given
    std::optional<Code> regime;
    std::optional<BronId> uit_bron;
    std::optional<DocumentId> uit_document;
    std::optional<Tekst<0, 200>> bron;
    std::optional<Datum> peildatum;
    std::optional<Code> doorgifte;
    std::optional<Reden> doorgifte_reden;
};
BOOST_DESCRIBE_STRUCT(VerbandNieuw, (),
                      (soort, wie, wat, geldig_van, geldig_tot, toelichting, bron_betrouwbaarheid, informatie_waarde, regime, uit_bron,
                       uit_document, bron, peildatum, doorgifte, doorgifte_reden))

/// Of what one source says. What it says it of does not change: that is another row.
struct VerbandWijziging {
    Wijziging<Datum> geldig_van, geldig_tot;
    Wijziging<Tekst<0, 2000>> toelichting;
    Wijziging<Betrouwbaarheid> bron_betrouwbaarheid;
    Wijziging<Getal<1, 6>> informatie_waarde;
    Wijziging<Tekst<0, 200>> bron;
    Wijziging<Datum> peildatum;
    Wijziging<Code> doorgifte;
    Wijziging<Reden> doorgifte_reden;
};
BOOST_DESCRIBE_STRUCT(VerbandWijziging, (),
                      (geldig_van, geldig_tot, toelichting, bron_betrouwbaarheid, informatie_waarde, bron, peildatum, doorgifte,
                       doorgifte_reden))

/// One end of a tie, as it is written where it is mentioned.
struct VerbandEind {
    VermeldingId vermelding;
    std::string soort, tekst;
};
BOOST_DESCRIBE_STRUCT(VerbandEind, (), (vermelding, soort, tekst))

/// What one source says of a tie.
struct VerbandBron {
    VerbandId id;
    std::optional<Datum> geldig_van, geldig_tot;
    std::optional<std::string> toelichting;
    std::string bron_betrouwbaarheid;
    int informatie_waarde = 6;
    std::string regime, bron;
    std::optional<BronId> uit_bron;
    std::optional<DocumentId> uit_document;
    Datum peildatum{};
    std::string doorgifte;
    std::optional<std::string> doorgifte_reden;
    toegang::Collega door;
    Tijdstip op{};
    int versie = 1;
};
BOOST_DESCRIBE_STRUCT(VerbandBron, (),
                      (id, geldig_van, geldig_tot, toelichting, bron_betrouwbaarheid, informatie_waarde, regime, bron, uit_bron,
                       uit_document, peildatum, doorgifte, doorgifte_reden, door, op, versie))

struct Verband {
    std::string soort;
    VerbandEind wie, wat;
    std::string regime, doorgifte;  ///< the strictest of `bronnen`
    std::vector<VerbandBron> bronnen;  ///< those that the asker may see; never none
};
BOOST_DESCRIBE_STRUCT(Verband, (), (soort, wie, wat, regime, doorgifte, bronnen))

/// A new row checked: adds every fault, and returns its label: at least that of both ends and of what it was taken from.
/// `uit`: that, when it is known. `dossier` is a casus.
[[nodiscard]] Label toets_verband(poort::Gang& gang, const Dossier& dossier, const VerbandNieuw& nieuw, const Herkomst* uit,
                                  std::vector<VeldFout>& fouten);
/// `dossier` has the audience and the label of the row itself.
VerbandBron leg_verband_vast(poort::Gang& gang, const Dossier& dossier, const VerbandNieuw& nieuw, const Herkomst* uit);
/// One row, without telling the logs. Throws onbekend().
[[nodiscard]] VerbandBron een_verband(poort::Gang& gang, const Dossier& dossier, VerbandId id);
/// Both hold If-Match against the version of the row. `uit` as for a mention.
VerbandBron wijzig_verband(poort::Gang& gang, const Dossier& dossier, VerbandId id, const VerbandWijziging& wijziging, const Label* uit);
void verwijder_verband(poort::Gang& gang, const Dossier& dossier, VerbandId id);
/// The ties of a casus, each through the rows that the asker may see, in the order those were made, as known at `moment`.
[[nodiscard]] std::vector<Verband> lees_verbanden(poort::Gang& gang, const Dossier& dossier, std::optional<Tijdstip> moment);

}  // namespace damwand::entiteit

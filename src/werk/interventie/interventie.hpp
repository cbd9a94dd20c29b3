// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "werk/casus/casus.hpp"

/// What is done about it, by whom, before when, and what came of it (domein.md §1, fase 3). The plain form: a type from
/// the catalogue, an owner, a term and a result.
namespace damwand::interventie {

struct InterventieNieuw {
    Code type;  ///< stamcode interventietype
    Tekst<1, 2000> omschrijving;
    Tekst<1, 200> uitvoerder;  ///< the department or partner that carries it out
    std::optional<GebruikerId> eigenaar;
    std::optional<Tekst<0, 300>> grondslag;  ///< the type's own when none
    std::optional<Datum> termijn;
    std::optional<Code> status;  ///< gepland when none
    std::optional<Tekst<0, 4000>> resultaat;
    std::optional<Datum> resultaat_op;
    std::optional<Code> regime;  ///< avg when none, or that of what it was taken from
    std::optional<BronId> uit_bron;
    std::optional<DocumentId> uit_document;
    std::optional<Tekst<0, 200>> bron;  ///< where it came from, in words
    std::optional<Code> doorgifte;
    std::optional<entiteit::Reden> doorgifte_reden;
};
BOOST_DESCRIBE_STRUCT(InterventieNieuw, (),
                      (type, omschrijving, uitvoerder, eigenaar, grondslag, termijn, status, resultaat, resultaat_op, regime, uit_bron,
                       uit_document, bron, doorgifte, doorgifte_reden))

struct InterventieWijziging {
    Wijziging<Code> type;
    Wijziging<Tekst<1, 2000>> omschrijving;
    Wijziging<Tekst<1, 200>> uitvoerder;
    Wijziging<GebruikerId> eigenaar;
    Wijziging<Tekst<0, 300>> grondslag;
    Wijziging<Datum> termijn;
    Wijziging<Code> status;
    Wijziging<Tekst<0, 4000>> resultaat;
    Wijziging<Datum> resultaat_op;
    Wijziging<Code> regime;
    Wijziging<Tekst<0, 200>> bron;
    Wijziging<Code> doorgifte;
    Wijziging<entiteit::Reden> doorgifte_reden;
};
BOOST_DESCRIBE_STRUCT(InterventieWijziging, (),
                      (type, omschrijving, uitvoerder, eigenaar, grondslag, termijn, status, resultaat, resultaat_op, regime, bron,
                       doorgifte, doorgifte_reden))

struct Interventie {
    InterventieId id;
    std::string type, categorie, omschrijving, uitvoerder;
    std::optional<toegang::Collega> eigenaar;
    std::optional<std::string> grondslag;
    std::optional<Datum> termijn;
    std::string status;
    std::optional<std::string> resultaat;
    std::optional<Datum> resultaat_op;
    std::string regime = "avg", bron;  ///< bron: where it came from, in words; empty when nobody said
    std::optional<BronId> uit_bron;
    std::optional<DocumentId> uit_document;
    std::string doorgifte = "vrij";
    std::optional<std::string> doorgifte_reden;
    toegang::Collega door;
    Tijdstip op;
    int versie = 0;
};
BOOST_DESCRIBE_STRUCT(Interventie, (),
                      (id, type, categorie, omschrijving, uitvoerder, eigenaar, grondslag, termijn, status, resultaat,
                       resultaat_op, regime, bron, uit_bron, uit_document, doorgifte, doorgifte_reden, door, op, versie))
/// True while it is still to be done: its term then counts.
[[nodiscard]] bool staat_open(std::string_view status) noexcept;
/// True once something was done: only after privacy check 2B.
[[nodiscard]] bool is_begonnen(std::string_view status) noexcept;
/// What its deadline is called.
[[nodiscard]] std::string wat(const Interventie& interventie);
/// Every fault in how status, result and dates go together; `vandaag` in Europe/Amsterdam.
[[nodiscard]] std::vector<VeldFout> fouten_in(const Interventie& interventie, Datum vandaag);

std::vector<poort::Route> routes();

/// Records one as the route does: locks the casus and asks permission for it with the route's own right. For a meeting.
Interventie voeg_toe(poort::Gang& gang, const CasusId& casus, const InterventieNieuw& nieuw);
/// The interventions of a casus in the order they were recorded, as known at `moment` (none: now).
[[nodiscard]] std::vector<Interventie> van_casus(poort::Gang& gang, const casus::Greep& greep,
                                                 const std::optional<Tijdstip>& moment);

}  // namespace damwand::interventie

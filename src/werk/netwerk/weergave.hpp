// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "platform/toegang/toegang.hpp"
#include "werk/netwerk/netwerk.hpp"

/// A chart that is kept and a chart on paper. Part of the room's front door (netwerk.hpp has the rest).
namespace damwand::netwerk {

using WeergaveId = Id<struct WeergaveMerk>;

/// Where something stood in a chart, and what somebody wrote beside it.
struct Geplaatst {
    Code soort;
    Tekst<1, 36> id;
    Getal<-100000, 100000> x, y;  ///< of the drawing, in its own units
    bool vast = false;            ///< put there by hand
    std::optional<Tekst<0, 500>> notitie;
    std::optional<Getal<0, 2000>> stap;  ///< when the chart is presented: with which step it comes
};
BOOST_DESCRIBE_STRUCT(Geplaatst, (), (soort, id, x, y, vast, notitie, stap))

}  // namespace damwand::netwerk

namespace damwand::json {
template <>
struct Vorm<std::vector<netwerk::Geplaatst>> : Kaartlijst<netwerk::Geplaatst> {};
}  // namespace damwand::json

namespace damwand::netwerk {

/// Belongs to the dossier it was made for: who may see that, may open it; each sees in it only what is his to know of.
struct WeergaveNieuw {
    Knoopkeuze dossier;
    Tekst<1, 120> naam;
    std::vector<Geplaatst> knopen;
    std::optional<Netwerkfilter> filter;
};
BOOST_DESCRIBE_STRUCT(WeergaveNieuw, (), (dossier, naam, knopen, filter))

/// Kept again by who made it: what is absent stays. Places, notes and filter go together.
struct WeergaveWijziging {
    std::optional<Tekst<1, 120>> naam;
    std::optional<std::vector<Geplaatst>> knopen;
    std::optional<Netwerkfilter> filter;  ///< with `knopen`
};
BOOST_DESCRIBE_STRUCT(WeergaveWijziging, (), (naam, knopen, filter))

struct WeergaveKort {
    WeergaveId id;
    std::string naam;
    Vindplaats dossier;
    toegang::Collega door;
    Tijdstip op{};
};
BOOST_DESCRIBE_STRUCT(WeergaveKort, (), (id, naam, dossier, door, op))

/// With what the asker may know of it now.
struct Weergave : WeergaveKort {
    std::vector<Geplaatst> knopen;
    std::optional<Netwerkfilter> filter;
};
BOOST_DESCRIBE_STRUCT(Weergave, (WeergaveKort), (knopen, filter))

struct Bladvraag {
    std::vector<Knoopkeuze> knopen;
    std::optional<Netwerkfilter> filter;
    Tekst<1, 500> reden;  ///< what it is taken out for; on the sheet and in the log's operation
};
BOOST_DESCRIBE_STRUCT(Bladvraag, (), (knopen, filter, reden))

/// What goes on paper, and what stands under it.
struct Blad {
    Netwerkbeeld beeld;
    std::string kenmerk;  ///< of this act, to find it in the logs
    std::string organisatie, reden;
    toegang::Collega door;
    Tijdstip op{};
    std::string regime, doorgifte;  ///< the strictest of what is on it; empty when only public registers are
    int personen = 0;
};
BOOST_DESCRIBE_STRUCT(Blad, (), (beeld, kenmerk, organisatie, reden, door, op, regime, doorgifte, personen))

inline constexpr int meeste_personen = 50;  ///< on one sheet (ontwerp.md §4, class dossier)

/// For another program. Export class dossier, as a sheet.
struct Bestandvraag {
    std::vector<Knoopkeuze> knopen;
    std::optional<Netwerkfilter> filter;
    Code vorm;            ///< graphml or csv
    Tekst<1, 500> reden;  ///< what it is taken out for
    std::optional<Tekst<0, 500>> overleg;  ///< whom one consulted, when sources ask that; without it what they say stays out
};
BOOST_DESCRIBE_STRUCT(Bestandvraag, (), (knopen, filter, vorm, reden, overleg))

/// People are numbers in it, dossiers are their kenmerk; no free text, and nothing of a source that may not be passed on.
struct Bestand {
    std::string naam, inhoud;
    std::string kenmerk;            ///< of this act, to find it in the logs
    int bronnen_weggelaten = 0;     ///< sources that may not leave
    int onderdelen_weggelaten = 0;  ///< objects that nothing in it is tied to
};
BOOST_DESCRIBE_STRUCT(Bestand, (), (naam, inhoud, kenmerk, bronnen_weggelaten, onderdelen_weggelaten))

[[nodiscard]] WeergaveKort bewaar(poort::Gang& gang, const Diensten& diensten, const WeergaveNieuw& nieuw);
[[nodiscard]] std::vector<WeergaveKort> weergaven(poort::Gang& gang);
[[nodiscard]] Weergave open(poort::Gang& gang, const Diensten& diensten, const WeergaveId& id);
/// Only by who made it (Fout `niet-van-u`). Returns what it was.
WeergaveKort gooi_weg(poort::Gang& gang, const WeergaveId& id);
/// Only by who made it (Fout `niet-van-u`).
[[nodiscard]] Weergave wijzig(poort::Gang& gang, const Diensten& diensten, const WeergaveId& id, const WeergaveWijziging& wijziging);
[[nodiscard]] Bestand maak_bestand(poort::Gang& gang, const Diensten& diensten, const Bestandvraag& vraag);
[[nodiscard]] Blad maak_blad(poort::Gang& gang, const Diensten& diensten, const Bladvraag& vraag);

}  // namespace damwand::netwerk

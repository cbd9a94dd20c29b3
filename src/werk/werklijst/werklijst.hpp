// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "werk/kaart/kaart.hpp"

/// What stands in an area becomes a list to work through, one premises at a time; and the areas that people drew and kept
/// (issue Registers; the rounds of R 3a and V). A list is of who made it and whom he added. It says of a place what was seen
/// there, in a word and a remark, never whether anybody made a signaal of it that others may not know: only that one was made.
namespace damwand::werklijst {

using WerklijstId = Id<struct WerklijstMerk>;
using WerkregelId = Id<struct WerkregelMerk>;
using EigenGebiedId = Id<struct EigenGebiedMerk>;

inline constexpr int meeste_regels = 500;
/// What became of a row, in the order people choose from. The first: not looked at yet.
inline constexpr std::array<std::string_view, 5> standen{"te_doen", "niemand", "niets_bijzonders", "nakijken", "signaal"};

struct EigenGebiedNieuw {
    Tekst<1, 80> naam;
    std::vector<std::vector<kaart::KaartPunt>> ringen;  ///< as Gebiedskeuze has them
    bool gedeeld = false;                               ///< with all who may see the map
};
BOOST_DESCRIBE_STRUCT(EigenGebiedNieuw, (), (naam, ringen, gedeeld))

struct EigenGebied {
    EigenGebiedId id;
    std::string naam;
    std::vector<std::vector<kaart::KaartPunt>> ringen;
    bool gedeeld = false;
    toegang::Collega door;
    Tijdstip op{};
};
BOOST_DESCRIBE_STRUCT(EigenGebied, (), (id, naam, ringen, gedeeld, door, op))

/// Takes everything the question finds, at most `meeste_regels`; its paging is passed over.
struct WerklijstNieuw {
    Tekst<1, 120> naam;
    Tekst<1, 500> aanleiding;
    std::optional<Datum> tot;  ///< the last day it is kept; a year from now when none, and two at most
    kaart::Selectievraag vraag;
};
BOOST_DESCRIBE_STRUCT(WerklijstNieuw, (), (naam, aanleiding, tot, vraag))

struct WerklijstKort {
    WerklijstId id;
    std::string naam, aanleiding;
    toegang::Collega door;
    Tijdstip op{};
    Datum tot{};
    int aantal = 0, gedaan = 0;
};
BOOST_DESCRIBE_STRUCT(WerklijstKort, (), (id, naam, aanleiding, door, op, tot, aantal, gedaan))

struct Werkregel {
    WerkregelId id;
    int nummer = 0;
    std::string soort;           ///< pand, verblijfsobject, standplaats, ligplaats
    std::string identificatie;   ///< 16 digits
    std::optional<std::string> nummeraanduiding;
    std::string adres, gebruik;  ///< as on the day the list was made
    std::string stand;
    std::optional<std::string> bevinding;
    std::optional<toegang::Collega> door;
    std::optional<Tijdstip> gedaan_op;
    int versie = 0;
};
BOOST_DESCRIBE_STRUCT(Werkregel, (), (id, nummer, soort, identificatie, nummeraanduiding, adres, gebruik, stand, bevinding, door, gedaan_op, versie))

struct Werklijst : WerklijstKort {
    std::vector<toegang::Collega> leden;  ///< besides who made it
    std::vector<Werkregel> regels;
};
BOOST_DESCRIBE_STRUCT(Werklijst, (WerklijstKort), (leden, regels))

struct WerkregelWijziging {
    Wijziging<Code> stand;
    Wijziging<Tekst<0, 500>> bevinding;
};
BOOST_DESCRIBE_STRUCT(WerkregelWijziging, (), (stand, bevinding))

[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::werklijst

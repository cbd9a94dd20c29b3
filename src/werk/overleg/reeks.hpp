// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "werk/actie/actie.hpp"

/// Series of meetings: their rhythm, who belongs to them with what mandate, and which are linked. Part of the room's front door (overleg.hpp).
namespace damwand::overleg {

using ReeksId = Id<struct OverlegreeksMerk>;
using OverlegId = Id<struct OverlegMerk>;
using PuntId = Id<struct AgendapuntMerk>;
using PunttoetsId = Id<struct PunttoetsMerk>;

inline constexpr std::array<std::string_view, 5> reekssoorten{"lip", "kernteam", "tafel", "ambtelijk", "anders"};
inline constexpr std::array<std::string_view, 3> geheimhoudingen{"ambtseed", "verklaring", "wettelijk"};
[[nodiscard]] bool is_een_van(std::string_view code, std::span<const std::string_view> lijst) noexcept;

/// The day of the meeting after `na` (none: the first) of a rhythm that began on `vanaf`: every so many weeks on this weekday
/// (1: Monday), and when that is a weekend or a public holiday (Atw 3) the first working day after it. Always after `na`.
[[nodiscard]] Datum volgende_dag(Datum vanaf, int weekdag, int ritme_weken, const std::optional<Datum>& na);
/// Whether `tekst` is a time of the day as "09:30".
[[nodiscard]] bool is_tijd(std::string_view tekst) noexcept;

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

struct ReeksKort {
    ReeksId id;
    std::string naam, soort;
};
BOOST_DESCRIBE_STRUCT(ReeksKort, (), (id, naam, soort))

}  // namespace damwand::overleg

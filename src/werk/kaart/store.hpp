// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "werk/kaart/kaart.hpp"

/// The only SQL of the room. Internal to it.
namespace damwand::kaart::store {

/// Today when none is given.
[[nodiscard]] Datum dag(db::Transactie& tx, const std::optional<Datum>& peildatum);

/// What every tile follows from: the last loads of the registers; and the same with today behind it, after a space.
inline constexpr std::string_view sql_stand =
    "(select coalesce(max(id), 0) from register.lading) || '.' || (select coalesce(max(id), 0) from register.gebiedlading) || '.' || (select coalesce(max(id), 0) from register.kvk_lading)";
inline constexpr std::string_view sql_stand_en_dag =
    "(select coalesce(max(id), 0) from register.lading) || '.' || (select coalesce(max(id), 0) from register.gebiedlading) || '.' || (select coalesce(max(id), 0) from register.kvk_lading) || ' ' || basis.vandaag()";
[[nodiscard]] std::string stand(db::Transactie& tx);
[[nodiscard]] Kaartstand overzicht(db::Transactie& tx);

/// An area in RD, as PostGIS writes a geometry. Throws onbekend() when no such area is loaded, `gebied-ongeldig` when a
/// drawn one crosses itself.
[[nodiscard]] std::string vlak(db::Transactie& tx, const Gebiedskeuze& keuze, Datum dag);

/// The extent of such an area or of a tile, in whole kilometres of RD outwards: "128,480,130,481".
[[nodiscard]] std::string uitsnede(db::Transactie& tx, const std::string& vlak);
[[nodiscard]] std::string uitsnede(int z, int x, int y);

/// A vector tile. `laag`: panden, objecten, vestigingen or a kind of area. Empty when nothing is there.
[[nodiscard]] std::string tegel(db::Transactie& tx, std::string_view laag, int z, int x, int y, Datum dag);

[[nodiscard]] std::vector<Gebiedstelling> tel(db::Transactie& tx, std::string_view soort, const std::optional<std::string>& binnen, Datum dag);

/// A row with its place in degrees (WGS 84), for GeoJSON.
struct Regel : Selectieregel {
    double lengte = 0, breedte = 0;
};
/// How to find, sort and page: checked, with numbers for words.
struct Zoek {
    std::string vlak;
    Datum dag{};
    bool panden = false;
    std::optional<std::vector<int>> gebruik;
    std::optional<int> bouwjaar_vanaf, bouwjaar_tot_en_met;
    std::string sorteer = "adres";
    bool aflopend = false;
    int vanaf = 0, aantal = 100;
};
[[nodiscard]] std::vector<Gebruikstelling> tel_gebruik(db::Transactie& tx, const Zoek& zoek);
[[nodiscard]] std::vector<Branchetelling> tel_branches(db::Transactie& tx, const std::string& vlak, Datum dag);
[[nodiscard]] std::vector<Regel> zoek(db::Transactie& tx, const Zoek& zoek);

/// Sums per area: `aantallen[i]` at `adressen[i]`.
struct Som {
    std::string code;
    int aantal = 0;
};
[[nodiscard]] std::vector<Som> tel_in_gebieden(db::Transactie& tx, std::string_view soort, const std::vector<std::string>& adressen, const std::vector<int>& aantallen, Datum dag);

}  // namespace damwand::kaart::store

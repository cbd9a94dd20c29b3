// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/tijd.hpp"
#include "platform/db/db.hpp"
#include "werk/register/adres.hpp"

/// A building of the BAG with what is and was in it. Part of the room's front door (register.hpp).
namespace damwand::registers {

/// Metres of EPSG:3857, the projection of the screens.
struct Uitsnede {
    double west = 0, zuid = 0, oost = 0, noord = 0;
};
BOOST_DESCRIBE_STRUCT(Uitsnede, (), (west, zuid, oost, noord))

/// Likewise metres of EPSG:3857.
struct KaartPunt {
    double x = 0, y = 0;
};
BOOST_DESCRIBE_STRUCT(KaartPunt, (), (x, y))

/// A verblijfsobject as it is in the building now, or as it last was.
struct PandObject {
    std::string identificatie;
    std::string status;                       ///< the text of the standard
    std::vector<std::string> gebruiksdoelen;  ///< likewise
    std::optional<int> oppervlakte;           ///< m²
    std::vector<Adres> adressen;              ///< the main one first
    bool huidig = true;                       ///< false: withdrawn, or in another building now
};
BOOST_DESCRIBE_STRUCT(PandObject, (), (identificatie, status, gebruiksdoelen, oppervlakte, adressen, huidig))

struct Pandversie {
    Datum van{};
    std::optional<Datum> tot;  ///< the first day it was otherwise
    int bouwjaar = 0;
    std::string status;  ///< the text of the standard
};
BOOST_DESCRIBE_STRUCT(Pandversie, (), (van, tot, bouwjaar, status))

struct Pand {
    std::string identificatie;  ///< 16 digits
    int bouwjaar = 0;
    std::string status;                 ///< the text of the standard: "Pand in gebruik"
    bool huidig = true;                 ///< false: not built yet, pulled down, or gone from the last delivery
    std::vector<PandObject> objecten;   ///< those that are there first; at most 1000
    std::vector<Pandversie> versies;    ///< as they were registered, the newest first
    std::optional<Uitsnede> uitsnede;   ///< where it is or was; none when it was never there to see
    std::optional<Datum> standdatum;    ///< of the delivery this comes from
};
BOOST_DESCRIBE_STRUCT(Pand, (), (identificatie, bouwjaar, status, huidig, objecten, versies, uitsnede, standdatum))

/// Throws onbekend() when it was never delivered, or is no id of a building.
[[nodiscard]] Pand toon_pand(db::Transactie& tx, std::string_view identificatie);

/// Where these addresses (nummeraanduidingen, 16 digits) are, or last were; within `vlak` (a geometry in RD, as text) when given. An
/// address without an object is left out.
[[nodiscard]] std::map<std::string, KaartPunt> punten_van_adressen(db::Transactie& tx, const std::vector<std::string>& adressen, const std::optional<std::string>& vlak = {});
/// A point on each of these buildings as it is, or last was; one that was never there to see is left out.
[[nodiscard]] std::map<std::string, KaartPunt> punten_van_panden(db::Transactie& tx, const std::vector<std::string>& panden);

/// The addresses (nummeraanduidingen, 16 digits) of all that is or was in it, in order; throws onbekend() likewise.
[[nodiscard]] std::vector<std::string> adressen_in_pand(db::Transactie& tx, std::string_view identificatie);

}  // namespace damwand::registers

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/tijd.hpp"
#include "platform/db/db.hpp"

/// Addresses of the BAG: one with what stands there, and looking them up as people type. Part of the room's front door (register.hpp).
namespace damwand::registers {

/// An address as people read it. Ids have their leading zeros.
struct Adres {
    std::string nummeraanduiding;  ///< 16 digits
    std::string weergave;          ///< "Kerkstraat 12b-3, 1381 AB Weesp"
    std::string straat;            ///< empty when the delivery names a street it does not hold
    int huisnummer = 0;
    std::optional<std::string> huisletter, toevoeging;
    std::optional<std::string> postcode;  ///< 9999AA
    std::string woonplaats;               ///< empty when unknown, as with the street
    bool actief = true;  ///< false: withdrawn, or gone from the last delivery; kept because cases refer to it
};
BOOST_DESCRIBE_STRUCT(Adres, (),
                      (nummeraanduiding, weergave, straat, huisnummer, huisletter, toevoeging, postcode, woonplaats,
                       actief))

struct AdresPand {
    std::string identificatie;
    int bouwjaar = 0;
    std::string status;  ///< the text of the standard: "Pand in gebruik"
};
BOOST_DESCRIBE_STRUCT(AdresPand, (), (identificatie, bouwjaar, status))

/// What stands at an address.
struct AdresObject {
    std::string identificatie;
    std::string soort;                        ///< verblijfsobject, ligplaats or standplaats
    std::string status;                       ///< the text of the standard: "Verblijfsobject in gebruik"
    std::vector<std::string> gebruiksdoelen;  ///< empty for ligplaats and standplaats
    std::optional<int> oppervlakte;           ///< m²
    std::vector<AdresPand> panden;            ///< those that are in the delivery
};
BOOST_DESCRIBE_STRUCT(AdresObject, (), (identificatie, soort, status, gebruiksdoelen, oppervlakte, panden))

/// RD New (EPSG:28992), metres.
struct RdPlek {
    double x = 0, y = 0;
};
BOOST_DESCRIBE_STRUCT(RdPlek, (), (x, y))

struct AdresMetObjecten : Adres {
    std::vector<AdresObject> objecten;
    std::optional<RdPlek> rd;  ///< of the first object
    Datum standdatum{};        ///< of the delivery this comes from
};
BOOST_DESCRIBE_STRUCT(AdresMetObjecten, (Adres), (objecten, rd, standdatum))

struct AdresZoeken {
    Tekst<1, 200> tekst;
    std::optional<Getal<1, 50>> aantal;  ///< 10 when absent
};
BOOST_DESCRIBE_STRUCT(AdresZoeken, (), (tekst, aantal))

struct AdresTonen {
    Tekst<16, 16> nummeraanduiding;
};
BOOST_DESCRIBE_STRUCT(AdresTonen, (), (nummeraanduiding))

struct AdresLijst {
    std::vector<Adres> resultaten;
};
BOOST_DESCRIBE_STRUCT(AdresLijst, (), (resultaten))

/// The address with this id (16 digits), active or not; nothing when it was never delivered or is no id.
[[nodiscard]] std::optional<Adres> zoek_adres(db::Transactie& tx, std::string_view nummeraanduiding);

/// Several at once, by id; those that were never delivered are left out.
[[nodiscard]] std::map<std::string, Adres> zoek_adressen(db::Transactie& tx, const std::vector<std::string>& nummeraanduidingen);

/// The same with its objects; throws onbekend().
[[nodiscard]] AdresMetObjecten toon_adres(db::Transactie& tx, std::string_view nummeraanduiding);

/// Looks up addresses typed as people type: "kerkstr 12b weesp", "1381ab 12". Thread safe. Keeps the names of the
/// streets in memory (about 60 bytes each) and reads them again when a load was committed since.
class Adreszoeker {
  public:
    Adreszoeker();
    ~Adreszoeker();
    Adreszoeker(const Adreszoeker&) = delete;
    Adreszoeker& operator=(const Adreszoeker&) = delete;
    /// The best first, at most `aantal`; active ones before others that match as well.
    [[nodiscard]] std::vector<Adres> zoek(db::Transactie& tx, std::string_view tekst, int aantal);

  private:
    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m;
};

}  // namespace damwand::registers

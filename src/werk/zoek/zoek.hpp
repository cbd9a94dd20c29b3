// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "werk/casus/casus.hpp"
#include "werk/register/register.hpp"
#include "werk/signaal/signaal.hpp"

/// One box for everything: addresses, files, and who and what is named in them. What is found is ids; everything shown is read
/// again from the rooms it belongs to, as the asker may see it.
namespace damwand::zoek {

struct AllesZoeken {
    Tekst<1, 200> tekst;
    std::optional<Getal<1, 50>> aantal;  ///< of each kind; 5 when absent
};
BOOST_DESCRIBE_STRUCT(AllesZoeken, (), (tekst, aantal))

/// Where something that was found stands.
struct GevondenPlaats {
    std::string soort;  ///< signaal or casus
    Uuid id;
    std::string kenmerk, naam;  ///< naam: title or working name
};
BOOST_DESCRIBE_STRUCT(GevondenPlaats, (), (soort, id, kenmerk, naam))

struct GevondenVermelding {
    VermeldingId id;
    std::string soort;  ///< stamcode vermeldingsoort: persoon, bedrijf, voertuig, …
    std::string tekst;
    std::optional<std::string> sleutel, rol;
    GevondenPlaats dossier;
};
BOOST_DESCRIBE_STRUCT(GevondenVermelding, (), (id, soort, tekst, sleutel, rol, dossier))

struct GevondenDocument {
    DocumentId id;
    std::string naam;
    GevondenPlaats dossier;
};
BOOST_DESCRIBE_STRUCT(GevondenDocument, (), (id, naam, dossier))

/// How many there are that fit, of what the asker may see; at most a hundred are looked at.
struct GevondenAantallen {
    int signalen = 0, casussen = 0, vermeldingen = 0, documenten = 0;
};
BOOST_DESCRIBE_STRUCT(GevondenAantallen, (), (signalen, casussen, vermeldingen, documenten))

/// Each kind with the best first. Without a purpose (the header Verwerkingsactiviteit) no people, their companies, signs and files are
/// looked for.
struct AllesGevonden {
    std::vector<registers::Adres> adressen;
    std::vector<registers::GevondenBedrijf> bedrijven;
    std::vector<signaal::SignaalKort> signalen;
    std::vector<casus::CasusKort> casussen;
    std::vector<GevondenVermelding> vermeldingen;
    std::vector<GevondenDocument> documenten;
    GevondenAantallen aantallen;
    bool in_alles = false;  ///< people, signs and files were looked for
};
BOOST_DESCRIBE_STRUCT(AllesGevonden, (), (adressen, bedrijven, signalen, casussen, vermeldingen, documenten, aantallen, in_alles))

[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::zoek

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "werk/netwerk/weergave.hpp"

/// Inside the room: the only SQL. First what fills the graph (ids and audiences of everybody), then what is shown of it (as the asker).
namespace damwand::netwerk::store {

// ---- filling ----

struct Knooprij {
    OrganisatieId organisatie;
    Uuid rij;
    KnoopRef knoop;
    int zicht = 0;
    std::string dossier_soort;
};
struct Bandrij {
    OrganisatieId organisatie;
    Uuid rij;
    std::string soort;
    KnoopRef van, naar;
    int zicht = 0;
    std::string dossier_soort;
    std::optional<Datum> begin, eind;
    char bron = 'F';
    int waarde = 6;
};
/// `spoor`: the row is gone, and this is the head of the SHA-256 of its id.
struct Gewijzigd {
    Uuid rij;
    bool spoor = false;
};
/// Transaction from which to ask the next time; the rows that changed in `vanaf` and later, by the number of the change.
struct Wijzigingen {
    std::string stand;
    std::map<std::int64_t, Gewijzigd> rijen;
};
[[nodiscard]] Wijzigingen wijzigingen(db::Transactie& tx, const std::string& vanaf);
/// What these rows say now; none: every row there is.
[[nodiscard]] std::vector<Knooprij> knopen(db::Transactie& tx, const std::optional<std::vector<Uuid>>& rijen);
[[nodiscard]] std::vector<Bandrij> banden(db::Transactie& tx, const std::optional<std::vector<Uuid>>& rijen);
/// Takes away the changes of more than an hour ago.
void veeg(db::Transactie& tx);
/// Changes when the registers were loaded anew.
[[nodiscard]] std::string registerstand(db::Transactie& tx);
// The public registers, row by row as their tables have them (numbers, days): what belongs to what is found by whoever reads them, for at tens of
// millions a join and text cost the database more than reading.
struct Adresrij {
    std::int64_t nummeraanduiding = 0, object = 0;
};
struct Pandrij {
    std::int64_t object = 0, pand = 0;
};
/// A version of a company or an establishment.
struct Bedrijfsrij {
    std::int64_t vestiging = 0;  ///< 0 for the company itself
    std::int32_t kvk = 0;
    std::optional<std::int64_t> adres;
    std::optional<std::int32_t> van, tot;  ///< days since 1970-01-01, [van, tot)
};
/// Of addresses in use.
void adressen(db::Verbinding& v, const std::function<void(const Adresrij&)>& neem);
void panden(db::Verbinding& v, const std::function<void(const Pandrij&)>& neem);
void bedrijven(db::Verbinding& v, const std::function<void(std::int32_t kvk, const Uuid&)>& neem);
void vestigingen(db::Verbinding& v, const std::function<void(const Bedrijfsrij&)>& neem);
void ondernemingen(db::Verbinding& v, const std::function<void(const Bedrijfsrij&)>& neem);  ///< those with an address

// ---- showing: everything under row-level security, for the asker's own audiences ----

struct Naam {
    std::string naam;
    std::optional<std::string> kenmerk;
    std::optional<Uuid> bedrijf{};
    std::optional<registers::KaartPunt> punt{};
};
/// Of those of these that there are for the asker. Tells the logs of every dossier, person, company and address it names.
[[nodiscard]] std::map<KnoopRef, Naam> namen(poort::Gang& gang, const std::set<KnoopRef>& knopen);
/// How many of these rows the asker may not see.
[[nodiscard]] int onzichtbaar(poort::Gang& gang, const std::set<Uuid>& rijen);
/// What these rows say of a tie, for those the asker may see.
[[nodiscard]] std::map<Uuid, Bewijs> bewijzen(poort::Gang& gang, const std::set<Uuid>& rijen);

// ---- keeping ----

struct Weergaverij {
    WeergaveKort kort;  ///< the dossier without its names
    int zicht = 0;
    boost::json::value inhoud;
};
void bewaar_weergave(poort::Gang& gang, const WeergaveId& id, int zicht, const KnoopRef& dossier, const std::string& naam, const boost::json::value& inhoud);
/// Those in the asker's audiences, or the one with this id when he may see it; the last first, at most 200.
[[nodiscard]] std::vector<Weergaverij> lees_weergaven(poort::Gang& gang, const std::optional<WeergaveId>& id);
void wijzig_weergave(poort::Gang& gang, const WeergaveId& id, const std::string& naam, const boost::json::value& inhoud);
void gooi_weergave_weg(poort::Gang& gang, const WeergaveId& id);
void schrijf_incident(db::Transactie& tx, OrganisatieId organisatie, OperatieId operatie, int rijen);

}  // namespace damwand::netwerk::store

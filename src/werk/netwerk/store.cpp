// SPDX-License-Identifier: EUPL-1.2
#include "werk/netwerk/store.hpp"

#include <charconv>
#include <limits>

#include "platform/logboek/zegel.hpp"

namespace damwand::netwerk::store {

/// What fills the graph.
namespace {

std::int64_t geheel(std::string_view tekst) {
    std::int64_t uit = 0;
    std::from_chars(tekst.data(), tekst.data() + tekst.size(), uit);
    return uit;
}

template <class F>
void elke(db::Verbinding& v, const std::string& sql, F&& doe) {
    v.kopieer_uit("copy (" + sql + ") to stdout (format binary)");
    while (const auto rij = v.volgende_kopie()) {
        const logboek::Tupel tupel(*rij);
        if (!tupel.einde()) doe(tupel);
    }
}

/// A date as PostgreSQL has it, in days since 2000-01-01, whose ends of the range mean without end.
std::optional<std::int32_t> dag(const logboek::Tupel& rij, std::size_t veld) {
    constexpr std::int64_t dagen_tot_2000 = 10'957;
    if (rij.leeg(veld)) return std::nullopt;
    const auto dagen = rij.getal(veld);
    if (dagen == std::numeric_limits<std::int32_t>::min() || dagen == std::numeric_limits<std::int32_t>::max()) return std::nullopt;
    return static_cast<std::int32_t>(dagen + dagen_tot_2000);
}

Bedrijfsrij bedrijfsrij(const logboek::Tupel& rij) {
    return {.vestiging = rij.getal(0),
            .kvk = static_cast<std::int32_t>(rij.getal(1)),
            .adres = rij.leeg(2) ? std::nullopt : std::optional(rij.getal(2)),
            .van = dag(rij, 3),
            .tot = dag(rij, 4)};
}

db::Parameter welke(const std::optional<std::vector<Uuid>>& rijen) { return rijen ? db::parameter(*rijen) : db::Parameter{}; }

}  // namespace

Wijzigingen wijzigingen(db::Transactie& tx, const std::string& vanaf) {
    const auto gevonden = tx.een("select stand, nummers, rijen, sporen from netwerk.wijzigingen($1)", vanaf);
    const auto rij = gevonden[0];
    const auto nummers = rij.veld<std::vector<std::string>>("nummers"), rijen = rij.veld<std::vector<std::string>>("rijen"), sporen = rij.veld<std::vector<std::string>>("sporen");
    Wijzigingen uit{.stand = rij.veld<std::string>("stand"), .rijen = {}};
    for (std::size_t i = 0; i < nummers.size(); ++i) uit.rijen.emplace(geheel(nummers[i]), Gewijzigd{Uuid::lees(rijen[i]).value(), sporen[i] == "true"});
    return uit;
}

std::vector<Knooprij> knopen(db::Transactie& tx, const std::optional<std::vector<Uuid>>& rijen) {
    std::vector<Knooprij> uit;
    for (const auto rij : tx.doe("select organisatie, rij, soort, knoop, zicht, dossier_soort from netwerk.lees_knopen($1::uuid[])", welke(rijen))) {
        uit.push_back({.organisatie = rij.veld<OrganisatieId>("organisatie"),
                       .rij = rij.veld<Uuid>("rij"),
                       .knoop = {rij.veld<std::string>("soort"), rij.veld<std::string>("knoop")},
                       .zicht = rij.veld<int>("zicht"),
                       .dossier_soort = rij.veld<std::string>("dossier_soort")});
    }
    return uit;
}

std::vector<Bandrij> banden(db::Transactie& tx, const std::optional<std::vector<Uuid>>& rijen) {
    std::vector<Bandrij> uit;
    for (const auto rij : tx.doe("select organisatie, rij, soort, van_soort, van, naar_soort, naar, zicht, dossier_soort, begin, eind, bron_betrouwbaarheid, informatie_waarde"
                                 "  from netwerk.lees_banden($1::uuid[])", welke(rijen))) {
        uit.push_back({.organisatie = rij.veld<OrganisatieId>("organisatie"),
                       .rij = rij.veld<Uuid>("rij"),
                       .soort = rij.veld<std::string>("soort"),
                       .van = {rij.veld<std::string>("van_soort"), rij.veld<std::string>("van")},
                       .naar = {rij.veld<std::string>("naar_soort"), rij.veld<std::string>("naar")},
                       .zicht = rij.veld<int>("zicht"),
                       .dossier_soort = rij.veld<std::string>("dossier_soort"),
                       .begin = rij.veld<std::optional<Datum>>("begin"),
                       .eind = rij.veld<std::optional<Datum>>("eind"),
                       .bron = rij.veld<std::string>("bron_betrouwbaarheid")[0],
                       .waarde = rij.veld<int>("informatie_waarde")});
    }
    return uit;
}

void veeg(db::Transactie& tx) { tx.doe("select netwerk.veeg()"); }

std::string registerstand(db::Transactie& tx) {
    return tx.een("select concat_ws('.', (select max(id) from register.lading), (select max(id) from register.kvk_lading)) as stand")[0].veld<std::string>("stand");
}

void schrijf_incident(db::Transactie& tx, OrganisatieId organisatie, OperatieId operatie, int rijen) {
    tx.doe("insert into logboek.incident (organisatie, tijd, soort, operatie, aantal) values ($1, basis.nu(), 'netwerk-onzeker', $2, $3)", organisatie, operatie, rijen);
}

void bewaar_weergave(poort::Gang& gang, const WeergaveId& id, int zicht, const KnoopRef& dossier, const std::string& naam, const boost::json::value& inhoud) {
    gang.tx().doe("insert into netwerk.weergave (organisatie, id, zicht, dossier_soort, dossier, naam, inhoud, door, op, operatie)"
                  " values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, basis.nu(), basis.operatie())",
                  gang.wie().organisatie, id, zicht, dossier.soort, dossier.id, naam, inhoud, gang.wie().gebruiker);
}

std::vector<Weergaverij> lees_weergaven(poort::Gang& gang, const std::optional<WeergaveId>& id) {
    std::vector<Weergaverij> uit;
    for (const auto rij : gang.tx().doe("select w.id, w.naam, w.dossier_soort, w.dossier, w.zicht, w.inhoud, w.door, g.naam as door_naam, w.op from netwerk.weergave w"
                                        "  join toegang.gebruiker g on g.organisatie = w.organisatie and g.id = w.door"
                                        " where w.organisatie = $1 and w.zicht = any ($2::int[]) and ($3::uuid is null or w.id = $3) order by w.op desc, w.id limit 200",
                                        gang.wie().organisatie, gang.wie().zichten, id)) {
        uit.push_back({.kort = {.id = rij.veld<WeergaveId>("id"),
                                .naam = rij.veld<std::string>("naam"),
                                .dossier = {.soort = rij.veld<std::string>("dossier_soort"), .id = rij.veld<Uuid>("dossier"), .kenmerk = {}, .naam = {}},
                                .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                                .op = rij.veld<Tijdstip>("op")},
                       .zicht = rij.veld<int>("zicht"),
                       .inhoud = rij.veld<boost::json::value>("inhoud")});
    }
    return uit;
}

void wijzig_weergave(poort::Gang& gang, const WeergaveId& id, const std::string& naam, const boost::json::value& inhoud) {
    gang.tx().doe("update netwerk.weergave set naam = $3, inhoud = $4::jsonb, op = basis.nu(), operatie = basis.operatie() where organisatie = $1 and id = $2 and door = $5",
                  gang.wie().organisatie, id, naam, inhoud, gang.wie().gebruiker);
}

void gooi_weergave_weg(poort::Gang& gang, const WeergaveId& id) {
    gang.tx().doe("delete from netwerk.weergave where organisatie = $1 and id = $2", gang.wie().organisatie, id);
}

void adressen(db::Verbinding& v, const std::function<void(const Adresrij&)>& neem) {
    elke(v, "select nummeraanduiding, object from register.adres where actief and object is not null", [&](const auto& rij) { neem({rij.getal(0), rij.getal(1)}); });
}

void panden(db::Verbinding& v, const std::function<void(const Pandrij&)>& neem) {
    elke(v, "select identificatie, unnest(panden) from register.verblijfsobject", [&](const auto& rij) { neem({rij.getal(0), rij.getal(1)}); });
}

void bedrijven(db::Verbinding& v, const std::function<void(std::int32_t kvk, const Uuid&)>& neem) {
    elke(v, "select kvk_nummer, id from register.bedrijf", [&](const auto& rij) { neem(static_cast<std::int32_t>(rij.getal(0)), rij.uuid(1)); });
}

void vestigingen(db::Verbinding& v, const std::function<void(const Bedrijfsrij&)>& neem) {
    elke(v, "select vestigingsnummer, kvk_nummer, adres, van, tot from register.vestiging", [&](const auto& rij) { neem(bedrijfsrij(rij)); });
}

void ondernemingen(db::Verbinding& v, const std::function<void(const Bedrijfsrij&)>& neem) {
    elke(v, "select 0, kvk_nummer, adres, van, tot from register.onderneming where adres is not null", [&](const auto& rij) { neem(bedrijfsrij(rij)); });
}

}  // namespace damwand::netwerk::store

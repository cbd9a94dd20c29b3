// SPDX-License-Identifier: EUPL-1.2
#include "werk/werklijst/store.hpp"

namespace damwand::werklijst::store {
namespace {

std::int64_t nummer_van(const std::string& cijfers) { return std::stoll(cijfers); }

Werkregel regel_van(const db::Rij& rij) {
    Werkregel r{.id = rij.veld<WerkregelId>("id"),
                .nummer = rij.veld<int>("nummer"),
                .soort = rij.veld<std::string>("soort"),
                .identificatie = rij.veld<std::string>("identificatie"),
                .nummeraanduiding = rij.veld<std::optional<std::string>>("nummeraanduiding"),
                .adres = rij.veld<std::string>("adres"),
                .gebruik = rij.veld<std::string>("gebruik"),
                .stand = rij.veld<std::string>("stand"),
                .bevinding = rij.veld<std::optional<std::string>>("bevinding"),
                .door = {},
                .gedaan_op = rij.veld<std::optional<Tijdstip>>("gedaan_op"),
                .versie = rij.veld<int>("versie")};
    if (const auto wie = rij.veld<std::optional<GebruikerId>>("door")) r.door = toegang::Collega{*wie, rij.veld<std::string>("door_naam")};
    return r;
}

constexpr std::string_view regelkolommen =
    "select r.id, r.nummer, r.soort, lpad(r.identificatie::text, 16, '0') as identificatie, lpad(r.nummeraanduiding::text, 16, '0') as nummeraanduiding,"
    " r.adres, r.gebruik, r.stand, r.bevinding, r.door, g.naam as door_naam, r.gedaan_op, r.versie"
    "  from werklijst.regel r left join toegang.gebruiker g on g.organisatie = r.organisatie and g.id = r.door"
    " where r.organisatie = $1 and r.werklijst = $2";

}  // namespace

std::vector<EigenGebied> gebieden(poort::Gang& gang, const std::optional<EigenGebiedId>& een) {
    std::vector<EigenGebied> uit;
    for (const auto rij : gang.tx().doe("select e.id, e.naam, e.ringen::text as ringen, e.gedeeld, e.door, g.naam as door_naam, e.op from werklijst.eigen_gebied e"
                                        " join toegang.gebruiker g on g.organisatie = e.organisatie and g.id = e.door"
                                        " where e.organisatie = $1 and ($2::uuid is null or e.id = $2) order by lower(e.naam), e.id",
                                        gang.wie().organisatie, een)) {
        uit.push_back({.id = rij.veld<EigenGebiedId>("id"),
                       .naam = rij.veld<std::string>("naam"),
                       .ringen = json::lees<std::vector<std::vector<kaart::KaartPunt>>>(json::ontleed(rij.veld<std::string>("ringen"))),
                       .gedeeld = rij.veld<bool>("gedeeld"),
                       .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                       .op = rij.veld<Tijdstip>("op")});
    }
    return uit;
}

void maak_gebied(poort::Gang& gang, const EigenGebiedId& id, const EigenGebiedNieuw& nieuw) {
    gang.tx().doe("insert into werklijst.eigen_gebied (organisatie, id, naam, ringen, gedeeld, door, op, operatie)"
                  " values ($1, $2, $3, $4::jsonb, $5, $6, basis.nu(), basis.operatie())",
                  gang.wie().organisatie, id, *nieuw.naam, boost::json::serialize(json::schrijf(nieuw.ringen)), nieuw.gedeeld, gang.wie().gebruiker);
}

bool gooi_gebied_weg(poort::Gang& gang, const EigenGebiedId& id) {
    return !gang.tx().doe("delete from werklijst.eigen_gebied where organisatie = $1 and id = $2 and door = $3 returning id", gang.wie().organisatie, id, gang.wie().gebruiker).leeg();
}

std::vector<Rij> lijsten(poort::Gang& gang, const std::optional<WerklijstId>& een) {
    std::vector<Rij> uit;
    for (const auto rij : gang.tx().doe("select w.id, w.zicht, w.naam, w.aanleiding, w.door, g.naam as door_naam, w.op, w.tot, r.aantal, r.gedaan from werklijst.werklijst w"
                                        " join toegang.gebruiker g on g.organisatie = w.organisatie and g.id = w.door"
                                        " cross join lateral (select count(*)::integer as aantal, count(*) filter (where stand <> 'te_doen')::integer as gedaan from werklijst.regel"
                                        "                      where organisatie = w.organisatie and werklijst = w.id) r"
                                        " where w.organisatie = $1 and ($2::uuid is null or w.id = $2) order by w.op desc, w.id",
                                        gang.wie().organisatie, een)) {
        uit.push_back({.kort = {.id = rij.veld<WerklijstId>("id"),
                                .naam = rij.veld<std::string>("naam"),
                                .aanleiding = rij.veld<std::string>("aanleiding"),
                                .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                                .op = rij.veld<Tijdstip>("op"),
                                .tot = rij.veld<Datum>("tot"),
                                .aantal = rij.veld<int>("aantal"),
                                .gedaan = rij.veld<int>("gedaan")},
                       .zicht = rij.veld<int>("zicht")});
    }
    return uit;
}

std::vector<toegang::Collega> leden(poort::Gang& gang, const WerklijstId& id) {
    std::vector<toegang::Collega> uit;
    for (const auto rij : gang.tx().doe("select g.id, g.naam from werklijst.werklijst w join toegang.zicht_lid l on l.organisatie = w.organisatie and l.zicht = w.zicht and l.gebruiker <> w.door"
                                        " join toegang.gebruiker g on g.organisatie = l.organisatie and g.id = l.gebruiker where w.organisatie = $1 and w.id = $2 order by g.naam, g.id",
                                        gang.wie().organisatie, id)) {
        uit.push_back({rij.veld<GebruikerId>("id"), rij.veld<std::string>("naam")});
    }
    return uit;
}

std::vector<Werkregel> regels(poort::Gang& gang, const WerklijstId& id) {
    static const std::string sql = std::string(regelkolommen) + " order by r.nummer";
    std::vector<Werkregel> uit;
    for (const auto rij : gang.tx().doe(sql, gang.wie().organisatie, id)) uit.push_back(regel_van(rij));
    return uit;
}

void maak(poort::Gang& gang, const WerklijstId& id, const WerklijstNieuw& nieuw, Datum tot, const std::vector<kaart::Selectieregel>& regels) {
    auto& tx = gang.tx();
    const auto organisatie = gang.wie().organisatie;
    const auto zicht = tx.een("select toegang.nieuw_zicht('werklijst', $1) as zicht", id)[0].veld<int>("zicht");
    tx.doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker) values ($1, $2, $3)", organisatie, zicht, gang.wie().gebruiker);
    gang.kom_in(zicht);
    tx.doe("insert into werklijst.werklijst (organisatie, id, zicht, naam, aanleiding, tot, door, op, operatie) values ($1, $2, $3, $4, $5, $6, $7, basis.nu(), basis.operatie())",
           organisatie, id, zicht, *nieuw.naam, *nieuw.aanleiding, tot, gang.wie().gebruiker);
    std::vector<std::string> soorten, adressen, gebruiken;
    std::vector<std::int64_t> ids, nummers;
    for (const auto& r : regels) {
        soorten.push_back(r.soort);
        ids.push_back(nummer_van(r.identificatie));
        nummers.push_back(r.nummeraanduiding ? nummer_van(*r.nummeraanduiding) : 0);
        adressen.push_back(r.adres);
        gebruiken.push_back(r.gebruik);
    }
    tx.doe("insert into werklijst.regel (organisatie, id, werklijst, zicht, nummer, soort, identificatie, nummeraanduiding, adres, gebruik, van, operatie)"
           " select $1, gen_random_uuid(), $2, $3, n, s, i, nullif(a, 0), w, g, basis.nu(), basis.operatie()"
           "   from unnest($4::text[], $5::bigint[], $6::bigint[], $7::text[], $8::text[]) with ordinality u (s, i, a, w, g, n)",
           organisatie, id, zicht, soorten, ids, nummers, adressen, gebruiken);
}

Werkregel houd(poort::Gang& gang, const WerklijstId& lijst, const WerkregelId& id) {
    static const std::string sql = std::string(regelkolommen) + " and r.id = $3 for update of r";
    return regel_van(gang.tx().een(sql, gang.wie().organisatie, lijst, id)[0]);
}

void wijzig(poort::Gang& gang, const Werkregel& r) {
    gang.tx().doe("update werklijst.regel set stand = $3, bevinding = $4, door = $5, gedaan_op = case when $3 <> 'te_doen' then basis.nu() end, versie = versie + 1,"
                  " van = basis.nu(), operatie = basis.operatie() where organisatie = $1 and id = $2",
                  gang.wie().organisatie, r.id, r.stand, r.bevinding, gang.wie().gebruiker);
}

bool zet_lid(poort::Gang& gang, const WerklijstId& id, const GebruikerId& wie, bool erbij) {
    return gang.tx().een("select werklijst.zet_lid($1, $2, $3) as gedaan", id, wie, erbij)[0].veld<bool>("gedaan");
}

bool gooi_weg(poort::Gang& gang, const WerklijstId& id) {
    return !gang.tx().doe("delete from werklijst.werklijst where organisatie = $1 and id = $2 and door = $3 returning id", gang.wie().organisatie, id, gang.wie().gebruiker).leeg();
}

}  // namespace damwand::werklijst::store

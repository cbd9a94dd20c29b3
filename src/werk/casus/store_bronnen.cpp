// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "werk/casus/store.hpp"

/// The sources of a casus: what was asked of whom, and what came back.
namespace damwand::casus::store {
namespace {

constexpr std::string_view bron_kolommen =
    "b.id, b.bronsoort, b.naam, b.intern, b.vraag, b.grondslag, b.regime, b.status, b.gevraagd_op, b.termijn, "
    "b.antwoord, b.antwoord_op, b.peildatum, b.doorgifte, b.doorgifte_reden, b.door, g.naam as door_naam, b.op, b.versie, k.motivering as inhoud_motivering, k.door as "
    "inhoud_door, kg.naam as inhoud_door_naam, k.op as inhoud_op, casus.is_van_voor_toets(b.id) as van_voor_toets";

/// Sources, who recorded them and the second choice, as known at $2 (none: now).
constexpr std::string_view bron_uit =
    "casus.bron_op($2) b join toegang.gebruiker_op($2) g on g.organisatie = b.organisatie and g.id = b.door "
    "left join casus.inhoudkeuze k on k.organisatie = b.organisatie and k.bron = b.id and ($2::timestamptz is null or k.op <= $2) "
    "left join toegang.gebruiker_op($2) kg on kg.organisatie = k.organisatie and kg.id = k.door";

Bron bron_van(const db::Rij& rij) {
    Bron b;
    b.id = rij.veld<BronId>("id");
    b.bronsoort = rij.veld<std::string>("bronsoort");
    b.naam = rij.veld<std::string>("naam");
    b.intern = rij.veld<bool>("intern");
    b.vraag = rij.veld<std::string>("vraag");
    b.grondslag = rij.veld<std::string>("grondslag");
    b.regime = rij.veld<std::string>("regime");
    b.status = rij.veld<std::string>("status");
    b.gevraagd_op = rij.veld<std::optional<Tijdstip>>("gevraagd_op");
    b.termijn = rij.veld<std::optional<Datum>>("termijn");
    b.antwoord = rij.veld<std::optional<std::string>>("antwoord");
    b.antwoord_op = rij.veld<std::optional<Tijdstip>>("antwoord_op");
    b.peildatum = rij.veld<std::optional<Datum>>("peildatum");
    b.doorgifte = rij.veld<std::string>("doorgifte");
    b.doorgifte_reden = rij.veld<std::optional<std::string>>("doorgifte_reden");
    if (const auto op = rij.veld<std::optional<Tijdstip>>("inhoud_op")) {
        b.inhoud = {.motivering = rij.veld<std::string>("inhoud_motivering"),
                    .door = {rij.veld<GebruikerId>("inhoud_door"), rij.veld<std::string>("inhoud_door_naam")},
                    .op = *op};
    }
    b.van_voor_toets = rij.veld<bool>("van_voor_toets");
    b.door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")};
    b.op = rij.veld<Tijdstip>("op");
    b.versie = rij.veld<int>("versie");
    return b;
}

}  // namespace

std::optional<Bronsoort> bronsoort(poort::Gang& gang, const std::string& code) {
    const auto rijen = gang.tx().doe(
        "select naam_nl, coalesce(extra ->> 'regime', 'avg') as regime, coalesce((extra ->> 'intern')::boolean, false) "
        "as intern "
        "from basis.stamcode where lijst = 'bronsoort' and code = $1",
        code);
    if (rijen.leeg()) return std::nullopt;
    return Bronsoort{rijen[0].veld<std::string>("naam_nl"), rijen[0].veld<std::string>("regime"),
                     rijen[0].veld<bool>("intern")};
}

Bron bron(poort::Gang& gang, const Greep& greep, const BronId& id) {
    static const std::string sql = fmt::format(
        "select {} from {} where b.organisatie = $1 and b.casus = $3 and b.id = $4 and b.zicht = any($5::integer[])",
        bron_kolommen, bron_uit);
    return bron_van(
        gang.tx().een(sql, gang.wie().organisatie, std::optional<Tijdstip>{}, greep.id, id, gang.wie().zichten)[0]);
}

void maak_bron(poort::Gang& gang, const Greep& greep, const Bron& b) {
    gang.tx().doe(
        "insert into casus.bron (organisatie, id, casus, zicht, bronsoort, naam, intern, vraag, grondslag, regime, "
        "status, "
        "gevraagd_op, termijn, antwoord, antwoord_op, door, peildatum, doorgifte, doorgifte_reden, op, van, operatie) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, basis.tik(), "
        "basis.nu(), basis.operatie())",
        gang.wie().organisatie, b.id, greep.id, greep.zicht, b.bronsoort, b.naam, b.intern, b.vraag, b.grondslag,
        b.regime, b.status, b.gevraagd_op, b.termijn, b.antwoord, b.antwoord_op, gang.wie().gebruiker, b.peildatum,
        b.doorgifte, b.doorgifte_reden);
}

void wijzig_bron(poort::Gang& gang, const Greep& greep, const Bron& b) {
    gang.tx().doe(
        "update casus.bron set bronsoort = $4, naam = $5, intern = $6, vraag = $7, grondslag = $8, regime = $9, status "
        "= $10, "
        "gevraagd_op = $11, termijn = $12, antwoord = $13, antwoord_op = $14, peildatum = $15, doorgifte = $16, "
        "doorgifte_reden = $17, versie = versie + 1 "
        "where organisatie = $1 and casus = $2 and id = $3",
        gang.wie().organisatie, greep.id, b.id, b.bronsoort, b.naam, b.intern, b.vraag, b.grondslag, b.regime, b.status,
        b.gevraagd_op, b.termijn, b.antwoord, b.antwoord_op, b.peildatum, b.doorgifte, b.doorgifte_reden);
}

void verscherp(poort::Gang& gang, const Greep& greep, const Bron& b) {
    gang.tx().doe("select casus.verscherp($1, $2, $3, $4, $5)", greep.id, b.id, b.regime, b.doorgifte, b.doorgifte_reden);
}

void verwijder_bron(poort::Gang& gang, const Greep& greep, const BronId& id) {
    gang.tx().doe("delete from casus.bron where organisatie = $1 and casus = $2 and id = $3", gang.wie().organisatie,
                  greep.id, id);
}

}  // namespace damwand::casus::store

namespace damwand::casus {

std::vector<Bron> lees_bronnen(poort::Gang& gang, const Greep& greep, const std::optional<Tijdstip>& moment) {
    static const std::string sql = fmt::format(
        "select {} from {} where b.organisatie = $1 and b.casus = $3 and b.zicht = any($4::integer[]) order by b.op, b.id",
        store::bron_kolommen, store::bron_uit);
    std::vector<Bron> uit;
    for (const auto rij : gang.tx().doe(sql, gang.wie().organisatie, moment, greep.id, gang.wie().zichten)) {
        uit.push_back(store::bron_van(rij));
    }
    return uit;
}

}  // namespace damwand::casus

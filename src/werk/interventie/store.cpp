// SPDX-License-Identifier: EUPL-1.2
#include "werk/interventie/store.hpp"

#include <fmt/format.h>

namespace damwand::interventie::store {
namespace {

/// The category is kept in the row: what the file said does not change when the catalogue does.
constexpr std::string_view kolommen =
    "i.id, i.type, i.categorie, i.omschrijving, i.uitvoerder, i.eigenaar, e.naam as eigenaar_naam, i.grondslag, "
    "i.termijn, "
    "i.status, i.resultaat, i.resultaat_op, i.regime, i.bron, i.uit_bron, i.uit_document, i.doorgifte, i.doorgifte_reden, i.door, d.naam as door_naam, i.op, i.versie";

Interventie interventie_van(const db::Rij& rij) {
    Interventie i;
    i.id = rij.veld<InterventieId>("id");
    i.type = rij.veld<std::string>("type");
    i.categorie = rij.veld<std::string>("categorie");
    i.omschrijving = rij.veld<std::string>("omschrijving");
    i.uitvoerder = rij.veld<std::string>("uitvoerder");
    if (const auto eigenaar = rij.veld<std::optional<GebruikerId>>("eigenaar")) {
        i.eigenaar = {*eigenaar, rij.veld<std::string>("eigenaar_naam")};
    }
    i.grondslag = rij.veld<std::optional<std::string>>("grondslag");
    i.termijn = rij.veld<std::optional<Datum>>("termijn");
    i.status = rij.veld<std::string>("status");
    i.resultaat = rij.veld<std::optional<std::string>>("resultaat");
    i.resultaat_op = rij.veld<std::optional<Datum>>("resultaat_op");
    i.regime = rij.veld<std::string>("regime");
    i.bron = rij.veld<std::string>("bron");
    i.uit_bron = rij.veld<std::optional<BronId>>("uit_bron");
    i.uit_document = rij.veld<std::optional<DocumentId>>("uit_document");
    i.doorgifte = rij.veld<std::string>("doorgifte");
    i.doorgifte_reden = rij.veld<std::optional<std::string>>("doorgifte_reden");
    i.door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")};
    i.op = rij.veld<Tijdstip>("op");
    i.versie = rij.veld<int>("versie");
    return i;
}

std::optional<GebruikerId> eigenaar_van(const Interventie& i) {
    if (!i.eigenaar) return std::nullopt;
    return i.eigenaar->id;
}

}  // namespace

std::optional<Soort> soort(poort::Gang& gang, const std::string& code) {
    const auto rijen = gang.tx().doe(
        "select extra ->> 'categorie' as categorie, coalesce(extra ->> 'grondslag', '') as grondslag from "
        "basis.stamcode "
        "where lijst = 'interventietype' and code = $1",
        code);
    if (rijen.leeg()) return std::nullopt;
    return Soort{rijen[0].veld<std::string>("categorie"), rijen[0].veld<std::string>("grondslag")};
}

Interventie lees(poort::Gang& gang, const casus::Greep& greep, const InterventieId& id) {
    static const std::string sql = fmt::format(
        "select {} from interventie.interventie i "
        "join toegang.gebruiker d on d.organisatie = i.organisatie and d.id = i.door "
        "left join toegang.gebruiker e on e.organisatie = i.organisatie and e.id = i.eigenaar "
        "where i.organisatie = $1 and i.casus = $2 and i.id = $3 and i.zicht = any ($4::integer[])",
        kolommen);
    auto uit = interventie_van(gang.tx().een(sql, gang.wie().organisatie, greep.id, id, gang.wie().zichten)[0]);
    if (uit.uit_document) gang.raakt(uit.uit_document->waarde);
    return uit;
}

void maak(poort::Gang& gang, const casus::Greep& greep, const Interventie& i) {
    gang.tx().doe(
        "insert into interventie.interventie (organisatie, id, casus, zicht, type, categorie, omschrijving, "
        "uitvoerder, eigenaar, "
        "grondslag, termijn, status, resultaat, resultaat_op, door, regime, bron, uit_bron, uit_document, doorgifte, doorgifte_reden, "
        "op, van, operatie) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, "
        "basis.tik(), basis.nu(), basis.operatie())",
        gang.wie().organisatie, i.id, greep.id, greep.zicht, i.type, i.categorie, i.omschrijving, i.uitvoerder,
        eigenaar_van(i), i.grondslag, i.termijn, i.status, i.resultaat, i.resultaat_op, gang.wie().gebruiker, i.regime, i.bron,
        i.uit_bron, i.uit_document, i.doorgifte, i.doorgifte_reden);
}

void wijzig(poort::Gang& gang, const casus::Greep& greep, const Interventie& i) {
    gang.tx().doe(
        "update interventie.interventie set type = $4, categorie = $5, omschrijving = $6, uitvoerder = $7, eigenaar = "
        "$8, "
        "grondslag = $9, termijn = $10, status = $11, resultaat = $12, resultaat_op = $13, "
        "regime = $14, bron = $15, doorgifte = $16, doorgifte_reden = $17, versie = versie + 1 "
        "where organisatie = $1 and casus = $2 and id = $3",
        gang.wie().organisatie, greep.id, i.id, i.type, i.categorie, i.omschrijving, i.uitvoerder, eigenaar_van(i),
        i.grondslag, i.termijn, i.status, i.resultaat, i.resultaat_op, i.regime, i.bron, i.doorgifte, i.doorgifte_reden);
}

void verwijder(poort::Gang& gang, const casus::Greep& greep, const InterventieId& id) {
    gang.tx().doe("delete from interventie.interventie where organisatie = $1 and casus = $2 and id = $3",
                  gang.wie().organisatie, greep.id, id);
}

}  // namespace damwand::interventie::store

namespace damwand::interventie {

std::vector<Interventie> van_casus(poort::Gang& gang, const casus::Greep& greep,
                                   const std::optional<Tijdstip>& moment) {
    static const std::string sql = fmt::format(
        "select {} from interventie.interventie_op($3) i "
        "join toegang.gebruiker_op($3) d on d.organisatie = i.organisatie and d.id = i.door "
        "left join toegang.gebruiker_op($3) e on e.organisatie = i.organisatie and e.id = i.eigenaar "
        "where i.organisatie = $1 and i.casus = $2 and i.zicht = any ($4::integer[]) order by i.op, i.id",
        store::kolommen);
    std::vector<Interventie> uit;
    for (const auto rij : gang.tx().doe(sql, gang.wie().organisatie, greep.id, moment, gang.wie().zichten)) {
        uit.push_back(store::interventie_van(rij));
        if (const auto& document = uit.back().uit_document) gang.raakt(document->waarde);
    }
    return uit;
}

}  // namespace damwand::interventie

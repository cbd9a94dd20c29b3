// SPDX-License-Identifier: EUPL-1.2
#include "werk/casus/store.hpp"

/// The timeline of a casus and its deadlines.
namespace damwand::casus::store {
namespace {

Gebeurtenis gebeurtenis_van(const db::Rij& rij) {
    return {.id = rij.veld<Uuid>("id"),
            .soort = rij.veld<std::string>("soort"),
            .tekst = rij.veld<std::optional<std::string>>("tekst"),
            .gegevens = rij.veld<boost::json::value>("gegevens"),
            .wanneer = rij.veld<Tijdstip>("wanneer"),
            .vastgelegd_op = rij.veld<Tijdstip>("op"),
            .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
            .regime = rij.veld<std::string>("regime"),
            .bron = rij.veld<std::string>("bron"),
            .uit_bron = rij.veld<std::optional<BronId>>("uit_bron"),
            .uit_document = rij.veld<std::optional<DocumentId>>("uit_document"),
            .doorgifte = rij.veld<std::string>("doorgifte"),
            .doorgifte_reden = rij.veld<std::optional<std::string>>("doorgifte_reden")};
}

}  // namespace

Gebeurtenis voeg_toe(poort::Gang& gang, const Greep& greep, const Feit& feit) {
    // basis.tik(), not basis.nu(): the line must not be older than the lock it waited for.
    const auto rijen = gang.tx().een(
        "insert into casus.gebeurtenis (organisatie, id, casus, zicht, soort, tekst, gegevens, wanneer, door, op, "
        "operatie, regime, doorgifte, doorgifte_reden, bron, uit_bron, uit_document) "
        "select $1, $2, $3, $4, $5, $6, $7::jsonb, coalesce($8::timestamptz, m.op), $9, m.op, basis.operatie(), "
        // What stands in a compartment is under its regime, whoever wrote it; only a reason says that it may be passed on.
        "       basis.strengste('regime', array[$11::text, coalesce((select z.compartiment from toegang.zicht z where z.organisatie = $1 and z.zicht = $4), $11::text)]), "
        "       case when $13::text is null and exists (select from toegang.zicht z where z.organisatie = $1 and z.zicht = $4 and z.compartiment is not null) then 'niet' else $12::text end, "
        "       $13::text, $14, $15::uuid, $16::uuid "
        "from (select basis.tik() as op offset 0) m returning id, soort, tekst, gegevens, wanneer, op, door, $10::text "
        "as door_naam, regime, doorgifte, doorgifte_reden, bron, uit_bron, uit_document",
        gang.wie().organisatie, Uuid::willekeurig(), greep.id, greep.zicht, feit.soort, feit.tekst, feit.gegevens,
        feit.wanneer, gang.wie().gebruiker, gang.wie().naam, feit.label.regime, feit.label.doorgifte,
        feit.label.doorgifte_reden, feit.bron, feit.uit_bron, feit.uit_document);
    return gebeurtenis_van(rijen[0]);
}

void wis_termijn(poort::Gang& gang, std::string_view soort, const Uuid& object) {
    gang.tx().doe("delete from casus.termijn where organisatie = $1 and soort = $2 and object = $3",
                  gang.wie().organisatie, soort, object);
}

}  // namespace damwand::casus::store

namespace damwand::casus {

void zet_termijn(poort::Gang& gang, const Greep& greep, std::string_view soort, const Uuid& object,
                 std::string_view wat, const std::optional<Datum>& datum) {
    if (!datum) return store::wis_termijn(gang, soort, object);
    gang.tx().doe(
        "insert into casus.termijn (organisatie, soort, object, casus, zicht, wat, datum) values ($1, $2, $3, $4, $5, "
        "$6, $7) "
        "on conflict (organisatie, soort, object) do update set wat = excluded.wat, datum = excluded.datum",
        gang.wie().organisatie, soort, object, greep.id, greep.zicht, wat, *datum);
}

std::vector<Gebeurtenis> lees_tijdlijn(poort::Gang& gang, const Greep& greep, const std::optional<Tijdstip>& moment) {
    std::vector<Gebeurtenis> uit;
    for (const auto rij : gang.tx().doe(
             "select e.id, e.soort, e.tekst, e.gegevens, e.wanneer, e.op, e.door, g.naam as door_naam, l.regime, l.doorgifte, "
             "case when l.doorgifte = e.doorgifte then e.doorgifte_reden end as doorgifte_reden, e.bron, e.uit_bron, e.uit_document from "
             "casus.gebeurtenis e cross join lateral casus.label_van(e, $3) l "
             "join toegang.gebruiker_op($3) g on g.organisatie = e.organisatie and g.id = e.door "
             "where e.organisatie = $1 and e.casus = $2 and e.zicht = any($4::integer[]) and ($3::timestamptz is null or e.op <= $3) "
             "order by e.wanneer, e.op, e.id",
             gang.wie().organisatie, greep.id, moment, gang.wie().zichten)) {
        uit.push_back(store::gebeurtenis_van(rij));
        if (const auto& document = uit.back().uit_document) gang.raakt(document->waarde);
        // A line about one of these names it, and they are loggable objects.
        if (const auto* gegevens = uit.back().gegevens.if_object(); gegevens != nullptr) {
            for (const auto* naam : {"document", "actie", "vraag", "overleg", "punt"}) {
                const auto* id = gegevens->if_contains(naam);
                if (id == nullptr || !id->is_string()) continue;
                if (const auto gelezen = Uuid::lees(id->as_string())) gang.raakt(*gelezen);
            }
        }
    }
    return uit;
}

std::vector<Werktermijn> lees_termijnen(poort::Gang& gang, int hoogstens) {
    std::vector<Werktermijn> uit;
    for (const auto rij :
         gang.tx().doe("select t.casus, c.kenmerk, c.werknaam, t.soort, t.object, t.wat, t.datum from casus.termijn t "
                       "join casus.casus c on c.organisatie = t.organisatie and c.id = t.casus "
                       "where t.organisatie = $1 and t.zicht = any ($2::integer[]) and c.zicht = any ($2::integer[]) "
                       "and c.fase not in ('archief', 'vernietigd') order by t.datum, c.werknaam collate pg_catalog.\"C\", t.casus, t.soort, t.wat collate pg_catalog.\"C\", t.object limit "
                       "$3::integer",
                       gang.wie().organisatie, gang.wie().zichten, hoogstens)) {
        uit.push_back({.casus = rij.veld<CasusId>("casus"),
                       .kenmerk = rij.veld<std::string>("kenmerk"),
                       .werknaam = rij.veld<std::string>("werknaam"),
                       .soort = rij.veld<std::string>("soort"),
                       .object = rij.veld<Uuid>("object"),
                       .wat = rij.veld<std::string>("wat"),
                       .datum = rij.veld<Datum>("datum")});
    }
    return uit;
}

}  // namespace damwand::casus

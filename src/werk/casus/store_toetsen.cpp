// SPDX-License-Identifier: EUPL-1.2
#include "werk/casus/store.hpp"

/// The privacy checks and the second choice, as they are stored.
namespace damwand::casus::store {
namespace {

/// Checks as known at $2 (none: now), with who put them there and who decided.
constexpr std::string_view toets_sql =
    "select t.id, t.zicht, t.soort, t.over, t.grondslag, t.verenigbaarheid, t.noodzaak, t.proportionaliteit, t.staat, "
    "t.reden, t.door, g.naam as door_naam, t.op, t.besloten_door, b.naam as besloten_door_naam, t.besloten_op, t.versie "
    "from casus.privacytoets_op($2) t "
    "join toegang.gebruiker_op($2) g on g.organisatie = t.organisatie and g.id = t.door "
    "left join toegang.gebruiker_op($2) b on b.organisatie = t.organisatie and b.id = t.besloten_door "
    "where t.organisatie = $1 and t.casus = $3 and t.zicht = any($4::integer[]) and ($5::uuid is null or t.id = $5) "
    "order by t.op, t.id";

std::vector<ToetsInZicht> lees_toetsen(poort::Gang& gang, const Greep& greep, const std::optional<Tijdstip>& moment,
                                       const std::optional<PrivacytoetsId>& id) {
    std::vector<ToetsInZicht> uit;
    for (const auto rij : gang.tx().doe(toets_sql, gang.wie().organisatie, moment, greep.id, gang.wie().zichten, id)) {
        auto& [t, zicht] = uit.emplace_back();
        zicht = rij.veld<int>("zicht");
        t.id = rij.veld<PrivacytoetsId>("id");
        t.soort = rij.veld<std::string>("soort");
        std::vector<Uuid> over;
        for (const auto& een : rij.veld<std::vector<std::string>>("over")) over.push_back(Uuid::lees(een).value());
        if (t.soort == "1") t.bron = BronId{over.at(0)};
        if (t.soort == "2a") {
            for (const auto lid : gang.tx().doe(
                     "select id, naam from toegang.gebruiker_op($2) where organisatie = $1 and id = any($3::uuid[]) "
                     "order by naam collate pg_catalog.\"C\", id",
                     gang.wie().organisatie, moment, over)) {
                t.leden.push_back({lid.veld<GebruikerId>("id"), lid.veld<std::string>("naam")});
            }
        }
        for (const auto& een : over) {
            if (t.soort == "2b" && een == greep.id.waarde) t.riec = true;
            else if (t.soort == "2b") t.interventies.emplace_back(een);
        }
        t.grondslag = rij.veld<std::string>("grondslag");
        t.verenigbaarheid = rij.veld<std::string>("verenigbaarheid");
        t.noodzaak = rij.veld<std::string>("noodzaak");
        t.proportionaliteit = rij.veld<std::string>("proportionaliteit");
        t.staat = rij.veld<std::string>("staat");
        t.reden = rij.veld<std::optional<std::string>>("reden");
        t.door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")};
        t.op = rij.veld<Tijdstip>("op");
        if (const auto wie = rij.veld<std::optional<GebruikerId>>("besloten_door")) {
            t.besloten_door = {*wie, rij.veld<std::string>("besloten_door_naam")};
        }
        t.besloten_op = rij.veld<std::optional<Tijdstip>>("besloten_op");
        t.versie = rij.veld<int>("versie");
    }
    return uit;
}

}  // namespace

ToetsInZicht toets(poort::Gang& gang, const Greep& greep, const PrivacytoetsId& id) {
    auto gevonden = lees_toetsen(gang, greep, std::nullopt, id);
    if (gevonden.empty()) throw onbekend();
    return std::move(gevonden.front());
}

void maak_toets(poort::Gang& gang, const Greep& greep, const PrivacytoetsId& id, const PrivacytoetsNieuw& nieuw,
                const std::vector<Uuid>& over) {
    gang.tx().doe(
        "insert into casus.privacytoets (organisatie, id, casus, zicht, soort, over, grondslag, verenigbaarheid, "
        "noodzaak, proportionaliteit, staat, reden, door, op, besloten_door, besloten_op, van, operatie) "
        "select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce($11, 'voorgelegd'), nullif($12, ''), $13, m.op, "
        "case when $11::text is not null then $13::uuid end, case when $11::text is not null then m.op end, basis.nu(), "
        "basis.operatie() from (select basis.tik() as op offset 0) m",
        gang.wie().organisatie, id, greep.id, greep.zicht, nieuw.soort, over, nieuw.grondslag, nieuw.verenigbaarheid,
        nieuw.noodzaak, nieuw.proportionaliteit, nieuw.besluit, nieuw.reden, gang.wie().gebruiker);
}

void besluit_toets(poort::Gang& gang, const Greep& greep, const PrivacytoetsId& id, std::string_view staat,
                   const std::optional<std::string>& reden) {
    gang.tx().doe(
        "update casus.privacytoets set staat = $4, reden = $5, besloten_door = $6, besloten_op = basis.tik(), versie = "
        "versie + 1 where organisatie = $1 and casus = $2 and id = $3",
        gang.wie().organisatie, greep.id, id, staat, reden, gang.wie().gebruiker);
}

void kies_inhoud(poort::Gang& gang, const Greep& greep, const BronId& bron, const std::string& motivering) {
    gang.tx().doe(
        "insert into casus.inhoudkeuze (organisatie, bron, casus, zicht, motivering, door, op, operatie) "
        "values ($1, $2, $3, $4, $5, $6, basis.tik(), basis.operatie())",
        gang.wie().organisatie, bron, greep.id, greep.zicht, motivering, gang.wie().gebruiker);
}

bool toets_akkoord(poort::Gang& gang, const Greep& greep, std::string_view soort, const Uuid& over) {
    return gang.tx().een("select casus.toets_akkoord($1, $2, $3) as ja", greep.id, soort, over)[0].veld<bool>("ja");
}

bool is_van_voor_toets(poort::Gang& gang, const Uuid& object) {
    return gang.tx().een("select casus.is_van_voor_toets($1) as ja", object)[0].veld<bool>("ja");
}

bool is_gedeeld(poort::Gang& gang, const Greep& greep) {
    if (greep.fase != Fase::informatie) return true;
    return !gang.tx()
                .doe("select from casus.privacytoets where organisatie = $1 and casus = $2 and soort = '2a' and staat = "
                     "'akkoord' limit 1",
                     gang.wie().organisatie, greep.id)
                .leeg();
}

bool allen_in_2a(poort::Gang& gang, const Greep& greep) {
    return gang.tx().doe("select from casus.zonder_2a($1) limit 1", greep.id).leeg();
}

bool plan_heeft_2b(poort::Gang& gang, const Greep& greep) {
    return gang.tx().een("select casus.plan_heeft_2b($1) as ja", greep.id)[0].veld<bool>("ja");
}

std::set<InterventieId> niet_van_casus(poort::Gang& gang, const Greep& greep, const std::vector<InterventieId>& ids) {
    std::set<InterventieId> uit;
    for (const auto rij : gang.tx().doe("select x as id from unnest($2::uuid[]) x except select i.id from casus.interventies_van($1) i",
                                        greep.id, ids)) {
        uit.insert(rij.veld<InterventieId>("id"));
    }
    return uit;
}

std::set<int> zichten_van(poort::Gang& gang, const Greep& greep, const std::vector<Uuid>& interventies) {
    std::set<int> uit;
    for (const auto rij : gang.tx().doe("select z from casus.zichten_van($1, $2::uuid[]) z", greep.id, interventies)) uit.insert(rij.veld<int>("z"));
    return uit;
}

}  // namespace damwand::casus::store

namespace damwand::casus {

std::vector<Privacytoets> lees_toetsen(poort::Gang& gang, const Greep& greep, const std::optional<Tijdstip>& moment) {
    std::vector<Privacytoets> uit;
    for (auto& een : store::lees_toetsen(gang, greep, moment, std::nullopt)) uit.push_back(std::move(een.toets));
    return uit;
}

}  // namespace damwand::casus

namespace damwand::casus {

std::vector<Werktoets> lees_te_besluiten(poort::Gang& gang, int hoogstens) {
    std::vector<Werktoets> uit;
    if (!gang.wie().heeft("toets.besluiten")) return uit;
    for (const auto rij :
         gang.tx().doe("select t.casus, c.kenmerk, c.werknaam, t.id, t.soort, t.door, g.naam as door_naam, t.op from casus.privacytoets t "
                       "join casus.casus c on c.organisatie = t.organisatie and c.id = t.casus "
                       "join toegang.gebruiker g on g.organisatie = t.organisatie and g.id = t.door "
                       "where t.organisatie = $1 and t.zicht = any ($2::integer[]) and c.zicht = any ($2::integer[]) and t.staat = 'voorgelegd' "
                       "and c.fase not in ('archief', 'vernietigd') order by t.op, t.id limit $3::integer",
                       gang.wie().organisatie, gang.wie().zichten, hoogstens)) {
        uit.push_back({.casus = rij.veld<CasusId>("casus"),
                       .kenmerk = rij.veld<std::string>("kenmerk"),
                       .werknaam = rij.veld<std::string>("werknaam"),
                       .id = rij.veld<PrivacytoetsId>("id"),
                       .soort = rij.veld<std::string>("soort"),
                       .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                       .op = rij.veld<Tijdstip>("op")});
    }
    return uit;
}

}  // namespace damwand::casus

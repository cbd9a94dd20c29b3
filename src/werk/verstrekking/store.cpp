// SPDX-License-Identifier: EUPL-1.2
#include "werk/verstrekking/store.hpp"

#include <map>

namespace damwand::verstrekking {

std::vector<Werkregel> mijn_werk(poort::Gang& gang) {
    std::vector<Werkregel> uit;
    for (const auto rij : gang.tx().doe("select c.id, c.kenmerk, c.werknaam, count(*)::integer as aantal, min(k.op) as sinds from casus.casus c"
                                        " join verstrekking.kennisgeving k on k.organisatie = c.organisatie and k.casus = c.id and k.staat = 'open' and k.zicht = any ($2)"
                                        " where c.organisatie = $1 and c.zicht = any ($2) and c.trekker = $3 and c.fase <> 'vernietigd' group by c.id, c.kenmerk, c.werknaam order by min(k.op), c.id",
                                        gang.wie().organisatie, gang.wie().zichten, gang.wie().gebruiker)) {
        uit.push_back({.casus = rij.veld<CasusId>("id"), .kenmerk = rij.veld<std::string>("kenmerk"), .werknaam = rij.veld<std::string>("werknaam"), .aantal = rij.veld<int>("aantal"),
                       .datum = dag_in_amsterdam(rij.veld<Tijdstip>("sinds"))});
    }
    return uit;
}

}  // namespace damwand::verstrekking

namespace damwand::verstrekking::store {

std::vector<Gelezen> feiten(poort::Gang& gang, const CasusId& casus, const std::optional<Tijdstip>& moment) {
    std::vector<Gelezen> uit;
    for (const auto rij : gang.tx().doe("select * from verstrekking.feiten($1, $2)", casus, moment)) {
        uit.push_back({.feit = {.soort = rij.veld<std::string>("soort"), .rij = rij.veld<Uuid>("rij"), .naam = rij.veld<std::string>("naam"), .tekst = rij.veld<std::string>("tekst"),
                                .regime = rij.veld<std::string>("regime"), .doorgifte = rij.veld<std::string>("doorgifte"), .minderjarig = rij.veld<bool>("minderjarig")},
                       .zicht = rij.veld<int>("zicht"),
                       .persoon = rij.veld<std::optional<Uuid>>("persoon")});
    }
    return uit;
}

std::vector<Ontvanger> ontvangers(poort::Gang& gang) {
    std::vector<Ontvanger> uit;
    for (const auto rij : gang.tx().doe("select code, naam_nl, naam_en, array(select jsonb_array_elements_text(extra -> 'regimes'))::text[] as regimes from basis.stamcode"
                                        " where lijst = 'partner' order by volgorde")) {
        uit.push_back({rij.veld<std::string>("code"), rij.veld<std::string>("naam_nl"), rij.veld<std::string>("naam_en"), rij.veld<std::vector<std::string>>("regimes")});
    }
    return uit;
}

int over_vandaag(poort::Gang& gang) { return gang.tx().een("select verstrekking.over_vandaag() as n")[0].veld<int>("n"); }

std::optional<Uuid> riec_akkoord(poort::Gang& gang, const CasusId& casus) {
    const auto r = gang.tx().doe("select t.id from casus.privacytoets t where casus.toets_akkoord($1, '2b', $1) and t.organisatie = $2 and t.casus = $1 and t.soort = '2b'"
                                 " and $1 = any (t.over) and t.staat <> 'voorgelegd' order by t.op desc, t.id desc limit 1",
                                 casus, gang.wie().organisatie);
    return r.leeg() ? std::nullopt : std::optional(r[0].veld<Uuid>("id"));
}

void bewaar_riec(poort::Gang& gang, const casus::Greep& greep, const VerstrekkingId& id, const RiecNieuw& nieuw, const Uuid& toets) {
    std::vector<std::string> deelnemers;
    for (const auto& een : nieuw.deelnemers) deelnemers.push_back(*een);
    gang.tx().doe("insert into verstrekking.riec (organisatie, verstrekking, casus, zicht, vermoeden, samenwerking, noodzaak, deelnemers, toets, operatie)"
                  " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, basis.operatie())",
                  gang.wie().organisatie, id, greep.id, greep.zicht, nieuw.vermoeden, nieuw.samenwerking, nieuw.noodzaak, deelnemers, toets);
}

void bewaar_riec_bericht(poort::Gang& gang, const CasusId& casus, int zicht, const VerstrekkingId& id, const RiecBerichtNieuw& nieuw) {
    gang.tx().doe("insert into verstrekking.riec_bericht (organisatie, id, verstrekking, casus, zicht, soort, dag, tekst, correctie, door, op, operatie)"
                  " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, basis.tik(), basis.operatie())",
                  gang.wie().organisatie, Uuid::willekeurig(), id, casus, zicht, nieuw.soort, nieuw.dag, nieuw.tekst, nieuw.correctie, gang.wie().gebruiker);
}

void maak(poort::Gang& gang, const casus::Greep& greep, const VerstrekkingId& id, const std::string& kenmerk, const VerstrekkingNieuw& nieuw, const std::string& label,
          const std::vector<Gelezen>& gekozen) {
    gang.tx().doe("insert into verstrekking.verstrekking (organisatie, id, casus, zicht, kenmerk, ontvanger, ter_attentie_van, doel, grondslag, overleg, label, te_noemen, tot, door, op, operatie)"
                  " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, basis.tik(), basis.operatie())",
                  gang.wie().organisatie, id, greep.id, greep.zicht, kenmerk, nieuw.ontvanger, nieuw.ter_attentie_van, nieuw.doel, nieuw.grondslag, nieuw.overleg, label, nieuw.te_noemen, nieuw.tot,
                  gang.wie().gebruiker);
    for (const auto& g : gekozen) {
        gang.tx().doe("insert into verstrekking.feit (organisatie, verstrekking, soort, rij, casus, zicht, regime) values ($1, $2, $3, $4, $5, $6, $7)", gang.wie().organisatie, id,
                      g.feit.soort, g.feit.rij, greep.id, greep.zicht, g.feit.regime);
    }
}

std::vector<Gegeven> lees(poort::Gang& gang, const CasusId& casus, const std::optional<VerstrekkingId>& id) {
    std::vector<Gegeven> uit;
    std::map<VerstrekkingId, Verstrekking*> op_id;
    const auto organisatie = gang.wie().organisatie;
    const auto rijen = gang.tx().doe("select v.*, g.naam as door_naam from verstrekking.verstrekking v join toegang.gebruiker g on g.organisatie = v.organisatie and g.id = v.door"
                                     " where v.organisatie = $1 and v.casus = $2 and ($3::uuid is null or v.id = $3) and v.zicht = any ($4) order by v.op desc, v.id",
                                     organisatie, casus, id, gang.wie().zichten);
    uit.reserve(rijen.aantal());
    for (const auto rij : rijen) {
        uit.push_back({.verstrekking = {.id = rij.veld<VerstrekkingId>("id"),
                                        .kenmerk = rij.veld<std::string>("kenmerk"),
                                        .ontvanger = rij.veld<std::string>("ontvanger"),
                                        .ter_attentie_van = rij.veld<std::string>("ter_attentie_van"),
                                        .doel = rij.veld<std::string>("doel"),
                                        .grondslag = rij.veld<std::string>("grondslag"),
                                        .overleg = rij.veld<std::optional<std::string>>("overleg"),
                                        .label = rij.veld<std::string>("label"),
                                        .tot = rij.veld<std::optional<Datum>>("tot"),
                                        .te_noemen = rij.veld<bool>("te_noemen"),
                                        .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                                        .op = rij.veld<Tijdstip>("op"),
                                        .feiten = {},
                                        .kennisgevingen = {},
                                        .riec = {}},
                       .zicht = rij.veld<int>("zicht")});
        op_id[uit.back().verstrekking.id] = &uit.back().verstrekking;
    }
    for (const auto rij : gang.tx().doe("select f.verstrekking, f.soort, f.rij, f.regime, coalesce(t.naam, '') as naam, n.rij is null as weg from verstrekking.verstrekking v"
                                        " join verstrekking.feit f on f.organisatie = v.organisatie and f.verstrekking = v.id"
                                        " left join lateral (select * from verstrekking.feiten(v.casus, v.op) t where t.soort = f.soort and t.rij = f.rij) t on true"
                                        " left join lateral (select * from verstrekking.feiten(v.casus, null) n where n.soort = f.soort and n.rij = f.rij) n on true"
                                        " where v.organisatie = $1 and v.casus = $2 and ($3::uuid is null or v.id = $3) and v.zicht = any ($4) order by f.soort, t.naam, f.rij",
                                        organisatie, casus, id, gang.wie().zichten)) {
        op_id.at(rij.veld<VerstrekkingId>("verstrekking"))
            ->feiten.push_back({rij.veld<std::string>("soort"), rij.veld<Uuid>("rij"), rij.veld<std::string>("naam"), rij.veld<std::string>("regime"), rij.veld<bool>("weg")});
    }
    for (const auto rij : gang.tx().doe("select k.* from verstrekking.kennisgeving k where k.organisatie = $1 and k.casus = $2 and ($3::uuid is null or k.verstrekking = $3)"
                                        " and k.zicht = any ($4) order by k.op, k.id",
                                        organisatie, casus, id, gang.wie().zichten)) {
        op_id.at(rij.veld<VerstrekkingId>("verstrekking"))
            ->kennisgevingen.push_back({rij.veld<KennisgevingId>("id"), rij.veld<std::string>("soort"), rij.veld<Uuid>("rij"), rij.veld<std::string>("aanleiding"),
                                        rij.veld<std::string>("staat"), rij.veld<Tijdstip>("op"), rij.veld<std::optional<Datum>>("gedaan_op"), rij.veld<std::optional<std::string>>("reden")});
    }
    for (const auto rij : gang.tx().doe("select r.*, t.besloten_door, t.besloten_op, g.naam as door_naam from verstrekking.riec r"
                                        " join casus.privacytoets t on t.organisatie = r.organisatie and t.id = r.toets"
                                        " join toegang.gebruiker g on g.organisatie = t.organisatie and g.id = t.besloten_door"
                                        " where r.organisatie = $1 and r.casus = $2 and ($3::uuid is null or r.verstrekking = $3) and r.zicht = any ($4)",
                                        organisatie, casus, id, gang.wie().zichten)) {
        op_id.at(rij.veld<VerstrekkingId>("verstrekking"))->riec = {.vermoeden = rij.veld<std::string>("vermoeden"),
                                                                   .samenwerking = rij.veld<std::string>("samenwerking"),
                                                                   .noodzaak = rij.veld<std::string>("noodzaak"),
                                                                   .deelnemers = rij.veld<std::vector<std::string>>("deelnemers"),
                                                                   .besloten_door = {rij.veld<GebruikerId>("besloten_door"), rij.veld<std::string>("door_naam")},
                                                                   .besloten_op = rij.veld<Tijdstip>("besloten_op"),
                                                                   .berichten = {}};
    }
    for (const auto rij : gang.tx().doe("select b.*, g.naam as door_naam from verstrekking.riec_bericht b join toegang.gebruiker g on g.organisatie = b.organisatie and g.id = b.door"
                                        " where b.organisatie = $1 and b.casus = $2 and ($3::uuid is null or b.verstrekking = $3) and b.zicht = any ($4) order by b.op, b.id",
                                        organisatie, casus, id, gang.wie().zichten)) {
        op_id.at(rij.veld<VerstrekkingId>("verstrekking"))
            ->riec.value()
            .berichten.push_back({.soort = rij.veld<std::string>("soort"),
                                  .dag = rij.veld<Datum>("dag"),
                                  .tekst = rij.veld<std::string>("tekst"),
                                  .correctie = rij.veld<std::optional<std::string>>("correctie"),
                                  .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                                  .op = rij.veld<Tijdstip>("op")});
    }
    return uit;
}

std::size_t sluit(poort::Gang& gang, const VerstrekkingId& id, const KennisgevingBesluit& b) {
    return gang.tx()
        .doe("update verstrekking.kennisgeving set staat = $4, gedaan_op = $5, reden = $6, door = $7, operatie = basis.operatie()"
             " where organisatie = $1 and verstrekking = $2 and id = any ($3::uuid[]) and staat = 'open'",
             gang.wie().organisatie, id, b.kennisgevingen, b.staat, b.gedaan_op, b.reden, gang.wie().gebruiker)
        .geraakt();
}

Namen namen(poort::Gang& gang, const casus::Greep& greep, const Verstrekking& v) {
    const auto naam = [&](std::string_view lijst, const std::string& code) {
        const auto r = gang.tx().doe("select naam_nl from basis.stamcode where lijst = $1 and code = $2", lijst, code);
        return r.leeg() ? code : r[0].veld<std::string>("naam_nl");
    };
    return {.organisatie = gang.wie().organisatie_naam, .ontvanger = naam("partner", v.ontvanger), .grondslag = naam("grondslag", v.grondslag), .label = naam("regime", v.label), .casus = greep.kenmerk};
}

}  // namespace damwand::verstrekking::store

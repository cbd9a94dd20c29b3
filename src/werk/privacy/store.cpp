// SPDX-License-Identifier: EUPL-1.2
#include "werk/privacy/store.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "werk/informeren/informeren.hpp"

namespace damwand::privacy::store {

std::optional<Gevonden> vind_in_nood(poort::Gang& gang, const std::string& kenmerk) {
    const auto r = gang.tx().doe("select soort, object, zicht from toegang.vind_in_nood($1)", kenmerk);
    if (r.leeg()) return std::nullopt;
    return Gevonden{r[0].veld<std::string>("soort"), r[0].veld<Uuid>("object"), r[0].veld<int>("zicht")};
}

std::optional<int> zonder_af(poort::Gang& gang, const Uuid& signaal) {
    return gang.tx().een("select toegang.zonder_af($1) as zicht", signaal)[0].veld<std::optional<int>>("zicht");
}

int zicht_van_toezicht(poort::Gang& gang) {
    return gang.tx().een("select zicht from toegang.zicht where organisatie = $1 and naam = 'toezicht'", gang.wie().organisatie)[0].veld<int>("zicht");
}

void maak(poort::Gang& gang, const NoodtoegangId& id, const Gevonden& wat, const std::string& kenmerk, const std::string& reden, int minuten) {
    gang.tx().doe("insert into toegang.noodtoegang (organisatie, id, gebruiker, zicht, object_soort, object, kenmerk, reden, begonnen_op, tot, beoordelen_voor, operatie)"
                  " values ($1, $2, $3, $4, $5, $6, $7, $8, basis.nu(), basis.nu() + make_interval(mins => $9), basis.vandaag() + 5, basis.operatie())",
                  gang.wie().organisatie, id, gang.wie().gebruiker, wat.zicht, wat.soort, wat.object, kenmerk, reden, minuten);
}

std::vector<Noodtoegang> lees(poort::Gang& gang, const std::optional<NoodtoegangId>& id) {
    std::vector<Noodtoegang> uit;
    for (const auto rij : gang.tx().doe(
             "select n.id, n.gebruiker, g.naam, n.object_soort, n.kenmerk, n.object, n.reden, n.begonnen_op, n.tot, n.tot > basis.nu() as loopt,"
             " n.beoordelen_voor, n.oordeel, n.toelichting, n.beoordeeld_door, b.naam as beoordeeld_naam, n.beoordeeld_op from toegang.noodtoegang n"
             " join toegang.gebruiker g on g.organisatie = n.organisatie and g.id = n.gebruiker"
             " left join toegang.gebruiker b on b.organisatie = n.organisatie and b.id = n.beoordeeld_door"
             " where n.organisatie = $1 and ($2::uuid is null or n.id = $2) and (n.gebruiker = $3 or n.zicht = any ($4::integer[]) or $5)"
             " order by n.begonnen_op desc, n.id limit 200",
             gang.wie().organisatie, id, gang.wie().gebruiker, gang.wie().zichten, gang.wie().heeft("noodtoegang.beoordelen"))) {
        Noodtoegang n{.id = rij.veld<NoodtoegangId>("id"),
                      .gebruiker = {rij.veld<GebruikerId>("gebruiker"), rij.veld<std::string>("naam")},
                      .object_soort = rij.veld<std::string>("object_soort"),
                      .kenmerk = rij.veld<std::string>("kenmerk"),
                      .object = rij.veld<Uuid>("object"),
                      .reden = rij.veld<std::string>("reden"),
                      .begonnen_op = rij.veld<Tijdstip>("begonnen_op"),
                      .tot = rij.veld<Tijdstip>("tot"),
                      .loopt = rij.veld<bool>("loopt"),
                      .van_mij = rij.veld<GebruikerId>("gebruiker") == gang.wie().gebruiker,
                      .beoordelen_voor = rij.veld<Datum>("beoordelen_voor"),
                      .oordeel = rij.veld<std::optional<std::string>>("oordeel"),
                      .toelichting = rij.veld<std::optional<std::string>>("toelichting"),
                      .beoordeeld_door = std::nullopt,
                      .beoordeeld_op = rij.veld<std::optional<Tijdstip>>("beoordeeld_op")};
        if (!rij.leeg("beoordeeld_door")) n.beoordeeld_door = {rij.veld<GebruikerId>("beoordeeld_door"), rij.veld<std::string>("beoordeeld_naam")};
        uit.push_back(std::move(n));
    }
    return uit;
}

void sluit(poort::Gang& gang, const NoodtoegangId& id) {
    gang.tx().doe("update toegang.noodtoegang set tot = greatest(basis.nu(), begonnen_op + interval '1 microsecond') where organisatie = $1 and id = $2 and tot > basis.nu()",
                  gang.wie().organisatie, id);
}

void beoordeel(poort::Gang& gang, const NoodtoegangId& id, const NoodtoegangOordeel& oordeel) {
    gang.tx().doe("update toegang.noodtoegang set oordeel = $3, toelichting = $4, beoordeeld_door = $5, beoordeeld_op = basis.nu()"
                  " where organisatie = $1 and id = $2 and oordeel is null",
                  gang.wie().organisatie, id, oordeel.oordeel, oordeel.toelichting, gang.wie().gebruiker);
}

std::vector<TeVinden> te_vinden(poort::Gang& gang, const std::string& wat) {
    std::vector<TeVinden> uit;
    for (const auto rij : gang.tx().doe("select soort, object, kenmerk from logboek.te_vinden($1)", wat)) {
        uit.push_back({rij.veld<std::string>("soort"), rij.veld<Uuid>("object"), rij.veld<std::string>("kenmerk")});
    }
    return uit;
}

std::vector<Uuid> met_kinderen(poort::Gang& gang, const Uuid& object) {
    std::vector<Uuid> uit;
    for (const auto rij : gang.tx().doe("select k.id from unnest(logboek.met_kinderen($1)) with ordinality k (id, nr) order by k.nr", object)) uit.push_back(rij.veld<Uuid>("id"));
    return uit;
}

std::vector<Inzage> inzagen(poort::Gang& gang, const std::vector<Uuid>& objecten, const std::vector<std::string>& kenmerken, const std::optional<Tijdstip>& voor, int hoogstens) {
    std::vector<Inzage> uit;
    const auto zichten = gang.wie().heeft("inzagen.alle") ? db::Parameter{} : db::parameter(gang.wie().zichten);
    for (const auto rij : gang.tx().doe("select i.tijd, i.actor, g.naam, i.rol, i.actie, a.code, i.casus, i.noodtoegang, i.zelf, i.objecten, ($6::text[])[array_position($1, i.object)] as kenmerk"
                                        " from logboek.inzagen_van($1, $2, $3, $5::integer[]) i"
                                        " join toegang.gebruiker g on g.organisatie = $4 and g.id = i.actor"
                                        " left join logboek.activiteit a on a.id = i.activiteit order by i.tijd desc",
                                        objecten, voor, hoogstens, gang.wie().organisatie, zichten, kenmerken)) {
        uit.push_back({.tijd = rij.veld<Tijdstip>("tijd"),
                       .wie = {rij.veld<GebruikerId>("actor"), rij.veld<std::string>("naam")},
                       .rol = rij.veld<std::optional<std::string>>("rol").value_or(""),
                       .actie = rij.veld<std::string>("actie"),
                       .activiteit = rij.veld<std::optional<std::string>>("code"),
                       .casus = rij.veld<std::optional<Uuid>>("casus"),
                       .noodtoegang = rij.veld<bool>("noodtoegang"),
                       .zelf = rij.veld<bool>("zelf"),
                       .objecten = rij.veld<std::optional<int>>("objecten"),
                       .kenmerk = rij.veld<std::optional<std::string>>("kenmerk")});
    }
    return uit;
}

std::vector<Incident> incidenten(poort::Gang& gang) {
    std::vector<Incident> uit;
    for (const auto rij : gang.tx().doe("select id, tijd, soort, aantal from logboek.incidenten_voor(200)")) {
        uit.push_back({rij.veld<Uuid>("id"), rij.veld<Tijdstip>("tijd"), rij.veld<std::string>("soort"), rij.veld<int>("aantal")});
    }
    return uit;
}

std::vector<Signalering> signaleringen(poort::Gang& gang, Datum van, Datum tot_en_met) {
    std::vector<Signalering> uit;
    for (const auto rij : gang.tx().doe(
             "select s.regel, s.gebruiker, g.naam, s.dag, s.aantal, s.grens, s.gewoon, s.tijd, s.actie, s.kenmerk, s.noodtoegang, s.object,"
             " v.aantal as verklaard_aantal, v.toelichting, v.door, d.naam as door_naam, v.op"
             " from logboek.signaleringen_over($1, $2) s"
             " join toegang.gebruiker g on g.organisatie = $3 and g.id = s.gebruiker"
             " left join lateral (select * from logboek.verklaring v where v.organisatie = $3 and v.regel = s.regel"
             "   and v.gebruiker = s.gebruiker and v.dag = s.dag order by v.aantal desc limit 1) v on true"
             " left join toegang.gebruiker d on d.organisatie = $3 and d.id = v.door"
             " order by s.dag desc, s.regel, g.naam, s.gebruiker, s.tijd",
             van, tot_en_met, gang.wie().organisatie)) {
        const auto regel = rij.veld<std::string>("regel");
        const auto gebruiker = rij.veld<GebruikerId>("gebruiker");
        const auto dag = rij.veld<Datum>("dag");
        if (uit.empty() || uit.back().regel != regel || uit.back().gebruiker.id != gebruiker || uit.back().dag != dag) {
            uit.push_back({.regel = regel,
                           .gebruiker = {gebruiker, rij.veld<std::string>("naam")},
                           .dag = dag,
                           .aantal = rij.veld<int>("aantal"),
                           .grens = rij.veld<int>("grens"),
                           .gewoon = rij.veld<std::optional<int>>("gewoon"),
                           .handelingen = {},
                           .verklaring = std::nullopt});
            if (!rij.leeg("door")) {
                uit.back().verklaring = {.aantal = rij.veld<int>("verklaard_aantal"),
                                         .toelichting = rij.veld<std::string>("toelichting"),
                                         .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                                         .op = rij.veld<Tijdstip>("op")};
            }
        }
        uit.back().handelingen.push_back({.tijd = rij.veld<Tijdstip>("tijd"),
                                          .actie = rij.veld<std::string>("actie"),
                                          .kenmerk = rij.veld<std::optional<std::string>>("kenmerk"),
                                          .noodtoegang = rij.veld<bool>("noodtoegang"),
                                          .object = rij.leeg("kenmerk") ? std::nullopt : rij.veld<std::optional<Uuid>>("object")});
    }
    return uit;
}

void verklaar(poort::Gang& gang, const Signalering& wat, const std::string& toelichting) {
    gang.tx().doe("insert into logboek.verklaring (organisatie, regel, gebruiker, dag, aantal, toelichting, door, op, operatie)"
                  " values ($1, $2, $3, $4, $5, $6, $7, basis.nu(), basis.operatie())",
                  gang.wie().organisatie, wat.regel, wat.gebruiker.id, wat.dag, wat.aantal, toelichting, gang.wie().gebruiker);
}

std::vector<EigenKenmerk> eigen_kenmerken(poort::Gang& gang, const std::optional<GebruikerId>& id) {
    std::vector<EigenKenmerk> uit;
    for (const auto rij : gang.tx().doe("select g.id, g.naam, bool_or(k.soort = 'naam') is true as namen, bool_or(k.soort = 'adres') is true as adressen, max(k.van) as op"
                                        " from toegang.collega g left join toegang.eigen_kenmerk k on k.organisatie = g.organisatie and k.gebruiker = g.id"
                                        " where g.organisatie = $1 and ($2::uuid is null or g.id = $2)"
                                        " group by g.id, g.naam order by g.naam collate pg_catalog.\"C\", g.id limit 1000",
                                        gang.wie().organisatie, id)) {
        uit.push_back({.gebruiker = {rij.veld<GebruikerId>("id"), rij.veld<std::string>("naam")},
                       .namen = rij.veld<bool>("namen"),
                       .adressen = rij.veld<bool>("adressen"),
                       .op = rij.veld<std::optional<Tijdstip>>("op")});
    }
    return uit;
}

void wis(poort::Gang& gang, GebruikerId wie) {
    gang.tx().doe("delete from toegang.eigen_kenmerk where organisatie = $1 and gebruiker = $2", gang.wie().organisatie, wie);
}

std::vector<TeInformeren> te_informeren(poort::Gang& gang) {
    const auto vandaag = dag_in_amsterdam(gang.tx().nu());
    std::map<Uuid, TeInformeren> per_casus;
    for (const auto rij : gang.tx().doe("select * from informeren.stand_van_alle()")) {
        informeren::Informatietaak taak;
        if (const auto besluit = rij.veld<std::optional<std::string>>("besluit")) {
            taak.besluiten.emplace_back();
            taak.besluiten.back().besluit = *besluit;
            taak.besluiten.back().tot = rij.veld<std::optional<Datum>>("tot");
        }
        informeren::zet_stand(taak, dag_in_amsterdam(rij.veld<Tijdstip>("verkregen_op")));
        // the last day is in time
        if (!taak.termijn || *taak.termijn >= vandaag) continue;
        const auto casus = rij.veld<Uuid>("casus");
        auto& regel = per_casus[casus];
        if (regel.aantal++ == 0) {
            regel.kenmerk = rij.veld<std::string>("kenmerk");
            regel.trekker = {rij.veld<GebruikerId>("trekker"), rij.veld<std::string>("trekker_naam")};
            regel.termijn = *taak.termijn;
            regel.casus = casus;
        }
        regel.termijn = std::min(regel.termijn, *taak.termijn);
    }
    std::vector<TeInformeren> uit;
    for (auto& [casus, regel] : per_casus) uit.push_back(std::move(regel));
    std::sort(uit.begin(), uit.end(), [](const auto& a, const auto& b) { return std::tie(a.termijn, a.kenmerk) < std::tie(b.termijn, b.kenmerk); });
    return uit;
}

std::vector<Verstrekt> verstrekt(poort::Gang& gang, Datum van, Datum tot_en_met, int hoogstens) {
    std::vector<Verstrekt> uit;
    for (const auto rij : gang.tx().doe("select * from verstrekking.overzicht($1, $2, $3)", van, tot_en_met, hoogstens)) {
        uit.push_back({.kenmerk = rij.veld<std::string>("kenmerk"),
                       .casus = rij.veld<std::string>("casus_kenmerk"),
                       .ontvanger = rij.veld<std::string>("ontvanger"),
                       .grondslag = rij.veld<std::string>("grondslag"),
                       .label = rij.veld<std::string>("label"),
                       .feiten = rij.veld<int>("feiten"),
                       .personen = rij.veld<int>("personen"),
                       .open_berichten = rij.veld<int>("open_berichten"),
                       .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                       .op = rij.veld<Tijdstip>("op"),
                       .tot = rij.veld<std::optional<Datum>>("tot"),
                       .casus_id = rij.veld<Uuid>("casus")});
    }
    return uit;
}

}  // namespace damwand::privacy::store

namespace damwand::privacy {

void bewaar_kenmerken(db::Transactie& tx, const logboek::Pseudoniem& pseudoniem, GebruikerId wie, const EigenMerken& merken) {
    for (const auto& [soort, open] : {std::pair{std::string_view("naam"), &merken.namen}, {"adres", &merken.adressen}}) {
        std::vector<std::string> dicht;
        for (const auto& m : *open) dicht.push_back(pseudoniem.merk(tx.wie().organisatie, m));
        tx.doe("insert into toegang.eigen_kenmerk (organisatie, gebruiker, soort, merk, van, door, operatie)"
               " select $1, $2, $3, m, basis.nu(), $5, basis.operatie() from unnest($4::bytea[]) m on conflict do nothing",
               tx.wie().organisatie, wie, soort, dicht, tx.wie().gebruiker);
    }
}

}  // namespace damwand::privacy

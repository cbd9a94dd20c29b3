// SPDX-License-Identifier: EUPL-1.2
#include "werk/aanpak/store.hpp"

#include <fmt/format.h>

#include <map>

namespace damwand::aanpak::store {
namespace {

std::optional<toegang::Collega> collega(const db::Rij& rij, std::string_view id, std::string_view naam) {
    const auto wie = rij.veld<std::optional<GebruikerId>>(id);
    if (!wie) return std::nullopt;
    return toegang::Collega{*wie, rij.veld<std::string>(naam)};
}

Beoordeling beoordeling_van(const db::Rij& rij) {
    return {.criterium = rij.veld<Uuid>("criterium"),
            .trede = rij.veld<int>("trede"),
            .motivering = rij.veld<std::string>("motivering"),
            .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
            .op = rij.veld<Tijdstip>("op")};
}

constexpr std::string_view beoordeling_kolommen = "b.casus, b.criterium, b.trede, b.motivering, b.door, bg.naam as door_naam, b.op";

}  // namespace

// ---- templates ---------------------------------------------------------------------------------------------------

std::vector<Sjabloon> sjablonen(poort::Gang& gang) {
    std::vector<Sjabloon> uit;
    for (const auto rij : gang.tx().doe("select coalesce(s.thema, e.thema) as thema, e.thema is not null as eigen, coalesce(e.inhoud, s.inhoud_nl) as nl, coalesce(e.inhoud, s.inhoud_en) as en,"
                                        " e.door, g.naam as door_naam, e.van, coalesce(e.versie, 0) as versie"
                                        "  from aanpak.standaardsjabloon s full join (select * from aanpak.sjabloon where organisatie = $1) e on e.thema = s.thema"
                                        "  left join toegang.gebruiker g on g.organisatie = e.organisatie and g.id = e.door order by 1",
                                        gang.wie().organisatie)) {
        uit.push_back({.thema = rij.veld<std::string>("thema"),
                       .eigen = rij.veld<bool>("eigen"),
                       .nl = json::lees<Sjablooninhoud>(rij.veld<boost::json::value>("nl")),
                       .en = json::lees<Sjablooninhoud>(rij.veld<boost::json::value>("en")),
                       .door = collega(rij, "door", "door_naam"),
                       .op = rij.veld<std::optional<Tijdstip>>("van"),
                       .versie = rij.veld<int>("versie")});
    }
    return uit;
}

int eigen_sjabloon(poort::Gang& gang, const std::string& thema) {
    gang.tx().doe("select pg_advisory_xact_lock(hashtextextended('aanpak.sjabloon/' || $1::text || '/' || $2, 0))", gang.wie().organisatie, thema);
    const auto r = gang.tx().doe("select versie from aanpak.sjabloon where organisatie = $1 and thema = $2", gang.wie().organisatie, thema);
    return r.leeg() ? 0 : r[0].veld<int>("versie");
}

void zet_sjabloon(poort::Gang& gang, const SjabloonNieuw& nieuw) {
    gang.tx().doe("insert into aanpak.sjabloon (organisatie, thema, inhoud, door) values ($1, $2, $3::jsonb, $4)"
                  " on conflict (organisatie, thema) do update set inhoud = excluded.inhoud, door = excluded.door, versie = sjabloon.versie + 1",
                  gang.wie().organisatie, nieuw.thema, json::schrijf(nieuw.inhoud), gang.wie().gebruiker);
}

void wis_sjabloon(poort::Gang& gang, const std::string& thema) {
    gang.tx().doe("delete from aanpak.sjabloon where organisatie = $1 and thema = $2", gang.wie().organisatie, thema);
}

// ---- casussen that resemble each other ---------------------------------------------------------------------------

std::vector<Gelijkende> gelijkende(poort::Gang& gang, const CasusId& casus) {
    std::vector<Gelijkende> uit;
    std::map<CasusId, std::size_t> plaats;
    // One row per casus and shared fact; a casus of which only people said something has one without.
    for (const auto rij : gang.tx().doe(
             "with feiten as materialized (select * from aanpak.feiten()),"
             " samen as (select a.casus as ander, a.soort, a.sleutel, coalesce(d.wat, a.sleutel) as wat, d.persoon"
             "             from feiten d join feiten a on a.soort = d.soort and a.sleutel = d.sleutel and a.casus <> d.casus where d.casus = $2),"
             " gezegd as (select case when s.casus = $2 then s.ander else s.casus end as ander, s.stand, s.reden, s.door, g.naam as door_naam, s.op"
             "              from aanpak.samenhang s join toegang.gebruiker g on g.organisatie = s.organisatie and g.id = s.door"
             "             where s.organisatie = $1 and $2 in (s.casus, s.ander) and s.zicht = any ($3::integer[]) and s.ander_zicht = any ($3::integer[]))"
             " select c.id, c.kenmerk, c.werknaam, c.fase, c.laatste_activiteit, s.soort, s.wat, s.persoon, z.stand, z.reden, z.door, z.door_naam, z.op"
             "   from casus.casus c left join samen s on s.ander = c.id left join gezegd z on z.ander = c.id"
             "  where c.organisatie = $1 and c.id <> $2 and c.zicht = any ($3::integer[]) and c.fase <> 'vernietigd' and (s.soort is not null or z.stand is not null)"
             "  order by c.id, array_position($4::text[], s.soort), s.wat collate pg_catalog.\"C\", s.sleutel",
             gang.wie().organisatie, casus, gang.wie().zichten, std::vector<std::string>(overeenkomsten().begin(), overeenkomsten().end()))) {
        const auto id = rij.veld<CasusId>("id");
        const auto [plek, nieuw] = plaats.try_emplace(id, uit.size());
        if (nieuw) {
            uit.push_back({.casus = id,
                           .kenmerk = rij.veld<std::string>("kenmerk"),
                           .werknaam = rij.veld<std::string>("werknaam"),
                           .fase = rij.veld<std::string>("fase"),
                           .laatste_activiteit = rij.veld<Tijdstip>("laatste_activiteit"),
                           .redenen = {},
                           .samenhang = {}});
            if (const auto door = collega(rij, "door", "door_naam")) {
                uit.back().samenhang = Samenhang{rij.veld<std::string>("stand"), rij.veld<std::string>("reden"), *door, rij.veld<Tijdstip>("op")};
            }
        }
        const auto soort = rij.veld<std::optional<std::string>>("soort");
        if (!soort) continue;
        auto& redenen = uit[plek->second].redenen;
        if (redenen.empty() || redenen.back().soort != *soort) redenen.push_back({.soort = *soort, .aantal = 0, .wat = {}});
        ++redenen.back().aantal;
        redenen.back().wat.push_back({*soort, rij.veld<std::string>("wat"), rij.veld<std::optional<EntiteitId>>("persoon")});
    }
    return uit;
}

std::optional<int> zicht_van(poort::Gang& gang, const CasusId& casus) {
    const auto r = gang.tx().doe("select zicht from casus.casus where organisatie = $1 and id = $2 and zicht = any ($3::integer[]) for share", gang.wie().organisatie, casus, gang.wie().zichten);
    if (r.leeg()) return std::nullopt;
    return r[0].veld<int>("zicht");
}

void zet_samenhang(poort::Gang& gang, const casus::Greep& greep, const CasusId& ander, int ander_zicht, const SamenhangNieuw& nieuw) {
    const bool eerst = greep.id < ander;
    gang.tx().doe("insert into aanpak.samenhang (organisatie, casus, ander, zicht, ander_zicht, stand, reden, door, op, operatie)"
                  " values ($1, $2, $3, $4, $5, $6, $7, $8, basis.tik(), basis.operatie())"
                  " on conflict (organisatie, casus, ander) do update set stand = excluded.stand, reden = excluded.reden, door = excluded.door, op = excluded.op, operatie = excluded.operatie",
                  gang.wie().organisatie, eerst ? greep.id : ander, eerst ? ander : greep.id, eerst ? greep.zicht : ander_zicht, eerst ? ander_zicht : greep.zicht, nieuw.stand, nieuw.reden,
                  gang.wie().gebruiker);
}

bool wis_samenhang(poort::Gang& gang, const CasusId& een, const CasusId& ander) {
    return gang.tx().doe("delete from aanpak.samenhang where organisatie = $1 and casus = $2 and ander = $3", gang.wie().organisatie, een < ander ? een : ander, een < ander ? ander : een).geraakt() > 0;
}

// ---- criteria ----------------------------------------------------------------------------------------------------

Criterialijst criteria(poort::Gang& gang) {
    Criterialijst uit;
    const auto lijst = gang.tx().doe("select versie from aanpak.criterialijst where organisatie = $1", gang.wie().organisatie);
    uit.eigen = !lijst.leeg();
    if (uit.eigen) uit.versie = lijst[0].veld<int>("versie");
    for (const auto rij : gang.tx().doe("select * from aanpak.criteria() order by volgorde, id")) {
        uit.criteria.push_back({.id = rij.veld<Uuid>("id"),
                                .naam_nl = rij.veld<std::string>("naam_nl"),
                                .naam_en = rij.veld<std::string>("naam_en"),
                                .vraag_nl = rij.veld<std::string>("vraag_nl"),
                                .vraag_en = rij.veld<std::string>("vraag_en"),
                                .treden_nl = rij.veld<std::vector<std::string>>("treden_nl"),
                                .treden_en = rij.veld<std::vector<std::string>>("treden_en")});
    }
    return uit;
}

int criteriaversie(poort::Gang& gang) {
    gang.tx().doe("select pg_advisory_xact_lock(hashtextextended('aanpak.criteria/' || $1::text, 0))", gang.wie().organisatie);
    const auto r = gang.tx().doe("select versie from aanpak.criterialijst where organisatie = $1", gang.wie().organisatie);
    return r.leeg() ? 0 : r[0].veld<int>("versie");
}

void zet_criteria(poort::Gang& gang, const std::vector<Criterium>& criteria, int versie) {
    gang.tx().doe("update aanpak.criterium set volgorde = null where organisatie = $1", gang.wie().organisatie);
    int volgorde = 0;
    for (const auto& c : criteria) {
        gang.tx().doe("insert into aanpak.criterium (organisatie, id, volgorde, naam_nl, naam_en, vraag_nl, vraag_en, treden_nl, treden_en) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
                      " on conflict (organisatie, id) do update set volgorde = excluded.volgorde, naam_nl = excluded.naam_nl, naam_en = excluded.naam_en, vraag_nl = excluded.vraag_nl, vraag_en = excluded.vraag_en",
                      gang.wie().organisatie, c.id, ++volgorde, c.naam_nl, c.naam_en, c.vraag_nl, c.vraag_en, c.treden_nl, c.treden_en);
    }
    gang.tx().doe("insert into aanpak.criterialijst (organisatie, versie, door, op, operatie) values ($1, $2, $3, basis.tik(), basis.operatie())"
                  " on conflict (organisatie) do update set versie = excluded.versie, door = excluded.door, op = excluded.op, operatie = excluded.operatie",
                  gang.wie().organisatie, versie, gang.wie().gebruiker);
}

std::vector<Beoordeling> beoordelingen(poort::Gang& gang, const casus::Greep& greep) {
    std::vector<Beoordeling> uit;
    for (const auto rij : gang.tx().doe(fmt::format("select {} from aanpak.beoordeling b join aanpak.criteria() k on k.id = b.criterium"
                                                    " join toegang.gebruiker bg on bg.organisatie = b.organisatie and bg.id = b.door"
                                                    " where b.organisatie = $1 and b.casus = $2 and b.zicht = $3 order by k.volgorde, b.criterium", beoordeling_kolommen),
                                        gang.wie().organisatie, greep.id, greep.zicht)) {
        uit.push_back(beoordeling_van(rij));
    }
    return uit;
}

void beoordeel(poort::Gang& gang, const casus::Greep& greep, const BeoordelingNieuw& nieuw) {
    gang.tx().doe("insert into aanpak.beoordeling (organisatie, casus, criterium, zicht, trede, motivering, door, op) values ($1, $2, $3, $4, $5, $6, $7, basis.tik())"
                  " on conflict (organisatie, casus, criterium) do update set trede = excluded.trede, motivering = excluded.motivering, door = excluded.door, op = excluded.op, versie = beoordeling.versie + 1",
                  gang.wie().organisatie, greep.id, nieuw.criterium, greep.zicht, nieuw.trede, nieuw.motivering, gang.wie().gebruiker);
}

std::vector<Prioriteit> prioriteiten(poort::Gang& gang) {
    std::vector<Prioriteit> uit;
    std::map<CasusId, std::size_t> plaats;
    for (const auto rij : gang.tx().doe("select c.id, c.kenmerk, c.werknaam, c.thema, c.fase, c.trekker, g.naam as trekker_naam, c.laatste_activiteit from casus.casus c"
                                        " join toegang.gebruiker g on g.organisatie = c.organisatie and g.id = c.trekker"
                                        " where c.organisatie = $1 and c.zicht = any ($2::integer[]) and c.fase not in ('archief', 'vernietigd')",
                                        gang.wie().organisatie, gang.wie().zichten)) {
        plaats[rij.veld<CasusId>("id")] = uit.size();
        uit.push_back({.casus = rij.veld<CasusId>("id"),
                       .kenmerk = rij.veld<std::string>("kenmerk"),
                       .werknaam = rij.veld<std::string>("werknaam"),
                       .thema = rij.veld<std::string>("thema"),
                       .fase = rij.veld<std::string>("fase"),
                       .trekker = {rij.veld<GebruikerId>("trekker"), rij.veld<std::string>("trekker_naam")},
                       .laatste_activiteit = rij.veld<Tijdstip>("laatste_activiteit"),
                       .beoordelingen = {}});
    }
    for (const auto rij : gang.tx().doe(fmt::format("select {} from aanpak.beoordeling b join toegang.gebruiker bg on bg.organisatie = b.organisatie and bg.id = b.door"
                                                    " where b.organisatie = $1 and b.zicht = any ($2::integer[]) order by b.casus, b.criterium", beoordeling_kolommen),
                                        gang.wie().organisatie, gang.wie().zichten)) {
        if (const auto plek = plaats.find(rij.veld<CasusId>("casus")); plek != plaats.end()) uit[plek->second].beoordelingen.push_back(beoordeling_van(rij));
    }
    return uit;
}

// ---- weighing table ----------------------------------------------------------------------------------------------

std::vector<WeegtafelRegel> weegtafel(poort::Gang& gang, const std::optional<SignaalId>& signaal) {
    std::vector<WeegtafelRegel> uit;
    for (const auto rij : gang.tx().doe("select w.signaal, s.kenmerk, s.titel, s.status, s.bron, s.thema, w.partij, w.gemeld_op, w.waarom, w.door, d.naam as door_naam, w.op, w.keuze, w.bewaren_tot,"
                                        " w.motivering, w.gekozen_door, k.naam as kiezer, w.gekozen_op, w.versie, a.beurt"
                                        "  from aanpak.weegtafel w join signaal.signaal s on s.organisatie = w.organisatie and s.id = w.signaal"
                                        "  join toegang.gebruiker d on d.organisatie = w.organisatie and d.id = w.door"
                                        "  left join toegang.gebruiker k on k.organisatie = w.organisatie and k.id = w.gekozen_door"
                                        " cross join lateral (select w.keuze is null or (w.keuze = 'bewaren' and w.bewaren_tot <= basis.vandaag()) as beurt) a"
                                        " where w.organisatie = $1 and w.zicht = any ($2::integer[]) and s.zicht = any ($2::integer[]) and ($3::uuid is null or w.signaal = $3)"
                                        " order by a.beurt desc, w.gemeld_op, w.op, w.signaal limit 500",
                                        gang.wie().organisatie, gang.wie().zichten, signaal)) {
        WeegtafelRegel r;
        r.signaal = rij.veld<SignaalId>("signaal");
        r.kenmerk = rij.veld<std::string>("kenmerk");
        r.titel = rij.veld<std::string>("titel");
        r.status = rij.veld<std::string>("status");
        r.bron = rij.veld<std::string>("bron");
        r.thema = rij.veld<std::optional<std::string>>("thema");
        r.partij = rij.veld<std::string>("partij");
        r.gemeld_op = rij.veld<Datum>("gemeld_op");
        r.waarom = rij.veld<std::string>("waarom");
        r.door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")};
        r.op = rij.veld<Tijdstip>("op");
        if (const auto wie = collega(rij, "gekozen_door", "kiezer")) {
            r.keuze = WeegtafelKeuze{rij.veld<std::string>("keuze"), rij.veld<std::optional<Datum>>("bewaren_tot"), rij.veld<std::string>("motivering"), *wie, rij.veld<Tijdstip>("gekozen_op")};
        }
        r.aan_de_beurt = rij.veld<bool>("beurt");
        r.versie = rij.veld<int>("versie");
        uit.push_back(std::move(r));
    }
    return uit;
}

std::string bron_van(poort::Gang& gang, const SignaalId& signaal) {
    return gang.tx().een("select bron from signaal.signaal where organisatie = $1 and id = $2", gang.wie().organisatie, signaal)[0].veld<std::string>("bron");
}

void zet_weegtafel(poort::Gang& gang, const signaal::SignaalStand& stand, const WeegtafelNieuw& nieuw) {
    gang.tx().doe("insert into aanpak.weegtafel (organisatie, signaal, zicht, partij, gemeld_op, waarom, door, op) values ($1, $2, $3, $4, $5, $6, $7, basis.tik())", gang.wie().organisatie, stand.id,
                  stand.zicht, nieuw.partij, nieuw.gemeld_op, nieuw.waarom, gang.wie().gebruiker);
}

void besluit_weegtafel(poort::Gang& gang, const SignaalId& signaal, const WeegtafelBesluit& besluit) {
    gang.tx().doe("update aanpak.weegtafel set keuze = $3, bewaren_tot = $4, motivering = $5, gekozen_door = $6, gekozen_op = basis.tik(), versie = versie + 1 where organisatie = $1 and signaal = $2",
                  gang.wie().organisatie, signaal, besluit.keuze, besluit.bewaren_tot, besluit.motivering, gang.wie().gebruiker);
}

}  // namespace damwand::aanpak::store

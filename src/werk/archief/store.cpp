// SPDX-License-Identifier: EUPL-1.2
#include "werk/archief/store.hpp"

#include <map>

namespace damwand::archief {
namespace {

template <class R>
R regel_van(const db::Rij& rij) {
    R uit;
    uit.object_soort = rij.veld<std::string>("object_soort");
    uit.kenmerk = rij.veld<std::string>("kenmerk");
    uit.object = rij.veld<Uuid>("object");
    uit.resultaat = rij.veld<std::string>("resultaat");
    uit.grond = rij.veld<std::string>("grond");
    uit.gesloten_op = rij.veld<Datum>("gesloten_op");
    uit.bewaren_tot = rij.veld<Datum>("bewaren_tot");
    return uit;
}

Blokkade blokkade_van(const db::Rij& rij) {
    return {.id = rij.veld<BlokkadeId>("id"),
            .object_soort = rij.veld<std::string>("object_soort"),
            .kenmerk = rij.veld<std::string>("kenmerk"),
            .object = rij.veld<Uuid>("object"),
            .soort = rij.veld<std::string>("soort"),
            .reden = rij.veld<std::optional<std::string>>("reden"),
            .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
            .op = rij.veld<Tijdstip>("op"),
            .tot = rij.veld<std::optional<Datum>>("tot")};
}

constexpr std::string_view blokkadekolommen =
    "b.id, b.object_soort, coalesce(archief.aanduiding(b.object, archief.kenmerk_van(b.object)), '') as kenmerk, b.object, b.soort, "
    "case when b.door = basis.gebruiker() or archief.te_zien(b.object) then b.reden end as reden, b.door, g.naam as door_naam, b.op, b.tot";

}  // namespace

std::vector<Kandidaat> kandidaten(db::Transactie& tx) {
    std::vector<Kandidaat> uit;
    std::map<Uuid, std::vector<Blokkade>> per;
    for (const auto rij : tx.doe("select k.object as bij, " + std::string(blokkadekolommen) +
                                 " from archief.kandidaten(basis.vandaag()) k cross join lateral archief.blokkades_van(k.object) b "
                                 "join toegang.gebruiker g on g.organisatie = b.organisatie and g.id = b.door")) {
        per[rij.veld<Uuid>("bij")].push_back(blokkade_van(rij));
    }
    for (const auto rij : tx.doe("select object_soort, archief.aanduiding(object, kenmerk) as kenmerk, object, resultaat, grond, gesloten_op, bewaren_tot, signalen "
                                 "from archief.kandidaten(basis.vandaag()) limit 500")) {
        auto k = regel_van<Kandidaat>(rij);
        k.signalen = rij.veld<int>("signalen");
        k.blokkades = per[k.object];
        uit.push_back(std::move(k));
    }
    return uit;
}

std::vector<Bewaarregel> bewaarregels(db::Transactie& tx) { return store::regels(tx); }

namespace store {

std::vector<Bewaarregel> regels(db::Transactie& tx) {
    std::vector<Bewaarregel> uit;
    for (const auto rij : tx.doe(
             "select r.soort, r.resultaat, r.geldig_van, basis.maanden(r.termijn) as maanden, r.grond, r.nummer, "
             "r.reden, r.door, g.naam as door_naam, case when r.door is not null then r.op end as op, "
             "r.geldig_van = max(r.geldig_van) filter (where r.geldig_van <= basis.vandaag()) over (partition by r.soort, r.resultaat) as nu "
             "from archief.bewaarregel r left join toegang.gebruiker g on g.organisatie = r.organisatie and g.id = r.door "
             "where r.organisatie = $1 order by r.soort, r.resultaat, r.geldig_van desc",
             tx.wie().organisatie)) {
        uit.push_back({.soort = rij.veld<std::string>("soort"),
                       .resultaat = rij.veld<std::string>("resultaat"),
                       .geldig_van = rij.veld<Datum>("geldig_van"),
                       .maanden = rij.veld<int>("maanden"),
                       .grond = rij.veld<std::string>("grond"),
                       .nummer = rij.veld<std::string>("nummer"),
                       .reden = rij.veld<std::optional<std::string>>("reden"),
                       .door = std::nullopt,
                       .op = rij.veld<std::optional<Tijdstip>>("op"),
                       .geldt_nu = rij.veld<std::optional<bool>>("nu").value_or(false)});
        if (!rij.leeg("door")) uit.back().door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")};
    }
    return uit;
}

void maak_regel(poort::Gang& gang, const BewaarregelNieuw& nieuw) {
    gang.tx().doe("insert into archief.bewaarregel (organisatie, soort, resultaat, geldig_van, termijn, grond, nummer, door, op, reden) "
                  "values ($1, $2, $3, $4, make_interval(months => $5), $6, $7, $8, basis.nu(), $9)",
                  gang.wie().organisatie, nieuw.soort, nieuw.resultaat, nieuw.geldig_van, nieuw.maanden, nieuw.grond,
                  nieuw.nummer ? **nieuw.nummer : std::string{}, gang.wie().gebruiker, nieuw.reden);
}

std::vector<Blokkade> blokkades(db::Transactie& tx, const std::optional<BlokkadeId>& id) {
    std::vector<Blokkade> uit;
    for (const auto rij : tx.doe("select " + std::string(blokkadekolommen) +
                                     " from archief.blokkade b join toegang.gebruiker g on g.organisatie = b.organisatie and g.id = b.door "
                                     "where b.organisatie = $1 and ($2::uuid is null or b.id = $2) and b.opgeheven_op is null "
                                     "and (b.tot is null or b.tot >= basis.vandaag()) order by b.op desc, b.id limit 500",
                                 tx.wie().organisatie, id)) {
        uit.push_back(blokkade_van(rij));
    }
    return uit;
}

std::optional<Uuid> blokkeer(poort::Gang& gang, const BlokkadeId& id, const BlokkadeNieuw& nieuw) {
    return gang.tx()
        .een("select archief.blokkeer($1, $2, $3, $4, $5, $6) as object", id, nieuw.kenmerk, nieuw.soort, nieuw.reden, nieuw.tot,
             gang.wie().heeft("archief.lezen"))[0]
        .veld<std::optional<Uuid>>("object");
}

void hef_op(poort::Gang& gang, const BlokkadeId& id) {
    gang.tx().doe("update archief.blokkade set opgeheven_door = $3, opgeheven_op = basis.nu() where organisatie = $1 and id = $2 and opgeheven_op is null",
                  gang.wie().organisatie, id, gang.wie().gebruiker);
}

bool is_lopend_verzoek(poort::Gang& gang, const BlokkadeId& id) {
    return gang.tx().een("select betrokkene.loopt($1) as loopt", id)[0].veld<bool>("loopt");
}

std::vector<Lijst> lijsten(db::Transactie& tx, const std::optional<LijstId>& id) {
    std::vector<Lijst> uit;
    std::map<LijstId, std::size_t> plaats;
    for (const auto rij : tx.doe(
             "select l.id, l.door, g.naam as door_naam, l.op, encode(l.inhoud, 'hex') as inhoud, "
             "case when l.afgerond_op is not null then 'uitgevoerd' when l.begonnen_op is not null then 'bezig' else 'open' end as staat, "
             "case when l.begonnen_op is null then archief.beletsel(l.id, basis.nu()) end as beletsel from archief.lijst l "
             "join toegang.gebruiker g on g.organisatie = l.organisatie and g.id = l.door where l.organisatie = $1 and ($2::uuid is null or l.id = $2) "
             "and (l.afgerond_op is null or l.afgerond_op > basis.nu() - interval '1 year' or $2 is not null) order by l.op desc, l.id limit 100",
             tx.wie().organisatie, id)) {
        plaats[rij.veld<LijstId>("id")] = uit.size();
        uit.push_back({.id = rij.veld<LijstId>("id"),
                       .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                       .op = rij.veld<Tijdstip>("op"),
                       .staat = rij.veld<std::string>("staat"),
                       .inhoud = rij.veld<std::string>("inhoud"),
                       .regels = {},
                       .akkoorden = {},
                       .beletsel = rij.veld<std::optional<std::string>>("beletsel")});
    }
    for (const auto rij : tx.doe("select lijst, object_soort, archief.aanduiding(object, kenmerk) as kenmerk, object, resultaat, grond, gesloten_op, bewaren_tot "
                                 "from archief.lijst_regel where organisatie = $1 and ($2::uuid is null or lijst = $2) order by bewaren_tot, kenmerk",
                                 tx.wie().organisatie, id)) {
        if (const auto bij = plaats.find(rij.veld<LijstId>("lijst")); bij != plaats.end()) uit[bij->second].regels.push_back(regel_van<Lijstregel>(rij));
    }
    for (const auto rij : tx.doe("select a.lijst, a.gebruiker, g.naam, a.rol, a.op, a.op + interval '24 hours' as tot from archief.akkoord a "
                                 "join toegang.gebruiker g on g.organisatie = a.organisatie and g.id = a.gebruiker "
                                 "where a.organisatie = $1 and ($2::uuid is null or a.lijst = $2) order by a.plaats",
                                 tx.wie().organisatie, id)) {
        if (const auto bij = plaats.find(rij.veld<LijstId>("lijst")); bij != plaats.end()) {
            uit[bij->second].akkoorden.push_back({.wie = {rij.veld<GebruikerId>("gebruiker"), rij.veld<std::string>("naam")},
                                                  .rol = rij.veld<std::string>("rol"),
                                                  .op = rij.veld<Tijdstip>("op"),
                                                  .tot = rij.veld<Tijdstip>("tot")});
        }
    }
    return uit;
}

int maak_lijst(poort::Gang& gang, const LijstId& id, const std::vector<Uuid>& objecten) {
    return gang.tx().een("select archief.maak_lijst($1, $2) as aantal", id, objecten)[0].veld<int>("aantal");
}

void verwijder_lijst(poort::Gang& gang, const LijstId& id) {
    gang.tx().doe("delete from archief.lijst where organisatie = $1 and id = $2 and begonnen_op is null", gang.wie().organisatie, id);
}

bool keur_goed(poort::Gang& gang, const Lijst& lijst, bool archivaris, const std::string& rol) {
    return gang.tx()
               .doe("insert into archief.akkoord as a (organisatie, lijst, plaats, gebruiker, rol, maker, inhoud, op) "
                    "values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), basis.nu()) on conflict (organisatie, lijst, plaats) "
                    "do update set gebruiker = excluded.gebruiker, rol = excluded.rol, inhoud = excluded.inhoud, op = excluded.op "
                    "where a.op <= basis.nu() - interval '24 hours'",
                    gang.wie().organisatie, lijst.id, archivaris ? 1 : 2, gang.wie().gebruiker, rol, lijst.door.id, lijst.inhoud)
               .geraakt() == 1;
}

std::optional<std::string> begin(poort::Gang& gang, const LijstId& id) {
    return gang.tx().een("select archief.begin($1) as beletsel", id)[0].veld<std::optional<std::string>>("beletsel");
}

std::vector<Vernietigingsverklaring> verklaringen(db::Transactie& tx, const std::optional<VerklaringId>& id) {
    std::vector<Vernietigingsverklaring> uit;
    for (const auto rij : tx.doe("select id, op, inhoud from archief.verklaring where organisatie = $1 and ($2::uuid is null or id = $2) order by op desc limit 500",
                                 tx.wie().organisatie, id)) {
        uit.push_back({rij.veld<VerklaringId>("id"), rij.veld<Tijdstip>("op"), rij.veld<boost::json::value>("inhoud")});
    }
    return uit;
}

}  // namespace store
}  // namespace damwand::archief

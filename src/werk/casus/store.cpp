// SPDX-License-Identifier: EUPL-1.2
#include "werk/casus/store.hpp"

#include "base/tekst.hpp"

namespace damwand::casus::store {

std::optional<Greep> vergrendel(poort::Gang& gang, const CasusId& id, Slot slot) {
    static constexpr std::array<std::string_view, 3> sql{
        "select id, zicht, fase, versie, kenmerk, werknaam from casus.casus where organisatie = $1 and id = $2 for "
        "update",
        "select id, zicht, fase, versie, kenmerk, werknaam from casus.casus where organisatie = $1 and id = $2 for "
        "share",
        "select id, zicht, fase, versie, kenmerk, werknaam from casus.casus where organisatie = $1 and id = $2"};
    const auto rijen = gang.tx().doe(sql.at(static_cast<std::size_t>(slot)), gang.wie().organisatie, id);
    if (rijen.leeg()) return std::nullopt;
    const auto rij = rijen[0];
    const auto fase = lees_fase(rij.veld<std::string>("fase"));
    if (!fase) throw std::runtime_error("a casus is in no known phase");
    return Greep{.id = id,
                 .zicht = rij.veld<int>("zicht"),
                 .fase = *fase,
                 .versie = rij.veld<int>("versie"),
                 .kenmerk = rij.veld<std::string>("kenmerk"),
                 .werknaam = rij.veld<std::string>("werknaam")};
}

int maak_zicht(poort::Gang& gang, const CasusId& id) {
    const auto zicht = gang.tx().een("select toegang.nieuw_zicht('casus', $1) as zicht", id)[0].veld<int>("zicht");
    gang.tx().doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker) values ($1, $2, $3)",
                  gang.wie().organisatie, zicht, gang.wie().gebruiker);
    gang.kom_in(zicht);
    return zicht;
}

void maak(poort::Gang& gang, const Greep& greep, const CasusNieuw& nieuw) {
    gang.tx().doe(
        "insert into casus.casus (organisatie, id, zicht, kenmerk, fase, werknaam, zoektekst, thema, trekker, "
        "geopend_op, laatste_activiteit, activiteit, van, operatie) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
        "basis.nu(), basis.nu(), $10, basis.nu(), basis.operatie())",
        gang.wie().organisatie, greep.id, greep.zicht, greep.kenmerk, code(greep.fase), nieuw.werknaam,
        vouw(*nieuw.werknaam), nieuw.thema, nieuw.trekker, gang.activiteit());
    gang.tx().doe(
        "insert into casus.plan (organisatie, casus, zicht, van, operatie) values ($1, $2, $3, basis.nu(), "
        "basis.operatie())",
        gang.wie().organisatie, greep.id, greep.zicht);
}

void wijzig(poort::Gang& gang, const Greep& greep, const CasusWijziging& w) {
    std::optional<std::string> gevouwen;
    if (w.werknaam.waarde) gevouwen = vouw(**w.werknaam.waarde);
    gang.tx().doe(
        "update casus.casus set werknaam = coalesce($3, werknaam), zoektekst = coalesce($4, zoektekst), thema = "
        "coalesce($5, thema), "
        "trekker = coalesce($6::uuid, trekker), beeld = coalesce($7, beeld), laatste_activiteit = basis.tik(), versie "
        "= versie + 1 "
        "where organisatie = $1 and id = $2",
        gang.wie().organisatie, greep.id, w.werknaam.waarde, gevouwen, w.thema.waarde, w.trekker.waarde,
        w.beeld.waarde);
}

void zet_plan(poort::Gang& gang, const Greep& greep, const PlanWijziging& w) {
    gang.tx().doe(
        "update casus.plan set hypothese = coalesce($3, hypothese), doel = coalesce($4, doel), strategie = "
        "coalesce($5, strategie), "
        "versie = versie + 1 where organisatie = $1 and casus = $2",
        gang.wie().organisatie, greep.id, w.hypothese.waarde, w.doel.waarde, w.strategie.waarde);
}

std::optional<Planveld> planveld(poort::Gang& gang, const Greep& greep, std::string_view veld, const std::optional<int>& versie) {
    constexpr std::string_view sql =
        "select case $3 when 'hypothese' then p.hypothese when 'doel' then p.doel when 'strategie' then p.strategie end as waarde, p.versie from ("
        "select organisatie, casus, hypothese, doel, strategie, versie from casus.plan union all select organisatie, casus, hypothese, doel, strategie, versie from casus.plan_verleden where $4::integer is not null) p "
        "where p.organisatie = $1 and p.casus = $2 and ($4::integer is null or p.versie = $4) limit 1";
    const auto rijen = gang.tx().doe(sql, gang.wie().organisatie, greep.id, veld, versie);
    if (rijen.leeg()) return std::nullopt;
    return Planveld{rijen[0].veld<std::string>("waarde"), rijen[0].veld<int>("versie")};
}

int planversie(poort::Gang& gang, const Greep& greep) {
    return gang.tx()
        .een("select versie from casus.plan where organisatie = $1 and casus = $2", gang.wie().organisatie, greep.id)[0]
        .veld<int>("versie");
}

void nieuwe_versie(poort::Gang& gang, const Greep& greep) {
    gang.tx().doe(
        "update casus.casus set laatste_activiteit = basis.tik(), versie = versie + 1 where organisatie = $1 and id = $2",
        gang.wie().organisatie, greep.id);
}

void raak_aan(poort::Gang& gang, const Greep& greep) {
    gang.tx().doe("update casus.casus set laatste_activiteit = basis.tik() where organisatie = $1 and id = $2",
                  gang.wie().organisatie, greep.id);
}

// ---- labels ----------------------------------------------------------------------------------------------------

void zet_etiket(poort::Gang& gang, const Greep& greep, const EtiketNieuw& nieuw) {
    gang.tx().doe("insert into casus.etiket (organisatie, casus, soort, zicht, reden, door, op) values ($1, $2, $3, $4, $5, $6, basis.tik())"
                  " on conflict (organisatie, casus, soort) do update set reden = excluded.reden, door = excluded.door, op = excluded.op",
                  gang.wie().organisatie, greep.id, nieuw.soort, greep.zicht, nieuw.reden, gang.wie().gebruiker);
}

bool wis_etiket(poort::Gang& gang, const Greep& greep, const std::string& soort) {
    return gang.tx().doe("delete from casus.etiket where organisatie = $1 and casus = $2 and soort = $3", gang.wie().organisatie, greep.id, soort).geraakt() > 0;
}

// ---- members ---------------------------------------------------------------------------------------------------

void zet_lid(poort::Gang& gang, const Greep& greep, const GebruikerId& wie, const std::optional<Datum>& tot, const std::optional<std::string>& rol) {
    // Access lasts until the end of its last day in Amsterdam.
    gang.tx().doe(
        "insert into toegang.zicht_lid (organisatie, zicht, gebruiker, tot) "
        "values ($1, $2, $3, ($4::date + 1)::timestamp at time zone 'Europe/Amsterdam') "
        "on conflict (organisatie, gebruiker, zicht) do update set tot = excluded.tot",
        gang.wie().organisatie, greep.zicht, wie, tot);
    gang.tx().doe(
        "insert into casus.lid (organisatie, casus, gebruiker, zicht, toegang_tot, rol, van, operatie) "
        "values ($1, $2, $3, $4, $5, $6, basis.nu(), basis.operatie()) "
        "on conflict (organisatie, casus, gebruiker) do update set toegang_tot = excluded.toegang_tot, rol = coalesce(excluded.rol, lid.rol)",
        gang.wie().organisatie, greep.id, wie, greep.zicht, tot, rol);
}

void verwijder_lid(poort::Gang& gang, const Greep& greep, const GebruikerId& wie) {
    gang.tx().doe("delete from casus.lid where organisatie = $1 and casus = $2 and gebruiker = $3",
                  gang.wie().organisatie, greep.id, wie);
    gang.tx().doe("delete from toegang.zicht_lid where organisatie = $1 and zicht = $2 and gebruiker = $3",
                  gang.wie().organisatie, greep.zicht, wie);
}

std::optional<Lid> lid(poort::Gang& gang, const Greep& greep, const GebruikerId& wie) {
    const auto rijen =
        gang.tx().doe("select toegang_tot, rol from casus.lid where organisatie = $1 and casus = $2 and gebruiker = $3",
                      gang.wie().organisatie, greep.id, wie);
    if (rijen.leeg()) return std::nullopt;
    return Lid{rijen[0].veld<std::optional<Datum>>("toegang_tot"), rijen[0].veld<std::optional<std::string>>("rol")};
}

GebruikerId trekker(poort::Gang& gang, const Greep& greep) {
    return gang.tx()
        .een("select trekker from casus.casus where organisatie = $1 and id = $2", gang.wie().organisatie, greep.id)[0]
        .veld<GebruikerId>("trekker");
}

std::set<GebruikerId> blijvende_sluiters(poort::Gang& gang, const Greep& greep) {
    std::set<GebruikerId> uit;
    for (const auto rij :
         gang.tx().doe("select distinct l.gebruiker from casus.lid l join toegang.gebruiker g on g.organisatie = "
                       "l.organisatie and g.id = l.gebruiker "
                       "join toegang.gebruiker_rol r on r.organisatie = l.organisatie and r.gebruiker = l.gebruiker "
                       "join toegang.rol_recht t on t.rol = r.rol where l.organisatie = $1 and l.casus = $2 and "
                       "l.toegang_tot is null "
                       "and g.actief and t.recht = 'casus.sluiten' and (r.tot is null or r.tot > basis.nu())",
                       gang.wie().organisatie, greep.id)) {
        uit.insert(rij.veld<GebruikerId>("gebruiker"));
    }
    return uit;
}

std::string naam(poort::Gang& gang, const GebruikerId& wie) {
    return gang.tx()
        .een("select naam from toegang.gebruiker where organisatie = $1 and id = $2", gang.wie().organisatie, wie)[0]
        .veld<std::string>("naam");
}

// ---- states ----------------------------------------------------------------------------------------------------

void zet_fase(poort::Gang& gang, const Greep& greep, Fase fase, const Stand& stand) {
    gang.tx().doe(
        "update casus.casus set fase = $3, monitor_tot = $4, einddatum = $5, bewaren_tot = $6, bewaar_grond = $7, "
        "laatste_activiteit = basis.tik(), versie = versie + 1 where organisatie = $1 and id = $2",
        gang.wie().organisatie, greep.id, code(fase), stand.monitor_tot, stand.einddatum, stand.bewaren_tot,
        stand.bewaar_grond);
}

void overgang(poort::Gang& gang, const Greep& greep, Fase naar, const std::string& reden,
              const std::optional<Datum>& tot) {
    gang.tx().doe(
        "insert into casus.overgang (organisatie, id, casus, zicht, van_fase, naar_fase, reden, tot, door, op, "
        "operatie) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, basis.tik(), basis.operatie())",
        gang.wie().organisatie, Uuid::willekeurig(), greep.id, greep.zicht, code(greep.fase), code(naar), reden, tot,
        gang.wie().gebruiker);
}

Stand stand(poort::Gang& gang, const Greep& greep) {
    const auto rijen = gang.tx().een(
        "select monitor_tot, einddatum, bewaren_tot, bewaar_grond from casus.casus where organisatie = $1 and id = $2",
        gang.wie().organisatie, greep.id);
    return {.monitor_tot = rijen[0].veld<std::optional<Datum>>("monitor_tot"),
            .einddatum = rijen[0].veld<std::optional<Datum>>("einddatum"),
            .bewaren_tot = rijen[0].veld<std::optional<Datum>>("bewaren_tot"),
            .bewaar_grond = rijen[0].veld<std::optional<std::string>>("bewaar_grond")};
}

Datum geopend_op(poort::Gang& gang, const Greep& greep) {
    return dag_in_amsterdam(gang.tx()
                                .een("select geopend_op from casus.casus where organisatie = $1 and id = $2",
                                     gang.wie().organisatie, greep.id)[0]
                                .veld<Tijdstip>("geopend_op"));
}

std::optional<Bewaring> bewaring(poort::Gang& gang, const Greep& greep, const Datum& einddatum) {
    const auto rijen = gang.tx().doe("select tot, grond from archief.bewaring('casus', archief.casus_resultaat($1), $2)",
                                     greep.id, einddatum);
    if (rijen.leeg()) return std::nullopt;
    return Bewaring{rijen[0].veld<Datum>("tot"), rijen[0].veld<std::string>("grond")};
}

Datum vandaag(poort::Gang& gang) { return dag_in_amsterdam(gang.tx().nu()); }

}  // namespace damwand::casus::store

namespace damwand::casus {

std::vector<Herkenning> herkenbaar(poort::Gang& gang, const CasusId& id, const std::string& tekst) {
    std::vector<Herkenning> uit;
    for (const auto rij : gang.tx().doe("select soort, woord from casus.herkenbaar($1, $2) order by soort, woord", id, tekst)) {
        uit.push_back({rij.veld<std::string>("soort"), rij.veld<std::string>("woord")});
    }
    return uit;
}

void controleer_collegas(poort::Gang& gang, const std::vector<Aangewezen>& wie, std::vector<VeldFout>& fouten) {
    std::vector<GebruikerId> ids;
    for (const auto& a : wie) ids.push_back(a.gebruiker);
    for (const auto rij : gang.tx().doe(
             "select a.nr from unnest($2::uuid[]) with ordinality a(id, nr) where not exists ("
             "select from toegang.gebruiker g join toegang.gebruiker_rol r on r.organisatie = g.organisatie and "
             "r.gebruiker = g.id "
             // a guest of a casus of the asker's; in which one he may be, maak_lid says
             "join toegang.rol_recht t on t.rol = r.rol where g.organisatie = $1 and g.id = a.id and g.actief and (g.gastzicht is null or g.gastzicht = any ($3)) "
             "and t.recht = 'casus.lezen' and (r.tot is null or r.tot > basis.nu())) order by a.nr",
             gang.wie().organisatie, ids, gang.wie().zichten)) {
        fouten.push_back(
            {wie.at(rij.veld<std::size_t>("nr") - 1).veld, "geen-collega", "Kies een collega die casussen mag zien."});
    }
}

}  // namespace damwand::casus

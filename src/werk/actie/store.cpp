// SPDX-License-Identifier: EUPL-1.2
#include "werk/actie/store.hpp"

#include <fmt/format.h>

namespace damwand::actie::store {
namespace {

constexpr std::string_view kolommen =
    "a.id, a.zicht, a.dossier_soort, a.dossier, a.overleg, a.wat, a.eigenaar, e.naam as eigenaar_naam, a.datum, a.staat, a.resultaat, a.gesloten_op,"
    " a.geescaleerd_op, a.door, d.naam as door_naam, a.op, a.versie";

void vul(Actie& a, const db::Rij& rij) {
    a.id = rij.veld<ActieId>("id");
    a.wat = rij.veld<std::string>("wat");
    a.eigenaar = {rij.veld<GebruikerId>("eigenaar"), rij.veld<std::string>("eigenaar_naam")};
    a.datum = rij.veld<Datum>("datum");
    a.staat = rij.veld<std::string>("staat");
    a.resultaat = rij.veld<std::optional<std::string>>("resultaat");
    a.gesloten_op = rij.veld<std::optional<Tijdstip>>("gesloten_op");
    a.door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")};
    a.op = rij.veld<Tijdstip>("op");
    a.versie = rij.veld<int>("versie");
}

Rij rij_van(const db::Rij& rij) {
    Rij uit;
    vul(uit.regel, rij);
    uit.zicht = rij.veld<int>("zicht");
    uit.kent_dossier = rij.veld<bool>("kent");
    if (uit.kent_dossier) {
        uit.regel.overleg = rij.veld<std::optional<Uuid>>("overleg");
        uit.regel.geescaleerd_op = rij.veld<std::optional<Tijdstip>>("geescaleerd_op");
    }
    if (const auto soort = rij.veld<std::optional<std::string>>("dossier_soort")) uit.regel.dossier = ActieDossier{*soort, rij.veld<Uuid>("dossier"), {}, {}};
    return uit;
}

}  // namespace

/// Those of dossiers and meetings that are his, and what he must do of others; $1 organisatie, $2 his audiences.
constexpr std::string_view bekende =
    "(select x.*, true as kent from actie.actie x where x.organisatie = $1 and x.zicht = any ($2::integer[]) union all select x.*, false from actie.eigen() x)";

Rij lees(poort::Gang& gang, const ActieId& id, bool vergrendel) {
    static const std::string sql = fmt::format("select {}, a.kent from {} a"
                                               " join toegang.gebruiker e on e.organisatie = a.organisatie and e.id = a.eigenaar"
                                               " join toegang.gebruiker d on d.organisatie = a.organisatie and d.id = a.door where a.id = $3",
                                               kolommen, bekende);
    // First held, then read: a statement that waits for a row reads what it joins as it was before. Of others: houd_dossier held it.
    if (vergrendel) gang.tx().doe("select from actie.actie where organisatie = $1 and id = $2 for update", gang.wie().organisatie, id);
    return rij_van(gang.tx().een(sql, gang.wie().organisatie, gang.wie().zichten, id)[0]);
}

std::vector<Rij> lijst(poort::Gang& gang, const Filter& f, bool af, int aantal, const std::optional<signaal::Bladwijzer>& na) {
    static const std::string kop = fmt::format("select {}, a.kent from {} a"
                                               " join toegang.gebruiker e on e.organisatie = a.organisatie and e.id = a.eigenaar"
                                               " join toegang.gebruiker d on d.organisatie = a.organisatie and d.id = a.door"
                                               " where (a.kent or a.eigenaar = $3)"
                                               " and ($4::uuid is null or a.eigenaar = $4) and ($5::text is null or a.staat = $5)"
                                               " and ($6::uuid[] is null or a.dossier = any ($6)) and ($7::uuid[] is null or a.overleg = any ($7)) and ($8::uuid is null or a.punt = $8) and ($12::uuid is null or a.geescaleerd_aan = $12)",
                                               kolommen, bekende);
    static const std::string op = kop + " and ($9::date is null or (a.datum, a.id) > ($9::date, $10::uuid)) order by a.datum, a.id limit $11::integer";
    static const std::string neer = kop + " and ($9::date is null or (a.datum, a.id) < ($9::date, $10::uuid)) order by a.datum desc, a.id desc limit $11::integer";
    std::vector<Rij> uit;
    for (const auto rij : gang.tx().doe(af ? neer : op, gang.wie().organisatie, gang.wie().zichten, gang.wie().gebruiker, f.eigenaar, f.staat,
                                        f.dossiers ? db::parameter(*f.dossiers) : db::Parameter{}, f.overleggen ? db::parameter(*f.overleggen) : db::Parameter{}, f.punt,
                                        na ? std::optional(dag_in_amsterdam(na->moment)) : std::nullopt, na ? std::optional(na->id) : std::nullopt, aantal, f.geescaleerd_aan)) {
        uit.push_back(rij_van(rij));
    }
    return uit;
}

std::vector<Uuid> dossiers_van(poort::Gang& gang, const CasusId& casus) {
    std::vector<Uuid> uit{casus.waarde};
    for (const auto rij : gang.tx().doe("select id from signaal.signaal where organisatie = $1 and casus = $2 and zicht = any ($3::integer[])", gang.wie().organisatie, casus,
                                        gang.wie().zichten)) {
        uit.push_back(rij.veld<Uuid>("id"));
    }
    return uit;
}

void maak(poort::Gang& gang, const Rij& rij, const std::optional<Uuid>& punt) {
    const auto& a = rij.regel;
    gang.tx().doe("insert into actie.actie (organisatie, id, zicht, dossier_soort, dossier, overleg, punt, wat, eigenaar, datum, door, op, van, operatie)"
                  " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, basis.tik(), basis.nu(), basis.operatie())",
                  gang.wie().organisatie, a.id, rij.zicht, a.dossier ? std::optional(a.dossier->soort) : std::nullopt, a.dossier ? std::optional(a.dossier->id) : std::nullopt,
                  a.overleg, punt, a.wat, a.eigenaar.id, a.datum, gang.wie().gebruiker);
}

void wijzig(poort::Gang& gang, const Actie& a) {
    gang.tx().doe("update actie.actie set wat = $3, eigenaar = $4, datum = $5, staat = $6, resultaat = $7, gesloten_op = case when $6 = 'open' then null when staat = 'open' then basis.nu()"
                  " else gesloten_op end, geescaleerd_aan = case when datum = $5 then geescaleerd_aan end,"
                  " geescaleerd_op = case when datum = $5 then geescaleerd_op end, versie = versie + 1 where organisatie = $1 and id = $2",
                  gang.wie().organisatie, a.id, a.wat, a.eigenaar.id, a.datum, a.staat, a.resultaat);
}

void vink_af(poort::Gang& gang, const Actie& a) { gang.tx().doe("select actie.vink_af($1, $2, $3)", a.id, a.staat, a.resultaat); }

bool kan_eigenaar_zijn(poort::Gang& gang, const GebruikerId& wie) {
    return !gang.tx()
                .doe("select from toegang.collega g join toegang.gebruiker_rol r on r.organisatie = g.organisatie and r.gebruiker = g.id"
                     " join toegang.rol_recht t on t.rol = r.rol and t.recht = 'actie.zien'"
                     " where g.organisatie = $1 and g.id = $2 and (r.tot is null or r.tot > basis.nu()) limit 1",
                     gang.wie().organisatie, wie)
                .leeg();
}

void houd_dossier(poort::Gang& gang, const ActieId& id) {
    try {
        gang.tx().doe("select actie.houd_dossier($1)", id);
    } catch (const db::DbFout& fout) {
        if (fout.sqlstate() == "DW020") throw Fout(FoutSoort::botsing, "actie-dicht", "Waar deze actie bij hoort is afgesloten. Er kan niets meer aan veranderen.");
        throw;
    }
}

void teken_aan(poort::Gang& gang, const ActieId& id, const std::string& tekst, const std::string& kort, const boost::json::value& gegevens) {
    gang.tx().doe("select actie.teken_aan($1, $2, $3, $4::jsonb)", id, tekst, kort, gegevens);
}

}  // namespace damwand::actie::store

namespace damwand::actie {

void doe_dagwerk(db::Transactie& tx, const logboek::Pseudoniem& pseudoniem) {
    const auto aantal = tx.een("select actie.escaleer() + post.leg_dagoverzichten_klaar() + post.vergeet() as n")[0].veld<std::int64_t>("n");
    if (aantal == 0) return;
    logboek::Regels regels;
    regels.object_soort = "actie";
    logboek::schrijf(tx,
                     {.naam = "actiesHerinneren", .activiteit = std::nullopt, .actor = std::nullopt, .rol = "", .acr = "", .sessie = std::nullopt, .oorsprong = "programma",
                      .toelichting = std::nullopt, .verwerkt = false},
                     regels, pseudoniem);
}

std::vector<Actie> van_casus(poort::Gang& gang, const casus::Greep& greep, const std::optional<Tijdstip>& moment) {
    static const std::string sql = fmt::format("select {} from actie.actie_op($3) a"
                                               " join toegang.gebruiker_op($3) e on e.organisatie = a.organisatie and e.id = a.eigenaar"
                                               " join toegang.gebruiker_op($3) d on d.organisatie = a.organisatie and d.id = a.door"
                                               " where a.organisatie = $1 and a.dossier = $2 and a.zicht = any ($4::integer[]) order by a.op, a.id",
                                               store::kolommen);
    std::vector<Actie> uit;
    for (const auto rij : gang.tx().doe(sql, gang.wie().organisatie, greep.id, moment, gang.wie().zichten)) {
        store::vul(uit.emplace_back(), rij);
        gang.raakt(uit.back().id.waarde);
    }
    return uit;
}

}  // namespace damwand::actie

// SPDX-License-Identifier: EUPL-1.2
#include "werk/overleg/store.hpp"

namespace damwand::overleg::store {
namespace {

toegang::Collega collega(const db::Rij& rij, std::string_view kolom) {
    return {rij.veld<GebruikerId>(kolom), rij.veld<std::string>(std::string(kolom) + "_naam")};
}

constexpr std::string_view overleg_kolommen =
    "o.id, o.reeks, r.naam as reeks_naam, r.soort as reeks_soort, o.zicht, o.datum, o.plaats, o.staat, o.begonnen_op, o.gesloten_op, o.versie, "
    "o.voorzitter, v.naam as voorzitter_naam, o.secretaris, s.naam as secretaris_naam, "
    "(o.datum + o.begin) at time zone 'Europe/Amsterdam' as begin_op, "
    "(o.datum + o.begin + make_interval(mins => o.duur_minuten)) at time zone 'Europe/Amsterdam' as eind_op ";
/// The series is read past the wall of its own audience: whoever takes part in one meeting sees what series it is of.
constexpr std::string_view overleg_uit =
    "from overleg.overleg o join lateral overleg.reeks_van(o.id) r on true join toegang.gebruiker v on v.organisatie = o.organisatie and v.id = o.voorzitter "
    "join toegang.gebruiker s on s.organisatie = o.organisatie and s.id = o.secretaris ";

/// The members of an audience who lead what it is for stay in it; others until the last moment it may be read.
void laat_lezen(poort::Gang& gang, const OverlegId& id, const GebruikerId& wie) {
    gang.tx().doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker, tot) select o.organisatie, o.zicht, $3::uuid, "
                  "case when $3 in (o.voorzitter, o.secretaris) then null else overleg.te_lezen_tot(o.datum) end from overleg.overleg o where o.organisatie = $1 and o.id = $2 "
                  "on conflict (organisatie, gebruiker, zicht) do update set tot = excluded.tot",
                  gang.wie().organisatie, id, wie);
}

}  // namespace

// ── Series ──

std::optional<Reeksstand> reeks(poort::Gang& gang, const ReeksId& id, Slot slot) {
    const auto rijen = gang.tx().doe(slot == Slot::wijzigen ? "select zicht, voorzitter, secretaris, versie from overleg.reeks where organisatie = $1 and id = $2 and zicht = any ($3::integer[]) for update"
                                                            : "select zicht, voorzitter, secretaris, versie from overleg.reeks where organisatie = $1 and id = $2 and zicht = any ($3::integer[])",
                                     gang.wie().organisatie, id, gang.wie().zichten);
    if (rijen.leeg()) return std::nullopt;
    return Reeksstand{id, rijen[0].veld<int>("zicht"), rijen[0].veld<GebruikerId>("voorzitter"), rijen[0].veld<GebruikerId>("secretaris"), rijen[0].veld<int>("versie")};
}

std::vector<Overlegreeks> lees_reeksen(poort::Gang& gang, const std::optional<ReeksId>& id) {
    std::vector<Overlegreeks> uit;
    const auto& wie = gang.wie();
    for (const auto rij : gang.tx().doe("select r.id, r.naam, r.soort, r.ritme_weken, r.weekdag, to_char(r.begin, 'HH24:MI') as begin, r.duur_minuten, r.plaats, r.vanaf, r.versie, "
                                        "r.voorzitter, v.naam as voorzitter_naam, r.secretaris, s.naam as secretaris_naam from overleg.reeks r "
                                        "join toegang.gebruiker v on v.organisatie = r.organisatie and v.id = r.voorzitter join toegang.gebruiker s on s.organisatie = r.organisatie and s.id = r.secretaris "
                                        "where r.organisatie = $1 and r.zicht = any ($2::integer[]) and ($3::uuid is null or r.id = $3) order by r.naam, r.id limit 200",
                                        wie.organisatie, wie.zichten, id)) {
        Overlegreeks r{.id = rij.veld<ReeksId>("id"),
                       .naam = rij.veld<std::string>("naam"),
                       .soort = rij.veld<std::string>("soort"),
                       .ritme_weken = rij.veld<int>("ritme_weken"),
                       .weekdag = rij.veld<int>("weekdag"),
                       .begin = rij.veld<std::string>("begin"),
                       .duur_minuten = rij.veld<int>("duur_minuten"),
                       .plaats = rij.veld<std::string>("plaats"),
                       .voorzitter = collega(rij, "voorzitter"),
                       .secretaris = collega(rij, "secretaris"),
                       .vanaf = rij.veld<Datum>("vanaf"),
                       .leden = {},
                       .koppelingen = {},
                       .mag_leiden = false,
                       .versie = rij.veld<int>("versie")};
        r.mag_leiden = wie.heeft("overleg.leiden") && (r.voorzitter.id == wie.gebruiker || r.secretaris.id == wie.gebruiker);
        uit.push_back(std::move(r));
    }
    for (const auto rij : gang.tx().doe("select l.reeks, l.gebruiker, g.naam as gebruiker_naam, l.namens, l.mandaat, l.geheimhouding, l.vast, l.lid_tot from overleg.reekslid l "
                                        "join toegang.gebruiker g on g.organisatie = l.organisatie and g.id = l.gebruiker "
                                        "where l.organisatie = $1 and l.zicht = any ($2::integer[]) and ($3::uuid is null or l.reeks = $3) order by g.naam, g.id",
                                        wie.organisatie, wie.zichten, id)) {
        const auto van = rij.veld<ReeksId>("reeks");
        for (auto& r : uit) {
            if (r.id != van) continue;
            r.leden.push_back({collega(rij, "gebruiker"), rij.veld<std::string>("namens"), rij.veld<std::string>("mandaat"), rij.veld<std::string>("geheimhouding"), rij.veld<bool>("vast"),
                               rij.veld<std::optional<Datum>>("lid_tot")});
        }
    }
    lees_koppelingen(gang, uit);
    return uit;
}

ReeksId maak_reeks(poort::Gang& gang, const ReeksNieuw& n, const GebruikerId& voorzitter, const GebruikerId& secretaris) {
    const auto id = ReeksId::nieuw();
    auto& tx = gang.tx();
    const auto zicht = tx.een("select toegang.nieuw_zicht('overlegreeks', $1) as zicht", id)[0].veld<int>("zicht");
    tx.doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker) select $1, $2, g from unnest($3::uuid[]) g on conflict do nothing", gang.wie().organisatie, zicht,
           std::vector<GebruikerId>{voorzitter, secretaris, *gang.wie().gebruiker});
    gang.kom_in(zicht);
    tx.doe("insert into overleg.reeks (organisatie, id, zicht, naam, soort, ritme_weken, weekdag, begin, duur_minuten, plaats, voorzitter, secretaris, vanaf, van, operatie) "
           "values ($1, $2, $3, $4, $5, $6, $7, $8::time, $9, $10, $11, $12, $13, basis.nu(), basis.operatie())",
           gang.wie().organisatie, id, zicht, n.naam, n.soort, n.ritme_weken, n.weekdag, n.begin, n.duur_minuten, n.plaats ? **n.plaats : std::string{}, voorzitter, secretaris, n.vanaf);
    tx.doe("insert into overleg.reekslid (organisatie, reeks, gebruiker, zicht, geheimhouding, vast) select $1, $2, g, $3, 'ambtseed', true from unnest($4::uuid[]) g on conflict do nothing",
           gang.wie().organisatie, id, zicht, std::vector<GebruikerId>{voorzitter, secretaris, *gang.wie().gebruiker});
    return id;
}

void wijzig_reeks(poort::Gang& gang, const ReeksId& id, const ReeksWijziging& w) {
    gang.tx().doe("update overleg.reeks set naam = coalesce($3, naam), ritme_weken = coalesce($4::integer, ritme_weken), weekdag = coalesce($5::integer, weekdag), begin = coalesce($6::time, begin), "
                  "duur_minuten = coalesce($7::integer, duur_minuten), plaats = coalesce($8, plaats), voorzitter = coalesce($9::uuid, voorzitter), secretaris = coalesce($10::uuid, secretaris), "
                  "versie = versie + 1 where organisatie = $1 and id = $2",
                  gang.wie().organisatie, id, w.naam.waarde, w.ritme_weken.waarde, w.weekdag.waarde, w.begin.waarde, w.duur_minuten.waarde, w.plaats.waarde, w.voorzitter.waarde, w.secretaris.waarde);
}

void zet_reekslid(poort::Gang& gang, const Reeksstand& reeks, const GebruikerId& wie, const ReeksLidNieuw& lid) {
    gang.tx().doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker, tot) values ($1, $2, $3, ($4::date + 1)::timestamp at time zone 'Europe/Amsterdam') "
                  "on conflict (organisatie, gebruiker, zicht) do update set tot = excluded.tot",
                  gang.wie().organisatie, reeks.zicht, wie, lid.tot);
    gang.tx().doe("insert into overleg.reekslid (organisatie, reeks, gebruiker, zicht, namens, mandaat, geheimhouding, vast, lid_tot) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
                  "on conflict (organisatie, reeks, gebruiker) do update set namens = excluded.namens, mandaat = excluded.mandaat, geheimhouding = excluded.geheimhouding, vast = excluded.vast, "
                  "lid_tot = excluded.lid_tot",
                  gang.wie().organisatie, reeks.id, wie, reeks.zicht, lid.organisatie ? **lid.organisatie : std::string{}, lid.mandaat ? **lid.mandaat : std::string{}, lid.geheimhouding, lid.vast, lid.tot);
    gang.tx().doe("update overleg.reeks set versie = versie + 1 where organisatie = $1 and id = $2", gang.wie().organisatie, reeks.id);
}

bool haal_reekslid_weg(poort::Gang& gang, const Reeksstand& reeks, const GebruikerId& wie) {
    const auto weg = gang.tx().doe("delete from overleg.reekslid where organisatie = $1 and reeks = $2 and gebruiker = $3", gang.wie().organisatie, reeks.id, wie).geraakt();
    gang.tx().doe("delete from toegang.zicht_lid where organisatie = $1 and zicht = $2 and gebruiker = $3", gang.wie().organisatie, reeks.zicht, wie);
    gang.tx().doe("update overleg.reeks set versie = versie + 1 where organisatie = $1 and id = $2", gang.wie().organisatie, reeks.id);
    return weg > 0;
}

std::vector<OverlegId> geplande(poort::Gang& gang, const ReeksId& id) {
    std::vector<OverlegId> uit;
    for (const auto rij : gang.tx().doe("select id from overleg.overleg where organisatie = $1 and reeks = $2 and zicht = any ($3::integer[]) and staat = 'gepland' and datum >= basis.vandaag() order by datum",
                                        gang.wie().organisatie, id, gang.wie().zichten)) {
        uit.push_back(rij.veld<OverlegId>("id"));
    }
    return uit;
}

// ── Meetings ──

std::optional<Zitting> zitting(poort::Gang& gang, const OverlegId& id, Slot slot) {
    const auto& wie = gang.wie();
    const auto rijen = gang.tx().doe(slot == Slot::wijzigen
                                         ? "select reeks, zicht, staat, voorzitter, secretaris, datum, versie from overleg.overleg where organisatie = $1 and id = $2 and zicht = any ($3::integer[]) for update"
                                         : "select reeks, zicht, staat, voorzitter, secretaris, datum, versie from overleg.overleg where organisatie = $1 and id = $2 and zicht = any ($3::integer[])",
                                     wie.organisatie, id, wie.zichten);
    if (rijen.leeg()) return std::nullopt;
    const auto rij = rijen[0];
    Zitting z{.id = id,
              .reeks = rij.veld<ReeksId>("reeks"),
              .zicht = rij.veld<int>("zicht"),
              .staat = rij.veld<std::string>("staat"),
              .voorzitter = rij.veld<GebruikerId>("voorzitter"),
              .secretaris = rij.veld<GebruikerId>("secretaris"),
              .datum = rij.veld<Datum>("datum"),
              .versie = rij.veld<int>("versie"),
              .leidt = false};
    z.leidt = wie.heeft("overleg.leiden") && (z.voorzitter == wie.gebruiker || z.secretaris == wie.gebruiker);
    return z;
}

std::vector<OverlegRegel> lijst(poort::Gang& gang, bool komend) {
    static const std::string sql = std::string("select ") + std::string(overleg_kolommen) +
                                   ", (select count(*)::integer from overleg.punt p where p.organisatie = o.organisatie and p.overleg = o.id and (p.zicht = any ($2::integer[]) or p.tafel = any ($2::integer[]))) as punten " +
                                   std::string(overleg_uit) + "where o.organisatie = $1 and o.zicht = any ($2::integer[]) and ";
    static const std::string straks = sql + "(o.staat <> 'gesloten' and o.datum >= basis.vandaag() - 1) order by o.datum, o.begin, o.id limit 100";
    static const std::string geweest = sql + "(o.staat = 'gesloten' or o.datum < basis.vandaag() - 1) order by o.datum desc, o.begin desc, o.id limit 100";
    std::vector<OverlegRegel> uit;
    for (const auto rij : gang.tx().doe(komend ? straks : geweest, gang.wie().organisatie, gang.wie().zichten)) {
        uit.push_back({.id = rij.veld<OverlegId>("id"),
                       .reeks = {rij.veld<ReeksId>("reeks"), rij.veld<std::string>("reeks_naam"), rij.veld<std::string>("reeks_soort")},
                       .datum = rij.veld<Datum>("datum"),
                       .begin = rij.veld<Tijdstip>("begin_op"),
                       .eind = rij.veld<Tijdstip>("eind_op"),
                       .plaats = rij.veld<std::string>("plaats"),
                       .staat = rij.veld<std::string>("staat"),
                       .voorzitter = collega(rij, "voorzitter"),
                       .secretaris = collega(rij, "secretaris"),
                       .aantal_punten = rij.veld<int>("punten"),
                       .versie = rij.veld<int>("versie")});
    }
    return uit;
}

Overleg lees(poort::Gang& gang, const Zitting& z) {
    static const std::string sql =
        std::string("select ") + std::string(overleg_kolommen) + std::string(overleg_uit) + "where o.organisatie = $1 and o.id = $2 and o.zicht = any ($3::integer[])";
    const auto& wie = gang.wie();
    const auto rijen = gang.tx().een(sql, wie.organisatie, z.id, wie.zichten);
    const auto rij = rijen[0];
    Overleg o{.id = z.id,
              .reeks = {rij.veld<ReeksId>("reeks"), rij.veld<std::string>("reeks_naam"), rij.veld<std::string>("reeks_soort")},
              .datum = rij.veld<Datum>("datum"),
              .begin = rij.veld<Tijdstip>("begin_op"),
              .eind = rij.veld<Tijdstip>("eind_op"),
              .plaats = rij.veld<std::string>("plaats"),
              .staat = rij.veld<std::string>("staat"),
              .voorzitter = collega(rij, "voorzitter"),
              .secretaris = collega(rij, "secretaris"),
              .ik = {"deelnemer", z.leidt},
              .begonnen_op = rij.veld<std::optional<Tijdstip>>("begonnen_op"),
              .gesloten_op = rij.veld<std::optional<Tijdstip>>("gesloten_op"),
              .deelnemers = {},
              .punten = {},
              .huidig = {},
              .voorgaande_acties = {},
              .versie = rij.veld<int>("versie")};
    if (o.secretaris.id == wie.gebruiker) o.ik.rol = "secretaris";
    if (o.voorzitter.id == wie.gebruiker) o.ik.rol = "voorzitter";
    for (const auto d : gang.tx().doe("select d.gebruiker, g.naam as gebruiker_naam, d.namens, d.mandaat, d.geheimhouding, d.stand, d.sinds from overleg.deelnemer d "
                                      "join toegang.gebruiker g on g.organisatie = d.organisatie and g.id = d.gebruiker "
                                      "where d.organisatie = $1 and d.overleg = $2 and d.zicht = any ($3::integer[]) order by g.naam, g.id",
                                      wie.organisatie, z.id, wie.zichten)) {
        o.deelnemers.push_back({collega(d, "gebruiker"), d.veld<std::string>("namens"), d.veld<std::string>("mandaat"), d.veld<std::string>("geheimhouding"),
                                d.veld<std::optional<std::string>>("stand"), d.veld<std::optional<Tijdstip>>("sinds")});
    }
    return o;
}

std::optional<Datum> laatste_dag(poort::Gang& gang, const ReeksId& id) {
    return gang.tx().een("select max(datum) as dag from overleg.overleg where organisatie = $1 and reeks = $2", gang.wie().organisatie, id)[0].veld<std::optional<Datum>>("dag");
}

bool vergadert_op(poort::Gang& gang, const ReeksId& id, Datum dag) {
    return !gang.tx().doe("select from overleg.overleg where organisatie = $1 and reeks = $2 and datum = $3 and staat <> 'afgelast'", gang.wie().organisatie, id, dag).leeg();
}

OverlegId maak(poort::Gang& gang, const Overlegreeks& reeks, Datum dag) {
    auto& tx = gang.tx();
    const auto organisatie = gang.wie().organisatie;
    const auto id = OverlegId::nieuw();
    const auto zicht = tx.een("select toegang.nieuw_zicht('overleg', $1) as zicht", id)[0].veld<int>("zicht");
    tx.doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker) values ($1, $2, $3)", organisatie, zicht, gang.wie().gebruiker);
    gang.kom_in(zicht);
    tx.doe("insert into overleg.overleg (organisatie, id, reeks, zicht, datum, begin, duur_minuten, plaats, voorzitter, secretaris, van, operatie) "
           "select r.organisatie, $3, r.id, $4, $5, r.begin, r.duur_minuten, r.plaats, r.voorzitter, r.secretaris, basis.nu(), basis.operatie() from overleg.reeks r where r.organisatie = $1 and r.id = $2",
           organisatie, reeks.id, id, zicht, dag);
    // Who leads takes part, whatever the list says.
    tx.doe("insert into overleg.deelnemer (organisatie, overleg, gebruiker, zicht, namens, mandaat, geheimhouding) "
           "select distinct on (x.gebruiker) $1::smallint, $3::uuid, x.gebruiker, $4::integer, x.namens, x.mandaat, x.geheimhouding from ("
           "select l.gebruiker, l.namens, l.mandaat, l.geheimhouding, 1 as rang from overleg.reekslid l where l.organisatie = $1 and l.reeks = $2 and l.vast and (l.lid_tot is null or l.lid_tot >= $5::date) "
           "union all select unnest(array[r.voorzitter, r.secretaris]), '', '', 'ambtseed', 2 from overleg.reeks r where r.organisatie = $1 and r.id = $2) x order by x.gebruiker, x.rang",
           organisatie, reeks.id, id, zicht, dag);
    for (const auto& wie : deelnemers(gang, id)) laat_lezen(gang, id, wie);
    return id;
}

void wijzig(poort::Gang& gang, const Zitting& z, const OverlegWijziging& w) {
    gang.tx().doe("update overleg.overleg set datum = coalesce($3::date, datum), begin = coalesce($4::time, begin), duur_minuten = coalesce($5::integer, duur_minuten), plaats = coalesce($6, plaats), "
                  "voorzitter = coalesce($7::uuid, voorzitter), secretaris = coalesce($8::uuid, secretaris), versie = versie + 1 where organisatie = $1 and id = $2",
                  gang.wie().organisatie, z.id, w.datum.waarde, w.begin.waarde, w.duur_minuten.waarde, w.plaats.waarde, w.voorzitter.waarde, w.secretaris.waarde);
}

void verzet(poort::Gang& gang, const Zitting& z) { gang.tx().doe("select overleg.verzet($1)", z.id); }

void zet_staat(poort::Gang& gang, const Zitting& z, std::string_view staat) {
    gang.tx().doe("update overleg.overleg set staat = $3, begonnen_op = case when $3 = 'bezig' then basis.tik() else begonnen_op end, "
                  "gesloten_op = case when $3 = 'gesloten' then basis.tik() end, versie = versie + 1 where organisatie = $1 and id = $2",
                  gang.wie().organisatie, z.id, staat);
}

void zet_zwart(poort::Gang& gang, const Zitting& z, bool zwart) {
    gang.tx().doe("update overleg.overleg set zwart = $3, versie = versie + 1 where organisatie = $1 and id = $2", gang.wie().organisatie, z.id, zwart);
}

bool is_zwart(poort::Gang& gang, const Zitting& z) {
    return gang.tx().een("select zwart from overleg.overleg where organisatie = $1 and id = $2", gang.wie().organisatie, z.id)[0].veld<bool>("zwart");
}

void zet_deelnemer(poort::Gang& gang, const Zitting& z, const GebruikerId& wie, const std::string& namens, const std::string& mandaat, const std::string& geheimhouding) {
    gang.tx().doe("insert into overleg.deelnemer (organisatie, overleg, gebruiker, zicht, namens, mandaat, geheimhouding) values ($1, $2, $3, $4, $5, $6, $7) "
                  "on conflict (organisatie, overleg, gebruiker) do update set namens = excluded.namens, mandaat = excluded.mandaat, geheimhouding = excluded.geheimhouding",
                  gang.wie().organisatie, z.id, wie, z.zicht, namens, mandaat, geheimhouding);
    laat_lezen(gang, z.id, wie);
}

std::set<GebruikerId> deelnemers(poort::Gang& gang, const OverlegId& id) {
    std::set<GebruikerId> uit;
    for (const auto rij : gang.tx().doe("select gebruiker from overleg.deelnemer where organisatie = $1 and overleg = $2", gang.wie().organisatie, id)) uit.insert(rij.veld<GebruikerId>("gebruiker"));
    return uit;
}

bool haal_deelnemer_weg(poort::Gang& gang, const Zitting& z, const GebruikerId& wie) {
    const auto weg = gang.tx().doe("delete from overleg.deelnemer where organisatie = $1 and overleg = $2 and gebruiker = $3", gang.wie().organisatie, z.id, wie).geraakt();
    if (weg == 0) return false;
    gang.tx().doe("select overleg.haal_weg($1, $2)", z.id, wie);
    return true;
}

bool zet_aanwezig(poort::Gang& gang, const Zitting& z, const GebruikerId& wie, std::string_view stand) {
    return gang.tx()
               .doe("update overleg.deelnemer set stand = $4, sinds = case when stand is not distinct from $4 then sinds else basis.tik() end where organisatie = $1 and overleg = $2 and gebruiker = $3",
                    gang.wie().organisatie, z.id, wie, stand)
               .geraakt() > 0;
}

std::vector<std::size_t> zonder_recht(poort::Gang& gang, const std::vector<GebruikerId>& wie, std::string_view recht) {
    std::vector<std::size_t> uit;
    for (const auto rij : gang.tx().doe("select a.nr from unnest($2::uuid[]) with ordinality a(id, nr) where not exists (select from toegang.collega g "
                                        "join toegang.gebruiker_rol r on r.organisatie = g.organisatie and r.gebruiker = g.id join toegang.rol_recht t on t.rol = r.rol "
                                        "where g.organisatie = $1 and g.id = a.id and t.recht = $3 and (r.tot is null or r.tot > basis.nu())) order by a.nr",
                                        gang.wie().organisatie, wie, recht)) {
        uit.push_back(rij.veld<std::size_t>("nr") - 1);
    }
    return uit;
}

ReeksKort naam_van(poort::Gang& gang, const Zitting& z) {
    const auto rijen = gang.tx().een("select naam, soort from overleg.reeks_van($1)", z.id);
    return {z.reeks, rijen[0].veld<std::string>("naam"), rijen[0].veld<std::string>("soort")};
}

std::string naam(poort::Gang& gang, const GebruikerId& wie) {
    return gang.tx().een("select naam from toegang.gebruiker where organisatie = $1 and id = $2", gang.wie().organisatie, wie)[0].veld<std::string>("naam");
}

std::optional<post::Uitnodiging> uitnodiging(db::Transactie& tx, const Uuid& uit) {
    const auto rijen = tx.doe("select id, versie, datum, begin, eind, naam, plaats, afgezegd, afgelast from overleg.uitnodiging($1)", uit);
    if (rijen.leeg()) return std::nullopt;
    const auto rij = rijen[0];
    return post::Uitnodiging{.id = rij.veld<Uuid>("id"), .volgnummer = rij.veld<int>("versie"), .gemaakt = {}, .datum = rij.veld<Datum>("datum"), .begin = rij.veld<int>("begin"), .eind = rij.veld<int>("eind"),
                             .titel = rij.veld<std::string>("naam"), .plaats = rij.veld<std::string>("plaats"), .adres = {}, .afgezegd = rij.veld<bool>("afgezegd"), .afgelast = rij.veld<bool>("afgelast")};
}

}  // namespace damwand::overleg::store

// SPDX-License-Identifier: EUPL-1.2
#include "werk/casus/store.hpp"

#include <fmt/format.h>

#include <chrono>

#include "base/tekst.hpp"

namespace damwand::casus::store {
namespace {

using std::chrono::sys_days;

/// Later than any deadline: rows without one come last.
const Tijdstip geen_termijn = sys_days{std::chrono::year{9999} / 12 / 31};

Tijdstip moment_van(const std::optional<CasusTermijn>& termijn) {
    return termijn ? Tijdstip{sys_days{termijn->datum}} : geen_termijn;
}

/// One row of `regel_kolommen`.
CasusRegel regel_van(const db::Rij& rij) {
    CasusRegel r;
    r.id = rij.veld<CasusId>("id");
    r.kenmerk = rij.veld<std::string>("kenmerk");
    r.werknaam = rij.veld<std::string>("werknaam");
    r.thema = rij.veld<std::string>("thema");
    r.fase = rij.veld<std::string>("fase");
    r.trekker = {rij.veld<GebruikerId>("trekker"), rij.veld<std::string>("trekker_naam")};
    r.geopend_op = rij.veld<Tijdstip>("geopend_op");
    r.laatste_activiteit = rij.veld<Tijdstip>("laatste_activiteit");
    r.aantal_signalen = rij.veld<int>("aantal_signalen");
    if (const auto datum = rij.veld<std::optional<Datum>>("termijn_datum")) {
        r.eerste_termijn = {*datum, rij.veld<std::string>("termijn_wat"), rij.veld<std::string>("termijn_soort")};
    }
    r.monitor_tot = rij.veld<std::optional<Datum>>("monitor_tot");
    r.einddatum = rij.veld<std::optional<Datum>>("einddatum");
    r.bewaren_tot = rij.veld<std::optional<Datum>>("bewaren_tot");
    r.etiketten = rij.veld<std::vector<std::string>>("etiketten");
    r.versie = rij.veld<int>("versie");
    return r;
}

constexpr std::string_view regel_kolommen =
    "c.id, c.kenmerk, c.werknaam, c.thema, c.fase, c.trekker, g.naam as trekker_naam, c.geopend_op, "
    "c.laatste_activiteit, c.monitor_tot, c.einddatum, c.bewaren_tot, c.versie, "
    "t.datum as termijn_datum, t.wat as termijn_wat, t.soort as termijn_soort";

/// How many signalen of c the asker may see: `rijen` now or as known at a moment, `zichten` his audiences.
std::string aantal_signalen(std::string_view rijen, std::string_view zichten) {
    return fmt::format(", (select count(*) from {} n where n.organisatie = c.organisatie and n.casus = c.id and n.zicht = any ({}::integer[])) as aantal_signalen",
                       rijen, zichten);
}

/// The labels of c: `rijen` now or as known at a moment.
std::string etiketten(std::string_view rijen) {
    return fmt::format(", array(select e.soort from {} e where e.organisatie = c.organisatie and e.casus = c.id and e.zicht = c.zicht order by 1) as etiketten", rijen);
}

/// The first deadline of c in these audiences; none once the file is closed. Ties as in casus::eerste().
std::string eerste_termijn(std::string_view zichten) {
    return fmt::format(
        "left join lateral (select x.datum, x.wat, x.soort from casus.termijn x where x.organisatie = c.organisatie "
        "and x.casus = c.id and x.zicht = any ({}::integer[]) and c.fase not in ('archief', 'vernietigd') "
        "order by x.datum, x.soort collate pg_catalog.\"C\", x.wat collate pg_catalog.\"C\" limit 1) t on true ",
        zichten);
}

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

/// A sort order: the letter its bookmarks carry, and the SQL that is the same for every value.
struct Orde {
    char letter;
    std::string_view sleutel, vergelijk, richting;
    bool per_zicht;  ///< the index (organisatie, zicht, laatste_activiteit) gives the first rows of an audience
};
constexpr std::string_view termijn_sleutel = "coalesce(t.datum, date '9999-12-31')";

const Orde& orde_van(Sorteer sorteer) {
    static constexpr std::array orden{
        Orde{'l', "c.laatste_activiteit", "<", "desc", true}, Orde{'L', "c.laatste_activiteit", ">", "asc", true},
        Orde{'t', termijn_sleutel, ">", "asc", false}, Orde{'g', "c.geopend_op", "<", "desc", true}};
    return orden.at(static_cast<std::size_t>(sorteer));
}

/// Fragments only, never a value. Where the sort key stands in the row, each audience gives its own first rows.
std::string lijst_sql(const Orde& orde) {
    const std::string waar =
        "c.organisatie = $1 and c.zicht = z.zicht and ($3::text[] is null or c.fase = any ($3)) "
        "and ($4::text is null or c.thema = $4) and ($5::uuid is null or c.trekker = $5) "
        "and (($6::text is null and $7::text is null) or c.kenmerk = $6 or strpos(c.zoektekst, $7) > 0) "
        "and ($11::text is null or exists (select from casus.etiket e where e.organisatie = c.organisatie and e.casus = c.id and e.zicht = c.zicht and e.soort = $11))";
    const std::string na = fmt::format("({}, c.id) {} ($8::{}, $9::uuid)", orde.sleutel, orde.vergelijk,
                                       orde.per_zicht ? "timestamptz" : "date");
    const std::string volgorde =
        fmt::format("order by {0} {1}, c.id {1} limit $10::integer", orde.sleutel, orde.richting);
    const std::string bron = fmt::format(
        "(select c.* from unnest($2::integer[]) z(zicht) cross join lateral "
        "(select c.* from casus.casus c where {}{}) c {}) c",
        waar, orde.per_zicht ? " and " + na + " " + volgorde : "", orde.per_zicht ? volgorde : "");
    return fmt::format(
        "select {}{}{} from {} join toegang.gebruiker g on g.organisatie = c.organisatie and g.id = c.trekker {}{} {}",
        regel_kolommen, aantal_signalen("signaal.signaal", "$2"), etiketten("casus.etiket"), bron, eerste_termijn("$2"), orde.per_zicht ? "" : "where " + na, volgorde);
}

}  // namespace

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

std::vector<CasusRegel> lijst(poort::Gang& gang, const Filter& filter, Sorteer sorteer, int aantal,
                              const std::optional<signaal::Bladwijzer>& na) {
    const auto& orde = orde_van(sorteer);
    static const std::array sql{lijst_sql(orde_van(Sorteer::laatste_af)), lijst_sql(orde_van(Sorteer::laatste_op)),
                                lijst_sql(orde_van(Sorteer::termijn_op)), lijst_sql(orde_van(Sorteer::geopend_af))};
    // Without a bookmark: from beyond the first row, so that one statement serves both.
    const bool omlaag = orde.vergelijk == "<";
    std::string sleutel = omlaag ? "infinity" : "-infinity";
    Uuid id;
    if (omlaag) id.bytes.fill(0xFF);
    if (na) {
        sleutel = orde.per_zicht ? tekst(na->moment) : tekst(Datum{std::chrono::floor<std::chrono::days>(na->moment)});
        id = na->id;
    }
    std::vector<CasusRegel> uit;
    for (const auto rij :
         gang.tx().doe(sql.at(static_cast<std::size_t>(sorteer)), gang.wie().organisatie, gang.wie().zichten,
                       filter.fasen ? db::parameter(*filter.fasen) : db::Parameter{}, filter.thema, filter.trekker,
                       filter.kenmerk, filter.zoektekst, sleutel, id, aantal + 1, filter.etiket)) {
        uit.push_back(regel_van(rij));
    }
    return uit;
}

signaal::Bladwijzer bladwijzer(const CasusRegel& regel, Sorteer sorteer) {
    signaal::Bladwijzer uit{
        .sorteer = orde_van(sorteer).letter, .moment = regel.laatste_activiteit, .id = regel.id.waarde};
    if (sorteer == Sorteer::termijn_op) uit.moment = moment_van(regel.eerste_termijn);
    if (sorteer == Sorteer::geopend_af) uit.moment = regel.geopend_op;
    return uit;
}

CasusTellingen tellingen(poort::Gang& gang) {
    CasusTellingen uit;
    for (const auto rij : gang.tx().doe(
             "select grouping(fase) as soort, coalesce(fase, thema) as code, count(*) as aantal from casus.casus "
             "where organisatie = $1 and zicht = any ($2::integer[]) group by grouping sets (fase, thema) order by 1, "
             "3 desc, 2",
             gang.wie().organisatie, gang.wie().zichten)) {
        const bool per_fase = rij.veld<int>("soort") == 0;
        const auto aantal = rij.veld<int>("aantal");
        (per_fase ? uit.per_fase : uit.per_thema).push_back({rij.veld<std::string>("code"), aantal});
        if (per_fase) uit.totaal += aantal;
    }
    return uit;
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

// ---- timeline and deadlines ------------------------------------------------------------------------------------

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

// ---- what the rooms after this one read -------------------------------------------------------------------------

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

Casus lees(poort::Gang& gang, const Greep& greep, const std::optional<Tijdstip>& moment) {
    static const std::string sql = fmt::format(
        "select {}{}{}, c.beeld, c.bewaar_grond, p.hypothese, p.doel, p.strategie, p.versie as plan_versie from "
        "casus.casus_op($3) c "
        "join toegang.gebruiker_op($3) g on g.organisatie = c.organisatie and g.id = c.trekker "
        "join casus.plan_op($3) p on p.organisatie = c.organisatie and p.casus = c.id {} "
        "where c.organisatie = $1 and c.id = $2 and c.zicht = $4",
        store::regel_kolommen, store::aantal_signalen("signaal.signaal_op($3)", "$5"), store::etiketten("casus.etiket_op($3)"), store::eerste_termijn("$5"));
    const auto rijen = gang.tx().een(sql, gang.wie().organisatie, greep.id, moment, greep.zicht, gang.wie().zichten);
    const auto rij = rijen[0];
    Casus uit;
    static_cast<CasusRegel&>(uit) = store::regel_van(rij);
    if (moment) uit.eerste_termijn.reset();  // deadlines keep no history: the dossier works them out
    uit.beeld = rij.veld<std::string>("beeld");
    uit.bewaar_grond = rij.veld<std::optional<std::string>>("bewaar_grond");
    uit.plan = {rij.veld<std::string>("hypothese"), rij.veld<std::string>("doel"), rij.veld<std::string>("strategie"),
                rij.veld<int>("plan_versie")};
    for (const auto lid :
         gang.tx().doe("select l.gebruiker, g.naam, l.toegang_tot, l.rol from casus.lid_op($3) l "
                       "join toegang.gebruiker_op($3) g on g.organisatie = l.organisatie and g.id = l.gebruiker "
                       "where l.organisatie = $1 and l.casus = $2 and l.zicht = $4 order by g.naam collate "
                       "pg_catalog.\"C\", l.gebruiker",
                       gang.wie().organisatie, greep.id, moment, greep.zicht)) {
        uit.leden.push_back({{lid.veld<GebruikerId>("gebruiker"), lid.veld<std::string>("naam")},
                             lid.veld<std::optional<Datum>>("toegang_tot"),
                             lid.veld<GebruikerId>("gebruiker") == uit.trekker.id ? std::optional<std::string>("trekker") : lid.veld<std::optional<std::string>>("rol")});
    }
    for (const auto e : gang.tx().doe("select e.soort, e.reden, e.door, g.naam, e.op from casus.etiket_op($3) e join toegang.gebruiker_op($3) g on g.organisatie = e.organisatie and g.id = e.door "
                                      "where e.organisatie = $1 and e.casus = $2 and e.zicht = $4 order by e.soort",
                                      gang.wie().organisatie, greep.id, moment, greep.zicht)) {
        uit.waarom_etiket.push_back({e.veld<std::string>("soort"), e.veld<std::string>("reden"), {e.veld<GebruikerId>("door"), e.veld<std::string>("naam")}, e.veld<Tijdstip>("op")});
    }
    if (const auto fase = lees_fase(uit.fase)) uit.stappen = stappen(*fase);
    return uit;
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

int tel_open(poort::Gang& gang) {
    return gang.tx()
        .een(
            "select count(*) as aantal from casus.casus where organisatie = $1 and zicht = any ($2::integer[]) "
            "and fase not in ('archief', 'vernietigd')",
            gang.wie().organisatie, gang.wie().zichten)[0]
        .veld<int>("aantal");
}

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
             "join toegang.rol_recht t on t.rol = r.rol where g.organisatie = $1 and g.id = a.id and g.actief "
             "and t.recht = 'casus.lezen' and (r.tot is null or r.tot > basis.nu())) order by a.nr",
             gang.wie().organisatie, ids)) {
        fouten.push_back(
            {wie.at(rij.veld<std::size_t>("nr") - 1).veld, "geen-collega", "Kies een collega die casussen mag zien."});
    }
}

}  // namespace damwand::casus

namespace damwand::casus {

std::vector<CasusKort> lees_wachtend(poort::Gang& gang, int hoogstens) {
    std::vector<CasusKort> uit;
    for (const auto rij : gang.tx().doe("select id, kenmerk, werknaam, fase from casus.casus where organisatie = $1 and zicht = any ($2::integer[]) and fase in ('plan', 'afronding') "
                                        "order by laatste_activiteit, id limit $3::integer",
                                        gang.wie().organisatie, gang.wie().zichten, hoogstens)) {
        uit.push_back({rij.veld<CasusId>("id"), rij.veld<std::string>("kenmerk"), rij.veld<std::string>("werknaam"), rij.veld<std::string>("fase")});
    }
    return uit;
}

std::vector<CasusKort> lees_kort(poort::Gang& gang, const std::vector<CasusId>& ids) {
    std::vector<CasusKort> uit;
    if (ids.empty()) return uit;
    for (const auto rij : gang.tx().doe("select id, kenmerk, werknaam, fase from casus.casus"
                                        " where organisatie = $1 and id = any ($2::uuid[]) and zicht = any ($3::integer[])",
                                        gang.wie().organisatie, ids, gang.wie().zichten)) {
        uit.push_back({.id = rij.veld<CasusId>("id"),
                       .kenmerk = rij.veld<std::string>("kenmerk"),
                       .werknaam = rij.veld<std::string>("werknaam"),
                       .fase = rij.veld<std::string>("fase")});
    }
    return uit;
}

std::vector<CasusPlek> plekken(poort::Gang& gang, int hoogstens, const std::optional<std::vector<std::string>>& adressen) {
    std::vector<CasusPlek> uit;
    for (const auto rij : gang.tx().doe("select c.id, c.kenmerk, c.werknaam, c.fase, c.laatste_activiteit, a.nummeraanduiding from casus.casus c join ("
                                        "  select s.casus, s.nummeraanduiding from signaal.signaal s where s.organisatie = $1 and s.zicht = any ($2::integer[]) and s.casus is not null"
                                        "     and s.nummeraanduiding is not null and ($4::text[] is null or s.nummeraanduiding = any ($4::text[]))"
                                        "  union select coalesce(s.casus, v.dossier), v.sleutel from entiteit.vermelding v left join signaal.signaal s on s.organisatie = $1 and s.id = v.dossier"
                                        "   where v.organisatie = $1 and v.zicht = any ($2::integer[]) and v.soort = 'adres' and v.sleutel is not null"
                                        "     and ($4::text[] is null or v.sleutel = any ($4::text[]))) a on a.casus = c.id"
                                        " where c.organisatie = $1 and c.zicht = any ($2::integer[]) order by c.laatste_activiteit desc, c.id, a.nummeraanduiding limit $3",
                                        gang.wie().organisatie, gang.wie().zichten, hoogstens, adressen ? db::parameter(*adressen) : db::Parameter{})) {
        uit.push_back({.id = rij.veld<CasusId>("id"),
                       .kenmerk = rij.veld<std::string>("kenmerk"),
                       .werknaam = rij.veld<std::string>("werknaam"),
                       .fase = rij.veld<std::string>("fase"),
                       .nummeraanduiding = rij.veld<std::string>("nummeraanduiding")});
    }
    return uit;
}

}  // namespace damwand::casus

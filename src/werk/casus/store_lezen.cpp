// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <chrono>

#include "werk/casus/store.hpp"

/// Casussen as they are read: one, a list, counts, and what the rooms after this one ask for.
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

}  // namespace damwand::casus::store

namespace damwand::casus {

Casus lees(poort::Gang& gang, const Greep& greep, const std::optional<Tijdstip>& moment) {
    static const std::string sql = fmt::format(
        "select {}{}{}, c.beeld, c.bewaar_grond, p.hypothese, p.doel, p.strategie, p.versie as plan_versie, "
        "(select count(distinct coalesce(v.entiteit, v.id)) from entiteit.vermelding_op($3) v where v.organisatie = c.organisatie and v.zicht = any ($5::integer[]) "
        "and (v.dossier = c.id or v.dossier in (select s.id from signaal.signaal s where s.organisatie = c.organisatie and s.casus = c.id)) "
        "and entiteit.is_minderjarig(v.geboren_op, v.minderjarig)) as minderjarigen from "
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
    uit.minderjarigen = rij.veld<int>("minderjarigen");
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

int tel_open(poort::Gang& gang) {
    return gang.tx()
        .een(
            "select count(*) as aantal from casus.casus where organisatie = $1 and zicht = any ($2::integer[]) "
            "and fase not in ('archief', 'vernietigd')",
            gang.wie().organisatie, gang.wie().zichten)[0]
        .veld<int>("aantal");
}

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

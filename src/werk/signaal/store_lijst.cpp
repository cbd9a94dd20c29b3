// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <array>

#include "werk/signaal/store.hpp"

/// The work queue and its counts. One index scan per audience (and status) that stops after a page, merged: with
/// `zicht = any(…)` alone the rows would not come in order and all of them would be read.
namespace damwand::signaal::store {
namespace {

struct Volgorde {
    std::string_view kolom, richting, verder;
};

Volgorde volgorde_van(char sorteer) {
    if (sorteer == 'O') return {"ontvangen_op", "asc", ">"};
    if (sorteer == 'g') return {"van", "desc", "<"};
    return {"ontvangen_op", "desc", "<"};
}

constexpr std::array wacht_redenen{
    Wachtreden{"weging", "nieuw,in_weging", "(s.status = 'nieuw' or s.weging_stap < 4)"},
    Wachtreden{"casus", "in_weging", "s.weging_stap = 4"},
    Wachtreden{"heroverweging", "uitgesteld", "s.uitgesteld_tot <= basis.vandaag()"}};

std::string voorwaarde_van(const Wachtreden& reden) {
    return fmt::format("(s.status = any(string_to_array('{}', ',')) and {})", reden.statussen, reden.voorwaarde);
}

/// The statement for this filter: fixed texts put together, all values stay parameters. Every form names all of them.
std::string sql_van(const Filter& f) {
    const auto v = volgorde_van(f.sorteer);
    std::string waar = "s.organisatie = $1 and ($6::text is null or coalesce(s.thema, 'geen') = $6)"
                       " and ($7::text is null or s.bron = $7) and ($11::text[] is null or s.zoektekst like all ($11))";
    // Days are days in Amsterdam.
    waar += f.vanaf ? " and s.ontvangen_op >= $13::date::timestamp at time zone 'Europe/Amsterdam'" : " and $13::date is null";
    waar += f.tot_en_met ? " and s.ontvangen_op < ($14::date + 1)::timestamp at time zone 'Europe/Amsterdam'" : " and $14::date is null";
    if (f.wacht_op) waar += " and " + voorwaarde_van(*f.wacht_op);
    waar += f.behandelaar ? " and s.behandelaar = $8" : " and $8::uuid is null";
    waar += f.adres ? " and s.nummeraanduiding = $5" : " and $5::text is null";
    waar += f.kenmerk ? " and s.kenmerk = $12" : " and $12::text is null";
    waar += f.na ? fmt::format(" and (s.{}, s.id) {} ($9::timestamptz, $10::uuid)", v.kolom, v.verder)
                 : " and $9::timestamptz is null and $10::uuid is null";
    const auto orde = fmt::format(" order by s.{0} {1}, s.id {1} limit $3", v.kolom, v.richting);

    std::string bron;
    if (f.adres || f.kenmerk) {  // few rows: by key, then sorted
        bron = "select s.* from signaal.signaal s where s.zicht = any($2::int[]) and ($4::text[] is null or s.status = any($4)) and " + waar + orde;
    } else {
        const std::string_view per_status = f.status ? " cross join unnest($4::text[]) st (status)" : "";
        waar += f.status ? " and s.status = st.status" : " and $4::text[] is null";
        bron = fmt::format("select s.* from unnest($2::int[]) z (zicht){} cross join lateral"
                           " (select s.* from signaal.signaal s where s.zicht = z.zicht and {}{}) s{}",
                           per_status, waar, orde, orde);
    }
    return fmt::format(
        "select s.id, s.kenmerk, s.status, s.weging_stap, s.titel, s.thema, s.bron, s.ontvangen_op, s.nummeraanduiding,"
        "       s.adres_tekst, s.bron_betrouwbaarheid, s.informatie_waarde, s.behandelaar, g.naam as behandelaar_naam,"
        "       s.uitgesteld_tot, s.versie, s.{0} as plek,"
        "       (select greatest(count(*) - 1, 0) from signaal.signaal n where n.organisatie = $1"
        "           and n.nummeraanduiding = s.nummeraanduiding and n.zicht = any($2::int[])) as zelfde_adres"
        "  from ({2}) s left join toegang.gebruiker g on g.organisatie = $1 and g.id = s.behandelaar"
        " order by s.{0} {1}, s.id {1}",
        v.kolom, v.richting, bron);
}

}  // namespace

poort::Lijst<SignaalRegel> lijst(poort::Gang& gang, const Filter& f) {
    std::vector<std::string> patronen;
    patronen.reserve(f.woorden.size());
    for (const auto& woord : f.woorden) patronen.push_back("%" + woord + "%");  // folded text holds no % or _
    const auto reeks = [](const std::vector<std::string>& w) { return w.empty() ? db::Parameter{} : db::parameter(w); };
    const auto status = f.status ? db::parameter(*f.status) : db::Parameter{};
    const auto rijen = gang.tx().doe(sql_van(f), gang.wie().organisatie, gang.wie().zichten, f.aantal + 1, status, f.adres,
                                     f.thema, f.bron, f.behandelaar, f.na ? std::optional(f.na->moment) : std::nullopt,
                                     f.na ? std::optional(f.na->id) : std::nullopt, reeks(patronen), f.kenmerk, f.vanaf, f.tot_en_met);
    poort::Lijst<SignaalRegel> uit;
    for (const auto rij : rijen) {
        if (static_cast<int>(uit.resultaten.size()) == f.aantal) {  // one more than asked: there is a next page
            const auto laatste = rijen[f.aantal - 1];
            uit.volgende = Bladwijzer{f.sorteer, laatste.veld<Tijdstip>("plek"), laatste.veld<Uuid>("id")}.tekst();
            break;
        }
        uit.resultaten.push_back(regel_van(rij));
        gang.raakt(uit.resultaten.back().id.waarde);
    }
    return uit;
}

SignaalTellingen tellingen(poort::Gang& gang) {
    SignaalTellingen uit;
    const auto rijen = gang.tx().doe(
        "select grouping(s.status, s.thema, s.bron, s.maand) as soort, coalesce(s.status, s.thema, s.bron, s.maand) as code,"
        "       sum(s.aantal) as aantal"
        "  from (select status, coalesce(thema, 'geen') as thema, bron, to_char(maand, 'YYYY-MM') as maand, aantal"
        "          from (select status, thema, bron, count(*) as aantal,"
        "                       date_trunc('month', ontvangen_op at time zone 'Europe/Amsterdam') as maand"
        "                  from signaal.signaal where organisatie = $1 and zicht = any($2::int[])"
        "                 group by status, thema, bron, maand) t) s"
        " group by grouping sets ((), (s.status), (s.thema), (s.bron), (s.maand)) order by 1, 2",
        gang.wie().organisatie, gang.wie().zichten);
    for (const auto rij : rijen) {
        const auto code = rij.veld<std::optional<std::string>>("code").value_or("");
        const auto aantal = rij.veld<std::optional<int>>("aantal").value_or(0);
        switch (rij.veld<int>("soort")) {  // one bit per column that is not grouped by
            case 0b0111: uit.per_status.push_back({code, aantal}); break;
            case 0b1011: uit.per_thema.push_back({code, aantal}); break;
            case 0b1101: uit.per_bron.push_back({code, aantal}); break;
            case 0b1110: uit.per_maand.push_back({code, aantal}); break;
            default: uit.totaal = aantal;
        }
    }
    return uit;
}

const Wachtreden* wachtreden(std::string_view code) {
    const auto* gevonden = std::find_if(wacht_redenen.begin(), wacht_redenen.end(), [&](const auto& r) { return r.code == code; });
    return gevonden == wacht_redenen.end() ? nullptr : gevonden;
}

}  // namespace damwand::signaal::store

namespace damwand::signaal {

Wachtend tel_wachtend(poort::Gang& gang) {
    // One look at the index (organisatie, zicht, status).
    static const auto sql = [] {
        std::string tellen;
        for (const auto& r : store::wacht_redenen) tellen += fmt::format("{}count(*) filter (where {}) as {}", tellen.empty() ? "" : ", ", store::voorwaarde_van(r), r.code);
        return fmt::format("select {} from signaal.signaal s where s.organisatie = $1 and s.zicht = any($2::int[])"
                           " and s.status in ('nieuw', 'in_weging', 'uitgesteld')", tellen);
    }();
    const auto rijen = gang.tx().een(sql, gang.wie().organisatie, gang.wie().zichten);
    const auto rij = rijen[0];
    return {.weging = rij.veld<int>("weging"), .casus = rij.veld<int>("casus"), .heroverweging = rij.veld<int>("heroverweging")};
}

std::vector<WachtendSignaal> lees_wachtend(poort::Gang& gang, int hoogstens) {
    static const std::map<std::string_view, std::string_view> namen{{"weging", "te_wegen"}, {"casus", "casus_openen"}, {"heroverweging", "heroverwegen"}};
    static const auto sql = [] {
        std::string wat;
        std::string waar;
        for (const auto& r : store::wacht_redenen) {
            wat += fmt::format(" when {} then '{}'", store::voorwaarde_van(r), namen.at(r.code));
            waar += fmt::format("{}({})", waar.empty() ? "" : " or ", store::voorwaarde_van(r));
        }
        return fmt::format("select s.id, s.kenmerk, s.titel, s.status, s.adres_tekst, case{} end as reden from signaal.signaal s where s.organisatie = $1 and s.zicht = any($2::int[])"
                           " and s.status in ('nieuw', 'in_weging', 'uitgesteld') and ({}) order by s.ontvangen_op, s.id limit $3::integer", wat, waar);
    }();
    std::vector<WachtendSignaal> uit;
    for (const auto rij : gang.tx().doe(sql, gang.wie().organisatie, gang.wie().zichten, hoogstens)) {
        WachtendSignaal s;
        s.id = rij.veld<SignaalId>("id");
        s.kenmerk = rij.veld<std::string>("kenmerk");
        s.titel = rij.veld<std::string>("titel");
        s.status = rij.veld<std::string>("status");
        s.adres = rij.veld<std::optional<std::string>>("adres_tekst");
        s.reden = rij.veld<std::string>("reden");
        uit.push_back(std::move(s));
    }
    return uit;
}

std::vector<SignaalPlek> plekken(poort::Gang& gang, int hoogstens, const std::optional<std::vector<std::string>>& adressen) {
    constexpr std::string_view kolommen = "s.id, s.kenmerk, s.titel, s.status, s.thema, s.casus, s.ontvangen_op";
    const auto sql = adressen ? fmt::format("select {0}, s.nummeraanduiding from signaal.signaal s where s.organisatie = $1 and s.zicht = any($2::int[]) and s.nummeraanduiding = any($4::text[])"
                                            " union select {0}, v.sleutel from entiteit.vermelding v join signaal.signaal s on s.organisatie = v.organisatie and s.id = v.dossier"
                                            "  where v.organisatie = $1 and v.zicht = any($2::int[]) and v.soort = 'adres' and v.sleutel = any($4::text[]) and v.dossier_soort = 'signaal'"
                                            "   and s.zicht = any($2::int[]) order by ontvangen_op desc, id desc limit $3",
                                            kolommen)
                              : fmt::format("select {}, s.nummeraanduiding from signaal.signaal s where s.organisatie = $1 and s.zicht = any($2::int[]) and s.nummeraanduiding is not null"
                                            " order by s.ontvangen_op desc, s.id desc limit $3",
                                            kolommen);
    std::vector<SignaalPlek> uit;
    const auto neem = [&](const db::Resultaat& rijen) {
        for (const auto rij : rijen) {
            uit.push_back({.id = rij.veld<SignaalId>("id"),
                           .kenmerk = rij.veld<std::string>("kenmerk"),
                           .titel = rij.veld<std::string>("titel"),
                           .status = rij.veld<std::string>("status"),
                           .thema = rij.veld<std::optional<std::string>>("thema"),
                           .casus = rij.veld<std::optional<CasusId>>("casus"),
                           .nummeraanduiding = rij.veld<std::string>("nummeraanduiding")});
        }
    };
    if (adressen) {
        neem(gang.tx().doe(sql, gang.wie().organisatie, gang.wie().zichten, hoogstens, *adressen));
    } else {
        neem(gang.tx().doe(sql, gang.wie().organisatie, gang.wie().zichten, hoogstens));
    }
    return uit;
}

std::vector<AdresTelling> tel_per_adres(poort::Gang& gang) {
    std::vector<AdresTelling> uit;
    for (const auto rij : gang.tx().doe("select s.nummeraanduiding, count(*) as aantal from signaal.signaal s"
                                        " where s.organisatie = $1 and s.zicht = any($2::int[]) and s.nummeraanduiding is not null group by 1",
                                        gang.wie().organisatie, gang.wie().zichten))
        uit.push_back({rij.veld<std::string>("nummeraanduiding"), rij.veld<int>("aantal")});
    return uit;
}

std::vector<AflopendEmbargo> aflopende_embargos(poort::Gang& gang, int dagen) {
    std::vector<AflopendEmbargo> uit;
    for (const auto rij : gang.tx().doe("select s.id, s.kenmerk, s.titel, z.tot from toegang.zicht z join signaal.signaal s on s.organisatie = z.organisatie and s.zicht = z.zicht"
                                        " where z.organisatie = $1 and z.zicht = any($2::int[]) and z.soort = 'embargo'"
                                        "   and z.tot > basis.vandaag() and z.tot <= basis.vandaag() + $3::integer order by z.tot, s.kenmerk limit 100",
                                        gang.wie().organisatie, gang.wie().zichten, dagen)) {
        uit.push_back({rij.veld<SignaalId>("id"), rij.veld<std::string>("kenmerk"), rij.veld<std::string>("titel"), rij.veld<Datum>("tot")});
    }
    return uit;
}

}  // namespace damwand::signaal

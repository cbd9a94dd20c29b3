// SPDX-License-Identifier: EUPL-1.2
// What row-level security costs (issue Muur, Numbers; docs/cijfers.md): the product's list of 50 and its count over a million
// signalen of 27 municipalities, as the application under its policies, against the same statements as the owner, whom no
// policy holds, with the audiences in the statement only. For who sees 0.1 %, 50 % and 100 % of his municipality's. Medians of pairs;
// processor time of the database's own process (/proc/PID/schedstat, nanoseconds).
// Then the screens' own questions, through the gate with both logs, in ms of latency: no plan may go wrong at this size (ADR 0028).
//   bench_rijbeveiliging [signalen]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>

#include "app/huis.hpp"
#include "steun/proefomgeving.hpp"

namespace {

using namespace damwand;

constexpr int gemeenten = 27, casussen = 500;  // casussen per municipality, each with a compartment

// As werk/signaal/store_lijst.cpp builds them without a filter.
constexpr const char* lijst =
    "select s.id, s.kenmerk, s.status, s.titel, s.thema, s.ontvangen_op, s.behandelaar, g.naam as behandelaar_naam,"
    "       (select greatest(count(*) - 1, 0) from signaal.signaal n where n.organisatie = $1"
    "           and n.nummeraanduiding = s.nummeraanduiding and n.zicht = any($2::int[])) as zelfde_adres"
    "  from (select s.* from unnest($2::int[]) z (zicht) cross join lateral"
    "         (select s.* from signaal.signaal s where s.zicht = z.zicht and s.organisatie = $1 order by s.ontvangen_op desc, s.id desc limit 51) s"
    "         order by s.ontvangen_op desc, s.id desc limit 51) s left join toegang.gebruiker g on g.organisatie = $1 and g.id = s.behandelaar"
    " order by s.ontvangen_op desc, s.id desc";
constexpr const char* telling = "select count(*) as n from signaal.signaal where organisatie = $1 and zicht = any($2::int[])";

void vul(proef::Omgeving& o, int signalen) {
    auto v = o.beheer();
    v.script("set role eigenaar");
    for (int n = 3; n <= gemeenten; ++n) v.script(fmt::format("select toegang.maak_organisatie({0}::smallint, 'gemeente{0}', 'Gemeente {0}', 'gemeente')", n));
    v.script("reset role; set session_replication_role = replica");
    // audiences 1001…: casussen; 2001…: their police compartments
    v.script(fmt::format("insert into toegang.zicht (organisatie, zicht, soort, object) select o, 1000 + c, 'casus', gen_random_uuid() from generate_series(1, {0}) o, generate_series(1, {1}) c;"
                         "insert into toegang.zicht (organisatie, zicht, soort, object, compartiment, basis) select o, 2000 + c, 'compartiment', gen_random_uuid(), 'wpg', 1000 + c from generate_series(1, {0}) o, generate_series(1, {1}) c", gemeenten, casussen));
    // half with the team, half with their casus, in the order in which they came in
    v.script(fmt::format("insert into signaal.signaal (organisatie, id, zicht, kenmerk, status, weging_stap, titel, omschrijving, bron, thema, ontvangen_op, nummeraanduiding,"
                         " adres_tekst, bron_betrouwbaarheid, informatie_waarde, regime, activiteit, gemeld_door, zoektekst, van, operatie)"
                         " select 1 + n % {0}, gen_random_uuid(), case when n / {0} % 2 = 0 then 1 else 1001 + n / {0} / 2 % {1} end, 'S-2026-' || lpad(n::text, 7, '0'),"
                         " (array['nieuw','in_weging','niet_opgepakt','doorgestuurd','afgehandeld'])[1 + n % 5], 0, 'Signaal nummer ' || n, repeat('Verzonnen tekst. ', 10), 'meldpunt', 'drugs',"
                         " now() - n * interval '1 minute', lpad((1999200000000000 + n % 300000)::text, 16, '0'), 'Dorpsstraat 1', 'B', 3, 'avg', 1, gen_random_uuid(), 'signaal', now(), gen_random_uuid()"
                         " from generate_series(1, {2}) n", gemeenten, casussen, signalen));
}

/// A member of so many casussen, half of them until next month, and of as many until yesterday.
proef::Gebruiker lid(proef::Omgeving& o, const std::vector<std::string>& rollen, int van_casussen) {
    auto wie = o.gebruiker(rollen);
    o.beheer().doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker, tot)"
                   " select 1, 1000 + c, $1, case when c > $2::int then now() - interval '1 day' when c % 2 = 0 then now() + interval '30 days' end"
                   " from generate_series(1, least(2 * $2::int, $3::int)) c", wie.id, van_casussen, casussen);
    return wie;
}

double cpu_ms(int pid) {
    std::ifstream in(fmt::format("/proc/{}/schedstat", pid));
    std::int64_t ns = 0;
    in >> ns;
    return static_cast<double>(ns) / 1e6;
}

double mediaan(std::vector<double> v) {
    std::sort(v.begin(), v.end());
    return v.at(v.size() / 2);
}

void meet(proef::Omgeving& o, const std::string& wie_naam, const proef::Gebruiker& wie) {
    // one connection each, made as the product makes them
    db::Pool toepassing(o.cluster().dsn("toepassing"), 1), beheer(o.cluster().dsn("beheer"), 1);
    const db::Identiteit identiteit{.organisatie = wie.organisatie, .gebruiker = wie.id, .operatie = OperatieId::nieuw(), .niveau = 2};
    const auto zichten = db::Transactie(toepassing, identiteit).doe("select toegang.mijn_zichten()::text as z")[0].veld<std::string>("z");
    std::int64_t gezien = 0;
    for (const auto& [naam, sql, keer] : {std::tuple{"lijst van 50", lijst, 200}, {"telling", telling, 60}}) {
        std::vector<double> met, zonder, factor;
        for (int i = 0; i < keer + 10; ++i) {
            const auto een = [&](db::Pool& pool, const char* rol) {
                db::Transactie tx(pool, identiteit);
                tx.verbinding().script(rol);
                const int pid = tx.doe("select pg_backend_pid() as p")[0].veld<int>("p");
                (void)tx.doe("select toegang.mijn_zichten()");  // as the look-up of the session does, in every request
                const auto voor = cpu_ms(pid);
                const auto r = tx.doe(sql, wie.organisatie, zichten);
                const auto na = cpu_ms(pid);
                return std::pair(na - voor, sql == telling ? r[0].veld<std::int64_t>("n") : r.aantal());
            };
            const auto [m, rijen_m] = een(toepassing, "");
            const auto [z, rijen_z] = een(beheer, "set local role eigenaar");
            if (rijen_m != rijen_z) throw std::runtime_error("not the same rows");
            gezien = rijen_m;
            if (i < 10) continue;  // warm, and past the custom plans
            met.push_back(m);
            zonder.push_back(z);
            factor.push_back(m / z);
        }
        fmt::print("{{\"bench\":\"rijbeveiliging\",\"wat\":\"{}\",\"ziet\":\"{}\",\"rijen\":{},\"cpuMsMet\":{:.3f},\"cpuMsZonder\":{:.3f},\"factor\":{:.2f}}}\n", naam, wie_naam, gezien, mediaan(met), mediaan(zonder), mediaan(factor));
        std::fflush(stdout);
    }
}

void vraag(proef::Omgeving& o, const std::string& wie_naam, const proef::Gebruiker& wie) {
    for (const char* pad : {"/v1/signalen", "/v1/signalen?status=nieuw,in_weging", "/v1/signalen?wachtOp=weging", "/v1/signalen?thema=drugs", "/v1/signalen?thema=witwassen",
                            "/v1/signalen?sorteer=ontvangenOp", "/v1/signalen?sorteer=-gewijzigdOp", "/v1/signalen?ontvangenVanaf=2026-11-01", "/v1/signalen/tellingen", "/v1/casussen", "/v1/mijn-werk"}) {
        std::vector<double> duur;
        for (int i = 0; i < 12; ++i) {
            const auto begin = std::chrono::steady_clock::now();
            const auto status = o.roep(wie, http::Methode::get, pad).status;
            if (status == 403) break;  // not for this role
            if (status != 200) throw std::runtime_error(fmt::format("{}: {}", pad, status));
            if (i >= 3) duur.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        }
        if (!duur.empty()) fmt::print("{{\"bench\":\"rijbeveiliging\",\"wat\":\"{}\",\"ziet\":\"{}\",\"p50Ms\":{:.1f}}}\n", pad, wie_naam, mediaan(duur));
        std::fflush(stdout);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const int signalen = argc > 1 ? std::atoi(argv[1]) : 1000000;
    proef::Omgeving o(app::alle_routes());
    vul(o, signalen);
    const auto weinig = lid(o, {"jurist"}, 1);                         // one casus
    const auto helft = lid(o, {"informatieanalist"}, 0);               // the team's
    const auto alles = lid(o, {"informatieanalist"}, casussen);        // the team's and every casus
    auto v = o.beheer();
    v.script("vacuum analyze signaal.signaal");
    v.script("vacuum analyze toegang.zicht");
    v.script("vacuum analyze toegang.zicht_lid");
    const std::tuple<std::string, proef::Gebruiker> wie[] = {{"0,1 %", weinig}, {"50 %", helft}, {"100 %", alles}};
    for (const auto& [naam, gebruiker] : wie) meet(o, naam, gebruiker);
    for (const auto& [naam, gebruiker] : wie) vraag(o, naam, gebruiker);
}

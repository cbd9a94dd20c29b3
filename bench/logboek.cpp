// SPDX-License-Identifier: EUPL-1.2
// What logging and sealing cost, and how fast a log is verified (issue Muur, Numbers; docs/cijfers.md). Parts:
//   lijst      a list of 50 and a detail through the gate, alone and eight at a time (flushes are then shared, as in use):
//              with the logs, and with a write path that does nothing, in turn
//   keten      32 connections of one organisation write operations: with the seals and without, in turn
//   toezicht   signs of misuse over a month, out of 500,000 lines
//   controle   verification of a log of so many lines, everything on one core
// Medians of the pairs. Processor time is of server and database together.
//   bench_logboek [part|alles] [million lines]
#include <fmt/format.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "app/huis.hpp"
#include "processor.hpp"
#include "platform/logboek/controleer.hpp"
#include "platform/logboek/logboek.hpp"
#include "steun/proefomgeving.hpp"

namespace {

using namespace damwand;
using Uurwerk = std::chrono::steady_clock;

double sinds(Uurwerk::time_point begin) { return std::chrono::duration<double>(Uurwerk::now() - begin).count(); }

double flush_ms() {
    const auto pad = std::filesystem::temp_directory_path() / "damwand-flush";
    const int f = open(pad.c_str(), O_WRONLY | O_CREAT, 0600);
    std::vector<double> duur;
    char blok[8192] = {};
    for (int i = 0; i < 100; ++i) {
        const auto begin = Uurwerk::now();
        if (pwrite(f, blok, sizeof blok, 0) < 0 || fdatasync(f) != 0) break;
        duur.push_back(sinds(begin) * 1000);
    }
    close(f);
    std::filesystem::remove(pad);
    std::sort(duur.begin(), duur.end());
    return duur.at(duur.size() / 2);
}

double mediaan(std::vector<double> v) {
    std::sort(v.begin(), v.end());
    return v.at(v.size() / 2);
}

struct Kosten {
    double cpu_ms = 0, duur_ms = 0, per_seconde = 0;
};
/// Pairs of turns; the median of each, and of the proportion within a pair.
struct Paren {
    std::vector<double> cpu_met, cpu_zonder, cpu_factor, duur_met, duur_zonder, tempo_met, tempo_zonder, tempo_deel;
    void voeg_toe(const Kosten& met, const Kosten& zonder) {
        cpu_met.push_back(met.cpu_ms);
        cpu_zonder.push_back(zonder.cpu_ms);
        cpu_factor.push_back(met.cpu_ms / zonder.cpu_ms);
        duur_met.push_back(met.duur_ms);
        duur_zonder.push_back(zonder.duur_ms);
        tempo_met.push_back(met.per_seconde);
        tempo_zonder.push_back(zonder.per_seconde);
        tempo_deel.push_back(met.per_seconde / zonder.per_seconde);
    }
};

/// Operations from 32 connections.
Kosten schrijf_een_beurt(proef::Omgeving& o, db::Pool& pool, const logboek::Pseudoniem& pseudoniem, double seconden) {
    std::atomic<std::int64_t> gedaan{0};
    std::vector<std::thread> draden;
    const auto cpu = bench::processortijd(o.cluster().pid());
    const auto begin = Uurwerk::now();
    for (int d = 0; d < 32; ++d) {
        draden.emplace_back([&] {
            while (sinds(begin) < seconden) {
                db::Transactie tx(pool, {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
                logboek::Regels regels;
                regels.objecten = {Uuid::willekeurig()};
                regels.betrokkenen = {Uuid::willekeurig()};
                logboek::schrijf(tx, {.naam = "bench", .activiteit = 1, .actor = std::nullopt, .rol = "coordinator", .acr = "totp", .sessie = std::nullopt, .oorsprong = "bench", .toelichting = std::nullopt}, regels, pseudoniem);
                tx.leg_vast();
                ++gedaan;
            }
        });
    }
    for (auto& d : draden) d.join();
    const auto n = static_cast<double>(gedaan);
    return {(bench::processortijd(o.cluster().pid()) - cpu) * 1000 / n, 0, n / sinds(begin)};
}

/// The write path of both logs, as the database has it.
std::string bron_van_schrijf(db::Verbinding& beheer) {
    return beheer.doe("select pg_get_functiondef(p.oid) as bron from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'logboek' and p.proname = 'schrijf'")[0].veld<std::string>("bron");
}

void keten(proef::Omgeving& o, const logboek::Pseudoniem& pseudoniem) {
    db::Pool pool(o.cluster().dsn("toepassing"), 32);
    auto beheer = o.beheer();
    const auto echt = bron_van_schrijf(beheer);
    auto kaal = echt;  // unchained: no trigger, and no sums of the processing lines either
    constexpr std::string_view som = "logboek.verwerking_som(row(r.*)::logboek.verwerking)";
    kaal.replace(kaal.find(som), som.size(), "'\\x00'::bytea");
    (void)schrijf_een_beurt(o, pool, pseudoniem, 2);
    Paren p;
    for (int beurt = 0; beurt < 40; ++beurt) {  // many short turns: the machine is shared
        const auto met = schrijf_een_beurt(o, pool, pseudoniem, 0.7);
        beheer.script("alter table logboek.audit disable trigger zegel; " + kaal);
        const auto zonder = schrijf_een_beurt(o, pool, pseudoniem, 0.7);
        beheer.script("alter table logboek.audit enable trigger zegel; " + echt);
        p.voeg_toe(met, zonder);
    }
    fmt::print("{{\"bench\":\"keten\",\"verbindingen\":32,\"organisaties\":1,\"metZegelPerSeconde\":{:.0f},\"zonderZegelPerSeconde\":{:.0f},\"deel\":{:.2f},\"cpuMsMetZegel\":{:.3f},\"cpuMsZonder\":{:.3f},\"flushMs\":{:.2f}}}\n",
               mediaan(p.tempo_met), mediaan(p.tempo_zonder), mediaan(p.tempo_deel), mediaan(p.cpu_met), mediaan(p.cpu_zonder), flush_ms());
    std::fflush(stdout);
}

/// So many requests from so many sessions at once.
Kosten vraag(proef::Omgeving& o, const proef::Gebruiker& wie, const std::string& pad, int tegelijk, int keer) {
    std::vector<double> duur(static_cast<std::size_t>(keer));
    std::atomic<int> volgende{0};
    std::atomic<bool> goed{true};
    const auto cpu = bench::processortijd(o.cluster().pid());
    std::vector<std::thread> draden;
    for (int d = 0; d < tegelijk; ++d) {
        draden.emplace_back([&] {
            for (int i; (i = volgende++) < keer;) {
                const auto begin = Uurwerk::now();
                if (o.roep(wie, http::Methode::get, pad).status != 200) goed = false;
                duur[static_cast<std::size_t>(i)] = sinds(begin) * 1000;
            }
        });
    }
    for (auto& d : draden) d.join();
    if (!goed) throw std::runtime_error(pad);
    return {(bench::processortijd(o.cluster().pid()) - cpu) * 1000 / keer, mediaan(duur), 0};
}

void lijst(proef::Omgeving& o) {
    const auto wie = o.gebruiker({"coordinator"});
    std::string een;
    for (int i = 0; i < 60; ++i) {
        een = std::string(o.eis(201, wie, http::Methode::post, "/v1/signalen", boost::json::object{{"titel", "Signaal"}, {"omschrijving", "Verzonnen."}, {"bron", "meldpunt"}, {"vermeldingen", boost::json::array{boost::json::object{{"soort", "persoon"}, {"tekst", "P. Proef"}}}}}).at("id").as_string());
    }
    auto beheer = o.beheer();
    const auto echt = bron_van_schrijf(beheer);
    auto niets = echt.substr(0, echt.find("AS $function$"));
    niets += "AS $function$ begin end $function$";
    for (const auto& [naam, pad] : {std::pair<std::string, std::string>{"lijst van 50", "/v1/signalen?aantal=50"}, {"detail", "/v1/signalen/" + een}}) {
        for (const int tegelijk : {1, 8}) {
            Paren p;
            constexpr int keer = 200, beurten = 15;
            (void)vraag(o, wie, pad, tegelijk, keer);
            const auto regels = [&] { return beheer.doe("select count(*) as n from logboek.audit")[0].veld<std::int64_t>("n"); };
            const auto voor = regels();
            for (int beurt = 0; beurt < beurten; ++beurt) {
                const auto met = vraag(o, wie, pad, tegelijk, keer);
                beheer.script(niets);
                const auto zonder = vraag(o, wie, pad, tegelijk, keer);
                beheer.script(echt);
                p.voeg_toe(met, zonder);
            }
            if (regels() != voor + beurten * keer) throw std::runtime_error("not one line for each request");
            fmt::print("{{\"bench\":\"{}\",\"tegelijk\":{},\"cpuMsMetLog\":{:.2f},\"cpuMsZonder\":{:.2f},\"factor\":{:.2f},\"p50MsMetLog\":{:.2f},\"p50MsZonder\":{:.2f},\"flushMs\":{:.2f}}}\n",
                       naam, tegelijk, mediaan(p.cpu_met), mediaan(p.cpu_zonder), mediaan(p.cpu_factor), mediaan(p.duur_met), mediaan(p.duur_zonder), flush_ms());
            std::fflush(stdout);
        }
    }
}

/// 500,000 audit lines of 40 users over 35 days, each of one to fifty objects.
void toezicht(proef::Omgeving& o) {
    const auto wie = o.gebruiker({"privacy"});
    auto beheer = o.beheer();
    beheer.script("set session_replication_role = replica");
    beheer.script("insert into logboek.audit (organisatie, operatie, tijd, actor, rol, actie, activiteit, object_soort, object_id, resultaat, status, oorsprong, geraakt_aantal, geraakt)"
                  " select 1, gen_random_uuid(), now() - n * interval '6 seconds', md5((n % 40)::text)::uuid, 'coordinator', 'signaalTonen', 1, 'signaal', geraakt[1], 'gelukt', 200, 'bench', cardinality(geraakt), geraakt"
                  " from generate_series(1, 500000) n cross join lateral (select array_agg(gen_random_uuid()) as geraakt from generate_series(1, case when n % 5 = 0 then 50 else 1 end)) g; analyze logboek.audit");
    std::vector<double> duur, cpu;
    for (int i = 0; i < 5; ++i) {
        db::Transactie tx(o.toepassing(), {.organisatie = {1}, .gebruiker = wie.id, .operatie = OperatieId::nieuw()});
        const auto voor = bench::processortijd(o.cluster().pid());
        const auto begin = Uurwerk::now();
        if (tx.doe("select * from logboek.signaleringen_over((now() - interval '30 days')::date, now()::date)").leeg()) throw std::runtime_error("no signs");
        duur.push_back(sinds(begin));
        cpu.push_back(bench::processortijd(o.cluster().pid()) - voor);
    }
    fmt::print("{{\"bench\":\"toezicht\",\"regels\":500000,\"dagen\":31,\"seconden\":{:.2f},\"cpuSeconden\":{:.2f}}}\n", mediaan(duur), mediaan(cpu));
    std::fflush(stdout);
}

/// A whole log made in bulk: rows as the rooms write them, seals and chains by the database's own encodings.
void maak_log(db::Verbinding& beheer, std::int64_t operaties) {
    beheer.script("truncate logboek.audit, logboek.verwerking, logboek.zegel, logboek.baan; set session_replication_role = replica; set synchronous_commit = off;"
                  "alter table logboek.audit drop constraint audit_pkey; drop index logboek.audit_geraakt; alter table logboek.verwerking drop constraint verwerking_pkey;"
                  "drop index logboek.verwerking_organisatie_betrokkene_idx; alter table logboek.zegel drop constraint zegel_pkey, drop constraint zegel_organisatie_baan_vorige_key;"
                  "create unlogged table public.z (i bigint, organisatie smallint, baan smallint, volgnummer bigint, operatie uuid, regels smallint, inhoud bytea);"
                  "create function public.stap(kop bytea, o smallint, b smallint, n bigint, op uuid, regels smallint, inhoud bytea) returns bytea language sql immutable as"
                  " $$ select sha256(coalesce(kop, logboek.baan_begin(o, b)) || record_send(row(o, b, n, op, regels)) || inhoud) $$;"
                  "create aggregate public.keten(smallint, smallint, bigint, uuid, smallint, bytea) (sfunc = public.stap, stype = bytea)");
    for (std::int64_t klaar = 0; klaar < operaties; klaar += 100000) {
        beheer.script(fmt::format(
            "begin;"
            "create temporary table n on commit drop as select {0} + i as i, gen_random_uuid() as operatie, gen_random_uuid() as object, timestamptz '2026-01-01' + ({0} + i) * interval '1 second' as tijd,"
            " (1 + i % 27)::smallint as organisatie from generate_series(1, {1}) i;"
            "create temporary table a (like logboek.audit) on commit drop; create temporary table v (like logboek.verwerking) on commit drop;"
            "insert into a select organisatie, operatie, tijd, gen_random_uuid(), 'coordinator', 'totp', gen_random_uuid(), 'casusTonen', 2, 'casus', object, object, 'gelukt', 200, '10.0.0.1', null, 1, sha256(uuid_send(object)), array[object] from n;"
            "insert into v select organisatie, operatie, r, uuid_send(operatie), 2, sha256(uuid_send(gen_random_uuid())), 'persoon', 'casusTonen', 1, tijd, tijd from n, generate_series(1, 4) r;"
            "update a set regels = 4, regels_som = som from (select operatie as van, sha256(string_agg(logboek.verwerking_som(row(v.*)::logboek.verwerking), ''::bytea order by regel)) as som from v group by operatie) s where van = operatie;"
            "insert into logboek.audit table a; insert into logboek.verwerking table v;"
            "insert into public.z select n.i, n.organisatie, (n.i / 27) % 16, n.i / (27 * 16), n.operatie, 4, sha256(logboek.audit_som(row(a.*)::logboek.audit) || a.regels_som) from n join a using (operatie) order by n.i;"
            "commit", klaar, std::min<std::int64_t>(100000, operaties - klaar)));
    }
    beheer.script("update public.z set volgnummer = nummer from (select i as welke, row_number() over (partition by organisatie, baan order by i) as nummer from public.z) k where welke = i;"
                  "create unlogged table public.k as select *, public.keten(organisatie, baan, volgnummer, operatie, regels, inhoud) over (partition by organisatie, baan order by volgnummer) as kop from public.z;"
                  "insert into logboek.zegel select organisatie, baan, volgnummer, operatie, regels, coalesce(lag(kop) over (partition by organisatie, baan order by volgnummer), logboek.baan_begin(organisatie, baan)), inhoud from public.k order by i;"
                  "insert into logboek.baan (organisatie, baan, begin_hash) select distinct organisatie, baan, logboek.baan_begin(organisatie, baan) from public.k;"
                  "drop table public.k, public.z; set session_replication_role = default");
    for (const std::string t : {"audit", "verwerking", "zegel"}) beheer.script("vacuum analyze logboek." + t);
    beheer.script("checkpoint");
}

/// This process and the database on the first core, with all that they start from now on.
void op_een_kern(int postmaster) {
    cpu_set_t kern;
    CPU_ZERO(&kern);
    CPU_SET(0, &kern);
    if (sched_setaffinity(0, sizeof kern, &kern) != 0 || sched_setaffinity(postmaster, sizeof kern, &kern) != 0) throw std::runtime_error("not on one core");
}

void controle(proef::Omgeving& o, double miljoen) {
    const auto operaties = static_cast<std::int64_t>(miljoen * 1e6 / 5);  // one audit line and four processing lines each
    auto beheer = o.beheer();
    const auto begin = Uurwerk::now();
    maak_log(beheer, operaties);
    fmt::print(stderr, "made in {:.0f} s\n", sinds(begin));
    op_een_kern(o.cluster().pid());
    const auto cpu = bench::processortijd(o.cluster().pid());
    const auto start = Uurwerk::now();
    const auto verslag = logboek::controleer(o.cluster().dsn("controleur"), {});
    const auto duur = sinds(start);
    if (!verslag.heel() || verslag.zegels != operaties) throw std::runtime_error("the log is not whole");
    rusage zelf{};
    getrusage(RUSAGE_SELF, &zelf);
    fmt::print("{{\"bench\":\"controle\",\"regels\":{},\"geraakt\":{},\"zegels\":{},\"kernen\":1,\"seconden\":{:.1f},\"cpuSeconden\":{:.1f},\"geheugenMB\":{}}}\n",
               verslag.audit + verslag.verwerking, verslag.geraakt, verslag.zegels, duur, bench::processortijd(o.cluster().pid()) - cpu, zelf.ru_maxrss / 1024);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string deel = argc > 1 ? argv[1] : "alles";
    const double miljoen = argc > 2 ? std::atof(argv[2]) : 10;
    proef::Omgeving o(app::alle_routes(), "");  // fsync as in production
    const logboek::Pseudoniem pseudoniem(std::filesystem::temp_directory_path() / fmt::format("damwand-bench-{}", getpid()));
    const auto mee = [&](const char* naam) { return deel == naam || deel == "alles"; };
    if (mee("lijst")) lijst(o);
    if (mee("keten")) keten(o, pseudoniem);
    if (mee("toezicht")) toezicht(o);
    if (mee("controle")) controle(o, miljoen);
}

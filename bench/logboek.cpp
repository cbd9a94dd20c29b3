// SPDX-License-Identifier: EUPL-1.2
// What logging and sealing cost, and how fast a log is verified (issue Muur, Numbers). Three parts:
//   keten      32 connections of one organisation write operations; with the seals and without, in turn
//   lijst      a list of 50 through the gate with the logs as they are, and with a write path that does nothing
//   controle   verification of a log of so many lines, in one thread
//   bench_logboek [million lines] [seconds per turn]
#include <fmt/format.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "app/huis.hpp"
#include "platform/logboek/controleer.hpp"
#include "platform/logboek/logboek.hpp"
#include "steun/proefomgeving.hpp"

namespace {

using namespace damwand;
using Uurwerk = std::chrono::steady_clock;

double sinds(Uurwerk::time_point begin) { return std::chrono::duration<double>(Uurwerk::now() - begin).count(); }

/// Processor seconds of this process and of the database's whole tree, the backends that went included.
double processortijd(int postmaster) {
    rusage zelf{};
    getrusage(RUSAGE_SELF, &zelf);
    double uit = static_cast<double>(zelf.ru_utime.tv_sec + zelf.ru_stime.tv_sec) + static_cast<double>(zelf.ru_utime.tv_usec + zelf.ru_stime.tv_usec) / 1e6;
    const auto tik = static_cast<double>(sysconf(_SC_CLK_TCK));
    for (const auto& item : std::filesystem::directory_iterator("/proc")) {
        const int pid = std::atoi(item.path().filename().c_str());
        std::ifstream in(item.path() / "stat");
        std::string regel;
        if (pid == 0 || !std::getline(in, regel)) continue;
        const auto rest = regel.substr(regel.rfind(')') + 2);
        long ouder = 0, weg = 0, utime = 0, stime = 0, cutime = 0, cstime = 0;
        char staat = 0;
        if (std::sscanf(rest.c_str(), "%c %ld %ld %ld %ld %ld %ld %ld %ld %ld %ld %ld %ld %ld %ld", &staat, &ouder, &weg, &weg, &weg, &weg, &weg, &weg, &weg, &weg, &weg, &utime, &stime, &cutime, &cstime) < 15) continue;
        if (pid == postmaster) uit += static_cast<double>(utime + stime + cutime + cstime) / tik;
        else if (ouder == postmaster) uit += static_cast<double>(utime + stime) / tik;
    }
    return uit;
}

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

/// Operations a second from 32 connections.
double schrijf_een_beurt(proef::Omgeving& o, const logboek::Pseudoniem& pseudoniem, double seconden) {
    db::Pool pool(o.cluster().dsn("toepassing"), 32);
    std::atomic<std::int64_t> gedaan{0};
    std::vector<std::thread> draden;
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
    return static_cast<double>(gedaan) / sinds(begin);
}

void keten(proef::Omgeving& o, const logboek::Pseudoniem& pseudoniem, double seconden) {
    double met = 0, zonder = 0;
    (void)schrijf_een_beurt(o, pseudoniem, 1);
    for (int beurt = 0; beurt < 3; ++beurt) {
        met += schrijf_een_beurt(o, pseudoniem, seconden);
        o.beheer().script("alter table logboek.audit disable trigger zegel");
        zonder += schrijf_een_beurt(o, pseudoniem, seconden);
        o.beheer().script("alter table logboek.audit enable trigger zegel");
    }
    fmt::print("{{\"bench\":\"keten\",\"verbindingen\":32,\"organisaties\":1,\"metZegelPerSeconde\":{:.0f},\"zonderZegelPerSeconde\":{:.0f},\"deel\":{:.2f}}}\n", met / 3, zonder / 3, met / zonder);
}

struct Kosten {
    double cpu_ms = 0, duur_ms = 0;
};
Kosten vraag(proef::Omgeving& o, const proef::Gebruiker& wie, const std::string& pad, int keer) {
    std::vector<double> duur;
    const auto cpu = processortijd(o.cluster().pid());
    for (int i = 0; i < keer; ++i) {
        const auto begin = Uurwerk::now();
        if (o.roep(wie, http::Methode::get, pad).status != 200) throw std::runtime_error(pad);
        duur.push_back(sinds(begin) * 1000);
    }
    std::sort(duur.begin(), duur.end());
    return {(processortijd(o.cluster().pid()) - cpu) * 1000 / keer, duur.at(duur.size() / 2)};
}

void lijst(proef::Omgeving& o) {
    const auto wie = o.gebruiker({"coordinator"});
    std::string een;
    for (int i = 0; i < 60; ++i) {
        een = std::string(o.eis(201, wie, http::Methode::post, "/v1/signalen", boost::json::object{{"titel", "Signaal"}, {"omschrijving", "Verzonnen."}, {"bron", "meldpunt"}, {"vermeldingen", boost::json::array{boost::json::object{{"soort", "persoon"}, {"tekst", "P. Proef"}}}}}).at("id").as_string());
    }
    auto beheer = o.beheer();
    const auto echt = beheer.doe("select pg_get_functiondef(p.oid) as bron from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'logboek' and p.proname = 'schrijf'")[0].veld<std::string>("bron");
    auto niets = echt.substr(0, echt.find("AS $function$"));
    niets += "AS $function$ begin end $function$";
    for (const auto& [naam, pad] : {std::pair<std::string, std::string>{"lijst van 50", "/v1/signalen?aantal=50"}, {"detail", "/v1/signalen/" + een}}) {
        Kosten met, zonder;
        constexpr int beurten = 4, keer = 400;
        for (int beurt = 0; beurt < beurten; ++beurt) {
            beheer.script(echt);
            auto k = vraag(o, wie, pad, keer);
            met.cpu_ms += k.cpu_ms / beurten;
            met.duur_ms += k.duur_ms / beurten;
            beheer.script(niets);
            k = vraag(o, wie, pad, keer);
            zonder.cpu_ms += k.cpu_ms / beurten;
            zonder.duur_ms += k.duur_ms / beurten;
        }
        beheer.script(echt);
        fmt::print("{{\"bench\":\"{}\",\"cpuMsMetLog\":{:.2f},\"cpuMsZonder\":{:.2f},\"factor\":{:.2f},\"p50MsMetLog\":{:.2f},\"p50MsZonder\":{:.2f},\"flushMs\":{:.2f}}}\n", naam, met.cpu_ms, zonder.cpu_ms, met.cpu_ms / zonder.cpu_ms, met.duur_ms, zonder.duur_ms, flush_ms());
        std::fflush(stdout);
    }
}

void controle(proef::Omgeving& o, double miljoen) {
    const auto operaties = static_cast<std::int64_t>(miljoen * 1e6 / 5);  // one audit line and four processing lines each
    auto beheer = o.beheer();
    beheer.script("truncate logboek.audit, logboek.verwerking, logboek.geraakt, logboek.zegel, logboek.baan; set session_replication_role = replica; set synchronous_commit = off");
    const auto begin = Uurwerk::now();
    for (std::int64_t klaar = 0; klaar < operaties; klaar += 100000) {
        beheer.script(fmt::format(
            "begin;"
            "create temporary table n on commit drop as select gen_random_uuid() as operatie, gen_random_uuid() as object, timestamptz '2026-01-01' + ({} + i) * interval '1 second' as tijd, 1 + i % 27 as organisatie from generate_series(1, {}) i;"
            "insert into logboek.audit select organisatie, operatie, tijd, gen_random_uuid(), 'coordinator', 'totp', gen_random_uuid(), 'casusTonen', 2, 'casus', object, object, 'gelukt', 200, '10.0.0.1', null, 1, sha256(uuid_send(object)) from n;"
            "insert into logboek.verwerking select organisatie, operatie, r, uuid_send(operatie), 2, sha256(uuid_send(gen_random_uuid())), 'persoon', 'casusTonen', 1, tijd, tijd from n, generate_series(1, 4) r;"
            "insert into logboek.geraakt select organisatie, object, tijd, operatie from n;"
            "select logboek.verzegel(a) from n join logboek.audit a using (organisatie, operatie);"
            "commit", klaar, std::min<std::int64_t>(100000, operaties - klaar)));
    }
    fmt::print(stderr, "made in {:.0f} s\n", sinds(begin));
    beheer.script("set session_replication_role = default");
    beheer.script("vacuum analyze logboek.zegel");
    const auto cpu = processortijd(o.cluster().pid());
    const auto start = Uurwerk::now();
    const auto verslag = logboek::controleer(o.cluster().dsn("controleur"), {});
    const auto duur = sinds(start);
    if (!verslag.heel() || verslag.zegels != operaties) throw std::runtime_error("the log is not whole");
    rusage zelf{};
    getrusage(RUSAGE_SELF, &zelf);
    fmt::print("{{\"bench\":\"controle\",\"regels\":{},\"geraakt\":{},\"zegels\":{},\"seconden\":{:.1f},\"cpuSeconden\":{:.1f},\"geheugenMB\":{}}}\n",
               verslag.audit + verslag.verwerking, verslag.geraakt, verslag.zegels, duur, processortijd(o.cluster().pid()) - cpu, zelf.ru_maxrss / 1024);
}

}  // namespace

int main(int argc, char** argv) {
    const double miljoen = argc > 1 ? std::atof(argv[1]) : 10;
    const double seconden = argc > 2 ? std::atof(argv[2]) : 8;
    proef::Omgeving o(app::alle_routes(), "");  // fsync as in production
    const logboek::Pseudoniem pseudoniem(std::filesystem::temp_directory_path() / fmt::format("damwand-bench-{}", getpid()));
    lijst(o);
    keten(o, pseudoniem, seconden);
    controle(o, miljoen);
}

// SPDX-License-Identifier: EUPL-1.2
// Loading a delivery of the BAG into PostGIS, all fields and all history, beside two ogr2ogr processes (GDAL's LVBAG driver, COPY) on halves of the same
// files, their unzip included, in the same server with the same settings; in turns, medians. Ours is told in two: reading and copying into the tables
// with their indexes, and what is derived after it (addresses, map, counts). Theirs has no index at all, and no derived tables.
// Correctness: both hold as many rows of each type, and the same rows (id, begin, end and shape, as a checksum without order).
//   bench_bag_laden [addresses [turns]]     default 400,000 and 3
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>

#include "engine/bag/maker.hpp"
#include "steun/proefomgeving.hpp"
#include "werk/register/register.hpp"

namespace {

using namespace damwand;
namespace fs = std::filesystem;
using Uurwerk = std::chrono::steady_clock;

double sinds(Uurwerk::time_point begin) { return std::chrono::duration<double>(Uurwerk::now() - begin).count(); }
double mediaan(std::vector<double> w) {
    std::sort(w.begin(), w.end());
    return w[w.size() / 2];
}

/// Runs shell commands side by side; throws when one fails.
void naast_elkaar(const std::vector<std::string>& opdrachten) {
    std::vector<pid_t> kinderen;
    for (const auto& opdracht : opdrachten) {
        const auto pid = fork();
        if (pid == 0) {
            execl("/bin/sh", "sh", "-c", opdracht.c_str(), nullptr);
            _exit(127);
        }
        kinderen.push_back(pid);
    }
    bool goed = true;
    for (const auto pid : kinderen) {
        int uitslag = 0;
        waitpid(pid, &uitslag, 0);
        goed = goed && uitslag == 0;
    }
    if (!goed) throw std::runtime_error("ogr2ogr failed");
}

struct Type {
    const char *code, *tabel, *id;
};
constexpr std::array<Type, 7> typen{{{"WPL", "woonplaats", "woonplaats"}, {"OPR", "openbare_ruimte", "openbareruimte"}, {"NUM", "nummeraanduiding", "nummeraanduiding"}, {"VBO", "verblijfsobject", "verblijfsobject"},
                                     {"PND", "pand", "pand"}, {"LIG", "ligplaats", "ligplaats"}, {"STA", "standplaats", "standplaats"}}};

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t adressen = argc > 1 ? std::stoull(argv[1]) : 400'000;
    const int beurten = argc > 2 ? std::stoi(argv[2]) : 3;
    const auto map = fs::temp_directory_path() / "damwand-bench-bag-laden";
    fs::remove_all(map);
    bag::MaakOpties opties;
    opties.adressen = adressen;
    const auto gemaakt = bag::maak(opties, map);
    const auto zip = gemaakt.bestand.string();

    std::vector<double> kopieren, geheel, hun;
    double xml_mb = 0;
    std::uint64_t records = 0;
    for (int beurt = 0; beurt < beurten; ++beurt) {
        proef::Omgeving o({}, "");  // fsync as in production
        {
            db::Pool lader(o.cluster().dsn("lader"), 1);
            const std::array bronnen{gemaakt.bestand};
            const auto begin = Uurwerk::now();
            double gelezen = 0;
            registers::LaadOpties hoe;
            hoe.voortgang = [&](const registers::Laadstand& stand) {
                if (gelezen == 0 && stand.fase == "gemeenten en woonplaatsen") gelezen = sinds(begin);
                return true;
            };
            const auto verslag = registers::laad(lader, bronnen, hoe);
            geheel.push_back(sinds(begin));
            kopieren.push_back(gelezen);
            records = verslag.totaal().gelezen;
        }
        // Two halves that take about as long: the buildings with the small types, and the objects with their addresses.
        const auto uit = map / "uit";
        fs::remove_all(uit);
        o.beheer().script("create schema hun");
        const auto begin = Uurwerk::now();
        const auto helft = [&](const std::string& naam, const std::vector<std::string>& codes) {
            std::string opdracht = fmt::format("set -e; mkdir -p {0}/{1}; cd {0}/{1}; unzip -qo {2} '9001GEM*.zip'", uit.string(), naam, zip);
            for (const auto& code : codes) {
                opdracht += fmt::format("; unzip -qo '9001GEM*.zip' '9001{0}*.zip'; mkdir {0}; unzip -qo '9001{0}*.zip' -d {0}; ogr2ogr -f PostgreSQL 'PG:{1}' {0} -lco SCHEMA=hun -gt 200000 --config PG_USE_COPY YES -lco SPATIAL_INDEX=NONE"
                                        " -lco FID=gid -lco PRECISION=NO -a_srs EPSG:28992 -nln hun.{2} -append >/dev/null 2>{0}.fout", code, o.cluster().dsn("beheer"),
                                        std::find_if(typen.begin(), typen.end(), [&](const Type& t) { return code == t.code; })->id);
            }
            return opdracht;
        };
        naast_elkaar({helft("een", {"VBO", "WPL", "OPR"}), helft("twee", {"PND", "NUM", "LIG", "STA"})});
        hun.push_back(sinds(begin));
        if (beurt == 0) {
            for (const auto& f : fs::recursive_directory_iterator(uit)) {
                if (f.path().extension() == ".xml") xml_mb += static_cast<double>(f.file_size()) / 1e6;
            }
            auto v = o.beheer();
            for (const auto& t : typen) {
                const auto ons = v.doe(fmt::format("select count(*) as n from register.{}_voorkomen where bestandsoort = 1", t.tabel))[0].veld<std::int64_t>("n");
                const auto daar = v.doe(fmt::format("select count(*) as n from hun.{}", t.id))[0].veld<std::int64_t>("n");
                if (ons != daar) throw std::runtime_error(fmt::format("{}: {} rows here, {} there", t.tabel, ons, daar));
            }
        }
        fs::remove_all(uit);
    }
    fs::remove_all(map);
    struct rusage gebruik {};
    getrusage(RUSAGE_SELF, &gebruik);
    fmt::print("{{\"bench\":\"bag_laden\",\"adressen\":{},\"records\":{},\"xmlMb\":{:.0f},\"beurten\":{},\"kopierenS\":{:.1f},\"geheelS\":{:.1f},\"ogr2ogrS\":{:.1f},\"mbPerS\":{:.0f},\"ogr2ogrMbPerS\":{:.0f},"
               "\"verhoudingKopieren\":{:.2f},\"verhoudingGeheel\":{:.2f},\"geheugenMb\":{}}}\n",
               adressen, records, xml_mb, beurten, mediaan(kopieren), mediaan(geheel), mediaan(hun), xml_mb / mediaan(kopieren), xml_mb / mediaan(hun), mediaan(hun) / mediaan(kopieren),
               mediaan(hun) / mediaan(geheel), gebruik.ru_maxrss / 1024);
}

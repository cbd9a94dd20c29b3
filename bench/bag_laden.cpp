// SPDX-License-Identifier: EUPL-1.2
// Loading a delivery of the BAG into PostGIS, all fields and all history, beside two ogr2ogr processes (GDAL's LVBAG driver, COPY) on halves of the same
// files, their unzip included, in a server of the same settings; in turns (A B A B), medians. Two figures:
//   load only: no index on either side, until everything is committed;
//   with indexes: after it the same on both: B-tree on the id and on the main address, GIN on the other addresses, GiST on the geometry. Ours makes all but the last
//   in its own transaction, with BRIN on the municipality on top; the rest is made on two connections at a time.
// The time of our commit is that of the whole load, of what is derived (addresses, map, counts) too; deriving itself is told apart, theirs has nothing of it.
// Correctness, in the first turn: as many rows of each type on both sides, and the same rows: a checksum without order over every column both have, and
// ST_AsBinary(ST_Force2D(geometry)).
//   bench_bag_laden [addresses [turns]]     default 270,000 (2 GB of XML) and 3
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <filesystem>
#include <map>
#include <thread>

#include "engine/bag/maker.hpp"
#include "processor.hpp"
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

/// Statements side by side on two connections; throws what went wrong.
void op_twee(proef::Omgeving& o, const std::array<std::vector<std::string>, 2>& opdrachten) {
    std::array<std::exception_ptr, 2> fouten;
    {
        std::array<std::jthread, 2> draden;
        for (std::size_t i = 0; i < draden.size(); ++i) {
            draden[i] = std::jthread([&, i] {
                try {
                    auto v = o.beheer();
                    v.script("set maintenance_work_mem = '256MB'");
                    for (const auto& opdracht : opdrachten[i]) v.script(opdracht);
                } catch (...) {
                    fouten[i] = std::current_exception();
                }
            });
        }
    }
    for (const auto& fout : fouten) {
        if (fout) std::rethrow_exception(fout);
    }
}

struct Type {
    const char *code, *tabel, *id;
    int helft;
    bool vorm, adressen;
};
// Two halves that take about as long: the buildings with the small types, and the objects with their addresses.
constexpr std::array<Type, 7> typen{{{"WPL", "woonplaats", "woonplaats", 0, true, false}, {"OPR", "openbare_ruimte", "openbareruimte", 0, false, false}, {"NUM", "nummeraanduiding", "nummeraanduiding", 1, false, false},
                                     {"VBO", "verblijfsobject", "verblijfsobject", 0, true, true}, {"PND", "pand", "pand", 1, true, false}, {"LIG", "ligplaats", "ligplaats", 1, true, true}, {"STA", "standplaats", "standplaats", 1, true, true}}};

/// The delivered texts of a list of values, as an array whose first is 1.
template <class Waarde>
std::string namen() {
    std::string uit = "(array[";
    for (int i = 1; !bag::naam(static_cast<Waarde>(i)).empty(); ++i) uit += fmt::format("{}'{}'", i == 1 ? "" : ",", bag::naam(static_cast<Waarde>(i)));
    return uit + "])";
}

/// What both sides know of an object of this type, as SQL texts of ours and of theirs.
std::vector<std::pair<std::string, std::string>> gedeeld(const Type& t) {
    const std::string_view code = t.code;
    const auto id = [](const std::string& w, int cijfers = 16) { return fmt::format("lpad(({})::text, {}, '0')", w, cijfers); };
    const auto ids = [&](const std::string& w) { return fmt::format("(select string_agg({}, ',' order by plek) from unnest({}) with ordinality u(w, plek))", id("w"), w); };
    // Theirs keeps the domain before each id.
    const auto kaal = [](std::string_view w) { return fmt::format("regexp_replace({}, 'NL[.]IMBAG[.][A-Za-z]+[.]', '', 'g')", w); };
    std::string status = namen<bag::PlaatsStatus>();
    if (code == "WPL") status = namen<bag::WoonplaatsStatus>();
    if (code == "OPR" || code == "NUM") status = namen<bag::NaamgevingStatus>();
    if (code == "VBO") status = namen<bag::VerblijfsobjectStatus>();
    if (code == "PND") status = namen<bag::PandStatus>();
    std::vector<std::pair<std::string, std::string>> uit{
        {id("identificatie", code == "WPL" ? 4 : 16), kaal("identificatie")}, {"voorkomen", "voorkomenidentificatie"}, {status + "[status]", "status"}, {"geconstateerd::int", "geconstateerd::int"},
        {"documentdatum", "documentdatum"}, {"documentnummer", "documentnummer"}, {"begin_geldigheid", "begingeldigheid"}, {"eind_geldigheid", "eindgeldigheid"}};
    for (const auto& [ons, daar] : std::array<std::pair<const char*, const char*>, 7>{{{"tijdstip_registratie", "tijdstipregistratie"}, {"eind_registratie", "eindregistratie"}, {"tijdstip_inactief", "tijdstipinactief"},
                                                                                     {"tijdstip_registratie_lv", "tijdstipregistratielv"}, {"tijdstip_eind_registratie_lv", "tijdstipeindregistratielv"},
                                                                                     {"tijdstip_inactief_lv", "tijdstipinactieflv"}, {"tijdstip_niet_bag_lv", "tijdstipnietbaglv"}}}) {
        // Theirs takes the delivered local time for UTC.
        uit.emplace_back(fmt::format("{} at time zone 'Europe/Amsterdam'", ons), fmt::format("{} at time zone 'UTC'", daar));
    }
    if (code == "WPL") uit.emplace_back("naam", "naam");
    if (code == "OPR") uit.insert(uit.end(), {{"naam", "naam"}, {"verkorte_naam", "verkortenaam"}, {namen<bag::OpenbareRuimteType>() + "[type]", "type"}, {id("ligt_in", 4), kaal("woonplaatsref")}});
    if (code == "NUM") uit.insert(uit.end(), {{"huisnummer", "huisnummer"}, {"huisletter", "huisletter"}, {"toevoeging", "huisnummertoevoeging"}, {"postcode", "postcode"},
                                              {namen<bag::AdresseerbaarObject>() + "[objectsoort]", "typeadresseerbaarobject"}, {id("ligt_in", 4), kaal("woonplaatsref")}, {id("ligt_aan"), kaal("openbareruimteref")}});
    if (t.adressen) uit.insert(uit.end(), {{id("hoofdadres"), kaal("hoofdadresnummeraanduidingref")}, {ids("nevenadressen"), kaal("array_to_string(nevenadresnummeraanduidingref, ',')")}});
    if (code == "VBO") uit.insert(uit.end(), {{"oppervlakte", "oppervlakte"}, {ids("panden"), kaal("array_to_string(pandref, ',')")},
                                              {fmt::format("(select string_agg({}[w], ',' order by plek) from unnest(gebruiksdoelen) with ordinality u(w, plek))", namen<bag::Gebruiksdoel>()), "array_to_string(gebruiksdoel, ',')"}});
    if (code == "PND") uit.emplace_back("bouwjaar", "oorspronkelijkbouwjaar");
    // Theirs makes every woonplaats several polygons, and keeps of a verblijfsobject with an outline its centre only.
    std::string hier = "public.st_force2d(geometrie)";
    if (code == "WPL") hier = fmt::format("public.st_multi({})", hier);
    if (code == "VBO") hier = fmt::format("case when public.st_dimension(geometrie) = 2 then public.st_centroid({0}) else {0} end", hier);
    if (t.vorm) uit.emplace_back(fmt::format("encode(public.st_asbinary({}), 'hex')", hier), "encode(public.st_asbinary(public.st_force2d(wkb_geometry)), 'hex')");
    return uit;
}

/// Throws when the rows of this type differ.
void vergelijk(db::Verbinding& v, const Type& t) {
    std::string ons, daar;
    for (const auto& [hier, ginds] : gedeeld(t)) {
        ons += fmt::format("{}coalesce(({})::text, '-')", ons.empty() ? "" : " || '|' || ", hier);
        daar += fmt::format("{}coalesce(({})::text, '-')", daar.empty() ? "" : " || '|' || ", ginds);
    }
    const auto som = [&](const std::string& rij, const std::string& van) {
        const auto uit = v.doe(fmt::format("select count(*) || ' rows, ' || coalesce(sum(hashtextextended({}, 4426)::numeric), 0) as w from {}", rij, van));
        return uit[0].veld<std::string>("w");
    };
    const auto hier = som(ons, fmt::format("register.{}_voorkomen where bestandsoort = 1", t.tabel)), ginds = som(daar, fmt::format("hun.{}", t.id));
    if (hier != ginds) {
        const auto hier_rijen = fmt::format("select {} as w from register.{}_voorkomen where bestandsoort = 1", ons, t.tabel), ginds_rijen = fmt::format("select {} as w from hun.{}", daar, t.id);
        const auto eerste = [&](const std::string& van, const std::string& min) {
            const auto uit = v.doe(fmt::format("select * from ({} except {}) v order by w limit 1", van, min));
            return uit.leeg() ? std::string("(none)") : uit[0].veld<std::string>("w").substr(0, 600);
        };
        throw std::runtime_error(fmt::format("{}: {} here, {} there; the first that differ:\n{}\n{}", t.tabel, hier, ginds, eerste(hier_rijen, ginds_rijen), eerste(ginds_rijen, hier_rijen)));
    }
}

/// Seconds on the wall and of all processors, from the beginning of a side's turn.
struct Meetpunt {
    double wand = 0, processor = 0;
};
double mediaan(const std::vector<Meetpunt>& standen, double Meetpunt::*welke) {
    std::vector<double> w;
    for (const auto& s : standen) w.push_back(s.*welke);
    return mediaan(std::move(w));
}
double van_kinderen() {
    rusage r{};
    getrusage(RUSAGE_CHILDREN, &r);
    return static_cast<double>(r.ru_utime.tv_sec + r.ru_stime.tv_sec) + static_cast<double>(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t adressen = argc > 1 ? std::stoull(argv[1]) : 270'000;
    const int beurten = argc > 2 ? std::stoi(argv[2]) : 3;
    const auto map = fs::temp_directory_path() / "damwand-bench-bag-laden";
    fs::remove_all(map);
    bag::MaakOpties opties;
    opties.adressen = adressen;
    const auto gemaakt = bag::maak(opties, map);
    const auto zip = gemaakt.bestand.string();

    std::vector<Meetpunt> ons_kaal, ons_index, hun_kaal, hun_index;
    std::vector<double> geheel;
    double xml_mb = 0;
    std::uint64_t records = 0;
    for (int beurt = 0; beurt < beurten; ++beurt) {
        proef::Omgeving o({}, "");  // fsync as in production
        const auto pid = o.cluster().pid();
        {
            db::Pool lader(o.cluster().dsn("lader"), 1);
            const std::array bronnen{gemaakt.bestand};
            const auto begin = Uurwerk::now();
            const auto toen = bench::processortijd(pid);
            const auto nu = [&] { return Meetpunt{sinds(begin), bench::processortijd(pid) - toen}; };
            std::map<std::string, Meetpunt> fasen;  // when each began
            registers::LaadOpties hoe;
            hoe.voortgang = [&](const registers::Laadstand& stand) {
                if (stand.fase != "lezen" && !fasen.contains(std::string(stand.fase))) fasen[std::string(stand.fase)] = nu();
                return true;
            };
            const auto verslag = registers::laad(lader, bronnen, hoe);
            const auto klaar = nu();
            geheel.push_back(klaar.wand);
            records = verslag.totaal().gelezen;
            auto& vast = fasen.at("vastleggen");
            const Meetpunt commit{klaar.wand - vast.wand, klaar.processor - vast.processor};
            const auto met_commit = [&](Meetpunt s) { return Meetpunt{s.wand + commit.wand, s.processor + commit.processor}; };
            ons_kaal.push_back(met_commit(fasen.at("indexen maken")));
            std::array<std::vector<std::string>, 2> erbij;
            for (const auto& t : typen) {
                if (!t.vorm) continue;
                for (const auto* welke : {"", "_historie"}) erbij[static_cast<std::size_t>(t.helft)].push_back(fmt::format("create index on register.{}{} using gist (geometrie)", t.tabel, welke));
            }
            const auto voor = nu();
            op_twee(o, erbij);
            const auto na = nu();
            const auto index = met_commit(fasen.at("gemeenten en woonplaatsen"));
            ons_index.push_back({index.wand + na.wand - voor.wand, index.processor + na.processor - voor.processor});
        }
        const auto uit = map / "uit";
        fs::remove_all(uit);
        o.beheer().script("create schema hun");
        const auto begin = Uurwerk::now();
        const auto toen = bench::processortijd(pid) + van_kinderen();
        const auto nu = [&] { return Meetpunt{sinds(begin), bench::processortijd(pid) + van_kinderen() - toen}; };
        std::array<std::string, 2> opdrachten;
        for (int helft = 0; helft < 2; ++helft) {
            auto& opdracht = opdrachten[static_cast<std::size_t>(helft)];
            opdracht = fmt::format("set -e; mkdir -p {0}/{1}; cd {0}/{1}; unzip -qo {2} '9001GEM*.zip'", uit.string(), helft, zip);
            for (const auto& t : typen) {
                if (t.helft != helft) continue;
                opdracht += fmt::format("; unzip -qo '9001GEM*.zip' '9001{0}*.zip'; mkdir {0}; unzip -qo '9001{0}*.zip' -d {0}; ogr2ogr -f PostgreSQL 'PG:{1}' {0} -lco SCHEMA=hun -gt 200000 --config PG_USE_COPY YES -lco SPATIAL_INDEX=NONE"
                                        " -lco FID=gid -lco PRECISION=NO -a_srs EPSG:28992 -nln hun.{2} -append >/dev/null 2>{0}.fout", t.code, o.cluster().dsn("beheer"), t.id);
            }
        }
        naast_elkaar({opdrachten[0], opdrachten[1]});
        hun_kaal.push_back(nu());
        std::array<std::vector<std::string>, 2> erbij;
        for (const auto& t : typen) {
            auto& lijst = erbij[static_cast<std::size_t>(t.helft)];
            lijst.push_back(fmt::format("create index on hun.{} (identificatie)", t.id));
            if (t.adressen) {
                lijst.push_back(fmt::format("create index on hun.{} (hoofdadresnummeraanduidingref)", t.id));
                lijst.push_back(fmt::format("create index on hun.{0} using gin (nevenadresnummeraanduidingref) where nevenadresnummeraanduidingref is not null", t.id));
            }
            if (t.vorm) lijst.push_back(fmt::format("create index on hun.{} using gist (wkb_geometry)", t.id));
        }
        op_twee(o, erbij);
        hun_index.push_back(nu());
        if (beurt == 0) {
            for (const auto& f : fs::recursive_directory_iterator(uit)) {
                if (f.path().extension() == ".xml") xml_mb += static_cast<double>(f.file_size()) / 1e6;
            }
            auto v = o.beheer();
            for (const auto& t : typen) vergelijk(v, t);
        }
        fs::remove_all(uit);
    }
    fs::remove_all(map);
    struct rusage gebruik {};
    getrusage(RUSAGE_SELF, &gebruik);
    const auto deel = [&](std::string_view wat, const std::vector<Meetpunt>& ons, const std::vector<Meetpunt>& hun) {
        const double w = mediaan(ons, &Meetpunt::wand), h = mediaan(hun, &Meetpunt::wand), wp = mediaan(ons, &Meetpunt::processor), hp = mediaan(hun, &Meetpunt::processor);
        fmt::print("{{\"bench\":\"bag_laden\",\"wat\":\"{}\",\"adressen\":{},\"records\":{},\"xmlMb\":{:.0f},\"beurten\":{},\"s\":{:.2f},\"ogr2ogrS\":{:.2f},\"verhouding\":{:.2f},\"mbPerS\":{:.0f},\"ogr2ogrMbPerS\":{:.0f},"
                   "\"processorS\":{:.2f},\"ogr2ogrProcessorS\":{:.2f},\"verhoudingProcessor\":{:.2f}}}\n",
                   wat, adressen, records, xml_mb, beurten, w, h, h / w, xml_mb / w, xml_mb / h, wp, hp, hp / wp);
    };
    deel("laden alleen", ons_kaal, hun_kaal);
    deel("met indexen", ons_index, hun_index);
    fmt::print("{{\"bench\":\"bag_laden\",\"wat\":\"met wat eruit volgt\",\"s\":{:.1f},\"geheugenMb\":{}}}\n", mediaan(geheel), gebruik.ru_maxrss / 1024);
}

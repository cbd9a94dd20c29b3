// SPDX-License-Identifier: EUPL-1.2
#include "app/vectorbestand.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <memory>
#include <string_view>
#include <vector>

#include "base/fout.hpp"

namespace damwand::app {
namespace {

namespace fs = std::filesystem;

constexpr auto programma = "/usr/bin/ogr2ogr";
constexpr rlim_t seconden = 300, geheugen = rlim_t{4} << 30U, uitvoer = rlim_t{2} << 30U;

constexpr std::string_view geopackage = "SQLite format 3", shapefile{"\x00\x00\x27\x0a", 4};

Fout ongeldig(const fs::path& bestand) {
    return {FoutSoort::ongeldig, "vector-ongeldig",
            bestand.string() + ": GDAL kan hier geen gebieden uit halen. Is het een hele GeoPackage of Shapefile (met .dbf, .shx en .prj), en klopt --laag?"};
}

/// What GDAL is to open: a file that begins as its format does, so that no other of its parsers takes it. Of a zip the one Shapefile in it.
std::string bron(const fs::path& bestand) {
    const auto pad = fs::absolute(bestand).string();
    std::string begin(geopackage.size(), '\0');
    if (bestand.extension() != ".zip") {
        std::ifstream(bestand, std::ios::binary).read(begin.data(), static_cast<std::streamsize>(begin.size()));
        if (!begin.starts_with(bestand.extension() == ".gpkg" ? geopackage : shapefile)) throw ongeldig(bestand);
        return pad;
    }
    const std::unique_ptr<zip_t, decltype(&zip_discard)> archief(zip_open(pad.c_str(), ZIP_RDONLY, nullptr), &zip_discard);
    std::string gevonden;
    for (zip_int64_t nr = 0; archief && nr < std::min<zip_int64_t>(zip_get_num_entries(archief.get(), 0), 1000); ++nr) {
        const std::string naam = zip_get_name(archief.get(), static_cast<zip_uint64_t>(nr), 0);
        if (!naam.ends_with(".shp")) continue;
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> deel(zip_fopen_index(archief.get(), static_cast<zip_uint64_t>(nr), 0), &zip_fclose);
        const bool goed = deel && zip_fread(deel.get(), begin.data(), shapefile.size()) == static_cast<zip_int64_t>(shapefile.size()) && begin.starts_with(shapefile);
        if (!goed || !gevonden.empty() || naam.find("..") != std::string::npos) throw ongeldig(bestand);
        gevonden = naam;
    }
    if (gevonden.empty()) throw ongeldig(bestand);
    return "/vsizip/" + pad + "/" + gevonden;
}

/// In the child: nothing of ours but the two files, and bounds on what it takes.
[[noreturn]] void word_ogr2ogr(std::vector<char*>& woorden) {
    const auto begrens = [](auto wat, rlim_t grens) {
        const rlimit r{.rlim_cur = grens, .rlim_max = grens};
        if (::setrlimit(wat, &r) != 0) ::_exit(127);
    };
    begrens(RLIMIT_CPU, seconden);
    begrens(RLIMIT_AS, geheugen);
    begrens(RLIMIT_FSIZE, uitvoer);
    begrens(RLIMIT_CORE, 0);
    (void)::unshare(CLONE_NEWUSER | CLONE_NEWNET);  // not everywhere allowed; the format alone opens no address either
    const int niets = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int kanaal : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) (void)::dup2(niets, kanaal);
    std::array<std::string, 4> omgeving{"PATH=/usr/bin", "LC_ALL=C.UTF-8", "CPL_LOG=/dev/null", "OGR_GEOJSON_MAX_OBJ_SIZE=32"};
    std::array<char*, 5> env{omgeving[0].data(), omgeving[1].data(), omgeving[2].data(), omgeving[3].data(), nullptr};
    ::execve(programma, woorden.data(), env.data());
    ::_exit(127);
}

}  // namespace

bool is_vectorbestand(const fs::path& pad) { return pad.extension() == ".gpkg" || pad.extension() == ".shp" || pad.extension() == ".zip"; }

fs::path maak_geojson(const fs::path& bestand, const std::string& laag, const fs::path& map) {
    if (::access(programma, X_OK) != 0)
        throw Fout(FoutSoort::ongeldig, "geen-gdal", "Voor dit bestand is ogr2ogr nodig. Installeer het pakket gdal-bin, of geef GeoJSON.");
    if (!fs::exists(bestand)) throw Fout(FoutSoort::ongeldig, "onleesbaar", bestand.string() + ": dit bestand bestaat niet. Controleer de naam.");
    const auto uit = map / "gebieden.geojson";
    std::vector<std::string> delen{programma, "-f", "GeoJSON", "-t_srs", "EPSG:28992", "-lco", "RFC7946=NO", "-dim", "XY", uit.string(), bron(bestand)};
    if (!laag.empty()) delen.push_back(laag);
    std::vector<char*> woorden;
    for (auto& d : delen) woorden.push_back(d.data());
    woorden.push_back(nullptr);
    const auto kind = ::fork();
    if (kind == 0) word_ogr2ogr(woorden);
    int stand = 0;
    while (kind > 0 && ::waitpid(kind, &stand, 0) < 0 && errno == EINTR) {
    }
    if (kind < 0 || !WIFEXITED(stand) || WEXITSTATUS(stand) != 0 || !fs::exists(uit))
        throw ongeldig(bestand);
    return uit;
}

}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#include "base/duurzaam.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "base/fout.hpp"
#include "base/id.hpp"

namespace damwand {
namespace {

[[noreturn]] void mislukt(std::string_view wat) {
    throw Fout(FoutSoort::niet_beschikbaar, "schijf", "De schijf neemt niets aan. Er is niets opgeslagen.", {},
               std::string(wat) + ": " + std::generic_category().message(errno));
}

}  // namespace

void Handvat::sluit() noexcept {
    if (m_fd >= 0) close(std::exchange(m_fd, -1));
}

void schrijf_alles(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto n = write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) mislukt("write");
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

void maak_vast(int fd) {
    if (fsync(fd) != 0) mislukt("fsync");
}

void maak_map_vast(const std::filesystem::path& map) {
    const Handvat open_map(open(map.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!open_map) mislukt("open folder");
    maak_vast(open_map.fd());
}

void maak_map(const std::filesystem::path& map, mode_t rechten) {
    if (map.empty() || std::filesystem::is_directory(map)) return;
    maak_map(map.parent_path(), rechten);
    if (mkdir(map.c_str(), rechten) != 0 && errno != EEXIST) mislukt("mkdir");
    maak_map_vast(map.has_parent_path() ? map.parent_path() : ".");
}

void schrijf_duurzaam(const std::filesystem::path& bestand, std::string_view inhoud, mode_t rechten) {
    const auto naast = bestand.string() + "." + Uuid::willekeurig().tekst() + ".nieuw";
    try {
        const Handvat uit(open(naast.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rechten));
        if (!uit) mislukt("open");
        schrijf_alles(uit.fd(), inhoud);
        maak_vast(uit.fd());
        if (rename(naast.c_str(), bestand.c_str()) != 0) mislukt("rename");
    } catch (...) {
        unlink(naast.c_str());
        throw;
    }
    maak_map_vast(bestand.has_parent_path() ? bestand.parent_path() : ".");
}

bool verwijder_duurzaam(const std::filesystem::path& bestand) {
    if (unlink(bestand.c_str()) != 0) {
        if (errno == ENOENT) return false;
        mislukt("unlink");
    }
    maak_map_vast(bestand.parent_path());
    return true;
}

}  // namespace damwand

// SPDX-License-Identifier: EUPL-1.2
#include "platform/reservekopie/hulpje.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "base/fout.hpp"
#include "platform/db/cluster.hpp"

namespace damwand::reservekopie {
namespace {

Fout geen_proces() { return {FoutSoort::niet_beschikbaar, "proces", "Het systeem kan geen nieuw proces starten."}; }

std::array<Handvat, 2> pijp() {
    std::array<int, 2> fd{};
    if (pipe2(fd.data(), O_CLOEXEC) != 0) throw geen_proces();
    return {Handvat(fd[0]), Handvat(fd[1])};
}

std::string lees_een(int fd) {
    std::string uit(65'536, '\0');
    ssize_t n = -1;
    do n = read(fd, uit.data(), uit.size());
    while (n < 0 && errno == EINTR);
    uit.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
    return uit;
}

}  // namespace

Hulpje::Hulpje(std::string_view programma, std::vector<std::string> woorden, Kant kant) : m_klachten(memfd_create("klachten", MFD_CLOEXEC)) {
    if (!m_klachten) throw geen_proces();
    const auto pad = db::postgresprogramma(programma).string();
    woorden.insert(woorden.begin(), pad);
    std::vector<char*> argv;
    for (auto& w : woorden) argv.push_back(w.data());
    argv.push_back(nullptr);
    auto naar = pijp(), van = pijp();
    posix_spawn_file_actions_t wat;
    posix_spawn_file_actions_init(&wat);
    if (kant == Kant::lees) posix_spawn_file_actions_addopen(&wat, 0, "/dev/null", O_RDONLY, 0);
    else posix_spawn_file_actions_adddup2(&wat, naar[0].fd(), 0);
    if (kant == Kant::schrijf) posix_spawn_file_actions_addopen(&wat, 1, "/dev/null", O_WRONLY, 0);
    else posix_spawn_file_actions_adddup2(&wat, van[1].fd(), 1);
    posix_spawn_file_actions_adddup2(&wat, m_klachten.fd(), 2);
    posix_spawnattr_t hoe;
    posix_spawnattr_init(&hoe);
    sigset_t leeg, gewoon;
    sigemptyset(&leeg);
    sigemptyset(&gewoon);
    sigaddset(&gewoon, SIGPIPE);
    posix_spawnattr_setsigmask(&hoe, &leeg);
    posix_spawnattr_setsigdefault(&hoe, &gewoon);
    posix_spawnattr_setflags(&hoe, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    // its words come as they stand in the source; no password goes along, nor any setting that is not said here
    std::array<std::string, 3> omgeving{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", std::string("HOME=") + (getenv("HOME") != nullptr ? getenv("HOME") : "/")};
    std::array<char*, 4> env{omgeving[0].data(), omgeving[1].data(), omgeving[2].data(), nullptr};
    const int fout = posix_spawn(&m_pid, pad.c_str(), &wat, &hoe, argv.data(), env.data());
    posix_spawn_file_actions_destroy(&wat);
    posix_spawnattr_destroy(&hoe);
    if (fout != 0) {
        m_pid = -1;
        throw geen_proces();
    }
    if (kant != Kant::lees) m_in = std::move(naar[1]);
    if (kant != Kant::schrijf) m_uit = std::move(van[0]);
    van[1].sluit();
    // what it prints while it reads would fill the pipe and hold both
    if (kant == Kant::beide) {
        m_luister = std::thread([this, fd = m_uit.fd()] {
            for (auto stuk = lees_een(fd); !stuk.empty(); stuk = lees_een(fd)) m_gezegd += stuk;
        });
    }
}

Hulpje::~Hulpje() {
    m_in.sluit();
    if (m_pid > 0) {
        kill(m_pid, SIGTERM);
        while (waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    if (m_luister.joinable()) m_luister.join();
}

std::string Hulpje::haal() { return lees_een(m_uit.fd()); }

void Hulpje::geef(std::string_view bytes) {
    while (!bytes.empty() && !m_doof) {
        const auto n = write(m_in.fd(), bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) m_doof = true;  // it has ended, or has read enough: its exit code says which
        else bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

std::string Hulpje::uitkomst() {
    m_in.sluit();
    if (m_luister.joinable()) m_luister.join();
    return m_gezegd;
}

std::optional<std::string> Hulpje::einde() {
    m_in.sluit();
    int stand = 0;
    while (waitpid(m_pid, &stand, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    if (WIFEXITED(stand) && WEXITSTATUS(stand) == 0) return std::nullopt;
    // its first complaint, up to the first thing it quotes: behind that a value of a row may stand
    std::string klacht(4096, '\0');
    const auto n = pread(m_klachten.fd(), klacht.data(), klacht.size(), 0);
    klacht.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
    if (const auto fout = klacht.find("error: "); fout != std::string::npos) klacht.erase(0, fout + 7);
    klacht.resize(std::min(klacht.size(), klacht.find_first_of("\n\"")));
    return klacht.empty() ? fmt::format("status {}", stand) : klacht;
}

}  // namespace damwand::reservekopie

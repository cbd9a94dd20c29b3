// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/keurmeester.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <spdlog/spdlog.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>

#include "base/duurzaam.hpp"
#include "base/fout.hpp"
#include "base/id.hpp"
#include "base/tijdelijk.hpp"

namespace damwand::documenten {
namespace fs = std::filesystem;
namespace {

using Uur = std::chrono::steady_clock;

constexpr int ontleedtijd = 30;  ///< seconds; veiligheid.md V23
constexpr int scantijd = 120;    ///< ClamAV reads all its signatures for each file

Fout geen_proces() { return {FoutSoort::niet_beschikbaar, "proces", "Het systeem kan geen nieuw proces starten."}; }

/// A folder in memory, where there is memory to be had, that only this scan uses: for what ClamAV unpacks as nobody.
struct Scanmap : Tijdelijkemap {
    Scanmap() : Tijdelijkemap(geheugen(), geen_proces()) {
        constexpr uid_t niemand = 65534;
        if (getuid() == 0 && chown(pad().c_str(), niemand, niemand) != 0) throw geen_proces();
    }
    static fs::path geheugen() {
        std::error_code fout;
        const fs::path plek = "/dev/shm";
        return fs::is_directory(plek, fout) ? plek : fs::temp_directory_path();
    }
};

void terug_naar_begin(int fd) { lseek(fd, 0, SEEK_SET); }

/// Exit codes of clamscan: 0 nothing found, 1 found, 2 and more: it did not look.
Verdict scan(const Gereedschap& g, int bestand) {
    std::error_code fout;
    if (!fs::exists(g.scanner, fout)) return {"in_quarantaine", "geen-scanner"};
    const bool leeg = !fs::is_directory(g.signaturen, fout) || std::none_of(fs::directory_iterator(g.signaturen), fs::directory_iterator(), [](const auto& b) {
        const auto soort = b.path().extension();
        return soort == ".cvd" || soort == ".cld" || soort == ".ndb" || soort == ".hdb" || soort == ".ldb" || soort == ".hsb";
    });
    if (leeg) return {"in_quarantaine", "geen-signaturen"};
    const Scanmap werkmap;
    const auto afloop = draai({g.ontleder, "scan", g.scanner, g.signaturen, werkmap.pad()}, bestand, scantijd);
    if (afloop.te_laat) return {"in_quarantaine", "scan-te-laat"};
    if (afloop.status == 0) return {"schoon", ""};
    if (afloop.status != 1) {
        spdlog::error("clamscan ended with {}", afloop.status);
        return {"in_quarantaine", "scan-mislukt"};
    }
    // Over a limit it did not see everything: that is never clean.
    const bool grens = afloop.uit.find("Heuristics.Limits.Exceeded") != std::string::npos;
    return {"geweigerd", grens ? "te-ingewikkeld" : "virus"};
}

std::optional<ontleder::Oordeel> lees_oordeel(std::string_view uit) {
    ontleder::Oordeel oordeel;
    bool reden = false;
    bool klaar = false;
    while (!uit.empty()) {
        const auto einde = std::min(uit.find('\n'), uit.size());
        const auto regel = uit.substr(0, einde);
        uit.remove_prefix(std::min(einde + 1, uit.size()));
        if (regel == "klaar") {
            klaar = uit.empty();
            continue;
        }
        const auto is = regel.find('=');
        if (is == std::string_view::npos) return std::nullopt;
        const auto naam = regel.substr(0, is);
        const auto waarde = regel.substr(is + 1);
        if (naam == "reden") {
            const bool net = waarde.size() <= 40 && waarde.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
            if (!net) return std::nullopt;
            oordeel.reden = waarde;
            reden = true;
            continue;
        }
        std::uint64_t getal = 0;
        const auto* laatste = waarde.data() + waarde.size();
        if (std::from_chars(waarde.data(), laatste, getal).ptr != laatste || getal > 1'000'000'000) return std::nullopt;
        if (naam == "bladen") oordeel.bladen = getal;
        else if (naam == "tekens") oordeel.tekens = getal;
        else if (naam == "breedte") oordeel.breedte = getal;
        else if (naam == "hoogte") oordeel.hoogte = getal;
        else return std::nullopt;
    }
    if (!reden || !klaar) return std::nullopt;
    return oordeel;
}

Verdict ontleed(const Gereedschap& g, Soort soort, int bestand) {
    const auto afloop = draai({g.ontleder, "ontleed", std::string(ontleder::code(soort))}, bestand, ontleedtijd);
    if (afloop.te_laat) return {"geweigerd", "te-zwaar"};
    if (afloop.status == 2 || afloop.status == 3 || afloop.status == 127) {  // our own fault, not the file's
        spdlog::error("damwand-ontleder ended with {}", afloop.status);
        return {"in_quarantaine", "controle-mislukt"};
    }
    const auto oordeel = afloop.status == 0 ? lees_oordeel(afloop.uit) : std::nullopt;
    if (!oordeel) return {"geweigerd", "te-zwaar"};  // it was ended by a limit, or broke on the file
    return {oordeel->reden.empty() ? "schoon" : "geweigerd", oordeel->reden, *oordeel};
}

}  // namespace

Afloop draai(const std::vector<std::string>& woorden, int invoer, int seconden) {
    int pijp[2];
    if (pipe2(pijp, O_CLOEXEC | O_NONBLOCK) != 0) throw geen_proces();
    const Handvat lees_eind(pijp[0]);
    Handvat schrijf_eind(pijp[1]);
    const Handvat niets(open("/dev/null", O_WRONLY | O_CLOEXEC));
    fcntl(schrijf_eind.fd(), F_SETFL, 0);

    posix_spawn_file_actions_t handelingen;
    posix_spawn_file_actions_init(&handelingen);
    posix_spawn_file_actions_adddup2(&handelingen, invoer, 0);
    posix_spawn_file_actions_adddup2(&handelingen, schrijf_eind.fd(), 1);
    posix_spawn_file_actions_adddup2(&handelingen, niets.fd(), 2);
    posix_spawn_file_actions_addclosefrom_np(&handelingen, 3);
    posix_spawnattr_t wijze;
    posix_spawnattr_init(&wijze);
    sigset_t leeg;
    sigemptyset(&leeg);
    posix_spawnattr_setsigmask(&wijze, &leeg);
    posix_spawnattr_setflags(&wijze, POSIX_SPAWN_SETSIGMASK);
    std::vector<char*> argv;
    for (const auto& woord : woorden) argv.push_back(const_cast<char*>(woord.c_str()));
    argv.push_back(nullptr);
    std::array<char*, 1> omgeving{nullptr};
    pid_t kind = -1;
    const int fout = posix_spawn(&kind, argv[0], &handelingen, &wijze, argv.data(), omgeving.data());
    posix_spawn_file_actions_destroy(&handelingen);
    posix_spawnattr_destroy(&wijze);
    if (fout != 0) return {.status = 127, .te_laat = false, .uit = {}};
    schrijf_eind.sluit();

    Afloop afloop;
    const auto uiterste = Uur::now() + std::chrono::seconds(seconden);
    for (std::array<char, 4096> bak{};;) {
        const auto over = std::chrono::duration_cast<std::chrono::milliseconds>(uiterste - Uur::now()).count();
        pollfd wacht{.fd = lees_eind.fd(), .events = POLLIN, .revents = 0};
        const int klaar = over <= 0 ? 0 : poll(&wacht, 1, static_cast<int>(over));
        if (klaar < 0 && errno == EINTR) continue;
        if (klaar <= 0) {
            afloop.te_laat = true;
            kill(kind, SIGKILL);
            break;
        }
        const auto n = read(lees_eind.fd(), bak.data(), bak.size());
        if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (n <= 0) break;  // it has closed its end
        if (afloop.uit.size() < std::size_t{64} * 1024) afloop.uit.append(bak.data(), static_cast<std::size_t>(n));
    }
    int einde = 0;
    // Closing the pipe is not ending: whoever lingers gets what is left of its time.
    while (true) {
        const pid_t weg = waitpid(kind, &einde, WNOHANG);
        if (weg == kind) break;
        if (weg < 0 && errno != EINTR) return afloop;
        if (Uur::now() >= uiterste && !afloop.te_laat) {
            afloop.te_laat = true;
            kill(kind, SIGKILL);
        }
        const timespec even{0, 2'000'000};
        nanosleep(&even, nullptr);
    }
    if (WIFEXITED(einde)) afloop.status = WEXITSTATUS(einde);
    return afloop;
}

Verdict keur(const Gereedschap& g, Soort soort, const std::function<void(const std::function<void(std::string_view)>&)>& inhoud) {
    const Handvat bestand(memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!bestand) throw geen_proces();
    inhoud([&](std::string_view stuk) { schrijf_alles(bestand.fd(), stuk); });
    // Nobody changes it between the two that look at it.
    fcntl(bestand.fd(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL);
    terug_naar_begin(bestand.fd());
    auto uit = scan(g, bestand.fd());
    if (uit.staat != "schoon") return uit;
    terug_naar_begin(bestand.fd());
    return ontleed(g, soort, bestand.fd());
}

}  // namespace damwand::documenten

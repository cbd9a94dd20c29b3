// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/cluster.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <thread>
#include <utility>
#include <vector>

#include "platform/db/db.hpp"

namespace damwand::db {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void mislukt(std::string code, std::string uitleg) {
    throw Fout(FoutSoort::niet_beschikbaar, std::move(code), std::move(uitleg));
}

/// Where Debian keeps initdb and postgres: the newest version of 15 and up.
fs::path programmamap() {
    fs::path beste;
    int hoogste = 14;
    std::error_code fout;
    for (const auto& item : fs::directory_iterator("/usr/lib/postgresql", fout)) {
        const int versie = std::atoi(item.path().filename().c_str());
        if (versie > hoogste && fs::exists(item.path() / "bin" / "postgres")) {
            hoogste = versie;
            beste = item.path() / "bin";
        }
    }
    if (beste.empty()) mislukt("postgresql-ontbreekt", "PostgreSQL 15 is niet gevonden. Installeer het pakket postgresql-15.");
    return beste;
}

struct Eigenaar {
    uid_t uid = getuid();
    gid_t gid = getgid();
    std::string naam;
};

/// Root may not run PostgreSQL; then an unprivileged user does.
Eigenaar databasegebruiker() {
    Eigenaar uit;
    if (uit.uid != 0) return uit;
    for (const char* naam : {"postgres", "nobody"}) {
        if (const passwd* wie = getpwnam(naam)) return {wie->pw_uid, wie->pw_gid, naam};
    }
    mislukt("geen-databasegebruiker", "Er is geen gebruiker postgres of nobody om de database onder te draaien.");
}

/// Runs in the child, before exec: drop root, leave the terminal's group, die with the parent.
void word(const Eigenaar& wie, pid_t ouder) {
    if (wie.uid != getuid() && (setgroups(0, nullptr) != 0 || setgid(wie.gid) != 0 || setuid(wie.uid) != 0)) _exit(126);
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGINT);  // after the change of user, which clears it
    if (getppid() != ouder) _exit(126);
}

pid_t start(const Eigenaar& wie, const std::vector<std::string>& woorden, const fs::path& verslag, const fs::path& werkmap) {
    std::vector<char*> argv;
    for (const auto& w : woorden) argv.push_back(const_cast<char*>(w.c_str()));
    argv.push_back(nullptr);
    const pid_t ouder = getpid();
    const pid_t kind = fork();
    if (kind < 0) mislukt("fork", "Het systeem kan geen nieuw proces starten.");
    if (kind == 0) {
        const int uit = open(verslag.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        const int in = open("/dev/null", O_RDONLY);
        if (uit >= 0) {
            dup2(uit, 1);
            dup2(uit, 2);
        }
        if (in >= 0) dup2(in, 0);
        for (int fd = 3; fd < 256; ++fd) close(fd);
        word(wie, ouder);
        if (chdir(werkmap.c_str()) != 0) _exit(125);
        sigset_t leeg;
        sigemptyset(&leeg);
        sigprocmask(SIG_SETMASK, &leeg, nullptr);
        execv(argv[0], argv.data());
        _exit(127);
    }
    return kind;
}

std::string laatste_regels(const fs::path& verslag) {
    std::ifstream in(verslag);
    std::vector<std::string> regels;
    for (std::string regel; std::getline(in, regel);) regels.push_back(regel);
    std::string uit;
    for (std::size_t i = regels.size() > 3 ? regels.size() - 3 : 0; i < regels.size(); ++i) uit += "\n  " + regels[i];
    return uit;
}

}  // namespace

fs::path postgresprogramma(std::string_view naam) { return programmamap() / naam; }

struct Cluster::Binnenwerk {
    fs::path map, data, sok, verslag;
    bool sok_los = false;  ///< the socket folder is a temporary one of ours
    Eigenaar wie;
    pid_t pid = -1;
    std::string instellingen;
    [[nodiscard]] std::string dsn(const std::string& rol, const std::string& database) const {
        return fmt::format("host='{}' user='{}' dbname='{}' application_name=damwand", sok.string(), rol, database);
    }
    Bezet bezet = Bezet::weiger;
    bool gast = false;
    bool doe_mee(const fs::path& pidbestand);  ///< uses the running database; false when it does not answer
    void begin();                              ///< starts the postmaster and waits until it answers
};

bool Cluster::Binnenwerk::doe_mee(const fs::path& pidbestand) {
    std::ifstream in(pidbestand);
    std::string regel;
    for (int i = 0; i < 5; ++i) std::getline(in, regel);  // the fifth line names the socket folder
    const auto eigen = std::exchange(sok, regel);
    try {
        Verbinding(dsn("beheer", "postgres"));
        gast = true;
    } catch (const DbFout&) {
        sok = eigen;
    }
    return gast;
}

void Cluster::Binnenwerk::begin() {
    const auto pidbestand = data / "postmaster.pid";
    if (std::ifstream in(pidbestand); in) {
        pid_t ander = 0;
        in >> ander;
        if (ander > 0 && kill(ander, 0) == 0) {
            std::ifstream opdracht(fmt::format("/proc/{}/cmdline", ander));
            const std::string regel{std::istreambuf_iterator<char>(opdracht), {}};
            if (regel.find(data.string()) != std::string::npos) {
                if (bezet == Bezet::doe_mee && doe_mee(pidbestand)) return;
                // After a crash of our program its database may still be stopping: give it a moment.
                for (int i = 0; i < 100 && fs::exists(pidbestand); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(100));
                if (fs::exists(pidbestand) && kill(ander, 0) == 0) {
                    mislukt("draait-al", fmt::format("Er draait al een damwand met map {} (proces {}).", map.string(), ander));
                }
            }
        }
    }
    std::vector<std::string> woorden{programmamap() / "postgres", "-D", data, "-k", sok, "-c", "listen_addresses=",
                                     "-c", "max_connections=64", "-c", "shared_buffers=192MB", "-c", "work_mem=16MB",
                                     "-c", "maintenance_work_mem=128MB", "-c", "max_wal_size=2GB", "-c", "jit=off",
                                     "-c", "random_page_cost=1.1", "-c", "shared_preload_libraries=postgis-3",  // else each connection loads it: 10 ms
                                     "-c", "log_min_error_statement=panic",
                                     "-c", "log_min_messages=warning", "-c", "log_parameter_max_length_on_error=0",
                                     "-c", "log_error_verbosity=terse", "-c", "timezone=UTC", "-c", "log_timezone=UTC"};
    for (std::size_t i = 0; i < instellingen.size();) {
        const auto einde = std::min(instellingen.find(' ', i), instellingen.size());
        if (einde > i) {
            woorden.emplace_back("-c");
            woorden.push_back(instellingen.substr(i, einde - i));
        }
        i = einde + 1;
    }
    pid = start(wie, woorden, verslag, map);
    for (int i = 0;; ++i) {
        int status = 0;
        if (waitpid(pid, &status, WNOHANG) == pid) {
            // After a crash the old backends may still be leaving: once they have let go, it starts.
            pid = -1;
            if (i > 100) mislukt("database-start", "De database start niet:" + laatste_regels(verslag));
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            i += 4;
            pid = start(wie, woorden, verslag, map);
            continue;
        }
        try {
            Verbinding(dsn("beheer", "postgres"));
            break;
        } catch (const DbFout&) {
            if (i > 1200) mislukt("database-start", "De database antwoordt niet binnen een minuut:" + laatste_regels(verslag));
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    }
}


Cluster::Cluster(const fs::path& map, const std::string& instellingen, Bezet bezet) : m(std::make_unique<Binnenwerk>()) {
    const auto bin = programmamap();
    m->wie = databasegebruiker();
    m->map = fs::absolute(map);
    fs::create_directories(m->map);
    m->data = m->map / "data";
    m->verslag = m->map / "postgresql.log";
    m->sok = m->map / "sok";
    if (m->sok.string().size() + sizeof("/.s.PGSQL.5432") > 100) {  // sun_path holds 107 bytes
        std::string sjabloon = fs::temp_directory_path() / "damwand-XXXXXX";
        if (mkdtemp(sjabloon.data()) == nullptr) mislukt("tijdelijke-map", "Er kan geen tijdelijke map worden gemaakt.");
        m->sok = sjabloon;
        m->sok_los = true;
    }
    fs::create_directories(m->sok);
    chmod(m->sok.c_str(), 0700);
    if (m->wie.uid != getuid()) {
        if (chown(m->map.c_str(), m->wie.uid, m->wie.gid) != 0 || chown(m->sok.c_str(), m->wie.uid, m->wie.gid) != 0) {
            mislukt("eigenaar", fmt::format("De map {} kan niet van gebruiker {} worden.", m->map.string(), m->wie.naam));
        }
        for (auto boven = m->map.parent_path(); boven != boven.root_path(); boven = boven.parent_path()) {
            struct stat st{};
            if (stat(boven.c_str(), &st) == 0 && (st.st_mode & S_IXOTH) == 0 && st.st_uid != m->wie.uid) {
                mislukt("map-onbereikbaar",
                        fmt::format("Gebruiker {} mag niet in {}. Kies een andere map, bijvoorbeeld --map /var/lib/damwand.",
                                    m->wie.naam, boven.string()));
            }
        }
    }
    if (!fs::exists(m->data / "PG_VERSION")) {
        fs::remove_all(m->data);  // a half-made cluster of an interrupted first start
        const auto kind = start(m->wie, {bin / "initdb", "-D", m->data, "-U", "beheer", "--auth-local=trust",
                                         "--auth-host=reject", "-E", "UTF8", "--locale=C.UTF-8"},
                                m->verslag, m->map);
        int status = 0;
        waitpid(kind, &status, 0);
        if (status != 0) mislukt("initdb", "De database kon niet worden aangemaakt:" + laatste_regels(m->verslag));
    }
    m->instellingen = instellingen;
    m->bezet = bezet;
    const auto eigen = m->sok;
    m->begin();
    if (m->sok_los && m->gast) {
        std::error_code fout;
        fs::remove(eigen, fout);
        m->sok_los = false;
    }
}

Cluster::~Cluster() {
    if (m->pid > 0) {
        kill(m->pid, SIGINT);  // fast shutdown: sessions end, a checkpoint is written
        int status = 0;
        for (int i = 0; i < 600 && waitpid(m->pid, &status, WNOHANG) == 0; ++i) {
            if (i == 400) kill(m->pid, SIGQUIT);
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    }
    if (m->sok_los) {
        std::error_code fout;
        fs::remove_all(m->sok, fout);
    }
}

std::string Cluster::dsn(const std::string& rol, const std::string& database) const {
    return m->dsn(rol, database);
}

bool Cluster::waak() {
    if (m->gast) return false;
    int status = 0;
    if (m->pid > 0 && waitpid(m->pid, &status, WNOHANG) != m->pid) return false;
    m->pid = -1;
    m->begin();
    return true;
}

int Cluster::pid() const noexcept { return m->pid; }
bool Cluster::gast() const noexcept { return m->gast; }

void Cluster::dood() {
    if (m->pid <= 0) return;
    kill(m->pid, SIGKILL);
    int status = 0;
    waitpid(m->pid, &status, 0);
    // Every backend works in the data folder, also one that is being forked while we look: repeat until none is left.
    for (int ronde = 0; ronde < 500; ++ronde) {
        bool iemand = false;
        for (const auto& item : fs::directory_iterator("/proc")) {
            std::error_code fout;
            const int pid = std::atoi(item.path().filename().c_str());
            if (pid > 1 && fs::read_symlink(item.path() / "cwd", fout) == m->data) {
                iemand = true;
                kill(pid, SIGKILL);
            }
        }
        if (!iemand) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    m->pid = -1;
}

}  // namespace damwand::db

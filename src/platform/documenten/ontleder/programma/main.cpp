// SPDX-License-Identifier: EUPL-1.2
// damwand-ontleder: the small program that touches hostile files, started by the server for one file at a time.
//   damwand-ontleder ontleed SOORT                     reads the file from stdin, writes its verdict as lines name=value
//   damwand-ontleder scan CLAMSCAN SIGNATUREN TIJDELIJK  becomes the virus scanner, on the file that is stdin
//   damwand-ontleder zelftest                          tries what must be refused, and says what the kernel answered
#include <fcntl.h>
#include <libxml/parser.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "platform/documenten/ontleder/ontleder.hpp"
#include "platform/documenten/ontleder/zandbak.hpp"

namespace {

using namespace damwand::documenten::ontleder;

constexpr unsigned long mib = 1024UL * 1024;

void zeg(const std::string& tekst) {
    for (std::size_t gezegd = 0; gezegd < tekst.size();) {
        const auto n = write(1, tekst.data() + gezegd, tekst.size() - gezegd);
        if (n <= 0) _exit(3);
        gezegd += static_cast<std::size_t>(n);
    }
}

int ontleed_invoer(Soort soort) {
    std::string inhoud;
    std::vector<char> bak(mib);
    while (true) {
        const auto n = read(0, bak.data(), bak.size());
        if (n < 0) return 3;
        if (n == 0) break;
        inhoud.append(bak.data(), static_cast<std::size_t>(n));
    }
    xmlInitParser();
    begrens(768 * mib, 25, 0);
    word_niemand();
    sluit_op();
    Oordeel oordeel;
    try {
        oordeel = ontleed(soort, inhoud);
    } catch (const std::bad_alloc&) {
        oordeel = {.reden = "te-groot-uitgepakt"};
    }
    std::string uit = "reden=" + oordeel.reden + "\n";
    const auto meld = [&](const char* naam, const std::optional<std::uint64_t>& waarde) {
        if (waarde) uit += std::string(naam) + "=" + std::to_string(*waarde) + "\n";
    };
    meld("bladen", oordeel.bladen);
    meld("tekens", oordeel.tekens);
    meld("breedte", oordeel.breedte);
    meld("hoogte", oordeel.hoogte);
    zeg(uit + "klaar\n");
    return 0;
}

int word_scanner(const std::string& programma, const std::string& signaturen, const std::string& tijdelijk) {
    begrens(4096 * mib, 110, 400 * mib);
    word_niemand();
    sluit_op_voor({.programma = programma,
                   .lezen = {signaturen, "/usr/lib", "/usr/share", "/lib", "/lib64", "/etc", "/dev/null", "/dev/urandom"},
                   .schrijven = {tijdelijk}});
    const std::array<std::string, 15> woorden{programma, "--database=" + signaturen, "--tempdir=" + tijdelijk, "--no-summary", "--stdout",
                                              "--infected", "--alert-exceeds-max=yes", "--alert-encrypted=no", "--max-filesize=100M",
                                              "--max-scansize=400M", "--max-files=10000", "--max-recursion=17", "--max-scantime=100000",
                                              "--alert-broken-media=no", "/proc/self/fd/0"};
    std::vector<char*> argv;
    for (const auto& woord : woorden) argv.push_back(const_cast<char*>(woord.c_str()));
    argv.push_back(nullptr);
    execv(programma.c_str(), argv.data());
    return 127;
}

/// Each forbidden thing, tried for real.
int zelftest() {
    const pid_t ouder = getppid();
    const int landlock = sluit_op();
    const auto probeer = [](const char* naam, long uitkomst) {
        zeg(std::string(naam) + "=" + (uitkomst >= 0 ? "gelukt" : std::to_string(errno)) + "\n");
    };
    zeg("landlock=" + std::to_string(landlock) + "\n");
    probeer("open", open("/etc/passwd", O_RDONLY));
    probeer("schrijf", open("/tmp/damwand-zelftest", O_WRONLY | O_CREAT, 0600));
    probeer("socket", socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in doel{};
    doel.sin_family = AF_INET;
    doel.sin_port = htons(80);
    doel.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    probeer("connect", connect(1, reinterpret_cast<sockaddr*>(&doel), sizeof doel));
    const std::array<char*, 2> argv{const_cast<char*>("/bin/true"), nullptr};
    probeer("exec", execve("/bin/true", argv.data(), argv.data() + 1));
    probeer("ptrace", ptrace(PTRACE_TRACEME, 0, nullptr, nullptr));
    probeer("fork", fork());
    probeer("kill", kill(ouder, 0));
    zeg("klaar\n");
    return 0;
}

/// The second wall by itself: without seccomp.
int zelftest_landlock() {
    const int versie = alleen_landlock();
    zeg("landlock=" + std::to_string(versie) + "\n");
    zeg(std::string("open=") + (open("/etc/passwd", O_RDONLY) >= 0 ? "gelukt" : std::to_string(errno)) + "\n");
    zeg("klaar\n");
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_DUMPABLE, 0);
    const std::vector<std::string> woorden(argv + 1, argv + argc);
    try {
        if (woorden.size() == 2 && woorden[0] == "ontleed") {
            if (const auto soort = lees_soort(woorden[1])) return ontleed_invoer(*soort);
        }
        if (woorden.size() == 4 && woorden[0] == "scan") return word_scanner(woorden[1], woorden[2], woorden[3]);
        if (woorden.size() == 1 && woorden[0] == "zelftest") return zelftest();
        if (woorden.size() == 1 && woorden[0] == "zelftest-landlock") return zelftest_landlock();
    } catch (const std::exception& fout) {
        std::fprintf(stderr, "damwand-ontleder: %s\n", fout.what());
        return 3;
    }
    return 2;
}

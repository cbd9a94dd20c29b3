// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/ontleder/zandbak.hpp"

#include <fcntl.h>
#include <grp.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace damwand::documenten::ontleder {
namespace {

void eis(bool goed, const char* stap) {
    if (!goed) throw std::runtime_error(stap);
}

// --- Landlock. Debian 12's header is older than its kernel may be, so the newer rights stand here by number.

struct Regels {
    std::uint64_t bestanden, netwerk, bereik;
};
constexpr std::uint64_t lezen = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

std::uint64_t alle_bestandsrechten(int versie) {
    std::uint64_t uit = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
    if (versie >= 2) uit |= 1U << 13;  // refer
    if (versie >= 3) uit |= 1U << 14;  // truncate
    if (versie >= 5) uit |= 1U << 15;  // ioctl on devices
    return uit;
}

void sta_toe(int regels, const std::string& pad, std::uint64_t rechten) {
    const int fd = open(pad.c_str(), O_PATH | O_CLOEXEC);
    if (fd < 0) return;  // what is not there needs no right
    struct stat s {};
    if (fstat(fd, &s) == 0 && !S_ISDIR(s.st_mode)) rechten &= ~std::uint64_t{LANDLOCK_ACCESS_FS_READ_DIR};
    const landlock_path_beneath_attr regel{.allowed_access = rechten, .parent_fd = fd};
    const bool goed = syscall(SYS_landlock_add_rule, regels, LANDLOCK_RULE_PATH_BENEATH, &regel, 0) == 0;
    close(fd);
    eis(goed, "landlock_add_rule");
}

int landlock(const Scannerruimte* ruimte) {
    const auto versie = static_cast<int>(syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
    if (versie < 1) return 0;
    const Regels alles{.bestanden = alle_bestandsrechten(versie), .netwerk = versie >= 4 ? 3U : 0U, .bereik = versie >= 6 ? 3U : 0U};
    const std::size_t grootte = versie >= 6 ? 24 : versie >= 4 ? 16 : 8;
    const auto regels = static_cast<int>(syscall(SYS_landlock_create_ruleset, &alles, grootte, 0));
    eis(regels >= 0, "landlock_create_ruleset");
    if (ruimte != nullptr) {
        for (const auto& pad : ruimte->lezen) sta_toe(regels, pad, lezen);
        for (const auto& pad : ruimte->schrijven) sta_toe(regels, pad, alles.bestanden & ~std::uint64_t{LANDLOCK_ACCESS_FS_EXECUTE});
        for (const auto& pad : {ruimte->programma, std::string("/lib64/ld-linux-x86-64.so.2")}) {
            sta_toe(regels, pad, LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE);
        }
    }
    eis(syscall(SYS_landlock_restrict_self, regels, 0) == 0, "landlock_restrict_self");
    close(regels);
    return versie;
}

// --- seccomp

struct FilterWeg {
    void operator()(void* filter) const noexcept { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterWeg>;

Filter filter(std::uint32_t anders) {
    Filter uit(seccomp_init(anders));
    eis(uit != nullptr, "seccomp_init");
    return uit;
}

void laad(const Filter& f) { eis(seccomp_load(f.get()) == 0, "seccomp_load"); }

/// Nothing but memory, time and an open pipe. No page can become a program.
void filter_rekenaar() {
    const auto f = filter(SCMP_ACT_ERRNO(EPERM));
    for (const int oproep : {SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(brk), SCMP_SYS(munmap),
                             SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),
                             SCMP_SYS(getrandom), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(sched_yield)}) {
        eis(seccomp_rule_add(f.get(), SCMP_ACT_ALLOW, oproep, 0) == 0, "seccomp_rule_add");
    }
    for (const int oproep : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
        eis(seccomp_rule_add(f.get(), SCMP_ACT_ALLOW, oproep, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0, "seccomp_rule_add");
    }
    laad(f);
}

/// A scanner is a large program: it keeps what programs use, and loses what reaches outside.
void filter_scanner() {
    const auto f = filter(SCMP_ACT_ALLOW);
    for (const int oproep : {SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept),
                             SCMP_SYS(accept4), SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
                             SCMP_SYS(process_vm_writev), SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot),
                             SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key),
                             SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(userfaultfd), SCMP_SYS(init_module), SCMP_SYS(finit_module),
                             SCMP_SYS(kexec_load), SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_getfd)}) {
        eis(seccomp_rule_add(f.get(), SCMP_ACT_ERRNO(EPERM), oproep, 0) == 0, "seccomp_rule_add");
    }
    laad(f);
}

void geen_nieuwe_rechten() { eis(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "no_new_privs"); }

}  // namespace

void word_niemand() {
    constexpr uid_t niemand = 65534;
    if (getuid() != 0) return;
    eis(setgroups(0, nullptr) == 0 && setresgid(niemand, niemand, niemand) == 0 && setresuid(niemand, niemand, niemand) == 0, "setuid");
}

void begrens(unsigned long geheugen, unsigned long processortijd, unsigned long bestandsgrootte) {
    const auto zet = [](auto wat, unsigned long hoogte) {
        const rlimit grens{hoogte, hoogte};
        eis(setrlimit(wat, &grens) == 0, "setrlimit");
    };
    zet(RLIMIT_AS, geheugen);
    zet(RLIMIT_CPU, processortijd);
    zet(RLIMIT_FSIZE, bestandsgrootte);
    zet(RLIMIT_CORE, 0);
}

int sluit_op() {
    geen_nieuwe_rechten();
    const int versie = landlock(nullptr);
    filter_rekenaar();
    return versie;
}

int sluit_op_voor(const Scannerruimte& ruimte) {
    geen_nieuwe_rechten();
    const int versie = landlock(&ruimte);
    filter_scanner();
    return versie;
}

int alleen_landlock() {
    geen_nieuwe_rechten();
    return landlock(nullptr);
}

}  // namespace damwand::documenten::ontleder

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace damwand::bench {

/// A line of /proc/self/status in megabytes: "VmRSS", "VmHWM".
inline std::size_t geheugen_mb(std::string_view veld) {
    std::ifstream in("/proc/self/status");
    for (std::string regel; std::getline(in, regel);) {
        if (regel.starts_with(veld)) return std::stoul(regel.substr(veld.size() + 1)) / 1024;
    }
    return 0;
}

/// Processor seconds of this process alone.
inline double rekentijd() {
    rusage zelf{};
    getrusage(RUSAGE_SELF, &zelf);
    return static_cast<double>(zelf.ru_utime.tv_sec + zelf.ru_stime.tv_sec) + static_cast<double>(zelf.ru_utime.tv_usec + zelf.ru_stime.tv_usec) / 1e6;
}

/// Processor seconds of this process and of the database's whole tree, the backends that went included.
inline double processortijd(int postmaster) {
    double uit = rekentijd();
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

}  // namespace damwand::bench

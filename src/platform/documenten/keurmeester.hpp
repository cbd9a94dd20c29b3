// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/documenten/soort.hpp"

namespace damwand::documenten {

/// Where the inspection finds its tools.
struct Gereedschap {
    std::filesystem::path ontleder;                              ///< the sandboxed program, beside the server
    std::filesystem::path scanner = "/usr/bin/clamscan";         ///< ClamAV
    std::filesystem::path signaturen = "/var/lib/clamav";        ///< folder with its signatures
};

/// A verdict. `staat` and `reden` as in the row; a file is `schoon` only when everything looked at it and found nothing.
struct Verdict {
    std::string staat, reden;
    ontleder::Oordeel oordeel{};
};

/// Looks at one file: ClamAV, then the sandboxed parser, each in a child of its own that ends within its time. The
/// content is handed over in memory that has no name (memfd): nothing readable touches a disk. Blocks; thread safe.
[[nodiscard]] Verdict keur(const Gereedschap& gereedschap, Soort soort,
                           const std::function<void(const std::function<void(std::string_view)>&)>& inhoud);

/// How a child ended. `status` is its exit code, -1 when a signal ended it.
struct Afloop {
    int status = -1;
    bool te_laat = false;
    std::string uit;  ///< stdout, 64 KiB at most
};
/// Runs a program with this stdin, no environment and no other open files; kills it after `seconden`.
[[nodiscard]] Afloop draai(const std::vector<std::string>& woorden, int invoer, int seconden);

}  // namespace damwand::documenten

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <iosfwd>
#include <string_view>

namespace CLI {
class App;
}

/// `damwand netwerk laad | pad | buurt | maten | groepen | patroon | export`: the engine of the network on files, without a database.
namespace damwand::app {

struct NetwerkWerkplek {
    std::ostream& uit;      ///< data
    std::ostream& woorden;  ///< progress, what was refused
    bool terminal = false;  ///< `woorden` is a terminal
};

/// Adds the commands under `netwerk`. The one that is chosen runs while CLI11 parses and leaves its exit code in `uitkomst`: 0 ok, 1 no path,
/// no match, or records were refused. Throws Fout for a file that cannot be read and for a node that is not in it.
void netwerk_opdrachten(CLI::App& netwerk, const NetwerkWerkplek& werkplek, int& uitkomst);

}  // namespace damwand::app

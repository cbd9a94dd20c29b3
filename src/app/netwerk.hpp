// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

/// `damwand netwerk laad | pad | buurt | maten | groepen | patroon | export`: the engine of the network on files. Of the database only how
/// large its network is and how long it takes to load: what is in it is for users, each as himself (ADR 0052).
namespace damwand::app {

struct NetwerkWerkplek {
    std::ostream& uit;      ///< data
    std::ostream& woorden;  ///< progress, what was refused
    bool terminal = false;  ///< `woorden` is a terminal
    std::function<int(bool als_json)> databank{};  ///< `laad --databank`; none: there is no database here
};

/// Adds the commands under `netwerk`. The one that is chosen runs while CLI11 parses and leaves its exit code in `uitkomst`: 0 ok, 1 no path,
/// no match, or records were refused. Throws Fout for a file that cannot be read and for a node that is not in it.
void netwerk_opdrachten(CLI::App& netwerk, const NetwerkWerkplek& werkplek, int& uitkomst);

/// Loads the network of a database as the server does, as role `toepassing`, and says how much and how long. Names nobody.
int netwerk_uit_databank(const std::string& dsn, const NetwerkWerkplek& werkplek, bool als_json);

}  // namespace damwand::app

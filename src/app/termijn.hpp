// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <iosfwd>

namespace CLI {
class App;
}

/// `damwand termijn [KLOK --vanaf DAG]`: the clocks of the law, or when one of them ends. Needs no database.
namespace damwand::app {

/// Adds arguments and options to `opdracht`. It runs while CLI11 parses, writes to `uit` and throws Fout for wrong input.
void termijn_opdracht(CLI::App& opdracht, std::ostream& uit);

}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

/// `damwand bag laad | controleer | maak | toon`.
namespace damwand::app {

/// What the bag commands need of the program around them.
struct BagWerkplek {
    /// Connection string for a database role ("lader", "toepassing"). Called only by the commands that need the
    /// database, so that `controleer` and `maak` run without one; starts the private cluster when that is not running.
    std::function<std::string(std::string_view rol)> dsn;
    std::ostream& uit;      ///< data
    std::ostream& woorden;  ///< words: progress, reports, errors
    bool terminal = false;  ///< `woorden` is a terminal: a moving progress bar rather than plain lines
};

/// Runs a command and tells what went wrong, in words and with what to do. Returns its exit code, or 2.
[[nodiscard]] int voer_uit(const BagWerkplek& werkplek, const std::function<int()>& opdracht);

/// Adds the commands under `bag`. The one that is chosen runs while CLI11 parses and leaves its exit code in
/// `uitkomst`: 0 ok, 1 found something (controleer), 2 wrong input or failure. Throws nothing of its own; errors are
/// told in `werkplek.woorden`. `werkplek` and `uitkomst` must outlive `bag`.
void bag_opdrachten(CLI::App& bag, const BagWerkplek& werkplek, int& uitkomst);

/// The same for one command line without the leading "damwand bag": what tests and `damwand demo` call.
[[nodiscard]] int bag_opdracht(const BagWerkplek& werkplek, std::string_view opdrachtregel);

}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#include "app/opdrachtregel.hpp"

#include <string>

namespace damwand::app {

int voer_uit(const char* naam, void (*opdrachten)(CLI::App&, const BagWerkplek&, int&), const BagWerkplek& werkplek, std::string_view opdrachtregel) {
    constexpr int mislukt = 2;
    CLI::App app(naam);
    app.require_subcommand(1);
    int uitkomst = mislukt;
    opdrachten(app, werkplek, uitkomst);
    try {
        app.parse(std::string(opdrachtregel));
        return uitkomst;
    } catch (const CLI::ParseError& fout) {
        return app.exit(fout, werkplek.uit, werkplek.woorden) == 0 ? 0 : mislukt;
    }
}

}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#include "app/geheim.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <fstream>

#include "base/fout.hpp"

namespace damwand::app {

std::string lees_geheim(const std::filesystem::path& bestand) {
    const auto fout = [&](std::string_view wat) { return Fout(FoutSoort::ongeldig, "geheimbestand", fmt::format(fmt::runtime(wat), bestand.string())); };
    struct stat st{};
    if (stat(bestand.c_str(), &st) != 0) throw fout("Het bestand {} is er niet.");
    if ((st.st_mode & 077) != 0) throw fout("Anderen kunnen {} lezen. Zet het op 0600.");
    std::ifstream in(bestand);
    std::string uit;
    std::getline(in, uit);
    if (uit.empty()) throw fout("Het bestand {} is leeg.");
    return uit;
}

}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <string>

#include "base/id.hpp"

namespace damwand::documenten {

/// Whose file it is: one signaal or one casus of one organisation. A dossier has one key and one folder.
struct Dossier {
    OrganisatieId organisatie;
    std::string soort;  ///< "signaal" or "casus"
    Uuid id;

    /// Where its things stand below a folder: numbers and random ids, nothing that was typed.
    [[nodiscard]] std::filesystem::path pad() const { return std::to_string(organisatie.waarde) + "/" + id.tekst(); }
};

}  // namespace damwand::documenten

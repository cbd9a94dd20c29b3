// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "app/huis.hpp"

namespace damwand::app {

/// `damwand organisatie maak`: a tenant with its standing audiences.
int maak_organisatie(const Instellingen& instellingen, int nummer, const std::string& code, const std::string& naam, const std::string& soort);
/// `damwand gebruiker maak`: the password comes from a file (0400 or 0600) or is made; the TOTP secret is shown once.
int maak_gebruiker(const Instellingen& instellingen, const std::string& organisatie, const std::string& gebruikersnaam,
                   const std::string& naam, const std::vector<std::string>& rollen, const std::string& wachtwoordbestand, bool als_json);
/// `damwand gebruiker kenmerken`: reads lines `naam …` and `adres <nummeraanduiding>` from stdin; never from the command line,
/// which other users of the machine can read.
int voeg_kenmerken_toe(const Instellingen& instellingen, const std::string& organisatie, const std::string& gebruikersnaam);
/// The address of mail about what waits (post.adres); an empty one takes it away.
int zet_adres(const Instellingen& instellingen, const std::string& organisatie, const std::string& gebruikersnaam, const std::string& adres);
/// `damwand db status | migreer`.
int db_status(const Instellingen& instellingen, bool als_json);
int db_migreer(const Instellingen& instellingen);
/// `damwand openapi`: the contract, without a database.
int openapi();

}  // namespace damwand::app

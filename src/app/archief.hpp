// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

#include "app/huis.hpp"

namespace damwand::app {

/// `damwand archief kandidaten`: what is due for destruction today, with its rule and what stands in the way; of one
/// organisation (its code) or all. Returns 0 when nothing is, 1 when something is.
int archief_kandidaten(const Instellingen& i, const std::string& organisatie, bool als_json);
/// `damwand archief bewijs`: that nothing is left of a casus or signaal that was destroyed. Returns 0 when so, else 1.
int archief_bewijs(const Instellingen& i, const std::string& dossier, bool als_json);

/// Before the service opens: what an older backup brought back is destroyed again, and lists that were begun are finished.
void maak_vergeten_af(const Bestand& bestand, Huis& huis);

}  // namespace damwand::app

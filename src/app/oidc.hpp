// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>

#include "app/instellingen.hpp"

namespace CLI {
class App;
}

namespace damwand::app {

/// `damwand oidc toon | groep | acr | rol | sleutel | gebruiker`: what an organisation agreed with its identity provider. The chosen
/// command runs while CLI11 parses, writes to stdout, and throws Fout for wrong input. Changes stand in the audit log.
void oidc_opdrachten(CLI::App& oidc, std::function<Instellingen()> instellingen);

}  // namespace damwand::app

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <vector>

#include "platform/poort/loket.hpp"

/// Inside the room: signing in (password and code, identity provider, demo), fresh proof, the session, signing out.
namespace damwand::poort {

[[nodiscard]] std::vector<Route> aanmeldroutes(const std::optional<Onderdelen>& onderdelen);

}  // namespace damwand::poort

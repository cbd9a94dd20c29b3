// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>

#include "platform/poort/loket.hpp"

namespace damwand::poort {

/// Answers with a live list: from `Last-Event-ID`, or from now. Every reading checks the session again and runs under
/// the reader's own row-level security; a session that ended closes the stream within a second.
[[nodiscard]] http::Antwoord volg(const Onderdelen& delen, Gang& gang);

}  // namespace damwand::poort

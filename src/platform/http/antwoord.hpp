// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "platform/http/http.hpp"

/// Inside the room: the head of every answer is written here, so no answer can miss a security header.
namespace damwand::http {

struct Schrijfwijze {
    std::string_view api_versie;
    std::string_view datum;  ///< IMF-fixdate
    bool sluiten = false;
    bool stroom = false;  ///< no length: the end of the connection is the end of the body
};

/// `lengte` in bytes of the body as it would be sent for GET. A header the handler set replaces the default of the same
/// name; those that frame the message or name the server (Connection, Content-Length, Transfer-Encoding, Date, Server,
/// API-Version) are ours alone.
[[nodiscard]] std::string antwoord_kop(const Antwoord& antwoord, std::size_t lengte, const Schrijfwijze& wijze);

/// False when the status is not 200..599, or a header of the handler's holds what would start another header.
[[nodiscard]] bool is_schrijfbaar(const Antwoord& antwoord) noexcept;

/// True for the answers that never have a body (204, 304).
[[nodiscard]] bool zonder_lijf(int status) noexcept;

/// "Sun, 22 Nov 2026 01:38:00 GMT", whatever the locale.
[[nodiscard]] std::string http_datum(std::chrono::sys_seconds tijd);

}  // namespace damwand::http

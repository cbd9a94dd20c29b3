// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>

/// Inside the room: hashing, comparing and encoding, all from libsodium.
namespace damwand::toegang {

/// PostgreSQL bytea literal of the SHA-256.
[[nodiscard]] std::string sha256(std::string_view tekst);
[[nodiscard]] std::string bytea(std::string_view bytes);
[[nodiscard]] std::string bytes_uit(std::string_view bytea);
/// In a time that does not depend on where they differ.
[[nodiscard]] bool gelijk(std::string_view links, std::string_view rechts);
[[nodiscard]] std::string base64url(std::string_view bytes);
[[nodiscard]] std::optional<std::string> uit_base64url(std::string_view tekst);
/// `bytes` random bytes, in hex.
[[nodiscard]] std::string willekeurig_hex(std::size_t bytes);
/// `bytes` random bytes, as base64url.
[[nodiscard]] std::string willekeurig(std::size_t bytes);

}  // namespace damwand::toegang

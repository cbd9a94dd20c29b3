// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

/// Inside the room: hashing, sealing and encoding, all from libsodium.
namespace damwand::toegang {

using Sleutel = std::array<unsigned char, 32>;

[[nodiscard]] std::string hex(const unsigned char* bytes, std::size_t aantal);
/// PostgreSQL bytea literal of the SHA-256.
[[nodiscard]] std::string sha256(std::string_view tekst);
[[nodiscard]] std::string bytes_uit(std::string_view bytea);
/// Encrypted and authenticated (XSalsa20-Poly1305, fresh nonce), as a PostgreSQL bytea literal.
[[nodiscard]] std::string verzegel(const Sleutel& sleutel, std::string_view geheim);
/// Nothing when it was not sealed with this key, or changed since.
[[nodiscard]] std::optional<std::string> ontzegel(const Sleutel& sleutel, std::string_view dicht);
/// In a time that does not depend on where they differ.
[[nodiscard]] bool gelijk(std::string_view links, std::string_view rechts);
[[nodiscard]] std::string base64url(std::string_view bytes);
[[nodiscard]] std::optional<std::string> uit_base64url(std::string_view tekst);
/// `bytes` random bytes, as base64url.
[[nodiscard]] std::string willekeurig(std::size_t bytes);

}  // namespace damwand::toegang

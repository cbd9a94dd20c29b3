// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/tijd.hpp"

/// Inside the room: how this program proves itself to an identity provider without a shared secret (private_key_jwt; OpenID
/// Connect Core 1.0 §9, RFC 7523, NL GOV profile).
namespace damwand::toegang {

/// A private key of our own, one JSON Web Key in a file of mode 0400. RSA of 3072 bits signs with PS256, P-256 with ES256;
/// nothing else is read. Thread safe.
class Clientsleutel {
  public:
    /// Makes a key and writes it (0400); throws Fout `bestaat-al` when there is a file. `alg`: PS256 or ES256.
    static void maak(const std::filesystem::path& bestand, std::string_view alg);
    /// Throws Fout `instellingen` when the file is not there, is open to others, or holds no such key.
    explicit Clientsleutel(const std::filesystem::path& bestand);
    ~Clientsleutel();

    /// What the provider is given: a JWK Set with the public half, its kid (RFC 7638), use and alg.
    [[nodiscard]] std::string jwks() const;
    /// A client assertion for one request: iss and sub the client, aud the token endpoint, a jti of 192 random bits, one minute.
    [[nodiscard]] std::string bewijs(std::string_view client_id, std::string_view aud, Tijdstip nu) const;

  private:
    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m;
};

}  // namespace damwand::toegang

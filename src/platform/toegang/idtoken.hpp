// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/toegang/aanmelden.hpp"

/// Inside the room: the ID token of OpenID Connect Core 1.0 §3.1.3.7 and the NL GOV profile. No I/O and no clock of its own.
namespace damwand::toegang {

/// Public keys of a provider fit for one algorithm: kid → JSON Web Key. A key without a kid stands under "".
using Sleutelbos = std::map<std::string, std::string, std::less<>>;

/// What a token must say.
struct Verwacht {
    std::string issuer, client_id;
    std::string alg;     ///< "RS256", "PS256" or "ES256": nothing else is looked at
    std::string nonce;
    std::optional<std::chrono::seconds> vers{};  ///< fresh proof: auth_time at most so long ago
};

/// What it said, when all of it is in order.
struct Claims {
    std::string sub, acr, naam, gebruikersnaam;
    std::vector<std::string> groepen;
    std::chrono::seconds leeftijd{0};  ///< since auth_time; since iat when the provider gives none
};

/// Keys of a JWKS document fit to check signatures with `alg`: RSA of 2048 bits and more, or P-256; others are left out.
/// Throws Fout for what is no JWKS.
[[nodiscard]] Sleutelbos lees_sleutels(std::string_view jwks, std::string_view alg);

/// `kid` of the token's header ("" when it has none), after `alg` was found to be the pinned one and no extension is asked.
/// Throws aanmelden_mislukt `oidc-token` or `oidc-alg`.
[[nodiscard]] std::string kid_van(std::string_view token, std::string_view alg);

/// Checks signature, iss, aud, azp, exp, iat, nbf, nonce, acr and auth_time, in that order; a minute of difference between
/// the clocks is allowed. `groepen`: name of the claim with the groups. Throws aanmelden_mislukt `oidc-<claim>`.
[[nodiscard]] Claims lees_idtoken(std::string_view token, const Sleutelbos& sleutels, const Verwacht& verwacht, std::string_view groepen, Tijdstip nu);

}  // namespace damwand::toegang

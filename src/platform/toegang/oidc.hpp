// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/tijd.hpp"
#include "platform/http/http.hpp"
#include "platform/toegang/aanmelden.hpp"

/// Signing in at an identity provider: OpenID Connect, authorization code with PKCE, NL GOV profile 1.0.1.
namespace damwand::toegang {

struct OidcInstellingen {
    std::string issuer;        ///< exactly as the provider writes it; the only host this program asks anything
    std::string client_id;
    std::filesystem::path sleutel_bestand;  ///< mode 0400: our private key (private_key_jwt); goes before a secret
    std::filesystem::path geheim_bestand;  ///< mode 0400 or 0600: the client secret on its first line (client_secret_basic)
    std::string naam;          ///< on the button of the login screen
    std::string organisatie;   ///< code of the organisation whose people sign in here
    std::string adres;         ///< where browsers find Damwand; the redirect URI is this + "/v1/oidc/terug"
    std::string alg = "RS256"; ///< RS256, PS256 or ES256
    std::string groepen = "groups";  ///< claim that holds the groups
    std::string acr;           ///< acr_values asked at sign-in; empty: none
    bool maak_gebruikers = false;
    bool intern = false;       ///< the provider stands in a private network
    std::filesystem::path ca_bestand;  ///< certificates to trust instead of the system's
    [[nodiscard]] bool aan() const { return !issuer.empty(); }
};

/// One provider. Thread safe; keeps its discovery document and keys for an hour.
class Oidc {
  public:
    /// `sleutelbestand`: the master key, from which the key for login states is derived. Throws Fout `instellingen`.
    Oidc(OidcInstellingen instellingen, const std::filesystem::path& sleutelbestand, const Klok& klok);
    ~Oidc();

    struct Begin {
        std::string adres;   ///< where the browser goes now
        std::string koekje;  ///< Set-Cookie with the sealed login state, ten minutes
    };
    /// `naar`: the page to come back to, a path of our own (others become "/"). With `sessie`: fresh proof for it.
    /// Throws niet_beschikbaar when the provider does not answer or does not do PKCE with S256.
    [[nodiscard]] Begin begin(const std::string& naar, const std::optional<Subject>& sessie);

    struct Terug {
        std::string staat;  ///< to be used up before anything is asked of the provider
        std::string code, nonce, verificatie, naar;
        std::optional<SessieId> sessie;
        std::optional<GebruikerId> gebruiker;
    };
    /// Reads what came back against the sealed state. Throws aanmelden_mislukt `oidc-staat` or `oidc-aanbieder`.
    [[nodiscard]] Terug lees_terug(const http::Verzoek& verzoek) const;
    /// Trades the code for an ID token and checks it. Throws aanmelden_mislukt, or niet_beschikbaar.
    [[nodiscard]] Identiteitsbewijs bewijs(const Terug& terug);

    [[nodiscard]] const OidcInstellingen& instellingen() const noexcept;
    /// Set-Cookie that takes the login state away.
    [[nodiscard]] static std::string koekje_weg();

  private:
    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m;
};

}  // namespace damwand::toegang

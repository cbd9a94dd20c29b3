// SPDX-License-Identifier: EUPL-1.2
#include "platform/toegang/idtoken.hpp"

#include <cjose/cjose.h>

#include <algorithm>
#include <memory>

#include "base/json.hpp"
#include "base/tekst.hpp"
#include "platform/toegang/bytes.hpp"

namespace damwand::toegang {
namespace {

namespace bj = boost::json;
using std::chrono::seconds;

constexpr std::size_t meeste_token = std::size_t{16} * 1024;
constexpr seconds speling{60};
constexpr seconds oudste_token{600};  ///< a token is used when it is given out: an older one was kept by somebody

bj::object object_van(std::string_view tekst, const char* reden) {
    try {
        auto waarde = json::ontleed(tekst);
        if (waarde.is_object()) return std::move(waarde.as_object());
    } catch (const Fout&) {
        // falls through to the one refusal
    }
    throw aanmelden_mislukt(reden);
}

/// A string of at most `meeste` bytes without control characters; empty when it is not there or something else.
std::string tekst_van(const bj::object& object, std::string_view naam, std::size_t meeste) {
    const auto* waarde = object.if_contains(naam);
    if (waarde == nullptr || !waarde->is_string()) return {};
    const std::string_view tekst = waarde->get_string();
    return tekst.size() <= meeste && is_nette_tekst(tekst) ? std::string(tekst) : std::string();
}

/// NumericDate; nothing when it is absent or no moment of this era.
std::optional<Tijdstip> moment_van(const bj::object& object, std::string_view naam) {
    const auto* waarde = object.if_contains(naam);
    if (waarde == nullptr || !waarde->is_number()) return std::nullopt;
    const auto getal = waarde->to_number<double>();
    if (!(getal > 0 && getal < 1e11)) return std::nullopt;
    return Tijdstip{seconds{static_cast<std::int64_t>(getal)}};
}

std::vector<std::string> lijst_van(const bj::object& object, std::string_view naam) {
    std::vector<std::string> uit;
    const auto* waarde = object.if_contains(naam);
    if (waarde == nullptr || !waarde->is_array()) return uit;
    for (const auto& item : waarde->get_array()) {
        if (!item.is_string() || uit.size() == 1000) continue;
        if (const std::string_view tekst = item.get_string(); tekst.size() <= 200 && is_nette_tekst(tekst)) uit.emplace_back(tekst);
    }
    return uit;
}

bool is_publiek(const bj::object& sleutel, std::string_view alg) {
    const auto veld = [&](const char* naam) { return tekst_van(sleutel, naam, 2000); };
    if (sleutel.contains("d") || (sleutel.contains("use") && veld("use") != "sig") || (sleutel.contains("alg") && veld("alg") != alg)) return false;
    if (alg == "ES256") return veld("kty") == "EC" && veld("crv") == "P-256";
    return veld("kty") == "RSA" && veld("n").size() >= 342;  // 2048 bits in base64url
}

/// The content of a token whose signature is this key's.
std::string ondertekend(std::string_view token, const std::string& sleutel, std::string_view alg) {
    cjose_err fout{};
    const std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)> jws(cjose_jws_import(token.data(), token.size(), &fout), cjose_jws_release);
    if (!jws) throw aanmelden_mislukt("oidc-token");
    // The library reads the header once more: it must have seen the same algorithm.
    const char* gelezen = cjose_header_get(cjose_jws_get_protected(jws.get()), CJOSE_HDR_ALG, &fout);
    if (gelezen == nullptr || alg != gelezen) throw aanmelden_mislukt("oidc-alg");
    const std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)> jwk(cjose_jwk_import(sleutel.data(), sleutel.size(), &fout), cjose_jwk_release);
    if (!jwk || !cjose_jws_verify(jws.get(), jwk.get(), &fout)) throw aanmelden_mislukt("oidc-handtekening");
    std::uint8_t* bytes = nullptr;
    std::size_t aantal = 0;
    if (!cjose_jws_get_plaintext(jws.get(), &bytes, &aantal, &fout)) throw aanmelden_mislukt("oidc-token");
    return {reinterpret_cast<const char*>(bytes), aantal};  // the bytes are the jws's own
}

/// aud is the client, or a list with it; azp, where it stands or a list has more, is the client too (Core §3.1.3.7, 3–5).
void eis_voor_ons(const bj::object& claims, const std::string& client_id) {
    const auto* aud = claims.if_contains("aud");
    bool voor_ons = false, ook_anderen = false;
    if (aud != nullptr && aud->is_string()) voor_ons = aud->get_string() == client_id;
    if (aud != nullptr && aud->is_array()) {
        for (const auto& een : aud->get_array()) (een.is_string() && een.get_string() == client_id ? voor_ons : ook_anderen) = true;
    }
    if (!voor_ons) throw aanmelden_mislukt("oidc-aud");
    if ((ook_anderen || claims.contains("azp")) && tekst_van(claims, "azp", 300) != client_id) throw aanmelden_mislukt("oidc-azp");
}

}  // namespace

Fout aanmelden_mislukt(std::string reden) {
    return {FoutSoort::niet_aangemeld, "aanmelden-mislukt", "Dit klopt niet. Controleer de gegevens en de code.", {}, std::move(reden)};
}

Sleutelbos lees_sleutels(std::string_view jwks, std::string_view alg) {
    Sleutelbos uit;
    const auto document = object_van(jwks, "oidc-sleutels");
    const auto* lijst = document.if_contains("keys");
    if (lijst == nullptr || !lijst->is_array() || lijst->get_array().size() > 100) throw aanmelden_mislukt("oidc-sleutels");
    for (const auto& sleutel : lijst->get_array()) {
        if (sleutel.is_object() && is_publiek(sleutel.get_object(), alg)) uit.emplace(tekst_van(sleutel.get_object(), "kid", 300), bj::serialize(sleutel));
    }
    return uit;
}

std::string kid_van(std::string_view token, std::string_view alg) {
    if (token.size() > meeste_token || std::ranges::count(token, '.') != 2) throw aanmelden_mislukt("oidc-token");
    const auto kop = uit_base64url(token.substr(0, token.find('.')));
    if (!kop) throw aanmelden_mislukt("oidc-token");
    const auto object = object_van(*kop, "oidc-token");
    if (tekst_van(object, "alg", 20) != alg || object.contains("crit")) throw aanmelden_mislukt("oidc-alg");
    return tekst_van(object, "kid", 300);
}

Claims lees_idtoken(std::string_view token, const Sleutelbos& sleutels, const Verwacht& verwacht, std::string_view groepen, Tijdstip nu) {
    const auto kid = kid_van(token, verwacht.alg);
    // Without a kid there is no choosing: then there must be one key.
    const auto sleutel = kid.empty() && sleutels.size() == 1 ? sleutels.begin() : sleutels.find(kid);
    if (sleutel == sleutels.end()) throw aanmelden_mislukt("oidc-kid");
    const auto claims = object_van(ondertekend(token, sleutel->second, verwacht.alg), "oidc-token");

    if (tekst_van(claims, "iss", 300) != verwacht.issuer) throw aanmelden_mislukt("oidc-iss");
    eis_voor_ons(claims, verwacht.client_id);
    const auto exp = moment_van(claims, "exp"), iat = moment_van(claims, "iat"), auth_time = moment_van(claims, "auth_time");
    if (!exp || *exp + speling <= nu) throw aanmelden_mislukt("oidc-exp");
    if (!iat || *iat > nu + speling || *iat + oudste_token < nu) throw aanmelden_mislukt("oidc-iat");
    if (claims.contains("nbf")) {
        const auto nbf = moment_van(claims, "nbf");
        if (!nbf || *nbf > nu + speling) throw aanmelden_mislukt("oidc-nbf");
    }
    if (verwacht.nonce.empty() || !gelijk(tekst_van(claims, "nonce", 300), verwacht.nonce)) throw aanmelden_mislukt("oidc-nonce");
    Claims uit{.sub = tekst_van(claims, "sub", 255), .acr = tekst_van(claims, "acr", 200), .naam = tekst_van(claims, "name", 200),
               .gebruikersnaam = tekst_van(claims, "preferred_username", 200), .groepen = lijst_van(claims, groepen), .leeftijd = {}};
    if (uit.sub.empty()) throw aanmelden_mislukt("oidc-sub");
    if (uit.acr.empty()) throw aanmelden_mislukt("oidc-acr");
    if ((claims.contains("auth_time") && (!auth_time || *auth_time > nu + speling)) ||
        (verwacht.vers && (!auth_time || *auth_time + *verwacht.vers < nu))) {
        throw aanmelden_mislukt("oidc-auth-time");
    }
    uit.leeftijd = std::max(seconds{0}, std::chrono::floor<seconds>(nu - auth_time.value_or(*iat)));
    return uit;
}

}  // namespace damwand::toegang

// SPDX-License-Identifier: EUPL-1.2
#include "platform/toegang/oidc.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <mutex>

#include "platform/logboek/logboek.hpp"
#include "platform/toegang/clientsleutel.hpp"
#include "platform/toegang/idtoken.hpp"
#include "platform/http/uitgaand.hpp"
#include "platform/toegang/bytes.hpp"
#include "platform/toegang/zegel.hpp"

namespace damwand::toegang {
namespace {

namespace bj = boost::json;
using namespace std::chrono_literals;

constexpr std::string_view koekje_naam = "__Host-damwand-aanmelden";
constexpr auto staat_geldt = 10min;
constexpr auto gegevens_gelden = 1h;   // a key the provider withdrew is forgotten within the hour
constexpr auto sleutels_rust = 30s;    // an unknown kid asks for the keys once, and not again within this time
constexpr auto vers = 10min;

/// What a login keeps in its cookie until the browser comes back.
struct Staat {
    std::string staat, nonce, verificatie, naar;
    Tijdstip tot{};
    std::optional<SessieId> sessie;
    std::optional<GebruikerId> gebruiker;
};
BOOST_DESCRIBE_STRUCT(Staat, (), (staat, nonce, verificatie, naar, tot, sessie, gebruiker))

/// The endpoints of the discovery document.
struct Adressen {
    std::string aanmelden, token, sleutels;
};

Fout geen_goede_aanbieder(std::string waarom) {
    return {FoutSoort::niet_beschikbaar, "niet-beschikbaar", "De aanmelddienst is niet goed ingesteld. Meld dit bij de beheerder.", {}, std::move(waarom)};
}

std::string geheim_uit(const std::filesystem::path& bestand) {
    struct stat st{};
    std::string uit;
    if (stat(bestand.c_str(), &st) == 0 && (st.st_mode & 077) == 0) {
        std::ifstream in(bestand);
        std::getline(in, uit);
    }
    if (uit.empty()) {
        throw Fout(FoutSoort::ongeldig, "instellingen", "De instellingen kloppen niet.",
                   {{"oidc.geheim_bestand", "ongeldig", "Dit bestand is er niet, is leeg, of anderen kunnen het lezen. Zet het op 0400."}});
    }
    return uit;
}

/// A page of our own; "/" for everything that might lead elsewhere.
std::string eigen_pad(const std::string& naar) {
    constexpr std::string_view mag = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?=&%,:+";
    const bool goed = naar.size() <= 500 && naar.starts_with('/') && !naar.starts_with("//") && !naar.starts_with("/v1") &&
                      naar.find_first_not_of(mag) == std::string::npos;
    return goed ? naar : "/";
}

std::string s256(std::string_view verificatie) { return base64url(bytes_uit(sha256(verificatie))); }

std::string veld(const bj::object& object, const char* naam) {
    const auto* waarde = object.if_contains(naam);
    return waarde != nullptr && waarde->is_string() ? std::string(waarde->get_string()) : std::string();
}

bj::object object_van(const http::UitAntwoord& antwoord, const char* wat) {
    try {
        if (antwoord.status == 200) return json::ontleed(antwoord.lijf).as_object();
    } catch (const std::exception&) {
        // the same as another status
    }
    throw geen_goede_aanbieder(fmt::format("{}: status {}, {} bytes", wat, antwoord.status, antwoord.lijf.size()));
}

}  // namespace

struct Oidc::Binnenwerk {
    OidcInstellingen i;
    const Klok& klok;
    http::Uitgaand uitgaand;
    std::unique_ptr<Clientsleutel> sleutel;  ///< none: the secret
    std::string geheim;
    Zegel zegel;
    std::mutex slot;
    Adressen adressen;
    Sleutelbos sleutels;
    Tijdstip adressen_op{}, sleutels_op{};

    Binnenwerk(OidcInstellingen instellingen, const std::filesystem::path& sleutelbestand, const Klok& k)
        : i(std::move(instellingen)), klok(k), uitgaand(http::oorsprong_van(i.issuer), i.intern, i.ca_bestand, "oidc.issuer"), sleutel(i.sleutel_bestand.empty() ? nullptr : std::make_unique<Clientsleutel>(i.sleutel_bestand)),
          geheim(sleutel ? "" : geheim_uit(i.geheim_bestand)), zegel(sleutelbestand, "oidcstat") {}

    std::string redirect_uri() const { return i.adres + "/v1/oidc/terug"; }

    /// The discovery document, at most an hour old. The lock is held meanwhile: others wait rather than ask as well.
    Adressen haal_adressen() {
        const std::lock_guard grendel(slot);
        if (!adressen.token.empty() && klok.nu() < adressen_op + gegevens_gelden) return adressen;
        const auto document = object_van(uitgaand.haal(i.issuer + (i.issuer.ends_with('/') ? "" : "/") + ".well-known/openid-configuration"), "discovery");
        if (veld(document, "issuer") != i.issuer) throw geen_goede_aanbieder("discovery names another issuer");
        const auto* wijzen = document.if_contains("code_challenge_methods_supported");
        const bool pkce = wijzen != nullptr && wijzen->is_array() && std::ranges::any_of(wijzen->get_array(), [](const auto& w) { return w == "S256"; });
        if (!pkce) throw geen_goede_aanbieder("the provider does not say that it does PKCE with S256");
        Adressen nieuw{veld(document, "authorization_endpoint"), veld(document, "token_endpoint"), veld(document, "jwks_uri")};
        for (const auto* adres : {&nieuw.aanmelden, &nieuw.token, &nieuw.sleutels}) {
            if (!uitgaand.is_hier(*adres)) throw geen_goede_aanbieder("discovery points outside the issuer's host");
        }
        adressen = std::move(nieuw);
        adressen_op = klok.nu();
        return adressen;
    }

    /// The keys; asked anew when they are an hour old, or `kid` is not among them and they were not asked just now.
    Sleutelbos haal_sleutels(const std::string& adres, const std::string& kid) {
        const std::lock_guard grendel(slot);
        const auto oud = klok.nu() - sleutels_op;
        const bool kent = kid.empty() ? !sleutels.empty() : sleutels.contains(kid);
        if (oud >= gegevens_gelden || (!kent && oud >= sleutels_rust)) {
            sleutels_op = klok.nu();  // also when it fails: no more often than this
            const auto antwoord = uitgaand.haal(adres);
            if (antwoord.status != 200) throw geen_goede_aanbieder(fmt::format("jwks: status {}", antwoord.status));
            sleutels = lees_sleutels(antwoord.lijf, i.alg);
        }
        return sleutels;
    }
};

Oidc::Oidc(OidcInstellingen instellingen, const std::filesystem::path& sleutelbestand, const Klok& klok)
    : m(std::make_unique<Binnenwerk>(std::move(instellingen), sleutelbestand, klok)) {}
Oidc::~Oidc() = default;

const OidcInstellingen& Oidc::instellingen() const noexcept { return m->i; }

Oidc::Begin Oidc::begin(const std::string& naar, const std::optional<Subject>& sessie) {
    const auto adressen = m->haal_adressen();
    const Staat staat{.staat = willekeurig(32), .nonce = willekeurig(32), .verificatie = willekeurig(48), .naar = eigen_pad(naar),
                      .tot = m->klok.nu() + staat_geldt, .sessie = sessie ? sessie->sessie : std::nullopt,
                      .gebruiker = sessie ? sessie->gebruiker : std::nullopt};
    std::string adres = adressen.aanmelden + (adressen.aanmelden.find('?') == std::string::npos ? "?" : "&");
    const auto vraag = [&](std::string_view naam, std::string_view waarde) { adres += fmt::format("{}={}&", naam, http::url_codeer(waarde)); };
    vraag("response_type", "code");
    vraag("client_id", m->i.client_id);
    vraag("redirect_uri", m->redirect_uri());
    vraag("scope", "openid profile");
    vraag("state", staat.staat);
    vraag("nonce", staat.nonce);
    vraag("code_challenge", s256(staat.verificatie));
    vraag("code_challenge_method", "S256");
    if (!m->i.acr.empty()) vraag("acr_values", m->i.acr);
    if (sessie) {
        vraag("prompt", "login");
        vraag("max_age", "0");
    }
    adres.pop_back();
    const auto dicht = bytea(m->zegel.sluit(bj::serialize(json::schrijf(staat)))).substr(2);
    return {std::move(adres), fmt::format("{}={}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=600", koekje_naam, dicht)};
}

std::string Oidc::koekje_weg() { return fmt::format("{}=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0", koekje_naam); }

Oidc::Terug Oidc::lees_terug(const http::Verzoek& verzoek) const {
    const auto koekje = verzoek.koekje(koekje_naam).value_or("");
    if (koekje.size() > 4096 || koekje.size() % 2 != 0 || koekje.find_first_not_of("0123456789abcdef") != std::string::npos) throw aanmelden_mislukt("oidc-staat");
    const auto open = m->zegel.open(bytes_uit("\\x" + koekje));
    if (!open) throw aanmelden_mislukt("oidc-staat");
    const auto staat = json::lees<Staat>(json::ontleed(*open));
    if (!gelijk(staat.staat, verzoek.vraag("state").value_or("")) || staat.tot <= m->klok.nu()) throw aanmelden_mislukt("oidc-staat");
    // RFC 9207: a provider that says who it is must be ours.
    if (verzoek.vraag("iss").value_or(m->i.issuer) != m->i.issuer) throw aanmelden_mislukt("oidc-iss");
    const auto code = verzoek.vraag("code").value_or("");
    if (verzoek.vraag("error") || code.empty() || code.size() > 4096) throw aanmelden_mislukt("oidc-aanbieder");
    return {.staat = staat.staat, .code = code, .nonce = staat.nonce, .verificatie = staat.verificatie, .naar = staat.naar,
            .sessie = staat.sessie, .gebruiker = staat.gebruiker};
}

Identiteitsbewijs Oidc::bewijs(const Terug& terug) {
    const auto adressen = m->haal_adressen();
    auto formulier = fmt::format("grant_type=authorization_code&code={}&redirect_uri={}&code_verifier={}", http::url_codeer(terug.code),
                                 http::url_codeer(m->redirect_uri()), http::url_codeer(terug.verificatie));
    if (m->sleutel) {
        formulier += fmt::format("&client_id={}&client_assertion_type={}&client_assertion={}", http::url_codeer(m->i.client_id),
                                 http::url_codeer("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"), m->sleutel->bewijs(m->i.client_id, adressen.token, m->klok.nu()));
    }
    const auto antwoord = m->uitgaand.plaats(adressen.token, formulier, m->sleutel ? "" : m->i.client_id, m->geheim);
    if (antwoord.status >= 400 && antwoord.status < 500) throw aanmelden_mislukt("oidc-code");
    const auto token = veld(object_van(antwoord, "token"), "id_token");
    const auto sleutels = m->haal_sleutels(adressen.sleutels, kid_van(token, m->i.alg));
    auto claims = lees_idtoken(token, sleutels,
                               {.issuer = m->i.issuer, .client_id = m->i.client_id, .alg = m->i.alg, .nonce = terug.nonce,
                                .vers = terug.sessie ? std::optional<std::chrono::seconds>(vers) : std::nullopt},
                               m->i.groepen, m->klok.nu());
    return {.issuer = m->i.issuer, .sub = std::move(claims.sub), .acr = std::move(claims.acr), .naam = std::move(claims.naam),
            .gebruikersnaam = std::move(claims.gebruikersnaam), .groepen = std::move(claims.groepen), .leeftijd = claims.leeftijd};
}

}  // namespace damwand::toegang

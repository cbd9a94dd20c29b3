// SPDX-License-Identifier: EUPL-1.2
#include "platform/toegang/clientsleutel.hpp"

#include <cjose/cjose.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "base/duurzaam.hpp"
#include "base/json.hpp"
#include "platform/toegang/bytes.hpp"

namespace damwand::toegang {
namespace {

namespace bj = boost::json;
using Jwk = std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)>;

constexpr std::size_t rsa_bits = 3072;
constexpr std::chrono::seconds geldt{60};

Fout geen_sleutel() {
    return {FoutSoort::ongeldig, "instellingen", "De instellingen kloppen niet.",
            {{"oidc.sleutel_bestand", "ongeldig", "Dit bestand is er niet, is geen sleutel, of anderen kunnen het lezen. Maak het met: damwand oidc sleutel --maak"}}};
}

/// Public members in the order of their names: what RFC 7638 hashes, for the kty's that are read here.
bj::object openbaar_deel(const bj::object& jwk) {
    const bool ec = jwk.at("kty") == "EC";
    bj::object uit;
    if (ec) uit["crv"] = jwk.at("crv");
    else uit["e"] = jwk.at("e");
    uit["kty"] = jwk.at("kty");
    if (!ec) uit["n"] = jwk.at("n");
    for (const auto* naam : {"x", "y"}) {
        if (ec) uit[naam] = jwk.at(naam);
    }
    return uit;
}

std::string tekst_van(Jwk& jwk, bool prive) {
    cjose_err fout{};
    const std::unique_ptr<char, decltype(&free)> tekst(cjose_jwk_to_json(jwk.get(), prive, &fout), free);
    if (!tekst) throw geen_sleutel();
    return tekst.get();
}

}  // namespace

struct Clientsleutel::Binnenwerk {
    Jwk jwk{nullptr, cjose_jwk_release};
    bj::object openbaar;
    std::string alg, kid;
};

void Clientsleutel::maak(const std::filesystem::path& bestand, std::string_view alg) {
    if (std::filesystem::exists(bestand)) throw Fout(FoutSoort::botsing, "bestaat-al", fmt::format("Er is al een sleutel in {}. Zet hem eerst opzij.", bestand.string()));
    cjose_err fout{};
    const std::array<std::uint8_t, 3> exponent{1, 0, 1};
    Jwk jwk(alg == "ES256" ? cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &fout) : cjose_jwk_create_RSA_random(rsa_bits, exponent.data(), exponent.size(), &fout), cjose_jwk_release);
    if (!jwk) throw Fout(FoutSoort::intern, "sleutel", "De sleutel kon niet worden gemaakt.");
    maak_map(bestand.parent_path(), 0755);
    schrijf_duurzaam(bestand, tekst_van(jwk, true), 0400);
}

Clientsleutel::Clientsleutel(const std::filesystem::path& bestand) : m(std::make_unique<Binnenwerk>()) {
    struct stat st{};
    if (stat(bestand.c_str(), &st) != 0 || (st.st_mode & 077) != 0 || st.st_size > 16384) throw geen_sleutel();
    std::ifstream in(bestand);
    std::stringstream tekst;
    tekst << in.rdbuf();
    const auto inhoud = tekst.str();
    cjose_err fout{};
    m->jwk.reset(cjose_jwk_import(inhoud.data(), inhoud.size(), &fout));
    if (!m->jwk) throw geen_sleutel();
    const auto kty = cjose_jwk_get_kty(m->jwk.get(), &fout);
    bj::object jwk;
    try {
        jwk = json::ontleed(inhoud).as_object();
        if (!jwk.contains("d") || (kty == CJOSE_JWK_KTY_EC && jwk.at("crv") != "P-256") || (kty != CJOSE_JWK_KTY_EC && kty != CJOSE_JWK_KTY_RSA)) throw geen_sleutel();
        if (kty == CJOSE_JWK_KTY_RSA && cjose_jwk_get_keysize(m->jwk.get(), &fout) < 2048) throw geen_sleutel();
        m->openbaar = openbaar_deel(jwk);
    } catch (const std::exception&) {
        throw geen_sleutel();
    }
    m->alg = kty == CJOSE_JWK_KTY_EC ? "ES256" : "PS256";
    m->kid = base64url(bytes_uit(sha256(bj::serialize(m->openbaar))));
}

Clientsleutel::~Clientsleutel() = default;

std::string Clientsleutel::jwks() const {
    auto sleutel = m->openbaar;
    sleutel["kid"] = m->kid;
    sleutel["use"] = "sig";
    sleutel["alg"] = m->alg;
    return bj::serialize(bj::object{{"keys", bj::array{std::move(sleutel)}}});
}

std::string Clientsleutel::bewijs(std::string_view client_id, std::string_view aud, Tijdstip nu) const {
    const auto seconden = std::chrono::floor<std::chrono::seconds>(nu).time_since_epoch();
    const auto inhoud = bj::serialize(bj::object{{"iss", client_id}, {"sub", client_id}, {"aud", aud}, {"jti", willekeurig(24)},
                                                 {"iat", seconden.count()}, {"nbf", seconden.count()}, {"exp", (seconden + geldt).count()}});
    cjose_err fout{};
    const std::unique_ptr<cjose_header_t, decltype(&cjose_header_release)> kop(cjose_header_new(&fout), cjose_header_release);
    const bool gezet = kop && cjose_header_set(kop.get(), CJOSE_HDR_ALG, m->alg.c_str(), &fout) && cjose_header_set(kop.get(), CJOSE_HDR_KID, m->kid.c_str(), &fout) &&
                       cjose_header_set(kop.get(), "typ", "JWT", &fout);
    const std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)> jws(
        gezet ? cjose_jws_sign(m->jwk.get(), kop.get(), reinterpret_cast<const std::uint8_t*>(inhoud.data()), inhoud.size(), &fout) : nullptr, cjose_jws_release);
    const char* compact = nullptr;
    if (!jws || !cjose_jws_export(jws.get(), &compact, &fout)) throw Fout(FoutSoort::intern, "sleutel", "De aanmelddienst kan nu niet worden gevraagd.", {}, "client assertion");
    return compact;  // the bytes are the jws's own
}

}  // namespace damwand::toegang

// SPDX-License-Identifier: EUPL-1.2
// Tokens and key sets as a hostile provider sends them. The first line is the token, the rest the JWKS: nothing that was not
// signed by one of those keys ever comes out, and whatever comes out is what was asked for.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "platform/toegang/idtoken.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace damwand;
    using namespace damwand::toegang;
    const std::string_view alles(reinterpret_cast<const char*>(data), size);
    const auto regel = std::min(alles.find('\n'), alles.size());
    const auto token = alles.substr(0, regel), jwks = alles.substr(std::min(regel + 1, alles.size()));
    for (const std::string alg : {"RS256", "PS256", "ES256"}) {
        try {
            const auto kid = kid_van(token, alg);
            if (kid.size() > 300) std::abort();
            const auto sleutels = lees_sleutels(jwks, alg);
            const auto claims = lees_idtoken(token, sleutels, {.issuer = "https://aanbieder.example", .client_id = "damwand", .alg = alg, .nonce = "n"},
                                             "groups", Tijdstip{std::chrono::seconds{1795305600}});
            if (sleutels.empty() || claims.sub.empty() || claims.acr.empty() || claims.leeftijd.count() < 0) std::abort();
        } catch (const Fout& fout) {
            if (fout.soort() != FoutSoort::niet_aangemeld || fout.voor_log().empty()) std::abort();
        }
    }
    return 0;
}

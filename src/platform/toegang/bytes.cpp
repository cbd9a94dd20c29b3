// SPDX-License-Identifier: EUPL-1.2
#include "platform/toegang/bytes.hpp"

#include <sodium.h>

#include <array>

#include "base/tekst.hpp"

namespace damwand::toegang {

std::string bytea(std::string_view bytes) { return "\\x" + als_hex({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}); }

std::string sha256(std::string_view tekst) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> som{};
    crypto_hash_sha256(som.data(), reinterpret_cast<const unsigned char*>(tekst.data()), tekst.size());
    return "\\x" + als_hex(som);
}

std::string bytes_uit(std::string_view bytea) {
    std::string uit((bytea.size() - 2) / 2, '\0');
    sodium_hex2bin(reinterpret_cast<unsigned char*>(uit.data()), uit.size(), bytea.data() + 2, bytea.size() - 2, nullptr, nullptr, nullptr);
    return uit;
}

bool gelijk(std::string_view links, std::string_view rechts) {
    return links.size() == rechts.size() && sodium_memcmp(links.data(), rechts.data(), links.size()) == 0;
}

std::string base64url(std::string_view bytes) {
    std::string uit(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(uit.data(), uit.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    uit.pop_back();  // its closing zero
    return uit;
}

std::optional<std::string> uit_base64url(std::string_view tekst) {
    std::string uit(tekst.size(), '\0');
    std::size_t lengte = 0;
    const char* einde = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(uit.data()), uit.size(), tekst.data(), tekst.size(), nullptr, &lengte, &einde,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 || einde != tekst.data() + tekst.size()) {
        return std::nullopt;
    }
    uit.resize(lengte);
    return uit;
}

std::string willekeurig_hex(std::size_t bytes) {
    std::string ruw(bytes, '\0');
    randombytes_buf(ruw.data(), ruw.size());
    return als_hex({reinterpret_cast<const unsigned char*>(ruw.data()), ruw.size()});
}

std::string willekeurig(std::size_t bytes) {
    std::string uit(bytes, '\0');
    randombytes_buf(uit.data(), uit.size());
    return base64url(uit);
}

}  // namespace damwand::toegang

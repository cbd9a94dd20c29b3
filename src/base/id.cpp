// SPDX-License-Identifier: EUPL-1.2
#include "base/id.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <stdexcept>

namespace damwand {
namespace {

constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

int hexwaarde(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

void zorg_voor_sodium() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
}

// A weighted sum modulo 31 (a prime below the alphabet's 32) catches every single wrong character
// and every swap of two neighbours.
char controleteken(std::string_view vijf) {
    unsigned som = 0;
    for (std::size_t i = 0; i < vijf.size(); ++i) {
        som += static_cast<unsigned>(i + 2) * static_cast<unsigned>(crockford.find(vijf[i]));
    }
    return crockford[som % 31];
}

}  // namespace

std::string Uuid::tekst() const {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string uit;
    uit.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) uit += '-';
        uit += hex[static_cast<std::size_t>(bytes[i] >> 4)];
        uit += hex[static_cast<std::size_t>(bytes[i] & 15)];
    }
    return uit;
}

std::optional<Uuid> Uuid::lees(std::string_view tekst) noexcept {
    if (tekst.size() != 36) return std::nullopt;
    Uuid uit;
    std::size_t byte = 0;
    for (std::size_t i = 0; i < 36;) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (tekst[i++] != '-') return std::nullopt;
            continue;
        }
        const int hoog = hexwaarde(tekst[i]);
        const int laag = hexwaarde(tekst[i + 1]);
        if (hoog < 0 || laag < 0) return std::nullopt;
        uit.bytes[byte++] = static_cast<std::uint8_t>(hoog * 16 + laag);
        i += 2;
    }
    return uit;
}

Uuid Uuid::willekeurig() {
    zorg_voor_sodium();
    Uuid uit;
    randombytes_buf(uit.bytes.data(), uit.bytes.size());
    uit.bytes[6] = static_cast<std::uint8_t>((uit.bytes[6] & 0x0F) | 0x40);
    uit.bytes[8] = static_cast<std::uint8_t>((uit.bytes[8] & 0x3F) | 0x80);
    return uit;
}

std::string nieuw_kenmerk(char letter, int jaar) {
    zorg_voor_sodium();
    std::string vijf;
    for (int i = 0; i < 5; ++i) vijf += crockford[randombytes_uniform(31)];
    return fmt::format("{}-{:04}-{}{}", letter, jaar, vijf, controleteken(vijf));
}

std::string gewoon_kenmerk(std::string_view tekst) {
    std::string uit;
    for (std::size_t i = 0; i < tekst.size(); ++i) {
        char c = tekst[i];
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (i > 0) {
            if (c == 'O') c = '0';
            if (c == 'I' || c == 'L') c = '1';
        }
        uit += c;
    }
    return uit;
}

bool is_kenmerk(std::string_view tekst) {
    const auto schoon = gewoon_kenmerk(tekst);
    if (schoon.size() != 13 || schoon[1] != '-' || schoon[6] != '-') return false;
    if (schoon[0] != 'S' && schoon[0] != 'C' && schoon[0] != 'V') return false;
    for (int i = 2; i < 6; ++i) {
        if (schoon[static_cast<std::size_t>(i)] < '0' || schoon[static_cast<std::size_t>(i)] > '9') return false;
    }
    const auto vijf = std::string_view(schoon).substr(7, 5);
    if (vijf.find_first_not_of(crockford) != std::string_view::npos) return false;
    return controleteken(vijf) == schoon[12];
}

}  // namespace damwand

// SPDX-License-Identifier: EUPL-1.2
#include "platform/toegang/zegel.hpp"

#include <sodium.h>

#include "platform/logboek/logboek.hpp"
#include "platform/toegang/bytes.hpp"

namespace damwand::toegang {
namespace {

constexpr std::size_t kop = crypto_secretbox_NONCEBYTES;

const unsigned char* bytes(std::string_view tekst) { return reinterpret_cast<const unsigned char*>(tekst.data()); }
unsigned char* bytes(std::string& tekst) { return reinterpret_cast<unsigned char*>(tekst.data()); }

}  // namespace

Zegel::Zegel(const std::filesystem::path& sleutelbestand, const char* doel) : m_sleutel(logboek::lees_sleutel(sleutelbestand)) {
    if (doel == nullptr) return;
    const auto meester = m_sleutel;
    crypto_kdf_derive_from_key(m_sleutel.data(), m_sleutel.size(), 1, doel, meester.data());
}
Zegel::~Zegel() { sodium_memzero(m_sleutel.data(), m_sleutel.size()); }

std::string Zegel::sluit(std::string_view geheim) const {
    std::string uit(kop + crypto_secretbox_MACBYTES + geheim.size(), '\0');
    randombytes_buf(uit.data(), kop);
    crypto_secretbox_easy(bytes(uit) + kop, bytes(geheim), geheim.size(), bytes(uit), m_sleutel.data());
    return uit;
}

std::optional<std::string> Zegel::open(std::string_view gesloten) const {
    if (gesloten.size() < kop + crypto_secretbox_MACBYTES) return std::nullopt;
    std::string uit(gesloten.size() - kop - crypto_secretbox_MACBYTES, '\0');
    if (crypto_secretbox_open_easy(bytes(uit), bytes(gesloten) + kop, gesloten.size() - kop, bytes(gesloten),
                                   m_sleutel.data()) != 0) {
        return std::nullopt;
    }
    return uit;
}

std::string Zegel::sluit_bytea(std::string_view geheim) const { return bytea(sluit(geheim)); }
std::optional<std::string> Zegel::open_bytea(std::string_view gesloten) const { return open(bytes_uit(gesloten)); }

}  // namespace damwand::toegang

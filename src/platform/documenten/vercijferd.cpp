// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/vercijferd.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/duurzaam.hpp"
#include "base/fout.hpp"

namespace damwand::documenten {
namespace {

constexpr std::size_t stuk = std::size_t{64} * 1024;
constexpr std::size_t zegel = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kop = crypto_secretstream_xchacha20poly1305_HEADERBYTES;

Fout beschadigd() {
    return {FoutSoort::intern, "bestand-beschadigd", "Dit bestand is niet heel, of de sleutel past niet.", {}, "seal"};
}

/// Up to `aantal` bytes from `plek` on; fewer only at the end of the file.
std::string lees(int fd, std::int64_t plek, std::size_t aantal) {
    std::string uit(aantal, '\0');
    std::size_t gelezen = 0;
    while (gelezen < aantal) {
        const auto n = pread(fd, uit.data() + gelezen, aantal - gelezen, plek + static_cast<std::int64_t>(gelezen));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) throw beschadigd();
        if (n == 0) break;
        gelezen += static_cast<std::size_t>(n);
    }
    uit.resize(gelezen);
    return uit;
}

}  // namespace

Vercijferaar::Vercijferaar(int fd, const Sleutel& sleutel) : m_fd(fd), m_dicht(stuk + zegel, '\0') {
    std::array<unsigned char, kop> begin{};
    crypto_secretstream_xchacha20poly1305_init_push(&m_staat, begin.data(), sleutel.data());
    schrijf_alles(m_fd, {reinterpret_cast<const char*>(begin.data()), begin.size()});
    m_wacht.reserve(stuk);
}

Vercijferaar::~Vercijferaar() {
    sodium_memzero(&m_staat, sizeof m_staat);
    sodium_memzero(m_wacht.data(), m_wacht.size());
}

void Vercijferaar::schrijf(std::size_t aantal, unsigned char merk) {
    unsigned long long lengte = 0;
    auto* uit = reinterpret_cast<unsigned char*>(m_dicht.data());
    crypto_secretstream_xchacha20poly1305_push(&m_staat, uit, &lengte, reinterpret_cast<const unsigned char*>(m_wacht.data()),
                                               aantal, nullptr, 0, merk);
    schrijf_alles(m_fd, std::string_view(m_dicht).substr(0, lengte));
    m_wacht.clear();
}

void Vercijferaar::neem(std::string_view bytes) {
    while (!bytes.empty()) {
        // A full piece is written when more follows: the last one carries the mark.
        if (m_wacht.size() == stuk) schrijf(stuk, crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        const auto deel = std::min(bytes.size(), stuk - m_wacht.size());
        m_wacht += bytes.substr(0, deel);
        bytes.remove_prefix(deel);
    }
}

void Vercijferaar::sluit() { schrijf(m_wacht.size(), crypto_secretstream_xchacha20poly1305_TAG_FINAL); }

Ontcijferaar::Ontcijferaar(int fd, const Sleutel& sleutel) : m_fd(fd) {
    const auto begin = lees(fd, 0, kop);
    if (begin.size() != kop || crypto_secretstream_xchacha20poly1305_init_pull(
                                   &m_staat, reinterpret_cast<const unsigned char*>(begin.data()), sleutel.data()) != 0) {
        throw beschadigd();
    }
    m_plek = kop;
}

Ontcijferaar::~Ontcijferaar() { sodium_memzero(&m_staat, sizeof m_staat); }

std::string Ontcijferaar::haal() {
    if (m_klaar) return {};
    const auto dicht = lees(m_fd, m_plek, stuk + zegel);
    m_plek += static_cast<std::int64_t>(dicht.size());
    if (dicht.size() < zegel) throw beschadigd();
    std::string uit(dicht.size() - zegel, '\0');
    unsigned char merk = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&m_staat, reinterpret_cast<unsigned char*>(uit.data()), nullptr, &merk,
                                                   reinterpret_cast<const unsigned char*>(dicht.data()), dicht.size(),
                                                   nullptr, 0) != 0) {
        throw beschadigd();
    }
    m_klaar = merk == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (!m_klaar && dicht.size() < stuk + zegel) throw beschadigd();
    if (m_klaar && !lees(m_fd, m_plek, 1).empty()) throw beschadigd();  // something was put behind it
    return uit;
}

}  // namespace damwand::documenten

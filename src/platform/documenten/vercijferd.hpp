// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <sodium.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/documenten/sleutels.hpp"

/// Inside the room: content as it stands on disk. libsodium secretstream (XChaCha20-Poly1305): a head of 24 bytes, then
/// pieces of 64 KiB each with its seal; the last one says that it is the last, so that a cut file does not read as whole.
namespace damwand::documenten {

class Vercijferaar {
  public:
    /// Writes the head to `fd`, which stays the caller's.
    Vercijferaar(int fd, const Sleutel& sleutel);
    ~Vercijferaar();
    Vercijferaar(const Vercijferaar&) = delete;
    Vercijferaar& operator=(const Vercijferaar&) = delete;
    void neem(std::string_view bytes);
    void sluit();  ///< the last piece; without it the file cannot be read

  private:
    void schrijf(std::size_t aantal, unsigned char merk);
    int m_fd;
    crypto_secretstream_xchacha20poly1305_state m_staat{};
    std::string m_wacht, m_dicht;
};

class Ontcijferaar {
  public:
    /// Reads `fd` with pread, so that several may read the same one.
    Ontcijferaar(int fd, const Sleutel& sleutel);
    ~Ontcijferaar();
    Ontcijferaar(const Ontcijferaar&) = delete;
    Ontcijferaar& operator=(const Ontcijferaar&) = delete;
    /// The next piece; empty at the end. Throws Fout `bestand-beschadigd` for one that was touched or cut off.
    [[nodiscard]] std::string haal();

  private:
    int m_fd;
    std::int64_t m_plek = 0;
    bool m_klaar = false;
    crypto_secretstream_xchacha20poly1305_state m_staat{};
};

}  // namespace damwand::documenten

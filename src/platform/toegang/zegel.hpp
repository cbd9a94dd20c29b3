// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace damwand::toegang {

/// Closes small secrets with the master key of the installation (libsodium secretbox): second factors, keys of
/// dossiers. The key stands in a file of its own, outside the database. Thread safe.
class Zegel {
  public:
    /// Reads the master key, or makes one (0400) when there is none.
    /// `doel` (eight letters): a key of its own is derived from it, so that what one part closed no other part opens.
    explicit Zegel(const std::filesystem::path& sleutelbestand, const char* doel = nullptr);
    ~Zegel();
    Zegel(const Zegel&) = delete;
    Zegel& operator=(const Zegel&) = delete;

    /// Nonce and closed secret, as raw bytes.
    [[nodiscard]] std::string sluit(std::string_view geheim) const;
    /// None when it was closed with another key, or touched.
    [[nodiscard]] std::optional<std::string> open(std::string_view gesloten) const;
    /// The same, as PostgreSQL reads and prints a bytea.
    [[nodiscard]] std::string sluit_bytea(std::string_view geheim) const;
    [[nodiscard]] std::optional<std::string> open_bytea(std::string_view bytea) const;

  private:
    std::array<unsigned char, 32> m_sleutel;
};

}  // namespace damwand::toegang

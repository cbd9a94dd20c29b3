// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <filesystem>
#include <optional>

#include "base/tijd.hpp"
#include "platform/documenten/dossier.hpp"
#include "platform/toegang/zegel.hpp"

namespace damwand::documenten {

/// 32 bytes that are wiped when they go.
class Sleutel {
  public:
    Sleutel() = default;
    ~Sleutel();
    Sleutel(const Sleutel&) = delete;
    Sleutel& operator=(const Sleutel&) = delete;
    Sleutel(Sleutel&&) = default;
    Sleutel& operator=(Sleutel&&) = default;
    [[nodiscard]] static Sleutel willekeurig();
    [[nodiscard]] unsigned char* data() noexcept { return m_bytes.data(); }
    [[nodiscard]] const unsigned char* data() const noexcept { return m_bytes.data(); }
    [[nodiscard]] static constexpr std::size_t size() noexcept { return 32; }

  private:
    std::array<unsigned char, 32> m_bytes{};
};

/// The two keys of a dossier, derived from the one that is kept (crypto_kdf): names of files, and their content.
struct Dossiersleutel {
    Sleutel naam, inhoud;
};

/// The key store: one file per dossier (0400), closed with the master key, outside database and database backups
/// (ontwerp.md §3, Files). Nothing is held in memory longer than one use, so that a destroyed key is gone. Thread safe.
class Sleutels {
  public:
    Sleutels(std::filesystem::path map, const toegang::Zegel& zegel) : m_map(std::move(map)), m_zegel(zegel) {}

    /// The dossier's key, made at its first file.
    [[nodiscard]] Dossiersleutel maak_of_open(const Dossier& dossier) const;
    /// None when it was destroyed or never made. Throws Fout `sleutel-kapot` when it does not open with this master key.
    [[nodiscard]] std::optional<Dossiersleutel> open(const Dossier& dossier) const;
    [[nodiscard]] bool heeft(const Dossier& dossier) const { return std::filesystem::exists(bestand(dossier)); }
    /// Overwrites, fsyncs, unlinks, fsyncs the folder: every copy of the dossier's files is unreadable from here on, and
    /// those in a copy of the key store at the latest `bewaardagen` later. False when there was none.
    bool vernietig(const Dossier& dossier) const;

    static constexpr int bewaardagen = 7;
    /// Copies the store to `naar`/<day>, and destroys the copies there that are older than `bewaardagen`. Returns the
    /// number of keys copied.
    std::size_t maak_kopie(const std::filesystem::path& naar, Datum vandaag) const;

  private:
    [[nodiscard]] std::filesystem::path bestand(const Dossier& dossier) const { return m_map / dossier.pad(); }
    std::filesystem::path m_map;
    const toegang::Zegel& m_zegel;
};

}  // namespace damwand::documenten

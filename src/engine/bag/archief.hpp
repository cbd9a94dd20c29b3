// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bag/document.hpp"

struct zip;

/// A zip file on disk, in memory or in an open (nameless) file, read with libzip. Internal to the reader.
namespace damwand::bag {

struct ZipDeel {
    std::uint64_t nummer = 0;
    std::string naam;  ///< UTF-8, as in the archive, unprintable characters replaced
    std::uint64_t ingepakt = 0;
    std::uint64_t uitgepakt = 0;
};

class Archief {
  public:
    /// `naam` is the whole way to the archive, for messages. All throw Fout "bag-zip-kapot" when it is no whole zip.
    static Archief open_pad(const std::filesystem::path& pad, std::string naam);
    /// The bytes must live as long as the archive.
    static Archief open_geheugen(std::string_view inhoud, std::string naam);
    /// Takes over the file and closes it.
    static Archief open_bestand(std::FILE* bestand, std::string naam);

    [[nodiscard]] const std::string& naam() const noexcept { return m_naam; }
    [[nodiscard]] std::vector<ZipDeel> delen() const;
    /// A stream over one part; checks the CRC at its end. The archive must outlive it.
    /// A part that is unpacked beside the reading of another; empty when it must be read as a stream.
    struct Blok;
    using Vooruit = std::future<std::shared_ptr<const Blok>>;
    [[nodiscard]] Vooruit pak_vast_uit(const ZipDeel& deel, std::launch hoe = std::launch::async) const;
    /// When it is in memory as a whole, `alles` is set, and holds as long as the stream. `vooruit`: of this part.
    [[nodiscard]] Lees open(const ZipDeel& deel, Vooruit vooruit, std::string_view* alles = nullptr) const;
    [[nodiscard]] Lees open(const ZipDeel& deel) const { return open(deel, pak_vast_uit(deel)); }

  private:
    struct Sluiter {
        void operator()(zip* archief) const noexcept;
    };
    Archief(zip* archief, std::string naam) : m_zip(archief), m_naam(std::move(naam)) {}
    std::unique_ptr<zip, Sluiter> m_zip;
    mutable std::vector<std::shared_ptr<Blok>> m_blokken;  ///< used again for the next part
    std::string m_naam;
};

/// A file without a name in `map` (the system's folder for temporary files when empty), open for writing and reading.
[[nodiscard]] std::FILE* naamloos_bestand(const std::filesystem::path& map);

}  // namespace damwand::bag

// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/archief.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <libdeflate.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "base/fout.hpp"
#include "base/tekst.hpp"

namespace damwand::bag {

namespace {

[[noreturn]] void gooi(const std::string& naam, const zip_error_t& fout) {
    std::string_view uitleg = "het zipbestand is beschadigd. Haal het opnieuw op.";
    switch (zip_error_code_zip(&fout)) {
        case ZIP_ER_NOZIP:
        case ZIP_ER_EOF:
        case ZIP_ER_INCONS:
            uitleg = "dit is geen heel zipbestand; waarschijnlijk is het halverwege afgebroken. Haal het opnieuw op.";
            break;
        case ZIP_ER_CRC:
            uitleg = "de controlesom klopt niet: het zipbestand is beschadigd. Haal het opnieuw op.";
            break;
        case ZIP_ER_COMPNOTSUPP:
            uitleg = "het zipbestand gebruikt een onbekende compressie. Pak het uit en geef de map op.";
            break;
        case ZIP_ER_NOPASSWD:
        case ZIP_ER_ENCRNOTSUPP:
            uitleg = "het zipbestand is versleuteld. Pak het uit en geef de map op.";
            break;
        default:
            break;
    }
    const int code = zip_error_code_zip(&fout);
    throw Fout(FoutSoort::ongeldig, "bag-zip-kapot", fmt::format("{}: {}", naam, uitleg), {},
               fmt::format("libzip {}", code));
}

/// libzip reports through a struct that must be initialised and finished.
struct ZipFout {
    zip_error_t fout{};
    ZipFout() { zip_error_init(&fout); }
    ~ZipFout() { zip_error_fini(&fout); }
    ZipFout(const ZipFout&) = delete;
    ZipFout& operator=(const ZipFout&) = delete;
};

zip* open_bron(zip_source_t* bron, const std::string& naam, ZipFout& fout) {
    if (bron == nullptr) gooi(naam, fout.fout);
    zip* archief = zip_open_from_source(bron, ZIP_RDONLY, &fout.fout);
    if (archief == nullptr) {
        zip_source_free(bron);
        gooi(naam, fout.fout);
    }
    return archief;
}

std::string nette_naam(std::string_view naam) {
    if (is_nette_tekst(naam)) return std::string(naam.substr(0, 300));
    std::string uit;
    for (const char c : naam.substr(0, 300)) uit += c >= ' ' && c < 0x7f ? c : '?';
    return uit;
}

struct DeelSluiter {
    void operator()(zip_file_t* deel) const noexcept { zip_fclose(deel); }
};

}  // namespace

void Archief::Sluiter::operator()(zip* archief) const noexcept { zip_discard(archief); }

Archief Archief::open_pad(const std::filesystem::path& pad, std::string naam) {
    ZipFout fout;
    zip* archief = open_bron(zip_source_file_create(pad.c_str(), 0, -1, &fout.fout), naam, fout);
    return Archief{archief, std::move(naam)};
}

Archief Archief::open_geheugen(std::string_view inhoud, std::string naam) {
    ZipFout fout;
    zip* archief = open_bron(zip_source_buffer_create(inhoud.data(), inhoud.size(), 0, &fout.fout), naam, fout);
    return Archief{archief, std::move(naam)};
}

Archief Archief::open_bestand(std::FILE* bestand, std::string naam) {
    ZipFout fout;
    zip_source_t* bron = zip_source_filep_create(bestand, 0, -1, &fout.fout);
    if (bron == nullptr) std::fclose(bestand);
    zip* archief = open_bron(bron, naam, fout);
    return Archief{archief, std::move(naam)};
}

std::vector<ZipDeel> Archief::delen() const {
    std::vector<ZipDeel> uit;
    const auto aantal = zip_get_num_entries(m_zip.get(), 0);
    for (zip_int64_t i = 0; i < aantal; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(m_zip.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0)
            gooi(m_naam, *zip_get_error(m_zip.get()));
        uit.push_back({.nummer = static_cast<std::uint64_t>(i),
                       .naam = nette_naam(stat.name == nullptr ? "" : stat.name),
                       .ingepakt = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0,
                       .uitgepakt = (stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0});
    }
    return uit;
}

/// A block of memory that a part is unpacked in.
struct Archief::Blok {
    std::unique_ptr<char[]> bytes;
    std::size_t ruimte = 0;
};

// zlib takes as long to unpack as the reader takes to read; libdeflate a fifth of it, but wants the whole at once. What libdeflate does not take, or
// does not like, is left to libzip, which says what is wrong with it.
Archief::Vooruit Archief::pak_vast_uit(const ZipDeel& deel, std::launch hoe) const {
    constexpr std::uint64_t grootste = 48U << 20U;
    if (deel.uitgepakt == 0 || deel.uitgepakt > grootste || deel.ingepakt == 0 || deel.ingepakt > grootste) return {};
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t nodig = ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD | ZIP_STAT_CRC;
    if (zip_stat_index(m_zip.get(), deel.nummer, 0, &stat) != 0 || (stat.valid & nodig) != nodig || stat.comp_method != ZIP_CM_DEFLATE || stat.encryption_method != ZIP_EM_NONE) return {};
    const std::unique_ptr<zip_file_t, DeelSluiter> stroom{zip_fopen_index(m_zip.get(), deel.nummer, ZIP_FL_COMPRESSED)};
    if (!stroom) return {};
    std::string bron(static_cast<std::size_t>(deel.ingepakt), '\0');
    if (zip_fread(stroom.get(), bron.data(), bron.size()) != static_cast<zip_int64_t>(bron.size())) return {};
    auto vrij = std::find_if(m_blokken.begin(), m_blokken.end(), [](const auto& b) { return b.use_count() == 1; });
    std::atomic_thread_fence(std::memory_order_acquire);  // another thread may have read it until now
    if (vrij == m_blokken.end()) vrij = m_blokken.insert(vrij, std::make_shared<Blok>());
    return std::async(hoe, [blok = *vrij, bron = std::move(bron), uitgepakt = static_cast<std::size_t>(deel.uitgepakt), som = stat.crc]() -> std::shared_ptr<const Blok> {
        if (blok->ruimte < uitgepakt) {
            blok->bytes.reset(new char[uitgepakt]);
            blok->ruimte = uitgepakt;
        }
        const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> pakker{libdeflate_alloc_decompressor(), &libdeflate_free_decompressor};
        // Without a place for the length it must be exactly this long.
        if (!pakker || libdeflate_deflate_decompress(pakker.get(), bron.data(), bron.size(), blok->bytes.get(), uitgepakt, nullptr) != LIBDEFLATE_SUCCESS) return nullptr;
        return libdeflate_crc32(0, blok->bytes.get(), uitgepakt) == som ? blok : nullptr;
    });
}

Lees Archief::open(const ZipDeel& deel, Vooruit vooruit, std::string_view* alles) const {
    if (auto blok = vooruit.valid() ? vooruit.get() : nullptr) {
        const std::string_view geheel{blok->bytes.get(), static_cast<std::size_t>(deel.uitgepakt)};
        if (alles != nullptr) *alles = geheel;
        return [blok = std::move(blok), rest = geheel](char* buffer, std::size_t grootte) mutable {
            const auto aantal = std::min(grootte, rest.size());
            if (buffer != nullptr) std::memcpy(buffer, rest.data(), aantal);
            rest.remove_prefix(aantal);
            return aantal;
        };
    }
    std::string naam = m_naam + '/' + deel.naam;
    std::shared_ptr<zip_file_t> stroom{zip_fopen_index(m_zip.get(), deel.nummer, 0), [](zip_file_t* p) {
                                           if (p != nullptr) DeelSluiter{}(p);
                                       }};
    if (!stroom) gooi(naam, *zip_get_error(m_zip.get()));
    return [stroom, naam = std::move(naam)](char* buffer, std::size_t grootte) -> std::size_t {
        const auto aantal = zip_fread(stroom.get(), buffer, grootte);
        if (aantal < 0) gooi(naam, *zip_file_get_error(stroom.get()));
        return static_cast<std::size_t>(aantal);
    };
}

std::FILE* naamloos_bestand(const std::filesystem::path& map) {
    const auto waar = map.empty() ? std::filesystem::temp_directory_path() : map;
    int nummer = ::open(waar.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (nummer < 0) {  // a file system without O_TMPFILE
        std::string sjabloon = (waar / "damwand-bag-XXXXXX").string();
        nummer = ::mkostemp(sjabloon.data(), O_CLOEXEC);
        if (nummer >= 0) ::unlink(sjabloon.c_str());
    }
    std::FILE* bestand = nummer < 0 ? nullptr : ::fdopen(nummer, "w+b");
    if (bestand == nullptr) {
        if (nummer >= 0) ::close(nummer);
        throw Fout(
            FoutSoort::intern, "bag-tijdelijk",
            "Er kan geen tijdelijk bestand worden gemaakt. Controleer de ruimte en rechten van de tijdelijke map.");
    }
    return bestand;
}

}  // namespace damwand::bag

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What hostile files are taken apart by. Runs in a child of its own that may do nothing but compute (zandbak.hpp), and
/// knows no database, key or user: its input is bytes, its output a handful of numbers.
namespace damwand::documenten::ontleder {

/// The kinds of files that are taken; anything else is refused by name.
enum class Soort { pdf, jpeg, png, docx, odt, xlsx, ods, txt, csv };
inline constexpr std::array<std::string_view, 9> soortcodes{"pdf", "jpeg", "png", "docx", "odt", "xlsx", "ods", "txt", "csv"};
[[nodiscard]] constexpr std::string_view code(Soort soort) noexcept { return soortcodes[static_cast<std::size_t>(soort)]; }
[[nodiscard]] constexpr std::optional<Soort> lees_soort(std::string_view naam) noexcept {
    for (std::size_t i = 0; i < soortcodes.size(); ++i) {
        if (soortcodes[i] == naam) return static_cast<Soort>(i);
    }
    return std::nullopt;
}

/// Bounds on what a file may turn out to be.
struct Grenzen {
    std::uint64_t uitgepakt = std::uint64_t{200} * 1024 * 1024;  ///< bytes of all parts together
    std::uint64_t verhouding = 200;                              ///< unpacked : packed, of a part over 1 MiB
    std::size_t delen = 2000;                                    ///< parts of a package
    int diepte = 256;                                            ///< of XML, and of objects in a PDF
    std::uint32_t zijde = 20000;                                 ///< pixels
    std::uint64_t beeldpunten = 100'000'000;
    std::size_t objecten = 1'000'000;  ///< of a PDF
    std::size_t bladen = 5000;
};

/// What came of it. `reden` is empty for a sound file, else a code of the table in docs/adr/0018.
struct Oordeel {
    std::string reden{};
    std::optional<std::uint64_t> bladen{}, tekens{}, breedte{}, hoogte{};
};

/// Looks at the whole structure. Never throws for what stands in `inhoud`; std::bad_alloc may come out.
[[nodiscard]] Oordeel ontleed(Soort soort, std::string_view inhoud, const Grenzen& grenzen = {});

// One function per family; inside the room.
[[nodiscard]] Oordeel ontleed_pdf(std::string_view inhoud, const Grenzen& grenzen);
[[nodiscard]] Oordeel ontleed_jpeg(std::string_view inhoud, const Grenzen& grenzen);
[[nodiscard]] Oordeel ontleed_png(std::string_view inhoud, const Grenzen& grenzen);
[[nodiscard]] Oordeel ontleed_pakket(Soort soort, std::string_view inhoud, const Grenzen& grenzen);
[[nodiscard]] Oordeel ontleed_tekst(std::string_view inhoud);
/// True when a program that reads archives from the end finds one here.
[[nodiscard]] bool heeft_zipstaart(std::string_view inhoud) noexcept;

}  // namespace damwand::documenten::ontleder

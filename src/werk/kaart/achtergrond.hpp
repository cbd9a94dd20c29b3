// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace damwand::kaart {

/// A raster map of somebody else, to lie under ours. Without `adres` there is none, and nothing is asked of anybody.
struct Achtergrondinstellingen {
    std::string adres;          ///< tiles in the grid of our own (EPSG:3857): "https://host/…/{z}/{x}/{y}.png"
    std::string bron;           ///< whose map it is, as the screen says it
    unsigned dichtste = 17;     ///< the closest zoom that is asked of that host: at 17 a tile is some 190 m wide
    unsigned ruimte = 512;      ///< megabytes of tiles kept on disk
    bool intern = false;        ///< the host stands in the network of one's own
    std::filesystem::path ca_bestand{};  ///< certificates (PEM) instead of the system's
    [[nodiscard]] bool aan() const noexcept { return !adres.empty(); }
};

/// How long things take. Tests set these.
struct Achtergrondtijden {
    std::chrono::milliseconds geduld{400};   ///< that a request waits for its tile before it says "not yet"
    std::chrono::seconds rust{30};           ///< that nothing is asked of a host that failed three times running
    std::chrono::hours houdbaar{24 * 30};    ///< a tile; after that it is shown until there is a newer one
};

/// Fetches tiles of that map and keeps them on disk, the longest unused first out. The host is told which tile and nothing else: no user,
/// no cookie, no referrer (ux.md finding 9). At most three are fetched at a time, on threads of their own, so that a slow host keeps nobody
/// waiting. What it gives is taken only when it is a PNG or JPEG of at most 256 KiB and 1,024 pixels a side. Thread safe.
class Achtergrond {
  public:
    /// `map`: where the tiles are kept; those of another address there are thrown away. Throws Fout `instellingen` with every fault.
    Achtergrond(Achtergrondinstellingen instellingen, const std::filesystem::path& map, Achtergrondtijden tijden = {});
    ~Achtergrond();
    Achtergrond(const Achtergrond&) = delete;
    Achtergrond& operator=(const Achtergrond&) = delete;

    struct Beeld {
        std::string bytes;  ///< empty: not there yet, ask again in a second
        std::string_view type;
    };
    /// Where the map has nothing, or outside the country, a transparent picture. Throws Fout `niet-beschikbaar` when the host does not answer
    /// or gives something else; onbekend() for a tile outside the grid or closer than `dichtste`.
    [[nodiscard]] Beeld haal(int z, int x, int y);

    [[nodiscard]] const Achtergrondinstellingen& instellingen() const noexcept;
    [[nodiscard]] std::size_t bytes() const;  ///< that the tiles on disk take

  private:
    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m;
};

/// "image/png" or "image/jpeg" when these bytes are one of at most 1,024 pixels a side; empty otherwise.
[[nodiscard]] std::string_view soort_beeld(std::string_view bytes);

}  // namespace damwand::kaart

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "base/voortgang.hpp"
#include "platform/http/uitgaand.hpp"

/// Fetches a layer of a Web Feature Service (OGC 09-025r2, WFS 2.0.0, key-value pairs) into a file that laad_gebieden takes. Part of the room's front door (register.hpp).
namespace damwand::registers {

struct WfsVraag {
    std::string dienst;  ///< the address of the service, with or without ? and what follows
    std::string laag;    ///< name of the type, such as wijkenbuurten:buurten
    std::optional<std::array<double, 4>> vlak{};  ///< xmin, ymin, xmax, ymax in RD New, metres; nothing: all there is
    std::filesystem::path uit;                    ///< replaced when all was fetched
};

struct WfsOpties {
    std::function<http::UitAntwoord(const std::string& url)> haal{};  ///< GET; throws Fout `niet-beschikbaar` when no answer comes
    std::function<void(std::chrono::milliseconds)> wacht{};
    unsigned pogingen = 5;         ///< for one page
    std::uint64_t per_bladzij = 1000;
    std::uint64_t meeste = 1'000'000;  ///< features
    Voortgang voortgang{};         ///< features fetched, of all when the service says how many; false: Fout "afgebroken"
};

struct Wfsverslag {
    std::uint64_t gehaald = 0;    ///< features
    std::uint64_t bladzijden = 0;
    std::uint64_t herhaald = 0;   ///< requests done again after 429, 5xx or silence
};

/// Asks page after page as GeoJSON in RD New (EPSG:28992) until one is empty, and writes one feature collection. Throws Fout `wfs-weigert` (the service says no, in its own
/// words when it gives any), `wfs-antwoordt-niet` (out of attempts), `wfs-onbruikbaar` (no GeoJSON, a page that was there before, fewer or more than the service
/// counted, more than `meeste`), `onleesbaar` (the file cannot be written). Then the file is as it was.
[[nodiscard]] Wfsverslag haal_wfs(const WfsVraag& vraag, const WfsOpties& opties);

}  // namespace damwand::registers

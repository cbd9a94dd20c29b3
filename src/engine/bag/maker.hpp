// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>

#include "base/voortgang.hpp"
#include "engine/bag/overzicht.hpp"

/// Generates the invented municipality of Damstede as a BAG 2.0 delivery: nobody lives there.
namespace damwand::bag {

struct MaakOpties {
    std::uint64_t adressen = 8000;  ///< addresses in use; withdrawn ones come on top. At least 100, at most 5 million
    std::uint64_t zaad = 1;
    Datum standdatum{std::chrono::year{2026} / 11 / 8};
    Voortgang voortgang{};  ///< written records of all; false ends with Fout "afgebroken" and leaves no file
};

/// What was written; the reader must find exactly this.
struct Maakverslag {
    std::filesystem::path bestand;  ///< `uit`/BAGGEM9001L-08112026.zip
    std::array<std::array<TypeTelling, aantal_objecttypen>, aantal_bestandsoorten> typen{};
    std::uint64_t in_onderzoek = 0;
    std::uint64_t gemeente_woonplaats = 0;

    [[nodiscard]] const TypeTelling& telling(ObjectType type, Bestandsoort soort = Bestandsoort::stand) const {
        return typen[static_cast<std::size_t>(soort) - 1][static_cast<std::size_t>(type)];
    }
};

/// The gemeentecode of Damstede. Not given out by CBS (codes end at 1992; 1999 stands for non-residents in the BRP).
inline constexpr Gemeentecode damstede{9001};

/// Writes one nested zip in the shape of a municipal extract into folder `uit` (made when missing). The same options
/// give the same files with the same content on every machine, and the same bytes with the same zlib. Memory is bounded
/// by one XML file of 10,000 records. Throws Fout when it cannot write.
[[nodiscard]] Maakverslag maak(const MaakOpties& opties, const std::filesystem::path& uit);

/// Writes the areas of that municipality as GeoJSON in RD: `uit`/gemeente.geojson, wijk.geojson and buurt.geojson.
void maak_gebieden(const MaakOpties& opties, const std::filesystem::path& uit);

}  // namespace damwand::bag

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <string>

/// Areas in the formats of a GIS, through GDAL's own program (ogr2ogr): its many parsers stay out of this process.
namespace damwand::app {

/// A file that has to be made into GeoJSON first: GeoPackage (.gpkg) or Shapefile (.shp, or a .zip with one).
[[nodiscard]] bool is_vectorbestand(const std::filesystem::path& pad);

/// Writes the file as GeoJSON in RD New (EPSG:28992) in `map` and returns where. `laag`: which layer, where it holds several; empty: the only
/// one. What begins otherwise than its format does is not given to GDAL. The child has no environment but what it needs, no network where the system lets us take it away, and bounds on
/// time (5 minutes), memory (4 GiB) and what it writes (2 GiB). Throws Fout `geen-gdal` when ogr2ogr is not there, `vector-ongeldig` when it says no.
[[nodiscard]] std::filesystem::path maak_geojson(const std::filesystem::path& bestand, const std::string& laag, const std::filesystem::path& map);

}  // namespace damwand::app

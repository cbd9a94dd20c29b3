// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <boost/json.hpp>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>

#include "base/voortgang.hpp"

/// Reads GeoJSON feature collections (RFC 7946), one feature at a time: memory is bounded by the largest feature, whatever
/// the size of the file. The shape itself is not looked into: its text goes on as it stands.
namespace damwand::geojson {

struct Vorm {
    std::uint64_t nummer = 0;  ///< 1-based
    boost::json::object eigenschappen;
    std::string geometrie;  ///< JSON text of the member `geometry`
};

/// A feature that cannot be used. Data, not an error: reading goes on.
struct Afkeuring {
    std::uint64_t nummer = 0;
    std::string reden;  ///< Dutch, one sentence part
};

/// Receives the features in the order of the file; moving from them is allowed. What it throws reaches the caller.
class Afnemer {
  public:
    virtual ~Afnemer() = default;
    virtual void ontvang(Vorm& vorm) = 0;
    virtual void ontvang(const Afkeuring& afkeuring) = 0;
};

struct Leesverslag {
    std::uint64_t gelezen = 0, afgekeurd = 0;
    /// EPSG number that the file names in its old member `crs`; none: degrees of WGS 84, as the standard has it.
    std::optional<int> stelsel;
};

inline constexpr std::size_t meeste_bytes = std::size_t{32} * 1024 * 1024;  ///< of one feature; a larger one is refused and passed over
inline constexpr int diepste = 32;

/// Reads to the end. `bytes`: size of the file, for the progress. Throws Fout `geojson-ongeldig` when it is no feature
/// collection or breaks off, "afgebroken" when `voortgang` returned false.
Leesverslag lees(std::istream& in, std::uint64_t bytes, Afnemer& afnemer, const Voortgang& voortgang = {});

}  // namespace damwand::geojson

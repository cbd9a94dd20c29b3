// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <fstream>
#include <map>

#include "base/fout.hpp"
#include "engine/bag/maker.hpp"
#include "engine/bag/stadsplan.hpp"

/// The areas of the invented municipality, as PDOK gives those of real ones.
namespace damwand::bag {
namespace {

/// Coordinates of a MultiPolygon: polygons of rings of points, metres of RD.
std::string coordinaten(const Geometrie& g) {
    std::string uit = "[";
    std::uint32_t ring = 0, punt = 0;
    for (const auto tot_ring : g.vlak_einde) {
        uit += uit.size() == 1 ? "[" : ",[";
        for (bool eerste_ring = true; ring < tot_ring; ++ring, eerste_ring = false) {
            uit += eerste_ring ? "[" : ",[";
            for (bool eerste = true; punt < g.ring_einde[ring]; ++punt, eerste = false)
                uit += fmt::format("{}[{:.3f},{:.3f}]", eerste ? "" : ",", g.punten[punt].x_mm / 1000.0, g.punten[punt].y_mm / 1000.0);
            uit += "]";
        }
        uit += "]";
    }
    return uit + "]";
}

}  // namespace

void maak_gebieden(const MaakOpties& opties, const std::filesystem::path& uit) {
    std::map<std::string, std::string> per_soort;
    for (const auto& g : Stadsplan(opties.adressen, opties.zaad).gebieden()) {
        auto& tekst = per_soort[g.soort];
        tekst += fmt::format(R"({}{{"type":"Feature","properties":{{"statcode":"{}","statnaam":"{}"}},"geometry":{{"type":"MultiPolygon","coordinates":{}}}}})", tekst.empty() ? "" : ",\n", g.code,
                             g.naam, coordinaten(g.geometrie));
    }
    std::filesystem::create_directories(uit);
    for (const auto& [soort, vormen] : per_soort) {
        std::ofstream bestand(uit / (soort + ".geojson"), std::ios::binary);
        bestand << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[)" << "\n" << vormen << "\n]}\n";
        if (!bestand.flush()) throw Fout(FoutSoort::intern, "bag-schrijven", "De gebieden kunnen niet worden geschreven. Is er plaats op de schijf?");
    }
}

}  // namespace damwand::bag

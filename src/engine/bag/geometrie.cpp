// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/geometrie.hpp"

#include <bit>
#include <cstring>
#include <limits>

namespace damwand::bag {

namespace {

bool is_wit(char teken) noexcept { return teken == ' ' || teken == '\n' || teken == '\t' || teken == '\r'; }
bool is_cijfer(char teken) noexcept { return teken >= '0' && teken <= '9'; }

/// Reads one number from `p`; leaves `p` behind it. Written by hand because this is the reader's hottest loop and
/// because the value must be exact: no floating point on the way in.
bool lees_getal(const char*& p, const char* einde, std::int64_t& mm, bool& afgerond) noexcept {
    bool negatief = false;
    if (p != einde && (*p == '-' || *p == '+')) negatief = *p++ == '-';
    if (p == einde || !is_cijfer(*p)) return false;
    std::int64_t waarde = 0;
    for (; p != einde && is_cijfer(*p); ++p) {
        waarde = waarde * 10 + (*p - '0');
        if (waarde > 10'000'000) return false;  // metres; RD ends at 629,000
    }
    int decimalen = 0;
    bool rest = false;
    bool omhoog = false;
    if (p != einde && *p == '.') {
        for (++p; p != einde && is_cijfer(*p); ++p, ++decimalen) {
            if (decimalen < 3)
                waarde = waarde * 10 + (*p - '0');
            else {
                if (decimalen == 3) omhoog = *p >= '5';
                rest = rest || *p != '0';
            }
        }
        if (decimalen == 0) return false;
    }
    for (; decimalen < 3; ++decimalen) waarde *= 10;
    if (omhoog) ++waarde;
    if (rest) afgerond = true;
    mm = negatief ? -waarde : waarde;
    return p == einde || is_wit(*p);
}

bool past(std::int64_t mm) noexcept {
    return mm >= std::numeric_limits<std::int32_t>::min() && mm <= std::numeric_limits<std::int32_t>::max();
}

template <class Getal>
void schrijf(std::string& uit, Getal getal) {
    static_assert(std::endian::native == std::endian::little, "EWKB is written little-endian");
    char bytes[sizeof getal];
    std::memcpy(bytes, &getal, sizeof getal);
    uit.append(bytes, sizeof getal);
}

void schrijf_punt(std::string& uit, RdPunt punt) {
    // mm / 1000.0 is correctly rounded, so the double is the one nearest to the delivered decimal.
    schrijf(uit, static_cast<double>(punt.x_mm) / 1000.0);
    schrijf(uit, static_cast<double>(punt.y_mm) / 1000.0);
}

constexpr std::uint32_t wkb_punt = 1, wkb_vlak = 3, wkb_multivlak = 6, met_srid = 0x20000000U, rd_new = 28992;

void schrijf_vlak(std::string& uit, const Geometrie& g, std::uint32_t ring_van, std::uint32_t ring_tot) {
    schrijf(uit, ring_tot - ring_van);
    std::uint32_t punt = ring_van == 0 ? 0 : g.ring_einde[ring_van - 1];
    for (std::uint32_t ring = ring_van; ring < ring_tot; ++ring) {
        schrijf(uit, g.ring_einde[ring] - punt);
        for (; punt < g.ring_einde[ring]; ++punt) schrijf_punt(uit, g.punten[punt]);
    }
}

}  // namespace

void Geometrie::wis() noexcept {
    soort = GeometrieSoort::leeg;
    hoogte_weg = false;
    afgerond = false;
    punten.clear();
    ring_einde.clear();
    vlak_einde.clear();
}

std::optional<std::int32_t> lees_millimeters(std::string_view tekst, bool& afgerond) noexcept {
    const char* p = tekst.data();
    std::int64_t mm = 0;
    if (!lees_getal(p, tekst.data() + tekst.size(), mm, afgerond) || p != tekst.data() + tekst.size() || !past(mm))
        return std::nullopt;
    return static_cast<std::int32_t>(mm);
}

bool lees_posities(std::string_view tekst, int dimensie, Geometrie& uit) {
    const char* p = tekst.data();
    const char* const einde = p + tekst.size();
    std::int64_t as[3] = {0, 0, 0};
    int welke = 0;
    for (;;) {
        while (p != einde && is_wit(*p)) ++p;
        if (p == einde) break;
        if (!lees_getal(p, einde, as[welke], uit.afgerond)) return false;
        if (++welke < dimensie) continue;
        welke = 0;
        if (!past(as[0]) || !past(as[1])) return false;
        if (dimensie == 3 && as[2] != 0) uit.hoogte_weg = true;
        uit.punten.push_back({static_cast<std::int32_t>(as[0]), static_cast<std::int32_t>(as[1])});
    }
    return welke == 0;
}

void ewkb(const Geometrie& geometrie, std::string& uit) {
    if (geometrie.soort == GeometrieSoort::leeg) return;
    uit += '\x01';
    const auto soort = geometrie.soort == GeometrieSoort::punt   ? wkb_punt
                       : geometrie.soort == GeometrieSoort::vlak ? wkb_vlak
                                                                 : wkb_multivlak;
    schrijf(uit, soort | met_srid);
    schrijf(uit, rd_new);
    if (geometrie.soort == GeometrieSoort::punt) return schrijf_punt(uit, geometrie.punten.front());
    if (geometrie.soort == GeometrieSoort::vlak) return schrijf_vlak(uit, geometrie, 0, geometrie.vlak_einde.front());
    schrijf(uit, static_cast<std::uint32_t>(geometrie.vlak_einde.size()));
    std::uint32_t ring = 0;
    for (const auto tot : geometrie.vlak_einde) {
        uit += '\x01';
        schrijf(uit, wkb_vlak);
        schrijf_vlak(uit, geometrie, ring, tot);
        ring = tot;
    }
}

std::string ewkb(const Geometrie& geometrie) {
    std::string uit;
    uit.reserve(32 + 16 * geometrie.punten.size() + 8 * geometrie.ring_einde.size());
    ewkb(geometrie, uit);
    return uit;
}

}  // namespace damwand::bag

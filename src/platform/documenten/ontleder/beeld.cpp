// SPDX-License-Identifier: EUPL-1.2
// PNG (ISO/IEC 15948) and JPEG (ITU-T T.81): the structure and the size, not the picture. A PNG is inflated to count its
// bytes, so that one that holds more than it says is seen.
#include <zlib.h>

#include <array>

#include "platform/documenten/ontleder/ontleder.hpp"

namespace damwand::documenten::ontleder {
namespace {

std::uint32_t getal(std::string_view bytes, std::size_t plek, std::size_t lengte) noexcept {
    std::uint32_t uit = 0;
    for (std::size_t i = 0; i < lengte; ++i) uit = uit << 8 | static_cast<unsigned char>(bytes[plek + i]);
    return uit;
}

bool te_groot(std::uint32_t breedte, std::uint32_t hoogte, const Grenzen& g) noexcept {
    return breedte > g.zijde || hoogte > g.zijde || std::uint64_t{breedte} * hoogte > g.beeldpunten;
}

/// Counts what the picture data unpack to.
class Teller {
  public:
    explicit Teller(std::uint64_t hoogstens) : m_over(hoogstens) { m_goed = inflateInit(&m_stroom) == Z_OK; }
    ~Teller() { inflateEnd(&m_stroom); }
    Teller(const Teller&) = delete;
    Teller& operator=(const Teller&) = delete;
    /// False: broken, or more than there may be.
    bool neem(std::string_view deel) {
        m_stroom.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deel.data()));
        m_stroom.avail_in = static_cast<uInt>(deel.size());
        while (m_goed && !m_klaar && m_stroom.avail_in > 0) {
            m_stroom.next_out = m_bak.data();
            m_stroom.avail_out = static_cast<uInt>(m_bak.size());
            const int stand = inflate(&m_stroom, Z_NO_FLUSH);
            const auto gemaakt = m_bak.size() - m_stroom.avail_out;
            m_goed = (stand == Z_OK || stand == Z_STREAM_END) && gemaakt <= m_over;
            if (m_goed) m_over -= gemaakt;
            m_klaar = stand == Z_STREAM_END;
        }
        return m_goed;
    }
    [[nodiscard]] bool klaar() const noexcept { return m_klaar; }

  private:
    z_stream m_stroom{};
    std::array<Bytef, std::size_t{64} * 1024> m_bak{};
    std::uint64_t m_over;
    bool m_goed = false, m_klaar = false;
};

}  // namespace

Oordeel ontleed_png(std::string_view in, const Grenzen& g) {
    constexpr std::string_view merk = "\x89PNG\r\n\x1A\n";
    if (!in.starts_with(merk)) return {.reden = "beschadigd"};
    Oordeel uit;
    std::optional<Teller> teller;
    for (std::size_t plek = merk.size();;) {
        if (in.size() - plek < 12) return {.reden = "afgekapt"};
        const std::size_t lengte = getal(in, plek, 4);
        if (lengte > in.size() - plek - 12) return {.reden = "afgekapt"};
        const auto naam = in.substr(plek + 4, 4);
        const auto deel = in.substr(plek + 8, lengte);
        const auto som = crc32(crc32(0, nullptr, 0), reinterpret_cast<const Bytef*>(naam.data()), static_cast<uInt>(lengte + 4));
        if (som != getal(in, plek + 8 + lengte, 4)) return {.reden = "beschadigd"};
        plek += lengte + 12;
        if (!teller) {
            if (naam != "IHDR" || lengte != 13) return {.reden = "beschadigd"};
            const auto breedte = getal(deel, 0, 4);
            const auto hoogte = getal(deel, 4, 4);
            if (breedte == 0 || hoogte == 0) return {.reden = "beschadigd"};
            if (te_groot(breedte, hoogte, g)) return {.reden = "te-veel-beeldpunten"};
            constexpr std::array<unsigned, 7> kanalen{1, 0, 3, 1, 2, 0, 4};
            const auto kleur = getal(deel, 9, 1);
            const auto bits = getal(deel, 8, 1);
            if (kleur > 6 || kanalen[kleur] == 0 || bits == 0 || bits > 16) return {.reden = "beschadigd"};
            const auto rij = (std::uint64_t{breedte} * kanalen[kleur] * bits + 7) / 8 + 1;
            // Interlaced: seven smaller pictures, whose rows may each round up.
            teller.emplace(getal(deel, 12, 1) == 0 ? rij * hoogte : rij * hoogte + (rij + hoogte) * 16);
            uit.breedte = breedte;
            uit.hoogte = hoogte;
        } else if (naam == "IDAT") {
            if (!teller->neem(deel)) return {.reden = "te-groot-uitgepakt"};
        } else if (naam == "IEND") {
            if (plek != in.size()) return {.reden = "dubbel"};
            if (!teller->klaar()) return {.reden = "afgekapt"};
            return uit;
        }
    }
}

Oordeel ontleed_jpeg(std::string_view in, const Grenzen& g) {
    if (!in.starts_with("\xFF\xD8\xFF")) return {.reden = "beschadigd"};
    Oordeel uit;
    std::size_t plek = 2;
    while (true) {
        if (in.size() - plek < 4) return {.reden = "afgekapt"};
        if (in[plek] != '\xFF') return {.reden = "beschadigd"};
        const auto merk = static_cast<unsigned char>(in[plek + 1]);
        if (merk == 0xFF) {  // padding
            ++plek;
            continue;
        }
        const std::size_t lengte = getal(in, plek + 2, 2);
        if (lengte < 2) return {.reden = "beschadigd"};
        if (lengte > in.size() - plek - 2) return {.reden = "afgekapt"};
        const bool raam = merk >= 0xC0 && merk <= 0xCF && merk != 0xC4 && merk != 0xC8 && merk != 0xCC;
        if (raam) {
            if (lengte < 8) return {.reden = "beschadigd"};
            const auto hoogte = getal(in, plek + 5, 2);
            const auto breedte = getal(in, plek + 7, 2);
            if (breedte == 0 || hoogte == 0) return {.reden = "beschadigd"};
            if (te_groot(breedte, hoogte, g)) return {.reden = "te-veel-beeldpunten"};
            uit.breedte = breedte;
            uit.hoogte = hoogte;
        }
        if (merk == 0xDA) break;  // the picture itself begins
        plek += lengte + 2;
    }
    if (!uit.breedte) return {.reden = "beschadigd"};
    const auto einde = in.rfind("\xFF\xD9");
    if (einde == std::string_view::npos || einde < plek) return {.reden = "afgekapt"};
    // Cameras write small previews behind it; more than that is something else.
    if (in.size() - einde - 2 > 64 * 1024) return {.reden = "dubbel"};
    return uit;
}

}  // namespace damwand::documenten::ontleder

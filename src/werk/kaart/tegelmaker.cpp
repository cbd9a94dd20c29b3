// SPDX-License-Identifier: EUPL-1.2
#include "werk/kaart/tegelmaker.hpp"

#include <protozero/pbf_writer.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <stdexcept>

// Format: https://github.com/mapbox/vector-tile-spec/tree/master/2.1 (protocol buffers; field numbers below).
namespace damwand::kaart {
namespace {

constexpr double halve_wereld = 20037508.342789244;
constexpr int breedte = 4096;
enum Soort { punten = 1, vlakken = 3 };
enum Opdracht : std::uint32_t { ga = 1, trek = 2, sluit = 7 };

void varint(std::string& uit, std::uint64_t w) { protozero::add_varint_to_buffer(&uit, w); }
void opdracht(std::string& uit, Opdracht wat, std::size_t keren) { varint(uit, keren << 3U | wat); }

/// Well-known binary of this machine's byte order, which is what PostGIS sends.
struct Wkb {
    std::string_view rest;
    template <class T>
    T neem() {
        if (rest.size() < sizeof(T)) throw std::runtime_error("a shape ends too early");
        T uit;
        std::memcpy(&uit, rest.data(), sizeof uit);
        rest.remove_prefix(sizeof uit);
        return uit;
    }
    std::uint32_t kop() {
        if (neem<std::uint8_t>() != 1) throw std::runtime_error("a shape in another byte order");
        auto soort = neem<std::uint32_t>();
        constexpr std::uint32_t met_stelsel = 0x20000000U;
        if ((soort & met_stelsel) != 0) (void)neem<std::uint32_t>();
        return soort & ~met_stelsel;
    }
};

}  // namespace

Tegelvlak tegelvlak(int z, int x, int y) {
    const double maat = 2 * halve_wereld / static_cast<double>(1U << static_cast<unsigned>(z));
    return {.west = x * maat - halve_wereld, .zuid = halve_wereld - (y + 1) * maat, .oost = (x + 1) * maat - halve_wereld, .noord = halve_wereld - y * maat};
}

Tegelvlak in_rd(const Tegelvlak& vlak) {
    // F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoördinaten" (2001).
    struct Term {
        int p, q;
        double w;
    };
    static constexpr Term naar_x[] = {{0, 1, 190094.945}, {1, 1, -11832.228}, {2, 1, -114.221}, {0, 3, -32.391}, {1, 0, -0.705}, {3, 1, -2.340}, {1, 3, -0.608}, {0, 2, -0.008}, {2, 3, 0.148}};
    static constexpr Term naar_y[] = {{1, 0, 309056.544}, {0, 2, 3638.893}, {2, 0, 73.077}, {1, 2, -157.984}, {3, 0, 59.788}, {0, 1, 0.433}, {2, 2, -6.439}, {1, 1, -0.032}, {0, 4, 0.092}, {1, 4, -0.054}};
    const auto graden = 180 / std::numbers::pi;
    Tegelvlak uit{.west = 1e9, .zuid = 1e9, .oost = -1e9, .noord = -1e9};
    for (const double x : {vlak.west, vlak.oost}) {
        for (const double y : {vlak.zuid, vlak.noord}) {
            const double lengte = x / halve_wereld * 180, hoogte = (2 * std::atan(std::exp(y / halve_wereld * std::numbers::pi)) - std::numbers::pi / 2) * graden;
            const double df = 0.36 * (hoogte - 52.15517440), dl = 0.36 * (lengte - 5.38720621);
            double rx = 155000, ry = 463000;
            for (const auto& t : naar_x) rx += t.w * std::pow(df, t.p) * std::pow(dl, t.q);
            for (const auto& t : naar_y) ry += t.w * std::pow(df, t.p) * std::pow(dl, t.q);
            uit = {.west = std::min(uit.west, rx), .zuid = std::min(uit.zuid, ry), .oost = std::max(uit.oost, rx), .noord = std::max(uit.noord, ry)};
        }
    }
    return uit;
}

Tegelmaker::Tegelmaker(std::string_view laag, const Tegelvlak& vlak) : m_laag(laag), m_vlak(vlak), m_schaal(breedte / (vlak.oost - vlak.west)) {}

Tegelmaker::Punt Tegelmaker::raster(double x, double y) const {
    return {static_cast<std::int32_t>(std::lround((x - m_vlak.west) * m_schaal)), static_cast<std::int32_t>(std::lround((m_vlak.noord - y) * m_schaal))};
}

void Tegelmaker::punt(Punt p) {
    varint(m_meetkunde, protozero::encode_zigzag32(p.x - m_pen.x));
    varint(m_meetkunde, protozero::encode_zigzag32(p.y - m_pen.y));
    m_pen = p;
}

/// Takes the points in m_ring; outer rings go clockwise on the screen, inner ones the other way. False when it encloses nothing.
bool Tegelmaker::ring(bool buiten) {
    auto& r = m_ring;
    r.erase(std::unique(r.begin(), r.end(), [](Punt a, Punt b) { return a.x == b.x && a.y == b.y; }), r.end());
    while (r.size() > 1 && r.front().x == r.back().x && r.front().y == r.back().y) r.pop_back();
    std::int64_t dubbel = 0;
    for (std::size_t i = 0; i < r.size(); ++i) {
        const auto& a = r[i];
        const auto& b = r[(i + 1) % r.size()];
        dubbel += static_cast<std::int64_t>(a.x) * b.y - static_cast<std::int64_t>(b.x) * a.y;
    }
    if (r.size() < 3 || dubbel == 0) return false;
    if ((dubbel > 0) != buiten) std::reverse(r.begin(), r.end());
    opdracht(m_meetkunde, ga, 1);
    punt(r.front());
    opdracht(m_meetkunde, trek, r.size() - 1);
    for (std::size_t i = 1; i < r.size(); ++i) punt(r[i]);
    opdracht(m_meetkunde, sluit, 1);
    return true;
}

bool Tegelmaker::begin_ewkb(std::string_view ewkb) {
    constexpr std::uint32_t punt_soort = 1, vlak_soort = 3, vlakken_soort = 6;
    m_meetkunde.clear();
    m_merken.clear();
    m_pen = {};
    Wkb in{ewkb};
    auto soort = in.kop();
    if (soort == punt_soort) {
        const auto x = in.neem<double>(), y = in.neem<double>();
        m_soort = punten;
        opdracht(m_meetkunde, ga, 1);
        punt(raster(x, y));
        return true;
    }
    m_soort = vlakken;
    if (soort != vlak_soort && soort != vlakken_soort) return false;
    const auto hoeveel = soort == vlakken_soort ? in.neem<std::uint32_t>() : 1U;
    for (std::uint32_t v = 0; v < hoeveel; ++v) {
        if (soort == vlakken_soort && in.kop() != vlak_soort) throw std::runtime_error("a multipolygon of something else");
        const auto ringen = in.neem<std::uint32_t>();
        bool buitenom = false;
        for (std::uint32_t i = 0; i < ringen; ++i) {
            m_ring.clear();
            for (auto n = in.neem<std::uint32_t>(); n > 0; --n) {
                const auto x = in.neem<double>(), y = in.neem<double>();
                m_ring.push_back(raster(x, y));
            }
            if (i == 0)
                buitenom = ring(true);
            else if (buitenom)
                (void)ring(false);
        }
    }
    return !m_meetkunde.empty();
}

void Tegelmaker::begin_veelhoek(const std::vector<std::pair<double, double>>& hoeken) {
    m_meetkunde.clear();
    m_merken.clear();
    m_pen = {};
    m_soort = vlakken;
    m_ring.clear();
    for (const auto& [x, y] : hoeken) m_ring.push_back(raster(x, y));
    if (!ring(true)) throw std::logic_error("a drawn polygon that encloses nothing");
}

void Tegelmaker::waarde(std::string_view naam, std::string gecodeerd) {
    const auto plek = [](auto& kaart, auto& rij, std::string woord) {
        const auto [hier, nieuw] = kaart.emplace(std::move(woord), static_cast<std::uint32_t>(kaart.size()));
        if (nieuw) rij.push_back(&hier->first);
        return hier->second;
    };
    varint(m_merken, plek(m_namen, m_namen_op_rij, std::string(naam)));
    varint(m_merken, plek(m_waarden, m_waarden_op_rij, std::move(gecodeerd)));
}

void Tegelmaker::getal(std::string_view naam, std::int64_t w) {
    std::string uit;
    if (w >= 0)
        protozero::pbf_writer(uit).add_uint64(5, static_cast<std::uint64_t>(w));
    else
        protozero::pbf_writer(uit).add_int64(4, w);
    waarde(naam, std::move(uit));
}
void Tegelmaker::tekst(std::string_view naam, std::string_view w) {
    std::string uit;
    protozero::pbf_writer(uit).add_string(1, w.data(), w.size());
    waarde(naam, std::move(uit));
}
void Tegelmaker::ja_nee(std::string_view naam, bool w) {
    std::string uit;
    protozero::pbf_writer(uit).add_bool(7, w);
    waarde(naam, std::move(uit));
}

void Tegelmaker::einde() {
    protozero::pbf_writer laag(m_vormen);
    protozero::pbf_writer vorm(laag, 2);
    vorm.add_bytes(2, m_merken);
    vorm.add_enum(3, m_soort);
    vorm.add_bytes(4, m_meetkunde);
}

std::string Tegelmaker::klaar() const {
    if (m_vormen.empty()) return {};
    std::string uit;
    uit.reserve(m_vormen.size() + m_waarden.size() * 24 + 256);
    protozero::pbf_writer tegel(uit);
    protozero::pbf_writer laag(tegel, 3);
    laag.add_string(1, m_laag);
    uit += m_vormen;
    for (const auto* naam : m_namen_op_rij) laag.add_string(3, *naam);
    for (const auto* w : m_waarden_op_rij) laag.add_message(4, *w);
    laag.add_uint32(5, breedte);
    laag.add_uint32(15, 2);
    laag.commit();
    return uit;
}

}  // namespace damwand::kaart

// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <sodium.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "platform/http/http.hpp"
#include "base/tekst.hpp"
#include "platform/http/kop.hpp"

namespace damwand::http {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t meeste_bytes =
    std::uintmax_t{64} * 1024 * 1024;  ///< of a whole build; everything stays in memory

struct Soort {
    std::string_view extensie, type;
    bool zip;
};
constexpr std::array<Soort, 20> soorten = {{
    {".html", "text/html; charset=utf-8", true},
    {".js", "text/javascript; charset=utf-8", true},
    {".mjs", "text/javascript; charset=utf-8", true},
    {".css", "text/css; charset=utf-8", true},
    {".json", "application/json", true},
    {".geojson", "application/geo+json", true},
    {".map", "application/json", true},
    {".webmanifest", "application/manifest+json", true},
    {".svg", "image/svg+xml", true},
    {".txt", "text/plain; charset=utf-8", true},
    {".xml", "application/xml", true},
    {".wasm", "application/wasm", true},
    {".ttf", "font/ttf", true},
    {".woff", "font/woff", false},
    {".woff2", "font/woff2", false},
    {".png", "image/png", false},
    {".jpg", "image/jpeg", false},
    {".webp", "image/webp", false},
    {".ico", "image/x-icon", false},
    {".pdf", "application/pdf", false},
}};

Soort soort_van(const fs::path& pad) {
    const auto extensie = klein(pad.extension().string());
    const auto gevonden =
        std::find_if(soorten.begin(), soorten.end(), [&](const Soort& soort) { return soort.extensie == extensie; });
    return gevonden == soorten.end() ? Soort{"", "application/octet-stream", false} : *gevonden;
}

/// Gzip without name or time, so that the same build gives the same bytes.
std::string zip(const std::string& inhoud, int moeite = Z_BEST_COMPRESSION) {
    z_stream stroom{};
    constexpr int gzip_venster = 15 + 16;
    if (deflateInit2(&stroom, moeite, Z_DEFLATED, gzip_venster, 9, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    std::string uit(deflateBound(&stroom, static_cast<uLong>(inhoud.size())), '\0');
    stroom.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(inhoud.data()));
    stroom.avail_in = static_cast<uInt>(inhoud.size());
    stroom.next_out = reinterpret_cast<Bytef*>(uit.data());
    stroom.avail_out = static_cast<uInt>(uit.size());
    const int klaar = deflate(&stroom, Z_FINISH);
    uit.resize(stroom.total_out);
    deflateEnd(&stroom);
    return klaar == Z_STREAM_END ? uit : std::string{};
}

std::string merk(const std::string& inhoud) {
    std::array<unsigned char, 16> som{};
    crypto_generichash(som.data(), som.size(), reinterpret_cast<const unsigned char*>(inhoud.data()), inhoud.size(),
                       nullptr, 0);
    return als_hex(som);
}

std::string lees(const fs::path& pad) {
    std::ifstream in(pad, std::ios::binary);
    std::string inhoud{std::istreambuf_iterator<char>(in), {}};
    if (!in) throw Fout(FoutSoort::intern, "web-onleesbaar", fmt::format("{} is niet te lezen.", pad.string()));
    return inhoud;
}

/// Calls `bij` with every trimmed element of a comma separated header.
template <class F>
bool een_van(const std::optional<std::string>& kop, F bij) {
    if (!kop) return false;
    for (std::size_t begin = 0; begin <= kop->size();) {
        const auto eind = std::min(kop->find(',', begin), kop->size());
        auto deel = std::string_view(*kop).substr(begin, eind - begin);
        deel.remove_prefix(std::min(deel.find_first_not_of(" \t"), deel.size()));
        while (!deel.empty() && (deel.back() == ' ' || deel.back() == '\t')) deel.remove_suffix(1);
        if (bij(deel)) return true;
        begin = eind + 1;
    }
    return false;
}

/// "gzip" or "*", unless its weight is zero.
bool neemt_gzip(std::string_view deel) {
    const auto punt = std::min(deel.find(';'), deel.size());
    auto naam = klein(deel.substr(0, punt));
    while (!naam.empty() && naam.back() == ' ') naam.pop_back();
    if (naam != "gzip" && naam != "*") return false;
    auto gewicht = klein(deel.substr(punt));
    std::erase(gewicht, ' ');
    return !gewicht.starts_with(";q=0") || gewicht.find_first_of("123456789", 4) != std::string::npos;
}

}  // namespace

Bestanden::Bestanden(const fs::path& map) {
    std::error_code fout;
    const auto wortel = fs::canonical(map, fout);
    if (fout || !fs::is_directory(wortel)) {
        throw Fout(FoutSoort::intern, "web-ontbreekt",
                   fmt::format("De map met de gebouwde schermen ontbreekt: {}. Bouw eerst web/.", map.string()));
    }
    std::uintmax_t totaal = 0;
    for (auto plek = fs::recursive_directory_iterator(wortel); plek != fs::recursive_directory_iterator(); ++plek) {
        const auto naam = plek->path().filename().string();
        if (naam.starts_with('.')) {  // .git, editor files, .htpasswd: nothing a build delivers
            plek.disable_recursion_pending();
            continue;
        }
        if (plek->is_symlink() || !plek->is_regular_file()) continue;  // a link could lead out of the folder
        totaal += plek->file_size();
        if (totaal > meeste_bytes) {
            throw Fout(FoutSoort::te_groot, "web-te-groot",
                       fmt::format("{} bevat meer dan {} MiB.", map.string(), meeste_bytes >> 20U));
        }
        const auto soort = soort_van(plek->path());
        Bestand bestand;
        auto inhoud = lees(plek->path());
        bestand.etag = merk(inhoud);
        bestand.type = soort.type;
        if (auto klein_genoeg = soort.zip ? zip(inhoud) : std::string{};
            !klein_genoeg.empty() && klein_genoeg.size() < inhoud.size()) {
            bestand.gezipt = std::make_shared<const std::string>(std::move(klein_genoeg));
        }
        bestand.inhoud = std::make_shared<const std::string>(std::move(inhoud));
        auto pad = "/" + fs::relative(plek->path(), wortel).generic_string();
        bestand.blijvend = pad.starts_with("/assets/");
        m_bestanden.emplace(std::move(pad), std::move(bestand));
    }
}

Gepakt pak(std::string inhoud) {
    constexpr int snel = 4;  // made while somebody waits: half the time of the usual 6 for a few percent more bytes
    auto gezipt = zip(inhoud, snel);
    return {std::make_shared<const std::string>(std::move(inhoud)), std::make_shared<const std::string>(std::move(gezipt))};
}

void geef(Antwoord& antwoord, const Gepakt& lijf, const Verzoek& verzoek) {
    antwoord.koppen.emplace_back("Vary", "Accept-Encoding");
    const bool gezipt = !lijf.gezipt->empty() && een_van(verzoek.kop("accept-encoding"), neemt_gzip);
    if (gezipt) antwoord.koppen.emplace_back("Content-Encoding", "gzip");
    antwoord.gedeeld = gezipt ? lijf.gezipt : lijf.inhoud;
}

std::optional<Antwoord> Bestanden::antwoord(const Verzoek& verzoek) const {
    if (verzoek.methode != Methode::get && verzoek.methode != Methode::head) return std::nullopt;
    const std::string_view pad = verzoek.pad;
    if (pad == "/v1" || pad.starts_with("/v1/")) return std::nullopt;
    auto gevonden = m_bestanden.find(pad);
    if (gevonden == m_bestanden.end()) {
        const bool scherm = pad.find('.', pad.rfind('/')) == std::string_view::npos;
        if (scherm) gevonden = m_bestanden.find(std::string_view("/index.html"));
        if (gevonden == m_bestanden.end()) return std::nullopt;
    }
    const Bestand& bestand = gevonden->second;
    const bool gezipt = bestand.gezipt && een_van(verzoek.kop("accept-encoding"), neemt_gzip);
    const auto etag = fmt::format("\"{}{}\"", bestand.etag, gezipt ? "-gz" : "");

    Antwoord antwoord;
    antwoord.type = bestand.type;
    antwoord.bewaarbaar = true;
    antwoord.koppen.emplace_back("ETag", etag);
    antwoord.koppen.emplace_back("Cache-Control",
                                 bestand.blijvend ? "public, max-age=31536000, immutable" : "no-cache");
    if (bestand.gezipt) antwoord.koppen.emplace_back("Vary", "Accept-Encoding");
    const bool zelfde = een_van(verzoek.kop("if-none-match"), [&](std::string_view deel) {
        if (deel.starts_with("W/")) deel.remove_prefix(2);
        return deel == "*" || deel == etag;
    });
    if (zelfde) {
        antwoord.status = 304;
        return antwoord;
    }
    if (gezipt) antwoord.koppen.emplace_back("Content-Encoding", "gzip");
    antwoord.gedeeld = gezipt ? bestand.gezipt : bestand.inhoud;
    return antwoord;
}

}  // namespace damwand::http

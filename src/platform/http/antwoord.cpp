// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/antwoord.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "platform/http/kop.hpp"

namespace damwand::http {
namespace {

using Koppel = std::pair<std::string_view, std::string_view>;

constexpr std::array<std::string_view, 6> van_ons = {"connection", "content-length", "transfer-encoding",
                                                     "date",       "server",         "api-version"};

/// veiligheid.md V14, recht.md §2.1 (transport/security-headers).
constexpr std::array<Koppel, 7> altijd = {{
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"},
    {"Strict-Transport-Security", "max-age=31536000; includeSubDomains"},
}};

constexpr std::string_view csp_html =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";
/// A worker lives under the policy of its own script, not of the page that started it.
constexpr std::string_view csp_script =
    "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";
constexpr std::string_view csp_rest = "default-src 'none'; frame-ancestors 'none'";

std::string_view csp_van(std::string_view type) noexcept {
    if (type.starts_with("text/html")) return csp_html;
    if (type.starts_with("text/javascript")) return csp_script;
    return csp_rest;
}

std::string_view naam_van(int status) noexcept {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 301:
            return "Moved Permanently";
        case 302:
            return "Found";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 307:
            return "Temporary Redirect";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 406:
            return "Not Acceptable";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 410:
            return "Gone";
        case 411:
            return "Length Required";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 415:
            return "Unsupported Media Type";
        case 417:
            return "Expectation Failed";
        case 428:
            return "Precondition Required";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 503:
            return "Service Unavailable";
        case 505:
            return "HTTP Version Not Supported";
        default:
            return "Status";
    }
}

bool is_waarde(std::string_view tekst) noexcept {
    return std::none_of(tekst.begin(), tekst.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7F;
    });
}

bool gelijk(std::string_view links, std::string_view rechts) { return klein(links) == klein(rechts); }

}  // namespace

bool zonder_lijf(int status) noexcept { return status == 204 || status == 304; }

bool is_schrijfbaar(const Antwoord& antwoord) noexcept {
    return antwoord.status >= 200 && antwoord.status <= 599 && is_waarde(antwoord.type) &&
           std::all_of(antwoord.koppen.begin(), antwoord.koppen.end(),
                       [](const auto& kop) { return is_token(kop.first) && is_waarde(kop.second); });
}

std::string http_datum(std::chrono::sys_seconds tijd) {
    constexpr std::array<std::string_view, 7> dagen = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> maanden = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto dag = std::chrono::floor<std::chrono::days>(tijd);
    const std::chrono::year_month_day datum(dag);
    const std::chrono::hh_mm_ss klok(tijd - dag);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", dagen.at(std::chrono::weekday(dag).c_encoding()),
                       static_cast<unsigned>(datum.day()), maanden.at(static_cast<unsigned>(datum.month()) - 1),
                       static_cast<int>(datum.year()), klok.hours().count(), klok.minutes().count(),
                       klok.seconds().count());
}

std::string antwoord_kop(const Antwoord& antwoord, std::size_t lengte, const Schrijfwijze& wijze) {
    std::string uit;
    uit.reserve(1024);
    const auto schrijf = [&](std::string_view naam, std::string_view waarde) {
        fmt::format_to(std::back_inserter(uit), "{}: {}\r\n", naam, waarde);
    };
    const auto zet = [&](std::string_view naam, std::string_view waarde) {
        const bool eigen = std::any_of(antwoord.koppen.begin(), antwoord.koppen.end(),
                                       [&](const auto& kop) { return gelijk(kop.first, naam); });
        if (!eigen) schrijf(naam, waarde);
    };
    fmt::format_to(std::back_inserter(uit), "HTTP/1.1 {} {}\r\n", antwoord.status, naam_van(antwoord.status));
    schrijf("Date", wijze.datum);
    schrijf("API-Version", wijze.api_versie);
    if (wijze.sluiten) schrijf("Connection", "close");
    const std::string_view type = wijze.stroom ? "text/event-stream; charset=utf-8" : std::string_view(antwoord.type);
    if (!zonder_lijf(antwoord.status)) zet("Content-Type", type);
    if (!wijze.stroom && !zonder_lijf(antwoord.status)) schrijf("Content-Length", std::to_string(lengte));
    if (wijze.stroom) zet("X-Accel-Buffering", "no");
    if (!antwoord.bewaarbaar) zet("Cache-Control", "no-store");
    zet("Content-Security-Policy", csp_van(type));
    for (const auto& [naam, waarde] : altijd) zet(naam, waarde);
    for (const auto& [naam, waarde] : antwoord.koppen) {
        const auto kleine_naam = klein(naam);
        if (std::find(van_ons.begin(), van_ons.end(), kleine_naam) == van_ons.end()) schrijf(naam, waarde);
    }
    uit += "\r\n";
    return uit;
}

}  // namespace damwand::http

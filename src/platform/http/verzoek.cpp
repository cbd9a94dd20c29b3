// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/id.hpp"
#include "base/tekst.hpp"
#include "platform/http/kop.hpp"

namespace damwand::http {
namespace {

int hex(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Valid UTF-8 on one line: no control characters, no text that turns round what stands beside it.
bool is_een_regel(std::string_view tekst) noexcept {
    return is_nette_tekst(tekst) && tekst.find_first_of("\n\r\t") == std::string_view::npos;
}

}  // namespace

std::string klein(std::string_view tekst) {
    std::string uit(tekst);
    for (char& c : uit) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return uit;
}

std::optional<std::string> Verzoek::kop(std::string_view naam) const {
    const auto gevonden = koppen.find(klein(naam));
    if (gevonden == koppen.end()) return std::nullopt;
    return gevonden->second;
}

std::optional<std::string> Verzoek::vraag(std::string_view naam) const {
    const auto gevonden = query.find(std::string(naam));
    if (gevonden == query.end()) return std::nullopt;
    return gevonden->second;
}

/// A name that stands twice has no value: `__Host-` cookies cannot double by themselves, so somebody planted one.
std::optional<std::string> Verzoek::koekje(std::string_view naam) const {
    const auto alles = koppen.find("cookie");
    if (alles == koppen.end() || naam.empty()) return std::nullopt;
    std::optional<std::string> waarde;
    std::string_view rest = alles->second;
    while (!rest.empty()) {
        const auto eind = rest.find(';');
        const auto paar = trim(rest.substr(0, eind));
        rest = eind == std::string_view::npos ? std::string_view{} : rest.substr(eind + 1);
        const auto is = paar.find('=');
        if (is == std::string_view::npos || paar.substr(0, is) != naam) continue;
        if (waarde) return std::nullopt;
        waarde = std::string(paar.substr(is + 1));
    }
    return waarde;
}

std::optional<std::string> ontcijfer(std::string_view tekst, bool plus) {
    std::string uit;
    uit.reserve(tekst.size());
    for (std::size_t i = 0; i < tekst.size(); ++i) {
        if (tekst[i] == '+' && plus) {
            uit += ' ';
        } else if (tekst[i] != '%') {
            uit += tekst[i];
        } else {
            if (tekst.size() - i < 3) return std::nullopt;
            const int hoog = hex(tekst[i + 1]);
            const int laag = hex(tekst[i + 2]);
            if (hoog < 0 || laag < 0) return std::nullopt;
            uit += static_cast<char>(hoog * 16 + laag);
            i += 2;
        }
    }
    if (!is_een_regel(uit)) return std::nullopt;
    return uit;
}

std::optional<std::string> lees_pad(std::string_view ruw) {
    if (ruw.empty() || ruw.front() != '/') return std::nullopt;
    std::string pad;
    for (std::size_t begin = 1; begin <= ruw.size();) {
        const auto eind = std::min(ruw.find('/', begin), ruw.size());
        const auto segment = ontcijfer(ruw.substr(begin, eind - begin));
        if (!segment || *segment == "." || *segment == "..") return std::nullopt;
        if (segment->find_first_of("/\\") != std::string::npos) return std::nullopt;
        if (segment->empty() && eind != ruw.size()) return std::nullopt;  // "//"
        pad += '/';
        pad += *segment;
        begin = eind + 1;
    }
    return pad;
}

std::optional<std::multimap<std::string, std::string>> lees_query(std::string_view ruw) {
    constexpr std::size_t meeste = 100;
    std::multimap<std::string, std::string> query;
    while (!ruw.empty()) {
        const auto eind = std::min(ruw.find('&'), ruw.size());
        const auto paar = ruw.substr(0, eind);
        ruw.remove_prefix(std::min(eind + 1, ruw.size()));
        if (paar.empty()) continue;
        const auto is = std::min(paar.find('='), paar.size());
        auto naam = ontcijfer(paar.substr(0, is), true);
        auto waarde = ontcijfer(paar.substr(std::min(is + 1, paar.size())), true);
        if (!naam || naam->empty() || !waarde || query.size() == meeste) return std::nullopt;
        query.emplace(std::move(*naam), std::move(*waarde));
    }
    return query;
}

std::string pad_voor_log(std::string_view pad) {
    std::string uit;
    std::size_t nummer = 0;
    for (std::size_t begin = 1; begin <= pad.size() && nummer < 6; ++nummer) {
        const auto eind = std::min(pad.find('/', begin), pad.size());
        const auto segment = pad.substr(begin, eind - begin);
        const bool woord =
            nummer < 3 && segment.size() <= 30 &&
            std::all_of(
                segment.begin(), segment.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '_'; });
        uit += '/';
        uit += woord || segment == "v1" || Uuid::lees(segment) ? segment : std::string_view("*");
        begin = eind + 1;
    }
    return uit;
}

}  // namespace damwand::http

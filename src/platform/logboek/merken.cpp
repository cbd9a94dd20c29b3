// SPDX-License-Identifier: EUPL-1.2
#include "platform/logboek/merken.hpp"

#include <algorithm>
#include <array>

#include "base/tekst.hpp"

namespace damwand::logboek {
namespace {

/// Particles of Dutch family names and of those often seen here, folded ("'t" → "t", "bij" → "by"). Sorted.
constexpr std::array<std::string_view, 36> tussenvoegsels{"a",   "aan", "al", "ben", "by", "d",  "da", "de", "del", "den", "der", "des",
                                                          "di",  "do",  "dos", "du", "el", "en", "et", "het", "in", "la",  "le",  "les",
                                                          "of",  "onder", "op", "over", "s", "t", "te",  "ten", "ter", "uit", "van", "von"};
static_assert(std::is_sorted(tussenvoegsels.begin(), tussenvoegsels.end()));

/// A particle or an initial says nothing of whose name it is.
bool zegt_iets(std::string_view woord) { return woord.size() > 1 && !std::binary_search(tussenvoegsels.begin(), tussenvoegsels.end(), woord); }

bool heeft_cijfer(std::string_view tekst) { return std::any_of(tekst.begin(), tekst.end(), [](char c) { return c >= '0' && c <= '9'; }); }

void voeg_namen_toe(Merken& uit, const std::vector<std::string>& woorden, std::size_t vanaf = 0) {
    for (auto i = vanaf; i < woorden.size(); ++i) {
        if (zegt_iets(woorden[i]) && !heeft_cijfer(woorden[i])) uit.insert("naam " + woorden[i]);
    }
}

std::string aaneen(std::string_view tekst) {
    auto uit = vouw(tekst);
    std::erase(uit, ' ');
    return uit;
}

}  // namespace

Merken merken_van_familienaam(std::string_view naam) {
    Merken uit;
    voeg_namen_toe(uit, splits(vouw(naam), ' '));
    return uit;
}

Merken merken_van_persoon(std::string_view tekst) {
    if (const auto komma = tekst.find(','); komma != std::string_view::npos) return merken_van_familienaam(tekst.substr(0, komma));
    const auto woorden = splits(vouw(tekst), ' ');
    Merken uit;
    voeg_namen_toe(uit, woorden, woorden.size() > 1 ? 1 : 0);
    return uit;
}

Merken merken_van_nummeraanduiding(std::string_view nummeraanduiding) { return {"bag " + std::string(nummeraanduiding)}; }

Merken merken_van_adres(std::string_view straat, std::string_view postcode, std::string_view nummer) {
    Merken uit;
    for (const auto begin : {straat, postcode}) {
        if (!begin.empty()) uit.insert("plek " + aaneen(std::string(begin) + " " + std::string(nummer)));
    }
    return uit;
}

Merken merken_van_tekst(std::string_view tekst) {
    constexpr std::size_t meeste_woorden = 16;
    constexpr std::size_t langste_reeks = 6;
    auto woorden = splits(vouw(tekst), ' ');
    if (woorden.size() > meeste_woorden) woorden.resize(meeste_woorden);
    Merken uit;
    voeg_namen_toe(uit, woorden);
    for (std::size_t i = 0; i < woorden.size(); ++i) {
        std::string reeks;
        for (auto j = i; j < std::min(woorden.size(), i + langste_reeks); ++j) {
            reeks += woorden[j];
            if (heeft_cijfer(reeks)) uit.insert("plek " + reeks);
        }
    }
    return uit;
}

}  // namespace damwand::logboek

// SPDX-License-Identifier: EUPL-1.2
#include "werk/register/zoekvraag.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/tekst.hpp"

namespace damwand::registers {
namespace {

constexpr std::size_t meeste_woorden = 10;
constexpr std::size_t meeste_lezingen = 40;

bool is_cijfer(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool alle_cijfers(std::string_view t) { return !t.empty() && std::all_of(t.begin(), t.end(), is_cijfer); }
bool alle_letters(std::string_view t) { return !t.empty() && std::all_of(t.begin(), t.end(), is_letter); }

std::size_t cijfers_voor(std::string_view t) {
    return static_cast<std::size_t>(std::find_if_not(t.begin(), t.end(), is_cijfer) - t.begin());
}

bool is_vier(std::string_view t) { return t.size() == 4 && alle_cijfers(t) && t.front() != '0'; }
bool is_postcode(std::string_view t) { return t.size() == 6 && is_vier(t.substr(0, 4)) && alle_letters(t.substr(4)); }

std::string hoofdletters(std::string t) {
    std::transform(t.begin(), t.end(), t.begin(), [](char c) { return is_letter(c) ? static_cast<char>(c - 32) : c; });
    return t;
}

/// Folded words, with what people glue together taken apart: "kerkstraat12b" and "1381ab12".
std::vector<std::string> woorden_van(std::string_view tekst) {
    std::vector<std::string> uit;
    const auto gevouwen = vouw(tekst);
    for (std::size_t begin = 0; begin < gevouwen.size() && uit.size() < meeste_woorden;) {
        auto einde = gevouwen.find(' ', begin);
        if (einde == std::string::npos) einde = gevouwen.size();
        const std::string woord = gevouwen.substr(begin, einde - begin);
        begin = einde + 1;
        if (woord == "nr" || woord == "no" || woord == "nummer" || woord == "huisnummer") continue;
        const auto letters =
            static_cast<std::size_t>(std::find_if_not(woord.begin(), woord.end(), is_letter) - woord.begin());
        if (letters >= 3 && letters < woord.size() && is_cijfer(woord[letters])) {
            uit.push_back(woord.substr(0, letters));
            uit.push_back(woord.substr(letters));
        } else if (woord.size() > 6 && is_postcode(std::string_view(woord).substr(0, 6)) && is_cijfer(woord[6])) {
            uit.push_back(woord.substr(0, 6));
            uit.push_back(woord.substr(6));
        } else if (!woord.empty()) {
            uit.push_back(woord);
        }
    }
    return uit;
}

/// A postcode and the words it stood in: [van, van + aantal).
struct Postcodeplek {
    std::string postcode;
    std::size_t van = 0, aantal = 0;
};

std::optional<Postcodeplek> hele_postcode(const std::vector<std::string>& w) {
    for (std::size_t i = 0; i < w.size(); ++i) {
        if (is_postcode(w[i])) return Postcodeplek{hoofdletters(w[i]), i, 1};
        if (is_vier(w[i]) && i + 1 < w.size() && w[i + 1].size() == 2 && alle_letters(w[i + 1])) {
            return Postcodeplek{hoofdletters(w[i] + w[i + 1]), i, 2};
        }
    }
    return std::nullopt;
}

/// Four digits, or four and one letter while the second is still to be typed.
std::optional<Postcodeplek> halve_postcode(const std::vector<std::string>& w) {
    for (std::size_t i = 0; i < w.size(); ++i) {
        if (is_vier(w[i])) return Postcodeplek{w[i], i, 1};
        if (w[i].size() == 5 && is_vier(w[i].substr(0, 4)) && is_letter(w[i][4]))
            return Postcodeplek{hoofdletters(w[i]), i, 1};
    }
    return std::nullopt;
}

struct Nummer {
    std::int32_t huisnummer = 0;
    std::string achter;
};

/// "12", "12b", "12bis", "12a3": up to five digits, then at most five letters and digits.
std::optional<Nummer> als_nummer(std::string_view woord) {
    const auto cijfers = cijfers_voor(woord);
    if (cijfers == 0 || cijfers > 5 || woord.front() == '0' || woord.size() - cijfers > 5) return std::nullopt;
    std::int32_t getal = 0;
    for (const char c : woord.substr(0, cijfers)) getal = getal * 10 + (c - '0');
    return Nummer{getal, std::string(woord.substr(cijfers))};
}

bool kan_achter(std::string_view woord) { return !woord.empty() && woord.size() <= 4; }

/// Every way to take a house number from the words that are left.
void met_nummers(const std::vector<std::string>& w, const std::string& postcode, std::vector<Lezing>& uit) {
    const auto voeg = [&](Lezing lezing) {
        if (uit.size() < meeste_lezingen && std::find(uit.begin(), uit.end(), lezing) == uit.end())
            uit.push_back(std::move(lezing));
    };
    for (std::size_t i = w.size(); i-- > 0;) {  // the last number is the likeliest
        const auto nummer = als_nummer(w[i]);
        if (!nummer) continue;
        Lezing lezing{.woorden = {},
                      .huisnummer = nummer->huisnummer,
                      .achter = nummer->achter,
                      .postcode = postcode,
                      .open_einde = false};
        for (std::size_t erbij = 0; erbij <= 2 && i + erbij < w.size(); ++erbij) {
            if (erbij > 0) {
                if (!kan_achter(w[i + erbij]) || lezing.achter.size() + w[i + erbij].size() > 5) break;
                lezing.achter += w[i + erbij];
            }
            lezing.woorden.assign(w.begin(), w.begin() + static_cast<std::ptrdiff_t>(i));
            lezing.woorden.insert(lezing.woorden.end(), w.begin() + static_cast<std::ptrdiff_t>(i + erbij) + 1,
                                  w.end());
            lezing.open_einde = i + erbij + 1 < w.size();
            voeg(lezing);
        }
    }
    voeg({.woorden = w, .huisnummer = 0, .achter = {}, .postcode = postcode, .open_einde = true});
}

std::vector<std::string> zonder(const std::vector<std::string>& w, const Postcodeplek& plek) {
    auto uit = w;
    const auto van = uit.begin() + static_cast<std::ptrdiff_t>(plek.van);
    uit.erase(van, van + static_cast<std::ptrdiff_t>(plek.aantal));
    return uit;
}

}  // namespace

std::vector<Lezing> lezingen(std::string_view tekst) {
    std::vector<Lezing> uit;
    const auto w = woorden_van(tekst);
    if (w.empty()) return uit;
    if (const auto heel = hele_postcode(w)) met_nummers(zonder(w, *heel), heel->postcode, uit);
    if (const auto half = halve_postcode(w)) met_nummers(zonder(w, *half), half->postcode, uit);
    met_nummers(w, {}, uit);
    return uit;
}

}  // namespace damwand::registers

// SPDX-License-Identifier: EUPL-1.2
#include "base/tekst.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace damwand {
namespace {

/// Reads one code point at `i` and moves on; 0xFFFFFFFF for a malformed sequence.
std::uint32_t volgend_teken(std::string_view tekst, std::size_t& i) noexcept {
    constexpr std::uint32_t fout = 0xFFFFFFFF;
    const auto kop = static_cast<unsigned char>(tekst[i++]);
    if (kop < 0x80) return kop;
    int vervolg = 0;
    std::uint32_t waarde = 0;
    std::uint32_t minimum = 0;
    if ((kop & 0xE0) == 0xC0) { vervolg = 1; waarde = kop & 0x1FU; minimum = 0x80; }
    else if ((kop & 0xF0) == 0xE0) { vervolg = 2; waarde = kop & 0x0FU; minimum = 0x800; }
    else if ((kop & 0xF8) == 0xF0) { vervolg = 3; waarde = kop & 0x07U; minimum = 0x10000; }
    else return fout;
    while (vervolg-- > 0) {
        if (i >= tekst.size()) return fout;
        const auto c = static_cast<unsigned char>(tekst[i]);
        if ((c & 0xC0) != 0x80) return fout;
        waarde = (waarde << 6) | (c & 0x3FU);
        ++i;
    }
    if (waarde < minimum || waarde > 0x10FFFF || (waarde >= 0xD800 && waarde <= 0xDFFF)) return fout;
    return waarde;
}

/// Base letters of U+00C0..U+017F, lower case.
constexpr std::array<std::string_view, 0xC0> latijn = {
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o",
    "o", " ", "o", "u", "u", "u", "u", "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e",
    "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", " ", "o", "u", "u", "u", "u", "y", "th", "y", "a", "a",
    "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", "d", "d", "e", "e", "e", "e", "e", "e",
    "e", "e", "e", "e", "g", "g", "g", "g", "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i",
    "i", "i", "i", "i", "y", "y", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", "l", "l", "l", "n",
    "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o", "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r",
    "s", "s", "s", "s", "s", "s", "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s"};

bool is_spatie(std::uint32_t c) noexcept { return c == ' ' || c == 0xA0 || (c >= 9 && c <= 13); }

}  // namespace

namespace {
/// Bytes at the beginning that are plain ASCII, in eights.
std::size_t kaal_begin(std::string_view tekst) noexcept {
    constexpr std::uint64_t een = 0x0101010101010101U, hoog = een * 0x80U;
    std::size_t i = 0;
    for (; i + 8 <= tekst.size(); i += 8) {
        std::uint64_t w = 0;
        std::memcpy(&w, tekst.data() + i, sizeof w);
        const std::uint64_t del = w ^ een * 0x7FU;
        // High bit: beyond ASCII, below a space, or DEL (and then some after it: those go the slow way).
        if (((w | (w - een * 0x20U) | (del - een)) & hoog) != 0) break;
    }
    return i;
}
}  // namespace

bool is_nette_tekst(std::string_view tekst) noexcept {
    for (std::size_t i = kaal_begin(tekst); i < tekst.size();) {
        const auto c = volgend_teken(tekst, i);
        if (c == 0xFFFFFFFF || c == 0x7F || (c < 0x20 && c != '\n' && c != '\t' && c != '\r')) return false;
        if (c >= 0x80 && c < 0xA0) return false;
        if (c == 0x202E || c == 0x202D || (c >= 0x2066 && c <= 0x2069)) return false;  // bidi overrides hide text
    }
    return true;
}

std::size_t lengte(std::string_view tekst) noexcept {
    std::size_t aantal = 0;
    for (const char c : tekst) {
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++aantal;
    }
    return aantal;
}

std::string_view trim(std::string_view tekst) noexcept {
    constexpr std::string_view wit = " \t\r\n\f\v";
    const auto begin = tekst.find_first_not_of(wit);
    if (begin == std::string_view::npos) return {};
    return tekst.substr(begin, tekst.find_last_not_of(wit) - begin + 1);
}

std::string vouw(std::string_view tekst) {
    std::string uit;
    uit.reserve(tekst.size());
    bool spatie = false;
    const auto voeg_toe = [&](std::string_view deel) {
        if (spatie && !uit.empty()) uit += ' ';
        spatie = false;
        uit += deel;
    };
    for (std::size_t i = 0; i < tekst.size();) {
        const auto begin = i;
        auto c = volgend_teken(tekst, i);
        if (c == 0xFFFFFFFF) { spatie = true; continue; }
        if (c >= 0x300 && c <= 0x36F) continue;  // combining marks
        if (c >= 0xC0 && c < 0x180) {
            const auto letters = latijn[c - 0xC0];
            if (letters == " ") spatie = true; else voeg_toe(letters);
        } else if (c < 0x80) {
            if (c >= 'A' && c <= 'Z') c += 32;
            const bool woordteken = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (c == '\'') continue;  // "'t" and "d'r" fold to the letters
            if (!woordteken) { spatie = true; continue; }
            const char letter = static_cast<char>(c);
            if (letter == 'j' && !spatie && !uit.empty() && uit.back() == 'i') {
                uit.back() = 'y';
            } else {
                voeg_toe({&letter, 1});
            }
        } else if (is_spatie(c) || c == 0x2010 || c == 0x2013 || c == 0x2014 || c == 0x2018 || c == 0x2019) {
            if (c != 0x2018 && c != 0x2019) spatie = true;
        } else {
            voeg_toe(tekst.substr(begin, i - begin));
        }
    }
    return uit;
}

std::vector<std::string> splits(std::string_view tekst, char scheiding) {
    std::vector<std::string> uit;
    for (std::size_t begin = 0; begin <= tekst.size();) {
        const auto einde = std::min(tekst.find(scheiding, begin), tekst.size());
        if (einde > begin) uit.emplace_back(tekst.substr(begin, einde - begin));
        begin = einde + 1;
    }
    return uit;
}

std::string als_hex(std::span<const unsigned char> bytes) {
    std::string uit(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(uit.data(), uit.size(), bytes.data(), bytes.size());
    uit.pop_back();
    return uit;
}

}  // namespace damwand

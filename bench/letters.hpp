// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// How many letters one text is from another, for brute forces over millions: apart from the program's own.
namespace damwand::letters {

/// Levenshtein's distance of a typed text to the beginning read so far, a column of the matrix in one word (Hyyrö 2003); a copy goes on from there.
class Kolom {
  public:
    explicit Kolom(const std::string& getypt) : m_lang(getypt.size()) {
        if (m_lang == 0 || m_lang > 64) throw std::runtime_error("the brute force compares 64 letters at most");
        for (std::size_t i = 0; i < m_lang; ++i) m_letters[static_cast<unsigned char>(getypt[i])] |= 1ULL << i;
    }
    struct Stand {
        std::uint64_t plus = ~0ULL, min = 0;
        std::size_t ver = 0;
    };
    [[nodiscard]] Stand begin() const { return {.ver = m_lang}; }
    [[nodiscard]] Stand verder(Stand s, std::string_view tekst) const {
        const std::uint64_t laatste = 1ULL << (m_lang - 1);
        for (const char c : tekst) {
            const auto gelijk = m_letters[static_cast<unsigned char>(c)];
            const auto x = gelijk | s.min;
            const auto d = ((((x & s.plus) + s.plus) ^ s.plus) | x);
            auto op = s.min | ~(d | s.plus);
            auto neer = s.plus & d;
            s.ver += (op & laatste) != 0 ? 1 : 0;
            s.ver -= (neer & laatste) != 0 ? 1 : 0;
            op = op << 1 | 1;
            neer <<= 1;
            s.plus = neer | ~(d | op);
            s.min = op & d;
        }
        return s;
    }

  private:
    std::size_t m_lang;
    std::array<std::uint64_t, 256> m_letters{};
};

inline std::size_t verte(const std::vector<Kolom>& ordes, std::string_view tekst) {
    std::size_t uit = 999;
    for (const auto& o : ordes) uit = std::min(uit, o.verder(o.begin(), tekst).ver);
    return uit;
}

/// By the definition: what the columns above are held against before they are believed.
inline std::size_t per_letter(const std::string& a, const std::string& b) {
    std::vector<std::size_t> rij(b.size() + 1), vorige(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) vorige[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        rij[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) rij[j] = std::min({vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
        std::swap(rij, vorige);
    }
    return vorige[b.size()];
}

}  // namespace damwand::letters

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Words as people type them, folded by base/tekst: how well one fits another, and what it may stand for.
namespace damwand::zoek {

constexpr std::size_t langste_vergelijk = 40;  ///< letters of a word that are compared

/// A typed word, made ready to be held against many. Refers to it.
class Getypt {
  public:
    explicit Getypt(std::string_view woord);
    Getypt(std::string_view woord, int hoogstens);  ///< with so many edits forgiven, two at most
    /// How well it fits `woord`, 0–1: 1 the same, less for its beginning and for one or two edits (Damerau's, adjacent letters swapped count as
    /// one; optimal string alignment), also in a beginning of `woord`. Words with a digit are never forgiven an edit.
    [[nodiscard]] float past(std::string_view woord) const noexcept;
    [[nodiscard]] int hoogstens() const noexcept { return m_hoogstens; }  ///< edits forgiven

  private:
    struct Afstand {
        int heel = 99;  ///< to the whole word
        int half = 99;  ///< to the nearest beginning of it
    };
    /// A column of the matrix in one machine word (Hyyrö 2003, A bit-vector algorithm for computing Levenshtein and Damerau edit distances).
    [[nodiscard]] Afstand afstand(std::string_view woord) const noexcept;

    std::string_view m_woord;
    int m_hoogstens;
    std::array<std::uint64_t, 256> m_plek{};  // where each letter stands, a bit per place
};
/// Letters that must be left out, put in or changed to make one text of another (Levenshtein), the first made ready to be held against many.
/// Of what was typed the first 64 letters count, of the other as many and what it is longer.
class Letterafstand {
  public:
    explicit Letterafstand(std::string_view getypt);
    [[nodiscard]] std::size_t tot(std::string_view tekst) const noexcept;

  private:
    std::size_t m_lang;
    std::array<std::uint64_t, 256> m_plek{};
};
[[nodiscard]] inline float gelijkenis(std::string_view getypt, std::string_view woord) { return Getypt(getypt).past(woord); }

/// Words of a folded name in the form they are compared in: "dr" → "doctor", "st" → "sint".
[[nodiscard]] std::vector<std::string> naamwoorden(std::string_view gevouwen);
/// What a typed word may stand for: itself, "kerkstr" → "kerkstraat", "burg" → "burgemeester".
[[nodiscard]] std::vector<std::string> varianten(const std::string& woord);
/// The same with word `i` and the one after it written as one: "kerk", "str" → "kerkstraat".
[[nodiscard]] std::vector<std::string> aaneen(std::vector<std::string> woorden, std::size_t i);
/// van, de, 't: they help to tell names apart, but nobody must type them.
[[nodiscard]] bool is_zwak(std::string_view woord) noexcept;
/// What a word counts for beside the others: little for the weak ones, less for an initial.
[[nodiscard]] float gewicht(std::string_view woord) noexcept;
/// Edits forgiven in a typed word of this length.
[[nodiscard]] int toegestaan(std::string_view getypt) noexcept;

}  // namespace damwand::zoek

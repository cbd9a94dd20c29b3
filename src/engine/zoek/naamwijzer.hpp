// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/zoek/woordenlijst.hpp"

/// Names of companies in memory, millions of them, found as people type them: abbreviations, half words, words glued or torn apart, one or two
/// typing errors. Some words stand in hundreds of thousands of names, so a name is looked at only while it can still be among the best
/// (Turtle and Flood 1995, Query evaluation: strategies and optimizations, "max-score"). No SQL. Some 45 bytes a name of four words.
namespace damwand::zoek {

struct Naam {
    std::int32_t id = 0;   ///< may come more than once: of each of its names
    std::string gevouwen;  ///< by base/tekst
};

struct Naamtreffer {
    std::int32_t id = 0;
    float score = 0;  ///< 0–1; 1: every word typed stands in the name, and the whole name was typed
};

/// A legal form written with points is one word: "rietgors b v" → "rietgors bv".
[[nodiscard]] std::vector<std::string> vorm_samen(std::vector<std::string> woorden);
/// A weak word (`is_zwak`) or a legal form: nobody must type it.
[[nodiscard]] bool is_bijzaak(std::string_view woord) noexcept;
/// What a word of a name counts for beside the others.
[[nodiscard]] float naamgewicht(std::string_view woord) noexcept;

class Naamwijzer {
  public:
    explicit Naamwijzer(const std::vector<Naam>& namen);
    static constexpr float genoeg = 0.6F;  ///< of the best: what scores less is not given
    /// At most `aantal` names of those that fit best by their words (two hundred, or as many as asked; of equal ones any), and of these first what is nearest by
    /// letters: by the whole name against all that was typed, as the product stores both. The last word may be half typed. Who typed every word as it
    /// is gets in turn the next by letters and the next by words, since a longer name that holds them may be the one he means.
    [[nodiscard]] std::vector<Naamtreffer> zoek(const std::vector<std::string>& woorden, std::size_t aantal) const;

  private:
    struct Regel {
        std::int32_t id = 0;
        std::uint16_t sterk = 0, zwak = 0;  // which of its words are
    };
    struct Zoektocht;

    [[nodiscard]] std::span<const std::uint32_t> woorden_van(std::uint32_t naam) const {
        return std::span(m_vooruit).subspan(m_vooruit_tot[naam], m_vooruit_tot[naam + 1] - m_vooruit_tot[naam]);
    }
    [[nodiscard]] std::span<const std::uint32_t> namen_met(std::uint32_t woord) const {
        return std::span(m_terug).subspan(m_terug_tot[woord], m_terug_tot[woord + 1] - m_terug_tot[woord]);
    }

    std::vector<Regel> m_namen;  // those of few words first, then by id: so the names that hold a word come in the order of what they can score
    std::vector<std::uint32_t> m_vanaf;  // with so many strong words: the first of them; and one past the last of all
    Woordenlijst m_woorden;
    std::vector<std::uint32_t> m_vooruit, m_vooruit_tot;  // of a name its words
    std::vector<std::uint32_t> m_terug, m_terug_tot;      // of a word its names
};

}  // namespace damwand::zoek

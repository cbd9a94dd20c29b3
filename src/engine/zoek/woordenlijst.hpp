// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/zoek/woorden.hpp"

/// Distinct words and where each occurs, found as people type them (`Getypt`): in order, with a trie over their beginnings, along which
/// the rows of the edit distance are worked out once for all words that begin the same. Some 30 bytes a word beside its letters.
namespace damwand::zoek {

/// Where a word occurs: the document and which of its words it covers, a bit each.
struct Vindplaats {
    std::uint32_t document = 0;
    std::uint16_t dekt = 0;
    bool operator==(const Vindplaats&) const = default;
};

class Woordenlijst {
  public:
    /// Collects what a list is made of.
    class Bouw {
      public:
        void voeg_toe(std::string_view woord, Vindplaats plek);

      private:
        friend class Woordenlijst;
        std::unordered_map<std::string, std::vector<Vindplaats>> m_plekken;
    };
    Woordenlijst() = default;
    explicit Woordenlijst(Bouw bouw);

    struct Treffer {
        std::uint32_t woord = 0;
        float score = 0;
    };
    /// Every word that fits what was typed, by `Getypt::past`; the words in order, each once.
    [[nodiscard]] std::vector<Treffer> vind(std::string_view getypt) const { return vind(Getypt(getypt), getypt); }
    [[nodiscard]] std::vector<Treffer> vind(const Getypt& past, std::string_view getypt) const;  ///< with as many edits as `past` forgives
    [[nodiscard]] std::string_view woord(std::uint32_t nummer) const;
    /// The word that is just this.
    [[nodiscard]] std::optional<std::uint32_t> nummer(std::string_view woord) const;
    [[nodiscard]] std::span<const Vindplaats> plekken(std::uint32_t nummer) const;
    [[nodiscard]] std::size_t aantal() const noexcept { return m_letters_tot.size(); }

  private:
    /// The words that begin with the same letters: an end of them, and who stands under it.
    struct Knoop {
        std::uint32_t eerste = 0, einde = 0;           ///< words [eerste, einde)
        std::uint32_t kinderen = 0, kinderen_tot = 0;  ///< nodes; none: the words are looked at one by one
    };
    struct Tocht;

    void maak_kinderen(std::uint32_t knoop, std::size_t diepte);

    std::string m_letters;  // of all words, in order
    std::vector<std::uint32_t> m_letters_tot;
    std::vector<Vindplaats> m_plekken;
    std::vector<std::uint32_t> m_plekken_tot;
    std::vector<Knoop> m_knopen;
};

}  // namespace damwand::zoek

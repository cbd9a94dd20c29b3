// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/zoek/woordenlijst.hpp"

/// Street names in memory, found as people type them: abbreviations, half words, words glued or torn apart, one or two
/// typing errors. Searches the distinct words (bounded edit distance), never the addresses. No SQL.
namespace damwand::zoek {

struct Straatnaam {
    std::int32_t id = 0;
    std::int16_t woonplaats = 0;
    std::string gevouwen, woonplaats_gevouwen;  ///< by base/tekst
};

struct Straattreffer {
    std::int32_t id = 0;
    float score = 0;  ///< 0–1; 1: every word typed stands in the name or the place, and the whole name was typed
};

class Straatwijzer {
  public:
    explicit Straatwijzer(const std::vector<Straatnaam>& namen);
    /// The best first, at most `aantal`; ties by id. `open_einde`: the last word may be half typed.
    [[nodiscard]] std::vector<Straattreffer> zoek(const std::vector<std::string>& woorden, std::size_t aantal) const;

  private:
    struct Straat {
        std::int32_t id = 0;
        std::uint32_t plaats = 0;
        std::uint16_t sterk = 0, zwak = 0;  // which words are
    };
    struct Zoektocht;

    std::vector<Straat> m_straten;
    std::size_t m_plaatsen = 0;
    Woordenlijst m_straatwoorden, m_plaatswoorden;
};

}  // namespace damwand::zoek

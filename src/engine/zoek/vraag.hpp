// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What somebody typed in one box for everything: names of people and companies, titles, plates, numbers.
namespace damwand::zoek {

/// A number or sign without anything between its characters, folded: "AB-123-C" → "ab123c". A Dutch telephone number from its
/// ninth digit from the end: "+31 6 1234 5678" → "612345678". As betrokkene.kern in SQL, which the index holds.
[[nodiscard]] std::string kern(std::string_view tekst);

/// The ways to read a typed text.
class Vraag {
  public:
    explicit Vraag(std::string_view tekst);
    /// Distinct words to look up, folded, at most sixteen: van, de and the like only where nothing else was typed.
    [[nodiscard]] std::vector<std::string> woorden() const;
    /// How well something with these texts is what was meant, 0–1: 1 when every word typed stands in it and nothing else does. The
    /// best of all readings; below `minst` it is no answer.
    [[nodiscard]] float past(std::span<const std::string> teksten) const;
    static constexpr float minst = 0.45F;

  private:
    std::vector<std::vector<std::string>> m_lezingen;  // the first as typed
};

}  // namespace damwand::zoek

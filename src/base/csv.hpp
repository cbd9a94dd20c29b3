// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <istream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// CSV: written as Dutch spreadsheets open it (semicolons, UTF-8 with a mark, lines end in CRLF), read as anybody writes it.
namespace damwand::csv {

inline constexpr std::string_view merk = "\xEF\xBB\xBF";  ///< before the first line

/// One line with its end. What a spreadsheet would read as a formula gets an apostrophe before it.
[[nodiscard]] std::string regel(std::span<const std::string> velden);

/// Reads rows (RFC 4180), one at a time and bounded. What parts the cells follows from the first line: a tab, `;`, `,` or else a space.
/// Empty lines and lines that begin with `#` are no rows.
class Lezer {
  public:
    enum class Uitslag { rij, einde, te_lang, aanhaling, geen_utf8 };  ///< the last three: a row that cannot be used; reading goes on
    explicit Lezer(std::istream& in) : m_in(in) {}
    [[nodiscard]] Uitslag volgende(std::vector<std::string>& cellen);
    [[nodiscard]] std::uint64_t regel() const noexcept { return m_rijbegin; }  ///< where that row began, 1-based
    [[nodiscard]] std::uint64_t bytes() const noexcept { return m_bytes; }     ///< read so far

  private:
    static constexpr std::size_t langste_rij = 1024UL * 1024, meeste_cellen = 200;
    bool lees_regel(std::string& uit);
    std::istream& m_in;
    char m_scheiding = 0;
    std::uint64_t m_regel = 0, m_rijbegin = 0, m_bytes = 0;
};

}  // namespace damwand::csv

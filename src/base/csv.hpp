// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <functional>
#include <istream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// CSV: written as Dutch spreadsheets open it (semicolons, UTF-8 with a mark, lines end in CRLF), read as anybody writes it.
namespace damwand::csv {

inline constexpr std::string_view merk = "\xEF\xBB\xBF";  ///< before the first line

/// One line with its end. What a spreadsheet would read as a formula gets an apostrophe before it.
[[nodiscard]] std::string regel(std::span<const std::string> velden);

inline constexpr std::size_t langste_rij = 1024UL * 1024;  ///< bytes
inline constexpr std::size_t meeste_cellen = 200;  ///< of a row that is taken

/// Cuts CSV (RFC 4180) into rows, out of pieces of any size. Empty lines are no rows. A carriage return is nothing. Of a row that is too
/// wide one cell more than `meeste_cellen` is kept, so that it shows.
class Snijder {
  public:
    struct Rij {
        std::uint64_t regel = 0;  ///< where it began
        std::vector<std::string>& cellen;
        bool te_lang = false;    ///< over a bound: the cells are not all there
        bool aanhaling = false;  ///< its quotes do not fit
    };
    /// `regel`: the number of the first line that comes. `rij` hears each row when it is whole.
    Snijder(char scheiding, std::uint64_t regel, std::function<void(const Rij&)> rij) : m_scheiding(scheiding), m_regel(regel), m_rijbegin(regel), m_rij(std::move(rij)) {}
    void neem(std::string_view stuk);
    void sluit();  ///< a last row without an end is a row too

  private:
    enum class In { begin, los, aanhaling, na_aanhaling };
    void teken(char c);
    void voeg_toe(char c);
    void cel_klaar();
    void rij_klaar();

    char m_scheiding;
    std::uint64_t m_regel, m_rijbegin;
    std::function<void(const Rij&)> m_rij;
    std::vector<std::string> m_cellen;
    std::string m_cel;
    std::size_t m_bytes = 0;  ///< of this row
    In m_in = In::begin;
    bool m_te_lang = false, m_aanhaling = false;
};

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
    bool lees_regel(std::string& uit);
    std::istream& m_in;
    char m_scheiding = 0;
    std::uint64_t m_regel = 0, m_rijbegin = 0, m_bytes = 0;
};

}  // namespace damwand::csv

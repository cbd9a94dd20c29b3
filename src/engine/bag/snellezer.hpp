// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/bag/elementen.hpp"

/// A tokeniser for the plain part of XML, which is all of what the Kadaster sends (ADR 0058): UTF-8, elements, attributes, text, the five entities,
/// comments. It reads no document wrong: before anything else (CDATA, a DOCTYPE, other encodings, instructions, character references, namespaces declared below the
/// root, and whatever is not well-formed) it gives up, and libxml2 goes on from there and says what is wrong. Internal to the reader.
namespace damwand::bag {

/// What a start tag says besides its name.
struct Kenmerken {
    int attributen = 0, namespaces = 0;
    int dimensie = 0;  ///< srsDimension; 0: not given, -1: neither 2 nor 3
    bool rd = true;    ///< no srsName, or that of RD
    void attribuut(std::string_view lokaal, std::string_view waarde);
};

/// A start tag, by what stands between its brackets.
struct Tag {
    std::string tekst;
    std::size_t naamlengte = 0;    ///< with its prefix
    std::string_view lokaal, uri;  ///< `lokaal` is a part of `tekst`
    Kenmerken kenmerken;
    bool leeg = false;               ///< <a/>
    std::optional<Element> element;  ///< for who reads: looked up once
    bool blijft = false;             ///< kept by its text
    Tag* hierna = nullptr;           ///< what began after it the last time: records are much alike
};

class Snellezer {
  public:
    enum class Teken : std::uint8_t { begin, einde, blad, klaar, opgegeven };
    /// `bron` fills a buffer and returns how much, 0 at the end; it must outlive this. `alles`: the same bytes, when they are in memory already; then `bron`
    /// is called with nullptr, and passes them over.
    explicit Snellezer(const std::function<std::size_t(char*, std::size_t)>& bron, std::string_view alles = {}) : m_bron(bron), m_alles(alles) {
        if (!alles.empty()) m_p = m_einde = m_geteld = alles.data();
    }

    /// The next token. `in_blad`: the element that began last holds text that is wanted: then `blad` is its text and its end.
    [[nodiscard]] Teken volgende(bool in_blad);
    [[nodiscard]] Tag& tag() noexcept { return *m_open[m_diep - 1]; }                  ///< after `begin`
    [[nodiscard]] std::string_view tekst() const noexcept { return m_tekst; }     ///< after `blad`, until the next call
    [[nodiscard]] int regel() noexcept;                                           ///< 1-based
    void merk() noexcept { m_merk = m_p; }                                        ///< remembers the line where it is: counted when it is asked
    [[nodiscard]] int gemerkte_regel() noexcept;

    // ---- after `opgegeven` ----
    /// What must go before the rest: the start tags that are open; before the root what the document said of itself; after it the root and its end.
    [[nodiscard]] std::string kop() const;
    [[nodiscard]] std::size_t open() const noexcept { return m_diep; }
    [[nodiscard]] bool wortel_dicht() const noexcept { return m_diep == 0 && !m_wortel.empty(); }
    [[nodiscard]] std::string_view rest() const noexcept { return {m_p, static_cast<std::size_t>(m_einde - m_p)}; }

  private:
    bool meer();
    [[nodiscard]] Tag* voorspeld(const char* p) const noexcept;
    bool kop_van_document();
    bool neem_tekst(const char* tot, bool kaal);
    Tag* zoek(std::string_view inhoud);
    bool ontleed(Tag& tag);
    [[nodiscard]] const std::string* uri_van(std::string_view voorvoegsel) const;

    const std::function<std::size_t(char*, std::size_t)>& m_bron;
    std::string_view m_alles;
    std::vector<char> m_buffer;
    const char* m_p = nullptr;
    const char* m_einde = nullptr;
    const char* m_geteld = nullptr;  ///< newlines before it are in m_regel
    int m_regel = 1;
    const char* m_merk = nullptr;  ///< null: the line is known
    int m_regel_bij_merk = 1;
    bool m_op = false, m_begonnen = false, m_sluit = false;

    static constexpr std::size_t diepst = 128;  // the reader refuses long before
    std::array<Tag*, diepst> m_open{};
    std::size_t m_diep = 0;
    Tag* m_vorige = nullptr;  ///< the tag that began last
    std::deque<Tag> m_tags;  ///< known by their text
    std::deque<Tag> m_los;   ///< by depth: those that are not worth keeping
    std::size_t m_met_attributen = 0;
    struct Plek {
        std::uint32_t hash = 0;
        Tag* tag = nullptr;
    };
    std::vector<Plek> m_plekken;
    std::vector<std::pair<std::string, std::string>> m_ruimten;  ///< prefix and URI, of the root
    std::string m_verklaring;  ///< byte order mark and declaration
    std::string m_wortel;
    std::string_view m_tekst;
    std::string m_ontcijferd;
};

}  // namespace damwand::bag

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

/// Reports that go out as they are: PDF (ISO 32000) with the structure a screen reader needs, drawn by cairo and pango.
namespace damwand::documenten {

/// Builds one document from above to below, with the calls of Odt. Dutch, A4, tagged headings, paragraphs, lists and tables; a
/// long table says its headings again on every page. The same calls give the same bytes. Not shared between threads.
class Pdf {
  public:
    explicit Pdf(std::string_view titel);
    /// Stands above every page: who received it, a number.
    Pdf& op_elke_bladzijde(std::string_view tekst);
    /// Stands large and pale through every page, and small below it beside the number of the page.
    Pdf& watermerk(std::string_view tekst);
    Pdf& kop(int niveau, std::string_view tekst);  ///< 1 … 3
    /// Line ends in the text are line breaks; an empty text is an empty line.
    Pdf& alinea(std::string_view tekst);
    /// A paragraph that stands out, in a frame.
    Pdf& in_te_vullen(std::string_view tekst);
    Pdf& opsomming(const std::vector<std::string>& punten);
    /// Every row as wide as the headings.
    Pdf& tabel(const std::vector<std::string>& koppen, const std::vector<std::vector<std::string>>& rijen);
    /// The file. Throws Fout `pdf` when it cannot be drawn.
    [[nodiscard]] std::string klaar() const;

    struct Blok {
        enum class Soort { kop, alinea, kader, lijst, tabel } soort;
        int niveau = 0;
        std::vector<std::string> teksten;            ///< the text, the points, or the headings
        std::vector<std::vector<std::string>> rijen;  ///< of a table
    };

  private:
    std::string m_titel, m_bladkop, m_watermerk;
    std::vector<Blok> m_blokken;
};

}  // namespace damwand::documenten

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

/// Letters and reports as OpenDocument text (ODF 1.3, ISO 26300): what people go on writing in before it is sent.
namespace damwand::documenten {

/// Builds one document from above to below. Dutch, A4, with real headings, lists and table headers, so that a screen reader
/// and a table of contents find their way. The same calls give the same bytes.
class Odt {
  public:
    explicit Odt(std::string_view titel);
    /// Stands above every page: who received it, a number.
    Odt& op_elke_bladzijde(std::string_view tekst);
    Odt& kop(int niveau, std::string_view tekst);  ///< 1 … 3
    /// Line ends in the text are line breaks; an empty text is an empty paragraph.
    Odt& alinea(std::string_view tekst);
    /// A paragraph that stands out: what a person still has to write.
    Odt& in_te_vullen(std::string_view tekst);
    Odt& opsomming(const std::vector<std::string>& punten);
    /// Every row as wide as the headings.
    Odt& tabel(const std::vector<std::string>& koppen, const std::vector<std::vector<std::string>>& rijen);
    /// The file. Throws Fout `odt` when there is no memory for it.
    [[nodiscard]] std::string klaar() const;

  private:
    Odt& alinea_in(std::string_view stijl, std::string_view tekst);
    std::string m_titel, m_lijf, m_bladkop;
    int m_tabellen = 0;
};

}  // namespace damwand::documenten

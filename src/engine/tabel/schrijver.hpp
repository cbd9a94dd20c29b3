// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace damwand::tabel {

/// Nothing, a number or text. Text stays text: no cell is ever a formula or a link.
using Cel = std::variant<std::monostate, double, std::string>;

/// Writes an XLSX with one sheet, a row at a time; what was written goes to the system's folder for temporary files until the end (libxlsxwriter,
/// constant memory). At most 1,048,576 rows, the first one included; a text of more than 32,767 characters is cut off there.
class Xlsxschrijver {
  public:
    /// `koppen`: the first row, in bold; it stays in view.
    Xlsxschrijver(std::string_view blad, std::span<const std::string> koppen);
    Xlsxschrijver(const Xlsxschrijver&) = delete;
    Xlsxschrijver& operator=(const Xlsxschrijver&) = delete;
    ~Xlsxschrijver();
    void rij(std::span<const Cel> cellen);
    /// The bytes of the file. Throws Fout `intern` when it could not be made.
    [[nodiscard]] std::string sluit();

  private:
    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m;
};

}  // namespace damwand::tabel

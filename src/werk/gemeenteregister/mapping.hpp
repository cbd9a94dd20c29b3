// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/json.hpp"
#include "base/tijd.hpp"
#include "engine/tabel/tabel.hpp"

/// The described way in for registers of a municipality: which column of a table is what, under which regime. A mapping is a JSON file; what it may
/// say is documented in docs/registers.md. Part of the room's front door (gemeenteregister.hpp); knows no database.
namespace damwand::gemeenteregister {

/// How the file is written; what is not said is found out.
struct Bestandswijze {
    std::optional<Code> tekenset;         ///< utf-8 or windows-1252
    std::optional<Tekst<1, 3>> scheiding;  ///< ; , | or tab
    std::optional<Tekst<1, 100>> blad;
    std::optional<Getal<1, 1000>> kopregel;
    std::optional<Code> datumvorm;  ///< jjjj-mm-dd (when absent), dd-mm-jjjj or jjjjmmdd; a date of a spreadsheet is always understood
};
BOOST_DESCRIBE_STRUCT(Bestandswijze, (), (tekenset, scheiding, blad, kopregel, datumvorm))

struct Kolom {
    Tekst<1, 100> kolom;             ///< its name in the file, exactly
    Code als;                        ///< one of kolomsoorten()
    std::optional<Code> rol;         ///< of what names somebody or something: columns with one rol are one entity
    Code regime;                     ///< open, avg, brp or fiscaal
    std::optional<Tekst<1, 100>> naam;  ///< what a `veld` is called on the screen; its column when absent
};
BOOST_DESCRIBE_STRUCT(Kolom, (), (kolom, als, rol, regime, naam))

struct Verbandwijze {
    Code soort;     ///< of the list verbandsoort
    Code wie, wat;  ///< roles
};
BOOST_DESCRIBE_STRUCT(Verbandwijze, (), (soort, wie, wat))

struct Mapping {
    Code register_;                 ///< JSON `register`: what the register is called among us
    Tekst<1, 100> naam;             ///< what people call it
    Tekst<1, 200> bron;             ///< who keeps it
    Tekst<1, 500> doel, grondslag;  ///< for what it may be used here, and under which law
    Getal<1, 240> bewaarmaanden;    ///< after a row ended or was no longer delivered
    std::optional<Bestandswijze> bestand;
    std::vector<Kolom> kolommen;
    std::optional<std::vector<Verbandwijze>> verbanden;
};
BOOST_DESCRIBE_STRUCT(Mapping, (), (register_, naam, bron, doel, grondslag, bewaarmaanden, bestand, kolommen, verbanden))

/// What a column can be, in the order of the documentation.
[[nodiscard]] std::span<const std::string_view> kolomsoorten();

/// Reads and checks a mapping; throws Fout `mapping-ongeldig` with every fault at once, each with its JSON pointer.
[[nodiscard]] Mapping lees_mapping(std::string_view json);

[[nodiscard]] tabel::Opties tabelopties(const Mapping& mapping);
/// The strictest of its columns.
[[nodiscard]] std::string regime_van(const Mapping& mapping);

// ── Rows ────────────────────────────────────────────────────────────────────────────────────────────────────────────

struct Veld {
    std::string naam, waarde, regime;
};
BOOST_DESCRIBE_STRUCT(Veld, (), (naam, waarde, regime))

/// Somebody or something that a row names.
struct Genoemd {
    std::string rol, soort;  ///< soort: persoon, bedrijf, voertuig or adres
    std::string tekst;       ///< as it was written
    std::string regime;
    std::optional<std::string> sleutel;  ///< in its normal form (entiteit::gewone_sleutel); of an address only when the file gives its id
    // Of an address, to find it with.
    std::optional<std::string> straat, huisletter, toevoeging, postcode, plaats;
    std::optional<int> huisnummer;
};

struct Tie {
    std::string soort;
    std::size_t wie = 0, wat = 0;  ///< places in Rij::genoemd
};

struct Rij {
    std::string sleutel, titel;
    std::optional<Datum> van, tot;  ///< tot: the last day
    std::vector<Veld> velden;       ///< those that say something
    std::vector<Genoemd> genoemd;
    std::vector<Tie> verbanden;
};

/// What is wrong with a cell. Never repeats its value.
struct Celfout {
    std::string kolom, uitleg;
};

class Rijmaker {
  public:
    /// `namen`: of the columns of this file. Throws Fout `tabel-kop` naming every column that is not there.
    Rijmaker(const Mapping& mapping, const std::vector<std::string>& namen);
    /// A row, or every fault in it.
    [[nodiscard]] std::variant<Rij, std::vector<Celfout>> maak(const std::vector<std::string>& cellen) const;
    /// Columns of the file that the mapping does not name: they are not read.
    [[nodiscard]] const std::vector<std::string>& ongebruikt() const noexcept { return m_ongebruikt; }

  private:
    const Mapping& m_mapping;
    std::vector<std::size_t> m_plek;  ///< per column of the mapping its place in the file
    std::vector<std::string> m_ongebruikt;
};

}  // namespace damwand::gemeenteregister

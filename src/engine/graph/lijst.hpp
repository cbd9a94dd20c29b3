// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/voortgang.hpp"
#include "engine/graph/opname.hpp"
#include "engine/graph/soorten.hpp"

/// Graphs as files carry them: with names and words instead of numbers.
namespace damwand::graph {

struct Eigenschap {
    std::string naam, waarde;
    auto operator<=>(const Eigenschap&) const = default;
};
struct Lijstknoop {
    std::string id;
    std::uint16_t type = 0;  ///< in `knooptypen`
    std::string naam{};      ///< what to show; empty: the id
    std::vector<Eigenschap> eigenschappen{};
    auto operator<=>(const Lijstknoop&) const = default;
};
struct Lijstband {
    std::uint32_t van = 0, naar = 0;  ///< in `knopen`
    std::uint16_t type = 0;           ///< in `bandtypen`
    std::string id{};
    Periode periode{};
    Betrouwbaarheid betrouwbaarheid{};
    std::vector<Eigenschap> eigenschappen{};
    auto operator<=>(const Lijstband&) const = default;
};
/// Type 0 is "no type". A node stands once; the key of a node in a Basis is its place here, the id of a tie 1 + its place.
struct Lijst {
    std::vector<Lijstknoop> knopen;
    std::vector<Lijstband> banden;
    std::vector<std::string> knooptypen{""}, bandtypen{""};
    bool gericht = false;
    bool operator==(const Lijst&) const = default;
};
[[nodiscard]] std::shared_ptr<const Basis> basis_van(const Lijst& lijst);

enum class Formaat { csv, graphml, gexf, ftm, i2 };
/// By the end of the name: .csv .tsv .txt, .graphml, .gexf, .ftm .json .jsonl .ijson; none for others.
[[nodiscard]] std::optional<Formaat> formaat_van(std::string_view bestandsnaam);

/// A record that cannot be used. Data, not an error: reading goes on.
struct Afkeuring {
    std::uint64_t regel = 0;  ///< 1-based
    std::string pad;          ///< where in the record: a column, an element, a member
    std::string reden;        ///< Dutch, one sentence
};
struct Leesverslag {
    std::uint64_t gelezen = 0, afgekeurd = 0;  ///< nodes and ties that stood in the file; gelezen = kept + afgekeurd
    std::vector<Afkeuring> afkeuringen;        ///< the first hundred
    std::vector<std::string> onbekend;         ///< names passed over, each once, the first hundred
};
struct LeesOpties {
    std::string bestand = "invoer";         ///< its name, for messages
    std::uint64_t bytes = 0;                ///< its size, for the progress; 0: not known
    Voortgang voortgang{};                  ///< false ends it with Fout "afgebroken"
    std::uint32_t meeste_knopen = 20'000'000;
    std::uint64_t meeste_banden = 100'000'000;
    std::optional<bool> kop{};              ///< CSV: the first line names columns; none: judged by what stands there
};

/// Reads a whole file. Throws Fout with file, line and place for one that is broken as a whole: "graaf-xml", "graaf-json", "graaf-csv",
/// "graaf-doctype" (a DOCTYPE or entities), "graaf-te-groot".
///
/// CSV: a tie per line, the first two columns its ends. Further columns by their name in the first line: type, id, geldigVan and geldigTot
/// (dates), betrouwbaarheid (A1 … F6); others become properties. GraphML and GEXF 1.2/1.3: nodes and ties with attributes; nested graphs and
/// hyperedges are passed over and named. FollowTheMoney: one entity per line, or one JSON array; schemas that FtM calls edges are ties.
/// i2 is written only.
[[nodiscard]] Lijst lees(std::istream& in, Formaat formaat, Leesverslag& verslag, const LeesOpties& opties = {});
/// What a reader of this library reads back as the same Lijst, but for what the format has no place for. For i2: a CSV line per tie with both
/// ends written out, as the import of Analyst's Notebook wants it.
void schrijf(std::ostream& uit, Formaat formaat, const Lijst& lijst);

/// A node or a tie as it stands in a file that names its nodes.
struct Ruwrecord {
    bool is_band = false;
    std::uint64_t regel = 0;
    std::string id{}, van{}, naar{};
    std::vector<Eigenschap> eigenschappen{};  ///< also type, naam, label and what zet_vaste_eigenschap knows
};

/// Fills a Lijst: finds nodes and types by name, keeps the bounds, counts what is refused. For the readers.
class Lijstmaker {
  public:
    Lijstmaker(Lijst& lijst, Leesverslag& verslag, const LeesOpties& opties) : m_lijst(lijst), m_verslag(verslag), m_opties(opties) {}
    [[nodiscard]] std::optional<std::uint32_t> vind(std::string_view id) const;
    /// The place of this node, made when it is not there.
    std::uint32_t knoop(std::string_view id);
    void band(Lijstband band);
    /// Takes a record in or refuses it. A tie to a node that has not come yet waits for it.
    void neem(Ruwrecord record);
    /// No more comes: what still waits is refused.
    void sluit();
    [[nodiscard]] std::uint16_t knooptype(std::string_view naam) { return type(m_lijst.knooptypen, m_knooptypen, naam); }
    [[nodiscard]] std::uint16_t bandtype(std::string_view naam) { return type(m_lijst.bandtypen, m_bandtypen, naam); }
    void keur_af(std::uint64_t regel, std::string pad, std::string reden);
    void onbekend(std::string_view naam);
    void meld(std::uint64_t bytes);
    [[nodiscard]] Lijst& lijst() noexcept { return m_lijst; }
    [[nodiscard]] Leesverslag& verslag() noexcept { return m_verslag; }
    [[nodiscard]] const LeesOpties& opties() const noexcept { return m_opties; }

  private:
    struct Meng {
        using is_transparent = void;
        std::size_t operator()(std::string_view tekst) const noexcept { return std::hash<std::string_view>{}(tekst); }
    };
    template <class T>
    using Op = std::unordered_map<std::string, T, Meng, std::equal_to<>>;
    void neem_knoop(Ruwrecord& record);
    void neem_band(Ruwrecord& record);
    std::uint16_t type(std::vector<std::string>& lijst, Op<std::uint16_t>& op, std::string_view naam);

    Lijst& m_lijst;
    Leesverslag& m_verslag;
    const LeesOpties& m_opties;
    Op<std::uint32_t> m_knopen;
    Op<std::uint16_t> m_knooptypen, m_bandtypen;
    std::vector<Ruwrecord> m_wachtend;
    std::uint64_t m_gemeld = 0;
};

/// "2024-03-01" to days since 1970 and back; none for what is no date.
[[nodiscard]] std::optional<std::int32_t> lees_dag(std::string_view tekst);
[[nodiscard]] std::string dag_tekst(std::int32_t dag);
/// "B2"; none for what is not in the 6×6 system.
[[nodiscard]] std::optional<Betrouwbaarheid> lees_betrouwbaarheid(std::string_view tekst);
[[nodiscard]] std::string betrouwbaarheid_tekst(Betrouwbaarheid betrouwbaarheid);

/// Puts a property of a tie that has a place of its own there: geldigVan, geldigTot, betrouwbaarheid and the names other programs use for
/// them. Answers false when it is none of these; throws Afkeuring when its value is not right. For the readers.
bool zet_vaste_eigenschap(Lijstband& band, std::string_view naam, std::string_view waarde);
/// The fixed properties of a tie that are filled in, by their Dutch names. For the writers.
[[nodiscard]] std::vector<Eigenschap> vaste_eigenschappen(const Lijstband& band);

}  // namespace damwand::graph

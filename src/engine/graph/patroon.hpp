// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <boost/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/voortgang.hpp"
#include "engine/graph/blik.hpp"

/// Small shapes that are looked for: a few nodes, the ties between them, and what holds in time.
namespace damwand::graph {

struct Patroonknoop {
    std::string naam;
    std::vector<std::uint16_t> typen{};  ///< any of these; none: of every type
};
struct Patroonband {
    std::string naam;
    std::size_t van = 0, naar = 0;  ///< in `knopen`
    std::optional<std::uint16_t> type{};
    bool beide = false;             ///< either way
    Periode periode{};              ///< only a row that held at some day of it
};
/// The first days of these ties lie at most so many days apart. A tie whose first day is not known fits no window and no order.
struct Venster {
    std::vector<std::size_t> banden;
    std::int32_t dagen = 0;
};
/// Two to eight nodes, connected. Different nodes of a pattern are different nodes of the graph.
struct Patroon {
    std::string naam;
    std::vector<Patroonknoop> knopen;
    std::vector<Patroonband> banden;
    std::vector<Venster> vensters{};
    std::vector<std::size_t> volgorde{};  ///< ties of which each begins on the day of the one before it or later
};

/// {"naam", "knopen": {"a": {"type": "bedrijf"}, "b": {"type": ["bedrijf", "onderneming"]}, …},
/// "verbanden": [{"van": "a", "naar": "b", "type": "eigenaar", "naam": "v1", "beide": true, "begin": "2024-01-01", "eind": "2024-12-31"}, …],
/// "vensters": [{"verbanden": ["v1", "v2"], "dagen": 365}], "volgorde": ["v1", "v2"]}; type, naam, beide, begin, eind, vensters and volgorde may be left out.
/// The place of a type in these lists is its number. Throws Fout `invoer-ongeldig` with every fault at once.
[[nodiscard]] Patroon lees_patroon(const boost::json::value& invoer, std::span<const std::string> knooptypen, std::span<const std::string> bandtypen);

struct Treffer {
    std::vector<Knoop> knopen;  ///< in the order of the pattern
    std::vector<Band> banden;   ///< one row per tie of the pattern that together meet windows and order: the evidence
};
struct Patroonvraag {
    std::size_t meeste = 1000;
    std::optional<Knoop> met{};                       ///< only matches with this node in them
    std::optional<std::vector<Knoop>> zaden{};        ///< only matches with one of these in them: the search begins there and walks nothing else
    bool met_rij = false;                             ///< only matches with a tie in them that is a row of the caller's (id not 0)
    std::uint64_t meeste_pijlen = 2'000'000'000;      ///< visible ties and rows looked at
    Voortgang voortgang{};                            ///< false ends it with Fout "afgebroken"
};
struct Treffers {
    std::vector<Treffer> treffers;  ///< ordered by keys
    bool afgekapt = false;          ///< there may be more
    std::uint64_t bekeken = 0;
};
/// Every set of nodes in the shape of the pattern, once, also where the pattern is the same when some of its nodes change places. Backtracking
/// (Ullmann 1976) from the rarest kind of node, the next node always from the shortest row that leads to one (after Shang et al. 2008, who
/// order by rarity beforehand).
[[nodiscard]] Treffers zoek_patroon(const Blik& blik, const Patroon& patroon, const Patroonvraag& vraag = {});

}  // namespace damwand::graph

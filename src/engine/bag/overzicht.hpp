// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "engine/bag/lezer.hpp"

namespace damwand::bag {

struct TypeTelling {
    std::uint64_t voorkomens = 0;
    std::uint64_t objecten = 0;  ///< distinct identifications
    bool operator==(const TypeTelling&) const = default;
};

/// What is in a delivery, without storing it.
struct Overzicht {
    std::string bestand;  ///< the first source as given
    /// [bestandsoort - 1][objecttype]; the counts people quote are those of Bestandsoort::stand.
    std::array<std::array<TypeTelling, aantal_objecttypen>, aantal_bestandsoorten> typen{};
    std::vector<Afkeuring> afkeuringen;  ///< the first hundred
    Leesverslag verslag;

    [[nodiscard]] const TypeTelling& telling(ObjectType type, Bestandsoort soort = Bestandsoort::stand) const {
        return typen[static_cast<std::size_t>(soort) - 1][static_cast<std::size_t>(type)];
    }
};

/// Reads everything and counts versions and distinct objects. Keeps eight bytes per distinct object. Throws as `lees`.
[[nodiscard]] Overzicht overzicht(std::span<const std::filesystem::path> bronnen, const LeesOpties& opties = {});

/// What `damwand bag controleer --json` prints: bestand, standdatum, typen {PND: {voorkomens, objecten}, …}, afgekeurd;
/// then what stands beside them: inactief, nietBag, inOnderzoek, gemeenteWoonplaats, onbekend, overgeslagen.
[[nodiscard]] std::string als_json(const Overzicht& overzicht);

}  // namespace damwand::bag

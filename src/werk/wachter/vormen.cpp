// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "werk/wachter/wachter.hpp"

namespace damwand::wachter {
namespace {

using Soorten = std::vector<std::string>;

const Soorten bedrijf{"bedrijf", "onderneming"}, adres{"adres"}, signaal{"signaal"}, voertuig{"voertuig"}, niemand{};

}  // namespace

const std::vector<Vorm>& vormen() {
    static const std::vector<Vorm> alle{
        // An address that two signalen are about, or name, shortly after each other.
        {.code = "adres-in-signalen",
         .rollen = {{"adres", adres}, {"signaal", signaal}, {"signaal", signaal}},
         .kan_persoon = {false, false, false},
         .anker = {true, false, false},
         .banden = {{1, 0}, {2, 0}},
         .venster = {0, 1},
         .dagen = 90},
        {.code = "voertuig-in-signalen",
         .rollen = {{"voertuig", voertuig}, {"signaal", signaal}, {"signaal", signaal}},
         .kan_persoon = {false, false, false},
         .anker = {true, false, false},
         .banden = {{1, 0, "genoemd"}, {2, 0, "genoemd"}},
         .venster = {0, 1},
         .dagen = 90},
        {.code = "bedrijf-in-signalen",
         .rollen = {{"bedrijf", bedrijf}, {"signaal", signaal}, {"signaal", signaal}},
         .kan_persoon = {false, false, false},
         .anker = {true, false, false},
         .banden = {{1, 0, "genoemd"}, {2, 0, "genoemd"}},
         .venster = {0, 1},
         .dagen = 180},
        // Two companies that came to the address of a signaal shortly after each other.
        {.code = "bedrijven-op-signaaladres",
         .rollen = {{"adres", adres}, {"signaal", signaal}, {"bedrijf", bedrijf}, {"bedrijf", bedrijf}},
         .kan_persoon = {false, false, false, false},
         .anker = {true, false, false, false},
         .banden = {{1, 0}, {2, 0, "gevestigd"}, {3, 0, "gevestigd"}},
         .venster = {1, 2},
         .dagen = 365},
        // Two companies, one address, one director who came to both shortly after each other.
        {.code = "bedrijven-adres-bestuurder",
         .rollen = {{"adres", adres}, {"bestuurder", bedrijf}, {"bedrijf", bedrijf}, {"bedrijf", bedrijf}},
         .kan_persoon = {false, true, false, false},
         .anker = {true, true, false, false},
         .banden = {{2, 0, "gevestigd"}, {3, 0, "gevestigd"}, {1, 2, "bestuurder"}, {1, 3, "bestuurder"}},
         .venster = {2, 3},
         .dagen = 365},
        // ABC transaction: an address that goes from hand to hand.
        {.code = "abc-transactie",
         .rollen = {{"adres", adres}, {"eigenaar", bedrijf}, {"eigenaar", bedrijf}, {"eigenaar", bedrijf}},
         .kan_persoon = {false, true, true, true},
         .anker = {true, false, false, false},
         .banden = {{1, 0, "eigenaar"}, {2, 0, "eigenaar"}, {3, 0, "eigenaar"}},
         .venster = {0, 1, 2},
         .op_volgorde = true,
         .dagen = 365},
        // Person, company, address: each tied to both others.
        {.code = "persoon-bedrijf-adres",
         .rollen = {{"persoon", niemand}, {"bedrijf", bedrijf}, {"adres", adres}},
         .kan_persoon = {true, false, false},
         .anker = {true, true, true},
         .banden = {{0, 1}, {0, 2}, {1, 2}},
         .venster = {},
         .dagen = 365},
    };
    return alle;
}

const Vorm* vorm_van(std::string_view code) noexcept {
    const auto plek = std::ranges::find(vormen(), code, &Vorm::code);
    return plek == vormen().end() ? nullptr : &*plek;
}

bool zonder_personen(const Vorm& vorm) noexcept {
    return std::ranges::none_of(vorm.rollen, [](const auto& rol) { return rol.soorten.empty(); });
}

netwerk::Patroon patroon_van(const Vorm& vorm, int dagen, bool personen) {
    netwerk::Patroon uit{.rollen = vorm.rollen, .banden = vorm.banden, .venster = vorm.venster, .dagen = dagen, .op_volgorde = vorm.op_volgorde};
    for (std::size_t i = 0; personen && i < uit.rollen.size(); ++i) {
        if (vorm.kan_persoon[i]) uit.rollen[i].soorten.emplace_back("persoon");
    }
    return uit;
}

}  // namespace damwand::wachter

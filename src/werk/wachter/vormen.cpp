// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>

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

const std::vector<std::pair<std::string, std::vector<std::string>>>& eigen_soorten() {
    static const std::vector<std::pair<std::string, std::vector<std::string>>> alle{
        {"adres", adres},          {"pand", {"pand"}},         {"bedrijf", bedrijf},       {"vestiging", {"vestiging"}}, {"voertuig", voertuig},   {"vaartuig", {"vaartuig"}},
        {"signaal", signaal},      {"casus", {"casus"}},       {"persoon", {"persoon"}},   {"telefoon", {"telefoon"}},   {"email", {"email"}},     {"rekening", {"rekening"}},
    };
    return alle;
}

bool over_personen(const PatroonVorm& patroon) noexcept {
    static constexpr std::array<std::string_view, 4> van_iemand{"persoon", "telefoon", "email", "rekening"};
    return std::ranges::any_of(patroon.onderdelen, [](const Code& rol) { return std::ranges::find(van_iemand, *rol) != van_iemand.end(); });
}

void keur(const PatroonVorm& p, const std::string& pad, std::vector<VeldFout>& fouten) {
    constexpr std::size_t minste_rollen = 2, meeste_rollen = 5, meeste_banden = 10;
    const auto eerder = fouten.size();
    const auto rollen = p.onderdelen.size();
    if (rollen < minste_rollen || rollen > meeste_rollen) fouten.push_back({pad + "/onderdelen", "buiten-grenzen", "Een patroon heeft twee tot vijf onderdelen."});
    for (std::size_t i = 0; i < rollen; ++i) {
        if (std::ranges::find(eigen_soorten(), *p.onderdelen[i], &std::pair<std::string, std::vector<std::string>>::first) != eigen_soorten().end()) continue;
        fouten.push_back({fmt::format("{}/onderdelen/{}", pad, i), "onbekend", "Kies een van de soorten."});
    }
    if (p.banden.empty() || p.banden.size() > meeste_banden) fouten.push_back({pad + "/banden", "buiten-grenzen", "Een patroon heeft een tot tien verbanden."});
    std::size_t in_venster = 0;
    for (std::size_t i = 0; i < p.banden.size(); ++i) {
        const auto& b = p.banden[i];
        const auto plek = fmt::format("{}/banden/{}", pad, i);
        const auto van = static_cast<std::size_t>(*b.van), naar = static_cast<std::size_t>(*b.naar);
        if (van >= rollen || naar >= rollen || van == naar) fouten.push_back({plek, "dezelfde", "Een verband loopt tussen twee verschillende onderdelen."});
        if (b.begin && b.eind && *b.eind < *b.begin) fouten.push_back({plek + "/eind", "te-vroeg", "Het einde kan niet vóór het begin liggen."});
        in_venster += b.venster ? 1 : 0;
    }
    if (in_venster == 1) fouten.push_back({pad + "/banden", "past-niet", "Kies twee of meer verbanden die kort na elkaar beginnen."});
    if (p.op_volgorde && in_venster < 2) fouten.push_back({pad + "/opVolgorde", "past-niet", "Kies twee of meer verbanden die kort na elkaar beginnen."});
    if (fouten.size() > eerder) return;
    std::vector<bool> vast(rollen);
    vast[0] = true;
    for (std::size_t ronde = 0; ronde < rollen; ++ronde) {
        for (const auto& b : p.banden) {
            const auto van = static_cast<std::size_t>(*b.van), naar = static_cast<std::size_t>(*b.naar);
            if (vast[van] || vast[naar]) vast[van] = vast[naar] = true;
        }
    }
    if (std::ranges::count(vast, false) > 0) fouten.push_back({pad + "/banden", "past-niet", "Verbind elk onderdeel met de andere."});
}

Vorm eigen_vorm(const PatroonVorm& p) {
    Vorm uit{.code = std::string(eigen), .rollen = {}, .kan_persoon = {}, .anker = {}, .banden = {}, .venster = {}, .op_volgorde = p.op_volgorde};
    const auto dossier = [](const Code& rol) { return *rol == "signaal" || *rol == "casus"; };
    for (std::size_t i = 0; i < p.onderdelen.size(); ++i) {
        const auto& soorten = std::ranges::find(eigen_soorten(), *p.onderdelen[i], &std::pair<std::string, std::vector<std::string>>::first)->second;
        uit.rollen.push_back({std::string(1, static_cast<char>('A' + i)), soorten});
        uit.kan_persoon.push_back(false);  // who may play it stands in its kinds
        uit.anker.push_back(!dossier(p.onderdelen[i]) && std::ranges::count_if(p.onderdelen, [&](const Code& rol) { return *rol == *p.onderdelen[i]; }) == 1);
    }
    if (std::ranges::count(uit.anker, true) == 0) uit.anker.assign(p.onderdelen.size(), true);
    for (std::size_t i = 0; i < p.banden.size(); ++i) {
        const auto& b = p.banden[i];
        uit.banden.push_back({.van = static_cast<std::size_t>(*b.van), .naar = static_cast<std::size_t>(*b.naar),
                              .soort = b.soort ? std::optional(**b.soort) : std::nullopt, .begin = b.begin, .eind = b.eind});
        if (b.venster) uit.venster.push_back(i);
    }
    return uit;
}

netwerk::Patroon patroon_van(const Vorm& vorm, int dagen, bool personen) {
    netwerk::Patroon uit{.rollen = vorm.rollen, .banden = vorm.banden, .venster = vorm.venster, .dagen = dagen, .op_volgorde = vorm.op_volgorde};
    for (std::size_t i = 0; personen && i < uit.rollen.size(); ++i) {
        if (vorm.kan_persoon[i]) uit.rollen[i].soorten.emplace_back("persoon");
    }
    return uit;
}

}  // namespace damwand::wachter

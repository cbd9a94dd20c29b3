// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

#include "engine/graph/blik.hpp"
#include "engine/graph/netwerk.hpp"

/// Graphs for tests: drawn as text, or random; and the same with the hidden part cut out beforehand.
namespace damwand::graph::proef {

struct Lijst {
    std::vector<Knoopgegeven> knopen;
    std::vector<Band> banden;
};

/// "a-b b-c" with a letter per node: nodes 'a' = 97 …, all public.
inline Lijst teken(const std::string& tekst) {
    Lijst uit;
    std::set<Sleutel> sleutels;
    std::uint64_t id = 0;
    for (std::size_t i = 0; i + 2 < tekst.size(); ++i) {
        if (tekst[i + 1] != '-') continue;
        const auto van = static_cast<Sleutel>(tekst[i]), naar = static_cast<Sleutel>(tekst[i + 2]);
        sleutels.insert({van, naar});
        uit.banden.push_back({.van = van, .naar = naar, .kenmerk = {}, .id = ++id});
    }
    for (const auto s : sleutels) uit.knopen.push_back({.sleutel = s});
    return uit;
}

inline std::shared_ptr<const Basis> bouw(const Lijst& lijst) {
    Bouwer bouwer;
    for (const auto& k : lijst.knopen) bouwer.knoop(k);
    for (const auto& b : lijst.banden) bouwer.band(b);
    return std::move(bouwer).klaar();
}

inline Blik kijk(const Lijst& lijst, Masker masker = {}, Filter filter = {}) { return {Netwerk(bouw(lijst)).opname(), std::move(masker), std::move(filter)}; }

/// Random: a few hubs, a chain, parallel ties, loops; audiences 0 (public) to 4, types 0 to 2, periods and reliabilities of all kinds.
inline Lijst toevallig(std::mt19937& toeval, unsigned knopen, unsigned banden) {
    const auto trek = [&](unsigned n) { return static_cast<unsigned>(toeval() % n); };
    Lijst uit;
    for (unsigned i = 0; i < knopen; ++i) {
        Knoopgegeven k{.sleutel = Sleutel{i} * 7919 % 10007, .type = static_cast<std::uint16_t>(trek(3)), .zichten = {}};
        for (unsigned nog = 1 + trek(2); nog > 0; --nog) k.zichten.push_back(trek(3) == 0 ? trek(5) : 0);
        uit.knopen.push_back(k);
    }
    for (unsigned i = 0; i < banden; ++i) {
        auto a = trek(knopen), b = trek(knopen);
        if (i % 3 == 0) a = trek(3);                                       // hubs
        if (i % 5 == 0 && knopen > 1) a = trek(knopen - 1), b = a + 1;     // chain
        Band band{.van = uit.knopen[a].sleutel, .naar = uit.knopen[b].sleutel, .kenmerk = {}, .id = i + 1};
        band.kenmerk.type = static_cast<std::uint16_t>(trek(3));
        band.kenmerk.zicht = trek(2) == 0 ? trek(5) : 0;
        band.kenmerk.periode.van = static_cast<std::int32_t>(trek(100));
        band.kenmerk.periode.tot = band.kenmerk.periode.van + static_cast<std::int32_t>(trek(60));
        band.kenmerk.betrouwbaarheid = {static_cast<std::uint8_t>(trek(6)), static_cast<std::uint8_t>(1 + trek(6))};
        uit.banden.push_back(band);
        if (i % 7 == 0) {
            auto nog_een = band;
            nog_een.id = banden + i + 1;
            nog_een.kenmerk.zicht = trek(5);
            uit.banden.push_back(nog_een);
        }
    }
    return uit;
}

inline Masker toevallig_masker(std::mt19937& toeval) {
    Masker uit;
    for (Zicht z = 1; z < 5; ++z) {
        if (toeval() % 2 == 0) uit.geef(z);
    }
    return uit;
}

inline Filter toevallig_filter(std::mt19937& toeval) {
    Filter uit;
    if (toeval() % 2 == 0) uit.bandtypen = {0, 2};
    if (toeval() % 4 == 0) uit.knooptypen = {0, 1};
    if (toeval() % 2 == 0) uit.periode = Periode{30, 80};
    if (toeval() % 2 == 0) uit.slechtste = {4, 5};
    uit.richting = static_cast<Richting>(toeval() % 3);
    return uit;
}

/// What is left for whom sees this mask and filter: written apart from the library's own tests of visibility.
inline Lijst snijd(const Lijst& heel, const Masker& masker, const Filter& filter) {
    Lijst uit;
    std::set<Sleutel> over;
    for (const auto& k : heel.knopen) {
        bool zichtbaar = false;
        for (const auto z : k.zichten) zichtbaar = zichtbaar || z == 0 || masker.ziet(z);
        if (!filter.knooptypen.empty()) zichtbaar = zichtbaar && std::count(filter.knooptypen.begin(), filter.knooptypen.end(), k.type) > 0;
        if (!zichtbaar) continue;
        auto kaal = k;
        kaal.zichten = {openbaar};
        uit.knopen.push_back(kaal);
        over.insert(k.sleutel);
    }
    for (const auto& b : heel.banden) {
        const auto& k = b.kenmerk;
        if (!over.contains(b.van) || !over.contains(b.naar) || !(k.zicht == 0 || masker.ziet(k.zicht))) continue;
        if (!filter.bandtypen.empty() && std::count(filter.bandtypen.begin(), filter.bandtypen.end(), k.type) == 0) continue;
        if (filter.periode && (k.periode.tot < filter.periode->van || filter.periode->tot < k.periode.van)) continue;
        if (k.betrouwbaarheid.bron > filter.slechtste.bron || k.betrouwbaarheid.waarde > filter.slechtste.waarde) continue;
        auto kaal = b;
        kaal.kenmerk.zicht = openbaar;
        uit.banden.push_back(kaal);
    }
    return uit;
}

/// A second solver: distances by plain breadth-first search over the list.
inline std::map<Sleutel, unsigned> afstanden(const Lijst& lijst, Sleutel van, Richting richting) {
    std::map<Sleutel, std::vector<Sleutel>> buren;
    for (const auto& b : lijst.banden) {
        if (richting != Richting::in) buren[b.van].push_back(b.naar);
        if (richting != Richting::uit) buren[b.naar].push_back(b.van);
    }
    std::map<Sleutel, unsigned> uit{{van, 0}};
    std::vector<Sleutel> rij{van};
    for (std::size_t i = 0; i < rij.size(); ++i) {
        const auto nu = rij[i];
        for (const auto v : buren[nu]) {
            if (uit.emplace(v, uit[nu] + 1).second) rij.push_back(v);
        }
    }
    return uit;
}

template <class Knopen>
std::vector<Sleutel> sleutels(const Blik& blik, const Knopen& knopen) {
    std::vector<Sleutel> uit;
    for (const auto k : knopen) uit.push_back(blik.sleutel(k));
    return uit;
}

}  // namespace damwand::graph::proef

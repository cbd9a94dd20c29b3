// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <map>

#include "base/tekst.hpp"
#include "engine/zoek/naamwijzer.hpp"
#include "engine/zoek/vraag.hpp"
#include "werk/register/store.hpp"
#include "werk/register/wijzerkast.hpp"

/// Looking up a company: words of the text → names in memory → companies in the database.
namespace damwand::registers {
namespace {

constexpr std::size_t namen_per_bedrijf = 4;  // hits looked at for each company asked: most have several names

/// The number of a company (8 digits) or establishment (12), when that is what was typed.
std::optional<std::int64_t> nummer_in(std::string_view tekst) {
    const auto kern = zoek::kern(tekst);
    std::int64_t uit = 0;
    const auto gelezen = std::from_chars(kern.data(), kern.data() + kern.size(), uit);
    if ((kern.size() != 8 && kern.size() != 12) || gelezen.ec != std::errc{} || gelezen.ptr != kern.data() + kern.size()) return std::nullopt;
    return uit;
}

}  // namespace

struct Bedrijfszoeker::Binnenwerk {
    Wijzerkast<zoek::Naamwijzer> kast;
};

Bedrijfszoeker::Bedrijfszoeker() : m(std::make_unique<Binnenwerk>()) {}
Bedrijfszoeker::~Bedrijfszoeker() = default;

std::vector<GevondenBedrijf> Bedrijfszoeker::zoek(db::Transactie& tx, std::string_view tekst, std::size_t aantal) {
    if (const auto nummer = nummer_in(tekst)) return bedrijven_met(tx, {*nummer});
    const auto wijzer = m->kast.actueel(laatste_kvk_lading(tx), [&tx] {
        std::vector<zoek::Naam> namen;
        for (const auto& n : alle_bedrijfsnamen(tx)) namen.push_back({.id = n.kvk_nummer, .gevouwen = vouw(n.naam)});
        return namen;
    });
    std::map<std::int32_t, std::size_t> plaats;  // of a company, by its best name
    for (const auto& treffer : wijzer->zoek(splits(vouw(tekst), ' '), aantal * namen_per_bedrijf)) {
        if (plaats.size() < aantal) plaats.emplace(treffer.id, plaats.size());
    }
    std::vector<std::int64_t> nummers;
    for (const auto& [kvk, nr] : plaats) nummers.push_back(kvk);
    auto uit = bedrijven_met(tx, nummers);
    const auto plek = [&](const GevondenBedrijf& b) { return plaats.at(static_cast<std::int32_t>(std::stoi(b.kvk_nummer))); };
    std::ranges::sort(uit, {}, plek);
    return uit;
}

}  // namespace damwand::registers

// SPDX-License-Identifier: EUPL-1.2
#include "werk/werkvoorraad/werkvoorraad.hpp"

#include <algorithm>

namespace damwand::werkvoorraad {
namespace {

MijnWerk toon(poort::Gang& gang, const netwerk::Diensten& diensten) {
    constexpr std::size_t hoogstens = 100;
    MijnWerk uit;
    uit.acties = actie::mijn_open(gang, static_cast<int>(hoogstens));
    uit.geescaleerd = actie::geescaleerd_naar_mij(gang, static_cast<int>(hoogstens));
    for (const auto& t : casus::lees_termijnen(gang, static_cast<int>(hoogstens))) {
        // His own stands in its own list.
        if (t.soort == "actie" && std::ranges::any_of(uit.acties, [&](const auto& a) { return a.id.waarde == t.object; })) continue;
        gang.raakt(t.casus.waarde);
        if (t.soort == "actie") gang.raakt(t.object);  // an action is read as such
        uit.termijnen.push_back({.casus = {t.casus, t.kenmerk, t.werknaam},
                                 .soort = t.soort,
                                 .object = t.object,
                                 .wat = t.wat,
                                 .datum = t.datum});
    }
    for (const auto& i : informeren::mijn_werk(gang)) {
        gang.raakt(i.casus.waarde);
        uit.termijnen.push_back({.casus = {i.casus, i.kenmerk, i.werknaam}, .soort = "informeren", .object = i.casus.waarde, .wat = {}, .datum = i.datum, .aantal = i.aantal});
    }
    for (const auto& k : verstrekking::mijn_werk(gang)) {
        gang.raakt(k.casus.waarde);
        uit.termijnen.push_back({.casus = {k.casus, k.kenmerk, k.werknaam}, .soort = "kennisgeving", .object = k.casus.waarde, .wat = {}, .datum = k.datum, .aantal = k.aantal});
    }
    std::ranges::stable_sort(uit.termijnen, {}, &WerkTermijn::datum);
    if (uit.termijnen.size() > hoogstens) uit.termijnen.resize(hoogstens);
    for (auto& t : casus::lees_te_besluiten(gang, hoogstens)) {
        gang.raakt(t.casus.waarde);
        uit.toetsen.push_back({.casus = {t.casus, t.kenmerk, t.werknaam}, .id = t.id, .soort = t.soort, .door = t.door, .op = t.op});
    }
    constexpr int dagen_vooraf = 14;
    uit.embargos = signaal::aflopende_embargos(gang, dagen_vooraf);
    for (const auto& e : uit.embargos) gang.raakt(e.id.waarde);
    constexpr int meeste_suggesties = 20;
    uit.suggesties = wachter::open_voor(gang, diensten, meeste_suggesties);
    const auto wachtend = signaal::tel_wachtend(gang);
    uit.te_wegen = wachtend.weging;
    uit.casus_te_openen = wachtend.casus;
    uit.uitgesteld_verlopen = wachtend.heroverweging;
    uit.mijn_casussen = casus::tel_open(gang);
    return uit;
}

}  // namespace

std::vector<poort::Route> routes(const netwerk::Diensten& diensten) {
    return {poort::route<poort::Niets, MijnWerk>(
        {.methode = http::Methode::get,
         .pad = std::string_view("/v1/mijn-werk"),
         .naam = std::string_view("mijnWerkTonen"),
         .recht = std::string_view("casus.lezen"),
         .activiteit = std::string_view("casus-behandelen"),
         .audit = poort::Audit::lezen,
         .tarief = poort::Tarief::gewoon,
         .export_klasse = poort::Export::geen,
         .samenvatting = "Wat op u wacht: termijnen in uw casussen en signalen om te wegen."},
        [diensten](poort::Gang& gang) { return toon(gang, diensten); })};
}

}  // namespace damwand::werkvoorraad

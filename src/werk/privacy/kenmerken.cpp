// SPDX-License-Identifier: EUPL-1.2
#include "werk/privacy/kenmerken.hpp"

#include <fmt/format.h>

#include "werk/entiteit/entiteit.hpp"
#include "werk/privacy/store.hpp"
#include "werk/register/register.hpp"

namespace damwand::privacy {

EigenMerken lees_merken(db::Transactie& tx, const EigenKenmerkNieuw& nieuw) {
    EigenMerken uit;
    std::vector<VeldFout> fouten;
    for (std::size_t i = 0; i < nieuw.familienamen.size(); ++i) {
        auto merken = logboek::merken_van_familienaam(*nieuw.familienamen[i]);
        if (merken.empty()) fouten.push_back({fmt::format("/familienamen/{}", i), "geen-familienaam", "Dit is geen familienaam: er blijft geen woord van over."});
        uit.namen.merge(merken);
    }
    for (std::size_t i = 0; i < nieuw.adressen.size(); ++i) {
        const auto adres = registers::zoek_adres(tx, *nieuw.adressen[i]);
        if (!adres) {
            fouten.push_back({fmt::format("/adressen/{}", i), "onbekend-adres", "Dit adres staat niet in de BAG."});
            continue;
        }
        uit.adressen.merge(logboek::merken_van_nummeraanduiding(adres->nummeraanduiding));
        uit.adressen.merge(logboek::merken_van_adres(adres->straat, adres->postcode.value_or(""),
                                                     fmt::format("{}{} {}", adres->huisnummer, adres->huisletter.value_or(""), adres->toevoeging.value_or(""))));
    }
    if (nieuw.familienamen.empty() && nieuw.adressen.empty()) fouten.push_back({"/familienamen", "ontbreekt", "Noem een familienaam of een adres."});
    entiteit::eis_geen(std::move(fouten));
    return uit;
}

namespace {

EigenKenmerk een(poort::Gang& gang, GebruikerId wie) {
    auto gevonden = store::eigen_kenmerken(gang, wie);
    if (gevonden.empty()) throw onbekend();
    return std::move(gevonden.front());
}

}  // namespace

poort::Lijst<EigenKenmerk> toon_kenmerken(poort::Gang& gang) {
    poort::Lijst<EigenKenmerk> uit;
    uit.resultaten = store::eigen_kenmerken(gang, std::nullopt);
    return uit;
}

EigenKenmerk voeg_kenmerken_toe(poort::Gang& gang, const EigenKenmerkNieuw& nieuw) {
    const auto wie = nieuw.gebruiker.value_or(*gang.wie().gebruiker);
    if (wie != *gang.wie().gebruiker) toegang::authorize(gang.wie(), "kenmerken.beheren");
    static_cast<void>(een(gang, wie));
    bewaar_kenmerken(gang.tx(), gang.pseudoniem(), wie, lees_merken(gang.tx(), nieuw));
    return een(gang, wie);
}

void wis_kenmerken(poort::Gang& gang) {
    const auto wie = gang.id<GebruikerId>("id");
    static_cast<void>(een(gang, wie));
    if (wie == *gang.wie().gebruiker) throw Fout(FoutSoort::verboden, "eigen-kenmerken", "Uw eigen kenmerken wist iemand anders.");
    store::wis(gang, wie);
}

}  // namespace damwand::privacy

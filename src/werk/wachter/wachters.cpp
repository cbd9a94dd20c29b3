// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "werk/casus/casus.hpp"
#include "werk/wachter/handelingen.hpp"
#include "werk/wachter/lopen.hpp"

/// Watchers: saved, shown, put to sleep, thrown away.
namespace damwand::wachter {
namespace {

Fout niet_van_u() { return Fout(FoutSoort::verboden, "niet-van-u", "Alleen wie deze wachter maakte, kan dit."); }

bool kent_alles(poort::Gang& gang, const netwerk::Diensten& diensten, const store::Suggestierij& rij) {
    std::vector<netwerk::KnoopRef> leden;
    for (const auto& lid : rij.leden) leden.push_back({lid.soort, lid.id});
    return diensten.geheugen != nullptr && netwerk::kent(*diensten.geheugen, netwerk::kijker_van(gang), leden);
}

/// With the names of their casussen, as the asker may know them.
std::vector<WachterKort> noem(poort::Gang& gang, std::vector<store::Wachterrij> rijen) {
    std::vector<CasusId> ids;
    for (const auto& rij : rijen) {
        if (rij.casus) ids.push_back(*rij.casus);
    }
    const auto casussen = casus::lees_kort(gang, ids);
    std::vector<WachterKort> uit;
    for (auto& rij : rijen) {
        if (rij.casus) {
            const auto c = std::ranges::find(casussen, *rij.casus, &casus::CasusKort::id);
            if (c == casussen.end()) continue;
            gang.raakt(c->id.waarde);
            rij.kort.casus = WachterCasus{c->id, c->kenmerk, c->werknaam};
        }
        uit.push_back(std::move(rij.kort));
    }
    return uit;
}

/// A watcher the asker may know of; tells the logs. Throws onbekend().
WachterKort vind(poort::Gang& gang, const WachterId& id) {
    auto rijen = store::wachters(gang, id);
    if (rijen.empty()) throw onbekend();
    if (rijen[0].zicht) gang.sta_toe({"wachter", id.waarde, gang.wie().organisatie, *rijen[0].zicht});
    gang.onderwerp("wachter", id.waarde);
    auto uit = noem(gang, std::move(rijen));
    if (uit.empty()) throw onbekend();
    return std::move(uit[0]);
}

void controleer(const WachterNieuw& n) {
    std::vector<VeldFout> fouten;
    const auto* vorm = vorm_van(*n.vorm);
    if (vorm == nullptr) fouten.push_back({"/vorm", "onbekend", "Kies een van de vormen."});
    else if (!n.casus && !zonder_personen(*vorm)) fouten.push_back({"/casus", "personen-zonder-casus", "Deze vorm gaat over personen. Kies de casus waarvoor het nodig is."});
    if (n.casus && !entiteit::tekst_van(n.grond)) fouten.push_back({"/grond", "ontbreekt", "Zeg waarom het voor deze casus nodig is om naar personen te kijken."});
    if (!n.casus && n.grond) fouten.push_back({"/grond", "zonder-casus", "Een grond hoort bij een casus."});
    entiteit::eis_geen(std::move(fouten));
}

}  // namespace

std::vector<WachterKort> lijst(poort::Gang& gang) { return noem(gang, store::wachters(gang, std::nullopt)); }

Wachterbeeld toon(poort::Gang& gang, const netwerk::Diensten& diensten, const WachterId& id) {
    constexpr int meeste = 200;
    Wachterbeeld uit;
    static_cast<WachterKort&>(uit) = vind(gang, id);
    uit.open = 0;
    for (const auto& rij : store::suggesties(gang, id, std::nullopt, meeste)) {
        if (!kent_alles(gang, diensten, rij)) continue;
        uit.open += rij.kort.staat == "open" ? 1 : 0;
        uit.suggesties.push_back(rij.kort);
    }
    return uit;
}

Wachterbeeld maak(poort::Gang& gang, const netwerk::Diensten& diensten, const WachterNieuw& nieuw) {
    controleer(nieuw);
    std::optional<int> zicht;
    if (nieuw.casus) {
        if (!gang.wie().heeft("casus.lezen")) throw onbekend();
        zicht = casus::grijp(gang, *nieuw.casus).zicht;
        gang.casus(nieuw.casus->waarde);
    }
    const auto id = WachterId::nieuw();
    store::maak(gang, id, nieuw, nieuw.dagen ? **nieuw.dagen : vorm_van(*nieuw.vorm)->dagen, zicht);
    const auto verslag = loop(gang.tx(), *diensten.geheugen, store::kijker(gang.tx()), *store::opdracht(gang.tx(), id));
    if (verslag.mist > 0 && diensten.incident) diensten.incident(gang.wie().organisatie, gang.tx().wie().operatie, verslag.mist);
    for (const auto& dossier : verslag.dossiers) gang.raakt(dossier);
    for (const auto& persoon : verslag.personen) gang.raakt_persoon(persoon);
    gang.gemaakt("/v1/netwerk/wachters/" + id.tekst(), id.waarde);
    return toon(gang, diensten, id);
}

Wachterbeeld zet_aan(poort::Gang& gang, const netwerk::Diensten& diensten, const WachterId& id, bool aan) {
    const auto w = vind(gang, id);
    if (w.door.id != gang.wie().gebruiker || !store::zet_aan(gang, id, aan)) throw niet_van_u();
    return toon(gang, diensten, id);
}

void gooi_weg(poort::Gang& gang, const WachterId& id) {
    const auto w = vind(gang, id);
    if (w.door.id != gang.wie().gebruiker || !store::gooi_weg(gang, id)) throw niet_van_u();
}

std::vector<SuggestieKort> open_voor(poort::Gang& gang, const netwerk::Diensten& diensten, int hoogstens) {
    std::vector<SuggestieKort> uit;
    if (diensten.geheugen == nullptr || !gang.wie().heeft("netwerk.zien")) return uit;
    for (auto& rij : store::suggesties(gang, std::nullopt, std::nullopt, hoogstens)) {
        if (kent_alles(gang, diensten, rij)) uit.push_back(std::move(rij.kort));
    }
    return uit;
}

}  // namespace damwand::wachter

// SPDX-License-Identifier: EUPL-1.2
#include "werk/wachter/handelingen.hpp"

/// The only HTTP of the room.
namespace damwand::wachter {
namespace {

using http::Methode;
using poort::Gang;
using poort::Niets;

poort::Kop kop(Methode methode, std::string_view pad, std::string_view naam, std::string_view samenvatting) {
    return poort::gewone_kop(methode, pad, naam, "netwerk.zien", "netwerk-analyseren", samenvatting);
}

poort::Kop zoekt(std::string_view pad, std::string_view naam, std::string_view samenvatting) {
    auto uit = kop(Methode::post, pad, naam, samenvatting);
    uit.audit = poort::Audit::lezen;
    uit.tarief = poort::Tarief::zwaar;
    return uit;
}

}  // namespace

std::vector<poort::Route> routes(const netwerk::Diensten& d) {
    return {
        poort::route<Niets, poort::Lijst<WachterKort>>(kop(Methode::get, "/v1/netwerk/wachters", "wachtersTonen", "De wachters op het netwerk, en die van casussen die u mag zien."),
                                                      [](Gang& gang) { return poort::Lijst<WachterKort>{.resultaten = lijst(gang), .volgende = std::nullopt}; }),
        poort::route<WachterNieuw, Wachterbeeld>(poort::maakt(kop(Methode::post, "/v1/netwerk/wachters", "wachterMaken", "Bewaart een patroon of laat een vorm in het netwerk in de gaten houden; over personen alleen voor een casus, met een grond.")),
                                                 [d](Gang& gang, const WachterNieuw& n) { return maak(gang, d, n); }),
        poort::route<Niets, Wachterbeeld>(kop(Methode::get, "/v1/netwerk/wachters/{wachter}", "wachterTonen", "Een wachter en wat hij vond, voor zover u alles daarvan mag zien."),
                                          [d](Gang& gang) { return toon(gang, d, gang.id<WachterId>("wachter")); }),
        poort::route<PatroonVraag, PatroonPlekken>(zoekt("/v1/netwerk/patronen/_zoek", "patroonZoeken", "Waar een eigen patroon nu in het netwerk zit, voor zover u alles daarvan mag zien; over objecten en bedrijven."),
                                                   [d](Gang& gang, const PatroonVraag& v) { return plekken(gang, d, v); }),
        poort::route<Niets, PatroonPlekken>(zoekt("/v1/netwerk/wachters/{wachter}/_zoek", "wachterZoeken", "Waar het patroon van een wachter nu zit, met uw eigen rechten; over personen alleen in de casus waarvoor het bewaard is."),
                                            [d](Gang& gang) { return plekken(gang, d, gang.id<WachterId>("wachter")); }),
        poort::route<Niets, Wachterbeeld>(kop(Methode::put, "/v1/netwerk/wachters/{wachter}/aan", "wachterAanzetten", "Laat een eigen wachter weer lopen."),
                                          [d](Gang& gang) { return zet_aan(gang, d, gang.id<WachterId>("wachter"), true); }),
        poort::route<Niets, Wachterbeeld>(kop(Methode::verwijder, "/v1/netwerk/wachters/{wachter}/aan", "wachterUitzetten", "Zet een eigen wachter stil; wat hij vond blijft."),
                                          [d](Gang& gang) { return zet_aan(gang, d, gang.id<WachterId>("wachter"), false); }),
        poort::route<Niets, Niets>(kop(Methode::verwijder, "/v1/netwerk/wachters/{wachter}", "wachterWeggooien", "Gooit een eigen wachter weg, met wat hij vond."),
                                   [](Gang& gang) { gooi_weg(gang, gang.id<WachterId>("wachter")); }),
        poort::route<Niets, Suggestie>(kop(Methode::get, "/v1/netwerk/suggesties/{suggestie}", "suggestieTonen", "Wat een wachter vond: de regel, wie of wat, en alle bronnen, voor wie alles daarvan mag zien."),
                                       [d](Gang& gang) { return toon_suggestie(gang, d, gang.id<SuggestieId>("suggestie")); }),
        poort::route<SuggestieWeging, Suggestie>(kop(Methode::put, "/v1/netwerk/suggesties/{suggestie}/weging", "suggestieWegen", "Zet een suggestie weg, maakt er een signaal van of neemt haar op in een casus; met een reden."),
                                                 [d](Gang& gang, const SuggestieWeging& w) { return weeg(gang, d, gang.id<SuggestieId>("suggestie"), w); }),
    };
}

}  // namespace damwand::wachter

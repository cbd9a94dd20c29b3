// SPDX-License-Identifier: EUPL-1.2
#include "werk/register/register.hpp"

/// The only HTTP of the room.
namespace damwand::registers {

std::vector<poort::Route> routes() {
    using http::Methode;
    using poort::Audit;
    using poort::Export;
    using poort::Tarief;
    const auto zoeker = std::make_shared<Adreszoeker>();
    std::vector<poort::Route> uit;
    uit.push_back(poort::route<AdresZoeken, AdresLijst>(
        {.methode = Methode::post,
         .pad = "/v1/adressen/_zoek",
         .naam = "adressenZoeken",
         .recht = "register.zoeken",
         .activiteit = "registers-raadplegen",
         .audit = Audit::openbaar,
         .tarief = Tarief::licht,
         .export_klasse = Export::open,
         .samenvatting = "Zoekt adressen in de BAG, getypt zoals mensen typen; het beste eerst."},
        [zoeker](poort::Gang& gang, const AdresZoeken& vraag) {
            return AdresLijst{zoeker->zoek(gang.tx(), *vraag.tekst, vraag.aantal ? **vraag.aantal : 10)};
        }));
    uit.push_back(poort::route<AdresTonen, AdresMetObjecten>(
        {.methode = Methode::post,
         .pad = "/v1/adressen/_toon",
         .naam = "adresTonen",
         .recht = "register.zoeken",
         .activiteit = "registers-raadplegen",
         .audit = Audit::openbaar,
         .tarief = Tarief::gewoon,
         .export_klasse = Export::open,
         .samenvatting = "Toont een adres met de objecten en panden die er staan."},
        [](poort::Gang& gang, const AdresTonen& vraag) { return toon_adres(gang.tx(), *vraag.nummeraanduiding); }));
    uit.push_back(poort::route<poort::Niets, Pand>(
        {.methode = Methode::get,
         .pad = "/v1/panden/{id}",
         .naam = "pandTonen",
         .recht = "register.zoeken",
         .activiteit = "registers-raadplegen",
         .audit = Audit::openbaar,
         .tarief = Tarief::gewoon,
         .export_klasse = Export::open,
         .samenvatting = "Toont een pand uit de BAG met wat erin is en was."},
        [](poort::Gang& gang) { return toon_pand(gang.tx(), gang.segment("id")); }));
    for (auto& route : bedrijf_routes()) uit.push_back(std::move(route));
    return uit;
}

}  // namespace damwand::registers

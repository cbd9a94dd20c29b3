// SPDX-License-Identifier: EUPL-1.2
#include "werk/netwerk/bevragen.hpp"
#include "werk/netwerk/weergave.hpp"

/// The only HTTP of the room.
namespace damwand::netwerk {
namespace {

using http::Methode;
using poort::Audit;
using poort::Export;
using poort::Gang;
using poort::Niets;
using poort::Tarief;

poort::Kop kop(Methode methode, std::string_view pad, std::string_view naam, Audit audit, std::string_view samenvatting) {
    return {.methode = methode,
            .pad = pad,
            .naam = naam,
            .recht = "netwerk.zien",
            .activiteit = "netwerk-analyseren",
            .audit = audit,
            .tarief = Tarief::gewoon,
            .export_klasse = Export::geen,
            .samenvatting = samenvatting};
}

}  // namespace

std::vector<poort::Route> routes(const Diensten& d) {
    auto blad = kop(Methode::post, "/v1/netwerk/_exporteer", "netwerkExporteren", Audit::schrijven,
                    "Wat er op papier of in een bestand komt van een netwerk, met wie het waarvoor meeneemt; hoogstens vijftig personen.");
    blad.tarief = Tarief::zwaar;
    blad.export_klasse = Export::dossier;
    auto bestand = kop(Methode::post, "/v1/netwerk/_bestand", "netwerkbestandMaken", Audit::schrijven,
                       "Een netwerk als bestand voor een ander programma (GraphML, CSV): personen als nummer, alleen wat doorgegeven mag worden.");
    bestand.tarief = Tarief::zwaar;
    bestand.export_klasse = Export::dossier;
    return {
        poort::route<Toonvraag, Netwerkbeeld>(kop(Methode::post, "/v1/netwerk/_toon", "netwerkTonen", Audit::lezen,
                                                  "Toont onderdelen van het netwerk met hun onderlinge verbanden, de bronnen daarvan, en hoeveel er per soort aan vastzit."),
                                              [d](Gang& gang, const Toonvraag& v) { return toon(gang, d, refs(v.knopen), v.filter); }),
        poort::route<Uitbreidvraag, Netwerkbeeld>(kop(Methode::post, "/v1/netwerk/buren/_zoek", "netwerkburenZoeken", Audit::lezen,
                                                      "Wat er aan een onderdeel vastzit en nog niet getoond wordt, met de verbanden naar alles wat er al staat."),
                                                  [d](Gang& gang, const Uitbreidvraag& v) { return breid_uit(gang, d, v); }),
        poort::route<Toonvraag, Netwerkmaten>(kop(Methode::post, "/v1/netwerk/maten/_tel", "netwerkmatenTellen", Audit::lezen,
                                                  "Hoe getoonde onderdelen onderling liggen: hoeveel verbanden, en hoeveel wegen tussen de andere erdoorheen lopen."),
                                              [d](Gang& gang, const Toonvraag& v) { return meet(gang, d, v); }),
        poort::route<Padvraag, Pad>(kop(Methode::post, "/v1/netwerk/paden/_zoek", "netwerkpadenZoeken", Audit::lezen,
                                        "De kortste wegen tussen twee onderdelen, met de bronnen van elke stap; langs of buiten wat u kiest."),
                                    [d](Gang& gang, const Padvraag& v) { return zoek_pad(gang, d, v); }),
        poort::route<Niets, poort::Lijst<WeergaveKort>>(kop(Methode::get, "/v1/netwerk/weergaven", "netwerkweergavenTonen", Audit::lezen, "Bewaarde weergaven van dossiers die u mag zien; de laatste eerst."),
                                                        [](Gang& gang) { return poort::Lijst<WeergaveKort>{.resultaten = weergaven(gang), .volgende = std::nullopt}; }),
        poort::route<WeergaveNieuw, WeergaveKort>(poort::maakt(kop(Methode::post, "/v1/netwerk/weergaven", "netwerkweergaveBewaren", Audit::schrijven,
                                                                   "Bewaart welke onderdelen waar staan, bij een signaal of casus; niet wat ze zijn.")),
                                                  [d](Gang& gang, const WeergaveNieuw& v) { return bewaar(gang, d, v); }),
        poort::route<Niets, Weergave>(kop(Methode::get, "/v1/netwerk/weergaven/{weergave}", "netwerkweergaveTonen", Audit::lezen, "Een bewaarde weergave, met wat u er nu van mag zien."),
                                      [d](Gang& gang) { return open(gang, d, gang.id<WeergaveId>("weergave")); }),
        poort::route<WeergaveWijziging, Weergave>(kop(Methode::patch, "/v1/netwerk/weergaven/{weergave}", "netwerkweergaveWijzigen", Audit::schrijven, "Geeft een eigen weergave een andere naam, of bewaart haar opnieuw."),
                                                  [d](Gang& gang, const WeergaveWijziging& w) { return wijzig(gang, d, gang.id<WeergaveId>("weergave"), w); }),
        poort::route<Niets, WeergaveKort>(kop(Methode::verwijder, "/v1/netwerk/weergaven/{weergave}", "netwerkweergaveVerwijderen", Audit::schrijven, "Gooit een eigen weergave weg."),
                                   [](Gang& gang) { return gooi_weg(gang, gang.id<WeergaveId>("weergave")); }),
        poort::route<Bladvraag, Blad>(std::move(blad), [d](Gang& gang, const Bladvraag& v) { return maak_blad(gang, d, v); }),
        poort::route<Bestandvraag, Bestand>(std::move(bestand), [d](Gang& gang, const Bestandvraag& v) { return maak_bestand(gang, d, v); }),
    };
}

}  // namespace damwand::netwerk

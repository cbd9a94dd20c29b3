// SPDX-License-Identifier: EUPL-1.2
#include "werk/kaart/bevragen.hpp"
#include "werk/kaart/store.hpp"

/// The only HTTP of the room.
namespace damwand::kaart {
namespace {

using http::Methode;
using poort::Audit;
using poort::Export;
using poort::Gang;
using poort::Kop;
using poort::Niets;
using poort::Tarief;

/// A route about public registers.
Kop openbaar(Methode methode, std::string_view pad, std::string_view naam, Tarief tarief, std::string_view samenvatting) {
    return {.methode = methode, .pad = pad, .naam = naam, .recht = "kaart.zien", .activiteit = "registers-raadplegen", .audit = Audit::openbaar, .tarief = tarief,
            .export_klasse = Export::open, .samenvatting = samenvatting};
}

/// A route about files: read under the rights of the asker, and never kept.
Kop eigen(std::string_view pad, std::string_view naam, std::string_view recht, std::string_view activiteit, Tarief tarief, std::string_view samenvatting) {
    return {.methode = Methode::post, .pad = pad, .naam = naam, .recht = recht, .activiteit = activiteit, .audit = Audit::lezen, .tarief = tarief,
            .export_klasse = Export::geen, .samenvatting = samenvatting};
}

}  // namespace

std::vector<poort::Route> routes(const Diensten& diensten) {
    constexpr std::size_t kastgrootte = std::size_t{64} * 1024 * 1024;
    const auto kast = std::make_shared<Tegelkast>(kastgrootte);

    auto tegels = openbaar(Methode::get, "/v1/kaart/tegels/{laag}/{z}/{x}/{y}", "kaarttegelTonen", Tarief::licht,
                           "Een tegel van een openbare laag (Mapbox Vector Tile): panden, objecten, vestigingen (naar branche, van zoom 15 af) of een soort gebied; onder zoom 15 panden als aantal per zeshoek.");
    tegels.vragen = {{"peildatum", "Zoals het op deze dag was; vandaag als u niets zegt"}, {"stand", "De stand van de registers, uit /v1/kaart: daarmee mag de browser de tegel bewaren"}};
    auto tegelroute = poort::route<Niets, Niets>(std::move(tegels), [](Gang&) {});
    tegelroute.mediatype = tegeltype;
    tegelroute.stroom = poort::Voorraad{.rechten = {"bedrijf.zien"}, .stand = store::sql_stand_en_dag,
                                        .vind = [kast](const http::Verzoek& verzoek, const poort::Segmenten& segmenten, const toegang::Mag& mag) { return tegel_uit_kast(verzoek, segmenten, mag, *kast); },
                                        .anders = [kast](Gang& gang) { return tegel(gang, *kast); }};

    auto ondergrond = poort::route<Niets, Niets>(openbaar(Methode::get, "/v1/kaart/achtergrond/{z}/{x}/{y}", "kaartachtergrondTonen", Tarief::licht,
                                                          "Een tegel (PNG of JPEG) van de achtergrondkaart die de server ophaalt en bewaart; 202 zolang zij nog niet binnen is. Alleen als die is ingesteld."),
                                                 [](Gang&) {});
    ondergrond.mediatype = "image/png";
    ondergrond.stroom = [achtergrond = diensten.achtergrond](Gang& gang) { return achtergrondtegel(gang, achtergrond); };

    auto uitvoer = openbaar(Methode::post, "/v1/kaart/selectie/_exporteer", "kaartselectieExporteren", Tarief::zwaar, "Alles in een gebied als CSV, XLSX of GeoJSON.");
    uitvoer.audit = Audit::lezen;  // every file leaves a line
    auto uitvoerroute = poort::route<Exportvraag, Niets>(std::move(uitvoer), [](Gang&, const Exportvraag&) {});
    uitvoerroute.mediatype = "text/csv";
    uitvoerroute.stroom = [](Gang& gang) { return exporteer(gang, json::lees<Exportvraag>(json::ontleed(gang.verzoek().lijf))); };

    return {
        poort::route<Niets, Kaartstand>(openbaar(Methode::get, "/v1/kaart", "kaartTonen", Tarief::gewoon, "Wat er op de kaart te zien is: uitsnede, dagen en indelingen in gebieden."),
                                        [achtergrond = diensten.achtergrond](Gang& gang) {
                                            auto uit = store::overzicht(gang.tx());
                                            if (achtergrond != nullptr) uit.achtergrond = {.bron = achtergrond->instellingen().bron, .dichtste = static_cast<int>(achtergrond->instellingen().dichtste)};
                                            return uit;
                                        }),
        std::move(tegelroute),
        std::move(ondergrond),
        poort::route<Telvraag, Tellijst>(openbaar(Methode::post, "/v1/kaart/gebieden/_tel", "kaartgebiedenTellen", Tarief::zwaar,
                                                  "Telt panden, objecten, woningen en bedrijfsruimten per gebied van een soort, op een dag."),
                                         tel),
        poort::route<Selectievraag, Selectie>(openbaar(Methode::post, "/v1/kaart/selectie/_toon", "kaartselectieTonen", Tarief::gewoon,
                                                       "Alles wat op een dag in een gekozen of getekend gebied staat, gesorteerd en gefilterd."),
                                              selecteer),
        poort::route<Vergelijkvraag, Vergelijking>(openbaar(Methode::post, "/v1/kaart/selectie/_vergelijk", "kaartselectieVergelijken", Tarief::zwaar,
                                                            "Wat er in een gebied tussen twee dagen is gekomen, gegaan of anders geworden."),
                                                   vergelijk),
        std::move(uitvoerroute),
        poort::route<Plekvraag, SignalenOpKaart>(eigen("/v1/kaart/signalen/_zoek", "kaartsignalenZoeken", "signaal.lezen", "signalen-wegen", Tarief::gewoon, "De signalen met een adres die u mag zien, met hun plek."), signalen),
        poort::route<Plekvraag, CasussenOpKaart>(eigen("/v1/kaart/casussen/_zoek", "kaartcasussenZoeken", "casus.lezen", "casus-behandelen", Tarief::gewoon,
                                                       "De casussen waaraan u deelneemt en waarin een adres staat, met hun plek."),
                                                 casussen),
        poort::route<Telvraag, Signaaltellingen>(eigen("/v1/kaart/signalen/_tel", "kaartsignalenTellen", "signaal.lezen", "signalen-wegen", Tarief::zwaar,
                                                       "Telt de signalen die u mag zien per gebied; onder de tien zonder het aantal."),
                                                 tel_signalen),
    };
}

}  // namespace damwand::kaart

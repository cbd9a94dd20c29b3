// SPDX-License-Identifier: EUPL-1.2
#include "werk/aanpak/handelingen.hpp"

namespace damwand::aanpak {
namespace {

using http::Methode;
using poort::Gang;
using poort::gewone_kop;
using poort::Niets;

}  // namespace

std::vector<poort::Route> routes() {
    using poort::route;
    constexpr std::string_view verbeteren = "aanpak-verbeteren";
    constexpr std::string_view behandelen = "casus-behandelen";
    constexpr std::string_view wegen = "signalen-wegen";
    constexpr std::string_view zien = "aanpak.zien";
    constexpr std::string_view beheren = "aanpak.beheren";
    constexpr std::string_view lezen = "casus.lezen";
    constexpr std::string_view schrijven = "casus.schrijven";
    auto prioritering = gewone_kop(Methode::get, "/v1/casussen/prioritering", "prioriteringTonen", lezen, behandelen, "Uw open casussen op volgorde van de criteria, zonder score.");
    prioritering.vragen = {{"criterium", "id van het ene criterium dat de volgorde bepaalt; anders alle, in hun volgorde"}};
    return {
        route<Niets, poort::Lijst<Sjabloon>>(gewone_kop(Methode::get, "/v1/sjablonen", "sjablonenTonen", zien, verbeteren, "Per thema waar een plan mee kan beginnen."), toon_sjablonen),
        route<SjabloonNieuw, Sjabloon>(gewone_kop(Methode::post, "/v1/sjablonen", "sjabloonVaststellen", beheren, verbeteren, "Stelt het eigen sjabloon van een thema vast.", true), stel_sjabloon_vast),
        route<SjabloonTerug, Sjabloon>(gewone_kop(Methode::post, "/v1/sjablonen/_zet-terug", "sjabloonTerugzetten", beheren, verbeteren, "Zet het meegeleverde sjabloon van een thema terug.", true), zet_sjabloon_terug),
        route<Niets, poort::Lijst<Gelijkende>>(
            gewone_kop(Methode::get, "/v1/casussen/{id}/gelijkende", "gelijkendeCasussenTonen", lezen, behandelen, "Casussen die u ook mag zien en die op deze lijken, met wat zij delen."), toon_gelijkende),
        route<SamenhangNieuw, poort::Lijst<Gelijkende>>(
            gewone_kop(Methode::post, "/v1/casussen/{id}/gelijkende/{ander}", "samenhangVastleggen", schrijven, behandelen, "Bevestigt dat twee casussen samenhangen, of legt dat weg; met de reden."), leg_samenhang_vast),
        route<Niets, Niets>(gewone_kop(Methode::verwijder, "/v1/casussen/{id}/gelijkende/{ander}", "samenhangVerwijderen", schrijven, behandelen, "Haalt weg wat over de samenhang was gezegd."),
                            [](Gang& gang) { haal_samenhang_weg(gang); }),
        route<Niets, Criterialijst>(gewone_kop(Methode::get, "/v1/criteria", "criteriaTonen", zien, verbeteren, "De criteria waarop casussen worden geordend, in hun volgorde."), toon_criteria),
        route<CriterialijstNieuw, Criterialijst>(gewone_kop(Methode::post, "/v1/criteria", "criteriaVaststellen", beheren, verbeteren, "Stelt de criteria en hun volgorde vast.", true), stel_criteria_vast),
        route<Niets, Prioritering>(prioritering, toon_prioritering),
        route<Niets, poort::Lijst<Beoordeling>>(gewone_kop(Methode::get, "/v1/casussen/{id}/beoordelingen", "beoordelingenTonen", lezen, behandelen, "Hoe de casus op elk criterium is beoordeeld."), toon_beoordelingen),
        route<BeoordelingNieuw, poort::Lijst<Beoordeling>>(
            gewone_kop(Methode::post, "/v1/casussen/{id}/beoordelingen", "casusBeoordelen", schrijven, behandelen, "Legt vast welk niveau de casus op een criterium heeft, met de motivering."), beoordeel),
        route<Niets, poort::Lijst<WeegtafelRegel>>(gewone_kop(Methode::get, "/v1/weegtafel", "weegtafelTonen", "signaal.lezen", wegen, "Signalen die politie of OM niet oppakt, en wat de gemeente ermee doet."), toon_weegtafel),
        route<Niets, WeegtafelVanSignaal>(gewone_kop(Methode::get, "/v1/signalen/{id}/weegtafel", "weegtafelVanSignaalTonen", "signaal.lezen", wegen, "Of een signaal niet strafrechtelijk is opgepakt."), toon_weegtafel_van),
        route<WeegtafelNieuw, WeegtafelRegel>(
            poort::maakt(gewone_kop(Methode::post, "/v1/signalen/{id}/weegtafel", "weegtafelVastleggen", "signaal.schrijven", wegen, "Legt vast dat politie of OM een signaal niet oppakt.")), leg_op_weegtafel),
        route<WeegtafelBesluit, WeegtafelRegel>(
            gewone_kop(Methode::post, "/v1/signalen/{id}/weegtafel/besluiten", "weegtafelBesluiten", "signaal.wegen", wegen, "Weegt wat de gemeente doet met wat niet is opgepakt.", true), besluit_weegtafel),
    };
}

}  // namespace damwand::aanpak

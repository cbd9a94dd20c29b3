// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "werk/aanpak/handelingen.hpp"
#include "werk/aanpak/store.hpp"

namespace damwand::aanpak {
namespace {

Datum vandaag(poort::Gang& gang) { return dag_in_amsterdam(gang.tx().nu()); }

WeegtafelRegel een(poort::Gang& gang, const SignaalId& id) {
    auto gevonden = store::weegtafel(gang, id);
    if (gevonden.size() != 1) throw onbekend();
    gang.raakt(id.waarde);
    gang.etag(gevonden.front().versie);
    return std::move(gevonden.front());
}

}  // namespace

poort::Lijst<WeegtafelRegel> toon_weegtafel(poort::Gang& gang) {
    poort::Lijst<WeegtafelRegel> uit{.resultaten = store::weegtafel(gang, std::nullopt), .volgende = {}};
    for (const auto& regel : uit.resultaten) gang.raakt(regel.signaal.waarde);
    return uit;
}

WeegtafelVanSignaal toon_weegtafel_van(poort::Gang& gang) {
    const auto id = gang.id<SignaalId>("id");
    (void)signaal::zicht_van(gang, id);
    WeegtafelVanSignaal uit{.kan = komt_van_strafrecht(store::bron_van(gang, id)), .regel = {}};
    auto gevonden = store::weegtafel(gang, id);
    if (!gevonden.empty()) {
        gang.raakt(id.waarde);
        uit.regel = std::move(gevonden.front());
    }
    return uit;
}

WeegtafelRegel leg_op_weegtafel(poort::Gang& gang, const WeegtafelNieuw& nieuw) {
    const auto id = gang.id<SignaalId>("id");
    const auto stand = signaal::vergrendel(gang, id);
    if (stand.status == "vernietigd") throw onbekend();
    if (!komt_van_strafrecht(store::bron_van(gang, id))) {
        throw Fout(FoutSoort::botsing, "niet-van-strafrecht", "Dit signaal komt niet van de politie of het OM. Op de weegtafel ligt alleen wat daar niet is opgepakt.");
    }
    if (!store::weegtafel(gang, id).empty()) throw Fout(FoutSoort::botsing, "ligt-al-op-weegtafel", "Van dit signaal is al vastgelegd dat het niet is opgepakt.");
    std::vector<VeldFout> fouten;
    if (*nieuw.partij != "politie" && *nieuw.partij != "om") fouten.push_back({"/partij", "onbekende-code", "Kies iets uit de lijst."});
    if (nieuw.gemeld_op > vandaag(gang)) fouten.push_back({"/gemeldOp", "in-toekomst", "Deze dag komt nog."});
    entiteit::eis_geen(std::move(fouten));
    store::zet_weegtafel(gang, stand, nieuw);
    gang.meld("signaal", id.waarde, stand.versie, stand.zicht);
    gang.gemaakt(fmt::format("/v1/signalen/{}/weegtafel", id.tekst()), id.waarde);
    return een(gang, id);
}

WeegtafelRegel besluit_weegtafel(poort::Gang& gang, const WeegtafelBesluit& besluit) {
    const auto id = gang.id<SignaalId>("id");
    const auto stand = signaal::vergrendel(gang, id);
    const auto ligt = store::weegtafel(gang, id);
    if (ligt.empty()) throw Fout(FoutSoort::botsing, "ligt-niet-op-weegtafel", "Leg eerst vast dat politie of OM dit signaal niet oppakt.");
    gang.eis_gezien(ligt.front().versie);
    std::vector<VeldFout> fouten;
    const bool bewaren = *besluit.keuze == "bewaren";
    if (!bewaren && *besluit.keuze != "oppakken" && *besluit.keuze != "niet_oppakken") fouten.push_back({"/keuze", "onbekende-code", "Kies iets uit de lijst."});
    if (bewaren && !besluit.bewaren_tot) fouten.push_back({"/bewarenTot", "ontbreekt", "Tot welke dag blijft dit liggen?"});
    if (bewaren && besluit.bewaren_tot && *besluit.bewaren_tot <= vandaag(gang)) fouten.push_back({"/bewarenTot", "niet-in-de-toekomst", "Deze dag is al begonnen of voorbij."});
    if (!bewaren && besluit.bewaren_tot) fouten.push_back({"/bewarenTot", "past-niet", "Alleen wat blijft liggen heeft een dag."});
    entiteit::eis_geen(std::move(fouten));
    store::besluit_weegtafel(gang, id, besluit);
    gang.meld("signaal", id.waarde, stand.versie, stand.zicht);
    return een(gang, id);
}

}  // namespace damwand::aanpak

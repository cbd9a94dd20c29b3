// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "werk/aanpak/handelingen.hpp"
#include "werk/aanpak/store.hpp"

namespace damwand::aanpak {
namespace {

Sjabloon een(poort::Gang& gang, const std::string& thema) {
    for (auto& s : store::sjablonen(gang)) {
        if (s.thema == thema) {
            gang.etag(s.versie);
            return s;
        }
    }
    throw onbekend();
}

void eis_lengte(std::size_t aantal, std::string_view veld, std::vector<VeldFout>& fouten) {
    constexpr std::size_t meeste = 20;
    if (aantal > meeste) fouten.push_back({fmt::format("/inhoud/{}", veld), "te-veel", "Dit is te veel voor een sjabloon: hoogstens twintig regels."});
}

}  // namespace

poort::Lijst<Sjabloon> toon_sjablonen(poort::Gang& gang) { return {.resultaten = store::sjablonen(gang), .volgende = {}}; }

Sjabloon stel_sjabloon_vast(poort::Gang& gang, const SjabloonNieuw& nieuw) {
    gang.eis_gezien(store::eigen_sjabloon(gang, *nieuw.thema));
    std::vector<VeldFout> fouten;
    entiteit::Codetoets codes;
    codes.eis("thema", *nieuw.thema, "/thema");
    const auto& in = nieuw.inhoud;
    for (std::size_t i = 0; i < in.bronnen.size(); ++i) codes.eis("bronsoort", *in.bronnen[i].bronsoort, fmt::format("/inhoud/bronnen/{}/bronsoort", i));
    for (std::size_t i = 0; i < in.interventies.size(); ++i) codes.eis("interventietype", *in.interventies[i].type, fmt::format("/inhoud/interventies/{}/type", i));
    codes.toets(gang, fouten);
    eis_lengte(in.doelen.size(), "doelen", fouten);
    eis_lengte(in.strategieen.size(), "strategieen", fouten);
    eis_lengte(in.bronnen.size(), "bronnen", fouten);
    eis_lengte(in.interventies.size(), "interventies", fouten);
    eis_lengte(in.stappen.size(), "stappen", fouten);
    entiteit::eis_geen(std::move(fouten));
    store::zet_sjabloon(gang, nieuw);
    return een(gang, *nieuw.thema);
}

Sjabloon zet_sjabloon_terug(poort::Gang& gang, const SjabloonTerug& terug) {
    const int versie = store::eigen_sjabloon(gang, *terug.thema);
    gang.eis_gezien(versie);
    if (versie > 0) store::wis_sjabloon(gang, *terug.thema);
    return een(gang, *terug.thema);
}

}  // namespace damwand::aanpak

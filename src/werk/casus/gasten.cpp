// SPDX-License-Identifier: EUPL-1.2
// Guests: who of another organisation may be in this casus (docs/adr/0054). Being in it is a membership as of everybody, after check 2A.
#include <fmt/format.h>

#include "platform/toegang/aanmelden.hpp"
#include "werk/casus/handelingen.hpp"
#include "werk/casus/store.hpp"

namespace damwand::casus {

Gasten toon_gasten(poort::Gang& gang) {
    const auto greep = houd_stil(gang, gang.id<CasusId>("id"));
    return {.resultaten = store::gasten(gang, greep), .organisaties = store::gastorganisaties(gang)};
}

Gast nodig_gast_uit(poort::Gang& gang, const GastNieuw& nieuw) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    std::vector<VeldFout> fouten;
    const auto alle = store::gastorganisaties(gang);
    if (std::none_of(alle.begin(), alle.end(), [&](const auto& o) { return o.code == *nieuw.organisatie; })) fouten.push_back({"/organisatie", "onbekende-code", "Kies een organisatie uit de lijst."});
    const auto vandaag = store::vandaag(gang);
    if (nieuw.tot < vandaag) fouten.push_back({"/tot", "in-verleden", "Deze dag is al voorbij."});
    if (std::chrono::sys_days(nieuw.tot) > std::chrono::sys_days(vandaag) + std::chrono::days(366)) fouten.push_back({"/tot", "te-lang", "Een gast is hier hoogstens een jaar."});
    entiteit::eis_geen(std::move(fouten));
    if (store::trekker(gang, greep) != gang.wie().gebruiker) throw Fout(FoutSoort::verboden, "niet-de-trekker", "Alleen de trekker nodigt een gast uit.");
    const auto id = Uuid::willekeurig();
    const auto code = toegang::maak_gastcode();
    store::nodig_gast_uit(gang, greep, id, GebruikerId::nieuw(), nieuw, code.hash);
    Gast uit;
    for (auto& gast : store::gasten(gang, greep)) {
        if (gast.id == id) uit = std::move(gast);
    }
    uit.code = code.code;
    teken_aan(gang, greep, {.soort = "lid", .tekst = uit.naam, .gegevens = boost::json::object{{"gebruiker", uit.gebruiker.tekst()}, {"verandering", "uitgenodigd"}, {"tot", tekst(nieuw.tot)}}});
    gang.gemaakt(fmt::format("/v1/casussen/{}/gasten/{}", greep.id.tekst(), id.tekst()), id);
    return uit;
}

void trek_gast_in(poort::Gang& gang) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    const auto id = gang.id<Uuid>("gast");
    const auto alle = store::gasten(gang, greep);
    const auto gast = std::find_if(alle.begin(), alle.end(), [&](const Gast& g) { return g.id == id; });
    if (gast == alle.end()) throw onbekend();
    if (!store::trek_gast_in(gang, id)) throw Fout(FoutSoort::botsing, "al-ingetrokken", "Deze gast is al ingetrokken.");
    if (store::lid(gang, greep, gast->gebruiker)) store::verwijder_lid(gang, greep, gast->gebruiker);
    teken_aan(gang, greep, {.soort = "lid", .tekst = gast->naam, .gegevens = boost::json::object{{"gebruiker", gast->gebruiker.tekst()}, {"verandering", "verwijderd"}}});
}

}  // namespace damwand::casus

// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "werk/casus/handelingen.hpp"
#include "werk/casus/store.hpp"

namespace damwand::casus {
namespace {

/// A file keeps somebody who leads it and somebody who may close it, both without an end date.
void eis_gemist_kan_worden(poort::Gang& gang, const Greep& greep, const GebruikerId& wie) {
    if (store::trekker(gang, greep) == wie) {
        throw Fout(FoutSoort::botsing, "trekker-blijft-lid", "De trekker blijft lid. Kies eerst een andere trekker.");
    }
    if (store::blijvende_sluiters(gang, greep) == std::set{wie}) {
        throw Fout(FoutSoort::botsing, "laatste-coordinator",
                   "Dit is het laatste lid dat de casus kan afsluiten. Voeg eerst een andere coördinator toe.");
    }
}

}  // namespace

void maak_lid(poort::Gang& gang, const Greep& greep, const GebruikerId& wie, const std::optional<Datum>& tot, const std::optional<std::string>& rol) {
    // The database holds to it too (db/code/14_gast.sql).
    if (const auto hoogstens = store::gast_tot(gang, greep, wie); hoogstens && (!tot || *tot > *hoogstens)) {
        entiteit::eis_geen({{"/tot", tot ? "te-lang" : "ontbreekt", "Een gast krijgt toegang tot en met een dag, niet later dan in de uitnodiging."}});
    }
    const auto was = store::lid(gang, greep, wie);
    if (was && was->tot == tot && (!rol || was->rol == rol)) return;
    store::zet_lid(gang, greep, wie, tot, rol);
    boost::json::object gegevens{{"gebruiker", wie.tekst()}, {"verandering", was ? "gewijzigd" : "toegevoegd"}};
    if (tot) gegevens["tot"] = tekst(*tot);
    if (rol) gegevens["rol"] = *rol;
    teken_aan_zonder_aanraken(gang, greep,
                              {.soort = "lid", .tekst = store::naam(gang, wie), .gegevens = std::move(gegevens)});
}

Casus voeg_lid_toe(poort::Gang& gang, const CasusLidNieuw& nieuw) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    std::vector<VeldFout> fouten;
    controleer_collegas(gang, {{"/gebruiker", nieuw.gebruiker}}, fouten);
    if (nieuw.tot && *nieuw.tot < store::vandaag(gang)) {
        fouten.push_back({"/tot", "in-verleden", "Deze dag is al voorbij."});
    }
    entiteit::Codetoets codes;
    codes.eis("teamrol", nieuw.rol, "/rol");
    codes.toets(gang, fouten);
    if (nieuw.rol && **nieuw.rol == "trekker") fouten.push_back({"/rol", "past-niet", "Wie trekt, kiest u bij de casus zelf."});
    entiteit::eis_geen(std::move(fouten));
    eis_toets_2a_voor(gang, greep, nieuw.gebruiker);
    if (nieuw.tot) eis_gemist_kan_worden(gang, greep, nieuw.gebruiker);
    maak_lid(gang, greep, nieuw.gebruiker, nieuw.tot, nieuw.rol ? std::optional(**nieuw.rol) : std::nullopt);
    store::raak_aan(gang, greep);
    return antwoord(gang, greep);
}

void verwijder_lid(poort::Gang& gang) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    const auto wie = gang.id<GebruikerId>("gebruiker");
    if (!store::lid(gang, greep, wie)) throw onbekend();
    eis_gemist_kan_worden(gang, greep, wie);
    teken_aan(gang, greep,
              {.soort = "lid",
               .tekst = store::naam(gang, wie),
               .gegevens = boost::json::object{{"gebruiker", wie.tekst()}, {"verandering", "verwijderd"}}});
    // Last: whoever removes himself may not see the file after this statement.
    store::verwijder_lid(gang, greep, wie);
}

}  // namespace damwand::casus

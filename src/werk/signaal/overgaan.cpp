// SPDX-License-Identifier: EUPL-1.2
#include "werk/signaal/handelingen.hpp"

namespace damwand::signaal {
namespace {

Fout niet_toegestaan() {
    return {FoutSoort::botsing, "overgang-niet-toegestaan", "Dit kan niet met een signaal in deze status."};
}

/// A field that belongs to one target status: there it must stand, elsewhere it may not.
void eis_bij(bool hoort, bool staat, std::string veld, std::string ontbreekt, std::vector<VeldFout>& fouten) {
    if (hoort && !staat) fouten.push_back({std::move(veld), "ontbreekt", std::move(ontbreekt)});
    else if (!hoort && staat) fouten.push_back({std::move(veld), "hoort-hier-niet", "Dit veld hoort niet bij deze overgang."});
}

/// The original must be visible, another one, and no duplicate itself: so chains and circles cannot arise.
void toets_origineel(poort::Gang& gang, SignaalId id, SignaalId van, std::vector<VeldFout>& fouten) {
    const auto ander = store::origineel(gang, van);
    if (!ander) fouten.push_back({"/duplicaatVan", "onbekend-signaal", "Dit signaal bestaat niet, of u mag het niet zien."});
    else if (van == id) fouten.push_back({"/duplicaatVan", "zichzelf", "Een signaal is geen duplicaat van zichzelf."});
    else if (ander->status == "duplicaat") fouten.push_back({"/duplicaatVan", "is-duplicaat", "Dat signaal is zelf een duplicaat; verwijs naar het origineel."});
}

}  // namespace

void neem_rand(poort::Gang& gang, store::Gegevens& g, const store::Overgang& o) {
    const auto van = g.status;
    g.status = o.naar;
    if (o.naar == "in_weging" && van != "uitgesteld") g.weging_stap = 1;  // after a postponement it goes on where it was
    g.uitgesteld_tot = o.naar == "uitgesteld" ? o.tot : std::nullopt;
    g.naar_wie = o.naar_wie;
    if (o.naar != "duplicaat") g.duplicaat_van = std::nullopt;
    auto geschreven = o;
    geschreven.van = van;
    store::voeg_overgang_toe(gang, g, geschreven);
}

namespace {

void voer_uit(poort::Gang& gang, store::Gegevens g, const SignaalOvergangNieuw& nieuw) {
    const auto* gekozen = rand(g.status, *nieuw.naar, Deur::overgang);
    if (gekozen == nullptr) throw niet_toegestaan();

    std::vector<VeldFout> fouten;
    if (gekozen->reden && !nieuw.reden) fouten.push_back({"/reden", "ontbreekt", "Geef een reden."});
    eis_bij(gekozen->naar == "uitgesteld", nieuw.tot.has_value(), "/tot", "Vul in tot wanneer.", fouten);
    eis_bij(gekozen->naar == "doorgestuurd", nieuw.naar_wie.has_value(), "/naarWie", "Vul in naar wie het signaal gaat.", fouten);
    eis_bij(gekozen->naar == "duplicaat", nieuw.duplicaat_van.has_value(), "/duplicaatVan", "Vul in van welk signaal dit een duplicaat is.", fouten);
    if (nieuw.tot && std::chrono::sys_days(*nieuw.tot) <= std::chrono::sys_days(dag_in_amsterdam(gang.tx().nu()))) {
        fouten.push_back({"/tot", "niet-in-de-toekomst", "Deze dag is al begonnen of voorbij."});
    }
    if (nieuw.duplicaat_van) toets_origineel(gang, g.id, *nieuw.duplicaat_van, fouten);
    entiteit::eis_geen(std::move(fouten));

    const auto reden = nieuw.reden ? std::optional(**nieuw.reden) : std::nullopt;
    if (gekozen->triage) {
        neem_rand(gang, g, {.van = std::nullopt, .naar = "in_weging", .reden = std::nullopt, .tot = std::nullopt, .naar_wie = std::nullopt});
    }
    g.duplicaat_van = nieuw.duplicaat_van;
    neem_rand(gang, g, {.van = std::nullopt,
                        .naar = std::string(gekozen->naar),
                        .reden = reden,
                        .tot = nieuw.tot,
                        .naar_wie = nieuw.naar_wie ? std::optional(**nieuw.naar_wie) : std::nullopt});
    store::werk_bij(gang, g);
    meld(gang, g);
}

}  // namespace

void laat_overgaan(poort::Gang& gang, SignaalId id, const SignaalOvergangNieuw& nieuw) {
    auto g = store::vergrendel(gang, id);
    gang.eis_gezien(g.versie);
    voer_uit(gang, std::move(g), nieuw);
}

void laat_overgaan_in_overleg(poort::Gang& gang, SignaalId id, const SignaalOvergangNieuw& nieuw) { voer_uit(gang, store::vergrendel(gang, id), nieuw); }

void word_casus(poort::Gang& gang, const SignaalStand& stand, CasusId casus, int casus_zicht) {
    auto g = store::vergrendel(gang, stand.id);
    if (!is_rijp_voor_casus(g.status, g.weging_stap)) throw niet_toegestaan();
    const int oud = g.zicht;
    std::vector<VeldFout> fouten;
    g.zicht = entiteit::onder_regime(gang, casus_zicht, g.regime, "/signalen", fouten);
    entiteit::eis_geen(std::move(fouten));
    g.casus = casus;
    neem_rand(gang, g, {.van = std::nullopt, .naar = "casus", .reden = std::nullopt, .tot = std::nullopt, .naar_wie = std::nullopt});
    store::werk_bij(gang, g);
    store::geef_zicht(gang, g, oud, g.zicht);  // after it, so that what it was a moment ago goes along
    // Those who no longer see it drop it from their lists; the members of the casus get it.
    gang.meld("signaal", g.id.waarde, g.versie, oud);
    meld(gang, g);
}

}  // namespace damwand::signaal

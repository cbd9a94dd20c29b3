// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "base/tekst.hpp"
#include "werk/register/register.hpp"
#include "werk/signaal/handelingen.hpp"

namespace damwand::signaal {

void meld(poort::Gang& gang, const store::Gegevens& g) { gang.meld("signaal", g.id.waarde, g.versie, g.zicht); }

void zet_adres(poort::Gang& gang, store::Gegevens& g, const std::optional<SignaalAdresNieuw>& adres, std::vector<VeldFout>& fouten) {
    g.nummeraanduiding = g.adres_tekst = std::nullopt;
    if (!adres) return;
    if (adres->nummeraanduiding.has_value() == adres->tekst.has_value()) {
        fouten.push_back({"/adres", "een-van-beide", "Kies een adres uit de lijst, of beschrijf de plek; niet allebei."});
        return;
    }
    if (adres->tekst) {
        g.adres_tekst = **adres->tekst;
        return;
    }
    const auto gevonden = registers::zoek_adres(gang.tx(), **adres->nummeraanduiding);
    if (!gevonden) {
        fouten.push_back({"/adres/nummeraanduiding", "onbekend-adres", "Dit adres staat niet in de BAG."});
        return;
    }
    g.nummeraanduiding = gevonden->nummeraanduiding;
    g.adres_tekst = gevonden->weergave;
}

SignaalId leg_vast(poort::Gang& gang, const SignaalNieuw& nieuw) {
    std::vector<VeldFout> fouten;
    entiteit::Codetoets codes;
    codes.eis("signaalbron", *nieuw.bron, "/bron");
    codes.eis("thema", nieuw.thema, "/thema");
    codes.eis("regime", nieuw.regime, "/regime");
    const auto vermeldingen = nieuw.vermeldingen.value_or(std::vector<entiteit::VermeldingNieuw>{});
    for (std::size_t i = 0; i < vermeldingen.size(); ++i) {
        entiteit::controleer(vermeldingen[i], fmt::format("/vermeldingen/{}", i), codes, fouten);
    }
    const auto nu = gang.tx().nu();
    if (nieuw.ontvangen_op && *nieuw.ontvangen_op > nu + std::chrono::minutes(1)) {
        fouten.push_back({"/ontvangenOp", "in-de-toekomst", "Een signaal kan niet later ontvangen zijn dan nu."});
    }
    store::Gegevens g{.id = {},
                      .zicht = store::zicht_met_naam(gang, "signalen"),
                      .kenmerk = {},
                      .titel = *nieuw.titel,
                      .omschrijving = *nieuw.omschrijving,
                      .bron = *nieuw.bron,
                      .thema = nieuw.thema ? std::optional(**nieuw.thema) : std::nullopt,
                      .ontvangen_op = nieuw.ontvangen_op.value_or(nu),
                      .nummeraanduiding = std::nullopt,
                      .adres_tekst = std::nullopt,
                      .bron_betrouwbaarheid = nieuw.bron_betrouwbaarheid ? **nieuw.bron_betrouwbaarheid : "F",
                      .informatie_waarde = nieuw.informatie_waarde ? **nieuw.informatie_waarde : 6,
                      .regime = nieuw.regime ? **nieuw.regime : store::regime_van_bron(gang, *nieuw.bron),
                      .behandelaar = std::nullopt,
                      .uitgesteld_tot = std::nullopt,
                      .naar_wie = std::nullopt,
                      .duplicaat_van = std::nullopt,
                      .casus = std::nullopt,
                      .heeft_melder = nieuw.melder.has_value()};
    zet_adres(gang, g, nieuw.adres, fouten);
    codes.toets(gang, fouten);
    entiteit::eis_geen(std::move(fouten));

    store::voeg_toe(gang, g);
    gang.sta_toe({"signaal", g.id.waarde, gang.wie().organisatie, g.zicht});
    gang.onderwerp("signaal", g.id.waarde);
    store::voeg_overgang_toe(gang, g, {.van = std::nullopt, .naar = g.status, .reden = std::nullopt, .tot = std::nullopt, .naar_wie = std::nullopt});
    for (const auto& v : vermeldingen) entiteit::leg_vast(gang, g.dossier(), v);
    if (nieuw.melder) store::voeg_melder_toe(gang, g, *nieuw.melder);
    meld(gang, g);
    return g.id;
}

}  // namespace damwand::signaal

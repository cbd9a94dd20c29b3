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

Label toets_vermelding(poort::Gang& gang, const Label& signaal, const entiteit::VermeldingNieuw& nieuw, std::string_view pad,
                       entiteit::Codetoets& codes, std::vector<VeldFout>& fouten) {
    const auto onder = [&](std::string_view veld) { return fmt::format("{}/{}", pad, veld); };
    entiteit::controleer(gang, nieuw, pad, codes, fouten);
    const auto hoort_niet = [&](bool staat, std::string_view veld) {
        if (staat) fouten.push_back({onder(veld), "hoort-hier-niet", "Een signaal heeft geen bronnen; kies dit in de casus."});
    };
    hoort_niet(nieuw.uit_bron.has_value(), "uitBron");
    hoort_niet(nieuw.uit_document.has_value(), "uitDocument");
    auto uit = entiteit::vermeldinglabel(gang, {.soort = "signaal", .id = {}, .zicht = 0, .label = signaal}, nieuw, nullptr, pad, fouten);
    if (entiteit::heeft_compartiment(uit.regime) && uit.regime != signaal.regime) {
        fouten.push_back({onder("regime"), "alleen-in-casus", "Dit signaal staat onder een ander regime. Leg dit vast in de casus."});
    }
    return uit;
}

void toets_peildatum(const store::Gegevens& g, std::vector<VeldFout>& fouten) {
    if (g.peildatum > dag_in_amsterdam(g.ontvangen_op)) {
        fouten.push_back({"/peildatum", "na-ontvangst", "Dit kan niet later zijn gezien dan het is ontvangen."});
    }
}

namespace {

/// Those who will know of it must be able to: each works here, and would see it if it stood open.
void controleer_kring(poort::Gang& gang, const std::vector<GebruikerId>& wie, int zicht, std::vector<VeldFout>& fouten) {
    constexpr std::size_t meeste = 20;
    if (wie.size() > meeste) return fouten.push_back({"/alleen", "te-veel", "Kies hoogstens twintig collega's."});
    for (std::size_t i = 0; i < wie.size(); ++i) {
        if (!store::hoort_bij(gang, wie[i], zicht)) {
            fouten.push_back({fmt::format("/alleen/{}", i), "onbekende-collega", "Deze collega bestaat niet, of mag dit signaal niet zien."});
        }
    }
}

}  // namespace

void geef_vrij(poort::Gang& gang, SignaalId id) {
    auto g = store::vergrendel(gang, id);
    gang.eis_gezien(g.versie);
    if (!store::onder_embargo(gang, g.zicht)) {
        throw Fout(FoutSoort::botsing, "geen-embargo", "Dit signaal is al voor het hele team.");
    }
    std::vector<VeldFout> fouten;
    const int oud = g.zicht;
    g.zicht = entiteit::onder_regime(gang, store::zicht_met_naam(gang, "signalen"), g.regime, "/regime", fouten);
    entiteit::eis_geen(std::move(fouten));
    store::werk_bij(gang, g);
    store::geef_zicht(gang, g, oud, g.zicht);
    meld(gang, g);
}

SignaalId leg_vast(poort::Gang& gang, const SignaalNieuw& nieuw) {
    std::vector<VeldFout> fouten;
    entiteit::Codetoets codes;
    codes.eis("signaalbron", *nieuw.bron, "/bron");
    codes.eis("thema", nieuw.thema, "/thema");
    codes.eis("regime", nieuw.regime, "/regime");
    const auto nu = gang.tx().nu();
    if (nieuw.ontvangen_op && *nieuw.ontvangen_op > nu + std::chrono::minutes(1)) {
        fouten.push_back({"/ontvangenOp", "in-de-toekomst", "Een signaal kan niet later ontvangen zijn dan nu."});
    }
    store::Gegevens g{.id = {},
                      .zicht = 0,
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
                      .peildatum = nieuw.peildatum.value_or(dag_in_amsterdam(nieuw.ontvangen_op.value_or(nu))),
                      .doorgifte = {},
                      .doorgifte_reden = std::nullopt,
                      .behandelaar = std::nullopt,
                      .uitgesteld_tot = std::nullopt,
                      .naar_wie = std::nullopt,
                      .duplicaat_van = std::nullopt,
                      .casus = std::nullopt,
                      .heeft_melder = nieuw.melder.has_value()};
    zet_adres(gang, g, nieuw.adres, fouten);
    toets_peildatum(g, fouten);
    auto label = entiteit::standaardlabel(gang, is_regime(g.regime) ? g.regime : "avg");
    label = entiteit::stel_vast(gang, label, entiteit::wens_van(nieuw.doorgifte, nieuw.doorgifte_reden), "", fouten);
    g.doorgifte = label.doorgifte;
    g.doorgifte_reden = label.doorgifte_reden;
    const auto vermeldingen = nieuw.vermeldingen.value_or(std::vector<entiteit::VermeldingNieuw>{});
    std::vector<Label> labels;
    for (std::size_t i = 0; i < vermeldingen.size(); ++i) {
        labels.push_back(toets_vermelding(gang, label, vermeldingen[i], fmt::format("/vermeldingen/{}", i), codes, fouten));
    }
    codes.toets(gang, fouten);
    g.zicht = entiteit::onder_regime(gang, store::zicht_met_naam(gang, "signalen"), g.regime, "/regime", fouten);
    if (nieuw.alleen) controleer_kring(gang, *nieuw.alleen, g.zicht, fouten);
    if (nieuw.embargo_tot && !nieuw.alleen) fouten.push_back({"/embargoTot", "zonder-embargo", "Zonder embargo is er geen einddatum."});
    if (nieuw.embargo_tot && *nieuw.embargo_tot <= dag_in_amsterdam(nu)) fouten.push_back({"/embargoTot", "in-verleden", "Kies een dag na vandaag."});
    entiteit::eis_geen(std::move(fouten));

    if (nieuw.alleen) g.zicht = store::maak_embargo(gang, *nieuw.alleen, g.zicht, nieuw.embargo_tot);
    store::voeg_toe(gang, g);
    gang.sta_toe({"signaal", g.id.waarde, gang.wie().organisatie, g.zicht});
    gang.onderwerp("signaal", g.id.waarde);
    store::voeg_overgang_toe(gang, g, {.van = std::nullopt, .naar = g.status, .reden = std::nullopt, .tot = std::nullopt, .naar_wie = std::nullopt});
    for (std::size_t i = 0; i < vermeldingen.size(); ++i) {
        entiteit::leg_vast(gang, {.soort = "signaal", .id = g.id.waarde, .zicht = g.zicht, .label = labels[i]}, vermeldingen[i]);
    }
    if (nieuw.melder) store::voeg_melder_toe(gang, g, *nieuw.melder);
    meld(gang, g);
    return g.id;
}

}  // namespace damwand::signaal

// SPDX-License-Identifier: EUPL-1.2
#include "werk/dossier/store.hpp"

namespace damwand::dossier {
namespace {

/// One reading of everything. The file is held still by the caller, so every part says the same moment.
Dossier lees(poort::Gang& gang, const casus::Greep& greep, Tijdstip moment) {
    const entiteit::Dossier map{.soort = "casus", .id = greep.id.waarde, .zicht = greep.zicht, .label = {}};
    Dossier uit{
        .casus = casus::lees(gang, greep, moment),
        .signalen = signaal::van_casus(gang, greep.id, moment),
        .vermeldingen = entiteit::lees(gang, map, moment),
        .verbanden = entiteit::lees_verbanden(gang, map, moment),
        .bronnen = casus::lees_bronnen(gang, greep, moment),
        .privacytoetsen = casus::lees_toetsen(gang, greep, moment),
        .interventies = interventie::van_casus(gang, greep, moment),
        .acties = actie::van_casus(gang, greep, moment),
        .tijdlijn = casus::lees_tijdlijn(gang, greep, moment)};
    uit.casus.eerste_termijn = eerste_termijn(uit);
    maak_los(uit);
    return uit;
}

std::optional<Tijdstip> gevraagd_moment(poort::Gang& gang) {
    const auto gevraagd = gang.vraag("bekendOp");
    if (!gevraagd) return std::nullopt;
    auto moment = lees_tijdstip(*gevraagd);
    if (!moment)
        entiteit::eis_geen(
            {{"/query/bekendOp", "geen-tijdstip", "Hier hoort een tijdstip te staan, zoals 2026-11-22T13:45:00Z."}});
    return moment;
}

Dossier toon(poort::Gang& gang) {
    const auto gevraagd = gevraagd_moment(gang);
    // Also for a moment long past: a change that began before it may still be under way.
    const auto greep = casus::houd_stil(gang, gang.id<CasusId>("id"));
    const auto nu = store::tik(gang);
    if (gevraagd && *gevraagd > nu) {
        entiteit::eis_geen({{"/query/bekendOp", "in-toekomst", "Wat later bekend wordt, is nu niet bekend."}});
    }
    const auto moment = gevraagd.value_or(nu);
    auto uit = lees(gang, greep, moment);
    while (store::heette_anders(gang, namen_in(uit), moment)) uit = lees(gang, greep, moment);
    gang.kop("Bekend-Op", tekst(moment));
    return uit;
}

}  // namespace

std::vector<poort::Route> routes() {
    return {poort::route<poort::Niets, Dossier>(
        {.methode = http::Methode::get,
         .pad = std::string_view("/v1/casussen/{id}/dossier"),
         .naam = std::string_view("dossierTonen"),
         .recht = std::string_view("casus.lezen"),
         .activiteit = std::string_view("casus-behandelen"),
         .audit = poort::Audit::lezen,
         .tarief = poort::Tarief::gewoon,
         .export_klasse = poort::Export::geen,
         .samenvatting =
             "Het hele dossier van een casus, nu of zoals bekend op een moment; de kop Bekend-Op noemt dat moment.",
         .vragen = {{"bekendOp", "tijdstip: het dossier zoals het toen was"}}},
        toon)};
}

}  // namespace damwand::dossier

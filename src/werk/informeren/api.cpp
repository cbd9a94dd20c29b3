// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "werk/informeren/store.hpp"

namespace damwand::informeren {
namespace {

using http::Methode;
using poort::Gang;
using poort::Niets;

poort::Kop kop(Methode methode, std::string_view pad, std::string_view naam, std::string_view samenvatting) {
    const bool leest = methode == Methode::get;
    return poort::gewone_kop(methode, pad, naam, leest ? "casus.lezen" : "casus.schrijven", leest ? "casus-behandelen" : "betrokkenen-informeren", samenvatting);
}

Datum vandaag(Gang& gang) { return dag_in_amsterdam(gang.tx().nu()); }

/// The person that the mention in the path names. Throws onbekend.
store::Gelezen haal(Gang& gang, const CasusId& casus) {
    auto alle = store::lees(gang, casus, gang.id<VermeldingId>("vermelding"));
    if (alle.size() != 1) throw onbekend();
    gang.raakt_persoon(alle.front().persoon);
    return std::move(alle.front());
}

Informatietaken toon(Gang& gang) {
    const auto greep = casus::houd_stil(gang, gang.id<CasusId>("id"));
    Informatietaken uit{.resultaten = {}, .gronden = gronden(gang, "informeren")};
    for (auto& g : store::lees(gang, greep.id, std::nullopt)) {
        gang.raakt_persoon(g.persoon);
        uit.resultaten.push_back(std::move(g.taak));
    }
    std::ranges::stable_sort(uit.resultaten, [](const auto& a, const auto& b) { return a.termijn && (!b.termijn || *a.termijn < *b.termijn); });
    return uit;
}

Informatietaak besluit(Gang& gang, const InformatiebesluitNieuw& nieuw) {
    auto greep = casus::grijp(gang, gang.id<CasusId>("id"));
    const auto van = haal(gang, greep.id);
    entiteit::eis_geen(fouten_in(nieuw, gronden(gang, "informeren"), vandaag(gang)));
    greep.apart = greep.apart || van.zicht != greep.zicht;
    greep.zicht = van.zicht;
    store::besluit(gang, greep, van, nieuw);
    casus::teken_aan(gang, greep, {.soort = "informeren", .tekst = van.taak.naam,
                                   .gegevens = boost::json::object{{"vermelding", van.taak.vermelding.tekst()}, {"besluit", *nieuw.besluit}}});
    return haal(gang, greep.id).taak;
}

poort::Route briefroute() {
    auto k = kop(Methode::get, "/v1/casussen/{id}/informeren/{vermelding}/brief", "informatiebriefOpenen", "De brief die een betrokkene inlicht, als ODT om aan te vullen en te versturen.");
    k.recht = "casus.schrijven";
    k.activiteit = "betrokkenen-informeren";
    k.export_klasse = poort::Export::dossier;
    poort::Route r = poort::route<Niets, Niets>(std::move(k), [](Gang&) {});
    r.mediatype = "application/vnd.oasis.opendocument.text";
    r.stroom = [](Gang& gang) {
        const auto greep = casus::houd_stil(gang, gang.id<CasusId>("id"));
        const auto van = haal(gang, greep.id);
        http::Antwoord uit{.type = std::string("application/vnd.oasis.opendocument.text")};
        uit.lijf = brief(van.taak.naam, greep.kenmerk, gang.wie().organisatie_naam, doelen(gang, {"signalen-wegen", "casus-behandelen", "bronnen-bevragen", "interventies-uitvoeren"}), vandaag(gang));
        uit.koppen.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"informatie-{}.odt\"", greep.kenmerk));
        return uit;
    };
    return r;
}

}  // namespace

std::vector<poort::Route> routes() {
    using poort::route;
    return {
        route<Niets, Informatietaken>(kop(Methode::get, "/v1/casussen/{id}/informeren", "informatietakenTonen", "Wie in een casus genoemd wordt, en of diegene is ingelicht."), toon),
        route<InformatiebesluitNieuw, Informatietaak>(kop(Methode::post, "/v1/casussen/{id}/informeren/{vermelding}/besluiten", "informatieBesluiten",
                                                          "Legt vast dat een betrokkene is ingelicht, of dat dat wordt uitgesteld of nagelaten, met de reden."),
                                                      besluit),
        briefroute(),
    };
}

}  // namespace damwand::informeren

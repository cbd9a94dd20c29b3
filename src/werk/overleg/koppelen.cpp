// SPDX-License-Identifier: EUPL-1.2
// Linked meetings: what of one series is put before another, with the parts a check 2A allows, and what comes back.
#include <fmt/format.h>

#include <algorithm>

#include "werk/overleg/handelingen.hpp"

namespace damwand::overleg {
namespace {

/// The item in the path, of who leads its meeting and of whom the dossier is: only he may take something of it elsewhere.
struct Herkomst {
    store::Zitting z;
    store::Puntstand p;
};
Herkomst neem_herkomst(poort::Gang& gang, store::Slot slot) {
    const auto z = neem(gang);
    if (!z.leidt) throw Fout(FoutSoort::verboden, "niet-voorzitter", "Alleen de voorzitter of de secretaris kan dit.");
    const auto p = neem_punt(gang, z, slot);
    if (!p.dossier) throw Fout(FoutSoort::botsing, "vrij-punt", "Een vrij punt gaat niet over een signaal of casus.");
    if (!p.van_dossier) throw Fout(FoutSoort::verboden, "niet-van-dossier", "Dit kan alleen wie het dossier mag zien.");
    return {z, p};
}

/// Every fault in who of the linked meeting sees what: takes part there, once each, parts that stand here, and at least one who leads it.
std::vector<std::string> toets_leden(poort::Gang& gang, const store::Puntstand& p, const Inbrengkeuze& keuze, const std::vector<PuntverdelingNieuw>& leden, std::vector<VeldFout>& fouten) {
    const auto er_staat = store::deelsoorten_van(gang, p);
    std::set<std::string> delen;
    std::set<GebruikerId> gezien;
    if (leden.empty()) fouten.push_back({"/leden", "leeg", "Kies wie iets van dit punt te zien krijgt."});
    for (std::size_t i = 0; i < leden.size(); ++i) {
        const auto& lid = leden[i];
        if (std::ranges::none_of(keuze.deelnemers, [&](const Inbrengdeelnemer& d) { return d.gebruiker.id == lid.gebruiker; })) {
            fouten.push_back({fmt::format("/leden/{}/gebruiker", i), "geen-deelnemer", "Kies iemand die aan dat overleg deelneemt."});
        }
        if (!gezien.insert(lid.gebruiker).second) fouten.push_back({fmt::format("/leden/{}/gebruiker", i), "dubbel", "Deze deelnemer staat er twee keer."});
        if (lid.delen.empty()) fouten.push_back({fmt::format("/leden/{}/delen", i), "leeg", "Kies ten minste één onderdeel."});
        for (std::size_t j = 0; j < lid.delen.size(); ++j) {
            if (er_staat.contains(*lid.delen[j])) delen.insert(*lid.delen[j]);
            else fouten.push_back({fmt::format("/leden/{}/delen/{}", i, j), "geen-deel", "Dit onderdeel staat niet op tafel. Schrijf het eerst."});
        }
    }
    const bool leider = std::ranges::any_of(keuze.deelnemers, [&](const Inbrengdeelnemer& d) { return d.leidt && (d.van_dossier || gezien.contains(d.gebruiker.id)); });
    if (!leden.empty() && !leider) fouten.push_back({"/leden", "leider-ontbreekt", "Laat ook de voorzitter of de secretaris van dat overleg iets zien; anders komt het punt daar niet aan de orde."});
    return {delen.begin(), delen.end()};
}

}  // namespace

Overlegreeks koppel_reeks(poort::Gang& gang) {
    const auto r = neem_reeks_als_leider(gang, gang.id<ReeksId>("reeks"));
    // Linked through shared participants (Z 4.2): who links belongs to the other series, and so knows of it.
    const auto naar = store::reeks(gang, gang.id<ReeksId>("andere"), store::Slot::lezen);
    if (!naar || naar->id == r.id) throw onbekend();
    store::koppel(gang, r, *naar);
    gang.raakt(naar->id.waarde);
    return antwoord_reeks(gang, r.id);
}

void ontkoppel_reeks(poort::Gang& gang) {
    const auto r = neem_reeks_als_leider(gang, gang.id<ReeksId>("reeks"));
    if (!store::ontkoppel(gang, r.id, gang.id<ReeksId>("andere"))) throw onbekend();
}

poort::Lijst<Inbrengkeuze> toon_inbreng(poort::Gang& gang) {
    const auto [z, p] = neem_herkomst(gang, store::Slot::lezen);
    return {.resultaten = store::kan_inbrengen(gang, p.id), .volgende = {}};
}

Agendapunt breng_in(poort::Gang& gang, const InbrengNieuw& n) {
    const auto [z, p] = neem_herkomst(gang, store::Slot::wijzigen);
    if (n.besluit) toegang::authorize(gang.wie(), "toets.besluiten", {"overleg", z.id.waarde, gang.wie().organisatie, z.zicht});
    std::vector<VeldFout> fouten;
    const auto keuzes = store::kan_inbrengen(gang, p.id);
    const auto keuze = std::ranges::find(keuzes, n.naar, &Inbrengkeuze::overleg);
    std::vector<std::string> delen;
    if (keuze == keuzes.end()) fouten.push_back({"/naar", "geen-gekoppeld-overleg", "Kies een overleg van een gekoppelde reeks dat nog komt."});
    else delen = toets_leden(gang, p, *keuze, n.leden, fouten);
    if (n.doel && !is_een_van(**n.doel, doelen)) fouten.push_back({"/doel", "onbekende-code", "Kies informeren, verrijken of besluiten."});
    toets_besluit(n.besluit ? std::optional(**n.besluit) : std::nullopt, gevuld(n.reden), fouten);
    entiteit::eis_geen(std::move(fouten));
    const auto titel = n.titel && !(**n.titel).empty() ? **n.titel : p.titel;
    const auto id = store::breng_in(gang, p, n.naar, titel, n.doel ? **n.doel : std::string("informeren"), n.minuten ? **n.minuten : 10, delen);
    if (!id) throw Fout(FoutSoort::botsing, "bestaat-al", "Dit dossier staat al op die agenda.");
    const store::Puntstand daar{.id = *id, .zicht = p.zicht, .van_dossier = true, .dossier_soort = p.dossier_soort, .dossier = p.dossier, .staat = "gepland", .titel = titel, .versie = 1, .herkomst = {}};
    (void)store::maak_toets(gang, daar, {.leden = n.leden, .grondslag = n.grondslag, .verenigbaarheid = n.verenigbaarheid, .noodzaak = n.noodzaak, .proportionaliteit = n.proportionaliteit, .besluit = n.besluit, .reden = n.reden});
    if (n.besluit) store::verdeel(gang, daar);
    store::meld_punt(gang, *id, 1);
    store::meld_punt(gang, p.id, p.versie);
    gang.raakt(id->waarde);
    gang.gemaakt(fmt::format("/v1/overleggen/{}/punten/{}/inbreng/{}", z.id.tekst(), p.id.tekst(), id->tekst()), id->waarde);
    return antwoord(gang, z, p.id);
}

Agendapunt besluit_inbreng(poort::Gang& gang, const PunttoetsBesluit& b) {
    const auto z = neem(gang);
    const auto p = neem_punt(gang, z, store::Slot::lezen);
    if (!p.dossier || !p.van_dossier) throw onbekend();  // to whom the dossier is not, nothing was put before anybody
    const auto daar = store::inbreng(gang, z, p, gang.id<PuntId>("inbreng"));
    if (!daar) throw onbekend();
    gang.raakt(daar->punt.id.waarde);
    besluit_over_toets(gang, daar->punt, daar->toets, b);
    store::meld_punt(gang, p.id, p.versie);
    return antwoord(gang, z, p.id);
}

}  // namespace damwand::overleg

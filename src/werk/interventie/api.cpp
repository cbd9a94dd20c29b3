// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "werk/interventie/store.hpp"

namespace damwand::interventie {
namespace {

using http::Methode;
using poort::Niets;

poort::Kop kop(Methode methode, std::string_view pad, std::string_view naam, std::string_view samenvatting,
               bool if_match) {
    return poort::gewone_kop(methode, pad, naam, "interventie.schrijven", "interventies-uitvoeren", samenvatting, if_match);
}

std::optional<std::string> gevuld(const std::string& tekst) {
    if (tekst.empty()) return std::nullopt;
    return tekst;
}

/// Category and legal ground follow from the type; the day of the result is today unless it was filled in.
void maak_af(poort::Gang& gang, Interventie& i, bool nieuw_type, std::vector<VeldFout>& fouten) {
    const auto soort = store::soort(gang, i.type);
    if (!soort) {
        fouten.push_back({"/type", "onbekende-code", "Kies een interventie uit de lijst."});
    } else {
        i.categorie = soort->categorie;
        if (nieuw_type && !i.grondslag) i.grondslag = gevuld(soort->grondslag);
    }
    const auto vandaag = dag_in_amsterdam(gang.tx().nu());
    if (i.status == "uitgevoerd" && i.resultaat && !i.resultaat_op) i.resultaat_op = vandaag;
    for (auto& fout : fouten_in(i, vandaag)) fouten.push_back(std::move(fout));
}

void leg_vast(poort::Gang& gang, const casus::Greep& greep, const Interventie& i, std::string_view verandering) {
    const bool telt = staat_open(i.status) && verandering != "verwijderd";
    casus::zet_termijn(gang, greep, "interventie", i.id.waarde, wat(i), telt ? i.termijn : std::nullopt);
    casus::teken_aan(
        gang, greep,
        {.soort = "interventie",
         .tekst = wat(i),
         .gegevens = boost::json::object{
             {"interventie", i.id.tekst()}, {"type", i.type}, {"status", i.status}, {"verandering", verandering}},
         .label = label_van(i),
         .bron = i.bron,
         .uit_bron = i.uit_bron,
         .uit_document = i.uit_document});
}

void zet_label(Interventie& i, const Label& label) {
    i.regime = label.regime;
    i.doorgifte = label.doorgifte;
    i.doorgifte_reden = label.doorgifte_reden;
}

Interventie maak(poort::Gang& gang, const casus::Greep& greep, const InterventieNieuw& nieuw) {
    Interventie i;
    i.id = InterventieId::nieuw();
    i.type = *nieuw.type;
    i.omschrijving = *nieuw.omschrijving;
    i.uitvoerder = *nieuw.uitvoerder;
    if (nieuw.eigenaar) i.eigenaar = {*nieuw.eigenaar, ""};
    if (nieuw.grondslag) i.grondslag = gevuld(**nieuw.grondslag);
    i.termijn = nieuw.termijn;
    i.status = nieuw.status ? **nieuw.status : "gepland";
    if (nieuw.resultaat) i.resultaat = gevuld(**nieuw.resultaat);
    i.resultaat_op = nieuw.resultaat_op;
    std::vector<VeldFout> fouten;
    maak_af(gang, i, true, fouten);
    if (nieuw.eigenaar) casus::controleer_collegas(gang, {{"/eigenaar", *nieuw.eigenaar}}, fouten);
    entiteit::Codetoets codes;
    codes.eis("regime", nieuw.regime, "/regime");
    codes.toets(gang, fouten);
    const auto van = casus::kies_herkomst(gang, greep, nieuw.uit_bron, nieuw.uit_document, fouten);
    zet_label(i, entiteit::feitlabel(gang, van ? van->label : Label{}, entiteit::tekst_van(nieuw.regime),
                                     entiteit::wens_van(nieuw.doorgifte, nieuw.doorgifte_reden), "", fouten));
    i.bron = entiteit::tekst_van(nieuw.bron).value_or(van ? van->naam : "");
    i.uit_bron = nieuw.uit_bron;
    i.uit_document = nieuw.uit_document;
    const auto plaats = casus::in_compartiment(gang, greep, i.regime, "/regime", fouten);
    entiteit::eis_geen(std::move(fouten));
    if (is_begonnen(i.status)) casus::eis_toets_2b(gang, greep, i.id);
    store::maak(gang, plaats, i);
    leg_vast(gang, plaats, i, "toegevoegd");
    return store::lees(gang, plaats, i.id);
}

Interventie voeg_toe_route(poort::Gang& gang, const InterventieNieuw& nieuw) {
    const auto greep = casus::grijp(gang, gang.id<CasusId>("id"));
    auto uit = maak(gang, greep, nieuw);
    gang.etag(uit.versie);
    gang.gemaakt(fmt::format("/v1/casussen/{}/interventies/{}", greep.id.tekst(), uit.id.tekst()), uit.id.waarde);
    return uit;
}

/// Its label after a change: never less strict than what it was taken from.
void herlabel(poort::Gang& gang, const casus::Greep& greep, Interventie& i, const InterventieWijziging& w, std::vector<VeldFout>& fouten) {
    const auto was = label_van(i);
    const auto van = casus::herkomst_van(gang, greep, i.uit_bron, i.uit_document);
    auto regime = was.regime;
    if (w.regime.aanwezig) regime = w.regime.waarde ? **w.regime.waarde : van ? van->label.regime : Label{}.regime;
    entiteit::Codetoets codes;
    codes.eis("regime", regime, "/regime");
    codes.toets(gang, fouten);
    if (!is_regime(regime)) return;
    const auto minstens = entiteit::feitlabel(gang, van ? van->label : Label{.regime = "open", .doorgifte = "vrij", .doorgifte_reden = {}}, regime, {}, "", fouten);
    // Who saw it, saw it: its past stays in its audience, so it does not move to another.
    if (minstens.regime != was.regime && (casus::heeft_compartiment(minstens.regime) || casus::heeft_compartiment(was.regime))) {
        fouten.push_back({"/regime", "regime-ligt-vast", "Dit regime ligt vast. Verwijder deze interventie, en leg haar onder het juiste regime opnieuw vast."});
    }
    zet_label(i, entiteit::stel_bij(gang, minstens, was, w.doorgifte, w.doorgifte_reden, fouten));
}

Interventie wijzig(poort::Gang& gang, const InterventieWijziging& w) {
    const auto greep = casus::grijp(gang, gang.id<CasusId>("id"));
    auto i = store::lees(gang, greep, gang.id<InterventieId>("interventie"));
    gang.eis_gezien(i.versie);
    std::vector<VeldFout> fouten;
    const auto eis = [&](bool leeg, std::string veld) {
        if (leeg) fouten.push_back({std::move(veld), "leeg", "Dit veld kan niet leeg worden gemaakt."});
    };
    eis(w.type.aanwezig && !w.type.waarde, "/type");
    eis(w.omschrijving.aanwezig && !w.omschrijving.waarde, "/omschrijving");
    eis(w.uitvoerder.aanwezig && !w.uitvoerder.waarde, "/uitvoerder");
    eis(w.status.aanwezig && !w.status.waarde, "/status");
    const auto was = i;
    const bool nieuw_type = w.type.waarde && **w.type.waarde != i.type;
    if (w.type.waarde) i.type = **w.type.waarde;
    if (w.omschrijving.waarde) i.omschrijving = **w.omschrijving.waarde;
    if (w.uitvoerder.waarde) i.uitvoerder = **w.uitvoerder.waarde;
    if (w.eigenaar.aanwezig) i.eigenaar.reset();
    if (w.eigenaar.waarde) i.eigenaar = {*w.eigenaar.waarde, ""};
    if (w.grondslag.aanwezig) i.grondslag = w.grondslag.waarde ? gevuld(**w.grondslag.waarde) : std::nullopt;
    if (w.termijn.aanwezig) i.termijn = w.termijn.waarde;
    if (w.status.waarde) i.status = **w.status.waarde;
    if (w.resultaat.aanwezig) i.resultaat = w.resultaat.waarde ? gevuld(**w.resultaat.waarde) : std::nullopt;
    if (w.resultaat_op.aanwezig) i.resultaat_op = w.resultaat_op.waarde;
    maak_af(gang, i, nieuw_type, fouten);
    if (w.eigenaar.waarde) casus::controleer_collegas(gang, {{"/eigenaar", *w.eigenaar.waarde}}, fouten);
    if (w.bron.aanwezig) i.bron = entiteit::tekst_van(w.bron.waarde).value_or("");
    herlabel(gang, greep, i, w, fouten);
    const auto plaats = casus::in_compartiment(gang, greep, i.regime, "/regime", fouten);
    entiteit::eis_geen(std::move(fouten));
    if (is_begonnen(i.status) && !is_begonnen(was.status)) casus::eis_toets_2b(gang, greep, i.id);
    // With whom it shares what was judged for this kind of intervention and who carries it out.
    if (i.type != was.type || i.uitvoerder != was.uitvoerder) casus::eis_geen_toets(gang, greep, "2b", i.id.waarde);
    store::wijzig(gang, plaats, i);
    leg_vast(gang, plaats, i, "gewijzigd");
    auto uit = store::lees(gang, plaats, i.id);
    gang.etag(uit.versie);
    return uit;
}

void verwijder(poort::Gang& gang) {
    const auto greep = casus::grijp(gang, gang.id<CasusId>("id"));
    const auto i = store::lees(gang, greep, gang.id<InterventieId>("interventie"));
    gang.eis_gezien(i.versie);
    const auto plaats = casus::plaats_van(gang, greep, i.regime);
    store::verwijder(gang, plaats, i.id);
    leg_vast(gang, plaats, i, "verwijderd");
}

}  // namespace

Interventie voeg_toe(poort::Gang& gang, const CasusId& casus, const InterventieNieuw& nieuw) { return maak(gang, casus::grijp(gang, casus), nieuw); }

std::vector<poort::Route> routes() {
    constexpr std::string_view een = "/v1/casussen/{id}/interventies/{interventie}";
    return {
        poort::route<InterventieNieuw, Interventie>(
            poort::maakt(kop(Methode::post, "/v1/casussen/{id}/interventies", "interventieToevoegen",
                "Legt een afgesproken interventie vast.", false)),
            voeg_toe_route),
        poort::route<InterventieWijziging, Interventie>(
            kop(Methode::patch, een, "interventieWijzigen", "Wijzigt een interventie of legt het resultaat vast.",
                true),
            wijzig),
        poort::route<Niets, Niets>(kop(Methode::verwijder, een, "interventieVerwijderen",
                                       "Haalt een interventie uit het dossier; de geschiedenis blijft.", true),
                                   [](poort::Gang& gang) { verwijder(gang); }),
    };
}

}  // namespace damwand::interventie

// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "werk/entiteit/store.hpp"

namespace damwand::entiteit {
namespace {

void toets_periode(const std::optional<Datum>& van, const std::optional<Datum>& tot, std::vector<VeldFout>& fouten) {
    if (van && tot && *tot < *van) fouten.push_back({"/geldigTot", "te-vroeg", "Het einde kan niet vóór het begin liggen."});
}

/// Both ends as the asker sees them in this casus; a fault for each that he does not.
std::vector<store::Eind> einden(poort::Gang& gang, const Dossier& dossier, const VerbandNieuw& nieuw, std::vector<VeldFout>& fouten) {
    std::vector<store::Eind> uit;
    for (const auto& [id, veld] : {std::pair(nieuw.wie, "/wie"), std::pair(nieuw.wat, "/wat")}) {
        if (auto eind = store::eind(gang, dossier, id)) uit.push_back(std::move(*eind));
        else fouten.push_back({veld, "onbekende-vermelding", "Dit staat niet in de casus, of u mag het niet zien."});
    }
    return uit;
}

void log(poort::Gang& gang, const store::Verbandrij& rij) {
    for (const auto& p : rij.personen) gang.raakt_persoon(p);
    for (const auto& eind : {rij.wie, rij.wat}) {
        if (eind.soort == "persoon") gang.raakt_merken(logboek::merken_van_persoon(eind.tekst));
        if (eind.soort == "adres") gang.raakt_merken(logboek::merken_van_tekst(eind.tekst));
    }
    if (rij.bron.uit_document) gang.raakt(rij.bron.uit_document->waarde);
}

}  // namespace

Label toets_verband(poort::Gang& gang, const Dossier& dossier, const VerbandNieuw& nieuw, const Herkomst* uit, std::vector<VeldFout>& fouten) {
    Codetoets codes;
    codes.eis("regime", nieuw.regime, "/regime");
    codes.toets(gang, fouten);
    toets_periode(nieuw.geldig_van, nieuw.geldig_tot, fouten);
    toets_peildatum(gang, nieuw.peildatum, "/peildatum", fouten);
    if (nieuw.wie == nieuw.wat) fouten.push_back({"/wat", "dezelfde", "Een verband is er tussen twee verschillende."});
    const auto beide = einden(gang, dossier, nieuw, fouten);
    const auto soort = store::verbandsoort(gang, *nieuw.soort);
    if (!soort) fouten.push_back({"/soort", "onbekende-code", "Deze code staat niet in de lijst."});
    auto minstens = uit != nullptr ? uit->label : dossier.label;
    if (beide.size() == 2) {
        const auto past = [](const std::vector<std::string>& soorten, const store::Eind& e) { return std::find(soorten.begin(), soorten.end(), e.soort) != soorten.end(); };
        if (soort && (!past(soort->wie, beide[0]) || !past(soort->wat, beide[1]))) {
            fouten.push_back({"/soort", "past-niet", "Dit verband kan niet tussen deze twee."});
        }
        minstens = samen(samen(minstens, beide[0].label, "/wie", fouten), beide[1].label, "/wat", fouten);
        if (store::al_gezegd(gang, dossier, nieuw)) {
            fouten.push_back({nieuw.uit_bron ? "/uitBron" : "/uitDocument", "al-vastgelegd", "Dit verband is uit deze bron al vastgelegd."});
        }
    }
    if (nieuw.regime && is_regime(**nieuw.regime)) minstens = samen(minstens, standaardlabel(gang, **nieuw.regime), "/regime", fouten);
    return stel_vast(gang, minstens, wens_van(nieuw.doorgifte, nieuw.doorgifte_reden), "", fouten);
}

VerbandBron leg_verband_vast(poort::Gang& gang, const Dossier& dossier, const VerbandNieuw& nieuw, const Herkomst* uit) {
    VerbandBron b;
    b.id = VerbandId::nieuw();
    b.geldig_van = nieuw.geldig_van;
    b.geldig_tot = nieuw.geldig_tot;
    b.toelichting = tekst_van(nieuw.toelichting);
    b.bron_betrouwbaarheid = nieuw.bron_betrouwbaarheid ? **nieuw.bron_betrouwbaarheid : "F";
    b.informatie_waarde = nieuw.informatie_waarde ? **nieuw.informatie_waarde : 6;
    b.bron = tekst_van(nieuw.bron).value_or(uit != nullptr ? uit->naam : "");
    b.uit_bron = nieuw.uit_bron;
    b.uit_document = nieuw.uit_document;
    b.peildatum = nieuw.peildatum.value_or(uit != nullptr && uit->peildatum ? *uit->peildatum : dag_in_amsterdam(gang.tx().nu()));
    b.regime = dossier.label.regime;
    b.doorgifte = dossier.label.doorgifte;
    b.doorgifte_reden = dossier.label.doorgifte_reden;
    store::maak_verband(gang, dossier, nieuw, b);
    return een_verband(gang, dossier, b.id);
}

VerbandBron een_verband(poort::Gang& gang, const Dossier& dossier, VerbandId id) {
    const auto rijen = store::lees_verbanden(gang, dossier, id, std::nullopt);
    if (rijen.size() != 1) throw onbekend();
    log(gang, rijen.front());
    return rijen.front().bron;
}

VerbandBron wijzig_verband(poort::Gang& gang, const Dossier& dossier, VerbandId id, const VerbandWijziging& w, const Label* uit) {
    const auto rijen = store::lees_verbanden(gang, dossier, id, std::nullopt);
    if (rijen.size() != 1) throw onbekend();
    auto b = rijen.front().bron;
    gang.eis_gezien(b.versie);
    std::vector<VeldFout> fouten;
    if (w.geldig_van.aanwezig) b.geldig_van = w.geldig_van.waarde;
    if (w.geldig_tot.aanwezig) b.geldig_tot = w.geldig_tot.waarde;
    toets_periode(b.geldig_van, b.geldig_tot, fouten);
    if (w.toelichting.aanwezig) b.toelichting = tekst_van(w.toelichting.waarde);
    if (w.bron_betrouwbaarheid.aanwezig) b.bron_betrouwbaarheid = w.bron_betrouwbaarheid.waarde ? **w.bron_betrouwbaarheid.waarde : "F";
    if (w.informatie_waarde.aanwezig) b.informatie_waarde = w.informatie_waarde.waarde ? **w.informatie_waarde.waarde : 6;
    if (w.bron.aanwezig) b.bron = tekst_van(w.bron.waarde).value_or("");
    if (w.peildatum.aanwezig && !w.peildatum.waarde) fouten.push_back({"/peildatum", "mag-niet-leeg", "Dit veld mag niet leeg zijn."});
    if (w.peildatum.waarde) b.peildatum = *w.peildatum.waarde;
    toets_peildatum(gang, w.peildatum.waarde, "/peildatum", fouten);
    auto minstens = strengste(standaardlabel(gang, b.regime), uit != nullptr ? *uit : dossier.label);
    for (const auto& eind : rijen.front().labels) minstens = strengste(minstens, eind);
    minstens.regime = b.regime;
    const auto label = stel_bij(gang, minstens, damwand::label_van(b), w.doorgifte, w.doorgifte_reden, fouten);
    eis_geen(std::move(fouten));
    b.doorgifte = label.doorgifte;
    b.doorgifte_reden = label.doorgifte_reden;
    store::werk_verband_bij(gang, dossier, b);
    return een_verband(gang, dossier, id);
}

void verwijder_verband(poort::Gang& gang, const Dossier& dossier, VerbandId id) {
    gang.eis_gezien(een_verband(gang, dossier, id).versie);
    store::haal_verband_weg(gang, dossier, id);
}

std::vector<Verband> lees_verbanden(poort::Gang& gang, const Dossier& dossier, std::optional<Tijdstip> moment) {
    std::vector<Verband> uit;
    for (auto& rij : store::lees_verbanden(gang, dossier, std::nullopt, moment)) {
        log(gang, rij);
        auto hier = std::find_if(uit.begin(), uit.end(), [&](const Verband& v) {
            return v.soort == rij.soort && v.wie.vermelding == rij.wie.vermelding && v.wat.vermelding == rij.wat.vermelding;
        });
        if (hier == uit.end()) {
            uit.push_back({.soort = rij.soort, .wie = rij.wie, .wat = rij.wat, .regime = rij.bron.regime, .doorgifte = rij.bron.doorgifte, .bronnen = {}});
            hier = uit.end() - 1;
        }
        const auto label = strengste({.regime = hier->regime, .doorgifte = hier->doorgifte, .doorgifte_reden = {}}, label_van(rij.bron));
        hier->regime = label.regime;
        hier->doorgifte = label.doorgifte;
        hier->bronnen.push_back(std::move(rij.bron));
    }
    return uit;
}

}  // namespace damwand::entiteit

// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "platform/documenten/documenten.hpp"
#include "werk/casus/handelingen.hpp"
#include "werk/casus/store.hpp"

namespace damwand::casus {
namespace {

/// Null may not clear a field that must hold something.
template <class T>
void eis_waarde(const Wijziging<T>& w, std::string veld, std::vector<VeldFout>& fouten) {
    if (w.aanwezig && !w.waarde) fouten.push_back({std::move(veld), "leeg", "Dit veld kan niet leeg worden gemaakt."});
}

/// A mention's line names its kind, never the person: what is removed must not live on in the timeline.
void teken_vermelding(poort::Gang& gang, const Greep& greep, const VermeldingId& id, std::string_view soort,
                      std::string_view verandering) {
    boost::json::object gegevens{{"vermelding", id.tekst()}, {"verandering", verandering}};
    if (!soort.empty()) gegevens["soort"] = soort;
    teken_aan(gang, greep, {.soort = "vermelding", .gegevens = std::move(gegevens)});
}

/// The casus, if it is the subject's to know of and to do this to.
Greep neem(poort::Gang& gang, const CasusId& id, store::Slot slot) {
    auto greep = store::vergrendel(gang, id, slot);
    if (!greep) throw onbekend();
    gang.sta_toe({"casus", id.waarde, gang.wie().organisatie, greep->zicht});
    gang.onderwerp("casus", id.waarde);
    gang.casus(id.waarde);
    return *std::move(greep);
}

}  // namespace

entiteit::Dossier dossier_van(const Greep& greep, const Label& label) {
    return {.soort = "casus", .id = greep.id.waarde, .zicht = greep.zicht, .label = label};
}

std::optional<entiteit::Herkomst> herkomst_van(poort::Gang& gang, const Greep& greep, const std::optional<BronId>& bron,
                                               const std::optional<DocumentId>& document) {
    try {
        if (bron) {
            const auto b = store::bron(gang, greep, *bron);
            return entiteit::Herkomst{b.naam, label_van(b), b.peildatum};
        }
        if (document) {
            const auto d = documenten::lees(gang.tx(), {{gang.wie().organisatie, "casus", greep.id.waarde}, greep.zicht, gang.wie().zichten}, *document);
            return entiteit::Herkomst{d.naam, label_van(d), d.bron_datum};
        }
    } catch (const Fout& fout) {
        if (fout.soort() != FoutSoort::onbekend) throw;
    }
    return std::nullopt;
}

std::optional<entiteit::Herkomst> kies_herkomst(poort::Gang& gang, const Greep& greep, const std::optional<BronId>& bron,
                                                const std::optional<DocumentId>& document, std::vector<VeldFout>& fouten) {
    auto uit = herkomst_van(gang, greep, bron, document);
    if (bron && document) fouten.push_back({"/uitDocument", "een-van-beide", "Kies een bron of een document; niet allebei."});
    else if (bron && !uit) fouten.push_back({"/uitBron", "onbekende-bron", "Deze bron staat niet in de casus, of u mag haar niet zien."});
    else if (document && !uit) fouten.push_back({"/uitDocument", "onbekend-document", "Dit document staat niet in de casus, of u mag het niet zien."});
    return uit;
}

Greep plaats_van(poort::Gang& gang, const Greep& greep, const std::string& regime) {
    std::vector<VeldFout> fouten;
    auto uit = in_compartiment(gang, greep, regime, "/regime", fouten);
    entiteit::eis_geen(std::move(fouten));
    return uit;
}

Greep grijp(poort::Gang& gang, const CasusId& id) {
    auto greep = neem(gang, id, store::Slot::wijzigen);
    if (gesloten(greep.fase)) {
        throw Fout(FoutSoort::botsing, "casus-gesloten",
                   "Deze casus is gearchiveerd. Heropen de casus om iets te wijzigen.");
    }
    return greep;
}

Greep in_compartiment(poort::Gang& gang, const Greep& greep, const std::string& regime, std::string_view veld,
                      std::vector<VeldFout>& fouten) {
    auto uit = greep;
    uit.zicht = entiteit::onder_regime(gang, greep.zicht, regime, veld, fouten);
    uit.apart = heeft_compartiment(regime);
    return uit;
}

Greep houd_stil(poort::Gang& gang, const CasusId& id) { return neem(gang, id, store::Slot::lezen); }

Gebeurtenis teken_aan_zonder_aanraken(poort::Gang& gang, const Greep& greep, const Feit& feit) {
    auto uit = store::voeg_toe(gang, greep, feit);
    gang.meld("casus", greep.id.waarde, greep.versie, greep.zicht);
    return uit;
}

Gebeurtenis teken_aan(poort::Gang& gang, const Greep& greep, const Feit& feit) {
    if (!greep.apart) store::raak_aan(gang, greep);
    return teken_aan_zonder_aanraken(gang, greep, feit);
}

Casus antwoord(poort::Gang& gang, const Greep& greep) {
    auto uit = lees(gang, greep, std::nullopt);
    gang.onderwerp("casus", greep.id.waarde);
    gang.casus(greep.id.waarde);
    gang.etag(uit.versie);
    return uit;
}

Casus toon(poort::Gang& gang) { return antwoord(gang, neem(gang, gang.id<CasusId>("id"), store::Slot::geen)); }

Casus wijzig(poort::Gang& gang, const CasusWijziging& w) {
    auto greep = grijp(gang, gang.id<CasusId>("id"));
    gang.eis_gezien(greep.versie);
    std::vector<VeldFout> fouten;
    eis_waarde(w.werknaam, "/werknaam", fouten);
    eis_waarde(w.thema, "/thema", fouten);
    eis_waarde(w.trekker, "/trekker", fouten);
    eis_waarde(w.beeld, "/beeld", fouten);
    if (w.thema.waarde) {
        entiteit::Codetoets codes;
        codes.eis("thema", **w.thema.waarde, "/thema");
        codes.toets(gang, fouten);
    }
    if (w.trekker.waarde) controleer_collegas(gang, {{"/trekker", *w.trekker.waarde}}, fouten);
    entiteit::eis_geen(std::move(fouten));
    if (w.trekker.waarde) eis_toets_2a_voor(gang, greep, *w.trekker.waarde);

    boost::json::array velden;
    boost::json::object gegevens;
    if (w.werknaam.aanwezig) velden.emplace_back("werknaam");
    if (w.thema.aanwezig) {
        velden.emplace_back("thema");
        gegevens["thema"] = **w.thema.waarde;
    }
    if (w.trekker.aanwezig) {
        velden.emplace_back("trekker");
        gegevens["trekker"] = w.trekker.waarde->tekst();
    }
    if (w.beeld.aanwezig) velden.emplace_back("beeld");
    if (velden.empty()) return antwoord(gang, greep);
    gegevens["velden"] = std::move(velden);
    store::wijzig(gang, greep, w);
    ++greep.versie;
    // Who leads the casus is a member of it, for as long as he does.
    if (w.trekker.waarde) maak_lid(gang, greep, *w.trekker.waarde, std::nullopt);
    teken_aan_zonder_aanraken(gang, greep, {.soort = "beeld", .gegevens = std::move(gegevens)});
    return antwoord(gang, greep);
}

std::optional<Planveld> lees_planveld(poort::Gang& gang, const Greep& greep, std::string_view veld, const std::optional<int>& versie) {
    return store::planveld(gang, greep, veld, versie);
}

int zet_planveld(poort::Gang& gang, const Greep& greep, std::string_view veld, const std::string& waarde, bool aantekenen, boost::json::object erbij) {
    PlanWijziging w;
    auto& nieuw = veld == "hypothese" ? w.hypothese : veld == "doel" ? w.doel : w.strategie;
    nieuw.aanwezig = true;
    nieuw.waarde.emplace(waarde);
    store::zet_plan(gang, greep, w);
    if (aantekenen) {
        erbij["velden"] = boost::json::array{veld};
        teken_aan(gang, greep, {.soort = "plan", .gegevens = std::move(erbij)});
    } else {
        store::raak_aan(gang, greep);
        gang.meld("casus", greep.id.waarde, greep.versie, greep.zicht);
    }
    return store::planversie(gang, greep);
}

Casus wijzig_plan(poort::Gang& gang, const PlanWijziging& w) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    gang.eis_gezien(store::planversie(gang, greep));
    std::vector<VeldFout> fouten;
    eis_waarde(w.hypothese, "/hypothese", fouten);
    eis_waarde(w.doel, "/doel", fouten);
    eis_waarde(w.strategie, "/strategie", fouten);
    entiteit::eis_geen(std::move(fouten));
    boost::json::array velden;
    if (w.hypothese.aanwezig) velden.emplace_back("hypothese");
    if (w.doel.aanwezig) velden.emplace_back("doel");
    if (w.strategie.aanwezig) velden.emplace_back("strategie");
    if (velden.empty()) return antwoord(gang, greep);
    store::zet_plan(gang, greep, w);
    teken_aan(gang, greep, {.soort = "plan", .gegevens = boost::json::object{{"velden", std::move(velden)}}});
    return antwoord(gang, greep);
}

Casus plak_etiket(poort::Gang& gang, const EtiketNieuw& nieuw) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    std::vector<VeldFout> fouten;
    if (!is_etiket(*nieuw.soort)) fouten.push_back({"/soort", "onbekende-code", "Kies iets uit de lijst."});
    // A label shows in lists and is said aloud in meetings: it is about the situation.
    for (const auto& h : herkenbaar(gang, greep.id, *nieuw.reden)) {
        if (h.soort == "persoon") {
            fouten.push_back({"/reden", "noemt-persoon", "Hier staat de naam van iemand uit de casus. Beschrijf de situatie zonder namen."});
            break;
        }
    }
    entiteit::eis_geen(std::move(fouten));
    store::zet_etiket(gang, greep, nieuw);
    teken_aan(gang, greep, {.soort = "etiket", .tekst = *nieuw.reden, .gegevens = boost::json::object{{"etiket", *nieuw.soort}, {"verandering", "toegevoegd"}}});
    return antwoord(gang, greep);
}

void haal_etiket_weg(poort::Gang& gang) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    const auto soort = gang.segment("soort");
    if (!store::wis_etiket(gang, greep, soort)) throw onbekend();
    teken_aan(gang, greep, {.soort = "etiket", .gegevens = boost::json::object{{"etiket", soort}, {"verandering", "verwijderd"}}});
}

Gebeurtenis noteer(poort::Gang& gang, const NotitieNieuw& nieuw) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    std::vector<VeldFout> fouten;
    if (nieuw.wanneer && *nieuw.wanneer > gang.tx().nu()) {
        fouten.push_back({"/wanneer", "in-toekomst", "Dit moment ligt in de toekomst."});
    }
    entiteit::Codetoets codes;
    codes.eis("regime", nieuw.regime, "/regime");
    codes.toets(gang, fouten);
    const auto van = kies_herkomst(gang, greep, nieuw.uit_bron, nieuw.uit_document, fouten);
    const auto label = entiteit::feitlabel(gang, van ? van->label : Label{}, entiteit::tekst_van(nieuw.regime),
                                           entiteit::wens_van(nieuw.doorgifte, nieuw.doorgifte_reden), "", fouten);
    const auto plaats = in_compartiment(gang, greep, label.regime, "/regime", fouten);
    entiteit::eis_geen(std::move(fouten));
    const auto bron = entiteit::tekst_van(nieuw.bron).value_or(van ? van->naam : "");
    auto uit = teken_aan(gang, plaats, {.soort = "notitie", .tekst = *nieuw.tekst, .wanneer = nieuw.wanneer, .label = label, .bron = bron,
                                        .uit_bron = nieuw.uit_bron, .uit_document = nieuw.uit_document});
    if (uit.uit_document) gang.raakt(uit.uit_document->waarde);
    gang.gemaakt(fmt::format("/v1/casussen/{}/dossier", greep.id.tekst()), uit.id);
    return uit;
}

entiteit::Vermelding voeg_vermelding_toe(poort::Gang& gang, const entiteit::VermeldingNieuw& nieuw) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    std::vector<VeldFout> fouten;
    entiteit::Codetoets codes;
    entiteit::controleer(gang, nieuw, "", codes, fouten);
    codes.toets(gang, fouten);
    const auto van = kies_herkomst(gang, greep, nieuw.uit_bron, nieuw.uit_document, fouten);
    const auto label = entiteit::vermeldinglabel(gang, dossier_van(greep), nieuw, van ? &*van : nullptr, "", fouten);
    const auto plaats = in_compartiment(gang, greep, label.regime, "/regime", fouten);
    entiteit::eis_geen(std::move(fouten));
    auto uit = entiteit::leg_vast(gang, dossier_van(plaats, label), nieuw, van ? &*van : nullptr);
    teken_vermelding(gang, plaats, uit.id, uit.soort, "toegevoegd");
    gang.etag(uit.versie);
    gang.gemaakt(fmt::format("/v1/casussen/{}/vermeldingen/{}", greep.id.tekst(), uit.id.tekst()), uit.id.waarde);
    return uit;
}

entiteit::Vermelding wijzig_vermelding(poort::Gang& gang, const entiteit::VermeldingWijziging& w) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    const auto was = entiteit::een(gang, dossier_van(greep), gang.id<VermeldingId>("vermelding"));
    const auto van = herkomst_van(gang, greep, was.uit_bron, was.uit_document);
    const auto plaats = plaats_van(gang, greep, was.regime);
    auto uit = entiteit::wijzig(gang, dossier_van(plaats), was.id, w, van ? &van->label : nullptr);
    teken_vermelding(gang, plaats, uit.id, uit.soort, "gewijzigd");
    gang.etag(uit.versie);
    return uit;
}

entiteit::Bsn toon_bsn(poort::Gang& gang, const entiteit::BsnVraag& vraag) {
    const auto greep = houd_stil(gang, gang.id<CasusId>("id"));
    gang.onderwerp("casus", greep.id.waarde);
    gang.casus(greep.id.waarde);
    return entiteit::toon_bsn(gang, dossier_van(greep), gang.id<VermeldingId>("vermelding"), *vraag.reden);
}

void verwijder_vermelding(poort::Gang& gang) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    const auto was = entiteit::verwijder(gang, dossier_van(greep), gang.id<VermeldingId>("vermelding"));
    teken_vermelding(gang, plaats_van(gang, greep, was.regime), was.id, "", "verwijderd");
}

}  // namespace damwand::casus

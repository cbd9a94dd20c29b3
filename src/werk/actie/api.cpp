// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "werk/actie/store.hpp"

namespace damwand::actie {
namespace {

using http::Methode;
using poort::Gang;
using poort::Niets;

Datum vandaag(Gang& gang) { return dag_in_amsterdam(gang.tx().nu()); }

/// What each belongs to, for whom may see that; tells the logs what the answer shows.
std::vector<ActieRegel> noem(Gang& gang, std::vector<store::Rij> rijen) {
    std::vector<CasusId> casussen;
    std::vector<SignaalId> signalen;
    for (const auto& r : rijen) {
        if (!r.kent_dossier || !r.regel.dossier) continue;
        if (r.regel.dossier->soort == "casus") casussen.emplace_back(r.regel.dossier->id);
        else signalen.emplace_back(r.regel.dossier->id);
    }
    std::map<Uuid, std::pair<std::string, std::string>> namen;
    if (gang.wie().heeft("casus.lezen")) {
        for (auto& c : casus::lees_kort(gang, casussen)) namen[c.id.waarde] = {std::move(c.kenmerk), std::move(c.werknaam)};
    }
    if (gang.wie().heeft("signaal.lezen") || gang.wie().heeft("casus.lezen")) {
        for (auto& s : signaal::lees_kort(gang, signalen)) namen[s.id.waarde] = {std::move(s.kenmerk), std::move(s.titel)};
    }
    std::vector<ActieRegel> uit;
    for (auto& r : rijen) {
        auto& regel = uit.emplace_back(std::move(r.regel));
        gang.raakt(regel.id.waarde);
        if (regel.overleg) gang.raakt(*regel.overleg);
        const auto naam = regel.dossier ? namen.find(regel.dossier->id) : namen.end();
        const bool noembaar = r.kent_dossier && naam != namen.end();
        regel.mag_wijzigen = r.kent_dossier && (!regel.dossier || noembaar) && gang.wie().heeft("actie.schrijven");
        if (!noembaar) {
            regel.dossier.reset();
            continue;
        }
        regel.dossier->kenmerk = naam->second.first;
        regel.dossier->naam = naam->second.second;
        gang.raakt(regel.dossier->id);
    }
    return uit;
}

ActieRegel toon(Gang& gang, const ActieId& id) {
    auto uit = noem(gang, {store::lees(gang, id, false)});
    gang.etag(uit[0].versie);
    return std::move(uit[0]);
}

boost::json::object gegevens_van(const Actie& a, std::string_view verandering) {
    return {{"actie", a.id.tekst()}, {"staat", a.staat}, {"verandering", verandering}};
}

/// What the timeline says: the action, and what came of it.
std::string tekst_van(const Actie& a) { return a.resultaat ? fmt::format("{}: {}", casus::kort(a.wat), *a.resultaat) : casus::kort(a.wat); }

void teken_aan(Gang& gang, const casus::Greep& greep, const Actie& a, std::string_view verandering) {
    casus::zet_termijn(gang, greep, "actie", a.id.waarde, casus::kort(a.wat), a.staat == "open" ? std::optional(a.datum) : std::nullopt);
    casus::teken_aan(gang, greep, {.soort = "actie", .tekst = tekst_van(a), .gegevens = gegevens_van(a, verandering)});
}

void controleer(Gang& gang, const Actie& a, bool nieuwe_datum, bool nieuwe_eigenaar) {
    auto fouten = fouten_in(a, nieuwe_datum, vandaag(gang));
    if (nieuwe_eigenaar && !store::kan_eigenaar_zijn(gang, a.eigenaar.id)) {
        fouten.push_back({"/eigenaar", "geen-collega", "Kies een collega die acties kan zien."});
    }
    entiteit::eis_geen(std::move(fouten));
}

ActieRegel maak_op_casus(Gang& gang, const ActieNieuw& nieuw) {
    const auto a = leg_vast(gang, {.wat = *nieuw.wat, .eigenaar = nieuw.eigenaar, .datum = nieuw.datum, .casus = gang.id<CasusId>("id")});
    gang.gemaakt("/v1/acties/" + a.id.tekst(), a.id.waarde);
    return toon(gang, a.id);
}
ActieRegel maak_op_signaal(Gang& gang, const ActieNieuw& nieuw) {
    const auto a = leg_vast(gang, {.wat = *nieuw.wat, .eigenaar = nieuw.eigenaar, .datum = nieuw.datum, .signaal = gang.id<SignaalId>("id")});
    gang.gemaakt("/v1/acties/" + a.id.tekst(), a.id.waarde);
    return toon(gang, a.id);
}

/// Takes over what was sent. `alles`: more than whether it is done.
void neem_over(const ActieWijziging& w, Actie& a, bool& alles) {
    std::vector<VeldFout> fouten;
    const auto eis = [&](bool leeg, std::string veld) {
        if (leeg) fouten.push_back({std::move(veld), "leeg", "Dit veld kan niet leeg worden gemaakt."});
    };
    eis(w.wat.aanwezig && !w.wat.waarde, "/wat");
    eis(w.eigenaar.aanwezig && !w.eigenaar.waarde, "/eigenaar");
    eis(w.datum.aanwezig && !w.datum.waarde, "/datum");
    eis(w.staat.aanwezig && !w.staat.waarde, "/staat");
    entiteit::eis_geen(std::move(fouten));
    alles = w.wat.aanwezig || w.eigenaar.aanwezig || w.datum.aanwezig || (w.staat.waarde && **w.staat.waarde == "vervallen");
    if (w.wat.waarde) a.wat = **w.wat.waarde;
    if (w.eigenaar.waarde) a.eigenaar = {*w.eigenaar.waarde, ""};
    if (w.datum.waarde) a.datum = *w.datum.waarde;
    if (w.staat.waarde) a.staat = **w.staat.waarde;
    if (w.resultaat.aanwezig) {
        a.resultaat.reset();
        if (w.resultaat.waarde && !(**w.resultaat.waarde).empty()) a.resultaat = **w.resultaat.waarde;
    }
    if (w.staat.waarde && a.staat == "open" && !w.resultaat.aanwezig) a.resultaat.reset();
}

ActieRegel wijzig(Gang& gang, const ActieWijziging& w) {
    const auto id = gang.id<ActieId>("actie");
    const auto eerst = store::lees(gang, id, false);
    gang.onderwerp("actie", id.waarde);
    // A dossier is locked before what hangs on it.
    std::optional<casus::Greep> greep;
    const auto& dossier = eerst.regel.dossier;
    const bool lid = eerst.kent_dossier && (!dossier || gang.wie().heeft("casus.lezen") || gang.wie().heeft("signaal.lezen"));
    if (dossier && lid && dossier->soort == "casus") greep = casus::grijp(gang, CasusId{dossier->id});
    else if (dossier && lid) static_cast<void>(signaal::vergrendel(gang, SignaalId{dossier->id}));
    else store::houd_dossier(gang, id);
    const auto rij = store::lees(gang, id, true);
    gang.eis_gezien(rij.regel.versie);
    Actie a = rij.regel;
    bool alles = false;
    neem_over(w, a, alles);
    const bool mag_alles = lid && gang.wie().heeft("actie.schrijven");
    if ((alles && !mag_alles) || (!mag_alles && rij.regel.eigenaar.id != gang.wie().gebruiker)) {
        throw Fout(FoutSoort::verboden, "niet-van-u", "U kunt van deze actie alleen vastleggen dat u haar heeft gedaan.");
    }
    if (!mag_alles && rij.regel.staat == "vervallen") throw Fout(FoutSoort::botsing, "actie-dicht", "Waar deze actie bij hoort is afgesloten. Er kan niets meer aan veranderen.");
    controleer(gang, a, a.datum != rij.regel.datum, a.eigenaar.id != rij.regel.eigenaar.id);
    if (rij.kent_dossier) store::wijzig(gang, a);
    else store::vink_af(gang, a);
    const std::string_view verandering = a.staat != rij.regel.staat ? std::string_view(a.staat == "open" ? "heropend" : a.staat) : "gewijzigd";
    if (greep) {
        teken_aan(gang, *greep, a, verandering);
    }
    if (rij.kent_dossier) gang.meld("actie", id.waarde, a.versie + 1, rij.zicht);
    else store::teken_aan(gang, id, tekst_van(a), casus::kort(a.wat), gegevens_van(a, verandering));
    gang.onderwerp("actie", id.waarde);
    return toon(gang, id);
}

constexpr int bladzijde = 50;

poort::Lijst<ActieRegel> lijst(Gang& gang) {
    std::vector<VeldFout> fouten;
    store::Filter filter;
    const auto wie = gang.vraag("wie").value_or("ik");
    if (wie == "ik") filter.eigenaar = gang.wie().gebruiker;
    else if (wie != "alle") fouten.push_back({"/query/wie", "onbekende-code", "Vraag uw eigen acties (ik) of alle."});
    const auto staat = gang.vraag("staat").value_or("open");
    if (staat == "open" || staat == "gedaan" || staat == "vervallen") filter.staat = staat;
    else if (staat != "alle") fouten.push_back({"/query/staat", "onbekende-code", "Een actie is open, gedaan of vervallen; of vraag alle."});
    const auto casus_id = gang.vraag("casus");
    const auto signaal_id = gang.vraag("signaal");
    if (casus_id && signaal_id) fouten.push_back({"/query/signaal", "hier-niet", "Vraag de acties van één dossier."});
    entiteit::eis_geen(std::move(fouten));
    if (casus_id) {
        const auto id = CasusId::lees(*casus_id);
        if (!id || !gang.wie().heeft("casus.lezen")) throw onbekend();
        filter.dossiers = store::dossiers_van(gang, casus::houd_stil(gang, *id).id);
    } else if (signaal_id) {
        const auto id = SignaalId::lees(*signaal_id);
        if (!id || !gang.wie().heeft("signaal.lezen")) throw onbekend();
        static_cast<void>(signaal::zicht_van(gang, *id));
        filter.dossiers = std::vector<Uuid>{id->waarde};
    }
    const bool af = staat != "open";
    const char letter = af ? 'A' : 'a';
    std::optional<signaal::Bladwijzer> na;
    if (const auto gevraagd = gang.vraag("na")) na = signaal::Bladwijzer::eis(*gevraagd, letter);
    auto rijen = store::lijst(gang, filter, af, bladzijde + 1, na);
    const bool meer = rijen.size() > bladzijde;
    if (meer) rijen.resize(bladzijde);
    poort::Lijst<ActieRegel> uit{.resultaten = noem(gang, std::move(rijen)), .volgende = {}};
    if (meer) {
        const auto& laatste = uit.resultaten.back();
        uit.volgende = signaal::Bladwijzer{.sorteer = letter, .moment = Tijdstip(std::chrono::sys_days(laatste.datum)) + std::chrono::hours(12), .id = laatste.id.waarde}.tekst();
    }
    return uit;
}

poort::Kop kop(Methode methode, std::string_view pad, std::string_view naam, std::string_view recht, std::string_view activiteit, std::string_view samenvatting) {
    return poort::gewone_kop(methode, pad, naam, recht, activiteit, samenvatting, methode == Methode::patch);
}

}  // namespace

Actie leg_vast(Gang& gang, const NieuweActie& nieuw) {
    store::Rij rij;
    auto& a = rij.regel;
    a.id = ActieId::nieuw();
    a.wat = nieuw.wat;
    a.eigenaar = {nieuw.eigenaar, ""};
    a.datum = nieuw.datum;
    a.staat = "open";
    a.overleg = nieuw.overleg;
    std::optional<casus::Greep> greep;
    if (nieuw.casus) {
        greep = casus::grijp(gang, *nieuw.casus);
        rij.zicht = greep->zicht;
        a.dossier = ActieDossier{"casus", nieuw.casus->waarde, {}, {}};
    } else if (nieuw.signaal) {
        rij.zicht = signaal::vergrendel(gang, *nieuw.signaal).zicht;
        a.dossier = ActieDossier{"signaal", nieuw.signaal->waarde, {}, {}};
    } else {
        if (!nieuw.overleg || nieuw.zicht == 0) throw std::logic_error("an action of nothing");
        rij.zicht = nieuw.zicht;
    }
    controleer(gang, a, true, true);
    store::maak(gang, rij, nieuw.punt);
    if (greep) teken_aan(gang, *greep, a, "toegevoegd");
    gang.raakt(a.id.waarde);
    gang.meld("actie", a.id.waarde, 1, rij.zicht);
    return store::lees(gang, a.id, false).regel;
}

std::vector<ActieRegel> van_overleg(Gang& gang, const Uuid& overleg, const std::optional<Uuid>& punt) {
    return noem(gang, store::lijst(gang, {.eigenaar = {}, .staat = {}, .dossiers = {}, .overleggen = std::vector<Uuid>{overleg}, .punt = punt}, false, 1000, {}));
}

std::vector<ActieRegel> open_van_overleggen(Gang& gang, const std::vector<Uuid>& overleggen) {
    return noem(gang, store::lijst(gang, {.eigenaar = {}, .staat = "open", .dossiers = {}, .overleggen = overleggen, .punt = {}}, false, 1000, {}));
}

std::vector<ActieRegel> mijn_open(Gang& gang, int hoogstens) {
    return noem(gang, store::lijst(gang, {.eigenaar = gang.wie().gebruiker, .staat = "open", .dossiers = {}, .overleggen = {}, .punt = {}}, false, hoogstens, {}));
}

std::vector<ActieRegel> geescaleerd_naar_mij(Gang& gang, int hoogstens) {
    return noem(gang, store::lijst(gang, {.eigenaar = {}, .staat = "open", .dossiers = {}, .overleggen = {}, .punt = {}, .geescaleerd_aan = gang.wie().gebruiker}, false, hoogstens, {}));
}

std::vector<poort::Route> routes() {
    constexpr std::string_view zien = "actie.zien";
    constexpr std::string_view schrijven = "actie.schrijven";
    constexpr std::string_view volgen = "acties-volgen";
    constexpr std::string_view behandelen = "casus-behandelen";
    constexpr std::string_view wegen = "signalen-wegen";
    auto alle = kop(Methode::get, "/v1/acties", "actiesTonen", zien, volgen, "De acties die van u zijn of die u mag zien, op dag.");
    alle.vragen = {{"wie", "ik (de eigen) of alle"},
                   {"staat", "open, gedaan, vervallen of alle"},
                   {"casus", "id van een casus: alleen die van haar en haar signalen"},
                   {"signaal", "id van een signaal: alleen die van dat signaal"},
                   {"na", "`volgende` van de vorige bladzijde"}};
    return {
        poort::route<Niets, poort::Lijst<ActieRegel>>(alle, lijst),
        poort::route<ActieNieuw, ActieRegel>(
            poort::maakt(kop(Methode::post, "/v1/casussen/{id}/acties", "casusActieToevoegen", schrijven, behandelen, "Legt een actie van een casus vast.")), maak_op_casus),
        poort::route<ActieNieuw, ActieRegel>(
            poort::maakt(kop(Methode::post, "/v1/signalen/{id}/acties", "signaalActieToevoegen", schrijven, wegen, "Legt een actie van een signaal vast.")), maak_op_signaal),
        poort::route<ActieWijziging, ActieRegel>(
            kop(Methode::patch, "/v1/acties/{actie}", "actieWijzigen", zien, volgen, "Vinkt een actie af met haar resultaat, of wijzigt haar."), wijzig),
    };
}

}  // namespace damwand::actie

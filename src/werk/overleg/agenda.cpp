// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "werk/overleg/handelingen.hpp"

namespace damwand::overleg {
namespace {

using store::Puntstand;
using store::Zitting;

void eis_doel(const std::optional<Code>& doel, std::vector<VeldFout>& fouten) {
    if (doel && !is_een_van(**doel, doelen)) fouten.push_back({"/doel", "onbekende-code", "Kies informeren, verrijken of besluiten."});
}
/// Whoever is not of the dossier may read what a check gave him, and no more.
void eis_dossier(const Puntstand& p) {
    if (!p.dossier) throw Fout(FoutSoort::botsing, "vrij-punt", "Een vrij punt gaat niet over een signaal of casus.");
    if (!p.van_dossier) throw Fout(FoutSoort::verboden, "niet-van-dossier", "Dit kan alleen wie het dossier mag zien.");
}

/// Every fault in who may see what: takes part, once each, and parts that stand there.
void toets_verdeling(poort::Gang& gang, const Zitting& z, const Puntstand& p, const std::vector<PuntverdelingNieuw>& leden, std::vector<VeldFout>& fouten) {
    if (leden.empty()) fouten.push_back({"/leden", "leeg", "Kies wie iets van dit punt te zien krijgt."});
    const auto aan_tafel = store::deelnemers(gang, z.id);
    const auto er_staat = store::deelsoorten_van(gang, p);
    std::set<GebruikerId> gezien;
    for (std::size_t i = 0; i < leden.size(); ++i) {
        const auto& lid = leden[i];
        if (!aan_tafel.contains(lid.gebruiker)) fouten.push_back({fmt::format("/leden/{}/gebruiker", i), "geen-deelnemer", "Kies iemand die aan dit overleg deelneemt."});
        if (!gezien.insert(lid.gebruiker).second) fouten.push_back({fmt::format("/leden/{}/gebruiker", i), "dubbel", "Deze deelnemer staat er twee keer."});
        if (lid.delen.empty()) fouten.push_back({fmt::format("/leden/{}/delen", i), "leeg", "Kies ten minste één onderdeel."});
        for (std::size_t j = 0; j < lid.delen.size(); ++j) {
            if (!er_staat.contains(*lid.delen[j])) fouten.push_back({fmt::format("/leden/{}/delen/{}", i, j), "geen-deel", "Dit onderdeel staat niet op tafel. Schrijf het eerst."});
        }
    }
}
void toets_stap(std::string_view van, const std::string& staat, const std::optional<std::string>& reden, const char* veld, std::vector<VeldFout>& fouten) {
    if (!casus::kan_worden("voorgelegd", staat) || (van.empty() && staat == "ingetrokken")) {
        fouten.push_back({veld, "onbekende-code", "Dit besluit bestaat niet."});
    } else if (staat != "akkoord" && !reden) {
        fouten.push_back({"/reden", "ontbreekt", "Vul in waarom."});
    }
}

}  // namespace

std::optional<std::string> gevuld(const std::optional<Tekst<0, 2000>>& tekst) {
    if (!tekst || (**tekst).empty()) return std::nullopt;
    return **tekst;
}

void toets_besluit(const std::optional<std::string>& besluit, const std::optional<std::string>& reden, std::vector<VeldFout>& fouten) {
    if (besluit) {
        toets_stap("", *besluit, reden, "/besluit", fouten);
    } else if (reden) {
        fouten.push_back({"/reden", "hier-niet", "Een reden hoort bij een besluit."});
    }
}

void besluit_over_toets(poort::Gang& gang, const Puntstand& p, const PunttoetsId& id, const PunttoetsBesluit& b) {
    const auto was = store::toets(gang, p, id);
    if (!was) throw onbekend();
    gang.eis_gezien(was->versie);
    const auto reden = gevuld(b.reden);
    std::vector<VeldFout> fouten;
    toets_stap(was->staat, *b.staat, reden, "/staat", fouten);
    entiteit::eis_geen(std::move(fouten));
    if (!casus::kan_worden(was->staat, *b.staat)) throw Fout(FoutSoort::botsing, "toets-besloten", "Over deze privacytoets is al besloten. Leg een nieuwe toets vast.");
    store::besluit_toets(gang, p, was->id, *b.staat, reden);
    store::meld_punt(gang, p.id, p.versie);  // before and after: who had it, and who has it now
    store::verdeel(gang, p);
    store::meld_punt(gang, p.id, p.versie);
}

Puntstand neem_punt(poort::Gang& gang, const Zitting& z, store::Slot slot) {
    const auto p = store::punt(gang, z, gang.id<PuntId>("punt"), slot);
    if (!p) throw onbekend();
    if (p->dossier && p->van_dossier) gang.raakt(*p->dossier);
    return *p;
}

Agendapunt antwoord(poort::Gang& gang, const Zitting& z, const PuntId& id) {
    auto uit = store::punten(gang, z, id);
    if (uit.size() != 1) throw onbekend();
    gang.etag(uit.front().versie);
    return std::move(uit.front());
}

Agendapunt toon_punt(poort::Gang& gang) {
    const auto z = neem(gang);
    return antwoord(gang, z, gang.id<PuntId>("punt"));
}

Agendapunt voeg_punt_toe(poort::Gang& gang, const PuntNieuw& n) {
    const auto z = neem_als_leider(gang);
    eis_open(z);
    std::vector<VeldFout> fouten;
    eis_doel(n.doel, fouten);
    std::optional<store::Dossierstand> dossier;
    auto titel = n.titel ? **n.titel : std::string{};
    if (n.dossier) {
        if (*n.dossier->soort != "signaal" && *n.dossier->soort != "casus") {
            fouten.push_back({"/dossier/soort", "onbekende-code", "Kies een signaal of een casus."});
        } else if (dossier = store::dossier(gang, *n.dossier->soort, n.dossier->id); !dossier) {
            fouten.push_back({"/dossier/id", "geen-dossier", "Dit dossier bestaat niet, of u mag het niet zien."});
        } else if (dossier->gesloten) {
            fouten.push_back({"/dossier/id", "dossier-gesloten", "Dit dossier is afgerond of opgegaan in een casus."});
        } else if (store::staat_al(gang, z, n.dossier->id)) {
            fouten.push_back({"/dossier/id", "bestaat-al", "Dit dossier staat al op de agenda."});
        }
        if (dossier && titel.empty()) titel = dossier->titel;
    } else if (titel.empty()) {
        fouten.push_back({"/titel", "ontbreekt", "Geef het punt een titel."});
    }
    entiteit::eis_geen(std::move(fouten));
    const bool casus = n.dossier && *n.dossier->soort == "casus";
    const auto reden = n.dossier ? reden_voor(gang, z, n.dossier->id) : std::nullopt;
    const auto id = store::voeg_punt_toe(gang, z, dossier ? dossier->zicht : z.zicht, n.dossier, titel, n.doel ? **n.doel : n.dossier ? "besluiten" : "informeren",
                                         n.minuten ? **n.minuten : casus ? 10 : 5, n.voorbereiding ? **n.voorbereiding : std::string{}, reden);
    store::meld_punt(gang, id, 1);
    gang.gemaakt(fmt::format("/v1/overleggen/{}/punten/{}", z.id.tekst(), id.tekst()), id.waarde);
    return antwoord(gang, z, id);
}

Agendapunt wijzig_punt(poort::Gang& gang, const PuntWijziging& w) {
    const auto z = neem_als_leider(gang);
    eis_open(z);
    const auto p = neem_punt(gang, z);
    gang.eis_gezien(p.versie);
    std::vector<VeldFout> fouten;
    eis_doel(w.doel.waarde, fouten);
    const auto eis = [&](bool leeg, std::string veld) {
        if (leeg) fouten.push_back({std::move(veld), "leeg", "Dit veld kan niet leeg worden gemaakt."});
    };
    eis(w.titel.aanwezig && !w.titel.waarde, "/titel");
    eis(w.doel.aanwezig && !w.doel.waarde, "/doel");
    eis(w.minuten.aanwezig && !w.minuten.waarde, "/minuten");
    entiteit::eis_geen(std::move(fouten));
    if (p.dossier && (w.titel.aanwezig || w.voorbereiding.aanwezig)) eis_dossier(p);
    store::wijzig_punt(gang, p, w);
    store::meld_punt(gang, p.id, p.versie + 1);
    return antwoord(gang, z, p.id);
}

void verwijder_punt(poort::Gang& gang) {
    const auto z = neem_als_leider(gang);
    const auto p = neem_punt(gang, z);
    gang.eis_gezien(p.versie);
    if (p.dossier) eis_dossier(p);
    if (p.staat != "gepland") throw Fout(FoutSoort::botsing, "punt-begonnen", "Dit punt is al aan de orde geweest. Schuif het door.");
    store::meld_punt(gang, p.id, p.versie + 1);
    if (!store::verwijder_punt(gang, p)) {
        throw Fout(FoutSoort::botsing, "punt-getoetst", "Voor dit punt is een privacytoets gedaan; die blijft bewaard. Schuif het punt door als het niet besproken wordt.");
    }
}

Overleg zet_volgorde(poort::Gang& gang, const Agendavolgorde& v) {
    const auto z = neem_als_leider(gang);
    eis_open(z);
    std::set<PuntId> nu;
    for (const auto& p : store::punten(gang, z, std::nullopt)) nu.insert(p.id);
    if (std::set<PuntId>(v.punten.begin(), v.punten.end()) != nu || v.punten.size() != nu.size()) {
        entiteit::eis_geen({{"/punten", "niet-alle", "De agenda is intussen veranderd. Laad hem opnieuw."}});
    }
    store::zet_volgorde(gang, v.punten);
    for (const auto& id : v.punten) store::meld_punt(gang, id, 0);
    return antwoord(gang, z.id);
}

Agendapunt zet_deel(poort::Gang& gang, const DeelTekst& deel) {
    const auto z = neem_als_leider(gang);
    eis_open(z);
    const auto soort = gang.segment("soort");
    if (!is_een_van(soort, deelsoorten)) throw onbekend();
    const auto p = neem_punt(gang, z);
    eis_dossier(p);
    const auto dossier = store::dossier(gang, *p.dossier_soort, *p.dossier);
    if (!dossier) throw onbekend();
    std::vector<VeldFout> fouten;
    auto regime = dossier->regime;
    auto zicht = p.zicht;
    if (deel.regime) {
        entiteit::Codetoets codes;
        codes.eis("regime", **deel.regime, "/regime");
        codes.toets(gang, fouten);
        // The strictest of the two; what has a compartment of its own stands there.
        regime = strengste(std::vector<Label>{{regime, "vrij", {}}, {**deel.regime, "vrij", {}}}).regime;
    }
    if (*p.dossier_soort == "casus" && entiteit::heeft_compartiment(regime)) zicht = entiteit::onder_regime(gang, p.zicht, regime, "/regime", fouten);
    if (*p.dossier_soort == "signaal" && regime != dossier->regime && entiteit::heeft_compartiment(regime)) {
        fouten.push_back({"/regime", "past-niet", "Dit signaal staat niet onder dat regime. Leg vast wat daaruit komt in het dossier zelf."});
    }
    entiteit::eis_geen(std::move(fouten));
    if (store::deel_is_gegeven(gang, p, soort)) {
        throw Fout(FoutSoort::botsing, "toets-ligt-vast", "Een privacytoets 2A geldt voor dit onderdeel zoals het er staat. Trek de toets in, of laat het staan.");
    }
    store::zet_deel(gang, p, soort, zicht, *deel.tekst, regime);
    if (z.staat == "bezig") store::werk_gehoord_bij(gang, z);
    store::meld_punt(gang, p.id, p.versie);
    return antwoord(gang, z, p.id);
}

Agendapunt leg_toets_voor(poort::Gang& gang, const PunttoetsNieuw& n) {
    const auto z = neem_als_leider(gang);
    eis_open(z);
    const auto p = neem_punt(gang, z);
    eis_dossier(p);
    if (n.besluit) toegang::authorize(gang.wie(), "toets.besluiten", {"overleg", z.id.waarde, gang.wie().organisatie, z.zicht});
    std::vector<VeldFout> fouten;
    toets_verdeling(gang, z, p, n.leden, fouten);
    toets_besluit(n.besluit ? std::optional(**n.besluit) : std::nullopt, gevuld(n.reden), fouten);
    entiteit::eis_geen(std::move(fouten));
    const auto id = store::maak_toets(gang, p, n);
    if (n.besluit) {
        store::verdeel(gang, p);
        if (z.staat == "bezig") store::werk_gehoord_bij(gang, z);
    }
    store::meld_punt(gang, p.id, p.versie);
    gang.gemaakt(fmt::format("/v1/overleggen/{}/punten/{}/toetsen/{}", z.id.tekst(), p.id.tekst(), id.tekst()), id.waarde);
    return antwoord(gang, z, p.id);
}

Agendapunt besluit_toets(poort::Gang& gang, const PunttoetsBesluit& b) {
    const auto z = neem(gang, store::Slot::wijzigen);
    eis_open(z);
    const auto p = neem_punt(gang, z);
    eis_dossier(p);
    besluit_over_toets(gang, p, gang.id<PunttoetsId>("toets"), b);
    if (z.staat == "bezig") store::werk_gehoord_bij(gang, z);
    return antwoord(gang, z, p.id);
}

std::optional<Gelegenheid> gelegenheid(poort::Gang& gang, const PuntId& punt, const Uuid& dossier) {
    const auto overleg = store::overleg_van(gang, punt, dossier);
    if (!overleg) return std::nullopt;
    const auto z = store::zitting(gang, *overleg, store::Slot::lezen);
    if (!z) return std::nullopt;
    gang.raakt(punt.waarde);
    return Gelegenheid{.overleg = z->id, .naam = store::naam_van(gang, *z).naam, .datum = z->datum,
                       .zonder_2a = z->staat == "bezig" ? store::zonder_2a(gang, *z, punt) : std::vector<toegang::Collega>{}};
}

}  // namespace damwand::overleg

// SPDX-License-Identifier: EUPL-1.2
#include "werk/dossier/dossier.hpp"

namespace damwand::dossier {

std::optional<casus::CasusTermijn> eerste_termijn(const Dossier& d) {
    if (d.casus.fase == casus::code(casus::Fase::archief) || d.casus.fase == casus::code(casus::Fase::vernietigd))
        return std::nullopt;
    std::vector<casus::CasusTermijn> alle;
    for (const auto& b : d.bronnen) {
        if (b.termijn && casus::wacht_op_antwoord(b)) alle.push_back({*b.termijn, casus::kort(b.naam), "bron"});
    }
    for (const auto& i : d.interventies) {
        if (i.termijn && interventie::staat_open(i.status))
            alle.push_back({*i.termijn, interventie::wat(i), "interventie"});
    }
    for (const auto& a : d.acties) {
        if (a.staat == "open") alle.push_back({a.datum, casus::kort(a.wat), "actie"});
    }
    if (d.casus.monitor_tot) alle.push_back({*d.casus.monitor_tot, "", "monitoring"});
    return casus::eerste(alle);
}

void maak_los(Dossier& d) {
    for (auto& v : d.vermeldingen) v.elders = 0;
    for (auto& s : d.signalen) {
        s.zelfde_adres = 0;
        for (auto& v : s.vermeldingen) v.elders = 0;
    }
}

std::map<GebruikerId, std::string> namen_in(const Dossier& d) {
    std::map<GebruikerId, std::string> uit;
    const auto neem = [&](const toegang::Collega& c) { uit.emplace(c.id, c.naam); };
    neem(d.casus.trekker);
    for (const auto& lid : d.casus.leden) neem(lid.gebruiker);
    for (const auto& s : d.signalen) {
        neem(s.gemeld_door);
        if (s.behandelaar) neem(*s.behandelaar);
        for (const auto& w : s.wegingen) neem(w.door);
        for (const auto& v : s.verloop) neem(v.door);
        for (const auto& v : s.vermeldingen) neem(v.door);
    }
    for (const auto& v : d.vermeldingen) neem(v.door);
    for (const auto& v : d.verbanden) {
        for (const auto& b : v.bronnen) neem(b.door);
    }
    for (const auto& b : d.bronnen) {
        neem(b.door);
        if (b.inhoud) neem(b.inhoud->door);
    }
    for (const auto& t : d.privacytoetsen) {
        neem(t.door);
        if (t.besloten_door) neem(*t.besloten_door);
        for (const auto& lid : t.leden) neem(lid);
    }
    for (const auto& i : d.interventies) {
        neem(i.door);
        if (i.eigenaar) neem(*i.eigenaar);
    }
    for (const auto& a : d.acties) {
        neem(a.door);
        neem(a.eigenaar);
    }
    for (const auto& g : d.tijdlijn) neem(g.door);
    return uit;
}

}  // namespace damwand::dossier

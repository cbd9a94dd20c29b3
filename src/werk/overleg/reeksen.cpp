// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "werk/overleg/handelingen.hpp"

namespace damwand::overleg {
namespace {

using store::Slot;

/// Adds a fault for each who is no active colleague or partner with this right.
void eis_recht(poort::Gang& gang, const std::vector<std::pair<std::string, std::optional<GebruikerId>>>& wie, std::string_view recht, std::vector<VeldFout>& fouten) {
    std::vector<std::string> velden;
    std::vector<GebruikerId> ids;
    for (const auto& [veld, id] : wie) {
        if (!id) continue;
        velden.push_back(veld);
        ids.push_back(*id);
    }
    for (const auto nr : store::zonder_recht(gang, ids, recht)) {
        fouten.push_back({velden.at(nr), "geen-deelnemer", recht == "overleg.leiden" ? "Kies een collega die een overleg mag leiden." : "Kies iemand die aan een overleg mag deelnemen."});
    }
}

void eis_tijd(const std::string& tijd, std::vector<VeldFout>& fouten) {
    if (!is_tijd(tijd)) fouten.push_back({"/begin", "geen-tijd", "Schrijf een tijd zoals 09:30."});
}
void eis_code(std::string_view code, std::span<const std::string_view> lijst, std::string veld, std::vector<VeldFout>& fouten) {
    if (!is_een_van(code, lijst)) fouten.push_back({std::move(veld), "onbekende-code", "Kies iets uit de lijst."});
}
template <class T>
void eis_waarde(const Wijziging<T>& w, std::string veld, std::vector<VeldFout>& fouten) {
    if (w.aanwezig && !w.waarde) fouten.push_back({std::move(veld), "leeg", "Dit veld kan niet leeg worden gemaakt."});
}

store::Reeksstand neem_reeks(poort::Gang& gang, const ReeksId& id, Slot slot) {
    const auto r = store::reeks(gang, id, slot);
    if (!r) throw onbekend();
    gang.sta_toe({"overlegreeks", id.waarde, gang.wie().organisatie, r->zicht});
    return *r;
}
}  // namespace

store::Reeksstand neem_reeks_als_leider(poort::Gang& gang, const ReeksId& id) {
    auto r = neem_reeks(gang, id, Slot::wijzigen);
    if (r.voorzitter != gang.wie().gebruiker && r.secretaris != gang.wie().gebruiker) {
        throw Fout(FoutSoort::verboden, "niet-voorzitter", "Alleen de voorzitter of de secretaris kan dit.");
    }
    return r;
}
Overlegreeks antwoord_reeks(poort::Gang& gang, const ReeksId& id) {
    auto uit = store::lees_reeksen(gang, id);
    if (uit.size() != 1) throw onbekend();
    gang.etag(uit.front().versie);
    return std::move(uit.front());
}

Overlegreeks maak_reeks(poort::Gang& gang, const ReeksNieuw& n) {
    std::vector<VeldFout> fouten;
    eis_code(*n.soort, reekssoorten, "/soort", fouten);
    eis_tijd(*n.begin, fouten);
    eis_recht(gang, {{"/voorzitter", n.voorzitter}, {"/secretaris", n.secretaris}}, "overleg.leiden", fouten);
    entiteit::eis_geen(std::move(fouten));
    const auto ik = *gang.wie().gebruiker;
    const auto id = store::maak_reeks(gang, n, n.voorzitter.value_or(ik), n.secretaris.value_or(ik));
    gang.raakt(id.waarde);
    gang.gemaakt(fmt::format("/v1/overlegreeksen/{}", id.tekst()), id.waarde);
    return antwoord_reeks(gang, id);
}

Overlegreeks wijzig_reeks(poort::Gang& gang, const ReeksWijziging& w) {
    const auto r = neem_reeks_als_leider(gang, gang.id<ReeksId>("reeks"));
    gang.eis_gezien(r.versie);
    std::vector<VeldFout> fouten;
    eis_waarde(w.naam, "/naam", fouten);
    eis_waarde(w.ritme_weken, "/ritmeWeken", fouten);
    eis_waarde(w.weekdag, "/weekdag", fouten);
    eis_waarde(w.begin, "/begin", fouten);
    eis_waarde(w.duur_minuten, "/duurMinuten", fouten);
    eis_waarde(w.voorzitter, "/voorzitter", fouten);
    eis_waarde(w.secretaris, "/secretaris", fouten);
    if (w.begin.waarde) eis_tijd(**w.begin.waarde, fouten);
    eis_recht(gang, {{"/voorzitter", w.voorzitter.waarde}, {"/secretaris", w.secretaris.waarde}}, "overleg.leiden", fouten);
    entiteit::eis_geen(std::move(fouten));
    store::wijzig_reeks(gang, r.id, w);
    for (const auto& leider : {w.voorzitter.waarde, w.secretaris.waarde}) {
        if (leider) store::zet_reekslid(gang, r, *leider, {.organisatie = {}, .mandaat = {}, .geheimhouding = {"ambtseed"}, .vast = true, .tot = {}});
    }
    return antwoord_reeks(gang, r.id);
}

Overlegreeks zet_reekslid(poort::Gang& gang, const ReeksLidNieuw& lid) {
    const auto r = neem_reeks_als_leider(gang, gang.id<ReeksId>("reeks"));
    const auto wie = gang.id<GebruikerId>("gebruiker");
    std::vector<VeldFout> fouten;
    eis_code(*lid.geheimhouding, geheimhoudingen, "/geheimhouding", fouten);
    eis_recht(gang, {{"/gebruiker", wie}}, "overleg.zien", fouten);
    if (lid.tot && *lid.tot < dag_in_amsterdam(gang.tx().nu())) fouten.push_back({"/tot", "in-verleden", "Deze dag is al voorbij."});
    if (lid.tot && (wie == r.voorzitter || wie == r.secretaris)) fouten.push_back({"/tot", "leidt", "Wie het overleg leidt, blijft erbij. Kies eerst een ander als voorzitter of secretaris."});
    entiteit::eis_geen(std::move(fouten));
    store::zet_reekslid(gang, r, wie, lid);
    // The standing composition of the series is that of what is planned.
    for (const auto& id : store::geplande(gang, r.id)) {
        const auto z = store::zitting(gang, id, Slot::wijzigen);
        if (!z || !lid.vast || (lid.tot && *lid.tot < z->datum)) continue;
        store::zet_deelnemer(gang, *z, wie, lid.organisatie ? **lid.organisatie : std::string{}, lid.mandaat ? **lid.mandaat : std::string{}, *lid.geheimhouding);
        meld(gang, *z);
    }
    return antwoord_reeks(gang, r.id);
}

void haal_reekslid_weg(poort::Gang& gang) {
    const auto r = neem_reeks_als_leider(gang, gang.id<ReeksId>("reeks"));
    const auto wie = gang.id<GebruikerId>("gebruiker");
    if (wie == r.voorzitter || wie == r.secretaris) {
        throw Fout(FoutSoort::botsing, "leidt-overleg", "Wie het overleg leidt, blijft erbij. Kies eerst een ander als voorzitter of secretaris.");
    }
    if (!store::haal_reekslid_weg(gang, r, wie)) throw onbekend();
    for (const auto& id : store::geplande(gang, r.id)) {
        const auto z = store::zitting(gang, id, Slot::wijzigen);
        if (!z || wie == z->voorzitter || wie == z->secretaris || (z->voorzitter != gang.wie().gebruiker && z->secretaris != gang.wie().gebruiker)) continue;
        if (store::haal_deelnemer_weg(gang, *z, wie)) meld(gang, *z);
    }
}

poort::Lijst<Overlegreeks> toon_reeksen(poort::Gang& gang) {
    poort::Lijst<Overlegreeks> uit{.resultaten = store::lees_reeksen(gang, std::nullopt), .volgende = {}};
    for (const auto& r : uit.resultaten) gang.raakt(r.id.waarde);
    return uit;
}
Overlegreeks toon_reeks(poort::Gang& gang) { return antwoord_reeks(gang, neem_reeks(gang, gang.id<ReeksId>("reeks"), Slot::lezen).id); }

// ── Meetings ──

store::Zitting neem(poort::Gang& gang, Slot slot) {
    const auto id = gang.id<OverlegId>("overleg");
    const auto z = store::zitting(gang, id, slot);
    if (!z) throw onbekend();
    gang.sta_toe({"overleg", id.waarde, gang.wie().organisatie, z->zicht});
    gang.onderwerp("overleg", id.waarde);
    return *z;
}

store::Zitting neem_als_leider(poort::Gang& gang) {
    auto z = neem(gang, Slot::wijzigen);
    if (!z.leidt) throw Fout(FoutSoort::verboden, "niet-voorzitter", "Alleen de voorzitter of de secretaris kan dit.");
    return z;
}

void eis_open(const store::Zitting& z) {
    if (z.staat == "gesloten") throw Fout(FoutSoort::botsing, "overleg-gesloten", "Dit overleg is gesloten.");
    if (z.staat == "afgelast") throw Fout(FoutSoort::botsing, "overleg-afgelast", "Dit overleg is afgelast.");
}

Overleg antwoord(poort::Gang& gang, const OverlegId& id) {
    const auto z = store::zitting(gang, id, Slot::lezen);
    if (!z) throw onbekend();
    auto uit = store::lees(gang, *z);
    uit.punten = store::punten(gang, *z, std::nullopt);
    for (const auto& p : uit.punten) {
        if (p.staat == "bezig") uit.huidig = p.id;
    }
    if (gang.wie().heeft("actie.zien")) {
        if (const auto eerder = store::voorgaande(gang, *z); !eerder.empty()) uit.voorgaande_acties = actie::open_van_overleggen(gang, eerder);
    }
    gang.raakt(id.waarde);
    gang.raakt(uit.reeks.id.waarde);
    gang.etag(uit.versie);
    return uit;
}

void meld(poort::Gang& gang, const store::Zitting& z) { gang.meld("overleg", z.id.waarde, z.versie, z.zicht); }

poort::Lijst<OverlegRegel> toon_lijst(poort::Gang& gang) {
    const auto wanneer = gang.vraag("wanneer").value_or("komend");
    if (wanneer != "komend" && wanneer != "geweest") entiteit::eis_geen({{"/query/wanneer", "onbekende-code", "Vraag naar komend of geweest."}});
    poort::Lijst<OverlegRegel> uit{.resultaten = store::lijst(gang, wanneer == "komend"), .volgende = {}};
    for (const auto& o : uit.resultaten) {
        gang.raakt(o.id.waarde);
        gang.raakt(o.reeks.id.waarde);
    }
    return uit;
}

Overleg maak(poort::Gang& gang, const OverlegNieuw& n) {
    const auto r = [&] {
        try {
            return neem_reeks_als_leider(gang, n.reeks);
        } catch (const Fout& fout) {
            if (fout.soort() != FoutSoort::onbekend) throw;
            entiteit::eis_geen({{"/reeks", "geen-reeks", "Deze reeks bestaat niet, of is niet van u."}});
            throw;
        }
    }();
    const auto reeks = antwoord_reeks(gang, r.id);
    const auto vandaag = dag_in_amsterdam(gang.tx().nu());
    auto dag = n.datum;
    if (!dag) {
        auto na = store::laatste_dag(gang, r.id);
        do {
            dag = volgende_dag(reeks.vanaf, reeks.weekdag, reeks.ritme_weken, na);
            na = dag;
        } while (*dag < vandaag);
    }
    std::vector<VeldFout> fouten;
    if (*dag < vandaag) fouten.push_back({"/datum", "in-verleden", "Deze dag is al voorbij."});
    if (store::vergadert_op(gang, r.id, *dag)) fouten.push_back({"/datum", "bestaat-al", "Op deze dag is er al een overleg van deze reeks."});
    entiteit::eis_geen(std::move(fouten));
    const auto id = store::maak(gang, reeks, *dag);
    gang.gemaakt(fmt::format("/v1/overleggen/{}", id.tekst()), id.waarde);
    if (const auto z = store::zitting(gang, id, Slot::lezen)) meld(gang, *z);
    return antwoord(gang, id);
}

Overleg wijzig(poort::Gang& gang, const OverlegWijziging& w) {
    const auto z = neem_als_leider(gang);
    gang.eis_gezien(z.versie);
    eis_open(z);
    if (z.staat != "gepland") throw Fout(FoutSoort::botsing, "overleg-begonnen", "Dit overleg is al begonnen.");
    std::vector<VeldFout> fouten;
    eis_waarde(w.datum, "/datum", fouten);
    eis_waarde(w.begin, "/begin", fouten);
    eis_waarde(w.duur_minuten, "/duurMinuten", fouten);
    eis_waarde(w.voorzitter, "/voorzitter", fouten);
    eis_waarde(w.secretaris, "/secretaris", fouten);
    if (w.begin.waarde) eis_tijd(**w.begin.waarde, fouten);
    if (w.datum.waarde && *w.datum.waarde != z.datum) {
        if (*w.datum.waarde < dag_in_amsterdam(gang.tx().nu())) fouten.push_back({"/datum", "in-verleden", "Deze dag is al voorbij."});
        if (store::vergadert_op(gang, z.reeks, *w.datum.waarde)) fouten.push_back({"/datum", "bestaat-al", "Op deze dag is er al een overleg van deze reeks."});
    }
    eis_recht(gang, {{"/voorzitter", w.voorzitter.waarde}, {"/secretaris", w.secretaris.waarde}}, "overleg.leiden", fouten);
    entiteit::eis_geen(std::move(fouten));
    if (w.datum.waarde && *w.datum.waarde != z.datum) {
        store::wijzig(gang, z, {.datum = w.datum, .begin = {}, .duur_minuten = {}, .plaats = {}, .voorzitter = {}, .secretaris = {}});
        store::verzet(gang, z);
    }
    auto rest = w;
    rest.datum = {};
    store::wijzig(gang, z, rest);
    for (const auto& leider : {w.voorzitter.waarde, w.secretaris.waarde}) {
        if (leider) store::zet_deelnemer(gang, z, *leider, "", "", "ambtseed");
    }
    meld(gang, z);
    return antwoord(gang, z.id);
}

Overleg zet_deelnemer(poort::Gang& gang, const DeelnemerNieuw& d) {
    const auto z = neem_als_leider(gang);
    const auto wie = gang.id<GebruikerId>("gebruiker");
    eis_open(z);
    std::vector<VeldFout> fouten;
    eis_code(*d.geheimhouding, geheimhoudingen, "/geheimhouding", fouten);
    eis_recht(gang, {{"/gebruiker", wie}}, "overleg.zien", fouten);
    entiteit::eis_geen(std::move(fouten));
    store::zet_deelnemer(gang, z, wie, d.organisatie ? **d.organisatie : std::string{}, d.mandaat ? **d.mandaat : std::string{}, *d.geheimhouding);
    meld(gang, z);
    return antwoord(gang, z.id);
}

void haal_deelnemer_weg(poort::Gang& gang) {
    const auto z = neem_als_leider(gang);
    const auto wie = gang.id<GebruikerId>("gebruiker");
    eis_open(z);
    if (z.staat != "gepland") throw Fout(FoutSoort::botsing, "overleg-begonnen", "Het overleg is begonnen. Leg vast dat deze deelnemer vertrokken of afwezig is.");
    if (wie == z.voorzitter || wie == z.secretaris) {
        throw Fout(FoutSoort::botsing, "leidt-overleg", "Wie het overleg leidt, blijft erbij. Kies eerst een ander als voorzitter of secretaris.");
    }
    if (!store::haal_deelnemer_weg(gang, z, wie)) throw onbekend();
    meld(gang, z);
}

Overleg toon(poort::Gang& gang) { return antwoord(gang, neem(gang).id); }

}  // namespace damwand::overleg

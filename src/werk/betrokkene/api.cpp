// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "werk/archief/archief.hpp"
#include "werk/betrokkene/store.hpp"
#include "werk/entiteit/entiteit.hpp"

namespace damwand::betrokkene {
namespace {

using http::Methode;
using poort::Gang;
using poort::Niets;

constexpr int hoogstens = 200;  ///< found at once

poort::Kop kop(Methode methode, std::string_view pad, std::string_view naam, std::string_view samenvatting, bool if_match = false) {
    return {.methode = methode,
            .pad = pad,
            .naam = naam,
            .recht = "verzoek.behandelen",
            .activiteit = "verzoeken-behandelen",
            .audit = methode == Methode::get ? poort::Audit::lezen : poort::Audit::schrijven,
            .tarief = methode == Methode::get ? poort::Tarief::gewoon : poort::Tarief::zwaar,
            .export_klasse = poort::Export::geen,
            .samenvatting = samenvatting,
            .if_match = if_match};
}

Datum vandaag(Gang& gang) { return dag_in_amsterdam(gang.tx().nu()); }

/// One that the asker may know of, with everything in it told to both logs.
store::Gelezen haal(Gang& gang, const VerzoekId& id, bool vergrendel = false) {
    auto uit = store::lees(gang, id, vergrendel);
    if (!uit) throw onbekend();
    gang.sta_toe({.soort = "verzoek", .id = id.waarde, .organisatie = gang.wie().organisatie, .zicht = uit->zicht});
    gang.onderwerp("verzoek", id.waarde);
    gang.raakt_persoon(id.waarde);  // who asks
    for (const auto& g : uit->verzoek.gegevens) gang.raakt(g.dossier);
    for (const auto& p : uit->personen) gang.raakt_persoon(p);
    for (const auto& c : uit->casussen) gang.raakt(c);
    return std::move(*uit);
}
store::Gelezen haal_om_te_wijzigen(Gang& gang) {
    auto uit = haal(gang, gang.id<VerzoekId>("id"), true);
    if (is_gesloten(uit.verzoek.staat)) throw Fout(FoutSoort::botsing, "verzoek-gesloten", "Dit verzoek is afgerond of ingetrokken.");
    return uit;
}
void eis_behandelaar(Gang& gang, const Verzoek& v) {
    if (v.behandelaar.id != gang.wie().gebruiker) throw Fout(FoutSoort::verboden, "niet-behandelaar", "Alleen wie dit verzoek behandelt kan dit doen. Neem het eerst over.");
}
void eis_onderzoek(const Verzoek& v) {
    if (v.staat != "onderzoek") throw Fout(FoutSoort::botsing, "niet-in-onderzoek", "Dit kan alleen zolang het verzoek in onderzoek is.");
}
/// The answer after a change: as it now is.
Verzoek toon(Gang& gang, const VerzoekId& id) {
    auto uit = haal(gang, id);
    gang.etag(uit.verzoek.versie);
    gang.meld("verzoek", id.waarde, uit.verzoek.versie, uit.zicht);
    return std::move(uit.verzoek);
}

poort::Lijst<VerzoekRegel> lijst(Gang& gang) {
    poort::Lijst<VerzoekRegel> uit{.resultaten = store::lijst(gang), .volgende = {}};
    for (const auto& v : uit.resultaten) gang.raakt(v.id.waarde);
    return uit;
}

Verzoek maak(Gang& gang, const VerzoekNieuw& nieuw) {
    static constexpr std::array<std::string_view, 5> soorten{"inzage", "rectificatie", "wissen", "beperking", "bezwaar"};
    std::vector<VeldFout> fouten;
    if (std::ranges::find(soorten, *nieuw.soort) == soorten.end()) fouten.push_back({"/soort", "onbekende-code", "Kies iets uit de lijst."});
    if (nieuw.ontvangen_op > vandaag(gang)) fouten.push_back({"/ontvangenOp", "in-toekomst", "Deze dag komt nog."});
    entiteit::eis_geen(std::move(fouten));
    const auto id = VerzoekId::nieuw();
    store::maak(gang, id, nieuw_kenmerk('V', static_cast<int>(nieuw.ontvangen_op.year())), nieuw, antwoord_voor(nieuw.ontvangen_op, false));
    store::overgang(gang, id, std::nullopt, "ontvangen", std::nullopt);
    gang.gemaakt(fmt::format("/v1/verzoeken/{}", id.tekst()), id.waarde);
    return toon(gang, id);
}

Verzoek wijzig(Gang& gang, const VerzoekWijziging& w) {
    auto v = haal_om_te_wijzigen(gang).verzoek;
    gang.eis_gezien(v.versie);
    std::vector<VeldFout> fouten;
    const auto verplicht = [&](const auto& veld, std::string_view pad, std::string& doel) {
        if (!veld.aanwezig) return;
        if (veld.waarde) doel = **veld.waarde;
        else fouten.push_back({std::string(pad), "ontbreekt", "Dit veld is verplicht."});
    };
    const auto mag_leeg = [](const auto& veld, std::optional<std::string>& doel) {
        if (veld.aanwezig) doel = veld.waarde ? std::optional(**veld.waarde) : std::nullopt;
    };
    verplicht(w.naam, "/naam", v.naam);
    verplicht(w.adres, "/adres", v.adres);
    verplicht(w.vraag, "/vraag", v.vraag);
    mag_leeg(w.identiteit, v.identiteit);
    if (v.staat != "ontvangen" && !v.identiteit) fouten.push_back({"/identiteit", "ontbreekt", "Dit veld is verplicht."});
    mag_leeg(w.motivering, v.motivering);
    if (w.weging.aanwezig) v.weging = w.weging.waarde;
    if (w.beperking_melden.aanwezig) v.beperking_melden = w.beperking_melden.waarde.value_or(true);
    if (w.ontvangers_noemen.aanwezig) v.ontvangers_noemen = w.ontvangers_noemen.waarde.value_or(false);
    const bool over = w.behandelaar.aanwezig;
    if (over) {
        if (w.behandelaar.waarde && store::mag_behandelen(gang, *w.behandelaar.waarde)) v.behandelaar.id = *w.behandelaar.waarde;
        else fouten.push_back({"/behandelaar", "onbekende-collega", "Deze collega kan geen verzoeken behandelen."});
    } else {
        eis_behandelaar(gang, v);
    }
    if (v.staat == "besloten" && (w.weging.aanwezig || w.motivering.aanwezig || w.beperking_melden.aanwezig || w.ontvangers_noemen.aanwezig)) eis_onderzoek(v);
    entiteit::eis_geen(std::move(fouten));
    store::bewaar(gang, v);
    return toon(gang, v.id);
}

Fout beletsel(const std::string& code) {
    if (code == "niet-gezocht") return {FoutSoort::botsing, code, "Zoek eerst in alle gegevens."};
    if (code == "bestanden-niet-nagekeken") return {FoutSoort::botsing, code, "Bij een dossier van de betrokkene staan bestanden waarvan nog niemand zei of er iets over hem in staat."};
    if (code == "gegeven-onbeslist") return {FoutSoort::botsing, code, "Over een gegeven is nog niet besloten."};
    if (code == "gegeven-veranderd") return {FoutSoort::botsing, code, "Een gegeven is na uw besluit veranderd. Besluit er opnieuw over."};
    if (code == "motivering-ontbreekt") return {FoutSoort::botsing, code, "Schrijf op waarom u iets niet geeft, zoals het in de brief komt."};
    return {FoutSoort::botsing, "weging-ontbreekt", "Vul de acht factoren van de weging in (UAVG art. 41 lid 2)."};
}

Verzoek zet_over(Gang& gang, const VerzoekOvergang& o) {
    auto v = haal_om_te_wijzigen(gang).verzoek;
    gang.eis_gezien(v.versie);
    eis_behandelaar(gang, v);
    const auto* naar = rand(v.staat, *o.naar);
    if (naar == nullptr) throw Fout(FoutSoort::botsing, "overgang-niet-toegestaan", "Deze stap kan nu niet.");
    std::vector<VeldFout> fouten;
    if (naar->reden && !o.reden) fouten.push_back({"/reden", "ontbreekt", "Schrijf op waarom."});
    const auto nu = vandaag(gang);
    if (*o.naar == "afgerond") {
        if (!o.verzonden_op) fouten.push_back({"/verzondenOp", "ontbreekt", "Op welke dag ging de brief weg?"});
        else if (*o.verzonden_op < *v.besloten_op || *o.verzonden_op > nu) fouten.push_back({"/verzondenOp", "ongeldig", "Een dag na het besluit, en niet na vandaag."});
    }
    entiteit::eis_geen(std::move(fouten));
    if (*o.naar == "onderzoek" && !v.identiteit) throw Fout(FoutSoort::botsing, "identiteit-ontbreekt", "Leg eerst vast hoe is vastgesteld wie dit vraagt.");
    if (*o.naar == "besloten" && !v.beletselen.empty()) throw beletsel(v.beletselen.front());
    if (*o.naar == "afgerond" && heeft_open_berichten(v) && !o.met_open_berichten.value_or(false)) {
        throw Fout(FoutSoort::botsing, "berichten-open", "Niet iedereen die deze gegevens kreeg is bericht. Wacht daarop, of zeg dat u toch afrondt.");
    }
    const auto van = v.staat;
    v.staat = *o.naar;
    if (v.staat == "besloten") v.ontvangers = te_noemen(v);
    else if (v.staat == "onderzoek") v.ontvangers.clear();
    v.besloten_op = v.staat == "besloten" ? std::optional(nu) : v.staat == "afgerond" ? v.besloten_op : std::nullopt;
    if (v.staat == "besloten") v.besloten_door = gang.wie().als_collega();
    else if (v.staat != "afgerond") v.besloten_door.reset();
    if (v.staat == "afgerond") v.verzonden_op = o.verzonden_op;
    if (is_gesloten(v.staat)) v.gesloten_op = nu;
    store::bewaar(gang, v);
    if (v.staat == "besloten" || v.staat == "onderzoek") store::meld_ontvangers(gang, v.id);
    store::overgang(gang, v.id, van, v.staat, o.reden ? std::optional(**o.reden) : std::nullopt);
    return toon(gang, v.id);
}

Verzoek verleng(Gang& gang, const Verlenging& verlenging) {
    auto v = haal_om_te_wijzigen(gang).verzoek;
    eis_behandelaar(gang, v);
    if (v.verlengd_op) throw Fout(FoutSoort::botsing, "al-verlengd", "De termijn is al een keer verlengd.");
    const auto nu = vandaag(gang);
    if (nu > v.termijn) throw Fout(FoutSoort::botsing, "termijn-voorbij", "Verlengen moet binnen de eerste maand; die is voorbij.");
    v.verlengd_op = nu;
    v.verlenging_reden = *verlenging.reden;
    v.termijn = antwoord_voor(v.ontvangen_op, true);
    store::bewaar(gang, v);
    return toon(gang, v.id);
}

Zoekuitkomst zoek(Gang& gang, const VerzoekZoekvraag& vraag) {
    const auto v = haal_om_te_wijzigen(gang).verzoek;
    eis_behandelaar(gang, v);
    eis_onderzoek(v);
    std::vector<VeldFout> fouten;
    if (vraag.termen.empty() || vraag.termen.size() > 20) fouten.push_back({"/termen", "ongeldig", "Geef een tot twintig zoektermen."});
    for (std::size_t i = 0; i < vraag.termen.size(); ++i) {
        const auto& t = vraag.termen[i];
        if (*t.soort != "woorden" && *t.soort != "nummer") fouten.push_back({fmt::format("/termen/{}/soort", i), "onbekende-code", "Kies iets uit de lijst."});
        const auto tekens = std::ranges::count_if(*t.waarde, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0; });
        if (tekens < (*t.soort == "nummer" ? 4 : 2)) fouten.push_back({fmt::format("/termen/{}/waarde", i), "te-kort", "Te kort om op te zoeken."});
    }
    entiteit::eis_geen(std::move(fouten));
    for (const auto& t : vraag.termen) gang.zoekt_op(*t.waarde);
    const auto gevonden = store::zoek(gang, v, vraag.termen, hoogstens);
    for (const auto& o : gevonden.objecten) gang.raakt(o);
    for (const auto& p : gevonden.personen) gang.raakt_persoon(p);
    return gevonden.uitkomst;
}

Verzoek wijs_aan(Gang& gang, const GegevensNieuw& nieuw) {
    const auto v = haal_om_te_wijzigen(gang).verzoek;
    eis_behandelaar(gang, v);
    eis_onderzoek(v);
    for (std::size_t i = 0; i < nieuw.gegevens.size(); ++i) {
        const auto& wat = nieuw.gegevens[i];
        const auto plaats = store::vind(gang, v.id, wat);
        if (!plaats) entiteit::eis_geen({{fmt::format("/gegevens/{}", i), "niet-gevonden", "Dit staat er niet meer."}});
        store::wijs_aan(gang, v.id, wat, *plaats);
    }
    return toon(gang, v.id);
}

Verzoek besluit(Gang& gang, const GegevenBesluit& b) {
    const auto v = haal_om_te_wijzigen(gang).verzoek;
    eis_behandelaar(gang, v);
    eis_onderzoek(v);
    const auto plek = std::ranges::find(v.gegevens, gang.id<GegevenId>("gegeven"), &Gegeven::id);
    if (plek == v.gegevens.end()) throw onbekend();
    gang.eis_gezien(plek->versie);
    if (!plek->hoort || !plek->inhoud) throw Fout(FoutSoort::botsing, "gegeven-hoort-niet", "Dit gegeven hoort niet bij deze persoon, of is er niet meer.");
    entiteit::eis_geen(fouten_in(b, v.soort, v.gronden, vandaag(gang)));
    store::besluit(gang, v, *plek, b);
    return toon(gang, v.id);
}

poort::Lijst<DossierInzagen> inzagen(Gang& gang) {
    const auto v = haal(gang, gang.id<VerzoekId>("id")).verzoek;
    poort::Lijst<DossierInzagen> uit;
    std::set<Uuid> gezien;
    for (const auto& g : v.gegevens) {
        if (!g.hoort || !gezien.insert(g.dossier).second) continue;
        uit.resultaten.push_back({g.kenmerk, privacy::wie_zag(gang, g.dossier, std::nullopt, 100)});
        for (const auto& i : uit.resultaten.back().inzagen) {
            if (i.casus) gang.raakt(*i.casus);
        }
    }
    return uit;
}

poort::Route briefroute() {
    auto k = kop(Methode::get, "/v1/verzoeken/{id}/brief", "verzoekBriefOpenen", "De brief met het besluit, als ODT om te controleren en te versturen.");
    k.export_klasse = poort::Export::dossier;
    poort::Route r = poort::route<Niets, Niets>(std::move(k), [](Gang&) {});
    r.mediatype = "application/vnd.oasis.opendocument.text";
    r.stroom = [](Gang& gang) {
        const auto v = haal(gang, gang.id<VerzoekId>("id")).verzoek;
        if (!v.besloten_op) throw Fout(FoutSoort::botsing, "geen-besluit", "Er is nog niet besloten op dit verzoek.");
        if (v.staat == "besloten") {
            eis_behandelaar(gang, v);
            if (std::ranges::any_of(v.gegevens, [](const Gegeven& g) { return g.hoort && g.veranderd; })) throw beletsel("gegeven-veranderd");
        }
        http::Antwoord uit{.type = std::string("application/vnd.oasis.opendocument.text")};
        uit.lijf = brief(v, gang.wie().organisatie_naam, informeren::doelen(gang, {"signalen-wegen", "casus-behandelen", "bronnen-bevragen", "interventies-uitvoeren", "verzoeken-behandelen"}), vandaag(gang));
        uit.koppen.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"besluit-{}.odt\"", v.kenmerk));
        return uit;
    };
    return r;
}

Dpiaverwijzing verwijs(Gang& gang, const Dpiaverwijzing& d) {
    if (d.vastgesteld_op > vandaag(gang)) entiteit::eis_geen({{"/vastgesteldOp", "in-toekomst", "Deze dag komt nog."}});
    if (!store::verwijs(gang, gang.segment("code"), d)) throw onbekend();
    return d;
}

/// A document about the product's own rules: no person in it.
poort::Route document(std::string_view pad, std::string_view naam, std::string_view recht, std::string_view samenvatting, std::string_view type, std::string_view bestand,
                      std::string (*maak_het)(Gang&)) {
    poort::Route r = poort::route<Niets, Niets>({.methode = Methode::get, .pad = pad, .naam = naam, .recht = recht, .activiteit = "toegang-beheren", .audit = poort::Audit::lezen,
                                                 .tarief = poort::Tarief::gewoon, .export_klasse = poort::Export::open, .samenvatting = samenvatting},
                                                [](Gang&) {});
    r.mediatype = type;
    r.stroom = [=](Gang& gang) {
        http::Antwoord uit{.type = std::string(type)};
        uit.lijf = maak_het(gang);
        uit.koppen.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}-{}\"", tekst(vandaag(gang)), bestand));
        return uit;
    };
    return r;
}

}  // namespace

std::vector<poort::Route> routes() {
    using poort::route;
    auto zoekkop = kop(Methode::post, "/v1/verzoeken/{id}/_zoek", "verzoekGegevensZoeken", "Zoekt in alle dossiers en compartimenten naar wat over deze betrokkene is vastgelegd.");
    zoekkop.audit = poort::Audit::lezen;
    return {
        route<Niets, poort::Lijst<VerzoekRegel>>(kop(Methode::get, "/v1/verzoeken", "verzoekenTonen", "De verzoeken van betrokkenen, het eerst wat het eerst af moet."), lijst),
        route<VerzoekNieuw, Verzoek>(poort::maakt(kop(Methode::post, "/v1/verzoeken", "verzoekVastleggen", "Legt een verzoek van een betrokkene vast; de termijn begint.")), maak),
        route<Niets, Verzoek>(kop(Methode::get, "/v1/verzoeken/{id}", "verzoekTonen", "Eén verzoek, met de gevonden gegevens."),
                              [](Gang& gang) {
                                  auto uit = haal(gang, gang.id<VerzoekId>("id")).verzoek;
                                  gang.etag(uit.versie);
                                  return uit;
                              }),
        route<VerzoekWijziging, Verzoek>(kop(Methode::patch, "/v1/verzoeken/{id}", "verzoekWijzigen", "Wijzigt een verzoek, de weging of de motivering, of neemt het over.", true), wijzig),
        route<VerzoekOvergang, Verzoek>(kop(Methode::post, "/v1/verzoeken/{id}/overgangen", "verzoekOverzetten", "Zet een verzoek een stap verder.", true), zet_over),
        route<Verlenging, Verzoek>(kop(Methode::post, "/v1/verzoeken/{id}/verlengingen", "verzoekVerlengen", "Verlengt de termijn eenmaal met twee maanden, met de reden."), verleng),
        route<VerzoekZoekvraag, Zoekuitkomst>(std::move(zoekkop), zoek),
        route<GegevensNieuw, Verzoek>(kop(Methode::post, "/v1/verzoeken/{id}/gegevens", "verzoekGegevensAanwijzen", "Zegt van gevonden gegevens of zij over deze betrokkene gaan."), wijs_aan),
        route<GegevenBesluit, Verzoek>(kop(Methode::patch, "/v1/verzoeken/{id}/gegevens/{gegeven}", "verzoekGegevenBesluiten", "Besluit over één gegeven: geheel, deels of niet.", true), besluit),
        route<Niets, poort::Lijst<DossierInzagen>>(kop(Methode::get, "/v1/verzoeken/{id}/inzagen", "verzoekInzagenTonen", "Wie de dossiers zag waarin gegevens van deze betrokkene staan."), inzagen),
        briefroute(),
        route<Dpiaverwijzing, Dpiaverwijzing>({.methode = Methode::post, .pad = "/v1/verwerkingsactiviteiten/{code}/dpia", .naam = "dpiaVerwijzen", .recht = "verzoek.behandelen",
                                               .activiteit = "toegang-beheren", .audit = poort::Audit::schrijven, .tarief = poort::Tarief::gewoon, .export_klasse = poort::Export::geen,
                                               .samenvatting = "Zegt waar de DPIA van een verwerkingsactiviteit staat en wanneer zij is vastgesteld."},
                                              verwijs),
        document("/v1/verwerkingen/register", "verwerkingsregisterOpenen", "verwerkingen.zien", "Het register van verwerkingsactiviteiten met alle versies, als CSV.", "text/csv",
                 "verwerkingsregister.csv", [](Gang& gang) { return register_csv(store::verwerkingen(gang)); }),
        document("/v1/verwerkingen/dpia", "dpiaOpenen", "verzoek.behandelen", "De DPIA, zover de gegevens gaan ingevuld; wat mensen beoordelen is gemarkeerd. Als ODT.",
                 "application/vnd.oasis.opendocument.text", "dpia.odt",
                 [](Gang& gang) { return dpia(gang.wie().organisatie_naam, store::verwerkingen(gang), store::compartimenten(gang), archief::bewaarregels(gang.tx()), vandaag(gang)); }),
    };
}

}  // namespace damwand::betrokkene

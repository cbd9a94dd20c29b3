// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "werk/casus/casus.hpp"
#include "werk/entiteit/entiteit.hpp"
#include "werk/privacy/kenmerken.hpp"
#include "werk/privacy/store.hpp"
#include "werk/signaal/signaal.hpp"

namespace damwand::privacy {
namespace {

using http::Methode;
using poort::Niets;

poort::Kop kop(Methode methode, std::string_view pad, std::string_view naam, std::string_view recht, std::string_view samenvatting) {
    return {.methode = methode,
            .pad = pad,
            .naam = naam,
            .recht = recht,
            .activiteit = std::string_view("toegang-beheren"),
            .audit = methode == Methode::get ? poort::Audit::lezen : poort::Audit::schrijven,
            .tarief = methode == Methode::get ? poort::Tarief::gewoon : poort::Tarief::zwaar,
            .export_klasse = poort::Export::geen,
            .samenvatting = samenvatting};
}

/// One that the asker may know of, with both logs told.
Noodtoegang een(poort::Gang& gang, const NoodtoegangId& id) {
    auto gevonden = store::lees(gang, id);
    if (gevonden.empty()) throw onbekend();
    gang.onderwerp(gevonden[0].object_soort, gevonden[0].object);
    return std::move(gevonden[0]);
}

/// Tells the team of the file, and the privacy officer: at once, in the same transaction.
void zeg_het(poort::Gang& gang, const store::Gevonden& wat, const NoodtoegangId& id, std::string_view verandering, const std::optional<std::string>& reden) {
    gang.meld("noodtoegang", id.waarde, 1, store::zicht_van_toezicht(gang));
    gang.meld(wat.soort, wat.object, 0, wat.zicht);
    if (wat.soort != "casus") return;
    // Apart: that somebody looked is no act on the file.
    casus::teken_aan(gang, {.id = CasusId{wat.object}, .zicht = wat.zicht, .kenmerk = {}, .werknaam = {}, .apart = true},
                     {.soort = "noodtoegang", .tekst = reden, .gegevens = boost::json::object{{"noodtoegang", id.tekst()}, {"verandering", verandering}}});
}

Noodtoegang open(poort::Gang& gang, const NoodtoegangNieuw& nieuw) {
    // An emergency lends an audience, no right; which right it needs shows in the kenmerk, whether it exists or not.
    toegang::authorize(gang.wie(), (*nieuw.kenmerk).starts_with('S') ? "signaal.lezen" : "casus.lezen");
    auto wat = store::vind_in_nood(gang, *nieuw.kenmerk);
    if (!wat) throw onbekend();
    const auto& zichten = gang.wie().zichten;
    if (std::find(zichten.begin(), zichten.end(), wat->zicht) != zichten.end()) {
        throw Fout(FoutSoort::botsing, "al-toegang", "U hebt hier al toegang toe.");
    }
    if (wat->soort == "signaal") {
        const auto alleen = store::zonder_af(gang, wat->object);
        if (!alleen) throw onbekend();
        wat->zicht = *alleen;
    }
    const auto id = NoodtoegangId::nieuw();
    store::maak(gang, id, *wat, *nieuw.kenmerk, *nieuw.reden, nieuw.minuten ? **nieuw.minuten : 60);
    zeg_het(gang, *wat, id, "geopend", *nieuw.reden);
    gang.gemaakt(fmt::format("/v1/noodtoegangen/{}", id.tekst()), id.waarde);
    return een(gang, id);
}

Noodtoegang sluit(poort::Gang& gang) {
    const auto id = gang.id<NoodtoegangId>("id");
    if (!een(gang, id).van_mij) throw Fout(FoutSoort::verboden, "niet-van-u", "Alleen wie de noodtoegang opende, sluit haar.");
    store::sluit(gang, id);
    return een(gang, id);
}

Noodtoegang beoordeel(poort::Gang& gang, const NoodtoegangOordeel& oordeel) {
    const auto id = gang.id<NoodtoegangId>("id");
    const auto n = een(gang, id);
    if (n.van_mij) throw Fout(FoutSoort::verboden, "eigen-noodtoegang", "Uw eigen noodtoegang beoordeelt iemand anders.");
    if (n.oordeel) throw Fout(FoutSoort::botsing, "al-beoordeeld", "Deze noodtoegang is al beoordeeld.");
    if (*oordeel.oordeel != "terecht" && *oordeel.oordeel != "onterecht") {
        entiteit::eis_geen({{"/oordeel", "onbekende-code", "Kies terecht of onterecht."}});
    }
    store::beoordeel(gang, id, oordeel);
    return een(gang, id);
}

poort::Lijst<Noodtoegang> lijst(poort::Gang& gang) {
    poort::Lijst<Noodtoegang> uit;
    uit.resultaten = store::lees(gang, std::nullopt);
    for (const auto& n : uit.resultaten) gang.raakt(n.object);
    return uit;
}

/// A page of looks; the files they were for stand in it too.
poort::Lijst<Inzage> bladzijde(poort::Gang& gang, const std::vector<Uuid>& objecten, const std::vector<std::string>& kenmerken, const std::optional<Tijdstip>& voor) {
    poort::Lijst<Inzage> uit;
    uit.resultaten = store::inzagen(gang, objecten, kenmerken, voor, 100);
    for (const auto& i : uit.resultaten) {
        if (i.casus) gang.raakt(*i.casus);
    }
    return uit;
}

poort::Lijst<Inzage> inzagen(poort::Gang& gang, const Uuid& object) {
    const auto voor = gang.vraag("voor") ? lees_tijdstip(*gang.vraag("voor")) : std::nullopt;
    if (gang.vraag("voor") && !voor) entiteit::eis_geen({{"voor", "ongeldig", "Een moment, zoals 2026-11-22T09:00:00Z."}});
    return bladzijde(gang, store::met_kinderen(gang, object), {}, voor);
}

/// For the privacy officer, who is in no file: who looked at what is called so, or at the files that name it; nothing of what they say.
poort::Lijst<Inzage> zoek_inzagen(poort::Gang& gang, const Inzagevraag& vraag) {
    const auto gevonden = store::te_vinden(gang, *vraag.kenmerk);
    if (gevonden.empty()) throw onbekend();
    if (gevonden.size() == 1) gang.onderwerp(gevonden[0].soort, gevonden[0].object);
    std::vector<Uuid> objecten;
    std::vector<std::string> kenmerken;
    for (const auto& g : gevonden) {
        gang.raakt(g.object);
        for (const auto& id : store::met_kinderen(gang, g.object)) {
            objecten.push_back(id);
            kenmerken.push_back(g.kenmerk);
        }
    }
    if (gevonden.size() == 1 && gevonden[0].kenmerk == *vraag.kenmerk) kenmerken.clear();  // it is what was asked about
    return bladzijde(gang, objecten, kenmerken, vraag.voor);
}

Datum dag_uit(const poort::Gang& gang, std::string_view naam, Datum anders, std::vector<VeldFout>& fouten) {
    const auto tekst = gang.vraag(naam);
    const auto dag = tekst ? lees_datum(*tekst) : anders;
    if (!dag) fouten.push_back({std::string(naam), "geen-datum", "Een dag, zoals 2026-11-22."});
    return dag.value_or(anders);
}

/// The files that a sign names: that he read it there is in their read log too.
void raakt(poort::Gang& gang, const Signalering& signalering) {
    for (const auto& h : signalering.handelingen) {
        if (h.object) gang.raakt(*h.object);
    }
}

poort::Lijst<Signalering> signaleringen(poort::Gang& gang) {
    const auto dagen = [](Datum dag) { return std::chrono::sys_days(dag); };
    const auto vandaag = dag_in_amsterdam(gang.tx().nu());
    std::vector<VeldFout> fouten;
    const auto tot_en_met = dag_uit(gang, "totEnMet", vandaag, fouten);
    const auto van = dag_uit(gang, "van", Datum{dagen(tot_en_met) - std::chrono::days(6)}, fouten);
    const auto duur = dagen(tot_en_met) - dagen(van);
    if (fouten.empty() && (duur < std::chrono::days(0) || duur > std::chrono::days(30))) {
        fouten.push_back({"van", "ongeldig", "Kies een periode van hoogstens 31 dagen."});
    }
    entiteit::eis_geen(std::move(fouten));
    poort::Lijst<Signalering> uit;
    uit.resultaten = store::signaleringen(gang, van, tot_en_met);
    for (const auto& s : uit.resultaten) raakt(gang, s);
    return uit;
}

/// What is there on that day now; none when the sign is not, or is no longer, there.
std::optional<Signalering> een_signalering(poort::Gang& gang, const VerklaringNieuw& vraag) {
    for (auto& s : store::signaleringen(gang, vraag.dag, vraag.dag)) {
        if (s.regel == *vraag.regel && s.gebruiker.id == vraag.gebruiker) return std::move(s);
    }
    return std::nullopt;
}

Signalering verklaar(poort::Gang& gang, const VerklaringNieuw& nieuw) {
    const auto wat = een_signalering(gang, nieuw);
    if (!wat) throw onbekend();
    if (wat->gebruiker.id == gang.wie().gebruiker) throw Fout(FoutSoort::verboden, "eigen-signalering", "Een signalering over uzelf verklaart iemand anders.");
    if (wat->verklaring && wat->verklaring->aantal >= wat->aantal) throw Fout(FoutSoort::botsing, "al-verklaard", "Deze signalering is al verklaard.");
    store::verklaar(gang, *wat, *nieuw.toelichting);
    auto verklaard = *een_signalering(gang, nieuw);
    raakt(gang, verklaard);
    return verklaard;
}

poort::Lijst<TeInformeren> te_informeren(poort::Gang& gang) {
    poort::Lijst<TeInformeren> uit{.resultaten = store::te_informeren(gang), .volgende = {}};
    for (const auto& regel : uit.resultaten) gang.raakt(*regel.casus);
    return uit;
}

poort::Lijst<Verstrekt> verstrekt(poort::Gang& gang) {
    constexpr int hoogstens = 500;
    const auto dagen = [](Datum dag) { return std::chrono::sys_days(dag); };
    std::vector<VeldFout> fouten;
    const auto tot_en_met = dag_uit(gang, "totEnMet", dag_in_amsterdam(gang.tx().nu()), fouten);
    const auto van = dag_uit(gang, "van", Datum{dagen(tot_en_met) - std::chrono::days(89)}, fouten);
    const auto duur = dagen(tot_en_met) - dagen(van);
    if (fouten.empty() && (duur < std::chrono::days(0) || duur > std::chrono::days(366))) fouten.push_back({"van", "ongeldig", "Kies een periode van hoogstens een jaar."});
    entiteit::eis_geen(std::move(fouten));
    poort::Lijst<Verstrekt> uit{.resultaten = store::verstrekt(gang, van, tot_en_met, hoogstens + 1), .volgende = {}};
    if (uit.resultaten.size() > hoogstens) entiteit::eis_geen({{"van", "te-veel", "In deze periode zijn er meer dan 500. Kies een kortere."}});
    for (const auto& regel : uit.resultaten) gang.raakt(*regel.casus_id);
    return uit;
}

poort::Kop verstrektkop() {
    auto uit = kop(Methode::get, "/v1/toezicht/verstrekkingen", "verstrekkingenOverzien", "toezicht.zien",
                   "Wat aan anderen is verstrekt, over alle casussen: aan wie, wanneer, op welke grond en hoeveel; zonder de inhoud.");
    uit.vragen = {{"van", "Eerste dag; anders 89 dagen voor de laatste."}, {"totEnMet", "Laatste dag; anders vandaag. Hoogstens een jaar."}};
    return uit;
}

poort::Kop noodkop() {
    auto uit = kop(Methode::post, "/v1/noodtoegangen", "noodtoegangOpenen", "noodtoegang.openen",
                   "Opent één signaal of casus in nood: met een reden, ten hoogste een uur, en gemeld.");
    uit.maakt = uit.vers = true;
    return uit;
}

poort::Kop signaleringenkop() {
    auto uit = kop(Methode::get, "/v1/signaleringen", "signaleringenTonen", "incidenten.zien",
                   "Wat opvalt in het gebruik: per regel, gebruiker en dag, met de handelingen erachter. Een mens weegt het.");
    uit.tarief = poort::Tarief::zwaar;
    uit.vragen = {{"van", "Eerste dag; anders zes dagen voor de laatste."}, {"totEnMet", "Laatste dag; anders vandaag. Hoogstens 31 dagen."}};
    return uit;
}

/// Of whoever works here, about himself or, with the right, about a colleague.
poort::Kop kenmerkkop(Methode methode, std::string_view pad, std::string_view naam, std::string_view recht, std::string_view samenvatting) {
    auto uit = kop(methode, pad, naam, recht, samenvatting);
    uit.activiteit = std::string_view("toegang-bewaken");
    return uit;
}

poort::Kop inzagekop(std::string_view pad, std::string_view naam, std::string_view samenvatting) {
    auto uit = kop(Methode::get, pad, naam, "inzagen.zien", samenvatting);
    uit.vragen = {{"voor", "Alleen wat ouder is dan dit moment; de volgende bladzijde."}};
    return uit;
}

}  // namespace

std::vector<Inzage> wie_zag(poort::Gang& gang, const Uuid& object, const std::optional<Tijdstip>& voor, int hoogstens) {
    return store::inzagen(gang, store::met_kinderen(gang, object), {}, voor, hoogstens);
}

std::vector<poort::Route> routes() {
    return {
        poort::route<NoodtoegangNieuw, Noodtoegang>(noodkop(), open),
        poort::route<Niets, poort::Lijst<Noodtoegang>>(kop(Methode::get, "/v1/noodtoegangen", "noodtoegangenTonen", poort::aangemeld,
                                                           "Uw noodtoegangen, die tot uw dossiers, en voor wie beoordeelt alle."), lijst),
        poort::route<Niets, Noodtoegang>(kop(Methode::get, "/v1/noodtoegangen/{id}", "noodtoegangTonen", poort::aangemeld, "Eén noodtoegang."),
                                         [](poort::Gang& gang) { return een(gang, gang.id<NoodtoegangId>("id")); }),
        poort::route<Niets, Noodtoegang>(kop(Methode::verwijder, "/v1/noodtoegangen/{id}", "noodtoegangSluiten", poort::aangemeld,
                                             "Sluit uw noodtoegang voordat de tijd om is."), sluit),
        poort::route<NoodtoegangOordeel, Noodtoegang>(kop(Methode::post, "/v1/noodtoegangen/{id}/beoordelingen", "noodtoegangBeoordelen", "noodtoegang.beoordelen",
                                                          "Beoordeelt achteraf of de noodtoegang terecht was."), beoordeel),
        poort::route<Niets, poort::Lijst<Inzage>>(inzagekop("/v1/casussen/{id}/inzagen", "casusInzagenTonen", "Wie deze casus zag, wanneer en waarvoor."),
                                                  [](poort::Gang& gang) { return inzagen(gang, casus::houd_stil(gang, gang.id<CasusId>("id")).id.waarde); }),
        poort::route<Niets, poort::Lijst<Inzage>>(inzagekop("/v1/signalen/{id}/inzagen", "signaalInzagenTonen", "Wie dit signaal zag, wanneer en waarvoor."),
                                                  [](poort::Gang& gang) { return inzagen(gang, signaal::vergrendel(gang, gang.id<SignaalId>("id")).id.waarde); }),
        poort::route<Inzagevraag, poort::Lijst<Inzage>>(kop(Methode::post, "/v1/inzagen/_zoek", "inzagenZoeken", "inzagen.alle", "Wie iets zag: op kenmerk, of op KVK-nummer of BAG-id wie de dossiers zag die het noemen; zonder de inhoud."),
                                                        zoek_inzagen),
        poort::route<Niets, poort::Lijst<Signalering>>(signaleringenkop(), signaleringen),
        poort::route<VerklaringNieuw, Signalering>(kop(Methode::post, "/v1/signaleringen/verklaringen", "signaleringVerklaren", "incidenten.zien",
                                                       "Legt vast dat een signalering is bekeken, en hoe zij te verklaren is."), verklaar),
        poort::route<Niets, poort::Lijst<TeInformeren>>(kop(Methode::get, "/v1/toezicht/informatietaken", "informatietakenOverzien", "toezicht.zien",
                                                            "In welke casussen mensen al ingelicht hadden moeten zijn: hoeveel en sinds wanneer; zonder wie."), te_informeren),
        poort::route<Niets, poort::Lijst<Verstrekt>>(verstrektkop(), verstrekt),
        poort::route<Niets, poort::Lijst<EigenKenmerk>>(kenmerkkop(Methode::get, "/v1/eigen-kenmerken", "eigenKenmerkenTonen", "kenmerken.beheren",
                                                                   "Van welke collega's een familienaam of adres bekend is; nooit welke."), toon_kenmerken),
        poort::route<EigenKenmerkNieuw, EigenKenmerk>(kenmerkkop(Methode::post, "/v1/eigen-kenmerken", "eigenKenmerkenToevoegen", poort::aangemeld,
                                                                 "Voegt familienamen en adressen van uzelf of van een collega toe, als versleutelde hash."), voeg_kenmerken_toe),
        poort::route<Niets, Niets>(kenmerkkop(Methode::verwijder, "/v1/eigen-kenmerken/{id}", "eigenKenmerkenWissen", "kenmerken.beheren",
                                              "Wist de kenmerken van een collega, zodat zij opnieuw gegeven kunnen worden."), wis_kenmerken),
        poort::route<Niets, poort::Lijst<Incident>>(kop(Methode::get, "/v1/incidenten", "incidentenTonen", "incidenten.zien", "Wat de bewaking van het huis vond."),
                                                    [](poort::Gang& gang) {
                                                        poort::Lijst<Incident> uit;
                                                        uit.resultaten = store::incidenten(gang);
                                                        return uit;
                                                    }),
    };
}

}  // namespace damwand::privacy

// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "base/tekst.hpp"
#include "werk/casus/casus.hpp"
#include "werk/document/document.hpp"
#include "werk/entiteit/entiteit.hpp"
#include "werk/signaal/signaal.hpp"

namespace damwand::document {
namespace {

using documenten::Bestemming;
using documenten::Document;
using http::Methode;
using poort::Audit;
using poort::Export;
using poort::Gang;
using poort::Niets;
using poort::Tarief;

/// Where a route finds its dossier: to read, or held for a change. Permission is asked in there.
struct Plaats {
    Bestemming waar;
    std::optional<casus::Greep> greep;  ///< a casus keeps a timeline
    Label label{};                      ///< of the dossier itself
};

Bestemming in_casus(const Gang& gang, const casus::Greep& greep) {
    return {{gang.wie().organisatie, "casus", greep.id.waarde}, greep.zicht, gang.wie().zichten};
}
Bestemming in_signaal(const Gang& gang, SignaalId id, int zicht) { return {{gang.wie().organisatie, "signaal", id.waarde}, zicht}; }

Plaats lees_casus(Gang& gang) {
    const auto greep = casus::houd_stil(gang, gang.id<CasusId>("id"));
    return {in_casus(gang, greep), greep};
}
Plaats wijzig_casus(Gang& gang) {
    const auto greep = casus::grijp(gang, gang.id<CasusId>("id"));
    return {in_casus(gang, greep), greep};
}
Plaats lees_signaal(Gang& gang) {
    const auto id = gang.id<SignaalId>("id");
    return {in_signaal(gang, id, signaal::zicht_van(gang, id)), std::nullopt};
}
Plaats wijzig_signaal(Gang& gang) {
    const auto stand = signaal::vergrendel(gang, gang.id<SignaalId>("id"));
    if (signaal::is_gesloten(stand.status)) {
        throw Fout(FoutSoort::botsing, "signaal-gesloten", "Dit signaal is afgesloten. Neem het eerst weer in weging.");
    }
    return {in_signaal(gang, stand.id, stand.zicht), std::nullopt, stand.label};
}

constexpr const char* regimekop = "/kop/Document-Regime";

/// Where a file under this regime stands: in the compartment of the casus that the regime asks; in a signaal that stands in one.
Plaats onder_regime(Gang& gang, Plaats plaats, const std::string& regime) {
    std::vector<VeldFout> fouten;
    if (plaats.greep) {
        plaats.greep = casus::in_compartiment(gang, *plaats.greep, regime, regimekop, fouten);
        plaats.waar.zicht = plaats.greep->zicht;
    } else if (entiteit::heeft_compartiment(regime) && regime != plaats.label.regime) {
        fouten.push_back({regimekop, "alleen-in-casus", "Dit signaal staat onder een ander regime. Leg dit bestand vast in de casus."});
    }
    entiteit::eis_geen(std::move(fouten));
    return plaats;
}

documenten::DocumentNieuw lees_koppen(Gang& gang) {
    const auto kop = [&](std::string_view naam) { return gang.verzoek().kop(naam).value_or(""); };
    std::vector<VeldFout> fouten;
    documenten::DocumentNieuw uit;
    uit.naam = documenten::lees_naam(kop("bestandsnaam"));
    if (const auto regime = kop("document-regime"); !regime.empty()) uit.label.regime = regime;
    entiteit::Codetoets codes;
    codes.eis("regime", uit.label.regime, regimekop);
    codes.toets(gang, fouten);
    uit.bron = documenten::lees_naam(kop("document-bron"));
    if (!is_nette_tekst(uit.bron) || lengte(uit.bron) > 200) {
        fouten.push_back({"/kop/Document-Bron", "te-lang", "Gebruik hoogstens tweehonderd tekens."});
    }
    if (const auto datum = kop("document-datum"); !datum.empty()) {
        uit.bron_datum = lees_datum(datum);
        if (!uit.bron_datum) fouten.push_back({"/kop/Document-Datum", "geen-datum", "Hier hoort een datum te staan, zoals 2026-11-22."});
    }
    entiteit::eis_geen(std::move(fouten));
    return uit;
}

/// The label of a file that comes in: at least that of its dossier and of its own regime.
Label label_van(Gang& gang, const Label& dossier, const std::string& regime) {
    const auto kop = [&](std::string_view naam) {
        auto uit = documenten::lees_naam(gang.verzoek().kop(naam).value_or(""));
        return uit.empty() ? std::nullopt : std::optional(std::move(uit));
    };
    std::vector<VeldFout> fouten;
    auto uit = entiteit::stel_vast(gang, strengste(dossier, entiteit::standaardlabel(gang, regime)),
                                   {.doorgifte = kop("document-doorgifte"), .reden = kop("document-doorgifte-reden")}, "/kop", fouten);
    entiteit::eis_geen(std::move(fouten));
    return uit;
}

/// What the logs, the live list and the timeline say of a change.
void leg_uit(Gang& gang, const Plaats& plaats, const Document& d, std::string_view verandering) {
    gang.onderwerp("document", d.id.waarde);
    gang.meld("document", d.id.waarde, d.versie, plaats.waar.zicht);
    if (!plaats.greep) return;
    casus::teken_aan(gang, *plaats.greep,
                     {.soort = "document",
                      .tekst = d.naam,
                      .gegevens = boost::json::object{{"document", d.id.tekst()}, {"soort", d.soort}, {"verandering", verandering}}});
}

void eis_opslag(const Diensten& diensten) {
    if (diensten.opslag == nullptr) throw Fout(FoutSoort::niet_beschikbaar, "geen-opslag", "Er is geen plaats voor bestanden ingericht.");
}

Document gemaakt(Gang& gang, const Plaats& plaats, const Document& d, std::string_view verandering) {
    leg_uit(gang, plaats, d, verandering);
    gang.etag(d.versie);
    const auto* soort = plaats.waar.dossier.soort == "casus" ? "casussen" : "signalen";
    gang.gemaakt(fmt::format("/v1/{}/{}/documenten/{}", soort, plaats.waar.dossier.id.tekst(), d.id.tekst()), d.id.waarde);
    return d;
}

/// The same five for a signaal and for a casus.
struct Soort {
    std::string_view lijstnaam, toonnaam, maaknaam, inhoudnaam, wegnaam, lezen, schrijven, activiteit;
    Plaats (*om_te_lezen)(Gang&);
    Plaats (*om_te_wijzigen)(Gang&);
};

poort::Kop kop(const Soort& s, Methode methode, std::string_view pad, std::string_view naam, Tarief tarief, Export klasse, std::string_view samenvatting) {
    const bool leest = methode == Methode::get;
    return {.methode = methode, .pad = pad, .naam = naam, .recht = leest ? s.lezen : s.schrijven, .activiteit = s.activiteit,
            .audit = leest ? Audit::lezen : Audit::schrijven, .tarief = tarief, .export_klasse = klasse, .samenvatting = samenvatting,
            .if_match = methode == Methode::verwijder};
}

/// Paths live as long as the program: a route's head keeps views.
struct Paden {
    std::string_view alle, een, inhoud;
};

void voeg_toe(std::vector<poort::Route>& uit, const Soort& s, const Paden& paden, const Diensten& diensten) {
    auto lijst = kop(s, Methode::get, paden.alle, s.lijstnaam, Tarief::gewoon, Export::geen, "De bestanden van het dossier, met hun controle.");
    lijst.vragen = {{"bekendOp", "tijdstip: zoals het toen was"}};
    uit.push_back(poort::route<Niets, poort::Lijst<Document>>(lijst, [s](Gang& gang) {
        std::optional<Tijdstip> moment;
        if (const auto gevraagd = gang.vraag("bekendOp")) {
            moment = lees_tijdstip(*gevraagd);
            if (!moment) throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "De invoer klopt niet. Zie de genoemde velden.",
                                    {{"/query/bekendOp", "geen-tijdstip", "Hier hoort een tijdstip te staan, zoals 2026-11-22T13:45:00Z."}});
        }
        poort::Lijst<Document> antwoord{.resultaten = documenten::lijst(gang.tx(), s.om_te_lezen(gang).waar, moment), .volgende = {}};
        for (const auto& d : antwoord.resultaten) gang.raakt(d.id.waarde);
        return antwoord;
    }));
    uit.push_back(poort::route<Niets, Document>(kop(s, Methode::get, paden.een, s.toonnaam, Tarief::gewoon, Export::geen, "Eén bestand: wat het is en hoe het ervoor staat."),
        [s](Gang& gang) {
            const auto plaats = s.om_te_lezen(gang);
            auto d = documenten::lees(gang.tx(), plaats.waar, gang.id<DocumentId>("document"));
            gang.onderwerp("document", d.id.waarde);
            gang.etag(d.versie);
            return d;
        }));
    auto maak = kop(s, Methode::post, paden.alle, s.maaknaam, Tarief::zwaar, Export::geen,
                    "Neemt een bestand op in het dossier (PDF, JPEG, PNG, DOCX, ODT, XLSX, ODS, TXT of CSV; hoogstens 50 MB). Het wordt daarna gecontroleerd.");
    maak.maakt = true;
    maak.bestand = documenten::Opslag::meeste_bytes;
    maak.koppen = {{"Bestandsnaam", "Naam van het bestand, in UTF-8 met procenttekens."},
                   {"Document-Regime", "Code van de lijst regime; avg als het ontbreekt."},
                   {"Document-Bron", "Waar het bestand vandaan komt, in UTF-8 met procenttekens."},
                   {"Document-Datum", "Datum van het document."},
                   {"Document-Doorgifte", "Code van de lijst doorgifte; als het ontbreekt wat voor het regime geldt."},
                   {"Document-Doorgifte-Reden", "Waarom het ruimer mag worden gedeeld, in UTF-8 met procenttekens."}};
    uit.push_back(poort::route<Niets, Document>(maak, [s, diensten](Gang& gang) {
        eis_opslag(diensten);
        auto nieuw = lees_koppen(gang);
        const auto plaats = onder_regime(gang, s.om_te_wijzigen(gang), nieuw.label.regime);
        nieuw.label = label_van(gang, plaats.label, nieuw.label.regime);
        auto& opvang = dynamic_cast<documenten::Opvang&>(*gang.verzoek().ontvangen);
        const auto d = documenten::neem_aan(gang.tx(), *diensten.opslag, plaats.waar, *gang.wie().gebruiker, nieuw, opvang);
        if (diensten.wek) gang.na_vastleggen(diensten.wek);
        return gemaakt(gang, plaats, d, "toegevoegd");
    }));
    auto inhoud = poort::route<Niets, Niets>(kop(s, Methode::get, paden.inhoud, s.inhoudnaam, Tarief::zwaar, Export::dossier,
                                                 "De inhoud van een gecontroleerd bestand, altijd als bijlage."),
                                             [](Gang&) {});
    inhoud.mediatype = "application/octet-stream";
    inhoud.stroom = [s, diensten](Gang& gang) {
        eis_opslag(diensten);
        const auto plaats = s.om_te_lezen(gang);
        const auto d = documenten::lees(gang.tx(), plaats.waar, gang.id<DocumentId>("document"));
        gang.onderwerp("document", d.id.waarde);
        http::Antwoord antwoord{.type = std::string(documenten::mediatype(documenten::ontleder::lees_soort(d.soort).value()))};
        antwoord.inhoud = documenten::open(gang.tx(), *diensten.opslag, plaats.waar, d.id);
        // Should a browser show it after all, then as from nowhere: no script, no form, no origin.
        antwoord.koppen = {{"Content-Disposition", documenten::bijlage(d.naam)},
                           {"Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'"}};
        return antwoord;
    };
    uit.push_back(std::move(inhoud));
    uit.push_back(poort::route<Niets, Niets>(kop(s, Methode::verwijder, paden.een, s.wegnaam, Tarief::gewoon, Export::geen,
                                                 "Haalt een bestand uit het dossier; de geschiedenis blijft."),
                                             [s](Gang& gang) {
                                                 const auto plaats = s.om_te_wijzigen(gang);
                                                 const auto d = documenten::lees(gang.tx(), plaats.waar, gang.id<DocumentId>("document"));
                                                 gang.eis_gezien(d.versie);
                                                 documenten::verwijder(gang.tx(), plaats.waar, d.id);
                                                 leg_uit(gang, onder_regime(gang, plaats, d.regime), d, "verwijderd");
                                             }));
}

}  // namespace

std::vector<poort::Route> routes(const Diensten& diensten) {
    static constexpr Soort van_casus{"casusDocumentenTonen", "casusDocumentTonen", "casusDocumentToevoegen", "casusDocumentOpenen",
                                     "casusDocumentVerwijderen", "casus.lezen", "casus.schrijven", "casus-behandelen", lees_casus, wijzig_casus};
    static constexpr Soort van_signaal{"signaalDocumentenTonen", "signaalDocumentTonen", "signaalDocumentToevoegen", "signaalDocumentOpenen",
                                       "signaalDocumentVerwijderen", "signaal.lezen", "signaal.schrijven", "signalen-wegen", lees_signaal, wijzig_signaal};
    std::vector<poort::Route> uit;
    voeg_toe(uit, van_casus, {"/v1/casussen/{id}/documenten", "/v1/casussen/{id}/documenten/{document}", "/v1/casussen/{id}/documenten/{document}/inhoud"}, diensten);
    voeg_toe(uit, van_signaal, {"/v1/signalen/{id}/documenten", "/v1/signalen/{id}/documenten/{document}", "/v1/signalen/{id}/documenten/{document}/inhoud"}, diensten);
    uit.push_back(poort::route<DocumentOverneming, Document>(
        poort::maakt(kop(van_casus, Methode::post, "/v1/casussen/{id}/documentkopieen", "casusDocumentOvernemen", Tarief::zwaar, Export::geen,
                         "Neemt een gecontroleerd bestand van een signaal over in de casus, opnieuw versleuteld.")),
        [diensten](Gang& gang, const DocumentOverneming& o) {
            eis_opslag(diensten);
            const auto casus = wijzig_casus(gang);
            const auto van = in_signaal(gang, o.signaal, signaal::zicht_van(gang, o.signaal));
            const auto plaats = onder_regime(gang, casus, documenten::lees(gang.tx(), van, o.document).regime);
            const auto d = documenten::neem_over(gang.tx(), *diensten.opslag, van, o.document, plaats.waar, *gang.wie().gebruiker);
            gang.raakt(o.document.waarde);
            return gemaakt(gang, plaats, d, "overgenomen");
        }));
    return uit;
}

}  // namespace damwand::document

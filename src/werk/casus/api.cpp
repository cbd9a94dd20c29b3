// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <map>

#include "base/tekst.hpp"
#include "werk/casus/handelingen.hpp"
#include "werk/casus/store.hpp"

namespace damwand::casus {
namespace {

using http::Methode;
using poort::Audit;
using poort::Export;
using poort::Niets;
using poort::Tarief;
using store::Sorteer;

constexpr std::string_view activiteit = "casus-behandelen";

/// A route of this room: rights differ, the rest is alike.
poort::Kop kop(Methode methode, std::string_view pad, std::string_view naam, std::string_view recht,
               std::string_view samenvatting, bool if_match = false, std::string_view doel = activiteit) {
    const bool leest = methode == Methode::get || pad.ends_with("/_zoek") || pad.ends_with("/_toon");
    return {.methode = methode,
            .pad = pad,
            .naam = naam,
            .recht = recht,
            .activiteit = doel,
            .audit = leest ? Audit::lezen : Audit::schrijven,
            .tarief = Tarief::gewoon,
            .export_klasse = Export::geen,
            .samenvatting = samenvatting,
            .vragen = {},
            .if_match = if_match};
}

/// Asks fresh proof: access is granted with it.
poort::Kop vers(poort::Kop kop) {
    kop.vers = true;
    return kop;
}

std::vector<std::string> delen(const std::string& met_kommas) {
    std::vector<std::string> uit;
    for (std::size_t begin = 0; begin <= met_kommas.size();) {
        const auto einde = std::min(met_kommas.find(',', begin), met_kommas.size());
        uit.push_back(met_kommas.substr(begin, einde - begin));
        begin = einde + 1;
    }
    return uit;
}

void eis_fasen(const std::vector<std::string>& fasen, const std::string& veld, std::vector<VeldFout>& fouten) {
    if (std::any_of(fasen.begin(), fasen.end(), [](const auto& f) { return !lees_fase(f); })) {
        fouten.push_back({veld, "onbekende-code", "Deze fase bestaat niet."});
    }
}

int lees_aantal(const std::optional<std::string>& gevraagd, std::vector<VeldFout>& fouten) {
    constexpr int gewoon = 50;
    constexpr int meeste = 200;
    if (!gevraagd) return gewoon;
    int uit = 0;
    const auto* einde = gevraagd->data() + gevraagd->size();
    if (std::from_chars(gevraagd->data(), einde, uit).ptr != einde || uit < 1 || uit > meeste) {
        fouten.push_back({"/query/aantal", "buiten-grenzen", "Vraag 1 tot en met 200 regels."});
        return gewoon;
    }
    return uit;
}

poort::Lijst<CasusRegel> bladzijde(poort::Gang& gang, const store::Filter& filter, Sorteer sorteer, int aantal,
                                   const std::optional<std::string>& na) {
    std::optional<signaal::Bladwijzer> plaats;
    if (na) plaats = signaal::Bladwijzer::eis(*na, store::bladwijzer({}, sorteer).sorteer);
    poort::Lijst<CasusRegel> uit{.resultaten = store::lijst(gang, filter, sorteer, aantal, plaats), .volgende = {}};
    if (uit.resultaten.size() > static_cast<std::size_t>(aantal)) {
        uit.resultaten.resize(static_cast<std::size_t>(aantal));
        uit.volgende = store::bladwijzer(uit.resultaten.back(), sorteer).tekst();
    }
    for (const auto& regel : uit.resultaten) gang.raakt(regel.id.waarde);
    return uit;
}

}  // namespace

poort::Lijst<CasusRegel> toon_lijst(poort::Gang& gang) {
    static const std::map<std::string, Sorteer, std::less<>> sorteringen{{"-laatsteActiviteit", Sorteer::laatste_af},
                                                                         {"laatsteActiviteit", Sorteer::laatste_op},
                                                                         {"eersteTermijn", Sorteer::termijn_op},
                                                                         {"-geopendOp", Sorteer::geopend_af}};
    std::vector<VeldFout> fouten;
    store::Filter filter;
    if (const auto fase = gang.vraag("fase")) {
        filter.fasen = delen(*fase);
        eis_fasen(*filter.fasen, "/query/fase", fouten);
    }
    filter.thema = gang.vraag("thema");
    filter.etiket = gang.vraag("etiket");
    if (filter.etiket && !is_etiket(*filter.etiket)) fouten.push_back({"/query/etiket", "onbekende-code", "Dit label bestaat niet."});
    if (const auto trekker = gang.vraag("trekker")) {
        filter.trekker = GebruikerId::lees(*trekker);
        if (!filter.trekker) fouten.push_back({"/query/trekker", "geen-id", "Hier hoort een id (UUID) te staan."});
    }
    const auto sorteer = sorteringen.find(gang.vraag("sorteer").value_or("-laatsteActiviteit"));
    if (sorteer == sorteringen.end())
        fouten.push_back({"/query/sorteer", "onbekende-code", "Zo kan niet worden gesorteerd."});
    const auto aantal = lees_aantal(gang.vraag("aantal"), fouten);
    entiteit::eis_geen(std::move(fouten));
    return bladzijde(gang, filter, sorteer->second, aantal, gang.vraag("na"));
}

poort::Lijst<CasusRegel> zoek(poort::Gang& gang, const CasusZoekvraag& vraag) {
    store::Filter filter;
    if (vraag.fase && !vraag.fase->empty()) {
        filter.fasen.emplace();
        for (const auto& fase : *vraag.fase) filter.fasen->push_back(*fase);
        std::vector<VeldFout> fouten;
        eis_fasen(*filter.fasen, "/fase", fouten);
        entiteit::eis_geen(std::move(fouten));
    }
    if (vraag.tekst && !(**vraag.tekst).empty()) {
        gang.zoekt_op(**vraag.tekst);
        if (is_kenmerk(**vraag.tekst)) {
            filter.kenmerk = gewoon_kenmerk(**vraag.tekst);
        } else {
            filter.zoektekst = vouw(**vraag.tekst);
        }
    }
    return bladzijde(gang, filter, Sorteer::laatste_af, vraag.aantal ? **vraag.aantal : 50,
                     vraag.na ? std::optional(**vraag.na) : std::nullopt);
}

std::vector<poort::Route> routes() {
    constexpr std::string_view lezen = "casus.lezen";
    constexpr std::string_view schrijven = "casus.schrijven";
    constexpr std::string_view besluiten = "toets.besluiten";
    constexpr std::string_view bevragen = "bronnen-bevragen";
    auto lijst = kop(Methode::get, "/v1/casussen", "casussenTonen", lezen, "De casussen waar u lid van bent.");
    lijst.vragen = {{"fase", "een of meer fasen, met komma's ertussen"},
                    {"thema", "code van een thema"},
                    {"trekker", "id van een collega"},
                    {"etiket", "betekenisvol of buikpijn"},
                    {"sorteer", "-laatsteActiviteit, laatsteActiviteit, eersteTermijn of -geopendOp"},
                    {"aantal", "1 tot en met 200, anders 50"},
                    {"na", "`volgende` van de vorige bladzijde"}};
    using poort::route;
    return {
        route<Niets, poort::Lijst<CasusRegel>>(lijst, toon_lijst),
        route<CasusZoekvraag, poort::Lijst<CasusRegel>>(
            kop(Methode::post, "/v1/casussen/_zoek", "casussenZoeken", lezen, "Casussen op kenmerk of werknaam."),
            zoek),
        route<Niets, CasusTellingen>(kop(Methode::get, "/v1/casussen/tellingen", "casussenTellen", lezen,
                                         "Aantallen van uw casussen per fase en thema."),
                                     store::tellingen),
        route<CasusNieuw, Casus>(poort::maakt(kop(Methode::post, "/v1/casussen", "casusOpenen", "casus.openen",
                                     "Opent een casus op een of meer gewogen signalen.")),
                                 open_casus),
        route<Niets, Casus>(kop(Methode::get, "/v1/casussen/{id}", "casusTonen", lezen, "Eén casus."), toon),
        route<CasusWijziging, Casus>(kop(Methode::patch, "/v1/casussen/{id}", "casusWijzigen", schrijven,
                                         "Wijzigt werknaam, thema, trekker of beeld.", true),
                                     wijzig),
        route<PlanWijziging, Casus>(kop(Methode::patch, "/v1/casussen/{id}/plan", "planWijzigen", schrijven,
                                        "Wijzigt het plan van aanpak; If-Match is de versie van het plan.", true),
                                    wijzig_plan),
        route<CasusOvergangNieuw, Casus>(kop(Methode::post, "/v1/casussen/{id}/overgangen", "casusOvergaan", schrijven,
                                             "Brengt de casus in een volgende fase, met de reden.", true),
                                         ga_over),
        route<CasusSignaal, Casus>(poort::maakt(kop(Methode::post, "/v1/casussen/{id}/signalen", "casusSignaalToevoegen", schrijven,
                                       "Voegt een gewogen signaal bij de casus.")),
                                   voeg_signaal_toe),
        route<EtiketNieuw, Casus>(kop(Methode::post, "/v1/casussen/{id}/etiketten", "casusEtiketZetten", schrijven,
                                      "Geeft de casus een label, met de reden; hetzelfde label nog eens geeft het een andere reden."),
                                  plak_etiket),
        route<Niets, Niets>(kop(Methode::verwijder, "/v1/casussen/{id}/etiketten/{soort}", "casusEtiketWeghalen", schrijven,
                                "Haalt een label van de casus; de geschiedenis blijft."),
                            [](poort::Gang& gang) { haal_etiket_weg(gang); }),
        route<CasusLidNieuw, Casus>(vers(kop(Methode::post, "/v1/casussen/{id}/leden", "casusLidToevoegen", schrijven,
                                             "Geeft een collega toegang tot de casus, met of zonder einde.")),
                                    voeg_lid_toe),
        route<Niets, Niets>(kop(Methode::verwijder, "/v1/casussen/{id}/leden/{gebruiker}", "casusLidVerwijderen",
                                schrijven, "Neemt een collega de toegang tot de casus meteen af."),
                            [](poort::Gang& gang) { verwijder_lid(gang); }),
        route<Niets, Gasten>(kop(Methode::get, "/v1/casussen/{id}/gasten", "casusGastenTonen", lezen, "Wie van een andere organisatie te gast is in de casus, of is uitgenodigd."), toon_gasten),
        route<GastNieuw, Gast>(poort::maakt(vers(kop(Methode::post, "/v1/casussen/{id}/gasten", "casusGastUitnodigen", schrijven,
                                                     "Nodigt iemand van een andere organisatie uit, tot en met een dag; de code staat alleen in dit antwoord."))),
                               nodig_gast_uit),
        route<Niets, Niets>(kop(Methode::verwijder, "/v1/casussen/{id}/gasten/{gast}", "casusGastIntrekken", schrijven, "Trekt een gast in: zijn toegang en zijn sessies eindigen meteen."),
                            [](poort::Gang& gang) { trek_gast_in(gang); }),
        route<BronNieuw, Bron>(poort::maakt(kop(Methode::post, "/v1/casussen/{id}/bronnen", "bronToevoegen", schrijven,
                                   "Legt een bevraagde of te bevragen bron vast.", false, bevragen)),
                               voeg_bron_toe),
        route<BronWijziging, Bron>(kop(Methode::patch, "/v1/casussen/{id}/bronnen/{bron}", "bronWijzigen", schrijven,
                                       "Wijzigt een bevraging of legt het antwoord vast.", true, bevragen),
                                   wijzig_bron),
        route<Niets, Niets>(kop(Methode::verwijder, "/v1/casussen/{id}/bronnen/{bron}", "bronVerwijderen", schrijven,
                                "Haalt een bevraging uit het dossier; de geschiedenis blijft.", true, bevragen),
                            [](poort::Gang& gang) { verwijder_bron(gang); }),
        route<InhoudkeuzeNieuw, Bron>(
            kop(Methode::post, "/v1/casussen/{id}/bronnen/{bron}/inhoud", "bronInhoudKiezen", besluiten,
                "De tweede keuze: waarom nodig is te vragen wat een bron weet die iets weet.", false, bevragen),
            kies_inhoud),
        route<PrivacytoetsNieuw, Privacytoets>(
            poort::maakt(kop(Methode::post, "/v1/casussen/{id}/privacytoetsen", "privacytoetsVoorleggen", schrijven,
                "Legt privacytoets 1, 2a of 2b voor met zijn vier gronden; wie mag besluiten, kan dat meteen doen.")),
            leg_toets_voor),
        route<PrivacytoetsBesluit, Privacytoets>(
            kop(Methode::post, "/v1/casussen/{id}/privacytoetsen/{toets}/besluiten", "privacytoetsBesluiten", besluiten,
                "Besluit over een voorgelegde privacytoets, of trekt hem in.", true),
            besluit_toets),
        route<NotitieNieuw, Gebeurtenis>(poort::maakt(kop(Methode::post, "/v1/casussen/{id}/notities", "notitieToevoegen", schrijven,
                                             "Schrijft een notitie op de tijdlijn.")),
                                         noteer),
        route<entiteit::VermeldingNieuw, entiteit::Vermelding>(
            poort::maakt(kop(Methode::post, "/v1/casussen/{id}/vermeldingen", "casusVermeldingToevoegen", schrijven,
                "Noemt een persoon, bedrijf of zaak in de casus.")),
            voeg_vermelding_toe),
        route<entiteit::VermeldingWijziging, entiteit::Vermelding>(
            kop(Methode::patch, "/v1/casussen/{id}/vermeldingen/{vermelding}", "casusVermeldingWijzigen", schrijven,
                "Wijzigt een vermelding.", true),
            wijzig_vermelding),
        route<Niets, Niets>(
            kop(Methode::verwijder, "/v1/casussen/{id}/vermeldingen/{vermelding}", "casusVermeldingVerwijderen",
                schrijven, "Haalt een vermelding uit de casus; de geschiedenis blijft.", true),
            [](poort::Gang& gang) { verwijder_vermelding(gang); }),
        route<Niets, poort::Lijst<entiteit::Verband>>(
            kop(Methode::get, "/v1/casussen/{id}/verbanden", "verbandenTonen", lezen,
                "De verbanden in de casus, elk met de bronnen die u mag zien."),
            toon_verbanden),
        route<entiteit::VerbandNieuw, entiteit::VerbandBron>(
            poort::maakt(kop(Methode::post, "/v1/casussen/{id}/verbanden", "verbandToevoegen", schrijven,
                             "Legt vast dat een bron een verband noemt tussen wie of wat in de casus staat.")),
            voeg_verband_toe),
        route<entiteit::VerbandWijziging, entiteit::VerbandBron>(
            kop(Methode::patch, "/v1/casussen/{id}/verbanden/{verband}", "verbandWijzigen", schrijven,
                "Wijzigt wat een bron over een verband zegt.", true),
            wijzig_verband),
        route<Niets, Niets>(kop(Methode::verwijder, "/v1/casussen/{id}/verbanden/{verband}", "verbandVerwijderen", schrijven,
                                "Haalt een bron van een verband uit de casus; de geschiedenis blijft.", true),
                            [](poort::Gang& gang) { verwijder_verband(gang); }),
        route<entiteit::BsnVraag, entiteit::Bsn>(
            [] {
                auto uit = kop(Methode::post, "/v1/casussen/{id}/vermeldingen/{vermelding}/bsn/_toon", "casusBsnTonen", "bsn.zien",
                               "Het burgerservicenummer van een genoemde persoon; vraagt om een reden, die bewaard wordt.");
                uit.tarief = Tarief::zwaar;
                uit.vers = true;
                return uit;
            }(),
            toon_bsn),
    };
}

}  // namespace damwand::casus

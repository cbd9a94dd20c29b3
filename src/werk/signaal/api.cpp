// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>

#include "base/tekst.hpp"
#include "werk/signaal/handelingen.hpp"

namespace damwand::signaal {
namespace {

using poort::Gang;
using poort::Niets;

constexpr std::size_t meeste_woorden = 8;

void toets_statussen(const std::optional<std::vector<std::string>>& codes, const std::string& veld, std::vector<VeldFout>& fouten) {
    const auto bekend = statussen();
    if (!codes) return;
    for (const auto& code : *codes) {
        if (std::find(bekend.begin(), bekend.end(), code) == bekend.end()) {
            fouten.push_back({veld, "onbekende-code", "Deze status bestaat niet."});
        }
    }
}

/// Each status once: twice would give its rows twice. None at all is no filter.
std::optional<std::vector<std::string>> eenmaal(std::vector<std::string> codes) {
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes.empty() ? std::nullopt : std::optional(std::move(codes));
}

store::Filter filter_van(const Gang& gang) {
    store::Filter f;
    std::vector<VeldFout> fouten;
    if (const auto status = gang.vraag("status")) {
        f.status = eenmaal(splits(*status, ','));
        toets_statussen(f.status, "/query/status", fouten);
    }
    f.thema = gang.vraag("thema");
    f.bron = gang.vraag("bron");
    for (const auto* code : {&f.thema, &f.bron}) {
        if (*code && !json::detail::is_code(**code)) fouten.push_back({code == &f.thema ? "/query/thema" : "/query/bron", "geen-code", "Hier hoort een code uit de lijst te staan."});
    }
    if (const auto wie = gang.vraag("behandelaar")) {
        f.behandelaar = GebruikerId::lees(*wie);
        if (!f.behandelaar) fouten.push_back({"/query/behandelaar", "geen-id", "Hier hoort een id (UUID) te staan."});
    }
    if (const auto reden = gang.vraag("wachtOp")) {
        f.wacht_op = store::wachtreden(*reden);
        if (f.wacht_op == nullptr) fouten.push_back({"/query/wachtOp", "onbekende-code", "Hierop wacht geen signaal."});
        else if (!f.status) f.status = splits(std::string(f.wacht_op->statussen), ',');
    }
    for (const auto& [naam, dag] : {std::pair{"ontvangenVanaf", &f.vanaf}, std::pair{"ontvangenTotEnMet", &f.tot_en_met}}) {
        const auto tekst = gang.vraag(naam);
        if (!tekst) continue;
        *dag = lees_datum(*tekst);
        if (!*dag) fouten.push_back({std::string("/query/") + naam, "geen-datum", "Hier hoort een dag te staan, zoals 2026-11-30."});
    }
    if (const auto sorteer = gang.vraag("sorteer")) {
        if (*sorteer == "-ontvangenOp") f.sorteer = 'o';
        else if (*sorteer == "ontvangenOp") f.sorteer = 'O';
        else if (*sorteer == "-gewijzigdOp") f.sorteer = 'g';
        else fouten.push_back({"/query/sorteer", "onbekende-code", "Zo kan niet worden gesorteerd."});
    }
    if (const auto aantal = gang.vraag("aantal")) {
        const auto* einde = aantal->data() + aantal->size();
        const auto gelezen = std::from_chars(aantal->data(), einde, f.aantal);
        if (gelezen.ec != std::errc{} || gelezen.ptr != einde || f.aantal < 1 || f.aantal > 200) {
            fouten.push_back({"/query/aantal", "buiten-bereik", "Kies een aantal van 1 tot en met 200."});
        }
    }
    entiteit::eis_geen(std::move(fouten));
    if (const auto na = gang.vraag("na")) f.na = Bladwijzer::eis(*na, f.sorteer);
    return f;
}

poort::Lijst<SignaalRegel> zoek(Gang& gang, const SignaalZoekvraag& vraag) {
    store::Filter f;
    std::vector<VeldFout> fouten;
    if (vraag.status) {
        std::vector<std::string> codes;
        for (const auto& code : *vraag.status) codes.push_back(*code);
        f.status = eenmaal(std::move(codes));
        toets_statussen(f.status, "/status", fouten);
    }
    if (vraag.adres) {
        f.adres = entiteit::gewone_sleutel("adres", **vraag.adres).waarde;
        if (!f.adres) fouten.push_back({"/adres", "geen-nummeraanduiding", "Een nummeraanduiding heeft zestien cijfers."});
        else gang.raakt_merken(logboek::merken_van_nummeraanduiding(*f.adres));
    }
    entiteit::eis_geen(std::move(fouten));
    if (vraag.tekst) {
        gang.zoekt_op(**vraag.tekst);
        if (is_kenmerk(**vraag.tekst)) {  // also with O for 0 and l for 1
            f.kenmerk = gewoon_kenmerk(**vraag.tekst);
        } else {
            f.woorden = splits(vouw(**vraag.tekst), ' ');
            if (f.woorden.size() > meeste_woorden) f.woorden.resize(meeste_woorden);
        }
    }
    if (vraag.aantal) f.aantal = **vraag.aantal;
    if (vraag.na) f.na = Bladwijzer::eis(**vraag.na, f.sorteer);
    return store::lijst(gang, f);
}

/// The signaal of a route below it, locked, open and permitted.
store::Gegevens te_wijzigen(Gang& gang) {
    auto g = store::vergrendel(gang, gang.id<SignaalId>("id"));
    eis_open(g);
    return g;
}

}  // namespace

std::vector<poort::Route> routes() {
    using enum http::Methode;
    using poort::Audit;
    using poort::Export;
    using poort::route;
    using poort::Tarief;
    constexpr std::string_view wegen = "signalen-wegen";
    std::vector<poort::Route> uit;

    uit.push_back(route<Niets, poort::Lijst<SignaalRegel>>(
        {.methode = get, .pad = "/v1/signalen", .naam = "signalenTonen", .recht = "signaal.lezen", .activiteit = wegen,
         .audit = Audit::lezen, .tarief = Tarief::gewoon, .export_klasse = Export::geen,
         .samenvatting = "De signalen die u mag zien, gefilterd en gesorteerd.",
         .vragen = {{"status", "Codes, gescheiden door komma's."}, {"thema", "Code; geen = zonder thema."}, {"bron", "Code."},
                    {"behandelaar", "Id van een collega."}, {"wachtOp", "weging, casus of heroverweging: waar het signaal op wacht."},
                    {"ontvangenVanaf", "Eerste dag van ontvangst."}, {"ontvangenTotEnMet", "Laatste dag van ontvangst."}, {"sorteer", "-ontvangenOp, ontvangenOp of -gewijzigdOp."},
                    {"aantal", "1 tot en met 200; 50 als het ontbreekt."}, {"na", "De waarde van volgende."}}},
        [](Gang& gang) { return store::lijst(gang, filter_van(gang)); }));
    uit.push_back(route<SignaalZoekvraag, poort::Lijst<SignaalRegel>>(
        {.methode = post, .pad = "/v1/signalen/_zoek", .naam = "signalenZoeken", .recht = "signaal.lezen", .activiteit = wegen,
         .audit = Audit::lezen, .tarief = Tarief::gewoon, .export_klasse = Export::geen,
         .samenvatting = "Zoekt op kenmerk, titel en adres."},
        [](Gang& gang, const SignaalZoekvraag& vraag) { return zoek(gang, vraag); }));
    uit.push_back(route<Niets, SignaalTellingen>(
        {.methode = get, .pad = "/v1/signalen/tellingen", .naam = "signalenTellen", .recht = "cijfers.zien",
         .activiteit = "cijfers-maken", .audit = Audit::lezen, .tarief = Tarief::gewoon, .export_klasse = Export::geen,
         .samenvatting = "Hoeveel signalen u mag zien, per status, thema, bron en maand."},
        [](Gang& gang) { return store::tellingen(gang); }));
    uit.push_back(route<SignaalNieuw, Signaal>(
        {.methode = post, .pad = "/v1/signalen", .naam = "signaalVastleggen", .recht = "signaal.schrijven", .activiteit = wegen,
         .audit = Audit::schrijven, .tarief = Tarief::gewoon, .export_klasse = Export::geen,
         .samenvatting = "Legt een nieuw signaal vast, met wie en wat erin genoemd wordt.", .maakt = true},
        [](Gang& gang, const SignaalNieuw& nieuw) {
            const auto id = leg_vast(gang, nieuw);
            gang.gemaakt("/v1/signalen/" + id.tekst(), id.waarde);
            return toon(gang, id);
        }));
    uit.push_back(route<Niets, Signaal>(
        {.methode = get, .pad = "/v1/signalen/{id}", .naam = "signaalTonen", .recht = "signaal.lezen", .activiteit = wegen,
         .audit = Audit::lezen, .tarief = Tarief::gewoon, .export_klasse = Export::geen, .samenvatting = "Eén signaal."},
        [](Gang& gang) { return toon(gang, gang.id<SignaalId>("id")); }));
    uit.push_back(route<SignaalWijziging, Signaal>(
        {.methode = patch, .pad = "/v1/signalen/{id}", .naam = "signaalWijzigen", .recht = "signaal.schrijven", .activiteit = wegen,
         .audit = Audit::schrijven, .tarief = Tarief::gewoon, .export_klasse = Export::geen,
         .samenvatting = "Wijzigt velden van een signaal.", .if_match = true},
        [](Gang& gang, const SignaalWijziging& w) {
            const auto id = gang.id<SignaalId>("id");
            wijzig(gang, id, w);
            return toon(gang, id);
        }));
    uit.push_back(route<WegingNieuw, Signaal>(
        {.methode = post, .pad = "/v1/signalen/{id}/wegingen", .naam = "signaalWegen", .recht = "signaal.wegen", .activiteit = wegen,
         .audit = Audit::schrijven, .tarief = Tarief::gewoon, .export_klasse = Export::geen,
         .samenvatting = "Legt de weging vast die aan de beurt is.", .if_match = true, .maakt = true},
        [](Gang& gang, const WegingNieuw& w) {
            const auto id = gang.id<SignaalId>("id");
            weeg(gang, id, w);
            gang.gemaakt("/v1/signalen/" + id.tekst(), id.waarde);
            return toon(gang, id);
        }));
    uit.push_back(route<SignaalOvergangNieuw, Signaal>(
        {.methode = post, .pad = "/v1/signalen/{id}/overgangen", .naam = "signaalOverzetten", .recht = "signaal.wegen", .activiteit = wegen,
         .audit = Audit::schrijven, .tarief = Tarief::gewoon, .export_klasse = Export::geen,
         .samenvatting = "Zet een signaal in een andere status, met een reden.", .if_match = true},
        [](Gang& gang, const SignaalOvergangNieuw& nieuw) {
            const auto id = gang.id<SignaalId>("id");
            laat_overgaan(gang, id, nieuw);
            return toon(gang, id);
        }));
    uit.push_back(route<Niets, Signaal>(
        {.methode = post, .pad = "/v1/signalen/{id}/vrijgaven", .naam = "signaalVrijgeven", .recht = "signaal.schrijven", .activiteit = wegen,
         .audit = Audit::schrijven, .tarief = Tarief::gewoon, .export_klasse = Export::geen,
         .samenvatting = "Heft het embargo op: het signaal is voortaan voor het hele team.", .if_match = true},
        [](Gang& gang) {
            const auto id = gang.id<SignaalId>("id");
            geef_vrij(gang, id);
            return toon(gang, id);
        }));
    uit.push_back(route<entiteit::VermeldingNieuw, entiteit::Vermelding>(
        {.methode = post, .pad = "/v1/signalen/{id}/vermeldingen", .naam = "signaalVermeldingToevoegen", .recht = "signaal.schrijven",
         .activiteit = wegen, .audit = Audit::schrijven, .tarief = Tarief::gewoon, .export_klasse = Export::geen,
         .samenvatting = "Noemt een persoon, bedrijf of ding in een signaal.", .maakt = true},
        [](Gang& gang, const entiteit::VermeldingNieuw& nieuw) {
            const auto g = te_wijzigen(gang);
            std::vector<VeldFout> fouten;
            entiteit::Codetoets codes;
            auto dossier = g.dossier();
            dossier.label = toets_vermelding(gang, dossier.label, nieuw, "", codes, fouten);
            codes.toets(gang, fouten);
            entiteit::eis_geen(std::move(fouten));
            auto v = entiteit::leg_vast(gang, dossier, nieuw);
            meld(gang, g);
            gang.gemaakt("/v1/signalen/" + g.id.tekst() + "/vermeldingen/" + v.id.tekst(), v.id.waarde);
            gang.etag(v.versie);
            return v;
        }));
    uit.push_back(route<entiteit::VermeldingWijziging, entiteit::Vermelding>(
        {.methode = patch, .pad = "/v1/signalen/{id}/vermeldingen/{vermelding}", .naam = "signaalVermeldingWijzigen",
         .recht = "signaal.schrijven", .activiteit = wegen, .audit = Audit::schrijven, .tarief = Tarief::gewoon,
         .export_klasse = Export::geen, .samenvatting = "Wijzigt een vermelding.", .if_match = true},
        [](Gang& gang, const entiteit::VermeldingWijziging& w) {
            const auto g = te_wijzigen(gang);
            auto v = entiteit::wijzig(gang, g.dossier(), gang.id<VermeldingId>("vermelding"), w);
            meld(gang, g);
            gang.etag(v.versie);
            return v;
        }));
    uit.push_back(route<Niets, Niets>(
        {.methode = verwijder, .pad = "/v1/signalen/{id}/vermeldingen/{vermelding}", .naam = "signaalVermeldingVerwijderen",
         .recht = "signaal.schrijven", .activiteit = wegen, .audit = Audit::schrijven, .tarief = Tarief::gewoon,
         .export_klasse = Export::geen, .samenvatting = "Haalt een vermelding weg.", .if_match = true},
        [](Gang& gang) {
            const auto g = te_wijzigen(gang);
            entiteit::verwijder(gang, g.dossier(), gang.id<VermeldingId>("vermelding"));
            meld(gang, g);
        }));
    uit.push_back(route<entiteit::BsnVraag, entiteit::Bsn>(
        {.methode = post, .pad = "/v1/signalen/{id}/vermeldingen/{vermelding}/bsn/_toon", .naam = "signaalBsnTonen", .recht = "bsn.zien",
         .activiteit = wegen, .audit = Audit::lezen, .tarief = Tarief::zwaar, .export_klasse = Export::geen,
         .samenvatting = "Het burgerservicenummer van een genoemde persoon; vraagt om een reden, die bewaard wordt.", .vers = true},
        [](Gang& gang, const entiteit::BsnVraag& vraag) {
            const auto id = gang.id<SignaalId>("id");
            return entiteit::toon_bsn(gang, {"signaal", id.waarde, store::zicht_van(gang, id)}, gang.id<VermeldingId>("vermelding"), *vraag.reden);
        }));
    uit.push_back(route<MelderVraag, Melder>(
        {.methode = post, .pad = "/v1/signalen/{id}/melder/_toon", .naam = "melderTonen", .recht = "melder.zien", .activiteit = wegen,
         .audit = Audit::lezen, .tarief = Tarief::zwaar, .export_klasse = Export::geen,
         .samenvatting = "Wie het signaal meldde; vraagt om een reden, die bewaard wordt.", .vers = true},
        [](Gang& gang, const MelderVraag& vraag) {
            const auto id = gang.id<SignaalId>("id");
            static_cast<void>(store::zicht_van(gang, id));
            return store::toon_melder(gang, id, *vraag.reden);
        }));
    uit.push_back(route<Niets, Wegingsprofiel>(
        {.methode = get, .pad = "/v1/wegingsprofiel", .naam = "wegingsprofielTonen", .recht = "signaal.lezen", .activiteit = wegen,
         .audit = Audit::geen, .tarief = Tarief::licht, .export_klasse = Export::open,
         .samenvatting = "De vragen, hulpteksten en uitkomsten van de drie wegingen."},
        [](Gang& gang) { return store::profiel(gang); }));
    return uit;
}

}  // namespace damwand::signaal

// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "werk/verstrekking/store.hpp"

namespace damwand::verstrekking {
namespace {

using http::Methode;
using poort::Gang;
using poort::Niets;

constexpr std::string_view odt = "application/vnd.oasis.opendocument.text";

poort::Kop kop(Methode methode, std::string_view pad, std::string_view naam, std::string_view samenvatting, poort::Export export_klasse) {
    const bool leest = methode == Methode::get && export_klasse == poort::Export::geen;
    return {.methode = methode,
            .pad = pad,
            .naam = naam,
            .recht = leest ? "casus.lezen" : "casus.verstrekken",
            .activiteit = leest ? "casus-behandelen" : "gegevens-verstrekken",
            .audit = methode == Methode::get ? poort::Audit::lezen : poort::Audit::schrijven,
            .tarief = export_klasse == poort::Export::geen ? poort::Tarief::gewoon : poort::Tarief::zwaar,
            .export_klasse = export_klasse,
            .samenvatting = samenvatting};
}

Datum vandaag(Gang& gang) { return dag_in_amsterdam(gang.tx().nu()); }

/// The facts that are shown, told to the processing log.
std::vector<Feit> toon(Gang& gang, const std::vector<store::Gelezen>& alle) {
    std::vector<Feit> uit;
    for (const auto& g : alle) {
        if (g.persoon) gang.raakt_persoon(*g.persoon);
        uit.push_back(g.feit);
    }
    return uit;
}

Verstrekbaar verstrekbaar(Gang& gang) {
    const auto greep = casus::houd_stil(gang, gang.id<CasusId>("id"));
    return {.ontvangers = store::ontvangers(gang), .feiten = toon(gang, store::feiten(gang, greep.id, std::nullopt)), .over = store::over_vandaag(gang)};
}

store::Gegeven haal(Gang& gang, const CasusId& casus, const VerstrekkingId& id) {
    auto uit = store::lees(gang, casus, id);
    if (uit.size() != 1) throw onbekend();
    return std::move(uit.front());
}
store::Gegeven haal(Gang& gang, const CasusId& casus) { return haal(gang, casus, gang.id<VerstrekkingId>("verstrekking")); }

/// The facts of a verstrekking as they were at `moment` (none: now).
std::vector<Feit> feiten_van(Gang& gang, const CasusId& casus, const Verstrekking& v, const std::optional<Tijdstip>& moment) {
    auto alle = store::feiten(gang, casus, moment);
    std::erase_if(alle, [&](const store::Gelezen& g) {
        return std::ranges::none_of(v.feiten, [&](const GegevenFeit& f) { return f.soort == g.feit.soort && f.rij == g.feit.rij; });
    });
    return toon(gang, alle);
}

poort::Lijst<Verstrekking> lijst(Gang& gang) {
    const auto greep = casus::houd_stil(gang, gang.id<CasusId>("id"));
    poort::Lijst<Verstrekking> uit;
    for (auto& g : store::lees(gang, greep.id, std::nullopt)) {
        (void)feiten_van(gang, greep.id, g.verstrekking, g.verstrekking.op);  // their names may be people's
        uit.resultaten.push_back(std::move(g.verstrekking));
    }
    return uit;
}

/// Results go to named participants only: each once, and not to the RIEC as such.
void toets_deelnemers(const RiecNieuw& riec, const std::vector<Ontvanger>& alle, std::vector<VeldFout>& fouten) {
    if (riec.deelnemers.empty()) fouten.push_back({"/riec/deelnemers", "ontbreekt", "Noem ten minste één deelnemer van het RIEC."});
    std::set<std::string> genoemd;
    for (std::size_t i = 0; i < riec.deelnemers.size(); ++i) {
        const auto& code = *riec.deelnemers[i];
        if (code == "riec" || std::ranges::find(alle, code, &Ontvanger::code) == alle.end()) fouten.push_back({fmt::format("/riec/deelnemers/{}", i), "onbekende-code", "Kies iets uit de lijst."});
        else if (!genoemd.insert(code).second) fouten.push_back({fmt::format("/riec/deelnemers/{}", i), "dubbel", "Deze staat er al."});
    }
}

Verstrekking maak(Gang& gang, const VerstrekkingNieuw& nieuw) {
    auto greep = casus::grijp(gang, gang.id<CasusId>("id"));
    std::vector<VeldFout> fouten;
    entiteit::Codetoets codes;
    codes.eis("grondslag", *nieuw.grondslag, "/grondslag");
    codes.toets(gang, fouten);
    const auto alle_ontvangers = store::ontvangers(gang);
    const auto ontvanger = std::ranges::find(alle_ontvangers, *nieuw.ontvanger, &Ontvanger::code);
    if (ontvanger == alle_ontvangers.end()) fouten.push_back({"/ontvanger", "onbekende-code", "Kies iets uit de lijst."});
    if (nieuw.tot && *nieuw.tot < vandaag(gang)) fouten.push_back({"/tot", "in-verleden", "Deze dag is al voorbij."});
    if (nieuw.feiten.empty()) fouten.push_back({"/feiten", "ontbreekt", "Kies wat u geeft."});

    const bool naar_riec = *nieuw.ontvanger == "riec";
    if (naar_riec && !nieuw.riec) fouten.push_back({"/riec", "ontbreekt", "Zeg waarom dit naar het RIEC gaat, en voor welke deelnemers."});
    if (!naar_riec && nieuw.riec) fouten.push_back({"/riec", "past-niet", "Dit hoort alleen bij een overdracht aan het RIEC."});
    if (nieuw.riec) toets_deelnemers(*nieuw.riec, alle_ontvangers, fouten);

    const auto alle = store::feiten(gang, greep.id, std::nullopt);
    std::vector<store::Gelezen> gekozen;
    std::vector<Label> labels;
    std::set<Uuid> personen;
    int apart = greep.zicht;
    for (std::size_t i = 0; i < nieuw.feiten.size(); ++i) {
        const auto& keuze = nieuw.feiten[i];
        auto veld = fmt::format("/feiten/{}", i);
        const auto plek = std::ranges::find_if(alle, [&](const store::Gelezen& g) { return g.feit.soort == *keuze.soort && g.feit.rij == keuze.rij; });
        if (plek == alle.end() || std::ranges::any_of(gekozen, [&](const store::Gelezen& g) { return g.feit.soort == *keuze.soort && g.feit.rij == keuze.rij; })) {
            fouten.push_back({std::move(veld), "niet-gevonden", "Dit staat er niet, of staat er al."});
            continue;
        }
        if (plek->zicht != greep.zicht && apart != greep.zicht && plek->zicht != apart) {
            fouten.push_back({veld, "ander-compartiment", fmt::format("“{}” staat apart van iets anders dat u koos. Maak er twee afschriften van.", plek->feit.naam)});
        } else if (plek->zicht != greep.zicht) {
            apart = plek->zicht;
        }
        if (ontvanger != alle_ontvangers.end()) {
            if (auto fout = weigering(plek->feit, *ontvanger, nieuw.overleg.has_value(), std::move(veld))) fouten.push_back(std::move(*fout));
        }
        gekozen.push_back(*plek);
        labels.push_back({plek->feit.regime, plek->feit.doorgifte, {}});
        if (plek->persoon) personen.insert(*plek->persoon);
    }
    if (personen.size() > personen_hoogstens) fouten.push_back({"/feiten", "te-veel-personen", "Een afschrift noemt hoogstens vijftig personen en bedrijven."});
    if (nieuw.te_noemen && apart != greep.zicht) fouten.push_back({"/teNoemen", "past-niet", "Er is iets bij dat apart staat: deze ontvanger wordt niet genoemd."});
    entiteit::eis_geen(std::move(fouten));
    const auto toets = naar_riec ? store::riec_akkoord(gang, greep.id) : std::nullopt;
    if (naar_riec && !toets) {
        throw Fout(FoutSoort::botsing, "privacytoets-riec-ontbreekt", "Leg eerst privacytoets 2B voor het RIEC vast.");
    }
    if (store::over_vandaag(gang) <= 0) throw Fout(FoutSoort::botsing, "dagbudget-op", "U gaf vandaag al zoveel afschriften als op een dag kan. Ga morgen verder.");

    greep.apart = apart != greep.zicht;
    greep.zicht = apart;
    const auto id = VerstrekkingId::nieuw();
    const auto kenmerk = nieuw_kenmerk('A', static_cast<int>(vandaag(gang).year()));
    for (const auto& p : personen) gang.raakt_persoon(p);
    store::maak(gang, greep, id, kenmerk, nieuw, strengste(labels).regime, gekozen);
    if (toets) store::bewaar_riec(gang, greep, id, nieuw.riec.value(), *toets);
    casus::teken_aan(gang, greep, {.soort = "verstrekking", .tekst = kenmerk, .gegevens = boost::json::object{{"verstrekking", id.tekst()}, {"ontvanger", *nieuw.ontvanger}}});
    gang.gemaakt(fmt::format("/v1/casussen/{}/verstrekkingen/{}", greep.id.tekst(), id.tekst()), id.waarde);
    return haal(gang, greep.id, id).verstrekking;
}

Verstrekking sluit(Gang& gang, const KennisgevingBesluit& b) {
    const auto greep = casus::houd_stil(gang, gang.id<CasusId>("id"));  // also when it lies in the archive: a recipient still has it
    const auto was = haal(gang, greep.id);
    std::vector<VeldFout> fouten;
    const bool verstuurd = *b.staat == "verstuurd";
    if (!verstuurd && *b.staat != "niet_verstuurd") fouten.push_back({"/staat", "onbekende-code", "Kies iets uit de lijst."});
    if (verstuurd && !b.gedaan_op) fouten.push_back({"/gedaanOp", "ontbreekt", "Op welke dag ging de brief weg?"});
    if (b.gedaan_op && *b.gedaan_op > vandaag(gang)) fouten.push_back({"/gedaanOp", "in-toekomst", "Deze dag komt nog."});
    if (!verstuurd && b.gedaan_op) fouten.push_back({"/gedaanOp", "past-niet", "Er is niets verstuurd."});
    if (!verstuurd && !b.reden) fouten.push_back({"/reden", "ontbreekt", "Schrijf op waarom dit niet kan of niet nodig is."});
    if (verstuurd && b.reden) fouten.push_back({"/reden", "past-niet", "Wat verstuurd is heeft geen reden nodig."});
    if (b.kennisgevingen.empty()) fouten.push_back({"/kennisgevingen", "ontbreekt", "Kies waar het over gaat."});
    entiteit::eis_geen(std::move(fouten));
    if (store::sluit(gang, was.verstrekking.id, b) != b.kennisgevingen.size()) throw Fout(FoutSoort::botsing, "kennisgeving-gesloten", "Hier is al iets mee gedaan. Bekijk het opnieuw.");
    auto uit = haal(gang, greep.id).verstrekking;
    (void)feiten_van(gang, greep.id, uit, uit.op);
    return uit;
}

/// The RIEC said that it arrived, or what was done with it; a fault it found is for the team to mend.
Verstrekking riec_bericht(Gang& gang, const RiecBerichtNieuw& nieuw) {
    auto greep = casus::houd_stil(gang, gang.id<CasusId>("id"));  // also of a closed casus: an answer may come late
    const auto was = haal(gang, greep.id);
    if (!was.verstrekking.riec) throw onbekend();
    std::vector<VeldFout> fouten;
    const bool ontvangst = *nieuw.soort == "ontvangst";
    if (!ontvangst && *nieuw.soort != "terugkoppeling") fouten.push_back({"/soort", "onbekende-code", "Kies iets uit de lijst."});
    if (nieuw.dag > vandaag(gang)) fouten.push_back({"/dag", "in-toekomst", "Deze dag komt nog."});
    if (nieuw.dag < dag_in_amsterdam(was.verstrekking.op)) fouten.push_back({"/dag", "te-vroeg", "Dat is voor de overdracht."});
    if (ontvangst && nieuw.correctie) fouten.push_back({"/correctie", "past-niet", "Een correctie hoort bij een terugkoppeling."});
    entiteit::eis_geen(std::move(fouten));
    const auto& berichten = was.verstrekking.riec->berichten;
    if (ontvangst && std::ranges::any_of(berichten, [](const RiecBericht& b) { return b.soort == "ontvangst"; })) {
        throw Fout(FoutSoort::botsing, "al-bevestigd", "De ontvangst is al vastgelegd.");
    }
    store::bewaar_riec_bericht(gang, greep.id, was.zicht, was.verstrekking.id, nieuw);
    greep.apart = was.zicht != greep.zicht;
    greep.zicht = was.zicht;
    casus::teken_aan(gang, greep, {.soort = "verstrekking", .tekst = was.verstrekking.kenmerk,
                                   .gegevens = boost::json::object{{"verstrekking", was.verstrekking.id.tekst()}, {"ontvanger", "riec"}, {"bericht", *nieuw.soort}}});
    auto uit = haal(gang, greep.id).verstrekking;
    (void)feiten_van(gang, greep.id, uit, uit.op);
    return uit;
}

/// A file about one verstrekking.
poort::Route bestand(std::string_view pad, std::string_view naam, std::string_view samenvatting, std::string_view soort, std::string (*maak_het)(Gang&, const casus::Greep&, const Verstrekking&)) {
    poort::Route r = poort::route<Niets, Niets>(kop(Methode::get, pad, naam, samenvatting, poort::Export::dossier), [](Gang&) {});
    r.mediatype = odt;
    r.stroom = [soort, maak_het](Gang& gang) {
        const auto greep = casus::houd_stil(gang, gang.id<CasusId>("id"));
        const auto v = haal(gang, greep.id).verstrekking;
        http::Antwoord uit{.type = std::string(odt)};
        uit.lijf = maak_het(gang, greep, v);
        uit.koppen.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}-{}.odt\"", soort, v.kenmerk));
        return uit;
    };
    return r;
}

}  // namespace

std::vector<poort::Route> routes() {
    using poort::route;
    constexpr std::string_view alle = "/v1/casussen/{id}/verstrekkingen";
    return {
        route<Niets, poort::Lijst<Verstrekking>>(kop(Methode::get, alle, "verstrekkingenTonen", "Wat er uit een casus aan wie is gegeven, en welke kennisgevingen openstaan.", poort::Export::geen), lijst),
        route<Niets, Verstrekbaar>(kop(Methode::get, "/v1/casussen/{id}/verstrekbaar", "verstrekbaarTonen", "Wat uit een casus gegeven kan worden, en aan wie.", poort::Export::geen), verstrekbaar),
        route<VerstrekkingNieuw, Verstrekking>(poort::maakt(kop(Methode::post, alle, "verstrekkingVastleggen", "Geeft een afschrift met gekozen feiten aan een ontvanger, voor een doel.", poort::Export::dossier)), maak),
        bestand("/v1/casussen/{id}/verstrekkingen/{verstrekking}/afschrift", "afschriftOpenen", "Het afschrift, zoals de feiten waren toen het werd gegeven, als ODT.", "afschrift",
                [](Gang& gang, const casus::Greep& greep, const Verstrekking& v) { return afschrift(v, feiten_van(gang, greep.id, v, v.op), store::namen(gang, greep, v)); }),
        bestand("/v1/casussen/{id}/verstrekkingen/{verstrekking}/kennisgeving", "kennisgevingOpenen", "De brief aan een ontvanger over wat er veranderd is, als ODT.", "kennisgeving",
                [](Gang& gang, const casus::Greep& greep, const Verstrekking& v) {
                    (void)feiten_van(gang, greep.id, v, v.op);  // their names stand in the letter
                    return kennisgeving(v, feiten_van(gang, greep.id, v, std::nullopt), store::namen(gang, greep, v), vandaag(gang));
                }),
        route<RiecBerichtNieuw, Verstrekking>(kop(Methode::post, "/v1/casussen/{id}/verstrekkingen/{verstrekking}/riec-berichten", "riecBerichtVastleggen",
                                                  "Legt vast dat het RIEC de overdracht ontving, of wat het ermee deed.", poort::Export::geen),
                                              riec_bericht),
        route<KennisgevingBesluit, Verstrekking>(kop(Methode::post, "/v1/casussen/{id}/verstrekkingen/{verstrekking}/kennisgevingen", "kennisgevingSluiten",
                                                     "Zegt dat een ontvanger bericht kreeg, of waarom niet.", poort::Export::geen),
                                                 sluit),
    };
}

}  // namespace damwand::verstrekking

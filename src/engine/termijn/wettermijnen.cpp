// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "base/fout.hpp"
#include "engine/termijn/termijn.hpp"

namespace damwand::termijn {
namespace {

constexpr Lengte uren(int n) { return {n, Eenheid::uren}; }
constexpr Lengte dagen(int n) { return {n, Eenheid::dagen}; }
constexpr Lengte weken(int n) { return {n, Eenheid::weken}; }
constexpr Lengte maanden(int n) { return {n, Eenheid::maanden}; }
constexpr Lengte jaren(int n) { return {n, Eenheid::jaren}; }

/// A clock that a law sets.
Wettermijn wet(std::string_view id, std::string_view bron, std::string_view stand, std::string_view nl, std::string_view en,
               std::string_view begin, Lengte lengte, std::vector<Verlenging> verlengingen = {}, std::string_view opschorting = {}) {
    return {.id = id, .bron = bron, .stand = stand, .naam_nl = nl, .naam_en = en, .begin = begin, .in_wet = true, .lengte = lengte,
            .zelf_te_stellen = false, .hoogstens = std::nullopt, .verlengingen = std::move(verlengingen), .opschorting = opschorting};
}

/// A clock whose length a decision, a judge or a bye-law sets: taken literally.
Wettermijn gesteld(std::string_view id, std::string_view bron, std::string_view stand, std::string_view nl, std::string_view en,
                   std::string_view begin, std::optional<Lengte> hoogstens = {}, std::string_view opschorting = {}) {
    return {.id = id, .bron = bron, .stand = stand, .naam_nl = nl, .naam_en = en, .begin = begin, .in_wet = false, .lengte = std::nullopt,
            .zelf_te_stellen = true, .hoogstens = hoogstens, .verlengingen = {}, .opschorting = opschorting};
}

std::vector<Wettermijn> maak() {
    std::vector<Wettermijn> alle{
        gesteld("AWB-4:8", "Awb 4:8, 4:11", "2017", "zienswijze voor een belastend besluit", "views before an onerous decision", "toezending"),
        wet("AWB-4:13", "Awb 4:13", "2017", "beslissen op een aanvraag", "deciding on an application", "ontvangst", weken(8), {}, "Awb 4:14, 4:15"),
        wet("AWB-4:17", "Awb 4:17", "2017", "dwangsom bij niet tijdig beslissen", "penalty for not deciding in time", "twee-weken-na-ingebrekestelling", dagen(42)),
        wet("AWB-4:87", "Awb 4:87", "2017", "betaling na een beschikking", "payment after a decision", "bekendmaking", weken(6)),
        wet("AWB-4:104", "Awb 4:104", "2017", "verjaring van een geldschuld", "limitation of a debt", "einde-betaaltermijn", jaren(5), {}, "Awb 4:105–4:111"),
        wet("AWB-4:112", "Awb 4:112", "2017", "aanmaning", "reminder", "toezending", weken(2)),
        gesteld("AWB-5:24", "Awb 5:24", "2017", "uitvoering van een last onder bestuursdwang", "carrying out an order under coercion", "bekendmaking"),
        gesteld("AWB-5:32a", "Awb 5:32a", "2017", "begunstigingstermijn bij een last onder dwangsom", "time to comply before a penalty falls due", "bekendmaking", {}, "Awb 5:34"),
        wet("AWB-5:33", "Awb 5:33", "2017", "betaling van een verbeurde dwangsom", "payment of a forfeited penalty", "verbeurte", weken(6)),
        wet("AWB-5:35", "Awb 5:35", "2017", "verjaring van een verbeurde dwangsom", "limitation of a forfeited penalty", "verbeurte", jaren(1), {}, "Awb 4:105–4:111"),
        wet("AWB-5:37", "Awb 5:37", "2017", "invorderingsbeschikking op verzoek", "collection decision on request", "verzoek", weken(4)),
        wet("AWB-6:7", "Awb 6:7, 6:8", "2017", "bezwaar of beroep", "objection or appeal", "bekendmaking", weken(6)),
        wet("AWB-7:10", "Awb 7:10", "2017", "beslissen op bezwaar", "deciding on an objection", "einde-bezwaartermijn", weken(6),
            {{"commissie", weken(6)}, {"verdaging", weken(6)}}, "Awb 7:10 lid 2"),
        gesteld("AWB-8:81", "Awb 8:81", "2017", "voorlopige voorziening: zo lang de rechter bepaalt", "interim relief: as long as the judge sets", "verzoek"),
        wet("BIBOB-15", "Wet Bibob 15", "2017", "advies van het Landelijk Bureau Bibob", "advice of the national Bibob office", "aanvraag-advies", weken(8),
            {{"verlenging", weken(4)}}, "Wet Bibob 15"),
        wet("BIBOB-31", "Wet Bibob 31, 15", "2017", "langste opschorting van de beslistermijn door een adviesaanvraag",
            "longest suspension of the decision term by a request for advice", "aanvraag-advies", weken(8), {{"verlenging", weken(4)}}, "Wet Bibob 15"),
        wet("WKPB-7", "Wkpb 7", "2017", "inschrijving van een beperkingenbesluit", "registering a restriction on property", "bekendmaking", dagen(4)),
        wet("AWBI-11", "Awbi 11", "2017", "verslag van binnentreden", "report of entering a dwelling", "binnentreden", dagen(4)),
        wet("AVG-12(3)", "AVG 12 lid 3", "", "verzoek van een betrokkene", "request of a data subject", "ontvangst", maanden(1), {{"verlenging", maanden(2)}}),
        wet("AVG-14(3)", "AVG 14 lid 3 onder a", "", "een betrokkene informeren", "informing a data subject", "verkrijging", maanden(1)),
        wet("AVG-33", "AVG 33", "", "melding van een datalek aan de AP", "notifying a data breach", "kennisname", uren(72)),
        wet("WOO-4.4", "Woo 4.4", "2025", "beslissen op een Woo-verzoek", "deciding on a request for public information", "ontvangst", weken(4),
            {{"verdaging", weken(2)}}, "Woo 4.4"),
        gesteld("SR-437f", "Sr 437f", "2017", "bewaarlast aan een opkoper", "order to a dealer to keep goods", "last", dagen(14)),
        gesteld("OPK-hold", "APV", "", "doorverkoopverbod", "ban on selling on", "inkoop", dagen(14)),
        gesteld("ADR-transition", "NL API Design Rules", "2025", "overgang naar een nieuwe API-versie", "transition to a new API version", "uitgave"),
    };
    for (auto& t : alle) {
        if (t.id == "AWB-4:13") t.zelf_te_stellen = true;  // the special law's term goes first
        if (t.id == "AWB-4:17") t.in_wet = false;          // a tally of days that cost money, no term to do something in
    }
    return alle;
}

}  // namespace

std::span<const Wettermijn> wettermijnen() {
    static const auto alle = maak();
    return alle;
}

const Wettermijn* vind(std::string_view id) {
    const auto alle = wettermijnen();
    const auto gevonden = std::ranges::find(alle, id, &Wettermijn::id);
    return gevonden == alle.end() ? nullptr : &*gevonden;
}

Termijn Wettermijn::termijn(std::optional<Lengte> eigen, std::span<const std::string> gekozen) const {
    std::vector<VeldFout> fouten;
    if (eigen && !zelf_te_stellen) fouten.push_back({"/lengte", "staat-vast", "De wet stelt deze termijn; er kan geen andere lengte worden gekozen."});
    if (!eigen && !lengte) fouten.push_back({"/lengte", "ontbreekt", "Deze termijn wordt in het besluit of de verordening gesteld: geef de lengte."});
    if (eigen && hoogstens && (eigen->eenheid != hoogstens->eenheid || eigen->aantal > hoogstens->aantal)) {
        fouten.push_back({"/lengte", "te-lang", "Deze lengte is meer dan de wet toelaat, of in een andere eenheid."});
    }
    Termijn uit{eigen.value_or(lengte.value_or(Lengte{})), in_wet};
    for (auto k = gekozen.begin(); k != gekozen.end(); ++k) {
        const auto v = std::ranges::find(verlengingen, *k, &Verlenging::code);
        if (v == verlengingen.end()) {
            fouten.push_back({"/verlengingen", "onbekend", "Zo kan deze termijn niet worden verlengd."});
        } else if (std::find(gekozen.begin(), k, *k) != k) {
            fouten.push_back({"/verlengingen", "dubbel", "Elke verlenging kan een keer."});
        } else {
            uit.lengte.aantal += v->lengte.aantal;  // the same unit as the term itself
        }
    }
    if (!fouten.empty()) throw Fout(FoutSoort::ongeldig, "termijn-ongeldig", "Zo kan de termijn niet worden berekend.", std::move(fouten));
    return uit;
}

}  // namespace damwand::termijn

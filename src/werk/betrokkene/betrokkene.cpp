// SPDX-License-Identifier: EUPL-1.2
#include "werk/betrokkene/betrokkene.hpp"

#include <algorithm>

#include "engine/termijn/termijn.hpp"

namespace damwand::betrokkene {
namespace {

constexpr std::array alle_randen{
    Rand{"ontvangen", "onderzoek", false},     // it is known who asks
    Rand{"onderzoek", "besloten", false},      // every item is decided
    Rand{"besloten", "onderzoek", true},       // before it was sent: something was found or changed
    Rand{"besloten", "afgerond", false},       // sent: the term to object runs (Awb 6:8)
    Rand{"ontvangen", "ingetrokken", true},
    Rand{"onderzoek", "ingetrokken", true},
};

}  // namespace

std::span<const Rand> randen() noexcept { return alle_randen; }

const Rand* rand(std::string_view van, std::string_view naar) noexcept {
    const auto plek = std::ranges::find_if(alle_randen, [&](const Rand& r) { return r.van == van && r.naar == naar; });
    return plek == alle_randen.end() ? nullptr : &*plek;
}

std::vector<std::string> stappen(std::string_view staat) {
    std::vector<std::string> uit;
    for (const auto& r : alle_randen) {
        if (r.van == staat) uit.emplace_back(r.naar);
    }
    return uit;
}

bool is_gesloten(std::string_view staat) noexcept { return staat == "afgerond" || staat == "ingetrokken"; }

Datum antwoord_voor(Datum ontvangen_op, bool verlengd) {
    const std::vector<std::string> verlengingen(verlengd ? 1 : 0, "verlenging");
    return termijn::bereken(ontvangen_op, termijn::vind("AVG-12(3)")->termijn({}, verlengingen)).einde;
}

Datum bezwaar_tot(Datum verzonden_op) { return termijn::bereken(verzonden_op, termijn::vind("AWB-6:7")->termijn({}, {})).einde; }

std::vector<std::string> beletselen(const Verzoek& v) {
    std::vector<std::string> uit;
    const auto telt = [&](auto&& bij) { return std::ranges::any_of(v.gegevens, [&](const Gegeven& g) { return g.hoort && bij(g); }); };
    if (v.zoekslagen.empty()) uit.emplace_back("niet-gezocht");
    if (telt([](const Gegeven& g) { return !g.beslissing; })) uit.emplace_back("gegeven-onbeslist");
    if (telt([](const Gegeven& g) { return g.beslissing && g.veranderd; })) uit.emplace_back("gegeven-veranderd");
    if (telt([](const Gegeven& g) { return g.grond.has_value(); }) && !v.motivering) uit.emplace_back("motivering-ontbreekt");
    const bool weegt = telt([&](const Gegeven& g) {
        const auto* grond = g.grond ? informeren::vind(v.gronden, *g.grond) : nullptr;
        return grond != nullptr && grond->weging;
    });
    if (weegt && !(v.weging && informeren::is_vol(*v.weging))) uit.emplace_back("weging-ontbreekt");
    return uit;
}

std::vector<std::string> te_noemen(const Verzoek& v) {
    std::vector<std::string> uit;
    if (!v.ontvangers_noemen) return uit;
    for (const auto& o : v.gegeven_aan) {
        const auto g = std::ranges::find(v.gegevens, o.gegeven, &Gegeven::id);
        if (o.te_noemen && g != v.gegevens.end() && g->tekst) uit.push_back(o.naam);
    }
    std::ranges::sort(uit);
    uit.erase(std::ranges::unique(uit).begin(), uit.end());
    return uit;
}

bool heeft_open_berichten(const Verzoek& v) {
    return std::ranges::any_of(v.gegeven_aan, [](const GegevenOntvanger& o) { return o.staat == "open"; });
}

std::vector<VeldFout> fouten_in(const GegevenBesluit& b, std::string_view soort_verzoek, std::span<const Grond> gronden, Datum vandaag) {
    std::vector<VeldFout> fouten;
    const bool deels = *b.beslissing == "deels";
    const bool weigert = *b.beslissing == "weigeren";
    if (!deels && !weigert && *b.beslissing != "toewijzen") fouten.push_back({"/beslissing", "onbekende-code", "Kies iets uit de lijst."});
    const bool tekst_nodig = deels || (*b.beslissing == "toewijzen" && soort_verzoek == "rectificatie");
    if (tekst_nodig && !b.tekst) fouten.push_back({"/tekst", "ontbreekt", "Schrijf op wat de betrokkene krijgt, of wat het gegeven wordt."});
    const bool past_niet = weigert || (*b.beslissing == "toewijzen" && soort_verzoek == "inzage");
    if (past_niet && b.tekst) fouten.push_back({"/tekst", "past-niet", "Hierbij hoort geen eigen tekst."});
    if (deels || weigert) {
        if (!b.grond) fouten.push_back({"/grond", "ontbreekt", "Kies waarom u dit niet, of niet geheel, doet."});
        else if (informeren::vind(gronden, **b.grond) == nullptr) fouten.push_back({"/grond", "onbekende-code", "Kies iets uit de lijst."});
        if (!b.herzien_op) fouten.push_back({"/herzienOp", "ontbreekt", "Kies wanneer u dit opnieuw bekijkt."});
        else if (*b.herzien_op <= vandaag) fouten.push_back({"/herzienOp", "in-verleden", "Kies een dag na vandaag."});
    } else {
        if (b.grond) fouten.push_back({"/grond", "past-niet", "Wat wordt toegewezen heeft geen weigeringsgrond."});
        if (b.herzien_op) fouten.push_back({"/herzienOp", "past-niet", "Wat wordt toegewezen hoeft niet herzien te worden."});
    }
    return fouten;
}

}  // namespace damwand::betrokkene

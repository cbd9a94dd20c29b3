// SPDX-License-Identifier: EUPL-1.2
#include "engine/termijn/termijn.hpp"

#include <algorithm>
#include <array>

#include "base/fout.hpp"

namespace damwand::termijn {
namespace {

using namespace std::chrono;

Fout ongeldig(std::string veld, std::string uitleg) {
    return {FoutSoort::ongeldig, "termijn-ongeldig", "Zo kan de termijn niet worden berekend.", {{std::move(veld), "ongeldig", std::move(uitleg)}}};
}

void controleer(Lengte lengte) {
    static constexpr std::array<int, 6> meeste{876'600, 36'525, 36'525, 5'217, 1'200, 100};  // a hundred years
    if (lengte.aantal < 1 || lengte.aantal > meeste.at(static_cast<std::size_t>(lengte.eenheid))) {
        throw ongeldig("/lengte", "Een termijn duurt ten minste 1 en ten hoogste honderd jaar.");
    }
}

/// The last day by the calendar, without suspension.
sys_days kalendereinde(Datum vanaf, Lengte lengte) {
    switch (lengte.eenheid) {
        case Eenheid::dagen: return sys_days{vanaf} + days{lengte.aantal};
        case Eenheid::weken: return sys_days{vanaf} + weeks{lengte.aantal};
        default: break;
    }
    const auto einde = vanaf + months{lengte.eenheid == Eenheid::jaren ? 12 * lengte.aantal : lengte.aantal};
    return einde.ok() ? einde : einde.year() / einde.month() / last;
}

/// Atw 4. A term lengthened under the law is judged by its whole length: for who decides, the earlier end is the safe one.
bool uitgezonderd(Lengte lengte) {
    switch (lengte.eenheid) {
        case Eenheid::dagen: return lengte.aantal > 90;
        case Eenheid::weken: return lengte.aantal > 12;
        case Eenheid::maanden: return lengte.aantal > 3;
        case Eenheid::werkdagen: return false;
        case Eenheid::uren:
        case Eenheid::jaren: return true;
    }
    return true;
}

}  // namespace

Uitkomst bereken(Datum vanaf, const Termijn& termijn, const Omstandigheden& omstandigheden) {
    const auto [lengte, in_wet] = termijn;
    controleer(lengte);
    if (lengte.eenheid == Eenheid::uren) throw ongeldig("/lengte", "Een termijn in uren begint op een tijdstip, niet op een dag.");
    for (const auto& p : omstandigheden.opschorting) {
        if (p.tot < p.van) throw ongeldig("/opschorting", "Een opschorting eindigt niet voor zij begint.");
    }
    const auto staat_stil = [&](Datum dag) {
        return std::ranges::any_of(omstandigheden.opschorting, [&](const Periode& p) { return p.van <= dag && dag < p.tot; });
    };
    const auto soort_van = [&](Datum dag) {
        const auto soort = dagsoort(dag);
        return soort == Dagsoort::werkdag && std::ranges::find(omstandigheden.gelijkgesteld, dag) != omstandigheden.gelijkgesteld.end() ? Dagsoort::gelijkgesteld : soort;
    };
    const bool atw = in_wet && !uitgezonderd(lengte);
    const bool per_werkdag = lengte.eenheid == Eenheid::werkdagen;
    const auto duur = per_werkdag ? lengte.aantal : (kalendereinde(vanaf, lengte) - sys_days{vanaf}).count();

    Uitkomst uit{.eerste_dag = sys_days{vanaf} + days{1}, .ruw_einde = {}, .einde = {}, .reden = {}, .overgeslagen = {}, .opgeschorte_dagen = 0};
    auto rest = duur;
    int werkdagen = 0;
    for (sys_days plek = uit.eerste_dag;; plek += days{1}) {
        const Datum dag{plek};
        if (staat_stil(dag)) {
            ++uit.opgeschorte_dagen;
            continue;
        }
        const auto soort = soort_van(dag);
        const bool werkdag = soort == Dagsoort::werkdag;
        werkdagen += werkdag ? 1 : 0;
        if (rest > 0 && (werkdag || !per_werkdag) && --rest == 0) uit.ruw_einde = dag;
        if (rest > 0) continue;
        const bool genoeg = duur < 3 || werkdagen >= 2;
        if (!atw || (werkdag && genoeg)) {
            uit.einde = dag;
            break;
        }
        // A working day passed over can only be for want of a second one.
        uit.reden = werkdag || uit.reden == Reden::twee_werkdagen ? Reden::twee_werkdagen : Reden::vrije_dag;
        uit.overgeslagen.push_back({dag, soort});
    }
    if (!atw) uit.reden = in_wet ? Reden::uitgezonderd : Reden::niet_in_wet;
    return uit;
}

Tijdstip bereken_uren(Tijdstip vanaf, Lengte lengte) {
    controleer(lengte);
    if (lengte.eenheid != Eenheid::uren) throw ongeldig("/lengte", "Deze termijn is niet in uren.");
    return vanaf + hours{lengte.aantal};
}

std::string_view code(Reden reden) {
    static constexpr std::array<std::string_view, 5> codes{"eindigt-op-werkdag", "vrije-dag", "twee-werkdagen", "niet-in-wet", "uitgezonderd"};
    return codes.at(static_cast<std::size_t>(reden));
}

std::string_view code(Eenheid eenheid) {
    static constexpr std::array<std::string_view, 6> codes{"uren", "dagen", "werkdagen", "weken", "maanden", "jaren"};
    return codes.at(static_cast<std::size_t>(eenheid));
}

}  // namespace damwand::termijn

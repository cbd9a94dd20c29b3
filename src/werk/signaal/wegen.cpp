// SPDX-License-Identifier: EUPL-1.2
#include "werk/signaal/handelingen.hpp"

namespace damwand::signaal {
namespace {

/// The three questions in order; the answer to one decides whether the next is asked (domein.md §1, fase 1).
std::string voer_uit(poort::Gang& gang, store::Gegevens g, const WegingNieuw& w, const WegingHerkomst* herkomst) {
    const bool eerste = g.status == "nieuw" && *w.stap == 1;
    if (!eerste && (g.status != "in_weging" || g.weging_stap != *w.stap)) {
        throw Fout(FoutSoort::botsing, "weging-niet-aan-de-beurt", "Deze weging is niet aan de beurt. Laad het signaal opnieuw.");
    }
    const auto profiel = store::profiel(gang);
    entiteit::eis_geen(wegingsfouten(profiel, w));

    if (eerste) {
        neem_rand(gang, g, {.van = std::nullopt, .naar = "in_weging", .reden = std::nullopt, .tot = std::nullopt, .naar_wie = std::nullopt});
    }
    store::voeg_weging_toe(gang, g, profiel, w, herkomst);
    const auto& uitkomst = uitkomst_van(profiel, *w.stap, *w.uitkomst);
    if (uitkomst.gevolg == "verder") {
        g.weging_stap = *w.stap + 1;
    } else if (uitkomst.gevolg == "casus_openen") {
        g.weging_stap = gewogen;
    } else {
        if (rand(g.status, uitkomst.gevolg, Deur::weging) == nullptr) throw std::logic_error("a profile leads where the state machine does not");
        neem_rand(gang, g, {.van = std::nullopt,
                            .naar = uitkomst.gevolg,
                            .reden = *w.motivering,
                            .tot = std::nullopt,
                            .naar_wie = w.naar_wie ? std::optional(**w.naar_wie) : std::nullopt});
    }
    store::werk_bij(gang, g);
    meld(gang, g);
    return uitkomst.naam_nl;
}

}  // namespace

void weeg(poort::Gang& gang, SignaalId id, const WegingNieuw& w) {
    auto g = store::vergrendel(gang, id);
    gang.eis_gezien(g.versie);
    voer_uit(gang, std::move(g), w, nullptr);
}

std::string weeg_in_overleg(poort::Gang& gang, SignaalId id, const WegingNieuw& w, const WegingHerkomst& herkomst) {
    return voer_uit(gang, store::vergrendel(gang, id), w, &herkomst);
}

}  // namespace damwand::signaal

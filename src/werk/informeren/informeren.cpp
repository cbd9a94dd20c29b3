// SPDX-License-Identifier: EUPL-1.2
#include "werk/informeren/informeren.hpp"

#include <algorithm>

#include "engine/termijn/termijn.hpp"

namespace damwand::informeren {

bool is_vol(const Weging41& w) {
    const auto delen = {&w.doeleinden, &w.categorieen, &w.reikwijdte, &w.waarborgen, &w.verantwoordelijke, &w.opslagperiode, &w.risicos, &w.kennisgeving};
    return std::ranges::all_of(delen, [](const auto* deel) { return !(**deel).empty(); });
}

const Grond* vind(std::span<const Grond> gronden, const std::string& code) noexcept {
    const auto plek = std::ranges::find(gronden, code, &Grond::code);
    return plek == gronden.end() ? nullptr : &*plek;
}

Datum informeren_voor(Datum verkregen_op) { return termijn::bereken(verkregen_op, termijn::vind("AVG-14(3)")->termijn({}, {})).einde; }

std::vector<VeldFout> fouten_in(const InformatiebesluitNieuw& b, std::span<const Grond> gronden, Datum vandaag) {
    std::vector<VeldFout> fouten;
    const auto fout = [&](std::string_view veld, std::string_view code, std::string_view uitleg) { fouten.push_back({std::string(veld), std::string(code), std::string(uitleg)}); };
    const bool gedaan = *b.besluit == "geinformeerd";
    const bool uitgesteld = *b.besluit == "uitgesteld";
    if (!gedaan && !uitgesteld && *b.besluit != "afgezien") fout("/besluit", "onbekende-code", "Kies iets uit de lijst.");
    if (gedaan) {
        if (!b.verzonden_op) fout("/verzondenOp", "ontbreekt", "Op welke dag is dit verteld?");
        else if (*b.verzonden_op > vandaag) fout("/verzondenOp", "in-toekomst", "Deze dag komt nog.");
        if (!b.wijze) fout("/wijze", "ontbreekt", "Hoe is dit verteld?");
        else if (**b.wijze != "brief" && **b.wijze != "gesprek" && **b.wijze != "anders") fout("/wijze", "onbekende-code", "Kies iets uit de lijst.");
        if (b.grond) fout("/grond", "past-niet", "Wie is ingelicht, heeft geen uitzondering nodig.");
        if (b.weging) fout("/weging", "past-niet", "Wie is ingelicht, heeft geen uitzondering nodig.");
    } else {
        if (b.verzonden_op) fout("/verzondenOp", "past-niet", "Er is nog niets verteld.");
        if (b.wijze) fout("/wijze", "past-niet", "Er is nog niets verteld.");
        if (!b.motivering) fout("/motivering", "ontbreekt", "Schrijf op waarom.");
        const auto* grond = b.grond ? vind(gronden, **b.grond) : nullptr;
        if (!b.grond) fout("/grond", "ontbreekt", "Kies de uitzondering.");
        else if (grond == nullptr) fout("/grond", "onbekende-code", "Kies iets uit de lijst.");
        else if (uitgesteld && !grond->weging) fout("/grond", "past-niet", "Uitstellen kan alleen op een grond van UAVG art. 41.");
        else if (grond->weging && !(b.weging && is_vol(*b.weging))) fout("/weging", "ontbreekt", "Vul de acht factoren van de weging in (UAVG art. 41 lid 2).");
    }
    if (!uitgesteld && b.tot) fout("/tot", "past-niet", "Alleen wat is uitgesteld komt terug.");
    if (uitgesteld && !b.tot) fout("/tot", "ontbreekt", "Kies wanneer u dit opnieuw bekijkt.");
    if (uitgesteld && b.tot && *b.tot <= vandaag) fout("/tot", "in-verleden", "Kies een dag na vandaag.");
    return fouten;
}

void zet_stand(Informatietaak& taak, Datum verkregen_op) {
    taak.staat = taak.besluiten.empty() ? "open" : taak.besluiten.front().besluit;
    taak.termijn.reset();
    if (taak.staat == "open") taak.termijn = informeren_voor(verkregen_op);
    else if (taak.staat == "uitgesteld") taak.termijn = taak.besluiten.front().tot;
}

}  // namespace damwand::informeren

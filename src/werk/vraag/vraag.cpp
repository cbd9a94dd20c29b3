// SPDX-License-Identifier: EUPL-1.2
#include "werk/vraag/vraag.hpp"

#include <algorithm>

namespace damwand::vraag {

std::vector<std::string> stappen(std::string_view staat, bool naar_inhoud) {
    std::vector<std::string> uit;
    const bool open = staat == "gesteld" || staat == "geaccepteerd";
    if (staat == "gesteld") uit.emplace_back("geaccepteerd");
    if (open) {
        uit.emplace_back("niets_bekend");
        if (!naar_inhoud) uit.emplace_back("bekend");
    }
    // First hit or no hit; what is known only when that was chosen.
    if ((open || staat == "bekend" || staat == "beantwoord") && naar_inhoud) uit.emplace_back("beantwoord");
    if (open || staat == "bekend") uit.emplace_back("geweigerd");
    if (staat == "niets_bekend" || staat == "bekend" || staat == "beantwoord") uit.emplace_back("herroepen");
    return uit;
}

std::vector<VeldFout> fouten_in(const AntwoordNieuw& a, std::string_view staat, bool naar_inhoud) {
    std::vector<VeldFout> fouten;
    const auto mogelijk = stappen(staat, naar_inhoud);
    if (std::ranges::find(mogelijk, *a.staat) == mogelijk.end()) fouten.push_back({"/staat", "onbekende-code", "Dit kan nu niet op deze vraag worden geantwoord."});
    const auto leeg = [](const auto& tekst) { return !tekst || (**tekst).find_first_not_of(" \t\r\n") == std::string::npos; };
    const bool antwoordt = *a.staat == "beantwoord";
    if (antwoordt && leeg(a.antwoord)) fouten.push_back({"/antwoord", "ontbreekt", "Schrijf op wat u weet."});
    if (!antwoordt && !leeg(a.antwoord)) fouten.push_back({"/antwoord", "hier-niet", "Alleen bij een antwoord hoort tekst."});
    if (!antwoordt && a.doorgifte) fouten.push_back({"/doorgifte", "hier-niet", "Dit hoort bij een antwoord."});
    if (a.doorgifte && **a.doorgifte != "vrij" && **a.doorgifte != "na_overleg" && **a.doorgifte != "niet") fouten.push_back({"/doorgifte", "onbekende-code", "Kies iets uit de lijst."});
    const bool vraagt_reden = *a.staat == "geweigerd" || *a.staat == "herroepen";
    if (vraagt_reden && leeg(a.reden)) fouten.push_back({"/reden", "ontbreekt", "Schrijf op waarom."});
    if (!vraagt_reden && !leeg(a.reden)) fouten.push_back({"/reden", "hier-niet", "Een reden hoort bij weigeren of herroepen."});
    return fouten;
}

}  // namespace damwand::vraag

// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "werk/signaal/signaal.hpp"

namespace damwand::signaal {

/// The stored part of a profile; code and version are columns.
struct ProfielInhoud {
    std::string naam_nl, naam_en;
    std::vector<ProfielStap> stappen;
};
BOOST_DESCRIBE_STRUCT(ProfielInhoud, (), (naam_nl, naam_en, stappen))

namespace {

template <class T>
void eis_eigen_codes(const std::vector<T>& delen, std::string_view waar, std::vector<std::string>& fouten) {
    std::set<std::string> gezien;
    for (const auto& deel : delen) {
        if (!json::detail::is_code(deel.code)) fouten.push_back(fmt::format("{}: \"{}\" is no code", waar, deel.code));
        if (!gezien.insert(deel.code).second) fouten.push_back(fmt::format("{}: {} stands there twice", waar, deel.code));
        if (deel.naam_nl.empty() || deel.naam_en.empty()) fouten.push_back(fmt::format("{}: {} has no name in both languages", waar, deel.code));
    }
}

/// Why this answer does not fit the question; empty when it does. An empty answer means: not answered.
std::string past_niet(const ProfielVraag& vraag, const std::string& antwoord) {
    if (antwoord.empty() || vraag.soort == "tekst") return {};
    if (vraag.soort == "ja_nee") {
        return antwoord == "ja" || antwoord == "nee" || antwoord == "onbekend" ? "" : "Het antwoord is ja, nee of onbekend.";
    }
    const bool keuze = std::any_of(vraag.keuzes.begin(), vraag.keuzes.end(), [&](const auto& k) { return k.code == antwoord; });
    return keuze ? "" : "Dit antwoord is geen van de keuzes.";
}

template <class T>
const T* met_code(const std::vector<T>& delen, const std::string& code) {
    const auto gevonden = std::find_if(delen.begin(), delen.end(), [&](const T& d) { return d.code == code; });
    return gevonden == delen.end() ? nullptr : &*gevonden;
}

}  // namespace

Wegingsprofiel profiel_van(std::string code, int versie, const json::bj::value& inhoud) {
    auto gelezen = json::lees<ProfielInhoud>(inhoud);
    Wegingsprofiel uit{.code = std::move(code), .versie = versie, .naam_nl = std::move(gelezen.naam_nl),
                       .naam_en = std::move(gelezen.naam_en), .stappen = std::move(gelezen.stappen)};
    if (const auto fouten = profielfouten(uit); !fouten.empty()) {
        throw std::logic_error(fmt::format("weighing profile {} {}: {}", uit.code, uit.versie, fouten.front()));
    }
    return uit;
}

std::vector<std::string> profielfouten(const Wegingsprofiel& profiel) {
    std::vector<std::string> fouten;
    if (profiel.stappen.size() != 3) fouten.emplace_back("a profile has three steps");
    eis_eigen_codes(profiel.stappen, "steps", fouten);
    int nummer = 0;
    for (const auto& stap : profiel.stappen) {
        ++nummer;
        if (stap.stap != nummer) fouten.push_back(fmt::format("step {} stands in place {}", stap.stap, nummer));
        eis_eigen_codes(stap.vragen, stap.code, fouten);
        eis_eigen_codes(stap.uitkomsten, stap.code, fouten);
        for (const auto& vraag : stap.vragen) {
            if (vraag.soort != "ja_nee" && vraag.soort != "tekst" && vraag.soort != "keuze") {
                fouten.push_back(fmt::format("{}: {} is of no known kind", stap.code, vraag.code));
            }
            if ((vraag.soort == "keuze") == vraag.keuzes.empty()) fouten.push_back(fmt::format("{}: choices of {}", stap.code, vraag.code));
            eis_eigen_codes(vraag.keuzes, vraag.code, fouten);
        }
        if (stap.uitkomsten.empty()) fouten.push_back(fmt::format("{} has no outcome", stap.code));
        for (const auto& uitkomst : stap.uitkomsten) {
            const bool goed = (uitkomst.gevolg == "verder" && nummer < 3) || (uitkomst.gevolg == "casus_openen" && nummer == 3) ||
                              rand("in_weging", uitkomst.gevolg, Deur::weging) != nullptr;
            if (!goed) fouten.push_back(fmt::format("{}: {} leads nowhere", stap.code, uitkomst.code));
        }
    }
    return fouten;
}

std::vector<VeldFout> wegingsfouten(const Wegingsprofiel& profiel, const WegingNieuw& weging) {
    std::vector<VeldFout> fouten;
    const auto& stap = profiel.stappen.at(static_cast<std::size_t>(*weging.stap) - 1);
    std::set<std::string> beantwoord;
    for (std::size_t i = 0; i < weging.antwoorden.size(); ++i) {
        const auto& antwoord = weging.antwoorden[i];
        const auto* vraag = met_code(stap.vragen, *antwoord.vraag);
        const auto plek = fmt::format("/antwoorden/{}", i);
        if (vraag == nullptr) {
            fouten.push_back({plek + "/vraag", "onbekende-vraag", "Deze vraag hoort niet bij deze weging."});
        } else if (!beantwoord.insert(vraag->code).second) {
            fouten.push_back({plek + "/vraag", "dubbel", "Deze vraag is al beantwoord."});
        } else if (auto waarom = past_niet(*vraag, *antwoord.antwoord); !waarom.empty()) {
            fouten.push_back({plek + "/antwoord", "geen-keuze", std::move(waarom)});
        }
    }
    const auto* uitkomst = met_code(stap.uitkomsten, *weging.uitkomst);
    if (uitkomst == nullptr) {
        fouten.push_back({"/uitkomst", "onbekende-uitkomst", "Deze uitkomst hoort niet bij deze weging."});
    } else if (uitkomst->naar_wie != weging.naar_wie.has_value()) {
        fouten.push_back(uitkomst->naar_wie ? VeldFout{"/naarWie", "ontbreekt", "Vul in naar wie het signaal gaat."}
                                            : VeldFout{"/naarWie", "hoort-hier-niet", "Bij deze uitkomst gaat het signaal naar niemand anders."});
    }
    return fouten;
}

const ProfielUitkomst& uitkomst_van(const Wegingsprofiel& profiel, int stap, const std::string& code) {
    const auto* gevonden = met_code(profiel.stappen.at(static_cast<std::size_t>(stap) - 1).uitkomsten, code);
    if (gevonden == nullptr) throw std::logic_error("the outcome was not checked");
    return *gevonden;
}

}  // namespace damwand::signaal

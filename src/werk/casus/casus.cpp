// SPDX-License-Identifier: EUPL-1.2
#include "werk/casus/casus.hpp"

#include <algorithm>

#include "base/tekst.hpp"

namespace damwand::casus {
namespace {

constexpr std::array<std::string_view, alle_fasen.size()> namen{"informatie", "plan",      "uitvoering", "bij_riec",
                                                                "monitoring", "afronding", "archief",    "vernietigd"};

constexpr std::string_view schrijven = "casus.schrijven";
constexpr std::string_view sluiten = "casus.sluiten";
constexpr std::string_view heropenen = "casus.heropenen";
constexpr std::string_view niemand;

/// domein.md §1 (States) and recht.md §1.1.1. The kernteam chooses; the software never does.
constexpr std::array tabel{
    Rand{Fase::informatie, Fase::plan, schrijven, "the picture is there: the kernteam makes a plan van aanpak"},
    Rand{Fase::plan, Fase::uitvoering, schrijven, "the kernteam agrees on the plan: interventions are carried out"},
    Rand{Fase::uitvoering, Fase::informatie, schrijven, "new information or a new violation: back to fase 2"},
    Rand{Fase::uitvoering, Fase::bij_riec, schrijven, "it proves complex: put before the RIEC"},
    Rand{Fase::uitvoering, Fase::monitoring, schrijven, "unsolved but exhausted: watched for an agreed period"},
    Rand{Fase::uitvoering, Fase::afronding, sluiten, "solved, or no possibilities left: the kernteam decides to close"},
    Rand{Fase::bij_riec, Fase::informatie, schrijven, "the RIEC hands it back: the municipality goes on"},
    Rand{Fase::bij_riec, Fase::afronding, sluiten, "the RIEC goes on with it, or stops: here it is closed"},
    Rand{Fase::monitoring, Fase::informatie, schrijven, "something happened in the period: back to fase 2"},
    Rand{Fase::monitoring, Fase::afronding, sluiten, "the period passed: close"},
    Rand{Fase::afronding, Fase::archief, sluiten, "administrative closing: end date fixed, retention starts"},
    Rand{Fase::archief, Fase::informatie, heropenen, "reopened within the term, with a reason"},
    Rand{Fase::archief, Fase::vernietigd, niemand, "the term passed: destroyed by two people, never through this room"},
};

}  // namespace

std::string_view code(Fase fase) noexcept { return namen.at(static_cast<std::size_t>(fase)); }

std::optional<Fase> lees_fase(std::string_view code) noexcept {
    const auto* gevonden = std::find(namen.begin(), namen.end(), code);
    if (gevonden == namen.end()) return std::nullopt;
    return alle_fasen.at(static_cast<std::size_t>(gevonden - namen.begin()));
}

std::span<const Rand> randen() noexcept { return tabel; }

const Rand* rand(Fase van, Fase naar) noexcept {
    const auto* gevonden =
        std::find_if(tabel.begin(), tabel.end(), [&](const Rand& r) { return r.van == van && r.naar == naar; });
    return gevonden == tabel.end() ? nullptr : gevonden;
}

std::vector<std::string> stappen(Fase van) {
    std::vector<std::string> uit;
    for (const auto& r : tabel) {
        if (r.van == van && !r.recht.empty()) uit.emplace_back(code(r.naar));
    }
    return uit;
}

bool wacht_op_antwoord(const Bron& bron) noexcept {
    return bron.status == "te_vragen" || bron.status == "gevraagd" || (bron.status == "bekend" && bron.inhoud);
}

bool kan_worden(std::string_view staat, std::string_view besluit) noexcept {
    if (besluit == "ingetrokken") return staat == "voorgelegd" || staat == "akkoord";
    return staat == "voorgelegd" && (besluit == "akkoord" || besluit == "niet_akkoord");
}

std::optional<CasusTermijn> eerste(const std::vector<CasusTermijn>& termijnen) {
    const auto gevonden = std::min_element(termijnen.begin(), termijnen.end(), [](const auto& a, const auto& b) {
        return std::tie(a.datum, a.soort, a.wat) < std::tie(b.datum, b.soort, b.wat);
    });
    if (gevonden == termijnen.end()) return std::nullopt;
    return *gevonden;
}

std::string kort(std::string_view tekst) {
    constexpr std::size_t meeste = 120;
    auto regel = trim(tekst.substr(0, tekst.find('\n')));
    std::size_t tekens = 0;
    for (std::size_t i = 0; i < regel.size(); ++i) {
        const bool begin_van_teken = (static_cast<unsigned char>(regel[i]) & 0xC0U) != 0x80U;
        if (begin_van_teken && tekens++ == meeste) {
            regel = regel.substr(0, i);
            break;
        }
    }
    return std::string(regel);
}

bool is_etiket(std::string_view soort) noexcept { return soort == "betekenisvol" || soort == "buikpijn"; }

}  // namespace damwand::casus

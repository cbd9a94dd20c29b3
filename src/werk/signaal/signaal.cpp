// SPDX-License-Identifier: EUPL-1.2
#include "werk/signaal/signaal.hpp"

#include <algorithm>
#include <array>

namespace damwand::signaal {
namespace {

constexpr std::array<std::string_view, 11> alle_statussen{
    "nieuw",    "in_weging", "niet_opgepakt", "doorgestuurd", "duplicaat", "uitgesteld", "monodisciplinair",
    "casus",    "bij_riec",  "afgehandeld",   "vernietigd"};

// domein.md §1, "States". Van, naar, door which door, reason, by way of in_weging.
constexpr std::array alle_randen{
    Rand{"nieuw", "in_weging", Deur::overgang, false},
    // Triage at the desk: what need not be weighed leaves at once, with a reason.
    Rand{"nieuw", "niet_opgepakt", Deur::overgang, true, true},
    Rand{"nieuw", "doorgestuurd", Deur::overgang, true, true},
    Rand{"nieuw", "duplicaat", Deur::overgang, true, true},
    Rand{"nieuw", "uitgesteld", Deur::overgang, true, true},
    Rand{"in_weging", "niet_opgepakt", Deur::overgang, true},
    Rand{"in_weging", "doorgestuurd", Deur::overgang, true},
    Rand{"in_weging", "duplicaat", Deur::overgang, true},
    Rand{"in_weging", "uitgesteld", Deur::overgang, true},
    // Outcomes of the weighings; the reason is the motivation.
    Rand{"in_weging", "niet_opgepakt", Deur::weging, true},
    Rand{"in_weging", "doorgestuurd", Deur::weging, true},
    Rand{"in_weging", "monodisciplinair", Deur::weging, true},
    Rand{"in_weging", "bij_riec", Deur::weging, true},
    Rand{"in_weging", "casus", Deur::casus, false},
    Rand{"uitgesteld", "in_weging", Deur::overgang, true},
    Rand{"niet_opgepakt", "in_weging", Deur::overgang, true},
    Rand{"monodisciplinair", "afgehandeld", Deur::overgang, true},
    Rand{"bij_riec", "casus", Deur::casus, false},
    Rand{"bij_riec", "afgehandeld", Deur::overgang, true},
    Rand{"niet_opgepakt", "vernietigd", Deur::archief, true},
    Rand{"doorgestuurd", "vernietigd", Deur::archief, true},
    Rand{"duplicaat", "vernietigd", Deur::archief, true},
    Rand{"afgehandeld", "vernietigd", Deur::archief, true},
};

}  // namespace

std::span<const Rand> randen() { return alle_randen; }
std::span<const std::string_view> statussen() { return alle_statussen; }

const Rand* rand(std::string_view van, std::string_view naar, Deur deur) {
    const auto* gevonden = std::find_if(alle_randen.begin(), alle_randen.end(), [&](const Rand& r) {
        return r.van == van && r.naar == naar && r.deur == deur;
    });
    return gevonden == alle_randen.end() ? nullptr : gevonden;
}

bool is_gesloten(std::string_view status) {
    constexpr std::array<std::string_view, 5> dicht{"niet_opgepakt", "doorgestuurd", "duplicaat", "afgehandeld", "vernietigd"};
    return std::find(dicht.begin(), dicht.end(), status) != dicht.end();
}

bool is_rijp_voor_casus(std::string_view status, int weging_stap) {
    return rand(status, "casus", Deur::casus) != nullptr && (status != "in_weging" || weging_stap == gewogen);
}

bool is_rijp_voor_casus(const SignaalStand& stand) { return is_rijp_voor_casus(stand.status, stand.weging_stap); }

std::vector<std::string> stappen(std::string_view status, int weging_stap) {
    std::vector<std::string> uit;
    for (const auto& r : alle_randen) {
        if (r.van != status) continue;
        if (r.deur == Deur::overgang || (r.deur == Deur::casus && is_rijp_voor_casus(status, weging_stap))) uit.emplace_back(r.naar);
    }
    return uit;
}

}  // namespace damwand::signaal

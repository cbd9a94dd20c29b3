// SPDX-License-Identifier: EUPL-1.2
#include "engine/zoek/vraag.hpp"

#include <algorithm>
#include <array>

#include "base/tekst.hpp"
#include "engine/zoek/woorden.hpp"

namespace damwand::zoek {
namespace {

constexpr std::size_t meeste_woorden = 12;  // typed
constexpr std::size_t meeste_op_te_zoeken = 16;
constexpr std::size_t langste_kern = 40;
constexpr std::size_t kortste_kern = 4;
constexpr float andere_lezing = 0.97F;  // of what was typed as it stands

bool heeft_cijfer(std::string_view tekst) {
    return std::any_of(tekst.begin(), tekst.end(), [](char c) { return c >= '0' && c <= '9'; });
}
bool is_telefoon(std::string_view cijfers) {
    constexpr std::size_t nationaal = 9;
    for (const std::string_view kop : {"0031", "31", "0"}) {
        if (cijfers.starts_with(kop) && cijfers.size() == kop.size() + nationaal) {
            return std::all_of(cijfers.begin(), cijfers.end(), [](char c) { return c >= '0' && c <= '9'; });
        }
    }
    return false;
}

/// "vandenberg" → "berg"; the same word when no particle was glued to it.
std::string_view zonder_voegsel(std::string_view woord) {
    static constexpr std::array<std::string_view, 11> voegsels{"vanden", "vander", "vande", "van", "vd", "den", "der", "de", "ten", "ter", "te"};
    constexpr std::size_t kortste_naam = 4;
    for (const auto voegsel : voegsels) {
        if (woord.starts_with(voegsel) && woord.size() >= voegsel.size() + kortste_naam) return woord.substr(voegsel.size());
    }
    return woord;
}

/// Particles glued to the word behind them: "van den berg" → "vandenberg".
std::vector<std::string> aaneen(const std::vector<std::string>& woorden) {
    std::vector<std::string> uit;
    std::string voor;
    for (const auto& woord : woorden) {
        voor += woord;
        if (is_zwak(woord)) continue;
        uit.push_back(std::move(voor));
        voor.clear();
    }
    return uit.empty() ? woorden : uit;
}

/// The words of something that was found, and the core of each text with a digit in it.
std::vector<std::string> woorden_van(std::span<const std::string> teksten) {
    std::vector<std::string> uit;
    for (const auto& tekst : teksten) {
        for (auto& woord : splits(vouw(tekst), ' ')) uit.push_back(std::move(woord));
        if (heeft_cijfer(tekst)) uit.push_back(kern(tekst));
    }
    return uit;
}

/// Also the other way round than typed: "jan" fits the initial "j".
float gelijkenis_met_voorletter(std::string_view getypt, std::string_view woord) {
    if (woord.size() == 1 && getypt.size() > 1 && getypt.front() == woord.front()) return 0.6F;
    return gelijkenis(getypt, woord);
}

float past_op(const std::vector<std::string>& getypt, const std::vector<std::string>& woorden) {
    std::vector<bool> gedekt(woorden.size());
    const bool zwakke = std::any_of(woorden.begin(), woorden.end(), [](const auto& w) { return is_zwak(w); });
    float som = 0, totaal = 0, raak = 0;
    for (const auto& typt : getypt) {
        float beste = is_zwak(typt) && zwakke ? 0.9F : 0.0F;
        for (std::size_t i = 0; i < woorden.size(); ++i) {
            const float score = gelijkenis_met_voorletter(typt, woorden[i]);
            if (score > 0) gedekt[i] = true;
            beste = std::max(beste, score);
        }
        if (!is_zwak(typt)) raak = std::max(raak, beste);
        som += gewicht(typt) * beste;
        totaal += gewicht(typt);
    }
    const bool alleen_zwak = std::all_of(getypt.begin(), getypt.end(), [](const auto& w) { return is_zwak(w); });
    if (totaal <= 0 || (raak <= 0 && !alleen_zwak)) return 0;  // nobody is found by "van" beside a name that fits nothing
    const auto deel = woorden.empty() ? 0.0F : static_cast<float>(std::count(gedekt.begin(), gedekt.end(), true)) / static_cast<float>(woorden.size());
    return som / totaal * (0.9F + 0.1F * deel);
}

}  // namespace

std::string kern(std::string_view tekst) {
    auto uit = vouw(tekst);
    std::erase(uit, ' ');
    constexpr std::size_t nationaal = 9;
    return is_telefoon(uit) ? uit.substr(uit.size() - nationaal) : uit;
}

Vraag::Vraag(std::string_view tekst) {
    auto woorden = splits(vouw(tekst), ' ');
    if (woorden.size() > meeste_woorden) woorden.resize(meeste_woorden);
    if (woorden.empty()) return;
    const auto nog = [&](std::vector<std::string> lezing) {
        if (std::find(m_lezingen.begin(), m_lezingen.end(), lezing) == m_lezingen.end()) m_lezingen.push_back(std::move(lezing));
    };
    nog(woorden);
    if (auto samen = kern(tekst); heeft_cijfer(samen) && samen.size() >= kortste_kern && samen.size() <= langste_kern) nog({std::move(samen)});
    nog(aaneen(woorden));
    for (auto& woord : woorden) woord = zonder_voegsel(woord);
    nog(std::move(woorden));
}

std::vector<std::string> Vraag::woorden() const {
    std::vector<std::string> uit;
    for (const bool zwakke : {false, true}) {
        for (const auto& lezing : m_lezingen) {
            for (const auto& woord : lezing) {
                if (is_zwak(woord) == zwakke && uit.size() < meeste_op_te_zoeken && std::find(uit.begin(), uit.end(), woord) == uit.end()) uit.push_back(woord);
            }
        }
        if (!uit.empty()) break;
    }
    return uit;
}

float Vraag::past(std::span<const std::string> teksten) const {
    const auto woorden = woorden_van(teksten);
    float uit = 0;
    for (const auto& lezing : m_lezingen) uit = std::max(uit, past_op(lezing, woorden) * (&lezing == m_lezingen.data() ? 1.0F : andere_lezing));
    return uit;
}

}  // namespace damwand::zoek

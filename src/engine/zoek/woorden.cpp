// SPDX-License-Identifier: EUPL-1.2
#include "engine/zoek/woorden.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace damwand::zoek {
namespace {

constexpr std::size_t meeste_woorden = 12;     // of one name; longer ones keep their first twelve
constexpr std::size_t langste_vergelijk = 40;  // letters of a word that are compared

/// What comes before a name, written short and long. Both sides are brought to the long form.
constexpr std::array<std::pair<std::string_view, std::string_view>, 30> lange_vorm{{
    {"st", "sint"},          {"dr", "doctor"},       {"prof", "professor"}, {"burg", "burgemeester"},
    {"bgm", "burgemeester"}, {"ds", "dominee"},      {"mr", "meester"},     {"mgr", "monseigneur"},
    {"gen", "generaal"},     {"jhr", "jonkheer"},    {"jkvr", "jonkvrouw"}, {"past", "pastoor"},
    {"pr", "prins"},         {"gebr", "gebroeders"}, {"kard", "kardinaal"}, {"adm", "admiraal"},
    {"kapt", "kapitein"},    {"wethr", "wethouder"}, {"1e", "eerste"},      {"1ste", "eerste"},
    {"2e", "tweede"},        {"2de", "tweede"},      {"3e", "derde"},       {"3de", "derde"},
    {"4e", "vierde"},        {"4de", "vierde"},      {"ing", "ingenieur"},  {"ir", "ingenieur"},
    {"gr", "graaf"},         {"nwe", "nieuwe"},
}};
/// How street names end, written short. Also a word of its own: "kerk str".
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> uitgangen{{
    {"str", "straat"}, {"strt", "straat"}, {"st", "straat"},       {"ln", "laan"},          {"pln", "plein"},
    {"wg", "weg"},     {"kd", "kade"},     {"gr", "gracht"},       {"grt", "gracht"},       {"sngl", "singel"},
    {"dk", "dijk"},    {"prk", "park"},    {"plnts", "plantsoen"}, {"plants", "plantsoen"}, {"stg", "steeg"},
    {"brg", "brug"},   {"hf", "hof"},      {"pd", "pad"},          {"vrt", "vaart"},        {"drf", "dreef"},
}};
constexpr std::array<std::string_view, 24> zwakke{"van", "v",  "vd",  "vdr", "de", "den", "der",  "d",
                                                  "het", "t",  "ten", "ter", "te", "s",   "en",   "op",
                                                  "aan", "in", "bij", "la",  "le", "von", "over", "vh"};

std::string_view lang(std::string_view woord) {
    for (const auto& [kort, vol] : lange_vorm) {
        if (kort == woord) return vol;
    }
    return woord;
}

bool heeft_cijfer(std::string_view woord) {
    return std::any_of(woord.begin(), woord.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct Afstand {
    int heel = 99;  ///< to the whole word
    int half = 99;  ///< to the nearest beginning of it
};

Afstand afstand(std::string_view a, std::string_view b, int hoogstens) noexcept {
    a = a.substr(0, langste_vergelijk);
    const std::size_t breed = std::min(b.size(), a.size() + static_cast<std::size_t>(hoogstens));
    std::array<std::array<int, langste_vergelijk + 4>, 3> rij{};
    for (std::size_t j = 0; j <= breed; ++j) rij[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& nu = rij[i % 3];
        const auto& vorig = rij[(i - 1) % 3];
        const auto& daarvoor = rij[(i + 1) % 3];
        nu[0] = static_cast<int>(i);
        int laagste = nu[0];
        for (std::size_t j = 1; j <= breed; ++j) {
            nu[j] = std::min({vorig[j] + 1, nu[j - 1] + 1, vorig[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                nu[j] = std::min(nu[j], daarvoor[j - 2] + 1);
            laagste = std::min(laagste, nu[j]);
        }
        if (laagste > hoogstens) return {};
    }
    const auto& laatste = rij[a.size() % 3];
    Afstand uit;
    if (breed == b.size()) uit.heel = laatste[breed];
    uit.half = *std::min_element(laatste.begin() + 1, laatste.begin() + static_cast<std::ptrdiff_t>(breed) + 1);
    return uit;
}

}  // namespace

std::uint64_t letters_van(std::string_view woord) noexcept {
    std::uint64_t uit = 0;
    for (const char c : woord) {
        if (c >= 'a' && c <= 'z')
            uit |= 1ULL << static_cast<unsigned>(c - 'a');
        else if (c >= '0' && c <= '9')
            uit |= 1ULL << static_cast<unsigned>(26 + c - '0');
        else
            uit |= 1ULL << 40U;
    }
    return uit;
}

int toegestaan(std::string_view getypt) noexcept {
    if (getypt.size() < 4 || heeft_cijfer(getypt)) return 0;
    return getypt.size() < 8 ? 1 : 2;
}

float gewicht(std::string_view woord) noexcept {
    if (is_zwak(woord)) return 0.2F;
    return woord.size() == 1 ? 0.35F : 1.0F;
}

bool is_zwak(std::string_view woord) noexcept { return std::find(zwakke.begin(), zwakke.end(), woord) != zwakke.end(); }

float gelijkenis(std::string_view getypt, std::string_view woord) noexcept {
    if (getypt.empty() || woord.empty()) return 0;
    if (getypt == woord) return 1;
    if (woord.starts_with(getypt)) {
        if (getypt.size() == 1) return 0.6F;
        return 0.84F + 0.1F * static_cast<float>(getypt.size()) / static_cast<float>(woord.size());
    }
    const int hoogstens = toegestaan(getypt);
    if (hoogstens == 0) return 0;
    const auto d = afstand(getypt, woord, hoogstens);
    if (d.heel == 1) return 0.82F;
    if (d.heel == 2 && hoogstens == 2) return 0.68F;
    if (d.half == 1 && getypt.size() >= 5) return 0.6F;
    return d.half == 2 && getypt.size() >= 10 ? 0.5F : 0;
}

std::vector<std::string> naamwoorden(std::string_view gevouwen) {
    std::vector<std::string> uit;
    for (std::size_t begin = 0; begin < gevouwen.size() && uit.size() < meeste_woorden;) {
        auto einde = gevouwen.find(' ', begin);
        if (einde == std::string_view::npos) einde = gevouwen.size();
        if (einde > begin) uit.emplace_back(lang(gevouwen.substr(begin, einde - begin)));
        begin = einde + 1;
    }
    return uit;
}

std::vector<std::string> varianten(const std::string& woord) {
    std::vector<std::string> uit{woord};
    if (const auto vol = lang(woord); vol != woord) uit.emplace_back(vol);
    if (woord == "pr") uit.emplace_back("prinses");
    if (woord == "kon") uit.emplace_back("koningin");
    for (const auto& [kort, vol] : uitgangen) {
        const bool los = woord == kort;
        if (!los && (woord.size() < kort.size() + 3 || !std::string_view(woord).ends_with(kort))) continue;
        uit.push_back(woord.substr(0, woord.size() - kort.size()) + std::string(vol));
    }
    return uit;
}

}  // namespace damwand::zoek

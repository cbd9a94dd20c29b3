// SPDX-License-Identifier: EUPL-1.2
#include "engine/zoek/woorden.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace damwand::zoek {
namespace {

constexpr std::size_t meeste_woorden = 12;     // of one name; longer ones keep their first twelve

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

}  // namespace

int toegestaan(std::string_view getypt) noexcept {
    if (getypt.size() < 4 || heeft_cijfer(getypt)) return 0;
    return getypt.size() < 8 ? 1 : 2;
}

float gewicht(std::string_view woord) noexcept {
    if (is_zwak(woord)) return 0.2F;
    return woord.size() == 1 ? 0.35F : 1.0F;
}

std::vector<std::string> aaneen(std::vector<std::string> woorden, std::size_t i) {
    woorden[i] += varianten(woorden[i + 1]).back();
    woorden.erase(woorden.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    return woorden;
}

bool is_zwak(std::string_view woord) noexcept { return std::find(zwakke.begin(), zwakke.end(), woord) != zwakke.end(); }

Getypt::Getypt(std::string_view woord) : Getypt(woord, toegestaan(woord)) {}
Getypt::Getypt(std::string_view woord, int hoogstens) : m_woord(woord), m_hoogstens(hoogstens) {
    for (std::size_t i = 0; i < std::min(woord.size(), langste_vergelijk); ++i) m_plek[static_cast<unsigned char>(woord[i])] |= 1ULL << i;
}

float Getypt::past(std::string_view woord) const noexcept {
    const auto getypt = m_woord;
    if (getypt.empty() || woord.empty()) return 0;
    if (getypt == woord) return 1;
    if (woord.starts_with(getypt)) {
        if (getypt.size() == 1) return 0.6F;
        return 0.84F + 0.1F * static_cast<float>(getypt.size()) / static_cast<float>(woord.size());
    }
    if (m_hoogstens == 0) return 0;
    const auto d = afstand(woord);
    if (d.heel == 1) return 0.82F;
    if (d.heel == 2 && m_hoogstens == 2) return 0.68F;
    if (d.half == 1 && getypt.size() >= 5) return 0.6F;
    return d.half == 2 && getypt.size() >= 10 ? 0.5F : 0;
}

Getypt::Afstand Getypt::afstand(std::string_view woord) const noexcept {
    const auto lang = std::min(m_woord.size(), langste_vergelijk);
    const std::size_t breed = std::min(woord.size(), lang + static_cast<std::size_t>(m_hoogstens));
    const std::uint64_t laatste = 1ULL << (lang - 1);
    std::uint64_t vp = ~0ULL, vn = 0, d0 = 0, vorige = 0;
    Afstand uit;
    int stand = static_cast<int>(lang);
    for (std::size_t j = 0; j < breed; ++j) {
        const auto pm = m_plek[static_cast<unsigned char>(woord[j])];
        const auto verwisseld = ((~d0 & pm) << 1) & vorige;
        d0 = (((pm & vp) + vp) ^ vp) | pm | vn | verwisseld;
        auto hp = vn | ~(d0 | vp);
        auto hn = d0 & vp;
        stand += (hp & laatste) != 0 ? 1 : 0;
        stand -= (hn & laatste) != 0 ? 1 : 0;
        hp = (hp << 1) | 1;
        hn <<= 1;
        vp = hn | ~(d0 | hp);
        vn = hp & d0;
        vorige = pm;
        uit.half = std::min(uit.half, stand);
    }
    if (breed == woord.size()) uit.heel = stand;
    return uit;
}

Letterafstand::Letterafstand(std::string_view getypt) : m_lang(std::min<std::size_t>(getypt.size(), 64)) {
    for (std::size_t i = 0; i < m_lang; ++i) m_plek[static_cast<unsigned char>(getypt[i])] |= 1ULL << i;
}

// Myers 1999, A fast bit-vector algorithm for approximate string matching, in Hyyrö's form for the distance between two texts.
std::size_t Letterafstand::tot(std::string_view tekst) const noexcept {
    if (m_lang == 0) return tekst.size();
    const std::uint64_t laatste = 1ULL << (m_lang - 1);
    std::uint64_t vp = ~0ULL, vn = 0;
    auto stand = m_lang;
    for (const char letter : tekst) {
        const auto pm = m_plek[static_cast<unsigned char>(letter)];
        const auto d0 = (((pm & vp) + vp) ^ vp) | pm | vn;
        auto hp = vn | ~(d0 | vp);
        auto hn = d0 & vp;
        if ((hp & laatste) != 0) ++stand;
        if ((hn & laatste) != 0) --stand;
        hp = (hp << 1) | 1;
        hn <<= 1;
        vp = hn | ~(d0 | hp);
        vn = hp & d0;
    }
    return stand;
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

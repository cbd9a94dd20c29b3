// SPDX-License-Identifier: EUPL-1.2
#include "engine/zoek/woordenlijst.hpp"

#include <algorithm>
#include <array>

namespace damwand::zoek {
namespace {

constexpr std::size_t kleine_knoop = 8;   // words; fewer are not divided
constexpr std::size_t diepste_knoop = 24; // letters
constexpr int meeste_fouten = 2;
constexpr std::size_t breedte = 2 * meeste_fouten + 1;

/// One row of the edit distance (optimal string alignment), only as far from the diagonal as there are errors forgiven: place o is
/// the distance of so many letters of a word to (so many + o - fouten) letters of what was typed. One more than forgiven is too far.
using Rij = std::array<std::uint8_t, breedte>;

}  // namespace

void Woordenlijst::Bouw::voeg_toe(std::string_view woord, Vindplaats plek) {
    auto& plekken = m_plekken[std::string(woord)];
    if (plekken.empty() || plekken.back() != plek) plekken.push_back(plek);
}

Woordenlijst::Woordenlijst(Bouw bouw) {
    std::vector<decltype(bouw.m_plekken)::const_pointer> orde;
    orde.reserve(bouw.m_plekken.size());
    for (const auto& paar : bouw.m_plekken) {
        if (!paar.first.empty()) orde.push_back(&paar);
    }
    std::ranges::sort(orde, {}, [](const auto* paar) -> std::string_view { return paar->first; });
    for (const auto* paar : orde) {
        m_letters += paar->first;
        m_letters_tot.push_back(static_cast<std::uint32_t>(m_letters.size()));
        m_plekken.insert(m_plekken.end(), paar->second.begin(), paar->second.end());
        m_plekken_tot.push_back(static_cast<std::uint32_t>(m_plekken.size()));
    }
    m_knopen.push_back({.eerste = 0, .einde = static_cast<std::uint32_t>(aantal()), .kinderen = 0, .kinderen_tot = 0});
    maak_kinderen(0, 0);
}

std::string_view Woordenlijst::woord(std::uint32_t nummer) const {
    const std::size_t van = nummer == 0 ? 0 : m_letters_tot[nummer - 1];
    return std::string_view(m_letters).substr(van, m_letters_tot[nummer] - van);
}

std::optional<std::uint32_t> Woordenlijst::nummer(std::string_view woord) const {
    std::uint32_t van = 0, tot = static_cast<std::uint32_t>(aantal());
    while (van < tot) {
        const auto midden = van + (tot - van) / 2;
        if (this->woord(midden) < woord) van = midden + 1;
        else tot = midden;
    }
    if (van == aantal() || this->woord(van) != woord) return std::nullopt;
    return van;
}

std::span<const Vindplaats> Woordenlijst::plekken(std::uint32_t nummer) const {
    const std::size_t van = nummer == 0 ? 0 : m_plekken_tot[nummer - 1];
    return std::span(m_plekken).subspan(van, m_plekken_tot[nummer] - van);
}

void Woordenlijst::maak_kinderen(std::uint32_t knoop, std::size_t diepte) {
    const auto [eerste, einde, geen, geen_tot] = m_knopen[knoop];
    if (einde - eerste < kleine_knoop || diepte >= diepste_knoop) return;
    const auto kinderen = static_cast<std::uint32_t>(m_knopen.size());
    for (auto van = eerste; van < einde;) {  // a word that ends here comes first, and is a child of its own
        const auto begin = woord(van).substr(0, diepte + 1);
        auto tot = van + 1;
        while (tot < einde && woord(tot).substr(0, diepte + 1) == begin) ++tot;
        m_knopen.push_back({.eerste = van, .einde = tot, .kinderen = 0, .kinderen_tot = 0});
        van = tot;
    }
    const auto kinderen_tot = static_cast<std::uint32_t>(m_knopen.size());
    m_knopen[knoop].kinderen = kinderen;
    m_knopen[knoop].kinderen_tot = kinderen_tot;
    for (auto kind = kinderen; kind < kinderen_tot; ++kind) {
        if (woord(m_knopen[kind].eerste).size() > diepte) maak_kinderen(kind, diepte + 1);
    }
}

/// One search: down the trie, with the last two rows.
struct Woordenlijst::Tocht {
    const Woordenlijst& lijst;
    std::string_view getypt;
    const Getypt& past;
    const int fouten;
    std::vector<Treffer>& uit;

    /// The row after letter `c`, the `diepte`th (from 1) of a word, in which `c_eerder` came before it. Gives its lowest.
    int verder(const Rij& twee_terug, const Rij& vorige, char c_eerder, char c, int diepte, Rij& rij) const {
        const int te_ver = fouten + 1, lang = static_cast<int>(getypt.size());
        int laagste = te_ver;
        for (int o = 0; o <= 2 * fouten; ++o) {
            const int j = diepte - fouten + o;
            int d = te_ver;
            if (j == 0) {
                d = std::min(diepte, te_ver);
            } else if (j > 0 && j <= lang) {
                const char t = getypt[static_cast<std::size_t>(j - 1)];
                const auto plek = static_cast<std::size_t>(o);
                d = std::min(d, vorige[plek] + (t == c ? 0 : 1));
                if (o < 2 * fouten) d = std::min(d, vorige[plek + 1] + 1);
                if (o > 0) d = std::min(d, rij[plek - 1] + 1);
                if (diepte > 1 && j > 1 && t == c_eerder && getypt[static_cast<std::size_t>(j - 2)] == c) d = std::min(d, twee_terug[plek] + 1);
            }
            rij[static_cast<std::size_t>(o)] = static_cast<std::uint8_t>(d);
            laagste = std::min(laagste, d);
        }
        return laagste;
    }
    /// Whether what was typed is near enough to so many letters of the word.
    [[nodiscard]] bool raak(const Rij& rij, int diepte) const {
        const int o = static_cast<int>(getypt.size()) - diepte + fouten;
        return o >= 0 && o <= 2 * fouten && rij[static_cast<std::size_t>(o)] <= fouten;
    }

    void weeg(std::uint32_t nummer) {
        if (const float score = past.past(lijst.woord(nummer)); score > 0) uit.push_back({nummer, score});
    }
    /// Along the rest of one word.
    void langs(std::uint32_t nummer, Rij twee_terug, Rij vorige, std::size_t diepte) {
        const auto woord = lijst.woord(nummer);
        for (Rij rij{}; diepte < woord.size(); ++diepte) {
            if (verder(twee_terug, vorige, diepte > 0 ? woord[diepte - 1] : '\0', woord[diepte], static_cast<int>(diepte) + 1, rij) > fouten) return;
            if (raak(rij, static_cast<int>(diepte) + 1)) return weeg(nummer);
            twee_terug = vorige;
            vorige = rij;
        }
    }
    /// All words of a node, `diepte` letters down.
    void af(const Knoop& knoop, const Rij& twee_terug, const Rij& vorige, std::size_t diepte) {
        if (knoop.kinderen == knoop.kinderen_tot) {
            for (auto i = knoop.eerste; i < knoop.einde; ++i) langs(i, twee_terug, vorige, diepte);
            return;
        }
        for (auto k = knoop.kinderen; k < knoop.kinderen_tot; ++k) {
            const auto& kind = lijst.m_knopen[k];
            const auto woord = lijst.woord(kind.eerste);
            if (woord.size() == diepte) continue;  // it ended here, and was not near enough
            Rij rij{};
            if (verder(twee_terug, vorige, diepte > 0 ? woord[diepte - 1] : '\0', woord[diepte], static_cast<int>(diepte) + 1, rij) > fouten) continue;
            if (raak(rij, static_cast<int>(diepte) + 1)) {  // so is everything that begins so
                for (auto i = kind.eerste; i < kind.einde; ++i) weeg(i);
            } else {
                af(kind, vorige, rij, diepte + 1);
            }
        }
    }
};

std::vector<Woordenlijst::Treffer> Woordenlijst::vind(const Getypt& past, std::string_view getypt) const {
    std::vector<Treffer> uit;
    if (getypt.empty() || m_knopen.empty()) return uit;
    Tocht tocht{.lijst = *this, .getypt = getypt.substr(0, langste_vergelijk), .past = past, .fouten = past.hoogstens(), .uit = uit};
    Rij begin{}, nergens{};
    for (int o = 0; o <= 2 * tocht.fouten; ++o) {
        const int j = o - tocht.fouten;
        begin[static_cast<std::size_t>(o)] = static_cast<std::uint8_t>(j < 0 || j > static_cast<int>(tocht.getypt.size()) ? tocht.fouten + 1 : j);
        nergens[static_cast<std::size_t>(o)] = static_cast<std::uint8_t>(tocht.fouten + 1);
    }
    tocht.af(m_knopen.front(), nergens, begin, 0);
    return uit;
}

}  // namespace damwand::zoek

// SPDX-License-Identifier: EUPL-1.2
#include "engine/zoek/straatwijzer.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <unordered_map>
#include <utility>

namespace damwand::zoek {
namespace {

constexpr float minst = 0.45F;  // a street below this is no answer

}  // namespace

Straatwijzer::Straatwijzer(const std::vector<Straatnaam>& namen) {
    std::unordered_map<std::string, std::uint32_t> plaatsen;
    Woordenlijst::Bouw straatwoorden, plaatswoorden;
    for (const auto& naam : namen) {
        const auto nummer = static_cast<std::uint32_t>(m_straten.size());
        const auto [plaats, nieuw] =
            plaatsen.try_emplace(naam.woonplaats_gevouwen, static_cast<std::uint32_t>(plaatsen.size()));
        if (nieuw) {
            const auto woorden = naamwoorden(naam.woonplaats_gevouwen);
            std::string aaneen;
            for (const auto& woord : woorden) {
                plaatswoorden.voeg_toe(woord, {.document = plaats->second, .dekt = 0});
                aaneen += woord;
            }
            if (woorden.size() > 1) plaatswoorden.voeg_toe(aaneen, {.document = plaats->second, .dekt = 0});
        }
        Straat straat{.id = naam.id, .plaats = plaats->second, .sterk = 0, .zwak = 0};
        const auto woorden = naamwoorden(naam.gevouwen);
        for (std::size_t i = 0; i < woorden.size(); ++i) {
            const auto bit = static_cast<std::uint16_t>(1U << i);
            if (is_zwak(woorden[i]))
                straat.zwak = static_cast<std::uint16_t>(straat.zwak | bit);
            else
                straat.sterk = static_cast<std::uint16_t>(straat.sterk | bit);
            straatwoorden.voeg_toe(woorden[i], {.document = nummer, .dekt = bit});
        }
        // Written as one word from any of its words on: "vangoghstraat", "hjhoflandlaan".
        std::string aaneen;
        std::uint16_t dekt = 0;
        for (std::size_t i = woorden.size(); i-- > 0;) {
            aaneen.insert(0, woorden[i]);
            dekt = static_cast<std::uint16_t>(dekt | (1U << i));
            if (i + 1 < woorden.size()) straatwoorden.voeg_toe(aaneen, {.document = nummer, .dekt = dekt});
        }
        // As it stands, abbreviations and all: "drschaepmanstraat".
        std::string kaal = naam.gevouwen;
        std::erase(kaal, ' ');
        if (woorden.size() > 1) straatwoorden.voeg_toe(kaal, {.document = nummer, .dekt = dekt});
        m_straten.push_back(straat);
    }
    m_plaatsen = plaatsen.size();
    m_straatwoorden = Woordenlijst(std::move(straatwoorden));
    m_plaatswoorden = Woordenlijst(std::move(plaatswoorden));
}

/// What one search remembers: per typed word which streets and places it fits. Sorted lists, since a common word fits tens of thousands.
struct Straatwijzer::Zoektocht {
    struct Treffer {
        std::uint32_t straat = 0;
        float score = 0;
        std::uint16_t dekt = 0;
    };
    const Straatwijzer& wijzer;
    struct Woordtreffers {
        std::vector<Treffer> straten;  // by street, each once
        std::vector<float> plaatsen;   // by place; empty: none
        [[nodiscard]] const Treffer* van(std::uint32_t straat) const {
            const auto plek = std::ranges::lower_bound(straten, straat, {}, &Treffer::straat);
            return plek != straten.end() && plek->straat == straat ? &*plek : nullptr;
        }
    };
    std::map<std::string, Woordtreffers> woorden;

    const Woordtreffers& van(const std::string& woord) {
        const auto [plek, nieuw] = woorden.try_emplace(woord);
        auto& uit = plek->second;
        if (!nieuw) return uit;
        uit.plaatsen.assign(wijzer.m_plaatsen, 0.0F);
        float korting = 1;
        for (const auto& variant : varianten(woord)) {
            for (const auto& [woord_nummer, score] : wijzer.m_straatwoorden.vind(variant)) {
                for (const auto& plaats : wijzer.m_straatwoorden.plekken(woord_nummer)) uit.straten.push_back({plaats.document, score * korting, plaats.dekt});
            }
            for (const auto& [woord_nummer, score] : wijzer.m_plaatswoorden.vind(variant)) {
                for (const auto& plaats : wijzer.m_plaatswoorden.plekken(woord_nummer)) uit.plaatsen[plaats.document] = std::max(uit.plaatsen[plaats.document], score * korting);
            }
            korting = 0.97F;
        }
        // Of each street the best fit; the same fit of more of the name is the better one.
        std::ranges::sort(uit.straten, [](const Treffer& a, const Treffer& b) {
            if (a.straat != b.straat) return a.straat < b.straat;
            return a.score != b.score ? a.score > b.score : std::popcount(a.dekt) > std::popcount(b.dekt);
        });
        const auto dubbel = std::ranges::unique(uit.straten, {}, &Treffer::straat);
        uit.straten.erase(dubbel.begin(), dubbel.end());
        return uit;
    }

    void reken(const std::vector<std::string>& getypt, std::unordered_map<std::uint32_t, float>& beste) {
        std::vector<const Woordtreffers*> treffers;
        float totaal = 0;
        // What follows a weak word tells more, and half the streets of the country begin with one: only the last may be a name half typed.
        static const Woordtreffers geen;
        for (const auto& woord : getypt) {
            treffers.push_back(is_zwak(woord) && &woord != &getypt.back() ? &geen : &van(woord));
            totaal += gewicht(woord);
        }
        for (std::size_t bron = 0; bron < treffers.size(); ++bron) {
            if (is_zwak(getypt[bron]) && getypt.size() > 1) continue;  // a street is not found by "van" alone
            for (const auto& eerste : treffers[bron]->straten) {
                const auto nummer = eerste.straat;
                const auto& straat = wijzer.m_straten[nummer];
                float som = 0;
                std::uint16_t gedekt = 0;
                for (std::size_t i = 0; i < getypt.size(); ++i) {
                    float score = treffers[i]->plaatsen.empty() ? 0.0F : treffers[i]->plaatsen[straat.plaats];
                    if (const auto* hier = i == bron ? &eerste : treffers[i]->van(nummer); hier != nullptr && hier->score >= score) {
                        score = hier->score;
                        gedekt = static_cast<std::uint16_t>(gedekt | hier->dekt);
                    }
                    if (is_zwak(getypt[i]) && straat.zwak != 0) score = std::max(score, 0.9F);
                    som += gewicht(getypt[i]) * score;
                }
                if ((gedekt & (straat.sterk != 0 ? straat.sterk : straat.zwak)) == 0) continue;
                const auto sterk = static_cast<float>(std::max(1, std::popcount(straat.sterk)));
                const float dekking =
                    static_cast<float>(std::popcount(static_cast<std::uint16_t>(gedekt & straat.sterk))) / sterk;
                const float score = som / totaal * (0.85F + 0.15F * std::min(1.0F, dekking));
                if (score < minst) continue;
                auto& oud = beste[nummer];
                oud = std::max(oud, score);
            }
        }
    }
};

std::vector<Straattreffer> Straatwijzer::zoek(const std::vector<std::string>& woorden, std::size_t aantal) const {
    std::vector<Straattreffer> uit;
    if (woorden.empty()) return uit;
    Zoektocht tocht{.wijzer = *this, .woorden = {}};
    std::unordered_map<std::uint32_t, float> beste;
    tocht.reken(woorden, beste);
    // Torn apart: "kerk straat", "prins bernhard laan".
    for (std::size_t i = 0; i + 1 < woorden.size(); ++i) {
        tocht.reken(aaneen(woorden, i), beste);
    }
    for (const auto& [nummer, score] : beste) {
        uit.push_back({m_straten[nummer].id, std::min(score, 1.0F)});
    }
    std::sort(uit.begin(), uit.end(),
              [](const auto& a, const auto& b) { return a.score != b.score ? a.score > b.score : a.id < b.id; });
    if (uit.size() > aantal) uit.resize(aantal);
    return uit;
}

}  // namespace damwand::zoek

// SPDX-License-Identifier: EUPL-1.2
#include "engine/zoek/naamwijzer.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <numeric>
#include <unordered_map>

namespace damwand::zoek {
namespace {

constexpr float minst = 0.45F;        // a name below this is no answer
constexpr std::size_t meeste_woorden = 16;  // of a name; what follows is not looked at
constexpr float zwak_genoeg = 0.9F;   // a weak word typed, where the name has another
constexpr std::size_t in_de_weging = 200;  // names that fit best by their words; of these what is nearest by letters comes first
constexpr std::size_t kortste_ruim = 5;  // letters of a word that is forgiven two errors when nothing near was found with one
constexpr std::size_t ver_weg = 2;       // letters: what is further is not what was typed with two errors
constexpr float zwak_over = 0.01F;       // for each weak word of a name that was not typed: of names that say the same, those that say no more
constexpr float haast_gelijk = 1e-5F;  // sums of the same in another order
constexpr float heel = 0.85F;         // what the words typed say; the rest is how much of the name they cover

float met_dekking(float deel, int gedekt, int sterk) { return deel * (heel + (1 - heel) * std::min(1.0F, static_cast<float>(gedekt) / static_cast<float>(std::max(1, sterk)))); }

constexpr std::array<std::string_view, 7> rechtsvormen{"bv", "nv", "vof", "cv", "ua", "ba", "wa"};
template <class Woorden>
std::string aan_een(const Woorden& woorden) {
    std::string uit;
    for (const auto& woord : woorden) {
        if (!uit.empty()) uit += ' ';
        uit += woord;
    }
    return uit;
}

bool is_rechtsvorm(std::string_view woord) noexcept { return std::ranges::find(rechtsvormen, woord) != rechtsvormen.end(); }

}  // namespace

std::vector<std::string> vorm_samen(std::vector<std::string> woorden) {
    for (std::size_t i = 0; i + 1 < woorden.size(); ++i) {
        std::string letters;
        for (auto j = i; j < woorden.size() && woorden[j].size() == 1 && letters.size() < 3; ++j) {
            letters += woorden[j];
            if (!is_rechtsvorm(letters)) continue;
            woorden[i] = letters;
            woorden.erase(woorden.begin() + static_cast<std::ptrdiff_t>(i) + 1, woorden.begin() + static_cast<std::ptrdiff_t>(j) + 1);
            break;
        }
    }
    return woorden;
}

bool is_bijzaak(std::string_view woord) noexcept { return is_zwak(woord) || is_rechtsvorm(woord); }

float naamgewicht(std::string_view woord) noexcept { return is_rechtsvorm(woord) ? gewicht("van") : gewicht(woord); }

Naamwijzer::Naamwijzer(const std::vector<Naam>& namen) {
    std::unordered_map<std::string, std::uint32_t> nummers;
    std::vector<std::uint32_t> plat;  // words of the names as they came, numbered as they came
    std::vector<std::size_t> plat_tot{0};
    std::vector<Regel> regels;
    regels.reserve(namen.size());
    for (const auto& naam : namen) {
        Regel regel{.id = naam.id, .sterk = 0, .zwak = 0};
        auto woorden = vorm_samen(naamwoorden(naam.gevouwen));
        if (woorden.size() > meeste_woorden) woorden.resize(meeste_woorden);
        for (std::size_t i = 0; i < woorden.size(); ++i) {
            // A word that stands in it twice ("beheer rietgors beheer") is one to cover: it is typed once as well.
            const bool weer = std::find(woorden.begin(), woorden.begin() + static_cast<std::ptrdiff_t>(i), woorden[i]) != woorden.begin() + static_cast<std::ptrdiff_t>(i);
            const auto bit = static_cast<std::uint16_t>(weer ? 0U : 1U << i);
            if (is_bijzaak(woorden[i])) regel.zwak = static_cast<std::uint16_t>(regel.zwak | bit);
            else regel.sterk = static_cast<std::uint16_t>(regel.sterk | bit);
            plat.push_back(nummers.try_emplace(woorden[i], static_cast<std::uint32_t>(nummers.size())).first->second);
        }
        plat_tot.push_back(plat.size());
        regels.push_back(regel);
    }
    Woordenlijst::Bouw bouw;
    for (const auto& [woord, nummer] : nummers) bouw.voeg_toe(woord, {});
    m_woorden = Woordenlijst(std::move(bouw));
    std::vector<std::uint32_t> in_orde(nummers.size(), 0);
    for (std::uint32_t w = 0; w < m_woorden.aantal(); ++w) in_orde[nummers.at(std::string(m_woorden.woord(w)))] = w;
    nummers.clear();

    std::vector<std::uint32_t> orde(regels.size());
    std::iota(orde.begin(), orde.end(), 0U);
    std::ranges::sort(orde, [&](std::uint32_t a, std::uint32_t b) {
        const auto na = std::popcount(regels[a].sterk), nb = std::popcount(regels[b].sterk);
        if (na != nb) return na < nb;
        return regels[a].id != regels[b].id ? regels[a].id < regels[b].id : a < b;
    });
    m_namen.reserve(regels.size());
    m_vooruit.reserve(plat.size());
    m_vooruit_tot.reserve(regels.size() + 1);
    m_vooruit_tot.push_back(0);
    m_terug_tot.assign(m_woorden.aantal() + 2, 0);
    for (const auto was : orde) {
        m_namen.push_back(regels[was]);
        for (auto i = plat_tot[was]; i < plat_tot[was + 1]; ++i) {
            m_vooruit.push_back(in_orde[plat[i]]);
            ++m_terug_tot[m_vooruit.back() + 2];
        }
        m_vooruit_tot.push_back(static_cast<std::uint32_t>(m_vooruit.size()));
    }
    std::partial_sum(m_terug_tot.begin(), m_terug_tot.end(), m_terug_tot.begin());
    m_terug.resize(m_vooruit.size());
    for (std::uint32_t n = 0; n < m_namen.size(); ++n) {
        for (const auto woord : woorden_van(n)) m_terug[m_terug_tot[woord + 1]++] = n;
    }
    m_terug_tot.pop_back();
    for (std::uint32_t n = 0; n < m_namen.size(); ++n) {
        while (m_vanaf.size() <= static_cast<std::size_t>(std::popcount(m_namen[n].sterk))) m_vanaf.push_back(n);
    }
    m_vanaf.push_back(static_cast<std::uint32_t>(m_namen.size()));
}

/// One search: what each typed word fits, and the best names so far.
struct Naamwijzer::Zoektocht {
    const Naamwijzer& wijzer;
    const std::size_t aantal;
    const bool alleen;  ///< one word was typed and no more
    bool ruim = false;  ///< two errors in short words as well

    struct Woord {
        std::vector<Woordenlijst::Treffer> treffers;  // the best first
        std::vector<float> score;                     // of each word of the list
        std::size_t namen = 0;                        // that hold one of them, twice when they hold two
        [[nodiscard]] float hoogste() const { return treffers.empty() ? 0.0F : treffers.front().score; }
    };
    std::map<std::string, Woord> woorden{};
    struct Kandidaat {
        std::uint32_t naam = 0;
        float score = 0;
    };
    std::vector<std::uint8_t> merken{};
    std::vector<float> som_van{};
    bool geschat = false;
    static constexpr auto meer = [](const Kandidaat& a, const Kandidaat& b) { return a.score > b.score; };
    std::vector<Kandidaat> beste{};  // at most `aantal`; a heap, the least of them in front
    std::size_t dichtst = 0;         // letters between what was typed and the nearest
    float hoogste = 0;
    float drempel = minst;          // what scores less is not among them

    /// `heel_woord`: what was typed stands for itself and is no half name.
    const Woord& van(const std::string& getypt, bool heel_woord) {
        const auto [plek, nieuw] = woorden.try_emplace(getypt + (heel_woord ? " " : ""));
        auto& uit = plek->second;
        if (!nieuw) return uit;
        uit.score.assign(wijzer.m_woorden.aantal(), 0.0F);
        if (heel_woord) {
            if (const auto nummer = wijzer.m_woorden.nummer(getypt)) {
                uit.treffers.push_back({*nummer, 1});
                uit.score[*nummer] = 1;
                uit.namen = wijzer.namen_met(*nummer).size();
            }
            return uit;
        }
        float korting = 1;
        for (const auto& variant : varianten(getypt)) {
            const bool twee = ruim && variant.size() >= kortste_ruim && toegestaan(variant) == 1;
            for (const auto& [woord, score] : wijzer.m_woorden.vind(twee ? Getypt(variant, 2) : Getypt(variant), variant)) {
                if (uit.score[woord] == 0) uit.treffers.push_back({woord, 0});
                uit.score[woord] = std::max(uit.score[woord], score * korting);
            }
            korting = 0.97F;
        }
        for (auto& t : uit.treffers) t.score = uit.score[t.woord];
        std::ranges::sort(uit.treffers, [](const auto& a, const auto& b) { return a.score != b.score ? a.score > b.score : a.woord < b.woord; });
        for (const auto& t : uit.treffers) uit.namen += wijzer.namen_met(t.woord).size();
        return uit;
    }

    void houd(std::uint32_t naam, float score) {
        const bool vol = beste.size() == aantal;
        if (score < drempel || (vol && score <= beste.front().score)) return;
        if (const auto al = std::ranges::find(beste, naam, &Kandidaat::naam); al != beste.end()) {
            if (al->score >= score) return;
            al->score = score;
            std::ranges::make_heap(beste, meer);
        } else {
            if (vol) std::ranges::pop_heap(beste, meer);
            if (vol) beste.back() = {naam, score};
            else beste.push_back({naam, score});
            std::ranges::push_heap(beste, meer);
        }
        hoogste = std::max(hoogste, score);
        drempel = std::max(drempel, hoogste * Naamwijzer::genoeg);
        if (beste.size() == aantal) drempel = std::max(drempel, beste.front().score);
    }

    /// Every name that can be among the best by these words.
    void reken(const std::vector<std::string>& getypt) {
        std::vector<const Woord*> past;
        std::vector<std::size_t> bronnen;
        float totaal = 0, rest = 0;  // rest: what the words not yet gone through can still give
        for (const auto& woord : getypt) {
            // What follows a weak word tells more: only the last may be a name half typed. Nor is an initial, or the b of b.v.
            const bool zwak = is_bijzaak(woord);
            past.push_back(&van(woord, zwak ? &woord != &getypt.back() : woord.size() == 1 && !alleen));
            totaal += naamgewicht(woord);
            rest += naamgewicht(woord) * (zwak ? std::max(zwak_genoeg, past.back()->hoogste()) : past.back()->hoogste());
            if (!zwak || getypt.size() == 1) bronnen.push_back(past.size() - 1);
        }
        merk(getypt, past);
        std::ranges::sort(bronnen, {}, [&](std::size_t i) { return past[i]->namen; });
        // A name that none of the words gone through found can be covered by so many of the others.
        const bool half = getypt.size() > 1 && is_bijzaak(getypt.back()) && std::ranges::any_of(past.back()->treffers, [&](const auto& t) { return !is_bijzaak(wijzer.m_woorden.woord(t.woord)); });
        auto nog = static_cast<int>(bronnen.size()) + (half ? 1 : 0);
        for (const auto bron : bronnen) {
            const float eigen = naamgewicht(getypt[bron]);
            rest -= eigen * (is_bijzaak(getypt[bron]) ? std::max(zwak_genoeg, past[bron]->hoogste()) : past[bron]->hoogste());
            for (const auto& treffer : past[bron]->treffers) {
                const float hoogst = (eigen * treffer.score + rest) / totaal;
                if (hoogst < drempel - haast_gelijk) break;
                int sterk = -1;
                const bool bijzaak = getypt.size() == 1 && is_bijzaak(wijzer.m_woorden.woord(treffer.woord));
                const auto namen = wijzer.namen_met(treffer.woord);
                for (std::size_t i = 0; i < namen.size(); ++i) {
                    haal_vooruit(namen, i);
                    const auto naam = namen[i];
                    while (naam >= wijzer.m_vanaf[static_cast<std::size_t>(sterk + 1)]) ++sterk;
                    if (bijzaak && sterk > 0) break;  // a name is not found by its "van" alone
                    if (met_dekking(hoogst, nog, sterk) < eis()) break;  // and what follows has as many words or more
                    if (kan(naam, sterk, totaal)) weeg(naam, getypt, past, totaal);
                }
            }
            --nog;
        }
    }

    /// Asks for the memory that the next names need: they lie far apart, and waiting for it is most of a long list.
    void haal_vooruit(std::span<const std::uint32_t> namen, std::size_t i) const {
        constexpr std::size_t ver = 24, dichtbij = 12;
        if (i + ver < namen.size()) __builtin_prefetch(&wijzer.m_vooruit_tot[namen[i + ver]]);
        if (i + dichtbij < namen.size()) __builtin_prefetch(&wijzer.m_vooruit[wijzer.m_vooruit_tot[namen[i + dichtbij]]]);
    }

    /// Of every word of the list which typed words it fits, a bit each; and of every set of typed words what names with those can score.
    void merk(const std::vector<std::string>& getypt, const std::vector<const Woord*>& past) {
        constexpr std::size_t meeste_getypt = 8;
        geschat = getypt.size() <= meeste_getypt;
        if (!geschat) return;
        merken.assign(wijzer.m_woorden.aantal(), 0);
        som_van.assign(std::size_t{1} << getypt.size(), 0.0F);
        for (std::size_t i = 0; i < getypt.size(); ++i) {
            const auto bit = static_cast<std::uint8_t>(1U << i);
            for (const auto& t : past[i]->treffers) merken[t.woord] = static_cast<std::uint8_t>(merken[t.woord] | bit);
            const float zonder = is_bijzaak(getypt[i]) ? zwak_genoeg : 0.0F;
            for (std::size_t welke = 0; welke < som_van.size(); ++welke) som_van[welke] += naamgewicht(getypt[i]) * ((welke & bit) != 0 ? std::max(zonder, past[i]->hoogste()) : zonder);
        }
    }
    /// What a name must be able to score; of equal ones any will do.
    [[nodiscard]] float eis() const { return beste.size() < aantal ? drempel - haast_gelijk : drempel + haast_gelijk; }
    /// Whether a name with so many strong words can still be among the best.
    [[nodiscard]] bool kan(std::uint32_t naam, int sterk, float totaal) const {
        if (!geschat) return true;
        std::uint8_t welke = 0;
        for (const auto woord : wijzer.woorden_van(naam)) welke = static_cast<std::uint8_t>(welke | merken[woord]);
        if (som_van[welke] < eis() * totaal) return false;
        return met_dekking(som_van[welke] / totaal, std::popcount(welke), sterk) >= eis();
    }

    void weeg(std::uint32_t naam, const std::vector<std::string>& getypt, const std::vector<const Woord*>& past, float totaal) {
        const auto& regel = wijzer.m_namen[naam];
        const auto eigen = wijzer.woorden_van(naam);
        float som = 0;
        std::uint16_t gedekt = 0;
        for (std::size_t i = 0; i < getypt.size(); ++i) {
            float score = 0;
            std::size_t welk = 0;
            if (!past[i]->score.empty()) {
                for (std::size_t w = 0; w < eigen.size(); ++w) {
                    const float hier = past[i]->score[eigen[w]];
                    // of two that fit the same the one that nothing else covers yet
                    if (hier > score || (hier == score && hier > 0 && (gedekt >> welk & 1U) != 0)) {
                        score = hier;
                        welk = w;
                    }
                }
            }
            if (score > 0) gedekt = static_cast<std::uint16_t>(gedekt | 1U << welk);
            if (is_bijzaak(getypt[i]) && regel.zwak != 0) score = std::max(score, zwak_genoeg);
            som += naamgewicht(getypt[i]) * score;
        }
        if ((gedekt & (regel.sterk != 0 ? regel.sterk : regel.zwak)) == 0) return;
        const float over = 1 - zwak_over * static_cast<float>(std::popcount(static_cast<std::uint16_t>(regel.zwak & ~gedekt)));
        houd(naam, over * met_dekking(som / totaal, std::popcount(static_cast<std::uint16_t>(gedekt & regel.sterk)), std::popcount(regel.sterk)));
    }

    /// All that was typed may mean: as it stands, torn apart ("bouw bedrijf") and glued ("devries").
    void lees(const std::vector<std::string>& getypt) {
        reken(getypt);
        // Torn apart ("bouw bedrijf"), and glued ("devries"): only what makes words that are there.
        for (std::size_t i = 0; i < getypt.size(); ++i) {
            if (i + 1 < getypt.size()) {
                const auto samen = aaneen(getypt, i);
                if (is_woord(samen[i])) reken(samen);
            }
            constexpr std::size_t kort = 2;
            const auto& woord = getypt[i];
            if (is_woord(woord)) continue;
            for (std::size_t plek = kort; plek + kort <= woord.size(); ++plek) {
                if (!is_woord(woord.substr(0, plek)) || !is_woord(woord.substr(plek))) continue;
                auto los = getypt;
                los[i] = woord.substr(0, plek);
                los.insert(los.begin() + static_cast<std::ptrdiff_t>(i) + 1, woord.substr(plek));
                reken(los);
            }
        }
    }

    /// Of the best by their words those first that are nearest by letters: the whole name against all that was typed, its words in the order they have in
    /// the name. What is not yet typed of the last word is no difference. Who typed every word right wants names that hold them,
    /// longer ones as well: those come in turn with the others.
    [[nodiscard]] std::vector<Kandidaat> op_letters(const std::vector<std::string>& typt) {
        struct Gewogen {
            Kandidaat wie;
            std::size_t ver = 0;
            bool letterlijk = false;
        };
        std::erase_if(beste, [&](const auto& t) { return t.score < hoogste * Naamwijzer::genoeg; });
        std::ranges::make_heap(beste, meer);
        const Letterafstand zoals_getypt(aan_een(typt));
        std::vector<Gewogen> alle;
        for (const auto& wie : beste) {
            std::vector<std::string_view> naam;
            for (const auto woord : wijzer.woorden_van(wie.naam)) naam.push_back(wijzer.m_woorden.woord(woord));
            auto& g = alle.emplace_back(Gewogen{.wie = wie, .ver = 0, .letterlijk = false});
            g.letterlijk = bevat(naam, typt);
            if (std::ranges::find(naam, typt.back()) == naam.end()) {
                if (const auto half = std::ranges::find_if(naam, [&](std::string_view woord) { return woord.starts_with(typt.back()); }); half != naam.end()) *half = half->substr(0, typt.back().size());
            }
            const auto geheel = aan_een(naam);
            g.ver = zoals_getypt.tot(geheel);
            if (const auto anders = in_orde_van(typt, naam); anders != typt) g.ver = std::min(g.ver, Letterafstand(aan_een(anders)).tot(geheel));
        }
        const auto score_eerst = [&](const Gewogen& a, const Gewogen& b) { return a.wie.score != b.wie.score ? a.wie.score > b.wie.score : wijzer.m_namen[a.wie.naam].id < wijzer.m_namen[b.wie.naam].id; };
        std::ranges::sort(alle, [&](const Gewogen& a, const Gewogen& b) { return a.ver != b.ver ? a.ver < b.ver : score_eerst(a, b); });
        dichtst = alle.empty() ? ver_weg + 1 : alle.front().ver;
        std::vector<Gewogen> letterlijk;
        std::ranges::copy_if(alle, std::back_inserter(letterlijk), &Gewogen::letterlijk);
        std::ranges::stable_sort(letterlijk, std::greater{}, [](const Gewogen& g) { return g.wie.score; });  // of equal ones still the nearest by letters
        std::vector<Kandidaat> uit;
        const auto neem = [&](const std::vector<Gewogen>& rij, std::size_t& plek) {
            while (plek < rij.size() && std::ranges::find(uit, rij[plek].wie.naam, &Kandidaat::naam) != uit.end()) ++plek;
            if (plek < rij.size()) uit.push_back(rij[plek++].wie);
        };
        for (std::size_t a = 0, b = 0; uit.size() < alle.size();) {
            neem(letterlijk, b);
            neem(alle, a);
        }
        return uit;
    }
    /// Whether every word typed stands in the name (the last perhaps longer), in any order, or as one word where the name has several or the other way round.
    [[nodiscard]] static bool bevat(const std::vector<std::string_view>& naam, const std::vector<std::string>& typt) {
        const auto staat_er = [&](const std::string& woord) {
            return std::ranges::any_of(naam, [&](std::string_view w) { return &woord == &typt.back() ? w.starts_with(woord) : w == woord; });
        };
        if (std::ranges::all_of(typt, staat_er)) return true;
        const auto kaal = [](auto van, auto tot) {
            std::string uit;
            for (; van != tot; ++van) uit += *van;
            return uit;
        };
        const auto alles = kaal(typt.begin(), typt.end());
        for (auto begin = naam.begin(); begin != naam.end(); ++begin) {
            if (alles.starts_with(*begin) && kaal(begin, naam.end()).starts_with(alles)) return true;
            if (begin->starts_with(alles)) return true;
        }
        return false;
    }
    /// What was typed in the order in which the name has it: each word where the word stands that it is most like.
    [[nodiscard]] static std::vector<std::string> in_orde_van(const std::vector<std::string>& typt, const std::vector<std::string_view>& naam) {
        std::vector<std::pair<std::size_t, std::size_t>> plekken;  // in the name, and as typed
        for (std::size_t i = 0; i < typt.size(); ++i) {
            const Getypt dit(typt[i], typt[i].size() >= kortste_ruim ? 2 : toegestaan(typt[i]));
            float best = 0;
            std::size_t plek = i;
            for (std::size_t w = 0; w < naam.size(); ++w) {
                if (const float hier = dit.past(naam[w]); hier > best) {
                    best = hier;
                    plek = w;
                }
            }
            plekken.emplace_back(plek, i);
        }
        std::ranges::sort(plekken);
        std::vector<std::string> uit;
        for (const auto& [plek, i] : plekken) uit.push_back(typt[i]);
        return uit;
    }

    [[nodiscard]] bool is_woord(std::string_view getypt) const { return wijzer.m_woorden.nummer(getypt).has_value(); }
};

std::vector<Naamtreffer> Naamwijzer::zoek(const std::vector<std::string>& getypt, std::size_t aantal) const {
    std::vector<Naamtreffer> uit;
    std::vector<std::string> woorden;  // each once
    for (const auto& woord : vorm_samen(getypt)) {
        if (!woord.empty() && std::ranges::find(woorden, woord) == woorden.end()) woorden.push_back(woord);
    }
    if (woorden.empty() || aantal == 0 || m_namen.empty()) return uit;
    Zoektocht tocht{.wijzer = *this, .aantal = std::max(aantal, in_de_weging), .alleen = woorden.size() == 1};
    tocht.lees(woorden);
    const auto typt = vorm_samen(naamwoorden(aan_een(getypt)));
    auto orde = tocht.op_letters(typt);
    // Two errors in a short word fit much, so that is looked at only when nothing else is near.
    const bool kort = std::ranges::any_of(woorden, [](const auto& w) { return w.size() >= kortste_ruim && toegestaan(w) == 1; });
    if (kort && (orde.empty() || tocht.dichtst > ver_weg)) {
        tocht.ruim = true;
        tocht.woorden.clear();
        tocht.lees(woorden);
        orde = tocht.op_letters(typt);
    }
    for (std::size_t i = 0; i < std::min(aantal, orde.size()); ++i) uit.push_back({m_namen[orde[i].naam].id, std::min(orde[i].score, 1.0F)});
    return uit;
}

}  // namespace damwand::zoek

// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/tekst.hpp"
#include "engine/zoek/straatwijzer.hpp"
#include "engine/zoek/woorden.hpp"
#include "werk/register/store.hpp"
#include "werk/register/wijzerkast.hpp"
#include "werk/register/zoekvraag.hpp"

/// Looking up an address: readings of the text → streets in memory → addresses in the database → order.
namespace damwand::registers {
namespace {

using zoek::gelijkenis;
using zoek::Straatnaam;
using zoek::Straattreffer;
using zoek::Straatwijzer;

constexpr std::size_t straten_per_lezing = 25;
constexpr float genoeg = 0.6F;       // of the best: what scores less is not shown
constexpr float geen_nummer = 0.9F;  // the street is right, no number was typed
constexpr float niet_actief = 0.75F;
constexpr float ander_woord = 0.5F;  // a postcode with words that fit no street there

/// How well the typed letters behind the number fit those of the address.
float past_achter(const std::string& getypt, const std::string& echt) {
    if (getypt == echt) return 1;
    if (getypt.empty()) return 0.92F;
    if (echt.starts_with(getypt)) return 0.8F;
    return echt.empty() ? 0.5F : 0.35F;
}

struct Kandidaat {
    Adresregel regel;
    float score = 0;
};

/// One search: collects candidates, best score per address.
class Vraag {
  public:
    Vraag(db::Transactie& tx, const Straatwijzer& wijzer, std::string_view tekst)
        : m_tx(tx), m_wijzer(wijzer), m_lezingen(lezingen(tekst)) {}

    std::vector<Adres> beantwoord(std::size_t aantal) {
        op_straat_en_nummer();
        op_postcode();
        op_straat(aantal);
        return in_volgorde(aantal);
    }

  private:
    const std::vector<Straattreffer>& straten(const std::vector<std::string>& woorden) {
        const auto [plek, nieuw] = m_straten.try_emplace(woorden);
        if (nieuw) plek->second = m_wijzer.zoek(woorden, straten_per_lezing);
        return plek->second;
    }
    float straatscore(const Lezing& lezing, std::int32_t straat) {
        for (const auto& treffer : straten(lezing.woorden)) {
            if (treffer.id == straat) return treffer.score;
        }
        return 0;
    }
    void voeg_toe(const Adresregel& regel, float score) {
        if (!regel.adres.actief) score *= niet_actief;
        auto& kandidaat = m_kandidaten[regel.adres.nummeraanduiding];
        if (score <= kandidaat.score) return;
        kandidaat = {regel, score};
        m_beste = std::max(m_beste, score);
    }

    void op_straat_en_nummer() {
        std::set<std::pair<std::int32_t, std::int32_t>> paren;
        for (const auto& lezing : m_lezingen) {
            if (lezing.huisnummer == 0 || lezing.woorden.empty() || !lezing.postcode.empty()) continue;
            for (const auto& treffer : straten(lezing.woorden)) paren.emplace(treffer.id, lezing.huisnummer);
        }
        if (paren.empty()) return;
        std::vector<std::int32_t> ids, nummers;
        for (const auto& [straat, nummer] : paren) {
            ids.push_back(straat);
            nummers.push_back(nummer);
        }
        for (const auto& regel : adressen_op_nummer(m_tx, ids, nummers)) {
            for (const auto& lezing : m_lezingen) {
                if (lezing.huisnummer != regel.adres.huisnummer || lezing.woorden.empty() || !lezing.postcode.empty())
                    continue;
                const float straat = straatscore(lezing, regel.straat);
                if (straat > 0) voeg_toe(regel, straat * past_achter(lezing.achter, regel.achter));
            }
        }
    }

    void op_postcode() {
        std::map<std::string, std::set<std::int32_t>> gevraagd;  // 0: any number
        for (const auto& lezing : m_lezingen) {
            if (!lezing.postcode.empty()) gevraagd[lezing.postcode].insert(lezing.huisnummer);
        }
        for (const auto& [postcode, nummers] : gevraagd) {
            std::vector<std::int32_t> met;
            for (const auto nummer : nummers) {
                if (nummer != 0) met.push_back(nummer);
            }
            // With a number first; all of the postcode only when no number was typed or none of them is there.
            auto regels = met.empty() ? std::vector<Adresregel>{} : adressen_op_postcode(m_tx, postcode, met);
            if (regels.empty()) regels = adressen_op_postcode(m_tx, postcode, {});
            for (const auto& regel : regels) {
                for (const auto& lezing : m_lezingen) {
                    if (lezing.postcode == postcode) voeg_toe(regel, past_op_postcode(lezing, regel));
                }
            }
        }
    }
    float past_op_postcode(const Lezing& lezing, const Adresregel& regel) {
        if (lezing.huisnummer != 0 && lezing.huisnummer != regel.adres.huisnummer) return 0;
        float score = lezing.postcode.size() == 6 ? 1.0F : 0.8F;
        if (!lezing.woorden.empty()) {
            const float straat = straatscore(lezing, regel.straat);
            // Only the place was typed beside the postcode: no street answers to it, and nothing is wrong.
            const bool plaats = lezing.woorden.size() == 1 &&
                                gelijkenis(lezing.woorden.front(), vouw_plaats(regel.adres.woonplaats)) > 0;
            if (straat > 0)
                score *= 0.9F + 0.1F * straat;
            else if (!plaats)
                score *= ander_woord;
        }
        return score * (lezing.huisnummer == 0 ? geen_nummer : past_achter(lezing.achter, regel.achter));
    }
    const std::string& vouw_plaats(const std::string& naam);

    void op_straat(std::size_t aantal) {
        for (const auto& lezing : m_lezingen) {
            if (lezing.huisnummer != 0 || !lezing.postcode.empty() || lezing.woorden.empty()) continue;
            const auto& gevonden = straten(lezing.woorden);
            if (gevonden.empty() || gevonden.front().score * geen_nummer < m_beste * genoeg) return;
            std::vector<std::int32_t> ids;
            for (const auto& treffer : gevonden) {
                if (treffer.score >= gevonden.front().score * genoeg && ids.size() < aantal) ids.push_back(treffer.id);
            }
            // One street: all of its numbers; many: some of each, so that the right one is in sight.
            const auto per_straat = static_cast<int>(std::max<std::size_t>(2, (aantal + ids.size() - 1) / ids.size()));
            for (const auto& regel : adressen_van_straten(m_tx, ids, per_straat)) {
                voeg_toe(regel, straatscore(lezing, regel.straat) * geen_nummer);
            }
            return;
        }
    }

    std::vector<Adres> in_volgorde(std::size_t aantal) {
        std::vector<const Kandidaat*> rij;
        for (const auto& [id, kandidaat] : m_kandidaten) {
            if (kandidaat.score > 0 && kandidaat.score >= m_beste * genoeg) rij.push_back(&kandidaat);
        }
        std::sort(rij.begin(), rij.end(), [](const Kandidaat* a, const Kandidaat* b) {
            const auto& x = a->regel;
            const auto& y = b->regel;
            if (a->score != b->score) return a->score > b->score;
            return std::tie(x.adres.straat, x.adres.woonplaats, x.adres.huisnummer, x.achter,
                            x.adres.nummeraanduiding) <
                   std::tie(y.adres.straat, y.adres.woonplaats, y.adres.huisnummer, y.achter, y.adres.nummeraanduiding);
        });
        std::vector<Adres> uit;
        for (const auto* kandidaat : rij) {
            if (uit.size() == aantal) break;
            uit.push_back(kandidaat->regel.adres);
        }
        return uit;
    }

    db::Transactie& m_tx;
    const Straatwijzer& m_wijzer;
    std::vector<Lezing> m_lezingen;
    std::map<std::vector<std::string>, std::vector<Straattreffer>> m_straten;
    std::map<std::string, std::string> m_plaatsen;
    std::unordered_map<std::string, Kandidaat> m_kandidaten;
    float m_beste = 0;
};

const std::string& Vraag::vouw_plaats(const std::string& naam) {
    const auto [plek, nieuw] = m_plaatsen.try_emplace(naam);
    if (nieuw) plek->second = vouw(naam);
    return plek->second;
}

}  // namespace

struct Adreszoeker::Binnenwerk {
    Wijzerkast<zoek::Straatwijzer> kast;
};

Adreszoeker::Adreszoeker() : m(std::make_unique<Binnenwerk>()) {}
Adreszoeker::~Adreszoeker() = default;

std::vector<Adres> Adreszoeker::zoek(db::Transactie& tx, std::string_view tekst, int aantal) {
    const auto wijzer = m->kast.actueel(laatste_lading(tx), [&tx] {
        std::vector<Straatnaam> namen;
        for (auto& regel : alle_straten(tx)) {
            namen.push_back({.id = regel.id,
                             .woonplaats = regel.woonplaats,
                             .gevouwen = std::move(regel.gevouwen),
                             .woonplaats_gevouwen = std::move(regel.woonplaats_gevouwen)});
        }
        return namen;
    });
    return Vraag(tx, *wijzer, tekst).beantwoord(static_cast<std::size_t>(std::max(1, aantal)));
}

}  // namespace damwand::registers

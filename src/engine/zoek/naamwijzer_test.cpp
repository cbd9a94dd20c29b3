// SPDX-License-Identifier: EUPL-1.2
#include "engine/zoek/naamwijzer.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <bit>
#include <random>
#include <ranges>
#include <set>

#include "base/tekst.hpp"

namespace damwand::zoek {
namespace {

using testing::ElementsAre;

Naamwijzer wijzer(const std::vector<std::string>& namen) {
    std::vector<Naam> uit;
    for (const auto& naam : namen) uit.push_back({.id = static_cast<std::int32_t>(uit.size() + 1), .gevouwen = vouw(naam)});
    return Naamwijzer(uit);
}
std::vector<std::int32_t> ids(const Naamwijzer& w, const std::string& getypt, std::size_t aantal = 5) {
    std::vector<std::int32_t> uit;
    for (const auto& t : w.zoek(splits(vouw(getypt), ' '), aantal)) uit.push_back(t.id);
    return uit;
}
std::int32_t beste(const Naamwijzer& w, const std::string& getypt) {
    const auto uit = ids(w, getypt);
    return uit.empty() ? 0 : uit.front();
}

TEST(Naamwijzer, KiestDeHeleNaamBovenEenLangere) {
    const auto w = wijzer({"Bakkerij de Oude Zuiderzee", "Bakkerij Zuiderzee", "Zuiderzee"});
    EXPECT_EQ(beste(w, "zuiderzee"), 3);
    EXPECT_EQ(beste(w, "bakkerij zuiderzee"), 2);
    EXPECT_EQ(beste(w, "oude zuiderzee bakkerij"), 1);
}

TEST(Naamwijzer, VergeeftTweeTypfoutenEnEenHalfWoord) {
    const auto w = wijzer({"Schildersbedrijf Waterlelie", "Schildersbedrijf Rietgors", "Autobedrijf Waterlelie"});
    EXPECT_EQ(beste(w, "schildresbedrif waterlelie"), 1);
    EXPECT_EQ(beste(w, "schildersbedrijf watrelelei"), 1);
    EXPECT_EQ(beste(w, "autobedrijf wat"), 3);
    EXPECT_EQ(beste(w, "zaagblad"), 0);
}

TEST(Naamwijzer, LeestVastEnLosGeschrevenGelijk) {
    const auto w = wijzer({"De Vries Bouw", "Bouwbedrijf Rietgors", "Vriesman"});
    EXPECT_EQ(beste(w, "devries"), 1);
    EXPECT_EQ(beste(w, "bouw bedrijf rietgors"), 2);
}

TEST(Naamwijzer, EenLetterIsEenVoorletterEnGeenHalveNaam) {
    const auto w = wijzer({"J. Rietgors", "Jansen", "K. Rietgors"});
    EXPECT_EQ(beste(w, "j rietgors"), 1);
    EXPECT_EQ(beste(w, "k rietgors"), 3);
    EXPECT_THAT(ids(w, "j"), testing::Contains(2)) << "alone it may become a name";
}

TEST(Naamwijzer, HetzelfdeVoorzetselGaatVoorEenAnder) {
    const auto w = wijzer({"De Bruisseul", "Bruisseul", "Van Bruisseul"});
    EXPECT_EQ(beste(w, "van bruiseul"), 3);
    EXPECT_EQ(beste(w, "de bruiseul"), 1);
}

TEST(Naamwijzer, EenRechtsvormDoetErWeinigToe) {
    const auto w = wijzer({"Rietgors Bouw B.V.", "Waterlelie BV", "B.V.O. Adviesgroep", "Rietgors V.O.F."});
    EXPECT_EQ(beste(w, "waterlelie b.v."), 2);
    EXPECT_EQ(beste(w, "rietgors bouw bv"), 1);
    EXPECT_EQ(beste(w, "rietgors vof"), 4);
    EXPECT_EQ(beste(w, "waterlelie"), 2);
    EXPECT_EQ(beste(w, "b.v."), 0) << "nothing is found by its form alone";
    EXPECT_EQ(beste(w, "adviesgroep"), 3);
}

TEST(Naamwijzer, ZetWatNaarLettersHetNaastIsVooraan) {
    const auto w = wijzer({"Beheer Kloorthel VOF", "Beheer het Kloorthel Haarlem", "Beheer Kloorthel Haarlem", "Haarlem Kloorthel Beheer Groep"});
    EXPECT_THAT(ids(w, "beheer klooorthel harlem"), ElementsAre(3, 2, 1, 4)) << "by what is left over or lacking; the swapped one has its words in another order";
    EXPECT_EQ(beste(w, "harlem kloorthl beheer"), 3) << "its words in the order of the name";
    std::vector<std::string> velen(40, "Van Bruisseul");
    velen.emplace_back("De Bruisseul");
    velen.emplace_back("Bruisseul");
    EXPECT_EQ(beste(wijzer(velen), "bruisseu"), 42);
    EXPECT_EQ(beste(wijzer(velen), "de bruiseul"), 41);
}

TEST(Naamwijzer, WieElkWoordGoedTypteZietOokLangereNamenDieZeBevatten) {
    const auto w = wijzer({"Hanssen", "Janssen", "Jensen", "Bakkerij Jansen", "Slagerij Jansen en Zonen", "Hansen"});
    const auto uit = ids(w, "jansen", 3);
    EXPECT_THAT(uit, testing::Contains(4)) << "beside names that are an error away";
    EXPECT_THAT(uit, testing::Contains(testing::AnyOf(2, 6)));
}

TEST(Naamwijzer, VergeeftEenKortWoordTweeFoutenAlsErNietsDichtbijIs) {
    EXPECT_EQ(beste(wijzer({"Fudaar", "Kloorthel"}), "udarar"), 1);
    EXPECT_THAT(ids(wijzer({"Fudaar", "Udarra"}), "udarar"), ElementsAre(2)) << "two errors do not come beside one";
    EXPECT_EQ(beste(wijzer({"D Fytvly BV", "D Fytvly", "Garage D Fytvly"}), "fytvly d garjgm"), 3) << "in another order as well";
    EXPECT_EQ(beste(wijzer({"Rie"}), "rab"), 0) << "nor in a word so short that it would be another";
}

TEST(Naamwijzer, EenWoordDatErTweeKeerInStaatTeltEenKeer) {
    std::vector<std::string> velen(300, "Beheer de Vlemhoek BV");
    velen.emplace_back("Beheer de Vlemhoek Beheer");
    EXPECT_EQ(beste(wijzer(velen), "beheer de vlemhsek beheer"), 301);
}

TEST(Naamwijzer, WatNogNietGetyptIsIsGeenVerschil) {
    const auto w = wijzer({"Autobedrijf Wader", "Autobedrijf Waterlelie"});
    EXPECT_EQ(beste(w, "autobedrijf water"), 2);
}

TEST(Naamwijzer, GeeftNietMeerDanGevraagdEnNietsVanNiets) {
    const auto w = wijzer({"Rietgors", "Rietgors", "Rietgors"});
    EXPECT_EQ(ids(w, "rietgors", 2).size(), 2U);
    EXPECT_THAT(ids(w, "", 2), ElementsAre());
    EXPECT_THAT(ids(w, "rietgors", 0), ElementsAre());
    EXPECT_THAT(ids(wijzer({}), "rietgors", 2), ElementsAre());
    EXPECT_THAT(ids(wijzer({"", "-"}), "rietgors", 2), ElementsAre());
}

/// Every name weighed by every reading, without an index or a bound: the scores of the best, the highest first. `ruim`: words of five to seven letters are
/// forgiven two errors, as when nothing near was found.
std::vector<float> alles_wegen(const std::vector<std::string>& namen, const std::vector<std::string>& getypt, std::size_t aantal, bool ruim) {
    const auto lijkt = [ruim](const std::string& typt, const std::string& woord) { return ruim && typt.size() >= 5 && toegestaan(typt) == 1 ? Getypt(typt, 2).past(woord) : gelijkenis(typt, woord); };
    std::set<std::string> bekend;
    for (const auto& naam : namen) {
        for (auto& w : vorm_samen(naamwoorden(naam))) bekend.insert(std::move(w));
    }
    std::vector<std::vector<std::string>> lezingen{getypt};
    for (std::size_t i = 0; i < getypt.size(); ++i) {
        if (i + 1 < getypt.size()) {
            auto samen = getypt;
            samen[i] += varianten(getypt[i + 1]).back();
            samen.erase(samen.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            if (bekend.contains(samen[i])) lezingen.push_back(samen);
        }
        if (bekend.contains(getypt[i])) continue;
        for (std::size_t plek = 2; plek + 2 <= getypt[i].size(); ++plek) {
            auto los = getypt;
            los[i] = getypt[i].substr(0, plek);
            los.insert(los.begin() + static_cast<std::ptrdiff_t>(i) + 1, getypt[i].substr(plek));
            if (bekend.contains(los[i]) && bekend.contains(los[i + 1])) lezingen.push_back(los);
        }
    }
    std::vector<float> uit;
    for (const auto& naam : namen) {
        std::vector<std::string> woorden;  // each once
        for (const auto& w : vorm_samen(naamwoorden(naam))) {
            if (std::ranges::find(woorden, w) == woorden.end()) woorden.push_back(w);
        }
        int sterke = 0;
        bool zwakke = false;
        for (const auto& w : woorden) is_bijzaak(w) ? static_cast<void>(zwakke = true) : static_cast<void>(++sterke);
        float hoogst = 0;
        for (const auto& lezing : lezingen) {
            if (lezing.size() > 1 && std::ranges::all_of(lezing, [](const auto& w) { return is_bijzaak(w); })) continue;  // nothing is found by "van der" alone
            float som = 0, totaal = 0;
            std::set<std::size_t> gedekt;
            for (const auto& woord : lezing) {
                float score = 0;
                std::size_t welk = 0;
                {
                    for (std::size_t w = 0; w < woorden.size(); ++w) {
                        float hier = 0, korting = 1;
                        for (const auto& variant : varianten(woord)) {
                            const bool heel_woord = is_bijzaak(woord) ? &woord != &lezing.back() : woord.size() == 1 && getypt.size() > 1;
                            hier = std::max(hier, korting * (heel_woord ? (woorden[w] == woord ? 1.0F : 0.0F) : lijkt(variant, woorden[w])));
                            korting = 0.97F;
                        }
                        if (hier > score || (hier == score && hier > 0 && gedekt.contains(welk))) {
                            score = hier;
                            welk = w;
                        }
                    }
                }
                if (score > 0) gedekt.insert(welk);
                if (is_bijzaak(woord) && zwakke) score = std::max(score, 0.9F);
                som += naamgewicht(woord) * score;
                totaal += naamgewicht(woord);
            }
            int sterk_gedekt = 0;
            for (const auto w : gedekt) sterk_gedekt += is_bijzaak(woorden[w]) ? 0 : 1;
            if (sterke > 0 ? sterk_gedekt == 0 : gedekt.empty()) continue;
            const auto zwakken = static_cast<int>(woorden.size()) - sterke - (static_cast<int>(gedekt.size()) - sterk_gedekt);
            som *= 1 - 0.01F * static_cast<float>(zwakken);
            hoogst = std::max(hoogst, som / totaal * (0.85F + 0.15F * static_cast<float>(sterk_gedekt) / static_cast<float>(std::max(1, sterke))));
        }
        uit.push_back(std::min(1.0F, hoogst));
    }
    std::ranges::sort(uit, std::greater{});
    const float grens = uit.empty() ? 0 : std::max(0.45F, uit.front() * Naamwijzer::genoeg);
    std::erase_if(uit, [&](float s) { return s < grens - 1e-5F; });
    if (uit.size() > aantal) uit.resize(aantal);
    return uit;
}

TEST(Naamwijzer, SlaatNietsOverDatBijDeBesteHoort) {
    std::mt19937 toeval(20261123);
    const std::vector<std::string> wat{"bakkerij", "bouwbedrijf", "holding", "beheer", "autobedrijf", "bouw"}, vorm{"b v", "holding", "bv", "en zonen", ""}, tussen{"", "", "de ", "van der "};
    const auto een_van = [&](const auto& lijst) { return lijst[toeval() % lijst.size()]; };
    std::vector<std::string> mensen;
    for (int i = 0; i < 150; ++i) {
        std::string naam;
        for (auto nog = 2 + toeval() % 3; nog > 0; --nog) naam += een_van(std::vector<std::string>{"rie", "wa", "ter", "lo", "ken", "vla", "sche", "mon", "de", "tu"});
        mensen.push_back(naam);
    }
    std::vector<std::string> namen;
    std::vector<Naam> rijen;
    for (int i = 0; i < 800; ++i) {
        std::string naam = toeval() % 4 == 0 ? "" : een_van(wat) + " ";
        if (toeval() % 6 == 0) naam += std::string(1, static_cast<char>('a' + toeval() % 26)) + " ";
        naam += een_van(tussen) + een_van(mensen) + " " + een_van(vorm);
        namen.push_back(vouw(naam));
        rijen.push_back({.id = i, .gevouwen = namen.back()});
    }
    const Naamwijzer w(rijen);
    std::size_t gevonden = 0, strenge = 0;
    for (int i = 0; i < 150; ++i) {
        auto woorden = splits(een_van(namen), ' ');
        auto& langste = *std::ranges::max_element(woorden, {}, &std::string::size);
        for (int f = static_cast<int>(toeval() % 3); f > 0 && langste.size() > 3; --f) langste.erase(toeval() % langste.size(), 1);
        if (woorden.size() > 1 && toeval() % 3 == 0) std::swap(woorden.front(), woorden.back());
        if (woorden.size() > 1 && toeval() % 3 == 0) woorden.pop_back();
        if (woorden.size() > 1 && toeval() % 4 == 0) {
            woorden[0] += woorden[1];
            woorden.erase(woorden.begin() + 1);
        }
        std::vector<std::string> eens;
        for (const auto& woord : vorm_samen(woorden)) {
            if (std::ranges::find(eens, woord) == eens.end()) eens.push_back(woord);
        }
        std::vector<float> scores;
        constexpr std::size_t alle_gewogen = 200;
        const auto gegeven = w.zoek(woorden, alle_gewogen);
        for (const auto& t : gegeven) scores.push_back(t.score);
        std::ranges::sort(scores, std::greater{});
        const auto zoals = [&](bool ruim) { return testing::Pointwise(testing::FloatNear(1e-4F), alles_wegen(namen, eens, alle_gewogen, ruim)); };
        const bool streng = testing::Matches(zoals(false))(scores);
        EXPECT_THAT(scores, zoals(!streng)) << testing::PrintToString(woorden);
        strenge += streng ? 1 : 0;
        gevonden += scores.size();
        const auto minder = w.zoek(woorden, 5);
        EXPECT_TRUE(std::ranges::equal(minder, gegeven | std::views::take(5), {}, &Naamtreffer::id, &Naamtreffer::id)) << "how many are asked does not change their order";
    }
    EXPECT_GT(gevonden, 1000U);
    EXPECT_GT(strenge, 100U) << "mostly something near was found at once";
    EXPECT_LT(strenge, 150U);
}

}  // namespace
}  // namespace damwand::zoek

// SPDX-License-Identifier: EUPL-1.2
#include "engine/zoek/woordenlijst.hpp"

#include <gmock/gmock.h>

#include <map>
#include <random>

namespace damwand::zoek {
namespace {

using testing::ElementsAre;
using testing::Pair;

Woordenlijst lijst(const std::vector<std::string>& woorden) {
    Woordenlijst::Bouw bouw;
    for (std::uint32_t i = 0; i < woorden.size(); ++i) bouw.voeg_toe(woorden[i], {.document = i, .dekt = 1});
    return Woordenlijst(std::move(bouw));
}

std::map<std::string, float> gevonden(const Woordenlijst& l, const std::string& getypt) {
    std::map<std::string, float> uit;
    for (const auto& [nummer, score] : l.vind(getypt)) EXPECT_TRUE(uit.emplace(l.woord(nummer), score).second) << getypt << ": twice " << l.woord(nummer);
    return uit;
}

TEST(Woordenlijst, WeetWaarElkWoordStaat) {
    Woordenlijst::Bouw bouw;
    bouw.voeg_toe("laan", {.document = 7, .dekt = 2});
    bouw.voeg_toe("hof", {.document = 3, .dekt = 1});
    bouw.voeg_toe("laan", {.document = 9, .dekt = 1});
    bouw.voeg_toe("laan", {.document = 9, .dekt = 1});
    const Woordenlijst l(std::move(bouw));
    ASSERT_EQ(l.aantal(), 2U);
    ASSERT_EQ(l.woord(1), "laan");
    EXPECT_THAT(l.plekken(0), ElementsAre(Vindplaats{3, 1}));
    EXPECT_THAT(l.plekken(1), ElementsAre(Vindplaats{7, 2}, Vindplaats{9, 1}));
}

TEST(Woordenlijst, VindtNietsInEenLegeLijstEnOpNiets) {
    EXPECT_TRUE(Woordenlijst().vind("laan").empty());
    EXPECT_TRUE(lijst({}).vind("laan").empty());
    EXPECT_TRUE(lijst({"laan"}).vind("").empty());
}

TEST(Woordenlijst, VindtEenBeginEnEenFout) {
    EXPECT_THAT(gevonden(lijst({"kerk", "kerkhof", "kerkstraat", "werk"}), "kerk"), ElementsAre(Pair("kerk", 1.0F), Pair("kerkhof", testing::Gt(0.8F)), Pair("kerkstraat", testing::Gt(0.8F)), Pair("werk", 0.82F)));
}

/// Every word held against what was typed, one after the other.
TEST(Woordenlijst, VindtWatWoordVoorWoordVergelijkenVindt) {
    std::mt19937 toeval(20261122);
    const auto woord = [&](std::size_t hoogstens) {
        std::string uit;
        for (auto nog = 1 + toeval() % hoogstens; nog > 0; --nog) uit += static_cast<char>('a' + toeval() % 3);  // few letters: many near each other
        return uit;
    };
    std::size_t raak = 0;
    for (int ronde = 0; ronde < 30; ++ronde) {
        std::vector<std::string> woorden{"1945", "1944", std::string(60, 'b'), std::string(40, 'b') + "c", std::string(30, 'a'), std::string(29, 'a') + "b"};
        for (auto nog = toeval() % 400; nog > 0; --nog) woorden.push_back(woord(14));
        const auto l = lijst(woorden);
        for (int vraag = 0; vraag < 40; ++vraag) {
            auto getypt = vraag == 0 ? std::string(50, 'b') : vraag == 1 ? "1945" : vraag % 2 == 0 ? woord(16) : woorden[toeval() % woorden.size()];
            if (vraag % 4 == 3 && getypt.size() > 2) std::swap(getypt[toeval() % getypt.size()], getypt[toeval() % getypt.size()]);
            std::map<std::string, float> verwacht;
            for (const auto& w : woorden) {
                if (const float score = gelijkenis(getypt, w); score > 0) verwacht[w] = score;
            }
            raak += verwacht.size();
            ASSERT_EQ(gevonden(l, getypt), verwacht) << getypt;
        }
    }
    EXPECT_GT(raak, 5'000U);
}

}  // namespace
}  // namespace damwand::zoek

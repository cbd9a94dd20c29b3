// SPDX-License-Identifier: EUPL-1.2
#include "platform/logboek/merken.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace damwand::logboek {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

bool raken(const Merken& a, const Merken& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& m) { return b.contains(m); });
}

TEST(Merken, EenFamilienaamZijnZijnWoordenZonderTussenvoegsels) {
    EXPECT_THAT(merken_van_familienaam("van den Broek-de Wit"), ElementsAre("naam broek", "naam wit"));
    EXPECT_THAT(merken_van_familienaam("'t Hooft"), ElementsAre("naam hooft"));
    EXPECT_THAT(merken_van_familienaam("van der"), IsEmpty());
}

TEST(Merken, SchrijfwijzenVanDezelfdeNaamRaken) {
    for (const auto& [eigen, geschreven] : std::initializer_list<std::pair<const char*, const char*>>{
             {"van Wijk", "J. van Wyk"}, {"IJsselstein", "Piet Ysselstein"}, {"Coördes", "COORDES, A.M."}, {"De Vries", "mevrouw M. de Vries"},
             {"El Idrissi", "Karim el Idrissi"}, {"Ten Broeke", "Broeke"}}) {
        EXPECT_TRUE(raken(merken_van_familienaam(eigen), merken_van_persoon(geschreven))) << eigen << " / " << geschreven;
        EXPECT_TRUE(raken(merken_van_familienaam(eigen), merken_van_tekst(geschreven))) << eigen << " / " << geschreven;
    }
}

TEST(Merken, EenVoornaamIsGeenFamilienaam) {
    EXPECT_FALSE(raken(merken_van_familienaam("Thomas"), merken_van_persoon("Thomas Jansen")));
    EXPECT_FALSE(raken(merken_van_familienaam("van Dam"), merken_van_persoon("Jan van Dijk")));
    EXPECT_TRUE(raken(merken_van_familienaam("Thomas"), merken_van_tekst("Thomas Jansen")));  // who types it may mean either
}

TEST(Merken, EenAdresRaaktHoeHetOokGetyptIs) {
    const auto eigen = merken_van_adres("Sint Jorisstraat", "1234AB", "12 b");
    for (const auto* getypt : {"sint jorisstraat 12b", "Sint Jorisstraat 12 B, Damstede", "1234 AB 12b", "overlast 1234ab 12 b"}) EXPECT_TRUE(raken(eigen, merken_van_tekst(getypt))) << getypt;
    for (const auto* getypt : {"sint jorisstraat", "sint jorisstraat 12", "jorisstraat 121b", "1234 AB"}) EXPECT_FALSE(raken(eigen, merken_van_tekst(getypt))) << getypt;
}

TEST(Merken, VanEenLangeTekstBlijftHetWeinig) {
    std::string lang;
    for (int i = 0; i < 5000; ++i) lang += "woord" + std::to_string(i) + " ";
    EXPECT_LE(merken_van_tekst(lang).size(), 16U * 6U + 16U);
}

}  // namespace
}  // namespace damwand::logboek

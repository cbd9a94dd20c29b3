// SPDX-License-Identifier: EUPL-1.2
#include "base/label.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace damwand {
namespace {

TEST(Label, VanElkDeelGeldtHetStrengste) {
    const auto uit = strengste({.regime = "wpg", .doorgifte = "na_overleg", .doorgifte_reden = "De officier stemde in."},
                               {.regime = "avg", .doorgifte = "niet", .doorgifte_reden = std::nullopt});
    EXPECT_EQ(uit.regime, "wpg");
    EXPECT_EQ(uit.doorgifte, "niet");
    EXPECT_FALSE(uit.doorgifte_reden);  // what it explained no longer holds
}

TEST(Label, DeVolgordeVanDeBronnenMaaktNietUitEnEenRedenGaatMee) {
    std::vector<Label> alle;
    for (const auto regime : regimes_naar_strengheid) {
        for (const auto doorgifte : doorgiften_naar_strengheid) alle.push_back({std::string(regime), std::string(doorgifte), std::nullopt});
    }
    alle.push_back({"wpg", "vrij", "Al openbaar gemaakt."});
    for (const auto& een : alle) {
        for (const auto& ander : alle) {
            const auto heen = strengste(een, ander);
            const auto terug = strengste(ander, een);
            EXPECT_EQ(heen.regime, terug.regime);
            EXPECT_EQ(heen.doorgifte, terug.doorgifte);
            EXPECT_EQ(heen.doorgifte_reden, terug.doorgifte_reden);
            EXPECT_GE(strengheid_regime(heen.regime), std::max(strengheid_regime(een.regime), strengheid_regime(ander.regime)));
            EXPECT_GE(strengheid_doorgifte(heen.doorgifte), std::max(strengheid_doorgifte(een.doorgifte), strengheid_doorgifte(ander.doorgifte)));
        }
    }
    EXPECT_EQ(strengste(alle).regime, "bibob");
    EXPECT_EQ(strengste(alle).doorgifte, "niet");
}

TEST(Label, NietsOfEenOnbekendeCodeHeeftGeenStrengste) {
    EXPECT_THROW((void)strengste(std::span<const Label>{}), std::invalid_argument);
    EXPECT_THROW((void)strengste({.regime = "geheim", .doorgifte = "niet", .doorgifte_reden = {}}, {}), std::invalid_argument);
    EXPECT_THROW((void)strengheid_doorgifte(""), std::invalid_argument);
}

}  // namespace
}  // namespace damwand

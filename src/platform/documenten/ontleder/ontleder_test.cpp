// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/ontleder/ontleder.hpp"

#include <gmock/gmock.h>

#include "platform/documenten/ontleder/proefbestanden.hpp"

namespace damwand::documenten::ontleder {
namespace {

TEST(Ontleder, GeeftElkProefbestandHetVerwachteOordeel) {
    const auto alle = proef::proefbestanden();
    ASSERT_GE(alle.size(), 30U);
    for (const auto& p : alle) {
        EXPECT_EQ(ontleed(lees_soort(p.soort).value(), p.inhoud).reden, p.reden) << p.naam;
    }
}

TEST(Ontleder, TeltBladenTekensEnBeeldpunten) {
    EXPECT_EQ(ontleed(Soort::pdf, proef::pdf()).bladen, 1U);
    EXPECT_EQ(ontleed(Soort::docx, proef::docx("Eén")).tekens, 3U);
    EXPECT_EQ(ontleed(Soort::xlsx, proef::xlsx()).tekens, 3U);
    EXPECT_EQ(ontleed(Soort::txt, "\xEF\xBB\xBF" "één").tekens, 3U);
    const auto beeld = ontleed(Soort::jpeg, proef::jpeg(640, 480));
    EXPECT_EQ(beeld.breedte, 640U);
    EXPECT_EQ(beeld.hoogte, 480U);
}

TEST(Ontleder, BreektNietOpEenAfgekaptOfVeranderdBestand) {
    std::size_t geweigerd = 0;
    std::size_t geprobeerd = 0;
    for (const auto& p : proef::proefbestanden()) {
        if (p.inhoud.size() > 5000 || !p.reden.empty()) continue;
        const auto soort = lees_soort(p.soort).value();
        for (std::size_t i = 0; i < p.inhoud.size(); i += 7) {
            auto anders = p.inhoud;
            anders[i] = static_cast<char>(anders[i] ^ 0x55);
            geweigerd += ontleed(soort, anders).reden.empty() ? 0 : 1;
            geweigerd += ontleed(soort, p.inhoud.substr(0, i)).reden.empty() ? 0 : 1;
            geprobeerd += 2;
        }
    }
    EXPECT_GT(geprobeerd, 500U);
    EXPECT_GT(geweigerd, geprobeerd / 3);
}

}  // namespace
}  // namespace damwand::documenten::ontleder

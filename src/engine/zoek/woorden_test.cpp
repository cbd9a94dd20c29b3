// SPDX-License-Identifier: EUPL-1.2
#include "engine/zoek/woorden.hpp"

#include <gmock/gmock.h>

namespace damwand::zoek {
namespace {

TEST(Gelijkenis, ZetHetzelfdeBovenHalfEnHalfBovenFout) {
    EXPECT_EQ(gelijkenis("kerkstraat", "kerkstraat"), 1.0F);
    const float half = gelijkenis("kerkstr", "kerkstraat");
    const float een_fout = gelijkenis("kerkstrat", "kerkstraat");
    const float twee_fout = gelijkenis("krekstraad", "kerkstraat");
    EXPECT_GT(half, een_fout * 0.9F);
    EXPECT_GT(een_fout, 0.0F);
    EXPECT_GT(twee_fout, 0.0F);
    EXPECT_GT(een_fout, twee_fout);
    EXPECT_EQ(gelijkenis("molen", "kerk"), 0.0F);
}

TEST(Gelijkenis, TeltTweeVerwisseldeLettersAlsEenFout) {
    EXPECT_EQ(gelijkenis("molne", "molen"), gelijkenis("moleb", "molen"));
}

TEST(Gelijkenis, VergeeftEenGetalGeenFout) { EXPECT_EQ(gelijkenis("1945", "1944"), 0.0F); }

}  // namespace
}  // namespace damwand::zoek

// SPDX-License-Identifier: EUPL-1.2
#include "engine/zoek/woorden.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

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

/// Optimal string alignment by the definition, to the whole word and to the nearest beginning of it.
std::pair<int, int> tragere_afstand(const std::string& a, const std::string& b) {
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = static_cast<int>(i + j);
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return {d[a.size()][b.size()], *std::min_element(d[a.size()].begin() + 1, d[a.size()].end())};
}

TEST(Gelijkenis, RekentZoalsDeDefinitie) {
    std::mt19937 toeval(20261122);
    const auto woord = [&] {
        std::string uit;
        for (auto nog = 4 + toeval() % 9; nog > 0; --nog) uit += static_cast<char>('a' + toeval() % 4);  // few letters: many near each other
        return uit;
    };
    int raak = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto a = woord();
        auto b = i % 2 == 0 ? woord() : a + woord().substr(0, toeval() % 4);
        for (int fouten = i % 3; i % 2 != 0 && fouten > 0; --fouten) b[toeval() % b.size()] = static_cast<char>('a' + toeval() % 4);
        if (b.starts_with(a)) continue;
        const auto [heel, half] = tragere_afstand(a, b);
        const int hoogstens = toegestaan(a);
        float verwacht = 0;
        if (heel == 1) verwacht = 0.82F;
        else if (heel == 2 && hoogstens == 2) verwacht = 0.68F;
        else if (half == 1 && a.size() >= 5) verwacht = 0.6F;
        else if (half == 2 && a.size() >= 10) verwacht = 0.5F;
        ASSERT_EQ(gelijkenis(a, b), verwacht) << a << ' ' << b;
        if (verwacht > 0) ++raak;
    }
    EXPECT_GT(raak, 500);
}

/// Levenshtein's distance by the definition.
std::size_t tragere_letterafstand(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) d[i][j] = i == 0 || j == 0 ? i + j : std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
    }
    return d[a.size()][b.size()];
}

TEST(Letterafstand, RekentZoalsDeDefinitie) {
    std::mt19937 toeval(20261124);
    const auto tekst = [&](std::size_t hoogstens) {
        std::string uit;
        for (auto nog = toeval() % (hoogstens + 1); nog > 0; --nog) uit += "abcd "[toeval() % 5];
        return uit;
    };
    for (int i = 0; i < 3000; ++i) {
        const auto a = tekst(i % 3 == 0 ? 64 : 12), b = tekst(i % 4 == 0 ? 90 : 14);
        ASSERT_EQ(Letterafstand(a).tot(b), tragere_letterafstand(a, b)) << a << '|' << b;
    }
    EXPECT_EQ(Letterafstand(std::string(64, 'a')).tot(std::string(64, 'a')), 0U);
    EXPECT_EQ(Letterafstand(std::string(80, 'a')).tot(std::string(64, 'a')), 0U) << "what is beyond the 64th letter typed does not count";
}

}  // namespace
}  // namespace damwand::zoek

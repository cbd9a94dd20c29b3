// SPDX-License-Identifier: EUPL-1.2
#include "werk/vraag/vraag.hpp"

#include <gmock/gmock.h>

namespace damwand::vraag {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> fouten(const char* naar, const char* staat, bool inhoud, std::optional<std::string> antwoord = {}, std::optional<std::string> reden = {}) {
    AntwoordNieuw a{.staat = {naar}, .antwoord = {}, .doorgifte = {}, .reden = {}};
    if (antwoord) a.antwoord = Tekst<0, 10000>{*antwoord};
    if (reden) a.reden = Tekst<0, 2000>{*reden};
    std::vector<std::string> uit;
    for (const auto& f : fouten_in(a, staat, inhoud)) uit.push_back(f.veld + " " + f.code);
    return uit;
}

TEST(Vraag, VraagtEerstOfErIetsBekendIsEnPasDaarnaWat) {
    EXPECT_THAT(stappen("gesteld", false), ElementsAre("geaccepteerd", "niets_bekend", "bekend", "geweigerd"));
    EXPECT_THAT(stappen("bekend", false), ElementsAre("geweigerd", "herroepen"));
    EXPECT_THAT(stappen("bekend", true), ElementsAre("beantwoord", "geweigerd", "herroepen"));
    EXPECT_THAT(stappen("gesteld", true), ElementsAre("geaccepteerd", "niets_bekend", "beantwoord", "geweigerd"));
    EXPECT_THAT(stappen("beantwoord", true), ElementsAre("beantwoord", "herroepen"));
    for (const auto* dicht : {"geweigerd", "herroepen", "ingetrokken"}) EXPECT_THAT(stappen(dicht, true), IsEmpty());
}

TEST(Vraag, NoemtElkeFoutInEenAntwoord) {
    EXPECT_THAT(fouten("niets_bekend", "gesteld", false), IsEmpty());
    EXPECT_THAT(fouten("beantwoord", "gesteld", false, "Alles."), ElementsAre("/staat onbekende-code"));
    EXPECT_THAT(fouten("beantwoord", "bekend", true, " "), ElementsAre("/antwoord ontbreekt"));
    EXPECT_THAT(fouten("bekend", "gesteld", false, "Al iets."), ElementsAre("/antwoord hier-niet"));
    EXPECT_THAT(fouten("geweigerd", "gesteld", false), ElementsAre("/reden ontbreekt"));
    EXPECT_THAT(fouten("niets_bekend", "gesteld", false, {}, "Zomaar."), ElementsAre("/reden hier-niet"));
    EXPECT_THAT(fouten("herroepen", "beantwoord", true, {}, "Onjuist gebleken."), IsEmpty());
}

}  // namespace
}  // namespace damwand::vraag

// SPDX-License-Identifier: EUPL-1.2
#include "engine/zoek/vraag.hpp"

#include <gmock/gmock.h>

#include "engine/zoek/woorden.hpp"

namespace damwand::zoek {
namespace {

using testing::Contains;
using testing::ElementsAre;

float past(std::string_view getypt, const std::vector<std::string>& teksten) { return Vraag(getypt).past(teksten); }

TEST(Kern, LeestEenTekenOfNummerZonderWatErtussenStaat) {
    EXPECT_EQ(kern("AB-123-C"), "ab123c");
    EXPECT_EQ(kern("NL91 ABNA 0417 1643 00"), "nl91abna0417164300");
    EXPECT_EQ(kern("IJ-12-YY"), "y12yy");
}

TEST(Kern, LeestEenTelefoonnummerMetEnZonderLandcodeGelijk) {
    for (const auto* nummer : {"06-12345678", "+31 6 1234 5678", "0031612345678", "(06) 12 34 56 78"}) EXPECT_EQ(kern(nummer), "612345678") << nummer;
    EXPECT_EQ(kern("0612345"), "0612345");  // too short for one
}

TEST(Vraag, LaatTussenvoegselsWegUitWatHijOpzoekt) {
    EXPECT_THAT(Vraag("Jan v.d. Berg").woorden(), ElementsAre("jan", "berg", "vdberg"));
    EXPECT_THAT(Vraag("van de").woorden(), Contains("van"));  // nothing else was typed
    EXPECT_TRUE(Vraag(" .-' ").woorden().empty());
}

TEST(Vraag, VindtEenNaamHoeHetTussenvoegselOokGeschrevenIs) {
    for (const auto* getypt : {"van den Berg", "v.d. Berg", "vd berg", "vandenberg", "Berg", "BERG, van den"}) {
        EXPECT_GE(past(getypt, {"Pieter van den Berg"}), Vraag::minst) << getypt;
    }
    EXPECT_GE(past("van den berg", {"Vandenberg bvba"}), Vraag::minst);
    EXPECT_EQ(past("van de", {"Pieter Jansen"}), 0.0F);
    EXPECT_LT(past("van der Meer", {"Jan van der Molen"}), Vraag::minst);  // only the particle is the same
}

TEST(Vraag, VergeeftTypefoutenAccentenEnIjGriekseY) {
    EXPECT_GE(past("Bachir el Amrnai", {"Bachir El Amrani"}), 0.8F);
    EXPECT_EQ(past("Ozturk", {"Öztürk"}), 1.0F);
    EXPECT_EQ(past("Dijkstra", {"Dykstra"}), 1.0F);
    EXPECT_GE(past("wiegersmaa", {"Weigersma"}), Vraag::minst);  // two errors in a long name
    EXPECT_EQ(past("molen", {"Jansen"}), 0.0F);
}

TEST(Vraag, VindtEenTekenEnEenNummerAanEenAndereSchrijfwijze) {
    EXPECT_GE(past("ab123c", {"grijze bus", "AB-123-C"}), 0.9F);
    EXPECT_GE(past("AB 123 C", {"grijze bus", "ab123c"}), 0.9F);
    EXPECT_GE(past("06 1234 5678", {"+31612345678"}), 0.9F);
    EXPECT_LT(past("ab124c", {"grijze bus", "AB-123-C"}), Vraag::minst);  // a sign is not forgiven an error
}

TEST(Vraag, ZetHeleNamenBovenHalveEnHalveBovenFouten) {
    const float heel = past("piet jansen", {"Piet Jansen"});
    const float voorletter = past("piet jansen", {"P. Jansen"});
    const float half = past("piet jans", {"Piet Jansen"});
    const float fout = past("piet jensan", {"Piet Jansen"});
    EXPECT_EQ(heel, 1.0F);
    EXPECT_GT(heel, half);
    EXPECT_GT(half, fout * 0.99F);
    EXPECT_GT(voorletter, past("piet jansen", {"Klaas Jansen"}));
}

}  // namespace
}  // namespace damwand::zoek

// SPDX-License-Identifier: EUPL-1.2
#include "engine/zoek/straatwijzer.hpp"

#include <gmock/gmock.h>

#include "base/tekst.hpp"

namespace damwand::zoek {
namespace {

Straatwijzer wijzer(const std::vector<std::pair<std::string, std::string>>& straten) {
    std::vector<Straatnaam> namen;
    for (const auto& [straat, plaats] : straten) {
        namen.push_back({.id = static_cast<std::int32_t>(namen.size() + 1),
                         .woonplaats = 1,
                         .gevouwen = vouw(straat),
                         .woonplaats_gevouwen = vouw(plaats)});
    }
    return Straatwijzer(namen);
}

std::int32_t beste(const Straatwijzer& w, const std::vector<std::string>& woorden) {
    const auto uit = w.zoek(woorden, 5);
    return uit.empty() ? 0 : uit.front().id;
}

TEST(Straatwijzer, KiestDeHeleNaamBovenEenLangere) {
    const auto w = wijzer({{"Oude Papenlaan", "Damstede"}, {"Papenlaan", "Damstede"}});
    EXPECT_EQ(beste(w, {"papenlaan"}), 2);
    EXPECT_EQ(beste(w, {"oude", "papenlaan"}), 1);
}

TEST(Straatwijzer, LaatDePlaatsBeslissen) {
    const auto w = wijzer({{"Molenstraat", "Damstede"}, {"Molenstraat", "IJsseldam"}});
    EXPECT_EQ(beste(w, {"molenstraat", "ysseldam"}), 2);
    EXPECT_EQ(beste(w, {"damstede", "molenstraat"}), 1);
}

TEST(Straatwijzer, KentAfkortingenAanBeideKanten) {
    const auto w = wijzer({{"Dr. A. Molenaarplein", "Damstede"},
                           {"Sint Annastraat", "Damstede"},
                           {"Burgemeester van der Meerlaan", "Damstede"}});
    EXPECT_EQ(beste(w, {"doctor", "molenaarplein"}), 1);
    EXPECT_EQ(beste(w, {"dr", "molenaarpln"}), 1);
    EXPECT_EQ(beste(w, {"st", "annastr"}), 2);
    EXPECT_EQ(beste(w, {"burg", "vd", "meerln"}), 3);
}

TEST(Straatwijzer, LeestVastEnLosGeschrevenGelijk) {
    const auto w =
        wijzer({{"Kerkstraat", "Damstede"}, {"Van Goghstraat", "Damstede"}, {"H.J. Hoflandlaan", "Damstede"}});
    EXPECT_EQ(beste(w, {"kerk", "straat"}), 1);
    EXPECT_EQ(beste(w, {"vangoghstraat"}), 2);
    EXPECT_EQ(beste(w, {"hj", "hoflandlaan"}), 3);
}

TEST(Straatwijzer, VindtGeenStraatOpAlleenEenVoorzetsel) {
    const auto w = wijzer({{"Van Goghstraat", "Damstede"}});
    EXPECT_TRUE(w.zoek({"de", "xyz"}, 5).empty());
    EXPECT_TRUE(w.zoek({}, 5).empty());
}

}  // namespace
}  // namespace damwand::zoek

// SPDX-License-Identifier: EUPL-1.2
// The list of casussen: pages, filters, search and counts of what one sees.
#include "werk/casus/proefcasus.hpp"

namespace damwand {
namespace {

TEST(Casuslijst, BladertInElkeVolgordeLangsAllesEenKeer) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    std::vector<std::string> gemaakt;
    for (int i = 0; i < 7; ++i) {
        const auto zaak = nieuwe_casus(o, analist, {}, "Zaak " + std::to_string(i));
        gemaakt.push_back(id_van(zaak));
        if (i % 2 == 0) {
            auto bron = nieuwe_bron();
            bron["termijn"] = "2099-0" + std::to_string(9 - i) + "-01";
            o.eis(201, analist, Methode::post, pad_van(zaak) + "/bronnen", bron);
        }
    }
    const auto alles = [&](const std::string& sorteer) {
        std::vector<std::string> uit;
        std::string pad = "/v1/casussen?aantal=2&sorteer=" + sorteer;
        for (std::string na; uit.size() < 20;) {
            const auto blad = o.eis(200, analist, Methode::get, pad + na);
            for (auto& id : ids_in(blad)) uit.push_back(id);
            if (blad.at("volgende").is_null()) break;
            na = "&na=" + std::string(blad.at("volgende").as_string());
        }
        return uit;
    };
    const auto verwacht = [&](std::vector<int> volgorde) {
        std::vector<std::string> uit;
        for (const int i : volgorde) uit.push_back(gemaakt.at(static_cast<std::size_t>(i)));
        return uit;
    };
    EXPECT_EQ(alles("-laatsteActiviteit"), verwacht({6, 5, 4, 3, 2, 1, 0}));
    EXPECT_EQ(alles("laatsteActiviteit"), verwacht({0, 1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(alles("-geopendOp"), verwacht({6, 5, 4, 3, 2, 1, 0}));
    auto op_termijn = alles("eersteTermijn");
    ASSERT_EQ(op_termijn.size(), 7U);
    EXPECT_EQ(std::vector<std::string>(op_termijn.begin(), op_termijn.begin() + 4), verwacht({6, 4, 2, 0}));
    std::sort(op_termijn.begin() + 4, op_termijn.end());
    auto zonder = verwacht({1, 3, 5});
    std::sort(zonder.begin(), zonder.end());
    EXPECT_EQ(std::vector<std::string>(op_termijn.begin() + 4, op_termijn.end()), zonder);
}

TEST(Casuslijst, FiltertOpFaseThemaEnTrekkerEnWeigertOnzin) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto ander = o.gebruiker({"informatieanalist"});
    const auto een = nieuwe_casus(o, coordinator, {ander});
    auto twee = casus_in(o, coordinator, "plan");
    toets(o, coordinator, twee, "2a", object{{"leden", array{ander.id.tekst()}}});
    twee = o.eis(200, coordinator, Methode::patch, pad_van(twee),
                 object{{"thema", "witwassen"}, {"trekker", ander.id.tekst()}}, gezien(versie_van(twee)));
    const auto met = [&](const std::string& vraag) {
        return ids_in(o.eis(200, coordinator, Methode::get, "/v1/casussen?" + vraag));
    };
    EXPECT_THAT(met("fase=informatie"), testing::ElementsAre(id_van(een)));
    EXPECT_THAT(met("fase=plan,archief"), testing::ElementsAre(id_van(twee)));
    EXPECT_THAT(met("thema=witwassen"), testing::ElementsAre(id_van(twee)));
    EXPECT_THAT(met("trekker=" + ander.id.tekst()), testing::ElementsAre(id_van(twee)));
    EXPECT_THAT(met("fase=informatie&trekker=" + ander.id.tekst()), testing::IsEmpty());
    EXPECT_THAT(codes_van(o.roep(coordinator, Methode::get, "/v1/casussen?fase=weg&trekker=x&sorteer=y&aantal=0")),
                testing::ElementsAre("/query/fase onbekende-code", "/query/trekker geen-id",
                                     "/query/sorteer onbekende-code", "/query/aantal buiten-grenzen"));
    EXPECT_EQ(o.roep(coordinator, Methode::get, "/v1/casussen?na=zomaar").status, 400);
    EXPECT_EQ(o.roep(coordinator, Methode::get, "/v1/casussen?naam=x").status, 400);
}

TEST(Casuslijst, ZoektOpKenmerkEnOpWerknaamZoalsMensenTypen) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto een = nieuwe_casus(o, analist, {}, "Café aan de IJsselkade");
    nieuwe_casus(o, analist, {}, "100% iets anders");
    const auto zoek = [&](const std::string& tekst) {
        return ids_in(o.eis(200, analist, Methode::post, "/v1/casussen/_zoek", object{{"tekst", tekst}}));
    };
    EXPECT_THAT(zoek("cafe"), testing::ElementsAre(id_van(een)));
    EXPECT_THAT(zoek("ysselkade"), testing::ElementsAre(id_van(een)));
    EXPECT_THAT(zoek(std::string(een.at("kenmerk").as_string())), testing::ElementsAre(id_van(een)));
    EXPECT_THAT(zoek("%"), testing::SizeIs(2));  // punctuation folds away: everything
    EXPECT_THAT(zoek("bestaat niet"), testing::IsEmpty());
    EXPECT_THAT(zoek(""), testing::SizeIs(2));
}

TEST(Casuslijst, TeltPerFaseEnPerThemaWatMenZiet) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    nieuwe_casus(o, coordinator);
    casus_in(o, coordinator, "plan");
    casus_in(o, coordinator, "plan");
    const auto tellingen = o.eis(200, coordinator, Methode::get, "/v1/casussen/tellingen");
    EXPECT_EQ(tellingen.at("totaal").as_int64(), 3);
    EXPECT_EQ(tellingen.at("perFase"),
              (array{object{{"code", "plan"}, {"aantal", 2}}, object{{"code", "informatie"}, {"aantal", 1}}}));
    EXPECT_EQ(tellingen.at("perThema"), (array{object{{"code", "hennep"}, {"aantal", 3}}}));
}

}  // namespace
}  // namespace damwand

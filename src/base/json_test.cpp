// SPDX-License-Identifier: EUPL-1.2
#include "base/json.hpp"

#include <gtest/gtest.h>

namespace damwand {
namespace {

struct Binnen {
    Tekst<1, 5> korte_naam;
    std::optional<int> aantal;
};
BOOST_DESCRIBE_STRUCT(Binnen, (), (korte_naam, aantal))

struct Buiten {
    Code soort;
    std::vector<Binnen> delen;
    Wijziging<Tekst<0, 10>> toelichting;
    std::optional<Datum> begin_geldigheid;
};
BOOST_DESCRIBE_STRUCT(Buiten, (), (soort, delen, toelichting, begin_geldigheid))

TEST(Json, LeestEnSchrijftDezelfdeNamen) {
    const auto in = json::ontleed(
        R"({"soort":"mma","delen":[{"korteNaam":" Jan ","aantal":3}],"toelichting":null,"beginGeldigheid":"2026-11-22"})");
    const auto b = json::lees<Buiten>(in);
    EXPECT_EQ(*b.delen.at(0).korte_naam, "Jan");
    EXPECT_TRUE(b.toelichting.aanwezig);
    EXPECT_FALSE(b.toelichting.waarde);
    EXPECT_EQ(boost::json::serialize(json::schrijf(b)),
              R"({"soort":"mma","delen":[{"korteNaam":"Jan","aantal":3}],"toelichting":null,"beginGeldigheid":"2026-11-22"})");
}

TEST(Json, NoemtAlleFoutenTegelijk) {
    const auto in = json::ontleed(
        R"({"soort":"M M","delen":[{"korteNaam":"te lang hoor"},{"aantal":"x"}],"beginGeldigheid":"morgen","extra":1})");
    try {
        (void)json::lees<Buiten>(in);
        FAIL();
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.soort(), FoutSoort::ongeldig);
        std::vector<std::string> velden;
        for (const auto& f : fout.velden()) velden.push_back(f.veld + ":" + f.code);
        EXPECT_EQ(velden, (std::vector<std::string>{"/soort:geen-code", "/delen/0/korteNaam:te-lang",
                                                    "/delen/1/korteNaam:ontbreekt", "/delen/1/aantal:geen-getal",
                                                    "/beginGeldigheid:geen-datum", "/extra:onbekend-veld"}));
    }
}

TEST(Json, WeigertDiepeEnKapotteInvoer) {
    EXPECT_THROW((void)json::ontleed(std::string(40, '[')), Fout);
    EXPECT_THROW((void)json::ontleed("{\"a\":1}x"), Fout);
    EXPECT_THROW((void)json::ontleed(""), Fout);
    EXPECT_THROW((void)json::ontleed(std::string(2000000, ' ')), Fout);
}

namespace elders {
struct Buiten {
    bool ander = false;
};
BOOST_DESCRIBE_STRUCT(Buiten, (), (ander))
}  // namespace elders

TEST(Json, TweeSoortenMetEenNaamZijnEenFout) {
    json::SchemaBoek boek;
    (void)json::Vorm<Buiten>::schema(boek);
    EXPECT_NO_THROW((void)json::Vorm<std::vector<Buiten>>::schema(boek));
    EXPECT_THROW((void)json::Vorm<elders::Buiten>::schema(boek), std::logic_error);
}

TEST(Json, MaaktEenSchemaMetGrenzen) {
    json::SchemaBoek boek;
    boek.invoer = true;
    (void)json::Vorm<Buiten>::schema(boek);
    EXPECT_EQ(boost::json::serialize(boek.schemas.at("BuitenInvoer").at("required")), R"(["soort","delen"])");
    EXPECT_EQ(boek.schemas.at("BinnenInvoer").at("properties").at("korteNaam").at("maxLength").to_number<int>(), 5);
}

}  // namespace
}  // namespace damwand

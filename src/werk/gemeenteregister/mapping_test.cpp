// SPDX-License-Identifier: EUPL-1.2
#include "werk/gemeenteregister/mapping.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/fout.hpp"

namespace damwand::gemeenteregister {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string mapping(const std::string& kolommen, const std::string& meer = "") {
    return R"({"register":"proef","naam":"Proef","bron":"Gemeente","doel":"Proef","grondslag":"Proef","bewaarmaanden":12,"kolommen":[)" + kolommen + "]" + meer + "}";
}

std::vector<std::string> fouten(const std::string& json) {
    std::vector<std::string> uit;
    try {
        (void)lees_mapping(json);
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), "mapping-ongeldig");
        for (const auto& f : fout.velden()) uit.push_back(f.veld + " " + f.code);
        if (uit.empty()) uit.emplace_back(fout.what());
    }
    return uit;
}

const std::string kenmerk = R"({"kolom":"Zaak","als":"kenmerk","regime":"open"})";

TEST(Mapping, WeigertBibobWgsEnWpgInEenGewoneZin) {
    for (const auto* regime : {"bibob", "wgs", "wpg"}) {
        try {
            (void)lees_mapping(mapping(kenmerk + R"(,{"kolom":"Advies","als":"veld","regime":")" + regime + "\"}"));
            FAIL() << regime;
        } catch (const Fout& fout) {
            ASSERT_EQ(fout.velden().size(), 1U);
            EXPECT_EQ(fout.velden()[0].veld, "/kolommen/1/regime");
            EXPECT_THAT(fout.velden()[0].uitleg, HasSubstr("laat deze kolom weg"));
        }
    }
    for (const auto* regime : {"open", "avg", "brp", "fiscaal"}) EXPECT_THAT(fouten(mapping(kenmerk + R"(,{"kolom":"Advies","als":"veld","regime":")" + regime + "\"}")), IsEmpty()) << regime;
}

TEST(Mapping, NoemtElkeFoutMetZijnPlek) {
    EXPECT_THAT(fouten("{"), Contains(HasSubstr("")));
    EXPECT_THAT(fouten(mapping(R"({"kolom":"A","als":"veld","regime":"avg"})")), ElementsAre("/kolommen geen-kenmerk"));
    EXPECT_THAT(fouten(mapping(kenmerk + R"(,{"kolom":"Zaak","als":"iets","regime":"nato"},{"kolom":"B","als":"persoon","regime":"avg"},{"kolom":"C","als":"titel","rol":"x","regime":"open"},
        {"kolom":"D","als":"titel","regime":"open"},{"kolom":"E","als":"persoon","rol":"h","regime":"avg"},{"kolom":"F","als":"kvk-nummer","rol":"h","regime":"avg"})",
                               R"(,"bestand":{"scheiding":"#","datumvorm":"mm-dd"},"verbanden":[{"soort":"eigenaar","wie":"h","wat":"niemand"},{"soort":"eigenaar","wie":"h","wat":"h"}])")),
                ElementsAre("/bestand/scheiding onbekend", "/bestand/datumvorm onbekend", "/kolommen/1/regime onbekend", "/kolommen/1/kolom dubbel", "/kolommen/1/als onbekend", "/kolommen/2/rol ontbreekt",
                            "/kolommen/3/rol te-veel", "/kolommen/4/als dubbel", "/kolommen/6/rol soort", "/verbanden/0/wat onbekend", "/verbanden/1/wat zelfde"));
    EXPECT_THAT(fouten(R"({"register":"x","kleur":"rood"})"), Contains(HasSubstr("/kleur")));
}

const std::string vol = mapping(kenmerk + R"(,{"kolom":"Wat","als":"titel","regime":"open"},{"kolom":"Op","als":"van","regime":"open"},{"kolom":"Tot","als":"tot","regime":"open"},
    {"kolom":"Houder","als":"bedrijf","rol":"houder","regime":"avg"},{"kolom":"KVK","als":"kvk-nummer","rol":"houder","regime":"open"},{"kolom":"Chef","als":"persoon","rol":"chef","regime":"fiscaal"},
    {"kolom":"Nr","als":"huisnummer","rol":"plaats","regime":"open"},{"kolom":"PC","als":"postcode","rol":"plaats","regime":"open"},{"kolom":"Som","als":"veld","naam":"Koopsom","regime":"avg"})",
                                R"(,"bestand":{"datumvorm":"dd-mm-jjjj"},"verbanden":[{"soort":"werkt","wie":"chef","wat":"houder"},{"soort":"gevestigd","wie":"houder","wat":"plaats"}])");
const std::vector<std::string> namen{"Extra", "Zaak", "Wat", "Op", "Tot", "Houder", "KVK", "Chef", "Nr", "PC", "Som"};

TEST(Rijmaker, MaaktVanEenRijEenRegelMetWieErGenoemdWordt) {
    const auto m = lees_mapping(vol);
    EXPECT_EQ(regime_van(m), "fiscaal");
    const Rijmaker maker(m, namen);
    EXPECT_THAT(maker.ongebruikt(), ElementsAre("Extra"));
    const auto uit = maker.maak({"?", "Z-1", "Terras", "1-2-2024", "2025-12-31", "Bloem B.V.", "1234567 8", "", "12", "2302 my", "100"});
    ASSERT_TRUE(std::holds_alternative<Rij>(uit));
    const auto& r = std::get<Rij>(uit);
    EXPECT_EQ(r.sleutel, "Z-1");
    EXPECT_EQ(r.titel, "Terras");
    EXPECT_EQ(r.van, lees_datum("2024-02-01"));
    EXPECT_EQ(r.tot, lees_datum("2025-12-31")) << "a spreadsheet gives it so";
    ASSERT_EQ(r.genoemd.size(), 2U) << "no chef in this row";
    EXPECT_EQ(r.genoemd[0].tekst, "Bloem B.V.");
    EXPECT_EQ(r.genoemd[0].sleutel, "12345678");
    EXPECT_EQ(r.genoemd[0].regime, "avg") << "the strictest of its columns";
    EXPECT_EQ(r.genoemd[1].postcode, "2302MY");
    EXPECT_EQ(r.genoemd[1].huisnummer, 12);
    ASSERT_EQ(r.verbanden.size(), 1U) << "only between who is there";
    EXPECT_EQ(r.verbanden[0].soort, "gevestigd");
    ASSERT_EQ(r.velden.size(), 1U);
    EXPECT_EQ(r.velden[0].naam, "Koopsom");
}

TEST(Rijmaker, NoemtElkeFouteCelZonderHaarWaardeTeHerhalen) {
    const auto m = lees_mapping(vol);
    const Rijmaker maker(m, namen);
    const auto uit = maker.maak({"", "", "x", "31-02-2024", "later", "x", "12", "", "12a", "", ""});
    ASSERT_TRUE(std::holds_alternative<std::vector<Celfout>>(uit));
    std::vector<std::string> kolommen;
    for (const auto& f : std::get<std::vector<Celfout>>(uit)) {
        kolommen.push_back(f.kolom);
        EXPECT_EQ(f.uitleg.find("12a"), std::string::npos);
    }
    EXPECT_THAT(kolommen, ElementsAre("Zaak", "Op", "Tot", "KVK", "Nr"));
    EXPECT_TRUE(std::holds_alternative<std::vector<Celfout>>(maker.maak({"", "Z", "x", "01-02-2024", "01-01-2024", "", "", "", "", "", ""}))) << "ends before it begins";
}

TEST(Rijmaker, WeigertEenBestandZonderDeKolommen) {
    const auto m = lees_mapping(vol);
    try {
        const Rijmaker maker(m, {"Zaak", "Wat"});
        FAIL();
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), "tabel-kop");
        EXPECT_EQ(fout.velden().size(), 8U);
    }
}

TEST(Mappings, DieMeegeleverdWordenKloppenMetHunVoorbeelden) {
    namespace fs = std::filesystem;
    const auto lees_bestand = [](const fs::path& pad) {
        std::ifstream in(pad, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    struct Teller : tabel::Afnemer {
        explicit Teller(const Mapping& m) : mapping(m) {}
        const Mapping& mapping;
        std::optional<Rijmaker> maker;
        int goed = 0, fout = 0;
        void kop(const std::vector<std::string>& k) override { maker.emplace(mapping, k); }
        void rij(std::uint64_t, const std::vector<std::string>& cellen) override { ++(std::holds_alternative<Rij>(maker->maak(cellen)) ? goed : fout); }
        void ontvang(const tabel::Afkeuring&) override { ++fout; }
    };
    int gezien = 0;
    for (const auto& pad : fs::directory_iterator(fs::path(DAMWAND_BRONMAP) / "mappings")) {
        if (pad.path().extension() != ".json") continue;
        const auto m = lees_mapping(lees_bestand(pad.path()));
        EXPECT_EQ(*m.register_, pad.path().stem().string());
        Teller teller(m);
        (void)tabel::lees(fs::path(DAMWAND_BRONMAP) / "mappings/voorbeelden" / (*m.register_ + ".csv"), tabelopties(m), teller);
        EXPECT_GE(teller.goed, 5) << pad.path();
        EXPECT_EQ(teller.fout, 0) << pad.path();
        ++gezien;
    }
    EXPECT_EQ(gezien, 3);
}

}  // namespace
}  // namespace damwand::gemeenteregister

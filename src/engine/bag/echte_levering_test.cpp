// SPDX-License-Identifier: EUPL-1.2
// The real extracts in ../shared/data/bag, which are no part of this repository: skipped where they are absent.
#include <gtest/gtest.h>

#include <filesystem>

#include "base/fout.hpp"
#include "engine/bag/overzicht.hpp"

namespace damwand::bag {
namespace {

namespace fs = std::filesystem;

fs::path data_map() { return fs::path{DAMWAND_BRONMAP}.parent_path() / "shared" / "data" / "bag"; }

#define ZONDER_DATA_OVERSLAAN(pad) \
    if (!fs::exists(pad)) GTEST_SKIP() << "the real data are not here: " << (pad)

Overzicht kijk(const fs::path& pad, const LeesOpties& opties = {}) {
    const std::array bronnen{pad};
    return overzicht(bronnen, opties);
}

using Paar = std::pair<std::uint64_t, std::uint64_t>;
Paar paar(const Overzicht& o, ObjectType type, Bestandsoort soort = Bestandsoort::stand) {
    const auto& t = o.telling(type, soort);
    return {t.voorkomens, t.objecten};
}

fs::path weesp() { return data_map() / "weesp-0457" / "BAGGEM0457L-15102021.zip"; }
fs::path doesburg() { return data_map() / "doesburg-0221-klein" / "lv"; }

TEST(EchteLevering, WeespHeeftDeAantallenVanHetKadaster) {
    ZONDER_DATA_OVERSLAAN(weesp());
    const auto o = kijk(weesp());
    EXPECT_EQ(paar(o, ObjectType::pand), Paar(23091, 12899));
    EXPECT_EQ(paar(o, ObjectType::verblijfsobject), Paar(26085, 12509));
    EXPECT_EQ(paar(o, ObjectType::nummeraanduiding), Paar(16113, 12694));
    EXPECT_EQ(paar(o, ObjectType::openbare_ruimte), Paar(593, 321));
    EXPECT_EQ(paar(o, ObjectType::woonplaats), Paar(3, 2));
    EXPECT_EQ(paar(o, ObjectType::ligplaats), Paar(167, 167));
    EXPECT_EQ(paar(o, ObjectType::standplaats), Paar(21, 13));
    // These stand beside the counts, not in them.
    EXPECT_EQ(paar(o, ObjectType::verblijfsobject, Bestandsoort::niet_bag).first, 926U);
    EXPECT_EQ(paar(o, ObjectType::nummeraanduiding, Bestandsoort::niet_bag).first, 14U);
    EXPECT_EQ(paar(o, ObjectType::pand, Bestandsoort::niet_bag).first, 12U);
    EXPECT_EQ(paar(o, ObjectType::openbare_ruimte, Bestandsoort::niet_bag).first, 4U);
    EXPECT_EQ(o.verslag.in_onderzoek.aangeboden, 12103U);
    EXPECT_EQ(o.verslag.gemeente_woonplaats.aangeboden, 8211U);
    EXPECT_EQ(o.verslag.totaal().afgekeurd, 0U);
    EXPECT_TRUE(o.verslag.onbekend.empty());
    EXPECT_EQ(o.verslag.overgeslagen, (std::map<std::string, std::uint64_t>{{"README_UNITTEST.md", 1}}));
    EXPECT_EQ(tekst(o.verslag.levering.standdatum), "2021-10-15");
    ASSERT_EQ(o.verslag.levering.gemeenten.size(), 1U);
    EXPECT_EQ(o.verslag.levering.gemeenten.front().gemeente.tekst(), "0457");
    EXPECT_EQ(o.verslag.levering.gemeenten.front().naam, "Weesp");
    EXPECT_EQ(o.verslag.met_hoogte, 0U);
    EXPECT_EQ(o.verslag.afgerond, 0U);
}

TEST(EchteLevering, ViaEenTijdelijkBestandIsHetHetzelfde) {
    ZONDER_DATA_OVERSLAAN(doesburg());
    const auto pad = doesburg() / "BAGNLDL-15092020-small.zip";
    EXPECT_EQ(kijk(pad, {.grootste_in_geheugen = 0}).typen, kijk(pad).typen);
}

TEST(EchteLevering, DoesburgUitDeZipSlaatRommelOverEnMeldtDieEenKeer) {
    ZONDER_DATA_OVERSLAAN(doesburg());
    const auto o = kijk(doesburg() / "BAGNLDL-15092020-small.zip");
    EXPECT_EQ(paar(o, ObjectType::pand).first, 6U);
    EXPECT_EQ(paar(o, ObjectType::verblijfsobject).first, 5U);
    EXPECT_EQ(paar(o, ObjectType::nummeraanduiding).first, 14U);  // the unpacked folder has one more
    EXPECT_EQ(paar(o, ObjectType::openbare_ruimte).first, 201U);
    EXPECT_EQ(paar(o, ObjectType::ligplaats).first, 2U);
    EXPECT_EQ(paar(o, ObjectType::standplaats).first, 2U);
    EXPECT_EQ(paar(o, ObjectType::woonplaats).first, 1U);
    EXPECT_EQ(o.verslag.totaal().afgekeurd, 0U);
    EXPECT_TRUE(o.verslag.overgeslagen.contains(".DS_Store"));
    EXPECT_TRUE(o.verslag.overgeslagen.contains("._0221OPR15092020-000001.xml"));
    EXPECT_EQ(o.verslag.levering.gemeenten.front().naam, "Doesburg");
}

TEST(EchteLevering, DoesburgUitDeMappenGeeftHetzelfdeAlsUitDeZip) {
    ZONDER_DATA_OVERSLAAN(doesburg());
    const auto zip = kijk(doesburg() / "BAGNLDL-15092020-small.zip");
    const auto map = kijk(doesburg() / "BAGNLDL-15092020-small");
    EXPECT_EQ(zip.typen, map.typen);
    EXPECT_EQ(zip.verslag.in_onderzoek, map.verslag.in_onderzoek);
    const auto los = kijk(doesburg() / "BAGNLDL-15092020-small-expand");
    EXPECT_EQ(paar(los, ObjectType::pand).first, 6U);
    EXPECT_EQ(paar(los, ObjectType::openbare_ruimte).first, 201U);
    EXPECT_EQ(paar(los, ObjectType::nummeraanduiding).first, 15U);
    EXPECT_EQ(los.verslag.totaal().afgekeurd, 0U);
}

TEST(EchteLevering, MutatieberichtWordtInGewoneTaalGeweigerd) {
    const auto pad = data_map() / "mutaties-klein" / "mutations.xml";
    ZONDER_DATA_OVERSLAAN(pad);
    try {
        (void)kijk(pad);
        FAIL() << "must be refused";
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), "bag-mutatie");
        EXPECT_NE(fout.uitleg().find("mutations.xml, regel "), std::string::npos);
        EXPECT_NE(fout.uitleg().find("volledig extract"), std::string::npos);
    }
}

TEST(EchteLevering, StandMetVerzonnenIdsKeurtRecordsAfEnGaatDoor) {
    const auto pad = data_map() / "mutaties-klein" / "full.xml";
    ZONDER_DATA_OVERSLAAN(pad);
    const auto o = kijk(pad);
    EXPECT_EQ(o.verslag.totaal().gelezen, 1U);
    EXPECT_EQ(o.verslag.totaal().afgekeurd, 1U);
    ASSERT_EQ(o.afkeuringen.size(), 1U);
    EXPECT_EQ(o.afkeuringen.front().pad, "Verblijfsobject votA/heeftAlsHoofdadres/NummeraanduidingRef");
}

}  // namespace
}  // namespace damwand::bag

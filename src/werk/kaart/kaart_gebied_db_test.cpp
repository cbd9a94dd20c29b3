// SPDX-License-Identifier: EUPL-1.2
// Areas: what a file may hold, and which of them holds on a day.
#include <fstream>

#include "base/fout.hpp"
#include "werk/kaart/proefkaart.hpp"

namespace damwand::kaart {
namespace {

fs::path bestand(const std::string& naam, const std::string& tekst) {
    const auto pad = werkmap() / naam;
    std::ofstream(pad, std::ios::binary) << tekst;
    return pad;
}

registers::Gebiedverslag laad(const fs::path& pad, const std::string& soort, int jaar) {
    db::Pool lader(omgeving().cluster().dsn("lader"), 1);
    return registers::laad_gebieden(lader, {.bestand = pad, .soort = soort, .jaar = jaar});
}

TEST(Gebieden, NeemtHetGoedeOverEnZegtWatErNietDeugt) {
    const auto pad = bestand("gemengd.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"A1","naam":"Goed"},"geometry":{"type":"Polygon","coordinates":[[[5.0,52.3],[5.01,52.3],[5.01,52.31],[5.0,52.31],[5.0,52.3]]]}},
        {"type":"Feature","properties":{"code":"A2","naam":"Gekruist"},"geometry":{"type":"Polygon","coordinates":[[[5.0,52.3],[5.01,52.31],[5.01,52.3],[5.0,52.31],[5.0,52.3]]]}},
        {"type":"Feature","properties":{"code":"A1","naam":"Dubbel"},"geometry":{"type":"Polygon","coordinates":[[[5.0,52.3],[5.01,52.3],[5.01,52.31],[5.0,52.3]]]}},
        {"type":"Feature","properties":{"naam":"Zonder code"},"geometry":{"type":"Polygon","coordinates":[]}},
        {"type":"Feature","properties":{"code":"A4","naam":"Punt"},"geometry":{"type":"Point","coordinates":[5.0,52.3]}},
        {"type":"Feature","properties":{"code":"A5","naam":"In de oceaan"},"geometry":{"type":"Polygon","coordinates":[[[-30,0],[-29,0],[-29,1],[-30,0]]]}},
        {"type":"Feature","properties":{"code":"A6","naam":"Geen vorm"},"geometry":{"type":"Polygon","coordinates":"overal"}}]})");
    const auto v = laad(pad, "bedrijventerrein", 2025);
    EXPECT_EQ(v.gelezen, 7U);
    EXPECT_EQ(v.opgeslagen, 2U);  // what crosses itself is mended for the map
    EXPECT_EQ(v.afgekeurd, 5U);
    std::vector<std::string> redenen;
    for (const auto& a : v.afkeuringen) redenen.push_back(fmt::format("{} {}", a.nummer, a.reden));
    EXPECT_THAT(redenen, testing::ElementsAre("3 deze code komt vaker voor", "4 zonder code", "5 een gebied is een vlak", testing::HasSubstr("buiten Nederland"), "7 de vorm is geen GeoJSON"));

    const auto eerst = tel("register.gebied");
    try {
        (void)laad(bestand("leeg.geojson", R"({"type":"FeatureCollection","features":[]})"), "bedrijventerrein", 2025);
        ADD_FAILURE() << "an empty file took the place of areas";
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), "gebied-leeg");
    }
    EXPECT_THROW((void)laad(bestand("half.geojson", R"({"features":[{"geometry":{"type":"Poly)"), "bedrijventerrein", 2025), Fout);
    EXPECT_EQ(tel("register.gebied"), eerst);
}

TEST(Gebieden, GeldenInHunJaar) {
    const auto een = [](const char* naam) {
        return bestand("een.geojson", fmt::format(R"({{"features":[{{"properties":{{"code":"X","naam":"{}"}},"geometry":{{"type":"Polygon","coordinates":[[[5.0,52.3],[5.01,52.3],[5.01,52.31],[5.0,52.3]]]}}}}]}})", naam));
    };
    (void)laad(een("Oud"), "overig", 2015);
    (void)laad(een("Nieuw"), "overig", 2022);
    const auto naam_op = [](const char* dag) {
        return std::string(omgeving().eis(200, analist(), post, "/v1/kaart/gebieden/_tel", {{"soort", "overig"}, {"peildatum", dag}}).at("resultaten").at(0).at("naam").as_string());
    };
    EXPECT_EQ(naam_op("2010-01-01"), "Oud");
    EXPECT_EQ(naam_op("2021-12-31"), "Oud");
    EXPECT_EQ(naam_op("2022-01-01"), "Nieuw");
}

TEST(Gebieden, LezenDeBestandenVanHetCbs) {
    const auto map = fs::path{DAMWAND_BRONMAP}.parent_path() / "shared" / "data" / "cbs";
    if (!fs::exists(map)) GTEST_SKIP() << "the real data are not here: " << map;
    for (const auto& [naam, soort, jaar] : {std::tuple{"gemeenten_2017_regio_den_haag_plus_weesp.geojson", "gemeente", 2017}, {"wijken_2014_regio_den_haag_plus_weesp.geojson", "wijk", 2014}}) {
        const auto v = laad(map / naam, soort, jaar);
        EXPECT_EQ(v.afgekeurd, 0U) << naam;
        EXPECT_GT(v.opgeslagen, 20U) << naam;
    }
}

}  // namespace
}  // namespace damwand::kaart

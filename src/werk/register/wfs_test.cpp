// SPDX-License-Identifier: EUPL-1.2
#include "werk/register/wfs.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "base/fout.hpp"

namespace damwand::registers {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

std::string blad(const std::string& vormen, const std::string& meer = "") { return fmt::format(R"({{"type":"FeatureCollection"{},"features":[{}]}})", meer, vormen); }
std::string vorm(int id) { return fmt::format(R"({{"type":"Feature","id":"b.{}","properties":{{"buurtcode":"BU{}"}},"geometry":null}})", id, id); }

/// A recorded service: its answers in turn, and what was asked of it.
class Wfs : public testing::Test {
  protected:
    const fs::path uit = fs::temp_directory_path() / fmt::format("damwand-wfs-{}.geojson", getpid());
    std::vector<http::UitAntwoord> antwoorden;
    std::vector<std::string> gevraagd;
    std::vector<std::int64_t> gewacht;
    WfsVraag vraag{.dienst = "https://dienst.example/wfs?map=x", .laag = "wijken:buurten", .uit = uit};
    WfsOpties opties{.haal = [this](const std::string& url) -> http::UitAntwoord {
                         gevraagd.push_back(url);
                         const auto a = antwoorden.at(gevraagd.size() - 1);
                         if (a.status == 0) throw Fout(FoutSoort::niet_beschikbaar, "niet-beschikbaar", "stil");
                         return a;
                     },
                     .wacht = [this](std::chrono::milliseconds ms) { gewacht.push_back(ms.count()); },
                     .per_bladzij = 2};
    void SetUp() override { TearDown(); }
    void TearDown() override { fs::remove(uit); }
    [[nodiscard]] std::string inhoud() const {
        std::ifstream in(uit, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    /// "code: words" of what is thrown.
    std::string mis() {
        try {
            (void)haal_wfs(vraag, opties);
        } catch (const Fout& fout) {
            EXPECT_FALSE(fs::exists(uit.string() + ".half"));
            return fout.code() + ": " + fout.uitleg();
        }
        return "";
    }
};

TEST_F(Wfs, BladertTotEenLegeBladzijEnVraagtOpnieuwWieDrukIs) {
    antwoorden = {{200, blad(vorm(1) + "," + vorm(2), R"(,"numberMatched":3)")}, {503, ""}, {0, ""}, {200, blad(vorm(3))}, {200, blad("")}};
    vraag.vlak = {80000, 440000, 100000.5, 460000};
    const auto v = haal_wfs(vraag, opties);
    EXPECT_EQ(v.gehaald, 3U);
    EXPECT_EQ(v.herhaald, 2U);
    EXPECT_THAT(gewacht, ElementsAre(1000, 2000));
    EXPECT_EQ(gevraagd.front(), "https://dienst.example/wfs?service=WFS&version=2.0.0&request=GetFeature&typeNames=wijken%3Abuurten&srsName=urn%3Aogc%3Adef%3Acrs%3AEPSG%3A%3A28992"
                                "&outputFormat=application%2Fjson&count=2&bbox=80000,440000,100000.5,460000,urn%3Aogc%3Adef%3Acrs%3AEPSG%3A%3A28992&startIndex=0");
    EXPECT_THAT(gevraagd.back(), testing::EndsWith("&startIndex=3"));
    EXPECT_EQ(inhoud(), "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::28992\"}},\"features\":[\n" + vorm(1) + ",\n" + vorm(2) + ",\n" + vorm(3) + "\n]}\n");
}

TEST_F(Wfs, WatNietKloptLaatHetBestandZoalsHetWas) {
    std::ofstream(uit) << "was er al";
    const auto na = [&](std::vector<http::UitAntwoord> reeks) {
        antwoorden = std::move(reeks);
        gevraagd.clear();
        auto uitkomst = mis();
        EXPECT_EQ(inhoud(), "was er al");
        return uitkomst;
    };
    const auto twee = blad(vorm(1) + "," + vorm(2));
    EXPECT_THAT(na({{200, twee}, {200, twee}}), HasSubstr("wfs-onbruikbaar: De dienst geeft een vorm twee keer"));
    EXPECT_THAT(na({{200, blad("{}")}, {200, blad("{}")}}), HasSubstr("twee keer dezelfde bladzij"));
    EXPECT_THAT(na({{200, blad(vorm(1), R"(,"numberMatched":9)")}, {200, blad("")}}), HasSubstr("zegt 9 vormen te hebben en gaf er 1"));
    EXPECT_THAT(na({{200, blad("")}}), HasSubstr("geen vormen"));
    EXPECT_THAT(na({{200, "<wfs:FeatureCollection/>"}}), HasSubstr("antwoordt niet met GeoJSON"));
    EXPECT_THAT(na({{200, "{\"features\":[{\"id\":1"}}), HasSubstr("antwoordt niet met GeoJSON")) << "cut off";
    EXPECT_THAT(na({{200, "[]"}}), HasSubstr("iets anders dan een lijst van vormen"));
    EXPECT_THAT(na({{200, std::string(100, '[')}}), HasSubstr("antwoordt niet met GeoJSON")) << "nested without end";
    EXPECT_EQ(na({{400, "<ows:ExceptionReport><ows:ExceptionText>Geen laag\x1b[2J hier</ows:ExceptionText>"}}),
              "wfs-weigert: De dienst weigert deze vraag (400: Geen laag [2J hier). Controleer het adres en de laag. Er is niets bewaard.");
    EXPECT_THAT(na({{200, "<ExceptionText>Onbekend</ExceptionText>"}}), HasSubstr("wfs-weigert"));
    EXPECT_THAT(na({{404, ""}}), HasSubstr("wfs-weigert: De dienst weigert deze vraag (404)."));
    EXPECT_THAT(na({{500, ""}, {500, ""}, {500, ""}, {500, ""}, {0, ""}}), HasSubstr("wfs-antwoordt-niet: De dienst geeft geen antwoord (stil)"));
    opties.meeste = 1;
    EXPECT_THAT(na({{200, twee}}), HasSubstr("meer dan 1 vormen"));
    vraag.uit = uit / "geen-map";
    EXPECT_THAT(na({{200, twee}}), HasSubstr("onleesbaar"));
}

}  // namespace
}  // namespace damwand::registers

// SPDX-License-Identifier: EUPL-1.2
// The background map against a tile server of our own that is good, slow, lost, wrong, too large, or sends one elsewhere.
#include "werk/kaart/achtergrond.hpp"

#include <gmock/gmock.h>

#include <condition_variable>
#include <fstream>
#include <mutex>
#include <optional>
#include <thread>

#include "base/fout.hpp"
#include "platform/http/http.hpp"
#include "steun/werkmap.hpp"

namespace damwand::kaart {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using proef::werkmap;

/// The head of a PNG of this size: what is looked at before it is passed on.
std::string png(unsigned breed = 256, unsigned hoog = 256, std::size_t rest = 40) {
    std::string uit("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    for (const unsigned maat : {breed, hoog}) {
        for (const unsigned schuif : {24U, 16U, 8U, 0U}) uit += static_cast<char>(maat >> schuif & 0xffU);
    }
    return uit + std::string(rest, 'x');
}

/// A tile server: what it answers, and what it was asked.
class Dienst {
  public:
    explicit Dienst(std::function<http::Antwoord(const http::Verzoek&)> doe) : m_doe(std::move(doe)), m_server({.poort = 0, .werkers = 4}, [this](const http::Verzoek& v) {
        {
            const std::lock_guard grendel(m_slot);
            m_gevraagd.push_back(v);
        }
        return m_doe(v);
    }) {
        m_server.start();
    }
    ~Dienst() { m_server.stop(0ms); }
    [[nodiscard]] std::string oorsprong() const { return "http://127.0.0.1:" + std::to_string(m_server.poort()); }
    [[nodiscard]] Achtergrondinstellingen instellingen() const { return {.adres = oorsprong() + "/kaart/{z}/{x}/{y}.png", .bron = "Kaart: proef"}; }
    [[nodiscard]] std::vector<http::Verzoek> gevraagd() {
        const std::lock_guard grendel(m_slot);
        return m_gevraagd;
    }

  private:
    std::function<http::Antwoord(const http::Verzoek&)> m_doe;
    std::mutex m_slot;
    std::vector<http::Verzoek> m_gevraagd;
    http::Server m_server;
};

http::Antwoord beeld(std::string bytes, std::string type = "image/png") { return {.status = 200, .type = std::move(type), .lijf = std::move(bytes)}; }

/// As the screen does it: asks until it is there.
std::string tot_het_er_is(Achtergrond& a, int z, int x, int y) {
    for (;;) {
        if (auto gehaald = a.haal(z, x, y); !gehaald.bytes.empty()) return gehaald.bytes;
    }
}
/// The code of the fault with which it ends; empty when a picture comes.
std::string fout_van(Achtergrond& a, int z, int x, int y) {
    try {
        (void)tot_het_er_is(a, z, x, y);
        return "";
    } catch (const Fout& fout) {
        return std::string(fout.code());
    }
}
fs::path nieuwe_map() {
    static int nummer = 0;
    return werkmap() / ("achtergrond" + std::to_string(++nummer));
}

TEST(Achtergrond, HaaltEenTegelEenmaalEnZegtDeDienstNietMeerDanWelke) {
    Dienst dienst([](const auto&) { return beeld(png()); });
    Achtergrond a(dienst.instellingen(), nieuwe_map());
    EXPECT_EQ(tot_het_er_is(a, 12, 2105, 1346), png());
    EXPECT_EQ(tot_het_er_is(a, 12, 2105, 1346), png());
    const auto gevraagd = dienst.gevraagd();
    ASSERT_EQ(gevraagd.size(), 1U);
    EXPECT_EQ(gevraagd[0].pad, "/kaart/12/2105/1346.png");
    std::vector<std::string> koppen;
    for (const auto& [naam, waarde] : gevraagd[0].koppen) koppen.push_back(naam);
    EXPECT_THAT(koppen, testing::UnorderedElementsAre("host", "accept"));
    EXPECT_EQ(gevraagd[0].kop("accept"), "image/png, image/jpeg");
}

TEST(Achtergrond, BewaartOpSchijfEnGooitWegWatVanEenAnderAdresIs) {
    Dienst dienst([](const auto&) { return beeld(png()); });
    const auto map = nieuwe_map();
    {
        Achtergrond a(dienst.instellingen(), map);
        (void)tot_het_er_is(a, 12, 2105, 1346);
    }
    Achtergrond weer(dienst.instellingen(), map);
    EXPECT_EQ(tot_het_er_is(weer, 12, 2105, 1346), png());
    EXPECT_EQ(dienst.gevraagd().size(), 1U);
    auto anders = dienst.instellingen();
    anders.adres = dienst.oorsprong() + "/anders/{z}/{x}/{y}.png";
    Achtergrond ander(anders, map);
    EXPECT_EQ(ander.bytes(), 0U);
    EXPECT_EQ(std::distance(fs::directory_iterator(map), fs::directory_iterator{}), 1);
}

TEST(Achtergrond, KapotOpSchijfHaaltHetOpnieuw) {
    Dienst dienst([](const auto&) { return beeld(png()); });
    const auto map = nieuwe_map();
    Achtergrond a(dienst.instellingen(), map);
    (void)tot_het_er_is(a, 12, 2105, 1346);
    for (const auto& item : fs::recursive_directory_iterator(map)) {
        if (item.is_regular_file()) std::ofstream(item.path(), std::ios::trunc) << "<script>";
    }
    EXPECT_EQ(tot_het_er_is(a, 12, 2105, 1346), png());
}

TEST(Achtergrond, LaatNiemandWachtenOpEenTrageDienst) {
    std::mutex slot;
    std::condition_variable los;
    bool mag = false;
    Dienst dienst([&](const auto&) {
        std::unique_lock grendel(slot);
        los.wait(grendel, [&] { return mag; });
        return beeld(png());
    });
    Achtergrond a(dienst.instellingen(), nieuwe_map(), {.geduld = 1ms});
    for (int x = 2100; x < 2112; ++x) EXPECT_TRUE(a.haal(12, x, 1346).bytes.empty());
    while (dienst.gevraagd().size() < 3) std::this_thread::yield();
    EXPECT_EQ(dienst.gevraagd().size(), 3U) << "no more than three at a time";
    {
        const std::lock_guard grendel(slot);
        mag = true;
    }
    los.notify_all();
    EXPECT_EQ(tot_het_er_is(a, 12, 2100, 1346), png());
}

TEST(Achtergrond, WatErNietIsIsDoorzichtigEnBuitenHetLandWordtNietGevraagd) {
    Dienst dienst([](const auto&) { return http::Antwoord{.status = 404, .lijf = "{}"}; });
    Achtergrond a(dienst.instellingen(), nieuwe_map());
    EXPECT_EQ(soort_beeld(tot_het_er_is(a, 12, 2105, 1346)), "image/png");
    EXPECT_EQ(dienst.gevraagd().size(), 1U);
    EXPECT_EQ(soort_beeld(tot_het_er_is(a, 12, 100, 100)), "image/png");
    EXPECT_EQ(dienst.gevraagd().size(), 1U);
    for (const auto& [z, x, y] : {std::array{6, 32, 21}, {18, 134700, 86200}, {12, -1, 3}, {12, 4096, 3}, {12, 3, 4096}}) EXPECT_EQ(fout_van(a, z, x, y), onbekend().code());
    EXPECT_EQ(dienst.gevraagd().size(), 1U);
}

TEST(Achtergrond, NeemtNietsAnPlaatsVanEenBeeld) {
    const std::string html = "<html><script>alert(1)</script></html>";
    const std::vector<http::Antwoord> antwoorden{
        beeld(html, "text/html"), beeld(html), beeld(png(), "text/html"), beeld(png(20'000, 20'000)), beeld(png(0, 256)), beeld(png().substr(0, 20)),
        beeld("GIF89a" + std::string(40, 'x')), beeld(png(256, 256, 300'000)), {.status = 500, .lijf = "{}"},
        {.status = 302, .lijf = "", .koppen = {{"Location", "/kaart/12/2105/1346.png"}}}};
    for (std::size_t i = 0; i < antwoorden.size(); ++i) {
        Dienst dienst([&](const auto&) { return antwoorden[i]; });
        Achtergrond a(dienst.instellingen(), nieuwe_map());
        EXPECT_EQ(fout_van(a, 12, 2105, 1346), "achtergrondkaart-weg") << i;
        EXPECT_EQ(dienst.gevraagd().size(), 1U) << i << ": a redirect is not followed";
        EXPECT_EQ(a.bytes(), 0U) << i;
    }
}

TEST(Achtergrond, LaatEenDienstDieFaaltMetRustEnGaatDaarnaVerder) {
    std::atomic<bool> goed{false};
    Dienst dienst([&](const auto&) { return goed ? beeld(png()) : http::Antwoord{.status = 500, .lijf = "{}"}; });
    {
        Achtergrond a(dienst.instellingen(), nieuwe_map());
        for (int x = 2100; x < 2120; ++x) EXPECT_EQ(fout_van(a, 12, x, 1346), "achtergrondkaart-weg");
        EXPECT_EQ(dienst.gevraagd().size(), 3U);
    }
    Achtergrond zonder_rust(dienst.instellingen(), nieuwe_map(), {.rust = 0s});
    for (int x = 2100; x < 2105; ++x) EXPECT_TRUE(zonder_rust.haal(12, x, 1346).bytes.empty());
    goed = true;
    EXPECT_EQ(tot_het_er_is(zonder_rust, 12, 2100, 1346), png());
}

TEST(Achtergrond, EenDienstDieErNietIsIsEenFoutEnGeenLegeKaart) {
    std::string adres;
    {
        Dienst dienst([](const auto&) { return beeld(png()); });
        adres = dienst.instellingen().adres;
    }
    Achtergrond a({.adres = adres, .bron = "Kaart: proef"}, nieuwe_map());
    EXPECT_EQ(fout_van(a, 12, 2105, 1346), "achtergrondkaart-weg");
}

TEST(Achtergrond, BlijftBinnenZijnRuimte) {
    constexpr std::size_t groot = 200'000, mega = std::size_t{1024} * 1024;
    Dienst dienst([](const auto&) { return beeld(png(256, 256, groot)); });
    auto in = dienst.instellingen();
    in.ruimte = 1;
    const auto map = nieuwe_map();
    Achtergrond a(in, map);
    for (int x = 2100; x < 2110; ++x) (void)tot_het_er_is(a, 12, x, 1346);
    EXPECT_LE(a.bytes(), mega);
    std::size_t op_schijf = 0;
    for (const auto& item : fs::recursive_directory_iterator(map)) op_schijf += item.is_regular_file() ? item.file_size() : 0;
    EXPECT_EQ(op_schijf, a.bytes());
    const auto gevraagd = dienst.gevraagd().size();
    (void)tot_het_er_is(a, 12, 2109, 1346);
    EXPECT_EQ(dienst.gevraagd().size(), gevraagd) << "what was used last stays";
    (void)tot_het_er_is(a, 12, 2100, 1346);
    EXPECT_EQ(dienst.gevraagd().size(), gevraagd + 1) << "what was used longest ago went";
}

TEST(Achtergrond, EenOudeTegelBlijftTotErEenNieuwereIs) {
    std::atomic<unsigned> maat{256};
    Dienst dienst([&](const auto&) { return beeld(png(maat, 256)); });
    Achtergrond a(dienst.instellingen(), nieuwe_map(), {.houdbaar = 0h});
    EXPECT_EQ(tot_het_er_is(a, 12, 2105, 1346), png());
    maat = 512;
    while (tot_het_er_is(a, 12, 2105, 1346) != png(512)) std::this_thread::yield();
}

TEST(Achtergrond, KeurtDeInstellingenBijHetStarten) {
    const auto fouten = [](Achtergrondinstellingen in) {
        std::vector<std::string> uit;
        try {
            const Achtergrond a(std::move(in), nieuwe_map());
        } catch (const Fout& fout) {
            for (const auto& f : fout.velden()) uit.push_back(f.veld);
        }
        return uit;
    };
    for (const auto* adres : {"https://kaart.example/{z}/{x}.png", "https://{z}.kaart.example/{x}/{y}", "https://kaart.example/{z}/{x}/{y}/{z}", "https://kaart.example/{s}/{z}/{x}/{y}",
                              "http://kaart.example/{z}/{x}/{y}.png", "ftp://kaart.example/{z}/{x}/{y}.png"})
        EXPECT_THAT(fouten({.adres = adres, .bron = "x"}), testing::ElementsAre("achtergrondkaart.adres")) << adres;
    EXPECT_THAT(fouten({.adres = "https://kaart.example/{z}/{x}/{y}.png", .bron = ""}), testing::ElementsAre("achtergrondkaart.bron"));
    EXPECT_THAT(fouten({.adres = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png", .bron = "Kaart: Kadaster/PDOK, CC BY 4.0"}), testing::IsEmpty());
}

TEST(Achtergrond, HerkentEenJpegAanZijnBytes) {
    const std::string app0("\xff\xe0\0\x04xx", 6);
    const auto jpeg = [&](std::string_view maat) { return "\xff\xd8" + app0 + std::string("\xff\xc0\0\x11\x08", 5) + std::string(maat) + std::string(12, 'x'); };
    EXPECT_EQ(soort_beeld(jpeg(std::string_view("\1\0\1\0", 4))), "image/jpeg");
    EXPECT_EQ(soort_beeld(jpeg(std::string_view("\x7f\0\1\0", 4))), "") << "too high";
    EXPECT_EQ(soort_beeld(jpeg(std::string_view("\0\0\1\0", 4))), "");
    EXPECT_EQ(soort_beeld("\xff\xd8\xff"), "");
    EXPECT_EQ(soort_beeld("\xff\xd8" + app0 + "\xff\xda" + std::string(40, 'x')), "");
    EXPECT_EQ(soort_beeld(""), "");
}

}  // namespace
}  // namespace damwand::kaart

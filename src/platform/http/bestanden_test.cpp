// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>

#include <fstream>

#include "platform/http/kop.hpp"

namespace damwand::http {
namespace {

namespace fs = std::filesystem;

/// A built UI of four files beside a secret, in a folder that goes with the test.
class BestandenTest : public testing::Test {
  protected:
    void SetUp() override {
        m_map = fs::temp_directory_path() / ("damwand-bestanden-" + std::to_string(getpid()));
        fs::create_directories(m_map / "dist/assets");
        schrijf("geheim.txt", "geheim");
        schrijf("dist/index.html", "<!doctype html><title>Damwand</title>");
        schrijf("dist/assets/app-1a2b.js", m_script);
        schrijf("dist/assets/punt.png", std::string(2000, 'p'));
        schrijf("dist/.env", "geheim");
        fs::create_symlink(m_map / "geheim.txt", m_map / "dist/lek.txt");
        fs::create_directory_symlink(m_map, m_map / "dist/boven");
        m_bestanden.emplace(m_map / "dist");
    }
    void TearDown() override { fs::remove_all(m_map); }

    void schrijf(const std::string& naam, const std::string& inhoud) const {
        std::ofstream(m_map / naam, std::ios::binary) << inhoud;
    }
    [[nodiscard]] std::optional<Antwoord> vraag(const std::string& pad, std::map<std::string, std::string> koppen = {},
                                                Methode methode = Methode::get) const {
        Verzoek verzoek;
        verzoek.methode = methode;
        verzoek.pad = pad;
        verzoek.koppen = std::move(koppen);
        return m_bestanden->antwoord(verzoek);
    }
    static std::string kop(const Antwoord& antwoord, std::string_view naam) {
        for (const auto& [eigen, waarde] : antwoord.koppen) {
            if (klein(eigen) == klein(naam)) return waarde;
        }
        return {};
    }

    const std::string m_script = "/* " + std::string(5000, 'x') + " */";
    fs::path m_map;
    std::optional<Bestanden> m_bestanden;
};

TEST_F(BestandenTest, GeeftDePaginaEnDeSchermen) {
    for (const auto* pad :
         {"/", "/index.html", "/signalen", "/casussen/0f8fad5b-d9cb-469f-a165-70867728950e", "/v1x"}) {
        const auto antwoord = vraag(pad);
        ASSERT_TRUE(antwoord) << pad;
        EXPECT_EQ(antwoord->status, 200);
        EXPECT_EQ(antwoord->type, "text/html; charset=utf-8");
        EXPECT_EQ(*antwoord->gedeeld, "<!doctype html><title>Damwand</title>");
        EXPECT_EQ(kop(*antwoord, "Cache-Control"), "no-cache");
        EXPECT_TRUE(antwoord->bewaarbaar);
    }
}

TEST_F(BestandenTest, LaatDeApiEnOnbekendeBestandenAanAnderen) {
    for (const auto* pad : {"/v1", "/v1/", "/v1/signalen", "/assets/weg.js", "/robots.txt"})
        EXPECT_FALSE(vraag(pad)) << pad;
    EXPECT_FALSE(vraag("/", {}, Methode::post));
    EXPECT_TRUE(vraag("/", {}, Methode::head));
}

TEST_F(BestandenTest, VerlaatDeMapNooit) {
    for (const auto* pad : {"/../geheim.txt", "/lek.txt", "/boven/geheim.txt", "/.env", "/assets/../../geheim.txt",
                            "//geheim.txt", "/dist/../geheim.txt"}) {
        const auto antwoord = vraag(pad);
        EXPECT_FALSE(antwoord && antwoord->gedeeld->find("geheim") != std::string::npos) << pad;
        EXPECT_FALSE(antwoord && antwoord->type != "text/html; charset=utf-8") << pad;
    }
}

TEST_F(BestandenTest, ZiptVoorWieHetWil) {
    const auto gezipt = vraag("/assets/app-1a2b.js", {{"accept-encoding", "br, gzip;q=0.8"}});
    ASSERT_TRUE(gezipt);
    EXPECT_EQ(kop(*gezipt, "Content-Encoding"), "gzip");
    EXPECT_EQ(kop(*gezipt, "Vary"), "Accept-Encoding");
    EXPECT_EQ(kop(*gezipt, "Cache-Control"), "public, max-age=31536000, immutable");
    std::string uit(m_script.size() + 100, '\0');
    z_stream stroom{};
    ASSERT_EQ(inflateInit2(&stroom, 15 + 16), Z_OK);
    stroom.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(gezipt->gedeeld->data()));
    stroom.avail_in = static_cast<uInt>(gezipt->gedeeld->size());
    stroom.next_out = reinterpret_cast<Bytef*>(uit.data());
    stroom.avail_out = static_cast<uInt>(uit.size());
    EXPECT_EQ(inflate(&stroom, Z_FINISH), Z_STREAM_END);
    uit.resize(stroom.total_out);
    inflateEnd(&stroom);
    EXPECT_EQ(uit, m_script);

    for (const auto* wil : {"", "br", "gzip;q=0", "gzip; q=0.000", "identity", "xgzip"}) {
        const auto plat = vraag("/assets/app-1a2b.js", {{"accept-encoding", wil}});
        ASSERT_TRUE(plat);
        EXPECT_EQ(*plat->gedeeld, m_script) << wil;
        EXPECT_EQ(kop(*plat, "Content-Encoding"), "") << wil;
        EXPECT_NE(kop(*plat, "ETag"), kop(*gezipt, "ETag"));
    }
    EXPECT_EQ(kop(*vraag("/assets/punt.png", {{"accept-encoding", "gzip"}}), "Content-Encoding"), "");
}

TEST_F(BestandenTest, StuurtNietNogEensWatErAlIs) {
    const auto eerst = vraag("/assets/app-1a2b.js");
    const auto etag = kop(*eerst, "ETag");
    for (const auto& heeft : {etag, "W/" + etag, "\"x\", " + etag, std::string("*")}) {
        const auto weer = vraag("/assets/app-1a2b.js", {{"if-none-match", heeft}});
        EXPECT_EQ(weer->status, 304) << heeft;
        EXPECT_EQ(kop(*weer, "ETag"), etag);
        EXPECT_FALSE(weer->gedeeld);
    }
    EXPECT_EQ(vraag("/assets/app-1a2b.js", {{"if-none-match", "\"anders\""}})->status, 200);
    EXPECT_EQ(vraag("/assets/app-1a2b.js", {{"if-none-match", etag}, {"accept-encoding", "gzip"}})->status, 200);
}

TEST_F(BestandenTest, EenOntbrekendeMapIsEenDuidelijkeFout) {
    EXPECT_THROW(Bestanden(m_map / "weg"), Fout);
    EXPECT_THROW(Bestanden(m_map / "geheim.txt"), Fout);
}

}  // namespace
}  // namespace damwand::http

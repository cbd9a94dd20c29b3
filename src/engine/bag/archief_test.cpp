// SPDX-License-Identifier: EUPL-1.2
// Broken deliveries: whatever is wrong with a zip, the reader says in which file and what to do.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <iterator>

#include "base/fout.hpp"
#include "engine/bag/maker.hpp"
#include "engine/bag/schrijver.hpp"
#include "engine/bag/zipschrijver.hpp"
#include "steun/werkmap.hpp"

namespace damwand::bag {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Archief : public testing::Test {
  protected:
    std::string inhoud(const fs::path& pad) {
        std::ifstream in(pad, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    fs::path schrijf(const std::string& naam, const std::string& bytes) {
        fs::create_directories((m_map / naam).parent_path());
        std::ofstream(m_map / naam, std::ios::binary) << bytes;
        return m_map / naam;
    }
    fs::path zip(const std::string& naam, const std::vector<std::pair<std::string, std::string>>& delen) {
        ZipSchrijver schrijver{m_map / naam};
        for (const auto& [deel, tekst] : delen) schrijver.voeg_toe(deel, [&tekst](std::string& uit) { uit = tekst; });
        schrijver.sluit();
        return m_map / naam;
    }
    fs::path levering() { return maak({.adressen = 100, .zaad = 1}, m_map).bestand; }

    Leesverslag lees_pad(const fs::path& pad, const LeesOpties& opties = {}) {
        Afnemer afnemer;
        const std::array bronnen{pad};
        return lees(bronnen, afnemer, opties);
    }
    void verwacht(const fs::path& pad, std::string_view code, std::string_view deel, const LeesOpties& opties = {}) {
        try {
            (void)lees_pad(pad, opties);
            FAIL() << "must throw " << code;
        } catch (const Fout& fout) {
            EXPECT_EQ(fout.code(), code) << fout.uitleg();
            EXPECT_THAT(fout.uitleg(), HasSubstr(std::string(deel)));
        }
    }
    proef::Werkmap m_werkmap;
    const fs::path& m_map = m_werkmap.pad();
};

/// Keeps the records that were rejected; read by two threads when `takken`.
struct Keurder : Afnemer {
    using Afnemer::ontvang;
    explicit Keurder(bool naast_elkaar) : m_takken(naast_elkaar) {}
    void ontvang(Pand& o) override { panden.push_back(o.identificatie.tekst()); }
    void ontvang(Verblijfsobject& o) override { objecten.push_back(o.identificatie.tekst()); }
    void ontvang(const Afkeuring& a) override { afgekeurd.push_back(a.bestand + ':' + std::to_string(a.regel) + ' ' + a.reden); }
    std::unique_ptr<Afnemer> tak() override { return m_takken ? std::make_unique<Keurder>(false) : nullptr; }
    void voeg_in(Afnemer& tak) override {
        ++takken;
        const auto& t = static_cast<Keurder&>(tak);
        panden.insert(panden.end(), t.panden.begin(), t.panden.end());
        objecten.insert(objecten.end(), t.objecten.begin(), t.objecten.end());
        afgekeurd.insert(afgekeurd.end(), t.afgekeurd.begin(), t.afgekeurd.end());
    }
    std::vector<std::string> panden, objecten, afgekeurd;
    int takken = 0;

  private:
    bool m_takken;
};

class ArchiefNaastElkaar : public Archief {
  protected:
    /// A delivery of twelve parts, in three of which a record is no good; `maak_stuk` may spoil parts.
    fs::path delen(const std::string& naam, const std::function<void(std::size_t, std::string&)>& maak_stuk = {}) {
        const Datum stand{std::chrono::year{2026} / 10 / 8};
        Levering l;
        l.standdatum = stand;
        l.gemeenten = {{Gemeentecode{9001}, "Damstede"}};
        std::vector<std::pair<std::string, std::string>> uit{{"Leveringsdocument-BAG-Extract.xml", leveringsdocument(l)}};
        struct Eerste : Afnemer {
            using Afnemer::ontvang;
            void ontvang(Pand& o) override { panden.push_back(o); }
            std::vector<Pand> panden;
        } eerste;
        const std::array bron{levering()};
        (void)lees(bron, eerste, {});
        const auto per = eerste.panden.size() / 12;
        for (std::size_t i = 0; i < 12; ++i) {
            auto xml = bestand_begin(ObjectType::pand, Gemeentecode{9001}, stand);
            for (std::size_t j = i * per; j < (i + 1) * per; ++j) schrijf_record(eerste.panden[j], xml);
            xml += bestand_einde();
            if (i % 4 == 2) xml.replace(xml.find("<Objecten:oorspronkelijkBouwjaar>") + 33, 4, "eens");
            if (maak_stuk) maak_stuk(i, xml);
            uit.emplace_back(fmt::format("9001PND08102026-{:06}.xml", i + 1), std::move(xml));
        }
        return zip(naam, uit);
    }
    static void schrijf_record(const Pand& p, std::string& uit) { bag::schrijf(p, uit); }
};

TEST_F(ArchiefNaastElkaar, LeestHetzelfdeInDezelfdeVolgorde) {
    const std::array bron{delen("naast.zip")};
    Keurder een(false);
    const auto alleen = lees(bron, een, {});
    ASSERT_GT(een.panden.size(), 50U);
    ASSERT_EQ(een.afgekeurd.size(), 3U);
    for (int keer = 0; keer < 20; ++keer) {
        Keurder twee(true);
        const auto samen = lees(bron, twee, {});
        EXPECT_EQ(twee.takken, 12);
        EXPECT_EQ(twee.panden, een.panden);
        EXPECT_EQ(twee.afgekeurd, een.afgekeurd);
        EXPECT_EQ(samen.totaal(), alleen.totaal());
        EXPECT_EQ(samen.xml_bytes, alleen.xml_bytes);
        EXPECT_EQ(samen.xml_bestanden, alleen.xml_bestanden);
        EXPECT_EQ(samen.levering, alleen.levering);
    }
}

TEST_F(ArchiefNaastElkaar, NoemtHetEersteBestandDatStukIs) {
    const std::array bron{delen("stuk.zip", [](std::size_t i, std::string& xml) {
        if (i == 5 || i == 6 || i == 9) xml.resize(xml.size() / 2);
    })};
    for (int keer = 0; keer < 20; ++keer) {
        Keurder twee(true);
        try {
            (void)lees(bron, twee, {});
            FAIL();
        } catch (const Fout& fout) {
            EXPECT_THAT(fout.uitleg(), HasSubstr("9001PND08102026-000006.xml"));
        }
    }
}

TEST_F(ArchiefNaastElkaar, HoudtOpAlsDatWordtGevraagd) {
    const std::array bron{delen("gestopt.zip")};
    for (int keer = 0; keer < 20; ++keer) {
        Keurder twee(true);
        int nog = keer;
        LeesOpties opties;
        opties.voortgang = [&](const Stand&) { return nog-- > 0; };
        try {
            (void)lees(bron, twee, opties);
        } catch (const Fout& fout) {
            EXPECT_EQ(fout.code(), "afgebroken");
        }
    }
}

TEST_F(Archief, AfgebrokenZipWordtGeweigerdMetNaamEnRaad) {
    const auto pad = levering();
    const std::string heel = inhoud(pad);
    verwacht(schrijf("half.zip", heel.substr(0, heel.size() / 2)), "bag-zip-kapot", "half.zip");
    verwacht(schrijf("half.zip", heel.substr(0, heel.size() / 2)), "bag-zip-kapot", "Haal het opnieuw op");
    verwacht(schrijf("staart.zip", heel.substr(0, heel.size() - 5)), "bag-zip-kapot", "staart.zip");
    verwacht(schrijf("tekst.zip", "dit is geen zip"), "bag-zip-kapot", "geen zipbestand");
    verwacht(schrijf("leeg.zip", ""), "bag-geen-bag", "leeg");
    verwacht(m_map / "nergens.zip", "bag-onleesbaar", "bestaat niet");
}

TEST_F(Archief, KapotteControlesomWordtGemeldMetHetBinnensteBestand) {
    // The checksum stands in the central directory and, in front of the data, in the local header: break the former.
    const auto pad = zip("a.zip", {{"9001PND08112026-000001.xml", std::string(5000, ' ')}});
    std::string bytes = inhoud(pad);
    const auto kop = bytes.rfind("PK\x01\x02");
    ASSERT_NE(kop, std::string::npos);
    bytes[kop + 16] = static_cast<char>(bytes[kop + 16] ^ 0x55);
    const std::string lokaal = "PK\x03\x04";
    ASSERT_EQ(bytes.compare(0, 4, lokaal), 0);
    bytes[14] = static_cast<char>(bytes[14] ^ 0x55);
    verwacht(schrijf("crc.zip", bytes), "bag-zip-kapot", "crc.zip/9001PND08112026-000001.xml");
}

TEST_F(Archief, OmgevallenBytesInEenBinnenzipWordenGemeld) {
    const std::string heel = inhoud(levering());
    int gemeld = 0;
    for (std::size_t i = heel.size() / 3; i < heel.size() / 3 + 40 * 97; i += 97) {
        std::string kapot = heel;
        kapot[i] = static_cast<char>(kapot[i] ^ 0xff);
        try {
            (void)lees_pad(schrijf("kapot.zip", kapot));
        } catch (const Fout& fout) {
            EXPECT_EQ(fout.soort(), FoutSoort::ongeldig);
            EXPECT_THAT(fout.uitleg(), HasSubstr("kapot.zip/9001GEM08112026.zip: "));
            ++gemeld;
        }
    }
    EXPECT_EQ(gemeld, 40) << "every flipped byte is data of some part, so every one must be noticed";
}

TEST_F(Archief, TeDiepVerpakteZipsWordenGeweigerd) {
    auto pad = zip("0.zip", {{"a.xml", "<x/>"}});
    for (int i = 1; i < 6; ++i) pad = zip(std::to_string(i) + ".zip", {{std::to_string(i - 1) + ".zip", inhoud(pad)}});
    verwacht(pad, "bag-te-groot", "te diep");
}

TEST_F(Archief, TeGrotePartijenWordenGeweigerd) {
    const auto binnen = zip("binnen.zip", {{"a.xml", "<x/>"}});
    const auto pad = zip("buiten.zip", {{"binnen.zip", inhoud(binnen)}});
    LeesOpties krap;
    krap.grootste_binnenzip = 10;
    verwacht(pad, "bag-te-groot", "buiten.zip/binnen.zip", krap);
    const auto bom = zip("bom.zip", {{"a.xml", "<?xml version=\"1.0\"?>" + std::string(4U << 20U, ' ')}});
    LeesOpties klein;
    klein.grootste_xml = 1U << 20U;
    verwacht(bom, "bag-te-groot", "bom.zip/a.xml", klein);
}

TEST_F(Archief, ZipZonderBagWordtGeweigerd) {
    verwacht(zip("foto.zip", {{"foto.jpg", "..."}, {"lees.txt", "..."}}), "bag-geen-bag", "foto.zip");
    fs::create_directories(m_map / "lege-map");
    verwacht(m_map / "lege-map", "bag-geen-bag", "lege-map");
}

TEST_F(Archief, LeveringenVanVerschillendeDatumGaanNietSamen) {
    const auto een = levering();
    const auto twee =
        maak({.adressen = 100, .zaad = 1, .standdatum = Datum{std::chrono::year{2026} / 10 / 8}}, m_map).bestand;
    Afnemer afnemer;
    const std::array bronnen{een, twee};
    try {
        (void)lees(bronnen, afnemer);
        FAIL() << "must throw";
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), "bag-standdatum");
        EXPECT_THAT(fout.uitleg(), HasSubstr("2026-10-08"));
        EXPECT_THAT(fout.uitleg(), HasSubstr("regel "));
    }
}

TEST_F(Archief, RommelEnVerborgenBestandenTellenNietMee) {
    const auto pad = levering();
    fs::create_directories(m_map / "map/__MACOSX");
    fs::copy(pad, m_map / "map/levering.ZIP");
    (void)schrijf("map/.DS_Store", "Mac");
    (void)schrijf("map/__MACOSX/._9001PND.xml", "Mac");
    (void)schrijf("map/lees-mij.txt", "hallo");
    const auto verslag = lees_pad(m_map / "map");
    EXPECT_EQ(verslag.totaal().gelezen, lees_pad(pad).totaal().gelezen);
    EXPECT_THAT(verslag.overgeslagen,
                testing::ElementsAre(testing::Pair(".DS_Store", 1), testing::Pair("._9001PND.xml", 1),
                                     testing::Pair("lees-mij.txt", 1)));
}

TEST_F(Archief, LaatGeenTijdelijkBestandAchter) {
    const auto pad = levering();
    fs::create_directories(m_map / "tijdelijk");
    LeesOpties opties;
    opties.grootste_in_geheugen = 0;
    opties.tijdelijk = m_map / "tijdelijk";
    (void)lees_pad(pad, opties);
    EXPECT_TRUE(fs::is_empty(m_map / "tijdelijk"));
    const std::string heel = inhoud(pad);
    opties.voortgang = [](const Stand& s) { return s.gedaan < s.totaal / 2; };
    EXPECT_THROW((void)lees_pad(pad, opties), Fout);
    EXPECT_TRUE(fs::is_empty(m_map / "tijdelijk"));
    opties.voortgang = {};
    opties.tijdelijk = m_map / "bestaat-niet";
    EXPECT_THROW((void)lees_pad(pad, opties), Fout);
}

}  // namespace
}  // namespace damwand::bag

// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/maker.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "engine/bag/schrijver.hpp"
#include "engine/bag/straatnamen.hpp"
#include "steun/werkmap.hpp"

namespace damwand::bag {
namespace {

namespace fs = std::filesystem;

using proef::Werkmap;

std::string inhoud(const fs::path& pad) {
    std::ifstream in(pad, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Everything of a delivery, in memory.
struct Alles : Afnemer {
    using Afnemer::ontvang;
    void ontvang(Woonplaats& o) override { woonplaatsen.push_back(o); }
    void ontvang(OpenbareRuimte& o) override { openbare_ruimten.push_back(o); }
    void ontvang(Nummeraanduiding& o) override { nummers.push_back(o); }
    void ontvang(Verblijfsobject& o) override { verblijfsobjecten.push_back(o); }
    void ontvang(Ligplaats& o) override { ligplaatsen.push_back(o); }
    void ontvang(Standplaats& o) override { standplaatsen.push_back(o); }
    void ontvang(Pand& o) override { panden.push_back(o); }
    void ontvang(const Afkeuring& a) override { ADD_FAILURE() << a.pad << ": " << a.reden; }
    std::vector<Woonplaats> woonplaatsen;
    std::vector<OpenbareRuimte> openbare_ruimten;
    std::vector<Nummeraanduiding> nummers;
    std::vector<Verblijfsobject> verblijfsobjecten;
    std::vector<Ligplaats> ligplaatsen;
    std::vector<Standplaats> standplaatsen;
    std::vector<Pand> panden;
};

const Datum vandaag{std::chrono::year{2026} / 11 / 8};

template <class Object>
bool is_nu(const Object& o) {
    return o.bestandsoort == Bestandsoort::stand && is_actueel(o.voorkomen, vandaag) && !is_eindstatus(o.status);
}

/// One generated municipality, read back, for all tests that look at it.
class Gemeente : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        s_map = new Werkmap;
        s_verslag = new Maakverslag{maak({.adressen = 1500, .zaad = 3}, s_map->pad())};
        s_alles = new Alles;
        const std::array bronnen{s_verslag->bestand};
        s_gelezen = new Leesverslag{lees(bronnen, *s_alles)};
    }
    static void TearDownTestSuite() {
        delete s_gelezen;
        delete s_alles;
        delete s_verslag;
        delete s_map;
    }
    static inline Werkmap* s_map = nullptr;
    static inline Maakverslag* s_verslag = nullptr;
    static inline Alles* s_alles = nullptr;
    static inline Leesverslag* s_gelezen = nullptr;
};

TEST_F(Gemeente, LeestTerugWatErGeschrevenIs) {
    for (const auto type : alle_objecttypen) {
        for (const auto soort : {Bestandsoort::stand, Bestandsoort::inactief, Bestandsoort::niet_bag}) {
            const auto& t = s_gelezen->telling(soort, type);
            EXPECT_EQ(t.aangeboden, s_verslag->telling(type, soort).voorkomens) << code(type) << ' ' << naam(soort);
            EXPECT_EQ(t.afgekeurd, 0U);
        }
    }
    EXPECT_EQ(s_gelezen->in_onderzoek.aangeboden, s_verslag->in_onderzoek);
    EXPECT_EQ(s_gelezen->gemeente_woonplaats.aangeboden, s_verslag->gemeente_woonplaats);
    EXPECT_TRUE(s_gelezen->onbekend.empty());
    EXPECT_TRUE(s_gelezen->overgeslagen.empty());
    EXPECT_EQ(s_gelezen->levering.standdatum, vandaag);
    EXPECT_EQ(s_gelezen->levering.gemeenten.front().naam, "Damstede");
}

TEST_F(Gemeente, HeeftPreciesHetGevraagdeAantalAdressen) {
    EXPECT_EQ(std::count_if(s_alles->nummers.begin(), s_alles->nummers.end(), [](const auto& n) { return is_nu(n); }),
              1500);
}

TEST_F(Gemeente, IsOpgebouwdAlsEenEchteLevering) {
    std::uint64_t voorkomens = 0, objecten = 0;
    for (const auto type : alle_objecttypen) {
        voorkomens += s_verslag->telling(type).voorkomens;
        objecten += s_verslag->telling(type).objecten;
    }
    const double per_object = static_cast<double>(voorkomens) / static_cast<double>(objecten);
    EXPECT_GT(per_object, 1.4);
    EXPECT_LT(per_object, 1.9);
    EXPECT_GT(s_verslag->in_onderzoek, 0U);
    EXPECT_GT(s_verslag->telling(ObjectType::verblijfsobject, Bestandsoort::niet_bag).voorkomens, 0U);
    EXPECT_GT(s_verslag->telling(ObjectType::ligplaats).objecten, 0U);
    EXPECT_GT(s_verslag->telling(ObjectType::standplaats).objecten, 0U);
    EXPECT_TRUE(std::any_of(s_alles->panden.begin(), s_alles->panden.end(), [](const Pand& p) {
        return p.geometrie.ring_einde.size() > 1;
    })) << "no building with a hole";
    std::set<Gebruiksdoel> doelen;
    for (const auto& v : s_alles->verblijfsobjecten) doelen.insert(v.gebruiksdoelen.begin(), v.gebruiksdoelen.end());
    EXPECT_GE(doelen.size(), 8U);
    std::string namen;
    for (const auto& o : s_alles->openbare_ruimten) namen += o.naam + '\n';
    EXPECT_NE(namen.find("Bedrijventerrein De Kolk"), std::string::npos);
    EXPECT_NE(namen.find("Damsterhaven"), std::string::npos);
}

/// Every reference points at something, and an address that is in use hangs on a street in use.
TEST_F(Gemeente, HeeftGeenLosseVerwijzingen) {
    std::set<WoonplaatsId> woonplaatsen;
    std::set<OpenbareRuimteId> straten;
    std::set<NummeraanduidingId> nummers;
    std::set<PandId> panden;
    for (const auto& o : s_alles->woonplaatsen) woonplaatsen.insert(o.identificatie);
    for (const auto& o : s_alles->openbare_ruimten) {
        straten.insert(o.identificatie);
        EXPECT_TRUE(woonplaatsen.contains(o.ligt_in));
    }
    for (const auto& o : s_alles->nummers) {
        nummers.insert(o.identificatie);
        EXPECT_TRUE(straten.contains(o.ligt_aan));
    }
    for (const auto& o : s_alles->panden) panden.insert(o.identificatie);
    for (const auto& o : s_alles->verblijfsobjecten) {
        EXPECT_TRUE(nummers.contains(o.hoofdadres));
        for (const auto& neven : o.nevenadressen) EXPECT_TRUE(nummers.contains(neven));
        for (const auto& pand : o.maakt_deel_uit_van) EXPECT_TRUE(panden.contains(pand));
    }
    for (const auto& o : s_alles->ligplaatsen) EXPECT_TRUE(nummers.contains(o.hoofdadres));
    for (const auto& o : s_alles->standplaatsen) EXPECT_TRUE(nummers.contains(o.hoofdadres));
}

TEST_F(Gemeente, HeeftGeenTweeGelijkeAdressenInGebruik) {
    std::map<OpenbareRuimteId, std::pair<std::string, WoonplaatsId>> straten;
    for (const auto& o : s_alles->openbare_ruimten) straten[o.identificatie] = {o.naam, o.ligt_in};
    std::set<std::pair<WoonplaatsId, std::string>> straatnamen;
    for (const auto& [id, straat] : straten)
        EXPECT_TRUE(straatnamen.insert({straat.second, straat.first}).second) << straat.first;
    std::set<std::tuple<OpenbareRuimteId, int, std::string, std::string>> gezien;
    for (const auto& n : s_alles->nummers) {
        if (!is_nu(n)) continue;
        EXPECT_TRUE(gezien.insert({n.ligt_aan, n.huisnummer, n.huisletter, n.huisnummertoevoeging}).second)
            << straten[n.ligt_aan].first << ' ' << n.huisnummer;
    }
}

TEST_F(Gemeente, GeeftElkeStraatzijdeHaarEigenPostcode) {
    std::map<std::string, std::set<std::pair<OpenbareRuimteId, int>>> per_postcode;
    for (const auto& n : s_alles->nummers) {
        if (is_nu(n) && !n.postcode.empty()) per_postcode[n.postcode].insert({n.ligt_aan, n.huisnummer % 2});
    }
    EXPECT_GT(per_postcode.size(), 30U);
    for (const auto& [postcode, zijden] : per_postcode) EXPECT_EQ(zijden.size(), 1U) << postcode;
}

// ---- buildings do not overlap ----

std::int64_t kruis(RdPunt o, RdPunt a, RdPunt b) {
    return static_cast<std::int64_t>(a.x_mm - o.x_mm) * (b.y_mm - o.y_mm) -
           static_cast<std::int64_t>(a.y_mm - o.y_mm) * (b.x_mm - o.x_mm);
}
int teken(std::int64_t w) { return w > 0 ? 1 : w < 0 ? -1 : 0; }

/// Segments that cross in a point inside both; touching and overlapping walls do not count.
bool snijdt(RdPunt a, RdPunt b, RdPunt c, RdPunt d) {
    return teken(kruis(a, b, c)) * teken(kruis(a, b, d)) < 0 && teken(kruis(c, d, a)) * teken(kruis(c, d, b)) < 0;
}

template <class Werk>
void elke_wand(const Geometrie& g, const Werk& werk) {
    std::uint32_t van = 0;
    for (const auto tot : g.ring_einde) {
        for (std::uint32_t i = van; i + 1 < tot; ++i) werk(g.punten[i], g.punten[i + 1]);
        van = tot;
    }
}

/// Inside (holes are outside); false on the edge.
bool binnen(const Geometrie& g, RdPunt p) {
    bool in = false, op_rand = false;
    elke_wand(g, [&](RdPunt a, RdPunt b) {
        if (kruis(a, b, p) == 0 && std::min(a.x_mm, b.x_mm) <= p.x_mm && p.x_mm <= std::max(a.x_mm, b.x_mm) &&
            std::min(a.y_mm, b.y_mm) <= p.y_mm && p.y_mm <= std::max(a.y_mm, b.y_mm))
            op_rand = true;
        if ((a.y_mm > p.y_mm) != (b.y_mm > p.y_mm) && (kruis(a, b, p) > 0) == (b.y_mm > a.y_mm)) in = !in;
    });
    return in && !op_rand;
}

bool overlapt(const Geometrie& a, const Geometrie& b) {
    bool ja = false;
    elke_wand(a, [&](RdPunt p, RdPunt q) { elke_wand(b, [&](RdPunt r, RdPunt s) { ja = ja || snijdt(p, q, r, s); }); });
    for (const auto& p : a.punten) ja = ja || binnen(b, p);
    for (const auto& p : b.punten) ja = ja || binnen(a, p);
    return ja;
}

TEST(Overlap, ZietHetVerschilTussenRakenEnOverlappen) {
    const auto vierkant = [](std::int32_t x, std::int32_t maat) {
        Geometrie g;
        g.soort = GeometrieSoort::vlak;
        g.punten = {{x, 0}, {x + maat, 0}, {x + maat, maat}, {x, maat}, {x, 0}};
        g.ring_einde = {5};
        g.vlak_einde = {1};
        return g;
    };
    EXPECT_FALSE(overlapt(vierkant(0, 10), vierkant(10, 10)));
    EXPECT_TRUE(overlapt(vierkant(0, 10), vierkant(9, 8)));
    EXPECT_TRUE(overlapt(vierkant(0, 10), vierkant(2, 3)));
}

TEST_F(Gemeente, LaatGeenTweeGebouwenOverlappen) {
    struct Doos {
        const Geometrie* g;
        std::int32_t x1, x2, y1, y2;
    };
    std::vector<Doos> dozen;
    const auto neem = [&](const Geometrie& g) {
        Doos d{&g, INT32_MAX, INT32_MIN, INT32_MAX, INT32_MIN};
        for (const auto& p : g.punten) {
            d = {&g, std::min(d.x1, p.x_mm), std::max(d.x2, p.x_mm), std::min(d.y1, p.y_mm), std::max(d.y2, p.y_mm)};
        }
        dozen.push_back(d);
    };
    for (const auto& p : s_alles->panden) {
        if (is_nu(p)) neem(p.geometrie);
    }
    for (const auto& p : s_alles->ligplaatsen) {
        if (is_nu(p)) neem(p.geometrie);
    }
    for (const auto& p : s_alles->standplaatsen) {
        if (is_nu(p)) neem(p.geometrie);
    }
    EXPECT_GT(dozen.size(), 900U);
    std::sort(dozen.begin(), dozen.end(), [](const Doos& a, const Doos& b) { return a.x1 < b.x1; });
    for (std::size_t i = 0; i < dozen.size(); ++i) {
        for (std::size_t j = i + 1; j < dozen.size() && dozen[j].x1 < dozen[i].x2; ++j) {
            if (dozen[j].y1 >= dozen[i].y2 || dozen[j].y2 <= dozen[i].y1) continue;
            EXPECT_FALSE(overlapt(*dozen[i].g, *dozen[j].g))
                << dozen[i].x1 / 1000 << ' ' << dozen[i].y1 / 1000 << " and " << dozen[j].x1 / 1000 << ' '
                << dozen[j].y1 / 1000;
        }
    }
}

/// Bending the town must not bend its buildings: the diagonals of a rectangle stay equal.
TEST_F(Gemeente, BouwtRechteHoeken) {
    const auto lengte2 = [](RdPunt a, RdPunt b) {
        const double dx = a.x_mm - b.x_mm, dy = a.y_mm - b.y_mm;
        return dx * dx + dy * dy;
    };
    int vierkanten = 0;
    for (const auto& p : s_alles->panden) {
        const auto& g = p.geometrie.punten;
        if (g.size() != 5) continue;
        ++vierkanten;
        const double een = std::sqrt(lengte2(g[0], g[2])), ander = std::sqrt(lengte2(g[1], g[3]));
        EXPECT_NEAR(een, ander, 4) << p.identificatie.tekst();
    }
    EXPECT_GT(vierkanten, 500);
}

TEST_F(Gemeente, ZetElkVerblijfsobjectInZijnPand) {
    std::map<PandId, const Geometrie*> panden;
    for (const auto& p : s_alles->panden) panden[p.identificatie] = &p.geometrie;
    for (const auto& v : s_alles->verblijfsobjecten) {
        if (v.geometrie.soort != GeometrieSoort::punt) continue;
        EXPECT_TRUE(std::any_of(v.maakt_deel_uit_van.begin(), v.maakt_deel_uit_van.end(), [&](PandId id) {
            return binnen(*panden.at(id), v.geometrie.punten.front());
        })) << v.identificatie.tekst();
    }
}

/// The versions of an object follow each other without gaps or overlaps, and the last one is open.
TEST_F(Gemeente, VertelPerObjectEenSluitendeGeschiedenis) {
    std::map<PandId, std::vector<Voorkomen>> per_pand;
    for (const auto& p : s_alles->panden) {
        if (p.bestandsoort == Bestandsoort::stand) per_pand[p.identificatie].push_back(p.voorkomen);
    }
    for (const auto& [id, reeks] : per_pand) {
        for (std::size_t i = 0; i < reeks.size(); ++i) {
            EXPECT_EQ(reeks[i].identificatie, static_cast<int>(i) + 1);
            const bool laatste = i + 1 == reeks.size();
            EXPECT_EQ(reeks[i].eind_geldigheid.has_value(), !laatste) << id.tekst();
            if (!laatste) {
                EXPECT_EQ(*reeks[i].eind_geldigheid, reeks[i + 1].begin_geldigheid);
                EXPECT_LT(reeks[i].begin_geldigheid, reeks[i + 1].begin_geldigheid);
                EXPECT_LT(reeks[i].tijdstip_registratie, reeks[i + 1].tijdstip_registratie);
            }
        }
        EXPECT_LE(reeks.back().begin_geldigheid, vandaag);
    }
}

TEST(Maker, MaaktMetHetzelfdeZaadDezelfdeBytes) {
    const Werkmap a, b, c;
    const auto een = maak({.adressen = 300, .zaad = 42}, a.pad());
    const auto twee = maak({.adressen = 300, .zaad = 42}, b.pad());
    const auto drie = maak({.adressen = 300, .zaad = 43}, c.pad());
    EXPECT_EQ(inhoud(een.bestand), inhoud(twee.bestand));
    EXPECT_NE(inhoud(een.bestand), inhoud(drie.bestand));
    EXPECT_EQ(een.bestand.filename(), "BAGGEM9001L-08112026.zip");
    // Two runs in the same second would also agree if the clock were in them: the date in the first header is a fixed
    // one.
    EXPECT_EQ(inhoud(een.bestand).substr(10, 4), std::string("\x00\x00\x21\x5c", 4));
}

/// FNV-1a over the records as they would be written.
struct Vingerafdruk : Afnemer {
    using Afnemer::ontvang;
    void ontvang(OpenbareRuimte& o) override { neem(o); }
    void ontvang(Nummeraanduiding& o) override { neem(o); }
    void ontvang(Verblijfsobject& o) override { neem(o); }
    void ontvang(Ligplaats& o) override { neem(o); }
    void ontvang(Standplaats& o) override { neem(o); }
    void ontvang(Pand& o) override { neem(o); }
    void ontvang(Woonplaats& o) override { neem(o); }
    void ontvang(InOnderzoek& o) override { neem(o); }
    template <class Record>
    void neem(const Record& record) {
        tekst.clear();
        schrijf(record, tekst);
        for (const char c : tekst) som = (som ^ static_cast<unsigned char>(c)) * 1099511628211ULL;  // FNV-1a
    }
    std::string tekst;
    std::uint64_t som = 14695981039346656037ULL;
};

/// Golden: the records of seed 42 as text. When this changes on purpose, the demo's municipality changes with it.
TEST(Maker, MaaktMetElkeCompilerDezelfdeRecords) {
    Vingerafdruk afdruk;
    const Werkmap map;
    const std::array bronnen{maak({.adressen = 1000, .zaad = 42}, map.pad()).bestand};
    (void)lees(bronnen, afdruk);
    EXPECT_EQ(afdruk.som, 11863256539020528683ULL);
}

TEST(Maker, MaaktOokEenHeelKleineGemeente) {
    for (std::uint64_t zaad = 1; zaad <= 5; ++zaad) {
        const Werkmap map;
        const auto verslag = maak({.adressen = 100, .zaad = zaad}, map.pad());
        Alles alles;
        const std::array bronnen{verslag.bestand};
        (void)lees(bronnen, alles);
        EXPECT_EQ(std::count_if(alles.nummers.begin(), alles.nummers.end(), [](const auto& n) { return is_nu(n); }),
                  100);
        EXPECT_GT(alles.ligplaatsen.size(), 0U);
        EXPECT_GT(alles.standplaatsen.size(), 0U);
    }
}

TEST(Maker, LaatNietsAchterAlsHijWordtAfgebroken) {
    const Werkmap map;
    int keren = 0;
    const MaakOpties opties{.adressen = 300,
                            .voortgang = [&](const Stand& stand) { return stand.totaal == 0 || ++keren < 4; }};
    EXPECT_THROW((void)maak(opties, map.pad()), Fout);
    EXPECT_TRUE(fs::is_empty(map.pad()));
}

TEST(Maker, ZegtHetAlsDeMapNietTeSchrijvenIs) {
    try {
        (void)maak({.adressen = 300}, "/proc/niets/hier");
        FAIL() << "must throw";
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), "bag-schrijven");
    }
}

TEST(Straatnamen, ZijnAllemaalAnders) {
    std::set<std::string> gezien;
    for (int thema = 0; thema < static_cast<int>(Thema::aantal); ++thema) {
        if (thema == static_cast<int>(Thema::dorp)) continue;  // only in villages
        for (std::uint32_t nummer = 0; nummer < 2000; ++nummer)
            EXPECT_TRUE(gezien.insert(straatnaam(static_cast<Thema>(thema), nummer)).second)
                << straatnaam(static_cast<Thema>(thema), nummer);
    }
    for (const auto& naam : gezien) {
        EXPECT_LE(lengte(naam), 80U);
        EXPECT_LE(lengte(verkorte_straatnaam(naam)), 24U) << naam;
        EXPECT_TRUE(is_nette_tekst(verkorte_straatnaam(naam))) << naam;
    }
}

}  // namespace
}  // namespace damwand::bag

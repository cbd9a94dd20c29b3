// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/patroon.hpp"

#include <gmock/gmock.h>

#include "base/fout.hpp"
#include "base/json.hpp"
#include "engine/graph/proefgraaf.hpp"

namespace damwand::graph {
namespace {

using proef::Lijst;

const std::vector<std::string> knooptypen{"adres", "bedrijf", "persoon"}, bandtypen{"gevestigd", "bestuurder", "verkoopt"};

Patroon lees(const std::string& tekst) { return lees_patroon(json::ontleed(tekst), knooptypen, bandtypen); }

const char* const twee_bedrijven = R"({"naam": "twee bedrijven, een adres, een bestuurder binnen een jaar",
    "knopen": {"a": {"type": "bedrijf"}, "b": {"type": "bedrijf"}, "adres": {"type": "adres"}, "p": {"type": "persoon"}},
    "verbanden": [{"van": "a", "naar": "adres", "type": "gevestigd", "naam": "v1"}, {"van": "b", "naar": "adres", "type": "gevestigd", "naam": "v2"},
                  {"van": "p", "naar": "a", "type": "bestuurder"}, {"van": "p", "naar": "b", "type": "bestuurder"}],
    "vensters": [{"verbanden": ["v1", "v2"], "dagen": 365}]})";
const char* const abc = R"({"knopen": {"a": {}, "b": {}, "c": {}},
    "verbanden": [{"van": "a", "naar": "b", "type": "verkoopt", "naam": "ab"}, {"van": "b", "naar": "c", "type": "verkoopt", "naam": "bc"}],
    "vensters": [{"verbanden": ["ab", "bc"], "dagen": 30}], "volgorde": ["ab", "bc"]})";
const char* const driehoek = R"({"knopen": {"p": {"type": "persoon"}, "b": {"type": "bedrijf"}, "a": {"type": "adres"}},
    "verbanden": [{"van": "p", "naar": "b", "beide": true}, {"van": "b", "naar": "a", "beide": true}, {"van": "p", "naar": "a", "beide": true}]})";

const char* const soorten_en_dagen = R"({"knopen": {"x": {"type": ["bedrijf", "persoon"]}, "adres": {"type": "adres"}, "y": {"type": ["persoon", "bedrijf"]}},
    "verbanden": [{"van": "x", "naar": "adres", "beide": true, "begin": "1970-02-01", "eind": "1970-03-01"}, {"van": "y", "naar": "adres", "beide": true, "begin": "1970-02-01", "eind": "1970-03-01"}]})";

/// A second solver: tries every choice of nodes and every choice of rows; answers the sets of nodes by role, of mirror images the lowest.
std::set<std::vector<Sleutel>> proberen(const Lijst& lijst, const Patroon& p, std::size_t mirrored, bool met_rij = false) {
    std::set<std::vector<Sleutel>> uit;
    std::vector<std::size_t> keus(p.knopen.size());
    const auto n = lijst.knopen.size();
    const auto rijen_passen = [&](auto&& zelf, std::vector<const Band*>& rijen) -> bool {
        if (rijen.size() == p.banden.size()) {
            if (met_rij && std::ranges::all_of(rijen, [](const Band* b) { return b->id == 0; })) return false;
            for (const auto& v : p.vensters) {
                for (const auto x : v.banden) {
                    for (const auto y : v.banden) {
                        if (std::abs(rijen[x]->kenmerk.periode.van - rijen[y]->kenmerk.periode.van) > v.dagen) return false;
                    }
                }
            }
            for (std::size_t i = 1; i < p.volgorde.size(); ++i) {
                if (rijen[p.volgorde[i]]->kenmerk.periode.van < rijen[p.volgorde[i - 1]]->kenmerk.periode.van) return false;
            }
            return true;
        }
        const auto& b = p.banden[rijen.size()];
        const auto van = lijst.knopen[keus[b.van]].sleutel, naar = lijst.knopen[keus[b.naar]].sleutel;
        for (const auto& rij : lijst.banden) {
            if ((b.type && rij.kenmerk.type != *b.type) || !rij.kenmerk.periode.raakt(b.periode)) continue;
            if (!((rij.van == van && rij.naar == naar) || (b.beide && rij.van == naar && rij.naar == van))) continue;
            if (std::find(rijen.begin(), rijen.end(), &rij) != rijen.end()) continue;
            rijen.push_back(&rij);
            if (zelf(zelf, rijen)) return true;
            rijen.pop_back();
        }
        return false;
    };
    std::size_t mogelijk = 1;
    for (std::size_t i = 0; i < keus.size(); ++i) mogelijk *= n;
    for (std::size_t nummer = 0; nummer < mogelijk; ++nummer) {
        auto rest = nummer;
        bool past = true;
        for (std::size_t i = 0; i < keus.size(); ++i, rest /= n) {
            keus[i] = rest % n;
            past = past && (p.knopen[i].typen.empty() || std::ranges::count(p.knopen[i].typen, lijst.knopen[keus[i]].type) > 0) && std::find(keus.begin(), keus.begin() + static_cast<std::ptrdiff_t>(i), keus[i]) == keus.begin() + static_cast<std::ptrdiff_t>(i);
        }
        std::vector<const Band*> rijen;
        if (!past || !rijen_passen(rijen_passen, rijen)) continue;
        std::vector<Sleutel> sleutels;
        for (const auto k : keus) sleutels.push_back(lijst.knopen[k].sleutel);
        if (mirrored == 2 && sleutels[1] < sleutels[0]) std::swap(sleutels[0], sleutels[1]);
        if (mirrored == 3 && sleutels[2] < sleutels[0]) std::swap(sleutels[0], sleutels[2]);
        uit.insert(sleutels);
    }
    return uit;
}

TEST(GraafPatroon, VindtWatProberenVindtOpWatDeVragerZiet) {
    std::mt19937 toeval(31);
    std::size_t gevonden = 0;
    for (int ronde = 0; ronde < 60; ++ronde) {
        const auto heel = proef::toevallig(toeval, 12, 70);
        const auto masker = proef::toevallig_masker(toeval);
        const auto over = proef::snijd(heel, masker, {});
        const auto blik = proef::kijk(heel, masker), gesneden = proef::kijk(over);
        for (const auto& [tekst, gespiegeld] : {std::pair{twee_bedrijven, 2U}, std::pair{abc, 1U}, std::pair{driehoek, 1U}, std::pair{soorten_en_dagen, 3U}}) {
            const auto patroon = lees(tekst);
            const auto treffers = zoek_patroon(blik, patroon);
            std::set<std::vector<Sleutel>> als_sleutels;
            for (const auto& t : treffers.treffers) {
                ASSERT_TRUE(als_sleutels.insert(proef::sleutels(blik, t.knopen)).second);
                ASSERT_EQ(t.banden.size(), patroon.banden.size());
            }
            ASSERT_EQ(als_sleutels, proberen(over, patroon, gespiegeld));
            gevonden += als_sleutels.size();
            const auto g = zoek_patroon(gesneden, patroon);
            ASSERT_EQ(g.treffers.size(), treffers.treffers.size());
            ASSERT_EQ(g.bekeken, treffers.bekeken);
            for (std::size_t i = 0; i < g.treffers.size(); ++i) ASSERT_EQ(proef::sleutels(gesneden, g.treffers[i].knopen), proef::sleutels(blik, treffers.treffers[i].knopen));
            // with one node: those of all that it is in
            const auto met = over.knopen.front().sleutel;
            std::set<std::vector<Sleutel>> met_sleutels;
            for (const auto& t : zoek_patroon(blik, patroon, {.met = blik.eis(met)}).treffers) met_sleutels.insert(proef::sleutels(blik, t.knopen));
            std::erase_if(als_sleutels, [&](const auto& s) { return std::find(s.begin(), s.end(), met) == s.end(); });
            ASSERT_EQ(met_sleutels, als_sleutels);
        }
    }
    EXPECT_GT(gevonden, 300U);
}

TEST(GraafPatroon, UitZadenEnMetEenEigenRijIsWatErVanAllesOverblijft) {
    std::mt19937 toeval(32);
    std::size_t zonder = 0, gevonden = 0;
    for (int ronde = 0; ronde < 60; ++ronde) {
        auto heel = proef::toevallig(toeval, 12, 70);
        for (auto& b : heel.banden) b.id = b.id % 3 == 0 ? b.id : 0;  // two of three are of a register
        const auto masker = proef::toevallig_masker(toeval);
        const auto over = proef::snijd(heel, masker, {});
        const auto blik = proef::kijk(heel, masker);
        // where an own row ends, by the key that is drawn last: an order of seeds that says nothing
        std::set<Sleutel> einden;
        for (const auto& b : over.banden) {
            if (b.id != 0) einden.insert({b.van, b.naar});
        }
        std::vector<Knoop> zaden;
        for (auto s = einden.rbegin(); s != einden.rend(); ++s) zaden.push_back(blik.eis(*s));
        for (const auto& [tekst, gespiegeld] : {std::pair{twee_bedrijven, 2U}, std::pair{abc, 1U}, std::pair{driehoek, 1U}, std::pair{soorten_en_dagen, 3U}}) {
            const auto patroon = lees(tekst);
            const auto treffers = zoek_patroon(blik, patroon, {.zaden = zaden, .met_rij = true});
            std::set<std::vector<Sleutel>> als_sleutels;
            for (const auto& t : treffers.treffers) {
                ASSERT_TRUE(als_sleutels.insert(proef::sleutels(blik, t.knopen)).second);
                ASSERT_TRUE(std::ranges::any_of(t.banden, [](const Band& b) { return b.id != 0; }));
            }
            ASSERT_EQ(als_sleutels, proberen(over, patroon, gespiegeld, true));
            // none is told twice on the way either, or the bound on how many would count it twice
            ASSERT_EQ(zoek_patroon(blik, patroon, {.meeste = als_sleutels.size(), .zaden = zaden, .met_rij = true}).afgekapt, false);
            gevonden += als_sleutels.size();
            zonder += proberen(over, patroon, gespiegeld).size() - als_sleutels.size();
        }
    }
    EXPECT_GT(gevonden, 200U);
    EXPECT_GT(zonder, 50U) << "or the own row was not asked for";
}

/// Rows that no window lets in are work too: a pattern of thick ties ends at the bound and not after all their combinations.
TEST(GraafPatroon, OokHetKiezenVanRijenTeltVoorDeGrens) {
    Lijst lijst;
    for (Sleutel s = 1; s <= 5; ++s) lijst.knopen.push_back({.sleutel = s});
    std::uint64_t id = 0;
    for (Sleutel s = 2; s <= 5; ++s) {
        for (std::int32_t i = 0; i < 200; ++i) lijst.banden.push_back({.van = 1, .naar = s, .kenmerk = {.periode = {s == 5 ? 9000 : i, 10000}, .type = 0}, .id = ++id});
    }
    const auto blik = proef::kijk(lijst);
    const auto patroon = lees(R"({"knopen": {"m": {}, "b": {}, "c": {}, "d": {}, "e": {}}, "verbanden": [{"van": "m", "naar": "b", "naam": "1"}, {"van": "m", "naar": "c", "naam": "2"},
        {"van": "m", "naar": "d", "naam": "3"}, {"van": "m", "naar": "e", "naam": "4"}], "vensters": [{"verbanden": ["1", "2", "3", "4"], "dagen": 300}]})");
    const auto treffers = zoek_patroon(blik, patroon, {.meeste_pijlen = 100'000});
    EXPECT_TRUE(treffers.afgekapt);
    EXPECT_TRUE(treffers.treffers.empty());
    EXPECT_LT(treffers.bekeken, 101'000U);
}

TEST(GraafPatroon, HoudtOpBijDeGrensEnLaatZichAfbreken) {
    Lijst lijst;
    for (Sleutel s = 0; s < 30; ++s) lijst.knopen.push_back({.sleutel = s});
    for (Sleutel s = 1; s < 30; ++s) lijst.banden.push_back({.van = 0, .naar = s, .kenmerk = {.periode = {1, 2}, .type = 2}}), lijst.banden.push_back({.van = s, .naar = (s % 29) + 1, .kenmerk = {.periode = {3, 4}, .type = 2}});
    const auto blik = proef::kijk(lijst);
    const auto weinig = zoek_patroon(blik, lees(abc), {.meeste = 5});
    EXPECT_EQ(weinig.treffers.size(), 5U);
    EXPECT_TRUE(weinig.afgekapt);
    EXPECT_TRUE(zoek_patroon(blik, lees(abc), {.meeste_pijlen = 3}).afgekapt);
    EXPECT_FALSE(zoek_patroon(blik, lees(abc)).afgekapt);
    EXPECT_THROW(zoek_patroon(blik, lees(abc), {.voortgang = [](const Stand&) { return false; }}), Fout);
}

TEST(GraafPatroon, ZegtAlleFoutenTegelijk) {
    const auto velden = [](const std::string& tekst) {
        std::vector<std::string> uit;
        try {
            static_cast<void>(lees(tekst));
        } catch (const Fout& fout) {
            for (const auto& v : fout.velden()) uit.push_back(v.veld + " " + v.code);
        }
        return uit;
    };
    using testing::ElementsAre;
    EXPECT_THAT(velden(R"({"knopen": {"a": {"type": "boot"}, "b": {}}, "verbanden": [{"van": "a", "naar": "c"}], "vensters": [{"verbanden": ["x"], "dagen": -1}], "q": 1})"),
                ElementsAre("/q onbekend-veld", "/knopen/a/type onbekende-soort", "/verbanden/0/naar onbekende-knoop", "/vensters/0/verbanden/0 onbekend-verband", "/vensters/0/dagen buiten-grenzen"));
    EXPECT_THAT(velden(R"({"knopen": {"a": {}, "b": {}, "c": {}}, "verbanden": [{"van": "a", "naar": "b"}]})"), ElementsAre(" los"));
    EXPECT_THAT(velden(R"({"knopen": {"a": {}, "b": {}}, "verbanden": [{"van": "a", "naar": "a"}]})"), ElementsAre("/verbanden/0 lus"));
    EXPECT_THAT(velden(R"({"knopen": {"a": {"type": ["adres", "boot"]}, "b": {}}, "verbanden": [{"van": "a", "naar": "b", "begin": "2024-02-31"}, {"van": "a", "naar": "b", "begin": "2024-02-01", "eind": "2024-01-01"}]})"),
                ElementsAre("/knopen/a/type/1 onbekende-soort", "/verbanden/0/begin geen-datum", "/verbanden/1 te-vroeg"));
    EXPECT_THAT(velden("[]"), ElementsAre(" geen-object"));
}

}  // namespace
}  // namespace damwand::graph

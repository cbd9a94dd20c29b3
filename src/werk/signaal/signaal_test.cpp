// SPDX-License-Identifier: EUPL-1.2
#include "werk/signaal/signaal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

namespace damwand::signaal {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// domein.md §1 once more, by hand: "van > naar" per door. A second reading of the text, not of the table.
const std::map<Deur, std::set<std::string>> verwacht{
    {Deur::overgang,
     {"nieuw > in_weging", "nieuw > niet_opgepakt", "nieuw > doorgestuurd", "nieuw > duplicaat", "nieuw > uitgesteld",
      "in_weging > niet_opgepakt", "in_weging > doorgestuurd", "in_weging > duplicaat", "in_weging > uitgesteld",
      "uitgesteld > in_weging", "niet_opgepakt > in_weging", "monodisciplinair > afgehandeld", "bij_riec > afgehandeld"}},
    {Deur::weging,
     {"in_weging > niet_opgepakt", "in_weging > doorgestuurd", "in_weging > monodisciplinair", "in_weging > bij_riec"}},
    {Deur::casus, {"in_weging > casus", "bij_riec > casus"}},
    {Deur::archief,
     {"niet_opgepakt > vernietigd", "doorgestuurd > vernietigd", "duplicaat > vernietigd", "afgehandeld > vernietigd"}}};

TEST(Statusmachine, StaatPreciesToeWatHetDomeinNoemt) {
    std::size_t toegestaan = 0;
    for (const auto& [deur, paren] : verwacht) {
        for (const auto van : statussen()) {
            for (const auto naar : statussen()) {
                const auto paar = std::string(van) + " > " + std::string(naar);
                EXPECT_EQ(rand(van, naar, deur) != nullptr, paren.contains(paar)) << paar << " by door " << static_cast<int>(deur);
                toegestaan += rand(van, naar, deur) != nullptr ? 1 : 0;
            }
        }
    }
    EXPECT_EQ(toegestaan, randen().size());  // no edge twice, none between unknown states
}

TEST(Statusmachine, VraagtOveralEenRedenBehalveBijHetBegin) {
    for (const auto& r : randen()) {
        const bool zonder = (r.van == "nieuw" && r.naar == "in_weging") || r.deur == Deur::casus;
        EXPECT_EQ(r.reden, !zonder) << r.van << " > " << r.naar;
        EXPECT_EQ(r.triage, r.van == "nieuw" && r.naar != "in_weging") << r.van << " > " << r.naar;
    }
}

TEST(Statusmachine, TriageVolgtTweeGewoneRanden) {
    for (const auto& r : randen()) {
        if (!r.triage) continue;
        EXPECT_NE(rand("nieuw", "in_weging", r.deur), nullptr);
        EXPECT_NE(rand("in_weging", r.naar, r.deur), nullptr) << r.naar;
    }
}

TEST(Statusmachine, NoemtDeVolgendeStappen) {
    EXPECT_THAT(stappen("nieuw", 0), UnorderedElementsAre("in_weging", "niet_opgepakt", "doorgestuurd", "duplicaat", "uitgesteld"));
    EXPECT_THAT(stappen("in_weging", 3), UnorderedElementsAre("niet_opgepakt", "doorgestuurd", "duplicaat", "uitgesteld"));
    EXPECT_THAT(stappen("in_weging", gewogen), Contains("casus"));
    EXPECT_THAT(stappen("bij_riec", 3), UnorderedElementsAre("casus", "afgehandeld"));
    EXPECT_THAT(stappen("casus", 4), IsEmpty());
    EXPECT_THAT(stappen("duplicaat", 1), IsEmpty());
    EXPECT_THAT(stappen("vernietigd", 1), IsEmpty());
}

TEST(Statusmachine, AlleenGecompliceerdOfBijRiecIsRijpVoorEenCasus) {
    for (const auto status : statussen()) {
        for (int stap = 0; stap <= gewogen; ++stap) {
            EXPECT_EQ(is_rijp_voor_casus(status, stap), status == "bij_riec" || (status == "in_weging" && stap == gewogen)) << status << stap;
        }
    }
}

/// The shipped profile, read out of the SQL that ships it.
Wegingsprofiel meegeleverd() {
    std::ifstream in(DAMWAND_BRONMAP "/db/code/70_signaal.sql");
    const std::string sql{std::istreambuf_iterator<char>(in), {}};
    constexpr std::string_view merk = "$profiel$";
    const auto begin = sql.find(merk) + merk.size();
    return profiel_van("zoetermeer", 1, json::ontleed(std::string_view(sql).substr(begin, sql.find(merk, begin) - begin)));
}

WegingNieuw weging(int stap, std::string uitkomst, std::vector<WegingAntwoord> antwoorden = {}, std::optional<std::string> naar = {}) {
    WegingNieuw w;
    w.stap.waarde = stap;
    w.antwoorden = std::move(antwoorden);
    w.uitkomst.waarde = std::move(uitkomst);
    w.motivering.waarde = "omdat";
    if (naar) w.naar_wie.emplace(*naar);
    return w;
}

WegingAntwoord antwoord(std::string vraag, std::string wat) { return {{std::move(vraag)}, Tekst<0, 2000>(std::move(wat)), std::nullopt}; }

std::vector<std::string> codes(const std::vector<VeldFout>& fouten) {
    std::vector<std::string> uit;
    for (const auto& f : fouten) uit.push_back(f.veld + " " + f.code);
    return uit;
}

TEST(Wegingsprofiel, HetMeegeleverdeHeeftDrieWegingenOpVolgorde) {
    const auto profiel = meegeleverd();
    EXPECT_THAT(profielfouten(profiel), IsEmpty());
    std::vector<std::string> stapcodes;
    for (const auto& s : profiel.stappen) stapcodes.push_back(s.code);
    EXPECT_THAT(stapcodes, ElementsAre("beoordeling", "praktisch", "zwaarte"));
    const auto gevolg = [&](int stap, const char* code) { return uitkomst_van(profiel, stap, code).gevolg; };
    EXPECT_EQ(gevolg(1, "ja"), "verder");
    EXPECT_EQ(gevolg(1, "nee"), "niet_opgepakt");
    EXPECT_EQ(gevolg(2, "ja"), "verder");
    EXPECT_EQ(gevolg(2, "nee"), "niet_opgepakt");
    EXPECT_EQ(gevolg(2, "doorsturen"), "doorgestuurd");
    EXPECT_EQ(gevolg(3, "eenvoudig"), "monodisciplinair");
    EXPECT_EQ(gevolg(3, "gecompliceerd"), "casus_openen");
    EXPECT_EQ(gevolg(3, "complex"), "bij_riec");
}

TEST(Wegingsprofiel, WeigertWatNietKlopt) {
    const auto met = [](auto wijzig) {
        auto p = meegeleverd();
        wijzig(p);
        return profielfouten(p);
    };
    EXPECT_THAT(met([](auto& p) { std::swap(p.stappen[0], p.stappen[1]); }), Contains(HasSubstr("stands in place")));
    EXPECT_THAT(met([](auto& p) { p.stappen.pop_back(); }), Contains(HasSubstr("three steps")));
    EXPECT_THAT(met([](auto& p) { p.stappen[0].uitkomsten[0].gevolg = "casus"; }), Contains(HasSubstr("leads nowhere")));
    EXPECT_THAT(met([](auto& p) { p.stappen[2].uitkomsten[0].gevolg = "verder"; }), Contains(HasSubstr("leads nowhere")));
    EXPECT_THAT(met([](auto& p) { p.stappen[0].uitkomsten[0].gevolg = "vernietigd"; }), Contains(HasSubstr("leads nowhere")));
    EXPECT_THAT(met([](auto& p) { p.stappen[0].vragen[1].code = p.stappen[0].vragen[0].code; }), Contains(HasSubstr("twice")));
    EXPECT_THAT(met([](auto& p) { p.stappen[0].vragen[0].soort = "score"; }), Contains(HasSubstr("no known kind")));
    EXPECT_THAT(met([](auto& p) { p.stappen[0].vragen[0].naam_en.clear(); }), Contains(HasSubstr("both languages")));
    EXPECT_THAT(met([](auto& p) { p.stappen[1].uitkomsten.clear(); }), Contains(HasSubstr("no outcome")));
}

TEST(Weging, WeigertEenAntwoordDatErNietBijHoort) {
    const auto p = meegeleverd();
    EXPECT_THAT(wegingsfouten(p, weging(1, "ja", {antwoord("verwevenheid", "ja"), antwoord("voorziening", "pand"), antwoord("open_bronnen", "vrij")})), IsEmpty());
    EXPECT_THAT(wegingsfouten(p, weging(1, "ja")), IsEmpty());  // people may weigh without the list
    EXPECT_THAT(codes(wegingsfouten(p, weging(1, "misschien", {antwoord("verwevenheid", "wel"), antwoord("voorziening", "boot"),
                                                               antwoord("gevaar", "ja"), antwoord("verwevenheid", "ja")}))),
                ElementsAre("/antwoorden/0/antwoord geen-keuze", "/antwoorden/1/antwoord geen-keuze", "/antwoorden/2/vraag onbekende-vraag",
                            "/antwoorden/3/vraag dubbel", "/uitkomst onbekende-uitkomst"));
}

TEST(Weging, VraagtNaarWieWaarDatHoort) {
    const auto p = meegeleverd();
    EXPECT_THAT(codes(wegingsfouten(p, weging(2, "doorsturen"))), ElementsAre("/naarWie ontbreekt"));
    EXPECT_THAT(codes(wegingsfouten(p, weging(3, "eenvoudig"))), ElementsAre("/naarWie ontbreekt"));
    EXPECT_THAT(codes(wegingsfouten(p, weging(3, "complex", {}, "politie"))), ElementsAre("/naarWie hoort-hier-niet"));
    EXPECT_THAT(wegingsfouten(p, weging(2, "doorsturen", {}, "politie")), IsEmpty());
}

TEST(Bladwijzer, KomtTerugZoalsHijGing) {
    const auto id = Uuid::willekeurig();
    for (const auto moment : {"2026-11-22T01:38:00.000001Z", "1969-12-31T23:59:59.999999Z", "1500-01-01T00:00:00Z"}) {
        const Bladwijzer heen{'o', *lees_tijdstip(moment), id};
        const auto terug = Bladwijzer::lees(heen.tekst());
        ASSERT_TRUE(terug) << moment;
        EXPECT_EQ(*terug, heen);
        EXPECT_EQ(heen.tekst().size(), 34U);
    }
}

TEST(Bladwijzer, WeigertWatErNietEenIs) {
    const auto goed = Bladwijzer{'o', *lees_tijdstip("2026-11-22T01:38:00Z"), Uuid::willekeurig()}.tekst();
    EXPECT_FALSE(Bladwijzer::lees(""));
    EXPECT_FALSE(Bladwijzer::lees(goed + "A"));
    EXPECT_FALSE(Bladwijzer::lees(goed.substr(1)));
    EXPECT_FALSE(Bladwijzer::lees(std::string(34, '_')));
    EXPECT_FALSE(Bladwijzer::lees(goed.substr(0, 33) + "="));
    EXPECT_THROW(static_cast<void>(Bladwijzer::eis(goed, 'g')), Fout);  // of another sort
    EXPECT_NO_THROW(static_cast<void>(Bladwijzer::eis(goed, 'o')));
}

TEST(Invoer, NoemtAlleFoutenTegelijk) {
    try {
        static_cast<void>(json::lees<SignaalNieuw>(json::ontleed(
            R"({"titel":"","omschrijving":"x","bron":"MMA","informatieWaarde":7,"bronBetrouwbaarheid":"G","kleur":1,"adres":{"straat":"x"}})")));
        FAIL() << "accepted";
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.soort(), FoutSoort::ongeldig);
        std::set<std::string> velden;
        for (const auto& f : fout.velden()) velden.insert(f.veld);
        EXPECT_THAT(velden, UnorderedElementsAre("/titel", "/bron", "/informatieWaarde", "/bronBetrouwbaarheid", "/kleur", "/adres/straat"));
    }
}

TEST(Routes, NoemenElkHunRecht) {
    std::set<std::string> namen;
    for (const auto& r : routes()) {
        EXPECT_TRUE(namen.insert(std::string(*r.kop.naam)).second) << *r.kop.naam;
        const auto recht = *r.kop.recht;
        EXPECT_TRUE(recht.starts_with("signaal.") || recht == "melder.zien" || recht == "bsn.zien" || recht == "cijfers.zien") << *r.kop.naam;
    }
    EXPECT_EQ(namen.size(), 15U);
}

}  // namespace
}  // namespace damwand::signaal

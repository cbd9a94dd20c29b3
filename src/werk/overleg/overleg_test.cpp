// SPDX-License-Identifier: EUPL-1.2
#include "werk/overleg/overleg.hpp"

#include <gmock/gmock.h>

#include <random>

namespace damwand::overleg {
namespace {

Datum dag(std::string_view tekst) { return lees_datum(tekst).value(); }

TEST(Ritme, IsElkeZoveelWekenOpDezelfdeWeekdag) {
    EXPECT_EQ(volgende_dag(dag("2026-11-02"), 4, 3, std::nullopt), dag("2026-11-05"));  // the first Thursday from a Monday on
    EXPECT_EQ(volgende_dag(dag("2026-11-05"), 4, 3, std::nullopt), dag("2026-11-05"));
    EXPECT_EQ(volgende_dag(dag("2026-11-02"), 4, 3, dag("2026-11-05")), dag("2026-11-26"));
    EXPECT_EQ(volgende_dag(dag("2026-11-02"), 4, 3, dag("2026-11-10")), dag("2026-11-26"));  // one was moved: the rhythm stays
    EXPECT_EQ(volgende_dag(dag("2020-01-02"), 4, 1, dag("2026-11-25")), dag("2026-11-26"));
}

TEST(Ritme, SlaatWeekendenEnFeestdagenOver) {
    EXPECT_EQ(volgende_dag(dag("2026-12-25"), 5, 1, std::nullopt), dag("2026-12-28"));  // Christmas on a Friday, then a weekend
    EXPECT_EQ(volgende_dag(dag("2026-11-07"), 6, 1, std::nullopt), dag("2026-11-09"));  // a Saturday
    // It was moved from Christmas to the 28th; the next is a week after Christmas, and that is New Year's Day.
    EXPECT_EQ(volgende_dag(dag("2026-12-25"), 5, 1, dag("2026-12-28")), dag("2027-01-04"));
    for (auto na = dag("2026-01-01"); na < dag("2031-01-01");) {
        const auto volgende = volgende_dag(dag("2026-01-01"), 4, 2, na);
        ASSERT_GT(volgende, na);
        na = volgende;
    }
}

TEST(Tijd, IsEenTijdVanDeDag) {
    for (const auto* wel : {"00:00", "09:30", "23:59"}) EXPECT_TRUE(is_tijd(wel)) << wel;
    for (const auto* niet : {"", "9:30", "24:00", "12:60", "12.30", "1a:00", "12:30:00"}) EXPECT_FALSE(is_tijd(niet)) << niet;
}

TEST(Samenvoegen, NeemtVanIederDeAlineaDieHijVeranderde) {
    EXPECT_EQ(samengevoegd("een\ntwee\ndrie", "EEN\ntwee\ndrie", "een\ntwee\nDRIE"), "EEN\ntwee\nDRIE");
    EXPECT_EQ(samengevoegd("een\ntwee", "EEN\ntwee", "een\nTWEE"), "EEN\nTWEE");  // neighbours
    EXPECT_EQ(samengevoegd("een\ntwee\ndrie", "een\ndrie", "een\ntwee\ndrie\nvier"), "een\ndrie\nvier");
    EXPECT_EQ(samengevoegd("een\ntwee", "nul\neen\ntwee", "een\ntwee\ndrie"), "nul\neen\ntwee\ndrie");
}

TEST(Samenvoegen, HoudtAllebeiWatOpDezelfdePlekErbijKwam) {
    EXPECT_EQ(samengevoegd("", "van Anna", "van Bert"), "van Anna\nvan Bert");
    EXPECT_EQ(samengevoegd("kop", "kop\nvan Anna", "kop\nvan Bert"), "kop\nvan Anna\nvan Bert");
    EXPECT_EQ(samengevoegd("kop", "kop\nzelfde", "kop\nzelfde"), "kop\nzelfde");
}

TEST(Samenvoegen, ZegtDatHetBotst) {
    EXPECT_EQ(samengevoegd("een", "van Anna", "van Bert"), std::nullopt);
    EXPECT_EQ(samengevoegd("een\ntwee", "een\nvan Anna", "een\nvan Bert"), std::nullopt);
    EXPECT_EQ(samengevoegd("een\ntwee\ndrie", "een\ndrie", "een\nTWEE\ndrie"), std::nullopt);  // one took away what the other changed
}

/// Random texts of few different paragraphs: repeats and moves are common.
std::string tekst_van(std::mt19937& toeval, std::size_t hoogstens) {
    std::string uit;
    const auto aantal = toeval() % (hoogstens + 1);
    for (std::size_t i = 0; i < aantal; ++i) uit += (i == 0 ? "" : "\n") + std::string(1, static_cast<char>('a' + toeval() % 4));
    return uit;
}

TEST(Samenvoegen, HoudtZichAanZijnWettenVoorElkeTekst) {
    std::mt19937 toeval(20261123);
    int samen = 0;
    for (int i = 0; i < 20000; ++i) {
        const auto basis = tekst_van(toeval, 5);
        const auto een = tekst_van(toeval, 5);
        const auto ander = tekst_van(toeval, 5);
        ASSERT_EQ(samengevoegd(basis, een, basis), een);
        ASSERT_EQ(samengevoegd(basis, basis, ander), ander);
        ASSERT_EQ(samengevoegd(basis, een, een), een);
        // Whether it clashes does not depend on who came first; only the order of what both put in does.
        const auto heen = samengevoegd(basis, een, ander);
        const auto terug = samengevoegd(basis, ander, een);
        ASSERT_EQ(heen.has_value(), terug.has_value()) << basis << "|" << een << "|" << ander;
        if (!heen) continue;
        ++samen;
        auto letters = *heen;
        auto omgekeerd = *terug;
        std::ranges::sort(letters);
        std::ranges::sort(omgekeerd);
        ASSERT_EQ(letters, omgekeerd) << basis << "|" << een << "|" << ander;
    }
    EXPECT_GT(samen, 1000);
}

TEST(Samenvoegen, VerliestNooitEenAlineaDieIemandErbijSchreef) {
    std::mt19937 toeval(7);
    for (int i = 0; i < 2000; ++i) {
        const auto basis = tekst_van(toeval, 6);
        const auto erbij = [&](const std::string& wat) {  // at a random place, nothing else touched
            std::vector<std::string> regels;
            for (std::size_t b = 0; !basis.empty() && b <= basis.size(); b += 2) regels.push_back(basis.substr(b, 1));
            regels.insert(regels.begin() + static_cast<std::ptrdiff_t>(toeval() % (regels.size() + 1)), wat);
            std::string uit;
            for (const auto& r : regels) uit += (uit.empty() ? "" : "\n") + r;
            return uit;
        };
        const auto een = erbij("ANNA");
        const auto ander = erbij("BERT");
        const auto uit = samengevoegd(basis, een, ander);
        ASSERT_TRUE(uit) << basis << "|" << een << "|" << ander;
        ASSERT_NE(uit->find("ANNA"), std::string::npos);
        ASSERT_NE(uit->find("BERT"), std::string::npos);
        ASSERT_EQ(uit->size(), een.size() + 5) << basis << "|" << een << "|" << ander;
    }
}

/// What can be decided, and behind a dash what cannot, with the reason.
std::string keuze(std::string_view soort, std::string_view staat, int stap, bool eigen, const std::set<std::string, std::less<>>& rechten) {
    std::string uit;
    for (const auto& k : keuzes(soort, staat, stap, eigen, rechten)) uit += (uit.empty() ? "" : " ") + k.soort + (k.niet ? "-" + *k.niet : "");
    return uit;
}

TEST(Keuzes, PassenBijWaarHetDossierStaatEnZeggenAndersWaaromNiet) {
    const std::set<std::string, std::less<>> alles{"casus.schrijven", "casus.sluiten", "casus.openen", "signaal.wegen"};
    EXPECT_EQ(keuze("casus", "informatie", 0, true, alles), "afsluiten-fase monitoren-fase riec-fase terug_informatie-fase plan_vaststellen naar_uitvoering-fase anders");
    EXPECT_EQ(keuze("casus", "uitvoering", 0, true, alles), "afsluiten monitoren riec terug_informatie plan_vaststellen-fase naar_uitvoering-fase anders");
    EXPECT_EQ(keuze("casus", "archief", 0, true, alles), "afsluiten-fase monitoren-fase riec-fase terug_informatie-fase plan_vaststellen-fase naar_uitvoering-fase anders-fase");
    EXPECT_EQ(keuze("casus", "uitvoering", 0, true, {"casus.schrijven"}), "afsluiten-recht monitoren riec terug_informatie plan_vaststellen-fase naar_uitvoering-fase anders");
    EXPECT_EQ(keuze("signaal", "in_weging", 1, true, alles), "afsluiten-fase monitoren casus_openen-weging niet_oppakken anders");
    EXPECT_EQ(keuze("signaal", "in_weging", signaal::gewogen, true, {"signaal.wegen"}), "afsluiten-fase monitoren casus_openen-recht niet_oppakken anders");
    EXPECT_EQ(keuze("signaal", "niet_opgepakt", 1, true, alles), "afsluiten-fase monitoren-fase casus_openen-fase niet_oppakken-fase anders-fase");
    EXPECT_EQ(keuze("vrij", "", 0, false, {}), "anders");
    EXPECT_EQ(keuze("signaal", "", 0, false, alles), "afsluiten-dossier monitoren-dossier casus_openen-dossier niet_oppakken-dossier anders");
    // Each says what the decision itself would: no step is offered that the machine of the dossier does not have.
    for (const auto fase : casus::alle_fasen) {
        for (const auto& k : keuzes("casus", casus::code(fase), 0, true, alles)) {
            const auto naar = fase_na(k.soort);
            EXPECT_TRUE(!naar || k.niet || casus::rand(fase, *naar) != nullptr) << casus::code(fase) << k.soort;
        }
    }
}

TEST(Samenvoegen, ZegtVanTeLangeTekstenDatHetBotstEnNietDatHetLukte) {
    std::string een;
    std::string ander;
    for (int i = 0; i < 5000; ++i) {
        een += "a" + std::to_string(i) + "\n";
        ander += "b" + std::to_string(i) + "\n";
    }
    EXPECT_EQ(samengevoegd(een + "x", ander + "y", ander + "z"), std::nullopt);
}

}  // namespace
}  // namespace damwand::overleg

// SPDX-License-Identifier: EUPL-1.2
#include "werk/casus/casus.hpp"

#include <gmock/gmock.h>

#include <set>
#include <utility>

namespace damwand::casus {
namespace {

/// domein.md §1 once more, written down by hand: the machine is held against it, pair by pair.
const std::set<std::pair<std::string, std::string>>& volgens_het_domein() {
    static const std::set<std::pair<std::string, std::string>> paren{
        {"informatie", "plan"},      {"plan", "uitvoering"},       {"uitvoering", "informatie"},
        {"uitvoering", "bij_riec"},  {"uitvoering", "monitoring"}, {"uitvoering", "afronding"},
        {"bij_riec", "informatie"},  {"bij_riec", "afronding"},    {"monitoring", "informatie"},
        {"monitoring", "afronding"}, {"afronding", "archief"},     {"archief", "informatie"},
        {"archief", "vernietigd"}};
    return paren;
}

TEST(Casusfasen, ElkPaarIsToegestaanOfVerbodenZoalsHetDomeinZegt) {
    std::size_t toegestaan = 0;
    std::size_t verboden = 0;
    for (const auto van : alle_fasen) {
        for (const auto naar : alle_fasen) {
            const bool mag = volgens_het_domein().contains({std::string(code(van)), std::string(code(naar))});
            EXPECT_EQ(rand(van, naar) != nullptr, mag) << code(van) << " → " << code(naar);
            ++(mag ? toegestaan : verboden);
        }
    }
    EXPECT_EQ(toegestaan, 13U);
    EXPECT_EQ(verboden, 51U);
    EXPECT_EQ(randen().size(), toegestaan);
}

TEST(Casusfasen, ElkeRandHeeftEenReden) {
    for (const auto& r : randen()) EXPECT_FALSE(r.waarom.empty()) << code(r.van) << " → " << code(r.naar);
}

TEST(Casusfasen, VernietigenIsGeenStapVanEenGebruiker) {
    EXPECT_THAT(stappen(Fase::archief), testing::ElementsAre("informatie"));
    EXPECT_THAT(stappen(Fase::vernietigd), testing::IsEmpty());
    EXPECT_TRUE(rand(Fase::archief, Fase::vernietigd)->recht.empty());
}

TEST(Casusfasen, AfrondenEnHeropenenVragenEenEigenRecht) {
    for (const auto& r : randen()) {
        if (r.naar == Fase::afronding || r.naar == Fase::archief) {
            EXPECT_EQ(r.recht, "casus.sluiten");
        }
        if (r.van == Fase::archief && r.naar == Fase::informatie) {
            EXPECT_EQ(r.recht, "casus.heropenen");
        }
    }
}

TEST(Casusfasen, ElkeCodeLeestZichzelfTerug) {
    for (const auto fase : alle_fasen) EXPECT_EQ(lees_fase(code(fase)), fase);
    EXPECT_EQ(lees_fase("Informatie"), std::nullopt);
    EXPECT_EQ(lees_fase(""), std::nullopt);
}

TEST(Casustermijn, DeEersteIsDeVroegsteEnBijGelijkeDagenBeslistDeSoort) {
    const auto dag = [](unsigned d) {
        return Datum{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{d}};
    };
    EXPECT_EQ(eerste({}), std::nullopt);
    const auto eerst = eerste({{dag(4), "b", "interventie"},
                               {dag(2), "z", "interventie"},
                               {dag(2), "a", "bron"},
                               {dag(9), "", "monitoring"}});
    ASSERT_TRUE(eerst.has_value());
    EXPECT_EQ(eerst->soort, "bron");
    EXPECT_EQ(eerst->datum, dag(2));
}

TEST(Casustermijn, HeetNaarDeEersteRegelInHoogstensHonderdtwintigTekens) {
    EXPECT_EQ(kort("  Vraag aan Belastingdienst \nen meer"), "Vraag aan Belastingdienst");
    std::string lang;
    for (int i = 0; i < 130; ++i) lang += "é";
    const auto gekort = kort(lang);
    EXPECT_EQ(gekort.size(), 240U);
    EXPECT_EQ(gekort, lang.substr(0, 240));
}

TEST(Bron, WachtAlleenOpAntwoordZolangDatErNietIs) {
    const auto wacht = [](const char* status, bool inhoud = false) {
        Bron b;
        b.status = status;
        if (inhoud) b.inhoud.emplace();
        return wacht_op_antwoord(b);
    };
    EXPECT_TRUE(wacht("te_vragen"));
    EXPECT_TRUE(wacht("gevraagd"));
    EXPECT_TRUE(wacht("bekend", true));
    for (const auto* status : {"bekend", "ontvangen", "niets_bekend", "geweigerd"}) EXPECT_FALSE(wacht(status));
    EXPECT_FALSE(wacht("ontvangen", true));
}

TEST(Bron, VraagtEenToetsBehalveAlsEenOpenBronDieOpenIs) {
    EXPECT_FALSE(vraagt_toets("open", "open"));
    for (const auto* regime : {"avg", "wpg", "brp", "bibob", "wgs", "fiscaal"}) {
        EXPECT_TRUE(vraagt_toets(regime, regime));
        EXPECT_TRUE(vraagt_toets("open", regime)) << "a name does not make it open";
        EXPECT_TRUE(vraagt_toets(regime, "open"));
    }
}

TEST(Privacytoets, WordtEenKeerBeslotenEnDaarnaHooguitIngetrokken) {
    constexpr std::array staten{"voorgelegd", "akkoord", "niet_akkoord", "ingetrokken"};
    std::set<std::pair<std::string, std::string>> mag;
    for (const auto* van : staten) {
        for (const auto* naar : staten) {
            if (kan_worden(van, naar)) mag.emplace(van, naar);
        }
    }
    EXPECT_EQ(mag, (std::set<std::pair<std::string, std::string>>{{"voorgelegd", "akkoord"},
                                                                  {"voorgelegd", "niet_akkoord"},
                                                                  {"voorgelegd", "ingetrokken"},
                                                                  {"akkoord", "ingetrokken"}}));
}

}  // namespace
}  // namespace damwand::casus

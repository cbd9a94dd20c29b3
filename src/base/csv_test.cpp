// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace damwand::csv {
namespace {

using testing::ElementsAre;

struct Gezien {
    std::uint64_t regel;
    std::vector<std::string> cellen;
    bool te_lang, aanhaling;
    bool operator==(const Gezien&) const = default;
};

std::vector<Gezien> snijd(std::string_view tekst, std::size_t stuk) {
    std::vector<Gezien> uit;
    Snijder snijder(';', 1, [&](const Snijder::Rij& r) { uit.push_back({r.regel, r.cellen, r.te_lang, r.aanhaling}); });
    for (; !tekst.empty(); tekst.remove_prefix(std::min(stuk, tekst.size()))) snijder.neem(tekst.substr(0, stuk));
    snijder.sluit();
    return uit;
}

TEST(Snijder, SnijdtHetzelfdeHoeDeStukkenOokVallen) {
    const std::string tekst = "a;b\r\n\r\n\"c;\"\"d\"\"\ne\";f\n\"g\"h;i\nj;\"k";
    const auto heel = snijd(tekst, tekst.size());
    EXPECT_THAT(heel, ElementsAre(Gezien{1, {"a", "b"}, false, false}, Gezien{3, {"c;\"d\"\ne", "f"}, false, false}, Gezien{5, {"gh", "i"}, false, true}, Gezien{6, {"j", "k"}, false, true}));
    for (std::size_t stuk = 1; stuk < tekst.size(); ++stuk) EXPECT_EQ(snijd(tekst, stuk), heel) << stuk;
}

TEST(Snijder, HoudtZichAanZijnGrenzen) {
    const auto breed = snijd(std::string(5000, ';') + "x\nna;ast\n", 97);
    ASSERT_EQ(breed.size(), 2U);
    EXPECT_TRUE(breed[0].te_lang);
    EXPECT_EQ(breed[0].cellen.size(), meeste_cellen + 1);
    EXPECT_EQ(breed[1], (Gezien{2, {"na", "ast"}, false, false}));
    const auto lang = snijd("\"" + std::string(3 * langste_rij, 'x') + "\"\nna\n", 4096);
    ASSERT_EQ(lang.size(), 2U);
    EXPECT_TRUE(lang[0].te_lang);
    EXPECT_LE(lang[0].cellen[0].size(), langste_rij);
    EXPECT_EQ(lang[1].cellen, std::vector<std::string>{"na"});
}

TEST(Lezer, LeestEenRijOverRegelsEnGaatNaEenFoutVerder) {
    std::istringstream in("van;naar\n# een opmerking\n\"a\nb\";c\n\"d\"e;f\ng;h\n\"open");
    Lezer lezer(in);
    std::vector<std::string> cellen;
    EXPECT_EQ(lezer.volgende(cellen), Lezer::Uitslag::rij);
    EXPECT_EQ(lezer.volgende(cellen), Lezer::Uitslag::rij);
    EXPECT_THAT(cellen, ElementsAre("a\nb", "c"));
    EXPECT_EQ(lezer.regel(), 3U);
    EXPECT_EQ(lezer.volgende(cellen), Lezer::Uitslag::aanhaling);
    EXPECT_EQ(lezer.volgende(cellen), Lezer::Uitslag::rij);
    EXPECT_THAT(cellen, ElementsAre("g", "h"));
    EXPECT_EQ(lezer.volgende(cellen), Lezer::Uitslag::aanhaling);
    EXPECT_EQ(lezer.volgende(cellen), Lezer::Uitslag::einde);
}

}  // namespace
}  // namespace damwand::csv

// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/fout.hpp"
#include "engine/bag/lezer.hpp"
#include "engine/bag/proefmutatie.hpp"

namespace damwand::bag {
namespace {

using namespace std::chrono;
using testing::ElementsAre;

const Datum vanaf = year{2021} / 1 / 13, tot = year{2021} / 1 / 14;

/// Keeps what came by, in words.
struct Vanger : Afnemer {
    using Afnemer::ontvang;
    void ontvang(const Levering& l) override { gezegd.push_back(damwand::tekst(*l.mutaties_vanaf) + ".." + damwand::tekst(l.standdatum)); }
    void ontvang(const Mutatie& m) override { gezegd.push_back(fmt::format("{} {} {}", m.nummer, naam(m.soort), m.was ? "was" : "wordt")); }
    void ontvang(GemeenteWoonplaatsRelatie&) override {}
    void ontvang(InOnderzoek& o) override { gezegd.push_back(fmt::format("{} {}", o.kenmerk, o.in_onderzoek)); }
    std::vector<std::string> gezegd;
};
InOnderzoek twijfel(bool is_er) {
    return {.type = ObjectType::pand, .identificatie = 457100000000001ULL, .kenmerk = "geometrie", .in_onderzoek = is_er, .documentdatum = vanaf, .documentnummer = "D1",
            .begin_geldigheid = vanaf, .eind_geldigheid = {}, .tijdstip_registratie = sys_days{vanaf}, .eind_registratie = {}, .tijdstip_registratie_lv = sys_days{vanaf}, .tijdstip_eind_registratie_lv = {}};
}
std::string code_van(const std::string& xml, bool mutaties = true) {
    Vanger vanger;
    LeesOpties opties;
    opties.mutaties = mutaties;
    try {
        static_cast<void>(lees_geheugen(xml, "m.xml", vanger, opties));
    } catch (const Fout& fout) {
        return fout.code();
    }
    return "";
}
proef::Bericht bericht() {
    proef::Bericht uit({457}, vanaf, tot);
    uit.toevoeging(twijfel(true));
    uit.wijziging(twijfel(true), twijfel(false));
    uit.verwijdering(twijfel(false));
    return uit;
}

TEST(Mutaties, KomenInHunVolgordeMetHoeHetWasEnWordt) {
    Vanger vanger;
    LeesOpties opties;
    opties.mutaties = true;
    const auto verslag = lees_geheugen(bericht().xml(), "m.xml", vanger, opties);
    EXPECT_EQ(verslag.mutaties, 3U);
    EXPECT_EQ(verslag.levering.mutaties_vanaf, vanaf);
    EXPECT_THAT(vanger.gezegd, ElementsAre("2021-01-13..2021-01-14", "1 toevoeging wordt", "geometrie true", "2 wijziging was", "geometrie true", "2 wijziging wordt",
                                           "geometrie false", "3 verwijdering was", "geometrie false"));
}

TEST(Mutaties, WordenNietVerwardMetEenVolledigExtract) {
    EXPECT_EQ(code_van(bericht().xml(), false), "bag-mutatie");
    EXPECT_EQ(code_van(bestand_begin(ObjectType::pand, {457}, tot) + std::string(bestand_einde())), "bag-geen-mutatie");
}

TEST(Mutaties, WordenGeweigerdMetEenPeriodeDieNietKlopt) {
    const auto met = [](std::string_view van, std::string_view naar) {
        auto xml = bericht().xml();
        const auto i = xml.find(van);
        return xml.replace(i, van.size(), naar);
    };
    EXPECT_EQ(code_van(met("MutatiedatumTot>2021-01-14", "MutatiedatumTot>2021-01-15")), "bag-standdatum");
    EXPECT_EQ(code_van(met("MutatiedatumVanaf>2021-01-13", "MutatiedatumVanaf>2021-02-30")), "bag-standdatum");
    EXPECT_EQ(code_van(bericht().xml().substr(0, 1500)), "bag-xml-kapot");
}

}  // namespace
}  // namespace damwand::bag

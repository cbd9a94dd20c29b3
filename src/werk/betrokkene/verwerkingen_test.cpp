// SPDX-License-Identifier: EUPL-1.2
#include "werk/betrokkene/verwerkingen.hpp"

#include <gmock/gmock.h>

#include "platform/documenten/odtproef.hpp"

namespace damwand::betrokkene {
namespace {

using testing::HasSubstr;
using testing::Not;

Verwerking verwerking(std::string naam, std::string_view van, std::optional<std::string_view> tot) {
    return {.code = "proef", .versie = 2, .naam = std::move(naam), .doel = "Zeggen \"waarom\"; kort.", .grondslag_avg = "AVG art. 6", .grondslag_wet = "=HYPERLINK()", .regime = "avg",
            .betrokkenen = {"melders", "bewoners"}, .gegevens = {}, .ontvangers = {"kernteam"}, .rollen = {"Jurist"}, .bewaartermijn = "5 jaar", .vertrouwelijk = true,
            .geldig_van = lees_datum(van).value(), .geldig_tot = tot ? lees_datum(*tot) : std::nullopt,
            .dpia = tot ? "" : "DPIA-7", .dpia_op = tot ? std::nullopt : lees_datum("2026-03-04")};
}
const std::vector<Verwerking> twee{verwerking("Oude wijze", "2024-01-01", "2025-01-01"), verwerking("Nieuwe wijze", "2025-01-01", {})};

TEST(Register, GeeftElkeVersieEnGeenFormule) {
    const auto csv = register_csv(twee);
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 3);
    EXPECT_THAT(csv, HasSubstr("Oude wijze;proef;2;\"Zeggen \"\"waarom\"\"; kort.\";AVG art. 6;'=HYPERLINK();avg;melders, bewoners;geen;kernteam;Jurist;5 jaar;ja;2024-01-01;2025-01-01;\r\n"));
    EXPECT_THAT(csv, HasSubstr("ja;2025-01-01;;DPIA-7 (2026-03-04)\r\n"));
}

TEST(Dpia, VultInWatGeldtEnLaatAanMensenWatVanMensenIs) {
    const archief::Bewaarregel nu{"casus", "met_maatregel", lees_datum("2020-01-01").value(), 120, "Handhaving", "12.2", std::nullopt, std::nullopt, std::nullopt, true};
    auto oud = nu;
    oud.grond = "Vroeger";
    oud.geldt_nu = false;
    const auto tekst = proef::tekst_van_odt(dpia("Gemeente Damstede", twee, {{"Politiegegevens (Wpg)", {"Coördinator", "Jurist"}}}, {nu, oud}, lees_datum("2026-11-22").value()));
    for (const auto* wel : {"Gemeente Damstede", "Nieuwe wijze", "melders, bewoners", "10 jaar", "12.2", "Coördinator, Jurist", "2026-11-22", "DPIA-7 (2026-03-04)"}) EXPECT_THAT(tekst, HasSubstr(wel));
    for (const auto* niet : {"Oude wijze", "Vroeger"}) EXPECT_THAT(tekst, Not(HasSubstr(niet)));
    std::size_t open = 0;
    for (auto plek = tekst.find("In te vullen:"); plek != std::string::npos; plek = tekst.find("In te vullen:", plek + 1)) ++open;
    EXPECT_EQ(open, 8U);
}

}  // namespace
}  // namespace damwand::betrokkene

// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <algorithm>

#include "base/fout.hpp"
#include "platform/post/post.hpp"

namespace damwand::post {
namespace {

using testing::HasSubstr;
using testing::Not;

Instellingen instellingen() { return {.server = "smtp://localhost:2525", .afzender = "damwand@gemeente.example", .gebruiker = {}, .wachtwoord_bestand = {}, .ca_bestand = {}, .schermen = "https://damwand.gemeente.example"}; }

TEST(Bericht, ZegtHoeveelErWachtEnWaarEnNietsAnders) {
    const auto id = Uuid::willekeurig();
    const auto tekst = bericht(instellingen(), "a@gemeente.example", id, {.te_laat = 1, .binnenkort = 2}, Tijdstip(std::chrono::sys_days(std::chrono::year{2026} / 11 / 23)));
    EXPECT_THAT(tekst, HasSubstr("Subject: Damwand: 3 dingen wachten op u\r\n"));
    EXPECT_THAT(tekst, HasSubstr("Date: Mon, 23 Nov 2026 00:00:00 +0000\r\n"));
    EXPECT_THAT(tekst, HasSubstr("- 1 actie is te laat\r\n- 2 acties moeten"));
    EXPECT_THAT(tekst, HasSubstr("\r\nhttps://damwand.gemeente.example/acties\r\n"));
    EXPECT_THAT(tekst, Not(HasSubstr("vraag")));
    EXPECT_TRUE(std::ranges::all_of(tekst, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    for (std::size_t i = 0; i < tekst.size(); ++i) EXPECT_TRUE(tekst[i] != '\n' || tekst[i - 1] == '\r');
    EXPECT_THAT(bericht(instellingen(), "a@b.example", id, {.vragen = 1}, {}), testing::AllOf(HasSubstr("1 ding wacht op u"), HasSubstr("/vragen\r\n")));
}

TEST(Bericht, WachtNaElkeMislukkingLangerEnHoudtDanOp) {
    EXPECT_EQ(wacht_na(1), std::chrono::minutes(2));
    EXPECT_EQ(wacht_na(5), std::chrono::minutes(32));
    EXPECT_EQ(wacht_na(9), std::chrono::minutes(360));
    EXPECT_EQ(wacht_na(10), std::nullopt);
}

TEST(Bericht, NoemtElkeFoutInDeInstellingen) {
    controleer({});  // no mail at all is in order
    controleer(instellingen());
    auto i = instellingen();
    i.server = "http://localhost";
    i.afzender = "Damwand\r\nBcc: x@y.example";
    i.schermen = "damwand";
    i.van_uur = 19;
    try {
        controleer(i);
        FAIL();
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.velden().size(), 4U);
    }
    i = instellingen();
    i.gebruiker = "damwand";
    i.wachtwoord_bestand = "/bestaat/niet";
    EXPECT_THROW(controleer(i), Fout);
}

}  // namespace
}  // namespace damwand::post

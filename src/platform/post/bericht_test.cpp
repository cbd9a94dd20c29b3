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
    const auto tekst = bericht(instellingen(), {.aan = "a@gemeente.example", .id = id}, Aantallen{.te_laat = 1, .binnenkort = 2}, Tijdstip(std::chrono::sys_days(std::chrono::year{2026} / 11 / 23)));
    EXPECT_THAT(tekst, HasSubstr("Subject: Damwand: 3 dingen wachten op u\r\n"));
    EXPECT_THAT(tekst, HasSubstr("Date: Mon, 23 Nov 2026 00:00:00 +0000\r\n"));
    EXPECT_THAT(tekst, HasSubstr("- 1 actie is te laat\r\n- 2 acties moeten"));
    EXPECT_THAT(tekst, HasSubstr("\r\nhttps://damwand.gemeente.example/acties\r\n"));
    EXPECT_THAT(tekst, Not(HasSubstr("vraag")));
    EXPECT_TRUE(std::ranges::all_of(tekst, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    for (std::size_t i = 0; i < tekst.size(); ++i) EXPECT_TRUE(tekst[i] != '\n' || tekst[i - 1] == '\r');
    EXPECT_THAT(bericht(instellingen(), {.aan = "a@b.example", .id = id}, Aantallen{.vragen = 1}, {}), testing::AllOf(HasSubstr("1 ding wacht op u"), HasSubstr("/vragen\r\n")));
}

TEST(Bericht, SpreektDeTaalVanDeLezer) {
    const Adres adres{.aan = "a@b.example", .id = Uuid::willekeurig(), .taal = Taal::en};
    EXPECT_THAT(bericht(instellingen(), adres, Aantallen{.te_laat = 2, .overleggen = 1}, {}),
                testing::AllOf(HasSubstr("Subject: Damwand: 3 things wait for you\r\n"), HasSubstr("- 1 meeting is today or tomorrow\r\n- 2 actions are overdue\r\n"), Not(HasSubstr("wacht"))));
    EXPECT_THAT(bericht(instellingen(), adres, Aantallen{.overleggen = 1}, {}), HasSubstr("example/overleg\r\n"));
}

TEST(Bericht, NodigtUitMetDagEnTijdEnDeAgendaErbij) {
    const Uitnodiging u{.id = Uuid::willekeurig(), .volgnummer = 1, .gemaakt = {}, .datum = {std::chrono::year{2026} / 11 / 26}, .begin = 570, .eind = 660, .titel = "Kernteam", .plaats = "Raadhuis", .adres = "https://damwand.gemeente.example/overleg/x"};
    const Adres adres{.aan = "a@b.example", .id = Uuid::willekeurig()};
    const auto tekst = bericht(instellingen(), adres, u, {});
    EXPECT_THAT(tekst, testing::AllOf(HasSubstr("Subject: Damwand: overleg op 26 november 2026\r\n"), HasSubstr("09:30 - 11:00"), HasSubstr("method=PUBLISH"), HasSubstr("/overleg/x\r\n"), Not(HasSubstr("Kernteam"))));
    // the file is the one that the screen gives
    std::string wat = tekst.substr(tekst.find("base64\r\n\r\n") + 10);
    wat.resize(wat.find("\r\n--"));
    std::string bytes;
    std::uint32_t bits = 0;
    int n = 0;
    for (const char c : wat) {
        const auto plek = std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/").find(c);
        if (plek == std::string_view::npos) continue;
        bits = bits << 6U | static_cast<std::uint32_t>(plek);
        if ((n += 6) >= 8) bytes += static_cast<char>(bits >> static_cast<unsigned>(n -= 8) & 255U);
    }
    EXPECT_EQ(bytes, ics(u));
    for (std::size_t i = 0; i < wat.size(); i += 78) EXPECT_TRUE(wat.size() - i <= 78 || wat.substr(i + 76, 2) == "\r\n");
    auto af = u;
    af.afgezegd = true;
    EXPECT_THAT(bericht(instellingen(), {.aan = "a@b.example", .id = Uuid::willekeurig(), .taal = Taal::en}, af, {}), testing::AllOf(HasSubstr("You no longer take part in the meeting of 26 November 2026"), HasSubstr("method=CANCEL")));
    auto niet = u;
    niet.afgelast = true;
    EXPECT_THAT(bericht(instellingen(), adres, niet, {}), testing::AllOf(HasSubstr("Subject: Damwand: afgelast: overleg van 26 november 2026\r\n"), HasSubstr("Niet gehouden wordt het overleg van 26 november 2026, 09:30 - 11:00."), HasSubstr("method=CANCEL"), Not(HasSubstr("Kernteam"))));
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

// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "werk/entiteit/entiteit.hpp"

namespace damwand::entiteit {
namespace {

std::string gewoon(std::string_view soort, std::string_view tekst) { return gewone_sleutel(soort, tekst).waarde.value_or("-"); }
std::string waarom(std::string_view soort, std::string_view tekst) { return gewone_sleutel(soort, tekst).code; }

TEST(Sleutel, KentekenZonderStreepjesInHoofdletters) {
    EXPECT_EQ(gewoon("voertuig", "ab-123-c"), "AB123C");
    EXPECT_EQ(gewoon("voertuig", "AB 123 C"), "AB123C");
    EXPECT_EQ(waarom("voertuig", "bestelbus"), "geen-kenteken");
    EXPECT_EQ(waarom("voertuig", "AB-123-C!"), "geen-kenteken");
}

TEST(Sleutel, TelefoonnummerMetLandcode) {
    for (const std::string_view zelfde : {"06-12345678", "0612345678", "+31 6 12 34 56 78", "0031612345678", "+31(0)612345678"}) {
        EXPECT_EQ(gewoon("telefoon", zelfde), "+31612345678") << zelfde;
    }
    EXPECT_EQ(gewoon("telefoon", "+32 470 12 34 56"), "+32470123456");
    for (const std::string_view fout : {"06-1234567", "061234567890", "112", "nul zes", "+", "+0612345678", "06-1234567a"}) {
        EXPECT_EQ(waarom("telefoon", fout), "geen-telefoonnummer") << fout;
    }
}

TEST(Sleutel, KvkNummerHeeftAchtCijfers) {
    EXPECT_EQ(gewoon("bedrijf", "1234 5678"), "12345678");
    EXPECT_EQ(waarom("bedrijf", "1234567"), "geen-kvk-nummer");
    EXPECT_EQ(waarom("bedrijf", "1234567a"), "geen-kvk-nummer");
}

TEST(Sleutel, IbanMetGoedeControlecijfers) {
    EXPECT_EQ(gewoon("rekening", "nl91 abna 0417 1643 00"), "NL91ABNA0417164300");
    EXPECT_EQ(gewoon("rekening", "BE68 5390 0754 7034"), "BE68539007547034");
    EXPECT_EQ(waarom("rekening", "NL92ABNA0417164300"), "geen-iban");  // one digit off
    EXPECT_EQ(waarom("rekening", "NL91ABNA041716430"), "geen-iban");
    EXPECT_EQ(waarom("rekening", ""), "geen-iban");
}

TEST(Sleutel, EmailInKleineLetters) {
    EXPECT_EQ(gewoon("email", " Jan.Proef@Voorbeeld.NL "), "jan.proef@voorbeeld.nl");
    for (const std::string_view fout : {"jan", "@voorbeeld.nl", "jan@voorbeeld", "a@b@c.nl", "jan@.nl", "jan proef@voorbeeld.nl"}) {
        EXPECT_EQ(waarom("email", fout), "geen-e-mail") << fout;
    }
}

TEST(Sleutel, SchipEnAdresBijNummer) {
    EXPECT_EQ(gewoon("vaartuig", "ENI 02312345"), "02312345");
    EXPECT_EQ(waarom("vaartuig", "Vrouwe Johanna"), "geen-scheepsnummer");
    EXPECT_EQ(gewoon("adres", "0457200000201234"), "0457200000201234");
    EXPECT_EQ(waarom("adres", "457200000201234"), "geen-nummeraanduiding");
}

TEST(Sleutel, EenPersoonHeeftHooguitEenBsn) {
    EXPECT_EQ(gewoon("persoon", "1234 56 782"), "123456782");
    EXPECT_EQ(gewoon("persoon", "10000008"), "010000008");
    EXPECT_EQ(waarom("persoon", "123456789"), "geen-bsn");
    EXPECT_EQ(waarom("persoon", "000000000"), "geen-bsn");
    EXPECT_EQ(waarom("persoon", "99999999"), "geen-bsn");
    EXPECT_EQ(waarom("hond", "x"), "onbekende-code");
}

}  // namespace
}  // namespace damwand::entiteit

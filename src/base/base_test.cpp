// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <array>

#include "base/id.hpp"
#include "base/tekst.hpp"
#include "base/tijd.hpp"

namespace damwand {
namespace {

TEST(Uuid, KomtHeenEnTerug) {
    const auto id = Uuid::willekeurig();
    EXPECT_EQ(Uuid::lees(id.tekst()), id);
    EXPECT_EQ(id.tekst()[14], '4');
    EXPECT_FALSE(Uuid::lees("3f6c"));
    EXPECT_FALSE(Uuid::lees("zf6c0000-0000-4000-8000-000000000000"));
    EXPECT_FALSE(Uuid::lees("3f6c00000000-4000-8000-0000-00000000"));
}

TEST(Kenmerk, ZietElkeTikfoutEnElkeVerwisseling) {
    constexpr std::string_view alfabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (int ronde = 0; ronde < 200; ++ronde) {
        const auto kenmerk = nieuw_kenmerk('S', 2026);
        ASSERT_TRUE(is_kenmerk(kenmerk)) << kenmerk;
        for (std::size_t i = 7; i < 12; ++i) {
            auto fout = kenmerk;
            fout[i] = alfabet[(alfabet.find(fout[i]) + 1) % 31];
            EXPECT_FALSE(is_kenmerk(fout)) << kenmerk << " " << fout;
            if (i < 11 && kenmerk[i] != kenmerk[i + 1]) {
                fout = kenmerk;
                std::swap(fout[i], fout[i + 1]);
                EXPECT_FALSE(is_kenmerk(fout)) << kenmerk << " " << fout;
            }
        }
    }
    EXPECT_FALSE(is_kenmerk("X-2026-7K4QP9"));
    EXPECT_FALSE(is_kenmerk("S-20a6-7K4QP9"));
}

TEST(Tijd, KomtHeenEnTerugEnKentDeZone) {
    const auto t = lees_tijdstip("2026-11-22T01:38:00.5+01:00");
    ASSERT_TRUE(t);
    EXPECT_EQ(tekst(*t), "2026-11-22T00:38:00.500000Z");
    EXPECT_FALSE(lees_tijdstip("2026-11-22T01:38:00-00:00"));
    EXPECT_FALSE(lees_tijdstip("2026-11-22 01:38:00Z"));
    EXPECT_FALSE(lees_tijdstip("2026-02-30T01:38:00Z"));
    EXPECT_FALSE(lees_datum("2026-2-03"));
}

TEST(Tijd, KentDeDagInAmsterdam) {
    EXPECT_EQ(tekst(dag_in_amsterdam(*lees_tijdstip("2026-07-01T22:30:00Z"))), "2026-07-02");
    EXPECT_EQ(tekst(dag_in_amsterdam(*lees_tijdstip("2026-12-01T22:30:00Z"))), "2026-12-01");
    EXPECT_EQ(tekst(dag_in_amsterdam(*lees_tijdstip("2026-03-28T23:30:00Z"))), "2026-03-29");
    EXPECT_EQ(tekst(dag_in_amsterdam(*lees_tijdstip("2026-10-25T22:59:00Z"))), "2026-10-25");
}

TEST(Tekst, VouwtNederlandsZoalsMensenTypen) {
    EXPECT_EQ(vouw("Van der Meëren-straat"), "van der meeren straat");
    EXPECT_EQ(vouw("IJsselkade"), vouw("Ĳsselkade"));
    EXPECT_EQ(vouw("IJsselkade"), vouw("ysselkade"));
    EXPECT_EQ(vouw("'s-Gravelandseweg"), "s gravelandseweg");
    EXPECT_EQ(vouw("  Curaçao   12-b "), "curacao 12 b");
    EXPECT_EQ(vouw("Großer Ørsted"), "grosser orsted");
}

TEST(Tekst, WeigertVerborgenTekens) {
    EXPECT_TRUE(is_nette_tekst("é\nregel"));
    EXPECT_FALSE(is_nette_tekst(std::string_view("a\0b", 3)));
    EXPECT_FALSE(is_nette_tekst("\xC3"));
    for (std::size_t voor = 0; voor < 20; ++voor) {
        const std::string begin(voor, '~');
        EXPECT_TRUE(is_nette_tekst(begin + "é\t ~" + begin)) << voor;
        for (const auto* fout : {"\x7F", "\x1F", "\x01", "\xC2\x85", "\xFF"}) EXPECT_FALSE(is_nette_tekst(begin + fout + begin)) << voor;
    }
    EXPECT_FALSE(is_nette_tekst("\xE2\x80\xAEomgekeerd"));
    EXPECT_FALSE(is_nette_tekst("\xED\xA0\x80"));
}

TEST(Tekst, SchrijftBytesAlsHex) {
    EXPECT_EQ(als_hex({}), "");
    constexpr std::array<unsigned char, 4> bytes{0x00, 0x0a, 0x7f, 0xff};
    EXPECT_EQ(als_hex(bytes), "000a7fff");
}

}  // namespace
}  // namespace damwand

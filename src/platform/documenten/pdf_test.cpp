// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/pdf.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

#include "base/tijdelijk.hpp"
#include "platform/documenten/ontleder/ontleder.hpp"

namespace damwand::documenten {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string draai(const std::string& opdracht) {
    std::string uit;
    auto* pijp = popen(opdracht.c_str(), "r");
    std::array<char, 4096> blok{};
    while (const auto n = std::fread(blok.data(), 1, blok.size(), pijp)) uit.append(blok.data(), n);
    EXPECT_EQ(pclose(pijp), 0) << opdracht;
    return uit;
}

/// What poppler reads in a file, by `opdracht` with the file for {}.
std::string gelezen(const Pdf& pdf, const std::string& opdracht) {
    const Tijdelijkemap map;
    const auto plek = (map.pad() / "proef.pdf").string();
    std::ofstream(plek, std::ios::binary) << pdf.klaar();
    return draai(fmt::format(fmt::runtime(opdracht), plek));
}

Pdf voorbeeld() {
    Pdf pdf("Verslag <1>");
    pdf.op_elke_bladzijde("Voor Hanna Rietveld").watermerk("Alleen voor deelnemers").kop(1, "Verslag").alinea("Jansen & zn.\n\"Kade\" 3\x01 – één").opsomming({"een", "twee"});
    pdf.tabel({"Wat", "Wanneer"}, {{"Signaal", "2026-11-22"}, {"Casus"}}).in_te_vullen("Nog doen.").kop(2, "Slot").alinea("");
    return pdf;
}

TEST(Pdf, ZegtWatErGeschrevenIsEnIsTelkensHetzelfde) {
    const auto tekst = gelezen(voorbeeld(), "pdftotext -layout {} -");
    for (const auto* wel : {"Verslag", "Jansen & zn.", "\"Kade\" 3 – één", "• een", "Signaal", "2026-11-22", "Nog doen.", "Slot", "Voor Hanna Rietveld", "Bladzijde 1 van 1"}) EXPECT_THAT(tekst, HasSubstr(wel));
    EXPECT_EQ(voorbeeld().klaar(), voorbeeld().klaar());
    EXPECT_THAT(gelezen(voorbeeld(), "pdfinfo {}"), testing::AllOf(HasSubstr("Verslag <1>"), HasSubstr("Tagged:          yes"), HasSubstr("A4")));
    EXPECT_EQ(ontleder::ontleed(ontleder::Soort::pdf, voorbeeld().klaar()).reden, "");  // our own inspection takes it
    EXPECT_THAT(gelezen(voorbeeld(), "qpdf --check {}"), HasSubstr("No syntax or stream encoding errors"));
}

TEST(Pdf, HeeftDeBouwDieEenSchermlezerNodigHeeft) {
    const auto bouw = gelezen(voorbeeld(), "pdfinfo -struct-text {}");
    for (const auto* wel : {"H1", "P (block)", "L (block)", "LI (block)", "Table", "TR", "TH", "TD", "H2"}) EXPECT_THAT(bouw, HasSubstr(wel));
    EXPECT_THAT(bouw, Not(HasSubstr("Alleen voor deelnemers")));  // what stands on every page is not read aloud on every page
}

TEST(Pdf, LangeTekstEnLangeTabellenGaanVerderOpHetVolgendeBlad) {
    Pdf pdf("Lang");
    std::string lang;
    for (int i = 0; i < 400; ++i) lang += "woord" + std::to_string(i) + " en nog wat meer tekst om een regel te vullen. ";
    std::vector<std::vector<std::string>> rijen;
    for (int i = 0; i < 120; ++i) rijen.push_back({"rij" + std::to_string(i), i == 60 ? lang : "kort"});
    pdf.kop(1, "Lang").alinea(lang).opsomming({lang}).tabel({"Nummer", "Tekst"}, rijen);
    auto tekst = gelezen(pdf, "pdftotext -raw {} -");
    std::ranges::replace(tekst, '\n', ' ');
    const auto hoevaak = [&](const std::string& wat) {
        int n = 0;
        for (auto plek = tekst.find(wat); plek != std::string::npos; plek = tekst.find(wat, plek + 1)) ++n;
        return n;
    };
    // nothing is lost at the edge of a page: every word in the text, the point and the cell
    for (int i = 0; i < 400; ++i) EXPECT_EQ(hoevaak("woord" + std::to_string(i) + " "), 3) << i;
    for (int i = 0; i < 120; ++i) EXPECT_GE(hoevaak("rij" + std::to_string(i)), 1) << i;
    EXPECT_GT(hoevaak("Nummer"), 2);  // the headings again on every page
    EXPECT_THAT(tekst, HasSubstr("Bladzijde 2 van"));
    static_cast<void>(gelezen(pdf, "qpdf --check {}"));
}

TEST(Pdf, KanElkeTekstAan) {
    Pdf pdf("\xff\xfe");
    pdf.kop(9, "\xc3\x28").alinea(std::string("a\0b", 3)).alinea(std::string(3000, 'x')).tabel({}, {}).tabel({"Иван"}, {{"عربي"}}).opsomming({});
    EXPECT_THAT(gelezen(pdf, "pdftotext {} -"), HasSubstr("Иван"));
}

}  // namespace
}  // namespace damwand::documenten

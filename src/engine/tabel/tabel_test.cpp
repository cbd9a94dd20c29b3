// SPDX-License-Identifier: EUPL-1.2
#include "engine/tabel/tabel.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <xlsxwriter.h>
#include <zip.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "base/fout.hpp"
#include "engine/tabel/schrijver.hpp"

namespace damwand::tabel {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Rijen = std::vector<std::vector<std::string>>;

struct Opvang : Afnemer {
    std::vector<std::string> namen;
    Rijen rijen;
    std::vector<std::uint64_t> regels;
    std::vector<Afkeuring> afgekeurd;
    void kop(const std::vector<std::string>& n) override { namen = n; }
    void rij(std::uint64_t regel, const std::vector<std::string>& cellen) override {
        regels.push_back(regel);
        rijen.push_back(cellen);
    }
    void ontvang(const Afkeuring& a) override { afgekeurd.push_back(a); }
};

Opvang neem(std::string_view inhoud, const Opties& opties = {}) {
    Opvang uit;
    const auto verslag = lees_inhoud(inhoud, opties, uit);
    EXPECT_EQ(verslag.gelezen, uit.rijen.size());
    EXPECT_EQ(verslag.afgekeurd, uit.afgekeurd.size());
    return uit;
}

std::string reden(std::string_view inhoud, const Opties& opties = {}) {
    try {
        (void)neem(inhoud, opties);
    } catch (const Fout& fout) {
        return fout.what();
    }
    return "";
}

// ── CSV ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

TEST(Csv, VindtZelfDeTekensetEnDeScheiding) {
    Opvang uit;
    auto verslag = lees_inhoud("naam;plaats\r\nCaf\xE9 \x80uro;'s-Hertogenbosch\r\n", {}, uit);
    EXPECT_EQ(verslag.tekenset, Tekenset::windows1252);
    EXPECT_EQ(verslag.scheiding, ';');
    EXPECT_THAT(uit.rijen, ElementsAre(ElementsAre("Café €uro", "'s-Hertogenbosch")));
    EXPECT_THAT(neem("\xEF\xBB\xBFnaam,jaar\nCafé,2024\n").rijen, ElementsAre(ElementsAre("Café", "2024")));
    EXPECT_THAT(neem("a\tb|c\n1\t2|3\n").rijen, ElementsAre(ElementsAre("1", "2|3")));
    EXPECT_THAT(neem("\"a;b\",c\n1,2\n").namen, ElementsAre("a;b", "c")) << "what stands between quotes parts nothing";
    EXPECT_THAT(neem("a,b;c\n1,2;3\n", {.tekenset = {}, .scheiding = ',', .blad = {}}).rijen, ElementsAre(ElementsAre("1", "2;3"))) << "what was said counts";
}

TEST(Csv, LeestAanhalingRegeleindenEnLegeRegels) {
    const auto uit = neem("a;b\n\"een \"\"twee\"\"\nen drie\";\" x \"\n\n;\n4;5");
    EXPECT_THAT(uit.rijen, ElementsAre(ElementsAre("een \"twee\"\nen drie", "x"), ElementsAre("4", "5")));
    EXPECT_THAT(uit.regels, ElementsAre(2, 6));
}

TEST(Csv, SlaatOverWatBovenDeKopStaatEnKeurtAfMetHetRegelnummer) {
    const auto uit = neem("Uitvoer van 1 januari\n\na;b\n1;2\n1;2;3\n\"x\"y;2\n1\n5;6\n", {.tekenset = {}, .scheiding = {}, .blad = {}, .kopregel = 3});
    EXPECT_THAT(uit.rijen, ElementsAre(ElementsAre("1", "2"), ElementsAre("5", "6")));
    ASSERT_EQ(uit.afgekeurd.size(), 3U);
    EXPECT_EQ(uit.afgekeurd[0].regel, 5U);
    EXPECT_EQ(uit.afgekeurd[1].regel, 6U);
    EXPECT_THAT(uit.afgekeurd[1].reden, HasSubstr("aanhalingstekens"));
    EXPECT_EQ(uit.afgekeurd[2].regel, 7U);
}

TEST(Csv, KeurtEenRegelInEenAndereTekensetAf) {
    const auto uit = neem(std::string("a;b\ngoed;1\n") + std::string(70'000, 'x') + ";2\nCaf\xE9;3\n");
    EXPECT_THAT(uit.rijen, ElementsAre(ElementsAre("goed", "1")));
    ASSERT_EQ(uit.afgekeurd.size(), 2U);
    EXPECT_THAT(uit.afgekeurd[0].reden, HasSubstr("64 KiB"));
    EXPECT_THAT(uit.afgekeurd[1].reden, HasSubstr("tekenset")) << "UTF-8 as far as was looked";
}

TEST(Csv, WeigertWatGeenTabelIs) {
    EXPECT_THAT(reden(""), HasSubstr("namen van de kolommen"));
    EXPECT_THAT(reden("\n\n"), HasSubstr("namen van de kolommen"));
    EXPECT_THAT(reden("a;;b\n1;2;3\n"), HasSubstr("ontbreekt"));
    EXPECT_THAT(reden("a;a\n1;2\n"), HasSubstr("twee keer"));
    EXPECT_THAT(reden(std::string("\xFF\xFE" "a\0", 4)), HasSubstr("UTF-16"));
    EXPECT_THAT(reden("\xD0\xCF\x11\xE0 xls"), HasSubstr("XLS"));
    std::string breed = "a0";
    for (int i = 1; i <= 200; ++i) breed += fmt::format(";a{}", i);
    EXPECT_THAT(reden(breed + "\n"), HasSubstr("200"));
}

// ── XLSX, written by libxlsxwriter: another's hand ───────────────────────────────────────────────────────────────────

std::string bestand(const std::filesystem::path& pad) {
    std::ifstream in(pad, std::ios::binary);
    std::string uit{std::istreambuf_iterator<char>(in), {}};
    std::filesystem::remove(pad);
    return uit;
}

TEST(Xlsx, LeestWatEenAnderSchreef) {
    const auto pad = std::filesystem::temp_directory_path() / fmt::format("damwand-tabel-{}.xlsx", ::getpid());
    auto* boek = workbook_new(pad.c_str());
    workbook_add_worksheet(boek, "Toelichting");
    auto* blad = workbook_add_worksheet(boek, "Vergunningen");
    auto* dag = workbook_add_format(boek);
    format_set_num_format(dag, "dd-mm-yyyy");
    auto* tijd = workbook_add_format(boek);
    format_set_num_format(tijd, "d mmm yyyy hh:mm");
    auto* euro = workbook_add_format(boek);
    format_set_num_format(euro, "[$€-413] #,##0.00");
    worksheet_write_string(blad, 1, 0, "Zaak", nullptr);
    worksheet_write_string(blad, 1, 1, "Van", nullptr);
    worksheet_write_string(blad, 1, 3, "Bedrag", nullptr);
    worksheet_write_string(blad, 1, 2, "Open", nullptr);
    lxw_datetime schrikkel{2024, 2, 29, 0, 0, 0}, laat{1999, 12, 31, 23, 59, 0};
    worksheet_write_string(blad, 2, 0, "Z-1 < & > é", nullptr);
    worksheet_write_datetime(blad, 2, 1, &schrikkel, dag);
    worksheet_write_boolean(blad, 2, 2, 1, nullptr);
    worksheet_write_number(blad, 2, 3, 1250.5, euro);
    worksheet_write_string(blad, 4, 0, "Z-1 < & > é", nullptr);
    worksheet_write_datetime(blad, 4, 1, &laat, tijd);
    worksheet_write_number(blad, 4, 3, 12, nullptr);
    ASSERT_EQ(workbook_close(boek), LXW_NO_ERROR);
    const auto inhoud = bestand(pad);
    const auto uit = neem(inhoud, {.tekenset = {}, .scheiding = {}, .blad = "Vergunningen", .kopregel = 2});
    EXPECT_THAT(uit.namen, ElementsAre("Zaak", "Van", "Open", "Bedrag"));
    EXPECT_THAT(uit.rijen, ElementsAre(ElementsAre("Z-1 < & > é", "2024-02-29", "ja", "1250.5"), ElementsAre("Z-1 < & > é", "1999-12-31 23:59", "", "12")));
    EXPECT_THAT(uit.regels, ElementsAre(3, 5));
    EXPECT_THAT(reden(inhoud), HasSubstr("namen van de kolommen")) << "the first sheet is empty";
    EXPECT_THAT(reden(inhoud, {.tekenset = {}, .scheiding = {}, .blad = "Elders"}), HasSubstr("Elders"));
}

TEST(Xlsx, SchrijftWatMenTerugLeest) {
    const std::vector<std::string> koppen{"Adres", "Oppervlakte"};
    Xlsxschrijver schrijver("Lijst", koppen);
    const std::string formule = "=1+1", lang(40'000, 'x');
    schrijver.rij(std::vector<Cel>{formule, 83.0});
    schrijver.rij(std::vector<Cel>{Cel{}, -0.5});
    schrijver.rij(std::vector<Cel>{lang, Cel{}});
    const auto uit = neem(schrijver.sluit());
    EXPECT_THAT(uit.namen, ElementsAre("Adres", "Oppervlakte"));
    EXPECT_THAT(uit.rijen, ElementsAre(ElementsAre("=1+1", "83"), ElementsAre("", "-0.5"), ElementsAre(std::string(32'767, 'x'), "")));
}

// ── Zips of our own making ───────────────────────────────────────────────────────────────────────────────────────────

std::string zip_van(const std::map<std::string, std::string>& delen) {
    const auto pad = std::filesystem::temp_directory_path() / fmt::format("damwand-tabel-{}.zip", ::getpid());
    std::filesystem::remove(pad);
    auto* archief = zip_open(pad.c_str(), ZIP_CREATE, nullptr);
    for (const auto& [naam, inhoud] : delen) zip_file_add(archief, naam.c_str(), zip_source_buffer(archief, inhoud.data(), inhoud.size(), 0), 0);
    zip_close(archief);
    return bestand(pad);
}

std::string ods(const std::string& rijen, const std::string& voor = "") {
    return zip_van({{"content.xml", voor + "<o:document-content xmlns:o='urn:o' xmlns:t='urn:t' xmlns:x='urn:x'><o:body><o:spreadsheet>"
                                           "<t:table t:name='Een'>" + rijen + "</t:table><t:table t:name='Twee'><t:table-row><t:table-cell><x:p>b</x:p></t:table-cell></t:table-row>"
                                           "<t:table-row><t:table-cell><x:p>2</x:p></t:table-cell></t:table-row></t:table></o:spreadsheet></o:body></o:document-content>"}});
}

constexpr std::string_view koprij = "<t:table-row><t:table-cell><x:p>Zaak</x:p></t:table-cell><t:table-cell><x:p>Van</x:p></t:table-cell><t:table-cell><x:p>Bedrag</x:p></t:table-cell></t:table-row>";

TEST(Ods, LeestWaardenHerhalingenEnOpmerkingen) {
    const auto uit = neem(ods(std::string(koprij) +
                              "<t:table-row t:number-rows-repeated='2'><t:table-cell o:value-type='string'><x:p>Z<x:s x:c='2'/>1</x:p><x:p>en meer</x:p></t:table-cell>"
                              "<t:table-cell o:value-type='date' o:date-value='2024-02-29T00:00:00'><o:annotation><x:p>pas op</x:p></o:annotation><x:p>29 feb</x:p></t:table-cell>"
                              "<t:table-cell o:value-type='currency' o:value='12.5'><x:p>€ 12,50</x:p></t:table-cell><t:table-cell t:number-columns-repeated='16000'/></t:table-row>"
                              "<t:table-row t:number-rows-repeated='1048000'><t:table-cell t:number-columns-repeated='16384'/></t:table-row>"
                              "<t:table-row><t:table-cell t:number-columns-repeated='2'><x:p>x</x:p></t:table-cell></t:table-row>"));
    EXPECT_THAT(uit.namen, ElementsAre("Zaak", "Van", "Bedrag"));
    EXPECT_THAT(uit.rijen, ElementsAre(ElementsAre("Z  1\nen meer", "2024-02-29", "12.5"), ElementsAre("Z  1\nen meer", "2024-02-29", "12.5"), ElementsAre("x", "x", "")));
    EXPECT_THAT(uit.regels, ElementsAre(2, 3, 1'048'004));
    EXPECT_THAT(neem(ods(std::string(koprij)), {.tekenset = {}, .scheiding = {}, .blad = "Twee"}).rijen, ElementsAre(ElementsAre("2")));
    EXPECT_THAT(reden(ods(std::string(koprij)), {.tekenset = {}, .scheiding = {}, .blad = "Drie"}), HasSubstr("Drie"));
}

TEST(Ods, WeigertVijandigeXml) {
    EXPECT_THAT(reden(ods("", "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>")), HasSubstr("DOCTYPE"));
    EXPECT_THAT(reden(ods(std::string(koprij) + "<t:table-row><t:table-cell><x:p>&weg;</x:p></t:table-cell></t:table-row>")), HasSubstr("niet goed gevormd"));
    EXPECT_THAT(reden(ods("<t:table-row>")), HasSubstr("niet goed gevormd"));
    std::string diep;
    for (int i = 0; i < 100; ++i) diep += "<t:g>";
    EXPECT_THAT(reden(ods(diep)), HasSubstr("genest"));
    EXPECT_THAT(reden(ods(std::string(koprij) + "<t:table-row t:number-rows-repeated='1000000000'><t:table-cell><x:p>x</x:p></t:table-cell></t:table-row>")), HasSubstr("tienduizend"));
    const auto breed = neem(ods(std::string(koprij) + "<t:table-row><t:table-cell t:number-columns-repeated='1000000000'><x:p>x</x:p></t:table-cell></t:table-row>"));
    ASSERT_EQ(breed.afgekeurd.size(), 1U);
    EXPECT_THAT(breed.afgekeurd[0].reden, HasSubstr("200 kolommen"));
}

TEST(Zip, WeigertBommenEnWatGeenRekenbladIs) {
    EXPECT_THAT(reden(zip_van({{"iets.txt", "x"}})), HasSubstr("geen rekenblad"));
    const auto heel = ods(std::string(koprij));
    EXPECT_THAT(reden(heel.substr(0, heel.size() / 2)), HasSubstr("geen heel zipbestand"));
    auto stuk = heel;
    stuk[60] = static_cast<char>(stuk[60] ^ 0x55);
    EXPECT_NE(reden(stuk), "");
    // 40 MB of blanks in 40 kB: never a sheet.
    EXPECT_THAT(reden(ods(std::string(40'000'000, ' '))), HasSubstr("te groot"));
    const auto los = zip_van({{"xl/workbook.xml", "<workbook><sheets><sheet name='A' id='r1'/></sheets></workbook>"},
                              {"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>"},
                              {"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>7</v></c></row></sheetData></worksheet>"}});
    EXPECT_THAT(reden(los), HasSubstr("verwijst")) << "a word that is not there";
}

}  // namespace
}  // namespace damwand::tabel

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <zip.h>
#include <zlib.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

/// For tests: files of every kind, sound and hostile, made here and each with the verdict it must get (veiligheid.md
/// V23). Nothing of it is anybody's document.
namespace damwand::proef {

struct Proefbestand {
    std::string naam;    ///< says what it is
    std::string soort;   ///< code of the kind it says to be
    std::string inhoud;
    std::string reden;   ///< what the parser must say; empty: sound
    std::string geheel;  ///< what the whole inspection must say: as `reden`, or "virus" where only the scanner sees it
};

/// The standard's test string, in two halves so that no scanner stumbles over this source.
inline std::string eicar() { return std::string("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-") + "ANTIVIRUS-TEST-FILE!$H+H*"; }
/// Signatures of our own (.ndb) for it and for a string of ours, in place of ClamAV's database.
inline std::string signaturen() {
    const auto hex = [](const std::string& tekst) {
        static constexpr char cijfers[] = "0123456789abcdef";
        std::string uit;
        for (const char c : tekst) {
            uit += cijfers[static_cast<unsigned char>(c) >> 4];
            uit += cijfers[static_cast<unsigned char>(c) & 15];
        }
        return uit;
    };
    return "Proef.Eicar:0:*:" + hex(eicar()) + "\nProef.Woord:0:*:" + hex("damwand-proefvirus") + "\n";
}

using Deel = std::pair<std::string, std::string>;
/// A zip of these parts; parts whose name begins with '=' are stored, not deflated.
inline std::string zip_van(const std::vector<Deel>& delen, const std::string& wachtwoord = {}) {
    zip_error_t fout;
    zip_error_init(&fout);
    zip_source_t* bron = zip_source_buffer_create(nullptr, 0, 0, &fout);
    zip_source_keep(bron);
    zip_t* zip = zip_open_from_source(bron, ZIP_TRUNCATE, &fout);
    for (const auto& [naam, inhoud] : delen) {
        const bool los = naam.starts_with('=');
        const auto plek = zip_file_add(zip, naam.c_str() + (los ? 1 : 0), zip_source_buffer(zip, inhoud.data(), inhoud.size(), 0), ZIP_FL_ENC_UTF_8);
        if (plek < 0) throw std::runtime_error("zip");
        if (los) zip_set_file_compression(zip, static_cast<zip_uint64_t>(plek), ZIP_CM_STORE, 0);
        if (!wachtwoord.empty()) zip_file_set_encryption(zip, static_cast<zip_uint64_t>(plek), ZIP_EM_AES_256, wachtwoord.c_str());
    }
    if (zip_close(zip) != 0) throw std::runtime_error("zip_close");
    zip_source_open(bron);
    zip_source_seek(bron, 0, SEEK_END);
    std::string uit(static_cast<std::size_t>(zip_source_tell(bron)), '\0');
    zip_source_seek(bron, 0, SEEK_SET);
    zip_source_read(bron, uit.data(), uit.size());
    zip_source_close(bron);
    zip_source_free(bron);
    zip_error_fini(&fout);
    return uit;
}

inline std::string docx(const std::string& tekst, std::vector<Deel> erbij = {}) {
    std::vector<Deel> delen{{"[Content_Types].xml", R"(<?xml version="1.0"?><Types><Default Extension="xml" ContentType="application/xml"/></Types>)"},
                            {"word/document.xml", R"(<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body><w:t>)" + tekst + "</w:t></w:body></w:document>"}};
    for (auto& deel : erbij) delen.push_back(std::move(deel));
    return zip_van(delen);
}
inline std::string xlsx() {
    return zip_van({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<workbook/>"}, {"xl/sharedStrings.xml", "<sst><si><t>abc</t></si></sst>"}});
}
inline std::string odf(const std::string& soort, std::vector<Deel> erbij = {}) {
    std::vector<Deel> delen{{"=mimetype", "application/vnd.oasis.opendocument." + soort}, {"content.xml", "<office><text>Dag</text></office>"}};
    for (auto& deel : erbij) delen.push_back(std::move(deel));
    return zip_van(delen);
}

/// A PDF of these objects, numbered from 1; the first is the catalogue.
inline std::string pdf_van(const std::vector<std::string>& objecten) {
    std::string uit = "%PDF-1.7\n";
    std::string kruis = "xref\n0 " + std::to_string(objecten.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objecten.size(); ++i) {
        auto plek = std::to_string(uit.size());
        kruis += std::string(10 - plek.size(), '0') + plek + " 00000 n \n";
        uit += std::to_string(i + 1) + " 0 obj\n" + objecten[i] + "\nendobj\n";
    }
    const auto begin = std::to_string(uit.size());
    return uit + kruis + "trailer\n<< /Size " + std::to_string(objecten.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + begin + "\n%%EOF\n";
}
inline std::string pdf(const std::string& in_catalogus = {}, const std::string& erbij = "null") {
    return pdf_van({"<< /Type /Catalog /Pages 2 0 R " + in_catalogus + " >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>", erbij});
}

inline std::string vier(std::uint32_t w) {
    return {static_cast<char>(w >> 24), static_cast<char>(w >> 16 & 255), static_cast<char>(w >> 8 & 255), static_cast<char>(w & 255)};
}
inline std::string brok(const std::string& naam, const std::string& inhoud) {
    const auto alles = naam + inhoud;
    const auto som = crc32(0, reinterpret_cast<const Bytef*>(alles.data()), static_cast<uInt>(alles.size()));
    return vier(static_cast<std::uint32_t>(inhoud.size())) + alles + vier(static_cast<std::uint32_t>(som));
}
/// A grey PNG that says to be this large, with `bytes` bytes of picture in it.
inline std::string png(std::uint32_t breedte, std::uint32_t hoogte, std::size_t bytes) {
    const std::string beeld(bytes, '\0');
    uLongf lengte = compressBound(static_cast<uLong>(bytes));
    std::string dicht(lengte, '\0');
    compress(reinterpret_cast<Bytef*>(dicht.data()), &lengte, reinterpret_cast<const Bytef*>(beeld.data()), static_cast<uLong>(bytes));
    dicht.resize(lengte);
    return "\x89PNG\r\n\x1A\n" + brok("IHDR", vier(breedte) + vier(hoogte) + std::string("\x08\0\0\0\0", 5)) + brok("IDAT", dicht) + brok("IEND", "");
}
inline std::string jpeg(std::uint16_t breedte, std::uint16_t hoogte) {
    const auto twee = [](std::uint16_t w) { return std::string{static_cast<char>(w >> 8), static_cast<char>(w & 255)}; };
    return std::string("\xFF\xD8\xFF\xC0", 4) + twee(11) + std::string(1, 8) + twee(hoogte) + twee(breedte) + std::string("\1\1\x11\0", 4) +
           std::string("\xFF\xDA", 2) + twee(8) + std::string("\1\1\0\0\x3F\0", 6) + "beeld" + "\xFF\xD9";
}

/// The whole corpus.
inline std::vector<Proefbestand> proefbestanden() {
    std::vector<Proefbestand> uit;
    const auto doe = [&](std::string naam, std::string soort, std::string inhoud, const std::string& reden, std::string geheel = "=") {
        uit.push_back({std::move(naam), std::move(soort), std::move(inhoud), reden, geheel == "=" ? reden : std::move(geheel)});
    };
    const std::string nullen(std::size_t{60} * 1024 * 1024, '\0');
    // sound
    doe("pdf", "pdf", pdf(), "");
    doe("jpeg", "jpeg", jpeg(640, 480), "");
    doe("png", "png", png(10, 10, 110), "");
    doe("docx", "docx", docx("Goedemiddag"), "");
    doe("xlsx", "xlsx", xlsx(), "");
    doe("odt", "odt", odf("text"), "");
    doe("ods", "ods", odf("spreadsheet"), "");
    doe("tekst", "txt", "Eén regel\nen nog een\n", "");
    doe("tekst in windows-1252", "txt", "Caf\xE9 \x80 5", "");
    doe("csv met formulecellen: bewaard, als bijlage", "csv", "naam;bedrag\n=cmd|' /C calc'!A0;@SUM(1)\n", "");
    // viruses
    doe("eicar als tekst", "txt", eicar(), "", "virus");
    doe("eicar in een docx", "docx", docx("dag", {{"word/media/plaatje.bin", eicar()}}), "", "virus");
    doe("eicar in een zip in een docx", "docx", docx("dag", {{"word/embeddings/los.bin", zip_van({{"a.com", eicar()}})}}), "genest-archief", "virus");
    doe("eicar in een pdf", "pdf", pdf("", "<< /Length " + std::to_string(eicar().size()) + " >>\nstream\n" + eicar() + "\nendstream"), "", "virus");
    // bombs and floods
    doe("zipbom", "docx", docx("dag", {{"word/media/groot.bin", nullen}}), "te-groot-uitgepakt");
    doe("xml-bom", "docx", docx("dag", {{"word/styles.xml", R"(<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>)"}}), "xml-entiteiten");
    doe("xml met een bestand van buiten", "odt", odf("text", {{"styles.xml", R"(<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>)"}}), "xml-entiteiten");
    std::string diep;
    for (int i = 0; i < 300; ++i) diep += "<a>";
    doe("diepe xml", "docx", docx("dag", {{"word/diep.xml", diep}}), "te-diep");
    std::vector<Deel> veel;
    for (int i = 0; i < 2100; ++i) veel.emplace_back("word/" + std::to_string(i) + ".txt", "x");
    doe("te veel delen", "docx", docx("dag", veel), "te-veel-delen");
    doe("beeldvloed in png", "png", png(100000, 100000, 10), "te-veel-beeldpunten");
    doe("beeldvloed in jpeg", "jpeg", jpeg(65000, 65000), "te-veel-beeldpunten");
    doe("png met meer beeld dan hij zegt", "png", png(10, 10, 5'000'000), "te-groot-uitgepakt");
    // two kinds at once
    doe("pdf met een zip erachter", "pdf", pdf() + zip_van({{"a.txt", "x"}}), "dubbel");
    doe("pdf met iets ervoor", "pdf", "iets\n" + pdf(), "dubbel");
    doe("png met een zip erachter", "png", png(10, 10, 110) + zip_van({{"a.txt", "x"}}), "dubbel");
    doe("docx met iets erachter", "docx", docx("dag") + "<script>", "dubbel");
    doe("tekst die een pdf is", "txt", "hallo\n" + pdf(), "dubbel");
    // cut off, broken, closed
    doe("afgekapte pdf", "pdf", pdf().substr(0, 200), "afgekapt");
    auto kapot = pdf();
    kapot.replace(kapot.rfind("startxref\n") + 10, 2, "99");
    doe("pdf met een verkeerde wijzer", "pdf", kapot, "beschadigd");
    doe("afgekapte png", "png", png(10, 10, 110).substr(0, 50), "afgekapt");
    doe("afgekapte jpeg", "jpeg", jpeg(10, 10).substr(0, 20), "afgekapt");
    doe("afgekapte docx", "docx", docx("dag").substr(0, 100), "afgekapt");
    doe("docx met een wachtwoord", "docx", zip_van({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<a/>"}}, "geheim"), "versleuteld");
    doe("tekst met nullen", "txt", std::string("ab\0cd", 5), "geen-tekst");
    // what acts, and what reaches out
    doe("pdf met een script", "pdf", pdf("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"), "actieve-inhoud");
    doe("pdf die een programma start", "pdf", pdf("/OpenAction 4 0 R", "<< /S /Launch /F (calc.exe) >>"), "actieve-inhoud");
    doe("pdf met een bestand erin", "pdf", pdf("", "<< /Type /Filespec /EF << /F 3 0 R >> >>"), "actieve-inhoud");
    doe("docx met macro's", "docx", docx("dag", {{"word/vbaProject.bin", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"}}), "actieve-inhoud");
    doe("docx met een programma erin", "docx", docx("dag", {{"word/media/a.png", "MZ\x90"}}), "actieve-inhoud");
    doe("docx met een sjabloon van elders", "docx",
        docx("dag", {{"word/_rels/settings.xml.rels", R"(<Relationships><Relationship Id="a" Type="http://x/attachedTemplate" Target="http://elders.example/a.dotm" TargetMode="External"/></Relationships>)"}}),
        "verwijzing-buiten");
    doe("docx met een zip erin", "docx", docx("dag", {{"word/media/a.bin", zip_van({{"a.txt", "x"}})}}), "genest-archief");
    // names that walk away, and files that are something else
    doe("zip met ..", "docx", docx("dag", {{"word/../../etc/passwd", "x"}}), "pad-onveilig");
    doe("zip met een heel pad", "odt", odf("text", {{"/etc/passwd", "x"}}), "pad-onveilig");
    doe("gewone zip als docx", "docx", zip_van({{"a.txt", "x"}}), "inhoud-past-niet");
    doe("odt die ods heet", "ods", odf("text"), "inhoud-past-niet");
    return uit;
}

}  // namespace damwand::proef

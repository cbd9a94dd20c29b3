// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/odt.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <memory>

#include "base/fout.hpp"

namespace damwand::documenten {
namespace {

/// Text in XML: line ends and tabs as ODF writes them; characters that XML has no place for are left out.
std::string xml(std::string_view tekst) {
    std::string uit;
    uit.reserve(tekst.size());
    for (const char c : tekst) {
        switch (c) {
            case '&': uit += "&amp;"; break;
            case '<': uit += "&lt;"; break;
            case '>': uit += "&gt;"; break;
            case '"': uit += "&quot;"; break;
            case '\n': uit += "<text:line-break/>"; break;
            case '\t': uit += "<text:tab/>"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20) uit += c;
        }
    }
    return uit;
}

constexpr std::string_view ruimten =
    R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0")"
    R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
    R"( xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0")"
    R"( xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3")";
constexpr std::string_view kopregel = R"(<?xml version="1.0" encoding="UTF-8"?>)";

std::string stijlen(std::string_view bladkop) {
    std::string koppen;
    for (const auto& [niveau, punten] : {std::pair{1, 18}, {2, 14}, {3, 12}}) {
        koppen += fmt::format(R"(<style:style style:name="Kop{0}" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="{0}">)"
                              R"(<style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/>)"
                              R"(<style:text-properties fo:font-size="{1}pt" fo:font-weight="bold"/></style:style>)",
                              niveau, punten);
    }
    return fmt::format(
        R"({0}<office:document-styles{1}><office:styles><style:style style:name="Standard" style:family="paragraph">)"
        R"(<style:paragraph-properties fo:margin-bottom="0.25cm" fo:line-height="130%"/>)"
        R"(<style:text-properties fo:font-family="Liberation Sans" fo:font-size="11pt" fo:language="nl" fo:country="NL"/></style:style>{2})"
        R"(<style:style style:name="Celkop" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style>)"
        R"(<style:style style:name="Invullen" style:family="paragraph" style:parent-style-name="Standard">)"
        R"(<style:paragraph-properties fo:border="0.05cm solid #8a5a00" fo:padding="0.2cm"/><style:text-properties fo:font-style="italic"/></style:style>)"
        R"(</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm")"
        R"( fo:margin="2.5cm"/>{3}</style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">{4}</style:master-page>)"
        R"(</office:master-styles></office:document-styles>)",
        kopregel, ruimten, koppen, bladkop.empty() ? "" : R"(<style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.4cm"/></style:header-style>)",
        bladkop.empty() ? std::string{} : fmt::format(R"(<style:header><text:p text:style-name="Standard">{}</text:p></style:header>)", xml(bladkop)));
}

struct ZipWeg {
    void operator()(zip_t* z) const noexcept { zip_discard(z); }
    void operator()(zip_source_t* s) const noexcept { zip_source_free(s); }
};

[[noreturn]] void mislukt() { throw Fout(FoutSoort::intern, "odt", "De brief kon niet worden gemaakt."); }

}  // namespace

Odt::Odt(std::string_view titel) : m_titel(titel) {}

Odt& Odt::alinea_in(std::string_view stijl, std::string_view tekst) {
    m_lijf += fmt::format(R"(<text:p text:style-name="{}">{}</text:p>)", stijl, xml(tekst));
    return *this;
}

Odt& Odt::op_elke_bladzijde(std::string_view tekst) {
    m_bladkop = tekst;
    return *this;
}

Odt& Odt::kop(int niveau, std::string_view tekst) {
    m_lijf += fmt::format(R"(<text:h text:style-name="Kop{0}" text:outline-level="{0}">{1}</text:h>)", niveau, xml(tekst));
    return *this;
}

Odt& Odt::alinea(std::string_view tekst) { return alinea_in("Standard", tekst); }
Odt& Odt::in_te_vullen(std::string_view tekst) { return alinea_in("Invullen", tekst); }

Odt& Odt::opsomming(const std::vector<std::string>& punten) {
    m_lijf += "<text:list>";
    for (const auto& punt : punten) {
        m_lijf += "<text:list-item>";
        alinea(punt);
        m_lijf += "</text:list-item>";
    }
    m_lijf += "</text:list>";
    return *this;
}

Odt& Odt::tabel(const std::vector<std::string>& koppen, const std::vector<std::vector<std::string>>& rijen) {
    const auto cellen = [&](std::string_view stijl, const std::vector<std::string>& rij) {
        m_lijf += "<table:table-row>";
        for (std::size_t i = 0; i < koppen.size(); ++i) {
            m_lijf += R"(<table:table-cell office:value-type="string">)";
            alinea_in(stijl, i < rij.size() ? rij[i] : std::string{});
            m_lijf += "</table:table-cell>";
        }
        m_lijf += "</table:table-row>";
    };
    m_lijf += fmt::format(R"(<table:table table:name="Tabel{}"><table:table-column table:number-columns-repeated="{}"/><table:table-header-rows>)", ++m_tabellen, koppen.size());
    cellen("Celkop", koppen);
    m_lijf += "</table:table-header-rows>";
    for (const auto& rij : rijen) cellen("Standard", rij);
    m_lijf += "</table:table>";
    return *this;
}

std::string Odt::klaar() const {
    const std::string_view mimetype = "application/vnd.oasis.opendocument.text";
    const auto inhoud = fmt::format("{}<office:document-content{}><office:body><office:text>{}</office:text></office:body></office:document-content>", kopregel, ruimten, m_lijf);
    const auto meta = fmt::format("{}<office:document-meta{}><office:meta><dc:title>{}</dc:title><dc:language>nl-NL</dc:language></office:meta></office:document-meta>", kopregel, ruimten, xml(m_titel));
    const auto lijst = fmt::format(R"({}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">)"
                                   R"(<manifest:file-entry manifest:full-path="/" manifest:media-type="{}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>)"
                                   R"(<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>)"
                                   R"(</manifest:manifest>)", kopregel, mimetype);
    const auto stijl = stijlen(m_bladkop);
    zip_error_t fout;
    zip_error_init(&fout);
    std::unique_ptr<zip_source_t, ZipWeg> bron(zip_source_buffer_create(nullptr, 0, 0, &fout));
    if (!bron) mislukt();
    std::unique_ptr<zip_t, ZipWeg> zip(zip_open_from_source(bron.get(), ZIP_TRUNCATE, &fout));
    if (!zip) mislukt();
    zip_source_keep(bron.get());  // ours too, to read what was written
    for (const auto& [naam, deel] : {std::pair<const char*, std::string_view>{"mimetype", mimetype}, {"content.xml", inhoud}, {"styles.xml", stijl}, {"meta.xml", meta},
                                     {"META-INF/manifest.xml", lijst}}) {
        auto* uit = zip_source_buffer(zip.get(), deel.data(), deel.size(), 0);
        const auto plek = uit == nullptr ? -1 : zip_file_add(zip.get(), naam, uit, ZIP_FL_ENC_UTF_8);
        if (plek < 0) {
            zip_source_free(uit);
            mislukt();
        }
        // The first part says what the file is, in plain bytes; nothing in it says when it was made.
        if (deel == mimetype) zip_set_file_compression(zip.get(), static_cast<zip_uint64_t>(plek), ZIP_CM_STORE, 0);
        zip_file_set_dostime(zip.get(), static_cast<zip_uint64_t>(plek), 0, (1 << 5) | 1, 0);
    }
    if (zip_close(zip.get()) != 0) mislukt();
    (void)zip.release();
    if (zip_source_open(bron.get()) != 0) mislukt();
    std::string uit;
    for (char blok[16384]; const auto n = zip_source_read(bron.get(), blok, sizeof blok);) {
        if (n < 0) mislukt();
        uit.append(blok, static_cast<std::size_t>(n));
    }
    zip_source_close(bron.get());
    return uit;
}

}  // namespace damwand::documenten

// SPDX-License-Identifier: EUPL-1.2
// Office documents: a zip with XML in it. Every part is unpacked and looked at, none is kept.
#include <libxml/parser.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "base/tekst.hpp"
#include "platform/documenten/ontleder/ontleder.hpp"

namespace damwand::documenten::ontleder {
namespace {

struct ZipWeg {
    void operator()(zip_t* z) const noexcept { zip_discard(z); }
    void operator()(zip_file_t* z) const noexcept { zip_fclose(z); }
};

std::string_view tekst(const xmlChar* t) { return t == nullptr ? std::string_view{} : reinterpret_cast<const char*>(t); }

/// Reads one XML part as it comes: no DTD, no entities, no network; counts characters.
class XmlDeel {
  public:
    XmlDeel(bool verwijzingen, int diepte) : m_verwijzingen(verwijzingen), m_meeste(diepte) {
        xmlSAXHandler h{};
        h.initialized = XML_SAX2_MAGIC;
        h.startElementNs = [](void* zelf, const xmlChar* naam, const xmlChar*, const xmlChar*, int, const xmlChar**, int aantal,
                              int, const xmlChar** velden) { static_cast<XmlDeel*>(zelf)->begin(naam, aantal, velden); };
        h.endElementNs = [](void* zelf, const xmlChar*, const xmlChar*, const xmlChar*) { --static_cast<XmlDeel*>(zelf)->m_diep; };
        h.characters = [](void* zelf, const xmlChar* t, int aantal) { static_cast<XmlDeel*>(zelf)->tel(t, aantal); };
        h.internalSubset = [](void* zelf, const xmlChar*, const xmlChar*, const xmlChar*) {
            static_cast<XmlDeel*>(zelf)->stop("xml-entiteiten");
        };
        m_lezer = xmlCreatePushParserCtxt(&h, this, nullptr, 0, nullptr);
        if (m_lezer == nullptr) throw std::bad_alloc();
        xmlCtxtUseOptions(m_lezer, XML_PARSE_NONET);
    }
    ~XmlDeel() {
        if (m_lezer->myDoc != nullptr) xmlFreeDoc(m_lezer->myDoc);
        xmlFreeParserCtxt(m_lezer);
    }
    XmlDeel(const XmlDeel&) = delete;
    XmlDeel& operator=(const XmlDeel&) = delete;

    void neem(std::string_view stuk, bool einde) {
        if (!m_reden.empty()) return;
        if (xmlParseChunk(m_lezer, stuk.data(), static_cast<int>(stuk.size()), einde ? 1 : 0) != 0 && m_reden.empty()) m_reden = "beschadigd";
    }
    [[nodiscard]] const std::string& reden() const noexcept { return m_reden; }
    [[nodiscard]] std::uint64_t tekens() const noexcept { return m_tekens; }

  private:
    void stop(std::string_view reden) {
        if (m_reden.empty()) m_reden = reden;
        xmlStopParser(m_lezer);
    }
    void tel(const xmlChar* t, int aantal) {
        // Code points: bytes that do not continue one.
        for (int i = 0; i < aantal; ++i) m_tekens += (t[i] & 0xC0) != 0x80 ? 1U : 0U;
    }
    /// Attributes come as name, prefix, uri, begin and end of the value.
    void begin(const xmlChar* naam, int aantal, const xmlChar** velden) {
        if (++m_diep > m_meeste) return stop("te-diep");
        bool buiten = false;
        bool haalt = false;
        for (int i = 0; i < aantal; ++i) {
            const auto veld = tekst(velden[i * 5]);
            const auto* van = reinterpret_cast<const char*>(velden[i * 5 + 3]);
            const std::string_view waarde(van, static_cast<std::size_t>(reinterpret_cast<const char*>(velden[i * 5 + 4]) - van));
            if (veld == "ContentType" && waarde.find("macroEnabled") != std::string_view::npos) return stop("actieve-inhoud");
            if (!m_verwijzingen) continue;
            buiten = buiten || (veld == "TargetMode" && waarde == "External");
            for (const auto* soort : {"/attachedTemplate", "/oleObject", "/frame", "/subDocument", "/externalLinkPath"}) {
                haalt = haalt || (veld == "Type" && waarde.ends_with(soort));
            }
        }
        if (tekst(naam) == "Relationship" && buiten && haalt) stop("verwijzing-buiten");
    }
    xmlParserCtxtPtr m_lezer;
    bool m_verwijzingen;
    int m_meeste, m_diep = 0;
    std::uint64_t m_tekens = 0;
    std::string m_reden;
};

/// What a part must not be, by how it begins.
std::string verboden_begin(std::string_view b) {
    for (const std::string_view archief : {std::string_view("PK\3\4"), std::string_view("PK\5\6"), std::string_view("Rar!"),
                                           std::string_view("7z\xBC\xAF"), std::string_view("\x1F\x8B"), std::string_view("BZh"),
                                           std::string_view("\xFD" "7zXZ"), std::string_view("MSCF"), std::string_view("\x28\xB5\x2F\xFD")}) {
        if (b.starts_with(archief)) return "genest-archief";
    }
    for (const std::string_view actief : {std::string_view("\xD0\xCF\x11\xE0"), std::string_view("MZ"), std::string_view("\x7F" "ELF")}) {
        if (b.starts_with(actief)) return "actieve-inhoud";
    }
    return {};
}

bool veilige_naam(std::string_view naam) {
    if (naam.empty() || naam.size() > 300 || !is_nette_tekst(naam) || naam.front() == '/' || naam.find('\\') != std::string_view::npos ||
        naam.find(':') != std::string_view::npos) {
        return false;
    }
    for (std::size_t begin = 0; begin <= naam.size();) {
        const auto einde = std::min(naam.find('/', begin), naam.size());
        if (naam.substr(begin, einde - begin) == ".." || naam.substr(begin, einde - begin) == ".") return false;
        begin = einde + 1;
    }
    return true;
}

struct Vorm {
    std::string_view hoofddeel, tekstdeel, mimetype;
};
Vorm vorm_van(Soort soort) {
    switch (soort) {
        case Soort::docx: return {"word/document.xml", "word/document.xml", ""};
        case Soort::xlsx: return {"xl/workbook.xml", "xl/sharedStrings.xml", ""};
        case Soort::odt: return {"content.xml", "content.xml", "application/vnd.oasis.opendocument.text"};
        default: return {"content.xml", "content.xml", "application/vnd.oasis.opendocument.spreadsheet"};
    }
}

}  // namespace

Oordeel ontleed_pakket(Soort soort, std::string_view inhoud, const Grenzen& g) {
    if (!inhoud.starts_with("PK\3\4")) return {.reden = "beschadigd"};
    const auto staart = inhoud.rfind("PK\5\6");
    if (staart == std::string_view::npos || inhoud.size() - staart < 22) return {.reden = "afgekapt"};
    const auto toelichting = static_cast<std::size_t>(static_cast<unsigned char>(inhoud[staart + 20])) +
                             static_cast<std::size_t>(static_cast<unsigned char>(inhoud[staart + 21])) * 256;
    if (staart + 22 + toelichting != inhoud.size()) return {.reden = "dubbel"};

    zip_error_t fout;
    zip_error_init(&fout);
    zip_source_t* bron = zip_source_buffer_create(inhoud.data(), inhoud.size(), 0, &fout);
    const std::unique_ptr<zip_t, ZipWeg> zip(bron == nullptr ? nullptr : zip_open_from_source(bron, ZIP_RDONLY | ZIP_CHECKCONS, &fout));
    zip_error_fini(&fout);
    if (!zip) {
        if (bron != nullptr) zip_source_free(bron);
        return {.reden = "beschadigd"};
    }
    const auto vorm = vorm_van(soort);
    const auto aantal = zip_get_num_entries(zip.get(), 0);
    if (aantal < 1) return {.reden = "beschadigd"};
    if (static_cast<std::size_t>(aantal) > g.delen) return {.reden = "te-veel-delen"};

    Oordeel uit{.tekens = 0};
    std::uint64_t totaal = 0;
    std::set<std::string, std::less<>> namen;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(aantal); ++i) {
        zip_stat_t s;
        zip_stat_init(&s);
        constexpr zip_uint64_t nodig = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
        if (zip_stat_index(zip.get(), i, ZIP_FL_ENC_RAW, &s) != 0 || (s.valid & nodig) != nodig) return {.reden = "beschadigd"};
        const std::string naam = s.name;
        if (!veilige_naam(naam)) return {.reden = "pad-onveilig"};
        if (!namen.insert(naam).second) return {.reden = "dubbel"};
        if (s.encryption_method != ZIP_EM_NONE) return {.reden = "versleuteld"};
        if (s.comp_method != ZIP_CM_STORE && s.comp_method != ZIP_CM_DEFLATE) return {.reden = "beschadigd"};
        const bool bom = s.size > 1024 * 1024 && s.size / std::max<zip_uint64_t>(s.comp_size, 1) > g.verhouding;
        if (bom || s.size > g.uitgepakt - totaal) return {.reden = "te-groot-uitgepakt"};
        totaal += s.size;
        if (naam.starts_with("Basic/") || naam.starts_with("Scripts/")) return {.reden = "actieve-inhoud"};

        const std::unique_ptr<zip_file_t, ZipWeg> deel(zip_fopen_index(zip.get(), i, 0));
        if (!deel) return {.reden = "beschadigd"};
        const bool rels = naam.ends_with(".rels");
        std::optional<XmlDeel> xml;
        if (rels || naam.ends_with(".xml") || naam.ends_with(".vml")) xml.emplace(rels, g.diepte);
        std::array<char, std::size_t{64} * 1024> bak{};
        std::uint64_t gelezen = 0;
        std::string begin;
        while (true) {
            const auto n = zip_fread(deel.get(), bak.data(), bak.size());
            if (n < 0) return {.reden = "beschadigd"};  // the checksum too
            const std::string_view stuk(bak.data(), static_cast<std::size_t>(n));
            if (begin.size() < 128) begin += stuk.substr(0, 128 - begin.size());
            gelezen += stuk.size();
            if (gelezen > s.size) return {.reden = "te-groot-uitgepakt"};
            if (xml) xml->neem(stuk, n == 0);
            if (xml && !xml->reden().empty()) return {.reden = xml->reden()};
            if (n == 0) break;
        }
        if (gelezen != s.size) return {.reden = "beschadigd"};
        if (auto reden = verboden_begin(begin); !reden.empty()) return {.reden = reden};
        if (naam == vorm.tekstdeel && xml) uit.tekens = xml->tekens();
        if (i == 0 && !vorm.mimetype.empty() && (naam != "mimetype" || begin != vorm.mimetype)) return {.reden = "inhoud-past-niet"};
    }
    const bool heel = namen.contains(vorm.hoofddeel) && (!vorm.mimetype.empty() || namen.contains(std::string_view("[Content_Types].xml")));
    if (!heel) return {.reden = "inhoud-past-niet"};
    return uit;
}

}  // namespace damwand::documenten::ontleder

// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/xml.hpp"

#include <fmt/format.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <array>
#include <cstring>
#include <exception>
#include <memory>
#include <vector>

#include "base/fout.hpp"

namespace damwand::graph {
namespace {

constexpr int diepste = 32;
constexpr int meeste_attributen = 64;
constexpr std::size_t blok = 64U << 10U;

std::string_view tekst_van(const xmlChar* t) noexcept { return t == nullptr ? std::string_view{} : std::string_view{reinterpret_cast<const char*>(t)}; }

struct Document {
    const std::string& bestand;
    Xmlafnemer& afnemer;
    xmlParserCtxtPtr ontleder = nullptr;
    std::exception_ptr uitzondering{};
    int diepte = 0;

    [[nodiscard]] int regel() const noexcept { return xmlSAX2GetLineNumber(ontleder); }
    [[nodiscard]] Fout fout(FoutSoort soort, const char* code, std::string_view uitleg) const { return {soort, code, fmt::format("{}, regel {}: {}", bestand, regel(), uitleg)}; }
    [[nodiscard]] Fout doctype() const { return fout(FoutSoort::ongeldig, "graaf-doctype", "het bestand bevat een DOCTYPE of entiteiten; die worden om veiligheidsredenen geweigerd."); }

    /// libxml2 is C: what is thrown waits until it has returned.
    template <class F>
    void veilig(F&& f) noexcept {
        if (uitzondering) return;
        try {
            f();
        } catch (...) {
            uitzondering = std::current_exception();
            xmlStopParser(ontleder);
        }
    }
    void begin(const xmlChar* naam, int aantal, const xmlChar** waarden) {
        if (++diepte > diepste) throw fout(FoutSoort::te_groot, "graaf-te-groot", "de elementen staan dieper in elkaar dan 32.");
        if (aantal > meeste_attributen) throw fout(FoutSoort::te_groot, "graaf-te-groot", "een element heeft meer dan 64 attributen.");
        std::vector<Attribuut> attributen;
        for (int i = 0; i < aantal; ++i) {
            const auto* a = waarden + static_cast<std::ptrdiff_t>(i) * 5;
            attributen.push_back({tekst_van(a[0]), {reinterpret_cast<const char*>(a[3]), static_cast<std::size_t>(a[4] - a[3])}});
        }
        afnemer.begin(tekst_van(naam), attributen, static_cast<std::uint64_t>(regel()));
    }
};

Document& zelf(void* context) noexcept { return *static_cast<Document*>(static_cast<xmlParserCtxtPtr>(context)->_private); }

xmlSAXHandler luisteraar() {
    xmlSAXHandler sax;
    std::memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = [](void* c, const xmlChar* naam, const xmlChar*, const xmlChar*, int, const xmlChar**, int aantal, int, const xmlChar** waarden) {
        zelf(c).veilig([&] { zelf(c).begin(naam, aantal, waarden); });
    };
    sax.endElementNs = [](void* c, const xmlChar* naam, const xmlChar*, const xmlChar*) {
        zelf(c).veilig([&] {
            --zelf(c).diepte;
            zelf(c).afnemer.einde(tekst_van(naam));
        });
    };
    sax.characters = [](void* c, const xmlChar* tekst, int aantal) { zelf(c).veilig([&] { zelf(c).afnemer.tekst({reinterpret_cast<const char*>(tekst), static_cast<std::size_t>(aantal)}); }); };
    sax.cdataBlock = sax.characters;
    sax.internalSubset = [](void* c, const xmlChar*, const xmlChar*, const xmlChar*) { zelf(c).veilig([&] { throw zelf(c).doctype(); }); };
    sax.serror = [](void*, xmlErrorPtr) {};  // looked up afterwards; libxml2 must not print
    return sax;
}

}  // namespace

void lees_xml(std::istream& in, const std::string& bestand, Xmlafnemer& afnemer, const std::function<void(std::uint64_t)>& gelezen) {
    auto sax = luisteraar();
    Document document{bestand, afnemer};
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> ontleder{xmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr), &xmlFreeParserCtxt};
    if (!ontleder) throw std::bad_alloc{};
    document.ontleder = ontleder.get();
    ontleder->_private = &document;
    ontleder->userData = ontleder.get();
    // NOENT: `&amp;` in an attribute comes as `&`; there are no other entities, since a DOCTYPE ends the reading.
    xmlCtxtUseOptions(document.ontleder, XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOENT);
    std::array<char, blok> buffer{};
    std::uint64_t bytes = 0;
    for (bool klaar = false; !klaar;) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        const auto aantal = static_cast<std::size_t>(in.gcount());
        klaar = aantal == 0;
        bytes += aantal;
        gelezen(bytes);
        const int code = xmlParseChunk(document.ontleder, buffer.data(), static_cast<int>(aantal), klaar ? 1 : 0);
        if (document.uitzondering) std::rethrow_exception(document.uitzondering);
        const auto* laatste = xmlCtxtGetLastError(document.ontleder);
        if (laatste != nullptr && laatste->code == XML_ERR_UNDECLARED_ENTITY) throw document.doctype();
        if (bytes == 0 || document.ontleder->wellFormed == 0 || (code != 0 && document.ontleder->disableSAX != 0))
            throw document.fout(FoutSoort::ongeldig, "graaf-xml", klaar ? "het bestand houdt halverwege op of is leeg." : "de XML is niet goed gevormd.");
    }
}

std::string xml_tekst(std::string_view tekst) {
    std::string uit;
    for (const char c : tekst) {
        switch (c) {
            case '&': uit += "&amp;"; break;
            case '<': uit += "&lt;"; break;
            case '>': uit += "&gt;"; break;
            case '"': uit += "&quot;"; break;
            case '\n': uit += "&#10;"; break;
            case '\r': uit += "&#13;"; break;
            case '\t': uit += "&#9;"; break;
            default: uit += c;
        }
    }
    return uit;
}

}  // namespace damwand::graph

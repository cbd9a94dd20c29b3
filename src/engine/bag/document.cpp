// SPDX-License-Identifier: EUPL-1.2
// How the bytes of a document come in: by the tokeniser of our own, and from where that gives up by libxml2.
#include "engine/bag/document.hpp"

#include <fmt/format.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <memory>

#include "base/fout.hpp"
#include "engine/bag/ontleding.hpp"
#include "engine/bag/snellezer.hpp"

namespace damwand::bag {

namespace {

constexpr std::size_t blok = 64U << 10U;

std::string_view tekst_van(const xmlChar* tekst) noexcept {
    return tekst == nullptr ? std::string_view{} : std::string_view{reinterpret_cast<const char*>(tekst)};
}

class Inlezing final : Regelteller {
  public:
    Inlezing(const std::string& naam, Afnemer& afnemer, Leesverslag& verslag, bool mutaties) : m_ontleding(naam, afnemer, verslag, mutaties, *this) {}

    void lees(const Lees& bron, const LeesOpties& opties, std::string_view alles);

  private:
    static Inlezing& zelf(void* context) { return *static_cast<Inlezing*>(context); }
    /// C callbacks must not throw: keep the exception and stop the parser.
    template <class Werk>
    void veilig(const Werk& werk) noexcept {
        if (m_uitzondering) return;
        try {
            werk();
        } catch (...) {
            m_uitzondering = std::current_exception();
            xmlStopParser(m_parser);
        }
    }

    [[nodiscard]] bool lees_snel(const Lees& bron, std::string_view alles, std::string& rest);
    void lees_traag(const Lees& bron, std::string_view rest);
    [[nodiscard]] Element element_van(const xmlChar* naam, const xmlChar* uri);
    int regel() override { return m_snel != nullptr ? m_snel->regel() : m_parser != nullptr ? m_regel_bij + xmlSAX2GetLineNumber(m_parser) : m_regel_bij + 1; }
    [[noreturn]] void gooi_xml_fout(bool aan_het_eind);

    void merk() override {
        m_gemerkt = -1;
        if (m_snel != nullptr) m_snel->merk();
        else m_gemerkt = regel();
    }
    int gemerkt() override { return m_gemerkt < 0 && m_snel != nullptr ? m_snel->gemerkte_regel() : m_gemerkt; }

    Ontleding m_ontleding;
    int m_gemerkt = 1;  // below nought: the tokeniser knows
    Snellezer* m_snel = nullptr;  // while it reads
    xmlParserCtxtPtr m_parser = nullptr;
    int m_regel_bij = 0;                                // lines that libxml2 did not see
    std::size_t m_al_begonnen = 0, m_al_geeindigd = 0;  // events of libxml2 that were told before
    std::exception_ptr m_uitzondering;

    /// Names are interned by libxml2, so equal pointers are equal names: a small direct-mapped cache of look-ups.
    struct Opgezocht {
        const xmlChar* naam = nullptr;
        const xmlChar* uri = nullptr;
        Element element = Element::onbekend;
    };
    std::array<Opgezocht, 512> m_opgezocht{};
};

Element Inlezing::element_van(const xmlChar* naam, const xmlChar* uri) {
    const auto sleutel = (reinterpret_cast<std::uintptr_t>(naam) >> 2U) ^ (reinterpret_cast<std::uintptr_t>(uri) >> 5U);
    auto& plek = m_opgezocht[sleutel % m_opgezocht.size()];
    if (plek.naam == naam && plek.uri == uri) return plek.element;
    const auto element = m_ontleding.element_van(tekst_van(naam), tekst_van(uri));
    plek = {naam, uri, element};
    return element;
}

/// Calls `werk(name, value)` for each attribute of a SAX2 start tag.
template <class Werk>
void elk_attribuut(int aantal, const xmlChar** waarden, const Werk& werk) {
    for (int i = 0; i < aantal; ++i) {
        const xmlChar** a = waarden + static_cast<std::ptrdiff_t>(i) * 5;  // name, prefix, uri, begin, end
        werk(tekst_van(a[0]),
             std::string_view{reinterpret_cast<const char*>(a[3]), static_cast<std::size_t>(a[4] - a[3])});
    }
}

void Inlezing::gooi_xml_fout(bool aan_het_eind) {
    const xmlError* fout = xmlCtxtGetLastError(m_parser);
    const int code = fout == nullptr ? XML_ERR_OK : fout->code;
    const int waar = fout == nullptr ? regel() : m_regel_bij + fout->line;
    std::string_view uitleg = "de XML is niet goed gevormd; het bestand is beschadigd. Haal het opnieuw op.";
    // What only shows when there is no more to come is a file that was cut off.
    if (aan_het_eind) uitleg = "het bestand houdt halverwege op. Haal het opnieuw op.";
    switch (code) {
        case XML_ERR_DOCUMENT_EMPTY:
            uitleg = "dit is geen XML. Geef het bestand op zoals het Kadaster het leverde.";
            break;
        case XML_ERR_UNDECLARED_ENTITY:
            throw Fout(FoutSoort::ongeldig, "bag-doctype",
                       fmt::format("{}, regel {}: het bestand gebruikt entiteiten; die worden om veiligheidsredenen "
                                   "geweigerd. Een BAG-levering heeft ze niet.",
                                   m_ontleding.naam(), waar));
        default:
            break;
    }
    throw Fout(FoutSoort::ongeldig, "bag-xml-kapot", fmt::format("{}, regel {}: {}", m_ontleding.naam(), waar, uitleg), {},
               fmt::format("libxml2 {}", code));
}

/// Reads with the tokeniser of our own as far as it goes; false when libxml2 must go on, with `rest` to begin with.
bool Inlezing::lees_snel(const Lees& bron, std::string_view alles, std::string& rest) {
    Snellezer snel(bron, alles);
    m_snel = &snel;
    using Teken = Snellezer::Teken;
    for (;;) {
        switch (snel.volgende(m_ontleding.wil_tekst())) {
            case Teken::begin: {
                auto& tag = snel.tag();
                if (m_ontleding.slaat_over(tag.kenmerken)) break;
                if (!tag.element) tag.element = m_ontleding.element_van(tag.lokaal, tag.uri);
                m_ontleding.begin(*tag.element, tag.lokaal, tag.uri, tag.kenmerken);
                break;
            }
            case Teken::einde:
                m_ontleding.einde();
                break;
            case Teken::blad:
                m_ontleding.blad(snel.tekst());
                break;
            case Teken::klaar:
                m_snel = nullptr;
                return true;
            case Teken::opgegeven: {
                m_gemerkt = gemerkt();
                rest = snel.kop();
                m_regel_bij = snel.regel() - 1 - static_cast<int>(std::count(rest.begin(), rest.end(), '\n'));
                m_al_begonnen = snel.wortel_dicht() ? 1 : snel.open();
                m_al_geeindigd = snel.wortel_dicht() ? 1 : 0;
                rest += snel.rest();
                m_snel = nullptr;
                return false;
            }
        }
    }
}

void Inlezing::lees_traag(const Lees& bron, std::string_view rest) {
    xmlSAXHandler sax;
    std::memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = [](void* context, const xmlChar* naam, const xmlChar*, const xmlChar* uri, int namespaces,
                            const xmlChar**, int attributen, int, const xmlChar** waarden) {
        auto& d = zelf(context);
        if (d.m_al_begonnen > 0) {
            --d.m_al_begonnen;
            return;
        }
        d.veilig([&] {
            Kenmerken kenmerken{.attributen = attributen, .namespaces = namespaces};
            elk_attribuut(attributen, waarden, [&](std::string_view welke, std::string_view waarde) { kenmerken.attribuut(welke, waarde); });
            if (!d.m_ontleding.slaat_over(kenmerken)) d.m_ontleding.begin(d.element_van(naam, uri), tekst_van(naam), tekst_van(uri), kenmerken);
        });
    };
    sax.endElementNs = [](void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
        auto& d = zelf(context);
        if (d.m_al_geeindigd > 0) {
            --d.m_al_geeindigd;
            return;
        }
        d.veilig([&] { d.m_ontleding.einde(); });
    };
    sax.characters = [](void* context, const xmlChar* tekst, int aantal) {
        auto& d = zelf(context);
        d.veilig([&] { d.m_ontleding.tekst({reinterpret_cast<const char*>(tekst), static_cast<std::size_t>(aantal)}); });
    };
    sax.cdataBlock = sax.characters;
    sax.internalSubset = [](void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
        auto& d = zelf(context);
        d.veilig([&] {
            d.m_ontleding.gooi("bag-doctype",
                   "het bestand bevat een DOCTYPE; die wordt om veiligheidsredenen geweigerd. Een BAG-levering heeft "
                   "er geen.");
        });
    };
    sax.serror = [](void*, xmlErrorPtr) {};  // looked up afterwards; libxml2 must not print

    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser{
        xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr), &xmlFreeParserCtxt};
    if (!parser) throw std::bad_alloc{};
    m_parser = parser.get();
    xmlCtxtUseOptions(m_parser, XML_PARSE_NONET | XML_PARSE_COMPACT);

    const auto neem = [&](const char* bytes, std::size_t aantal) {
        const bool klaar = aantal == 0;
        const int uitkomst = xmlParseChunk(m_parser, bytes, static_cast<int>(aantal), klaar ? 1 : 0);
        if (m_uitzondering) std::rethrow_exception(m_uitzondering);
        if (m_parser->wellFormed == 0) gooi_xml_fout(klaar);
        if (uitkomst != 0 && uitkomst != XML_NS_ERR_UNDEFINED_NAMESPACE && m_parser->disableSAX != 0)
            gooi_xml_fout(klaar);
        return !klaar;
    };
    for (; !rest.empty(); rest.remove_prefix(std::min(rest.size(), blok))) neem(rest.data(), std::min(rest.size(), blok));
    std::array<char, blok> buffer{};
    while (neem(buffer.data(), bron(buffer.data(), buffer.size()))) {
    }
    m_parser = nullptr;
}

void Inlezing::lees(const Lees& bron, const LeesOpties& opties, std::string_view alles) {
    std::uint64_t gelezen = 0;
    const Lees geteld = [&](char* buffer, std::size_t grootte) {
        const std::size_t aantal = bron(buffer, grootte);
        gelezen += aantal;
        if (aantal == 0 && gelezen == 0)
            throw Fout(FoutSoort::ongeldig, "bag-xml-kapot", m_ontleding.naam() + ", regel 1: het bestand is leeg. Haal het opnieuw op.");
        if (gelezen > opties.grootste_xml) m_ontleding.gooi("bag-te-groot", "het bestand is uitgepakt te groot.");
        return aantal;
    };
    std::string rest;
    if (opties.alleen_libxml2 || !lees_snel(geteld, alles, rest)) lees_traag(geteld, rest);
    ++m_ontleding.verslag().xml_bestanden;
    m_ontleding.verslag().xml_bytes += gelezen;
}

}  // namespace

void lees_document(const std::string& naam, const Lees& lees, Afnemer& afnemer, Leesverslag& verslag,
                   const LeesOpties& opties, std::string_view alles) {
    Inlezing document{naam, afnemer, verslag, opties.mutaties};
    document.lees(lees, opties, alles);
}

}  // namespace damwand::bag

// SPDX-License-Identifier: EUPL-1.2
#include "engine/tabel/pakket.hpp"

#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <zip.h>

#include <array>
#include <cstring>
#include <exception>

#include "engine/tabel/rijen.hpp"

namespace damwand::tabel {
namespace {

constexpr zip_int64_t meeste_delen = 10'000;
constexpr int diepste = 64;
constexpr std::size_t meeste_kenmerken = 100;
constexpr std::uint64_t sterkste_pers = 1000, klein_genoeg = std::uint64_t{16} << 20U;  // what a thousandfold is never true of is small
constexpr std::size_t blok = std::size_t{64} * 1024;

std::string_view als_tekst(const xmlChar* tekst) { return reinterpret_cast<const char*>(tekst); }

/// One part while libxml2 goes through it. What a reader throws waits until libxml2 has returned.
struct Gang {
    Xmllezer& lezer;
    int diepte = 0;
    std::exception_ptr uitzondering;

    template <class F>
    void veilig(const F& doe) {
        if (uitzondering) return;
        try {
            doe();
        } catch (...) {
            uitzondering = std::current_exception();
        }
    }
    static Gang& zelf(void* context) { return *static_cast<Gang*>(context); }
};

void begin(void* context, const xmlChar* naam, const xmlChar*, const xmlChar*, int, const xmlChar**, int aantal, int, const xmlChar** waarden) {
    auto& g = Gang::zelf(context);
    g.veilig([&] {
        if (++g.diepte > diepste) throw ongeldig("De XML in dit bestand is dieper genest dan een rekenblad ooit is.");
        if (static_cast<std::size_t>(aantal) > meeste_kenmerken) throw ongeldig("De XML in dit bestand heeft een element met meer dan honderd kenmerken.");
        Kenmerken kenmerken;
        for (int i = 0; i < aantal; ++i) {
            const auto* deel = waarden + std::ptrdiff_t{5} * i;  // name, prefix, namespace, begin and end of the value
            kenmerken.emplace_back(als_tekst(deel[0]), std::string_view(reinterpret_cast<const char*>(deel[3]), static_cast<std::size_t>(deel[4] - deel[3])));
        }
        g.lezer.open(als_tekst(naam), kenmerken);
    });
}

void einde(void* context, const xmlChar* naam, const xmlChar*, const xmlChar*) {
    auto& g = Gang::zelf(context);
    g.veilig([&] {
        --g.diepte;
        g.lezer.sluit(als_tekst(naam));
    });
}

void letters(void* context, const xmlChar* tekst, int aantal) {
    auto& g = Gang::zelf(context);
    g.veilig([&] { g.lezer.tekst({reinterpret_cast<const char*>(tekst), static_cast<std::size_t>(aantal)}); });
}

void doctype(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
    Gang::zelf(context).veilig([] { throw ongeldig("De XML in dit bestand heeft een DOCTYPE. Die hoort niet in een rekenblad en wordt om veiligheidsredenen geweigerd."); });
}

Fout kapot() { return ongeldig("Dit is geen heel zipbestand, of het is beschadigd of versleuteld. Sla het rekenblad opnieuw op, zonder wachtwoord."); }

}  // namespace

std::string_view kenmerk(const Kenmerken& kenmerken, std::string_view naam) {
    for (const auto& [n, w] : kenmerken) {
        if (n == naam) return w;
    }
    return {};
}

void Pakket::Sluiter::operator()(zip* archief) const noexcept { zip_discard(archief); }

Pakket::Pakket(zip* archief) : m_zip(archief) {
    if (!m_zip) throw kapot();
    if (zip_get_num_entries(m_zip.get(), 0) > meeste_delen) throw ongeldig("In dit zipbestand zitten meer dan tienduizend bestanden: het is geen rekenblad.");
}

Pakket Pakket::open(const std::filesystem::path& pad) { return Pakket(zip_open(pad.c_str(), ZIP_RDONLY, nullptr)); }

Pakket Pakket::open_inhoud(std::string_view inhoud) {
    zip_source_t* bron = zip_source_buffer_create(inhoud.data(), inhoud.size(), 0, nullptr);
    zip* archief = bron == nullptr ? nullptr : zip_open_from_source(bron, ZIP_RDONLY, nullptr);
    if (archief == nullptr && bron != nullptr) zip_source_free(bron);
    return Pakket(archief);
}

bool Pakket::heeft(const std::string& naam) const { return zip_name_locate(m_zip.get(), naam.c_str(), 0) >= 0; }

void Pakket::lees(const std::string& naam, Xmllezer& lezer, const Voortgang& voortgang) const {
    const auto plek = zip_name_locate(m_zip.get(), naam.c_str(), 0);
    if (plek < 0) return;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(m_zip.get(), static_cast<zip_uint64_t>(plek), 0, &stat) != 0) throw kapot();
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> deel(zip_fopen_index(m_zip.get(), static_cast<zip_uint64_t>(plek), 0), &zip_fclose);
    if (!deel) throw kapot();

    xmlSAXHandler sax;
    std::memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = begin;
    sax.endElementNs = einde;
    sax.characters = letters;
    sax.cdataBlock = letters;
    sax.ignorableWhitespace = letters;
    sax.internalSubset = doctype;
    sax.serror = [](void*, xmlErrorPtr) {};  // libxml2 must not print
    Gang gang{.lezer = lezer, .diepte = 0, .uitzondering = {}};
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(xmlCreatePushParserCtxt(&sax, &gang, nullptr, 0, nullptr), &xmlFreeParserCtxt);
    if (!parser) throw std::bad_alloc{};
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_COMPACT);

    std::array<char, blok> buffer{};
    std::uint64_t gelezen = 0;
    for (bool klaar = false; !klaar && !lezer.klaar();) {
        const auto aantal = zip_fread(deel.get(), buffer.data(), buffer.size());
        if (aantal < 0) throw kapot();
        klaar = aantal == 0;
        gelezen += static_cast<std::uint64_t>(aantal);
        if (gelezen > grootste_deel || (gelezen > klein_genoeg && (stat.valid & ZIP_STAT_COMP_SIZE) != 0 && gelezen / sterkste_pers > stat.comp_size))
            throw ongeldig("Dit bestand wordt uitgepakt te groot. Is het wel een rekenblad?");
        const int uitkomst = xmlParseChunk(parser.get(), buffer.data(), static_cast<int>(aantal), klaar ? 1 : 0);
        if (gang.uitzondering) std::rethrow_exception(gang.uitzondering);
        if (parser->wellFormed == 0 || (uitkomst != 0 && parser->disableSAX != 0)) throw ongeldig("De XML in dit bestand is niet goed gevormd of gebruikt entiteiten. Sla het rekenblad opnieuw op.");
        if (voortgang && !voortgang({gelezen, (stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0})) throw Fout(FoutSoort::ongeldig, "afgebroken", "Afgebroken.");
    }
}

}  // namespace damwand::tabel

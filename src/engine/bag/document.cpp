// SPDX-License-Identifier: EUPL-1.2
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
#include "base/tekst.hpp"
#include "engine/bag/elementen.hpp"
#include "engine/bag/opbouw.hpp"
#include "engine/bag/snellezer.hpp"
#include "engine/bag/waarden.hpp"

namespace damwand::bag {

namespace {

using E = Element;

constexpr int diepste_element = 48;         // a delivery nests 15 deep
constexpr int meeste_attributen = 32;       // the root has one
constexpr int meeste_namespaces = 64;       // the root declares thirteen
constexpr std::size_t langste_blad = 4096;  // bytes; the longest text of the standard is 80 characters
constexpr std::size_t langste_posities = 16U << 20U;
constexpr std::size_t langste_onbekend = 100;
constexpr std::size_t blok = 64U << 10U;

std::string_view tekst_van(const xmlChar* tekst) noexcept {
    return tekst == nullptr ? std::string_view{} : std::string_view{reinterpret_cast<const char*>(tekst)};
}

bool is_record(E element) noexcept {
    return (element >= E::woonplaats && element <= E::pand) || (element >= E::io_woonplaats && element <= E::io_pand) ||
           element == E::gwr_relatie;
}

/// The parser's context: a stack of elements, the leaf being read and the record being built.
class Document {
  public:
    Document(const std::string& naam, Afnemer& afnemer, Leesverslag& verslag, bool mutaties)
        : m_naam(naam), m_afnemer(afnemer), m_verslag(verslag), m_mutaties(mutaties) {
        const auto streep = naam.rfind('/');
        if (const auto soort = soort_uit_naam(streep == std::string::npos ? naam : naam.substr(streep + 1))) {
            m_soort = *soort;
            m_soort_bekend = true;
        }
        m_stapel[0] = E::geen;
    }

    void lees(const Lees& bron, const LeesOpties& opties, std::string_view alles);

  private:
    static Document& zelf(void* context) { return *static_cast<Document*>(context); }
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
    /// `zoek` gives the element, when it is needed.
    template <class Zoek>
    void begin(std::string_view naam, std::string_view uri, const Kenmerken& kenmerken, const Zoek& zoek);
    void begin_wortel(E element, std::string_view naam, std::string_view uri);
    void begin_element(E element, E ouder, const Kenmerken& kenmerken);
    void einde();
    void einde_blad(E element, E ouder, std::string_view ruw);
    void heel_blad(std::string_view ruw);
    [[nodiscard]] std::size_t grens_van_blad() const { return m_stapel[static_cast<std::size_t>(m_diepte)] == E::pos_list ? langste_posities : langste_blad; }
    void einde_record();
    void hoofd(E element, std::string_view tekst);
    void meng_levering();
    [[noreturn]] void gooi_mutatie() const {
        gooi("bag-mutatie", "dit is een mutatiebericht, en hier wordt een volledig extract gevraagd. Verwerk het met damwand bag muteer.");
    }
    void onbekend_element(std::string_view naam, std::string_view uri, E ouder);
    void onthoud_fout();
    [[nodiscard]] E element_van(const xmlChar* naam, const xmlChar* uri);
    [[nodiscard]] E element_van(std::string_view naam, std::string_view uri) const;
    [[nodiscard]] std::string pad() const;
    [[nodiscard]] int regel() const { return m_snel != nullptr ? m_snel->regel() : m_parser != nullptr ? m_regel_bij + xmlSAX2GetLineNumber(m_parser) : m_regel_bij + 1; }
    [[nodiscard]] Telling& telling();
    [[noreturn]] void gooi(std::string code, std::string_view uitleg, std::string voor_log = {}) const {
        throw Fout(FoutSoort::ongeldig, std::move(code), fmt::format("{}, regel {}: {}", m_naam, regel(), uitleg), {},
                   std::move(voor_log));
    }
    [[noreturn]] void gooi_xml_fout(bool aan_het_eind);

    const std::string& m_naam;
    Afnemer& m_afnemer;
    Leesverslag& m_verslag;
    const bool m_mutaties;
    Mutatie m_mutatie;
    Snellezer* m_snel = nullptr;  // while it reads
    xmlParserCtxtPtr m_parser = nullptr;
    int m_regel_bij = 0;                      // lines that libxml2 did not see
    std::size_t m_al_begonnen = 0, m_al_geeindigd = 0;  // events of libxml2 that were told before
    std::exception_ptr m_uitzondering;

    std::array<E, diepste_element + 1> m_stapel{};
    int m_diepte = 0;
    int m_overslaan = 0;  // depth inside an element we do not know
    std::string m_blad;
    bool m_in_blad = false;
    bool m_blad_te_lang = false;
    int m_blad_dimensie = 0;

    Bestandsoort m_soort = Bestandsoort::stand;
    bool m_soort_bekend = false;
    Opbouw m_opbouw;
    int m_recorddiepte = 0;  // depth of the record element; 0 when outside
    int m_regel = 0;
    std::string m_pad;
    bool m_gemeld = false;
    std::uint64_t m_records = 0;

    E m_wortel = E::geen;
    Levering m_levering;
    std::string m_gemeente;

    /// Names are interned by libxml2, so equal pointers are equal names: a small direct-mapped cache of look-ups.
    struct Opgezocht {
        const xmlChar* naam = nullptr;
        const xmlChar* uri = nullptr;
        E element = E::onbekend;
    };
    std::array<Opgezocht, 512> m_opgezocht{};
};

E Document::element_van(const xmlChar* naam, const xmlChar* uri) {
    const auto sleutel = (reinterpret_cast<std::uintptr_t>(naam) >> 2U) ^ (reinterpret_cast<std::uintptr_t>(uri) >> 5U);
    auto& plek = m_opgezocht[sleutel % m_opgezocht.size()];
    if (plek.naam == naam && plek.uri == uri) return plek.element;
    const auto element = element_van(tekst_van(naam), tekst_van(uri));
    plek = {naam, uri, element};
    return element;
}

E Document::element_van(std::string_view naam, std::string_view uri) const {
    const auto element = zoek_element(uri, naam);
    if (element == E::onbekend) {
        if (const auto versie = andere_versie(uri))
            gooi("bag-schemaversie",
                 fmt::format("dit bestand volgt een andere versie van het BAG-schema dan {}. Vraag een levering aan "
                             "volgens BAG 2.0 Extract.",
                             *versie),
                 std::string(uri.substr(0, 200)));
    }
    return element;
}

std::string Document::pad() const {
    std::string uit;
    for (int i = std::max(m_recorddiepte, 1); i <= m_diepte; ++i) {
        if (!uit.empty()) uit += '/';
        uit += elementnaam(m_stapel[static_cast<std::size_t>(i)]);
        if (i == m_recorddiepte && !m_opbouw.identificatie().empty()) uit += ' ' + m_opbouw.identificatie();
    }
    return uit;
}

void Document::onbekend_element(std::string_view naam, std::string_view uri, E ouder) {
    m_overslaan = 1;
    if (is_mutatie(uri) && !m_mutaties) gooi_mutatie();
    if (ouder == E::bag_object || ouder == E::kenmerk_in_onderzoek) {
        ++m_verslag.vreemd.gelezen;
        ++m_verslag.vreemd.afgekeurd;
        m_afnemer.ontvang(Afkeuring{m_naam, regel(), std::string(elementnaam(ouder)),
                                    "het object heeft een type dat de BAG niet kent"});
    }
    std::string sleutel{elementnaam(ouder)};
    sleutel += '/';
    sleutel += naam.substr(0, langste_onbekend);
    if (m_verslag.onbekend.size() >= meeste_onbekend && !m_verslag.onbekend.contains(sleutel)) sleutel = "…";
    ++m_verslag.onbekend[sleutel];
}

template <class Zoek>
void Document::begin(std::string_view naam, std::string_view uri, const Kenmerken& kenmerken, const Zoek& zoek) {
    if (kenmerken.attributen > meeste_attributen || kenmerken.namespaces > meeste_namespaces)
        gooi("bag-te-groot", "een element heeft veel te veel attributen; zo ziet een BAG-levering er niet uit.");
    if (m_overslaan > 0) {
        if (++m_overslaan + m_diepte > diepste_element)
            gooi("bag-te-groot", "de elementen zijn te diep genest; zo ziet een BAG-levering er niet uit.");
        return;
    }
    const E element = zoek();
    const E ouder = m_stapel[static_cast<std::size_t>(m_diepte)];
    if (m_diepte == 0) begin_wortel(element, naam, uri);
    if (element == E::onbekend || !mag_in(ouder, element))
        return onbekend_element(naam, uri, ouder);
    if (m_diepte == diepste_element)
        gooi("bag-te-groot", "de elementen zijn te diep genest; zo ziet een BAG-levering er niet uit.");
    m_stapel[static_cast<std::size_t>(++m_diepte)] = element;
    begin_element(element, ouder, kenmerken);
}

void Document::begin_wortel(E element, std::string_view naam, std::string_view uri) {
    m_wortel = element;
    if (element == E::levering || element == E::gwr) return;
    if (element == E::bag_mutaties && m_mutaties) return;
    if (is_mutatie(uri)) gooi_mutatie();
    if (element == E::bag_stand) {
        if (!m_mutaties) return;
        gooi("bag-geen-mutatie", "dit is een volledig extract, en hier worden mutaties gevraagd. Laad het met damwand bag laad.");
    }
    if (naam.starts_with("BAG-") || naam == "bagStand")
        gooi("bag-schemaversie",
             "dit bestand volgt een andere versie van het BAG-schema dan v20200601 (BAG 1.0?). Vraag een levering aan "
             "volgens BAG 2.0 Extract.",
             std::string(uri.substr(0, 200)));
    gooi("bag-geen-bag", "dit is geen BAG-levering. Geef het bestand op zoals het Kadaster het leverde.");
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

void Document::begin_element(E element, E ouder, const Kenmerken& kenmerken) {
    const auto dimensie = [&](int anders) { return kenmerken.dimensie == 0 ? anders : kenmerken.dimensie; };
    if (is_record(element)) {
        m_recorddiepte = m_diepte;
        m_regel = regel();
        m_gemeld = false;
        m_opbouw.begin(element, m_soort, m_soort_bekend);
        return;
    }
    if (is_blad(element)) {
        m_in_blad = true;
        m_blad_te_lang = false;
        m_blad.clear();
        m_blad_dimensie = element == E::pos_list || element == E::pos ? kenmerken.dimensie : 0;
        return;
    }
    switch (element) {
        case E::polygon:
            m_opbouw.begin_vlak(kenmerken.rd, std::max(0, dimensie(2)),
                                ouder == E::surface_member);
            break;
        case E::point:
            m_opbouw.begin_punt(kenmerken.rd, std::max(0, dimensie(2)));
            break;
        case E::linear_ring:
            m_opbouw.begin_ring(ouder == E::interior);
            break;
        case E::gebied_nld:
            m_levering.heel_nederland = true;
            break;
        case E::gemeente:
            m_gemeente.clear();
            break;
        case E::mutatie_bericht:
            if (!m_levering.mutaties_vanaf) gooi("bag-standdatum", "de mutatieperiode ontbreekt in het hoofd van het bestand.");
            meng_levering();
            m_afnemer.ontvang(m_levering);
            break;
        case E::toevoeging:
        case E::wijziging:
        case E::verwijdering:
            m_mutatie.nummer = ++m_verslag.mutaties;
            m_mutatie.soort = static_cast<Mutatiesoort>(static_cast<int>(element) - static_cast<int>(E::toevoeging) + 1);
            break;
        case E::was:
        case E::wordt:
            m_mutatie.was = element == E::was;
            break;
        // Records may follow: what the head of this file says must be settled first.
        case E::stand_bestand:
            meng_levering();
            break;
        default:
            break;
    }
}

void Document::einde() {
    if (m_overslaan > 0) {
        --m_overslaan;
        return;
    }
    const E element = m_stapel[static_cast<std::size_t>(m_diepte)];
    const E ouder = m_stapel[static_cast<std::size_t>(m_diepte) - 1];
    if (is_blad(element))
        einde_blad(element, ouder, m_blad);
    else if (element == E::polygon) {
        m_opbouw.einde_vlak();
        if (!m_opbouw.reden().empty()) onthoud_fout();
    } else if (m_diepte == m_recorddiepte)
        einde_record();
    else if (element == E::levering) {
        meng_levering();
        m_afnemer.ontvang(m_levering);
    }
    --m_diepte;
}

/// A leaf whose text came in one piece, with its end.
void Document::heel_blad(std::string_view ruw) {
    m_blad_te_lang = ruw.size() > grens_van_blad();
    einde_blad(m_stapel[static_cast<std::size_t>(m_diepte)], m_stapel[static_cast<std::size_t>(m_diepte) - 1], ruw);
    --m_diepte;
}

void Document::einde_blad(E element, E ouder, std::string_view ruw) {
    m_in_blad = false;
    const auto tekst = trim(ruw);
    if (m_recorddiepte == 0) return hoofd(element, tekst);
    if (m_blad_te_lang)
        m_opbouw.keur_af("de tekst is veel te lang");
    else if (m_blad_dimensie < 0)
        m_opbouw.keur_af("srsDimension is geen 2 of 3");
    else
        m_opbouw.blad(element, ouder, tekst, m_blad_dimensie);
    if (!m_opbouw.reden().empty()) onthoud_fout();
}

/// Remembers where the record first went wrong; it is handed over when its identification is known, at its end.
void Document::onthoud_fout() {
    if (m_gemeld) return;
    m_gemeld = true;
    m_regel = regel();
    m_pad.clear();
    for (int i = m_recorddiepte + 1; i <= m_diepte; ++i) {
        m_pad += '/';
        m_pad += elementnaam(m_stapel[static_cast<std::size_t>(i)]);
    }
}

Telling& Document::telling() {
    const E record = m_opbouw.record();
    if (record == E::gwr_relatie) return m_verslag.gemeente_woonplaats;
    if (record > E::pand) return m_verslag.in_onderzoek;
    return m_verslag
        .objecten[static_cast<std::size_t>(m_opbouw.soort()) - 1][static_cast<std::size_t>(m_opbouw.type())];
}

void Document::einde_record() {
    if (m_opbouw.reden().empty()) {
        m_opbouw.rond_af();
        if (!m_opbouw.reden().empty()) m_pad.clear();
    }
    auto& getal = telling();
    ++getal.gelezen;
    ++m_records;
    if (m_opbouw.reden().empty()) {
        ++getal.aangeboden;
        if (const auto* geometrie = m_opbouw.geometrie()) {
            m_verslag.met_hoogte += geometrie->hoogte_weg ? 1 : 0;
            m_verslag.afgerond += geometrie->afgerond ? 1 : 0;
        }
        if (m_wortel == E::bag_mutaties) {
            m_mutatie.bestand = m_naam;
            m_mutatie.regel = m_regel;
            m_afnemer.ontvang(m_mutatie);
        }
        m_opbouw.bied_aan(m_afnemer);
    } else {
        ++getal.afgekeurd;
        m_afnemer.ontvang(Afkeuring{m_naam, m_regel, pad() + m_pad, m_opbouw.reden()});
    }
    m_recorddiepte = 0;
}

/// The head of the file: what and when it is about.
void Document::hoofd(E element, std::string_view tekst) {
    switch (element) {
        case E::stand_technische_datum: {
            const auto datum = lees_bag_datum(tekst);
            if (!datum) gooi("bag-standdatum", "de standdatum is geen bestaande datum; het bestand is beschadigd.");
            if (m_wortel != E::gwr) m_levering.standdatum = *datum;
            return;
        }
        case E::mutatiedatum_vanaf:
        case E::mutatiedatum_tot: {
            const auto datum = lees_bag_datum(tekst);
            if (!datum) gooi("bag-standdatum", "de mutatieperiode heeft een datum die niet bestaat; het bestand is beschadigd.");
            if (element == E::mutatiedatum_vanaf)
                m_levering.mutaties_vanaf = *datum;
            else if (*datum != m_levering.standdatum)
                gooi("bag-standdatum",
                     fmt::format("de mutaties lopen tot {} en de stand is van {}; die horen gelijk te zijn.", damwand::tekst(*datum),
                                 damwand::tekst(m_levering.standdatum)));
            return;
        }
        case E::schema_naam:
            m_levering.schema = tekst.substr(0, 200);
            return;
        case E::gemeente_identificatie: {
            const auto code = Gemeentecode::lees(tekst);
            if (!code) gooi("bag-geen-bag", "de gemeentecode in het hoofd heeft geen vier cijfers.");
            m_levering.gemeenten.push_back({*code, {}});
            return;
        }
        case E::gemeente_naam:
            if (!m_levering.gemeenten.empty() && is_nette_tekst(tekst))
                m_levering.gemeenten.back().naam = tekst.substr(0, 80);
            return;
        default:
            return;
    }
}

/// Parts of one delivery share one reference date; the areas are added up.
void Document::meng_levering() {
    auto& alles = m_verslag.levering;
    if (m_levering.standdatum == Datum{})
        gooi("bag-standdatum", "de standdatum ontbreekt in het hoofd van het bestand.");
    if (alles.standdatum == Datum{})
        alles.standdatum = m_levering.standdatum;
    else if (alles.standdatum != m_levering.standdatum)
        gooi("bag-standdatum",
             fmt::format("de standdatum {} is anders dan die van de rest ({}). Laad een levering tegelijk.",
                         damwand::tekst(m_levering.standdatum), damwand::tekst(alles.standdatum)));
    if (!alles.mutaties_vanaf)
        alles.mutaties_vanaf = m_levering.mutaties_vanaf;
    else if (m_levering.mutaties_vanaf && alles.mutaties_vanaf != m_levering.mutaties_vanaf)
        gooi("bag-standdatum", "de mutatieperiode is anders dan die van de rest. Verwerk een levering tegelijk, de oudste eerst.");
    std::sort(m_levering.gemeenten.begin(), m_levering.gemeenten.end(),
              [](const auto& a, const auto& b) { return a.gemeente < b.gemeente; });
    bag::meng_levering(alles, m_levering);
}

void Document::gooi_xml_fout(bool aan_het_eind) {
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
                                   m_naam, waar));
        default:
            break;
    }
    throw Fout(FoutSoort::ongeldig, "bag-xml-kapot", fmt::format("{}, regel {}: {}", m_naam, waar, uitleg), {},
               fmt::format("libxml2 {}", code));
}

/// Reads with the tokeniser of our own as far as it goes; false when libxml2 must go on, with `rest` to begin with.
bool Document::lees_snel(const Lees& bron, std::string_view alles, std::string& rest) {
    Snellezer snel(bron, alles);
    m_snel = &snel;
    using Teken = Snellezer::Teken;
    for (;;) {
        switch (snel.volgende(m_in_blad && m_overslaan == 0)) {
            case Teken::begin: {
                auto& tag = snel.tag();
                begin(tag.lokaal, tag.uri, tag.kenmerken, [&] {
                    if (!tag.element) tag.element = element_van(tag.lokaal, tag.uri);
                    return *tag.element;
                });
                break;
            }
            case Teken::einde:
                einde();
                break;
            case Teken::blad:
                heel_blad(snel.tekst());
                break;
            case Teken::klaar:
                m_regel_bij = snel.regel() - 1;
                m_snel = nullptr;
                return true;
            case Teken::opgegeven: {
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

void Document::lees_traag(const Lees& bron, std::string_view rest) {
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
            d.begin(tekst_van(naam), tekst_van(uri), kenmerken, [&] { return d.element_van(naam, uri); });
        });
    };
    sax.endElementNs = [](void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
        auto& d = zelf(context);
        if (d.m_al_geeindigd > 0) {
            --d.m_al_geeindigd;
            return;
        }
        d.veilig([&] { d.einde(); });
    };
    sax.characters = [](void* context, const xmlChar* tekst, int aantal) {
        auto& d = zelf(context);
        if (!d.m_in_blad || d.m_overslaan > 0 || d.m_blad_te_lang) return;
        if (d.m_blad.size() + static_cast<std::size_t>(aantal) > d.grens_van_blad())
            d.m_blad_te_lang = true;
        else
            d.veilig([&] { d.m_blad.append(reinterpret_cast<const char*>(tekst), static_cast<std::size_t>(aantal)); });
    };
    sax.cdataBlock = sax.characters;
    sax.internalSubset = [](void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
        auto& d = zelf(context);
        d.veilig([&] {
            d.gooi("bag-doctype",
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

void Document::lees(const Lees& bron, const LeesOpties& opties, std::string_view alles) {
    std::uint64_t gelezen = 0;
    const Lees geteld = [&](char* buffer, std::size_t grootte) {
        const std::size_t aantal = bron(buffer, grootte);
        gelezen += aantal;
        if (aantal == 0 && gelezen == 0)
            throw Fout(FoutSoort::ongeldig, "bag-xml-kapot", m_naam + ", regel 1: het bestand is leeg. Haal het opnieuw op.");
        if (gelezen > opties.grootste_xml) gooi("bag-te-groot", "het bestand is uitgepakt te groot.");
        return aantal;
    };
    std::string rest;
    if (opties.alleen_libxml2 || !lees_snel(geteld, alles, rest)) lees_traag(geteld, rest);
    ++m_verslag.xml_bestanden;
    m_verslag.xml_bytes += gelezen;
}

}  // namespace

void meng_levering(Levering& alles, const Levering& deel) {
    alles.heel_nederland = alles.heel_nederland || deel.heel_nederland;
    if (alles.schema.empty()) alles.schema = deel.schema;
    for (const auto& gebied : deel.gemeenten) {
        const auto plek = std::lower_bound(alles.gemeenten.begin(), alles.gemeenten.end(), gebied,
                                           [](const auto& a, const auto& b) { return a.gemeente < b.gemeente; });
        if (plek == alles.gemeenten.end() || plek->gemeente != gebied.gemeente)
            alles.gemeenten.insert(plek, gebied);
        else if (plek->naam.empty())
            plek->naam = gebied.naam;
    }
}

std::optional<Bestandsoort> soort_uit_naam(std::string_view bestandsnaam) noexcept {
    if (bestandsnaam.size() < 7) return std::nullopt;
    for (const char c : bestandsnaam.substr(0, 4)) {
        if (c < '0' || c > '9') return std::nullopt;
    }
    const auto begint_met_type = [](std::string_view tekst) {
        return std::any_of(alle_objecttypen.begin(), alle_objecttypen.end(),
                           [&](ObjectType type) { return tekst.starts_with(code(type)); });
    };
    const auto rest = bestandsnaam.substr(4);
    if (begint_met_type(rest)) return Bestandsoort::stand;
    if (!begint_met_type(rest.substr(2))) return std::nullopt;
    if (rest.starts_with("IA")) return Bestandsoort::inactief;
    if (rest.starts_with("NB")) return Bestandsoort::niet_bag;
    return std::nullopt;
}

void lees_document(const std::string& naam, const Lees& lees, Afnemer& afnemer, Leesverslag& verslag,
                   const LeesOpties& opties, std::string_view alles) {
    Document document{naam, afnemer, verslag, opties.mutaties};
    document.lees(lees, opties, alles);
}

}  // namespace damwand::bag

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <functional>
#include <string>
#include <string_view>

#include "engine/bag/document.hpp"
#include "engine/bag/elementen.hpp"
#include "engine/bag/opbouw.hpp"
#include "engine/bag/snellezer.hpp"

/// What the elements of a document mean, whoever tells them. Internal to the reader.
namespace damwand::bag {

/// Where the reader is, in lines.
class Regelteller {
  public:
    virtual int regel() = 0;
    /// Remembers where it is now; `gemerkt` is that line.
    virtual void merk() = 0;
    virtual int gemerkt() = 0;

  protected:
    ~Regelteller() = default;
};

/// A stack of elements, the leaf being read and the record being built. Told of each start tag, leaf and end tag in order; throws Fout as `lees` says.
class Ontleding {
  public:
    Ontleding(const std::string& naam, Afnemer& afnemer, Leesverslag& verslag, bool mutaties, Regelteller& waar);

    /// Told first of each start tag; true when it is inside something that is passed over.
    [[nodiscard]] bool slaat_over(const Kenmerken& kenmerken) { return (m_overslaan != 0 || kenmerken.attributen > meeste_attributen || kenmerken.namespaces > meeste_namespaces) && slaat_dit_over(kenmerken); }
    void begin(Element element, std::string_view naam, std::string_view uri, const Kenmerken& kenmerken) {
        const Element ouder = m_stapel[static_cast<std::size_t>(m_diepte)];
        if (!is_blad(element) || !mag_in(ouder, element) || m_diepte == diepste_element) return begin_ander(element, naam, uri, kenmerken);
        m_stapel[static_cast<std::size_t>(++m_diepte)] = element;
        begin_blad(element, kenmerken);
    }
    void einde();
    /// Text in parts, until the end of its element; or a leaf as a whole, with its end.
    void tekst(std::string_view stuk);
    void blad(std::string_view ruw);
    [[nodiscard]] bool wil_tekst() const noexcept { return m_in_blad && m_overslaan == 0; }

    /// Which element of the standard this is; throws when it is one of another version.
    [[nodiscard]] Element element_van(std::string_view naam, std::string_view uri) const;
    [[noreturn]] void gooi(std::string code, std::string_view uitleg, std::string voor_log = {}) const;
    [[nodiscard]] const std::string& naam() const noexcept { return m_naam; }
    [[nodiscard]] Leesverslag& verslag() noexcept { return m_verslag; }

  private:
    static constexpr int diepste_element = 48;  // a delivery nests 15 deep

    static constexpr int meeste_attributen = 32;  // the root has one
    static constexpr int meeste_namespaces = 64;  // the root declares thirteen

    [[nodiscard]] bool slaat_dit_over(const Kenmerken& kenmerken);
    void begin_ander(Element element, std::string_view naam, std::string_view uri, const Kenmerken& kenmerken);
    void begin_blad(Element element, const Kenmerken& kenmerken) {
        m_in_blad = true;
        m_blad_te_lang = false;
        m_blad.clear();
        m_blad_dimensie = element == Element::pos_list || element == Element::pos ? kenmerken.dimensie : 0;
    }
    void begin_wortel(Element element, std::string_view naam, std::string_view uri);
    void begin_element(Element element, Element ouder, const Kenmerken& kenmerken);
    void einde_blad(Element element, Element ouder, std::string_view ruw);
    [[nodiscard]] std::size_t grens_van_blad() const;
    void einde_record();
    void hoofd(Element element, std::string_view tekst);
    void meng_levering();
    [[noreturn]] void gooi_mutatie() const;
    void onbekend_element(std::string_view naam, std::string_view uri, Element ouder);
    void onthoud_fout();
    [[nodiscard]] std::string pad() const;
    [[nodiscard]] int regel() const { return m_waar.regel(); }
    [[nodiscard]] int regel_van_record() const { return m_gemeld ? m_regel : m_waar.gemerkt(); }
    [[nodiscard]] Telling& telling();

    const std::string& m_naam;
    Afnemer& m_afnemer;
    Leesverslag& m_verslag;
    const bool m_mutaties;
    Mutatie m_mutatie;
    Regelteller& m_waar;

    std::array<Element, diepste_element + 1> m_stapel{};
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

    Element m_wortel = Element::geen;
    Levering m_levering;
    std::string m_gemeente;
};

}  // namespace damwand::bag

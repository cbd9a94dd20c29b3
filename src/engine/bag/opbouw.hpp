// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <bitset>
#include <optional>
#include <string>
#include <string_view>

#include "engine/bag/elementen.hpp"
#include "engine/bag/lezer.hpp"
#include "engine/bag/waarden.hpp"

/// Builds one record from the texts of its elements. Internal to the reader; knows nothing of XML.
namespace damwand::bag {

class Opbouw {
  public:
    /// Begins a record; `record` is one of the seven objects, io_… or gwr_relatie. Forgets the former one.
    void begin(Element record, Bestandsoort soort_uit_bestand, bool soort_bekend);
    /// A polygon, ring or point opens or closes. `dimensie` 2 or 3; 0 when it is neither.
    void begin_vlak(bool goed_stelsel, int dimensie, bool multivlak);
    void einde_vlak();
    void begin_ring(bool gat);
    void begin_punt(bool goed_stelsel, int dimensie);
    /// The text of a leaf, without white space at its ends. `dimensie` overrides that of the geometry when not 0.
    void blad(Element element, Element ouder, std::string_view tekst, int dimensie);
    /// The first reason why this record is no good; nothing when it is.
    [[nodiscard]] const std::string& reden() const noexcept { return m_reden; }
    void keur_af(std::string_view reden);
    /// Checks what can only be checked at the end: what is missing. Then `reden` is final.
    void rond_af();
    /// Hands the record over. Only when `reden` is empty.
    void bied_aan(Afnemer& afnemer);

    [[nodiscard]] Element record() const noexcept { return m_record; }
    [[nodiscard]] Bestandsoort soort() const;
    /// Of an object record or an investigation record.
    [[nodiscard]] ObjectType type() const noexcept { return m_type; }
    /// The identification as delivered, for messages; empty when not yet seen.
    [[nodiscard]] const std::string& identificatie() const noexcept { return m_identificatie; }
    [[nodiscard]] const Geometrie* geometrie() const noexcept { return m_geometrie; }

  private:
    void blad_object(Element element, std::string_view tekst);
    void blad_status(std::string_view tekst);
    void blad_verwijzing(Element element, Element ouder, std::string_view tekst);
    void blad_adres(Element element, std::string_view tekst);
    void blad_voorkomen(Element element, std::string_view tekst);
    void blad_posities(Element element, std::string_view tekst, int dimensie);
    void blad_in_onderzoek(Element element, std::string_view tekst);
    void blad_relatie(Element element, Element ouder, std::string_view tekst);
    void blad_datum(std::optional<Datum>& uit, std::string_view tekst);
    void blad_tijdstip(std::optional<Tijdstip>& uit, std::string_view tekst);
    void blad_tekst(std::string& uit, std::string_view tekst, std::size_t hoogste);
    [[nodiscard]] bool eenmalig(Element element) const noexcept;
    void eis(Element element, std::string_view pad);
    [[nodiscard]] bool gezien(Element element) const noexcept { return m_gezien[static_cast<std::size_t>(element)]; }

    Element m_record = Element::geen;
    ObjectType m_type{};
    bool m_soort_bekend = false;
    std::bitset<aantal_elementen> m_gezien;
    std::bitset<2> m_gwr_gezien;  // identificatie stands twice in a relation: of the woonplaats and of the gemeente
    std::string m_reden;
    std::string m_identificatie;

    // One of each, reused, so that strings and vectors keep their memory.
    Woonplaats m_woonplaats;
    OpenbareRuimte m_openbare_ruimte;
    Nummeraanduiding m_nummeraanduiding;
    Verblijfsobject m_verblijfsobject;
    Ligplaats m_ligplaats;
    Standplaats m_standplaats;
    Pand m_pand;
    InOnderzoek m_in_onderzoek;
    GemeenteWoonplaatsRelatie m_relatie;

    BagObject* m_object = nullptr;
    AdresseerbaarBagObject* m_adresseerbaar = nullptr;
    Geometrie* m_geometrie = nullptr;

    // History, shared by objects and investigations; the required ones are checked in rond_af.
    std::int32_t m_voorkomenidentificatie = 0;
    std::optional<Datum> m_documentdatum, m_begin_geldigheid, m_eind_geldigheid;
    std::optional<Tijdstip> m_tijdstip_registratie, m_eind_registratie, m_tijdstip_inactief, m_tijdstip_registratie_lv,
        m_tijdstip_eind_registratie_lv, m_tijdstip_inactief_lv, m_tijdstip_niet_bag_lv;

    // Geometry under construction.
    int m_dimensie = 2;
    std::size_t m_ringen_van_vlak = 0;
    bool m_ring_open = false;
};

}  // namespace damwand::bag

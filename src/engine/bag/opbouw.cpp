// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/opbouw.hpp"

#include <fmt/format.h>

#include "base/tekst.hpp"

namespace damwand::bag {

namespace {

using E = Element;

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_cijfer(char c) noexcept { return c >= '0' && c <= '9'; }

bool is_postcode(std::string_view t) noexcept {
    return t.size() == 6 && t[0] != '0' && is_cijfer(t[0]) && is_cijfer(t[1]) && is_cijfer(t[2]) && is_cijfer(t[3]) &&
           t[4] >= 'A' && t[4] <= 'Z' && t[5] >= 'A' && t[5] <= 'Z';
}

/// The Netherlands with a wide margin, in RD millimetres; outside it a coordinate is a mistake.
bool in_nederland(RdPunt p) noexcept {
    return p.x_mm > -50'000'000 && p.x_mm < 350'000'000 && p.y_mm > 250'000'000 && p.y_mm < 700'000'000;
}

template <class Object>
void wis(Object& object) {
    object.documentnummer.clear();
    object.geconstateerd = false;
    if constexpr (requires { object.geometrie; }) object.geometrie.wis();
    if constexpr (requires { object.nevenadressen; }) object.nevenadressen.clear();
    if constexpr (requires { object.naam; }) object.naam.clear();
}

}  // namespace

void Opbouw::begin(Element record, Bestandsoort soort_uit_bestand, bool soort_bekend) {
    m_record = record;
    m_soort_bekend = soort_bekend;
    m_gezien.reset();
    m_gwr_gezien.reset();
    m_reden.clear();
    m_identificatie.clear();
    m_object = nullptr;
    m_adresseerbaar = nullptr;
    m_geometrie = nullptr;
    m_voorkomenidentificatie = 0;
    for (auto* datum : {&m_documentdatum, &m_begin_geldigheid, &m_eind_geldigheid}) datum->reset();
    for (auto* tijdstip :
         {&m_tijdstip_registratie, &m_eind_registratie, &m_tijdstip_inactief, &m_tijdstip_registratie_lv,
          &m_tijdstip_eind_registratie_lv, &m_tijdstip_inactief_lv, &m_tijdstip_niet_bag_lv})
        tijdstip->reset();
    m_ringen_van_vlak = 0;

    const auto kies = [&](auto& object, ObjectType type) {
        wis(object);
        m_type = type;
        m_object = &object;
        if constexpr (requires { object.geometrie; }) m_geometrie = &object.geometrie;
        if constexpr (requires { object.nevenadressen; }) m_adresseerbaar = &object;
        m_object->bestandsoort = soort_uit_bestand;
    };
    switch (record) {
        case E::woonplaats:
            kies(m_woonplaats, ObjectType::woonplaats);
            break;
        case E::openbare_ruimte:
            kies(m_openbare_ruimte, ObjectType::openbare_ruimte);
            m_openbare_ruimte.verkorte_naam.clear();
            break;
        case E::nummeraanduiding:
            kies(m_nummeraanduiding, ObjectType::nummeraanduiding);
            m_nummeraanduiding.huisletter.clear();
            m_nummeraanduiding.huisnummertoevoeging.clear();
            m_nummeraanduiding.postcode.clear();
            m_nummeraanduiding.ligt_in.reset();
            break;
        case E::verblijfsobject:
            kies(m_verblijfsobject, ObjectType::verblijfsobject);
            m_verblijfsobject.gebruiksdoelen.clear();
            m_verblijfsobject.maakt_deel_uit_van.clear();
            break;
        case E::ligplaats:
            kies(m_ligplaats, ObjectType::ligplaats);
            break;
        case E::standplaats:
            kies(m_standplaats, ObjectType::standplaats);
            break;
        case E::pand:
            kies(m_pand, ObjectType::pand);
            break;
        case E::gwr_relatie:
            m_relatie.einddatum.reset();
            break;
        default:  // io_…, in the order of ObjectType
            m_type = static_cast<ObjectType>(static_cast<int>(record) - static_cast<int>(E::io_woonplaats));
            m_in_onderzoek.type = m_type;
            m_in_onderzoek.documentnummer.clear();
            m_in_onderzoek.kenmerk.clear();
    }
}

void Opbouw::keur_af(std::string_view reden) {
    if (m_reden.empty()) m_reden = reden;
}

// ---- geometry ----

void Opbouw::begin_vlak(bool goed_stelsel, int dimensie, bool multivlak) {
    if (m_geometrie == nullptr) return;
    if (!goed_stelsel) keur_af("de geometrie staat niet in RD (EPSG:28992)");
    if (dimensie == 0) keur_af("srsDimension is geen 2 of 3");
    const auto soort = multivlak ? GeometrieSoort::multivlak : GeometrieSoort::vlak;
    if (m_geometrie->soort != GeometrieSoort::leeg && (m_geometrie->soort != soort || !multivlak))
        keur_af("er is meer dan een geometrie");
    m_geometrie->soort = soort;
    m_dimensie = dimensie;
    m_ringen_van_vlak = 0;
}

void Opbouw::einde_vlak() {
    if (m_geometrie == nullptr || !m_reden.empty()) return;
    if (m_ringen_van_vlak == 0) return keur_af("het vlak heeft geen omtrek");
    m_geometrie->vlak_einde.push_back(static_cast<std::uint32_t>(m_geometrie->ring_einde.size()));
}

void Opbouw::begin_ring(bool gat) {
    m_ring_open = true;
    if (gat && m_ringen_van_vlak == 0) keur_af("een gat staat voor de omtrek");
    if (!gat && m_ringen_van_vlak > 0) keur_af("het vlak heeft twee omtrekken");
}

void Opbouw::begin_punt(bool goed_stelsel, int dimensie) {
    if (m_geometrie == nullptr) return;
    if (!goed_stelsel) keur_af("de geometrie staat niet in RD (EPSG:28992)");
    if (dimensie == 0) keur_af("srsDimension is geen 2 of 3");
    if (m_geometrie->soort != GeometrieSoort::leeg) keur_af("er is meer dan een geometrie");
    m_geometrie->soort = GeometrieSoort::punt;
    m_dimensie = dimensie;
}

void Opbouw::blad_posities(Element element, std::string_view tekst, int dimensie) {
    if (m_geometrie == nullptr) return;
    const std::size_t van = m_geometrie->punten.size();
    if (!lees_posities(tekst, dimensie == 0 ? m_dimensie : dimensie, *m_geometrie))
        return keur_af("de coördinaten zijn geen rij posities in meters");
    const std::size_t aantal = m_geometrie->punten.size() - van;
    for (std::size_t i = van; i < m_geometrie->punten.size(); ++i) {
        if (!in_nederland(m_geometrie->punten[i])) return keur_af("de geometrie ligt buiten Nederland");
    }
    if (element == E::pos) {
        if (van != 0 || aantal != 1) keur_af("een punt heeft precies een positie");
        return;
    }
    if (!m_ring_open) return keur_af("een ring heeft twee lijsten van posities");
    m_ring_open = false;
    if (aantal < 4) return keur_af("een ring heeft minder dan vier punten");
    if (m_geometrie->punten[van] != m_geometrie->punten.back()) return keur_af("een ring is niet gesloten");
    m_geometrie->ring_einde.push_back(static_cast<std::uint32_t>(m_geometrie->punten.size()));
    ++m_ringen_van_vlak;
}

// ---- leaves ----

bool Opbouw::eenmalig(Element element) const noexcept {
    switch (element) {
        case E::pos_list:
        case E::gebruiksdoel:
        case E::nummeraanduiding_ref:
        case E::pand_ref:
        case E::gwr_identificatie:
            return false;
        default:
            return true;
    }
}

void Opbouw::blad(Element element, Element ouder, std::string_view tekst, int dimensie) {
    if (element == E::identificatie || (element >= E::io_id_woonplaats && element <= E::io_id_pand)) {
        if (m_identificatie.empty()) m_identificatie = tekst.substr(0, 20);
    }
    if (!m_reden.empty()) return;
    if (eenmalig(element) && gezien(element)) return keur_af("het element komt twee keer voor");
    m_gezien.set(static_cast<std::size_t>(element));
    if (tekst.empty()) return keur_af("het element is leeg");
    if (m_record == E::gwr_relatie) return blad_relatie(element, ouder, tekst);
    switch (element) {
        case E::pos_list:
        case E::pos:
            return blad_posities(element, tekst, dimensie);
        case E::woonplaats_ref:
        case E::openbare_ruimte_ref:
        case E::nummeraanduiding_ref:
        case E::pand_ref:
            return blad_verwijzing(element, ouder, tekst);
        case E::voorkomenidentificatie:
        case E::begin_geldigheid:
        case E::eind_geldigheid:
        case E::tijdstip_registratie:
        case E::eind_registratie:
        case E::tijdstip_inactief:
        case E::tijdstip_registratie_lv:
        case E::tijdstip_eind_registratie_lv:
        case E::tijdstip_inactief_lv:
        case E::tijdstip_niet_bag_lv:
            return blad_voorkomen(element, tekst);
        default:
            break;
    }
    if (m_object == nullptr) return blad_in_onderzoek(element, tekst);
    if (m_type == ObjectType::nummeraanduiding && element >= E::huisnummer && element <= E::type_adresseerbaar_object)
        return blad_adres(element, tekst);
    blad_object(element, tekst);
}

void Opbouw::blad_tekst(std::string& uit, std::string_view tekst, std::size_t hoogste) {
    if (!is_nette_tekst(tekst)) return keur_af("de tekst bevat stuurtekens of is geen UTF-8");
    if (lengte(tekst) > hoogste) return keur_af(fmt::format("de tekst is langer dan {} tekens", hoogste));
    uit = tekst;
}

void Opbouw::blad_object(Element element, std::string_view tekst) {
    switch (element) {
        case E::identificatie: {
            const auto id = lees_id(m_type, tekst);
            if (!id) return keur_af(fmt::format("de identificatie past niet bij een {}", naam(m_type)));
            switch (m_type) {
                case ObjectType::woonplaats:
                    m_woonplaats.identificatie.waarde = *id;
                    break;
                case ObjectType::openbare_ruimte:
                    m_openbare_ruimte.identificatie.waarde = *id;
                    break;
                case ObjectType::nummeraanduiding:
                    m_nummeraanduiding.identificatie.waarde = *id;
                    break;
                case ObjectType::verblijfsobject:
                    m_verblijfsobject.identificatie.waarde = *id;
                    break;
                case ObjectType::ligplaats:
                    m_ligplaats.identificatie.waarde = *id;
                    break;
                case ObjectType::standplaats:
                    m_standplaats.identificatie.waarde = *id;
                    break;
                case ObjectType::pand:
                    m_pand.identificatie.waarde = *id;
                    break;
            }
            return;
        }
        case E::naam:
            return blad_tekst(m_type == ObjectType::woonplaats ? m_woonplaats.naam : m_openbare_ruimte.naam, tekst, 80);
        case E::verkorte_naam_tekst:
            return blad_tekst(m_openbare_ruimte.verkorte_naam, tekst, 24);
        case E::status:
            return blad_status(tekst);
        case E::geconstateerd:
            if (tekst != "J" && tekst != "N") return keur_af("de waarde is geen J of N");
            m_object->geconstateerd = tekst == "J";
            return;
        case E::documentdatum:
            return blad_datum(m_documentdatum, tekst);
        case E::documentnummer:
            return blad_tekst(m_object->documentnummer, tekst, 40);
        case E::type:
            if (const auto type = lees_waarde<OpenbareRuimteType>(tekst))
                m_openbare_ruimte.type = *type;
            else
                keur_af("het type openbare ruimte is onbekend");
            return;
        case E::gebruiksdoel:
            if (const auto doel = lees_waarde<Gebruiksdoel>(tekst))
                m_verblijfsobject.gebruiksdoelen.push_back(*doel);
            else
                keur_af("het gebruiksdoel is onbekend");
            return;
        case E::oppervlakte:
            if (const auto m2 = lees_geheel(tekst, 1, 999999))
                m_verblijfsobject.oppervlakte = *m2;
            else
                keur_af("de oppervlakte is geen getal van 1 tot en met 999999");
            return;
        case E::oorspronkelijk_bouwjaar:
            if (const auto jaar = lees_geheel(tekst, 0, 9999); jaar && tekst.size() == 4)
                m_pand.oorspronkelijk_bouwjaar = static_cast<std::int16_t>(*jaar);
            else
                keur_af("het bouwjaar is geen jaartal van vier cijfers");
            return;
        default:
            return;
    }
}

void Opbouw::blad_status(std::string_view tekst) {
    const auto zet = [&]<class Status>(Status& status) {
        if (const auto waarde = lees_waarde<Status>(tekst))
            status = *waarde;
        else
            keur_af("de status is onbekend");
    };
    switch (m_type) {
        case ObjectType::woonplaats:
            return zet(m_woonplaats.status);
        case ObjectType::openbare_ruimte:
            return zet(m_openbare_ruimte.status);
        case ObjectType::nummeraanduiding:
            return zet(m_nummeraanduiding.status);
        case ObjectType::verblijfsobject:
            return zet(m_verblijfsobject.status);
        case ObjectType::ligplaats:
            return zet(m_ligplaats.status);
        case ObjectType::standplaats:
            return zet(m_standplaats.status);
        case ObjectType::pand:
            return zet(m_pand.status);
    }
}

void Opbouw::blad_adres(Element element, std::string_view tekst) {
    auto& n = m_nummeraanduiding;
    switch (element) {
        case E::huisnummer:
            if (const auto nummer = lees_geheel(tekst, 1, 99999))
                n.huisnummer = *nummer;
            else
                keur_af("het huisnummer is geen getal van 1 tot en met 99999");
            return;
        case E::huisletter:
            if (tekst.size() != 1 || !is_letter(tekst.front())) return keur_af("de huisletter is geen enkele letter");
            n.huisletter.assign(1, tekst.front());
            return;
        case E::huisnummertoevoeging:
            if (tekst.size() > 4) return keur_af("de huisnummertoevoeging is langer dan vier tekens");
            for (const char c : tekst) {
                if (!is_letter(c) && !is_cijfer(c))
                    return keur_af("de huisnummertoevoeging bevat iets anders dan letters en cijfers");
            }
            n.huisnummertoevoeging = tekst;
            return;
        case E::postcode:
            if (!is_postcode(tekst)) return keur_af("de postcode heeft niet de vorm 9999AA");
            n.postcode = tekst;
            return;
        default:
            if (const auto type = lees_waarde<AdresseerbaarObject>(tekst))
                n.type_adresseerbaar_object = *type;
            else
                keur_af("het type adresseerbaar object is onbekend");
    }
}

void Opbouw::blad_verwijzing(Element element, Element ouder, std::string_view tekst) {
    const auto zet = [&]<class Id>(Id& id) {
        if (const auto gelezen = Id::lees(tekst))
            id = *gelezen;
        else
            keur_af("de verwijzing is geen identificatie van het juiste type");
    };
    switch (element) {
        case E::woonplaats_ref: {
            WoonplaatsId id;
            zet(id);
            if (m_type == ObjectType::openbare_ruimte)
                m_openbare_ruimte.ligt_in = id;
            else
                m_nummeraanduiding.ligt_in = id;
            return;
        }
        case E::openbare_ruimte_ref:
            return zet(m_nummeraanduiding.ligt_aan);
        case E::pand_ref:
            return zet(m_verblijfsobject.maakt_deel_uit_van.emplace_back());
        default:
            if (ouder == E::heeft_als_nevenadres) return zet(m_adresseerbaar->nevenadressen.emplace_back());
            if (gezien(E::heeft_als_hoofdadres)) return keur_af("er is meer dan een hoofdadres");
            m_gezien.set(static_cast<std::size_t>(E::heeft_als_hoofdadres));
            return zet(m_adresseerbaar->hoofdadres);
    }
}

void Opbouw::blad_datum(std::optional<Datum>& uit, std::string_view tekst) {
    uit = lees_bag_datum(tekst);
    if (!uit) keur_af("de waarde is geen bestaande datum jjjj-mm-dd");
}

void Opbouw::blad_tijdstip(std::optional<Tijdstip>& uit, std::string_view tekst) {
    uit = lees_bag_tijdstip(tekst);
    if (!uit) keur_af("de waarde is geen tijdstip jjjj-mm-ddTuu:mm:ss");
}

void Opbouw::blad_voorkomen(Element element, std::string_view tekst) {
    switch (element) {
        case E::voorkomenidentificatie:
            if (const auto nummer = lees_geheel(tekst, 1, 999999999))
                m_voorkomenidentificatie = *nummer;
            else
                keur_af("de voorkomenidentificatie is geen geheel getal vanaf 1");
            return;
        case E::begin_geldigheid:
            return blad_datum(m_begin_geldigheid, tekst);
        case E::eind_geldigheid:
            return blad_datum(m_eind_geldigheid, tekst);
        case E::tijdstip_registratie:
            return blad_tijdstip(m_tijdstip_registratie, tekst);
        case E::eind_registratie:
            return blad_tijdstip(m_eind_registratie, tekst);
        case E::tijdstip_inactief:
            return blad_tijdstip(m_tijdstip_inactief, tekst);
        case E::tijdstip_registratie_lv:
            return blad_tijdstip(m_tijdstip_registratie_lv, tekst);
        case E::tijdstip_eind_registratie_lv:
            return blad_tijdstip(m_tijdstip_eind_registratie_lv, tekst);
        case E::tijdstip_inactief_lv:
            return blad_tijdstip(m_tijdstip_inactief_lv, tekst);
        default:
            return blad_tijdstip(m_tijdstip_niet_bag_lv, tekst);
    }
}

void Opbouw::blad_in_onderzoek(Element element, std::string_view tekst) {
    if (element >= E::io_id_woonplaats && element <= E::io_id_pand) {
        const auto id = lees_id(m_type, tekst);
        if (!id) return keur_af(fmt::format("de identificatie past niet bij een {}", naam(m_type)));
        m_in_onderzoek.identificatie = *id;
        return;
    }
    switch (element) {
        case E::io_kenmerk:
            return blad_tekst(m_in_onderzoek.kenmerk, tekst, 80);
        case E::io_in_onderzoek:
            if (tekst != "J" && tekst != "N") return keur_af("de waarde is geen J of N");
            m_in_onderzoek.in_onderzoek = tekst == "J";
            return;
        case E::io_documentdatum:
            return blad_datum(m_documentdatum, tekst);
        case E::io_documentnummer:
            return blad_tekst(m_in_onderzoek.documentnummer, tekst, 40);
        default:
            return;
    }
}

void Opbouw::blad_relatie(Element element, Element ouder, std::string_view tekst) {
    switch (element) {
        case E::gwr_begindatum:
            return blad_datum(m_begin_geldigheid, tekst);
        case E::gwr_einddatum:
            return blad_datum(m_eind_geldigheid, tekst);
        case E::gwr_status:
            if (const auto status = lees_waarde<RelatieStatus>(tekst))
                m_relatie.status = *status;
            else
                keur_af("de status is onbekend");
            return;
        default:
            break;
    }
    const bool van_gemeente = ouder == E::gwr_gemeente;
    if (m_gwr_gezien[van_gemeente ? 1 : 0]) return keur_af("het element komt twee keer voor");
    m_gwr_gezien.set(van_gemeente ? 1 : 0);
    const auto gemeente = Gemeentecode::lees(tekst);
    if (!gemeente) return keur_af("de code heeft geen vier cijfers");
    if (van_gemeente)
        m_relatie.gemeente = *gemeente;
    else
        m_relatie.woonplaats.waarde = static_cast<std::uint64_t>(gemeente->waarde);
}

// ---- the end of a record ----

void Opbouw::eis(Element element, std::string_view pad) {
    if (!gezien(element)) keur_af(fmt::format("{} ontbreekt", pad.empty() ? elementnaam(element) : pad));
}

void Opbouw::rond_af() {
    if (!m_reden.empty()) return;
    if (m_record == E::gwr_relatie) {
        eis(E::gwr_begindatum, {});
        eis(E::gwr_status, {});
        if (!m_gwr_gezien.all()) keur_af("de identificatie van woonplaats of gemeente ontbreekt");
        if (!m_reden.empty()) return;
        m_relatie.begindatum = *m_begin_geldigheid;
        m_relatie.einddatum = m_eind_geldigheid;
        return;
    }
    for (const E nodig : {E::begin_geldigheid, E::tijdstip_registratie, E::tijdstip_registratie_lv}) eis(nodig, {});
    if (m_object == nullptr) {
        if (m_identificatie.empty()) keur_af("de identificatie ontbreekt");
        for (const E nodig : {E::io_kenmerk, E::io_in_onderzoek, E::io_documentdatum, E::io_documentnummer})
            eis(nodig, {});
        if (!m_reden.empty()) return;
        auto& io = m_in_onderzoek;
        io.documentdatum = *m_documentdatum;
        io.begin_geldigheid = *m_begin_geldigheid;
        io.eind_geldigheid = m_eind_geldigheid;
        io.tijdstip_registratie = *m_tijdstip_registratie;
        io.eind_registratie = m_eind_registratie;
        io.tijdstip_registratie_lv = *m_tijdstip_registratie_lv;
        io.tijdstip_eind_registratie_lv = m_tijdstip_eind_registratie_lv;
        return;
    }
    for (const E nodig : {E::identificatie, E::status, E::geconstateerd, E::documentdatum, E::documentnummer,
                          E::voorkomenidentificatie})
        eis(nodig, {});
    if (m_geometrie != nullptr && m_geometrie->punten.empty()) keur_af("geometrie ontbreekt");
    if (m_adresseerbaar != nullptr) eis(E::heeft_als_hoofdadres, {});
    if (m_type == ObjectType::woonplaats || m_type == ObjectType::openbare_ruimte) eis(E::naam, {});
    if (m_type == ObjectType::openbare_ruimte) {
        eis(E::type, {});
        eis(E::woonplaats_ref, "ligtIn");
    }
    if (m_type == ObjectType::nummeraanduiding) {
        eis(E::huisnummer, {});
        eis(E::type_adresseerbaar_object, {});
        eis(E::openbare_ruimte_ref, "ligtAan");
    }
    if (m_type == ObjectType::verblijfsobject) {
        eis(E::gebruiksdoel, {});
        eis(E::oppervlakte, {});
        eis(E::pand_ref, "maaktDeelUitVan");
    }
    if (m_type == ObjectType::pand) eis(E::oorspronkelijk_bouwjaar, {});
    if (m_geometrie != nullptr && m_type != ObjectType::verblijfsobject && m_geometrie->soort == GeometrieSoort::punt)
        keur_af("de geometrie moet een vlak zijn");
    if (!m_reden.empty()) return;
    m_object->documentdatum = *m_documentdatum;
    m_object->voorkomen = {.identificatie = m_voorkomenidentificatie,
                           .begin_geldigheid = *m_begin_geldigheid,
                           .eind_geldigheid = m_eind_geldigheid,
                           .tijdstip_registratie = *m_tijdstip_registratie,
                           .eind_registratie = m_eind_registratie,
                           .tijdstip_inactief = m_tijdstip_inactief,
                           .tijdstip_registratie_lv = *m_tijdstip_registratie_lv,
                           .tijdstip_eind_registratie_lv = m_tijdstip_eind_registratie_lv,
                           .tijdstip_inactief_lv = m_tijdstip_inactief_lv,
                           .tijdstip_niet_bag_lv = m_tijdstip_niet_bag_lv};
    m_object->bestandsoort = soort();
}

Bestandsoort Opbouw::soort() const {
    if (m_object == nullptr) return Bestandsoort::stand;
    if (m_soort_bekend) return m_object->bestandsoort;
    // A loose file whose name does not tell: the record does.
    if (m_tijdstip_niet_bag_lv) return Bestandsoort::niet_bag;
    if (m_tijdstip_inactief || m_tijdstip_inactief_lv) return Bestandsoort::inactief;
    return Bestandsoort::stand;
}

void Opbouw::bied_aan(Afnemer& afnemer) {
    switch (m_record) {
        case E::woonplaats:
            return afnemer.ontvang(m_woonplaats);
        case E::openbare_ruimte:
            return afnemer.ontvang(m_openbare_ruimte);
        case E::nummeraanduiding:
            return afnemer.ontvang(m_nummeraanduiding);
        case E::verblijfsobject:
            return afnemer.ontvang(m_verblijfsobject);
        case E::ligplaats:
            return afnemer.ontvang(m_ligplaats);
        case E::standplaats:
            return afnemer.ontvang(m_standplaats);
        case E::pand:
            return afnemer.ontvang(m_pand);
        case E::gwr_relatie:
            return afnemer.ontvang(m_relatie);
        default:
            return afnemer.ontvang(m_in_onderzoek);
    }
}

}  // namespace damwand::bag

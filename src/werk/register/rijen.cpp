// SPDX-License-Identifier: EUPL-1.2
#include "werk/register/rijen.hpp"

#include "base/tekst.hpp"

namespace damwand::registers {
namespace {

using bag::ObjectType;

constexpr std::int16_t vaste_velden = 17;

std::int64_t getal(std::uint64_t id) { return static_cast<std::int64_t>(id); }

void schrijf_geometrie(Rijschrijver& uit, const bag::Geometrie& geometrie) {
    uit.bytes([&](std::string& bytes) { bag::ewkb(geometrie, bytes); });
}

}  // namespace

void schrijf_vast(Rijschrijver& uit, std::uint64_t id, std::int16_t gemeente, std::int16_t status, const bag::BagObject& o) {
    const auto& v = o.voorkomen;
    uit.getal8(getal(id));
    uit.getal4(v.identificatie);
    uit.getal2(gemeente);
    uit.getal2(static_cast<std::int16_t>(o.bestandsoort));
    uit.getal2(status);
    uit.waar(o.geconstateerd);
    uit.datum(o.documentdatum);
    uit.tekst(o.documentnummer);
    uit.datum(v.begin_geldigheid);
    uit.datum(v.eind_geldigheid);
    uit.tijdstip(v.tijdstip_registratie);
    uit.tijdstip(v.eind_registratie);
    uit.tijdstip(v.tijdstip_inactief);
    uit.tijdstip(v.tijdstip_registratie_lv);
    uit.tijdstip(v.tijdstip_eind_registratie_lv);
    uit.tijdstip(v.tijdstip_inactief_lv);
    uit.tijdstip(v.tijdstip_niet_bag_lv);
}

void schrijf_relatie(Rijschrijver& uit, const bag::GemeenteWoonplaatsRelatie& o) {
    uit.rij(5);
    uit.getal2(o.gemeente.waarde);
    uit.getal2(static_cast<std::int16_t>(o.woonplaats.waarde));
    uit.datum(o.begindatum);
    uit.datum(o.einddatum);
    uit.getal2(static_cast<std::int16_t>(o.status));
}

void schrijf_in_onderzoek(Rijschrijver& uit, const bag::InOnderzoek& o, std::int16_t gemeente) {
    uit.getal2(static_cast<std::int16_t>(o.type));
    uit.getal8(getal(o.identificatie));
    uit.getal2(gemeente);
    uit.tekst(o.kenmerk);
    uit.waar(o.in_onderzoek);
    uit.datum(o.documentdatum);
    uit.tekst(o.documentnummer);
    uit.datum(o.begin_geldigheid);
    uit.datum(o.eind_geldigheid);
    uit.tijdstip(o.tijdstip_registratie);
    uit.tijdstip(o.eind_registratie);
    uit.tijdstip(o.tijdstip_registratie_lv);
    uit.tijdstip(o.tijdstip_eind_registratie_lv);
}

template <class Object>
Rijschrijver& Objectrijen::begin_van(ObjectType type, std::int16_t eigen_velden, const Object& o) {
    return begin(type, static_cast<std::int16_t>(vaste_velden + eigen_velden), o.identificatie.waarde, o, static_cast<std::int16_t>(o.status), bag::is_eindstatus(o.status));
}

void Objectrijen::adressen(Rijschrijver& uit, const bag::AdresseerbaarBagObject& o) {
    uit.getal8(getal(o.hoofdadres.waarde));
    m_getallen.clear();
    for (const auto& neven : o.nevenadressen) m_getallen.push_back(getal(neven.waarde));
    if (m_getallen.empty())
        uit.leeg();
    else
        uit.reeks8(m_getallen);
}

template <class Plaats>
void Objectrijen::plaats(ObjectType type, const Plaats& o) {
    auto& uit = begin_van(type, 3, o);
    adressen(uit, o);
    schrijf_geometrie(uit, o.geometrie);
    einde();
}

void Objectrijen::ontvang(bag::Woonplaats& o) {
    auto& uit = begin_van(ObjectType::woonplaats, 3, o);
    uit.tekst(o.naam);
    uit.tekst(vouw(o.naam));
    schrijf_geometrie(uit, o.geometrie);
    einde();
}

void Objectrijen::ontvang(bag::OpenbareRuimte& o) {
    auto& uit = begin_van(ObjectType::openbare_ruimte, 5, o);
    uit.tekst(o.naam);
    uit.tekst(vouw(o.naam));
    uit.tekst_of_leeg(o.verkorte_naam);
    uit.getal2(static_cast<std::int16_t>(o.type));
    uit.getal2(static_cast<std::int16_t>(o.ligt_in.waarde));
    einde();
}

void Objectrijen::ontvang(bag::Nummeraanduiding& o) {
    auto& uit = begin_van(ObjectType::nummeraanduiding, 7, o);
    uit.getal4(o.huisnummer);
    uit.tekst_of_leeg(o.huisletter);
    uit.tekst_of_leeg(o.huisnummertoevoeging);
    uit.tekst_of_leeg(o.postcode);
    uit.getal2(static_cast<std::int16_t>(o.type_adresseerbaar_object));
    if (o.ligt_in)
        uit.getal2(static_cast<std::int16_t>(o.ligt_in->waarde));
    else
        uit.leeg();
    uit.getal8(getal(o.ligt_aan.waarde));
    einde();
}

void Objectrijen::ontvang(bag::Verblijfsobject& o) {
    auto& uit = begin_van(ObjectType::verblijfsobject, 6, o);
    adressen(uit, o);
    m_getallen.clear();
    for (const auto& pand : o.maakt_deel_uit_van) m_getallen.push_back(getal(pand.waarde));
    uit.reeks8(m_getallen);
    m_doelen.clear();
    for (const auto doel : o.gebruiksdoelen) m_doelen.push_back(static_cast<std::int16_t>(doel));
    uit.reeks2(m_doelen);
    uit.getal4(o.oppervlakte);
    schrijf_geometrie(uit, o.geometrie);
    einde();
}

void Objectrijen::ontvang(bag::Ligplaats& o) { plaats(ObjectType::ligplaats, o); }
void Objectrijen::ontvang(bag::Standplaats& o) { plaats(ObjectType::standplaats, o); }

void Objectrijen::ontvang(bag::Pand& o) {
    auto& uit = begin_van(ObjectType::pand, 2, o);
    uit.getal2(o.oorspronkelijk_bouwjaar);
    schrijf_geometrie(uit, o.geometrie);
    einde();
}

}  // namespace damwand::registers

// SPDX-License-Identifier: EUPL-1.2
#include "werk/zoek/zoeken.hpp"

#include <algorithm>

#include "base/tekst.hpp"
#include "engine/zoek/vraag.hpp"
#include "platform/documenten/documenten.hpp"
#include "werk/entiteit/entiteit.hpp"
#include "werk/zoek/store.hpp"

namespace damwand::zoek {
namespace {

constexpr int gewoon_aantal = 5;
constexpr int meeste_kandidaten = 100;  // of each kind
constexpr float genoeg = 0.6F;          // of the best: what fits less is not shown

/// The rows that fit as they are now read, the best first; ties by id.
template <class T>
std::vector<T> gewogen(const Vraag& vraag, std::vector<T> rijen, const std::function<std::vector<std::string>(const T&)>& teksten) {
    std::vector<std::pair<float, T>> raak;
    float beste = Vraag::minst / genoeg;
    for (auto& rij : rijen) {
        const float score = vraag.past(teksten(rij));
        beste = std::max(beste, score);
        raak.emplace_back(score, std::move(rij));
    }
    std::erase_if(raak, [&](const auto& r) { return r.first < beste * genoeg; });
    std::ranges::sort(raak, [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second.id < b.second.id; });
    std::vector<T> uit;
    for (auto& [score, rij] : raak) uit.push_back(std::move(rij));
    return uit;
}

template <class T>
int houd(std::vector<T>& rijen, std::size_t aantal) {
    const auto alle = static_cast<int>(rijen.size());
    if (rijen.size() > aantal) rijen.resize(aantal);
    return alle;
}

template <class IdType>
std::vector<IdType> ids_van(const std::vector<Uuid>& rijen) {
    std::vector<IdType> uit;
    for (const auto& rij : rijen) uit.push_back(IdType{rij});
    return uit;
}

/// A kenmerk, right or wrong: one sign and no words, since half of one is the year of all the others.
bool lijkt_kenmerk(std::string_view tekst) {
    const auto schoon = gewoon_kenmerk(trim(tekst));
    return schoon.size() == 13 && schoon[1] == '-' && schoon[6] == '-';
}

/// Companies; those of natural persons are data subjects, and looked for as people are.
std::vector<registers::GevondenBedrijf> zoek_bedrijven(poort::Gang& gang, registers::Bedrijfszoeker& zoeker, const std::string& tekst, std::size_t aantal, bool in_alles) {
    auto uit = zoeker.zoek(gang.tx(), tekst, aantal);
    if (!in_alles) std::erase_if(uit, [](const auto& b) { return b.natuurlijk; });
    for (const auto& b : uit) {
        gang.raakt_merken(logboek::merken_van_persoon(b.naam));
        if (!b.natuurlijk) continue;
        gang.raakt(b.bedrijf.waarde);
        gang.raakt_persoon(b.bedrijf.waarde);
    }
    return uit;
}

/// The dossiers that what was found stands in, as the asker may see them; by id.
std::map<Uuid, GevondenPlaats> dossiers_van(poort::Gang& gang, const std::vector<std::pair<std::string, Uuid>>& welke) {
    std::vector<SignaalId> signalen;
    std::vector<CasusId> casussen;
    for (const auto& [soort, id] : welke) {
        if (soort == "casus") casussen.push_back(CasusId{id});
        else signalen.push_back(SignaalId{id});
    }
    std::map<Uuid, GevondenPlaats> uit;
    for (auto& s : signaal::lees_kort(gang, signalen)) uit[s.id.waarde] = {"signaal", s.id.waarde, std::move(s.kenmerk), std::move(s.titel)};
    for (auto& c : casus::lees_kort(gang, casussen)) uit[c.id.waarde] = {"casus", c.id.waarde, std::move(c.kenmerk), std::move(c.werknaam)};
    return uit;
}

/// Only what stands in a dossier whose kind this user may read, and which he may see.
template <class T>
std::map<Uuid, GevondenPlaats> houd_zichtbare(poort::Gang& gang, std::vector<T>& rijen) {
    std::vector<std::pair<std::string, Uuid>> welke;
    for (const auto& rij : rijen) {
        if (gang.wie().heeft(rij.dossier_soort + ".lezen")) welke.emplace_back(rij.dossier_soort, rij.dossier);
    }
    auto dossiers = dossiers_van(gang, welke);
    std::erase_if(rijen, [&](const T& rij) { return !dossiers.contains(rij.dossier); });
    return dossiers;
}

}  // namespace

AllesGevonden zoek(poort::Gang& gang, Zoekers& zoekers, const AllesZoeken& vraag, bool in_alles) {
    const auto aantal = static_cast<std::size_t>(vraag.aantal ? **vraag.aantal : gewoon_aantal);
    const auto& wie = gang.wie();
    gang.zoekt_op(*vraag.tekst);
    AllesGevonden uit;
    uit.in_alles = in_alles;
    const bool kenmerk = lijkt_kenmerk(*vraag.tekst);
    if (!kenmerk && wie.heeft("register.zoeken")) uit.adressen = zoekers.adressen.zoek(gang.tx(), *vraag.tekst, static_cast<int>(aantal));
    if (!kenmerk && wie.heeft("bedrijf.zien")) uit.bedrijven = zoek_bedrijven(gang, zoekers.bedrijven, *vraag.tekst, aantal, in_alles);

    std::vector<std::string> soorten;
    for (const auto* soort : {"signaal", "casus"}) {
        if (wie.heeft(std::string(soort) + ".lezen")) soorten.emplace_back(soort);
    }
    if (soorten.empty()) return uit;
    if (in_alles) soorten.insert(soorten.end(), {"vermelding", "document"});
    const Vraag gelezen(kenmerk ? kern(gewoon_kenmerk(trim(*vraag.tekst))) : *vraag.tekst);  // also with O for 0 and l for 1
    auto gevonden = store::vind(gang, gelezen.woorden(), soorten, meeste_kandidaten);

    uit.signalen = gewogen<signaal::SignaalKort>(gelezen, signaal::lees_kort(gang, ids_van<SignaalId>(gevonden["signaal"])),
                                                 [](const auto& s) { return std::vector{s.kenmerk, s.titel, s.adres.value_or("")}; });
    uit.casussen = gewogen<casus::CasusKort>(gelezen, casus::lees_kort(gang, ids_van<CasusId>(gevonden["casus"])),
                                             [](const auto& c) { return std::vector{c.kenmerk, c.werknaam}; });
    auto vermeldingen = gewogen<entiteit::VermeldingKort>(gelezen, entiteit::lees_kort(gang, ids_van<VermeldingId>(gevonden["vermelding"])),
                                                          [](const auto& v) { return std::vector{v.tekst, v.sleutel.value_or("")}; });
    auto documenten = gewogen<documenten::DocumentKort>(
        gelezen, documenten::lees_kort(gang.tx(), wie.organisatie, ids_van<DocumentId>(gevonden["document"]), wie.zichten),
        [](const auto& d) { return std::vector{d.naam}; });
    auto dossiers = houd_zichtbare(gang, vermeldingen);
    dossiers.merge(houd_zichtbare(gang, documenten));
    uit.aantallen = {.signalen = houd(uit.signalen, aantal),
                     .casussen = houd(uit.casussen, aantal),
                     .vermeldingen = houd(vermeldingen, aantal),
                     .documenten = houd(documenten, aantal)};

    for (const auto& s : uit.signalen) gang.raakt(s.id.waarde);
    for (const auto& c : uit.casussen) gang.raakt(c.id.waarde);
    for (auto& v : vermeldingen) {
        gang.raakt(v.dossier);
        entiteit::log_getoond(gang, v);
        uit.vermeldingen.push_back({.id = v.id, .soort = std::move(v.soort), .tekst = std::move(v.tekst), .sleutel = std::move(v.sleutel), .rol = std::move(v.rol), .dossier = dossiers.at(v.dossier)});
    }
    for (auto& d : documenten) {
        gang.raakt(d.dossier);
        gang.raakt(d.id.waarde);
        uit.documenten.push_back({.id = d.id, .naam = std::move(d.naam), .dossier = dossiers.at(d.dossier)});
    }
    return uit;
}

}  // namespace damwand::zoek

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <string>
#include <vector>

#include "steun/casusproef.hpp"
#include "werk/dossier/dossier.hpp"
#include "werk/netwerk/netwerk.hpp"
#include "werk/register/register.hpp"

/// For the tests of this room: a house with a graph, and its questions.
namespace damwand::proef {

inline Omgeving& omgeving() {
    static netwerk::Geheugen geheugen;
    static Omgeving* zelf = nullptr;
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {registers::routes(), entiteit::routes(), signaal::routes(), casus::routes(), dossier::routes(),
                             netwerk::routes({.geheugen = &geheugen, .incident = [](OrganisatieId wie, OperatieId operatie, int rijen) { netwerk::meld_incident(zelf->toepassing(), wie, operatie, rijen); }})}) {
            alle.insert(alle.end(), kamer.begin(), kamer.end());
        }
        return alle;
    }());
    zelf = &o;
    return o;
}
inline const Gebruiker& analist() {
    static const auto wie = omgeving().gebruiker({"informatieanalist"}, 2);
    return wie;
}

struct Ref {
    std::string soort, id;
    [[nodiscard]] object als_json() const { return {{"soort", soort}, {"id", id}}; }
};
inline array als_json(const std::vector<Ref>& refs) {
    array uit;
    for (const auto& r : refs) uit.push_back(r.als_json());
    return uit;
}

inline value toon(const Gebruiker& wie, const std::vector<Ref>& knopen) {
    return omgeving().eis(200, wie, Methode::post, "/v1/netwerk/_toon", object{{"knopen", als_json(knopen)}});
}
inline value breid_uit(const Gebruiker& wie, const Ref& midden, const std::vector<Ref>& al, const object& meer = {}) {
    object lijf{{"knoop", midden.als_json()}, {"al", als_json(al)}};
    for (const auto& veld : meer) lijf[veld.key()] = veld.value();
    return omgeving().eis(200, wie, Methode::post, "/v1/netwerk/buren/_zoek", lijf);
}
inline value zoek_pad(const Gebruiker& wie, const Ref& van, const Ref& naar, const object& meer = {}) {
    object lijf{{"van", van.als_json()}, {"naar", naar.als_json()}};
    for (const auto& veld : meer) lijf[veld.key()] = veld.value();
    return omgeving().eis(200, wie, Methode::post, "/v1/netwerk/paden/_zoek", lijf);
}

inline std::vector<std::string> namen(const value& beeld) {
    std::vector<std::string> uit;
    for (const auto& k : beeld.at("knopen").as_array()) uit.emplace_back(k.at("naam").as_string());
    return uit;
}
/// What the first node of a kind is called by.
inline Ref knoop(const value& beeld, const std::string& soort) {
    for (const auto& k : beeld.at("knopen").as_array()) {
        if (k.at("soort").as_string() == soort) return {soort, id_van(k)};
    }
    throw std::logic_error("no node of kind " + soort);
}
/// How many neighbours of each kind the node with this name has.
inline std::map<std::string, std::int64_t> buren(const value& beeld, const std::string& naam) {
    std::map<std::string, std::int64_t> uit;
    for (const auto& k : beeld.at("knopen").as_array()) {
        if (k.at("naam").as_string() != naam) continue;
        for (const auto& b : k.at("buren").as_array()) uit.emplace(b.at("soort").as_string(), b.at("aantal").as_int64());
    }
    return uit;
}

inline value maak_signaal(const Gebruiker& wie, const std::string& titel, const array& vermeldingen, object meer = {}) {
    object lijf{{"titel", titel}, {"omschrijving", ""}, {"bron", "meldpunt"}, {"vermeldingen", vermeldingen}};
    for (const auto& veld : meer) lijf[veld.key()] = veld.value();
    return omgeving().eis(201, wie, Methode::post, "/v1/signalen", lijf);
}
inline object persoon(const std::string& naam) { return {{"soort", "persoon"}, {"tekst", naam}}; }
inline object voertuig(const std::string& kenteken) { return {{"soort", "voertuig"}, {"tekst", "busje"}, {"sleutel", kenteken}}; }
inline object telefoon(const std::string& nummer) { return {{"soort", "telefoon"}, {"tekst", "toestel"}, {"sleutel", nummer}}; }

}  // namespace damwand::proef

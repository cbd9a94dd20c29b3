// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "steun/casusproef.hpp"
#include "werk/casus/casus.hpp"
#include "werk/register/register.hpp"
#include "werk/signaal/signaal.hpp"
#include "werk/wachter/wachter.hpp"

/// For the database tests of this room: people, vehicles in signalen, and watchers over them.
namespace damwand::proefwachter {

using namespace proef;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

inline netwerk::Geheugen& geheugen() {
    static netwerk::Geheugen een;
    return een;
}
inline Omgeving& omgeving() {
    static Omgeving* zelf = nullptr;
    static Omgeving o([] {
        const netwerk::Diensten diensten{.geheugen = &geheugen(), .incident = [](OrganisatieId wie, OperatieId operatie, int rijen) { netwerk::meld_incident(zelf->toepassing(), wie, operatie, rijen); }};
        std::vector<poort::Route> alle;
        for (auto&& kamer : {registers::routes(), entiteit::routes(), signaal::routes(), casus::routes(), netwerk::routes(diensten), wachter::routes(diensten)}) {
            alle.insert(alle.end(), kamer.begin(), kamer.end());
        }
        return alle;
    }());
    zelf = &o;
    return o;
}
/// One round, as the server makes it. Returns how many suggestions are new.
inline std::size_t loop(bool nacht = false) { return wachter::loop_alle(omgeving().toepassing(), geheugen(), omgeving().pseudoniem(), nacht); }

inline object voertuig(const std::string& kenteken) { return {{"soort", "voertuig"}, {"tekst", "busje"}, {"sleutel", kenteken}}; }
inline value maak_signaal(const Gebruiker& wie, const std::string& titel, const array& vermeldingen, object meer = {}) {
    object lijf{{"titel", titel}, {"omschrijving", ""}, {"bron", "meldpunt"}, {"vermeldingen", vermeldingen}};
    for (const auto& veld : meer) lijf[veld.key()] = veld.value();
    return omgeving().eis(201, wie, Methode::post, "/v1/signalen", lijf);
}
inline object nieuw(const std::string& vorm = "voertuig-in-signalen", object meer = {}) {
    object lijf{{"vorm", vorm}, {"naam", "Busjes die terugkomen"}, {"waarom", "Reeks nachtelijke leveringen"}};
    for (const auto& veld : meer) lijf[veld.key()] = veld.value();
    return lijf;
}
inline value maak_wachter(const Gebruiker& wie, const object& lijf = nieuw()) { return omgeving().eis(201, wie, Methode::post, "/v1/netwerk/wachters", lijf); }
inline std::string pad_wachter(const value& w) { return "/v1/netwerk/wachters/" + id_van(w); }
inline std::string pad_suggestie(const value& s) { return "/v1/netwerk/suggesties/" + id_van(s); }

/// The suggestions of a watcher in which this one sees a member with this mark, whole.
inline std::vector<value> met(const Gebruiker& wie, const value& w, const std::string& kenmerk) {
    std::vector<value> uit;
    const auto beeld = omgeving().eis(200, wie, Methode::get, pad_wachter(w));
    for (const auto& kort : beeld.at("suggesties").as_array()) {
        auto s = omgeving().eis(200, wie, Methode::get, pad_suggestie(kort));
        for (const auto& k : s.at("beeld").at("knopen").as_array()) {
            if (k.at("kenmerk") == value(kenmerk) || k.at("naam") == value(kenmerk)) {
                uit.push_back(std::move(s));
                break;
            }
        }
    }
    return uit;
}
inline std::vector<std::string> rollen(const value& s) {
    std::vector<std::string> uit;
    for (const auto& lid : s.at("rollen").as_array()) uit.emplace_back(lid.at("rol").as_string());
    return uit;
}
inline object weging(const std::string& besluit, object meer = {}) {
    object lijf{{"besluit", besluit}, {"reden", "Twee keer hetzelfde busje in een week."}};
    for (const auto& veld : meer) lijf[veld.key()] = veld.value();
    return lijf;
}
inline std::int64_t tel(const std::string& wat) { return omgeving().beheer().doe("select count(*) as n from " + wat)[0].veld<std::int64_t>("n"); }

/// A fault that is planted: as long as it is there the graph takes every row of the first organisation for the team's.
struct Lek {
    std::int64_t incidenten = tel("logboek.incident where soort = 'netwerk-onzeker'");
    Lek() {
        auto beheer = omgeving().beheer();
        const auto team = beheer.doe("select zicht::text as z from toegang.zicht where organisatie = 1 and naam = 'signalen'")[0].veld<std::string>("z");
        for (const auto* wat : {"knoop", "band"}) {
            const std::string v = wat;
            const auto kolommen = v == "knoop" ? "organisatie, rij, soort, knoop, " + team + "::integer as zicht, dossier_soort"
                                               : "organisatie, rij, soort, van_soort, van, naar_soort, naar, " + team + "::integer as zicht, dossier_soort, begin, eind, bron_betrouwbaarheid, informatie_waarde";
            beheer.script("alter view netwerk." + v + " rename to " + v + "_echt; create view netwerk." + v + " as select " + kolommen + " from netwerk." + v + "_echt; grant select on netwerk." + v + " to netwerker");
        }
        lees_opnieuw();
    }
    ~Lek() {
        for (const auto* v : {"knoop", "band"}) omgeving().beheer().script(std::string("drop view netwerk.") + v + "; alter view netwerk." + v + "_echt rename to " + v);
        lees_opnieuw();
    }
    Lek(const Lek&) = delete;
    Lek& operator=(const Lek&) = delete;
    static void lees_opnieuw() {
        omgeving().beheer().script("insert into netwerk.gewijzigd (organisatie, rij) select 1, id from entiteit.vermelding where organisatie = 1; insert into netwerk.gewijzigd (organisatie, rij) select 1, id from signaal.signaal where organisatie = 1");
    }
};

}  // namespace damwand::proefwachter

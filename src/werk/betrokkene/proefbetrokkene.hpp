// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <gmock/gmock.h>

#include <algorithm>

#include "platform/documenten/keuring.hpp"
#include "platform/documenten/odtproef.hpp"
#include "platform/documenten/proefplek.hpp"
#include "steun/kanarie.hpp"
#include "werk/aanpak/aanpak.hpp"
#include "werk/actie/actie.hpp"
#include "werk/archief/archief.hpp"
#include "werk/betrokkene/betrokkene.hpp"
#include "werk/casus/casus.hpp"
#include "werk/document/document.hpp"
#include "werk/dossier/dossier.hpp"
#include "werk/entiteit/entiteit.hpp"
#include "werk/informeren/informeren.hpp"
#include "werk/overleg/overleg.hpp"
#include "werk/interventie/interventie.hpp"
#include "werk/leren/leren.hpp"
#include "werk/verstrekking/verstrekking.hpp"
#include "werk/vraag/vraag.hpp"

/// For the database tests of this room.
namespace damwand::betrokkene {

using namespace proef;
using namespace std::chrono_literals;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

struct Wereld {
    Documentplek plek{DAMWAND_ONTLEDER};
    Omgeving o{[this] {
                   std::vector<poort::Route> alle;
                   for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), document::routes({.opslag = &plek.opslag, .wek = {}}), interventie::routes(), actie::routes(), aanpak::routes(), leren::routes(), overleg::routes(), informeren::routes(), verstrekking::routes(), vraag::routes(),
                                        dossier::routes(), privacy::routes(), archief::routes(), betrokkene::routes()}) {
                       alle.insert(alle.end(), kamer.begin(), kamer.end());
                   }
                   return alle;
               }(),
               "fsync=off full_page_writes=off", [this] { return plek.opslag.vang_op(); }};
    documenten::Keuring keuring{o.toepassing(), plek.opslag, o.pseudoniem(), plek.gereedschap};
};
inline Wereld& wereld() {
    static Wereld w;
    return w;
}
inline Omgeving& omgeving() { return wereld().o; }
inline std::int64_t tel(const std::string& sql) { return omgeving().beheer().doe(sql)[0].veld<std::int64_t>("n"); }
inline std::string code_van(const value& probleem) { return std::string(probleem.at("code").as_string()); }
inline std::string vandaag() { return tekst(dag_in_amsterdam(SysteemKlok().nu())); }
inline std::string later() { return tekst(Datum{std::chrono::sys_days(dag_in_amsterdam(SysteemKlok().nu())) + std::chrono::days(200)}); }

/// Everything a user sees of this request.
struct Zaak {
    Gebruiker wie;
    value stand;
    [[nodiscard]] std::string pad() const { return "/v1/verzoeken/" + id_van(stand); }
    value doe(int status, Methode methode, const std::string& waar, const value& lijf = nullptr, const std::map<std::string, std::string>& koppen = {}) {
        auto uit = omgeving().eis(status, wie, methode, pad() + waar, lijf, koppen);
        if (status < 300 && uit.is_object() && uit.as_object().contains("beletselen")) stand = uit;
        return uit;
    }
    void wijzig(const object& wat, int status = 200) { doe(status, Methode::patch, "", wat, gezien(versie_van(stand))); }
    value stap(const std::string& naar, int status = 200, object meer = {}) {
        meer["naar"] = naar;
        return doe(status, Methode::post, "/overgangen", meer, gezien(versie_van(stand)));
    }
    value zoek(const std::string& soort, const std::string& waarde, int status = 200) {
        return doe(status, Methode::post, "/_zoek", object{{"termen", array{object{{"soort", soort}, {"waarde", waarde}}}}});
    }
    void wijs_aan(const value& vondst, bool hoort = true) {
        doe(200, Methode::post, "/gegevens", object{{"gegevens", array{object{{"soort", vondst.at("soort")}, {"rij", vondst.at("rij")}, {"moment", vondst.at("moment")}, {"hoort", hoort}}}}});
    }
    value besluit(const value& gegeven, const object& wat, int status = 200) {
        return doe(status, Methode::patch, "/gegevens/" + id_van(gegeven), wat, gezien(versie_van(gegeven)));
    }
    [[nodiscard]] const value* van_regime(std::string_view regime) const {
        const auto& alle = stand.at("gegevens").as_array();
        const auto plek = std::ranges::find_if(alle, [&](const value& g) { return g.at("regime").as_string() == regime; });
        return plek == alle.end() ? nullptr : &*plek;
    }
    std::string brief() { return tekst_van_odt(omgeving().roep(wie, Methode::get, pad() + "/brief").lijf); }
};
inline Zaak nieuw(const std::string& soort = "inzage", const std::string& naam = "Ömer van der Meëren") {
    const auto wie = omgeving().gebruiker({"privacy"});
    return {wie, omgeving().eis(201, wie, Methode::post, "/v1/verzoeken",
                                object{{"soort", soort}, {"ontvangenOp", vandaag()}, {"naam", naam}, {"adres", "Kade 1\nDamstede"}, {"vraag", "Wat weet u van mij?"}})};
}
inline Zaak in_onderzoek(const std::string& soort = "inzage") {
    auto z = nieuw(soort);
    z.wijzig({{"identiteit", "Aan de balie, met een geldig paspoort gezien."}});
    z.stap("onderzoek");
    return z;
}
inline std::size_t aantal(const value& uitkomst) { return uitkomst.at("resultaten").as_array().size(); }

}  // namespace damwand::betrokkene

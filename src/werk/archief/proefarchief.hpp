// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <gmock/gmock.h>

#include "platform/documenten/keuring.hpp"
#include "platform/documenten/proefplek.hpp"
#include "steun/kanarie.hpp"
#include "werk/aanpak/aanpak.hpp"
#include "werk/actie/actie.hpp"
#include "werk/archief/archief.hpp"
#include "werk/archief/uitvoeren.hpp"
#include "werk/casus/casus.hpp"
#include "werk/document/document.hpp"
#include "werk/dossier/dossier.hpp"
#include "werk/informeren/informeren.hpp"
#include "werk/interventie/interventie.hpp"
#include "werk/leren/leren.hpp"
#include "werk/overleg/overleg.hpp"
#include "werk/privacy/privacy.hpp"
#include "werk/verstrekking/verstrekking.hpp"
#include "werk/vraag/vraag.hpp"
#include "werk/werkvoorraad/werkvoorraad.hpp"
#include "werk/zoek/zoek.hpp"

/// For the database tests of this room: files that are closed, the people of the archive, and the way from due to gone.
namespace damwand::archief {

namespace fs = std::filesystem;
using namespace proef;
using namespace std::chrono_literals;

struct Wereld {
    /// `ontleder`: the sandboxed program of this build.
    explicit Wereld(const fs::path& ontleder) : plek(ontleder) {}
    Documentplek plek;
    Omgeving o{[this] {
                   std::vector<poort::Route> alle;
                   for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), document::routes({.opslag = &plek.opslag, .wek = {}}), interventie::routes(), actie::routes(), aanpak::routes(), leren::routes(), overleg::routes(), informeren::routes(), verstrekking::routes(), vraag::routes(),
                                        dossier::routes(), zoek::routes(), werkvoorraad::routes(), privacy::routes(), archief::routes()}) {
                       alle.insert(alle.end(), kamer.begin(), kamer.end());
                   }
                   return alle;
               }(),
               "fsync=off full_page_writes=off wal_level=replica max_wal_senders=2", [this] { return plek.opslag.vang_op(); }};
    documenten::Keuring keuring{o.toepassing(), plek.opslag, o.pseudoniem(), plek.gereedschap};
    Vernietigingsboek boek{plek.map / "sleutels" / "vernietigd.jsonl"};
    Uitvoerder uitvoerder{o.toepassing(), plek.opslag, boek, o.pseudoniem()};
};
Wereld& wereld();  ///< one for all tests; made in archief_db_test.cpp
inline Omgeving& omgeving() { return wereld().o; }

inline Tijdstip nu() { return SysteemKlok().nu(); }
inline Uuid uuid_van(const value& antwoord) { return Uuid::lees(id_van(antwoord)).value(); }
/// Noon of a day, some days later.
inline void reis_naar(Datum dag, int dagen = 0) { omgeving().zet_klok(Tijdstip(std::chrono::sys_days(dag) + std::chrono::days(dagen)) + 12h); }
inline Datum over_maanden(int maanden) {
    return lees_datum(omgeving().beheer().doe("select (basis.vandaag() + make_interval(months => $1))::date::text as d", maanden)[0].veld<std::string>("d")).value();
}
inline Datum over_jaren(int jaren) { return over_maanden(12 * jaren); }
inline std::int64_t tel(const std::string& sql) { return omgeving().beheer().doe(sql)[0].veld<std::int64_t>("n"); }
inline std::string code_van(const http::Antwoord& antwoord) { return std::string(boost::json::parse(antwoord.lijf).at("code").as_string()); }

inline std::optional<value> kandidaat(const Gebruiker& wie, const std::string& id) {
    const auto alle = omgeving().eis(200, wie, Methode::get, "/v1/vernietiging/kandidaten");
    for (const auto& k : alle.at("resultaten").as_array()) {
        if (k.at("object").as_string() == id) return k;
    }
    return std::nullopt;
}

/// Closed casus; with a measure that was carried out when asked.
inline value gesloten_casus(const Gebruiker& wie, bool maatregel = false) {
    auto& o = omgeving();
    const auto zaak = nieuwe_casus(o, wie);
    if (maatregel) {
        const auto i = o.eis(201, wie, Methode::post, pad_van(zaak) + "/interventies", object{{"type", "sluiting-13b"}, {"omschrijving", "Sluiting"}, {"uitvoerder", "Juridische zaken"}});
        toets(o, wie, zaak, "2b", object{{"interventies", array{i.at("id")}}});
        o.eis(200, wie, Methode::patch, pad_van(zaak) + "/interventies/" + id_van(i), object{{"status", "uitgevoerd"}, {"resultaat", "Gesloten."}}, gezien(versie_van(i)));
    }
    value uit;
    for (const auto& naar : weg_naar("archief")) uit = stap(o, wie, zaak, naar);
    return uit;
}

inline value nieuw_signaal(const Gebruiker& wie) {
    return omgeving().eis(201, wie, Methode::post, "/v1/signalen", object{{"titel", "Auto's in de nacht"}, {"omschrijving", "Elke nacht."}, {"bron", "meldpunt"}, {"thema", "hennep"},
                                                                          {"melder", object{{"naam", "Melder van Proef"}, {"contact", "06-00000000"}}}});
}
inline value zet_over(const Gebruiker& wie, const value& signaal, object lijf) {
    return omgeving().eis(200, wie, Methode::post, "/v1/signalen/" + id_van(signaal) + "/overgangen", lijf, gezien(versie_van(signaal)));
}
inline value gesloten_signaal(const Gebruiker& wie, const std::string& status) {
    auto& o = omgeving();
    auto s = nieuw_signaal(wie);
    if (status == "niet_opgepakt") return zet_over(wie, s, {{"naar", status}, {"reden", "Geen ondermijning."}});
    if (status == "doorgestuurd") return zet_over(wie, s, {{"naar", status}, {"reden", "Voor een ander."}, {"naarWie", "De corporatie"}});
    if (status == "duplicaat") return zet_over(wie, s, {{"naar", status}, {"reden", "Hetzelfde."}, {"duplicaatVan", id_van(nieuw_signaal(wie))}});
    s = zet_over(wie, s, {{"naar", "in_weging"}});
    int stap = 0;
    for (const auto* uitkomst : {"ja", "ja", "eenvoudig"}) {
        object weging{{"stap", ++stap}, {"antwoorden", array{}}, {"uitkomst", uitkomst}, {"motivering", "Zo is het gewogen."}};
        if (stap == 3) weging["naarWie"] = "Vergunningen";
        s = o.eis(201, wie, Methode::post, "/v1/signalen/" + id_van(s) + "/wegingen", weging, gezien(versie_van(s)));
    }
    return zet_over(wie, s, {{"naar", "afgehandeld"}, {"reden", "Klaar."}});
}

/// The people of the archive, signed in at this moment of the clock.
struct Mensen {
    Gebruiker maker = omgeving().gebruiker({"coordinator"});
    Gebruiker archivaris = omgeving().gebruiker({"archivaris"});
    Gebruiker ander = omgeving().gebruiker({"privacy"});
};
inline value maak_lijst(const Gebruiker& wie, const std::vector<std::string>& ids, int status = 201) {
    array objecten;
    for (const auto& id : ids) objecten.emplace_back(id);
    return omgeving().eis(status, wie, Methode::post, "/v1/vernietiging/lijsten", object{{"objecten", objecten}});
}
inline std::string lijstpad(const value& lijst) { return "/v1/vernietiging/lijsten/" + id_van(lijst); }
inline value keur_goed(const Gebruiker& wie, const value& lijst, int status = 200) {
    return omgeving().eis(status, wie, Methode::post, lijstpad(lijst) + "/akkoorden", object{{"inhoud", lijst.at("inhoud")}});
}
inline value voer_uit(const Gebruiker& wie, const value& lijst, int status = 200) { return omgeving().eis(status, wie, Methode::post, lijstpad(lijst) + "/_voer-uit"); }
/// From candidate to gone.
inline value vernietig(const Mensen& m, const std::vector<std::string>& ids) {
    const auto lijst = maak_lijst(m.maker, ids);
    keur_goed(m.archivaris, lijst);
    keur_goed(m.ander, lijst);
    voer_uit(m.maker, lijst);
    EXPECT_EQ(wereld().uitvoerder.werk_af(), ids.size());
    return lijst;
}

class Archief : public ::testing::Test {
  protected:
    void SetUp() override { omgeving().zet_klok(nu()); }
};

}  // namespace damwand::archief

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <thread>

#include "steun/proefomgeving.hpp"
#include "werk/signaal/signaal.hpp"

/// For the database tests of this room: through the gate, a real private cluster, two municipalities, both logs.
namespace damwand::signaal {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using enum http::Methode;
using proef::gezien;
using proef::Gebruiker;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr const char* nummeraanduiding = "9999200000000001";

/// What a later room does with a signaal, as routes of the test: open a casus on it, and read the casus' signalen.
struct CasusProef {
    std::vector<SignaalInDossier> signalen;
};
BOOST_DESCRIBE_STRUCT(CasusProef, (), (signalen))

inline std::vector<poort::Route> alle_routes() {
    auto uit = routes();
    for (auto& r : entiteit::routes()) uit.push_back(std::move(r));
    uit.push_back(poort::route<poort::Niets, poort::Niets>(
        {.methode = put, .pad = "/v1/proef/{id}/casus/{casus}", .naam = "proefCasus", .recht = "casus.openen", .activiteit = "casus-behandelen",
         .audit = poort::Audit::schrijven, .tarief = poort::Tarief::gewoon, .export_klasse = poort::Export::geen},
        [](poort::Gang& gang) {
            const auto casus = gang.id<CasusId>("casus");
            const auto zicht = gang.tx().een("select zicht from casus.casus where organisatie = $1 and id = $2", gang.wie().organisatie, casus)[0].veld<int>("zicht");
            word_casus(gang, vergrendel(gang, gang.id<SignaalId>("id")), casus, zicht);
        }));
    uit.push_back(poort::route<poort::Niets, CasusProef>(
        {.methode = get, .pad = "/v1/proef/{casus}", .naam = "proefCasusTonen", .recht = "casus.lezen", .activiteit = "casus-behandelen",
         .audit = poort::Audit::lezen, .tarief = poort::Tarief::gewoon, .export_klasse = poort::Export::geen, .vragen = {{"bekendOp", ""}}},
        [](poort::Gang& gang) {
            const auto casus = gang.id<CasusId>("casus");
            const auto zicht = gang.tx().een("select zicht from casus.casus where organisatie = $1 and id = $2", gang.wie().organisatie, casus)[0].veld<int>("zicht");
            gang.sta_toe({"casus", casus.waarde, gang.wie().organisatie, zicht});
            std::optional<Tijdstip> moment;
            if (const auto vraag = gang.vraag("bekendOp")) moment = lees_tijdstip(*vraag);
            return CasusProef{van_casus(gang, casus, moment)};
        }));
    return uit;
}

class SignaalDb : public testing::Test {
  protected:
    static proef::Omgeving& omgeving() {
        static proef::Omgeving een(alle_routes());
        static const bool adres = [] {
            auto v = een.beheer();
            v.script("insert into register.adres (nummeraanduiding, gemeente, actief, straatnaam, gevouwen, huisnummer, postcode, woonplaats, woonplaatsnaam)"
                     " select 9999200000000000 + n, 9999, true, 'Kerkstraat', 'kerkstraat', 11 + n, '1234AB', 9999, 'Damstede' from generate_series(1, 2) n");
            return true;
        }();
        static_cast<void>(adres);
        return een;
    }
    static const Gebruiker& analist() {
        static const auto een = omgeving().gebruiker({"informatieanalist"});
        return een;
    }
    static const Gebruiker& coordinator() {
        static const auto een = omgeving().gebruiker({"coordinator"});
        return een;
    }
    static const Gebruiker& vreemde() {
        static const auto een = omgeving().gebruiker({"coordinator"}, 2);
        return een;
    }

    static value nieuw(object extra = {}) {
        object lijf{{"titel", "Ramen dag en nacht dicht"}, {"omschrijving", "Veel bezoek in de nacht."}, {"bron", "mma"}, {"thema", "hennep"}};
        for (const auto& lid : extra) lijf[lid.key()] = lid.value();
        return lijf;
    }
    static value maak(const Gebruiker& wie, object extra = {}) { return omgeving().eis(201, wie, post, "/v1/signalen", nieuw(std::move(extra))); }
    static std::string pad(const value& signaal, std::string_view verder = "") {
        return fmt::format("/v1/signalen/{}{}", std::string(signaal.at("id").as_string()), verder);
    }
    static std::int64_t versie(const value& object) { return object.at("versie").as_int64(); }
    static std::string tekst(const value& object, const char* veld) { return std::string(object.at(veld).as_string()); }

    static value weeg(const value& signaal, int stap, const char* uitkomst, object extra = {}) {
        object lijf{{"stap", stap}, {"antwoorden", array{}}, {"uitkomst", uitkomst}, {"motivering", "Besproken in het overleg."}};
        for (const auto& lid : extra) lijf[lid.key()] = lid.value();
        return omgeving().eis(201, analist(), post, pad(signaal, "/wegingen"), lijf, gezien(versie(signaal)));
    }
    static value zet(const value& signaal, const char* naar, object extra = {}, int status = 200) {
        object lijf{{"naar", naar}};
        for (const auto& lid : extra) lijf[lid.key()] = lid.value();
        return omgeving().eis(status, analist(), post, pad(signaal, "/overgangen"), lijf, gezien(versie(signaal)));
    }
    static value gewogen_signaal() {
        auto s = maak(analist());
        s = weeg(s, 1, "ja");
        s = weeg(s, 2, "ja");
        return weeg(s, 3, "gecompliceerd");
    }
    /// A casus of the test's own, with these members; returns its id.
    static std::string maak_casus(const std::vector<Gebruiker>& leden) {
        auto v = omgeving().beheer();
        v.script("set damwand.operatie = '00000000-0000-4000-8000-000000000001'");
        const auto id = Uuid::willekeurig();
        const auto zicht = v.doe("insert into toegang.zicht (organisatie, zicht, soort, object)"
                                 " select 1, max(zicht) + 1, 'casus', $1::uuid from toegang.zicht where organisatie = 1 returning zicht", id)[0].veld<int>("zicht");
        for (const auto& lid : leden) {
            v.doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker) values (1, $1, $2)", zicht, lid.id);
        }
        v.doe("insert into casus.casus (organisatie, id, zicht, kenmerk, fase, werknaam, zoektekst, thema, trekker, geopend_op,"
              " laatste_activiteit, activiteit, van, operatie) values (1, $1, $2, $3, 'informatie', 'Havenloods', 'havenloods', 'hennep', $4, now(), now(), 2,"
              " now(), gen_random_uuid())", id, zicht, nieuw_kenmerk('C', 2026), leden.front().id);
        return id.tekst();
    }
    /// For this user the signaal (with a mention) is nowhere: every verb answers as if it did not exist.
    static void eis_onzichtbaar(const Gebruiker& wie, const value& s) {
        const auto vermelding = pad(s, "/vermeldingen/" + tekst(s.at("vermeldingen").at(0), "id"));
        omgeving().eis(404, wie, get, pad(s));
        omgeving().eis(404, wie, patch, pad(s), {{"titel", "y"}}, gezien(versie(s)));
        omgeving().eis(404, wie, post, pad(s, "/wegingen"), {{"stap", 1}, {"antwoorden", array{}}, {"uitkomst", "ja"}, {"motivering", "x"}}, gezien(versie(s)));
        omgeving().eis(404, wie, post, pad(s, "/overgangen"), {{"naar", "in_weging"}}, gezien(versie(s)));
        omgeving().eis(404, wie, post, pad(s, "/vermeldingen"), {{"soort", "persoon"}, {"tekst", "y"}});
        omgeving().eis(404, wie, patch, vermelding, {{"tekst", "y"}}, gezien(1));
        omgeving().eis(404, wie, verwijder, vermelding, nullptr, gezien(1));
        if (wie.id != analist().id) omgeving().eis(404, wie, post, pad(s, "/melder/_toon"), {{"reden", "nieuwsgierig"}});
        EXPECT_THAT(ids(omgeving().eis(200, wie, post, "/v1/signalen/_zoek", {{"tekst", s.at("kenmerk")}})), IsEmpty());
        for (const auto* vraag : {"", "&sorteer=ontvangenOp", "&sorteer=-gewijzigdOp", "&status=nieuw,in_weging,casus"}) {
            const auto lijst = ids(omgeving().eis(200, wie, get, fmt::format("/v1/signalen?aantal=200{}", vraag)));
            EXPECT_EQ(std::count(lijst.begin(), lijst.end(), tekst(s, "id")), 0) << vraag;
        }
        // Nor by pointing at it, by sharing its address, or by naming the same thing.
        const auto eigen = maak(wie);
        EXPECT_THAT(veldfouten(omgeving().eis(400, wie, post, pad(eigen, "/overgangen"),
                        {{"naar", "duplicaat"}, {"reden", "x"}, {"duplicaatVan", s.at("id")}}, gezien(1))),
                    UnorderedElementsAre("/duplicaatVan onbekend-signaal"));
        const auto adres = s.at("adres").is_null() ? value(nullptr) : value{{"nummeraanduiding", s.at("adres").at("nummeraanduiding")}};
        const auto buur = maak(wie, {{"adres", adres}, {"vermeldingen", array{{{"soort", "voertuig"}, {"tekst", "x"}, {"sleutel", "GE-HE-01"}}}}});
        for (const auto& b : buur.at("opZelfdeAdres").as_array()) EXPECT_NE(b.at("id"), s.at("id"));
        if (!adres.is_null()) {
            const auto daar = omgeving().eis(200, wie, post, "/v1/signalen/_zoek", {{"adres", adres.at("nummeraanduiding")}, {"aantal", 200}});
            EXPECT_THAT(ids(daar), testing::Not(testing::Contains(tekst(s, "id"))));
            EXPECT_EQ(daar.at("resultaten").at(0).at("zelfdeAdres").as_int64() + 1, static_cast<std::int64_t>(ids(daar).size()));
        }
        EXPECT_EQ(buur.at("zelfdeAdres").as_int64(), static_cast<std::int64_t>(buur.at("opZelfdeAdres").as_array().size()));
    }
    static std::set<std::string> veldfouten(const value& probleem) {
        std::set<std::string> uit;
        for (const auto& f : probleem.at("fouten").as_array()) uit.insert(tekst(f, "veld") + " " + tekst(f, "code"));
        return uit;
    }
    static std::vector<std::string> ids(const value& lijst) {
        std::vector<std::string> uit;
        for (const auto& r : lijst.at("resultaten").as_array()) uit.push_back(tekst(r, "id"));
        return uit;
    }
    static std::int64_t tel(const std::string& sql) { return omgeving().beheer().doe("select count(*) as n from " + sql)[0].veld<std::int64_t>("n"); }
};

}  // namespace damwand::signaal

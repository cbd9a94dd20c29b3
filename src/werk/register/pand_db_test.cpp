// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <map>
#include <set>

#include "base/fout.hpp"
#include "werk/register/proefregister.hpp"

/// The page of a building, against every version of every object read one by one.
namespace damwand::registers::proef {
namespace {

using http::Methode;

std::string id16(std::int64_t id) { return fmt::format("{:016}", id); }

/// What stood in which building: object → its buildings in any version in which it was there, and its addresses in those.
struct Wereld {
    std::map<std::string, std::set<std::string>> objecten, adressen;  ///< by building
    std::set<std::string> panden;
};

Wereld lees_alles() {
    Wereld uit;
    auto beheer = omgeving().beheer();
    for (const auto rij : beheer.doe("select identificatie from register.pand_voorkomen where bestandsoort = 1")) uit.panden.insert(id16(rij.veld<std::int64_t>("identificatie")));
    for (const auto rij : beheer.doe("select identificatie, status, panden::text[] as panden, array_prepend(hoofdadres, coalesce(nevenadressen, '{}'))::text[] as adressen"
                                     "  from register.verblijfsobject_voorkomen where bestandsoort = 1")) {
        const auto status = rij.veld<int>("status");
        if (status != 3 && status != 4 && status != 5 && status != 7) continue;  // never there, or no longer
        for (const auto& pand : rij.veld<std::vector<std::string>>("panden")) {
            const auto id = id16(std::stoll(pand));
            uit.objecten[id].insert(id16(rij.veld<std::int64_t>("identificatie")));
            for (const auto& adres : rij.veld<std::vector<std::string>>("adressen")) uit.adressen[id].insert(id16(std::stoll(adres)));
        }
    }
    return uit;
}

class Panden : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        (void)laad_bron(damstede(900));
        auto beheer = omgeving().beheer();
        // One that was withdrawn since: a version that was there, and the one that stands.
        beheer.script("insert into register.verblijfsobject_historie select * from register.verblijfsobject where identificatie = (select max(identificatie) from register.verblijfsobject);"
                      "update register.verblijfsobject set status = 6, voorkomen = voorkomen + 1, begin_geldigheid = begin_geldigheid + 1 where identificatie = (select max(identificatie) from register.verblijfsobject)");
        // One object in two buildings, as a shop that broke through the wall: its second building is not the map's.
        beheer.script("update register.verblijfsobject v set panden = v.panden || (select min(p.identificatie) from register.pand p where not p.identificatie = any (v.panden))"
                      " where v.identificatie = (select min(identificatie) from register.verblijfsobject)");
    }
};

TEST_F(Panden, TonenAllesWatErinIsEnWas) {
    const auto wereld = lees_alles();
    db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    std::size_t leeg = 0, dubbel = 0, eerder = 0;
    for (const auto& id : wereld.panden) {
        const auto pand = toon_pand(tx, id);
        EXPECT_EQ(pand.identificatie, id);
        EXPECT_FALSE(pand.versies.empty());
        EXPECT_EQ(pand.bouwjaar, pand.versies.front().bouwjaar);
        std::set<std::string> gevonden;
        for (const auto& o : pand.objecten) {
            gevonden.insert(o.identificatie);
            if (!o.huidig) ++eerder;
        }
        EXPECT_EQ(gevonden.size(), pand.objecten.size()) << "each once";
        const auto verwacht = wereld.objecten.contains(id) ? wereld.objecten.at(id) : std::set<std::string>{};
        EXPECT_EQ(gevonden, verwacht) << id;
        const auto adressen = adressen_in_pand(tx, id);
        EXPECT_TRUE(std::is_sorted(adressen.begin(), adressen.end()));
        const auto bekend = wereld.adressen.contains(id) ? wereld.adressen.at(id) : std::set<std::string>{};
        EXPECT_THAT(adressen, testing::IsSupersetOf(bekend)) << id;
        leeg += verwacht.empty() ? 1 : 0;
        dubbel += verwacht.size() > 1 ? 1 : 0;
    }
    EXPECT_GT(leeg, 0U) << "sheds";
    EXPECT_GT(dubbel, 0U) << "flats";
    EXPECT_EQ(eerder, 1U) << "what was withdrawn";
}

TEST_F(Panden, TonenWaarHetIsEnVanWelkeDag) {
    const auto een = omgeving().beheer().doe("select identificatie, public.st_xmin(fijn) as west from register.kaartpand where tot is null order by identificatie limit 1");
    const auto id = id16(een[0].veld<std::int64_t>("identificatie"));
    const auto gebruiker = omgeving().gebruiker({"melder"});
    const auto pand = omgeving().eis(200, gebruiker, Methode::get, "/v1/panden/" + id);
    EXPECT_EQ(pand.at("uitsnede").at("west").as_double(), een[0].veld<double>("west"));
    EXPECT_TRUE(pand.at("huidig").as_bool());
    EXPECT_FALSE(pand.at("standdatum").is_null());
    // No such building, an id of an address, and nonsense: not there.
    for (const auto* niet : {"9999100000999999", "9001200000000001", "12", "abc"}) EXPECT_EQ(omgeving().roep(gebruiker, Methode::get, std::string("/v1/panden/") + niet).status, 404) << niet;
    EXPECT_EQ(omgeving().roep(omgeving().gebruiker({"techniek"}), Methode::get, "/v1/panden/" + id).status, 403);
}

}  // namespace
}  // namespace damwand::registers::proef

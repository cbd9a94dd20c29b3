// SPDX-License-Identifier: EUPL-1.2
// From an area to a list, the list from hand to hand, and away again.
#include <gmock/gmock.h>

#include <set>

#include "engine/bag/maker.hpp"
#include "steun/proefomgeving.hpp"
#include "steun/werkmap.hpp"
#include "werk/werklijst/werklijst.hpp"

namespace damwand::werklijst {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using enum http::Methode;
using proef::Gebruiker;
using proef::gezien;

proef::Omgeving& omgeving() {
    static proef::Omgeving een([] {
        auto alle = routes();
        for (auto& r : kaart::routes()) alle.push_back(std::move(r));
        return alle;
    }());
    static const bool geladen = [] {
        const bag::MaakOpties klein{.adressen = 900};
        db::Pool lader(een.cluster().dsn("lader"), 1);
        const std::array levering{bag::maak(klein, proef::werkmap()).bestand};
        (void)registers::laad(lader, levering);
        return true;
    }();
    static_cast<void>(geladen);
    return een;
}
const Gebruiker& maker() {
    static const auto een = omgeving().gebruiker({"toezichthouder"});
    return een;
}
const Gebruiker& collega() {
    static const auto een = omgeving().gebruiker({"jurist"});
    return een;
}

/// A square of `meter` around an address of Damstede, as the browser draws it.
array ring(double meter) {
    const auto r = omgeving().beheer().doe("select public.st_x(punt) as x, public.st_y(punt) as y from register.kaartobject where tot is null and soort = 1 order by identificatie limit 1");
    const double x = r[0].veld<double>("x"), y = r[0].veld<double>("y");
    array uit;
    for (const auto& [dx, dy] : {std::pair{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) uit.push_back(object{{"x", x + dx * meter}, {"y", y + dy * meter}});
    return uit;
}
object vraag(double meter) { return {{"waar", object{{"ringen", array{ring(meter)}}}}, {"wat", "panden"}}; }
object nieuw(double meter = 60) { return {{"naam", "Ronde langs de kade"}, {"aanleiding", "Leegstand in de straat"}, {"vraag", vraag(meter)}}; }

std::string id_van(const value& v) { return std::string(v.at("id").as_string()); }
std::int64_t tel(const std::string& wat) { return omgeving().beheer().doe("select count(*) as n from " + wat)[0].veld<std::int64_t>("n"); }

TEST(Werklijst, NeemtAllesInHetGebiedMeeEnWordtAfgewerkt) {
    auto& o = omgeving();
    const auto selectie = o.eis(200, maker(), post, "/v1/kaart/selectie/_toon", vraag(60));
    ASSERT_GT(selectie.at("aantal").as_int64(), 1);
    const auto lijst = o.eis(201, maker(), post, "/v1/werklijsten", nieuw());
    const auto& regels = lijst.at("regels").as_array();
    ASSERT_EQ(static_cast<std::int64_t>(regels.size()), selectie.at("aantal").as_int64());
    for (std::size_t i = 0; i < regels.size(); ++i) {
        EXPECT_EQ(regels[i].at("identificatie"), selectie.at("resultaten").at(i).at("identificatie"));
        EXPECT_EQ(regels[i].at("adres"), selectie.at("resultaten").at(i).at("adres"));
        EXPECT_EQ(regels[i].at("stand").as_string(), "te_doen");
    }
    const auto pad = "/v1/werklijsten/" + id_van(lijst), regel = pad + "/regels/" + id_van(regels[0]);
    const auto na = o.eis(200, maker(), patch, regel, object{{"stand", "nakijken"}, {"bevinding", "Ramen dicht, post op de mat."}}, gezien(1));
    EXPECT_EQ(na.at("versie").as_int64(), 2);
    EXPECT_EQ(na.at("door").at("id").as_string(), maker().id.tekst());
    EXPECT_EQ(o.eis(200, maker(), get, pad).at("gedaan").as_int64(), 1);
    (void)o.eis(412, maker(), patch, regel, object{{"stand", "niemand"}}, gezien(1));
    EXPECT_EQ(o.eis(400, maker(), patch, regel, object{{"stand", "verdacht"}}, gezien(2)).at("fouten").at(0).at("veld").as_string(), "/stand");
    const auto terug = o.eis(200, maker(), patch, regel, object{{"stand", "te_doen"}}, gezien(2));
    EXPECT_TRUE(terug.at("gedaanOp").is_null());
    EXPECT_EQ(terug.at("bevinding").as_string(), "Ramen dicht, post op de mat.");
}

TEST(Werklijst, IsVanWieHaarMaaktEnWieErbijGezetIs) {
    auto& o = omgeving();
    const auto lijst = o.eis(201, maker(), post, "/v1/werklijsten", nieuw());
    const auto pad = "/v1/werklijsten/" + id_van(lijst), regel = pad + "/regels/" + id_van(lijst.at("regels").at(0)), lid = pad + "/leden/" + collega().id.tekst();
    const auto ziet = [&] { return o.eis(200, collega(), get, "/v1/werklijsten").at("resultaten").as_array().size(); };
    const auto eerst = ziet();
    (void)o.eis(404, collega(), get, pad);
    (void)o.eis(404, collega(), patch, regel, object{{"stand", "niemand"}}, gezien(1));
    (void)o.eis(404, collega(), put, lid);
    (void)o.eis(404, collega(), verwijder, pad);
    EXPECT_EQ(o.eis(200, maker(), put, lid).at("leden").at(0).at("id").as_string(), collega().id.tekst());
    EXPECT_EQ(ziet(), eerst + 1);
    (void)o.eis(200, collega(), patch, regel, object{{"stand", "niemand"}}, gezien(1));
    EXPECT_EQ(o.eis(403, collega(), verwijder, pad).at("code").as_string(), "niet-van-u");
    EXPECT_EQ(o.eis(403, collega(), verwijder, lid).at("code").as_string(), "niet-van-u");
    // Nobody puts himself in by SQL either: the rows are for their audience, and only who made the list widens it.
    {
        db::Transactie tx(o.toepassing(), {.organisatie = collega().organisatie, .gebruiker = collega().id, .operatie = OperatieId::nieuw()});
        EXPECT_EQ(tx.doe("select werklijst.zet_lid($1, $2, true) as g", id_van(lijst), maker().id)[0].veld<bool>("g"), false);
    }
    EXPECT_EQ(o.eis(200, maker(), verwijder, lid).at("leden").as_array().size(), 0U);
    (void)o.eis(404, collega(), get, pad);
    (void)o.eis(204, maker(), verwijder, pad);
    (void)o.eis(404, maker(), get, pad);
    EXPECT_EQ(tel("werklijst.regel where werklijst = '" + id_van(lijst) + "'"), 0);
    EXPECT_EQ(tel("toegang.zicht where object = '" + id_van(lijst) + "'"), 0);
}

TEST(Werklijst, ZegtWatErMisIsMetEenVraag) {
    auto& o = omgeving();
    const auto fout = [&](object vraag) { return std::string(o.eis(400, maker(), post, "/v1/werklijsten", std::move(vraag)).at("fouten").at(0).at("code").as_string()); };
    EXPECT_EQ(fout(nieuw(100'000)), "werklijst-te-groot");
    auto zee = nieuw();
    zee["vraag"] = object{{"wat", "panden"}, {"waar", object{{"ringen", array{array{object{{"x", 300000}, {"y", 6900000}}, object{{"x", 300010}, {"y", 6900000}}, object{{"x", 300010}, {"y", 6900010}}}}}}}};
    EXPECT_EQ(fout(zee), "werklijst-leeg");
    auto lang = nieuw();
    lang["tot"] = "2099-01-01";
    EXPECT_EQ(fout(lang), "buiten-bereik");
}

TEST(Werklijst, WordtVergetenNaHaarDag) {
    auto& o = omgeving();
    const auto blijft = o.eis(201, maker(), post, "/v1/werklijsten", nieuw());
    const auto gaat = o.eis(201, maker(), post, "/v1/werklijsten", nieuw());
    o.beheer().script("update werklijst.werklijst set tot = basis.vandaag() - 1 where id = '" + id_van(gaat) + "'");
    {
        db::Transactie tx(o.toepassing(), {.organisatie = maker().organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        EXPECT_EQ(tx.doe("select werklijst.vergeet() as n")[0].veld<std::int64_t>("n"), 1);
        tx.leg_vast();
    }
    (void)o.eis(404, maker(), get, "/v1/werklijsten/" + id_van(gaat));
    (void)o.eis(200, maker(), get, "/v1/werklijsten/" + id_van(blijft));
    EXPECT_EQ(tel("werklijst.regel where werklijst = '" + id_van(gaat) + "'") + tel("toegang.zicht where object = '" + id_van(gaat) + "'"), 0);
}

TEST(EigenGebied, IsVanHemTotHijHetDeelt) {
    auto& o = omgeving();
    const auto namen = [&](const Gebruiker& wie) {
        std::set<std::string> uit;
        const auto alle = o.eis(200, wie, get, "/v1/kaart/eigen-gebieden");
        for (const auto& g : alle.at("resultaten").as_array()) uit.emplace(g.at("naam").as_string());
        return uit;
    };
    const auto eigen = o.eis(201, maker(), post, "/v1/kaart/eigen-gebieden", object{{"naam", "Kade"}, {"ringen", array{ring(50)}}, {"gedeeld", false}});
    const auto samen = o.eis(201, maker(), post, "/v1/kaart/eigen-gebieden", object{{"naam", "Haven"}, {"ringen", array{ring(80), ring(20)}}, {"gedeeld", true}});
    EXPECT_EQ(namen(maker()), (std::set<std::string>{"Haven", "Kade"}));
    EXPECT_EQ(namen(collega()), (std::set<std::string>{"Haven"}));
    EXPECT_EQ(samen.at("ringen").as_array().size(), 2U);
    // What was kept is what was drawn: the same question, the same answer.
    const auto terug = o.eis(200, maker(), post, "/v1/kaart/selectie/_toon", object{{"waar", object{{"ringen", eigen.at("ringen")}}}, {"wat", "panden"}});
    EXPECT_EQ(terug.at("aantal"), o.eis(200, maker(), post, "/v1/kaart/selectie/_toon", vraag(50)).at("aantal"));
    (void)o.eis(404, collega(), verwijder, "/v1/kaart/eigen-gebieden/" + id_van(eigen));
    EXPECT_EQ(o.eis(403, collega(), verwijder, "/v1/kaart/eigen-gebieden/" + id_van(samen)).at("code").as_string(), "niet-van-u");
    (void)o.eis(204, maker(), verwijder, "/v1/kaart/eigen-gebieden/" + id_van(samen));
    EXPECT_TRUE(namen(collega()).empty());
    (void)o.eis(400, maker(), post, "/v1/kaart/eigen-gebieden", object{{"naam", "Lijn"}, {"ringen", array{array{object{{"x", 0}, {"y", 0}}, object{{"x", 1}, {"y", 1}}}}}, {"gedeeld", false}});
}

}  // namespace
}  // namespace damwand::werklijst

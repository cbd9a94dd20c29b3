// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <sstream>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "werk/register/proefregister.hpp"

namespace damwand::registers::proef {
namespace {

/// One address a line: street | number | letter | addition | postcode | place, and "-" in front when it is inactive.
constexpr std::string_view adressen = R"(
Kerkstraat|1||||Damstede
Kerkstraat|2|||9001AB|Damstede
Kerkstraat|12|||9001AB|Damstede
Kerkstraat|12|A||9001AB|Damstede
Kerkstraat|12|B||9001AB|Damstede
Kerkstraat|12|B|3|9001AB|Damstede
Kerkstraat|12||3|9001AB|Damstede
-Kerkstraat|13|||9001AB|Damstede
Kerkstraat|14||hs|9001AB|Damstede
Kerkstraat|14||bis|9001AB|Damstede
Kerkstraat|120|||9001AC|Damstede
Kerklaan|12|||9001AD|Damstede
Kerksteeg|3|||9001AE|Damstede
Burgemeester van der Meerlaan|5|||9001BA|Damstede
Dr. A. Molenaarplein|7|||9001BC|Damstede
Sint Annastraat|9|||9001BD|Damstede
Prins Hendriklaan|21|||9001BE|Damstede
Prinses Amaliahof|4|||9001BG|Damstede
1e Dwarsstraat|5|||9001BH|Damstede
2e Dwarsstraat|5|||9001BJ|Damstede
Plein 1944|8|||9001BK|Damstede
Van Goghstraat|16|||9001BL|Damstede
Molenstraat|3|||9001BM|Damstede
Molenstraat|3|||9003BM|IJsseldam
IJsselkade|40|||9003CA|IJsseldam
Henriëtte Bosmansstraat|2|||9001BN|Damstede
Curaçaostraat|6|||9001BP|Damstede
't Nauwe Steegje|1|||9001BR|Damstede
De Vest|11|||9001BS|Damstede
Papenlaan|4|||9001BT|Damstede
Oude Papenlaan|4|||9001BV|Damstede
Nijverheidslaan|17|A||9001BW|Damstede
H.J. Hoflandlaan|18|||9001BX|Damstede
Nieuwstraat|30|||9004AA|'s-Gravenmeer
Dorpsstraat|10|||9005AA|Sint Jansdorp
Fanny Blankers-Koenstraat|33|||9001BZ|Damstede
Achter 't Bosje|2|||9001CA|Damstede
Gasthuisland|101|||9001CB|Damstede
Westerdijkplantsoen|5|||9001CD|Damstede
)";

/// What people type, and the address they mean: the first answer must be that one.
constexpr std::string_view goud = R"(
kerkstraat 12 damstede = Kerkstraat 12, 9001 AB Damstede
kerkstr 12b damstede = Kerkstraat 12B, 9001 AB Damstede
Kerkstr. 12 B = Kerkstraat 12B, 9001 AB Damstede
damstede kerkstraat 12 = Kerkstraat 12, 9001 AB Damstede
12 kerkstraat = Kerkstraat 12, 9001 AB Damstede
KERKSTRAAT 12A = Kerkstraat 12A, 9001 AB Damstede
kerkstraat 12-3 = Kerkstraat 12-3, 9001 AB Damstede
kerkstraat 12 b 3 = Kerkstraat 12B-3, 9001 AB Damstede
kerkstraat 12b-3 damstede = Kerkstraat 12B-3, 9001 AB Damstede
kerkstraat12b = Kerkstraat 12B, 9001 AB Damstede
kerkstraat nr 12 = Kerkstraat 12, 9001 AB Damstede
kerk straat 12 = Kerkstraat 12, 9001 AB Damstede
kerk str 12 = Kerkstraat 12, 9001 AB Damstede
kerkstaart 12 = Kerkstraat 12, 9001 AB Damstede
krekstraat 12 damstede = Kerkstraat 12, 9001 AB Damstede
kerkstraat 12 dam = Kerkstraat 12, 9001 AB Damstede
kerkstraat 12 damsteed = Kerkstraat 12, 9001 AB Damstede
kerkstraat 120 = Kerkstraat 120, 9001 AC Damstede
kerkstraat 14 hs = Kerkstraat 14-hs, 9001 AB Damstede
kerkstraat 14bis = Kerkstraat 14-bis, 9001 AB Damstede
kerkstraat 13 = Kerkstraat 13, 9001 AB Damstede
kerkln 12 = Kerklaan 12, 9001 AD Damstede
kerklaan 12 = Kerklaan 12, 9001 AD Damstede
kerkstg 3 = Kerksteeg 3, 9001 AE Damstede
9001ab 12 = Kerkstraat 12, 9001 AB Damstede
9001 AB 12-3 = Kerkstraat 12-3, 9001 AB Damstede
9001AB 12b = Kerkstraat 12B, 9001 AB Damstede
12 9001 ab = Kerkstraat 12, 9001 AB Damstede
9001ab12 = Kerkstraat 12, 9001 AB Damstede
9001 ab 12 damstede = Kerkstraat 12, 9001 AB Damstede
kerkstraat 12, 9001 AB Damstede = Kerkstraat 12, 9001 AB Damstede
9001bk = Plein 1944 8, 9001 BK Damstede
burg vd meerlaan 5 = Burgemeester van der Meerlaan 5, 9001 BA Damstede
burgemeester van der meerln 5 = Burgemeester van der Meerlaan 5, 9001 BA Damstede
meerlaan 5 = Burgemeester van der Meerlaan 5, 9001 BA Damstede
burg. v.d. meerlaan 5 = Burgemeester van der Meerlaan 5, 9001 BA Damstede
burgermeester van der meerlaan 5 = Burgemeester van der Meerlaan 5, 9001 BA Damstede
dr molenaarplein 7 = Dr. A. Molenaarplein 7, 9001 BC Damstede
doctor molenaarpln 7 = Dr. A. Molenaarplein 7, 9001 BC Damstede
molenaarplein = Dr. A. Molenaarplein 7, 9001 BC Damstede
st annastr 9 = Sint Annastraat 9, 9001 BD Damstede
sint anna straat 9 = Sint Annastraat 9, 9001 BD Damstede
st. annastraat 9 damstede = Sint Annastraat 9, 9001 BD Damstede
pr hendriklaan 21 = Prins Hendriklaan 21, 9001 BE Damstede
hendriklaan 21 = Prins Hendriklaan 21, 9001 BE Damstede
prins hendrik laan 21 = Prins Hendriklaan 21, 9001 BE Damstede
pr amaliahof 4 = Prinses Amaliahof 4, 9001 BG Damstede
1e dwarsstraat 5 = 1e Dwarsstraat 5, 9001 BH Damstede
2de dwarsstr 5 = 2e Dwarsstraat 5, 9001 BJ Damstede
tweede dwarsstraat 5 = 2e Dwarsstraat 5, 9001 BJ Damstede
plein 1944 8 = Plein 1944 8, 9001 BK Damstede
vangoghstraat 16 = Van Goghstraat 16, 9001 BL Damstede
v goghstr 16 = Van Goghstraat 16, 9001 BL Damstede
goghstraat 16 = Van Goghstraat 16, 9001 BL Damstede
molenstraat 3 ijsseldam = Molenstraat 3, 9003 BM IJsseldam
molenstr 3 ysseldam = Molenstraat 3, 9003 BM IJsseldam
molenstraat 3 damstede = Molenstraat 3, 9001 BM Damstede
ysselkade 40 = IJsselkade 40, 9003 CA IJsseldam
ijselkade 40 = IJsselkade 40, 9003 CA IJsseldam
IJSSELKADE 40 = IJsselkade 40, 9003 CA IJsseldam
henriette bosmansstraat 2 = Henriëtte Bosmansstraat 2, 9001 BN Damstede
curacaostr 6 = Curaçaostraat 6, 9001 BP Damstede
nauwe steegje 1 = 't Nauwe Steegje 1, 9001 BR Damstede
t nauwe steegje 1 = 't Nauwe Steegje 1, 9001 BR Damstede
de vest 11 = De Vest 11, 9001 BS Damstede
vest 11 = De Vest 11, 9001 BS Damstede
papenlaan 4 = Papenlaan 4, 9001 BT Damstede
oude papenln 4 = Oude Papenlaan 4, 9001 BV Damstede
nijverheidslaan 17a = Nijverheidslaan 17A, 9001 BW Damstede
nyverheidslaan 17 = Nijverheidslaan 17A, 9001 BW Damstede
hj hoflandlaan 18 = H.J. Hoflandlaan 18, 9001 BX Damstede
h.j.hoflandlaan 18 = H.J. Hoflandlaan 18, 9001 BX Damstede
nieuwstraat 30 s gravenmeer = Nieuwstraat 30, 9004 AA 's-Gravenmeer
nieuwstraat 30 's-gravenmeer = Nieuwstraat 30, 9004 AA 's-Gravenmeer
dorpsstraat 10 st jansdorp = Dorpsstraat 10, 9005 AA Sint Jansdorp
dorpstraat 10 = Dorpsstraat 10, 9005 AA Sint Jansdorp
fanny blankerskoenstraat 33 = Fanny Blankers-Koenstraat 33, 9001 BZ Damstede
blankers koenstr 33 = Fanny Blankers-Koenstraat 33, 9001 BZ Damstede
achter t bosje 2 = Achter 't Bosje 2, 9001 CA Damstede
gasthuisl = Gasthuisland 101, 9001 CB Damstede
westerdijkplnts 5 = Westerdijkplantsoen 5, 9001 CD Damstede
westerdykplantsoen 5 = Westerdijkplantsoen 5, 9001 CD Damstede
)";

std::vector<std::string> regels(std::string_view tekst) {
    std::vector<std::string> uit;
    std::istringstream in{std::string(tekst)};
    for (std::string regel; std::getline(in, regel);) {
        if (!regel.empty()) uit.push_back(regel);
    }
    return uit;
}

class Zoeken : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        auto beheer = omgeving().beheer();
        beheer.script(
            "truncate register.adres, register.straat, register.gemeente, register.verblijfsobject, register.pand");
        beheer.doe(
            "insert into register.gemeente (code, naam, lading, standdatum) values (9001, 'Damstede', 0, "
            "'2026-11-08')");
        std::map<std::string, int> plaatsen;
        std::int64_t id = 9001200000000000;
        for (auto regel : regels(adressen)) {
            const bool actief = !regel.starts_with('-');
            if (!actief) regel.erase(0, 1);
            std::vector<std::string> veld;
            std::istringstream in(regel);
            for (std::string deel; std::getline(in, deel, '|');) veld.push_back(deel);
            const auto leeg = [](const std::string& t) { return t.empty() ? std::optional<std::string>{} : t; };
            const auto plaats = plaatsen.try_emplace(veld[5], static_cast<int>(plaatsen.size()) + 1).first->second;
            beheer.doe(
                "insert into register.straat (woonplaats, naam, gevouwen, woonplaatsnaam, woonplaats_gevouwen) values "
                "($1, $2, $3, $4, $5) on conflict do nothing",
                plaats, veld[0], vouw(veld[0]), veld[5], vouw(veld[5]));
            beheer.doe(
                "insert into register.adres (nummeraanduiding, gemeente, actief, straat, straatnaam, gevouwen, "
                "huisnummer, huisletter, toevoeging, postcode, woonplaats, woonplaatsnaam)"
                " values ($1, 9001, $2, (select id from register.straat where woonplaats = $3 and naam = $4), $4, $5, "
                "$6, $7, $8, $9, $3, $10)",
                ++id, actief, plaats, veld[0], vouw(veld[0]), veld[1], leeg(veld[2]), leeg(veld[3]), leeg(veld[4]),
                veld[5]);
        }
        // The room sees new streets when a load was committed.
        beheer.script(
            "insert into register.lading (id, operatie, begonnen, klaar, bronnen, standdatum, heel_nederland, "
            "gemeenten, opties, tellingen)"
            " select coalesce(max(id), 0) + 1, gen_random_uuid(), now(), now(), '[]', '2026-11-08', false, '{9001}', "
            "'{}', '{}' from register.lading");
    }
    static std::vector<Adres> zoek(std::string_view typt, int aantal = 10) {
        static Adreszoeker zoeker;
        db::Transactie tx(omgeving().toepassing(),
                          {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        return zoeker.zoek(tx, typt, aantal);
    }
};

TEST_F(Zoeken, VindtWatMensenBedoelen) {
    int aantal = 0;
    for (const auto& regel : regels(goud)) {
        const auto is = regel.find(" = ");
        ASSERT_NE(is, std::string::npos) << regel;
        const auto gevonden = zoek(regel.substr(0, is));
        EXPECT_EQ(gevonden.empty() ? "(niets)" : gevonden.front().weergave, regel.substr(is + 3))
            << "typed: " << regel.substr(0, is);
        ++aantal;
    }
    EXPECT_GE(aantal, 60);
}

TEST_F(Zoeken, GeeftNietsOpOnzin) {
    for (const auto* typt : {"xqzw 12", "   ", "!!!", "99999", "0", "de", "9999zz 1", "kade 1 ' or 1=1 --"})
        EXPECT_TRUE(zoek(typt).empty()) << typt;
}

TEST_F(Zoeken, ToontDeStraatAlsHetNummerErNietIs) {
    const auto gevonden = zoek("kerkstraat 999 damstede");
    ASSERT_FALSE(gevonden.empty());
    EXPECT_EQ(gevonden.front().straat, "Kerkstraat");
}

TEST_F(Zoeken, ZetNietActieveAdressenOnderaan) {
    const auto gevonden = zoek("kerkstraat damstede", 50);
    ASSERT_GE(gevonden.size(), 11U);
    EXPECT_TRUE(gevonden.front().actief);
    EXPECT_FALSE(gevonden.back().actief);
}

TEST_F(Zoeken, ToontVanVeelStratenVanElkEnkele) {
    const auto gevonden = zoek("kerk", 10);
    std::set<std::string> straten;
    for (const auto& a : gevonden) straten.insert(a.straat);
    EXPECT_GE(straten.size(), 3U);
    EXPECT_LE(gevonden.size(), 10U);
}

TEST_F(Zoeken, HoudtZichAanHetGevraagdeAantal) {
    EXPECT_EQ(zoek("kerkstraat", 3).size(), 3U);
    EXPECT_LE(zoek("kerkstraat 12", 1).size(), 1U);
}

TEST_F(Zoeken, ZietEenAdresOpZijnNummer) {
    db::Transactie tx(omgeving().toepassing(),
                      {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto adres = zoek_adres(tx, "9001200000000005");
    ASSERT_TRUE(adres);
    EXPECT_EQ(adres->weergave, "Kerkstraat 12B, 9001 AB Damstede");
    EXPECT_FALSE(zoek_adres(tx, "9001200000099999"));
    EXPECT_FALSE(zoek_adres(tx, "9001010000000005"));
    EXPECT_FALSE(zoek_adres(tx, "kerkstraat"));
}

TEST_F(Zoeken, AntwoordtOverDeApi) {
    const auto wie = omgeving().gebruiker({"coordinator"});
    const auto antwoord =
        omgeving().eis(200, wie, http::Methode::post, "/v1/adressen/_zoek", {{"tekst", "kerkstr 12b damstede"}});
    const auto& eerste = antwoord.at("resultaten").at(0);
    EXPECT_EQ(eerste.at("weergave").as_string(), "Kerkstraat 12B, 9001 AB Damstede");
    EXPECT_EQ(eerste.at("huisletter").as_string(), "B");
    EXPECT_TRUE(eerste.at("toevoeging").is_null());
    EXPECT_TRUE(eerste.at("actief").as_bool());
    // All faults at once, and no right means no answer.
    const auto fout =
        omgeving().eis(400, wie, http::Methode::post, "/v1/adressen/_zoek", {{"tekst", ""}, {"aantal", 99}});
    EXPECT_EQ(fout.at("fouten").as_array().size(), 2U);
    omgeving().eis(404, wie, http::Methode::post, "/v1/adressen/_toon", {{"nummeraanduiding", "9001200000099999"}});
    const auto zonder = omgeving().gebruiker({"communicatie"});
    omgeving().eis(403, zonder, http::Methode::post, "/v1/adressen/_zoek", {{"tekst", "kerkstraat"}});
}

class Tonen : public testing::Test {};

TEST_F(Tonen, ToontObjectenPandenEnPlek) {
    auto beheer = omgeving().beheer();
    beheer.script("truncate register.adres, register.straat");
    static_cast<void>(laad_bron(damstede(300)));
    const auto wie = omgeving().gebruiker({"coordinator"});
    const auto rij = beheer.doe(
        "select lpad(hoofdadres::text, 16, '0') as adres, lpad(identificatie::text, 16, '0') as vbo, oppervlakte,"
        " public.st_x(public.st_pointonsurface(geometrie)) as x from register.verblijfsobject order by identificatie "
        "limit 1");
    const auto antwoord = omgeving().eis(200, wie, http::Methode::post, "/v1/adressen/_toon",
                                         {{"nummeraanduiding", rij[0].veld<std::string>("adres")}});
    const auto& object = antwoord.at("objecten").at(0);
    EXPECT_EQ(object.at("identificatie").as_string(), rij[0].veld<std::string>("vbo"));
    EXPECT_EQ(object.at("soort").as_string(), "verblijfsobject");
    EXPECT_EQ(object.at("oppervlakte").as_int64(), rij[0].veld<int>("oppervlakte"));
    EXPECT_FALSE(object.at("gebruiksdoelen").as_array().empty());
    EXPECT_FALSE(object.at("panden").as_array().empty());
    EXPECT_NEAR(antwoord.at("rd").at("x").as_double(), rij[0].veld<double>("x"), 0.001);
    EXPECT_EQ(antwoord.at("standdatum").as_string(), "2026-11-08");
    // An address that is no longer in use shows the object it had.
    const auto oud = beheer.doe(
        "select lpad(nummeraanduiding::text, 16, '0') as adres from register.adres where not actief and object is not "
        "null limit 1");
    if (!oud.leeg()) {
        const auto toen = omgeving().eis(200, wie, http::Methode::post, "/v1/adressen/_toon",
                                         {{"nummeraanduiding", oud[0].veld<std::string>("adres")}});
        EXPECT_FALSE(toen.at("actief").as_bool());
        EXPECT_EQ(toen.at("objecten").as_array().size(), 1U);
    }
}

}  // namespace
}  // namespace damwand::registers::proef

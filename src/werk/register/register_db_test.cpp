// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "base/fout.hpp"
#include "werk/register/proefregister.hpp"
#include "werk/register/proeftoestand.hpp"

namespace damwand::registers::proef {
namespace {

using bag::ObjectType;

std::int64_t tel(const std::string& wat) {
    return omgeving().beheer().doe("select count(*) as aantal from " + wat)[0].veld<std::int64_t>("aantal");
}

std::string foutcode(const fs::path& bron, const LaadOpties& opties = {}) {
    try {
        static_cast<void>(laad_bron(bron, opties));
    } catch (const Fout& fout) {
        return fout.code();
    } catch (const db::DbFout& fout) {
        return fout.sqlstate();
    }
    return "";
}

class Laden : public testing::Test {
  protected:
    void SetUp() override { leeg_register(); }
};

TEST_F(Laden, NeemtWeespOverMetDeGeteldeAantallen) {
    ZONDER_ECHTE_DATA_OVERSLAAN(weesp());
    const auto verslag = laad_bron(weesp());
    using Paar = std::pair<std::uint64_t, std::uint64_t>;
    const std::map<ObjectType, Paar> verwacht{{ObjectType::pand, {23091, 12899}},
                                              {ObjectType::verblijfsobject, {26085, 12509}},
                                              {ObjectType::nummeraanduiding, {16113, 12694}},
                                              {ObjectType::openbare_ruimte, {593, 321}},
                                              {ObjectType::woonplaats, {3, 2}},
                                              {ObjectType::ligplaats, {167, 167}},
                                              {ObjectType::standplaats, {21, 13}}};
    for (const auto& [type, paar] : verwacht) {
        const auto& t = verslag.typen[0][static_cast<std::size_t>(type)];
        EXPECT_EQ(Paar(t.opgeslagen, t.objecten), paar) << bag::code(type);
        // Once more, from the tables alone.
        const std::string tabel = tabellen[static_cast<std::size_t>(type)];
        EXPECT_EQ(tel(fmt::format("register.{}_voorkomen where bestandsoort = 1", tabel)),
                  static_cast<std::int64_t>(paar.first))
            << tabel;
        EXPECT_EQ(tel(fmt::format("(select distinct identificatie from register.{}_voorkomen where bestandsoort = 1) d",
                                  tabel)),
                  static_cast<std::int64_t>(paar.second))
            << tabel;
        EXPECT_EQ(tel(fmt::format("register.{}_voorkomen where gemeente <> 457", tabel)), 0) << tabel;
    }
    EXPECT_EQ(verslag.totaal().gelezen, verslag.totaal().opgeslagen + verslag.totaal().afgekeurd);
    EXPECT_EQ(tel("register.in_onderzoek"), static_cast<std::int64_t>(verslag.in_onderzoek.opgeslagen));
    EXPECT_GT(tel("register.gemeente_woonplaats"), 2000);
    EXPECT_EQ(tekst(verslag.standdatum), "2021-10-15");
    ASSERT_EQ(verslag.gemeenten.size(), 1U);
    EXPECT_EQ(verslag.gemeenten[0].naam, "Weesp");
    EXPECT_EQ(tel("register.adres"), 12694) << "one row per nummeraanduiding of the stand, current or not";
    EXPECT_GT(tel("register.pand where identificatie / 1000000000000 = 424"), 0)
        << "objects of the former municipality belong to the delivery";
}

TEST_F(Laden, MeldtWatNietInDeLeveringZit) {
    ZONDER_ECHTE_DATA_OVERSLAAN(weesp());
    const auto verslag = laad_bron(weesp());
    std::set<std::string> straten, panden;
    for (const auto& o : verslag.ontbrekend) {
        if (o.van_type == "NUM" && o.naar_type == "OPR") straten.insert(o.naar);
        if (o.van_type == "VBO" && o.naar_type == "PND") panden.insert(o.naar);
    }
    EXPECT_EQ(straten,
              (std::set<std::string>{"0424300000000088", "0424300000000108", "0424300000000129", "0424300000000143"}));
    EXPECT_EQ(panden, (std::set<std::string>{"0457100000056701"}));
    EXPECT_EQ(verslag.ontbrekend.size(), verslag.aantal_ontbrekend);
    EXPECT_EQ(verslag.aantal_ontbrekend, 9U) << "eight references to the four streets, one to the pand";
    EXPECT_EQ(tel("register.ontbrekend"), 9);
}

TEST_F(Laden, GeeftBijHerhalingHetzelfde) {
    const auto bron = damstede();
    const auto eerste = laad_bron(bron);
    const auto toen = toestand();
    const auto tweede = laad_bron(bron);
    EXPECT_EQ(toestand(), toen);
    EXPECT_EQ(tweede.lading, eerste.lading + 1);
    EXPECT_EQ(tweede.adressen, eerste.adressen);
}

TEST_F(Laden, NeemtDamstedeOverZoalsDeMakerHetSchreef) {
    bag::MaakOpties opties;
    opties.adressen = 250;
    opties.zaad = 7;
    const auto gemaakt = bag::maak(opties, werkmap() / "zeven");
    const auto verslag = laad_bron(gemaakt.bestand);
    for (std::size_t soort = 0; soort < bag::aantal_bestandsoorten; ++soort) {
        for (const auto type : bag::alle_objecttypen) {
            const auto& t = verslag.typen[soort][static_cast<std::size_t>(type)];
            const auto& m = gemaakt.telling(type, static_cast<bag::Bestandsoort>(soort + 1));
            EXPECT_EQ(t.opgeslagen, m.voorkomens) << bag::code(type) << soort;
            EXPECT_EQ(t.objecten, m.objecten) << bag::code(type) << soort;
        }
    }
    EXPECT_EQ(verslag.in_onderzoek.opgeslagen, gemaakt.in_onderzoek);
    EXPECT_EQ(tel("register.adres where actief"), 250);
    EXPECT_EQ(tel("register.adres where actief and straat is null"), 0);
    EXPECT_EQ(tel("register.pand where not public.st_isvalid(geometrie)"), 0);
    EXPECT_EQ(tel("register.pand where public.st_srid(geometrie) <> 28992"), 0);
}

TEST_F(Laden, VervangtAlleenDeGenoemdeGemeente) {
    ZONDER_ECHTE_DATA_OVERSLAAN(doesburg());
    static_cast<void>(laad_bron(damstede()));
    const auto toen = toestand();
    const auto verslag = laad_bron(doesburg());
    const auto telling = [&](ObjectType type) { return verslag.typen[0][static_cast<std::size_t>(type)].opgeslagen; };
    EXPECT_EQ(telling(ObjectType::pand), 6U);
    EXPECT_EQ(telling(ObjectType::verblijfsobject), 5U);
    EXPECT_EQ(telling(ObjectType::nummeraanduiding), 14U) << "the unpacked folder has one more";
    EXPECT_EQ(telling(ObjectType::openbare_ruimte), 201U);
    EXPECT_EQ(telling(ObjectType::ligplaats), 2U);
    EXPECT_EQ(telling(ObjectType::standplaats), 2U);
    EXPECT_EQ(telling(ObjectType::woonplaats), 1U);
    EXPECT_EQ(tel("register.pand_voorkomen where gemeente = 221 and bestandsoort = 1"), 6);
    EXPECT_EQ(tel("register.gemeente"), 2);
    // Take Doesburg away again: what is left of Damstede is what it was.
    auto beheer = omgeving().beheer();
    beheer.script(
        "select register.wis('{221}', false); delete from register.adres where gemeente = 221; delete from "
        "register.gemeente where code = 221;"
        "delete from register.straat s where not exists (select from register.adres a where a.straat = s.id);"
        "delete from register.gemeente_woonplaats where standdatum = '2020-09-15'");
    EXPECT_EQ(toestand(), toen);
}

TEST_F(Laden, NeemtObjectenMeeUitEenOpgehevenGemeente) {
    static_cast<void>(laad_bron(damstede()));
    // Two other municipalities hold the same pand: one from an older delivery, one from a newer.
    auto beheer = omgeving().beheer();
    beheer.script(
        "insert into register.gemeente (code, naam, lading, standdatum) values (9002, 'Oud', 0, '2020-01-01'), (9003, "
        "'Nieuw', 0, '2027-01-01');"
        "create temporary table p as select * from register.pand limit 1;"
        "update p set gemeente = 9002; insert into register.pand select * from p; insert into register.pand_historie "
        "select * from p;"
        "update p set gemeente = 9003; insert into register.pand select * from p");
    static_cast<void>(laad_bron(damstede()));
    EXPECT_EQ(tel("register.pand_voorkomen where gemeente = 9002"), 0);
    EXPECT_EQ(tel("register.pand where gemeente = 9003"), 1) << "an older delivery takes nothing from a newer one";
}

TEST_F(Laden, LaatVanTweeGeldigeVoorkomensHetNieuwsteGelden) {
    static_cast<void>(laad_bron(damstede()));
    auto beheer = omgeving().beheer();
    beheer.script(
        "create temporary table p as select * from register.pand order by identificatie limit 1;"
        "update p set voorkomen = voorkomen + 100, begin_geldigheid = begin_geldigheid + 1; insert into register.pand "
        "select * from p");
    EXPECT_EQ(beheer.doe("select register.enkel('pand', '{9001}', false) as aantal")[0].veld<int>("aantal"), 1);
    EXPECT_EQ(tel("register.pand where voorkomen > 100"), 1);
    EXPECT_EQ(tel("(select identificatie from register.pand group by 1 having count(*) > 1) d"), 0);
}

TEST_F(Laden, HoudtVerdwenenAdressenAlsNietActief) {
    static_cast<void>(laad_bron(damstede(300)));
    // An address of the same municipality that the next delivery does not hold.
    auto beheer = omgeving().beheer();
    beheer.script(
        "insert into register.adres (nummeraanduiding, gemeente, actief, straat, straatnaam, gevouwen, huisnummer, "
        "woonplaats, woonplaatsnaam)"
        " select 9001200009999999, 9001, true, straat, straatnaam, gevouwen, 99, woonplaats, woonplaatsnaam from "
        "register.adres"
        " where straat is not null limit 1");
    static_cast<void>(laad_bron(damstede(300)));
    EXPECT_EQ(tel("register.adres where nummeraanduiding = 9001200009999999 and not actief"), 1);
    EXPECT_EQ(tel("register.adres where actief"), 300);
}

TEST_F(Laden, LaatBijEenAfgekapteZipAllesZoalsHetWas) {
    static_cast<void>(laad_bron(damstede(300)));
    const auto toen = toestand();
    std::ifstream in(damstede(400, 2), std::ios::binary);
    const std::string heel{std::istreambuf_iterator<char>(in), {}};
    // The end of the zip is gone; and a zip whose contents are damaged half-way, found only after rows were copied.
    std::ofstream(werkmap() / "afgekapt.zip", std::ios::binary) << heel.substr(0, heel.size() / 2);
    EXPECT_EQ(foutcode(werkmap() / "afgekapt.zip"), "bag-zip-kapot");
    EXPECT_EQ(toestand(), toen);
    auto stuk = heel;
    for (std::size_t i = stuk.size() / 2; i < stuk.size() / 2 + 64; ++i) stuk[i] = static_cast<char>(~stuk[i]);
    std::ofstream(werkmap() / "stuk.zip", std::ios::binary) << stuk;
    EXPECT_NE(foutcode(werkmap() / "stuk.zip"), "");
    EXPECT_EQ(toestand(), toen);
}

TEST_F(Laden, LaatBijAfbrekenOpElkMomentAllesZoalsHetWas) {
    const auto bron = damstede(400, 2);
    int stappen = 0;
    LaadOpties tellen;
    tellen.voortgang = [&](const Laadstand&) { return ++stappen > 0; };
    static_cast<void>(laad_bron(bron, tellen));
    leeg_register();
    static_cast<void>(laad_bron(damstede(300)));
    const auto toen = toestand();
    std::set<std::string> fasen;
    for (int hoever = 1; hoever <= stappen; hoever += std::max(1, stappen / 12)) {
        LaadOpties opties;
        int stap = 0;
        opties.voortgang = [&](const Laadstand& stand) {
            // Two threads read, so how often this is called is not the same each time; at the last step at the latest.
            if (++stap < hoever && stand.fase != "vastleggen") return true;
            fasen.emplace(stand.fase);
            return false;
        };
        EXPECT_EQ(foutcode(bron, opties), "afgebroken") << hoever;
        EXPECT_EQ(toestand(), toen) << hoever;
    }
    EXPECT_GE(fasen.size(), 2U);
}

std::string indexen() {
    return omgeving().beheer().doe("select string_agg(indexdef, E'\\n' order by indexdef) as w from pg_indexes where schemaname = 'register'")[0].veld<std::string>("w");
}

// ADR 0062. Into an empty register rows go into closed tables without indexes; the outcome is that of a load beside what stood there.
TEST_F(Laden, LaadtEenLeegRegisterZonderIndexenEnMetDezelfdeUitkomst) {
    const auto bron = damstede(400, 2);
    const auto waren = indexen();
    auto ander = omgeving().beheer();
    ander.script("set lock_timeout = '50ms'");
    bool zonder_index = false;
    std::string gezien;
    LaadOpties opties;
    const auto let_op = [&](const Laadstand& stand) {
        zonder_index = zonder_index || stand.fase == "indexen maken";
        if (stand.fase != "kaart opbouwen") return true;
        try {
            gezien = std::to_string(ander.doe("select count(*) as n from register.pand")[0].veld<std::int64_t>("n"));
        } catch (const db::DbFout& fout) {
            gezien = fout.sqlstate();
        }
        return true;
    };
    opties.voortgang = let_op;
    static_cast<void>(laad_bron(bron, opties));
    EXPECT_TRUE(zonder_index);
    EXPECT_EQ(gezien, "55P03") << "who reads meanwhile waits: not nothing, and not half of it";
    EXPECT_EQ(indexen(), waren);
    EXPECT_EQ(tel("register.index_terug"), 0);
    const auto eerst = toestand();

    const auto gelijk_langs_de_andere_weg = [&](const char* wat) {
        zonder_index = false;
        static_cast<void>(laad_bron(bron, opties));
        EXPECT_FALSE(zonder_index) << wat;
        omgeving().beheer().script("delete from register.in_onderzoek where gemeente = 1");
        EXPECT_EQ(toestand(), eerst) << wat;
        EXPECT_EQ(indexen(), waren) << wat;
    };
    leeg_register();
    omgeving().beheer().script("insert into register.in_onderzoek select 0, 9901, 1, 'naam', true, date '2020-01-01', 'x', date '2020-01-01', null, now(), null, now(), null");
    gelijk_langs_de_andere_weg("something stood there");
    leeg_register();
    auto lezer = omgeving().beheer();
    lezer.script("begin; select count(*) from register.standplaats_historie");
    gelijk_langs_de_andere_weg("a table is in use");
    lezer.script("rollback");
}

TEST_F(Laden, LaatEenLeegRegisterBijEenFoutLeegMetZijnIndexen) {
    const auto waren = indexen();
    const auto toen = toestand();
    for (const std::string_view waar : {"lezen", "indexen maken", "kaart opbouwen"}) {
        LaadOpties opties;
        opties.voortgang = [&](const Laadstand& stand) { return stand.fase != waar || stand.records == 0; };
        EXPECT_EQ(foutcode(damstede(400, 2), opties), "afgebroken") << waar;
        EXPECT_EQ(toestand(), toen) << waar;
        EXPECT_EQ(indexen(), waren) << waar;
        EXPECT_EQ(tel("register.index_terug"), 0) << waar;
    }
}

TEST_F(Laden, SpreektNietDoorEenAndereLadingHeen) {
    db::Pool pool(omgeving().cluster().dsn("lader"), 1);
    db::Transactie tx(pool,
                      db::Identiteit{.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    tx.doe("select pg_advisory_xact_lock(4426005)");
    EXPECT_EQ(foutcode(damstede()), "laden-bezig");
}

TEST_F(Laden, WeigertEenLosDeelEnEenVerkeerdeVersie) {
    ZONDER_ECHTE_DATA_OVERSLAAN(echte_data());
    const auto deel =
        echte_data() / "doesburg-0221-klein" / "lv" / "BAGNLDL-15092020-small-expand" / "0221PND15092020-000001.xml";
    EXPECT_EQ(foutcode(deel), "bag-los-deel");
    EXPECT_EQ(foutcode(echte_data() / "mutaties-klein" / "mutations.xml"), "bag-mutatie");
    EXPECT_EQ(tel("register.pand"), 0);
}

TEST_F(Laden, SchrijftEenRegelInBeideLogboeken) {
    const auto voor = tel("logboek.audit where actie = 'bagLaden'");
    static_cast<void>(laad_bron(damstede()));
    EXPECT_EQ(tel("logboek.audit where actie = 'bagLaden'"), voor + 1);
    EXPECT_EQ(tel("logboek.verwerking v join logboek.audit a using (organisatie, operatie) join register.lading l on "
                  "l.operatie = a.operatie"
                  " where v.betrokkene is null"),
              1);
    EXPECT_EQ(foutcode(werkmap() / "er-is-niets.zip"), "bag-onleesbaar");
    EXPECT_EQ(
        tel("logboek.audit where actie = 'bagLaden' and resultaat = 'mislukt' and toelichting = 'bag-onleesbaar'"), 1);
}

TEST_F(Laden, GeeftDeToepassingAlleenLeesrecht) {
    static_cast<void>(laad_bron(damstede()));
    db::Verbinding toepassing(omgeving().cluster().dsn("toepassing"));
    EXPECT_GT(toepassing.doe("select count(*) as aantal from register.adres")[0].veld<int>("aantal"), 0);
    EXPECT_THROW(toepassing.script("delete from register.pand"), db::DbFout);
    EXPECT_THROW(toepassing.script("update register.adres set actief = false"), db::DbFout);
    EXPECT_THROW(toepassing.script("select register.wis('{9001}', false)"), db::DbFout);
    db::Verbinding lader(omgeving().cluster().dsn("lader"));
    EXPECT_THROW(lader.script("delete from register.adres"), db::DbFout) << "cases refer to addresses";
    EXPECT_THROW(lader.script("update register.lading set standdatum = '2020-01-01'"), db::DbFout);
}

}  // namespace
}  // namespace damwand::registers::proef

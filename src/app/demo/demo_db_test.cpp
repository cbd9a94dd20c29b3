// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <regex>
#include <set>

#include "app/demo/demo.hpp"
#include "app/demo/verteller.hpp"
#include "app/demo/wereld.hpp"
#include "steun/werkmap.hpp"

namespace damwand::app::demo {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Ge;
using testing::Le;

/// The whole demo, made once for all tests of this file.
class Demo : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        werkmap() = std::make_unique<proef::Werkmap>(fs::perms::group_exec | fs::perms::others_exec);
        Instellingen instellingen;
        instellingen.map = map();
        bestand() = std::make_unique<Bestand>(instellingen);
        bestand()->maak_en_migreer(true);
        const BagWerkplek werkplek{.dsn = [](std::string_view rol) { return bestand()->dsn(rol); },
                                   .uit = std::cout,
                                   .woorden = std::cerr,
                                   .terminal = false};
        bouw(instellingen, *bestand(), werkplek);
        bestand()->verhaal_is_klaar();
        verbinding() = std::make_unique<db::Verbinding>(bestand()->beheer_dsn("damwand"));
    }
    static void TearDownTestSuite() {
        verbinding().reset();
        bestand().reset();
        werkmap().reset();
    }

    static std::unique_ptr<proef::Werkmap>& werkmap() {
        static std::unique_ptr<proef::Werkmap> een;
        return een;
    }
    static const fs::path& map() { return werkmap()->pad(); }
    static std::unique_ptr<Bestand>& bestand() {
        static std::unique_ptr<Bestand> waarde;
        return waarde;
    }
    static std::unique_ptr<db::Verbinding>& verbinding() {
        static std::unique_ptr<db::Verbinding> waarde;
        return waarde;
    }
    static int tel(std::string_view sql) { return verbinding()->doe(sql)[0].veld<int>("n"); }
    static std::map<std::string, int> tel_per(std::string_view sql) {
        std::map<std::string, int> uit;
        for (const auto rij : verbinding()->doe(sql)) uit[rij.veld<std::string>("code")] = rij.veld<int>("n");
        return uit;
    }
};

TEST_F(Demo, HeeftVoorElkeRolIemand) {
    EXPECT_EQ(tel("select count(*) as n from toegang.rol r where not exists (select from toegang.gebruiker_rol g where "
                  "g.rol = r.code and g.organisatie = 1)"),
              0);
    EXPECT_EQ(tel("select count(*) as n from toegang.rol r where not exists (select from basis.stamcode s where "
                  "s.lijst = 'demo_rol'"
                  " and s.code = r.code and s.naam_nl <> '' and s.naam_en <> '')"),
              0);
}

TEST_F(Demo, HeeftSignalenInElkeStatusBronEnThema) {
    EXPECT_THAT(tel("select count(*) as n from signaal.signaal"), AllOf(Ge(195), Le(215)));
    const auto per = tel_per("select status as code, count(*) as n from signaal.signaal group by status");
    EXPECT_EQ(per.at("nieuw"), 15);
    EXPECT_EQ(per.at("in_weging"), 10);
    EXPECT_EQ(per.size(), 10U) << "every status but vernietigd";
    for (const auto& [status, aantal] : per) EXPECT_GE(aantal, 3) << status;
    const auto stappen = tel_per(
        "select weging_stap::text as code, count(*) as n from signaal.signaal where status = 'in_weging' group by "
        "weging_stap");
    EXPECT_EQ(stappen, (std::map<std::string, int>{{"1", 4}, {"2", 2}, {"3", 2}, {"4", 2}}));
    EXPECT_EQ(tel("select count(*) as n from basis.stamcode s where lijst = 'signaalbron' and not exists (select from "
                  "signaal.signaal g where g.bron = s.code)"),
              0);
    EXPECT_EQ(tel("select count(*) as n from basis.stamcode s where lijst = 'thema' and not exists (select from "
                  "signaal.signaal g where g.thema = s.code)"),
              0);
    EXPECT_GE(tel("select count(*) as n from signaal.signaal where uitgesteld_tot < basis.vandaag()"), 3);
    EXPECT_GE(tel("select count(*) as n from (select from signaal.signaal where nummeraanduiding is not null group by "
                  "nummeraanduiding having count(*) >= 3) x"),
              5);
}

TEST_F(Demo, HeeftBedrijvenVanToenEnNu) {
    EXPECT_EQ(tel("select count(*) as n from register.kvk_lading"), 3);
    EXPECT_EQ(tel("select count(*) as n from register.kvk_afkeuring"), 0);
    EXPECT_GE(tel("select count(*) as n from register.vestiging where tot is null"), 150);
    // Every company the story puts at an address is in the register under the number it is mentioned with.
    EXPECT_EQ(tel("select count(*) as n from entiteit.vermelding v join entiteit.entiteit e on e.organisatie = v.organisatie and e.id = v.entiteit"
                  " where e.soort = 'bedrijf' and e.sleutel ~ '^[0-9]{8}$' and exists (select from signaal.signaal s where s.id = v.dossier and s.nummeraanduiding is not null)"
                  " and not exists (select from register.bedrijf b where b.kvk_nummer = e.sleutel::integer)"),
              0);
    EXPECT_GE(tel("select count(*) as n from (select adres from register.vestiging group by adres having count(distinct kvk_nummer) > 1 and bool_or(tot is not null)) x"), 20) << "one after another";
    EXPECT_GE(tel("select count(*) as n from (select vestigingsnummer from register.vestiging where adres is not null group by 1 having count(distinct adres) > 1) x"), 10) << "moved";
    EXPECT_GE(tel("select count(*) as n from register.vestiging where afgeschermd and tot is null"), 2);
    EXPECT_GE(tel("select count(*) as n from register.vestiging where koppeling = 'onbekend' and tot is null"), 1);
    EXPECT_GE(tel("select count(*) as n from register.vestiging where koppeling = 'straat' and tot is null"), 20);
}

TEST_F(Demo, HeeftVeertigCasussenInElkeFase) {
    EXPECT_EQ(tel_per("select fase as code, count(*) as n from casus.casus group by fase"),
              (std::map<std::string, int>{{"informatie", 8},
                                          {"plan", 4},
                                          {"uitvoering", 11},
                                          {"bij_riec", 2},
                                          {"monitoring", 4},
                                          {"afronding", 3},
                                          {"archief", 8}}));
    EXPECT_EQ(tel("select count(*) as n from casus.overgang where van_fase = 'archief'"), 1) << "reopened";
    EXPECT_EQ(tel("select count(*) as n from casus.casus c where (select count(*) from casus.bron b where b.casus = "
                  "c.id) < 4"),
              0);
    EXPECT_EQ(tel("select count(*) as n from casus.casus where beeld = ''"), 0);
    EXPECT_EQ(tel("select count(*) as n from casus.casus c where not exists (select from casus.gebeurtenis g where "
                  "g.casus = c.id and g.soort = 'notitie')"),
              0);
    EXPECT_EQ(tel("select count(*) as n from casus.casus c join casus.plan p on p.casus = c.id where c.fase not in "
                  "('informatie') and p.hypothese = ''"),
              0);
    EXPECT_EQ(tel("select count(*) as n from (values ('bestuurlijk'), ('fiscaal'), ('strafrechtelijk'), "
                  "('preventief'), ('communicatie')) k (categorie)"
                  " where not exists (select from interventie.interventie i join basis.stamcode s on s.lijst = "
                  "'interventietype' and s.code = i.type"
                  " where s.extra->>'categorie' = k.categorie)"),
              0);
    EXPECT_GE(tel("select count(distinct status) as n from casus.bron"), 5);
    EXPECT_GE(tel("select count(distinct status) as n from interventie.interventie"), 4);
}

TEST_F(Demo, HeeftWerkDatDezeWeekAfMoetEnWerkDatTeLaatIs) {
    EXPECT_GE(
        tel("select count(*) as n from casus.termijn where datum between basis.vandaag() and basis.vandaag() + 7"), 5);
    EXPECT_GE(tel("select count(*) as n from casus.termijn where datum < basis.vandaag()"), 3);
}

TEST_F(Demo, HeeftVoorDePrivacyOfficerEenVerzoekHalverwegeEnVoorDeTrekkerIetsTeInformerenEnTeBerichten) {
    EXPECT_EQ(tel("select count(*) as n from betrokkene.verzoek where staat = 'onderzoek' and termijn >= current_date"), 1);
    EXPECT_GE(tel("select count(*) as n from betrokkene.gegeven where hoort"), 3);
    EXPECT_EQ(tel("select count(*) as n from betrokkene.gegeven where beslissing is not null"), 1);
    EXPECT_GE(tel("select count(distinct besluit) as n from informeren.besluit"), 3);
    // In one running casus somebody waits to be told; in the others all were.
    EXPECT_EQ(tel("select count(distinct c.id) as n from casus.casus c join entiteit.vermelding v on v.soort = 'persoon'"
                  " and v.dossier in (select c.id union all select s.id from signaal.signaal s where s.casus = c.id)"
                  " where c.fase <> 'archief' and not exists (select from informeren.besluit b join entiteit.vermelding w on w.id = b.vermelding where w.entiteit = v.entiteit and b.casus = c.id)"), 1);
    EXPECT_EQ(tel("select count(*) as n from verstrekking.verstrekking"), 1);
    EXPECT_EQ(tel("select count(*) as n from verstrekking.kennisgeving where staat = 'open'"), 1);
}

TEST_F(Demo, HeeftEenOverlegDatWasEnEenDatMorgenIs) {
    EXPECT_EQ(tel_per("select coalesce(keuze, 'wacht') as code, count(*) as n from aanpak.weegtafel group by 1"), (std::map<std::string, int>{{"bewaren", 1}, {"oppakken", 1}, {"wacht", 1}}));
    EXPECT_EQ(tel("select count(*) as n from overleg.reeks"), 2);
    EXPECT_EQ(tel("select count(*) as n from overleg.overleg where staat = 'gesloten'"), 1);
    EXPECT_EQ(tel("select count(*) as n from overleg.overleg where staat = 'gepland'"), 2);
    EXPECT_GE(tel("select min(n) as n from (select count(*) as n from overleg.punt p join overleg.overleg o on o.id = p.overleg and o.staat = 'gepland' where p.dossier is not null group by o.id) x"), 5);
    EXPECT_EQ(tel("select count(*) as n from overleg.standpunt where not eens"), 1);
    EXPECT_GE(tel("select count(*) as n from overleg.gehoord where gehoord_tot is not null"), 3);
    EXPECT_EQ(tel("select count(*) as n from actie.actie where overleg is not null"), 1);
}

TEST_F(Demo, HeeftLabelsActiesEenVraagMetAntwoordEnEenLes) {
    EXPECT_EQ(tel("select count(distinct soort) as n from casus.etiket"), 2);
    EXPECT_EQ(tel("select count(*) as n from actie.actie where overleg is null"), 3);
    EXPECT_EQ(tel("select count(*) as n from actie.actie where staat = 'open' and datum < basis.vandaag()"), 1);
    EXPECT_EQ(tel("select count(*) as n from actie.actie where staat = 'gedaan'"), 1);
    EXPECT_EQ(tel("select count(*) as n from vraag.vraag v join vraag.inhoud i on i.vraag = v.id where v.staat = 'beantwoord' and i.terugkoppeling is not null"), 1);
    EXPECT_EQ(tel("select count(*) as n from vraag.vraag where staat = 'gesteld' and tot >= basis.vandaag()"), 1);
    EXPECT_EQ(tel("select count(*) as n from leren.evaluatie"), 1);
    EXPECT_EQ(tel("select count(*) as n from leren.les"), 1);
    EXPECT_EQ(tel("select count(*) as n from leren.lesvoorstel where staat = 'voorgelegd'"), 1);
    EXPECT_GE(tel("select count(*) as n from overleg.deel d join overleg.punt p on p.id = d.punt join overleg.overleg o on o.id = p.overleg and o.staat = 'gepland' where d.soort = 'voorbereiding'"), 3) << "to read before";
}

TEST_F(Demo, LooptVanTweeJaarGeledenTotVanochtend) {
    EXPECT_GE(tel("select extract(day from basis.nu() - min(ontvangen_op))::integer as n from signaal.signaal"), 690);
    EXPECT_LE(
        tel("select extract(epoch from basis.nu() - max(ontvangen_op))::integer / 3600 as n from signaal.signaal"), 36);
    EXPECT_EQ(tel("select count(*) as n from logboek.audit where tijd > clock_timestamp()"), 0);
    EXPECT_EQ(tel("select count(*) as n from signaal.signaal where van > clock_timestamp() or ontvangen_op > van"), 0);
    EXPECT_EQ(tel("select extract(epoch from verschuiving)::integer as n from basis.omgeving"), 0)
        << "the clock is right again";
}

TEST_F(Demo, IsAlleenDoorDeGebruikersVerteldNietDoorRijenErinTeZetten) {
    for (const std::string_view tabel :
         {"signaal.signaal", "signaal.signaal_verleden", "signaal.weging", "signaal.overgang", "signaal.melder",
          "casus.casus", "casus.casus_verleden", "casus.plan", "casus.bron", "casus.lid", "casus.overgang",
          "casus.gebeurtenis", "interventie.interventie", "interventie.interventie_verleden", "entiteit.vermelding",
          "informeren.besluit", "verstrekking.verstrekking", "betrokkene.verzoek", "overleg.reeks", "overleg.overleg", "overleg.deel", "overleg.toets",
          "overleg.gehoord", "overleg.bewerking", "overleg.besluit", "actie.actie"}) {
        const auto zonder = fmt::format(
            "select count(*) as n from {} t where not exists (select from logboek.audit a where a.organisatie = "
            "t.organisatie"
            " and a.operatie = t.operatie and a.actor is not null and a.resultaat = 'gelukt')",
            tabel);
        EXPECT_EQ(tel(zonder), 0) << tabel;
        EXPECT_GT(tel(fmt::format("select count(*) as n from {}", tabel)), 0) << tabel;
    }
    EXPECT_EQ(tel("select count(*) as n from logboek.audit where resultaat <> 'gelukt'"), 0) << "nobody was refused";
    EXPECT_GE(tel("select count(distinct actor) as n from logboek.audit"), 9);
}

TEST_F(Demo, NoemtGeenNummerDatEenBsnKanZijn) {
    std::string alles;
    for (const auto rij :
         verbinding()->doe("select concat_ws(' ', titel, omschrijving, adres_tekst) as t from signaal.signaal union all"
                           " select concat_ws(' ', tekst, sleutel, rol) from entiteit.vermelding union all select "
                           "concat_ws(' ', sleutel) from entiteit.entiteit union all"
                           " select concat_ws(' ', naam, contact) from signaal.melder union all select motivering from "
                           "signaal.weging union all"
                           " select reden from signaal.overgang union all select concat_ws(' ', werknaam, beeld) from "
                           "casus.casus union all"
                           " select concat_ws(' ', vraag, antwoord) from casus.bron union all select tekst from "
                           "casus.gebeurtenis union all"
                           " select concat_ws(' ', omschrijving, resultaat) from interventie.interventie")) {
        alles += rij.veld<std::optional<std::string>>("t").value_or("") + "\n";
    }
    ASSERT_GT(alles.size(), 100'000U);
    EXPECT_EQ(alles.find('{'), std::string::npos) << "a placeholder was left";
    const std::regex reeks("[0-9]+");
    for (std::sregex_iterator i(alles.begin(), alles.end(), reeks), einde; i != einde; ++i)
        EXPECT_FALSE(lijkt_bsn(i->str())) << i->str();
    EXPECT_TRUE(lijkt_bsn("111222333"));
    EXPECT_FALSE(lijkt_bsn("111222334"));
}

TEST_F(Demo, GeeftElkSignaalEnElkeCasusEenEigenTekst) {
    EXPECT_EQ(tel("select count(*) - count(distinct titel) as n from signaal.signaal"), 0);
    EXPECT_EQ(tel("select count(*) - count(distinct omschrijving) as n from signaal.signaal"), 0);
    EXPECT_EQ(tel("select count(*) - count(distinct beeld) as n from casus.casus"), 0);
    EXPECT_EQ(tel("select count(*) - count(distinct werknaam) as n from casus.casus"), 0);
    EXPECT_EQ(tel("select count(*) - count(distinct omschrijving || uitvoerder || coalesce(resultaat, '')) as n from "
                  "interventie.interventie"),
              0);
}

TEST_F(Demo, LaatEenNieuwkomerMeteenBeginnen) {
    Instellingen instellingen;
    instellingen.map = map();
    Huis huis(instellingen, *bestand());
    auto beheer = db::Verbinding(bestand()->beheer_dsn("damwand"));
    beheer.script("set role eigenaar");
    Verteller ik(huis.loket, beheer);
    using http::Methode;
    const auto werk = ik.roep_als(SysteemKlok().nu(), "coordinator", Methode::get, "/v1/mijn-werk");
    EXPECT_GE(werk.at("termijnen").as_array().size(), 5U);
    EXPECT_GE(werk.at("uitgesteldVerlopen").to_number<int>(), 3);
    EXPECT_EQ(werk.at("casusTeOpenen").to_number<int>(), 2);
    const auto eerste = ik.roep(Methode::get, "/v1/signalen").at("resultaten").as_array().front();
    EXPECT_EQ(eerste.at("status").as_string(), "nieuw");
    const auto zwaar =
        ik.roep(Methode::post, "/v1/signalen/_zoek", boost::json::object{{"tekst", "scherpe chemische lucht"}})
            .at("resultaten")
            .as_array();
    ASSERT_EQ(zwaar.size(), 1U);
    EXPECT_EQ(zwaar.front().at("zelfdeAdres").to_number<int>(), 2);
    beheer.script("update basis.omgeving set verschuiving = '0'");
}

TEST(Kalender, EindigtOpDeLaatsteOchtendDieVoorbijIs) {
    const auto om = [](const char* tijd) { return tekst(Kalender(lees_tijdstip(tijd).value_or(Tijdstip{})).einde()); };
    EXPECT_EQ(om("2026-11-22T12:00:00Z"), "2026-11-22T07:50:00.000000Z");
    EXPECT_EQ(om("2026-11-22T02:00:00Z"), "2026-11-21T07:50:00.000000Z");
}

TEST(Kalender, WerktDoordeweeksEnNooitTerugInDeTijd) {
    const Kalender kalender(lees_tijdstip("2026-11-22T12:00:00Z").value_or(Tijdstip{}));  // a Sunday
    EXPECT_EQ(tekst(dag_in_amsterdam(kalender.om(1, 3))), "2026-11-20");
    auto vorige = kalender.om(9, 100);
    for (int i = 9; i >= 0; --i) {
        const auto volgende = kalender.om(i, static_cast<std::uint64_t>(i) * 37, vorige);
        EXPECT_GT(volgende, vorige);
        vorige = volgende;
    }
    EXPECT_LE(vorige, kalender.einde());
}

TEST(Wereld, GeeftNummersDieKloppenMaarNietBestaan) {
    EXPECT_EQ(kvk_van("Zorgbureau De Brug"), kvk_van("Zorgbureau De Brug"));
    EXPECT_TRUE(kvk_van("Zorgbureau De Brug").starts_with("00"));
    EXPECT_EQ(telefoon_van(7).size(), 11U);
    const auto vermeldingen = lees_vermeldingen("p Dhr. O. Wederik|bestuurder; r 3|rekening", "B2");
    ASSERT_EQ(vermeldingen.size(), 2U);
    EXPECT_EQ(vermeldingen[0].at("soort").as_string(), "persoon");
    EXPECT_EQ(vermeldingen[0].at("informatieWaarde").as_int64(), 2);
    EXPECT_THROW(static_cast<void>(lees_vermeldingen("x iets", "B2")), std::logic_error);
}

}  // namespace
}  // namespace damwand::app::demo

// SPDX-License-Identifier: EUPL-1.2
// The chain against somebody who may do everything in the database. Every kind of tampering is named at its first place.
#include "platform/logboek/controleer.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "platform/logboek/logboek.hpp"
#include "steun/proefomgeving.hpp"
#include "steun/werkmap.hpp"

namespace damwand::logboek {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Field;

proef::Omgeving& omgeving() {
    static proef::Omgeving een({});
    return een;
}
std::string controleur() { return omgeving().cluster().dsn("controleur"); }

OperatieId doe_iets(std::int16_t organisatie = 1, int objecten = 2) {
    static const Pseudoniem pseudoniem(proef::werkmap() / "pseudoniem");
    const auto operatie = OperatieId::nieuw();
    db::Transactie tx(omgeving().toepassing(), {.organisatie = {organisatie}, .gebruiker = std::nullopt, .operatie = operatie});
    Regels regels;
    for (int i = 0; i < objecten; ++i) regels.objecten.insert(Uuid::willekeurig());
    regels.betrokkenen = {Uuid::willekeurig(), Uuid::willekeurig()};
    schrijf(tx, {.naam = "proef", .activiteit = 1, .actor = std::nullopt, .rol = "coordinator", .acr = "totp", .sessie = std::nullopt,
                 .oorsprong = "proef", .toelichting = std::nullopt}, regels, pseudoniem);
    tx.leg_vast();
    return operatie;
}

/// A database with forty operations or more of two organisations and a witness that saw them; what a test breaks is mended after it.
class Keten : public ::testing::Test {
  protected:
    static constexpr std::array tabellen{"audit", "verwerking", "zegel", "baan", "vervallen"};
    void SetUp() override {
        auto beheer = omgeving().beheer();
        const auto lang_genoeg = [&] { return !beheer.doe("select from logboek.kop where organisatie = 1 and volgnummer >= 3").leeg(); };
        for (int i = 0; i < 40 || !lang_genoeg(); ++i) doe_iets(static_cast<std::int16_t>(1 + i % 2), i % 4);
        getuig();
        for (const auto* t : tabellen) beheer.script(std::string("create table public.") + t + "_kopie as table logboek." + t);
        // the lane of organisation 1 that is longest: long enough to break in the middle
        const auto r = beheer.doe("select baan, volgnummer from logboek.kop where organisatie = 1 order by volgnummer desc limit 1");
        baan = r[0].veld<int>("baan");
        einde = r[0].veld<std::int64_t>("volgnummer");
        ASSERT_GE(einde, 3);
    }
    void TearDown() override {
        std::filesystem::remove(proef::werkmap() / "getuige");
        auto beheer = omgeving().beheer();
        beheer.script("set session_replication_role = replica");
        for (const std::string t : tabellen) {
            beheer.script("truncate logboek." + t + "; insert into logboek." + t + " select * from public." + t + "_kopie; drop table public." + t + "_kopie");
        }
    }
    static void getuig() {
        Getuige(controleur(), Zegelsleutel(proef::werkmap() / "zegel"), Bestemming("bestand:" + (proef::werkmap() / "getuige").string()), std::chrono::hours(1), {}).breng();
    }
    [[nodiscard]] static Verslag controle(bool met_getuige = true) {
        return controleer(controleur(), met_getuige ? lees_getuigenissen(proef::werkmap() / "getuige", Zegelsleutel(proef::werkmap() / "zegel").openbaar()) : Getuigenissen{});
    }
    /// As superuser; `:b` is the lane, `:n` a number in its middle, `:e` its end.
    void breek(std::string sql) const {
        const auto vervang = [&](const std::string& wat, std::int64_t door) {
            for (auto i = sql.find(wat); i != std::string::npos; i = sql.find(wat)) sql.replace(i, wat.size(), std::to_string(door));
        };
        vervang(":b", baan);
        vervang(":n", midden());
        vervang(":e", einde);
        omgeving().beheer().script(sql);
    }
    [[nodiscard]] std::int64_t midden() const { return einde - 1; }
    [[nodiscard]] auto hier(Breuk breuk, std::int64_t nummer) const {
        return Contains(AllOf(Field(&Bevinding::breuk, breuk), Field(&Bevinding::baan, Baan{1, static_cast<std::int16_t>(baan)}), Field(&Bevinding::volgnummer, nummer)));
    }
    static constexpr const char* deze = "(select operatie from logboek.zegel where organisatie = 1 and baan = :b and volgnummer = :n)";
    int baan = 0;
    std::int64_t einde = 0;
};

TEST_F(Keten, HoldsWhenNobodyTouchedIt) {
    const auto verslag = controle();
    EXPECT_TRUE(verslag.heel()) << (verslag.bevindingen.empty() ? "" : naam(verslag.bevindingen[0].breuk));
    EXPECT_GE(verslag.zegels, 40);
    EXPECT_EQ(verslag.zegels, verslag.audit);
    EXPECT_GE(verslag.verwerking, 80);
    EXPECT_GE(verslag.geraakt, 50);
    EXPECT_GT(verslag.banen, 16);
    EXPECT_GE(verslag.getuigenissen, 1);
}

TEST_F(Keten, AnAlteredAuditLineIsNamed) {
    breek(std::string("update logboek.audit set actor = gen_random_uuid() where operatie = ") + deze);
    EXPECT_THAT(controle().bevindingen, hier(Breuk::gewijzigd, midden()));
}

TEST_F(Keten, AnAlteredProcessingLineIsNamed) {
    breek(std::string("update logboek.verwerking set betrokkene = sha256('') where regel = 2 and operatie = ") + deze);
    EXPECT_THAT(controle().bevindingen, hier(Breuk::gewijzigd, midden()));
}

TEST_F(Keten, ADeletedLineIsNamed) {
    breek(std::string("delete from logboek.audit where operatie = ") + deze);
    EXPECT_THAT(controle(false).bevindingen, hier(Breuk::ontbreekt, midden()));
}

TEST_F(Keten, ADeletedProcessingLineIsNamed) {
    breek(std::string("delete from logboek.verwerking where regel = 1 and operatie = ") + deze);
    EXPECT_THAT(controle(false).bevindingen, hier(Breuk::ontbreekt, midden()));
}

TEST_F(Keten, AReadTakenOutOfTheReadLogIsNamed) {
    const auto operatie = doe_iets(1, 3);
    getuig();
    omgeving().beheer().doe("update logboek.audit set geraakt = geraakt[2:] where operatie = $1", operatie);
    EXPECT_THAT(controle().bevindingen, Contains(AllOf(Field(&Bevinding::breuk, Breuk::ontbreekt), Field(&Bevinding::wat, "geraakt object"), Field(&Bevinding::operatie, operatie.waarde))));
}

TEST_F(Keten, AnObjectSwappedInTheReadLogIsNamed) {
    const auto operatie = doe_iets(1, 1);
    omgeving().beheer().doe("update logboek.audit set geraakt[1] = gen_random_uuid() where operatie = $1", operatie);
    EXPECT_THAT(controle().bevindingen, Contains(AllOf(Field(&Bevinding::breuk, Breuk::gewijzigd), Field(&Bevinding::operatie, operatie.waarde))));
}

TEST_F(Keten, ALineAddedAfterwardsIsNamed) {
    breek(std::string("set session_replication_role = replica; insert into logboek.verwerking select organisatie, operatie, 99, trace_id, activiteit, betrokkene, betrokkene_soort, naam, status, start_tijd, eind_tijd from logboek.verwerking where regel = 1 and operatie = ") + deze);
    EXPECT_THAT(controle().bevindingen, Contains(Field(&Bevinding::breuk, Breuk::overtollig)));
}

TEST_F(Keten, WhatTheAuditLineSaysOfItsProcessingLinesIsCompared) {
    for (const auto* wat : {"regels = regels + 1", "regels_som = sha256(regels_som)", "regels = null, regels_som = null"}) {
        breek(std::string("update logboek.audit set ") + wat + " where operatie = " + deze);
        EXPECT_THAT(controle(false).bevindingen, hier(Breuk::gewijzigd, midden())) << wat;
        breek(std::string("update logboek.audit a set regels = k.regels, regels_som = k.regels_som from public.audit_kopie k where k.operatie = a.operatie and a.operatie = ") + deze);
        EXPECT_TRUE(controle().heel());
    }
}

TEST_F(Keten, SealsOfBeforeTheSumStoodInTheAuditLineStillHold) {
    // the last seal of the lane, made as they were then: over the sums themselves
    breek("update logboek.audit set regels = null, regels_som = null where operatie = (select operatie from logboek.zegel where organisatie = 1 and baan = :b and volgnummer = :e);"
          " update logboek.zegel z set inhoud = sha256(logboek.audit_som(a)"
          "   || (select coalesce(string_agg(logboek.verwerking_som(v), '' order by v.regel), '') from logboek.verwerking v where v.organisatie = z.organisatie and v.operatie = z.operatie))"
          "  from logboek.audit a where a.organisatie = z.organisatie and a.operatie = z.operatie and z.organisatie = 1 and z.baan = :b and z.volgnummer = :e");
    EXPECT_TRUE(controle(false).heel());
}

TEST_F(Keten, AnOperationTakenOutWithItsSealLeavesAGap) {
    breek(std::string("create temporary table weg as select ") + deze + " as operatie; delete from logboek.audit where operatie in (table weg); delete from logboek.verwerking where operatie in (table weg);"
          " delete from logboek.zegel where operatie in (table weg)");
    EXPECT_THAT(controle(false).bevindingen, hier(Breuk::ontbreekt, midden()));
}

/// Deletes the end of the lane: the database is consistent in itself.
constexpr const char* knip = "create temporary table weg as select operatie from logboek.zegel where organisatie = 1 and baan = :b and volgnummer >= :n;"
    " delete from logboek.audit where operatie in (table weg); delete from logboek.verwerking where operatie in (table weg);"
    " delete from logboek.zegel where operatie in (table weg)";

TEST_F(Keten, ACutTailIsSeenFromOutsideOnly) {
    breek(knip);
    EXPECT_TRUE(controle(false).heel());  // the twin: without the witness it looks whole
    EXPECT_THAT(controle().bevindingen, hier(Breuk::afgeknipt, midden()));
}

TEST_F(Keten, AWholeChainDroppedIsSeenFromOutside) {
    breek("create temporary table weg as select operatie from logboek.zegel where organisatie = 1; delete from logboek.audit where operatie in (table weg);"
          " delete from logboek.verwerking where operatie in (table weg);"
          " delete from logboek.zegel where organisatie = 1; delete from logboek.baan where organisatie = 1");
    EXPECT_TRUE(controle(false).heel());
    EXPECT_THAT(controle().bevindingen, hier(Breuk::afgeknipt, 1));
}

TEST_F(Keten, AChainWrittenAnewIsSeenFromOutside) {
    // change the last line but one and seal the lane again from there, with the database's own functions
    breek(std::string("update logboek.audit set actie = 'iets anders' where operatie = ") + deze + ";"
          " create temporary table over as select z.volgnummer, z.operatie, z.regels, a as regel from logboek.zegel z join logboek.audit a using (organisatie, operatie) where z.organisatie = 1 and z.baan = :b and z.volgnummer >= :n;"
          " delete from logboek.zegel where organisatie = 1 and baan = :b and volgnummer >= :n;"
          " do $$ declare o record; begin for o in select * from over order by volgnummer loop"
          "   insert into logboek.zegel select k.organisatie, k.baan, k.volgnummer + 1, o.operatie, o.regels, k.hash, sha256(logboek.audit_som(o.regel) || (o.regel).regels_som)"
          "     from logboek.kop k where k.organisatie = 1 and k.baan = :b; end loop; end $$");
    EXPECT_TRUE(controle(false).heel());
    const auto verslag = controle();
    ASSERT_EQ(verslag.bevonden, 1);
    EXPECT_EQ(verslag.bevindingen[0].breuk, Breuk::herschreven);
    EXPECT_LE(verslag.bevindingen[0].volgnummer, midden());
    EXPECT_GE(verslag.bevindingen[0].tot, midden());
}

TEST_F(Keten, AnOlderCopyPutBackIsSeen) {
    breek(knip);
    getuig();  // the server went on and witnessed the shorter chain
    EXPECT_THAT(controle().bevindingen, Contains(Field(&Bevinding::breuk, Breuk::teruggezet)));
}

TEST_F(Keten, TheNightWatchMakesEveryBreakAnIncidentOfItsOrganisation) {
    auto beheer = omgeving().beheer();
    const auto incidenten = [&](int organisatie) {
        return beheer.doe("select count(*)::int as n from logboek.incident where soort = 'logboek-verbroken' and organisatie = $1", organisatie)[0].veld<int>("n");
    };
    EXPECT_TRUE(bewaak(controleur(), lees_getuigenissen(proef::werkmap() / "getuige", Zegelsleutel(proef::werkmap() / "zegel").openbaar())).heel());
    EXPECT_EQ(incidenten(1), 0);
    breek(knip);
    EXPECT_TRUE(bewaak(controleur(), {}).heel()) << "a cut tail shows from outside only";
    EXPECT_EQ(incidenten(1), 0);
    EXPECT_FALSE(bewaak(controleur(), lees_getuigenissen(proef::werkmap() / "getuige", Zegelsleutel(proef::werkmap() / "zegel").openbaar())).heel());
    EXPECT_EQ(incidenten(1), 1);
    EXPECT_EQ(incidenten(2), 0);
    beheer.script("delete from logboek.incident where soort = 'logboek-verbroken'");
}

TEST_F(Keten, TheApplicationCannotTouchTheChain) {
    for (const auto* sql : {"update logboek.baan set begin_volgnummer = 1", "delete from logboek.zegel", "update logboek.audit set actie = 'x'", "delete from logboek.verwerking",
                            "truncate logboek.verwerking", "insert into logboek.zegel select * from logboek.zegel", "alter table logboek.audit disable trigger zegel"}) {
        db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        try {
            tx.doe(sql);
            ADD_FAILURE() << sql;
        } catch (const db::DbFout& fout) {
            EXPECT_EQ(fout.sqlstate(), "42501") << sql;
        }
    }
}

/// The clock of the database, some days on; back at the end.
class Vergeten : public Keten {
  protected:
    void TearDown() override {
        omgeving().beheer().script("update basis.omgeving set verschuiving = interval '0'; delete from archief.bewaarregel where soort = 'logboek' and geldig_van > '2000-01-01'");
        Keten::TearDown();
    }
    static void over(int dagen) { omgeving().zet_klok(SysteemKlok{}.nu() + std::chrono::days(dagen)); }
    static void regel(const std::string& welk, const std::string& termijn, int organisatie = 1) {
        omgeving().beheer().doe("insert into archief.bewaarregel (organisatie, soort, resultaat, geldig_van, termijn, grond, nummer) values ($1, 'logboek', $2, basis.vandaag(), $3::interval, 'Proef', '')",
                                organisatie, welk, termijn);
    }
    static std::int64_t tel(const std::string& tabel, int organisatie = 1) {
        return omgeving().beheer().doe("select count(*) as n from logboek." + tabel + " where organisatie = $1", organisatie)[0].veld<std::int64_t>("n");
    }
    /// Five years and a day: what the shipped rules keep is over then.
    static constexpr int lang = 5 * 366 + 2;
};

TEST_F(Vergeten, GoesFromItsDayOnAndTheChainVerifiesFromThere) {
    const auto audit = tel("audit");
    over(5 * 365 - 2);
    EXPECT_EQ(vergeet(controleur()), 0);  // not a day too early
    EXPECT_EQ(tel("audit"), audit);
    over(lang);
    const auto jong = doe_iets(1, 2);
    EXPECT_GE(vergeet(controleur()), 40);
    EXPECT_EQ(vergeet(controleur()), 0);
    // what was logged today, and the line that says what went
    EXPECT_EQ(tel("audit"), 2);
    EXPECT_EQ(tel("zegel"), 2);
    EXPECT_EQ(tel("verwerking"), 2);
    getuig();
    const auto verslag = controle();
    EXPECT_TRUE(verslag.heel()) << (verslag.bevindingen.empty() ? "" : naam(verslag.bevindingen[0].breuk));
    ASSERT_GE(verslag.vergeten.size(), 2U);
    const auto& een = *std::ranges::find_if(verslag.vergeten, [](const auto& v) { return v.organisatie == 1 && v.soort == "audit"; });
    EXPECT_EQ(een.maanden, 60);
    EXPECT_EQ(een.grond, "Auditlogboek: vijf jaar na de handeling");
    EXPECT_EQ(een.op, omgeving().beheer().doe("select to_char(basis.nu() at time zone 'UTC', 'YYYY-MM-DD') as d")[0].veld<std::string>("d"));
    // The tampering that is named elsewhere is named here too.
    omgeving().beheer().doe("update logboek.audit set actor = gen_random_uuid() where operatie = $1", jong);
    EXPECT_THAT(controle().bevindingen, Contains(AllOf(Field(&Bevinding::breuk, Breuk::gewijzigd), Field(&Bevinding::operatie, jong.waarde))));
}

TEST_F(Vergeten, ManyNightsGoOnFromEachOther) {
    over(lang);
    for (int i = 0; i < 5; ++i) doe_iets();
    EXPECT_GT(vergeet(controleur()), 0);
    getuig();
    over(2 * lang);
    for (int i = 0; i < 5; ++i) doe_iets();
    EXPECT_GT(vergeet(controleur()), 0);
    doe_iets();
    getuig();
    EXPECT_TRUE(controle().heel());
    EXPECT_TRUE(controle(false).heel());
    // and every lane that is empty goes on from where it was
    for (int i = 0; i < 60; ++i) doe_iets();
    getuig();
    EXPECT_TRUE(controle().heel());
}

TEST_F(Vergeten, TheProcessingLogMayGoEarlierAndItsSumStays) {
    const auto audit = tel("audit");
    regel("verwerking", "1 year");
    over(367 + 1);
    EXPECT_EQ(vergeet(controleur()), 0) << "a shorter rule reaches nothing that was logged before it";
    omgeving().beheer().script("update archief.bewaarregel set geldig_van = '2001-01-01' where grond = 'Proef'");
    EXPECT_GT(vergeet(controleur()), 0);
    EXPECT_EQ(tel("verwerking"), 0);
    EXPECT_EQ(tel("audit"), audit + 1);
    getuig();
    EXPECT_TRUE(controle().heel());
    EXPECT_EQ(controle().verwerking, tel("verwerking", 2)) << "those of the other organisation stay";
    // A line put back under a seal that forgot it is one too many; the sum in the audit line is still under the seal.
    breek(std::string("insert into logboek.verwerking select * from public.verwerking_kopie where regel = 1 and operatie = ") + deze);
    EXPECT_THAT(controle().bevindingen, Contains(Field(&Bevinding::breuk, Breuk::overtollig)));
    breek(std::string("delete from logboek.verwerking where operatie = ") + deze + "; update logboek.audit set regels_som = sha256('') where operatie = " + deze);
    EXPECT_THAT(controle().bevindingen, hier(Breuk::gewijzigd, midden()));
}

TEST_F(Vergeten, ALongerRuleKeepsWhatIsThereAndNoRuleKeepsAll) {
    regel("audit", "10 years");
    regel("verwerking", "10 years");
    over(lang);
    const auto audit = tel("audit");
    vergeet(controleur());
    EXPECT_EQ(tel("audit"), audit);
    EXPECT_LE(tel("audit", 2), 1);  // the twin: the other organisation kept to five years
    omgeving().beheer().script("update archief.bewaarregel set soort = 'aanmelding', resultaat = 'gegevens', geldig_van = '1999-01-01' where soort = 'logboek' and resultaat = 'audit' and organisatie = 1 and grond = 'Proef'");
    omgeving().beheer().script("delete from archief.bewaarregel where soort = 'aanmelding' and geldig_van = '1999-01-01'");
    EXPECT_GT(vergeet(controleur()), 0);
    EXPECT_EQ(tel("audit"), 1);
}

TEST_F(Vergeten, WhoCutsWithoutARuleIsNamed) {
    // Where a witness begins tells nothing of how old things are; what comes after does.
    auto beheer = omgeving().beheer();
    const auto laatste = beheer.doe("select baan, volgnummer from logboek.zegel where organisatie = 1 and operatie = $1", doe_iets());
    getuig();
    baan = laatste[0].veld<int>("baan");
    einde = laatste[0].veld<std::int64_t>("volgnummer") + 1;
    // as superuser, with the beginning of the lane moved along and everything in order
    const std::string snijd = "create temporary table weg as select operatie from logboek.zegel where organisatie = 1 and baan = :b and volgnummer <= :n;"
        " update logboek.baan set begin_volgnummer = :n, begin_hash = (select logboek.zegel_som(z) from logboek.zegel z where organisatie = 1 and baan = :b and volgnummer = :n) where organisatie = 1 and baan = :b;"
        " delete from logboek.audit where operatie in (table weg); delete from logboek.verwerking where operatie in (table weg);"
        " delete from logboek.zegel where operatie in (table weg);";
    breek(snijd);
    EXPECT_THAT(controle(false).bevindingen, hier(Breuk::onverklaard, 1));
    // The same with a row that says so, and no operation that says it of that row.
    breek("insert into logboek.vervallen select 1::smallint, :b::smallint, 'audit', begin_volgnummer, begin_hash, current_date - 400, now(), '2000-01-01', '1 year', 'x', gen_random_uuid() from logboek.baan where organisatie = 1 and baan = :b");
    EXPECT_THAT(controle(false).bevindingen, hier(Breuk::onverklaard, 1));
    // And with one, made by the database's own functions: the witness saw those seals this very day, so they were not of last year.
    breek("begin; set local damwand.organisatie = '1'; select set_config('damwand.operatie', gen_random_uuid()::text, true);"
          " update logboek.vervallen set operatie = basis.operatie() where organisatie = 1;"
          " select logboek.schrijf(null, null, null, null, 'logboekVergeten', null, 'logboek', logboek.vervallen_som(), null, 'gelukt', 200::smallint, 'programma', null, null, array[logboek.vervallen_som()], cast('{}' as bytea[]), '{}'::text[], false); commit");
    EXPECT_THAT(controle(false).bevindingen, testing::IsEmpty()) << "from inside it looks lawful";
    EXPECT_THAT(controle().bevindingen, hier(Breuk::te_vroeg, 1));
    // The row altered afterwards is another row.
    breek("update logboek.vervallen set grond = 'een andere' where organisatie = 1");
    EXPECT_THAT(controle(false).bevindingen, hier(Breuk::onverklaard, 1));
}

TEST_F(Vergeten, ACutThatSaysItIsOfTodayIsTooEarlyFromInsideToo) {
    over(lang);
    vergeet(controleur());
    breek("update logboek.vervallen set dag = (basis.vandaag() - 30) where organisatie = 1; begin; set local damwand.organisatie = '1'; select set_config('damwand.operatie', gen_random_uuid()::text, true);"
          " update logboek.vervallen set operatie = basis.operatie() where organisatie = 1;"
          " select logboek.schrijf(null, null, null, null, 'logboekVergeten', null, 'logboek', logboek.vervallen_som(), null, 'gelukt', 200::smallint, 'programma', null, null, array[logboek.vervallen_som()], cast('{}' as bytea[]), '{}'::text[], false); commit");
    EXPECT_THAT(controle(false).bevindingen, Contains(Field(&Bevinding::breuk, Breuk::te_vroeg)));
}

TEST_F(Vergeten, OnlyByItsOwnDoor) {
    for (const auto* sql : {"delete from logboek.audit", "delete from logboek.zegel", "update logboek.baan set begin_volgnummer = 9", "insert into logboek.vervallen select * from logboek.vervallen"}) {
        db::Verbinding v(controleur());
        EXPECT_THROW(v.script(sql), db::DbFout) << sql;
    }
    db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    EXPECT_THROW(tx.doe("select logboek.vergeet()"), db::DbFout);
}

TEST_F(Keten, AWitnessThatIsSilentForTooLongClosesAndItsReturnOpens) {
    using namespace std::chrono_literals;
    const auto plek = proef::werkmap() / "elders";
    std::filesystem::remove_all(plek);
    const auto wacht_op = [](const std::function<bool()>& zo) {
        for (int i = 0; i < 1000 && !zo(); ++i) std::this_thread::sleep_for(20ms);
        return zo();
    };
    const auto maak = [&] { return std::make_unique<Getuige>(controleur(), Zegelsleutel(proef::werkmap() / "zegel"), Bestemming("bestand:" + (plek / "getuige").string()), 20ms, [](std::chrono::seconds) {}, 3600s); };
    omgeving().beheer().script("update logboek.getuigd set op = now() - interval '59 minutes'");
    auto getuige = maak();
    getuige->start();
    std::this_thread::sleep_for(200ms);
    EXPECT_FALSE(getuige->zwijgt_te_lang());
    getuige.reset();
    // the clock went on while the server stood still
    omgeving().beheer().script("update logboek.getuigd set op = now() - interval '61 minutes'");
    getuige = maak();
    getuige->start();
    EXPECT_TRUE(wacht_op([&] { return getuige->zwijgt_te_lang(); }));
    std::filesystem::create_directory(plek);
    EXPECT_TRUE(wacht_op([&] { return !getuige->zwijgt_te_lang(); }));
    EXPECT_GE(lees_getuigenissen(plek / "getuige", Zegelsleutel(proef::werkmap() / "zegel").openbaar()).nummer, 1);
    EXPECT_FALSE(omgeving().beheer().doe("select from logboek.getuigd where op > now() - interval '1 minute'").leeg());
}

TEST_F(Keten, TheReadLogIsCompleteBeforeAndAfterItsIndexIsSorted) {
    static const Pseudoniem pseudoniem(proef::werkmap() / "pseudoniem");
    const auto object = Uuid::willekeurig();
    const auto gezien = [&] {
        db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        return tx.doe("select from logboek.inzagen_van(array[$1::uuid], null, 100, null)", object).aantal();
    };
    for (int i = 0; i < 3; ++i) {
        db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        Regels regels;
        for (int n = 0; n < 49; ++n) regels.objecten.insert(Uuid::willekeurig());
        regels.objecten.insert(object);
        schrijf(tx, {.naam = "proef", .activiteit = 1, .actor = GebruikerId{Uuid::willekeurig()}, .rol = "coordinator", .acr = "totp", .sessie = std::nullopt,
                     .oorsprong = "proef", .toelichting = std::nullopt}, regels, pseudoniem);
        tx.leg_vast();
        EXPECT_EQ(gezien(), i + 1);
    }
    db::Verbinding wacht(controleur());
    EXPECT_GT(wacht.doe("select logboek.werk_leeslog_bij() as n")[0].veld<std::int64_t>("n"), 0);
    EXPECT_EQ(wacht.doe("select logboek.werk_leeslog_bij() as n")[0].veld<std::int64_t>("n"), 0);
    EXPECT_EQ(gezien(), 3);
}

TEST_F(Keten, ManyAtOnceStayWhole) {
    const auto voor = controle(false).zegels;
    std::vector<std::thread> draden;
    for (int d = 0; d < 8; ++d) {
        draden.emplace_back([] {
            for (int i = 0; i < 25; ++i) doe_iets();
        });
    }
    for (auto& d : draden) d.join();
    const auto verslag = controle(false);
    EXPECT_TRUE(verslag.heel());
    EXPECT_EQ(verslag.zegels, voor + 200);
}

}  // namespace
}  // namespace damwand::logboek

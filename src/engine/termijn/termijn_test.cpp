// SPDX-License-Identifier: EUPL-1.2
#include "engine/termijn/termijn.hpp"

#include <gmock/gmock.h>

#include <random>
#include <set>

#include "base/fout.hpp"

namespace damwand::termijn {
namespace {

using namespace std::chrono;
using D = Dagsoort;

constexpr Termijn zes_weken{{6, Eenheid::weken}, true};

Datum dag(std::string_view tekst) { return lees_datum(tekst).value(); }

struct Vector {
    const char *vanaf, *ruw, *einde;
    Lengte lengte;
    Reden reden;
    std::vector<D> waarom;
};

TEST(Termijn, KomtUitOpDeVectorenVanDeWet) {
    const std::vector<Vector> vectoren{
        {"2026-11-13", "2026-12-25", "2026-12-28", {6, Eenheid::weken}, Reden::vrije_dag, {D::eerste_kerstdag, D::tweede_kerstdag, D::zondag}},
        {"2027-02-12", "2027-03-26", "2027-03-30", {6, Eenheid::weken}, Reden::vrije_dag, {D::goede_vrijdag, D::zaterdag, D::zondag, D::tweede_paasdag}},
        {"2027-04-05", "2027-05-17", "2027-05-18", {6, Eenheid::weken}, Reden::vrije_dag, {D::tweede_pinksterdag}},
        {"2026-02-20", "2026-04-03", "2026-04-07", {6, Eenheid::weken}, Reden::vrije_dag, {D::goede_vrijdag, D::zaterdag, D::zondag, D::tweede_paasdag}},
        {"2026-12-24", "2026-12-28", "2026-12-29", {4, Eenheid::dagen}, Reden::twee_werkdagen, {D::werkdag}},
        {"2026-11-02", "2026-12-14", "2026-12-14", {6, Eenheid::weken}, Reden::eindigt_op_werkdag, {}},
    };
    for (const auto& v : vectoren) {
        const auto uit = bereken(dag(v.vanaf), {v.lengte, true});
        EXPECT_EQ(tekst(uit.ruw_einde), v.ruw) << v.vanaf;
        EXPECT_EQ(tekst(uit.einde), v.einde) << v.vanaf;
        EXPECT_EQ(uit.reden, v.reden) << v.vanaf;
        EXPECT_EQ(sys_days{uit.eerste_dag}, sys_days{dag(v.vanaf)} + days{1});
        std::vector<D> waarom;
        for (const auto& o : uit.overgeslagen) waarom.push_back(o.soort);
        EXPECT_EQ(waarom, v.waarom) << v.vanaf;
    }
}

TEST(Kalender, KentPasenZoalsDeTafelsHetZeggen) {
    EXPECT_EQ(tekst(pasen(2026y)), "2026-04-05");
    EXPECT_EQ(tekst(pasen(2027y)), "2027-03-28");
    EXPECT_EQ(tekst(pasen(2028y)), "2028-04-16");
    // By definition: the Sunday after the ecclesiastical full moon, from golden number and epact (Knuth, TAOCP 1.3.2 ex. 14).
    for (int y = 1900; y < 2200; ++y) {
        const int goud = y % 19 + 1, eeuw = y / 100 + 1;
        int epacta = (11 * goud + 20 + (8 * eeuw + 5) / 25 - 5 - (3 * eeuw / 4 - 12)) % 30;
        if ((epacta == 25 && goud > 11) || epacta == 24) ++epacta;
        const int maan = epacta > 23 ? 74 - epacta : 44 - epacta;
        sys_days zondag = sys_days{year{y} / March / 1} + days{maan};
        while (weekday{zondag} != Sunday) zondag += days{1};
        EXPECT_EQ(pasen(year{y}), Datum{zondag}) << y;
    }
}

TEST(Kalender, KentDeFeestdagenEnSchuiftKoningsdag) {
    EXPECT_EQ(dagsoort(dag("2026-04-27")), D::koningsdag);
    EXPECT_EQ(dagsoort(dag("2025-04-26")), D::koningsdag);  // the 27th is a Sunday
    EXPECT_EQ(dagsoort(dag("2025-04-27")), D::zondag);
    EXPECT_EQ(dagsoort(dag("2013-04-30")), D::koningsdag);
    EXPECT_EQ(dagsoort(dag("2026-05-05")), D::bevrijdingsdag);
    EXPECT_EQ(dagsoort(dag("2026-05-14")), D::hemelvaartsdag);
    EXPECT_EQ(dagsoort(dag("2026-05-25")), D::tweede_pinksterdag);
    EXPECT_EQ(dagsoort(dag("2026-05-15")), D::werkdag);
    std::set<std::string_view> gezien;
    for (sys_days d = 2026y / January / 1; d < sys_days{2027y / January / 1}; d += days{1}) gezien.insert(code(dagsoort(Datum{d})));
    EXPECT_EQ(gezien.size(), 12U);
}

TEST(Termijn, EindigtInEenKorteMaandOpDeLaatsteDag) {
    const auto ruw = [](const char* vanaf, Lengte lengte) { return tekst(bereken(dag(vanaf), {lengte, true}).ruw_einde); };
    EXPECT_EQ(ruw("2026-01-31", {1, Eenheid::maanden}), "2026-02-28");
    EXPECT_EQ(ruw("2028-01-31", {1, Eenheid::maanden}), "2028-02-29");
    EXPECT_EQ(ruw("2026-12-31", {2, Eenheid::maanden}), "2027-02-28");
    EXPECT_EQ(ruw("2028-02-29", {1, Eenheid::jaren}), "2029-02-28");
    EXPECT_EQ(tekst(bereken(dag("2026-01-31"), {{1, Eenheid::maanden}, true}).einde), "2026-03-02");  // the 28th is a Saturday
}

TEST(Termijn, LaatDeWetAlleenGeldenVoorWatDaarinStaat) {
    const auto geldt = [](Lengte lengte, bool in_wet) {
        const auto reden = bereken(dag("2026-11-13"), {lengte, in_wet}).reden;
        return reden != Reden::uitgezonderd && reden != Reden::niet_in_wet;
    };
    EXPECT_TRUE(geldt({90, Eenheid::dagen}, true));
    EXPECT_FALSE(geldt({91, Eenheid::dagen}, true));
    EXPECT_TRUE(geldt({12, Eenheid::weken}, true));
    EXPECT_FALSE(geldt({13, Eenheid::weken}, true));
    EXPECT_TRUE(geldt({3, Eenheid::maanden}, true));
    EXPECT_FALSE(geldt({4, Eenheid::maanden}, true));
    EXPECT_FALSE(geldt({1, Eenheid::jaren}, true));
    const auto besluit = bereken(dag("2026-11-13"), {{6, Eenheid::weken}, false});
    EXPECT_EQ(tekst(besluit.einde), "2026-12-25");
    EXPECT_EQ(besluit.reden, Reden::niet_in_wet);
}

TEST(Termijn, VraagtTweeWerkdagenPasVanafDrieDagen) {
    EXPECT_EQ(tekst(bereken(dag("2026-12-26"), {{2, Eenheid::dagen}, true}).einde), "2026-12-28");
    EXPECT_EQ(tekst(bereken(dag("2026-12-25"), {{3, Eenheid::dagen}, true}).einde), "2026-12-29");
}

TEST(Termijn, TeltWerkdagen) {
    EXPECT_EQ(tekst(bereken(dag("2026-12-24"), {{5, Eenheid::werkdagen}, true}).einde), "2027-01-04");
}

TEST(Termijn, KentUren) {
    const auto vrijdag = lees_tijdstip("2026-12-24T16:00:00Z").value();
    EXPECT_EQ(bereken_uren(vrijdag, {72, Eenheid::uren}), lees_tijdstip("2026-12-27T16:00:00Z").value());
    EXPECT_THROW((void)bereken_uren(vrijdag, {3, Eenheid::dagen}), Fout);
    EXPECT_THROW((void)bereken(dag("2026-12-24"), {{72, Eenheid::uren}, true}), Fout);
}

TEST(Termijn, StaatStilTijdensEenOpschorting) {
    const auto vrij = bereken(dag("2026-11-02"), zes_weken);
    // Ten days, told twice and in the wrong order; what lies before or after the term does nothing.
    const Omstandigheden o{.opschorting = {{dag("2026-11-20"), dag("2026-11-26")}, {dag("2026-11-16"), dag("2026-11-22")},
                                           {dag("2026-10-01"), dag("2026-10-20")}, {dag("2027-03-01"), dag("2027-04-01")}}};
    const auto uit = bereken(dag("2026-11-02"), zes_weken, o);
    EXPECT_EQ(uit.opgeschorte_dagen, 10);
    EXPECT_EQ(sys_days{uit.ruw_einde}, sys_days{vrij.ruw_einde} + days{10});
    EXPECT_THROW((void)bereken(dag("2026-11-02"), zes_weken, {.opschorting = {{dag("2026-11-20"), dag("2026-11-19")}}}), Fout);
}

TEST(Termijn, ZietEenDagDieBijBesluitMetEenFeestdagGelijkStaat) {
    const auto uit = bereken(dag("2026-04-03"), zes_weken, {.gelijkgesteld = {dag("2026-05-15")}});
    EXPECT_EQ(tekst(uit.einde), "2026-05-18");  // the Friday after Ascension Day, then the weekend
    EXPECT_EQ(uit.overgeslagen.front().soort, D::gelijkgesteld);
}

TEST(Termijn, WeigertWatGeenTermijnIs) {
    for (const int aantal : {0, -1, 5'218}) EXPECT_THROW((void)bereken(dag("2026-11-02"), {{aantal, Eenheid::weken}, true}), Fout) << aantal;
}

/// What must hold for every term: found by chance, so that no rule hangs on the vectors alone.
TEST(Termijn, HoudtZichAanDeWetVoorElkeDag) {
    std::mt19937 toeval(20261122);
    const auto tussen = [&](int a, int b) { return std::uniform_int_distribution<int>(a, b)(toeval); };
    int verlengd = 0;
    for (int ronde = 0; ronde < 5'000; ++ronde) {
        const sys_days vanaf = sys_days{2015y / January / 1} + days{tussen(0, 30'000)};
        const auto eenheid = static_cast<Eenheid>(tussen(1, 5));
        const Termijn termijn{{tussen(1, eenheid == Eenheid::jaren ? 5 : 20), eenheid}, tussen(0, 3) > 0};
        Omstandigheden o;
        if (tussen(0, 1) == 1) {
            const auto van = vanaf + days{tussen(-5, 60)};
            o.opschorting.push_back({Datum{van}, Datum{van + days{tussen(0, 40)}}});
        }
        const auto uit = bereken(Datum{vanaf}, termijn, o);
        const auto later = bereken(Datum{vanaf + days{1}}, termijn, o);
        SCOPED_TRACE(tekst(Datum{vanaf}) + " " + std::to_string(termijn.lengte.aantal) + " " + std::string(code(eenheid)));
        ASSERT_LE(uit.eerste_dag, uit.ruw_einde);
        ASSERT_LE(uit.ruw_einde, uit.einde);
        // (31 January and 28 February begin the same month's term: with a suspension the earlier event may end later.)
        if (o.opschorting.empty()) {
            ASSERT_LE(uit.einde, later.einde);
        }
        if (uit.reden == Reden::niet_in_wet || uit.reden == Reden::uitgezonderd) {
            ASSERT_EQ(uit.ruw_einde, uit.einde);
            continue;
        }
        int duur = 0, werkdagen = 0;
        for (sys_days d = uit.eerste_dag; d <= sys_days{uit.einde}; d += days{1}) {
            const Datum deze{d};
            if (!o.opschorting.empty() && o.opschorting[0].van <= deze && deze < o.opschorting[0].tot) continue;
            ++duur;
            // No earlier day would have done: it was free, or the term held fewer than two working days.
            if (deze >= uit.ruw_einde && deze < uit.einde) {
                ASSERT_TRUE(dagsoort(deze) != D::werkdag || werkdagen < 1);
            }
            werkdagen += dagsoort(deze) == D::werkdag ? 1 : 0;
        }
        ASSERT_EQ(dagsoort(uit.einde), D::werkdag);
        if (eenheid != Eenheid::werkdagen && duur - static_cast<int>(uit.overgeslagen.size()) >= 3) {
            ASSERT_GE(werkdagen, 2);
        }
        verlengd += uit.overgeslagen.empty() ? 0 : 1;
    }
    EXPECT_GT(verlengd, 250);
}

TEST(Wettermijnen, StaanErElkEenKeerMetBronEnNamen) {
    std::set<std::string_view> ids;
    for (const auto& t : wettermijnen()) {
        EXPECT_TRUE(ids.insert(t.id).second) << t.id;
        EXPECT_FALSE(t.bron.empty() || t.naam_nl.empty() || t.naam_en.empty() || t.begin.empty()) << t.id;
        EXPECT_TRUE(t.lengte || t.zelf_te_stellen) << t.id;
        for (const auto& v : t.verlengingen) EXPECT_EQ(v.lengte.eenheid, t.lengte.value().eenheid) << t.id;
    }
    EXPECT_EQ(ids.size(), 25U);
    EXPECT_EQ(vind("AVG-14(3)")->lengte, (Lengte{1, Eenheid::maanden}));
    EXPECT_EQ(vind("AWB-6:7")->lengte, (Lengte{6, Eenheid::weken}));
    EXPECT_EQ(vind("AWB-6:99"), nullptr);
}

TEST(Wettermijnen, VerlengenEnStellenAlleenWatMag) {
    const std::vector<std::string> beide{"commissie", "verdaging"}, dubbel{"verdaging", "verdaging"}, geen;
    EXPECT_EQ(vind("AWB-7:10")->termijn({}, beide).lengte, (Lengte{18, Eenheid::weken}));
    EXPECT_THROW((void)vind("AWB-7:10")->termijn({}, dubbel), Fout);
    EXPECT_THROW((void)vind("AWB-6:7")->termijn({}, beide), Fout);
    EXPECT_THROW((void)vind("AWB-6:7")->termijn(Lengte{8, Eenheid::weken}, geen), Fout);
    EXPECT_THROW((void)vind("AWB-5:32a")->termijn({}, geen), Fout);
    EXPECT_THROW((void)vind("SR-437f")->termijn(Lengte{15, Eenheid::dagen}, geen), Fout);
    const auto last = vind("AWB-5:32a")->termijn(Lengte{10, Eenheid::dagen}, geen);
    EXPECT_FALSE(last.in_wet);
    EXPECT_EQ(tekst(bereken(dag("2026-12-15"), last).einde), "2026-12-25");
    EXPECT_EQ(vind("AWB-4:13")->termijn(Lengte{26, Eenheid::weken}, geen).lengte.aantal, 26);
}

}  // namespace
}  // namespace damwand::termijn

// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

#include "steun/casusproef.hpp"
#include "werk/dossier/dossier.hpp"

/// "As known on X": what the file said then, byte for byte, whatever happened since (issue 2).
namespace damwand {
namespace {

using namespace proef;

Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer :
             {entiteit::routes(), signaal::routes(), casus::routes(), interventie::routes(), actie::routes(), dossier::routes()}) {
            alle.insert(alle.end(), kamer.begin(), kamer.end());
        }
        return alle;
    }());
    return o;
}

/// What the file answered, and the moment it answered for.
struct Stand {
    std::string op, bytes;
};

Stand lees_dossier(Omgeving& o, const Gebruiker& wie, const std::string& pad, const std::string& op = "") {
    const auto antwoord = o.roep(wie, Methode::get, pad + "/dossier" + (op.empty() ? "" : "?bekendOp=" + op));
    EXPECT_EQ(antwoord.status, 200) << antwoord.lijf;
    Stand uit{.op = "", .bytes = antwoord.lijf};
    for (const auto& [naam, waarde] : antwoord.koppen) {
        if (naam == "Bekend-Op") uit.op = waarde;
    }
    EXPECT_FALSE(uit.op.empty());
    return uit;
}

object nieuwe_bron(const std::string& soort) {
    return {{"bronsoort", soort},
            {"vraag", "Wat is bekend?"},
            {"grondslag", "awr-67"},
            {"termijn", "2099-05-01"}};
}

object nieuwe_interventie() {
    return {{"type", "waarschuwing"},
            {"omschrijving", "Brief aan de eigenaar"},
            {"uitvoerder", "Handhaving"},
            {"termijn", "2099-03-01"}};
}

object nieuw_bedrijf(const std::string& tekst) {
    return {{"soort", "bedrijf"}, {"tekst", tekst}, {"sleutel", "12345678"}};
}

void hernoem(Omgeving& o, const Gebruiker& wie, const std::string& naam) {
    db::Transactie tx(o.toepassing(),
                      {.organisatie = wie.organisatie, .gebruiker = wie.id, .operatie = OperatieId::nieuw()});
    EXPECT_EQ(
        tx.doe("update toegang.gebruiker set naam = $2 where organisatie = 1 and id = $1", wie.id, naam).geraakt(), 1);
    tx.leg_vast();
}

/// A file with something in every part of it.
struct VolDossier {
    Gebruiker coordinator, analist, jurist;
    value casus;
    std::string pad, signaal, signaalvermelding, bron, toets, weg_bron, vermelding, weg_vermelding, interventie,
        weg_interventie, actie;
    std::string elders;  ///< a signaal outside the file that names the same company
};

VolDossier vol_dossier(Omgeving& o) {
    VolDossier d{.coordinator = o.gebruiker({"coordinator"}),
                 .analist = o.gebruiker({"informatieanalist"}),
                 .jurist = o.gebruiker({"jurist"}),
                 .casus = {},
                 .pad = {},
                 .signaal = {},
                 .signaalvermelding = {},
                 .bron = {},
                 .toets = {},
                 .weg_bron = {},
                 .vermelding = {},
                 .weg_vermelding = {},
                 .interventie = {},
                 .weg_interventie = {},
                 .actie = {},
                 .elders = {}};
    d.elders = gewogen_signaal(o, d.analist, "Elders", array{nieuw_bedrijf("Proef BV")});
    d.signaal = gewogen_signaal(o, d.analist, "Vrachtwagens in de nacht",
                                array{object{{"soort", "persoon"}, {"tekst", "P. Proef"}}, nieuw_bedrijf("Proef BV")});
    d.casus = o.eis(201, d.coordinator, Methode::post, "/v1/casussen",
                    object{{"signalen", array{d.signaal}},
                           {"werknaam", "Loods"},
                           {"thema", "hennep"},
                           {"trekker", d.coordinator.id.tekst()},
                           {"leden", array{d.analist.id.tekst(), d.jurist.id.tekst()}}});
    d.pad = pad_van(d.casus);
    d.signaalvermelding =
        id_van(o.eis(200, d.analist, Methode::get, "/v1/signalen/" + d.signaal).at("vermeldingen").at(0));
    o.eis(200, d.analist, Methode::patch, d.pad, object{{"beeld", "Er lijkt een kwekerij te zijn."}},
          gezien(versie_van(d.casus)));
    o.eis(200, d.analist, Methode::patch, d.pad + "/plan",
          object{{"hypothese", "Kwekerij"}, {"doel", "Sluiten"}, {"strategie", "Samen"}}, gezien(1));
    d.bron = id_van(beantwoorde_bron(o, d.analist, d.jurist, d.casus, nieuwe_bron("belastingdienst"), "Antwoord"));
    d.toets = id_van(proef::toets(o, d.analist, d.casus, "1", object{{"bron", d.bron}}, ""));
    d.weg_bron = id_van(o.eis(201, d.analist, Methode::post, d.pad + "/bronnen", nieuwe_bron("politie")));
    d.vermelding = id_van(o.eis(201, d.analist, Methode::post, d.pad + "/vermeldingen", nieuw_bedrijf("Proef B.V.")));
    d.weg_vermelding = id_van(o.eis(201, d.analist, Methode::post, d.pad + "/vermeldingen",
                                    object{{"soort", "persoon"}, {"tekst", "Q. Proef"}}));
    auto met_eigenaar = nieuwe_interventie();
    met_eigenaar["eigenaar"] = d.jurist.id.tekst();
    d.interventie = id_van(o.eis(201, d.jurist, Methode::post, d.pad + "/interventies", met_eigenaar));
    d.weg_interventie = id_van(o.eis(201, d.jurist, Methode::post, d.pad + "/interventies", nieuwe_interventie()));
    d.actie = id_van(o.eis(201, d.jurist, Methode::post, d.pad + "/acties", object{{"wat", "Bellen"}, {"eigenaar", d.analist.id.tekst()}, {"datum", "2099-05-01"}}));
    o.eis(201, d.jurist, Methode::post, d.pad + "/notities",
          object{{"tekst", "Gesproken met de wijkagent."}, {"wanneer", "2026-01-05T09:00:00Z"}});
    for (const auto* naar : {"plan", "uitvoering"}) stap(o, d.coordinator, d.casus, naar);
    return d;
}

std::int64_t versie_in(Omgeving& o, const VolDossier& d, const std::string& deel, const std::string& id) {
    const auto dossier = boost::json::parse(lees_dossier(o, d.coordinator, d.pad).bytes);
    for (const auto& regel : dossier.at(deel).as_array()) {
        if (id_van(regel) == id) return versie_van(regel);
    }
    ADD_FAILURE() << id << " is not in " << deel;
    return 0;
}

/// One change of a value in one table with history, through the API where it has a way.
struct Ingreep {
    std::string tabel;
    std::function<void(Omgeving&, const VolDossier&)> doe;
};

const std::vector<Ingreep>& wijzigingen() {
    static const std::vector<Ingreep> alle{
        {"casus.casus",
         [](Omgeving& o, const VolDossier& d) {
             const auto nu = o.eis(200, d.analist, Methode::get, d.pad);
             o.eis(200, d.analist, Methode::patch, d.pad,
                   object{{"beeld", "Anders " + std::to_string(versie_van(nu))}, {"werknaam", "Schuur"}},
                   gezien(versie_van(nu)));
         }},
        {"casus.plan",
         [](Omgeving& o, const VolDossier& d) {
             const auto plan = o.eis(200, d.analist, Methode::get, d.pad).at("plan");
             o.eis(200, d.analist, Methode::patch, d.pad + "/plan",
                   object{{"doel", "Anders " + std::to_string(versie_van(plan))}}, gezien(versie_van(plan)));
         }},
        {"casus.bron",
         [](Omgeving& o, const VolDossier& d) {
             const auto versie = versie_in(o, d, "bronnen", d.bron);
             o.eis(200, d.analist, Methode::patch, d.pad + "/bronnen/" + d.bron,
                   object{{"antwoord", "Antwoord " + std::to_string(versie)}}, gezien(versie));
         }},
        {"casus.privacytoets",
         [](Omgeving& o, const VolDossier& d) {
             const auto versie = versie_in(o, d, "privacytoetsen", d.toets);
             o.eis(200, d.jurist, Methode::post, d.pad + "/privacytoetsen/" + d.toets + "/besluiten",
                   object{{"besluit", versie == 1 ? "akkoord" : "ingetrokken"}, {"reden", "Opnieuw bekeken."}},
                   gezien(versie));
         }},
        {"casus.lid",
         [](Omgeving& o, const VolDossier& d) {
             static int jaar = 2050;
             o.eis(200, d.coordinator, Methode::post, d.pad + "/leden",
                   object{{"gebruiker", d.jurist.id.tekst()}, {"tot", std::to_string(++jaar) + "-01-01"}});
         }},
        {"entiteit.vermelding",
         [](Omgeving& o, const VolDossier& d) {
             const auto versie = versie_in(o, d, "vermeldingen", d.vermelding);
             o.eis(200, d.analist, Methode::patch, d.pad + "/vermeldingen/" + d.vermelding,
                   object{{"rol", "rol " + std::to_string(versie)}}, gezien(versie));
         }},
        {"signaal.signaal",
         [](Omgeving& o, const VolDossier& d) {
             const auto nu = o.eis(200, d.analist, Methode::get, "/v1/signalen/" + d.signaal);
             o.eis(200, d.analist, Methode::patch, "/v1/signalen/" + d.signaal,
                   object{{"titel", "Titel " + std::to_string(versie_van(nu))}}, gezien(versie_van(nu)));
         }},
        {"interventie.interventie",
         [](Omgeving& o, const VolDossier& d) {
             const auto versie = versie_in(o, d, "interventies", d.interventie);
             o.eis(200, d.jurist, Methode::patch, d.pad + "/interventies/" + d.interventie,
                   object{{"omschrijving", "Brief " + std::to_string(versie)}}, gezien(versie));
         }},
        {"actie.actie",
         [](Omgeving& o, const VolDossier& d) {
             const auto versie = versie_in(o, d, "acties", d.actie);
             o.eis(200, d.jurist, Methode::patch, "/v1/acties/" + d.actie, object{{"wat", "Bellen " + std::to_string(versie)}}, gezien(versie));
         }},
        {"toegang.gebruiker", [](Omgeving& o, const VolDossier& d) {
             static int teller = 0;
             hernoem(o, d.jurist, "Andere naam " + std::to_string(++teller));
         }}};
    return alle;
}

/// The rest of what can happen to a file: added, removed, moved on, closed, opened again.
void leef_verder(Omgeving& o, const VolDossier& d) {
    o.eis(201, d.analist, Methode::post, d.pad + "/bronnen", nieuwe_bron("uwv"));
    o.eis(204, d.analist, Methode::verwijder, d.pad + "/bronnen/" + d.weg_bron, nullptr, gezien(1));
    o.eis(201, d.analist, Methode::post, d.pad + "/vermeldingen", nieuw_bedrijf("Nog een Proef BV"));
    o.eis(204, d.analist, Methode::verwijder, d.pad + "/vermeldingen/" + d.weg_vermelding, nullptr, gezien(1));
    o.eis(201, d.jurist, Methode::post, d.pad + "/interventies", nieuwe_interventie());
    o.eis(204, d.jurist, Methode::verwijder, d.pad + "/interventies/" + d.weg_interventie, nullptr, gezien(1));
    const auto bij_signaal = "/v1/signalen/" + d.signaal + "/vermeldingen";
    o.eis(201, d.analist, Methode::post, bij_signaal, nieuw_bedrijf("Proef derde BV"));
    o.eis(200, d.analist, Methode::patch, bij_signaal + "/" + d.signaalvermelding, object{{"rol", "chauffeur"}},
          gezien(1));
    o.eis(204, d.analist, Methode::verwijder, bij_signaal + "/" + d.signaalvermelding, nullptr, gezien(2));
    // Elsewhere too: the other signaal that names the company goes out of sight, and one more joins this casus.
    o.eis(201, d.analist, Methode::post, "/v1/casussen",
          object{{"signalen", array{d.elders}},
                 {"werknaam", "Elders"},
                 {"thema", "hennep"},
                 {"trekker", d.analist.id.tekst()}});
    const auto tweede = gewogen_signaal(o, d.coordinator, "Ook hier", array{nieuw_bedrijf("Proef BV")});
    o.eis(201, d.coordinator, Methode::post, d.pad + "/signalen", object{{"signaal", tweede}});
    const auto nieuw_lid = o.gebruiker({"deelnemer"});
    toets(o, d.jurist, d.casus, "2a", object{{"leden", array{nieuw_lid.id.tekst()}}});
    const auto nieuwe = gevraagde_bron(o, d.analist, d.jurist, d.casus, nieuwe_bron("uwv"));
    o.eis(200, d.analist, Methode::patch, d.pad + "/bronnen/" + id_van(nieuwe), object{{"status", "bekend"}}, gezien(2));
    o.eis(200, d.jurist, Methode::post, d.pad + "/bronnen/" + id_van(nieuwe) + "/inhoud", object{{"motivering", "Nodig."}});
    o.eis(200, d.coordinator, Methode::post, d.pad + "/leden", object{{"gebruiker", nieuw_lid.id.tekst()}});
    o.eis(200, d.coordinator, Methode::patch, d.pad, object{{"trekker", d.analist.id.tekst()}, {"thema", "witwassen"}},
          gezien(versie_van(o.eis(200, d.coordinator, Methode::get, d.pad))));
    o.eis(204, d.coordinator, Methode::verwijder, d.pad + "/leden/" + nieuw_lid.id.tekst());
    // A note about a day before X: known only later.
    o.eis(201, d.analist, Methode::post, d.pad + "/notities",
          object{{"tekst", "Eerder gebeurd, nu pas gehoord."}, {"wanneer", "2026-01-04T09:00:00Z"}});
    for (const auto* naar : {"afronding", "archief", "informatie"}) stap(o, d.coordinator, d.casus, naar);
}

TEST(ZoalsBekendOp, IsByteVoorByteWatHetDossierToenZei) {
    auto& o = omgeving();
    const auto d = vol_dossier(o);
    const auto x = lees_dossier(o, d.coordinator, d.pad);
    const auto x_jurist = lees_dossier(o, d.jurist, d.pad, x.op);
    EXPECT_EQ(x_jurist.bytes, x.bytes);  // every member reads the same file
    EXPECT_EQ(lees_dossier(o, d.coordinator, d.pad, x.op).bytes, x.bytes);

    for (const auto& ingreep : wijzigingen()) ingreep.doe(o, d);
    leef_verder(o, d);

    const auto terug = lees_dossier(o, d.coordinator, d.pad, x.op);
    EXPECT_EQ(terug.op, x.op);
    EXPECT_EQ(terug.bytes, x.bytes);
    EXPECT_EQ(lees_dossier(o, d.analist, d.pad, x.op).bytes, x.bytes);

    // No part of the file was spared: each says something else today.
    const auto toen = boost::json::parse(x.bytes);
    const auto nu = boost::json::parse(lees_dossier(o, d.coordinator, d.pad).bytes);
    for (const auto* deel : {"casus", "signalen", "vermeldingen", "bronnen", "privacytoetsen", "interventies", "acties", "tijdlijn"})
        EXPECT_NE(nu.at(deel), toen.at(deel)) << deel;
    for (const auto* lijst : {"signalen", "vermeldingen", "bronnen", "privacytoetsen", "interventies", "acties", "tijdlijn"})
        EXPECT_FALSE(toen.at(lijst).as_array().empty()) << lijst;

    // And no table: each with history kept an older row, each that is only added to got a newer one.
    auto beheer = o.beheer();
    for (const auto& ingreep : wijzigingen()) {
        const auto rijen =
            beheer.doe("select count(*) as n from " + ingreep.tabel + "_verleden where tot > $1::timestamptz", x.op);
        EXPECT_GT(rijen[0].veld<int>("n"), 0) << ingreep.tabel;
    }
    for (const auto* tabel : {"casus.gebeurtenis", "casus.overgang", "casus.inhoudkeuze", "signaal.overgang", "signaal.weging"}) {
        const auto rijen =
            beheer.doe("select count(*) as n from " + std::string(tabel) + " where op > $1::timestamptz", x.op);
        EXPECT_GT(rijen[0].veld<int>("n"), 0) << tabel;
    }
}

/// Planted defects: where one table forgets its past, the comparison above must turn red.
TEST(ZoalsBekendOp, WordtRoodAlsEenTabelZijnVerledenVergeet) {
    auto& o = omgeving();
    const auto d = vol_dossier(o);
    for (const auto& ingreep : wijzigingen()) {
        const auto x = lees_dossier(o, d.coordinator, d.pad);
        EXPECT_EQ(lees_dossier(o, d.coordinator, d.pad, x.op).bytes, x.bytes);
        auto beheer = o.beheer();
        beheer.script("alter table " + ingreep.tabel + " disable trigger verleden");
        ingreep.doe(o, d);
        beheer.script("alter table " + ingreep.tabel + " enable trigger verleden");
        EXPECT_NE(lees_dossier(o, d.coordinator, d.pad, x.op).bytes, x.bytes)
            << ingreep.tabel << " forgot its past and nobody noticed";
    }
}

TEST(ZoalsBekendOp, WordtRoodAlsEenRegelMetTerugwerkendeKrachtKomt) {
    auto& o = omgeving();
    const auto d = vol_dossier(o);
    const auto x = lees_dossier(o, d.coordinator, d.pad);
    auto beheer = ingreep(o);
    beheer.doe(
        "insert into casus.gebeurtenis (organisatie, id, casus, zicht, soort, tekst, wanneer, door, op, operatie) "
        "select organisatie, gen_random_uuid(), casus, zicht, soort, 'Verzonnen', wanneer, door, op, operatie from "
        "casus.gebeurtenis where casus = $1 limit 1",
        id_van(d.casus));
    EXPECT_NE(lees_dossier(o, d.coordinator, d.pad, x.op).bytes, x.bytes);
}

TEST(ZoalsBekendOp, KloptOokTerwijlAnderenSchrijven) {
    auto& o = omgeving();
    const auto d = vol_dossier(o);
    constexpr int rondes = 25;
    std::atomic<int> bezig{3};
    std::atomic<int> geschreven{0};
    const auto schrijver = [&](const std::function<void(int)>& werk) {
        return std::thread([&, werk] {
            for (int i = 0; i < rondes; ++i) {
                werk(i);
                ++geschreven;
            }
            --bezig;
        });
    };
    std::vector<std::thread> draden;
    draden.push_back(schrijver([&](int i) {
        o.eis(201, d.analist, Methode::post, d.pad + "/notities", object{{"tekst", "Notitie " + std::to_string(i)}});
    }));
    draden.push_back(schrijver([&](int i) {
        o.eis(200, d.jurist, Methode::patch, d.pad + "/interventies/" + d.interventie,
              object{{"omschrijving", "Versie " + std::to_string(i)}}, gezien(i + 1));
    }));
    draden.push_back(schrijver([&](int i) { hernoem(o, d.analist, "Naam " + std::to_string(i)); }));
    std::vector<Stand> standen;
    while (bezig > 0) standen.push_back(lees_dossier(o, d.coordinator, d.pad));
    for (auto& draad : draden) draad.join();
    EXPECT_EQ(geschreven, 3 * rondes);
    EXPECT_GE(standen.size(), 5U);
    std::set<std::string> verschillend;
    for (const auto& stand : standen) {
        EXPECT_EQ(lees_dossier(o, d.coordinator, d.pad, stand.op).bytes, stand.bytes) << stand.op;
        verschillend.insert(stand.bytes);
    }
    EXPECT_GE(verschillend.size(), 4U);  // the file did change meanwhile
}

TEST(ZoalsBekendOp, WachtOpEenWijzigingDieEerderBegonEnLaterVastligt) {
    auto& o = omgeving();
    const auto d = vol_dossier(o);
    // A colleague's new name is written, not yet committed, when the file is read.
    Stand x;
    std::thread lezer;
    {
        db::Transactie tx(o.toepassing(),
                          {.organisatie = {1}, .gebruiker = d.jurist.id, .operatie = OperatieId::nieuw()});
        tx.doe("update toegang.gebruiker set naam = 'Net getrouwd' where organisatie = 1 and id = $1", d.jurist.id);
        lezer = std::thread([&] { x = lees_dossier(o, d.coordinator, d.pad); });
        auto beheer = o.beheer();
        for (int i = 0; i < 500; ++i) {  // until the reader waits for it
            if (!beheer.doe("select from pg_stat_activity where wait_event_type = 'Lock' and query like '%for share%'")
                     .leeg())
                break;
            beheer.doe("select pg_sleep(0.01)");
        }
        tx.leg_vast();
    }
    lezer.join();
    EXPECT_THAT(x.bytes, testing::HasSubstr("Net getrouwd"));
    EXPECT_EQ(lees_dossier(o, d.coordinator, d.pad, x.op).bytes, x.bytes);
}

TEST(Dossier, WasErNietVoorHetOpenenEnKentDeToekomstNiet) {
    auto& o = omgeving();
    const auto d = vol_dossier(o);
    const auto code = [&](const std::string& op) {
        return o.roep(d.coordinator, Methode::get, d.pad + "/dossier?bekendOp=" + op).status;
    };
    EXPECT_EQ(code("2020-01-01T00:00:00Z"), 404);
    EXPECT_EQ(code("2099-01-01T00:00:00Z"), 400);
    EXPECT_EQ(code("gisteren"), 400);
    EXPECT_EQ(o.roep(d.coordinator, Methode::get, d.pad + "/dossier?op=nu").status, 400);
}

TEST(Dossier, IsVanElkMomentTussenTweeWijzigingenTerugTeLezen) {
    auto& o = omgeving();
    const auto d = vol_dossier(o);
    std::vector<Stand> standen{lees_dossier(o, d.coordinator, d.pad)};
    for (const auto& ingreep : wijzigingen()) {
        ingreep.doe(o, d);
        standen.push_back(lees_dossier(o, d.coordinator, d.pad));
        EXPECT_NE(standen.back().bytes, standen[standen.size() - 2].bytes) << ingreep.tabel;
    }
    for (const auto& stand : standen) EXPECT_EQ(lees_dossier(o, d.coordinator, d.pad, stand.op).bytes, stand.bytes);
}

TEST(Dossier, NoemtDezelfdeEersteTermijnAlsDeCasus) {
    auto& o = omgeving();
    const auto d = vol_dossier(o);
    const auto gelijk = [&] {
        auto in_dossier = boost::json::parse(lees_dossier(o, d.coordinator, d.pad).bytes).at("casus");
        EXPECT_EQ(in_dossier, o.eis(200, d.coordinator, Methode::get, d.pad));
        return in_dossier.at("eersteTermijn");
    };
    EXPECT_EQ(gelijk().at("soort").as_string(), "interventie");
    for (const auto& id : {d.interventie, d.weg_interventie}) {
        o.eis(200, d.jurist, Methode::patch, d.pad + "/interventies/" + id, object{{"status", "vervallen"}}, gezien(1));
    }
    EXPECT_EQ(gelijk().at("soort").as_string(), "actie");
    o.eis(200, d.analist, Methode::patch, "/v1/acties/" + d.actie, object{{"staat", "gedaan"}}, gezien(1));
    EXPECT_EQ(gelijk().at("soort").as_string(), "bron");
    stap(o, d.coordinator, d.casus, "monitoring");
    EXPECT_EQ(gelijk().at("soort").as_string(), "monitoring");
    for (const auto* naar : {"afronding", "archief"}) stap(o, d.coordinator, d.casus, naar);
    EXPECT_TRUE(gelijk().is_null());
}

TEST(Dossier, IsErAlleenVoorLeden) {
    auto& o = omgeving();
    const auto d = vol_dossier(o);
    const auto x = lees_dossier(o, d.jurist, d.pad);
    for (const auto& wie : {o.gebruiker({"coordinator"}), o.gebruiker({"coordinator"}, 2)}) {
        EXPECT_EQ(o.roep(wie, Methode::get, d.pad + "/dossier").status, 404);
        EXPECT_EQ(o.roep(wie, Methode::get, d.pad + "/dossier?bekendOp=" + x.op).status, 404);
    }
    // Past rows are judged by today's rights: who was a member then, but is not now, sees nothing of then.
    o.eis(204, d.coordinator, Methode::verwijder, d.pad + "/leden/" + d.jurist.id.tekst());
    EXPECT_EQ(o.roep(d.jurist, Methode::get, d.pad + "/dossier?bekendOp=" + x.op).status, 404);
    EXPECT_EQ(lees_dossier(o, d.coordinator, d.pad, x.op).bytes, x.bytes);
}

TEST(Dossier, SchrijftInHetLogWieErinStaatEnNietsVanDeMelder) {
    auto& o = omgeving();
    const auto d = vol_dossier(o);
    const auto x = lees_dossier(o, d.coordinator, d.pad);
    auto beheer = o.beheer();
    const auto audit = beheer.doe(
        "select a.operatie, (select count(*) from logboek.verwerking v where v.operatie = a.operatie and v.betrokkene "
        "is not null) as mensen, "
        "exists (select from logboek.geraakt g where g.operatie = a.operatie and g.object = $2) as signaal "
        "from logboek.audit a where a.actie = 'dossierTonen' and a.casus = $1 order by a.tijd desc limit 1",
        id_van(d.casus), d.signaal);
    ASSERT_EQ(audit.aantal(), 1);
    EXPECT_EQ(audit[0].veld<int>("mensen"), 3);  // two persons, and one company named in two places
    EXPECT_TRUE(audit[0].veld<bool>("signaal"));
}

}  // namespace
}  // namespace damwand

// SPDX-License-Identifier: EUPL-1.2
// That nothing is left of what was destroyed: not in rows, history, files or answers, nor after an older backup was put back.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "werk/archief/proefarchief.hpp"

namespace damwand::archief {
namespace {

void keur_alles() {
    while (wereld().keuring.keur_volgende(0s) && tel("select count(*) as n from documenten.document where staat = 'wordt_gecontroleerd'") > 0) {
    }
}
std::string uitvoer_van(const std::string& opdracht) {
    std::string uit;
    auto* pijp = popen(opdracht.c_str(), "r");
    for (char blok[65536]; const auto n = fread(blok, 1, sizeof blok, pijp);) uit.append(blok, n);
    EXPECT_EQ(pclose(pijp), 0) << opdracht;
    return uit;
}
/// The word as it is, and as a dump writes bytes.
std::size_t treffers(const std::string& tekst) {
    std::string hex;
    for (const char c : kanarie) fmt::format_to(std::back_inserter(hex), "{:02x}", static_cast<unsigned char>(c));
    std::size_t n = 0;
    for (const auto& woord : {std::string(kanarie), hex}) {
        for (auto i = tekst.find(woord); i != std::string::npos; i = tekst.find(woord, i + 1)) ++n;
    }
    return n;
}
std::string dump(const db::Cluster& cluster) { return uitvoer_van("/usr/lib/postgresql/15/bin/pg_dump --dbname='" + cluster.dsn("beheer") + "'"); }

TEST_F(Archief, VanEenCasusBlijftNietsOverOokNietNaEenOudeReservekopie) {
    auto& o = omgeving();
    auto& w = wereld();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = volle_casus(o, coordinator, keur_alles);
    const auto id = id_van(zaak);
    const auto signaal = o.beheer().doe("select id::text from signaal.signaal where casus = $1", id)[0].veld<std::string>("id");
    const documenten::Dossier dossier{{1}, "casus", uuid_van(zaak)};
    // the room netwerk comes before this one in the house, and its routes are not here
    o.beheer().script("insert into netwerk.weergave select organisatie, gen_random_uuid(), zicht, 'casus', id, 'Beeld', '{\"knopen\": []}', gen_random_uuid(), now(), gen_random_uuid() from casus.casus where id = '" + id + "'");
    // likewise a watcher of this casus, and one of all that met something in it
    o.beheer().script("insert into wachter.wachter select organisatie, gen_random_uuid(), 'Wachter', 'Waarom', 'persoon-bedrijf-adres', 365, null, id, zicht, 'Grond', 2, true, now(), false, trekker, now(), gen_random_uuid()"
                      " from casus.casus where id = '" + id + "';"
                      "insert into wachter.wachter select organisatie, gen_random_uuid(), 'Andere wachter', 'Waarom', 'adres-in-signalen', 90, null, null, null, null, 2, true, now(), false, trekker, now(), gen_random_uuid()"
                      " from casus.casus where id = '" + id + "';"
                      "insert into wachter.suggestie select organisatie, gen_random_uuid(), id, zicht, 'x', '[]', 1, 'weg', 'Reden', null, null, door, now(), now(), gen_random_uuid() from wachter.wachter where naam in ('Wachter', 'Andere wachter');"
                      "insert into wachter.bewijs select s.organisatie, s.id, gen_random_uuid(), 'casus', '" + id + "' from wachter.suggestie s");
    // what held it back for a while, and does no longer: the reason stays until the casus goes
    const auto blok = o.eis(201, coordinator, Methode::post, "/v1/vernietiging/blokkades", object{{"soort", "bezwaar"}, {"kenmerk", zaak.at("kenmerk")}, {"reden", "Er liep een bezwaar."}});
    o.eis(204, coordinator, Methode::verwijder, "/v1/vernietiging/blokkades/" + id_van(blok));
    std::set<std::string> zonder;
    const auto geplant = plant(o, id, &zonder);
    // what the database itself does not say to be a code: a column that is added is planted, or gets a reason here
    const std::map<std::string, std::string> geen_tekst{
        {"casus.casus.fase", "a code of casus.fase (foreign key); the machinery reads it"}, {"casus.casus.bewaar_grond", "written by archief.bewaring out of the rule; the machinery reads it"},
        {"signaal.signaal.status", "a code of signaal.status (foreign key); the machinery reads it"}, {"toegang.zicht_rol.rol", "a code; and an audience of a file has members, not roles"},
        {"wachter.wachter.betrouwbaarheid", "a code; and null in a watcher of a casus"}};
    for (const auto& kolom : zonder) {
        const bool van_een_verzoek = kolom.starts_with("betrokkene.");  // a request holds its files back; what it says goes with it: betrokkene_db_test
        EXPECT_TRUE(van_een_verzoek || geen_tekst.contains(kolom)) << kolom << " could hold text and is not planted: plant it, or say why it cannot";
    }
    for (const auto& [kolom, waarom] : geen_tekst) EXPECT_TRUE(zonder.contains(kolom)) << kolom << " is planted: take it off the list";
    for (const auto* kolom : {"entiteit.vermelding.bsn", "entiteit.entiteit.sleutel", "gebeurtenis.uit.soort", "toegang.idempotentie.plaats", "toegang.idempotentie.vorm", "overleg.bewerking.staat", "casus.gebeurtenis.gegevens", "signaal.weging.overleg_naam"}) {
        EXPECT_TRUE(geplant.contains(kolom)) << kolom;
    }
    EXPECT_GE(std::count_if(geplant.begin(), geplant.end(), [](const auto& p) { return p.first.starts_with("overleg."); }), 10);
    EXPECT_EQ(tel("select count(distinct z.compartiment) as n from casus.bron b join toegang.zicht z on z.organisatie = b.organisatie and z.zicht = b.zicht where b.casus = '" + id + "' and z.basis is not null"), 2);
    EXPECT_TRUE(geplant.contains("archief.blokkade.reden"));
    EXPECT_GE(o.beheer().doe("select count(*) as n from casus.bron b join casus.casus c on c.organisatie = b.organisatie and c.id = b.casus where b.casus = $1::uuid and b.zicht <> c.zicht", id)[0].veld<std::int64_t>("n"), 1)
        << "nothing in a compartment: this proves nothing of one";
    EXPECT_GE(geplant.size(), 100U);
    // Everything there is to forget has a row in it: else this proves nothing.
    std::set<std::string> tabellen;
    for (const auto& [kolom, woord] : geplant) tabellen.insert(kolom.substr(0, kolom.rfind('.')));
    EXPECT_THAT(tabellen, testing::IsSupersetOf({"signaal.melder", "signaal.melder_getoond", "signaal.signaal_verleden", "casus.gebeurtenis", "casus.bron_verleden", "casus.termijn",
                                                 "documenten.document", "documenten.document_verleden", "interventie.interventie_verleden", "entiteit.vermelding_verleden",
                                                 "toegang.noodtoegang", "casus.plan_verleden"}));
    // Every table that forgets with a dossier holds a row of this one, but for these.
    const std::map<std::string, std::string> niet_hier{
        {"betrokkene.gegeven", "a request about it holds it back; betrokkene_db_test"}, {"betrokkene.gegeven_verleden", "the same"}, {"betrokkene.zoekslag", "of a request"},
        {"betrokkene.overgang", "of a request"}, {"betrokkene.verzoek", "of a request"}, {"betrokkene.verzoek_verleden", "of a request"},
        {"toegang.zicht_rol", "an audience of a file has members, not roles"},
        {"casus.van_voor_toets", "only of casussen from before there were checks"}};
    std::set<std::string> leeg;
    {
        auto v = o.beheer();
        const auto dossiers = v.doe("select array[$1::uuid, $2::uuid]::text as d", id, signaal)[0].veld<std::string>("d");
        for (const auto rij : v.doe("select format('%I.%I', schema, tabel) as tabel, replace(replace(replace(replace(waar, '$1', '1'), '$2', '$1::uuid[]'), '$3',"
                                    " '(array(select z.zicht from toegang.zicht z where z.object = any ($1::uuid[])))'), '$5', '$1::uuid[]') as waar"
                                    " from archief.vergeetregel where hoe = 'dossier' and waar !~ '[$]4'")) {
            const auto tabel = rij.veld<std::string>("tabel");
            const auto n = v.doe("select count(*) as n from " + tabel + " where organisatie = 1 and (" + rij.veld<std::string>("waar") + ")", dossiers)[0].veld<std::int64_t>("n");
            if (n == 0) leeg.insert(tabel);
            EXPECT_FALSE(n > 0 && niet_hier.contains(tabel)) << tabel << " has rows here: take it off the list";
        }
    }
    for (const auto& tabel : leeg) EXPECT_TRUE(niet_hier.contains(tabel)) << tabel << " holds nothing of the casus: this proves nothing of it";
    // What the search box finds of it: for who is in the casus, by every way that it looks.
    const auto gezocht = [&](const std::string& tekst) {
        const auto gevonden = o.eis(200, coordinator, Methode::post, "/v1/_zoek", object{{"tekst", tekst}, {"aantal", 50}}, {{"verwerkingsactiviteit", "casus-behandelen"}});
        std::map<std::string, std::int64_t> uit;
        for (const auto& [soort, aantal] : gevonden.at("aantallen").as_object()) uit[soort] = aantal.as_int64();
        EXPECT_TRUE(gevonden.at("inAlles").as_bool());
        return uit;
    };
    const std::map<std::string, std::int64_t> niets{{"signalen", 0}, {"casussen", 0}, {"vermeldingen", 0}, {"documenten", 0}};
    auto eerst = gezocht(std::string(kanarie));
    for (const auto* soort : {"signalen", "casussen", "vermeldingen", "documenten"}) EXPECT_GE(eerst[soort], 1) << soort << " is not found before: this proves nothing";
    const auto voor = dump(o.cluster());
    ASSERT_GE(treffers(voor), geplant.size());
    ASSERT_TRUE(w.plek.opslag.heeft(dossier) && w.plek.sleutels.heeft(dossier));
    const auto kopie = fs::temp_directory_path() / ("damwand-kopie-" + Uuid::willekeurig().tekst());
    fs::create_directory(kopie);
    fs::permissions(kopie, fs::perms(0711));
    (void)uitvoer_van("/usr/lib/postgresql/15/bin/pg_basebackup --dbname='" + o.cluster().dsn("beheer") + "' -D '" + (kopie / "db" / "data").string() + "' -X stream -c fast 2>&1");
    fs::copy(w.plek.map / "documenten", kopie / "documenten", fs::copy_options::recursive);
    fs::copy(w.plek.map / "sleutels" / "dossiers", kopie / "dossiers", fs::copy_options::recursive);

    reis_naar(lees_datum(zaak.at("bewarenTot").as_string()).value(), 1);
    const Mensen m;
    const auto lijst = vernietig(m, {id});
    EXPECT_EQ(treffers(dump(o.cluster())), 0U);
    EXPECT_EQ(treffers(Documentplek::bytes(w.plek.map)), 0U);
    EXPECT_FALSE(w.plek.opslag.heeft(dossier) || w.plek.sleutels.heeft(dossier));
    o.beheer().doe("update toegang.sessie set begonnen_op = basis.nu(), laatst_op = basis.nu() where gebruiker = $1", coordinator.id);  // the same one signs in again, years later
    EXPECT_EQ(gezocht(std::string(kanarie)), niets);
    // The lesson that came of it stays, and no column of it leads back.
    EXPECT_EQ(tel("select count(*) as n from leren.les where titel = 'Eerst praten'"), 1);
    EXPECT_EQ(tel("select count(*) as n from leren.les l where l::text like '%" + id + "%' or l::text like '%" + std::string(zaak.at("kenmerk").as_string()) + "%'"), 0);
    std::string schermen;
    int vragen = 0;
    for (const auto& route : o.loket().routes()) {
        if (*route.kop.methode != Methode::get || route.stroom) continue;
        std::string pad(*route.kop.pad);
        if (const auto plek = pad.find("{id}"); plek != std::string::npos) pad.replace(plek, 4, pad.starts_with("/v1/signalen") ? signaal : id);
        if (pad.find('{') != std::string::npos) continue;
        for (const auto& wie : {m.maker, m.archivaris, m.ander}) schermen += o.roep(wie, Methode::get, pad).lijf;
        ++vragen;
    }
    EXPECT_GE(vragen, 20);
    EXPECT_EQ(treffers(schermen), 0U);
    EXPECT_EQ(schermen.find(std::string(zaak.at("kenmerk").as_string())), std::string::npos);

    db::Pool beheer(o.cluster().dsn("beheer"), 1);
    const auto alles_goed = [](const std::vector<Vindplaats>& plaatsen) { return std::all_of(plaatsen.begin(), plaatsen.end(), [](const auto& p) { return p.goed; }); };
    const auto gevonden = bewijs(beheer, w.plek.opslag, w.boek, {1}, dossier.id);
    for (const auto& p : gevonden) EXPECT_TRUE(p.goed) << p.plaats << " " << p.gevonden << " " << p.uitleg;
    EXPECT_GE(std::count_if(gevonden.begin(), gevonden.end(), [](const auto& p) { return p.plaats.starts_with("logboek.") && p.gevonden > 0; }), 1);  // the audit log; the other knows pseudonyms
    EXPECT_FALSE(alles_goed(bewijs(beheer, w.plek.opslag, w.boek, {1}, uuid_van(nieuwe_casus(o, m.maker)))));

    // The backup of before, with the keys and the ledger of today; and even with the keys of then.
    {
        const auto echt = o.beheer().doe("show data_directory")[0].veld<std::string>("data_directory");
        (void)uitvoer_van("chown -R --reference='" + echt + "' '" + (kopie / "db").string() + "' 2>&1");
        db::Cluster oud(kopie / "db", "fsync=off");
        ASSERT_GE(treffers(dump(oud)), geplant.size());
        documenten::Sleutels oude_sleutels(kopie / "dossiers", w.plek.zegel);
        documenten::Opslag oude_opslag(kopie / "documenten", oude_sleutels);
        ASSERT_TRUE(oude_opslag.heeft(dossier) && oude_sleutels.heeft(dossier));
        db::Pool oud_beheer(oud.dsn("beheer"), 1);
        EXPECT_FALSE(alles_goed(bewijs(oud_beheer, oude_opslag, w.boek, {1}, dossier.id)));
        EXPECT_GE(herhaal(oud_beheer, oude_opslag, w.boek, o.pseudoniem()), 1U);
        EXPECT_EQ(treffers(dump(oud)), 0U);
        for (const auto& p : bewijs(oud_beheer, oude_opslag, w.boek, {1}, dossier.id)) EXPECT_TRUE(p.goed) << p.plaats << " " << p.gevonden << " " << p.uitleg;
        // The declaration is there again too.
        EXPECT_EQ(oud_beheer.neem()->doe("select count(*) as n from archief.verklaring where inhoud ->> 'lijst' = $1", id_van(lijst))[0].veld<std::int64_t>("n"), 1);
    }
    fs::remove_all(kopie);
}

// By its kenmerk, which the planted casus above has no more: as it is written, and as somebody types it.
TEST_F(Archief, OpHetKenmerkIsNaVernietigingNietsTeVinden) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, coordinator);
    const std::string kenmerk(zaak.at("kenmerk").as_string());
    const auto treffers_op_kenmerk = [&] {
        std::int64_t treft = 0;
        for (const auto& tekst : {kenmerk, " " + kenmerk + " "}) {
            const auto gevonden = o.eis(200, coordinator, Methode::post, "/v1/_zoek", object{{"tekst", tekst}, {"aantal", 50}});
            for (const auto* soort : {"casussen", "signalen"}) {
                for (const auto& een : gevonden.at(soort).as_array()) treft += een.at("kenmerk").as_string() == kenmerk ? 1 : 0;
            }
        }
        return treft;
    };
    EXPECT_EQ(treffers_op_kenmerk(), 2) << "not found before: this proves nothing";
    value dicht;
    for (const auto& naar : weg_naar("archief")) dicht = stap(o, coordinator, zaak, naar);
    reis_naar(lees_datum(dicht.at("bewarenTot").as_string()).value(), 1);
    const Mensen m;
    (void)vernietig(m, {id_van(zaak)});
    o.beheer().doe("update toegang.sessie set begonnen_op = basis.nu(), laatst_op = basis.nu() where gebruiker = $1", coordinator.id);  // the same one signs in again, years later
    EXPECT_EQ(treffers_op_kenmerk(), 0);
}

TEST_F(Archief, HetBewijsZietWatEenVergetenTabelLaatStaan) {
    auto& o = omgeving();
    auto& w = wereld();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, coordinator);
    o.eis(200, coordinator, Methode::patch, pad_van(zaak) + "/plan", object{{"hypothese", "Kweek."}}, gezien(zaak.at("plan").at("versie").as_int64()));
    value dicht;
    for (const auto& naar : weg_naar("archief")) dicht = stap(o, coordinator, zaak, naar);
    reis_naar(lees_datum(dicht.at("bewarenTot").as_string()).value(), 1);
    auto beheer = o.beheer();
    beheer.script("create table public.proefregel as select waar from archief.vergeetregel where tabel = 'plan_verleden';"
                  "update archief.vergeetregel set hoe = 'blijft', waar = null where tabel = 'plan_verleden'");
    const Mensen m;
    const auto lijst = maak_lijst(m.maker, {id_van(zaak)});
    keur_goed(m.archivaris, lijst);
    keur_goed(m.ander, lijst);
    voer_uit(m.maker, lijst);
    EXPECT_EQ(w.uitvoerder.werk_af(), 1U);
    db::Pool pool(o.cluster().dsn("beheer"), 1);
    const auto over = bewijs(pool, w.plek.opslag, w.boek, {1}, uuid_van(zaak));
    const auto plek = std::find_if(over.begin(), over.end(), [](const auto& p) { return !p.goed; });
    ASSERT_NE(plek, over.end());
    EXPECT_EQ(plek->plaats, "casus.plan_verleden");
    beheer.script("update archief.vergeetregel set hoe = 'dossier', waar = (select waar from public.proefregel) where tabel = 'plan_verleden'; drop table public.proefregel");
    EXPECT_EQ(herhaal(pool, w.plek.opslag, w.boek, o.pseudoniem()), 1U);
    for (const auto& p : bewijs(pool, w.plek.opslag, w.boek, {1}, uuid_van(zaak))) EXPECT_TRUE(p.goed) << p.plaats;
}

TEST_F(Archief, DeVerklaringZegtWatErWegIsZonderTeZeggenWatHetWas) {
    auto& o = omgeving();
    const auto zaak = gesloten_casus(o.gebruiker({"coordinator"}));
    reis_naar(lees_datum(zaak.at("bewarenTot").as_string()).value(), 1);
    const Mensen m;
    const auto lijst = vernietig(m, {id_van(zaak)});
    const auto alle = o.eis(200, m.archivaris, Methode::get, "/v1/vernietiging/verklaringen").at("resultaten").as_array();
    const auto v = std::find_if(alle.begin(), alle.end(), [&](const value& x) { return x.at("inhoud").at("lijst").as_string() == id_van(lijst); });
    ASSERT_NE(v, alle.end());
    const auto& inhoud = v->at("inhoud");
    EXPECT_EQ(inhoud.at("casussen").as_int64(), 1);
    EXPECT_EQ(inhoud.at("rollen"), (array{"archivaris", "privacy"}));
    EXPECT_EQ(inhoud.at("van").as_string(), zaak.at("einddatum").as_string());
    EXPECT_GE(inhoud.at("rijen").as_array().size(), 8U);
    const auto antwoord = o.roep(m.archivaris, Methode::get, "/v1/vernietiging/verklaringen/" + id_van(*v) + "/tekst");
    EXPECT_EQ(antwoord.status, 200);
    EXPECT_THAT(antwoord.lijf, testing::AllOf(testing::HasSubstr("VERKLARING VAN VERNIETIGING"), testing::ContainsRegex("Casussen: +1"), testing::HasSubstr("selectielijst 12.1")));
    for (const auto& verboden : {id_van(zaak), std::string(zaak.at("kenmerk").as_string()), std::string("Loods"), m.maker.id.tekst()}) {
        EXPECT_EQ(antwoord.lijf.find(verboden), std::string::npos);
        EXPECT_EQ(boost::json::serialize(inhoud).find(verboden), std::string::npos);
    }
    o.eis(403, o.gebruiker({"deelnemer"}), Methode::get, "/v1/vernietiging/verklaringen");
    EXPECT_THROW(db::Transactie(o.toepassing(), {.organisatie = {1}, .gebruiker = m.maker.id, .operatie = OperatieId::nieuw()}).doe("delete from archief.verklaring"), db::DbFout);
}

TEST_F(Archief, HetBoekOverleeftEenAfgekapteRegelEnWeigertEenKapotte) {
    const auto bestand = wereld().plek.map / "boek" / "proef.jsonl";
    Vernietigingsboek boek(bestand);
    EXPECT_TRUE(boek.lees().regels.empty());
    const Vernietigingsboek::Regel regel{.dossier = {{1}, "signaal", Uuid::willekeurig()}, .bij = Uuid::willekeurig(), .lijst = Uuid::willekeurig(), .dag = lees_datum("2026-11-22").value()};
    boek.schrijf({regel, regel});
    std::ofstream(bestand, std::ios::app) << "{\"organisatie\":1,\"so";
    ASSERT_EQ(boek.lees().regels.size(), 2U);
    EXPECT_EQ(boek.lees().regels[0].dossier.id, regel.dossier.id);
    boek.schrijf({regel});
    EXPECT_EQ(boek.lees().regels.size(), 3U);
    std::ofstream(bestand, std::ios::app) << "niets van ons\n";
    EXPECT_THROW((void)boek.lees(), Fout);
}

}  // namespace
}  // namespace damwand::archief

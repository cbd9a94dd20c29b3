// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "werk/document/proefwereld.hpp"

namespace damwand {

proef::Wereld& proef::wereld() {
    static Wereld w(DAMWAND_ONTLEDER);
    return w;
}

namespace {

using namespace proef;
using documenten::Dossier;

const std::map<std::string, std::string> brief{{"bestandsnaam", "brief%20caf%C3%A9.txt"}, {"document-regime", "fiscaal"}, {"document-bron", "Landelijk Bureau"}, {"document-datum", "2026-10-01"}};

value neem_op(Omgeving& o, const Gebruiker& wie, const std::string& pad, const std::string& inhoud, const std::map<std::string, std::string>& koppen = brief) {
    const auto antwoord = o.stuur(wie, pad + "/documenten", inhoud, koppen);
    EXPECT_EQ(antwoord.status, 201) << antwoord.lijf;
    return boost::json::parse(antwoord.lijf);
}
std::string code_van(const http::Antwoord& antwoord) { return std::string(boost::json::parse(antwoord.lijf).at("code").as_string()); }
std::string staat_van(const value& d) { return std::string(d.at("staat").as_string()); }
Dossier dossier_van(const value& casus) { return {{1}, "casus", Uuid::lees(id_van(casus)).value()}; }

TEST(Document, KomtInQuarantaineEnWordtNaKeuringLeesbaar) {
    auto& [plek, o, keuring] = wereld();
    const auto wie = o.gebruiker({"coordinator"});
    const auto pad = pad_van(nieuwe_casus(o, wie));
    const auto d = neem_op(o, wie, pad, "De inhoud van de brief.");
    EXPECT_EQ(d.at("naam").as_string(), "brief café.txt");
    EXPECT_EQ(d.at("regime").as_string(), "fiscaal");
    EXPECT_EQ(d.at("bron").as_string(), "Landelijk Bureau");
    EXPECT_EQ(d.at("bronDatum").as_string(), "2026-10-01");
    EXPECT_EQ(staat_van(d), "wordt_gecontroleerd");
    const auto inhoud = pad + "/documenten/" + id_van(d) + "/inhoud";
    EXPECT_EQ(code_van(o.roep(wie, Methode::get, inhoud)), "document-niet-schoon");
    wereld().keur_alles();
    const auto lijst = o.eis(200, wie, Methode::get, pad + "/documenten").at("resultaten").as_array();
    ASSERT_EQ(lijst.size(), 1U);
    EXPECT_EQ(staat_van(lijst[0]), "schoon");
    EXPECT_EQ(lijst[0].at("tekens").as_int64(), 23);
    const auto antwoord = o.roep(wie, Methode::get, inhoud);
    ASSERT_EQ(antwoord.status, 200);
    EXPECT_EQ(antwoord.inhoud->lengte(), 23U);
    EXPECT_EQ(Documentplek::alles(*antwoord.inhoud), "De inhoud van de brief.");
    EXPECT_EQ(antwoord.type, "application/octet-stream");
    EXPECT_THAT(antwoord.koppen, testing::Contains(testing::Pair("Content-Disposition", testing::StartsWith("attachment; "))));
    EXPECT_THAT(antwoord.koppen, testing::Contains(testing::Pair("Content-Security-Policy", testing::HasSubstr("sandbox"))));
    EXPECT_EQ(Documentplek::bytes(plek.map / "documenten").find("brief"), std::string::npos);
}

TEST(Document, StaatInBeideLogsEnOpDeTijdlijn) {
    auto& o = wereld().o;
    const auto wie = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, wie);
    const auto d = neem_op(o, wie, pad_van(zaak), "Voor het logboek.");
    wereld().keur_alles();
    EXPECT_EQ(o.roep(wie, Methode::get, pad_van(zaak) + "/documenten/" + id_van(d) + "/inhoud").status, 200);
    o.eis(200, wie, Methode::get, pad_van(zaak) + "/documenten");
    std::vector<std::string> acties;
    for (const auto rij : o.beheer().doe("select a.actie, a.actor is null as programma, exists (select from logboek.verwerking v where v.operatie = a.operatie) as verwerkt "
                                         "from logboek.geraakt g join logboek.audit a on a.organisatie = g.organisatie and a.operatie = g.operatie "
                                         "where g.object = $1 order by a.tijd", id_van(d))) {
        acties.push_back(rij.veld<std::string>("actie") + (rij.veld<bool>("programma") ? " programma" : "") + (rij.veld<bool>("verwerkt") ? " verwerkt" : ""));
    }
    EXPECT_THAT(acties, testing::ElementsAre("casusDocumentToevoegen verwerkt", "documentKeuren programma", "casusDocumentOpenen verwerkt", "casusDocumentenTonen verwerkt"));
    const auto regel = o.beheer().doe("select tekst, gegevens ->> 'verandering' as v from casus.gebeurtenis where casus = $1 and soort = 'document'", id_van(zaak));
    ASSERT_EQ(regel.aantal(), 1);
    EXPECT_EQ(regel[0].veld<std::string>("tekst") + " " + regel[0].veld<std::string>("v"), "brief café.txt toegevoegd");
}

TEST(Document, EenVirusWordtGeweigerdEnIsVanDeSchijfWeg) {
    auto& [plek, o, keuring] = wereld();
    const auto wie = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, wie);
    const auto d = neem_op(o, wie, pad_van(zaak), eicar());
    wereld().keur_alles();
    const auto na = o.eis(200, wie, Methode::get, pad_van(zaak) + "/documenten/" + id_van(d));
    EXPECT_EQ(staat_van(na), "geweigerd");
    EXPECT_EQ(na.at("reden").as_string(), "virus");
    EXPECT_EQ(code_van(o.roep(wie, Methode::get, pad_van(zaak) + "/documenten/" + id_van(d) + "/inhoud")), "document-niet-schoon");
    EXPECT_TRUE(Documentplek::bytes(plek.map / "documenten" / "quarantaine" / dossier_van(zaak).pad()).empty());
    neem_op(o, wie, pad_van(zaak), eicar());  // may be tried again
    wereld().keur_alles();
}

TEST(Document, ZonderScannerBlijftHetInQuarantaineEnLaterGaatHetDoor) {
    auto& [plek, o, keuring] = wereld();
    const auto wie = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, wie);
    auto zonder = plek.gereedschap;
    zonder.scanner = "/bestaat/niet";
    documenten::Keuring lege(o.toepassing(), plek.opslag, o.pseudoniem(), zonder);
    const auto d = neem_op(o, wie, pad_van(zaak), "Wacht op de scanner.");
    const auto hier = pad_van(zaak) + "/documenten/" + id_van(d);
    EXPECT_TRUE(lege.keur_volgende());
    auto na = o.eis(200, wie, Methode::get, hier);
    EXPECT_EQ(staat_van(na), "in_quarantaine");
    EXPECT_EQ(na.at("reden").as_string(), "geen-scanner");
    EXPECT_EQ(o.roep(wie, Methode::get, hier + "/inhoud").status, 409);
    const auto versie = versie_van(na);
    EXPECT_FALSE(lege.keur_volgende());                          // it is left alone for a while
    EXPECT_TRUE(lege.keur_volgende(std::chrono::seconds(0)));    // nothing new: no version, no history
    EXPECT_EQ(versie_van(o.eis(200, wie, Methode::get, hier)), versie);
    EXPECT_TRUE(keuring.keur_volgende(std::chrono::seconds(0)));
    na = o.eis(200, wie, Methode::get, hier);
    EXPECT_EQ(staat_van(na), "schoon");
    EXPECT_TRUE(na.at("reden").is_null());
}

TEST(Document, WeigertVoorErEenByteBinnenIs) {
    auto& o = wereld().o;
    const auto wie = o.gebruiker({"coordinator"});
    const auto lezer = o.gebruiker({"burgemeester"});
    const auto pad = pad_van(nieuwe_casus(o, wie, {lezer})) + "/documenten";
    auto koppen = brief;
    koppen["content-length"] = std::to_string(documenten::Opslag::meeste_bytes + 1);
    EXPECT_EQ(code_van(o.stuur(wie, pad, "x", koppen)), "bestand-te-groot");
    EXPECT_EQ(code_van(o.stuur(wie, pad, "", brief)), "bestand-leeg");
    EXPECT_EQ(code_van(o.stuur(lezer, pad, "x", brief)), "geen-recht");
    koppen = brief;
    koppen["x-csrf-token"] = "fout";
    EXPECT_EQ(code_van(o.stuur(wie, pad, "x", koppen)), "csrf");
    koppen = brief;
    koppen["bestandsnaam"] = "brief.exe";
    EXPECT_EQ(code_van(o.stuur(wie, pad, "x", koppen)), "bestandssoort-onbekend");
    koppen["bestandsnaam"] = "brief.pdf";
    EXPECT_EQ(code_van(o.stuur(wie, pad, "x", koppen)), "inhoud-past-niet");
    koppen = brief;
    koppen["document-regime"] = "geheim";
    koppen["document-datum"] = "morgen";
    const auto fout = o.stuur(wie, pad, "x", koppen);
    EXPECT_EQ(boost::json::parse(fout.lijf).at("fouten").as_array().size(), 2U) << fout.lijf;
    EXPECT_EQ(o.roep(wie, Methode::post, pad, object{{"a", 1}}).status, 415);
    EXPECT_TRUE(o.eis(200, wie, Methode::get, pad).at("resultaten").as_array().empty());
}

TEST(Document, HetzelfdeBestandEenKeerEnDezelfdeSleutelEenKeer) {
    auto& o = wereld().o;
    const auto wie = o.gebruiker({"coordinator"});
    const auto pad = pad_van(nieuwe_casus(o, wie));
    auto koppen = brief;
    koppen["idempotency-key"] = Uuid::willekeurig().tekst();
    const auto d = neem_op(o, wie, pad, "een keer", koppen);
    const auto weer = o.stuur(wie, pad + "/documenten", "een keer", koppen);
    EXPECT_EQ(weer.status, 201);
    EXPECT_EQ(id_van(boost::json::parse(weer.lijf)), id_van(d));
    EXPECT_EQ(code_van(o.stuur(wie, pad + "/documenten", "iets anders", koppen)), "sleutel-gebruikt");
    EXPECT_EQ(code_van(o.stuur(wie, pad + "/documenten", "een keer", brief)), "document-bestaat-al");
    EXPECT_EQ(o.eis(200, wie, Methode::get, pad + "/documenten").at("resultaten").as_array().size(), 1U);
}

TEST(Document, IsAlleenVoorLedenVanDeCasusEnDeEigenGemeente) {
    auto& o = wereld().o;
    const auto wie = o.gebruiker({"coordinator"});
    const auto lid = o.gebruiker({"jurist"});
    const auto zaak = nieuwe_casus(o, wie, {lid});
    const auto d = neem_op(o, wie, pad_van(zaak), "Alleen voor leden.");
    wereld().keur_alles();
    const auto hier = pad_van(zaak) + "/documenten/" + id_van(d);
    EXPECT_EQ(o.roep(lid, Methode::get, hier + "/inhoud").status, 200);
    for (const auto& vreemd : {o.gebruiker({"coordinator"}), o.gebruiker({"coordinator"}, 2)}) {
        for (const auto& pad : {pad_van(zaak) + "/documenten", hier, hier + "/inhoud"}) EXPECT_EQ(o.roep(vreemd, Methode::get, pad).status, 404);
        EXPECT_EQ(o.roep(vreemd, Methode::verwijder, hier, nullptr, gezien(2)).status, 404);
        EXPECT_EQ(o.stuur(vreemd, pad_van(zaak) + "/documenten", "x", brief).status, 404);
        db::Transactie tx(o.toepassing(), {.organisatie = vreemd.organisatie, .gebruiker = vreemd.id, .operatie = OperatieId::nieuw()});
        EXPECT_TRUE(tx.doe("select from documenten.document where id = $1", id_van(d)).leeg());
        EXPECT_TRUE(tx.doe("select from documenten.document_verleden where id = $1", id_van(d)).leeg());
    }
    db::Transactie tx(o.toepassing(), {.organisatie = lid.organisatie, .gebruiker = lid.id, .operatie = OperatieId::nieuw()});
    EXPECT_EQ(tx.doe("select from documenten.document where id = $1", id_van(d)).aantal(), 1);
    // Another file's id under one's own casus is not there either.
    const auto eigen = nieuwe_casus(o, wie);
    EXPECT_EQ(o.roep(wie, Methode::get, pad_van(eigen) + "/documenten/" + id_van(d) + "/inhoud").status, 404);
}

TEST(Document, OnderDeWpgIsErNietVoorEenLidWiensRolErNietInMag) {
    auto& o = wereld().o;
    const auto wie = o.gebruiker({"coordinator"});
    const auto lid = o.gebruiker({"deelnemer"});
    const auto zaak = nieuwe_casus(o, wie, {lid});
    const auto lijst = pad_van(zaak) + "/documenten";
    auto wpg = brief;
    wpg["document-regime"] = "wpg";
    const auto dossier_voor = o.eis(200, lid, Methode::get, pad_van(zaak));
    const auto d = neem_op(o, wie, pad_van(zaak), "Uit een rapport van de politie.", wpg);
    wereld().keur_alles();
    const auto hier = lijst + "/" + id_van(d);
    // nothing of it: not the file, not its past, not a line, not that something happened, not "this is here already"
    EXPECT_TRUE(o.eis(200, lid, Methode::get, lijst).at("resultaten").as_array().empty());
    EXPECT_EQ(o.eis(200, lid, Methode::get, pad_van(zaak)), dossier_voor);
    for (const auto& pad : {hier, hier + "/inhoud"}) EXPECT_EQ(o.roep(lid, Methode::get, pad).status, 404);
    EXPECT_EQ(o.roep(lid, Methode::verwijder, hier, nullptr, gezien(2)).status, 404);
    EXPECT_EQ(o.stuur(lid, lijst, "Uit een rapport van de politie.", brief).status, 201);
    EXPECT_EQ(code_van(o.stuur(lid, lijst, "Ook van de politie.", wpg)), "invoer-ongeldig");
    {
        db::Transactie tx(o.toepassing(), {.organisatie = lid.organisatie, .gebruiker = lid.id, .operatie = OperatieId::nieuw()});
        for (const std::string tabel : {"document", "document_verleden"}) EXPECT_TRUE(tx.doe("select from documenten." + tabel + " where id = $1", id_van(d)).leeg()) << tabel;
        EXPECT_TRUE(tx.doe("select from casus.gebeurtenis where gegevens ->> 'document' = $1", id_van(d)).leeg());
    }
    // the twin: whose role opens it sees both files, reads it and takes it out
    wereld().keur_alles();
    EXPECT_EQ(o.eis(200, wie, Methode::get, lijst).at("resultaten").as_array().size(), 2U);
    EXPECT_EQ(o.roep(wie, Methode::get, hier + "/inhoud").status, 200);
    o.eis(204, wie, Methode::verwijder, hier, nullptr, gezien(2));
    const auto signaal = "/v1/signalen/" + gewogen_signaal(o, wie);
    EXPECT_NE(o.stuur(wie, signaal + "/documenten", "In een signaal.", wpg).lijf.find("alleen-in-casus"), std::string::npos);
}

TEST(Document, UitHetDossierGehaaldBlijftWatHetWas) {
    auto& o = wereld().o;
    const auto wie = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, wie);
    const auto d = neem_op(o, wie, pad_van(zaak), "Weg maar niet vergeten.");
    wereld().keur_alles();
    const auto hier = pad_van(zaak) + "/documenten/" + id_van(d);
    const auto toen = o.beheer().doe("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as nu")[0].veld<std::string>("nu");
    EXPECT_EQ(o.roep(wie, Methode::verwijder, hier, nullptr, gezien(1)).status, 412);
    o.eis(204, wie, Methode::verwijder, hier, nullptr, gezien(2));
    EXPECT_EQ(o.roep(wie, Methode::get, hier + "/inhoud").status, 404);
    EXPECT_TRUE(o.eis(200, wie, Methode::get, pad_van(zaak) + "/documenten").at("resultaten").as_array().empty());
    const auto destijds = o.eis(200, wie, Methode::get, pad_van(zaak) + "/documenten?bekendOp=" + toen).at("resultaten").as_array();
    ASSERT_EQ(destijds.size(), 1U);
    EXPECT_EQ(staat_van(destijds[0]), "schoon");
}

TEST(Document, GaatMetHetSignaalMeeNaarDeCasusEnKanWordenOvergenomen) {
    auto& [plek, o, keuring] = wereld();
    const auto wie = o.gebruiker({"coordinator"});
    const auto collega = o.gebruiker({"informatieanalist"});
    const auto signaal = gewogen_signaal(o, wie);
    const auto pad = "/v1/signalen/" + signaal;
    const auto d = neem_op(o, wie, pad, "Foto bij het signaal.");
    wereld().keur_alles();
    EXPECT_EQ(o.roep(collega, Methode::get, pad + "/documenten").status, 200);
    const auto zaak = o.eis(201, wie, Methode::post, "/v1/casussen",
                            object{{"signalen", array{signaal}}, {"werknaam", "Kade"}, {"thema", "hennep"}, {"trekker", wie.id.tekst()}});
    EXPECT_EQ(o.roep(collega, Methode::get, pad + "/documenten").status, 404);
    {
        db::Transactie tx(o.toepassing(), {.organisatie = collega.organisatie, .gebruiker = collega.id, .operatie = OperatieId::nieuw()});
        EXPECT_TRUE(tx.doe("select from documenten.document where id = $1 union all select from documenten.document_verleden where id = $1", id_van(d)).leeg());
    }
    EXPECT_EQ(o.roep(wie, Methode::get, pad + "/documenten/" + id_van(d) + "/inhoud").status, 200);
    const auto kopie = o.eis(201, wie, Methode::post, pad_van(zaak) + "/documentkopieen", object{{"signaal", signaal}, {"document", id_van(d)}});
    EXPECT_NE(id_van(kopie), id_van(d));
    EXPECT_EQ(kopie.at("regime").as_string(), "fiscaal");
    const auto namen = o.beheer().doe("select count(distinct inhoud)::integer as n from documenten.document where id in ($1, $2)", id_van(d), id_van(kopie));
    EXPECT_EQ(namen[0].veld<int>("n"), 2);
    // The signaal's key goes: the copy in the casus is not touched.
    EXPECT_TRUE(plek.sleutels.vernietig({{1}, "signaal", Uuid::lees(signaal).value()}));
    EXPECT_EQ(code_van(o.roep(wie, Methode::get, pad + "/documenten/" + id_van(d) + "/inhoud")), "document-vernietigd");
    const auto antwoord = o.roep(wie, Methode::get, pad_van(zaak) + "/documenten/" + id_van(kopie) + "/inhoud");
    ASSERT_EQ(antwoord.status, 200);
    EXPECT_EQ(Documentplek::alles(*antwoord.inhoud), "Foto bij het signaal.");
}

TEST(Document, VernietigenLaatNietsOverEnAndereDossiersMetRust) {
    auto& [plek, o, keuring] = wereld();
    const auto wie = o.gebruiker({"coordinator"});
    const auto weg = nieuwe_casus(o, wie);
    const auto blijft = nieuwe_casus(o, wie);
    const auto d = neem_op(o, wie, pad_van(weg), "kanarie een");
    neem_op(o, wie, pad_van(weg), "kanarie twee");
    const auto b = neem_op(o, wie, pad_van(blijft), "kanarie een");
    wereld().keur_alles();
    o.eis(204, wie, Methode::verwijder, pad_van(weg) + "/documenten/" + id_van(d), nullptr, gezien(2));
    namespace fs = std::filesystem;
    fs::copy(plek.map / "documenten", plek.map / "kopie", fs::copy_options::recursive);

    db::Pool pool(o.cluster().dsn("beheer"), 1);
    db::Transactie tx(pool, {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    tx.doe("set local role vernietiger");
    const auto dossier = dossier_van(weg);
    const auto spoor = documenten::alles_van(tx, dossier);
    ASSERT_EQ(spoor.size(), 2U);
    EXPECT_EQ(spoor[0].versies + spoor[1].versies, 4);  // waiting and clean, each
    const auto uit = documenten::vernietig(tx, plek.opslag, dossier);
    EXPECT_EQ(uit.bestanden, 2U);
    EXPECT_GE(uit.rijen, 2);
    EXPECT_TRUE(documenten::alles_van(tx, dossier).empty());
    EXPECT_EQ(documenten::vernietig(tx, plek.opslag, dossier).bestanden, 0U);
    tx.leg_vast();
    EXPECT_TRUE(o.beheer().doe("select from documenten.document where dossier = $1 union all select from documenten.document_verleden where dossier = $1", id_van(weg)).leeg());
    EXPECT_FALSE(fs::exists(plek.map / "documenten" / "opslag" / dossier.pad()));
    EXPECT_FALSE(plek.sleutels.open(dossier).has_value());
    fs::remove_all(plek.map / "kopie");
    EXPECT_EQ(o.roep(wie, Methode::get, pad_van(blijft) + "/documenten/" + id_van(b) + "/inhoud").status, 200);
    // Only this role may.
    db::Transactie gewoon(o.toepassing(), {.organisatie = {1}, .gebruiker = wie.id, .operatie = OperatieId::nieuw()});
    EXPECT_THROW((void)documenten::alles_van(gewoon, dossier), db::DbFout);
}

TEST(Document, WezenVerdwijnenNaEenDagEnNietsAnders) {
    auto& [plek, o, keuring] = wereld();
    const auto wie = o.gebruiker({"coordinator"});
    const auto zaak = nieuwe_casus(o, wie);
    const auto blijft = neem_op(o, wie, pad_van(zaak), "Deze heeft een rij.");
    const auto was = neem_op(o, wie, pad_van(zaak), "Deze had een rij.");
    wereld().keur_alles();
    o.eis(204, wie, Methode::verwijder, pad_van(zaak) + "/documenten/" + id_van(was), nullptr, gezien(2));
    const auto dossier = dossier_van(zaak);
    const auto wees = plek.opslag.bewaar(dossier, *plek.opgevangen("niemand kent mij"));
    std::ofstream(plek.map / "documenten" / "opslag" / dossier.pad() / "half.nieuw") << "afgebroken";
    const auto nu = std::filesystem::file_time_type::clock::now();
    EXPECT_EQ(documenten::ruim_wezen(o.toepassing(), plek.opslag, nu), 0U);
    EXPECT_EQ(documenten::ruim_wezen(o.toepassing(), plek.opslag, nu + std::chrono::hours(25)), 2U);
    EXPECT_EQ(documenten::ruim_wezen(o.toepassing(), plek.opslag, nu + std::chrono::hours(25)), 0U);
    EXPECT_FALSE(std::filesystem::exists(plek.map / "documenten" / "quarantaine" / dossier.pad() / wees));
    EXPECT_EQ(o.roep(wie, Methode::get, pad_van(zaak) + "/documenten/" + id_van(blijft) + "/inhoud").status, 200);
    std::size_t over = 0;
    for (const auto& item : std::filesystem::directory_iterator(plek.map / "documenten" / "opslag" / dossier.pad())) over += item.is_regular_file() ? 1 : 0;
    EXPECT_EQ(over, 2U);
}

}  // namespace
}  // namespace damwand

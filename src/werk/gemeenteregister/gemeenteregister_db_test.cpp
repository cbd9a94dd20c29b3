// SPDX-License-Identifier: EUPL-1.2
#include "werk/gemeenteregister/gemeenteregister.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <array>
#include <fstream>

#include "base/fout.hpp"
#include "engine/bag/maker.hpp"
#include "engine/tabel/schrijver.hpp"
#include "steun/proefomgeving.hpp"
#include "steun/werkmap.hpp"

namespace damwand::gemeenteregister {
namespace {

namespace fs = std::filesystem;
using boost::json::value;
using enum http::Methode;
using testing::UnorderedElementsAre;

proef::Omgeving& omgeving() {
    static proef::Omgeving een([] {
        auto alle = routes();
        for (auto& r : registers::routes()) alle.push_back(std::move(r));
        return alle;
    }());
    static const bool geladen = [] {
        db::Pool lader(een.cluster().dsn("lader"), 1);
        const std::array levering{bag::maak({.adressen = 300}, proef::werkmap()).bestand};
        (void)registers::laad(lader, levering);
        return true;
    }();
    static_cast<void>(geladen);
    return een;
}

std::int64_t tel(const std::string& wat) { return omgeving().beheer().doe("select count(*) as n from " + wat)[0].veld<std::int64_t>("n"); }

/// A stand with one address, and the building around it.
struct Plek {
    std::string nummer, pand, postcode;
    int huisnummer = 0;
};
const Plek& plek() {
    static const auto een = [] {
        const auto r = omgeving().beheer().doe("select lpad(a.nummeraanduiding::text, 16, '0') as nummer, lpad(k.pand::text, 16, '0') as pand, a.postcode, a.huisnummer from register.adres a"
                                               " join register.kaartobject k on k.nummeraanduiding = a.nummeraanduiding where a.actief and a.huisletter is null and a.toevoeging is null and k.pand is not null"
                                               " and not exists (select from register.adres b where b.postcode = a.postcode and b.huisnummer = a.huisnummer and b.nummeraanduiding <> a.nummeraanduiding)"
                                               " order by 1 limit 1");
        return Plek{r[0].veld<std::string>("nummer"), r[0].veld<std::string>("pand"), r[0].veld<std::string>("postcode"), r[0].veld<int>("huisnummer")};
    }();
    return een;
}

const std::string kolommen = R"("kolommen":[{"kolom":"Zaak","als":"kenmerk","regime":"avg"},{"kolom":"Wat","als":"titel","regime":"open"},{"kolom":"Tot","als":"tot","regime":"open"},
    {"kolom":"Houder","als":"bedrijf","rol":"houder","regime":"avg"},{"kolom":"KVK","als":"kvk-nummer","rol":"houder","regime":"open"},{"kolom":"Chef","als":"persoon","rol":"chef","regime":"avg"},
    {"kolom":"PC","als":"postcode","rol":"plaats","regime":"open"},{"kolom":"Nr","als":"huisnummer","rol":"plaats","regime":"open"},{"kolom":"Som","als":"veld","regime":"fiscaal"}],
    "verbanden":[{"soort":"gevestigd","wie":"houder","wat":"plaats"}])";

fs::path schrijf(const std::string& naam, const std::string& inhoud) {
    const auto pad = proef::werkmap() / naam;
    std::ofstream(pad, std::ios::binary) << inhoud;
    return pad;
}
fs::path mapping(const std::string& register_, const std::string& rest = kolommen) {
    return schrijf(register_ + ".json", R"({"register":")" + register_ + R"(","naam":"Vergunningen","bron":"Team Vergunningen","doel":"Proef","grondslag":"Proef","bewaarmaanden":12,)" + rest + "}");
}
std::string csv(const std::vector<std::string>& rijen) {
    std::string uit = "Zaak;Wat;Tot;Houder;KVK;Chef;PC;Nr;Som\n";
    for (const auto& r : rijen) uit += r + "\n";
    return uit;
}
std::string rij(const std::string& zaak, const std::string& wat, const std::string& tot = "", const std::string& kvk = "") {
    return fmt::format("{};{};{};Houder B.V.;{};Mw. Chef;{};{};1000", zaak, wat, tot, kvk, plek().postcode, plek().huisnummer);
}
Laadverslag laad_csv(const std::string& register_, const std::vector<std::string>& rijen, const std::string& dag, bool volledig = false, const std::string& organisatie = "damstede") {
    db::Pool lader(omgeving().cluster().dsn("lader"), 1);
    Laadverslag v;
    laad(lader, mapping(register_), schrijf(register_ + ".csv", csv(rijen)), {.organisatie = organisatie, .standdatum = *lees_datum(dag), .volledig = volledig}, v);
    return v;
}
std::vector<value> bij_pand(const proef::Gebruiker& wie, const std::string& register_) {
    std::vector<value> uit;
    const auto antwoord = omgeving().eis(200, wie, post, "/v1/gemeenteregisters/_zoek", {{"pand", plek().pand}});
    for (const auto& r : antwoord.at("resultaten").as_array()) {
        if (r.at("register").as_string() == register_) uit.push_back(r);
    }
    return uit;
}
std::string code(const std::function<void()>& doe) {
    try {
        doe();
    } catch (const Fout& fout) {
        return fout.code();
    }
    return "";
}

TEST(Gemeenteregister, HoudtBijHoeEenRegelWas) {
    const auto analist = omgeving().gebruiker({"informatieanalist"});
    EXPECT_EQ(laad_csv("a", {rij("Z-1", "Terras"), rij("Z-2", "Uitstalling")}, "2026-01-01").nieuw, 2U);
    EXPECT_EQ(laad_csv("a", {rij("Z-1", "Terras"), rij("Z-2", "Uitstalling")}, "2026-01-01").gelijk, 2U) << "the same again changes nothing";
    const auto v = laad_csv("a", {rij("Z-1", "Groot terras"), rij("Z-1", "Groter terras")}, "2026-02-01");
    EXPECT_EQ(v.gewijzigd, 1U);
    EXPECT_EQ(v.dubbel, 1U);
    EXPECT_EQ(v.vervallen, 0U) << "not a complete delivery";
    auto alle = bij_pand(analist, "a");
    ASSERT_EQ(alle.size(), 3U);
    EXPECT_EQ(alle[2].at("titel").as_string(), "Terras");
    EXPECT_EQ(alle[2].at("gezienTot").as_string(), "2026-02-01");
    EXPECT_EQ(laad_csv("a", {rij("Z-1", "Grootste terras")}, "2026-02-01", true).vervallen, 1U) << "Z-2 is gone";
    alle = bij_pand(analist, "a");
    ASSERT_EQ(alle.size(), 3U) << "a second delivery of the day corrects the first";
    EXPECT_EQ(alle[0].at("titel").as_string(), "Grootste terras");
    EXPECT_EQ(code([] { (void)laad_csv("a", {rij("Z-1", "Terug")}, "2026-01-15"); }), "register-ouder");
}

TEST(Gemeenteregister, ToontWieErGenoemdWordtMetBronDagEnRegime) {
    const auto analist = omgeving().gebruiker({"informatieanalist"});
    (void)laad_csv("b", {rij("Z-9", "Terras", "2099-12-31", "90001354")}, "2026-03-01");
    const auto alle = bij_pand(analist, "b");
    ASSERT_EQ(alle.size(), 1U);
    const auto& r = alle[0];
    EXPECT_EQ(r.at("bron").as_string(), "Team Vergunningen");
    EXPECT_EQ(r.at("standdatum").as_string(), "2026-03-01");
    EXPECT_EQ(r.at("tot").as_string(), "2099-12-31");
    EXPECT_EQ(r.at("velden").at(0).at("regime").as_string(), "fiscaal");
    const auto& genoemd = r.at("genoemd").as_array();
    ASSERT_EQ(genoemd.size(), 3U);
    EXPECT_EQ(genoemd[0].at("sleutel").as_string(), "90001354");
    EXPECT_EQ(genoemd[2].at("sleutel").as_string(), plek().nummer);
    EXPECT_EQ(genoemd[2].at("zekerheid").as_string(), "zeker");
    ASSERT_EQ(r.at("verbanden").as_array().size(), 1U);
    EXPECT_EQ(r.at("verbanden").at(0).at("wie"), genoemd[0].at("genoemd"));
    EXPECT_EQ(r.at("verbanden").at(0).at("wat"), genoemd[2].at("genoemd"));
    // Both logs: the row, and each whom it names.
    const auto regel = std::string(r.at("id").as_string());
    EXPECT_EQ(tel("logboek.audit a join logboek.geraakt g using (organisatie, operatie) where a.actie = 'gemeenteregistersZoeken' and g.object = '" + regel + "'"), 1);
    EXPECT_GE(tel("logboek.verwerking where naam = 'gemeenteregistersZoeken' and betrokkene is not null"), 2);
}

TEST(Gemeenteregister, IsVanEenOrganisatieEnAlleenVoorWieHetMagZien) {
    (void)laad_csv("c", {rij("Z-1", "Van Damstede")}, "2026-01-01");
    EXPECT_EQ(bij_pand(omgeving().gebruiker({"informatieanalist"}), "c").size(), 1U);
    EXPECT_EQ(bij_pand(omgeving().gebruiker({"informatieanalist"}, 2), "c").size(), 0U);
    EXPECT_EQ(omgeving().roep(omgeving().gebruiker({"beleid"}), post, "/v1/gemeenteregisters/_zoek", {{"pand", plek().pand}}).status, 403);
    (void)laad_csv("c", {rij("Z-1", "Van de buren")}, "2026-01-01", false, "polderveen");
    const auto alle = bij_pand(omgeving().gebruiker({"informatieanalist"}, 2), "c");
    ASSERT_EQ(alle.size(), 1U);
    EXPECT_EQ(alle[0].at("titel").as_string(), "Van de buren");
    EXPECT_EQ(bij_pand(omgeving().gebruiker({"informatieanalist"}), "c")[0].at("titel").as_string(), "Van Damstede");
    // In plain SQL too.
    {
        db::Transactie tx(omgeving().toepassing(), {.organisatie = {2}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        EXPECT_EQ(tx.een("select count(*) as n from gemeenteregister.genoemd where organisatie = 1")[0].veld<int>("n"), 0);
    }
    EXPECT_EQ(omgeving().roep(omgeving().gebruiker({"informatieanalist"}), post, "/v1/gemeenteregisters/_zoek", boost::json::object{}).status, 400);
    EXPECT_EQ(omgeving().roep(omgeving().gebruiker({"informatieanalist"}), post, "/v1/gemeenteregisters/_zoek", {{"bedrijf", Uuid::willekeurig().tekst()}}).status, 404);
}

TEST(Gemeenteregister, NeemtDeGoedeRegelsOfBlijftZoalsHetWas) {
    const std::vector<std::string> gemengd{rij("Z-1", "Goed"), rij("", "Zonder kenmerk"), rij("Z-3", "Slechte dag", "31-02-2024"), "te;weinig"};
    const auto v = laad_csv("d", gemengd, "2026-01-01");
    EXPECT_EQ(v.nieuw, 1U);
    EXPECT_EQ(v.afgekeurd, 3U);
    std::vector<std::uint64_t> regels;
    for (const auto& a : v.afkeuringen) regels.push_back(a.regel);
    EXPECT_THAT(regels, UnorderedElementsAre(3, 4, 5));
    EXPECT_EQ(code([&] { (void)laad_csv("d", gemengd, "2026-02-01", true); }), "register-afgekeurd");
    EXPECT_EQ(tel("gemeenteregister.regel where register = 'd'"), 1);
    EXPECT_EQ(tel("gemeenteregister.register where code = 'd' and standdatum = '2026-01-01'"), 1);
    EXPECT_GE(tel("logboek.audit where actie = 'gemeenteregisterLaden' and resultaat = 'mislukt' and organisatie = 1"), 1);
    db::Pool lader(omgeving().cluster().dsn("lader"), 1);
    Laadverslag leeg;
    EXPECT_EQ(code([&] { laad(lader, mapping("d"), schrijf("d.csv", csv({})), {.organisatie = "nergens"}, leeg); }), "organisatie");
    EXPECT_EQ(code([&] { laad(lader, mapping("e", R"("kolommen":[{"kolom":"Zaak","als":"kenmerk","regime":"bibob"}])"), schrijf("d.csv", csv({})), {.organisatie = "damstede"}, leeg); }), "mapping-ongeldig");
    EXPECT_EQ(tel("gemeenteregister.register where code = 'e'"), 0);
}

TEST(Gemeenteregister, VergeetNaDeTermijn) {
    // Ended more than a year ago: never taken. Ended within a year: kept until it is not.
    const auto vandaag = omgeving().beheer().doe("select basis.vandaag() as dag")[0].veld<Datum>("dag");
    const auto terug = [&](int dagen) { return tekst(Datum{std::chrono::sys_days{vandaag} - std::chrono::days{dagen}}); };
    const auto v = laad_csv("f", {rij("Z-1", "Lang voorbij", terug(400)), rij("Z-2", "Pas voorbij", terug(300)), rij("Z-3", "Loopt")}, terug(1));
    EXPECT_EQ(v.verlopen, 1U);
    EXPECT_EQ(v.nieuw, 2U);
    db::Pool lader(omgeving().cluster().dsn("lader"), 1);
    EXPECT_EQ(vergeet(lader, "damstede"), 0U);
    const auto analist = omgeving().gebruiker({"informatieanalist"});
    EXPECT_EQ(bij_pand(analist, "f").size(), 2U);
    omgeving().beheer().script("update gemeenteregister.regel set tot = tot - 200 where register = 'f' and tot is not null");
    EXPECT_EQ(bij_pand(analist, "f").size(), 1U) << "not shown, before it is destroyed";
    EXPECT_EQ(vergeet(lader, "damstede"), 1U);
    EXPECT_EQ(tel("gemeenteregister.genoemd g join gemeenteregister.regel r on r.id = g.regel where r.register = 'f'"), 3);
    EXPECT_EQ(tel("gemeenteregister.genoemd g where not exists (select from gemeenteregister.regel r where r.id = g.regel)"), 0);
}

TEST(Gemeenteregister, LeestEenRekenblad) {
    const std::vector<std::string> namen{"Zaak", "Wat", "Tot", "Houder", "KVK", "Chef", "PC", "Nr", "Som"};
    tabel::Xlsxschrijver schrijver("Uitvoer", namen);
    schrijver.rij(std::vector<tabel::Cel>{std::string("Z-1"), std::string("Uit een rekenblad"), {}, std::string("Houder B.V."), {}, {}, plek().postcode, static_cast<double>(plek().huisnummer), 12.5});
    db::Pool lader(omgeving().cluster().dsn("lader"), 1);
    Laadverslag v;
    laad(lader, mapping("g"), schrijf("g.xlsx", schrijver.sluit()), {.organisatie = "damstede", .standdatum = *lees_datum("2026-01-01")}, v);
    EXPECT_EQ(v.adressen_gevonden, 1U);
    EXPECT_EQ(bij_pand(omgeving().gebruiker({"informatieanalist"}), "g").at(0).at("velden").at(0).at("waarde").as_string(), "12.5");
}

}  // namespace
}  // namespace damwand::gemeenteregister

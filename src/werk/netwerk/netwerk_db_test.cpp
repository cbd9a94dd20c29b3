// SPDX-License-Identifier: EUPL-1.2
#include "werk/netwerk/netwerk.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <set>
#include <thread>

#include "platform/http/proefklant.hpp"
#include "steun/casusproef.hpp"
#include "werk/netwerk/geheugen.hpp"
#include "werk/netwerk/proefnetwerk.hpp"

namespace damwand {
namespace {

using namespace proef;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(Netwerk, ToontWatEenSignaalNoemtEnTeltWatErAanVastzit) {
    const auto s = maak_signaal(analist(), "Loods", {persoon("Wolfert Zuiderzee"), voertuig("ZX-811-P")});
    const auto beeld = toon(analist(), {{"signaal", id_van(s)}});
    EXPECT_THAT(namen(beeld), ElementsAre("Loods"));
    EXPECT_EQ(beeld.at("knopen").at(0).at("kenmerk"), s.at("kenmerk"));
    EXPECT_EQ(buren(beeld, "Loods"), (std::map<std::string, std::int64_t>{{"persoon", 1}, {"voertuig", 1}}));
    const auto meer = breid_uit(analist(), {"signaal", id_van(s)}, {{"signaal", id_van(s)}});
    EXPECT_THAT(namen(meer), UnorderedElementsAre("Wolfert Zuiderzee", "busje"));
    ASSERT_EQ(meer.at("banden").as_array().size(), 2U);
    for (const auto& band : meer.at("banden").as_array()) {
        EXPECT_EQ(band.at("soort"), "genoemd");
        EXPECT_EQ(band.at("van"), (object{{"soort", "signaal"}, {"id", id_van(s)}}));
        ASSERT_EQ(band.at("bewijs").as_array().size(), 1U);
        const auto& bewijs = band.at("bewijs").at(0);
        EXPECT_EQ(bewijs.at("herkomst"), "vermelding");
        EXPECT_EQ(bewijs.at("dossier").at("kenmerk"), s.at("kenmerk"));
        EXPECT_EQ(bewijs.at("bronBetrouwbaarheid"), "F");
        EXPECT_EQ(bewijs.at("regime"), "avg");
    }
}

TEST(Netwerk, VindtDeKortsteWegMetDeBronVanElkeStap) {
    const auto a = maak_signaal(analist(), "Begin", {voertuig("ZX-812-P"), persoon("Een")});
    const auto b = maak_signaal(analist(), "Midden", {voertuig("ZX 812 P"), telefoon("06-98765432")});
    const auto c = maak_signaal(analist(), "Eind", {telefoon("+31698765432")});
    const auto pad = zoek_pad(analist(), {"signaal", id_van(a)}, {"signaal", id_van(c)});
    EXPECT_EQ(pad.at("uitkomst"), "gevonden");
    std::vector<std::string> soorten;
    for (const auto& stap : pad.at("stappen").as_array()) soorten.emplace_back(stap.at("soort").as_string());
    EXPECT_THAT(soorten, ElementsAre("signaal", "voertuig", "signaal", "telefoon", "signaal"));
    EXPECT_EQ(id_van(pad.at("stappen").at(2)), id_van(b));
    EXPECT_EQ(pad.at("beeld").at("banden").as_array().size(), 4U);
    // One step fewer is asked: it says so, and shows nothing.
    const auto kort = zoek_pad(analist(), {"signaal", id_van(a)}, {"signaal", id_van(c)}, {{"stappen", 3}});
    EXPECT_EQ(kort.at("uitkomst"), "binnen_grens_niet");
    EXPECT_THAT(kort.at("stappen").as_array(), IsEmpty());
    // Not past the one in the middle: there is none.
    EXPECT_EQ(zoek_pad(analist(), {"signaal", id_van(a)}, {"signaal", id_van(c)}, {{"vermijd", array{object{{"soort", "signaal"}, {"id", id_van(b)}}}}}).at("uitkomst"), "geen_pad");
}

TEST(Netwerk, GeeftAndereWegenEenWegLangsIetsEnNooitDoorWatVerborgenIs) {
    auto& o = omgeving();
    const auto ander = o.gebruiker({"informatieanalist"}, 2);
    const auto a = maak_signaal(analist(), "Van", {voertuig("ZX-831-P"), telefoon("06-98765831")});
    const auto b = maak_signaal(analist(), "Naar", {voertuig("ZX-831-P"), telefoon("06-98765831"), telefoon("06-98765832")});
    const auto omweg = maak_signaal(analist(), "Omweg", {telefoon("06-98765832"), persoon("Vreemdeling")});
    const auto stil = maak_signaal(analist(), "Stil", {voertuig("ZX-832-P")}, {{"alleen", array{}}});
    const Ref van{"signaal", id_van(a)}, naar{"signaal", id_van(b)}, om{"signaal", id_van(omweg)}, geheim{"signaal", id_van(stil)};
    const auto paden = zoek_pad(analist(), van, naar, {{"aantal", 3}});
    EXPECT_EQ(paden.at("uitkomst"), "gevonden");
    EXPECT_EQ(paden.at("stappen").as_array().size(), 3U);
    ASSERT_EQ(paden.at("anderen").as_array().size(), 1U);  // by the van and by the phone; there is no third
    EXPECT_NE(paden.at("anderen").at(0).at("stappen"), paden.at("stappen"));
    EXPECT_EQ(paden.at("beeld").at("knopen").as_array().size(), 4U);
    // One is enough when nobody asks for more.
    EXPECT_THAT(zoek_pad(analist(), van, naar).at("anderen").as_array(), IsEmpty());
    // Past something, there and back.
    const auto langs = zoek_pad(analist(), van, naar, {{"langs", array{om.als_json()}}});
    EXPECT_EQ(langs.at("uitkomst"), "gevonden");
    EXPECT_TRUE(std::ranges::any_of(langs.at("stappen").as_array(), [&](const value& k) { return k.at("id") == value(om.id); }));
    // Past what is not his: there is no way, and nothing says why.
    EXPECT_EQ(boost::json::parse(o.roep(ander, Methode::post, "/v1/netwerk/paden/_zoek", object{{"van", van.als_json()}, {"naar", naar.als_json()}, {"langs", array{geheim.als_json()}}}).lijf).at("uitkomst"), "geen_pad");
}

TEST(Netwerk, VolgtElkeWijzigingMeteen) {
    auto& o = omgeving();
    const auto s = maak_signaal(analist(), "Vers", {voertuig("ZX-814-P")});
    const Ref hier{"signaal", id_van(s)};
    const auto pad = "/v1/signalen/" + id_van(s);
    EXPECT_EQ(buren(toon(analist(), {hier}), "Vers").size(), 1U);
    const auto v = s.at("vermeldingen").at(0);
    o.eis(200, analist(), Methode::patch, pad + "/vermeldingen/" + id_van(v), object{{"sleutel", "ZX-815-P"}}, gezien(1));
    const auto ander = maak_signaal(analist(), "Ander", {voertuig("ZX-815-P")});
    EXPECT_EQ(zoek_pad(analist(), hier, {"signaal", id_van(ander)}).at("uitkomst"), "gevonden");
    EXPECT_EQ(o.roep(analist(), Methode::verwijder, pad + "/vermeldingen/" + id_van(v), nullptr, gezien(2)).status, 204);
    EXPECT_THAT(buren(toon(analist(), {hier}), "Vers"), IsEmpty());
    EXPECT_EQ(zoek_pad(analist(), hier, {"signaal", id_van(ander)}).at("uitkomst"), "geen_pad");
}

TEST(Netwerk, FiltertOpTijdEnBetrouwbaarheid) {
    auto& o = omgeving();
    auto oud = voertuig("ZX-816-P"), nieuw = telefoon("06-98765434");
    oud["peildatum"] = "2020-05-01";
    nieuw["peildatum"] = "2024-05-01";
    nieuw["bronBetrouwbaarheid"] = "B";
    const auto s = maak_signaal(analist(), "Tijd", {oud, nieuw});
    const Ref hier{"signaal", id_van(s)};
    const auto met = [&](const object& filter) { return buren(o.eis(200, analist(), Methode::post, "/v1/netwerk/_toon", object{{"knopen", array{hier.als_json()}}, {"filter", filter}}), "Tijd"); };
    using Telling = std::map<std::string, std::int64_t>;
    EXPECT_EQ(met({{"eind", "2021-01-01"}}), (Telling{{"voertuig", 1}}));
    EXPECT_EQ(met({{"begin", "2021-01-01"}, {"eind", "2024-05-01"}}), (Telling{{"telefoon", 1}}));
    EXPECT_EQ(met({{"betrouwbaarheid", "C"}}), (Telling{{"telefoon", 1}}));
    EXPECT_EQ(met({{"betrouwbaarheid", "A"}}), Telling{});
    EXPECT_EQ(o.roep(analist(), Methode::post, "/v1/netwerk/_toon", object{{"knopen", array{}}, {"filter", object{{"begin", "2022-01-01"}, {"eind", "2021-01-01"}}}}).status, 400);
}

TEST(Netwerk, MeetHoeDeGetoondeOnderdelenOnderlingLiggen) {
    auto& o = omgeving();
    const auto ander = o.gebruiker({"informatieanalist"}, 2);
    const auto ster = maak_signaal(analist(), "Ster", {persoon("Een"), persoon("Twee"), voertuig("ZX-818-P")});
    const auto stil = maak_signaal(analist(), "Stil", {voertuig("ZX-818-P")}, {{"alleen", array{}}});
    const Ref midden{"signaal", id_van(ster)};
    array knopen{midden.als_json(), object{{"soort", "signaal"}, {"id", id_van(stil)}}};
    const auto om = breid_uit(analist(), midden, {midden});
    for (const auto& k : om.at("knopen").as_array()) knopen.push_back(object{{"soort", k.at("soort")}, {"id", k.at("id")}});
    const auto meet = [&](const Gebruiker& wie) {
        std::map<std::string, double> uit;
        const auto maten = o.eis(200, wie, Methode::post, "/v1/netwerk/maten/_tel", object{{"knopen", knopen}});
        for (const auto& k : maten.at("knopen").as_array()) uit.emplace(id_van(k), k.at("tussenliggend").to_number<double>());
        return uit;
    };
    // By hand: three around the middle, and behind the van one more; of each pair there is one path.
    EXPECT_DOUBLE_EQ(meet(analist()).at(id_van(ster)), 5.0);
    EXPECT_DOUBLE_EQ(meet(analist()).at(knoop(om, "voertuig").id), 3.0);
    // Without the hidden one: only the three around the middle.
    const auto zijn = meet(ander);
    EXPECT_DOUBLE_EQ(zijn.at(id_van(ster)), 3.0);
    EXPECT_DOUBLE_EQ(zijn.at(knoop(om, "voertuig").id), 0.0);
    EXPECT_FALSE(zijn.contains(id_van(stil)));
}

TEST(Netwerk, DeOpenbareRegistersLiggenOnderElkeOrganisatie) {
    auto& o = omgeving();
    // Two companies one after the other at an address in a pand; a signaal names the first by its number, and the address of another.
    o.beheer().script(
        "insert into register.adres (nummeraanduiding, gemeente, actief, straatnaam, gevouwen, huisnummer, woonplaats, woonplaatsnaam, object, objectsoort)"
        "  values (9001200000099001, 9001, true, 'Kade', 'kade', 1, 0, 'Polderveen', 9001010000099001, 1);"
        "insert into register.verblijfsobject (identificatie, voorkomen, gemeente, bestandsoort, status, geconstateerd, documentdatum, documentnummer, begin_geldigheid, tijdstip_registratie,"
        "  tijdstip_registratie_lv, hoofdadres, panden, gebruiksdoelen, oppervlakte, geometrie)"
        "  values (9001010000099001, 1, 9001, 1, 3, false, '2020-01-01', 'x', '2020-01-01', now(), now(), 9001200000099001, '{9001100000099001}', '{1}', 10, 'SRID=28992;POINT(1 1)');"
        "insert into register.pand (identificatie, voorkomen, gemeente, bestandsoort, status, geconstateerd, documentdatum, documentnummer, begin_geldigheid, tijdstip_registratie,"
        "  tijdstip_registratie_lv, bouwjaar, geometrie) values (9001100000099001, 1, 9001, 1, 3, false, '2020-01-01', 'x', '2020-01-01', now(), now(), 1932, 'SRID=28992;POINT(1 1)');"
        "insert into register.onderneming (kvk_nummer, van, tot, naam, handelsnamen, sbi, sbi_tekst, sbi_uitgave, afgeschermd, adres, koppeling, zekerheid, natuurlijk) values"
        "  (90099001, '2018-01-01', '2020-01-01', 'Eerst B.V.', '{}', '{}', '{}', '{}', false, 9001200000099001, 'nummeraanduiding', 'zeker', false),"
        "  (90099002, '2020-01-01', null, 'Daarna', '{}', '{}', '{}', '{}', false, 9001200000099001, 'nummeraanduiding', 'zeker', true);"
        "insert into register.kaartobject (identificatie, soort, gemeente, van, nummeraanduiding, gebruik, doelen, plek, punt)"
        "  values (9001010000099001, 1, 9001, '2020-01-01', 9001200000099001, 1, '{1}', 'SRID=28992;POINT(155000 463000)', 'SRID=3857;POINT(600000 6850000)');"
        "insert into register.bedrijf (kvk_nummer) values (90099001), (90099002);"
        "insert into register.kvk_lading (id, operatie, begonnen, klaar, bronnen, standdatum, opties, tellingen) values (9001, gen_random_uuid(), now(), now(), '[]', '2026-01-01', '{}', '{}')");
    const auto s = maak_signaal(analist(), "Noemt een bedrijf", {object{{"soort", "bedrijf"}, {"tekst", "Eerste"}, {"sleutel", "90099001"}}});
    const Ref hier{"signaal", id_van(s)}, pand{"pand", "9001100000099001"}, adres{"adres", "9001200000099001"};
    const auto om = breid_uit(analist(), hier, {hier});
    EXPECT_THAT(namen(om), ElementsAre("Eerst B.V."));  // as the register has it
    const auto eerst = knoop(om, "onderneming");
    const auto pad = zoek_pad(analist(), hier, pand);
    std::vector<std::string> soorten;
    for (const auto& stap : pad.at("stappen").as_array()) soorten.emplace_back(stap.at("soort").as_string());
    EXPECT_THAT(soorten, ElementsAre("signaal", "onderneming", "adres", "pand"));
    const auto gevestigd = std::ranges::find_if(pad.at("beeld").at("banden").as_array(), [](const value& b) { return b.at("soort").as_string() == "gevestigd"; });
    ASSERT_NE(gevestigd, pad.at("beeld").at("banden").as_array().end());
    EXPECT_EQ(gevestigd->at("bewijs").at(0).at("herkomst"), "handelsregister");
    EXPECT_EQ(gevestigd->at("bewijs").at(0).at("begin"), "2018-01-01");
    EXPECT_EQ(gevestigd->at("bewijs").at(0).at("eind"), "2019-12-31");
    EXPECT_TRUE(gevestigd->at("bewijs").at(0).at("dossier").is_null());
    // An address has its place on the map, for who may see the map; the building of this delivery was never drawn.
    const auto plek = [&](const value& beeld, const char* soort) {
        const auto& alle = beeld.at("knopen").as_array();
        return std::ranges::find_if(alle, [&](const value& k) { return k.at("soort").as_string() == soort; })->at("punt");
    };
    EXPECT_EQ(plek(pad.at("beeld"), "adres"), (object{{"x", 600000.0}, {"y", 6850000.0}}));
    EXPECT_TRUE(plek(pad.at("beeld"), "pand").is_null());
    EXPECT_TRUE(plek(pad.at("beeld"), "signaal").is_null());
    o.beheer().script("delete from toegang.rol_recht where rol = 'jurist' and recht = 'kaart.zien'");
    EXPECT_TRUE(plek(toon(o.gebruiker({"jurist"}), {adres}), "adres").is_null());
    // Both were there, one after the other; of the time after, only the second.
    EXPECT_EQ(buren(toon(analist(), {adres}), "Kade 1, Polderveen").at("onderneming"), 2);
    const auto later = o.eis(200, analist(), Methode::post, "/v1/netwerk/_toon", object{{"knopen", array{adres.als_json()}}, {"filter", object{{"begin", "2021-01-01"}}}});
    EXPECT_EQ(buren(later, "Kade 1, Polderveen").at("onderneming"), 1);
    // Another municipality has the registers too, and nothing of the signaal.
    const auto elders = o.gebruiker({"informatieanalist"}, 1);
    EXPECT_THAT(namen(toon(elders, {eerst, pand, hier})), UnorderedElementsAre("Eerst B.V.", "1932"));
    EXPECT_EQ(buren(toon(elders, {eerst}), "Eerst B.V."), (std::map<std::string, std::int64_t>{{"adres", 1}}));
    // A company of a natural person is a data subject.
    const auto voor = o.beheer().doe("select count(*)::int as n from logboek.verwerking")[0].veld<int>("n");
    breid_uit(elders, adres, {adres, eerst});
    EXPECT_EQ(o.beheer().doe("select count(*)::int as n from logboek.verwerking")[0].veld<int>("n"), voor + 1);
}

/// Each organisation, a region's bureau as much as a municipality, has what its own rows say and nothing of another's: not the same van, not a count, not a way through it.
TEST(Netwerk, EenRegiobureauHeeftEenGraafVanZijnEigenRijen) {
    auto& o = omgeving();
    const auto bureau = o.gebruiker({"informatieanalist"}, 1);
    const auto van_gemeente = maak_signaal(analist(), "Van de gemeente", {voertuig("RG-001-B"), telefoon("0612340001")});
    const auto gemeente_ook = maak_signaal(analist(), "Ook van de gemeente", {telefoon("0612340001")});
    const auto van_bureau = maak_signaal(bureau, "Van het bureau", {voertuig("RG-001-B")});
    const Ref g{"signaal", id_van(van_gemeente)}, g2{"signaal", id_van(gemeente_ook)}, b{"signaal", id_van(van_bureau)};
    const auto om_g = breid_uit(analist(), g, {g}), om_b = breid_uit(bureau, b, {b});
    EXPECT_EQ(om_g.at("knopen").as_array().size(), 2U);
    ASSERT_EQ(om_b.at("knopen").as_array().size(), 1U);
    // The same plate, and to each his own: one signaal hangs on it.
    EXPECT_EQ(buren(om_b, "busje"), (std::map<std::string, std::int64_t>{{"signaal", 1}}));
    EXPECT_EQ(buren(om_g, "busje"), (std::map<std::string, std::int64_t>{{"signaal", 1}}));
    EXPECT_NE(knoop(om_b, "voertuig").id, knoop(om_g, "voertuig").id);
    EXPECT_EQ(toon(bureau, {g, g2, knoop(om_g, "voertuig")}).at("knopen").as_array().size(), 0U);
    EXPECT_EQ(toon(analist(), {b, knoop(om_b, "voertuig")}).at("knopen").as_array().size(), 0U);
    for (const auto& [wie, van, naar] : {std::tuple(&bureau, b, g), std::tuple(&analist(), g, b)}) {
        EXPECT_EQ(o.roep(*wie, Methode::post, "/v1/netwerk/paden/_zoek", object{{"van", van.als_json()}, {"naar", naar.als_json()}}).status, 404);
    }
}

/// Over a real socket, closed half-way: the handler begins when the client has gone, so that nothing here hangs on how fast anything is.
TEST(Netwerk, WatNiemandMeerWilWetenWordtAfgebroken) {
    auto& o = omgeving();
    const auto a = maak_signaal(analist(), "Vertrekt", {voertuig("ZX-841-P")});
    const auto b = maak_signaal(analist(), "Komt niet aan", {voertuig("ZX-841-P")});
    const Ref van{"signaal", id_van(a)}, naar{"signaal", id_van(b)};
    std::atomic<bool> wacht = false;
    std::promise<http::Antwoord> gedaan;
    http::Server server({.poort = 0, .werkers = 1}, [&](const http::Verzoek& verzoek) {
        const auto uiterste = std::chrono::steady_clock::now() + std::chrono::seconds(30);  // against hanging only
        while (wacht && !verzoek.weg.stop_requested() && std::chrono::steady_clock::now() < uiterste) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        auto antwoord = o.loket().doe(verzoek);
        if (wacht) gedaan.set_value(antwoord);
        return antwoord;
    });
    server.start();
    for (const auto& [pad, lijf] : {std::pair("/v1/netwerk/paden/_zoek", object{{"van", van.als_json()}, {"naar", naar.als_json()}}),
                                    std::pair("/v1/netwerk/_toon", object{{"knopen", als_json({van, naar})}}), std::pair("/v1/netwerk/maten/_tel", object{{"knopen", als_json({van, naar})}})}) {
        const auto inhoud = boost::json::serialize(lijf);
        const auto verzoek = [&] {
            return "POST " + std::string(pad) + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + analist().koekje + "\r\nX-CSRF-Token: " + analist().csrf + "\r\nIdempotency-Key: " + Uuid::willekeurig().tekst() +
                   "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(inhoud.size()) + "\r\n\r\n" + inhoud;
        };
        wacht = false;
        http::proef::Klant blijft(server.poort());
        EXPECT_EQ(blijft.vraag(verzoek())->status, 200) << pad;
        wacht = true;
        gedaan = {};
        http::proef::Klant gaat(server.poort());
        gaat.stuur(verzoek());
        gaat.sluit();
        const auto antwoord = gedaan.get_future().get();
        EXPECT_EQ(antwoord.status, 409) << pad;
        EXPECT_NE(antwoord.lijf.find("afgebroken"), std::string::npos) << antwoord.lijf;
    }
}

/// A postal address with thousands of companies: counted before it is expanded, given a page at a time, and not one of them is missing from the count.
TEST(Netwerk, EenKnoopMetHeelVeelVerbandenWordtGeteldEnKomtInDelen) {
    auto& o = omgeving();
    o.beheer().script(
        "insert into register.adres (nummeraanduiding, gemeente, actief, straatnaam, gevouwen, huisnummer, woonplaats, woonplaatsnaam, object, objectsoort)"
        "  values (9001200000098001, 9001, true, 'Postbus', 'postbus', 1, 0, 'Polderveen', 9001010000098001, 1);"
        "insert into register.onderneming (kvk_nummer, van, tot, naam, handelsnamen, sbi, sbi_tekst, sbi_uitgave, afgeschermd, adres, koppeling, zekerheid, natuurlijk)"
        "  select 91000000 + i, '2018-01-01', null, 'Kantoor ' || i, '{}', '{}', '{}', '{}', false, 9001200000098001, 'nummeraanduiding', 'zeker', false from generate_series(1, 5000) i;"
        "insert into register.bedrijf (kvk_nummer) select 91000000 + i from generate_series(1, 5000) i;"
        "insert into register.kvk_lading (id, operatie, begonnen, klaar, bronnen, standdatum, opties, tellingen) values (9801, gen_random_uuid(), now(), now(), '[]', '2026-01-02', '{}', '{}')");
    const Ref adres{"adres", "9001200000098001"};
    const auto s = maak_signaal(analist(), "Aan de postbus", {}, {{"adres", object{{"nummeraanduiding", adres.id}}}});
    EXPECT_EQ(buren(toon(analist(), {adres}), "Postbus 1, Polderveen"), (std::map<std::string, std::int64_t>{{"onderneming", 5000}, {"signaal", 1}}));
    const auto vijftig = breid_uit(analist(), adres, {adres});
    EXPECT_EQ(vijftig.at("knopen").as_array().size(), 50U);
    EXPECT_EQ(vijftig.at("meer"), 4951);
    const auto signalen = breid_uit(analist(), adres, {adres}, {{"soorten", array{"signaal"}}});
    EXPECT_THAT(namen(signalen), ElementsAre("Aan de postbus"));
    EXPECT_EQ(signalen.at("meer"), 0);
    // More than a chart holds is never given, whatever is asked.
    const auto vol = breid_uit(analist(), adres, {adres}, {{"hoogstens", 2000}});
    EXPECT_EQ(vol.at("knopen").as_array().size(), 1999U);
    EXPECT_EQ(vol.at("meer"), 3002);

    // All of them are shown together, each with its tie and its count; one more is refused, with a sentence.
    std::vector<Ref> alles{adres};
    for (const auto& k : vol.at("knopen").as_array()) alles.push_back({std::string(k.at("soort").as_string()), id_van(k)});
    const auto beeld = toon(analist(), alles);
    EXPECT_EQ(beeld.at("knopen").as_array().size(), 2000U);
    EXPECT_EQ(beeld.at("banden").as_array().size(), 1999U);
    EXPECT_EQ(o.eis(200, analist(), Methode::post, "/v1/netwerk/maten/_tel", object{{"knopen", als_json(alles)}}).at("knopen").as_array().size(), 2000U);
    // Nothing fits beside them: counted, and not given.
    const auto erbij = breid_uit(analist(), adres, alles);
    EXPECT_THAT(erbij.at("knopen").as_array(), IsEmpty());
    EXPECT_EQ(erbij.at("meer"), 3002);
    alles.push_back({"signaal", id_van(s)});
    const auto te_veel = o.roep(analist(), Methode::post, "/v1/netwerk/_toon", object{{"knopen", als_json(alles)}});
    EXPECT_EQ(te_veel.status, 400);
    EXPECT_NE(te_veel.lijf.find("Er passen hoogstens 2.000 onderdelen in een netwerk."), std::string::npos);
}

/// What enters from the registers, held against the same asked of the database in one statement, with its joins: ends, kind, days (1970-01-01 is 0), audience (1 BAG, 2 Handelsregister).
TEST(Netwerk, DeRegistersKomenErInZoalsHunTabellenHetZeggen) {
    auto& o = omgeving();
    auto v = o.beheer();
    v.script(
        "insert into register.adres (nummeraanduiding, gemeente, actief, straatnaam, gevouwen, huisnummer, woonplaats, woonplaatsnaam, object, objectsoort)"
        "  select 9002200000000000 + n, 9002, n <> 7, 'Proefstraat', 'proefstraat', n, 0, 'Polderveen', case when n <> 6 then 9002010000000000 + (n + 1) / 2 end, 1 from generate_series(1, 8) n;"
        "insert into register.verblijfsobject (identificatie, voorkomen, gemeente, bestandsoort, status, geconstateerd, documentdatum, documentnummer, begin_geldigheid, tijdstip_registratie, tijdstip_registratie_lv,"
        "    hoofdadres, panden, gebruiksdoelen, oppervlakte, geometrie)"
        "  select 9002010000000000 + n, 1, 9002, 1, 3, false, '2020-01-01', 'x', '2020-01-01', '2020-01-01', '2020-01-01', 9002200000000000 + n * 2,"
        "         case n when 1 then array[9002100000000001, 9002100000000002] when 2 then '{}' else array[9002100000000002] end, '{1}', 80, 'SRID=28992;POINT(100000 400000)'::public.geometry from unnest(array[1, 2, 3]) n;"
        // 92000001 moves twice, 92000002 has neither an id nor, since, an address, 92000003 never had an address.
        "insert into register.onderneming (kvk_nummer, van, tot, naam, handelsnamen, sbi, sbi_tekst, sbi_uitgave, afgeschermd, adres, koppeling, zekerheid, natuurlijk)"
        "  select k, van::date, tot::date, 'Proef', '{}', '{}', '{}', '{}', false, a, case when a is null then 'geen-adres' else 'nummeraanduiding' end, case when a is not null then 'zeker' end, false"
        "    from (values (92000001, '1965-03-01', '1970-01-01', 9002200000000001), (92000001, '1970-01-01', '1970-01-02', 9002200000000002), (92000001, '2021-05-05', null, 9002200000000001),"
        "                 (92000002, '2020-01-01', '2021-01-01', 9002200000000003), (92000003, '2020-01-01', null, null)) as w (k, van, tot, a);"
        "insert into register.bedrijf (kvk_nummer) values (92000001), (92000003), (92000004);"
        // Of one company, of another and of the first again; at no address; of a company without an id at an address, and at none.
        "insert into register.vestiging (vestigingsnummer, van, tot, naam, handelsnamen, sbi, sbi_tekst, sbi_uitgave, afgeschermd, adres, koppeling, zekerheid, kvk_nummer, hoofdvestiging, commercieel)"
        "  select n, van::date, tot::date, 'Proef', '{}', '{}', '{}', '{}', false, a, case when a is null then 'geen-adres' else 'nummeraanduiding' end, case when a is not null then 'zeker' end, k, true, true"
        "    from (values (920000000001, '2018-01-01', '2019-01-01', 9002200000000001, 92000001), (920000000001, '2019-01-01', '2020-01-01', 9002200000000001, 92000003), (920000000001, '2020-01-01', '2021-01-01', null, 92000001),"
        "                 (920000000001, '2021-01-01', null, 9002200000000008, 92000003), (7, '2018-01-01', null, null, 92000003), (920000000003, '2018-01-01', null, 9002200000000005, 92000002), (920000000004, '2018-01-01', null, null, 92000002)"
        "         ) as w (n, van, tot, a, k);");
    using Lijn = std::tuple<std::string, std::string, std::string, std::string, std::string, std::int32_t, std::int32_t, int>;
    std::multiset<Lijn> verwacht, hier;
    std::set<std::pair<std::string, std::string>> knopen_verwacht, knopen_hier;
    constexpr std::int32_t open_begin = graph::Periode{}.van, open_eind = graph::Periode{}.tot;
    for (const auto r : v.doe("select 'adres' as van_soort, lpad(a.nummeraanduiding::text, 16, '0') as van, 'in_pand' as soort, 'pand' as naar_soort, lpad(p::text, 16, '0') as naar, null::date as begin, null::date as eind, 1 as zicht, 0 as rij"
                              "  from register.adres a join register.verblijfsobject o on o.identificatie = a.object cross join unnest(o.panden) p where a.actief"
                              " union all select distinct 'vestiging', lpad(e.vestigingsnummer::text, 12, '0'), 'vestiging_van', 'onderneming', b.id::text, null::date, null::date, 2, 0 from register.vestiging e join register.bedrijf b using (kvk_nummer)"
                              " union all select 'vestiging', lpad(e.vestigingsnummer::text, 12, '0'), 'gevestigd', 'adres', lpad(e.adres::text, 16, '0'), e.van, e.tot, 2, 0 from register.vestiging e where e.adres is not null"
                              " union all select 'onderneming', b.id::text, 'gevestigd', 'adres', lpad(o.adres::text, 16, '0'), o.van, o.tot, 2, 0 from register.onderneming o join register.bedrijf b using (kvk_nummer) where o.adres is not null")) {
        const auto dag = [&](const char* veld, int erbij, std::int32_t open) {
            const auto d = r.veld<std::optional<Datum>>(veld);
            return d ? static_cast<std::int32_t>(std::chrono::sys_days(*d).time_since_epoch().count()) + erbij : open;
        };
        verwacht.emplace(r.veld<std::string>("van_soort"), r.veld<std::string>("van"), r.veld<std::string>("soort"), r.veld<std::string>("naar_soort"), r.veld<std::string>("naar"), dag("begin", 0, open_begin), dag("eind", -1, open_eind), r.veld<int>("zicht"));
        knopen_verwacht.emplace(r.veld<std::string>("van_soort"), r.veld<std::string>("van"));
        knopen_verwacht.emplace(r.veld<std::string>("naar_soort"), r.veld<std::string>("naar"));
    }

    netwerk::Geheugen geheugen;
    {
        db::Transactie tx(o.toepassing(), {.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        geheugen.ververs(tx);
        tx.leg_vast();
    }
    const auto& graaf = geheugen.graaf();
    const auto nu = graaf.zicht({}).opname;
    for (graph::Knoop k = 0; k < nu->knopen(); ++k) {
        const auto& zichten = nu->klasse(nu->staat(k).klasse).zichten;
        const auto van = graaf.ref(*nu, k);
        for (const auto zicht : zichten) {
            if (netwerk::Geheugen::Graaf::van_dossier(zicht)) continue;
            EXPECT_EQ(zicht, van.soort == "adres" || van.soort == "pand" ? 1U : 2U) << van.soort << ' ' << van.id;
            knopen_hier.emplace(van.soort, van.id);
        }
        nu->elke(k, true, [&](const graph::Pijl& p, std::uint32_t, const graph::Wijziging*) {
            const auto& kenmerk = nu->kenmerk(p.kenmerk);
            if (netwerk::Geheugen::Graaf::van_dossier(kenmerk.zicht)) return true;
            const auto naar = graaf.ref(*nu, p.naar);
            EXPECT_EQ(kenmerk.betrouwbaarheid, (graph::Betrouwbaarheid{0, 1}));
            hier.emplace(van.soort, van.id, graaf.soort(kenmerk.type), naar.soort, naar.id, kenmerk.periode.van, kenmerk.periode.tot, static_cast<int>(kenmerk.zicht));
            return true;
        });
    }
    EXPECT_EQ(hier, verwacht);
    EXPECT_EQ(knopen_hier, knopen_verwacht);
    EXPECT_TRUE(knopen_verwacht.contains({"vestiging", "000000000007"}));
    EXPECT_FALSE(knopen_verwacht.contains({"vestiging", "920000000004"}));
    EXPECT_EQ(std::ranges::count_if(hier, [](const Lijn& l) { return std::get<1>(l) == "920000000001" && std::get<2>(l) == "vestiging_van"; }), 2);
}

/// The registers are read by two connections at once: whatever is committed meanwhile, both see the moment before.
TEST(Netwerk, WieMeeleestZietHetzelfdeMoment) {
    auto& o = omgeving();
    db::Transactie tx(o.toepassing(), {.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    auto lezers = tx.meelezers(2);
    o.beheer().script("insert into register.bedrijf (kvk_nummer) values (92000077)");
    for (auto& lezer : lezers) EXPECT_TRUE(lezer.doe("select from register.bedrijf where kvk_nummer = 92000077").leeg());
    EXPECT_FALSE(tx.doe("select from register.bedrijf where kvk_nummer = 92000077").leeg());
    EXPECT_THROW(lezers[0].script("update register.bedrijf set kvk_nummer = kvk_nummer"), db::DbFout);
}

}  // namespace
}  // namespace damwand

// SPDX-License-Identifier: EUPL-1.2
// Patterns of somebody's own: where they are, for whom, and how a kept one watches.
#include <algorithm>
#include <set>

#include "werk/wachter/proefwachter.hpp"

namespace damwand {
namespace {

using namespace proefwachter;

array banden(std::initializer_list<object> lijst) {
    array uit;
    for (const auto& een : lijst) uit.push_back(een);
    return uit;
}
object band(int van, int naar, value soort = nullptr, bool venster = false, object meer = {}) {
    object uit{{"van", van}, {"naar", naar}, {"soort", std::move(soort)}, {"begin", nullptr}, {"eind", nullptr}, {"venster", venster}};
    for (const auto& veld : meer) uit[veld.key()] = veld.value();
    return uit;
}
/// A vehicle in two signalen, of somebody's own making.
object busjes() { return {{"onderdelen", array{"voertuig", "signaal", "signaal"}}, {"banden", banden({band(1, 0, "genoemd", true), band(2, 0, "genoemd", true)})}, {"opVolgorde", false}}; }
object vraag(const object& patroon, object meer = {}) {
    object uit{{"patroon", patroon}, {"dagen", 90}, {"betrouwbaarheid", nullptr}};
    for (const auto& veld : meer) uit[veld.key()] = veld.value();
    return uit;
}
/// The places that this one sees, of those with a member of this mark.
std::vector<value> plekken_met(const value& antwoord, const std::string& kenmerk) {
    std::set<std::string> ids;
    for (const auto& k : antwoord.at("beeld").at("knopen").as_array()) {
        if (k.at("kenmerk") == value(kenmerk) || k.at("naam") == value(kenmerk)) ids.insert(std::string(k.at("id").as_string()));
    }
    std::vector<value> uit;
    for (const auto& plek : antwoord.at("plekken").as_array()) {
        if (std::ranges::any_of(plek.at("leden").as_array(), [&](const value& lid) { return ids.contains(std::string(lid.at("id").as_string())); })) uit.push_back(plek);
    }
    return uit;
}
const std::string zoek_patronen = "/v1/netwerk/patronen/_zoek";

TEST(EigenPatroon, ZegtMeteenWaarHetZitMetElkeBronEnVoorIederZijnEigen) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"}), ander = o.gebruiker({"informatieanalist"});
    maak_signaal(analist, "Eigen een", {voertuig("EP-001-P")});
    EXPECT_THAT(plekken_met(o.eis(200, analist, Methode::post, zoek_patronen, vraag(busjes())), "EP-001-P"), IsEmpty());
    maak_signaal(analist, "Eigen twee", {voertuig("EP-001-P")});
    const auto stil = maak_signaal(analist, "Eigen stil", {voertuig("EP-001-P")}, {{"alleen", array{}}});
    const auto van_hem = o.eis(200, analist, Methode::post, zoek_patronen, vraag(busjes())), van_ander = o.eis(200, ander, Methode::post, zoek_patronen, vraag(busjes()));
    ASSERT_EQ(plekken_met(van_hem, "EP-001-P").size(), 3U) << "each pair once, and not its mirror image";
    ASSERT_EQ(plekken_met(van_ander, "EP-001-P").size(), 1U);
    EXPECT_EQ(van_hem.at("aantal").as_int64() - van_ander.at("aantal").as_int64(), 2);
    EXPECT_EQ(boost::json::serialize(van_ander).find(id_van(stil)), std::string::npos);
    EXPECT_THAT(rollen(value{{"rollen", plekken_met(van_ander, "EP-001-P")[0].at("leden")}}), ElementsAre("A", "B", "C"));
    // Another organisation finds its own, which is nothing.
    EXPECT_EQ(o.eis(200, o.gebruiker({"informatieanalist"}, 2), Methode::post, zoek_patronen, vraag(busjes())).at("aantal"), 0);
    EXPECT_EQ(o.roep(o.gebruiker({"toezichthouder"}), Methode::post, zoek_patronen, vraag(busjes())).status, 403);
    // Looking is in the log with the dossiers that were shown, and keeps nothing.
    EXPECT_GE(tel("logboek.audit where actie = 'patroonZoeken' and geraakt @> array['" + id_van(stil) + "'::uuid]"), 1);
    EXPECT_EQ(tel("wachter.wachter where vorm = 'eigen'"), 0);
}

TEST(EigenPatroon, VraagtSoortRichtingPeriodeVensterVolgordeEnBetrouwbaarheid) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"}), lid = o.gebruiker({"informatieanalist"});
    const auto zaak = nieuwe_casus(o, coordinator, {lid});
    const auto erin = [&](const object& wat) { return o.eis(201, lid, Methode::post, pad_van(zaak) + "/vermeldingen", wat); };
    const auto moeder = erin({{"soort", "bedrijf"}, {"tekst", "Moeder EP2 BV"}}), een = erin({{"soort", "bedrijf"}, {"tekst", "Een EP2 BV"}}), twee = erin({{"soort", "bedrijf"}, {"tekst", "Twee EP2 BV"}}),
               plek = erin({{"soort", "adres"}, {"tekst", "EP2straat 1"}});
    const auto knoop = [&](const char* soort, const value& wie, const value& wat, const char* van) {
        o.eis(201, lid, Methode::post, pad_van(zaak) + "/verbanden", object{{"soort", soort}, {"wie", wie.at("id")}, {"wat", wat.at("id")}, {"bron", "Uittreksel"}, {"geldigVan", van}, {"bronBetrouwbaarheid", "C"}});
    };
    knoop("gevestigd", een, plek, "2021-03-01");
    knoop("gevestigd", twee, plek, "2021-09-01");
    knoop("bestuurder", moeder, een, "2021-04-01");
    knoop("bestuurder", moeder, twee, "2021-10-01");
    // Two companies, one address, one director within a year; the issue's own example.
    const auto vorm = [](object anders = {}) {
        object uit{{"onderdelen", array{"bedrijf", "bedrijf", "bedrijf", "adres"}},
                   {"banden", banden({band(0, 1, "bestuurder", true), band(0, 2, "bestuurder", true), band(1, 3, "gevestigd"), band(2, 3, "gevestigd")})},
                   {"opVolgorde", false}};
        for (const auto& veld : anders) uit[veld.key()] = veld.value();
        return uit;
    };
    const auto hoeveel = [&](const object& patroon, object meer = {}) { return plekken_met(o.eis(200, lid, Methode::post, zoek_patronen, vraag(patroon, std::move(meer))), "EP2straat 1").size(); };
    EXPECT_EQ(hoeveel(vorm(), {{"dagen", 365}}), 1U);
    EXPECT_EQ(hoeveel(vorm(), {{"dagen", 182}}), 0U) << "half a year and a day lie between them";
    EXPECT_EQ(hoeveel(vorm(), {{"dagen", 183}}), 1U);
    EXPECT_EQ(hoeveel(vorm(), {{"dagen", 365}, {"betrouwbaarheid", "C"}}), 1U);
    EXPECT_EQ(hoeveel(vorm(), {{"dagen", 365}, {"betrouwbaarheid", "B"}}), 0U);
    // Which way a tie goes, and what kind it is.
    const auto om = [&](object b) { return vorm({{"banden", banden({std::move(b), band(0, 2, "bestuurder"), band(1, 3, "gevestigd"), band(2, 3, "gevestigd")})}}); };
    EXPECT_EQ(hoeveel(om(band(0, 1, "bestuurder"))), 1U);
    EXPECT_EQ(hoeveel(om(band(1, 0, "bestuurder"))), 0U);
    EXPECT_EQ(hoeveel(om(band(1, 0))), 2U) << "of any kind, either way: the two are no longer alike, so either may be the first";
    EXPECT_EQ(hoeveel(om(band(0, 1, "eigenaar"))), 0U);
    // When it held.
    const auto toen = [&](const char* begin, const char* eind) { return hoeveel(om(band(0, 1, "bestuurder", false, {{"begin", begin}, {"eind", eind}}))); };
    EXPECT_EQ(toen("2021-01-01", "2021-05-01"), 1U);
    EXPECT_EQ(toen("2020-01-01", "2021-03-31"), 0U);
    // One after the other.
    EXPECT_EQ(hoeveel(vorm({{"banden", banden({band(0, 1, "bestuurder", true), band(1, 3, "gevestigd", true), band(0, 2, "bestuurder"), band(2, 3, "gevestigd")})}}), {{"dagen", 60}}), 2U);
    EXPECT_EQ(hoeveel(vorm({{"banden", banden({band(0, 1, "bestuurder", true), band(1, 3, "gevestigd", true), band(0, 2, "bestuurder"), band(2, 3, "gevestigd")})}, {"opVolgorde", true}}), {{"dagen", 60}}), 0U)
        << "they were established before they had a director";
    EXPECT_EQ(hoeveel(vorm({{"banden", banden({band(1, 3, "gevestigd", true), band(0, 1, "bestuurder", true), band(0, 2, "bestuurder"), band(2, 3, "gevestigd")})}, {"opVolgorde", true}}), {{"dagen", 60}}), 2U);
}

TEST(EigenPatroon, ZegtAlleFoutenTegelijkEnNeemtNietsAan) {
    auto& o = omgeving();
    const auto analist = o.gebruiker({"informatieanalist"});
    const auto fouten = [&](const object& patroon) { return codes_van(o.roep(analist, Methode::post, zoek_patronen, vraag(patroon))); };
    const auto met_banden = [](array lijst, array rollen = {"voertuig", "signaal", "signaal"}) { return object{{"onderdelen", std::move(rollen)}, {"banden", std::move(lijst)}, {"opVolgorde", false}}; };
    EXPECT_THAT(fouten(met_banden({}, {"boot"})), ElementsAre("/patroon/onderdelen buiten-grenzen", "/patroon/onderdelen/0 onbekend", "/patroon/banden buiten-grenzen"));
    EXPECT_THAT(fouten(met_banden(banden({band(0, 0), band(0, 4)}))), ElementsAre("/patroon/banden/0 dezelfde", "/patroon/banden/1 dezelfde"));
    EXPECT_THAT(fouten(met_banden(banden({band(1, 0)}))), ElementsAre("/patroon/banden past-niet"));
    EXPECT_THAT(fouten(met_banden(banden({band(1, 0, nullptr, true), band(2, 0)}))), ElementsAre("/patroon/banden past-niet"));
    EXPECT_THAT(fouten(met_banden(banden({band(1, 0, nullptr, false, {{"begin", "2024-02-01"}, {"eind", "2024-01-01"}}), band(2, 0)}))), ElementsAre("/patroon/banden/0/eind te-vroeg"));
    array veel;
    for (int i = 0; i < 11; ++i) veel.push_back(band(1, 0));
    EXPECT_THAT(fouten(met_banden(veel)), ElementsAre("/patroon/banden buiten-grenzen"));
    EXPECT_THAT(fouten(met_banden(banden({band(0, 1), band(1, 2), band(2, 3), band(3, 4)}), {"adres", "adres", "adres", "adres", "adres", "adres"})), ElementsAre("/patroon/onderdelen buiten-grenzen"));
    EXPECT_EQ(o.roep(analist, Methode::post, zoek_patronen, vraag(met_banden(banden({band(5, 0)})))).status, 400);
    // A watcher's pattern is judged the same, and belongs to the shape `eigen` alone.
    EXPECT_THAT(codes_van(o.roep(analist, Methode::post, "/v1/netwerk/wachters", nieuw("eigen"))), ElementsAre("/patroon ontbreekt"));
    EXPECT_THAT(codes_van(o.roep(analist, Methode::post, "/v1/netwerk/wachters", nieuw("eigen", {{"patroon", met_banden(banden({band(1, 0)}))}}))), ElementsAre("/patroon/banden past-niet"));
    EXPECT_THAT(codes_van(o.roep(analist, Methode::post, "/v1/netwerk/wachters", nieuw("abc-transactie", {{"patroon", busjes()}}))), ElementsAre("/patroon onbekend-veld"));
}

TEST(EigenPatroon, BewaardWaaktHetZoalsElkeWachterOfPasAlsHijDatZegt) {
    auto& o = omgeving();
    const auto maker = o.gebruiker({"informatieanalist"}), collega = o.gebruiker({"informatieanalist"});
    const auto wakker = maak_wachter(maker, nieuw("eigen", {{"patroon", busjes()}, {"dagen", 90}}));
    const auto slaapt = maak_wachter(maker, nieuw("eigen", {{"patroon", busjes()}, {"dagen", 90}, {"aan", false}}));
    EXPECT_EQ(wakker.at("patroon").at("onderdelen"), (array{"voertuig", "signaal", "signaal"}));
    EXPECT_EQ(slaapt.at("aan"), false);
    maak_signaal(collega, "Wakker een", {voertuig("EP-031-P")});
    const auto stil = maak_signaal(maker, "Wakker stil", {voertuig("EP-031-P")}, {{"alleen", array{}}});
    maak_signaal(collega, "Wakker twee", {voertuig("EP-031-P")});
    EXPECT_EQ(loop(), 2U) << "what all may see, and apart from it what only he may";
    EXPECT_THAT(met(maker, slaapt, "EP-031-P"), IsEmpty());
    const auto s = met(collega, wakker, "EP-031-P");
    ASSERT_EQ(s.size(), 1U);
    EXPECT_EQ(s[0].at("vorm"), "eigen");
    EXPECT_EQ(s[0].at("patroon").at("onderdelen"), (array{"voertuig", "signaal", "signaal"}));
    EXPECT_THAT(rollen(s[0]), UnorderedElementsAre("A", "B", "C"));
    EXPECT_EQ(boost::json::serialize(s[0]).find(id_van(stil)), std::string::npos);
    // One that sleeps is looked for when somebody asks, by each with his own rights.
    EXPECT_EQ(plekken_met(o.eis(200, maker, Methode::post, pad_wachter(slaapt) + "/_zoek"), "EP-031-P").size(), 3U);
    EXPECT_EQ(plekken_met(o.eis(200, collega, Methode::post, pad_wachter(slaapt) + "/_zoek"), "EP-031-P").size(), 1U);
    EXPECT_EQ(o.roep(o.gebruiker({"informatieanalist"}, 2), Methode::post, pad_wachter(slaapt) + "/_zoek").status, 404);
    o.eis(200, maker, Methode::put, pad_wachter(slaapt) + "/aan");
    EXPECT_EQ(met(collega, slaapt, "EP-031-P").size(), 1U);
    for (const auto& w : {wakker, slaapt}) o.eis(204, maker, Methode::verwijder, pad_wachter(w));
}

TEST(EigenPatroon, OverPersonenAlleenBewaardVoorEenCasusMetEenGrondEnAlleenDaar) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"}), lid = o.gebruiker({"informatieanalist"}), buiten = o.gebruiker({"informatieanalist"});
    const object mensen{{"onderdelen", array{"persoon", "bedrijf"}}, {"banden", banden({band(0, 1, "bestuurder")})}, {"opVolgorde", false}};
    for (const auto* soort : {"persoon", "telefoon", "email", "rekening"}) {
        const object van_iemand{{"onderdelen", array{soort, "casus"}}, {"banden", banden({band(1, 0)})}, {"opVolgorde", false}};
        EXPECT_THAT(codes_van(o.roep(lid, Methode::post, zoek_patronen, vraag(van_iemand))), ElementsAre("/patroon/onderdelen personen-zonder-casus")) << soort;
        EXPECT_THAT(codes_van(o.roep(lid, Methode::post, "/v1/netwerk/wachters", nieuw("eigen", {{"patroon", van_iemand}}))), ElementsAre("/casus personen-zonder-casus")) << soort;
    }
    const auto zaak = nieuwe_casus(o, coordinator, {lid}), elders = nieuwe_casus(o, coordinator, {lid}, "Elders");
    EXPECT_THAT(codes_van(o.roep(lid, Methode::post, "/v1/netwerk/wachters", nieuw("eigen", {{"patroon", mensen}, {"casus", id_van(zaak)}}))), ElementsAre("/grond ontbreekt"));
    const auto bouw = [&](const value& in, const std::string& naam) {
        const auto erin = [&](const object& wat) { return o.eis(201, lid, Methode::post, pad_van(in) + "/vermeldingen", wat); };
        const auto man = erin({{"soort", "persoon"}, {"tekst", naam}}), zaakje = erin({{"soort", "bedrijf"}, {"tekst", naam + " BV"}});
        o.eis(201, lid, Methode::post, pad_van(in) + "/verbanden", object{{"soort", "bestuurder"}, {"wie", man.at("id")}, {"wat", zaakje.at("id")}, {"bron", "Uittreksel"}});
    };
    bouw(zaak, "Wolfgang");
    bouw(elders, "Hendrikje");
    const auto w = maak_wachter(lid, nieuw("eigen", {{"patroon", mensen}, {"casus", id_van(zaak)}, {"grond", "Wie stuurt de loods aan?"}, {"aan", false}}));
    const auto nu = o.eis(200, lid, Methode::post, pad_wachter(w) + "/_zoek");
    EXPECT_EQ(plekken_met(nu, "Wolfgang").size(), 1U);
    EXPECT_EQ(nu.at("aantal"), 1) << "nothing of the other casus, though he is a member of it";
    EXPECT_EQ(boost::json::serialize(nu).find("Hendrikje"), std::string::npos);
    EXPECT_EQ(o.roep(buiten, Methode::post, pad_wachter(w) + "/_zoek").status, 404);
    // Its maker leaves the casus: it answers nobody any more.
    const auto stand = o.eis(200, coordinator, Methode::get, pad_van(zaak));
    EXPECT_EQ(o.roep(coordinator, Methode::verwijder, pad_van(zaak) + "/leden/" + lid.id.tekst(), nullptr, gezien(versie_van(stand))).status / 100, 2);
    EXPECT_EQ(o.roep(lid, Methode::post, pad_wachter(w) + "/_zoek").status, 404);
    EXPECT_EQ(o.roep(coordinator, Methode::post, pad_wachter(w) + "/_zoek").status, 403);
}

TEST(EigenPatroon, WatDeGraafTeVeelWeetGeeftGeenAntwoordMaarEenIncident) {
    auto& o = omgeving();
    const auto vrager = o.gebruiker({"informatieanalist"}), ander = o.gebruiker({"informatieanalist"});
    maak_signaal(ander, "Open", {voertuig("EP-051-P")});
    maak_signaal(ander, "Niet van hem", {voertuig("EP-051-P")}, {{"alleen", array{}}});
    EXPECT_THAT(plekken_met(o.eis(200, vrager, Methode::post, zoek_patronen, vraag(busjes())), "EP-051-P"), IsEmpty());
    const Lek lek;
    const auto antwoord = o.roep(vrager, Methode::post, zoek_patronen, vraag(busjes()));
    EXPECT_EQ(antwoord.status, 503);
    EXPECT_EQ(antwoord.lijf.find("EP-051-P"), std::string::npos);
    EXPECT_GT(tel("logboek.incident where soort = 'netwerk-onzeker'"), lek.incidenten);
}

}  // namespace
}  // namespace damwand

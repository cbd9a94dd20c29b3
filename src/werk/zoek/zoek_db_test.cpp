// SPDX-License-Identifier: EUPL-1.2
#include "werk/zoek/zoek.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <set>

#include "base/tekst.hpp"
#include "engine/zoek/vraag.hpp"
#include "steun/casusproef.hpp"
#include "werk/document/document.hpp"

namespace damwand {
namespace {

using namespace proef;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::map<std::string, std::string> wegen{{"verwerkingsactiviteit", "signalen-wegen"}};
const std::map<std::string, std::string> behandelen{{"verwerkingsactiviteit", "casus-behandelen"}};

Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {registers::routes(), entiteit::routes(), signaal::routes(), casus::routes(), document::routes(), zoek::routes()}) {
            alle.insert(alle.end(), kamer.begin(), kamer.end());
        }
        return alle;
    }());
    return o;
}
const Gebruiker& analist() {
    static const auto wie = omgeving().gebruiker({"informatieanalist"}, 2);
    return wie;
}

value zoek(const Gebruiker& wie, const std::string& tekst, const std::map<std::string, std::string>& koppen = wegen) {
    return omgeving().eis(200, wie, Methode::post, "/v1/_zoek", object{{"tekst", tekst}, {"aantal", 50}}, koppen);
}
/// The ids of one kind, in their order.
std::vector<std::string> ids(const value& uit, const std::string& soort) {
    std::vector<std::string> alle;
    for (const auto& rij : uit.at(soort).as_array()) alle.push_back(id_van(rij));
    return alle;
}
/// The texts of the mentions that were found, in their order.
std::vector<std::string> namen(const value& uit) {
    std::vector<std::string> alle;
    for (const auto& rij : uit.at("vermeldingen").as_array()) alle.emplace_back(rij.at("tekst").as_string());
    return alle;
}
/// Nothing at all, no count either.
void eis_niets(const value& uit) {
    for (const auto* soort : {"adressen", "bedrijven", "signalen", "casussen", "vermeldingen", "documenten"}) EXPECT_THAT(uit.at(soort).as_array(), IsEmpty()) << soort;
    for (const auto& telling : uit.at("aantallen").as_object()) EXPECT_EQ(telling.value().as_int64(), 0) << telling.key();
}

value maak_signaal(const Gebruiker& wie, const std::string& titel, const array& vermeldingen, object meer = {}) {
    object lijf{{"titel", titel}, {"omschrijving", ""}, {"bron", "meldpunt"}, {"vermeldingen", vermeldingen}};
    for (const auto& veld : meer) lijf[veld.key()] = veld.value();
    return omgeving().eis(201, wie, Methode::post, "/v1/signalen", lijf);
}
object persoon(const std::string& naam) { return {{"soort", "persoon"}, {"tekst", naam}}; }

TEST(Zoek, VindtKenmerkTitelEnAdresZonderDoelEnMensenPasMetEenDoel) {
    const auto s = maak_signaal(analist(), "Quarantainestation", {persoon("Wolfert Zuiderzee")}, {{"adres", object{{"tekst", "achter de volkstuinen"}, {"nummeraanduiding", nullptr}}}});
    const auto kenmerk = std::string(s.at("kenmerk").as_string());
    for (const auto& getypt : {kenmerk, std::string("quarantaine"), std::string("kwarantainestation"), std::string("volkstuinen")}) {
        EXPECT_THAT(ids(zoek(analist(), getypt, {}), "signalen"), ElementsAre(id_van(s))) << getypt;
    }
    EXPECT_FALSE(zoek(analist(), "zuiderzee", {}).at("inAlles").as_bool());
    eis_niets(zoek(analist(), "zuiderzee", {}));
    const auto uit = zoek(analist(), "zuiderzee");
    EXPECT_TRUE(uit.at("inAlles").as_bool());
    EXPECT_THAT(namen(uit), ElementsAre("Wolfert Zuiderzee"));
    EXPECT_EQ(uit.at("vermeldingen").at(0).at("dossier"), (object{{"soort", "signaal"}, {"id", id_van(s)}, {"kenmerk", kenmerk}, {"naam", "Quarantainestation"}}));
    EXPECT_EQ(uit.at("aantallen").at("vermeldingen").as_int64(), 1);
}

TEST(Zoek, WeigertEenDoelDatNietVanHemIsOfHierNietVoorIs) {
    for (const auto* doel : {"archiveren-vernietigen", "registers-raadplegen", "riec-samenwerking"}) {
        EXPECT_EQ(omgeving().roep(analist(), Methode::post, "/v1/_zoek", object{{"tekst", "x"}}, {{"verwerkingsactiviteit", doel}}).status, 403) << doel;
    }
    EXPECT_EQ(omgeving().roep(omgeving().gebruiker({"beleid"}), Methode::post, "/v1/_zoek", object{{"tekst", "x"}}).status, 403);
    EXPECT_EQ(omgeving().roep(analist(), Methode::post, "/v1/_zoek", object{{"tekst", ""}}).status, 400);
    eis_niets(zoek(omgeving().gebruiker({"melder"}, 2), "quarantaine", {}));  // may look up addresses, nothing else
}

TEST(Zoek, VindtMensenEnTekensHoeZeOokGeschrevenZijn) {
    maak_signaal(analist(), "x", {persoon("Ansje van den IJsselmuiden-Brück"), object{{"soort", "voertuig"}, {"tekst", "witte bus"}, {"sleutel", "ZX-811-P"}},
                                  object{{"soort", "telefoon"}, {"tekst", "van de buurman"}, {"sleutel", "06-98765432"}}});
    for (const auto* getypt : {"Ysselmuiden", "ijsselmuyden", "v.d. IJsselmuiden", "ansje ysselmudien", "brueck ysselmuiden", "Bruck", "ijssel", "isjselmuiden"}) {
        EXPECT_THAT(namen(zoek(analist(), getypt)), ElementsAre("Ansje van den IJsselmuiden-Brück")) << getypt;
    }
    for (const auto* getypt : {"zx811p", "ZX 811 P", "zx-811-p", "zx81"}) EXPECT_THAT(namen(zoek(analist(), getypt)), ElementsAre("witte bus")) << getypt;
    for (const auto* getypt : {"0698765432", "+31 6 9876 5432", "06 98 76 54 32"}) EXPECT_THAT(namen(zoek(analist(), getypt)), ElementsAre("van de buurman")) << getypt;
    EXPECT_THAT(namen(zoek(analist(), "zx812p")), IsEmpty());
}

TEST(Zoek, VolgtElkeWijzigingEnElkVertrekMeteen) {
    auto& o = omgeving();
    const auto s = maak_signaal(analist(), "Verdwijntruc", {persoon("Hubrecht Narrenkap")});
    const auto pad = "/v1/signalen/" + id_van(s);
    const auto vermelding = s.at("vermeldingen").at(0);
    o.eis(200, analist(), Methode::patch, pad + "/vermeldingen/" + id_van(vermelding), object{{"tekst", "Hubrecht Zottebol"}}, gezien(1));
    EXPECT_THAT(namen(zoek(analist(), "narrenkap")), IsEmpty());
    EXPECT_THAT(namen(zoek(analist(), "zottebol")), ElementsAre("Hubrecht Zottebol"));
    o.eis(200, analist(), Methode::patch, pad, object{{"titel", "Gordijnroede"}}, gezien(versie_van(o.eis(200, analist(), Methode::get, pad))));
    EXPECT_THAT(ids(zoek(analist(), "verdwijntruc"), "signalen"), IsEmpty());
    EXPECT_THAT(ids(zoek(analist(), "gordijnroede"), "signalen"), ElementsAre(id_van(s)));
    EXPECT_EQ(o.roep(analist(), Methode::verwijder, pad + "/vermeldingen/" + id_van(vermelding), nullptr, gezien(2)).status, 204);
    eis_niets(zoek(analist(), "zottebol"));
}

TEST(Zoek, WatVerborgenIsGeeftNietsEnTeltNiet) {
    auto& o = omgeving();
    const auto ander = o.gebruiker({"informatieanalist"}, 2);
    const auto stil = maak_signaal(analist(), "Fluistergracht", {persoon("Godelieve Fluistergracht")}, {{"alleen", array{}}});
    for (const auto& getypt : {std::string("fluistergracht"), std::string("fluistergrahct"), std::string(stil.at("kenmerk").as_string())}) {
        EXPECT_THAT(ids(zoek(analist(), getypt), "signalen"), ElementsAre(id_van(stil)));
        eis_niets(zoek(ander, getypt));
        eis_niets(zoek(o.gebruiker({"coordinator"}, 1), getypt));  // another municipality
    }
    o.eis(200, analist(), Methode::post, "/v1/signalen/" + id_van(stil) + "/vrijgaven", nullptr, gezien(versie_van(stil)));
    EXPECT_THAT(namen(zoek(ander, "fluistergracht")), ElementsAre("Godelieve Fluistergracht"));
}

TEST(Zoek, TeltEnKaptAfNaHetZichtNooitErvoor) {
    auto& o = omgeving();
    const auto ander = o.gebruiker({"informatieanalist"}, 2);
    array velen;
    for (int i = 0; i < 120; ++i) velen.push_back(persoon("Overbekende Schuilnaam"));
    maak_signaal(analist(), "x", velen, {{"alleen", array{}}});
    maak_signaal(analist(), "y", {persoon("Overbekende Schuilnaam junior")});
    const auto uit = zoek(ander, "overbekende schuilnaam");  // a hundred hidden ones fit better
    EXPECT_THAT(namen(uit), ElementsAre("Overbekende Schuilnaam junior"));
    EXPECT_EQ(uit.at("aantallen").at("vermeldingen").as_int64(), 1);
    EXPECT_EQ(zoek(analist(), "overbekende schuilnaam").at("aantallen").at("vermeldingen").as_int64(), 100);
}

TEST(Zoek, EenCompartimentVindtAlleenWieHetOpentVoorWaarHetVoorIs) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto jurist = o.gebruiker({"jurist"});
    const auto deelnemer = o.gebruiker({"deelnemer"});
    const auto zaak = nieuwe_casus(o, coordinator, {jurist, deelnemer}, "Havenmeesterij");
    const auto vermeld = [&](const Gebruiker& wie, const std::string& naam, const std::string& regime, const std::map<std::string, std::string>& koppen) {
        o.eis(201, wie, Methode::post, pad_van(zaak) + "/vermeldingen", object{{"soort", "persoon"}, {"tekst", naam}, {"regime", regime}}, koppen);
    };
    const std::map<std::string, std::string> bibob{{"verwerkingsactiviteit", "bibob-onderzoek"}}, riec{{"verwerkingsactiviteit", "riec-samenwerking"}};
    vermeld(coordinator, "Politienaam Achterom", "wpg", {});
    vermeld(jurist, "Bibobnaam Achterom", "bibob", bibob);
    vermeld(coordinator, "Wgsnaam Achterom", "wgs", riec);
    vermeld(coordinator, "Gewone Achterom", "avg", {});
    EXPECT_THAT(namen(zoek(deelnemer, "achterom", behandelen)), ElementsAre("Gewone Achterom"));
    EXPECT_THAT(namen(zoek(coordinator, "achterom", behandelen)), testing::UnorderedElementsAre("Gewone Achterom", "Politienaam Achterom"));
    EXPECT_THAT(namen(zoek(jurist, "bibobnaam", behandelen)), IsEmpty());
    EXPECT_THAT(namen(zoek(jurist, "bibobnaam", bibob)), ElementsAre("Bibobnaam Achterom"));
    EXPECT_THAT(namen(zoek(coordinator, "wgsnaam", behandelen)), IsEmpty());
    EXPECT_THAT(namen(zoek(coordinator, "wgsnaam", riec)), ElementsAre("Wgsnaam Achterom"));
}

TEST(Zoek, EenAfgenomenLidmaatschapOfRolWerktBinnenHetzelfdeVerzoek) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto jurist = o.gebruiker({"jurist"});
    const auto zaak = nieuwe_casus(o, coordinator, {jurist}, "Touwslagersbaan");
    EXPECT_THAT(ids(zoek(jurist, "touwslagersbaan", {}), "casussen"), ElementsAre(id_van(zaak)));
    EXPECT_EQ(o.roep(coordinator, Methode::verwijder, pad_van(zaak) + "/leden/" + jurist.id.tekst()).status, 204);
    eis_niets(zoek(jurist, "touwslagersbaan", {}));
}

TEST(Zoek, EenSignaalGaatMetZijnCasusMeeUitHetZoekenVanHetTeam) {
    auto& o = omgeving();
    const auto coordinator = o.gebruiker({"coordinator"});
    const auto ander = o.gebruiker({"informatieanalist"});
    const auto id = gewogen_signaal(o, coordinator, "Paardenmarkt", {persoon("Rosalinde Paardenmarkt")});
    EXPECT_THAT(namen(zoek(ander, "paardenmarkt")), SizeIs(1));
    o.eis(201, coordinator, Methode::post, "/v1/casussen", object{{"signalen", array{id}}, {"werknaam", "x"}, {"thema", "hennep"}, {"trekker", coordinator.id.tekst()}, {"leden", array{}}});
    eis_niets(zoek(ander, "paardenmarkt"));
    EXPECT_THAT(namen(zoek(coordinator, "paardenmarkt")), SizeIs(1));
}

TEST(Zoek, LogtWieErGetoondIsEnDeZoektermAlleenAlsHash) {
    auto& o = omgeving();
    const auto s = maak_signaal(analist(), "x", {persoon("Sybrandus Logregel")});
    zoek(analist(), "logregel");
    auto v = o.beheer();
    const auto regel = v.doe("select a.operatie, a.toelichting, a.geraakt::text as objecten from logboek.audit a where a.actie = 'zoeken' order by a.tijd desc limit 1");
    EXPECT_THAT(regel[0].veld<std::string>("toelichting"), testing::AllOf(testing::HasSubstr("zoek-"), testing::Not(testing::HasSubstr("logregel"))));
    EXPECT_THAT(regel[0].veld<std::string>("objecten"), testing::HasSubstr(id_van(s)));
    EXPECT_EQ(v.doe("select count(distinct betrokkene) as n from logboek.verwerking where operatie = $1", regel[0].veld<std::string>("operatie"))[0].veld<int>("n"), 1);
}

TEST(Zoek, VindtBedrijvenEnDieVanEenMensAlleenOnderEenDoelEnGelogd) {
    auto v = omgeving().beheer();
    v.script("insert into register.kvk_lading values (1, gen_random_uuid(), now(), now(), '[]', '2026-01-01', '{}', '{}');"
             "insert into register.onderneming (kvk_nummer, van, naam, handelsnamen, sbi, sbi_tekst, sbi_uitgave, afgeschermd, koppeling, natuurlijk) values"
             " (90001001, '2026-01-01', 'Zeemeeuw Transport B.V.', '{}', '{}', '{}', '{}', false, 'geen-adres', false),"
             " (90001002, '2026-01-01', 'Zeemeeuw Kapsalon', '{}', '{}', '{}', '{}', false, 'geen-adres', true);"
             "insert into register.bedrijf (kvk_nummer) values (90001001), (90001002)");
    const auto namen_van = [](const value& uit) {
        std::vector<std::string> alle;
        for (const auto& b : uit.at("bedrijven").as_array()) alle.emplace_back(b.at("naam").as_string());
        return alle;
    };
    EXPECT_THAT(namen_van(zoek(analist(), "zeemeeuw", {})), ElementsAre("Zeemeeuw Transport B.V."));
    EXPECT_THAT(namen_van(zoek(analist(), "90001001", {})), ElementsAre("Zeemeeuw Transport B.V."));
    EXPECT_THAT(namen_van(zoek(analist(), "90001002", {})), IsEmpty());
    EXPECT_THAT(namen_van(zoek(analist(), "zeemeuw")), testing::UnorderedElementsAre("Zeemeeuw Transport B.V.", "Zeemeeuw Kapsalon"));
    EXPECT_EQ(v.doe("select count(*) as n from logboek.audit a join register.bedrijf b on b.id = any (a.geraakt) where a.actie = 'zoeken' and b.kvk_nummer = 90001002")[0].veld<int>("n"), 1);
    EXPECT_THAT(namen_van(zoek(omgeving().gebruiker({"burgemeester"}, 2), "zeemeeuw", behandelen)), IsEmpty());  // may not see companies
}

TEST(Zoek, DeIndexIsVanNiemandBehalveZijnEneFunctie) {
    auto tx = db::Transactie(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = analist().id, .operatie = OperatieId::nieuw()});
    EXPECT_THROW(tx.doe("select tekst from zoek.tekst"), db::DbFout);
    auto zonder = db::Transactie(omgeving().toepassing(), {.organisatie = {2}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    EXPECT_TRUE(zonder.doe("select * from zoek.vind(array['zuiderzee'], array['vermelding', 'signaal'], 10)").leeg());  // nobody sees nothing
}

TEST(Zoek, HeeftDezelfdeKernAlsDeDatabase) {
    auto v = omgeving().beheer();
    for (const auto* tekst : {"AB-123-C", "NL91 ABNA 0417", "+31 6 1234 5678", "0031612345678", "06-1234567", "Öst 12", "IJ-12-YY", "'t 4", "", "31612345678"}) {
        EXPECT_EQ(zoek::kern(tekst), v.doe("select betrokkene.kern($1) as k", tekst)[0].veld<std::string>("k")) << tekst;
    }
}

// ── Recall, against a brute force written apart ─────────────────────────────────────────────────────────────────────────

/// Levenshtein's distance, by the definition.
std::size_t afstand(const std::string& a, const std::string& b) {
    std::array<std::array<std::size_t, 40>, 40> d{};
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) d[i][j] = i + j;
            else d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
        }
    }
    return d[a.size()][b.size()];
}

std::string verzonnen(std::mt19937& toeval) {
    static constexpr std::array<const char*, 20> lettergrepen{"wol", "ter", "mei", "der", "van", "hoe", "zwa", "ger", "brin", "kel", "dui", "nen", "so", "pra", "stek", "lo", "fri", "gaa", "rde", "mus"};
    std::string uit;
    for (auto nog = 2 + toeval() % 3; nog > 0; --nog) uit += lettergrepen.at(toeval() % lettergrepen.size());
    return uit;
}
void maak_fout(std::string& woord, std::mt19937& toeval) {
    const auto plek = toeval() % woord.size();
    const char letter = static_cast<char>('a' + toeval() % 26);
    switch (toeval() % 3) {
        case 0: woord.erase(plek, 1); break;
        case 1: woord.insert(plek, 1, letter); break;
        default: woord[plek] = letter;
    }
}

TEST(Zoek, VindtMetTypefoutenWatEenTragereZoekerVindt) {
    std::mt19937 toeval(20261122);
    std::vector<std::string> alle;
    for (int i = 0; i < 40; ++i) {
        array namen;
        for (int j = 0; j < 20; ++j) {
            alle.push_back(verzonnen(toeval) + " " + verzonnen(toeval));
            namen.push_back(persoon(alle.back()));
        }
        maak_signaal(analist(), "x", namen);
    }
    int gevraagd = 0, raak = 0;
    for (int i = 0; i < 120; ++i) {
        auto deel = splits(alle[toeval() % alle.size()], ' ');
        for (auto& woord : deel) {  // as many errors as a word of its length is forgiven
            for (int fouten = woord.size() < 5 ? 0 : woord.size() < 9 ? 1 : 2; fouten > 0; --fouten) maak_fout(woord, toeval);
        }
        if (toeval() % 3 == 0) std::swap(deel[0], deel[1]);
        const auto getypt = deel[0] + " " + deel[1];
        const auto t = splits(vouw(getypt), ' ');
        const auto ver = [&](const std::string& naam) {
            const auto w = splits(vouw(naam), ' ');
            return std::min(afstand(t[0], w[0]) + afstand(t[1], w[1]), afstand(t[0], w[1]) + afstand(t[1], w[0]));
        };
        std::vector<std::size_t> traag;
        for (const auto& naam : alle) traag.push_back(ver(naam));
        const auto dichtst = *std::min_element(traag.begin(), traag.end());
        const auto uit = omgeving().eis(200, analist(), Methode::post, "/v1/_zoek", object{{"tekst", getypt}, {"aantal", 10}}, wegen);
        const auto gevonden = namen(uit);
        const bool hier = std::any_of(gevonden.begin(), gevonden.end(), [&](const auto& naam) { return splits(vouw(naam), ' ').size() == 2 && ver(naam) <= dichtst; });
        ++gevraagd;
        if (hier) ++raak;
        else std::cerr << "missed: " << getypt << '\n';
    }
    EXPECT_GE(raak * 100, gevraagd * 98);
}

}  // namespace
}  // namespace damwand

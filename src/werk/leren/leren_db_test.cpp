// SPDX-License-Identifier: EUPL-1.2
// Looking back on a casus, and a lesson that somebody else reads before it goes on without it.
#include "werk/leren/leren.hpp"

#include <gmock/gmock.h>

#include "steun/casusproef.hpp"

namespace damwand::leren {
namespace {

using namespace proef;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), interventie::routes(), leren::routes()}) alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return o;
}
std::string code_van(const value& probleem) { return std::string(probleem.at("code").as_string()); }

struct Zaak {
    Gebruiker wie = omgeving().gebruiker({"coordinator"});
    Gebruiker lezer = omgeving().gebruiker({"jurist"});
    value casus = nieuwe_casus(omgeving(), wie, {lezer});
    [[nodiscard]] std::string pad() const { return pad_van(casus); }
    void rond_af(const std::string& fase = "archief") {
        for (const auto& naar : weg_naar(fase)) casus = stap(omgeving(), wie, casus, naar);
    }
    static object les(const std::string& tekst) { return {{"thema", "hennep"}, {"titel", "Eerst praten"}, {"tekst", tekst}, {"instrumenten", array{"stopgesprek"}}}; }
};
const std::string algemeen = "Een gesprek vooraf maakt dat mensen uit zichzelf stoppen, en kost minder dan een controle.";

TEST(Evaluatie, KanInAfrondingEnInHetArchiefEnKentHetEffectPerInterventie) {
    auto& o = omgeving();
    Zaak z;
    const object lijf{{"watWerkte", "Het gesprek."}, {"watNiet", ""}, {"anders", "Eerder bellen."}, {"effecten", array{}}};
    EXPECT_EQ(code_van(o.eis(409, z.wie, Methode::post, z.pad() + "/evaluatie", lijf, gezien(0))), "nog-niet-afgerond");
    EXPECT_FALSE(o.eis(200, z.wie, Methode::get, z.pad() + "/evaluatie").at("kan").as_bool());
    z.rond_af();
    const auto interventie = o.beheer().doe("select id::text from interventie.interventie where casus = $1", id_van(z.casus))[0].veld<std::string>("id");
    auto met = lijf;
    met["effecten"] = array{object{{"interventie", interventie}, {"effect", "deels"}, {"toelichting", "De helft kwam opdagen."}}};
    const auto na = o.eis(200, z.wie, Methode::post, z.pad() + "/evaluatie", met, gezien(0));
    EXPECT_EQ(na.at("versie").as_int64(), 1);
    EXPECT_EQ(na.at("effecten").at(0).at("effect").as_string(), "deels");
    o.eis(412, z.wie, Methode::post, z.pad() + "/evaluatie", met, gezien(0));
    auto fout = lijf;
    fout["effecten"] = array{object{{"interventie", interventie}, {"effect", "geweldig"}, {"toelichting", ""}}, object{{"interventie", Uuid::willekeurig().tekst()}, {"effect", "niet"}, {"toelichting", ""}}};
    EXPECT_THAT(codes_van(o.roep(z.wie, Methode::post, z.pad() + "/evaluatie", fout, gezien(1))), ElementsAre("/effecten/0/effect onbekende-code", "/effecten/1/interventie niet-gevonden"));
    // What is not named keeps what it had; the file itself stays as it was.
    EXPECT_EQ(o.eis(200, z.wie, Methode::post, z.pad() + "/evaluatie", lijf, gezien(1)).at("effecten").as_array().size(), 1U);
    EXPECT_EQ(versie_van(o.eis(200, z.wie, Methode::get, z.pad())), versie_van(z.casus));
    EXPECT_EQ(o.roep(o.gebruiker({"coordinator"}), Methode::get, z.pad() + "/evaluatie").status, 404);
    EXPECT_EQ(o.roep(o.gebruiker({"burgemeester"}), Methode::post, z.pad() + "/evaluatie", lijf, gezien(2)).status, 403);
}

TEST(Lessen, WordenDoorEenAnderNagelezenOpWatHerleidbaarIs) {
    auto& o = omgeving();
    Zaak z;
    o.eis(201, z.wie, Methode::post, z.pad() + "/vermeldingen", object{{"soort", "persoon"}, {"tekst", "Jan Zwagerman"}});
    o.eis(201, z.wie, Methode::post, z.pad() + "/vermeldingen", object{{"soort", "voertuig"}, {"tekst", "Witte bus"}, {"sleutel", "X-003-XX"}});
    o.eis(201, z.wie, Methode::post, z.pad() + "/vermeldingen", object{{"soort", "adres"}, {"tekst", "Wilgenkade 12"}});
    z.rond_af();
    const auto kenmerk = std::string(z.casus.at("kenmerk").as_string());
    const auto les = o.eis(201, z.wie, Methode::post, z.pad() + "/lessen", Zaak::les("In " + kenmerk + " reed ZWAGERMAN met x003xx langs de wilgenkade; een gesprek vooraf had geholpen."));
    std::vector<std::string> herkend;
    for (const auto& h : les.at("herkenbaar").as_array()) herkend.push_back(std::string(h.at("soort").as_string()) + " " + std::string(h.at("woord").as_string()));
    EXPECT_THAT(herkend, IsSupersetOf(std::vector<std::string>{"persoon zwagerman", "adres wilgenkade", "kenmerk " + kenmerk}));
    EXPECT_TRUE(std::ranges::any_of(herkend, [](const auto& h) { return h.starts_with("voertuig"); }));
    const auto pad = z.pad() + "/lessen/" + id_van(les);
    EXPECT_EQ(code_van(o.eis(409, z.wie, Methode::post, pad + "/besluiten", object{{"besluit", "gedeeld"}, {"reden", "Ik vind het zelf wel goed."}}, gezien(1))), "eigen-les");
    EXPECT_THAT(codes_van(o.roep(z.lezer, Methode::post, pad + "/besluiten", object{{"besluit", "gedeeld"}}, gezien(1))), ElementsAre("/reden ontbreekt"));
    EXPECT_THAT(codes_van(o.roep(z.lezer, Methode::post, pad + "/besluiten", object{{"besluit", "teruggegeven"}}, gezien(1))), ElementsAre("/reden ontbreekt"));
    const auto terug = o.eis(200, z.lezer, Methode::post, pad + "/besluiten", object{{"besluit", "teruggegeven"}, {"reden", "Haal de namen eruit."}}, gezien(1));
    EXPECT_EQ(terug.at("staat").as_string(), "teruggegeven");
    EXPECT_EQ(code_van(o.eis(409, z.lezer, Methode::post, pad + "/besluiten", object{{"besluit", "gedeeld"}}, gezien(2))), "les-besloten");
    const auto weer = o.eis(200, z.wie, Methode::put, pad, Zaak::les(algemeen), gezien(2));
    EXPECT_EQ(weer.at("staat").as_string(), "voorgelegd");
    EXPECT_TRUE(weer.at("herkenbaar").as_array().empty());
    // What he saw is what he decides on.
    o.eis(412, z.lezer, Methode::post, pad + "/besluiten", object{{"besluit", "gedeeld"}}, gezien(2));
    EXPECT_EQ(o.beheer().doe("select count(*) as n from leren.les")[0].veld<int>("n"), 0);
    o.eis(200, z.lezer, Methode::post, pad + "/besluiten", object{{"besluit", "gedeeld"}}, gezien(3));
    EXPECT_EQ(code_van(o.eis(409, z.wie, Methode::put, pad, Zaak::les(algemeen), gezien(4))), "les-al-gedeeld");

    // Everybody who works here reads it; nothing in it leads back, in the answer or in the row.
    const auto gelezen = o.roep(o.gebruiker({"communicatie"}), Methode::get, "/v1/lessen");
    EXPECT_EQ(gelezen.status, 200);
    EXPECT_THAT(gelezen.lijf, HasSubstr(algemeen));
    EXPECT_EQ(o.roep(o.gebruiker({"partner"}), Methode::get, "/v1/lessen").status, 403);
    EXPECT_EQ(o.eis(200, o.gebruiker({"communicatie"}, 2), Methode::get, "/v1/lessen").at("resultaten").as_array().size(), 0U);
    const auto rij = o.beheer().doe("select l::text as t from leren.les l")[0].veld<std::string>("t");
    for (const auto& spoor : {id_van(z.casus), id_van(les), kenmerk, z.wie.id.tekst(), z.lezer.id.tekst()}) {
        EXPECT_THAT(rij, Not(HasSubstr(spoor)));
        EXPECT_THAT(gelezen.lijf, Not(HasSubstr(spoor)));
    }
    EXPECT_THAT(rij, HasSubstr("-01"));  // of a month, not of a day
    const auto id = o.beheer().doe("select id::text from leren.les")[0].veld<std::string>("id");
    EXPECT_EQ(o.beheer().doe("select count(*) as n from logboek.audit a where a::text like '%" + id + "%'")[0].veld<int>("n"), 0) << "the log does not tie it to the casus either";
    EXPECT_EQ(o.roep(z.lezer, Methode::post, "/v1/lessen/_trek-in", object{{"les", id}}).status, 403);
    EXPECT_EQ(o.roep(o.gebruiker({"coordinator"}, 2), Methode::post, "/v1/lessen/_trek-in", object{{"les", id}}).status, 404);
    o.eis(204, z.wie, Methode::post, "/v1/lessen/_trek-in", object{{"les", id}});
    EXPECT_EQ(o.beheer().doe("select count(*) as n from leren.les")[0].veld<int>("n"), 0);
}

}  // namespace
}  // namespace damwand::leren

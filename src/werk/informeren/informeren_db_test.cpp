// SPDX-License-Identifier: EUPL-1.2
// Tasks to inform people, through the gate: who is named in a casus is one, also when he came with a signaal; only who may see
// the mention sees the task.
#include "werk/informeren/informeren.hpp"

#include <gmock/gmock.h>

#include "platform/documenten/odtproef.hpp"
#include "steun/casusproef.hpp"

namespace damwand::informeren {
namespace {

using namespace proef;
std::string code_van(const value& probleem) { return std::string(probleem.at("code").as_string()); }
using testing::HasSubstr;
using testing::Not;

Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), informeren::routes()}) alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return o;
}
std::string vandaag() { return tekst(dag_in_amsterdam(SysteemKlok().nu())); }
array taken(const Gebruiker& wie, const value& casus) { return omgeving().eis(200, wie, Methode::get, pad_van(casus) + "/informeren").at("resultaten").as_array(); }
std::string van(const value& taak) { return std::string(taak.at("vermelding").as_string()); }
value besluit(const Gebruiker& wie, const value& casus, const value& taak, const object& wat, int status = 200) {
    return omgeving().eis(status, wie, Methode::post, pad_van(casus) + "/informeren/" + van(taak) + "/besluiten", wat);
}
const object gedaan{{"besluit", "geinformeerd"}, {"verzondenOp", vandaag()}, {"wijze", "brief"}};
object weging() {
    object uit;
    for (const auto* factor : {"doeleinden", "categorieen", "reikwijdte", "waarborgen", "verantwoordelijke", "opslagperiode", "risicos", "kennisgeving"}) uit[factor] = "Gewogen.";
    return uit;
}
/// A casus on a signaal that names a person and a car.
value casus_met_persoon(const Gebruiker& wie, const std::string& bron = "meldpunt") {
    auto& o = omgeving();
    const auto signaal = gewogen_signaal(o, wie, "Bussen", array{object{{"soort", "persoon"}, {"tekst", "Man met de hoed"}}, object{{"soort", "voertuig"}, {"tekst", "Witte bus"}}}, bron);
    return o.eis(201, wie, Methode::post, "/v1/casussen", object{{"signalen", array{signaal}}, {"werknaam", "Kade"}, {"thema", "hennep"}, {"trekker", wie.id.tekst()}, {"leden", array{}}});
}

TEST(Informeren, IsEenTaakPerGenoemdePersoonOokUitHetSignaal) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"coordinator"});
    const auto casus = casus_met_persoon(wie);
    o.eis(201, wie, Methode::post, pad_van(casus) + "/vermeldingen", object{{"soort", "persoon"}, {"tekst", "Zwager"}, {"rol", "huurder"}});
    o.eis(201, wie, Methode::post, pad_van(casus) + "/vermeldingen", object{{"soort", "adres"}, {"tekst", "Kade 1"}});
    const auto open = taken(wie, casus);
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(open[0].at("naam").as_string(), "Man met de hoed");
    EXPECT_EQ(open[0].at("staat").as_string(), "open");
    EXPECT_EQ(open[0].at("termijn").as_string(), tekst(informeren_voor(dag_in_amsterdam(SysteemKlok().nu()))));
    EXPECT_EQ(besluit(wie, casus, open[0], gedaan).at("staat").as_string(), "geinformeerd");
    EXPECT_EQ(code_van(besluit(wie, casus, open[1], {{"besluit", "afgezien"}}, 400)), "invoer-ongeldig");
    const auto over = besluit(wie, casus, open[1], {{"besluit", "afgezien"}, {"grond", "avg-14-b"}, {"motivering", "Er is geen adres van hem bekend."}});
    EXPECT_TRUE(over.at("termijn").is_null());
    EXPECT_EQ(besluit(wie, casus, open[1], gedaan).at("besluiten").as_array().size(), 2U);  // the newest holds, the older stays
    // Another casus does not know his mention, and no other user this casus.
    const auto ander = nieuwe_casus(o, wie);
    EXPECT_EQ(o.roep(wie, Methode::post, pad_van(ander) + "/informeren/" + van(open[0]) + "/besluiten", gedaan).status, 404);
    EXPECT_EQ(o.roep(o.gebruiker({"coordinator"}), Methode::get, pad_van(casus) + "/informeren").status, 404);
    EXPECT_EQ(o.roep(o.gebruiker({"coordinator"}, 2), Methode::get, pad_van(casus) + "/informeren").status, 404);
    // Whom the processing log knows: the person, at each look.
    EXPECT_GE(o.beheer().doe("select count(*) as n from logboek.verwerking where naam = 'informatietakenTonen' and betrokkene is not null")[0].veld<int>("n"), 2);
}

TEST(Informeren, StaatBijDeTrekkerTotHetGedaanIsEnKomtTerugNaUitstel) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"coordinator"});
    const auto lid = o.gebruiker({"jurist"});
    const auto casus = casus_met_persoon(wie);
    toets(o, wie, casus, "2a", object{{"leden", array{lid.id.tekst()}}});
    o.eis(200, wie, Methode::post, pad_van(casus) + "/leden", object{{"gebruiker", lid.id.tekst()}});
    const auto werk = [&](const Gebruiker& van_wie) {
        db::Transactie tx(o.toepassing(), {.organisatie = van_wie.organisatie, .gebruiker = van_wie.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
        return tx.doe("select b.besluit, b.tot from casus.casus c cross join informeren.personen(c.id) p left join lateral informeren.geldend(p.vermeldingen) b on true where c.id = $1", id_van(casus)).aantal();
    };
    EXPECT_EQ(werk(wie), 1U);
    EXPECT_EQ(werk(lid), 1U);
    EXPECT_EQ(werk(o.gebruiker({"coordinator"})), 0U);
    const auto taak = taken(lid, casus)[0];
    const auto tot = tekst(Datum{std::chrono::sys_days(dag_in_amsterdam(SysteemKlok().nu())) + std::chrono::days(90)});
    const auto uitgesteld = besluit(lid, casus, taak, {{"besluit", "uitgesteld"}, {"grond", "uavg-41-d"}, {"motivering", "Er loopt een onderzoek."}, {"weging", weging()}, {"tot", tot}});
    EXPECT_EQ(uitgesteld.at("termijn").as_string(), tot);
    EXPECT_EQ(besluit(lid, casus, taak, {{"besluit", "uitgesteld"}, {"grond", "avg-14-b"}, {"motivering", "Er loopt een onderzoek."}, {"tot", tot}}, 400).at("fouten").at(0).at("code").as_string(), "past-niet");
    EXPECT_EQ(o.roep(o.gebruiker({"burgemeester"}), Methode::post, pad_van(casus) + "/informeren/" + van(taak) + "/besluiten", gedaan).status, 403);
}

TEST(Informeren, StaatInHetCompartimentVanDeVermelding) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"coordinator"});
    const auto zonder = o.gebruiker({"deelnemer"});
    const auto casus = casus_met_persoon(wie, "rapportage");  // from the police: the mention too
    toets(o, wie, casus, "2a", object{{"leden", array{zonder.id.tekst()}}});
    o.eis(200, wie, Methode::post, pad_van(casus) + "/leden", object{{"gebruiker", zonder.id.tekst()}});
    const auto taak = taken(wie, casus);
    ASSERT_EQ(taak.size(), 1U);
    besluit(wie, casus, taak[0], gedaan);
    EXPECT_TRUE(taken(zonder, casus).empty());
    EXPECT_EQ(o.roep(zonder, Methode::post, pad_van(casus) + "/informeren/" + van(taak[0]) + "/besluiten", gedaan).status, 404);
    EXPECT_EQ(o.roep(zonder, Methode::get, pad_van(casus) + "/informeren/" + van(taak[0]) + "/brief").status, 404);
    EXPECT_EQ(o.beheer().doe("select count(*) as n from informeren.besluit b join toegang.zicht z using (organisatie, zicht) where z.compartiment = 'wpg' and b.casus = $1", id_van(casus))[0].veld<int>("n"), 1);
    EXPECT_EQ(o.beheer().doe("select count(*) as n from casus.gebeurtenis g join toegang.zicht z using (organisatie, zicht) where z.compartiment = 'wpg' and g.soort = 'informeren' and g.casus = $1", id_van(casus))[0].veld<int>("n"), 1);
}

TEST(Informeren, GeeftEenBriefNaVersBewijs) {
    auto& o = omgeving();
    const auto wie = o.gebruiker({"jurist", "coordinator"});
    const auto casus = casus_met_persoon(wie);
    const auto pad = pad_van(casus) + "/informeren/" + van(taken(wie, casus)[0]) + "/brief";
    const auto brief = o.roep(wie, Methode::get, pad);
    ASSERT_EQ(brief.status, 200);
    const auto tekst = tekst_van_odt(brief.lijf);
    for (const auto* wel : {"Man met de hoed", "Casussen behandelen", "Gemeentewet"}) EXPECT_THAT(tekst, HasSubstr(wel));
    for (const auto* niet : {"Kade", "Witte bus", "Verzoeken van betrokkenen"}) EXPECT_THAT(tekst, Not(HasSubstr(niet)));
    o.beheer().doe("update toegang.sessie set bewezen_op = basis.nu() - interval '11 minutes' where gebruiker = $1", wie.id);
    EXPECT_EQ(o.roep(wie, Methode::get, pad).status, 403);
}

}  // namespace
}  // namespace damwand::informeren

// SPDX-License-Identifier: EUPL-1.2
// The state of a later day is that of an earlier one and the mutations between them: checked by loading both.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <fstream>
#include <map>
#include <tuple>

#include "base/fout.hpp"
#include "engine/bag/proefmutatie.hpp"
#include "werk/register/proefregister.hpp"

namespace damwand::registers::proef {
namespace {

using namespace std::chrono;
using testing::HasSubstr;

/// The objects of a delivery, those of the files with the present stock only.
struct Voorraad : bag::Afnemer {
    using bag::Afnemer::ontvang;
    std::tuple<std::vector<bag::Woonplaats>, std::vector<bag::OpenbareRuimte>, std::vector<bag::Nummeraanduiding>, std::vector<bag::Verblijfsobject>,
               std::vector<bag::Ligplaats>, std::vector<bag::Standplaats>, std::vector<bag::Pand>> objecten;
    std::vector<bag::InOnderzoek> onderzoeken;
    std::vector<bag::GemeenteWoonplaatsRelatie> relaties;
    bag::Levering levering;

    template <class Object>
    void neem(Object& o) {
        if (o.bestandsoort == bag::Bestandsoort::stand) std::get<std::vector<Object>>(objecten).push_back(o);
    }
    void ontvang(const bag::Levering& l) override { levering = l; }
    void ontvang(bag::Woonplaats& o) override { neem(o); }
    void ontvang(bag::OpenbareRuimte& o) override { neem(o); }
    void ontvang(bag::Nummeraanduiding& o) override { neem(o); }
    void ontvang(bag::Verblijfsobject& o) override { neem(o); }
    void ontvang(bag::Ligplaats& o) override { neem(o); }
    void ontvang(bag::Standplaats& o) override { neem(o); }
    void ontvang(bag::Pand& o) override { neem(o); }
    void ontvang(bag::InOnderzoek& o) override { onderzoeken.push_back(o); }
    void ontvang(bag::GemeenteWoonplaatsRelatie& o) override { relaties.push_back(o); }
};

template <class Doe>
void elke_soort(Voorraad& v, Doe doe) {
    std::apply([&](auto&... lijst) { (doe(lijst), ...); }, v.objecten);
}

void schrijf_bestand(const fs::path& pad, const std::string& inhoud) {
    std::ofstream(pad, std::ios::binary) << inhoud;
}

fs::path schrijf_bericht(const bag::proef::Bericht& bericht, const std::string& naam) {
    const auto pad = werkmap() / naam;
    schrijf_bestand(pad, bericht.xml());
    return pad;
}

template <class Object>
constexpr bag::ObjectType type_van() {
    if constexpr (std::is_same_v<Object, bag::Woonplaats>) return bag::ObjectType::woonplaats;
    if constexpr (std::is_same_v<Object, bag::OpenbareRuimte>) return bag::ObjectType::openbare_ruimte;
    if constexpr (std::is_same_v<Object, bag::Nummeraanduiding>) return bag::ObjectType::nummeraanduiding;
    if constexpr (std::is_same_v<Object, bag::Verblijfsobject>) return bag::ObjectType::verblijfsobject;
    if constexpr (std::is_same_v<Object, bag::Ligplaats>) return bag::ObjectType::ligplaats;
    if constexpr (std::is_same_v<Object, bag::Standplaats>) return bag::ObjectType::standplaats;
    return bag::ObjectType::pand;
}

/// A folder with the parts of a full extract.
fs::path schrijf_extract(Voorraad& v, Datum stand, const std::string& naam) {
    const auto map = werkmap() / naam;
    fs::remove_all(map);
    fs::create_directories(map);
    auto levering = v.levering;
    levering.standdatum = stand;
    const auto gemeente = levering.gemeenten.front().gemeente;
    schrijf_bestand(map / "Leveringsdocument-BAG-Extract.xml", bag::leveringsdocument(levering));
    schrijf_bestand(map / "GEM-WPL-RELATIE.xml", bag::gemeente_woonplaats_bestand(v.relaties, stand));
    elke_soort(v, [&]<class Object>(std::vector<Object>& lijst) {
        const auto type = type_van<Object>();
        auto uit = bag::bestand_begin(type, gemeente, stand);
        for (const auto& o : lijst) bag::schrijf(o, uit);
        if (type == bag::ObjectType::pand) {
            for (const auto& o : v.onderzoeken) bag::schrijf(o, uit);
        }
        uit += bag::bestand_einde();
        schrijf_bestand(map / fmt::format("{}{}01012020-000001.xml", gemeente.tekst(), bag::code(type)), uit);
    });
    return map;
}

/// Everything in the register but the numbers it gives itself and the list of loads.
std::map<std::string, std::string> toestand() {
    std::map<std::string, std::string> uit;
    auto beheer = omgeving().beheer();
    for (const auto rij : beheer.doe("select c.relname::text as naam from pg_class c where c.relnamespace = 'register'::regnamespace and c.relkind = 'r'"
                                     " and c.relname not in ('lading', 'afkeuring', 'ontbrekend') order by 1")) {
        const auto naam = rij.veld<std::string>("naam");
        uit[naam] = beheer.doe(fmt::format("select count(*) || ':' || coalesce(sum(hashtextextended((to_jsonb(t) - '{{id,straat,lading}}'::text[])::text, 0)::numeric), 0) as som from register.{} t", naam))[0]
                        .veld<std::string>("som");
    }
    return uit;
}

void leeg_register() {
    auto beheer = omgeving().beheer();
    std::string tabellen;
    for (const auto rij : beheer.doe("select c.relname::text as naam from pg_class c where c.relnamespace = 'register'::regnamespace and c.relkind = 'r'")) {
        tabellen += (tabellen.empty() ? "register." : ", register.") + rij.veld<std::string>("naam");
    }
    beheer.script("truncate " + tabellen + " cascade");
}

Muteerverslag muteer_bron(const fs::path& bron, bool sla_over = false) {
    db::Pool lader(omgeving().cluster().dsn("lader"), 1);
    return muteer(lader, bron, {.voortgang = {}, .sla_over = sla_over});
}
std::string fout_van(const fs::path& bron, bool sla_over = false) {
    try {
        static_cast<void>(muteer_bron(bron, sla_over));
    } catch (const Fout& fout) {
        return fout.code() + ": " + fout.uitleg();
    }
    return "";
}

Datum dag(Tijdstip t) { return Datum{floor<days>(t)}; }

/// A delivery taken apart: how it stood on an earlier day, and the mutations from there.
struct Proef {
    Voorraad later, eerder;
    Datum van{}, tot{};
    fs::path extract_later, extract_eerder, mutaties;
    std::size_t aantal = 0;

    Proef(const fs::path& bron, days terug) {
        const std::array bronnen{bron};
        static_cast<void>(bag::lees(bronnen, later, {}));
        tot = later.levering.standdatum;
        van = Datum{sys_days{tot} - terug};
        eerder.levering = later.levering;
        eerder.relaties = later.relaties;
        bag::proef::Bericht bericht(later.levering.gemeenten.front().gemeente, van, tot);
        const auto nieuw = [&](const auto& o) { return dag(o.voorkomen.tijdstip_registratie_lv) > van; };
        elke_soort(later, [&]<class Object>(std::vector<Object>& lijst) {
            auto& uit = std::get<std::vector<Object>>(eerder.objecten);
            bool extra = false;
            for (const auto& o : lijst) {
                if (nieuw(o)) {
                    bericht.toevoeging(o);
                    continue;
                }
                auto was = o;
                auto& v = was.voorkomen;
                if (v.tijdstip_eind_registratie_lv && dag(*v.tijdstip_eind_registratie_lv) > van) v.tijdstip_eind_registratie_lv = v.eind_registratie = std::nullopt;
                if (v.tijdstip_inactief_lv && dag(*v.tijdstip_inactief_lv) > van) v.tijdstip_inactief_lv = v.tijdstip_inactief = std::nullopt;
                if (v.eind_geldigheid && *v.eind_geldigheid > van) v.eind_geldigheid = std::nullopt;
                uit.push_back(was);
                if (was.voorkomen != o.voorkomen) bericht.wijziging(was, o);
                if (!extra) {  // a version that is taken back
                    extra = true;
                    was.voorkomen.identificatie += 90;
                    was.voorkomen.eind_geldigheid = was.voorkomen.begin_geldigheid;
                    uit.push_back(was);
                    bericht.verwijdering(was);
                }
            }
        });
        for (const auto& o : later.onderzoeken) {
            if (dag(o.tijdstip_registratie_lv) > van)
                bericht.toevoeging(o);
            else
                eerder.onderzoeken.push_back(o);
        }
        aantal = bericht.aantal();
        extract_later = schrijf_extract(later, tot, "later");
        extract_eerder = schrijf_extract(eerder, van, "eerder");
        mutaties = werkmap() / "mutaties";
        fs::create_directories(mutaties);
        schrijf_bericht(bericht, "mutaties/0001MUT.xml");
        schrijf_bestand(mutaties / "GEM-WPL-RELATIE.xml", bag::gemeente_woonplaats_bestand(later.relaties, tot));
    }
};

class Muteren : public testing::Test {
  protected:
    void SetUp() override { leeg_register(); }
    static void klopt(const fs::path& bron, days terug, std::size_t minstens) {
        const Proef proef(bron, terug);
        ASSERT_GE(proef.aantal, minstens);
        static_cast<void>(laad_bron(proef.extract_later));
        const auto later = toestand();
        leeg_register();
        static_cast<void>(laad_bron(proef.extract_eerder));
        const auto eerder = toestand();
        const auto verslag = muteer_bron(proef.mutaties);
        EXPECT_EQ(toestand(), later);
        EXPECT_NE(eerder, later);
        EXPECT_EQ(verslag.mutaties, proef.aantal);
        EXPECT_EQ(verslag.aantal_misfit, 0U);
        EXPECT_EQ(verslag.elders, 0U);
        EXPECT_THAT(fout_van(proef.mutaties), HasSubstr("bag-al-verwerkt"));  // delivered twice
        EXPECT_EQ(toestand(), later);
    }
};

TEST_F(Muteren, DamstedeVanEenEerdereDagPlusDeMutatiesIsDamstede) { klopt(damstede(300), days{4400}, 100); }

TEST_F(Muteren, WeespVanEenEerdereDagPlusDeMutatiesIsWeesp) {
    ZONDER_ECHTE_DATA_OVERSLAAN(weesp());
    klopt(weesp(), days{400}, 1000);
}

TEST_F(Muteren, WatNietAansluitWordtGeweigerdEnErVerandertNiets) {
    const Proef proef(damstede(300), days{4400});
    EXPECT_THAT(fout_van(proef.mutaties), HasSubstr("bag-leeg"));
    static_cast<void>(laad_bron(proef.extract_eerder));
    const auto eerder = toestand();
    const auto gemeente = proef.later.levering.gemeenten.front().gemeente;
    const auto& pand = std::get<std::vector<bag::Pand>>(proef.eerder.objecten).front();
    const auto later = Datum{sys_days{proef.van} + days{1}};

    EXPECT_THAT(fout_van(schrijf_bericht(bag::proef::Bericht(gemeente, later, proef.tot), "gat.xml")), HasSubstr("Verwerk eerst de leveringen van daartussen"));
    EXPECT_THAT(fout_van(schrijf_bericht(bag::proef::Bericht({17}, proef.van, proef.tot), "elders.xml")), HasSubstr("bag-gebied"));
    EXPECT_THAT(fout_van(proef.extract_later), HasSubstr("bag-geen-mutatie"));

    bag::proef::Bericht dubbel(gemeente, proef.van, proef.tot);
    dubbel.toevoeging(pand);
    EXPECT_THAT(fout_van(schrijf_bericht(dubbel, "dubbel.xml")), HasSubstr("de toevoeging staat al in het register"));

    auto ander = pand;
    ander.oorspronkelijk_bouwjaar = static_cast<std::int16_t>(pand.oorspronkelijk_bouwjaar + 1);
    bag::proef::Bericht scheef(gemeente, proef.van, proef.tot);
    scheef.wijziging(ander, pand);
    EXPECT_THAT(fout_van(schrijf_bericht(scheef, "scheef.xml")), testing::AllOf(HasSubstr("de toestand van voor de wijziging is anders"), HasSubstr(pand.identificatie.tekst())));

    auto weg = pand;
    weg.voorkomen.identificatie = 77;
    bag::proef::Bericht onbekend(gemeente, proef.van, proef.tot);
    onbekend.verwijdering(weg);
    EXPECT_THAT(fout_van(schrijf_bericht(onbekend, "onbekend.xml")), HasSubstr("staat niet in het register"));
    EXPECT_EQ(toestand(), eerder);
}

TEST_F(Muteren, MetSlaOverKomtErinWatPastEnWordtDeRestGenoemd) {
    const Proef proef(damstede(300), days{4400});
    static_cast<void>(laad_bron(proef.extract_eerder));
    const auto& panden = std::get<std::vector<bag::Pand>>(proef.eerder.objecten);
    const auto& a = panden[2];
    const auto& b = *std::find_if(panden.begin(), panden.end(), [&](const bag::Pand& p) { return p.identificatie != a.identificatie; });
    auto a_wordt = a, b_was = b, b_wordt = b;
    a_wordt.oorspronkelijk_bouwjaar = 1999;
    b_was.oorspronkelijk_bouwjaar = 1234;
    b_wordt.oorspronkelijk_bouwjaar = 1999;
    bag::proef::Bericht bericht(proef.later.levering.gemeenten.front().gemeente, proef.van, proef.tot);
    bericht.wijziging(a, a_wordt);
    bericht.wijziging(b_was, b_wordt);
    const auto verslag = muteer_bron(schrijf_bericht(bericht, "half.xml"), true);
    ASSERT_EQ(verslag.misfits.size(), 1U);
    EXPECT_EQ(verslag.misfits[0].identificatie, b.identificatie.tekst());
    EXPECT_GT(verslag.misfits[0].regel, 1);
    auto beheer = omgeving().beheer();
    const auto bouwjaar = [&](const bag::Pand& p) {
        return beheer.doe("select bouwjaar from register.pand_voorkomen where identificatie = $1 and voorkomen = $2", static_cast<std::int64_t>(p.identificatie.waarde), p.voorkomen.identificatie)[0].veld<int>("bouwjaar");
    };
    EXPECT_EQ(bouwjaar(a), 1999);
    EXPECT_EQ(bouwjaar(b), b.oorspronkelijk_bouwjaar);
}

// A street gets another name, a building another use because of what is in it, an address goes to another object, an object goes altogether: what hangs on them
// follows, and deriving the whole municipality anew changes nothing any more.
TEST_F(Muteren, WatAanEenGewijzigdObjectHangtVolgtMee) {
    Proef proef(damstede(300), days{4400});
    static_cast<void>(laad_bron(proef.extract_eerder));
    const auto vanaf = proef.van, tot = proef.tot;
    const auto nu = [&](const auto& o) { return !bag::is_eindstatus(o.status) && bag::is_actueel(o.voorkomen, vanaf) && !o.voorkomen.eind_geldigheid; };
    auto& straten = std::get<std::vector<bag::OpenbareRuimte>>(proef.eerder.objecten);
    auto& objecten = std::get<std::vector<bag::Verblijfsobject>>(proef.eerder.objecten);
    std::erase_if(objecten, [&](const auto& o) { return !nu(o) || o.hoofdadres.waarde == 0; });
    const auto& straat = *std::find_if(straten.begin(), straten.end(), nu);
    auto hernoemd = straat;
    hernoemd.naam = "Zijdenlaken";
    auto ander_gebruik = objecten[0];
    ander_gebruik.gebruiksdoelen = {bag::Gebruiksdoel::celfunctie};
    auto ander_adres = objecten[1];
    std::swap(ander_adres.hoofdadres, objecten[2].hoofdadres);
    bag::proef::Bericht bericht(proef.later.levering.gemeenten.front().gemeente, vanaf, tot);
    bericht.wijziging(straat, hernoemd);
    bericht.wijziging(objecten[0], ander_gebruik);
    bericht.wijziging(objecten[1], ander_adres);
    bericht.verwijdering(objecten[3]);
    const auto eerder = toestand();
    const auto verslag = muteer_bron(schrijf_bericht(bericht, "volgt.xml"));
    ASSERT_EQ(verslag.aantal_misfit, 0U);
    const auto later = toestand();
    for (const auto* tabel : {"straat", "adres", "kaartobject", "kaartpand"}) EXPECT_NE(later.at(tabel), eerder.at(tabel)) << tabel;
    auto beheer = omgeving().beheer();
    EXPECT_GT(beheer.doe("select count(*) as n from register.adres where straatnaam = 'Zijdenlaken'")[0].veld<int>("n"), 0);
    EXPECT_EQ(beheer.doe("select object from register.adres where nummeraanduiding = $1", static_cast<std::int64_t>(ander_adres.hoofdadres.waarde))[0].veld<std::int64_t>("object"), static_cast<std::int64_t>(std::min(objecten[1].identificatie, objecten[2].identificatie).waarde));
    beheer.script(fmt::format("begin; set local role lader; select register.bouw_adressen('{{{0}}}', false, '{1}'); select register.bouw_kaart('{{{0}}}', false); commit",
                              proef.later.levering.gemeenten.front().gemeente.waarde, tekst(tot)));
    EXPECT_EQ(toestand(), later);
}

// What the map draws of a building is written when it changes: not when an object in it gets another area. Another outline, another year with the same outline, a version that is
// taken back, an object that comes to stand in two buildings and one that leaves its own: each gives what deriving the municipality anew gives.
TEST_F(Muteren, DeKaartSchrijftVanEenPandWatErAnders) {
    Proef proef(damstede(300), days{4400});
    static_cast<void>(laad_bron(proef.extract_eerder));
    const auto vanaf = proef.van, tot = proef.tot;
    const auto gemeente = proef.later.levering.gemeenten.front().gemeente;
    const auto nu = [&](const auto& o) { return !bag::is_eindstatus(o.status) && bag::is_actueel(o.voorkomen, vanaf) && !o.voorkomen.eind_geldigheid; };
    auto panden = std::get<std::vector<bag::Pand>>(proef.eerder.objecten);
    auto objecten = std::get<std::vector<bag::Verblijfsobject>>(proef.eerder.objecten);
    // not the first of each, of which a version is taken back
    const auto eerste_pand = panden.front().identificatie;
    const auto eerste_object = objecten.front().identificatie;
    std::erase_if(panden, [&](const auto& p) { return p.identificatie == eerste_pand || !nu(p) || p.status != bag::PandStatus::in_gebruik; });
    std::erase_if(objecten, [&](const auto& o) { return o.identificatie == eerste_object || !nu(o) || o.status != bag::VerblijfsobjectStatus::in_gebruik || o.maakt_deel_uit_van.size() != 1; });
    auto beheer = omgeving().beheer();
    const auto opvolger = [&](bag::proef::Bericht& bericht, const auto& was, Datum dag, const auto& doe) {
        auto dicht = was, open = was;
        dicht.voorkomen.eind_geldigheid = open.voorkomen.begin_geldigheid = dag;
        open.voorkomen.identificatie += 50;
        doe(open);
        bericht.wijziging(was, dicht);
        bericht.toevoeging(open);
        return open;
    };
    const auto anders = [&](const bag::proef::Bericht& bericht, const std::string& naam) {
        ASSERT_EQ(muteer_bron(schrijf_bericht(bericht, naam)).aantal_misfit, 0U);
        const auto bij = toestand();
        beheer.script(fmt::format("begin; set local role lader; select register.bouw_kaart('{{{0}}}', false); commit", gemeente.waarde));
        EXPECT_EQ(toestand(), bij) << naam;
    };
    const auto halverwege = Datum{sys_days{vanaf} + days{30}};
    const auto eerst = toestand();
    bag::proef::Bericht oppervlakte(gemeente, vanaf, halverwege);
    const auto groter = opvolger(oppervlakte, objecten[0], halverwege, [](bag::Verblijfsobject& o) { o.oppervlakte += 7; });
    anders(oppervlakte, "oppervlakte.xml");
    const auto toen = toestand();
    EXPECT_EQ(toen.at("kaartpand"), eerst.at("kaartpand"));
    EXPECT_EQ(toen.at("kaartcel"), eerst.at("kaartcel"));
    EXPECT_NE(toen.at("kaartobject"), eerst.at("kaartobject"));

    bag::proef::Bericht rest(gemeente, halverwege, tot);
    opvolger(rest, panden[0], tot, [](bag::Pand& p) { p.oorspronkelijk_bouwjaar = 1923; });
    const auto& elders = panden.back().geometrie;
    opvolger(rest, panden[1], tot, [&](bag::Pand& p) { p.geometrie = elders; });
    auto verbeterd = panden[2];  // the outline was never right
    verbeterd.geometrie = elders;
    rest.wijziging(panden[2], verbeterd);
    rest.verwijdering(panden[3]);
    opvolger(rest, objecten[1], tot, [&](bag::Verblijfsobject& o) { o.maakt_deel_uit_van.push_back(panden[4].identificatie); });
    opvolger(rest, objecten[2], tot, [&](bag::Verblijfsobject& o) { o.maakt_deel_uit_van = {panden[5].identificatie}; });
    opvolger(rest, objecten[3], tot, [](bag::Verblijfsobject& o) { o.status = bag::VerblijfsobjectStatus::ingetrokken; });
    rest.verwijdering(groter);
    anders(rest, "rest.xml");
    EXPECT_NE(toestand().at("kaartpand"), toen.at("kaartpand"));
    EXPECT_EQ(beheer.doe("select count(*) as n from register.kaartpand where identificatie = $1 and bouwjaar = 1923 and van = $2::date", static_cast<std::int64_t>(panden[0].identificatie.waarde), tot)[0].veld<int>("n"), 1);
    EXPECT_EQ(beheer.doe("select count(*) as n from register.kaartpand a join register.kaartpand b on a.identificatie = $1 and b.identificatie = $2 and a.tot is null and b.tot is null and a.fijn operator(public.=) b.fijn",
                         static_cast<std::int64_t>(panden[1].identificatie.waarde), static_cast<std::int64_t>(panden.back().identificatie.waarde))[0].veld<int>("n"), 1);
}

TEST_F(Muteren, DeProefMetEchteMutatiesNoemtWatErMisIs) {
    const auto bron = echte_data() / "mutaties-klein" / "mutations.xml";
    ZONDER_ECHTE_DATA_OVERSLAAN(bron);
    EXPECT_THAT(fout_van(bron), HasSubstr("bag-leeg"));
    const Proef proef(damstede(300), days{4400});
    static_cast<void>(laad_bron(proef.extract_eerder));
    EXPECT_THAT(fout_van(bron), HasSubstr("bag-volgorde"));
}

}  // namespace
}  // namespace damwand::registers::proef

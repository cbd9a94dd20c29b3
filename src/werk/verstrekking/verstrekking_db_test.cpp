// SPDX-License-Identifier: EUPL-1.2
// Giving a part of a casus to somebody outside, through the gate: what his law forbids is refused, what was given is kept as
// ids and made again from history, and who received a fact hears of it when it changes.
#include "werk/verstrekking/verstrekking.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "platform/documenten/odtproef.hpp"
#include "steun/casusproef.hpp"
#include "werk/interventie/interventie.hpp"

namespace damwand::verstrekking {
namespace {

using namespace proef;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), interventie::routes(), verstrekking::routes()}) alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return o;
}
std::string code_van(const value& probleem) { return std::string(probleem.at("code").as_string()); }
std::string vandaag() { return tekst(dag_in_amsterdam(SysteemKlok().nu())); }

/// A casus with a person and, past the privacy checks that are the casus's own to prove, what sources answered.
struct Zaak {
    Gebruiker wie;
    value casus, persoon;
    explicit Zaak(const std::vector<std::string>& rollen = {"coordinator", "jurist", "bibob"}) : wie(omgeving().gebruiker(rollen)), casus(nieuwe_casus(omgeving(), wie)) {
        persoon = omgeving().eis(201, wie, Methode::post, pad_van(casus) + "/vermeldingen", object{{"soort", "persoon"}, {"tekst", "Zwager"}, {"rol", "huurder"}});
    }
    [[nodiscard]] std::string pad() const { return pad_van(casus) + "/verstrekkingen"; }
    std::string bron(const std::string& soort, const std::string& regime, const std::string& antwoord, const std::map<std::string, std::string>& koppen = {}, const std::string& doorgifte = "vrij") {
        object lijf{{"bronsoort", soort}, {"vraag", "Bekend?"}, {"grondslag", "x"}, {"regime", regime}};
        if (!doorgifte.empty()) lijf["doorgifte"] = doorgifte;
        if (!doorgifte.empty() && regime != "avg") lijf["doorgifteReden"] = "De bron vond dat goed.";
        const auto b = omgeving().eis(201, wie, Methode::post, pad_van(casus) + "/bronnen", lijf, koppen);
        ingreep(omgeving()).doe("update casus.bron set status = 'ontvangen', antwoord = $2, antwoord_op = basis.nu() where id = $1", id_van(b), antwoord);
        return id_van(b);
    }
    static object waarom_riec() {
        return {{"vermoeden", "Dezelfde mensen achter vier loodsen."}, {"samenwerking", "De geldstroom ziet alleen de fiscus."}, {"noodzaak", "Zonder naam is er niets te vergelijken."}, {"deelnemers", array{"politie", "om"}}};
    }
    static object lijf(const array& feiten, const std::string& ontvanger = "politie") {
        object uit{{"ontvanger", ontvanger}, {"terAttentieVan", "Team Oost"}, {"doel", "Toezicht op de loods."}, {"grondslag", "gemeentewet-172"}, {"overleg", "Met de bron besproken."}, {"teNoemen", false}, {"feiten", feiten}};
        if (ontvanger == "riec") uit["riec"] = waarom_riec();
        return uit;
    }
    value geef(const array& feiten, const std::string& ontvanger = "politie", int status = 201, const std::map<std::string, std::string>& koppen = {}) const {
        return omgeving().eis(status, wie, Methode::post, pad(), lijf(feiten, ontvanger), koppen);
    }
    std::string afschrift(const value& v) const { return tekst_van_odt(omgeving().roep(wie, Methode::get, pad() + "/" + id_van(v) + "/afschrift").lijf); }
    [[nodiscard]] value lees() const { return omgeving().eis(200, wie, Methode::get, pad()).at("resultaten"); }
};
object feit(const std::string& soort, const std::string& rij) { return {{"soort", soort}, {"rij", rij}}; }
object persoon_van(const Zaak& z) { return feit("vermelding", id_van(z.persoon)); }
std::vector<std::string> fouten(const value& probleem) {
    std::vector<std::string> uit;
    for (const auto& f : probleem.at("fouten").as_array()) uit.push_back(std::string(f.at("veld").as_string()) + " " + std::string(f.at("code").as_string()));
    return uit;
}

TEST(Verstrekken, GeeftGekozenFeitenZoalsZeToenWaren) {
    auto& o = omgeving();
    Zaak z;
    const auto vergunning = z.bron("vergunningen", "avg", "Er is een vergunning.");
    z.bron("handhaving", "avg", "Dit blijft hier.");
    const auto nu = o.eis(200, z.wie, Methode::get, pad_van(z.casus));
    o.eis(200, z.wie, Methode::patch, pad_van(z.casus), object{{"beeld", "Er wordt gehandeld."}}, gezien(versie_van(nu)));
    const auto kan = o.eis(200, z.wie, Methode::get, pad_van(z.casus) + "/verstrekbaar");
    EXPECT_EQ(kan.at("feiten").as_array().size(), 4U);
    EXPECT_EQ(kan.at("over").as_int64(), 20);
    const auto v = z.geef(array{feit("casus", id_van(z.casus)), persoon_van(z), feit("bron", vergunning)});
    EXPECT_EQ(v.at("label").as_string(), "avg");
    EXPECT_EQ(v.at("feiten").as_array().size(), 3U);
    auto tekst = z.afschrift(v);
    for (const auto* wel : {"Zwager", "huurder", "Er is een vergunning.", "Er wordt gehandeld.", "Gemeentewet art. 172", "Team Oost"}) EXPECT_THAT(tekst, HasSubstr(wel));
    EXPECT_THAT(tekst, Not(HasSubstr("Dit blijft hier.")));
    // What changes later does not change what was given.
    o.eis(200, z.wie, Methode::patch, pad_van(z.casus) + "/vermeldingen/" + id_van(z.persoon), object{{"tekst", "Oom"}}, gezien(1));
    EXPECT_EQ(z.afschrift(v), tekst);
    // Nothing that was said stands in what is kept of it, or in the logs.
    EXPECT_EQ(o.beheer().doe("select count(*) as n from verstrekking.feit f where f::text like '%Zwager%'")[0].veld<int>("n"), 0);
    EXPECT_EQ(o.beheer().doe("select count(*) as n from logboek.audit a where a::text like '%Zwager%' or a::text like '%Team Oost%'")[0].veld<int>("n"), 0);
    EXPECT_GE(o.beheer().doe("select count(*) as n from logboek.verwerking where naam = 'verstrekkingVastleggen' and betrokkene is not null")[0].veld<int>("n"), 1);
    EXPECT_EQ(o.beheer().doe("select count(*) as n from casus.gebeurtenis where soort = 'verstrekking' and casus = $1", id_van(z.casus))[0].veld<int>("n"), 1);
}

TEST(Verstrekken, WeigertWatDezeOntvangerNietMagHebben) {
    Zaak z;
    const auto politie = z.bron("politie", "wpg", "Bekend.");
    const auto fiscaal = z.bron("woz", "fiscaal", "Geen betaling.");
    const auto bibob = z.bron("anders", "bibob", "Advies.", {{"verwerkingsactiviteit", "bibob-onderzoek"}});
    EXPECT_THAT(fouten(z.geef(array{feit("bron", politie), persoon_van(z)}, "belastingdienst", 400)), ElementsAre("/feiten/0 regime-past-niet"));
    EXPECT_EQ(z.geef(array{feit("bron", fiscaal)}, "belastingdienst").at("label").as_string(), "fiscaal");
    EXPECT_THAT(fouten(z.geef(array{persoon_van(z)}, "woningcorporatie", 400)), ElementsAre("/feiten/0 regime-past-niet"));
    EXPECT_THAT(fouten(z.geef(array{feit("bron", bibob)}, "lbb", 400)), ElementsAre("/feiten/0 niet-gevonden"));  // not under this purpose
    EXPECT_EQ(z.geef(array{feit("bron", bibob)}, "lbb", 201, {{"verwerkingsactiviteit", "bibob-onderzoek"}}).at("label").as_string(), "bibob");
    EXPECT_THAT(fouten(z.geef(array{}, "niemand", 400)), ElementsAre("/ontvanger onbekende-code", "/feiten ontbreekt"));
    // As a regime has it, and after the source was asked.
    const auto geheim = z.bron("politie", "wpg", "Geheim.", {}, "");
    EXPECT_THAT(fouten(z.geef(array{feit("bron", geheim)}, "politie", 400)), ElementsAre("/feiten/0 niet-doorgeven"));
    auto lijf = Zaak::lijf(array{feit("bron", z.bron("handhaving", "avg", "Gezien.", {}, "na_overleg"))});
    z.geef(lijf.at("feiten").as_array());
    lijf.erase("overleg");
    EXPECT_THAT(fouten(omgeving().eis(400, z.wie, Methode::post, z.pad(), lijf)), ElementsAre("/feiten/0 overleg-ontbreekt"));
    // The RIEC hears of a casus after its own privacy check.
    EXPECT_EQ(code_van(z.geef(array{persoon_van(z)}, "riec", 409)), "privacytoets-riec-ontbreekt");
    toets(omgeving(), z.wie, z.casus, "2b", object{{"riec", true}});
    z.geef(array{persoon_van(z)}, "riec");
}

TEST(Verstrekken, HetBeeldIsZoStrengAlsHetStrengsteWaarHetUitGeschrevenIs) {
    auto& o = omgeving();
    Zaak z;
    const auto beeld = [&] {
        const auto kan = o.eis(200, z.wie, Methode::get, pad_van(z.casus) + "/verstrekbaar");
        for (const auto& f : kan.at("feiten").as_array()) {
            if (f.at("soort").as_string() == "casus") return std::string(f.at("regime").as_string()) + " " + std::string(f.at("doorgifte").as_string());
        }
        return std::string();
    };
    o.eis(200, z.wie, Methode::patch, pad_van(z.casus), object{{"beeld", "Er wordt gehandeld."}}, gezien(versie_van(o.eis(200, z.wie, Methode::get, pad_van(z.casus)))));
    EXPECT_EQ(beeld(), "avg vrij");
    z.bron("brp", "brp", "Twee personen.", {}, "na_overleg");
    EXPECT_EQ(beeld(), "brp na_overleg");
    z.bron("woz", "fiscaal", "Geen betaling.", {}, "");
    EXPECT_EQ(beeld(), "fiscaal niet");
    EXPECT_THAT(fouten(z.geef(array{feit("casus", id_van(z.casus))}, "belastingdienst", 400)), ElementsAre("/feiten/0 niet-doorgeven"));
    // What stands in a compartment is not in what the whole team reads.
    z.bron("politie", "wpg", "Bekend.");
    EXPECT_EQ(beeld(), "fiscaal niet");
}

TEST(Verstrekken, ZegtVanEenMinderjarigeDatHijHetIsEnEindigtDatOpZijnAchttiende) {
    auto& o = omgeving();
    Zaak z;
    const auto dag = [&](const char* over) { return o.beheer().doe("select (basis.vandaag() - $1::interval)::date::text as d", over)[0].veld<std::string>("d"); };
    const auto noem = [&](object meer, int status = 201) {
        object lijf{{"soort", "persoon"}, {"tekst", "Bram Verzonnen"}};
        for (const auto& veld : meer) lijf[veld.key()] = veld.value();
        return o.eis(status, z.wie, Methode::post, pad_van(z.casus) + "/vermeldingen", lijf);
    };
    const auto telt = [&] { return o.eis(200, z.wie, Methode::get, pad_van(z.casus)).at("minderjarigen").as_int64(); };
    EXPECT_FALSE(z.persoon.at("minderjarig").as_bool());
    EXPECT_EQ(telt(), 0);
    const auto kind = noem({{"geborenOp", dag("17 years 364 days")}});  // by his day of birth
    const auto gemerkt = noem({{"tekst", "Jongen van de hoek"}, {"minderjarig", true}});  // by hand
    EXPECT_TRUE(kind.at("minderjarig").as_bool());
    EXPECT_TRUE(gemerkt.at("minderjarig").as_bool());
    EXPECT_EQ(telt(), 2);
    // No more is asked than is needed: of who is of age no day of birth, and of a company neither.
    EXPECT_EQ(fouten(noem({{"geborenOp", dag("18 years")}}, 400)), std::vector<std::string>{"/geborenOp meerderjarig"});
    EXPECT_EQ(fouten(noem({{"geborenOp", dag("-1 days")}}, 400)), std::vector<std::string>{"/geborenOp in-toekomst"});
    const auto bedrijf = noem({{"soort", "bedrijf"}, {"minderjarig", true}, {"geborenOp", dag("5 years")}});
    EXPECT_FALSE(bedrijf.at("minderjarig").as_bool());
    EXPECT_TRUE(bedrijf.at("geborenOp").is_null());
    // Where facts are chosen it stands beside the fact, and the extract says it, without the day.
    const auto kan = o.eis(200, z.wie, Methode::get, pad_van(z.casus) + "/verstrekbaar");
    for (const auto& een : kan.at("feiten").as_array()) {
        const auto rij = std::string(een.at("rij").as_string());
        EXPECT_EQ(een.at("minderjarig").as_bool(), rij == id_van(kind) || rij == id_van(gemerkt)) << rij;
    }
    const auto gegeven = z.geef(array{feit("vermelding", id_van(kind))});
    const auto brief = z.afschrift(gegeven);
    EXPECT_THAT(brief, HasSubstr("Minderjarig"));
    EXPECT_THAT(brief, Not(HasSubstr("geboren")));
    EXPECT_THAT(z.afschrift(z.geef(array{persoon_van(z)})), Not(HasSubstr("Minderjarig")));
    // What is known of him he may hear in full.
    const auto inzage = [&](const value& wie) {
        return o.beheer().doe("select entiteit.minderjarig_als_tekst(geboren_op, minderjarig) as t from entiteit.vermelding where id = $1", id_van(wie))[0].veld<std::optional<std::string>>("t").value_or("");
    };
    EXPECT_THAT(inzage(kind), testing::StartsWith("Minderjarig, geboren op "));
    EXPECT_EQ(inzage(gemerkt), "Minderjarig");
    EXPECT_EQ(inzage(z.persoon), "");
    // Taken off by hand; and by itself on the day he is eighteen, which changes nothing of what was given before.
    o.eis(200, z.wie, Methode::patch, pad_van(z.casus) + "/vermeldingen/" + id_van(gemerkt), object{{"minderjarig", false}}, gezien(1));
    EXPECT_EQ(telt(), 1);
    o.zet_klok(SysteemKlok().nu() + std::chrono::hours(48));
    verleng_sessies(o);
    EXPECT_EQ(telt(), 0);
    EXPECT_THAT(z.afschrift(gegeven), HasSubstr("Minderjarig"));
    o.zet_klok(SysteemKlok().nu());
    verleng_sessies(o);
}

TEST(Verstrekken, StaatInHetCompartimentVanWatErinStaat) {
    auto& o = omgeving();
    Zaak z;
    const auto zonder = o.gebruiker({"deelnemer"});
    toets(o, z.wie, z.casus, "2a", object{{"leden", array{zonder.id.tekst()}}});
    o.eis(200, z.wie, Methode::post, pad_van(z.casus) + "/leden", object{{"gebruiker", zonder.id.tekst()}});
    const auto politie = z.bron("politie", "wpg", "Bekend.");
    auto genoemd = Zaak::lijf(array{feit("bron", politie)});
    genoemd["teNoemen"] = true;
    EXPECT_THAT(fouten(o.eis(400, z.wie, Methode::post, z.pad(), genoemd)), ElementsAre("/teNoemen past-niet"));
    const auto v = z.geef(array{feit("bron", politie), persoon_van(z)});
    EXPECT_EQ(v.at("label").as_string(), "wpg");
    EXPECT_EQ(z.lees().as_array().size(), 1U);
    EXPECT_TRUE(o.eis(200, zonder, Methode::get, z.pad()).at("resultaten").as_array().empty());
    EXPECT_EQ(o.roep(zonder, Methode::post, z.pad(), Zaak::lijf(array{persoon_van(z)})).status, 403);
    EXPECT_EQ(o.roep(o.gebruiker({"jurist"}), Methode::get, z.pad() + "/" + id_van(v) + "/afschrift").status, 404);
    EXPECT_EQ(o.roep(o.gebruiker({"jurist"}, 2), Methode::get, z.pad()).status, 404);
    // His correction, in the open part, reaches the recipient all the same; he does not see that.
    o.eis(200, zonder, Methode::patch, pad_van(z.casus) + "/vermeldingen/" + id_van(z.persoon), object{{"tekst", "Oom"}}, gezien(1));
    EXPECT_EQ(z.lees().at(0).at("kennisgevingen").at(0).at("aanleiding").as_string(), "gewijzigd");
}

TEST(Verstrekken, VraagtVersBewijsEnHoudtEenDagbudget) {
    auto& o = omgeving();
    Zaak z;
    const array feiten{persoon_van(z)};
    const auto v = z.geef(feiten);
    o.beheer().doe("update toegang.sessie set bewezen_op = basis.nu() - interval '11 minutes' where gebruiker = $1", z.wie.id);
    EXPECT_EQ(code_van(z.geef(feiten, "politie", 403)), "opnieuw-aanmelden");
    EXPECT_EQ(o.roep(z.wie, Methode::get, z.pad() + "/" + id_van(v) + "/afschrift").status, 403);
    o.beheer().doe("update toegang.sessie set bewezen_op = basis.nu() where gebruiker = $1", z.wie.id);
    o.beheer().doe("insert into verstrekking.dagbudget values (1, 2)");
    z.geef(feiten);
    EXPECT_EQ(code_van(z.geef(feiten, "politie", 409)), "dagbudget-op");
    EXPECT_EQ(o.eis(200, z.wie, Methode::get, pad_van(z.casus) + "/verstrekbaar").at("over").as_int64(), 0);
    o.beheer().doe("delete from verstrekking.dagbudget");
    z.geef(feiten);
}

TEST(Verstrekken, NoemtHoogstensVijftigPersonen) {
    auto& o = omgeving();
    Zaak z;
    array feiten{persoon_van(z)};
    auto beheer = ingreep(o);
    for (const auto rij : beheer.doe("insert into entiteit.vermelding (organisatie, id, zicht, dossier_soort, dossier, soort, tekst, bron_betrouwbaarheid, informatie_waarde, regime, doorgifte, activiteit, door, op, van, operatie)"
                                     " select organisatie, gen_random_uuid(), zicht, dossier_soort, dossier, 'bedrijf', 'Bedrijf ' || n, 'F', 6, regime, 'vrij', activiteit, door, op, van, operatie"
                                     " from entiteit.vermelding cross join generate_series(1, 50) n where id = $1 returning id",
                                     id_van(z.persoon))) {
        feiten.push_back(feit("vermelding", rij.veld<std::string>("id")));
    }
    EXPECT_THAT(fouten(z.geef(feiten, "politie", 400)), ElementsAre("/feiten te-veel-personen"));
    feiten.pop_back();
    z.geef(feiten);
}

TEST(Kennisgeven, VolgtOpElkeCorrectieVanWatGegevenWerd) {
    auto& o = omgeving();
    Zaak z;
    const auto bron = z.bron("vergunningen", "avg", "Er is een vergunning.");
    const auto v = z.geef(array{persoon_van(z), feit("bron", bron)});
    const auto open = [&] {
        std::vector<std::string> uit;
        const auto nu = z.lees();
        for (const auto& k : nu.at(0).at("kennisgevingen").as_array()) {
            if (k.at("staat").as_string() == "open") uit.push_back(std::string(k.at("soort").as_string()) + " " + std::string(k.at("aanleiding").as_string()));
        }
        return uit;
    };
    const auto persoonpad = pad_van(z.casus) + "/vermeldingen/" + id_van(z.persoon);
    o.eis(200, z.wie, Methode::patch, persoonpad, object{{"bronBetrouwbaarheid", "A"}}, gezien(1));
    EXPECT_THAT(open(), ElementsAre());  // what was given is not otherwise
    o.eis(200, z.wie, Methode::patch, persoonpad, object{{"tekst", "Oom"}}, gezien(2));
    o.eis(200, z.wie, Methode::patch, persoonpad, object{{"tekst", "Oom Jan"}}, gezien(3));
    ingreep(o).doe("update casus.bron set antwoord = 'Er is geen vergunning.' where id = $1", bron);
    EXPECT_THAT(open(), ElementsAre("vermelding gewijzigd", "bron gewijzigd"));  // one letter tells how it is now
    const auto brief = tekst_van_odt(o.roep(z.wie, Methode::get, z.pad() + "/" + id_van(v) + "/kennisgeving").lijf);
    for (const auto* wel : {"Zwager", "Oom Jan", "Er is geen vergunning.", "AVG art. 19"}) EXPECT_THAT(brief, HasSubstr(wel));
    array ids;
    const auto nu = z.lees();
    for (const auto& k : nu.at(0).at("kennisgevingen").as_array()) ids.push_back(k.at("id"));
    const auto sluit = [&](const object& wat, int status) { return o.eis(status, z.wie, Methode::post, z.pad() + "/" + id_van(v) + "/kennisgevingen", wat); };
    EXPECT_THAT(fouten(sluit({{"kennisgevingen", ids}, {"staat", "niet_verstuurd"}}, 400)), ElementsAre("/reden ontbreekt"));
    EXPECT_THAT(fouten(sluit({{"kennisgevingen", ids}, {"staat", "verstuurd"}}, 400)), ElementsAre("/gedaanOp ontbreekt"));
    sluit({{"kennisgevingen", ids}, {"staat", "verstuurd"}, {"gedaanOp", vandaag()}}, 200);
    EXPECT_THAT(open(), ElementsAre());
    EXPECT_EQ(code_van(sluit({{"kennisgevingen", ids}, {"staat", "verstuurd"}, {"gedaanOp", vandaag()}}, 409)), "kennisgeving-gesloten");
    // Taken out: a new notice, that says to erase it.
    o.eis(204, z.wie, Methode::verwijder, persoonpad, nullptr, gezien(4));
    EXPECT_THAT(open(), ElementsAre("vermelding verwijderd"));
    EXPECT_TRUE(std::ranges::any_of(z.lees().at(0).at("feiten").as_array(), [](const value& f) { return f.at("weg").as_bool() && f.at("naam").as_string() == "Zwager"; }));
    EXPECT_THAT(tekst_van_odt(o.roep(z.wie, Methode::get, z.pad() + "/" + id_van(v) + "/kennisgeving").lijf), HasSubstr("Wis het bij u"));
    // In the list of work of who leads the casus.
    EXPECT_EQ(o.beheer().doe("select count(*) as n from verstrekking.kennisgeving where staat = 'open' and casus = $1", id_van(z.casus))[0].veld<int>("n"), 1);
}

TEST(Kennisgeven, KomtNietUitVernietiging) {
    Zaak z;
    z.geef(array{persoon_van(z)});
    auto beheer = ingreep(omgeving());
    beheer.doe("select set_config('damwand.organisatie', '1', false)");
    beheer.doe("select archief.wis($1)", id_van(z.casus));
    for (const auto* tabel : {"verstrekking", "feit", "kennisgeving"}) {
        EXPECT_EQ(beheer.doe("select count(*) as n from verstrekking." + std::string(tabel) + " where casus = $1", id_van(z.casus))[0].veld<int>("n"), 0) << tabel;
    }
}

TEST(Riec, LegtVastWaaromVoorWieEnWieHetBesloot) {
    auto& o = omgeving();
    Zaak z;
    auto zonder = Zaak::lijf(array{persoon_van(z)}, "riec");
    zonder.erase("riec");
    EXPECT_THAT(fouten(o.eis(400, z.wie, Methode::post, z.pad(), zonder)), testing::ElementsAre("/riec ontbreekt"));
    auto politie = Zaak::lijf(array{persoon_van(z)});
    politie["riec"] = Zaak::waarom_riec();
    EXPECT_THAT(fouten(o.eis(400, z.wie, Methode::post, z.pad(), politie)), testing::ElementsAre("/riec past-niet"));
    for (const auto& [deelnemers, fout] : std::vector<std::pair<array, std::string>>{
             {{}, "/riec/deelnemers ontbreekt"}, {{"riec"}, "/riec/deelnemers/0 onbekende-code"}, {{"politie", "verzonnen"}, "/riec/deelnemers/1 onbekende-code"}, {{"om", "om"}, "/riec/deelnemers/1 dubbel"}}) {
        auto lijf = Zaak::lijf(array{persoon_van(z)}, "riec");
        lijf["riec"].as_object()["deelnemers"] = deelnemers;
        EXPECT_THAT(fouten(o.eis(400, z.wie, Methode::post, z.pad(), lijf)), testing::ElementsAre(fout));
    }
    EXPECT_EQ(code_van(z.geef(array{persoon_van(z)}, "riec", 409)), "privacytoets-riec-ontbreekt");
    toets(o, z.wie, z.casus, "2b", object{{"riec", true}});
    const auto v = z.geef(array{persoon_van(z)}, "riec");
    const auto& riec = v.at("riec");
    EXPECT_EQ(riec.at("deelnemers").as_array().size(), 2U);
    EXPECT_EQ(riec.at("beslotenDoor").at("id").as_string(), z.wie.id.tekst());
    EXPECT_TRUE(riec.at("berichten").as_array().empty());
    EXPECT_TRUE(z.geef(array{persoon_van(z)}).at("riec").is_null());
    // a newer check that says no closes it again
    toets(o, z.wie, z.casus, "2b", object{{"riec", true}}, "niet_akkoord");
    EXPECT_EQ(code_van(z.geef(array{persoon_van(z)}, "riec", 409)), "privacytoets-riec-ontbreekt");
}

TEST(Riec, HetBerichtKomtTerugEenmaalOntvangenEnMetWatErNietKlopt) {
    auto& o = omgeving();
    Zaak z;
    toets(o, z.wie, z.casus, "2b", object{{"riec", true}});
    const auto v = z.geef(array{persoon_van(z)}, "riec");
    const auto pad = z.pad() + "/" + id_van(v) + "/riec-berichten";
    const auto bericht = [&](int status, const object& lijf) { return o.eis(status, z.wie, Methode::post, pad, lijf); };
    EXPECT_THAT(fouten(bericht(400, {{"soort", "iets"}, {"dag", "2099-01-01"}, {"tekst", "R-12"}})), testing::ElementsAre("/soort onbekende-code", "/dag in-toekomst"));
    EXPECT_THAT(fouten(bericht(400, {{"soort", "ontvangst"}, {"dag", "2020-01-01"}, {"tekst", "R-12"}, {"correctie", "De naam klopt niet."}})),
                testing::ElementsAre("/dag te-vroeg", "/correctie past-niet"));
    EXPECT_EQ(bericht(200, {{"soort", "ontvangst"}, {"dag", vandaag()}, {"tekst", "R-12"}}).at("riec").at("berichten").as_array().size(), 1U);
    EXPECT_EQ(code_van(bericht(409, {{"soort", "ontvangst"}, {"dag", vandaag()}, {"tekst", "R-12"}})), "al-bevestigd");
    bericht(200, {{"soort", "terugkoppeling"}, {"dag", vandaag()}, {"tekst", "Gebruikt in een analyse."}, {"correctie", "Hij woont er niet meer."}});
    const auto berichten = z.lees().at(0).at("riec").at("berichten").as_array();
    ASSERT_EQ(berichten.size(), 2U);
    EXPECT_EQ(berichten[1].at("correctie").as_string(), "Hij woont er niet meer.");
    // of what went to somebody else there is nothing to record, nor for who may not see the casus
    const auto ander = z.geef(array{persoon_van(z)});
    o.eis(404, z.wie, Methode::post, z.pad() + "/" + id_van(ander) + "/riec-berichten", object{{"soort", "ontvangst"}, {"dag", vandaag()}, {"tekst", "R-12"}});
    EXPECT_EQ(o.roep(o.gebruiker({"coordinator"}), Methode::post, pad, object{{"soort", "ontvangst"}, {"dag", vandaag()}, {"tekst", "R-12"}}).status, 404);
    // rows are added and never changed
    for (const auto* tabel : {"riec", "riec_bericht"}) {
        db::Transactie tx(o.toepassing(), {.organisatie = z.wie.organisatie, .gebruiker = z.wie.id, .operatie = OperatieId::nieuw()});
        EXPECT_THROW(tx.doe(std::string("update verstrekking.") + tabel + " set operatie = operatie"), db::DbFout);
    }
}

}  // namespace
}  // namespace damwand::verstrekking

// SPDX-License-Identifier: EUPL-1.2
// A meeting through the gate: each participant sees his own part of the agenda, and nothing of what is not his.
#include "werk/overleg/overleg.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "platform/documenten/odtproef.hpp"
#include "steun/casusproef.hpp"

namespace damwand::overleg {
namespace {

using namespace proef;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

Omgeving& omgeving() {
    static Omgeving o([] {
        std::vector<poort::Route> alle;
        for (auto&& kamer : {entiteit::routes(), signaal::routes(), casus::routes(), interventie::routes(), actie::routes(), overleg::routes()}) alle.insert(alle.end(), kamer.begin(), kamer.end());
        return alle;
    }());
    return o;
}
value eis(int status, const Gebruiker& wie, Methode m, const std::string& pad, const value& lijf = nullptr, const std::map<std::string, std::string>& koppen = {}) {
    return omgeving().eis(status, wie, m, pad, lijf, koppen);
}
std::string code_van(const value& probleem) { return std::string(probleem.at("code").as_string()); }
std::vector<std::string> veldfouten(const value& probleem) {
    std::vector<std::string> uit;
    for (const auto& f : probleem.at("fouten").as_array()) uit.push_back(std::string(f.at("veld").as_string()) + " " + std::string(f.at("code").as_string()));
    return uit;
}
std::string vandaag() { return tekst(dag_in_amsterdam(SysteemKlok().nu())); }

/// A series with a meeting, a chair, and people around the table: a member of the casus, somebody of another department, a partner.
struct Tafel {
    Gebruiker voorzitter = omgeving().gebruiker({"coordinator"});
    Gebruiker secretaris = omgeving().gebruiker({"informatieanalist"});
    Gebruiker lid = omgeving().gebruiker({"deelnemer"});
    Gebruiker gast = omgeving().gebruiker({"beleid"});
    Gebruiker partner = omgeving().gebruiker({"partner"});
    Gebruiker buiten = omgeving().gebruiker({"coordinator"});
    std::string reeks, pad;

    explicit Tafel(const std::string& soort = "kernteam") {
        const auto r = eis(201, voorzitter, Methode::post, "/v1/overlegreeksen",
                           object{{"naam", "Kernteam"}, {"soort", soort}, {"ritmeWeken", 3}, {"weekdag", 4}, {"begin", "09:30"}, {"duurMinuten", 90}, {"plaats", "Kamer 2.12"},
                                  {"secretaris", secretaris.id.tekst()}, {"vanaf", vandaag()}});
        reeks = id_van(r);
        for (const auto* wie : {&lid, &gast, &partner}) zet_lid(*wie);
        pad = "/v1/overleggen/" + id_van(eis(201, voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", reeks}}));
    }
    void zet_lid(const Gebruiker& wie) const {
        eis(200, voorzitter, Methode::put, "/v1/overlegreeksen/" + reeks + "/leden/" + wie.id.tekst(), object{{"mandaat", "Spreekt voor de afdeling"}, {"geheimhouding", "verklaring"}, {"vast", true}});
    }
    [[nodiscard]] value lees(const Gebruiker& wie) const { return eis(200, wie, Methode::get, pad); }
    [[nodiscard]] std::vector<const Gebruiker*> aan_tafel() const { return {&voorzitter, &secretaris, &lid, &gast, &partner}; }

    /// An item about a casus of `lid` with parts that carry a word of their own.
    std::string punt_over(const value& casus, const std::string& woord, const Gebruiker* wie = nullptr) const {
        const auto& maker = wie == nullptr ? voorzitter : *wie;
        const auto p = eis(201, maker, Methode::post, pad + "/punten", object{{"dossier", object{{"soort", "casus"}, {"id", casus.at("id")}}}});
        for (const auto soort : deelsoorten) schrijf(id_van(p), std::string(soort), woord + std::string(soort), &maker);
        return id_van(p);
    }
    void schrijf(const std::string& punt, const std::string& soort, const std::string& tekst, const Gebruiker* wie = nullptr, int status = 200) const {
        eis(status, wie == nullptr ? voorzitter : *wie, Methode::put, pad + "/punten/" + punt + "/delen/" + soort, object{{"tekst", tekst}});
    }
    static object toetslijf(const array& leden, const std::string& besluit = "akkoord") {
        auto lijf = proef::toetslijf("2a", {}, besluit);
        lijf.erase("soort");
        lijf["leden"] = leden;
        return lijf;
    }
    static object verdeling(const Gebruiker& wie, const std::vector<std::string>& delen) {
        array soorten;
        for (const auto& d : delen) soorten.emplace_back(d);
        return {{"gebruiker", wie.id.tekst()}, {"delen", soorten}};
    }
    value toets(const std::string& punt, const array& leden, int status = 201) const { return eis(status, voorzitter, Methode::post, pad + "/punten/" + punt + "/toetsen", toetslijf(leden)); }
    void stand(const Gebruiker& wie, const std::string& stand) const { eis(200, voorzitter, Methode::put, pad + "/aanwezigheid/" + wie.id.tekst(), object{{"stand", stand}}); }
    void begin(const std::string& punt) const {
        eis(200, voorzitter, Methode::post, pad + "/_begin");
        eis(200, voorzitter, Methode::post, pad + "/punten/" + punt + "/_begin");
    }
    [[nodiscard]] value casus(const std::string& naam = "Loods aan de kade") const { return nieuwe_casus(omgeving(), voorzitter, {secretaris, lid}, naam); }
};
/// Kinds of the parts that somebody sees of each item, in his own order.
std::vector<std::string> delen_in(const value& overleg) {
    std::vector<std::string> uit;
    for (const auto& p : overleg.at("punten").as_array()) {
        std::string een = std::to_string(p.at("nummer").as_int64()) + ":";
        for (const auto& d : p.at("delen").as_array()) een += " " + std::string(d.at("soort").as_string());
        uit.push_back(een);
    }
    return uit;
}

TEST(Reeks, PlantOverleggenInHetRitmeMetWieErVastBijHoort) {
    Tafel t;
    const auto o = t.lees(t.partner);
    EXPECT_EQ(o.at("reeks").at("naam").as_string(), "Kernteam");
    EXPECT_EQ(o.at("deelnemers").as_array().size(), 5U);
    EXPECT_EQ(o.at("ik").at("rol").as_string(), "deelnemer");
    EXPECT_FALSE(o.at("ik").at("magLeiden").as_bool());
    EXPECT_TRUE(t.lees(t.secretaris).at("ik").at("magLeiden").as_bool());
    const auto eerste = lees_datum(o.at("datum").as_string()).value();
    EXPECT_EQ(eerste, volgende_dag(lees_datum(vandaag()).value(), 4, 3, std::nullopt));
    const auto tweede = eis(201, t.voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", t.reeks}});
    EXPECT_EQ(lees_datum(tweede.at("datum").as_string()).value(), volgende_dag(lees_datum(vandaag()).value(), 4, 3, eerste));
    EXPECT_THAT(veldfouten(eis(400, t.voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", t.reeks}, {"datum", o.at("datum")}})), ElementsAre("/datum bestaat-al"));
    // Who joins later takes part in what is planned; who leaves sees nothing of it any more.
    auto nieuw = omgeving().gebruiker({"jurist"});
    eis(404, nieuw, Methode::get, t.pad);
    t.zet_lid(nieuw);
    eis(200, nieuw, Methode::get, t.pad);
    eis(204, t.voorzitter, Methode::verwijder, "/v1/overlegreeksen/" + t.reeks + "/leden/" + nieuw.id.tekst());
    eis(404, nieuw, Methode::get, t.pad);
    eis(404, nieuw, Methode::get, "/v1/overlegreeksen/" + t.reeks);
}

TEST(Reeks, IsErNietVoorWieErNietBijHoort) {
    Tafel t;
    eis(404, t.buiten, Methode::get, t.pad);
    eis(404, t.buiten, Methode::get, "/v1/overlegreeksen/" + t.reeks);
    eis(404, t.buiten, Methode::post, t.pad + "/_begin");
    EXPECT_THAT(veldfouten(eis(400, t.buiten, Methode::post, "/v1/overleggen", object{{"reeks", t.reeks}})), ElementsAre("/reeks geen-reeks"));
    EXPECT_THAT(eis(200, t.buiten, Methode::get, "/v1/overleggen").at("resultaten").as_array(), IsEmpty());
    const auto vreemd = omgeving().gebruiker({"coordinator"}, 2);
    eis(404, vreemd, Methode::get, t.pad);
    // Of this meeting, but not to lead.
    EXPECT_EQ(code_van(eis(403, t.partner, Methode::post, t.pad + "/_begin")), "geen-recht");
    eis(200, t.voorzitter, Methode::put, t.pad + "/deelnemers/" + t.buiten.id.tekst(), object{{"geheimhouding", "ambtseed"}});
    EXPECT_EQ(code_van(eis(403, t.buiten, Methode::post, t.pad + "/_begin")), "niet-voorzitter");
}

TEST(Agenda, ToontIederZijnEigenDeelEnVanEenAnderGeenGat) {
    Tafel t;
    const auto eerste = t.punt_over(t.casus(), "kanarie-een-");
    eis(201, t.voorzitter, Methode::post, t.pad + "/punten", object{{"titel", "Rondvraag"}});
    const auto tweede = t.punt_over(t.casus("Tweede zaak"), "kanarie-twee-");
    const std::string alles = " kern toelichting personen adressen bronnen voorgenomen";
    EXPECT_THAT(delen_in(t.lees(t.voorzitter)), ElementsAre("1:" + alles, "2:", "3:" + alles));
    EXPECT_THAT(delen_in(t.lees(t.lid)), ElementsAre("1:" + alles, "2:", "3:" + alles));
    EXPECT_THAT(delen_in(t.lees(t.gast)), ElementsAre("1:"));  // the free item, and it is the first
    t.toets(tweede, {Tafel::verdeling(t.gast, {"kern", "voorgenomen"}), Tafel::verdeling(t.partner, {"adressen"})});
    EXPECT_THAT(delen_in(t.lees(t.gast)), ElementsAre("1:", "2: kern voorgenomen"));
    EXPECT_THAT(delen_in(t.lees(t.partner)), ElementsAre("1:", "2: adressen"));
    // Not what it is about, nor who proposed what, nor who sees what.
    const auto gezien = t.lees(t.gast).at("punten").at(1);
    EXPECT_TRUE(gezien.at("dossier").is_null());
    for (const auto* veld : {"toetsen", "verdeling", "waarschuwing", "reden"}) EXPECT_TRUE(gezien.at(veld).is_null()) << veld;
    const auto alle = serialize(t.lees(t.gast)) + serialize(eis(200, t.gast, Methode::get, t.pad + "/punten/" + tweede)) + serialize(eis(200, t.gast, Methode::get, "/v1/overleggen"));
    for (const auto* niet : {"kanarie-een", "kanarie-twee-toelichting", "kanarie-twee-personen", "kanarie-twee-adressen", "Tweede zaak", "Loods"}) EXPECT_THAT(alle, Not(HasSubstr(niet)));
    eis(404, t.gast, Methode::get, t.pad + "/punten/" + eerste);
    eis(404, t.partner, Methode::get, t.pad + "/punten/" + eerste);
    EXPECT_EQ(eis(200, t.gast, Methode::get, "/v1/overleggen").at("resultaten").at(0).at("aantalPunten").as_int64(), 2);
    EXPECT_EQ(eis(200, t.lid, Methode::get, "/v1/overleggen").at("resultaten").at(0).at("aantalPunten").as_int64(), 3);
    // Who leads sees who sees what.
    const auto verdeling = t.lees(t.voorzitter).at("punten").at(2).at("verdeling");
    for (const auto& v : verdeling.as_array()) {
        if (v.at("gebruiker").at("id").as_string() == t.partner.id.tekst()) {
            EXPECT_EQ(serialize(v.at("delen")), R"(["adressen"])");
        }
        EXPECT_EQ(v.at("vanDossier").as_bool(), v.at("gebruiker").at("id").as_string() != t.partner.id.tekst() && v.at("gebruiker").at("id").as_string() != t.gast.id.tekst());
    }
}

TEST(Agenda, EenToetsDieNeeZegtOfIngetrokkenWordtNeemtHetWeerWeg) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "x");
    const auto punt = t.pad + "/punten/" + p;
    // Proposed is not decided.
    auto voorstel = eis(201, t.secretaris, Methode::post, punt + "/toetsen", Tafel::toetslijf({Tafel::verdeling(t.gast, {"kern"})}, ""));
    EXPECT_THAT(delen_in(t.lees(t.gast)), IsEmpty());
    const auto toets = punt + "/toetsen/" + id_van(voorstel.at("toetsen").at(0));
    EXPECT_EQ(code_van(eis(403, t.secretaris, Methode::post, toets + "/besluit", object{{"staat", "akkoord"}}, gezien(1))), "geen-recht");
    eis(200, t.voorzitter, Methode::post, toets + "/besluit", object{{"staat", "akkoord"}}, gezien(1));
    EXPECT_THAT(delen_in(t.lees(t.gast)), ElementsAre("1: kern"));
    EXPECT_EQ(code_van(eis(409, t.voorzitter, Methode::put, punt + "/delen/kern", object{{"tekst", "anders"}})), "toets-ligt-vast");
    t.schrijf(p, "toelichting", "mag nog");
    EXPECT_THAT(veldfouten(eis(400, t.voorzitter, Methode::post, toets + "/besluit", object{{"staat", "ingetrokken"}}, gezien(2))), ElementsAre("/reden ontbreekt"));
    eis(200, t.voorzitter, Methode::post, toets + "/besluit", object{{"staat", "ingetrokken"}, {"reden", "Niet nodig."}}, gezien(2));
    EXPECT_THAT(delen_in(t.lees(t.gast)), IsEmpty());
    eis(404, t.gast, Methode::get, punt);
    // The newest that names him counts.
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"}), Tafel::verdeling(t.partner, {"kern"})});
    t.toets(p, {Tafel::verdeling(t.gast, {"adressen"})});
    EXPECT_THAT(delen_in(t.lees(t.gast)), ElementsAre("1: adressen"));
    EXPECT_THAT(delen_in(t.lees(t.partner)), ElementsAre("1: kern"));
    EXPECT_THAT(veldfouten(t.toets(p, {Tafel::verdeling(t.buiten, {"kern"}), Tafel::verdeling(t.gast, {"raar"}), Tafel::verdeling(t.gast, {})}, 400)),
                ElementsAre("/leden/0/gebruiker geen-deelnemer", "/leden/1/delen/0 geen-deel", "/leden/2/gebruiker dubbel", "/leden/2/delen leeg"));
    EXPECT_EQ(code_van(eis(409, t.voorzitter, Methode::verwijder, punt, nullptr, gezien(1))), "punt-getoetst");
}

/// Plain SQL as the application, without a word of the room's own: what the second wall says alone.
std::vector<std::string> teksten_onder_de_muur(const Gebruiker& wie) {
    auto& o = omgeving();
    db::Transactie tx(o.toepassing(), {.organisatie = wie.organisatie, .gebruiker = wie.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
    std::vector<std::string> uit;
    for (const auto rij : tx.doe("select tekst from overleg.deel order by tekst")) uit.push_back(rij.veld<std::string>("tekst"));
    return uit;
}

TEST(Muur, ToontOokZonderDeKamerGeenDeelDatNietVanHemIs) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "muur-");
    EXPECT_EQ(teksten_onder_de_muur(t.lid).size(), 6U);
    EXPECT_THAT(teksten_onder_de_muur(t.gast), IsEmpty());
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    EXPECT_THAT(teksten_onder_de_muur(t.gast), ElementsAre("muur-kern"));
    EXPECT_THAT(teksten_onder_de_muur(t.partner), IsEmpty());
    // What he may read he may not write.
    db::Transactie tx(omgeving().toepassing(), {.organisatie = t.gast.organisatie, .gebruiker = t.gast.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
    EXPECT_EQ(tx.doe("update overleg.deel set tekst = 'x'").geraakt(), 0);
    EXPECT_EQ(tx.doe("delete from overleg.deel").geraakt(), 0);
}

TEST(Muur, DezeProefZietEenGatInDeTweedeMuur) {
    Tafel t;
    t.punt_over(t.casus(), "gat-");
    auto beheer = omgeving().beheer();
    beheer.script("create policy gat on overleg.deel for select using (true)");
    EXPECT_THAT(teksten_onder_de_muur(t.gast), Not(IsEmpty()));
    beheer.script("drop policy gat on overleg.deel");
    EXPECT_THAT(teksten_onder_de_muur(t.gast), IsEmpty());
}

TEST(Vergadering, BeeldIsWatIederDieErIsMagZien) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "beeld-");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern", "voorgenomen"}), Tafel::verdeling(t.partner, {"kern"})});
    const auto beeld = [&] { return eis(200, t.voorzitter, Methode::get, t.pad + "/beeld"); };
    const auto soorten = [&] {
        std::string uit;
        const auto nu = beeld();
        for (const auto& d : nu.at("delen").as_array()) uit += std::string(d.at("soort").as_string()) + " ";
        return uit;
    };
    EXPECT_TRUE(beeld().at("titel").is_null());
    t.begin(p);
    EXPECT_EQ(soorten(), "");  // nobody is recorded: nothing is shown
    t.stand(t.voorzitter, "aanwezig");
    EXPECT_EQ(soorten(), "kern toelichting personen adressen bronnen voorgenomen ");
    t.stand(t.gast, "laat");
    EXPECT_EQ(soorten(), "kern voorgenomen ");
    t.stand(t.partner, "aanwezig");
    EXPECT_EQ(soorten(), "kern ");
    eis(200, t.voorzitter, Methode::put, t.pad + "/deelnemers/" + t.buiten.id.tekst(), object{{"geheimhouding", "ambtseed"}});
    t.stand(t.buiten, "aanwezig");
    EXPECT_TRUE(beeld().at("zonderBeeld").as_bool());
    EXPECT_TRUE(beeld().at("titel").is_null());
    EXPECT_EQ(t.lees(t.voorzitter).at("punten").at(0).at("waarschuwing").at(0).at("id").as_string(), t.buiten.id.tekst());
    t.stand(t.buiten, "vertrokken");
    EXPECT_EQ(soorten(), "kern ");
    EXPECT_TRUE(eis(200, t.voorzitter, Methode::put, t.pad + "/beeld", object{{"zwart", true}}).at("zwart").as_bool());
}

TEST(Vergadering, OnthoudtWieWatHoorde) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "gehoord-");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    t.stand(t.voorzitter, "aanwezig");
    t.stand(t.partner, "aanwezig");
    const auto gehoord = [&](const Gebruiker& wie) {
        std::vector<std::string> uit;
        for (const auto rij : omgeving().beheer().doe("select array_to_string(delen, ' ') || case when gehoord_tot is null then ' ...' else '' end as wat from overleg.gehoord where punt = $1 and gebruiker = $2 order by gehoord_van",
                                                      p, wie.id))
            uit.push_back(rij.veld<std::string>("wat"));
        return uit;
    };
    t.begin(p);
    const std::string alles = "adressen bronnen kern personen toelichting voorgenomen";
    EXPECT_THAT(gehoord(t.voorzitter), ElementsAre(alles + " ..."));
    EXPECT_THAT(gehoord(t.partner), IsEmpty());
    EXPECT_THAT(gehoord(t.gast), IsEmpty());
    t.stand(t.gast, "laat");
    EXPECT_THAT(gehoord(t.gast), ElementsAre("kern ..."));
    t.toets(p, {Tafel::verdeling(t.gast, {"kern", "adressen"})});
    EXPECT_THAT(gehoord(t.gast), ElementsAre("kern", "adressen kern ..."));
    t.stand(t.gast, "vertrokken");
    EXPECT_THAT(gehoord(t.gast), ElementsAre("kern", "adressen kern"));
    eis(200, t.voorzitter, Methode::post, t.pad + "/punten/" + p + "/_besproken", object{});
    EXPECT_THAT(gehoord(t.voorzitter), ElementsAre(alles));
}

TEST(Vergadering, SluitOokWatDeVoorzitterNietMagWeten) {
    Tafel t;
    // The secretary prepares an item of a casus that the chair is no member of.
    const auto casus = nieuwe_casus(omgeving(), t.secretaris, {t.lid}, "Niet van de voorzitter");
    const auto verborgen = t.punt_over(casus, "v-", &t.secretaris);
    const auto open = t.punt_over(t.casus(), "o-");
    EXPECT_EQ(t.lees(t.voorzitter).at("punten").as_array().size(), 1U);
    eis(200, t.voorzitter, Methode::put, t.pad + "/volgorde", object{{"punten", array{open}}});
    eis(200, t.secretaris, Methode::post, t.pad + "/_begin");
    eis(200, t.secretaris, Methode::post, t.pad + "/punten/" + verborgen + "/_begin");
    EXPECT_TRUE(t.lees(t.voorzitter).at("huidig").is_null());
    EXPECT_TRUE(t.lees(t.partner).at("huidig").is_null());
    eis(404, t.voorzitter, Methode::post, t.pad + "/punten/" + verborgen + "/_begin");
    t.begin(open);  // what was on has been discussed
    EXPECT_EQ(t.lees(t.lid).at("huidig").as_string(), open);
    EXPECT_EQ(eis(200, t.lid, Methode::get, t.pad + "/punten/" + verborgen).at("staat").as_string(), "besproken");
    eis(200, t.voorzitter, Methode::post, t.pad + "/_sluit");
    EXPECT_EQ(t.lees(t.partner).at("staat").as_string(), "gesloten");
    EXPECT_EQ(code_van(eis(409, t.voorzitter, Methode::post, t.pad + "/_begin")), "overleg-gesloten");
}

TEST(Stroom, VertelVanEenPuntAlleenWieHetMagKennen) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "s-");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    omgeving().beheer().script("delete from gebeurtenis.uit");
    t.begin(p);
    const auto hoort = [&](const Gebruiker& wie) {
        return omgeving().beheer().doe("select count(*) as n from gebeurtenis.uit u where u.soort = 'agendapunt' and u.object = $1 and u.zicht in (select l.zicht from toegang.zicht_lid l where l.gebruiker = $2)", p, wie.id)[0].veld<int>("n");
    };
    EXPECT_GT(hoort(t.lid), 0);
    EXPECT_GT(hoort(t.gast), 0);
    EXPECT_EQ(hoort(t.partner), 0);
    EXPECT_EQ(hoort(t.buiten), 0);
}


object bewerking(const std::string& punt, const std::string& veld, int gezien, const std::string& waarde, const Uuid& sleutel = Uuid::willekeurig()) {
    return {{"sleutel", sleutel.tekst()}, {"punt", punt}, {"veld", veld}, {"gezien", gezien}, {"waarde", waarde}};
}
std::string veld_in(const value& punt, const std::string& veld) {
    for (const auto& v : punt.at("velden").as_array()) {
        if (v.at("veld").as_string() == veld) return std::to_string(v.at("versie").as_int64()) + " " + std::string(v.at("waarde").as_string());
    }
    return "-";
}

TEST(Bewerken, VoegtPerAlineaSamenEnToontBijEenBotsingAllebei) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "b-");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    const auto doe = [&](const Gebruiker& wie, int gezien, const std::string& waarde, int status = 200, const std::string& veld = "aantekening") {
        return eis(status, wie, Methode::post, t.pad + "/_bewerk", bewerking(p, veld, gezien, waarde));
    };
    const auto stand = [](const value& b) { return std::string(b.at("uitkomst").as_string()) + " " + std::to_string(b.at("versie").as_int64()) + " " + std::string(b.at("waarde").as_string()); };
    EXPECT_EQ(stand(doe(t.lid, 0, "een\ntwee")), "toegepast 1 een\ntwee");
    EXPECT_EQ(stand(doe(t.gast, 1, "een\ntwee\ndrie")), "toegepast 2 een\ntwee\ndrie");
    EXPECT_EQ(stand(doe(t.voorzitter, 1, "EEN\ntwee")), "samengevoegd 3 EEN\ntwee\ndrie");
    EXPECT_EQ(stand(doe(t.secretaris, 3, "EEN\ntwee\ndrie")), "toegepast 3 EEN\ntwee\ndrie");  // it was so already
    const auto botst = doe(t.lid, 1, "eentje\ntwee");
    EXPECT_EQ(stand(botst), "botsing 3 eentje\ntwee");
    EXPECT_EQ(botst.at("anders").at("waarde").as_string(), "EEN\ntwee\ndrie");
    EXPECT_EQ(botst.at("anders").at("door").at("id").as_string(), t.voorzitter.id.tekst());
    EXPECT_EQ(veld_in(t.lees(t.gast).at("punten").at(0), "aantekening"), "3 EEN\ntwee\ndrie");
    EXPECT_THAT(veldfouten(doe(t.lid, 9, "x", 400)), ElementsAre("/gezien nooit-geweest"));
    EXPECT_THAT(veldfouten(doe(t.lid, 0, "x", 400, "iets")), ElementsAre("/veld onbekende-code"));
    // Who sees nothing of the item writes nothing in it, and the plan is the casus's own.
    EXPECT_EQ(code_van(doe(t.partner, 3, "x", 404)), "niet-gevonden");
    EXPECT_EQ(code_van(doe(t.gast, 1, "x", 404, "hypothese")), "niet-gevonden");
}

TEST(Bewerken, GeeftVoorDezelfdeSleutelHetzelfdeBewijs) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "b-");
    const auto sleutel = Uuid::willekeurig();
    const auto doe = [&](const object& b, int status = 200) { return eis(status, t.lid, Methode::post, t.pad + "/_bewerk", b); };
    const auto eerst = doe(bewerking(p, "aantekening", 0, "een", sleutel));
    doe(bewerking(p, "aantekening", 1, "een\ntwee"));
    EXPECT_EQ(doe(bewerking(p, "aantekening", 0, "een", sleutel)), eerst);
    EXPECT_EQ(code_van(doe(bewerking(p, "aantekening", 0, "iets anders", sleutel), 409)), "sleutel-gebruikt");
    EXPECT_EQ(veld_in(t.lees(t.lid).at("punten").at(0), "aantekening"), "2 een\ntwee");
    const auto botsing = bewerking(p, "aantekening", 1, "EEN", Uuid::willekeurig());
    doe(bewerking(p, "aantekening", 2, "uno\ntwee"));
    const auto bewijs = doe(botsing);
    EXPECT_EQ(bewijs.at("uitkomst").as_string(), "botsing");
    doe(bewerking(p, "aantekening", 3, "weer anders"));
    EXPECT_EQ(doe(botsing), bewijs);
}

TEST(Bewerken, SchrijftHetPlanVanDeCasusTerwijlHetGezegdWordt) {
    Tafel t;
    const auto casus = t.casus();
    const auto p = t.punt_over(casus, "b-");
    const auto versie = eis(200, t.lid, Methode::get, pad_van(casus)).at("plan").at("versie").as_int64();
    const auto doe = [&](const Gebruiker& wie, const std::string& veld, std::int64_t gezien, const std::string& waarde) {
        return eis(200, wie, Methode::post, t.pad + "/_bewerk", bewerking(p, veld, static_cast<int>(gezien), waarde));
    };
    EXPECT_EQ(doe(t.lid, "hypothese", versie, "Kweek.").at("versie").as_int64(), versie + 1);
    EXPECT_EQ(doe(t.secretaris, "doel", versie, "Sluiten.").at("uitkomst").as_string(), "samengevoegd");  // another field of the same plan
    doe(t.lid, "hypothese", versie + 2, "Kweek.\nEn handel.");
    EXPECT_EQ(doe(t.voorzitter, "hypothese", versie + 1, "Handel.").at("uitkomst").as_string(), "botsing");
    const auto plan = eis(200, t.lid, Methode::get, pad_van(casus)).at("plan");
    EXPECT_EQ(plan.at("hypothese").as_string(), "Kweek.\nEn handel.");
    EXPECT_EQ(plan.at("doel").as_string(), "Sluiten.");
    // One line in the timeline per field, with the meeting.
    EXPECT_EQ(omgeving().beheer().doe("select count(*) as n from casus.gebeurtenis where casus = $1 and soort = 'plan' and gegevens ? 'overleg'", id_van(casus))[0].veld<int>("n"), 2);
}

array standpunten(const Gebruiker& eens, const Gebruiker& anders) {
    return {object{{"gebruiker", eens.id.tekst()}, {"eens", true}}, object{{"gebruiker", anders.id.tekst()}, {"eens", false}, {"reden", "Er is te weinig bekend."}}};
}

TEST(Besluiten, WegenInHetSignaalMetWieErAndersOverDachtEnHetOverlegAlsBron) {
    Tafel t("lip");
    auto signaal = eis(201, t.voorzitter, Methode::post, "/v1/signalen", object{{"titel", "Bussen"}, {"omschrijving", "In de nacht."}, {"bron", "meldpunt"}, {"thema", "hennep"}});
    const auto p = eis(201, t.voorzitter, Methode::post, t.pad + "/punten", object{{"dossier", object{{"soort", "signaal"}, {"id", signaal.at("id")}}}});
    const auto punt = t.pad + "/punten/" + id_van(p);
    const auto weeg = [&](int stap, const std::string& uitkomst, int status = 201) {
        return eis(status, t.voorzitter, Methode::post, punt + "/weging",
                   object{{"stap", stap}, {"antwoorden", array{}}, {"uitkomst", uitkomst}, {"motivering", "Zo is het besproken."}, {"standpunten", standpunten(t.secretaris, t.lid)}});
    };
    EXPECT_EQ(code_van(weeg(1, "ja", 409)), "overleg-niet-bezig");
    t.stand(t.voorzitter, "aanwezig");
    t.begin(id_van(p));
    t.stand(t.partner, "aanwezig");
    EXPECT_EQ(code_van(weeg(1, "ja", 409)), "privacytoets-2a-ontbreekt");  // the partner may hear nothing of it
    EXPECT_EQ(eis(200, t.voorzitter, Methode::get, "/v1/signalen/" + id_van(signaal)).at("status").as_string(), "nieuw");
    t.stand(t.partner, "vertrokken");
    weeg(1, "ja");
    weeg(2, "ja");
    const auto na = weeg(3, "gecompliceerd");
    EXPECT_EQ(na.at("besluiten").as_array().size(), 3U);
    EXPECT_EQ(na.at("besluiten").at(0).at("standpunten").as_array().size(), 2U);
    signaal = eis(200, t.voorzitter, Methode::get, "/v1/signalen/" + id_van(signaal));
    const auto& w = signaal.at("wegingen").at(0);
    EXPECT_EQ(w.at("overleg").at("naam").as_string(), "Kernteam");
    EXPECT_EQ("/v1/overleggen/" + std::string(w.at("overleg").at("id").as_string()), t.pad);
    int anders = 0;
    for (const auto& s : w.at("standpunten").as_array()) {
        if (s.at("eens").as_bool()) continue;
        ++anders;
        EXPECT_EQ(s.at("gebruiker").at("id").as_string(), t.lid.id.tekst());
        EXPECT_EQ(s.at("reden").as_string(), "Er is te weinig bekend.");
    }
    EXPECT_EQ(anders, 1);
    EXPECT_EQ(code_van(weeg(1, "ja", 409)), "weging-niet-aan-de-beurt");
    // And the casus that comes of it.
    const auto besluit = object{{"soort", "casus_openen"}, {"tekst", "Wij openen een casus."}, {"standpunten", array{}}};
    EXPECT_THAT(veldfouten(eis(400, t.voorzitter, Methode::post, punt + "/besluiten", besluit)), UnorderedElementsAre("/werknaam ontbreekt", "/thema ontbreekt"));
    auto met_naam = besluit;
    met_naam["werknaam"] = "Bussen in de nacht";
    met_naam["thema"] = "hennep";
    eis(201, t.voorzitter, Methode::post, punt + "/besluiten", met_naam);
    signaal = eis(200, t.voorzitter, Methode::get, "/v1/signalen/" + id_van(signaal));
    EXPECT_EQ(signaal.at("status").as_string(), "casus");
    EXPECT_EQ(signaal.at("casus").at("werknaam").as_string(), "Bussen in de nacht");
    // The item went along: who is of the team and not of the casus sees nothing of it any more.
    EXPECT_EQ(t.lees(t.voorzitter).at("punten").as_array().size(), 1U);
    EXPECT_EQ(t.lees(t.lid).at("punten").as_array().size(), 0U);
    const auto verhaal = omgeving().beheer().doe("select tekst from casus.gebeurtenis where casus = $1 and soort = 'besluit'", std::string(signaal.at("casus").at("id").as_string()))[0].veld<std::string>("tekst");
    EXPECT_THAT(verhaal, HasSubstr("Besloten in Kernteam, "));
}

TEST(Besluiten, BrengenDeCasusVerderEnBewarenWieErAndersOverDacht) {
    Tafel t;
    const auto casus = t.casus();
    toets_voor(omgeving(), t.voorzitter, casus, "plan");
    const auto p = t.punt_over(casus, "c-");
    const auto punt = t.pad + "/punten/" + p;
    t.stand(t.voorzitter, "aanwezig");
    t.stand(t.lid, "aanwezig");
    t.begin(p);
    const auto besluit = [&](const std::string& soort, int status = 201, const value& tot = nullptr) {
        return eis(status, t.voorzitter, Methode::post, punt + "/besluiten", object{{"soort", soort}, {"tekst", "Wij gaan door."}, {"standpunten", standpunten(t.voorzitter, t.lid)}, {"tot", tot}});
    };
    EXPECT_THAT(veldfouten(besluit("casus_openen", 400)), ElementsAre("/soort past-niet"));
    EXPECT_EQ(code_van(besluit("naar_uitvoering", 409)), "overgang-niet-toegestaan");
    besluit("plan_vaststellen");
    // From the catalogue into the plan, an action to somebody, and what a colleague knows.
    eis(201, t.voorzitter, Methode::post, punt + "/interventies", object{{"type", "waarschuwing"}, {"omschrijving", "Brief"}, {"uitvoerder", "Handhaving"}});
    const auto met_actie = eis(201, t.voorzitter, Methode::post, punt + "/acties", object{{"wat", "De verhuurder bellen"}, {"eigenaar", t.lid.id.tekst()}, {"datum", "2099-01-01"}});
    EXPECT_EQ(met_actie.at("acties").at(0).at("wat").as_string(), "De verhuurder bellen");
    eis(201, t.voorzitter, Methode::post, punt + "/informatie", object{{"tekst", "De loods staat leeg."}, {"bronsoort", "handhaving"}, {"naam", "Toezicht"}});
    EXPECT_EQ(code_van(besluit("naar_uitvoering", 409)), "privacytoets-2b-ontbreekt");  // the casus asks its own check
    besluit("anders");
    const auto nu = eis(200, t.lid, Methode::get, pad_van(casus));
    EXPECT_EQ(nu.at("fase").as_string(), "plan");
    std::string verhaal;
    for (const auto rij : omgeving().beheer().doe("select soort, coalesce(tekst, '') as tekst, gegevens from casus.gebeurtenis where casus = $1 order by op", id_van(casus)))
        verhaal += rij.veld<std::string>("soort") + ": " + rij.veld<std::string>("tekst") + "\n";
    for (const auto* wel : {"overgang: Wij gaan door.\nBesloten in Kernteam, ", "Anders: ", "Er is te weinig bekend.", "interventie: ", "actie: ", "informatie: De loods staat leeg.\nBron: Toezicht (", "besluit: Wij gaan door."})
        EXPECT_THAT(verhaal, HasSubstr(wel));
    EXPECT_EQ(omgeving().beheer().doe("select count(*) as n from overleg.standpunt s join overleg.besluit b on b.id = s.besluit where b.punt = $1 and not s.eens", p)[0].veld<int>("n"), 2);
    // A step is refused while somebody who may not hear it is in the room, whatever the step.
    t.stand(t.gast, "aanwezig");
    const auto weigert = [&](const std::string& pad, const object& lijf) { return code_van(eis(409, t.voorzitter, Methode::post, punt + pad, lijf)); };
    EXPECT_EQ(weigert("/besluiten", object{{"soort", "anders"}, {"tekst", "x"}, {"standpunten", array{}}}), "privacytoets-2a-ontbreekt");
    EXPECT_EQ(weigert("/acties", object{{"wat", "x"}, {"eigenaar", t.lid.id.tekst()}, {"datum", "2099-01-01"}}), "privacytoets-2a-ontbreekt");
    EXPECT_EQ(weigert("/informatie", object{{"tekst", "x"}, {"bronsoort", "handhaving"}, {"naam", "y"}}), "privacytoets-2a-ontbreekt");
    EXPECT_EQ(weigert("/interventies", object{{"type", "waarschuwing"}, {"omschrijving", "x"}, {"uitvoerder", "y"}}), "privacytoets-2a-ontbreekt");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    besluit("anders");
    // The next meeting of the series begins with what is still open.
    const auto volgende = eis(201, t.voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", t.reeks}});
    EXPECT_EQ(volgende.at("voorgaandeActies").at(0).at("wat").as_string(), "De verhuurder bellen");
}

TEST(Agenda, VultZichzelfEnZegtWaarom) {
    Tafel lip("lip");
    const auto signaal = eis(201, lip.voorzitter, Methode::post, "/v1/signalen", object{{"titel", "Te wegen"}, {"omschrijving", "x"}, {"bron", "meldpunt"}, {"thema", "hennep"}});
    const auto eigen = [&](const value& lijst, const value& id) {
        for (const auto& v : lijst.as_array()) {
            if (v.at("dossier").at("id") == id) return std::string(v.at("reden").as_string());
        }
        return std::string("-");
    };
    EXPECT_EQ(eigen(eis(200, lip.voorzitter, Methode::get, lip.pad + "/voorstellen").at("resultaten"), signaal.at("id")), "te_wegen");
    const auto gevuld = eis(200, lip.voorzitter, Methode::post, lip.pad + "/_vul");
    EXPECT_EQ(eigen(gevuld.at("toegevoegd"), signaal.at("id")), "te_wegen");
    const auto aantal = gevuld.at("overleg").at("punten").as_array().size();
    EXPECT_EQ(gevuld.at("toegevoegd").as_array().size(), aantal);
    const auto nogmaals = eis(200, lip.voorzitter, Methode::post, lip.pad + "/_vul");
    EXPECT_THAT(nogmaals.at("toegevoegd").as_array(), IsEmpty());
    EXPECT_EQ(nogmaals.at("overleg").at("punten").as_array().size(), aantal);
    for (const auto& p : nogmaals.at("overleg").at("punten").as_array()) EXPECT_EQ(p.at("soort").as_string(), "signaal");
    // A kernteam: casussen that wait, each for whom it is; and what was not reached comes back.
    Tafel t;
    const auto casus = t.casus();
    toets(omgeving(), t.voorzitter, casus, "2a", object{{"leden", array{t.lid.id.tekst()}}}, "");
    EXPECT_EQ(eigen(eis(200, t.voorzitter, Methode::get, t.pad + "/voorstellen").at("resultaten"), casus.at("id")), "toets_nodig");
    eis(200, t.voorzitter, Methode::post, t.pad + "/_vul");
    eis(200, t.voorzitter, Methode::post, t.pad + "/_begin");
    eis(200, t.voorzitter, Methode::post, t.pad + "/_sluit");
    EXPECT_THAT(delen_in(t.lees(t.partner)), IsEmpty());
    const auto volgende = eis(201, t.voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", t.reeks}});
    EXPECT_EQ(eigen(eis(200, t.voorzitter, Methode::get, "/v1/overleggen/" + id_van(volgende) + "/voorstellen").at("resultaten"), casus.at("id")), "doorgeschoven");
}

TEST(Kanarie, StaatInNietsDatEenDeelnemerVanEenAnderKrijgt) {
    // Every participant × every item × agenda, item, list, minutes in both forms, invitation, shared screen and events.
    Tafel t;
    struct Punt {
        std::string id, woord;
        std::map<std::string, std::set<std::string>> wie;  // user → the kinds he may see
    };
    const auto alles = std::set<std::string>(deelsoorten.begin(), deelsoorten.end());
    std::vector<Punt> punten;
    const auto erbij = [&](const std::string& woord, const Gebruiker& maker, const std::vector<Gebruiker>& leden, const std::vector<std::pair<const Gebruiker*, std::vector<std::string>>>& gegeven) {
        const auto casus = nieuwe_casus(omgeving(), maker, leden, "werknaam" + woord);
        Punt p{t.punt_over(casus, "kanarie" + woord, &maker), woord, {}};
        p.wie[maker.id.tekst()] = alles;
        for (const auto& lid : leden) p.wie[lid.id.tekst()] = alles;
        array verdeling;
        for (const auto& [wie, delen] : gegeven) {
            verdeling.push_back(Tafel::verdeling(*wie, delen));
            p.wie[wie->id.tekst()] = {delen.begin(), delen.end()};
        }
        if (!verdeling.empty()) {
            // Who may decide: of this dossier and at this table.
            eis(201, maker, Methode::post, t.pad + "/punten/" + p.id + "/toetsen", Tafel::toetslijf(verdeling));
        }
        punten.push_back(std::move(p));
    };
    erbij("aap", t.voorzitter, {t.secretaris, t.lid}, {{&t.gast, {"kern"}}, {&t.partner, {"kern", "personen"}}});
    erbij("noot", t.voorzitter, {t.secretaris}, {{&t.partner, {"voorgenomen"}}});
    erbij("mies", t.secretaris, {t.lid}, {});
    erbij("wim", t.voorzitter, {}, {});
    for (const auto* wie : t.aan_tafel()) t.stand(*wie, "aanwezig");
    // What is written at the table is for who sees the item.
    eis(200, t.voorzitter, Methode::post, t.pad + "/_begin");
    for (const auto& p : punten) {
        const auto& schrijver = p.wie.contains(t.voorzitter.id.tekst()) ? t.voorzitter : t.secretaris;
        eis(200, schrijver, Methode::post, t.pad + "/_bewerk", bewerking(p.id, "aantekening", 0, "kanarie" + p.woord + "aantekening"));
        eis(200, schrijver, Methode::post, t.pad + "/punten/" + p.id + "/_begin");
        // The shared screen of this item: a word on it is a word that everybody who is there may see.
        for (const auto* leider : {&t.voorzitter, &t.secretaris}) {
            const auto beeld = serialize(eis(200, *leider, Methode::get, t.pad + "/beeld"));
            for (const auto& ander : punten) {
                for (const auto soort : deelsoorten) {
                    if (beeld.find("kanarie" + ander.woord + std::string(soort)) == std::string::npos) continue;
                    for (const auto* wie : t.aan_tafel()) EXPECT_TRUE(ander.wie.contains(wie->id.tekst()) && ander.wie.at(wie->id.tekst()).contains(std::string(soort))) << ander.woord << soort;
                }
            }
        }
    }
    eis(200, t.voorzitter, Methode::post, t.pad + "/_sluit");
    auto beheer = ingreep(omgeving());
    const auto krijgt = [&](const Gebruiker& wie) {
        std::string alle;
        for (const auto* pad : {"", "/uitnodiging", "/verslag?vorm=odt", "/verslag?vorm=pdf"}) {
            const auto a = omgeving().roep(wie, Methode::get, t.pad + pad);
            EXPECT_EQ(a.status, 200) << pad;
            alle += std::string(pad).ends_with("odt") ? tekst_van_odt(a.lijf) : a.lijf;
            for (const auto& [naam, waarde] : a.koppen) alle += naam + waarde;
        }
        alle += omgeving().roep(wie, Methode::get, "/v1/overleggen?wanneer=geweest").lijf + omgeving().roep(wie, Methode::get, "/v1/overlegreeksen").lijf;
        for (const auto& p : punten) alle += omgeving().roep(wie, Methode::get, t.pad + "/punten/" + p.id).lijf;
        return alle;
    };
    int gezien = 0;
    const auto treffers = [&](const Gebruiker& wie) {
        std::vector<std::string> uit;
        const auto alle = krijgt(wie);
        for (const auto& p : punten) {
            const auto van_hem = p.wie.find(wie.id.tekst());
            for (const auto soort : deelsoorten) {
                const auto woord = "kanarie" + p.woord + std::string(soort);
                const bool staat = alle.find(woord) != std::string::npos;
                const bool mag = van_hem != p.wie.end() && van_hem->second.contains(std::string(soort));
                gezien += staat ? 1 : 0;
                if (staat != mag) uit.push_back(woord + (staat ? " is there" : " is missing"));
            }
            const bool mag = van_hem != p.wie.end();
            if ((alle.find("kanarie" + p.woord + "aantekening") != std::string::npos) != mag) uit.push_back(p.woord + " note");
            if (alle.find("werknaam" + p.woord) != std::string::npos && !(mag && van_hem->second == alles)) uit.push_back(p.woord + " name");
            if (alle.find(p.id) != std::string::npos && !mag) uit.push_back(p.woord + " id");
            // Its events reach nobody else.
            const auto zicht = beheer.doe("select count(*) as n from gebeurtenis.uit u where u.object = $1 and u.zicht = any (toegang.zichten_van($2))", p.id, wie.id)[0].veld<int>("n");
            if ((zicht > 0) != mag) uit.push_back(p.woord + " events");
        }
        return uit;
    };
    beheer.doe("select set_config('damwand.organisatie', '1', false)");
    for (const auto* wie : t.aan_tafel()) EXPECT_THAT(treffers(*wie), IsEmpty()) << wie->id.tekst();
    EXPECT_GT(gezien, 50);
    // A leak planted: one row too many, and this proof sees it.
    beheer.doe("insert into overleg.deeltoegang (organisatie, punt, soort, gebruiker, dossier, zicht, toegang_tot) select organisatie, punt, soort, $2, dossier, zicht, 'infinity' from overleg.deel where punt = $1 and soort = 'kern'",
               punten[3].id, t.gast.id);
    beheer.doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker) select p.organisatie, p.zicht, $2 from overleg.punt p where p.id = $1", punten[3].id, t.gast.id);
    EXPECT_THAT(treffers(t.gast), Not(IsEmpty()));
}

TEST(Leestermijn, LooptAfMaarNietVoorWieHetDossierHeeft) {
    Tafel t;
    const auto p = t.punt_over(t.casus(), "later-");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    auto beheer = ingreep(omgeving());
    beheer.doe("update toegang.zicht_lid l set tot = basis.nu() - interval '1 second' from overleg.punt p where p.id = $1 and l.zicht = p.tafel and l.organisatie = p.organisatie", p);
    beheer.doe("update overleg.deeltoegang set toegang_tot = basis.nu() - interval '1 second' where punt = $1", p);
    EXPECT_THAT(delen_in(t.lees(t.gast)), IsEmpty());
    EXPECT_THAT(teksten_onder_de_muur(t.gast), IsEmpty());
    EXPECT_EQ(delen_in(t.lees(t.lid)).size(), 1U);
}

TEST(Vergeten, EenVernietigdeCasusLaatNietsOpEenAgenda) {
    Tafel t;
    const auto casus = t.casus();
    const auto p = t.punt_over(casus, "weg-");
    t.toets(p, {Tafel::verdeling(t.gast, {"kern"})});
    t.begin(p);
    auto beheer = ingreep(omgeving());
    beheer.doe("select set_config('damwand.organisatie', '1', false)");
    beheer.doe("select archief.wis($1)", id_van(casus));
    for (const auto* tabel : {"veld", "bewerking", "besluit", "standpunt", "punt", "punt_verleden", "deel", "deel_verleden", "toets", "toets_verleden", "deeltoegang", "gehoord"}) {
        EXPECT_EQ(beheer.doe("select count(*) as n from overleg." + std::string(tabel) + " x where x.dossier = $1", id_van(casus))[0].veld<int>("n"), 0) << tabel;
    }
    EXPECT_THAT(delen_in(t.lees(t.gast)), IsEmpty());
}

}  // namespace
}  // namespace damwand::overleg

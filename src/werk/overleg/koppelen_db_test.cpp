// SPDX-License-Identifier: EUPL-1.2
// Linked meetings: who sits at the other table sees what was put before it and what came of it, and nothing else of the first.
#include <algorithm>

#include "platform/documenten/odtproef.hpp"
#include "werk/overleg/proefoverleg.hpp"

namespace damwand::overleg {
namespace {

/// Two tables. The first may put items before the second; its chair belongs to the second and does not sit at it.
struct Gekoppeld {
    Tafel a{"kernteam"}, b{"tafel"};
    value casus = a.casus("werknaamgeheim");
    std::string punt = a.punt_over(casus, "kanarie"), pad_a = "/v1/overlegreeksen/" + a.reeks;

    Gekoppeld() {
        eis(200, b.voorzitter, Methode::put, "/v1/overlegreeksen/" + b.reeks + "/leden/" + a.voorzitter.id.tekst(), object{{"geheimhouding", "ambtseed"}, {"vast", false}});
        eis(200, a.voorzitter, Methode::put, pad_a + "/koppelingen/" + b.reeks);
        eis(201, a.voorzitter, Methode::post, a.pad + "/punten", object{{"titel", "kanarievrij bij de eerste"}});
        eis(201, b.voorzitter, Methode::post, b.pad + "/punten", object{{"titel", "kanarietweede bij de tweede"}});
    }
    [[nodiscard]] std::string inbrengpad() const { return a.pad + "/punten/" + punt + "/inbreng"; }
    [[nodiscard]] std::string b_id() const { return b.pad.substr(b.pad.rfind('/') + 1); }
    [[nodiscard]] object lijf(const array& leden, const std::string& besluit = "akkoord") const {
        auto uit = Tafel::toetslijf(leden, besluit);
        uit["naar"] = b_id();
        uit["titel"] = "Loods";
        return uit;
    }
    value breng_in(const array& leden, int status = 201) const { return eis(status, a.voorzitter, Methode::post, inbrengpad(), lijf(leden)); }
    /// The usual: the chair of the other table and its guest see the core, the guest the addresses as well.
    std::string gewoon() const {
        const auto p = breng_in({Tafel::verdeling(b.voorzitter, {"kern"}), Tafel::verdeling(b.gast, {"kern", "adressen"})});
        return std::string(p.at("ingebracht").at(0).at("id").as_string());
    }
    /// Everything that somebody is given of both meetings.
    [[nodiscard]] std::string krijgt(const Gebruiker& wie, const std::string& daar) const {
        std::string alle;
        for (const auto* pad : {&a.pad, &b.pad}) {
            for (const auto* deel : {"", "/uitnodiging", "/verslag?vorm=odt", "/beeld", "/voorstellen"}) {
                const auto antwoord = omgeving().roep(wie, Methode::get, *pad + deel);
                alle += antwoord.status == 200 && std::string(deel).ends_with("odt") ? tekst_van_odt(antwoord.lijf) : antwoord.lijf;
            }
            for (const auto& p : {punt, daar}) alle += omgeving().roep(wie, Methode::get, *pad + "/punten/" + p).lijf + omgeving().roep(wie, Methode::get, *pad + "/punten/" + p + "/inbreng").lijf;
        }
        for (const auto* pad : {"/v1/overlegreeksen", "/v1/overleggen", "/v1/overleggen?wanneer=geweest", "/v1/acties"}) alle += omgeving().roep(wie, Methode::get, pad).lijf;
        return alle;
    }
};
bool staat(const std::string& in, std::string_view wat) { return in.find(wat) != std::string::npos; }

TEST(Koppelen, KanWieDeEneReeksLeidtEnBijDeAndereHoortEnBeideMakenHetLos) {
    Tafel a;
    Tafel b("tafel");
    const auto pad = "/v1/overlegreeksen/" + a.reeks + "/koppelingen/" + b.reeks;
    eis(404, a.voorzitter, Methode::put, pad);  // not his to know
    eis(200, b.voorzitter, Methode::put, "/v1/overlegreeksen/" + b.reeks + "/leden/" + a.voorzitter.id.tekst(), object{{"geheimhouding", "ambtseed"}, {"vast", false}});
    eis(403, a.lid, Methode::put, pad);
    eis(404, b.voorzitter, Methode::put, pad);
    eis(404, a.voorzitter, Methode::put, "/v1/overlegreeksen/" + a.reeks + "/koppelingen/" + a.reeks);
    const auto r = eis(200, a.voorzitter, Methode::put, pad);
    ASSERT_EQ(r.at("koppelingen").as_array().size(), 1U);
    EXPECT_EQ(r.at("koppelingen").at(0).at("richting").as_string(), "naar");
    EXPECT_EQ(eis(200, a.voorzitter, Methode::put, pad).at("koppelingen").as_array().size(), 1U) << "said twice, it is one";
    const auto bij_b = eis(200, b.voorzitter, Methode::get, "/v1/overlegreeksen/" + b.reeks).at("koppelingen").as_array();
    ASSERT_EQ(bij_b.size(), 1U);
    EXPECT_EQ(bij_b.at(0).at("richting").as_string(), "van");
    EXPECT_TRUE(eis(200, b.lid, Methode::get, "/v1/overlegreeksen").at("resultaten").at(0).at("koppelingen").as_array().size() == 1U);
    // The other side has a say in it.
    eis(403, b.lid, Methode::verwijder, "/v1/overlegreeksen/" + b.reeks + "/koppelingen/" + a.reeks);
    eis(204, b.voorzitter, Methode::verwijder, "/v1/overlegreeksen/" + b.reeks + "/koppelingen/" + a.reeks);
    eis(404, b.voorzitter, Methode::verwijder, "/v1/overlegreeksen/" + b.reeks + "/koppelingen/" + a.reeks);
    EXPECT_TRUE(eis(200, a.voorzitter, Methode::get, "/v1/overlegreeksen/" + a.reeks).at("koppelingen").as_array().empty());
}

TEST(Koppelen, BrengtInMetWatToets2AToestaatEnZegtElkeFout) {
    const Gekoppeld g;
    const auto keuze = eis(200, g.a.voorzitter, Methode::get, g.inbrengpad()).at("resultaten").as_array();
    ASSERT_EQ(keuze.size(), 1U);
    EXPECT_EQ(keuze.at(0).at("overleg").as_string(), g.b_id());
    EXPECT_EQ(keuze.at(0).at("deelnemers").as_array().size(), 5U);
    eis(403, g.a.lid, Methode::get, g.inbrengpad());
    eis(404, g.b.voorzitter, Methode::get, g.inbrengpad());
    EXPECT_THAT(veldfouten(g.breng_in({}, 400)), ElementsAre("/leden leeg"));
    EXPECT_THAT(veldfouten(g.breng_in({Tafel::verdeling(g.a.gast, {"kern"}), Tafel::verdeling(g.b.gast, {"geheim"})}, 400)),
                ElementsAre("/leden/0/gebruiker geen-deelnemer", "/leden/1/delen/0 geen-deel", "/leden leider-ontbreekt"));
    auto elders = g.lijf({Tafel::verdeling(g.b.voorzitter, {"kern"})});
    elders["naar"] = g.a.pad.substr(g.a.pad.rfind('/') + 1);
    EXPECT_THAT(veldfouten(eis(400, g.a.voorzitter, Methode::post, g.inbrengpad(), elders)), ElementsAre("/naar geen-gekoppeld-overleg"));
    auto zonder_grond = g.lijf({Tafel::verdeling(g.b.voorzitter, {"kern"})});
    zonder_grond.erase("noodzaak");
    eis(400, g.a.voorzitter, Methode::post, g.inbrengpad(), zonder_grond);  // no step without its 2A
    const auto p = eis(201, g.a.voorzitter, Methode::post, g.inbrengpad(), g.lijf({Tafel::verdeling(g.b.voorzitter, {"kern"})}, "")).at("ingebracht").at(0);
    EXPECT_EQ(p.at("toetsStaat").as_string(), "voorgelegd");
    EXPECT_EQ(g.b.lees(g.b.voorzitter).at("punten").as_array().size(), 1U) << "nobody sees it before it was decided";
    EXPECT_EQ(code_van(g.breng_in({Tafel::verdeling(g.b.voorzitter, {"kern"})}, 409)), "bestaat-al");
    const auto besluit = g.inbrengpad() + "/" + std::string(p.at("id").as_string()) + "/besluit";
    eis(404, g.b.voorzitter, Methode::post, besluit, object{{"staat", "akkoord"}}, gezien(1));
    eis(412, g.a.voorzitter, Methode::post, besluit, object{{"staat", "akkoord"}}, gezien(2));
    eis(200, g.a.voorzitter, Methode::post, besluit, object{{"staat", "akkoord"}}, gezien(1));
    EXPECT_THAT(delen_in(g.b.lees(g.b.voorzitter)), ElementsAre("1:", "2: kern"));
    EXPECT_EQ(g.b.lees(g.b.voorzitter).at("punten").at(1).at("herkomst").as_string(), "Kernteam");
    // Taken back: it is nowhere any more.
    eis(400, g.a.voorzitter, Methode::post, besluit, object{{"staat", "ingetrokken"}}, gezien(2));
    const auto terug = eis(200, g.a.voorzitter, Methode::post, besluit, object{{"staat", "ingetrokken"}, {"reden", "Toch niet nodig."}}, gezien(2));
    EXPECT_EQ(terug.at("ingebracht").at(0).at("toetsStaat").as_string(), "ingetrokken");
    EXPECT_EQ(g.b.lees(g.b.voorzitter).at("punten").as_array().size(), 1U);
    // The item it came from stays as long as it stands elsewhere.
    eis(409, g.a.voorzitter, Methode::verwijder, g.a.pad + "/punten/" + g.punt, nullptr, gezien(versie_van(terug)));
}

TEST(Koppelen, DeUitkomstStaatDaarEnBijDeHerkomstEnNergensAnders) {
    const Gekoppeld g;
    const auto daar = g.gewoon();
    for (const auto* wie : {&g.b.voorzitter, &g.b.gast}) g.b.stand(*wie, "aanwezig");
    g.b.begin(daar);
    const auto besluiten = g.b.pad + "/punten/" + daar + "/besluiten";
    EXPECT_THAT(veldfouten(eis(400, g.b.voorzitter, Methode::post, besluiten, object{{"soort", "afsluiten"}, {"tekst", "Dicht."}, {"standpunten", array{}}})), ElementsAre("/soort past-niet"));
    eis(403, g.b.voorzitter, Methode::post, g.b.pad + "/punten/" + daar + "/informatie", object{{"tekst", "Gezien."}, {"bronsoort", "politie"}, {"naam", "HEIT"}});
    const object uitkomst{{"soort", "anders"}, {"tekst", "uitkomstwoord: wij gaan mee."}, {"standpunten", array{object{{"gebruiker", g.b.gast.id.tekst()}, {"eens", false}, {"reden", "standpuntwoord"}}}}};
    g.b.stand(g.b.partner, "aanwezig");
    EXPECT_EQ(code_van(eis(409, g.b.voorzitter, Methode::post, besluiten, uitkomst)), "punttoets-2a-ontbreekt");
    g.b.stand(g.b.partner, "vertrokken");
    eis(201, g.b.voorzitter, Methode::post, besluiten, uitkomst);
    const auto herkomst = eis(200, g.a.lid, Methode::get, g.a.pad + "/punten/" + g.punt).at("ingebracht").at(0);
    EXPECT_EQ(herkomst.at("reeks").as_string(), "Kernteam");
    EXPECT_EQ(herkomst.at("staat").as_string(), "bezig");
    EXPECT_EQ(herkomst.at("uitkomsten").at(0).at("tekst").as_string(), "uitkomstwoord: wij gaan mee.");
    EXPECT_EQ(herkomst.at("uitkomsten").at(0).at("standpunten").at(0).at("reden").as_string(), "standpuntwoord");
    const auto tijdlijn = omgeving().beheer().doe("select string_agg(tekst, ' ') as t from casus.gebeurtenis where soort = 'besluit' and casus = $1", id_van(g.casus))[0].veld<std::string>("t");
    EXPECT_TRUE(staat(tijdlijn, "uitkomstwoord") && staat(tijdlijn, "Besloten in Kernteam") && staat(tijdlijn, "standpuntwoord")) << tijdlijn;
    for (const auto* wie : {&g.b.voorzitter, &g.b.gast, &g.a.voorzitter, &g.a.secretaris, &g.a.lid}) EXPECT_TRUE(staat(g.krijgt(*wie, daar), "uitkomstwoord")) << wie->id.tekst();
    for (const auto* wie : {&g.b.secretaris, &g.b.lid, &g.b.partner, &g.a.gast, &g.a.partner}) EXPECT_FALSE(staat(g.krijgt(*wie, daar), "uitkomstwoord")) << wie->id.tekst();
}

TEST(Koppelen, DeUitkomstOverEenSignaalStaatInHetSignaal) {
    const Gekoppeld g;
    const auto signaal = eis(201, g.a.voorzitter, Methode::post, "/v1/signalen", object{{"titel", "Garagebox"}, {"omschrijving", "Er brandt licht."}, {"bron", "meldpunt"}, {"thema", "hennep"}, {"alleen", array{}}});
    const auto p = eis(201, g.a.voorzitter, Methode::post, g.a.pad + "/punten", object{{"dossier", object{{"soort", "signaal"}, {"id", signaal.at("id")}}}});
    g.a.schrijf(id_van(p), "kern", "Een garagebox.");
    const auto inbreng = g.a.pad + "/punten/" + id_van(p) + "/inbreng";
    const auto na = eis(201, g.a.voorzitter, Methode::post, inbreng, g.lijf({Tafel::verdeling(g.b.voorzitter, {"kern"})}));
    const auto daar = std::string(na.at("ingebracht").at(0).at("id").as_string());
    g.b.stand(g.b.voorzitter, "aanwezig");
    g.b.begin(daar);
    const auto punt = g.b.pad + "/punten/" + daar;
    const auto keuzes = eis(200, g.b.voorzitter, Methode::get, punt).at("keuzes").as_array();
    EXPECT_TRUE(std::ranges::all_of(keuzes, [](const value& k) { return (k.at("soort") == "anders") == k.at("niet").is_null(); }));
    eis(201, g.b.voorzitter, Methode::post, punt + "/besluiten", object{{"soort", "anders"}, {"tekst", "Het HEIT gaat kijken."}, {"standpunten", array{}}});
    const auto nu = eis(200, g.a.voorzitter, Methode::get, "/v1/signalen/" + id_van(signaal));
    EXPECT_THAT(std::string(nu.at("omschrijving").as_string()), testing::AllOf(testing::StartsWith("Er brandt licht.\n\nHet HEIT gaat kijken."), HasSubstr("Besloten in Kernteam")));
    EXPECT_EQ(nu.at("versie").as_int64(), signaal.at("versie").as_int64() + 1);
}

TEST(Koppelen, WieAanDeAndereTafelZitZietNietsAndersVanDeEersteEnOmgekeerd) {
    const Gekoppeld g;
    const auto daar = g.gewoon();
    eis(200, g.a.voorzitter, Methode::post, g.a.pad + "/_begin");
    eis(200, g.a.voorzitter, Methode::post, g.a.pad + "/_bewerk", bewerking(g.punt, "aantekening", 0, "kanarieaantekening"));
    auto beheer = ingreep(omgeving());
    beheer.doe("select set_config('damwand.organisatie', '1', false)");
    const auto lekken = [&](const Gebruiker& wie, const std::set<std::string>& delen, bool eerste) {
        std::vector<std::string> uit;
        const auto alle = g.krijgt(wie, daar);
        for (const auto soort : deelsoorten) {
            const auto woord = "kanarie" + std::string(soort);
            if (staat(alle, woord) != delen.contains(std::string(soort))) uit.push_back(woord);
        }
        if (staat(alle, "kanarievrij") != eerste) uit.emplace_back("free item of the first");
        if (staat(alle, "kanarietweede") == eerste) uit.emplace_back("free item of the second");
        for (const auto* woord : {"kanarieaantekening", "werknaamgeheim"}) {
            if (staat(alle, woord) != (eerste && delen.size() == deelsoorten.size())) uit.emplace_back(woord);
        }
        if (!eerste) {
            // Not even an id of the first: of the item, the meeting, the casus.
            for (const auto& id : {g.punt, g.a.pad.substr(g.a.pad.rfind('/') + 1), id_van(g.casus)}) {
                if (staat(alle, id)) uit.push_back(id);
            }
        }
        // Its events, and plain SQL as the application: the second wall alone.
        const auto zicht = [&](const std::string& punt) { return beheer.doe("select count(*) as n from gebeurtenis.uit u where u.object = $1 and u.zicht = any (toegang.zichten_van($2))", punt, wie.id)[0].veld<int>("n") > 0; };
        if (zicht(daar) != !delen.empty()) uit.emplace_back("events of the item there");
        if (zicht(g.punt) != (eerste && !delen.empty())) uit.emplace_back("events of the item it came from");
        db::Transactie tx(omgeving().toepassing(), {.organisatie = wie.organisatie, .gebruiker = wie.id, .operatie = OperatieId::nieuw(), .niveau = 3, .activiteit = 0});
        const auto rijen = [&](const std::string& sql) { return tx.doe("select count(*) as n from " + sql)[0].veld<int>("n"); };
        if (rijen("overleg.inbreng") != (eerste && delen.size() == deelsoorten.size() ? 1 : 0)) uit.emplace_back("where it came from, in SQL");
        if (!eerste && rijen("overleg.deel where punt <> '" + daar + "'") != 0) uit.emplace_back("parts of the first, in SQL");
        if (!eerste && rijen("overleg.deel") != static_cast<int>(delen.size())) uit.emplace_back("parts that are not his, in SQL");
        if (!eerste && rijen("overleg.overleg where id <> '" + g.b_id() + "'") != 0) uit.emplace_back("the first meeting, in SQL");
        return uit;
    };
    const std::set<std::string> alles(deelsoorten.begin(), deelsoorten.end());
    EXPECT_THAT(lekken(g.b.voorzitter, {"kern"}, false), IsEmpty());
    EXPECT_THAT(lekken(g.b.gast, {"kern", "adressen"}, false), IsEmpty());
    for (const auto* wie : {&g.b.secretaris, &g.b.lid, &g.b.partner}) EXPECT_THAT(lekken(*wie, {}, false), IsEmpty());
    EXPECT_THAT(lekken(g.a.secretaris, alles, true), IsEmpty());
    for (const auto* wie : {&g.a.gast, &g.a.partner}) EXPECT_THAT(lekken(*wie, {}, true), IsEmpty());
    // Each wall taken away is seen.
    for (const auto* tabel : {"deel", "inbreng", "overleg"}) {
        const auto regel = beheer.doe("select pg_get_expr(polqual, polrelid) as r from pg_policy where polname = 'muur' and polrelid = ('overleg.' || $1)::regclass", std::string(tabel))[0].veld<std::string>("r");
        beheer.script(fmt::format("drop policy muur on overleg.{0}; create policy muur on overleg.{0} using (true)", tabel));
        EXPECT_THAT(lekken(g.b.gast, {"kern", "adressen"}, false), Not(IsEmpty())) << tabel;
        beheer.script(fmt::format("drop policy muur on overleg.{0}; create policy muur on overleg.{0} using ({1}) with check ({1})", tabel, regel));
    }
    EXPECT_THAT(lekken(g.b.gast, {"kern", "adressen"}, false), IsEmpty());
}

}  // namespace
}  // namespace damwand::overleg

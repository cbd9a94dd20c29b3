// SPDX-License-Identifier: EUPL-1.2
// What stands in a meeting and is of no dossier goes by itself when its term is over, and not a day before, nor while somebody holds it
// (of a running request: betrokkene_db_test).
#include <cstdio>

#include "werk/archief/proefarchief.hpp"

namespace damwand::archief {
namespace {

constexpr std::string_view woord = "vergaderpiet";

/// How often the word stands anywhere in the database: rows, history, indexes of events.
std::size_t overal() {
    std::string uit;
    auto* pijp = popen(("/usr/lib/postgresql/15/bin/pg_dump --dbname='" + omgeving().cluster().dsn("beheer") + "'").c_str(), "r");
    for (char blok[65536]; const auto n = fread(blok, 1, sizeof blok, pijp);) uit.append(blok, n);
    EXPECT_EQ(pclose(pijp), 0);
    std::size_t n = 0;
    for (auto i = uit.find(woord); i != std::string::npos; i = uit.find(woord, i + 1)) ++n;
    return n;
}
std::string met(const std::string& wat) { return wat + " " + std::string(woord); }
int teller = 0;

/// A meeting that was held, with a free item in which everything was written that can be.
struct Gehouden {
    Gebruiker voorzitter = omgeving().gebruiker({"coordinator"});
    std::string naam = "Tafel " + std::to_string(++teller), id, pad, punt;
    value zaak;

    explicit Gehouden(bool met_derden, bool met_dossier) {
        auto& o = omgeving();
        const auto gast = o.gebruiker({met_derden ? "partner" : "beleid"});
        const auto r = o.eis(201, voorzitter, Methode::post, "/v1/overlegreeksen",
                             object{{"naam", naam}, {"soort", "tafel"}, {"ritmeWeken", 3}, {"weekdag", 4}, {"begin", "09:30"}, {"duurMinuten", 60}, {"vanaf", vandaag()}});
        id = id_van(o.eis(201, voorzitter, Methode::post, "/v1/overleggen", object{{"reeks", r.at("id")}, {"datum", vandaag()}}));
        pad = "/v1/overleggen/" + id;
        for (const auto* plaats : {"De eerste zaal", "De tweede zaal"}) {
            const auto nu = o.eis(200, voorzitter, Methode::get, pad);
            o.eis(200, voorzitter, Methode::patch, pad, object{{"plaats", met(plaats)}}, gezien(versie_van(nu)));
        }
        o.eis(200, voorzitter, Methode::put, pad + "/deelnemers/" + gast.id.tekst(), object{{"organisatie", met("Afdeling")}, {"mandaat", met("Mag alles")}, {"geheimhouding", "verklaring"}});
        const auto p = o.eis(201, voorzitter, Methode::post, pad + "/punten", object{{"titel", met("Rondvraag")}, {"voorbereiding", met("Lees dit")}});
        punt = id_van(p);
        o.eis(200, voorzitter, Methode::patch, pad + "/punten/" + punt, object{{"titel", met("Rondje")}}, gezien(versie_van(p)));
        if (met_dossier) {
            zaak = nieuwe_casus(o, voorzitter);
            o.eis(201, voorzitter, Methode::post, pad + "/punten", object{{"dossier", object{{"soort", "casus"}, {"id", zaak.at("id")}}}});
        }
        o.eis(200, voorzitter, Methode::post, pad + "/_begin");
        o.eis(200, voorzitter, Methode::put, pad + "/aanwezigheid/" + gast.id.tekst(), object{{"stand", "aanwezig"}});
        o.eis(200, voorzitter, Methode::post, pad + "/punten/" + punt + "/_begin");
        for (const auto* tekst : {"Een", "Twee"}) {
            o.eis(200, voorzitter, Methode::post, pad + "/_bewerk", object{{"sleutel", Uuid::willekeurig().tekst()}, {"punt", punt}, {"veld", "aantekening"}, {"gezien", 0}, {"waarde", met(tekst)}});
        }
        o.eis(201, voorzitter, Methode::post, pad + "/punten/" + punt + "/besluiten",
              object{{"soort", "anders"}, {"tekst", met("Wij doen het")}, {"standpunten", array{object{{"gebruiker", gast.id.tekst()}, {"eens", false}, {"reden", met("Liever niet")}}}}});
        const auto a = o.eis(201, voorzitter, Methode::post, pad + "/punten/" + punt + "/acties",
                             object{{"wat", met("Koffie halen")}, {"eigenaar", voorzitter.id.tekst()}, {"datum", "2099-01-01"}}).at("acties").at(0);
        o.eis(200, voorzitter, Methode::patch, "/v1/acties/" + id_van(a), object{{"staat", "gedaan"}, {"resultaat", met("Gehaald")}}, gezien(1));
        o.eis(200, voorzitter, Methode::post, pad + "/_sluit");
    }
    static std::string vandaag() { return tekst(dag_in_amsterdam(nu())); }
    [[nodiscard]] std::string kenmerk() const { return naam + " " + vandaag(); }
    /// Rows that stand anywhere under this meeting, and of no dossier; and the meeting itself.
    [[nodiscard]] std::int64_t vrij() const {
        std::int64_t n = 0;
        for (const auto* tabel : {"overleg.punt", "overleg.punt_verleden", "overleg.veld", "overleg.bewerking", "overleg.besluit", "overleg.standpunt", "overleg.gehoord", "actie.actie", "actie.actie_verleden"}) {
            n += tel(std::string("select count(*) as n from ") + tabel + " where dossier is null and overleg = '" + id + "'");
        }
        return n + tel("select count(*) as n from gebeurtenis.uit where object = '" + punt + "'");
    }
    [[nodiscard]] std::int64_t zelf() const {
        return tel("select (select count(*) from overleg.overleg where id = '" + id + "') + (select count(*) from overleg.overleg_verleden where id = '" + id +
                   "') + (select count(*) from overleg.deelnemer where overleg = '" + id + "') + (select count(*) from toegang.zicht where object = '" + id + "') as n");
    }
};

TEST_F(Archief, WatVanGeenDossierIsGaatNaDeTermijnVanHetOverlegEnGeenDagEerder) {
    auto& o = omgeving();
    const Gehouden intern(false, false);
    const Gehouden extern_(true, false);
    const Gehouden over_een_casus(false, true);
    EXPECT_GE(overal(), 30U);
    for (const auto* g : {&intern, &extern_, &over_een_casus}) {
        ASSERT_GE(g->vrij(), 12);
        ASSERT_GE(g->zelf(), 5);
    }
    const auto wis = [&] { return wereld().uitvoerder.vergeet_overleggen(); };
    EXPECT_EQ(wis(), 0U);
    const auto een_jaar = over_jaren(1);
    const auto vijf_jaar = over_jaren(5);
    reis_naar(een_jaar);
    EXPECT_EQ(wis(), 0U);
    reis_naar(een_jaar, 1);
    EXPECT_GE(wis(), 20U);
    EXPECT_EQ(intern.vrij() + intern.zelf(), 0);
    EXPECT_EQ(over_een_casus.vrij(), 0);
    EXPECT_GE(over_een_casus.zelf(), 4) << "its casus says in which meeting it was discussed";
    EXPECT_EQ(tel("select count(*) as n from overleg.punt where dossier is not null and overleg = '" + over_een_casus.id + "'"), 1);
    EXPECT_GE(extern_.vrij(), 12) << "with somebody of outside: five years";
    EXPECT_EQ(wis(), 0U);
    EXPECT_EQ(tel("select count(*) as n from logboek.audit where actie = 'overleggenVergeten' and actor is null and organisatie = 1"), 1);
    o.eis(404, o.gebruiker({"coordinator"}), Methode::get, intern.pad);
    // The last dossier that was discussed there takes the meeting along.
    o.beheer().script("set damwand.organisatie = '1'; set damwand.operatie = '00000000-0000-4000-8000-000000000000'; delete from overleg.punt where overleg = '" + over_een_casus.id + "'; delete from overleg.punt_verleden where overleg = '" + over_een_casus.id + "'");
    EXPECT_GE(wis(), 4U);
    EXPECT_EQ(over_een_casus.zelf(), 0);
    reis_naar(vijf_jaar);
    EXPECT_EQ(wis(), 0U);
    reis_naar(vijf_jaar, 1);
    EXPECT_GE(wis(), 10U);
    EXPECT_EQ(extern_.vrij() + extern_.zelf(), 0);
    EXPECT_EQ(overal(), 0U);
}

TEST_F(Archief, EenBlokkadeHoudtEenOverlegVastTotZijIsOpgeheven) {
    auto& o = omgeving();
    const Gehouden geblokkeerd(false, false);
    const auto pad = std::string("/v1/vernietiging/blokkades");
    const auto lijf = [&](const std::string& kenmerk) { return object{{"kenmerk", kenmerk}, {"soort", "bewaarplicht"}, {"reden", met("Er loopt een onderzoek.")}}; };
    o.eis(404, o.gebruiker({"jurist"}), Methode::post, pad, lijf(geblokkeerd.kenmerk()));  // not his
    const auto b = o.eis(201, geblokkeerd.voorzitter, Methode::post, pad, lijf(geblokkeerd.kenmerk()));
    EXPECT_EQ(b.at("objectSoort").as_string(), "overleg");
    EXPECT_EQ(b.at("kenmerk").as_string(), geblokkeerd.kenmerk());
    const auto uit_het_archief = o.eis(200, o.gebruiker({"archivaris"}), Methode::get, pad).at("resultaten").as_array();
    const auto gezien_door_archivaris = std::ranges::find_if(uit_het_archief, [&](const value& x) { return id_van(x) == id_van(b); });
    ASSERT_NE(gezien_door_archivaris, uit_het_archief.end());
    EXPECT_TRUE(std::string(gezien_door_archivaris->at("kenmerk").as_string()).starts_with("D-"));
    const auto een_jaar = over_jaren(1);
    reis_naar(een_jaar, 1);
    EXPECT_EQ(wereld().uitvoerder.vergeet_overleggen(), 0U);
    EXPECT_GE(geblokkeerd.vrij(), 12);
    o.eis(204, o.gebruiker({"archivaris"}), Methode::verwijder, pad + "/" + id_van(b));
    EXPECT_GE(wereld().uitvoerder.vergeet_overleggen(), 10U);
    EXPECT_EQ(geblokkeerd.vrij() + geblokkeerd.zelf(), 0);
    EXPECT_EQ(tel("select count(*) as n from archief.blokkade where object = '" + geblokkeerd.id + "'"), 0) << "the reason goes with what it held";
    EXPECT_EQ(overal(), 0U);
}

}  // namespace
}  // namespace damwand::archief

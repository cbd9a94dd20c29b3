// SPDX-License-Identifier: EUPL-1.2
// Everything that is sent to each participant, searched for words of items that are not his.
#include "platform/documenten/odtproef.hpp"
#include "platform/documenten/pdfproef.hpp"
#include "werk/overleg/proefoverleg.hpp"

namespace damwand::overleg {
namespace {

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
    std::string op_papier;  // the last PDF, as it is read
    const auto krijgt = [&](const Gebruiker& wie) {
        std::string alle;
        for (const auto* pad : {"", "/uitnodiging", "/verslag?vorm=odt", "/verslag?vorm=pdf"}) {
            const auto a = omgeving().roep(wie, Methode::get, t.pad + pad);
            EXPECT_EQ(a.status, 200) << pad;
            const auto naam_van = std::string(pad);
            if (naam_van.ends_with("pdf")) op_papier = tekst_van_pdf(a.lijf);
            alle += naam_van.ends_with("odt") ? tekst_van_odt(a.lijf) : naam_van.ends_with("pdf") ? op_papier : a.lijf;
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
                if ((op_papier.find(woord) != std::string::npos) != mag) uit.push_back(woord + " in the PDF");
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

}  // namespace
}  // namespace damwand::overleg

// SPDX-License-Identifier: EUPL-1.2
// Between two meetings: somebody who is no member of the casus is asked to do something, sees only that, and ticks it off with
// one key; it stands in the casus at once. And a partner is asked one question: he sees
// nothing else, answers, and takes it back. In Dutch and in English, wide and narrow.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { maakCasus } from "./steun/casus.ts";
import { dag, getypt } from "./steun/dagen.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";

let server: Server;
let map: string;
const accounts = new Map<string, Account>();
const trekker = "Hanna Rietveld";
const doener = "Douwe Zandstra";

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"]) {
        accounts.set(`trekker-${taal}`, maakGebruiker(map, "damstede", `coordinator.${taal}`, trekker, "coordinator"));
        // a code of the second factor is used once: another leader for the other journey
        accounts.set(`vrager-${taal}`, maakGebruiker(map, "damstede", `vrager.${taal}`, "Wietske Noordhof", "coordinator"));
        accounts.set(`partner-${taal}`, maakGebruiker(map, "damstede", `partner.${taal}`, `Partner ${taal}`, "partner"));
        accounts.set(`doener-${taal}`, maakGebruiker(map, "damstede", `boa.${taal}`, `${doener} ${taal}`, "toezichthouder"));
    }
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

for (const taal of ["nl", "en"] as const) {
    test(`een actie, afgevinkt door wie geen lid is (${taal})`, { timeout: 300_000 }, async () => {
        const wie = accounts.get(`trekker-${taal}`) as Account;
        const werknaam = `Loods aan de kade ${taal}`;
        const casus = await maakCasus(await Klant.meldAan(server.url, wie, -1), werknaam);
        const browser = await startBrowser(taal);
        const buitenstaander = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, ["poort aan de waterkant"]);
        const k = await Kantoor.open(browser, server.url, taal, bewaking);
        const b = await Kantoor.open(buitenstaander, server.url, taal, bewaking);
        try {
            await k.meldAan(wie);
            await k.kop(k.w("nav.mijnwerk"));
            await k.pagina.goto(`${server.url}/casussen/${casus}/acties`);
            await k.ziet(k.w("actie.casus.geen"));
            await k.bekijk("acties van een casus, leeg");
            await k.knop("actie.nieuw").click();
            await k.knop("basis.opslaan", k.venster).click();
            await k.venster.getByText(k.w("actie.fout.wat")).first().waitFor();
            await k.veld("actie.wat", k.venster).fill("Kijk of de poort aan de waterkant open is");
            await k.keuze("actie.eigenaar", k.venster).selectOption({ label: `${doener} ${taal}` });
            await k.veld("actie.datum", k.venster).fill(taal === "nl" ? "01-02-2099" : "01/02/2099");
            await k.bekijk("actie toevoegen");
            await k.knop("basis.opslaan", k.venster).click();
            await k.gemeld("actie.opgeslagen");
            await k.bekijk("acties van een casus", "acties-casus");

            // who must do it sees his action, and nothing of the casus
            await b.meldAan(accounts.get(`doener-${taal}`) as Account);
            await b.kop(b.w("nav.mijnwerk"));
            await b.ziet("Kijk of de poort aan de waterkant open is");
            await b.zietNiet(werknaam);
            await b.bekijk("mijn werk van wie iets moet doen");
            await b.volg(b.w("nav.acties"));
            await b.kop(b.w("nav.acties"));
            await b.ziet(b.w("actie.vraagt", { naam: trekker }));
            await b.zietNiet(werknaam);
            await b.bekijk("acties", "acties");
            await b.toets("j");
            await b.toets("d");
            await b.gemeld("actie.nu.gedaan", { wat: "" });
            await b.knop("actie.resultaat.schrijf", b.pagina.getByRole("status")).click();
            await b.veld("actie.resultaat", b.venster).fill("Dicht, met een nieuw slot.");
            await b.knop("basis.opslaan", b.venster).click();
            await b.gemeld("actie.opgeslagen");
            await b.ziet(b.w("actie.geen"));

            // it stands in the casus at once
            await k.pagina.goto(`${server.url}/casussen/${casus}/tijdlijn`);
            await k.ziet("Dicht, met een nieuw slot.");
            await k.pagina.goto(`${server.url}/casussen/${casus}/acties`);
            await k.pagina.locator("summary").first().click();
            await k.ziet("Dicht, met een nieuw slot.");
            await k.bekijk("acties van een casus, gedaan");
            assert.deepEqual([...k.gebreken, ...b.gebreken], []);
            bewaking.stil();
        } catch (fout) {
            await k.noodbeeld(`tussendoor-${taal}`);
            await b.noodbeeld(`tussendoor-${taal}-b`);
            throw fout;
        } finally {
            await browser.close();
            await buitenstaander.close();
        }
    });
}

for (const taal of ["nl", "en"] as const) {
    test(`een vraag aan een partner: gesteld, beantwoord, herroepen (${taal})`, { timeout: 300_000 }, async () => {
        const wie = accounts.get(`vrager-${taal}`) as Account;
        const werknaam = `Garage bij het spoor ${taal}`;
        const klant = await Klant.meldAan(server.url, wie, -1);
        const casus = await maakCasus(klant, werknaam);
        const bron = (await klant.eis(201, "POST", `/v1/casussen/${casus}/bronnen`, { bronsoort: "omgevingsdienst", vraag: "Zijn er meldingen over dit adres?", grondslag: "awb-toezicht", status: "te_vragen" })).lijf;
        const gronden = { grondslag: "Awb 5:16", verenigbaarheid: "Verzameld voor toezicht, gebruikt voor toezicht.", noodzaak: "Zonder dit blijft onbekend wat er gebeurt.", proportionaliteit: "Alleen dit adres." };
        await klant.eis(201, "POST", `/v1/casussen/${casus}/privacytoetsen`, { soort: "1", bron: bron.id, ...gronden, besluit: "akkoord" });
        const browser = await startBrowser(taal);
        const buitenstaander = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, ["Spoorlaan"]);
        const k = await Kantoor.open(browser, server.url, taal, bewaking);
        const p = await Kantoor.open(buitenstaander, server.url, taal, bewaking);
        const vak = k.pagina.getByRole("region", { name: k.w("vraag.vak"), exact: true });
        const doe = (stap: string) => p.pagina.getByRole("button", { name: new RegExp(`^${p.w(`vraag.stap.${stap}`)}:`) });
        try {
            await k.meldAan(wie);
            await k.kop(k.w("nav.mijnwerk"));
            await k.pagina.goto(`${server.url}/casussen/${casus}/bronnen`);
            await vak.getByText(k.w("vraag.vak.geen")).waitFor();
            await k.knop("vraag.nieuw", vak).click();
            await k.knop("vraag.stel", k.venster).click();
            await k.venster.getByText(k.w("vraag.fout.partner")).first().waitFor();
            await k.keuze("vraag.aan", k.venster).selectOption({ label: `Partner ${taal}` });
            await k.keuze("vraag.ontvanger", k.venster).selectOption("omgevingsdienst");
            await k.veld("vraag.meegedeeld", k.venster).fill("Spoorlaan 3, sinds maart een garage");
            await k.veld("vraag.tot", k.venster).fill(getypt(dag(30), taal));
            await k.bekijk("vraag stellen", "vraag-stellen");
            await k.knop("vraag.stel", k.venster).click();
            await k.gemeld("vraag.gesteld");
            await vak.getByText(k.w("vraag.staat.gesteld")).waitFor();

            // the partner lands on his questions, and there is nothing else of the casus
            await p.meldAan(accounts.get(`partner-${taal}`) as Account);
            await p.kop(p.w("nav.vragen"));
            await p.ziet("Spoorlaan 3, sinds maart een garage");
            await p.zietNiet(werknaam);
            await p.bekijk("vragen van een partner", "vragen-partner");
            await doe("geaccepteerd").click();
            await p.gemeld("vraag.nu.geaccepteerd");
            await doe("bekend").click();
            await p.gemeld("vraag.nu.bekend");
            await klant.eis(200, "POST", `/v1/casussen/${casus}/bronnen/${bron.id}/inhoud`, { motivering: "Alleen zo is te zien wat er speelt." });
            await p.pagina.reload();
            await doe("beantwoord").click();
            await p.veld("vraag.antwoord", p.venster).fill("Twee meldingen over geluid in de nacht.");
            await p.venster.getByLabel(p.w("vraag.doorgifte.niet"), { exact: true }).check();
            await p.bekijk("vraag beantwoorden");
            await p.knop("vraag.stap.beantwoord", p.venster).click();
            await p.gemeld("vraag.nu.beantwoord");

            // it stands at the source
            await k.pagina.reload();
            await vak.getByText("Twee meldingen over geluid in de nacht.").waitFor();
            await vak.getByRole("button", { name: new RegExp(`^${k.w("vraag.terugkoppeling")}:`) }).click();
            await k.veld("vraag.terugkoppeling.label", k.venster).fill("We gaan er met de wijkagent langs.");
            await k.knop("vraag.terugkoppeling", k.venster).click();
            await k.gemeld("vraag.terugkoppeling.gedaan");
            await k.bekijk("vragen aan partners", "vragen-casus");

            // and he takes it back
            await p.pagina.reload();
            await p.ziet("We gaan er met de wijkagent langs.");
            await doe("herroepen").click();
            await p.veld("vraag.reden", p.venster).fill("De meldingen gaan over het buurpand.");
            await p.knop("vraag.stap.herroepen", p.venster).click();
            await p.gemeld("vraag.nu.herroepen");
            await k.pagina.reload();
            await vak.getByText("De meldingen gaan over het buurpand.").waitFor();
            assert.equal(await vak.getByText("Twee meldingen over geluid in de nacht.").count(), 0);
            assert.deepEqual([...k.gebreken, ...p.gebreken], []);
            bewaking.stil();
        } catch (fout) {
            await k.noodbeeld(`vraag-${taal}`);
            await p.noodbeeld(`vraag-${taal}-p`);
            throw fout;
        } finally {
            await browser.close();
            await buitenstaander.close();
        }
    });
}

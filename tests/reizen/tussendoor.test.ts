// SPDX-License-Identifier: EUPL-1.2
// Between two meetings: somebody who is no member of the casus is asked to do something, sees only that, and ticks it off with
// one key; it stands in the casus at once. In Dutch and in English, wide and narrow.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, gezien, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";

let server: Server;
let map: string;
const accounts = new Map<string, Account>();
const trekker = "Hanna Rietveld";
const doener = "Douwe Zandstra";

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"]) {
        accounts.set(`trekker-${taal}`, maakGebruiker(map, "damstede", `coordinator.${taal}`, trekker, "coordinator"));
        accounts.set(`doener-${taal}`, maakGebruiker(map, "damstede", `boa.${taal}`, `${doener} ${taal}`, "toezichthouder"));
    }
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

async function maakCasus(klant: Klant, werknaam: string): Promise<string> {
    const ik = (await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
    let signaal = (await klant.eis(201, "POST", "/v1/signalen", { titel: "Loods", omschrijving: "Er wordt 's nachts gelost.", bron: "inwoner" })).lijf;
    const pad = `/v1/signalen/${signaal.id}`;
    signaal = (await klant.eis(200, "POST", `${pad}/overgangen`, { naar: "in_weging" }, gezien(signaal.versie))).lijf;
    for (const [nummer, uitkomst] of ["ja", "ja", "gecompliceerd"].entries())
        signaal = (await klant.eis(201, "POST", `${pad}/wegingen`, { stap: nummer + 1, antwoorden: [], uitkomst, motivering: "Zo." }, gezien(signaal.versie))).lijf;
    return (await klant.eis(201, "POST", "/v1/casussen", { signalen: [signaal.id], werknaam, thema: "drugs", trekker: ik })).lijf.id;
}

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

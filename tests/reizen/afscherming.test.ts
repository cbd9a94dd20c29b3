// SPDX-License-Identifier: EUPL-1.2
// What is kept small: a signaal under embargo, a number that shows on request only, and what opens for one purpose only.
// In a real browser, in Dutch and in English, wide and narrow.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, gezien, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";
import type { Taal } from "./steun/woorden.ts";

let server: Server;
let map: string;
const mensen = new Map<string, Account>();
const account = (rol: "coordinator" | "jurist", taal: Taal) => mensen.get(`${rol}.${taal}`) as Account;
const casussen = new Map<Taal, string>();
const bsn = "999999990"; // passes the test, and nobody has it

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"] as const) {
        mensen.set(`coordinator.${taal}`, maakGebruiker(map, "damstede", `coordinator.${taal}`, `Hanna Rietveld ${taal}`, "coordinator"));
        mensen.set(`jurist.${taal}`, maakGebruiker(map, "damstede", `jurist.${taal}`, `Daan Vermeer ${taal}`, "jurist"));
    }
    server = await Server.start(map);
    // before anybody signs in on a screen: a code that was used is not used again
    for (const taal of ["nl", "en"] as const) casussen.set(taal, await bibobcasus(taal));
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

/** A casus of the coordinator with the jurist in it, who asked a source under the Bibob Act; its id. */
async function bibobcasus(taal: Taal): Promise<string> {
    const coordinator = await Klant.meldAan(server.url, account("coordinator", taal), -1);
    const jurist = await Klant.meldAan(server.url, account("jurist", taal), -1);
    const id = async (klant: Klant) => (await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id as string;
    let signaal = (await coordinator.eis(201, "POST", "/v1/signalen", { titel: "Vergunning", omschrijving: "Verzonnen.", bron: "toezicht", vermeldingen: [] })).lijf;
    const pad = `/v1/signalen/${signaal.id}`;
    signaal = (await coordinator.eis(200, "POST", `${pad}/overgangen`, { naar: "in_weging" }, gezien(signaal.versie))).lijf;
    for (const [nummer, uitkomst] of ["ja", "ja", "gecompliceerd"].entries())
        signaal = (await coordinator.eis(201, "POST", `${pad}/wegingen`, { stap: nummer + 1, antwoorden: [], uitkomst, motivering: "Zo." }, gezien(signaal.versie))).lijf;
    const nieuw = { signalen: [signaal.id], werknaam: "Vergunning aan de haven", thema: "drugs", trekker: await id(coordinator), leden: [await id(jurist)] };
    const casus = (await coordinator.eis(201, "POST", "/v1/casussen", nieuw)).lijf.id;
    const bron = { bronsoort: "vergunningen", naam: "Landelijk Bureau Bibob", vraag: "Welk advies geeft het Bureau?", grondslag: "Wet Bibob art. 9", regime: "bibob" };
    await jurist.eis(400, "POST", `/v1/casussen/${casus}/bronnen`, bron);
    await jurist.eis(201, "POST", `/v1/casussen/${casus}/bronnen`, bron, { verwerkingsactiviteit: "bibob-onderzoek" });
    return casus;
}

for (const taal of ["nl", "en"] as const) {
    test(`een signaal onder embargo, en een burgerservicenummer (${taal})`, { timeout: 300_000 }, async () => {
        const browser = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, [bsn]);
        const kantoor = await Kantoor.open(browser, server.url, taal, bewaking);
        const { pagina } = kantoor;
        try {
            await kantoor.meldAan(account("coordinator", taal));
            await kantoor.beginSignaal();
            const titel = "Een collega kijkt mee";
            await kantoor.veld("signaal.titel").fill(titel);
            // what comes from the police stands under its law, and says who will see it
            await kantoor.keuze("signaal.bron").selectOption("rapportage");
            assert.equal(await kantoor.keuze("signaal.regime").inputValue(), "wpg");
            await kantoor.keuze("signaal.bron").selectOption("collega");
            assert.equal(await kantoor.keuze("signaal.regime").inputValue(), "avg");
            await kantoor.knop("signaal.vermelding.toevoegen").click();
            const vak = pagina.getByRole("group", { name: kantoor.w("signaal.vermelding.nummer", { nummer: 1 }) });
            await kantoor.veld("entiteit.tekst.persoon", vak).fill("J. Verzonnen");
            await kantoor.veld("entiteit.sleutel.bsn", vak).fill("123456789");
            await pagina.getByLabel(kantoor.w("signaal.zien.alleen"), { exact: true }).check();
            await kantoor.bekijk("nieuw signaal onder embargo");
            await kantoor.knop("signaal.opslaan").click();
            await kantoor.ziet(kantoor.w("entiteit.fout.bsn"));
            await kantoor.veld("entiteit.sleutel.bsn", vak).fill(bsn);
            await kantoor.slaSignaalOp(titel);
            await kantoor.ziet(kantoor.w("signaal.embargo.ik"));
            await kantoor.ziet(kantoor.w("entiteit.bsn.verborgen"));
            assert.ok(!(await pagina.content()).includes(bsn), "the number stands on the screen");
            await kantoor.bekijk("signaal onder embargo", "embargo");
            await pagina.getByRole("button", { name: new RegExp(`^${kantoor.w("entiteit.bsn.tonen")}`) }).click();
            const venster = pagina.getByRole("dialog");
            await kantoor.veld("entiteit.bsn.reden", venster).fill("De aanvraag vergelijken.");
            await venster.getByRole("button", { name: kantoor.w("entiteit.bsn.tonen") }).click();
            await kantoor.ziet(bsn);
            await pagina.getByRole("button", { name: new RegExp(`^${kantoor.w("entiteit.bsn.verbergen")}`) }).click();
            await kantoor.zietNiet(bsn);
            // opened to the team: after that it is like any other
            await pagina.getByRole("button", { name: kantoor.w("signaal.vrijgeven"), exact: true }).click();
            await kantoor.ziet(kantoor.w("signaal.vrijgeven.vraag"));
            await kantoor.bekijk("signaal vrijgeven");
            await pagina.getByRole("dialog").getByRole("button", { name: kantoor.w("signaal.vrijgeven"), exact: true }).click();
            await kantoor.zietNiet(kantoor.w("signaal.embargo.ik"));
            assert.deepEqual(kantoor.gebreken, []);
        } catch (fout) {
            await kantoor.noodbeeld(`embargo-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });

    test(`wat er voor één doel is gaat alleen daarvoor open (${taal})`, { timeout: 300_000 }, async () => {
        const casus = casussen.get(taal) as string;
        const browser = await startBrowser(taal);
        const kantoor = await Kantoor.open(browser, server.url, taal, new Bewaking(server.url, ["Landelijk"]));
        const { pagina } = kantoor;
        const naam = taal === "nl" ? "Bibob-onderzoek doen" : "Bibob inquiry";
        try {
            await kantoor.meldAan(account("jurist", taal));
            await kantoor.kop(kantoor.w("nav.mijnwerk"));
            await kantoor.ga("casussen");
            await pagina.getByRole("link", { name: "Vergunning aan de haven" }).click();
            await kantoor.noemInCasus({ soort: "persoon", tekst: "Dhr. T. Verzonnen" });
            await kantoor.noemInCasus({ soort: "bedrijf", tekst: "Havenzicht B.V." });
            await kantoor.legVerband({ wie: "Dhr. T. Verzonnen", soort: "bestuurder", wat: "Havenzicht B.V.", bron: "De aanvraag" });
            await kantoor.gemeld("casus.verband.opgeslagen");
            await kantoor.ziet(kantoor.w("label.uit", { bron: "De aanvraag" }));
            await kantoor.deel("bronnen");
            await kantoor.rust();
            assert.equal(await pagina.getByText("Landelijk Bureau Bibob").count(), 0, "it stands open without its purpose");
            await pagina.getByRole("button", { name: kantoor.w("toegang.doel"), exact: true }).click();
            await pagina.getByRole("dialog").getByLabel(naam, { exact: true }).check();
            await kantoor.bekijk("doel kiezen");
            await kantoor.knop("toegang.doel.kies").click();
            await kantoor.ziet(kantoor.w("toegang.doel.actief", { doel: naam }));
            await kantoor.ziet("Landelijk Bureau Bibob");
            await kantoor.bekijk("bronnen onder een doel", "doel");
            // a second source of the same tie, which stands where that source stands
            await kantoor.deel("overzicht");
            await kantoor.legBronBij("Dhr. T. Verzonnen", { uit: "Landelijk Bureau Bibob" });
            await kantoor.ziet(kantoor.w("label.uit", { bron: "Landelijk Bureau Bibob" }));
            await kantoor.bekijk("een verband met twee bronnen");
            await kantoor.knop("toegang.doel.stop").click();
            await kantoor.gemeld("toegang.doel.gestopt");
            await kantoor.zietNiet("Landelijk Bureau Bibob");
            await kantoor.ziet(kantoor.w("label.uit", { bron: "De aanvraag" }));
            await kantoor.deel("bronnen");
            assert.equal(new URL(pagina.url()).pathname.includes(casus), true);
            assert.deepEqual(kantoor.gebreken, []);
        } catch (fout) {
            await kantoor.noodbeeld(`doel-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}

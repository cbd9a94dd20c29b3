// SPDX-License-Identifier: EUPL-1.2
// The privacy officer handles a request from receipt to letter in one pass: who asks, one search over everything, a
// decision on each item, the weighing, the letter, and who saw the files. In Dutch and in English, wide and narrow.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Locator } from "playwright-core";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { tekstVanOdt } from "./steun/odt.ts";
import { type Account, gezien, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";

let server: Server;
let map: string;
const accounts = new Map<string, Account>();
const naam = { nl: "Zeger Wulpenhorst", en: "Alma Tureluur" };
const geheim = "Er loopt een onderzoek, nog niet zeggen.";

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"]) {
        accounts.set(`coordinator ${taal}`, maakGebruiker(map, "damstede", `coordinator.${taal}`, "Hanna Rietveld", "coordinator"));
        accounts.set(`privacy ${taal}`, maakGebruiker(map, "damstede", `privacy.${taal}`, "Noor Dijkgraaf", "privacy"));
    }
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

/** What stands about this person: in a signaal with its reporter, and in a casus with a permit and a police source. */
async function vulDossiers(wie: Account, persoon: string) {
    const klant = await Klant.meldAan(server.url, wie, -1);
    const ik = (await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
    let signaal = (await klant.eis(201, "POST", "/v1/signalen", { titel: "Loods", omschrijving: `${persoon} huurt de loods.`, bron: "inwoner", melder: { naam: "Buurvrouw Verzonnen", contact: "06-00000000" }, vermeldingen: [] })).lijf;
    const pad = `/v1/signalen/${signaal.id}`;
    signaal = (await klant.eis(200, "POST", `${pad}/overgangen`, { naar: "in_weging" }, gezien(signaal.versie))).lijf;
    for (const [nummer, uitkomst] of ["ja", "ja", "gecompliceerd"].entries())
        signaal = (await klant.eis(201, "POST", `${pad}/wegingen`, { stap: nummer + 1, antwoorden: [], uitkomst, motivering: "Zo." }, gezien(signaal.versie))).lijf;
    const casus = (await klant.eis(201, "POST", "/v1/casussen", { signalen: [signaal.id], werknaam: "Loods aan de kade", thema: "drugs", trekker: ik })).lijf;
    // past the privacy checks, which have a journey of their own
    const bron = async (bronsoort: string, antwoord: string) => {
        const { lijf } = await klant.eis(201, "POST", `/v1/casussen/${casus.id}/bronnen`, { bronsoort, vraag: "Is de huurder bekend?", grondslag: "Per bron" });
        const sql = `set damwand.operatie = '${crypto.randomUUID()}'; update casus.bron set status = 'ontvangen', antwoord = '${antwoord}', antwoord_op = now() where id = '${lijf.id}'`;
        execFileSync("psql", ["-h", join(map, "database/sok"), "-U", "beheer", "-d", "damwand", "-Xq", "-v", "ON_ERROR_STOP=1", "-c", sql]);
    };
    await bron("vergunningen", `${persoon} vroeg in maart een vergunning aan.`);
    await bron("politie", `${persoon}: ${geheim}`);
}

for (const taal of ["nl", "en"] as const) {
    test(`een verzoek van ontvangst tot brief (${taal})`, { timeout: 300_000 }, async () => {
        const account = (wie: string) => accounts.get(`${wie} ${taal}`) as Account;
        const persoon = naam[taal];
        await vulDossiers(account("coordinator"), persoon);
        const browser = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, [persoon]);
        const k = await Kantoor.open(browser, server.url, taal, bewaking);
        const vak = (id: string) => k.pagina.getByRole("region", { name: k.w(id), exact: true });
        try {
            await k.meldAan(account("privacy"));
            await k.kop(k.w("nav.mijnwerk"));
            await k.volg(k.w("nav.verzoeken"));
            await k.knop("betrokkene.nieuw").click();
            await k.knop("betrokkene.vastleggen", k.venster).click();
            await k.venster.getByText(k.w("betrokkene.naam.fout")).first().waitFor();
            await k.veld("betrokkene.naam", k.venster).fill(persoon);
            await k.veld("betrokkene.adres", k.venster).fill("Kade 1\n2600 AA Damstede");
            await k.veld("betrokkene.vraag", k.venster).fill("Wat staat er over mij in uw dossiers?");
            await k.bekijk("verzoek vastleggen");
            await k.knop("betrokkene.vastleggen", k.venster).click();
            await k.pagina.getByRole("heading", { level: 1, name: k.w("betrokkene.soort.inzage") }).waitFor();
            assert.match(await k.kenmerk(), /^V-\d{4}-[0-9A-Z]{6}$/);

            await k.veld("betrokkene.identiteit").fill("Aan de balie, geldig paspoort gezien.");
            await k.knop("betrokkene.beginnen").click();
            await k.gemeld("betrokkene.begonnen");
            await k.veld("betrokkene.zoek.woorden").fill(persoon.toUpperCase());
            await k.knop("betrokkene.zoek.doe").click();
            const gevonden = vak("betrokkene.zoek.uitkomst");
            await gevonden.getByRole("listitem").nth(2).waitFor();
            assert.equal(await gevonden.getByRole("listitem").count(), 3);
            await k.bekijk("verzoek, zoeken in alle gegevens", "verzoek-zoeken");
            for (let i = 0; i < 3; ++i) {
                await gevonden.getByRole("button", { name: new RegExp(`^${k.w("betrokkene.hoort")}`) }).first().click();
                await vak("betrokkene.gegevens").getByRole("listitem").nth(i).waitFor();
            }

            // each item by itself: the police answer refused, the permit given, the signaal in part
            const gegeven = (tekst: string): Locator => vak("betrokkene.gegevens").getByRole("listitem").filter({ hasText: tekst });
            const besluit = async (tekst: string, wat: "toewijzen" | "deels" | "weigeren", deel?: string) => {
                const kaart = gegeven(tekst);
                await kaart.getByRole("button", { name: new RegExp(`^${k.w("betrokkene.beslissing.begin")}`) }).click();
                await kaart.getByLabel(k.w(`betrokkene.beslissing.${wat}`), { exact: true }).check();
                if (deel !== undefined) await k.veld("betrokkene.tekst", kaart).fill(deel);
                if (wat !== "toewijzen") {
                    await k.keuze("betrokkene.grond", kaart).selectOption("uavg-41-d");
                    await k.veld("betrokkene.herzien", kaart).fill(taal === "nl" ? "01-02-2099" : "01/02/2099");
                }
                if (wat === "weigeren") await k.bekijk("verzoek, besluiten over een gegeven");
                await k.knop("betrokkene.beslissing.opslaan", kaart).click();
                await gegeven(tekst).getByText(k.w(`betrokkene.beslissing.${wat}`), { exact: true }).waitFor();
            };
            await k.knop("betrokkene.besluiten").click();
            await k.ziet(k.w("fout.gegeven-onbeslist"));
            await besluit(geheim, "weigeren");
            await besluit("vergunning aan", "toewijzen");
            await besluit("huurt de loods", "deels", "U huurt een loods.");
            await k.veld("betrokkene.motivering").fill("Meer vertellen zou een onderzoek kunnen schaden.");
            await k.knop("betrokkene.motivering.opslaan").click();
            await k.gemeld("betrokkene.motivering.gedaan"); // a button that is busy takes no second press
            await k.ziet(k.w("fout.weging-ontbreekt"));
            for (const factor of ["doeleinden", "categorieen", "reikwijdte", "waarborgen", "verantwoordelijke", "opslagperiode", "risicos", "kennisgeving"])
                await k.veld(`informeren.weging.${factor}`).fill("Gewogen, en niet zwaarder dan nodig.");
            await k.knop("betrokkene.motivering.opslaan").click();
            await k.zietNiet(k.w("fout.weging-ontbreekt"));
            await k.knop("betrokkene.besluiten").click();
            await k.gemeld("betrokkene.besloten");

            const komt = k.pagina.waitForEvent("download");
            await k.knop("betrokkene.brief").click();
            const brief = tekstVanOdt(readFileSync(await (await komt).path()));
            for (const wel of [persoon, "Kade 1", "vergunning aan", "U huurt een loods.", "UAVG art. 41 lid 1 onder d", "een onderzoek kunnen schaden", "binnen zes weken"]) assert.ok(brief.includes(wel), wel);
            for (const niet of [geheim, "Politie", "huurt de loods", "Buurvrouw"]) assert.equal(brief.includes(niet), false, niet);

            await k.knop("betrokkene.inzagen.toon").click();
            await vak("betrokkene.inzagen").getByRole("group").first().locator("summary").click();
            await vak("betrokkene.inzagen").getByText("Hanna Rietveld").first().waitFor();
            await k.bekijk("verzoek, besluit en brief", "verzoek-brief");
            await k.knop("betrokkene.afronden").click();
            await k.gemeld("betrokkene.afgerond");
            await k.ziet(k.w("betrokkene.bezwaartot"));
            await k.zietNiet(geheim);
            await k.volg(k.w("nav.verzoeken"));
            await k.ziet(k.w("betrokkene.staat.afgerond"));
            await k.bekijk("verzoeken");

            await k.volg(k.w("nav.verwerkingen"));
            await k.pagina.getByRole("row").nth(5).waitFor();
            await k.bekijk("verwerkingen", "verwerkingen");
            const dpia = k.pagina.waitForEvent("download");
            await k.knop("betrokkene.verwerkingen.dpia").click();
            const tekst = tekstVanOdt(readFileSync(await (await dpia).path()));
            assert.ok(tekst.includes("In te vullen: het advies") && tekst.includes("Verzoeken van betrokkenen behandelen"));
            assert.deepEqual(k.gebreken, []);
            bewaking.stil();
        } catch (fout) {
            await k.noodbeeld(`verzoek-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}

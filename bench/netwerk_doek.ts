// SPDX-License-Identifier: EUPL-1.2
// The chart in a real browser without a GPU: frames a second while 300 objects are dragged, and how long it takes to expand by 50; then a workspace of 2,000: opening
// it, and with 400 of it drawn and with all of it drawn, frames a second while it is dragged and how long a choice takes. Prints a line of JSON for each; asserts only
// that what was measured was there. Runs the program of bouw/release, or DAMWAND_PROGRAMMA:
//   node --disable-warning=ExperimentalWarning bench/netwerk_doek.ts [groot]     with `groot`: only the workspace of 2,000
import assert from "node:assert/strict";
import { startBrowser } from "../tests/reizen/steun/browser.ts";
import { Kantoor } from "../tests/reizen/steun/kantoor.ts";
import { type Account, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "../tests/reizen/steun/server.ts";

const SIGNALEN = 6;
const PER_SIGNAAL = 49; // with the signalen themselves: 300 objects
const BEURTEN = 5;

const midden = (rij: number[]) => [...rij].sort((a, b) => a - b)[Math.floor(rij.length / 2)];
type Plek = { soort: string; id: string; x: number; y: number; vast: boolean };

/** Frames a second while the ground is dragged, from a corner, where nothing stands. */
async function sleep(k: Kantoor, vak: { x: number; y: number }): Promise<number[]> {
    const uit: number[] = [];
    for (let beurt = 0; beurt < BEURTEN; beurt++) {
        await k.pagina.mouse.move(vak.x + 6, vak.y + 6);
        await k.pagina.mouse.down();
        const telt = k.pagina.evaluate(() => new Promise<number>((klaar) => {
            const begin = performance.now();
            let n = 0;
            const beeld = () => {
                n += 1;
                if (performance.now() - begin < 2000) requestAnimationFrame(beeld);
                else klaar((n * 1000) / (performance.now() - begin));
            };
            requestAnimationFrame(beeld);
        }));
        for (let i = 0; i < 100; i++) await k.pagina.mouse.move(vak.x + 6 + (i % 50) * 6, vak.y + 6 + (i % 40) * 5);
        uit.push(await telt);
        await k.pagina.mouse.up();
    }
    return uit;
}

/** From the press on a box in the table to the second frame after it is chosen, in ms. */
async function kies(k: Kantoor, welke: number): Promise<number> {
    return k.pagina.getByRole("region", { name: /^2\.000 onderdelen$/ }).getByRole("checkbox").nth(welke).evaluate((element) => new Promise<number>((klaar) => {
        const begin = performance.now();
        const rij = element.closest("tr") as HTMLElement;
        const was = rij.getAttribute("aria-selected");
        new MutationObserver((_, zelf) => {
            if (rij.getAttribute("aria-selected") === was) return;
            zelf.disconnect();
            requestAnimationFrame(() => requestAnimationFrame(() => klaar(performance.now() - begin)));
        }).observe(rij, { attributes: true });
        (element as HTMLElement).click();
    }));
}

/** Forty signalen of 49 vehicles each: opened as a view, folded and whole. */
async function groot(klant: Klant, account: Account): Promise<void> {
    const knopen: Plek[] = [];
    let eerste = "";
    for (let s = 0; s < 40; s++) {
        const signaal = (await klant.eis(201, "POST", "/v1/signalen", { titel: `Vloot ${s}`, omschrijving: "x", bron: "meldpunt",
            vermeldingen: Array.from({ length: 49 }, (_, i) => ({ soort: "voertuig", tekst: `Bus ${s}-${i}`, sleutel: `${String(s).padStart(2, "0")}-${String(i).padStart(3, "0")}-G` })) })).lijf;
        eerste ||= signaal.id;
        const om = { x: (s % 8) * 900, y: Math.floor(s / 8) * 900 };
        knopen.push({ soort: "signaal", id: signaal.id, ...om, vast: false });
        signaal.vermeldingen.forEach((v: { id: string; entiteit: string | null }, i: number) => {
            const hoek = (2 * Math.PI * i) / 49;
            knopen.push({ soort: "voertuig", id: v.entiteit ?? v.id, x: Math.round(om.x + 380 * Math.cos(hoek)), y: Math.round(om.y + 380 * Math.sin(hoek)), vast: false });
        });
    }
    assert.equal(knopen.length, 2000);
    const weergave = (await klant.eis(201, "POST", "/v1/netwerk/weergaven", { dossier: { soort: "signaal", id: eerste }, naam: "Tweeduizend", knopen })).lijf.id;
    const vraag = { knopen: knopen.map(({ soort, id }) => ({ soort, id })) };
    const server: number[] = [];
    for (let i = 0; i < BEURTEN; i++) {
        const begin = performance.now();
        const { lijf } = await klant.eis(200, "POST", "/v1/netwerk/_toon", vraag);
        server.push(Math.round(performance.now() - begin));
        assert.equal(lijf.knopen.length, 2000);
    }
    // a browser of its own: what the one before holds is not counted
    const browser = await startBrowser("nl");
    try {
        const k = await Kantoor.open(browser, klant.url, "nl");
        await k.meldAan(account);
        await k.kop(k.w("nav.mijnwerk"));
        const openen: number[] = [];
        for (let i = 0; i < 3; i++) {
            await k.pagina.goto(`${klant.url}/`);
            await k.kop(k.w("nav.mijnwerk"));
            const begin = performance.now();
            await k.pagina.goto(`${klant.url}/netwerk?weergave=${weergave}`);
            await k.pagina.getByText(/^De tekening toont \d+ van 2\.000 /).waitFor();
            await k.pagina.evaluate(() => new Promise((klaar) => requestAnimationFrame(() => requestAnimationFrame(klaar))));
            openen.push(Math.round(performance.now() - begin));
        }
        await k.pagina.getByRole("region", { name: /^2\.000 onderdelen$/ }).waitFor();
        await k.pagina.waitForTimeout(2000);
        const vak = await k.pagina.getByRole("application").boundingBox();
        assert.ok(vak);
        const gevouwen = await sleep(k, vak);
        const keuzes: number[] = [];
        for (const welke of [0, 3, 6, 9, 12]) keuzes.push(Math.round(await kies(k, welke)));
        await k.pagina.getByRole("application").focus();
        await k.toets("Escape");
        const begin = performance.now();
        await k.pagina.getByRole("button", { name: k.w("netwerk.vouw.teken", { aantal: 2000 }) }).click();
        await k.pagina.getByText(k.w("netwerk.vouw.alle", { aantal: 2000 })).waitFor();
        await k.pagina.evaluate(() => new Promise((klaar) => requestAnimationFrame(() => requestAnimationFrame(klaar))));
        const tekenen = Math.round(performance.now() - begin);
        await k.pagina.waitForTimeout(3000);
        const heel = await sleep(k, vak);
        const keuzesHeel: number[] = [];
        for (const welke of [0, 3, 6, 9, 12]) keuzesHeel.push(Math.round(await kies(k, welke)));
        console.log(JSON.stringify({ onderdelen: 2000, serverMs: midden(server), alleServer: server, openenMs: midden(openen), alleOpenen: openen,
            gevouwenBeeldenPerSeconde: midden(gevouwen), gevouwenKeuzeMs: midden(keuzes), alleGevouwenKeuzes: keuzes, allesTekenenMs: tekenen,
            heelBeeldenPerSeconde: midden(heel), alleHeleBeelden: heel, heelKeuzeMs: midden(keuzesHeel), alleHeleKeuzes: keuzesHeel }));
    } finally {
        await browser.close();
    }
}

/** Three hundred objects, and expanding by fifty. */
async function klein(klant: Klant, account: Account): Promise<void> {
    const browser = await startBrowser("nl");
    try {
        const maak = async (titel: string, aantal: number) =>
            (await klant.eis(201, "POST", "/v1/signalen", { titel, omschrijving: "x", bron: "meldpunt",
                vermeldingen: Array.from({ length: aantal }, (_, i) => ({ soort: "voertuig", tekst: `${titel} ${i}`, sleutel: `${titel.slice(-2)}-${String(i).padStart(3, "0")}-B` })) })).lijf;
        const knopen: Plek[] = [];
        let eerste = "";
        for (let s = 0; s < SIGNALEN; s++) {
            const signaal = await maak(`Reeks A${s}`, PER_SIGNAAL);
            eerste ||= signaal.id;
            const midden = { x: (s % 3) * 900, y: Math.floor(s / 3) * 900 };
            knopen.push({ soort: "signaal", id: signaal.id, ...midden, vast: false });
            signaal.vermeldingen.forEach((v: { id: string; entiteit: string | null }, i: number) => {
                const hoek = (2 * Math.PI * i) / PER_SIGNAAL;
                knopen.push({ soort: "voertuig", id: v.entiteit ?? v.id, x: Math.round(midden.x + 380 * Math.cos(hoek)), y: Math.round(midden.y + 380 * Math.sin(hoek)), vast: false });
            });
        }
        const weergave = (await klant.eis(201, "POST", "/v1/netwerk/weergaven", { dossier: { soort: "signaal", id: eerste }, naam: "Driehonderd", knopen })).lijf.id;
        const vijftig = await maak("Uitbreiding B0", 50);

        const k = await Kantoor.open(browser, klant.url, "nl");
        await k.meldAan(account);
        await k.kop(k.w("nav.mijnwerk"));
        await k.pagina.goto(`${klant.url}/netwerk?weergave=${weergave}`);
        await k.kop(k.w("nav.netwerk"));
        await k.pagina.waitForTimeout(3000);
        await k.pagina.getByRole("region", { name: `${SIGNALEN * (PER_SIGNAAL + 1)} onderdelen` }).waitFor();
        const doek = k.pagina.getByRole("application");
        const vak = await doek.boundingBox();
        assert.ok(vak);
        const beelden = await sleep(k, vak);
        // from the press to the second frame after the chart has all of it, and after the tables do
        const duren: number[] = [];
        const tafels: number[] = [];
        const vragen: number[] = []; // of that: asking the server, as the browser has it
        for (let beurt = 0; beurt < BEURTEN; beurt++) {
            await k.pagina.goto(`${klant.url}/netwerk?van=signaal&id=${vijftig.id}`);
            const knop = k.pagina.getByRole("button", { name: /, 50 meer$/ }).first();
            await knop.click();
            const alles = k.knop("netwerk.uitbreiden.doe", k.venster);
            await alles.waitFor();
            const [doekMs, tafelMs] = await alles.evaluate((element) => new Promise<[number, number]>((klaar) => {
                const begin = performance.now();
                const daarna = (doe: () => void) => requestAnimationFrame(() => requestAnimationFrame(doe));
                let getekend = Number.NaN;
                let gezien = false;
                new MutationObserver((_, zelf) => {
                    // said in the same breath as the chart is given its objects
                    if (!gezien && [...document.querySelectorAll("[role=status]")].some((one) => /^51 onderdelen/.test(one.textContent ?? ""))) {
                        gezien = true;
                        daarna(() => { getekend = performance.now() - begin; });
                    }
                    if (![...document.querySelectorAll("h2")].some((one) => one.textContent === "51 onderdelen")) return;
                    zelf.disconnect();
                    daarna(() => requestAnimationFrame(() => klaar([getekend, performance.now() - begin])));
                }).observe(document.body, { childList: true, subtree: true, characterData: true });
                (element as HTMLElement).click();
            }));
            duren.push(doekMs);
            tafels.push(tafelMs);
            vragen.push(await k.pagina.evaluate(() => {
                const vraag = performance.getEntriesByType("resource").filter((one) => one.name.endsWith("/v1/netwerk/buren/_zoek")).at(-1);
                return vraag?.duration ?? Number.NaN;
            }));
        }
        console.log(JSON.stringify({ onderdelen: SIGNALEN * (PER_SIGNAAL + 1), beeldenPerSeconde: midden(beelden), alleBeelden: beelden, vijftigErbijMs: midden(duren), alleDuren: duren, inDeTafelsMs: midden(tafels), daarvanVragenMs: midden(vragen), alleVragen: vragen }));
    } finally {
        await browser.close();
    }
}

const map = nieuweGegevens();
const [een, twee, ander] = ["analist", "analist.drie", "analist.twee"].map((naam) => maakGebruiker(map, "damstede", naam, "Ingrid Zwanenburg", "informatieanalist")) as [Account, Account, Account];
const server = await Server.start(map);
try {
    const klant = await Klant.meldAan(server.url, ander);
    if (process.argv[2] !== "groot") await klein(klant, een);
    await groot(klant, twee);
} finally {
    await server.stop();
    ruimOp(map);
}

// SPDX-License-Identifier: EUPL-1.2
// The chart in a real browser without a GPU: frames a second while 300 objects are dragged, and how long it takes to expand by 50. Prints one line of JSON; asserts only
// that what was measured was there. Runs the program of bouw/release, or DAMWAND_PROGRAMMA:
//   node --disable-warning=ExperimentalWarning bench/netwerk_doek.ts
import assert from "node:assert/strict";
import { startBrowser } from "../tests/reizen/steun/browser.ts";
import { Kantoor } from "../tests/reizen/steun/kantoor.ts";
import { Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "../tests/reizen/steun/server.ts";

const SIGNALEN = 6;
const PER_SIGNAAL = 49; // with the signalen themselves: 300 objects
const BEURTEN = 5;

const map = nieuweGegevens();
const account = maakGebruiker(map, "damstede", "analist", "Ingrid Zwanenburg", "informatieanalist");
const ander = maakGebruiker(map, "damstede", "analist.twee", "Marit Oudewater", "informatieanalist");
const server = await Server.start(map);
const browser = await startBrowser("nl");
try {
    const klant = await Klant.meldAan(server.url, ander);
    const maak = async (titel: string, aantal: number) =>
        (await klant.eis(201, "POST", "/v1/signalen", { titel, omschrijving: "x", bron: "meldpunt",
            vermeldingen: Array.from({ length: aantal }, (_, i) => ({ soort: "voertuig", tekst: `${titel} ${i}`, sleutel: `${titel.slice(-2)}-${String(i).padStart(3, "0")}-B` })) })).lijf;
    const knopen: { soort: string; id: string; x: number; y: number; vast: boolean }[] = [];
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

    const k = await Kantoor.open(browser, server.url, "nl");
    await k.meldAan(account);
    await k.kop(k.w("nav.mijnwerk"));
    await k.pagina.goto(`${server.url}/netwerk?weergave=${weergave}`);
    await k.kop(k.w("nav.netwerk"));
    await k.pagina.waitForTimeout(3000);
    await k.pagina.getByRole("region", { name: `${SIGNALEN * (PER_SIGNAAL + 1)} onderdelen` }).waitFor();
    const doek = k.pagina.getByRole("application");
    const vak = await doek.boundingBox();
    assert.ok(vak);
    // frames while the ground is dragged: from a corner, where nothing stands
    const beelden: number[] = [];
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
        beelden.push(await telt);
        await k.pagina.mouse.up();
    }
    // from the press to the second frame after the chart has all of it, and after the tables do
    const duren: number[] = [];
    const tafels: number[] = [];
    const vragen: number[] = []; // of that: asking the server, as the browser has it
    for (let beurt = 0; beurt < BEURTEN; beurt++) {
        await k.pagina.goto(`${server.url}/netwerk?van=signaal&id=${vijftig.id}`);
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
    const midden = (rij: number[]) => [...rij].sort((a, b) => a - b)[Math.floor(rij.length / 2)];
    console.log(JSON.stringify({ onderdelen: SIGNALEN * (PER_SIGNAAL + 1), beeldenPerSeconde: midden(beelden), alleBeelden: beelden, vijftigErbijMs: midden(duren), alleDuren: duren, inDeTafelsMs: midden(tafels), daarvanVragenMs: midden(vragen), alleVragen: vragen }));
} finally {
    await browser.close();
    await server.stop();
    ruimOp(map);
}

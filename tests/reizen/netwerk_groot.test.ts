// SPDX-License-Identifier: EUPL-1.2
// A network of more than the chart draws: six hundred objects in the tables, four hundred on the chart and the rest in counted
// groups. A group opens, what is chosen in a table is drawn, all of it can be drawn; presented, on paper and kept.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";

let server: Server;
let map: string;
const accounts = new Map<string, Account>();

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"]) {
        accounts.set(taal, maakGebruiker(map, "damstede", `analist.${taal}`, "Ingrid Zwanenburg", "informatieanalist"));
        accounts.set(`${taal}-2`, maakGebruiker(map, "damstede", `invoer.${taal}`, "Joris Kadewerk", "informatieanalist"));
    }
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

const SIGNALEN = 12;
const PER = 50;

for (const taal of ["nl", "en"] as const) {
    test(`zeshonderd onderdelen, waarvan vierhonderd getekend (${taal})`, { timeout: 300_000 }, async () => {
        const invoer = await Klant.meldAan(server.url, accounts.get(`${taal}-2`) as Account);
        const letter = taal === "nl" ? "N" : "E";
        // each names fifty vehicles, the last of which the next one names too
        const plaat = (n: number) => `${letter}${String(Math.floor(n / 100) % 10)}-${String(n % 100).padStart(2, "0")}${n % 10}-B`;
        const knopen = new Map<string, { soort: string; id: string; x: number; y: number; vast: boolean }>();
        const gedeeld: string[] = [];
        let eerste = "";
        for (let s = 0; s < SIGNALEN; s++) {
            const vermeldingen = Array.from({ length: PER }, (_, i) => ({ soort: "voertuig", tekst: `Bus ${s}-${i}`, sleutel: plaat((s * (PER - 1) + i) % (SIGNALEN * (PER - 1))) }));
            const signaal = (await invoer.eis(201, "POST", "/v1/signalen", { titel: `Vloot ${letter}${s}`, omschrijving: "x", bron: "meldpunt", vermeldingen })).lijf;
            eerste ||= signaal.id;
            const midden = { x: (s % 4) * 950, y: Math.floor(s / 4) * 950 };
            knopen.set(signaal.id, { soort: "signaal", id: signaal.id, ...midden, vast: false });
            // the second straight to the right: a group stands where the first of its own does
            signaal.vermeldingen.forEach((v: { id: string; entiteit: string | null; tekst: string }) => {
                const i = Number(v.tekst.split("-")[1]);
                const hoek = (2 * Math.PI * (i - 1)) / PER;
                const id = v.entiteit ?? v.id;
                if (i === 0 || i === PER - 1) gedeeld.push(id);
                if (!knopen.has(id)) knopen.set(id, { soort: "voertuig", id, x: Math.round(midden.x + 380 * Math.cos(hoek)), y: Math.round(midden.y + 380 * Math.sin(hoek)), vast: false });
            });
        }
        // what two of them name comes last
        for (const id of gedeeld) {
            const one = knopen.get(id);
            if (one && knopen.delete(id)) knopen.set(id, one);
        }
        const alle = knopen.size;
        assert.equal(alle, SIGNALEN + SIGNALEN * (PER - 1));
        const weergave = (await invoer.eis(201, "POST", "/v1/netwerk/weergaven", { dossier: { soort: "signaal", id: eerste }, naam: "De vloot", knopen: [...knopen.values()] })).lijf.id;

        const browser = await startBrowser(taal);
        const k = await Kantoor.open(browser, server.url, taal);
        try {
            await k.meldAan(accounts.get(taal) as Account);
            await k.kop(k.w("nav.mijnwerk"));
            await k.pagina.goto(`${server.url}/netwerk?weergave=${weergave}`);
            await k.kop(k.w("nav.netwerk"));
            // the tables have all of them; the chart says how many it shows
            const onderdelen = k.pagina.getByRole("region", { name: new RegExp(`^${alle} (onderdelen|items)$`) });
            await onderdelen.waitFor();
            const stand = (getekend: number) => k.pagina.getByText(new RegExp(`(toont|shows) ${getekend} (van|of) ${alle} `));
            const beeld = k.pagina.getByText(new RegExp(`(toont|shows) \\d+ (van|of) ${alle} `));
            const hoeveel = async () => Number(/ (\d+) (?:van|of) /.exec(await beeld.innerText())?.[1]);
            await beeld.waitFor();
            const voor = await hoeveel();
            assert.ok(voor > 360 && voor <= 400, String(voor));
            await k.pagina.waitForTimeout(1000);
            await k.bekijk("een groot netwerk", "netwerk-groot");

            // two hundred rows more at a time
            const meer = onderdelen.getByRole("button", { name: k.w("netwerk.rijen.meer", { aantal: 200, alle }) });
            await meer.click();
            await onderdelen.getByRole("checkbox").nth(224).waitFor();
            assert.equal(await onderdelen.getByRole("checkbox").count(), 225);
            await onderdelen.getByRole("button", { name: /^(Nog|Show) \d+/ }).click();
            await onderdelen.getByRole("checkbox").nth(424).waitFor();

            // found by name in the table, chosen, and so drawn: one more than before
            const zoek = onderdelen.getByRole("searchbox", { name: k.w("netwerk.onderdelen.zoek") });
            const inGroep = onderdelen.getByRole("row").filter({ hasText: k.w("netwerk.vouw.ingroep") });
            const wie = /Bus \d+-\d+/.exec(await inGroep.last().innerText())?.[0] ?? "";
            await onderdelen.getByRole("button", { name: k.w("netwerk.rijen.eerste", { aantal: 25 }) }).click();
            await zoek.fill(wie);
            await onderdelen.getByRole("row").filter({ hasText: "Vloot" }).first().waitFor({ state: "detached" });
            const kies = onderdelen.getByRole("checkbox", { name: k.w("netwerk.kies", { naam: wie }), exact: true });
            await kies.check();
            await stand(voor + 1).waitFor();
            await onderdelen.getByRole("row").filter({ hasText: wie }).filter({ hasText: k.w("netwerk.vouw.ingroep") }).first().waitFor({ state: "detached" });
            await kies.uncheck();
            await stand(voor).waitFor();
            await zoek.fill("bestaat niet");
            await k.pagina.getByText(k.w("netwerk.onderdelen.geen")).waitFor();
            await zoek.fill("");

            // an arrow leads from a dossier to the group that hangs on it; it says what is in it
            const doek = k.pagina.getByRole("application");
            let vloot = -1;
            for (let i = 0; i < SIGNALEN && vloot < 0; i++) {
                await zoek.fill(`Bus ${i}-1`);
                const rij = onderdelen.getByRole("row").filter({ has: k.pagina.getByRole("checkbox", { name: k.w("netwerk.kies", { naam: `Bus ${i}-1` }), exact: true }) });
                await rij.waitFor();
                if ((await rij.innerText()).includes(k.w("netwerk.vouw.ingroep"))) vloot = i;
            }
            assert.ok(vloot >= 0, "some are folded");
            const open = onderdelen.getByRole("button", { name: k.w("netwerk.vouw.openen.van", { naam: `Bus ${vloot}-1` }), exact: true });
            await open.waitFor();
            await zoek.fill(`Vloot ${letter}${vloot}`);
            await onderdelen.getByRole("checkbox", { name: k.w("netwerk.kies", { naam: `Vloot ${letter}${vloot}` }), exact: true }).check();
            await doek.focus();
            await k.toets("ArrowRight");
            await k.knop("netwerk.vouw.openen").first().waitFor();
            await k.pagina.getByText(/^(Voertuig|Vehicle) × \d+$/).first().waitFor();
            await zoek.fill("");
            await k.bekijk("een gevouwen groep gekozen");
            await doek.focus();
            await k.toets("e");
            const geopend = k.pagina.getByRole("status").filter({ hasText: /^\d+ (van|of) \d+ (getekend|drawn)/ }).first();
            await geopend.waitFor();
            assert.ok((await hoeveel()) <= 400);
            await k.knop("netwerk.terug").click();
            await stand(voor).waitFor();
            // the same from the table
            await zoek.fill(`Bus ${vloot}-1`);
            await open.click();
            await open.waitFor({ state: "detached" });
            await zoek.fill("");
            await k.knop("netwerk.terug").click();
            await stand(voor).waitFor();

            // all of them, and back again
            await k.pagina.getByRole("button", { name: k.w("netwerk.vouw.teken", { aantal: alle }) }).click();
            await k.pagina.getByText(k.w("netwerk.vouw.alle", { aantal: alle })).waitFor();
            await k.pagina.waitForTimeout(500);
            await k.bekijk("alles getekend");
            await k.pagina.getByRole("button", { name: k.w("netwerk.vouw.minder", { aantal: 400 }) }).click();
            await stand(voor).waitFor();

            // before an audience, and on paper: the same groups
            await k.knop("netwerk.tonen").click();
            const groot = k.pagina.getByRole("dialog", { name: k.w("netwerk.tonen") });
            await groot.getByText(k.w("netwerk.vouw.nog", { aantal: alle - 20 })).waitFor();
            await k.toets("Escape");
            await groot.waitFor({ state: "detached" });
            await k.knop("netwerk.blad").click();
            await k.venster.getByRole("textbox").fill("Overleg");
            await k.knop("netwerk.blad.maak", k.venster).click();
            await k.venster.getByRole("heading", { name: k.w("netwerk.blad.groepen") }).waitFor();
            const komt = k.pagina.waitForEvent("download");
            await k.venster.getByRole("button", { name: "SVG" }).click();
            const svg = readFileSync(await (await komt).path(), "utf8");
            assert.match(svg, /(Voertuig|Vehicle) × \d+/);
            assert.equal(svg.match(/<circle /g)?.length ?? 0, voor + (svg.match(/(Voertuig|Vehicle) × \d+/g)?.length ?? 0));
            assert.ok((await k.venster.getByRole("row").count()) > SIGNALEN * (PER - 1), "every tie has its source on the sheet");
            await k.venster.getByRole("button", { name: k.w("basis.sluiten") }).click();

            // kept as it is: all of them
            await k.knop("netwerk.bewaren").click();
            await k.venster.getByRole("textbox").first().fill("Alles");
            await k.knop("netwerk.bewaren.doe", k.venster).click();
            await k.pagina.getByRole("link", { name: "Alles", exact: true }).first().click();
            await k.pagina.waitForURL((url) => url.search.includes("weergave=") && !url.search.includes(weergave));
            await onderdelen.waitFor();
            assert.equal(await hoeveel(), voor);
            assert.deepEqual(k.gebreken, []);
        } catch (fout) {
            await k.noodbeeld(`netwerk-groot-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}

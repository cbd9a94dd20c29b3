// SPDX-License-Identifier: EUPL-1.2
// Somebody looks at a neighbourhood on the map, now and years ago, sorts what is in it, takes the list along, draws an area
// of his own, and makes a signaal of one address. The keyboard gets the same. In Dutch and English, wide and narrow.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { Tegeldienst } from "./steun/tegeldienst.ts";
import { type Account, Klant, maakGebruiker, nieuweGegevens, opdracht, ruimOp, Server } from "./steun/server.ts";

let server: Server;
let dienst: Tegeldienst;
const kaartbron = "Kaart: Proefkadaster, CC BY 4.0";
let map: string;
const accounts = new Map<string, Account>();
const peildatum = "2026-11-08";

before(async () => {
    map = nieuweGegevens();
    const uit = join(map, "leveringen");
    const levering = opdracht("bag", "maak", "--adressen", "1500", "--uit", uit).trim();
    opdracht("--map", map, "bag", "laad", levering);
    opdracht("gebied", "maak", "--adressen", "1500", "--uit", uit);
    for (const soort of ["gemeente", "wijk", "buurt"]) opdracht("--map", map, "gebied", "laad", join(uit, `${soort}.geojson`), "--soort", soort, "--jaar", "2024");
    for (const taal of ["nl", "en"]) accounts.set(taal, maakGebruiker(map, "damstede", `analist.${taal}`, "Ingrid Zwanenburg", "informatieanalist"));
    dienst = await Tegeldienst.start(kaartbron);
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    dienst?.stop();
    if (map) ruimOp(map);
});

for (const taal of ["nl", "en"] as const) {
    test(`de kaart, van buurt tot signaal (${taal})`, { timeout: 300_000 }, async () => {
        const account = accounts.get(taal) as Account;
        const klant = await Klant.meldAan(server.url, account, -1);
        const waar = { gebied: { soort: "buurt", code: "BU90010105" } };
        const vraag = (dag: string, wat = "objecten") => klant.eis(200, "POST", "/v1/kaart/selectie/_toon", { waar, wat, peildatum: dag });
        const nu = (await vraag(peildatum)).lijf;
        const toen = (await vraag("2012-12-31")).lijf;
        assert.ok(nu.aantal > 50 && toen.aantal < nu.aantal, `${toen.aantal} then, ${nu.aantal} now`);

        const browser = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, []);
        const k = await Kantoor.open(browser, server.url, taal, bewaking);
        const tegels: string[] = [];
        k.pagina.on("response", (antwoord) => {
            if (antwoord.url().includes("/kaart/tegels/")) tegels.push(`${antwoord.status()} ${new URL(antwoord.url()).pathname}`);
        });
        const lijst = k.pagina.getByRole("region", { name: "Centrum", exact: true });
        const inWoorden = (aantal: number) => new RegExp(`^${new Intl.NumberFormat(taal === "nl" ? "nl-NL" : "en-GB").format(aantal).replace(".", "\\.")} `);
        const bewaard = async (knop: () => Promise<void>) => {
            const komt = k.pagina.waitForEvent("download");
            await knop();
            return readFileSync(await (await komt).path(), "utf8");
        };
        try {
            await k.meldAan(account);
            await k.volg(k.w("nav.kaart"));
            await k.pagina.goto(`${server.url}/kaart?peil=${peildatum}`);
            await k.kop(k.w("nav.kaart"));
            // the table of counts is the map in words
            await k.pagina.getByRole("button", { name: "Centrum", exact: true }).click();
            await lijst.getByRole("status").filter({ hasText: inWoorden(nu.aantal) }).waitFor();
            assert.match(k.pagina.url(), /code=BU90010105/);
            assert.ok(tegels.length > 2 && tegels.every((one) => one.startsWith("200 ")), tegels.join("\n"));
            assert.ok(tegels.some((one) => one.includes("/panden/")) && tegels.some((one) => one.includes("/buurt/")));
            await k.bekijk("de kaart met een buurt", "kaart");

            // a map of somebody else under it, that the server fetched: whose it is stands there
            const bron = k.pagina.locator("#kaart-toetsen");
            assert.ok(!(await bron.innerText()).includes(kaartbron));
            const gekomen = k.pagina.waitForResponse((one) => one.status() === 200 && /\/v1\/kaart\/achtergrond\/\d+\/\d+\/\d+$/.test(one.url()));
            await k.pagina.getByLabel(k.w("kaart.ondergrond.achtergrond"), { exact: true }).check();
            assert.equal((await gekomen).headers()["content-type"], "image/png");
            await bron.filter({ hasText: kaartbron }).waitFor();
            await k.bekijk("de achtergrondkaart", "kaart-achtergrond");
            for (const { headers } of dienst.gevraagd) assert.deepEqual(Object.keys(headers).sort(), ["accept", "host"]);
            // when it does not come our own map stays, and a sentence says so
            const zin = k.pagina.getByText(k.w("kaart.ondergrond.weg"), { exact: true });
            assert.equal(await zin.count(), 0);
            const achtergrond = "**/v1/kaart/achtergrond/**";
            await k.pagina.route(achtergrond, (weg) => weg.fulfill({ status: 503, contentType: "application/problem+json", body: "{}" }));
            await k.pagina.getByRole("button", { name: k.w("kaart.uitzoomen"), exact: true }).click();
            await zin.waitFor();
            await k.bekijk("de achtergrondkaart is weg");
            await k.pagina.unroute(achtergrond);
            await k.pagina.getByLabel(k.w("kaart.ondergrond.eigen"), { exact: true }).check();
            await zin.waitFor({ state: "detached" });
            // the browser writes those 503s as errors
            bewaking.klachten.splice(0, Infinity, ...bewaking.klachten.filter((one) => !/status of 503/.test(one)));
            await k.pagina.getByRole("button", { name: k.w("kaart.inzoomen"), exact: true }).click();

            // as it was
            await k.veld("kaart.peildatum").fill(taal === "nl" ? "31-12-2012" : "31/12/2012");
            await lijst.getByRole("status").filter({ hasText: inWoorden(toen.aantal) }).waitFor();
            await k.veld("kaart.peildatum").fill(taal === "nl" ? "08-11-2026" : "08/11/2026");
            await lijst.getByRole("status").filter({ hasText: inWoorden(nu.aantal) }).waitFor();

            // sorted by the server over all of it
            await lijst.getByRole("button", { name: k.w("register.oppervlakte"), exact: true }).click();
            await lijst.getByRole("button", { name: k.w("register.oppervlakte"), exact: true }).click();
            await lijst.locator('th[aria-sort="descending"]').waitFor();
            const csv = await bewaard(() => lijst.getByRole("button", { name: "CSV" }).click());
            assert.equal(csv.trim().split("\n").length, nu.aantal + 1);
            const xlsx = await bewaard(() => lijst.getByRole("button", { name: "XLSX" }).click());
            assert.ok(xlsx.startsWith("PK"));
            const geo = JSON.parse(await bewaard(() => lijst.getByRole("button", { name: "GeoJSON" }).click()));
            assert.equal(geo.features.length, nu.aantal);

            // drawn with the pointer: a triangle in the picture
            await k.knop("kaart.wis").click();
            await k.knop("kaart.teken").click();
            const doek = k.pagina.getByRole("application", { name: k.w("kaart.doek") });
            await doek.scrollIntoViewIfNeeded();
            await k.rust();
            const vak = await doek.boundingBox();
            assert.ok(vak);
            for (const [x, y] of [[0.2, 0.2], [0.8, 0.25]] as const) await k.pagina.mouse.click(vak.x + vak.width * x, vak.y + vak.height * y);
            await k.pagina.mouse.dblclick(vak.x + vak.width * 0.5, vak.y + vak.height * 0.85);
            const getekend = k.pagina.getByRole("region", { name: k.w("kaart.getekend"), exact: true });
            await getekend.getByRole("row").nth(1).waitFor();
            await k.knop("kaart.teken.gat").waitFor();
            await k.gemeld("kaart.teken.klaar"); // how to draw is no longer said

            // kept under a name, found again, and everything in it as a list to work through
            await k.knop("kaart.eigen.bewaren").click();
            await k.veld("kaart.eigen.naam").fill(`Kade (${taal})`);
            await k.bekijk("een getekend gebied bewaren");
            await k.knop("kaart.eigen.bewaar").click();
            const kade = k.pagina.getByRole("region", { name: `Kade (${taal})`, exact: true });
            await kade.getByRole("row").nth(1).waitFor();
            await k.knop("kaart.wis").click();
            await k.keuze("kaart.eigen").selectOption({ label: `Kade (${taal})` });
            await kade.getByLabel(k.w("kaart.wat.panden"), { exact: true }).check();
            await kade.getByRole("row").nth(1).waitFor();
            await kade.getByRole("button", { name: k.w("werklijst.maken"), exact: true }).click();
            await k.bekijk("te veel voor een werklijst");
            await k.knop("basis.sluiten").last().click();
            await kade.getByLabel(k.w("kaart.gebruik"), { exact: false }).first().selectOption("winkel");
            await k.pagina.waitForURL(/gebruik=winkel/);
            await k.rust();
            await kade.getByRole("button", { name: k.w("werklijst.maken"), exact: true }).click();
            await k.veld("werklijst.aanleiding").fill("Leegstand langs de kade");
            await k.bekijk("een werklijst maken");
            await k.knop("werklijst.maak").click();
            await k.kop(`Kade (${taal})`);
            const regels = k.pagina.getByRole("region", { name: k.w("werklijst.plekken"), exact: true }).getByRole("listitem");
            await regels.nth(1).waitFor();
            const alle = await regels.count();
            await regels.first().getByLabel(k.w("werklijst.stand"), { exact: true }).selectOption("nakijken");
            await regels.first().getByText("Ingrid Zwanenburg", { exact: false }).waitFor();
            await regels.first().getByLabel(k.w("werklijst.bevinding"), { exact: true }).fill("Ramen dicht, post op de mat.");
            const opslaan = regels.first().getByRole("button", { name: new RegExp(`^${k.w("basis.opslaan")}`) });
            await opslaan.click();
            await opslaan.waitFor({ state: "detached" });
            await k.bekijk("een werklijst", "werklijst");
            await k.pagina.getByLabel(k.w("werklijst.alleen"), { exact: true }).check();
            await k.pagina.waitForFunction((aantal) => document.querySelectorAll(".dw-werkregel").length === aantal, alle - 1);
            await k.pagina.reload();
            await regels.first().waitFor();
            assert.equal(await regels.first().getByLabel(k.w("werklijst.bevinding"), { exact: true }).inputValue(), "Ramen dicht, post op de mat.");
            await k.pagina.getByRole("link", { name: k.w("werklijst.kop"), exact: true }).click();
            await k.kop(k.w("werklijst.kop"));
            await k.bekijk("de werklijsten");
            await k.volg(k.w("nav.kaart"));
            await k.pagina.goto(`${server.url}/kaart?peil=${peildatum}`);
            await k.kop(k.w("nav.kaart"));

            // by keyboard: the cross in the middle, close by, is a building
            await k.keuze("kaart.gebied").selectOption("BU90010105");
            await lijst.getByRole("button", { name: new RegExp(`^${k.w("kaart.toon")}`) }).first().press("Enter");
            await k.pagina.waitForTimeout(500);
            await k.rust();
            await doek.focus();
            await k.pagina.keyboard.press("Enter");
            const pand = k.pagina.getByRole("region", { name: k.w("kaart.ditpand"), exact: true });
            await pand.getByRole("row").nth(1).waitFor();
            await pand.getByRole("button", { name: new RegExp(`^${k.w("kaart.register")}`) }).first().click();
            await pand.getByText(k.w("register.status"), { exact: true }).first().waitFor();
            await k.bekijk("een pand op de kaart", "kaart-pand");

            // the building has a page of its own, with the map around it
            await pand.getByRole("link", { name: k.w("register.pand.naar"), exact: true }).first().click();
            await k.pagina.waitForURL(/\/panden\/\d{16}$/);
            const pandpad = k.pagina.url();
            const adressen = k.pagina.getByRole("region", { name: k.w("kaart.pand.adressen"), exact: true });
            const dossiers = k.pagina.getByRole("region", { name: k.w("kaart.pand.dossiers"), exact: true });
            const titel = `Gezien op de kaart (${taal})`;
            assert.equal(await dossiers.getByRole("link", { name: titel, exact: true }).count(), 0);
            await k.pagina.getByRole("application", { name: k.w("kaart.doek") }).waitFor();

            // and a signaal of an address in it
            const rij = adressen.getByRole("row").nth(1);
            const adres = (await rij.getByRole("rowheader").innerText()).split("\n")[0] as string;
            await rij.getByRole("button", { name: new RegExp(`^${k.w("kaart.signaal")} `) }).click();
            await k.kop(k.w("signaal.nieuw"));
            await k.pagina.waitForFunction((tekst) => Array.from(document.querySelectorAll("input")).some((veld) => veld.value === tekst), adres);
            assert.equal(k.pagina.url().includes("?"), false);
            await k.veld("signaal.titel").fill(titel);
            await k.keuze("signaal.bron").selectOption("toezicht");
            await k.slaSignaalOp(titel);

            // a register of the municipality says something of the same address
            const hier = (await klant.eis(200, "GET", `/v1/panden/${pandpad.slice(-16)}`)).lijf.objecten[0].adressen[0].nummeraanduiding;
            const tabel = join(map, "transacties.csv");
            const kop = "Deel en nummer;Soort recht;Datum akte;Koopsom;Kadastrale aanduiding;Koper;KVK koper;Koper (persoon);Verkoper;Nummeraanduiding;Postcode;Huisnummer;Toevoeging";
            writeFileSync(tabel, `${kop}\n80011/12;Eigendom;12-03-2018;415000;DMS01 A 1201;Vastgoed Rietgors B.V.;90001362;;Mw. T. Waterlelie;${hier};;;\n`);
            opdracht("--map", map, "register", "laad", "--mapping", join(import.meta.dirname, "../../mappings/vastgoedtransacties.json"), "--organisatie", "damstede", tabel);
            await k.pagina.goto(pandpad);
            const registers = k.pagina.getByRole("region", { name: k.w("register.eigen"), exact: true });
            await registers.getByText("Mw. T. Waterlelie", { exact: true }).waitFor();
            await dossiers.getByRole("link", { name: titel, exact: true }).waitFor();
            await k.rust();
            await k.bekijk("de pagina van een pand", "pand");
            await k.volg(k.w("nav.kaart"));
            await k.pagina.getByLabel(k.w("kaart.laag.signalen"), { exact: true }).check();
            await k.pagina.getByRole("region", { name: k.w("nav.signalen"), exact: true }).getByRole("link", { name: titel }).first().waitFor();
            await k.pagina.getByLabel(k.w("kaart.laag.casussen"), { exact: true }).check();
            await k.pagina.getByRole("region", { name: k.w("nav.casussen"), exact: true }).getByText(taal === "nl" ? "Geen casus met een adres." : "No case with an address.", { exact: true }).waitFor();
            await k.pagina.getByLabel(k.w("kaart.laag.vestigingen"), { exact: true }).check();
            await k.pagina.getByRole("list", { name: k.w("kaart.legenda.branches") }).waitFor();
            await k.bekijk("signalen op de kaart", "kaart-signalen");
            assert.deepEqual(k.gebreken, []);
            bewaking.stil();
        } catch (fout) {
            await k.noodbeeld(`kaart-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}

// SPDX-License-Identifier: EUPL-1.2
// From a signaal to what hangs together: expanding a step at a time, the path to another signaal with its sources, a view that
// is kept, a sheet that is printed. What a colleague records shows in the open chart; what one may no longer see goes from it.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, gezien, Klant, maakGebruiker, nieuweGegevens, opdracht, ruimOp, Server, sql } from "./steun/server.ts";

let server: Server;
let map: string;
const accounts = new Map<string, Account>();

before(async () => {
    map = nieuweGegevens();
    const levering = opdracht("bag", "maak", "--adressen", "300", "--uit", join(map, "leveringen")).trim();
    opdracht("--map", map, "bag", "laad", levering);
    for (const taal of ["nl", "en"]) {
        accounts.set(taal, maakGebruiker(map, "damstede", `analist.${taal}`, "Ingrid Zwanenburg", "informatieanalist"));
        accounts.set(`${taal}-2`, maakGebruiker(map, "damstede", `coordinator.${taal}`, "Marit Oudewater", "coordinator"));
    }
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

const kenteken = { nl: "ZX-811-P", en: "ZX-812-P" };
const titels = {
    nl: ["Busjes bij de loods", "Handel bij het station", "Leegstaande winkel", "Vierde signaal"],
    en: ["Vans near the warehouse", "Dealing at the station", "Empty shop", "Fourth signal"],
};
const nummer = { nl: "06-98765431", en: "06-98765432" };

for (const taal of ["nl", "en"] as const) {
    test(`van een signaal naar een weg op papier (${taal})`, { timeout: 300_000 }, async () => {
        const account = accounts.get(taal) as Account;
        const collega = await Klant.meldAan(server.url, accounts.get(`${taal}-2`) as Account);
        const adres = sql(map, "beheer", "select lpad(nummeraanduiding::text, 16, '0') from register.adres where actief and objectsoort = 1 order by 1 limit 1")[0];
        assert.ok(adres, "no address");
        const maak = async (titel: string, vermeldingen: object[], meer: object = {}) =>
            (await collega.eis(201, "POST", "/v1/signalen", { titel, omschrijving: "x", bron: "meldpunt", vermeldingen, ...meer })).lijf;
        const voertuig = { soort: "voertuig", tekst: "witte bestelbus", sleutel: kenteken[taal], bronBetrouwbaarheid: "B" };
        const telefoon = { soort: "telefoon", tekst: "prepaid toestel", sleutel: nummer[taal], peildatum: "2024-03-01" };
        const een = await maak(titels[taal][0] as string, [voertuig, { soort: "persoon", tekst: "Wolfert Zuiderzee", rol: "bestuurder" }],
            { adres: { nummeraanduiding: adres } });
        await maak(titels[taal][1] as string, [voertuig, telefoon]);
        const laatste = await maak(titels[taal][2] as string, [telefoon, { soort: "persoon", tekst: "Agatha Bruinvis" }]);

        const browser = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, ["Wolfert Zuiderzee", "Agatha Bruinvis"]);
        const k = await Kantoor.open(browser, server.url, taal, bewaking);
        const rij = (naam: string | RegExp) => k.pagina.getByRole("row").filter({ hasText: naam }).first();
        const doek = k.pagina.getByRole("application", { name: k.w("netwerk.doek") });
        const onderdelen = k.pagina.getByRole("region", { name: /\d+ (onderdelen|onderdeel|items?)$/ });
        const kies = (naam: string) => k.pagina.getByRole("checkbox", { name: k.w("netwerk.kies", { naam }), exact: true });
        try {
            await k.meldAan(account);
            await k.kop(k.w("nav.mijnwerk"));
            await k.pagina.goto(`${server.url}/signalen/${een.id}`);
            await k.kop(een.titel);
            await k.pagina.getByRole("link", { name: k.w("basis.netwerk"), exact: true }).first().click();
            await k.kop(k.w("nav.netwerk"));
            await rij(een.titel).waitFor();
            assert.match(k.pagina.url(), new RegExp(`van=signaal&id=${een.id}$`));
            await k.pagina.waitForTimeout(300);

            // a step: what the signaal names and where it is
            await rij(een.titel).getByRole("button", { name: new RegExp(een.titel) }).first().click();
            await rij("Wolfert Zuiderzee").waitFor();
            await k.pagina.waitForTimeout(1500);
            await k.bekijk("netwerk na een stap", "netwerk");
            const voor = await onderdelen.getByRole("checkbox").count();

            // another signaal, from the search, and the way there
            await k.keuze("netwerk.erbij").fill(laatste.titel);
            await k.pagina.getByRole("option", { name: new RegExp(laatste.titel) }).first().click();
            await kies(laatste.titel).check();
            await kies(een.titel).check();
            await k.knop("netwerk.pad").click();
            await k.pagina.getByRole("status").filter({ hasText: "4" }).first().waitFor();
            await rij("prepaid toestel").waitFor();
            assert.equal(await onderdelen.getByRole("checkbox").count(), voor + 3);
            await k.pagina.waitForTimeout(1500);
            const verbanden = k.pagina.getByRole("table", { name: k.w("netwerk.verbanden.uitleg") });
            await verbanden.getByRole("row").filter({ hasText: "prepaid toestel" }).first().getByRole("button").click();
            await verbanden.getByRole("listitem").first().waitFor();
            assert.match(await verbanden.getByRole("listitem").first().innerText(), /F6/);
            await k.bekijk("een weg met zijn bronnen", "netwerk-weg");

            // the keyboard walks, pins, hides and takes back
            await doek.focus();
            await k.toets("Escape");
            await k.toets("ArrowRight");
            await k.pagina.getByRole("status").filter({ hasText: k.w("netwerk.stand.gekozen").includes("gekozen") ? "gekozen" : "chosen" }).first().waitFor();
            await k.toets("p");
            await k.pagina.getByText(`· ${k.w("netwerk.vast")}`).first().waitFor();
            await k.toets("h");
            await k.pagina.getByRole("button", { name: k.w("netwerk.alles", { aantal: 1 }) }).waitFor();
            await doek.focus();
            await k.toets("u");
            assert.equal(await onderdelen.getByRole("checkbox").count(), voor + 3);

            // only what is dated of that year, and back
            await k.pagina.getByRole("button", { name: /^2024/ }).click();
            await k.rust();
            assert.equal(await verbanden.getByRole("row").count(), 1 + 2);
            await k.knop("netwerk.filter.tijd.weg").click();
            await k.rust();

            // kept in the dossier
            await k.knop("netwerk.bewaren").click();
            await k.venster.getByRole("textbox").first().fill("Overleg 12");
            await k.bekijk("een weergave bewaren", "netwerk-bewaren");
            await k.knop("netwerk.bewaren.doe", k.venster).click();
            await k.pagina.getByRole("link", { name: "Overleg 12", exact: true }).first().waitFor();

            // on paper
            await k.knop("netwerk.blad").click();
            await k.venster.getByRole("textbox").fill("Overleg van het kernteam");
            await k.knop("netwerk.blad.maak", k.venster).click();
            await k.venster.getByRole("table").waitFor();
            await k.venster.getByRole("img").first().waitFor();
            const blad = await k.venster.innerText();
            for (const tekst of ["Wolfert Zuiderzee", "Ingrid Zwanenburg", "Overleg van het kernteam", een.kenmerk, "Gemeente Damstede"]) assert.ok(blad.includes(tekst), tekst);
            await k.bekijk("een blad om mee te nemen", "netwerk-blad");
            const komt = k.pagina.waitForEvent("download");
            await k.venster.getByRole("button", { name: "SVG" }).click();
            const svg = readFileSync(await (await komt).path(), "utf8");
            assert.ok(svg.includes("Wolfert") && svg.includes("Ingrid Zwanenburg"));
            const ook = k.pagina.waitForEvent("download");
            await k.venster.getByRole("button", { name: "PNG" }).click();
            assert.equal(readFileSync(await (await ook).path()).subarray(1, 4).toString(), "PNG");
            const pdf = await k.pagina.pdf({ format: "A4" });
            assert.ok(pdf.length > 10_000);
            await k.pagina.emulateMedia({ media: "print" });
            assert.equal(await k.pagina.getByRole("navigation").first().isVisible(), false);
            if (process.env.DAMWAND_KIJK) writeFileSync(join(process.env.DAMWAND_KIJK, `netwerk-papier-${taal}.png`), await k.pagina.screenshot({ fullPage: true }));
            await k.pagina.emulateMedia({ media: null });
            await k.venster.getByRole("button", { name: k.w("basis.sluiten") }).click();

            // a colleague records a signaal with the same van: it counts in the open chart
            const meer = onderdelen.getByRole("row").filter({ hasText: "witte bestelbus" }).getByRole("button", { name: /, 1 (meer|more)$/ });
            assert.equal(await meer.count(), 0);
            const nieuw = await maak(titels[taal][3] as string, [voertuig]);
            await meer.waitFor({ timeout: 5_000 });
            await meer.click();
            await rij(nieuw.titel).waitFor();
            // and goes again when he takes the van away
            await collega.eis(204, "DELETE", `/v1/signalen/${nieuw.id}/vermeldingen/${nieuw.vermeldingen[0].id}`, undefined, gezien(1));
            await verbanden.getByRole("row").filter({ hasText: nieuw.titel }).waitFor({ state: "detached", timeout: 5_000 });

            // what is destroyed goes from the open chart
            sql(map, "beheer", `set damwand.organisatie = '1'; set damwand.operatie = '${crypto.randomUUID()}'; set role vernietiger; select archief.wis('${laatste.id}')`);
            await rij(laatste.titel).waitFor({ state: "detached", timeout: 5_000 });

            // the view opens as it was kept, with what is still there
            await k.pagina.getByRole("link", { name: "Overleg 12", exact: true }).first().click();
            await rij("Agatha Bruinvis").waitFor({ state: "detached" });
            await rij("Wolfert Zuiderzee").waitFor();
            assert.match(k.pagina.url(), /weergave=/);
            assert.equal(await k.pagina.getByText(laatste.titel).count(), 0);
            assert.deepEqual(k.gebreken, []);
            bewaking.stil();
        } catch (fout) {
            await k.noodbeeld(`netwerk-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}

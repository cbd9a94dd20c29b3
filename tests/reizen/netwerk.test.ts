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
        accounts.set(`${taal}-3`, maakGebruiker(map, "damstede", `invoer.${taal}`, "Joris Kadewerk", "coordinator"));
        accounts.set(`${taal}-4`, maakGebruiker(map, "damstede", `veel.${taal}`, "Saskia Veenstra", "informatieanalist"));
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

/** A casus with this member that names this thing. */
async function maakCasus(klant: Klant, werknaam: string, lid: string, noemt: object): Promise<{ id: string; werknaam: string }> {
    const ik = (await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
    let signaal = (await klant.eis(201, "POST", "/v1/signalen", { titel: "Loods", omschrijving: "x", bron: "meldpunt", vermeldingen: [] })).lijf;
    const pad = `/v1/signalen/${signaal.id}`;
    signaal = (await klant.eis(200, "POST", `${pad}/overgangen`, { naar: "in_weging" }, gezien(signaal.versie))).lijf;
    for (const [nummer, uitkomst] of ["ja", "ja", "gecompliceerd"].entries())
        signaal = (await klant.eis(201, "POST", `${pad}/wegingen`, { stap: nummer + 1, antwoorden: [], uitkomst, motivering: "Zo." }, gezien(signaal.versie))).lijf;
    const casus = (await klant.eis(201, "POST", "/v1/casussen", { signalen: [signaal.id], werknaam, thema: "hennep", trekker: ik, leden: [lid] })).lijf;
    await klant.eis(201, "POST", `/v1/casussen/${casus.id}/vermeldingen`, noemt);
    return { id: casus.id, werknaam };
}

/** A signaal with more in it than the chart takes in without asking. */
const VEEL = 30;
for (const taal of ["nl", "en"] as const) {
    test(`een onderdeel met veel verbanden vraagt eerst hoeveel en wat (${taal})`, { timeout: 300_000 }, async () => {
        const collega = await Klant.meldAan(server.url, accounts.get(`${taal}-3`) as Account);
        const vermeldingen = Array.from({ length: VEEL }, (_, i) => ({ soort: i < 2 ? "bedrijf" : "voertuig", tekst: `${i < 2 ? "Zaak" : "Bus"} ${i}` }));
        const vol = (await collega.eis(201, "POST", "/v1/signalen", { titel: "Wagenpark", omschrijving: "x", bron: "meldpunt", vermeldingen })).lijf;
        const browser = await startBrowser(taal);
        const k = await Kantoor.open(browser, server.url, taal);
        const gevraagd: string[] = [];
        k.pagina.on("request", (vraag) => {
            if (vraag.url().endsWith("/v1/netwerk/buren/_zoek")) gevraagd.push(vraag.postData() ?? "");
        });
        try {
            await k.meldAan(accounts.get(`${taal}-4`) as Account);
            await k.kop(k.w("nav.mijnwerk"));
            await k.pagina.goto(`${server.url}/netwerk?van=signaal&id=${vol.id}`);
            await k.kop(k.w("nav.netwerk"));
            const onderdelen = k.pagina.getByRole("region", { name: /\d+ (onderdelen|onderdeel|items?)$/ });
            const meer = onderdelen.getByRole("button", { name: new RegExp(`, ${VEEL} (meer|more)$`) });
            await meer.click();
            // it says how many of each kind before anything of them was asked for
            await k.venster.getByText(k.w("netwerk.uitbreiden.uitleg", { aantal: VEEL })).waitFor();
            await k.venster.getByRole("checkbox", { name: /\(28\)$/ }).uncheck();
            await k.venster.getByRole("checkbox", { name: /\(2\)$/ }).waitFor();
            assert.deepEqual(gevraagd, []);
            assert.equal(await onderdelen.getByRole("checkbox").count(), 1);
            await k.knop("netwerk.uitbreiden.doe", k.venster).click();
            await k.pagina.getByRole("row").filter({ hasText: "Zaak 1" }).first().waitFor();
            assert.equal(await onderdelen.getByRole("checkbox").count(), 3);
            assert.equal(gevraagd.length, 1);
            // the others too: more than the table begins with, and a button for the rest of them and back
            await onderdelen.getByRole("button", { name: /, 28 (meer|more)$/ }).click();
            await k.knop("netwerk.uitbreiden.doe", k.venster).click();
            const rest = onderdelen.getByRole("button", { name: k.w("netwerk.onderdelen.alle", { aantal: VEEL + 1 }) });
            await rest.waitFor();
            assert.equal(await onderdelen.getByRole("checkbox").count(), 25);
            await k.bekijk("een tabel die met 25 rijen begint");
            await rest.click();
            assert.equal(await onderdelen.getByRole("checkbox").count(), VEEL + 1);
            await onderdelen.getByRole("button", { name: k.w("netwerk.rijen.eerste", { aantal: 25 }) }).click();
            await rest.waitFor();
            assert.equal(await onderdelen.getByRole("checkbox").count(), 25);
            assert.deepEqual(k.gebreken, []);
        } catch (fout) {
            await k.noodbeeld(`netwerk-veel-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}

for (const taal of ["nl", "en"] as const) {
    test(`van een signaal naar een weg op papier (${taal})`, { timeout: 300_000 }, async (proef) => {
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
        const tweede = await maak(titels[taal][1] as string, [voertuig, telefoon]);
        const laatste = await maak(titels[taal][2] as string, [telefoon, { soort: "persoon", tekst: "Agatha Bruinvis" }]);

        // what only the colleague knows, of the same van: nothing of it may reach this browser, in whatever answer
        const geheim = await maak(taal === "nl" ? "Besloten" : "Confidential", [voertuig, telefoon, { soort: "persoon", tekst: "Theodora Verborgen" }], { alleen: [] });
        const eigen = (tekst: string) => new Set(tekst.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []);
        const gedeeld = eigen(JSON.stringify([een, laatste]));
        const verborgen = [...eigen(JSON.stringify(geheim))].filter((id) => !gedeeld.has(id));
        assert.ok(verborgen.length >= 3, "the hidden signaal has ids of its own");

        const browser = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, ["Wolfert Zuiderzee", "Agatha Bruinvis"]);
        const k = await Kantoor.open(browser, server.url, taal, bewaking);
        const gekregen: { pad: string; lijf: string }[] = [];
        k.pagina.on("response", async (antwoord) => {
            const pad = new URL(antwoord.url()).pathname;
            if (!pad.startsWith("/v1/") || pad.startsWith("/v1/gebeurtenissen")) return;
            gekregen.push({ pad, lijf: await antwoord.text().catch(() => "") });
        });
        const rij = (naam: string | RegExp) => k.pagina.getByRole("row").filter({ hasText: naam }).first();
        const doek = k.pagina.getByRole("application", { name: k.w("netwerk.doek") });
        const onderdelen = k.pagina.getByRole("region", { name: /\d+ (onderdelen|onderdeel|items?)$/ });
        const kies = (naam: string) => k.pagina.getByRole("checkbox", { name: k.w("netwerk.kies", { naam }), exact: true });
        try {
            await k.meldAan(account);
            const ik = sql(map, "beheer", `select id from toegang.gebruiker where gebruikersnaam = '${account.gebruikersnaam}'`)[0];
            assert.ok(ik, "no user");
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

            // the same on the map: the signaal lights up at its address, and what is chosen on the map is chosen everywhere
            await kies(een.titel).check();
            await k.knop("netwerk.kaart.open").click();
            const kaart = k.pagina.getByRole("application", { name: k.w("kaart.doek") });
            await kaart.waitFor();
            await k.pagina.waitForTimeout(1500);
            await k.bekijk("het beeld op de kaart");
            const opAdres = onderdelen.getByRole("row").filter({ hasText: k.w("netwerk.soort.adres") }).getByRole("checkbox");
            assert.equal(await opAdres.isChecked(), false);
            await kaart.focus();
            await k.toets("Enter");
            await onderdelen.getByRole("row", { selected: true }).filter({ hasText: k.w("netwerk.soort.adres") }).waitFor();
            assert.equal(await opAdres.isChecked(), true);
            assert.equal(await kies(een.titel).isChecked(), false);
            await k.knop("netwerk.kaart.dicht").click();
            await kaart.waitFor({ state: "detached" });

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
            await onderdelen.getByRole("checkbox").nth(voor + 2).waitFor();
            assert.equal(await onderdelen.getByRole("checkbox").count(), voor + 3);

            // other ways: not past the van there is none; two at most are asked and there is one
            await kies(laatste.titel).check();
            await kies(een.titel).check();
            await k.knop("netwerk.paden").first().click();
            await k.knop("netwerk.paden.zoek", k.venster).click();
            await k.venster.getByText(/^(Eén weg gevonden|One path found)$/).waitFor();
            await k.bekijk("andere wegen", "netwerk-wegen");
            await k.venster.getByRole("combobox", { name: k.w("netwerk.paden.vermijd") }).selectOption({ label: `witte bestelbus (${taal === "nl" ? "Voertuig" : "Vehicle"})` });
            await k.knop("netwerk.paden.zoek", k.venster).click();
            await k.venster.getByRole("listitem").filter({ hasText: "prepaid" }).waitFor({ state: "detached" });
            assert.match(await k.venster.getByRole("status").innerText(), new RegExp(laatste.titel));
            await k.toets("Escape");
            await kies(laatste.titel).uncheck();
            await kies(een.titel).uncheck();

            // the other order, and back; then large, a step at a time
            await k.knop("netwerk.inlagen").click();
            await k.pagina.waitForTimeout(1000);
            await k.bekijk("in lagen");
            await k.knop("netwerk.terug").click();
            await k.knop("netwerk.tonen").click();
            const groot = k.pagina.getByRole("dialog", { name: k.w("netwerk.tonen") });
            await groot.getByText(k.w("netwerk.tonen.stap", { stap: 1, aantal: 4 })).waitFor();
            await k.toets("PageDown");
            await groot.getByText(k.w("netwerk.tonen.stap", { stap: 2, aantal: 4 })).waitFor();
            assert.match(await groot.getByRole("status").innerText(), /Wolfert Zuiderzee/);
            await k.toets("End");
            await k.pagina.waitForTimeout(500);
            await k.bekijk("groot getoond");
            await k.toets("Escape");
            await groot.waitFor({ state: "detached" });

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

            // another name
            await k.pagina.getByRole("button", { name: k.w("netwerk.weergave.hernoem", { naam: "Overleg 12" }) }).click();
            await k.venster.getByRole("textbox").fill("Overleg 13");
            await k.knop("netwerk.bewaren.doe", k.venster).click();
            await k.pagina.getByRole("link", { name: "Overleg 13", exact: true }).first().waitFor();

            // as a file for another program: no person in it
            await k.knop("netwerk.blad").click();
            await k.venster.getByRole("textbox").fill("Analyse");
            await k.venster.getByRole("radio", { name: "GraphML" }).check();
            await k.bekijk("een bestand voor een ander programma");
            const bestandKomt = k.pagina.waitForEvent("download");
            await k.knop("netwerk.blad.maak", k.venster).click();
            const graphml = readFileSync(await (await bestandKomt).path(), "utf8");
            assert.ok(graphml.includes("<graphml") && graphml.includes("persoon 1") && !graphml.includes("Wolfert"), graphml.slice(0, 300));

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
            const vastgelegd = Date.now();
            await meer.waitFor({ timeout: 5_000 });
            proef.diagnostic(`a tie of a colleague was in the open chart after ${Date.now() - vastgelegd} ms`);
            await meer.click();
            await rij(nieuw.titel).waitFor();
            // and goes again when he takes the van away
            await collega.eis(204, "DELETE", `/v1/signalen/${nieuw.id}/vermeldingen/${nieuw.vermeldingen[0].id}`, undefined, gezien(1));
            await verbanden.getByRole("row").filter({ hasText: nieuw.titel }).waitFor({ state: "detached", timeout: 5_000 });

            // a right that is withdrawn: a signaal shown to him alone, taken from him again
            const even = await maak(taal === "nl" ? "Even gedeeld" : "Shared for a while", [voertuig], { alleen: [ik] });
            await meer.waitFor({ timeout: 5_000 });
            await meer.click();
            await rij(even.titel).waitFor();
            sql(map, "beheer", `delete from toegang.zicht_lid l using signaal.signaal s where s.id = '${even.id}' and l.organisatie = s.organisatie and l.zicht = s.zicht and l.gebruiker = '${ik}'; select pg_notify('damwand_gebeurtenis', '')`);
            const ingetrokken = Date.now();
            await rij(even.titel).waitFor({ state: "detached", timeout: 10_000 });
            proef.diagnostic(`what he may no longer see went from the open chart after ${Date.now() - ingetrokken} ms`);

            // and with a casus that is destroyed what it alone said: its tie to the van goes from the open chart
            const casus = await maakCasus(collega, taal === "nl" ? "Busjes aan de kade" : "Vans at the quay", ik, voertuig);
            await meer.waitFor({ timeout: 10_000 });
            await meer.click();
            await rij(casus.werknaam).waitFor();
            sql(map, "beheer", `set damwand.organisatie = '1'; set damwand.operatie = '${crypto.randomUUID()}'; set role vernietiger; select archief.wis('${casus.id}')`);
            await rij(casus.werknaam).waitFor({ state: "detached", timeout: 10_000 });

            // what is destroyed goes from the open chart
            sql(map, "beheer", `set damwand.organisatie = '1'; set damwand.operatie = '${crypto.randomUUID()}'; set role vernietiger; select archief.wis('${laatste.id}')`);
            await rij(laatste.titel).waitFor({ state: "detached", timeout: 5_000 });

            // the view opens as it was kept, with what is still there
            await k.pagina.getByRole("link", { name: "Overleg 13", exact: true }).first().click();
            await rij("Agatha Bruinvis").waitFor({ state: "detached" });
            await rij("Wolfert Zuiderzee").waitFor();
            assert.match(k.pagina.url(), /weergave=/);
            assert.equal(await k.pagina.getByText(laatste.titel).count(), 0);
            // kept again by who made it, as it stands now
            await k.pagina.getByRole("button", { name: k.w("netwerk.bewaren.opnieuw", { naam: "Overleg 13" }) }).click();
            await k.pagina.getByText(k.w("netwerk.bewaren.gedaan", { naam: "Overleg 13" })).first().waitFor();

            // every byte that this browser got
            const netwerk = gekregen.filter((one) => one.pad.startsWith("/v1/netwerk/"));
            assert.ok(netwerk.length > 10 && netwerk.some((one) => one.lijf.includes("Wolfert")), "answers were recorded");
            for (const { pad, lijf } of gekregen) for (const woord of [...verborgen, geheim.kenmerk, geheim.titel, "Verborgen"]) assert.ok(!lijf.includes(woord), `${pad} tells of ${woord}`);
            // nothing of a chart but what he may open: each signaal in an answer was one of these
            const zijne = new Set([een.id, laatste.id, nieuw.id, even.id, tweede.id]);
            for (const { pad, lijf } of netwerk) for (const [, id] of lijf.matchAll(/"soort":"signaal","id":"([0-9a-f-]{36})"/g)) assert.ok(zijne.has(id as string) || taal === "en", `${pad}: ${id}`);
            // and no count of more: the van hangs on the signalen he may see
            for (const { lijf } of netwerk) for (const [, aantal] of lijf.matchAll(/"naam":"witte bestelbus"[^{}]*"buren":\[\{"soort":"signaal","aantal":(\d+)\}/g)) assert.ok(Number(aantal) <= 4, aantal);
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

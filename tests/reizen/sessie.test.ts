// SPDX-License-Identifier: EUPL-1.2
// A session lives as long as somebody works in it: an inbox that keeps itself up to date does not keep it alive, a
// click does. A session that ends takes its live list with it at once.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";

let map: string;
let server: Server;
let kijker: Account;
let collega: Account;
let vertrekkers: Account[];

before(async () => {
    map = nieuweGegevens();
    kijker = maakGebruiker(map, "damstede", "kijker", "Wies Kramer", "informatieanalist");
    collega = maakGebruiker(map, "damstede", "collega", "Joris Winkelaar", "informatieanalist");
    vertrekkers = ["een", "twee"].map((naam) => maakGebruiker(map, "damstede", naam, "Wie Weggaat", "informatieanalist"));
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

/** SQL on the database's own socket. */
const sql = (tekst: string) =>
    execFileSync("psql", ["-h", join(map, "database/sok"), "-U", "beheer", "-d", "damwand", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", tekst], { encoding: "utf8" }).trim();
const sessiesVan = ({ gebruikersnaam }: Account) => `gebruiker = (select id from toegang.gebruiker where organisatie = 1 and gebruikersnaam = '${gebruikersnaam}')`;
const verouder = (wie: Account, minuten: number) => sql(`update toegang.sessie set laatst_op = laatst_op - interval '${minuten} minutes' where ${sessiesVan(wie)}`);
const isStil = (wie: Account) => sql(`select bool_and(laatst_op < basis.nu() - interval '5 minutes') from toegang.sessie where ${sessiesVan(wie)}`) === "t";

test("een open inbox waar niemand aan zit verloopt, ook als collega's hem bijwerken; wie klikt blijft", { timeout: 180_000 }, async (t) => {
    const browser = await startBrowser("nl");
    t.after(() => browser.close());
    const joris = await Klant.meldAan(server.url, collega);
    const meld = (titel: string) => joris.eis(201, "POST", "/v1/signalen", { titel, omschrijving: "", bron: "mma" });
    await meld("Voor het eerst");
    const wies = await Kantoor.open(browser, server.url, "nl");
    await wies.meldAan(kijker);
    await wies.ga("signalen");
    await wies.leest("Voor het eerst");
    const stilte = () => new Promise((klaar) => setTimeout(klaar, 6_000));

    verouder(kijker, 8);
    await stilte();
    await meld("Terwijl niemand kijkt");
    await wies.ziet("Terwijl niemand kijkt");
    await wies.rust();
    assert.ok(isStil(kijker), "what the page reads by itself moves nothing");
    await wies.ga("casussen");
    await wies.rust();
    assert.ok(!isStil(kijker), "a click does");

    await wies.ga("signalen");
    await stilte();
    verouder(kijker, 16);
    await meld("Na een kwartier");
    await wies.pagina.getByRole("alertdialog", { name: wies.w("toegang.verlopen.kop") }).waitFor();
});

test("met de sessie eindigt haar stroom, meteen", { timeout: 60_000 }, async () => {
    const eindes = [
        (wie: Account) => `update toegang.sessie set beeindigd = true where ${sessiesVan(wie)}`,
        (wie: Account) => `set damwand.operatie = '${crypto.randomUUID()}'; update toegang.gebruiker set actief = false where organisatie = 1 and gebruikersnaam = '${wie.gebruikersnaam}'`,
    ];
    for (const [nummer, wie] of vertrekkers.entries()) {
        const stroom = await (await Klant.meldAan(server.url, wie)).stroom("/v1/gebeurtenissen");
        assert.match(new TextDecoder().decode((await stroom.read()).value), /^retry:/);
        sql(eindes[nummer]?.(wie) ?? "");
        // The heartbeat would find out after 15 s.
        const slot = await Promise.race([stroom.read().then(({ done }) => (done ? "gesloten" : "nog iets")), new Promise((klaar) => setTimeout(klaar, 8_000, "open"))]);
        assert.equal(slot, "gesloten");
    }
});

// SPDX-License-Identifier: EUPL-1.2
// The archivist's week in a real browser: what is due, a block, a list that one makes and two others approve, destruction,
// and the declaration. In Dutch and in English, wide and narrow, the last acts by keyboard.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";

let server: Server;
let map: string;
const accounts = new Map<string, Account>();
const geheim = "geheimschrift";

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"]) {
        accounts.set(`maker ${taal}`, maakGebruiker(map, "damstede", `maker.${taal}`, "Hanna Rietveld", "coordinator"));
        accounts.set(`archief ${taal}`, maakGebruiker(map, "damstede", `archief.${taal}`, "Joris Kade", "archivaris"));
        accounts.set(`toezicht ${taal}`, maakGebruiker(map, "damstede", `toezicht.${taal}`, "Mila Berg", "privacy"));
    }
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

/** A signaal that was not taken up, two years ago: its kenmerk, and what it is called for who may not see it. */
async function oudSignaal(klant: Klant): Promise<{ kenmerk: string; verwijzing: string }> {
    const { lijf } = await klant.eis(201, "POST", "/v1/signalen", { titel: `Het ${geheim}`, omschrijving: geheim, bron: "toezicht", vermeldingen: [] });
    await klant.eis(200, "POST", `/v1/signalen/${lijf.id}/overgangen`, { naar: "niet_opgepakt", reden: geheim }, { "if-match": `"${lijf.versie}"` });
    const sql = `update signaal.overgang set op = op - interval '2 years' where signaal = '${lijf.id}'`;
    execFileSync("psql", ["-h", join(map, "database/sok"), "-U", "beheer", "-d", "damwand", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", sql]);
    return { kenmerk: lijf.kenmerk, verwijzing: `D-${lijf.id.replaceAll("-", "").slice(0, 10).toUpperCase()}` };
}

for (const taal of ["nl", "en"] as const) {
    test(`van kandidaat tot verklaring (${taal})`, { timeout: 300_000 }, async () => {
        const account = (wie: string) => accounts.get(`${wie} ${taal}`) as Account;
        const klant = await Klant.meldAan(server.url, account("maker"), -1);
        const weg = await oudSignaal(klant);
        const geblokkeerd = await oudSignaal(klant);
        const browser = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, [geheim]);
        const open = async (wie: string) => {
            const kantoor = await Kantoor.open(browser, server.url, taal, bewaking);
            await kantoor.meldAan(account(wie));
            await kantoor.kop(kantoor.w("nav.mijnwerk"));
            await kantoor.pagina.getByRole("link", { name: kantoor.w("nav.vernietiging") }).click();
            await kantoor.kop(kantoor.w("nav.vernietiging"));
            await kantoor.rust();
            return kantoor;
        };
        const vensterknop = (k: Kantoor, id: string) => k.venster.getByRole("button", { name: k.w(id), exact: true });
        const archivaris = await open("archief");
        try {
            // What stands in the way is said, and then it cannot be chosen.
            await archivaris.ziet(weg.verwijzing);
            await archivaris.zietNiet(weg.kenmerk);
            await archivaris.knop("archief.blokkade.nieuw").click();
            await archivaris.ziet(archivaris.w("archief.blokkade.vol"));
            await archivaris.veld("archief.blokkade.kenmerk").fill(geblokkeerd.verwijzing.toLowerCase());
            await archivaris.keuze("archief.blokkade.soort").selectOption("riec");
            await archivaris.veld("archief.blokkade.reden").fill("De afspraak loopt tot het einde van het jaar.");
            await archivaris.knop("archief.blokkade.nieuw").click();
            await archivaris.gemeld("archief.blokkade.gedaan");
            const rij = archivaris.pagina.getByRole("row").filter({ hasText: geblokkeerd.verwijzing });
            await rij.getByText(archivaris.w("archief.soort.riec")).waitFor();
            assert.equal(await rij.getByRole("checkbox").count(), 0, "what is blocked can be chosen");

            // The rules are the municipality's own: another one, from a day on, with its reason.
            await archivaris.knop("archief.regel.nieuw").click();
            await archivaris.knop("archief.regel.doe").click();
            await archivaris.ziet(archivaris.w("archief.regel.vol"));
            await archivaris.bekijk("een bewaartermijn, niet ingevuld");
            await archivaris.keuze("archief.regel.waarvan").selectOption("signaal.duplicaat");
            await archivaris.veld("archief.regel.termijn").fill("6");
            await archivaris.veld("archief.regel.vanaf").fill(taal === "nl" ? "01-01-2098" : "01/01/2098");
            await archivaris.veld("archief.regel.grond").fill("Dubbele signalen: zes maanden");
            await archivaris.veld("archief.regel.reden").fill(`Zo besloot het college (${taal}).`);
            if (taal === "nl") {
                await archivaris.knop("archief.regel.doe").click();
                await archivaris.gemeld("archief.regel.gedaan");
                await archivaris.ziet("Zo besloot het college (nl).");
                await archivaris.bekijk("bewaartermijnen");
            } else {
                // the day was taken by the archivist of the other language
                await archivaris.knop("archief.regel.doe").click();
                await archivaris.ziet(archivaris.w("fout.regel-bestaat-al"));
            }

            const maker = await open("maker");
            await maker.knop("archief.lijst.maken").click();
            await maker.ziet(maker.w("archief.lijst.niets"));
            await maker.pagina.getByLabel(maker.w("archief.aanvinken", { kenmerk: weg.kenmerk })).check();
            await maker.knop("archief.lijst.maken").click();
            await maker.gemeld("archief.lijst.gemaakt");
            await maker.ziet(maker.w("archief.staat.open"));
            assert.equal(await maker.pagina.getByRole("button", { name: new RegExp(`^${maker.w("archief.goedkeuren.knop")}`) }).count(), 0, "one approves one's own list");

            const toezicht = await open("toezicht");
            for (const wie of [archivaris, toezicht]) {
                await wie.pagina.reload();
                await wie.pagina.getByRole("button", { name: new RegExp(`^${wie.w("archief.goedkeuren.knop")}`) }).click();
                await vensterknop(wie, "archief.goedkeuren.knop").click();
                await wie.gemeld("archief.akkoord.gedaan");
            }
            await archivaris.pagina.reload();
            await archivaris.ziet("Mila Berg");
            await archivaris.bekijk("vernietiging, lijst met akkoorden", "vernietiging");

            // By keyboard: the button, the question, and the answer.
            await maker.pagina.reload();
            const uitvoeren = maker.pagina.getByRole("button", { name: new RegExp(`^${maker.w("archief.uitvoeren.knop")}`) });
            await uitvoeren.waitFor();
            await uitvoeren.focus();
            await maker.toets("Enter");
            await maker.venster.getByText(maker.w("archief.uitvoeren.uitleg")).waitFor();
            await maker.bekijk("vernietiging, de vraag");
            await vensterknop(maker, "archief.uitvoeren.knop").focus();
            await maker.toets("Enter");
            await maker.gemeld("archief.uitvoeren.begonnen");
            // The screen says so by itself when it is done.
            const link = maker.pagina.getByRole("link", { name: new RegExp(maker.w("archief.verklaring", { datum: "" }).trim()) }).first();
            await link.waitFor();
            await maker.pagina.getByText(maker.w("archief.staat.uitgevoerd"), { exact: true }).first().waitFor();
            await maker.zietNiet(weg.kenmerk);
            await maker.ziet(geblokkeerd.kenmerk);
            await maker.bekijk("vernietiging, verklaring");
            const komt = maker.pagina.waitForEvent("download");
            await link.focus();
            await maker.toets("Enter");
            const tekst = readFileSync(await (await komt).path(), "utf8");
            assert.match(tekst, /VERKLARING VAN VERNIETIGING/);
            assert.match(tekst, /Casussen: +0\nSignalen: +1\n/);
            assert.equal(tekst.includes(weg.kenmerk) || tekst.includes("Rietveld"), false);
            for (const kantoor of [archivaris, maker, toezicht]) assert.deepEqual(kantoor.gebreken, []);
            bewaking.stil();
        } catch (fout) {
            await archivaris.noodbeeld(`archief-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}

// SPDX-License-Identifier: EUPL-1.2
// A member of a casus puts files in and takes them out again, in a real browser: each is checked by the real scanner with
// signatures of our own, and the screen says what came of it. In Dutch and in English, wide and narrow.
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, gezien, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";
import type { Taal } from "./steun/woorden.ts";

let server: Server;
let map: string;
const accounts = new Map<Taal, Account>();

/** A casus of this account, by way of the API. */
async function nieuweCasus(account: Account): Promise<string> {
    const klant = await Klant.meldAan(server.url, account, -1);
    const wie = (await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
    let signaal = (await klant.eis(201, "POST", "/v1/signalen", { titel: "Loods", omschrijving: "Verzonnen.", bron: "toezicht", vermeldingen: [] })).lijf;
    const pad = `/v1/signalen/${signaal.id}`;
    signaal = (await klant.eis(200, "POST", `${pad}/overgangen`, { naar: "in_weging" }, gezien(signaal.versie))).lijf;
    for (const [nummer, uitkomst] of ["ja", "ja", "gecompliceerd"].entries())
        signaal = (await klant.eis(201, "POST", `${pad}/wegingen`, { stap: nummer + 1, antwoorden: [], uitkomst, motivering: "Zo." }, gezien(signaal.versie))).lijf;
    const casus = { signalen: [signaal.id], werknaam: "Loods aan de kade", thema: "drugs", trekker: wie };
    return (await klant.eis(201, "POST", "/v1/casussen", casus)).lijf.id;
}

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"] as const) accounts.set(taal, maakGebruiker(map, "damstede", `coordinator.${taal}`, "Hanna Rietveld", "coordinator"));
    const signaturen = join(map, "signaturen");
    mkdirSync(signaturen);
    writeFileSync(join(signaturen, "proef.ndb"), `Proef.Woord:0:*:${Buffer.from("damwand-proefvirus").toString("hex")}\n`);
    chmodSync(signaturen, 0o755);
    process.env.DAMWAND_SIGNATUREN = signaturen;
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

for (const taal of ["nl", "en"] as const) {
    test(`documenten in een casus (${taal})`, { timeout: 300_000 }, async () => {
        const account = accounts.get(taal) as Account;
        const casus = await nieuweCasus(account);
        const browser = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, ["geheimschrift"]);
        const kantoor = await Kantoor.open(browser, server.url, taal, bewaking);
        try {
            await kantoor.meldAan(account);
            await kantoor.kop(kantoor.w("nav.mijnwerk"));
            await kantoor.pagina.goto(`${server.url}/casussen/${casus}/documenten`);
            await kantoor.ziet(kantoor.w("document.geen"));
            await kantoor.bekijk("documenten, nog geen");
            // Nothing chosen: said at the field, nothing sent.
            await kantoor.pagina.getByRole("button", { name: kantoor.w("document.toevoegen"), exact: true }).click();
            await kantoor.ziet(kantoor.w("document.fout.bestanden"));
            const brief = join(map, `brief geheimschrift ${taal}.txt`);
            const besmet = join(map, "besmet.csv");
            const vreemd = join(map, "programma.exe");
            writeFileSync(brief, "Een verzonnen brief.\n");
            writeFileSync(besmet, "naam;damwand-proefvirus\n");
            writeFileSync(vreemd, "MZ");
            await kantoor.voegDocumentenToe([brief, besmet, vreemd], "fiscaal", "Landelijk Bureau");
            await kantoor.ziet(kantoor.w("fout.bestandssoort-onbekend"));
            await kantoor.pagina.getByRole("row").filter({ hasText: "brief" }).getByText(kantoor.w("document.staat.schoon")).waitFor();
            const rij = kantoor.pagina.getByRole("row").filter({ hasText: "besmet.csv" });
            await rij.getByText(kantoor.w("document.staat.geweigerd")).waitFor();
            await rij.getByText(kantoor.w("document.reden.virus")).waitFor();
            assert.equal(await rij.getByRole("link").count(), 0, "a refused file can be opened");
            await kantoor.bekijk("documenten, schoon en geweigerd", "documenten");
            // By keyboard: the link has the focus, Enter gets the file.
            const link = kantoor.pagina.getByRole("link", { name: /geheimschrift/ });
            await link.focus();
            const komt = kantoor.pagina.waitForEvent("download");
            await kantoor.toets("Enter");
            const download = await komt;
            assert.equal(download.suggestedFilename(), `brief geheimschrift ${taal}.txt`);
            assert.equal(readFileSync(await download.path(), "utf8"), "Een verzonnen brief.\n");
            await kantoor.haalDocumentWeg("besmet.csv");
            await kantoor.deel("tijdlijn");
            await kantoor.ziet("besmet.csv");
            assert.deepEqual(kantoor.gebreken, []);
            bewaking.stil();
        } catch (fout) {
            await kantoor.noodbeeld(`documenten-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}

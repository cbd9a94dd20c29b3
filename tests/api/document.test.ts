// SPDX-License-Identifier: EUPL-1.2
// Files through the real server, with the real scanner and signatures of our own: what comes in is checked and comes out
// the same; kill -9 in the middle of uploads loses nothing that was acknowledged and leaves nothing half.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "../reizen/steun/server.ts";

const slaap = (ms: number) => new Promise((klaar) => setTimeout(klaar, ms));
const cycli = Number(process.env.DAMWAND_KILL_CYCLI ?? 3);
const som = (inhoud: Uint8Array) => createHash("sha256").update(inhoud).digest("hex");

/** A data folder with a coordinator, and signatures of our own in place of ClamAV's. */
function gegevens() {
    const map = nieuweGegevens();
    after(() => ruimOp(map));
    const account = maakGebruiker(map, "damstede", "coordinator", "C. Coördinator", "coordinator");
    mkdirSync(join(map, "signaturen"));
    writeFileSync(join(map, "signaturen/proef.ndb"), `Proef.Woord:0:*:${Buffer.from("damwand-proefvirus").toString("hex")}\n`);
    chmodSync(join(map, "signaturen"), 0o755);
    process.env.DAMWAND_SIGNATUREN = join(map, "signaturen");
    return { map, account };
}

async function signaal(klant: Klant): Promise<string> {
    const lijf = { titel: "Verzonnen", omschrijving: "Verzonnen signaal van de proef met bestanden.", bron: "toezicht", vermeldingen: [] };
    return `/v1/signalen/${(await klant.eis(201, "POST", "/v1/signalen", lijf)).lijf.id}`;
}

/** Puts a file in; the key may be given, to send the same once more. */
async function stuur(klant: Klant, pad: string, naam: string, inhoud: Buffer, sleutel: string = crypto.randomUUID()) {
    const antwoord = await fetch(`${klant.url}${pad}/documenten`, {
        method: "POST",
        headers: {
            cookie: Reflect.get(klant, "koekje"),
            "x-csrf-token": klant.csrf,
            "content-type": "application/octet-stream",
            "idempotency-key": sleutel,
            bestandsnaam: encodeURIComponent(naam),
        },
        body: new Blob([new Uint8Array(inhoud)]),
    });
    return { status: antwoord.status, lijf: await antwoord.json() };
}

/** Waits until nothing is being checked. */
async function gekeurd(klant: Klant, pad: string) {
    for (let i = 0; i < 600; ++i) {
        const { resultaten } = (await klant.eis(200, "GET", `${pad}/documenten`)).lijf;
        if (resultaten.every((d: { staat: string }) => d.staat !== "wordt_gecontroleerd")) return resultaten;
        await slaap(100);
    }
    throw new Error("the inspection does not end");
}

async function inhoud(klant: Klant, pad: string, id: string) {
    const antwoord = await fetch(`${klant.url}${pad}/documenten/${id}/inhoud`, { headers: { cookie: Reflect.get(klant, "koekje") } });
    return { antwoord, bytes: new Uint8Array(await antwoord.arrayBuffer()) };
}

/** Everything on disk below the folder of files. */
function schijf(map: string): Buffer {
    const wortel = join(map, "documenten");
    const bestanden = readdirSync(wortel, { recursive: true, withFileTypes: true }).filter((b) => b.isFile());
    return Buffer.concat(bestanden.map((b) => readFileSync(join(b.parentPath, b.name))));
}

test("een bestand komt binnen, wordt gecontroleerd en komt er hetzelfde uit", { timeout: 300_000 }, async (t) => {
    const { map, account } = gegevens();
    const server = await Server.start(map);
    const klant = await Klant.meldAan(server.url, account);
    const pad = await signaal(klant);
    const groot = Buffer.from(randomBytes(6_000_000).toString("base64"));
    const begin = Date.now();
    assert.equal((await stuur(klant, pad, "groot.txt", groot)).status, 201);
    assert.equal((await stuur(klant, pad, "besmet.txt", Buffer.from("hier staat damwand-proefvirus in"))).status, 201);
    const resultaten = await gekeurd(klant, pad);
    t.diagnostic(`8 MB and a small file, sent and checked in ${Date.now() - begin} ms`);
    assert.deepEqual(resultaten.map((d: { naam: string; staat: string; reden: string | null }) => [d.naam, d.staat, d.reden]), [
        ["groot.txt", "schoon", null],
        ["besmet.txt", "geweigerd", "virus"],
    ]);
    const { antwoord, bytes } = await inhoud(klant, pad, resultaten[0].id);
    assert.equal(som(bytes), som(groot));
    assert.match(antwoord.headers.get("content-disposition") ?? "", /^attachment; filename="groot\.txt"/);
    assert.match(antwoord.headers.get("content-security-policy") ?? "", /sandbox/);
    assert.equal(antwoord.headers.get("x-content-type-options"), "nosniff");
    assert.equal((await inhoud(klant, pad, resultaten[1].id)).antwoord.status, 409);
    assert.equal(schijf(map).indexOf(groot.subarray(0, 40)), -1, "it stands readable on disk");
    assert.equal((await stuur(klant, pad, "programma.exe", Buffer.from("MZ"))).lijf.code, "bestandssoort-onbekend");
    assert.equal((await stuur(klant, pad, "leeg.txt", Buffer.alloc(0))).status >= 400, true);
    await server.stop();
});

test("kill -9 tijdens uploads: niets dat bevestigd is gaat verloren, niets is half", { timeout: 600_000 }, async (t) => {
    const { map, account } = gegevens();
    let server = await Server.start(map);
    let klant = await Klant.meldAan(server.url, account);
    const pad = await signaal(klant);
    const kanarie = `kanarie-${crypto.randomUUID()}`;
    const bevestigd = new Map<string, string>(); // id → hash
    let geteld = 0;
    for (let cyclus = 0; cyclus < cycli; ++cyclus) {
        const voor = bevestigd.size;
        let bezig = true;
        const open: { naam: string; inhoud: Buffer; sleutel: string }[] = [];
        const schrijvers = Array.from({ length: 3 }, async (_, nummer) => {
            for (let i = 0; bezig; ++i) {
                const lijf = Buffer.from(`${kanarie} ${cyclus} ${nummer} ${i} ${randomBytes(200_000 + nummer * 400_000).toString("base64")}`);
                const een = { naam: `f-${cyclus}-${nummer}-${i}.txt`, inhoud: lijf, sleutel: crypto.randomUUID() };
                try {
                    const antwoord = await stuur(klant, pad, een.naam, lijf, een.sleutel);
                    if (antwoord.status === 201) bevestigd.set(antwoord.lijf.id, som(lijf));
                    else assert.equal(antwoord.status, 503, JSON.stringify(antwoord.lijf));
                } catch (fout) {
                    if (fout instanceof assert.AssertionError) throw fout;
                    open.push(een);
                    return; // the server is gone
                }
            }
        });
        await slaap(900 + cyclus * 130);
        const einde = new Promise((klaar) => server.proces.once("exit", klaar));
        server.proces.kill("SIGKILL");
        await einde;
        bezig = false;
        await Promise.all(schrijvers);
        assert.equal(schijf(map).indexOf(kanarie), -1, "something readable was left on disk");
        server = await Server.start(map);
        klant = Object.assign(new Klant(server.url), { koekje: Reflect.get(klant, "koekje"), csrf: klant.csrf });
        // What was not answered is sent again with its key: it is there once, whole.
        for (const een of open) {
            const antwoord = await stuur(klant, pad, een.naam, een.inhoud, een.sleutel);
            assert.equal(antwoord.status, 201, JSON.stringify(antwoord.lijf));
            bevestigd.set(antwoord.lijf.id, som(een.inhoud));
        }
        if (bevestigd.size > voor) ++geteld;
        t.diagnostic(`cycle ${cyclus}: ${bevestigd.size - voor} acknowledged, ${open.length} of them unanswered before the kill`);
    }
    assert.equal(geteld, cycli, "a cycle without an acknowledged file proves nothing");
    const alles = (await klant.eis(200, "GET", `${pad}/documenten`)).lijf.resultaten;
    assert.deepEqual(new Set(alles.map((d: { id: string }) => d.id)), new Set(bevestigd.keys()));
    // What was being checked when the server died is left alone for three minutes; the others must be clean and whole.
    let gelezen = 0;
    for (let i = 0; i < 900 && gelezen === 0; ++i) {
        const nu = (await klant.eis(200, "GET", `${pad}/documenten`)).lijf.resultaten;
        const wacht = nu.filter((d: { staat: string }) => d.staat === "wordt_gecontroleerd").length;
        if (wacht > cycli) {
            await slaap(200);
            continue;
        }
        for (const d of nu) {
            if (d.staat !== "schoon") continue;
            const { antwoord, bytes } = await inhoud(klant, pad, d.id);
            assert.equal(antwoord.status, 200);
            assert.equal(som(bytes), bevestigd.get(d.id), d.naam);
            ++gelezen;
        }
    }
    t.diagnostic(`${bevestigd.size} acknowledged, ${gelezen} clean and read back whole, 0 lost`);
    assert.ok(gelezen >= bevestigd.size - cycli && gelezen > 0, `${gelezen} of ${bevestigd.size}`);
    await server.stop();
});

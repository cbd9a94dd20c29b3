// SPDX-License-Identifier: EUPL-1.2
// A witness over https, on a real TLS server with a certificate authority of our own: what arrives verifies the logs, a line
// that was refused comes again byte for byte, and a server that cannot prove who it is gets nothing.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server as HttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { maakGebruiker, nieuweGegevens, opdracht, ruimOp, Server } from "../reizen/steun/server.ts";

let map: string;
let server: Server | undefined;
const luisteraars: HttpsServer[] = [];

const openssl = (...woorden: string[]) => execFileSync("openssl", woorden, { cwd: map, stdio: "pipe" });

/** A certificate for localhost, signed by the authority of this name, which is made when it is not there. */
function certificaat(ca: string, naam: string): { key: Buffer; cert: Buffer } {
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", `${ca}.key`, "-out", `${ca}.pem`, "-days", "2", "-subj", `/CN=${ca}`);
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", `${naam}.key`, "-out", `${naam}.csr`, "-subj", "/CN=localhost");
    writeFileSync(join(map, `${naam}.ext`), "subjectAltName=DNS:localhost\n");
    openssl("x509", "-req", "-in", `${naam}.csr`, "-CA", `${ca}.pem`, "-CAkey", `${ca}.key`, "-CAcreateserial", "-out", `${naam}.pem`, "-days", "2", "-extfile", `${naam}.ext`);
    return { key: readFileSync(join(map, `${naam}.key`)), cert: readFileSync(join(map, `${naam}.pem`)) };
}

/** A witness: hears lines, and answers the first `weigert` of them with a 500. */
async function getuige(ca: string, weigert: number): Promise<{ url: string; gehoord: string[]; bewaard: string[]; verbindingen: () => number }> {
    const gehoord: string[] = [];
    const bewaard: string[] = [];
    let verbindingen = 0;
    const luisteraar = createServer(certificaat(ca, `${ca}-localhost`), (vraag, antwoord) => {
        let lijf = "";
        vraag.on("data", (d) => (lijf += d));
        vraag.on("end", () => {
            assert.equal(vraag.method, "POST");
            assert.equal(vraag.url, "/stand");
            gehoord.push(lijf);
            const goed = gehoord.length > weigert;
            if (goed) bewaard.push(lijf);
            antwoord.writeHead(goed ? 204 : 500).end();
        });
    });
    luisteraar.on("connection", () => (verbindingen += 1));
    luisteraars.push(luisteraar);
    await new Promise<void>((klaar) => luisteraar.listen(0, "127.0.0.1", klaar));
    return { url: `https://localhost:${(luisteraar.address() as AddressInfo).port}/stand`, gehoord, bewaard, verbindingen: () => verbindingen };
}

async function start(url: string, ca: string): Promise<Server> {
    const config = join(map, "damwand.toml");
    writeFileSync(config, `getuige = '${url}'\ngetuige_ca = '${join(map, ca)}.pem'\n`);
    return Server.start(map, ["serve"], ["--config", config]);
}

async function wachtTot(zo: () => boolean, seconden: number): Promise<void> {
    for (let i = 0; i < seconden * 10 && !zo(); i += 1) await new Promise((klaar) => setTimeout(klaar, 100));
}

before(() => {
    map = nieuweGegevens();
});
after(async () => {
    await server?.stop();
    for (const l of luisteraars) l.close();
    if (map) ruimOp(map);
});

test("een getuige over https krijgt elke stand, ook na een weigering, en daarmee is het logboek te controleren", { timeout: 120_000 }, async () => {
    maakGebruiker(map, "damstede", "eerste", "Een Verzonnen", "coordinator");
    const echt = await getuige("ca", 2);
    server = await start(echt.url, "ca");
    await wachtTot(() => echt.bewaard.length >= 1, 60);
    assert.ok(echt.gehoord.length >= 3, `${echt.gehoord.length} lines`);
    assert.equal(new Set(echt.gehoord.slice(0, 3)).size, 1, "the same line, byte for byte, until it was taken");
    // something happens, and leaves too
    maakGebruiker(map, "damstede", "tweede", "Twee Verzonnen", "coordinator");
    const toen = echt.bewaard.length;
    await wachtTot(() => echt.bewaard.length > toen, 30);
    assert.deepEqual(echt.bewaard.map((r) => JSON.parse(r).nummer), echt.bewaard.map((_, i) => i + 1));
    await server.stop();
    server = undefined;
    writeFileSync(join(map, "kopie.jsonl"), echt.bewaard.map((r) => `${r}\n`).join(""));
    const verslag = JSON.parse(opdracht("logboek", "controleer", "--map", map, "--getuige", join(map, "kopie.jsonl"), "--json"));
    assert.equal(verslag.heel, true);
    assert.equal(verslag.getuigenissen, echt.bewaard.length);
});

test("wie zich niet met het juiste certificaat bewijst, krijgt niets", { timeout: 120_000 }, async () => {
    const vals = await getuige("andere", 0);
    server = await start(vals.url, "ca");
    maakGebruiker(map, "damstede", "derde", "Drie Verzonnen", "coordinator");
    await wachtTot(() => vals.verbindingen() >= 2, 60);
    assert.ok(vals.verbindingen() >= 2, "it tried, and tried again");
    assert.deepEqual(vals.gehoord, []);
    await server.stop();
    server = undefined;
});

// SPDX-License-Identifier: EUPL-1.2
// Fetching from KVK's API, against a server that answers as KVK does when it is busy, tired or does not know: the key goes along and stands
// nowhere else, what is refused is asked again, what was fetched is not, and the file that comes of it can be loaded.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { programma } from "../reizen/steun/server.ts";

type Uitslag = { code: number; uit: string; woorden: string };

const map = mkdtempSync(join(tmpdir(), "damwand-kvk-"));
const sleutel = "geheime-sleutel-van-de-proef";
const gevraagd: string[] = [];
/** Statuses to give first, per number. */
const eerst = new Map<string, number[]>();
const server = createServer((vraag, antwoord) => {
    const nummer = vraag.url?.split("/").at(-1) ?? "";
    gevraagd.push(`${vraag.url}`);
    const status = vraag.headers.apikey !== sleutel ? 401 : (eerst.get(nummer)?.shift() ?? (nummer.startsWith("9") ? 404 : 200));
    const profiel = nummer.length === 8 ? { kvkNummer: nummer, naam: `Bedrijf ${nummer}` } : { vestigingsnummer: nummer, kvkNummer: "00000001", eersteHandelsnaam: "Zaak" };
    antwoord.writeHead(status, { "content-type": "application/json" }).end(status === 200 ? JSON.stringify(profiel, null, 2) : '{"fout":[]}');
});
let adres = "";

before(async () => {
    await new Promise<void>((klaar) => server.listen(0, "127.0.0.1", klaar));
    adres = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    writeFileSync(join(map, "sleutel"), `${sleutel}\n`, { mode: 0o400 });
    writeFileSync(join(map, "anders"), "een andere\n", { mode: 0o400 });
    writeFileSync(join(map, "open"), sleutel, { mode: 0o644 });
});
after(() => {
    server.close();
    rmSync(map, { recursive: true, force: true });
});

function draai(...woorden: string[]): Promise<Uitslag> {
    return new Promise((klaar) => {
        execFile(programma(), ["handelsregister", ...woorden], { encoding: "utf8", timeout: 60_000 }, (fout, uit, err) => klaar({ code: fout ? Number(fout.code) : 0, uit, woorden: err }));
    });
}
const haal = (nummers: string[], bestand = "sleutel") => {
    writeFileSync(join(map, "nummers.txt"), nummers.map((n) => `${n}\n`).join(""));
    return draai("haal", join(map, "nummers.txt"), "--uit", join(map, "profielen.jsonl"), "--sleutel", join(map, bestand), "--adres", adres, "--per-seconde", "100", "--json");
};

test("haalt, vraagt opnieuw wat geweigerd werd, en gaat verder waar het was", async () => {
    eerst.set("00000002", [429]).set("000000000003", [500, 503]);
    const eersteKeer = await haal(["00000001", "00000002", "000000000003", "99999999"]);
    assert.equal(eersteKeer.code, 1, eersteKeer.woorden);
    assert.deepEqual(JSON.parse(eersteKeer.uit), { nummers: 4, gehaald: 3, eerder: 0, nietGevonden: 1, vestigingen: 0, herhaald: 3 });
    assert.deepEqual(gevraagd.splice(0), [
        "/api/v1/basisprofielen/00000001", "/api/v1/basisprofielen/00000002", "/api/v1/basisprofielen/00000002",
        "/api/v1/vestigingsprofielen/000000000003", "/api/v1/vestigingsprofielen/000000000003", "/api/v1/vestigingsprofielen/000000000003", "/api/v1/basisprofielen/99999999",
    ]);
    const verder = await haal(["00000001", "00000002", "000000000003", "99999999", "00000004"]);
    assert.deepEqual(JSON.parse(verder.uit), { nummers: 5, gehaald: 1, eerder: 4, nietGevonden: 0, vestigingen: 0, herhaald: 0 });
    assert.deepEqual(gevraagd.splice(0), ["/api/v1/basisprofielen/00000004"]);
    assert.equal(readFileSync(join(map, "profielen.jsonl.niet"), "utf8"), "99999999\n");
    const telling = await draai("controleer", join(map, "profielen.jsonl"), "--json");
    assert.equal(telling.code, 0, telling.woorden);
    assert.equal(JSON.parse(telling.uit).regels, 4);
});

test("een sleutel die niet deugt of openligt stopt alles, en staat nergens in de woorden", async () => {
    const geweigerd = await haal(["00000005"], "anders");
    assert.equal(geweigerd.code, 2);
    assert.match(geweigerd.woorden, /De KVK weigert de sleutel \(401\)/);
    const open = await haal(["00000005"], "open");
    assert.equal(open.code, 2);
    assert.match(open.woorden, /Zet het op 0600/);
    const fout = await haal(["5"]);
    assert.equal(fout.code, 2);
    assert.match(fout.woorden, /regel 1: Hier hoort een KVK-nummer/);
    for (const { uit, woorden } of [geweigerd, open, fout]) assert.ok(!(uit + woorden).includes(sleutel));
    const elders = await draai("haal", join(map, "nummers.txt"), "--uit", join(map, "x"), "--sleutel", join(map, "sleutel"), "--adres", "http://kvk.example/api");
    assert.equal(elders.code, 2, "a key goes over TLS, or stays on this machine");
});

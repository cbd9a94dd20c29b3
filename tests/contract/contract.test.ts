// SPDX-License-Identifier: EUPL-1.2
// The screens' types against the contract of the program: every call exists, every field that a screen reads is given,
// every field that it sends is known, and what the server demands is sent.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { type OpenApi, schermwerkingen, serverwerkingen, type Vorm, verschillen } from "./vorm.ts";

const wortel = join(import.meta.dirname, "../..");
const programma = process.env.DAMWAND_PROGRAMMA ?? join(wortel, "bouw/dev/damwand");
const openapi = execFileSync(programma, ["openapi"], { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] });
const server = serverwerkingen(JSON.parse(openapi) as OpenApi);
const schermen = schermwerkingen(join(wortel, "web/src/api/paden.ts"));

test("elke aanroep van de schermen bestaat", () => {
    assert.ok(schermen.size > 10 && server.size > 10, "no operations found");
    assert.deepEqual([...schermen.keys()].filter((naam) => !server.has(naam)), []);
});

for (const [naam, scherm] of schermen) {
    const werking = server.get(naam);
    if (!werking) continue;
    test(`${naam}: velden kloppen`, () => {
        const fouten: string[] = [];
        if (scherm.uit && werking.uit) fouten.push(...verschillen("antwoord", scherm.uit, werking.uit, { onbekend: false }));
        if (scherm.uit && !werking.uit) fouten.push("antwoord: is read, but there is none");
        if (scherm.in && werking.in) fouten.push(...verschillen("invoer", werking.in, scherm.in, { onbekend: true }));
        if (scherm.in && !werking.in) fouten.push("invoer: is sent, but not read");
        if (!scherm.in && werking.in) fouten.push("invoer: is demanded, but not sent");
        for (const vraag of scherm.vraag.keys()) if (!werking.vraag.has(vraag)) fouten.push(`?${vraag}: the server does not know it`);
        assert.deepEqual(fouten, []);
    });
}

test("ziet een veld dat ontbreekt, leeg kan zijn of anders is", () => {
    const tekst: Vorm = { soort: "tekst", weg: false, leeg: false, delen: new Map() };
    const object = (delen: Record<string, Vorm>): Vorm => ({ soort: "object", weg: false, leeg: false, delen: new Map(Object.entries(delen)) });
    const fouten = (lezer: Vorm, schrijver: Vorm, onbekend = false) => verschillen("x", lezer, schrijver, { onbekend }).length;
    assert.equal(fouten(object({ a: tekst }), object({ a: tekst, b: tekst })), 0);
    assert.equal(fouten(object({ a: tekst }), object({ a: tekst, b: tekst }), true), 1);
    assert.equal(fouten(object({ a: tekst }), object({})), 1);
    assert.equal(fouten(object({ a: { ...tekst, weg: true } }), object({})), 0);
    assert.equal(fouten(object({ a: tekst }), object({ a: { ...tekst, weg: true } })), 1);
    assert.equal(fouten(object({ a: tekst }), object({ a: { ...tekst, leeg: true } })), 1);
    assert.equal(fouten(object({ a: tekst }), object({ a: { ...tekst, soort: "getal" } })), 1);
});

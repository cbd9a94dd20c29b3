// SPDX-License-Identifier: EUPL-1.2
// The read log says what somebody did by the name of the operation: the screens have words for each that the program has,
// in both languages, and for none that it has not.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { OpenApi } from "./vorm.ts";

const wortel = join(import.meta.dirname, "../..");
const programma = process.env.DAMWAND_PROGRAMMA ?? join(wortel, "bouw/dev/damwand");
const openapi = JSON.parse(execFileSync(programma, ["openapi"], { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] })) as OpenApi;
const werkingen = [...JSON.stringify(openapi.paths).matchAll(/"operationId":"(\w+)"/g)].map(([, naam]) => naam ?? "").sort();

for (const taal of ["nl", "en"]) {
    test(`elke handeling van het programma heeft woorden (${taal})`, () => {
        const tekst = readFileSync(join(wortel, `web/src/privacy/taal/${taal}.po`), "utf8");
        const woorden = [...tekst.matchAll(/^msgid "privacy\.handeling\.(\w+)"\nmsgstr "(.+)"$/gm)].map(([, naam]) => naam ?? "").sort();
        assert.ok(werkingen.length > 50, "no operations found");
        assert.deepEqual(woorden, werkingen);
    });
}

// SPDX-License-Identifier: EUPL-1.2
// docs/dreigingen.md names a test for each answer to a threat. A test that is renamed or taken away may not stand there.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const wortel = join(import.meta.dirname, "../..");

/** Pairs of file and test in a text: `file` › `test`, `test`; `file` › … */
function genoemd(tekst: string): [string, string][] {
    const uit: [string, string][] = [];
    for (const [, bestand, rest] of tekst.matchAll(/`([^`]+\.(?:cpp|ts))` › ((?:`[^`]+`(?:, )?)+)/g)) {
        for (const [, naam] of (rest as string).matchAll(/`([^`]+)`/g)) uit.push([bestand as string, naam as string]);
    }
    return uit;
}

/** Whether the file holds a test of that name: "Suite.Case" in C++, the sentence in TypeScript. */
function staatErin(bestand: string, naam: string): boolean {
    const pad = join(wortel, bestand);
    if (!existsSync(pad)) return false;
    const bron = readFileSync(pad, "utf8");
    if (bestand.endsWith(".ts")) return bron.includes(naam);
    const [groep, geval] = naam.split(".");
    return new RegExp(`TEST(_F|_P)?\\(${groep}, ${geval}\\)`).test(bron);
}

test("elke proef die docs/dreigingen.md noemt bestaat", () => {
    const paren = genoemd(readFileSync(join(wortel, "docs/dreigingen.md"), "utf8"));
    assert.ok(paren.length >= 40, `only ${paren.length} tests were named`);
    assert.deepEqual(paren.filter(([bestand, naam]) => !staatErin(bestand, naam)), []);
});

/** Lines of the tables that name no test and do not say that there is none. */
function zonderProef(tekst: string): string[] {
    return tekst.split("\n").filter((regel) => regel.startsWith("|") && !/^\| (he tries|what happens) \||^\|-/.test(regel)).filter((regel) => genoemd(regel).length === 0 && !regel.includes("*no test*"));
}

test("elke regel van docs/dreigingen.md noemt een proef of zegt dat die er niet is", () => {
    const tekst = readFileSync(join(wortel, "docs/dreigingen.md"), "utf8");
    assert.deepEqual(zonderProef(tekst), []);
    assert.ok((tekst.match(/\*no test\*/g) ?? []).length <= 5, "more and more that nobody tests");
    assert.deepEqual(zonderProef("| to do harm | nothing | `src/x.cpp` | a test somewhere |\n").length, 1);
});

test("geplant gebrek: een hernoemde proef valt op", () => {
    assert.equal(staatErin("src/platform/logboek/controleer_db_test.cpp", "Keten.HeetAnders"), false);
    assert.equal(staatErin("src/er/niet_test.cpp", "Keten.HoldsWhenNobodyTouchedIt"), false);
});

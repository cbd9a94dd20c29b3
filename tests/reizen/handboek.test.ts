// SPDX-License-Identifier: EUPL-1.2
// The handbook and the walk in the README name buttons as they stand on the screens, and show pictures that exist.
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { wortel } from "./steun/server.ts";
import { alleWoorden } from "./steun/woorden.ts";

const hoofdstukken = globSync("docs/handboek/*.md", { cwd: wortel }).sort();
const lees = (pad: string) => readFileSync(join(wortel, pad), "utf8");

test("elke verwijzing en elk beeld van het handboek bestaat, en geen beeld is over of te groot", () => {
    const getoond = new Set<string>();
    for (const pad of hoofdstukken) {
        for (const [, doel] of lees(pad).matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
            const plek = join(dirname(pad), doel ?? "");
            assert.ok(existsSync(join(wortel, plek)), `${pad}: ${doel}`);
            if (plek.endsWith(".png")) getoond.add(plek);
        }
        for (const [, omschrijving] of lees(pad).matchAll(/!\[([^\]]*)\]/g)) assert.ok((omschrijving ?? "").length > 10, `${pad}: a picture without words`);
    }
    const beelden = globSync("docs/handboek/beelden/*.png", { cwd: wortel });
    assert.deepEqual(beelden.filter((beeld) => !getoond.has(beeld)), []);
    assert.ok(getoond.size >= 15);
    for (const beeld of beelden) assert.ok(statSync(join(wortel, beeld)).size < 150_000, beeld);
});

/** What stands in bold and begins with a capital, as buttons and names of parts do. */
const vet = (tekst: string) => [...tekst.matchAll(/\*\*([A-ZÉ][^*]+?)\.?\*\*/g)].map(([, woord]) => woord ?? "");

test("knoppen en velden heten in het handboek zoals op het scherm", () => {
    const scherm = alleWoorden("nl").join("\n");
    const anders = hoofdstukken.flatMap((pad) => vet(lees(pad)).filter((woord) => ![woord, ...["stap", "aantal"].map((getal) => woord.replace(/\d+/, `{${getal}}`))].some((een) => scherm.includes(een))).map((woord) => `${pad}: ${woord}`));
    assert.deepEqual(anders, []);
});

test("the walk of ten minutes in the README names buttons as they stand on the screen", () => {
    const walk = lees("README.md").split("## Ten minutes by hand")[1]?.split("\n## ")[0] ?? "";
    const screen = alleWoorden("en").join("\n");
    const names = vet(walk);
    assert.ok(names.length > 12);
    assert.deepEqual(names.filter((name) => !screen.includes(name)).filter((name) => !["EN", "Marit Oudewater", "Dylan Roozenbeek"].includes(name)), []);
});

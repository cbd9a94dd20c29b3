// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { delen } from "./delen.ts";
import type { Gedraaid, Werk } from "./draai.ts";

const reizen = delen.find((een) => een.naam === "reizen");

/** The part of the journeys with answers of our own: what the whole run printed, and what each second try gives. */
async function draaiReizen(eerst: string, weer: Record<string, number>) {
    const gezegd: string[] = [];
    const nogEens: string[] = [];
    const uit = (code: number, tekst = ""): Gedraaid => ({ code, tekst, uit: tekst });
    const werk: Werk = {
        wortel: join(import.meta.dirname, "../.."),
        map: "/nergens",
        zeg: (regel) => gezegd.push(regel),
        controle: async () => ({ goed: 1, fout: 0, overgeslagen: 0 }),
        draai: async (opdracht) => {
            if (opdracht[0] !== "npm") return uit(0);
            if (opdracht[3] === "test") return uit(1, eerst);
            const bestand = opdracht.at(-1) as string;
            nogEens.push(bestand);
            return weer[bestand] === 0 ? uit(0, "ℹ pass 2\nℹ fail 0\n") : uit(1, "ℹ pass 1\nℹ fail 1\n");
        },
    };
    assert.ok(reizen);
    const { goed, fout } = await reizen.doe(werk);
    return { goed: goed - 1, fout, gezegd, nogEens }; // one is the check of types
}
const gevallen = (...bestanden: string[]) => `ℹ pass 9\nℹ fail ${bestanden.length}\n✖ failing tests:\n${bestanden.map((een) => `\ntest at ${een}:39:5\n✖ een\n`).join("")}`;

test("een reis die omviel gaat één keer over, en dat staat erbij", async () => {
    const { goed, fout, gezegd, nogEens } = await draaiReizen(gevallen("reizen/a.test.ts", "reizen/a.test.ts", "reizen/b.test.ts"), { "reizen/a.test.ts": 0, "reizen/b.test.ts": 0 });
    assert.deepEqual({ goed, fout, nogEens }, { goed: 12, fout: 0, nogEens: ["reizen/a.test.ts", "reizen/b.test.ts"] });
    assert.equal(gezegd.length, 2);
    assert.match(gezegd[0] ?? "", /^reizen\/a\.test\.ts fell/);
});

test("wat weer omvalt, wat er te veel is en wat geen reis is blijft een fout", async () => {
    assert.deepEqual(await draaiReizen(gevallen("reizen/a.test.ts", "reizen/b.test.ts"), { "reizen/a.test.ts": 1 }), { goed: 9, fout: 2, gezegd: [], nogEens: ["reizen/a.test.ts"] });
    assert.deepEqual(await draaiReizen(gevallen("reizen/a.test.ts", "reizen/b.test.ts", "reizen/c.test.ts"), {}), { goed: 9, fout: 3, gezegd: [], nogEens: [] });
    assert.deepEqual(await draaiReizen(gevallen("api/a.test.ts"), { "api/a.test.ts": 0 }), { goed: 9, fout: 1, gezegd: [], nogEens: [] });
    // one more failed than is named: a file that fell over as a whole
    assert.equal((await draaiReizen(`ℹ pass 9\nℹ fail 2\n${gevallen("reizen/a.test.ts").split("\n").slice(2).join("\n")}`, { "reizen/a.test.ts": 0 })).fout, 2);
    assert.equal((await draaiReizen("ℹ pass 9\nℹ fail 0\n", {})).fout, 1);
});

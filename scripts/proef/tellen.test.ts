// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { draaiAlles, type Werk } from "./draai.ts";
import { gevallenBestanden, niets, slotregel, telCtest, telGtest, telUitvoer } from "./tellen.ts";

const gtest = (...proeven: object[]) => JSON.stringify({ testsuites: [{ testsuite: proeven }] });
const goed = { status: "RUN", result: "COMPLETED" };
const fout = { ...goed, failures: [{ failure: "x" }] };
const over = { status: "RUN", result: "SKIPPED" };

test("telt de tests binnen een GoogleTest-programma", () => {
    assert.deepEqual(telGtest(gtest(goed, fout, over, goed)), { goed: 2, fout: 1, overgeslagen: 1 });
});

test("telt ctest, met db-programma's als hun eigen tests", (t) => {
    const map = mkdtempSync(join(tmpdir(), "tellen-"));
    t.after(() => rmSync(map, { recursive: true }));
    const junit = join(map, "ctest.xml");
    const geval = (naam: string, status: string) => `<testcase name="${naam}" classname="${naam}" time="0.1" status="${status}">`;
    writeFileSync(junit, ["los:run", "stuk:fail", "uit:disabled", "db:run", "gevallen:fail", "na:fail"].map((g) => geval(...(g.split(":") as [string, string]))).join("\n"));
    writeFileSync(join(map, "db.json"), gtest(goed, goed, over));
    writeFileSync(join(map, "na.json"), gtest(goed, goed));
    assert.deepEqual(telCtest(junit, map), { goed: 1 + 2 + 2, fout: 1 + 1 + 1, overgeslagen: 1 + 1 });
    assert.deepEqual(telCtest(join(map, "er-niet.xml")), niets);
});

test("leest de slotregels van node, Vitest en de eigen regel, ook met kleuren", () => {
    assert.deepEqual(telUitvoer("ℹ tests 4\nℹ pass 2\nℹ fail 1\nℹ cancelled 0\nℹ skipped 1\nℹ todo 0\n"), { goed: 2, fout: 1, overgeslagen: 1 });
    assert.deepEqual(telUitvoer("# pass 7\n# fail 0\n# skipped 0\n"), { goed: 7, fout: 0, overgeslagen: 0 });
    assert.deepEqual(telUitvoer("\u001b[2m      Tests \u001b[22m \u001b[31m1 failed\u001b[39m | \u001b[32m12 passed\u001b[39m | 2 skipped (15)\n"), { goed: 12, fout: 1, overgeslagen: 2 });
    assert.deepEqual(telUitvoer(" Test Files  3 passed (3)\n      Tests  9 passed (9)\n"), { goed: 9, fout: 0, overgeslagen: 0 });
    assert.deepEqual(telUitvoer("3 passed, 0 failed\n1 passed, 2 failed, 4 skipped\n"), { goed: 4, fout: 2, overgeslagen: 4 });
    assert.deepEqual(telUitvoer("all is well, 12 passed by\n"), niets);
});

test("noemt de bestanden van wat omviel, elk één keer", () => {
    const tekst = "✖ failing tests:\n\ntest at reizen/kaart.test.ts:39:5\n✖ een (nl) (12ms)\n\ntest at reizen/kaart.test.ts:39:5\n✖ een (en)\n\ntest at api/post.test.ts:8:1\n  at x (/w/tests/reizen/anders.test.ts:1:2)\n";
    assert.deepEqual(gevallenBestanden(tekst), ["reizen/kaart.test.ts", "api/post.test.ts"]);
    assert.deepEqual(gevallenBestanden("ℹ pass 3\n"), []);
});

test("sluit met één regel, en een onderdeel zonder tests is een fout", async (t) => {
    const map = mkdtempSync(join(tmpdir(), "tellen-"));
    t.after(() => rmSync(map, { recursive: true }));
    const regels: string[] = [];
    t.mock.method(console, "log", (r: string) => regels.push(r));
    const deel = (naam: string, telling: object) => ({ naam, uitleg: "", wanneer: "snel" as const, doe: async () => ({ ...niets, ...telling }) });
    const draai = (...d: ReturnType<typeof deel>[]) => draaiAlles(d, { wortel: map, uitvoer: join(map, "uit"), luid: false, minuten: 1 });
    assert.equal(await draai(deel("a", { goed: 2 }), deel("b", { goed: 1, overgeslagen: 1 })), 0);
    assert.equal(regels.at(-1), "3 passed, 0 failed, 1 skipped");
    assert.equal(await draai(deel("a", { goed: 2 }), deel("leeg", {})), 1);
    assert.equal(regels.at(-1), "2 passed, 1 failed, 0 skipped");
    assert.equal(await draai(deel("a", { goed: 2, fout: 1 })), 1);
    assert.equal(await draai(), 1);
    assert.equal(slotregel(niets), regels.at(-1));
});

test("een opdracht die niet eindigt is een fout, en alles wat zij startte eindigt", async (t) => {
    const map = mkdtempSync(join(tmpdir(), "tellen-"));
    t.after(() => rmSync(map, { recursive: true }));
    const regels: string[] = [];
    t.mock.method(console, "log", (r: string) => regels.push(r));
    // a process in a group of its own, as a server under a test runner, that also holds the output open
    const doe = (werk: Werk) => werk.controle(["sh", "-c", "setsid sleep 86399 & echo kind $!; wait"]);
    const code = await draaiAlles([{ naam: "hangt", uitleg: "", wanneer: "snel", doe }], { wortel: map, uitvoer: join(map, "uit"), luid: false, minuten: 0.01 });
    assert.equal(code, 1);
    const alles = regels.join("\n");
    assert.match(alles, /not done within 0.01 minutes.*sleep 86399/s);
    const stand = `/proc/${/kind (\d+)/.exec(alles)?.[1]}/stat`;
    const weg = () => {
        try {
            return / Z /.test(readFileSync(stand, "latin1"));
        } catch {
            return true;
        }
    };
    for (let i = 0; i < 100 && !weg(); ++i) await new Promise((klaar) => setTimeout(klaar, 100)); // the kernel takes its time
    assert.ok(weg(), "the child's child is still there");
});

// SPDX-License-Identifier: EUPL-1.2
// Every header compiles alone. Where some .cpp includes it first, the build proves that already; the others are
// compiled here, and only again when the header or one that it reaches has changed.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { lees, wortel } from "./bronnen.ts";

const koppen = lees("src/**/*.hpp");
const bronnen = lees("src/**/*.cpp");
const bewaard = join(wortel, "bouw/.koppen");

const eerste = (tekst: string) => /^\s*#\s*include\s*"([^"]+)"/m.exec(/^\s*#\s*include.*$/m.exec(tekst)?.[0] ?? "")?.[1];

/** The header and every header of ours that it reaches. */
function bereik(pad: string, gezien = new Set<string>()): Set<string> {
    if (gezien.has(pad) || !koppen.has(pad)) return gezien;
    gezien.add(pad);
    for (const m of (koppen.get(pad) as string).matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)) bereik(`src/${m[1]}`, gezien);
    return gezien;
}

function vertaal(pad: string, vlaggen: string[]): Promise<string> {
    return new Promise((klaar) => {
        const kind = spawn("g++", ["-std=c++20", "-fsyntax-only", "-Isrc", "-Itests", `-DDAMWAND_BRONMAP="${wortel}"`, ...vlaggen, "-x", "c++", "-"], { cwd: wortel });
        let uitvoer = "";
        kind.stderr.on("data", (stuk) => (uitvoer += stuk));
        kind.on("error", (fout) => klaar(fout.message));
        kind.on("close", (code) => klaar(code === 0 ? "" : (uitvoer.match(/^.*\berror: .*$/m)?.[0] ?? `exit ${code}`)));
        kind.stdin.end(`#include "${pad.slice("src/".length)}"\n`);
    });
}

test("elke header compileert alleen", async () => {
    assert.ok(koppen.size > 0, "no headers found");
    const bewezen = new Set([...bronnen.values()].map((tekst) => `src/${eerste(tekst)}`));
    const vlaggen = execFileSync("pkg-config", ["--cflags", "libxml-2.0", "libpq", "libzip"], { encoding: "utf8" }).trim().split(/\s+/);
    mkdirSync(bewaard, { recursive: true });
    const rij = [...koppen.keys()].filter((pad) => !bewezen.has(pad));
    const fouten: string[] = [];
    const werker = async () => {
        for (let pad = rij.shift(); pad; pad = rij.shift()) {
            const som = createHash("sha256");
            for (const p of [...bereik(pad)].sort()) som.update(`${p}\0${koppen.get(p)}\0`);
            const teken = join(bewaard, som.digest("hex"));
            if (existsSync(teken)) continue;
            const fout = await vertaal(pad, vlaggen);
            if (fout) fouten.push(fout);
            else writeFileSync(teken, "");
        }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, werker));
    assert.deepEqual(fouten, []);
});

// SPDX-License-Identifier: EUPL-1.2
// House rules that hold for every file of the repository.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import { test } from "node:test";
import { alles, lees, wortel } from "./bronnen.ts";

const paden = alles();
const tekst = (pad: string) => readFileSync(join(wortel, pad), "utf8");
const isTekst = (pad: string) => !/\.(png|ico|zip|woff2?|pdf|gz|bin)$/.test(pad) && !pad.startsWith("tests/fuzz/");
const isBron = (pad: string) => isTekst(pad) && !/(^|\/)(package-lock\.json|LICENSE)$/.test(pad);
const deze = "tests/grenzen/huisregels.test.ts";

/** "file:line" of every line that matches, in the files asked for. */
function zoek(patroon: RegExp, welke: (pad: string) => boolean, lezer = tekst): string[] {
    return paden
        .filter((pad) => pad !== deze && welke(pad))
        .flatMap((pad) =>
            lezer(pad)
                .split("\n")
                .flatMap((regel, i) => (patroon.test(regel) ? [`${pad}:${i + 1}: ${regel.trim().slice(0, 120)}`] : [])),
        );
}

/** The paths that REUSE.toml gives a licence. */
function uitReuse(): string[] {
    const lijst = /^path = \[([\s\S]*?)^\]/m.exec(tekst("REUSE.toml"))?.[1] ?? "";
    return [...lijst.matchAll(/"([^"]+)"/g)].map((m) => (m[1] as string).replace(/\*\*(?=\.)/, "**/*"));
}

function zonderLicentie(pad: string, inhoud: string): boolean {
    const kop = inhoud.slice(0, 600);
    if (/SPDX-License-Identifier: EUPL-1\.2\b/.test(kop)) return false;
    return !uitReuse().some((patroon) => matchesGlob(pad, patroon));
}

test("elk bestand draagt zijn licentie", () => {
    assert.ok(paden.length > 20, "no files found: is this a clone of the repository?");
    assert.deepEqual(paden.filter((pad) => zonderLicentie(pad, isTekst(pad) ? tekst(pad) : "")), []);
    assert.ok(zonderLicentie("src/base/plant.cpp", "#pragma once\n"));
    assert.ok(!zonderLicentie("docs/a/b.png", ""));
});

test("er staat geen pad van een bouwmachine in", () => {
    // the paths in tests/kaal are those of the Debian that it makes
    const elders = (pad: string) => isBron(pad) && !pad.startsWith("tests/kaal/");
    assert.deepEqual(zoek(/(^|["'\s=(])\/(work|farm|tmp\/bash_jobs|root|home\/[a-z]+)\//, elders), []);
});

test("er staat geen adres van een pakketregister in", () => {
    assert.deepEqual(zoek(/registry\.npmjs|npmjs\.(org|com)\/|deb\.debian\.org|security\.debian\.org|pypi\.org|pkg\.dev/, (p) => isTekst(p) && p !== "LICENSE"), []);
});

test("er staat geen belofte voor later in", () => {
    const merk = /\b(TODO|FIXME|XXX)\b|NOLINT|DISABLED_|eslint-disable|@ts-ignore|@ts-nocheck|\b(it|test|describe)\.(skip|only)\(/;
    const code = (pad: string) => isBron(pad) && /\.(cpp|hpp|ts|tsx|mjs|css|sql|sh|cmake|txt)$/.test(pad);
    assert.deepEqual(zoek(merk, code), []);
});

test("elk script dat men start is uitvoerbaar en meldt fouten", () => {
    for (const pad of ["start", "test", "damwand", ".ci/run", ...paden.filter((p) => /^scripts\/[a-z]+$/.test(p))]) {
        assert.ok(lees(pad).size === 1, `${pad} is missing`);
        assert.match(tekst(pad), /^#!\/usr\/bin\/env bash\n/, pad);
        assert.match(tekst(pad), /set -euo pipefail|gemeen\.sh/, pad);
    }
});

test("begrippen, README en architectuur noemen alleen wat er is", () => {
    const stuk = /\]\((?!https?:|mailto:|#)([^)#\s]+)/g;
    const kapot = paden
        .filter((pad) => pad.endsWith(".md"))
        .flatMap((pad) =>
            [...tekst(pad).matchAll(stuk)]
                .map((m) => join(pad, "..", m[1] as string))
                .filter((doel) => !paden.some((p) => p === doel || p.startsWith(`${doel.replace(/\/$/, "")}/`)))
                .map((doel) => `${pad} → ${doel}`),
        );
    assert.deepEqual(kapot, []);
});

test("wat docs/architectuur.md aanwijst bestaat", () => {
    const wegwijzer = tekst("docs/architectuur.md").match(/`[^`\n]+`/g) ?? [];
    const plekken = wegwijzer.map((p) => p.slice(1, -1)).filter((p) => /^(src|db|web|tests|scripts|docs|bench|cmake)\//.test(p) && !/[<*… ]/.test(p));
    assert.ok(plekken.length > 20, "the table names no places");
    assert.deepEqual(plekken.filter((plek) => !paden.some((p) => p === plek || p.startsWith(`${plek.replace(/\/$/, "")}/`))), []);
});

// SPDX-License-Identifier: EUPL-1.2
// What must not compile does not: a route without one of its declarations, an id of one kind for another. Each snippet
// has a twin that does compile, so that the test cannot be red for another reason.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

const wortel = join(import.meta.dirname, "../..");

function compileert(code: string): boolean {
    const r = spawnSync("g++", ["-std=c++20", "-fsyntax-only", "-w", "-Isrc", "-I/usr/include/postgresql", "-x", "c++", "-"], {
        cwd: wortel,
        input: code,
        encoding: "utf8",
    });
    return r.status === 0;
}

const velden = {
    methode: "damwand::http::Methode::get",
    pad: '"/v1/dingen"',
    naam: '"dingenTonen"',
    recht: '"signaal.lezen"',
    activiteit: '"signalen-wegen"',
    audit: "damwand::poort::Audit::lezen",
    tarief: "damwand::poort::Tarief::licht",
    export_klasse: "damwand::poort::Export::geen",
};

const route = (zonder?: string) =>
    `#include "platform/poort/poort.hpp"\ndamwand::poort::Kop kop() { return {${Object.entries(velden)
        .filter(([naam]) => naam !== zonder)
        .map(([naam, waarde]) => `.${naam} = ${waarde}`)
        .join(", ")}}; }`;

test("een route met alle verklaringen compileert; zonder een ervan niet", { timeout: 300_000 }, () => {
    assert.ok(compileert(route()), "the whole route compiles");
    for (const naam of ["recht", "activiteit", "audit", "tarief", "export_klasse"]) {
        assert.ok(!compileert(route(naam)), `a route without ${naam} must not compile`);
    }
});

test("een id van de ene soort is geen id van de andere", { timeout: 60_000 }, () => {
    const code = (soort: string) =>
        `#include "base/id.hpp"\nvoid f(damwand::CasusId);\nvoid g(damwand::${soort} id) { f(id); }`;
    assert.ok(compileert(code("CasusId")));
    assert.ok(!compileert(code("SignaalId")));
    assert.ok(!compileert(code("Uuid")));
});

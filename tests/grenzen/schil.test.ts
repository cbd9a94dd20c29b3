// SPDX-License-Identifier: EUPL-1.2
// The shell scripts: readable for bash, and without the mistakes that shellcheck knows.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { alles, wortel } from "./bronnen.ts";

const scripts = alles().filter((pad) => pad.endsWith(".sh") || (!/\.[a-z]+$/.test(pad) && readFileSync(join(wortel, pad), "latin1").startsWith("#!/usr/bin/env bash")));

function draai(...opdracht: string[]) {
    const { status, stdout, stderr, error } = spawnSync(opdracht[0] as string, opdracht.slice(1), { cwd: wortel, encoding: "utf8" });
    return { status: error ? -1 : status, uitvoer: stdout + stderr, weg: (error as NodeJS.ErrnoException | undefined)?.code === "ENOENT" };
}

test("bash kan elk script lezen", () => {
    assert.ok(scripts.includes("start") && scripts.includes("scripts/installeer"));
    for (const pad of scripts) assert.deepEqual(draai("bash", "-n", pad), { status: 0, uitvoer: "", weg: false }, pad);
});

test("shellcheck heeft niets op te merken", (t) => {
    const { status, uitvoer, weg } = draai("shellcheck", "-x", "-S", "warning", ...scripts);
    if (weg) t.skip("shellcheck is not installed");
    else assert.equal(status, 0, uitvoer);
});

test("./start weigert verkeerde opties met uitleg en uitgang 2", () => {
    for (const opties of [["--poort"], ["--poort", "abc"], ["--poort", "70000"], ["--bag=bestaat-niet.zip"], ["--onbekend"]]) {
        const { status, uitvoer } = draai("./start", ...opties);
        assert.equal(status, 2, opties.join(" "));
        assert.match(uitvoer, /^✗ .+\n.*--help/, opties.join(" "));
    }
    assert.match(draai("./start", "--help").uitvoer, /Gebruik: \.\/start/);
});

test("./test weigert verkeerde opties met uitleg en uitgang 2", () => {
    for (const opties of [["--onbekend"], ["--alleen", "rommel"]]) assert.equal(draai("node", "scripts/proef/proef.ts", ...opties).status, 2, opties.join(" "));
});

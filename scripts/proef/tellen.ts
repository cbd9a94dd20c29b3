// SPDX-License-Identifier: EUPL-1.2
// Reads how many tests ran out of what the test runners leave behind.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Tests of one part of the run. */
export type Telling = { goed: number; fout: number; overgeslagen: number };

export const niets: Telling = { goed: 0, fout: 0, overgeslagen: 0 };

export function plus(a: Telling, b: Telling): Telling {
    return { goed: a.goed + b.goed, fout: a.fout + b.fout, overgeslagen: a.overgeslagen + b.overgeslagen };
}

/** The closing line that CI reads. */
export function slotregel(t: Telling): string {
    return `${t.goed} passed, ${t.fout} failed, ${t.overgeslagen} skipped`;
}

type Geval = { naam: string; status: string };

/** The test cases of ctest's JUnit report; status is run, fail, notrun or disabled. */
function gevallen(junit: string): Geval[] {
    return [...junit.matchAll(/<testcase ([^>]*)>/g)].map(([, kop]) => ({
        naam: /\bname="([^"]*)"/.exec(kop ?? "")?.[1] ?? "",
        status: /\bstatus="([^"]*)"/.exec(kop ?? "")?.[1] ?? "fail",
    }));
}

/**
 * What a ctest run did.
 * @param junit file of `ctest --output-junit`
 * @param gtestMap folder of GTEST_OUTPUT=json, one file per test program: such a program counts as the tests inside
 *   it; one that left no file (it crashed, or it is no GoogleTest program) counts as one test
 */
export function telCtest(junit: string, gtestMap?: string): Telling {
    if (!existsSync(junit)) return niets;
    let som = niets;
    for (const { naam, status } of gevallen(readFileSync(junit, "utf8"))) {
        const binnen = gtestMap && join(gtestMap, `${naam}.json`);
        if (binnen && existsSync(binnen)) {
            const t = telGtest(readFileSync(binnen, "utf8"));
            // all tests well and yet a failure: the program fell over after its last test
            som = plus(som, status === "fail" && t.fout === 0 ? { ...t, fout: 1 } : t);
        } else if (status === "run") som = plus(som, { ...niets, goed: 1 });
        else if (status === "fail") som = plus(som, { ...niets, fout: 1 });
        else som = plus(som, { ...niets, overgeslagen: 1 });
    }
    return som;
}

/** The totals of one GoogleTest program's JSON report. */
export function telGtest(json: string): Telling {
    type Suite = { testsuite: { result?: string; status?: string; failures?: unknown[] }[] };
    const proeven = (JSON.parse(json) as { testsuites: Suite[] }).testsuites.flatMap((s) => s.testsuite);
    const fout = proeven.filter((p) => p.failures?.length).length;
    const over = proeven.filter((p) => !p.failures?.length && (p.result === "SKIPPED" || p.status === "NOTRUN")).length;
    return { goed: proeven.length - fout - over, fout, overgeslagen: over };
}

/** The files of the tests that failed in what node's own runner printed ("test at reizen/kaart.test.ts:39:5"), each once. */
export function gevallenBestanden(tekst: string): string[] {
    return [...new Set([...tekst.matchAll(/^test at (\S+?\.test\.ts):\d+:\d+$/gm)].map(([, bestand]) => bestand as string))];
}

/**
 * The totals in what a JavaScript test runner printed: node's own ("# pass 3" in TAP, "ℹ pass 3" otherwise), Vitest
 * ("Tests  3 passed | 1 skipped (4)") or the plain line "3 passed, 0 failed, 1 skipped". Several runs add up.
 */
export function telUitvoer(tekst: string): Telling {
    const regels = tekst.replace(/\u001b\[[0-9;]*m/g, "").split(/\r?\n/);
    let som = niets;
    for (const regel of regels) {
        const node = /^[#ℹ] (pass|fail|cancelled|skipped|todo) (\d+)$/.exec(regel.trim());
        if (node) {
            const n = Number(node[2]);
            if (node[1] === "pass") som = plus(som, { ...niets, goed: n });
            else if (node[1] === "fail" || node[1] === "cancelled") som = plus(som, { ...niets, fout: n });
            else som = plus(som, { ...niets, overgeslagen: n });
            continue;
        }
        const eigen = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(regel.trim());
        if (eigen) {
            som = plus(som, { goed: Number(eigen[1]), fout: Number(eigen[2]), overgeslagen: Number(eigen[3] ?? 0) });
            continue;
        }
        if (/^\s*Tests\s+(\d+ (passed|failed|skipped|todo)[ |]*)+\(\d+\)\s*$/.test(regel)) {
            const haal = (woord: string) => Number(new RegExp(`(\\d+) ${woord}`).exec(regel)?.[1] ?? 0);
            som = plus(som, { goed: haal("passed"), fout: haal("failed"), overgeslagen: haal("skipped") + haal("todo") });
        }
    }
    return som;
}


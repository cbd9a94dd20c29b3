// SPDX-License-Identifier: EUPL-1.2
// ./test: runs every part, prints what each one did and how long it took, and closes with one line of counts.
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { delen } from "./delen.ts";
import { draaiAlles } from "./draai.ts";

const hulp = `Gebruik: ./test [opties]

  ./test                    alles: huisregels, C++, database, schermen, API en browser
  ./test --snel             zonder database en browser
  ./test --alleen db        één onderdeel; mag vaker
  ./test --lang             ook wat uren mag duren: asan, tsan, fuzzen, clang-tidy

Opties:
  --luid      alle uitvoer op het scherm; anders alleen in tests/uitvoer/ en bij een fout
  --help      deze uitleg

Onderdelen: ${delen.map((d) => d.naam).join(", ")}
De laatste regel telt alle tests. Uitgang 0: alles goed; 1: er ging iets fout; 2: verkeerde opties.`;

const wortel = join(import.meta.dirname, "../..");

function lees() {
    try {
        return parseArgs({
            options: {
                snel: { type: "boolean", default: false },
                lang: { type: "boolean", default: false },
                luid: { type: "boolean", default: false },
                help: { type: "boolean", short: "h", default: false },
                alleen: { type: "string", multiple: true, default: [] },
            },
        }).values;
    } catch (fout) {
        console.error(`✗ ${(fout as Error).message}\n  ./test --help legt de opties uit`);
        process.exit(2);
    }
}

const opties = lees();
if (opties.help) {
    console.log(hulp);
    process.exit(0);
}
const onbekend = opties.alleen.find((naam) => !delen.some((d) => d.naam === naam));
if (onbekend !== undefined) {
    console.error(`✗ onbekend onderdeel: ${onbekend}\n  onderdelen: ${delen.map((d) => d.naam).join(", ")}`);
    process.exit(2);
}

const gekozen = delen.filter((d) =>
    opties.alleen.length > 0
        ? opties.alleen.includes(d.naam)
        : (!opties.snel || d.wanneer === "snel") && (opties.lang || d.wanneer !== "lang"),
);

if (opties.lang) process.env.DAMWAND_LANG = "1";
const uitvoer = join(wortel, "tests/uitvoer");
rmSync(uitvoer, { recursive: true, force: true });
mkdirSync(uitvoer, { recursive: true });
if (!existsSync(join(wortel, "CMakeLists.txt"))) throw new Error(`no source tree at ${wortel}`);
// one command may take several times what it does take, and less than CI gives the whole run
process.exitCode = await draaiAlles(gekozen, { wortel, uitvoer, luid: opties.luid, minuten: opties.lang ? 600 : 40 });

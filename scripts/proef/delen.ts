// SPDX-License-Identifier: EUPL-1.2
// The parts of ./test, in the order they run: what is cheap and often wrong first.
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Deel, Werk } from "./draai.ts";
import { gevallenBestanden, niets, plus, telCtest, telUitvoer, type Telling } from "./tellen.ts";

const mislukt: Telling = { ...niets, fout: 1 };
const er = (...pad: string[]) => (wortel: string) => existsSync(join(wortel, ...pad));
const erZijn = (patroon: string) => (wortel: string) => globSync(patroon, { cwd: wortel }).length > 0;

/** The scripts of a package.json. */
function npmScripts(wortel: string, map: string): Record<string, string> {
    return JSON.parse(readFileSync(join(wortel, map, "package.json"), "utf8")).scripts ?? {};
}

/** A command that prints its own counts; one that fails without counting a failure is one failure. */
async function geteld(werk: Werk, opdracht: string[], omgeving?: Record<string, string>): Promise<Telling> {
    const { code, tekst } = await werk.draai(opdracht, omgeving);
    const t = telUitvoer(tekst);
    return code !== 0 && t.fout === 0 ? plus(t, mislukt) : t;
}

/** Test files for node's own runner. */
function nodeTest(werk: Werk, bestanden: string[]): Promise<Telling> {
    return geteld(werk, ["node", "--disable-warning=ExperimentalWarning", "--test-reporter=spec", "--test", ...bestanden]);
}

/** The tests of a preset with a label; db programs count as the tests inside them. */
async function ctest(werk: Werk, preset: string, label: string, omgeving: Record<string, string> = {}): Promise<Telling> {
    const junit = join(werk.map, `ctest-${label}.xml`);
    const gtest = join(werk.map, `gtest-${label}`);
    const { code } = await werk.draai(
        ["ctest", "--preset", preset, "-L", `^${label}$`, "-j", "2", "--output-junit", junit],
        label === "db" ? { GTEST_OUTPUT: `json:${gtest}/`, ...omgeving } : omgeving,
    );
    const t = telCtest(junit, label === "db" ? gtest : undefined);
    return code !== 0 && t.fout === 0 ? plus(t, mislukt) : t;
}

/** Builds a preset and runs the tests with these labels; a build that fails is one failure. */
async function bouwEnProef(werk: Werk, preset: string, labels: string[], omgeving?: Record<string, string>) {
    if ((await werk.draai(["scripts/bouw", preset])).code !== 0) return mislukt;
    let som = niets;
    for (const label of labels) som = plus(som, await ctest(werk, preset, label, omgeving));
    return som;
}

async function web(werk: Werk): Promise<Telling> {
    if ((await werk.draai(["scripts/web", "--modules"])).code !== 0) return mislukt;
    const scripts = npmScripts(werk.wortel, "web");
    let som = niets;
    // the contract of the program that this run built: its paths, types and error codes are what the screens must know
    const programma = join(werk.wortel, "bouw/dev/damwand");
    if (scripts.api && existsSync(programma)) {
        const { code, uit } = await werk.draai([programma, "openapi"]);
        if (code === 0) writeFileSync(join(werk.wortel, "web/openapi.json"), uit);
        som = plus(som, code === 0 ? await werk.controle(["npm", "--prefix", "web", "run", "api"]) : mislukt);
    }
    for (const naam of ["talen", "typecheck", "lint"])
        if (scripts[naam]) som = plus(som, await werk.controle(["npm", "--prefix", "web", "run", naam]));
    if (scripts.test) {
        const t = await geteld(werk, ["npm", "--prefix", "web", "run", "test"]);
        som = plus(som, t.goed + t.fout === 0 ? mislukt : t);
    }
    som = plus(som, await werk.controle(["scripts/web"]));
    if (scripts.budgets) som = plus(som, await werk.controle(["npm", "--prefix", "web", "run", "budgets"]));
    return som;
}

async function reizen(werk: Werk): Promise<Telling> {
    for (const opdracht of [["scripts/bouw", "dev", "damwand"], ["scripts/web"], ["scripts/web", "--modules"]])
        if ((await werk.draai(opdracht)).code !== 0) return mislukt;
    let som = niets;
    if (npmScripts(werk.wortel, "tests").typecheck) som = plus(som, await werk.controle(["npm", "--prefix", "tests", "run", "typecheck"]));
    const omgeving = {
        DAMWAND_PROGRAMMA: join(werk.wortel, "bouw/dev/damwand"),
        DAMWAND_UITVOER: werk.map,
        ...(process.env.DAMWAND_LANG ? { DAMWAND_KILL_CYCLI: "100" } : {}),
    };
    const { code, tekst } = await werk.draai(["npm", "--prefix", "tests", "test"], omgeving);
    let t = telUitvoer(tekst);
    if (code !== 0 && t.fout > 0 && (await nogEens(werk, tekst, t.fout, omgeving))) t = { ...t, goed: t.goed + t.fout, fout: 0 };
    else if (code !== 0 && t.fout === 0) t = plus(t, mislukt);
    return plus(som, t.goed + t.fout === 0 ? mislukt : t);
}

/**
 * Journeys that fell, once more and by themselves (ADR 0059): true when all of them are well now. Never those of the API, where nothing
 * waits for a screen, and never more than two files: that is no accident. Which they were stands under the outcome.
 */
async function nogEens(werk: Werk, tekst: string, gevallen: number, omgeving: Record<string, string>): Promise<boolean> {
    const bestanden = gevallenBestanden(tekst);
    const allemaal = (tekst.match(/^test at \S+:\d+:\d+$/gm) ?? []).length === gevallen;
    if (!allemaal || bestanden.length > 2 || !bestanden.every((een) => een.startsWith("reizen/"))) return false;
    for (const een of bestanden) {
        const { code, tekst: weer } = await werk.draai(["npm", "--prefix", "tests", "run", "reis", "--", een], omgeving);
        if (code !== 0 || telUitvoer(weer).goed === 0) return false;
        werk.zeg(`${een} fell, and passed at a second try by itself: find out why (the log has both)`);
    }
    return true;
}

const sanitizers = {
    ASAN_OPTIONS: "detect_stack_use_after_return=1:strict_string_checks=1:check_initialization_order=1",
    UBSAN_OPTIONS: "print_stacktrace=1:halt_on_error=1",
    TSAN_OPTIONS: "halt_on_error=1:second_deadlock_stack=1",
};

export const delen: Deel[] = [
    {
        naam: "huis",
        uitleg: "the house rules: allowed includes, licences, no machine paths, scripts, the counting itself",
        wanneer: "snel",
        doe: (werk) => nodeTest(werk, [...globSync("tests/grenzen/*.test.ts", { cwd: werk.wortel }), ...globSync("scripts/**/*.test.ts", { cwd: werk.wortel })].sort()),
    },
    {
        naam: "engine",
        uitleg: "base and engines build without the floors above them",
        wanneer: "snel",
        doe: (werk) => werk.controle(["scripts/bouw", "engine"]),
    },
    {
        naam: "snel",
        uitleg: "the development build and its unit tests",
        wanneer: "snel",
        doe: (werk) => bouwEnProef(werk, "dev", ["snel"]),
    },
    {
        naam: "db",
        uitleg: "the database tests, each program on a private cluster",
        wanneer: "gewoon",
        bestaat: erZijn("src/**/*_db_test.cpp"),
        doe: (werk) => bouwEnProef(werk, "dev", ["db"]),
    },
    {
        naam: "web",
        uitleg: "the screens: languages, types, style, tests, byte budgets",
        wanneer: "snel",
        bestaat: er("web/package.json"),
        doe: web,
    },
    {
        naam: "contract",
        uitleg: "what the screens send and read against what the program offers",
        wanneer: "snel",
        bestaat: er("src/app/main.cpp"),
        doe: async (werk) => {
            for (const opdracht of [["scripts/bouw", "dev", "damwand"], ["scripts/web", "--modules"]])
                if ((await werk.draai(opdracht)).code !== 0) return mislukt;
            return nodeTest(werk, globSync("tests/contract/*.test.ts", { cwd: werk.wortel }));
        },
    },
    {
        naam: "reizen",
        uitleg: "the API and the journeys in a real browser, on a real server",
        wanneer: "gewoon",
        bestaat: er("tests/package.json"),
        doe: reizen,
    },
    {
        naam: "lek",
        uitleg: "the leak proof: every route, role and relation against a model apart",
        wanneer: "gewoon",
        doe: async (werk) => {
            if ((await werk.draai(["scripts/bouw", "dev", "damwand"])).code !== 0) return mislukt;
            const t = await geteld(werk, ["npm", "--prefix", "tests", "run", "lek"], { DAMWAND_PROGRAMMA: join(werk.wortel, "bouw/dev/damwand") });
            return t.goed + t.fout === 0 ? mislukt : t;
        },
    },
    {
        naam: "release",
        uitleg: "the program as ./start ships it builds, and offers the same contract",
        wanneer: "gewoon",
        doe: async (werk) => {
            if ((await werk.draai(["scripts/bouw", "release", "damwand"])).code !== 0) return mislukt;
            const [hier, zoals] = [await werk.draai(["bouw/dev/damwand", "openapi"]), await werk.draai(["bouw/release/damwand", "openapi"])];
            return hier.code === 0 && zoals.code === 0 && hier.uit === zoals.uit ? { ...niets, goed: 1 } : mislukt;
        },
    },
    {
        naam: "asan",
        uitleg: "the same tests with AddressSanitizer and UndefinedBehaviorSanitizer",
        wanneer: "lang",
        doe: (werk) => bouwEnProef(werk, "asan", erZijn("src/**/*_db_test.cpp")(werk.wortel) ? ["snel", "db"] : ["snel"], sanitizers),
    },
    {
        naam: "tsan",
        uitleg: "the same tests with ThreadSanitizer",
        wanneer: "lang",
        doe: (werk) => bouwEnProef(werk, "tsan", erZijn("src/**/*_db_test.cpp")(werk.wortel) ? ["snel", "db"] : ["snel"], sanitizers),
    },
    {
        naam: "fuzz",
        uitleg: "a minute of libFuzzer per parser",
        wanneer: "lang",
        bestaat: erZijn("src/**/*_fuzz.cpp"),
        doe: (werk) => geteld(werk, ["scripts/fuzz", "60"]),
    },
    {
        naam: "tidy",
        uitleg: "clang-tidy and clang-format",
        wanneer: "lang",
        doe: (werk) => werk.controle(["scripts/tidy"]),
    },
];

// SPDX-License-Identifier: EUPL-1.2
// Runs the parts of ./test one after the other and reports them.
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { niets, plus, slotregel, type Telling } from "./tellen.ts";

export type Gedraaid = { code: number; tekst: string; uit: string };

/** What a part can do; every command runs in the root of the tree. */
export type Werk = {
    wortel: string;
    /** folder of this part for reports, empty at the start */
    map: string;
    /** Runs a command, its output to the part's log; gives the exit code, everything it printed, and stdout alone. One that is
     *  not done within `minuten` is ended with all it started, and that is a failure. */
    draai(opdracht: string[], omgeving?: Record<string, string>): Promise<Gedraaid>;
    /** Says something that whoever reads the outcome must know, also when all is well. */
    zeg(regel: string): void;
    /** Runs a command that is one check: one test, good when it exits with 0. */
    controle(opdracht: string[], omgeving?: Record<string, string>): Promise<Telling>;
};

export type Draaiwijze = {
    wortel: string;
    /** folder for the reports of all parts */
    uitvoer: string;
    /** all output on the screen */
    luid: boolean;
    /** what one command may take */
    minuten: number;
};

export type Deel = {
    naam: string;
    uitleg: string;
    /** snel: also in --snel; lang: only in --lang */
    wanneer: "snel" | "gewoon" | "lang";
    /** false while the tree has nothing for this part */
    bestaat?(wortel: string): boolean;
    doe(werk: Werk): Promise<Telling>;
};

type Uitslag = { deel: Deel; telling: Telling; seconden: number; gezegd: string[] };

const terminal = process.stdout.isTTY === true;
const staart = 60; // lines that are shown of each command that failed

const uitProc = (pid: number, wat: string) => {
    try {
        return readFileSync(`/proc/${pid}/${wat}`, "latin1");
    } catch {
        return ""; // it went by itself
    }
};

/** A process and all it started, the deepest first: a test runner's servers and browsers stand in groups of their own. */
function nageslacht(pid: number): number[] {
    const kinderen = readdirSync("/proc").map(Number).filter((kind) => uitProc(kind, "stat").replace(/^.*\) . /s, "").startsWith(`${pid} `));
    return [...kinderen.flatMap(nageslacht), pid];
}

/** Ends these processes; tells what each was and what it waited for. */
function beeindig(pids: number[]): string {
    const regels = pids.map((pid) => `${pid} [${uitProc(pid, "wchan")}] ${uitProc(pid, "cmdline").replaceAll("\0", " ")}\n`);
    for (const pid of pids) {
        try {
            process.kill(pid, "SIGKILL");
        } catch {
            // it went by itself
        }
    }
    return regels.join("");
}

function wis() {
    if (terminal) process.stdout.write("\r\u001b[K");
}

/** One part's commands: output goes to the log, and on a terminal the last line stands on the screen. */
class Onderdeel implements Werk {
    readonly wortel: string;
    readonly map: string;
    readonly log: number;
    /** What went wrong: the last lines of every command that failed. */
    readonly gebreken: string[] = [];
    /** What is said beside the outcome. */
    readonly gezegd: string[] = [];
    private readonly luid: boolean;
    private readonly minuten: number;

    constructor(map: string, { wortel, luid, minuten }: Draaiwijze) {
        this.wortel = wortel;
        this.map = map;
        this.luid = luid;
        this.minuten = minuten;
        mkdirSync(map, { recursive: true });
        this.log = openSync(join(map, "log"), "w");
    }

    private schrijf(stuk: string) {
        writeSync(this.log, stuk);
        if (this.luid) process.stdout.write(stuk);
        else if (terminal) {
            const laatste = stuk.trimEnd().split("\n").at(-1) ?? "";
            process.stdout.write(`\r\u001b[K  ${laatste.replace(/\u001b\[[0-9;]*[A-Za-z]|\r/g, "").slice(0, 100)}`);
        }
    }

    zeg(regel: string) {
        this.schrijf(`${regel}\n`);
        this.gezegd.push(regel);
    }

    draai(opdracht: string[], omgeving: Record<string, string> = {}) {
        this.schrijf(`$ ${opdracht.join(" ")}\n`);
        return new Promise<Gedraaid>((klaar) => {
            const kind = spawn(opdracht[0] as string, opdracht.slice(1), {
                cwd: this.wortel,
                env: { ...process.env, ...omgeving },
                stdio: ["ignore", "pipe", "pipe"],
            });
            const stukken: string[] = [];
            const uit: string[] = [];
            let verlopen = false;
            const wekker = setTimeout(() => {
                verlopen = true;
                const woord = `not done within ${this.minuten} minutes, and ended; it was running:\n${beeindig(nageslacht(kind.pid as number))}`;
                stukken.push(woord);
                this.schrijf(woord);
                for (const stroom of [kind.stdout, kind.stderr]) stroom.destroy(); // whoever still holds them
            }, this.minuten * 60_000);
            const einde = (code: number) => {
                clearTimeout(wekker);
                const tekst = stukken.join("");
                const regels = tekst.split("\n").filter((r) => r.trim() !== "");
                if (code !== 0) this.gebreken.push(`$ ${opdracht.join(" ")}`, ...regels.slice(-staart));
                klaar({ code, tekst, uit: uit.join("") });
            };
            for (const stroom of [kind.stdout, kind.stderr]) {
                stroom.setEncoding("utf8");
                stroom.on("data", (stuk: string) => {
                    stukken.push(stuk);
                    if (stroom === kind.stdout) uit.push(stuk);
                    this.schrijf(stuk);
                });
            }
            kind.on("error", (fout) => {
                stukken.push(`${fout.message}\n`);
                this.schrijf(`${fout.message}\n`);
                einde(127);
            });
            kind.on("close", (code, signaal) => {
                if (signaal) this.schrijf(`ended by ${signaal}\n`);
                einde(verlopen ? 124 : (code ?? 128)); // a shell whose child was ended first may say that all is well
            });
        });
    }

    async controle(opdracht: string[], omgeving?: Record<string, string>) {
        const { code } = await this.draai(opdracht, omgeving);
        return code === 0 ? { ...niets, goed: 1 } : { ...niets, fout: 1 };
    }
}

const duur = (s: number) => (s < 60 ? `${s.toFixed(1)} s` : `${Math.floor(Math.round(s) / 60)} min ${Math.round(s) % 60} s`);

async function draaiDeel(deel: Deel, wijze: Draaiwijze): Promise<Uitslag> {
    const { luid, uitvoer } = wijze;
    const begin = performance.now();
    const werk = new Onderdeel(join(uitvoer, deel.naam), wijze);
    console.log(`▸ ${deel.naam}: ${deel.uitleg}`);
    let telling: Telling;
    try {
        telling = await deel.doe(werk);
    } catch (fout) {
        werk.gebreken.push(String((fout as Error).stack ?? fout));
        telling = { ...niets, fout: 1 };
    }
    if (telling.goed + telling.fout === 0) {
        werk.gebreken.push(`${deel.naam} ran no test at all: that counts as a failure`);
        telling = plus(telling, { ...niets, fout: 1 });
    }
    const seconden = (performance.now() - begin) / 1000;
    wis();
    if (telling.fout > 0) {
        if (!luid) console.log(werk.gebreken.map((r) => `  │ ${r.length > 300 ? `${r.slice(0, 300)}…` : r}`).join("\n"));
        console.log(`  all of it: tests/uitvoer/${deel.naam}/log`);
    }
    console.log(`${telling.fout > 0 ? "✗" : "✓"} ${deel.naam}: ${slotregel(telling)} (${duur(seconden)})`);
    closeSync(werk.log);
    return { deel, telling, seconden, gezegd: werk.gezegd };
}

/** Runs the parts; returns the exit code. The last line printed is the closing line. */
export async function draaiAlles(gekozen: Deel[], wijze: Draaiwijze): Promise<number> {
    const uitslagen: Uitslag[] = [];
    for (const deel of gekozen) {
        if (deel.bestaat && !deel.bestaat(wijze.wortel)) {
            console.log(`- ${deel.naam}: nothing in the tree yet`);
            continue;
        }
        uitslagen.push(await draaiDeel(deel, wijze));
    }
    const som = uitslagen.map((u) => u.telling).reduce(plus, niets);
    console.log("");
    for (const { deel, telling, seconden, gezegd } of uitslagen) {
        console.log(`  ${telling.fout > 0 ? "✗" : "✓"} ${deel.naam.padEnd(12)} ${duur(seconden).padStart(12)}   ${slotregel(telling)}`);
        for (const regel of gezegd) console.log(`    ! ${regel}`);
    }
    console.log(`  in all       ${duur(uitslagen.reduce((t, u) => t + u.seconden, 0)).padStart(12)}\n`);
    console.log(slotregel(som));
    return som.fout > 0 || som.goed === 0 ? 1 : 0;
}

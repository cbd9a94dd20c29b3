// SPDX-License-Identifier: EUPL-1.2
// A real server of our own: the built program, a private database in a temporary folder, a free port.
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const wortel = join(import.meta.dirname, "../../..");

/** The program under test: DAMWAND_PROGRAMMA, else the development or release build. */
export function programma(): string {
    const plekken = [process.env.DAMWAND_PROGRAMMA, join(wortel, "bouw/dev/damwand"), join(wortel, "bouw/release/damwand")];
    const gevonden = plekken.find((p) => p && existsSync(p));
    if (!gevonden) throw new Error("build the program first: scripts/bouw dev damwand");
    return gevonden;
}

/** A temporary folder that the database's own user can reach. */
export function tijdelijkeMap(): string {
    const map = mkdtempSync(join(tmpdir(), "damwand-reis-"));
    chmodSync(map, 0o755);
    return map;
}

/** Runs a command of the program to its end; throws with its words when it fails. */
export function opdracht(...woorden: string[]): string {
    return execFileSync(programma(), woorden, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: 600_000 });
}

export type Account = { organisatie: string; gebruikersnaam: string; wachtwoord: string; totp: string };

/** A user made by administration, with the password and TOTP secret that were shown once. */
export function maakGebruiker(map: string, organisatie: string, gebruikersnaam: string, naam: string, ...rollen: string[]): Account {
    const uit = JSON.parse(
        opdracht("gebruiker", "maak", "--map", map, "--organisatie", organisatie, "--gebruikersnaam", gebruikersnaam, "--naam", naam,
            ...rollen.flatMap((r) => ["--rol", r]), "--json"),
    );
    return { organisatie, gebruikersnaam, wachtwoord: uit.wachtwoord, totp: uit.totp };
}

/** RFC 6238: the code an authenticator app shows, `stap` periods of 30 s from now. */
export function totp(base32: string, stap = 0): string {
    const alfabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits = "";
    for (const letter of base32.replace(/=+$/, "")) bits += alfabet.indexOf(letter).toString(2).padStart(5, "0");
    const geheim = Buffer.from((bits.match(/.{8}/g) ?? []).map((b) => Number.parseInt(b, 2)));
    const teller = Buffer.alloc(8);
    teller.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + stap));
    const som = createHmac("sha1", geheim).update(teller).digest();
    const plek = (som[19] ?? 0) & 15;
    return ((som.readUInt32BE(plek) & 0x7fffffff) % 1_000_000).toString().padStart(6, "0");
}

/** A running server. */
export class Server {
    readonly proces: ChildProcess;
    readonly url: string;
    readonly map: string;
    /** What it said so far: its technical log. */
    gezegd = "";

    private constructor(proces: ChildProcess, url: string, map: string) {
        this.proces = proces;
        this.url = url;
        this.map = map;
    }

    /** Starts `damwand <woorden> --map map` on a free port and waits until it says where it is. */
    static async start(map: string, woorden: string[] = ["serve"], extra: string[] = []): Promise<Server> {
        const proces = spawn(programma(), [...woorden, "--map", map, "--poort", "0", "--stil", "--tempo", "1000", ...extra], {
            stdio: ["ignore", "pipe", "pipe"],
        });
        // a test that falls over must not leave the machine a server
        const ruim = () => proces.kill("SIGKILL");
        process.once("exit", ruim);
        proces.once("exit", () => process.off("exit", ruim));
        let woord = "";
        proces.stderr?.on("data", (d) => {
            woord += d;
        });
        const url = await new Promise<string>((goed, fout) => {
            let uit = "";
            proces.stdout?.on("data", (d) => {
                uit += d;
                const plek = /draait op (\S+)/.exec(uit)?.[1];
                if (plek) goed(plek);
            });
            proces.on("exit", (code) => fout(new Error(`the server stopped with ${code}:\n${woord.slice(-2000)}`)));
            setTimeout(() => fout(new Error(`the server did not start:\n${woord.slice(-2000)}`)), 600_000).unref();
        }).catch((fout) => {
            ruim();
            throw fout;
        });
        const server = new Server(proces, url, map);
        server.gezegd = woord;
        for (const pijp of [proces.stderr, proces.stdout]) pijp?.on("data", (d) => (server.gezegd += d));
        return server;
    }

    /** Ctrl-C, and waits until everything it started is gone; one that does not go is a fault, told with where it hangs. */
    async stop(): Promise<void> {
        if (this.proces.exitCode !== null || this.proces.signalCode !== null) return;
        const einde = new Promise<"weg">((klaar) => this.proces.once("exit", () => klaar("weg")));
        this.proces.kill("SIGINT");
        let wekker: NodeJS.Timeout | undefined;
        const geduld = new Promise<"blijft">((klaar) => (wekker = setTimeout(klaar, stopgeduld, "blijft")));
        const uitkomst = await Promise.race([einde, geduld]);
        clearTimeout(wekker);
        if (uitkomst === "weg") return;
        const draden = waarHetHangt(this.proces.pid as number);
        this.proces.kill("SIGKILL");
        await einde;
        throw new Error(`the server did not stop within ${stopgeduld / 1000} s of Ctrl-C:\n${draden}`);
    }
}

/** A server stops within a second or two; this is for a machine that is very busy. In ms. */
const stopgeduld = 60_000;

/** What every thread of a process waits in: its stack where gdb is there, else the kernel's word for it. */
function waarHetHangt(pid: number): string {
    const gdb = spawnSync("gdb", ["-p", String(pid), "-batch", "-ex", "thread apply all bt 12"], { encoding: "utf8", timeout: 60_000 });
    if (gdb.status === 0) return gdb.stdout.slice(-8000);
    return readdirSync(`/proc/${pid}/task`).map((tid) => {
        const lees = (wat: string) => readFileSync(`/proc/${pid}/task/${tid}/${wat}`, "utf8").trim();
        return `${tid} ${lees("comm")}: ${lees("wchan")} ${lees("syscall")}`;
    }).join("\n");
}

/** Two municipalities in a fresh data folder. */
export function nieuweGegevens(): string {
    const map = tijdelijkeMap();
    opdracht("organisatie", "maak", "--map", map, "--nummer", "1", "--code", "damstede", "--naam", "Gemeente Damstede");
    opdracht("organisatie", "maak", "--map", map, "--nummer", "2", "--code", "polderveen", "--naam", "Gemeente Polderveen");
    return map;
}

/** SQL as somebody, straight on the database's own socket; each row a line, fields split by "|". */
export function sql(map: string, rol: "beheer" | "toepassing", tekst: string): string[] {
    const uit = execFileSync("psql", ["-h", join(map, "database/sok"), "-U", rol, "-d", "damwand", "-XAtq", "-v", "ON_ERROR_STOP=1", "-f", "-"], {
        encoding: "utf8", input: tekst, stdio: ["pipe", "pipe", "pipe"], maxBuffer: 1 << 28,
    });
    return uit.split("\n").filter((regel) => regel !== "");
}

export function ruimOp(map: string): void {
    rmSync(map, { recursive: true, force: true });
}

/** Somebody with a session, as a program would use the API. */
export class Klant {
    koekje = "";
    csrf = "";
    readonly url: string;
    constructor(url: string) {
        this.url = url;
    }

    /** `stap` -1: with the code of the period before, so that this one's is left for a browser. It is good until this period
     *  ends: not asked for at its very end. */
    static async meldAan(url: string, account: Account, stap = 0): Promise<Klant> {
        const over = 30_000 - (Date.now() % 30_000);
        if (stap < 0 && over < 3_000) await new Promise((klaar) => setTimeout(klaar, over));
        const klant = new this(url);
        const antwoord = await klant.roep("POST", "/v1/sessie", { ...account, totp: totp(account.totp, stap) });
        if (antwoord.status !== 201) throw new Error(`sign-in failed: ${antwoord.status} ${JSON.stringify(antwoord.lijf)}`);
        klant.csrf = antwoord.lijf.csrf;
        return klant;
    }

    /** One call. POST gets an Idempotency-Key unless `koppen` brings one. */
    async roep(methode: string, pad: string, lijf?: unknown, koppen: Record<string, string> = {}) {
        const antwoord = await fetch(this.url + pad, {
            method: methode,
            headers: {
                ...(lijf === undefined ? {} : { "content-type": lijf instanceof Blob ? "application/octet-stream" : "application/json" }),
                ...(this.koekje ? { cookie: this.koekje } : {}),
                ...(this.csrf ? { "x-csrf-token": this.csrf } : {}),
                ...(methode === "POST" ? { "idempotency-key": crypto.randomUUID() } : {}),
                ...koppen,
            },
            body: lijf === undefined || lijf instanceof Blob ? lijf : JSON.stringify(lijf),
        });
        const zet = antwoord.headers.get("set-cookie");
        if (zet) this.koekje = zet.split(";")[0] ?? "";
        const bytes = Buffer.from(await antwoord.arrayBuffer());
        const tekst = bytes.toString("utf8");
        // biome-ignore lint/suspicious/noExplicitAny: the tests look inside with assertions
        const inhoud: any = tekst && /json/.test(antwoord.headers.get("content-type") ?? "") ? JSON.parse(tekst) : tekst;
        return { status: antwoord.status, lijf: inhoud, tekst, bytes, koppen: antwoord.headers };
    }

    /** What a stream says, piece by piece. */
    async stroom(pad: string): Promise<ReadableStreamDefaultReader<Uint8Array>> {
        const antwoord = await fetch(this.url + pad, { headers: { cookie: this.koekje } });
        if (antwoord.status !== 200 || !antwoord.body) throw new Error(`${pad}: ${antwoord.status}`);
        return antwoord.body.getReader();
    }

    /** The same, when anything but `status` is a failure. */
    async eis(status: number, methode: string, pad: string, lijf?: unknown, koppen: Record<string, string> = {}) {
        const antwoord = await this.roep(methode, pad, lijf, koppen);
        if (antwoord.status !== status) throw new Error(`${methode} ${pad}: ${antwoord.status}, not ${status}: ${antwoord.tekst.slice(0, 500)}`);
        return antwoord;
    }
}

export const gezien = (versie: number) => ({ "if-match": `"${versie}"` });

// SPDX-License-Identifier: EUPL-1.2
// A meeting over real connections: opening one of 30 items with 15 participants, and 20 people who write in one item while each follows the others. A change counts as seen
// when somebody else's own reading of the item holds it: the event in his stream, what his screen waits to take events together, and the answer. One line of JSON per
// figure; asserts what each saw, and that all end in one text. Runs the program of bouw/release, or DAMWAND_PROGRAMMA:
//   node --disable-warning=ExperimentalWarning bench/overleg.ts
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { legOpTafel, planOverleg, rondDeTafel, slaap } from "../tests/api/tafel.ts";
import { type Klant, nieuweGegevens, ruimOp, wortel } from "../tests/reizen/steun/server.ts";

const PUNTEN = 30;
const KEER = 20; // that each of the fifteen opens the meeting
const SCHRIJVERS = 20;
const KEER_SCHRIJVEN = 15;
const PAUZE_MS = 3000; // between two changes by one person
const SAMEN_MS = 80; // web/src/overleg/volgen.ts

const release = join(wortel, "bouw/release/damwand");
if (!process.env.DAMWAND_PROGRAMMA && existsSync(release)) process.env.DAMWAND_PROGRAMMA = release;

function toon(wat: string, duren: number[]): void {
    duren.sort((a, b) => a - b);
    const op = (deel: number) => Number(duren[Math.floor(deel * (duren.length - 1))]!.toFixed(1));
    console.log(JSON.stringify({ bench: wat, aantal: duren.length, p50Ms: op(0.5), p95Ms: op(0.95), p99Ms: op(0.99), meestMs: op(1), last: Number(loadavg()[0]!.toFixed(1)) }));
}

type Punt = { delen: { soort: string; tekst: string }[] };

/** Fifteen people open it in turns, so often each. */
async function openen(map: string): Promise<void> {
    const { server, voorzitter, klanten } = await rondDeTafel(map, 14);
    try {
        const { overleg, mag } = await legOpTafel(voorzitter, klanten, PUNTEN);
        const alle = ["kern", "toelichting", "adressen"];
        const duren: Record<"alles" | "deel" | "niets", number[]> = { alles: [], deel: [], niets: [] };
        for (let keer = 0; keer < KEER; ++keer) {
            for (const [n, klant] of [voorzitter, ...klanten].entries()) {
                const zijn = n === 0 ? null : mag[n - 1]!;
                const voor = performance.now();
                const { lijf } = await klant.eis(200, "GET", overleg);
                const soort = zijn === null ? "alles" : zijn.length > 0 ? "deel" : "niets";
                if (keer > 0) duren[soort].push(performance.now() - voor);
                assert.equal(lijf.deelnemers.length, 15);
                const gezien = (lijf.punten as Punt[]).map((p) => p.delen.map((d) => d.soort).sort().join());
                assert.deepEqual(gezien, zijn === null ? Array.from({ length: PUNTEN }, () => [...alle].sort().join()) : zijn);
                for (const [i, p] of (lijf.punten as Punt[]).entries()) for (const d of p.delen) assert.ok(d.tekst.startsWith(`${d.soort} van ${i}: `), d.tekst.slice(0, 30));
            }
        }
        toon("overleg openen, wie alles ziet", duren.alles);
        toon("overleg openen, wie van elk punt een deel ziet", duren.deel);
        toon("overleg openen, wie van geen punt iets ziet", duren.niets);
    } finally {
        await server.stop();
    }
}

/** Somebody who follows an item as his screen does: an event, a short wait, and one reading at a time. */
class Volger {
    readonly klant: Klant;
    readonly punt: string;
    readonly pad: string;
    /** When each sentence stood in what he read. */
    readonly gezien = new Map<string, number>();
    tekst = "";
    versie = 0;
    #wacht = false;
    #leest: Promise<void> = Promise.resolve();

    constructor(klant: Klant, overleg: string, punt: string) {
        this.klant = klant;
        this.punt = punt;
        this.pad = `${overleg}/punten/${punt}`;
    }

    async lees(): Promise<void> {
        const veld = (await this.klant.eis(200, "GET", this.pad)).lijf.velden.find((v: { veld: string }) => v.veld === "aantekening") as { waarde: string; versie: number };
        const nu = performance.now();
        for (const alinea of veld.waarde.split("\n")) if (!this.gezien.has(alinea)) this.gezien.set(alinea, nu);
        if (veld.versie >= this.versie) ({ waarde: this.tekst, versie: this.versie } = veld);
    }

    #straks(): void {
        if (this.#wacht) return;
        this.#wacht = true;
        setTimeout(() => {
            this.#wacht = false;
            this.#leest = this.#leest.then(() => this.lees());
        }, SAMEN_MS);
    }

    async volg(): Promise<() => Promise<void>> {
        const stroom = await this.klant.stroom("/v1/gebeurtenissen");
        const einde = (async () => {
            const uitpakken = new TextDecoder();
            for (let buffer = ""; ; ) {
                const { done, value } = await stroom.read().catch(() => ({ done: true, value: undefined }));
                if (done) return;
                const stukken = (buffer + uitpakken.decode(value, { stream: true })).split("\n\n");
                buffer = stukken.pop() ?? "";
                if (stukken.some((stuk) => stuk.includes(this.punt))) this.#straks();
            }
        })();
        return async () => {
            await stroom.cancel();
            await einde;
            await this.#leest;
        };
    }
}

/** Twenty people write in one item, each every few seconds, and each follows what the others write. */
async function schrijven(map: string): Promise<void> {
    const { server, voorzitter, klanten } = await rondDeTafel(map, SCHRIJVERS);
    try {
        const { overleg } = await planOverleg(voorzitter, klanten, "Kernteam");
        const punt = (await voorzitter.eis(201, "POST", `${overleg}/punten`, { titel: "Rondvraag" })).lijf.id as string;
        await voorzitter.eis(200, "POST", `${overleg}/_begin`);
        const volgers = klanten.map((klant) => new Volger(klant, overleg, punt));
        const klaar = await Promise.all(volgers.map((v) => v.volg()));
        await slaap(500);
        const verzonden = new Map<string, { wie: number; op: number }>();
        const bewijs: number[] = [];
        await Promise.all(volgers.map(async (v, wie) => {
            await slaap((wie * PAUZE_MS) / SCHRIJVERS);
            for (let keer = 0; keer < KEER_SCHRIJVEN; ++keer) {
                const zin = `lid${wie} zegt ${keer}`;
                const op = performance.now();
                verzonden.set(zin, { wie, op });
                const { lijf } = await v.klant.eis(200, "POST", `${overleg}/_bewerk`, { sleutel: crypto.randomUUID(), punt, veld: "aantekening", gezien: v.versie, waarde: v.tekst === "" ? zin : `${v.tekst}\n${zin}` });
                assert.notEqual(lijf.uitkomst, "botsing");
                bewijs.push(performance.now() - op);
                if (lijf.versie >= v.versie) ({ waarde: v.tekst, versie: v.versie } = lijf);
                await slaap(Math.max(0, PAUZE_MS - (performance.now() - op)));
            }
        }));
        const allemaal = () => volgers.every((v, wie) => [...verzonden].every(([zin, van]) => van.wie === wie || v.gezien.has(zin)));
        for (let i = 0; i < 200 && !allemaal(); ++i) await slaap(50);
        assert.ok(allemaal(), "somebody never saw a change");
        // One state for all, with every acknowledged change once.
        for (const v of volgers) await v.lees();
        assert.equal(new Set(volgers.map((v) => v.tekst)).size, 1, "not one text");
        assert.deepEqual(volgers[0]!.tekst.split("\n").sort(), [...verzonden.keys()].sort());
        await Promise.all(klaar.map((een) => een()));
        const bij = [...verzonden].flatMap(([zin, van]) => volgers.flatMap((v, wie) => (wie === van.wie ? [] : [v.gezien.get(zin)! - van.op])));
        toon("twintig schrijven, ontvangstbewijs", bewijs);
        toon("twintig schrijven, te lezen bij een ander", bij);
    } finally {
        await server.stop();
    }
}

for (const doe of [openen, schrijven]) {
    const map = nieuweGegevens();
    try {
        await doe(map);
    } finally {
        ruimOp(map);
    }
}

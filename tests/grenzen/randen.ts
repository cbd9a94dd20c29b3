// SPDX-License-Identifier: EUPL-1.2
// Holds the #include lines of src/ and the imports of web/src/ against the allowed edges of randen.txt.
import { matchesGlob, posix } from "node:path";

export type Randen = {
    vloeren: string[];
    kamers: Map<string, string[]>;
    los: Set<string>;
    voordeur: Set<string>;
    alleen: { kop: string; bestanden: string; hoogstens: number }[];
    web: { map: string; kamers: string[] }[];
};

/** Path → text. */
export type Bestanden = Map<string, string>;

/** Reads randen.txt; an unknown word or a floor that is not there is an error of its line. */
export function leesRanden(tekst: string): Randen {
    const r: Randen = { vloeren: [], kamers: new Map(), los: new Set(), voordeur: new Set(), alleen: [], web: [] };
    for (const [i, regel] of tekst.split("\n").entries()) {
        const [woord, ...rest] = regel.replace(/#.*/, "").trim().split(/\s+/);
        if (!woord) continue;
        const [eerste = "", ...namen] = rest;
        if (woord === "vloeren") r.vloeren = rest;
        else if (woord === "alleen" && rest.length === 3)
            r.alleen.push({ kop: eerste, bestanden: namen[0] ?? "", hoogstens: Number(namen[1]) });
        else if (woord === "web" && rest.length > 1) r.web.push({ map: eerste, kamers: namen });
        else if (!r.vloeren.includes(eerste)) throw new Error(`randen.txt:${i + 1}: no such floor: ${eerste}`);
        else if (woord === "kamers" && namen.length > 0) r.kamers.set(eerste, namen);
        else if (woord === "los" && rest.length === 1) r.los.add(eerste);
        else if (woord === "voordeur" && rest.length === 1) r.voordeur.add(eerste);
        else throw new Error(`randen.txt:${i + 1}: not understood: ${regel}`);
    }
    return r;
}

type Regel = { plek: string; pad: string; haken: boolean };

/** The #include lines of a C++ file, comments left out. */
function includes(bestand: string, tekst: string): Regel[] {
    const schoon = tekst.replace(/\/\*[\s\S]*?\*\//g, (c) => c.replace(/[^\n]/g, ""));
    return schoon.split("\n").flatMap((regel, i) => {
        const m = /^\s*#\s*(?:include|include_next|import)\s*(?:"([^"]+)"|<([^>]+)>)/.exec(regel);
        return m ? [{ plek: `${bestand}:${i + 1}`, pad: (m[1] ?? m[2]) as string, haken: m[2] !== undefined }] : [];
    });
}

/** May a file of floor/room `van` include `pad` (relative to src/)? The reason why not, or nothing. */
function oordeel(r: Randen, van: string[], pad: string): string | undefined {
    const naar = pad.split("/");
    const [vanVloer = "", vanKamer = ""] = van;
    const [naarVloer = "", naarKamer = ""] = naar;
    const hoogte = (vloer: string) => r.vloeren.indexOf(vloer);
    if (hoogte(naarVloer) < 0) return `${naarVloer} is no floor; include from src/ down`;
    if (hoogte(naarVloer) > hoogte(vanVloer)) return `${naarVloer} stands above ${vanVloer}`;
    const zelfdeVloer = naarVloer === vanVloer;
    if (zelfdeVloer && naarKamer === vanKamer) return undefined;
    const namen = r.kamers.get(naarVloer);
    if (namen && naar.length > 2 && !namen.includes(naarKamer)) return `${naarKamer} has no place in the order of ${naarVloer}`;
    if (zelfdeVloer && naar.length > 2) {
        if (r.los.has(naarVloer)) return `rooms of ${naarVloer} do not know each other`;
        if (namen && namen.indexOf(naarKamer) > namen.indexOf(vanKamer)) return `${naarKamer} stands after ${vanKamer}`;
    }
    if (r.voordeur.has(naarVloer) && naar.length > 2 && pad !== `${naarVloer}/${naarKamer}/${naarKamer}.hpp`)
        return `${naarVloer}/${naarKamer} has one front door: ${naarVloer}/${naarKamer}/${naarKamer}.hpp`;
    return undefined;
}

/** Every #include in src/ that is not allowed, as "file:line: reason". */
export function controleerBron(r: Randen, bestanden: Bestanden): string[] {
    const fouten: string[] = [];
    const gebruikers = new Map(r.alleen.map((a) => [a, new Set<string>()]));
    for (const [bestand, tekst] of bestanden) {
        const van = bestand.split("/").slice(1);
        const [vloer = "", kamer = ""] = van;
        if (!r.vloeren.includes(vloer)) fouten.push(`${bestand}: ${vloer} is no floor`);
        else if (van.length > 2 && r.kamers.get(vloer)?.includes(kamer) === false)
            fouten.push(`${bestand}: ${kamer} has no place in the order of ${vloer} (tests/grenzen/randen.txt)`);
        for (const { plek, pad, haken } of includes(bestand, tekst)) {
            const regel = r.alleen.find((a) => pad.startsWith(a.kop));
            if (regel && !matchesGlob(bestand, regel.bestanden)) fouten.push(`${plek}: ${pad} only in ${regel.bestanden}`);
            else if (regel) gebruikers.get(regel)?.add(bestand);
            const eigen = bestanden.has(`src/${pad}`) || r.vloeren.includes(pad.split("/")[0] ?? "");
            if (eigen || (!haken && !regel)) {
                const reden = pad.includes("..") ? "include from src/ down" : oordeel(r, van, pad);
                if (reden) fouten.push(`${plek}: ${pad}: ${reden}`);
            }
        }
    }
    for (const [{ kop, hoogstens }, wie] of gebruikers)
        if (wie.size > hoogstens) fouten.push(`${kop} in ${wie.size} files, at most ${hoogstens}: ${[...wie].sort().join(", ")}`);
    return fouten;
}

/** Every import in the screens that is not allowed, as "file:line: reason". */
export function controleerWeb(r: Randen, bestanden: Bestanden): string[] {
    const fouten: string[] = [];
    for (const { map, kamers } of r.web) {
        for (const [bestand, tekst] of bestanden) {
            if (!bestand.startsWith(`${map}/`)) continue;
            const van = posix.relative(map, bestand).split("/");
            if (van.length < 2) continue; // the files at the top wire the rooms together
            if (/\.test\.tsx?$/.test(bestand)) continue; // a test may look at every room
            const kamer = van[0] as string;
            if (!kamers.includes(kamer)) fouten.push(`${bestand}: ${kamer} has no place in the order of ${map} (tests/grenzen/randen.txt)`);
            for (const [i, regel] of tekst.split("\n").entries()) {
                const pad = /(?:^\s*import\s+|\bfrom\s+|\bimport\()["'](\.{1,2}\/[^"']+)["']/.exec(regel)?.[1];
                if (!pad) continue;
                const doel = posix.relative(map, posix.join(posix.dirname(bestand), pad)).split("/");
                const naar = doel[0] as string;
                const plek = `${bestand}:${i + 1}: ${pad}`;
                if (naar === ".." || naar === kamer) continue;
                if (doel.length < 2) fouten.push(`${plek}: the files at the top use the rooms, not the other way round`);
                else if (!kamers.includes(naar) || kamers.indexOf(naar) > kamers.indexOf(kamer)) fouten.push(`${plek}: ${naar} stands after ${kamer}`);
            }
        }
    }
    return fouten;
}

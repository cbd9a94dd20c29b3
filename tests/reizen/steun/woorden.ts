// SPDX-License-Identifier: EUPL-1.2
// The words of the screens, from the same files the screens are built from: a journey speaks Dutch or English.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { wortel } from "./server.ts";

export type Taal = "nl" | "en";

function lees(taal: Taal): Map<string, string> {
    const woorden = new Map<string, string>();
    for (const bestand of globSync(`web/src/*/taal/${taal}.po`, { cwd: wortel })) {
        const tekst = readFileSync(join(wortel, bestand), "utf8");
        for (const [, id, woord] of tekst.matchAll(/^msgid ("(?:[^"\\]|\\.)*")\nmsgstr ("(?:[^"\\]|\\.)*")$/gm)) {
            if (id && woord && id !== '""') woorden.set(JSON.parse(id), JSON.parse(woord));
        }
    }
    return woorden;
}

const boek: Record<Taal, Map<string, string>> = { nl: lees("nl"), en: lees("en") };

/** The text with this id. `{naam}` is filled in from `waarden`; what chooses by number or kind is not for here. */
export function woord(taal: Taal, id: string, waarden: Record<string, string | number> = {}): string {
    const tekst = boek[taal].get(id);
    if (tekst === undefined) throw new Error(`the screens have no text "${id}" (${taal})`);
    return tekst.replaceAll(/\{(\w+)(, number)?\}/g, (heel, naam, getal) => {
        const waarde = waarden[naam] ?? heel;
        return getal && typeof waarde === "number" ? waarde.toLocaleString(taal === "nl" ? "nl-NL" : "en-GB") : String(waarde);
    });
}

/** The whole name of a field, with or without "(not obligatory)" behind it. */
export function veldnaam(naam: string): RegExp {
    return new RegExp(`^\\s*${naam.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(\\s*\\(.*\\))?\\s*$`);
}

/** Every text of the screens and every name in the lists that are shipped with the program. */
export function alleWoorden(taal: Taal): string[] {
    const namen = globSync("db/code/*.sql", { cwd: wortel }).flatMap((pad) => {
        const sql = readFileSync(join(wortel, pad), "utf8");
        return [...sql.matchAll(/'((?:[^']|'')*)'/g)].map(([, naam]) => (naam ?? "").replaceAll("''", "'"));
    });
    return [...boek[taal].values(), ...namen];
}

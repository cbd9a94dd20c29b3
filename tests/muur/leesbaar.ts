// SPDX-License-Identifier: EUPL-1.2
// What somebody can read in an answer. A letter is packed, and a packed word is not in the bytes: every part of it is
// taken out first, also what stands in its styles and its description.
import { delenVanZip } from "../reizen/steun/odt.ts";
import type { Antwoord } from "./wereld.ts";

/** Kinds of answers whose bytes hold their words as they are; a tile keeps its texts as UTF-8. */
const open = /^(application\/(problem\+)?json|application\/geo\+json|text\/|application\/vnd\.mapbox-vector-tile|application\/octet-stream)/;
const ingepakt = Buffer.from("PK\x03\x04");

/** Every word of the body. Throws for a kind of file that nobody taught the proof to open. */
export function leesbaar(a: Antwoord): string {
    if (a.bytes.subarray(0, 4).equals(ingepakt)) return [...delenVanZip(a.bytes)].map(([naam, deel]) => `${naam}\n${deel.toString("utf8")}`).join("\n");
    const soort = a.koppen.get("content-type") ?? "";
    if (a.bytes.length > 0 && !open.test(soort)) throw new Error(`teach the proof (leesbaar.ts) to open ${soort}`);
    return a.tekst;
}

/** Whether the answer is a file that is handed over: a letter, an extract. */
export const isBrief = (a: Antwoord) => a.bytes.subarray(0, 4).equals(ingepakt);

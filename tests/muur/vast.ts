// SPDX-License-Identifier: EUPL-1.2
// What is the same in every world of one seed.
import { createHash } from "node:crypto";

export const zaad = process.env.DAMWAND_ZAAD ?? crypto.randomUUID().slice(0, 8);
export const organisaties = { 1: "damstede", 2: "polderveen", 3: "politie-oost" } as const;
/** One company and one address that the open and the hidden files have in common: what a count would betray. */
export const kvk = "90001354";
/** A citizen service number that nobody has: it passes the test, and is never given out. */
export const bsn = "999999990";
export const merk = /kan[a-z]{12}|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|\b[SCVA]-\d{4}-[0-9A-Z]{6}\b/g;

/** Runs the tasks, at most `breedte` at a time. */
export async function samen<T>(taken: readonly T[], doe: (taak: T) => Promise<void>, breedte = 8): Promise<void> {
    let volgende = 0;
    await Promise.all(Array.from({ length: breedte }, async () => {
        while (volgende < taken.length) await doe(taken[volgende++]!);
    }));
}

/** A UUID that is the same in every world of one seed. */
export function vasteUuid(...delen: (string | number)[]): string {
    const h = createHash("sha256").update([zaad, ...delen].join("/")).digest("hex");
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

export { dag } from "../reizen/steun/dagen.ts";

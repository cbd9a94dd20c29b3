// SPDX-License-Identifier: EUPL-1.2
// The files of the tree, for the tests of the house.
import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const wortel = join(import.meta.dirname, "../..");

/** Text of the files that match, by path from the root. */
export function lees(...patronen: string[]): Map<string, string> {
    const paden = patronen.flatMap((p) => globSync(p, { cwd: wortel, exclude: ["**/node_modules"] }));
    return new Map(paden.sort().map((pad) => [pad, readFileSync(join(wortel, pad), "utf8")]));
}

/** Every file of the repository, those not committed yet included; build output is not among them. */
export function alles(): string[] {
    const git = (...woorden: string[]) => execFileSync("git", ["-c", `safe.directory=${wortel}`, ...woorden], { cwd: wortel, encoding: "utf8", maxBuffer: 1 << 26 });
    return [...new Set(git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"))]
        .filter((pad) => pad !== "" && existsSync(join(wortel, pad)))
        .sort();
}

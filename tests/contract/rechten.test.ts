// SPDX-License-Identifier: EUPL-1.2
// Nobody gives himself a right: roles come from the command line of the host or from the identity provider. Bodies are closed,
// so a field that no route has is refused.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import type { OpenApi } from "./vorm.ts";

const programma = process.env.DAMWAND_PROGRAMMA ?? join(import.meta.dirname, "../../bouw/dev/damwand");
const openapi = JSON.parse(execFileSync(programma, ["openapi"], { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] })) as OpenApi;

test("geen route geeft iemand een rol of een recht", () => {
    const vormen = Object.entries(openapi.components.schemas as Record<string, { properties?: Record<string, unknown> }>).filter(([naam]) => naam.endsWith("Invoer"));
    const velden = vormen.flatMap(([naam, vorm]) => Object.keys(vorm.properties ?? {}).map((veld) => `${naam}.${veld}`));
    assert.ok(velden.length > 200 && velden.includes("VerzoekNieuwInvoer.naam"), "the bodies were read");
    // the part somebody plays in what happened, or in the team of a casus (list teamrol: a word that opens nothing), is no role here
    assert.deepEqual(velden.filter((veld) => /\.(rol|rollen|recht|rechten|groep|groepen|niveau|acr)$/i.test(veld) && !/^Vermelding/.test(veld) && veld !== "CasusLidNieuwInvoer.rol"), []);
});

// SPDX-License-Identifier: EUPL-1.2
// docs/rechtenmatrix.md: what the proof saw, for a privacy officer to read.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wortel } from "../reizen/steun/server.ts";
import type { Route } from "./contract.ts";
import { type Rol, alleRollen, rollen, werkingen } from "./model.ts";

const bestand = join(wortel, "docs/rechtenmatrix.md");
const gebieden = ["Signalen", "Casussen", "Aanpak", "Acties", "Overleg", "Vragen", "Cijfers", "Registers", "Netwerk", "Toezicht", "Vernietiging", "Verzoeken van betrokkenen", "Algemeen"];
const uitleg: Record<string, string> = { geen: "nee", openbaar: "beperkt", lezen: "ja", schrijven: "ja" };

/** Writes the roles as a sentence would. */
function wie(gezien: Set<string> | undefined): string {
    const hier = alleRollen.filter((r) => gezien?.has(r));
    if (hier.length === alleRollen.length) return "iedereen met een rol";
    return hier.map((r) => rollen[r as Rol].naam).join(", ") || "niemand";
}

/** The document of what was seen: per action the roles that got an answer. */
export function schrijfMatrix(routes: readonly Route[], gekund: ReadonlyMap<string, Set<string>>): string {
    for (const { gebied } of Object.values(werkingen)) if (!gebieden.includes(gebied)) throw new Error(`the document has no place for ${gebied}`);
    const regels = [
        "# Rechtenmatrix", "",
        "Wie kan wat, en vanaf wanneer. Deze tabel is niet overgeschreven uit het programma: een proef meldt zich aan als elke rol, probeert elke",
        "handeling op elk soort dossier, en schrijft op wat lukte. Aanmelden, de stroom van gebeurtenissen, noodtoegang, signaleringen, verzoeken van",
        "betrokkenen en vernietigen staan er zoals het model van de proef ze noemt; zij hebben eigen proeven. Klopt de tabel niet meer, dan slaagt `./test` niet. Vernieuwen: `DAMWAND_SCHRIJF=1 ./test --alleen lek`.", "",
        "Vier regels gelden overal:", "",
        "- Wat van een andere gemeente of van een partnerorganisatie is, bestaat voor een gebruiker niet.",
        "- Een casus, en alles wat erin zit, bestaat alleen voor de leden. Een signaal verhuist mee zodra er een casus op wordt geopend.",
        "- Wie iets niet mag weten, krijgt hetzelfde antwoord als bij iets dat er niet is. Dat geldt ook voor zoeken, tellen, filters, de geschiedenis en meldingen.",
        "- Is een rol of een lidmaatschap verlopen, dan is de toegang direct weg.", "",
        "Vanaf wanneer:", "",
        "- **rol**: zolang de rol geldt.",
        "- **team**: zolang de rol geldt, vanaf het moment dat het signaal is vastgelegd. Zit het signaal in een casus, dan alleen als lid van die casus.",
        "- **lid**: vanaf het moment dat iemand lid wordt van de casus, tot en met de laatste dag van het lidmaatschap, en zolang de rol geldt.", "",
        "*Vastgelegd* zegt of het antwoord met de dossiers erin in de logboeken komt; *beperkt* is één regel per tien seconden (van de tegels van de kaart ongeveer een per minuut), voor openbare basisgegevens.", "",
    ];
    for (const gebied of gebieden) {
        regels.push(`## ${gebied}`, "", "| handeling | wie | vanaf wanneer | doel van de verwerking | vastgelegd |", "|---|---|---|---|---|");
        // actions that are alike in everything share a row
        const rijen = new Map<string, string[]>();
        for (const r of routes.filter((x) => werkingen[x.naam]?.gebied === gebied)) {
            const w = werkingen[r.naam]!;
            const mensen = w.daad === "niets nodig" ? "wie zich aanmeldt" : wie(gekund.get(r.naam));
            const rest = `${mensen} | ${w.wanneer} | ${r.activiteit} | ${uitleg[r.audit] ?? r.audit}`;
            rijen.set(rest, [...(rijen.get(rest) ?? []), r.uitleg.replace(/;.*|\.$/, "")]);
        }
        for (const [rest, handelingen] of rijen) regels.push(`| ${handelingen.join("<br>")} | ${rest} |`);
        regels.push("");
    }
    regels.push("## Per rol", "", "| rol | kan |", "|---|---|");
    for (const rol of alleRollen) {
        const kan = gebieden.map((g) => [g, routes.filter((r) => werkingen[r.naam]?.gebied === g && gekund.get(r.naam)?.has(rol)).length] as const).filter(([g, n]) => n > 0 && g !== "Algemeen");
        regels.push(`| ${rollen[rol].naam} | ${kan.map(([g, n]) => `${g}: ${n} ${n === 1 ? "handeling" : "handelingen"}`).join("; ") || "alleen het algemene"} |`);
    }
    return `${regels.join("\n")}\n`;
}

/** The document as it stands; written first where that was asked, or where there is none. */
export function matrixOpSchijf(nu: string): string {
    let oud: string | undefined;
    try {
        oud = readFileSync(bestand, "utf8");
    } catch {
        // none yet
    }
    if (oud === undefined || process.env.DAMWAND_SCHRIJF) writeFileSync(bestand, nu);
    return process.env.DAMWAND_SCHRIJF ? nu : (oud ?? nu);
}

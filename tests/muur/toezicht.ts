// SPDX-License-Identifier: EUPL-1.2
// What stands beside the files, made as people make it: a request of a data subject with what was found for it, and a list
// of what is to be destroyed with its approvals. Only time is made by SQL: a signaal that was closed two years ago.
import assert from "node:assert/strict";
import { type Klant, gezien } from "../reizen/steun/server.ts";
import { betekenis, onthoud } from "./betekenis.ts";
import type { Kring } from "./model.ts";
import type { Ding, Nummer, Wereld } from "./wereld.ts";

const reden = "Verzonnen reden van de lekproef.";

/** How far a request goes: recorded, being looked into, something found for it, decided. */
export type Stand = "ontvangen" | "onderzoek" | "gevonden" | "besloten";

/** A request handled by `wie`; `delen.gegeven` is what was found, from "gevonden" on. */
export async function maakVerzoek(w: Wereld, n: Nummer, wie: Klant, tot: Stand): Promise<Ding> {
    const kring: Kring = { organisatie: n, soort: "verzoek" };
    const lijf = { soort: "inzage", ontvangenOp: new Date().toISOString().slice(0, 10), naam: w.woord(kring), adres: w.woord(kring), vraag: w.woord(kring) };
    let nu = (await wie.eis(201, "POST", "/v1/verzoeken", lijf)).lijf;
    const pad = `/v1/verzoeken/${nu.id}`;
    w.merkAan(kring, nu.id, nu.kenmerk);
    nu = (await wie.eis(200, "PATCH", pad, { identiteit: w.woord(kring) }, gezien(nu.versie))).lijf;
    const delen: Record<string, string> = { id: nu.id };
    if (tot !== "ontvangen") nu = (await wie.eis(200, "POST", `${pad}/overgangen`, { naar: "onderzoek" }, gezien(nu.versie))).lijf;
    if (tot === "gevonden" || tot === "besloten") {
        nu = (await wie.eis(200, "POST", `${pad}/gegevens`, { gegevens: [await vondst(w, n, wie, nu.id)] })).lijf;
        delen.gegeven = nu.gegevens[0].id;
        w.merkAan(kring, delen.gegeven);
    }
    if (tot === "besloten") {
        await wie.eis(200, "PATCH", `${pad}/gegevens/${delen.gegeven}`, { beslissing: "toewijzen" }, gezien(nu.gegevens[0].versie));
        nu = (await wie.eis(200, "POST", `${pad}/overgangen`, { naar: "besloten" }, gezien(await wie.eis(200, "GET", pad).then((a) => a.lijf.versie)))).lijf;
        w.sql(`update toegang.sessie set bewezen_op = now() where gebruiker = (select behandelaar from betrokkene.verzoek where id = '${nu.id}')`);
    }
    return { kring, id: nu.id, kenmerk: nu.kenmerk, versie: tot === "gevonden" ? nu.gegevens[0].versie : nu.versie, delen };
}

/** A word of a file of this house that a search for a data subject finds. */
export function vindbaar(w: Wereld, n: Nummer): string {
    const [woord] = [...w.van].find(([merk, k]) => merk.startsWith("kan") && k.organisatie === n && k.soort === "signaal")!;
    return woord;
}

/** What such a search found, as it is pointed out. */
export async function vondst(w: Wereld, n: Nummer, wie: Klant, verzoek: string) {
    const { resultaten } = (await wie.eis(200, "POST", `/v1/verzoeken/${verzoek}/_zoek`, { termen: [{ soort: "woorden", waarde: vindbaar(w, n) }] })).lijf;
    const { soort, rij, moment } = resultaten[0];
    return { soort, rij, moment, hoort: true };
}

/** What the archive calls a file to who may not see it. */
export const verwijzing = (id: string) => `D-${id.replaceAll("-", "").slice(0, 10).toUpperCase()}`;

/** A signaal that is due for destruction: the archive knows its id. */
export async function maakKandidaat(w: Wereld, n: Nummer): Promise<Ding> {
    const { hoeder } = w.huis(n);
    const ding = await w.maakSignaal(n, "signaal");
    await hoeder.eis(200, "POST", `/v1/signalen/${ding.id}/overgangen`, { naar: "niet_opgepakt", reden }, gezien(ding.versie));
    // each closed on a day of its own: rows of one day stand in the order of their random kenmerken
    w.sql(`update signaal.overgang set op = op - interval '2 years ${++w.kandidaten} days' where signaal = '${ding.id}'`);
    w.merkAan({ organisatie: n, soort: "kandidaat" }, ding.id);
    return ding;
}

/** A list with one signaal on it, made by the keeper of the house. `inhoud`: what is approved. */
export async function maakLijst(w: Wereld, n: Nummer): Promise<Ding & { inhoud: string }> {
    const { id } = await maakKandidaat(w, n);
    const { lijf } = await w.huis(n).hoeder.eis(201, "POST", "/v1/vernietiging/lijsten", { objecten: [id] });
    const kring: Kring = { organisatie: n, soort: "vernietiging" };
    betekenis(w).over.set(lijf.id, [id, lijf.id]);
    w.merkAan(kring, lijf.id);
    return { kring, id: lijf.id, kenmerk: "", versie: 1, delen: { id: lijf.id }, inhoud: lijf.inhoud };
}

/** The same list, approved by two others. */
export async function maakGoedgekeurdeLijst(w: Wereld, n: Nummer): Promise<Ding> {
    const lijst = await maakLijst(w, n);
    for (const wie of [w.huis(n).archivaris, w.huis(n).privacy]) await wie.eis(200, "POST", `/v1/vernietiging/lijsten/${lijst.id}/akkoorden`, { inhoud: lijst.inhoud });
    return lijst;
}

/** To be called before a list is carried out; the answer waits until what stands on it is gone, and lets the proof forget it. */
export function volgVernietiging(w: Wereld, lijst: string): () => Promise<void> {
    onthoud(w); // what was shown of it must still be understood afterwards
    const objecten = w.sql(`select object from archief.lijst_regel where lijst = '${lijst}'`);
    return async () => {
        const klaar = () => w.sql(`select afgerond_op is not null from archief.lijst where id = '${lijst}'`)[0] === "t";
        for (let i = 0; i < 500 && !klaar(); ++i) await new Promise((ok) => setTimeout(ok, 20));
        assert.ok(klaar(), "what stands on a list is not destroyed");
        for (const id of objecten) w.dossiers.delete(id);
    };
}

/** A declaration of what was destroyed. */
export async function maakVerklaring(w: Wereld, n: Nummer): Promise<Ding> {
    const lijst = await maakGoedgekeurdeLijst(w, n);
    const klaar = volgVernietiging(w, lijst.id);
    await w.huis(n).hoeder.eis(200, "POST", `/v1/vernietiging/lijsten/${lijst.id}/_voer-uit`);
    await klaar();
    const alle = (await w.huis(n).hoeder.eis(200, "GET", "/v1/vernietiging/verklaringen")).lijf.resultaten as { id: string; inhoud: { lijst: string } }[];
    const { id } = alle.find((v) => v.inhoud.lijst === lijst.id)!;
    w.merkAan(lijst.kring, id);
    return { ...lijst, id, delen: { id } };
}

/** Something that keeps a signaal from being destroyed. */
export async function maakBlokkade(w: Wereld, n: Nummer): Promise<Ding> {
    const kring: Kring = { organisatie: n, soort: "vernietiging" };
    const { kenmerk } = await maakKandidaat(w, n);
    const { lijf } = await w.huis(n).hoeder.eis(201, "POST", "/v1/vernietiging/blokkades", { kenmerk, soort: "bezwaar", reden });
    w.merkAan(kring, lijf.id);
    return { kring, id: lijf.id, kenmerk, versie: 1, delen: { id: lijf.id } };
}

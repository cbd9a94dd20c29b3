// SPDX-License-Identifier: EUPL-1.2
// The guests of the world (ADR 0054, 0055): somebody of the partner who looks along in the casus of the first house, and in every casus one who was
// invited and did not come. Their names are for who is in that casus, and for who may read the whole read log.
import assert from "node:assert/strict";
import { type Account, Klant } from "../reizen/steun/server.ts";
import { gegeven } from "./invullen.ts";
import type { Kring, Soort } from "./model.ts";
import { dag, organisaties } from "./vast.ts";
import type { Ding, Nummer, Wereld } from "./wereld.ts";

/** Invites one to a casus, and proves that its keeper sees him; his account, and the code to bring. */
async function nodigUit(w: Wereld, n: Nummer, casus: Ding, soort: Soort): Promise<{ id: string; naam: string; code: string }> {
    const kring: Kring = { organisatie: n, soort };
    const { hoeder } = w.huis(n);
    w.bewijsOpnieuw();
    const naam = `Gast ${w.woord(kring)}`;
    const a = (await hoeder.eis(201, "POST", `/v1/casussen/${casus.id}/gasten`, w.contract.lijf(w.contract.route("casusGastUitnodigen"), gegeven(w, n, { naam }), () => naam, true))).lijf;
    w.merkAan(kring, a.id, a.gebruiker);
    assert.ok((await hoeder.eis(200, "GET", `/v1/casussen/${casus.id}/gasten`)).tekst.includes(naam));
    return { id: a.gebruiker, naam, code: a.code };
}

/** `thuis`: an account of the partner, of which nothing else is used. */
export async function nodigGasten(w: Wereld, thuis: Account, komt: boolean): Promise<void> {
    for (const n of [1, 2] as const) if (w.huizen.get(n)?.casus) await nodigUit(w, n, w.huis(n).casus, "gast");
    if (w.verborgen) w.verborgenGast = (await nodigUit(w, 1, w.verborgen, "verborgengast")).id;
    if (!komt) return;
    const { casus } = w.huis(1);
    const { id, naam, code } = await nodigUit(w, 1, casus, "gast");
    const klant = await Klant.meldAan(w.server.url, thuis);
    const [plek] = (await klant.eis(200, "POST", "/v1/gastplekken/_opnemen", { code })).lijf.resultaten as { id: string }[];
    await w.deel(1, casus, [{ gebruiker: id, tot: dag(30) }]);
    await klant.eis(204, "POST", `/v1/gastplekken/${plek!.id}/_open`);
    klant.csrf = (await klant.eis(200, "GET", "/v1/sessie")).lijf.csrf;
    w.mensen.push({ id, naam, rol: "partner", relatie: "te gast", organisatie: 1, klant });
    assert.equal(organisaties[3], thuis.organisatie);
}

/** What was written out of what the police gave stands where that stands: a note, and an intervention with a step of its own. */
export async function uitDePolitiebron(w: Wereld, n: Nummer, casus: string, bron: string): Promise<void> {
    const kring: Kring = { organisatie: n, soort: "politiebron" };
    for (const [naam, soort] of [["notitieToevoegen", "Notitie"], ["interventieToevoegen", "Interventie"]] as const) await w.kind(n, naam, casus, kring, { [`${soort}NieuwInvoer.uitBron`]: bron });
}

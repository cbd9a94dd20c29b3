// SPDX-License-Identifier: EUPL-1.2
// What only some may do to files that are not theirs: handling a request of a data subject, opening one in an emergency.
import assert from "node:assert/strict";
import { mag } from "./model.ts";
import { geen, kaal, Proef } from "./proef.ts";
import { dag, vasteUuid } from "./vast.ts";
import type { Wereld } from "./wereld.ts";
import { gezien, type Klant } from "../reizen/steun/server.ts";

/** A request: found in everything of its house, there for who handles it. */
export async function verzoekVanBetrokkene(w: Wereld) {
    const p = new Proef(w);
    const privacy = w.mensen.find((m) => m.rol === "privacy" && m.relatie === "niet lid")!;
    const collega = w.mensen.find((m) => m.rol === "privacy" && m.relatie === "lid")!;
    const kring = { organisatie: 1, soort: "verzoek" } as const;
    const pad = "/v1/verzoeken";
    const lijf = () => ({ soort: "inzage", ontvangenOp: dag(0), naam: w.woord(kring), adres: w.woord(kring), vraag: w.woord(kring) });
    let v = (await privacy.klant.eis(201, "POST", pad, lijf())).lijf;
    const een = `${pad}/${v.id}`;
    w.merkAan(kring, v.id, v.kenmerk);
    v = (await privacy.klant.eis(200, "PATCH", een, { identiteit: w.woord(kring) }, gezien(v.versie))).lijf;
    v = (await privacy.klant.eis(200, "POST", `${een}/overgangen`, { naar: "onderzoek" }, gezien(v.versie))).lijf;
    // every hidden thing of the house is found, and nothing of another
    const woorden = (soort: string, organisatie: number) => [...w.van].filter(([woord, k]) => woord.startsWith("kan") && k.soort === soort && k.organisatie === organisatie).map(([woord]) => woord);
    const zoek = async (k: Klant, woord: string) => k.roep("POST", `${een}/_zoek`, { termen: [{ soort: "woorden", waarde: woord }] });
    for (const soort of ["verborgen", "embargo", "casusmelder", "casussignaal"]) {
        const woord = woorden(soort, 1)[0]!;
        const a = await zoek(privacy.klant, woord);
        assert.equal(a.status, 200);
        assert.ok(a.tekst.includes(woord), soort);
    }
    for (const soort of ["signaal", "casus", "casussignaal"]) assert.deepEqual((await zoek(privacy.klant, woorden(soort, 2)[0]!)).lijf.resultaten, [], soort);
    // an item of each, decided: the rows have something to hide
    const vondst = (await zoek(privacy.klant, woorden("verborgen", 1)[0]!)).lijf.resultaten[0];
    v = (await privacy.klant.eis(200, "POST", `${een}/gegevens`, { gegevens: [{ soort: vondst.soort, rij: vondst.rij, moment: vondst.moment, hoort: true }] })).lijf;
    const gegeven = v.gegevens[0];
    w.merkAan(kring, gegeven.id);
    await privacy.klant.eis(200, "PATCH", `${een}/gegevens/${gegeven.id}`, { beslissing: "deels", tekst: w.woord(kring), grond: "uavg-41-d", herzienOp: "2099-01-01" }, gezien(gegeven.versie));
    // who does not handle requests is refused before anything is looked at; another house's officer finds nothing there
    const nergens = vasteUuid("nergens", "verzoek");
    const wegen: [string, string, unknown][] = [["GET", "", undefined], ["PATCH", "", {}], ["POST", "/overgangen", { naar: "besloten" }], ["POST", "/verlengingen", { reden: "Verzonnen reden." }],
        ["POST", "/_zoek", { termen: [{ soort: "woorden", waarde: "x1" }] }], ["POST", "/gegevens", { gegevens: [] }], ["PATCH", `/gegevens/${gegeven.id}`, { beslissing: "toewijzen" }], ["GET", "/inzagen", undefined], ["GET", "/brief", undefined]];
    let geweigerd = 0;
    for (const m of w.mensen.filter((x) => x !== privacy && x !== collega)) {
        const magHij = mag(m.rol, m.relatie, "verzoek behandelen");
        for (const [methode, weg, inhoud] of wegen) {
            const roep = (id: string) => m.klant.roep(methode, `${pad}/${id}${weg}`, inhoud, gezien(1));
            const [hier, daar] = [await roep(v.id), await roep(nergens)];
            if (magHij && m.organisatie === 1) continue;
            assert.equal(kaal(hier), kaal(daar), `${methode} ${weg} by ${m.rol}, ${m.relatie}`);
            assert.equal(hier.status, magHij ? 404 : 403);
            ++geweigerd;
        }
        const lijst = await m.klant.roep("GET", pad);
        assert.equal(lijst.tekst.includes(v.id), magHij && m.organisatie === 1, `${m.rol}, ${m.relatie}`);
    }
    assert.ok(geweigerd > 500, `${geweigerd}`);
    // a colleague sees the request, and nothing of what stands in the files
    const gezienDoor = (await collega.klant.eis(200, "GET", een)).lijf;
    assert.deepEqual(gezienDoor.gegevens.map((g: { inhoud: string | null }) => g.inhoud), [null]);
    p.keur(collega, "verzoekTonen", JSON.stringify({ ...gezienDoor, zoekslagen: [] }).replaceAll(vondst.kenmerk, "").replaceAll(gegeven.dossier, ""));
    assert.equal((await zoek(collega.klant, "hoogstraat")).status, 403);
    geen(p);
}

/** Emergency access: one file, of the own house, known to who belongs to it. */
export async function noodtoegang(w: Wereld) {
    const p = new Proef(w);
    const pad = "/v1/noodtoegangen";
    const lijf = (kenmerk: string) => ({ kenmerk, reden: "Verzonnen nood van de lekproef.", minuten: 5 });
    let verboden = 0;
    for (const m of w.mensen) {
        const elders = m.organisatie === 1 ? w.huis(2).casus.kenmerk : w.verborgen!.kenmerk;
        const [vreemd, nergens] = [await m.klant.roep("POST", pad, lijf(elders)), await m.klant.roep("POST", pad, lijf("C-2026-7K4QP9"))];
        assert.equal(kaal(vreemd), kaal(nergens));
        assert.equal(vreemd.status, mag(m.rol, m.relatie, "noodtoegang openen") ? 404 : 403, `${m.rol}, ${m.relatie}`);
        if (vreemd.status === 403) ++verboden;
    }
    assert.ok(verboden > 50);
    const jurist = w.mensen.find((m) => m.rol === "jurist" && m.relatie === "niet lid")!;
    const nood = await jurist.klant.eis(201, "POST", pad, lijf(w.verborgen!.kenmerk));
    assert.equal((await jurist.klant.eis(200, "GET", `/v1/casussen/${w.verborgen!.id}/dossier`)).lijf.casus.id, w.verborgen!.id);
    for (const m of w.mensen.filter((x) => x !== jurist && x.relatie !== "rol verlopen")) {
        const ziet = m.organisatie === 1 && mag(m.rol, m.relatie, "noodtoegang beoordelen");
        for (const methode of ["GET", "DELETE"]) {
            if (ziet && methode === "DELETE") continue;
            const [een, geen] = [await m.klant.roep(methode, `${pad}/${nood.lijf.id}`), await m.klant.roep(methode, `${pad}/${vasteUuid("nergens", "nood")}`)];
            if (ziet) assert.equal(een.status, 200);
            else assert.equal(kaal(een), kaal(geen), `${methode} by ${m.rol}, ${m.relatie}`);
        }
        assert.equal((await m.klant.eis(200, "GET", pad)).tekst.includes(nood.lijf.id), ziet, `${m.rol}, ${m.relatie}`);
    }
    const privacy = w.mensen.find((m) => m.rol === "privacy" && m.relatie === "niet lid")!;
    assert.equal((await jurist.klant.roep("POST", `${pad}/${nood.lijf.id}/beoordelingen`, { oordeel: "terecht", toelichting: "Verzonnen oordeel." })).status, 403);
    await jurist.klant.eis(200, "DELETE", `${pad}/${nood.lijf.id}`);
    await jurist.klant.eis(404, "GET", `/v1/casussen/${w.verborgen!.id}`);
    assert.ok((await privacy.klant.roep("POST", `${pad}/${nood.lijf.id}/beoordelingen`, { oordeel: "terecht", toelichting: "Verzonnen oordeel." })).status < 300);
    geen(p);
}

// SPDX-License-Identifier: EUPL-1.2
// Twenty people write in one item of a meeting, over real connections that are cut, slow or doubled. In the end there is one text, and
// it is what the acknowledged operations come to when they are sent again one by one.
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, test } from "node:test";
import { type Klant, nieuweGegevens, ruimOp, sql } from "../reizen/steun/server.ts";
import { legOpTafel, planOverleg, rondDeTafel, slaap } from "./tafel.ts";

const aantal = 20;
const perKlant = 8;
const tussen = (n: number) => Math.floor(Math.random() * n);

type Bewerking = { sleutel: string; punt: string; veld: string; gezien: number; waarde: string };
type Bewijs = { uitkomst: "toegepast" | "samengevoegd" | "botsing"; versie: number; waarde: string; anders: { waarde: string; versie: number } | null };

/** One request on a connection of its own: `traag` holds the second half of the body back, `knip` cuts the line after so many ms. */
function zend(klant: Klant, pad: string, b: Bewerking, { traag = 0, knip }: { traag?: number; knip?: number } = {}): Promise<{ status: number; lijf: Bewijs }> {
    return new Promise((klaar, mis) => {
        const lijf = Buffer.from(JSON.stringify(b));
        const vraag = request(klant.url + pad, { method: "POST", agent: false, headers: { "content-type": "application/json", "content-length": lijf.length, cookie: Reflect.get(klant, "koekje"), "x-csrf-token": klant.csrf } }, (antwoord) => {
            let tekst = "";
            antwoord.on("data", (stuk) => (tekst += stuk)).on("error", mis).on("end", () => klaar({ status: antwoord.statusCode ?? 0, lijf: JSON.parse(tekst) }));
        });
        vraag.on("error", mis);
        if (knip !== undefined) setTimeout(() => vraag.destroy(new Error("cut")), knip);
        const half = lijf.length >> 1;
        vraag.write(lijf.subarray(0, half));
        setTimeout(() => vraag.destroyed || vraag.end(lijf.subarray(half)), traag);
    });
}

test("twintig mensen schrijven in één punt over slechte verbindingen: één tekst, en die van de bevestigde bewerkingen", { timeout: 300_000 }, async (t) => {
    const map = nieuweGegevens();
    const { server, voorzitter, klanten } = await rondDeTafel(map, aantal);
    after(() => server.stop());
    after(() => ruimOp(map)); // hooks run in the order given: the server stops first
    const { overleg } = await planOverleg(voorzitter, klanten, "Kernteam");
    const punt = (await voorzitter.eis(201, "POST", `${overleg}/punten`, { titel: "Rondvraag" })).lijf.id as string;
    const tweede = (await voorzitter.eis(201, "POST", `${overleg}/punten`, { titel: "Nog eens" })).lijf.id as string;
    await voorzitter.eis(200, "POST", `${overleg}/_begin`);

    const bewijzen = new Map<string, Bewijs>();
    const soorten = { gewoon: 0, traag: 0, dubbel: 0, geknipt: 0 };
    await Promise.all(klanten.map(async (klant, wie) => {
        let waarde = "";
        let gezien = 0;
        for (let i = 0; i < perKlant; ++i) {
            await slaap(tussen(200));
            const alineas = waarde === "" ? [] : waarde.split("\n");
            const eigen = alineas.findIndex((a) => a.startsWith(`lid${wie} `));
            if (eigen >= 0 && tussen(3) === 0) alineas[eigen] += " en meer";
            else if (alineas.length > 3 && tussen(8) === 0) alineas[tussen(alineas.length)] = `lid${wie} maakte hier ${i} van`;
            else alineas.splice(tussen(alineas.length + 1), 0, `lid${wie} zegt ${i}`);
            const b: Bewerking = { sleutel: crypto.randomUUID(), punt, veld: "aantekening", gezien, waarde: alineas.join("\n") };
            const wijze = (["gewoon", "traag", "dubbel", "geknipt"] as const)[tussen(4)]!;
            ++soorten[wijze];
            let bewijs: Bewijs | undefined;
            if (wijze === "dubbel") {
                const beide = await Promise.all([zend(klant, `${overleg}/_bewerk`, b), zend(klant, `${overleg}/_bewerk`, b)]);
                assert.deepEqual(beide.map((a) => a.status), [200, 200], JSON.stringify(beide));
                assert.deepEqual(beide[0]!.lijf, beide[1]!.lijf, "the same key, another receipt");
                bewijs = beide[0]!.lijf;
            }
            if (wijze === "geknipt") await zend(klant, `${overleg}/_bewerk`, b, { knip: tussen(25) }).catch(() => undefined);
            for (let poging = 0; !bewijs; ++poging) {
                assert.ok(poging < 20, "no receipt in twenty tries");
                const a = await zend(klant, `${overleg}/_bewerk`, b, { traag: wijze === "traag" ? 20 + tussen(150) : 0 });
                if (a.status === 429) await slaap(1000);
                else {
                    assert.equal(a.status, 200, JSON.stringify(a.lijf));
                    bewijs = a.lijf;
                }
            }
            bewijzen.set(b.sleutel, bewijs);
            ({ waarde, versie: gezien } = bewijs.anders ?? bewijs);
        }
    }));
    assert.equal(bewijzen.size, aantal * perKlant);
    const uitkomsten = [...bewijzen.values()].map((b) => b.uitkomst);
    const hoeveel = (u: string) => uitkomsten.filter((x) => x === u).length;
    t.diagnostic(`${hoeveel("toegepast")} applied, ${hoeveel("samengevoegd")} merged, ${hoeveel("botsing")} clashed; ${JSON.stringify(soorten)}`);
    assert.ok(hoeveel("samengevoegd") > 20, "too little happened at once");

    const veld = async (id: string, klant: Klant) => (await klant.eis(200, "GET", `${overleg}/punten/${id}`)).lijf.velden.find((v: { veld: string }) => v.veld === "aantekening") as { waarde: string; versie: number };
    const eind = await veld(punt, voorzitter);
    for (const klant of klanten.slice(0, 5)) assert.deepEqual(await veld(punt, klant), eind);
    // Every operation that was acknowledged is there once, and nothing else is.
    const rijen = sql(map, "beheer", `select row_to_json(b) from (select sleutel, gezien, waarde, versie, uitkomst, staat from overleg.bewerking where punt = '${punt}' order by versie, staat is null) b`).map((r) => JSON.parse(r) as Bewerking & { versie: number; uitkomst: string; staat: string | null });
    assert.deepEqual(new Set(rijen.map((r) => r.sleutel)), new Set(bewijzen.keys()));
    assert.equal(rijen.length, bewijzen.size);
    const toegepast = rijen.filter((r) => r.staat !== null);
    assert.deepEqual(toegepast.map((r) => r.versie), toegepast.map((_, i) => i + 1));
    // One by one, on an item of its own: the same text at the same version.
    for (const [i, r] of toegepast.entries()) {
        const a = await klanten[i % klanten.length]!.eis(200, "POST", `${overleg}/_bewerk`, { sleutel: crypto.randomUUID(), punt: tweede, veld: "aantekening", gezien: r.gezien, waarde: r.waarde });
        assert.equal(a.lijf.versie, r.versie);
        assert.equal(a.lijf.waarde, r.staat);
    }
    const nagedaan = await veld(tweede, voorzitter);
    assert.deepEqual([nagedaan.waarde, nagedaan.versie], [eind.waarde, eind.versie]);

    // How soon a change is at all the others: from sending it until the event is in the last of their streams. A figure, no bar.
    const stromen = await Promise.all(klanten.map((klant) => klant.stroom("/v1/gebeurtenissen")));
    const gezien = stromen.map(() => 0);
    const lezen = stromen.map(async (stroom, i) => {
        const tekst = new TextDecoder();
        for (let buffer = ""; ; ) {
            const { done, value } = await stroom.read().catch(() => ({ done: true, value: undefined }));
            if (done) return;
            buffer += tekst.decode(value, { stream: true });
            const stukken = buffer.split("\n\n");
            buffer = stukken.pop() ?? "";
            gezien[i]! += stukken.filter((stuk) => stuk.includes(tweede)).length;
        }
    });
    await slaap(500);
    const tijden: number[] = [];
    for (let ronde = 1; ronde <= 10; ++ronde) {
        const voor = performance.now();
        await klanten[ronde]!.eis(200, "POST", `${overleg}/_bewerk`, { sleutel: crypto.randomUUID(), punt: tweede, veld: "besluittekst", gezien: ronde - 1, waarde: `Ronde ${ronde}` });
        for (let i = 0; i < 2000 && gezien.some((n) => n < ronde); ++i) await slaap(5);
        tijden.push(performance.now() - voor);
        assert.ok(gezien.every((n) => n >= ronde), `a stream said nothing of round ${ronde}: ${gezien}`);
    }
    for (const stroom of stromen) await stroom.cancel();
    await Promise.all(lezen);
    tijden.sort((a, b) => a - b);
    t.diagnostic(`a change is in ${stromen.length} other streams after ${tijden[5]!.toFixed(0)} ms (median of ten), ${tijden.at(-1)!.toFixed(0)} ms (the slowest)`);
});

test("een overleg van dertig punten met vijftien deelnemers gaat open, voor ieder met wat van hem is", { timeout: 300_000 }, async (t) => {
    const map = nieuweGegevens();
    const { server, voorzitter, klanten } = await rondDeTafel(map, 14);
    after(() => server.stop());
    after(() => ruimOp(map)); // hooks run in the order given: the server stops first
    const { overleg } = await legOpTafel(voorzitter, klanten, 30);
    for (const [wie, klant, hoeveel] of [["the chair", voorzitter, 30], ["a member of the team", klanten[1]!, 30], ["who was named", klanten[0]!, 30], ["who was not", klanten[8]!, 0]] as const) {
        const duur: number[] = [];
        for (let i = 0; i < 12; ++i) {
            const voor = performance.now();
            const { lijf } = await klant.eis(200, "GET", overleg);
            duur.push(performance.now() - voor);
            assert.equal(lijf.punten.length, hoeveel, wie);
            assert.equal(lijf.deelnemers.length, 15);
            await slaap(100);
        }
        duur.sort((a, b) => a - b);
        t.diagnostic(`${wie}: ${duur[6]!.toFixed(0)} ms (median of twelve), ${duur.at(-1)!.toFixed(0)} ms (the slowest)`);
    }
});

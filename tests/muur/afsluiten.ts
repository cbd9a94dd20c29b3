// SPDX-License-Identifier: EUPL-1.2
// The end of a file: closing and opening it again, and destroying it.
import assert from "node:assert/strict";
import { mag } from "./model.ts";
import { geen, kaal, Proef } from "./proef.ts";
import { vasteUuid } from "./vast.ts";
import type { Wereld } from "./wereld.ts";
import { gezien, type Klant } from "../reizen/steun/server.ts";

/** Closing needs a right that not every member has. */
export async function afronden(w: Wereld) {
    const huis = w.huis(1);
    const casus = await w.maakCasus(1, "eigen", await w.maakSignaal(1, "eigen", "afronden"), "afronden");
    const pad = `/v1/casussen/${casus.id}`;
    const leden = w.mensen.filter((m) => m.relatie === "lid" && mag(m.rol, m.relatie, "casus bijwerken"));
    await w.deel(1, casus, leden.map((m) => ({ gebruiker: m.id })));
    const stap = async (m: Klant, naar: string) => m.roep("POST", `${pad}/overgangen`, { naar, reden: "proef" }, gezien(await w.versie(1, pad)));
    assert.equal((await stap(huis.hoeder, "uitvoering")).status, 200);
    let geweigerd = 0;
    for (const naar of ["afronding", "archief", "informatie"]) {
        for (const m of leden.filter((x) => !mag(x.rol, x.relatie, "casus afronden"))) {
            const a = await stap(m.klant, naar);
            assert.equal(`${a.status} ${a.lijf.code}`, "403 geen-recht", `${naar} by ${m.rol}`);
            ++geweigerd;
        }
        assert.equal((await stap(leden.find((x) => mag(x.rol, x.relatie, "casus afronden"))!.klant, naar)).status, 200, naar);
    }
    assert.equal(geweigerd, 9);
}

/** Destruction: numbers and no content for who may see it, and afterwards nothing for anybody. */
export async function vernietigen(w: Wereld) {
    const p = new Proef(w);
    const iemand = (rol: string, relatie: string) => w.mensen.find((m) => m.rol === rol && m.relatie === relatie)!;
    const wegen = { blokkades: "/v1/vernietiging/blokkades", lijsten: "/v1/vernietiging/lijsten", verklaringen: "/v1/vernietiging/verklaringen" };
    // a casus of others, closed long ago; and a signaal that nobody took up, with a block
    const casus = await w.maakCasus(1, "verborgen", await w.maakSignaal(1, "verborgen"));
    const pad = `/v1/casussen/${casus.id}`;
    for (const naar of ["uitvoering", "afronding", "archief"]) await w.huis(1).hoeder.eis(200, "POST", `${pad}/overgangen`, { naar, reden: "proef" }, gezien(await w.versie(1, pad)));
    const signaal = await w.maakSignaal(1, "embargo", undefined, { "SignaalNieuwInvoer.alleen": [] });
    await w.huis(1).hoeder.eis(200, "POST", `/v1/signalen/${signaal.id}/overgangen`, { naar: "niet_opgepakt", reden: "proef" }, gezien(signaal.versie));
    w.sql(`set session_replication_role = replica; update casus.casus set bewaren_tot = current_date - 1 where id = '${casus.id}'; update signaal.overgang set op = op - interval '20 years' where signaal = '${signaal.id}'`);
    const archivaris = iemand("archivaris", "niet lid");
    const privacy = iemand("privacy", "niet lid");
    w.bewijsOpnieuw();
    const kandidaten = (await p.doe(archivaris, w.contract.route("vernietigingskandidatenTonen"), { pad: "/v1/vernietiging/kandidaten", lijf: undefined, koppen: {} })).lijf.resultaten as { object: string }[];
    for (const d of [casus, signaal]) assert.ok(kandidaten.some((k) => k.object === d.id), `${d.kenmerk} is not due`);
    const blokkade = (await privacy.klant.eis(201, "POST", wegen.blokkades, { soort: "bezwaar", kenmerk: signaal.kenmerk, reden: w.woord({ organisatie: 1, soort: "vernietiging" }) })).lijf;
    const lijst = (await w.huis(1).hoeder.eis(201, "POST", wegen.lijsten, { objecten: [casus.id] })).lijf;
    w.merkAan({ organisatie: 1, soort: "vernietiging" }, blokkade.id, lijst.id);
    let geweigerd = 0;
    const langs = async (een: [string, string, string][]) => {
        for (const m of w.mensen) {
            const ziet = m.organisatie === 1 && mag(m.rol, m.relatie, "vernietiging zien");
            for (const [methode, hier, naam] of een) {
                if (ziet && methode !== "GET") continue;
                const inhoud = /akkoorden/.test(hier) ? { inhoud: lijst.inhoud } : undefined;
                const roep = (weg: string) => p.doe(m, { ...w.contract.route(naam), methode }, { pad: weg, lijf: inhoud, koppen: {} });
                const [wel, niet] = [await roep(hier), await roep(hier.replace(/[0-9a-f-]{36}/, vasteUuid("nergens", "lijst")))];
                if (ziet) assert.equal(wel.status, 200, `${methode} ${hier} by ${m.rol}`);
                else {
                    assert.equal(kaal(wel), kaal(niet), `${methode} ${hier} by ${m.rol}, ${m.relatie}`);
                    assert.ok([403, 404].includes(wel.status), `${wel.status} for ${m.rol}, ${m.relatie}`);
                    ++geweigerd;
                }
            }
            for (const naam of ["blokkadesTonen", "vernietigingslijstenTonen", "vernietigingskandidatenTonen", "verklaringenTonen"]) {
                const route = w.contract.route(naam);
                const a = await p.doe(m, route, { pad: route.pad, lijf: undefined, koppen: {} });
                assert.equal(a.status, mag(m.rol, m.relatie, "vernietiging zien") ? 200 : 403);
                if (!ziet && a.status === 200) for (const id of [casus.id, signaal.id, lijst.id, blokkade.id]) assert.ok(!a.tekst.includes(id), `${naam} by ${m.rol}, ${m.relatie}`);
            }
        }
    };
    await langs([
        ["GET", `${wegen.lijsten}/${lijst.id}`, "vernietigingslijstTonen"], ["DELETE", `${wegen.lijsten}/${lijst.id}`, "vernietigingslijstIntrekken"], ["DELETE", `${wegen.blokkades}/${blokkade.id}`, "blokkadeOpheffen"],
        ["POST", `${wegen.lijsten}/${lijst.id}/akkoorden`, "vernietigingslijstGoedkeuren"], ["POST", `${wegen.lijsten}/${lijst.id}/_voer-uit`, "vernietigingslijstUitvoeren"],
    ]);
    // destroyed, it is nothing for anybody, its keeper included; what is left says no word of it
    w.bewijsOpnieuw();
    for (const wie of [archivaris, privacy]) await wie.klant.eis(200, "POST", `${wegen.lijsten}/${lijst.id}/akkoorden`, { inhoud: lijst.inhoud });
    await w.huis(1).hoeder.eis(200, "POST", `${wegen.lijsten}/${lijst.id}/_voer-uit`);
    for (let i = 0; i < 600 && w.sql(`select count(*) from casus.casus where id = '${casus.id}'`)[0] !== "0"; ++i) await new Promise((ok) => setTimeout(ok, 50));
    const weg = await w.huis(1).hoeder.roep("GET", pad);
    assert.equal(kaal(weg), kaal(await w.huis(1).hoeder.roep("GET", `/v1/casussen/${vasteUuid("nergens", "casus")}`)));
    let verklaring: { id: string } | undefined;
    for (let i = 0; i < 600 && !verklaring; ++i) {
        verklaring = (await archivaris.klant.eis(200, "GET", wegen.verklaringen)).lijf.resultaten[0];
        if (!verklaring) await new Promise((ok) => setTimeout(ok, 50));
    }
    await langs([["GET", `${wegen.verklaringen}/${verklaring!.id}/tekst`, "verklaringTekstTonen"]]);
    const tekst = await p.doe(archivaris, w.contract.route("verklaringTekstTonen"), { pad: `${wegen.verklaringen}/${verklaring!.id}/tekst`, lijf: undefined, koppen: {} });
    for (const [woord] of tekst.tekst.matchAll(/kan[a-z]{12}|\b[SC]-\d{4}-[0-9A-Z]{6}\b/g)) assert.equal(w.van.get(woord)?.soort, "mensen", `the declaration says ${woord}`);
    assert.ok(geweigerd > 300, `${geweigerd}`);
    geen(p);
}

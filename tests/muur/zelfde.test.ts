// SPDX-License-Identifier: EUPL-1.2
// Non-interference: two databases that differ only in what is hidden from a user, and in what happens out of his sight
// while he works. His whole day of calls gives the same bytes in both: status, headers, body, order, lengths.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gezien } from "../reizen/steun/server.ts";
import { type Rol, type Relatie, werkingen } from "./model.ts";
import { apart, koppenVan } from "./proef.ts";
import { ingepakt, uitgepakt } from "./uitpakken.ts";
import { verzoek } from "./invullen.ts";
import { kvk, vasteUuid, zaad } from "./vast.ts";
import { type Antwoord, type Ding, Wereld, type Wie } from "./wereld.ts";

/** What is hidden, or what stands in its place where it is not there. */
type Plekken = { dingen: Ding[]; woorden: string[]; kenmerken: string[] };

const wie: [Rol, Relatie][] = [["coordinator", "niet lid"], ["deelnemer", "lid"], ["coordinator", "lidmaatschap verlopen"], ["jurist", "niet lid"], ["burgemeester", "lid"], ["beleid", "niet lid"], ["coordinator", "rol verlopen"]];
let vol: Wereld;
let kalm: Wereld;

before(async () => {
    const welke = { rollen: [...new Set(wie.map(([r]) => r))], relaties: [...new Set(wie.map(([, r]) => r))] };
    [vol, kalm] = await Promise.all([Wereld.bouw({ ...welke, verborgen: true }), Wereld.bouw({ ...welke, verborgen: false })]);
});
after(() => Promise.all([vol?.ruimOp(), kalm?.ruimOp()]));

/** The hidden things; in the quiet world ids that are nobody's. */
function plekken(w: Wereld): Plekken {
    const soorten = [["verborgen", 1], ["embargo", 1], ["signaal", 2], ["casussignaal", 2], ["casus", 2], ["signaal", 3]] as const;
    const echt = [vol.verborgen!, vol.embargo!, vol.huis(2).signaal, vol.huis(2).casussignaal, vol.huis(2).casus, vol.huis(3).signaal];
    const verzonnen = soorten.map(([soort, organisatie], i): Ding => {
        const delen = Object.fromEntries(Object.keys(echt[i]!.delen).map((d) => [d, vasteUuid("plek", i, d)]));
        return { kring: { organisatie, soort }, id: delen.id!, kenmerk: i === 0 || i === 4 ? "C-2026-7K4QP9" : "S-2026-7K4QP9", versie: echt[i]!.versie, delen };
    });
    const dingen = w === vol ? echt : verzonnen;
    // a word is the same in both worlds: it is made from the seed
    const woorden = soorten.map(([soort, organisatie]) => [...vol.van].find(([woord, k]) => woord.startsWith("kan") && k.soort === soort && k.organisatie === organisatie)![0]);
    return { dingen, woorden, kenmerken: dingen.map((d) => d.kenmerk) };
}

/** Takes out what is new in every database: ids by the order in which they first appear, kenmerken, moments, secrets. */
class Masker {
    private readonly ids = new Map<string, string>();
    tekst(t: string): string {
        return t
            .replace(/"volgende":"[^"]+"/g, '"volgende":"…"')
            .replace(/"csrf":"[0-9a-f]+"/g, '"csrf":"…"')
            .replace(/^id: [0-9a-f-]{36}-[0-9a-f]{16}-[0-9a-f]{16}$/gm, "id: …")
            .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z/g, "<moment>")
            .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|\b[SCVA]-\d{4}-[0-9A-Z]{6}\b/g, (id) => {
                if (!this.ids.has(id)) this.ids.set(id, `<${this.ids.size}>`);
                return this.ids.get(id)!;
            });
    }
    antwoord(a: Antwoord): string {
        // a letter is packed: what is new in each database changes every byte of it and how many there are, so what is in it is
        // compared
        const brief = ingepakt(a.bytes);
        const weg = brief ? ["date", "content-length"] : ["date"];
        return this.tekst([a.status, ...koppenVan(a).filter(([n]) => !weg.includes(n)).map(([n, v]) => `${n}: ${v}`).sort(), brief ? uitgepakt(a.bytes) : a.tekst].join("\n"));
    }
}

const waarden: Record<string, string[]> = {
    status: ["nieuw", "in_weging", "casus", "nieuw,in_weging"], fase: ["informatie", "plan,informatie"], thema: ["drugs", "geen"], bron: ["meldpunt"], wachtOp: ["weging", "casus", "heroverweging"],
    ontvangenVanaf: ["2020-01-01"], ontvangenTotEnMet: ["2099-01-01"], sorteer: ["-ontvangenOp", "ontvangenOp", "-gewijzigdOp", "-laatsteActiviteit", "laatsteActiviteit", "eersteTermijn", "-geopendOp"], aantal: ["1", "200"], na: ["x"],
};

/** The day of one user in one world: what was asked, and every answer masked. */
async function dag(w: Wereld, u: Wie, ruis: () => Promise<void>): Promise<{ vraag: string; antwoord: string }[]> {
    const masker = new Masker();
    const uit: { vraag: string; antwoord: string }[] = [];
    const p = plekken(w);
    const doe = async (vraag: string, methode: string, pad: string, lijf?: unknown, koppen: Record<string, string> = {}) => {
        if (uit.length % 5 === 0) await ruis();
        const a = await u.klant.roep(methode, pad, lijf, koppen);
        uit.push({ vraag: `${methode} ${vraag}`, antwoord: masker.antwoord(a) });
        return a;
    };
    let gehoord = "";
    const lezer = await u.klant.stroom("/v1/gebeurtenissen").catch(() => undefined);
    const luisterend = (async () => {
        for (let brok = await lezer?.read(); brok && !brok.done; brok = await lezer?.read()) gehoord += new TextDecoder().decode(brok.value);
    })().catch(() => undefined);

    const huis = w.huis(1);
    const bekend = [huis.signaal, huis.casussignaal, huis.casus];
    // lists and figures, with every question they hear
    const kijk = async () => {
        for (const route of w.contract.routes.filter((r) => r.methode === "GET" && r.delen.length === 0 && !apart.has(r.naam))) {
            await doe(route.pad, "GET", route.pad);
            for (const naam of route.vragen)
                for (const waarde of waarden[naam] ?? [huis.hoederId, ...p.dingen.map((d) => d.id)]) {
                    let a = await doe(`${route.pad}?${naam}`, "GET", `${route.pad}?${naam}=${waarde}`);
                    for (let blad = 0; waarde === "1" && a.lijf.volgende && blad < 8; ++blad) a = await doe(`${route.pad}, page ${blad + 2}`, "GET", `${route.pad}?aantal=1&na=${a.lijf.volgende}`);
                }
        }
        for (const zoek of ["signalen", "casussen"])
            for (const tekst of ["", "hoogstraat", "kan", kvk, "2026", ...p.woorden, ...p.kenmerken, ...bekend.map((d) => d.kenmerk)]) await doe(`/v1/${zoek}/_zoek`, "POST", `/v1/${zoek}/_zoek`, { tekst });
        await doe("at an address", "POST", "/v1/signalen/_zoek", { adres: w.adres });
        await doe("signalen on the map", "POST", "/v1/kaart/signalen/_zoek", { waar: null });
        await doe("casussen on the map", "POST", "/v1/kaart/casussen/_zoek", { waar: null });
        for (const wat of ["signalen", "casussen"]) await doe(`${wat} in a building`, "POST", `/v1/kaart/${wat}/_zoek`, { waar: { pand: w.pand!.id } });
        for (const soort of ["gemeente", "wijk", "buurt"]) await doe(`signalen per ${soort}`, "POST", "/v1/kaart/signalen/_tel", { soort });
        await doe("a tile of the map", "GET", "/v1/kaart/tegels/panden/9/263/167");
        await doe("addresses", "POST", "/v1/adressen/_zoek", { tekst: "hoogstr" });
    };
    await kijk();
    // every route with an id, on what he knows and on what is hidden, as it is and with a version that may be right
    for (const route of w.contract.routes.filter((r) => r.delen.length > 0)) {
        const over = werkingen[route.naam]!.over;
        // what is put in is inspected in the background: when, would be the difference
        const dingen = [...(route.bestand || /Overnemen/.test(route.naam) ? [] : bekend), ...p.dingen].filter((d) => (over === "casus") === ("bron" in d.delen));
        for (const [nr, doel] of dingen.entries())
            for (const versie of route.ifMatch ? [1, doel.versie] : [1]) {
                // what he may do is done, in both worlds alike; each date is another, as rows of one date stand in the order of their ids
                const v = verzoek(w, route, 1, doel.delen, versie, { trekker: huis.hoederId, termijn: new Date(Date.UTC(2030, 0, uit.length)).toISOString().slice(0, 10), signaal: p.dingen[1]!.id });
                await doe(`${route.pad} on ${nr}`, route.methode, v.pad, v.lijf, v.koppen);
            }
    }
    // his own work, on the address and the company that are hidden elsewhere too
    const nieuw = await doe("a signaal of his own", "POST", "/v1/signalen", {
        titel: "Eigen signaal", omschrijving: "x", bron: "meldpunt", thema: "drugs", adres: { nummeraanduiding: w.adres }, vermeldingen: [{ soort: "bedrijf", tekst: "Eigen bedrijf", sleutel: kvk }],
    });
    if (nieuw.status === 201) {
        const pad = `/v1/signalen/${nieuw.lijf.id}`;
        for (const d of p.dingen) await doe("duplicaatVan", "POST", `${pad}/overgangen`, { naar: "duplicaat", reden: "x", duplicaatVan: d.id }, gezien(nieuw.lijf.versie));
        for (const soort of ["bedrijf", "voertuig"]) await doe("one more mention", "POST", `${pad}/vermeldingen`, { soort, tekst: "x", sleutel: soort === "bedrijf" ? kvk : "AB123C" });
        let nu = (await doe("again", "GET", pad)).lijf;
        for (const stap of [1, 2, 3]) {
            const a = await doe(`weighing ${stap}`, "POST", `${pad}/wegingen`, await w.weging(1, stap, { organisatie: 1, soort: "eigen", van: u.rol + u.relatie }), gezien(nu.versie));
            if (a.status === 201) nu = a.lijf;
        }
        for (const d of p.dingen) await doe("a casus on it and on what is hidden", "POST", "/v1/casussen", { signalen: [nieuw.lijf.id, d.id], werknaam: "Eigen casus", thema: "drugs", trekker: u.id });
        for (const id of [vol === w ? w.huis(2).hoederId : vasteUuid("plek", "mens")]) await doe("a trekker who is not here", "POST", "/v1/casussen", { signalen: [nieuw.lijf.id], werknaam: "x", thema: "drugs", trekker: id });
        const casus = await doe("a casus of his own", "POST", "/v1/casussen", { signalen: [nieuw.lijf.id], werknaam: "Eigen casus", thema: "drugs", trekker: u.id });
        if (casus.status === 201) {
            const hier = `/v1/casussen/${casus.lijf.id}`;
            await doe("the company again", "POST", `${hier}/vermeldingen`, { soort: "bedrijf", tekst: "Eigen bedrijf", sleutel: kvk });
            for (const d of p.dingen) await doe("what is hidden into it", "POST", `${hier}/signalen`, { signaal: d.id });
            const na = await doe("the file", "GET", `${hier}/dossier`);
            await doe("the file as it was", "GET", `${hier}/dossier?bekendOp=${na.koppen.get("bekend-op")}`);
        }
    }
    await kijk();
    await new Promise((ok) => setTimeout(ok, 700));
    await lezer?.cancel().catch(() => undefined);
    await luisterend;
    // the browser's part of the stream: messages, without the heartbeat
    uit.push({ vraag: "the stream of events", antwoord: masker.tekst(gehoord.split("\n").filter((r) => r !== "" && !r.startsWith(":")).join("\n")) });
    return uit;
}

/** Something happens out of sight: in a hidden casus, an embargo, another municipality and a partner organisation. */
async function ruis(w: Wereld) {
    const { hoeder } = w.huis(1);
    await hoeder.eis(201, "POST", `/v1/casussen/${w.verborgen!.id}/notities`, { tekst: "ruis", wanneer: null });
    await hoeder.eis(201, "POST", `/v1/signalen/${w.embargo!.id}/vermeldingen`, { soort: "bedrijf", tekst: "ruis", sleutel: kvk });
    await w.huis(2).hoeder.eis(201, "POST", "/v1/signalen", { titel: "ruis", omschrijving: "x", bron: "meldpunt", adres: { nummeraanduiding: w.adres }, vermeldingen: [{ soort: "voertuig", tekst: "ruis", sleutel: "AB123C" }] });
}

const gebruiker = (w: Wereld, rol: Rol, relatie: Relatie) => w.mensen.find((m) => m.rol === rol && m.relatie === relatie)!;

test("twee databases die alleen verschillen in wat verborgen is, geven een gebruiker dezelfde bytes", { timeout: 600_000 }, async (t) => {
    let vergeleken = 0;
    let verborgen = 0;
    for (const [rol, relatie] of wie) {
        const [een, twee] = await Promise.all([dag(vol, gebruiker(vol, rol, relatie), () => (++verborgen, ruis(vol))), dag(kalm, gebruiker(kalm, rol, relatie), () => Promise.resolve())]);
        for (const [i, { vraag, antwoord }] of een.entries()) {
            assert.equal(antwoord, twee[i]?.antwoord, `${vraag} tells ${rol} (${relatie}) of what is hidden (answer ${i}, seed ${zaad})`);
            ++vergeleken;
        }
        assert.equal(een.length, twee.length);
        if (relatie !== "rol verlopen") assert.ok(een.some((a) => a.antwoord.startsWith("200")) && een.at(-1)!.antwoord.includes("retry:"), "an empty day proves nothing");
    }
    t.diagnostic(`${vergeleken} answers compared of ${wie.length} users, ${verborgen} times something happened out of sight (seed ${zaad})`);
    assert.ok(vergeleken > 1000);
});

test("geplant lek: een telling over alle rijen geeft andere bytes", { timeout: 60_000 }, async () => {
    for (const w of [vol, kalm]) {
        const kolommen = w.sql("select string_agg(case attname when 'zicht' then '(toegang.mijn_zichten())[1]' else quote_ident(attname) end, ', ' order by attnum) from pg_attribute where attrelid = 'entiteit.vermelding'::regclass and attnum > 0 and not attisdropped")[0];
        w.sql(`create function entiteit.lek() returns setof entiteit.vermelding language sql stable security definer as
                $$ select ${kolommen} from entiteit.vermelding where organisatie = basis.organisatie() and not (zicht = any (toegang.mijn_zichten())) $$;
            grant execute on function entiteit.lek() to public;
            create or replace function entiteit.vermelding_op(moment timestamptz) returns setof entiteit.vermelding language sql stable as
                $$ select * from entiteit.vermelding union all select * from entiteit.lek() $$`);
    }
    const kijk = async (w: Wereld) => new Masker().antwoord(await gebruiker(w, "coordinator", "niet lid").klant.eis(200, "GET", `/v1/signalen/${w.huis(1).signaal.id}`));
    assert.notEqual(await kijk(vol), await kijk(kalm));
});

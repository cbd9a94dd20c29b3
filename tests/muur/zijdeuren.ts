// SPDX-License-Identifier: EUPL-1.2
// What goes around the checks of an object: searches, references in a body, children under another parent, versions,
// faults in the input, keys of other people, history, and how long an answer takes. Each pair of calls differs only in
// whether the thing exists, and must give the same bytes.
import assert from "node:assert/strict";
import { gezien } from "../reizen/steun/server.ts";
import { type Route, vulPad } from "./contract.ts";
import { type Rol, type Relatie, kent, mag, verwacht, werkingen } from "./model.ts";
import { type Proef, kaal } from "./proef.ts";
import { nergensDelen, tegel, verzoek } from "./invullen.ts";
import { dag, samen, vasteUuid } from "./vast.ts";
import type { Ding, Wereld, Wie } from "./wereld.ts";

const nergens = (wat = "zijdeur") => vasteUuid("nergens", wat);

export class Zijdeuren {
    readonly p: Proef;
    readonly w: Wereld;
    paren = 0;
    constructor(p: Proef) {
        this.p = p;
        this.w = p.w;
    }
    wie(rol: Rol, relatie: Relatie): Wie {
        return this.w.mensen.find((m) => m.rol === rol && m.relatie === relatie)!;
    }
    route(naam: string): Route {
        return this.w.contract.route(naam);
    }

    /** The same call twice, once with what is hidden and once with what never was. Which of the two goes first varies. */
    async paar(wie: Wie, naam: string, wat: string, verborgen: string, nooit: string, maak: (id: string) => { delen?: Record<string, string>; vraag?: string; lijf?: unknown; koppen?: Record<string, string>; methode?: string }) {
        ++this.paren;
        const route = this.route(naam);
        const roep = (id: string) => {
            const m = maak(id);
            return this.p.doe(wie, m.methode ? { ...route, methode: m.methode } : route, { pad: vulPad(route, m.delen ?? {}) + (m.vraag ?? ""), lijf: m.lijf, koppen: m.koppen ?? {} });
        };
        const eerst = this.paren % 2 === 0;
        const een = await roep(eerst ? verborgen : nooit);
        const twee = await roep(eerst ? nooit : verborgen);
        const zonder = (tekst: string) => tekst.replaceAll(verborgen, "…").replaceAll(nooit, "…");
        if (zonder(kaal(een)) !== zonder(kaal(twee))) this.p.fout(`${wat} tells ${wie.rol} (${wie.relatie}) that it exists: ${een.status} against ${twee.status}`);
        return een;
    }

    async zoeken() {
        await samen(this.w.mensen, async (wie) => {
            for (const [naam, over] of [["signalenZoeken", "signaal"], ["casussenZoeken", "casus"]] as const) {
                if (verwacht(werkingen[naam]!, wie) !== "mag") continue;
                for (const doel of this.p.dingen(over).filter((d) => !kent(wie, d.kring))) {
                    const titel = [...this.w.van].filter(([woord, k]) => k === doel.kring && woord.startsWith("kan")).slice(0, 2).map(([woord]) => woord);
                    for (const woord of [doel.kenmerk, ...titel]) await this.paar(wie, naam, `searching ${over}`, woord, woord.startsWith("kan") ? "kanqqqqqqqqqqqq" : `${over === "casus" ? "C" : "S"}-2026-7K4QP9`, (tekst) => ({ lijf: { tekst } }));
                }
                await this.inAlles(wie, over);
                const lijst = over === "signaal" ? "signalenTonen" : "casussenTonen";
                const filter = over === "signaal" ? "behandelaar" : "trekker";
                await this.paar(wie, lijst, `filter ${filter}`, this.w.huis(wie.organisatie === 2 ? 1 : 2).hoederId, nergens(), (id) => ({ vraag: `?${filter}=${id}` }));
            }
        });
    }

    /** The one box: by every word of what is hidden, whole and with an error, without a purpose and under each that is his. */
    private async inAlles(wie: Wie, over: "signaal" | "casus") {
        const doelen = ["signalen-wegen", "casus-behandelen", "bibob-onderzoek", "riec-samenwerking"];
        const eigen = (await wie.klant.eis(200, "GET", "/v1/sessie")).lijf.activiteiten.map((a: { code: string }) => a.code) as string[];
        for (const doel of this.p.dingen(over).filter((d) => !kent(wie, d.kring))) {
            const woorden = [...this.w.van].filter(([woord, k]) => k === doel.kring && woord.startsWith("kan")).map(([woord]) => woord);
            for (const code of [undefined, ...doelen.filter((d) => eigen.includes(d))]) {
                const koppen = (code ? { verwerkingsactiviteit: code } : {}) as Record<string, string>;
                for (const woord of woorden.slice(0, 6)) await this.paar(wie, "zoeken", "searching everything", woord, "kanqqqqqqqqqqqq", (tekst) => ({ lijf: { tekst, aantal: 50 }, koppen }));
                for (const woord of woorden.slice(0, 2)) await this.paar(wie, "zoeken", "searching with an error", woord, "kanqqqqqqqqqqqq", (tekst) => ({ lijf: { tekst: `${tekst.slice(0, -2)}${tekst.at(-1)}`, aantal: 50 }, koppen }));
                await this.paar(wie, "zoeken", "searching a kenmerk", doel.kenmerk, `${over === "casus" ? "C" : "S"}-2026-7K4QP9`, (tekst) => ({ lijf: { tekst }, koppen }));
                await this.paar(wie, "zoeken", "searching an id", doel.id, nergens(), (tekst) => ({ lijf: { tekst }, koppen }));
            }
        }
    }

    async verwijzingen() {
        const { w } = this;
        w.bewijsOpnieuw(); // letting somebody in asks fresh proof
        const lid = this.wie("coordinator", "lid");
        const buiten = this.wie("coordinator", "niet lid");
        const signaal = await w.maakSignaal(1, "signaal");
        for (const doel of this.p.dingen("signaal").filter((d) => !kent(buiten, d.kring))) {
            await this.paar(buiten, "signaalOverzetten", "duplicaatVan", doel.id, nergens(), (id) => ({ delen: { id: signaal.id }, lijf: { naar: "duplicaat", reden: "x", duplicaatVan: id }, koppen: gezien(signaal.versie) }));
            await this.paar(buiten, "casusOpenen", "opening a casus on it", doel.id, nergens(), (id) => ({ lijf: { signalen: [id], werknaam: "x", thema: "drugs", trekker: buiten.id } }));
            if (!kent(lid, doel.kring)) await this.paar(lid, "casusSignaalToevoegen", "adding it to a casus", doel.id, nergens(), (id) => ({ delen: { id: w.huis(1).casus.id }, lijf: { signaal: id } }));
        }
        const casus = w.huis(1).casus.id;
        const versie = await w.versie(1, `/v1/casussen/${casus}`);
        // somebody of another organisation, and the guest of a casus that is hidden
        for (const vreemd of [w.huis(2).hoederId, w.verborgenGast!]) {
            await this.paar(lid, "casusWijzigen", "trekker", vreemd, nergens(), (id) => ({ delen: { id: casus }, lijf: { trekker: id }, koppen: gezien(versie) }));
            await this.paar(lid, "casusLidToevoegen", "gebruiker", vreemd, nergens(), (id) => ({ delen: { id: casus }, lijf: { gebruiker: id } }));
            await this.paar(lid, "casusLidVerwijderen", "gebruiker", vreemd, nergens(), (id) => ({ delen: { id: casus, gebruiker: id } }));
            await this.paar(lid, "interventieToevoegen", "eigenaar", vreemd, nergens(), (id) => ({ delen: { id: casus }, lijf: { type: "sluiting-13b", omschrijving: "x", uitvoerder: "x", eigenaar: id } }));
            await this.paar(lid, "signaalWijzigen", "behandelaar", vreemd, nergens(), (id) => ({ delen: { id: signaal.id }, lijf: { behandelaar: id }, koppen: gezien(signaal.versie) }));
            await this.paar(lid, "privacytoetsVoorleggen", "leden", vreemd, nergens(), (id) => ({ delen: { id: casus }, lijf: { soort: "2a", leden: [id], grondslag: "x", verenigbaarheid: "x", noodzaak: "x", proportionaliteit: "x" } }));
            await this.paar(lid, "casusActieToevoegen", "eigenaar", vreemd, nergens(), (id) => ({ delen: { id: casus }, lijf: { wat: "x", eigenaar: id, datum: dag(30) } }));
            await this.paar(lid, "casussenTonen", "trekker", vreemd, nergens(), (id) => ({ vraag: `?trekker=${id}` }));
            await this.paar(lid, "casusOpenen", "trekker", vreemd, nergens(), (id) => ({ lijf: { signalen: [signaal.id], werknaam: "x", thema: "drugs", trekker: id } }));
            await this.paar(buiten, "signaalVastleggen", "alleen", vreemd, nergens(), (id) => ({ lijf: { titel: "x", omschrijving: "x", bron: "meldpunt", alleen: [id] } }));
        }
        // and somebody whose role may not be a member is refused like somebody who is not there
        await this.paar(lid, "casusLidToevoegen", "a colleague who may not read casussen", this.wie("beleid", "niet lid").id, nergens(), (id) => ({ delen: { id: casus }, lijf: { gebruiker: id } }));
    }

    /** A child of a hidden file under a parent that is one's own. */
    async kinderen() {
        const lid = this.wie("coordinator", "lid");
        for (const route of this.w.contract.routes.filter((r) => r.delen.length === 2)) {
            const kind = route.delen[1]!;
            if (kind === "gebruiker" || kind === "soort") continue; // a colleague is nobody's child, and a code no thing
            const over = werkingen[route.naam]!.over;
            if (!over) continue; // its own test
            const ouder = over === "casus" ? this.w.huis(1).casus : this.w.huis(1).signaal;
            for (const doel of this.p.dingen(over).filter((d) => !kent(lid, d.kring) && d.delen[kind]))
                await this.paar(lid, route.naam, `${kind} of another file`, doel.delen[kind]!, nergens(), (id) => ({ delen: { id: ouder.id, [kind]: id }, ...zonderPad(verzoek(this.w, route, 1, ouder.delen, 1)) }));
        }
    }

    /** Versions, faults in the input, foreign purposes, other methods and moments in the past. */
    async vormen() {
        const versies = [undefined, '"1"', '"999"', "onzin", "*"];
        const lijven = (r: Route): unknown[] => (r.lijf ? [{}, { onbekend: 1 }, [], "x"] : [undefined]);
        const wie = [this.wie("coordinator", "niet lid"), this.wie("coordinator", "lidmaatschap verlopen"), this.wie("coordinator", "andere gemeente"), this.wie("coordinator", "partnerorganisatie")];
        const gevallen = this.w.contract.routes.filter((r) => r.delen.length > 0).flatMap((route) => wie.flatMap((w) => this.p.dingen(werkingen[route.naam]!.over).filter((d) => !kent(w, d.kring)).map((doel) => ({ route, w, doel }))));
        await samen(gevallen, async ({ route, w, doel }) => {
            const deel = (id: string) => ({ ...nergensDelen(route), gegeven: nergens(), code: "casus-behandelen", ...tegel, ...doel.delen, id });
            if (route.ifMatch) {
                const goed = verzoek(this.w, route, 1, doel.delen, 1).lijf;
                for (const v of [...versies, `"${doel.versie}"`]) await this.paar(w, route.naam, `If-Match ${v}`, doel.id, nergens(), (id) => ({ delen: deel(id), lijf: goed, koppen: (v === undefined ? {} : { "if-match": v }) as Record<string, string> }));
            }
            for (const lijf of lijven(route)) await this.paar(w, route.naam, "a faulty body", doel.id, nergens(), (id) => ({ delen: deel(id), lijf, koppen: gezien(1) }));
            if (route.methode === "GET") {
                await this.paar(w, route.naam, "HEAD", doel.id, nergens(), (id) => ({ delen: deel(id), methode: "HEAD" }));
                await this.paar(w, route.naam, "If-None-Match", doel.id, nergens(), (id) => ({ delen: deel(id), koppen: { "if-none-match": `"${doel.versie}"` } }));
            }
            for (const m of ["PUT", "OPTIONS"]) await this.paar(w, route.naam, m, doel.id, nergens(), (id) => ({ delen: deel(id), methode: m }));
            await this.paar(w, route.naam, "a foreign purpose", doel.id, nergens(), (id) => ({ delen: deel(id), ...zonderPad(verzoek(this.w, route, 1, doel.delen, 1)), koppen: { verwerkingsactiviteit: "archiveren-vernietigen", ...(route.ifMatch ? gezien(1) : {}) } }));
            for (const vraag of ["?zoek=x", "?bekendOp=2026-01-01T00:00:00Z", `?bekendOp=${new Date(Date.now() - 1000).toISOString()}`, "?bekendOp=nooit"])
                await this.paar(w, route.naam, `query ${vraag.slice(0, 9)}`, doel.id, nergens(), (id) => ({ delen: deel(id), vraag, ...zonderPad(verzoek(this.w, route, 1, doel.delen, 1)) }));
        }, 12);
    }

    /** Nobody's key works for another, and a repeated one gives nothing new. */
    async sleutels() {
        const { w } = this;
        const sleutel = crypto.randomUUID();
        const { casus, hoeder } = w.huis(1);
        const lijf = { tekst: w.woord(casus.kring), wanneer: null };
        const koppen = { "idempotency-key": sleutel };
        const pad = `/v1/casussen/${casus.id}/notities`;
        await hoeder.eis(201, "POST", pad, lijf, koppen);
        await this.paar(this.wie("coordinator", "niet lid"), "notitieToevoegen", "the key of somebody else", casus.id, nergens(), (id) => ({ delen: { id }, lijf, koppen }));
        const lid = this.wie("deelnemer", "lid");
        const eigen = await this.p.doe(lid, this.route("notitieToevoegen"), { pad, lijf: { tekst: w.woord(casus.kring), wanneer: null }, koppen });
        if (eigen.status !== 201 || eigen.koppen.has("idempotency-replayed")) this.p.fout(`the key of somebody else changed the answer: ${eigen.status}`);
        const nog = { pad: "/v1/signalen", lijf: verzoek(w, this.route("signaalVastleggen"), 1, {}, 1, {}, () => w.woord(w.huis(1).signaal.kring)).lijf, koppen: { "idempotency-key": crypto.randomUUID() } };
        const eerste = await this.p.doe(lid, this.route("signaalVastleggen"), nog);
        const herhaald = await this.p.doe(lid, this.route("signaalVastleggen"), nog);
        assert.equal(herhaald.koppen.get("idempotency-replayed"), "true");
        assert.equal(herhaald.lijf.id, eerste.lijf.id);
        w.merkAan(w.huis(1).signaal.kring, eerste.lijf.id, eerste.lijf.kenmerk);
        w.dossiers.set(eerste.lijf.id, { soort: "signaal", kring: w.huis(1).signaal.kring });
    }

    /** Addresses hold words of the program and random ids; only declared questions are heard. */
    async adressen() {
        const wie = this.wie("coordinator", "lid");
        for (const route of this.w.contract.routes) {
            const pad = vulPad(route, Object.fromEntries(route.delen.map((deel) => [deel, nergens()])));
            if (!/^[a-z0-9/_-]+$/.test(pad)) this.p.fout(`${pad} holds something else than words and ids`);
            for (const v of route.vragen) if (/tekst|naam|titel|kenmerk|zoek|bsn|kvk|kenteken|adres/i.test(v)) this.p.fout(`${pad}: a person may stand in ?${v}=`);
            if (route.methode !== "GET" || route.stroom || /^oidc/.test(route.naam) || !mag(wie.rol, wie.relatie, werkingen[route.naam]!.daad) || werkingen[route.naam]!.daad === "niets nodig") continue;
            ++this.paren;
            const a = await this.p.doe(wie, route, { pad: `${pad}?titel=x`, lijf: undefined, koppen: {} });
            if (a.status !== 400 || a.lijf.code !== "vraag-onbekend") this.p.fout(`${pad} heard an undeclared question: ${a.status}`);
        }
        const bekend = new Set(["api-version", "cache-control", "content-length", "content-security-policy", "content-type", "cross-origin-opener-policy", "cross-origin-resource-policy", "date", "permissions-policy",
            "referrer-policy", "strict-transport-security", "x-content-type-options", "x-frame-options", "etag", "location", "bekend-op", "idempotency-replayed", "connection", "keep-alive", "allow", "set-cookie", "vary", "content-encoding", "content-disposition"]);
        for (const kop of this.p.koppen) if (!bekend.has(kop)) this.p.fout(`an answer has the header ${kop}: does it tell something?`);
    }

    /** Medians in microseconds of "not yours" and of "not there", in turn; reported, never asserted. */
    async tijden(keren = 60): Promise<string[]> {
        const wie = this.wie("coordinator", "niet lid");
        const uit: string[] = [];
        for (const [naam, doel] of [["casusTonen", this.w.verborgen], ["dossierTonen", this.w.verborgen], ["signaalTonen", this.w.embargo]] as [string, Ding][]) {
            const route = this.route(naam);
            const duur = { wel: [] as number[], niet: [] as number[] };
            for (let i = 0; i < keren; ++i)
                for (const kant of ["wel", "niet"] as const) {
                    const begin = process.hrtime.bigint();
                    await wie.klant.eis(404, "GET", vulPad(route, { id: kant === "wel" ? doel.id : nergens() }));
                    duur[kant].push(Number(process.hrtime.bigint() - begin) / 1000);
                }
            const midden = (rij: number[]) => Math.round(rij.sort((a, b) => a - b)[rij.length >> 1]!);
            uit.push(`${naam}: not yours ${midden(duur.wel)} µs, not there ${midden(duur.niet)} µs`);
        }
        return uit;
    }
}

/** Body and headers of a request, without its path. */
const zonderPad = ({ lijf, koppen }: { lijf: unknown; koppen: Record<string, string> }) => ({ lijf, koppen });

export type Gehoord = { wie: Wie; ids: Set<string>; merktekens: string[] };

/** Opens a stream for everybody, lets every kind of file change, and returns who heard what. */
export async function luister(p: Proef, verander: () => Promise<void>, klaar: (g: Gehoord[]) => boolean): Promise<Gehoord[]> {
    const gehoord: Gehoord[] = [];
    const lezers: ReadableStreamDefaultReader<Uint8Array>[] = [];
    await samen(p.w.mensen.filter((m) => mag(m.rol, m.relatie, "aangemeld zijn")), async (wie) => {
        const g: Gehoord = { wie, ids: new Set(), merktekens: [] };
        const lezer = await wie.klant.stroom("/v1/gebeurtenissen");
        lezers.push(lezer);
        gehoord.push(g);
        let rest = "";
        void (async () => {
            for (let brok = await lezer.read(); !brok.done; brok = await lezer.read()) {
                rest += new TextDecoder().decode(brok.value);
                for (let einde = rest.indexOf("\n\n"); einde >= 0; einde = rest.indexOf("\n\n")) {
                    const bericht = rest.slice(0, einde);
                    rest = rest.slice(einde + 2);
                    const data = /^data: (\{"id":"[0-9a-f-]{36}","versie":\d+\})$/m.exec(bericht)?.[1];
                    if (!data) continue;
                    g.ids.add(JSON.parse(data).id);
                    g.merktekens.push(/^id: (.*)$/m.exec(bericht)?.[1] ?? "");
                    p.keur(wie, "the stream of events", bericht);
                }
            }
        })().catch(() => undefined);
    });
    await new Promise((ok) => setTimeout(ok, 300));
    await verander();
    for (let i = 0; i < 200 && !klaar(gehoord); ++i) await new Promise((ok) => setTimeout(ok, 50));
    await new Promise((ok) => setTimeout(ok, 400));
    for (const lezer of lezers) await lezer.cancel().catch(() => undefined);
    return gehoord;
}

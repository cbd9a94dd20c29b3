// SPDX-License-Identifier: EUPL-1.2
// Calls on a world and what is wrong with the answers. Every function adds to `gebreken`; the tests say how many there
// may be, and the planted leaks that there must be some.
import type { Klant } from "../reizen/steun/server.ts";
import type { Route } from "./contract.ts";
import { type Kring, type Werking, kent, mag, verwacht, werkingen } from "./model.ts";
import { type Vers, vers } from "./vers.ts";
import { type Antwoord, type Ding, type Verzoek, type Wereld, type Wie, kvk, merk, samen, tegel, vasteUuid, verzoek } from "./wereld.ts";

export type Oordeel = "mag" | "geen recht" | "is er niet";

const wijzigt = (r: Route) => r.methode !== "GET" && !r.pad.split("/").at(-1)!.startsWith("_");
/** What is asked of a thing of its own, though it only reads or its path says so. */
const vraagtEigen = /Bsn|^informatiebrief|^vernietigingslijstUitvoeren|^verzoekGegevensZoeken|^verzoekBrief/;
/** What a member may not do to a signaal that stands in his casus, and how he is told. */
const inCasus: Record<string, number[]> = { signaalWegen: [409], signaalOverzetten: [409], signaalVrijgeven: [409] };
const kringnaam = (k?: Kring) => (k ? `${k.organisatie}:${k.soort}` : "-");
const wieNaam = (w: Wie) => `${w.rol}, ${w.relatie}`;
/** What a refusal and a grant have in common: the route, and the kind of thing in whose house. */
const tweeling = (route: Route, doel?: Ding) => (doel ? `${route.naam} on ${kringnaam(doel.kring)}` : route.naam);
const lek = "tests/muur/lek.test.ts";
const oidc = "tests/api/oidc.test.ts";
const demo = "tests/reizen/demo.test.ts";
/** Whose grants the matrix does not make, and the test that makes them. Every refusal is asked in it all the same. */
export const apart: Record<string, readonly [bestand: string, test: string]> = {
    aanmelden: [lek, "afmelden kan wie aangemeld is"], // makes the session that every call here needs
    afmelden: [lek, "afmelden kan wie aangemeld is"], // ends it
    opnieuwAanmelden: [lek, "wie zich lang geleden bewees"], // ends it too: another begins
    aanmeldwijzenTonen: [oidc, "wie de aanmelddienst kent komt binnen"], // needs an identity provider, as the next two
    oidcAanmelden: [oidc, "wie de aanmelddienst kent komt binnen"],
    oidcTerug: [oidc, "wie de aanmelddienst kent komt binnen"],
    demoTonen: [demo, "elke rol komt binnen met één klik"], // there only in a demo
    demoAanmelden: [demo, "elke rol komt binnen met één klik"],
    gebeurtenissenVolgen: [lek, "de stroom van gebeurtenissen"], // an answer without an end
    noodtoegangOpenen: [lek, "noodtoegang: alleen wie mag"], // lends what the model says he may not know
    noodtoegangTonen: [lek, "noodtoegang: alleen wie mag"],
    noodtoegangSluiten: [lek, "noodtoegang: alleen wie mag"],
    noodtoegangBeoordelen: [lek, "noodtoegang: alleen wie mag"],
};

/** Where a reporter may be named: to who asks for him with a reason, and to who answers a data subject. */
const noemtMelder = new Set(["melderTonen", "verzoekGegevensZoeken", "verzoekGegevensAanwijzen", "verzoekGegevenBesluiten", "verzoekTonen"]);

/** What an officer sees of every file of his house by the right of his office: who answers a data subject what stands in
 *  it, who watches over access its number. */
function ziet(wie: Wie, route: string, woord: string): boolean {
    if (/^verzoek/.test(route)) return mag(wie.rol, wie.relatie, "verzoek behandelen");
    if (woord.startsWith("kan")) return false;
    if (/^inzagen/.test(route)) return mag(wie.rol, wie.relatie, "inzage zoeken");
    if (/^signalering/.test(route)) return mag(wie.rol, wie.relatie, "incidenten zien");
    return /^noodtoegang/.test(route) && mag(wie.rol, wie.relatie, "noodtoegang beoordelen");
}

/** The headers of an answer. */
export function koppenVan(a: Antwoord): [string, string][] {
    const uit: [string, string][] = [];
    a.koppen.forEach((waarde, naam) => uit.push([naam, waarde]));
    return uit;
}

/** An answer without what is new in each: what two answers must have in common, byte for byte. */
export function kaal(a: Antwoord): string {
    const koppen = koppenVan(a).filter(([naam]) => naam !== "date").map(([naam, w]) => `${naam}: ${w}`).sort();
    return [a.status, ...koppen, a.tekst.replace(/"verzoek":"[0-9a-f-]{36}"/, '"verzoek":"…"')].join("\n");
}

const leeg = (a: Antwoord) => a.tekst === "" || /"resultaten":\[\]|"totaal":0\b/.test(a.tekst);

/** Whether a path names a thing; a tile of the map names a place. */
const overIets = (route: Route) => route.delen.some((deel) => !(deel in tegel));

export class Proef {
    readonly w: Wereld;
    readonly gebreken: string[] = [];
    /** What was seen, per action: the roles that could. */
    readonly gekund = new Map<string, Set<string>>();
    readonly geweigerd = new Map<string, { route: Route; doel: Ding | undefined }>();
    readonly gegund = new Set<string>();
    /** Names of the headers that answers had. */
    readonly koppen = new Set<string>();
    cellen = 0;
    antwoorden = 0;
    private readonly hoeders = new Set<string>();
    private readonly nergens = new Map<string, Promise<string>>();

    constructor(w: Wereld) {
        this.w = w;
    }
    fout(wat: string) {
        this.gebreken.push(wat);
    }

    /** One call, its answer searched for what this user may not know. */
    async doe(wie: { klant: Klant } & Partial<Wie>, route: Route, v: Verzoek): Promise<Antwoord> {
        const a = await wie.klant.roep(route.methode, v.pad, v.lijf, v.koppen);
        ++this.antwoorden;
        for (const [naam] of koppenVan(a)) this.koppen.add(naam);
        const plaats = a.koppen.get("location");
        if (plaats && !/^\/v1\/[a-z0-9/_-]+$/.test(plaats)) this.fout(`${route.pad}: Location ${plaats}`);
        if (a.status >= 500) this.fout(`${route.methode} ${route.pad}: ${a.status}`);
        const alles = a.tekst + koppenVan(a).flat().join(" ");
        if (wie.rol) this.keur(wie as Wie, `${route.methode} ${route.pad}`, alles, route.naam);
        if (!noemtMelder.has(route.naam)) this.keurMelder(`${route.methode} ${route.pad}`, alles);
        return a;
    }

    /** Every word, id or kenmerk in the text must be of something this user may know. */
    keur(wie: Wie, waar: string, tekst: string, route = "") {
        for (const [woord] of tekst.matchAll(merk)) {
            const kring = this.w.van.get(woord);
            if (woord === wie.id || wie.naam.includes(woord)) continue; // who he is himself
            if (kring?.organisatie === wie.organisatie && (this.hoeders.has(wie.id) || ziet(wie, route, woord))) continue;
            if (kring && !kent(wie, kring)) this.fout(`${waar} shows ${woord} (${kringnaam(kring)}) to ${wieNaam(wie)}`);
        }
    }

    /** Who reported is in no file, letter or list, also not for who may ask for him (recht.md §3 nr. 9). */
    keurMelder(waar: string, tekst: string) {
        for (const [woord] of tekst.matchAll(merk)) if (/melder$/.test(this.w.van.get(woord)?.soort ?? "")) this.fout(`${waar} names the reporter: ${woord}`);
    }

    werking(route: Route): Werking {
        const gevonden = werkingen[route.naam];
        if (!gevonden) throw new Error(`the model (model.ts) does not know the route ${route.naam}: say who may do it`);
        return gevonden;
    }

    /** The things a call can be about. */
    dingen(over?: Werking["over"]): Ding[] {
        return this.w.dingen(over ?? "casus");
    }

    /** The same call on ids that nobody ever had, as this user: the answer that every refusal must equal. */
    nergensAntwoord(wie: Wie, route: Route): Promise<string> {
        const sleutel = `${wie.id}/${route.naam}`;
        let uit = this.nergens.get(sleutel);
        if (!uit) {
            const delen = Object.fromEntries(route.delen.map((d) => [d, vasteUuid("nergens", d)]));
            uit = this.doe(wie, route, verzoek(this.w, route, 1, delen, 1)).then(kaal);
            this.nergens.set(sleutel, uit);
        }
        return uit;
    }

    /** A refusal: the right status, and not a byte of difference with what is not there. */
    async weigering(wie: Wie, route: Route, doel: Ding | undefined, oordeel: Oordeel) {
        ++this.cellen;
        const delen = doel?.delen ?? Object.fromEntries(route.delen.map((d) => [d, vasteUuid("nergens", d)]));
        const a = await this.doe(wie, route, verzoek(this.w, route, 1, delen, doel?.versie ?? 1));
        const status = oordeel === "geen recht" ? 403 : 404;
        const waar = `${route.methode} ${route.pad} on ${kringnaam(doel?.kring)} by ${wieNaam(wie)}`;
        if (a.status !== status) this.fout(`${waar}: ${a.status}, not ${status}`);
        else if (doel && kaal(a) !== (await this.nergensAntwoord(wie, route))) this.fout(`${waar}: another answer than for what is not there`);
        this.geweigerd.set(tweeling(route, doel), { route, doel });
    }

    /** A call that must work, on a thing of its own where it changes something, so that the world stays as it is. */
    async gunning(wie: Wie, route: Route, doel?: Ding) {
        ++this.cellen;
        const werking = this.werking(route);
        const waar = `${route.methode} ${route.pad} on ${kringnaam(doel?.kring)} by ${wieNaam(wie)}`;
        if (doel?.kring.soort === "casussignaal" && wijzigt(route)) return this.inEenCasus(wie, route, doel, waar);
        const eigen = wijzigt(route) || vraagtEigen.test(route.naam);
        const { v, weg, na }: Vers = eigen ? await vers(this.w, wie, route, doel) : { v: verzoek(this.w, route, wie.organisatie, doel?.delen ?? {}, 1, this.zoekvraag(route)) };
        const a = await this.doe(wie, route, v);
        if (route.naam === "inzagenZoeken" && !this.w.huis(wie.organisatie).signaal) {
            if (a.status !== 404) this.fout(`${waar}: ${a.status} for a kenmerk that his organisation does not have`);
            return;
        }
        const magSignaal = !werking.ookSignaal || mag(wie.rol, wie.relatie, "signalen lezen");
        if (!magSignaal) {
            if (a.status !== 400 || !/geen-signaal/.test(a.tekst)) this.fout(`${waar}: ${a.status} for a signaal that is not his`);
            return;
        }
        if (a.status >= 300) return this.fout(`${waar}: ${a.status} ${a.tekst.slice(0, 300)}`);
        await na?.();
        if (doel && !eigen && !/^melder/.test(route.naam) && !Object.values(doel.delen).some((id) => a.tekst.includes(id)) && !/Document|Inzagen|^informatie|^verstrek|^afschrift|^kennisgeving/.test(route.naam)) this.fout(`${waar}: the answer is not about it`);
        if (weg) {
            const over = await this.w.huis(wie.organisatie).hoeder.eis(200, "GET", weg.waar);
            if (over.tekst.includes(weg.wat)) this.fout(`${waar}: it is still there`);
        }
        if (weg || a.status === 204 || !leeg(a)) this.gegund.add(tweeling(route, doel));
        this.neemOp(wie, route, a);
        if (!this.hoeders.has(wie.id)) this.kon(route.naam, wie);
    }

    /** Somebody in this role was seen to do it. */
    kon(naam: string, wie: Wie) {
        this.gekund.set(naam, (this.gekund.get(naam) ?? new Set()).add(wie.rol));
    }

    /** A change of a signaal that stands in a casus: done, or told to the member why not. */
    private async inEenCasus(wie: Wie, route: Route, doel: Ding, waar: string) {
        const n = doel.kring.organisatie as 1 | 2;
        const pad = `/v1/signalen/${doel.id}`;
        const delen = { ...doel.delen };
        if (route.delen.includes("document")) delen.document = await this.w.bestand(n, "signaal", doel.id, doel.kring);
        if (route.delen.includes("vermelding")) delen.vermelding = await this.w.kind(n, "signaalVermeldingToevoegen", doel.id, doel.kring, { soort: "voertuig", sleutel: undefined });
        const versie = route.delen.length > 1 ? 1 : await this.w.versie(n, pad);
        const a = await this.doe(wie, route, verzoek(this.w, route, n, delen, route.delen.includes("document") ? await this.w.versie(n, `${pad}/documenten/${delen.document}`) : versie, {}, () => this.w.woord(doel.kring)));
        const hoort = inCasus[route.naam] ?? [200, 201, 204];
        if (!hoort.includes(a.status)) this.fout(`${waar}: ${a.status}, not ${hoort} ${a.tekst.slice(0, 300)}`);
        else this.gegund.add(tweeling(route, doel));
    }

    /** Every refusal has a twin: the rightful user asked the same of the same kind of thing, and got an answer. Who may know
     *  of what nobody in the matrix knows is its keeper. */
    async tweelingen() {
        for (const [sleutel, { route, doel }] of this.geweigerd) {
            if (!this.gegund.has(sleutel) && doel && /^(verborgen|embargo)$/.test(doel.kring.soort)) await this.gunning(this.hoeder(doel.kring.organisatie), route, doel);
            if (!this.gegund.has(sleutel)) this.fout(`${sleutel} was refused, and nobody was seen to get an answer`);
        }
    }

    /** The keeper of a house as one of its people: he knows all that is in it. */
    private hoeder(n: 1 | 2 | 3): Wie {
        const { hoeder, hoederId } = this.w.huis(n);
        this.hoeders.add(hoederId);
        return { id: hoederId, naam: "", rol: "coordinator", relatie: "lid", organisatie: n, klant: hoeder };
    }

    zoekvraag(route: Route): Record<string, unknown> {
        return route.naam === "adressenZoeken" ? { tekst: "hoogstraat" } : {};
    }

    /** What somebody made belongs to his own. */
    private neemOp(wie: Wie, route: Route, a: Antwoord) {
        const kring: Kring | undefined = route.naam === "signaalVastleggen" ? { organisatie: wie.organisatie, soort: "signaal" } : route.naam === "casusOpenen" ? { organisatie: wie.organisatie, soort: "eigen", van: wie.id } : undefined;
        if (!kring) return;
        this.w.merkAan(kring, a.lijf.id, a.lijf.kenmerk);
        this.w.dossiers.set(a.lijf.id, { soort: kring.soort === "eigen" ? "casus" : "signaal", kring });
    }

    /** The whole matrix: every route × role × relation × thing. */
    async matrix(routes = this.w.contract.routes) {
        const gunningen: (() => Promise<void>)[] = [];
        const weigeringen: (() => Promise<void>)[] = [];
        for (const route of routes) {
            const werking = this.werking(route);
            if (overIets(route) && !werking.over && !apart[route.naam]) throw new Error(`the model does not say what ${route.naam} is about`);
            for (const doel of werking.over ? this.dingen(werking.over) : [undefined]) {
                for (const wie of this.w.mensen) {
                    const oordeel = verwacht(werking, wie, doel?.kring);
                    if (oordeel !== "mag") weigeringen.push(() => this.weigering(wie, route, doel, oordeel));
                    else if (!apart[route.naam]) gunningen.push(() => this.gunning(wie, route, doel));
                }
            }
        }
        await samen(weigeringen, (taak) => taak(), 12);
        await this.lijsten();
        await this.aantallen();
        this.w.versBewijs();
        for (const taak of gunningen) await taak();
        for (const sleutel of this.geweigerd.keys()) if (apart[sleutel]) this.geweigerd.delete(sleutel); // its own test
        await this.tweelingen();
    }

    /** Nobody at all: 401 on every route, the same on what is there and what is not. */
    async niemand() {
        const klant = new (this.w.huis(1).hoeder.constructor as typeof Klant)(this.w.server.url);
        const anders = new Set(["opnieuwAanmelden", "aanmeldwijzenTonen", "oidcAanmelden", "oidcTerug"]); // tests/api/oidc.test.ts
        for (const route of this.w.contract.routes.filter((r) => !anders.has(r.naam))) {
            const werking = this.werking(route);
            for (const doel of werking.over ? this.dingen(werking.over) : [undefined]) {
                if (overIets(route) && !doel) continue; // an emergency that is not there: its own test
                ++this.cellen;
                const a = await klant.roep(route.methode, verzoek(this.w, route, 1, doel?.delen ?? {}, 1, { totp: "000000" }).pad, this.w.contract.lijf(route, this.w.gegeven(1, { totp: "000000", vraag: "x", naar: "x", uitkomst: "x", signaal: vasteUuid("x"), signalen: [] }), () => "kanaaaaaaaaaaaa"));
                const goed = werking.daad === "niets nodig" ? (route.naam === "aanmelden" ? 401 : 404) : 401;
                if (a.status !== goed) this.fout(`${route.methode} ${route.pad} without a session: ${a.status}, not ${goed}`);
                for (const [woord] of a.tekst.matchAll(merk)) if (this.w.van.has(woord)) this.fout(`${route.pad} shows ${woord} without a session`);
            }
        }
    }

    /** Lists and searches hold exactly what the model says of each thing. */
    async lijsten(mensen = this.w.mensen) {
        const { contract } = this.w;
        await samen(mensen, async (wie) => {
            for (const [lijst, zoek, over] of [["signalenTonen", "signalenZoeken", "signaal"], ["casussenTonen", "casussenZoeken", "casus"]] as const) {
                if (verwacht(werkingen[lijst]!, wie) !== "mag") continue;
                const route = contract.route(lijst);
                const alles = { tekst: "" };
                for (let na: string | null = ""; na !== null; ) {
                    const blad = await this.doe(wie, route, { pad: `${route.pad}?aantal=200${na && `&na=${na}`}`, lijf: undefined, koppen: {} });
                    alles.tekst += blad.tekst;
                    na = blad.lijf.volgende ?? null;
                }
                const erbij = over === "casus" ? await this.doe(wie, contract.route("mijnWerkTonen"), { pad: "/v1/mijn-werk", lijf: undefined, koppen: {} }) : alles;
                for (const doel of this.dingen(over)) {
                    ++this.cellen;
                    const magHij = kent(wie, doel.kring);
                    if (alles.tekst.includes(doel.id) !== magHij) this.fout(`${lijst}: ${kringnaam(doel.kring)} is ${magHij ? "missing" : "there"} for ${wieNaam(wie)}`);
                    if (erbij.tekst.includes(doel.id) !== magHij) this.fout(`mijnWerkTonen: ${kringnaam(doel.kring)} is ${magHij ? "missing" : "there"} for ${wieNaam(wie)}`);
                    const r = contract.route(zoek);
                    const gezocht = await this.doe(wie, r, verzoek(this.w, r, 1, {}, 1, { tekst: doel.kenmerk }));
                    if (gezocht.tekst.includes(doel.id) !== magHij) this.fout(`${zoek} on its kenmerk: ${kringnaam(doel.kring)} is ${magHij ? "missing" : "there"} for ${wieNaam(wie)}`);
                }
            }
        });
    }

    /** Counts are counts of what one may know: totals, neighbours at an address, the same company elsewhere. */
    async aantallen(mensen = this.w.mensen) {
        const haal = async (wie: Wie, pad: string) => (await wie.klant.eis(200, "GET", pad)).lijf;
        await samen(mensen, async (wie) => {
            const bekend = [...this.w.dossiers.values()].filter((d) => kent(wie, d.kring));
            const signalen = bekend.filter((d) => d.soort === "signaal").length;
            const toets = (wat: string, is: number, hoort: number) => {
                ++this.cellen;
                if (is !== hoort) this.fout(`${wat} is ${is}, not ${hoort}, for ${wieNaam(wie)}`);
            };
            if (mag(wie.rol, wie.relatie, "cijfers zien")) {
                // the figures count what one's audiences hold; who may not read signalen counts none
                toets("signalen/tellingen totaal", (await haal(wie, "/v1/signalen/tellingen")).totaal, bekend.filter((d) => d.soort === "signaal").length);
            }
            if (mag(wie.rol, wie.relatie, "casussen lezen")) {
                toets("casussen/tellingen totaal", (await haal(wie, "/v1/casussen/tellingen")).totaal, bekend.length - signalen);
                toets("mijn-werk mijnCasussen", (await haal(wie, "/v1/mijn-werk")).mijnCasussen, bekend.length - signalen);
            }
            const huis = this.w.huizen.get(wie.organisatie);
            if (huis && kent(wie, huis.signaal.kring)) {
                const signaal = await haal(wie, `/v1/signalen/${huis.signaal.id}`);
                const buren = bekend.filter((d) => d.adres).length - 1;
                toets("zelfdeAdres", signaal.zelfdeAdres, buren);
                toets("opZelfdeAdres", signaal.opZelfdeAdres.length, Math.min(buren, 50));
                toets("elders", signaal.vermeldingen.find((v: { sleutel: string }) => v.sleutel === kvk).elders, bekend.filter((d) => d.bedrijf).length - 1);
            }
            if (huis?.casus && kent(wie, huis.casus.kring)) {
                const dossier = await haal(wie, `/v1/casussen/${huis.casus.id}/dossier`);
                // the file as it was stands by itself: it counts nothing of other files
                toets("elders in a casus", dossier.vermeldingen.find((v: { sleutel: string }) => v.sleutel === kvk).elders, 0);
            }
        });
    }

    /** The tables with rows of an organisation that the role of the application may read. */
    tabellen(): string[] {
        return this.w.sql(`select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisatie'
            where c.relkind = 'r' and c.relnamespace <> 'pg_catalog'::regnamespace and c.relrowsecurity and has_table_privilege('toepassing', c.oid, 'select') order by 1`);
    }

    /** The second wall alone: what the database lets the role of the application see as this user, in plain SQL. */
    inSql(mensen = this.w.mensen, tabellen = this.tabellen()): { rijen: number } {
        let rijen = 0;
        const vragen = tabellen.map((t) => `select '${t}|' || organisatie || '|' || replace(t::text, E'\\n', ' ') from ${t} t`);
        for (const wie of mensen) {
            const uit = this.w.sql(`set damwand.organisatie = '${wie.organisatie}'; set damwand.gebruiker = '${wie.id}'; set damwand.operatie = '${crypto.randomUUID()}'; ${vragen.join(" union all ")}`, "toepassing");
            rijen += uit.length;
            for (const regel of uit) {
                const [tabel, organisatie] = regel.split("|") as [string, string];
                if (Number(organisatie) !== wie.organisatie) this.fout(`plain SQL on ${tabel} shows a row of organisation ${organisatie} to ${wieNaam(wie)}`);
                // which audience is whose casus: without it no policy could ask
                if (tabel === "toegang.zicht") continue;
                for (const [woord] of regel.matchAll(merk)) {
                    const kring = this.w.van.get(woord);
                    if (!kring || kent(wie, kring)) continue;
                    // a team goes on knowing the id it was told of while the signaal was still the team's
                    if (tabel === "gebeurtenis.uit" && kring.organisatie === wie.organisatie && kring.soort !== "embargo" && (this.w.dossiers.get(woord)?.soort ?? this.w.documenten.get(woord)) === "signaal") continue;
                    // a line of a list has the kenmerk of what is due, which the screens of the archive do not show
                    if (tabel === "archief.lijst_regel" && mag(wie.rol, wie.relatie, "vernietiging zien")) continue;
                    // what is given to a data subject, and what was searched for, is part of his request
                    if (tabel.startsWith("betrokkene.") && mag(wie.rol, wie.relatie, "verzoek behandelen")) continue;
                    // names of colleagues are the organisation's own, also for who has no role now
                    if (kring.soort === "mensen" && kring.organisatie === wie.organisatie) continue;
                    this.fout(`plain SQL on ${tabel} shows ${woord} (${kringnaam(kring)}) to ${wieNaam(wie)}`);
                }
            }
        }
        return { rijen };
    }

    /** Refusals on these routes only, each against what is not there. */
    async weigeringen(namen: string[], mensen = this.w.mensen) {
        for (const naam of namen) {
            const route = this.w.contract.route(naam);
            for (const doel of this.dingen(this.werking(route).over))
                for (const wie of mensen) {
                    const oordeel = verwacht(this.werking(route), wie, doel.kring);
                    if (oordeel !== "mag") await this.weigering(wie, route, doel, oordeel);
                }
        }
    }
}


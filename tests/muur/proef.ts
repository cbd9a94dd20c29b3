// SPDX-License-Identifier: EUPL-1.2
// Calls on a world and what is wrong with the answers. Every function adds to `gebreken`; the tests say how many there
// may be, and the planted leaks that there must be some.
import assert from "node:assert/strict";
import { type Klant, gezien } from "../reizen/steun/server.ts";
import type { Route } from "./contract.ts";
import { type Kring, type Werking, kent, mag, verwacht, werkingen } from "./model.ts";
import { ingepakt, uitgepakt } from "./uitpakken.ts";
import { gegeven, type Verzoek, nergensDelen, tegel, verzoek } from "./invullen.ts";
import { vers } from "./vers.ts";
import { kvk, merk, samen, vasteUuid, zaad } from "./vast.ts";
import type { Antwoord, Ding, Wereld, Wie } from "./wereld.ts";

export type Oordeel = "mag" | "geen recht" | "is er niet";
/** An answer that was given, for the crawler of the read log. */
export type Gegeven = { trace: string; route: Route; verzoek: Verzoek; tekst: string; brief: boolean };

const wijzigt = (r: Route) => r.methode !== "GET" && !r.pad.split("/").at(-1)!.startsWith("_");
const kringnaam = (k?: Kring) => (k ? `${k.organisatie}:${k.soort}` : "-");
const wieNaam = (w: Wie) => `${w.rol}, ${w.relatie}`;
/** What the matrix leaves out altogether, and why. Whatever asks for a session is refused by `niemand` all the same. */
export const apart: ReadonlyMap<string, string> = new Map([
    ["aanmelden", "signing in; the last test, aanmelden_db_test"],
    ["afmelden", "it ends the session that the proof works with; the last test"],
    ["opnieuwAanmelden", "it takes a password; aanmelden_db_test"],
    ["demoTonen", "there is only in a demo; tests/reizen/demo"],
    ["demoAanmelden", "there is only in a demo; tests/reizen/demo"],
    ["aanmeldwijzenTonen", "before signing in; tests/api/oidc"],
    ["oidcAanmelden", "goes to another host; tests/api/oidc"],
    ["oidcTerug", "comes from another host; tests/api/oidc"],
    ["gebeurtenissenVolgen", "a stream that does not end; its own test below"],
]);

const nood = "one file by its kenmerk; the test of emergency access below, privacy_db_test";
const bewaking = "about a colleague or a day, no file; privacy_db_test, signaleringen_db_test";
const lijst = "needs what is due; the test of destruction below, archief_db_test, tests/api/archief";
const verzoekproef = "knows who handles it; the test of requests below, vinden_db_test";
/** What the matrix refuses to every role without the right, and whose granting has a test of its own: which. */
export const eigenGunning: ReadonlyMap<string, string> = new Map([
    ...["noodtoegangOpenen", "noodtoegangTonen", "noodtoegangSluiten", "noodtoegangBeoordelen"].map((naam) => [naam, nood] as const),
    ...["signaleringVerklaren", "eigenKenmerkenToevoegen", "eigenKenmerkenWissen"].map((naam) => [naam, bewaking] as const),
    ...["bewaarregelVaststellen", "blokkadePlaatsen", "blokkadeOpheffen", "vernietigingslijstMaken", "vernietigingslijstTonen", "vernietigingslijstIntrekken", "vernietigingslijstGoedkeuren", "vernietigingslijstUitvoeren", "verklaringTekstTonen"].map((naam) => [naam, lijst] as const),
    ...["verzoekVastleggen", "verzoekTonen", "verzoekWijzigen", "verzoekOverzetten", "verzoekVerlengen", "verzoekGegevensZoeken", "verzoekGegevensAanwijzen", "verzoekGegevenBesluiten", "verzoekInzagenTonen", "verzoekBriefOpenen"].map((naam) => [naam, verzoekproef] as const),
    ...["overlegreeksKoppelen", "overlegreeksOntkoppelen", "inbrengTonen", "agendapuntInbrengen", "inbrengBesluiten", "overlegreeksenTonen", "overlegreeksMaken", "overlegreeksTonen", "overlegreeksWijzigen", "overlegreeksLidZetten", "overlegreeksLidVerwijderen", "overleggenTonen", "overlegPlannen", "overlegTonen", "overlegWijzigen", "deelnemerZetten", "deelnemerVerwijderen", "agendapuntToevoegen", "agendaOrdenen", "agendapuntTonen", "agendapuntWijzigen", "agendapuntVerwijderen", "agendadeelSchrijven", "agendatoetsVoorleggen", "agendatoetsBesluiten", "overlegBeginnen", "overlegSluiten", "overlegAfgelasten", "aanwezigheidVastleggen", "agendapuntBeginnen", "agendapuntBespreken", "beeldTonen", "beeldZetten", "overlegBewerken", "overlegWegen", "overlegBesluiten", "overlegInformatieVastleggen", "overlegInterventieToevoegen", "overlegActieToevoegen", "voorstellenTonen", "agendaVullen", "verslagOpenen", "uitnodigingOpenen"].map((naam) => [naam, "each participant sees his own part; kanarie_db_test: every participant × every item"] as const),
    ...["sjabloonVaststellen", "sjabloonTerugzetten", "criteriaVaststellen", "lesIntrekken"].map((naam) => [naam, "how the organisation works, no file; aanpak_db_test, leren_db_test"] as const),
    ...["eigenGebiedenTonen", "eigenGebiedBewaren", "eigenGebiedWeggooien", "werklijstenTonen", "werklijstMaken", "werklijstTonen", "werkregelWijzigen", "werklijstLidToevoegen", "werklijstLidVerwijderen", "werklijstWeggooien"].map((naam) => [naam, "of one user and whom he added; werklijst_db_test"] as const),
    ...["wachtersTonen", "wachterMaken", "wachterTonen", "wachterZoeken", "wachterAanzetten", "wachterUitzetten", "wachterWeggooien", "suggestieTonen", "suggestieWegen"].map((naam) => [naam, "of who made it, and of who sees every row it met; wachter_db_test"] as const),
    ...["casusGastUitnodigen", "casusGastIntrekken", "gastplekOpnemen", "gastplekOpenen", "naarEigenWerk"].map((naam) => [naam, "of the trekker, and of the guest himself; gasten_db_test"] as const),
    ["vraagBeantwoorden", "the partner's own answer; vraag_db_test"], ["actieWijzigen", "its owner's too; actie_db_test"],
    ...["dpiaOpenen", "dpiaVerwijzen"].map((naam) => [naam, "about a purpose, not about a file; verwerkingen_db_test"] as const),
]);

/** Lists that are empty while the matrix runs: the tests of requests and of destruction below fill them and look again. */
const laterGevuld = new Set(["vernietigingskandidatenTonen", "blokkadesTonen", "vernietigingslijstenTonen", "verklaringenTonen", "verzoekenTonen",
    "vragenTonen", // and a partner who was asked something: vraag_db_test
    "casusGastenTonen"]); // and somebody of outside who was invited: gasten_db_test

/** What a keeper may be told of a thing and need not repeat a word of it: casussen that are like it, questions or guests it has not, a
 *  table it does not lie on. That he is answered, and not told that there is nothing, is the twin. */
const zonderWoord = new Set(["gelijkendeCasussenTonen", "weegtafelVanSignaalTonen", "casusVragenTonen", "casusGastenTonen"]);
/** Needs a second thing of the right kind beside it: aanpak_db_test; a source that was asked about: vraag_db_test. */
const metTweede = new Set(["samenhangVastleggen", "samenhangVerwijderen", "casusVraagStellen"]);

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

/** An answer as who opens it reads it: a letter or a sheet unpacked. */
function leesbaar(a: Antwoord): Antwoord {
    return ingepakt(a.bytes) ? { ...a, tekst: uitgepakt(a.bytes) } : a;
}

export class Proef {
    readonly w: Wereld;
    readonly gebreken: string[] = [];
    readonly gegeven: Gegeven[] = [];
    /** What was seen, per action: the roles that could. */
    readonly gekund = new Map<string, Set<string>>();
    readonly geweigerd = new Set<string>();
    readonly gegund = new Set<string>();
    /** Per action and thing: that its rightful user saw that very thing. */
    readonly getoond = new Set<string>();
    /** Names of the headers that answers had. */
    readonly koppen = new Set<string>();
    cellen = 0;
    antwoorden = 0;
    private readonly nergens = new Map<string, Promise<string>>();

    constructor(w: Wereld) {
        this.w = w;
    }
    fout(wat: string) {
        this.gebreken.push(wat);
    }

    /** One call, its answer kept for the crawler and searched for what this user may not know. */
    async doe(wie: { klant: Klant } & Partial<Wie>, route: Route, v: Verzoek): Promise<Antwoord> {
        const trace = crypto.randomUUID().replaceAll("-", "");
        const a = leesbaar(await wie.klant.roep(route.methode, v.pad, v.lijf, { ...v.koppen, traceparent: `00-${trace}-${trace.slice(0, 16)}-01` }));
        ++this.antwoorden;
        for (const [naam] of koppenVan(a)) this.koppen.add(naam);
        const plaats = a.koppen.get("location");
        if (plaats && !/^\/v1\/[a-z0-9/_-]+$/.test(plaats)) this.fout(`${route.pad}: Location ${plaats}`);
        if (a.status < 300) this.gegeven.push({ trace, route, verzoek: v, tekst: a.tekst, brief: ingepakt(a.bytes) });
        if (a.status >= 500) this.fout(`${route.methode} ${route.pad}: ${a.status}`);
        if (wie.rol) this.keur(wie as Wie, `${route.methode} ${route.pad}`, a.tekst + koppenVan(a).flat().join(" "), werkingen[route.naam]?.nummers);
        return a;
    }

    /** Every word, id or kenmerk in the text must be of something this user may know; `nummers`: an id or a kenmerk of his own
     *  organisation tells him nothing, a word does. */
    keur(wie: Wie, waar: string, tekst: string, nummers = false) {
        for (const [woord] of tekst.matchAll(merk)) {
            const kring = this.w.van.get(woord);
            if (nummers && kring?.organisatie === wie.organisatie && !woord.startsWith("kan")) continue;
            if (woord === wie.id || wie.naam.includes(woord)) continue; // who he is himself
            if (kring && !kent(wie, kring)) this.fout(`${waar} shows ${woord} (${kringnaam(kring)}) to ${wieNaam(wie)}`);
        }
    }

    werking(route: Route): Werking {
        const gevonden = werkingen[route.naam];
        if (!gevonden) throw new Error(`the model (model.ts) does not know the route ${route.naam}: say who may do it`);
        return gevonden;
    }

    /** The things a call can be about. */
    dingen(over?: Werking["over"]): Ding[] {
        if (over === "bedrijf" || over === "pand") return this.w[over] ? [this.w[over]] : [];
        const huizen = [...this.w.huizen.values()];
        const alle = over === "signaal" ? [...huizen.flatMap((h) => [h.signaal, h.casussignaal, h.politie]), this.w.embargo] : [...huizen.map((h) => h.casus), this.w.verborgen];
        return alle.filter((d) => d !== undefined);
    }

    /** The same call on ids that nobody ever had, as this user: the answer that every refusal must equal. */
    nergensAntwoord(wie: Wie, route: Route): Promise<string> {
        const sleutel = `${wie.id}/${route.naam}`;
        let uit = this.nergens.get(sleutel);
        if (!uit) {
            uit = this.doe(wie, route, verzoek(this.w, route, 1, nergensDelen(route), 1)).then(kaal);
            this.nergens.set(sleutel, uit);
        }
        return uit;
    }

    /** A refusal: the right status, and not a byte of difference with what is not there. */
    async weigering(wie: Wie, route: Route, doel: Ding | undefined, oordeel: Oordeel) {
        ++this.cellen;
        // what has no thing in this proof is asked for by an id that nobody ever had
        const v = verzoek(this.w, route, 1, doel?.delen ?? nergensDelen(route), doel?.versie ?? 1);
        const a = await this.doe(wie, route, v);
        const status = oordeel === "geen recht" ? 403 : 404;
        const waar = `${route.methode} ${route.pad} on ${kringnaam(doel?.kring)} by ${wieNaam(wie)}`;
        if (a.status !== status) this.fout(`${waar}: ${a.status}, not ${status}`);
        else if (doel && kaal(a) !== (await this.nergensAntwoord(wie, route))) this.fout(`${waar}: another answer than for what is not there`);
        this.geweigerd.add(route.naam);
    }

    /** A call that must work: a fresh thing where it changes something, so that the world stays as it is. */
    async gunning(wie: Wie, route: Route, doel?: Ding) {
        ++this.cellen;
        const werking = this.werking(route);
        const waar = `${route.methode} ${route.pad} on ${kringnaam(doel?.kring)} by ${wieNaam(wie)}`;
        if (doel && wijzigt(route) && doel.kring.soort !== werking.over) {
            // A second thing of his: he may know it, so anything but "not yours" and "not there" will do.
            const a = await this.doe(wie, route, { ...verzoek(this.w, route, wie.organisatie, doel.delen, 999), koppen: route.ifMatch ? { "if-match": '"999"' } : {} });
            if ([401, 403, 404].includes(a.status)) this.fout(`${waar}: ${a.status}`);
            return;
        }
        const nieuw = wijzigt(route) || (/Bsn|^informatiebrief/.test(route.naam) && doel?.kring.soort === werking.over);
        const { v, weg } = nieuw ? await vers(this.w, wie, route, this.werking(route).over) : { v: verzoek(this.w, route, wie.organisatie, doel?.delen ?? {}, 1, this.zoekvraag(route)), weg: undefined };
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
        if (doel && !wijzigt(route) && !/^melder|Bsn/.test(route.naam) && !Object.values(doel.delen).some((id) => a.tekst.includes(id)) && !zonderWoord.has(route.naam) && !/Document|Inzagen|^informatie|^verstrek|^afschrift|^kennisgeving|^gelijkende|^beoordelingen|^evaluatie|^weegtafelVan/.test(route.naam)) this.fout(`${waar}: the answer is not about it`);
        if (weg) {
            const na = await this.w.huis(wie.organisatie).hoeder.eis(200, "GET", weg.waar);
            if (na.tekst.includes(weg.wat)) this.fout(`${waar}: it is still there`);
            this.gegund.add(route.naam);
        } else if (!leeg(a) || laterGevuld.has(route.naam)) this.gegund.add(route.naam);
        if (doel && !wijzigt(route) && this.isVan(a, doel, route)) this.getoond.add(`${route.naam}/${doel.id}`);
        this.neemOp(wie, route, a);
        const rollen = this.gekund.get(route.naam) ?? new Set();
        this.gekund.set(route.naam, rollen.add(wie.rol));
    }

    /** Whether an answer says something of this very thing: its id, a child's, or a word that only it has. */
    isVan(a: Antwoord, doel: Ding, route: Route): boolean {
        // a number, a reporter and who looked are asked for by the thing's id, and do not repeat it
        if (/Bsn|^melder|Inzagen/.test(route.naam)) return !leeg(a);
        return !leeg(a) && [...a.tekst.matchAll(merk)].some(([woord]) => woord === doel.kenmerk || Object.values(doel.delen).includes(woord) || (woord.startsWith("kan") && this.w.van.get(woord) === doel.kring));
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
        for (const route of routes.filter((r) => !apart.has(r.naam))) {
            const werking = this.werking(route);
            const doelen = werking.over ? this.dingen(werking.over) : [undefined];
            if (overIets(route) && !werking.over && !eigenGunning.has(route.naam)) throw new Error(`the model does not say what ${route.naam} is about`);
            for (const doel of doelen) {
                for (const wie of this.w.mensen) {
                    const oordeel = verwacht(werking, wie, doel?.kring);
                    if (oordeel === "mag" && eigenGunning.has(route.naam)) {
                        this.gegund.add(route.naam);
                        continue;
                    }
                    (oordeel === "mag" ? gunningen : weigeringen).push(() => (oordeel === "mag" ? this.gunning(wie, route, doel) : this.weigering(wie, route, doel, oordeel)));
                }
            }
        }
        // a session lives a quarter of an hour without a call, and on a slow machine this takes longer
        let gedaan = 0;
        await samen(weigeringen, (taak) => {
            if (++gedaan % 1000 === 0) this.w.bewijsOpnieuw();
            return taak();
        }, 12);
        this.w.bewijsOpnieuw();
        await this.lijsten();
        await this.aantallen();
        // the proof of himself that some answers ask for is fresh for ten minutes, and this takes longer on a slow machine
        this.w.bewijsOpnieuw();
        for (const [nr, taak] of gunningen.entries()) {
            if (nr % 200 === 199) this.w.bewijsOpnieuw();
            await taak();
        }
        for (const naam of this.geweigerd) if (!this.gegund.has(naam)) this.fout(`${naam} was refused, and nobody was seen to get an answer`);
    }

    /** The twin of every "there is nothing": who keeps that very thing gets a real answer about it. Reads first, then what is
     *  written with a version that is not the thing's (412: it is there, and he may), then what is added, at last what is
     *  taken away. Returns how many twins were asked for; afterwards the things are no longer what they were. */
    async tweelingen(getoond: ReadonlySet<string> = new Set()): Promise<{ alle: number; gevraagd: number }> {
        const { w } = this;
        const alle = w.contract.routes.filter((r) => werkingen[r.naam]?.over && !apart.has(r.naam) && !metTweede.has(r.naam)).flatMap((route) =>
            this.dingen(this.werking(route).over).filter((doel) => w.mensen.some((wie) => verwacht(this.werking(route), wie, doel.kring) === "is er niet"))
                // a thing that has no such child has nothing to show of it
                .filter((doel) => route.delen.every((deel) => deel in doel.delen || deel in tegel || deel === "code"))
                .map((doel) => ({ route, doel })));
        const open = alle.filter(({ route, doel }) => !getoond.has(`${route.naam}/${doel.id}`));
        const beurt = (r: Route) => (!wijzigt(r) ? 0 : r.ifMatch ? 1 : r.methode === "DELETE" ? 3 : 2);
        open.sort((een, twee) => beurt(een.route) - beurt(twee.route));
        for (const { route, doel } of open) {
            const n = doel.kring.organisatie;
            const huis = w.huis(n);
            w.bewijsOpnieuw();
            const v = verzoek(w, route, n, doel.delen, 999, { ...this.zoekvraag(route), ...(await this.tweelinglijf(route, doel)) }, () => w.woord(doel.kring));
            const a = await this.doe({ klant: huis.hoeder }, route, v);
            const waar = `${route.methode} ${route.pad} on ${kringnaam(doel.kring)} by its keeper`;
            if (beurt(route) === 0) {
                if (a.status !== 200 || (!zonderWoord.has(route.naam) && !this.isVan(a, doel, route))) this.fout(`${waar}: ${a.status}, and nothing of it: ${a.tekst.slice(0, 200)}`);
            } else if (beurt(route) === 1 ? a.status !== 412 && a.status !== 409 : a.status >= 300 && a.status !== 409) this.fout(`${waar}: ${a.status} ${a.tekst.slice(0, 300)}`);
        }
        return { alle: alle.length, gevraagd: open.length };
    }

    /** What a few calls need to be meant: a weighed signaal to add, a fact of that very casus, a notice that is open. */
    private async tweelinglijf(route: Route, doel: Ding): Promise<Record<string, unknown>> {
        const { w } = this;
        const n = doel.kring.organisatie;
        if (route.naam === "casusSignaalToevoegen") {
            const signaal = await w.maakSignaal(n, doel.kring.soort);
            await w.weeg(n, signaal);
            return { signaal: signaal.id };
        }
        const { hoeder } = w.huis(n);
        const pad = `/v1/casussen/${doel.id}`;
        if (route.naam === "verstrekkingVastleggen") return { "VerstrekkingNieuwInvoer.feiten": [{ soort: "vermelding", rij: doel.delen.vermelding }] };
        if (route.naam !== "kennisgevingSluiten") return {};
        const dossier = (await hoeder.eis(200, "GET", `${pad}/dossier`)).lijf.vermeldingen as { id: string; versie: number }[];
        await hoeder.eis(200, "PATCH", `${pad}/vermeldingen/${doel.delen.vermelding}`, { tekst: w.woord(doel.kring) }, gezien(dossier.find((v) => v.id === doel.delen.vermelding)!.versie));
        const alle = (await hoeder.eis(200, "GET", `${pad}/verstrekkingen`)).lijf.resultaten as { id: string; kennisgevingen: { id: string; staat: string }[] }[];
        const open = alle.find((een) => een.id === doel.delen.verstrekking)!.kennisgevingen.filter((een) => een.staat === "open").map((een) => een.id);
        return { "KennisgevingBesluitInvoer.kennisgevingen": open, "KennisgevingBesluitInvoer.reden": `Niet nodig: ${w.woord(doel.kring)}` };
    }

    /** Nobody at all: 401 on every route, the same on what is there and what is not. */
    async niemand() {
        const klant = new (this.w.huis(1).hoeder.constructor as typeof Klant)(this.w.server.url);
        const anders = new Set(["opnieuwAanmelden", "aanmeldwijzenTonen", "oidcAanmelden", "oidcTerug"]); // tests/api/oidc.test.ts
        for (const route of this.w.contract.routes.filter((r) => !anders.has(r.naam))) {
            const werking = this.werking(route);
            for (const doel of werking.over ? this.dingen(werking.over) : [undefined]) {
                ++this.cellen;
                const a = await klant.roep(route.methode, verzoek(this.w, route, 1, doel?.delen ?? nergensDelen(route), 1, { totp: "000000" }).pad, this.w.contract.lijf(route, gegeven(this.w, 1, { totp: "000000", vraag: "x", naar: "x", uitkomst: "x", signaal: vasteUuid("x"), signalen: [] }), () => "kanaaaaaaaaaaaa"));
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
                const alles = await this.doe(wie, route, { pad: `${route.pad}?aantal=200`, lijf: undefined, koppen: {} });
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

    /** The tables with rows of an organisation that the role of the application may read, with the columns of them that it may. */
    private kolommen(): Map<string, string> {
        const regels = this.w.sql(`select c.oid::regclass || '|' || string_agg(format('t.%I', k.attname), ',' order by k.attnum) from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisatie'
              join pg_attribute k on k.attrelid = c.oid and k.attnum > 0 and not k.attisdropped and has_column_privilege('toepassing', c.oid, k.attnum, 'select')
             where c.relkind = 'r' and c.relnamespace <> 'pg_catalog'::regnamespace and c.relrowsecurity group by c.oid
            having bool_or(k.attname = 'organisatie') order by c.oid::regclass::text`);
        return new Map(regels.map((regel) => regel.split("|") as [string, string]));
    }
    tabellen(): string[] {
        return [...this.kolommen().keys()];
    }

    /** The second wall alone: what the database lets the role of the application see as this user, in plain SQL. */
    inSql(mensen = this.w.mensen, tabellen = this.tabellen()): { rijen: number } {
        let rijen = 0;
        const van = this.kolommen();
        const vragen = tabellen.map((t) => `select '${t}|' || organisatie || '|' || replace(row(${van.get(t)})::text, E'\\n', ' ') from ${t} t`); // a row on a line
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
                    // who is named for an item of a meeting may hold the id of its file: at random, and no word of it (ADR 0041)
                    if (tabel.startsWith("overleg.") && kring.organisatie === wie.organisatie && this.w.dossiers.has(woord)) continue;
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

/** The faults, each kind once, and how many there were. */
export function geen(p: Proef): void {
    const soorten = [...new Set(p.gebreken)];
    assert.deepEqual(soorten.slice(0, 25), [], `${p.gebreken.length} faults, seed ${zaad}`);
}

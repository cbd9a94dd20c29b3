// SPDX-License-Identifier: EUPL-1.2
// Calls that change something are made on a thing of their own, so that the world stays as it is.
import { gezien } from "../reizen/steun/server.ts";
import type { Route } from "./contract.ts";
import { type Kring, mag, type Soort, werkingen } from "./model.ts";
import { maakBlokkade, maakGoedgekeurdeLijst, maakKandidaat, maakLijst, maakVerzoek, type Stand, verwijzing, vindbaar, volgVernietiging, vondst } from "./toezicht.ts";
import { bsn, type Ding, einden, type Nummer, type Verzoek, type Wereld, type Wie, verzoek } from "./wereld.ts";

/** A call on a thing of its own. `weg`: what must be gone after it, and where; `na`: what to wait for. */
export type Vers = { v: Verzoek; weg?: { waar: string; wat: string } | undefined; na?: () => Promise<void> };

/** A thing made for this one call, by the keeper of the house or where it must be his own by who calls. `op`: a thing as this
 *  one, in this very casus. */
export async function vers(w: Wereld, wie: Wie, route: Route, op?: Ding): Promise<Vers> {
    const n = wie.organisatie;
    const huis = w.huis(n);
    const { over } = werkingen[route.naam]!;
    const eigen: Kring = { organisatie: n, soort: "eigen", van: wie.id };
    const maak = (ding: { delen: Record<string, string>; versie: number; kring: Kring }, meer = {}) => verzoek(w, route, n, ding.delen, ding.versie, meer, () => w.woord(ding.kring));
    if (over === "signaal") {
        const vrij = route.naam === "signaalVrijgeven"; // from then on it is the team's
        const soort = vrij ? "signaal" : (op?.kring.soort ?? "signaal");
        const besloten = soort === "embargo" || vrij;
        const ding = await w.maakSignaal(n, soort, undefined, { ...(soort === "politiesignaal" ? { bron: "rapportage" } : {}), ...(besloten ? { "SignaalNieuwInvoer.alleen": [wie.id] } : {}) });
        const document = route.delen.includes("document");
        const versie = document ? await w.versie(n, `/v1/signalen/${ding.id}/documenten/${ding.delen.document}`) : route.delen.includes("vermelding") ? 1 : ding.versie;
        const v = maak({ ...ding, versie });
        if (route.naam === "signaalWegen") v.lijf = await w.weging(n, 1, ding.kring);
        return { v, weg: route.methode === "DELETE" ? { waar: `/v1/signalen/${ding.id}`, wat: document ? "geen document in een signaal" : ding.delen.vermelding! } : undefined };
    }
    if (route.naam === "casusOpenen") {
        const signaal = await w.maakSignaal(n, "eigen", wie.id);
        await w.weeg(n, signaal);
        return { v: verzoek(w, route, n, {}, 1, { signalen: [signaal.id], trekker: wie.id }, () => w.woord(eigen)) };
    }
    const apart = naast[route.naam];
    if (apart) return apart(w, wie, route);
    if (over !== "casus") return { v: verzoek(w, route, n, op?.delen ?? {}, 1, {}, () => w.woord({ organisatie: n, soort: "signaal" })) };
    const casus = op ?? huis.casus;
    if (route.naam === "casusOvergaan") {
        const ding = await w.maakCasus(n, "eigen", await w.maakSignaal(n, "eigen", wie.id), wie.id);
        await w.deel(n, ding, [{ gebruiker: wie.id }]);
        return { v: maak({ ...ding, versie: await w.versie(n, `/v1/casussen/${ding.id}`) }, { naar: "uitvoering" }) };
    }
    if (route.naam === "casusSignaalToevoegen") {
        // who may not know of signalen tries one that is there
        if (!mag(wie.rol, wie.relatie, "signalen lezen")) return { v: maak(casus, { signaal: huis.signaal.id }) };
        const signaal = await w.maakSignaal(n, casus.kring.soort === "casus" ? "casussignaal" : casus.kring.soort);
        await w.weeg(n, signaal);
        return { v: maak(casus, { signaal: signaal.id }) };
    }
    if (route.naam === "casusLidVerwijderen") {
        await huis.hoeder.roep("POST", `/v1/casussen/${casus.id}/leden`, { gebruiker: huis.gast, tot: null });
        return { v: maak({ ...casus, delen: { ...casus.delen, gebruiker: huis.gast } }), weg: { waar: `/v1/casussen/${casus.id}`, wat: huis.gast } };
    }
    if (route.naam === "netwerkweergaveVerwijderen") {
        const beeld = { dossier: { soort: "casus", id: casus.id }, naam: "Weg ermee", knopen: [{ soort: "adres", id: w.adres, x: 0, y: 0, vast: false }] };
        const a = await wie.klant.eis(201, "POST", "/v1/netwerk/weergaven", beeld);
        return { v: maak({ ...casus, delen: { weergave: a.lijf.id } }), weg: { waar: "/v1/netwerk/weergaven", wat: a.lijf.id } };
    }
    if (route.naam === "casusDocumentOvernemen") {
        const [signaal = ""] = w.sql(`select id from signaal.signaal where casus = '${casus.id}' order by ontvangen_op limit 1`);
        return { v: maak(casus, { document: await w.bestand(n, "signaal", signaal, w.van.get(signaal)!), "DocumentOvernemingInvoer.signaal": signaal }) };
    }
    if (route.delen.includes("document")) {
        const id = await w.bestand(n, "casus", casus.id, casus.kring);
        const pad = `/v1/casussen/${casus.id}/documenten`;
        return { v: maak({ ...casus, versie: await w.versie(n, `${pad}/${id}`), delen: { ...casus.delen, document: id } }), weg: { waar: pad, wat: id } };
    }
    if (route.naam === "verstrekkingVastleggen") return { v: maak(casus, { "VerstrekkingNieuwInvoer.feiten": [{ soort: "vermelding", rij: casus.delen.vermelding }] }) };
    if (route.naam === "casusWijzigen") return { v: maak({ ...casus, versie: await w.versie(n, `/v1/casussen/${casus.id}`) }) };
    if (route.naam === "planWijzigen") return { v: maak({ ...casus, versie: (await huis.hoeder.eis(200, "GET", `/v1/casussen/${casus.id}`)).lijf.plan.versie }) };
    if (route.naam === "bronInhoudKiezen") return { v: maak({ ...casus, delen: { ...casus.delen, bron: await w.bekendeBron(n, casus.id, casus.kring) } }) };
    if (route.naam === "privacytoetsBesluiten") return { v: maak({ ...casus, versie: 1, delen: { ...casus.delen, toets: await w.toets(n, casus.id, casus.kring, { soort: "2a", leden: [huis.hoederId] }, false) } }) };
    if (route.naam === "kennisgevingSluiten") {
        // a mention that was given, and then said something else
        const vermelding = await w.kind(n, "casusVermeldingToevoegen", casus.id, casus.kring);
        const verstrekking = await w.verstrek(n, casus.id, casus.kring, vermelding);
        await huis.hoeder.eis(200, "PATCH", `/v1/casussen/${casus.id}/vermeldingen/${vermelding}`, { tekst: w.woord(casus.kring) }, gezien(1));
        const alle = (await huis.hoeder.eis(200, "GET", `/v1/casussen/${casus.id}/verstrekkingen`)).lijf.resultaten as { id: string; kennisgevingen: { id: string }[] }[];
        const open = alle.find((een) => een.id === verstrekking)!.kennisgevingen.map((een) => een.id);
        return { v: maak({ ...casus, delen: { ...casus.delen, verstrekking } }, { "KennisgevingBesluitInvoer.kennisgevingen": open, "KennisgevingBesluitInvoer.reden": `Niet nodig: ${w.woord(casus.kring)}` }) };
    }
    const kind = (["bron", "interventie", "vermelding", "verband"] as const).find((k) => route.delen.includes(k));
    if (!kind) return { v: maak(casus) };
    const maker = { bron: "bronToevoegen", interventie: "interventieToevoegen", vermelding: "casusVermeldingToevoegen", verband: "verbandToevoegen" }[kind];
    const id = await w.kind(n, maker, casus.id, casus.kring, /Bsn|^informatie/.test(route.naam) ? { soort: "persoon", sleutel: bsn } : kind === "verband" ? einden(casus.delen) : {});
    // the timeline goes on naming the id of what was taken out, so the thing itself is looked for
    return { v: maak({ ...casus, versie: 1, delen: { ...casus.delen, [kind]: id } }), weg: route.methode === "DELETE" ? { waar: `/v1/casussen/${casus.id}/dossier`, wat: `"id":"${id}"` } : undefined };
}

/** What stands beside the files: requests, destruction, the watch over who looks. */
const naast: Record<string, (w: Wereld, wie: Wie, route: Route) => Promise<Vers>> = {
    verzoekVastleggen: (w, wie, route) => een(w, wie, route, {}),
    verzoekWijzigen: eigenVerzoek("ontvangen"),
    verzoekOverzetten: eigenVerzoek("ontvangen"),
    verzoekVerlengen: eigenVerzoek("onderzoek"),
    verzoekGegevensZoeken: eigenVerzoek("onderzoek", (w, wie) => ({ termen: [{ soort: "woorden", waarde: vindbaar(w, wie.organisatie) }] })),
    verzoekGegevensAanwijzen: eigenVerzoek("onderzoek", async (w, wie, ding) => ({ gegevens: [await vondst(w, wie.organisatie, wie.klant, ding.id)] })),
    verzoekGegevenBesluiten: eigenVerzoek("gevonden"),
    verzoekBriefOpenen: eigenVerzoek("besloten"),
    bewaarregelVaststellen: (w, wie, route) => een(w, wie, route, {}, { "BewaarregelNieuwInvoer.grond": "Verzonnen grond", "BewaarregelNieuwInvoer.geldigVan": new Date(Date.now() + ++dagen * 86_400_000).toISOString().slice(0, 10) }),
    dpiaVerwijzen: (w, wie, route) => een(w, wie, route, { code: "casus-behandelen" }),
    blokkadePlaatsen: async (w, wie, route) => een(w, wie, route, {}, { kenmerk: await teBlokkeren(w, wie) }),
    blokkadeOpheffen: async (w, wie, route) => {
        const { delen } = await maakBlokkade(w, wie.organisatie);
        return { ...(await een(w, wie, route, delen)), weg: { waar: "/v1/vernietiging/blokkades", wat: delen.id! } };
    },
    vernietigingslijstMaken: async (w, wie, route) => een(w, wie, route, {}, { "LijstNieuwInvoer.objecten": [(await maakKandidaat(w, wie.organisatie)).id] }),
    vernietigingslijstIntrekken: async (w, wie, route) => {
        const lijst = await maakLijst(w, wie.organisatie);
        return { ...(await een(w, wie, route, lijst.delen)), weg: { waar: "/v1/vernietiging/lijsten", wat: lijst.id } };
    },
    vernietigingslijstGoedkeuren: async (w, wie, route) => {
        const lijst = await maakLijst(w, wie.organisatie);
        bewijs(w, wie);
        return een(w, wie, route, lijst.delen, { "AkkoordNieuwInvoer.inhoud": lijst.inhoud });
    },
    vernietigingslijstUitvoeren: async (w, wie, route) => {
        const lijst = await maakGoedgekeurdeLijst(w, wie.organisatie);
        bewijs(w, wie);
        return { ...(await een(w, wie, route, lijst.delen)), na: volgVernietiging(w, lijst.id) };
    },
    eigenKenmerkenToevoegen: (w, wie, route) => een(w, wie, route, {}, { "EigenKenmerkNieuwInvoer.gebruiker": undefined }),
    eigenKenmerkenWissen: (w, wie, route) => een(w, wie, route, { id: w.huis(wie.organisatie).gast }),
    signaleringVerklaren: async (w, wie, route) => {
        // colleagues were refused often today: a sign that is there
        const alle = (await wie.klant.eis(200, "GET", "/v1/signaleringen")).lijf.resultaten as { regel: string; dag: string; gebruiker: { id: string }; verklaring: unknown }[];
        const open = alle.find((s) => !s.verklaring && s.gebruiker.id !== wie.id);
        if (!open) throw new Error(`there is no sign of misuse in organisation ${wie.organisatie}: nothing to explain`);
        return een(w, wie, route, {}, { "VerklaringNieuwInvoer.regel": open.regel, "VerklaringNieuwInvoer.dag": open.dag, gebruiker: open.gebruiker.id });
    },
};
let dagen = 10;

/** What the words of a request or a reason are about; policy is the whole house's. */
const soortVan = (naam: string): Soort => (/^verzoek/.test(naam) ? "verzoek" : /^(bewaarregel|dpia|eigen)/.test(naam) ? "mensen" : /^signalering/.test(naam) ? "toezicht" : "vernietiging");
async function een(w: Wereld, wie: Wie, route: Route, delen: Record<string, string>, meer = {}, versie = 1): Promise<Vers> {
    return { v: verzoek(w, route, wie.organisatie, delen, versie, meer, () => w.woord({ organisatie: wie.organisatie, ...(route.naam === "blokkadePlaatsen" ? { soort: "kandidaat", van: wie.id } : { soort: soortVan(route.naam) }) })) };
}

/** On a request that he handles himself. `inhoud`: the body, where it says something of what there is. */
function eigenVerzoek(tot: Stand, inhoud?: (w: Wereld, wie: Wie, ding: Ding) => unknown) {
    return async (w: Wereld, wie: Wie, route: Route): Promise<Vers> => {
        const ding = await maakVerzoek(w, wie.organisatie, wie.klant, tot);
        const uit = await een(w, wie, route, ding.delen, {}, ding.versie);
        if (inhoud) uit.v.lijf = await inhoud(w, wie, ding);
        return uit;
    };
}

/** Something he may keep from being destroyed, by the name that he knows it by. */
async function teBlokkeren(w: Wereld, wie: Wie): Promise<string> {
    const n = wie.organisatie;
    if (mag(wie.rol, wie.relatie, "signalen lezen")) return (await maakKandidaat(w, n)).kenmerk;
    if (mag(wie.rol, wie.relatie, "vernietiging zien")) return verwijzing((await maakKandidaat(w, n)).id);
    const casus = await w.maakCasus(n, "eigen", await w.maakSignaal(n, "eigen", wie.id), wie.id);
    await w.deel(n, casus, [{ gebruiker: wie.id }]);
    w.merkAan({ organisatie: n, soort: "kandidaat", van: wie.id }, casus.id);
    return casus.kenmerk;
}

/** He proved who he is just now: a long proof outlives the minutes that it counts. */
const bewijs = (w: Wereld, wie: Wie) => w.sql(`update toegang.sessie set bewezen_op = now() where gebruiker = '${wie.id}'`);
